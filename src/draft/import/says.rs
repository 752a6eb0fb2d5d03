//! What a row says, column by column, as a statement.

use toml_writer::ToTomlValue;

use super::cells::Cells;
use crate::draft::ids::{Ids, of_words, slug};
use crate::load::NAMESPACE;
use crate::names::one_line;
use crate::text::{named, shown};
use crate::time::Gap;

/// The ways in which a statement is meant.
const MODES: [&str; 7] = ["fact", "reported", "alleged", "planned", "wished", "forecast", "hedged"];

/// The keys of a statement whose values are dates, or events too.
const TIMES: [&str; 9] = ["on", "from", "until", "before", "after", "during", "because-of", "leads-to", "same-time-as"];

/// What a statement says, being gathered.
struct Said<'i> {
    ids: &'i mut Ids,
    parts: Vec<String>,
    named: Vec<(&'static str, String, String)>,
}

/// The statement of a row as an inline table, with what it speaks of and no record is of yet. `words` name an event or
/// a quantity that has no column.
pub(super) fn statement(
    cells: &mut Cells<'_>,
    words: &str,
    ids: &mut Ids,
) -> (Option<String>, Vec<(&'static str, String, String)>) {
    let mut said = Said { ids, parts: Vec::new(), named: Vec::new() };
    let has = |columns: &[&str]| columns.iter().any(|column| cells.get(column).is_some());
    let (event, relation) = (has(&["event"]), has(&["subject", "relation", "object"]));
    let quantity = has(&["quantity"]) || has(&["value"]) && !relation;
    match (event, relation, quantity) {
        (true, true, _) | (true, _, true) | (_, true, true) => {
            let column = ["quantity", "value", "relation", "subject", "object"];
            let column = column.into_iter().find(|column| has(&[column])).unwrap_or("event");
            cells.unread(column, "a row says one thing: of an event, a relation or a quantity".to_owned());
            return (None, Vec::new());
        }
        (_, true, _) => said.relation(cells),
        (.., true) => said.quantity(cells, words),
        (true, ..) => said.event(cells, words),
        _ if has(&TIMES) => said.event(cells, words),
        _ => return (None, Vec::new()),
    }
    if said.parts.len() == 1 && !event {
        // What there was to say could not be read.
        return (None, Vec::new());
    }
    said.rest(cells);
    (Some(format!("{{ {} }}", said.parts.join(", "))), said.named)
}

impl Said<'_> {
    fn put(&mut self, key: &str, value: &str) {
        self.parts.push(format!("{key} = {value}"));
    }

    /// The id of a thing that a cell names; a thing that no record is of gets one.
    fn thing(&mut self, kind: &'static str, text: &str) -> String {
        if text.starts_with(NAMESPACE) {
            return text.to_owned();
        }
        let wanted = slug(text);
        if wanted.is_empty() {
            return wanted;
        }
        let (id, is_new) = self.ids.of_kind(kind, &wanted);
        if is_new {
            let name = if id == text { String::new() } else { one_line(text) };
            self.named.push((kind, id.clone(), name));
        }
        id
    }

    /// A thing that is called by the words of its claim.
    fn unnamed(&mut self, kind: &'static str, words: &str) -> String {
        let id = self.ids.fresh(&of_words(words, 4).map_or_else(|| kind.to_owned(), |id| format!("{id}-{kind}")));
        self.named.push((kind, id.clone(), one_line(words)));
        id
    }

    fn event(&mut self, cells: &mut Cells<'_>, words: &str) {
        let id = match cells.get("event") {
            Some(event) => self.thing("event", event),
            None => self.unnamed("event", words),
        };
        self.put("event", &id.to_toml_value());
        for key in TIMES {
            self.times(cells, key);
        }
        if let Some(gap) = cells.get("gap") {
            match Gap::parse(gap) {
                Ok(_) => self.put("gap", &gap.to_toml_value()),
                Err(bad) => cells.unread("gap", format!("`{}` cannot be read: {}", shown(gap), named(&bad.what))),
            }
        }
        for key in ["who", "as", "where"] {
            let ids: Vec<String> =
                cells.list(key).into_iter().map(|name| self.thing("entity", name).to_toml_value()).collect();
            self.listed(key, &ids);
        }
    }

    fn relation(&mut self, cells: &mut Cells<'_>) {
        for (key, kind) in [("subject", "entity"), ("relation", "relation"), ("object", "entity")] {
            match cells.get(key) {
                Some(name) if kind == "entity" => {
                    let id = self.thing(kind, name);
                    self.put(key, &id.to_toml_value());
                }
                Some(name) => self.put(key, &slug(name).to_toml_value()),
                None if key == "object" => {}
                None => cells
                    .unread(if key == "subject" { "relation" } else { "subject" }, format!("a relation has a `{key}`")),
            }
        }
        if let Some(value) = cells.get("value") {
            self.put("value", &one_line(value).to_toml_value());
        }
        for key in ["on", "from", "until"] {
            self.times(cells, key);
        }
    }

    fn quantity(&mut self, cells: &mut Cells<'_>, words: &str) {
        let id = match cells.get("quantity") {
            Some(quantity) => self.thing("quantity", quantity),
            None => self.unnamed("quantity", words),
        };
        self.put("quantity", &id.to_toml_value());
        for key in ["value", "equals"] {
            if let Some(value) = cells.amount(key) {
                self.put(key, &value.to_toml_value());
            }
        }
        if let Some(on) = cells.date("on") {
            self.put("on", &on.to_toml_value());
        }
        if let Some(scope) = cells.get("scope") {
            self.put("scope", &one_line(scope).to_toml_value());
        }
    }

    fn rest(&mut self, cells: &mut Cells<'_>) {
        match cells.get("not").map(str::to_lowercase).as_deref() {
            None | Some("no" | "false" | "0") => {}
            Some("yes" | "true" | "1" | "x") => self.put("not", "true"),
            Some(_) => cells.unread("not", "write `yes` or `no`".to_owned()),
        }
        if let Some(speaker) = cells.get("said-by") {
            let speaker = self.thing("entity", speaker);
            self.put("said-by", &speaker.to_toml_value());
        }
        if let Some(mode) = cells.choice("mode", &MODES) {
            self.put("mode", &mode.to_toml_value());
        }
    }

    /// A date; where the key takes them, events too, by their ids or names.
    fn times(&mut self, cells: &mut Cells<'_>, key: &'static str) {
        if matches!(key, "on" | "from" | "until") {
            if let Some(date) = cells.date(key) {
                self.put(key, &date.to_toml_value());
            }
            return;
        }
        let targets: Vec<String> = cells
            .list(key)
            .into_iter()
            .map(|target| cells.dated(target).unwrap_or_else(|| self.thing("event", target)).to_toml_value())
            .collect();
        self.listed(key, &targets);
    }

    fn listed(&mut self, key: &str, values: &[String]) {
        match values {
            [] => {}
            [one] => self.put(key, one),
            several => self.put(key, &format!("[{}]", several.join(", "))),
        }
    }
}
