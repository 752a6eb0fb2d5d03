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
//!
//! Labels stay where they are while more constraints are added, and only what these change is worked on; what came by
//! way of a constraint that was set aside is taken back.

mod disassembly;
mod parts;

use rayon::prelude::*;

use super::{Constraint, Network, Point, Reason};
use disassembly::Disassembly;

/// A sum of ticks. 2^32 weights of 64 bits stay below 2^96.
pub(super) type Ticks = i128;

/// No constraint.
pub(super) const NONE: u32 = u32::MAX;

/// The label of a point without any bound; what comes of it by way of constraints stays above the half of it.
const UNBOUNDED: Ticks = 1 << 100;

/// Constraints that plain passes may look at, for each constraint of the network, before the network is taken apart.
/// Generated timelines settle with less than 2. Small networks of tests would never get further than that.
const PASSED: usize = if cfg!(test) { 1 } else { 6 };

/// Plain passes at most.
const PASSES: u32 = 64;

/// The tightest constraint between each point and the origin, on one side.
#[derive(Debug)]
pub(super) struct Own(Vec<i64>);

impl Own {
    /// No constraint.
    const NONE: i64 = i64::MAX;

    pub(super) fn new(network: &Network) -> Self {
        Self(vec![Self::NONE; network.points() as usize])
    }

    pub(super) fn reset(&mut self) {
        self.0.fill(Self::NONE);
    }

    /// Takes in a constraint, if it is one of these.
    pub(super) fn take(&mut self, side: Side, constraint: &Constraint) {
        let (tail, head) = side.ends(constraint);
        if tail == Point::ORIGIN.0 {
            let own = &mut self.0[head as usize];
            *own = constraint.at_most.min(*own);
        }
    }

    pub(super) fn clear(&mut self, point: u32) {
        self.0[point as usize] = Self::NONE;
    }

    /// The lowest label that a constraint between the point and the origin lets through on the other side.
    fn floor(&self, point: u32) -> Ticks {
        match self.0[point as usize] {
            Self::NONE => -UNBOUNDED,
            at_most => -Ticks::from(at_most),
        }
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
    pub(super) fn ends(self, constraint: &Constraint) -> (u32, u32) {
        match self {
            Side::Latest => (constraint.earlier.0, constraint.later.0),
            Side::Earliest => (constraint.later.0, constraint.earlier.0),
        }
    }

    /// The constraints that carry the label of a point on, active or not.
    fn onward(self, network: &Network, point: u32) -> &[u32] {
        match self {
            Side::Latest => network.leaving.inner(point),
            Side::Earliest => network.entering.inner(point),
        }
    }

    /// The constraints that carry a label to a point, active or not.
    fn inward(self, network: &Network, point: u32) -> &[u32] {
        match self {
            Side::Latest => network.entering.all(point),
            Side::Earliest => network.leaving.all(point),
        }
    }
}

/// A label for each point, and the constraint that it comes from.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) side: Side,
    label: Vec<Ticks>,
    via: Vec<u32>,
    /// The points whose labels were changed, each by a 1.
    changed: Vec<u8>,
    /// Whether they fit all active constraints for sure.
    fit: bool,
}

impl Labels {
    /// No bounds yet.
    pub(super) fn new(network: &Network, side: Side) -> Self {
        let points = network.points() as usize;
        let mut label = vec![UNBOUNDED; points];
        label[Point::ORIGIN.0 as usize] = 0;
        Self { side, label, via: vec![NONE; points], changed: vec![0; points], fit: true }
    }

    /// Takes all bounds back.
    pub(super) fn reset(&mut self) {
        self.label.fill(UNBOUNDED);
        self.label[Point::ORIGIN.0 as usize] = 0;
        self.via.fill(NONE);
        self.forget_changes();
    }

    pub(super) fn points(&self) -> u32 {
        self.label.len() as u32
    }

    /// The labels alone.
    pub(super) fn bare(&mut self) -> &mut [Ticks] {
        &mut self.label
    }

    /// The distance of a point and the constraint that it comes from, if there is one.
    pub(super) fn distance(&self, point: u32) -> Option<(Ticks, u32)> {
        let label = self.label[point as usize];
        (label < UNBOUNDED / 2).then(|| (label, self.via[point as usize]))
    }

    /// The points whose labels were changed, ascending.
    pub(super) fn changed(&self) -> impl Iterator<Item = u32> {
        memchr::memchr_iter(1, &self.changed).map(|point| point as u32)
    }

    pub(super) fn forget_changes(&mut self) {
        self.changed.fill(0);
    }

    fn set(&mut self, point: u32, label: Ticks, via: u32) {
        self.label[point as usize] = label;
        self.via[point as usize] = via;
        self.changed[point as usize] = 1;
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

    /// Lowers labels along the active constraints until nothing changes. The `doubted` are all that the labels may not
    /// fit. No label passes the floor that the points' `own` constraints on the other side are, where these are given.
    pub(super) fn tighten(
        &mut self,
        network: &Network,
        active: &[bool],
        own: Option<&Own>,
        doubted: impl Iterator<Item = u32>,
    ) {
        let pending = vec![0; self.label.len()];
        let mut field = Field { network, active, labels: self, own, pending, refused: false };
        for id in doubted.filter(|&id| active[id as usize]) {
            field.lay(id);
        }
        if !field.settles_in_passes() {
            field.solve_parts();
        }
        self.fit = !field.refused;
    }

    /// Takes back the labels that came by way of constraints of these reasons, or of labels that did, and gives the
    /// constraints that may give others.
    pub(super) fn take_back<'n>(
        &mut self,
        network: &'n Network,
        reasons: &[Reason],
    ) -> impl Iterator<Item = u32> + use<'n> {
        let side = self.side;
        let mut orphans = Vec::new();
        let mut take_back = |orphans: &mut Vec<u32>, id: u32| {
            let head = side.ends(&network.constraints[id as usize]).1;
            if self.via[head as usize] == id {
                self.set(head, UNBOUNDED, NONE);
                orphans.push(head);
            }
        };
        for id in reasons.iter().flat_map(|&reason| network.owned(reason)) {
            take_back(&mut orphans, id);
        }
        let mut next = 0;
        while let Some(&orphan) = orphans.get(next) {
            side.onward(network, orphan).iter().for_each(|&id| take_back(&mut orphans, id));
            next += 1;
        }
        orphans.into_iter().flat_map(move |orphan| side.inward(network, orphan)).copied()
    }
}

/// Labels at work.
struct Field<'l> {
    network: &'l Network,
    active: &'l [bool],
    labels: &'l mut Labels,
    own: Option<&'l Own>,
    /// Points whose label has yet to be carried on, each by a 1.
    pending: Vec<u8>,
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

impl<'l> Field<'l> {
    /// Makes sure that the labels will fit a constraint, or be known not to.
    fn lay(&mut self, id: u32) {
        let constraint = self.network.constraint(id);
        let (tail, head) = self.labels.side.ends(&constraint);
        let origin = Point::ORIGIN.0;
        if tail == origin && head != origin {
            self.carry(Arc { id, head, weight: constraint.at_most.into() }, 0);
        } else if head != origin && head != tail {
            self.pending[tail as usize] = 1;
        } else {
            // The greatest bound is no floor.
            let reached =
                if head == tail { 0 } else { self.labels.label[tail as usize] } + Ticks::from(constraint.at_most);
            self.refused |= reached < 0 || constraint.at_most == Own::NONE;
        }
    }

    /// Carries labels on in passes up and down the points; returns whether nothing is pending any more.
    fn settles_in_passes(&mut self) -> bool {
        let mut allowed = PASSED * self.network.constraints.len();
        for pass in 0..PASSES {
            let (mut scanned, mut at) = (0, if pass.is_multiple_of(2) { 0 } else { self.pending.len() });
            while let Some(point) = self.next_pending(pass.is_multiple_of(2), at) {
                self.pending[point] = 0;
                let onward = self.onward(point as u32);
                scanned += 1 + onward.len();
                self.carry_on(point as u32, |_| true);
                at = point + usize::from(pass.is_multiple_of(2));
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

    /// The next pending point from a place on upwards, or below it.
    fn next_pending(&self, upwards: bool, at: usize) -> Option<usize> {
        if upwards {
            memchr::memchr(1, &self.pending[at..]).map(|further| at + further)
        } else {
            memchr::memrchr(1, &self.pending[..at])
        }
    }

    /// Carries the label of a point on to some of its neighbours.
    fn carry_on(&mut self, point: u32, to: impl Fn(u32) -> bool) {
        for &id in self.onward(point) {
            if let Some(arc) = self.arc(id)
                && to(arc.head)
            {
                self.carry(arc, self.labels.label[point as usize]);
            }
        }
    }

    /// Carries a label along an arc.
    fn carry(&mut self, arc: Arc, label: Ticks) {
        let label = label + arc.weight;
        if label >= self.labels.label[arc.head as usize] {
            return;
        }
        if label < self.floor(arc.head) {
            self.refused = true;
        } else {
            self.lower(arc, label);
        }
    }

    /// The lowest label that the floor of a point lets through.
    fn floor(&self, point: u32) -> Ticks {
        self.own.map_or(-UNBOUNDED, |own| own.floor(point))
    }

    fn lower(&mut self, arc: Arc, label: Ticks) {
        self.labels.set(arc.head, label, arc.id);
        self.pending[arc.head as usize] = 1;
    }

    /// The constraints that carry the label of a point on, active or not.
    fn onward(&self, point: u32) -> &'l [u32] {
        self.labels.side.onward(self.network, point)
    }

    /// The arc that a constraint is, if it is active.
    fn arc(&self, id: u32) -> Option<Arc> {
        let constraint = &self.network.constraints[id as usize];
        self.active[id as usize].then(|| Arc {
            id,
            head: self.labels.side.ends(constraint).1,
            weight: constraint.at_most.into(),
        })
    }

    fn arcs(&self, point: u32) -> impl Iterator<Item = Arc> {
        self.onward(point).iter().filter_map(|&id| self.arc(id))
    }

    /// The points whose label has yet to be carried on, ascending.
    fn all_pending(&self) -> Vec<u32> {
        memchr::memchr_iter(1, &self.pending).map(|point| point as u32).collect()
    }

    /// Settles one strongly connected part after the other, each after all that lead to it.
    fn solve_parts(&mut self) {
        let parts = parts::strongly_connected(self, &self.all_pending());
        let mut downhill = parts::Downhill::new(self);
        let mut disassembly: Option<Disassembly> = None;
        for number in (0..parts.len()).rev() {
            let members = parts.members(number);
            if members.len() > 1 {
                let order = downhill.order(self, &parts, number);
                disassembly.get_or_insert_with(|| Disassembly::new(self)).settle(self, &parts, number, &order);
            }
            for &point in members {
                if self.pending[point as usize] == 1 {
                    self.carry_on(point, |head| parts.number_of(head) != number);
                }
            }
        }
    }
}
