//! What is wrong with a string that is no date, and how to write what was meant.
//!
//! The reader of EDTF tells where it stopped. A person wants to be told what they wrote: that June has 30 days, that
//! `1949-45` is a month and no range, that `20 June 2024` is `2024-06-20` here. A suggestion is made only where there
//! is one reading; where there are two, both are named.

use edtf_core::ParseError;
use unicode_normalization::UnicodeNormalization;

use super::When;
use super::fault::{BadDate, FORMS, checked, in_calendar};
use super::prose::whole;
use crate::text::shown;

impl When {
    /// Reads an EDTF string of level 0, 1 or 2, with nothing before or after it.
    ///
    /// # Errors
    ///
    /// [`BadDate`] points at the part that is not EDTF or not in the calendar, and tells how to write it if it can.
    pub fn parse(text: &str) -> Result<When, BadDate> {
        Self::read(text).map_err(|fault| diagnose(text, fault))
    }
}

/// Explains why `text` is no EDTF, given where its reader stopped.
fn diagnose(text: &str, fault: ParseError) -> BadDate {
    if text.is_empty() {
        return BadDate { at: 0..0, what: "there is no date here".into(), help: Some(FORMS.into()), instead: None };
    }
    stray_characters(text).or_else(|| other_notation(text)).unwrap_or_else(|| in_calendar(text, fault))
}

/// Blanks, full-width digits, typographic dashes, small `x`: EDTF but for the characters.
fn stray_characters(text: &str) -> Option<BadDate> {
    let plain: String = text.nfkc().map(plain_character).filter(|c| !c.is_whitespace()).collect();
    if plain == text || checked(plain.clone()).is_none() {
        return None;
    }
    let (place, stray) =
        text.char_indices().find(|(_, c)| plain_character(*c) != *c || c.is_whitespace() || !c.is_ascii())?;
    let what = if stray.is_whitespace() {
        "a date is written without blanks".to_string()
    } else if stray.is_ascii() {
        format!("`{stray}` is written as a capital letter")
    } else {
        format!("`{stray}` looks like a plain character and is another one")
    };
    let at = place..place + stray.len_utf8();
    Some(BadDate { at, what, help: Some(format!("write `{plain}`")), instead: Some(plain) })
}

fn plain_character(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'x' => 'X',
        't' => 'T',
        'z' => 'Z',
        'y' => 'Y',
        other => other,
    }
}

/// What a date means that is written in another notation than EDTF.
enum Meaning {
    /// It can only be this.
    Is(String),
    /// It can be the one or the other.
    Either(String, String),
    /// As `Is`, with a sentence about it.
    With(String, &'static str),
    /// It is in no calendar, and it may be this that was meant: a person is asked, nothing is put in its place.
    Perhaps(String, &'static str),
}

/// The whole string is a date, though not in EDTF.
fn other_notation(text: &str) -> Option<BadDate> {
    let tidy: String = text.nfkc().map(|c| if plain_character(c) == '-' { '-' } else { c }).collect();
    let at = 0..text.len();
    let meaning = match numbers(&tidy.trim().to_lowercase()) {
        Some(meaning) => meaning,
        None => match in_words(&tidy)? {
            Ok(meaning) => meaning,
            // In figures the part at fault is pointed at.
            Err(bad) => return tidy.contains(char::is_alphabetic).then_some(BadDate { at, ..bad }),
        },
    };
    Some(match meaning {
        Meaning::Is(edtf) => {
            BadDate { at, what: format!("write `{edtf}`, not `{}`", shown(text)), help: None, instead: Some(edtf) }
        }
        Meaning::With(edtf, what) => {
            BadDate { at, what: what.into(), help: Some(format!("write `{edtf}`")), instead: Some(edtf) }
        }
        Meaning::Perhaps(edtf, what) => {
            let help = Some(format!("did you mean `{edtf}`?"));
            BadDate { at, what: what.into(), help, instead: None }
        }
        Meaning::Either(a, b) => {
            let either = checked(if a < b { format!("[{a},{b}]") } else { format!("[{b},{a}]") });
            let undecided = either.map_or(String::new(), |either| format!(", or `{either}` if it cannot be told"));
            let help = Some(format!("write `{a}` or `{b}`{undecided}"));
            BadDate { at, what: format!("`{}` can be read in two ways", shown(text)), help, instead: None }
        }
    })
}

/// Dates in digits: `2024/06/20`, `10/21/2024`, `20240620`, `1945-49`, `198`, `Y2024`.
fn numbers(text: &str) -> Option<Meaning> {
    if let Some(digits) = text.strip_prefix('y').filter(|digits| digits.len() == 4 && is_number(digits)) {
        return Some(Meaning::With(digits.into(), "`Y` stands before years of more than four digits only"));
    }
    if text == "-0000" {
        return Some(Meaning::With("0000".into(), "there is no year minus 0: the year 0 is 1 BCE"));
    }
    if is_number(text) {
        return lone_number(text);
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '/' | '-' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    if !parts.iter().all(|part| is_number(part) && part.len() <= 4) {
        return None;
    }
    match parts[..] {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => {
            checked(format!("{year}-{month:0>2}-{day:0>2}")).map(Meaning::Is)
        }
        [a, b, year] if year.len() == 4 && a.len() <= 2 && b.len() <= 2 => day_and_month(a, b, year),
        [year, other] if year.len() == 4 => year_and(year, other, separator),
        [month, year] if year.len() == 4 => checked(format!("{year}-{month:0>2}")).map(Meaning::Is),
        _ => None,
    }
}

fn lone_number(digits: &str) -> Option<Meaning> {
    match digits.len() {
        8 => checked(format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..])).map(Meaning::Is),
        1..=3 => {
            let decade = format!("{digits}X");
            let year = format!("{digits:0>4}");
            if digits.len() == 3 { Some(Meaning::Either(year, decade)) } else { None }
        }
        5.. if !digits.starts_with('0') && digits.len() <= 15 => {
            Some(Meaning::With(format!("Y{digits}"), "a year of more than four digits is written with a `Y`"))
        }
        _ => None,
    }
}

fn day_and_month(a: &str, b: &str, year: &str) -> Option<Meaning> {
    let day_first = checked(format!("{year}-{b:0>2}-{a:0>2}"));
    let month_first = checked(format!("{year}-{a:0>2}-{b:0>2}"));
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(Meaning::Either(one, other)),
        (Some(only), _) | (_, Some(only)) => Some(Meaning::Is(only)),
        _ => None,
    }
}

/// `2024-6`, `1939-1945`, `1945-49`, `1999-00`.
fn year_and(year: &str, other: &str, separator: char) -> Option<Meaning> {
    const RANGE: &str = "the part after a year and a hyphen is a month: a range of years is written with a slash";
    if other.len() == 4 {
        return checked(format!("{year}/{other}")).map(|range| Meaning::With(range, RANGE));
    }
    let month = checked(format!("{year}-{other:0>2}"));
    if separator == '.' || other.len() != 2 || (separator == '-' && month.is_some()) {
        return month.map(Meaning::Is);
    }
    let (start, end): (i64, i64) = (year.parse().ok()?, other.parse().ok()?);
    let in_century = start / 100 * 100 + end;
    let (first, last) = match in_century {
        later if later > start => (start, later),
        // 1999-00 runs into the next century. 2023-14 is a month mistyped, and no range backwards.
        earlier if earlier + 100 - start <= 20 => (start, earlier + 100),
        _ => return month.map(Meaning::Is),
    };
    let range = checked(format!("{first:04}/{last:04}"))?;
    match month {
        // 2004/05 is May 2004 to some and the season of two years to others.
        Some(month) if last - first == 1 => Some(Meaning::Either(month, range)),
        Some(month) => Some(Meaning::Is(month)),
        // 2012-13 may be two years or a slip in the month.
        None if separator == '-' => Some(Meaning::Perhaps(range, RANGE)),
        None => Some(Meaning::With(range, RANGE)),
    }
}

/// A date in words, with what is to be said of it.
fn in_words(text: &str) -> Option<Result<Meaning, BadDate>> {
    const CENTURY: &str =
        "a century in words runs from its year 1 to its year 100, the hundreds `18XX` from 1800 to 1899";
    const HUNDREDS: &str = "the same words name a hundred years and the first ten of them";
    let edtf = match whole(text)? {
        Ok(when) => when.to_string(),
        Err(bad) => return Some(Err(bad)),
    };
    let is_century = edtf.len() == 9 && edtf[2..].starts_with("01/") && edtf.ends_with("00");
    Some(Ok(match () {
        () if is_century => Meaning::With(edtf, CENTURY),
        () if edtf.len() == 4 && edtf.ends_with("XX") => Meaning::With(edtf, HUNDREDS),
        () => Meaning::Is(edtf),
    }))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bad(text: &str) -> BadDate {
        When::parse(text).expect_err("the test writes no EDTF")
    }

    #[track_caller]
    fn points_at(text: &str, part: &str, what: &str) {
        let bad = bad(text);
        assert_eq!((&text[bad.at.clone()], bad.what.as_str()), (part, what));
    }

    /// Whatever the words around it, the suggestion for `text` is `edtf`.
    #[track_caller]
    fn suggests(text: &str, edtf: &str) {
        let bad = bad(text);
        let said = format!("{} {}", bad.what, bad.help.unwrap_or_default());
        assert!(said.contains(&format!("write `{edtf}`")), "{text}: {said}");
        assert_eq!(bad.instead.as_deref(), Some(edtf), "{text}");
        When::parse(edtf).expect("a suggestion is EDTF");
    }

    #[test]
    fn a_day_that_no_calendar_has_is_pointed_at() {
        points_at("2023-02-30", "30", "February 2023 has 28 days, not 30");
        points_at("2024-06-31", "31", "June 2024 has 30 days, not 31");
        points_at("2023-02-28/2023-02-29", "29", "February 2023 has 28 days, not 29");
        points_at("[2023-01-01,2023-04-31]", "31", "April 2023 has 30 days, not 31");
        points_at("-0001-02-29", "29", "February -0001 has 28 days, not 29");
        points_at("19X3-02-29", "29", "no year 19X3 is a leap year, so its February has 28 days");
        points_at("202X-02-30", "30", "February has at most 29 days, not 30");
        points_at("1985-02-3X", "3X", "no day of February 1985 is numbered 3X");
        points_at("2024-01-00", "00", "days are counted from 01");
        points_at("2024-02-30T10:00:00", "30", "February 2024 has 29 days, not 30");
    }

    #[test]
    fn a_month_that_no_year_has_is_pointed_at() {
        points_at("2024-13", "13", "there is no month 13");
        points_at("2024-13-01", "13", "there is no month 13");
        points_at("2024-3X", "3X", "no month is numbered 3X");
    }

    #[test]
    fn ranges_of_years_in_prose_are_told_from_months() {
        for (text, range) in [("1939-1945", "1939/1945"), ("1939\u{2013}1945", "1939/1945")] {
            suggests(text, range);
        }
        points_at("1964/2008-13", "13", "there is no month 13");
        for (text, range) in [("1945-49", "1945/1949"), ("1914-18", "1914/1918"), ("1999-00", "1999/2000")] {
            let bad = bad(text);
            assert_eq!(bad.help, Some(format!("did you mean `{range}`?")), "{text}");
            assert_eq!(bad.instead, None, "a month that no year has is never swapped for a range: {text}");
        }
        for text in ["2023-14", "1949-45"] {
            let bad = bad(text);
            assert_eq!((bad.what, bad.instead), (format!("there is no month {}", &text[5..]), None));
        }
    }

    #[test]
    fn dates_in_other_notations_are_translated() {
        for (text, edtf) in [
            ("2024/06/20", "2024-06-20"),
            ("2024.6.5", "2024-06-05"),
            ("2024-6", "2024-06"),
            ("6/2024", "2024-06"),
            ("20240620", "2024-06-20"),
            ("10/21/2024", "2024-10-21"),
            ("21.10.2024", "2024-10-21"),
            ("06/06/2024", "2024-06-06"),
            ("20 June 2024", "2024-06-20"),
            ("June 20th, 2024", "2024-06-20"),
            ("20 Juni 2024", "2024-06-20"),
            ("6 Nop 2019", "2019-11-06"),
            ("Sept. 2024", "2024-09"),
            ("c. 1920", "1920~"),
            ("circa June 1920", "1920-06~"),
            ("1950s", "195X"),
            ("the 1950s", "195X"),
            ("1950-an", "195X"),
            ("the 1900s", "19XX"),
            ("2024/06", "2024-06"),
            ("19th century", "1801/1900"),
            ("abad ke-19", "1801/1900"),
            ("44 BC", "-0043"),
            ("1 BCE", "0000"),
            ("spring 2003", "2003-21"),
            ("Q3 2024", "2024-35"),
            ("before 1950", "[..1950]"),
            ("since 24 February 2022", "2022-02-24/.."),
            ("between 1945 and 1949", "1945/1949"),
            ("20 June 2024 - 3 July 2024", "2024-06-20/2024-07-03"),
            ("12345", "Y12345"),
            ("Y2024", "2024"),
            ("2008/1964", "1964/2008"),
            ("-0000", "0000"),
        ] {
            suggests(text, edtf);
        }
    }

    #[test]
    fn what_has_two_readings_is_given_both() {
        let bad = bad("06/07/2024");
        assert_eq!(
            bad.help.expect("a help"),
            "write `2024-07-06` or `2024-06-07`, or `[2024-06-07,2024-07-06]` if it cannot be told"
        );
    }

    #[test]
    fn a_slash_between_two_years_may_be_a_month() {
        assert_eq!(bad("2004/05").help.expect("a help"), "write `2004-05` or `2004/2005`");
        suggests("1998/99", "1998/1999");
    }

    #[test]
    fn stray_characters_are_pointed_at() {
        points_at(" 2024", " ", "a date is written without blanks");
        points_at("2024 ", " ", "a date is written without blanks");
        points_at("[1667, 1668]", " ", "a date is written without blanks");
        points_at("\u{ff12}024", "\u{ff12}", "`\u{ff12}` looks like a plain character and is another one");
        points_at("202x", "x", "`x` is written as a capital letter");
        suggests("1945\u{2013}06", "1945-06");
    }

    #[test]
    fn an_impossible_day_is_never_moved_to_another() {
        for text in ["30 February 2023", "2023/02/30", "31/06/2024", "20230230"] {
            let bad = bad(text);
            assert!(!format!("{bad:?}").contains("write `2023-0"), "{bad:?}");
        }
    }

    #[test]
    fn messages_are_for_persons() {
        for text in [
            "",
            "x",
            "2024-",
            "2024-06-",
            "2024T",
            "2024-06-20T25:00:00",
            "{2024",
            "[]",
            "Y",
            "2024/2025/2026",
            "/",
            "é",
        ] {
            let bad = bad(text);
            let lower = bad.what.to_lowercase();
            assert!(
                !lower.contains("invalid") && !lower.contains("error") && !bad.what.ends_with('.'),
                "{text}: {}",
                bad.what
            );
        }
    }

    fn nearly_a_date() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "2024", "06", "-", "/", "T", "20", "X", "?", "~", "[", "]", "{", "..", ",", " ", "june", "c.", "s", "Y",
            "E", "é", "\u{ff12}", "century", "1950", "to", "bc", "0", "99", ":", "S",
        ]);
        prop::collection::vec(part, 0..7).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn every_string_is_read_or_pointed_at(text in prop_oneof![nearly_a_date(), any::<String>()]) {
            if let Err(bad) = When::parse(&text) {
                prop_assert!(text.get(bad.at.clone()).is_some_and(|part| text.is_empty() || !part.is_empty()));
                prop_assert!(!bad.what.is_empty());
            }
        }
    }
}
