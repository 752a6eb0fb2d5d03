//! What is said of the dates of things can all be true.
//!
//! # Why
//! Two dates for one event are the commonest contradiction of all, and the hardest to see when a chapter lies between
//! them, or when the one is a year and the other "in the war".
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[event]]
//! id = "flood"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", during = "flood" }
//!
//! [[claim]]
//! id = "flood-of-1996"
//! cites = ["gazette"]
//! says = { event = "flood", on = "1996" }
//!
//! [[claim]]
//! id = "opening-again"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "1998" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[event]]
//! id = "flood"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", during = "flood" }
//!
//! [[claim]]
//! id = "flood-of-1998"
//! cites = ["gazette"]
//! says = { event = "flood", on = "1998" }
//!
//! [[claim]]
//! id = "opening-again"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "1998-05" }
//! ```
//!
//! # When it stays silent
//! One date refines another (`1998` and `1998-05`), the dates are those of different events, or one is attributed to a
//! speaker (`said-by`), denied or planned. What is alleged or hedged contradicts only possibly (`--possible`), and
//! dates marked `?` never with certainty.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Date, EventId, Key, Record, Statement, Target};
use crate::reason::Kind;
use crate::rules::Case;
use crate::time::Stretch;
use crate::wording;

use super::collision;

pub(crate) const RULE: &str = "date-conflict";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["statement that dates an event", "statements that date an event"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    collision::check(
        case,
        verdicts,
        (RULE, LEVEL),
        Kind::Date,
        collision::has(&[Key::On, Key::From, Key::Until, Key::During, Key::SameTimeAs]),
    );
    let unsure = |statement: &&Statement| !statement.mode.asserts() && !statement.mode.looks_ahead();
    for statement in case.dossier.statements.iter().filter(|statement| case.dossier.stands(statement)).filter(unsure) {
        let Some(event) = case.dossier.event_of(statement) else { continue };
        if statement.denied.is_some() || statement.said_by.is_some() {
            continue;
        }
        for clause in case.dossier.clauses(statement) {
            if let (Key::On | Key::From | Key::Until | Key::During, Target::Date(date)) = (clause.key, clause.target)
                && let Some(finding) = belied(case, event, statement, date)
            {
                verdicts.find(finding);
            }
        }
    }
}

/// That an event lies, by all that is asserted, before or after the date that is alleged of it or given with a hedge.
fn belied(case: &Case<'_>, event: EventId, statement: &Statement, date: Date) -> Option<Finding> {
    let when = &case.dossier[date.when];
    let [earliest, latest] = [|days: Stretch| days.earliest().day(), |days: Stretch| days.latest().day()]
        .map(|end| [when.hard(), when.nominal()].map(end));
    let before = case.timeline.over_before(case.dossier, event, earliest[0], earliest[1]);
    let before = before.map(|bound| (format!("over by {}", wording::by(bound.day)), bound));
    let after = || case.timeline.starts_after(case.dossier, event, latest[0], latest[1]);
    let (otherwise, bound) =
        before.or_else(|| after().map(|bound| (format!("not before {}", wording::since(bound.day)), bound)))?;
    let (name, owner) = (case.name(event), case.wording().owner(statement));
    let alleged = format!("{owner} dates {name} {} as {}", when.spoken(), wording::manner(statement.mode));
    let mut finding = Finding::new(RULE, LEVEL, format!("{alleged}, and it was {otherwise}"), date.span, alleged);
    for premise in &bound.because {
        finding = finding.against(case.wording().place(premise), case.wording().told(premise));
    }
    finding.instead = case.wording().instead(&bound.instead);
    let owner = case.dossier.owner_record(statement.owner);
    for record in [owner, Record::Event(event)] {
        finding.subjects.push(case.dossier.subject(case.texts, record));
    }
    let finding = finding.value(when.to_string()).contradicting(bound.contradicts).as_sure_as(Certainty::Possible);
    Some(finding.help("look which of the two is right"))
}
