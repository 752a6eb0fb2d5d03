//! Items in YAML, as Pandoc and Better BibTeX write them: a list under `references:`, or by itself.
//!
//! An alias says nothing. What stands before a place that is no YAML is kept.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};

use super::{DEPTH, Member, take};
use crate::bibliography::Bibliography;
use crate::document::Fault;
use crate::text::shown;

/// Whether a text looks like such a list.
pub(crate) fn is_one(text: &str) -> bool {
    let head = text.trim_start_matches(['\u{feff}', '-', ' ', '\n', '\r', '\t']);
    head.starts_with("id:") || text.lines().any(|line| line.trim_end() == "references:")
}

/// The items of a file.
pub(crate) fn read(text: &str) -> Bibliography {
    let mut reading = Reading { text, seen: (0, 0), open: Vec::new(), found: Bibliography::default() };
    for event in Parser::new_from_str(text) {
        let told = match event {
            Ok((event, span)) => reading.event(event, span),
            Err(error) => Err(shown(error.info())),
        };
        if let Err(what) = told {
            let at = reading.seen.1;
            let end = at + text[at..].lines().next().map_or(0, str::len);
            reading.found.faults.push(Fault::losing(at..end, format!("what follows cannot be read: {what}")));
            break;
        }
    }
    reading.found
}

/// A list or a map that is not closed yet.
enum Open {
    List(Vec<Value>),
    Map { start: usize, key: Option<String>, members: BTreeMap<String, Member> },
}

struct Reading<'t> {
    text: &'t str,
    /// How far the text is seen, in characters and in bytes: events tell the former.
    seen: (usize, usize),
    open: Vec<Open>,
    found: Bibliography,
}

impl Reading<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), String> {
        let start = self.byte(span.start.index());
        match event {
            Event::SequenceStart(..) => self.open.push(Open::List(Vec::new())),
            Event::MappingStart(..) => {
                self.open.push(Open::Map { start, key: None, members: BTreeMap::new() });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(start),
            Event::Scalar(words, style, ..) => {
                let end = self.byte(span.end.index());
                self.scalar(&words, style, start..end);
            }
            Event::Alias(_) => self.put(Value::Null, start..start),
            _ => {}
        }
        if self.open.len() > DEPTH { Err("too much lies in one another".to_owned()) } else { Ok(()) }
    }

    /// The byte of a character; none before what was seen.
    fn byte(&mut self, character: usize) -> usize {
        let (characters, bytes) = self.seen;
        let ahead = character.saturating_sub(characters);
        let rest = &self.text[bytes..];
        let further = rest.char_indices().nth(ahead).map_or(rest.len(), |(at, _)| at);
        self.seen = (characters + ahead, bytes + further);
        self.seen.1
    }

    fn scalar(&mut self, words: &str, style: ScalarStyle, at: Range<usize>) {
        if let Some(Open::Map { key: key @ None, .. }) = self.open.last_mut() {
            *key = Some(words.to_owned());
            return;
        }
        let value = match (style, words) {
            (ScalarStyle::Plain, "true") => Value::Bool(true),
            (ScalarStyle::Plain, "false") => Value::Bool(false),
            (ScalarStyle::Plain, "" | "~" | "null") => Value::Null,
            _ => Value::String(words.to_owned()),
        };
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) && at.len() >= 2;
        let at = if quoted { at.start + 1..at.end - 1 } else { at };
        self.put(value, at);
    }

    /// Gives a value to what is open.
    fn put(&mut self, value: Value, at: Range<usize>) {
        match self.open.last_mut() {
            Some(Open::List(values)) => values.push(value),
            Some(Open::Map { key, members, .. }) => match key.take() {
                Some(key) => {
                    members.insert(key, Member { value, at });
                }
                // A list or a map is a key, and has no name.
                None => *key = Some(String::new()),
            },
            None => {}
        }
    }

    /// Closes what is open, before a byte.
    fn close(&mut self, end: usize) {
        match self.open.pop() {
            Some(Open::Map { start, members, .. }) => {
                let end = start + self.text[start..end.max(start)].trim_end().len();
                if self.lists_works() {
                    take(&mut self.found, &members, start..end);
                    return;
                }
                let members: Map<String, Value> =
                    members.into_iter().map(|(name, member)| (name, member.value)).collect();
                self.put(Value::Object(members), start..end);
            }
            Some(Open::List(values)) => self.put(Value::Array(values), end..end),
            None => {}
        }
    }

    /// Whether what closed here is an item of the list of works.
    fn lists_works(&self) -> bool {
        match &self.open[..] {
            [Open::List(_)] => true,
            [Open::Map { key: Some(key), .. }, Open::List(_)] => key == "references",
            _ => false,
        }
    }
}
