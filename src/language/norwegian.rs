//! Norwegian.

use super::{Heading, Language};

pub(super) const NORWEGIAN: Language =
    Language { code: "no", headings: &[(Heading::Bibliography, "referanser, litteratur")], ..Language::EMPTY };
