//! Values in running prose: found, and read as amounts.
//!
//! [`amounts`] finds numbers with a unit, a share, a sum of money or a scale ("11 miliar dolar AS", "60 persen",
//! "between 5 and 7 million", "10.000 tentara") and the words that bound them ("lebih dari 400", "sekitar"), in English
//! and Indonesian. Each is written as [`Amount::parse`] reads it, so that its last digit survives: "11 miliar" is
//! `11e9`.
//!
//! In which languages a comma parts decimals decides what "1.500" is; a mark that cannot part thousands parts decimals
//! ("2,1%"). A number without unit, share, money, scale or bound is none: articles, pages, list numbers and codes stay
//! silent, and so does a number behind a name ("Apollo 11") or behind a word such as "Pasal". Small numbers in words
//! are read only before a scale ("satu juta"). `$`, `£` and `¥` are the money of several lands: what stands in the text
//! is kept as a word, and only "US$", "dolar AS" and the like are a currency. Dates are for the caller to except.

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Amount;
use super::currencies::currency;
use super::read::{AND, BETWEEN, BOUNDS, SCALES, SIGNS_BEFORE, TO};
use crate::language::{self, Counted, Meanings, Vocabulary, rows};

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes of the text: from the word that bounds it to its unit.
    pub at: Range<usize>,
    /// The value. It reads as `gainsay` writes it: `~11e9 USD`.
    pub amount: Amount,
}

/// How the numbers of a text are written, and where its units stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What parts decimals: a point or a comma. The other one parts thousands.
    decimal: char,
    counted: Counted,
}

impl Style {
    /// That of a language by its code (ISO 639-1); of one that is not known, a point and whatever is counted.
    pub fn of(language: &str) -> Style {
        match language::of_code(language) {
            Some(language) => Style { decimal: language.numbers.decimal, counted: language.numbers.counted },
            None => Style { decimal: '.', counted: Counted::BehindAdjectives },
        }
    }

    /// What parts decimals: a point or a comma.
    pub(crate) fn decimal(self) -> char {
        self.decimal
    }
}

static NUMERALS: Meanings<u32> =
    Meanings::of(|language| language.numbers.in_words().map(|(word, number)| (word, u32::from(number))).collect());
static UNITS: Meanings<&str> = Meanings::of(|language| rows(language.numbers.units));
static MONEY_SCALES: Meanings<u32> = Meanings::of(|language| rows(language.numbers.money_scales));
static FROM: Vocabulary = Vocabulary::of(|language| language.numbers.from);
static NO_UNITS: Vocabulary = Vocabulary::of(|language| language.numbers.no_units);
static NUMBERED: Vocabulary = Vocabulary::of(|language| language.numbers.numbered);
static PLURALS: Vocabulary = Vocabulary::of(|language| language.numbers.plurals);

/// Currencies by what stands before a number; the longest first.
const MONEY_BEFORE: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("IDR", "IDR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("RUB", "RUB"),
    ("KRW", "KRW"),
    ("CNY", "CNY"),
    ("Rp", "IDR"),
    ("€", "EUR"),
    ("₽", "RUB"),
    ("$", "dollars"),
    ("£", "pounds sterling"),
    ("¥", "yen or yuan"),
];

/// Names that are kept for the signs of the money of several lands, and the currency that each most often is.
pub(crate) const SHARED_MONEY: [(&str, &str); 3] =
    [("dollars", "USD"), ("pounds sterling", "GBP"), ("yen or yuan", "JPY")];

/// Signs of units and codes of money behind a number.
const UNIT_SIGNS: [(&str, &str); 18] = [
    ("%", "%"),
    ("pp", "pp"),
    ("‰", "‰"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("km/h", "km/h"),
    ("km²", "km²"),
    ("km2", "km²"),
    ("km", "km"),
    ("kg", "kg"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("ha", "ha"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("kW", "kW"),
    ("°C", "°C"),
    ("m", "m"),
];

/// The values in `text`, in order and apart from each other. What lies in one of the ranges `except`, which are in
/// order too, is not read: dates and citations, say.
pub fn amounts(text: &str, style: Style, except: &[Range<usize>]) -> Vec<Found> {
    read(text, style, except, Reader::amount)
}

/// Every number in `text` that stands free, whatever it counts: "36" of "36 inspections". With it are its bound, its
/// money or its measure, never a word for what is counted; ranges in words are two numbers.
pub fn numbers(text: &str, style: Style, except: &[Range<usize>]) -> Vec<Found> {
    read(text, style, except, Reader::bare)
}

/// What `one` finds at the places where a number may begin; it tells where to go on if that is nothing.
fn read<'t>(
    text: &'t str,
    style: Style,
    except: &[Range<usize>],
    one: fn(&Reader<'t>, usize) -> Result<Found, usize>,
) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut walls = except.iter().peekable();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        while walls.next_if(|wall| wall.end <= start).is_some() {}
        if let Some(wall) = walls.next_if(|wall| wall.start <= start) {
            at = text.ceil_char_boundary(wall.end.min(text.len())).max(start + 1);
            at = text.ceil_char_boundary(at);
            continue;
        }
        let limit = walls.peek().map_or(text.len(), |wall| text.floor_char_boundary(wall.start.min(text.len())));
        let floor = found.last().map_or(0, |last| last.at.end);
        let reader = Reader { text: &text[..limit], floor, style };
        match one(&reader, start) {
            Ok(amount) => {
                at = amount.at.end;
                found.push(amount);
            }
            Err(end) => at = end,
        }
    }
    found
}

/// The small number that a word in small letters is: "twelve", "forty-two".
pub(crate) fn numeral(word: &str) -> Option<u32> {
    NUMERALS.meaning(word).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        let (tens, ones) = (NUMERALS.meaning(tens)?, NUMERALS.meaning(ones)?);
        (tens > 10 && tens % 10 == 0 && ones < 10).then_some(tens + ones)
    })
}

/// Every number in `text` that is written in digits or before a scale, whatever it counts: articles and years too.
pub fn figures(text: &str, style: Style) -> Vec<Amount> {
    let reader = Reader { text, floor: 0, style };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let number = reader.number(start);
        at = number.as_ref().map_or_else(|| reader.past_number(start), |number| number.end);
        found.extend(number.and_then(|number| Amount::parse(&number.written).ok()));
    }
    found
}

/// The next place from `at` on where a number may begin: at a digit that belongs to no word but the code of a currency,
/// or at a word.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let mut last = text[..at].chars().next_back();
    for (place, c) in text[at..].char_indices() {
        let here = at + place;
        let inside = last.is_some_and(char::is_alphanumeric);
        let behind_code = || {
            let code = MONEY_BEFORE.iter().find(|(code, _)| text[..here].ends_with(code));
            code.is_some_and(|(code, _)| !text[..here - code.len()].ends_with(char::is_alphanumeric))
        };
        last = Some(c);
        if c.is_ascii_digit() && (!inside || behind_code()) || !inside && begins_count(&text[here..]) {
            return Some(here);
        }
    }
    None
}

fn begins_count(text: &str) -> bool {
    text.starts_with(|c: char| {
        matches!(c.to_ascii_lowercase(), 'a' | 'c'..='f' | 'l' | 'n' | 'o' | 'q' | 's' | 't' | 'v' | 'z')
    }) && count(text).is_some()
}

/// A small number in words and its length, where a scale follows.
fn count(text: &str) -> Option<(u32, usize)> {
    let (number, length) =
        NUMERALS.longest_first().iter().find_map(|(word, number)| Some((*number, word_here(text, word)?)))?;
    let blank = text[length..].len() - text[length..].trim_start_matches(' ').len();
    (blank > 0 && scale(&text[length..]).is_some()).then_some((number, length))
}

/// The length of `word` if `text` begins with it, in large letters or small, and it ends there.
fn word_here(text: &str, word: &str) -> Option<usize> {
    let same = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let ends = || !text[word.len()..].starts_with(char::is_alphanumeric) || !word.ends_with(char::is_alphanumeric);
    (same && ends()).then_some(word.len())
}

/// A scale, and its end, over the blank before it.
fn scale(text: &str) -> Option<(u32, usize)> {
    let word = text.trim_start_matches([' ', '\u{a0}', '-']);
    let blank = text.len() - word.len();
    SCALES.longest_first().iter().find_map(|(name, power)| Some((*power, blank + word_here(word, name)?)))
}

/// Whether a word is a scale: "million".
pub(crate) fn is_scale(word: &str) -> bool {
    scale(word).is_some()
}

struct Reader<'t> {
    text: &'t str,
    /// What lies before is another value's.
    floor: usize,
    style: Style,
}

/// A number as [`Amount::parse`] reads it, without its sign and unit.
struct Number {
    written: String,
    end: usize,
    /// Whether its digits or a scale show that it counts something.
    large: bool,
}

impl<'t> Reader<'t> {
    /// The value whose number begins at `start`, else the place to go on from.
    fn amount(&self, start: usize) -> Result<Found, usize> {
        let low = self.scaled(start).ok_or_else(|| self.past_number(start))?;
        let past = low.end;
        self.value(start, &low).ok_or(past)
    }

    /// The number that begins at `start`, whatever it counts, else the place to go on from.
    fn bare(&self, start: usize) -> Result<Found, usize> {
        let low = self.scaled(start).ok_or_else(|| self.past_number(start))?;
        let past = low.end;
        self.free(start, &low).ok_or(past)
    }

    fn free(&self, start: usize, low: &Number) -> Option<Found> {
        let (money, number_start) = self.money_before(start);
        let before = self.text[..number_start].chars().next_back();
        let is_signed = || self.text[..number_start].trim_end_matches(['-', '−', '–', '+']).ends_with('(');
        let is_tied = before.is_some_and(|c| !matches!(c, '/' | '=') && is_part_of_code(c)) && !is_signed();
        if is_tied || self.is_numbered(number_start) {
            return None;
        }
        let dash = self.text[low.end..].strip_prefix(['–', '-']);
        let high = dash.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let high = high.and_then(|rest| self.number(self.text.len() - rest.len()));
        let (sign, first) = self.bound(number_start);
        let end = high.as_ref().map_or(low.end, |high| high.end);
        let (unit, end) = money.map_or_else(|| self.measure(end), |code| (Some(code), end));
        // "IQR 13–20"
        let is_known = unit.is_some() || low.large || !sign.is_empty() || high.is_some();
        let ends = self.text[end..].starts_with('/') || self.ends_clean(end);
        if !ends || !is_known && self.follows_name(number_start) {
            return None;
        }
        let number = high.map_or_else(|| format!("{sign}{}", low.written), |high| joined(low, &high));
        found(first..end, &number, unit)
    }

    fn past_number(&self, start: usize) -> usize {
        let rest = &self.text[start.min(self.text.len())..];
        let part = |c: char| c.is_alphanumeric();
        (start + rest.find(|c: char| !part(c)).unwrap_or(rest.len())).max(start + 1)
    }

    fn value(&self, start: usize, low: &Number) -> Option<Found> {
        let (money, number_start) = self.money_before(start);
        if !self.begins_clean(number_start) || self.is_numbered(number_start) {
            return None;
        }
        let high = self.range_to(low.end);
        let (sign, first) = self.bound(number_start);
        let end = high.as_ref().map_or(low.end, |high| high.end);
        let (unit, end) = match money {
            Some(code) => (Some(code.to_owned()), end),
            None => self.unit(end),
        };
        let follows_name = !low.large && sign.is_empty() && money.is_none() && self.follows_name(number_start);
        let known = unit.is_some() || low.large || !sign.is_empty() && self.ends_clean(end);
        if !known || follows_name && unit.as_deref() != Some("%") || !self.ends_clean(end) {
            return None;
        }
        let (number, first) = match high {
            Some(high) => (joined(low, &high), self.between(first)),
            None => (format!("{sign}{}", low.written), first),
        };
        found(first..end, &number, unit.as_deref())
    }

    /// The number that begins at `start`; behind a sign of money its scale may be a letter: "£40m".
    fn scaled(&self, start: usize) -> Option<Number> {
        let number = self.number(start)?;
        let rest = &self.text[number.end..];
        let word = rest.strip_prefix(' ').unwrap_or(rest);
        let is_money = || self.money_before(start).0.is_some() && !number.written.contains('e');
        // "a $20 T-shirt"
        let is_scale = |name: &str| word_here(word, name).is_some_and(|length| !word[length..].starts_with('-'));
        let short = MONEY_SCALES.longest_first().iter().find(|(name, _)| is_scale(name));
        // "1.6M weighted transitions"
        let is_count = |name: &str| {
            let counted = || self.counted(word[name.len()..].trim_start_matches(' '));
            self.style.counted == Counted::BehindAdjectives && rest.starts_with(['M', 'B']) && counted().is_some()
        };
        let Some((name, power)) = short.filter(|(name, _)| is_money() || is_count(name)) else { return Some(number) };
        let end = self.text.len() - word.len() + name.len();
        Some(Number { written: format!("{}e{power}", number.written), end, large: true })
    }

    /// A number in digits or in words, with its scale.
    fn number(&self, start: usize) -> Option<Number> {
        let rest = self.text.get(start..)?;
        let (mut written, length, grouped) = match count(rest) {
            Some((number, length)) => (number.to_string(), length, false),
            None => digits(rest, self.style)?,
        };
        let mut end = start + length;
        let mut power = 0;
        while let Some((more, length)) = scale(&self.text[end..]) {
            power += more;
            end += length;
        }
        if power > 0 {
            written = format!("{written}e{power}");
        }
        Some(Number { written, end, large: grouped || power > 0 })
    }

    /// The number behind "to", "and", a dash.
    fn range_to(&self, end: usize) -> Option<Number> {
        let rest = &self.text[end..];
        // "5%- 10%", "90.3% to 94.6%"
        let rest = rest.strip_prefix('%').unwrap_or(rest);
        let dash = || rest.strip_prefix(['–', '-']).map(|rest| rest.trim_start_matches(' '));
        let behind = match joined_by(rest, &AND) {
            Some(behind) => self.is_between(end).then_some(behind)?,
            None => joined_by(rest, &TO).or_else(dash)?,
        };
        let start = self.text.len() - behind.len();
        let start = MONEY_BEFORE
            .iter()
            .find(|(sign, _)| self.text[start..].starts_with(sign))
            .map_or(start, |(sign, _)| start + sign.len());
        self.text[start..].starts_with(|c: char| c.is_ascii_digit()).then(|| self.number(start)).flatten()
    }

    /// Whether "between" stands before the number that ends at `end`.
    fn is_between(&self, end: usize) -> bool {
        let before = &self.text[self.floor..end];
        before
            .rsplit(['.', ';'])
            .next()
            .is_some_and(|before| before.split_whitespace().rev().take(3).any(|word| BETWEEN.has(&word.to_lowercase())))
    }

    /// The place of "between" or "antara" before `at`, where it stands there.
    fn between(&self, at: usize) -> usize {
        let before = self.text[self.floor..at].trim_end();
        let openings = || [&BETWEEN, &FROM].into_iter().flat_map(Vocabulary::longest_first);
        let word = openings().find(|word| ends_with_word(before, word));
        word.map_or(at, |word| self.floor + before.len() - word.len())
    }

    /// The sign for the words before `at`, or the sign itself, and where they begin.
    fn bound(&self, at: usize) -> (&'static str, usize) {
        let before = self.text[self.floor..at].trim_end_matches(' ');
        // "(n = 3, <1%)" against "0<P<1" and "A -> 5%".
        let printed = SIGNS_BEFORE.iter().find_map(|(printed, sign)| Some((*sign, before.strip_suffix(printed)?)));
        if let Some((sign, rest)) = printed.filter(|(_, rest)| rest.is_empty() || rest.ends_with([' ', '(', '['])) {
            return (sign, self.floor + rest.len());
        }
        let bound = BOUNDS.longest_first().iter().find(|(words, _)| ends_with_word(before, words));
        bound.map_or(("", at), |(words, sign)| (*sign, self.floor + before.len() - words.len()))
    }

    /// The money whose sign or code stands before `at`, and where it begins.
    fn money_before(&self, at: usize) -> (Option<&'static str>, usize) {
        let before = self.text[self.floor..at].trim_end_matches([' ', '\u{a0}', '.']);
        let alone = |sign: &str| {
            let rest = &before[..before.len() - sign.len()];
            !sign.starts_with(char::is_alphabetic) || !rest.ends_with(char::is_alphanumeric)
        };
        let sign = MONEY_BEFORE.iter().find(|(sign, _)| before.ends_with(sign) && alone(sign));
        sign.map_or((None, at), |(sign, code)| {
            let start = before.len() - sign.len();
            (Some(*code), self.floor + start)
        })
    }

    /// The measure or the code of a currency behind `at`, and its end.
    fn measure(&self, at: usize) -> (Option<&'t str>, usize) {
        let words = self.text[at..].trim_start_matches([' ', '\u{a0}']);
        let mut named = UNITS.longest_first().iter().filter(|(name, _)| word_here(words, name).is_some());
        // "350 mM" are no millimetres.
        let mut signs =
            UNIT_SIGNS.iter().filter(|(sign, _)| words.starts_with(sign) && word_here(words, sign).is_some());
        let measure = named.next().or_else(|| signs.next()).map(|(name, unit)| (name.len(), *unit));
        let code = words.get(..3).filter(|code| code.bytes().all(|letter| letter.is_ascii_uppercase()));
        let code = code.filter(|code| currency(code).is_some() && !words[3..].starts_with(char::is_alphanumeric));
        let found = measure.or(code.map(|code| (code.len(), code)));
        found.map_or((None, at), |(length, unit)| (Some(unit), self.text.len() - words.len() + length))
    }

    /// The unit behind `at`, and its end: a measure, or a word for what is counted.
    fn unit(&self, at: usize) -> (Option<String>, usize) {
        if let (Some(unit), end) = self.measure(at) {
            return (Some(unit.to_owned()), end);
        }
        let words = self.text[at..].trim_start_matches([' ', '\u{a0}']);
        let start = self.text.len() - words.len();
        match self.counted(words).filter(|_| start > at) {
            Some(word) => (Some(words[word.clone()].to_owned()), start + word.end),
            None => (None, at),
        }
    }

    /// The word for what is counted, in `words`.
    fn counted(&self, words: &str) -> Option<Range<usize>> {
        let mut start = 0;
        for _ in 0..4 {
            let rest = &words[start..];
            let length = rest.find(|c: char| !c.is_alphabetic() && c != '-').unwrap_or(rest.len());
            let word = rest[..length].trim_end_matches('-');
            if word.len() < 3 || NO_UNITS.has(word) {
                return None;
            }
            let small = word.starts_with(char::is_lowercase);
            match self.style.counted {
                Counted::RightBehind => return small.then_some(start..start + word.len()),
                Counted::UnitsOnly => return None,
                Counted::BehindAdjectives if small && is_plural(word) => return Some(start..start + word.len()),
                Counted::BehindAdjectives => {}
            }
            if !rest[length..].starts_with(' ') {
                return None;
            }
            start += length + 1;
        }
        None
    }

    /// Whether nothing before `at` makes the number part of a code.
    fn begins_clean(&self, at: usize) -> bool {
        !self.text[..at].ends_with(is_part_of_code)
    }

    fn ends_clean(&self, at: usize) -> bool {
        let mut rest = self.text[at..].chars();
        match rest.next() {
            Some('/' | '-' | '_' | '@' | '°') => false,
            Some(c) if c.is_alphanumeric() => self.text[..at].ends_with('%'),
            Some('.' | ',' | ':') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
            _ => true,
        }
    }

    fn is_numbered(&self, at: usize) -> bool {
        let before = self.text[self.floor..at].trim_end_matches([' ', '.', '\u{a0}']);
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
        NUMBERED.has(&word)
    }

    /// Whether the word right before is a name: "Apollo 11".
    fn follows_name(&self, at: usize) -> bool {
        let Some(before) = self.text[self.floor..at].strip_suffix(' ') else { return false };
        let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
        let start = before[..before.len() - word.len()].trim_end();
        word.starts_with(char::is_uppercase)
            && !(start.is_empty() && self.floor == 0 || start.ends_with(['.', '!', '?']))
    }
}

/// Whether a letter before a number makes it part of a code.
fn is_part_of_code(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '-' | '−' | '/' | '.' | ',' | '#' | '§' | '_' | '=' | '@' | '+' | '–' | '%' | '→')
}

/// A value that stands at a place, of a number and a unit.
fn found(at: Range<usize>, number: &str, unit: Option<&str>) -> Option<Found> {
    let blank = if unit.is_none_or(|unit| unit == "%") { "" } else { " " };
    let amount = Amount::parse(&format!("{number}{blank}{}", unit.unwrap_or_default())).ok()?;
    Some(Found { at, amount })
}

/// Whether `text` ends with these words, in large letters or small, and nothing touches them.
fn ends_with_word(text: &str, words: &str) -> bool {
    let Some(start) = text.len().checked_sub(words.len()) else { return false };
    text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(words))
        && !text[..start].ends_with(char::is_alphanumeric)
}

/// What stands behind one of these words and the blanks around it, with which `text` begins.
fn joined_by<'t>(text: &'t str, words: &Vocabulary) -> Option<&'t str> {
    let rest = text.strip_prefix(' ')?;
    words.longest_first().iter().find_map(|word| rest.strip_prefix(*word)?.strip_prefix(' '))
}

/// Two numbers as a range; a scale behind the second is meant for both.
fn joined(low: &Number, high: &Number) -> String {
    let scale = high.written.find('e').filter(|_| !low.written.contains('e')).map_or("", |at| &high.written[at..]);
    format!("{}{scale}..{}", low.written, high.written)
}

/// A number in digits as an amount has it, its length, and whether marks part its thousands.
pub(crate) fn digits(text: &str, style: Style) -> Option<(String, usize, bool)> {
    let group = if style.decimal == '.' { ',' } else { '.' };
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = run(text);
    let mut end = first;
    let mut whole = text[..first].to_owned();
    while (1..=3).contains(&first) && text[end..].starts_with(group) && run(&text[end + 1..]) == 3 {
        whole += &text[end + 1..end + 4];
        end += 4;
    }
    let grouped = end > first;
    let decimals = match text[end..].chars().next() {
        Some(mark @ ('.' | ',')) if mark != group || !grouped => run(&text[end + 1..]),
        _ => 0,
    };
    if decimals > 0 {
        whole = format!("{whole}.{}", &text[end + 1..end + 1 + decimals]);
        end += 1 + decimals;
    }
    let leading = whole.len() > 1 && whole.starts_with('0') && !whole.starts_with("0.");
    (first > 0 && !leading).then_some((whole, end, grouped))
}

fn is_plural(word: &str) -> bool {
    PLURALS.has(word) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous")
}
