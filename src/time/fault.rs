//! What is wrong with a string that has the form of a date, and not a day of the calendar.

use std::fmt;
use std::ops::Range;

use edtf_core::{Edtf, ParseError};

use super::day::days_in_month;
use super::months;
use crate::text::shown;

/// Why a string is no date, or no duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDate {
    /// The bytes of the string that are at fault. Never empty unless the string is.
    pub at: Range<usize>,
    /// What is the matter, for a person: "June has 30 days, not 31".
    pub what: String,
    /// What to write instead, in a sentence.
    pub help: Option<String>,
    /// What to put in the place of the whole string, where only one thing can have been meant.
    pub instead: Option<String>,
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for BadDate {}

pub(super) const FORMS: &str = "write a year `2024`, a month `2024-06`, a day `2024-06-20` or a range `2023/2024-06`";

/// EDTF in form, with a part that the calendar or the notation does not have.
pub(super) fn in_calendar(text: &str, fault: ParseError) -> BadDate {
    let at = word_at(text, fault.offset);
    let instead = if fault.message == "interval end precedes interval start" { swapped(text) } else { None };
    let (what, help) = match fault.message {
        "day is out of range for the month" => (no_such_day(text, &at), None),
        message => in_person(message, &shown(&text[at.clone()])),
    };
    let help = instead.as_ref().map(|edtf| format!("write `{edtf}`")).or(help.map(String::from));
    BadDate { at, what, help, instead }
}

/// The reader's message for a person, about a word, and its help.
fn in_person(message: &str, word: &str) -> (String, Option<&'static str>) {
    let (what, help) = match message {
        "month must be 01-12 or a sub-year code 21-41" | "month must be 01-12" => {
            let help = "months are 01 to 12, seasons and other parts of a year 21 to 41";
            return (format!("there is no month {word}"), Some(help));
        }
        "hour must be 00-23 (24 is not allowed)" => {
            return (format!("there is no hour {word}"), Some("hours are 00 to 23: midnight begins a day"));
        }
        "no calendar month matches the unspecified digits" => return (format!("no month is numbered {word}"), None),
        "minute must be 00-59" => return (format!("there is no minute {word}"), None),
        "second must be 00-60" => return (format!("there is no second {word}"), None),
        "EDTF permits ASCII characters only" => return (format!("`{word}` has no place in a date"), Some(FORMS)),
        "sub-year groupings cannot carry a day" => ("a season or quarter has no numbered days", None),
        "interval end precedes interval start" => ("the range ends before it begins", None),
        "interval needs at least one dated endpoint" => ("neither end of the range is a date", None),
        "interval must contain exactly one '/'" => ("a range has one `/`, between its two ends", None),
        "whitespace is not allowed" => ("a date is written without blanks", None),
        "number out of supported range" => ("the number is too large to count with", None),
        "-0000 is not a valid year" => ("there is no year minus 0", Some("the year 0 is 1 BCE: write `0000`")),
        "year must have exactly four digits (or X)" => ("a date begins with a year of four digits", Some(FORMS)),
        "time must be hh:mm:ss" => ("a time of day has seconds", Some("write `2024-06-20T10:00:00`, or the day alone")),
        other => return (other.replace('\'', "`"), Some(FORMS)),
    };
    (what.into(), help)
}

/// The range the right way round, if that is one.
fn swapped(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    checked(format!("{end}/{start}"))
}

/// "February 2023 has 28 days, not 30", for the day at a place in the text.
fn no_such_day(text: &str, at: &Range<usize>) -> String {
    let day = &text[at.clone()];
    let before = &text[..at.start];
    let date = &before[before.rfind(['/', '[', '{', ',', '.']).map_or(0, |place| place + 1)..];
    let date: String = date.chars().filter(|c| !matches!(c, '?' | '~' | '%')).collect();
    let date = date.trim_end_matches('-');
    let Some((year, month)) = date.rsplit_once('-') else {
        return format!("no month has a day {day}");
    };
    if day == "00" {
        return "days are counted from 01".into();
    }
    let Ok(number @ 1..=12) = month.parse::<u8>() else {
        return format!("no month `{month}` of {year} has a day {day}");
    };
    let name = months::english(number);
    match (year.parse::<i64>(), day.parse::<u8>()) {
        (Ok(in_year), Ok(day)) => format!("{name} {year} has {} days, not {day}", days_in_month(in_year, number)),
        (Err(_), Ok(day)) if day > days_in_month(0, number) => {
            format!("{name} has at most {} days, not {day}", days_in_month(0, number))
        }
        // Only a 29 February is left that depends on the year.
        (Err(_), Ok(_)) => format!("no year {year} is a leap year, so its February has 28 days"),
        _ => format!("no day of {name} {year} is numbered {day}"),
    }
}

/// The number or word at the byte `offset`, or the last character if that is past the end.
pub(super) fn word_at(text: &str, offset: usize) -> Range<usize> {
    let start = text.floor_char_boundary(offset.min(text.len()));
    let Some(first) = text[start..].chars().next() else {
        let last = text.chars().next_back().map_or(0, char::len_utf8);
        return text.len() - last..text.len();
    };
    let digit = |c: char| c.is_ascii_digit() || c == 'X';
    let same_kind = |c: char| {
        if digit(first) { digit(c) } else { first.is_alphabetic() && c.is_alphabetic() }
    };
    let rest = text[start..].char_indices().skip(1).find(|(_, c)| !same_kind(*c));
    start..rest.map_or(text.len(), |(length, _)| start + length)
}

/// A suggestion, if it is EDTF.
pub(super) fn checked(edtf: String) -> Option<String> {
    Edtf::parse(&edtf).is_ok().then_some(edtf)
}
