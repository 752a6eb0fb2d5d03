//! What a paper tells as past happened before it appeared.
//!
//! # Why
//! A paper cannot report what had not happened when it was issued. Either its own date is wrong (a preprint's, say), or
//! the event's is, or the text was changed after publication.
//!
//! # Example
//! ```toml fires
//! [dossier]
//! title = "The bridge"
//! issued = "2023"
//!
//! [[source]]
//! id = "gazette"
//! issued = "2024"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! title = "The bridge"
//! issued = "2024"
//!
//! [[source]]
//! id = "gazette"
//! issued = "2024"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # When it stays silent
//! The paper has no date. The statement is a plan, a wish or a forecast (`mode`), is denied, or is attributed to a
//! speaker (`said-by`). The event falls in the paper's own year or, where the paper is dated to the day, on the next
//! day: it may be evening there and morning here.

use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{ClaimId, Record, Statement};
use crate::rules::Case;
use crate::wording;

use super::attested::{Dated, LatestChange, is_dated, too_late};

pub(crate) const RULE: &str = "event-after-paper";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["statement against the date of the paper", "statements against the date of the paper"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(issued) = case.dossier.paper.issued else { return };
    let limit = LatestChange { date: issued, of: Dated::Issue };
    for (id, claim) in case.dossier.claims() {
        for statement in
            case.dossier.says(claim.says).iter().filter(|said| said.mode.asserts() && said.said_by.is_none())
        {
            match judge(case, id, statement, &limit) {
                Some(finding) => verdicts.find(finding),
                None if is_dated(case, statement) => verdicts.fine(
                    || [statement.span],
                    || {
                        let paper = case.dossier[issued.when].spoken();
                        format!("{}, and the paper is dated {paper}", case.wording().time_of(statement))
                    },
                ),
                None => verdicts.not_checkable("no date", statement.span),
            }
        }
    }
}

fn judge(case: &Case<'_>, id: ClaimId, statement: &Statement, limit: &LatestChange) -> Option<Finding> {
    let late = too_late(case, statement, limit)?;
    let paper = &case.dossier[limit.date.when];
    let name = case.name(id);
    let message = format!("the paper is dated {}, and {name} tells as past of {}", paper.spoken(), late.told());
    let mut finding = Finding::new(RULE, LEVEL, message, late.at, late.label.clone())
        .against(limit.date.span, format!("the paper appeared {}", wording::at(paper)));
    for premise in &late.because {
        finding = finding.against(case.wording().place(premise), case.wording().told(premise));
    }
    finding.instead.clone_from(&late.instead);
    finding.subjects.push(case.dossier.subject(case.texts, Record::Claim(id)));
    let finding = finding.value(paper.to_string()).value(late.day.to_string());
    let finding = finding.help(case.advice(
        "correct one of the dates, or say that it is still to come",
        "correct one of the dates; for what is still to come, write `mode = \"forecast\"` or `\"planned\"`",
    ));
    let still_to_come = ["forecast", "planned"].into_iter().filter_map(|mode| {
        let edit = edit::with_entry(case.texts, statement.span, "mode", &edit::quoted(mode))?;
        Some(Fix::judged(format!("if it is still to come, write `mode = \"{mode}\"`"), vec![edit]))
    });
    let finding = finding.fixed_by(still_to_come);
    Some(finding.contradicting(late.contradicts).as_sure_as(late.certainty))
}
