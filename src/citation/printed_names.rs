//! The words of names as they are printed around a year: where a name may begin, what may stand in it, and what stands
//! before it.

use std::ops::Range;

use crate::bibliography::names_cities;
use crate::language::{Citing, INTRODUCES, JOINS, OTHERS, Vocabulary, joins, row};
use crate::names::run_together;

/// A name of more words is none.
pub(super) const NAME: usize = 16;

/// Words inside a name that begin with a small letter.
static WITHIN_NAME: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::WithinName));
/// Words that say that what stands before a year is no name of an author.
static NO_AUTHOR: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::NoAuthor));

/// What a bracket abbreviates before it cites: "language models (LM, Vaswani et al. 2017)", "genetic traces (eDNA, Lind
/// 2017)".
pub(super) fn is_short_form(before: &str) -> bool {
    let word = before.trim_end_matches(',').as_bytes();
    let are_large = (2..=5).contains(&word.len()) && word.iter().all(u8::is_ascii_uppercase);
    let is_mixed = word.first().is_some_and(u8::is_ascii_lowercase)
        && word.iter().all(u8::is_ascii_alphanumeric)
        && word.iter().any(u8::is_ascii_uppercase);
    are_large || is_mixed
}

/// Whether words end with what stands between two names, so that the next name is not alone.
pub(super) fn joins_names(before: &str) -> bool {
    let (first, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let behind_a_name = first.rsplit(' ').next().is_some_and(opens_a_name);
    behind_a_name && joins(last)
}

/// `See Park` and `Sumber: Kompas` begin with a capital letter, too.
pub(super) fn behind_introduction(words: &str, start: usize, end: usize) -> usize {
    let first = word_at(words, start, end);
    let next = start + first.len();
    let goes_on = words[next..end].starts_with(' ');
    if goes_on && introduces(first) { next + 1 } else { start }
}

pub(super) fn introduces(prefix: &str) -> bool {
    let first = prefix.split(' ').next().unwrap_or_default();
    INTRODUCES.has(&run_together(first))
}

pub(super) fn word_starts(words: &str, range: &Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
    let (start, text) = (range.start, &words[range.clone()]);
    std::iter::once(start).chain(text.match_indices(' ').map(move |(at, _)| start + at + 1))
}

pub(super) fn word_at(words: &str, start: usize, end: usize) -> &str {
    words[start..end].split(' ').next().unwrap_or_default()
}

/// Whether a word may stand in a name: it has a capital letter, is the name of a site, or joins two such words.
pub(super) fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    opens_a_name(word) || JOINS.has(word) || WITHIN_NAME.has(bare) || OTHERS.has(bare)
}

pub(super) fn opens_a_name(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let site = bare.split('.').count() > 1 && bare.split('.').all(|part| part.len() >= 2);
    bare.chars().any(char::is_uppercase) || site
}

/// Whether words before a year are the name of an author, as far as can be told without a bibliography.
pub(super) fn looks_like_a_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    // "May–September 2020" is no name either.
    let is_month = |word: &str| crate::time::month_named(word.trim_matches(['.', ','])).is_some();
    let stops = |word: &&str| {
        let folded = run_together(word);
        NO_AUTHOR.has(&folded) || word.split(['-', '–', '/']).any(is_month)
    };
    let all_names = words.iter().all(|word| is_name_word(word));
    words.len() <= NAME && !name.contains(':') && all_names && opens_a_name(words[0]) && !words.iter().any(stops)
}

/// Whether a name is that of a place, a body of states, a product or a norm, which a year may stand behind as well:
/// `(Rome 1960)`, `(Q1 2020)`.
pub(super) fn is_thing(name: &str) -> bool {
    let court = |word: &str| {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        capitals > 2 && word.chars().any(char::is_lowercase) && !word.contains(['.', '-'])
    };
    let is_named = || crate::atlas::named(name).is_some_and(|(end, _)| end == name.len());
    name.contains(|c: char| c.is_ascii_digit()) || name.split(' ').any(court) || names_cities(name) || is_named()
}

/// A place without white space at its ends.
pub(super) fn trimmed(words: &str, range: Range<usize>) -> Range<usize> {
    let text = &words[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start.max(range.start + text.trim_end().len())
}
