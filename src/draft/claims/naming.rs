//! What a date or a number of a sentence is called: by the words of the clause around it.

use std::ops::Range;

use super::Passage;
use crate::language::Vocabulary;

/// The most words of a name that is taken from a sentence, and the fewest that are one.
const WORDS: usize = 8;
const FEWEST: usize = 2;

/// Words that lead to a date.
pub(super) static LEADS: Vocabulary = Vocabulary::of(|language| language.before_dates);

/// What happened on a date: the clause around that part of a sentence, the part itself left out.
pub(super) fn around(passage: &Passage<'_>, part: &Range<usize>) -> String {
    let [before, after] = clause(passage, part);
    let words = [before, after].concat();
    if words.len() < FEWEST { String::new() } else { tidy(&words.join(" ")) }
}

/// What is counted: the same, with a sign where the number stands among the words, which are none without it.
pub(super) fn counted(passage: &Passage<'_>, part: &Range<usize>) -> String {
    let [before, after] = clause(passage, part).map(|words| (words.len(), words.join(" ")));
    if before.0 + after.0 < FEWEST {
        return String::new();
    }
    let gap = if before.0 == 0 || after.0 == 0 { "" } else { " … " };
    tidy(&[before.1, after.1].join(gap))
}

/// The words of the clause before a part of a sentence and behind it.
fn clause<'m>(passage: &Passage<'m>, part: &Range<usize>) -> [Vec<&'m str>; 2] {
    let (before, after) = sides(passage, part);
    // A clause may be as long as the paper.
    let lead = |word: &&str| LEADS.has(&word.to_lowercase());
    let mut before: Vec<&str> = before.split_whitespace().rev().skip_while(lead).take(WORDS).collect();
    before.reverse();
    // What follows a comma belongs to a date that opens its clause, and else to the next clause.
    let after = if before.len() < FEWEST { after.trim_start_matches([',', ' ']) } else { after };
    let end = clause_ends(after).next().unwrap_or(after.len());
    let after: Vec<&str> = after[..end].split_whitespace().take(WORDS).collect();
    let behind = if before.len() >= WORDS { 0 } else { (WORDS - before.len()).min(after.len()) };
    let ahead = before.len().min(WORDS - behind.min(WORDS));
    [before.split_off(before.len() - ahead), after[..behind].to_vec()]
}

/// A number with what it counts: the words of the clause from it on, its share in brackets left out.
pub(super) fn from_on(passage: &Passage<'_>, part: &Range<usize>) -> String {
    let (number, behind) = passage.text()[part.start..].split_at(part.len());
    let bracket = behind.trim_start().strip_prefix('(').and_then(|share| share.split_once(')'));
    let behind = bracket.map_or(behind, |(_, behind)| behind);
    let end = clause_ends(behind).next().unwrap_or(behind.len());
    let words: Vec<&str> = number.split_whitespace().chain(behind[..end].split_whitespace()).take(WORDS).collect();
    if words.len() < FEWEST { String::new() } else { tidy(&words.join(" ")) }
}

/// The words of the clause before a part of a sentence, and all behind it.
fn sides<'m>(passage: &Passage<'m>, part: &Range<usize>) -> (&'m str, &'m str) {
    let text = passage.text();
    let before = &text[..part.start];
    let start = clause_ends(before).next_back().map_or(0, |end| text.ceil_char_boundary(end + 1));
    (&before[start..], &text[part.end..])
}

/// Where clauses end in a text, but for the commas of numbers.
fn clause_ends(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let in_number =
        move |at: usize| is_digit(text.as_bytes().get(at + 1)) && at > 0 && is_digit(text.as_bytes().get(at - 1));
    let ends = |c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”');
    text.char_indices().filter(move |&(at, c)| ends(c) && !(c == ',' && in_number(at))).map(|(at, _)| at)
}

/// Words without the punctuation at their ends.
fn tidy(words: &str) -> String {
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

pub(super) fn first_words(text: &str) -> String {
    tidy(&text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" "))
}
