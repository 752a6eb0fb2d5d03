//! What several rules ask of a sentence: the claims that it holds, its words without its citations.

use crate::archive::Passages;
use crate::finding::Finding;
use crate::model::Record;
use crate::passage::within;
use crate::rules::Case;
use crate::text::Span;

/// The finding, about the claims that a sentence holds: so that one of them can allow it.
pub(super) fn about_claims_of(
    case: &Case<'_>,
    manuscript: &Passages,
    sentence: usize,
    mut finding: Finding,
) -> Finding {
    let held = manuscript.held(sentence).iter();
    finding.subjects.extend(held.map(|claim| case.dossier.subject(case.texts, Record::Claim(*claim))));
    finding.subjects.sort();
    finding
}

/// The places of the claims that a sentence holds, of which something is fine.
pub(super) fn claims_of<'c>(
    case: &'c Case<'_>,
    manuscript: &'c Passages,
    sentence: usize,
) -> impl Iterator<Item = Span> + use<'c> {
    manuscript.held(sentence).iter().map(|claim| case.dossier[*claim].id.span)
}

/// A sentence with its citations blotted out, each byte by one.
pub(super) fn without_citations(manuscript: &Passages, number: usize) -> String {
    let sentence = &manuscript.text.sentences[number];
    let mut words = manuscript.text.words(sentence).to_owned();
    for citation in &manuscript.text.citations[sentence.citations.clone()] {
        let cited = within(&sentence.range, &citation.range);
        words.replace_range(cited.clone(), &";".repeat(cited.len()));
    }
    words
}
