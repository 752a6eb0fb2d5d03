//! Dates that are told from another date: "last month", "empat bulan kemudian", "on 28 October".

use std::ops::Range;

use chrono::Weekday;

use super::atom::{Atom, Plain};
use super::reader::{Before, Reader};
use crate::language::{Cue, Unit, Vocabulary};
use crate::time::{Day, When};

static DAY_OF: Vocabulary = Vocabulary::of(|language| language.calendar.day_of);

/// A date that is told from another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Which one.
    pub from: Anchor,
    step: Step,
}

/// What a relative date is told from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The day of writing: "last month", "kemarin".
    Writing,
    /// A date that was told before: "four months later", "tahun itu", "on 28 October".
    Told,
}

/// How to get from the anchor to the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// So many units off: "four months later".
    Away(i64, Unit),
    /// The unit that lies so many of them off: "last month", "that year".
    Whole(i64, Unit),
    /// A month, or a day of it, in a year that is not told.
    InYear { month: u8, day: Option<u8>, year: InYear },
    /// A day of the week before the anchor, or behind it.
    Weekday(Weekday, Towards),
    /// It is not told how far off.
    Untold,
}

/// The year of a date that tells none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum InYear {
    /// That of the anchor, presumably.
    Same,
    /// So many years from the anchor's.
    Off(i64),
    /// The one in which it comes last before the anchor, or next behind it.
    Nearest(Towards),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Towards {
    Past,
    Future,
}

impl Relative {
    /// How far it lies behind what was told before, as records have it ("P3Y"), if it is told so: "three years later".
    pub(crate) fn gap(&self) -> Option<String> {
        let Step::Away(steps @ 1.., unit) = self.step else { return None };
        let (count, letter) = match unit {
            Unit::Day => (steps, 'D'),
            Unit::Week => (steps, 'W'),
            Unit::Month => (steps, 'M'),
            Unit::Year => (steps, 'Y'),
            Unit::Decade => (steps * 10, 'Y'),
        };
        (self.from == Anchor::Told).then(|| format!("P{count}{letter}"))
    }

    /// The date that is meant, if `anchor` is the date that it is told from.
    ///
    /// What is counted in months or years is approximate, a year that was left out uncertain. `None` where the anchor
    /// has no first and last day, or does not tell which year is meant.
    pub fn resolve(&self, anchor: &When) -> Option<When> {
        let days = anchor.hard();
        let (first, last) = (days.earliest().day()?, days.latest().day()?);
        let edtf = match self.step {
            Step::Untold => return None,
            Step::InYear { month, day, year } => in_year(month, day, year, first, last)?,
            Step::Weekday(weekday, towards) => {
                let day = |anchor: Day| (nearest(weekday, towards, anchor).to_string(), String::new());
                between(&day(first), &day(last))
            }
            Step::Whole(steps, unit) => between(&whole(first, steps, unit), &whole(last, steps, unit)),
            Step::Away(steps, unit) => between(&away(first, steps, unit), &away(last, steps, unit)),
        };
        When::read(&edtf).ok()
    }
}

/// From the first of one pair to the last of the other; an empty last is the same as the first.
fn between(from: &(String, String), to: &(String, String)) -> String {
    let last = if to.1.is_empty() { &to.0 } else { &to.1 };
    if from.0 == *last { last.clone() } else { format!("{}/{last}", from.0) }
}

fn whole(day: Day, steps: i64, unit: Unit) -> (String, String) {
    let months = |months: i64| day.plus_months(months).year_month_day();
    let edtf = match unit {
        Unit::Day => day.plus_days(steps).to_string(),
        Unit::Week => {
            let monday = day.plus_days(steps * 7 - i64::from(day.weekday().num_days_from_monday()));
            return (monday.to_string(), monday.plus_days(6).to_string());
        }
        Unit::Month => {
            let (year, month, _) = months(steps);
            format!("{year:04}-{month:02}")
        }
        Unit::Year => format!("{:04}", months(steps * 12).0),
        Unit::Decade => format!("{:03}X", months(steps * 120).0 / 10),
    };
    (edtf, String::new())
}

fn away(day: Day, steps: i64, unit: Unit) -> (String, String) {
    let edtf = match unit {
        Unit::Day if steps.abs() == 1 => day.plus_days(steps).to_string(),
        Unit::Day => format!("{}~", day.plus_days(steps)),
        Unit::Week => format!("{}~", day.plus_days(steps * 7)),
        Unit::Month | Unit::Year | Unit::Decade => format!("{}~", whole(day, steps, unit).0),
    };
    (edtf, String::new())
}

/// The date in every year that may be meant: one, or one of several.
fn in_year(month: u8, day: Option<u8>, year: InYear, first: Day, last: Day) -> Option<String> {
    let (from, to) = (first.year_month_day().0, last.year_month_day().0);
    let date = |year: i64| match day {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    };
    let (from, to) = match year {
        InYear::Same => return (from == to).then(|| format!("?{}", date(from))),
        InYear::Off(years) => (from + years, to + years),
        InYear::Nearest(towards) => {
            let starts = |year: i64| month_start(year, month, day);
            let years = |anchor: Day, year: i64| match towards {
                Towards::Past => year - i64::from(starts(year).is_none_or(|start| start >= whole_start(anchor, day))),
                Towards::Future => year + i64::from(starts(year).is_none_or(|start| start <= anchor)),
            };
            (years(first, from), years(last, to))
        }
    };
    let dates: Vec<String> = (from..=to).take(10).map(date).collect();
    match &dates[..] {
        [] => None,
        [one] => Some(one.clone()),
        several => Some(format!("[{}]", several.join(","))),
    }
}

/// The first day of a month, season or day in a year.
fn month_start(year: i64, month: u8, day: Option<u8>) -> Option<Day> {
    let edtf = match day {
        Some(day) => return Day::new(year, month, day),
        None => format!("{year:04}-{month:02}"),
    };
    When::read(&edtf).ok()?.nominal().earliest().day()
}

/// The day, or the first of its month where only months are told: "last May", written in May, is not of that month.
fn whole_start(anchor: Day, day: Option<u8>) -> Day {
    let (year, month, _) = anchor.year_month_day();
    if day.is_some() { anchor } else { Day::new(year, month, 1).unwrap_or(anchor) }
}

fn nearest(weekday: Weekday, towards: Towards, anchor: Day) -> Day {
    let away = |days: &i64| anchor.plus_days(if towards == Towards::Past { -days } else { *days });
    (1..=7).find(|days| away(days).weekday() == weekday).map_or(anchor, |days| away(&days))
}

/// What a word before a unit says of it: from where, and how many of the unit further.
fn before_unit(cue: Cue) -> Option<(Anchor, i64)> {
    Some(match cue {
        Cue::LastBefore => (Anchor::Writing, -1),
        Cue::ThisBefore => (Anchor::Writing, 0),
        Cue::NextBefore => (Anchor::Writing, 1),
        Cue::ToldBefore => (Anchor::Told, 0),
        Cue::FollowingBefore => (Anchor::Told, 1),
        Cue::PreviousBefore => (Anchor::Told, -1),
        _ => return None,
    })
}

/// What a word behind a unit says of it.
fn behind_unit(cue: Cue) -> Option<(Anchor, i64)> {
    Some(match cue {
        Cue::LastBehind | Cue::AgoBehind => (Anchor::Writing, -1),
        Cue::ThisBehind => (Anchor::Writing, 0),
        Cue::NextBehind => (Anchor::Writing, 1),
        Cue::ToldBehind => (Anchor::Told, 0),
        Cue::FollowingBehind => (Anchor::Told, 1),
        Cue::PreviousBehind => (Anchor::Told, -1),
        _ => return None,
    })
}

/// What a word behind a count says: from where, and in which direction.
fn behind_count(cue: Cue) -> Option<(Anchor, i64)> {
    match cue {
        Cue::Later => Some((Anchor::Told, 1)),
        Cue::LastBehind | Cue::AgoBehind | Cue::NextBehind | Cue::PreviousBehind => behind_unit(cue),
        _ => None,
    }
}

/// A relative date and its tokens.
type Read = Option<(Relative, Range<usize>)>;

impl Reader<'_> {
    /// The relative date that begins at a token, those aside that begin with a day or a month.
    pub(super) fn relative(&self, at: usize) -> Read {
        self.counted(at)
            .or_else(|| self.unit_behind(at))
            .or_else(|| self.unit_before(at))
            .or_else(|| self.named_day(at))
    }

    /// "four months later", "4 tahun lalu", "sehari sebelumnya", "several years ago"
    fn counted(&self, at: usize) -> Read {
        let (count, unit, end) = match (self.cue(at), self.short_number(at)) {
            (Some(Cue::One(unit)), _) => (Some(1), unit, at + 1),
            (Some(Cue::Several), _) => (None, self.unit(at + 1)?, at + 2),
            (Some(Cue::Count(1)), _) if self.is(at + 1, Cue::Several) => (None, self.unit(at + 2)?, at + 3),
            (Some(Cue::Count(count)), _) | (None, Some(count)) => (Some(i64::from(count)), self.unit(at + 1)?, at + 2),
            _ => return None,
        };
        let direction = self.past(end, &[Cue::Which]);
        let (from, towards) = behind_count(self.cue(direction)?)?;
        // "four months before that" is told from what follows, not from what stands before.
        let step = count.map_or(Step::Untold, |count| Step::Away(count * towards, unit));
        Some((Relative { from, step }, at..direction + 1))
    }

    fn unit(&self, at: usize) -> Option<Unit> {
        match self.cue(at)? {
            Cue::Unit(unit) => Some(unit),
            Cue::Year => Some(Unit::Year),
            Cue::Month => Some(Unit::Month),
            Cue::Decade => Some(Unit::Decade),
            _ => None,
        }
    }

    /// "last month", "the following day", "that same year", "last May", "this autumn", "next Monday"
    fn unit_behind(&self, at: usize) -> Read {
        let (from, steps) = before_unit(self.cue(at)?)?;
        // "The next year" counts from what is told.
        let behind_article = at.checked_sub(1).is_some_and(|before| self.is(before, Cue::Neutral));
        let from = if behind_article && self.is(at, Cue::NextBefore) { Anchor::Told } else { from };
        let named = self.past(at + 1, &[Cue::ToldBefore]);
        if let Some(unit) = self.unit(named) {
            let is_day = unit == Unit::Day;
            let unclear = self.is(named + 1, Cue::Of) || is_day && from == Anchor::Writing && steps < 1;
            let from = if is_day { Anchor::Told } else { from };
            return (!unclear).then_some((Relative { from, step: Step::Whole(steps, unit) }, at..named + 1));
        }
        if from == Anchor::Told {
            return None;
        }
        if let Some(weekday) = self.word(named).filter(|word| word.capital).and_then(|word| word.named.weekday) {
            return towards(steps)
                .map(|towards| (Relative { from, step: Step::Weekday(weekday, towards) }, at..named + 1));
        }
        let atom = self.atom(named, Before::Lead).filter(Atom::lacks_year)?;
        let relative = atom_in_year(&atom, from, towards(steps).map_or(InYear::Off(0), InYear::Nearest))?;
        Some((relative, at..atom.tokens.end))
    }

    /// "bulan lalu", "tahun itu", "tahun yang sama", "hari berikutnya"
    fn unit_before(&self, at: usize) -> Read {
        let unit = self.unit(at)?;
        let word = self.past(at + 1, &[Cue::Which]);
        let (from, steps) = behind_unit(self.cue(word)?)?;
        let today = unit == Unit::Day && from == Anchor::Writing;
        (!today).then_some((Relative { from, step: Step::Whole(steps, unit) }, at..word + 1))
    }

    /// "kemarin", "keesokan harinya", "Senin lalu"
    fn named_day(&self, at: usize) -> Read {
        let word = self.word(at)?;
        let day = |from, days: i8| Relative { from, step: Step::Whole(days.into(), Unit::Day) };
        match word.cue {
            Some(Cue::FromToday(days)) => Some((day(Anchor::Writing, days), at..at + 1)),
            Some(Cue::FromTold(days)) => {
                let whole = self.word(at + 1).is_some_and(|_| DAY_OF.has(self.letters(at + 1)));
                Some((day(Anchor::Told, days), at..at + 1 + usize::from(whole)))
            }
            _ => {
                let weekday = word.named.weekday.filter(|_| word.capital)?;
                let (from, steps) = behind_unit(self.cue(at + 1)?).filter(|(from, _)| *from == Anchor::Writing)?;
                Some((Relative { from, step: Step::Weekday(weekday, towards(steps)?) }, at..at + 2))
            }
        }
    }

    /// A day or a month without a year, and the token behind what tells its year: "6 Juni lalu", "June of that year".
    /// Alone it is of the year told before if it is a day, or if a word such as "in" leads to it.
    pub(super) fn without_year(&self, atom: &Atom, before: Before) -> Option<(Relative, usize)> {
        let end = atom.tokens.end;
        if let Some((from, steps)) = self.cue(end).and_then(behind_unit).filter(|(from, _)| *from == Anchor::Writing) {
            let year = towards(steps).map_or(InYear::Off(0), InYear::Nearest);
            return Some((atom_in_year(atom, from, year)?, end + 1));
        }
        let of = self.past(end, &[Cue::Of, Cue::Neutral]);
        let year = self.unit_before(of).or_else(|| self.unit_behind(of));
        if let Some((Relative { from, step: Step::Whole(years, Unit::Year) }, tokens)) = year {
            return Some((atom_in_year(atom, from, InYear::Off(years))?, tokens.end));
        }
        let told = match atom.date {
            Plain::Day { .. } => true,
            Plain::Month { month, .. } => before != Before::Anything && month <= 12,
            _ => false,
        };
        if told { Some((atom_in_year(atom, Anchor::Told, InYear::Same)?, end)) } else { None }
    }
}

fn towards(steps: i64) -> Option<Towards> {
    match steps {
        0 => None,
        ..0 => Some(Towards::Past),
        _ => Some(Towards::Future),
    }
}

fn atom_in_year(atom: &Atom, from: Anchor, year: InYear) -> Option<Relative> {
    let (month, day) = match atom.date {
        Plain::Day { year: None, month, day } => (month, Some(day)),
        Plain::Month { year: None, month } => (month, None),
        _ => return None,
    };
    Some(Relative { from, step: Step::InYear { month, day, year } })
}
