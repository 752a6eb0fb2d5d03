//! Which records the places of findings lie in, part by part.

use rustc_hash::FxHashMap;

use super::{Blame, Conflict};
use crate::finding::{Finding, Subject};
use crate::model::{Dossier, Home, Record};
use crate::text::{Span, Texts};

/// A record that a finding may be blamed on.
#[derive(Clone, Debug)]
pub struct Culprit {
    /// The record; `None` for the `[dossier]` table.
    pub record: Option<Record>,
    /// Its kind and id.
    pub subject: Subject,
    /// The place of its id.
    pub span: Span,
    /// The parts of it that findings name, in the order of the file.
    pub parts: Vec<Part>,
    /// How far it is trusted: what is less is taken for the mistake before what is more.
    pub(super) trust: u8,
    /// How many mistakes elsewhere are as likely as one here.
    pub(super) weight: u32,
}

/// A part of a record that may be wrong by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its key: `issued`, `cites`, `says`; empty for the record as a whole.
    pub key: String,
    /// Its place: a value, one entry of a list, a statement, the id of the record.
    pub span: Span,
}

/// A record, or the `[dossier]` table, with the part of it that a place lies in.
type Named = (Option<Record>, Part);

/// The records that findings are blamed on.
pub(super) struct Blamed {
    pub(super) culprits: Vec<Culprit>,
    /// The conflicts of each finding.
    pub(super) conflicts: Vec<Vec<Conflict>>,
}

/// The records and their parts that the conflicts of `findings` name; those that a baseline knows have none. What lies
/// in no record, or in the vocabulary that the program brings along, is left out.
pub(super) fn blamed(texts: &Texts, dossier: &Dossier, findings: &[Finding]) -> Blamed {
    let mut finder = Finder { texts, dossier, outlines: FxHashMap::default() };
    let mut known: FxHashMap<Span, Option<Named>> = FxHashMap::default();
    let mut blame = |place: Span| known.entry(place).or_insert_with(|| finder.part(place)).clone();
    let named: Vec<Vec<Vec<Named>>> = findings
        .iter()
        .map(|finding| {
            let conflicts = if finding.known { Vec::new() } else { finding.conflicts() };
            let conflicts = conflicts.into_iter();
            let named = conflicts.map(|places| places.into_iter().filter_map(&mut blame).collect::<Vec<_>>());
            named.filter(|conflict| !conflict.is_empty()).collect()
        })
        .collect();
    let mut all: Vec<Named> = named.iter().flatten().flatten().cloned().collect();
    all.sort_by(|a, b| (a.0, a.1.span, &a.1.key).cmp(&(b.0, b.1.span, &b.1.key)));
    all.dedup();
    let mut culprits: Vec<Culprit> =
        all.chunk_by(|a, b| a.0 == b.0).map(|own| finder.culprit(own[0].0, own.iter().map(|(_, part)| part))).collect();
    culprits.sort_by(|a, b| (&a.subject, a.span).cmp(&(&b.subject, b.span)));
    let place: FxHashMap<Option<Record>, usize> =
        culprits.iter().enumerate().map(|(at, culprit)| (culprit.record, at)).collect();
    let to_blame = |(record, part): &Named| {
        let culprit = place[record];
        let order = |other: &Part| (other.span, &other.key).cmp(&(part.span, &part.key));
        let part = culprits[culprit].parts.binary_search_by(order).unwrap_or_default();
        Blame { culprit, part }
    };
    let conflicts = named.iter().map(|conflicts| conflicts.iter().map(|set| tidy(set.iter().map(to_blame))).collect());
    Blamed { conflicts: conflicts.collect(), culprits }
}

fn tidy(conflict: impl Iterator<Item = Blame>) -> Conflict {
    let mut conflict: Conflict = conflict.collect();
    conflict.sort_unstable();
    conflict.dedup();
    conflict
}

/// Finds records by places.
struct Finder<'a> {
    texts: &'a Texts,
    dossier: &'a Dossier,
    /// Of the records that were found, by the starts of their headers.
    outlines: FxHashMap<u32, Outline<'a>>,
}

/// What the lines of a record begin with, read once for all places in it.
struct Outline<'a> {
    /// The lines that begin with a key: where each starts, where its value may, and the key.
    keys: Vec<(u32, u32, &'a str)>,
    /// Where a table begins that is no record of the dossier.
    other: Option<u32>,
}

impl Outline<'_> {
    /// The line whose key has the value that a place lies in: the last one up to it that begins with a key.
    fn line(&self, place: Span) -> Option<&(u32, u32, &str)> {
        let before = self.keys.partition_point(|(start, ..)| *start <= place.start);
        before.checked_sub(1).map(|at| &self.keys[at])
    }
}

impl<'a> Finder<'a> {
    /// The record, or the `[dossier]` table, that a place lies in, with the part of it.
    fn part(&mut self, place: Span) -> Option<Named> {
        let (header, record) = self.before(place)?;
        if self.home(record) == Home::Vocabulary {
            return None;
        }
        if !self.outlines.contains_key(&header.start) {
            self.outlines.insert(header.start, self.outline(header));
        }
        let outline = &self.outlines[&header.start];
        if outline.other.is_some_and(|other| other < place.start) {
            return None;
        }
        let whole = record.map_or(header, |record| self.dossier.id_span(record));
        let span = record.and_then(|record| self.unit(record, place));
        let (value, key) = match outline.line(place) {
            Some(&(_, value, key)) if place != whole && place != header => (value, key),
            _ => (0, ""),
        };
        let span = span.unwrap_or(if key.is_empty() { whole } else { place });
        // One value has one mistake, whichever part of it is pointed at; a list has several.
        let is_list = matches!(key, "" | "cites" | "says" | "about" | "derived-from" | "members");
        let span = if is_list || value > place.end() { span } else { self.string(value).unwrap_or(span) };
        Some((record, Part { key: key.to_owned(), span }))
    }

    /// The last header that stands before a place in its file, with its record.
    fn before(&self, place: Span) -> Option<(Span, Option<Record>)> {
        let paper = self.dossier.paper.header.filter(|header| header.start <= place.start).map(|header| (header, None));
        let last = self.dossier.last_before(place);
        let last = last.map(|record| (self.dossier.head(record).header, Some(record)));
        let nearest = last.into_iter().chain(paper).max_by_key(|(header, _)| header.start)?;
        let file = |span: Span| self.texts.file_at(span.start);
        (file(nearest.0) == file(place)).then_some(nearest)
    }

    /// What the lines begin with from a header up to the next.
    fn outline(&self, header: Span) -> Outline<'a> {
        let file = self.texts.file(self.texts.file_at(header.start));
        let end = self.behind(header).filter(|next| *next <= file.span().end()).unwrap_or(file.span().end());
        let (mut at, mut outline) = (header.end(), Outline { keys: Vec::new(), other: None });
        for (number, line) in self.texts.slice(Span::new(at, end.max(at))).split_inclusive('\n').enumerate() {
            let name = |name: &str| name.split(']').next().unwrap_or_default().trim().to_owned();
            let array = line.strip_prefix("[[").is_some_and(|rest| !name(rest).contains('.'));
            if number > 0 && (array || line.strip_prefix('[').is_some_and(|rest| name(rest) == "dossier")) {
                outline.other = Some(at);
                break;
            }
            if let (Some(key), Some(equals)) = (key_of(line), line.find('=')) {
                outline.keys.push((at, at + equals as u32 + 1, key));
            }
            at += line.len() as u32;
        }
        outline
    }

    /// Where the next record begins behind a header.
    fn behind(&self, header: Span) -> Option<u32> {
        let next = self.dossier.first_behind(header).map(|record| self.dossier.head(record).header.start);
        let paper = self.dossier.paper.header.map(|paper| paper.start).filter(|start| *start > header.start);
        next.into_iter().chain(paper).min()
    }

    fn home(&self, record: Option<Record>) -> Home {
        record.map_or(Home::Own, |record| self.dossier.head(record).home)
    }

    /// The statement of a record, or the entry of a roll, that a place lies in.
    fn unit(&self, record: Record, place: Span) -> Option<Span> {
        let d = self.dossier;
        if let Record::Roll(id) = record {
            return holding(&d[id].members, place, |member| member.span);
        }
        // They stand in the order of the text.
        holding(d.says(d.head(record).says), place, |statement| statement.span)
    }

    /// The string in quotes that a value is, from behind its `=`.
    fn string(&self, from: u32) -> Option<Span> {
        let file = self.texts.file(self.texts.file_at(from));
        let line = file.text.get((from - file.base) as usize..)?.lines().next()?;
        let value = line.trim_start();
        let start = from + (line.len() - value.len()) as u32;
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''))?;
        let length = value[1..].find(quote)? + 2;
        Some(Span::new(start, start + length as u32))
    }

    fn culprit<'p>(&self, record: Option<Record>, parts: impl Iterator<Item = &'p Part>) -> Culprit {
        let (trust, weight) = trust(record, self.home(record));
        let header = || self.dossier.paper.header.unwrap_or(Span::new(0, 0));
        Culprit {
            record,
            subject: record.map_or_else(
                || Subject { kind: "dossier", id: String::new() },
                |record| self.dossier.subject(self.texts, record),
            ),
            span: record.map_or_else(header, |record| self.dossier.id_span(record)),
            parts: parts.cloned().collect(),
            trust,
            weight,
        }
    }
}

/// Of parts that follow one another the one that a place lies in.
fn holding<T>(parts: &[T], place: Span, span: impl Fn(&T) -> Span) -> Option<Span> {
    let last = parts.partition_point(|part| span(part).start <= place.start).checked_sub(1)?;
    Some(span(&parts[last])).filter(|span| span.holds(place))
}

/// The key that a line begins with.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim().trim_matches(['"', '\'']);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!key.is_empty() && key.chars().all(plain)).then_some(key)
}

/// How far a record is trusted, and its weight: the paper's bibliography is taken for the mistake first, the record
/// last.
fn trust(record: Option<Record>, home: Home) -> (u8, u32) {
    match record {
        Some(Record::Source(_)) if home == Home::Own => (0, 1),
        Some(Record::Claim(_)) => (1, 1),
        None | Some(Record::Quantity(_) | Record::Relation(_)) => (2, 1),
        Some(Record::Evidence(_)) => (3, 3),
        Some(Record::Source(_) | Record::Entity(_) | Record::Event(_) | Record::Fact(_) | Record::Roll(_)) => (4, 9),
    }
}
