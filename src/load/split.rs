//! A TOML text cut at the headers of its records, so that each can be parsed on its own, and many side by side.
//!
//! A whole-document tree costs about 25 times the text's size in memory, a record's is gone before the next is made. A
//! cut is made only at a line that is nothing but `[[name]]` or `[name]`, outside a multi-line
//! string. Such a line is never part of a value, whatever brackets are open: a bare word is no TOML value.
//! `[[name.sub]]` and `[name.sub]` stay with the record above them.

use std::ops::Range;

/// The parts of `text`, in order and without a gap, each of about `size` bytes or of one record if that is longer.
/// With `size` 0 every record is a part of its own.
pub(super) fn split(text: &str, size: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut cuts = Cuts::new(text);
    while let Some(cut) = cuts.next_behind(start + size) {
        parts.push(start..cut);
        start = cut;
    }
    if start < text.len() {
        parts.push(start..text.len());
    }
    parts
}

/// Where the `[dossier]` table of `text` stands: from its header up to the next record.
pub(super) fn dossier_table(text: &str) -> Option<Range<usize>> {
    let named = memchr::memmem::find_iter(text.as_bytes(), "dossier");
    let named = named.map(|at| text[..at].rfind('\n').map_or(0, |newline| newline + 1));
    // The state of the strings is followed only where a candidate stands.
    let mut candidates = named.filter(|&start| is_dossier_header(&text[start..])).peekable();
    candidates.peek()?;
    let multi_line = has_multi_line(text);
    let (mut open, mut at) = (None, 0);
    let start = candidates.find(|&start| {
        if multi_line {
            for line in text[at..start].split_inclusive('\n') {
                open = after_line(line, open);
            }
        }
        at = start;
        open.is_none()
    })?;
    let length = Cuts::new(&text[start..]).next_behind(0).unwrap_or(text.len() - start);
    Some(start..start + length)
}

/// Whether a line is `[dossier]` or `[dossier.…]`.
fn is_dossier_header(line: &str) -> bool {
    let Some(name) = line.trim_start_matches(['\u{FEFF}', ' ', '\t']).strip_prefix('[') else { return false };
    let Some(rest) = name.trim_start_matches([' ', '\t']).strip_prefix("dossier") else { return false };
    rest.trim_start_matches([' ', '\t']).starts_with([']', '.'])
}

/// The offsets of the lines that are record headers.
pub(super) struct Cuts<'t> {
    text: &'t str,
    /// Whether it has to be followed which strings are open.
    multi_line: bool,
    open: Option<&'static str>,
    /// What has been looked at.
    at: usize,
}

impl<'t> Cuts<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, multi_line: has_multi_line(text), open: None, at: 0 }
    }

    /// The next of them that lies behind `start`, which does not lie in a string.
    pub(super) fn next_from(&mut self, start: usize) -> Option<usize> {
        (self.at, self.open) = (start, None);
        self.next_behind(start)
    }

    /// The next of them that lies behind `least`.
    fn next_behind(&mut self, least: usize) -> Option<usize> {
        if !self.multi_line {
            self.at = self.at.max(least);
        }
        while self.at < self.text.len() {
            let start = self.at;
            let newline = memchr::memchr(b'\n', &self.text.as_bytes()[start..]);
            self.at = newline.map_or(self.text.len(), |newline| start + newline + 1);
            let is_outside = self.open.is_none();
            if self.multi_line {
                self.open = after_line(&self.text[start..self.at], self.open);
            }
            if is_outside && start > least && is_header(&self.text[start..self.at]) {
                return Some(start);
            }
        }
        None
    }
}

/// Whether there may be strings of several lines.
fn has_multi_line(text: &str) -> bool {
    ["\"\"\"", "'''"].iter().any(|quotes| memchr::memmem::find(text.as_bytes(), quotes.as_bytes()).is_some())
}

/// Whether a line is nothing but `[[name]]` or `[name]` and perhaps a comment.
pub(super) fn is_header(line: &str) -> bool {
    let blank = [' ', '\t'];
    let indent = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let Some(rest) = line[indent..].strip_prefix('[') else { return false };
    let (rest, end) = rest.strip_prefix('[').map_or((rest, "]"), |rest| (rest, "]]"));
    let rest = rest.trim_start_matches(blank);
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_')).count();
    let (name, rest) = rest.split_at(length);
    let Some(rest) = rest.trim_start_matches(blank).strip_prefix(end).map(str::trim_start) else { return false };
    !name.is_empty() && !matches!(name, "true" | "false" | "inf" | "nan") && (rest.is_empty() || rest.starts_with('#'))
}

/// The multi-line quotes that are open behind a line, given those open before it.
fn after_line(line: &str, mut open: Option<&'static str>) -> Option<&'static str> {
    let mut rest = line;
    loop {
        if let Some(quotes) = open {
            let Some(end) = closing(rest, quotes) else { return open };
            rest = &rest[end..];
        }
        let (quotes, behind) = opening(rest);
        open = Some(quotes?);
        rest = &rest[behind..];
    }
}

/// Where the text goes on behind the closing quotes, if they stand in `text`.
fn closing(text: &str, quotes: &str) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if quotes == "\"\"\"" && rest[0] == b'\\' {
            at += 2;
        } else if rest.starts_with(quotes.as_bytes()) {
            // Up to two quotes may stand before the closing three.
            let run = rest.iter().take_while(|&&byte| byte == rest[0]).count().min(5);
            return Some(at + run);
        } else {
            at += 1;
        }
    }
    None
}

/// The multi-line quotes that open first in `text`, outside comments and one-line strings, and where they end.
fn opening(text: &str) -> (Option<&'static str>, usize) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'#' => break,
            b'"' if bytes[at..].starts_with(b"\"\"\"") => return (Some("\"\"\""), at + 3),
            b'\'' if bytes[at..].starts_with(b"'''") => return (Some("'''"), at + 3),
            quote @ (b'"' | b'\'') => at = behind_string(bytes, at + 1, quote),
            _ => at += 1,
        }
    }
    (None, bytes.len())
}

fn behind_string(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while at < bytes.len() && bytes[at] != quote {
        at += if quote == b'"' && bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        split(text, 0).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn every_record_is_a_part_and_nothing_is_lost() {
        let text =
            "title = 1\n[[claim]]\nid = \"a\"\n[claim.at]\nline = 1\n[[claim.note]]\n[[source]] # b\nid = \"b\"\n";
        let parts = parts(text);
        assert_eq!(parts.len(), 3);
        assert_eq!(parts.concat(), text);
        assert!(parts[2].starts_with("[[source]]"));
    }

    #[test]
    fn a_header_inside_a_string_is_text() {
        let text =
            "a = \"\"\"\n[[claim]]\n\"\"\"\nb = '''x'''\n[[claim]]\nc = '''\n[[claim]] \\'''\n# \"\"\"\n[[claim]]\n";
        assert_eq!(parts(text).len(), 3);
        assert_eq!(parts("a = \"\\\"\"\"\"\n[[claim]]\n").len(), 2);
        assert_eq!(parts("a = \"\"\"x\"\"\"\"\"\n[[claim]]\n").len(), 2);
        assert_eq!(parts("a = \"\"\"\nb\n[[claim]]\nc\n\"\"\"\n[[claim]]\n").len(), 2);
        assert_eq!(parts("a = \"\"\"\\\n  b\n[[claim]]\n\"\"\"\nc = \'\'\'\n\n[[claim]]\'\'\'\n[[claim]]\n").len(), 2);
    }

    #[test]
    fn the_dossier_table_is_found_outside_strings() {
        let table = |text: &str| dossier_table(text).map(|range| text[range].to_owned());
        let text = "a = \"\"\"\n[dossier]\n\"\"\"\n[[claim]]\nid = \"dossier\"\n [dossier] # it\nb = 1\n[dossier.rules]\n[[claim]]\n";
        assert_eq!(table(text).as_deref(), Some(" [dossier] # it\nb = 1\n[dossier.rules]\n"));
        assert_eq!(
            table("\u{FEFF}[ dossier ]\nissued = \"2020\"").as_deref(),
            Some("\u{FEFF}[ dossier ]\nissued = \"2020\"")
        );
        assert_eq!(table("[[claim]]\nid = \"a\" # [dossier]\n"), None);
        assert_eq!(table("[dossiers]\n"), None);
    }

    #[test]
    fn an_open_bracket_does_not_hide_the_next_record() {
        assert_eq!(parts("[[claim]]\ncites = [\"a\"\n[[claim]]\nid = \"b\"\n").len(), 2);
        assert_eq!(parts("[[claim]]\ncites = [\"a\"\n  [[ claim ]] # b\n[dossier]\n[dossier.rules]\n").len(), 3);
        assert_eq!(parts("[[claim]]\ncites = [\n[true]\n]\nat = [\n  [[1]]\n, []\n]\n").len(), 1);
    }
}
