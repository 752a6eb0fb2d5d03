//! A number as it is printed: its digits, how many of them stand behind the point, and the sign before it.

use std::fmt;

/// The most digits of a number that is read: as many as fit into the integers here.
const DIGITS: usize = 18;

/// What stands before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `=`, or nothing.
    Equal,
    /// `<`
    Below,
    /// `≤`
    AtMost,
    /// `>`
    Above,
    /// `≥`
    AtLeast,
}

impl Sign {
    /// The ways to write them; of two that begin alike, the longer stands first.
    const WRITTEN: [(&'static str, Self); 11] = [
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("≤", Self::AtMost),
        ("⩽", Self::AtMost),
        ("≥", Self::AtLeast),
        ("⩾", Self::AtLeast),
        ("<", Self::Below),
        (">", Self::Above),
        ("=", Self::Equal),
        ("＝", Self::Equal),
        ("＜", Self::Below),
    ];

    /// The sign that `text` begins with, and its length.
    pub(crate) fn begins(text: &str) -> Option<(Self, usize)> {
        Self::WRITTEN
            .iter()
            .find(|(written, _)| text.starts_with(written))
            .map(|(written, sign)| (*sign, written.len()))
    }

    fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::Above => ">",
            Self::AtLeast => "≥",
        }
    }
}

/// A number as it is printed. `2.20` says more than `2.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The sign before it.
    pub sign: Sign,
    /// Its digits, those behind the point among them.
    digits: i64,
    /// How many stand behind the point.
    places: u8,
    /// Whether it is less than one and has no zero before its point.
    bare: bool,
}

impl Printed {
    /// Reads `2.20`, `.036`, `-1.5`, `<.001`, `≥ 3`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, length) = Sign::begins(text).unwrap_or((Sign::Equal, 0));
        let text = text[length..].trim_start();
        let (number, length) = Self::begins(text, '.')?;
        (length == text.len()).then_some(Self { sign, ..number })
    }

    /// The number that `text` begins with, and its length. A comma between digits that parts no decimals leaves open
    /// which number it is.
    pub(crate) fn begins(text: &str, decimal: char) -> Option<(Self, usize)> {
        let unsigned = text.trim_start_matches(['-', '−', '–', '‐', '‑']);
        let is_negative = unsigned.len() < text.len();
        let unsigned = if is_negative { unsigned.trim_start_matches([' ', '\u{a0}']) } else { unsigned };
        let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let whole = grouped(unsigned, decimal).unwrap_or_else(|| run(unsigned));
        let rest = &unsigned[whole..];
        // A point parts decimals in every language; a comma where the language says so.
        let behind = rest.strip_prefix(decimal).or_else(|| rest.strip_prefix('.')).map_or(0, run);
        let end = if behind > 0 { whole + 1 + behind } else { whole };
        let after = &unsigned[end..];
        // Where a comma parts decimals, the point of `1.234` may part thousands.
        let may_be_grouped = decimal == ',' && rest.starts_with('.') && behind == 3 && (1..=3).contains(&whole);
        if may_be_grouped && !unsigned.starts_with('0') {
            return None;
        }
        // Behind decimals a comma parts two numbers.
        let marks: &[char] = if behind > 0 { &['.', '·'] } else { &[',', '.', '·'] };
        let goes_on = after.strip_prefix(marks).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        if whole + behind == 0 || whole + behind > DIGITS || goes_on || after.starts_with(char::is_alphanumeric) {
            return None;
        }
        let digits: String = unsigned[..end].chars().filter(char::is_ascii_digit).collect();
        let digits: i64 = digits.parse().ok()?;
        let number = Self {
            sign: Sign::Equal,
            digits: if is_negative { -digits } else { digits },
            places: behind as u8,
            bare: whole == 0,
        };
        Some((number, text.len() - after.len()))
    }

    /// So many, counted.
    pub fn whole(number: u32) -> Self {
        Self { sign: Sign::Equal, digits: number.into(), places: 0, bare: false }
    }

    /// A number with so many digits behind the point, written as this one writes its zero.
    #[must_use]
    pub fn like(self, value: f64, places: u8) -> Self {
        let digits = (value * 10_f64.powi(places.into())).round() as i64;
        Self { sign: Sign::Equal, digits, places, bare: self.bare && value.abs() < 1.0 }
    }

    /// The number at face value.
    pub fn face(self) -> f64 {
        self.digits as f64 / self.scale()
    }

    /// The least and the greatest number that is rounded to it.
    pub fn ends(self) -> [f64; 2] {
        [-0.5, 0.5].map(|half| (self.digits as f64 + half) / self.scale())
    }

    /// The least and the greatest number that is rounded to it, in halves of the last digit.
    pub(super) fn half_steps(self) -> [i128; 2] {
        [-1, 1].map(|half| 2 * i128::from(self.digits) + half)
    }

    /// How many of its last digit make one.
    pub(super) fn unit(self) -> i128 {
        10_i128.pow(self.places.into())
    }

    /// The number so many of its last digit away; `None` where that is negative and it is not.
    pub(super) fn stepped(self, steps: i64) -> Option<Self> {
        let digits = self.digits + steps;
        (self.digits < 0 || digits >= 0).then_some(Self {
            digits,
            bare: self.bare && digits.unsigned_abs() < self.unit() as u64,
            ..self
        })
    }

    /// How many digits stand behind the point.
    pub fn places(self) -> u8 {
        self.places
    }

    /// The number as a whole one, if it has no digits behind the point.
    pub fn as_whole(self) -> Option<i64> {
        (self.places == 0).then_some(self.digits)
    }

    /// The number with that sign before it.
    #[must_use]
    pub fn signed(self, sign: Sign) -> Self {
        Self { sign, ..self }
    }

    /// The number without the sign before it.
    #[must_use]
    pub fn unsigned(self) -> Self {
        self.signed(Sign::Equal)
    }

    fn scale(self) -> f64 {
        10_f64.powi(self.places.into())
    }
}

/// The length of thousands that commas part, with which `text` begins: where decimals follow, they part nothing else.
fn grouped(text: &str, decimal: char) -> Option<usize> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ','))?;
    let mut groups = text[..end].split(',');
    let first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let is_grouped = decimal == '.' && text[..end].contains(',') && text[end..].starts_with('.');
    (is_grouped && first && groups.all(|group| group.len() == 3)).then_some(end)
}

/// As it is written in records: `2.20`, `<.001`.
impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.sign == Sign::Equal { "" } else { self.sign.symbol() };
        let minus = if self.digits < 0 { "-" } else { "" };
        let places = usize::from(self.places);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, behind) = digits.split_at(digits.len() - places);
        let whole = if self.bare && whole == "0" { "" } else { whole };
        let point = if places > 0 { "." } else { "" };
        write!(f, "{sign}{minus}{whole}{point}{behind}")
    }
}

impl Printed {
    /// As it stands behind a name: `= 2.20`, `< .001`.
    pub fn behind_name(self) -> String {
        format!("{} {}", self.sign.symbol(), self.unsigned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_as_it_is_written() {
        for text in ["2.20", ".036", "-1.5", "<.001", "0.05", "≥3", "120", "-.4"] {
            assert_eq!(Printed::parse(text).map(|number| number.to_string()).as_deref(), Some(text));
        }
        let written = |text| Printed::parse(text).map(|number| number.to_string());
        assert_eq!(written("< .05").as_deref(), Some("<.05"));
        assert_eq!(written("− 2.5").as_deref(), Some("-2.5"));
        for text in ["", "x", "1,234", "2.2.1", "12a", "1234567890123456789", "= "] {
            assert_eq!(written(text), None, "{text}");
        }
    }

    #[test]
    fn a_comma_parts_decimals_where_the_language_says_so() {
        assert_eq!(
            Printed::begins("2,20; p", ',').map(|(number, end)| (number.to_string(), end)),
            Some(("2.20".into(), 4))
        );
        assert_eq!(Printed::begins("2,20", '.'), None);
    }

    #[test]
    fn all_that_is_rounded_to_a_number_lies_between_its_ends() {
        let ends = Printed::parse("2.20").map(Printed::ends);
        assert!(ends.is_some_and(|[low, high]| (low - 2.195).abs() < 1e-12 && (high - 2.205).abs() < 1e-12));
    }
}
