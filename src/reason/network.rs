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
//! - what is left without [`Settled::set_aside`] is consistent, and the bounds are the tightest that it implies;
//! - every reason that is in some conflict is in a reported one, as far as the search for them is
//!   [`Settled::complete`]. Whether a reason is in *some* minimal conflict is a hard question, so the search is
//!   bounded by counted work, never by the clock. Of two reasons that contradict each other neither is missed;
//! - the result depends on the set of constraints and on the numbers of points and reasons, and on nothing else.
//!
//! Method: [`labels`] finds labels that fit nearly all constraints, [`repair`] adds the rest one by one, each by a
//! search of its neighbourhood that ends in better labels or in a negative cycle, [`explain`] makes cycles minimal, and
//! [`settle`] decides what is set aside. Labels are sums of 64-bit weights in 128 bits, so nothing overflows.

mod aside;
mod bounds;
mod branch;
mod cover;
mod explain;
mod labels;
mod repair;
mod settle;
mod solver;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::groups::{Groups, accumulate};

pub use explain::MINIMISED;
pub use settle::Settled;
pub use solver::{Solution, Solver, solve};

/// An instant, in ticks of 2^-22 day: so "strictly before" is one tick, and two things of one day can still be in
/// order.
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

impl Constraint {
    /// Where it stands in canonical order: by reason, then by points and bound.
    pub fn place(&self) -> impl Ord + use<> {
        (self.reason, self.earlier, self.later, self.at_most)
    }
}

/// Constraints in [canonical order](Constraint::place). Also to be walked from the earlier point and
/// from the later point.
///
/// Takes 24 to 28 bytes for a constraint, 16 for a point and 4 for a reason.
#[derive(Debug)]
pub struct Network {
    constraints: Vec<Constraint>,
    /// By reason, its first constraint.
    owned: Vec<u32>,
    leaving: Joining,
    entering: Joining,
    points: u32,
}

/// The constraints between each point and others, by their numbers: those that join it to another point in front of
/// those that join it to the origin. The origin has none here, and what is between a point and itself is left out.
#[derive(Debug)]
struct Joining(Groups);

impl Joining {
    /// The constraints by a point of each, given with its other point.
    fn new(points: u32, constraints: &[Constraint], ends: impl Fn(&Constraint) -> (Point, Point)) -> Self {
        let keyed = || {
            (0..).zip(constraints).filter_map(|(id, constraint)| {
                let (point, other) = ends(constraint);
                let joins = point != other && point != Point::ORIGIN;
                joins.then_some((2 * point.0 as usize + usize::from(other == Point::ORIGIN), id))
            })
        };
        Self(Groups::new(2 * points as usize, keyed))
    }

    fn all(&self, point: u32) -> &[u32] {
        let key = 2 * point as usize;
        self.0.of(key..key + 2)
    }

    /// Those to other points than the origin.
    fn inner(&self, point: u32) -> &[u32] {
        let key = 2 * point as usize;
        self.0.of(key..key + 1)
    }

    /// Those to the origin.
    fn outer(&self, point: u32) -> &[u32] {
        let key = 2 * point as usize;
        self.0.of(key + 1..key + 2)
    }
}

impl Network {
    /// Builds the network, in linear time where the constraints come in canonical order. There are as many points and
    /// reasons as said, or as the constraints mention, if those are more.
    pub fn new(points: u32, reasons: u32, mut constraints: Vec<Constraint>) -> Self {
        if !constraints.par_windows(2).all(|pair| pair[0].place() <= pair[1].place()) {
            constraints.par_sort_unstable_by_key(Constraint::place);
        }
        let mentioned = constraints.par_iter().map(|c| c.later.0.max(c.earlier.0) + 1);
        let points = mentioned.reduce(|| points.max(1), u32::max);
        let reasons = constraints.last().map_or(0, |last| last.reason.0 + 1).max(reasons);
        let owned = || {
            let mut owned = vec![0_u32; reasons as usize + 1];
            for constraint in &constraints {
                owned[constraint.reason.0 as usize + 1] += 1;
            }
            accumulate(&mut owned);
            owned
        };
        let leaving = || Joining::new(points, &constraints, |c| (c.earlier, c.later));
        let entering = || Joining::new(points, &constraints, |c| (c.later, c.earlier));
        let (leaving, (entering, owned)) = rayon::join(leaving, || rayon::join(entering, owned));
        Self { constraints, owned, leaving, entering, points }
    }

    /// The number of points, the origin among them.
    pub fn points(&self) -> u32 {
        self.points
    }

    /// The number of reasons.
    pub fn reasons(&self) -> u32 {
        self.owned.len() as u32 - 1
    }

    /// All constraints, in canonical order.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// The constraints that a reason brings.
    pub fn constraints_of(&self, reason: Reason) -> &[Constraint] {
        let owned = self.owned(reason);
        &self.constraints[owned.start as usize..owned.end as usize]
    }

    /// The number of each reason's first constraint: for those who can draw them again, and only ask a [`Solution`]
    /// why.
    pub fn into_owned(self) -> Vec<u32> {
        self.owned
    }

    fn constraint(&self, id: u32) -> Constraint {
        self.constraints[id as usize]
    }

    fn owned(&self, reason: Reason) -> std::ops::Range<u32> {
        self.owned[reason.0 as usize]..self.owned[reason.0 as usize + 1]
    }
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

/// Whether these reasons can hold together. For small sets: time grows with the product of their points and
/// constraints.
pub fn is_consistent(network: &Network, reasons: &[Reason]) -> bool {
    explain::negative_cycle(network, reasons).is_none()
}
