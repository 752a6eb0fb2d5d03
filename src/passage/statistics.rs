//! The test statistics of a sentence, each with its p-value.
//!
//! Read are t, F, χ², z, r and Q in the dress of the American Psychological Association (`t(28) = 2.20, p = .036`) and
//! in those near it: degrees of freedom as an index or behind the statistic (`χ² = 3.84, df = 1`), other numbers
//! between the two, decimals as the language writes them. A p-value belongs to the statistic before it, if nothing but
//! effect sizes and the like stands between.
//!
//! Left out: p-values without a statistic, one p-value for several statistics, and those that were counted among
//! resamples, which need not be what a distribution gives.

use std::ops::Range;

use crate::amount::prose::Style;
use crate::language::Vocabulary;
use crate::statistics::{ALPHA, Correction, Printed, Sign, Tails, Test};

/// How far behind a statistic its p-value is looked for, in bytes, and how long a word may be that is no known one.
const BEHIND: usize = 160;
const SHORT: usize = 4;

static NOT_SIGNIFICANT: Vocabulary = Vocabulary::of(|language| language.research.not_significant);
static ONE_SIDED: Vocabulary = Vocabulary::of(|language| language.research.one_sided);
static CORRECTIONS: Vocabulary = Vocabulary::of(|language| language.research.corrections);
static RESAMPLED: Vocabulary = Vocabulary::of(|language| language.research.resampled);
static LEADS: Vocabulary = Vocabulary::of(|language| language.research.leads);
static BESIDE: Vocabulary = Vocabulary::of(|language| language.research.beside);

/// A number with its place, in bytes of the text.
pub type Placed = (Printed, Range<usize>);

/// A test in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where all of it stands, in bytes of the text.
    pub at: Range<usize>,
    /// The statistic, and where it stands.
    pub test: (Test, Range<usize>),
    /// The p-value.
    pub p: Placed,
    /// Of how many sides the text says that it is.
    pub tails: Tails,
    /// Whether the text says that it was corrected.
    pub correction: Correction,
}

/// The tests in `text`, in order and apart from each other.
pub fn tests(text: &str, style: Style) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if !text.contains(['=', '<', '>', '≤', '≥']) || is_resampled(text) {
        return found;
    }
    let reader = Reader::new(text, style);
    let (tails, correction) = (tails(text), correction(text));
    let mut at = 0;
    while let Some(start) = reader.next_word(at) {
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        let Some((statistic, end)) = reader.test(start) else { continue };
        at = end;
        if let Some((printed, p)) = reader.p_behind(end) {
            at = p.end;
            found.push(Found { at: start..p.end, test: (statistic, start..end), p: (printed, p), tails, correction });
        }
    }
    found
}

/// Of how many sides the tests of a text may be.
pub fn tails(text: &str) -> Tails {
    if says(text, &ONE_SIDED) { Tails::Either } else { Tails::Two }
}

/// Whether p-values of a text may have been corrected.
pub fn correction(text: &str) -> Correction {
    if says(text, &CORRECTIONS) { Correction::Applied } else { Correction::None }
}

/// Whether a text speaks of p-values and intervals that are counted, and not those of a distribution.
pub(super) fn is_resampled(text: &str) -> bool {
    says(text, &RESAMPLED)
}

/// Whether a text has one of these words or phrases.
pub(super) fn says(text: &str, vocabulary: &Vocabulary) -> bool {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')));
    let mut last = "";
    words.filter(|word| !word.is_empty()).any(|word| {
        let is_said = vocabulary.has(word) || vocabulary.has(&format!("{last} {word}"));
        last = word;
        is_said
    })
}

/// Reads numbers of research in a text.
#[derive(Clone, Copy)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    /// What parts decimals.
    pub(super) decimal: char,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, style: Style) -> Self {
        Self { text, decimal: style.decimal() }
    }

    /// The next place from `at` on where a word begins.
    pub(super) fn next_word(self, at: usize) -> Option<usize> {
        let mut before = self.text[..at].chars().next_back();
        let starts = |(_, c): &(usize, char)| {
            let is_start = (c.is_alphabetic() || *c == '\\') && !before.is_some_and(char::is_alphanumeric);
            before = Some(*c);
            is_start
        };
        self.text[at..].char_indices().find(starts).map(|(place, _)| at + place)
    }

    /// The statistic that begins at a place, and where it ends: with its degrees of freedom behind its name, or behind
    /// itself.
    fn test(self, start: usize) -> Option<(Test, usize)> {
        let rest = &self.text[start..];
        let (test, length) =
            Test::begins(rest, self.decimal).or_else(|| Test::with_freedom_behind(rest, self.decimal))?;
        Some((test, start + length))
    }

    /// The p-value of the statistic that ends at a place, and where it stands.
    pub(super) fn p_behind(self, end: usize) -> Option<Placed> {
        let mut at = end;
        while at < end + BEHIND {
            let rest = &self.text[at..];
            let c = rest.chars().next()?;
            if !c.is_alphabetic() {
                // A sentence ends, or a bracket with all that belongs together.
                if c == '.' && rest[1..].starts_with(char::is_whitespace) {
                    return None;
                }
                at += self.past_number(at).unwrap_or(c.len_utf8());
                continue;
            }
            if let Some((printed, length)) = self.not_significant(at).or_else(|| self.p(at)) {
                return Some((printed, at..at + length));
            }
            let length = rest.find(|c: char| !(c.is_alphanumeric() || "-'’²_^".contains(c))).unwrap_or(rest.len());
            let word = &rest[..length];
            let is_known = word.chars().count() < SHORT || BESIDE.has(&word.to_lowercase());
            let is_known = is_known || ONE_SIDED.has(&word.to_lowercase()) || CORRECTIONS.has(&word.to_lowercase());
            if !is_known || self.test(at).is_some() {
                return None;
            }
            at += length;
        }
        None
    }

    /// The length of the number that stands at a place.
    fn past_number(self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit() || c == '.');
        is_number.then(|| Printed::begins(rest, self.decimal).map(|(_, length)| length)).flatten()
    }

    /// `n.s.`
    fn not_significant(self, at: usize) -> Option<(Printed, usize)> {
        let rest = &self.text[at..];
        let word = NOT_SIGNIFICANT.longest_first().iter().find(|word| {
            let is_here = rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
            is_here && !rest[word.len()..].starts_with(char::is_alphanumeric)
        })?;
        let end = word.len() + usize::from(word.contains('.') && rest[word.len()..].starts_with('.'));
        let level = Printed::parse(".05")?.like(ALPHA, 2);
        Some((level.signed(Sign::Above), end))
    }

    /// `p = .036`
    pub(super) fn p(self, at: usize) -> Option<(Printed, usize)> {
        let rest = &self.text[at..];
        let behind = rest.strip_prefix(['p', 'P'])?;
        let named = ["-value", " value", "-Wert", "-waarde", "-valeur", "rep"];
        let named = named.iter().find_map(|word| behind.strip_prefix(word));
        let is_named = named.is_some();
        let behind = named.unwrap_or(behind).trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']);
        // "a p-value of 0.02"
        let led = || {
            LEADS
                .longest_first()
                .iter()
                .find_map(|lead| behind.strip_prefix(*lead))
                .map(|rest| behind.len() - rest.len())
        };
        let told = || Some((Sign::Equal, led().filter(|_| is_named)?));
        let (sign, length) = Sign::begins(behind).or_else(told)?;
        let behind = behind[length..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}', '\n']);
        let behind_not_significant = || {
            let at = self.text.len() - behind.len();
            self.not_significant(at).map(|(level, length)| (level, &behind[length..]))
        };
        let (number, rest_behind) = match Printed::begins(behind, self.decimal) {
            Some((number, length)) => (number.signed(sign), &behind[length..]),
            None => behind_not_significant()?,
        };
        let is_power = rest_behind.trim_start().starts_with(['×', '·', '*', 'x', '^']) && !rest_behind.starts_with('*');
        let is_probability = (0.0..=1.0).contains(&number.face());
        (is_probability && !is_power).then_some((number, rest.len() - rest_behind.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tests of a sentence as records write them.
    fn read(text: &str, language: &str) -> Vec<String> {
        let found = super::tests(text, Style::of(language));
        found.iter().map(|found| format!("{}, p {}", found.test.0, found.p.0.behind_name())).collect()
    }

    #[test]
    fn tests_are_read_with_their_p_values() {
        for (text, expected) in [
            ("Recall was better at night, t(40) = 2.50, p = .017, than by day.", "t(40) = 2.50, p = .017"),
            ("It rose (F(2,45)=3.21; P<0.05).", "F(2, 45) = 3.21, p < 0.05"),
            ("(F(1, 30) = 4.80, MSE = 12.1, p = .036, ηp² = .14)", "F(1, 30) = 4.80, p = .036"),
            ("[t(40) = 2.50, d = 0.79, 95% CI [0.14, 1.43], p = .017]", "t(40) = 2.50, p = .017"),
            ("t(40) = 2.50, Cohen’s d = 0.79, p (two-tailed) = .017, t(12) = 1.0, n.s.", "t(12) = 1.0, p > .05"),
            ("Sites differed, χ²(1, N = 90) = 3.84, p = .05.", "χ²(1, N = 90) = 3.84, p = .05"),
            ("Sites differed (χ2 = 3.84, df = 1, p = 0.05).", "χ²(1) = 3.84, p = 0.05"),
            ("It did not change, F(1, 30) < 1, n.s., at all.", "F(1, 30) < 1, p > .05"),
            ("It did not change, F(1, 30) < 1, p = n.s.", "F(1, 30) < 1, p > .05"),
            ("They agree, r(28) = .36, p = .051, z = 2.10, p = .036.", "r(28) = .36, p = .051; z = 2.10, p = .036"),
        ] {
            assert_eq!(read(text, "en").join("; "), expected, "{text}");
        }
        assert_eq!(read("Sie wuchs, t(40) = 2,50; p = ,017.", "de"), ["t(40) = 2.50, p = .017"]);
    }

    #[test]
    fn what_may_belong_elsewhere_is_left() {
        for text in [
            "The trial was long, t(40) = 2.50. Later p = .017 was found.",
            "Speed rose, t(40) = 2.50, whereas accuracy fell, p = .017.",
            "Both rose, t(40) = 2.50 and t(41) = 2.60, ps < .05.",
            "By permutation, t(40) = 2.50, p = .09.",
            "t(40) = 2.50, p = 3.1 × 10",
            "Let t(40) be the height and p the price.",
        ] {
            assert_eq!(read(text, "en"), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_a_sentence_says_of_its_tests_is_kept() {
        let kept = |text| super::tests(text, Style::of("en")).first().map(|found| (found.tails, found.correction));
        assert_eq!(kept("t(40) = 2.50, p = .008, one-tailed."), Some((Tails::Either, Correction::None)));
        assert_eq!(kept("With Bonferroni, t(40) = 2.50, p = .05."), Some((Tails::Two, Correction::Applied)));
    }
}
