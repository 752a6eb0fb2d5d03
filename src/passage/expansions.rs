//! Names that letters stand for, where the same letters are told to stand for two that differ in one word: "Harbour
//! Toll Council (HTC)", and later "Harbour Tax Council (HTC)".
//!
//! Read are letters in brackets behind the words, and words in brackets behind the letters, one letter a word; a word
//! with capitals inside is taken for several. Another number, another ending, a hyphen or capitals make no other name.

use std::collections::BTreeMap;
use std::ops::Range;

use super::spellings::{Recurring, Spelling};
use crate::names::run_together;

/// Letters that stand for a name.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=8;
/// A name has so many bytes at most.
const NAME: usize = 120;
/// Words that differ begin with other letters than so many.
const STEM: usize = 5;

/// The names that the same letters stand for, and that differ in one word.
pub(crate) fn torn(texts: &[&str]) -> Vec<Recurring> {
    let mut of: BTreeMap<&str, Vec<(Vec<String>, Spelling)>> = BTreeMap::new();
    for (number, text) in texts.iter().enumerate() {
        for (open, _) in text.match_indices('(') {
            let Some((letters, name)) = explained(text, open) else { continue };
            let words: Vec<String> =
                parts(&text[name.clone()]).map(|at| run_together(&text[name.clone()][at])).collect();
            let names = of.entry(letters).or_default();
            if names.len() > 2 {
                continue;
            }
            if let Some((_, spelling)) = names.iter_mut().find(|(other, _)| *other == words) {
                spelling.places.push((number, name));
            } else {
                let spelling = Spelling { name: text[name.clone()].to_owned(), places: vec![(number, name)] };
                names.push((words, spelling));
            }
        }
    }
    let two = of.into_values().filter_map(|names| <[_; 2]>::try_from(names).ok());
    let torn = two.filter(|[(one, _), (other, _)]| differ_in_one(one, other));
    torn.map(|[(_, one), (_, other)]| Recurring::of(vec![one, other])).collect()
}

/// The letters that a bracket explains or that explain it, and where the words are that they stand for.
fn explained(text: &str, open: usize) -> Option<(&str, Range<usize>)> {
    let behind = &text[open + 1..text.floor_char_boundary(open + 1 + NAME)];
    let inside = &behind[..behind.find(')')?];
    let from = text.ceil_char_boundary(open.saturating_sub(NAME));
    let before = text[from..open].trim_end();
    if is_letters(inside) {
        let words: Vec<Range<usize>> = parts(before).collect();
        let first = words.get(words.len().checked_sub(inside.len())?)?.start;
        return stands_for(inside, &before[first..]).then_some((inside, from + first..from + before.len()));
    }
    let start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| before.ceil_char_boundary(at + 1));
    let letters = &before[start..];
    (is_letters(letters) && stands_for(letters, inside)).then_some((letters, open + 1..open + 1 + inside.len()))
}

fn is_letters(word: &str) -> bool {
    LETTERS.contains(&word.len()) && word.bytes().all(|c| c.is_ascii_uppercase())
}

/// Whether each of so many letters is the first one of a word.
fn stands_for(letters: &str, words: &str) -> bool {
    let firsts = parts(words).filter_map(|at| words[at].chars().next());
    words.split(' ').all(|word| word.starts_with(char::is_alphabetic))
        && firsts.flat_map(char::to_uppercase).eq(letters.chars())
}

/// The words of a name: those of "Toll Council" are two, and so are those of `TollCouncil`.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphabetic)?;
        let mut inside = text[start..].char_indices().skip(1).scan(false, |was_small, (at, c)| {
            let ends = !c.is_alphabetic() || *was_small && c.is_uppercase();
            *was_small = c.is_lowercase();
            Some((at, ends))
        });
        end = inside.find(|(_, ends)| *ends).map_or(text.len(), |(at, _)| start + at);
        Some(start..end)
    })
}

fn differ_in_one(one: &[String], other: &[String]) -> bool {
    let mut differing = one.iter().zip(other).filter(|(one, other)| one != other);
    let (Some((one_word, other_word)), None) = (differing.next(), differing.next()) else { return false };
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let is_ending = one_word.starts_with(other_word.as_str()) || other_word.starts_with(one_word.as_str());
    one.len() == other.len() && !is_ending && stem(one_word) != stem(other_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_one_name() {
        for (texts, expected) in [
            (["The Harbour Toll Council (HTC) met.", "The Harbour Tax Council (HTC) met."], true),
            (["The HTC (Harbour Toll Council) met.", "HarbourTaxCouncil (HTC) met."], true),
            // The same; another ending; another language; other letters.
            (["The Harbour Toll Council (HTC) met.", "The harbour toll council (HTC) met."], false),
            (["The Harbour Toll Council (HTC) met.", "The Harbour Tolls Council (HTC) met."], false),
            (["The Harbour Toll Council (HTC) met.", "The Hafen Toll Commission (HTC) met."], false),
            (["The Harbour Toll Council (HTC) met.", "The Sound Toll Council (STC) met."], false),
        ] {
            assert_eq!(torn(&texts).len() == 1, expected, "{texts:?}");
        }
    }
}
