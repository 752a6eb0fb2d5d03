//! Numbers of the text that are slips for those of a table: "32.2 at high tide", where the cell has 23.2.
//!
//! What a sentence tells of a row or a column it tells with others of its numbers, or with the words at its head. A
//! number that stands nowhere else, and differs from that of a cell by one slip of a digit, is told.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::manuscript::{Manuscript, Sentence, within};
use super::totals::{CELLS, Grid};
use super::worth::{walls, words};
use crate::amount::prose::{Style, figures, numbers};
use crate::amount::{slips, weight};
use crate::document::Table;
use crate::language::Vocabulary;

static LIGHT: Vocabulary = Vocabulary::of(|language| language.light);

/// A number has so many digits that tell something, and one beside it that is the same so many.
const DIGITS: usize = 3;
const BESIDE: usize = 2;
/// Words of so many letters are looked at, and known by so many.
const LETTERS: usize = 4;
const STEM: usize = 5;
/// In a sentence of more numbers none is looked for.
const NUMBERS: usize = 40;

/// A number of a sentence, and the cell that it is a slip for.
#[derive(Debug)]
pub(crate) struct Slipped {
    /// The sentence, by its number, and the part of it.
    pub(crate) sentence: usize,
    pub(crate) at: Range<usize>,
    /// The block of the cell, and the number there.
    pub(crate) cell: usize,
    pub(crate) theirs: String,
}

/// A number of a table: where it stands.
struct Entry {
    block: usize,
    /// Its row and its column, by their numbers among those of all tables.
    lines: [usize; 2],
    /// Whether the cell has a part of one for it.
    is_part: bool,
}

/// What the rows and columns of a manuscript's tables hold: numbers, and words at their heads.
#[derive(Default)]
struct Tables {
    entries: BTreeMap<String, Vec<Entry>>,
    numbers: Vec<FxHashSet<String>>,
    heads: Vec<FxHashSet<String>>,
}

/// The numbers of the text that are slips for those of a table.
pub(crate) fn slipped(manuscript: &Manuscript) -> Vec<Slipped> {
    let style = Style::of(&manuscript.language);
    let tables = Tables::of(manuscript, style);
    if tables.entries.is_empty() {
        return Vec::new();
    }
    let mut told: FxHashMap<String, usize> = FxHashMap::default();
    for figure in manuscript.blocks.iter().flat_map(|block| figures(&block.words, style)) {
        *told.entry(written(&figure.to_string())).or_default() += 1;
    }
    let of_sentence = |(number, sentence): (usize, &Sentence)| {
        let found = of(manuscript, sentence, &tables, &told, style);
        found.into_iter().map(move |it| Slipped { sentence: number, ..it }).collect::<Vec<_>>()
    };
    manuscript.sentences.iter().enumerate().flat_map(of_sentence).collect()
}

fn of(
    manuscript: &Manuscript,
    sentence: &Sentence,
    tables: &Tables,
    told: &FxHashMap<String, usize>,
    style: Style,
) -> Vec<Slipped> {
    let text = manuscript.words(sentence);
    let cited = manuscript.citations[sentence.citations.clone()].iter();
    let cited = cited.map(|it| within(&sentence.range, &it.range)).collect();
    let found = numbers(text, style, &walls(cited, sentence.worth.as_ref()));
    let own: Vec<(String, Range<usize>)> =
        found.into_iter().map(|it| (written(&it.amount.to_string()), it.at)).collect();
    let is_told = |(number, _): &&(String, Range<usize>)| weight(number) >= DIGITS && told.get(number) == Some(&1);
    if own.len() > NUMBERS || !own.iter().any(|it| is_told(&it)) {
        return Vec::new();
    }
    let said = stems(text);
    let slip = |(number, at): &(String, Range<usize>)| {
        slips(number).find_map(|theirs| {
            let entries = tables.entries.get(&theirs)?;
            let is_beside = |line: &usize| {
                let others =
                    own.iter().filter(|(other, _)| other != number && other.len() > 1 && weight(other) >= BESIDE);
                others.filter(|(other, _)| tables.numbers[*line].contains(other)).count()
            };
            let is_named = |line: &usize| !tables.heads[*line].is_disjoint(&said);
            let is_here = own.iter().any(|(other, _)| *other == theirs);
            let is_one = |entry: &&Entry| {
                let beside = entry.lines.iter().map(is_beside).max().unwrap_or(0);
                let named = entry.lines.iter().filter(|line| is_named(line)).count();
                // What is told as another number has to have the digits of the cell.
                let has_digits = || sorted(number) == sorted(&theirs);
                (!entry.is_part || has_digits())
                    && (beside > 1 && named > 0 || named > 1 && beside > 0 || named > 1 && weight(number) > DIGITS)
            };
            let entry = entries.iter().find(is_one).filter(|_| !is_here)?;
            Some(Slipped { sentence: 0, at: at.clone(), cell: entry.block, theirs })
        })
    };
    own.iter().filter(is_told).filter_map(slip).collect()
}

impl Tables {
    fn of(manuscript: &Manuscript, style: Style) -> Self {
        let mut tables = Self::default();
        for table in Table::all(&manuscript.blocks).iter().filter(|table| table.cells.len() <= CELLS) {
            let grid = Grid::new(manuscript, table, style);
            let first = tables.numbers.len();
            tables.numbers.resize_with(first + grid.rows + grid.columns, FxHashSet::default);
            tables.heads.resize_with(first + grid.rows + grid.columns, FxHashSet::default);
            for (row, column) in (0..grid.rows).flat_map(|row| (0..grid.columns).map(move |column| (row, column))) {
                let Some((block, cell, _)) = grid.at(row, column).filter(|(_, cell, _)| !is_grouped(cell)) else {
                    continue;
                };
                let lines = [first + row, first + grid.rows + column];
                if row == 0 || column == 0 {
                    let heads = [(column == 0, lines[0]), (row == 0, lines[1])];
                    heads
                        .iter()
                        .filter(|(is_head, _)| *is_head)
                        .for_each(|(_, line)| tables.heads[*line].extend(stems(cell)));
                }
                let numbers = figures(cell, style).into_iter().map(|figure| written(&figure.to_string()));
                for (number, is_part) in numbers.flat_map(|number| [(in_percent(&number), true), (Some(number), false)])
                {
                    let Some(number) = number else { continue };
                    for line in lines {
                        tables.numbers[line].insert(number.clone());
                    }
                    if weight(&number) >= DIGITS {
                        tables.entries.entry(number).or_default().push(Entry { block: *block, lines, is_part });
                    }
                }
            }
        }
        tables
    }
}

/// Whether a blank stands within a number: `24 310`.
fn is_grouped(cell: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    cell.as_bytes().windows(3).any(|three| is_digit(three[0]) && three[1] == b' ' && is_digit(three[2]))
}

fn sorted(number: &str) -> Vec<char> {
    let mut digits: Vec<char> = number.chars().collect();
    digits.sort_unstable();
    digits
}

/// A part of one as a text may tell it: "71.8%" of 0.718.
fn in_percent(number: &str) -> Option<String> {
    let (percent, rest) = number.strip_prefix("0.")?.split_at_checked(2).filter(|(_, rest)| !rest.is_empty())?;
    let whole = percent.strip_prefix('0').unwrap_or(percent);
    Some(format!("{whole}.{rest}"))
}

/// The long words of a text, as they begin.
fn stems(text: &str) -> FxHashSet<String> {
    let small = words(text).map(|(_, word)| word.to_lowercase());
    let long = small.filter(|word| word.chars().count() >= LETTERS && !LIGHT.has(word));
    long.map(|word| word.chars().take(STEM).collect()).collect()
}

/// A number without what bounds it and its unit.
fn written(amount: &str) -> String {
    let is_of = |c: char| c.is_ascii_digit() || c == '.';
    let start = amount.find(is_of).unwrap_or(amount.len());
    amount[start..].split(|c| !is_of(c)).next().unwrap_or_default().to_owned()
}
