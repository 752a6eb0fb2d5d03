//! What leads back to itself: the strongly connected parts of a graph, and the circles in them, in time linear in its
//! arrows.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

/// A graph of places, with its knots.
#[derive(Debug)]
pub struct Knots {
    /// The places that each one leads to.
    pub leads: Vec<Vec<usize>>,
    /// The places that lead to one another, and each of the others alone. What a knot leads to stands before it.
    pub all: Vec<Vec<usize>>,
    /// The knot of each place.
    pub of: Vec<usize>,
}

impl Knots {
    /// The knots of a graph: of each place those that it leads to.
    pub fn new(leads: Vec<Vec<usize>>) -> Self {
        let (all, of) = knots(&leads);
        Self { leads, all, of }
    }

    /// Whether a knot is a circle.
    pub fn is_circle(&self, knot: &[usize]) -> bool {
        knot.len() > 1 || self.leads[knot[0]].contains(&knot[0])
    }

    /// A shortest way from a place of a circle back to it: breadth first, among equals in the order of the arrows.
    pub fn shortest_circle(&self, start: usize) -> Vec<usize> {
        let mut came_from = FxHashMap::default();
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            if self.leads[at].contains(&start) {
                let mut circle = vec![at];
                while let Some(&before) = circle.last().filter(|&&at| at != start).and_then(|at| came_from.get(at)) {
                    circle.push(before);
                }
                circle.reverse();
                return circle;
            }
            for &next in self.leads[at].iter().filter(|&&next| self.of[next] == self.of[start]) {
                if let Entry::Vacant(place) = came_from.entry(next) {
                    place.insert(at);
                    queue.push_back(next);
                }
            }
        }
        unreachable!("from every place of a circle a way leads back to it")
    }
}

/// The strongly connected components, by Tarjan 1972, with the stack of calls written out.
fn knots(leads: &[Vec<usize>]) -> (Vec<Vec<usize>>, Vec<usize>) {
    const UNSEEN: usize = usize::MAX;
    let length = leads.len();
    let (mut seen, mut low, mut knot_of) = (vec![UNSEEN; length], vec![UNSEEN; length], vec![UNSEEN; length]);
    let (mut knots, mut open, mut calls) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = 0;
    for root in 0..length {
        if seen[root] == UNSEEN {
            calls.push((root, 0));
        }
        while let Some((at, next)) = calls.pop() {
            if next == 0 {
                (seen[at], low[at]) = (count, count);
                count += 1;
                open.push(at);
            } else {
                low[at] = low[at].min(low[leads[at][next - 1]]);
            }
            let unseen = (next..leads[at].len()).find(|&edge| {
                let to = leads[at][edge];
                if seen[to] != UNSEEN && knot_of[to] == UNSEEN {
                    low[at] = low[at].min(seen[to]);
                }
                seen[to] == UNSEEN
            });
            if let Some(edge) = unseen {
                calls.push((at, edge + 1));
                calls.push((leads[at][edge], 0));
                continue;
            }
            if low[at] == seen[at] {
                let start = open.iter().rposition(|&place| place == at).expect("an open place is on the stack");
                let mut knot = open.split_off(start);
                knot.sort_unstable();
                for &place in &knot {
                    knot_of[place] = knots.len();
                }
                knots.push(knot);
            }
        }
    }
    (knots, knot_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_knot_leads_to_stands_before_it() {
        // 0 -> 1 <-> 2 -> 3, and 4 leads to itself and 3.
        let (knots, knot_of) = knots(&[vec![1], vec![2], vec![1, 3], vec![], vec![3, 4]]);
        assert_eq!(knots, [vec![3], vec![1, 2], vec![0], vec![4]]);
        assert_eq!(knot_of, [2, 1, 1, 0, 3]);
    }

    #[test]
    fn a_shortest_circle_goes_no_long_way_round() {
        let knots = Knots::new(vec![vec![1, 3], vec![2], vec![0], vec![0], vec![4]]);
        assert_eq!(knots.shortest_circle(0), [0, 3]);
        assert_eq!(knots.shortest_circle(1), [1, 2, 0]);
        assert_eq!(knots.shortest_circle(4), [4]);
    }
}
