//! The same words do not come from two sources.
//!
//! # Why
//! When a sentence stands twice in a paper under different sources, one of the citations is likely to have been put
//! there from memory; or both sources copy a third, and two witnesses are one.
//!
//! Sentences are the same if the shorter stands in the longer but for a few words. A sentence without a citation rests
//! on the next one in its paragraph.
//!
//! # Example
//! The paper says: "In 1999 the bridge carried 4.2 million cars a year (Board 2000)." And later: "As is well known, in
//! 1999 the bridge carried 4.2 million cars a year (Hollis 2003)."
//! ```toml fires
//! [dossier]
//! manuscript = "twice.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[source]]
//! id = "hollis-2003"
//! cited-as = "Hollis 2003"
//! issued = "2003"
//!
//! [[claim]]
//! id = "cars"
//! at = { line = 3, phrase = "In 1999 the bridge carried 4.2 million cars a year" }
//! cites = ["Board 2000"]
//!
//! [[claim]]
//! id = "cars-again"
//! at = { line = 5, phrase = "in 1999 the bridge carried 4.2 million cars a year" }
//! cites = ["Hollis 2003"]
//! ```
//!
//! # Instead
//! The second sentence cites both, "(Board 2000; Hollis 2003)".
//! ```toml passes
//! [dossier]
//! manuscript = "both.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[source]]
//! id = "hollis-2003"
//! cited-as = "Hollis 2003"
//! issued = "2003"
//!
//! [[claim]]
//! id = "cars"
//! at = { line = 3, phrase = "In 1999 the bridge carried 4.2 million cars a year" }
//! cites = ["Board 2000"]
//!
//! [[claim]]
//! id = "cars-again"
//! at = { line = 5, phrase = "in 1999 the bridge carried 4.2 million cars a year" }
//! cites = ["Board 2000", "Hollis 2003"]
//! ```
//!
//! # When it stays silent
//! The two have a source in common. One of them rests on no source: what stands behind the last citation of its
//! paragraph may be the author's own. They share fewer than eight words in a row. Neither has a citation of its own.
//! One of them stands in a table or in a note, where the words may be those of a title.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::archive::Passages;
use crate::citation::Resolved;
use crate::document::Kind;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::anchors::folded_words;
use crate::rules::Case;
use crate::text::{listed, shown};

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "same-text-two-sources";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["sentence that stands twice", "sentences that stand twice"];

/// Sentences that are the same have so many words in a row in common, at least.
const IN_A_ROW: usize = 8;
/// Of the rows of the shorter sentence so many percent stand in the longer.
const SHARED: usize = 60;
/// A row of words that stands in more sentences than these is a formula.
const FORMULA: usize = 8;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    for (first, second) in same(manuscript) {
        let at = |number: usize| {
            let sentence = &manuscript.text.sentences[number];
            manuscript.text.place(sentence.block, sentence.range.clone())
        };
        let [one, other] = [first, second].map(|number| sources(manuscript, number));
        let own = |number: usize| !manuscript.text.sentences[number].citations.is_empty();
        if one.is_empty() || other.is_empty() || !own(first) && !own(second) {
            verdicts.not_checkable("one of the two rests on no source", at(second));
        } else if one.iter().any(|(source, _)| other.iter().any(|(also, _)| also == source)) {
            let held = || claims_of(case, manuscript, second).chain(claims_of(case, manuscript, first));
            verdicts.fine(held, || "both rest on one source".to_owned());
        } else {
            let [names, others] = [&one, &other].map(|sources| named(sources));
            let message = format!("the same words stand under {names} and under {others}");
            let finding = Finding::new(RULE, LEVEL, message, at(second), format!("here under {others}"))
                .against(at(first), format!("here under {names}"))
                .help("look the words up in both: which of them says so?");
            let values = one.into_iter().chain(other).map(|(_, printed)| printed);
            let finding = values.fold(finding, Finding::value);
            verdicts.find(about_claims_of(case, manuscript, second, finding));
        }
    }
}

/// What a sentence rests on, each work once: what it is known by, and what the text prints.
fn sources(manuscript: &Passages, number: usize) -> Vec<(String, String)> {
    let mut sources: Vec<(String, String)> = Vec::new();
    let start = manuscript.text.sentences[number].range.start;
    for citation in manuscript.cited(&[number]).into_iter().filter(|citation| citation.range.end > start) {
        for work in &citation.works {
            let printed = shown(&citation.printed(work, &manuscript.text.blocks));
            let known = match &work.resolved {
                Resolved::One(entry, _) => entry.to_string(),
                _ => crate::names::spelling(&printed),
            };
            if sources.iter().all(|(other, _)| *other != known) {
                sources.push((known, printed));
            }
        }
    }
    sources
}

fn named(sources: &[(String, String)]) -> String {
    let names: Vec<String> = sources.iter().map(|(_, printed)| format!("`{printed}`")).collect();
    listed(&names, "and")
}

/// The pairs of sentences that are the same, by their numbers.
fn same(manuscript: &Passages) -> BTreeSet<(usize, usize)> {
    let rows: Vec<Vec<String>> = (0..manuscript.text.sentences.len()).map(|number| rows(manuscript, number)).collect();
    let mut stands: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, row) in rows.iter().enumerate().flat_map(|(number, rows)| rows.iter().map(move |row| (number, row))) {
        let at = stands.entry(row).or_default();
        if at.last() != Some(&number) {
            at.push(number);
        }
    }
    let mut same = BTreeSet::new();
    for (number, own) in rows.iter().enumerate() {
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for row in own {
            let at = stands.get(row.as_str()).map_or(&[][..], Vec::as_slice);
            if at.len() <= FORMULA {
                for other in at.iter().filter(|other| **other != number) {
                    *shared.entry(*other).or_default() += 1;
                }
            }
        }
        let mut shared: Vec<(usize, usize)> = shared.into_iter().collect();
        shared.sort_unstable();
        let enough = |other: usize, count: usize| own.len() <= rows[other].len() && count * 100 >= own.len() * SHARED;
        let others = shared.into_iter().filter(|(other, count)| enough(*other, *count));
        same.extend(others.map(|(other, _)| (number.min(other), number.max(other))));
    }
    same
}

/// Every row of words of a sentence of the running text, its citations left out.
fn rows(manuscript: &Passages, number: usize) -> Vec<String> {
    let block = &manuscript.text.blocks[manuscript.text.sentences[number].block];
    if matches!(block.kind, Kind::Cell | Kind::Note(_)) {
        return Vec::new();
    }
    let words = folded_words(&super::held::without_citations(manuscript, number));
    words.windows(IN_A_ROW).map(|row| row.join(" ")).collect()
}
