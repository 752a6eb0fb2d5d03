//! The time between two dates, read from an ISO 8601 duration: "four months later".
//!
//! Whoever writes "four months later" has counted or rounded, and named days of unequal months. So a [`Gap`] has, as a
//! date has, a hard and a nominal reading, both in civil days from the one date to the other:
//!
//! | duration | nominal | hard |
//! |---|---|---|
//! | `P4M` | what is rounded to 4 months: from 3½ to 4½ | more than 3, less than 5 months |
//! | `~P4M` | more than 3, less than 5 months | more than 2, less than 6 months |
//! | `P4M/P5M` | from 3½ to 5½ months | from more than 3 to less than 6 months |
//!
//! The slack of the hard reading is one of the smallest unit that is written: a month of `P1Y2M`, a day of `P120D`;
//! that of the nominal reading is half of it, and never less than a day. The ends are included: of two moments that lie
//! less than five months apart, the days may lie a full five months apart. Days are the finest unit, since dates have
//! no time of day here.

use std::fmt;
use std::ops::{Range, RangeInclusive};
use std::sync::OnceLock;

use super::day::days_in_month;
use super::fault::{BadDate, word_at};
use crate::text::{counted, listed};

/// How many days may lie between two dates. It reads as it was written: `~P1Y2M`, `P4M/P5M`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    shortest: Duration,
    longest: Option<Duration>,
}

/// One duration: years and months count as months, weeks and days as days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Duration {
    /// Years, months, weeks and days as written; `None` where a unit is not.
    counts: [Option<i64>; 4],
    approximate: bool,
}

const DESIGNATORS: [char; 4] = ['Y', 'M', 'W', 'D'];
const NAMES: [&str; 4] = ["year", "month", "week", "day"];
/// The units in months and days.
const UNITS: [(i64, i64); 4] = [(12, 0), (1, 0), (0, 7), (0, 1)];
/// Half of each unit, in days and rounded up.
const HALVES: [i64; 4] = [183, 16, 4, 1];
/// The most of one unit that is counted: some two million years of days.
const MOST: i64 = 999_999_999;

const CYCLE_MONTHS: usize = 4800;
const CYCLE_DAYS: i64 = 146_097;

const FORMS: &str = "write `P4M` for four months, `P1Y2M`, `P3W`, `P10D`, `~P4M` for about, `P4M/P5M` for from to";

impl Gap {
    /// Reads `P4M`, `P1Y2M`, `P3W`, `P10D`, each also with a `~` before it, or two of them with a `/` between.
    ///
    /// # Errors
    ///
    /// [`BadDate`] points at what is no duration in whole days.
    pub fn parse(text: &str) -> Result<Gap, BadDate> {
        let Some((from, to)) = text.split_once('/') else {
            return Ok(Gap { shortest: Duration::parse(text, 0..text.len())?, longest: None });
        };
        let shortest = Duration::parse(text, 0..from.len())?;
        let longest = Duration::parse(text, from.len() + 1..text.len())?;
        if longest.nominal().end() < shortest.nominal().end() {
            let swapped = format!("{to}/{from}");
            let what = "the longest gap is shorter than the shortest".into();
            let help = Some(format!("write `{swapped}`"));
            return Err(BadDate { at: from.len() + 1..text.len(), what, help, instead: Some(swapped) });
        }
        Ok(Gap { shortest, longest: Some(longest) })
    }

    /// The days that it may be at least and at most, rounding and counting allowed for.
    pub fn hard(self) -> RangeInclusive<i64> {
        let longest = self.longest.unwrap_or(self.shortest);
        *self.shortest.hard().start()..=*longest.hard().end()
    }

    /// The days that it is at least and at most if it was rounded to the nearest unit.
    pub fn nominal(self) -> RangeInclusive<i64> {
        let longest = self.longest.unwrap_or(self.shortest);
        *self.shortest.nominal().start()..=*longest.nominal().end()
    }

    /// The gap as a person says it: "4 months", "about 1 year and 2 months", "4 months to 5 months".
    pub fn spoken(self) -> String {
        match self.longest {
            Some(longest) => format!("{} to {}", self.shortest.spoken(), longest.spoken()),
            None => self.shortest.spoken(),
        }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.shortest.fmt(f)?;
        match self.longest {
            Some(longest) => write!(f, "/{longest}"),
            None => Ok(()),
        }
    }
}

impl Duration {
    fn parse(text: &str, at: Range<usize>) -> Result<Duration, BadDate> {
        let approximate = text[at.clone()].starts_with('~');
        let mut place = at.start + usize::from(approximate);
        if !text[place..at.end].starts_with('P') {
            return Err(fault(text, place, "a duration begins with `P`", FORMS));
        }
        place += 1;
        let mut counts = [None; 4];
        let mut next_unit = 0;
        while place < at.end {
            let (digits, unit) = unit_at(text, place..at.end)?;
            if unit < next_unit {
                return Err(fault(text, digits.end, "units go from the largest to the smallest, each once", FORMS));
            }
            let count = text[digits.clone()].parse().ok().filter(|count| *count <= MOST);
            counts[unit] =
                Some(count.ok_or_else(|| fault(text, place, "the number is too large to count with", FORMS))?);
            next_unit = unit + 1;
            place = digits.end + 1;
        }
        if next_unit == 0 {
            return Err(fault(text, at.end - 1, "the duration has no length", FORMS));
        }
        Ok(Duration { counts, approximate })
    }

    fn nominal(self) -> RangeInclusive<i64> {
        if self.approximate {
            return self.give_or_take(1);
        }
        let (months, days) = self.months_and_days();
        let (shortest, longest) = days_of_months(months);
        let half = HALVES[self.smallest()];
        (shortest + days - half).max(0)..=longest + days + half
    }

    fn hard(self) -> RangeInclusive<i64> {
        self.give_or_take(if self.approximate { 2 } else { 1 })
    }

    /// So many of the smallest unit more or less.
    fn give_or_take(self, slack: i64) -> RangeInclusive<i64> {
        let (months, days) = self.months_and_days();
        let (more_months, more_days) = (UNITS[self.smallest()].0 * slack, UNITS[self.smallest()].1 * slack);
        let shortest = days_of_months((months - more_months).max(0)).0 + days - more_days;
        let longest = days_of_months(months + more_months).1 + days + more_days;
        shortest.max(0)..=longest
    }

    fn smallest(self) -> usize {
        self.counts.iter().rposition(Option::is_some).expect("a duration has a unit")
    }

    fn months_and_days(self) -> (i64, i64) {
        let counted = self.counts.iter().zip(UNITS).map(|(count, (months, days))| {
            let count = count.unwrap_or(0);
            (count * months, count * days)
        });
        counted.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    fn spoken(self) -> String {
        let named = |(count, name): (&Option<i64>, &str)| Some(counted(usize::try_from((*count)?).ok()?, name));
        let parts: Vec<String> = self.counts.iter().zip(NAMES).filter_map(named).collect();
        format!("{}{}", if self.approximate { "about " } else { "" }, listed(&parts, "and"))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.approximate { "~P" } else { "P" })?;
        for (count, designator) in self.counts.iter().zip(DESIGNATORS) {
            if let Some(count) = count {
                write!(f, "{count}{designator}")?;
            }
        }
        Ok(())
    }
}

/// The digits of a number and the place of its unit's letter in [`DESIGNATORS`].
fn unit_at(text: &str, at: Range<usize>) -> Result<(Range<usize>, usize), BadDate> {
    let rest = &text[at.clone()];
    let digits = at.start..at.start + rest.bytes().take_while(u8::is_ascii_digit).count();
    let letter = rest[digits.len()..].chars().next();
    let (what, help) = match letter {
        Some(letter) if let Some(unit) = DESIGNATORS.iter().position(|known| *known == letter) => {
            if digits.is_empty() {
                return Err(fault(text, digits.end, "there is no number before the unit", FORMS));
            }
            return Ok((digits, unit));
        }
        Some('T') => ("dates have no time of day", "write whole days: `P1D`"),
        Some('.' | ',') => ("a duration counts whole units", "write `P18M` for a year and a half"),
        Some('~' | '?' | '%') => ("a duration is marked before its `P`", "write `~P4M`"),
        _ => ("a number in a duration is followed by `Y`, `M`, `W` or `D`", FORMS),
    };
    Err(fault(text, digits.end, what, help))
}

fn fault(text: &str, offset: usize, what: &str, help: &str) -> BadDate {
    BadDate { at: word_at(text, offset), what: what.into(), help: Some(help.into()), instead: None }
}

/// The fewest and the most days that so many months can have, wherever in the 400-year cycle they begin.
///
/// Months that begin on the first stand for all: one that is cut short, as from 31 January to 28 February, is as long
/// as the one from the first of the following month.
fn days_of_months(months: i64) -> (i64, i64) {
    let starts = month_starts();
    let (cycles, rest) = (months / CYCLE_MONTHS as i64, (months % CYCLE_MONTHS as i64) as usize);
    let lengths = || starts[rest..rest + CYCLE_MONTHS].iter().zip(starts).map(|(end, start)| i64::from(end - start));
    let extreme = |length: Option<i64>| length.unwrap_or(0) + cycles * CYCLE_DAYS;
    (extreme(lengths().min()), extreme(lengths().max()))
}

/// The first days of the months of two cycles, counted from the first of the first.
fn month_starts() -> &'static [i32] {
    static STARTS: OnceLock<Vec<i32>> = OnceLock::new();
    STARTS.get_or_init(|| {
        let length = |month: i64| i32::from(days_in_month(month / 12, (month % 12) as u8 + 1));
        let ends = (0..2 * CYCLE_MONTHS as i64).scan(0, |day, month| {
            *day += length(month);
            Some(*day)
        });
        std::iter::once(0).chain(ends).collect()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::Day;

    fn gap(text: &str) -> Gap {
        Gap::parse(text).unwrap_or_else(|bad| panic!("{text}: {bad}"))
    }

    #[test]
    fn four_months_are_rounded_or_counted() {
        for (text, nominal, hard) in [
            ("P4M", 104..=139, 89..=153),
            ("~P4M", 89..=153, 59..=184),
            ("P4M/P5M", 104..=169, 89..=184),
            ("P1Y", 182..=549, 0..=731),
            ("P4Y", 1277..=1644, 1095..=1827),
            ("P400Y", 145_914..=146_280, 145_731..=146_463),
            ("P1Y2M", 408..=444, 393..=458),
            ("P3W", 17..=25, 14..=28),
            ("P10D", 9..=11, 9..=11),
            ("~P10D", 9..=11, 8..=12),
            ("P1D", 0..=2, 0..=2),
            ("P0D", 0..=1, 0..=1),
            ("P1M15D", 42..=47, 42..=47),
        ] {
            assert_eq!((gap(text).nominal(), gap(text).hard()), (nominal, hard), "{text}");
        }
    }

    #[test]
    fn gaps_are_spoken() {
        assert_eq!(gap("P4M").spoken(), "4 months");
        assert_eq!(gap("~P1Y2M").spoken(), "about 1 year and 2 months");
        assert_eq!(gap("P1Y2M10D").spoken(), "1 year, 2 months and 10 days");
        assert_eq!(gap("P4M/P5M").spoken(), "4 months to 5 months");
    }

    #[test]
    fn what_is_no_duration_is_pointed_at() {
        for (text, part, what) in [
            ("", "", "a duration begins with `P`"),
            ("4 months", "4", "a duration begins with `P`"),
            ("P", "P", "the duration has no length"),
            ("PT5H", "T", "dates have no time of day"),
            ("P1DT5H", "T", "dates have no time of day"),
            ("P1.5Y", ".", "a duration counts whole units"),
            ("P4M~", "~", "a duration is marked before its `P`"),
            ("P4", "4", "a number in a duration is followed by `Y`, `M`, `W` or `D`"),
            ("P4M2Y", "Y", "units go from the largest to the smallest, each once"),
            ("P4M4M", "M", "units go from the largest to the smallest, each once"),
            ("PM", "M", "there is no number before the unit"),
            ("P99999999999Y", "99999999999", "the number is too large to count with"),
            ("P10D/P9D", "P9D", "the longest gap is shorter than the shortest"),
            ("P5M/P4M", "P4M", "the longest gap is shorter than the shortest"),
            ("P4M/", "/", "a duration begins with `P`"),
        ] {
            let bad = Gap::parse(text).expect_err(text);
            assert_eq!((&text[bad.at.clone()], bad.what.as_str()), (part, what), "{text}");
        }
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn months_later_lie_inside_both_readings(start in -800_000_i64..800_000, months in 0_i64..10_000) {
            let start = Day::from_number(start);
            let days = start.plus_months(months).number() - start.number();
            let gap = gap(&format!("P{months}M"));
            prop_assert!(gap.nominal().contains(&days) && gap.hard().contains(&days));
            prop_assert!(gap.hard().start() <= gap.nominal().start() && gap.nominal().end() <= gap.hard().end());
        }

        #[test]
        fn what_is_written_reads_back(text in "~?P([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,9}D)?(/~?P[0-9]{1,9}[YMWD])?") {
            if let Ok(gap) = Gap::parse(&text) {
                prop_assert_eq!(Gap::parse(&gap.to_string()), Ok(gap));
            }
        }

        #[test]
        fn every_string_is_read_or_pointed_at(text in prop_oneof!["[P~/0-9YMWDT. é]{0,9}", any::<String>()]) {
            if let Err(bad) = Gap::parse(&text) {
                prop_assert!(text.get(bad.at).is_some());
            }
        }
    }
}
