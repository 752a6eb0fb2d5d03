//! The lines of a PDF put together to paragraphs, items, notes, headings and cells, and the text drawn up from them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::Columns;
use super::layout::{Line, Page, Place};
use super::measure::{Measures, is_alike, words};
use crate::document::{lines, outline};

/// On a page of more lines none is looked at for those beside it.
const LINES: usize = 500;

/// Lines that belong together.
pub(super) struct Paragraph {
    pub(super) kind: Shape,
    /// The lines, each by its place in the text that is drawn up.
    pub(super) lines: Vec<Range<usize>>,
    pub(super) page: u32,
    pub(super) size: f32,
    /// Where the words of its first line begin.
    left: f32,
    last: Last,
}

/// What a paragraph is by its looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Item,
    Cell,
    /// In larger letters than the text.
    Heading,
    /// In smaller letters, behind a raised number.
    Note(String),
}

/// The last line of a paragraph.
struct Last {
    page: u32,
    at: Place,
    /// Where its column begins.
    column: f32,
    words: String,
}

/// What was drawn up from the pages.
pub(super) struct Drawn {
    /// The text, one line a line, an empty one between paragraphs, a form feed behind each page.
    pub(super) text: String,
    pub(super) paragraphs: Vec<Paragraph>,
    /// The words of the text, in its order.
    pub(super) words: Vec<Written>,
}

/// A word of the text, and where it stands on its page.
pub(super) struct Written {
    pub(super) at: Range<usize>,
    /// Where its line begins in the text.
    pub(super) line: usize,
    pub(super) page: u32,
    pub(super) place: Place,
}

pub(super) fn draw(pages: &[Page], measures: &Measures) -> Drawn {
    let mut pen = Pen {
        measures,
        drawn: Drawn { text: String::new(), paragraphs: Vec::new(), words: Vec::new() },
        columns: Columns::default(),
        open: None,
        note: None,
        called: BTreeSet::new(),
        in_list: false,
    };
    for (number, page) in (1..).zip(pages) {
        pen.page(page, number);
    }
    pen.drawn
}

struct Pen<'m> {
    measures: &'m Measures,
    drawn: Drawn,
    columns: Columns,
    /// The paragraph that the next line of text may go on with.
    open: Option<usize>,
    /// The note of the page that the next small line may go on with.
    note: Option<usize>,
    /// The notes that were called so far.
    called: BTreeSet<String>,
    /// Whether the bibliography has begun.
    in_list: bool,
}

/// A line on its page.
struct Set<'p> {
    line: &'p Line,
    page: u32,
    /// Where its column begins.
    column: f32,
    /// The bullet or the number that stands beside it.
    marker: Option<String>,
    words: String,
}

impl Pen<'_> {
    fn page(&mut self, page: &Page, number: u32) {
        let running = self.measures.running(page);
        let all = page.blocks.iter().map(Vec::len).sum::<usize>();
        let few = all <= LINES;
        let cells = if few { cells(page, self.measures) } else { vec![false; page.blocks.len()] };
        let is_cell = page.blocks.iter().zip(cells).flat_map(|(block, is_cell)| block.iter().map(move |_| is_cell));
        let lines = page.blocks.iter().flatten().zip(is_cell).enumerate();
        let (lines, is_cell): (Vec<&Line>, Vec<bool>) =
            lines.filter(|(at, _)| !running.contains(at)).map(|(_, line)| line).unzip();
        let markers = if few { markers(&lines) } else { Vec::new() };
        let order = if few { self.columns.read(&lines) } else { (0..all).map(|at| (at, None)).collect() };
        for (at, column) in order {
            let Some(line) = lines.get(at).filter(|_| markers.iter().all(|(marker, _)| *marker != at)) else {
                continue;
            };
            let marker = markers.iter().find(|(_, of)| *of == at).map(|(marker, _)| words(lines[*marker]));
            let column = column.unwrap_or_else(|| if few { self::column(line, &lines) } else { line.at.left });
            self.line(&Set { line, page: number, column, marker, words: words(line) }, is_cell[at]);
        }
        self.note = None;
        if !self.drawn.text.is_empty() {
            self.drawn.text.push('\u{C}');
        }
    }

    fn line(&mut self, set: &Set<'_>, is_cell: bool) {
        if is_cell {
            self.begin(set, Shape::Cell);
            return;
        }
        if let Some(label) = self.note_label(set) {
            self.note = Some(self.begin(set, Shape::Note(label)));
            return;
        }
        if let Some(note) = self.note.filter(|note| self.note_goes_on(*note, set)) {
            self.go_on(note, set);
            return;
        }
        if let Some(open) = self.open.filter(|open| self.goes_on(&self.drawn.paragraphs[*open], set)) {
            self.go_on(open, set);
            return;
        }
        let shape = match () {
            () if self.measures.is_large(set.line) => Shape::Heading,
            () if is_bullet(set.marker.as_deref().unwrap_or_default()) || lines::item(&set.words).is_some() => {
                Shape::Item
            }
            () => Shape::Text,
        };
        self.open = Some(self.begin(set, shape));
        if is_heading(&set.words) {
            self.in_list =
                outline::heads_bibliography(&set.words) || self.in_list && outline::is_known_heading(&set.words);
        }
    }

    /// Begins a paragraph with a line, and gives its number.
    fn begin(&mut self, set: &Set<'_>, kind: Shape) -> usize {
        if !self.drawn.text.is_empty() && kind != Shape::Cell {
            self.drawn.text.push('\n');
        }
        let first = set.line.words.first().map_or("", |word| word.text.as_str());
        let second = set.line.words.get(1).filter(|_| lines::item(first).is_some());
        let left = second.map_or(set.line.at.left, |word| word.at.left);
        let place = self.write(set, matches!(kind, Shape::Note(_)));
        let last = Last { page: set.page, at: set.line.at, column: set.column, words: set.words.clone() };
        let (page, size) = (set.page, set.line.size);
        self.drawn.paragraphs.push(Paragraph { kind, lines: vec![place], page, size, left, last });
        self.drawn.paragraphs.len() - 1
    }

    fn go_on(&mut self, paragraph: usize, set: &Set<'_>) {
        let place = self.write(set, false);
        let paragraph = &mut self.drawn.paragraphs[paragraph];
        paragraph.lines.push(place);
        paragraph.last = Last { page: set.page, at: set.line.at, column: set.column, words: set.words.clone() };
    }

    /// Draws a line, raised numbers as such, and gives its place.
    fn write(&mut self, set: &Set<'_>, is_note: bool) -> Range<usize> {
        let text = &mut self.drawn.text;
        let start = text.len();
        match &set.marker {
            Some(label) if is_note => {
                text.push_str(&lines::superscript(label));
                self.called.insert(label.clone());
            }
            Some(marker) => text.push_str(marker),
            None => {}
        }
        if set.marker.is_some() {
            text.push(' ');
        }
        let mut end: Option<f32> = None;
        for (number, word) in set.line.words.iter().enumerate() {
            let is_label = is_note && number == 0 && set.marker.is_none();
            let is_raised = is_label || is_number(&word.text) && set.line.is_raised(word);
            let apart = end.is_some_and(|end| word.at.left - end > set.line.size * 0.1);
            if apart && !is_raised {
                text.push(' ');
            }
            let begin = text.len();
            if is_raised {
                let digits = word.text.trim_matches(|letter: char| !letter.is_ascii_digit());
                text.push_str(&lines::superscript(digits));
                self.called.insert(digits.to_owned());
            } else {
                text.push_str(&word.text);
            }
            let at = begin..text.len();
            self.drawn.words.push(Written { at, line: start, page: set.page, place: word.at });
            end = Some(if is_label { f32::MIN } else { word.at.right });
        }
        let place = start..text.len();
        text.push('\n');
        place
    }

    /// The label of the note that a line begins.
    fn note_label(&self, set: &Set<'_>) -> Option<String> {
        if let Some(label) = set.marker.as_ref().filter(|marker| is_number(marker)) {
            return Some(label.clone());
        }
        let first = set.line.words.first().filter(|_| self.measures.is_small(set.line) && set.line.words.len() > 1)?;
        let bare = first.text.trim_end_matches(['.', ')']);
        let is_called = || self.called.contains(bare);
        (is_number(bare) && (set.line.is_raised(first) || is_called())).then(|| bare.to_owned())
    }

    fn note_goes_on(&self, note: usize, set: &Set<'_>) -> bool {
        let note = &self.drawn.paragraphs[note];
        let pitch = set.line.at.top - note.last.at.top;
        is_alike(note.size, set.line.size)
            && note.last.at.shares_columns(set.line.at)
            && pitch > 0.0
            && self.measures.is_close(pitch, note.size)
    }

    /// Whether a line goes on with a paragraph.
    fn goes_on(&self, paragraph: &Paragraph, set: &Set<'_>) -> bool {
        let (last, line) = (&paragraph.last, set.line);
        let below = last.page == set.page && line.at.top > last.at.top && last.at.shares_columns(line.at);
        let pitch = line.at.top - last.at.top;
        if paragraph.kind == Shape::Heading || self.measures.is_large(line) {
            let same = is_alike(paragraph.size, line.size) && paragraph.kind == Shape::Heading;
            return same && below && pitch <= line.size * 1.6 && lines::numbered(&set.words).is_none();
        }
        let is_headed = paragraph.lines.len() == 1 && is_heading(&last.words);
        if !is_alike(paragraph.size, line.size)
            || set.marker.is_some()
            || lines::item(&set.words).is_some()
            || is_headed
        {
            return false;
        }
        if is_heading(&set.words) && (below && ends(&last.words) || outline::is_known_heading(&set.words)) {
            return false;
        }
        if below {
            self.measures.is_close(pitch, line.size) && self.goes_on_below(paragraph, set)
        } else {
            self.goes_on_elsewhere(paragraph, set)
        }
    }

    /// Whether the line right below the last one of a paragraph belongs to it, by where the two begin and end.
    fn goes_on_below(&self, paragraph: &Paragraph, set: &Set<'_>) -> bool {
        let (last, line) = (&paragraph.last, set.line);
        let em = line.size;
        if paragraph.kind == Shape::Item {
            return (line.at.left - paragraph.left).abs() < em * 0.7;
        }
        let step = line.at.left - last.at.left;
        if self.in_list && self.measures.hangs {
            return step > em * 0.5 || step > -em * 0.5 && last.at.left > last.column + em * 0.5;
        }
        let length = (last.at.right - last.column) / self.measures.width;
        let new = set.words.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
        match () {
            () if step > em * 0.7 => false,
            () if step < -em * 0.7 => paragraph.lines.len() == 1 && length > 0.8,
            () => !(new && (length < 0.6 || length < 0.8 && ends(&last.words))),
        }
    }

    /// Whether a line at the head of the next column or page goes on with a paragraph.
    fn goes_on_elsewhere(&self, paragraph: &Paragraph, set: &Set<'_>) -> bool {
        let indent = set.line.at.left - set.column;
        let is_indented = indent > set.line.size * 0.7;
        match () {
            () if self.in_list && self.measures.hangs => is_indented,
            () if paragraph.kind == Shape::Item => !ends(&paragraph.last.words),
            () => !is_indented && !ends(&paragraph.last.words),
        }
    }
}

/// Whether a line may be a heading by what it says, though it looks like the text.
fn is_heading(line: &str) -> bool {
    let named =
        lines::is_short(line) && line.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    named && lines::heading(line).is_some()
}

fn ends(line: &str) -> bool {
    line.trim_end_matches(['¹', '²', '³']).ends_with(['.', '!', '?', ':', '”', '"', ')'])
}

fn is_number(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_bullet(words: &str) -> bool {
    lines::item(words).is_some_and(|length| length == words.len())
}

/// Whether a line is no more than what stands before an item.
fn is_marker(words: &str) -> bool {
    let digits = words.trim_matches(['[', ']', '(', ')', '.']);
    is_bullet(words) || digits.len() < words.len() && is_number(digits)
}

/// The markers among the lines of a page, each with the line that it stands before, by their numbers: bullets, numbers
/// of items and of entries, and small numbers of notes.
fn markers(lines: &[&Line]) -> Vec<(usize, usize)> {
    let is_label = |marker: &Line, line: &Line| is_number(&words(marker)) && marker.size < line.size * 0.87;
    let mut markers = Vec::new();
    for (at, marker) in lines.iter().enumerate().filter(|(_, line)| line.words.len() == 1) {
        let own = |line: &&Line| {
            let gap = line.at.left - marker.at.right;
            let is_near = marker.at.is_beside(line.at) && (-1.0..line.size * 4.0).contains(&gap);
            is_near && (is_marker(&words(marker)) || is_label(marker, line))
        };
        markers.extend(lines.iter().position(own).map(|line| (at, line)));
    }
    markers
}

/// Where the column of a line begins.
fn column(line: &Line, lines: &[&Line]) -> f32 {
    let middle = f32::midpoint(line.at.left, line.at.right);
    let there = lines.iter().filter(|other| {
        let both = f32::midpoint(other.at.left, other.at.right);
        other.at.left <= middle && middle <= other.at.right || line.at.left <= both && both <= line.at.right
    });
    there.map(|other| other.at.left).fold(line.at.left, f32::min)
}

/// Which blocks of a page are of a table: narrow ones beside others that are narrow too.
fn cells(page: &Page, measures: &Measures) -> Vec<bool> {
    let around = |block: &Vec<Line>| {
        let first = block.first()?.at;
        let whole = block.iter().fold(first, |whole, line| whole.with(line.at));
        let is_narrow = block.iter().all(|line| line.at.width() < measures.width * 0.5);
        let is_marker = block.iter().all(|line| is_marker(&words(line)));
        (is_narrow && !is_marker).then_some(whole)
    };
    let narrow: Vec<Option<Place>> = page.blocks.iter().map(around).collect();
    let beside = |place: Place| narrow.iter().flatten().any(|other| other.is_beside(place));
    narrow.iter().map(|place| place.is_some_and(beside)).collect()
}
