//! What goes one way only does not come round in a circle.
//!
//! # Why
//! If a province is part of a state, the state is not part of the province, nor of anything that is part of it. A
//! circle of three passages is seen by nobody who reads them apart.
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
//! There is no instant at which all links of the circle hold: pair by pair is not enough. A circle of three or more of
//! a relation that does not carry over (`transitive`) contradicts nothing. Links of different speakers (`said-by`) make
//! no circle, and neither do plans and wishes. A thing that is said to stand to itself is `reflexive-relation`'s.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rustc_hash::FxHashMap;

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{EntityId, Record, RelationId};
use crate::reason::{Knots, Law, Object, Origin, Times};
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
    for ((relation, _), links) in links(case) {
        let links = Links::new(case, links);
        let mut told: BTreeSet<usize> = BTreeSet::new();
        for &link in &links.all {
            if told.contains(&link) {
                continue;
            }
            match links.circle(case, link) {
                Search::Found(circle, certainty) => {
                    told.extend(circle.iter().copied());
                    verdicts.find(tell(case, relation, &circle, certainty));
                }
                Search::None => {
                    verdicts.fine(|| [told::place(case, case.holdings.at(link))], || NO_CIRCLE.to_owned());
                }
                Search::TooFar => {
                    verdicts.left_out("more ways back than are followed", told::place(case, case.holdings.at(link)));
                }
            }
        }
    }
}

/// The links of each asymmetric relation in the words of each speaker, those that follow by a chain left out.
fn links(case: &Case<'_>) -> BTreeMap<(RelationId, Option<EntityId>), Vec<usize>> {
    let mut links: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, holding) in case.holdings.iter() {
        let is_chain = matches!(holding.origin, Origin::Follows(Law::Transitive(_), _));
        let asserted = !holding.is_denied && holding.mode.asserts();
        let goes_on = matches!(holding.object, Object::Thing(object) if object != holding.subject);
        if case.dossier[holding.relation].asymmetric && asserted && goes_on && !is_chain {
            links.entry((holding.relation, holding.speaker)).or_default().push(at);
        }
    }
    links
}

/// Links of one relation as arrows between things.
struct Links {
    all: Vec<usize>,
    /// The numbers of the things.
    places: FxHashMap<Record, usize>,
    /// The links that start at each thing.
    from: Vec<Vec<usize>>,
    knots: Knots,
}

/// What comes of looking for a circle through a link all of whose links hold at one instant.
enum Search {
    Found(Vec<usize>, Certainty),
    None,
    /// It was given up.
    TooFar,
}

impl Links {
    fn new(case: &Case<'_>, all: Vec<usize>) -> Self {
        let mut places = FxHashMap::default();
        for thing in all.iter().flat_map(|&at| ends(case, at)) {
            let next = places.len();
            places.entry(thing).or_insert(next);
        }
        let (mut from, mut leads) = (vec![Vec::new(); places.len()], vec![Vec::new(); places.len()]);
        for &at in &all {
            let [start, end] = ends(case, at).map(|thing| places[&thing]);
            from[start].push(at);
            leads[start].push(end);
        }
        Self { all, places, from, knots: Knots::new(leads) }
    }

    fn knot_of(&self, thing: Record) -> usize {
        self.knots.of[self.places[&thing]]
    }

    /// A shortest circle through a link, and how sure it is. Only what lies in one knot leads back.
    fn circle(&self, case: &Case<'_>, link: usize) -> Search {
        let first = case.holdings.at(link);
        let [start, end] = ends(case, link);
        let knot = self.knot_of(start);
        if knot != self.knot_of(end) {
            return Search::None;
        }
        let mut open: VecDeque<(Vec<usize>, Times)> = VecDeque::from([(vec![link], first.times)]);
        let mut seen: FxHashMap<Record, Vec<Times>> = FxHashMap::default();
        let mut steps = 0;
        while let Some((path, times)) = open.pop_front() {
            let [_, here] = ends(case, path[path.len() - 1]);
            if here == start {
                return Search::Found(path, times.certainty());
            }
            if path.len() > 1 && !case.dossier[first.relation].transitive {
                continue;
            }
            for &next in &self.from[self.places[&here]] {
                let [_, end] = ends(case, next);
                if self.knot_of(end) != knot {
                    continue;
                }
                steps += 1;
                if steps > STEPS {
                    return Search::TooFar;
                }
                let Some(times) = times.both(&case.holdings.at(next).times) else { continue };
                let before = seen.entry(end).or_default();
                if !before.contains(&times) {
                    before.push(times);
                    open.push_back((path.iter().copied().chain([next]).collect(), times));
                }
            }
        }
        Search::None
    }
}

/// From what to what a link leads.
fn ends(case: &Case<'_>, link: usize) -> [Record; 2] {
    let holding = case.holdings.at(link);
    match holding.object {
        Object::Thing(object) => [holding.subject, object],
        Object::Value(_) | Object::Nothing => [holding.subject; 2],
    }
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
