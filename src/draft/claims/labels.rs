//! What headings and items number by a word of theirs, "Step 1: …" to "Step 5: …", against what sentences tell of it:
//! "six steps", "the sixth step".
//!
//! Only a number that is one too high is told, and only where it is told once: fewer may be some of them, and what lies
//! further off, or is told again, is of something else.

use std::collections::BTreeMap;
use std::ops::Range;

use super::listed::{tie, words};
use super::statements::Told;
use super::{Passage, naming};
use crate::document::{Block, Kind};
use crate::language::{Numbered, Numbers, Vocabulary, of_code, row};

/// What is numbered in other ways, and read elsewhere.
static SECTIONS: Vocabulary = Vocabulary::of(|language| row(language.numbered, &Numbered::Section));

/// So many things are numbered at least, and at most.
const FEWEST: usize = 3;
const MOST: usize = 12;
/// Things of so many kinds are looked for.
const KINDS: usize = 16;
/// So many letters of two words are the same, and so many at most follow.
const STEM: usize = 4;
const ENDING: usize = 3;
/// What is counted stands within so many words behind its number.
const BEHIND: usize = 3;

/// What is numbered: its word, how many there are, and the block of the last one.
struct Series {
    word: String,
    count: u32,
    last: usize,
}

/// Tells how many things are numbered as another value of the number that a sentence tells of them.
pub(super) fn tie_labels(passages: &[Passage<'_>], told: &mut [Told], blocks: &[Block], language: &str) {
    let Some(language) = of_code(language) else { return };
    for series in series(blocks).into_iter().take(KINDS) {
        let tells = |passage: &Passage<'_>| said(passage.text(), &series, &language.numbers);
        let mut said = passages.iter().enumerate().filter_map(|(at, passage)| Some((at, tells(passage)?)));
        let labelled = passages.iter().position(|passage| passage.block >= series.last);
        if let (Some((at, place)), None, Some(labelled)) = (said.next(), said.next(), labelled) {
            let last = (labelled, 0..passages[labelled].range.len(), series.count);
            if told[at].amounts.iter().all(|it| it.at != place) {
                let name = naming::from_on(&passages[at], &place);
                tie(told, &name, (at, place, series.count + 1), last);
            }
        }
    }
}

/// What blocks number from one on without a gap.
fn series(blocks: &[Block]) -> Vec<Series> {
    let mut numbered: BTreeMap<String, BTreeMap<u32, usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, it)| matches!(it.kind, Kind::Heading(_) | Kind::Item)) {
        if let Some((word, number)) = label(&block.words) {
            numbered.entry(word).or_default().entry(number).or_insert(at);
        }
    }
    let whole = |(word, of): (String, BTreeMap<u32, usize>)| {
        let (count, last) = of.last_key_value().map(|(count, last)| (*count, *last))?;
        let is_whole = (FEWEST..=MOST).contains(&of.len()) && of.keys().copied().eq(1..=count);
        is_whole.then_some(Series { word, count, last })
    };
    numbered.into_iter().filter_map(whole).collect()
}

/// The word and the number that a block opens with: "Step 4: …", "PASSO #4".
fn label(text: &str) -> Option<(String, u32)> {
    let (word, behind) = text.split_once([' ', '\u{a0}'])?;
    let behind = behind.trim_start_matches('#');
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let is_word = word.chars().count() >= STEM && word.chars().all(char::is_alphabetic);
    let is_label = behind[end..].chars().next().is_none_or(|c| matches!(c, ' ' | ':' | '.' | ')' | '–' | '—'));
    let word = word.to_lowercase();
    (is_word && is_label && !SECTIONS.has(&word)).then_some((word, behind[..end].parse().ok()?))
}

/// Where a text tells that there is one more than there are: "six steps", "the sixth step".
fn said(text: &str, series: &Series, numbers: &Numbers) -> Option<Range<usize>> {
    let all: Vec<Range<usize>> = words(text).collect();
    let wanted = series.count + 1;
    (0..all.len()).find_map(|at| {
        let small = text[all[at].clone()].to_lowercase();
        let is_count = numbers.own_numeral(&small) == Some(wanted) || small.parse() == Ok(wanted);
        let is_number = is_count || numbers.ordinal(&small) == Some(wanted);
        let behind = all.get(at + 1..)?.iter().take(BEHIND);
        let mut nouns = behind.take_while(|noun| !text[all[at].end..noun.start].contains([',', '.', ';', ':', '(']));
        (is_number && nouns.any(|noun| is_akin(&text[noun.clone()], &series.word))).then(|| all[at].clone())
    })
}

/// Whether two words are forms of one: "step", "steps"; "study", "studies".
fn is_akin(one: &str, other: &str) -> bool {
    let one = one.to_lowercase();
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    same >= STEM && one.chars().count().max(other.chars().count()) - same <= ENDING
}
