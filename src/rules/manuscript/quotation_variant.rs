//! A quotation has one wording.
//!
//! # Why
//! Words between marks of quotation are those of somebody else. Where the same ones stand in a paper twice and differ,
//! one of the two is not what the source says, and an argument may hang on the word.
//!
//! Held against each other are quotations of six words or more, of which one may be a part of the other, and which
//! differ in a word or two.
//!
//! # Example
//! The paper says: "The board held that “the harbour of Vell was never closed to ferries”." And later: "If
//! “the harbour of Vell was seldom closed to ferries”, in 1999 tolls were lost (Board 2000)."
//! ```toml fires
//! [dossier]
//! manuscript = "wordings.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "tolls were lost" }
//! cites = ["Board 2000"]
//! ```
//!
//! # Instead
//! It has the words of the source in both places.
//! ```toml passes
//! [dossier]
//! manuscript = "wording.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "tolls were lost" }
//! cites = ["Board 2000"]
//! ```
//!
//! # When it stays silent
//! A word of the author's stands there in brackets, or something is left out ("…"); no source is cited with either, as
//! with questions and examples, unless they are long and differ in one word; other sources are cited with the one than
//! with the other; there are three wordings, as of a form that is filled in.

use crate::finding::{Finding, Level, Verdicts};
use crate::passage::quotations::variants;
use crate::rules::Case;
use crate::text::shown;

use super::held::about_claims_of;

pub(crate) const RULE: &str = "quotation-variant";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["quotation in two wordings", "quotations in two wordings"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    for variant in variants(text) {
        let [one, other] =
            variant.places.each_ref().map(|(block, part)| shown(&text.blocks[*block].words[part.clone()]));
        let [first, second] = variant.places.each_ref().map(|(block, part)| text.place(*block, part.clone()));
        let message = format!("a quotation has “{one}” in one place and “{other}” in another");
        let finding = Finding::new(RULE, LEVEL, message, second, "so here")
            .against(first, "otherwise here")
            .help("look the words up: which of the two does the source have?")
            .value(one)
            .value(other);
        let (block, part) = &variant.places[1];
        verdicts.find(match text.sentence_at(*block, part.start) {
            Some(number) => about_claims_of(case, manuscript, number, finding),
            None => finding,
        });
    }
}
