//! The names of the months and of the days of the week, looked up.

use std::sync::OnceLock;

use chrono::Weekday;
use rustc_hash::FxHashMap;

use crate::language::{Cue, LANGUAGES, cues, words};

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// English and Indonesian: the languages of addresses, of suggestions, and of texts whose language is not told.
pub(super) const PLAIN: Tongues = Tongues(0b11);

/// A set of languages, a bit each, by their place in [`LANGUAGES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tongues(u32);

impl Tongues {
    /// Every language.
    pub(super) const EVERY: Tongues = Tongues(u32::MAX);

    /// The language of that code with English, in which every language's papers date some things.
    pub(super) fn of(code: &str) -> Option<Self> {
        let place =
            LANGUAGES.iter().position(|language| language.code == code && !language.calendar.months[0].is_empty())?;
        Some(Tongues(1 << place | 1))
    }

    /// Whether there is a language in it.
    pub(super) fn meets_any(self) -> bool {
        self.0 != 0
    }

    /// What a word in lower case does in a text of these languages: what it does in its own, else in those of
    /// [`PLAIN`]. The words of others move no date and hide none: the Dutch "na" is a name elsewhere, and no "after".
    pub(super) fn cue(self, word: &str) -> Option<Cue> {
        let all = cues(word);
        let of = |tongues: Tongues| move |(place, _): &&(usize, Cue)| tongues.meet(Tongues(1 << *place));
        let stays = |(_, cue): &&(usize, Cue)| cue.is_harmless();
        let own = if self == Tongues::EVERY { None } else { all.iter().rfind(of(self)) };
        let plain = || all.iter().find(of(PLAIN));
        let other = || if self == Tongues::EVERY { all.first() } else { all.iter().find(stays) };
        own.or_else(plain).or_else(other).map(|(_, cue)| *cue)
    }

    /// Whether a language is in both.
    pub(super) fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a word names in the calendar, and in which languages.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Named {
    /// A month from 1 to 12.
    pub(super) month: Option<u8>,
    /// The languages in which it is the month's full name.
    pub(super) full: Tongues,
    /// The languages in which it is its abbreviation.
    pub(super) short: Tongues,
    /// A day of the week.
    pub(super) weekday: Option<Weekday>,
}

/// What a word in lower case names, if it is the name of a month or a day.
pub(super) fn named(word: &str) -> Option<Named> {
    static NAMES: OnceLock<FxHashMap<&'static str, Named>> = OnceLock::new();
    NAMES.get_or_init(all_names).get(word).copied()
}

fn all_names() -> FxHashMap<&'static str, Named> {
    let mut all: FxHashMap<&'static str, Named> = FxHashMap::default();
    for (place, language) in LANGUAGES.iter().enumerate() {
        let calendar = &language.calendar;
        for month in 0..12 {
            for name in words(calendar.months[month]) {
                let entry = all.entry(name).or_default();
                entry.month = Some(month as u8 + 1);
                entry.full.0 |= 1 << place;
            }
            for name in words(calendar.short[month]) {
                let entry = all.entry(name).or_default();
                entry.month = Some(month as u8 + 1);
                entry.short.0 |= 1 << place;
            }
        }
        for (day, spellings) in WEEKDAYS.into_iter().zip(calendar.weekdays) {
            for name in words(spellings) {
                all.entry(name).or_default().weekday = Some(day);
            }
        }
    }
    all
}

/// The month from 1 to 12 that a name or abbreviation means in English or Indonesian, in any case.
pub fn month_named(name: &str) -> Option<u8> {
    let mut lower = [0; 12];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    let named = named(str::from_utf8(lower).ok()?)?;
    named.month.filter(|_| named.full.meet(PLAIN) || named.short.meet(PLAIN))
}

/// The English name of a day of the week.
pub(super) fn english_weekday(day: Weekday) -> &'static str {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    names[day.num_days_from_monday() as usize]
}

/// The English name of a month from 1 to 12.
pub(super) fn english(month: u8) -> &'static str {
    ENGLISH[usize::from(month.clamp(1, 12)) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_months_or_two_days() {
        for calendar in LANGUAGES.iter().map(|language| &language.calendar) {
            for (place, (full, short)) in calendar.months.into_iter().zip(calendar.short).enumerate() {
                for name in words(full).chain(words(short)) {
                    assert_eq!(named(name).and_then(|named| named.month), Some(place as u8 + 1), "{name}");
                }
            }
            for (day, names) in WEEKDAYS.into_iter().zip(calendar.weekdays) {
                for name in words(names) {
                    assert_eq!(named(name).and_then(|named| named.weekday), Some(day), "{name}");
                }
            }
        }
    }

    #[test]
    fn older_indonesian_spellings_are_known() {
        assert_eq!(month_named("Nopember"), Some(11));
        assert_eq!(month_named("PEBRUARI"), Some(2));
        assert_eq!(month_named("Agt"), Some(8));
        assert_eq!(month_named("maybe"), None);
    }

    #[test]
    fn addresses_are_read_in_english_and_indonesian_alone() {
        assert_eq!(month_named("mars"), None);
        assert_eq!(named("mars").and_then(|named| named.month), Some(3));
    }
}
