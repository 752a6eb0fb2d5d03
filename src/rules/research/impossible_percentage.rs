//! A percentage of so many is one that a count of them gives.
//!
//! # Why
//! Of 28 people 12 are 42.9 %, and 11 are 39.3 %: no number of them is 41.9 %. A percentage that no count gives is of
//! other people than the text says, or mistyped.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "survey-2019"
//!
//! [[claim]]
//! id = "satisfied"
//! cites = ["survey-2019"]
//! says = { percentage = "41.9", n = 28 }
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
//! says = { percentage = "42.9", count = 12, n = 28 }
//! ```
//!
//! # When it stays silent
//! A half is rounded up or down. Where there are more people than the digits tell apart, every percentage is possible.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Share, Statement, Statistic};
use crate::rules::Case;
use crate::statistics::has_percentage;

use super::reported::{about, reported};

pub(crate) const RULE: &str = "impossible-percentage";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["percentage of a number of cases", "percentages of numbers of cases"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Percentage(share) = statistic else { continue };
        let count = share.count.map(|(count, _)| count);
        if has_percentage(share.n.0, count, share.percentage.value) {
            verdicts.fine(|| [share.percentage.span], || format!("a count of {} is such a percentage", share.n.0));
        } else {
            verdicts.find(report(case, statement, share));
        }
    }
}

fn report(case: &Case<'_>, statement: &Statement, share: &Share) -> Finding {
    let (percentage, (n, whole)) = (share.percentage.value, share.n);
    let of = |count: u32| percentage.like(100.0 * f64::from(count) / f64::from(n.max(1)), percentage.places());
    let message = match share.count {
        Some((count, _)) => format!("{count} of {n} are {} %, not {percentage} %", of(count)),
        None => format!("no count of {n} is {percentage} %"),
    };
    let below = (percentage.face() / 100.0 * f64::from(n)).clamp(0.0, f64::from(n)) as u32;
    let help = match share.count {
        Some((count, _)) => format!("write {} %, or correct the numbers", of(count)),
        None if below < n => format!("{below} are {} %, {} are {} %", of(below), below + 1, of(below + 1)),
        None => format!("all {n} are 100 %"),
    };
    let mut finding = Finding::new(RULE, LEVEL, message, share.percentage.span, "no such percentage")
        .against(whole, format!("of {n}"))
        .help(help);
    if let Some((count, span)) = share.count {
        finding = finding.against(span, format!("are {count}"));
    }
    let count = share.count.map(|(count, _)| count.to_string()).unwrap_or_default();
    about(case, statement, finding, [percentage.to_string(), n.to_string(), count])
}
