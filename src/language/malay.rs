//! Malay: so far how its numbers are written.

use super::{Counted, Language, Numbered, Numbers};

pub(super) const MALAY: Language = Language {
    code: "ms",
    numbers: Numbers { decimal: ',', counted: Counted::RightBehind, ..Numbers::EMPTY },
    prepositions: "dalam, oleh, dari, pada, di",
    numbered: &[(Numbered::Table, "jadual"), (Numbered::Figure, "rajah")],
    naming: "sumber",
    ..Language::EMPTY
};
