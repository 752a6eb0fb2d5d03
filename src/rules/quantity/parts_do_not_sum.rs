//! A total is the sum of its parts.
//!
//! # Why
//! Where all parts are told, the total is no longer the author's to choose. A sum that does not come out means that a
//! part is missing, counted twice, or copied wrongly.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "votes-for"
//!
//! [[quantity]]
//! id = "votes-against"
//!
//! [[quantity]]
//! id = "votes"
//! sum-of = ["votes-for", "votes-against"]
//!
//! [[claim]]
//! id = "vote"
//! cites = ["gazette"]
//! says = [
//!   { quantity = "votes-for", value = "141" },
//!   { quantity = "votes-against", value = "7" },
//!   { quantity = "votes", value = "193" },
//! ]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "votes-for"
//!
//! [[quantity]]
//! id = "votes-against"
//!
//! [[quantity]]
//! id = "abstentions"
//!
//! [[quantity]]
//! id = "votes"
//! sum-of = ["votes-for", "votes-against", "abstentions"]
//!
//! [[claim]]
//! id = "vote"
//! cites = ["gazette"]
//! says = [
//!   { quantity = "votes-for", value = "141" },
//!   { quantity = "votes-against", value = "7" },
//!   { quantity = "abstentions", value = "45" },
//!   { quantity = "votes", value = "193" },
//! ]
//! ```
//!
//! # When it stays silent
//! A part is not told, or only for another date, scope or speaker, or in a unit that does not convert: then the sum
//! cannot be known. Every part may be off by its own rounding, and so may the total: where the sum comes out only by
//! that, it is a quiet note, shown with what is possible.

use crate::amount::Interval;
use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Quantity, QuantityId};
use crate::rules::Case;
use crate::text::listed;

use super::figures::{
    Figure, Figures, Outcome, against, amount, date_certainty, fit, id_span, misreading, subject, time, told,
    unless_rounded, with_figures,
};
use super::rounding;

pub(crate) const RULE: &str = "parts-do-not-sum";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["total against the sum of its parts", "totals against the sums of their parts"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.quantities.iter().all(|quantity| quantity.sum_of.is_empty()) {
        return;
    }
    let figures = Figures::new(case);
    for (number, quantity) in case.dossier.quantities.iter().enumerate().filter(|(_, row)| !row.sum_of.is_empty()) {
        for total in figures.classes_of(QuantityId::new(number)) {
            let Some((time, sides)) = with_parts(&figures, quantity, total) else {
                verdicts.not_checkable("not all parts are told", id_span(case, &total[0]));
                continue;
            };
            match against(&sides, is_no_sum) {
                Outcome::Clash(certainty, contradicts, sides) => {
                    let unless = unless_rounded(certainty);
                    let certainty = certainty.min(time).min(date_certainty(case, &total[0]));
                    let finding = report(case, &sides, certainty, unless).contradicting(contradicts);
                    verdicts.find(with_figures(case, finding, &sides.concat()));
                }
                Outcome::Fine => match only_rounded(case, &sides) {
                    Some(note) => verdicts.find(note),
                    None => fit(case, verdicts, &sides),
                },
                Outcome::Unknown(because) => verdicts.not_checkable(because, id_span(case, &total[0])),
            }
        }
    }
}

/// The figures of a total and of each of its parts, and how surely they are of one time.
fn with_parts<'f, 'c>(
    figures: &'f Figures<'c>,
    quantity: &Quantity,
    total: &'f [Figure<'c>],
) -> Option<(Certainty, Vec<&'f [Figure<'c>]>)> {
    let mut sides = vec![total];
    let mut surest = Certainty::Certain;
    for part in &quantity.sum_of {
        let (certainty, class) = figures.beside(&total[0], part.target?, total[0].dimension())?;
        surest = surest.min(certainty);
        sides.push(class);
    }
    Some((surest, sides))
}

/// Whether no numbers of the parts add up to one of the total.
fn is_no_sum(numbers: &[Interval]) -> Option<bool> {
    Some(!sum(&numbers[1..])?.meets(&numbers[0]))
}

fn sum(parts: &[Interval]) -> Option<Interval> {
    let (first, rest) = parts.split_first()?;
    rest.iter().try_fold(*first, |sum, part| sum.plus(part))
}

/// The note that the sum comes out only because numbers are rounded, if it does.
fn only_rounded(case: &Case<'_>, sides: &[&[Figure<'_>]]) -> Option<Finding> {
    let figures: Vec<&Figure<'_>> = sides.iter().map(|side| &side[0]).collect();
    let faces = figures.iter().map(|figure| figure.face().copied()).collect::<Option<Vec<_>>>()?;
    let parts: Vec<String> = figures[1..].iter().map(|part| amount(case, part)).collect();
    let message = || {
        let (total, time) = (amount(case, figures[0]), time(case, figures[0]));
        format!(
            "{} is {total}{time}, and its parts are {}: they add up only after rounding",
            subject(case, figures[0]),
            listed(&parts, "and")
        )
    };
    is_no_sum(&faces)?.then(|| rounding::note(case, RULE, message(), &figures))
}

fn report(case: &Case<'_>, sides: &[Vec<&Figure<'_>>], certainty: Certainty, unless: &str) -> Finding {
    let total = sides[0][0];
    let parts: Vec<String> = sides[1..].iter().map(|side| amount(case, side[0])).collect();
    let message = format!(
        "{} is {}{}, and its parts are {}{unless}",
        subject(case, total),
        amount(case, total),
        time(case, total),
        listed(&parts, "and")
    );
    let figures = sides.concat();
    let names: Vec<String> = sides[1..].iter().map(|side| case.name(side[0].quantity)).collect();
    let help = format!("correct the total or a part, or add the part that {} leave out", listed(&names, "and"));
    Finding::new(RULE, LEVEL, message, total.value.span, told(case, total, certainty))
        .as_sure_as(certainty)
        .help(misreading(&figures).unwrap_or(help))
}
