//! Text without markup to blocks: paragraphs between empty lines; every place is one of the file.
//!
//! Lost is what only its layout says: tables, verses, notes at the foot, headings that are neither numbered nor in
//! capitals nor underlined.

use super::lines::{self, Hyphened};
use super::{Format, Manuscript};

/// The blocks of a text.
pub(crate) fn read(text: &str) -> Manuscript {
    let hyphened = Hyphened::new(text);
    let mut blocks = Vec::new();
    let mut open = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\u{C}']) {
        let place = at..at + line.trim_end_matches(['\r', '\n', '\u{C}']).len();
        at += line.len();
        if text[place.clone()].trim().is_empty() {
            blocks.extend(lines::blocks(text, &std::mem::take(&mut open), None, &hyphened));
        } else {
            open.push(place);
        }
    }
    blocks.extend(lines::blocks(text, &open, None, &hyphened));
    Manuscript { blocks, ..Manuscript::new(Format::Plain, text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::Kind;

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
