//! A PDF with a text layer to blocks, from the words and boxes that `pdftotext -bbox-layout` (Poppler) finds in it.
//!
//! Two columns come one after the other. Lines at the head and the foot of pages that come back from page to page, but
//! for their numbers, are dropped: running titles and page numbers. Lines are put together by where they stand: a
//! paragraph ends with a gap, an indented line, a line that is not full; one that breaks off in the middle of a
//! sentence goes on in the next column or on the next page. Larger letters are headings, smaller ones behind a raised
//! number are the notes that such numbers call; narrow blocks beside each other are the cells of a table.
//!
//! The text that places lie in is drawn up here, a line of it a line of the page, pages parted by form feeds.
//!
//! Lost are italics, bold letters and links, the rows of tables, and what is printed as a picture. A heading that is as
//! high as the text is known by its number, its capitals, or if it says what parts of papers are called.

mod columns;
mod layout;
mod measure;
mod objects;
mod paragraphs;
pub(super) mod remarks;
mod value;

use std::collections::BTreeMap;

use super::lines::{self, Hyphened};
use super::{Block, Document, Format, Kind, Unreadable, assemble, front};
use measure::Measures;
use paragraphs::{Drawn, Paragraph, Shape, Written};

/// The blocks of a PDF, by the layout of its words.
///
/// # Errors
/// Where there is no text: the pages are pictures.
pub(crate) fn read(layout: &str) -> Result<Document, Unreadable> {
    let pages = layout::pages(layout);
    if pages.iter().all(|page| page.blocks.iter().all(Vec::is_empty)) {
        return Err(Unreadable {
            why: "it has no text: its pages are pictures, which only text recognition can read".into(),
        });
    }
    let Drawn { text, paragraphs, .. } = paragraphs::draw(&pages, &Measures::of(&pages));
    let hyphened = Hyphened::new(&text);
    let levels = levels(&paragraphs);
    let block = |paragraph: &Paragraph| {
        let kind = kind(&text, paragraph, &levels);
        lines::block(&text, &paragraph.lines, kind, Some(paragraph.page), &hyphened)
    };
    let mut blocks: Vec<Block> = paragraphs.iter().filter_map(block).collect();
    let preface = front::preface(&mut blocks);
    let blocks = assemble::notes(blocks);
    drop(hyphened);
    Ok(Document { blocks, preface, ..Document::new(Format::Pdf, text) })
}

/// How many pages there are, and where each word of the text stands.
fn words(layout: &str) -> (usize, Vec<Written>) {
    let pages = layout::pages(layout);
    let drawn = paragraphs::draw(&pages, &Measures::of(&pages));
    (pages.len(), drawn.words)
}

/// What a paragraph is.
fn kind(text: &str, paragraph: &Paragraph, levels: &BTreeMap<i32, u8>) -> Kind {
    match (&paragraph.kind, &paragraph.lines[..]) {
        (Shape::Note(label), _) => Kind::Note(label.clone()),
        (Shape::Item, _) => Kind::Item,
        (Shape::Cell, _) => Kind::Cell,
        (Shape::Heading, lines) => {
            let numbered = lines.first().and_then(|line| lines::numbered(&text[line.clone()]));
            Kind::Heading(numbered.or(levels.get(&step(paragraph.size)).copied()).unwrap_or(2))
        }
        (Shape::Text, [line]) => lines::heading(&text[line.clone()]).map_or(Kind::Paragraph, Kind::Heading),
        (Shape::Text, _) => Kind::Paragraph,
    }
}

/// The levels of headings by how high their letters are; the highest is the title's, if it stands alone.
fn levels(paragraphs: &[Paragraph]) -> BTreeMap<i32, u8> {
    let mut sizes: BTreeMap<i32, usize> = BTreeMap::new();
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.kind == Shape::Heading) {
        *sizes.entry(step(paragraph.size)).or_default() += 1;
    }
    let is_title = sizes.last_key_value().is_some_and(|(_, count)| *count == 1);
    let first = if is_title { 1 } else { 2 };
    sizes.keys().rev().zip(first..6).map(|(size, level)| (*size, level)).collect()
}

/// A height, so coarse that those of one kind of heading are one.
fn step(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// A page as `pdftotext -bbox-layout` tells it: blocks of lines, each with its left edge, its top, the height of
    /// its letters and its words. A letter is half as wide as high; `^1` is a raised 1.
    fn page(blocks: &[&[(f32, f32, f32, &str)]]) -> String {
        let mut page = String::from("<page width=\"600\" height=\"800\"><flow>\n");
        for block in blocks {
            page.push_str("<block>");
            for (left, top, size, words) in *block {
                page.push_str("<line>");
                let mut at = *left;
                for word in words.split(' ') {
                    let (text, height, up) = match word.strip_prefix('^') {
                        Some(raised) => (raised, size * 0.7, -size * 0.1),
                        None => (word, *size, 0.0),
                    };
                    at -= if word.starts_with('^') { size * 0.3 } else { 0.0 };
                    let width = text.chars().count() as f32 * height * 0.5;
                    let text = text.replace('&', "&amp;");
                    let _ = write!(
                        page,
                        "<word xMin=\"{at}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{text}</word>",
                        top + up,
                        at + width,
                        top + up + height
                    );
                    at += width + size * 0.3;
                }
                page.push_str("</line>");
            }
            page.push_str("</block>");
        }
        page + "</flow></page>"
    }

    fn shown(pages: &[String]) -> Vec<(Kind, String, Option<u32>)> {
        let manuscript = read(&pages.concat()).expect("it has text");
        manuscript.blocks.into_iter().map(|block| (block.kind, block.words, block.page)).collect()
    }

    fn of(kind: Kind, words: &str, page: u32) -> (Kind, String, Option<u32>) {
        (kind, words.to_owned(), Some(page))
    }

    #[test]
    fn columns_pages_and_torn_words_are_put_together() {
        let head = |number: &'static str| -> (f32, f32, f32, &'static str) { (50.0, 20.0, 10.0, number) };
        let first = page(&[
            &[head("Ferries of the North 11")],
            &[(50.0, 50.0, 14.0, "Two ports")],
            &[
                (50.0, 80.0, 10.0, "The strait was closed from 1951 to"),
                (50.0, 92.0, 10.0, "1964, and the ministers of both si-"),
                (50.0, 104.0, 10.0, "des met in the old town hall of"),
            ],
            &[
                (350.0, 80.0, 10.0, "Lunden & there. They did not agree."),
                (360.0, 92.0, 10.0, "A second paragraph is indented and"),
                (350.0, 104.0, 10.0, "goes on over the page, to where the"),
            ],
        ]);
        let second =
            page(&[&[head("Ferries of the North 12")], &[(50.0, 50.0, 10.0, "Ports of the north begin at last.")]]);
        assert_eq!(
            shown(&[first, second]),
            [
                of(Kind::Heading(1), "Two ports", 1),
                of(
                    Kind::Paragraph,
                    "The strait was closed from 1951 to 1964, and the ministers of both sides met in the old town hall of \
                     Lunden & there. They did not agree.",
                    1
                ),
                of(
                    Kind::Paragraph,
                    "A second paragraph is indented and goes on over the page, to where the Ports of the north begin at last.",
                    1
                ),
            ]
        );
    }

    #[test]
    fn small_lines_behind_a_raised_number_are_the_note_that_it_calls() {
        let manuscript = read(&page(&[
            &[
                (50.0, 80.0, 10.0, "The strait was closed for years. ^1 The road of 5 km was"),
                (50.0, 92.0, 10.0, "shut too, and so were the harbours on both of its sides."),
                (50.0, 116.0, 10.0, "A gap parts two paragraphs of the text, as it does here,"),
                (50.0, 128.0, 10.0, "and this is the second one of the two."),
            ],
            &[(50.0, 700.0, 8.0, "^1 See the chronology of 1964,"), (50.0, 709.0, 8.0, "page 5.")],
        ]))
        .expect("it has text");
        let shown: Vec<_> = manuscript.blocks.iter().map(|block| (&block.kind, block.words.as_str())).collect();
        assert_eq!(
            shown,
            [
                (
                    &Kind::Paragraph,
                    "The strait was closed for years. The road of 5 km was shut too, and so were the harbours on both of its sides."
                ),
                (&Kind::Note("1".to_owned()), "See the chronology of 1964, page 5."),
                (
                    &Kind::Paragraph,
                    "A gap parts two paragraphs of the text, as it does here, and this is the second one of the two."
                ),
            ]
        );
        assert_eq!(&manuscript.text[manuscript.blocks[1].place(0..3)], "See");
    }

    #[test]
    fn items_entries_and_cells_are_known_by_where_they_stand() {
        let page = page(&[
            &[(50.0, 50.0, 10.0, "•")],
            &[(62.0, 50.0, 10.0, "a government that did not fall before the"), (62.0, 62.0, 10.0, "end;")],
            &[(50.0, 74.0, 10.0, "•")],
            &[(62.0, 74.0, 10.0, "a loan.")],
            &[(50.0, 100.0, 10.0, "Year"), (50.0, 112.0, 10.0, "2019")],
            &[(150.0, 100.0, 10.0, "Ferries"), (150.0, 112.0, 10.0, "11")],
            &[
                (50.0, 140.0, 10.0, "References"),
                (50.0, 152.0, 10.0, "Aldous, Miriam. 2016. Ports and Power of the"),
                (60.0, 164.0, 10.0, "Coast. Osterby: Lantern Press."),
                (50.0, 176.0, 10.0, "Dahl, Erik. 2020. Neighbours at Sea, a tale of"),
                (60.0, 188.0, 10.0, "two. Maravel: University Press."),
            ],
        ]);
        assert_eq!(
            shown(&[page]),
            [
                of(Kind::Item, "a government that did not fall before the end;", 1),
                of(Kind::Item, "a loan.", 1),
                of(Kind::Cell, "Year", 1),
                of(Kind::Cell, "2019", 1),
                of(Kind::Cell, "Ferries", 1),
                of(Kind::Cell, "11", 1),
                of(Kind::Heading(2), "References", 1),
                of(Kind::Paragraph, "Aldous, Miriam. 2016. Ports and Power of the Coast. Osterby: Lantern Press.", 1),
                of(
                    Kind::Paragraph,
                    "Dahl, Erik. 2020. Neighbours at Sea, a tale of two. Maravel: University Press.",
                    1
                ),
            ]
        );
    }

    #[test]
    fn the_lines_of_a_double_spaced_draft_are_paragraphs() {
        let lines = [
            "The board counted all of the ships that had passed",
            "below the bridge at the end of the long winter, and",
            "found twelve of them. Nobody had counted them before",
            "the bridge was built, and nobody has since that time.",
        ];
        let set = lines.iter().enumerate().map(|(at, line)| [(50.0, 50.0 + 24.0 * at as f32, 10.0, *line)]);
        let set: Vec<[(f32, f32, f32, &str); 1]> = set.collect();
        let blocks: Vec<&[(f32, f32, f32, &str)]> = set.iter().map(<[_; 1]>::as_slice).collect();
        assert_eq!(shown(&[page(&blocks)]), [of(Kind::Paragraph, &lines.join(" "), 1)]);
    }

    #[test]
    fn what_is_broken_or_empty_is_no_trouble() {
        let refused = read("<page></page>").expect_err("there is nothing");
        assert_eq!(refused.why, "it has no text: its pages are pictures, which only text recognition can read");
        for layout in [
            "<page><block><line><word>a</word></line></block></page>",
            "<page><block><line><word xMin=\"NaN\" xMax=\"1e99\">a</word><word>&#x41;&nosuch;b</word></line>",
            "<word>a</word><line></line></block><page><block><line><word>b</word></line></block></page><",
        ] {
            let _ = read(layout);
        }
    }
}
