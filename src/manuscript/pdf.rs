//! The text of a PDF, as `pdftotext` (Poppler) gives it in reading order, to blocks: pages are parted by form feeds.
//!
//! Columns come one after the other, since that program puts them so. Lines at the head and the foot of pages that
//! come back from page to page, but for their numbers, are dropped: running titles and page numbers. A paragraph that
//! goes on over the end of a column or a page is put together again where it breaks off in the middle of a sentence.
//! Where paragraphs follow one another without a gap, one ends with a sentence that ends before its line is full.
//!
//! Lost are italics and links, headings that are neither numbered nor in capitals nor alone on a short line, the rows
//! and columns of tables, the calls of notes, and what is printed as a picture. A note at the foot of a page is a
//! paragraph of that page. A paragraph whose last line is full is one with the next.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::{self, Hyphened};
use super::{Block, Format, Kind, Manuscript, Scribe, Unreadable};

/// So many lines at the head and at the foot of a page may come back on others.
const EDGE: usize = 2;
/// A line is full if it has so many percent of the letters of the longest one beside it.
const FULL: usize = 90;
/// A heading without a number has no more percent of them.
const HEADING: usize = 50;

/// The blocks of the text of a PDF.
///
/// # Errors
/// Where there is no text: the pages are pictures.
pub(crate) fn read(text: &str) -> Result<Manuscript, Unreadable> {
    if text.trim().is_empty() {
        return Err(Unreadable {
            why: "it has no text: its pages are pictures, which only text recognition can read".into(),
        });
    }
    let pages = pages(text);
    let running = running(text, &pages);
    let hyphened = Hyphened::new(text);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (number, page) in (1..).zip(&pages) {
        let last = page.len();
        let kept = |at: usize| !at_edge(at, last) || !running.contains_key(&form(&text[page[at].clone()]));
        let lines: Vec<Range<usize>> = (0..last).filter(|&at| kept(at)).map(|at| page[at].clone()).collect();
        for group in lines.split(|line| text[line.clone()].trim().is_empty()) {
            for paragraph in apart(text, group) {
                take(&mut paragraphs, text, paragraph, number);
            }
        }
    }
    let blocks = paragraphs.iter().flat_map(|paragraph| paragraph.blocks(text, &hyphened)).collect();
    Ok(Manuscript { blocks, ..Manuscript::new(Format::Pdf, text.to_owned()) })
}

/// Lines that follow one another, also over the end of a page.
struct Paragraph {
    lines: Vec<Range<usize>>,
    page: u32,
    /// Whether it goes on over an empty line or the end of a page.
    is_joined: bool,
}

impl Paragraph {
    fn is_bullet(&self, text: &str) -> bool {
        let [line] = &self.lines[..] else { return false };
        matches!(text[line.clone()].trim(), "•" | "◦" | "▪" | "–" | "-")
    }

    fn is_item(&self, text: &str) -> bool {
        self.lines.first().is_some_and(|line| lines::item(&text[line.clone()]).is_some())
    }

    fn blocks(&self, text: &str, hyphened: &Hyphened<'_>) -> Vec<Block> {
        if !self.is_joined {
            return lines::blocks(text, &self.lines, Some(self.page), hyphened);
        }
        let mut scribe = Scribe::new(Kind::Paragraph);
        scribe.page(self.page);
        lines::write(&mut scribe, text, &self.lines, 0, hyphened);
        scribe.done().into_iter().collect()
    }
}

/// Lines without a gap, paragraph by paragraph.
fn apart<'l>(text: &str, lines: &'l [Range<usize>]) -> Vec<&'l [Range<usize>]> {
    let longest = lines.iter().map(|line| length(text, line)).max().unwrap_or_default();
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 1..lines.len() {
        let [line, next] = [at - 1, at].map(|at| text[lines[at].clone()].trim());
        let room = length(text, &lines[at - 1]) * 100;
        let ends = line.ends_with(['.', '!', '?', ':', '”', '"', ')']);
        let is_heading = at - 1 == start && (lines::numbered(line).is_some() || !ends && room <= longest * HEADING);
        let new = !next.starts_with(char::is_lowercase);
        if new && (is_heading || ends && room < longest * FULL || ends && lines::numbered(next).is_some()) {
            parts.push(&lines[start..at]);
            start = at;
        }
    }
    parts.push(&lines[start..]);
    parts
}

fn length(text: &str, line: &Range<usize>) -> usize {
    text[line.clone()].trim().chars().count()
}

/// Takes lines in as a paragraph of their own, or as the rest of the one before.
fn take(paragraphs: &mut Vec<Paragraph>, text: &str, lines: &[Range<usize>], page: u32) {
    let Some(first) = lines.first() else { return };
    if let Some(last) = paragraphs.last_mut().filter(|last| last.is_bullet(text)) {
        // The bullet of an item may stand on a line of its own.
        last.lines.extend_from_slice(lines);
        return;
    }
    let starts_small = text[first.clone()].trim_start().starts_with(char::is_lowercase);
    if let Some(last) = paragraphs.last_mut().filter(|_| starts_small)
        && let Some(line) = last.lines.last()
        && !text[line.clone()].trim_end().ends_with(['.', '!', '?', ':', ';', '”', '"', ')'])
    {
        last.lines.extend_from_slice(lines);
        last.is_joined |= !last.is_item(text);
        return;
    }
    paragraphs.push(Paragraph { lines: lines.to_vec(), page, is_joined: false });
}

/// The lines of each page; none empty at its head and its foot.
fn pages(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut pages = Vec::new();
    let mut at = 0;
    for page in text.split_inclusive('\u{C}') {
        let mut lines: Vec<Range<usize>> = Vec::new();
        for line in page.split_inclusive('\n') {
            let place = at..at + line.trim_end_matches(['\r', '\n', '\u{C}']).len();
            at += line.len();
            if !(lines.is_empty() && text[place.clone()].trim().is_empty()) {
                lines.push(place);
            }
        }
        while lines.last().is_some_and(|line| text[line.clone()].trim().is_empty()) {
            lines.pop();
        }
        pages.push(lines);
    }
    pages
}

/// Whether a line stands at the head or at the foot of a page of so many lines.
fn at_edge(line: usize, lines: usize) -> bool {
    line < EDGE || line + EDGE >= lines
}

/// The lines that come back at the edges of a third of the pages, and of two at least.
fn running(text: &str, pages: &[Vec<Range<usize>>]) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let at_edges = (0..page.len()).filter(|&at| at_edge(at, page.len()));
        let mut forms: Vec<String> = at_edges.map(|at| form(&text[page[at].clone()])).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in forms.into_iter().filter(|form| !form.is_empty()) {
            *seen.entry(form).or_default() += 1;
        }
    }
    seen.retain(|_, count| *count >= 2 && *count * 3 >= pages.len());
    seen
}

/// A line with its numbers told alike: those of pages go up from one to the next.
fn form(line: &str) -> String {
    let mut form = String::new();
    for letter in line.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if !letter.is_ascii_digit() {
            form.push(letter);
        } else if !form.ends_with('0') {
            form.push('0');
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_goes_on_over_a_page_and_running_lines_are_dropped() {
        let text = "Ferries of the north\n\n1. Two ports\n\nThe strait was closed from 1951 to 1964, and the minis-\nters of both\nsides met in\n\n11\n\
            \u{C}Ferries of the north\n\nLunden. They did not\nagree.\n\nA second paragraph.\n\n12\n\u{C}";
        let manuscript = read(text).expect("it has text");
        let shown: Vec<_> =
            manuscript.blocks.iter().map(|block| (block.kind.clone(), block.words.as_str(), block.page)).collect();
        let expected = [
            (Kind::Heading(2), "1. Two ports", Some(1)),
            (
                Kind::Paragraph,
                "The strait was closed from 1951 to 1964, and the ministers of both sides met in",
                Some(1),
            ),
            (Kind::Paragraph, "Lunden. They did not agree.", Some(2)),
            (Kind::Paragraph, "A second paragraph.", Some(2)),
        ];
        assert_eq!(shown, expected);
        let joined = read("A b\n\u{C}c d.\n").expect("it has text");
        assert_eq!(joined.blocks[0].words, "A b c d.");
        assert_eq!(&joined.text[joined.blocks[0].place(4..5)], "c");
    }

    #[test]
    fn paragraphs_without_a_gap_end_with_their_sentences() {
        let text = "Abstract\nThe compact has been praised as a model of joint\nadministration.\n1. Introduction\nOn Monday \
            the ministers of both ports signed it\nin Lunden.\n\n•\n\na government that did not\nfall;\n\n•\n\na loan.\n";
        let manuscript = read(text).expect("it has text");
        let shown: Vec<_> = manuscript.blocks.iter().map(|block| (block.kind.clone(), block.words.as_str())).collect();
        let expected = [
            (Kind::Paragraph, "Abstract"),
            (Kind::Paragraph, "The compact has been praised as a model of joint administration."),
            (Kind::Heading(2), "1. Introduction"),
            (Kind::Paragraph, "On Monday the ministers of both ports signed it in Lunden."),
            (Kind::Item, "a government that did not fall;"),
            (Kind::Item, "a loan."),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_number_that_stands_on_one_page_alone_is_text() {
        let manuscript = read("The year was\n\n1964\n\u{C}Then came the storm.\n").expect("it has text");
        let words: Vec<&str> = manuscript.blocks.iter().map(|block| block.words.as_str()).collect();
        assert_eq!(words, ["The year was", "1964", "Then came the storm."]);
    }

    #[test]
    fn pictures_have_no_text() {
        let refused = read("\u{C}\n\u{C}").expect_err("there is nothing");
        assert_eq!(refused.why, "it has no text: its pages are pictures, which only text recognition can read");
    }
}
