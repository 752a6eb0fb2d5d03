//! How dates and statements are told: the words that rules and reports share.

mod dates;
mod names;
mod statements;

use crate::model::{Dossier, Mode, Record};
use crate::reason::Timeline;
use crate::text::{Texts, Word, shown};

pub use dates::{at, by, days, lag, since};
pub use names::Calls;
pub use statements::Bound;

/// What the records of a dossier are worded from.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The texts that the records' places lie in.
    pub texts: &'a Texts,
    /// The records.
    pub dossier: &'a Dossier,
    /// What the statements imply about time.
    pub timeline: &'a Timeline,
    /// By what records are called.
    pub calls: Calls,
}

/// As what something is said that is not stated as a fact.
pub fn manner(mode: Mode) -> &'static str {
    match mode {
        Mode::Fact | Mode::Reported => "a report",
        Mode::Alleged => "an allegation",
        Mode::Planned => "a plan",
        Mode::Wished => "a wish",
        Mode::Forecast => "a forecast",
        Mode::Hedged => "a possibility",
    }
}

impl<'a> Wording<'a> {
    /// A record's id, fit to be shown.
    pub fn id(self, record: Record) -> String {
        shown(self.dossier.id(self.texts, record))
    }

    fn read(self, word: Word) -> &'a str {
        self.texts.read(word)
    }
}
