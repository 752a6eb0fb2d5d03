//! A stretch of time does not end before it starts.
//!
//! # Why
//! It is always a slip of the pen, and it makes every other judgement of the same record meaningless. So it is a fault
//! of its own, and such a record takes part in no other rule about time.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "strike"
//!
//! [[claim]]
//! id = "long-strike"
//! cites = ["gazette"]
//! says = { event = "strike", from = "1998", until = "1989" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "strike"
//!
//! [[claim]]
//! id = "long-strike"
//! cites = ["gazette"]
//! says = { event = "strike", from = "1988", until = "1989" }
//! ```
//!
//! # When it stays silent
//! `from = "2024"` with `until = "2024-01-01"`: the year is imprecise, not inverted. An interval in EDTF with its ends
//! the wrong way round (`1998/1989`) is not a date at all, which `malformed-record` reports. The terms on a roll and
//! the time for which it is complete are `bad-roll`'s.

use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Date, EntityId, Record};
use crate::rules::Case;
use crate::wording;

use super::inverted;

pub(crate) const RULE: &str = "inverted-interval";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["stretch with a start and an end", "stretches with a start and an end"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for statement in &case.dossier.statements {
        if let Some(ends) = inverted::stretch(case, statement) {
            let record = case.dossier.owner_record(statement.owner);
            judge(case, verdicts, record, || case.wording().subject(statement), ends);
        }
    }
    for (number, entity) in case.dossier.entities.iter().enumerate() {
        let record = Record::Entity(EntityId::new(number));
        if let (Some(from), Some(until)) = (entity.from, entity.until) {
            judge(case, verdicts, record, || case.name(record), (from, until));
        }
    }
}

fn judge(
    case: &Case<'_>,
    verdicts: &mut Verdicts,
    record: Record,
    subject: impl FnOnce() -> String,
    (from, until): (Date, Date),
) {
    let (start, end) = (&case.dossier[from.when], &case.dossier[until.when]);
    let Some(certainty) = inverted::certainty(case, (from, until)) else {
        let ends = || format!("it starts {} and ends {}", wording::at(start), wording::at(end));
        verdicts.fine(|| [from.span, until.span], ends);
        return;
    };
    let (starts, ends) = (format!("starts {}", wording::at(start)), format!("ends {}", wording::at(end)));
    let message = format!("{} {ends}, before it {starts}", subject());
    let mut finding = Finding::new(RULE, LEVEL, message, until.span, ends)
        .against(from.span, starts)
        .help("put the two the other way round, or correct the one that is wrong")
        .value(start.to_string())
        .value(end.to_string());
    let swapped = edit::swapped(case.texts, from.span, until.span);
    finding.fixes.push(Fix::judged("put the two the other way round", swapped));
    finding.subjects.push(case.dossier.subject(case.texts, record));
    verdicts.find(finding.as_sure_as(certainty));
}
