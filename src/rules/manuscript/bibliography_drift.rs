//! A source is described as the manuscript's bibliography describes it, and the lists that it is held against.
//!
//! # Why
//! What is checked is the record of a source: its date against events, its address against its date. If the
//! bibliography that goes to print says something else, the report is about another paper. Most often a revision has
//! mended the entry, and the record still accuses it.
//!
//! A source is the entry that has its DOI or address, else its title, else the entry that the text means by its key.
//! What the text itself says of a work that it cites is held against its entry, too: the author whom it names beside
//! it, if that is a slip of a letter ("Lindqist \\citep{lindqvist}"), and the year that it gives ("published in 2001
//! [@lindqvist]").
//!
//! It is also held against the lists that `gainsay check --against` names, such as an export of a reference manager:
//! author, title, date, pages, address and DOI.
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
//! subtitle. The name in the text stands there again, or in another work of the list; the year is that of an earlier
//! edition. Case, punctuation and diacritics make no difference. A source that is no entry is counted as not
//! checkable.

use std::ops::Range;

use crate::archive::{Passages, bare};
use crate::bibliography::{Entry, Field};
use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::{edit, unread};
use crate::model::{Date, Record, Source, SourceId};
use crate::names::run_together;
use crate::passage::described::{Described, described};
use crate::rules::Case;
use crate::text::{Span, Word, listed, shown};
use crate::time::{Answer, When};

use super::held::about_claims_of;

pub(crate) const RULE: &str = "bibliography-drift";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["source against its entry in the manuscript", "sources against their entries in the manuscript"];

/// What an author calls the keys of a source.
const SPOKEN: [(&str, &str); 5] =
    [("issued", "date"), ("accessed", "access date"), ("page", "pages"), ("url", "address"), ("doi", "DOI")];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let is_listing = |manuscript: &&Passages| !manuscript.text.bibliography.entries.is_empty();
    if let Some(manuscript) = case.recorded_manuscript().filter(is_listing) {
        let entries = &manuscript.text.bibliography.entries;
        for (id, source) in case.dossier.own_sources() {
            let number = manuscript.entry(id);
            let place = |at: &Range<usize>| manuscript.text.listed(number.unwrap_or_default(), at.clone());
            let entry = number.and_then(|number| entries.get(number));
            hold(case, verdicts, (id, source), entry, "the bibliography", &place);
        }
    }
    if let Some(manuscript) = case.manuscript() {
        for told in described(&manuscript.text) {
            verdicts.find(about_claims_of(case, manuscript, told.sentence, misdescribed(manuscript, &told)));
        }
    }
    for library in case.archive.libraries() {
        for (id, source) in case.dossier.own_sources() {
            let path = shown(case.texts.place(library.place(0..0)).path);
            hold(case, verdicts, (id, source), library.entry(id), &format!("`{path}`"), &|at| {
                library.place(at.clone())
            });
        }
    }
}

fn misdescribed(manuscript: &Passages, told: &Described) -> Finding {
    let text = &manuscript.text;
    let sentence = &text.sentences[told.sentence];
    let words = shown(&text.words(sentence)[told.at.clone()]);
    let theirs = shown(&told.theirs);
    let message = format!("the text says `{words}` of a work that it cites, and the bibliography has `{theirs}`");
    Finding::new(RULE, LEVEL, message, text.part(sentence, told.at.clone()), "the text has this")
        .against(text.listed(told.entry, told.listed.clone()), format!("the bibliography has `{theirs}`"))
        .help("correct the text or the entry")
        .value(words)
        .value(theirs)
}

/// Holds a source against the entry that it is in a list.
fn hold(
    case: &Case<'_>,
    verdicts: &mut Verdicts,
    (id, source): (SourceId, &Source),
    entry: Option<&Entry>,
    list: &str,
    place: &dyn Fn(&Range<usize>) -> Span,
) {
    let Some(entry) = entry else {
        verdicts.not_checkable("it is no entry of the list that it is held against", source.id.span);
        return;
    };
    let differences = differences(case, source, entry);
    if differences.is_empty() {
        verdicts.fine(|| [source.id.span], || format!("{list} describes it alike"));
    } else {
        verdicts.find(drifted(case, id, &differences, list, place));
    }
}

/// A field in which the record and the entry differ.
struct Difference {
    /// What it is called in the record.
    name: &'static str,
    at: Span,
    ours: String,
    theirs: String,
    there: Range<usize>,
}

fn differences(case: &Case<'_>, source: &Source, entry: &Entry) -> Vec<Difference> {
    let differ = |name, at, ours: &str, theirs: &Field| Difference {
        name,
        at,
        ours: ours.to_owned(),
        theirs: theirs.value.clone(),
        there: theirs.at.clone(),
    };
    let word = |name: &'static str, word: Option<Word>, key: &str, same: fn(&str, &str) -> bool| {
        let (word, theirs) = (word?, entry.field(key)?);
        let ours = case.read(word);
        (!same(ours, &theirs.value)).then(|| differ(name, word.span, ours, theirs))
    };
    let date = |name: &'static str, date: Option<Date>, key: &str| {
        let (date, theirs) = (date?, entry.field(key)?);
        let (ours, stated) = (case.dossier[date.when].nominal(), When::parse(&theirs.value).ok()?);
        let apart = ours.meets(stated.nominal()) == Answer::SurelyNot;
        apart.then(|| differ(name, date.span, case.read(Word { span: date.span }), theirs))
    };
    let pages = || {
        let (theirs, (ours, at)) = (entry.field("page")?, unread(case.texts, source.header, "page")?);
        (!is_same_pages(&ours, &theirs.value)).then(|| differ("page", at, &ours, theirs))
    };
    let all = [
        authors(case, source, entry),
        word("title", source.title, "title", is_same_title),
        date("issued", source.issued, "issued"),
        date("accessed", source.accessed, "accessed"),
        pages(),
        word("url", source.url, "URL", |ours, theirs| bare(ours) == bare(theirs)),
        word("doi", source.doi, "DOI", |ours, theirs| bare(ours) == bare(theirs)),
    ];
    all.into_iter().flatten().collect()
}

/// Authors of whom the other side has none of that name, or another one first. A list may be cut short.
fn authors(case: &Case<'_>, source: &Source, entry: &Entry) -> Option<Difference> {
    let (first, theirs_first) = (source.author.first()?, entry.author.first()?);
    let ours: Vec<&str> = source.author.iter().map(|author| case.read(*author)).collect();
    let theirs: Vec<String> = entry.author.iter().map(|author| author.who.sorted()).collect();
    // Family names, or what stands for them where a name is not taken apart.
    let family = |name: &str| run_together(name.split(',').next().unwrap_or_default());
    let has = |names: &str, name: &str| {
        let (names, name) = (run_together(names), family(name));
        names.contains(&name) || name.ends_with(&names)
    };
    let all = theirs.join("; ");
    let is_same = ours.iter().all(|name| has(&all, name)) && has(ours[0], &theirs[0]) | has(&theirs[0], ours[0]);
    (!is_same).then(|| Difference {
        name: "author",
        at: first.span,
        ours: ours.join("; "),
        theirs: all,
        there: theirs_first.at.clone(),
    })
}

/// Whether two stretches of pages are one: `123-45` is `123–145`.
fn is_same_pages(ours: &str, theirs: &str) -> bool {
    let ends = |pages: &str| {
        let mut ends = pages.split(['-', '–', '—']).map(str::trim).filter(|end| !end.is_empty());
        let (first, last) = (ends.next().unwrap_or_default().to_owned(), ends.next().map(str::to_owned));
        let kept = last.as_ref().map_or(0, |last| first.len().saturating_sub(last.len()));
        let last = last.map(|last| format!("{}{last}", first.get(..kept).unwrap_or_default()));
        (first, last)
    };
    let ((first, last), (their_first, their_last)) = (ends(ours), ends(theirs));
    first == their_first && (last.is_none() || their_last.is_none() || last == their_last)
}

/// Whether two titles are one, which either may cut short.
fn is_same_title(ours: &str, theirs: &str) -> bool {
    let [ours, theirs] = [ours, theirs].map(run_together);
    ours.starts_with(&theirs) || theirs.starts_with(&ours)
}

fn drifted(
    case: &Case<'_>,
    id: SourceId,
    differences: &[Difference],
    list: &str,
    place: &dyn Fn(&Range<usize>) -> Span,
) -> Finding {
    let name = case.name(id);
    let spoken = |key: &'static str| SPOKEN.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word);
    let fields: Vec<String> =
        differences.iter().map(|difference| case.advice(spoken(difference.name), difference.name).to_owned()).collect();
    let whose = if list.starts_with('`') { list.to_owned() } else { format!("{list} of the manuscript") };
    let message = format!("{whose} gives {name} another {}", listed(&fields, "and"));
    let first = &differences[0];
    let mut finding =
        Finding::new(RULE, LEVEL, message, first.at, case.advice("the paper has this", "the record has this"))
            .about("source", case.id(Record::Source(id)));
    for difference in &differences[1..] {
        finding = finding.against(difference.at, "and this");
    }
    for difference in differences {
        finding = finding
            .against(place(&difference.there), format!("{list} has `{}`", shown(&difference.theirs)))
            .value(shown(&difference.ours))
            .value(shown(&difference.theirs));
    }
    let written = differences.iter().filter(|difference| difference.name != "author");
    let edits: Vec<_> = written.map(|difference| edit::written(difference.at, &difference.theirs)).collect();
    let all_of_it = edits.len() == differences.len();
    let fix = all_of_it.then(|| Fix::judged(format!("describe the source as {list} does"), edits));
    let what = case.advice("entry", "source");
    finding.fixed_by(fix).help(format!("describe the {what} as {list} does, or mend {list}"))
}
