//! An interval of confidence and a p-value decide alike.
//!
//! # Why
//! A 95 % interval that leaves out what there is without an effect (0 for a difference, 1 for a ratio) goes with a
//! p-value below .05, and one that holds it with one above. Where they disagree, one of them is mistyped or of another
//! model, and the reader cannot know what was found.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "trial-2019"
//!
//! [[claim]]
//! id = "odds"
//! cites = ["trial-2019"]
//! says = { estimate = "1.45", low = "0.70", high = "3.00", measure = "ratio", p = ".01" }
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
//! says = { estimate = "1.45", low = "0.70", high = "3.00", measure = "ratio", p = ".32" }
//! ```
//!
//! # When it stays silent
//! An end of the interval rounds to what there is without an effect, or the p-value to the level, or nothing says what
//! is measured. The interval holds 95 % unless `level` says 90 or 99. Where the p-value that the interval implies is
//! near to the level, the two may be of different tests, and it is a warning; so it is where the p-value may be
//! corrected or of one side.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Estimated, Statement, Statistic, Written};
use crate::rules::Case;
use crate::statistics::{Correction, Decided, Measure, Printed, Tails};

use super::reported::{about, ends, owner_span, reported, with_interval};

pub(crate) const RULE: &str = "interval-against-p-value";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["interval against its p-value", "intervals against their p-values"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Estimate(estimated) = statistic else { continue };
        let Some(p) = estimated.p else { continue };
        let at = owner_span(case, statement);
        let Some(measure) = estimated.measure else {
            verdicts.not_checkable("nothing says whether it is a difference or a ratio", at);
            continue;
        };
        let certainty = match estimated.estimate().decided(measure, estimated.level, p.value) {
            None => {
                verdicts.not_checkable("the level of the interval is none of 90, 95 and 99 %", at);
                continue;
            }
            Some(Decided::Alike) => {
                verdicts.fine(|| [p.span], || "the interval and the p-value decide alike".to_owned());
                continue;
            }
            Some(Decided::Apart) if estimated.tails == Tails::Two && estimated.correction == Correction::None => {
                Certainty::Certain
            }
            Some(Decided::Apart | Decided::Near) => Certainty::Nominal,
        };
        verdicts.find(report(case, statement, estimated, (measure, p)).as_sure_as(certainty));
    }
}

fn report(
    case: &Case<'_>,
    statement: &Statement,
    estimated: &Estimated,
    (measure, p): (Measure, Written<Printed>),
) -> Finding {
    let estimate = estimated.estimate();
    let nothing = measure.nothing();
    let leaves_out = estimate.leaves_out(nothing) == Some(true);
    let (verb, found) = if leaves_out { ("leaves out", "no effect") } else { ("holds", "an effect") };
    let printed = format!("p {}", p.value.behind_name());
    let message =
        format!("the interval {} {verb} {nothing}, and {printed} says that there is {found}", ends(&estimate));
    let finding = Finding::new(RULE, LEVEL, message, p.span, format!("printed as {printed}"))
        .help("correct the p-value, or the end of the interval on the side of no effect");
    about(case, statement, with_interval(finding, estimated), [ends(&estimate), p.value.to_string()])
}
