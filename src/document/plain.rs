//! Text without markup to blocks: paragraphs between empty lines; every place is one of the file.
//!
//! The first paragraph is the title if it is none by its end; names and a date right below it are those of the paper. A
//! table is known by a ruled line of its own; notes are known by raised digits or a heading that says so.
//!
//! Lost is what only its layout says: verses, tables without rules, headings that are neither numbered nor in capitals
//! nor underlined nor called what parts of papers are called.

use std::ops::Range;

use super::lines::{self, Hyphened};
use super::table::Grid;
use super::{Block, Document, Format, Kind, Marked, Scribe, assemble, front, outline};

/// The blocks of a text.
pub(crate) fn read(text: &str) -> Document {
    let mut reader = Reader { text, hyphened: Hyphened::new(text), blocks: Vec::new(), in_notes: false };
    let mut open = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{C}']) {
        let place = at..at + line.trim_end_matches(['\r', '\n', '\u{C}']).len();
        at += line.len();
        if text[place.clone()].trim().is_empty() {
            reader.group(&std::mem::take(&mut open));
        } else {
            open.push(place);
        }
    }
    reader.group(&open);
    let mut blocks = reader.blocks;
    let preface = front::preface(&mut blocks);
    Document { blocks: assemble::notes(blocks), preface, ..Document::new(Format::Plain, text.to_owned()) }
}

struct Reader<'t> {
    text: &'t str,
    hyphened: Hyphened<'t>,
    blocks: Vec<Block>,
    /// Whether the last heading says that notes follow.
    in_notes: bool,
}

impl Reader<'_> {
    /// Lines between empty ones.
    fn group(&mut self, lines: &[Range<usize>]) {
        let Some(first) = lines.first().map(|first| &self.text[first.clone()]) else { return };
        if lines.len() > 1 && lines.iter().any(|line| is_ruled(&self.text[line.clone()])) {
            return self.table(lines);
        }
        if self.in_notes && lines::counted(first).is_some() {
            return self.notes(lines);
        }
        let blocks = lines::blocks(self.text, lines, None, &self.hyphened);
        for block in &blocks {
            if matches!(block.kind, Kind::Heading(_)) {
                self.in_notes = outline::heads_notes(&block.words);
            }
        }
        self.blocks.extend(blocks);
    }

    /// Notes that begin with their numbers.
    fn notes(&mut self, lines: &[Range<usize>]) {
        let starts = |line: &Range<usize>| lines::counted(&self.text[line.clone()]);
        for note in lines.chunk_by(|_, next| starts(next).is_none()) {
            let Some((label, length)) = starts(&note[0]) else { continue };
            let rest = std::iter::once(note[0].start + length..note[0].end).chain(note[1..].iter().cloned());
            let rest: Vec<Range<usize>> = rest.collect();
            self.blocks.extend(lines::block(self.text, &rest, Kind::Note(label), None, &self.hyphened));
        }
    }

    /// A table: its cells stand two blanks apart.
    fn table(&mut self, lines: &[Range<usize>]) {
        let mut grid = Grid::default();
        for line in lines.iter().filter(|line| !is_ruled(&self.text[(*line).clone()])) {
            let row = &self.text[line.clone()];
            grid.row();
            let mut at = 0;
            for cell in row.split("  ") {
                let here = line.start + at + cell.len() - cell.trim_start().len();
                at += cell.len() + 2;
                if cell.trim().is_empty() {
                    continue;
                }
                let mut scribe = Scribe::new(Kind::Cell);
                scribe.point(Marked::Cell(grid.cell(1, 1, grid.is_first())));
                scribe.plain(cell.trim(), here);
                self.blocks.extend(scribe.done());
            }
        }
    }
}

/// Whether a line rules off the columns of a table: dashes in several runs.
fn is_ruled(line: &str) -> bool {
    let mut runs = line.split_whitespace();
    let is_rule = |run: &str| run.len() > 1 && run.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'+'));
    runs.clone().count() > 1 && runs.all(is_rule)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Kind;

    fn blocks(text: &str) -> Vec<(Kind, String)> {
        read(text).blocks.into_iter().map(|block| (block.kind, block.words)).collect()
    }

    #[test]
    fn paragraphs_stand_between_empty_lines() {
        let text = "FERRIES\r\n\r\n1. Two ports\r\n\r\nThe first\r\n  line.\r\n \r\n- one\r\n  item\r\n* two\r\n\r\n2.1 Storms\r\n\r\nNotes\n-----\n2019 Was it.";
        let expected = [
            (Kind::Heading(2), "FERRIES"),
            (Kind::Heading(2), "1. Two ports"),
            (Kind::Paragraph, "The first line."),
            (Kind::Item, "one item"),
            (Kind::Item, "two"),
            (Kind::Heading(3), "2.1 Storms"),
            (Kind::Heading(2), "Notes"),
            (Kind::Paragraph, "2019 Was it."),
        ];
        assert_eq!(blocks(text), expected.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[test]
    fn broken_words_are_put_together_again() {
        let text = "The co-owner said the minis-\n  ters of Baden-\nBaden met the co-\nowner in 1998-\n1999, a well-\nknown soft\u{AD}\nware \u{FB01}rm.";
        let manuscript = read(text);
        let block = &manuscript.blocks[0];
        assert_eq!(
            block.words,
            "The co-owner said the ministers of Baden-Baden met the co-owner in 1998- 1999, a wellknown software firm."
        );
        let at = block.words.find("ministers").expect("it is there");
        assert_eq!(&text[block.place(at..at + 9)], "minis-\n  ters");
        let at = block.words.find("firm").expect("it is there");
        assert_eq!(&text[block.place(at..at + 4)], "\u{FB01}rm");
    }

    #[test]
    fn odd_texts_are_no_trouble() {
        for text in
            ["", "\n", "-", "- ", "=\n=", "---\n---", "-\n-\n", "\u{AD}", "a-\n", "\u{C}\u{C}", "\u{FEFF}x-\n\u{FEFF}"]
        {
            read(text);
        }
    }
}
