//! What the page tells of one dossier, with the names of its places.

use rustc_hash::FxHashMap;

use super::super::Outcome;
use super::super::bars::Times;
use super::super::groups::Group;
use super::super::timeline::{Thing, things};
use super::Anchors;
use crate::finding::Finding;
use crate::model::Record;
use crate::reason::repairs::Count;
use crate::text::shown;

/// The part of the page on one dossier.
pub(super) struct Section<'a> {
    /// What the names of its places begin with.
    pub(super) id: String,
    pub(super) outcome: &'a Outcome<'a>,
    /// The name of each finding's place.
    pub(super) anchors: Vec<String>,
    /// The same of what is allowed.
    pub(super) allowed: Vec<String>,
    pub(super) times: Times<'a>,
    pub(super) things: Vec<Thing>,
    /// The records by kind and id.
    pub(super) records: FxHashMap<(&'static str, &'a str), Record>,
}

impl<'a> Section<'a> {
    pub(super) fn new(at: usize, outcome: &'a Outcome<'a>, anchors: &mut Anchors) -> Self {
        let (report, dossier) = (outcome.report, &outcome.reasoned.dossier);
        let mut of = |finding: &Finding| anchors.of(&finding.fingerprint());
        Self {
            id: format!("d{}", at + 1),
            anchors: report.findings.iter().map(&mut of).collect(),
            allowed: report.allowed.iter().map(|allowed| of(&allowed.finding)).collect(),
            times: Times::new(outcome.texts, outcome.reasoned),
            things: things(outcome.texts, outcome.reasoned, &[]),
            records: dossier
                .records()
                .map(|record| ((record.kind().name(), dossier.id(outcome.texts, record)), record))
                .collect(),
            outcome,
        }
    }

    /// The paper's title, else the dossier's path.
    pub(super) fn title(&self) -> String {
        let title = self.outcome.reasoned.dossier.paper.title.map(|title| shown(self.outcome.texts.read(title)));
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.outcome.path.to_owned())
    }

    /// The findings that no baseline knows, by level.
    pub(super) fn counts(&self) -> Count {
        Count::of(self.outcome.report.findings.iter().filter(|finding| !finding.known))
    }

    /// Those that the baseline knows, by their places.
    pub(super) fn known(&self) -> impl Iterator<Item = usize> {
        let findings = self.outcome.report.findings.iter().enumerate();
        findings.filter(|(_, finding)| finding.known).map(|(at, _)| at)
    }

    /// How many candidates no rule could judge.
    pub(super) fn lacking(&self) -> usize {
        self.outcome.report.tallies.iter().map(|tally| tally.not_checkable.len()).sum()
    }

    pub(super) fn findings(&self) -> &'a [Finding] {
        &self.outcome.report.findings
    }

    /// The name of the place of what a repair clears: of its group, or of the finding that it is.
    pub(super) fn place_of(&self, rank: usize, groups: &[Group]) -> String {
        let is_there = |group: &&Group| matches!(group, Group::Repair(at, _) if *at == rank);
        if groups.iter().any(|group| is_there(&group)) {
            return format!("{}-r{}", self.id, rank + 1);
        }
        let repair = &self.outcome.repairs.list[rank];
        let first = repair.clears.iter().chain(&repair.helps).next();
        first.map_or_else(|| self.id.clone(), |&finding| self.anchors[finding].clone())
    }
}
