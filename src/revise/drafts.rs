//! How one draft of a dossier differs from the next: its findings, its claims, its sources.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Change, Draft, Facet, facet};
use super::passages::passages;
use super::rewrites::{Rewriting, rewriting};
use super::stated::Stated;
use crate::finding::{Finding, Subject};
use crate::model::{Claim, Home, Source};
use crate::text::Span;

/// What became of a finding, or of what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not there before.
    New,
    /// It is of the same rule and records as one before, with other values or another level.
    Changed,
    /// It is there before and after.
    Unchanged,
    /// It is not there after.
    Fixed,
}

impl Fate {
    /// The word for it in every report.
    pub fn name(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Changed => "changed",
            Fate::Unchanged => "unchanged",
            Fate::Fixed => "fixed",
        }
    }
}

/// A finding of one draft, with what it was in the other.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// What became of it.
    pub fate: Fate,
    /// It in the old draft.
    pub before: Option<&'a Finding>,
    /// It in the new draft.
    pub after: Option<&'a Finding>,
}

/// How two drafts differ.
#[derive(Debug)]
pub struct Revision<'a> {
    /// The findings of both: the new ones, those that changed, those that are fixed, those that stay; within each, in
    /// the order of their report.
    pub findings: Vec<Followed<'a>>,
    /// The claims that came, went or changed, by id.
    pub claims: Vec<Change>,
    /// The sources that came, went or changed, by id.
    pub sources: Vec<Change>,
    /// The passages of claims of both drafts that have moved to another section, have other words, are gone or are
    /// found again, by the ids of the claims. Their places lie in the manuscripts.
    pub passages: Vec<Change>,
    /// How their manuscripts differ, if both have one.
    pub rewriting: Option<Rewriting>,
}

impl Revision<'_> {
    /// How many findings have this fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.findings.iter().filter(|followed| followed.fate == fate).count()
    }
}

/// How `new` differs from `old`.
pub fn revision<'a>(old: Draft<'a>, new: Draft<'a>) -> Revision<'a> {
    let [before, after] = [old, new].map(|draft| Stated { texts: draft.texts, dossier: draft.dossier });
    Revision {
        findings: findings(&old.report.findings, &new.report.findings),
        claims: changes("claim", &claims(before), &claims(after), |was, is| claim(before, was, after, is)),
        sources: changes("source", &sources(before), &sources(after), |was, is| source(before, was, after, is)),
        passages: passages(old, new),
        rewriting: rewriting(old, new),
    }
}

fn findings<'a>(old: &'a [Finding], new: &'a [Finding]) -> Vec<Followed<'a>> {
    let mut left: Vec<Option<&Finding>> = old.iter().map(Some).collect();
    let mut fates: Vec<Option<(Fate, &Finding)>> = vec![None; new.len()];
    let same = |finding: &Finding| finding.identity();
    let kin = |finding: &Finding| format!("{}\u{1f}{:?}", finding.rule, finding.subjects);
    follow(&mut left, new, &mut fates, &same);
    follow(&mut left, new, &mut fates, &kin);
    let mut followed: Vec<Followed> = new
        .iter()
        .zip(fates)
        .map(|(finding, fate)| {
            let (fate, before) = fate.map_or((Fate::New, None), |(fate, before)| (fate, Some(before)));
            Followed { fate, before, after: Some(finding) }
        })
        .collect();
    followed.extend(left.into_iter().flatten().map(|gone| Followed {
        fate: Fate::Fixed,
        before: Some(gone),
        after: None,
    }));
    followed.sort_by_key(|followed| match followed.fate {
        Fate::New => 0,
        Fate::Changed => 1,
        Fate::Fixed => 2,
        Fate::Unchanged => 3,
    });
    followed
}

/// Pairs the findings of the new draft that have no fate with those that are left of the old one, by what `key` says.
fn follow<'a>(
    left: &mut [Option<&'a Finding>],
    new: &'a [Finding],
    fates: &mut [Option<(Fate, &'a Finding)>],
    key: &dyn Fn(&Finding) -> String,
) {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, finding) in left.iter().enumerate().rev() {
        if let Some(finding) = finding {
            by_key.entry(key(finding)).or_default().push(at);
        }
    }
    for (finding, fate) in new.iter().zip(fates).filter(|(_, fate)| fate.is_none()) {
        let Some(was) = by_key.get_mut(&key(finding)).and_then(Vec::pop).and_then(|at| left[at].take()) else {
            continue;
        };
        let same = was.identity() == finding.identity() && was.level == finding.level;
        *fate = Some((if same { Fate::Unchanged } else { Fate::Changed }, was));
    }
}

/// Records by id, each with its place.
type Table<'a, R> = BTreeMap<&'a str, (Span, &'a R)>;

fn claims(stated: Stated<'_>) -> Table<'_, Claim> {
    stated.dossier.claims.iter().map(|claim| (stated.texts.read(claim.id), (claim.id.span, claim))).collect()
}

fn sources(stated: Stated<'_>) -> Table<'_, Source> {
    let own = stated.dossier.sources.iter().filter(|source| source.home == Home::Own);
    own.map(|source| (stated.texts.read(source.id), (source.id.span, source))).collect()
}

fn changes<R>(
    kind: &'static str,
    old: &Table<'_, R>,
    new: &Table<'_, R>,
    facets: impl Fn(&R, &R) -> Vec<Facet>,
) -> Vec<Change> {
    let ids: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let change = |id: &str| {
        let (before, after) = (old.get(id), new.get(id));
        let facets = before.zip(after).map_or_else(Vec::new, |((_, was), (_, is))| facets(was, is));
        let change = Change {
            record: Subject { kind, id: id.to_owned() },
            before: before.map(|(span, _)| *span),
            after: after.map(|(span, _)| *span),
            facets,
        };
        (change.before.is_none() || change.after.is_none() || !change.facets.is_empty()).then_some(change)
    };
    ids.into_iter().filter_map(change).collect()
}

fn claim(old: Stated<'_>, was: &Claim, new: Stated<'_>, is: &Claim) -> Vec<Facet> {
    let text = |stated: Stated<'_>, claim: &Claim| stated.word(claim.text).unwrap_or_default();
    let (said, says) = (old.says(was.says), new.says(is.says));
    let facets = [
        facet("text", text(old, was), text(new, is)),
        facet("statements", said.shapes.join(" | "), says.shapes.join(" | ")),
        facet("dates", said.dates.join(", "), says.dates.join(", ")),
        facet("citations", old.cites(was.cites).join(", "), new.cites(is.cites).join(", ")),
        facet("place", old.place(was), new.place(is)),
        facet("mark", old.mark(was), new.mark(is)),
    ];
    facets.into_iter().flatten().collect()
}

fn source(old: Stated<'_>, was: &Source, new: Stated<'_>, is: &Source) -> Vec<Facet> {
    let fields = |stated: Stated<'_>, source: &Source| -> BTreeMap<&'static str, String> {
        stated.dates(source).into_iter().chain(stated.fields(source)).collect()
    };
    let (before, after) = (fields(old, was), fields(new, is));
    let names: BTreeSet<&'static str> = before.keys().chain(after.keys()).copied().collect();
    let value = |fields: &BTreeMap<&str, String>, name: &str| fields.get(name).cloned().unwrap_or_default();
    names.into_iter().filter_map(|name| facet(name, value(&before, name), value(&after, name))).collect()
}
