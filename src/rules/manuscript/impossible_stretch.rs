//! A range runs upwards, and nobody acts outside of the life that stands behind their name.
//!
//! # Why
//! "Between 89 and 38 percent" was written backwards, or one of the two is another number; "Ada Lind (1901–1944) spoke
//! in 1949" has a wrong year in one of three places. Each is seen in the sentence alone.
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
//! The numbers are no shares: a score, a code, a fall "from 89 to 38 percent". The year beside a life is cited, or
//! stands far from the name; the name has one word: a state, a war.

use std::ops::Range;

use crate::amount::prose::Style;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::reversed::{outside_life, reversed};
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
        if let Some((life, year)) = outside_life(text, sentence) {
            let message = format!("{} lies outside of the life of {}", words(&year), words(&life));
            let finding = Finding::new(RULE, LEVEL, message, text.part(sentence, year.clone()), "this is told of them")
                .against(text.part(sentence, life.clone()), "they lived from one year to the other")
                .help("correct the year, or those of the life")
                .value(words(&year))
                .value(words(&life));
            verdicts.find(about_claims_of(case, manuscript, number, finding));
        }
    }
}
