//! When a relation holds: the instants at which it must, those among which it does somewhere, those at which it may.
//!
//! An instant is counted in [`PARTS`] of a day. What begins on a day surely holds in its last part, what ends on it in
//! its first, and what is said of the day itself holds in between. So two things that are said of one day meet, and a
//! boundary day is no overlap: not of what ends on it with what begins on it, nor of either with what is said of it.

use crate::finding::Certainty;
use crate::time::{Day, End, Stretch};

/// The parts of a day: its first instant, two between, its last.
const PARTS: i64 = 4;
const BETWEEN: i64 = 2;
const LAST: i64 = 3;
/// Days further than this from 1970 count as no bound.
const FURTHEST: i64 = 1 << 40;

/// Moments from one on to before another; an open end is the extreme of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moments {
    from: i64,
    until: i64,
}

impl Moments {
    /// No instant.
    pub const NONE: Moments = Moments { from: 0, until: 0 };
    /// Every instant.
    pub const ALL: Moments = Moments { from: i64::MIN, until: i64::MAX };

    fn new(from: i64, until: i64) -> Self {
        if from < until { Self { from, until } } else { Self::NONE }
    }

    /// All of the days from the one to the other, both included; `None` is an open end.
    pub fn of_days(first: Option<i64>, last: Option<i64>) -> Self {
        Self::new(first.map_or(i64::MIN, |day| day * PARTS), last.map_or(i64::MAX, |day| (day + 1) * PARTS))
    }

    /// Whether it has no instant.
    pub fn is_empty(self) -> bool {
        self.from >= self.until
    }

    /// Whether it is no more than what is said of a single day gives.
    pub fn is_part_of_a_day(self) -> bool {
        self.until == self.from + 1
    }

    /// What two have in common.
    #[must_use]
    pub fn common(self, other: Self) -> Self {
        Self::new(self.from.max(other.from), self.until.min(other.until))
    }

    /// Whether two have an instant in common.
    pub fn meets(self, other: Self) -> bool {
        !self.common(other).is_empty()
    }

    /// Whether the other lies in it. Nothing lies anywhere.
    pub fn holds(self, other: Self) -> bool {
        !other.is_empty() && self.from <= other.from && other.until <= self.until
    }

    /// Whether all of it comes before all of the other.
    pub fn precedes(self, other: Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.until <= other.from
    }

    /// The first instants that none of `others` has.
    #[must_use]
    pub fn without(self, others: &[Moments]) -> Self {
        let mut rest = self;
        let mut sorted: Vec<Moments> = others.iter().copied().filter(|other| other.meets(self)).collect();
        sorted.sort_by_key(|other| other.from);
        for other in sorted {
            if other.from > rest.from {
                return Self::new(rest.from, other.from);
            }
            rest = Self::new(rest.from.max(other.until), rest.until);
            if rest.is_empty() {
                return Self::NONE;
            }
        }
        rest
    }

    /// With nothing before its first day, if there is one.
    #[must_use]
    pub fn not_before(self, day: Option<i64>) -> Self {
        if self.is_empty() { self } else { self.common(Self::of_days(day, None)) }
    }

    /// The first and the last day of it; `None` where it is open.
    pub fn days(self) -> (Option<Day>, Option<Day>) {
        let day = |part: i64| Day::from_number(part.div_euclid(PARTS));
        let from = (self.from != i64::MIN).then(|| day(self.from));
        (from, (self.until != i64::MAX).then(|| day(self.until - 1)))
    }

    /// The first instant alone.
    #[must_use]
    pub fn start(self) -> Self {
        if self.is_empty() || self.from == i64::MIN { self } else { Self::new(self.from, self.from + 1) }
    }
}

/// The first and the last day on which something may begin or end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// The first day, in days since 1970.
    pub earliest: Option<i64>,
    /// The last day.
    pub latest: Option<i64>,
}

impl Ends {
    /// The ends of a date.
    pub fn of(days: Stretch) -> Self {
        let counted = |end: End| end.day().map(Day::number).filter(|number| number.abs() <= FURTHEST);
        Self { earliest: counted(days.earliest()), latest: counted(days.latest()) }
    }

    fn single(self) -> Option<i64> {
        self.earliest.filter(|day| self.latest == Some(*day))
    }

    fn all(self) -> Moments {
        Moments::of_days(self.earliest, self.latest)
    }

    /// The instants of what is said of the days themselves: not the first of the first day, nor the last of the last.
    fn between(self) -> Moments {
        let first = self.earliest.map_or(i64::MIN, |day| day * PARTS + BETWEEN);
        Moments::new(first, self.latest.map_or(i64::MAX, |day| day * PARTS + LAST))
    }
}

/// What a statement says of its time: the ends of what it gives, and when it was spoken.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    /// It holds at some time then.
    pub on: Option<Ends>,
    /// It holds throughout that time: what is denied of a year is denied of each of its days.
    pub on_each: bool,
    /// It begins to hold then.
    pub from: Option<Ends>,
    /// It ceases to hold then.
    pub until: Option<Ends>,
    /// When it was said.
    pub spoken: Ends,
    /// The first day of that of which it is said.
    pub since: Option<i64>,
}

/// When something holds, by one reading of the dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// It holds at each of these instants, whatever the dates turn out to be.
    pub throughout: Moments,
    /// It holds at one of these at least.
    pub somewhere: Moments,
}

impl Holds {
    fn meets(self, other: Self) -> bool {
        self.throughout.meets(other.throughout)
            || self.throughout.holds(other.somewhere)
            || other.throughout.holds(self.somewhere)
    }

    fn both(self, other: Self) -> Self {
        let throughout = self.throughout.common(other.throughout);
        let somewhere = if other.throughout.holds(self.somewhere) {
            self.somewhere
        } else if self.throughout.holds(other.somewhere) {
            other.somewhere
        } else {
            throughout
        };
        Self { throughout, somewhere }
    }
}

impl Said {
    fn holds(&self) -> Holds {
        let (throughout, somewhere) = match (self.from, self.until, self.on) {
            (Some(from), Some(until), _) => {
                let ends = Moments::of_days(from.earliest, until.latest);
                (between(from.latest, until.earliest), ends)
            }
            (Some(from), None, _) => (from.single().map_or(Moments::NONE, |day| part(day, LAST)), from.all()),
            (None, Some(until), _) => (until.single().map_or(Moments::NONE, |day| part(day, 0)), until.all()),
            (None, None, Some(on)) if self.on_each || on.single().is_some() => (on.between(), on.between()),
            (None, None, Some(on)) => (Moments::NONE, on.between()),
            (None, None, None) => (Moments::NONE, Moments::of_days(self.since, self.spoken.latest)),
        };
        Holds { throughout, somewhere }
    }

    fn may(&self) -> Moments {
        match (self.from, self.until, self.on) {
            (Some(from), None, _) => {
                let spoken = self.spoken.latest.filter(|spoken| from.earliest.is_none_or(|from| from <= *spoken));
                Moments::of_days(from.earliest, spoken)
            }
            (None, Some(until), _) => Moments::of_days(None, until.latest),
            (None, None, None) => Moments::ALL,
            _ => self.holds().somewhere,
        }
    }

    /// What holds from a day on, to when it was said at least.
    fn lasts(&self) -> Moments {
        match (self.from, self.until) {
            (Some(Ends { latest: Some(from), .. }), None) => {
                let until = self.spoken.earliest.map_or(i64::MAX, |day| (day + 1) * PARTS);
                Moments::new(from * PARTS + LAST, until.max((from + 1) * PARTS))
            }
            (Some(_), None) => self.spoken.single().map_or(Moments::NONE, |day| part(day, BETWEEN)),
            _ => self.holds().throughout,
        }
    }

    /// Whether it ends before it begins, or on the very day.
    fn is_empty(&self) -> bool {
        let (Some(from), Some(until)) = (self.from, self.until) else { return false };
        from.earliest.zip(until.latest).is_some_and(|(from, until)| until <= from)
    }
}

fn part(day: i64, part: i64) -> Moments {
    Moments::new(day * PARTS + part, day * PARTS + part + 1)
}

fn between(from: Option<i64>, until: Option<i64>) -> Moments {
    match (from, until) {
        (Some(from), Some(until)) => Moments::new(from * PARTS + LAST, until * PARTS + 1),
        _ => Moments::NONE,
    }
}

/// When something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// Whatever days its dates allow.
    pub hard: Holds,
    /// For the days that its dates name.
    pub nominal: Holds,
    /// The instants at which it holds if what has no end goes on until it was said.
    pub lasts: Moments,
    /// The instants at which it may hold.
    pub may: Moments,
    /// Whether anything is said of its time.
    pub is_dated: bool,
}

impl Times {
    /// The times of what is said; `None` where it ends before it begins: that takes part in nothing.
    pub fn new(hard: &Said, nominal: &Said) -> Option<Self> {
        let is_dated = hard.on.or(hard.from).or(hard.until).is_some();
        let times =
            Self { hard: hard.holds(), nominal: nominal.holds(), lasts: nominal.lasts(), may: hard.may(), is_dated };
        (!hard.is_empty() && !nominal.is_empty()).then_some(times)
    }

    /// How surely two hold at one time. Two without any date hold so as they are written; one without a date holds at
    /// some time, which is one at which the other holds if that leaves none.
    pub fn meet(&self, other: &Self) -> Option<Certainty> {
        let is_dated = self.is_dated || other.is_dated;
        if is_dated && self.hard.meets(other.hard) {
            Some(Certainty::Certain)
        } else if !is_dated || self.nominal.meets(other.nominal) {
            Some(Certainty::Nominal)
        } else if self.is_dated != other.is_dated {
            Some(Certainty::Possible)
        } else {
            self.may.meets(other.may).then_some(Certainty::Possible)
        }
    }

    /// The same, where what has no end goes on.
    pub fn meet_lasting(&self, other: &Self) -> Option<Certainty> {
        let lasting = self.lasts.meets(other.lasts)
            || self.lasts.holds(other.nominal.somewhere)
            || other.lasts.holds(self.nominal.somewhere);
        self.meet(other).max(lasting.then_some(Certainty::Nominal))
    }

    /// When both hold; `None` where that is never sure.
    pub fn both(&self, other: &Self) -> Option<Self> {
        if self.is_dated != other.is_dated {
            return None;
        }
        let times = Self {
            hard: self.hard.both(other.hard),
            nominal: self.nominal.both(other.nominal),
            lasts: self.lasts.common(other.lasts),
            may: self.may.common(other.may),
            is_dated: self.is_dated,
        };
        let sure = [times.hard.somewhere, times.nominal.somewhere, times.lasts].iter().any(|span| !span.is_empty());
        (!times.is_dated || sure).then_some(times)
    }

    /// How sure it is that it holds at any time at all.
    pub fn certainty(&self) -> Certainty {
        if !self.is_dated {
            Certainty::Nominal
        } else if !self.hard.somewhere.is_empty() {
            Certainty::Certain
        } else if !self.nominal.somewhere.is_empty() {
            Certainty::Nominal
        } else {
            Certainty::Possible
        }
    }

    /// The instants at which both surely hold.
    pub fn common(&self, other: &Self) -> Moments {
        let pick = |a: Holds, b: Holds| {
            let both = a.both(b);
            if both.throughout.is_empty() { both.somewhere } else { both.throughout }
        };
        let hard = pick(self.hard, other.hard);
        if hard.is_empty() { pick(self.nominal, other.nominal) } else { hard }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::time::When;

    fn ends(edtf: &str) -> Option<Ends> {
        (!edtf.is_empty()).then(|| Ends::of(When::parse(edtf).expect("EDTF").hard()))
    }

    /// `on`, or `from~until`, spoken at the end of 2025.
    fn times(text: &str) -> Option<Times> {
        let spoken = ends("2025-12-31").unwrap_or_default();
        let said = match text.split_once('|') {
            Some((from, until)) => Said { from: ends(from), until: ends(until), spoken, ..Said::default() },
            None => Said { on: ends(text), spoken, ..Said::default() },
        };
        Times::new(&said, &said)
    }

    fn meet(a: &str, b: &str) -> Option<Certainty> {
        times(a).expect("not inverted").meet(&times(b).expect("not inverted"))
    }

    #[test]
    fn two_things_said_of_one_day_meet_and_a_boundary_day_is_no_overlap() {
        assert_eq!(meet("2024-06-19", "2024-06-19"), Some(Certainty::Certain));
        assert_eq!(meet("2024-06-19", "2024-06-20"), None);
        assert_eq!(meet("2020-01-01|2024-06-19", "2024-06-19|"), Some(Certainty::Possible));
        assert_eq!(meet("2020-01-01|2024-06-19", "2024-06-19|2025-01-01"), Some(Certainty::Possible));
        assert_eq!(meet("2024-06-19", "2024-06-19|2025-01-01"), Some(Certainty::Possible));
        assert_eq!(meet("2020-01-01|2024-06-19", "2024-06-18"), Some(Certainty::Certain));
    }

    #[test]
    fn some_day_of_a_year_meets_what_holds_throughout_it() {
        assert_eq!(meet("2023", "2022-12-31|2024-01-01"), Some(Certainty::Certain));
        assert_eq!(meet("2023", "2023-01-01|2024-01-01"), Some(Certainty::Possible));
        assert_eq!(meet("2023", "2023"), Some(Certainty::Possible));
        assert_eq!(meet("2019", "2021"), None);
    }

    #[test]
    fn what_has_no_date_meets_what_has_none_as_written_and_a_date_only_possibly() {
        assert_eq!(meet("", ""), Some(Certainty::Nominal));
        assert_eq!(meet("", "2023"), Some(Certainty::Possible));
    }

    #[test]
    fn what_has_no_date_surely_meets_what_leaves_no_other_time() {
        let said = |since| Said { since: ends(since).and_then(|day| day.earliest), ..Said::default() };
        let spoken = ends("2025-12-31").unwrap_or_default();
        let undated = |since| {
            let said = Said { spoken, ..said(since) };
            Times::new(&said, &said).expect("not inverted")
        };
        let always = times("1990-01-01|2026-01-01").expect("fits");
        assert_eq!(undated("1995-01-01").meet(&always), Some(Certainty::Certain));
        assert_eq!(always.meet(&undated("1995-01-01")), Some(Certainty::Certain));
        assert_eq!(undated("1985-01-01").meet(&always), Some(Certainty::Possible));
        assert_eq!(undated("").meet(&always), Some(Certainty::Possible));
    }

    #[test]
    fn what_has_no_end_lasts_until_it_was_said() {
        let (first, second) = (times("2020-01-01|").expect("fits"), times("2022-01-01|").expect("fits"));
        assert_eq!(first.meet(&second), Some(Certainty::Possible));
        assert_eq!(first.meet_lasting(&second), Some(Certainty::Nominal));
        let some_day = times("2021").expect("fits");
        assert_eq!(first.meet(&some_day), Some(Certainty::Possible));
        assert_eq!(first.meet_lasting(&some_day), Some(Certainty::Nominal));
        let last_day = times("2025-12-31").expect("fits");
        assert_eq!(first.meet_lasting(&last_day), Some(Certainty::Nominal));
        assert_eq!(first.meet_lasting(&times("2026-01-01").expect("fits")), None);
        let still_to_begin = Ends::of(When::parse("2027-01-01").expect("EDTF").hard()).earliest.expect("a day");
        assert_eq!(times("2027-01-01|").expect("fits").lasts, part(still_to_begin, LAST));
    }

    #[test]
    fn what_has_no_end_may_hold_until_it_was_said_or_later_if_it_begins_later() {
        assert_eq!(meet("2020|", "2025-12-31|2027"), Some(Certainty::Possible));
        assert_eq!(meet("2020|", "2026"), None);
        assert_eq!(meet("2027|", "2029"), Some(Certainty::Possible));
    }

    #[test]
    fn what_is_said_of_each_day_of_a_year_meets_what_is_at_some_time_in_it() {
        let each = Said { on: ends("2020"), on_each: true, ..Said::default() };
        let each = Times::new(&each, &each).expect("not inverted");
        for (other, meets) in [
            ("2020-03-05", Some(Certainty::Certain)),
            ("2020-03", Some(Certainty::Certain)),
            ("2020", Some(Certainty::Certain)),
            ("2019-06/2020-06", Some(Certainty::Possible)),
            ("2019|2021", Some(Certainty::Certain)),
            ("2021", None),
        ] {
            assert_eq!(each.meet(&times(other).expect("fits")), meets, "{other}");
        }
    }

    #[test]
    fn what_began_no_one_knows_when_holds_on_the_day_on_which_it_was_said() {
        let told = Ends::of(When::parse("2025-12-31").expect("EDTF").hard()).single().expect("one day");
        assert_eq!(times("2020/..|").expect("fits").lasts, part(told, BETWEEN));
    }

    #[test]
    fn what_has_ended_may_have_begun_at_any_time_and_what_has_no_date_holds_at_any() {
        assert_eq!(meet("|2020-06-01", "2019"), Some(Certainty::Possible));
        assert_eq!(meet("|2020-06-01", "2021"), None);
        assert_eq!(times("").expect("fits").may, Moments::ALL);
    }

    #[test]
    fn what_two_share_is_as_sure_as_the_reading_in_which_they_share_it() {
        let on = |edtf: &str| Said { on: ends(edtf), ..Said::default() };
        let during = |from: &str, until: &str| Said { from: ends(from), until: ends(until), ..Said::default() };
        let shared = |hard: Said| {
            let long = Times::new(&hard, &during("2019-12-31", "2021-01-01")).expect("fits");
            Times::new(&on("2020"), &on("2020")).expect("fits").both(&long).expect("they share it").certainty()
        };
        assert_eq!(shared(during("2019-12-31", "2021-01-01")), Certainty::Certain);
        assert_eq!(shared(during("2015/2020", "2020/2025")), Certainty::Nominal);
    }

    #[test]
    fn no_instant_comes_before_or_after_anything() {
        let (early, late) = (Moments::of_days(Some(1), Some(1)), Moments::of_days(Some(2), Some(2)));
        assert!(early.precedes(late) && !late.precedes(early));
        assert!(!Moments::NONE.precedes(late) && !Moments::of_days(Some(-1), Some(-1)).precedes(Moments::NONE));
    }

    #[test]
    fn the_first_instant_of_none_and_of_all_is_not_to_be_told() {
        assert_eq!(Moments::NONE.start(), Moments::NONE);
        assert_eq!(Moments::ALL.start(), Moments::ALL);
    }

    #[test]
    fn what_ends_before_it_begins_or_on_the_same_day_takes_no_part() {
        assert_eq!(times("2024-06-19|2023"), None);
        assert_eq!(times("2024-06-19|2024-06-19"), None);
        assert_eq!(times("2024|2024-01-01"), None);
        assert!(times("2024|2024-01-02").is_some());
    }

    #[test]
    fn what_others_leave_open_is_found() {
        let span = |first, last| Moments::of_days(Some(first), Some(last));
        assert_eq!(span(5, 5).without(&[span(1, 6), span(4, 9)]), Moments::NONE);
        assert_eq!(span(1, 9).without(&[span(1, 3), span(4, 9)]), Moments::NONE);
        assert_eq!(span(1, 9).without(&[span(5, 9), span(0, 2)]), span(3, 4));
        assert_eq!(span(1, 9).without(&[]), span(1, 9));
        assert_eq!(span(1, 9).without(&[span(1, 3)]), span(4, 9));
    }

    /// An end of days between 0 and 7, of one day as often as not.
    fn some_ends() -> impl Strategy<Value = Ends> {
        (0_i64..8, prop_oneof![Just(0_i64), 0_i64..3])
            .prop_map(|(first, more)| Ends { earliest: Some(first), latest: Some(first + more) })
    }

    fn some_said() -> impl Strategy<Value = Said> {
        let spoken = Ends { earliest: Some(20), latest: Some(20) };
        prop_oneof![
            some_ends().prop_map(move |on| Said { on: Some(on), spoken, ..Said::default() }),
            some_ends().prop_map(move |from| Said { from: Some(from), spoken, ..Said::default() }),
            some_ends().prop_map(move |until| Said { until: Some(until), spoken, ..Said::default() }),
            (some_ends(), some_ends()).prop_map(move |(from, until)| Said {
                from: Some(from),
                until: Some(until),
                spoken,
                ..Said::default()
            }),
        ]
    }

    /// The least that may hold, for every choice of days: what begins on a day holds in its last part at least, what
    /// ends on it in its first, and what is said of it in one between.
    fn completions(said: &Said) -> Vec<std::ops::Range<i64>> {
        let days = |ends: Ends| ends.earliest.unwrap_or(0)..=ends.latest.unwrap_or(0);
        let at = |day: i64, part: i64| day * PARTS + part..day * PARTS + part + 1;
        match (said.from, said.until, said.on) {
            (Some(from), Some(until), _) => {
                let ends = days(from).flat_map(|from| days(until).map(move |until| (from, until)));
                let right = ends.filter(|(from, until)| from < until);
                right.map(|(from, until)| from * PARTS + LAST..until * PARTS + 1).collect()
            }
            (Some(from), None, _) => days(from).map(|day| at(day, LAST)).collect(),
            (None, Some(until), _) => days(until).map(|day| at(day, 0)).collect(),
            (None, None, on) => on.into_iter().flat_map(days).map(|day| at(day, BETWEEN)).collect(),
        }
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn what_others_leave_open_is_the_first_of_it(whole in some_ends(), others in proptest::collection::vec(some_ends(), 0..4)) {
            let (whole, others) = (whole.all(), others.iter().map(|other| other.all()).collect::<Vec<_>>());
            let is_left = |instant: &i64| !others.iter().any(|other| (other.from..other.until).contains(instant));
            let first = (whole.from..whole.until).find(is_left);
            let rest = whole.without(&others);
            prop_assert_eq!((!rest.is_empty()).then_some(rest.from), first);
            prop_assert!((rest.from..rest.until).all(|instant| is_left(&instant)));
        }

        #[test]
        fn what_surely_meets_does_so_for_every_choice_of_days(a in some_said(), b in some_said()) {
            let (Some(first), Some(second)) = (Times::new(&a, &a), Times::new(&b, &b)) else { return Ok(()) };
            let meet = |a: &std::ops::Range<i64>, b: &std::ops::Range<i64>| a.start.max(b.start) < a.end.min(b.end);
            let (ones, others) = (completions(&a), completions(&b));
            let all = ones.iter().all(|one| others.iter().all(|other| meet(one, other)));
            let some = ones.iter().any(|one| others.iter().any(|other| meet(one, other)));
            prop_assert!(all || first.meet(&second) != Some(Certainty::Certain), "not for every choice");
            prop_assert!(!some || first.meet(&second).is_some(), "for some choice");
            prop_assert_eq!(first.meet(&second), second.meet(&first));
        }
    }
}
