//! The search for conflicts that hide behind others.
//!
//! Where conflicts overlap, breaking one can break another before it is seen. So for each group of overlapping
//! conflicts a tree of alternatives is grown (Reiter, "A theory of diagnosis from first principles", Artificial
//! Intelligence 32, 1987): a node is a set of reasons taken away; a conflict among what is left has one child for each
//! of its members. Grown to its end the tree finds all conflicts of the group.

use std::collections::{BTreeSet, VecDeque};

use super::aside::{Settling, sort};
use super::cover::named;
use super::explain::explain;
use super::repair::Added;
use super::{Conflict, Reason};

/// Nodes of one tree.
const NODES: usize = 512;

/// Conflicts that one tree may add to those of its group: a false order of two distant events contradicts every chain
/// of statements between them, and nobody reads them all.
const ADDED: usize = 4;

/// Up to so many conflicts are one group, even if they share no reason.
const TOGETHER: usize = 8;

/// What a node costs besides its search, in constraints looked at.
const NODE_WORK: u64 = 16;

/// Constraints that may be looked at in networks of any size; one more for each that the network has.
const LEAST_WORK: u64 = 1 << 20;

/// Grows the trees of all groups, the smallest groups first; keeps what names a reason for the first time.
pub(super) fn branch_out(settling: &mut Settling) {
    settling.repair.work = LEAST_WORK + settling.repair.network.constraints.len() as u64;
    let mut named = named(settling);
    for group in groups(settling) {
        if settling.repair.work < NODE_WORK {
            settling.complete = false;
            break;
        }
        let mut tree = Tree::new(settling, &group);
        if tree.can_add(settling, &named) {
            tree.grow(settling, &mut named);
            settling.conflicts.append(&mut tree.news);
        }
    }
}

/// The conflicts, by number, in groups that share no reason; fewest first.
fn groups(settling: &Settling) -> Vec<Vec<usize>> {
    let mut leader: Vec<u32> = (0..settling.repair.network.reasons()).collect();
    let find = |leader: &mut [u32], reason: Reason| {
        let mut at = reason.0;
        while leader[at as usize] != at {
            leader[at as usize] = leader[leader[at as usize] as usize];
            at = leader[at as usize];
        }
        at
    };
    for conflict in &settling.conflicts {
        let first = find(&mut leader, conflict.reasons[0]);
        for &reason in &conflict.reasons[1..] {
            let other = find(&mut leader, reason);
            leader[other.max(first) as usize] = other.min(first);
        }
    }
    let mut led: Vec<(u32, usize)> = Vec::with_capacity(settling.conflicts.len());
    for (number, conflict) in settling.conflicts.iter().enumerate() {
        led.push((find(&mut leader, conflict.reasons[0]), number));
    }
    led.sort_unstable();
    if (1..=TOGETHER).contains(&led.len()) {
        return vec![led.into_iter().map(|(_, number)| number).collect()];
    }
    let mut groups: Vec<Vec<usize>> =
        led.chunk_by(|a, b| a.0 == b.0).map(|group| group.iter().map(|&(_, number)| number).collect()).collect();
    groups.sort_by_key(Vec::len);
    groups
}

struct Tree {
    /// Those of the group, and what was found since.
    conflicts: Vec<Conflict>,
    /// The reasons set aside that are in the group.
    aside: Vec<Reason>,
    /// Sets after whose removal nothing contradicts.
    cures: Vec<Vec<Reason>>,
    /// What was found that names a reason for the first time.
    news: Vec<Conflict>,
}

impl Tree {
    fn new(settling: &Settling, group: &[usize]) -> Self {
        let mut conflicts: Vec<Conflict> = group.iter().map(|&number| settling.conflicts[number].clone()).collect();
        sort(&mut conflicts);
        let members: BTreeSet<Reason> =
            conflicts.iter().flat_map(|conflict| conflict.reasons.iter().copied()).collect();
        let aside = members.into_iter().filter(|&reason| settling.is_aside(reason)).collect();
        Self { conflicts, aside, cures: Vec::new(), news: Vec::new() }
    }

    /// Whether a reason that is not named yet is near enough to be in a conflict of this group.
    fn can_add(&self, settling: &mut Settling, named: &[bool]) -> bool {
        let network = settling.repair.network;
        let added: Vec<u32> = self.aside.iter().flat_map(|&reason| network.owned(reason)).collect();
        let near = settling.repair.vicinity(&added);
        near.is_none_or(|reasons| reasons.iter().any(|reason| !named[reason.0 as usize]))
    }

    fn grow(&mut self, settling: &mut Settling, named: &mut [bool]) {
        let mut seen: BTreeSet<Vec<Reason>> = BTreeSet::new();
        let mut open: VecDeque<Vec<Reason>> = VecDeque::from([Vec::new()]);
        while let Some(away) = open.pop_front() {
            if self.cures.iter().any(|cure| cure.iter().all(|reason| away.binary_search(reason).is_ok())) {
                continue;
            }
            if seen.len() >= NODES || self.news.len() >= ADDED || settling.repair.work < NODE_WORK {
                settling.complete = false;
                return;
            }
            settling.repair.work -= NODE_WORK;
            let Some(conflict) = self.conflict_without(settling, &away) else {
                self.cures.push(away);
                continue;
            };
            if conflict.iter().any(|reason| !named[reason.0 as usize]) {
                self.news.extend(self.conflicts.last().cloned());
            }
            for reason in conflict {
                named[reason.0 as usize] = true;
                if seen.len() >= NODES {
                    settling.complete = false;
                    continue;
                }
                let mut further = away.clone();
                further.insert(further.partition_point(|&other| other < reason), reason);
                if seen.insert(further.clone()) {
                    open.push_back(further);
                }
            }
        }
    }

    /// A conflict that has no member among the given reasons: one already known, or one that is searched for.
    fn conflict_without(&mut self, settling: &mut Settling, away: &[Reason]) -> Option<Vec<Reason>> {
        let apart = |conflict: &&Conflict| conflict.reasons.iter().all(|reason| away.binary_search(reason).is_err());
        if let Some(known) = self.conflicts.iter().find(apart) {
            return Some(known.reasons.clone());
        }
        settling.repair.begin_trial();
        for &reason in away {
            settling.switch_off(reason);
        }
        let present = self.aside.iter().filter(|&reason| away.binary_search(reason).is_err());
        let found = present.flat_map(|&reason| settling.repair.network.owned(reason)).find_map(|id| {
            match settling.repair.add(id) {
                Added::Fits => None,
                Added::Clashes(walk) => Some(Some(explain(settling.repair.network, &walk))),
                Added::OutOfWork => Some(None),
            }
        });
        for &reason in &self.aside {
            settling.switch_off(reason);
        }
        settling.repair.end_trial();
        for &reason in away {
            if !settling.is_aside(reason) {
                settling.switch_on(reason);
            }
        }
        match found {
            Some(Some(conflict)) => {
                let reasons = conflict.reasons.clone();
                self.conflicts.push(conflict);
                Some(reasons)
            }
            Some(None) => {
                settling.complete = false;
                None
            }
            None => None,
        }
    }
}
