//! Shortest distances from or to the calendar's origin, as labels that may not pass a point's own opposite bound.
//!
//! First a few plain passes over the constraints, up and down in turn (Yen, "An algorithm for finding shortest routes",
//! Quarterly of Applied Mathematics 27, 1970): they settle most networks. Where they do not, strongly connected parts
//! (Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972) in topological order,
//! and within a part the Bellman-Ford-Moore method with subtree disassembly (Cherkassky and Goldberg,
//! "Negative-cycle detection algorithms", Mathematical Programming 85, 1999).
//!
//! The origin is left out of the graph, since with it everything is one part: an upper bound is where a point's label
//! starts, a lower bound is its *floor*. A constraint that would push a label below the floor is passed over, and one
//! that would close a negative cycle is left out. So on an inconsistent network the labels still fit nearly all
//! constraints, and one bad date is felt only by its neighbours. On a consistent network the labels are the distances.

mod disassembly;
mod parts;
mod ranked;

use std::sync::Arc as Shared;

use rayon::prelude::*;

use super::{Constraint, Network, Point};
use disassembly::Disassembly;
use ranked::Ranked;

/// A sum of ticks. 2^32 weights of 64 bits stay below 2^96.
pub(super) type Ticks = i128;

/// No constraint.
pub(super) const NONE: u32 = u32::MAX;

/// The label of a point without any bound; what comes of it by way of constraints stays above the half of it.
const UNBOUNDED: Ticks = 1 << 100;

/// Constraints that plain passes may look at, for each constraint of the network, before the network is taken apart.
/// Generated timelines settle with less than 2. Small networks of tests would never get further than that.
const PASSED: usize = if cfg!(test) { 1 } else { 6 };

/// Plain passes at most: each looks at all points, if not at their constraints.
const PASSES: u32 = 64;

/// The floor of a point that has none.
const NO_FLOOR: i64 = i64::MIN;

/// The lowest label that the floor of a point lets through.
fn lowest(floor: &[i64], point: u32) -> Ticks {
    match floor.get(point as usize) {
        None | Some(&NO_FLOOR) => -UNBOUNDED,
        Some(&floor) => floor.into(),
    }
}

/// Which bound the labels are: the distance from the origin, or to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Latest,
    Earliest,
}

impl Side {
    /// The points between which a constraint carries a label, from first to second.
    fn ends(self, constraint: &Constraint) -> (u32, u32) {
        match self {
            Side::Latest => (constraint.earlier.0, constraint.later.0),
            Side::Earliest => (constraint.later.0, constraint.earlier.0),
        }
    }
}

/// A label for each point, and the constraint that it comes from.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) side: Side,
    pub(super) label: Vec<Ticks>,
    via: Vec<u32>,
    /// Whether they fit all active constraints for sure.
    pub(super) fit: bool,
}

impl Labels {
    /// No bounds yet.
    pub(super) fn fresh(network: &Network, side: Side) -> Self {
        let points = network.points() as usize;
        Self { side, label: vec![UNBOUNDED; points], via: vec![NONE; points], fit: false }
    }

    /// The active constraints that the labels do not fit.
    pub(super) fn unfit(&self, network: &Network, active: &[bool]) -> Vec<u32> {
        if self.fit {
            return Vec::new();
        }
        let numbered = network.constraints.par_iter().zip(active).enumerate();
        let unfit = numbered.filter(|(_, (constraint, active))| {
            let (tail, head) = self.side.ends(constraint);
            let reached = self.label[tail as usize] + Ticks::from(constraint.at_most);
            **active && reached < self.label[head as usize]
        });
        unfit.map(|(id, _)| id as u32).collect()
    }

    /// The labels as they are kept once they are settled: all of them, or only those that differ from those `below`.
    pub(super) fn kept(&self, below: Option<&Shared<Bounds>>) -> Bounds {
        let ticks = |&label: &Ticks| if label < UNBOUNDED / 2 { saturate(label) } else { Bounds::NONE };
        let points = self.label.len();
        let all = self.label.iter().map(ticks).zip(self.via.iter().copied());
        match below {
            None => Bounds { side: self.side, kept: Kept::All(all.unzip()) },
            Some(below) => {
                let differing = (0..).zip(all).filter(|&(point, kept)| below.at(point) != kept);
                let (differing, kept): (Vec<u32>, Vec<(i64, u32)>) = differing.unzip();
                let points = Ranked::new(points, &differing);
                Bounds { side: self.side, kept: Kept::Over { below: Shared::clone(below), points, kept } }
            }
        }
    }
}

/// The distance of each point from the origin or to it, and the constraint that it comes from.
#[derive(Debug)]
pub(super) struct Bounds {
    side: Side,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    All((Vec<i64>, Vec<u32>)),
    Over { below: Shared<Bounds>, points: Ranked, kept: Vec<(i64, u32)> },
}

impl Bounds {
    const NONE: i64 = i64::MAX;

    /// The distance and the constraint.
    fn at(&self, point: u32) -> (i64, u32) {
        match &self.kept {
            Kept::All((ticks, via)) => {
                let known = ticks.get(point as usize).copied().zip(via.get(point as usize).copied());
                known.unwrap_or((Self::NONE, NONE))
            }
            Kept::Over { below, points, kept } => match points.rank(point) {
                Some(place) => kept[place],
                None => below.at(point),
            },
        }
    }

    /// The labels that these bounds were; no bounds where some did not fit into 64 bits.
    pub(super) fn labels(&self, network: &Network) -> Labels {
        let mut labels = Labels::fresh(network, self.side);
        for point in 0..network.points() {
            match self.at(point) {
                (Self::NONE, _) => {}
                (ticks, via) if EXACT.contains(&ticks) => {
                    labels.label[point as usize] = ticks.into();
                    labels.via[point as usize] = via;
                }
                _ => return Labels::fresh(network, self.side),
            }
        }
        labels
    }

    /// The distance, if there is one.
    pub(super) fn bound(&self, point: u32) -> Option<i64> {
        Some(self.at(point).0).filter(|&ticks| ticks != Self::NONE)
    }

    /// The constraints that add up to the distance, from the calendar to the point.
    pub(super) fn chain(&self, constraints: &[Constraint], point: u32) -> Vec<Constraint> {
        let mut chain = Vec::new();
        let mut at = point;
        while at != Point::ORIGIN.0 && self.bound(at).is_some() {
            let constraint = constraints[self.at(at).1 as usize];
            chain.push(constraint);
            at = self.side.ends(&constraint).0;
        }
        chain.reverse();
        chain
    }
}

/// What [`saturate`] leaves as it is.
const EXACT: std::ops::Range<i64> = i64::MIN + 2..i64::MAX - 1;

/// The nearest that 64 bits can hold, and never [`Bounds::NONE`].
fn saturate(ticks: Ticks) -> i64 {
    ticks.clamp((i64::MIN + 1).into(), (i64::MAX - 1).into()) as i64
}

/// Lowers labels along the active constraints until nothing changes.
///
/// The labels may be those that other constraints gave. The `doubted` are then all that are active anew or did not fit.
/// Only where the active constraints are known to be consistent may some of those be active no more: labels that came by
/// way of them are taken back. No label would pass a floor there, and none is laid.
pub(super) fn tighten(
    network: &Network,
    active: &[bool],
    mut labels: Labels,
    doubted: &[u32],
    is_consistent: bool,
) -> Labels {
    let orphans = if is_consistent { orphans(network, active, &labels) } else { Vec::new() };
    for &orphan in &orphans {
        labels.label[orphan as usize] = UNBOUNDED;
        labels.via[orphan as usize] = NONE;
    }
    let side = labels.side;
    let mut field = Field::new(network, active, labels, is_consistent);
    let tail = |id: u32| side.ends(&network.constraints[id as usize]).0 as usize;
    for &id in doubted {
        field.pending[tail(id)] = true;
    }
    for orphan in orphans {
        match side {
            Side::Latest => network.entering(orphan).iter().for_each(|&id| field.pending[tail(id)] = true),
            Side::Earliest => network.leaving(orphan).for_each(|id| field.pending[tail(id)] = true),
        }
    }
    field.pending[Point::ORIGIN.0 as usize] = false;
    if !field.settles_in_passes() {
        field.solve_parts();
    }
    field.labels.fit = !field.refused && !network.has_loops;
    field.labels
}

/// The points whose labels come by way of a constraint that is not active, or of themselves.
fn orphans(network: &Network, active: &[bool], labels: &Labels) -> Vec<u32> {
    #[derive(Clone, Copy, PartialEq)]
    enum Known {
        Nothing,
        OnTheWay,
        Kept,
        Orphan,
    }
    let mut known = vec![Known::Nothing; labels.via.len()];
    let mut way = Vec::new();
    for point in 0..network.points() {
        let mut at = point;
        let found = loop {
            match known[at as usize] {
                Known::Nothing => {}
                Known::OnTheWay => break Known::Orphan,
                found => break found,
            }
            known[at as usize] = Known::OnTheWay;
            way.push(at);
            match labels.via[at as usize] {
                NONE => break Known::Kept,
                via if !active[via as usize] => break Known::Orphan,
                via => at = labels.side.ends(&network.constraints[via as usize]).0,
            }
        };
        way.drain(..).for_each(|passed| known[passed as usize] = found);
    }
    (0..network.points()).filter(|&point| known[point as usize] == Known::Orphan).collect()
}

/// Labels at work.
struct Field<'n> {
    network: &'n Network,
    active: &'n [bool],
    labels: Labels,
    /// The greatest lower bound that each point has of its own, [`NO_FLOOR`] where it has none; empty where none is laid.
    floor: Vec<i64>,
    /// Points whose label has yet to be carried on.
    pending: Vec<bool>,
    /// Whether a label was kept from what a constraint would have made it.
    refused: bool,
}

/// An arc from a point whose label is settled to one whose label it may lower.
#[derive(Clone, Copy)]
struct Arc {
    id: u32,
    head: u32,
    weight: Ticks,
}

impl<'n> Field<'n> {
    /// The labels with the active constraints from the origin laid on them. Pending are those that this lowers, and those
    /// that had no bound, since these need not fit one another.
    fn new(network: &'n Network, active: &'n [bool], mut labels: Labels, is_consistent: bool) -> Self {
        let side = labels.side;
        let mut pending: Vec<bool> = labels.label.iter().map(|&label| label == UNBOUNDED).collect();
        let origin = Point::ORIGIN.0;
        let (from_origin, to_origin): (Vec<u32>, &[u32]) =
            (network.leaving(origin).collect(), network.entering(origin));
        let (starts, floors) = match side {
            Side::Latest => (from_origin.as_slice(), to_origin),
            Side::Earliest => (to_origin, from_origin.as_slice()),
        };
        let mut floor = if is_consistent { Vec::new() } else { vec![NO_FLOOR; network.points() as usize] };
        for &id in floors.iter().filter(|&&id| !is_consistent && active[id as usize]) {
            let constraint = network.constraint(id);
            let floor = &mut floor[side.ends(&constraint).0 as usize];
            *floor = (*floor).max(constraint.at_most.checked_neg().unwrap_or(i64::MAX));
        }
        let mut refused = (0..).zip(&labels.label).any(|(point, &label)| label < lowest(&floor, point));
        for &id in starts.iter().filter(|&&id| active[id as usize]) {
            let constraint = network.constraint(id);
            let point = side.ends(&constraint).1 as usize;
            let start = Ticks::from(constraint.at_most);
            if start >= labels.label[point] {
                continue;
            }
            if start < lowest(&floor, point as u32) {
                refused = true;
                continue;
            }
            labels.label[point] = start;
            labels.via[point] = id;
            pending[point] = true;
        }
        labels.label[origin as usize] = 0;
        labels.via[origin as usize] = NONE;
        Self { network, active, labels, floor, pending, refused }
    }

    /// Carries labels on in passes up and down the points; returns whether nothing is pending any more.
    fn settles_in_passes(&mut self) -> bool {
        let points = self.network.points();
        let mut allowed = PASSED * self.network.constraints.len();
        for pass in 0..PASSES {
            let mut scanned = 0;
            for nth in 0..points {
                let point = if pass.is_multiple_of(2) { nth } else { points - 1 - nth };
                if self.pending[point as usize] {
                    self.pending[point as usize] = false;
                    scanned += 1 + self.degree(point) as usize;
                    self.carry_on(point, |_| true);
                }
            }
            if scanned == 0 {
                return true;
            }
            if scanned > allowed {
                return false;
            }
            allowed -= scanned;
        }
        false
    }

    /// Carries the label of a point on to some of its neighbours.
    fn carry_on(&mut self, point: u32, to: impl Fn(u32) -> bool) {
        for nth in 0..self.degree(point) {
            if let Some(arc) = self.arc(point, nth)
                && to(arc.head)
            {
                let label = self.labels.label[point as usize] + arc.weight;
                if label >= self.labels.label[arc.head as usize] {
                    continue;
                }
                if label < lowest(&self.floor, arc.head) {
                    self.refused = true;
                } else {
                    self.lower(arc, label);
                }
            }
        }
    }

    fn lower(&mut self, arc: Arc, label: Ticks) {
        self.labels.label[arc.head as usize] = label;
        self.labels.via[arc.head as usize] = arc.id;
        self.pending[arc.head as usize] = true;
    }

    /// The number of constraints that carry the label of a point on, active or not.
    fn degree(&self, point: u32) -> u32 {
        match self.labels.side {
            Side::Latest => self.network.leaving(point).len() as u32,
            Side::Earliest => self.network.entering(point).len() as u32,
        }
    }

    /// The nth such constraint, if it is active and joins two different points other than the origin.
    fn arc(&self, point: u32, nth: u32) -> Option<Arc> {
        let id = match self.labels.side {
            Side::Latest => self.network.leaving(point).start + nth,
            Side::Earliest => self.network.entering(point)[nth as usize],
        };
        let constraint = &self.network.constraints[id as usize];
        let (tail, head) = self.labels.side.ends(constraint);
        let inner = head != tail && head != Point::ORIGIN.0 && tail != Point::ORIGIN.0;
        (inner && self.active[id as usize]).then(|| Arc { id, head, weight: constraint.at_most.into() })
    }

    fn arcs(&self, point: u32) -> impl Iterator<Item = Arc> {
        (0..self.degree(point)).filter_map(move |nth| self.arc(point, nth))
    }

    /// Settles one strongly connected part after the other, each after all that lead to it.
    fn solve_parts(&mut self) {
        let parts = parts::strongly_connected(self);
        let mut downhill = parts::Downhill::new(self);
        let mut disassembly: Option<Disassembly> = None;
        for number in (0..parts.len()).rev() {
            let members = parts.members(number);
            if members.len() > 1 {
                let order = downhill.order(self, &parts, number);
                disassembly.get_or_insert_with(|| Disassembly::new(self)).settle(self, &parts, number, &order);
            }
            for &point in members {
                if self.pending[point as usize] {
                    self.carry_on(point, |head| parts.number_of(head) != number);
                }
            }
        }
    }
}
