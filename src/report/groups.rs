//! Which findings a person reads together, and in which order.

use super::Outcome;
use crate::finding::Level;

/// So many findings of one rule that stand alone are a run.
const RUN: usize = 3;

/// Findings that are read together; their places among those of the report.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// What one repair clears: its place in the list, and the findings.
    Repair(usize, Vec<usize>),
    /// Findings of one rule, each about a record of its own.
    Run(Vec<usize>),
    /// A finding by itself.
    Alone(usize),
}

impl Group {
    /// How many findings it holds.
    pub(super) fn len(&self) -> usize {
        match self {
            Group::Repair(_, list) | Group::Run(list) => list.len(),
            Group::Alone(_) => 1,
        }
    }
}

/// All findings that no baseline knows, in groups: first the errors that lie in no record, then by repair, and last the
/// warnings and notes that have nothing to do with one another.
pub(super) fn groups(outcome: &Outcome<'_>) -> Vec<Group> {
    let (findings, repairs) = (&outcome.report.findings, outcome.repairs);
    let nowhere = (0..findings.len()).filter(|&at| repairs.conflicts[at].is_empty() && !findings[at].known);
    let (errors, mut single): (Vec<usize>, Vec<usize>) = nowhere.partition(|&at| findings[at].level == Level::Error);
    let mut groups: Vec<Group> = errors.into_iter().map(Group::Alone).collect();
    for (rank, repair) in repairs.list.iter().enumerate() {
        let mut cleared: Vec<usize> = repair.clears.iter().chain(&repair.helps).copied().collect();
        cleared.sort_unstable();
        match cleared[..] {
            [] => {}
            [one] if findings[one].level < Level::Error => single.push(one),
            _ => groups.push(Group::Repair(rank, cleared)),
        }
    }
    single.sort_unstable();
    for run in single.chunk_by(|&a, &b| findings[a].rule == findings[b].rule) {
        let has_one_side = |at: &usize| repairs.conflicts[*at].iter().all(|conflict| conflict.len() == 1);
        if run.len() >= RUN && run.iter().all(has_one_side) {
            groups.push(Group::Run(run.to_vec()));
        } else {
            groups.extend(run.iter().map(|&at| Group::Alone(at)));
        }
    }
    groups
}
