//! A cross-reference leads to something that the manuscript has.
//!
//! # Why
//! "See Table 4" outlives the table: one is cut, two are joined, and the sentence that sends the reader there is not
//! read again. What it was to show cannot be looked up.
//!
//! Tables and figures are known by their captions, sections and their parts by the numbers of their headings, where the
//! manuscript numbers them itself and from one on without a gap; in LaTeX, whatever has a key by its `\label`. Where no
//! heading bears a number, they are counted, if the text sends its readers to "Section 2.1", and there is one.
//!
//! # Example
//! The paper has Table 1 and Table 2, and says: "The tolls of 1998 are listed in Table 3."
//! ```toml fires
//! [dossier]
//! manuscript = "tolls.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "The tolls of 1998 are listed" }
//! ```
//!
//! # Instead
//! The paper says: "The tolls of 1998 are listed in Table 2."
//! ```toml passes
//! [dossier]
//! manuscript = "right-tolls.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "tolls"
//! at = { phrase = "The tolls of 1998 are listed" }
//! ```
//!
//! # When it stays silent
//! The table may be another work's: one is cited before it or right behind it, or the sentence speaks of "Supplementary
//! Table 3", "Table 3 of the annex", "Table S3". More numbers than captions are not there: then the captions were not
//! read. A part of a LaTeX project could not be read.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::archive::Passages;
use crate::document::Table;
use crate::finding::{Finding, Level, Verdicts};
use crate::language::Numbered;
use crate::passage::numbered::{Missing, Series, missing_sections, without_target};
use crate::rules::Case;
use crate::text::shown;

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "dangling-reference";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["cross-reference within the manuscript", "cross-references within the manuscript"];

/// A section may be an article of law: so far beyond the last one a number is of another work, unless it is the only
/// one among several that are there, and has two digits at most.
const FURTHER: u32 = 3;
const SEVERAL: usize = 3;
const SHORT: u32 = 100;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    // One of them may have no caption.
    let tables = Table::all(&manuscript.text.blocks).len() as u32;
    for series in Series::all(&manuscript.text) {
        let there = if series.what == Numbered::Table { tables } else { 0 }.max(series.last());
        let beyond: Vec<u32> = series.mentions.iter().map(|it| it.0).filter(|number| *number > series.last()).collect();
        let is_alone = beyond.len() == 1 && series.mentions.len() > SEVERAL && beyond[0] < SHORT;
        if beyond.into_iter().collect::<BTreeSet<u32>>().len() > series.last() as usize {
            continue;
        }
        for (number, sentence, at) in &series.mentions {
            if (1..=there).contains(number) {
                verdicts.fine(|| claims_of(case, manuscript, *sentence), || "what it refers to is there".to_owned());
            } else if series.what != Numbered::Section || *number <= series.last() + FURTHER || is_alone {
                verdicts.find(about_claims_of(
                    case,
                    manuscript,
                    *sentence,
                    missing(manuscript, &series, *sentence, at),
                ));
            }
        }
    }
    for missing in missing_sections(&manuscript.text) {
        verdicts.find(about_claims_of(case, manuscript, missing.sentence, no_section(manuscript, &missing)));
    }
    for (key, block, at) in without_target(&manuscript.text) {
        let message =
            format!("a cross-reference leads nowhere: nothing in the manuscript has the label `{}`", shown(key));
        let finding = Finding::new(RULE, LEVEL, message, manuscript.text.place(block, at.clone()), "no such label")
            .help("correct the key, or label what it is to lead to")
            .value(key);
        let sentence = manuscript.text.sentence_at(block, at.start);
        verdicts.find(match sentence {
            Some(sentence) => about_claims_of(case, manuscript, sentence, finding),
            None => finding,
        });
    }
}

fn no_section(manuscript: &Passages, missing: &Missing) -> Finding {
    let text = &manuscript.text;
    let sentence = &text.sentences[missing.sentence];
    let words = shown(&text.words(sentence)[missing.at.clone()]);
    let message = format!("`{words}` is not in the manuscript: the last section beside it is {}", missing.last);
    let heading = text.place(missing.heading, 0..text.blocks[missing.heading].words.len());
    Finding::new(RULE, LEVEL, message, text.part(sentence, missing.at.clone()), "no such section")
        .help("correct the number, or put the section in")
        .value(words)
        .against(heading, "the last one is this")
}

fn missing(manuscript: &Passages, series: &Series, sentence: usize, at: &Range<usize>) -> Finding {
    let text = &manuscript.text;
    let words = shown(&text.words(&text.sentences[sentence])[at.clone()]);
    let [one, several] = series.what.words();
    let last = series.last();
    let message = match last {
        1 => format!("`{words}` is not in the manuscript, which has one numbered {one}"),
        _ => format!("`{words}` is not in the manuscript: it has {several} 1 to {last}"),
    };
    let mut finding =
        Finding::new(RULE, LEVEL, message, text.part(&text.sentences[sentence], at.clone()), format!("no such {one}"))
            .help(format!("correct the number, or put the {one} in"))
            .value(words);
    if let Some((_, block)) = series.given.last() {
        finding =
            finding.against(text.place(*block, 0..text.blocks[*block].words.len()), format!("the last {one} is this"));
    }
    finding
}
