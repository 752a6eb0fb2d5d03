//! Labels as they are kept once they are settled: those of one layer, and of the next only what differs.

mod ranked;

use std::sync::Arc;

use super::labels::{Labels, NONE, Side, Ticks};
use super::{Constraint, Point};
use ranked::Ranked;

/// The distance of each point from the origin or to it, and the constraint that it comes from.
#[derive(Debug)]
pub(super) struct Bounds {
    side: Side,
    kept: Kept,
}

#[derive(Debug)]
enum Kept {
    All(Vec<i64>, Vec<u32>),
    Over { below: Arc<Bounds>, points: Ranked, kept: Vec<(i64, u32)> },
}

impl Bounds {
    const NONE: i64 = i64::MAX;

    /// Those that the labels are: all, or where they have changed since those `below`.
    pub(super) fn new(labels: &mut Labels, below: Option<&Arc<Bounds>>) -> Self {
        let side = labels.side;
        let kept = |point: u32| match labels.distance(point) {
            Some((label, via)) => (saturate(label), via),
            None => (Self::NONE, NONE),
        };
        let kept = match below {
            None => {
                let (ticks, via) = (0..labels.points()).map(kept).unzip();
                Kept::All(ticks, via)
            }
            Some(below) => {
                let changed = labels.changed().map(|point| (point, kept(point)));
                let differing = changed.filter(|&(point, kept)| below.at(point) != kept);
                let (differing, kept): (Vec<u32>, Vec<(i64, u32)>) = differing.unzip();
                let points = Ranked::new(labels.points() as usize, &differing);
                Kept::Over { below: Arc::clone(below), points, kept }
            }
        };
        labels.forget_changes();
        Self { side, kept }
    }

    /// The distance and the constraint.
    fn at(&self, point: u32) -> (i64, u32) {
        match &self.kept {
            Kept::All(ticks, via) => {
                let known = ticks.get(point as usize).copied().zip(via.get(point as usize).copied());
                known.unwrap_or((Self::NONE, NONE))
            }
            Kept::Over { below, points, kept } => match points.rank(point) {
                Some(place) => kept[place],
                None => below.at(point),
            },
        }
    }

    /// The distance, if there is one.
    pub(super) fn bound(&self, point: u32) -> Option<i64> {
        Some(self.at(point).0).filter(|&ticks| ticks != Self::NONE)
    }

    /// The constraints that add up to the distance, from the calendar to the point; they are got by their numbers.
    pub(super) fn chain(&self, constraint: impl Fn(u32) -> Constraint, point: u32) -> Vec<Constraint> {
        let mut chain = Vec::new();
        let mut at = point;
        while at != Point::ORIGIN.0 && self.bound(at).is_some() {
            let constraint = constraint(self.at(at).1);
            chain.push(constraint);
            at = self.side.ends(&constraint).0;
        }
        chain.reverse();
        chain
    }
}

/// The nearest that 64 bits can hold, and never [`Bounds::NONE`].
pub(super) fn saturate(ticks: Ticks) -> i64 {
    ticks.clamp((i64::MIN + 1).into(), (i64::MAX - 1).into()) as i64
}
