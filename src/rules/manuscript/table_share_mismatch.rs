//! A share in a table is that of the whole that the other shares of its column are of.
//!
//! # Why
//! Counts and percentages of a table are typed or copied one by one. Where a digit slips, the one or the other is
//! wrong, and both are quoted.
//!
//! # Example
//! The paper has a table of 40 (20%), 60 (30%), 20 (10%), 50 (25%) and 30 (51%) boats.
//! ```toml fires
//! [dossier]
//! manuscript = "boats.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "boats"
//! at = { phrase = "The boats of 1998" }
//! ```
//!
//! # Instead
//! The last is 30 (15%).
//! ```toml passes
//! [dossier]
//! manuscript = "right-boats.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "boats"
//! at = { phrase = "The boats of 1998" }
//! ```
//!
//! The same holds of a share, or of a growth in percent, that two other columns make in at least three rows, and of
//! rows that do so in the columns.
//!
//! # When it stays silent
//! Fewer than four shares of the column are of one whole, or the share may be of another one: no slip of a single digit
//! explains it.

use rustc_hash::FxHashSet;

use crate::finding::{Finding, Level, Verdicts};
use crate::passage::portions::portions;
use crate::passage::relations::{Relation, relations};
use crate::rules::Case;
use crate::text::shown;

pub(crate) const RULE: &str = "table-share-mismatch";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["share of a table against its count", "shares of tables against their counts"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    let place = |block: usize| text.place(block, 0..text.blocks[block].words.len());
    let mut told = FxHashSet::default();
    for portion in portions(text) {
        let [count, share] = [&portion.count, &portion.share].map(|written| shown(written));
        let Some(mended) = portion.mended else {
            verdicts.fine(|| [place(portion.at)], || format!("{count} is {share}% of what the others are of"));
            continue;
        };
        let message = format!("{count} is not {share}% of the whole that the other shares of the column are of");
        let mut finding = Finding::new(RULE, LEVEL, message, place(portion.at), format!("{mended} would agree"))
            .against(place(portion.other), "this is of the whole that most are of")
            .help("correct the share or the count")
            .value(share)
            .value(count);
        told.insert(portion.at);
        if portion.of != portion.at {
            finding = finding.against(place(portion.of), "this is the count");
        }
        verdicts.find(finding);
    }
    for related in relations(text) {
        let [share, one, two] = &related.written[..] else { continue };
        let [share, one, two] = [share, one, two].map(|written| shown(written));
        let is = match related.relation {
            Relation::Share => [format!("{one} of {two} is"), format!("{one} of {two} is not")],
            Relation::Growth => [format!("from {one} to {two} is"), format!("from {one} to {two} is no change by")],
            Relation::Sum | Relation::Whole => continue,
        };
        let Some(other) = related.other else {
            verdicts.fine(|| [place(related.blocks[0])], || format!("{} {share}%", is[0]));
            continue;
        };
        if related.blocks.iter().any(|block| told.contains(block)) {
            continue;
        }
        let message = format!("{} {share}%, as the like of it is in the other lines of the table", is[1]);
        let finding = Finding::new(RULE, LEVEL, message, place(related.blocks[0]), "this is not what the two make")
            .against(place(related.blocks[1]), "the one")
            .against(place(related.blocks[2]), "the other")
            .against(place(other), "this is what they make in its line")
            .help("correct the share or one of the two numbers")
            .value(share)
            .value(one)
            .value(two);
        verdicts.find(finding);
    }
}
