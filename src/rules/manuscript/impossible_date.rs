//! A date is one that the calendar has.
//!
//! # Why
//! "31 November 2024" was never a day. Whoever wrote it meant another one, and nobody can tell which: what the sentence
//! says is checked against nothing until the source is read again.
//!
//! # Example
//! The paper says: "The bridge was opened on 31 June 1998. The ferry stopped on 7 May 2001."
//! ```toml fires
//! [dossier]
//! manuscript = "days.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened on 31 June" }
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry stopped" }
//! ```
//!
//! # Instead
//! The paper says: "The bridge was opened on 30 June 1998. The ferry stopped on 7 May 2001."
//! ```toml passes
//! [dossier]
//! manuscript = "right-days.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened on 30 June" }
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry stopped" }
//! ```
//!
//! # When it stays silent
//! The day is there in some year: "29 February" without a year, or in a leap year. What only looks like a date (an
//! article, a fraction, a version) is not read as one.

use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;
use crate::text::shown;
use crate::time::prose::{Found, What};

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "impossible-date";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["date against the calendar", "dates against the calendar"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    for (number, sentence) in manuscript.text.sentences.iter().enumerate() {
        for Found { at, what, .. } in sentence.worth.iter().flat_map(|worth| &worth.dates) {
            let What::Bad(bad) = what else {
                verdicts.fine(|| claims_of(case, manuscript, number), || "the calendar has the date".to_owned());
                continue;
            };
            let words = shown(&manuscript.text.words(sentence)[at.clone()]);
            let message = format!("the manuscript has `{words}`, which is no date: {}", bad.what);
            let at = if bad.at.is_empty() { at } else { &bad.at };
            let finding = Finding::new(RULE, LEVEL, message, manuscript.text.part(sentence, at.clone()), "no such day")
                .help("look the date up in the source")
                .value(words);
            verdicts.find(about_claims_of(case, manuscript, number, finding));
        }
    }
}
