//! What a manuscript says that could be checked is in a claim.
//!
//! # Why
//! What no claim holds is not checked, and a clean report says nothing of it. A sentence is worth checking if it has a
//! date or a quantity, or cites a source for what a named party did. Such sentences that hold the passage of no claim
//! are listed, by section; `gainsay coverage` shows them all in their places.
//!
//! # Example
//! The paper begins: "The second bridge was opened in June 1998. It is 400 metres long."
//! ```toml fires
//! [dossier]
//! manuscript = "bridges-page.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "opening"
//! at = { section = "Opening", phrase = "The second bridge was opened" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "bridges-page.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "opening"
//! at = { section = "Opening", phrase = "The second bridge was opened" }
//!
//! [[claim]]
//! id = "length"
//! at = { section = "Opening", phrase = "It is 400 metres long" }
//! ```
//!
//! # When it stays silent
//! The sentence is a question, or says nothing that a source could bear out or not. A claim whose `phrase` lies in the
//! sentence covers it, whatever else it says.

use std::collections::BTreeMap;

use crate::archive::Passages;
use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;
use crate::text::shown;

use super::held::claims_of;

pub(crate) const RULE: &str = "unencoded-passage";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] =
    ["section with sentences worth checking", "sections with sentences worth checking"];

/// So many sentences of a section are shown.
const SHOWN: usize = 3;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.recorded_manuscript() else { return };
    let mut sections: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    for (number, sentence) in manuscript.text.sentences.iter().enumerate() {
        if sentence.worth.is_some() {
            let heading = manuscript.text.outline.path(sentence.block).last().copied();
            sections.entry(heading).or_default().push(number);
        }
    }
    for (heading, sentences) in &sections {
        let bare: Vec<usize> = sentences.iter().copied().filter(|number| manuscript.held(*number).is_empty()).collect();
        if bare.is_empty() {
            let held = || sentences.iter().flat_map(|number| claims_of(case, manuscript, *number));
            verdicts.fine(held, || "all its sentences that are worth checking are in claims".to_owned());
        } else {
            verdicts.find(left_out(manuscript, *heading, &bare, sentences.len()));
        }
    }
}

fn left_out(manuscript: &Passages, heading: Option<usize>, bare: &[usize], all: usize) -> Finding {
    let title = heading.map(|heading| shown(&manuscript.text.blocks[heading].words));
    let section = match &title {
        Some(title) => format!("\"{title}\""),
        None => "the beginning of the manuscript".to_owned(),
    };
    let message = match (bare.len(), all) {
        (1, 1) => format!("the one sentence of {section} that is worth checking is in no claim"),
        (bare, all) if bare == all => {
            format!("none of the {all} sentences of {section} that are worth checking is in a claim")
        }
        (1, all) => format!("1 of the {all} sentences of {section} that are worth checking is in no claim"),
        (bare, all) => format!("{bare} of the {all} sentences of {section} that are worth checking are in no claim"),
    };
    let place = |number: &usize| {
        let sentence = &manuscript.text.sentences[*number];
        manuscript.text.place(sentence.block, sentence.range.clone())
    };
    let mut finding =
        Finding::new(RULE, LEVEL, message, place(&bare[0]), "in no claim").value(title.unwrap_or_default());
    for number in bare.iter().take(SHOWN).skip(1) {
        finding = finding.against(place(number), "nor is this");
    }
    finding.help(match bare.len() {
        1 => "write a claim for it if it matters".to_owned(),
        2..=SHOWN => "write a claim for each that matters".to_owned(),
        all => format!("write a claim for each that matters; `gainsay coverage --missing` lists all {all}"),
    })
}
