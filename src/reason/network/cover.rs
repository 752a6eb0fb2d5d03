//! Further conflicts of what was set aside, so that no statement in a contradiction goes unmentioned.
//!
//! Each reason set aside is tried against the rest, which is consistent: every conflict found is put down, and its
//! other members are taken away for the while, until nothing contradicts the reason any more.

use super::aside::{Membership, Settling};
use super::explain::explain;
use super::repair::Added;
use super::{Conflict, Reason};

/// Conflicts of one reason in a row that name no new statement, after which its search ends: whether there are more to
/// find is asked again for the whole group of conflicts.
const FRUITLESS: u32 = 8;

pub(super) fn cover(settling: &mut Settling) {
    let known = Membership::new(&settling.conflicts);
    let mut named = named(settling);
    for reason in (0..settling.repair.network.reasons()).map(Reason) {
        if settling.is_aside(reason) {
            peel(settling, reason, &known, &mut named);
        }
    }
}

/// For each reason, whether some conflict names it.
pub(super) fn named(settling: &Settling) -> Vec<bool> {
    let mut named = vec![false; settling.repair.network.reasons() as usize];
    for reason in settling.conflicts.iter().flat_map(|conflict| &conflict.reasons) {
        named[reason.0 as usize] = true;
    }
    named
}

/// Finds the conflicts of one reason with what was kept.
fn peel(settling: &mut Settling, reason: Reason, known: &Membership, named: &mut [bool]) {
    let network = settling.repair.network;
    settling.repair.begin_trial();
    let mut away: Vec<Reason> = Vec::new();
    for number in known.of(reason) {
        let others = others(&settling.conflicts[number as usize], reason);
        if others.iter().all(|&other| !settling.is_aside(other)) {
            away.extend(others);
        }
    }
    let itself = known.of(reason).any(|number| settling.conflicts[number as usize].reasons.len() == 1);
    for &other in &away {
        settling.switch_off(other);
    }
    let mut fruitless = 0;
    let mut owned = network.owned(reason).filter(|_| !itself);
    let mut next = owned.next();
    while let Some(id) = next {
        match settling.repair.add(id) {
            Added::Fits => next = owned.next(),
            Added::OutOfWork => {
                settling.complete = false;
                break;
            }
            Added::Clashes(walk) => {
                let conflict = explain(network, &walk);
                let others = others(&conflict, reason);
                let news = conflict.reasons.iter().any(|member| !named[member.0 as usize]);
                for member in &conflict.reasons {
                    named[member.0 as usize] = true;
                }
                settling.conflicts.push(conflict);
                fruitless = if news { 0 } else { fruitless + 1 };
                if others.is_empty() || fruitless == FRUITLESS {
                    break;
                }
                for &other in &others {
                    settling.switch_off(other);
                }
                away.extend(others);
            }
        }
    }
    settling.switch_off(reason);
    settling.repair.end_trial();
    for other in away {
        settling.switch_on(other);
    }
}

fn others(conflict: &Conflict, reason: Reason) -> Vec<Reason> {
    conflict.reasons.iter().copied().filter(|&other| other != reason).collect()
}
