//! A range of shares runs upwards.
//!
//! # Why
//! "Between 89 and 38 percent" was written backwards, or one of the two is another number.
//!
//! # Example
//! The paper says: "Between 89 and 38 percent of the ports raise tolls."
//! ```toml fires
//! [dossier]
//! manuscript = "tolls.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "of the ports raise tolls" }
//! ```
//!
//! # Instead
//! The paper says: "Between 38 and 89 percent of the ports raise tolls."
//! ```toml passes
//! [dossier]
//! manuscript = "right-tolls.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "of the ports raise tolls" }
//! ```
//!
//! # When it stays silent
//! The numbers are no shares: a score, a code, a fall "from 89 to 38 percent"; or they are the two parts of a vote,
//! "52–48%".

use std::ops::Range;

use crate::amount::prose::Style;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::reversed::reversed;
use crate::rules::Case;
use crate::text::shown;

use super::held::about_claims_of;

pub(crate) const RULE: &str = "impossible-stretch";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["stretch in a sentence", "stretches in sentences"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    let style = Style::of(&text.language);
    for (number, sentence) in text.sentences.iter().enumerate() {
        let words = |at: &Range<usize>| shown(&text.words(sentence)[at.clone()]);
        if let Some(at) = reversed(text.words(sentence), style) {
            let message = format!("`{}` runs downwards", words(&at));
            let finding =
                Finding::new(RULE, LEVEL, message, text.part(sentence, at.clone()), "the first end is the larger")
                    .help("put the smaller end first, or correct one of the two")
                    .value(words(&at));
            verdicts.find(about_claims_of(case, manuscript, number, finding));
        }
    }
}
