//! Malay: so far how its numbers are written.

use super::{Counted, Language, Numbers};

pub(super) const MALAY: Language = Language {
    code: "ms",
    numbers: Numbers { decimal: ',', counted: Counted::RightBehind, ..Numbers::EMPTY },
    prepositions: "dalam, oleh, dari, pada, di",
    tables: "jadual",
    naming: "sumber",
    ..Language::EMPTY
};
