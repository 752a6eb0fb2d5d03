//! What a number may be a slip for: a digit is another one, or two beside each other stand the other way round.

/// How many digits of a number tell something: zeros at its ends may stand for any.
pub(crate) fn weight(written: &str) -> usize {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}

/// The numbers, as they are written, that one differs from by a slip.
pub(crate) fn slips(written: &str) -> impl Iterator<Item = String> {
    let own = written.as_bytes();
    let digits = move |at: &usize| own[*at].is_ascii_digit();
    let replaced = (0..own.len()).filter(digits).flat_map(move |at| {
        (b'0'..=b'9').filter(move |digit| *digit != own[at]).map(move |digit| {
            let mut other = own.to_vec();
            other[at] = digit;
            other
        })
    });
    let swapped = (1..own.len()).filter(digits).filter_map(move |at| {
        // "12.5", "21.5" and "15.2"
        let before = (0..at).rev().find(digits).filter(|before| own[*before] != own[at])?;
        let mut other = own.to_vec();
        other.swap(before, at);
        Some(other)
    });
    replaced.chain(swapped).filter_map(|digits| String::from_utf8(digits).ok())
}
