//! Bellman-Ford-Moore with subtree disassembly, inside one strongly connected part.
//!
//! Labels come along a forest of constraints. When a point's label is lowered, all that hangs from it will be lowered
//! too, and is cut off; if the lowering point itself hangs from it, the arc closes a negative cycle and is barred. The
//! forest is threaded in preorder with depths, so a subtree is a run of the thread.
//!
//! A point that was cut off need not be scanned, since it will get its label anew. Should that be refused because of
//! its floor, it comes back as a root; and if what it hung from came back so, it is met by its own label again.

use std::collections::VecDeque;

use super::parts::Parts;
use super::{Arc, Field, NONE, Ticks};

/// Depth of a point that is cut off.
const CUT: u32 = u32::MAX;

pub(super) struct Disassembly {
    next: Vec<u32>,
    previous: Vec<u32>,
    depth: Vec<u32>,
    queued: Vec<bool>,
    queue: VecDeque<u32>,
    barred: Vec<bool>,
}

impl Disassembly {
    pub(super) fn new(field: &Field) -> Self {
        let points = field.network.points() as usize;
        Self {
            next: vec![NONE; points],
            previous: vec![NONE; points],
            depth: vec![0; points],
            queued: vec![false; points],
            queue: VecDeque::new(),
            barred: vec![false; field.network.constraints.len()],
        }
    }

    pub(super) fn settle(&mut self, field: &mut Field, parts: &Parts, number: usize, order: &[u32]) {
        // Not only the pending points: then those they lower would wait at the end of the queue, out of order.
        for &point in order {
            self.enqueue(point);
        }
        while let Some(point) = self.queue.pop_front() {
            self.queued[point as usize] = false;
            if self.depth[point as usize] == CUT {
                continue;
            }
            for &id in field.onward(point) {
                if let Some(arc) = field.arc(id)
                    && parts.number_of(arc.head) == number
                    && !self.barred[arc.id as usize]
                {
                    self.scan(field, point, arc);
                }
            }
        }
    }

    fn scan(&mut self, field: &mut Field, point: u32, arc: Arc) {
        let head = arc.head as usize;
        let label: Ticks = field.labels.label[point as usize] + arc.weight;
        let cut = self.depth[head] == CUT;
        if label > field.labels.label[head] || (label == field.labels.label[head] && !cut) {
            return;
        }
        if label < field.floor(arc.head) {
            field.refused = true;
            if cut {
                self.depth[head] = 0;
                self.enqueue(arc.head);
            }
            return;
        }
        if !cut {
            if self.hangs_from(point, arc.head) {
                self.barred[arc.id as usize] = true;
                field.refused = true;
                return;
            }
            self.cut_off(arc.head);
        }
        field.lower(arc, label);
        self.hang(arc.head, point);
        self.enqueue(arc.head);
    }

    fn enqueue(&mut self, point: u32) {
        if !self.queued[point as usize] {
            self.queued[point as usize] = true;
            self.queue.push_back(point);
        }
    }

    fn hangs_from(&self, point: u32, root: u32) -> bool {
        let depth = self.depth[root as usize];
        let mut at = self.next[root as usize];
        while at != NONE && self.depth[at as usize] > depth {
            if at == point {
                return true;
            }
            at = self.next[at as usize];
        }
        false
    }

    /// Takes a point with all that hangs from it out of the thread.
    fn cut_off(&mut self, root: u32) {
        let depth = self.depth[root as usize];
        let mut at = self.next[root as usize];
        while at != NONE && self.depth[at as usize] > depth {
            let after = self.next[at as usize];
            self.depth[at as usize] = CUT;
            self.next[at as usize] = NONE;
            self.previous[at as usize] = NONE;
            at = after;
        }
        let before = self.previous[root as usize];
        if before != NONE {
            self.next[before as usize] = at;
        }
        if at != NONE {
            self.previous[at as usize] = before;
        }
        self.next[root as usize] = NONE;
        self.previous[root as usize] = NONE;
    }

    fn hang(&mut self, point: u32, parent: u32) {
        let after = self.next[parent as usize];
        self.next[point as usize] = after;
        if after != NONE {
            self.previous[after as usize] = point;
        }
        self.next[parent as usize] = point;
        self.previous[point as usize] = parent;
        self.depth[point as usize] = self.depth[parent as usize] + 1;
    }
}
