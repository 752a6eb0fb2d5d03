//! Who takes part in an event exists when it happens, and who stands in a relation that needs them (`exist`) while it
//! holds.
//!
//! # Why
//! A state before its founding, a person after their death: the name, the date or the event is wrong. It is the mistake
//! that readers who know the field see first.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "harbour-company"
//! kind = "organisation"
//! from = "1990-04-01"
//!
//! [[event]]
//! id = "strike"
//!
//! [[claim]]
//! id = "strike-of-1974"
//! cites = ["gazette"]
//! says = { event = "strike", on = "1974", who = ["harbour-company"] }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "harbour-company"
//! kind = "organisation"
//! from = "1990-04-01"
//!
//! [[event]]
//! id = "strike"
//!
//! [[claim]]
//! id = "strike-of-1994"
//! cites = ["gazette"]
//! says = { event = "strike", on = "1994", who = ["harbour-company"] }
//! ```
//!
//! # When it stays silent
//! A predecessor or successor (`continues`) existed at the time: that is an `anachronistic-name`. The event is of a
//! kind that comes after death (burial, publication, award, commemoration …). Being mentioned or honoured is not taking
//! part: leave such a person out of `who`. After a person's death the finding is a warning, since much goes on in their
//! name. A relation does not say who exists while it holds, or holds up to a day beyond a life. Who is on a roll
//! without an end, and is continued by another, stays there.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Record;
use crate::rules::Case;
use crate::text::shown;

use super::held;
use super::life::{self, Lines, Outside};

pub(crate) const RULE: &str = "outside-lifetime";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["participant against a life", "participants against their lives"];

/// Kinds of events in which the dead take part.
const POSTHUMOUS: &[&str] = &[
    "burial",
    "reburial",
    "funeral",
    "probate",
    "will",
    "award",
    "publication",
    "commemoration",
    "canonisation",
    "exhumation",
];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let lines = Lines::new(case);
    life::each(case, &lines, verdicts, |verdicts, outside| {
        let kind = case.dossier[outside.event].kind.map_or("", |kind| case.read(kind));
        if outside.instead.is_some() || (!outside.is_before && POSTHUMOUS.contains(&kind)) {
            verdicts.fine(
                || outside.places(case),
                || match outside.instead {
                    Some(instead) => format!("{} was there instead at that time", case.name(instead)),
                    None => format!("the dead, too, have their part in what is of the kind `{}`", shown(kind)),
                },
            );
        } else {
            verdicts.find(tell(case, &outside));
        }
    });
    held::each(case, &lines, verdicts, |verdicts, unborn| {
        if let Some(instead) = unborn.instead {
            let there = || format!("{} was there instead at that time", case.name(instead));
            verdicts.fine(|| unborn.places(case), there);
        } else {
            let help = format!("name who it was instead of {}, or correct a date", case.name(unborn.id));
            verdicts.find(held::finding(case, (RULE, LEVEL), &unborn, str::to_owned).help(help));
        }
    });
}

fn tell(case: &Case<'_>, outside: &Outside<'_>) -> Finding {
    let [name, event] = [Record::Entity(outside.id), Record::Event(outside.event)].map(|record| case.name(record));
    let person = case.dossier[outside.id].kind.is_some_and(|kind| case.read(kind) == "person");
    let level = if person && !outside.is_before { LEVEL.milder() } else { LEVEL };
    let (time, life) = (life::time(case, outside), life::end_of_life(case, outside));
    let message = format!("{name} takes part in {event}, {time}, and {life}");
    let help = format!("name who it was instead of {name}, or correct a date");
    life::finding(case, (RULE, level), message, outside).help(help)
}
