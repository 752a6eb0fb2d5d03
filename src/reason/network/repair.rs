//! Labels that fit all active constraints, and the search that adds one more constraint to them.
//!
//! After Cotton and Maler, "Fast and flexible difference constraint propagation for DPLL(T)" (SAT 2006): with labels
//! that fit, each constraint has a *slack* of at least zero, and slacks can take the place of weights in a
//! shortest-path search. A constraint that lacks `d` ticks closes a negative cycle exactly if a path leads back from
//! its later point to its earlier point with less than `d` of slack. The search runs from both ends at once and stops
//! when the two radii reach `d`; then what lies inside them is lowered on the one side and raised on the other, by what
//! is missing. The origin is never walked through: its arcs are most of the network. A path over it is seen when both
//! sides reach it.

mod shorten;
mod vicinity;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::labels::{NONE, Ticks};
use super::{Network, Point, Reason};

/// What came of adding a constraint.
#[derive(Debug)]
pub(super) enum Added {
    /// It is active, and the labels fit it.
    Fits,
    /// It would close this negative cycle of active constraints; it begins with the constraint itself.
    Clashes(Vec<u32>),
    /// The work allowed was used up.
    OutOfWork,
}

pub(super) struct Repair<'n> {
    pub(super) network: &'n Network,
    pub(super) active: &'n mut [bool],
    label: &'n mut [Ticks],
    /// Former labels, since the last [`Repair::begin_trial`].
    former: Vec<(u32, Ticks)>,
    /// The first labels of all points whose labels were changed, and by point whether they were.
    first: Vec<(u32, Ticks)>,
    is_changed: Vec<bool>,
    ahead: Reach,
    behind: Reach,
    /// Constraints that may still be looked at.
    pub(super) work: u64,
}

/// Where one side of the search has been.
#[derive(Default)]
struct Reach {
    /// For each point, its visit, if that visit is of this point.
    slot: Vec<u32>,
    visits: Vec<Visit>,
    heap: BinaryHeap<Reverse<(Ticks, u32)>>,
    /// The distance at which the origin was met; the search goes no further.
    blocked: Option<Ticks>,
}

#[derive(Clone, Copy)]
struct Visit {
    point: u32,
    distance: Ticks,
    via: u32,
    settled: bool,
}

impl Reach {
    fn begin(&mut self, point: u32) {
        self.visits.clear();
        self.heap.clear();
        self.blocked = None;
        self.visit(point, 0, NONE);
    }

    fn seen(&self, point: u32) -> Option<Visit> {
        self.visits.get(self.slot[point as usize] as usize).copied().filter(|visit| visit.point == point)
    }

    /// Notes a way to a point, if it is shorter than what was known; returns whether it is.
    fn visit(&mut self, point: u32, distance: Ticks, via: u32) -> bool {
        let visit = Visit { point, distance, via, settled: false };
        match self.visits.get_mut(self.slot[point as usize] as usize) {
            Some(known) if known.point == point => {
                if known.distance <= distance {
                    return false;
                }
                *known = visit;
            }
            _ => {
                self.slot[point as usize] = self.visits.len() as u32;
                self.visits.push(visit);
            }
        }
        self.heap.push(Reverse((distance, point)));
        true
    }

    /// All that is nearer has been settled; `None` if all is.
    fn radius(&mut self) -> Option<Ticks> {
        if self.blocked.is_some() {
            return self.blocked;
        }
        while let Some(&Reverse((distance, point))) = self.heap.peek() {
            if self.seen(point).is_some_and(|visit| visit.distance == distance && !visit.settled) {
                return Some(distance);
            }
            self.heap.pop();
        }
        None
    }

    /// Settles the nearest point, unless that is the origin.
    fn settle(&mut self) -> Option<Visit> {
        let Reverse((distance, point)) = self.heap.pop()?;
        if point == Point::ORIGIN.0 {
            self.blocked = Some(distance);
            return None;
        }
        let visit = &mut self.visits[self.slot[point as usize] as usize];
        visit.settled = true;
        Some(*visit)
    }
}

/// Which way a search walks.
#[derive(Clone, Copy)]
enum Way {
    Ahead,
    Behind,
}

impl<'n> Repair<'n> {
    /// Takes labels that fit all active constraints.
    pub(super) fn new(network: &'n Network, active: &'n mut [bool], label: &'n mut [Ticks]) -> Self {
        Self {
            network,
            active,
            is_changed: vec![false; label.len()],
            label,
            former: Vec::new(),
            first: Vec::new(),
            ahead: Reach { slot: vec![0; network.points() as usize], ..Reach::default() },
            behind: Reach { slot: vec![0; network.points() as usize], ..Reach::default() },
            work: 0,
        }
    }

    /// From here on, label changes can be taken back.
    pub(super) fn begin_trial(&mut self) {
        self.former.clear();
    }

    /// Takes all label changes back to where the trial began.
    pub(super) fn end_trial(&mut self) {
        while let Some((point, label)) = self.former.pop() {
            self.label[point as usize] = label;
        }
    }

    /// Takes all label changes back.
    pub(super) fn restore(&mut self) {
        for (point, label) in self.first.drain(..) {
            self.label[point as usize] = label;
        }
    }

    /// By how much the labels fit a constraint.
    fn slack(&self, id: u32) -> Ticks {
        let constraint = &self.network.constraints[id as usize];
        self.label[constraint.earlier.0 as usize] + Ticks::from(constraint.at_most)
            - self.label[constraint.later.0 as usize]
    }

    /// Makes a constraint active, or says why it cannot be.
    pub(super) fn add(&mut self, id: u32) -> Added {
        let lack = -self.slack(id);
        if lack > 0 {
            let constraint = self.network.constraint(id);
            if constraint.later == constraint.earlier {
                return Added::Clashes(vec![id]);
            }
            match self.search(constraint.later.0, constraint.earlier.0, lack) {
                Searched::Apart => self.shift(lack),
                Searched::Meeting(point) => {
                    return Added::Clashes(self.shortened(self.cycle(id, point)));
                }
                Searched::OutOfWork => return Added::OutOfWork,
            }
        }
        self.active[id as usize] = true;
        Added::Fits
    }

    /// Looks for a path of active constraints with less slack than the limit.
    fn search(&mut self, from: u32, to: u32, limit: Ticks) -> Searched {
        self.ahead.begin(from);
        self.behind.begin(to);
        loop {
            let (Some(ahead), Some(behind)) = (self.ahead.radius(), self.behind.radius()) else {
                return Searched::Apart;
            };
            if ahead + behind >= limit {
                return Searched::Apart;
            }
            let way = match (self.ahead.blocked, self.behind.blocked) {
                (None, Some(_)) => Way::Ahead,
                (None, None) if self.ahead.visits.len() <= self.behind.visits.len() => Way::Ahead,
                (Some(_), _) | (None, None) => Way::Behind,
            };
            match self.step(way, limit) {
                Stepped::Further => {}
                Stepped::Met(point) => return Searched::Meeting(point),
                Stepped::OutOfWork => return Searched::OutOfWork,
            }
        }
    }

    /// Settles one point of one side.
    fn step(&mut self, way: Way, limit: Ticks) -> Stepped {
        let settled = match way {
            Way::Ahead => self.ahead.settle(),
            Way::Behind => self.behind.settle(),
        };
        let Some(visit) = settled else {
            return Stepped::Further;
        };
        let arcs = self.arcs(way, visit.point);
        let Some(work) = self.work.checked_sub(arcs.len() as u64) else {
            return Stepped::OutOfWork;
        };
        self.work = work;
        for &id in arcs {
            if !self.active[id as usize] {
                continue;
            }
            let distance = visit.distance + self.slack(id);
            if distance >= limit {
                continue;
            }
            let constraint = &self.network.constraints[id as usize];
            let (point, near, far) = match way {
                Way::Ahead => (constraint.later.0, &mut self.ahead, &self.behind),
                Way::Behind => (constraint.earlier.0, &mut self.behind, &self.ahead),
            };
            if near.visit(point, distance, id) && far.seen(point).is_some_and(|seen| distance + seen.distance < limit) {
                return Stepped::Met(point);
            }
        }
        Stepped::Further
    }

    /// The constraints that lead on from a point, active or not.
    fn arcs(&self, way: Way, point: u32) -> &'n [u32] {
        match way {
            Way::Ahead => self.network.leaving.all(point),
            Way::Behind => self.network.entering.all(point),
        }
    }

    /// Shifts labels inside the two radii, so that a constraint that lacks so much fits.
    fn shift(&mut self, lack: Ticks) {
        let ahead = self.ahead.radius().map_or(lack, |radius| radius.min(lack));
        // If the search behind was exhausted first, it can take everything.
        let ahead = if self.behind.radius().is_none() { 0 } else { ahead };
        let behind = lack - ahead;
        for (reach, radius, sign) in [(&self.ahead, ahead, -1), (&self.behind, behind, 1)] {
            for visit in reach.visits.iter().filter(|visit| visit.distance < radius) {
                let label = &mut self.label[visit.point as usize];
                self.former.push((visit.point, *label));
                if !std::mem::replace(&mut self.is_changed[visit.point as usize], true) {
                    self.first.push((visit.point, *label));
                }
                *label += sign * (radius - visit.distance);
            }
        }
    }

    /// The cycle of a constraint and the two paths that met at a point, without detours.
    fn cycle(&self, id: u32, meeting: u32) -> Vec<u32> {
        let mut path = Vec::new();
        let mut at = meeting;
        while let Some(via) = self.ahead.seen(at).map(|visit| visit.via).filter(|&via| via != NONE) {
            path.push(via);
            at = self.network.constraint(via).earlier.0;
        }
        path.push(id);
        path.reverse();
        let mut at = meeting;
        while let Some(via) = self.behind.seen(at).map(|visit| visit.via).filter(|&via| via != NONE) {
            path.push(via);
            at = self.network.constraint(via).later.0;
        }
        path
    }
}

enum Searched {
    /// There is none.
    Apart,
    /// There is one through this point.
    Meeting(u32),
    OutOfWork,
}

enum Stepped {
    Further,
    Met(u32),
    OutOfWork,
}
