//! A printed p-value against the statistic that it is of.

use super::{Printed, Sign, Test};

/// The level at which a decision is taken where a text names no other.
pub const ALPHA: f64 = 0.05;
/// What binary fractions may be off.
const SLACK: f64 = 1e-9;

/// How many sides of the distribution a p-value is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tails {
    /// Both.
    #[default]
    Two,
    /// One.
    One,
    /// The text speaks of tests of one side, and does not say which they are.
    Either,
}

impl Tails {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 3] = [("two", Self::Two), ("one", Self::One), ("either", Self::Either)];
}

/// Whether a p-value was raised, since there are several tests or variances that differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// Nothing says so.
    #[default]
    None,
    /// The text speaks of corrections, and not beside this test.
    Possible,
    /// It was.
    Applied,
}

impl Correction {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 3] =
        [("none", Self::None), ("possible", Self::Possible), ("applied", Self::Applied)];
}

/// How a printed p-value stands to the statistic beside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fit {
    /// It can be its p-value.
    Fits,
    /// It is greater than that, and was corrected.
    Corrected,
    /// It cannot be.
    Differs(Difference),
}

/// How a p-value differs from what its statistic gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The least and the greatest p-value that the statistic gives.
    pub p: [f64; 2],
    /// Whether one of the two is significant and the other is not.
    pub flips: bool,
    /// Whether it would fit if it were of one side.
    pub is_half: bool,
    /// Whether it is greater than what the statistic gives.
    pub is_greater: bool,
    /// The correlation of which it would be the p-value, were its degrees of freedom the number of cases.
    pub of_cases: Option<Test>,
}

/// Whether `printed` can be the p-value of a test. `None` where that cannot be computed, or it is no probability.
pub fn fit(test: &Test, printed: Printed, tails: Tails, correction: Correction) -> Option<Fit> {
    if !(0.0..=1.0).contains(&printed.face()) {
        return None;
    }
    let p = test.p()?;
    // "One-tailed" of another test of the sentence says nothing of an F(2, 45).
    let tails = if test.has_sides() { tails } else { Tails::Two };
    let half = p.map(|p| p / 2.0);
    let fits_half = || test.has_sides() && is_met(printed, half);
    let fits = match tails {
        Tails::Two => is_met(printed, p),
        Tails::One => fits_half() || is_met(printed, [1.0 - half[1], 1.0 - half[0]]),
        Tails::Either => is_met(printed, p) || fits_half(),
    };
    if fits {
        return Some(Fit::Fits);
    }
    let least = if tails == Tails::Two { p[0] } else { half[0] };
    let is_greater = ends(printed)[1] > least;
    if is_greater && correction == Correction::Applied {
        return Some(Fit::Corrected);
    }
    let p = if tails == Tails::One { half } else { p };
    let of_cases = test.of_cases().filter(|test| test.p().is_some_and(|p| is_met(printed, p)));
    let flips = of_cases.is_none() && claims(printed, ALPHA).is_some_and(|claimed| decision(p) == Some(!claimed));
    // Half of a bound fits next to anything.
    let is_half = test.value.sign == Sign::Equal && fits_half();
    Some(Fit::Differs(Difference { p, flips, is_half, is_greater, of_cases }))
}

/// Whether one of these p-values can be printed so.
fn is_met(printed: Printed, [low, high]: [f64; 2]) -> bool {
    let [least, greatest] = ends(printed);
    match printed.sign {
        Sign::Below if printed.face() > 0.0 => low < greatest - SLACK * greatest,
        Sign::Above => high > least,
        _ => low <= greatest + SLACK && high >= least - SLACK,
    }
}

/// The least and the greatest p-value that is printed so.
fn ends(printed: Printed) -> [f64; 2] {
    let face = printed.face();
    let rounded = printed.ends();
    match printed.sign {
        Sign::Equal => rounded,
        // Programs print `.000`, and some write `< .000` for it.
        Sign::Below | Sign::AtMost if face <= 0.0 => [0.0, rounded[1]],
        Sign::Below | Sign::AtMost => [0.0, face],
        Sign::Above | Sign::AtLeast => [face, 1.0],
    }
}

/// Whether a printed p-value is called significant at a level: one that is the level itself is, as authors use it.
pub(super) fn claims(printed: Printed, alpha: f64) -> Option<bool> {
    let below = printed.face() <= alpha + SLACK;
    match printed.sign {
        Sign::Equal => Some(below),
        Sign::Below | Sign::AtMost => below.then_some(true),
        Sign::Above | Sign::AtLeast => (printed.face() >= alpha - SLACK).then_some(false),
    }
}

/// Whether a p-value between these is significant, if they are of one mind.
fn decision([low, high]: [f64; 2]) -> Option<bool> {
    if high <= ALPHA {
        return Some(true);
    }
    (low > ALPHA).then_some(false)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn differs(test: &str, p: &str, tails: Tails, correction: Correction) -> Option<&'static str> {
        let test = Test::parse(test).expect("a statistic");
        match fit(&test, Printed::parse(p).expect("a number"), tails, correction).expect("it can be computed") {
            Fit::Fits => None,
            Fit::Corrected => Some("corrected"),
            Fit::Differs(difference) if difference.of_cases.is_some() => Some("fits cases"),
            Fit::Differs(difference) if difference.is_half => Some("is half"),
            Fit::Differs(difference) if difference.flips => Some("flips"),
            Fit::Differs(_) => Some("differs"),
        }
    }

    #[test]
    fn a_p_value_is_held_against_its_statistic() {
        for (test, p, expected) in [
            ("t(40) = 2.50", ".017", None),
            ("t(40) = 2.50", "<.05", None),
            ("t(40) = 2.50", ".07", Some("flips")),
            ("t(40) = 2.50", ">.05", Some("flips")),
            ("t(40) = 2.50", ".03", Some("differs")),
            ("t(40) = 2.50", "<.01", Some("is half")),
            ("t(40) = 2.50", "<.001", Some("differs")),
            ("t(40) = 2.50", ".008", Some("is half")),
            ("t(40) = 2.5", ".02", None),
            ("F(1, 40) < 1", ">.05", None),
            ("F(1, 40) < 1", ".02", Some("flips")),
            ("F(3, 60) = 2.70", ".05", None),
            ("chi2(2) = 18.30", ".000", None),
            ("chi2(2) = 18.30", "<.000", None),
            ("z = 1.50", ".13", None),
            ("z = 1.50", ".04", Some("flips")),
            ("r(30) = .40", ".02", None),
            ("r(30) = .40", ".029", Some("fits cases")),
            ("Q(12) = 13.0", ".37", None),
        ] {
            assert_eq!(differs(test, p, Tails::Two, Correction::None), expected, "{test}, {p}");
        }
    }

    #[test]
    fn what_is_said_of_sides_and_corrections_counts() {
        assert_eq!(differs("F(2, 45) = 3.21", ".05", Tails::One, Correction::None), None);
        for (p, tails, correction, expected) in [
            (".008", Tails::One, Correction::None, None),
            (".008", Tails::Either, Correction::None, None),
            (".017", Tails::Either, Correction::None, None),
            (".017", Tails::One, Correction::None, Some("differs")),
            (".992", Tails::One, Correction::None, None),
            (".05", Tails::Two, Correction::Applied, Some("corrected")),
            (".009", Tails::Two, Correction::Applied, Some("is half")),
            (".001", Tails::Two, Correction::Applied, Some("differs")),
        ] {
            let test = if p == ".009" { "t(40) = 2.47" } else { "t(40) = 2.50" };
            assert_eq!(differs(test, p, tails, correction), expected, "{p}");
        }
    }

    /// A statistic, true to the last digit, of each kind.
    fn truth() -> impl Strategy<Value = (usize, f64, u32, u32)> {
        (0_usize..6, 0.0..6.0, 1_u32..6, 2_u32..400)
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn what_is_rounded_from_true_results_is_never_found(
            (kind, size, first, second) in truth(),
            statistic_places in 1_usize..4,
            p_places in 2_usize..5,
        ) {
            let text = |size: f64, places: usize| match kind {
                0 => format!("t({second}) = {size:.places$}"),
                1 => format!("F({first}, {second}) = {size:.places$}"),
                2 => format!("chi2({first}) = {:.places$}", 4.0 * size),
                3 => format!("z = {size:.places$}"),
                4 => format!("r({second}) = {:.places$}", size / 6.1),
                _ => format!("Q({first}) = {:.places$}", 4.0 * size),
            };
            let exact = Test::parse(&text(size, 12)).expect("a statistic");
            let [low, high] = exact.p().expect("it can be computed");
            let test = Test::parse(&text(size, statistic_places)).expect("a statistic");
            for p in [low, high] {
                let whole = format!("{p:.p_places$}");
                let bound = format!("≤{:.6}", (p + 1e-6).min(1.0));
                for printed in [whole, bound] {
                    let printed = Printed::parse(&printed).expect("a number");
                    prop_assert_eq!(fit(&test, printed, Tails::Two, Correction::None), Some(Fit::Fits));
                }
            }
        }
    }
}
