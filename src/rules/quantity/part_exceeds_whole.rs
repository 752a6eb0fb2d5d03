//! A part is no larger than its whole.
//!
//! # Why
//! A part that outgrows its whole shows that one of the two numbers is wrong, or counts something else than it says:
//! the wounded among the killed, the promised among the paid.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "aid"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "aid-in-arms"
//! unit = "USD"
//! part-of = "aid"
//!
//! [[claim]]
//! id = "all-aid"
//! cites = ["gazette"]
//! says = { quantity = "aid", value = "106e9", on = "2024" }
//!
//! [[claim]]
//! id = "arms"
//! cites = ["gazette"]
//! says = { quantity = "aid-in-arms", value = "175e9", on = "2024" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "aid"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "aid-in-arms"
//! unit = "USD"
//! part-of = "aid"
//!
//! [[claim]]
//! id = "all-aid"
//! cites = ["gazette"]
//! says = { quantity = "aid", value = "175e9", on = "2024" }
//!
//! [[claim]]
//! id = "arms"
//! cites = ["gazette"]
//! says = { quantity = "aid-in-arms", value = "106e9", on = "2024" }
//! ```
//!
//! # When it stays silent
//! The two meet within their rounding, are of different dates, scopes or speakers, or stand in units that do not
//! convert. A part in some scope is held against the whole in that scope, or in none. A part of a part is a part of the
//! whole: what exceeds a nearer whole is not held against those that are further off. A part may be no smaller than its
//! whole: all of it.

use crate::amount::Interval;
use crate::finding::{Finding, Level, Verdicts};
use crate::model::{QuantityId, Ref};
use crate::rules::Case;

use super::figures::{
    Figure, Figures, Outcome, against, amount, date_certainty, fit, id_span, misreading, subject, time, told,
    unless_rounded, with_figures,
};

pub(crate) const RULE: &str = "part-exceeds-whole";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["figure of a part against its whole", "figures of parts against their wholes"];

/// A figure is held against so many wholes of its wholes.
const FURTHEST: usize = 16;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.quantities.iter().all(|quantity| quantity.part_of.is_none()) {
        return;
    }
    let figures = Figures::new(case);
    for (number, _) in case.dossier.quantities.iter().enumerate() {
        let part = QuantityId::new(number);
        let wholes = wholes(case, part);
        for class in figures.classes_of(part) {
            compare(case, verdicts, &figures, class, &wholes);
        }
    }
}

/// Holds figures of a part against each of its wholes, the nearest first, up to one that they exceed.
fn compare(
    case: &Case<'_>,
    verdicts: &mut Verdicts,
    figures: &Figures<'_>,
    class: &[Figure<'_>],
    wholes: &[QuantityId],
) {
    for (remove, &whole) in wholes.iter().enumerate() {
        if remove == FURTHEST {
            return verdicts.left_out("parts of parts of more wholes than are looked at", id_span(case, &class[0]));
        }
        let Some((time, of_whole)) = figures.around(&class[0], whole) else {
            verdicts.not_checkable("no figure of the whole", id_span(case, &class[0]));
            continue;
        };
        match against(&[class, of_whole], |numbers| Some(exceeds(numbers))) {
            Outcome::Clash(certainty, contradicts, sides) => {
                let unless = unless_rounded(certainty);
                let certainty = certainty.min(time).min(date_certainty(case, &class[0]));
                let finding = report(case, sides[0][0], sides[1][0], unless).as_sure_as(certainty);
                let finding = finding.contradicting(contradicts);
                return verdicts.find(worded(case, finding, &sides.concat()));
            }
            Outcome::Fine => fit(case, verdicts, &[class, of_whole]),
            Outcome::Unknown(because) => verdicts.not_checkable(because, id_span(case, &class[0])),
        }
    }
}

fn exceeds(numbers: &[Interval]) -> bool {
    numbers[0].surely_above(&numbers[1])
}

/// What a quantity is a part of, at up to one remove more than are looked at.
fn wholes(case: &Case<'_>, part: QuantityId) -> Vec<QuantityId> {
    let next = |id: QuantityId| case.dossier[id].part_of.and_then(|name: Ref<QuantityId>| name.target);
    let mut wholes: Vec<QuantityId> = Vec::new();
    let mut at = next(part);
    while let Some(whole) = at.filter(|whole| *whole != part && !wholes.contains(whole) && wholes.len() <= FURTHEST) {
        wholes.push(whole);
        at = next(whole);
    }
    wholes
}

fn report(case: &Case<'_>, part: &Figure<'_>, whole: &Figure<'_>, unless: &str) -> Finding {
    let message = format!(
        "{} is {}{}, and the whole of it, {}, is {}{unless}",
        subject(case, part),
        amount(case, part),
        time(case, part),
        subject(case, whole),
        amount(case, whole)
    );
    Finding::new(RULE, LEVEL, message, part.value.span, String::new())
}

fn worded(case: &Case<'_>, mut finding: Finding, figures: &[&Figure<'_>]) -> Finding {
    finding.primary.text = told(case, figures[0], finding.certainty);
    let help = "correct the part or the whole, or tell by `on` or `scope` what they count";
    finding.help = Some(misreading(figures).unwrap_or_else(|| help.to_owned()));
    with_figures(case, finding, figures)
}
