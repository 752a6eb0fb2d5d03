//! Nobody holds an office whose seats are all taken by others.
//!
//! # Why
//! Where a roll knows who held an office on a day, nobody else held it: also where the roll is not known to be
//! complete, so that a gap in it proves nothing.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "harbour-master"
//! kind = "office"
//!
//! [[entity]]
//! id = "sari"
//! kind = "person"
//!
//! [[entity]]
//! id = "putra"
//! kind = "person"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "harbour-master"
//! seats = 1
//! cites = ["gazette"]
//! members = [{ subject = "sari", from = "2010-05-01", until = "2016-05-01" }]
//!
//! [[claim]]
//! id = "putra-signs"
//! cites = ["gazette"]
//! says = { subject = "putra", relation = "holds-office", object = "harbour-master", on = "2012" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "harbour-master"
//! kind = "office"
//!
//! [[entity]]
//! id = "sari"
//! kind = "person"
//!
//! [[entity]]
//! id = "putra"
//! kind = "person"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "harbour-master"
//! seats = 1
//! cites = ["gazette"]
//! members = [{ subject = "sari", from = "2010-05-01", until = "2016-05-01" }]
//!
//! [[claim]]
//! id = "putra-signs"
//! cites = ["gazette"]
//! says = { subject = "putra", relation = "holds-office", object = "harbour-master", on = "2016" }
//! ```
//!
//! # When it stays silent
//! The roll does not count its seats, or one of them may be free: on a boundary day it is. The roll is complete at the
//! time (`not-on-roll`). The roll may have them hold it at the time, or lists them with a `status` such as acting.
//! Holders with a `status` take no seat.

use crate::finding::{Certainty, Contradicts, Finding, Level, Verdicts};
use crate::model::{Record, RollId, Voice};
use crate::reason::{Entry, Holding, Moments, Rolls, Times};
use crate::rules::Case;
use crate::time::When;

use super::roll::{self, List};
use crate::rules::told;

pub(crate) const RULE: &str = "roll-seats-exceeded";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["holder against the seats of its roll", "holders against the seats of their rolls"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    roll::each(case, |at, holding, list| {
        for &roll in list.rolls {
            let Some((seats, _)) = case.dossier[roll].seats else { continue };
            match taken(case, holding, list, roll, seats as usize) {
                Some(taken) => verdicts.find(tell(case, at, roll, &taken)),
                None => verdicts.fine(
                    || [told::place(case, holding), case.dossier.id_span(Record::Roll(roll))],
                    || format!("{}: a seat may have been free", told::told(case, holding)),
                ),
            }
        }
    });
}

/// Who surely sits on all the seats of a roll when somebody else must.
struct Taken<'l, 'c> {
    time: Moments,
    others: Vec<&'l Entry<'c>>,
    certainty: Certainty,
}

fn taken<'l, 'c>(
    case: &Case<'c>,
    holding: &Holding,
    list: &'l List<'c>,
    roll: RollId,
    seats: usize,
) -> Option<Taken<'l, 'c>> {
    let own: Vec<Moments> = list.of(case, holding.subject).iter().map(|(_, entry)| entry.times.may).collect();
    let others: Vec<&Entry<'c>> = list
        .entries
        .iter()
        .filter(|(of, entry)| *of == roll && entry.member.status.is_none())
        .map(|(_, entry)| entry)
        .filter(|entry| !case.holdings.rolls.are_kin(Record::Entity(entry.subject), holding.subject))
        .collect();
    let hard = crowd(case, (holding, roll, seats), &own, &others, |times| times.hard, When::hard);
    let nominal = || crowd(case, (holding, roll, seats), &own, &others, |times| times.nominal, When::nominal);
    let certain = hard.map(|(time, others)| Taken { time, others, certainty: Certainty::Certain });
    certain.or_else(|| nominal().map(|(time, others)| Taken { time, others, certainty: Certainty::Nominal }))
}

/// The time at which all seats are taken by others, by one reading of the dates, and by whom.
fn crowd<'l, 'c>(
    case: &Case<'_>,
    (holding, roll, seats): (&Holding, RollId, usize),
    own: &[Moments],
    others: &[&'l Entry<'c>],
    reading: fn(&Times) -> crate::reason::Holds,
    days: fn(&When) -> crate::time::Stretch,
) -> Option<(Moments, Vec<&'l Entry<'c>>)> {
    let complete = Rolls::complete(case.dossier, roll, days);
    let must = reading(&holding.times);
    let starts = others.iter().map(|other| reading(&other.times).throughout.common(must.throughout).start());
    let mut times: Vec<Moments> = starts.collect();
    times.push(must.throughout.start());
    times.push(must.somewhere);
    let is_open =
        |time: &Moments| !time.is_empty() && !complete.meets(*time) && !own.iter().any(|own| own.meets(*time));
    times.into_iter().filter(is_open).find_map(|time| {
        let there = others.iter().filter(|other| reading(&other.times).throughout.holds(time));
        let there: Vec<&Entry<'_>> = there.copied().collect();
        let mut subjects: Vec<_> =
            there.iter().map(|entry| case.holdings.rolls.kin(Record::Entity(entry.subject))).collect();
        subjects.sort_unstable();
        subjects.dedup();
        (seats > 0 && subjects.len() >= seats).then_some((time, there))
    })
}

fn tell(case: &Case<'_>, at: usize, roll: RollId, taken: &Taken<'_, '_>) -> Finding {
    const SHOWN: usize = 4;
    let holding = case.holdings.at(at);
    let days = told::days(taken.time);
    let seats = if taken.others.len() == 1 { "when its one seat is taken" } else { "when all its seats are taken" };
    let message = format!("{} {seats} ({days})", told::sentence(case, holding));
    let mut finding = told::finding(case, (RULE, LEVEL), message, &[at], taken.certainty);
    for entry in taken.others.iter().take(SHOWN) {
        let (span, label) = roll::told(case, roll, entry);
        finding = finding.against(span, label).value(case.id(Record::Entity(entry.subject)));
    }
    finding.subjects.push(case.dossier.subject(case.texts, Record::Roll(roll)));
    let own = holding.voice == Voice::Record;
    finding
        .contradicting(if own { Contradicts::RecordItself } else { Contradicts::Record })
        .help("name who held it, correct the date, or correct the roll")
}
