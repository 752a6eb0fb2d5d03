//! An estimate lies in the middle of its interval of confidence, on the scale on which that is drawn.
//!
//! # Why
//! An interval reaches as far below a difference as above it, and for a ratio (of odds, of risks, of hazards) as many
//! times. Where it does not, one of the three numbers is mistyped, or of another model.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "trial-2019"
//!
//! [[claim]]
//! id = "odds"
//! cites = ["trial-2019"]
//! says = { estimate = "1.75", low = "1.10", high = "1.91", measure = "ratio" }
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
//! says = { estimate = "1.45", low = "1.10", high = "1.91", measure = "ratio" }
//! ```
//!
//! # When it stays silent
//! Nothing says what is measured (`measure`), or the estimate lies no further off than a fifth of the way to an end:
//! intervals that are exact, resampled or of a profile are a little lopsided. Outside of its interval, it is told by
//! `estimate-outside-interval`.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Statistic;
use crate::rules::Case;

use super::reported::{about, ends, owner_span, reported, with_interval};

pub(crate) const RULE: &str = "lopsided-interval";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["interval around its estimate", "intervals around their estimates"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Estimate(estimated) = statistic else { continue };
        let estimate = estimated.estimate();
        if estimate.is_outside() {
            continue;
        }
        let Some(measure) = estimated.measure else {
            verdicts.not_checkable("nothing says whether it is a difference or a ratio", owner_span(case, statement));
            continue;
        };
        let Some(missed) = estimate.missed_middle(measure) else {
            verdicts.not_checkable("its scale has no such numbers", owner_span(case, statement));
            continue;
        };
        let Some(middle) = missed else {
            verdicts.fine(|| [estimated.value.span], || format!("it lies in the middle of {}", ends(&estimate)));
            continue;
        };
        let middle = estimate.value.like(middle, estimate.value.places());
        let message = format!(
            "the middle of an interval from {} to {} is {middle}, and the estimate is {}",
            estimate.ends[0], estimate.ends[1], estimate.value
        );
        let finding = Finding::new(RULE, LEVEL, message, estimated.value.span, "the estimate")
            .help("correct the estimate or an end of its interval");
        verdicts.find(about(
            case,
            statement,
            with_interval(finding, estimated),
            [estimate.value.to_string(), ends(&estimate)],
        ));
    }
}
