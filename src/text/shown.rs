//! Text as a message shows it: without what does not show itself, bounded, counted, listed.

use std::fmt::Write;

/// The most characters of a file's text that a message repeats.
pub const SHOWN: usize = 80;

/// A number of things: `1 claim`, `0 sources`.
pub fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// Things named together: `a`, `a and b`, `a, b and c`, where `last` is the word before the last of them.
pub fn listed(things: &[String], last: &str) -> String {
    match things {
        [most @ .., end] if !most.is_empty() => format!("{} {last} {end}", most.join(", ")),
        _ => things.concat(),
    }
}

/// Text of a file as a message may show it: no control or bidirectional characters, one line, at most [`SHOWN`]
/// characters.
pub fn shown(text: &str) -> String {
    let clean = text.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c));
    let mut line: String = clean.take(SHOWN + 1).collect();
    if line.chars().count() > SHOWN {
        line = line.chars().take(SHOWN - 1).collect();
        line.push('…');
    }
    line
}

/// Text of several lines with U+FFFD for what would steer a terminal or a page.
pub fn bare(text: &str) -> String {
    text.chars().map(|c| if is_hidden(c) && c != '\n' { '\u{FFFD}' } else { c }).collect()
}

/// Whether a character steers the terminal or the direction of the text instead of showing itself.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{061C}' | '\u{FEFF}')
}

/// Text of several lines without what would steer a terminal or turn the direction of the text. What joins letters or
/// keeps them apart is part of how Persian and Hindi are written, and stays.
pub fn steadied(text: &str) -> String {
    let steers =
        |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !steers(*c)).collect()
}

/// What stands for a text where only sameness matters: 64-bit FNV-1a (Fowler, Noll and Vo 1991).
pub fn digest(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A document in JSON with an end to its last line, the characters that do not show themselves as escapes.
///
/// # Panics
/// If a key of the document is no string.
pub fn json(document: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(document).expect("strings are written as JSON");
    let mut shown = String::with_capacity(text.len() + 1);
    let mut rest = text.as_str();
    while let Some(at) = rest.find(|c| is_hidden(c) && c != '\n') {
        let c = rest[at..].chars().next().expect("it was found there");
        shown.push_str(&rest[..at]);
        let _ = write!(shown, "\\u{:04x}", u32::from(c));
        rest = &rest[at + c.len_utf8()..];
    }
    shown.push_str(rest);
    shown.push('\n');
    shown
}

/// Text with the numbers of Unicode in place of the characters that do not show themselves.
pub fn named(text: &str) -> String {
    let named = |c: char| if is_hidden(c) { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
    text.chars().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_character_is_named() {
        assert_eq!(named("a\u{FEFF}b\u{7}é"), "aU+FEFFbU+0007é");
    }

    #[test]
    fn json_shows_every_character_of_a_text_and_keeps_it() {
        let text = "a\u{1b}[31m\u{9b}\u{202e}\u{feff}\u{200c}é\n";
        let json = json(&[text]);
        assert!(json.chars().all(|c| c == '\n' || !is_hidden(c)), "{json:?}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).expect("it is JSON"), [text]);
    }

    #[test]
    fn shown_text_is_one_bounded_line_without_hidden_characters() {
        assert_eq!(shown("a\u{202E}b\u{1b}[31m\nc"), "ab[31m c");
        assert_eq!(shown(&"x".repeat(500)).chars().count(), SHOWN);
    }
}
