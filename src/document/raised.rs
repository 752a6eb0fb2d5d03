//! What is raised above the line: the mark of a note or of a work, a power, or letters of a word.

/// What raised letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a note, or the number of a work: `2012¹`.
    Call,
    /// A power: `10⁶`, `km²`.
    Power,
    /// Letters that belong to the word: `19ᵗʰ`.
    Letters,
}

/// Units that are squared and cubed.
const UNITS: [&str; 10] = ["m", "km", "cm", "mm", "dm", "ft", "in", "mi", "yd", "s"];

impl Raised {
    /// What letters are that are raised behind these words.
    pub(super) fn of(raised: &str, before: &str) -> Self {
        let raised = raised.trim();
        let marks = |c: char| c.is_ascii_digit() || "*†‡§, –-".contains(c);
        let is_label = raised.contains(|c: char| c.is_ascii_digit() || "*†‡§".contains(c)) && raised.chars().all(marks);
        // No further back than a base or a unit reaches: a word may be as long as the file.
        let digits = before.bytes().rev().take(3).take_while(u8::is_ascii_digit).count();
        let letters = before.char_indices().rev().take(3).take_while(|(_, c)| c.is_alphabetic());
        let word = &before[letters.last().map_or(before.len(), |(at, _)| at)..];
        let exponent = raised.trim_start_matches(['-', '−']);
        let is_number = !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit());
        // A year, or a number with its thousands, has no power.
        let base = (1..=2).contains(&digits) && !before[..before.len() - digits].ends_with([',', '.']);
        match () {
            () if is_number && (base || UNITS.contains(&word) && exponent.len() == 1) => Raised::Power,
            () if is_label => Raised::Call,
            () => Raised::Letters,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_raised_is_a_mark_a_power_or_a_letter() {
        for (before, raised, expected) in [
            ("opened in 2012", "1", Raised::Call),
            ("some 5,000", "3", Raised::Call),
            ("so it was.", "2,4", Raised::Call),
            ("Orum", "*", Raised::Call),
            ("5×10", "6", Raised::Power),
            ("10", "−3", Raised::Power),
            ("40 km", "2", Raised::Power),
            ("the 19", "th", Raised::Letters),
            ("M", "lle", Raised::Letters),
        ] {
            assert_eq!(Raised::of(raised, before), expected, "{before}^{raised}");
        }
    }
}
