//! Prose cut into numbers, words and marks.

use std::ops::Range;

use crate::language::Cue;
use crate::time::months::{self, Named, Tongues};

/// A number, a word or a single character that is neither.
pub(super) struct Token {
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it touches the one before.
    pub(super) joined: bool,
}

pub(super) enum Kind {
    /// Digits: their value (of the first nine), and how many they are.
    Number(u32, usize),
    /// Letters.
    Word(Word),
    /// Any other character.
    Mark(char),
    /// What is not to be read.
    Wall,
}

/// What a word can be in a date.
pub(super) struct Word {
    /// A month or a day of the week.
    pub(super) named: Named,
    /// What it does to the date beside it.
    pub(super) cue: Option<Cue>,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

/// Cuts `text` up, whose words are of the languages `own`. What lies in one of the ranges `except`, which are in order,
/// is a wall, and so is an address.
pub(super) fn tokens(text: &str, own: Tongues, except: &[Range<usize>]) -> Vec<Token> {
    let tokens = Vec::with_capacity(text.len() / 5);
    let mut cutter = Cutter { text, own, tokens, lower: String::new(), joined: false };
    let mut at = 0;
    let mut walls = except.iter().filter(|wall| wall.start < wall.end).peekable();
    while let Some(first) = text[at..].chars().next() {
        while walls.next_if(|wall| wall.end <= at).is_some() {}
        let end = match walls.peek() {
            Some(wall) if wall.start <= at => {
                cutter.put(at, text.ceil_char_boundary(wall.end.min(text.len())), Kind::Wall)
            }
            _ if first.is_whitespace() => {
                cutter.joined = false;
                at + first.len_utf8()
            }
            _ => cutter.token(at, first),
        };
        at = end;
    }
    cutter.tokens
}

struct Cutter<'t> {
    text: &'t str,
    own: Tongues,
    tokens: Vec<Token>,
    /// The word at hand in lower case.
    lower: String,
    joined: bool,
}

impl Cutter<'_> {
    /// Puts the token that begins at `at` with `first`, and gives its end.
    fn token(&mut self, at: usize, first: char) -> usize {
        if !self.joined
            && let Some(length) = address(&self.text[at..])
        {
            return self.put(at, at + length, Kind::Wall);
        }
        let rest = &self.text[at..];
        if first.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let value = rest[..digits.min(9)].bytes().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
            return self.put(at, at + digits, Kind::Number(value, digits));
        }
        if !first.is_alphabetic() {
            return self.put(at, at + first.len_utf8(), Kind::Mark(first));
        }
        if is_ideograph(first) {
            return self.put(at, at + first.len_utf8(), Kind::Mark(first));
        }
        let length = rest.find(|c: char| !c.is_alphabetic() || is_ideograph(c)).unwrap_or(rest.len());
        let word = self.word(&rest[..length], first);
        self.put(at, at + length, word)
    }

    fn put(&mut self, start: usize, end: usize, kind: Kind) -> usize {
        self.tokens.push(Token { at: start..end, kind, joined: self.joined });
        self.joined = true;
        end
    }

    fn word(&mut self, word: &str, first: char) -> Kind {
        self.lower.clear();
        // No word that matters is longer.
        if word.len() <= 24 {
            if word.is_ascii() {
                self.lower.push_str(word);
                self.lower.make_ascii_lowercase();
            } else {
                self.lower.extend(word.chars().flat_map(char::to_lowercase));
            }
        }
        let named = months::named(&self.lower).unwrap_or_default();
        Kind::Word(Word { named, cue: self.own.cue(&self.lower), capital: first.is_uppercase() })
    }
}

/// Chinese, Japanese and Korean letters, which part no words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}')
}

/// The length of an address, a DOI or a mailbox that `text` begins with.
fn address(text: &str) -> Option<usize> {
    let length = text.find(char::is_whitespace).unwrap_or(text.len());
    let chunk = &text[..length];
    let is_address = chunk.contains("://")
        || chunk.contains('@')
        || chunk.trim_start_matches(['(', '<', '[']).starts_with("www.")
        || chunk.trim_start_matches(['(', '<', '[']).starts_with("10.") && chunk.contains('/')
        || chunk.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("doi:"));
    is_address.then_some(length)
}
