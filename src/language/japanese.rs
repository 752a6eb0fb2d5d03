//! Japanese.

use super::{Calendar, Heading, Language, Numbered};

pub(super) const JAPANESE: Language = Language {
    code: "ja",
    calendar: Calendar { marks: ["年", "月", "日"], day_first: true, ..Calendar::EMPTY },
    headings: &[(Heading::Bibliography, "参考文献, 引用文献")],
    totals: "合計",
    numbered: &[(Numbered::Table, "表")],
    ..Language::EMPTY
};
