//! Which sources repeat which: the graph of `derived-from`, its circles, and where it begins.
//!
//! Nothing here depends on the order of records: sources are numbered by their ids.

use crate::model::{Record, SourceId};
use crate::rules::Case;

/// The sources and what they repeat, in time linear in the entries of `derived-from`.
pub(super) struct Derivation {
    /// The sources, by id.
    pub(super) sources: Vec<SourceId>,
    /// The places of those that each one repeats, each once, in order.
    pub(super) repeats: Vec<Vec<usize>>,
    /// The places that repeat one another in a circle, and each of the others alone. What a knot repeats stands before it.
    pub(super) knots: Vec<Vec<usize>>,
    /// The knot of each place.
    pub(super) knot_of: Vec<usize>,
}

impl Derivation {
    pub(super) fn new(case: &Case<'_>) -> Self {
        let mut sources: Vec<SourceId> = case.dossier.sources().map(|(id, _)| id).collect();
        sources.sort_by_key(|&id| case.dossier.id(case.texts, Record::Source(id)));
        let mut places = vec![0; sources.len()];
        for (place, id) in sources.iter().enumerate() {
            places[id.index()] = place;
        }
        let repeats = sources.iter().map(|&id| {
            let known = case.dossier[id].derived_from.iter().filter_map(|source| source.target);
            let mut repeated: Vec<usize> = known.map(|id| places[id.index()]).collect();
            repeated.sort_unstable();
            repeated.dedup();
            repeated
        });
        let repeats: Vec<Vec<usize>> = repeats.collect();
        let (knots, knot_of) = knots(&repeats);
        Self { sources, repeats, knots, knot_of }
    }

    /// Whether a knot is a circle.
    pub(super) fn is_circle(&self, knot: &[usize]) -> bool {
        knot.len() > 1 || self.repeats[knot[0]].contains(&knot[0])
    }
}

/// The strongly connected components, by Tarjan 1972, with the stack of calls written out.
fn knots(repeats: &[Vec<usize>]) -> (Vec<Vec<usize>>, Vec<usize>) {
    const UNSEEN: usize = usize::MAX;
    let length = repeats.len();
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
                low[at] = low[at].min(low[repeats[at][next - 1]]);
            }
            let unseen = (next..repeats[at].len()).find(|&edge| {
                let to = repeats[at][edge];
                if seen[to] != UNSEEN && knot_of[to] == UNSEEN {
                    low[at] = low[at].min(seen[to]);
                }
                seen[to] == UNSEEN
            });
            if let Some(edge) = unseen {
                calls.push((at, edge + 1));
                calls.push((repeats[at][edge], 0));
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
    fn what_a_knot_repeats_stands_before_it() {
        // 0 -> 1 <-> 2 -> 3, and 4 repeats itself and 3.
        let (knots, knot_of) = knots(&[vec![1], vec![2], vec![1, 3], vec![], vec![3, 4]]);
        assert_eq!(knots, [vec![3], vec![1, 2], vec![0], vec![4]]);
        assert_eq!(knot_of, [2, 1, 1, 0, 3]);
    }
}
