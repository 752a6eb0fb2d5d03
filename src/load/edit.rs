//! Changes of a file's text that keep its layout: where an entry begins and ends with what separates it from the
//! others.
//!
//! Places are those of values as the loader read them. What cannot be found again in the text of its record gives
//! `None`.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_writer::ToTomlValue;

use super::{inline, record_around};
use crate::finding::Edit;
use crate::text::{Span, Texts};

/// A text as a string of TOML, quotes included.
pub fn quoted(text: &str) -> String {
    text.to_toml_value()
}

/// The value at `span` replaced by a string.
pub fn written(span: Span, text: &str) -> Edit {
    Edit { span, text: quoted(text) }
}

/// Two values in each other's place.
pub fn swapped(texts: &Texts, one: Span, other: Span) -> Vec<Edit> {
    let put = |there: Span, from: Span| Edit { span: there, text: texts.slice(from).to_owned() };
    vec![put(one, other), put(other, one)]
}

/// An entry taken out.
#[derive(Debug)]
pub struct Removal {
    /// What is taken out.
    pub edit: Edit,
    /// Whether a comment goes with it.
    pub takes_comment: bool,
}

/// The entry of a list or of a table whose value stands at `value`, taken out with what separates it from the others. A
/// list of one entry goes as a whole.
pub fn without(texts: &Texts, value: Span) -> Option<Removal> {
    let record = Record::around(texts, value);
    let mut entry = record.find(value)?;
    while let Parent::List { entries, list } = &entry.parent
        && entries.len() == 1
    {
        entry = record.find(*list)?;
    }
    let out = match entry.parent {
        Parent::Block => record.lines(entry.span)?,
        Parent::List { entries, .. } | Parent::Inline(entries) => beside(&entries, entry.span)?,
    };
    let text = texts.slice(out);
    let own = texts.slice(entry.span);
    let around = text.replacen(own, "", 1);
    let takes_comment = around.contains('#') || own.contains('\n') && own.contains('#');
    Some(Removal { edit: Edit { span: out, text: String::new() }, takes_comment })
}

/// `key = value` put into the table in which a value stands: on a line of its own below it, else behind it.
pub fn with_key(texts: &Texts, beside: Span, key: &str, value: &str) -> Option<Edit> {
    let record = Record::around(texts, beside);
    let entry = record.find(beside)?;
    let behind = Span::new(entry.span.end(), entry.span.end());
    match entry.parent {
        Parent::Inline(_) => Some(Edit { span: behind, text: format!(", {key} = {value}") }),
        Parent::List { .. } => None,
        Parent::Block => {
            let lines = record.lines(entry.span)?;
            let above = texts.slice(entry.span);
            let column = above.split('=').next().unwrap_or_default().chars().count().saturating_sub(1);
            let text = texts.slice(lines);
            let end = if text.ends_with("\r\n") { "\r\n" } else { "\n" };
            let line = format!("{key:column$} = {value}");
            // The last line of a file may have no end.
            let text = if text.ends_with('\n') { format!("{line}{end}") } else { format!("{end}{line}") };
            Some(Edit { span: Span::new(lines.end(), lines.end()), text })
        }
    }
}

/// `key = value` put at the end of the inline table at `table`, unless the key is there.
pub fn with_entry(texts: &Texts, table: Span, key: &str, value: &str) -> Option<Edit> {
    let text = texts.slice(table);
    let (inner, parsed) = (text.strip_prefix('{')?.strip_suffix('}')?, format!("x = {text}"));
    let parsed = DeTable::parse(&parsed).ok()?;
    let DeValue::Table(entries) = parsed.get_ref().get("x")?.get_ref() else { return None };
    if entries.contains_key(key) || inner.contains(['#', '\n']) {
        return None;
    }
    let kept = inner.trim_end();
    let at = table.start + 1 + kept.len() as u32;
    let comma = if kept.is_empty() || kept.ends_with(',') { "" } else { "," };
    Some(Edit { span: Span::new(at, at), text: format!("{comma} {key} = {value}") })
}

/// A record that says `value` (TOML) at a path of one key or two, or nothing there. Everything else stays as it is
/// written and says what it said; `None` where that cannot be had.
pub fn with_value(record: &str, path: &[&str], value: Option<&str>) -> Option<String> {
    let mut texts = Texts::default();
    texts.add("", record.to_owned()).ok()?;
    let after = applied(&texts, &edit_to(&texts, path, value)?);
    let (path, mut expected) = (path.join("."), meaning(record)?);
    expected.retain(|key, _| *key != path && !key.starts_with(&format!("{path}.")));
    let mut told = meaning(&after)?;
    let wanted = value.map(|value| format!("x = {value}")).unwrap_or_default();
    let wanted = meaning_of(DeTable::parse(&wanted).ok()?.get_ref());
    for (key, value) in wanted {
        expected.insert(format!("{path}{}", key.strip_prefix('x')?), value);
    }
    // A table that holds nothing says nothing.
    told.retain(|_, value| value != "{}");
    expected.retain(|_, value| value != "{}");
    (told == expected).then_some(after)
}

/// The text of the only file with an edit made in it.
fn applied(texts: &Texts, Edit { span, text }: &Edit) -> String {
    let file = texts.file(0);
    let (start, end) = ((span.start - file.base) as usize, (span.end() - file.base) as usize);
    format!("{}{text}{}", &file.text[..start], &file.text[end..])
}

/// The edit by which the only file, a record, comes to say a value at a path.
fn edit_to(texts: &Texts, path: &[&str], value: Option<&str>) -> Option<Edit> {
    let file = texts.file(0);
    let root = DeTable::parse(&file.text).ok()?;
    let table = own_table(root.get_ref())?;
    let place = |value: &Spanned<DeValue<'_>>| file.span().part(value.span());
    let (outer, inner) = (path.first()?, path.get(1));
    let held = table.get(*outer);
    let within = match (held.map(Spanned::get_ref), inner) {
        (Some(DeValue::Table(within)), Some(inner)) => Some((within, within.get(*inner))),
        _ => None,
    };
    let there = if inner.is_some() { within.and_then(|(_, there)| there) } else { held };
    match (there, value) {
        (Some(there), Some(value)) => Some(Edit { span: place(there), text: value.to_owned() }),
        (Some(there), None) => without(texts, place(there)).map(|removal| removal.edit),
        (None, None) => Some(Edit { span: file.span().part(0..0), text: String::new() }),
        (None, Some(value)) => {
            if let (Some((within, _)), Some(inner)) = (within, inner) {
                return match within.iter().max_by_key(|(_, last)| last.span().start) {
                    // `at.line = 3` is followed by `at.phrase`.
                    Some((key, last)) if file.text[..key.span().start].ends_with('.') => {
                        let rest = &file.text[last.span().end..];
                        let end = last.span().end + rest.find(['\r', '\n']).unwrap_or(rest.len());
                        Some(Edit { span: file.span().part(end..end), text: format!("\n{outer}.{inner} = {value}") })
                    }
                    Some((_, last)) => with_key(texts, place(last), inner, value),
                    None => Some(Edit { span: place(held?), text: format!("{{ {inner} = {value} }}") }),
                };
            }
            let value = inner.map_or_else(|| value.to_owned(), |inner| format!("{{ {inner} = {value} }}"));
            // What stands in tables with headers of their own stands behind the record's own keys.
            let mut own: Vec<Span> =
                table.values().map(place).filter(|span| !texts.slice(*span).starts_with("[[")).collect();
            own.sort_unstable_by_key(|span| std::cmp::Reverse(span.start));
            own.into_iter().find_map(|beside| with_key(texts, beside, outer, &value))
        }
    }
}

/// The table of a record that stands alone.
fn own_table<'r, 't>(root: &'r DeTable<'t>) -> Option<&'r DeTable<'t>> {
    match root.values().next()?.get_ref() {
        DeValue::Table(table) => Some(table),
        DeValue::Array(tables) if tables.len() == 1 => tables.first()?.get_ref().as_table(),
        _ => None,
    }
}

/// What a record says, by the paths of its keys; `None` where it is no record alone.
fn meaning(record: &str) -> Option<BTreeMap<String, String>> {
    let root = DeTable::parse(record).ok()?;
    (root.get_ref().len() == 1).then(|| own_table(root.get_ref()).map(meaning_of))?
}

fn meaning_of(table: &DeTable<'_>) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for (key, value) in table {
        match value.get_ref() {
            DeValue::Table(within) if !within.is_empty() => {
                said.extend(
                    within
                        .iter()
                        .map(|(inner, it)| (format!("{}.{}", key.get_ref(), inner.get_ref()), inline(it.get_ref()))),
                );
            }
            value => drop(said.insert(key.get_ref().to_string(), inline(value))),
        }
    }
    said
}

/// The key under which the value at `span` stands, itself or in a list.
pub fn key_of(texts: &Texts, span: Span) -> Option<String> {
    Some(Record::around(texts, span).find(span)?.key)
}

/// A record, parsed again.
struct Record<'t> {
    texts: &'t Texts,
    span: Span,
}

/// An entry of a list or of a table: of a table with its key.
struct Found {
    span: Span,
    key: String,
    parent: Parent,
}

/// What an entry stands in, with all the entries there in their order.
enum Parent {
    /// A table whose keys stand on lines of their own.
    Block,
    /// An inline table.
    Inline(Vec<Span>),
    /// A list, which stands there.
    List { entries: Vec<Span>, list: Span },
}

impl<'t> Record<'t> {
    fn around(texts: &'t Texts, place: Span) -> Self {
        Self { texts, span: record_around(texts, place) }
    }

    fn find(&self, value: Span) -> Option<Found> {
        let (table, _) = DeTable::parse_recoverable(self.texts.slice(self.span));
        self.in_table(table.get_ref(), value, true)
    }

    fn place(&self, range: std::ops::Range<usize>) -> Span {
        self.span.part(range)
    }

    fn in_table(&self, table: &DeTable<'_>, value: Span, is_block: bool) -> Option<Found> {
        let whole = |(key, entry): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            Span::new(self.place(key.span()).start, self.place(entry.span()).end())
        };
        for (key, entry) in table {
            let at = self.place(entry.span());
            if at == value {
                let mut entries: Vec<Span> = table.iter().map(whole).collect();
                entries.sort_unstable();
                let parent = if is_block { Parent::Block } else { Parent::Inline(entries) };
                return Some(Found { span: whole((key, entry)), key: key.get_ref().to_string(), parent });
            }
            if let Some(found) = self.in_value(key.get_ref(), entry, value) {
                return Some(found);
            }
        }
        None
    }

    fn in_value(&self, key: &str, entry: &Spanned<DeValue<'_>>, value: Span) -> Option<Found> {
        let inline = |span: Span| self.texts.slice(span).starts_with('{');
        match entry.get_ref() {
            DeValue::Table(table) => self.in_table(table, value, !inline(self.place(entry.span()))),
            DeValue::Array(list) => {
                let entries: Vec<Span> = list.iter().map(|entry| self.place(entry.span())).collect();
                if entries.contains(&value) {
                    let list = self.place(entry.span());
                    return Some(Found { span: value, key: key.to_owned(), parent: Parent::List { entries, list } });
                }
                list.iter().find_map(|entry| self.in_value(key, entry, value))
            }
            _ => None,
        }
    }

    /// The lines that an entry fills, with their ends; `None` where it shares them with something else than a comment.
    fn lines(&self, entry: Span) -> Option<Span> {
        let text = self.texts.slice(self.span);
        let (start, end) = ((entry.start - self.span.start) as usize, (entry.end() - self.span.start) as usize);
        let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let last = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        let (before, behind) = (text[first..start].trim(), text[end..last].trim());
        (before.is_empty() && (behind.is_empty() || behind.starts_with('#'))).then(|| self.place(first..last))
    }
}

/// One of several entries, with what separates it from the next, or where it is the last from the one before.
fn beside(entries: &[Span], entry: Span) -> Option<Span> {
    let at = entries.iter().position(|other| *other == entry)?;
    match (entries.get(at + 1), at.checked_sub(1)) {
        (Some(next), _) => Some(Span::new(entry.start, next.start)),
        (None, Some(before)) => Some(Span::new(entries[before].end(), entry.end())),
        (None, None) => Some(entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Texts {
        let mut texts = Texts::default();
        texts.add("a.toml", text.into()).expect("small");
        texts
    }

    fn at(texts: &Texts, part: &str) -> Span {
        let file = texts.file(0);
        let start = file.text.find(part).expect("the part stands there");
        file.span().part(start..start + part.len())
    }

    #[test]
    fn an_entry_goes_with_its_separator_and_the_last_with_its_key() {
        let record = |allow: &str| format!("[[claim]]\nid = \"a\"\n# why\n{allow}text = \"b\"\n");
        for (before, entry, after, takes_comment) in [
            ("allow = [{ a = 1 }, { b = 2 }]\n", "{ a = 1 }", "allow = [{ b = 2 }]\n", false),
            ("allow = [{ a = 1 }, { b = 2 }]\n", "{ b = 2 }", "allow = [{ a = 1 }]\n", false),
            ("allow = [\n  { a = 1 },\n  { b = 2 },\n]\n", "{ b = 2 }", "allow = [\n  { a = 1 },\n]\n", false),
            ("allow = [\n  { a = 1 }, # c\n  { b = 2 },\n]\n", "{ a = 1 }", "allow = [\n  { b = 2 },\n]\n", true),
            ("allow = [{ a = 1 }]\n", "{ a = 1 }", "", false),
            ("allow = { a = \"#\" }\n", "{ a = \"#\" }", "", false),
            ("allow = [\n  { a = 1 },\n] # c\n", "{ a = 1 }", "", true),
            ("at = { line = 1, phrase = 2 }\n", "1", "at = { phrase = 2 }\n", false),
        ] {
            let texts = texts(&record(before));
            let removal = without(&texts, at(&texts, entry)).expect(before);
            assert_eq!(applied(&texts, &removal.edit), record(after));
            assert_eq!(removal.takes_comment, takes_comment, "{before}");
        }
    }

    #[test]
    fn a_key_is_put_below_another_in_line_with_it_or_behind_it() {
        for (text, value, after) in [
            (
                "[[source]]\nissued   = \"2030\" # c\nurl = 1",
                "\"2030\"",
                "[[source]]\nissued   = \"2030\" # c\nstatus   = 1\nurl = 1",
            ),
            ("[[source]]\nissued=\"2030\"", "\"2030\"", "[[source]]\nissued=\"2030\"\nstatus = 1"),
            ("source = [{ issued = 2030 }]\n", "2030", "source = [{ issued = 2030, status = 1 }]\n"),
        ] {
            let texts = texts(text);
            let edit = with_key(&texts, at(&texts, value), "status", "1").expect(text);
            assert_eq!(applied(&texts, &edit), after);
        }
    }

    #[test]
    fn an_entry_is_put_at_the_end_of_an_inline_table_that_lacks_it() {
        let says = |table: &str, key: &str| {
            let texts = texts(&format!("says = {table}"));
            with_entry(&texts, at(&texts, table), key, "2").map(|edit| applied(&texts, &edit))
        };
        assert_eq!(says("{ a = 1 }", "b").as_deref(), Some("says = { a = 1, b = 2 }"));
        assert_eq!(says("{a = 1,}", "b").as_deref(), Some("says = {a = 1, b = 2}"));
        assert_eq!(says("{}", "b").as_deref(), Some("says = { b = 2}"));
        assert_eq!(says("{ a = 1 }", "a"), None);
    }

    #[test]
    fn a_value_is_put_into_a_record_and_all_else_stays() {
        let record = "[[claim]] # mine\nid    = \"a\"\nat    = { line = 3, phrase = 'x # y' } # here\nsays  = [\n  { event = \"e\" }, # one\n]\n\n# below\n";
        for (path, value, old, new) in [
            (&["id"][..], Some("\"b\""), "\"a\"", "\"b\""),
            (&["at", "phrase"], Some("\"z\""), "'x # y'", "\"z\""),
            (&["at", "line"], None, "line = 3, ", ""),
            (&["at", "section"], Some("\"S\""), "'x # y' }", "'x # y', section = \"S\" }"),
            (&["note"], Some("\"n\""), "]\n", "]\nnote  = \"n\"\n"),
            (&["checked", "verdict"], Some("\"c\""), "]\n", "]\nchecked = { verdict = \"c\" }\n"),
            (&["at"], None, "at    = { line = 3, phrase = 'x # y' } # here\n", ""),
            (&["note"], None, "", ""),
        ] {
            let expected = record.replacen(old, new, 1);
            assert_eq!(with_value(record, path, value).as_deref(), Some(&*expected), "{path:?}");
        }
        let blocks = "[[claim]]\nid = \"a\"\n\n[claim.at]\nline = 3\n\n[[claim.says]]\nevent = \"e\"\n";
        for (path, value, old, new) in [
            (&["text"][..], Some("\"t\""), "\"a\"\n", "\"a\"\ntext = \"t\"\n"),
            (&["at", "phrase"], Some("\"p\""), "= 3\n", "= 3\nphrase = \"p\"\n"),
        ] {
            let expected = blocks.replacen(old, new, 1);
            assert_eq!(with_value(blocks, path, value).as_deref(), Some(&*expected), "{path:?}");
        }
        let dotted = "[[claim]]\nid = \"a\"\nat.line = 3\n";
        let put = with_value(dotted, &["at", "phrase"], Some("\"p\""));
        assert_eq!(put, Some(format!("{dotted}at.phrase = \"p\"\n")));
        assert_eq!(with_value(blocks, &["says"], Some("1")), None);
        let paper = "[dossier]\ntitle = \"A\"\n\n[dossier.rules]\nx = \"off\"\n";
        assert_eq!(with_value(paper, &["title"], Some("\"B\"")), Some(paper.replace("\"A\"", "\"B\"")));
    }
}
