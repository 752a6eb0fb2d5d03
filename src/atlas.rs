//! The shipped record: what the program brings along of the world, in the shape of any other record.
//!
//! States and their predecessors, bodies with the rolls of their members, wars and turning points, and the lists that
//! they were held against. What is not sure is left out, and where lists differ a date is as wide as they do.
//!
//! Its ids stand in a namespace of their own, `atlas:nato`, so that none is another record's. A dossier takes in what
//! it refers to by such an id, and what that refers to in turn; nothing else is read. What a text calls these things is
//! looked up in an index of folded names, `atlas/names.tsv`, without reading any record.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::load::{self, Input, NAMESPACE};
use crate::model::Home;
use crate::names;
use crate::text::Texts;

/// The day up to which it was brought.
pub const VERSION: &str = "2026-11-30";

/// The last day for which all its rolls are complete.
pub const COMPLETE_UNTIL: &str = "2025-12-31";

const FILES: [(&str, &str); 6] = [
    ("<atlas>/asean.toml", include_str!("atlas/asean.toml")),
    ("<atlas>/european-union.toml", include_str!("atlas/european-union.toml")),
    ("<atlas>/events.toml", include_str!("atlas/events.toml")),
    ("<atlas>/nato.toml", include_str!("atlas/nato.toml")),
    ("<atlas>/sources.toml", include_str!("atlas/sources.toml")),
    ("<atlas>/states.toml", include_str!("atlas/states.toml")),
];

/// Keys of what the record holds of a thing beside its names.
const FACTS: [&str; 5] = ["from", "until", "on", "continues", "cites"];

/// Whether a file of that path is one of the record's: it lies in no folder that a reader could open.
pub(crate) fn is_file(path: &str) -> bool {
    FILES.iter().any(|(own, _)| *own == path)
}

/// How much of the shipped record is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All that it holds of what is referred to.
    Whole,
    /// What things are called, so that statements about them can be held against each other.
    Names,
}

/// Takes in what the `files` of a dossier refer to, behind them, with the lines where they are in the record.
pub fn take_in(texts: &mut Texts, files: &mut Vec<Input>, extent: Extent) {
    let mut open: Vec<String> = files.iter().flat_map(|&(file, _)| referred(&texts.file(file).text)).collect();
    if open.is_empty() {
        return;
    }
    let records = Records::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    while let Some(id) = open.pop() {
        for &record in records.by_id.get(id.as_str()).into_iter().flatten() {
            if records.is_within(record, extent) && taken.insert(record) && extent == Extent::Whole {
                open.extend(referred(records.all[record].1));
            }
        }
    }
    for (number, (path, _)) in FILES.iter().enumerate() {
        let lies_here = |record: &usize| records.all[*record].0 == number;
        if taken.iter().any(lies_here) {
            let of_file = (0..records.all.len()).filter(lies_here);
            let text: String = of_file.map(|record| records.text(record, taken.contains(&record), extent)).collect();
            files.push((texts.add_own(path, text), Home::Extended));
        }
    }
}

/// The ids of the namespace that a text of records refers to.
fn referred(text: &str) -> impl Iterator<Item = String> {
    let quoted = |at: usize| text[at + 1..].split(['"', '\'', '\n']).next().unwrap_or_default().to_owned();
    let places = memchr::memmem::find_iter(text.as_bytes(), NAMESPACE).filter_map(|at| at.checked_sub(1));
    places.filter(|&at| matches!(text.as_bytes()[at], b'"' | b'\'')).map(quoted)
}

/// The records, none of them parsed.
struct Records {
    /// Each with the number of its file.
    all: Vec<(usize, &'static str)>,
    /// Those of an id, and the rolls of what has it.
    by_id: FxHashMap<&'static str, Vec<usize>>,
}

impl Records {
    fn new() -> Self {
        let of_file = |(number, (_, text)): (usize, &(&str, &'static str))| {
            let text: &'static str = text;
            load::records(text).into_iter().map(move |part| (number, &text[part]))
        };
        let all: Vec<(usize, &'static str)> = FILES.iter().enumerate().flat_map(of_file).collect();
        let mut by_id: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, (_, record)) in all.iter().enumerate() {
            let ids = record.lines().filter(|line| matches!(key(line), "id" | "object"));
            for id in ids.filter_map(|line| line.split('"').nth(1)) {
                by_id.entry(id).or_default().push(at);
            }
        }
        Self { all, by_id }
    }

    fn is_within(&self, record: usize, extent: Extent) -> bool {
        extent == Extent::Whole || !self.all[record].1.contains("[[roll]]")
    }

    /// The lines of a record, or as many that are empty.
    fn text(&self, record: usize, is_taken: bool, extent: Extent) -> String {
        let is_shown =
            |line: &&str| is_taken && (extent == Extent::Whole || line.starts_with('#') || !FACTS.contains(&key(line)));
        let lines = self.all[record].1.split_inclusive('\n');
        lines.map(|line| if is_shown(&line) { line } else { "\n" }).collect()
    }
}

/// What a line of a record gives the value of.
fn key(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

/// What the record knows a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its id.
    pub(crate) id: &'static str,
    /// What it is.
    pub(crate) what: What,
}

/// What kinds of things have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A state, or one that was.
    State,
    /// A body that states are members of.
    Body,
    /// What happened at one time.
    Event,
    /// What lasted: a war.
    Era,
}

impl What {
    const NAMED: [(&'static str, What); 4] =
        [("state", What::State), ("body", What::Body), ("event", What::Event), ("era", What::Era)];
}

/// A line of the index.
struct Entry {
    folded: &'static str,
    named: Named,
    spelt: &'static str,
}

/// The names in the order of their folded letters.
static NAMES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |line: &'static str| {
        let [folded, what, id, spelt] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let what = What::NAMED.iter().find(|(name, _)| *name == what)?.1;
        Some(Entry { folded, named: Named { id, what }, spelt })
    };
    include_str!("atlas/names.tsv").lines().filter_map(entry).collect()
});

/// A name of so many letters is one only as it is spelt: "us" is not "US".
const SHORT: usize = 4;

/// The longest name that a text begins with, and how many bytes of it that is. What is called like another thing is
/// open.
pub(crate) fn named(text: &str) -> Option<(usize, Named)> {
    let (mut folded, mut end, mut found) = (String::new(), 0, None);
    let mut within = &NAMES[..];
    while let Some(word) = next_word(text, end) {
        if end > 0 {
            folded.push(' ');
        }
        let spelt = &text[word.clone()];
        if spelt.is_ascii() {
            let letters = spelt.bytes().filter(u8::is_ascii_alphanumeric);
            folded.extend(letters.map(|byte| char::from(byte.to_ascii_lowercase())));
        } else {
            folded.extend(names::words(spelt));
        }
        within = beginning_with(within, &folded);
        if within.is_empty() {
            break;
        }
        end = word.end;
        let whole = &within[..within.partition_point(|entry| entry.folded == folded)];
        found = one_of(whole, &text[..end]).map(|named| (end, named)).or(found);
    }
    found
}

/// The thing that names which fold alike are of, if they are of one and one of them is spelt like that.
fn one_of(names: &[Entry], spelt: &str) -> Option<Named> {
    let first = names.first()?.named;
    let is_short = letters(spelt) <= SHORT;
    let has_capital = |text: &str| text.starts_with(char::is_uppercase);
    let is_spelt_so =
        |name: &Entry| if is_short { name.spelt == spelt } else { has_capital(spelt) || !has_capital(name.spelt) };
    (names.iter().all(|name| name.named == first) && names.iter().any(is_spelt_so)).then_some(first)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The entries, in order, whose names begin with those letters.
fn beginning_with<'n>(names: &'n [Entry], folded: &str) -> &'n [Entry] {
    let start = names.partition_point(|name| name.folded < folded);
    let length = names[start..].partition_point(|name| name.folded.starts_with(folded));
    &names[start..start + length]
}

/// The word behind `at`: there if it is the first, else behind one blank or hyphen.
fn next_word(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let rest = &text[at..];
    let start =
        if at == 0 { 0 } else { rest.chars().next().filter(|c| matches!(c, ' ' | '-' | '\n' | '\u{A0}'))?.len_utf8() };
    let inside = |(at, c): (usize, char)| {
        let behind = &rest[start + at + c.len_utf8()..];
        let joins = || behind.starts_with(char::is_alphanumeric) && !is_possessive(&rest[start + at..]);
        c.is_alphanumeric() || matches!(c, '\'' | '’' | '.') && joins()
    };
    let word = &rest[start..];
    let length = word.char_indices().find(|place| !inside(*place)).map_or(word.len(), |(at, _)| at);
    // The last point of "U.S." is part of it.
    let dotted = word[..length].contains('.') && word[length..].starts_with('.');
    (length > 0).then(|| at + start..at + start + length + usize::from(dotted))
}

/// Whether a text begins with the ending of "Finland's".
fn is_possessive(text: &str) -> bool {
    let behind = text.trim_start_matches(['\'', '’']).strip_prefix('s');
    behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests;
