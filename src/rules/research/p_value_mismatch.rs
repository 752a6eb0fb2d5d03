//! A p-value is the one that its test statistic gives.
//!
//! # Why
//! The statistic and its degrees of freedom give the p-value: whoever prints all three has printed one number too many,
//! and can be checked. In half of the papers of some fields one does not fit, and in one of eight such a slip turns
//! what is not significant into what is (Nuijten, Hartgerink, van Assen, Epskamp and Wicherts 2016).
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "sleep-2019"
//!
//! [[claim]]
//! id = "recall"
//! cites = ["sleep-2019"]
//! says = { test = "t(40) = 1.50", p = ".03" }
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
//! says = { test = "t(40) = 1.50", p = ".14" }
//! ```
//!
//! A sentence of the manuscript is warned of, too, that calls a p-value the other thing: "not significant (p = .02)",
//! "significant (p = .34)"; unless the paper tells of another level than .05, or the sentence of several p-values, or
//! of what is nearly so, clinically so or corrected.
//!
//! # When it stays silent
//! What is judged are t, F, χ², z, r and Q. Each number is all that rounds to it, degrees of freedom of t and F too,
//! and `p = .000` is less than .0005. A bound is a bound: "p < .05" fits every p-value below, "p > .05" every one
//! above. A test of one side is told by `tails = "one"`, and by `tails = "either"` where the text speaks of such tests
//! and leaves open which they are. A p-value that was corrected (`correction = "applied"`) may be greater than what the
//! statistic gives, never less.
//!
//! It is an error where one of the two is significant at .05 and the other is not, and else a warning; a warning too
//! where the p-value is that of one side, where the number of cases stands in the place of a correlation's degrees of
//! freedom, and where the paper speaks of corrections elsewhere (`correction = "possible"`). A p-value of .05 counts as
//! significant.

use std::ops::Range;

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Statement, Statistic, Tested, Written};
use crate::passage::significance::significance;
use crate::rules::Case;
use crate::statistics::{ALPHA, Correction, Difference, Fit, Printed, Sign, Tails, fit};
use crate::text::shown;

use super::reported::{about, owner_span, p_value, reported};

pub(crate) const RULE: &str = "p-value-mismatch";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["p-value against its statistic", "p-values against their statistics"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (statement, statistic) in reported(case) {
        let Statistic::Test(tested) = statistic else { continue };
        let at = owner_span(case, statement);
        let Some(p) = tested.p else {
            verdicts.not_checkable("no p-value stands beside it", at);
            continue;
        };
        match fit(&tested.test.value, p.value, tested.tails, tested.correction) {
            None => verdicts.not_checkable("its p-value cannot be computed", at),
            Some(Fit::Corrected) => verdicts.not_checkable("its p-value was corrected", at),
            Some(Fit::Fits) => {
                verdicts.fine(|| [p.span], || format!("“{}” has such a p-value", tested.test.value));
            }
            Some(Fit::Differs(difference)) => verdicts.find(report(case, statement, tested, p, &difference)),
        }
    }
    check_words(case, verdicts);
}

/// Holds the words for p-values against them.
fn check_words(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    for said in significance(&manuscript.text) {
        let sentence = &manuscript.text.sentences[said.sentence];
        let place = |at: &Range<usize>| {
            manuscript.text.place(sentence.block, sentence.range.start + at.start..sentence.range.start + at.end)
        };
        let words = shown(&manuscript.text.words(sentence)[said.words.clone()]);
        let (p, at) = &said.p;
        let printed = format!("p {}", p.behind_name());
        if said.holds {
            verdicts.fine(|| [place(at)], || format!("“{words}” is what {printed} says"));
            continue;
        }
        let message = format!("{printed} is called “{words}”");
        let side = if p.face() < ALPHA || p.sign == Sign::Below { "below" } else { "above" };
        let label = format!("this is {side} {}", p.like(ALPHA, 2));
        let finding = Finding::new(RULE, LEVEL.milder(), message, place(at), label)
            .against(place(&said.words), "called so here")
            .help("correct the p-value or the words, or say at what level it is judged")
            .value(words)
            .value(p.to_string());
        verdicts.find(finding);
    }
}

fn report(
    case: &Case<'_>,
    statement: &Statement,
    tested: &Tested,
    p: Written<Printed>,
    difference: &Difference,
) -> Finding {
    let test = tested.test.value;
    let given = p_value(p.value, difference.p);
    let printed = format!("p {}", p.value.behind_name());
    let is_decided = difference.flips && !difference.is_half;
    let decided = if is_decided {
        format!(": one is significant at {}, the other is not", p.value.like(ALPHA, 2))
    } else {
        String::new()
    };
    let message = format!("“{test}” gives {given}, not {printed}{decided}");
    let mut finding = Finding::new(RULE, LEVEL, message, p.span, format!("printed as {printed}"))
        .against(tested.test.span, format!("which gives {given}"))
        .help(help(tested, p.value, &given, difference));
    if !is_decided {
        finding.level = finding.level.milder();
    } else if tested.correction == Correction::Possible && difference.is_greater {
        finding = finding.as_sure_as(Certainty::Nominal);
    }
    about(case, statement, finding, [test.to_string(), p.value.to_string()])
}

/// The values that would fit.
fn help(tested: &Tested, p: Printed, given: &str, difference: &Difference) -> String {
    let printed = format!("p {}", p.behind_name());
    if difference.is_half && tested.tails == Tails::Two {
        return format!("{printed} is that of one side: say that the test is one-tailed, or write {given}");
    }
    if let Some(of_cases) = difference.of_cases {
        return format!("{printed} is that of “{of_cases}”: write the degrees of freedom, two less than the cases");
    }
    if difference.is_greater && tested.correction == Correction::Possible {
        return format!("if it was corrected, say so beside it; else write {given}");
    }
    let bound = if p.sign == Sign::Equal { "" } else { "the bound " };
    let with_p = tested.test.value.with_p(p.face()).filter(|_| tested.tails == Tails::Two && p.face() > 0.0);
    match with_p {
        Some(other) => format!("write {given}; {bound}{} is that of “{other}”", p.unsigned()),
        None => format!("write {given}, or correct the statistic"),
    }
}
