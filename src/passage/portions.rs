//! Shares in the tables of a manuscript: columns of counts that are told with their percentages, "36 (31.3%)", or with
//! a column of them beside.
//!
//! Of which whole they are is what the head of the column says, `n = 18`, or what most of the rows agree on. A row that
//! does not is looked at only where one slip of a digit would make it agree: others may be of another whole, as where
//! answers are missing.

use super::manuscript::Manuscript;
use super::totals::{CELLS, Grid, Number, number};
use crate::amount::prose::Style;
use crate::amount::{Exact, slips};
use crate::document::Table;

/// So many rows at least have to agree, and so many for each that does not; fewer with a whole that is told.
const AGREEING: usize = 4;
const WITH_TOLD: usize = 2;

/// A count with its share.
#[derive(Debug)]
pub(crate) struct Portion {
    /// The block of the share, and that of the count: the same where a cell holds both.
    pub(crate) at: usize,
    pub(crate) of: usize,
    /// The two as they are written.
    pub(crate) count: String,
    pub(crate) share: String,
    /// What would agree with the others: the share, else the count.
    pub(crate) mended: Option<String>,
    /// The block of a share that agrees with the others.
    pub(crate) other: usize,
}

/// The portions of a manuscript's tables of which it is known whether they agree with the others of their column.
pub(crate) fn portions(manuscript: &Manuscript) -> Vec<Portion> {
    let style = Style::of(&manuscript.language);
    let tables = Table::all(&manuscript.blocks);
    let small = tables.iter().filter(|table| table.cells.len() <= CELLS);
    small.flat_map(|table| of_table(&Grid::new(manuscript, table, style), style)).collect()
}

/// A count and a share in a row, each with its block, as it is written and as a number.
struct Pair<'m> {
    count: (usize, &'m str, Number),
    share: (usize, &'m str, Number),
}

fn of_table(grid: &Grid<'_>, style: Style) -> Vec<Portion> {
    let mut portions = Vec::new();
    for column in 1..grid.columns {
        let heads = || (0..grid.rows.min(3)).filter_map(|row| Some(grid.at(row, column)?.1));
        let is_headed = heads().any(|words| words.contains("(%"));
        let told = heads().find_map(told_whole);
        let within: Vec<Pair<'_>> =
            (1..grid.rows).filter_map(|row| within(grid, row, column, (style, is_headed))).collect();
        let beside = || (1..grid.rows).filter_map(|row| beside(grid, row, column, style)).collect();
        portions.extend(judged(&if within.is_empty() { beside() } else { within }, told, style));
    }
    portions
}

/// The whole that a head tells: "(n = 18)".
fn told_whole(words: &str) -> Option<Exact> {
    let (before, behind) = words.split_once(['=', '＝'])?;
    let name = before.trim_end().strip_suffix(['n', 'N'])?;
    let behind = behind.trim_start();
    let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
    let whole: u32 = behind[..end].parse().ok()?;
    let is_whole = !name.ends_with(char::is_alphanumeric) && !behind[end..].starts_with(['.', ',']);
    is_whole.then(|| Exact::from(i128::from(whole)))
}

/// "36 (31.3%)", or "36 (31.3)" where the column is headed so.
fn within<'m>(grid: &Grid<'m>, row: usize, column: usize, (style, is_headed): (Style, bool)) -> Option<Pair<'m>> {
    let (block, words, count) = *grid.at(row, column)?;
    let (first, behind) = words.split_once([' ', '('])?;
    let inner = behind.trim_matches([' ', '(', ')']);
    let written = inner.strip_suffix('%').or(Some(inner).filter(|_| is_headed))?.trim_end();
    let count = count.filter(|count| count.place == Exact::from(1) || !is_headed);
    Some(Pair { count: (block, first, count?), share: (block, written, number(written, style)?) })
}

/// "36" and "31.3%" behind it, or "31.3" where the column is headed so.
fn beside<'m>(grid: &Grid<'m>, row: usize, column: usize, style: Style) -> Option<Pair<'m>> {
    let (block, words, share) = *grid.at(row, column)?;
    let written = words.trim().strip_suffix('%').map(str::trim_end);
    let headed = || (0..row.min(2)).any(|head| grid.at(head, column).is_some_and(|(_, words, _)| words.contains('%')));
    let share = match written {
        Some(written) => (block, written, number(written, style)?),
        None if headed() => (block, words.trim(), share?),
        None => return None,
    };
    let count = (1..column).rev().find_map(|before| {
        let (block, words, count) = *grid.at(row, before)?;
        Some((block, words.trim(), count.filter(|count| count.place == Exact::from(1))?))
    });
    count.map(|count| Pair { count, share })
}

/// Between which numbers the whole lies of which a count is a share, that being rounded as it is written, or cut off.
fn whole(count: &Number, share: &Number) -> Option<[Exact; 2]> {
    let hundred = Exact::from(100);
    let half = share.place / 2;
    let is_open = count.value <= Exact::from(0) || share.value <= half || share.value >= hundred;
    (!is_open)
        .then(|| [count.value * hundred / (share.value + share.place), count.value * hundred / (share.value - half)])
}

/// The pairs of a column that agree on a whole, which may be told, and those that would but for a slip.
fn judged(pairs: &[Pair<'_>], told: Option<Exact>, style: Style) -> Vec<Portion> {
    let wholes: Vec<Option<[Exact; 2]>> = pairs.iter().map(|pair| whole(&pair.count.2, &pair.share.2)).collect();
    let known: Vec<[Exact; 2]> = wholes.iter().flatten().copied().collect();
    let Some(common) = told.map(|whole| [whole, whole]).or_else(|| common(&known)) else { return Vec::new() };
    let meets = |whole: [Exact; 2]| overlap(whole, common);
    let agreeing = known.iter().filter(|whole| meets(**whole)).count();
    let differing = known.len() - agreeing;
    let Some(other) = pairs.iter().zip(&wholes).find(|(_, whole)| whole.is_some_and(meets)) else { return Vec::new() };
    if agreeing < if told.is_some() { WITH_TOLD } else { AGREEING } * differing.max(1) {
        return Vec::new();
    }
    // Where answers are missing several rows are of another whole, and no slip makes that.
    let apart: Vec<[Exact; 2]> = known.iter().filter(|whole| !meets(**whole)).copied().collect();
    let missing =
        self::common(&apart).filter(|other| apart.iter().filter(|whole| overlap(**whole, *other)).count() > 1);
    let middle = (common[0] + common[1]) / 2;
    let holds = |[low, high]: [Exact; 2]| low <= middle && middle <= high;
    let is_of_others = |whole: [Exact; 2]| missing.is_some_and(|missing| overlap(whole, missing));
    let judge = |(pair, whole): (&Pair<'_>, &Option<[Exact; 2]>)| {
        let mended = match (*whole)? {
            whole if meets(whole) => None,
            whole if is_of_others(whole) => return None,
            _ => Some(mended(pair, style, holds)?),
        };
        let [count, share] = [pair.count.1, pair.share.1].map(str::to_owned);
        Some(Portion { at: pair.share.0, of: pair.count.0, count, share, mended, other: other.0.share.0 })
    };
    pairs.iter().zip(&wholes).filter_map(judge).collect()
}

fn overlap(one: [Exact; 2], other: [Exact; 2]) -> bool {
    one[0] <= other[1] && other[0] <= one[1]
}

/// The numbers that lie within the most of some stretches.
fn common(stretches: &[[Exact; 2]]) -> Option<[Exact; 2]> {
    let mut ends: Vec<(Exact, bool)> =
        stretches.iter().flat_map(|[low, high]| [(*low, false), (*high, true)]).collect();
    ends.sort_unstable();
    let (mut open, mut most, mut best) = (0, 0, None);
    for (place, (end, closes)) in ends.iter().enumerate() {
        if *closes {
            open -= 1;
            continue;
        }
        open += 1;
        if open > most {
            most = open;
            best = ends.get(place + 1).map(|next| [*end, next.0]);
        }
    }
    best
}

/// What a slip of the share, else of the count, should have been for the pair to agree.
fn mended(pair: &Pair<'_>, style: Style, holds: impl Fn([Exact; 2]) -> bool) -> Option<String> {
    let share = slips(pair.share.1).find(|written| {
        let other = number(written, style);
        other.and_then(|share| whole(&pair.count.2, &share)).is_some_and(&holds)
    });
    share.map(|share| format!("{share}%")).or_else(|| {
        slips(pair.count.1).find(|written| {
            let other = number(written, style);
            other.and_then(|count| whole(&count, &pair.share.2)).is_some_and(&holds)
        })
    })
}
