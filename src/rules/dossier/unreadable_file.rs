//! A file that a record names can be read.
//!
//! # Why
//! A local copy keeps what a source said on the day on which it was read, and quotations are looked up in it. Where it
//! is missing, or is a picture of a page, nothing is looked up, and nobody notices.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[evidence]]
//! source = "gazette"
//! quote = "The second bridge was opened"
//! file = "archive/gazete.html"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[evidence]]
//! source = "gazette"
//! quote = "The second bridge was opened"
//! file = "archive/gazette.html"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! ```
//!
//! # With a manuscript
//! The bibliographies that the manuscript names (`\bibliography{refs}`, `bibliography: refs.bib`) count as files that
//! the records name, and so does each part of the manuscript or of such a file that cannot be read. A manuscript that
//! cites what no record has, and in which no list of works was found, is a note; so is one that names no list where a
//! BibTeX file beside it has its keys.
//!
//! # When it stays silent
//! The record names no file. A path counts from the file that names it, and may go up (`../archive/gazette.html`).
//! Whatever a manuscript may be written in is read; a PDF by way of `pdftotext`, which has to be installed.
//!
//! # What is not read
//! Records may be a stranger's. What they name is read inside the repository of what the command line names; outside of
//! one, in the current folder, or in the folder that was named where it lies elsewhere. Absolute paths, hidden files
//! and folders (`.git`, `.env`), links that lead outside, and what is no plain file are not read, nor are files of
//! records and folders that a dossier extends: those are errors, since nothing holds that was not read.
//! `--allow-outside PATH` is for who means it.

use rustc_hash::FxHashSet;

use crate::citation::{Citation, Cited, Resolved};
use crate::document::Fault;
use crate::finding::{Finding, Level, Verdicts};
use crate::model::{EvidenceId, Record};
use crate::names::spelling;
use crate::rules::Case;
use crate::text::{Span, counted, shown};

pub(crate) const RULE: &str = crate::load::UNREADABLE;
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["file that a record names", "files that records name"];

/// What tells a manuscript its list of works: a heading in what word processors and browsers show, else a file.
const SHOWN: [&str; 6] = [".docx", ".odt", ".html", ".htm", ".pdf", ".txt"];
const HEAD_THE_LIST: &str = "put the list of works at its end, under a heading such as “References”";
const NAME_THE_LIST: &str = "name the list in the manuscript: `bibliography: refs.bib`, `\\bibliography{refs}`";

/// So many parts of one file that cannot be read are told.
const PARTS: usize = 20;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    verdicts.found.extend(case.dossier.faults.iter().filter(|fault| fault.rule == RULE).cloned());
    if let (Some(name), Some(unreadable)) = (case.dossier.paper.manuscript, case.archive.unreadable_manuscript()) {
        let path = shown(case.read(name));
        let message = format!("the manuscript `{path}` cannot be read: {}", unreadable.why);
        let finding = Finding::new(RULE, LEVEL, message, name.span, "no claim is held against its passage");
        verdicts.find(finding.help("correct the path, which counts from this file").value(path));
    }
    lists(case, verdicts);
    parts(case, verdicts);
    for (row, evidence) in case.dossier.evidence.iter().enumerate() {
        let id = EvidenceId::new(row);
        let (Some(file), Some((_, copy))) = (evidence.file, case.archive.of(id)) else { continue };
        let Err(unreadable) = copy else {
            verdicts.fine(|| [file.span], || "it can be read".to_owned());
            continue;
        };
        let name = shown(case.read(file));
        let message = format!("`{name}` cannot be read: {}", unreadable.why);
        let finding = Finding::new(RULE, LEVEL, message, file.span, "nothing is looked up in it")
            .help("correct the path, which counts from this file, or fetch the copy again")
            .value(name);
        let subject = case.dossier.subject(case.texts, Record::Evidence(id));
        verdicts.find(finding.about(subject.kind, subject.id));
    }
}

/// The bibliographies that the manuscript names.
fn lists(case: &Case<'_>, verdicts: &mut Verdicts) {
    for unlisted in case.archive.unlisted() {
        let name = shown(&unlisted.name);
        let message = format!("the bibliography `{name}` cannot be read: {}", unlisted.why.why);
        let finding = Finding::new(RULE, LEVEL, message, unlisted.at, "no citation is looked up in it")
            .help("correct the path, which counts from the manuscript")
            .value(name);
        verdicts.find(finding);
    }
    if case.archive.unlisted().is_empty() {
        no_list(case, verdicts);
    }
    if let Some(manuscript) = case.manuscript()
        && let Some(list) = &manuscript.text.preface.presumed
    {
        let message = format!("the manuscript names no list of works, and `{}` beside it is taken", shown(&list.words));
        let finding = Finding::new(RULE, Level::Note, message, manuscript.text.at(list.at.clone()), "looked up in it");
        verdicts.find(finding.help("name the list in the manuscript, if it is the one").value(list.words.clone()));
    }
}

/// A manuscript that cites what no record has, and in which no list of works was found.
fn no_list(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(text) = case.manuscript().map(|manuscript| &manuscript.text) else { return };
    let works = text.citations.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
    let recorded = case.dossier.sources.iter().filter_map(|source| Some(spelling(case.read(source.cited_as?))));
    let recorded: FxHashSet<String> = recorded.collect();
    let is_open = |(citation, work): &(&Citation, &Cited)| {
        let key = || spelling(&shown(&citation.printed(work, &text.blocks)));
        work.resolved == Resolved::NotCheckable && !work.tells_itself() && !recorded.contains(&key())
    };
    let open = works.filter(is_open);
    let open: Vec<(&Citation, &Cited)> = open.collect();
    let Some((citation, work)) = open.first().filter(|_| text.bibliography.entries.is_empty()) else { return };
    let message =
        format!("no list of works was found for the manuscript, which has {}", counted(open.len(), "citation"));
    let at = text.place(citation.block, work.range.clone());
    let label = if open.len() == 1 { "this is looked up nowhere" } else { "this and the others are looked up nowhere" };
    let finding = Finding::new(RULE, Level::Note, message, at, label);
    let path = case.texts.place(at).path.to_ascii_lowercase();
    let is_shown = SHOWN.iter().any(|form| path.ends_with(form));
    verdicts.find(finding.help(if is_shown { HEAD_THE_LIST } else { NAME_THE_LIST }));
}

/// The parts of the manuscript, and of the bibliographies that it names, that cannot be read.
fn parts(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    let mut unread: Vec<(Span, &Fault)> = Vec::new();
    for faults in [&text.unread, &text.faults] {
        unread.extend(faults.iter().take(PARTS).map(|fault| (text.at(fault.at.clone()), fault)));
    }
    for list in &text.lists {
        unread.extend(list.faults.iter().take(PARTS).map(|fault| (list.whole.part(fault.at.clone()), fault)));
    }
    let own = text.bibliography.faults.iter().filter(|fault| fault.lost).take(PARTS);
    unread.extend(own.map(|fault| (text.at(fault.at.clone()), fault)));
    for (at, fault) in unread {
        let path = shown(&case.texts.file(case.texts.file_at(at.start)).path);
        let message = format!("a part of `{path}` cannot be read: {}", fault.what);
        let finding = Finding::new(RULE, LEVEL, message, at, "here")
            .help("mend it, so that what it says is checked")
            .value(fault.what.clone());
        verdicts.find(finding);
    }
}
