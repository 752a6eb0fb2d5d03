//! Totals in the tables of a manuscript: a row or a column that is called one, and the cells that it sums up.
//!
//! A line of cells is additive if its total exceeds each of them: means, medians and shares do not. Of several lines of
//! a table one at least has to add up, or nothing is known of the others: they may hold subtotals.

use std::ops::Range;

use super::manuscript::Manuscript;
use crate::amount::Exact;
use crate::amount::prose::{Style, figures};
use crate::document::Table;
use crate::language::Vocabulary;

/// What heads a row or a column of totals.
static TOTALS: Vocabulary = Vocabulary::of(|language| language.totals);

/// The cells of a table that are looked at: larger ones are no tables for readers.
pub(super) const CELLS: usize = 10_000;

/// A total with what it sums up.
#[derive(Debug)]
pub(crate) struct Total {
    /// The number in its cell, and the block of that.
    pub(crate) stated: Exact,
    pub(crate) at: usize,
    /// What its parts come to, and the blocks of their cells.
    pub(crate) sum: Exact,
    pub(crate) parts: Vec<usize>,
    /// Whether the two are one, each number being rounded as it is written.
    pub(crate) adds_up: bool,
}

/// The totals of a manuscript's tables.
pub(crate) fn totals(manuscript: &Manuscript) -> Vec<Total> {
    let style = Style::of(&manuscript.language);
    let tables = Table::all(&manuscript.blocks);
    tables
        .iter()
        .filter(|table| table.cells.len() <= CELLS)
        .flat_map(|table| Grid::new(manuscript, table, style).totals())
        .collect()
}

/// The cells of a table by their places: each with its block, the words of it, and the number that it holds.
pub(super) struct Grid<'m> {
    pub(super) rows: usize,
    pub(super) columns: usize,
    cells: Vec<Option<(usize, &'m str, Option<Number>)>>,
}

/// A number, and the place value of its last digit.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) value: Exact,
    pub(super) place: Exact,
}

impl<'m> Grid<'m> {
    pub(super) fn new(manuscript: &'m Manuscript, table: &Table, style: Style) -> Self {
        let ends =
            |of: fn(&crate::document::Cell) -> u32| table.cells.iter().map(|(cell, _)| of(cell) as usize + 1).max();
        let (rows, columns) = (ends(|cell| cell.row).unwrap_or(0), ends(|cell| cell.column).unwrap_or(0));
        let mut cells = vec![None; if rows * columns <= 4 * CELLS { rows * columns } else { 0 }];
        for (cell, block) in &table.cells {
            let words = manuscript.blocks[*block].words.as_str();
            if let Some(place) = cells.get_mut(cell.row as usize * columns + cell.column as usize) {
                // A head may be a year, and of a cell of several paragraphs the number is not known.
                let is_number = place.is_none() && !cell.is_head;
                *place = Some((*block, words, number(words, style).filter(|_| is_number)));
            }
        }
        Self { rows, columns, cells }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> Option<&(usize, &'m str, Option<Number>)> {
        self.cells.get(row * self.columns + column)?.as_ref()
    }

    fn totals(&self) -> Vec<Total> {
        let down = lines(self.rows, self.columns, |row, column| self.at(row, column));
        down.into_iter().chain(lines(self.columns, self.rows, |column, row| self.at(row, column))).collect()
    }
}

/// The totals at the ends of lines that run along so many cells, by where each cell of a line stands.
fn lines<'g, 'm: 'g>(
    along: usize,
    across: usize,
    at: impl Fn(usize, usize) -> Option<&'g (usize, &'m str, Option<Number>)>,
) -> Vec<Total> {
    let is_total = |place: &usize| at(*place, 0).is_some_and(|(_, words, _)| TOTALS.has(&bare(words)));
    let Some(end) = (2..along).find(is_total) else { return Vec::new() };
    // What stands before the first number of any line is a head.
    let has_number =
        |place: &usize| (1..across).any(|line| at(*place, line).is_some_and(|(.., number)| number.is_some()));
    let Some(first) = (0..end).find(has_number) else { return Vec::new() };
    let totals: Vec<Total> = (1..across).filter_map(|line| total(first..end, end, |place| at(place, line))).collect();
    let known = totals.iter().any(|total| total.adds_up) || totals.len() == 1;
    if known { totals } else { Vec::new() }
}

/// The total at the end of one line, where each cell before it holds a number.
fn total<'g, 'm: 'g>(
    before: Range<usize>,
    end: usize,
    at: impl Fn(usize) -> Option<&'g (usize, &'m str, Option<Number>)>,
) -> Option<Total> {
    let (block, _, stated) = at(end)?;
    let stated = (*stated)?;
    let cells = before.map(|place| at(place).and_then(|(block, _, number)| Some((*block, (*number)?))));
    // A gap may be any number.
    let (parts, faces): (Vec<usize>, Vec<Number>) = cells.collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let zero = Exact::from(0);
    let is_additive = faces.iter().all(|part| part.value >= zero && part.value < stated.value);
    if faces.len() < 2 || !is_additive {
        return None;
    }
    let sum: Exact = faces.iter().map(|part| part.value).sum();
    // The digits of a cell that has fewer of them than the total may be cut off.
    let off_by = |part: &Number| if part.place > stated.place { part.place } else { part.place / 2 };
    let slack: Exact = stated.place / 2 + faces.iter().map(off_by).sum::<Exact>();
    let off = if sum > stated.value { sum - stated.value } else { stated.value - sum };
    // Parts beside their own subtotals come to twice the total, and years above it to anything.
    let is_near = off < stated.value / 2;
    is_near.then(|| Total { stated: stated.value, at: *block, sum, parts, adds_up: off <= slack })
}

/// The number that a cell holds, alone or with a share behind it: "1,204 (34%)".
pub(super) fn number(words: &str, style: Style) -> Option<Number> {
    let words = words.split(" (").next()?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '$' | '*'));
    let is_number = words.starts_with(|c: char| c.is_ascii_digit()) && words.ends_with(|c: char| c.is_ascii_digit());
    let [amount] = &figures(words, style)[..] else { return None };
    let written = amount.to_string();
    let is_read =
        is_number && words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'));
    let places = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let place = Exact::new(1, 10_i128.checked_pow(u32::try_from(places).ok()?)?);
    amount
        .face()
        .filter(|value| is_read && places < 9 && value.numer().unsigned_abs() < 1 << 60)
        .map(|value| Number { value, place })
}

/// A label in small letters, without the signs at its ends.
fn bare(words: &str) -> String {
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
