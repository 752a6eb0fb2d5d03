//! Dates and days as a message tells them: with their preposition, as a bound, from the one to the other.

use crate::time::{Day, Shape, When};

/// `on 20 June 2024`, `in June 2024`, `about 1920 (1918 to 1922)`, `possibly in 1931`, `some time from 1939 to 1945`.
pub fn at(when: &When) -> String {
    let (first, last) = (when.nominal().earliest().day(), when.nominal().latest().day());
    match when.shape() {
        Shape::Interval if first.is_some() && last.is_some() => format!("some time from {}", when.spoken()),
        // What lies within all days up to one was there by then.
        Shape::Interval if last.is_some() => when.spoken().replacen("until ", "by ", 1),
        Shape::Interval => when.spoken(),
        Shape::Date | Shape::OneOf | Shape::AllOf => with_preposition(&when.spoken()),
    }
}

fn with_preposition(spoken: &str) -> String {
    if let Some(sure) = spoken.strip_prefix("possibly ") {
        return format!("possibly {}", with_preposition(sure));
    }
    let mut words = spoken.split(' ');
    let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let month = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) && !is_era(word));
    match spoken {
        about if about.starts_with("about ") => about.to_owned(),
        day if number && month || day.starts_with("some day") || day.starts_with("day ") => format!("on {day}"),
        other => format!("in {other}"),
    }
}

fn is_era(word: &str) -> bool {
    word.starts_with("CE") || word.starts_with("BCE")
}

/// A first day: `1996` for its first of January, `May 1996` for its first of May.
pub fn since(day: Day) -> String {
    let spoken = day.spoken();
    match day.year_month_day() {
        (_, 1, 1) => spoken.trim_start_matches("1 January ").to_owned(),
        (_, _, 1) => spoken.trim_start_matches("1 ").to_owned(),
        _ => spoken,
    }
}

/// A last day: `the end of 1996` for its 31 December, `the end of May 1996` for its 31 May.
pub fn by(day: Day) -> String {
    let next = day.plus_days(1).year_month_day();
    let spoken = day.spoken();
    let rest = |words: usize| spoken.splitn(words + 1, ' ').last().unwrap_or_default().to_owned();
    match next {
        (_, 1, 1) => format!("the end of {}", rest(2)),
        (_, _, 1) => format!("the end of {}", rest(1)),
        _ => spoken,
    }
}

/// The days from the one to the other: `1996`, `May 1996`, `3 May 1996`, `3 May 1996 to 2 June 1997`.
pub fn days(first: Day, last: Day) -> String {
    let until = by(last);
    match until.strip_prefix("the end of ") {
        _ if first == last => first.spoken(),
        Some(whole) if since(first) == whole || first.spoken() == format!("1 {whole}") => whole.to_owned(),
        _ => format!("{} to {}", first.spoken(), last.spoken()),
    }
}

/// At least how long it is from the one day to the other: `1 day`; from two months on in months, from two years in
/// years.
pub fn lag(from: Day, to: Day) -> String {
    let days = to.number() - from.number();
    match days {
        1 => "at least 1 day".to_owned(),
        732.. => format!("at least {} years", days / 366),
        62.. => format!("at least {} months", days / 31),
        _ => format!("at least {days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        When::parse(text).expect("the test writes EDTF").hard().single_day().expect("the test writes a day")
    }

    #[test]
    fn a_date_takes_the_preposition_that_a_person_gives_it() {
        for (edtf, words) in [
            ("2024-06-20", "on 20 June 2024"),
            ("2024-06", "in June 2024"),
            ("2024", "in 2024"),
            ("0012", "in 12 CE"),
            ("195X", "in the 1950s"),
            ("2024-06-XX", "on some day in June 2024"),
            ("1920~", "about 1920 (1918 to 1922)"),
            ("1931?", "possibly in 1931"),
            ("1931-06-02?", "possibly on 2 June 1931"),
            ("1939-09-01/1945", "some time from 1 September 1939 to 1945"),
            ("1985/..", "since 1985"),
            ("[1735-01-30,1736-01-30]", "on 30 January 1735 or 30 January 1736"),
        ] {
            assert_eq!(at(&When::parse(edtf).expect(edtf)), words, "{edtf}");
        }
    }

    #[test]
    fn the_ends_of_years_and_months_are_told_as_such() {
        assert_eq!(since(day("1996-01-01")), "1996");
        assert_eq!(since(day("1996-05-01")), "May 1996");
        assert_eq!(since(day("1996-05-11")), "11 May 1996");
        assert_eq!(since(day("1996-01-11")), "11 January 1996");
        assert_eq!(by(day("1996-12-31")), "the end of 1996");
        assert_eq!(by(day("-0043-12-31")), "the end of 44 BCE");
        assert_eq!(by(day("1996-02-29")), "the end of February 1996");
        assert_eq!(by(day("1996-02-28")), "28 February 1996");
        assert_eq!(days(day("1996-01-01"), day("1996-12-31")), "1996");
        assert_eq!(days(day("1996-01-01"), day("1996-01-31")), "January 1996");
        assert_eq!(days(day("1996-05-01"), day("1996-05-31")), "May 1996");
        assert_eq!(days(day("1996-05-01"), day("1996-12-31")), "1 May 1996 to 31 December 1996");
        assert_eq!(days(day("1996-05-02"), day("1996-05-02")), "2 May 1996");
    }

    #[test]
    fn a_lag_is_never_told_longer_than_it_is() {
        assert_eq!(lag(day("2021-12-31"), day("2022-01-01")), "at least 1 day");
        assert_eq!(lag(day("2021-12-31"), day("2022-03-01")), "at least 60 days");
        assert_eq!(lag(day("2021-12-31"), day("2023-05-03")), "at least 15 months");
        assert_eq!(lag(day("2021-12-31"), day("2024-01-02")), "at least 2 years");
    }
}
