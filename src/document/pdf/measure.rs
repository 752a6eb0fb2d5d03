//! What is usual in a PDF: how high its letters are, how far its lines stand apart, how long they are, and which lines
//! come back from page to page.

use std::collections::BTreeMap;

use super::layout::{Line, Page};
use crate::document::outline;
use crate::language::opens_caption;

/// So many lines at the head and at the foot of a page may come back on others.
const EDGE: usize = 2;

/// The lines of a paragraph stand no further apart than so many times the height of their letters.
const SPACED: f32 = 3.2;

/// The usual measures, in points.
pub(super) struct Measures {
    /// How high most letters are.
    pub(super) body: f32,
    /// How far the tops of two lines of that height stand apart.
    pub(super) leading: f32,
    /// How long a full line is.
    pub(super) width: f32,
    /// Whether the lines of an entry of the bibliography are indented but for the first.
    pub(super) hangs: bool,
    running: BTreeMap<String, usize>,
}

impl Measures {
    pub(super) fn of(pages: &[Page]) -> Self {
        let lines = || pages.iter().flat_map(|page| page.blocks.iter().flatten());
        let sizes = lines().map(|line| (tenths(line.size), letters(line)));
        let body = most(sizes).map_or(10.0, |size| size as f32 / 10.0);
        let is_body = |line: &&Line| is_alike(line.size, body);
        let pitches = pairs(pages).filter(|[line, next]| is_body(line) && is_body(next));
        let pitches = pitches.map(|[line, next]| (tenths(next.at.top - line.at.top) / 2, 1));
        let leading = most(pitches.filter(|(pitch, _)| *pitch > 0)).map_or(body * 1.2, |pitch| pitch as f32 / 5.0);
        let mut widths: Vec<f32> = lines().filter(is_body).map(|line| line.at.width()).collect();
        widths.sort_by(f32::total_cmp);
        let width = widths.get(widths.len() * 9 / 10).copied().unwrap_or(1.0).max(1.0);
        Self { body, leading, width, hangs: hangs(pages, leading), running: running(pages) }
    }

    /// Whether a line is larger than the text.
    pub(super) fn is_large(&self, line: &Line) -> bool {
        line.size > self.body * 1.08
    }

    /// Whether a line is smaller than the text.
    pub(super) fn is_small(&self, line: &Line) -> bool {
        line.size < self.body * 0.95
    }

    /// Whether two lines of a size stand no further apart than those of a paragraph.
    pub(super) fn is_close(&self, pitch: f32, size: f32) -> bool {
        pitch <= self.leading * 1.18 * (size / self.body).max(1.0) + 0.4
    }

    /// The lines of a page that stand at its head or foot and come back, by their numbers among all of its lines.
    pub(super) fn running(&self, page: &Page) -> Vec<usize> {
        let lines: Vec<&Line> = page.blocks.iter().flatten().collect();
        edges(&lines).into_iter().filter(|at| self.running.contains_key(&form(&words(lines[*at])))).collect()
    }
}

/// Whether two heights are those of letters of one size.
pub(super) fn is_alike(one: f32, other: f32) -> bool {
    (one - other).abs() <= 0.06 * one.max(other)
}

/// The words of a line, one blank between them.
pub(super) fn words(line: &Line) -> String {
    line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn tenths(length: f32) -> i32 {
    (length * 10.0).round() as i32
}

fn letters(line: &Line) -> usize {
    line.words.iter().map(|word| word.text.chars().count()).sum()
}

/// The value that most speaks for; of two alike the larger one.
fn most(values: impl Iterator<Item = (i32, usize)>) -> Option<i32> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for (value, count) in values {
        *counts.entry(value).or_default() += count;
    }
    counts.into_iter().max_by_key(|(value, count)| (*count, *value)).map(|(value, _)| value)
}

/// The lines that follow each other in a column, those of different blocks too: where a draft is double-spaced, each
/// line is a block.
fn pairs(pages: &[Page]) -> impl Iterator<Item = [&Line; 2]> {
    let pairs = pages.iter().flat_map(|page| {
        let lines = || page.blocks.iter().flatten();
        lines().zip(lines().skip(1)).map(|(line, next)| [line, next])
    });
    pairs.filter(|[line, next]| line.at.shares_columns(next.at) && next.at.top - line.at.top < line.size * SPACED)
}

/// Whether, below the heading of the bibliography, lines that stand close are indented against those before them.
fn hangs(pages: &[Page], leading: f32) -> bool {
    let lines: Vec<&Line> = pages.iter().flat_map(|page| page.blocks.iter().flatten()).collect();
    let Some(head) = lines.iter().rposition(|line| outline::heads_bibliography(&words(line))) else { return false };
    let close = lines[head + 1..].windows(2).filter(|pair| {
        let pitch = pair[1].at.top - pair[0].at.top;
        pitch > 0.0 && pitch < leading * 1.3 && pair[0].at.shares_columns(pair[1].at)
    });
    let (mut deeper, mut all) = (0, 0);
    for pair in close {
        let step = (pair[1].at.left - pair[0].at.left) / pair[0].size.max(1.0);
        deeper += usize::from((0.7..6.0).contains(&step));
        all += 1;
    }
    deeper >= 2 && deeper * 8 >= all
}

/// The lines that come back at the edges of a third of the pages, and of two at least, but for their numbers.
fn running(pages: &[Page]) -> BTreeMap<String, usize> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let lines: Vec<&Line> = page.blocks.iter().flatten().collect();
        let edges = edges(&lines).into_iter().map(|at| words(lines[at]));
        // A table over several pages has its caption on each of them.
        let mut forms: Vec<String> = edges.filter(|words| !opens_caption(words)).map(|words| form(&words)).collect();
        forms.sort_unstable();
        forms.dedup();
        for form in forms.into_iter().filter(|form| !form.is_empty()) {
            *seen.entry(form).or_default() += 1;
        }
    }
    seen.retain(|_, count| *count >= 2 && *count * 3 >= pages.len());
    seen
}

/// The lines that stand highest and lowest on a page, by their numbers.
fn edges(lines: &[&Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|one, other| lines[*one].at.top.total_cmp(&lines[*other].at.top));
    let foot = order.len().saturating_sub(EDGE).max(EDGE.min(order.len()));
    [&order[..EDGE.min(order.len())], &order[foot..]].concat()
}

/// A line with its numbers told alike: those of pages go up from one to the next.
fn form(line: &str) -> String {
    let mut form = String::new();
    for letter in line.chars() {
        if !letter.is_ascii_digit() {
            form.push(letter);
        } else if !form.ends_with('0') {
            form.push('0');
        }
    }
    form
}
