//! Values with their precision and unit: "more than 400", "about 11 billion USD", "5.0".
//!
//! An [`Amount`] is read from text, so that its last digit survives: `5.0` says more than `5`. It stands for all
//! numbers that whoever wrote it can have meant, an [`Interval`] with exact ends in two [readings](Reading):
//!
//! | written | nominal | hard |
//! |---|---|---|
//! | `85%`, `2.1 km` | rounded to the last digit: from 84.5 to 85.5 | the same |
//! | `16400 USD` | rounded to the last digit: from 16399.5 to 16400.5 | zeros at the end may stand for digits that nobody counted: from 16350 to 16450 |
//! | `100%`, `0%` of a [share](Amount::share) | rounded to the last digit: from 99.5 to 100.5 | the same |
//! | `13427 soldiers` | what is counted is whole: 13427 | the same |
//! | `10000 soldiers` | 10000 | from 5000 to 15000 |
//! | `>400`, `<=5` | all numbers beyond | the same |
//! | `5..7 soldiers` | from 5 to 7, both included | the same |
//! | `5..7 km` | more than 4.5, less than 7.5 | the same |
//! | `~70%` | 10 % more or less | 25 % more or less |
//! | `dozens`, `hundreds` | from 2 to 100 times the word | from once the word on |
//!
//! The ends of a rounded number belong to it, since some round a half up and some down.
//!
//! `.` is the decimal point. `,`, `_`, an apostrophe, a thin space or a no-break space stand between groups of three
//! digits and nowhere else, so `16,500` is a whole number and `16.500` has three decimals ([`Amount::misreading`]).
//! A billion has nine zeros and a trillion twelve. A number of more than 18 digits, or beyond 24 places before or after
//! the point, is too large to reckon with, and a fault. All arithmetic is exact; no binary floating point takes part.

mod currencies;
mod interval;
pub mod prose;
mod read;
mod slips;
mod spoken;
mod units;

use num_traits::{CheckedAdd, CheckedMul, CheckedSub, One, Signed, Zero};

pub use interval::{Exact, Interval};
pub use read::BadAmount;
pub(crate) use slips::{slips, weight};
pub use spoken::rounded;
pub use units::{Dimension, Unit};

/// How far a number that is marked `~` may be off, in percent of it: [nominally, at most].
pub const SLACK: [i128; 2] = [10, 25];

/// How much is left open of what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// What the number says at face value.
    Nominal,
    /// All that it can mean.
    Hard,
}

/// A value as it was written. It reads as it was written, but for blanks around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    shape: Shape,
    unit: Unit,
    written: Box<str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Number(Number),
    About(Number),
    Above(Number, Bound),
    Below(Number, Bound),
    Between(Box<[Number; 2]>),
    /// Dozens, hundreds: the word's number.
    Many(Exact),
}

/// Whether a bound is itself among the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    Included,
    Excluded,
}

/// A number with the place values of its last digit and of its last digit that is not a zero before the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Number {
    value: Exact,
    last_place: Exact,
    last_sure_place: Exact,
}

impl Amount {
    /// Reads `12.3e6 IDR`, `>400`, `~11 billion USD`, `5..7`, `60%`, `between 5 and 7 days`.
    ///
    /// # Errors
    /// [`BadAmount`] points at what is no value.
    pub fn parse(text: &str) -> Result<Amount, BadAmount> {
        read::amount(text)
    }

    /// Its unit.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// Whether it is money: of a currency, or of one of those that share its sign.
    pub(crate) fn is_money(&self) -> bool {
        matches!(self.unit.dimension, Dimension::Money(_))
            || prose::SHARED_MONEY.iter().any(|(name, _)| *name == self.unit.name())
    }

    /// The number as it stands, in its own unit; `None` for bounds, ranges and words.
    pub fn face(&self) -> Option<Exact> {
        match &self.shape {
            Shape::Number(number) | Shape::About(number) => Some(number.value),
            Shape::Above(..) | Shape::Below(..) | Shape::Between(..) | Shape::Many(_) => None,
        }
    }

    /// Whether it is a whole number of what may be counted in `unit`, without zeros at its end that may round it.
    pub fn is_count(&self, unit: &Unit) -> bool {
        let whole = |number: &Number| number.last_place.is_one() && number.last_sure_place.is_one();
        unit.counts_wholes() && matches!(&self.shape, Shape::Number(number) if whole(number))
    }

    /// Whether it is marked as approximate.
    pub fn is_approximate(&self) -> bool {
        matches!(self.shape, Shape::About(_) | Shape::Many(_))
    }

    /// The numbers that it can mean, in the base unit of `unit`: its own, or that which is understood where it has
    /// none.
    ///
    /// `None` where they are too large to reckon with.
    pub fn interval(&self, reading: Reading, unit: &Unit) -> Option<Interval> {
        unit.to_base(&self.numbers(reading, unit)?)
    }

    /// The same of a share of a whole: nobody rounds 60 % to all of it, or 4 % to none.
    pub fn share(&self, reading: Reading, unit: &Unit) -> Option<Interval> {
        match &self.shape {
            Shape::Number(number) if number.is_all_or_none(unit) => {
                unit.to_base(&number.within(number.last_place.checked_mul(&Exact::new(1, 2))?)?)
            }
            _ => self.interval(reading, unit),
        }
    }

    fn numbers(&self, reading: Reading, unit: &Unit) -> Option<Interval> {
        let included = |bound: &Bound| *bound == Bound::Included;
        match &self.shape {
            Shape::Number(number) => number.rounded(reading, unit),
            Shape::About(number) => number.give_or_take(reading),
            Shape::Above(number, bound) => Some(Interval::above(number.value, included(bound))),
            Shape::Below(number, bound) => Some(Interval::below(number.value, included(bound))),
            Shape::Between(ends) => range(ends[0], ends[1], unit),
            Shape::Many(word) => match reading {
                Reading::Nominal => {
                    Some(Interval::between(word.checked_mul(&Exact::from(2))?, word.checked_mul(&Exact::from(100))?))
                }
                Reading::Hard => Some(Interval::above(*word, true)),
            },
        }
    }
}

/// From the one number to the other. Where they may be rounded, what is rounded to one of them lies within.
fn range(low: Number, high: Number, unit: &Unit) -> Option<Interval> {
    let exact = |number: Number| unit.counts() && number.last_place.is_one();
    if exact(low) && exact(high) {
        return Some(Interval::between(low.value, high.value));
    }
    let half = |number: Number| number.last_place.checked_mul(&Exact::new(1, 2));
    Some(Interval::inside(low.value.checked_sub(&half(low)?)?, high.value.checked_add(&half(high)?)?))
}

impl Number {
    /// All that is rounded to it. A whole number of things that are counted is not rounded, but for zeros at its end.
    fn rounded(self, reading: Reading, unit: &Unit) -> Option<Interval> {
        let counted = unit.counts() && self.last_place.is_one();
        let place = match reading {
            Reading::Hard => self.last_sure_place,
            Reading::Nominal => self.last_place,
        };
        if counted && place.is_one() {
            return Some(Interval::between(self.value, self.value));
        }
        self.within(place.checked_mul(&Exact::new(1, 2))?)
    }

    /// Whether it is 100 % or 0 %.
    fn is_all_or_none(self, unit: &Unit) -> bool {
        let extreme = self.value.is_zero() || self.value == Exact::from(100);
        unit.dimension == Dimension::Percent && self.last_place.is_one() && extreme
    }

    fn give_or_take(self, reading: Reading) -> Option<Interval> {
        let percent = SLACK[usize::from(reading == Reading::Hard)];
        let slack = self.value.abs().checked_mul(&Exact::new(percent, 100))?;
        let half = self.last_sure_place.checked_mul(&Exact::new(1, 2))?;
        self.within(if reading == Reading::Hard { slack.max(half) } else { slack })
    }

    fn within(self, slack: Exact) -> Option<Interval> {
        Some(Interval::between(self.value.checked_sub(&slack)?, self.value.checked_add(&slack)?))
    }
}

#[cfg(test)]
mod tests;
