//! Measures that are told in two units: `0.35 µM (350 nM)`, `1.5 h (90 min)`.
//!
//! What stands in the bracket is the same where it has the same digits, or follows from them by the minutes of an hour.
//! Only a unit that is off by a power of ten or by such a step is judged: any other number may be a deviation, or of
//! another measure.

use std::ops::Range;

use num_traits::{CheckedMul, Signed};

use super::equations::{Equation, texts};
use super::manuscript::Manuscript;
use crate::amount::prose::{Style, digits};
use crate::amount::{Amount, Dimension, Exact, Interval, Unit};

/// Units with prefixes, by their signs; the longer of two that end alike stands first.
const UNITS: [&str; 19] =
    ["mol", "M", "g", "m", "s", "Hz", "eV", "V", "A", "W", "J", "Pa", "L", "l", "bp", "b", "Ω", "N", "F"];

/// Prefixes with their powers of ten.
const PREFIXES: [(&str, i32); 11] = [
    ("p", -12),
    ("n", -9),
    ("µ", -6),
    ("μ", -6),
    ("m", -3),
    ("c", -2),
    ("", 0),
    ("k", 3),
    ("M", 6),
    ("G", 9),
    ("T", 12),
];

/// Steps from a unit to another that are no powers of ten: seconds, minutes, hours, days.
const STEPS: [f64; 4] = [60.0, 3600.0, 24.0, 1440.0];

/// By so much of itself a number may be rounded.
const SLACK: f64 = 0.02;

/// A measure: its number with its last place, and the ratio of its unit to others of the same name.
struct Measure {
    at: Range<usize>,
    value: Exact,
    unit: (String, Exact),
}

/// The measures of a manuscript with another one in a bracket right behind them, as equations.
pub(crate) fn conversions(manuscript: &Manuscript) -> Vec<Equation> {
    let style = Style::of(&manuscript.language);
    texts(manuscript).flat_map(|(block, words)| within(words, style, block)).collect()
}

fn within(words: &str, style: Style, block: usize) -> Vec<Equation> {
    let brackets = words.match_indices(['(', '[']).map(|(at, _)| at);
    brackets.filter_map(|open| conversion(words, style, open).map(|it| Equation { block, ..it })).collect()
}

fn conversion(words: &str, style: Style, open: usize) -> Option<Equation> {
    let close = open + words[open..].find([')', ']'])?;
    let inside = words[open + 1..close].trim_start_matches([' ', '=', '~', '≈', '\u{a0}']);
    let other = measure(words, close - inside.len(), close, style)?;
    let before = words[..open].trim_end();
    let start = before.rfind(|c: char| c.is_ascii_digit())?;
    let start = before[..start]
        .rfind(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let own = measure(words, start, before.len(), style)?;
    let is_free = !before[..start].trim_end_matches(' ').ends_with(['–', '-', '−', '±', '/', '^', '×']);
    let ((name, factor), (of, other_factor)) = (&own.unit, &other.unit);
    if name != of || factor == other_factor || !is_free {
        return None;
    }
    let comes_to = own.value.checked_mul(&(factor / other_factor))?;
    let off = float(other.value) / float(comes_to);
    let off = off.max(off.recip());
    let is_one = |off: f64| (off - 1.0).abs() <= SLACK;
    let is_slip = off > 5.0 && is_one(off / 10_f64.powf(off.log10().round()))
        || name == "time" && STEPS.iter().any(|by| is_one(off / by));
    let holds = is_one(off);
    (holds || is_slip).then_some(Equation { block: 0, left: own.at, right: other.at, comes_to, holds })
}

fn float(number: Exact) -> f64 {
    *number.numer() as f64 / *number.denom() as f64
}

/// A number with its unit and nothing else.
fn measure(words: &str, start: usize, end: usize, style: Style) -> Option<Measure> {
    let text = words.get(start..end)?;
    let (written, length, _) = digits(text, style)?;
    let value = Amount::parse(&written).ok()?.face().filter(Exact::is_positive)?;
    let unit = unit(text[length..].trim())?;
    Some(Measure { at: start..end, value, unit })
}

/// What a unit measures, and its ratio to others that do.
fn unit(written: &str) -> Option<(String, Exact)> {
    let known = Unit::named(written);
    if let Dimension::Physical(name) = known.dimension {
        let one = Interval::between(Exact::from(1), Exact::from(1));
        let two = Interval::between(Exact::from(2), Exact::from(2));
        let [one, two] = [one, two].map(|it| known.to_base(&it).and_then(|base| base.low()));
        // Degrees have no ratio.
        return (two? == one? * 2).then(|| (name.to_owned(), one.unwrap_or_default()));
    }
    let sign = UNITS.iter().find(|unit| written.ends_with(*unit))?;
    let prefix = written.strip_suffix(sign)?;
    let (_, power) = PREFIXES.iter().find(|(name, _)| *name == prefix)?;
    let ten = 10_i128.pow(power.unsigned_abs());
    Some(((*sign).to_owned(), if *power < 0 { Exact::new(1, ten) } else { Exact::from(ten) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_the_same_in_another_unit() {
        for (text, expected) in [
            ("a dose of 0.35 µM (350 nM) was", "0.35 µM = 350 nM: true"),
            ("a dose of 0.35 µM (350 mM) was", "0.35 µM = 350 mM: false"),
            ("a walk of 2.4 km (= 240 m)", "2.4 km = 240 m: false"),
            ("after 2.5 h (150 s)", "2.5 h = 150 s: false"),
            ("after 2.5 h [150 min]", "2.5 h = 150 min: true"),
            ("a genome of 7.2 kb (7200 Mb)", "7.2 kb = 7200 Mb: false"),
        ] {
            let told =
                |it: &Equation| format!("{} = {}: {}", &text[it.left.clone()], &text[it.right.clone()], it.holds);
            let found = within(text, Style::of("en"), 0);
            assert_eq!(found.iter().map(told).collect::<Vec<_>>().join("; "), expected, "{text}");
        }
        for text in [
            "a latency of 1.2 s (150 ms)",
            "a walk of 2.4 km (300 m)",
            "2.4 km (240 m from the pier)",
            "1–3 km (300 m)",
            "(240 m)",
            "2.4 km (240 km)",
            "10 °C (100 K)",
            "8 M (8)",
            "2.4 (240 m)",
        ] {
            assert_eq!(within(text, Style::of("en"), 0).len(), 0, "{text}");
        }
    }
}
