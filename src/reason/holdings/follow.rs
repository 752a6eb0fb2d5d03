//! What follows from holdings by the promises of their relations.
//!
//! First, from each holding alone, what its relation implies at however many removes, up to [`MOST_IMPLIED`]; then what
//! transitive relations carry over along chains that hold at one time, and all that this implies in turn. A chain is
//! followed link by link up to [`LONGEST`], and all together up to [`MOST_STEPS`] steps: beyond that the holdings are
//! not complete, and nothing is made up.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Holding, Object, Origin, Times};
use crate::model::{Dossier, EntityId, Mode, Record, Ref, RelationId};
use crate::text::Texts;

/// The longest chain of a transitive relation that is followed.
const LONGEST: usize = 16;
/// Of what a relation implies so much is followed, the nearest first. In a ring of relations that imply one another
/// each would else imply all.
const MOST_IMPLIED: usize = 32;
/// The most steps along chains.
const MOST_STEPS: usize = 200_000;
/// Of the chains from one thing to another, so many are kept: they may hold at different times.
const MOST_CHAINS: usize = 4;

/// A promise of a relation, by which something follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// It holds both ways.
    Symmetric(RelationId),
    /// The first says the same as the second from the other side.
    Inverse(RelationId, RelationId),
    /// The first implies the second.
    Implies(RelationId, RelationId),
    /// It carries over.
    Transitive(RelationId),
}

/// Appends what follows; whether that is everything.
pub(super) fn follow(texts: &Texts, dossier: &Dossier, all: &mut Vec<Holding>) -> bool {
    let implied = Implied::new(texts, dossier, all);
    let is_complete = implied.is_complete;
    implied.append_from(0, all);
    let alone = all.len();
    let mut steps = 0;
    let mut transitive: Vec<RelationId> = (0..dossier.relations.len()).map(RelationId::new).collect();
    transitive.retain(|&id| dossier[id].transitive);
    transitive.sort_by_key(|&id| texts.read(dossier[id].id));
    for relation in transitive {
        carry_over(relation, all, &mut steps);
    }
    // A relation that is implied and transitive has its own chains of what the links imply: it adds nothing here.
    let own_chains = |step: &Step| dossier[step.relation].transitive;
    implied.without_leaves(own_chains).append_from(alone, all);
    steps < MOST_STEPS && is_complete
}

/// What a relation implies at some removes: another relation, perhaps from the other side.
#[derive(Clone, Copy, Debug)]
struct Step {
    relation: RelationId,
    swapped: bool,
    law: Law,
    /// The step that it follows from; the holding itself where there is none.
    from: Option<usize>,
}

/// What each relation that something is said of implies, by row.
struct Implied {
    steps: Vec<Vec<Step>>,
    is_complete: bool,
}

impl Implied {
    fn new(texts: &Texts, dossier: &Dossier, said: &[Holding]) -> Self {
        let direct = direct(texts, dossier);
        let mut implied = Self { steps: vec![Vec::new(); direct.len()], is_complete: true };
        let mut is_said = vec![false; direct.len()];
        for holding in said {
            is_said[holding.relation.index()] = true;
        }
        for row in (0..direct.len()).filter(|&row| is_said[row]) {
            let steps = closure(&direct, RelationId::new(row));
            implied.is_complete &= steps.len() < MOST_IMPLIED;
            implied.steps[row] = steps;
        }
        implied
    }

    /// The same without the last steps that are of no use.
    fn without_leaves(mut self, is_useless: impl Fn(&Step) -> bool) -> Self {
        for steps in &mut self.steps {
            while steps.last().is_some_and(&is_useless) {
                steps.pop();
            }
        }
        self
    }

    /// Appends what follows from each of the holdings from a place on.
    fn append_from(&self, first: usize, all: &mut Vec<Holding>) {
        for at in first..all.len() {
            if !all[at].is_denied {
                self.append(at, all);
            }
        }
    }

    fn append(&self, at: usize, all: &mut Vec<Holding>) {
        let steps = &self.steps[all[at].relation.index()];
        let mut places: Vec<Option<usize>> = Vec::with_capacity(steps.len());
        for step in steps {
            let from = step.from.map_or(Some(at), |from| places[from]);
            places.push(from.and_then(|from| {
                let holding = all[at].seen_as(step, from)?;
                all.push(holding);
                Some(all.len() - 1)
            }));
        }
    }
}

impl Holding {
    fn seen_as(&self, step: &Step, from: usize) -> Option<Holding> {
        let (subject, object) = match (step.swapped, self.object) {
            (true, Object::Thing(object)) => (object, Object::Thing(self.subject)),
            (true, Object::Value(_) | Object::Nothing) => return None,
            (false, object) => (self.subject, object),
        };
        let is_new = (step.relation, subject, object) != self.key();
        let origin = Origin::Follows(step.law, Box::new([from]));
        is_new.then(|| Holding { subject, relation: step.relation, object, origin, ..self.clone() })
    }
}

/// What each relation implies by a promise of its own or of another, in the order of their ids.
fn direct(texts: &Texts, dossier: &Dossier) -> Vec<Vec<(RelationId, bool, Law)>> {
    let mut direct = vec![Vec::new(); dossier.relations.len()];
    for (row, relation) in dossier.relations.iter().enumerate() {
        let id = RelationId::new(row);
        if relation.symmetric {
            direct[row].push((id, true, Law::Symmetric(id)));
        }
        if let Some(other) = relation.inverse_of.and_then(|name| name.target) {
            direct[row].push((other, true, Law::Inverse(id, other)));
            direct[other.index()].push((id, true, Law::Inverse(id, other)));
        }
        let implied = relation.subproperty_of.iter().filter_map(|name: &Ref<RelationId>| name.target);
        direct[row].extend(implied.map(|other| (other, false, Law::Implies(id, other))));
    }
    for implied in &mut direct {
        implied.sort_by_key(|(other, swapped, _)| (texts.read(dossier[*other].id), *swapped));
    }
    direct
}

fn closure(direct: &[Vec<(RelationId, bool, Law)>], relation: RelationId) -> Vec<Step> {
    let mut seen = FxHashSet::from_iter([(relation, false)]);
    let mut steps: Vec<Step> = Vec::new();
    let mut at = 0;
    let (mut here, mut turned, mut from) = (relation, false, None);
    loop {
        for &(other, swapped, law) in &direct[here.index()] {
            let step = Step { relation: other, swapped: turned != swapped, law, from };
            if steps.len() < MOST_IMPLIED && seen.insert((step.relation, step.swapped)) {
                steps.push(step);
            }
        }
        let Some(next) = steps.get(at) else { return steps };
        (here, turned, from) = (next.relation, next.swapped, Some(at));
        at += 1;
    }
}

/// The links of a transitive relation that one speaker states.
type Links = FxHashMap<(Option<EntityId>, Record), Vec<(usize, Record)>>;

/// A chain of links.
struct Chain {
    end: Record,
    times: Times,
    links: Vec<usize>,
}

/// Appends what a transitive relation carries over along chains of two links or more.
fn carry_over(relation: RelationId, all: &mut Vec<Holding>, steps: &mut usize) {
    let mut links: Links = FxHashMap::default();
    let mut starts = Vec::new();
    for (at, holding) in all.iter().enumerate() {
        let asserted = holding.relation == relation && !holding.is_denied && holding.mode.asserts();
        let Object::Thing(object) = holding.object else { continue };
        if asserted && object != holding.subject {
            let from = links.entry((holding.speaker, holding.subject)).or_default();
            if from.is_empty() {
                starts.push((holding.speaker, holding.subject));
            }
            from.push((at, object));
        }
    }
    for (speaker, start) in starts {
        for chain in chains(all, &links, speaker, start, steps) {
            all.push(Holding {
                subject: start,
                relation,
                object: Object::Thing(chain.end),
                times: chain.times,
                is_denied: false,
                voice: chain.links.iter().map(|&link| all[link].voice).min().unwrap_or(all[chain.links[0]].voice),
                mode: Mode::Fact,
                speaker,
                origin: Origin::Follows(Law::Transitive(relation), chain.links.into()),
            });
        }
    }
}

/// The chains of two links or more from one thing, the shortest first.
fn chains(all: &[Holding], links: &Links, speaker: Option<EntityId>, start: Record, steps: &mut usize) -> Vec<Chain> {
    let mut reached: FxHashMap<Record, usize> = FxHashMap::default();
    let mut found: Vec<Chain> = Vec::new();
    let first = links.get(&(speaker, start)).into_iter().flatten();
    found.extend(first.map(|&(at, end)| Chain { end, times: all[at].times, links: vec![at] }));
    let mut at = 0;
    while at < found.len() && *steps < MOST_STEPS {
        let is_longest = found[at].links.len() == LONGEST;
        let next = links.get(&(speaker, found[at].end)).filter(|_| !is_longest);
        for &(link, end) in next.into_iter().flatten() {
            *steps += 1;
            let Some(times) = found[at].times.both(&all[link].times) else { continue };
            let kept = reached.entry(end).or_default();
            if end == start || *kept == MOST_CHAINS {
                continue;
            }
            *kept += 1;
            let links = found[at].links.iter().copied().chain([link]).collect();
            found.push(Chain { end, times, links });
        }
        at += 1;
    }
    found.retain(|chain| chain.links.len() > 1);
    found
}
