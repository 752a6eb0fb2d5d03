//! A source does not rest on itself.
//!
//! # Why
//! Where one source repeats another which repeats the first, each seems confirmed and nothing is: somewhere an unproved
//! statement went round until it had references.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "encyclopedia"
//! issued = "2012"
//! derived-from = ["port-news"]
//!
//! [[source]]
//! id = "port-news"
//! issued = "2013"
//! derived-from = ["encyclopedia"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "encyclopedia"
//! issued = "2012"
//!
//! [[source]]
//! id = "port-news"
//! issued = "2013"
//! derived-from = ["encyclopedia"]
//! ```
//!
//! # When it stays silent
//! Two sources may derive from one, and one from two, as long as no chain comes back. Of sources that are entangled in
//! several circles one circle is reported, a shortest one through the first of them by id.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Record, Ref, SourceId};
use crate::rules::Case;
use crate::text::listed;

use super::derivation::Derivation;

pub(crate) const RULE: &str = "circular-support";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["source that derives from others", "sources that derive from others"];

/// So many steps of a circle are pointed at.
const LABELS: usize = 8;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let derivation = Derivation::new(case);
    for knot in &derivation.knots.all {
        if derivation.knots.is_circle(knot) {
            let circle = derivation.knots.shortest_circle(knot[0]);
            verdicts.find(report(case, &circle.into_iter().map(|at| derivation.sources[at]).collect::<Vec<_>>()));
        } else if !derivation.knots.leads[knot[0]].is_empty() {
            verdicts.fine(
                || [case.dossier[derivation.sources[knot[0]]].id.span],
                || "what it derives from does not derive from it".to_owned(),
            );
        }
    }
}

fn report(case: &Case<'_>, circle: &[SourceId]) -> Finding {
    let name = |id: SourceId| case.name(id);
    let next = |at: usize| circle[(at + 1) % circle.len()];
    let edge = |at: usize| {
        let names_next = |source: &&Ref<SourceId>| source.target == Some(next(at));
        let source = &case.dossier[circle[at]];
        source.derived_from.iter().find(names_next).map_or(source.id, |source| source.word).span
    };
    let label = |at: usize| format!("{} derives from {}", name(circle[at]), name(next(at)));
    let message = match circle {
        [one] => format!("{} derives from itself", name(*one)),
        _ => format!("{} derives from itself, by way of {}", name(circle[0]), by_way_of(case, &circle[1..])),
    };
    let mut finding = Finding::new(RULE, LEVEL, message, edge(0), label(0));
    for at in 1..circle.len().min(LABELS) {
        finding = finding.against(edge(at), label(at));
    }
    for &id in circle {
        finding = finding.about("source", case.dossier.id(case.texts, Record::Source(id)));
    }
    finding.help("find out which of them said it first, and take its `derived-from` out")
}

/// The sources between, the first few by name.
fn by_way_of(case: &Case<'_>, between: &[SourceId]) -> String {
    const NAMED: usize = 3;
    let mut named: Vec<String> = between.iter().take(NAMED).map(|&id| case.name(id)).collect();
    if between.len() > NAMED {
        named.push(format!("{} more", between.len() - NAMED));
    }
    listed(&named, "and")
}
