//! Which sources are one work, and what ties them.
//!
//! One DOI or one address is one work (an address that differs in the case of its path alone is likely the same); of
//! chapters and entries also the title has to be the same, since they share the address of their book. One title of
//! some length with one author, or in one journal, is likely one work, unless the two have different DOIs or ISBNs, or
//! are in what different years name. The groups and their order depend on the ids alone, not on the order of records.

use unicode_normalization::UnicodeNormalization;

use super::identifier;
use crate::finding::Certainty;
use crate::model::{Source, SourceId};
use crate::reason::sets::Sets;
use crate::rules::Case;
use crate::text::{Span, Word};

/// A title of fewer words ("Editorial", "Annual report") names many works.
const TITLE_WORDS: usize = 3;

/// A path of fewer letters may be a code in which capitals count.
const CODE: usize = 24;

/// Kinds of source that are a part of what their address or DOI names.
const PARTS: [&str; 5] = ["chapter", "paper-conference", "entry", "entry-encyclopedia", "entry-dictionary"];

/// What makes several sources one work, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rules) enum Tie {
    Doi,
    Address,
    Title,
}

impl Tie {
    /// The tie in words: "have one DOI".
    pub(super) fn name(self) -> &'static str {
        match self {
            Tie::Doi => "DOI",
            Tie::Address => "address",
            Tie::Title => "title",
        }
    }

    /// Where a source says it.
    pub(super) fn place(self, source: &Source) -> Option<Word> {
        match self {
            Tie::Doi => source.doi.or(source.url),
            Tie::Address => source.url.or(source.doi),
            Tie::Title => source.title,
        }
    }
}

/// Several sources that are one work.
#[derive(Debug)]
pub(in crate::rules) struct Work {
    /// The sources, at least two, by id.
    pub(super) sources: Vec<SourceId>,
    /// What ties them, the weakest tie of all.
    pub(super) tie: Tie,
    /// How sure it is that they are one.
    pub(super) certainty: Certainty,
}

impl Work {
    /// The places of the entries.
    pub(super) fn places(&self, case: &Case<'_>) -> impl Iterator<Item = Span> {
        self.sources.iter().map(|&id| case.dossier[id].id.span)
    }
}

/// The works that have several sources, by the id of their first one.
pub(super) fn works<'a>(case: &Case<'a>) -> &'a [Work] {
    case.works.0.get_or_init(|| found(case))
}

fn found(case: &Case<'_>) -> Vec<Work> {
    let by_id = by_id(case);
    let prints: Vec<Print> = by_id.iter().map(|&id| Print::of(case, &case.dossier[id])).collect();
    let mut sure = Groups::new(prints.len());
    let ties: [(Tie, Certainty, Key); 3] = [
        (Tie::Doi, Certainty::Certain, |print| print.doi.clone()),
        (Tie::Address, Certainty::Certain, |print| print.address.clone()),
        (Tie::Address, Certainty::Nominal, |print| print.address.as_deref().and_then(in_any_case)),
    ];
    for (tie, certainty, key) in ties {
        for alike in buckets(&prints, |print| key(print).map(|key| print.as_part(&key))) {
            sure.join(&alike, tie, certainty);
        }
    }
    let mut works: Vec<Work> = sure.several().map(|group| work(&by_id, &prints, &group)).collect();
    let mut likely = Groups::new(prints.len());
    for name in [(|print| print.by_author.as_ref()) as Field, |print| print.in_container.as_ref()] {
        for mut alike in buckets(&prints, |print| name(print).cloned()) {
            let differ = |field: Field| several(alike.iter().filter_map(|&at| field(&prints[at])));
            let others: [Field; 3] =
                [|print| print.doi.as_ref(), |print| print.isbn.as_ref(), |print| print.of_year.as_ref()];
            if others.into_iter().any(differ) {
                continue;
            }
            let moved = differ(|print| print.address.as_ref());
            for at in &mut alike {
                *at = sure.sets.root(*at);
            }
            let certainty = if moved { Certainty::Possible } else { Certainty::Nominal };
            likely.join(&alike, Tie::Title, certainty);
        }
    }
    works.extend(likely.several().map(|group| work(&by_id, &prints, &group)));
    works
}

type Field = fn(&Print) -> Option<&String>;
type Key = fn(&Print) -> Option<String>;

/// The sources by id; those with one id, of which only one is ever referred to, by what they say.
fn by_id(case: &Case<'_>) -> Vec<SourceId> {
    let mut all: Vec<SourceId> = case.dossier.sources().map(|(id, _)| id).collect();
    all.sort_by_cached_key(|&id| {
        let source = &case.dossier[id];
        (case.read(source.id), source.title.map(|title| case.read(title)), source.url.map(|url| case.read(url)))
    });
    all
}

fn work(by_id: &[SourceId], prints: &[Print], group: &Group) -> Work {
    let titles = group.members.iter().filter_map(|&at| prints[at].title.as_ref());
    let certainty = if several(titles) { group.certainty.min(Certainty::Nominal) } else { group.certainty };
    Work { sources: group.members.iter().map(|&at| by_id[at]).collect(), tie: group.tie, certainty }
}

fn several<'p>(mut values: impl Iterator<Item = &'p String>) -> bool {
    let first = values.next();
    values.any(|value| Some(value) != first)
}

/// What a source is told by, each in one form.
struct Print {
    doi: Option<String>,
    address: Option<String>,
    isbn: Option<String>,
    title: Option<String>,
    by_author: Option<String>,
    in_container: Option<String>,
    /// The year in the name of what it is in: "Market report 2017".
    of_year: Option<String>,
    is_part: bool,
}

impl Print {
    fn of(case: &Case<'_>, source: &Source) -> Self {
        let read = |word: Option<Word>| word.map(|word| case.read(word));
        let url = read(source.url);
        let doi = read(source.doi).and_then(identifier::doi);
        let resolved = url.filter(|url| url.contains("doi.org/")).and_then(identifier::doi);
        let title = read(source.title).map(folded);
        let named = title.as_ref().filter(|title| title.split(' ').count() >= TITLE_WORDS);
        let author = source.author.first().map(|author| in_any_order(case.read(*author)));
        let container = read(source.container_title).map(folded);
        Self {
            address: url.filter(|_| resolved.is_none()).and_then(identifier::address),
            doi: doi.or(resolved),
            isbn: read(source.isbn)
                .and_then(|isbn| Some(identifier::isbn_core(identifier::numbers(isbn).first()?).to_owned())),
            by_author: named.zip(author).map(|(title, author)| format!("{title}\n{author}")),
            of_year: container.as_deref().and_then(year).map(str::to_owned),
            in_container: named.zip(container).map(|(title, container)| format!("{title}\n{container}")),
            title,
            is_part: read(source.kind).is_some_and(|kind| PARTS.contains(&kind)),
        }
    }

    fn as_part(&self, key: &str) -> String {
        match &self.title {
            Some(title) if self.is_part => format!("{key}\n{title}"),
            _ => key.to_owned(),
        }
    }
}

/// An address with its path in small letters, which nearly every server takes for the same. `None` for one so short
/// that its letters may be a code, as in shortened links.
fn in_any_case(address: &str) -> Option<String> {
    let (page, query) = address.split_at(address.find('?').unwrap_or(address.len()));
    let path = page.find('/').map_or("", |at| &page[at..]);
    (path.len() >= CODE).then(|| page.to_lowercase() + query)
}

/// The year that a folded name has.
fn year(name: &str) -> Option<&str> {
    name.split(' ').find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A title without case, punctuation and the form of its letters.
pub(super) fn folded(text: &str) -> String {
    // The letters of ASCII have one form.
    let lower =
        if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfkc().collect::<String>().to_lowercase() };
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A name whose parts may stand in any order: "Doe, Jane" and "Jane Doe".
fn in_any_order(name: &str) -> String {
    let folded = folded(name);
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The places of the prints that share a key, the keys of one print only left out.
fn buckets(prints: &[Print], key: impl Fn(&Print) -> Option<String>) -> Vec<Vec<usize>> {
    let keyed = prints.iter().enumerate().filter_map(|(at, print)| Some((key(print)?, at)));
    let mut keyed: Vec<(String, usize)> = keyed.collect();
    keyed.sort_unstable();
    let alike = keyed.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1);
    alike.map(|bucket| bucket.iter().map(|(_, at)| *at).collect()).collect()
}

struct Group {
    members: Vec<usize>,
    tie: Tie,
    certainty: Certainty,
}

/// Places in sets, with what ties them, kept at the root of each.
struct Groups {
    sets: Sets,
    ties: Vec<(Tie, Certainty)>,
}

impl Groups {
    fn new(length: usize) -> Self {
        Self { sets: Sets::new(length), ties: vec![(Tie::Doi, Certainty::Certain); length] }
    }

    fn join(&mut self, places: &[usize], tie: Tie, certainty: Certainty) {
        for pair in places.windows(2) {
            let Some((first, second)) = self.sets.join(pair[0], pair[1]) else { continue };
            let (left, right) = (self.ties[first], self.ties[second]);
            self.ties[first] = (left.0.max(right.0).max(tie), left.1.min(right.1).min(certainty));
        }
    }

    /// The sets of at least two places, by their first one.
    fn several(&mut self) -> impl Iterator<Item = Group> {
        let mut rooted: Vec<(usize, usize)> = (0..self.ties.len()).map(|at| (self.sets.root(at), at)).collect();
        rooted.sort_unstable();
        let groups = rooted.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
        let groups = groups.map(|group| {
            let (tie, certainty) = self.ties[group[0].0];
            Group { members: group.iter().map(|(_, at)| *at).collect(), tie, certainty }
        });
        groups.collect::<Vec<_>>().into_iter()
    }
}
