//! Several witnesses are several.
//!
//! # Why
//! Three newspapers that print one agency's report are one report. A claim that cites them looks thrice confirmed, and
//! falls with the one.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "agency"
//! issued = "2022-03-01"
//!
//! [[source]]
//! id = "port-news"
//! issued = "2022-03-02"
//! derived-from = ["agency"]
//!
//! [[source]]
//! id = "harbour-daily"
//! issued = "2022-03-02"
//! derived-from = ["agency"]
//!
//! [[claim]]
//! id = "ferry-sank"
//! cites = ["port-news", "harbour-daily"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "agency"
//! issued = "2022-03-01"
//!
//! [[source]]
//! id = "port-news"
//! issued = "2022-03-02"
//! derived-from = ["agency"]
//!
//! [[source]]
//! id = "coast-guard-log"
//! issued = "2022-03-01"
//!
//! [[claim]]
//! id = "ferry-sank"
//! cites = ["port-news", "coast-guard-log"]
//! ```
//!
//! # When it stays silent
//! A claim with one source pretends nothing. A source that derives from two is a witness of its own. A citation that
//! does not attest is not counted. Sources whose chain goes round in a circle have no beginning (`circular-support`).

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Citation, Cited, Claim, Record, Role, SourceId};
use crate::rules::Case;

use super::derivation::Derivation;

pub(crate) const RULE: &str = "single-source";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["claim with several sources", "claims with several sources"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let origins = origins(case);
    for (id, claim) in case.dossier.claims().filter(|(_, claim)| claim.cites.len() > 1) {
        let witnesses = witnesses(case, claim);
        let [(first, _), (_, second), ..] = witnesses[..] else { continue };
        let origin = origins[first.index()];
        let one = |(source, _): &(SourceId, &Citation)| origins[source.index()] == origin;
        let Some(origin) = origin.filter(|_| witnesses.iter().all(one)) else {
            verdicts.fine(|| [claim.id.span], || format!("its {} sources do not all go back to one", witnesses.len()));
            continue;
        };
        let (name, source) = (case.name(id), case.name(origin));
        let message = format!("the {} sources of {name} all go back to {source}", witnesses.len());
        let label = |witness: SourceId| {
            if witness == origin { "the origin itself".to_owned() } else { format!("derives from {source}") }
        };
        let mut finding = Finding::new(RULE, LEVEL, message, second.word.span, label(witnesses[1].0))
            .help("find a source that does not repeat it, or cite it alone")
            .about("claim", case.dossier.id(case.texts, Record::Claim(id)))
            .about("source", case.dossier.id(case.texts, Record::Source(origin)));
        for (witness, citation) in witnesses.iter().enumerate().filter(|(at, _)| *at != 1).map(|(_, witness)| witness) {
            finding = finding.against(citation.word.span, label(*witness));
        }
        verdicts.find(finding);
    }
}

/// The sources that attest a claim, each once.
fn witnesses<'c>(case: &Case<'c>, claim: &Claim) -> Vec<(SourceId, &'c Citation)> {
    let mut witnesses: Vec<(SourceId, &Citation)> = Vec::new();
    for citation in case.dossier.citations(claim.cites).iter().filter(|citation| citation.role == Role::Attests) {
        if let Cited::One(id) = case.dossier.cited(citation) {
            witnesses.push((id, citation));
        }
    }
    witnesses.sort_by_key(|(id, citation)| (*id, citation.word.span));
    witnesses.dedup_by_key(|(id, _)| *id);
    witnesses.sort_by_key(|(_, citation)| citation.word.span);
    witnesses
}

/// The one source that each goes back to, by row; `None` where there are several, or nobody knows.
fn origins(case: &Case<'_>) -> Vec<Option<SourceId>> {
    let derivation = Derivation::new(case);
    let mut origins: Vec<Option<SourceId>> = case.dossier.sources().map(|(id, _)| Some(id)).collect();
    for knot in &derivation.knots.all {
        if derivation.knots.is_circle(knot) {
            for &at in knot {
                origins[derivation.sources[at].index()] = None;
            }
            continue;
        }
        let id = derivation.sources[knot[0]];
        let mut repeated = derivation.knots.leads[knot[0]].iter().map(|&at| origins[derivation.sources[at].index()]);
        let known = case.dossier[id].derived_from.iter().all(|source| source.target.is_some());
        let origin = match repeated.next() {
            None => Some(id),
            Some(first) => first.filter(|_| repeated.all(|other| other == first)),
        };
        origins[id.index()] = origin.filter(|_| known);
    }
    origins
}
