//! What a person changed in a table, taken into the records that are there.
//!
//! A row that was exported knows what it said then. What differs from that in the table alone changes the record, what
//! differs in the record alone stays, and what differs in both is told and left. A row that was never exported fills
//! what the record does not say, and the rest is told. Nothing is taken away because a row or a column is not there.

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::{DeTable, DeValue};
use toml_writer::ToTomlValue;

use super::cells::{Cells, MARKS, NO_VERDICT};
use super::cited::cited;
use crate::draft::File;
use crate::export::{self, FIELDS, Record, digest};
use crate::load::edit::with_value;
use crate::load::inline;
use crate::model::Verdict;
use crate::names::one_line;
use crate::text::{shown, steadied};

/// The records of a dossier, being merged with tables.
pub(super) struct There<'f> {
    files: &'f [File],
    records: Vec<(usize, Record)>,
    /// The records by their tables and ids; the claims by their phrases and texts, too.
    by: FxHashMap<String, usize>,
    /// What the records say that were changed.
    changed: FxHashMap<usize, String>,
    /// Those that a row stands for.
    met: FxHashSet<usize>,
}

/// What becomes of a value that the table and the record say differently.
enum Merged {
    /// The table's is newer.
    Takes,
    /// The record's is newer.
    Stays,
    /// Both were changed.
    Clash,
}

/// What a row said when it was exported.
struct Exported<'c>(Option<&'c str>);

impl Exported<'_> {
    /// What becomes of two values that differ.
    fn merged(&self, key: &str, theirs: &str, ours: &str) -> Merged {
        let was = |cell: &str| match self.0 {
            None => cell.is_empty(),
            Some(exported) => {
                let told = exported.split(' ').filter_map(|part| part.split_once('='));
                let told = told.filter(|(own, _)| *own == key).map(|(_, digest)| digest).next();
                told.map_or(cell.is_empty(), |told| told == digest(cell))
            }
        };
        match (was(theirs), was(ours)) {
            (true, _) => Merged::Stays,
            (false, true) => Merged::Takes,
            (false, false) => Merged::Clash,
        }
    }
}

impl<'f> There<'f> {
    pub(super) fn new(files: &'f [File]) -> Self {
        let records = files
            .iter()
            .enumerate()
            .flat_map(|(file, it)| export::records(&it.text).into_iter().map(move |record| (file, record)));
        let records: Vec<(usize, Record)> = records.collect();
        let mut by = FxHashMap::default();
        for (at, (_, record)) in records.iter().enumerate() {
            for name in names(record) {
                by.entry(name).or_insert(at);
            }
        }
        There { files, records, by, changed: FxHashMap::default(), met: FxHashSet::default() }
    }

    /// Whether there is any record of a table.
    pub(super) fn has_any(&self, table: &str) -> bool {
        self.by.contains_key(&format!("any {table}"))
    }

    /// The record of a table that has an id; of those without one, the one that a row was exported from.
    pub(super) fn find(&self, table: &str, id: &str, exported: Option<&str>) -> Option<usize> {
        if !id.is_empty() || table == "dossier" {
            return self.by.get(&format!("{table} {id}")).copied();
        }
        let whole = exported?.split(' ').find(|part| part.starts_with("rest="))?;
        self.by.get(&format!("{table} {whole}")).copied()
    }

    /// The claim that has these words as its phrase or its text.
    pub(super) fn claim_of(&self, words: &str) -> Option<usize> {
        self.by.get(&format!("words {words}")).copied()
    }

    /// Takes in what a row says of a record; whether that is a change of it.
    pub(super) fn merge(&mut self, at: usize, cells: &mut Cells<'_>) -> bool {
        if !self.met.insert(at) {
            cells.unread("id", "a row above is of the same record: this one is left out".to_owned());
            return false;
        }
        let record = &self.records[at].1;
        let exported = Exported(cells.get("as-exported"));
        let mut changes: Vec<Change> = Vec::new();
        if record.table == "claim" {
            changes.extend(Change::of_fields(record, &exported, cells));
        }
        changes.extend(Change::of_rest(record, &exported, cells));
        let before = self.written(at).to_owned();
        let mut text = before.clone();
        for Change { column, path, value } in changes {
            let keys: Vec<&str> = path.iter().map(String::as_str).collect();
            if let Some(written) = with_value(&text, &keys, value.as_deref()) {
                text = written;
            } else {
                let value = value.map_or_else(|| "nothing".to_owned(), |value| format!("`{}`", shown(&value)));
                let (id, key) = (shown(record.id()), path.join("."));
                cells
                    .unread(column, format!("it is not changed in the record of `{id}`: write {value} as its `{key}`"));
            }
        }
        let is_changed = text != before;
        if is_changed {
            self.changed.insert(at, text);
        }
        is_changed
    }

    fn written(&self, at: usize) -> &str {
        let (file, record) = &self.records[at];
        self.changed.get(&at).map_or_else(|| &self.files[*file].text[record.at.clone()], String::as_str)
    }

    /// The files with what was changed in them, each with how many of its records were.
    pub(super) fn files(&self) -> Vec<(File, usize)> {
        let mut files: Vec<(File, usize)> =
            self.files.iter().map(|file| (File { name: file.name.clone(), text: String::new() }, 0)).collect();
        let mut ends = vec![0; files.len()];
        for (at, (file, record)) in self.records.iter().enumerate().filter(|(at, _)| self.changed.contains_key(at)) {
            files[*file].0.text.push_str(&self.files[*file].text[ends[*file]..record.at.start]);
            files[*file].0.text.push_str(self.written(at));
            files[*file].1 += 1;
            ends[*file] = record.at.end;
        }
        for ((file, old), end) in files.iter_mut().zip(self.files).zip(ends) {
            file.0.text.push_str(&old.text[end..]);
        }
        files
    }
}

/// What a record is found by.
fn names(record: &Record) -> Vec<String> {
    let mut names = vec![format!("any {}", record.table)];
    if record.id().is_empty() && record.table != "dossier" {
        names.push(format!("{} rest={}", record.table, digest(&export::cell(record, "rest"))));
    } else {
        names.push(format!("{} {}", record.table, record.id()));
    }
    if record.table == "claim" {
        let words = ["phrase", "text"].map(|column| export::cell(record, column));
        names.extend(words.into_iter().filter(|words| !words.is_empty()).map(|words| format!("words {words}")));
    }
    names
}

/// A change of a record.
struct Change {
    /// The column that says it.
    column: &'static str,
    path: Vec<String>,
    /// The value in TOML, if there is to be one.
    value: Option<String>,
}

impl Change {
    /// What changes of a claim by the columns of its own.
    fn of_fields(record: &Record, exported: &Exported<'_>, cells: &mut Cells<'_>) -> Vec<Change> {
        let mut takes = taken(record, exported, cells);
        // A mark begins with its verdict.
        takes.sort_by_key(|(column, _)| *column != "verdict");
        let mut has_mark = !export::cell(record, "verdict").is_empty();
        let mut changes = Vec::new();
        for (column, path) in takes {
            let mut path: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
            let value = if path[0] == "cites" { citations(record, cells) } else { cells.value(column) };
            if value.is_none() && cells.get(column).is_some() && path[0] != "cites" {
                // What is wrong with it is told.
                continue;
            }
            if column == "verdict" {
                has_mark = value.is_some();
                path.truncate(if has_mark { 2 } else { 1 });
            } else if path[0] == "checked" && !has_mark {
                cells.unread(column, NO_VERDICT.to_owned());
                continue;
            }
            changes.push(Change { column, path, value });
        }
        changes
    }

    /// What changes of a record key by key.
    fn of_rest(record: &Record, exported: &Exported<'_>, cells: &mut Cells<'_>) -> Vec<Change> {
        let Some(_) = cells.columns.column("rest") else { return Vec::new() };
        let written = cells.get("rest").unwrap_or("{}");
        let Some(theirs) = cells.get("rest").map_or_else(|| Some(Vec::new()), |_| pairs(written)) else {
            cells.unread("rest", "it is no table of TOML".to_owned());
            return Vec::new();
        };
        let ours: Vec<(String, String)> =
            export::rest(record).map(|(key, toml)| (key.to_owned(), toml.to_owned())).collect();
        let of = |pairs: &[(String, String)], key: &str| {
            pairs.iter().find(|(own, _)| own == key).map(|(_, toml)| toml.clone())
        };
        let mut keys: Vec<&str> = theirs.iter().chain(&ours).map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut changes = Vec::new();
        for key in keys {
            let (theirs, ours) = (of(&theirs, key), of(&ours, key));
            let cell = |value: &Option<String>| value.clone().unwrap_or_default();
            if theirs == ours {
                continue;
            }
            match exported.merged(&format!("rest.{key}"), &cell(&theirs), &cell(&ours)) {
                Merged::Stays => {}
                Merged::Takes => changes.push(Change { column: "rest", path: vec![key.to_owned()], value: theirs }),
                Merged::Clash => cells.unread("rest", clash(record, &cell(&theirs), &cell(&ours))),
            }
        }
        changes
    }
}

/// The columns of a claim that are newer in the table, each with its path; what clashes is told.
fn taken(
    record: &Record,
    exported: &Exported<'_>,
    cells: &mut Cells<'_>,
) -> Vec<(&'static str, &'static [&'static str])> {
    let (mut takes, mut stays, mut clashes) = (Vec::new(), Vec::new(), Vec::new());
    for (column, path) in FIELDS.iter().filter(|(column, _)| cells.columns.column(column).is_some()) {
        let (theirs, ours) = (canonical(cells, column), export::cell(record, column));
        if theirs == ours {
            continue;
        }
        match exported.merged(column, &theirs, &ours) {
            Merged::Stays => stays.push(*path),
            Merged::Takes => takes.push((*column, *path)),
            Merged::Clash => {
                cells.unread(column, clash(record, &theirs, &ours));
                clashes.push(*path);
            }
        }
    }
    // A citation and the place in it are one value: one is not taken without the other.
    for (column, _) in takes.iter().filter(|(_, path)| stays.contains(path) && !clashes.contains(path)) {
        cells.unread(column, clash(record, &canonical(cells, column), &export::cell(record, column)));
    }
    takes.retain(|(_, path)| !clashes.contains(path) && !stays.contains(path));
    takes.dedup_by_key(|(_, path)| *path);
    takes
}

/// What a row cites; a column that the table lacks stays what it is.
fn citations(record: &Record, cells: &Cells<'_>) -> Option<String> {
    let [cites, locator] = ["cites", "locator"].map(|column| match cells.columns.column(column) {
        Some(_) => canonical(cells, column),
        None => export::cell(record, column),
    });
    cited(&cites, &locator)
}

/// Tells of two values that no one has decided between.
fn clash(record: &Record, theirs: &str, ours: &str) -> String {
    let said = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{}`", shown(text)) };
    format!(
        "the record of `{}` has {}, and is left as it is: the table has {}",
        shown(record.id()),
        said(ours),
        said(theirs)
    )
}

/// The keys of an inline table with their values.
pub(super) fn pairs(written: &str) -> Option<Vec<(String, String)>> {
    let text = format!("x = {written}");
    let table = DeTable::parse(&text).ok()?;
    let DeValue::Table(table) = table.get_ref().get("x")?.get_ref() else { return None };
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    Some(pairs.into_iter().map(|(key, value)| (key.get_ref().to_string(), inline(value.get_ref()))).collect())
}

/// What a cell says, as an export writes it.
fn canonical(cells: &Cells<'_>, column: &str) -> String {
    let written = steadied(cells.get(column).unwrap_or_default());
    let read = match column {
        "checked-on" => cells.dated(&written),
        "verdict" => MARKS.meaning(&written.to_lowercase()).map(|meant| {
            let verdict = Verdict::NAMED.iter().find(|(name, _)| *name == meant);
            verdict.map_or(meant, |(_, verdict)| verdict.status()).to_owned()
        }),
        "sourcing" => MARKS.meaning(&written.to_lowercase()).map(str::to_owned),
        "says" => toml_of(&written),
        "cites" if written.starts_with(['[', '{']) => toml_of(&written),
        "cites" => Some(cells.list("cites").into_iter().map(one_line).collect::<Vec<_>>().join("; ")),
        _ => None,
    };
    read.unwrap_or_else(|| one_line(&written))
}

/// A value of TOML, on one line.
fn toml_of(written: &str) -> Option<String> {
    let text = format!("x = {written}");
    let table = DeTable::parse(&text).ok()?;
    Some(inline(table.get_ref().get("x")?.get_ref()))
}

impl Cells<'_> {
    /// What a column says as a value of TOML; what cannot be read is told.
    fn value(&mut self, column: &str) -> Option<String> {
        match column {
            "line" => self.line().map(|line| line.to_string()),
            "checked-on" => self.date(column).map(|date| date.to_toml_value()),
            "verdict" | "sourcing" => self.mark(column).map(ToTomlValue::to_toml_value),
            "says" => self.toml(column),
            _ => self.get(column).map(|text| one_line(text).to_toml_value()),
        }
    }
}
