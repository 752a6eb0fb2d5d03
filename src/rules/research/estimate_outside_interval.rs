//! An estimate lies within its interval of confidence.
//!
//! # Why
//! An interval is drawn around the estimate. One that leaves it out is of another estimate, has lost a sign, or has a
//! digit mistyped; and whoever takes the numbers into a review takes the slip with them.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "trial-2019"
//!
//! [[claim]]
//! id = "odds"
//! cites = ["trial-2019"]
//! says = { estimate = "2.45", low = "1.10", high = "1.90" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "trial-2019"
//!
//! [[claim]]
//! id = "odds"
//! cites = ["trial-2019"]
//! says = { estimate = "1.45", low = "1.10", high = "1.90" }
//! ```
//!
//! # When it stays silent
//! Each of the three is all that rounds to it: 1.91 lies within 1.1 to 1.9.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Statistic;
use crate::rules::Case;

use super::reported::{about, ends, reported, with_interval};

pub(crate) const RULE: &str = "estimate-outside-interval";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["estimate against its interval", "estimates against their intervals"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Estimate(estimated) = statistic else { continue };
        let estimate = estimated.estimate();
        if !estimate.is_outside() {
            verdicts.fine(|| [estimated.value.span], || format!("it lies within {}", ends(&estimate)));
            continue;
        }
        let message = format!("an estimate of {} lies outside of its interval, {}", estimate.value, ends(&estimate));
        let finding = Finding::new(RULE, LEVEL, message, estimated.value.span, "the estimate")
            .help("correct the estimate, or the end of the interval that it lies beyond");
        verdicts.find(about(
            case,
            statement,
            with_interval(finding, estimated),
            [estimate.value.to_string(), ends(&estimate)],
        ));
    }
}
