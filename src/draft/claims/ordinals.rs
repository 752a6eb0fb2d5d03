//! What sentences number as they open, one after the other, "A third study …", "A sixth study …", "A fifth study …":
//! an ordinal that is another one than its place in the row, where nothing is told to have that place.
//!
//! A row begins with the first of its things and counts up. It may be of one noun, across the manuscript, or of
//! whatever the sentences of one paragraph number: "The second asks … The fourth asks …".

use std::collections::BTreeMap;
use std::ops::Range;

use super::listed::{tie, words};
use super::statements::Told;
use super::{Passage, naming};
use crate::document::Block;
use crate::language::{Numbers, Vocabulary, of_code};

static PREPOSITIONS: Vocabulary = Vocabulary::of(|language| language.prepositions);
static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);

/// An ordinal stands among so many words from the start of its sentence.
const OPENING: usize = 3;
/// A noun has so many letters at least and is known by so many; what has fewer may be an article.
const LETTERS: usize = 4;
const STEM: usize = 5;
/// So many things in a row have to be right before the last one tells something, fewer in one paragraph.
const ROW: u32 = 3;
const IN_PARAGRAPH: u32 = 2;
/// So many ordinals at most are looked for in the rest of the text, or of their paragraph.
const ROWS: usize = 16;

/// An ordinal that opens a sentence: the number of its passage, where it stands, and what it is.
type Ordinal = (usize, Range<usize>, u32);

/// Tells the place that a thing has in its row as another value of its ordinal.
pub(super) fn tie_ordinals(passages: &[Passage<'_>], told: &mut [Told], blocks: &[Block], language: &str) {
    let Some(language) = of_code(language) else { return };
    let numbers = &language.numbers;
    let mut of_nouns: BTreeMap<String, Vec<Ordinal>> = BTreeMap::new();
    let mut of_blocks: BTreeMap<usize, Vec<Ordinal>> = BTreeMap::new();
    for (number, passage) in passages.iter().enumerate() {
        let Some((ordinal, place, noun)) = opening(passage.text(), numbers) else { continue };
        of_blocks.entry(passage.block).or_default().push((number, place.clone(), ordinal));
        if let Some(noun) = noun {
            of_nouns.entry(noun).or_default().push((number, place, ordinal));
        }
    }
    let of_nouns = of_nouns.iter().flat_map(|(noun, row)| misplaced(row, ROW).map(move |it| (noun, it)));
    for (noun, (before, own)) in of_nouns.take(ROWS) {
        if !blocks.iter().any(|block| tells(&block.words, before.2 + 1, Some(noun), numbers)) {
            correct(passages, told, before, own);
        }
    }
    for (block, row) in &of_blocks {
        for (before, own) in misplaced(row, IN_PARAGRAPH).take(ROWS) {
            if !tells(&blocks[*block].words, before.2 + 1, None, numbers) {
                correct(passages, told, before, own);
            }
        }
    }
}

fn correct(passages: &[Passage<'_>], told: &mut [Told], before: &Ordinal, own: &Ordinal) {
    if told[own.0].amounts.iter().all(|it| it.at != own.1) {
        let name = format!("what follows {}", naming::from_on(&passages[before.0], &before.1));
        tie(told, &name, (own.0, own.1.clone(), own.2), (before.0, before.1.clone(), before.2 + 1));
    }
}

/// The ordinals that are not the next one behind those before them, each with the one before it: where the one behind
/// them is the next but one, or the last ones behind so many.
fn misplaced(row: &[Ordinal], most: u32) -> impl Iterator<Item = (&Ordinal, &Ordinal)> {
    row.chunk_by(|_, next| next.2 != 1).filter(|run| run[0].2 == 1).filter_map(move |run| {
        let right = run.iter().zip(1..).take_while(|(it, place)| it.2 == *place).count();
        let (before, own) = (&run[right - 1], run.get(right)?);
        let is_skip = match run.get(right + 1) {
            Some(next) => next.2 == before.2 + 2 && own.2 != before.2,
            None => own.2 == before.2 + 2 && before.2 >= most,
        };
        is_skip.then_some((before, own))
    })
}

/// The ordinal that a sentence opens with behind no more than an article and a preposition, and the noun that it
/// numbers: "In a third study", "Studi ketiga".
fn opening(text: &str, numbers: &Numbers) -> Option<(u32, Range<usize>, Option<String>)> {
    let all: Vec<Range<usize>> = words(text).take(OPENING + LETTERS).collect();
    let small = |at: &Range<usize>| text[at.clone()].to_lowercase();
    let at = all.iter().take(OPENING).position(|at| numbers.ordinal(&small(at)).is_some())?;
    let ordinal = numbers.ordinal(&small(&all[at]))?;
    let is_small = |at: &Range<usize>| text[at.clone()].chars().count() < LETTERS || PREPOSITIONS.has(&small(at));
    let [lead @ .., before] = &all[..at] else { return Some((ordinal, all[at].clone(), noun(text, &all[at..]))) };
    let noun = if is_small(before) { noun(text, &all[at..]) } else { stem(&small(before)) };
    lead.iter().all(is_small).then(|| (ordinal, all[at].clone(), noun))
}

/// The noun right behind an ordinal, the first of these words: "third study", "third and last study".
fn noun(text: &str, all: &[Range<usize>]) -> Option<String> {
    let small = |at: &Range<usize>| text[at.clone()].to_lowercase();
    let joins = all.get(1).is_some_and(|at| AND.has(&small(at)));
    let noun = all.get(if joins { 3 } else { 1 })?;
    let is_free = text[all[0].end..noun.start].chars().all(|c| c.is_alphabetic() || c == ' ');
    stem(&small(noun)).filter(|_| is_free)
}

fn stem(word: &str) -> Option<String> {
    (word.chars().count() >= LETTERS).then(|| word.chars().take(STEM).collect())
}

/// Whether a text numbers something so, of that noun if there is one: as "third", or as "study 3".
fn tells(text: &str, number: u32, noun: Option<&String>, numbers: &Numbers) -> bool {
    let all: Vec<String> = words(text).map(|at| text[at].to_lowercase()).collect();
    let is_it = |word: &String| {
        numbers.ordinal(word) == Some(number)
            || word.trim_end_matches(char::is_alphabetic).parse() == Ok(number)
            || noun.is_none() && numbers.own_numeral(word) == Some(number)
    };
    (0..all.len()).filter(|at| is_it(&all[*at])).any(|at| {
        let beside = &all[at.saturating_sub(1)..all.len().min(at + OPENING + 1)];
        noun.is_none_or(|noun| beside.iter().any(|word| word.starts_with(noun.as_str())))
    })
}
