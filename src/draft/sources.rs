//! The entries of a bibliography as sources.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::ids::{Ids, of_words, slug};
use super::known::{Known, Shelf};
use super::{Works, part};
use crate::bibliography::{Bibliography, Entry, List, Who};
use crate::citation::{self, By, Citation, Cited, How, Resolved};
use crate::document::{Document, Preface};
use crate::names::{one_line, run_together};

/// The keys of a source that an entry may fill, under their names in CSL and in a dossier.
const KEYS: &[(&str, &str)] = &[
    ("type", "type"),
    ("title", "title"),
    ("container-title", "container-title"),
    ("issued", "issued"),
    ("original-date", "original-date"),
    ("accessed", "accessed"),
    ("URL", "url"),
    ("DOI", "doi"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("publisher", "publisher"),
    ("publisher-place", "publisher-place"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("page", "page"),
    ("edition", "edition"),
    ("genre", "genre"),
    ("number", "number"),
    ("language", "language"),
    ("event-title", "event-title"),
    ("status", "status"),
    ("updated", "updated"),
    ("about", "about"),
    ("derived-from", "derived-from"),
    ("note", "note"),
];

/// What the sources of a manuscript are called.
pub(super) struct Sources {
    /// For each entry, in their order, then for each work that is described where it is cited.
    pub(super) all: Vec<Source>,
    /// For each work that is described where it is cited, its source.
    described: FxHashMap<String, usize>,
    /// The sources of the works that are described at a place, by the block and the place in it.
    here: FxHashMap<(usize, usize), Vec<usize>>,
    /// The drafted sources of the dossier whose entry is gone.
    pub(super) gone: Vec<String>,
}

/// A source.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) id: String,
    /// How the text cites it, if that says which source is meant.
    pub(super) cited_as: Option<String>,
    /// What becomes of it.
    pub(super) standing: Standing,
    /// Where it is drafted from: `line 12`, `refs.bib`.
    pub(super) from: String,
    /// A copy of it that a note names, from the manuscript's folder.
    pub(super) file: Option<String>,
    /// Its other keys with what they say, names as lists.
    pub(super) fields: Vec<(&'static str, Vec<String>)>,
    /// What is to be said in comments: what could not be told apart, what is missing.
    pub(super) remarks: Vec<String>,
}

/// What becomes of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is drafted.
    Fresh,
    /// The dossier has it already.
    Known,
    /// Nothing cites it, and its file lists it for other papers.
    Uncited,
}

impl Sources {
    /// The sources that a citation may mean, by their numbers, in their order.
    pub(super) fn of<'s>(&'s self, work: &'s Cited) -> &'s [usize] {
        match &work.resolved {
            Resolved::Nothing(_) | Resolved::NotCheckable => match &work.by {
                By::Work(entry) => self.described.get(&work_of(entry)).map(std::slice::from_ref).unwrap_or_default(),
                By::Again { of: Some(of), .. } => self.here.get(of).map(Vec::as_slice).unwrap_or_default(),
                _ => &[],
            },
            resolved => resolved.entries(),
        }
    }
}

/// The sources of a manuscript: those that the dossier has by the names that they have there.
pub(super) fn sources(
    works: &Works<'_>,
    citations: &[Citation],
    manuscript: &Document,
    known: &Known,
    ids: &mut Ids,
) -> Sources {
    let lines = crate::document::Lines::of(manuscript);
    let mut shelf = Shelf::new(known);
    let (described, here) = (FxHashMap::default(), FxHashMap::default());
    let mut found = Sources { all: Vec::new(), described, here, gone: Vec::new() };
    let printed = Printed::count(works.bibliography.entries.len(), citations, manuscript);
    let is_wanted = wanted(&works.bibliography, citations, &manuscript.preface);
    for (number, entry) in works.bibliography.entries.iter().enumerate() {
        let from = match works.files.get(number) {
            Some(file) => (*file).to_owned(),
            None => lines.spot(entry.at.start).to_string(),
        };
        if !is_wanted(number, entry) {
            found.all.push(uncited(entry, from, &mut shelf));
            continue;
        }
        let key = printed.of(number).or_else(|| key(entry));
        found.all.push(source(entry, key, from, &mut shelf, ids));
    }
    let listed = found.all.len();
    for (number, citation, work, entry) in described_where_cited(citations) {
        let from = manuscript.blocks.get(citation.block).map_or(0, |block| block.place(work.range.clone()).start);
        let at = listed + number;
        found.described.insert(work_of(entry), at);
        let here = found.here.entry((citation.block, work.range.start)).or_default();
        if let Err(place) = here.binary_search(&at) {
            here.insert(place, at);
        }
        if at == found.all.len() {
            found.all.push(source(entry, key(entry), lines.spot(from).to_string(), &mut shelf, ids));
        }
    }
    one_key_each(&mut found.all, &printed);
    found.gone = shelf.rest().filter(|source| known.is_drafted(&source.id)).map(|source| source.id.clone()).collect();
    found
}

/// The works of some bibliographies as sources, each under its own key where that can be an id.
pub(super) fn listed(lists: &[List], shelf: &mut Shelf<'_>, ids: &mut Ids) -> Vec<Source> {
    let entries = lists.iter().flat_map(|list| list.bibliography.entries.iter().map(move |entry| (list, entry)));
    let sources = entries.filter(|(_, entry)| !entry.is_key_alone()).map(|(list, entry)| {
        let words = entry.key.as_ref().map(|key| key.words.as_str()).filter(|key| !key.contains("://"));
        let own = words.map(slug).filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()));
        let cited_as = entry.value("citation-label").or(words.filter(|words| own.as_deref() != Some(words)));
        let wanted = own.unwrap_or_else(|| id(entry));
        source_called(&wanted, entry, cited_as.map(one_line), list.path.clone(), shelf, ids)
    });
    sources.collect()
}

/// A work that stands in a table, as a source. It is cited as the table does.
pub(super) fn described(
    entry: &Entry,
    cited_as: Option<String>,
    from: String,
    shelf: &mut Shelf<'_>,
    ids: &mut Ids,
) -> Source {
    let nameless = entry.author.is_empty() && entry.value("title").is_none();
    let key = cited_as.as_deref().filter(|_| nameless).map(slug).filter(|key| !key.is_empty());
    source_called(&key.unwrap_or_else(|| id(entry)), entry, cited_as, from, shelf, ids)
}

/// Which entries are drafted, by their numbers: those of the manuscript itself, and of files those that it cites.
pub(super) fn wanted(
    bibliography: &Bibliography,
    citations: &[Citation],
    preface: &Preface,
) -> impl Fn(usize, &Entry) -> bool {
    let cited = citation::meant(citations.iter().flat_map(|citation| &citation.works).map(|work| &work.resolved));
    move |number, entry| {
        let key = entry.key.as_ref().map(|key| key.words.as_str());
        number >= bibliography.kept || cited.contains(&number) || preface.lists(key)
    }
}

/// An entry that nothing cites. If the dossier has it, it stays what it is.
fn uncited(entry: &Entry, from: String, shelf: &mut Shelf<'_>) -> Source {
    let (fields, remarks) = (Vec::new(), Vec::new());
    let known = known(&id(entry), entry, shelf).is_some();
    let standing = if known { Standing::Known } else { Standing::Uncited };
    Source { id: String::new(), cited_as: None, standing, from, file: None, fields, remarks }
}

/// The source that the dossier has for an entry.
fn known<'k>(wanted: &str, entry: &Entry, shelf: &mut Shelf<'k>) -> Option<&'k super::known::Source> {
    let value = |name: &str| entry.value(name).unwrap_or_default();
    let url = if value("DOI").is_empty() { value("URL") } else { value("DOI") };
    shelf.take(wanted, value("title"), value("issued"), url)
}

/// What two descriptions of one work have in common: its address, else its title, author and date.
fn work_of(entry: &Entry) -> String {
    let address = entry.value("DOI").or(entry.value("URL")).map(str::to_lowercase);
    address.unwrap_or_else(|| {
        let author = entry.author.first().map(|name| name.who.sorted()).unwrap_or_default();
        let [title, issued] = ["title", "issued"].map(|name| entry.value(name).unwrap_or_default());
        format!("{} {} {issued}", run_together(&author), run_together(title))
    })
}

/// The citations that describe a work that no list has, each with the number of the work among those that differ.
pub(super) fn described_where_cited(citations: &[Citation]) -> Vec<(usize, &Citation, &Cited, &Entry)> {
    let mut once: FxHashMap<String, usize> = FxHashMap::default();
    let works = citations.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
    let entries = works.filter_map(|(citation, work)| match (&work.by, &work.resolved) {
        (By::Work(entry), Resolved::Nothing(_)) if entry.value("title").is_some() => {
            let next = once.len();
            Some((*once.entry(work_of(entry)).or_insert(next), citation, work, &**entry))
        }
        _ => None,
    });
    entries.collect()
}

fn source(entry: &Entry, cited_as: Option<String>, from: String, shelf: &mut Shelf<'_>, ids: &mut Ids) -> Source {
    source_called(&id(entry), entry, cited_as, from, shelf, ids)
}

fn source_called(
    wanted: &str,
    entry: &Entry,
    cited_as: Option<String>,
    from: String,
    shelf: &mut Shelf<'_>,
    ids: &mut Ids,
) -> Source {
    if let Some(known) = known(wanted, entry, shelf) {
        let cited_as = known.cited_as.as_deref().map(one_line);
        let (id, fields, remarks) = (known.id.clone(), Vec::new(), Vec::new());
        return Source { id, cited_as, standing: Standing::Known, from, file: None, fields, remarks };
    }
    let (fields, remarks) = fields(entry);
    let file = entry.value("file").map(str::to_owned);
    Source { id: ids.fresh(wanted), cited_as, standing: Standing::Fresh, from, file, fields, remarks }
}

/// Author, year and the first words of the title: `smith-2020-ports-power`.
fn id(entry: &Entry) -> String {
    let author = entry.author.first().or(entry.editor.first()).and_then(|name| match &name.who {
        Who::Person { family, .. } => of_words(family, 2),
        Who::Literal(name) => of_words(name, 3),
    });
    let year = entry.year().map_or_else(|| "undated".to_owned(), |year| year.to_string());
    let title = entry.value("title").and_then(|title| of_words(title, 3));
    let parts = [author, Some(year), title];
    parts.into_iter().flatten().collect::<Vec<_>>().join("-").trim_matches('-').to_owned()
}

/// How an entry would be cited: `Smith 2020`, `Smith & Lee 2020`, `Smith et al. n.d.`.
fn key(entry: &Entry) -> Option<String> {
    if let Some(label) = entry.value("citation-label") {
        return Some(one_line(label));
    }
    if let Some(key) = &entry.key {
        return Some(key.words.clone());
    }
    let names: Vec<&str> = entry
        .author
        .iter()
        .map(|name| match &name.who {
            Who::Person { family, .. } => family.as_str(),
            Who::Literal(name) => name.as_str(),
        })
        .collect();
    let names = match names[..] {
        [] => return None,
        [one] => one.to_owned(),
        [one, other] => format!("{one} & {other}"),
        [first, ..] => format!("{first} et al."),
    };
    let letter = entry.value("year-suffix").unwrap_or_default();
    let year = entry.year().map_or_else(|| "n.d.".to_owned(), |year| year.to_string());
    Some(one_line(&format!("{names} {year}{letter}")))
}

/// How the text cites each entry, and how often in each way.
struct Printed {
    of: Vec<BTreeMap<String, (usize, usize)>>,
}

impl Printed {
    fn count(entries: usize, citations: &[Citation], manuscript: &Document) -> Self {
        // What means the same entries in the same way is counted first, and then for each of them.
        let mut ways: BTreeMap<(String, *const usize), (&[usize], usize, usize)> = BTreeMap::new();
        let works = citations.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
        for (place, (citation, work)) in works.enumerate() {
            let is_printed = matches!(work.by, By::Name { .. } | By::Key(_) | By::Number(_));
            if is_printed && !matches!(work.resolved, Resolved::One(_, How::Title)) {
                let entries = work.resolved.entries();
                let way = (citation.printed(work, &manuscript.blocks), entries.as_ptr());
                ways.entry(way).or_insert((entries, 0, usize::MAX - place)).1 += 1;
            }
        }
        let mut of = vec![BTreeMap::new(); entries];
        for ((printed, _), (entries, count, place)) in ways {
            for entry in entries {
                let (counted, first) = of[*entry].entry(printed.clone()).or_insert((0, 0));
                (*counted, *first) = (*counted + count, place.max(*first));
            }
        }
        Self { of }
    }

    /// The most frequent way in which an entry is cited; of two alike the one that stands first.
    fn of(&self, entry: usize) -> Option<String> {
        let most = self.of.get(entry)?.iter().max_by_key(|(_, rank)| **rank);
        most.map(|(printed, _)| printed.clone())
    }
}

/// A key that the text does not print for an entry may be that of another: then it would only confuse the two.
fn one_key_each(sources: &mut [Source], printed: &Printed) {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for key in sources.iter().filter_map(|source| source.cited_as.clone()) {
        *seen.entry(key).or_default() += 1;
    }
    for (number, source) in sources.iter_mut().enumerate().filter(|(_, source)| source.standing == Standing::Fresh) {
        let is_printed = printed.of.get(number).is_some_and(|printed| !printed.is_empty());
        if !is_printed && source.cited_as.as_ref().is_some_and(|key| seen.get(key).is_some_and(|seen| *seen > 1)) {
            source.cited_as = None;
        }
    }
}

/// An entry's parts as the keys of a source, and what there is to say of it.
fn fields(entry: &Entry) -> (Vec<(&'static str, Vec<String>)>, Vec<String>) {
    let mut fields: Vec<(&'static str, Vec<String>)> = Vec::new();
    for (csl, key) in KEYS {
        let values = |value: &str| match *csl {
            "about" | "derived-from" => value.split_whitespace().map(str::to_owned).collect(),
            _ => vec![one_line(value)],
        };
        fields.extend(entry.value(csl).map(|value| (*key, values(value))));
        if *csl == "title" {
            let people = [("author", &entry.author), ("editor", &entry.editor), ("translator", &entry.translator)];
            for (key, names) in people {
                let names: Vec<String> = names.iter().map(|name| one_line(&name.who.sorted())).collect();
                fields.extend((!names.is_empty()).then_some((key, names)));
            }
        }
    }
    let known = |name: &str| {
        matches!(name, "year-suffix" | "citation-label" | "file") || KEYS.iter().any(|(csl, _)| *csl == name)
    };
    let others = entry.fields.iter().filter(|field| !known(field.name));
    let mut remarks: Vec<String> = others.map(|field| format!("{}: {}", field.name, one_line(&field.value))).collect();
    remarks.extend(entry.rest.iter().map(|part| format!("not told apart: {}", one_line(&part.words))));
    if entry.value("issued").is_none() {
        remarks.push("issued: the entry names no year".to_owned());
    }
    (fields, remarks)
}

/// The lines of a bibliography that belong to no entry.
pub(super) fn unread(works: &Works<'_>, manuscript: &Document) -> Vec<super::Remark> {
    let lines = crate::document::Lines::of(manuscript);
    let faults = works.bibliography.faults.iter();
    let remark =
        |at: &std::ops::Range<usize>| super::Remark { at: lines.spot(at.start), words: part(&manuscript.text, at) };
    faults.map(|fault| remark(&fault.at)).collect()
}
