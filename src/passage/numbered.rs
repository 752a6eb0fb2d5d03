//! What a manuscript numbers itself, and where it sends its readers by those numbers: "see Table 4".
//!
//! Read are numbers in digits: tables and figures by their captions, sections by their headings, to any depth. Left out
//! is what may be of another work: one that is cited before it or right behind it, "Supplementary Table 5", "her Figure
//! 3", "Table 2 of the appendix".

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::manuscript::Manuscript;
use crate::document::{Block, Kind, Marked};
use crate::language::{Meanings, Numbered, Vocabulary, rows};

static NUMBERED: Meanings<Numbered> = Meanings::of(|language| rows(language.numbered));
/// What tells of which thing the one before it is part.
static PREPOSITIONS: Vocabulary = Vocabulary::of(|language| language.prepositions);

/// What an abstract is headed by, which nobody numbers.
static ABSTRACTS: Vocabulary = Vocabulary::of(|language| language.abstracts);

/// So many words stand in a line of the contents before what it numbers.
const CONTENTS: usize = 4;

/// Numbers of more digits are years and articles of law.
const DIGITS: usize = 3;

/// A work that is cited within so many bytes behind a number may be the one that has it.
const CITED: usize = 40;

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
            let within = mentions(&block.words).filter(|it| it.behind.starts_with(':'));
            let within = within.filter_map(|it| Some((it.what, it.whole()?)));
            for (what, given) in captioned(&block.words).or_else(|| headed(block)).into_iter().chain(within) {
                if let Some(series) = of(what) {
                    all[series].given.push((given, number));
                }
            }
        }
        for (sentence, it) in own(manuscript) {
            if let Some((series, number)) = of(it.what).zip(it.whole()) {
                all[series].mentions.push((number, sentence, it.at));
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

/// A part of a section that sentences send their readers to, and that the section does not have.
#[derive(Debug)]
pub(crate) struct Missing {
    /// The sentence, by its number, and the place in it.
    pub(crate) sentence: usize,
    pub(crate) at: Range<usize>,
    /// The number of the last part that is there, and the block of its heading.
    pub(crate) last: String,
    pub(crate) heading: usize,
}

/// The parts of sections that are not there, though their neighbours are, numbered from one on without a gap. Where no
/// heading bears a number, those that a typesetter gives them count, if one of the mentions shows that it does.
pub(crate) fn missing_sections(manuscript: &Manuscript) -> Vec<Missing> {
    let printed = Sections::printed(manuscript);
    let is_printed = !printed.0.is_empty();
    let sections = if is_printed { printed } else { Sections::counted(manuscript) };
    let is_section = |it: &Mention<'_>| it.what == Numbered::Section && !(is_printed && it.path.len() == 1);
    let sent: Vec<(usize, Mention<'_>)> = own(manuscript).filter(|(_, it)| is_section(it)).collect();
    let (there, beyond): (Vec<_>, Vec<_>) =
        sent.into_iter().partition(|(_, it)| sections.last_beside(&it.path).is_none());
    let shows = there.iter().any(|(_, it)| it.path.len() > 1 && sections.has(&it.path));
    if !is_printed && (!shows || beyond.len() > there.len() || !manuscript.unread.is_empty()) {
        return Vec::new();
    }
    let missing = |(sentence, it): (usize, Mention<'_>)| {
        let (last, heading) = sections.last_beside(&it.path)?;
        Some(Missing { sentence, at: it.at, last, heading })
    };
    beyond.into_iter().filter_map(missing).collect()
}

/// The parts of each section, by its number: their own last numbers, each with the block of its heading.
#[derive(Default)]
struct Sections(BTreeMap<Vec<u32>, BTreeMap<u32, usize>>);

impl Sections {
    /// By the numbers that headings bear: "4.1 Tolls".
    fn printed(manuscript: &Manuscript) -> Self {
        let mut sections = Self::default();
        for (number, block) in manuscript.blocks.iter().enumerate() {
            if matches!(block.kind, Kind::Heading(_))
                && let Some((path, _)) = path(&block.words)
            {
                sections.add(path, number);
            }
        }
        sections
    }

    /// By the places of headings among those of their levels, of which the highest has several.
    fn counted(manuscript: &Manuscript) -> Self {
        let counts = |block: &Block| !manuscript.preface.holds(block) && !ABSTRACTS.has(&block.words.to_lowercase());
        let headings = manuscript.blocks.iter().enumerate().filter(|(_, block)| counts(block));
        let level = |(number, block): (usize, &Block)| match block.kind {
            Kind::Heading(level) => Some((level, number)),
            _ => None,
        };
        let headings: Vec<(u8, usize)> = headings.filter_map(level).collect();
        let mut sections = Self::default();
        let times = |it: u8| headings.iter().filter(|(level, _)| *level == it).count();
        let Some(top) = (1..=6).find(|it| times(*it) > 1) else { return sections };
        let mut counts: Vec<u32> = Vec::new();
        for (level, heading) in headings {
            if let Some(depth) = level.checked_sub(top) {
                counts.resize(usize::from(depth) + 1, 0);
                *counts.last_mut().expect("it has a level") += 1;
                sections.add(counts.clone(), heading);
            }
        }
        sections
    }

    fn add(&mut self, mut path: Vec<u32>, heading: usize) {
        if let Some(own) = path.pop() {
            self.0.entry(path).or_default().entry(own).or_insert(heading);
        }
    }

    fn has(&self, path: &[u32]) -> bool {
        path.split_last().is_some_and(|(own, of)| self.0.get(of).is_some_and(|parts| parts.contains_key(own)))
    }

    /// The last part beside one that is not there, where there are several, from one on without a gap.
    fn last_beside(&self, path: &[u32]) -> Option<(String, usize)> {
        let (own, of) = path.split_last()?;
        let parts = self.0.get(of).filter(|parts| parts.len() > 1 && parts.contains_key(&1))?;
        let (last, heading) = parts.last_key_value()?;
        // Their own numbers are whole and not below one: so many fill what lies between.
        if parts.contains_key(&0) || *last as usize != parts.len() || own <= last {
            return None;
        }
        let number: Vec<String> = of.iter().chain([last]).map(u32::to_string).collect();
        Some((number.join("."), *heading))
    }
}

/// Where sentences send their readers to parts of the manuscript itself, each with the number of the sentence.
fn own(manuscript: &Manuscript) -> impl Iterator<Item = (usize, Mention<'_>)> {
    let is_told = |block: usize| matches!(manuscript.blocks[block].kind, Kind::Paragraph | Kind::Item);
    let sentences = manuscript.sentences.iter().enumerate().filter(move |(_, sentence)| is_told(sentence.block));
    sentences.flat_map(|(number, sentence)| {
        let first = manuscript.citations[sentence.citations.clone()].first();
        let first = first.map_or(usize::MAX, |it| it.range.start.saturating_sub(sentence.range.start));
        let own = mentions(manuscript.words(sentence)).filter(move |it| it.is_own() && it.at.end + CITED < first);
        own.map(move |it| (number, it))
    })
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
    /// The number, and those of its parts: 4, 2 in "Section 4.2".
    path: Vec<u32>,
    at: Range<usize>,
    before: &'t str,
    behind: &'t str,
}

impl Mention<'_> {
    /// The number, where it is that of no part.
    fn whole(&self) -> Option<u32> {
        if let [number] = self.path[..] { Some(number) } else { None }
    }

    /// Whether nothing beside it says that it is another work's.
    fn is_own(&self) -> bool {
        let last = self.before.split_whitespace().next_back().unwrap_or_default();
        let next = self.behind.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let is_elsewhere = meaning(last) == Some(Numbered::Elsewhere);
        // "LIST OF FIGURES 8" is a line of the contents, with its page.
        let is_contents = self.behind.is_empty() && self.before.split_whitespace().count() < CONTENTS;
        // "Lind (2001), Section 1.7".
        let is_cited = self.before.trim_end_matches(',').ends_with([')', ']']) && self.before.ends_with(',');
        !is_contents
            && !is_elsewhere
            && !is_cited
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
        let (path, length) = path(&text[at..])?;
        let signed =
            before.strip_suffix('§').filter(|_| path.len() > 1).map(|before| (Numbered::Section, before.len()));
        let named = || meaning(&before[word..]).filter(|_| before.len() < at).map(|what| (what, word));
        let (what, start) = signed.or_else(named).filter(|(what, _)| *what != Numbered::Elsewhere)?;
        let behind = &text[at + length..];
        Some(Mention { what, path, at: start..at + length, before: text[..start].trim_end(), behind })
    })
}

/// The number that a text begins with, with those of its parts, and how long it is: "4.2". No code: "4a", "4-2".
fn path(text: &str) -> Option<(Vec<u32>, usize)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    let behind = &text[number.len()..];
    let is_code = behind.strip_prefix(['-', '–', ',', '.']).unwrap_or(behind).starts_with(char::is_alphanumeric);
    let part = |part: &str| part.parse().ok().filter(|_| part.len() <= DIGITS);
    let path: Vec<u32> = number.split('.').map(part).collect::<Option<_>>().filter(|_| !is_code)?;
    Some((path, number.len()))
}

fn meaning(word: &str) -> Option<Numbered> {
    NUMBERED.meaning(&word.to_lowercase())
}

/// What a caption numbers: it opens with that, and goes on as no sentence does.
fn captioned(words: &str) -> Option<(Numbered, u32)> {
    let first = mentions(words).next().filter(|it| it.before.is_empty())?;
    let is_sentence = first.behind.starts_with(' ') && first.behind.trim_start().starts_with(char::is_lowercase);
    (!is_sentence && first.what != Numbered::Section).then_some((first.what, first.whole()?))
}

/// The number of a heading: "3. Tolls".
fn headed(block: &Block) -> Option<(Numbered, u32)> {
    let digits = block.words.split(['.', ' ']).next().filter(|_| matches!(block.kind, Kind::Heading(_)))?;
    let number = digits.parse().ok().filter(|_| digits.len() < DIGITS)?;
    Some((Numbered::Section, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::manuscript::tests::read;

    #[test]
    fn a_part_of_a_section_is_beside_the_others() {
        let printed = "# 1 Ports\n\n## 1.1 Lind\n\n## 1.2 Vell\n\n# 2 Boats\n\n";
        let counted =
            "# Ports\n\n## Lind\n\n## Vell\n\n# Boats\n\n## Sails\n\nSection 1.2 has tolls, Section 2.1 has sails. ";
        for (headings, text, expected) in [
            (printed, "See Section 1.3, and §1.4.", &["Section 1.3", "§1.4"][..]),
            (printed, "See Section 1.2, and §2.4. By Section 1.3 of the Act, it is free.", &[]),
            (printed, "As told by Lind (2001), Section 1.3 has more.", &[]),
            (counted, "See Section 1.3. It stands in Section 7.", &["Section 1.3", "Section 7"]),
            (counted, "See Section 2.", &[]),
            // Nothing says that the sections are counted.
            ("# Ports\n\n# Boats\n\n", "See Section 7.", &[]),
        ] {
            let manuscript = read(&format!("{headings}{text}\n"), "en");
            let found = missing_sections(&manuscript).into_iter();
            let found: Vec<&str> =
                found.map(|it| &manuscript.words(&manuscript.sentences[it.sentence])[it.at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
