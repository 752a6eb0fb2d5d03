//! A source is described as the manuscript's bibliography describes it.
//!
//! # Why
//! What is checked is the record of a source: its date against events, its address against its date. If the
//! bibliography that goes to print says something else, the report is about another paper. Most often a revision has
//! mended the entry, and the record still accuses it.
//!
//! A source is the entry that has its DOI or address, else its title, else the entry that the text means by its key.
//!
//! # Example
//! The bibliography has: "Gazette. 1999. Second bridge opens."
//! ```toml fires
//! [dossier]
//! manuscript = "list.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "gazette"
//! cited-as = "Gazette 1999"
//! title = "Second bridge opens"
//! issued = "1998"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened" }
//! cites = ["gazette"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "list.md"
//! issued = "2005"
//!
//! [[source]]
//! id = "gazette"
//! cited-as = "Gazette 1999"
//! title = "Second Bridge Opens"
//! issued = "1999"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened" }
//! cites = ["gazette"]
//! ```
//!
//! # When it stays silent
//! One of the two says nothing of the matter, or says less: a year where the other has the day, a title without its
//! subtitle. Case, punctuation and diacritics make no difference. A source that is no entry is counted as not
//! checkable.

use crate::archive::bare;
use crate::bibliography::{Entry, Field};
use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Date, Record, Source, SourceId};
use crate::names::run_together;
use crate::rules::Case;
use crate::text::{Span, Word, listed, shown};
use crate::time::{Answer, When};

pub(crate) const RULE: &str = "bibliography-drift";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["source against its entry in the manuscript", "sources against their entries in the manuscript"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.recorded_manuscript() else { return };
    let entries = &manuscript.text.bibliography.entries;
    if entries.is_empty() {
        return;
    }
    for (id, source) in case.dossier.own_sources() {
        let Some((number, entry)) = manuscript.entry(id).and_then(|number| Some((number, entries.get(number)?))) else {
            verdicts.not_checkable("it is no entry of the manuscript's bibliography", source.id.span);
            continue;
        };
        let differences = differences(case, source, entry);
        if differences.is_empty() {
            verdicts.fine(|| [source.id.span], || "the bibliography describes it alike".to_owned());
        } else {
            verdicts.find(drifted(case, id, &differences, &|field| manuscript.text.listed(number, field.at.clone())));
        }
    }
}

/// A field in which the record and the entry differ.
struct Difference<'c> {
    /// What it is called in the record.
    name: &'static str,
    at: Span,
    ours: &'c str,
    theirs: &'c Field,
}

fn differences<'c>(case: &Case<'c>, source: &Source, entry: &'c Entry) -> Vec<Difference<'c>> {
    let word = |name: &'static str, word: Option<Word>, key: &str, same: fn(&str, &str) -> bool| {
        let (word, theirs) = (word?, entry.field(key)?);
        let ours = case.read(word);
        (!same(ours, &theirs.value)).then_some(Difference { name, at: word.span, ours, theirs })
    };
    let date = |name: &'static str, date: Option<Date>, key: &str| {
        let (date, theirs) = (date?, entry.field(key)?);
        let (ours, stated) = (case.dossier[date.when].nominal(), When::parse(&theirs.value).ok()?);
        let at = date.span;
        let apart = ours.meets(stated.nominal()) == Answer::SurelyNot;
        let ours = case.read(Word { span: at });
        apart.then_some(Difference { name, at, ours, theirs })
    };
    let all = [
        word("title", source.title, "title", is_same_title),
        date("issued", source.issued, "issued"),
        date("accessed", source.accessed, "accessed"),
        word("url", source.url, "URL", |ours, theirs| bare(ours) == bare(theirs)),
        word("doi", source.doi, "DOI", |ours, theirs| bare(ours) == bare(theirs)),
    ];
    all.into_iter().flatten().collect()
}

/// Whether two titles are one, which either may cut short.
fn is_same_title(ours: &str, theirs: &str) -> bool {
    let [ours, theirs] = [ours, theirs].map(run_together);
    ours.starts_with(&theirs) || theirs.starts_with(&ours)
}

fn drifted(case: &Case<'_>, id: SourceId, differences: &[Difference<'_>], at: &dyn Fn(&Field) -> Span) -> Finding {
    let name = case.name(id);
    let fields: Vec<String> = differences.iter().map(|difference| difference.name.to_owned()).collect();
    let message = format!("the bibliography of the manuscript gives {name} another {}", listed(&fields, "and"));
    let first = &differences[0];
    let mut finding = Finding::new(RULE, LEVEL, message, first.at, "the record has this")
        .about("source", case.id(Record::Source(id)));
    for difference in &differences[1..] {
        finding = finding.against(difference.at, "and this");
    }
    for difference in differences {
        finding = finding
            .against(at(difference.theirs), format!("the bibliography has `{}`", shown(&difference.theirs.value)))
            .value(shown(difference.ours))
            .value(shown(&difference.theirs.value));
    }
    let edits = differences.iter().map(|difference| edit::written(difference.at, &difference.theirs.value));
    let fix = Fix::judged("describe the source as the bibliography does", edits.collect());
    finding.fixed_by([fix]).help("describe the source as the bibliography does, or mend the bibliography")
}
