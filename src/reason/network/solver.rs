//! A network solved with more and more of its reasons.

use std::sync::Arc;

use super::bounds::{Bounds, saturate};
use super::labels::{Labels, Own, Side};
use super::settle::{Settled, settle};
use super::{Constraint, Network, Point, Reason};

/// What a network implies, and what had to be set aside for that.
#[derive(Debug)]
pub struct Solution {
    /// What contradicts what.
    pub settled: Settled,
    latest: Arc<Bounds>,
    earliest: Arc<Bounds>,
}

impl Solution {
    /// The latest tick at which the point can be, if anything bounds it.
    pub fn latest(&self, point: Point) -> Option<i64> {
        self.latest.bound(point.0)
    }

    /// The earliest tick at which the point can be, if anything bounds it.
    pub fn earliest(&self, point: Point) -> Option<i64> {
        self.earliest.bound(point.0).map(|distance| -distance)
    }

    /// The constraints whose sum is [`Solution::latest`], from the calendar to the point; empty if there is no bound.
    /// They are got by their places among [`Network::constraints`].
    pub fn why_latest(&self, constraint: impl Fn(u32) -> Constraint, point: Point) -> Vec<Constraint> {
        self.latest.chain(constraint, point.0)
    }

    /// The constraints whose sum is minus [`Solution::earliest`], from the calendar to the point; empty if there is no
    /// bound. They are got by their places among [`Network::constraints`].
    pub fn why_earliest(&self, constraint: impl Fn(u32) -> Constraint, point: Point) -> Vec<Constraint> {
        self.earliest.chain(constraint, point.0)
    }
}

/// Solves the network of all reasons at once: see [`Solver::assume`].
pub fn solve(network: &Network, strength: &[u32]) -> Solution {
    let all: Vec<Reason> = (0..network.reasons()).map(Reason).collect();
    Solver::new(network).assume(&all, strength)
}

/// A network of which more and more reasons are assumed.
#[derive(Debug)]
pub struct Solver<'n> {
    network: &'n Network,
    /// By constraint, whether its reason is assumed and not set aside.
    active: Vec<bool>,
    latest: Labels,
    earliest: Labels,
    own_latest: Own,
    own_earliest: Own,
    /// The bounds of the last solution.
    known: Option<[Arc<Bounds>; 2]>,
}

impl<'n> Solver<'n> {
    /// Nothing is assumed yet.
    pub fn new(network: &'n Network) -> Self {
        let fresh = |side: Side| (Labels::new(network, side), Own::new(network));
        let ((latest, own_latest), (earliest, own_earliest)) =
            rayon::join(|| fresh(Side::Latest), || fresh(Side::Earliest));
        let active = vec![false; network.constraints.len()];
        Self { network, active, latest, earliest, own_latest, own_earliest, known: None }
    }

    /// Solves the network of what was assumed before, what was set aside excepted, and of `more` reasons: see
    /// [`Solver::settle`].
    pub fn assume(&mut self, more: &[Reason], strength: &[u32]) -> Solution {
        let settled = self.settle(more, strength);
        let known = self.known.as_ref();
        let (latest, earliest) = rayon::join(
            || Arc::new(Bounds::new(&mut self.latest, known.map(|[latest, _]| latest))),
            || Arc::new(Bounds::new(&mut self.earliest, known.map(|[_, earliest]| earliest))),
        );
        self.known = Some([Arc::clone(&latest), Arc::clone(&earliest)]);
        Solution { settled, latest, earliest }
    }

    /// Assumes `more` reasons and sets aside what has to be.
    ///
    /// `strength` has one entry for each reason (what is missing has strength 0). Where a conflict has to be broken,
    /// the reason of least strength is set aside; among equals the one in most conflicts, as far as they are known
    /// together, then the one of highest number.
    ///
    /// Time is near-linear where conflicts are local. The worst case of the labels is the product of points and
    /// constraints inside a strongly connected part, as for every known method.
    pub fn settle(&mut self, more: &[Reason], strength: &[u32]) -> Settled {
        let network = self.network;
        for id in more.iter().flat_map(|&reason| network.owned(reason)) {
            self.active[id as usize] = true;
        }
        let added = || more.iter().flat_map(|&reason| network.owned(reason));
        let own = |own: &mut Own, side: Side| added().for_each(|id| own.take(side, &network.constraint(id)));
        let Self { active, latest, earliest, own_latest, own_earliest, .. } = self;
        rayon::join(|| own(own_latest, Side::Latest), || own(own_earliest, Side::Earliest));
        let (unfit, other_unfit) = rayon::join(
            || {
                latest.tighten(network, active, Some(own_earliest), added());
                latest.unfit(network, active)
            },
            || {
                earliest.tighten(network, active, Some(own_latest), added());
                earliest.unfit(network, active)
            },
        );
        if unfit.is_empty() {
            return Settled { conflicts: Vec::new(), set_aside: Vec::new(), complete: true };
        }
        let settled = settle(network, strength, active, latest.bare(), &unfit);
        self.take_back(&settled.set_aside, [&unfit, &other_unfit]);
        settled
    }

    /// Nothing is assumed any more.
    pub fn reset(&mut self) {
        let Self { network: _, active, latest, earliest, own_latest, own_earliest, known } = self;
        active.fill(false);
        *known = None;
        let again = |labels: &mut Labels, own: &mut Own| {
            labels.reset();
            own.reset();
        };
        rayon::join(|| again(latest, own_latest), || again(earliest, own_earliest));
    }

    /// The latest tick at which the point can be, if anything bounds it.
    pub fn latest(&self, point: Point) -> Option<i64> {
        self.latest.distance(point.0).map(|(label, _)| saturate(label))
    }

    /// The earliest tick at which the point can be, if anything bounds it.
    pub fn earliest(&self, point: Point) -> Option<i64> {
        self.earliest.distance(point.0).map(|(label, _)| -saturate(label))
    }

    /// Does without reasons after which what is active is consistent. The labels need not fit the `doubted`.
    fn take_back(&mut self, reasons: &[Reason], doubted: [&[u32]; 2]) {
        let network = self.network;
        let brought = reasons.iter().flat_map(|&reason| network.constraints_of(reason));
        let mut points: Vec<u32> = brought.flat_map(|constraint| [constraint.later.0, constraint.earlier.0]).collect();
        points.sort_unstable();
        points.dedup();
        for point in points.into_iter().filter(|&point| point != Point::ORIGIN.0) {
            self.own_latest.clear(point);
            self.own_earliest.clear(point);
            let outer = network.entering.outer(point).iter().chain(network.leaving.outer(point));
            for &id in outer.filter(|&&id| self.active[id as usize]) {
                self.own_latest.take(Side::Latest, &network.constraint(id));
                self.own_earliest.take(Side::Earliest, &network.constraint(id));
            }
        }
        let active = &self.active;
        let again = |labels: &mut Labels, doubted: &[u32]| {
            let instead = labels.take_back(network, reasons);
            labels.tighten(network, active, None, instead.chain(doubted.iter().copied()));
        };
        let [unfit, other_unfit] = doubted;
        rayon::join(|| again(&mut self.latest, unfit), || again(&mut self.earliest, other_unfit));
    }
}
