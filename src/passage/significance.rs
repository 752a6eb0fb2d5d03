//! What a sentence calls significant, against the p-value that it tells: "not statistically significant (p = .02)".
//!
//! Read is a sentence with one p-value and one such word. Left out is what is significant in another sense or at
//! another level: marginally, at 10 %, after a correction for several tests; and a manuscript that tells of another
//! threshold than .05 anywhere.

use std::ops::Range;

use super::manuscript::Manuscript;
use super::statistics::{Placed, Reader, correction, says};
use super::worth::words;
use crate::amount::prose::Style;
use crate::language::Vocabulary;
use crate::statistics::{ALPHA, Correction, Sign};

static SIGNIFICANT: Vocabulary = Vocabulary::of(|language| language.research.significant);
static INSIGNIFICANT: Vocabulary = Vocabulary::of(|language| language.research.insignificant);
static OTHERWISE: Vocabulary = Vocabulary::of(|language| language.research.otherwise);
static LEVELS: Vocabulary = Vocabulary::of(|language| language.research.levels);
static STATISTICALLY: Vocabulary = Vocabulary::of(|language| language.research.statistically);
static NEGATIONS: Vocabulary = Vocabulary::of(|language| language.negations);

/// A p-value above this is significant at no level in use.
const LARGE: f64 = 0.1;
/// So many letters at most stand between a p-value and the word.
const NEAR: usize = 160;
/// Shorter words may stand between a negation and what it negates, and one longer one.
const SHORT: usize = 3;

/// What a sentence says of a p-value.
#[derive(Debug)]
pub(crate) struct Said {
    /// The sentence, by its number.
    pub(crate) sentence: usize,
    /// The p-value, its place counted from the start of the sentence.
    pub(crate) p: Placed,
    /// The words for it, with their negation.
    pub(crate) words: Range<usize>,
    /// Whether the p-value is what the words say, if that can be told.
    pub(crate) holds: bool,
}

/// What the sentences of a manuscript say of their p-values.
pub(crate) fn significance(manuscript: &Manuscript) -> Vec<Said> {
    let style = Style::of(&manuscript.language);
    let texts: Vec<&str> = manuscript.sentences.iter().map(|sentence| manuscript.words(sentence)).collect();
    let has_word = |text: &str| words(text).any(|(_, word)| SIGNIFICANT.has(&word.to_lowercase()));
    if !texts.iter().any(|text| text.contains(['p', 'P']) && has_word(text))
        || texts.iter().any(|text| sets_level(text))
    {
        return Vec::new();
    }
    let is_corrected = texts.iter().any(|text| correction(text) == Correction::Applied);
    let said = |(sentence, text): (usize, &&str)| {
        let it = of_sentence(text, style)?;
        // What is corrected has a lower threshold.
        let is_open = is_corrected && !it.holds && it.p.0.face() < ALPHA;
        (!is_open).then_some(Said { sentence, ..it })
    };
    texts.iter().enumerate().filter_map(said).collect()
}

/// Whether a sentence tells of a threshold that is not .05.
fn sets_level(text: &str) -> bool {
    let is_other = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit() && c != '.').replace(',', ".");
        let level = bare.trim_end_matches('.').parse::<f64>();
        let percent = word.contains('%');
        level.is_ok_and(|level| {
            let level = if percent { level / 100.0 } else { level };
            [0.1, 0.01, 0.001, 0.005, 0.025].iter().any(|other| (level - other).abs() < 1e-9)
        })
    };
    text.split_whitespace().any(is_other) && says(text, &LEVELS)
}

fn of_sentence(text: &str, style: Style) -> Option<Said> {
    let mut found = words(text).filter_map(|(at, word)| Some((at, at + word.len(), called(word)?)));
    let (start, end, is_called) = found.next().filter(|_| text.contains(['p', 'P']))?;
    let is_alone = found.next().is_none();
    let p = only_p(text, style)?;
    let (first, last) = (start.min(p.1.start), end.max(p.1.end));
    let is_near = last - first < NEAR && !text[first..last].contains(';');
    if !is_alone || !is_near || says(text, &OTHERWISE) || correction(text) == Correction::Applied {
        return None;
    }
    // "at p < .05"
    let before = text[..p.1.start].trim_end();
    let is_named = text[p.1.clone()].chars().filter(|c| c.is_alphabetic()).count() > 1;
    let stands_free = before.ends_with(['(', '[', ',', ':']) || is_named;
    let (is_significant, from) = match negated(text, start) {
        Some(from) if is_called => (false, from),
        Some(_) => return None,
        // "did not give evidence of a significant gap"
        None if is_called && words(text).any(|(_, word)| NEGATIONS.has(&word.to_lowercase())) => return None,
        None => (is_called, start),
    };
    let [low, high] = p.0.ends();
    let (is_below, is_above) = match p.0.sign {
        Sign::Equal => (high < ALPHA, low > LARGE),
        // "not significantly different (p < .05)" tells the level.
        Sign::Below | Sign::AtMost => (is_significant && p.0.face() <= ALPHA, false),
        Sign::Above | Sign::AtLeast => (false, p.0.face() >= ALPHA),
    };
    let holds = if is_significant { is_below } else { is_above };
    let is_told = stands_free && (is_below || is_above);
    is_told.then_some(Said { sentence: 0, p, words: from..end, holds })
}

/// Whether a word calls something significant, or insignificant.
fn called(word: &str) -> Option<bool> {
    let small = word.to_lowercase();
    if INSIGNIFICANT.has(&small) { Some(false) } else { SIGNIFICANT.has(&small).then_some(true) }
}

/// Where the negation begins that stands before a place, or right before the word there.
fn negated(text: &str, at: usize) -> Option<usize> {
    let clause = text[..at].rfind(['.', ';', ',', '(', ':']).map_or(0, |mark| mark + 1);
    let before: Vec<(usize, &str)> = words(&text[clause..at]).collect();
    let mut others = 0;
    for (place, word) in before.into_iter().rev() {
        let small = word.to_lowercase();
        if NEGATIONS.has(&small) {
            return Some(clause + place);
        }
        others += usize::from(word.chars().count() > SHORT && !STATISTICALLY.has(&small));
        if others > 1 {
            return None;
        }
    }
    None
}

/// The p-value of a text that tells one.
fn only_p(text: &str, style: Style) -> Option<Placed> {
    let reader = Reader::new(text, style);
    let mut found = None;
    let mut at = 0;
    while let Some(start) = reader.next_word(at) {
        at = start + text[start..].chars().next().map_or(1, char::len_utf8);
        if let Some((p, length)) = reader.p(start) {
            if found.replace((p, start..start + length)).is_some() {
                return None;
            }
            at = start + length;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_p_value_is_what_it_is_called() {
        for (text, language, expected) in [
            ("The gap was not statistically significant (p = 0.02).", "en", Some(false)),
            ("The gap was not statistically significant (p = 0.42).", "en", Some(true)),
            ("The gap was statistically significant, p = .34.", "en", Some(false)),
            ("The gap was non-significant (p = .42).", "en", Some(true)),
            ("Catches differed significantly (p < .001).", "en", Some(true)),
            ("The effect was significant (p > .05).", "en", Some(false)),
            ("The effect was insignificant (p < .05).", "en", None),
            ("Der Abstand war nicht signifikant (p = 0,02).", "de", Some(false)),
            ("L’écart est statistiquement non significatif (p = 0,02).", "fr", Some(false)),
            ("L’écart est non significatif avec une p-value de 0,02.", "fr", Some(false)),
            ("La diferencia no fue significativa (p = 0,02).", "es", Some(false)),
            ("La differenza è statisticamente significativa (p = 0,34).", "it", Some(false)),
            ("A diferença não foi significativa (p = 0,02).", "pt", Some(false)),
            ("Het verschil was niet significant (p = 0,02).", "nl", Some(false)),
            ("Perbedaannya tidak signifikan (p = 0,02).", "id", Some(false)),
            ("The gap was marginally significant (p = 0.34).", "en", None),
            ("The gap was not clinically significant (p = 0.02).", "en", None),
            ("The gap was not significant at p < .05.", "en", None),
            ("It was significant in A (p = .02) and not significant in B (p = .3).", "en", None),
            ("The gap was not significant after Bonferroni correction (p = 0.02).", "en", None),
            ("The gap was significant at the 10% level (p = 0.08).", "en", None),
            ("The gap was significant (p = 0.07).", "en", None),
            ("All gaps are significant except that of the two ports (p = 0.27).", "en", None),
            ("The tests did not give any evidence of a significant gap (p = 0.34).", "en", None),
        ] {
            assert_eq!(of_sentence(text, Style::of(language)).map(|it| it.holds), expected, "{text}");
        }
        assert!(sets_level("We chose a significance level of 0.01."));
        assert!(!sets_level("We chose a significance level of 0.05."));
    }
}
