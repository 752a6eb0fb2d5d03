//! Stretches of numbers with exact ends.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

/// An exact number: a ratio of two integers.
pub type Exact = Ratio<i128>;

/// One end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit {
    at: Exact,
    included: bool,
}

/// All numbers between two ends, each of which is included, excluded or absent.
///
/// Arithmetic answers `None` where the result is too large to be held exactly, never a number that is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: Option<Limit>,
    high: Option<Limit>,
}

impl Interval {
    /// From `low` to `high`, both included.
    pub fn between(low: Exact, high: Exact) -> Self {
        let end = |at| Some(Limit { at, included: true });
        Self { low: end(low), high: end(high) }
    }

    /// From `low` to `high`, neither of them included.
    pub fn inside(low: Exact, high: Exact) -> Self {
        let end = |at| Some(Limit { at, included: false });
        Self { low: end(low), high: end(high) }
    }

    /// All numbers up from `low`.
    pub fn above(low: Exact, included: bool) -> Self {
        Self { low: Some(Limit { at: low, included }), high: None }
    }

    /// All numbers down from `high`.
    pub fn below(high: Exact, included: bool) -> Self {
        Self { low: None, high: Some(Limit { at: high, included }) }
    }

    /// The lower end, if there is one.
    pub fn low(&self) -> Option<Exact> {
        self.low.map(|limit| limit.at)
    }

    /// The upper end, if there is one.
    pub fn high(&self) -> Option<Exact> {
        self.high.map(|limit| limit.at)
    }

    /// Whether `number` lies in it.
    pub fn holds(&self, number: Exact) -> bool {
        let point = Self::between(number, number);
        !self.surely_above(&point) && !point.surely_above(self)
    }

    /// Whether every number of it is greater than every number of `other`.
    pub fn surely_above(&self, other: &Interval) -> bool {
        let (Some(low), Some(high)) = (self.low, other.high) else { return false };
        low.at > high.at || low.at == high.at && !(low.included && high.included)
    }

    /// Whether it goes on less far up than `other`.
    pub fn ends_below(&self, other: &Interval) -> bool {
        match (self.high, other.high) {
            (Some(one), Some(two)) => one.at < two.at || one.at == two.at && !one.included && two.included,
            (one, two) => one.is_some() && two.is_none(),
        }
    }

    /// Whether it goes on less far down than `other`.
    pub fn starts_above(&self, other: &Interval) -> bool {
        match (self.low, other.low) {
            (Some(one), Some(two)) => one.at > two.at || one.at == two.at && !one.included && two.included,
            (one, two) => one.is_some() && two.is_none(),
        }
    }

    /// Whether they have a number in common.
    pub fn meets(&self, other: &Interval) -> bool {
        !self.surely_above(other) && !other.surely_above(self)
    }

    /// The numbers that lie in both; `None` where there are none.
    pub fn common(&self, other: &Interval) -> Option<Interval> {
        let tighter = |one: Option<Limit>, two: Option<Limit>, higher: bool| match (one, two) {
            (Some(one), Some(two)) if one.at == two.at => Some(if one.included { two } else { one }),
            (Some(one), Some(two)) => Some(if (one.at > two.at) == higher { one } else { two }),
            (one, two) => one.or(two),
        };
        let low = tighter(self.low, other.low, true);
        let high = tighter(self.high, other.high, false);
        self.meets(other).then_some(Interval { low, high })
    }

    /// Every sum of a number of the one and a number of the other.
    pub fn plus(&self, other: &Interval) -> Option<Interval> {
        Some(Interval {
            low: both(self.low, other.low, |a, b| a.checked_add(&b))?,
            high: both(self.high, other.high, |a, b| a.checked_add(&b))?,
        })
    }

    /// Every difference of a number of it and a number of `other`.
    pub fn minus(&self, other: &Interval) -> Option<Interval> {
        Some(Interval {
            low: both(self.low, other.high, |a, b| a.checked_sub(&b))?,
            high: both(self.high, other.low, |a, b| a.checked_sub(&b))?,
        })
    }

    /// Its numbers with `offset` added and then multiplied by `factor`, which is positive.
    pub fn converted(&self, offset: Exact, factor: Exact) -> Option<Interval> {
        let end = |limit: Option<Limit>| match limit {
            Some(Limit { at, included }) => {
                Some(Some(Limit { at: at.checked_add(&offset)?.checked_mul(&factor)?, included }))
            }
            None => Some(None),
        };
        Some(Interval { low: end(self.low)?, high: end(self.high)? })
    }

    /// Every product of a number of the one and a number of the other, where none is negative.
    pub fn times(&self, other: &Interval) -> Option<Interval> {
        if !self.is_never_negative() || !other.is_never_negative() {
            return None;
        }
        Some(Interval {
            low: proportion(self.low, other.low, |a, b| a.checked_mul(&b))?,
            high: proportion(self.high, other.high, |a, b| a.checked_mul(&b))?,
        })
    }

    /// Every quotient of a number of it, none of which is negative, and a number of `other`, all of which are above
    /// zero.
    pub fn over(&self, other: &Interval) -> Option<Interval> {
        let positive = other.low.is_some_and(|low| low.at.is_positive());
        if !self.is_never_negative() || !positive {
            return None;
        }
        // What is divided by numbers without an upper end comes as near to zero as one likes.
        let low = match other.high {
            Some(_) => proportion(self.low, other.high, |a, b| a.checked_div(&b))?,
            None => Some(Limit { at: Exact::zero(), included: self.low.is_some_and(|low| low.at.is_zero()) }),
        };
        Some(Interval { low, high: proportion(self.high, other.low, |a, b| a.checked_div(&b))? })
    }

    fn is_never_negative(&self) -> bool {
        self.low.is_some_and(|low| !low.at.is_negative())
    }
}

/// Two ends made one: absent where either is; `None` where the sum, say, is too large.
#[expect(clippy::option_option, reason = "an end that is absent is no end that is too large")]
fn both(
    one: Option<Limit>,
    two: Option<Limit>,
    result: impl Fn(Exact, Exact) -> Option<Exact>,
) -> Option<Option<Limit>> {
    let (Some(one), Some(two)) = (one, two) else { return Some(None) };
    Some(Some(Limit { at: result(one.at, two.at)?, included: one.included && two.included }))
}

/// As [`both`] for products and quotients: nothing times whatever it is stays nothing.
#[expect(clippy::option_option, reason = "an end that is absent is no end that is too large")]
fn proportion(
    one: Option<Limit>,
    two: Option<Limit>,
    result: impl Fn(Exact, Exact) -> Option<Exact>,
) -> Option<Option<Limit>> {
    let is_nothing = |limit: Option<Limit>| limit.is_some_and(|limit| limit.included && limit.at.is_zero());
    let end = both(one, two, result)?;
    Some(end.map(|end| Limit { included: end.included || is_nothing(one) || is_nothing(two), ..end }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn interval() -> impl Strategy<Value = Interval> {
        let end = || proptest::option::of((-6_i128..=6, any::<bool>()));
        (end(), end()).prop_filter_map("an interval has a number", |(low, high)| {
            let limit = |end: Option<(i128, bool)>| end.map(|(at, included)| Limit { at: at.into(), included });
            let interval = Interval { low: limit(low), high: limit(high) };
            GRID.iter().any(|&number| interval.holds(number.into_exact())).then_some(interval)
        })
    }

    /// Halves from -8 to 8: between any two ends of the strategy there is one.
    const GRID: [Half; 33] = {
        let mut grid = [Half(0); 33];
        let mut n = 0;
        while n < 33 {
            grid[n] = Half(n as i128 - 16);
            n += 1;
        }
        grid
    };

    #[derive(Clone, Copy)]
    struct Half(i128);

    impl Half {
        fn into_exact(self) -> Exact {
            Exact::new(self.0, 2)
        }
    }

    fn members(interval: &Interval) -> Vec<Exact> {
        GRID.iter().map(|half| half.into_exact()).filter(|&number| interval.holds(number)).collect()
    }

    proptest! {
        #![proptest_config(crate::cases(4))]

        #[test]
        fn intervals_meet_if_they_have_a_number_in_common(a in interval(), b in interval()) {
            let common = members(&a).into_iter().filter(|&number| b.holds(number)).collect::<Vec<_>>();
            prop_assert_eq!(a.meets(&b), !common.is_empty());
            prop_assert_eq!(a.common(&b).map_or(Vec::new(), |both| members(&both)), common);
            let above = members(&a).iter().all(|one| members(&b).iter().all(|two| one > two));
            prop_assert_eq!(a.surely_above(&b), above && a.low.is_some() && b.high.is_some());
        }

        #[test]
        fn results_hold_what_their_members_give(a in interval(), b in interval()) {
            for one in members(&a) {
                for two in members(&b) {
                    prop_assert!(a.plus(&b).is_some_and(|sum| sum.holds(one + two)));
                    prop_assert!(a.minus(&b).is_some_and(|difference| difference.holds(one - two)));
                    prop_assert!(a.times(&b).is_none_or(|product| product.holds(one * two)));
                    prop_assert!(a.over(&b).is_none_or(|quotient| quotient.holds(one / two)));
                }
            }
        }
    }

    #[test]
    fn what_is_too_large_is_no_number() {
        let large = Interval::between(Exact::from(i128::MAX), Exact::from(i128::MAX));
        assert_eq!(large.plus(&large), None);
        assert_eq!(large.times(&large), None);
    }
}
