//! Where only one can stand in a relation at a time, no two do.
//!
//! # Why
//! An article is of one treaty and a state has one capital at a time. Two passages that name different ones show that
//! one of them has confused something.
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
//! id = "port-ada"
//!
//! [[entity]]
//! id = "lindholm"
//!
//! [[relation]]
//! id = "governed-from"
//! reads = "{subject} is governed from {object}"
//! functional = true
//!
//! [[claim]]
//! id = "from-the-port"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "governed-from", object = "port-ada", from = "1900", until = "1950" }
//!
//! [[claim]]
//! id = "from-the-island"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "governed-from", object = "lindholm", on = "1920" }
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
//! id = "port-ada"
//!
//! [[entity]]
//! id = "lindholm"
//!
//! [[relation]]
//! id = "governed-from"
//! reads = "{subject} is governed from {object}"
//! functional = true
//!
//! [[claim]]
//! id = "from-the-port"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "governed-from", object = "port-ada", from = "1900", until = "1950" }
//!
//! [[claim]]
//! id = "from-the-island"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "governed-from", object = "lindholm", from = "1950" }
//! ```
//!
//! # When it stays silent
//! The two hold at different times, or touch on a boundary day. What has no `until` may have ended when the other
//! began: that is possible, but of what is `permanent`. Where both are told of one single day, that may be the day of
//! the change: a warning. One that continues the other is the same under another name. Two speakers may see it
//! differently (`said-by`), and what is planned or wished conflicts with nothing.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Record;
use crate::reason::{Holding, Object};
use crate::rules::Case;

use super::clash::{COMPARED, Clash, Clashes, Ending, weaker_first};
use crate::rules::told;

pub(crate) const RULE: &str = "functional-conflict";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["pair of which only one can hold", "pairs of which only one can hold"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut clashes = Clashes::new(case, Ending::Unknown);
    for group in case.holdings.by_subject().filter(|group| group.len() > 1) {
        if case.dossier[case.holdings.at(group[0] as usize).relation].functional {
            let mut group: Vec<usize> = group.iter().map(|&at| at as usize).collect();
            group.sort_unstable();
            compare(case, &mut clashes, verdicts, &group, |one, other| same_object(case, one.object, other.object));
        }
    }
    let mut from_the_other_side: Vec<usize> = case
        .holdings
        .iter()
        .filter(|(_, holding)| case.dossier[holding.relation].inverse_functional && holding.object != Object::Nothing)
        .map(|(at, _)| at)
        .collect();
    let side = |at: usize| (case.holdings.at(at).relation, case.holdings.at(at).object);
    from_the_other_side.sort_by_key(|&at| (side(at), at));
    for group in from_the_other_side.chunk_by(|&a, &b| side(a) == side(b)) {
        let kin = |one: &Holding, other: &Holding| case.holdings.rolls.are_kin(one.subject, other.subject);
        compare(case, &mut clashes, verdicts, group, kin);
    }
    for knot in clashes.knots() {
        verdicts.find_as(knot.certainty, || tell(case, &knot));
    }
}

fn same_object(case: &Case<'_>, one: Object, other: Object) -> bool {
    match (one, other) {
        (Object::Thing(one), Object::Thing(other)) => case.holdings.rolls.are_kin(one, other),
        _ => one == other,
    }
}

fn compare(
    case: &Case<'_>,
    clashes: &mut Clashes<'_>,
    verdicts: &mut Verdicts,
    group: &[usize],
    are_same: impl Fn(&Holding, &Holding) -> bool,
) {
    let held: Vec<usize> = group.iter().copied().filter(|&at| case.holdings.at(at).is_held()).take(COMPARED).collect();
    for (number, &first) in held.iter().enumerate() {
        for &second in &held[number + 1..] {
            if !are_same(case.holdings.at(first), case.holdings.at(second)) {
                clashes.compare(verdicts, first, second);
            }
        }
    }
}

fn tell(case: &Case<'_>, knot: &Clash) -> Finding {
    let (first, second) = weaker_first(case, knot.first, knot.second);
    let [one, other] = [first, second].map(|at| case.holdings.at(at));
    let instead = match (one.subject == other.subject, other.subject) {
        (true, _) => told::object(case, other),
        (false, Record::Entity(_) | Record::Event(_) | Record::Source(_)) => told::thing(case, other.subject),
        (false, _) => String::new(),
    };
    let (sentence, [owner, others]) =
        (told::sentence(case, one), [one, other].map(|holding| told::owner(case, holding)));
    let says = if owner == others { String::new() } else { format!("{others} says ") };
    let both = format!("{owner} says {sentence}, and {says}so of {instead}");
    if case.dossier[one.relation].permanent {
        let message = format!("{both}: only one can be so, at whatever time");
        return knot.finding(case, (RULE, LEVEL), message, (first, second)).help("correct the one that is wrong");
    }
    let (time, same) = (told::common(case, first, second), told::same_time(knot.certainty));
    let message = format!("{both}, {same}{time}: only one can be so at a time");
    knot.finding(case, (RULE, LEVEL), message, (first, second))
}
