//! A network of difference constraints between instants: what it implies, and where it contradicts itself.
//!
//! This is the simple temporal problem (Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial
//! Intelligence 49, 1991): a constraint `later - earlier <= at_most` is an arc, and the network is inconsistent exactly
//! if some cycle of arcs has a negative sum. The module knows nothing of claims or dates. Its caller numbers the
//! points and the *reasons*, the statements that bring constraints; one reason switches all its constraints.
//!
//! [`solve`] promises:
//!
//! - every reported [`Conflict`] is minimal in reasons: without any one of them, the others are consistent
//!   (conflicts of more than [`MINIMISED`] reasons are reported as found);
//! - what is left without [`Solution::set_aside`] is consistent, and the bounds are the tightest that it implies;
//! - every reason that is in some conflict is in a reported one, as far as the search for them is
//!   [`Solution::complete`]. Whether a reason is in *some* minimal conflict is a hard question, so the search is
//!   bounded by counted work, never by the clock. Of two reasons that contradict each other neither is missed;
//! - the result depends on the set of constraints and on the numbers of points and reasons, and on nothing else.
//!
//! Method: [`labels`] finds labels that fit nearly all constraints, [`repair`] adds the rest one by one, each by a search
//! of its neighbourhood that ends in better labels or in a negative cycle, [`explain`] makes cycles minimal, and
//! [`settle`] decides what is set aside. Labels are sums of 64-bit weights in 128 bits, so nothing overflows.

mod branch;
mod cover;
mod explain;
mod labels;
mod repair;
mod settle;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use labels::{Bounds, Labels, Side};
use rayon::prelude::*;
use settle::Settled;

pub use explain::MINIMISED;

/// An instant, in ticks of 2^-22 day: so "strictly before" is one tick, and two things of one day can still be in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point(pub u32);

impl Point {
    /// The calendar's zero: `x - ORIGIN <= w` bounds `x` from above, `ORIGIN - x <= -w` from below.
    pub const ORIGIN: Point = Point(0);
}

/// A statement, by its number; it may bring any number of constraints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reason(pub u32);

/// `later - earlier <= at_most`, in ticks.
///
/// Packed to 20 bytes: a million statements bring some four million of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, packed(4))]
pub struct Constraint {
    /// The point that is bounded from above.
    pub later: Point,
    /// The point that is bounded from below.
    pub earlier: Point,
    /// The greatest difference, in ticks; negative if `later` comes first.
    pub at_most: i64,
    /// The statement that says so.
    pub reason: Reason,
}

/// Constraints in canonical order, to be walked from the earlier point, from the later point, and by reason.
///
/// Takes 28 bytes for a constraint, 8 for a point and 4 for a reason.
#[derive(Debug)]
pub struct Network {
    /// By earlier point, then later point, bound and reason: so the arcs that leave a point are neighbours.
    constraints: Vec<Constraint>,
    leaving: Vec<u32>,
    entering: Index,
    owned: Index,
    /// Whether a constraint is between a point and itself, and cannot be met.
    has_loops: bool,
}

/// Constraint numbers in groups.
#[derive(Debug)]
struct Index {
    start: Vec<u32>,
    ids: Vec<u32>,
}

impl Index {
    fn group(&self, key: u32) -> &[u32] {
        &self.ids[self.start[key as usize] as usize..self.start[key as usize + 1] as usize]
    }
}

impl Network {
    /// Builds the network; sorting the constraints is all that takes more than linear time. There are as many points
    /// and reasons as said, or as the constraints mention, if those are more.
    pub fn new(points: u32, reasons: u32, mut constraints: Vec<Constraint>) -> Self {
        let mentioned = constraints.par_iter().map(|c| (c.later.0.max(c.earlier.0) + 1, c.reason.0 + 1));
        let (points, reasons) =
            mentioned.reduce(|| (points.max(1), reasons), |one, other| (one.0.max(other.0), one.1.max(other.1)));
        let has_loops = constraints.par_iter().any(|c| c.later == c.earlier && c.at_most < 0);
        constraints.par_sort_unstable_by_key(|c| (c.earlier, c.later, c.at_most, c.reason));
        let mut leaving = vec![0_u32; points as usize + 1];
        for constraint in &constraints {
            leaving[constraint.earlier.0 as usize + 1] += 1;
        }
        accumulate(&mut leaving);
        let (entering, owned) =
            rayon::join(|| group(points, &constraints, |c| c.later.0), || group(reasons, &constraints, |c| c.reason.0));
        Self { constraints, leaving, entering, owned, has_loops }
    }

    /// The number of points, the origin among them.
    pub fn points(&self) -> u32 {
        self.leaving.len() as u32 - 1
    }

    /// The number of reasons.
    pub fn reasons(&self) -> u32 {
        self.owned.start.len() as u32 - 1
    }

    /// All constraints, in canonical order.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// The constraints that a reason brings.
    pub fn constraints_of(&self, reason: Reason) -> impl Iterator<Item = Constraint> {
        self.owned(reason).iter().map(|&id| self.constraint(id))
    }

    /// The constraints alone, for those who only ask a [`Solution`] why.
    pub fn into_constraints(self) -> Vec<Constraint> {
        self.constraints
    }

    fn constraint(&self, id: u32) -> Constraint {
        self.constraints[id as usize]
    }

    fn leaving(&self, point: u32) -> std::ops::Range<u32> {
        self.leaving[point as usize]..self.leaving[point as usize + 1]
    }

    fn entering(&self, point: u32) -> &[u32] {
        self.entering.group(point)
    }

    fn owned(&self, reason: Reason) -> &[u32] {
        self.owned.group(reason.0)
    }
}

/// Turns the counts behind each key into the places at which the keys begin.
fn accumulate(starts: &mut [u32]) {
    for key in 1..starts.len() {
        starts[key] += starts[key - 1];
    }
}

/// Groups constraint numbers by a key, by counting; inside a group they ascend.
fn group(keys: u32, constraints: &[Constraint], key: impl Fn(&Constraint) -> u32) -> Index {
    let mut start = vec![0_u32; keys as usize + 1];
    for constraint in constraints {
        start[key(constraint) as usize + 1] += 1;
    }
    accumulate(&mut start);
    let mut place = start.clone();
    let mut ids = vec![0_u32; constraints.len()];
    for (id, constraint) in (0..).zip(constraints) {
        let at = &mut place[key(constraint) as usize];
        ids[*at as usize] = id;
        *at += 1;
    }
    Index { start, ids }
}

/// Reasons that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The reasons, ascending.
    pub reasons: Vec<Reason>,
    /// A cycle of constraints of these reasons whose sum is negative: each begins (`earlier`) where the one before it
    /// ends (`later`). It begins at the origin, if it passes it.
    pub cycle: Vec<Constraint>,
}

/// What a network implies, and what had to be set aside for that.
#[derive(Debug)]
pub struct Solution {
    /// Contradictions: fewest reasons first, then by the reasons' numbers.
    pub conflicts: Vec<Conflict>,
    /// Without these reasons the rest is consistent, and none of them can be added to it; ascending.
    pub set_aside: Vec<Reason>,
    /// Whether the search for conflicts came to its end inside its bounds. If not, there may be reasons in some
    /// conflict that no reported one names: mostly links of further chains between two distant points that a false
    /// statement puts in the wrong order. In the extreme, reasons were set aside without a reported conflict.
    ///
    /// Where there are many conflicts, those that share no reason are looked into apart, so a conflict that needs
    /// reasons set aside from two such groups is not looked for even then.
    pub complete: bool,
    /// By reason, whether it is assumed and not set aside.
    held: Vec<bool>,
    latest: Arc<Bounds>,
    earliest: Arc<Bounds>,
}

impl Solution {
    fn bounds(&self, side: Side) -> &Arc<Bounds> {
        match side {
            Side::Latest => &self.latest,
            Side::Earliest => &self.earliest,
        }
    }

    /// The constraints of the reasons that hold now and do not hold here.
    fn added(&self, network: &Network, held: &[bool]) -> Vec<u32> {
        let added = (0..network.reasons()).filter(|&reason| held[reason as usize] && !self.held[reason as usize]);
        added.flat_map(|reason| network.owned(Reason(reason))).copied().collect()
    }

    /// The latest tick at which the point can be, if anything bounds it.
    pub fn latest(&self, point: Point) -> Option<i64> {
        self.latest.bound(point.0)
    }

    /// The earliest tick at which the point can be, if anything bounds it.
    pub fn earliest(&self, point: Point) -> Option<i64> {
        self.earliest.bound(point.0).map(|distance| -distance)
    }

    /// Those of the solved network's constraints whose sum is [`Solution::latest`], from the calendar to the point; empty
    /// if there is no bound.
    pub fn why_latest(&self, constraints: &[Constraint], point: Point) -> Vec<Constraint> {
        self.latest.chain(constraints, point.0)
    }

    /// Those of the solved network's constraints whose sum is minus [`Solution::earliest`], from the calendar to the
    /// point; empty if there is no bound.
    pub fn why_earliest(&self, constraints: &[Constraint], point: Point) -> Vec<Constraint> {
        self.earliest.chain(constraints, point.0)
    }
}

/// Solves the network of the assumed reasons.
///
/// `assumed` and `strength` have one entry for each reason (what is missing is assumed, and has strength 0). Where a
/// conflict has to be broken, the reason of least strength is set aside; among equals the one in most conflicts, as far
/// as they are known together, then the one of highest number.
///
/// Time is near-linear where conflicts are local. The worst case of the labels is the product of points and constraints
/// inside a strongly connected part, as for every known method.
///
/// With a solution `below`, of the same network with less assumed, only the bounds that differ from its are kept anew.
pub fn solve(network: &Network, assumed: &[bool], strength: &[u32], below: Option<&Solution>) -> Solution {
    let assumed = |reason: Reason| assumed.get(reason.0 as usize).copied().unwrap_or(true);
    let mut held: Vec<bool> = (0..network.reasons()).map(|reason| assumed(Reason(reason))).collect();
    let active: Vec<bool> = network.constraints.par_iter().map(|c| held[c.reason.0 as usize]).collect();
    let under = |side: Side| below.map(|below| below.bounds(side));
    let added = below.map(|below| below.added(network, &held)).unwrap_or_default();
    let first = |side: Side| {
        let known = under(side).map_or_else(|| Labels::fresh(network, side), |below| below.labels(network));
        labels::tighten(network, &active, known, &added, false)
    };
    let (start, other) = rayon::join(|| first(Side::Latest), || first(Side::Earliest));
    let (unfit, other_unfit) = rayon::join(|| start.unfit(network, &active), || other.unfit(network, &active));
    let kept = |labels: &Labels| Arc::new(labels.kept(under(labels.side)));
    let (latest, earliest) = rayon::join(|| kept(&start), || kept(&other));
    // Before the network is taken apart: these labels are of no use any more, and large.
    drop(other);
    if unfit.is_empty() {
        return Solution { conflicts: Vec::new(), set_aside: Vec::new(), complete: true, held, latest, earliest };
    }
    let Settled { conflicts, set_aside, active, complete } = settle::settle(network, strength, active, start, &unfit);
    for reason in &set_aside {
        held[reason.0 as usize] = false;
    }
    let again = |known: Arc<Bounds>, doubted: &[u32]| {
        let labels = known.labels(network);
        drop(known);
        kept(&labels::tighten(network, &active, labels, doubted, true))
    };
    let (latest, earliest) = rayon::join(|| again(latest, &unfit), || again(earliest, &other_unfit));
    Solution { conflicts, set_aside, complete, held, latest, earliest }
}

/// Whether these reasons can hold together. For small sets: time grows with the product of their points and constraints.
pub fn is_consistent(network: &Network, reasons: &[Reason]) -> bool {
    explain::negative_cycle(network, reasons).is_none()
}
