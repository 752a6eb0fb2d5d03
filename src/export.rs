//! Records as other programs keep them: sources for reference managers, claims for spreadsheets and for the web.
//!
//! What is exported is what the files of the dossier itself hold, value by value as it was written; what it extends is
//! another's. Sources go out as CSL-JSON ([`csl_json`]), BibTeX ([`bibtex`]) and RIS ([`ris`]), and come back the same
//! in what the form carries. Claims go out as a table ([`fact_sheet`]) that [`import`](crate::draft::import) merges
//! with the records again, or as [`schema_org`] has them.

mod bibtex;
mod csl;
mod fact_sheet;
mod ris;
mod web;

pub use bibtex::bibtex;
pub use csl::csl_json;
pub use fact_sheet::{COLUMNS, FIELDS, OF_RECORDS, cell, digest, fact_sheet, page, rest};
pub use ris::ris;
pub use web::schema_org;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::load::{Input, inline, keys};
use crate::model::Home;
use crate::text::Texts;

/// A record as it was written: its keys with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    keys: Vec<(String, Value)>,
}

/// A value as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Value {
    /// The texts that it is, or that a list of them holds; numbers and dates as their texts.
    texts: Vec<String>,
    /// It in TOML, on one line.
    toml: String,
    /// The tables that it is, or that a list holds; a text of the list is a table with nothing but an `id`.
    parts: Vec<Written>,
}

impl Written {
    /// A record by its table.
    pub fn of(table: &DeTable<'_>) -> Self {
        let value = |value: &DeValue<'_>| Value { texts: texts(value), toml: inline(value), parts: parts(value) };
        Self { keys: table.iter().map(|(key, it)| (key.get_ref().to_string(), value(it.get_ref()))).collect() }
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.keys.iter().find(|(own, _)| own == key).map(|(_, value)| value)
    }

    /// The table that a key says.
    fn part(&self, key: &str) -> Option<&Written> {
        self.value(key)?.parts.first()
    }

    /// What a key says, if that is one text.
    fn text(&self, key: &str) -> Option<&str> {
        self.texts(key).first().map(String::as_str).filter(|text| !text.is_empty())
    }

    /// The texts of a key.
    fn texts(&self, key: &str) -> &[String] {
        self.value(key).map_or(&[], |value| &value.texts)
    }

    /// The record's id.
    fn id(&self) -> &str {
        self.text("id").unwrap_or_default()
    }

    /// A date in EDTF.
    fn date(&self, key: &str) -> Option<String> {
        let date = self.text(key)?;
        // A year may be a number, which writes no zeros before it.
        let (sign, digits) = date.strip_prefix('-').map_or(("", date), |digits| ("-", digits));
        let is_number = !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_number { format!("{sign}{digits:0>4}") } else { date.to_owned() })
    }
}

fn texts(value: &DeValue<'_>) -> Vec<String> {
    match value {
        DeValue::String(text) => vec![crate::names::one_line(text)],
        DeValue::Array(values) => values.iter().flat_map(|value| texts(value.get_ref())).collect(),
        DeValue::Table(_) => Vec::new(),
        DeValue::Datetime(date) => date.date.map(|date| date.to_string()).into_iter().collect(),
        other => vec![inline(other)],
    }
}

fn parts(value: &DeValue<'_>) -> Vec<Written> {
    match value {
        DeValue::Table(table) => vec![Written::of(table)],
        DeValue::Array(values) => values.iter().flat_map(|value| parts(value.get_ref())).collect(),
        DeValue::String(_) => {
            let id = Value { texts: texts(value), toml: inline(value), parts: Vec::new() };
            vec![Written { keys: vec![("id".to_owned(), id)] }]
        }
        _ => Vec::new(),
    }
}

/// A record of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The table that it is of: `claim`, or `dossier` for what the dossier says of the paper.
    pub table: String,
    /// Where it lies, alone or with others.
    pub at: Range<usize>,
    /// What it says.
    pub says: Written,
}

impl Record {
    /// Its id, if it has one.
    pub fn id(&self) -> &str {
        self.says.id()
    }
}

/// The records of a text. One that is no TOML, or lacks the id that it needs, is left out: a check says so.
pub fn records(text: &str) -> Vec<Record> {
    let mut found = Vec::new();
    for at in crate::load::records(text) {
        let (root, _) = DeTable::parse_recoverable(&text[at.clone()]);
        for (table, value) in root.get_ref() {
            let tables: Vec<&DeTable<'_>> = match value.get_ref() {
                DeValue::Table(one) => vec![one],
                DeValue::Array(all) => all.iter().filter_map(|it| it.get_ref().as_table()).collect(),
                _ => Vec::new(),
            };
            let record = |says| Record { table: table.get_ref().to_string(), at: at.clone(), says: Written::of(says) };
            found.extend(tables.into_iter().map(record));
        }
    }
    let needs_id = |table: &str| !matches!(table, "dossier" | "evidence" | "roll");
    found.retain(|record| !record.says.id().is_empty() || !needs_id(&record.table));
    found
}

/// The records of the files of the dossier itself, the claims first, then kind by kind.
pub fn all(texts: &Texts, files: &[Input]) -> Vec<Record> {
    let own = files.iter().filter(|(_, home)| *home == Home::Own);
    let mut all: Vec<Record> = own.flat_map(|&(file, _)| records(&texts.file(file).text)).collect();
    let tables: Vec<&str> = std::iter::once("claim").chain(keys::tables().map(|(table, _)| table)).collect();
    let place = |record: &Record| tables.iter().position(|table| *table == record.table);
    all.retain(|record| place(record).is_some());
    all.sort_by_key(place);
    all
}

/// The records of one table, `source` or `claim`, in the files of the dossier itself.
pub fn written(texts: &Texts, files: &[Input], table: &str) -> Vec<Written> {
    let own = files.iter().filter(|(_, home)| *home == Home::Own);
    let records = own.flat_map(|&(file, _)| records(&texts.file(file).text));
    records.filter(|record| record.table == table).map(|record| record.says).collect()
}

/// The two parts of a name as a bibliography sorts it; `None` for one that is not taken apart.
fn person(name: &str) -> Option<(&str, &str)> {
    name.split_once(", ").filter(|(family, given)| !family.is_empty() && !given.is_empty())
}
