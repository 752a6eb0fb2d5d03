//! Strongly connected parts, and a good order inside one.

use super::{Field, NONE};

/// The strongly connected parts of what can be reached from some points, without the origin, in reverse topological
/// order.
pub(super) struct Parts {
    /// The points, part after part.
    points: Vec<u32>,
    start: Vec<u32>,
    part: Vec<u32>,
}

impl Parts {
    pub(super) fn len(&self) -> usize {
        self.start.len() - 1
    }

    pub(super) fn members(&self, number: usize) -> &[u32] {
        &self.points[self.start[number] as usize..self.start[number + 1] as usize]
    }

    pub(super) fn number_of(&self, point: u32) -> usize {
        self.part[point as usize] as usize
    }
}

/// Tarjan's method with a stack of its own instead of recursion.
struct Search {
    /// The order of discovery, from 1; 0 is undiscovered.
    index: Vec<u32>,
    low: Vec<u32>,
    open: Vec<u32>,
    path: Vec<(u32, usize)>,
    found: u32,
    parts: Parts,
}

pub(super) fn strongly_connected(field: &Field, from: &[u32]) -> Parts {
    let points = field.network.points() as usize;
    let mut search = Search {
        index: vec![0; points],
        low: vec![0; points],
        open: Vec::new(),
        path: Vec::new(),
        found: 0,
        parts: Parts { points: Vec::new(), start: vec![0], part: vec![NONE; points] },
    };
    for &root in from {
        if search.index[root as usize] == 0 {
            search.enter(root);
            search.run(field);
        }
    }
    search.parts
}

impl Search {
    fn enter(&mut self, point: u32) {
        self.found += 1;
        self.index[point as usize] = self.found;
        self.low[point as usize] = self.found;
        self.open.push(point);
        self.path.push((point, 0));
    }

    fn run(&mut self, field: &Field) {
        while let Some(&mut (point, ref mut nth)) = self.path.last_mut() {
            if let Some(&id) = field.onward(point).get(*nth) {
                *nth += 1;
                let Some(head) = field.arc(id).map(|arc| arc.head) else {
                    continue;
                };
                if self.index[head as usize] == 0 {
                    self.enter(head);
                } else if self.parts.part[head as usize] == NONE {
                    self.low[point as usize] = self.low[point as usize].min(self.index[head as usize]);
                }
            } else {
                self.path.pop();
                self.leave(point);
            }
        }
    }

    fn leave(&mut self, point: u32) {
        let low = self.low[point as usize];
        if let Some(&(parent, _)) = self.path.last() {
            self.low[parent as usize] = self.low[parent as usize].min(low);
        }
        if low < self.index[point as usize] {
            return;
        }
        let number = self.parts.len() as u32;
        while let Some(member) = self.open.pop() {
            self.parts.part[member as usize] = number;
            self.parts.points.push(member);
            if member == point {
                break;
            }
        }
        self.parts.start.push(self.parts.points.len() as u32);
    }
}

/// Orders the points of a part.
pub(super) struct Downhill {
    /// For each point, how many arcs lead to it from points without a place.
    waiting: Vec<u32>,
}

impl Downhill {
    pub(super) fn new(field: &Field) -> Self {
        Self { waiting: vec![0; field.network.points() as usize] }
    }

    /// The members of a part such that arcs of weight at most zero lead onward, as far as these are without cycles;
    /// then the rest as they were discovered. In this order a long chain of "before" settles in one pass.
    pub(super) fn order(&mut self, field: &Field, parts: &Parts, number: usize) -> Vec<u32> {
        let members = parts.members(number);
        let downhill = |point: u32| {
            field
                .arcs(point)
                .filter(|arc| arc.weight <= 0 && parts.number_of(arc.head) == number)
                .map(|arc| arc.head as usize)
        };
        for &point in members {
            downhill(point).for_each(|head| self.waiting[head] += 1);
        }
        let waiting = |waiting: &[u32], point: u32| waiting[point as usize] > 0;
        let mut order: Vec<u32> = members.iter().rev().copied().collect();
        order.retain(|&point| !waiting(&self.waiting, point));
        let mut next = 0;
        while let Some(&point) = order.get(next) {
            next += 1;
            for head in downhill(point) {
                self.waiting[head] -= 1;
                if self.waiting[head] == 0 {
                    order.push(head as u32);
                }
            }
        }
        order.extend(members.iter().rev().filter(|&&point| waiting(&self.waiting, point)));
        order
    }
}
