//! What a manuscript numbers itself, and where it sends its readers by those numbers: "see Table 4".
//!
//! Read are whole numbers in digits: tables and figures by their captions, sections by their headings. Left out is what
//! may be of another work: a sentence that cites, "Supplementary Table 5", "her Figure 3", "Table 2 of the appendix".

use std::collections::BTreeSet;
use std::ops::Range;

use super::manuscript::Manuscript;
use crate::document::{Block, Kind, Marked};
use crate::language::{Meanings, Numbered, Vocabulary, rows};

static NUMBERED: Meanings<Numbered> = Meanings::of(|language| rows(language.numbered));
/// What tells of which thing the one before it is part.
static PREPOSITIONS: Vocabulary = Vocabulary::of(|language| language.prepositions);

/// So many words stand in a line of the contents before what it numbers.
const CONTENTS: usize = 4;

/// Numbers of more digits are years and articles of law.
const DIGITS: usize = 3;

/// The numbers that a manuscript gives to what is of one kind.
#[derive(Debug)]
pub(crate) struct Series {
    /// What it numbers.
    pub(crate) what: Numbered,
    /// The numbers, each with the block that bears it.
    pub(crate) given: Vec<(u32, usize)>,
    /// Where sentences send their readers there: the number, the sentence by its own, and the place in that.
    pub(crate) mentions: Vec<(u32, usize, Range<usize>)>,
}

impl Series {
    /// The series of a manuscript that count from one without a gap.
    pub(crate) fn all(manuscript: &Manuscript) -> Vec<Series> {
        let mut all = Numbered::SERIES.map(|what| Series { what, given: Vec::new(), mentions: Vec::new() });
        let of = |what: Numbered| Numbered::SERIES.iter().position(|series| *series == what);
        for (number, block) in manuscript.blocks.iter().enumerate() {
            // A caption may stand in a paragraph, too: "Figure 3: Tolls".
            let within = mentions(&block.words).filter(|it| it.behind.starts_with(':')).map(|it| (it.what, it.number));
            for (what, given) in captioned(&block.words).or_else(|| headed(block)).into_iter().chain(within) {
                if let Some(series) = of(what) {
                    all[series].given.push((given, number));
                }
            }
        }
        for (number, sentence) in manuscript.sentences.iter().enumerate() {
            let kind = &manuscript.blocks[sentence.block].kind;
            if !sentence.citations.is_empty() || !matches!(kind, Kind::Paragraph | Kind::Item) {
                continue;
            }
            for it in mentions(manuscript.words(sentence)).filter(Mention::is_own) {
                if let Some(series) = of(it.what) {
                    all[series].mentions.push((it.number, number, it.at.clone()));
                }
            }
        }
        let mut all = Vec::from(all);
        all.retain_mut(|series| {
            series.given.sort_unstable();
            let numbers: BTreeSet<u32> = series.given.iter().map(|(number, _)| *number).collect();
            // Of sections one alone may be the number of something else.
            let fewest = if series.what == Numbered::Section { 2 } else { 1 };
            numbers.len() >= fewest && numbers.into_iter().eq(1..=series.last())
        });
        all
    }

    /// The highest number that is given.
    pub(crate) fn last(&self) -> u32 {
        self.given.last().map_or(0, |(number, _)| *number)
    }
}

/// Keys of cross-references in a manuscript that nothing in it has, each with its block and its place in that.
pub(crate) fn without_target(manuscript: &Manuscript) -> impl Iterator<Item = (&str, usize, Range<usize>)> {
    manuscript.blocks.iter().enumerate().flat_map(|(number, block)| {
        block.marks.iter().filter_map(move |mark| match &mark.what {
            Marked::Dangling(key) => Some((key.as_str(), number, mark.range.clone())),
            _ => None,
        })
    })
}

/// A number with the word for what it numbers.
struct Mention<'t> {
    what: Numbered,
    number: u32,
    at: Range<usize>,
    before: &'t str,
    behind: &'t str,
}

impl Mention<'_> {
    /// Whether nothing beside it says that it is another work's.
    fn is_own(&self) -> bool {
        let last = self.before.split_whitespace().next_back().unwrap_or_default();
        let next = self.behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_elsewhere = meaning(last) == Some(Numbered::Elsewhere);
        // "LIST OF FIGURES 8" is a line of the contents, with its page.
        let is_contents = self.behind.is_empty() && self.before.split_whitespace().count() < CONTENTS;
        !is_contents
            && !is_elsewhere
            && !last.ends_with("'s")
            && !last.ends_with("’s")
            && !PREPOSITIONS.has(&next.to_lowercase())
    }
}

/// The numbers in a text with the words for what they number.
fn mentions(text: &str) -> impl Iterator<Item = Mention<'_>> {
    let starts = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    starts.filter_map(|at| {
        let before = text[..at].trim_end_matches([' ', '\u{a0}', '.']);
        let word = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |end| text.ceil_char_boundary(end + 1));
        let what = meaning(&before[word..]).filter(|what| *what != Numbered::Elsewhere && before.len() < at)?;
        let digits = text[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - at);
        let behind = &text[at + digits..];
        let goes_on = behind.strip_prefix(['.', '-', '–', ',']).unwrap_or(behind);
        let is_code = goes_on.starts_with(char::is_alphanumeric);
        let number = text[at..at + digits].parse().ok().filter(|_| digits <= DIGITS && !is_code)?;
        Some(Mention { what, number, at: word..at + digits, before: text[..word].trim_end(), behind })
    })
}

fn meaning(word: &str) -> Option<Numbered> {
    NUMBERED.meaning(&word.to_lowercase())
}

/// What a caption numbers: it opens with that, and goes on as no sentence does.
fn captioned(words: &str) -> Option<(Numbered, u32)> {
    let first = mentions(words).next().filter(|it| it.before.is_empty())?;
    let is_sentence = first.behind.starts_with(' ') && first.behind.trim_start().starts_with(char::is_lowercase);
    (!is_sentence && first.what != Numbered::Section).then_some((first.what, first.number))
}

/// The number of a heading: "3. Tolls".
fn headed(block: &Block) -> Option<(Numbered, u32)> {
    let digits = block.words.split(['.', ' ']).next().filter(|_| matches!(block.kind, Kind::Heading(_)))?;
    let number = digits.parse().ok().filter(|_| digits.len() < DIGITS)?;
    Some((Numbered::Section, number))
}
