//! Numbers of research as a statement gives them.

use crate::statistics::{Correction, Estimate, Measure, Printed, Sample, Tails, Test};
use crate::text::Span;

/// A number as it was written, with its place, quotes included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// Its place.
    pub span: Span,
    /// What it says.
    pub value: T,
}

/// A number of research.
#[derive(Clone, Copy, Debug)]
pub enum Statistic {
    /// A test.
    Test(Tested),
    /// A mean.
    Mean(Averaged),
    /// A percentage.
    Percentage(Share),
    /// An estimate with its interval.
    Estimate(Estimated),
}

/// A test statistic and its p-value.
#[derive(Clone, Copy, Debug)]
pub struct Tested {
    /// The statistic with its degrees of freedom.
    pub test: Written<Test>,
    /// Its p-value.
    pub p: Option<Written<Printed>>,
    /// Of how many sides that is.
    pub tails: Tails,
    /// Whether that was corrected.
    pub correction: Correction,
}

/// A mean, and what it is the mean of.
#[derive(Clone, Copy, Debug)]
pub struct Averaged {
    /// The mean.
    pub mean: Written<Printed>,
    /// The standard deviation beside it.
    pub deviation: Option<Written<Printed>>,
    /// Of how many cases.
    pub n: Option<(u32, Span)>,
    /// How many whole numbers each case is the mean of, where that is said.
    pub items: Option<u32>,
    /// The least and the greatest that such a number can be.
    pub scale: Option<[i64; 2]>,
}

impl Averaged {
    /// The whole numbers that it is the mean of, where it is said that they are and how many.
    pub fn sample(&self) -> Option<Sample> {
        let (n, items) = (self.n?.0, self.items?);
        (n > 0 && items > 0).then_some(Sample { n, items, scale: self.scale })
    }
}

/// A percentage of a number of cases.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// The percentage.
    pub percentage: Written<Printed>,
    /// The cases.
    pub n: (u32, Span),
    /// How many of them it is.
    pub count: Option<(u32, Span)>,
}

/// An estimate with its interval of confidence.
#[derive(Clone, Copy, Debug)]
pub struct Estimated {
    /// The estimate.
    pub value: Written<Printed>,
    /// The ends of the interval, the lower first.
    pub ends: [Written<Printed>; 2],
    /// How many percent it holds.
    pub level: u32,
    /// What is estimated.
    pub measure: Option<Measure>,
    /// The p-value beside it.
    pub p: Option<Written<Printed>>,
    /// Of how many sides that is.
    pub tails: Tails,
    /// Whether that was corrected.
    pub correction: Correction,
}

impl Estimated {
    /// The estimate and its interval, without their places.
    pub fn estimate(&self) -> Estimate {
        Estimate { value: self.value.value, ends: self.ends.map(|end| end.value) }
    }
}

impl std::fmt::Display for Statistic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Statistic::Test(tested) => write!(f, "{}", tested.test.value),
            Statistic::Mean(averaged) => write!(f, "mean {}", averaged.mean.value),
            Statistic::Percentage(share) => write!(f, "{} %", share.percentage.value),
            Statistic::Estimate(estimated) => write!(f, "estimate {}", estimated.value.value),
        }
    }
}
