//! The order in which the lines of a page are read: two columns one after the other, between lines that span both.
//!
//! The order that `pdftotext` gives is not enough: where gaps in both columns lie at one height it goes from column to
//! column, paragraph by paragraph. So the white stripe between the columns is looked for here: where the fewest lines
//! cross the page from top to bottom, if lines stand on both sides of it and beside each other. A page of one column
//! keeps the order that it came in.

use super::layout::Line;

/// At so many places a stripe is looked for.
const PLACES: usize = 200;
/// Of so many lines one may cross the stripe: a title, a wide table.
const CROSSING: usize = 3;
/// So many lines have to stand on each side, unless a page before has the same columns.
const SIDE: usize = 4;

/// The columns of the pages so far.
#[derive(Debug, Default)]
pub(super) struct Columns {
    known: Option<Stripe>,
}

/// The white between two columns.
#[derive(Clone, Copy, Debug)]
struct Stripe {
    at: f32,
    /// Where the columns begin.
    left: f32,
    right: f32,
}

/// On which side of a stripe a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Across,
    Right,
}

impl Stripe {
    fn side(&self, line: &Line) -> Side {
        let slack = line.size * 0.2;
        match () {
            () if line.at.right <= self.at + slack => Side::Left,
            () if line.at.left >= self.at - slack => Side::Right,
            () => Side::Across,
        }
    }
}

/// A line, by its number, and where its column begins; `None` where the page has one column.
pub(super) type Read = (usize, Option<f32>);

impl Columns {
    /// The lines of a page as they are read.
    pub(super) fn read(&mut self, lines: &[&Line]) -> Vec<Read> {
        let Some(stripe) = self.stripe(lines) else { return (0..lines.len()).map(|number| (number, None)).collect() };
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by(|one, other| {
            let (one, other) = (lines[*one].at, lines[*other].at);
            one.top.total_cmp(&other.top).then(one.left.total_cmp(&other.left))
        });
        let (mut read, mut right): (Vec<Read>, Vec<Read>) = (Vec::new(), Vec::new());
        for number in order {
            match stripe.side(lines[number]) {
                Side::Left => read.push((number, Some(stripe.left))),
                Side::Right => right.push((number, Some(stripe.right))),
                Side::Across => {
                    read.append(&mut right);
                    read.push((number, Some(stripe.left)));
                }
            }
        }
        read.append(&mut right);
        read
    }

    /// The stripe of a page: its own, else that of the pages before if hardly a line crosses it.
    fn stripe(&mut self, lines: &[&Line]) -> Option<Stripe> {
        let own = found(lines);
        let stripe = match (own, self.known) {
            (Some(own), Some(known)) if (own.at - known.at).abs() < 12.0 => {
                Stripe { at: own.at, left: own.left.min(known.left), right: own.right.min(known.right) }
            }
            (Some(own), _) => own,
            (None, known) => known.filter(|known| {
                let across = lines.iter().filter(|line| known.side(line) == Side::Across).count();
                across * CROSSING <= lines.len()
            })?,
        };
        self.known = Some(stripe);
        Some(stripe)
    }
}

/// The stripe that parts the lines of a page, if one does.
fn found(lines: &[&Line]) -> Option<Stripe> {
    let first = lines.iter().map(|line| line.at.left).reduce(f32::min)?;
    let last = lines.iter().map(|line| line.at.right).reduce(f32::max)?;
    let place = |number: usize| first + (last - first) * (number as f32 + 0.5) / PLACES as f32;
    let crossing = |at: f32| lines.iter().filter(|line| line.at.left < at && at < line.at.right).count();
    let counts: Vec<(usize, usize)> =
        (PLACES / 6..PLACES * 5 / 6).map(|number| (number, crossing(place(number)))).collect();
    let fewest = counts.iter().map(|(_, count)| *count).min()?;
    let widest =
        counts.chunk_by(|one, next| one.1 == next.1).filter(|run| run[0].1 == fewest).max_by_key(|run| run.len())?;
    let at = place(widest[widest.len() / 2].0);
    let stripe = Stripe { at, left: first, right: last };
    let of = |side: Side| lines.iter().filter(move |line| stripe.side(line) == side);
    let begins = |side: Side| of(side).map(|line| line.at.left).reduce(f32::min);
    let stripe = Stripe { at, left: begins(Side::Left)?, right: begins(Side::Right)? };
    let is_full = |side: Side, width: f32| {
        let long = of(side).filter(|line| line.at.width() > width * 0.6).count();
        long >= SIDE && long * 2 >= of(side).count()
    };
    let few_cross = of(Side::Across).count() * CROSSING <= lines.len();
    let beside = of(Side::Left).filter(|line| of(Side::Right).any(|other| line.at.is_beside(other.at))).count();
    let parts = few_cross
        && beside >= SIDE - 1
        && is_full(Side::Left, at - stripe.left)
        && is_full(Side::Right, last - stripe.right);
    parts.then_some(stripe)
}
