//! Equations of numbers alone in the words of a manuscript: `40 + 16 = 56`, `48/120 = 0.4`, `n = 151 − 80 = 71`.
//!
//! Each side is reckoned with every number as exact as it is printed, and whole ones as they are. Left out is a side
//! with letters, with numbers of several units, or beside a sign that belongs to it; the sums of single digits, which
//! are codes and figures of speech ("1 + 1 = 3"); and what stands in marks of quotation.

use std::ops::Range;

use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

use super::manuscript::Manuscript;
use crate::amount::Exact;
use crate::amount::prose::{Style, digits, is_scale};
use crate::document::{Format, Kind};

/// An equation has no more numbers and signs, and its brackets stand no deeper in each other.
const LONGEST: usize = 64;
const DEEPEST: usize = 8;

/// So many digits at most of a number are read.
const DIGITS: usize = 12;

/// Functions of what stands behind them.
const FUNCTIONS: [&str; 8] = ["log", "ln", "exp", "cos", "tan", "sqrt", "mod", "max"];

/// Two sides of an equation, one of which at least is to be reckoned.
#[derive(Debug)]
pub(crate) struct Equation {
    /// The block in whose words the sides stand.
    pub(crate) block: usize,
    pub(crate) left: Range<usize>,
    pub(crate) right: Range<usize>,
    /// What the left one comes to.
    pub(crate) comes_to: Exact,
    /// Whether the two are one, by their printed digits.
    pub(crate) holds: bool,
}

/// The equations of a manuscript, in the order of its text; none of a PDF, in whose text powers and fractions are
/// digits like others.
pub(crate) fn equations(manuscript: &Manuscript) -> Vec<Equation> {
    if manuscript.format == Format::Pdf {
        return Vec::new();
    }
    let style = Style::of(&manuscript.language);
    texts(manuscript).flat_map(|(block, words)| within(words, style, block)).collect()
}

/// The words that are a manuscript's own, with the numbers of their blocks.
pub(super) fn texts(manuscript: &Manuscript) -> impl Iterator<Item = (usize, &str)> {
    let is_text = |number: &usize| {
        manuscript.blocks[*number].kind != Kind::Comment && !manuscript.outline.is_bibliography(*number)
    };
    (0..manuscript.blocks.len()).filter(is_text).map(|number| (number, manuscript.blocks[number].words.as_str()))
}

/// Those of some words. One that only the other way to write decimals bears out holds, too.
fn within(words: &str, style: Style, block: usize) -> Vec<Equation> {
    if !words.contains('=') {
        return Vec::new();
    }
    let read = |style: Style| -> Vec<Equation> {
        runs(words, style).iter().flat_map(|run| run.equations(words)).map(|it| Equation { block, ..it }).collect()
    };
    let mut found = read(style);
    if found.iter().any(|it| !it.holds) {
        let other = read(Style::of(if style.decimal() == '.' { "de" } else { "en" }));
        found.retain(|it| it.holds || other.iter().any(|same| same.left.start == it.left.start && !same.holds));
    }
    found
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Number {
        value: Exact,
        place: Exact,
        is_percent: bool,
    },
    /// `+`, `-`, `*`, `/`, `(` or `)`.
    Sign(char),
    Equal,
}

#[derive(Clone, Debug)]
struct Piece {
    at: Range<usize>,
    what: What,
    /// The word behind a number, before the next sign.
    unit: Range<usize>,
}

/// Numbers and signs with nothing but blanks between them.
#[derive(Debug, Default)]
struct Run {
    pieces: Vec<Piece>,
    /// Whether what stands before them, or behind, may be part of the first side, or of the last one.
    is_cut: [bool; 2],
}

/// Reads a text from left to right.
struct Scanner<'t> {
    text: &'t str,
    style: Style,
    at: usize,
    run: Run,
    runs: Vec<Run>,
}

/// The runs of a text that have a sign of equality.
fn runs(text: &str, style: Style) -> Vec<Run> {
    let mut scanner = Scanner { text, style, at: 0, run: Run::default(), runs: Vec::new() };
    while let Some(first) = text[scanner.at..].chars().next() {
        scanner.step(first);
    }
    scanner.end(false, false);
    scanner.runs
}

impl Scanner<'_> {
    fn step(&mut self, first: char) {
        let (start, length) = (self.at, first.len_utf8());
        let behind = &self.text[start + length..];
        let next = behind.trim_start().chars().next();
        let is_operand = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '(' | '$' | '€' | '£'));
        let is_free = self.text[..start].ends_with(char::is_whitespace) && behind.starts_with(char::is_whitespace);
        match first {
            _ if first.is_whitespace() => self.at += length,
            '0'..='9' => self.number(),
            '$' | '€' | '£' if is_operand(behind.chars().next()) => self.at += length,
            '%' => {
                let end = start + length;
                match self.run.pieces.last_mut() {
                    Some(Piece { what: What::Number { is_percent, .. }, at, .. }) if !*is_percent => {
                        (*is_percent, at.end) = (true, end);
                    }
                    _ => return self.wall(first),
                }
                self.at = end;
            }
            '=' if !behind.starts_with('=') && !self.text[..start].ends_with(['=', '!', '<', '>', ':', '~']) => {
                self.push(length, What::Equal);
            }
            '(' if self.follows_number() => {
                let is_tight = !self.text[..start].ends_with(char::is_whitespace);
                self.end(is_tight, true);
                self.push(length, What::Sign('('));
            }
            '(' | ')' => self.push(length, What::Sign(first)),
            _ if !self.follows_number() || !is_operand(next) => self.wall(first),
            '+' => self.push(length, What::Sign('+')),
            '−' => self.push(length, What::Sign('-')),
            '-' | '–' if is_free || self.is_downwards(behind) => self.push(length, What::Sign('-')),
            '×' | '·' | '*' | '⋅' => self.push(length, What::Sign('*')),
            'x' | 'X' if is_free || behind.starts_with(|c: char| c.is_ascii_digit()) => {
                self.push(length, What::Sign('*'));
            }
            '÷' | '/' => self.push(length, What::Sign('/')),
            ':' if is_free => self.push(length, What::Sign('/')),
            _ => self.wall(first),
        }
    }

    fn push(&mut self, length: usize, what: What) {
        self.run.pieces.push(Piece { at: self.at..self.at + length, what, unit: self.at..self.at });
        self.at += length;
    }

    /// Whether the last piece is a number, or a bracket behind one.
    fn follows_number(&self) -> bool {
        let last = self.run.pieces.last();
        last.is_some_and(|last| matches!(last.what, What::Number { .. } | What::Sign(')')))
    }

    /// "151-80" takes away, and "80-151" is a range, as "2019-12" may be.
    fn is_downwards(&self, behind: &str) -> bool {
        let Some(Piece { what: What::Number { value, .. }, .. }) = self.run.pieces.last() else { return false };
        let other = digits(behind, self.style).and_then(|(written, ..)| read(&written));
        other.is_some_and(|(other, _)| other < *value) && !is_year(*value)
    }

    fn number(&mut self) {
        let rest = &self.text[self.at..];
        let follows_sign = self.run.pieces.last().is_some_and(|last| last.at.end == self.at);
        let is_tight = !follows_sign
            && self.text[..self.at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '_' | '#'));
        let read = digits(rest, self.style).and_then(|(written, length, _)| Some((read(&written)?, length)));
        let Some(((value, place), length)) = read.filter(|_| !is_tight) else {
            let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            self.end(true, true);
            self.at += length;
            return;
        };
        if self.follows_number() {
            self.end(true, true);
        }
        self.push(length, What::Number { value, place, is_percent: false });
    }

    /// What belongs to no equation: a word, a sign. A word behind a number may be its unit.
    fn wall(&mut self, first: char) {
        let rest = &self.text[self.at..];
        if !first.is_alphabetic() {
            let ends = ",.;!?:[]$\"“”„«»".contains(first);
            let before = &self.text[..self.at];
            self.at += first.len_utf8();
            // "= 5:30", "3.5.1"
            let is_inside = self.text[self.at..].starts_with(|c: char| c.is_ascii_digit())
                && before.ends_with(|c: char| c.is_ascii_digit());
            self.end(!ends || is_inside, !ends || is_inside);
            return;
        }
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(length);
        let is_free = self.text[..self.at].ends_with(char::is_whitespace);
        let is_tight = behind.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '=' | ',' | ';' | ':' | '.'));
        let goes_on = behind.trim_start().starts_with(['+', '−', '×', '=', '/', '-', '÷']);
        let at = self.at;
        self.at += length;
        match self.run.pieces.last_mut() {
            Some(last) if is_free && goes_on && matches!(last.what, What::Number { .. }) && !is_scale(word) => {
                last.unit = at..at + length;
            }
            _ => self.end(!is_free || is_scale(word), is_tight || FUNCTIONS.contains(&word)),
        }
    }

    /// Ends the run; whether what follows it may be part of it, and whether it may be part of the next one.
    fn end(&mut self, is_cut: bool, is_next_cut: bool) {
        let next = Run { is_cut: [is_next_cut, false], ..Run::default() };
        let mut run = std::mem::replace(&mut self.run, next);
        run.is_cut[1] = is_cut;
        let numbers = run.pieces.iter().filter(|piece| matches!(piece.what, What::Number { .. })).count();
        if numbers > 2 && run.pieces.len() <= LONGEST && run.pieces.iter().any(|piece| piece.what == What::Equal) {
            self.runs.push(run);
        }
    }
}

/// A number in digits, and the place value of its last one.
fn read(written: &str) -> Option<(Exact, Exact)> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let place = Exact::new(1, 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?);
    let all: i128 = format!("{whole}{decimals}").parse().ok().filter(|_| whole.len() + decimals.len() <= DIGITS)?;
    Some((place * all, place))
}

fn is_year(value: Exact) -> bool {
    value.is_integer() && (1500..2200).contains(&value.to_integer())
}

impl Run {
    fn equations(&self, text: &str) -> Vec<Equation> {
        let pieces = &self.pieces;
        let at = pieces.first().map_or(0, |piece| piece.at.start)..pieces.last().map_or(0, |piece| piece.at.end);
        let is_quoted = text[..at.start].ends_with(['"', '“', '„', '«', '\'', '‘']);
        let mut sides: Vec<&[Piece]> = pieces.split(|piece| piece.what == What::Equal).collect();
        let depth = |side: &[Piece]| {
            let of = |sign: char| side.iter().filter(|piece| piece.what == What::Sign(sign)).count();
            of('(').cmp(&of(')'))
        };
        let last = sides.len() - 1;
        // "(40 + 16 = 56)"
        let is_enclosed = depth(sides[0]).is_gt() && sides[0][0].what == What::Sign('(');
        if is_enclosed {
            sides[0] = &sides[0][1..];
        }
        let closes = sides[last].iter().position(|piece| piece.what == What::Sign(')'));
        let ends = closes.filter(|_| depth(sides[last]).is_lt());
        sides[last] = &sides[last][..ends.unwrap_or(sides[last].len())];
        let is_cut = |side: usize| {
            side == 0 && self.is_cut[0] && !is_enclosed || side == last && self.is_cut[1] && ends.is_none()
        };
        let pairs = (1..=last).filter(|right| !is_cut(right - 1) && !is_cut(*right) && !is_quoted);
        pairs.filter_map(|right| judged([sides[right - 1], sides[right]], text)).collect()
    }
}

/// Two sides, unless they cannot be held against each other.
fn judged(sides: [&[Piece]; 2], text: &str) -> Option<Equation> {
    let [first, second] = sides;
    let has = |sign: char| sides.iter().any(|side| side.iter().any(|piece| piece.what == What::Sign(sign)));
    let (adds, scales) = (has('+') || has('-'), has('*') || has('/'));
    let numbers: Vec<(Exact, Exact, bool, &str)> =
        sides.into_iter().flatten().filter_map(|piece| number(piece, text)).collect();
    let terms = if second.len() == 1 { &numbers[..numbers.len().checked_sub(1)?] } else { &numbers[..] };
    let (_, _, is_percent, unit) = *terms.first()?;
    let are_digits = terms.iter().all(|(value, place, ..)| *value < Exact::from(10) && *place == Exact::from(1));
    let are_alike = terms.iter().all(|(.., own)| *own == unit) && (!scales || unit.is_empty());
    let are_of_one = scales || numbers.iter().all(|(_, _, percent, _)| *percent == is_percent);
    // "2019/20 = 100", "1/2 = 1": years and answers.
    let is_whole = |(value, ..): &(Exact, Exact, bool, &str)| value.is_integer();
    let is_label = has('/')
        && !adds
        && numbers.iter().all(is_whole)
        && (is_year(terms[0].0) || terms.iter().all(|(value, ..)| *value < Exact::from(13)));
    if !scales && (are_digits || !adds) || !are_alike || !are_of_one || is_label {
        return None;
    }
    let readings: &[bool] = if scales { &[true, false] } else { &[false] };
    let judge = |as_hundredths: bool| {
        let left = reckon(first, as_hundredths)?;
        let right = reckon(second, as_hundredths)?;
        let slack = slack(sides, scales, as_hundredths)?;
        // What is rounded to a number lies around it, and what is cut off to it above it.
        let below = |side: &[Piece], own: Reckoned| {
            if !scales && side.len() == 1 && own.low < own.high { Exact::zero() } else { slack }
        };
        let meets = left.low.checked_sub(&below(first, left))? <= right.high
            && right.low.checked_sub(&below(second, right))? <= left.high;
        Some((left.value, meets))
    };
    let read: Vec<(Exact, bool)> = readings.iter().map(|reading| judge(*reading)).collect::<Option<_>>()?;
    let range = |side: &[Piece]| side.first().map_or(0, |it| it.at.start)..side.last().map_or(0, |it| it.at.end);
    let holds = read.iter().any(|(_, meets)| *meets);
    // "36/120 = 30%", "36/120 × 100 = 30%"
    let (stated, _, is_share, _) = *numbers.last()?;
    let hundredfold = read[0].0.checked_mul(&Exact::from(100)).filter(|_| is_share);
    let candidates = [Some(read[0].0), hundredfold].into_iter().flatten();
    let comes_to = candidates.min_by_key(|value| value.checked_sub(&stated).map(|off| off.abs()))?;
    Some(Equation { block: 0, left: range(first), right: range(second), comes_to, holds })
}

fn number<'t>(piece: &Piece, text: &'t str) -> Option<(Exact, Exact, bool, &'t str)> {
    match piece.what {
        What::Number { value, place, is_percent } => Some((value, place, is_percent, &text[piece.unit.clone()])),
        What::Sign(_) | What::Equal => None,
    }
}

/// By how much a number that stands alone for the other side may be off: it is rounded, or cut off where digits go on.
fn slack(sides: [&[Piece]; 2], scales: bool, as_hundredths: bool) -> Option<Exact> {
    let zero = Exact::from(0);
    let [one, other] = sides;
    let (alone, of) = if let [alone] = other {
        (alone, one)
    } else if let [alone] = one {
        (alone, other)
    } else {
        return Some(zero);
    };
    let What::Number { value, place, is_percent } = alone.what else { return Some(zero) };
    let unit = if is_percent && as_hundredths { Exact::new(1, 100) } else { Exact::from(1) };
    let is_exact = |piece: &Piece| match piece.what {
        What::Number { place, is_percent, .. } => place == Exact::from(1) && !is_percent,
        What::Sign(sign) => sign != '/',
        What::Equal => false,
    };
    if place < Exact::from(1) || is_percent || !of.iter().all(is_exact) {
        return place.checked_mul(&unit).map(|whole| if scales { whole } else { whole / 2 });
    }
    // "365 × 24 = 8,800"
    let zeros = value.to_integer().to_string();
    let zeros = u32::try_from(zeros.len() - zeros.trim_end_matches('0').len()).ok()?;
    Some(if zeros > 1 { Exact::from(10_i128.checked_pow(zeros)?) / 2 } else { zero })
}

/// What an expression comes to, and between which numbers that lies.
#[derive(Clone, Copy, Debug)]
struct Reckoned {
    value: Exact,
    low: Exact,
    high: Exact,
}

impl Reckoned {
    fn with(self, other: Reckoned, of: impl Fn(&Exact, &Exact) -> Option<Exact>) -> Option<Reckoned> {
        let corners = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let corners: Vec<Exact> = corners.iter().map(|(one, two)| of(one, two)).collect::<Option<_>>()?;
        let (low, high) = (*corners.iter().min()?, *corners.iter().max()?);
        Some(Reckoned { value: of(&self.value, &other.value)?, low, high })
    }
}

fn reckon(side: &[Piece], as_hundredths: bool) -> Option<Reckoned> {
    let mut rest = side;
    let reckoned = sum(&mut rest, as_hundredths, DEEPEST)?;
    rest.is_empty().then_some(reckoned)
}

fn sum(rest: &mut &[Piece], as_hundredths: bool, depth: usize) -> Option<Reckoned> {
    let mut so_far = product(rest, as_hundredths, depth)?;
    while let Some(sign @ ('+' | '-')) = sign(rest) {
        *rest = &rest[1..];
        let term = product(rest, as_hundredths, depth)?;
        so_far = so_far.with(term, |one, two| if sign == '+' { one.checked_add(two) } else { one.checked_sub(two) })?;
    }
    Some(so_far)
}

fn product(rest: &mut &[Piece], as_hundredths: bool, depth: usize) -> Option<Reckoned> {
    let mut so_far = factor(rest, as_hundredths, depth)?;
    while let Some(sign @ ('*' | '/')) = sign(rest) {
        *rest = &rest[1..];
        let other = factor(rest, as_hundredths, depth)?;
        if sign == '/' && !other.low.is_positive() {
            return None;
        }
        so_far =
            so_far.with(other, |one, two| if sign == '*' { one.checked_mul(two) } else { one.checked_div(two) })?;
    }
    Some(so_far)
}

fn factor(rest: &mut &[Piece], as_hundredths: bool, depth: usize) -> Option<Reckoned> {
    let (first, behind) = rest.split_first()?;
    *rest = behind;
    match first.what {
        What::Number { value, place, is_percent } => {
            let unit = if is_percent && as_hundredths { Exact::new(1, 100) } else { Exact::from(1) };
            let is_whole = place == Exact::from(1) && !is_percent;
            let half = if is_whole { Exact::zero() } else { place / 2 };
            let [value, half] = [value.checked_mul(&unit)?, half.checked_mul(&unit)?];
            Some(Reckoned { value, low: value - half, high: value + half })
        }
        What::Sign('(') => {
            let inside = sum(rest, as_hundredths, depth.checked_sub(1)?)?;
            let is_closed = sign(rest) == Some(')');
            *rest = rest.get(1..).filter(|_| is_closed)?;
            Some(inside)
        }
        What::Sign(_) | What::Equal => None,
    }
}

fn sign(rest: &[Piece]) -> Option<char> {
    match rest.first()?.what {
        What::Sign(sign) => Some(sign),
        What::Number { .. } | What::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: &str) -> Vec<String> {
        let told = |it: Equation| format!("{} = {}: {}", &text[it.left], &text[it.right], it.holds);
        within(text, Style::of(language), 0).into_iter().map(told).collect()
    }

    #[test]
    fn equations_of_numbers_are_reckoned() {
        for (text, expected) in [
            ("The crew (12 + 19 = 31) sailed.", "12 + 19 = 31: true"),
            ("The crew was 12 + 19 = 41 men.", "12 + 19 = 41: false"),
            ("n = 240 - 95 = 135", "240 - 95 = 135: false"),
            ("$n=240-95=145$ boats", "240-95 = 145: true"),
            ("a gap of 71.5% − 64.5% = 9%", "71.5% − 64.5% = 9%: false"),
            ("4 × 6 × 11 = 246 hauls", "4 × 6 × 11 = 246: false"),
            ("4x6x11 = 264 hauls", "4x6x11 = 264: true"),
            ("a rate of 36/120 = 0.3", "36/120 = 0.3: true"),
            ("a rate of 36/120 = 40%", "36/120 = 40%: false"),
            ("(18 + 12) / 90 = 0.33 and 2/3 = 0.66", "(18 + 12) / 90 = 0.33: true; 2/3 = 0.66: true"),
            ("x = 30 + 12 = 42 = 6 × 8", "30 + 12 = 42: true; 42 = 6 × 8: false"),
            ("30 min + 45 min = 85 min", "30 min + 45 = 85: false"),
            ("1,200 × 3 = 3,600 and 365 × 24 = 8,800", "1,200 × 3 = 3,600: true; 365 × 24 = 8,800: true"),
            ("1.200 + 350 = 1.550", ""),
        ] {
            assert_eq!(read(text, "en").join("; "), expected, "{text}");
        }
        assert_eq!(read("Es sind 1.200 + 350 = 1.650 Boote.", "de"), ["1.200 + 350 = 1.650: false"]);
    }

    #[test]
    fn what_may_mean_something_else_is_left() {
        for text in [
            "x + 30 = 12 + 5",
            "3x + 12 = 40",
            "30 + 12 = 40x",
            "5 × 10^6 = 5,000,000",
            "2 + 2 = 5",
            "answers (4 + 5 = 38%)",
            "t(28) = 2.20, p = .04",
            "2019/20 = 100",
            "1/2 = 1",
            "pages 12-15 = 3",
            "12 kg + 4 boxes = 9",
            "he wrote “12 + 30 = 50” on it",
            "1.2 × 1000 = 1.2 million",
            "12 + 30 ≈ 40",
            "12 (5) + 30 = 50",
            "log 100 + 10 = 12",
            "a == 12 + 30 == 50",
            "12 + 30 = ",
            "12 / 0 = 50",
        ] {
            assert_eq!(read(text, "en"), [""; 0], "{text}");
        }
    }
}
