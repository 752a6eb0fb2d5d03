//! Means and standard deviations that whole numbers can have.
//!
//! The mean of so many whole numbers is a fraction of so many (GRIM: Brown and Heathers 2017), and the sum of their
//! squares is whole and as odd as their sum (GRIMMER: Anaya 2016; Allard 2018). On a scale of two points nothing is
//! left open at all (DEBIT: Heathers and Brown 2019). All arithmetic is exact.

use super::Printed;

/// How many sums of a sample are tried: where more round to one mean, next to anything goes.
const SUMS: i128 = 200_000;
/// How many values on either side are tried for one that fits.
const NEAR: i64 = 60;

/// Whole numbers of which a mean and a standard deviation are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Of how many cases.
    pub n: u32,
    /// How many whole numbers each case is the mean of.
    pub items: u32,
    /// The least and the greatest that each of those can be.
    pub scale: Option<[i64; 2]>,
}

/// By what the squared deviations are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divisor {
    /// One less than the cases, as for what a sample tells of others.
    OneLess,
    /// The cases.
    All,
}

impl Sample {
    /// Whether its mean can be printed so. `None` where the numbers are too large to reckon with.
    pub fn has_mean(&self, mean: Printed) -> Option<bool> {
        let [low, high] = self.sums(mean)?;
        Some(low <= high)
    }

    /// The means next to a printed one that it can have, the lower first.
    pub fn means_near(&self, mean: Printed) -> Vec<Printed> {
        Self::near(mean, NEAR.max(self.n.min(1000).into()), |mean| self.has_mean(mean))
    }

    /// The standard deviations next to a printed one that it can have beside a mean.
    pub fn deviations_near(&self, mean: Printed, deviation: Printed) -> Vec<Printed> {
        let steps =
            self.sums(mean).map_or(0, |[low, high]| i128::from(NEAR).min(SUMS / (high - low + 1).max(1)) as i64);
        Self::near(deviation, steps, |deviation| self.has_deviation(mean, deviation, Divisor::OneLess))
    }

    /// The nearest printed values below and above for which `is_so`, at most so many steps away.
    fn near(printed: Printed, steps: i64, is_so: impl Fn(Printed) -> Option<bool>) -> Vec<Printed> {
        let first = |step: i64| {
            let steps = (1..=steps).map(|by| printed.stepped(step * by));
            steps.take_while(Option::is_some).flatten().find(|other| is_so(*other) == Some(true))
        };
        [-1, 1].into_iter().filter_map(first).collect()
    }

    /// The least and the greatest sum, counted in whole items, whose mean is printed so; the least is the greater where
    /// there is none.
    fn sums(&self, mean: Printed) -> Option<[i128; 2]> {
        let parts = i128::from(self.n) * i128::from(self.items);
        let [low, high] = mean.half_steps();
        let unit = 2 * mean.unit();
        let low = div_ceil(parts.checked_mul(low)?, unit);
        let high = parts.checked_mul(high)?.div_euclid(unit);
        Some(match self.scale {
            Some([least, most]) => {
                [low.max(parts.checked_mul(least.into())?), high.min(parts.checked_mul(most.into())?)]
            }
            None => [low, high],
        })
    }

    /// Whether a standard deviation can be printed so beside a mean that is. `None` where there is too much to try.
    pub fn has_deviation(&self, mean: Printed, deviation: Printed, divisor: Divisor) -> Option<bool> {
        let [low, high] = self.sums(mean)?;
        if self.n < 2 || high - low > SUMS {
            return None;
        }
        for sum in low..=high {
            let [least, most] = self.squares(sum, deviation, divisor)?;
            // A number is as odd as its square.
            if most > least || most == least && (most - sum) % 2 == 0 {
                return Some(true);
            }
        }
        Some(false)
    }

    /// The least and the greatest sum of squares with this sum and a standard deviation that is printed so.
    fn squares(&self, sum: i128, deviation: Printed, divisor: Divisor) -> Option<[i128; 2]> {
        let n = i128::from(self.n);
        let divided = if divisor == Divisor::OneLess { n - 1 } else { n };
        let items = i128::from(self.items);
        let unit = (2 * deviation.unit()).checked_pow(2)?;
        let [low, high] = deviation.half_steps().map(|end| end.max(0));
        let squared = |end: i128| -> Option<i128> {
            let spread = n.checked_mul(divided)?.checked_mul(items.pow(2))?.checked_mul(end.checked_pow(2)?)?;
            spread.checked_add(unit.checked_mul(sum.checked_pow(2)?)?)
        };
        let whole = n.checked_mul(unit)?;
        let (low, high) = (div_ceil(squared(low)?, whole), squared(high)?.div_euclid(whole));
        let most = self.scale.map_or(Some(high), |scale| self.most_squares(sum, scale))?;
        Some([low.max(self.least_squares(sum)), high.min(most)])
    }

    /// The sum of squares where all cases are as near to each other as they can be.
    fn least_squares(&self, sum: i128) -> i128 {
        let n = i128::from(self.n);
        let (each, over) = (sum.div_euclid(n), sum.rem_euclid(n));
        n * each * each + over * (2 * each + 1)
    }

    /// The sum of squares where all cases but one stand at an end of the scale. `None` where that is too large.
    fn most_squares(&self, sum: i128, scale: [i64; 2]) -> Option<i128> {
        let [least, most] = scale.map(|end| i128::from(end) * i128::from(self.items));
        let squared = |number: i128| number.checked_mul(number);
        let (n, width) = (i128::from(self.n), most - least);
        if width <= 0 {
            return n.checked_mul(squared(least)?);
        }
        let (at_top, over) = ((sum - n * least).div_euclid(width), (sum - n * least).rem_euclid(width));
        let between = if over > 0 { squared(least + over)? - squared(least)? } else { 0 };
        let at_ends = at_top.checked_mul(squared(most)?)?.checked_add((n - at_top).checked_mul(squared(least)?)?)?;
        at_ends.checked_add(between)
    }
}

/// Whether a percentage of `n` can be printed so: of `count`, or of any.
pub fn has_percentage(n: u32, count: Option<u32>, percentage: Printed) -> bool {
    let [low, high] = percentage.half_steps();
    let n = i128::from(n);
    let unit = 2 * percentage.unit();
    let is_it = |count: i128| (low * n..=high * n).contains(&(count * 100 * unit));
    match count {
        Some(count) => is_it(count.into()),
        None => Some(div_ceil(low * n, 100 * unit).max(0)).is_some_and(|least| least <= n && is_it(least)),
    }
}

fn div_ceil(number: i128, by: i128) -> i128 {
    -(-number).div_euclid(by)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed(text: &str) -> Printed {
        Printed::parse(text).expect("a number")
    }

    fn sample(n: u32, items: u32, scale: Option<[i64; 2]>) -> Sample {
        Sample { n, items, scale }
    }

    fn texts(values: &[Printed]) -> Vec<String> {
        values.iter().map(Printed::to_string).collect()
    }

    #[test]
    fn a_mean_of_whole_numbers_is_a_fraction_of_their_number() {
        for (mean, n, items, expected) in [
            ("3.47", 17, 1, true),
            ("3.48", 17, 1, false),
            ("2.5", 17, 1, true),
            ("3.48", 17, 3, false),
            ("3.49", 17, 3, true),
            ("-0.59", 17, 1, true),
            ("3.48", 170, 1, true),
            ("12", 17, 1, true),
        ] {
            assert_eq!(sample(n, items, None).has_mean(printed(mean)), Some(expected), "{mean} of {n} × {items}");
        }
        assert_eq!(texts(&sample(17, 1, None).means_near(printed("3.49"))), ["3.47", "3.53"]);
        assert_eq!(sample(20, 1, Some([1, 5])).has_mean(printed("5.20")), Some(false));
    }

    #[test]
    fn a_deviation_of_whole_numbers_has_a_whole_sum_of_squares() {
        for (mean, deviation, n, scale, expected) in [
            ("3.47", "1.07", 17, None, true),
            ("3.47", "1.06", 17, None, false),
            ("0.35", "0.49", 17, Some([0, 1]), true),
            ("0.35", "0.48", 17, Some([0, 1]), false),
            ("3.47", "2.60", 17, Some([1, 5]), false),
            ("3.00", "0.00", 17, None, true),
        ] {
            let sample = sample(n, 1, scale);
            let has = sample.has_deviation(printed(mean), printed(deviation), Divisor::OneLess);
            assert_eq!(has, Some(expected), "{mean} ({deviation}) of {n}");
        }
        let endless = sample(u32::MAX, u32::MAX, Some([i64::MIN, i64::MAX]));
        assert_eq!(endless.has_deviation(printed("3.47"), printed("1.07"), Divisor::OneLess), None);
    }

    #[test]
    fn a_percentage_is_that_of_a_count() {
        for (n, count, percentage, expected) in [
            (28, Some(12), "42.9", true),
            (28, Some(12), "43", true),
            (28, Some(12), "41.9", false),
            (28, None, "42.9", true),
            (28, None, "41.9", false),
            (28, None, "104", false),
            (3, Some(2), "66.6", false),
            (200, Some(1), "0.5", true),
            (8, Some(1), "12.5", true),
            (8, Some(1), "13", true),
            (8, Some(1), "12", true),
        ] {
            assert_eq!(has_percentage(n, count, printed(percentage)), expected, "{percentage} of {n}");
        }
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn what_a_sample_has_is_never_impossible(
            values in prop::collection::vec(1_i64..=35, 2..60),
            items in 1_u32..=5,
            places in 0_usize..4,
        ) {
            let top = 7 * i64::from(items);
            let values: Vec<i64> = values.iter().map(|value| (value % (top + 1)).max(i64::from(items))).collect();
            let n = values.len() as f64;
            let sum: i64 = values.iter().sum();
            let squares: i64 = values.iter().map(|value| value * value).sum();
            let mean = sum as f64 / n / f64::from(items);
            let spread = (squares as f64 - (sum as f64).powi(2) / n).max(0.0);
            let deviation = (spread / (n - 1.0)).sqrt() / f64::from(items);
            let sample = sample(values.len() as u32, items, Some([1, 7]));
            let (mean, deviation) = (printed(&format!("{mean:.places$}")), printed(&format!("{deviation:.places$}")));
            prop_assert_eq!(sample.has_mean(mean), Some(true));
            prop_assert_eq!(sample.has_deviation(mean, deviation, Divisor::OneLess), Some(true));
        }

        #[test]
        fn a_percentage_of_a_count_is_never_impossible(n in 1_u32..3000, part in 0.0..=1.0_f64, places in 0_usize..4) {
            let count = (f64::from(n) * part) as u32;
            let percentage = printed(&format!("{:.places$}", 100.0 * f64::from(count) / f64::from(n)));
            prop_assert!(has_percentage(n, Some(count), percentage) && has_percentage(n, None, percentage));
        }
    }
}
