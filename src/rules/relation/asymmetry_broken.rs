//! What goes one way only does not come round in a circle.
//!
//! # Why
//! If a province is part of a state, the state is not part of the province, nor of anything that is part of it. A circle
//! of three passages is seen by nobody who reads them apart.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "delta"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[claim]]
//! id = "delta-in-norland"
//! cites = ["gazette"]
//! says = { subject = "delta", relation = "part-of", object = "norland", from = "1920", until = "1950" }
//!
//! [[claim]]
//! id = "norland-in-delta"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "part-of", object = "delta", from = "1930", until = "1940" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "delta"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[claim]]
//! id = "delta-in-norland"
//! cites = ["gazette"]
//! says = { subject = "delta", relation = "part-of", object = "norland", from = "1920", until = "1950" }
//!
//! [[claim]]
//! id = "norland-in-delta"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "part-of", object = "delta", from = "1960", until = "1970" }
//! ```
//!
//! # When it stays silent
//! There is no instant at which all links of the circle hold: pair by pair is not enough. A circle of three or more of a
//! relation that does not carry over (`transitive`) contradicts nothing. Links of different speakers (`said-by`) make no
//! circle, and neither do plans and wishes. A thing that is said to stand to itself is `reflexive-relation`'s.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{EntityId, Record, RelationId};
use crate::reason::{Law, Object, Origin, Times};
use crate::rules::Case;
use crate::text::listed;

use crate::rules::told;

pub(crate) const RULE: &str = "asymmetry-broken";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["statement of a relation that goes one way", "statements of relations that go one way"];

const NO_CIRCLE: &str = "no way leads back to where it starts";

/// From one link so many others are followed.
const STEPS: usize = 2_000;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (relation, mut links) in links(case) {
        let mut told: BTreeSet<usize> = BTreeSet::new();
        let before: usize = links.values().map(Vec::len).sum();
        without_beginnings(case, &mut links);
        let all: BTreeSet<usize> = links.values().flatten().copied().collect();
        let beginnings =
            || case.holdings.iter().filter(|(at, holding)| holding.relation == relation && !all.contains(at));
        verdicts.all_fine(
            before - all.len(),
            || beginnings().map(|(_, holding)| told::place(case, holding)),
            NO_CIRCLE,
        );
        for &link in &all {
            if told.contains(&link) {
                continue;
            }
            match circle(case, &links, link) {
                Some((circle, certainty)) => {
                    told.extend(circle.iter().copied());
                    verdicts.find(tell(case, relation, &circle, certainty));
                }
                None => {
                    verdicts.fine(|| [told::place(case, case.holdings.at(link))], || NO_CIRCLE.to_owned());
                }
            }
        }
    }
}

/// The links of one relation by speaker and subject.
type Links = BTreeMap<(Option<EntityId>, Record), Vec<usize>>;

/// The links of each asymmetric relation, those that follow by a chain left out.
fn links(case: &Case<'_>) -> BTreeMap<RelationId, Links> {
    let mut links: BTreeMap<RelationId, Links> = BTreeMap::new();
    for (at, holding) in case.holdings.iter() {
        let is_chain = matches!(holding.origin, Origin::Follows(Law::Transitive(_), _));
        let asserted = !holding.is_denied && holding.mode.asserts();
        let goes_on = matches!(holding.object, Object::Thing(object) if object != holding.subject);
        if case.dossier[holding.relation].asymmetric && asserted && goes_on && !is_chain {
            let of = links.entry(holding.relation).or_default();
            of.entry((holding.speaker, holding.subject)).or_default().push(at);
        }
    }
    links
}

/// Leaves the links that a circle may lead to: what nothing leads to is in none.
fn without_beginnings(case: &Case<'_>, links: &mut Links) {
    let end = |speaker: Option<EntityId>, at: usize| match case.holdings.at(at).object {
        Object::Thing(object) => Some((speaker, object)),
        Object::Value(_) | Object::Nothing => None,
    };
    let mut leading: BTreeMap<(Option<EntityId>, Record), usize> = BTreeMap::new();
    for (&(speaker, _), from) in &*links {
        for end in from.iter().filter_map(|&at| end(speaker, at)) {
            *leading.entry(end).or_default() += 1;
        }
    }
    let mut beginnings: Vec<_> = links.keys().filter(|start| !leading.contains_key(start)).copied().collect();
    while let Some(beginning) = beginnings.pop() {
        for end in links.remove(&beginning).into_iter().flatten().filter_map(|at| end(beginning.0, at)) {
            let Some(count) = leading.get_mut(&end) else { continue };
            *count -= 1;
            if *count == 0 {
                beginnings.push(end);
            }
        }
    }
}

/// A shortest circle through a link, all of whose links hold at one instant, and how sure that is.
fn circle(case: &Case<'_>, links: &Links, link: usize) -> Option<(Vec<usize>, Certainty)> {
    let first = case.holdings.at(link);
    let mut open: VecDeque<(Vec<usize>, Times)> = VecDeque::from([(vec![link], first.times)]);
    let mut seen: BTreeMap<Record, Vec<Times>> = BTreeMap::new();
    let mut steps = 0;
    while let Some((path, times)) = open.pop_front() {
        let Object::Thing(here) = case.holdings.at(path[path.len() - 1]).object else { continue };
        if here == first.subject {
            return Some((path, times.certainty()));
        }
        if path.len() > 1 && !case.dossier[first.relation].transitive {
            continue;
        }
        for &next in links.get(&(first.speaker, here)).into_iter().flatten() {
            steps += 1;
            if steps > STEPS {
                return None;
            }
            let Some(times) = times.both(&case.holdings.at(next).times) else { continue };
            let Object::Thing(end) = case.holdings.at(next).object else { continue };
            let before = seen.entry(end).or_default();
            if !before.contains(&times) {
                before.push(times);
                open.push_back((path.iter().copied().chain([next]).collect(), times));
            }
        }
    }
    None
}

fn tell(case: &Case<'_>, relation: RelationId, circle: &[usize], certainty: Certainty) -> Finding {
    let sentences: Vec<String> = circle.iter().map(|&at| told::sentence(case, case.holdings.at(at))).collect();
    let name = told::relation(case, relation);
    let message = format!("{}: {name} goes one way only", listed(&sentences, "and"));
    let mut ordered = circle.to_vec();
    ordered.sort_by_key(|&at| (case.holdings.at(at).voice, at));
    told::finding(case, (RULE, LEVEL), message, &ordered, certainty)
        .help("correct one of the links, or say with `from` and `until` for which time each holds")
}
