//! The tree of a record in plain TOML, read straight from its letters.

use std::borrow::Cow;

use super::super::split;
use super::{Node, Pair, Value};
use crate::text::Span;

/// So many lists and tables stand in one another in plain TOML.
const DEPTH: usize = 8;
/// So many keys has a table of plain TOML: each is held against all others.
const KEYS: usize = 64;
/// So many digits has a number of plain TOML.
const DIGITS: usize = 9;
/// A table has about so many keys.
const FEW: usize = 8;

/// The tree of the record that begins at a place of a text, which lies at `base`, and where the next one begins. There
/// is no record where there are nothing but comments up to there. `None` where it is not plain: where it is no TOML, or
/// needs more of TOML than a header `[[name]]`, bare keys, strings of one line without escapes, whole numbers, flags,
/// lists and inline tables.
pub(in super::super) fn plain(text: &str, at: usize, base: u32) -> Option<(Vec<Pair<'_>>, usize)> {
    let mut letters = Letters { text, base, at };
    letters.skip_lines()?;
    if let Some(end) = letters.end()
        && end > at
    {
        return Some((Vec::new(), end));
    }
    let start = letters.at;
    letters.take("[[")?;
    letters.skip_blank();
    let (key, place) = letters.key()?;
    letters.skip_blank();
    letters.take("]]")?;
    let span = letters.since(start);
    letters.end_line()?;
    let mut table = Vec::with_capacity(FEW);
    let end = loop {
        if let Some(end) = letters.end() {
            break end;
        }
        letters.pair(&mut table, 0)?;
        letters.end_line()?;
    };
    let record = Node { span, value: Value::Table(table) };
    Some((vec![Pair { key, place, node: Node { span, value: Value::Array(vec![record]) } }], end))
}

/// A text that is being read. What is not plain ends the reading with `None`.
struct Letters<'t> {
    text: &'t str,
    base: u32,
    at: usize,
}

impl<'t> Letters<'t> {
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn since(&self, start: usize) -> Span {
        Span::new(self.base + start as u32, self.base + self.at as u32)
    }

    /// Where the record ends, if that is here, at the first letter of a line: at the text's end, or at the next header.
    fn end(&self) -> Option<usize> {
        match self.next() {
            None => Some(self.at),
            Some(b'[') => {
                let rest = &self.text[self.at..];
                let line = &rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())];
                let indent = self.text[..self.at].bytes().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
                split::is_header(line).then_some(self.at - indent)
            }
            Some(_) => None,
        }
    }

    /// Whether these letters come next; if so, they are passed.
    fn takes(&mut self, letters: &str) -> bool {
        let comes = self.text.as_bytes()[self.at..].starts_with(letters.as_bytes());
        self.at += if comes { letters.len() } else { 0 };
        comes
    }

    fn take(&mut self, letters: &str) -> Option<()> {
        self.takes(letters).then_some(())
    }

    fn skip_blank(&mut self) {
        while let Some(b' ' | b'\t') = self.next() {
            self.at += 1;
        }
    }

    /// Passes blank space, comments and ends of lines.
    fn skip_lines(&mut self) -> Option<()> {
        loop {
            self.skip_blank();
            match self.next() {
                Some(b'#') => self.comment()?,
                Some(b'\n') => self.at += 1,
                Some(b'\r') => self.take("\r\n")?,
                _ => return Some(()),
            }
        }
    }

    /// Passes the rest of a line, which says nothing more, and all further lines that say nothing.
    fn end_line(&mut self) -> Option<()> {
        let end = self.at;
        self.skip_lines()?;
        (self.next().is_none() || self.text[end..self.at].contains('\n')).then_some(())
    }

    fn comment(&mut self) -> Option<()> {
        let rest = &self.text.as_bytes()[self.at..];
        let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.at += line.len();
        is_text(line).then_some(())
    }

    /// A bare key.
    fn key(&mut self) -> Option<(Cow<'t, str>, Span)> {
        let start = self.at;
        while self.next().is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            self.at += 1;
        }
        (start < self.at).then(|| (Cow::Borrowed(&self.text[start..self.at]), self.since(start)))
    }

    /// A key and its value, which join the table.
    fn pair(&mut self, table: &mut Vec<Pair<'t>>, depth: usize) -> Option<()> {
        let (key, place) = self.key()?;
        self.skip_blank();
        self.take("=")?;
        self.skip_blank();
        let node = self.node(depth)?;
        let is_new = table.len() < KEYS && table.iter().all(|pair| pair.key != key);
        is_new.then(|| table.push(Pair { key, place, node }))
    }

    fn node(&mut self, depth: usize) -> Option<Node<'t>> {
        let start = self.at;
        let value = match self.next()? {
            b'"' => self.string("\"", "\"\"")?,
            b'\'' => self.string("'", "''")?,
            b'[' if depth < DEPTH => Value::Array(self.array(depth + 1)?),
            b'{' if depth < DEPTH => Value::Table(self.table(depth + 1)?),
            _ => self.word()?,
        };
        Some(Node { span: self.since(start), value })
    }

    /// A string of one line in such quotes. Two of them are an empty string, or the start of several lines.
    fn string(&mut self, quote: &str, two: &str) -> Option<Value<'t>> {
        let is_empty = self.takes(two);
        if is_empty {
            return (!self.takes(quote)).then_some(Value::String(Cow::Borrowed("")));
        }
        self.take(quote)?;
        let rest = &self.text[self.at..];
        let text = &rest[..memchr::memchr(quote.as_bytes()[0], rest.as_bytes())?];
        self.at += text.len() + quote.len();
        let has_escapes = quote == "\"" && memchr::memchr(b'\\', text.as_bytes()).is_some();
        (!has_escapes && is_text(text.as_bytes())).then_some(Value::String(Cow::Borrowed(text)))
    }

    fn array(&mut self, depth: usize) -> Option<Vec<Node<'t>>> {
        let mut nodes = Vec::new();
        self.members(["[", "]"], |letters| {
            nodes.push(letters.node(depth)?);
            Some(())
        })?;
        Some(nodes)
    }

    fn table(&mut self, depth: usize) -> Option<Vec<Pair<'t>>> {
        let mut pairs = Vec::with_capacity(FEW);
        self.members(["{", "}"], |letters| letters.pair(&mut pairs, depth))?;
        Some(pairs)
    }

    /// Reads what stands between two brackets, with commas between and perhaps one behind the last.
    fn members(&mut self, [open, close]: [&str; 2], mut one: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        self.skip_lines()?;
        while !self.takes(close) {
            one(self)?;
            self.skip_lines()?;
            if !self.takes(",") {
                return self.take(close);
            }
            self.skip_lines()?;
        }
        Some(())
    }

    /// A flag or a whole number.
    fn word(&mut self) -> Option<Value<'t>> {
        let (word, _) = self.key()?;
        let is_whole = self.next().is_none_or(|next| b" \t\r\n,]}#".contains(&next));
        let is_number = word.len() <= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit());
        match &*word {
            _ if !is_whole => None,
            "true" => Some(Value::Boolean(true)),
            "false" => Some(Value::Boolean(false)),
            "0" => Some(Value::Integer { digits: word, radix: 10 }),
            number if is_number && !number.starts_with('0') => Some(Value::Integer { digits: word, radix: 10 }),
            _ => None,
        }
    }
}

/// Whether there is nothing in a comment or a string that TOML does not let stand there.
fn is_text(bytes: &[u8]) -> bool {
    // Counted to the end, which is faster than to stop early: nearly always there is nothing.
    bytes.iter().filter(|&&byte| byte.is_ascii_control() && byte != b'\t').count() == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::DeTable;

    use super::*;

    const LINES: &[&str] = &[
        "[[claim]]",
        "  [[ claim ]] # one",
        "[[\"claim\"]]",
        "[dossier]",
        "[[claim.at]]",
        "[[claim",
        "id = \"a\"",
        "id=\"\" # one",
        "'id' = 'b'",
        "id = \"\"\"\"",
        "text = \"a \\\"b\\\" \\u00e9\"",
        "text = \"\"\"\na\n[[claim]] \\\n  b\"\"\"",
        "text = ''' a '''",
        "text = '\\ \" # é'",
        "text = \"open",
        "at = { line = 1, phrase = \"b\" }",
        "at = { line = 10,\n  phrase = 'b', # c\n}",
        "at = { line = 1, line = 2 }",
        "at = {}",
        "at.line = 1",
        "at = { a.b = 1 }",
        "cites = []",
        "cites = [ \"a\",'b' , { source = \"c\" }]",
        "says = [{ event = \"a\", on = 2024-06-19 }, { x = [1, 2.5, 0x1F, 1_000] }]",
        "says = [\n  1, # one\r\n\n  [true, false],\n]",
        "says = [[[[[[[[[1]]]]]]]]]",
        "says = [1 2]",
        "says = [,]",
        "on = 2024-06-19T10:00:00Z",
        "on = 10:00",
        "on = 2024",
        "on = 2024-06",
        "x = +1",
        "x = 007",
        "x = 0",
        "x = 12345678901234567890",
        "x = inf",
        "x = true\t",
        "y = trueish",
        "x = ",
        "x 1",
        "= 1",
        "\u{FEFF}",
        "# \u{1}",
        "# é",
        "\t",
        "\r",
    ];
    const PUT: &[&str] =
        &["", "", "", "\"", "'", "[", "]]", "{", "}", ",", "=", ".", "#", "\r", "\n", "\\", "\u{7F}", " "];

    proptest! {
        #![proptest_config(crate::cases(8))]
        #[test]
        fn what_is_plain_reads_as_toml_reads_it(
            lines in prop::collection::vec(prop::sample::select(LINES), 0..5),
            at in any::<prop::sample::Index>(),
            put in prop::sample::select(PUT),
            newline in prop::sample::select(&["\n", "\r\n"][..]),
        ) {
            let mut text = ["[[claim]]", &lines.join(newline)].join(newline);
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
            text.insert_str(places[at.index(places.len())], put);
            if let Some((tree, end)) = plain(&text, 0, 7) {
                prop_assert_eq!(end, split::Cuts::new(&text).next_from(0).unwrap_or(text.len()), "{}", text);
                let (table, errors) = DeTable::parse_recoverable(&text[..end]);
                prop_assert!(errors.is_empty(), "{text}");
                prop_assert_eq!(tree, super::super::of(table.into_inner(), 7), "{}", text);
            }
        }
    }

    #[test]
    fn records_as_people_write_them_are_plain() {
        let text = "\n# The first.\n[[claim]] # one\nid    = \"a-1\" # two\r\ntext = 'says \"b\"'\n\
            at = { line = 12, phrase = \"é\" }\ncites = [\"c\", \"d\"]\n\
            says = [\n  { event = \"e\", on = \"2024-06\", not = true }, # three\n  { event = \"\" },\n]\n# The next.";
        let (table, _) = DeTable::parse_recoverable(text);
        assert_eq!(plain(text, 0, 3), Some((Vec::new(), 14)));
        assert_eq!(plain(text, 14, 3), Some((super::super::of(table.into_inner(), 3), text.len())));
        assert_eq!(plain("# Nothing.\n\n", 0, 0), Some((Vec::new(), 12)));
    }

    #[test]
    fn a_record_ends_where_the_next_one_begins() {
        let text = "[[claim]]\nid = \"a\"\n\n# The next.\n  [[claim]] # b\nid = \"b\"\n[dossier]\n";
        let end = |at| plain(text, at, 0).map(|(_, end)| end);
        let second = text.find("  [[").expect("it is there");
        assert_eq!([end(0), end(second)], [Some(second), text.find("[dossier")]);
    }

    #[test]
    fn what_is_unusual_is_left_to_toml() {
        let keys: Vec<String> = (0..=KEYS).map(|key| format!("k{key} = 1\n")).collect();
        let deep = format!("x = {}{}", "[".repeat(DEPTH + 1), "]".repeat(DEPTH + 1));
        for rest in ["a.b = 1", "[a.b]", "a = 1\na = 2", "a = ", "a = '''b'''", "a = 1.5", &keys.concat(), &deep] {
            assert_eq!(plain(&format!("[[claim]]\n{rest}"), 0, 0), None, "{rest}");
        }
        for rest in [&keys[..KEYS].concat(), &deep.replacen('[', "", 1).replacen(']', "", 1)] {
            assert!(plain(&format!("[[claim]]\n{rest}"), 0, 0).is_some(), "{rest}");
        }
    }
}
