//! A graph of nodes that stand while of each group that they need one does.

use rustc_hash::{FxHashMap, FxHashSet};

/// What a node needs: one of each group. Without a group it needs nothing; with an empty one it never stands.
pub(super) type Groups = Vec<Vec<usize>>;

/// Nodes, and what they are needed for.
#[derive(Debug)]
pub(super) struct Graph {
    /// How many groups each node has.
    groups: Vec<usize>,
    /// The groups that each node is in, each once: whose it is, and which of its groups.
    serves: Vec<Vec<(usize, usize)>>,
}

/// Which nodes stand.
#[derive(Debug)]
pub(super) struct Standing {
    /// Whether each does.
    pub(super) stands: Vec<bool>,
    /// How many of each of its groups do.
    met: Vec<Vec<usize>>,
}

impl Graph {
    pub(super) fn new(needs: &[Groups]) -> Self {
        let mut serves = vec![Vec::new(); needs.len()];
        for (node, groups) in needs.iter().enumerate() {
            for (group, members) in groups.iter().enumerate() {
                for &member in members {
                    serves[member].push((node, group));
                }
            }
        }
        for served in &mut serves {
            served.sort_unstable();
            served.dedup();
        }
        Self { groups: needs.iter().map(Vec::len).collect(), serves }
    }

    /// The nodes that need one.
    pub(super) fn resting_on(&self, node: usize) -> impl Iterator<Item = usize> {
        self.serves[node].iter().map(|&(resting, _)| resting)
    }

    /// Which nodes stand.
    pub(super) fn standing(&self) -> Standing {
        let mut stands = vec![false; self.groups.len()];
        let mut met: Vec<Vec<usize>> = self.groups.iter().map(|&groups| vec![0; groups]).collect();
        let mut unmet = self.groups.clone();
        let mut ready: Vec<usize> = (0..unmet.len()).filter(|&node| unmet[node] == 0).collect();
        while let Some(node) = ready.pop() {
            stands[node] = true;
            for &(resting, group) in &self.serves[node] {
                met[resting][group] += 1;
                if met[resting][group] == 1 {
                    unmet[resting] -= 1;
                    if unmet[resting] == 0 {
                        ready.push(resting);
                    }
                }
            }
        }
        Standing { stands, met }
    }

    /// The nodes that stand and, once one of them is withdrawn, do not; that one among them. In ascending order.
    pub(super) fn fallen(&self, standing: &Standing, withdrawn: usize) -> Vec<usize> {
        let reached = self.reached(standing, withdrawn);
        let place: FxHashMap<usize, usize> = reached.iter().enumerate().map(|(at, &node)| (node, at)).collect();
        // Of what is reached nothing is taken to stand, until others are found that it stands on.
        let mut met: Vec<Vec<usize>> = reached.iter().map(|&node| standing.met[node].clone()).collect();
        let served = |node: usize| {
            let known = |&(resting, group): &(usize, usize)| Some((*place.get(&resting)?, group));
            self.serves[node].iter().filter_map(known)
        };
        for (at, group) in reached.iter().flat_map(|&node| served(node)) {
            met[at][group] -= 1;
        }
        let mut unmet: Vec<usize> = met.iter().map(|met| met.iter().filter(|met| **met == 0).count()).collect();
        let mut saved = vec![false; reached.len()];
        let mut ready: Vec<usize> = (1..reached.len()).filter(|&at| unmet[at] == 0).collect();
        while let Some(at) = ready.pop() {
            saved[at] = true;
            for (resting, group) in served(reached[at]) {
                met[resting][group] += 1;
                if met[resting][group] == 1 {
                    unmet[resting] -= 1;
                    if unmet[resting] == 0 && resting > 0 {
                        ready.push(resting);
                    }
                }
            }
        }
        let mut fallen: Vec<usize> =
            reached.iter().zip(saved).filter(|(_, saved)| !saved).map(|(&node, _)| node).collect();
        fallen.sort_unstable();
        fallen
    }

    /// What stands and rests on a node, by any way; the node itself in front, if it stands.
    fn reached(&self, standing: &Standing, start: usize) -> Vec<usize> {
        let mut reached: Vec<usize> = Some(start).filter(|&start| standing.stands[start]).into_iter().collect();
        let mut known: FxHashSet<usize> = reached.iter().copied().collect();
        let mut at = 0;
        while at < reached.len() {
            let resting = self.resting_on(reached[at]).filter(|&resting| standing.stands[resting]);
            let more: Vec<usize> = resting.filter(|&resting| known.insert(resting)).collect();
            reached.extend(more);
            at += 1;
        }
        reached
    }
}
