//! The lines that a finding's labels stand on, cut out of their files and made fit to be shown.
//!
//! The lines of all files lie in one small text of their own, the excerpt with the primary label first, so that one
//! diagnostic shows labels in any number of files. Only the lines of labels are read, never a whole file.
//! In that text a tab is spaces, a hidden character is a dot, an end of line is `\n` even where the file has none, and
//! a line wider than the report is cut between its labels. A label over several lines is drawn on its first.

use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Glyphs, Layout, wrapped};
use crate::finding::Label;
use crate::text::{File, Texts, is_hidden};

/// Labels with at most so many lines between them share an excerpt.
const NEAR: usize = 2;
/// The characters around a label that a cut line keeps, tried in this order.
const AROUND: [usize; 14] = [80, 60, 48, 40, 35, 31, 27, 23, 20, 16, 12, 8, 4, 1];
/// The characters that a cut line keeps of its beginning, since its key stands there.
const HEAD: usize = 12;
/// A label's words have at least so many columns, even where that makes a line too wide.
const LEAST_ROOM: usize = 12;
const TAB: usize = 4;

/// The excerpts of one finding.
#[derive(Debug)]
pub(super) struct Excerpts {
    text: String,
    parts: Vec<Excerpt>,
    /// The labels in the order of the text.
    pub(super) marks: Vec<Mark>,
}

/// Lines of a file that follow one another.
#[derive(Debug)]
struct Excerpt {
    path: String,
    /// Its place in the text.
    range: Range<usize>,
    /// Its first line, counted from 0.
    first: usize,
    lines: usize,
}

/// A label, and where it is drawn.
#[derive(Debug)]
pub(super) struct Mark {
    range: Range<usize>,
    /// What its labels say, wrapped.
    words: String,
    /// The same as they say it.
    said: Vec<String>,
    /// The column in the file, counted from 0.
    column: usize,
    line: usize,
    pub(super) is_primary: bool,
}

/// A line of an excerpt.
pub(super) struct Line<'e> {
    /// Its number in the file, from 1.
    pub(super) number: usize,
    pub(super) text: &'e str,
    /// Its labels, in order and apart from each other.
    pub(super) marks: Vec<Marking<'e>>,
}

/// A label on a line.
pub(super) struct Marking<'e> {
    /// Its place in the line's text.
    pub(super) at: Range<usize>,
    /// What it says.
    pub(super) said: &'e [String],
    pub(super) is_primary: bool,
}

/// A label before its line is laid out. Offsets count from the file's start.
struct Wanted {
    file: usize,
    line: usize,
    range: Range<usize>,
    words: Vec<String>,
    is_primary: bool,
}

impl Excerpts {
    /// The lines of some labels, fit for `layout`; the first is the primary one.
    pub(super) fn new<'l>(texts: &Texts, labels: impl IntoIterator<Item = &'l Label>, layout: Layout) -> Self {
        let mut this = Self { text: String::new(), parts: Vec::new(), marks: Vec::new() };
        for labels in clusters(wanted(texts, labels)) {
            this.push(texts, labels, layout);
        }
        this
    }

    /// The labels as miette takes them.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.marks.iter().map(|mark| {
            let words = (!mark.words.is_empty()).then(|| mark.words.clone());
            let span = SourceSpan::new(mark.range.start.into(), mark.range.len());
            if mark.is_primary {
                LabeledSpan::new_primary_with_span(words, span)
            } else {
                LabeledSpan::new_with_span(words, span)
            }
        })
    }

    /// The excerpts, each as its path and its lines.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, Vec<Line<'_>>)> {
        self.parts.iter().map(|part| {
            let mut start = part.range.start;
            let lines = self.text[part.range.clone()].lines().enumerate().map(|(number, text)| {
                let from = start;
                start += text.len() + 1;
                let own = |mark: &&Mark| from <= mark.range.start && mark.range.start < start;
                let place = |mark: &Mark| mark.range.start - from..(mark.range.end - from).min(text.len());
                let marking = |mark| Marking { at: place(mark), said: &mark.said, is_primary: mark.is_primary };
                let marks = self.marks.iter().filter(own).map(marking).collect();
                Line { number: part.first + number + 1, text, marks }
            });
            (part.path.as_str(), lines.collect())
        })
    }

    fn push(&mut self, texts: &Texts, mut labels: Vec<Wanted>, layout: Layout) {
        labels.sort_by_key(|label| (label.range.start, label.range.end));
        let (Some(first), Some(last)) = (labels.first(), labels.last()) else { return };
        let file = texts.file(first.file);
        let (first, last) = (first.line, last.line);
        let budget = layout.width.saturating_sub((last + 1).to_string().len() + 4).max(2 * LEAST_ROOM);
        let start = self.text.len();
        for line in first..=last {
            let on_it: Vec<&Wanted> = labels.iter().filter(|label| label.line == line).collect();
            self.line(file, line, &on_it, budget, layout);
        }
        let path = layout.clean(&file.path).into_owned();
        self.parts.push(Excerpt { path, range: start..self.text.len(), first, lines: last - first + 1 });
    }

    fn line(&mut self, file: &File, line: usize, labels: &[&Wanted], budget: usize, layout: Layout) {
        let content = content(file, line);
        let text = &file.text[content.clone()];
        let ranges =
            apart(labels.iter().map(|label| label.range.start - content.start..label.range.end - content.start));
        let cut = cut(text, &ranges, labels, budget, layout.glyphs);
        let base = self.text.len();
        for (label, range) in labels.iter().zip(cut.ranges) {
            let column = middle(&cut.text, &range);
            let room = budget.saturating_sub(column + 4).max(LEAST_ROOM);
            let words: Vec<String> =
                label.words.iter().flat_map(|words| wrapped(&layout.clean(words), room, "", "")).collect();
            self.marks.push(Mark {
                range: base + range.start..base + range.end,
                words: words.join("\n"),
                said: label.words.clone(),
                column: file.text[content.start..label.range.start].chars().count(),
                line,
                is_primary: label.is_primary,
            });
        }
        self.text.push_str(cut.text.trim_end_matches(' '));
        // Cut off spaces that a label stands on are put back.
        let shown = self.marks.iter().map(|mark| mark.range.end).max().unwrap_or_default();
        while self.text.len() < shown {
            self.text.push(' ');
        }
        self.text.push('\n');
    }
}

impl SourceCode for Excerpts {
    /// The whole excerpt around `span`; without lines of context, only the place of a label. A span that crosses
    /// excerpts is out of bounds, so that each is drawn on its own.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let around = |excerpt: &&Excerpt| excerpt.range.start <= start && start < excerpt.range.end;
        let excerpt = self.parts.iter().find(around).ok_or(MietteError::OutOfBounds)?;
        if end > excerpt.range.end {
            return Err(MietteError::OutOfBounds);
        }
        let (range, line, column) = if lines_before == 0 {
            let mark = self.marks.iter().find(|mark| mark.range.start == start && mark.range.end == end);
            let (line, column) = mark.map_or((excerpt.first, 0), |mark| (mark.line, mark.column));
            (start..end, line, column)
        } else {
            (excerpt.range.clone(), excerpt.first, 0)
        };
        let data = &self.text.as_bytes()[range.clone()];
        let covered = SourceSpan::new(range.start.into(), range.len());
        let contents = MietteSpanContents::new_named(excerpt.path.clone(), data, covered, line, column, excerpt.lines);
        Ok(Box::new(contents))
    }
}

/// The labels of a finding, each kept on its first line; those of one place are one label.
fn wanted<'l>(texts: &Texts, labels: impl IntoIterator<Item = &'l Label>) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for (index, Label { span, text, .. }) in labels.into_iter().enumerate() {
        let file = texts.file_at(span.start);
        let held = texts.file(file);
        let letters = &held.text;
        let start = floor(letters, span.start.saturating_sub(held.base) as usize);
        let line = held.line_starts().partition_point(|&at| at as usize <= start) - 1;
        let content = content(held, line);
        let start = start.min(content.end);
        let end = (span.end().saturating_sub(held.base) as usize).clamp(start, content.end);
        let range = start..ceiling(letters, end);
        match all.iter_mut().find(|label| label.file == file && label.range == range) {
            Some(same) if same.words.contains(text) => {}
            Some(same) => same.words.push(text.clone()),
            None => all.push(Wanted { file, line, range, words: vec![text.clone()], is_primary: index == 0 }),
        }
    }
    all
}

/// The bytes of a line without its end.
fn content(file: &File, line: usize) -> Range<usize> {
    let starts = file.line_starts();
    let start = starts[line] as usize;
    let end = starts.get(line + 1).map_or(file.text.len(), |&next| next as usize);
    let text = &file.text[start..end];
    let text = text.strip_suffix('\n').unwrap_or(text);
    start..start + text.strip_suffix('\r').unwrap_or(text).len()
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn ceiling(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Labels of one file with few lines between them, in the order in which the finding names them.
fn clusters(labels: Vec<Wanted>) -> Vec<Vec<Wanted>> {
    let mut by_line: Vec<(usize, Wanted)> = labels.into_iter().enumerate().collect();
    by_line.sort_by_key(|(_, label)| (label.file, label.line));
    let mut clusters: Vec<Vec<(usize, Wanted)>> = Vec::new();
    for (index, label) in by_line {
        match clusters.last_mut() {
            Some(cluster)
                if cluster
                    .last()
                    .is_some_and(|(_, last)| last.file == label.file && label.line - last.line <= NEAR + 1) =>
            {
                cluster.push((index, label));
            }
            _ => clusters.push(vec![(index, label)]),
        }
    }
    clusters.sort_by_key(|cluster| cluster.iter().map(|(index, _)| *index).min());
    // The files stand together, in the order of their first label.
    let mut files: Vec<usize> = Vec::new();
    for cluster in &clusters {
        if !files.contains(&cluster[0].1.file) {
            files.push(cluster[0].1.file);
        }
    }
    clusters.sort_by_key(|cluster| files.iter().position(|&file| file == cluster[0].1.file));
    clusters.into_iter().map(|cluster| cluster.into_iter().map(|(_, label)| label).collect()).collect()
}

/// Ranges in order, each drawn only up to where the next begins.
fn apart(ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mut range in ranges {
        if let Some(before) = apart.last_mut() {
            if before.start == range.start {
                range.start = before.end.min(range.end);
            } else {
                before.end = before.end.min(range.start);
            }
        }
        apart.push(range);
    }
    apart
}

/// A line as it is shown, and where its labels stand in that.
struct Cut {
    text: String,
    ranges: Vec<Range<usize>>,
}

/// The line with as much around its labels as the budget of columns allows.
fn cut(line: &str, ranges: &[Range<usize>], labels: &[&Wanted], budget: usize, glyphs: Glyphs) -> Cut {
    if line.len() <= budget * 4 {
        let cut = shown(line, std::slice::from_ref(&(0..line.len())), ranges, glyphs);
        if fits(&cut, labels, budget) {
            return cut;
        }
    }
    if ranges.is_empty() {
        let keep = 0..after(line, 0, budget.saturating_sub(1));
        return shown(line, &[keep], ranges, glyphs);
    }
    let longest = (budget / (ranges.len() + 1)).max(8);
    let mut last = None;
    for around in AROUND {
        let cut = shown(line, &kept(line, ranges, around, longest), ranges, glyphs);
        if fits(&cut, labels, budget) {
            return cut;
        }
        last = Some(cut);
    }
    last.unwrap_or_else(|| shown(line, &[], ranges, glyphs))
}

/// Whether a line and the words of its labels stand within the budget, the words in a few lines at most.
fn fits(cut: &Cut, labels: &[&Wanted], budget: usize) -> bool {
    let wanted = (budget * 2 / 5).clamp(16, 44);
    let has_room = |(label, range): (&&Wanted, &Range<usize>)| {
        let words = label.words.iter().map(|words| words.width()).max().unwrap_or_default();
        middle(&cut.text, range) + 4 + words.min(wanted) <= budget
    };
    cut.text.width() <= budget && labels.iter().zip(&cut.ranges).all(has_room)
}

/// The column at which miette hangs a label's words up.
fn middle(text: &str, range: &Range<usize>) -> usize {
    let end = range.end.max(range.start);
    text[..range.start].width() + text[range.start..end].width() / 2
}

/// The parts of a line to keep: its head, and `around` characters around each label, of which a part is kept if it is
/// longer than `longest`.
fn kept(line: &str, ranges: &[Range<usize>], around: usize, longest: usize) -> Vec<Range<usize>> {
    let head = 0..after(line, 0, HEAD.min(around * 2));
    let mut parts = Vec::from([head]);
    for range in ranges {
        let (start, end) = (before(line, range.start, around), after(line, range.end, around));
        let cut = after(line, range.start, longest);
        if cut < range.end {
            parts.push(start..cut);
            parts.push(before(line, range.end, 1)..end);
        } else {
            parts.push(start..end);
        }
    }
    parts.sort_by_key(|part| part.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            // What is no longer than the sign for what is left out is not left out.
            Some(last) if part.start <= last.end + 3 => last.end = last.end.max(part.end),
            _ => joined.push(part),
        }
    }
    joined
}

/// The offset `count` characters before `at`.
fn before(line: &str, at: usize, count: usize) -> usize {
    line[..at].char_indices().rev().take(count).last().map_or(at, |(start, _)| start)
}

/// The offset `count` characters after `at`.
fn after(line: &str, at: usize, count: usize) -> usize {
    line[at..].char_indices().nth(count).map_or(line.len(), |(length, _)| at + length)
}

/// The kept parts of a line, written out.
fn shown(line: &str, parts: &[Range<usize>], ranges: &[Range<usize>], glyphs: Glyphs) -> Cut {
    let (ellipsis, dot) = if glyphs == Glyphs::Ascii { ("...", '?') } else { ("…", '·') };
    let mut out = Cut { text: String::new(), ranges: vec![0..0; ranges.len()] };
    let mut columns = 0;
    let mut end = 0;
    for part in parts {
        if part.start > end {
            out.text.push_str(ellipsis);
            columns += ellipsis.width();
        }
        for (at, c) in line[part.clone()].char_indices() {
            let at = part.start + at;
            let start = out.text.len();
            match c {
                '\t' => (columns..(columns + 1).next_multiple_of(TAB)).for_each(|_| out.text.push(' ')),
                c if is_hidden(c) => out.text.push(dot),
                c => out.text.push(c),
            }
            columns += if c == '\t' {
                out.text.len() - start
            } else if is_hidden(c) {
                1
            } else {
                c.width().unwrap_or(0)
            };
            for (range, drawn) in ranges.iter().zip(&mut out.ranges) {
                if at == range.start {
                    drawn.start = start;
                }
                if range.contains(&at) {
                    drawn.end = out.text.len();
                }
            }
        }
        end = part.end;
        for (range, drawn) in ranges.iter().zip(&mut out.ranges) {
            if range.is_empty() && range.start == end {
                *drawn = out.text.len()..out.text.len();
            }
        }
    }
    if end < line.len() {
        out.text.push_str(ellipsis);
    }
    for (range, drawn) in ranges.iter().zip(&mut out.ranges) {
        drawn.end = if range.is_empty() { drawn.start } else { drawn.end.max(drawn.start) };
    }
    out
}
