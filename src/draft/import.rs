//! Records that other programs keep, taken into a dossier: the works of a reference manager, the claims of a
//! spreadsheet.
//!
//! Like a draft, what is imported is written behind what is there, and nothing is overwritten: a work that the dossier
//! has (by its id, its title and year, its address) and a claim that it has (by its id, its phrase, its text) stay as
//! they are. What of a table cannot be read is told with its cell; the rest of its row is taken in.

mod cells;
mod columns;
mod row;
mod says;

use std::fmt::Write;

use toml_writer::ToTomlValue;

use self::columns::Columns;
use self::row::{Claim, Rows};
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
    let mut shelf = Shelf::new(&known);
    let mut found = Import::default();
    let mut sources = sources::listed(offer.lists, &mut shelf, &mut ids);
    let mut rows = Rows::new(&known, &mut ids, &mut shelf);
    for sheet in offer.sheets {
        let Some(columns) = Columns::of(sheet, &mut found.unread) else {
            let what = format!("the first row names none of the columns {}", columns::LEADING);
            found.unread.push(Unread { file: sheet.name.clone(), cell: String::new(), what });
            continue;
        };
        rows.take(sheet, &columns, &mut found.unread);
    }
    let Rows { sources: described, claims, kept, .. } = rows;
    sources.extend(described);
    found.kept = [sources.iter().filter(|source| source.standing == Standing::Known).count(), kept];
    sources.retain(|source| source.standing == Standing::Fresh);
    (found.sources, found.claims) = (sources.len(), claims.len());
    found.files = pages(offer.there, &sources, &claims);
    Ok(found)
}

/// Whether the first row of a table names a column that only claims have.
pub fn is_of_claims(sheet: &Sheet) -> bool {
    Columns::of(sheet, &mut Vec::new()).is_some()
}

fn pages(there: &[File], sources: &[Source], claims: &[Claim]) -> Vec<Page> {
    let mut pages = Pages { there, files: Vec::new() };
    if !sources.is_empty() {
        let records: String =
            sources.iter().map(|source| page::source(&format!("imported from {}", source.from), source)).collect();
        pages.add("sources", &counted(sources.len(), "source"), records.trim_start(), "");
    }
    if !claims.is_empty() {
        let records: String = claims.iter().map(claim).collect();
        pages.add("claims", &counted(claims.len(), "claim"), records.trim_start(), "");
    }
    pages.files
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
    let width = claim.keys.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
    for (key, value) in &claim.keys {
        page::field(&mut record, key, width, value);
    }
    record
}
