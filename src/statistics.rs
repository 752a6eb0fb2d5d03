//! Numbers of research: what a test statistic, a mean or an interval can be, given how it is printed.
//!
//! A printed number stands for all that is rounded to it, a half rounded up or down ([`Printed::ends`]). Every verdict
//! is over all of these, so that what is called impossible is so however the numbers were rounded.
//!
//! | part | what it answers |
//! |---|---|
//! | [`Printed`] | a number as it is printed, with the sign before it: `<.05` |
//! | [`Test`] | a test statistic with its degrees of freedom, and which p-values it can have |
//! | [`fit`] | whether a printed p-value is one of them |
//! | [`Sample`], [`has_percentage`] | which means, standard deviations and percentages whole numbers can have |
//! | [`Estimate`] | an estimate against its interval, and that against a p-value |
//! | `special` | the incomplete beta and gamma functions |

mod estimate;
mod p_value;
mod printed;
mod sample;
mod special;
mod test;

pub use estimate::{Decided, Estimate, Measure};
pub use p_value::{ALPHA, Correction, Difference, Fit, Tails, fit};
pub use printed::{Printed, Sign};
pub use sample::{Divisor, Sample, has_percentage};
pub use test::{Kind, Test};
