//! Korean.

use super::{Calendar, Heading, Language, Numbered};

pub(super) const KOREAN: Language = Language {
    code: "ko",
    calendar: Calendar { marks: ["년", "월", "일"], day_first: true, ..Calendar::EMPTY },
    headings: &[(Heading::Bibliography, "참고문헌")],
    totals: "합계",
    numbered: &[(Numbered::Table, "표")],
    ..Language::EMPTY
};
