//! What was retracted attests nothing.
//!
//! # Why
//! A work that its publisher has withdrawn is no evidence for what it says. A claim that rests on it has to find
//! another source, or say what it is about.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "miracle-cement"
//! issued = "2019"
//! status = "retracted"
//!
//! [[claim]]
//! id = "harder"
//! cites = ["miracle-cement"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "miracle-cement"
//! issued = "2019"
//! status = "retracted"
//!
//! [[claim]]
//! id = "withdrawn"
//! cites = [{ source = "miracle-cement", role = "background" }]
//! ```
//!
//! # When it stays silent
//! The citation has any other role than `attests`: citing a retracted work may be the point. The key may mean another
//! source.

use crate::finding::{Edit, Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Citation, Cited, Record, Role, Status};
use crate::rules::Case;

pub(crate) const RULE: &str = "retracted-source";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["citation that attests", "citations that attest"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (record, citation) in case.dossier.citing().filter(|(_, citation)| citation.role == Role::Attests) {
        let id = match case.dossier.cited(citation) {
            Cited::One(id) => id,
            Cited::Several(_) => {
                verdicts.not_checkable("the citation may mean several sources", citation.word.span);
                continue;
            }
            Cited::Nothing => {
                verdicts.not_checkable("the citation names no source", citation.word.span);
                continue;
            }
        };
        let Some((Status::Retracted, retracted)) = case.dossier[id].status else {
            verdicts.fine(
                || [citation.word.span, case.dossier[id].id.span],
                || format!("{} is not marked as retracted", case.name(id)),
            );
            continue;
        };
        let (name, source) = (case.name(record), case.name(id));
        let message = format!("{name} rests on {source}, which was retracted");
        let mut finding = Finding::new(RULE, LEVEL, message, citation.word.span, "cited here as evidence")
            .against(retracted, "retracted")
            .help(case.advice(
                "cite another source, or say in the text that it was retracted",
                "cite another source, or say that it is not evidence: `role = \"background\"` or `role = \"disputes\"`",
            ));
        finding.subjects.push(case.dossier.subject(case.texts, record));
        let finding = finding.fixed_by(other_roles(case, citation));
        verdicts.find(finding.about("source", case.dossier.id(case.texts, Record::Source(id))));
    }
}

/// The citation as one that is no evidence.
fn other_roles(case: &Case<'_>, citation: &Citation) -> impl Iterator<Item = Fix> {
    let is_bare = edit::key_of(case.texts, citation.word.span).is_some_and(|key| key == "cites");
    let key = edit::quoted(case.read(citation.word));
    let roles = ["background", "disputes"].into_iter().filter(move |_| is_bare);
    let span = citation.word.span;
    roles.map(move |role| {
        let edit = Edit { span, text: format!("{{ source = {key}, role = \"{role}\" }}") };
        Fix::judged(format!("if it is not evidence, write `role = \"{role}\"`"), vec![edit])
    })
}
