//! A source in the bibliography is cited.
//!
//! # Why
//! An entry that nothing cites lends the paper a support that no sentence uses. Often its citation was lost in a
//! revision, or is printed under another key.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[source]]
//! id = "harbour-survey"
//! issued = "2021"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[source]]
//! id = "harbour-survey"
//! issued = "2021"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998", { source = "harbour-survey", role = "background" }]
//! ```
//!
//! # When it stays silent
//! A dossier without claims: it is a record for others. A source that a fact, an entity, an event or a roll cites, that
//! an evidence is of, or that another source derives from. A source of a folder that the dossier extends. A key that
//! several sources print cites each of them.
//!
//! With a manuscript, an entry of its bibliography that no source is, and that its text does not cite, is found too;
//! what `\nocite` lists is meant to stand there. Where a part of the manuscript or of its lists could not be read, or
//! where works are cited in notes, whose short forms are as many as their authors, nothing is. Nor is an entry without
//! a name, a year and a number: most likely a line that was torn off another.

use std::collections::BTreeSet;

use crate::citation::{By, Citation, Form};
use crate::finding::{Finding, Level, Verdicts};
use crate::model::Record;
use crate::rules::Case;

use super::printed;

pub(crate) const RULE: &str = "uncited-source";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["source of the dossier's own", "sources of the dossier's own"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.claims.is_empty() {
        return;
    }
    let cited = cited(case);
    let manuscript = case.manuscript();
    let unread = manuscript.is_some_and(|manuscript| {
        let citations = &manuscript.text.citations;
        manuscript.text.bibliography.incomplete || cites_in_notes(citations) || cites_what_is_not_listed(citations)
    });
    let used = manuscript.map(printed::used).unwrap_or_default();
    let entry = |id| manuscript.and_then(|manuscript| Some((manuscript, manuscript.entry(id)?)));
    let in_use = |id| entry(id).is_some_and(|(_, entry)| used.contains(&entry));
    // A torn line of a list has nothing that a text could cite it by.
    let is_nameless = |id| {
        let entry = entry(id).and_then(|(manuscript, entry)| manuscript.text.bibliography.entries.get(entry));
        entry.is_some_and(|entry| {
            let has_names = !entry.author.is_empty() || !entry.editor.is_empty() || entry.field("issued").is_some();
            entry.key.is_none() && entry.number.is_none() && !has_names
        })
    };
    for (id, source) in case.dossier.own_sources() {
        if cited[id.index()] {
            verdicts.fine(|| [source.id.span], || "it is cited".to_owned());
            continue;
        }
        if in_use(id) {
            verdicts.fine(|| [source.id.span], || "the manuscript cites it".to_owned());
            continue;
        }
        if unread {
            verdicts.not_checkable("not all that the manuscript cites and lists is sure to be read", source.id.span);
            continue;
        }
        if is_nameless(id) {
            verdicts.not_checkable("its entry has no name, year or number to be cited by", source.id.span);
            continue;
        }
        let name = case.wording().full_name(id);
        let finding = Finding::new(RULE, LEVEL, format!("nothing cites {name}"), source.id.span, "cited nowhere")
            .help("cite it where it is used, or take it out of the bibliography")
            .about("source", case.dossier.id(case.texts, Record::Source(id)));
        verdicts.find(finding);
    }
    if !unread {
        in_text(case, &used, verdicts);
    }
}

/// Whether notes hold most citations: "Lind: Harbours, p. 4" means a work whose entry says more.
fn cites_in_notes(citations: &[Citation]) -> bool {
    citations.iter().filter(|citation| citation.form == Form::Note).count() * 2 > citations.len()
}

/// Whether a reference manager cites a work that no entry was found for: then entries are not read as it printed them,
/// or it has not printed them again since.
fn cites_what_is_not_listed(citations: &[Citation]) -> bool {
    let mut described = citations.iter().flat_map(|citation| &citation.works);
    described.any(|work| matches!(work.by, By::Work(_)) && work.resolved.entries().is_empty())
}

/// The entries of the manuscript's bibliography that its text does not cite, but for those that are sources.
fn in_text(case: &Case<'_>, used: &BTreeSet<usize>, verdicts: &mut Verdicts) {
    // Every entry of a draft is a source of it.
    let manuscript = case.recorded_manuscript().filter(|manuscript| !manuscript.text.citations.is_empty());
    let Some(manuscript) = manuscript else { return };
    for number in printed::uncited(case, manuscript, used) {
        let entry = &manuscript.text.bibliography.entries[number];
        let name = printed::name(entry);
        let message = format!("the bibliography lists {name}, which the text does not cite");
        let finding =
            Finding::new(RULE, LEVEL, message, manuscript.text.listed(number, entry.at.clone()), "cited nowhere")
                .help("cite it where it is used, or take it out of the bibliography")
                .value(name);
        verdicts.find(finding);
    }
}

/// Whether a source is cited, by its row.
fn cited(case: &Case<'_>) -> Vec<bool> {
    let dossier = case.dossier;
    let mut cited = vec![false; dossier.sources.len()];
    let derived = dossier.sources.iter().flat_map(|source| &source.derived_from).filter_map(|source| source.target);
    let read = dossier.evidence.iter().filter_map(|evidence| evidence.source?.target);
    for id in dossier.cited.iter().copied().chain(derived).chain(read) {
        cited[id.index()] = true;
    }
    cited
}
