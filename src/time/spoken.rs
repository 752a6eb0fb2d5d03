//! An EDTF expression in words.

use edtf_core::{
    Date, DateField, DateTime, Edtf, Interval, IntervalEndpoint, Qualifier, SetElement, SetKind, Year, YearKind,
};

use super::day::spoken_year;
use super::{Day, When, months};
use crate::text::listed;

impl When {
    /// The date as a person says it: "20 June 2024", "the 1950s", "25 June 1950 to 27 July 1953".
    pub fn spoken(&self) -> String {
        expression(&self.edtf())
    }

    /// What the notation says and its writer may not have meant, in one sentence.
    pub fn caution(&self) -> Option<String> {
        match self.edtf() {
            Edtf::Date(date) => caution(&date),
            _ => None,
        }
    }
}

/// The whole expression as a person says it.
fn expression(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => qualified(*date),
        Edtf::DateTime(moment) => with_time(moment),
        Edtf::Interval(interval) => range(interval),
        Edtf::Set(set) => {
            let members: Vec<String> = set.elements.iter().map(member).collect();
            listed(&members, if set.kind == SetKind::OneMember { "or" } else { "and" })
        }
    }
}

/// What a date says and its writer may not have meant.
fn caution(date: &Date) -> Option<String> {
    let year = date.year.value().filter(|_| matches!(date.year.kind, YearKind::Standard { .. }))?;
    if let Some(code @ 25..=41) = date.month.and_then(DateField::value)
        && year > 0
        && i64::from(code) > year % 100
    {
        let end = year / 100 * 100 + i64::from(code);
        return Some(format!(
            "`{date}` is the {}: a range of years is written `{year:04}/{end:04}`",
            unqualified(*date)
        ));
    }
    if year < 0 {
        let (meant, said) = (year.unsigned_abs() - 1, spoken_year(year));
        let written = if meant == 0 { "0000".to_string() } else { format!("-{meant:04}") };
        return Some(format!("there is a year 0 here, so this is {said}; {} BCE is written `{written}`", meant + 1));
    }
    if year < 1583 && date.month.is_some() {
        return Some(
            "days before 1583 are counted in the Gregorian calendar, not in the Julian one of the time".into(),
        );
    }
    None
}

/// A date with its marks: "about 1920 (1918 to 1922)", "possibly June 2024", "20 June 2024 (the day is approximate)".
fn qualified(date: Date) -> String {
    let parts = parts(date);
    let first = parts[0].1;
    let words = unqualified(date);
    if parts.iter().any(|(_, mark)| *mark != first) {
        let marked: Vec<String> = parts.iter().filter(|(_, mark)| mark.is_qualified()).map(marked_part).collect();
        return format!("{words} ({})", listed(&marked, "and"));
    }
    let possibly = if first.uncertain { "possibly " } else { "" };
    if !first.approximate {
        return format!("{possibly}{words}");
    }
    format!("{possibly}about {words}{}", window(date))
}

/// The parts of a date with their marks, from the year on.
fn parts(date: Date) -> Vec<(&'static str, Qualifier)> {
    let month = if date.precision() == edtf_core::Precision::Season { "season" } else { "month" };
    let mut parts = vec![("year", date.year.qualifier)];
    parts.extend(date.month.map(|field| (month, field.qualifier)));
    parts.extend(date.day.map(|field| ("day", field.qualifier)));
    parts
}

fn marked_part((name, mark): &(&'static str, Qualifier)) -> String {
    let how = match (mark.uncertain, mark.approximate) {
        (true, true) => "uncertain and approximate",
        (true, false) => "uncertain",
        _ => "approximate",
    };
    format!("the {name} is {how}")
}

/// " (1918 to 1922)": the days that an approximate date may mean, in whole years or months where they are such.
fn window(mut date: Date) -> String {
    let believe = |qualifier: &mut Qualifier| qualifier.uncertain = false;
    believe(&mut date.year.qualifier);
    for field in [&mut date.month, &mut date.day].into_iter().flatten() {
        believe(&mut field.qualifier);
    }
    let days = When::of_date(date).hard();
    let (Some(first), Some(last)) = (days.earliest().day(), days.latest().day()) else {
        return String::new();
    };
    let speak: fn(Day) -> String = match (date.month, date.day) {
        (None, _) => |day| spoken_year(day.year_month_day().0),
        (_, None) => |day| {
            let (year, month, _) = day.year_month_day();
            format!("{} {}", months::english(month), spoken_year(year))
        },
        _ => Day::spoken,
    };
    format!(" ({} to {})", speak(first), speak(last))
}

/// A date in words, its marks aside.
fn unqualified(date: Date) -> String {
    let year = year(date.year);
    let Some(month) = date.month else {
        return year;
    };
    if let Some(code @ 21..) = month.value() {
        return season(code, &year);
    }
    let month_words = month.value().map_or_else(|| some_month(month), |month| months::english(month).to_string());
    let in_year = match date.day {
        None => month_words,
        Some(day) => match (day.value(), month.value()) {
            (Some(day), Some(_)) => format!("{day} {month_words}"),
            (Some(day), None) => format!("day {day} of {month_words}"),
            (None, None) if day.digits == [None; 2] && month.digits == [None; 2] => "some day".into(),
            (None, _) => format!("{} {month_words}", some_day(day)),
        },
    };
    // "June 2024", but "some month of 2024" and "June of the 1950s".
    let of = if date.year.has_unspecified() || month.has_unspecified() { "of " } else { "" };
    format!("{in_year} {of}{year}")
}

fn some_month(month: DateField) -> String {
    match month.digits {
        [None, None] => "some month".into(),
        digits => format!("some month ({})", mask(&digits)),
    }
}

fn some_day(day: DateField) -> String {
    match day.digits {
        [None, None] => "some day in".into(),
        digits => format!("some day ({}) in", mask(&digits)),
    }
}

fn mask(digits: &[Option<u8>]) -> String {
    digits.iter().map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit))).collect()
}

fn year(year: Year) -> String {
    if let Some(significant) = year.significant_digits {
        return significant_year(year, significant);
    }
    match (year.value(), year.kind) {
        (Some(value), _) | (None, YearKind::Big { value }) => spoken_year(value),
        (None, YearKind::Standard { digits, .. }) => match digits {
            [None, None, None, None] => "an unknown year".into(),
            [Some(_), Some(_), Some(_), None] => format!("the {}0s", mask(&digits[..3])),
            [Some(a), Some(b), None, None] => format!("the years {a}{b}00 to {a}{b}99"),
            [Some(a), None, None, None] => format!("the years {a}000 to {a}999"),
            digits => format!("some year ({})", mask(&digits)),
        },
        (None, YearKind::Exponential { significand, exponent }) => format!("the year {significand} × 10^{exponent}"),
    }
}

/// "1900 to 1999, estimated as 1950".
fn significant_year(written: Year, significant: u32) -> String {
    let estimate = year(Year { significant_digits: None, ..written });
    let bounds = Edtf::Date(Date { year: written, month: None, day: None }).bounds();
    match (bounds.earliest, bounds.latest) {
        (edtf_core::Bound::Date(first), edtf_core::Bound::Date(last)) => {
            format!("{} to {}, estimated as {estimate}", spoken_year(first.year), spoken_year(last.year))
        }
        _ => format!("{estimate}, to {significant} significant digits"),
    }
}

fn season(code: u8, year: &str) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let named = |first: u8| SEASONS[usize::from(code - first) % 4];
    let counted = |first: u8| ORDINALS[usize::from(code - first) % 4];
    match code {
        21..=24 => format!("{} {year}", named(21)),
        25..=28 => format!("{} {year} in the north", named(25)),
        29..=32 => format!("{} {year} in the south", named(29)),
        33..=36 => format!("{} quarter of {year}", counted(33)),
        37..=39 => format!("{} third of {year}", ["first", "middle", "last"][usize::from(code - 37)]),
        _ => format!("{} half of {year}", counted(40)),
    }
}

fn with_time(moment: &DateTime) -> String {
    let time = moment.time;
    format!("{}, {:02}:{:02}:{:02}", unqualified(moment.date), time.hour, time.minute, time.second)
}

fn range(interval: &Interval) -> String {
    use IntervalEndpoint::{Date as At, OnOrAfter, OnOrBefore, Open, Unknown};
    let start = |endpoint: IntervalEndpoint| match endpoint {
        OnOrBefore(date) => format!("{} or earlier", qualified(date)),
        At(date) | OnOrAfter(date) => qualified(date),
        Open | Unknown => String::new(),
    };
    let end = |endpoint: IntervalEndpoint| match endpoint {
        OnOrAfter(date) => format!("{} or later", qualified(date)),
        At(date) | OnOrBefore(date) => qualified(date),
        Open | Unknown => String::new(),
    };
    match (interval.start, interval.end) {
        (from, Open) => format!("since {}", start(from)),
        (from, Unknown) => format!("from {}, its end unknown", start(from)),
        (Open, to) => format!("until {}", end(to)),
        (Unknown, to) => format!("until {}, its start unknown", end(to)),
        (from, to) => format!("{} to {}", start(from), end(to)),
    }
}

fn member(element: &SetElement) -> String {
    match *element {
        SetElement::Date(date) => qualified(date),
        SetElement::OnOrBefore(date) => format!("{} or earlier", qualified(date)),
        SetElement::OnOrAfter(date) => format!("{} or later", qualified(date)),
        SetElement::Range(first, last) => format!("{} to {}", qualified(first), qualified(last)),
    }
}

#[cfg(test)]
mod tests {
    use crate::time::When;

    #[test]
    fn dates_are_spoken_as_a_person_says_them() {
        for (edtf, words) in [
            ("2024-06-20", "20 June 2024"),
            ("2024-06", "June 2024"),
            ("2024", "2024"),
            ("0079-08-24", "24 August 79 CE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("Y17E7", "170000000"),
            ("Y1E30", "the year 1 × 10^30"),
            ("195X", "the 1950s"),
            ("19XX", "the years 1900 to 1999"),
            ("1X56", "some year (1X56)"),
            ("1950S2", "1900 to 1999, estimated as 1950"),
            ("2024-XX", "some month of 2024"),
            ("2024-XX-XX", "some day of 2024"),
            ("2024-06-XX", "some day in June 2024"),
            ("1560-XX-25", "day 25 of some month of 1560"),
            ("1985-1X", "some month (1X) of 1985"),
            ("156X-12-25", "25 December of the 1560s"),
            ("XXXX-10-28", "28 October of an unknown year"),
            ("XXXX-10-XX", "some day in October of an unknown year"),
            ("2003-21", "spring 2003"),
            ("2003-28", "winter 2003 in the north"),
            ("2003-32", "winter 2003 in the south"),
            ("2024-35", "third quarter of 2024"),
            ("2024-39", "last third of 2024"),
            ("2024-41", "second half of 2024"),
            ("1920~", "about 1920 (1918 to 1922)"),
            ("1920-06~", "about June 1920 (May 1920 to July 1920)"),
            ("1920?", "possibly 1920"),
            ("1920%", "possibly about 1920 (1918 to 1922)"),
            ("195X~", "about the 1950s (1945 to 1964)"),
            ("2004?-06-~11", "11 June 2004 (the year is uncertain and the day is approximate)"),
            ("2004-~21", "spring 2004 (the season is approximate)"),
            ("1950-06-25/1953-07-27", "25 June 1950 to 27 July 1953"),
            ("2022-02-24/..", "since 24 February 2022"),
            ("../1985", "until 1985"),
            ("/1985", "until 1985, its start unknown"),
            ("1985/", "from 1985, its end unknown"),
            ("..2004-06-01/2004-06-20", "1 June 2004 or earlier to 20 June 2004"),
            ("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"),
            ("{1960,1961-12}", "1960 and December 1961"),
            ("[..1760-12-03]", "3 December 1760 or earlier"),
            ("[1760-12..]", "December 1760 or later"),
            ("2024-06-20T09:30:00Z", "20 June 2024, 09:30:00"),
        ] {
            assert_eq!(When::parse(edtf).expect(edtf).spoken(), words, "{edtf}");
        }
    }

    #[test]
    fn what_may_not_have_been_meant_is_said() {
        let caution = |text: &str| When::parse(text).expect(text).caution();
        assert!(caution("1936-39").is_some_and(|note| note.contains("1936/1939")));
        assert!(caution("-0044").is_some_and(|note| note.contains("45 BCE") && note.contains("`-0043`")));
        assert!(caution("1066-10-14").is_some_and(|note| note.contains("Gregorian")));
        for text in ["1910-12", "2024-06-20", "2010-24", "1066", "2024-33"] {
            assert_eq!(caution(text).is_some(), text == "2024-33", "{text}");
        }
    }
}
