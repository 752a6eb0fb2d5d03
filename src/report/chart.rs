//! Things in time as a chart: what is certain, what is open, and what cannot be, on one axis. As [text](Plain) and as
//! [SVG](Svg), alone or [in a page](Inline).
//!
//! Time is drawn to scale where that keeps apart what lies apart. Where it does not (an event of one day beside a life
//! of seventy years) long stretches without an edge are drawn shorter than they are; the axis shows it.

mod plain;
mod scale;
mod svg;

pub use plain::Plain;
pub use svg::{DEFS, Extent, Inline, STYLE, Svg};

/// Days, each counted from 1970, or not known.
pub type Day = Option<i64>;

/// A thing in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// What it is called.
    pub name: String,
    /// The earliest and the latest day of its start.
    pub start: [Day; 2],
    /// The earliest and the latest day of its end.
    pub end: [Day; 2],
    /// Stretches of days that are said of it and cannot be.
    pub refuted: Vec<[Day; 2]>,
    /// Whether what is said of its time cannot all be.
    pub is_in_conflict: bool,
    /// When it was and why, in words.
    pub told: String,
}

impl Bar {
    /// The days on which it may be.
    fn possible(&self) -> [Day; 2] {
        [self.start[0], self.end[1]]
    }

    /// The days on which it surely is, first and last.
    fn certain(&self) -> Option<(i64, i64)> {
        self.start[1].zip(self.end[0]).filter(|(first, last)| first <= last)
    }

    /// Whether anything says when it is.
    pub fn is_dated(&self) -> bool {
        self.possible() != [None, None] || !self.refuted.is_empty()
    }

    /// Everything that is drawn of it, from the first day to the last.
    fn stretches(&self) -> impl Iterator<Item = [Day; 2]> {
        std::iter::once(self.possible()).chain(self.refuted.iter().copied())
    }
}

/// Two bars of which the first is over before the second begins.
pub(super) fn apart(bars: &[Bar]) -> Option<(&Bar, i64, &Bar, i64)> {
    let last = bars.iter().filter_map(|bar| Some((bar, bar.end[1]?))).min_by_key(|(_, last)| *last)?;
    let first = bars.iter().filter_map(|bar| Some((bar, bar.start[0]?))).max_by_key(|(_, first)| *first)?;
    (last.1 < first.1).then_some((last.0, last.1, first.0, first.1))
}
