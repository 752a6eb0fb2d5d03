//! Units: shares, money, measures with exact ratios, and words for what is counted.

use num_traits::{One, Zero};

use super::currencies::currency;
use super::interval::{Exact, Interval};
use crate::language::{Meanings, rows};

/// What a unit measures. Only values of one dimension are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// No unit.
    Bare,
    /// Parts of a hundred of something.
    Percent,
    /// The difference of two percentages.
    Points,
    /// Money of one currency, by its ISO 4217 code. No rate is known: two currencies are two dimensions.
    Money([u8; 3]),
    /// A physical quantity, or calendar time, by its name.
    Physical(&'static str),
    /// What is counted, in a word: lower case, in the singular.
    Counted(Box<str>),
}

/// A unit, and how its values become values of its dimension's base unit: with the offset added, times the factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    offset: Exact,
    factor: Exact,
    name: Box<str>,
    /// Whether whole ones are counted, though it measures.
    wholes: bool,
}

/// Names of one unit, its dimension, its ratio to the base unit, and what is added before.
type Row = (&'static [&'static str], &'static str, (i128, i128), (i128, i128));

const NONE: (i128, i128) = (0, 1);

/// Measures, with ratios that are exact by definition. Base units: metre, square metre, litre, gram, second, month,
/// kelvin, metre a second, joule, watt, byte. Inch, yard and pound: the international yard and pound agreement of 1959.
/// `ton`, `gallon` and `pint` differ from land to land and are words here.
const MEASURES: &[Row] = &[
    (&["nm", "nanometre"], "length", (1, 1_000_000_000), NONE),
    (&["µm", "micrometre"], "length", (1, 1_000_000), NONE),
    (&["mm", "millimetre"], "length", (1, 1000), NONE),
    (&["cm", "centimetre"], "length", (1, 100), NONE),
    (&["m", "metre"], "length", (1, 1), NONE),
    (&["km", "kilometre"], "length", (1000, 1), NONE),
    (&["in", "inch"], "length", (254, 10_000), NONE),
    (&["ft", "foot"], "length", (3048, 10_000), NONE),
    (&["yd", "yard"], "length", (9144, 10_000), NONE),
    (&["mi", "mile"], "length", (1_609_344, 1000), NONE),
    (&["nmi", "nautical mile"], "length", (1852, 1), NONE),
    (&["m2", "m²", "square metre"], "area", (1, 1), NONE),
    (&["ha", "hectare"], "area", (10_000, 1), NONE),
    (&["km2", "km²", "square kilometre"], "area", (1_000_000, 1), NONE),
    (&["ft2", "ft²", "square foot"], "area", (9_290_304, 100_000_000), NONE),
    (&["acre"], "area", (40_468_564_224, 10_000_000), NONE),
    (&["sq mi", "square mile"], "area", (2_589_988_110_336, 1_000_000), NONE),
    (&["ml", "mL", "millilitre"], "volume", (1, 1000), NONE),
    (&["l", "L", "litre"], "volume", (1, 1), NONE),
    (&["m3", "m³", "cubic metre"], "volume", (1000, 1), NONE),
    (&["US gallon"], "volume", (3_785_411_784, 1_000_000_000), NONE),
    (&["imperial gallon"], "volume", (454_609, 100_000), NONE),
    (&["bbl", "barrel of oil"], "volume", (158_987_294_928, 1_000_000_000), NONE),
    (&["mg", "milligram"], "mass", (1, 1000), NONE),
    (&["g", "gram"], "mass", (1, 1), NONE),
    (&["kg", "kilogram", "kilo"], "mass", (1000, 1), NONE),
    (&["t", "tonne", "metric ton"], "mass", (1_000_000, 1), NONE),
    (&["kt", "kilotonne"], "mass", (1_000_000_000, 1), NONE),
    (&["Mt", "megatonne"], "mass", (1_000_000_000_000, 1), NONE),
    (&["oz", "ounce"], "mass", (28_349_523_125, 1_000_000_000), NONE),
    (&["lb", "lbs", "pound"], "mass", (45_359_237, 100_000), NONE),
    (&["short ton"], "mass", (90_718_474, 100), NONE),
    (&["long ton"], "mass", (10_160_469_088, 10_000), NONE),
    (&["troy ounce"], "mass", (311_034_768, 10_000_000), NONE),
    (&["ms", "millisecond"], "time", (1, 1000), NONE),
    (&["s", "second"], "time", (1, 1), NONE),
    (&["min", "minute"], "time", (60, 1), NONE),
    (&["h", "hour"], "time", (3600, 1), NONE),
    (&["d", "day"], "time", (86_400, 1), NONE),
    (&["week"], "time", (604_800, 1), NONE),
    (&["month"], "calendar time", (1, 1), NONE),
    (&["year"], "calendar time", (12, 1), NONE),
    (&["decade"], "calendar time", (120, 1), NONE),
    (&["century"], "calendar time", (1200, 1), NONE),
    (&["K", "kelvin"], "temperature", (1, 1), NONE),
    (&["°C", "degree Celsius", "celsius"], "temperature", (1, 1), (27_315, 100)),
    (&["°F", "degree Fahrenheit", "fahrenheit"], "temperature", (5, 9), (45_967, 100)),
    (&["m/s", "metre per second"], "speed", (1, 1), NONE),
    (&["km/h", "kph", "kilometre per hour"], "speed", (1000, 3600), NONE),
    (&["mph", "mile per hour"], "speed", (1_609_344, 3_600_000), NONE),
    (&["kn", "knot"], "speed", (1852, 3600), NONE),
    (&["J", "joule"], "energy", (1, 1), NONE),
    (&["kJ", "kilojoule"], "energy", (1000, 1), NONE),
    (&["kWh", "kilowatt hour", "kilowatt-hour"], "energy", (3_600_000, 1), NONE),
    (&["MWh", "megawatt hour", "megawatt-hour"], "energy", (3_600_000_000, 1), NONE),
    (&["GWh", "gigawatt hour", "gigawatt-hour"], "energy", (3_600_000_000_000, 1), NONE),
    (&["TWh", "terawatt hour", "terawatt-hour"], "energy", (3_600_000_000_000_000, 1), NONE),
    (&["W", "watt"], "power", (1, 1), NONE),
    (&["kW", "kilowatt"], "power", (1000, 1), NONE),
    (&["MW", "megawatt"], "power", (1_000_000, 1), NONE),
    (&["GW", "gigawatt"], "power", (1_000_000_000, 1), NONE),
    (&["B", "byte"], "data", (1, 1), NONE),
    (&["kB", "kilobyte"], "data", (1000, 1), NONE),
    (&["MB", "megabyte"], "data", (1_000_000, 1), NONE),
    (&["GB", "gigabyte"], "data", (1_000_000_000, 1), NONE),
    (&["TB", "terabyte"], "data", (1_000_000_000_000, 1), NONE),
];

/// Measures of which whole ones are counted as ships are: the days of a strike, the years of a reign.
const WHOLES: [&str; 4] = ["d", "week", "month", "year"];

const PERCENT: &[&str] = &["%", "percent", "per cent"];
const PER_MILLE: &[&str] = &["‰", "per mille"];
const POINTS: &[&str] = &["pp", "p.p.", "percentage point", "percentage points", "percent point"];
const BASIS_POINTS: &[&str] = &["bp", "bps", "basis point", "basis points"];

static MEASURES_NAMED: Meanings<&str> = Meanings::of(|language| rows(language.numbers.measures));
static SINGULARS: Meanings<&str> = Meanings::of(|language| rows(language.numbers.singulars));

impl Unit {
    /// No unit.
    pub fn none() -> Self {
        Self { dimension: Dimension::Bare, offset: Exact::zero(), factor: Exact::one(), name: "".into(), wholes: false }
    }

    /// The unit of that name or sign. Signs are told apart by their case, names are not; a name may stand in the
    /// plural. What is no known unit is a word for what is counted.
    pub fn named(text: &str) -> Self {
        let text = text.trim();
        let plain = text.to_lowercase();
        let single = singular(&plain);
        let sign = MEASURES_NAMED.longest_first().iter().find(|(word, _)| *word == plain || *word == single);
        let sign = sign.map(|(_, sign)| *sign);
        let is = |names: &[&str]| names.contains(&plain.as_str()) || sign.is_some_and(|sign| names.contains(&sign));
        let unit = |dimension, factor: Exact| Self {
            dimension,
            offset: Exact::zero(),
            factor,
            name: text.into(),
            wholes: false,
        };
        if text.is_empty() {
            return Self::none();
        }
        if let Some(code) = currency(text) {
            return unit(Dimension::Money(code), Exact::one());
        }
        let shares = [
            (PERCENT, Dimension::Percent, Exact::one()),
            (PER_MILLE, Dimension::Percent, Exact::new(1, 10)),
            (POINTS, Dimension::Points, Exact::one()),
            (BASIS_POINTS, Dimension::Points, Exact::new(1, 100)),
        ];
        if let Some((_, dimension, factor)) = shares.into_iter().find(|(names, ..)| is(names)) {
            return unit(dimension, factor);
        }
        let stands = |row: &&Row| is_named(row, text, &single) || sign.is_some_and(|sign| row.0.contains(&sign));
        if let Some(([sign, ..], dimension, factor, offset)) = MEASURES.iter().find(stands) {
            let ratio = |(over, under): (i128, i128)| Exact::new(over, under);
            let (dimension, wholes) = (Dimension::Physical(dimension), WHOLES.contains(sign));
            return Self { dimension, offset: ratio(*offset), factor: ratio(*factor), name: text.into(), wholes };
        }
        unit(Dimension::Counted(single.into()), Exact::one())
    }

    /// The unit as it was written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        self.dimension == Dimension::Bare
    }

    /// Whether its values are counted one by one, so that a whole number is exact.
    pub fn counts(&self) -> bool {
        matches!(self.dimension, Dimension::Bare | Dimension::Counted(_))
    }

    /// Whether two whole numbers of it, one beside the other, are counts: 4 days are not 5.
    pub fn counts_wholes(&self) -> bool {
        self.wholes || self.counts()
    }

    /// Values of this unit in the base unit of its dimension; `None` where they are too large.
    pub fn to_base(&self, values: &Interval) -> Option<Interval> {
        values.converted(self.offset, self.factor)
    }
}

/// Whether a measure is written `text`: a sign, or a name whose singular in small letters is `single`.
fn is_named(row: &Row, text: &str, single: &str) -> bool {
    let is_name = |name: &str| name.len() > 3 || name.len() == 3 && name.bytes().all(|b| b.is_ascii_lowercase());
    row.0.iter().any(|name| *name == text || is_name(name) && name.to_lowercase() == single)
}

/// The singular of a word for a thing, by its ending; British spelling for measures.
fn singular(plural: &str) -> String {
    let words = plural.split_whitespace().map(|word| {
        if let Some((one, _)) = SINGULARS.longest_first().iter().find(|(_, many)| *many == word) {
            return (*one).to_owned();
        }
        let one = match word.strip_suffix("ies") {
            Some(stem) if stem.len() > 1 => format!("{stem}y"),
            _ if word.ends_with("ss") || word.ends_with("us") || word.len() < 4 => word.to_owned(),
            _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
        };
        match one.strip_suffix("meter").or_else(|| one.strip_suffix("liter").filter(|stem| *stem != "sate")) {
            Some(stem) => format!("{stem}{}re", &one[stem.len()..one.len() - 2]),
            None => one,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(unit: &str) -> Exact {
        let point = Interval::between(Exact::one(), Exact::one());
        Unit::named(unit).to_base(&point).and_then(|base| base.low()).expect("small")
    }

    #[test]
    fn every_name_of_a_measure_finds_it_again_in_both_directions() {
        for (names, dimension, (over, under), (plus, part)) in MEASURES {
            for name in *names {
                let unit = Unit::named(name);
                assert_eq!(unit.dimension, Dimension::Physical(dimension), "{name}");
                assert_eq!(unit.factor, Exact::new(*over, *under), "{name}");
                let value = Exact::new(7, 3);
                let base = unit.to_base(&Interval::between(value, value)).and_then(|base| base.low()).expect("small");
                assert_eq!(base * Exact::new(*under, *over) - Exact::new(*plus, *part), value, "{name}");
            }
        }
    }

    #[test]
    fn measures_stand_in_their_known_ratios() {
        for (number, many, single) in [
            ((12, 1), "inch", "ft"),
            ((3, 1), "feet", "yard"),
            ((1760, 1), "yards", "mile"),
            ((16, 1), "ounces", "pound"),
            ((2000, 1), "lb", "short ton"),
            ((2240, 1), "lb", "long ton"),
            ((640, 1), "acres", "square mile"),
            ((4840 * 9, 1), "square feet", "acre"),
            ((100, 1), "ha", "km²"),
            ((42, 1), "US gallon", "bbl"),
            ((1852, 1), "meters", "nautical mile"),
            ((24, 1), "hours", "day"),
            ((12, 1), "months", "year"),
            ((3600, 1), "kJ", "kWh"),
            ((1852, 1000), "km/h", "knot"),
        ] {
            assert_eq!(one(many) * Exact::new(number.0, number.1), one(single), "{many} in a {single}");
        }
    }

    #[test]
    fn the_scales_of_temperature_have_offsets() {
        let kelvin = |degrees: i128, unit: &str| {
            let point = Interval::between(degrees.into(), degrees.into());
            Unit::named(unit).to_base(&point)
        };
        assert_eq!(kelvin(100, "°C"), kelvin(212, "°F"));
        assert_eq!(kelvin(0, "°C"), kelvin(32, "°F"));
        assert_eq!(kelvin(-40, "degrees Celsius"), kelvin(-40, "degrees Fahrenheit"));
    }

    #[test]
    fn words_are_counted_in_the_singular() {
        for (many, single) in [
            ("soldiers", "soldier"),
            ("Soldier", "soldier"),
            ("companies", "company"),
            ("people", "person"),
            ("North Korean troops", "north korean troop"),
            ("buses", "buse"),
            ("glass", "glass"),
            ("ton", "ton"),
        ] {
            assert_eq!(Unit::named(many).dimension, Dimension::Counted(single.into()), "{many}");
        }
    }

    #[test]
    fn percent_points_and_shares_are_kept_apart() {
        assert_eq!(Unit::named("%").dimension, Dimension::Percent);
        assert_eq!(Unit::named("per cent").dimension, Dimension::Percent);
        assert_eq!(Unit::named("pp").dimension, Dimension::Points);
        assert_eq!(Unit::named("percentage points").dimension, Dimension::Points);
        assert_eq!(one("basis points"), Exact::new(1, 100));
        assert_eq!(Unit::named("").dimension, Dimension::Bare);
        assert_eq!(Unit::named("IDR").dimension, Dimension::Money(*b"IDR"));
        assert_eq!(Unit::named("top").dimension, Dimension::Counted("top".into()));
    }
}
