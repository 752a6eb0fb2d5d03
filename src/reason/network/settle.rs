//! What is set aside so that the rest is consistent, and the conflicts met on the way.
//!
//! The labels of the start fit all constraints but a few. Each of these is added by a local search, or shows a
//! conflict. Where it does, the weakest reason is set aside: in the first rounds after all conflicts of the round are
//! known, so that a reason that is in many of them is seen; then at once, so that a clash of n statements takes n
//! searches and not n².

use std::cmp::Reverse;

use super::aside::{Membership, Settling, sort};
use super::branch;
use super::cover;
use super::explain::explain;
use super::labels::Ticks;
use super::repair::{Added, Repair};
use super::{Conflict, Network, Reason};

/// Rounds in which a reason is chosen with all conflicts of the round known.
const COUNTED_ROUNDS: u32 = 2;

/// Constraints that may be looked at in searches, for each constraint of the network, until what does not fit is set
/// aside unexplained. 100,000 false statements among 2,800,000 constraints take less than 1.
const WORK: u64 = 32;

/// The same for networks of any size.
const LEAST_WORK: u64 = 1 << 26;

/// What had to be set aside so that the rest is consistent.
#[derive(Debug)]
pub struct Settled {
    /// Contradictions: fewest reasons first, then by the reasons' numbers.
    pub conflicts: Vec<Conflict>,
    /// Without these reasons the rest is consistent, and none of them can be added to it; ascending.
    pub set_aside: Vec<Reason>,
    /// Whether the search for conflicts came to its end inside its bounds. If not, there may be reasons in some
    /// conflict that no reported one names: mostly links of further chains between two distant points that a false
    /// statement puts in the wrong order. In the extreme, reasons were set aside without a reported conflict.
    ///
    /// Where there are many conflicts, those that share no reason are looked into apart, so a conflict that needs
    /// reasons set aside from two such groups is not looked for even then.
    pub complete: bool,
}

/// Sets aside what it takes, from labels that fit all active constraints but those `unfit`. The labels are worked with,
/// and are in the end what they were.
pub(super) fn settle(
    network: &Network,
    strength: &[u32],
    active: &mut [bool],
    labels: &mut [Ticks],
    unfit: &[u32],
) -> Settled {
    for &id in unfit {
        active[id as usize] = false;
    }
    let mut repair = Repair::new(network, active, labels);
    repair.work = LEAST_WORK + WORK * network.constraints.len() as u64;
    let mut settling = Settling {
        repair,
        strength,
        aside: vec![false; network.reasons() as usize],
        conflicts: Vec::new(),
        complete: true,
    };
    settling.break_conflicts(unfit.to_vec());
    settling.take_back();
    cover::cover(&mut settling);
    branch::branch_out(&mut settling);
    let set_aside = (0..network.reasons()).map(Reason).filter(|&reason| settling.is_aside(reason)).collect();
    let conflicts = select(settling.conflicts, network.reasons());
    settling.repair.restore();
    Settled { conflicts, set_aside, complete: settling.complete }
}

/// How often a reason is named by conflicts that name nothing new.
const MENTIONS: u32 = 3;

/// The conflicts to report, in order: each names a reason for the first time, or only ones that were named seldom. So
/// n statements against n others are not n² conflicts.
fn select(mut conflicts: Vec<Conflict>, reasons: u32) -> Vec<Conflict> {
    sort(&mut conflicts);
    conflicts.dedup_by(|a, b| a.reasons == b.reasons);
    let mut mentions = vec![0_u32; reasons as usize];
    conflicts.retain(|conflict| {
        let mentioned = || conflict.reasons.iter().map(|reason| mentions[reason.0 as usize]);
        let tells = mentioned().any(|times| times == 0) || mentioned().all(|times| times < MENTIONS);
        if tells {
            for reason in &conflict.reasons {
                mentions[reason.0 as usize] += 1;
            }
        }
        tells
    });
    conflicts
}

impl Settling<'_> {
    /// Adds the constraints that do not fit, or sets reasons aside until they do.
    fn break_conflicts(&mut self, mut unfit: Vec<u32>) {
        for _ in 0..COUNTED_ROUNDS {
            let before = self.conflicts.len();
            unfit.retain(|&id| self.clashes(id));
            self.set_most_frequent_aside(before);
            unfit.retain(|&id| !self.is_aside(self.reason_of(id)));
        }
        for id in unfit {
            while !self.is_aside(self.reason_of(id)) && self.clashes(id) {
                if let Some(conflict) = self.conflicts.last()
                    && let Some(weakest) = self.weakest(conflict, |reason| u32::from(reason == self.reason_of(id)))
                {
                    self.set_aside(weakest);
                }
            }
        }
    }

    /// Adds a constraint; if it cannot be added, keeps the conflict or sets it aside unexplained, and returns true.
    fn clashes(&mut self, id: u32) -> bool {
        match self.repair.add(id) {
            Added::Fits => false,
            Added::Clashes(walk) => {
                self.conflicts.push(explain(self.repair.network, &walk));
                true
            }
            Added::OutOfWork => {
                self.complete = false;
                self.set_aside(self.reason_of(id));
                true
            }
        }
    }

    fn weakest(&self, conflict: &Conflict, weight: impl Fn(Reason) -> u32) -> Option<Reason> {
        let rank = |&reason: &Reason| (self.strength(reason), Reverse(weight(reason)), Reverse(reason));
        conflict.reasons.iter().copied().min_by_key(rank)
    }

    /// Breaks the conflicts from the given one on, at the reason that is in most of them among the weakest.
    fn set_most_frequent_aside(&mut self, from: usize) {
        let mut conflicts = self.conflicts.split_off(from);
        sort(&mut conflicts);
        let mut members: Vec<Reason> = conflicts.iter().flat_map(|conflict| conflict.reasons.iter().copied()).collect();
        members.sort_unstable();
        let frequency = |reason: Reason| {
            let first = members.partition_point(|&member| member < reason);
            members[first..].iter().take_while(|&&member| member == reason).count() as u32
        };
        for conflict in &conflicts {
            if !conflict.reasons.iter().any(|&reason| self.is_aside(reason))
                && let Some(weakest) = self.weakest(conflict, frequency)
            {
                self.set_aside(weakest);
            }
        }
        self.conflicts.append(&mut conflicts);
    }

    /// Takes back what need not have been set aside, strongest first.
    fn take_back(&mut self) {
        let mut aside: Vec<Reason> =
            (0..self.repair.network.reasons()).map(Reason).filter(|&r| self.is_aside(r)).collect();
        aside.sort_by_key(|&reason| (Reverse(self.strength(reason)), reason));
        let known = Membership::new(&self.conflicts);
        for reason in aside {
            let sole = |&conflict: &u32| {
                let reasons = &self.conflicts[conflict as usize].reasons;
                reasons.iter().all(|&other| other == reason || !self.is_aside(other))
            };
            if known.of(reason).any(|conflict| sole(&conflict)) {
                continue;
            }
            let mut owned = self.repair.network.owned(reason);
            if owned.any(|id| self.clashes(id)) {
                self.switch_off(reason);
            } else {
                self.aside[reason.0 as usize] = false;
            }
        }
    }
}
