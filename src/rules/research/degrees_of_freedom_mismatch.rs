//! A test has no more degrees of freedom than its cases leave.
//!
//! # Why
//! A correlation of 30 cases has 28 degrees of freedom, a t-test at most 29. More of them are those of another sample,
//! and the p-value is, too.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "sleep-2019"
//!
//! [[claim]]
//! id = "recall"
//! cites = ["sleep-2019"]
//! says = { test = "r(38, N = 30) = .45", p = ".004" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "sleep-2019"
//!
//! [[claim]]
//! id = "recall"
//! cites = ["sleep-2019"]
//! says = { test = "r(28, N = 30) = .45", p = ".013" }
//! ```
//!
//! # When it stays silent
//! The number of cases does not stand beside the degrees of freedom. Those of χ² and of Q count groups and no cases,
//! those of an F may count what was measured again and again of each case, and fewer than there may be are fine: of two
//! groups, of variances that differ, of what was left out.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Statistic;
use crate::rules::Case;
use crate::statistics::{Kind, Printed};

use super::reported::{about, reported};

pub(crate) const RULE: &str = "degrees-of-freedom-mismatch";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["number of degrees of freedom against the cases", "numbers of degrees of freedom against the cases"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Test(tested) = statistic else { continue };
        let test = tested.test.value;
        let spent = match test.kind {
            Kind::T => 1.0,
            Kind::R => 2.0,
            Kind::F | Kind::ChiSquare | Kind::Z | Kind::Q => continue,
        };
        let Some(cases) = test.cases else { continue };
        let least: f64 = test.freedom.iter().flatten().map(|df| df.ends()[0].max(df.face() - 0.5)).sum();
        let most = cases.face() - spent;
        if least <= most {
            verdicts.fine(|| [tested.test.span], || format!("{cases} cases leave as many degrees of freedom"));
            continue;
        }
        let message = format!("“{test}” has more degrees of freedom than {cases} cases leave, which is {most}");
        let freedom: Vec<String> = test.freedom.iter().flatten().map(Printed::to_string).collect();
        let finding = Finding::new(RULE, LEVEL, message, tested.test.span, "more than its cases leave")
            .help("correct the degrees of freedom, or the number of cases");
        verdicts.find(about(case, statement, finding, [freedom.join(", "), cases.to_string()]));
    }
}
