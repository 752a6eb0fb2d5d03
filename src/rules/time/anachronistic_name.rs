//! A thing is called by the name that it had at the time.
//!
//! # Why
//! "Russia" for the Soviet Union, or a company by the name that it took later, reads naturally and is wrong: treaties,
//! memberships and debts belong to the one and not to the other.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "harbour-board"
//! from = "1921"
//! until = "1990-03-31"
//!
//! [[entity]]
//! id = "harbour-company"
//! from = "1990-04-01"
//! continues = "harbour-board"
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
//! id = "harbour-board"
//! from = "1921"
//! until = "1990-03-31"
//!
//! [[event]]
//! id = "strike"
//!
//! [[claim]]
//! id = "strike-of-1974"
//! cites = ["gazette"]
//! says = { event = "strike", on = "1974", who = ["harbour-board"] }
//! ```
//!
//! # When it stays silent
//! Nobody who came before or after existed at the time: that is `outside-lifetime`. The event may reach into the life
//! of the one that is named.

use crate::finding::{Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::Record;
use crate::rules::Case;

use super::held;
use super::life::{self, Lines};

pub(crate) const RULE: &str = "anachronistic-name";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["participant against the names of the time", "participants against the names of their time"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let lines = Lines::new(case);
    life::each(case, &lines, verdicts, |verdicts, outside| {
        let Some(instead) = outside.instead else {
            verdicts.fine(
                || outside.places(case),
                || format!("nothing that {} continues, or that continues it, was there instead", case.name(outside.id)),
            );
            return;
        };
        let [name, other, event] =
            [Record::Entity(outside.id), Record::Entity(instead), Record::Event(outside.event)].map(|id| case.name(id));
        let (time, life) = (life::time(case, &outside), life::end_of_life(case, &outside));
        let side = if outside.is_before { "before" } else { "after" };
        let message = format!("{name} takes part in {event}, {time}, and {life}: {side} that it was {other}");
        let finding = life::finding(case, (RULE, LEVEL), message, &outside).help(format!("write {other}"));
        let id = case.dossier.id(case.texts, Record::Entity(instead));
        let fix = Fix::judged(format!("write {other}"), vec![edit::written(outside.name.word.span, id)]);
        let finding = finding.fixed_by([fix]);
        verdicts.find(finding.beside(case.dossier[instead].id.span, format!("{other} existed at the time")));
    });
    held::each(case, &lines, verdicts, |verdicts, unborn| {
        let Some(instead) = unborn.instead else {
            verdicts.fine(
                || unborn.places(case),
                || format!("nothing that {} continues, or that continues it, was there instead", case.name(unborn.id)),
            );
            return;
        };
        let (other, side) = (case.name(instead), if unborn.is_before { "before" } else { "after" });
        let finding = held::finding(case, (RULE, LEVEL), &unborn, |life| format!("{life}: {side} that it was {other}"));
        let existed = format!("{other} existed at the time");
        verdicts.find(finding.help(format!("write {other}")).beside(case.dossier[instead].id.span, existed));
    });
}
