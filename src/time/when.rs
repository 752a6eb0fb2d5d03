//! A date as it was written, and the days that it may mean.
//!
//! Two stretches of days belong to a date. The *nominal* one is what the notation denotes: June 2024 is 1 to 30 June.
//! The *hard* one is what it cannot lie outside of. The two differ where the writer was not sure:
//!
//! | notation | hard | nominal |
//! |---|---|---|
//! | `2024-06-20`, `202X`, `2024-XX` | every completion | the same |
//! | `~` | widened by [`SLACK`], at the finest part that is approximate | not widened |
//! | `?` | unknown: the source itself may be wrong | not widened |
//! | `%` | unknown | widened |
//! | a mark on a part (`2004-06-~11`) | that part alone; the parts to its left hold | as above |
//! | seasons 21 to 24 | December before to February after: either hemisphere, either year of a winter | one convention |
//! | `..` | open | open |
//! | nothing beside the `/` | unknown | unknown |
//! | `XXXX-10-28` | unknown: no digit of the year is | unknown |
//!
//! Seasons 25 to 32 name their hemisphere, and only the one at the turn of the year has two readings; quarters, thirds
//! and halves of a year (33 to 41) are exact. The nominal months are those of meteorology: 21 is March to May, and the
//! winter 24 of a year begins in its December. A time of day is read and does not move the day, which is the local day
//! as written. A year beyond [`YEAR_LIMIT`](super::YEAR_LIMIT) cannot be counted in days: its ends are unknown.
//!
//! A stretch has no gaps. What lies between the members of a set, or between the 28 Octobers of `202X-10-28`, counts as
//! inside: that can hide a contradiction and never invents one.

use std::fmt;

use edtf_core::{
    Bound, Bounds, Date, DateField, Edtf, IntervalEndpoint, ParseError, Qualifier, SetElement, SetKind, Year, YearKind,
};

use super::clock::without_times;
use super::{Day, End, Stretch};

/// How far an approximate (`~`) date may lie from what it says.
pub const SLACK: [Slack; 6] = [
    Slack { of: "day", amount: 3, unit: Unit::Day },
    Slack { of: "month", amount: 1, unit: Unit::Month },
    Slack { of: "year", amount: 2, unit: Unit::Year },
    Slack { of: "decade", amount: 5, unit: Unit::Year },
    Slack { of: "century", amount: 25, unit: Unit::Year },
    Slack { of: "longer span", amount: 250, unit: Unit::Year },
];

/// The places of a day, a month and a year in [`SLACK`].
const DAY: usize = 0;
const MONTH: usize = 1;
const YEAR: usize = 2;

/// One line of [`SLACK`]: the precision that is approximate, and how much its ends give either way.
#[derive(Debug, PartialEq, Eq)]
pub struct Slack {
    /// What is approximate: a day, a month (or season), a year …
    pub of: &'static str,
    amount: i64,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Month,
    Year,
}

impl fmt::Display for Slack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        write!(f, "{} {unit}{}", self.amount, if self.amount == 1 { "" } else { "s" })
    }
}

/// A date, a range of dates or a set of them.
///
/// Equal dates are written in the same way up to the place of their marks: `?2024-?06` equals `2024-06?`, and does not
/// equal `2024-06`. [`Display`](fmt::Display) writes the canonical EDTF, which reads back as the same date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    written: Written,
    hard: Stretch,
    nominal: Stretch,
}

/// A lone date is by far the most frequent and stands in place; the rest is twice as large and boxed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Written {
    Date(Date),
    Other(Box<Edtf>),
}

/// What kind of expression a [`When`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One date, of whatever precision.
    Date,
    /// A range `a/b`: from somewhere in `a` to somewhere in `b`.
    Interval,
    /// `[a,b]`: one of these, not known which.
    OneOf,
    /// `{a,b}`: all of these.
    AllOf,
}

impl When {
    /// Reads an EDTF string; [`parse`](Self::parse) says what was meant by what is none.
    pub(super) fn read(text: &str) -> Result<When, ParseError> {
        let plain = |fault| without_times(text).and_then(|plain| Edtf::parse(&plain).ok()).ok_or(fault);
        Edtf::parse(text).or_else(plain).map(When::from_edtf)
    }

    /// A whole year, astronomical: 0 is 1 BCE.
    pub fn of_year(year: i64) -> When {
        let magnitude = year.unsigned_abs();
        let kind = if magnitude <= 9999 {
            let digit = |place: u64| Some((magnitude / place % 10) as u8);
            YearKind::Standard { negative: year < 0, digits: [digit(1000), digit(100), digit(10), digit(1)] }
        } else {
            YearKind::Big { value: year }
        };
        let year = Year { kind, significant_digits: None, qualifier: Qualifier::default() };
        When::of_date(Date { year, month: None, day: None })
    }

    /// One day of an astronomical year.
    ///
    /// `None` where the calendar has no such day, or the year more than the four digits that EDTF allows beside a day.
    pub fn of_day(year: i64, month: u8, day: u8) -> Option<When> {
        let day = Day::new(year, month, day)?;
        When::parse(&day.to_string()).ok()
    }

    /// Every day that it may mean, if what is written is right: the stretch for what is certain.
    pub fn hard(&self) -> Stretch {
        self.hard
    }

    /// The days that it names: the stretch for what is likely.
    pub fn nominal(&self) -> Stretch {
        self.nominal
    }

    /// The bounds of the notation alone, as EDTF's programs agree on them: no mark moves them, and years are not
    /// limited to those that can be counted in days.
    pub fn bounds(&self) -> Bounds {
        match &self.written {
            Written::Date(date) => date_bounds(*date),
            Written::Other(edtf) => edtf.bounds(),
        }
    }

    /// Is any part of it marked `?` or `%`?
    pub fn is_uncertain(&self) -> bool {
        match &self.written {
            Written::Date(date) => date.is_uncertain(),
            Written::Other(edtf) => edtf.is_uncertain(),
        }
    }

    /// Is any part of it marked `~` or `%`?
    pub fn is_approximate(&self) -> bool {
        match &self.written {
            Written::Date(date) => date.is_approximate(),
            Written::Other(edtf) => edtf.is_approximate(),
        }
    }

    /// One date, a range, or a set of one or the other kind.
    pub fn shape(&self) -> Shape {
        match &self.written {
            Written::Date(_) => Shape::Date,
            Written::Other(edtf) => match **edtf {
                Edtf::Date(_) | Edtf::DateTime(_) => Shape::Date,
                Edtf::Interval(_) => Shape::Interval,
                Edtf::Set(ref set) if set.kind == SetKind::OneMember => Shape::OneOf,
                Edtf::Set(_) => Shape::AllOf,
            },
        }
    }

    /// The lowest level of EDTF that has this notation: 0, 1 or 2.
    pub fn level(&self) -> u8 {
        self.edtf().level()
    }

    /// By how much its approximate parts give way, each kind once, in the order of [`SLACK`].
    pub fn slack(&self) -> Vec<&'static Slack> {
        let mut used: Vec<_> = dates(&self.edtf()).into_iter().flat_map(approximations).collect();
        used.sort_unstable();
        used.dedup();
        used.into_iter().map(|place| &SLACK[place]).collect()
    }

    pub(super) fn of_date(date: Date) -> When {
        When { written: Written::Date(date), hard: hard(date).stretch(), nominal: nominal(date).stretch() }
    }

    fn from_edtf(edtf: Edtf) -> When {
        let (hard, nominal) = match &edtf {
            Edtf::Date(date) => return When::of_date(*date),
            Edtf::DateTime(moment) => (hard(moment.date), nominal(moment.date)),
            Edtf::Interval(interval) => {
                (between(interval.start, interval.end, hard), between(interval.start, interval.end, nominal))
            }
            Edtf::Set(set) => (hull(&set.elements, hard), hull(&set.elements, nominal)),
        };
        When { written: Written::Other(Box::new(edtf)), hard: hard.stretch(), nominal: nominal.stretch() }
    }

    pub(super) fn edtf(&self) -> Edtf {
        match &self.written {
            Written::Date(date) => Edtf::Date(*date),
            Written::Other(edtf) => (**edtf).clone(),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.written {
            Written::Date(date) => date.fmt(f),
            Written::Other(edtf) => edtf.fmt(f),
        }
    }
}

/// Two ends while they are being worked out.
#[derive(Clone, Copy)]
struct Ends {
    earliest: End,
    latest: End,
}

impl Ends {
    const UNKNOWN: Ends = Ends { earliest: End::Unknown, latest: End::Unknown };

    fn of(bounds: Bounds) -> Ends {
        Ends { earliest: end(bounds.earliest), latest: end(bounds.latest) }
    }

    fn stretch(self) -> Stretch {
        Stretch::new(self.earliest, self.latest).expect("a reversed range is no EDTF, and widening never narrows")
    }

    fn widened_by_months(self, months: i64) -> Ends {
        // The last day is moved as the morning after it, so that the end of June becomes the end of July.
        let later = |last: Day| last.plus_days(1).plus_months(months).plus_days(-1);
        self.moved(|first| first.plus_months(-months), later)
    }

    fn widened_by_days(self, days: i64) -> Ends {
        self.moved(|first| first.plus_days(-days), |last| last.plus_days(days))
    }

    fn moved(self, earlier: impl Fn(Day) -> Day, later: impl Fn(Day) -> Day) -> Ends {
        let moved = |end: End, to: &dyn Fn(Day) -> Day| match end {
            End::Day(day) => End::Day(to(day)),
            other => other,
        };
        Ends { earliest: moved(self.earliest, &earlier), latest: moved(self.latest, &later) }
    }

    fn clamped_to(self, outer: Ends) -> Ends {
        let held = |end: End| match (end, outer.earliest, outer.latest) {
            (End::Day(day), End::Day(first), End::Day(last)) => End::Day(day.clamp(first, last)),
            (other, ..) => other,
        };
        Ends { earliest: held(self.earliest), latest: held(self.latest) }
    }
}

fn end(bound: Bound) -> End {
    match bound {
        Bound::NegativeInfinity | Bound::PositiveInfinity => End::Open,
        Bound::Unknown => End::Unknown,
        Bound::Date(date) => Day::new(date.year, date.month, date.day).map_or(End::Unknown, End::Day),
    }
}

fn date_bounds(date: Date) -> Bounds {
    Edtf::Date(date).bounds()
}

/// The first and the last day that the notation denotes. A date of which no digit of the year is known has none: that
/// EDTF writes no year before 0 and none after 9999 says nothing about the world.
fn named(date: Date) -> Ends {
    match date.year.kind {
        YearKind::Standard { digits: [None, None, None, None], .. } => Ends::UNKNOWN,
        _ => Ends::of(date_bounds(date)),
    }
}

fn nominal(date: Date) -> Ends {
    let named = named(date);
    if date.is_uncertain() && date.is_approximate() { widened(date, named) } else { named }
}

fn hard(date: Date) -> Ends {
    let Some(sure) = without_uncertain_parts(date) else {
        return Ends::UNKNOWN;
    };
    widened(sure, readings(sure))
}

/// What is left of a date when its parts from the first doubtful one on are not believed; nothing if the year is.
fn without_uncertain_parts(mut date: Date) -> Option<Date> {
    if date.year.qualifier.uncertain {
        return None;
    }
    if let Some(month) = date.month.filter(|month| month.qualifier.uncertain) {
        // A doubtful season may be the winter, which reaches out of its year: 21 has the readings of all four.
        let qualifier = Qualifier { uncertain: false, ..month.qualifier };
        let any_season = DateField { digits: [Some(2), Some(1)], qualifier };
        date.month = Some(any_season).filter(|_| is_season(date));
        date.day = None;
    }
    if date.day.is_some_and(|day| day.qualifier.uncertain) {
        date.day = None;
    }
    Some(date)
}

/// Is it one of the four seasons of either hemisphere, not a quarter or another exact part of its year?
fn is_season(date: Date) -> bool {
    matches!(date.month.and_then(DateField::value), Some(21..=32))
}

/// The bounds of a date over all conventions of its season.
fn readings(date: Date) -> Ends {
    let (named, year) = (named(date), named(Date { month: None, day: None, ..date }));
    let winter_before = |ends: Ends| Ends { earliest: year.widened_by_months(1).earliest, ..ends };
    let winter_after = |day: Day| day.plus_days(1).plus_months(2).plus_days(-1);
    match date.month.and_then(DateField::value) {
        Some(21..=24) => Ends { latest: year.moved(|day| day, winter_after).latest, ..winter_before(named) },
        // Northern winter and southern summer.
        Some(28 | 30) => winter_before(named),
        _ => named,
    }
}

/// Widens the ends by what the date's approximate parts give, inside its parts that are not approximate.
fn widened(date: Date, ends: Ends) -> Ends {
    let [year, month, _] = approximate_parts(date);
    let mut wide = ends;
    for place in approximations(date) {
        let Slack { amount, unit, .. } = SLACK[place];
        wide = match unit {
            Unit::Day => wide.widened_by_days(amount),
            Unit::Month => wide.widened_by_months(amount),
            Unit::Year => wide.widened_by_months(amount * 12),
        };
        if place == DAY && !month {
            wide = wide.clamped_to(readings(Date { day: None, ..date }));
        }
        if place <= MONTH && !year && !is_season(date) {
            wide = wide.clamped_to(readings(Date { month: None, day: None, ..date }));
        }
    }
    wide
}

/// Which of year, month and day are approximate.
fn approximate_parts(date: Date) -> [bool; 3] {
    let marked = |field: Option<DateField>| field.is_some_and(|field| field.qualifier.approximate);
    [date.year.qualifier.approximate, marked(date.month), marked(date.day)]
}

/// The lines of [`SLACK`] that apply: in "about 20 June 2024" only the day's, since neighbouring parts are approximate
/// as one; in "20 June of about 2024" the year's.
fn approximations(date: Date) -> Vec<usize> {
    let [year, month, day] = approximate_parts(date);
    let mut places = Vec::new();
    if day {
        places.push(DAY);
    }
    if month && !day {
        places.push(MONTH);
    }
    if year && !month {
        places.push(YEAR + year_places_left_open(&date.year));
    }
    places
}

/// 0 for a year, 1 for a decade, 2 for a century, 3 for anything longer.
fn year_places_left_open(year: &Year) -> usize {
    if let Some(significant) = year.significant_digits {
        let digits = match year.kind {
            YearKind::Standard { .. } => 4,
            YearKind::Big { value } => value.unsigned_abs().ilog10() + 1,
            YearKind::Exponential { significand, exponent } => {
                significand.unsigned_abs().checked_ilog10().unwrap_or(0) + 1 + exponent
            }
        };
        return digits.saturating_sub(significant).min(3) as usize;
    }
    match year.kind {
        YearKind::Standard { digits, .. } => {
            let first_open = digits.iter().position(Option::is_none).unwrap_or(4);
            (4 - first_open).min(3)
        }
        YearKind::Big { .. } | YearKind::Exponential { .. } => 0,
    }
}

fn between(start: IntervalEndpoint, end: IntervalEndpoint, ends: impl Fn(Date) -> Ends) -> Ends {
    let earliest = match start {
        IntervalEndpoint::Open | IntervalEndpoint::OnOrBefore(_) => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrAfter(date) => ends(date).earliest,
    };
    let latest = match end {
        IntervalEndpoint::Open | IntervalEndpoint::OnOrAfter(_) => End::Open,
        IntervalEndpoint::Unknown => End::Unknown,
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) => ends(date).latest,
    };
    Ends { earliest, latest }
}

/// From the earliest day of any member of a set to the latest of any.
fn hull(elements: &[SetElement], ends: impl Fn(Date) -> Ends) -> Ends {
    let of_element = |element: &SetElement| match *element {
        SetElement::Date(date) => ends(date),
        SetElement::OnOrBefore(date) => Ends { earliest: End::Open, latest: ends(date).latest },
        SetElement::OnOrAfter(date) => Ends { earliest: ends(date).earliest, latest: End::Open },
        SetElement::Range(first, last) => Ends { earliest: ends(first).earliest, latest: ends(last).latest },
    };
    let all = elements.iter().map(of_element).reduce(|all, one| Ends {
        earliest: outermost(all.earliest, one.earliest, Day::min),
        latest: outermost(all.latest, one.latest, Day::max),
    });
    all.unwrap_or(Ends::UNKNOWN)
}

fn outermost(a: End, b: End, pick: impl Fn(Day, Day) -> Day) -> End {
    match (a, b) {
        (End::Day(a), End::Day(b)) => End::Day(pick(a, b)),
        (End::Open, _) | (_, End::Open) => End::Open,
        _ => End::Unknown,
    }
}

/// Every date that an expression is made of, in the order written.
fn dates(edtf: &Edtf) -> Vec<Date> {
    let of_endpoint = |endpoint: &IntervalEndpoint| match *endpoint {
        IntervalEndpoint::Date(date) | IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
            Some(date)
        }
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    };
    match edtf {
        Edtf::Date(date) => vec![*date],
        Edtf::DateTime(moment) => vec![moment.date],
        Edtf::Interval(interval) => [interval.start, interval.end].iter().filter_map(of_endpoint).collect(),
        Edtf::Set(set) => set
            .elements
            .iter()
            .flat_map(|element| match *element {
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => vec![date],
                SetElement::Range(first, last) => vec![first, last],
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn when(text: &str) -> When {
        When::parse(text).unwrap_or_else(|bad| panic!("{text}: {bad}"))
    }

    /// "2024-06-01 2024-06-30", with `..` for open and `?` for unknown ends.
    fn shown(stretch: Stretch) -> String {
        let name = |end| match end {
            End::Day(day) => day.to_string(),
            End::Open => "..".into(),
            End::Unknown => "?".into(),
        };
        format!("{} {}", name(stretch.earliest()), name(stretch.latest()))
    }

    #[test]
    fn the_notation_denotes_these_days() {
        for (edtf, days) in [
            ("0000", "0000-01-01 0000-12-31"),
            ("0000-02-29", "0000-02-29 0000-02-29"),
            ("0099", "0099-01-01 0099-12-31"),
            ("XXXX", "? ?"),
            ("1950S2", "1900-01-01 1999-12-31"),
            ("Y171010000S3", "171000000-01-01 171999999-12-31"),
            ("20XX-02-29", "2000-02-29 2096-02-29"),
            ("1985-X2-29", "1985-12-29 1985-12-29"),
            ("1985-XX-31", "1985-01-31 1985-12-31"),
            ("1985-04-XX", "1985-04-01 1985-04-30"),
            ("2023-02-XX", "2023-02-01 2023-02-28"),
            ("1985-1X", "1985-10-01 1985-12-31"),
            ("1985-12-X1", "1985-12-01 1985-12-31"),
            ("1560-X2", "1560-02-01 1560-12-31"),
            ("XXXX-10-28", "? ?"),
            ("XXX5-10-28", "0005-10-28 9995-10-28"),
            ("XXXX-10-28/2024", "? 2024-12-31"),
            ("[1667,1668,1670..1672]", "1667-01-01 1672-12-31"),
            ("[1672,1667]", "1667-01-01 1672-12-31"),
            ("[1984]", "1984-01-01 1984-12-31"),
            ("[..1760-12-03]", ".. 1760-12-03"),
            ("{1960,1961-12..}", "1960-01-01 .."),
            ("2024/2024", "2024-01-01 2024-12-31"),
            ("2024-06/2024", "2024-06-01 2024-12-31"),
            ("/1985", "? 1985-12-31"),
            ("1985/", "1985-01-01 ?"),
            ("../1985", ".. 1985-12-31"),
            ("..2004-06-01/2004-06-20", ".. 2004-06-20"),
            ("2024-21", "2024-03-01 2024-05-31"),
            ("2024-22", "2024-06-01 2024-08-31"),
            ("2024-23", "2024-09-01 2024-11-30"),
            ("2024-24", "2024-12-01 2025-02-28"),
            ("2023-24", "2023-12-01 2024-02-29"),
            ("2024-25", "2024-03-01 2024-05-31"),
            ("2024-29", "2024-09-01 2024-11-30"),
            ("2024-30", "2024-12-01 2025-02-28"),
            ("2024-32", "2024-06-01 2024-08-31"),
            ("2024-33", "2024-01-01 2024-03-31"),
            ("2024-37", "2024-01-01 2024-04-30"),
            ("2024-41", "2024-07-01 2024-12-31"),
            ("2012-21/2013-21", "2012-03-01 2013-05-31"),
            ("2024-06-19T23:30:00-05:00", "2024-06-19 2024-06-19"),
            ("Y4000000000", "? ?"),
            ("-0001-02-28", "-0001-02-28 -0001-02-28"),
        ] {
            assert_eq!(shown(when(edtf).nominal()), days, "{edtf}");
        }
    }

    #[test]
    fn what_peers_disagree_on_is_refused_where_the_calendar_or_the_standard_does() {
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2100-02-29",
            "-0001-02-29",
            "21X1-02-29",
            "1985-02-3X",
            "X900-02-29",
            "19X3-02-29",
            "-0000",
            "-0000-01-01",
            "2008/1964",
            "19",
            "198",
            "12345",
            "20240619",
            " 2024",
            "2024 ",
            "[1667, 1668]",
            "\u{ff12}\u{ff10}\u{ff12}\u{ff14}",
            "../..",
            "/",
            "/..",
            "../",
            "2024-06-19T24:00:00",
            "2024-06-19T12:00:00+15:00",
            "2024T12:00:00Z",
            "2024-00",
            "2024-13",
            "2024-42",
            "Y2024",
            "Y012345",
            "1950S0",
            "1950S5",
            "2024-21-01",
            "[]",
            "{}",
            "195x",
            "2024-06-31",
            "",
            "..",
            "2024..",
        ] {
            assert!(When::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn marks_widen_the_hard_stretch() {
        for (edtf, days) in [
            ("2024-06-20~", "2024-06-17 2024-06-23"),
            ("2024-06~", "2024-05-01 2024-07-31"),
            ("2024-01~", "2023-12-01 2024-02-29"),
            ("1920~", "1918-01-01 1922-12-31"),
            ("195X~", "1945-01-01 1964-12-31"),
            ("19XX~", "1875-01-01 2024-12-31"),
            ("1950S2~", "1875-01-01 2024-12-31"),
            ("1953S3~", "1945-01-01 1964-12-31"),
            ("1XXX~", "0750-01-01 2249-12-31"),
            ("Y17000~", "16998-01-01 17002-12-31"),
            ("1984~/2004-06", "1982-01-01 2004-06-30"),
            ("1984/2004-06~", "1984-01-01 2004-07-31"),
            ("1984?/2004", "? 2004-12-31"),
            ("[1984~,1990]", "1982-01-01 1990-12-31"),
            ("2024?", "? ?"),
            ("2024%", "? ?"),
            ("2004-06~-11", "2004-05-11 2004-07-11"),
            ("2004-06-~11", "2004-06-08 2004-06-14"),
            ("2004-06-~02", "2004-06-01 2004-06-05"),
            ("2004-~12", "2004-11-01 2004-12-31"),
            ("2011-~01-~02", "2011-01-01 2011-01-05"),
            ("2004~-06-11", "2002-06-11 2006-06-11"),
            ("2004~-06-~11", "2002-06-08 2006-06-14"),
            ("2004~-06-~02", "2002-06-01 2006-06-05"),
            ("2004-06-?11", "2004-06-01 2004-06-30"),
            ("2004-?06-11", "2004-01-01 2004-12-31"),
            ("2004-?06-~11", "2004-01-01 2004-12-31"),
            ("?2004-06-11", "? ?"),
            ("~2004-?06", "2002-01-01 2006-12-31"),
            ("2024-21", "2023-12-01 2025-02-28"),
            ("2024-24", "2023-12-01 2025-02-28"),
            ("2023-22", "2022-12-01 2024-02-29"),
            ("2024-25", "2024-03-01 2024-05-31"),
            ("2024-28", "2023-12-01 2025-02-28"),
            ("2024-30", "2023-12-01 2025-02-28"),
            ("2024-?25", "2023-12-01 2025-02-28"),
            ("2024-21~", "2023-11-01 2025-03-31"),
            ("2024-~33", "2024-01-01 2024-04-30"),
        ] {
            assert_eq!(shown(when(edtf).hard()), days, "{edtf}");
        }
    }

    #[test]
    fn only_a_date_that_is_both_doubtful_and_approximate_is_nominally_wider() {
        assert_eq!(shown(when("1920~").nominal()), "1920-01-01 1920-12-31");
        assert_eq!(shown(when("1920?").nominal()), "1920-01-01 1920-12-31");
        assert_eq!(shown(when("1920%").nominal()), "1918-01-01 1922-12-31");
    }

    #[test]
    fn years_and_days_from_toml_are_dates() {
        assert_eq!(When::of_year(2024), when("2024"));
        assert_eq!(When::of_year(-43), when("-0043"));
        assert_eq!(When::of_year(0), when("0000"));
        assert_eq!(When::of_year(12_345), when("Y12345"));
        assert_eq!(When::of_day(2024, 6, 20), Some(when("2024-06-20")));
        assert_eq!(When::of_day(-43, 3, 15), Some(when("-0043-03-15")));
        assert_eq!(When::of_day(2023, 2, 29), None);
        assert_eq!(When::of_day(12_345, 1, 1), None);
        assert_eq!(shown(When::of_year(i64::MIN).hard()), "? ?");
    }

    #[test]
    fn shapes_and_levels_are_told() {
        for (edtf, shape, level) in [
            ("2024", Shape::Date, 0),
            ("2024-06-19T12:00:00Z", Shape::Date, 0),
            ("2023/2024", Shape::Interval, 0),
            ("2024~", Shape::Date, 1),
            ("-0043", Shape::Date, 1),
            ("[2023,2024]", Shape::OneOf, 2),
            ("{2023,2024}", Shape::AllOf, 2),
        ] {
            assert_eq!((when(edtf).shape(), when(edtf).level()), (shape, level), "{edtf}");
        }
    }

    #[test]
    fn a_date_stays_small() {
        assert!(size_of::<When>() <= 80, "{}", size_of::<When>());
    }

    fn mark() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["", "", "", "?", "~", "%"])
    }

    fn date() -> impl Strategy<Value = String> {
        let year = prop_oneof![
            "-?[0-9]{4}",
            "[0-9X]{4}",
            "[12][0-9]{3}",
            "[0-9]{4}S[1-4]",
            "Y-?[1-9][0-9]{4,10}",
            "Y-?[1-9]E[5-9]"
        ];
        let month = prop_oneof![Just(String::new()), "-[?~%]?(0[1-9]|1[0-2]|2[1-9]|3[0-9]|4[01]|[01X]X|X[0-9])"];
        let day = prop_oneof![Just(String::new()), "-[?~%]?([012][0-9]|3[01]|[0123X]X|X[0-9])"];
        (mark(), year, mark(), month, mark(), day, mark())
            .prop_map(|(a, year, b, month, c, day, d)| format!("{a}{year}{b}{month}{c}{day}{d}"))
    }

    fn expression() -> impl Strategy<Value = String> {
        let end =
            prop_oneof![6 => date().boxed(), 1 => Just("..".to_string()).boxed(), 1 => Just(String::new()).boxed()];
        prop_oneof![
            4 => date(),
            2 => (end.clone(), end).prop_map(|(a, b)| format!("{a}/{b}")),
            1 => prop::collection::vec(date(), 1..4).prop_map(|all| format!("[{}]", all.join(","))),
            1 => (date(), date()).prop_map(|(a, b)| format!("{{..{a},{b}}}")),
        ]
    }

    /// Every day of the years 1896 to 1911 that a masked date may be.
    fn completions(date: &str) -> Vec<Day> {
        let parts: Vec<&str> = date.split('-').collect();
        let fits = |mask: &str, number: String| mask.bytes().zip(number.bytes()).all(|(m, n)| m == b'X' || m == n);
        let first = Day::new(1896, 1, 1).expect("a day");
        (0..16 * 366)
            .map(|number| first.plus_days(number))
            .filter(|day| {
                let (year, month, of_month) = day.year_month_day();
                year < 1912
                    && fits(parts[0], format!("{year:04}"))
                    && parts.get(1).is_none_or(|mask| fits(mask, format!("{month:02}")))
                    && parts.get(2).is_none_or(|mask| fits(mask, format!("{of_month:02}")))
            })
            .collect()
    }

    proptest! {
        #![proptest_config(crate::cases(16))]

        #[test]
        fn what_is_written_reads_back(text in expression()) {
            if let Ok(once) = When::parse(&text) {
                prop_assert_eq!(When::parse(&once.to_string()), Ok(once.clone()));
                prop_assert!(!once.spoken().is_empty());
            }
        }

        #[test]
        fn the_hard_stretch_holds_the_nominal_one_of_every_date_that_is_not_doubtful(text in expression()) {
            if let Ok(when) = When::parse(&text) {
                let inside = |inner: End, outer: End, in_order: fn(Day, Day) -> bool| match (inner, outer) {
                    (End::Day(inner), End::Day(outer)) => in_order(outer, inner),
                    (_, End::Unknown) => true,
                    (inner, outer) => inner == outer,
                };
                let doubtful_set = matches!(when.shape(), Shape::OneOf | Shape::AllOf) && when.is_uncertain();
                prop_assert!(doubtful_set || inside(when.nominal().earliest(), when.hard().earliest(), |outer, inner| outer <= inner));
                prop_assert!(doubtful_set || inside(when.nominal().latest(), when.hard().latest(), |outer, inner| outer >= inner));
            }
        }
    }

    proptest! {
        #![proptest_config(crate::cases(2))]

        #[test]
        fn masks_agree_with_the_calendar(text in "(19|1X)(0|X)[0-9X](-(0[1-9]|1[0-2]|[01X]X|X[0-9])(-([012][0-9]|3[01]|[0123X]X|X[0-9]))?)?") {
            let all = completions(&text);
            // The trial covers 16 years: a mask that reaches beyond is judged by where it must at least reach.
            let Ok(when) = When::parse(&text) else {
                prop_assert!(all.is_empty(), "{} has {:?}", text, all.first());
                return Ok(());
            };
            let (first, last) = (when.nominal().earliest().day(), when.nominal().latest().day());
            let inside_trial = first >= Day::new(1896, 1, 1) && last < Day::new(1912, 1, 1);
            if inside_trial {
                prop_assert_eq!((first, last), (all.first().copied(), all.last().copied()), "{}", text);
            } else if let (Some(lo), Some(hi)) = (all.first(), all.last()) {
                prop_assert!(first <= Some(*lo) && last >= Some(*hi));
            }
        }
    }
}
