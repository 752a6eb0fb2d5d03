//! Amounts in words, and exact numbers in decimals.

use std::fmt;

use num_traits::{One, Signed, Zero};

use super::{Amount, Bound, Exact, Number, Shape};

/// How many digits a rounded number is told with.
const DIGITS: u32 = 6;

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Amount {
    /// The amount as a person says it: `more than 400`, `about 11,000,000,000 USD (give or take 10 %)`, `5 to 7 days`.
    pub fn spoken(&self) -> String {
        let numbers = match &self.shape {
            Shape::Number(number) => number.spoken(),
            Shape::About(number) => format!("about {}", number.spoken()),
            Shape::Above(number, Bound::Excluded) => format!("more than {}", number.spoken()),
            Shape::Above(number, Bound::Included) => format!("at least {}", number.spoken()),
            Shape::Below(number, Bound::Excluded) => format!("less than {}", number.spoken()),
            Shape::Below(number, Bound::Included) => format!("at most {}", number.spoken()),
            Shape::Between(ends) => format!("{} to {}", ends[0].spoken(), ends[1].spoken()),
            Shape::Many(_) => return crate::text::shown(&self.written),
        };
        match self.unit.name() {
            "" => numbers,
            sign @ ("%" | "‰") => format!("{numbers}{sign}"),
            unit => format!("{numbers} {}", crate::text::shown(unit)),
        }
    }

    /// Where `16.500` may have been meant as sixteen thousand: what to do about it.
    pub fn misreading(&self) -> Option<String> {
        let digits: Vec<&str> = self.written.split(|c: char| !c.is_ascii_digit() && c != '.').collect();
        let number = digits.into_iter().find(|digits| {
            let parts = digits.split_once('.');
            parts.is_some_and(|(whole, decimals)| {
                decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
            })
        })?;
        let whole = number.replace('.', "");
        Some(format!("`{number}` has three decimals here; write `{whole}` if the point stands between thousands"))
    }
}

impl Number {
    /// All its digits, with commas between thousands: `12,300,000`, `5.0`.
    fn spoken(self) -> String {
        let mut decimals = 0;
        let mut place = Exact::one();
        while place > self.last_place && decimals < 24 {
            place /= Exact::from(10);
            decimals += 1;
        }
        decimal(self.value, decimals)
    }
}

/// A number rounded to six digits, or to a whole number if that has more: `16,400`, `15,646.5`, `0.0625`.
pub fn rounded(number: Exact) -> String {
    let mut whole = number.abs().to_integer();
    let mut decimals = DIGITS;
    while whole > 0 && decimals > 0 {
        whole /= 10;
        decimals -= 1;
    }
    let text = decimal(number, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number to so many decimals, halves away from zero; whole where it is too large for decimals.
fn decimal(number: Exact, decimals: u32) -> String {
    let shift = 10_i128.pow(decimals);
    let scaled = num_traits::CheckedMul::checked_mul(&number.abs(), &Exact::from(shift));
    let (scaled, shift, decimals) = match scaled {
        Some(scaled) => (scaled.round().to_integer(), shift, decimals as usize),
        None => (number.abs().to_integer(), 1, 0),
    };
    let (whole, part) = (grouped(scaled / shift), scaled % shift);
    let sign = if number.is_negative() && !scaled.is_zero() { "-" } else { "" };
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0decimals$}") }
}

fn grouped(whole: i128) -> String {
    let digits = whole.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}
