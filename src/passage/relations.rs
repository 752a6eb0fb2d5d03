//! Relations that the columns of a table hold in its rows, or its rows in its columns: one is the sum of two others,
//! their share, the growth from one to the other, or the shares of a line make a whole.
//!
//! Which relation is meant nobody says: it is what holds in most lines. One or two lines that do not hold it are told,
//! where one slip of a digit would make them: others may be reckoned otherwise.

use num_traits::{Signed, Zero};
use rustc_hash::FxHashSet;

use super::manuscript::Manuscript;
use super::totals::{CELLS, Grid, Number, number};
use crate::amount::prose::Style;
use crate::amount::{Exact, slips};
use crate::document::Table;

/// So many lines at least hold a relation, and so many for each that does not, of which there are so many at most.
const HOLDING: usize = 3;
const BROKEN: usize = 2;

/// Numbers of one relation stand no further apart than so many that are read.
const NEAR: usize = 4;

/// A share is told to a tenth of itself at least, and a sum to so many parts.
const TOLD: i128 = 10;

/// Larger numbers are not reckoned with, and none that is told more finely: so no quotient is too large.
const LARGEST: i128 = 1_000_000_000;
const FINEST: i128 = 10_000;

/// How the first number of a line follows from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// It is the sum of the two others.
    Sum,
    /// It is the percentage that the second is of the third.
    Share,
    /// It is by how many percent the third exceeds the second.
    Growth,
    /// All of them make 100 %.
    Whole,
}

/// Numbers of one line of a table, and whether they hold what those of the other lines do.
#[derive(Debug)]
pub(crate) struct Related {
    pub(crate) relation: Relation,
    /// The blocks of the numbers, and they as they are written.
    pub(crate) blocks: Vec<usize>,
    pub(crate) written: Vec<String>,
    /// The block of the first number of a line that holds the relation, where this one does not.
    pub(crate) other: Option<usize>,
}

/// What the numbers of a manuscript's tables hold, and where they do not. Of a line is told only once that it does not.
pub(crate) fn relations(manuscript: &Manuscript) -> Vec<Related> {
    let style = Style::of(&manuscript.language);
    let tables = Table::all(&manuscript.blocks);
    let small = tables.iter().filter(|table| table.cells.len() <= CELLS);
    small.flat_map(|table| of_table(&Grid::new(manuscript, table, style), style)).collect()
}

/// A number of a table.
#[derive(Clone, Copy)]
struct Face<'m> {
    block: usize,
    written: &'m str,
    is_percent: bool,
    number: Number,
}

fn of_table(grid: &Grid<'_>, style: Style) -> Vec<Related> {
    let headed: Vec<bool> = (0..grid.columns)
        .map(|column| {
            (0..grid.rows.min(2)).any(|row| grid.at(row, column).is_some_and(|(_, words, _)| words.contains('%')))
        })
        .collect();
    let face = |row: usize, column: usize| {
        let (block, words, told) = *grid.at(row, column)?;
        // A number that the grid has not read is a head.
        let bare = Some(words.trim()).filter(|bare| told.is_some() || number(bare, style).is_none())?;
        let written = bare.strip_suffix('%').unwrap_or(bare).trim_end();
        Some(Face {
            block,
            written,
            is_percent: bare.len() > written.len() || headed[column],
            number: signed(written, style)?,
        })
    };
    let faces: Vec<Vec<Option<Face<'_>>>> =
        (0..grid.rows).map(|row| (0..grid.columns).map(|column| face(row, column)).collect()).collect();
    let across = (0..grid.columns).map(|column| faces.iter().map(|row| row[column]).collect()).collect::<Vec<Vec<_>>>();
    let mut told = FxHashSet::default();
    let mut found = of_lines(&faces, style, &mut told);
    found.extend(of_lines(&across, style, &mut told));
    found
}

/// A number that may have a sign.
fn signed(written: &str, style: Style) -> Option<Number> {
    let size = written.trim_start_matches(['-', '−', '–', '+']);
    let Number { value, place } = number(size, style)?;
    let is_negative = written.starts_with(['-', '−', '–']);
    let is_told = value < Exact::from(LARGEST) && place >= Exact::new(1, FINEST);
    (is_told && written.len() - size.len() <= 3)
        .then_some(Number { value: if is_negative { -value } else { value }, place })
}

fn of_lines(lines: &[Vec<Option<Face<'_>>>], style: Style, told: &mut FxHashSet<usize>) -> Vec<Related> {
    let width = lines.first().map_or(0, Vec::len);
    let is_read = |place: &usize| lines.iter().filter(|line| line[*place].is_some()).nth(HOLDING - 1).is_some();
    let places: Vec<usize> = (0..width).filter(is_read).collect();
    let mut found = Vec::new();
    let shares = |place: &usize| {
        lines.iter().filter(|line| line[*place].is_some_and(|face| face.is_percent)).nth(HOLDING - 1).is_some()
    };
    let whole: Vec<usize> = places.iter().copied().filter(shares).collect();
    if whole.len() > 1 {
        found.extend(related(lines, Relation::Whole, &whole, style));
    }
    for (at, first) in places.iter().enumerate() {
        let near = &places[at.saturating_sub(NEAR)..(at + NEAR + 1).min(places.len())];
        for second in near.iter().filter(|second| *second != first) {
            for third in near.iter().filter(|third| *third != first && *third != second) {
                let is_of_counts = whole.contains(first) && !whole.contains(second) && !whole.contains(third);
                for (relation, is_tried) in
                    [(Relation::Sum, second < third), (Relation::Share, is_of_counts), (Relation::Growth, is_of_counts)]
                {
                    if is_tried {
                        found.extend(related(lines, relation, &[*first, *second, *third], style));
                    }
                }
            }
        }
    }
    found.retain(|it| {
        it.other.is_none()
            || it.blocks.iter().all(|block| !told.contains(block)) && {
                told.extend(&it.blocks);
                true
            }
    });
    found
}

/// The lines that hold a relation of the numbers at some places, with those that slip, if enough do.
fn related(lines: &[Vec<Option<Face<'_>>>], relation: Relation, places: &[usize], style: Style) -> Vec<Related> {
    let mut holding: Vec<Vec<Face<'_>>> = Vec::new();
    let mut broken: Vec<Vec<Face<'_>>> = Vec::new();
    for line in lines {
        let Some(faces) = places.iter().map(|place| line[*place]).collect::<Option<Vec<_>>>() else { continue };
        match holds(relation, &faces) {
            Some(true) => holding.push(faces),
            Some(false) if broken.len() == BROKEN => return Vec::new(),
            Some(false) => broken.push(faces),
            None => {}
        }
    }
    let different: FxHashSet<Exact> = holding.iter().map(|faces| faces[0].number.value).collect();
    if different.len() < HOLDING || holding.len() < HOLDING * broken.len() {
        return Vec::new();
    }
    broken.retain(|faces| slips_into(relation, faces, style));
    let other = holding[0][0].block;
    let told = |faces: &Vec<Face<'_>>, other: Option<usize>| Related {
        relation,
        blocks: faces.iter().map(|face| face.block).collect(),
        written: faces.iter().map(|face| face.written.to_owned()).collect(),
        other,
    };
    holding.iter().map(|faces| told(faces, None)).chain(broken.iter().map(|faces| told(faces, Some(other)))).collect()
}

/// Whether one slip of a digit keeps numbers from holding a relation.
fn slips_into(relation: Relation, faces: &[Face<'_>], style: Style) -> bool {
    (0..faces.len()).any(|at| {
        slips(faces[at].written).any(|written| {
            let mut mended = faces.to_vec();
            signed(&written, style).is_some_and(|number| {
                mended[at].number = number;
                holds(relation, &mended) == Some(true)
            })
        })
    })
}

/// Whether numbers hold a relation, each being rounded as it is written; `None` where that would tell nothing.
fn holds(relation: Relation, faces: &[Face<'_>]) -> Option<bool> {
    let numbers: Vec<Number> = faces.iter().map(|face| face.number).collect();
    let hundred = Exact::from(100);
    let between = |part: Number, whole: Number, less: i128| {
        let [half, other] =
            [part, whole].map(|it| if it.place == Exact::from(1) { Exact::zero() } else { it.place / 2 });
        let is_open = !(whole.value - other).is_positive() || part.value.is_negative() || part.value.is_zero();
        let ends = [(part.value - half, whole.value + other), (part.value + half, whole.value - other)];
        (!is_open).then(|| ends.map(|(part, whole)| part / whole * hundred - Exact::from(less)))
    };
    match (relation, &numbers[..]) {
        (Relation::Sum, [sum, one, two]) => {
            let slack = (sum.place + one.place + two.place) / 2;
            let are_alike = faces.iter().all(|face| face.is_percent == faces[0].is_percent);
            let is_told = sum.value.abs() > slack * TOLD && !one.value.is_zero() && !two.value.is_zero();
            (are_alike && is_told).then(|| (one.value + two.value - sum.value).abs() <= slack)
        }
        (Relation::Share | Relation::Growth, [stated, one, two]) => {
            let is_share = relation == Relation::Share;
            let [low, high] = if is_share { between(*one, *two, 0)? } else { between(*two, *one, 100)? };
            // One that is cut off is not rounded.
            let ends = [stated.value - stated.place, stated.value + stated.place];
            let is_told = stated.value.abs() >= stated.place * TOLD && high - low < stated.value.abs() / TOLD;
            let is_one = faces[0].is_percent && !faces[1].is_percent && !faces[2].is_percent && one.value != two.value;
            (is_told && is_one).then(|| low <= ends[1] && ends[0] <= high)
        }
        (Relation::Whole, shares) => {
            let slack: Exact = shares.iter().map(|share| share.place / 2).sum();
            let sum: Exact = shares.iter().map(|share| share.value).sum();
            let are_shares = faces.iter().all(|face| face.is_percent && !face.number.value.is_negative());
            let is_told = are_shares && slack * TOLD < hundred && shares.iter().all(|share| share.value < hundred);
            is_told.then(|| (sum - hundred).abs() <= slack)
        }
        _ => None,
    }
}
