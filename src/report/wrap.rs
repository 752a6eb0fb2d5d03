//! Lines of words: wrapped at a width, and coloured.

use std::borrow::Cow;
use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::{Colour, Glyphs, Layout};
use crate::finding::Level;
use crate::text::is_hidden;

/// `text` as lines of at most `width` columns, the first behind `first`, the others behind `rest`. White space is
/// folded; a word wider than a line is broken, and `a few words of code` only if they are.
pub fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in words(text, width.saturating_sub(rest.width())) {
        let mut word = word.as_ref();
        if !empty && line.width() + 1 + word.width() > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            empty = true;
        }
        while empty && line.width() + word.width() > width {
            let fits = prefix_within(word, width.saturating_sub(line.width()).max(8));
            if fits == word.len() {
                break;
            }
            line.push_str(&word[..fits]);
            word = &word[fits..];
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    if !empty || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words of `text`; what stands between backticks is one, if it fits into `width` columns.
fn words(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    let mut words: Vec<Cow<'_, str>> = Vec::new();
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    while at < all.len() {
        let is_odd = |word: &str| word.matches('`').count() % 2 == 1;
        let closing = is_odd(all[at]).then(|| all[at + 1..].iter().position(|word| is_odd(word))).flatten();
        let code = closing.map(|length| all[at..=at + 1 + length].join(" ")).filter(|code| code.width() <= width);
        at += if code.is_some() { closing.unwrap_or_default() + 2 } else { 1 };
        words.push(code.map_or_else(|| all[at - 1].into(), Cow::from));
    }
    words
}

/// How many bytes of `text` stand within `width` columns; at least one character.
pub(super) fn prefix_within(text: &str, width: usize) -> usize {
    let mut columns = 0;
    let fits = text.char_indices().find(|&(at, c)| {
        columns += c.to_string().width();
        at > 0 && columns > width
    });
    fits.map_or(text.len(), |(at, _)| at)
}

/// The colours of the parts of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Of an error.
    Red,
    /// Of a warning.
    Yellow,
    /// Of a note, a help, a place.
    Cyan,
    /// Of what is well.
    Green,
    /// Of what stands against it.
    Magenta,
    /// Of a heading.
    Bold,
    /// Of what matters less.
    Dim,
    /// Of all else.
    None,
}

impl Paint {
    /// The colour of a finding.
    pub(super) fn of(level: Level) -> Self {
        match level {
            Level::Error => Paint::Red,
            Level::Warning => Paint::Yellow,
            Level::Note => Paint::Cyan,
        }
    }
}

impl Layout {
    /// `text` in a colour, if there are colours.
    pub fn paint(self, paint: Paint, text: &str) -> String {
        let code = match paint {
            Paint::Red => "1;31",
            Paint::Yellow => "1;33",
            Paint::Cyan => "36",
            Paint::Green => "32",
            Paint::Magenta => "1;35",
            Paint::Bold => "1",
            Paint::Dim => "2",
            Paint::None => return text.into(),
        };
        if self.colour == Colour::On && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.into()
        }
    }

    /// A text that is too long without its end.
    pub(super) fn cut(self, text: &str, width: usize) -> String {
        let dots = if self.glyphs == Glyphs::Ascii { "..." } else { "…" };
        if text.width() <= width {
            return text.to_owned();
        }
        let fits = |quote: &str| &text[..prefix_within(text, width.saturating_sub(dots.width() + quote.width()))];
        // A quotation that is cut is closed.
        let quote = if text.ends_with('”') && fits("”").contains('“') { "”" } else { "" };
        format!("{}{dots}{quote}", fits(quote))
    }

    /// `text` as lines that fit, all but the first indented, without hidden characters.
    pub(super) fn laid_out(self, text: &str) -> Vec<String> {
        wrapped(&self.clean(text), self.width, "", "  ")
    }

    /// Writes a text in such lines.
    pub(super) fn line(self, f: &mut fmt::Formatter<'_>, paint: Paint, text: &str) -> fmt::Result {
        self.laid_out(text).iter().try_for_each(|line| writeln!(f, "{}", self.paint(paint, line)))
    }

    /// `text` without hidden characters, and in ASCII mode without the typographic signs of our own words.
    pub(super) fn clean(self, text: &str) -> Cow<'_, str> {
        if self.glyphs != Glyphs::Ascii && !text.chars().any(is_hidden) {
            return text.into();
        }
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\n' => clean.push('\n'),
                c if is_hidden(c) => clean.push(if self.glyphs == Glyphs::Ascii { '?' } else { '\u{FFFD}' }),
                c if self.glyphs != Glyphs::Ascii => clean.push(c),
                '…' => clean.push_str("..."),
                '–' | '—' | '─' | '−' => clean.push('-'),
                '·' | '\u{FFFD}' => clean.push('?'),
                '×' => clean.push('x'),
                '“' | '”' => clean.push('"'),
                '‘' | '’' => clean.push('\''),
                '\u{A0}' => clean.push(' '),
                c => clean.push(c),
            }
        }
        clean.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_the_width() {
        let lines = wrapped("one two three four", 10, "- ", "  ");
        assert_eq!(lines, ["- one two", "  three", "  four"]);
        assert_eq!(wrapped("", 10, "- ", "  "), ["- "]);
        for line in wrapped(&"x".repeat(95), 20, "> ", "  ") {
            assert!(line.width() <= 20, "{line}");
        }
        for line in wrapped(&"漢字".repeat(30), 21, "", "  ") {
            assert!(line.width() <= 21, "{line}");
        }
    }

    #[test]
    fn code_between_backticks_stays_on_one_line_if_it_can() {
        assert_eq!(wrapped("write `a = 1`, then go", 13, "", ""), ["write", "`a = 1`, then", "go"]);
        assert_eq!(wrapped("write `a = 1`", 6, "", ""), ["write", "`a =", "1`"]);
        assert_eq!(wrapped("a stray ` tick", 8, "", ""), ["a stray", "` tick"]);
    }

    #[test]
    fn nothing_is_lost_by_wrapping() {
        let text =
            "`a` is dated 2023, and is cited for https://www.example.com/a/very/long/address/indeed.html of 2024";
        for width in 12..100 {
            let joined: String = wrapped(text, width, "", "").concat();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""), "{width}");
        }
    }
}
