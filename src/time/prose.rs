//! Dates in running prose: found, and read as EDTF.
//!
//! [`dates`] finds days, months, years, decades, centuries, seasons and ranges of them, with the words that bound them
//! ("since", "sebelum"), and dates that are told from another ([`Relative`]). The words around dates are those of
//! English and Indonesian; months and days of the week are known in eleven languages, and Chinese, Japanese and Korean
//! dates in figures.
//!
//! What the words leave open stays open in the EDTF:
//!
//! | words | EDTF |
//! |---|---|
//! | around 1920 | `1920~` |
//! | the 1950s, mid-1950s | `195X`, `1953~/1956~` |
//! | early 1991, akhir 1991 | `1991-01/1991-~04`, `1991-~09/1991-12` |
//! | the 19th century, late in it | `1801/1900`, `186X~/1900` |
//! | 2023/24, 1949-53, 2004-06 | `2023/2024`, `1949/1953`, `2004/2006`, which holds June 2004 too |
//! | 12/02/2022, in English or in no known language | `[2022-02-12,2022-12-02]` |
//!
//! A number is a year only where nothing speaks against it: not behind "Pasal", "No." or a currency, not before what is
//! counted, not as part of a version or a name such as T-62; alone only from 1500 to 2099, and a round one only where a
//! word leads to it. The year of a law or a resolution ("UU No. 34 Tahun 2004", "Resolution 1718 (2006)") is part of
//! its name and no date. A day that no calendar has is found and told as a [`BadDate`], never moved.
//!
//! What is not read: dates in words alone ("the nineteenth of June"), Roman and other calendars, years of two digits.

mod atom;
mod leading;
mod reader;
mod relative;
#[cfg(test)]
mod tests;
mod tokens;
mod whole;

use std::ops::Range;

use chrono::Weekday;

use self::atom::{Atom, Plain};
pub use self::leading::{leading, month_and_day};
use self::reader::{Before, Reader};
pub use self::relative::{Anchor, Relative};
pub use self::whole::whole;
use super::fault::in_calendar;
use super::months::{PLAIN, Tongues};
use super::{BadDate, When};
use crate::language::{self, Cue, Unit, Vocabulary};

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes of the text: from the first word that belongs to it, `Side`'s among them, to the last.
    pub at: Range<usize>,
    /// What is said of the date: that something happens on it, or before, or since.
    pub side: Side,
    /// The date.
    pub what: What,
    /// The day of the week that stands with it.
    pub weekday: Option<Said>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A date, a range, or one of two dates.
    Date(When),
    /// A date that is told from another.
    Relative(Relative),
    /// A date that no calendar has. [`BadDate::at`] lies in the text.
    Bad(BadDate),
}

/// On which side of a date lies what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On it.
    On,
    /// It begins then: "since 2014", "from 2014", "sejak Agustus 2023".
    Since,
    /// It ends then: "until 2014", "hingga 2014".
    Until,
    /// Then or before: "by 2014", "paling lambat 2014".
    By,
    /// "before 2014", "sebelum 2014".
    Before,
    /// "after 2014", "pasca 2014".
    After,
}

/// A day of the week as the text says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
    /// Which it is.
    pub day: Weekday,
}

/// The language of a text: which names of months are its own, and in which order day and month stand in figures.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    own: Tongues,
    day_first: bool,
    weekday_last: bool,
}

impl Language {
    /// It is not known: English and Indonesian names, and an open order.
    pub const ANY: Language = Language { own: PLAIN, day_first: false, weekday_last: false };

    /// It may be any: of a string that is nothing but a date.
    const EVERY: Language = Language { own: Tongues::EVERY, day_first: false, weekday_last: true };

    /// The language of a code such as `id` or `pt-BR`, if the names of its months are known.
    pub fn named(code: &str) -> Option<Language> {
        let code = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let own = Tongues::of(&code)?;
        let calendar = &language::of_code(&code)?.calendar;
        Some(Language { own, day_first: calendar.day_first, weekday_last: calendar.weekday_last })
    }
}

impl Found {
    /// The day of the week on which the date fell, if it is one day.
    pub fn true_weekday(&self) -> Option<Weekday> {
        match &self.what {
            What::Date(when) => Some(when.hard().single_day()?.weekday()),
            What::Relative(_) | What::Bad(_) => None,
        }
    }
}

/// The dates in `text`, in order and apart from each other. What lies in one of the ranges `except`, which are in order
/// too, is not read: citations, say.
pub fn dates(text: &str, language: Language, except: &[Range<usize>]) -> Vec<Found> {
    let reader = Reader::new(text, language, except);
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        match reader.phrase(at) {
            Some((date, next)) => {
                found.push(date);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The dates that the relative ones of `found` mean, each in the place of its own: told from the last date before it in
/// the text, else from `told`; or from the day of writing, if that is known. `None` for the others and for what stays
/// open.
pub fn resolve(found: &[Found], told: Option<&When>, written: Option<&When>) -> Vec<Option<When>> {
    let mut last = told.cloned();
    let mut resolved = Vec::with_capacity(found.len());
    for date in found {
        let meant = match &date.what {
            What::Relative(relative) => match relative.from {
                Anchor::Told => last.as_ref().and_then(|last| relative.resolve(last)),
                Anchor::Writing => written.and_then(|written| relative.resolve(written)),
            },
            What::Date(when) => {
                last = Some(when.clone());
                None
            }
            What::Bad(_) => None,
        };
        last = meant.clone().or(last);
        resolved.push(meant);
    }
    resolved
}

static ARTICLES: Vocabulary = Vocabulary::of(|language| language.calendar.articles);
static ABBREVIATED_TO: Vocabulary = Vocabulary::of(|language| language.calendar.to_abbreviated);

/// A stroke parts years that are no further apart than this: "1914/18", "1939/1945".
const LONGEST_PAIR: i64 = 100;

/// What may stand between the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// "between" and "antara" need an "and".
    Between,
    Other,
}

impl Reader<'_> {
    /// The date that begins at a token with the words that bound it, and the token behind.
    fn phrase(&self, at: usize) -> Option<(Found, usize)> {
        if let Some((relative, tokens)) = self.relative(at) {
            return Some(self.found(at, Side::On, None, What::Relative(relative), tokens.end));
        }
        let (side, opening, behind) = self.side(at);
        // "between the years 2010 and 2022"
        let start = match opening {
            Opening::Between => self.past(behind, &[Cue::Lead, Cue::Neutral, Cue::Of, Cue::Unit(Unit::Year)]),
            Opening::Other => self.past(behind, &[Cue::Lead, Cue::Neutral]),
        };
        let before = if start > at || self.is_led(at) { Before::Lead } else { Before::Anything };
        let first = if behind > at { at } else { start };
        if side.is_some()
            && let Some((relative, tokens)) = self.relative(start)
        {
            return Some(self.found(first, side.unwrap_or(Side::On), None, What::Relative(relative), tokens.end));
        }
        if let Some((from, to)) = self.range(start, before, opening) {
            let edtf = format!("{}/{}", from.ends()?.0, to.ends()?.1);
            let day = if from.edtf().is_some_and(|edtf| When::read(&edtf).is_err()) { from.day } else { to.day };
            let weekday = from.weekday.filter(|_| from.day.is_some());
            return Some(self.found(first, Side::On, weekday, self.read(&edtf, day), to.tokens.end));
        }
        if opening == Opening::Between {
            return None;
        }
        let atom = self.atom(start, before)?;
        // "after the 2014 revolution" is after that revolution.
        let side = side.filter(|_| !self.names_another(&atom));
        let first = if side.is_some() { first } else { atom.tokens.start };
        let side = side.unwrap_or(Side::On);
        if atom.lacks_year() {
            let (relative, end) = self.without_year(&atom, before)?;
            let what = match atom.day.map(|_| self.read(&any_year(&atom), atom.day)) {
                Some(What::Bad(bad)) => What::Bad(bad),
                _ => What::Relative(relative),
            };
            return Some(self.found(first, side, atom.weekday, what, end));
        }
        if self.goes_on(&atom) {
            return None;
        }
        let what = self.read(&atom.edtf()?, atom.day);
        Some(self.found(first, side, atom.weekday, what, atom.tokens.end))
    }

    fn found(&self, first: usize, side: Side, weekday: Option<usize>, what: What, end: usize) -> (Found, usize) {
        let weekday = weekday.and_then(|at| {
            let day = self.word(at)?.named.weekday?;
            Some(Said { at: self.tokens[at].at.clone(), day })
        });
        let next = if weekday.as_ref().is_some_and(|said| said.at.start >= self.tokens[end - 1].at.end) {
            end + 1
        } else {
            end
        };
        (Found { at: self.bytes(first..end), side, what, weekday }, next)
    }

    /// The EDTF as a date; where the calendar does not have it, what is wrong with its `day`.
    fn read(&self, edtf: &str, day: Option<usize>) -> What {
        match When::read(edtf) {
            Ok(when) => What::Date(when),
            Err(fault) => {
                let bad = in_calendar(edtf, fault);
                let at = day.map_or(0..0, |day| self.tokens[day].at.clone());
                What::Bad(BadDate { at, help: None, instead: None, ..bad })
            }
        }
    }

    /// Whether a word that leads to a date stands right before.
    fn is_led(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| self.cue(before)).is_some_and(|cue| matches!(cue, Cue::Lead | Cue::Year))
    }

    /// What the words at a token say of the date behind them, and where that begins.
    fn side(&self, at: usize) -> (Option<Side>, Opening, usize) {
        // "post-1991", "jusqu'en 2012"
        let hyphen = |place: usize| place + usize::from(matches!(self.joined_mark(place), Some('-' | '\'' | '’')));
        let one = |side: Side| (Some(side), Opening::Other, hyphen(at + 1));
        match self.cue(at) {
            Some(Cue::Since | Cue::From) => one(Side::Since),
            // "Hingga pada tahun 2012, ..." opens a sentence as "then, in 2012" does.
            Some(Cue::Until) if self.word(at).is_some_and(|word| word.capital) && self.is(at + 1, Cue::Lead) => {
                (None, Opening::Other, at + 1)
            }
            // "fino al 2012"
            Some(Cue::Until) => (Some(Side::Until), Opening::Other, self.past(hyphen(at + 1), &[Cue::To])),
            Some(Cue::After) => one(Side::After),
            // "después de 2014"
            Some(Cue::Later) if self.is(at + 1, Cue::Of) => (Some(Side::After), Opening::Other, at + 2),
            Some(Cue::Before) => (Some(Side::Before), Opening::Other, self.past(hyphen(at + 1), &[Cue::To, Cue::Of])),
            Some(Cue::Between) => (None, Opening::Between, self.past(at + 1, &[Cue::Neutral, Cue::Of])),
            Some(Cue::By) => (Some(Side::By), Opening::Other, self.past_end(at + 1)),
            Some(Cue::Than | Cue::Numbered) if self.is(at + 1, Cue::Later) && self.is(at + 2, Cue::Than) => {
                (Some(Side::By), Opening::Other, self.past_end(at + 3))
            }
            _ => (None, Opening::Other, at),
        }
    }

    /// Behind the rest of "paling lambat", "selambat-lambatnya", "by the end of".
    fn past_end(&self, at: usize) -> usize {
        let hyphen = at + usize::from(self.joined_mark(at) == Some('-'));
        let words = self.past(hyphen, &[Cue::Than, Cue::Neutral, Cue::Lead]);
        if self.is(words, Cue::End) || self.is(words, Cue::Late) {
            self.past(words + 1, &[Cue::Of, Cue::Neutral])
        } else {
            words
        }
    }

    /// The two ends of a range that begins at a token.
    fn range(&self, at: usize, before: Before, opening: Opening) -> Option<(Atom, Atom)> {
        let Some(from) = self.atom(at, before) else { return self.range_of_days(at, opening) };
        if matches!(from.date, Plain::Either { .. }) {
            return None;
        }
        if let Some(to) = self.two_digits(&from).or_else(|| self.day_of_same_month(&from)) {
            return Some((from.in_year_of(&to), to));
        }
        let behind = self.connected(from.tokens.end, opening)?;
        let to = self
            .atom(self.past(behind, &[Cue::Lead, Cue::Neutral]), Before::Range)
            .filter(|to| !to.lacks_year() && to.ends().is_some())?;
        let mut from = from.in_year_of(&to);
        // "DGR 1551/2012" is an act of one year.
        if let (Plain::Year(first), Plain::Year(last)) = (from.date, to.date)
            && self.joined_mark(from.tokens.end) == Some('/')
            && last - first > LONGEST_PAIR
        {
            return None;
        }
        // "1500 to 1300 BC"
        if let (Plain::Year(year @ 1..), Plain::Year(..=0)) = (from.date, to.date)
            && from.tokens.len() == 1
        {
            from.date = Plain::Year(1 - year);
        }
        let slashed = self.mark(from.tokens.end) == Some('/');
        let alike = !from.lacks_year() && are_in_order(&from, &to, if slashed { SLASHED } else { SPANNED });
        alike.then_some((from, to))
    }

    /// Whether the year tells which one of several things is meant.
    fn names_another(&self, atom: &Atom) -> bool {
        let article = atom.tokens.start.checked_sub(1).filter(|before| self.is(*before, Cue::Neutral));
        let noun = self.word(atom.tokens.end).is_some_and(|word| word.cue.is_none());
        matches!(atom.date, Plain::Year(_))
            && noun
            && article.is_some_and(|article| ARTICLES.has(self.letters(article)))
    }

    /// "1949-12345" is no year, nor is "2014/3".
    fn goes_on(&self, atom: &Atom) -> bool {
        let end = atom.tokens.end;
        let connects = matches!(self.joined_mark(end), Some('-' | '–' | '/'));
        matches!(atom.date, Plain::Year(_)) && connects && self.joined(end + 1) && self.word(end + 1).is_none()
    }

    /// "3 to 5 March 2021", "3-5 Maret 2021"
    fn range_of_days(&self, at: usize, opening: Opening) -> Option<(Atom, Atom)> {
        let start = self.past(at, &[Cue::Date]);
        let day = self
            .short_number(start)
            .filter(|day| (1..=31).contains(day) && self.begins_clean(start, Before::Anything))?;
        let behind = self.connected(self.past_ordinal(start + 1), opening)?;
        let to = self.atom(self.past(behind, &[Cue::Lead]), Before::Range)?;
        let Plain::Day { year: year @ Some(_), month, .. } = to.date else { return None };
        let mut from = Atom::plain(at..start + 1, Plain::Day { year, month, day });
        from.day = Some(start);
        Some((from, to))
    }

    /// "1949-53", "2023/24"; in "2024-06" the second number is a month, and that is no range.
    fn two_digits(&self, from: &Atom) -> Option<Atom> {
        let Plain::Year(year) = from.date else { return None };
        let mark = from.tokens.end;
        let separator = self.joined_mark(mark).filter(|mark| matches!(mark, '-' | '–' | '/'))?;
        let number = self.short_number(mark + 1).filter(|_| self.joined(mark + 1) && self.ends_clean(mark + 1))?;
        let two = self.tokens[mark + 1].at.len() == 2;
        let ends = self.joined_mark(mark + 2) != Some(separator);
        let last = year - year % 100 + i64::from(number);
        let last = if number == 0 && year % 100 == 99 { last + 100 } else { last };
        (two && ends && last > year).then(|| Atom::plain(mark + 1..mark + 2, Plain::Year(last)))
    }

    /// "March 3-5, 2021"
    fn day_of_same_month(&self, from: &Atom) -> Option<Atom> {
        let Plain::Day { year: None, month, .. } = from.date else { return None };
        let place = self.connected(from.tokens.end, Opening::Other)?;
        let day = self.short_number(place).filter(|day| (1..=31).contains(day) && self.ends_clean(place))?;
        let comma = place + 1 + usize::from(self.joined_mark(place + 1) == Some(','));
        let year = self.year(comma)?;
        let mut to = Atom::plain(place..comma + 1, Plain::Day { year: Some(year), month, day });
        to.day = Some(place);
        Some(to)
    }

    /// The token behind what connects the ends of a range.
    fn connected(&self, at: usize, opening: Opening) -> Option<usize> {
        match (self.cue(at), self.mark(at)) {
            (Some(Cue::And), _) if opening == Opening::Between => Some(at + 1),
            (Some(Cue::To | Cue::Until), _) | (_, Some('-' | '–' | '/')) => Some(at + 1),
            _ if self.word(at).is_some() && self.joined(at + 1) && self.joined_letters(at + 2).is_some() => {
                let written = &self.text[self.bytes(at..at + 3)];
                ABBREVIATED_TO.has(written).then(|| self.past_dot(at + 3))
            }
            _ => None,
        }
    }
}

/// So many years lie between the ends of a range at most, and between those that a slash parts: in `decree 1551/2012`
/// it parts a number from its year.
const SPANNED: i64 = 1000;
const SLASHED: i64 = 20;

/// Two numbers the wrong way round, or far apart, are hardly years.
fn are_in_order(from: &Atom, to: &Atom, most: i64) -> bool {
    match (from.date, to.date) {
        (Plain::Year(from), Plain::Year(to)) => from < to && to - from < most,
        _ => true,
    }
}

/// The day of a date without a year in EDTF, in any year.
fn any_year(atom: &Atom) -> String {
    match atom.date {
        Plain::Day { month, day, .. } => format!("XXXX-{month:02}-{day:02}"),
        _ => String::new(),
    }
}
