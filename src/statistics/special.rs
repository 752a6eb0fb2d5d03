//! The incomplete beta and gamma functions, regularised, from which the tails of the common distributions follow.
//!
//! Series and continued fractions are those of the NIST Digital Library of Mathematical Functions (DLMF), the fractions
//! evaluated from the front (Lentz 1976, as modified by Thompson and Barnett 1986). What does not settle is `None`.

/// How many terms are tried. A fraction settles after some multiple of the square root of its parameters.
const TERMS: u32 = 20_000;
/// Where terms no longer matter.
const SETTLED: f64 = 1e-15;
/// What stands in the place of a zero in Lentz's method.
const TINY: f64 = 1e-300;

/// The natural logarithm of the gamma function of a positive number (Lanczos 1964, with the coefficients of Godfrey
/// 2001 for g = 7 and nine terms).
fn ln_gamma(x: f64) -> f64 {
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // DLMF 5.5.3
        return (std::f64::consts::PI / (std::f64::consts::PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let terms = (1..).zip(COEFFICIENTS).map(|(place, coefficient)| coefficient / (x + f64::from(place)));
    let sum = 0.999_999_999_999_809_9 + terms.sum::<f64>();
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// A continued fraction `b0 + a1 / (b1 + a2 / (b2 + …))`, its terms from `term` by their numbers.
fn fraction(b0: f64, term: impl Fn(f64) -> (f64, f64)) -> Option<f64> {
    let nonzero = |x: f64| if x.abs() < TINY { TINY } else { x };
    let (mut value, mut c, mut d) = (nonzero(b0), nonzero(b0), 0.0);
    for number in 1..=TERMS {
        let (a, b) = term(number.into());
        d = 1.0 / nonzero(b + a * d);
        c = nonzero(b + a / c);
        value *= c * d;
        if (c * d - 1.0).abs() < SETTLED {
            return Some(value);
        }
    }
    None
}

/// `I_x(a, b)` for positive `a` and `b`. `y` is `1 - x`, which loses its digits where `x` is near one (DLMF 8.17).
pub(super) fn beta(a: f64, b: f64, [x, y]: [f64; 2]) -> Option<f64> {
    if x <= 0.0 || y <= 0.0 {
        return Some(if x <= 0.0 { 0.0 } else { 1.0 });
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return beta_tail(b, a, [y, x]).map(|tail| 1.0 - tail);
    }
    beta_tail(a, b, [x, y])
}

/// The same where the fraction settles fast (DLMF 8.17.22).
fn beta_tail(a: f64, b: f64, [x, y]: [f64; 2]) -> Option<f64> {
    let front = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * y.ln();
    let below = fraction(1.0, |number| {
        let half = (number / 2.0).floor();
        let past = a + 2.0 * half;
        let term = if number % 2.0 > 0.5 {
            -(a + half) * (a + b + half) * x / (past * (past + 1.0))
        } else {
            half * (b - half) * x / ((past - 1.0) * past)
        };
        (term, 1.0)
    })?;
    Some((front.exp() / (a * below)).clamp(0.0, 1.0))
}

/// `Q(a, x)` for positive `a`: how much of the gamma function lies beyond `x`.
pub(super) fn gamma_beyond(a: f64, x: f64) -> Option<f64> {
    if x <= 0.0 {
        return Some(1.0);
    }
    let front = (a * x.ln() - x - ln_gamma(a)).exp();
    if x < a + 1.0 {
        // DLMF 8.7.1
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for number in 1..=TERMS {
            term *= x / (a + f64::from(number));
            sum += term;
            if term < sum * SETTLED {
                return Some((1.0 - front * sum).clamp(0.0, 1.0));
            }
        }
        return None;
    }
    // DLMF 8.9.2, its even part
    let below = fraction(x + 1.0 - a, |n| (-n * (n - a), x + 2.0 * n + 1.0 - a))?;
    Some((front / below).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_close(value: Option<f64>, expected: f64) -> bool {
        value.is_some_and(|value| (value - expected).abs() <= 1e-10 * expected.abs().max(1e-3))
    }

    #[test]
    fn the_gamma_function_of_whole_numbers_is_a_factorial() {
        for (x, factorial) in [(1.0, 1.0), (2.0, 1.0), (5.0, 24.0), (11.0, 3_628_800.0)] {
            assert!((ln_gamma(x) - f64::ln(factorial)).abs() < 1e-13, "{x}");
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-13);
    }

    /// By what is known in closed form: `I_x(1, b)`, `I_x(a, 1)`, and the middle of what is symmetrical.
    #[test]
    fn the_incomplete_beta_is_what_closed_forms_say() {
        for x in [0.001, 0.2, 0.5, 0.9, 0.999] {
            assert!(is_close(beta(1.0, 7.5, [x, 1.0 - x]), 1.0 - (1.0 - x).powf(7.5)), "{x}");
            assert!(is_close(beta(12.0, 1.0, [x, 1.0 - x]), x.powi(12)), "{x}");
        }
        for a in [0.5, 14.0, 40_000.0, 2e6] {
            assert!(beta(a, a, [0.5, 0.5]).is_some_and(|half| (half - 0.5).abs() < 1e-7), "{a}");
        }
    }

    #[test]
    fn the_incomplete_gamma_is_what_closed_forms_say() {
        for x in [0.01, 0.7, 1.9, 2.5, 30.0] {
            assert!(is_close(gamma_beyond(1.0, x), (-x).exp()), "{x}");
            assert!(is_close(gamma_beyond(2.0, x), (1.0 + x) * (-x).exp()), "{x}");
        }
    }
}
