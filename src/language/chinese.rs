//! Chinese.

use super::{Calendar, Heading, Language, Numbered, Term};

pub(super) const CHINESE: Language = Language {
    code: "zh",
    calendar: Calendar { marks: ["年", "月", "日, 号"], day_first: true, ..Calendar::EMPTY },
    totals: "合计, 总计",
    numbered: &[(Numbered::Table, "表")],
    naming: "资料来源, 来源, 资料來源",
    references: &[(Term::Others, "等"), (Term::Join, "和, 与")],
    headings: &[(Heading::Bibliography, "参考文献, 參考文獻, 参考资料")],
    ..Language::EMPTY
};
