//! The total of a table is what its cells come to.
//!
//! # Why
//! A cell is corrected and its total is not, or a row is left out. Whoever quotes the total quotes a number that the
//! table itself does not bear out.
//!
//! A total is a row or a column that is called one. Each number may be off by its own rounding.
//!
//! # Example
//! The paper has a table of 12 masters, 9 mates and a total of 31.
//! ```toml fires
//! [dossier]
//! manuscript = "crew.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "crew"
//! at = { phrase = "The crew of 1998" }
//! ```
//!
//! # Instead
//! The total is 21.
//! ```toml passes
//! [dossier]
//! manuscript = "right-crew.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "crew"
//! at = { phrase = "The crew of 1998" }
//! ```
//!
//! So does a number that is the sum of two others of its line in at least three lines, whatever it is called, and a
//! line of shares that make 100% in the other lines.
//!
//! # When it stays silent
//! A cell is empty or holds more than a number; the total exceeds not every cell, as a mean does; no other total of
//! the table adds up, where there are several: then there are subtotals among the cells.

use rustc_hash::FxHashSet;

use crate::amount::rounded;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::relations::{Relation, relations};
use crate::passage::totals::totals;
use crate::rules::Case;
use crate::text::shown;

pub(crate) const RULE: &str = "table-total-mismatch";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["total of a table against its cells", "totals of tables against their cells"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    let place = |block: usize| text.place(block, 0..text.blocks[block].words.len());
    let mut told = FxHashSet::default();
    for total in totals(text) {
        if total.adds_up {
            verdicts.fine(|| [place(total.at)], || format!("its cells come to {}", rounded(total.stated)));
            continue;
        }
        let words = shown(&text.blocks[total.at].words);
        let (first, last) = (total.parts[0], total.parts[total.parts.len() - 1]);
        let sum = rounded(total.sum);
        let message =
            format!("the total is {words}, and the {} cells that it sums up come to {sum}", total.parts.len());
        let finding = Finding::new(RULE, LEVEL, message, place(total.at), "this is the total")
            .against(place(first), "the first of the cells")
            .against(place(last), "the last of the cells")
            .help("correct the total or a cell, or put in the line that is left out")
            .value(words)
            .value(sum);
        verdicts.find(finding);
        told.insert(total.at);
    }
    for related in relations(text) {
        let written: Vec<String> = related.written.iter().map(|written| shown(written)).collect();
        let (is, is_not) = match (related.relation, &written[..]) {
            (Relation::Sum, [sum, one, two]) => {
                (format!("{one} and {two} make {sum}"), format!("{one} and {two} do not make {sum}"))
            }
            (Relation::Whole, shares) => {
                let shares = shares.join("%, ");
                (format!("{shares}% make 100%"), format!("{shares}% do not make 100%"))
            }
            _ => continue,
        };
        let Some(other) = related.other else {
            verdicts.fine(|| [place(related.blocks[0])], || is);
            continue;
        };
        if related.blocks.iter().any(|block| told.contains(block)) {
            continue;
        }
        let message = format!("{is_not}, as the like of them do in the other lines of the table");
        let mut finding = Finding::new(RULE, LEVEL, message, place(related.blocks[0]), "this is one of them");
        for block in &related.blocks[1..] {
            finding = finding.against(place(*block), "and this");
        }
        finding = finding.against(place(other), "in its line they do").help("correct one of the numbers");
        verdicts.find(written.into_iter().fold(finding, Finding::value));
    }
}
