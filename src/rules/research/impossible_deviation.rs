//! A standard deviation of whole numbers is one that so many of them can have beside their mean.
//!
//! # Why
//! The squares of whole numbers are whole, and their sum is as odd as that of the numbers: beside a mean of 3.47, 17 of
//! them deviate by 1.01 or 1.07, and never by 1.06 (GRIMMER: Anaya 2016; Allard 2018). Of answers that are yes or no
//! the mean alone gives the standard deviation (DEBIT: Heathers and Brown 2019).
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "survey-2019"
//!
//! [[claim]]
//! id = "satisfied"
//! cites = ["survey-2019"]
//! says = { mean = "0.35", sd = "0.46", n = 17, items = 1, least = "0", most = "1" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "survey-2019"
//!
//! [[claim]]
//! id = "satisfied"
//! cites = ["survey-2019"]
//! says = { mean = "0.35", sd = "0.49", n = 17, items = 1, least = "0", most = "1" }
//! ```
//!
//! # When it stays silent
//! Nothing says that the numbers are whole (`items`), or they have no such mean to begin with, which `impossible-mean`
//! tells. The ends of the scale (`least`, `most`) narrow what is possible, and need not be given. Where the squares
//! were divided by all cases and not by one less, it is a warning.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Averaged, Statement, Statistic, Written};
use crate::rules::Case;
use crate::statistics::{Divisor, Printed, Sample};

use super::reported::{about, owner_span, reported, whole_numbers, with_near};

pub(crate) const RULE: &str = "impossible-deviation";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = [
    "standard deviation of whole numbers beside their mean",
    "standard deviations of whole numbers beside their means",
];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Mean(averaged) = statistic else { continue };
        let Some(deviation) = averaged.deviation else { continue };
        let at = owner_span(case, statement);
        let Some(sample) = averaged.sample() else {
            verdicts.not_checkable("nothing says of how many whole numbers it is", at);
            continue;
        };
        let has = |divisor| sample.has_deviation(averaged.mean.value, deviation.value, divisor);
        match has(Divisor::OneLess) {
            _ if sample.has_mean(averaged.mean.value) != Some(true) => {
                verdicts.not_checkable("the mean is not that of whole numbers", at);
            }
            None => verdicts.not_checkable("no numbers to reckon with", at),
            Some(true) => {
                let because = || format!("{} have it beside such a mean", whole_numbers(&sample));
                verdicts.fine(|| [deviation.span], because);
            }
            Some(false) => {
                let of_all = has(Divisor::All) == Some(true);
                let certainty = if of_all { Certainty::Nominal } else { Certainty::Certain };
                verdicts.find(report(case, statement, averaged, (&sample, deviation)).as_sure_as(certainty));
            }
        }
    }
}

fn report(
    case: &Case<'_>,
    statement: &Statement,
    averaged: &Averaged,
    (sample, deviation): (&Sample, Written<Printed>),
) -> Finding {
    let (mean, value) = (averaged.mean.value, deviation.value);
    let message = format!("no {} with a mean of {mean} have a standard deviation of {value}", whole_numbers(sample));
    let finding = Finding::new(RULE, LEVEL, message, deviation.span, "no such standard deviation")
        .against(averaged.mean.span, format!("beside a mean of {mean}"));
    let finding = with_near(finding, &sample.deviations_near(mean, value));
    about(case, statement, finding, [mean.to_string(), value.to_string(), sample.n.to_string()])
}
