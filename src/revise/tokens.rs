//! A manuscript as the words of two of them are compared: sentences, headings, cells and entries of its lists.
//!
//! How a text is set makes no difference: line ends, blanks, hyphens and apostrophes inside words, quotation marks,
//! dashes, commas and full stops, composed letters. Capitals, diacritics, digits and the signs of numbers do.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;

use crate::document::{Block, Kind};
use crate::passage::anchors::folded_places;
use crate::passage::{Manuscript, sentences};

/// Signs that say something beside a number.
const SIGNS: &str = "%‰°+<>=±×÷≤≥≠≈$€£¥₹";

/// A word, a number or a sign.
#[derive(Debug)]
pub(super) struct Token {
    /// Its number among all that are compared: the same for those that are the same.
    pub(super) word: u32,
    /// The unit that it stands in, by its number.
    pub(super) unit: usize,
    /// Where it stands in the words of the block.
    pub(super) at: Range<usize>,
    /// How much it says which passage this is: a number or a long word is worth four short ones.
    pub(super) weight: u32,
}

/// A sentence, or a block that is none.
#[derive(Debug)]
pub(super) struct Unit {
    /// The block, by its number.
    pub(super) block: usize,
    /// Where it stands in the block's words.
    pub(super) range: Range<usize>,
    /// Its tokens, by their numbers.
    pub(super) tokens: Range<usize>,
}

/// One of two manuscripts that are compared.
#[derive(Debug)]
pub(super) struct Side<'m> {
    pub(super) text: &'m Manuscript,
    pub(super) units: Vec<Unit>,
    pub(super) tokens: Vec<Token>,
    /// The words that it has in small letters.
    small: FxHashSet<String>,
}

/// The words of both manuscripts, numbered.
#[derive(Debug, Default)]
pub(super) struct Words(FxHashMap<String, u32>);

impl<'m> Side<'m> {
    pub(super) fn new(text: &'m Manuscript, words: &mut Words) -> Self {
        let mut side = Side { text, units: Vec::new(), tokens: Vec::new(), small: FxHashSet::default() };
        for (number, block) in text.blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Comment) {
            for range in side.parts(number, block) {
                side.unit(number, range, words);
            }
        }
        side
    }

    fn parts(&self, number: usize, block: &Block) -> Vec<Range<usize>> {
        let is_whole = matches!(block.kind, Kind::Heading(_) | Kind::Cell | Kind::Entry);
        if is_whole || self.text.outline.is_bibliography(number) {
            return std::iter::once(0..block.words.len()).collect();
        }
        sentences(&block.words)
    }

    fn unit(&mut self, block: usize, range: Range<usize>, words: &mut Words) {
        let (unit, first) = (self.units.len(), self.tokens.len());
        let text = &self.text.blocks[block].words[range.clone()];
        for (key, at) in keys(text) {
            let is_telling = key.chars().count() > 3 || !key.chars().all(char::is_alphabetic);
            if key.starts_with(char::is_lowercase) && !self.small.contains(&key) {
                self.small.insert(key.clone());
            }
            let next = words.0.len() as u32;
            let word = *words.0.entry(key).or_insert(next);
            let at = range.start + at.start..range.start + at.end;
            self.tokens.push(Token { word, unit, at, weight: if is_telling { 4 } else { 1 } });
        }
        let tokens = first..self.tokens.len();
        if !tokens.is_empty() {
            self.units.push(Unit { block, range, tokens });
        }
    }

    /// The words of a unit, as they are compared.
    pub(super) fn words(&self, unit: usize) -> impl Iterator<Item = u32> + '_ {
        self.tokens[self.units[unit].tokens.clone()].iter().map(|token| token.word)
    }

    /// How much the tokens of a unit say together.
    pub(super) fn weight(&self, unit: usize) -> u32 {
        self.tokens[self.units[unit].tokens.clone()].iter().map(|token| token.weight).sum()
    }

    /// Whether a word stands in it in small letters.
    pub(super) fn has_small(&self, word: &str) -> bool {
        self.small.contains(word)
    }

    /// What a token is written as.
    pub(super) fn written(&self, token: usize) -> &'m str {
        let Token { unit, at, .. } = &self.tokens[token];
        &self.text.blocks[self.units[*unit].block].words[at.clone()]
    }
}

/// The words, numbers and signs of a text, as they are compared, each with its place.
fn keys(text: &str) -> Vec<(String, Range<usize>)> {
    let mut keys = Vec::new();
    let mut from = 0;
    for at in folded_places(text) {
        signs(text, from..at.start, &mut keys);
        let number = text[at.clone()].starts_with(|first: char| first.is_ascii_digit());
        let minus = number.then(|| minus(text, at.start)).flatten();
        from = at.end;
        let start = minus.unwrap_or(at.start);
        keys.push((key(&text[at.clone()], minus.is_some()), start..at.end));
    }
    signs(text, from..text.len(), &mut keys);
    keys
}

fn signs(text: &str, between: Range<usize>, keys: &mut Vec<(String, Range<usize>)>) {
    let signs = text[between.clone()].char_indices().filter(|(_, sign)| SIGNS.contains(*sign));
    keys.extend(signs.map(|(at, sign)| {
        let start = between.start + at;
        (sign.to_string(), start..start + sign.len_utf8())
    }));
}

/// Where the minus stands before the number that begins at a place.
fn minus(text: &str, number: usize) -> Option<usize> {
    let before = text[..number].strip_suffix(['-', '−', '–'])?;
    let opens = before.chars().next_back().is_none_or(|last| last.is_whitespace() || "([=<>".contains(last));
    opens.then_some(before.len())
}

fn key(written: &str, is_negative: bool) -> String {
    // "ﬁ" is "fi", but "10²" is not "102".
    let composed: String =
        if written.chars().any(char::is_numeric) { written.nfc().collect() } else { written.nfkc().collect() };
    let is_set = |c: &char| !matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{AD}' | '\'' | '’' | 'ʼ');
    is_negative.then_some('-').into_iter().chain(composed.chars().filter(is_set)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        keys(text).into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn how_a_text_is_set_makes_no_difference() {
        for (one, other) in [
            ("“Ferry’s” run, 1990–95", "'Ferry's' run 1990-95"),
            ("the Mari-tim ofﬁce", "the Maritim office"),
            ("12\u{a0}% of cafe\u{301}s", "12% of cafés"),
            ("r = −0.4 (n = 5)", "r=-0.4 (n=5)"),
        ] {
            assert_eq!(told(one), told(other));
        }
    }

    #[test]
    fn what_is_said_makes_one() {
        for (one, other) in
            [("p < .05", "p > .05"), ("Müller", "Muller"), ("4.2", "4,2"), ("at -3", "at 3"), ("10²", "102")]
        {
            assert_ne!(told(one), told(other));
        }
    }
}
