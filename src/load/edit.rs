//! Changes of a file's text that keep its layout: where an entry begins and ends with what separates it from the
//! others.
//!
//! Places are those of values as the loader read them. What cannot be found again in the text of its record gives
//! `None`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_writer::ToTomlValue;

use super::record_around;
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

    fn applied(texts: &Texts, edit: &Edit) -> String {
        let file = texts.file(0);
        let (start, end) = ((edit.span.start - file.base) as usize, (edit.span.end() - file.base) as usize);
        file.text[..start].to_owned() + &edit.text + &file.text[end..]
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
}
