//! Records as other programs keep them: sources for reference managers, claims for spreadsheets and for the web.
//!
//! What is exported is what the files of the dossier itself hold, value by value as it was written; what it extends is
//! another's. Sources go out as CSL-JSON ([`csl_json`]), BibTeX ([`bibtex`]) and RIS ([`ris`]), and come back the same
//! in what the form carries. Claims go out as a table ([`claims`]) that [`import`](crate::draft::import) reads again,
//! or as [`schema_org`] has them.

mod bibtex;
mod claims;
mod csl;
mod ris;
mod web;

pub use bibtex::bibtex;
pub use claims::{COLUMNS, claims};
pub use csl::csl_json;
pub use ris::ris;
pub use web::schema_org;

use toml::de::{DeTable, DeValue};

use crate::load::{Input, inline};
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
    /// For a table, its own keys.
    parts: Written,
}

impl Written {
    fn of(table: &DeTable<'_>) -> Self {
        let value = |value: &DeValue<'_>| Value {
            texts: texts(value),
            toml: inline(value),
            parts: if let DeValue::Table(table) = value { Written::of(table) } else { Written::default() },
        };
        Self { keys: table.iter().map(|(key, it)| (key.get_ref().to_string(), value(it.get_ref()))).collect() }
    }

    fn value(&self, key: &str) -> Option<&Value> {
        self.keys.iter().find(|(own, _)| own == key).map(|(_, value)| value)
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

/// The records of one table, `source` or `claim`, in the files of the dossier itself. One that is no TOML, or has no
/// id, is left out: a check says so.
pub fn written(texts: &Texts, files: &[Input], table: &str) -> Vec<Written> {
    let mut found = Vec::new();
    for &(file, _) in files.iter().filter(|(_, home)| *home == Home::Own) {
        let text = &texts.file(file).text;
        for record in crate::load::records(text) {
            let (root, _) = DeTable::parse_recoverable(&text[record]);
            let Some(DeValue::Array(records)) = root.get_ref().get(table).map(toml::Spanned::get_ref) else { continue };
            for record in records {
                if let DeValue::Table(record) = record.get_ref() {
                    found.push(Written::of(record));
                }
            }
        }
    }
    found.retain(|record| !record.id().is_empty());
    found
}

/// The two parts of a name as a bibliography sorts it; `None` for one that is not taken apart.
fn person(name: &str) -> Option<(&str, &str)> {
    name.split_once(", ").filter(|(family, given)| !family.is_empty() && !given.is_empty())
}
