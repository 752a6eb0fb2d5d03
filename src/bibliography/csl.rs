//! CSL-JSON, item by item: one that is broken loses nothing else; and the same items in [YAML](yaml).

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;
use serde_json::value::RawValue;

use super::{Bibliography, Entry, Name, Part, Who, dates};
use crate::document::Fault;
use crate::names::one_line;
use crate::text::shown;
use crate::time::When;

mod yaml;

pub(crate) use yaml::{is_one as is_yaml, read as read_yaml};

/// The parts of an item that are read as they stand.
const FIELDS: [&str; 19] = [
    "type",
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "page",
    "edition",
    "URL",
    "DOI",
    "ISBN",
    "ISSN",
    "number",
    "genre",
    "language",
    "event-title",
    "note",
    "citation-label",
];

/// What gainsay writes beside the fields of CSL, in `custom`.
const CUSTOM: [&str; 3] = ["updated", "about", "derived-from"];

/// The dates of an item.
const DATES: [&str; 3] = ["issued", "accessed", "original-date"];

/// Objects that lie in so many others are no bibliography.
const DEPTH: usize = 64;

/// The items of a file.
pub(crate) fn read(text: &str) -> Bibliography {
    let mut found = Bibliography::default();
    for range in objects(text, list(text)) {
        match members(&text[range.clone()], range.start) {
            Ok(members) => take(&mut found, &members, range),
            Err(what) => {
                let end = range.start + text[range.clone()].lines().next().map_or(0, str::len);
                found.faults.push(Fault::losing(range.start..end, format!("this item cannot be read: {what}")));
            }
        }
    }
    found
}

/// The works that a reference manager describes in a citation: an item, or what holds several.
pub(crate) fn described(json: &str) -> Vec<Entry> {
    let mut works = Vec::new();
    let Ok(value) = serde_json::from_str::<Value>(json) else { return works };
    let items: Vec<Value> = match value {
        Value::Array(items) => items,
        Value::Object(mut object) => match object.remove("citationItems") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(object)],
        },
        _ => return works,
    };
    for own in items {
        let own = own.get("itemData").cloned().unwrap_or(own);
        let Value::Object(own) = own else { continue };
        // In what a program has written down for itself there are no places.
        let members = own.into_iter().map(|(name, value)| (name, Member { value, at: 0..0 })).collect();
        let (mut entry, _) = item(&members, 0..0);
        entry.key = None;
        if !(entry.fields.is_empty() && entry.author.is_empty()) {
            works.push(entry);
        }
    }
    works
}

/// Where the list of items starts.
fn list(text: &str) -> usize {
    let start = text.len() - text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).len();
    if !text[start..].starts_with('{') {
        return start;
    }
    let named =
        ["\"items\"", "\"references\""].iter().filter_map(|name| text.find(name).map(|at| at + name.len())).min();
    let opened = named
        .filter(|&at| text[at..].trim_start().starts_with(':'))
        .and_then(|at| text[at..].find('[').map(|n| at + n));
    opened.unwrap_or(start)
}

/// Where the outermost objects of a list lie. One that is not closed ends where the next begins at the start of a line.
fn objects(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(start) = text[at..].find('{').map(|next| at + next) {
        let end = match object_end(text, start) {
            Some(end) => end,
            None => next_object(text, start + 1).unwrap_or(text.len()),
        };
        found.push(start..end);
        at = end;
    }
    found
}

fn object_end(text: &str, start: usize) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate().skip(start) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            // A line's end in a string, or one item in another, says that something was not closed.
            b'\n' if quoted => return None,
            b'{' if !quoted => depth += 1,
            b'}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        if depth > DEPTH {
            return None;
        }
    }
    None
}

/// Where the next object starts that opens a line, or follows on one that was closed.
fn next_object(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(next) = text[at..].find('{').map(|next| at + next) {
        let before = text[..next].trim_end_matches([' ', '\t']);
        if before.ends_with(['\n', '[']) || before.ends_with("},") {
            return Some(next);
        }
        at = next + 1;
    }
    None
}

/// A member of an item: what it says, and where.
struct Member {
    value: Value,
    at: Range<usize>,
}

/// The members of an item in JSON.
fn members(text: &str, shift: usize) -> Result<BTreeMap<String, Member>, String> {
    let raw: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(|error| told(&error))?;
    let member = |raw: &RawValue| {
        let start = raw.get().as_ptr() as usize - text.as_ptr() as usize + shift;
        let quoted = usize::from(raw.get().len() >= 2 && raw.get().starts_with('"'));
        let value = serde_json::from_str::<Value>(raw.get()).unwrap_or_default();
        Member { value, at: start + quoted..start + raw.get().len() - quoted }
    };
    Ok(raw.into_iter().map(|(name, raw)| (name, member(raw))).collect())
}

/// Takes in an item that stands at a place.
fn take(found: &mut Bibliography, members: &BTreeMap<String, Member>, at: Range<usize>) {
    let (entry, faults) = item(members, at);
    found.entries.push(entry);
    found.faults.extend(faults);
}

/// An item, with what of it could not be read.
fn item(members: &BTreeMap<String, Member>, at: Range<usize>) -> (Entry, Vec<Fault>) {
    let mut entry = Entry { at, ..Entry::default() };
    let mut faults = Vec::new();
    for name in FIELDS {
        let Some(Member { value, at }) = members.get(name) else { continue };
        match words(value) {
            Some(words) => entry.put(name, words, at.clone()),
            None => faults.push(Fault::new(at.clone(), format!("`{name}` holds no text"))),
        }
    }
    for name in DATES {
        let Some(Member { value, at }) = members.get(name) else { continue };
        match date(value) {
            // What a program writes that knows no year.
            Some(date) if date.starts_with("0000") => {}
            Some(date) => entry.put(name, date, at.clone()),
            None => faults.push(Fault::new(at.clone(), format!("`{name}` holds no date"))),
        }
    }
    if let Some(Member { value, at }) = members.get("status") {
        entry.put_status(&words(value).unwrap_or_default(), at.clone());
    }
    if let Some(Member { value, at }) = members.get("custom") {
        for name in CUSTOM {
            entry.put(name, value.get(name).and_then(words).unwrap_or_default(), at.clone());
        }
    }
    let people = [("author", &mut entry.author), ("editor", &mut entry.editor), ("translator", &mut entry.translator)];
    for (name, people) in people {
        let Some(Member { value, at }) = members.get(name) else { continue };
        let Value::Array(listed) = value else {
            faults.push(Fault::new(at.clone(), format!("`{name}` holds no list of names")));
            continue;
        };
        *people = listed.iter().filter_map(who).map(|who| Name { who, at: at.clone() }).collect();
    }
    let key = ["citation-key", "id"].iter().find_map(|name| members.get(*name));
    entry.key = key.and_then(|key| Some(Part { words: words(&key.value)?, at: key.at.clone() }));
    entry.fields.sort_by_key(|field| field.at.start);
    (entry, faults)
}

/// What the parser says, without the place that it counts from the item's start.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    shown(what)
}

/// A text or a number, markup taken off.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let mut out = text;
    for tag in ["i", "b", "sub", "sup", "span"] {
        out = out.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    Some(one_line(&out))
}

fn who(name: &Value) -> Option<Who> {
    let part = |key: &str| name.get(key).and_then(Value::as_str).map(one_line).filter(|part| !part.is_empty());
    if let Some(literal) = part("literal").or_else(|| name.as_str().map(one_line)) {
        return Some(Who::Literal(literal));
    }
    let particles = ["dropping-particle", "non-dropping-particle"].into_iter().filter_map(part);
    let family: Vec<String> = particles.chain(part("family")).collect();
    let given: Vec<String> = part("given").into_iter().chain(part("suffix")).collect();
    match (family.is_empty(), given.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Who::Literal(given.join(" "))),
        (false, true) => Some(Who::Literal(family.join(" "))),
        (false, false) => Some(Who::Person { family: family.join(" "), given: given.join(", ") }),
    }
}

/// A date in EDTF: of `date-parts`, or as YAML has it, of its days by name.
fn date(value: &Value) -> Option<String> {
    let value = match value {
        Value::Array(days) if days.len() == 1 => &days[0],
        _ => value,
    };
    let text = value.as_str().or_else(|| value.get("raw").or(value.get("literal")).and_then(Value::as_str));
    let whole = || {
        let listed = value.get("date-parts").unwrap_or(value);
        let days: Vec<String> = listed
            .as_array()
            .map_or(std::slice::from_ref(listed), Vec::as_slice)
            .iter()
            .map(day)
            .collect::<Option<_>>()?;
        let circa = value.get("circa").is_some_and(|circa| !matches!(circa, Value::Bool(false) | Value::Null));
        let season = value.get("season").and_then(number).filter(|season| (1..=4).contains(season));
        Some(match (days.as_slice(), season) {
            ([year], Some(season)) if year.len() == 4 && !circa => format!("{year}-{}", 20 + season),
            ([day], _) if circa => format!("{day}~"),
            _ => days.join("/"),
        })
    };
    let date = whole().or_else(|| dates::whole(text?))?;
    When::parse(&date).is_ok().then_some(date)
}

fn day(parts: &Value) -> Option<String> {
    let parts: Vec<i64> = match parts {
        Value::Array(parts) => parts.iter().map(number).collect::<Option<_>>()?,
        Value::Object(named) => {
            ["year", "month", "day"].iter().map_while(|name| named.get(*name)).map(number).collect::<Option<_>>()?
        }
        _ => return None,
    };
    match parts[..] {
        [year] => Some(self::year(year)),
        [year, month] => Some(format!("{}-{month:02}", self::year(year))),
        [year, month, day] => Some(format!("{}-{month:02}-{day:02}", self::year(year))),
        _ => None,
    }
}

/// A year in four digits, the sign before them.
fn year(year: i64) -> String {
    format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs())
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}
