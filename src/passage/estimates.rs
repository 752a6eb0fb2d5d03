//! The estimates of a sentence, each with its interval of confidence and its p-value.
//!
//! Read is `OR = 1.45, 95% CI [1.10, 1.91], p = .008`, and what is near it: `a hazard ratio of 0.75 (95% confidence
//! interval, 0.60 to 0.94; P = .01)`. The estimate is the number right before its interval, if a name or `%` says that
//! it is one: a standard error that stands there is none. Left out are intervals whose level is not told, and those of
//! resamples.

use std::ops::Range;

use super::statistics::{Placed, Reader, correction, is_resampled, tails};
use crate::amount::prose::Style;
use crate::language::Vocabulary;
use crate::statistics::{Correction, Measure, Printed, Tails};

/// What ratios and differences are called by everyone.
const RATIOS: [&str; 9] = ["OR", "aOR", "AOR", "HR", "aHR", "AHR", "RR", "aRR", "IRR"];
const DIFFERENCES: [&str; 11] = ["b", "B", "β", "beta", "Beta", "d", "g", "MD", "SMD", "RD", "ARR"];
/// What other estimates are called that have intervals.
const OTHERS: [&str; 5] = ["M", "r", "ρ", "R²", "AUC"];

/// So many letters at most are a level behind the name of its interval: " : 95 %".
const LEVEL: usize = 8;

/// What a number is called that is no estimate.
const ERRORS: [&str; 7] = ["SE", "SD", "EP", "DP", "DE", "p", "P"];

static RATIO_NAMES: Vocabulary = Vocabulary::of(|language| language.research.ratios);
static DIFFERENCE_NAMES: Vocabulary = Vocabulary::of(|language| language.research.differences);
static INTERVALS: Vocabulary = Vocabulary::of(|language| language.research.intervals);
static TO: Vocabulary = Vocabulary::of(|language| language.numbers.to);
static LEADS: Vocabulary = Vocabulary::of(|language| language.research.leads);

/// An estimate in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where all of it stands, in bytes of the text.
    pub at: Range<usize>,
    /// The estimate.
    pub value: Placed,
    /// The ends of its interval.
    pub ends: [Placed; 2],
    /// How many percent the interval holds.
    pub level: u32,
    /// What is estimated, as far as that is told.
    pub measure: Option<Measure>,
    /// The p-value.
    pub p: Option<Placed>,
    /// Of how many sides the text says that it is.
    pub tails: Tails,
    /// Whether the text says that it was corrected.
    pub correction: Correction,
}

/// The estimates in `text`, in order and apart from each other.
pub fn estimates(text: &str, style: Style) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if !text.contains('%') || is_resampled(text) {
        return found;
    }
    let reader = Reader::new(text, style);
    let mut at = 0;
    while let Some(start) = reader.next_word(at) {
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        let floor = found.last().map_or(0, |last| last.at.end);
        if let Some(estimate) = reader.estimate(start, floor) {
            at = estimate.at.end;
            found.push(estimate);
        }
    }
    found
}

impl Reader<'_> {
    /// The estimate whose interval is called so at a place. What lies before `floor` is another's.
    fn estimate(self, at: usize, floor: usize) -> Option<Found> {
        let rest = &self.text[at..];
        let name = INTERVALS.longest_first().iter().find(|name| begins_with_word(rest, name))?;
        // "95% CI", and "IC 95%"
        let behind = at + name.len();
        let (level, before, from) = level(&self.text[floor..at])
            .map(|(level, before)| (level, before, behind))
            .or_else(|| self.level_behind(behind).map(|(level, from)| (level, at - floor, from)))?;
        let low = self.end_of_interval(from, &[" ", ":", "=", ",", "(", "[", "]", "(CI)", "CI", ")", "\u{a0}"])?;
        let high = self.end_of_interval(low.1.end, &[" ", ",", ";", "–", "--", "-", "—", "%", "\u{a0}"])?;
        // Signs that a PDF lost turn an interval around: `-0.5 to -0.1` as `0.5 to 0.1`.
        if low.0.face() > high.0.face() {
            return None;
        }
        let (value, measure) = self.value(floor, floor + before, self.decimals(&high))?;
        // A share in percent with an interval of proportions: `52% (95% CI 0.38 to 0.67)`.
        let is_percent =
            |number: &Placed| self.text[number.1.end..].trim_start_matches([' ', '\u{a0}']).starts_with('%');
        if is_percent(&value) && !is_percent(&high) && high.0.face() <= 1.0 {
            return None;
        }
        let end = high.1.end;
        let p = self.p_behind(end);
        let whole = value.1.start..p.as_ref().map_or(end, |(_, p)| p.end);
        let (tails, correction) = (tails(self.text), correction(self.text));
        Some(Found { at: whole, value, ends: [low, high], level, measure, p, tails, correction })
    }

    /// The level that stands right behind the name of an interval, and where that ends.
    fn level_behind(self, behind: usize) -> Option<(u32, usize)> {
        let rest = &self.text[behind..];
        let (end, _) = rest.char_indices().take(LEVEL).find(|(_, c)| *c == '%')?;
        let (level, start) = level(&rest[..=end])?;
        let is_next = rest[..start].chars().all(|c| matches!(c, ' ' | ':' | '\u{a0}'));
        is_next.then_some((level, behind + end + 1))
    }

    /// The number behind a place and what may stand between: `apart`, and words for "to".
    fn end_of_interval(self, from: usize, apart: &[&str]) -> Option<Placed> {
        let mut rest = &self.text[from..];
        loop {
            if let Some((number, length)) = Printed::begins(rest, self.decimal)
                && !(rest.starts_with(['–', '-']) && self.is_dash(rest))
            {
                let start = self.text.len() - rest.len();
                return Some((number, start..start + length));
            }
            let word = TO.longest_first().iter().copied().find(|word| begins_with_word(rest, word));
            let skipped = word.or_else(|| apart.iter().copied().find(|mark| rest.starts_with(mark)))?;
            rest = &rest[skipped.len()..];
        }
    }

    /// Whether a dash parts two numbers and is no minus: it stands right behind a digit.
    fn is_dash(self, rest: &str) -> bool {
        self.text[..self.text.len() - rest.len()].ends_with(|c: char| c.is_ascii_digit() || c == '%')
    }

    /// How many decimals a number is printed with.
    fn decimals(self, number: &Placed) -> usize {
        self.text[number.1.clone()].split_once(['.', self.decimal]).map_or(0, |(_, decimals)| decimals.len())
    }

    /// The estimate that ends before a place, and what it is of. Without a name it is one where its interval stands in
    /// a bracket right behind it, with as many decimals: "0.85 (95% CI 0.81–0.89)".
    fn value(self, floor: usize, before: usize, decimals: usize) -> Option<(Placed, Option<Measure>)> {
        let text = self.text[floor..before].trim_end_matches([' ', '(', '[', ',', ';', ':', '\u{a0}']);
        let is_share = text.ends_with('%');
        let text = text.trim_end_matches(['%', ' ']);
        let digits = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == self.decimal);
        let digits = digits.strip_suffix(['-', '−', '–']).unwrap_or(digits);
        let (number, length) = Printed::begins(&text[digits.len()..], self.decimal)?;
        if digits.len() + length != text.len() || digits.ends_with(char::is_alphanumeric) {
            return None;
        }
        let start = floor + digits.len();
        let number = (number, start..start + length);
        let is_bracketed = matches!(self.text[number.1.end..before].trim(), "(" | "[")
            && decimals > 1
            && self.decimals(&number) == decimals
            && !digits.trim_end().ends_with(['=', '<', '>', '±', '≤', '≥', '(', '/']);
        let mut name = digits.trim_end_matches([' ', '=', ':', ',', '(', '\u{a0}']);
        while let Some(lead) = LEADS.longest_first().iter().find(|lead| ends_with_word(name, lead)) {
            name = name[..name.len() - lead.len()].trim_end_matches([' ', ',', '(', ')', '\u{a0}']);
        }
        let symbol = name.rsplit(|c: char| !(c.is_alphanumeric() || c == '²')).next().unwrap_or_default();
        let called = |names: &Vocabulary| names.longest_first().iter().any(|word| ends_with_word(name, word));
        let measure = match () {
            () if RATIOS.contains(&symbol) || called(&RATIO_NAMES) => Some(Measure::Ratio),
            () if !is_share && (DIFFERENCES.contains(&symbol) || called(&DIFFERENCE_NAMES)) => {
                Some(Measure::Difference)
            }
            () if is_share || OTHERS.contains(&symbol) || is_bracketed && !ERRORS.contains(&symbol) => None,
            () => return None,
        };
        Some((number, measure))
    }
}

/// The level that a text ends with, `95% `, and where that begins.
fn level(text: &str) -> Option<(u32, usize)> {
    let before = text.trim_end_matches([' ', '-', '\u{a0}']).strip_suffix('%')?.trim_end_matches([' ', '\u{a0}']);
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let level = before[start..].parse().ok()?;
    ((50..100).contains(&level) && !before[..start].ends_with(['.', ','])).then_some((level, start))
}

/// Whether `text` begins with these words, in large letters or small, and they end there.
fn begins_with_word(text: &str, words: &str) -> bool {
    let is_here = text.get(..words.len()).is_some_and(|start| start.to_lowercase() == words);
    is_here && !text[words.len()..].starts_with(|c: char| c.is_alphabetic())
}

/// Whether `text` ends with these words, in large letters or small, and nothing touches them.
fn ends_with_word(text: &str, words: &str) -> bool {
    let Some(start) = text.len().checked_sub(words.len()) else { return false };
    text.get(start..).is_some_and(|end| end.to_lowercase() == words) && !text[..start].ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, language: &str) -> Vec<String> {
        let told = |found: &Found| {
            let [low, high] = &found.ends;
            let p = found.p.as_ref().map_or(String::new(), |(p, _)| format!(", p {}", p.behind_name()));
            format!("{:?} {} in {} to {} ({} %){p}", found.measure, found.value.0, low.0, high.0, found.level)
        };
        estimates(text, Style::of(language)).iter().map(told).collect()
    }

    #[test]
    fn estimates_are_read_with_their_intervals() {
        for (text, expected) in [
            ("(OR = 1.45, 95% CI [1.10, 1.91], p = .008)", "Some(Ratio) 1.45 in 1.10 to 1.91 (95 %), p = .008"),
            ("OR 1.45 (95% CI 1.10–1.91; P = 0.008)", "Some(Ratio) 1.45 in 1.10 to 1.91 (95 %), p = 0.008"),
            (
                "The hazard ratio was 0.75 (95% confidence interval [CI], 0.60 to 0.94).",
                "Some(Ratio) 0.75 in 0.60 to 0.94 (95 %)",
            ),
            ("an odds ratio of 1.45 (90% CI: 1.10-1.91)", "Some(Ratio) 1.45 in 1.10 to 1.91 (90 %)"),
            ("b = -0.30, 95% CI [-0.50,-0.10], p < .01", "Some(Difference) -0.30 in -0.50 to -0.10 (95 %), p < .01"),
            (
                "The mean difference was −2.3 (95% CI −4.1 to −0.5; p = 0.01).",
                "Some(Difference) -2.3 in -4.1 to -0.5 (95 %), p = 0.01",
            ),
            ("Prevalence was 12.3% (95% CI 10.1%–14.5%).", "None 12.3 in 10.1 to 14.5 (95 %)"),
            ("The first reached 0.85 (95% CI 0.91–0.97).", "None 0.85 in 0.91 to 0.97 (95 %)"),
            ("The first reached 0.85 (CI 95%: 0.81--0.89).", "None 0.85 in 0.81 to 0.89 (95 %)"),
        ] {
            assert_eq!(read(text, "en").join("; "), expected, "{text}");
        }
        assert_eq!(read("OR = 1,45 (95% KI 1,10–1,91)", "de"), ["Some(Ratio) 1.45 in 1.10 to 1.91 (95 %)"]);
    }

    #[test]
    fn what_need_not_be_an_estimate_is_left() {
        for text in [
            "M = 4.20, SD = 1.10, 95% CI [3.90, 4.50]",
            "b = 0.30, SE = 0.10, 95% CI [0.10, 0.50]",
            "OR = 1.45 [1.10, 1.91]",
            "SE 0.10 (95% CI 0.11–0.91)",
            "at week 12 (95% CI 1.10–1.91)",
            "version 2.1 (95% CI 1.10–1.91)",
            "OR = 1.45, bootstrapped 95% CI [1.10, 1.91]",
            "two or 1.45 (CI 1.10 to 1.91), 10%",
            "b = 0.30, 95% CI [0.50, 0.10]",
            "a share of 52%, 95% CI = 0.38 to 0.67",
        ] {
            assert_eq!(read(text, "en"), [""; 0], "{text}");
        }
    }
}
