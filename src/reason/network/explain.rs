//! From a negative cycle to a minimal set of reasons.
//!
//! A simple negative cycle is minimal in its constraints; it is minimal in its reasons too, unless one reason is in it
//! twice or the reasons bring further constraints. Then a deletion filter (Chinneck and Dravnieks, "Locating minimal
//! infeasible constraint sets in linear programs", ORSA Journal on Computing 3, 1991) tries to do without each reason.

use rustc_hash::FxHashMap;

use super::labels::Ticks;
use super::{Conflict, Constraint, Network, Point, Reason};

/// The number of reasons up to which a conflict is made minimal: the filter solves a network of so many reasons once
/// for each. A conflict of more is reported as found, and no reader will miss one of them.
pub const MINIMISED: usize = 128;

/// Makes a conflict of the constraints of a negative closed walk.
pub(super) fn explain(network: &Network, walk: &[u32]) -> Conflict {
    let mut cycle = without_detours(walk.iter().map(|&id| network.constraint(id)).collect());
    let mut reasons = reasons_of(&cycle);
    let brought: usize = reasons.iter().map(|&reason| network.constraints_of(reason).len()).sum();
    if brought > cycle.len() && reasons.len() <= MINIMISED {
        cycle = minimal(network, cycle);
        reasons = reasons_of(&cycle);
    }
    begin_canonically(&mut cycle);
    Conflict { reasons, cycle }
}

/// A negative cycle whose reasons are minimal, from one whose reasons may not be.
fn minimal(network: &Network, mut cycle: Vec<Constraint>) -> Vec<Constraint> {
    let mut needed = Vec::new();
    loop {
        let candidate = reasons_of(&cycle).into_iter().find(|reason| !needed.contains(reason));
        let Some(candidate) = candidate else {
            return cycle;
        };
        let mut others = reasons_of(&cycle);
        others.retain(|&reason| reason != candidate);
        match negative_cycle(network, &others) {
            Some(smaller) => cycle = smaller,
            None => needed.push(candidate),
        }
    }
}

fn reasons_of(cycle: &[Constraint]) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = cycle.iter().map(|constraint| constraint.reason).collect();
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}

/// Cuts a negative closed walk down to a cycle that meets no point twice.
fn without_detours(walk: Vec<Constraint>) -> Vec<Constraint> {
    let mut place: FxHashMap<Point, usize> = FxHashMap::default();
    let mut path: Vec<Constraint> = Vec::with_capacity(walk.len());
    for constraint in walk {
        place.entry(constraint.earlier).or_insert(path.len());
        path.push(constraint);
        let Some(&start) = place.get(&constraint.later) else {
            continue;
        };
        let sum: Ticks = path[start..].iter().map(|constraint| Ticks::from(constraint.at_most)).sum();
        if sum < 0 {
            return path.split_off(start);
        }
        for detour in path.drain(start..) {
            place.remove(&detour.earlier);
        }
    }
    path
}

/// Turns a cycle so that it begins at its lowest-numbered point: at the origin, if it passes it.
fn begin_canonically(cycle: &mut [Constraint]) {
    let first = (0..cycle.len()).min_by_key(|&at| cycle[at].earlier).unwrap_or(0);
    cycle.rotate_left(first);
}

/// A negative cycle among the constraints of these reasons, if there is one.
pub(super) fn negative_cycle(network: &Network, reasons: &[Reason]) -> Option<Vec<Constraint>> {
    let constraints: Vec<Constraint> =
        reasons.iter().flat_map(|&reason| network.constraints_of(reason)).copied().collect();
    let mut points: Vec<Point> =
        constraints.iter().flat_map(|constraint| [constraint.later, constraint.earlier]).collect();
    points.sort_unstable();
    points.dedup();
    let place = |point: Point| points.binary_search(&point).expect("every end of a constraint is listed");
    let arcs: Vec<(usize, usize)> = constraints.iter().map(|c| (place(c.earlier), place(c.later))).collect();

    let mut label: Vec<Ticks> = vec![0; points.len()];
    let mut via: Vec<usize> = vec![usize::MAX; points.len()];
    let mut lowered = None;
    for _ in 0..=points.len() {
        lowered = None;
        for (number, (&(tail, head), constraint)) in arcs.iter().zip(&constraints).enumerate() {
            let reached = label[tail] + Ticks::from(constraint.at_most);
            if reached < label[head] {
                label[head] = reached;
                via[head] = number;
                lowered = Some(head);
            }
        }
        lowered?;
    }
    let mut at = lowered?;
    for _ in 0..points.len() {
        at = arcs[via[at]].0;
    }
    let mut cycle = Vec::new();
    let start = at;
    loop {
        cycle.push(constraints[via[at]]);
        at = arcs[via[at]].0;
        if at == start {
            cycle.reverse();
            return Some(cycle);
        }
    }
}
