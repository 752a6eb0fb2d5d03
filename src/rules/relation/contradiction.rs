//! What is so at a time is not also not so.
//!
//! # Why
//! A paper that says in its introduction that a text is secret, and quotes it ten pages on, is wrong once. The same
//! holds for what a source or the record denies.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "charter"
//!
//! [[claim]]
//! id = "text-is-out"
//! cites = ["gazette"]
//! says = { subject = "charter", relation = "published", from = "2020-03-01", until = "2020-12-31" }
//!
//! [[claim]]
//! id = "text-is-secret"
//! cites = ["gazette"]
//! says = { subject = "charter", relation = "published", not = true, on = "2020-06-01" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "charter"
//!
//! [[claim]]
//! id = "text-is-out"
//! cites = ["gazette"]
//! says = { subject = "charter", relation = "published", from = "2020-03-01", until = "2020-12-31" }
//!
//! [[claim]]
//! id = "text-is-secret"
//! cites = ["gazette"]
//! says = { subject = "charter", relation = "published", not = true, on = "2020-02-01" }
//! ```
//!
//! # When it stays silent
//! The two hold at different times, or touch on a boundary day. Two speakers may quarrel (`said-by`), and what is
//! planned or wished denies nothing. Where one has a date and the other none, or one is alleged or hedged, they
//! possibly contradict each other: surely only if the one leaves no day for the other, of all from the beginning of its
//! subject until it was said. Where neither has a date they do so as they are written. Negation is what `not = true`
//! says, never what a text says.

use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;

use super::clash::{COMPARED, Clash, Clashes, Ending, weaker_first};
use crate::rules::told;

pub(crate) const RULE: &str = "contradiction";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["denial against what is stated", "denials against what is stated"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut clashes = Clashes::new(case, Ending::Lasts);
    if let Some((_, first)) = case.holdings.iter().next().filter(|_| !case.holdings.is_complete) {
        verdicts.left_out("too many chains of relations to follow all", told::place(case, first));
    }
    for group in case.holdings.groups().filter(|group| group.len() > 1) {
        let places = || group.iter().map(|&at| at as usize);
        let denials = places().filter(|&at| {
            let holding = case.holdings.at(at);
            holding.is_denied && !holding.mode.looks_ahead()
        });
        for denial in denials.take(COMPARED) {
            let held = places().filter(|&at| case.holdings.at(at).is_held());
            for stated in held.take(COMPARED) {
                clashes.compare(verdicts, denial, stated);
            }
        }
    }
    for knot in clashes.knots() {
        verdicts.find_as(knot.certainty, || tell(case, &knot));
    }
}

fn tell(case: &Case<'_>, knot: &Clash) -> Finding {
    let [denial, stated] = [knot.first, knot.second].map(|at| case.holdings.at(at));
    let (denies, says) = (told::owner(case, denial), told::owner(case, stated));
    let sentence = told::sentence(case, denial);
    let (time, same) = (told::common(case, knot.first, knot.second), told::same_time(knot.certainty));
    let message = if denies == says {
        format!("{says} both says and denies that {sentence} {same}{time}")
    } else {
        format!("{denies} denies that {sentence}, and {says} says so, {same}{time}")
    };
    knot.finding(case, (RULE, LEVEL), message, weaker_first(case, knot.first, knot.second))
}
