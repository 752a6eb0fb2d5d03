//! The rows of a table as claims.

use rustc_hash::{FxHashMap, FxHashSet};
use toml_writer::ToTomlValue;

use super::Unread;
use super::cells::{Cells, NO_VERDICT};
use super::cited::{ROLES, cited, with_role};
use super::columns::Columns;
use super::merge::{self, There};
use super::says;
use crate::bibliography::{Entry, Name, Who};
use crate::draft::ids::{Ids, of_words, slug};
use crate::draft::known::{Known, Shelf};
use crate::draft::sources::{Source, described};
use crate::load::keys;
use crate::names::{nearest, one_line};
use crate::sheet::Sheet;
use crate::text::shown;

/// What a cell says of a source, and what CSL calls that.
const SOURCE: [(&str, &str); 8] = [
    ("source-type", "type"),
    ("source-title", "title"),
    ("source-container-title", "container-title"),
    ("source-publisher", "publisher"),
    ("source-url", "URL"),
    ("source-doi", "DOI"),
    ("source-issued", "issued"),
    ("source-accessed", "accessed"),
];

/// A claim that is to be written.
#[derive(Debug)]
pub(super) struct Claim {
    /// The file that it comes from.
    pub(super) file: String,
    /// Its row.
    pub(super) row: usize,
    /// What it speaks of and no record is of yet: table, id, name.
    pub(super) named: Vec<(&'static str, String, String)>,
    /// Its keys, with their values in TOML.
    pub(super) keys: Vec<(String, String)>,
}

/// A record of another table that is to be written.
#[derive(Debug)]
pub(super) struct Other {
    /// Where it comes from.
    pub(super) from: String,
    /// Its table.
    pub(super) table: &'static str,
    /// Its keys, with their values in TOML.
    pub(super) keys: Vec<(String, String)>,
}

/// The rows of some tables, being read.
pub(super) struct Rows<'k, 'i> {
    known: &'k Known,
    ids: &'i mut Ids,
    shelf: &'i mut Shelf<'k>,
    /// The records of the dossier.
    pub(super) there: There<'k>,
    /// The ids of the rows so far.
    stood: FxHashSet<String>,
    /// For each source that rows describe, how it is cited.
    cited: FxHashMap<String, String>,
    /// The sources that rows describe.
    pub(super) sources: Vec<Source>,
    /// The claims that the dossier does not have.
    pub(super) claims: Vec<Claim>,
    /// The records of other tables that it does not have.
    pub(super) others: Vec<Other>,
    /// How many claims it has.
    pub(super) kept: usize,
    /// How many records a table has changed.
    pub(super) changed: usize,
}

impl<'k, 'i> Rows<'k, 'i> {
    pub(super) fn new(known: &'k Known, there: There<'k>, ids: &'i mut Ids, shelf: &'i mut Shelf<'k>) -> Self {
        Self {
            known,
            ids,
            shelf,
            there,
            stood: FxHashSet::default(),
            cited: FxHashMap::default(),
            sources: Vec::new(),
            claims: Vec::new(),
            others: Vec::new(),
            kept: 0,
            changed: 0,
        }
    }

    /// Takes in the rows of a table below its first: those of claims, or those of the other records, which claims may
    /// name.
    pub(super) fn take(&mut self, sheet: &Sheet, columns: &Columns, of_claims: bool, unread: &mut Vec<Unread>) {
        for row in sheet.rows.iter().skip(1) {
            let mut cells = Cells { sheet, row, columns, unread };
            let table = cells.get("record").map(str::to_lowercase).filter(|table| table != "claim");
            match table {
                None if of_claims => self.row(&mut cells),
                Some(table) if !of_claims => self.other(&mut cells, &table),
                _ => {}
            }
        }
    }

    /// Gives the claims of a table the ids that their rows have, before anything else is called so.
    pub(super) fn reserve(&mut self, sheet: &Sheet, columns: &Columns) {
        let mut unread = Vec::new();
        for row in sheet.rows.iter().skip(1) {
            let cells = Cells { sheet, row, columns, unread: &mut unread };
            if let (Some(id), None) = (cells.get("id").map(slug), cells.get("record")) {
                self.ids.take("claim", &id);
            }
        }
    }

    fn row(&mut self, cells: &mut Cells<'_>) {
        let text = cells.get("text").map(one_line);
        let phrase = cells.get("phrase").map(one_line);
        let words = text.as_deref().or(phrase.as_deref()).unwrap_or_default();
        let own = cells.get("id").map(one_line);
        let noted = match &own {
            Some(id) => self.there.find("claim", id, None).or_else(|| self.there.find("claim", &slug(id), None)),
            None => [&phrase, &text].into_iter().flatten().find_map(|words| self.there.claim_of(words)),
        };
        if let Some(noted) = noted {
            let is_changed = self.there.merge(noted, cells);
            self.changed += usize::from(is_changed);
            self.kept += usize::from(!is_changed);
            return;
        }
        if phrase.as_deref().is_some_and(|phrase| self.known.is_set_aside(phrase)) || self.is_gone(cells, "claim") {
            return;
        }
        let own = own.map(|id| slug(&id)).filter(|id| !id.is_empty());
        let id = match &own {
            // It was reserved.
            Some(id) if self.stood.insert(id.clone()) => self.ids.of_kind("claim", id).0,
            _ => self.ids.fresh(
                &own.clone().or_else(|| of_words(words, 5)).unwrap_or_else(|| format!("row-{}", cells.row.number)),
            ),
        };
        if let Some(own) = own.filter(|own| *own != id) {
            cells.unread("id", format!("the id `{own}` is another record's: this claim is taken in as `{id}`"));
        }
        let mut claim =
            Claim { file: cells.sheet.name.clone(), row: cells.row.number, named: Vec::new(), keys: Vec::new() };
        let mut put = |key: &str, value: Option<String>| claim.keys.extend(value.map(|value| (key.to_owned(), value)));
        put("id", Some(id.to_toml_value()));
        put("text", text.as_ref().map(ToTomlValue::to_toml_value));
        put("at", place(cells, phrase.as_deref()));
        put("cites", self.cites(cells));
        let (said, named) = match cells.get("says") {
            Some(_) => (cells.toml("says"), Vec::new()),
            None => says::statement(cells, words, self.ids),
        };
        put("says", said);
        put("sourcing", cells.mark("sourcing").map(ToTomlValue::to_toml_value));
        put("checked", mark(cells));
        for key in ["backup", "query", "answer", "note"] {
            put(key, cells.get(key).map(|text| one_line(text).to_toml_value()));
        }
        claim.keys.extend(rest(cells));
        claim.named = named;
        self.claims.push(claim);
    }

    /// Whether a row is of a record that the dossier had when it was exported and has no more, which is told. Of a
    /// dossier that has none of its kind nothing has been taken away.
    fn is_gone(&self, cells: &mut Cells<'_>, table: &str) -> bool {
        let is_gone = self.there.has_any(table) && cells.get("as-exported").is_some();
        if is_gone {
            let id = shown(cells.get("id").unwrap_or_default());
            let what = format!("the record of `{id}` is no more there: empty `as exported` to have it again");
            cells.unread("as-exported", what);
        }
        is_gone
    }

    /// Takes in a record of another table.
    fn other(&mut self, cells: &mut Cells<'_>, table: &str) {
        let Some((table, _)) = keys::tables().find(|(known, _)| *known == table) else {
            let near = nearest(table, keys::tables().map(|(known, _)| known));
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            cells.unread("record", format!("a dossier has no table `{}`{near}", shown(table)));
            return;
        };
        let id = cells.get("id").unwrap_or_default();
        if let Some(noted) = self.there.find(table, id, cells.get("as-exported")) {
            self.changed += usize::from(self.there.merge(noted, cells));
            return;
        }
        if self.is_gone(cells, table) {
            return;
        }
        if !id.is_empty() && !self.ids.take(table, id) {
            cells.unread("id", format!("the id `{}` is another record's: this one is left out", shown(id)));
            return;
        }
        let from = format!("{}, row {}", shown(&cells.sheet.name), cells.row.number);
        let id = (!id.is_empty()).then(|| ("id".to_owned(), id.to_toml_value()));
        let keys: Vec<(String, String)> = id.into_iter().chain(rest(cells)).collect();
        if !keys.is_empty() {
            self.others.push(Other { from, table, keys });
        }
    }

    fn cites(&mut self, cells: &mut Cells<'_>) -> Option<String> {
        let written = cells.get("cites").unwrap_or_default();
        let plain = cells.list("cites");
        let key = plain.first().copied().filter(|_| plain.len() == 1).map(|key| with_role(key).0);
        let described = self.described(cells, key);
        let role = cells.choice("role", &ROLES);
        let role = role.filter(|_| !written.ends_with(')')).map(|role| format!(" ({role})")).unwrap_or_default();
        let cites = if written.is_empty() { described.unwrap_or_default() } else { written.to_owned() };
        let cites = if cites.is_empty() || role.is_empty() { cites } else { format!("{cites}{role}") };
        cited(&cites, cells.get("locator").unwrap_or_default())
    }

    /// The source that a row describes, by how it is cited: by `key`, if that is given.
    fn described(&mut self, cells: &mut Cells<'_>, key: Option<&str>) -> Option<String> {
        let mut entry = Entry::default();
        for (column, name) in SOURCE {
            let value = match name {
                "issued" | "accessed" => cells.date(column),
                _ => cells.get(column).map(one_line),
            };
            entry.put(name, value.unwrap_or_default(), 0..0);
        }
        let authors = cells.list("source-author").into_iter().map(one_line);
        entry.author = authors.map(|name| Name { who: Who::Literal(name), at: 0..0 }).collect();
        if entry.fields.is_empty() && entry.author.is_empty() {
            return None;
        }
        let same = ["title", "issued", "URL", "DOI"].map(|name| entry.value(name).unwrap_or_default()).join("\u{1f}");
        let same = format!("{}\u{1f}{same}", key.unwrap_or_default());
        if let Some(cited) = self.cited.get(&same) {
            return Some(cited.clone());
        }
        let from = format!("{}, row {}", shown(&cells.sheet.name), cells.row.number);
        let source = described(&entry, key.map(one_line), from, self.shelf, self.ids);
        let cited = source.cited_as.clone().unwrap_or_else(|| source.id.clone());
        self.cited.insert(same, cited.clone());
        self.sources.push(source);
        Some(cited)
    }
}

/// `{ section = …, file = …, line = …, phrase = … }`.
fn place(cells: &mut Cells<'_>, phrase: Option<&str>) -> Option<String> {
    let mut parts = Vec::new();
    for key in ["section", "file"] {
        parts.extend(cells.get(key).map(|words| format!("{key} = {}", one_line(words).to_toml_value())));
    }
    parts.extend(cells.line().map(|line| format!("line = {line}")));
    parts.extend(phrase.map(|phrase| format!("phrase = {}", phrase.to_toml_value())));
    (!parts.is_empty()).then(|| format!("{{ {} }}", parts.join(", ")))
}

/// The mark of a person who has looked at the claim.
fn mark(cells: &mut Cells<'_>) -> Option<String> {
    let of_mark = ["checked-by", "checked-on", "why"];
    if let (None, Some(column)) = (cells.get("verdict"), of_mark.into_iter().find(|column| cells.get(column).is_some()))
    {
        cells.unread(column, NO_VERDICT.to_owned());
        return None;
    }
    let verdict = cells.mark("verdict")?;
    let by = cells.get("checked-by").map(|by| format!("by = {}, ", one_line(by).to_toml_value()));
    let on = cells.date("checked-on").map(|on| format!("on = {}, ", on.to_toml_value()));
    let why = cells.get("why").map(|why| format!(", note = {}", one_line(why).to_toml_value())).unwrap_or_default();
    Some(format!("{{ {}{}verdict = \"{verdict}\"{why} }}", by.unwrap_or_default(), on.unwrap_or_default()))
}

/// The keys of a record that no column has a name for.
fn rest(cells: &mut Cells<'_>) -> Vec<(String, String)> {
    let Some(written) = cells.get("rest") else { return Vec::new() };
    merge::pairs(written).unwrap_or_else(|| {
        cells.unread("rest", "it is no table of TOML".to_owned());
        Vec::new()
    })
}
