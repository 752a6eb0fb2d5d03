//! Names resolved: every reference to what it names, every citation to the sources that it may mean.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::edit;
use super::table::{DUPLICATE, UNKNOWN};
use crate::finding::{Finding, Fix, Level, Subject};
use crate::model::{Dossier, Form, Home, Kind, Named, Owner, Record, Ref, RelationId, Rows, SourceId, Target};
use crate::names::{Distance, Nearest, Slip, Slips, one_line};
use crate::text::{Span, Texts, Word, shown};

/// For so many unknown names the nearest known one is looked up; a dossier with more has another trouble.
const SUGGESTED: usize = 64;

/// So many rows are resolved at a time by one thread.
const ROWS: usize = 1 << 12;
/// The names lie in so many tables.
const SHARDS: usize = 16;

/// Resolves the names of `dossier` and reports those that name nothing, or two things.
pub fn link(texts: &Texts, dossier: &mut Dossier) {
    let (names, twice) = Names::new(texts, dossier);
    let linker = Linker { texts, names, keys: keys(texts, dossier) };
    let mut unknown = linker.records(dossier);
    unknown.extend(linker.statements(dossier));
    unknown.extend(linker.clauses(dossier));
    linker.citations(dossier);
    let mut meant = linker.meant(&unknown).into_iter();
    let faults = unknown.iter().map(|unknown| {
        let mut finding = linker.tell(unknown, meant.next().flatten());
        finding.subjects.extend(linker.subject(dossier, unknown.of));
        finding
    });
    let faults: Vec<Finding> = faults.collect();
    dossier.faults.extend(twice);
    dossier.faults.extend(faults);
}

/// Every id with its record, in tables that threads fill side by side. A dossier's own relation goes before the
/// vocabulary's.
struct Names<'t>([HashTable<(&'t str, Record)>; SHARDS]);

impl<'t> Names<'t> {
    /// The names, and a finding for each that stands twice.
    fn new(texts: &'t Texts, dossier: &Dossier) -> (Self, Vec<Finding>) {
        let hashed = |record: Record| {
            let id = dossier.id(texts, record);
            (hash(id), id, record)
        };
        let ids: Vec<(u64, &str, Record)> = ids(dossier).into_par_iter().map(hashed).collect();
        let mut numbers: [Vec<u32>; SHARDS] = std::array::from_fn(|_| Vec::with_capacity(ids.len() / SHARDS));
        for (number, (hash, ..)) in (0..).zip(&ids) {
            numbers[shard(*hash)].push(number);
        }
        let fill = |numbers: &Vec<u32>| {
            let mut names = HashTable::with_capacity(numbers.len());
            let mut twice = Vec::new();
            for number in numbers.iter().map(|&number| number as usize) {
                let (hash, id, record) = ids[number];
                match entry(&mut names, hash, id) {
                    Entry::Vacant(vacant) => drop(vacant.insert((id, record))),
                    Entry::Occupied(first) => twice.push((number, first.get().1)),
                }
            }
            (names, twice)
        };
        let (shards, twice): (Vec<_>, Vec<_>) = numbers.par_iter().map(fill).unzip();
        let mut names = Self(shards.try_into().expect("as many as there are"));
        let vocabulary = dossier.relations.iter().enumerate().filter(|(_, row)| row.home == Home::Vocabulary);
        for (number, row) in vocabulary {
            let id = texts.read(row.id);
            let hash = hash(id);
            entry(&mut names.0[shard(hash)], hash, id).or_insert((id, Record::Relation(RelationId::new(number))));
        }
        let free = |id: &str| {
            let mut numbered = (2_u64..).map(|number| format!("{id}-{number}"));
            numbered.find(|id| names.get(id).is_none()).expect("there are more numbers than records")
        };
        let mut twice: Vec<(usize, Record)> = twice.into_iter().flatten().collect();
        twice.sort_unstable();
        let tell = |(number, first): (usize, Record)| {
            let (_, id, record) = ids[number];
            let (span, message) = (dossier.id_span(record), format!("the id `{}` stands twice", shown(id)));
            Finding::new(DUPLICATE, Level::Error, message, span, "here for the second time")
                .against(dossier.id_span(first), format!("first for this {}", first.kind()))
                .help("give one of them an id of its own; until then references go to the first")
                .value(id)
                .fixed_by([renamed(span, id, free(id))])
        };
        let told = twice.into_iter().map(tell).collect();
        (names, told)
    }

    fn get(&self, name: &str) -> Option<Record> {
        let hash = hash(name);
        self.0[shard(hash)].find(hash, |(id, _)| *id == name).map(|(_, record)| *record)
    }
}

/// The record at whose id it is called otherwise; what refers to the id goes on meaning the first.
fn renamed(id: Span, from: &str, to: String) -> Fix {
    let title = format!("call this one `{}`", shown(&to));
    let fix = Fix::judged(title, vec![edit::written(id, &to)]);
    Fix { renames: Some((from.to_owned(), to)), ..fix }
}

fn hash(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

/// The table that a name belongs to. Within the table other bits of the hash count.
fn shard(hash: u64) -> usize {
    (hash >> 20) as usize % SHARDS
}

fn entry<'n, 't>(names: &'n mut HashTable<(&'t str, Record)>, of: u64, id: &str) -> Entry<'n, (&'t str, Record)> {
    names.entry(of, |(other, _)| *other == id, |(other, _)| hash(other))
}

/// Every record that has an id of its own.
fn ids(dossier: &Dossier) -> Vec<Record> {
    let has_own = |record: &Record| {
        let head = dossier.head(*record);
        head.id.is_some() && head.home != Home::Vocabulary
    };
    Kind::ALL.iter().flat_map(|&kind| dossier.records_of(kind)).filter(has_own).collect()
}

/// The printed keys of the sources, white space folded.
fn keys(texts: &Texts, dossier: &Dossier) -> FxHashMap<String, Vec<SourceId>> {
    let mut keys: FxHashMap<String, Vec<SourceId>> = FxHashMap::default();
    for (number, source) in dossier.sources.iter().enumerate() {
        if let Some(word) = source.cited_as {
            keys.entry(one_line(texts.read(word))).or_default().push(SourceId::new(number));
        }
    }
    keys
}

/// A name that does not name what it has to, and what it does name.
struct Unknown {
    word: Word,
    kind: Kind,
    /// Whether a record is one that it may name.
    fits: fn(Record) -> bool,
    record: Option<Record>,
    of: Of,
}

/// What a name stands in.
#[derive(Clone, Copy)]
enum Of {
    Record(Kind, Word),
    /// A statement of this owner.
    Owner(Owner),
    /// The clause of that number. Clauses lie in the order of their statements.
    Clause(usize),
    Nothing,
}

struct Linker<'t> {
    texts: &'t Texts,
    names: Names<'t>,
    keys: FxHashMap<String, Vec<SourceId>>,
}

impl Linker<'_> {
    fn records(&self, dossier: &mut Dossier) -> Vec<Unknown> {
        let mut names = Resolving { linker: self, of: Of::Nothing, unknown: Vec::new() };
        for row in &mut dossier.sources {
            names.of = Of::Record(Kind::Source, row.id);
            names.all(&mut row.about);
            names.all(&mut row.derived_from);
        }
        for row in &mut dossier.entities {
            names.of = Of::Record(Kind::Entity, row.id);
            names.all(&mut row.continues);
        }
        for row in &mut dossier.evidence {
            if let Some(source) = &mut row.source {
                names.of = Of::Record(Kind::Evidence, row.id.unwrap_or(source.word));
                names.cited_source(source);
            }
        }
        for row in &mut dossier.rolls {
            let id = row.id.or(row.object.map(|object| object.word));
            names.of = id.map_or(Of::Nothing, |id| Of::Record(Kind::Roll, id));
            names.all(&mut row.relation);
            names.all(&mut row.object);
            for member in &mut row.members {
                names.all(&mut member.subject);
            }
        }
        for row in &mut dossier.relations {
            names.of = Of::Record(Kind::Relation, row.id);
            names.all(&mut row.inverse_of);
            names.all(&mut row.subproperty_of);
            names.all(&mut row.disjoint_with);
            names.all(&mut row.after);
        }
        for row in &mut dossier.quantities {
            names.of = Of::Record(Kind::Quantity, row.id);
            names.all(&mut row.part_of);
            names.all(&mut row.share_of);
            names.all(&mut row.growth_of);
            names.all(&mut row.growth_from);
            names.all(&mut row.sum_of);
        }
        names.unknown
    }

    fn statements(&self, dossier: &mut Dossier) -> Vec<Unknown> {
        self.in_parts(&mut dossier.statements, |names, row, _| {
            names.of = Of::Owner(row.owner);
            if let Some(speaker) = &mut row.said_by {
                names.one(speaker);
            }
            match &mut row.form {
                Form::Event(name) => names.one(name),
                Form::Relation(related) => {
                    names.one(&mut related.subject);
                    names.one(&mut related.relation);
                    names.all(&mut related.object);
                }
                Form::Quantity(counted) => names.one(&mut counted.quantity),
                Form::Statistic(_) => {}
            }
        })
    }

    fn clauses(&self, dossier: &mut Dossier) -> Vec<Unknown> {
        self.in_parts(&mut dossier.clauses, |names, clause, number| {
            names.of = Of::Clause(number);
            match &mut clause.target {
                Target::Event(name) => names.one(name),
                Target::Entity(name) => names.one(name),
                Target::Date(_) | Target::Gap(..) => {}
            }
        })
    }

    /// Resolves the names of all rows, and gives the unknown ones in the order of the rows.
    fn in_parts<T: Send>(
        &self,
        rows: &mut [T],
        one: impl Fn(&mut Resolving<'_>, &mut T, usize) + Sync,
    ) -> Vec<Unknown> {
        let parts = rows.par_chunks_mut(ROWS).enumerate().map(|(part, rows)| {
            let mut names = Resolving { linker: self, of: Of::Nothing, unknown: Vec::new() };
            for (number, row) in (part * ROWS..).zip(rows) {
                one(&mut names, row, number);
            }
            names.unknown
        });
        parts.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// The record that an unknown name stands in.
    fn subject(&self, dossier: &Dossier, of: Of) -> Option<Subject> {
        let owner = |owner: Owner| Some(dossier.subject(self.texts, dossier.owner_record(owner)));
        match of {
            Of::Record(kind, id) => Some(Subject { kind: kind.name(), id: self.texts.read(id).to_owned() }),
            Of::Owner(of) => owner(of),
            Of::Clause(number) => {
                let behind = dossier.statements.partition_point(|row| row.clauses.start as usize <= number);
                owner(dossier.statements[behind.checked_sub(1)?].owner)
            }
            Of::Nothing => None,
        }
    }

    /// Resolves citations, by id and else by printed key. What resolves to nothing is a rule's business.
    fn citations(&self, dossier: &mut Dossier) {
        let parts = dossier.citations.par_chunks_mut(ROWS).map(|citations| {
            let mut cited = Vec::with_capacity(citations.len());
            for citation in citations {
                let start = cited.len();
                let printed = self.texts.read(citation.word);
                if let Some(Record::Source(source)) = self.names.get(printed) {
                    cited.push(source);
                } else if let Some(sources) = self.keys.get(printed).or_else(|| self.keys.get(&one_line(printed))) {
                    cited.extend(sources);
                }
                citation.cited = Rows { start: start as u32, end: cited.len() as u32 };
            }
            cited
        });
        let parts: Vec<Vec<SourceId>> = parts.collect();
        for (citations, mut cited) in dossier.citations.chunks_mut(ROWS).zip(parts) {
            let before = dossier.cited.len() as u32;
            for citation in citations {
                citation.cited = Rows { start: citation.cited.start + before, end: citation.cited.end + before };
            }
            dossier.cited.append(&mut cited);
        }
    }

    /// What was meant by each of the first names, where it names nothing. All are looked up in one pass over the known
    /// ones, which lie all over the memory.
    fn meant(&self, unknown: &[Unknown]) -> Vec<Option<Meant<'_>>> {
        let search = |unknown: &Unknown| {
            let name = self.texts.read(unknown.word);
            unknown.record.is_none().then(|| Meant { nearest: Nearest::to(name), slips: Slips::of(name) })
        };
        let unknown = &unknown[..unknown.len().min(SUGGESTED)];
        let mut meant: Vec<Option<Meant<'_>>> = unknown.iter().map(search).collect();
        let share = unknown.len().div_ceil(rayon::current_num_threads()).max(1);
        unknown.par_chunks(share).zip(meant.par_chunks_mut(share)).for_each(|(unknown, meant)| {
            let mut wanted: Vec<(usize, &Unknown, &mut Meant<'_>)> = unknown
                .iter()
                .zip(meant)
                .filter_map(|(unknown, meant)| Some((self.texts.read(unknown.word).len(), unknown, meant.as_mut()?)))
                .collect();
            for (id, record) in self.names.0.iter().flat_map(HashTable::iter) {
                for (length, unknown, meant) in &mut wanted {
                    // Those that are about as long.
                    if id.len().abs_diff(*length) * 3 <= id.len().max(*length) && (unknown.fits)(*record) {
                        meant.nearest.offer(id);
                        meant.slips.offer(id);
                    }
                }
            }
        });
        meant
    }

    /// A finding for a name; with what was meant by it, where that was looked up.
    fn tell(&self, unknown: &Unknown, meant: Option<Meant<'_>>) -> Finding {
        let (name, kind) = (self.texts.read(unknown.word), unknown.kind);
        let with_article = |kind: Kind| {
            let article = if kind.name().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("{article} {kind}")
        };
        let (message, label) = match unknown.record {
            Some(other) => (
                format!("`{}` is {}, not {}", shown(name), with_article(other.kind()), with_article(kind)),
                format!("not {}", with_article(kind)),
            ),
            None => (format!("there is no {kind} `{}`", shown(name)), format!("names no {kind}")),
        };
        let mut finding =
            Finding::new(UNKNOWN, Level::Error, message, unknown.word.span, label).value(kind.name()).value(name);
        if let Some(Meant { nearest, slips }) = meant {
            finding.help = Some(match nearest.found() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `[[{kind}]]` with `id = \"{}\"`, or correct the name", shown(name)),
            });
            finding.fixes.extend(slips.found().map(|slip| called(unknown.word, slip)));
        }
        finding
    }
}

/// What is looked for where a name names nothing.
struct Meant<'n> {
    nearest: Nearest<'n>,
    slips: Slips<'n>,
}

/// The name of the record that was meant. Another letter may be another thing: only spelling is safe.
fn called(word: Word, slip: Slip<'_>) -> Fix {
    let (title, edits) = (format!("write `{}`", shown(slip.meant)), vec![edit::written(word.span, slip.meant)]);
    if slip.distance == Distance::Spelling { Fix::safe(title, edits) } else { Fix::judged(title, edits) }
}

/// Names being resolved.
struct Resolving<'l> {
    linker: &'l Linker<'l>,
    of: Of,
    unknown: Vec<Unknown>,
}

impl Resolving<'_> {
    fn one<I: Named>(&mut self, name: &mut Ref<I>) {
        let record = self.linker.names.get(self.linker.texts.read(name.word));
        name.target = record.and_then(I::of);
        if name.target.is_none() {
            let fits = |record| I::of(record).is_some();
            self.unknown.push(Unknown { word: name.word, kind: I::KIND, fits, record, of: self.of });
        }
    }

    fn all<'r, I: Named + 'r>(&mut self, names: impl IntoIterator<Item = &'r mut Ref<I>>) {
        names.into_iter().for_each(|name| self.one(name));
    }

    /// The source of an evidence: an id, or a key that one source prints.
    fn cited_source(&mut self, source: &mut Ref<SourceId>) {
        let printed = self.linker.texts.read(source.word);
        match self.linker.keys.get(&one_line(printed)).map(Vec::as_slice) {
            Some([one]) if self.linker.names.get(printed).is_none() => source.target = Some(*one),
            _ => self.one(source),
        }
    }
}
