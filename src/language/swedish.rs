//! Swedish.

use super::{Heading, Language};

pub(super) const SWEDISH: Language =
    Language { code: "sv", headings: &[(Heading::Bibliography, "referenser, källor, litteratur")], ..Language::EMPTY };
