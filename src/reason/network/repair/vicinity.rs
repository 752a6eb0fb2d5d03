//! What can take part in a negative cycle, once some constraints that do not fit are added.
//!
//! The slack of such a cycle is less than what the added constraints lack together. So a constraint of it is near the
//! later point of one of them and near the earlier point of one of them, in that measure. A path over the origin is
//! measured on either side of it: a simple cycle passes it once.

use super::{Point, Reach, Reason, Repair, Ticks, Way};

/// Constraints that may be looked at from each end.
const WORK: u64 = 1 << 12;

impl Repair<'_> {
    /// Reasons of active constraints that can be in a conflict with the given constraints, and perhaps others; `None`
    /// if they are too many to look at.
    pub(in super::super) fn vicinity(&mut self, added: &[u32]) -> Option<Vec<Reason>> {
        let limit: Ticks = added.iter().map(|&id| (-self.slack(id)).max(0)).sum();
        if limit == 0 {
            return Some(Vec::new());
        }
        let ends = |id: &u32| self.network.constraint(*id);
        let (later, earlier): (Vec<u32>, Vec<u32>) = added.iter().map(ends).map(|c| (c.later.0, c.earlier.0)).unzip();
        self.explore(Way::Ahead, &later, limit)?;
        self.explore(Way::Behind, &earlier, limit)?;
        let over_origin = |reach: &Reach| reach.seen(Point::ORIGIN.0).map_or(limit, |visit| visit.distance);
        let mut reasons = Vec::new();
        for (way, near, far) in [(Way::Ahead, &self.ahead, &self.behind), (Way::Behind, &self.behind, &self.ahead)] {
            for visit in near.visits.iter().filter(|visit| visit.settled) {
                for &id in self.arcs(way, visit.point) {
                    let constraint = self.network.constraint(id);
                    let point = match way {
                        Way::Ahead => constraint.later.0,
                        Way::Behind => constraint.earlier.0,
                    };
                    let onward = far.seen(point).map_or(limit, |visit| visit.distance).min(over_origin(far));
                    if self.active[id as usize] && visit.distance + self.slack(id) + onward < limit {
                        reasons.push(constraint.reason);
                    }
                }
            }
        }
        Some(reasons)
    }

    /// Visits all that is nearer to these points than the limit, but nothing beyond the origin.
    fn explore(&mut self, way: Way, from: &[u32], limit: Ticks) -> Option<()> {
        let mut allowed = WORK.min(self.work);
        self.reach(way).begin(from[0]);
        for &point in &from[1..] {
            self.reach(way).visit(point, 0, super::NONE);
        }
        loop {
            let Some(radius) = self.reach(way).radius() else {
                return Some(());
            };
            if radius >= limit {
                return Some(());
            }
            let Some(visit) = self.reach(way).settle() else {
                self.reach(way).blocked = None;
                continue;
            };
            let arcs = self.arcs(way, visit.point);
            allowed = allowed.checked_sub(arcs.len() as u64)?;
            self.work -= arcs.len() as u64;
            for &id in arcs {
                let distance = visit.distance + self.slack(id);
                if self.active[id as usize] && distance < limit {
                    let constraint = self.network.constraint(id);
                    let point = match way {
                        Way::Ahead => constraint.later.0,
                        Way::Behind => constraint.earlier.0,
                    };
                    self.reach(way).visit(point, distance, id);
                }
            }
        }
    }

    fn reach(&mut self, way: Way) -> &mut Reach {
        match way {
            Way::Ahead => &mut self.ahead,
            Way::Behind => &mut self.behind,
        }
    }
}
