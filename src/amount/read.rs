//! Reads an amount from text, or says where and why it cannot.

use std::fmt;
use std::ops::Range;

use num_traits::One;

use super::currencies::{SIGNS, currency};
use super::{Amount, Bound, Exact, Number, Shape, Unit};
use crate::language::{Meanings, Vocabulary, rows};

/// Why a string is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadAmount {
    /// The bytes of the string that are at fault. Never empty unless the string is.
    pub at: Range<usize>,
    /// What is the matter, for a person.
    pub what: String,
    /// What to write instead, in a sentence.
    pub help: Option<String>,
}

impl fmt::Display for BadAmount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for BadAmount {}

const FORMS: &str = "write a number with its unit: `10000`, `12.3e6 IDR`, `>400`, `~70%`, `5..7 days`";
const TOO_LARGE: &str = "the number is too large or too fine to reckon with";

/// The most digits of a number, and the most places before or after its point.
const DIGITS: usize = 18;
const PLACES: i32 = 24;

/// What stands before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    About,
    Above(Bound),
    Below(Bound),
    Between,
}

/// Signs before a number; of two that fit the longer comes first.
pub(super) const SIGNS_BEFORE: [(&str, &str); 8] =
    [(">=", ">="), ("≥", ">="), ("<=", "<="), ("≤", "<="), (">", ">"), ("<", "<"), ("~", "~"), ("≈", "~")];

pub(super) static BOUNDS: Meanings<&str> = Meanings::of(|language| rows(language.numbers.bounds));
pub(super) static SCALES: Meanings<u32> = Meanings::of(|language| rows(language.numbers.scales));
pub(super) static BETWEEN: Vocabulary = Vocabulary::of(|language| language.numbers.between);
pub(super) static TO: Vocabulary = Vocabulary::of(|language| language.numbers.to);
pub(super) static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);
static DOZENS: Vocabulary = Vocabulary::of(|language| language.numbers.dozens);
static MANY: Meanings<i128> = Meanings::of(|language| rows(language.numbers.many));

impl Before {
    fn of_sign(sign: &str) -> Option<Before> {
        Some(match sign {
            ">=" => Before::Above(Bound::Included),
            "<=" => Before::Below(Bound::Included),
            ">" => Before::Above(Bound::Excluded),
            "<" => Before::Below(Bound::Excluded),
            "~" => Before::About,
            _ => return None,
        })
    }
}

/// An amount from its whole text.
pub(super) fn amount(text: &str) -> Result<Amount, BadAmount> {
    let mut cursor = Cursor { text, at: 0, end: text.trim_end().len() };
    cursor.skip_blanks();
    if cursor.rest().is_empty() {
        return Err(BadAmount { at: 0..text.len(), what: "there is no value here".into(), help: Some(FORMS.into()) });
    }
    let whole = cursor.rest();
    if let Some(&(_, number)) = MANY.longest_first().iter().find(|(word, _)| cursor.takes_word(word)) {
        cursor.takes_word("of");
        return Ok(Amount { shape: Shape::Many(number.into()), unit: cursor.unit(None)?, written: whole.into() });
    }
    let before = cursor.before();
    cursor.skip_blanks();
    let code = cursor.currency_in_front();
    let start = cursor.at;
    let low = cursor.number()?;
    let scale = cursor.scale();
    let to = cursor.at;
    let shape = if cursor.to() {
        range(&mut cursor, (low, scale, start), before, to)?
    } else if before == Some(Before::Between) {
        return Err(cursor.fault(to, "a range names two numbers", "write `5..7`, or `between 5 and 7`"));
    } else {
        let number = cursor.scaled(low, scale, start)?;
        match before {
            None | Some(Before::Between) => Shape::Number(number),
            Some(Before::About) => Shape::About(number),
            Some(Before::Above(bound)) => Shape::Above(number, bound),
            Some(Before::Below(bound)) => Shape::Below(number, bound),
        }
    };
    Ok(Amount { shape, unit: cursor.unit(code)?, written: whole.into() })
}

/// The second number of a range. A scale word behind it is meant for both.
fn range(
    cursor: &mut Cursor<'_>,
    (low, scale, low_start): (Number, Option<Exact>, usize),
    before: Option<Before>,
    to: usize,
) -> Result<Shape, BadAmount> {
    if before.is_some_and(|before| before != Before::Between) {
        return Err(cursor.fault(to, "a range is not marked as a bound or as approximate", "leave the mark out"));
    }
    cursor.skip_blanks();
    let start = cursor.at;
    let high = cursor.number()?;
    let high_scale = cursor.scale();
    let (low, high) = (cursor.scaled(low, scale.or(high_scale), low_start)?, cursor.scaled(high, high_scale, start)?);
    if high.value < low.value {
        return Err(cursor.fault(start, "the range ends below where it begins", "write the lower number first"));
    }
    Ok(Shape::Between(Box::new([low, high])))
}

/// Where in the text the reader stands.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    /// Goes past `word` if it stands here, in large letters or small; a blank in it stands for any number of them.
    fn takes(&mut self, word: &str) -> bool {
        let mut at = self.at;
        for letter in word.chars() {
            let rest = &self.text[at..self.end];
            if letter == ' ' {
                let blanks = rest.len() - rest.trim_start().len();
                if blanks == 0 {
                    return false;
                }
                at += blanks;
            } else {
                match rest.chars().next().filter(|c| c.to_ascii_lowercase() == letter) {
                    Some(c) => at += c.len_utf8(),
                    None => return false,
                }
            }
        }
        self.at = at;
        true
    }

    /// The same of a word with a blank behind it.
    fn takes_leading(&mut self, word: &str) -> bool {
        let start = self.at;
        let leads = self.takes(word) && self.takes(" ");
        self.at = if leads { self.at } else { start };
        leads
    }

    /// What stands before the number.
    fn before(&mut self) -> Option<Before> {
        if let Some((_, sign)) = SIGNS_BEFORE.iter().find(|(written, _)| self.takes(written)) {
            return Before::of_sign(sign);
        }
        if BETWEEN.longest_first().iter().any(|word| self.takes_leading(word)) {
            return Some(Before::Between);
        }
        let bound = BOUNDS.longest_first().iter().find(|(word, _)| self.takes_leading(word));
        bound.and_then(|(_, sign)| Before::of_sign(sign))
    }

    /// Goes past what parts the ends of a range, if it stands here.
    fn to(&mut self) -> bool {
        let start = self.at;
        let words = || [&TO, &AND].into_iter().flat_map(Vocabulary::longest_first);
        let is = self.takes("..") || self.takes("–") || self.takes(" ") && words().any(|word| self.takes_leading(word));
        self.at = if is { self.at } else { start };
        is
    }

    /// The same where the word ends here, and the blanks around it.
    fn takes_word(&mut self, word: &str) -> bool {
        let start = self.at;
        self.skip_blanks();
        if self.takes(word) && !self.rest().starts_with(char::is_alphanumeric) {
            self.skip_blanks();
            return true;
        }
        self.at = start;
        false
    }

    fn skip_blanks(&mut self) {
        self.at = self.end - self.rest().trim_start().len();
    }

    /// The code of a currency that stands before the number.
    fn currency_in_front(&mut self) -> Option<&'t str> {
        let code = self.rest().get(..3).filter(|code| currency(code).is_some())?;
        let behind = self.rest()[3..].trim_start();
        behind.starts_with(|c: char| c.is_ascii_digit()).then(|| {
            self.at = self.end - behind.len();
            code
        })
    }

    fn scale(&mut self) -> Option<Exact> {
        let mut scale = None;
        while let Some(times) = self.one_scale() {
            let so_far = scale.unwrap_or_else(Exact::one);
            // Scales beyond what a number can have are found too large where they are applied.
            scale = Some(num_traits::CheckedMul::checked_mul(&so_far, &Exact::from(times)).unwrap_or(so_far));
        }
        scale
    }

    fn one_scale(&mut self) -> Option<i128> {
        if DOZENS.longest_first().iter().any(|word| self.takes_word(word)) {
            return Some(12);
        }
        let scale = SCALES.longest_first().iter().find(|(word, _)| self.takes_word(word));
        scale.map(|(_, power)| 10_i128.pow(*power))
    }

    fn scaled(&self, number: Number, scale: Option<Exact>, from: usize) -> Result<Number, BadAmount> {
        let Some(scale) = scale else { return Ok(number) };
        let times = |exact: Exact| num_traits::CheckedMul::checked_mul(&exact, &scale);
        let number = times(number.value)
            .zip(times(number.last_place))
            .zip(times(number.last_sure_place))
            .map(|((value, last_place), last_sure_place)| Number { value, last_place, last_sure_place });
        let small = number.filter(|number| number.last_sure_place < Exact::from(10_i128.pow(PLACES as u32)));
        small.ok_or_else(|| self.fault(from, TOO_LARGE, "write fewer digits, or a smaller scale"))
    }

    /// What is left, as a unit.
    fn unit(&mut self, code: Option<&str>) -> Result<Unit, BadAmount> {
        self.skip_blanks();
        let rest = self.rest();
        let Some(first) = rest.chars().next() else { return Ok(code.map_or_else(Unit::none, Unit::named)) };
        if code.is_some() {
            return Err(self.fault(self.at, "there are two units", "name the currency once"));
        }
        self.no_sign_of_money()?;
        if first.is_ascii_digit() {
            let help = "write thousands as `16500`, `16,500` or `16_500`, and a range as `5..7`";
            return Err(self.fault(self.at, "a second number follows the first", help));
        }
        if matches!(first, '-' | '±' | '+') {
            return Err(self.fault(self.at, "a value is one number or a range", "write a range as `5..7`"));
        }
        if !first.is_alphabetic() && !matches!(first, '%' | '‰' | '°') {
            return Err(self.fault(self.at, "neither a digit nor a unit stands here", FORMS));
        }
        Ok(Unit::named(rest))
    }

    /// Signs of currencies are told to be written as codes: most of them are the signs of several.
    fn no_sign_of_money(&self) -> Result<(), BadAmount> {
        let stands_here = |sign: &str| {
            let behind = self.rest().strip_prefix(sign);
            behind.is_some_and(|behind| sign != "Rp" || !behind.starts_with(char::is_alphabetic))
        };
        let Some((sign, code)) = SIGNS.iter().find(|(sign, _)| stands_here(sign)) else { return Ok(()) };
        let help = match code {
            Some(code) => format!("write `{code}` behind the number"),
            None => "name the currency by its ISO 4217 code behind the number: `11e9 USD`".into(),
        };
        let what = format!("`{sign}` is no code of a currency");
        Err(BadAmount { at: self.at..self.at + sign.len(), what, help: Some(help) })
    }

    fn number(&mut self) -> Result<Number, BadAmount> {
        let start = self.at;
        self.no_sign_of_money()?;
        let negative = match self.rest().chars().next() {
            Some(c @ ('-' | '\u{2212}' | '+')) => {
                self.at += c.len_utf8();
                c != '+'
            }
            _ => false,
        };
        let mut digits = self.whole_digits()?;
        if digits.is_empty() {
            return Err(self.fault(self.at, "a value begins with a number", FORMS));
        }
        let before_point = digits.len();
        if self.rest().starts_with('.') && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit()) {
            self.at += 1;
            digits += self.digits();
            if self.rest().starts_with('.') && !self.rest().starts_with("..") {
                let help = "`.` is the decimal point: write thousands as `1,234,567` or without a mark";
                return Err(self.fault(self.at, "the number has a second point", help));
            }
        }
        let decimals = (digits.len() - before_point) as i32;
        let exponent = self.exponent()?;
        let too_large = || BadAmount {
            at: start..self.at,
            what: TOO_LARGE.into(),
            help: Some(format!("at most {DIGITS} digits are read")),
        };
        number(&digits, negative, exponent.checked_sub(decimals).ok_or_else(too_large)?, decimals).ok_or_else(too_large)
    }

    /// The digits before the point, with marks between groups of three left out.
    fn whole_digits(&mut self) -> Result<String, BadAmount> {
        let mut digits = self.digits().to_owned();
        let first = digits.len();
        loop {
            let rest = self.rest();
            let Some(mark) = rest.chars().next().filter(|c| is_mark(*c)) else { return Ok(digits) };
            let behind = &rest[mark.len_utf8()..];
            let group = behind.bytes().take_while(u8::is_ascii_digit).count();
            if group == 0 {
                return Ok(digits);
            }
            if group != 3 || !(1..=3).contains(&first) {
                let help = format!("write `.` before decimals: `{digits}.{}`", &behind[..group.min(6)]);
                let what = format!("`{mark}` stands between groups of three digits");
                return Err(BadAmount { at: self.at..self.at + mark.len_utf8(), what, help: Some(help) });
            }
            self.at += mark.len_utf8();
            digits += self.digits();
        }
    }

    fn digits(&mut self) -> &'t str {
        let rest = self.rest();
        let digits = &rest[..rest.bytes().take_while(u8::is_ascii_digit).count()];
        self.at += digits.len();
        digits
    }

    /// The power of ten behind an `e`; 0 where there is none.
    fn exponent(&mut self) -> Result<i32, BadAmount> {
        let rest = self.rest();
        let Some(behind) = rest.strip_prefix(['e', 'E']) else { return Ok(0) };
        let signed = behind.strip_prefix(['+', '-']).unwrap_or(behind);
        let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Ok(0);
        }
        let length = behind.len() - signed.len() + digits;
        let exponent = behind[..length].parse().ok();
        let fault = self.fault(self.at, TOO_LARGE, "write a power of ten of at most two digits");
        self.at += 1 + length;
        exponent.ok_or(fault)
    }

    fn fault(&self, at: usize, what: &str, help: &str) -> BadAmount {
        BadAmount { at: word_at(self.text, at), what: what.into(), help: Some(help.into()) }
    }
}

/// A number from its digits, the last of which stands at the power of ten `power`.
fn number(digits: &str, negative: bool, power: i32, decimals: i32) -> Option<Number> {
    let significant = digits.trim_start_matches('0');
    if significant.len() > DIGITS || power < -PLACES || power.saturating_add(significant.len() as i32) > PLACES {
        return None;
    }
    let whole: i128 = if significant.is_empty() { 0 } else { significant.parse().ok()? };
    let zeros = if decimals == 0 { significant.len() - significant.trim_end_matches('0').len() } else { 0 };
    let ten = |power: i32| {
        let over = 10_i128.pow(power.unsigned_abs());
        if power < 0 { Exact::new(1, over) } else { Exact::from(over) }
    };
    let value = Exact::from(if negative { -whole } else { whole }) * ten(power);
    Some(Number { value, last_place: ten(power), last_sure_place: ten(power + zeros as i32) })
}

/// A mark between thousands.
fn is_mark(c: char) -> bool {
    matches!(c, ',' | '_' | '\'' | '’' | '\u{2009}' | '\u{00A0}' | '\u{202F}')
}

/// The word or number at the byte `at`, or the last character if that is past the end.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let start = text.floor_char_boundary(at.min(text.len()));
    let Some(first) = text[start..].chars().next() else {
        let last = text.chars().next_back().map_or(0, char::len_utf8);
        return text.len() - last..text.len();
    };
    let rest = text[start..].char_indices().skip(1);
    let end = rest.take_while(|(_, c)| first.is_alphanumeric() && c.is_alphanumeric()).last();
    start..end.map_or(start + first.len_utf8(), |(at, c)| start + at + c.len_utf8())
}
