//! Sources of different names can be told apart by their names.
//!
//! # Why
//! `Kompas Internasional` and `Internasional Kompas` are one publisher spelt twice, or two that a reader will take for
//! one. In a list sorted by name they stand far apart, and one of them is easily cited for the other.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "kompas-depth"
//! cited-as = "Kompas Internasional 2022"
//! issued = "2022"
//!
//! [[source]]
//! id = "kompas-width"
//! cited-as = "Internasional Kompas 2023"
//! issued = "2023"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "kompas-depth"
//! cited-as = "Kompas Internasional 2022"
//! issued = "2022"
//!
//! [[source]]
//! id = "kompas-width"
//! cited-as = "Kompas Internasional 2023"
//! issued = "2023"
//! ```
//!
//! # When it stays silent
//! The names differ in a letter or a word. The names are the same to the letter, whatever the years. The names are
//! those of several authors (`Sari & Putra`, `Putra & Sari`), whose order has a meaning.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Record, SourceId};
use crate::names::{in_any_order, name, run_together};
use crate::rules::Case;
use crate::text::shown;

pub(crate) const RULE: &str = "confusable-citations";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["name under which sources are cited", "names under which sources are cited"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let names = names(case);
    let mut reported: Vec<Vec<usize>> = Vec::new();
    for fold in [(|name| Some(run_together(name))) as fn(&str) -> Option<String>, in_any_order] {
        let keyed = names.iter().enumerate().filter_map(|(at, (name, _))| Some((fold(name)?, at)));
        let mut keyed: Vec<(String, usize)> = keyed.filter(|(key, _)| !key.is_empty()).collect();
        keyed.sort_unstable();
        let alike = keyed.chunk_by(|a, b| a.0 == b.0).filter(|names| names.len() > 1);
        reported.extend(alike.map(|names| names.iter().map(|(_, at)| *at).collect()));
    }
    reported.sort_unstable();
    reported.dedup();
    let mut confusable = vec![false; names.len()];
    for group in reported {
        for &at in &group {
            confusable[at] = true;
        }
        verdicts.find(report(case, &group.iter().map(|&at| &names[at]).collect::<Vec<_>>()));
    }
    for ((name, id), _) in names.iter().zip(confusable).filter(|(_, confusable)| !confusable) {
        verdicts
            .fine(|| [case.dossier[*id].id.span], || format!("no other name is spelt nearly like `{}`", shown(name)));
    }
}

/// Every name under which sources are cited, once, with the first source that has it.
fn names(case: &Case<'_>) -> Vec<(String, SourceId)> {
    let printed = case.dossier.sources().filter_map(|(id, source)| Some((name(case.read(source.cited_as?)), id)));
    let mut names: Vec<(String, SourceId)> = printed.filter(|(name, _)| !name.is_empty()).collect();
    names.sort_by(|a, b| {
        let id = |id: SourceId| case.dossier.id(case.texts, Record::Source(id));
        a.0.cmp(&b.0).then_with(|| id(a.1).cmp(id(b.1)))
    });
    names.dedup_by(|b, a| a.0 == b.0);
    names
}

fn report(case: &Case<'_>, names: &[&(String, SourceId)]) -> Finding {
    let quoted: Vec<String> = names.iter().map(|(name, _)| format!("`{}`", shown(name))).collect();
    let place = |id: SourceId| case.dossier[id].cited_as.unwrap_or(case.dossier[id].id).span;
    let message = format!("{} are easily taken for one name", quoted.join(" and "));
    let (first, rest) = names.split_first().expect("confusable names are at least two");
    let mut finding = Finding::new(RULE, LEVEL, message, place(first.1), "spelt like this here")
        .help("if they are one, spell the name in one way");
    for (_, id) in rest {
        finding = finding.against(place(*id), "and like this here");
    }
    for (name, id) in names {
        finding = finding.about("source", case.dossier.id(case.texts, Record::Source(*id))).value(name.as_str());
    }
    finding
}
