//! An estimate with its interval of confidence, against each other and against a p-value.

use super::p_value::claims;
use super::special::gamma_beyond;
use super::{Printed, Sign};

/// How far from the middle of its interval, in halves of that, an estimate may lie and be due to how both were
/// computed: intervals from profiles, exact ones and resampled ones are a little lopsided.
const OFF_MIDDLE: f64 = 0.2;
/// By what factor the p-value that an interval implies has to lie beyond the level for a p-value that decides otherwise
/// to be wrong, and not only of another test (a likelihood ratio beside an interval of Wald's).
const BEYOND: f64 = 1.5;

/// On which scale an estimate lies in the middle of its interval, and what it is where there is no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// As it is; nothing is 0.
    Difference,
    /// By its logarithm; nothing is 1.
    Ratio,
}

impl Measure {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 2] = [("difference", Self::Difference), ("ratio", Self::Ratio)];

    /// What there is where there is no effect.
    pub fn nothing(self) -> f64 {
        match self {
            Self::Difference => 0.0,
            Self::Ratio => 1.0,
        }
    }

    /// A number on the scale; `None` where that has no such number.
    fn scaled(self, number: f64) -> Option<f64> {
        match self {
            Self::Difference => Some(number),
            Self::Ratio => (number > 0.0).then(|| number.ln()),
        }
    }
}

/// An estimate with its interval, as they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The estimate.
    pub value: Printed,
    /// The ends of its interval, the lower first.
    pub ends: [Printed; 2],
}

/// How a p-value stands to an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Both say the same, or one of them says nothing.
    Alike,
    /// Not the same, and near enough to the level for two ways of computing.
    Near,
    /// Not the same.
    Apart,
}

impl Estimate {
    /// Whether it lies outside of its interval, however the three were rounded.
    pub fn is_outside(&self) -> bool {
        let [low, high] = self.ends;
        self.value.ends()[1] < low.ends()[0] || self.value.ends()[0] > high.ends()[1]
    }

    /// The middle of its interval, if it lies further from that than rounding and other ways of computing explain.
    /// `None` where the scale has no such numbers, or all may round to one.
    pub fn missed_middle(&self, measure: Measure) -> Option<Option<f64>> {
        let scaled = |ends: [f64; 2]| Some([measure.scaled(ends[0])?, measure.scaled(ends[1])?]);
        let [low, high] = self.ends.map(|end| scaled(end.ends()));
        let ([low, high], value) = ([low?, high?], scaled(self.value.ends())?);
        let middle = [0, 1].map(|end| f64::midpoint(low[end], high[end]));
        let gap = (value[0] - middle[1]).max(middle[0] - value[1]);
        let half = (high[0] - low[1]) / 2.0;
        let center = f64::midpoint(middle[0], middle[1]);
        let center = if measure == Measure::Ratio { center.exp() } else { center };
        (half > 0.0).then_some((gap > OFF_MIDDLE * half).then_some(center))
    }

    /// Whether its interval leaves out what there is where there is no effect; `None` where an end may be just that.
    pub fn leaves_out(&self, nothing: f64) -> Option<bool> {
        let [low, high] = self.ends.map(Printed::ends);
        if low[0] > nothing || high[1] < nothing {
            return Some(true);
        }
        (low[1] < nothing && nothing < high[0]).then_some(false)
    }

    /// How a p-value stands to its interval, which holds so many percent. `None` where that cannot be told.
    pub fn decided(&self, measure: Measure, percent: u32, p: Printed) -> Option<Decided> {
        let alpha = 1.0 - f64::from(percent) / 100.0;
        // `p = .05` beside an interval of 1.00 to 1.96 may have been .047 or .053.
        let [least, greatest] = p.ends();
        if p.sign == Sign::Equal && least < alpha && alpha < greatest {
            return Some(Decided::Alike);
        }
        let (Some(leaves_out), Some(is_significant)) = (self.leaves_out(measure.nothing()), claims(p, alpha)) else {
            return Some(Decided::Alike);
        };
        if leaves_out == is_significant {
            return Some(Decided::Alike);
        }
        let implied = self.implied_p(measure, percent)?;
        let is_beyond = if leaves_out { implied < alpha / BEYOND } else { implied > alpha * BEYOND };
        Some(if is_beyond { Decided::Apart } else { Decided::Near })
    }

    /// The p-value of an estimate that is distributed normally with such an interval.
    fn implied_p(&self, measure: Measure, percent: u32) -> Option<f64> {
        /// How many standard errors lie between an estimate and the end of its interval.
        const WIDTHS: [(u32, f64); 3] = [(90, 1.644_853_6), (95, 1.959_964), (99, 2.575_829_3)];
        let (_, width) = WIDTHS.iter().find(|(level, _)| *level == percent)?;
        let [low, high] = self.ends.map(|end| measure.scaled(end.face()));
        let (low, high) = (low?, high?);
        let errors = (f64::midpoint(low, high) - measure.scaled(measure.nothing())?) / ((high - low) / 2.0) * width;
        gamma_beyond(0.5, errors * errors / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn estimate(value: &str, low: &str, high: &str) -> Estimate {
        let [value, low, high] = [value, low, high].map(|text| Printed::parse(text).expect("a number"));
        Estimate { value, ends: [low, high] }
    }

    #[test]
    fn an_estimate_lies_within_its_interval() {
        assert!(estimate("2.45", "1.10", "1.90").is_outside());
        assert!(!estimate("1.91", "1.10", "1.9").is_outside());
        assert!(estimate("-0.4", "0.1", "0.9").is_outside());
    }

    #[test]
    fn an_estimate_lies_in_the_middle_of_its_scale() {
        let middle = |it: Estimate, measure| Some((it.missed_middle(measure)?? * 100.0).round() / 100.0);
        assert_eq!(middle(estimate("1.45", "1.10", "1.91"), Measure::Ratio), None);
        assert_eq!(middle(estimate("1.75", "1.10", "1.91"), Measure::Ratio), Some(1.45));
        assert_eq!(middle(estimate("0.30", "0.10", "0.50"), Measure::Difference), None);
        assert_eq!(middle(estimate("0.40", "0.10", "0.50"), Measure::Difference), Some(0.3));
        assert_eq!(middle(estimate("2", "1", "4"), Measure::Difference), None);
        assert_eq!(estimate("0.1", "0.0", "0.5").missed_middle(Measure::Ratio), None);
        assert_eq!(estimate("1", "1", "1").missed_middle(Measure::Difference), None);
    }

    #[test]
    fn an_interval_decides_as_its_p_value_does() {
        for (value, low, high, p, expected) in [
            ("1.45", "1.10", "1.91", ".008", Decided::Alike),
            ("1.45", "1.10", "1.91", ".21", Decided::Apart),
            ("1.45", "0.70", "3.00", ".03", Decided::Apart),
            ("1.45", "0.70", "3.00", ">.05", Decided::Alike),
            ("1.40", "1.02", "1.92", ".051", Decided::Near),
            ("1.40", "0.98", "2.00", ".05", Decided::Alike),
            ("1.40", "1.00", "1.96", ".06", Decided::Alike),
        ] {
            let decided = estimate(value, low, high).decided(Measure::Ratio, 95, Printed::parse(p).expect("a number"));
            assert_eq!(decided, Some(expected), "{value} ({low} to {high}), {p}");
        }
        assert_eq!(estimate("1", "0.5", "2").decided(Measure::Ratio, 80, Printed::parse(".01").expect("one")), None);
    }
}
