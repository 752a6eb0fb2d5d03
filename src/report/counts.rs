//! What is counted in a report, in words that all forms share.

use super::Outcome;
use crate::finding::{Finding, Level};
use crate::model::{Record, Target};
use crate::rules::{Report, Tally};
use crate::text::{counted, listed};

/// Said where the search for contradictions in time was cut short.
const UNFINISHED: &str =
    "so many statements contradict each other in time that some may not be named: correct these, and check again";
/// What is said where a bound kept the rules from some of what is to be checked.
const CUT_SHORT: &str = "some of this is too large to be checked: what was left out counts as not checkable";

/// Why not everything was looked for to the end, if that is so.
pub(super) fn unfinished(outcome: &Outcome<'_>) -> Option<&'static str> {
    let why = if outcome.reasoned.timeline.complete { CUT_SHORT } else { UNFINISHED };
    (!outcome.report.complete).then_some(why)
}

/// A record that may be to blame, as a person calls it: a source by its printed key and its title, a claim by its line
/// and its words.
pub(super) fn record(outcome: &Outcome<'_>, culprit: usize) -> String {
    let case = outcome.reasoned.case(outcome.texts);
    match outcome.repairs.culprits[culprit].record {
        None => "what is said of the paper itself".to_owned(),
        Some(Record::Source(id)) => case.wording().full_name(id),
        Some(Record::Claim(id)) => {
            let (name, words) = (case.name(id), case.wording().words(id));
            if name == words { name } else { format!("{name}, {words}") }
        }
        Some(record) => match case.name(record) {
            id if id.starts_with('`') => format!("{} {id}", record.kind().name()),
            name => name,
        },
    }
}

/// How many dossiers and papers were checked.
pub(super) fn all_of<'o>(outcomes: impl Iterator<Item = &'o Outcome<'o>>) -> String {
    let (papers, dossiers): (Vec<&Outcome<'_>>, Vec<&Outcome<'_>>) =
        outcomes.partition(|outcome| outcome.texts.has_origins());
    let all = [(dossiers.len(), "dossier"), (papers.len(), "paper")];
    let all: Vec<String> =
        all.iter().filter(|(count, _)| *count > 0).map(|&(count, what)| counted(count, what)).collect();
    listed(&all, "and")
}

/// What was read, and how much of it agrees.
pub(super) fn read(outcome: &Outcome<'_>) -> String {
    let dossier = &outcome.reasoned.dossier;
    let [citations, dates, numbers] = match outcome.reasoned.archive.manuscript() {
        Some(passages) => {
            let worth = || passages.text.sentences.iter().filter_map(|sentence| sentence.worth.as_ref());
            let [dates, numbers] = [worth().map(|it| it.dates.len()).sum(), worth().map(|it| it.amounts.len()).sum()];
            [passages.text.citations.iter().map(|citation| citation.works.len()).sum(), dates, numbers]
        }
        None => [
            dossier.claims.iter().map(|claim| claim.cites.len()).sum(),
            dossier.clauses.iter().filter(|clause| matches!(clause.target, Target::Date(_))).count(),
            dossier.statements.iter().filter(|it| it.counted().is_some_and(|it| it.value.is_some())).count(),
        ],
    };
    let read = [(citations, "citation"), (outcome.own_sources(), "source"), (dates, "date"), (numbers, "number")];
    let read: Vec<String> = read.iter().map(|&(count, what)| counted(count, what)).collect();
    let tallies = || outcome.report.tallies.iter();
    let agree: usize = tallies().map(|tally| tally.compatible).sum();
    let open: usize = tallies().map(|tally| tally.not_checkable.len()).sum();
    let open = if open == 0 { String::new() } else { format!(", {open} could not be made") };
    format!("read: {}; {} passed{open}", listed(&read, "and"), counted(agree, "check"))
}

/// How many candidates a rule looked at.
pub(super) fn seen(tally: &Tally) -> usize {
    tally.found + tally.allowed + tally.compatible + tally.not_checkable.len()
}

/// What a rule looks at, in the words for as many as it looked at.
pub(super) fn counts(tally: &Tally) -> &'static str {
    let [one, many] = crate::rules::named(tally.rule).map_or([tally.rule; 2], |rule| rule.counts);
    if seen(tally) == 1 { one } else { many }
}

/// The findings that no baseline knows: those that are shown.
pub(super) fn unknown(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| !finding.known)
}

/// How many errors, warnings and notes there are that no baseline knows.
pub(super) fn tally_of_levels<'r>(reports: impl Iterator<Item = &'r Report>) -> [usize; 3] {
    let mut found = [0; 3];
    for finding in reports.flat_map(unknown) {
        found[match finding.level {
            Level::Error => 0,
            Level::Warning => 1,
            Level::Note => 2,
        }] += 1;
    }
    found
}

pub(super) fn counted_levels([errors, warnings, notes]: [usize; 3]) -> String {
    let levels = [(errors, "error"), (warnings, "warning"), (notes, "note")];
    let parts: Vec<String> =
        levels.iter().filter(|(count, _)| *count > 0).map(|&(count, level)| counted(count, level)).collect();
    if parts.is_empty() { "no findings".into() } else { parts.join(", ") }
}
