//! How a manuscript is laid out: what stands under which heading, which part of it is the bibliography, and on which
//! line a place lies.

use super::{Block, Kind};
use crate::language::{Heading, Vocabulary, row};
use crate::names::is_year;

static BIBLIOGRAPHY: Vocabulary = Vocabulary::of(|language| row(language.headings, &Heading::Bibliography));
/// They do not end a bibliography, whatever their level.
static PARTS: Vocabulary = Vocabulary::of(|language| row(language.headings, &Heading::Part));
static SECTIONS: Vocabulary = Vocabulary::of(|language| row(language.headings, &Heading::Section));
static STATEMENTS: Vocabulary = Vocabulary::of(|language| row(language.headings, &Heading::Statement));
static NOTES: Vocabulary = Vocabulary::of(|language| row(language.headings, &Heading::Notes));

/// So many headings may stand on each other before a word is said.
const NESTED: usize = 8;

/// Whether a line says no more than what a part of a paper is called: "References", "Buku", "Notes".
pub(super) fn is_known_heading(line: &str) -> bool {
    let title = title(line);
    [&BIBLIOGRAPHY, &PARTS, &SECTIONS, &STATEMENTS, &NOTES].iter().any(|known| known.has(&title))
}

/// Whether each block stands where authors speak of themselves and of the making of the paper.
pub(crate) fn in_statements(blocks: &[Block]) -> Vec<bool> {
    let mut open: Option<u8> = None;
    let is_in = |block: &Block| {
        if let Some(level) = level(block).filter(|level| open.is_none_or(|begun| *level <= begun)) {
            open = STATEMENTS.has(&title(&block.words)).then_some(level);
        }
        open.is_some()
    };
    blocks.iter().map(is_in).collect()
}

/// Whether a line heads the notes of a paper.
pub(super) fn heads_notes(line: &str) -> bool {
    NOTES.has(&title(line))
}

/// Whether a line heads the bibliography of a paper.
pub(super) fn heads_bibliography(line: &str) -> bool {
    // "References/Referenties"
    line.split('/').all(|part| BIBLIOGRAPHY.has(&title(part)))
}

/// Under which heading each block stands.
#[derive(Debug)]
pub struct Outline {
    /// For each block, the heading above it, by its number; for a heading the one that it is part of.
    above: Vec<Option<usize>>,
    bibliography: Vec<bool>,
}

impl Outline {
    /// The outline of a manuscript's blocks.
    pub fn new(blocks: &[Block]) -> Self {
        let mut open: Vec<(usize, u8)> = Vec::new();
        let mut list: Option<u8> = None;
        let (mut above, mut bibliography) = (Vec::new(), Vec::new());
        for (number, block) in blocks.iter().enumerate() {
            let level = level(block).filter(|_| list.is_none() || !reads_as_an_entry(block));
            if let Some(level) = level.or(list.filter(|_| ends_a_list(block))) {
                // "Articles" may head a part of the list, or those that a thesis is made of.
                let behind =
                    blocks[number + 1..].iter().take(NESTED).find(|block| !matches!(block.kind, Kind::Heading(_)));
                let part = list.is_some()
                    && PARTS.has(&title(&block.words))
                    && (list.is_some_and(|begun| level > begun) || behind.is_some_and(has_year));
                // A thesis may begin with its list: "Bibliographie" as a part, "Introduction" as a chapter.
                let title = title(&block.words);
                let ends = SECTIONS.has(&title) || STATEMENTS.has(&title);
                if list.is_some_and(|begun| level <= begun || ends) && !part {
                    list = None;
                }
                if is_bibliography(block) {
                    list = Some(level);
                }
                let level = if part { level.max(list.unwrap_or(0) + 1) } else { level };
                open.retain(|(_, above)| *above < level);
                above.push(open.last().map(|(number, _)| *number));
                open.push((number, level));
                bibliography.push(false);
            } else {
                above.push(open.last().map(|(number, _)| *number));
                let listed = list.is_some() && !matches!(block.kind, Kind::Note(_) | Kind::Comment);
                bibliography.push(listed || block.kind == Kind::Entry);
            }
        }
        Self { above, bibliography }
    }

    /// The headings that a block stands under, the highest first, by their numbers among the blocks.
    pub fn path(&self, block: usize) -> Vec<usize> {
        let first = self.above.get(block).copied().flatten();
        let mut path: Vec<usize> = std::iter::successors(first, |heading| self.above[*heading]).collect();
        path.reverse();
        path
    }

    /// Whether a block is part of the bibliography: an entry or a piece of one, but no heading and no note.
    pub fn is_bibliography(&self, block: usize) -> bool {
        self.bibliography.get(block).copied().unwrap_or(false)
    }
}

/// Whether a heading in a list is an entry that was set as one by mistake: long, with a year, and full of marks.
fn reads_as_an_entry(block: &Block) -> bool {
    let marks = block.words.matches([',', '.', ':', ';']).count();
    marks >= 3 && block.words.split_whitespace().count() >= 8 && has_year(block)
}

/// Whether a paragraph says no more than what stands behind a list is called: "Appendix", "Appendix A".
fn ends_a_list(block: &Block) -> bool {
    let title = title(&block.words);
    let bare = title.rsplit_once(' ').filter(|(_, number)| number.len() <= 2).map_or(title.as_str(), |(bare, _)| bare);
    block.kind == Kind::Paragraph && SECTIONS.has(bare)
}

/// Whether four digits stand in a block, as a year does in an entry, or what says that there is none: "(n.d.)".
fn has_year(block: &Block) -> bool {
    block.words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
        || block.words.split_whitespace().any(|word| word.starts_with('(') && is_year(word))
}

/// The level of a heading. A paragraph that says no more than "References" is one too: plain text and PDF have no
/// others.
fn level(block: &Block) -> Option<u8> {
    match block.kind {
        Kind::Heading(level) => Some(level),
        Kind::Paragraph if is_bibliography(block) => Some(2),
        _ => None,
    }
}

fn is_bibliography(block: &Block) -> bool {
    heads_bibliography(&block.words)
}

/// What a heading says, without its number: "VI. DAFTAR PUSTAKA:" is "daftar pustaka".
fn title(words: &str) -> String {
    if words.len() > 80 {
        return String::new();
    }
    let bare = match words.split_once(' ') {
        Some((number, rest)) if is_number(number) => rest,
        // "8.Bibliography"
        _ => words.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.'),
    };
    // "References (APA 7th edition)"
    let bare = bare.split_once(" (").map_or(bare, |(bare, _)| bare);
    bare.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

/// "7", "7.", "2.1", "VI.", "A."
fn is_number(word: &str) -> bool {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let roman = word.strip_suffix(['.', ')']).is_some_and(|word| {
        let roman = word.bytes().all(|byte| b"IVXLC".contains(&byte));
        !word.is_empty() && (roman || word.len() == 1)
    });
    digits || roman
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Scribe;

    fn block(kind: Kind, words: &str) -> Block {
        let mut scribe = Scribe::new(kind);
        scribe.plain(words, 0);
        scribe.done().expect("there are words")
    }

    #[test]
    fn a_bibliography_keeps_its_parts_and_ends_at_the_next_section() {
        let blocks = [
            block(Kind::Heading(1), "A paper"),
            block(Kind::Heading(2), "Body"),
            block(Kind::Paragraph, "Words."),
            block(Kind::Heading(2), "VI. DAFTAR PUSTAKA"),
            block(Kind::Heading(2), "Buku"),
            block(Kind::Item, "Aldous. 2016."),
            block(Kind::Note("1".to_owned()), "A note."),
            block(Kind::Heading(3), "Internet"),
            block(Kind::Paragraph, "Kanto. n.d."),
            block(Kind::Heading(2), "Lampiran"),
            block(Kind::Paragraph, "More."),
        ];
        let outline = Outline::new(&blocks);
        let entries: Vec<usize> = (0..blocks.len()).filter(|number| outline.is_bibliography(*number)).collect();
        assert_eq!(entries, [5, 8]);
        assert_eq!(outline.path(2), [0, 1]);
        assert_eq!(outline.path(5), [0, 3, 4]);
        assert_eq!(outline.path(8), [0, 3, 7]);
        assert_eq!(outline.path(10), [0, 9]);
        assert_eq!(outline.path(0), Vec::<usize>::new());
    }

    #[test]
    fn an_entry_set_as_a_heading_ends_no_list_and_an_appendix_does() {
        let blocks = [
            block(Kind::Heading(1), "Literatur"),
            block(Kind::Paragraph, "Anders, K. 2016."),
            block(Kind::Heading(1), "Brandt, Vera; Ferber, Max: Die Flut und ihre Leser. Kiel: Ufer 2015."),
            block(Kind::Paragraph, "Kant, I. 2001."),
            block(Kind::Paragraph, "Appendix 1"),
            block(Kind::Paragraph, "1. Nets"),
        ];
        let outline = Outline::new(&blocks);
        let entries: Vec<usize> = (0..blocks.len()).filter(|number| outline.is_bibliography(*number)).collect();
        assert_eq!(entries, [1, 2, 3]);
    }

    #[test]
    fn a_list_in_front_ends_where_the_thesis_begins() {
        let blocks = [
            block(Kind::Heading(1), "Bibliographie"),
            block(Kind::Heading(2), "Ports"),
            block(Kind::Paragraph, "Anders, K. 2016."),
            block(Kind::Heading(2), "Introduction"),
            block(Kind::Paragraph, "Since the 1950s ports have grown."),
        ];
        let outline = Outline::new(&blocks);
        let entries: Vec<usize> = (0..blocks.len()).filter(|number| outline.is_bibliography(*number)).collect();
        assert_eq!(entries, [2]);
    }

    #[test]
    fn a_line_says_references_without_being_a_heading() {
        let blocks = [
            block(Kind::Paragraph, "Text."),
            block(Kind::Paragraph, "References:"),
            block(Kind::Paragraph, "A. 2016."),
        ];
        let outline = Outline::new(&blocks);
        assert_eq!(
            (outline.is_bibliography(0), outline.is_bibliography(1), outline.is_bibliography(2)),
            (false, false, true)
        );
    }
}
