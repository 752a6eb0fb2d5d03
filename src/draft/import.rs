//! Records that other programs keep, taken into a dossier: the works of a reference manager, the claims of a
//! spreadsheet.
//!
//! Like a draft, what is imported is written behind what is there. A work that the dossier has (by its id, its title
//! and year, its address) stays as it is; a claim that it has (by its id, else its phrase or its text) takes what a
//! person changed in the table ([`merge`]). What of a table cannot be read is told with its cell; the rest of its row
//! is taken in.

pub(crate) mod answers;
mod cells;
mod cited;
mod columns;
mod merge;
mod row;
mod says;

use std::fmt::Write;

use toml_writer::{ToTomlKey, ToTomlValue};

use self::columns::Columns;
use self::merge::There;
use self::row::{Claim, Other, Rows};
use super::ids::Ids;
use super::known::{Known, Shelf};
use super::page::{self, Pages};
use super::sources::{self, Source, Standing};
use super::{Broken, File, Page};
use crate::bibliography::List;
use crate::sheet::Sheet;
use crate::text::counted;

/// What is to be imported, and into what.
#[derive(Debug, Default)]
pub struct Offer<'a> {
    /// The files that the dossier holds.
    pub there: &'a [File],
    /// The files of the folders that it extends.
    pub beside: &'a [File],
    /// Bibliographies.
    pub lists: &'a [List],
    /// Tables of claims.
    pub sheets: &'a [Sheet],
}

/// What is to be written, and what there is to say of it.
#[derive(Debug, Default)]
pub struct Import {
    /// The files that are new or that more is written to, whole.
    pub files: Vec<Page>,
    /// How many sources are new.
    pub sources: usize,
    /// How many claims are new.
    pub claims: usize,
    /// How many records of other tables are new.
    pub others: usize,
    /// How many records a table has changed.
    pub changed: usize,
    /// How many sources and claims of what was offered the dossier has already.
    pub kept: [usize; 2],
    /// What could not be read, table by table.
    pub unread: Vec<Unread>,
}

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What its file is called.
    pub file: String,
    /// Its name: `C12`; empty for the table as a whole.
    pub cell: String,
    /// What is wrong with it.
    pub what: String,
}

/// Takes works and claims into a dossier.
///
/// # Errors
/// [`Broken`] where a file of the dossier is no TOML: what it holds could not be told from what is offered.
pub fn import(offer: &Offer<'_>) -> Result<Import, Broken> {
    let known = Known::read(offer.there)?;
    let beside = Known::read(offer.beside)?;
    let mut ids = Ids::new(known.ids().chain(beside.ids()));
    for (id, kind) in known.kinds().chain(beside.kinds()) {
        if let Some(kind) = kind {
            ids.is_of(&id, kind);
        }
    }
    let mut shelf = Shelf::new(&known);
    let mut found = Import::default();
    let mut sources = sources::listed(offer.lists, &mut shelf, &mut ids);
    let mut rows = Rows::new(&known, There::new(offer.there), &mut ids, &mut shelf);
    let mut tables = Vec::new();
    for sheet in offer.sheets {
        let Some(columns) = Columns::of(sheet, &mut found.unread) else {
            let what = format!("the first row names none of the columns {}", columns::LEADING);
            found.unread.push(Unread { file: sheet.name.clone(), cell: String::new(), what });
            continue;
        };
        rows.reserve(sheet, &columns);
        tables.push((sheet, columns));
    }
    for of_claims in [false, true] {
        for (sheet, columns) in &tables {
            rows.take(sheet, columns, of_claims, &mut found.unread);
        }
    }
    found.unread.sort_by_key(|unread| offer.sheets.iter().position(|sheet| sheet.name == unread.file));
    let Rows { sources: described, there, claims, others, kept, changed, .. } = rows;
    sources.extend(described);
    found.kept = [sources.iter().filter(|source| source.standing == Standing::Known).count(), kept];
    sources.retain(|source| source.standing == Standing::Fresh);
    let is_source = |other: &&Other| other.table == "source";
    found.sources = sources.len() + others.iter().filter(is_source).count();
    found.claims = claims.len();
    found.others = others.iter().filter(|other| !is_source(other)).count();
    found.changed = changed;
    found.files = pages(&there.files(), &sources, &claims, &others);
    Ok(found)
}

/// Whether a table has a column that only an export of records has.
pub fn is_of_records(sheet: &Sheet) -> bool {
    Columns::of(sheet, &mut Vec::new()).is_some_and(|columns| columns.column("rest").is_some())
}

/// Whether the first row of a table names a column that only claims have.
pub fn is_of_claims(sheet: &Sheet) -> bool {
    Columns::of(sheet, &mut Vec::new()).is_some()
}

fn pages(there: &[(File, usize)], sources: &[Source], claims: &[Claim], others: &[Other]) -> Vec<Page> {
    let (files, changed): (Vec<File>, Vec<usize>) = there.iter().cloned().unzip();
    let mut pages = Pages { there: &files, files: Vec::new() };
    let of = |wanted: &dyn Fn(&str) -> bool| {
        let others: Vec<String> = others.iter().filter(|other| wanted(other.table)).map(other).collect();
        (others.len(), others.concat())
    };
    let mut add = |name: &str, what: &str, (count, records): (usize, String)| {
        if count > 0 {
            pages.add(name, &counted(count, what), records.trim_start(), "");
        }
    };
    add("dossier", "table of the paper", of(&|table| table == "dossier"));
    let (count, records) = of(&|table| table == "source");
    let listed = sources.iter().map(|source| page::source(&format!("imported from {}", source.from), source));
    add("sources", "source", (count + sources.len(), listed.chain([records]).collect()));
    add("claims", "claim", (claims.len(), claims.iter().map(claim).collect()));
    add("records", "record", of(&|table| !matches!(table, "dossier" | "source")));
    for page in pages.files.iter_mut().filter(|page| !page.is_new) {
        page.gains.push_str(", behind what was there");
    }
    for (file, changed) in files.iter().zip(changed).filter(|(_, changed)| *changed > 0) {
        let gains = format!("{} changed", counted(changed, "record"));
        match pages.files.iter_mut().find(|page| page.file.name == file.name) {
            Some(page) => page.gains = format!("{}, {gains}", page.gains),
            None => pages.files.push(Page { file: file.clone(), gains, is_new: false }),
        }
    }
    pages.files
}

fn other(other: &Other) -> String {
    let header = if other.table == "dossier" { "[dossier]".to_owned() } else { format!("[[{}]]", other.table) };
    let mut record = format!("\n# imported from {}\n{header}\n", other.from);
    fields(&mut record, &other.keys);
    record
}

fn fields(record: &mut String, keys: &[(String, String)]) {
    let keys: Vec<(String, &str)> = keys.iter().map(|(key, value)| (key.to_toml_key(), value.as_str())).collect();
    let width = keys.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
    for (key, value) in keys {
        page::field(record, &key, width, value);
    }
}

fn claim(claim: &Claim) -> String {
    let mut record = format!("\n# imported from {}, row {}\n", crate::text::shown(&claim.file), claim.row);
    for (kind, id, name) in &claim.named {
        let _ = write!(record, "[[{kind}]]\nid   = {}\n", id.to_toml_value());
        if !name.is_empty() {
            let _ = writeln!(record, "name = {}", name.to_toml_value());
        }
        record.push('\n');
    }
    record.push_str("[[claim]]\n");
    fields(&mut record, &claim.keys);
    record
}
