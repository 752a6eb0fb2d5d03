//! The rows of a table as claims.

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::{DeTable, DeValue};
use toml_writer::ToTomlValue;

use super::Unread;
use super::cells::Cells;
use super::columns::Columns;
use super::says;
use crate::bibliography::{Entry, Name, Who};
use crate::draft::ids::{Ids, of_words, slug};
use crate::draft::known::{self, Known, Shelf};
use crate::draft::sources::{Source, described};
use crate::load::inline;
use crate::names::one_line;
use crate::sheet::Sheet;
use crate::text::shown;

/// What comes out when a person checks a claim.
const VERDICTS: [&str; 4] = ["confirmed", "disputed", "refuted", "unverifiable"];

/// What a citation is for.
const ROLES: [&str; 6] = ["attests", "presumed", "predicts", "defines", "background", "disputes"];

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
    pub(super) keys: Vec<(&'static str, String)>,
}

/// The rows of some tables, being read.
pub(super) struct Rows<'k, 'i> {
    known: &'k Known,
    ids: &'i mut Ids,
    shelf: &'i mut Shelf<'k>,
    /// The claims that the dossier has, by their ids, phrases and texts.
    has: FxHashMap<String, &'k known::Claim>,
    /// The ids of the rows so far.
    stood: FxHashSet<String>,
    /// For each source that rows describe, how it is cited.
    cited: FxHashMap<String, String>,
    /// The sources that rows describe.
    pub(super) sources: Vec<Source>,
    /// The claims that the dossier does not have.
    pub(super) claims: Vec<Claim>,
    /// How many it has.
    pub(super) kept: usize,
}

impl<'k, 'i> Rows<'k, 'i> {
    pub(super) fn new(known: &'k Known, ids: &'i mut Ids, shelf: &'i mut Shelf<'k>) -> Self {
        let words = |claim: &'k known::Claim| {
            let words = [format!("id {}", claim.id), claim.phrase.clone(), claim.text.clone()];
            words.into_iter().filter(|words| !words.is_empty()).map(move |words| (words, claim))
        };
        Self {
            known,
            ids,
            shelf,
            has: known.claims.iter().flat_map(words).collect(),
            stood: FxHashSet::default(),
            cited: FxHashMap::default(),
            sources: Vec::new(),
            claims: Vec::new(),
            kept: 0,
        }
    }

    /// Takes in the rows of a table below its first.
    pub(super) fn take(&mut self, sheet: &Sheet, columns: &Columns, unread: &mut Vec<Unread>) {
        for row in sheet.rows.iter().skip(1) {
            self.row(&mut Cells { sheet, row, columns, unread });
        }
    }

    fn row(&mut self, cells: &mut Cells<'_>) {
        let text = cells.get("text").map(one_line);
        let phrase = cells.get("phrase").map(one_line);
        let words = text.as_deref().or(phrase.as_deref()).unwrap_or_default();
        let own = cells.get("id").map(slug).filter(|id| !id.is_empty());
        let noted = match &own {
            Some(id) => self.has.get(&format!("id {id}")),
            None => [&phrase, &text].into_iter().flatten().find_map(|words| self.has.get(words)),
        };
        if let Some(noted) = noted {
            self.kept += 1;
            hold_against(cells, noted);
            return;
        }
        if phrase.as_deref().is_some_and(|phrase| self.known.is_set_aside(phrase)) {
            return;
        }
        let wanted = own.clone().or_else(|| of_words(words, 5)).unwrap_or_else(|| format!("row-{}", cells.row.number));
        let id = self.ids.fresh(&wanted);
        if own.is_some() && !self.stood.insert(wanted.clone()) {
            cells.unread("id", format!("the id `{wanted}` stands in a row above: this claim is taken in as `{id}`"));
        }
        let mut claim =
            Claim { file: cells.sheet.name.clone(), row: cells.row.number, named: Vec::new(), keys: Vec::new() };
        let mut put = |key, value: Option<String>| claim.keys.extend(value.map(|value| (key, value)));
        put("id", Some(id.to_toml_value()));
        put("text", text.as_ref().map(ToTomlValue::to_toml_value));
        put("at", place(cells, phrase.as_deref()));
        put("cites", self.cites(cells));
        let (said, named) = match cells.get("says") {
            Some(written) => (toml(cells, "says", written), Vec::new()),
            None => says::statement(cells, words, self.ids),
        };
        put("says", said);
        put("checked", mark(cells));
        put("note", cells.get("note").map(|note| one_line(note).to_toml_value()));
        claim.named = named;
        self.claims.push(claim);
    }

    fn cites(&mut self, cells: &mut Cells<'_>) -> Option<String> {
        let plain: Vec<&str> = match cells.get("cites") {
            Some(written) if written.starts_with(['[', '{']) => match citations(written) {
                Some(written) => return Some(written),
                None => cells.list("cites"),
            },
            _ => cells.list("cites"),
        };
        let described = self.described(cells, plain.first().copied().filter(|_| plain.len() == 1));
        let keys: Vec<&str> = if plain.is_empty() { described.as_deref().into_iter().collect() } else { plain };
        let role = cells.choice("role", &ROLES).map(|role| format!(", role = \"{role}\""));
        let locator = cells.get("locator").map(|locator| format!(", locator = {}", one_line(locator).to_toml_value()));
        let rest = [role, locator].into_iter().flatten().collect::<String>();
        let cites: Vec<String> = keys
            .iter()
            .map(|key| one_line(key).to_toml_value())
            .map(|key| if rest.is_empty() { key } else { format!("{{ source = {key}{rest} }}") })
            .collect();
        (!cites.is_empty()).then(|| format!("[{}]", cites.join(", ")))
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

/// Tells of a verdict that is not the record's, which stays as it is.
fn hold_against(cells: &mut Cells<'_>, claim: &known::Claim) {
    let Some(verdict) = cells.choice("verdict", &VERDICTS).filter(|verdict| *verdict != claim.verdict) else { return };
    let noted = if claim.verdict.is_empty() { "no verdict".to_owned() } else { format!("`{}`", shown(&claim.verdict)) };
    let mark = format!("checked = {{ verdict = \"{verdict}\" }}");
    let id = shown(&claim.id);
    cells.unread("verdict", format!("the record of `{id}` has {noted}, and is left as it is: write `{mark}` there"));
}

/// `{ section = …, line = …, phrase = … }`.
fn place(cells: &mut Cells<'_>, phrase: Option<&str>) -> Option<String> {
    let mut parts = Vec::new();
    parts.extend(cells.get("section").map(|section| format!("section = {}", one_line(section).to_toml_value())));
    match cells.get("line").map(str::parse::<u32>) {
        Some(Ok(line)) => parts.push(format!("line = {line}")),
        Some(Err(_)) => cells.unread("line", "a line is a number".to_owned()),
        None => {}
    }
    parts.extend(phrase.map(|phrase| format!("phrase = {}", phrase.to_toml_value())));
    (!parts.is_empty()).then(|| format!("{{ {} }}", parts.join(", ")))
}

/// The mark of a person who has looked at the claim.
fn mark(cells: &mut Cells<'_>) -> Option<String> {
    if let (None, Some(column)) =
        (cells.get("verdict"), ["checked-by", "checked-on"].into_iter().find(|column| cells.get(column).is_some()))
    {
        cells.unread(column, "whoever has checked a claim comes to a `verdict`, and there is none".to_owned());
        return None;
    }
    let verdict = cells.choice("verdict", &VERDICTS)?;
    let by = cells.get("checked-by").map(|by| format!("by = {}, ", one_line(by).to_toml_value()));
    let on = cells.date("checked-on").map(|on| format!("on = {}, ", on.to_toml_value()));
    Some(format!("{{ {}{}verdict = \"{verdict}\" }}", by.unwrap_or_default(), on.unwrap_or_default()))
}

/// A cell in TOML, on one line.
fn toml(cells: &mut Cells<'_>, column: &str, written: &str) -> Option<String> {
    let text = format!("{column} = {written}");
    match DeTable::parse(&text) {
        Ok(table) => Some(inline(table.get_ref().get(column)?.get_ref())),
        Err(error) => {
            cells.unread(column, format!("it is no TOML: {}", one_line(error.message())));
            None
        }
    }
}

/// Citations in TOML: a list of keys and tables.
fn citations(written: &str) -> Option<String> {
    let text = format!("cites = {written}");
    let table = DeTable::parse(&text).ok()?;
    let value = table.get_ref().get("cites")?.get_ref();
    let is_citation = |value: &DeValue<'_>| matches!(value, DeValue::String(_) | DeValue::Table(_));
    match value {
        DeValue::Array(values) if values.iter().all(|value| is_citation(value.get_ref())) => Some(inline(value)),
        DeValue::Table(_) => Some(inline(value)),
        _ => None,
    }
}
