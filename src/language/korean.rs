//! Korean.

use super::{Calendar, Heading, Language};

pub(super) const KOREAN: Language = Language {
    code: "ko",
    calendar: Calendar { marks: ["년", "월", "일"], day_first: true, ..Calendar::EMPTY },
    headings: &[(Heading::Bibliography, "참고문헌")],
    tables: "표",
    ..Language::EMPTY
};
