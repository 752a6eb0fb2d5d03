//! Who is said to stand in a relation is on its roll, where the roll is complete.
//!
//! # Why
//! That a state has joined an alliance is quickly written. A complete list of its members, with the days on which they
//! came and went, answers for every time that it covers.
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
//! id = "southland"
//!
//! [[entity]]
//! id = "northern-union"
//!
//! [[roll]]
//! relation = "member-of"
//! object = "northern-union"
//! complete-from = "1950-01-01"
//! complete-until = "2024-12-31"
//! cites = ["gazette"]
//! members = [{ subject = "norland", from = "1950-01-01", until = "2020-01-31" }]
//!
//! [[claim]]
//! id = "southland-takes-part"
//! cites = ["gazette"]
//! says = { subject = "southland", relation = "member-of", object = "northern-union", on = "2021" }
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
//! [[roll]]
//! relation = "member-of"
//! object = "northern-union"
//! complete-from = "1950-01-01"
//! complete-until = "2024-12-31"
//! cites = ["gazette"]
//! members = [{ subject = "norland", from = "1950-01-01", until = "2020-01-31" }]
//!
//! [[claim]]
//! id = "norland-takes-part"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "northern-union", on = "2019" }
//! ```
//!
//! # When it stays silent
//! Nobody has made a roll of it. The time of the claim lies outside the one for which the roll is complete, or may:
//! that is not checkable. A claim without a date speaks of some time up to the paper's own, and is judged where the
//! roll goes back to the beginning (`from`) of what it is of. An entity that continues a member, or is continued by
//! one, counts as it. An entry with a `status` counts, unless the status says that it is none of them: observer,
//! partner, associate, applicant, candidate, guest, dialogue-partner, invited, former. Who ceases to be (`until`), and
//! is continued by nobody, leaves with it. A member who has left is silently passed where the claim gives a beginning
//! that fits and no end.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Record, RollId};
use crate::reason::{Holding, Moments, Object, Rolls, Times};
use crate::rules::Case;
use crate::time::When;
use crate::wording;

use super::roll::{self, List};
use crate::rules::told;

pub(crate) const RULE: &str = "not-on-roll";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["statement against its roll", "statements against their rolls"];

/// Up to so many entries are shown.
const SHOWN: usize = 3;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    roll::each(case, |at, holding, list| match judge(case, holding, list) {
        Ok(Some(missing)) => verdicts.find(tell(case, at, list, &missing)),
        Ok(None) => verdicts.fine(
            || {
                std::iter::once(told::place(case, holding))
                    .chain(list.rolls.iter().map(|&roll| case.dossier[roll].header))
            },
            || format!("{}, and the roll allows it", told::told(case, holding)),
        ),
        Err(because) => verdicts.not_checkable(because, told::place(case, holding)),
    });
}

/// A time at which somebody must be on a roll and is not.
struct Missing {
    roll: RollId,
    time: Moments,
    certainty: Certainty,
}

fn judge(case: &Case<'_>, holding: &Holding, list: &List<'_>) -> Result<Option<Missing>, &'static str> {
    let own: Vec<Times> = list
        .of(case, holding.subject)
        .into_iter()
        .filter(|(_, entry)| !entry.is_beside)
        .map(|(_, entry)| entry.times)
        .collect();
    let may: Vec<Moments> = own.iter().map(|times| times.may).collect();
    let begins = beginning(case, holding);
    let [hard, nominal] =
        [holding.times.hard, holding.times.nominal].map(|holds| (holds.throughout, holds.somewhere.not_before(begins)));
    for &roll in list.rolls {
        let complete = Rolls::complete(case.dossier, roll, When::hard);
        let certain = absent(hard, &may, complete).map(|time| (time, Certainty::Certain));
        let named: Vec<Moments> = own.iter().map(|times| times.nominal.somewhere).collect();
        let complete = Rolls::complete(case.dossier, roll, When::nominal);
        let missing = certain.or_else(|| {
            let never = if own.is_empty() { holding.times.lasts } else { Moments::NONE };
            let time = absent(nominal, &named, complete).or_else(|| absent((never, Moments::NONE), &[], complete));
            time.map(|time| (time, Certainty::Nominal))
        });
        if let Some((time, certainty)) = missing {
            return Ok(Some(Missing { roll, time, certainty }));
        }
    }
    let is_on = |may: &Moments| may.meets(hard.0) || may.meets(hard.1);
    let covers = |&roll: &RollId| Rolls::complete(case.dossier, roll, When::hard).holds(hard.1);
    if may.iter().any(is_on) || list.rolls.iter().any(covers) {
        Ok(None)
    } else {
        Err("outside the time for which the roll is complete")
    }
}

/// The time at which something must be on a roll that is complete, and is not.
fn absent((throughout, somewhere): (Moments, Moments), entries: &[Moments], complete: Moments) -> Option<Moments> {
    let gap = throughout.common(complete).without(entries);
    if !gap.is_empty() {
        return Some(gap);
    }
    let nowhere = complete.holds(somewhere) && !entries.iter().any(|entry| entry.meets(somewhere));
    nowhere.then_some(somewhere)
}

/// The first day of what the roll is of, if the record knows it: nobody was on the roll before.
fn beginning(case: &Case<'_>, holding: &Holding) -> Option<i64> {
    let Object::Thing(Record::Entity(entity)) = holding.object else { return None };
    let from = case.dossier[entity].from?;
    case.dossier[from.when].hard().earliest().day().map(crate::time::Day::number)
}

fn tell(case: &Case<'_>, at: usize, list: &List<'_>, missing: &Missing) -> Finding {
    let holding = case.holdings.at(at);
    let (roll, name) = (&case.dossier[missing.roll], told::thing(case, holding.subject));
    let (days, when) = (told::days(missing.time), told::when(case, holding));
    let then = if when.ends_with(&days) { "then".to_owned() } else { format!("for {days}") };
    let (owner, sentence) = (told::owner(case, holding), told::sentence(case, holding));
    let message = format!("{owner} says {sentence}{when}; {name} is not on the list {then}");
    let complete = [roll.complete_from, roll.complete_until]
        .map(|date| date.map_or_else(String::new, |date| case.dossier[date.when].spoken()));
    let label = format!("the roll is complete from {} to {}", complete[0], complete[1]);
    let place = roll.complete_until.map_or(roll.header, |date| date.span);
    let mut finding = told::finding(case, (RULE, LEVEL), message, &[at], missing.certainty).against(place, label);
    let own = list.of(case, holding.subject);
    for (roll, entry) in own.iter().take(SHOWN) {
        let (span, label) = roll::told(case, *roll, entry);
        finding = finding.against(span, label);
        if let Some(end) = case.dossier[entry.subject].until.filter(|_| entry.member.until.is_none()) {
            let label = format!("{name} ends {}", wording::at(&case.dossier[end.when]));
            finding = finding.against(end.span, label);
        }
    }
    if own.is_empty() {
        finding = finding.against(roll.header, format!("this roll does not name {name}"));
        let there =
            |(_, entry): &&(RollId, crate::reason::Entry<'_>)| entry.times.nominal.throughout.holds(missing.time);
        for (roll, entry) in list.entries.iter().filter(there).take(SHOWN).filter(|_| has_seats(case, missing.roll)) {
            let (span, label) = roll::told(case, *roll, entry);
            finding = finding.beside(span, label);
        }
    }
    let roll = case.dossier.subject(case.texts, Record::Roll(missing.roll));
    finding.subjects.push(roll);
    finding
        .contradicting(told::with_record(holding))
        .value(days)
        .help(case.advice("name who was, or correct the date", "name who was, correct the date, or complete the roll"))
}

/// Whether so few stand on a roll at a time that they may be named.
fn has_seats(case: &Case<'_>, roll: RollId) -> bool {
    case.dossier[roll].seats.is_some()
}
