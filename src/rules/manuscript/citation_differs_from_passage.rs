//! A claim cites what its passage cites.
//!
//! # Why
//! What a claim rests on is checked source by source: dates against dates, quotations against copies. All of that is
//! about the wrong source once a revision cites another one, or if the record took the citation of the next sentence.
//!
//! The citations of the sentence that a claim was found in are those of its passage; where it has none, the next one in
//! the paragraph is, else the last one before it.
//!
//! # Example
//! The paper says: "The bridge carried 4.2 million cars (Board 2000). It was opened in June 1998 (Gazette 1998)."
//! ```toml fires
//! [dossier]
//! manuscript = "cited.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[source]]
//! id = "gazette-1998"
//! cited-as = "Gazette 1998"
//! issued = "1998"
//!
//! [[claim]]
//! id = "cars"
//! at = { phrase = "The bridge carried 4.2 million cars" }
//! cites = ["Gazette 1998"]
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "It was opened in June 1998" }
//! cites = ["Gazette 1998"]
//!
//! [[claim]]
//! id = "length"
//! cites = ["Board 2000"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "cited.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "board-2000"
//! cited-as = "Board 2000"
//! issued = "2000"
//!
//! [[source]]
//! id = "gazette-1998"
//! cited-as = "Gazette 1998"
//! issued = "1998"
//!
//! [[claim]]
//! id = "cars"
//! at = { phrase = "The bridge carried 4.2 million cars" }
//! cites = ["Board 2000"]
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "It was opened in June 1998" }
//! cites = ["Gazette 1998"]
//! ```
//!
//! # When it stays silent
//! The keys differ in case, punctuation or the order of their words, or both mean one entry of the bibliography. Where
//! the paragraph cites nothing, or a citation is only presumed, it is counted as not checkable. What the sentence cites
//! beside is a note, unless another claim in the sentence has it.

use crate::archive::Passages;
use crate::citation::{Citation, Cited};
use crate::finding::{Finding, Level, Verdicts};
use crate::model::{self, ClaimId, Record, Role};
use crate::rules::Case;
use crate::text::{Span, listed, shown};

pub(crate) const RULE: &str = "citation-differs-from-passage";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["citation of a claim against its passage", "citations of claims against their passages"];

/// A work that the text cites, and the citation that it is part of.
type Printed<'c> = (&'c Citation, &'c Cited);

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.recorded_manuscript() else { return };
    for (id, claim) in case.dossier.claims() {
        let Some(passage) = manuscript.passage(id) else { continue };
        let sentences = manuscript.sentences(passage);
        let printed = works(manuscript.cited(&sentences));
        for citation in case.dossier.citations(claim.cites) {
            let is_it = |it: &&Printed<'_>| manuscript.is_cited(case.texts, case.dossier, citation, **it);
            if citation.role == Role::Presumed {
                verdicts.not_checkable("it is only presumed to be cited here", citation.word.span);
            } else if printed.is_empty() {
                verdicts.not_checkable("the paragraph of the passage cites nothing", citation.word.span);
            } else if printed.iter().any(|it| is_it(&it)) {
                verdicts.fine(|| [citation.word.span], || "the passage cites it too".to_owned());
            } else {
                verdicts.find(other(case, manuscript, id, citation, &printed));
            }
        }
    }
    for (number, sentence) in manuscript.text.sentences.iter().enumerate() {
        let held = manuscript.held(number);
        let of_claims: Vec<&model::Citation> =
            held.iter().flat_map(|claim| case.dossier.citations(case.dossier[*claim].cites)).collect();
        if held.is_empty() || of_claims.iter().any(|cited| !stands_in(case, manuscript, cited, sentence)) {
            // Without a claim there is nothing to compare; where one cites another source that is told already.
            continue;
        }
        for it in works(&manuscript.text.citations[sentence.citations.clone()]) {
            if !of_claims.iter().any(|cited| manuscript.is_cited(case.texts, case.dossier, cited, it)) {
                verdicts.find(left_out(case, manuscript, held, it));
            }
        }
    }
}

/// Whether a sentence cites what a claim cites.
fn stands_in(
    case: &Case<'_>,
    manuscript: &Passages,
    cited: &model::Citation,
    sentence: &crate::passage::Sentence,
) -> bool {
    let own = works(&manuscript.text.citations[sentence.citations.clone()]);
    own.iter().any(|it| manuscript.is_cited(case.texts, case.dossier, cited, *it))
}

fn works<'c>(citations: impl IntoIterator<Item = &'c Citation>) -> Vec<Printed<'c>> {
    citations.into_iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work))).collect()
}

fn printed(manuscript: &Passages, (citation, work): Printed<'_>) -> String {
    shown(&citation.printed(work, &manuscript.text.blocks))
}

fn place(manuscript: &Passages, (citation, work): Printed<'_>) -> Span {
    manuscript.text.place(citation.block, work.range.clone())
}

/// The finding that a claim cites something, and its passage other works.
fn other(
    case: &Case<'_>,
    manuscript: &Passages,
    id: ClaimId,
    citation: &model::Citation,
    there: &[Printed<'_>],
) -> Finding {
    let (name, key) = (case.wording().words(id), shown(case.read(citation.word)));
    let mut keys: Vec<String> = there.iter().map(|it| printed(manuscript, *it)).collect();
    keys.dedup();
    let cited: Vec<String> = keys.iter().map(|key| format!("“{key}”")).collect();
    let message = format!("the claim {name} cites “{key}”, and its passage cites {}", listed(&cited, "and"));
    let finding = Finding::new(RULE, LEVEL, message, citation.word.span, "the passage does not cite this")
        .against(place(manuscript, there[0]), "cited for the passage")
        .help("cite what the passage cites, or note the words that the citation stands with")
        .about("claim", case.id(Record::Claim(id)))
        .value(key);
    keys.into_iter().fold(finding, |finding, key| finding.value(format!("`{key}`")))
}

/// The finding that a sentence cites what no claim in it does.
fn left_out(case: &Case<'_>, manuscript: &Passages, held: &[ClaimId], it: Printed<'_>) -> Finding {
    let key = printed(manuscript, it);
    let mut names: Vec<String> = held.iter().map(|claim| case.id(Record::Claim(*claim))).collect();
    names.sort_unstable();
    let first = held.iter().min_by_key(|claim| case.id(Record::Claim(**claim))).expect("the sentence holds a claim");
    let name = case.wording().words(*first);
    let claims = match names.len() {
        1 => format!("the passage of {name} cites “{key}”, which the claim does not"),
        _ => format!("the passage of {name} cites “{key}”, which no claim in it does"),
    };
    let finding = Finding::new(RULE, Level::Note, claims, place(manuscript, it), "cited here")
        .against(case.dossier[*first].id.span, "found in this sentence")
        .help("add it to the `cites` of the claim that it stands for")
        .value(key);
    names.into_iter().fold(finding, |finding, name| finding.about("claim", name))
}
