//! What the rules of this family share: the numbers of research that are asserted, and how a finding on them is told.

use crate::finding::{Contradicts, Finding};
use crate::model::{Estimated, Statement, Statistic, Voice};
use crate::rules::Case;
use crate::statistics::{Estimate, Printed, Sample};
use crate::text::{Span, listed};

/// The numbers of research that somebody gives as a fact.
pub(super) fn reported<'a>(case: &Case<'a>) -> impl Iterator<Item = (&'a Statement, &'a Statistic)> {
    let asserted = |statement: &&Statement| {
        statement.denied.is_none() && statement.mode.asserts() && case.dossier.stands(statement)
    };
    let statements = case.dossier.statements.iter().filter(asserted);
    statements.filter_map(|statement| Some((statement, statement.statistic()?)))
}

/// A finding on one of them: about the record that gives it, with what collides.
pub(super) fn about<const N: usize>(
    case: &Case<'_>,
    statement: &Statement,
    finding: Finding,
    values: [String; N],
) -> Finding {
    let subject = case.dossier.subject(case.texts, case.dossier.owner_record(statement.owner));
    let finding = finding.about(subject.kind, subject.id);
    let finding = values.into_iter().fold(finding, Finding::value);
    if statement.owner.voice() == Voice::Paper { finding.contradicting(Contradicts::Itself) } else { finding }
}

/// Where the record stands that gives it.
pub(super) fn owner_span(case: &Case<'_>, statement: &Statement) -> Span {
    case.dossier.id_span(case.dossier.owner_record(statement.owner))
}

/// A finding with both ends of the interval that it is about.
pub(super) fn with_interval(finding: Finding, estimated: &Estimated) -> Finding {
    let [low, high] = estimated.ends;
    finding.against(low.span, "the interval starts here").against(high.span, "and ends here")
}

/// A finding on whole numbers, with those next to what is printed that they can have.
pub(super) fn with_near(finding: Finding, near: &[Printed]) -> Finding {
    let near: Vec<String> = near.iter().map(Printed::to_string).collect();
    if near.is_empty() {
        finding
    } else {
        finding.help(format!("the nearest that they can have: {}", listed(&near, "or")))
    }
}

/// What a mean is of, in words: `28 whole numbers`, `28 means of 3 whole numbers`.
pub(super) fn whole_numbers(sample: &Sample) -> String {
    let Sample { n, items, .. } = sample;
    if *items == 1 { format!("{n} whole numbers") } else { format!("{n} means of {items} whole numbers") }
}

/// The interval of an estimate, in words: `1.10 to 1.90`.
pub(super) fn ends(estimate: &Estimate) -> String {
    let [low, high] = estimate.ends;
    format!("{low} to {high}")
}

/// A p-value between these as a text gives it that prints `like` this one: `p = .036`, `p between .035 and .037`.
pub(super) fn p_value(like: Printed, [low, high]: [f64; 2]) -> String {
    /// Fewer digits tell too little, more tell nothing.
    const PLACES: std::ops::RangeInclusive<u8> = 3..=6;
    let places = like.places().clamp(*PLACES.start(), *PLACES.end());
    let [low, high] = [low, high].map(|p| like.like(p, places));
    let nothing = like.like(0.0, places);
    match () {
        () if high == nothing => format!("p < {}", like.like(10_f64.powi(-i32::from(places)), places)),
        () if low == high => format!("p = {low}"),
        () => format!("p between {low} and {high}"),
    }
}
