//! A test statistic with its degrees of freedom, and the p-values that it can have.

use std::fmt;

use super::special::{beta, gamma_beyond};
use super::{Printed, Sign};

/// What a statistic is distributed like where nothing is there to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Student's t.
    T,
    /// Fisher's F.
    F,
    /// χ²
    ChiSquare,
    /// The normal distribution.
    Z,
    /// Pearson's correlation.
    R,
    /// Cochran's Q, which is distributed like χ².
    Q,
}

/// How a statistic is called in texts. Of two that begin alike, the longer stands first. The index of what stands for χ
/// may be raised or not, and is lost where a text keeps no formats.
const SYMBOLS: [(&str, Kind); 40] = [
    (r"\chi^2", Kind::ChiSquare),
    (r"\chi^{2}", Kind::ChiSquare),
    ("χ²", Kind::ChiSquare),
    ("χ^2", Kind::ChiSquare),
    ("χ2", Kind::ChiSquare),
    ("χ 2", Kind::ChiSquare),
    ("𝜒²", Kind::ChiSquare),
    ("𝜒2", Kind::ChiSquare),
    ("𝜒 2", Kind::ChiSquare),
    ("Χ²", Kind::ChiSquare),
    ("Χ2", Kind::ChiSquare),
    ("Chi²", Kind::ChiSquare),
    ("chi²", Kind::ChiSquare),
    ("Chi2", Kind::ChiSquare),
    ("chi2", Kind::ChiSquare),
    ("Δχ²", Kind::ChiSquare),
    ("Δχ2", Kind::ChiSquare),
    ("G²", Kind::ChiSquare),
    ("G2", Kind::ChiSquare),
    ("X²", Kind::ChiSquare),
    ("X^2", Kind::ChiSquare),
    ("X2", Kind::ChiSquare),
    ("x²", Kind::ChiSquare),
    ("x2", Kind::ChiSquare),
    ("t", Kind::T),
    ("F", Kind::F),
    ("z", Kind::Z),
    ("Z", Kind::Z),
    ("r", Kind::R),
    ("QBetween", Kind::Q),
    ("QWithin", Kind::Q),
    ("QError", Kind::Q),
    ("Qb", Kind::Q),
    ("QB", Kind::Q),
    ("Qw", Kind::Q),
    ("QW", Kind::Q),
    ("QM", Kind::Q),
    ("QE", Kind::Q),
    ("QT", Kind::Q),
    ("Q", Kind::Q),
];

/// What degrees of freedom are called behind a statistic.
const FREEDOM: [&str; 4] = ["df", "d.f.", "dof", "DF"];

/// The most digits behind the point of a statistic that is printed for readers.
const SHORT: u8 = 3;

/// The longest that stands between the brackets behind a statistic's name.
const BRACKETS: usize = 40;

/// A test statistic as it is printed: `F(2, 45) = 3.21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Test {
    /// What it is distributed like.
    pub kind: Kind,
    /// Its degrees of freedom: two of an F, none of a z, else one.
    pub freedom: [Option<Printed>; 2],
    /// The number of cases that stands beside them: `χ²(1, N = 90)`.
    pub cases: Option<Printed>,
    /// The statistic itself.
    pub value: Printed,
}

impl Test {
    /// Reads a statistic as it stands in records.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (statistic, length) = Self::begins(text, '.')?;
        (length == text.len()).then_some(statistic)
    }

    /// The statistic that `text` begins with, and its length.
    pub(crate) fn begins(text: &str, decimal: char) -> Option<(Self, usize)> {
        let (symbol, kind) = SYMBOLS.iter().find(|(symbol, _)| text.starts_with(symbol))?;
        let rest = Rest { text: &text[symbol.len()..], decimal };
        let (given, rest) = rest.freedom(*kind)?;
        let (value, rest) = rest.value()?;
        let statistic = Test { kind: *kind, freedom: given.freedom, cases: given.cases, value };
        statistic.is_whole().then_some((statistic, text.len() - rest.len()))
    }

    /// The same where the degrees of freedom stand behind the statistic: `χ² = 3.84, df = 1`.
    pub(crate) fn with_freedom_behind(text: &str, decimal: char) -> Option<(Self, usize)> {
        let (symbol, kind) = SYMBOLS.iter().find(|(symbol, _)| text.starts_with(symbol))?;
        let (value, rest) = Rest { text: &text[symbol.len()..], decimal }.value()?;
        let behind = rest.trim_start_matches([' ', ',', ';', '\u{a0}']);
        let behind = FREEDOM.iter().find_map(|name| behind.strip_prefix(name))?.trim_start();
        let behind = behind.strip_prefix('=')?.trim_start();
        let mut given = Given::default();
        let mut rest = Rest { text: behind, decimal };
        for number in 0..if *kind == Kind::F { 2 } else { 1 } {
            let next = if number > 0 { rest.text.trim_start_matches([' ', ',', ';', '/']) } else { rest.text };
            // What ends a clause ends a number too.
            let length = next.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(next.len());
            given.take(rest.number(next[..length].trim_end_matches('.'))?)?;
            rest.text = &next[next[..length].trim_end_matches('.').len()..];
        }
        let statistic = Self { kind: *kind, freedom: given.freedom, cases: None, value };
        statistic.is_whole().then_some((statistic, text.len() - rest.text.len()))
    }

    /// Whether it has as many degrees of freedom as its kind asks for, none of them is nothing, and its distribution
    /// knows such a value at all.
    fn is_whole(&self) -> bool {
        let value = self.value.face();
        let (wanted, is_possible) = match self.kind {
            Kind::F => (2, value >= 0.0),
            Kind::Z => (0, true),
            Kind::T => (1, true),
            // Those of a correlation are whole: a rank correlation's own statistic stands there now and then.
            Kind::R => (1, value.abs() <= 1.0 && self.freedom[0].and_then(Printed::as_whole).is_some()),
            Kind::ChiSquare | Kind::Q => (1, value >= 0.0),
        };
        let given = || self.freedom.iter().flatten();
        is_possible && given().count() == wanted && given().all(|df| df.face() > 0.0)
    }

    /// The least and the greatest p-value, of two sides, of all that is rounded to the statistic and to its degrees of
    /// freedom. `None` where they cannot be computed.
    pub fn p(&self) -> Option<[f64; 2]> {
        let [low, high] = self.sizes();
        let [least, greatest] = [high, low].map(|size| {
            self.freedoms().into_iter().map(|freedom| self.beyond(size, freedom)).collect::<Option<Vec<f64>>>()
        });
        Some([least?.into_iter().fold(1.0, f64::min), greatest?.into_iter().fold(0.0, f64::max)])
    }

    /// How far from zero it lies at least and at most.
    fn sizes(&self) -> [f64; 2] {
        let face = self.value.face().abs();
        let most = if self.kind == Kind::R { 1.0 } else { f64::INFINITY };
        match self.value.sign {
            Sign::Equal => {
                let [low, high] = self.value.ends();
                let half = (high - low) / 2.0;
                [(face - half).max(0.0), (face + half).min(most)]
            }
            Sign::Below | Sign::AtMost => [0.0, face],
            Sign::Above | Sign::AtLeast => [face, most],
        }
    }

    /// The corners of what its degrees of freedom may be. Those that Welch's and Greenhouse and Geisser's corrections
    /// give are no whole numbers, and printed as such often enough; not by who prints all digits of the statistic.
    fn freedoms(&self) -> Vec<[f64; 2]> {
        let ends = |freedom: Option<Printed>, is_rounded: bool| match freedom {
            None => vec![0.0],
            Some(df) if df.places() == 0 && !is_rounded => vec![df.face()],
            Some(df) => {
                let [low, high] = df.ends();
                vec![low.max(0.1), df.face(), high]
            }
        };
        let is_short = self.value.places() <= SHORT;
        let first = ends(self.freedom[0], is_short && self.kind == Kind::T);
        let second = ends(self.freedom[1], is_short && self.kind == Kind::F);
        first.iter().flat_map(|first| second.iter().map(|second| [*first, *second])).collect()
    }

    /// How probable a value at least so far out is.
    fn beyond(&self, size: f64, [first, second]: [f64; 2]) -> Option<f64> {
        if size.is_infinite() {
            return Some(0.0);
        }
        match self.kind {
            // DLMF 8.17.24 with the roots of t² and F
            Kind::T => beta(first / 2.0, 0.5, parts(first, size * size)),
            Kind::R => beta(first / 2.0, 0.5, [1.0 - size * size, size * size]),
            Kind::F => beta(second / 2.0, first / 2.0, parts(second, first * size)),
            Kind::Z => gamma_beyond(0.5, size * size / 2.0),
            Kind::ChiSquare | Kind::Q => gamma_beyond(first / 2.0, size / 2.0),
        }
    }

    /// The value of the same sign and degrees of freedom whose p-value, of two sides, is `p`.
    pub fn with_p(&self, p: f64) -> Option<Self> {
        let freedom = self.freedom.map(|df| df.map_or(0.0, Printed::face));
        let (mut low, mut high) = (0.0, if self.kind == Kind::R { 1.0 } else { 1e6 });
        for _ in 0..100 {
            let middle = f64::midpoint(low, high);
            *(if self.beyond(middle, freedom)? > p { &mut low } else { &mut high }) = middle;
        }
        let places = self.value.places().max(2);
        let signed = low.copysign(self.value.face());
        Some(Self { value: self.value.like(signed, places), ..*self })
    }

    /// Whether half of its p-value is that of one side: its sign tells the side, or it is the square of what has one.
    pub fn has_sides(&self) -> bool {
        let one = |freedom: Option<Printed>| freedom.and_then(Printed::as_whole) == Some(1);
        match self.kind {
            Kind::T | Kind::Z | Kind::R => true,
            Kind::F | Kind::ChiSquare => one(self.freedom[0]),
            Kind::Q => false,
        }
    }

    /// The correlation if what is printed as its degrees of freedom is the number of cases, which are two more.
    pub fn of_cases(&self) -> Option<Self> {
        let cases = self.freedom[0].and_then(Printed::as_whole).filter(|cases| self.kind == Kind::R && *cases > 2)?;
        let freedom = Printed::whole(u32::try_from(cases - 2).ok()?);
        Some(Self { freedom: [Some(freedom), None], ..*self })
    }

    /// Its name with its degrees of freedom: `F(2, 45)`.
    pub fn name(&self) -> String {
        let name = match self.kind {
            Kind::T => "t",
            Kind::F => "F",
            Kind::ChiSquare => "χ²",
            Kind::Z => "z",
            Kind::R => "r",
            Kind::Q => "Q",
        };
        let cases = self.cases.map(|cases| format!("N = {cases}"));
        let parts: Vec<String> = self.freedom.iter().flatten().map(Printed::to_string).chain(cases).collect();
        if parts.is_empty() { name.to_owned() } else { format!("{name}({})", parts.join(", ")) }
    }
}

/// What share each of two numbers has in their sum.
fn parts(one: f64, other: f64) -> [f64; 2] {
    [one / (one + other), other / (one + other)]
}

/// As it is written in records: `t(28) = 2.20`.
impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name(), self.value.behind_name())
    }
}

/// What stands behind the name of a statistic.
#[derive(Clone, Copy)]
struct Rest<'t> {
    text: &'t str,
    decimal: char,
}

/// What stands between the brackets.
#[derive(Default)]
struct Given {
    freedom: [Option<Printed>; 2],
    cases: Option<Printed>,
}

impl<'t> Rest<'t> {
    fn past_blanks(self) -> Self {
        Self { text: self.text.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']), ..self }
    }

    /// The degrees of freedom: in brackets, or as an index.
    fn freedom(self, kind: Kind) -> Option<(Given, Self)> {
        // The F of participants and that of items: `F1(1, 30)`.
        let numbered = self.text.strip_prefix(['1', '2']).filter(|rest| rest.starts_with('('));
        let rest = Rest { text: numbered.unwrap_or(self.text), ..self }.past_blanks();
        if let Some(inner) = rest.text.strip_prefix(['(', '[']) {
            let end =
                inner.char_indices().take_while(|(at, _)| *at < BRACKETS).find(|(_, c)| matches!(c, ')' | ']'))?.0;
            let given = Rest { text: &inner[..end], ..self }.given(kind)?;
            return Some((given, Rest { text: &inner[end + 1..], ..self }));
        }
        if kind == Kind::Z {
            return Some((Given::default(), self));
        }
        self.index(kind)
    }

    /// Degrees of freedom that stand as an index: `t28`, `F2,45`. One digit may number the statistic itself.
    fn index(self, kind: Kind) -> Option<(Given, Self)> {
        let text = self.text.strip_prefix('_').unwrap_or(self.text);
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))?;
        let (index, rest) = text.split_at(end);
        let given = Rest { text: index, ..self }.given(kind)?;
        let is_number = kind == Kind::T && index.len() < 2 || kind == Kind::R || kind == Kind::Q;
        (!is_number).then_some((given, Rest { text: rest, ..self }))
    }

    /// Reads `28`, `2, 45`, `1, N = 90`, `df = 28`.
    fn given(self, kind: Kind) -> Option<Given> {
        let mark = if self.text.contains(';') { ';' } else { ',' };
        let wanted = if kind == Kind::F { 2 } else { 1 };
        let mut given = Given::default();
        if mark == ',' && self.decimal == ',' && wanted == 1 && !self.text.contains('=') {
            given.freedom[0] = Some(self.number(self.text)?);
            return Some(given);
        }
        let mut parts: Vec<String> = Vec::new();
        for part in self.text.split(mark) {
            // Three digits right behind a comma are thousands where there is one number too many.
            let is_group = part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            match parts.last_mut() {
                Some(last) if is_group && (parts_before(last) || self.has_spare(wanted, mark)) => last.push_str(part),
                _ => parts.push(part.trim().to_owned()),
            }
        }
        // `χ²(1,200)` has 1,200 degrees of freedom, or one of 200 cases.
        if kind == Kind::ChiSquare && parts.len() == 1 && self.text.contains(mark) {
            return None;
        }
        for part in &parts {
            match part.split_once('=') {
                Some((name, number)) if name.trim().eq_ignore_ascii_case("n") => {
                    given.cases = Some(self.number(number)?);
                }
                Some((name, number)) if name.trim().eq_ignore_ascii_case("df") => given.take(self.number(number)?)?,
                Some(_) => return None,
                None => given.take(self.number(part)?)?,
            }
        }
        Some(given)
    }

    /// Whether more numbers stand here than degrees of freedom are wanted.
    fn has_spare(self, wanted: usize, mark: char) -> bool {
        self.text.split(mark).filter(|part| !part.contains('=')).count() > wanted
    }

    fn number(self, text: &str) -> Option<Printed> {
        let text = text.trim();
        let (number, length) = Printed::begins(text, self.decimal)?;
        (length == text.len()).then_some(number)
    }

    /// The sign and the number.
    fn value(self) -> Option<(Printed, &'t str)> {
        let rest = self.past_blanks();
        let (sign, length) = Sign::begins(rest.text)?;
        let rest = Rest { text: &rest.text[length..], ..self }.past_blanks();
        let (number, length) = Printed::begins(rest.text, self.decimal)?;
        Some((number.signed(sign), &rest.text[length..]))
    }
}

/// Whether the number of cases is what stands here: its thousands follow.
fn parts_before(part: &str) -> bool {
    part.split_once('=').is_some_and(|(name, _)| name.trim().eq_ignore_ascii_case("n"))
}

impl Given {
    /// Takes in one more number of degrees of freedom, if there is room.
    fn take(&mut self, number: Printed) -> Option<()> {
        *self.freedom.iter_mut().find(|df| df.is_none())? = Some(number);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        Test::parse(text).map(|test| test.to_string())
    }

    #[test]
    fn statistics_are_read_in_their_dresses() {
        for (text, expected) in [
            ("t(28) = 2.20", "t(28) = 2.20"),
            ("t (28)=-2.20", "t(28) = -2.20"),
            ("t(24.31) = 1.9", "t(24.31) = 1.9"),
            ("t(1,234) = 1.9", "t(1234) = 1.9"),
            ("t28 = 1.9", "t(28) = 1.9"),
            ("t(df = 28) = 1.9", "t(28) = 1.9"),
            ("F(2, 45) = 3.21", "F(2, 45) = 3.21"),
            ("F(2,1,045) = 3.21", "F(2, 1045) = 3.21"),
            ("F(1,234) = 3.21", "F(1, 234) = 3.21"),
            ("F1(1, 30) = 3.21", "F(1, 30) = 3.21"),
            ("F2,45 < 1", "F(2, 45) < 1"),
            ("χ2(1, N = 1,090) = 3.84", "χ²(1, N = 1090) = 3.84"),
            ("chi2(1) = 3.84", "χ²(1) = 3.84"),
            ("χ²1 = 3.84", "χ²(1) = 3.84"),
            ("r(28) = .36", "r(28) = .36"),
            ("z = 2.1", "z = 2.1"),
            ("Q(5) = 12.3", "Q(5) = 12.3"),
            ("QBetween(1) = 14.59", "Q(1) = 14.59"),
            ("G2(1) = 6.53", "χ²(1) = 6.53"),
            ("χ2(374, N = 488) = 1,224.08", "χ²(374, N = 488) = 1224.08"),
        ] {
            assert_eq!(written(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "t = 2.2",
            "F(2) = 3",
            "t(0) = 2",
            "r(28) = 1.36",
            "r(346.78) = .74",
            "F(2, 45) = -3",
            "t2 = 3",
            "t(28) 2.2",
            "χ² = 3",
            "χ2(1,200) = 3.84",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
        let (test, end) = Test::begins("F(1;45) = 3,21; p = ,08", ',').expect("commas part decimals");
        assert_eq!((test.to_string().as_str(), end), ("F(1, 45) = 3.21", 14));
    }

    /// The upper 5 % and 1 % points that every table prints.
    #[test]
    fn critical_values_have_their_levels() {
        for (text, level) in [
            ("t(10) = 2.228139", 0.05),
            ("t(28) = 2.763262", 0.01),
            ("F(2, 20) = 3.492828", 0.05),
            ("F(1, 10) = 10.04429", 0.01),
            ("chi2(1) = 3.841459", 0.05),
            ("chi2(10) = 23.20925", 0.01),
            ("z = 1.959964", 0.05),
            ("z = 2.575829", 0.01),
            ("r(10) = 0.575983", 0.05),
            ("Q(5) = 11.07050", 0.05),
        ] {
            let [low, high] = Test::parse(text).and_then(|test| test.p()).expect("it can be computed");
            let is_welch = text.starts_with('t') || text.starts_with('F');
            assert!(low <= level && level <= high, "{text}: {low}..{high}");
            assert!(is_welch || high - low < 1e-5, "{text}: {low}..{high}");
        }
    }

    #[test]
    fn a_bound_leaves_all_beyond_it_open() {
        let p = |text| Test::parse(text).and_then(|test| test.p());
        assert!(p("F(1, 28) < 1").is_some_and(|[low, high]| (0.32..0.33).contains(&low) && high > 0.999));
        assert!(p("t(28) > 3").is_some_and(|[low, high]| low == 0.0 && high < 0.006));
    }
}
