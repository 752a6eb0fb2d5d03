//! The negative cycle of fewest constraints through a given one, as far as a little work goes.
//!
//! Layer by layer, all points that so many constraints reach with less slack than is lacking; from both ends, since a
//! path over the origin is two paths.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Point, Repair, Ticks, Way};

/// Constraints that may be looked at from each end.
const WORK: usize = 256;

/// Points reached from one end, layer after layer; a point comes again where more constraints reach it with less slack.
struct Layers {
    reached: Vec<Reached>,
    /// Where each point was reached last.
    last: FxHashMap<u32, usize>,
    /// Where each layer begins, and the last one ends.
    start: Vec<usize>,
    work: usize,
}

#[derive(Clone, Copy)]
struct Reached {
    point: u32,
    distance: Ticks,
    via: u32,
    from: usize,
}

impl Layers {
    fn from(point: u32) -> Self {
        let reached = vec![Reached { point, distance: 0, via: 0, from: 0 }];
        Self { reached, last: FxHashMap::from_iter([(point, 0)]), start: vec![0, 1], work: WORK }
    }

    fn newest(&self) -> Range<usize> {
        self.start[self.start.len() - 2]..self.reached.len()
    }

    /// Where each layer reaches a point, with the layer's number.
    fn meetings(&self, point: u32) -> impl Iterator<Item = (usize, usize)> {
        let layer_of = |at: usize| self.start.partition_point(|&start| start <= at) - 1;
        (0..self.reached.len()).filter(move |&at| self.reached[at].point == point).map(move |at| (layer_of(at), at))
    }

    /// The constraints from here back to the end that the search began at.
    fn path(&self, mut at: usize) -> Vec<u32> {
        let mut path = Vec::new();
        while at > 0 {
            path.push(self.reached[at].via);
            at = self.reached[at].from;
        }
        path
    }
}

impl Repair<'_> {
    /// A cycle through the first constraint of this one that has as few constraints as can be found.
    pub(super) fn shortened(&self, mut cycle: Vec<u32>) -> Vec<u32> {
        let constraint = self.network.constraint(cycle[0]);
        let limit = -self.slack(cycle[0]);
        let (from, to) = (constraint.later.0, constraint.earlier.0);
        let mut ahead = Layers::from(from);
        for _ in 2..cycle.len() {
            if ahead.newest().is_empty() {
                break;
            }
            self.grow(&mut ahead, Way::Ahead, limit);
            if let Some((_, at)) = ahead.meetings(to).next() {
                cycle = Self::joined(cycle[0], &ahead.path(at), &[]);
                break;
            }
        }
        let mut behind = Layers::from(to);
        if ahead.meetings(Point::ORIGIN.0).next().is_some() {
            for _ in 3..cycle.len() {
                if behind.newest().is_empty() {
                    break;
                }
                self.grow(&mut behind, Way::Behind, limit);
            }
        }
        let mut best: Option<(usize, usize, usize)> = None;
        for (before, first) in ahead.meetings(Point::ORIGIN.0) {
            for (after, second) in behind.meetings(Point::ORIGIN.0) {
                let length = 1 + before + after;
                if ahead.reached[first].distance + behind.reached[second].distance < limit
                    && length < best.map_or(cycle.len(), |(shortest, ..)| shortest)
                {
                    best = Some((length, first, second));
                }
            }
        }
        match best {
            Some((_, first, second)) => Self::joined(cycle[0], &ahead.path(first), &behind.path(second)),
            None => cycle,
        }
    }

    fn joined(id: u32, ahead: &[u32], behind: &[u32]) -> Vec<u32> {
        std::iter::once(id).chain(ahead.iter().rev().copied()).chain(behind.iter().copied()).collect()
    }

    /// Adds a layer.
    fn grow(&self, layers: &mut Layers, way: Way, limit: Ticks) {
        for from in layers.newest() {
            let reached = layers.reached[from];
            // The origin has no arcs here.
            let arcs = self.arcs(way, reached.point);
            let Some(work) = layers.work.checked_sub(arcs.len()) else { continue };
            layers.work = work;
            for &id in arcs {
                let distance = reached.distance + self.slack(id);
                if !self.active[id as usize] || distance >= limit {
                    continue;
                }
                let constraint = &self.network.constraints[id as usize];
                let point = match way {
                    Way::Ahead => constraint.later.0,
                    Way::Behind => constraint.earlier.0,
                };
                if layers.last.get(&point).is_none_or(|&known| layers.reached[known].distance > distance) {
                    layers.last.insert(point, layers.reached.len());
                    layers.reached.push(Reached { point, distance, via: id, from });
                }
            }
        }
        layers.start.push(layers.reached.len());
    }
}
