//! An entry in running prose, in the order of APA, MLA, Chicago, Harvard, the IEEE, or of nobody in particular.
//!
//! What names a work by itself is taken out first (addresses, DOI, ISBN), then when it was read. What is left is cut
//! into pieces at its marks ([`pieces`]), and of all readings that give each piece to a part (who, when, the title,
//! what it is in …) the one is taken that weighs most ([`search`], [`weights`]). Words that no part claims are kept as
//! the rest.

use std::ops::Range;

use super::addresses::named;
use super::authors::authors;
use super::dates::{self, Dated};
use super::strip::Strip;
use super::{Entry, Part, READ_ON};
use crate::language::Vocabulary;

mod kind;
mod labels;
mod parts;
mod pieces;
mod search;
#[cfg(test)]
mod tests;
mod weights;
mod words;

pub(crate) use words::names_cities;

/// An entry of more bytes is no entry, and is kept as it is.
pub(super) const LONGEST: usize = 8 << 10;

/// The head of an entry is looked for in so many bytes.
const HEAD: usize = 600;

/// Stands for each byte that a part has claimed.
const TAKEN: char = '\u{1}';

/// Quotation marks that open or close, the double ones first.
const DOUBLE: [char; 7] = ['"', '“', '”', '„', '«', '»', '‟'];
const SINGLE: [char; 4] = ['\'', '‘', '’', '‚'];

/// What says when a work was read.
static ACCESSED: Vocabulary = Vocabulary::of(|language| language.accessed);

/// Reads an entry in prose.
pub(crate) fn read(strip: &Strip<'_>) -> Entry {
    let mut reading = Reading::new(strip);
    if strip.words.len() <= LONGEST {
        reading.number();
        reading.addresses();
        reading.accessed();
        parts::read(&mut reading);
        kind::tell(&mut reading.entry, &strip.words);
    }
    reading.rest();
    reading.entry
}

/// Whether words begin like an entry: names, then a year.
pub(crate) fn has_head(words: &str) -> bool {
    let Some(end) = names_before_a_date(words) else { return false };
    let names = words[..end].trim();
    // `Acesso em: 28 dez. 2023` goes on with the entry before, and so do `Série Portos. Acesso em: …` and `Quay Office,
    // UK. Online, accessed 16 March`.
    let lower = names.to_lowercase();
    let begins =
        |part: &str, word: &str| part.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let mut parts = lower.split(". ").flat_map(|part| part.split(", "));
    if parts.any(|part| ACCESSED.longest_first().iter().any(|word| begins(part, word))) {
        return false;
    }
    let starts = names.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    starts && names.len() <= 160 && !authors(names).is_empty()
}

/// An entry being taken apart.
struct Reading<'s> {
    pub(super) strip: &'s Strip<'s>,
    /// The words, with [`TAKEN`] for each byte that a part has claimed.
    pub(super) left: String,
    pub(super) entry: Entry,
}

impl<'s> Reading<'s> {
    fn new(strip: &'s Strip<'s>) -> Self {
        let entry = Entry { at: strip.whole(), ..Entry::default() };
        Self { strip, left: strip.words.clone(), entry }
    }

    /// Claims a part of the words.
    fn claim(&mut self, range: Range<usize>) {
        let filler = String::from(TAKEN).repeat(range.len());
        self.left.replace_range(range, &filler);
    }

    /// Claims a part of the words as a field, without the marks around it.
    fn take(&mut self, name: &'static str, range: Range<usize>) {
        let part = &self.strip.words[range.clone()];
        let bare = part.trim_matches(is_mark);
        let start = range.start + (part.len() - part.trim_start_matches(is_mark).len());
        // A bracket that closes one among the words is no mark around them.
        let closes = bare.matches('(').count() > bare.matches(')').count()
            && self.strip.words[start + bare.len()..].starts_with(')');
        let bare = &self.strip.words[start..start + bare.len() + usize::from(closes)];
        let value = bare.to_owned();
        let at = self.strip.place(start..start + bare.len());
        if !bare.is_empty() && self.entry.field(name).is_none() {
            self.entry.put(name, value, at);
            self.claim(range);
        }
    }

    /// `[3]`, `3.`, `(3)` in front.
    fn number(&mut self) {
        let words = &self.strip.words;
        let open = words.starts_with(['[', '(']);
        let digits = &words[usize::from(open)..];
        let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let end = usize::from(open) + length + 1;
        let closed = digits[length..].starts_with(if open { [']', ')'] } else { ['.', ')'] });
        let spaced = open || words.get(end..).is_some_and(|rest| rest.starts_with(' '));
        if let Ok(number) = digits[..length].parse()
            && length <= 3
            && closed
            && spaced
        {
            self.entry.number = Some(number);
            self.claim(0..end);
        }
    }

    fn addresses(&mut self) {
        for named in named(self.strip) {
            let at = self.strip.place(named.range.clone());
            self.entry.put(named.name, named.value, at);
            self.claim(named.range);
        }
    }

    /// `Accessed 2024`, `Diakses pada 3 Maret 2024 pukul 10.00 WIB`.
    fn accessed(&mut self) {
        let lower = self.left.to_lowercase();
        if lower.len() != self.left.len() {
            return;
        }
        let apart = |at: usize| !lower[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let found = ACCESSED.longest_first().iter().filter_map(|word| {
            let at = lower.rmatch_indices(word).map(|(at, _)| at).find(|&at| apart(at))?;
            let behind = at + word.len();
            (!lower[behind..].starts_with(char::is_alphabetic)).then_some((std::cmp::Reverse(word.len()), at, behind))
        });
        let Some((_, at, behind)) = found.min() else { return };
        let gap = self.left[behind..].len() - self.left[behind..].trim_start_matches([' ', ':', ',']).len();
        let dated = dates::leading(&self.left[behind + gap..]).filter(|dated| dated.edtf.is_some());
        let end = dated.as_ref().map_or(behind, |dated| behind + gap + dated.end);
        let end = end + time_of_day(&self.left[end..]);
        let end = end + leading_to_an_address(&self.left[end..]);
        if let Some(edtf) = dated.and_then(|dated| dated.edtf) {
            self.entry.put("accessed", edtf, self.strip.place(at..end));
            self.claim(at..end);
        } else if self.left[behind..].chars().all(|c| c == TAKEN || is_mark(c)) {
            self.claim(at..end);
        }
    }

    /// Takes a date in as the one on which the work appeared.
    fn issued(&mut self, dated: &Dated, range: Range<usize>) {
        let at = self.strip.place(range.clone());
        if let Some(edtf) = &dated.edtf {
            self.entry.put("issued", edtf.clone(), at.clone());
        }
        if let Some(letter) = dated.letter {
            self.entry.put("year-suffix", letter, at.clone());
        }
        if dated.forthcoming {
            self.entry.put("status", "forthcoming", at);
        }
        self.claim(range);
    }

    /// Keeps what no part has claimed.
    fn rest(&mut self) {
        let mut at = 0;
        while at < self.left.len() {
            let from = self.left[at..].find(|c| c != TAKEN).map_or(self.left.len(), |length| at + length);
            let to = self.left[from..].find(TAKEN).map_or(self.left.len(), |length| from + length);
            let piece = &self.left[from..to];
            let bare = piece.trim_matches(is_mark);
            if bare.chars().any(char::is_alphanumeric) {
                let start = from + (piece.len() - piece.trim_start_matches(is_mark).len());
                let at = self.strip.place(start..start + bare.len());
                self.entry.rest.push(Part { words: bare.to_owned(), at });
            }
            at = to;
        }
        self.entry.fields.sort_by_key(|field| field.at.start);
    }
}

/// Where the names end before the first date that stands where that of an author-year style does.
fn names_before_a_date(words: &str) -> Option<usize> {
    let mut limit = words.len().min(HEAD);
    while !words.is_char_boundary(limit) {
        limit -= 1;
    }
    let before = &words[..limit];
    let starts = before.char_indices().filter(|&(at, c)| {
        let apart = before[..at].chars().next_back().is_none_or(|c| c == ' ' || c == '(' || c == '[');
        apart && c.is_alphanumeric()
    });
    for (at, _) in starts {
        let behind = before[..at].trim_end_matches([' ', '(', '[']);
        let placed =
            behind.is_empty() || behind.ends_with(['.', ',', ')', ']', '\u{1}']) || before[..at].ends_with('(');
        let Some(dated) = dates::leading(&words[at..]).filter(|_| placed) else { continue };
        let end = at + dated.end;
        let rest = words[end..].trim_start();
        let bracketed = before[..at].ends_with(['(', '[']);
        let closed = if bracketed { rest.starts_with([')', ']']) } else { ends_head(&words[end..]) };
        // A date that is followed by more of its sentence is part of a name or a title.
        if closed || rest.is_empty() {
            return Some(before[..at].trim_end_matches([' ', '(', '[']).len());
        }
    }
    None
}

/// Whether the head may end before this: with a point or comma, a title in quotation marks, an address.
fn ends_head(rest: &str) -> bool {
    let behind = rest.trim_start();
    rest.starts_with(['.', ',', ':', ';', ')'])
        || behind.starts_with(DOUBLE)
        || behind.starts_with(SINGLE)
        || behind.starts_with(TAKEN)
}

/// The length of a time of day behind the day on which a work was read.
fn time_of_day(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    let words = [" pukul ", ", pukul ", " at ", ", at ", " pada pukul ", " jam "];
    let Some(word) = words.iter().find(|word| lower.starts_with(**word)) else { return 0 };
    let time = &text[word.len()..];
    let length = time.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(time.len());
    let digits = time[..length].trim_end_matches(['.', ':']);
    if digits.len() < 4 {
        return 0;
    }
    let zones = [" WIB", " WITA", " WIT", " UTC", " GMT", " CET", " am", " pm", " AM", " PM"];
    let zone = zones.iter().find(|zone| time[digits.len()..].starts_with(**zone)).map_or(0, |zone| zone.len());
    word.len() + digits.len() + zone
}

/// The length of what leads from the day on which a work was read to its address: `, de https://…`.
fn leading_to_an_address(text: &str) -> usize {
    let bare = text.trim_start_matches([',', ' ']);
    let word = bare.split(' ').next().unwrap_or_default();
    let behind = bare[word.len()..].trim_start_matches([' ', ':']);
    if READ_ON.has(&word.to_lowercase()) && behind.starts_with(TAKEN) {
        text.len() - bare.len() + word.len()
    } else {
        0
    }
}

/// White space and marks, which say nothing by themselves.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || DOUBLE.contains(&c)
        || SINGLE.contains(&c)
        || matches!(
            c,
            '.' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '<' | '>' | '*' | '_' | '-' | '–' | '—' | '/' | '|'
        )
}
