//! Numbers that agree because they are rounded, and would not if each were exact as it is written: a quiet note, shown
//! with what is possible (as `statcheck` keeps apart what is wrong and what only looks so).

use crate::finding::{Certainty, Finding, Level};
use crate::rules::Case;

use super::figures::{Figure, contradicts, told, with_figures};

/// Notes that these figures, each of another side, agree only by rounding.
pub(super) fn note(case: &Case<'_>, rule: &'static str, message: String, figures: &[&Figure<'_>]) -> Finding {
    let first = figures[0];
    let finding = Finding::new(rule, Level::Note, message, first.value.span, told(case, first, Certainty::Possible))
        .as_sure_as(Certainty::Possible)
        .contradicting(contradicts(figures.iter().copied()))
        .help("nothing is wrong; give another digit where a reader may stumble");
    with_figures(case, finding, figures)
}
