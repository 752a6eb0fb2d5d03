//! Relations that exclude each other do not hold of the same two things at one time.
//!
//! # Why
//! A member is no longer an applicant, an ally no enemy. Where a paper needs both, it speaks of two times and has to
//! say so, or one of its passages is wrong.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[entity]]
//! id = "northern-union"
//!
//! [[claim]]
//! id = "norland-belongs"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "northern-union", from = "2001", until = "2009" }
//!
//! [[claim]]
//! id = "norland-applies"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "applicant-to", object = "northern-union", on = "2005" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[entity]]
//! id = "northern-union"
//!
//! [[claim]]
//! id = "norland-belongs"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "northern-union", from = "2001", until = "2009" }
//!
//! [[claim]]
//! id = "norland-applies"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "applicant-to", object = "northern-union", on = "2000" }
//! ```
//!
//! # When it stays silent
//! The two hold at different times, or touch on a boundary day. What has no `until` may have ended when the other
//! began: that is possible. Where both are told of one single day, that may be the day of the change: a warning. Two
//! speakers may see it differently (`said-by`), and what is planned or wished excludes nothing.

use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;

use super::clash::{COMPARED, Clash, Clashes, Ending, weaker_first};
use crate::rules::told;

pub(crate) const RULE: &str = "disjoint-relations";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["statement against what excludes it", "statements against what excludes them"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut clashes = Clashes::new(case, Ending::Unknown);
    for group in case.holdings.groups() {
        let (relation, subject, object) = case.holdings.at(group[0] as usize).key();
        for excluded in case.dossier[relation].disjoint_with.iter().filter_map(|name| name.target) {
            let others = case.holdings.of((excluded, subject, object));
            for first in held(case, group) {
                for second in held(case, others) {
                    clashes.compare(verdicts, first, second);
                }
            }
        }
    }
    for knot in clashes.knots() {
        verdicts.find_as(knot.certainty, || tell(case, &knot));
    }
}

fn held<'c>(case: &'c Case<'_>, group: &'c [u32]) -> impl Iterator<Item = usize> {
    group.iter().map(|&at| at as usize).filter(|&at| case.holdings.at(at).is_held()).take(COMPARED)
}

fn tell(case: &Case<'_>, knot: &Clash) -> Finding {
    let (first, second) = weaker_first(case, knot.first, knot.second);
    let said = |at: usize| (told::owner(case, case.holdings.at(at)), told::sentence(case, case.holdings.at(at)));
    let ((by, one), (against, other)) = (said(first), said(second));
    let (time, same) = (told::common(case, first, second), told::same_time(knot.certainty));
    let against = if by == against { String::new() } else { format!("{against} says ") };
    let message = format!("{by} says {one}, and {against}{other}, {same}{time}: the one excludes the other");
    knot.finding(case, (RULE, LEVEL), message, (first, second))
}
