//! A finding told in plain lines, for forms that take text but draw no excerpt.

use super::Outcome;
use super::passages::Passage;
use crate::atlas;
use crate::finding::Finding;
use crate::text::{Span, Texts, bare};

/// A finding behind its passages: what is wrong, what it rests on, one line a place (`path:line:col: what stands
/// there`), then its reasoning and its help.
pub(super) fn finding_lines(outcome: &Outcome<'_>, finding: &Finding, passages: &[Passage]) -> Vec<String> {
    let quoted = passages.iter().map(|passage| format!("{}: “{}”", passage.whereabouts(), bare(&passage.words)));
    quoted.chain([bare(&finding.said())]).chain(grounds(outcome, finding)).collect()
}

/// Where something stands, for who can open the file.
fn place(texts: &Texts, span: Span) -> String {
    let place = texts.place(span);
    if atlas::is_file(place.path) { "the shipped record".to_owned() } else { place.to_string() }
}

/// What a finding rests on, its reasoning and its help.
pub(super) fn grounds(outcome: &Outcome<'_>, finding: &Finding) -> Vec<String> {
    let texts = outcome.texts;
    let labels = std::iter::once(&finding.primary).chain(&finding.labels);
    let mut lines: Vec<String> =
        labels.map(|label| format!("{}: {}", place(texts, label.span), bare(&label.text))).collect();
    for (number, step) in finding.steps.iter().enumerate() {
        lines.push(format!("{}. {} ({})", number + 1, bare(&step.text), texts.place(step.span)));
    }
    lines.extend(finding.help.iter().map(|help| format!("help: {}", bare(help))));
    lines
}
