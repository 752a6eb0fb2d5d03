//! The dates of an entry: what prose has too, a year with its letter, a year before its day, `n.d.`

use std::ops::Range;

use crate::language::{FORTHCOMING, UNDATED, Vocabulary};
use crate::time::{When, prose};

/// A date that a text begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The date in EDTF; `None` where the text says that there is none.
    pub(crate) edtf: Option<String>,
    /// The letter that tells works of one year apart.
    pub(crate) letter: Option<char>,
    /// Whether the work has not appeared yet.
    pub(crate) forthcoming: bool,
    /// Where its words end.
    pub(crate) end: usize,
}

/// The date that `text` begins with.
pub(crate) fn leading(text: &str) -> Option<Dated> {
    worded(text).or_else(|| {
        if let Some(dated) = in_numbers(text) {
            return Some(dated);
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let year = text[..digits].parse().ok().filter(|year| digits == 4 && (1000..=2100).contains(year));
        // `12, 2310–2318 (2024)` has pages.
        if digits == 4 && year.is_none() {
            return None;
        }
        match (prose::leading(text), year) {
            // `2020-03-05`, `2019/20`: more than a year.
            (Some((when, end)), _) if end != 4 || year.is_none() => {
                Some(Dated { edtf: Some(when.to_string()), letter: None, forthcoming: false, end })
            }
            (_, Some(year)) => Some(year_first(text, year)),
            (_, None) => None,
        }
    })
}

/// `14. 03 1931`, as Word writes a day in German lists.
fn in_numbers<'t>(text: &'t str) -> Option<Dated> {
    let number = |text: &'t str, most: usize| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (1..=most).contains(&digits).then(|| text.split_at(digits))
    };
    let (day, rest) = number(text, 2)?;
    let (month, rest) = number(rest.strip_prefix(". ")?, 2)?;
    let (year, rest) = number(rest.strip_prefix('.').unwrap_or(rest).strip_prefix(' ')?, 4)?;
    let edtf = format!("{year}-{month:0>2}-{day:0>2}");
    let end = text.len() - rest.len();
    let ends = !text[end..].starts_with(char::is_alphanumeric) && year.len() == 4 && When::parse(&edtf).is_ok();
    ends.then_some(Dated { edtf: Some(edtf), letter: None, forthcoming: false, end })
}

/// `2020a`, `2020, March 5`.
fn year_first(text: &str, year: i32) -> Dated {
    let letter = text[4..].chars().next().filter(char::is_ascii_lowercase);
    let end = 4 + usize::from(letter.is_some());
    let (finer, end) = finer(text, year, end).unwrap_or_else(|| (format!("{year:04}"), end));
    Dated { edtf: Some(finer), letter, forthcoming: false, end }
}

/// The month and the day that may follow a year which ends at byte `at`.
fn finer(text: &str, year: i32, at: usize) -> Option<(String, usize)> {
    let (comma, start) = match &text[at..] {
        rest if rest.starts_with(", ") => (true, at + 2),
        rest if rest.starts_with(' ') => (false, at + 1),
        _ => return None,
    };
    let (month, day, length) = prose::month_and_day(&text[start..])?;
    let end = start + length;
    // Without a comma the month ends what is dated: `2013 Aug;14(3)`, not `2013 March of the ducks`.
    let ends = comma || !text[end..].trim_start().starts_with(char::is_alphanumeric);
    let edtf = match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    (ends && When::parse(&edtf).is_ok()).then_some((edtf, end))
}

/// The date that the whole of `text` says, in EDTF: as it is written, or read from words.
pub(crate) fn whole(text: &str) -> Option<String> {
    let text = text.trim();
    let written = || When::parse(text).ok().or_else(|| prose::whole(text)?.ok()).map(|when| when.to_string());
    // `2001a`
    written().or_else(|| leading(text).filter(|dated| dated.end == text.len())?.edtf)
}

/// `n.d.`, `forthcoming`.
fn worded(text: &str) -> Option<Dated> {
    let end = |known: &Vocabulary| {
        let word = known.longest_first().iter().find(|word| {
            let behind = text.get(word.len()..).and_then(|rest| rest.chars().next());
            // `Smith, N. D.` and `Smith ND` are persons.
            let initials = (word.contains('.') || word.len() <= 3) && text.starts_with(char::is_uppercase);
            text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
                && behind.is_none_or(|c| !c.is_alphanumeric())
                && !initials
        })?;
        // The point of "n.d." belongs to it.
        Some(word.len() + usize::from(word.contains('.') && text[word.len()..].starts_with('.')))
    };
    let dated = |end, forthcoming| Dated { edtf: None, letter: None, forthcoming, end };
    end(&UNDATED).map(|end| dated(end, false)).or_else(|| end(&FORTHCOMING).map(|end| dated(end, true)))
}

/// A month and a day without their year, with where their words end.
pub(crate) fn day_of_year(text: &str) -> Option<((u8, u8), usize)> {
    let (month, day, end) = prose::month_and_day(text)?;
    Some(((month, day?), end))
}

/// Every year that stands by itself in a text, with its place.
pub(crate) fn years(text: &str) -> impl Iterator<Item = (Range<usize>, i32)> {
    let digits = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    digits.filter_map(|at| {
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let year = text.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let mut behind = text[at + 4..].chars();
        let (next, after) = (behind.next(), behind.next());
        let letter = next.is_some_and(|c| c.is_ascii_lowercase()) && !after.is_some_and(char::is_alphanumeric);
        let alone = next.is_none_or(|c| !c.is_alphanumeric()) || letter;
        let year: i32 = year.parse().ok()?;
        (alone && (1000..=2100).contains(&year)).then_some((at..at + 4, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> Option<(String, &str)> {
        let dated = leading(text)?;
        Some((dated.edtf.unwrap_or_default(), &text[dated.end..]))
    }

    #[test]
    fn dates_are_read_in_the_order_of_any_style() {
        for (text, read, rest) in [
            ("2020", "2020", ""),
            ("2020a). On", "2020", "). On"),
            ("2020, March 5). On", "2020-03-05", "). On"),
            ("2020, 5 Maret. Di", "2020-03-05", ". Di"),
            ("2020. March of", "2020", ". March of"),
            ("2013 Aug;14(3)", "2013-08", ";14(3)"),
            ("2013 March of the ducks", "2013", " March of the ducks"),
            ("March 5th, 2020", "2020-03-05", ""),
            ("14. 03 1931). Wie", "1931-03-14", "). Wie"),
            ("14. 03. 1931", "1931-03-14", ""),
            ("n.d. Title", "", " Title"),
            ("t.t. Judul", "", " Judul"),
            ("s. f. Los puertos", "", " Los puertos"),
            ("o. J. Die Häfen", "", " Die Häfen"),
        ] {
            assert_eq!(edtf(text), Some((read.to_owned(), rest)), "{text}");
        }
        for text in [
            "20201",
            "14. 16 1931",
            "14. 03 31",
            "31 February 2020",
            "maybe 2020",
            "",
            "3 million",
            "N. D. Lind",
            "TT, Lind",
        ] {
            assert_eq!(edtf(text), None, "{text}");
        }
        assert_eq!(leading("2020b").and_then(|dated| dated.letter), Some('b'));
        assert!(leading("forthcoming.").is_some_and(|dated| dated.forthcoming));
    }

    #[test]
    fn years_stand_by_themselves() {
        let found: Vec<i32> = years("12020, 2020a; (1999) 978-2012, x2011 2010th 0999").map(|(_, year)| year).collect();
        assert_eq!(found, [2020, 1999, 2012]);
    }
}
