//! Lines without markup to paragraphs: what plain text and the text of a PDF have in common.
//!
//! Lines that follow one another are one paragraph; an empty line parts two. A word that is broken at the end of a line
//! is put together again; its hyphen stays where the file writes the whole word with a hyphen elsewhere. One short line
//! that is numbered or in capitals, or underlined, or that says what parts of papers are called, is a heading; a line
//! that begins with a bullet begins an item. Small raised digits behind a word call a note, and at the head of a line
//! they label one.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{Block, Kind, Marked, Scribe, front, outline};

/// A heading has no more letters than this.
const HEADING: usize = 100;
const BULLETS: [&str; 8] = ["-", "*", "+", "•", "–", "—", "◦", "▪"];

/// The words of a file that are written with a hyphen within a line, in small letters.
pub(super) struct Hyphened<'t>(BTreeSet<std::borrow::Cow<'t, str>>);

impl<'t> Hyphened<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let words = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
        let hyphened = words.filter(|word| word.contains('-'));
        Self(
            hyphened
                .map(|word| if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() })
                .collect(),
        )
    }

    /// Whether a line that ends with a hyphen ends with the first part of a word that the next line goes on with, and
    /// whether the hyphen belongs to the word.
    fn broken(&self, line: &str, next: &str) -> Option<Broken> {
        let soft = line.strip_suffix('\u{AD}');
        let before = soft.or_else(|| line.strip_suffix(['-', '\u{2010}']))?;
        if !before.ends_with(char::is_alphabetic) || !next.starts_with(char::is_alphabetic) {
            return None;
        }
        let first = before.rsplit(|letter: char| letter.is_whitespace()).next().unwrap_or_default();
        if first.contains("://") || first.starts_with("www.") {
            // Nobody hyphenates an address: the hyphen is its own.
            return None;
        }
        let first = first.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let second = next.split(|letter: char| letter.is_whitespace()).next().unwrap_or_default();
        let second = second.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        // Before a capital the hyphen is part of a name: `Baden-` and `Baden`.
        let keeps = soft.is_none()
            && (next.starts_with(char::is_uppercase)
                || self.0.contains(format!("{first}-{second}").to_lowercase().as_str()));
        Some(if keeps { Broken::AtHyphen } else { Broken::Within })
    }
}

/// How the last word of a line goes on in the next one.
enum Broken {
    /// Behind a hyphen of its own.
    AtHyphen,
    /// Where a hyphen was put for the end of the line.
    Within,
}

/// The blocks of lines that follow one another, none of them empty; each line with its place in the text.
pub(super) fn blocks(text: &str, lines: &[Range<usize>], page: Option<u32>, hyphened: &Hyphened<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = lines;
    while let Some((first, behind)) = rest.split_first() {
        let line = &text[first.clone()];
        if let Some(underline) = behind.first().filter(|next| is_rule(&text[(*next).clone()]))
            && is_short(line)
        {
            let level = if text[underline.clone()].trim_start().starts_with('=') { 1 } else { 2 };
            blocks.extend(block(text, &rest[..1], Kind::Heading(level), page, hyphened));
            rest = &rest[2..];
            continue;
        }
        let ends = |next: &Range<usize>| item(&text[next.clone()]).is_some() || label(&text[next.clone()]).is_some();
        let count = 1 + behind.iter().position(ends).unwrap_or(behind.len());
        let kind = match (item(line), label(line), heading(line)) {
            (Some(_), ..) => Kind::Item,
            (None, Some((label, _)), _) => Kind::Note(label),
            (None, None, Some(level)) if count == 1 && behind.is_empty() => Kind::Heading(level),
            _ => Kind::Paragraph,
        };
        blocks.extend(block(text, &rest[..count], kind, page, hyphened));
        rest = &rest[count..];
    }
    blocks
}

/// The block of some lines, without the bullet or the label that they begin with.
pub(super) fn block(
    text: &str,
    lines: &[Range<usize>],
    kind: Kind,
    page: Option<u32>,
    hyphened: &Hyphened<'_>,
) -> Option<Block> {
    let first = &text[lines.first()?.clone()];
    let skip = match kind {
        Kind::Item => item(first).unwrap_or_default(),
        Kind::Note(_) => label(first).map_or(0, |(_, length)| length),
        _ => 0,
    };
    let mut scribe = Scribe::new(kind);
    if let Some(page) = page {
        scribe.page(page);
    }
    write(&mut scribe, text, lines, skip, hyphened);
    scribe.done()
}

/// Writes lines down as one text, the first from byte `skip` of it on.
fn write(scribe: &mut Scribe, text: &str, lines: &[Range<usize>], skip: usize, hyphened: &Hyphened<'_>) {
    for (number, place) in lines.iter().enumerate() {
        let line = &text[place.clone()];
        let start = if number == 0 { skip } else { line.len() - line.trim_start().len() };
        let line = line.trim_end();
        let next = lines.get(number + 1).map_or("", |next| text[next.clone()].trim_start());
        let end = match hyphened.broken(line, next) {
            Some(Broken::Within) => line.char_indices().next_back().map_or(line.len(), |(at, _)| at),
            Some(Broken::AtHyphen) => line.len(),
            None => {
                letters(scribe, line.get(start..).unwrap_or_default(), place.start + start);
                scribe.plain("\n", place.start + line.len());
                continue;
            }
        };
        letters(scribe, line.get(start..end).unwrap_or_default(), place.start + start);
    }
}

/// Letters as they stand, but for those that print several in one (`ﬁ`), those that only say where a word may break,
/// and the raised digits that call notes.
fn letters(scribe: &mut Scribe, text: &str, at: usize) {
    let odd = |letter: char| {
        matches!(letter, '\u{FB00}'..='\u{FB06}' | '\u{AD}' | '\u{200B}' | '\u{FEFF}') || raised(letter).is_some()
    };
    let mut start = 0;
    for (place, letter) in text.match_indices(odd) {
        if place < start {
            continue;
        }
        if let Some((label, length)) = call(text, place) {
            scribe.plain(&text[start..place], at + start);
            scribe.point(Marked::Call(label));
            start = place + length;
            continue;
        }
        scribe.plain(&text[start..place], at + start);
        let plain: String =
            letter.nfkc().filter(|letter| !matches!(letter, '\u{AD}' | '\u{200B}' | '\u{FEFF}')).collect();
        start = place + letter.len();
        scribe.resolved(&plain, at + place..at + start);
    }
    scribe.plain(&text[start..], at + start);
}

/// The digit that a small raised one is.
fn raised(letter: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == letter).and_then(|digit| char::from_digit(digit as u32, 10))
}

/// Digits as small raised ones.
pub(super) fn superscript(digits: &str) -> String {
    let raised = |digit: char| digit.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize));
    digits.chars().filter_map(raised).collect()
}

/// The raised digits at the head of a text, and their length.
fn raised_number(text: &str) -> Option<(String, usize)> {
    let digits: String = text.chars().map_while(raised).collect();
    let length = text.chars().take_while(|letter| raised(*letter).is_some()).map(char::len_utf8).sum();
    (1..=3).contains(&digits.len()).then_some((digits, length))
}

/// The note that is called at a place, and how long the call is. Behind a digit or a unit, raised digits are a power.
fn call(text: &str, place: usize) -> Option<(String, usize)> {
    let (label, length) = raised_number(&text[place..])?;
    let before = &text[..place];
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_power = word.ends_with(|letter: char| letter.is_ascii_digit())
        || matches!(word, "m" | "cm" | "mm" | "km" | "dm" | "mi" | "ft" | "yd" | "in" | "s" | "x" | "y" | "R" | "CO");
    (!is_power && !before.is_empty() && !before.ends_with(char::is_whitespace)).then_some((label, length))
}

/// The label of the note that a line begins with, and the length of what says so.
pub(super) fn label(line: &str) -> Option<(String, usize)> {
    let trimmed = line.trim_start();
    let (label, length) = raised_number(trimmed)?;
    Some((label, line.len() - trimmed.len() + length))
}

/// The number that a line of a list of notes begins with, and the length of what says so: `1.`, `[1]`, `(1)`, `1`.
pub(super) fn counted(line: &str) -> Option<(String, usize)> {
    let trimmed = line.trim_start();
    let bare = trimmed.trim_start_matches(['[', '(']);
    let digits = bare.len() - bare.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let rest = bare[digits..].trim_start_matches([']', ')', '.']);
    let is_number = (1..=3).contains(&digits) && rest.starts_with(char::is_whitespace);
    is_number.then(|| (bare[..digits].to_owned(), line.len() - rest.len()))
}

/// The length of what marks a line as the first of an item, white space around it included.
pub(super) fn item(line: &str) -> Option<usize> {
    let trimmed = line.trim_start();
    let bullet = BULLETS.iter().find(|bullet| trimmed.starts_with(**bullet))?;
    let ends = trimmed[bullet.len()..].chars().next().is_none_or(char::is_whitespace);
    ends.then(|| line.len() - trimmed.len() + bullet.len())
}

/// The level of a heading that a line may be.
pub(super) fn heading(line: &str) -> Option<u8> {
    let letters = || line.chars().filter(|letter| letter.is_alphabetic());
    let in_capitals = is_short(line) && letters().count() > 3 && letters().all(char::is_uppercase);
    numbered(line).or((in_capitals || outline::is_known_heading(line)).then_some(2))
}

/// The level of a heading that begins with its number: `2.1 A closed strait`.
pub(super) fn numbered(line: &str) -> Option<u8> {
    let line = line.trim();
    let number = line.split_whitespace().next().filter(|_| is_short(line))?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let is_count = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let named = line[number.len()..].trim_start().starts_with(char::is_uppercase);
    (named && parts.iter().all(is_count) && !front::is_date(line)).then(|| parts.len().min(5) as u8 + 1)
}

/// Whether a line may be a heading by its length and its end.
pub(super) fn is_short(line: &str) -> bool {
    line.chars().count() <= HEADING && !line.trim_end().ends_with(['.', ',', ';', ':', '!', '?'])
}

/// Whether a line is drawn, not written: it underlines the one above it.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}
