//! Dates as a draft writes them.

use crate::time::When;
use crate::time::prose::Side;

/// The key of a statement and the date in EDTF for a date and the side of it that is meant.
pub(super) fn clause(side: Side, when: &When) -> (&'static str, String) {
    let date = when.to_string();
    match side {
        Side::Since => ("from", date),
        Side::Until => ("until", date),
        Side::Before => ("before", date),
        Side::After => ("after", date),
        // Then or before: within all days up to it.
        Side::By if !date.contains(['/', '[', '{']) => ("on", format!("../{date}")),
        Side::On | Side::By => ("on", date),
    }
}

/// A date of which nobody wrote the year: the same, and uncertain.
pub(super) fn doubtful(when: &When) -> Option<When> {
    if when.is_uncertain() {
        return Some(when.clone());
    }
    let mark = |part: &str| match part.strip_suffix('~') {
        Some(bare) => format!("{bare}%"),
        None if part.is_empty() || part == ".." => part.to_owned(),
        None => format!("{part}?"),
    };
    let marked: Vec<String> = when.to_string().split('/').map(mark).collect();
    When::parse(&marked.join("/")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_reckoned_is_uncertain() {
        for (date, expected) in [
            ("2023-07", "2023-07?"),
            ("2023-07~", "2023-07%"),
            ("2023-07/2023-09", "2023-07?/2023-09?"),
            ("2023-07?", "2023-07?"),
        ] {
            let when = When::parse(date).expect("a date");
            assert_eq!(doubtful(&when).map(|when| when.to_string()).as_deref(), Some(expected));
        }
    }
}
