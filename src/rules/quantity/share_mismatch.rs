//! A share is the part divided by the whole.
//!
//! # Why
//! "90 % of the debt", "10 billion" and "a debt of 11 billion" are three numbers of which two give the third. A share
//! that is taken of another whole is the commonest way in which a right number misleads.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "debt"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "debt-cancelled"
//! unit = "%"
//! share-of = "debt"
//!
//! [[claim]]
//! id = "debt-of-2012"
//! cites = ["gazette"]
//! says = { quantity = "debt", value = "11e9 USD", on = "2012" }
//!
//! [[claim]]
//! id = "cancelled"
//! cites = ["gazette"]
//! says = { quantity = "debt-cancelled", value = "90%", equals = "7e9 USD", on = "2012" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "debt"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "debt-cancelled"
//! unit = "%"
//! share-of = "debt"
//!
//! [[claim]]
//! id = "debt-of-2012"
//! cites = ["gazette"]
//! says = { quantity = "debt", value = "11e9 USD", on = "2012" }
//!
//! [[claim]]
//! id = "cancelled"
//! cites = ["gazette"]
//! says = { quantity = "debt-cancelled", value = "90%", equals = "10e9 USD", on = "2012" }
//! ```
//!
//! # When it stays silent
//! The share, the part or the whole is not told, or only for another date, scope or speaker. The part is told as a
//! value of the same quantity in the unit of the whole, in a statement of its own or by `equals`; the whole is what the
//! quantity is `share-of` or `part-of`. No denominator is guessed. Percentage points are no share. A share is rounded
//! to its last digit: 428 of 429 are 100 %, and 2 of 429 are 0 %.

use crate::amount::{Dimension, Exact, Interval};
use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Quantity, QuantityId};
use crate::rules::Case;

use super::figures::{
    Figure, Figures, Outcome, against, amount, date_certainty, fit, id_span, misreading, subject, time, told,
    unless_rounded, with_figures,
};

pub(crate) const RULE: &str = "share-mismatch";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["share against its part and whole", "shares against their parts and wholes"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.quantities.iter().all(|quantity| whole_of(quantity).is_none()) {
        return;
    }
    let figures = Figures::new(case);
    for (number, quantity) in case.dossier.quantities.iter().enumerate() {
        let Some(whole) = whole_of(quantity) else { continue };
        let id = QuantityId::new(number);
        for share in figures.classes_of(id).filter(|class| *class[0].dimension() == Dimension::Percent) {
            let told = with_part_and_whole(&figures, id, whole, share);
            if told.is_empty() {
                verdicts.not_checkable("the part or the whole is not told", id_span(case, &share[0]));
            }
            for (time, sides) in told {
                judge(case, verdicts, time, &sides);
            }
        }
    }
}

fn judge(case: &Case<'_>, verdicts: &mut Verdicts, time: Certainty, sides: &[&[Figure<'_>]; 3]) {
    let share = &sides[0][0];
    match against(sides, is_no_share) {
        Outcome::Clash(certainty, contradicts, sides) => {
            let unless = unless_rounded(certainty);
            let certainty = certainty.min(time).min(date_certainty(case, share));
            let finding = report(case, &sides, certainty, unless).contradicting(contradicts);
            verdicts.find(with_figures(case, finding, &sides.concat()));
        }
        Outcome::Fine => fit(case, verdicts, sides),
        Outcome::Unknown(because) => verdicts.not_checkable(because, id_span(case, share)),
    }
}

/// What a quantity is a share or a part of.
fn whole_of(quantity: &Quantity) -> Option<QuantityId> {
    quantity.share_of.or(quantity.part_of)?.target
}

/// The figures of a share, of the same in each unit that the whole has too, and of the whole: those of its time, else
/// those that may be of its time.
fn with_part_and_whole<'f, 'c>(
    figures: &'f Figures<'c>,
    id: QuantityId,
    whole: QuantityId,
    share: &'f [Figure<'c>],
) -> Vec<(Certainty, [&'f [Figure<'c>]; 3])> {
    let dimensions = figures.classes_of(id).map(|class| class[0].dimension());
    let mut dimensions: Vec<&Dimension> = dimensions.filter(|dimension| **dimension != Dimension::Percent).collect();
    dimensions.dedup();
    let told = dimensions.into_iter().filter_map(|dimension| {
        let (of_part, part) = figures.beside(&share[0], id, dimension)?;
        let (of_whole, whole) = figures.beside(&share[0], whole, dimension)?;
        Some((of_part.min(of_whole), [share, part, whole]))
    });
    let mut told: Vec<_> = told.collect();
    let surest = told.iter().map(|(time, _)| *time).max();
    told.retain(|(time, _)| Some(*time) == surest);
    told
}

/// Whether no percentage of the whole is the part; `None` where some of the numbers are negative.
fn is_no_share(numbers: &[Interval]) -> Option<bool> {
    let [share, part, whole] = numbers else { return None };
    // What 0 % rounds is nothing or more.
    let share = share.common(&Interval::above(Exact::from(0), true))?;
    let of_whole = share.converted(Exact::from(0), Exact::new(1, 100))?.times(whole)?;
    Some(!of_whole.meets(part))
}

fn report(case: &Case<'_>, sides: &[Vec<&Figure<'_>>], certainty: Certainty, unless: &str) -> Finding {
    let [share, part, whole] = [0, 1, 2].map(|side| sides[side][0]);
    let message = format!(
        "{} is {}{}, but {} is not that share of {}{unless}",
        subject(case, share),
        amount(case, share),
        time(case, share),
        amount(case, part),
        amount(case, whole)
    );
    Finding::new(RULE, LEVEL, message, share.value.span, told(case, share, certainty))
        .as_sure_as(certainty)
        .help(misreading(&sides.concat()).unwrap_or_else(|| "correct the share, the part or the whole".to_owned()))
}
