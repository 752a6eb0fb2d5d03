//! A fact sheet: a row for each claim in the columns that fact-checkers keep, and a row for every other record.
//!
//! Each row knows what it said when it was exported, cell by cell ([`digest`]), so that
//! [`import`](crate::draft::import) can tell what a person has changed in the table from what has been changed in the
//! records since.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Record, Written};
use crate::finding::{Finding, Level};
use crate::language::Vocabulary;
use crate::load::keys::{self, SOURCING};
use crate::model::Verdict;
use crate::sheet::{Column, Page};
use crate::text::{self, steadied};

/// The columns, each by what it says of a claim. `number`, `kind`, `worst` and `findings` are told, and not read back.
pub const COLUMNS: [(&str, Column); 25] = [
    ("number", Column::new("number", 8.0)),
    ("id", Column::hidden("id", 28.0)),
    ("phrase", Column::new("as printed", 32.0)),
    ("text", Column::new("claim", 32.0)),
    ("section", Column::new("section", 14.0)),
    ("file", Column::hidden("file", 14.0)),
    ("line", Column::new("line", 5.0)),
    ("kind", Column::new("kind", 10.0)),
    ("cites", Column::new("source", 18.0)),
    ("locator", Column::new("locator", 9.0)),
    ("sourcing", Column::of("primary or secondary", 10.0, &SOURCING)),
    ("backup", Column::new("backup", 14.0)),
    ("verdict", Column::of("status", 11.0, &STATUSES)),
    ("checked-by", Column::new("checked by", 10.0)),
    ("checked-on", Column::new("checked on", 10.0)),
    ("why", Column::new("why", 14.0)),
    ("query", Column::new("query", 22.0)),
    ("answer", Column::new("answer", 22.0)),
    ("note", Column::new("note", 14.0)),
    ("worst", Column::new("worst", 9.0)),
    ("findings", Column::new("findings", 60.0)),
    ("says", Column::hidden("says", 60.0)),
    ("record", Column::hidden("record", 10.0)),
    ("rest", Column::hidden("rest", 60.0)),
    ("as-exported", Column::hidden("as exported", 40.0)),
];

/// The columns that a table of the other records has.
pub const OF_RECORDS: [&str; 5] = ["id", "text", "record", "rest", "as-exported"];

/// What a person can change of a claim, by its column, and where the record says it.
pub const FIELDS: [(&str, &[&str]); 17] = [
    ("text", &["text"]),
    ("phrase", &["at", "phrase"]),
    ("section", &["at", "section"]),
    ("file", &["at", "file"]),
    ("line", &["at", "line"]),
    ("cites", &["cites"]),
    ("locator", &["cites"]),
    ("sourcing", &["sourcing"]),
    ("backup", &["backup"]),
    ("verdict", &["checked", "verdict"]),
    ("checked-by", &["checked", "by"]),
    ("checked-on", &["checked", "on"]),
    ("why", &["checked", "note"]),
    ("query", &["query"]),
    ("answer", &["answer"]),
    ("note", &["note"]),
    ("says", &["says"]),
];

/// Verdicts as checkers put them.
const STATUSES: [&str; Verdict::NAMED.len()] = {
    let mut words = [""; Verdict::NAMED.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = Verdict::NAMED[at].1.status();
        at += 1;
    }
    words
};

/// The worksheet of claims. Printed is what checkers keep; what was found stands beside it, to be filtered by.
pub fn page(rows: &[Vec<String>]) -> Page<'_> {
    let printed = COLUMNS.iter().take_while(|(key, _)| *key != "worst").count();
    Page { name: "claims", columns: COLUMNS.map(|(_, column)| column).into(), rows, printed }
}

/// The row of each record, in the order of [`COLUMNS`], a claim's with the findings that are about it. Statements are
/// in TOML; so are citations that say more than a key, a role and a locator, and keys that would not come back as they
/// are.
pub fn fact_sheet(records: &[Record], findings: &[Finding]) -> Vec<Vec<String>> {
    let mut about: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let claims = finding.subjects.iter().filter(|it| it.kind == "claim").map(|it| it.id.as_str());
        for id in claims.collect::<std::collections::BTreeSet<_>>() {
            about.entry(id).or_default().push(finding);
        }
    }
    let row = |(at, record): (usize, &Record)| {
        let is_claim = record.table == "claim";
        let findings = about.get(record.says.id()).filter(|_| is_claim).map_or(&[][..], Vec::as_slice);
        let told = |key: &str| match key {
            "number" if is_claim => (at + 1).to_string(),
            "kind" if is_claim => kinds(&record.says),
            "worst" => findings.iter().map(|finding| finding.level).max().map_or("", Level::name).to_owned(),
            "findings" => {
                let told = findings.iter().map(|it| format!("{}[{}]: {}", it.level.name(), it.rule, it.said()));
                steadied(&told.collect::<Vec<_>>().join("\n"))
            }
            "as-exported" => exported(record),
            key => cell(record, key),
        };
        COLUMNS.iter().map(|(key, _)| told(key)).collect()
    };
    records.iter().enumerate().map(row).collect()
}

/// What a row says of its record in a column.
pub fn cell(record: &Record, column: &str) -> String {
    let says = &record.says;
    let of = |key: &str| says.text(key).unwrap_or_default().to_owned();
    let cell = match column {
        "id" => of("id"),
        "record" if record.table != "claim" => record.table.clone(),
        "rest" => match rest(record).map(|(key, toml)| format!("{key} = {toml}")).collect::<Vec<_>>() {
            keys if keys.is_empty() => String::new(),
            keys => format!("{{ {} }}", keys.join(", ")),
        },
        "text" if record.table != "claim" => {
            ["name", "title", "text", "quote"].map(of).into_iter().find(|text| !text.is_empty()).unwrap_or_default()
        }
        _ if record.table != "claim" => String::new(),
        "cites" => cites(says)[0].clone(),
        "locator" => cites(says)[1].clone(),
        "says" => says.value("says").map(|says| says.toml.clone()).unwrap_or_default(),
        column => {
            let path = FIELDS.iter().find(|(key, _)| *key == column).map_or(&[][..], |(_, path)| path);
            let value = match path {
                [key] if is_plain(says, key) => says.text(key).map(str::to_owned),
                [table, "on"] => says.part(table).and_then(|table| table.date("on")),
                [table, key] => says.part(table).and_then(|table| table.text(key)).map(str::to_owned),
                _ => None,
            };
            let value = value.unwrap_or_default();
            let verdict = Verdict::NAMED.iter().find(|(name, _)| column == "verdict" && *name == value);
            verdict.map_or(value, |(_, verdict)| verdict.status().to_owned())
        }
    };
    steadied(&cell)
}

/// The keys of a record that no other column says, in the order of their table, with their values in TOML.
pub fn rest(record: &Record) -> impl Iterator<Item = (&str, &str)> {
    let shape = keys::tables().find(|(table, _)| *table == record.table).map(|(_, shape)| shape);
    let carried = |key: &str| match key {
        "id" => true,
        _ if record.table != "claim" => false,
        "at" | "checked" | "cites" | "says" => true,
        key => FIELDS.iter().any(|(_, path)| *path == [key]) && is_plain(&record.says, key),
    };
    let keys = record.says.keys.iter().map(|(key, value)| (key.as_str(), value.toml.as_str()));
    let mut keys: Vec<(&str, &str)> = keys.filter(|(key, _)| !carried(key)).collect();
    keys.sort_by_key(|(key, _)| shape.and_then(|shape| shape.names().position(|name| name == *key)));
    keys.into_iter()
}

/// What each cell of a row says, as its column and a [`digest`]; a cell that says nothing is not in it.
fn exported(record: &Record) -> String {
    let mut exported = String::new();
    let mut put = |key: &str, cell: &str| {
        if !cell.is_empty() {
            let gap = if exported.is_empty() { "" } else { " " };
            let _ = write!(exported, "{gap}{key}={}", digest(cell));
        }
    };
    if record.table == "claim" {
        for (key, _) in FIELDS {
            put(key, &cell(record, key));
        }
    } else {
        put("rest", &cell(record, "rest"));
    }
    for (key, toml) in rest(record) {
        put(&format!("rest.{key}"), toml);
    }
    exported
}

/// Eight hexadecimal digits that stand for a text.
pub fn digest(cell: &str) -> String {
    let hash = text::digest(cell.bytes());
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

fn is_plain(record: &Written, key: &str) -> bool {
    record.value(key).is_some_and(|value| value.toml.starts_with(['"', '\'']))
}

/// `Gazette 2024; Herald 2019 (presumed)` with the places in each, or what the claim cites in TOML.
fn cites(claim: &Written) -> [String; 2] {
    let Some(value) = claim.value("cites") else { return [String::new(), String::new()] };
    let in_toml = || [value.toml.clone(), String::new()];
    let (mut cited, mut locators) = (Vec::new(), Vec::new());
    for citation in &value.parts {
        let key = citation.text("source").or(citation.text("id")).unwrap_or_default();
        let says_more =
            citation.keys.iter().any(|(key, _)| !matches!(key.as_str(), "id" | "source" | "role" | "locator"));
        if says_more || key.is_empty() || key.contains(';') || key.starts_with(['[', '{']) || key.ends_with(')') {
            return in_toml();
        }
        let role = citation.text("role").map(|role| format!(" ({role})")).unwrap_or_default();
        cited.push(format!("{key}{role}"));
        locators.push(citation.text("locator").unwrap_or_default());
    }
    if locators.iter().any(|locator| locator.contains(';')) {
        return in_toml();
    }
    let is_one = locators.windows(2).all(|two| two[0] == two[1]);
    let locators = if is_one { locators.first().copied().unwrap_or_default().to_owned() } else { locators.join("; ") };
    [cited.join("; "), locators]
}

static SUPERLATIVES: Vocabulary = Vocabulary::of(|language| language.superlatives);

/// What there is to be checked: `date, number`.
fn kinds(claim: &Written) -> String {
    let statements = claim.value("says").map_or(&[][..], |says| &says.parts);
    let says = |keys: &[&str]| statements.iter().any(|says| keys.iter().any(|key| says.value(key).is_some()));
    let words = [claim.part("at").and_then(|at| at.text("phrase")), claim.text("text")];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_superlative =
        || words.split(|c: char| !c.is_alphabetic()).any(|word| SUPERLATIVES.has(&word.to_lowercase()));
    let kinds = [
        ("name", says(&["who", "as", "where", "subject"])),
        ("date", says(&["on", "from", "until", "before", "after", "during", "gap"])),
        ("number", says(&["quantity", "test", "mean", "percentage", "estimate"])),
        ("quotation", words.contains(['"', '“', '„', '«'])),
        ("superlative", is_superlative()),
    ];
    kinds.into_iter().filter(|(_, is)| *is).map(|(kind, _)| kind).collect::<Vec<_>>().join(", ")
}
