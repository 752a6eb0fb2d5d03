//! The dates that citations carry: a year, one of a reprint with that of the original, a year that ends in the next;
//! several behind one name, and the part of the work that is meant behind them.

use std::ops::Range;

use super::Year;
use super::printed_names::trimmed;
use crate::bibliography::dates;
use crate::language::{Citing, JOINS, Vocabulary, row};

/// What stands before the part of a work that is meant.
static LOCATORS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Locator));

/// Works of one author are not so many years apart.
const FAR_APART: u32 = 100;

/// A date in a citation.
pub(super) struct Dated {
    pub(super) year: Year,
    /// Whether it is more than a year: a newspaper's day.
    pub(super) full: bool,
}

/// The date that starts at byte `at` of the words, with places in them. A longer span of years is none.
pub(super) fn dated(words: &str, at: usize) -> Option<Dated> {
    reprinted(words, at).or_else(|| alone(words, at)).or_else(|| over_two_years(words, at))
}

/// The year of an edition with that of the original before it: `1814/1995`, `[1814] 1995`; an entry may print either.
pub(super) fn reprinted(words: &str, at: usize) -> Option<Dated> {
    let text = &words[at..];
    let year = |text: &str| text.get(..4)?.parse().ok().filter(|year| (1000..=2100).contains(year));
    let bracketed = usize::from(text.starts_with('['));
    let joint = if bracketed == 1 { "] " } else { "/" };
    let original: i32 = year(text.get(bracketed..)?)?;
    let start = bracketed + 4 + joint.len();
    let edition: i32 = year(text.get(bracketed + 4..)?.strip_prefix(joint)?)?;
    let behind = text[start + 4..].chars().next();
    let apart = original < edition && behind.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '–' | '/'));
    let year = Year { range: at..at + start + 4, year: Some(edition), letter: None, original: Some(original) };
    apart.then_some(Dated { year, full: false })
}

/// `1904–05`: surely no date of a citation unless an entry has it.
fn over_two_years(words: &str, at: usize) -> Option<Dated> {
    let text = &words[at..];
    let first: i32 = text.get(..4)?.parse().ok().filter(|year| (1000..=2100).contains(year))?;
    let rest = text[4..].strip_prefix(['–', '-', '/'])?;
    let last: i32 = rest.get(..2)?.parse().ok()?;
    let apart = rest[2..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '–' | '/'));
    let range = at..at + text.len() - rest.len() + 2;
    let year = Year { range, year: Some(first), letter: None, original: Some(first - first % 100 + last) };
    (apart && first % 100 + 1 == last).then_some(Dated { year, full: true })
}

fn alone(words: &str, at: usize) -> Option<Dated> {
    let text = &words[at..];
    let dated = dates::leading(text)?;
    let range = at..at + dated.end;
    let behind = text[dated.end..].chars().next();
    if behind.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '—' | '/' | '%')) {
        return None;
    }
    let Some(edtf) = dated.edtf else {
        return Some(Dated { year: Year { range, year: None, letter: None, original: None }, full: false });
    };
    let span = edtf.contains(['/', '~']);
    let year = edtf.get(..4)?.parse().ok().filter(|_| !span)?;
    Some(Dated { year: Year { range, year: Some(year), letter: dated.letter, original: None }, full: edtf.len() > 4 })
}

/// What follows on a name.
pub(super) struct Tail {
    pub(super) years: Vec<Year>,
    pub(super) locator: Option<Range<usize>>,
    /// Where a further work starts: `Lee 2021` in `Smith 2020, Lee 2021`.
    pub(super) next: Option<usize>,
    /// Whether nothing is left that was not understood.
    pub(super) clean: bool,
    /// Whether the first date is more than a year.
    pub(super) full: bool,
}

/// The years at byte `at`, and what stands behind them up to byte `end`.
pub(super) fn years_and_tail(words: &str, at: usize, end: usize) -> Tail {
    let mut tail = Tail { years: Vec::new(), locator: None, next: None, clean: true, full: false };
    let mut here = at;
    while let Some(date) = dated(words, here).filter(|date| date.year.range.end <= end) {
        tail.full |= date.full;
        here = date.year.range.end;
        tail.years.push(date.year);
        here = letters(words, here, end, &mut tail.years);
        let behind = &words[here..end];
        let joint = joint(behind);
        // "Dworkin 2002, 1679" is on that page.
        let is_page = |date: &Dated| {
            let apart = tail.years.last().and_then(|last| Some(last.year?.abs_diff(date.year.year?)));
            date.full || apart.is_some_and(|apart| apart > FAR_APART)
        };
        if joint == 0 || dated(words, here + joint).is_none_or(|date| is_page(&date)) {
            break;
        }
        here += joint;
    }
    let rest = trimmed(words, here..end);
    let text = words[rest.clone()].trim_start_matches([',', ':', '.', ')', ' ']);
    let start = rest.end - text.len();
    if text.is_empty() {
        return tail;
    }
    if is_locator(text, words[rest.start..start].starts_with([',', ':'])) {
        tail.locator = Some(start..rest.end);
    } else if words[rest.start..].starts_with(',') && text.starts_with(char::is_uppercase) {
        tail.next = Some(start);
    } else {
        tail.clean = false;
    }
    tail
}

/// How long that is which parts two years at the start of a text: a comma, a word, both.
fn joint(text: &str) -> usize {
    let comma = text.strip_prefix([',', '/']).unwrap_or(text);
    let rest = comma.strip_prefix(' ').unwrap_or(comma);
    let word = rest.split(' ').next().filter(|word| rest.len() < text.len() && JOINS.has(word));
    let behind = word.map_or(rest, |word| rest[word.len()..].trim_start());
    if word.is_none() && comma.len() == text.len() { 0 } else { text.len() - behind.len() }
}

/// The letters of further works behind a year: `b` in `2020a, b`.
fn letters(words: &str, at: usize, end: usize, years: &mut Vec<Year>) -> usize {
    let mut here = at;
    while let Some(Year { year, letter: Some(_), .. }) = years.last() {
        let year = *year;
        let behind = &words[here..end];
        let Some(letter) = behind.strip_prefix(", ").or(behind.strip_prefix(',')) else { break };
        let gap = behind.len() - letter.len();
        let mut chars = letter.chars();
        let (Some(letter), next) = (chars.next().filter(char::is_ascii_lowercase), chars.next()) else { break };
        if next.is_some_and(char::is_alphanumeric) || next == Some('.') {
            break;
        }
        here += gap + 1;
        years.push(Year { range: here - 1..here, year, letter: Some(letter), original: None });
    }
    here
}

/// Whether words say which part of a work is meant. `plain`: they stand behind a comma or a colon.
pub(super) fn is_locator(text: &str, plain: bool) -> bool {
    let word = text.split([' ', '.', ':']).next().unwrap_or_default().to_lowercase();
    let label = LOCATORS.has(&word) || text.starts_with(['§', '¶']);
    let number = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | ' ' | 'f' | '.' | ':' | 'i' | 'v' | 'x'))
    };
    label && text.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'i' | b'v' | b'x'))
        || plain && number(text)
}
