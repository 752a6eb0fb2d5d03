//! A mean of whole numbers is one that so many of them can have.
//!
//! # Why
//! Answers on a scale, children and correct items are whole numbers, and the mean of 28 of them is a number of 28ths:
//! 5.18 or 5.21, never 5.19. In half of the papers that could be tested one mean was of no such kind (GRIM: Brown and
//! Heathers 2017).
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "survey-2019"
//!
//! [[claim]]
//! id = "satisfied"
//! cites = ["survey-2019"]
//! says = { mean = "5.19", n = 28, items = 1 }
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
//! says = { mean = "5.18", n = 28, items = 1 }
//! ```
//!
//! # When it stays silent
//! Only of whole numbers can it be told: `items` says that each case is one, or the mean of how many. A half is rounded
//! up or down. Where there are more cases than the digits tell apart, every mean is possible. A mean beyond the ends of
//! its scale (`least`, `most`) is none.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Averaged, Statement, Statistic};
use crate::rules::Case;
use crate::statistics::Sample;
use crate::text::counted;

use super::reported::{about, owner_span, reported, whole_numbers, with_near};

pub(crate) const RULE: &str = "impossible-mean";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["mean of whole numbers", "means of whole numbers"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Mean(averaged) = statistic else { continue };
        let at = owner_span(case, statement);
        let Some(sample) = averaged.sample() else {
            verdicts.not_checkable("nothing says of how many whole numbers it is the mean", at);
            continue;
        };
        match sample.has_mean(averaged.mean.value) {
            None => verdicts.not_checkable("no numbers to reckon with", at),
            Some(true) => {
                let because = || format!("{} have such a mean", whole_numbers(&sample));
                verdicts.fine(|| [averaged.mean.span], because);
            }
            Some(false) => verdicts.find(report(case, statement, averaged, &sample)),
        }
    }
}

fn report(case: &Case<'_>, statement: &Statement, averaged: &Averaged, sample: &Sample) -> Finding {
    let mean = averaged.mean.value;
    let beyond = sample.scale.filter(|[least, most]| {
        let [low, high] = mean.ends();
        high < *least as f64 || low > *most as f64
    });
    let message = match beyond {
        Some([least, most]) => format!("a mean of {mean} lies beyond its scale, from {least} to {most}"),
        None => format!("no {} have a mean of {mean}", whole_numbers(sample)),
    };
    let mut finding = Finding::new(RULE, LEVEL, message, averaged.mean.span, "no such mean");
    if let Some((n, span)) = averaged.n.filter(|_| beyond.is_none()) {
        finding = finding.against(span, format!("of {}", counted(n as usize, "case")));
    }
    let finding = with_near(finding, &sample.means_near(mean));
    about(case, statement, finding, [mean.to_string(), sample.n.to_string()])
}
