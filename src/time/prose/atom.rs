//! One date in words: "19 June 2024", "pertengahan 1950-an", "the late 19th century".

use std::ops::Range;

use super::reader::{Before, Reader};
use crate::language::{Cue, LANGUAGES, Language, MISTAKABLE, Unit, Vocabulary, words};
use crate::time::day::days_in_month;

/// A date as its words say it.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Its tokens, the day of the week left out.
    pub(super) tokens: Range<usize>,
    /// What it names.
    pub(super) date: Plain,
    /// The token that tells the day of the month, where there is one.
    pub(super) day: Option<usize>,
    /// The token that tells the day of the week.
    pub(super) weekday: Option<usize>,
    part: Option<Part>,
    circa: bool,
}

/// What a date names, of whatever precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Day {
        year: Option<i64>,
        month: u8,
        day: u8,
    },
    /// A month, or with EDTF's codes from 21 on a season or a quarter.
    Month {
        year: Option<i64>,
        month: u8,
    },
    /// An astronomical year.
    Year(i64),
    /// The ten years from this one on.
    Decade(i64),
    /// The hundred years up to this one.
    Century(i64),
    /// Day and month in figures, in either order.
    Either {
        year: i64,
        numbers: [u8; 2],
    },
}

/// A third of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Early,
    Mid,
    Late,
}

static ORDINALS: Vocabulary = Vocabulary::of(|language| language.calendar.ordinals);
static ORDINAL_BEFORE: Vocabulary = Vocabulary::of(|language| language.calendar.ordinal_before);
static DECADES: Vocabulary = Vocabulary::of(|language| language.calendar.decades);
static CIRCA: Vocabulary = Vocabulary::of(|language| language.calendar.circa);
static YEAR_MARKS: Vocabulary = Vocabulary::of(|language| language.calendar.marks[0]);
static MONTH_MARKS: Vocabulary = Vocabulary::of(|language| language.calendar.marks[1]);
static DAY_MARKS: Vocabulary = Vocabulary::of(|language| language.calendar.marks[2]);
const ROMAN: [&str; 22] = [
    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI",
];

/// A date and the token behind it.
type Read = Option<(Plain, usize)>;

/// Whether a word in lower case, with a dot behind it, is "about" before a year.
pub(super) fn is_circa(word: &str) -> bool {
    CIRCA.has(word)
}

impl Reader<'_> {
    /// The date that begins at a token.
    pub(super) fn atom(&self, at: usize, before: Before) -> Option<Atom> {
        if let Some(dated) = self.behind_weekday(at) {
            return Some(dated);
        }
        let (circa, start) = self.circa(at);
        let (part, core) = self.part(start);
        let before = if core > at && before == Before::Anything { Before::Lead } else { before };
        let (date, end, day) = self.core(core, before)?;
        let weekday = self.weekday_behind(date, end);
        Some(Atom { tokens: at..end, date, day, weekday, part, circa })
    }

    /// "Rabu (19/6/2024)", "Wednesday, 19 June".
    fn behind_weekday(&self, at: usize) -> Option<Atom> {
        self.word(at)?.named.weekday?;
        let comma = self.past_dot(at + 1);
        let start = comma + usize::from(matches!(self.mark(comma), Some(',' | '(')));
        let start = self.past(start, &[Cue::Neutral, Cue::Lead]);
        let (date, end, day) = self.core(start, Before::Lead).or_else(|| self.day_and_month_figures(start))?;
        let is_day = matches!(date, Plain::Day { .. } | Plain::Either { .. });
        is_day.then_some(Atom { tokens: start..end, date, day, weekday: Some(at), part: None, circa: false })
    }

    /// "19 Haziran 2024 Çarşamba"
    fn weekday_behind(&self, date: Plain, end: usize) -> Option<usize> {
        let word = self.word(end).filter(|word| word.capital && word.named.weekday.is_some())?;
        let follows = self.language.weekday_last && matches!(date, Plain::Day { year: Some(_), .. });
        (follows && word.cue.is_none()).then_some(end)
    }

    fn circa(&self, at: usize) -> (bool, usize) {
        let abbreviated = self.word(at).is_some_and(|_| CIRCA.has(self.letters(at))) && self.mark(at + 1) == Some('.');
        // "c. 1920" is about a year; the letter is an initial or "century" elsewhere.
        let abbreviated = abbreviated && self.four_digits(at + 2).is_some();
        // "Sci Total Environ 2024" is a journal.
        let named = at > 0 && self.word(at).is_some_and(|word| word.capital) && self.word(at - 1).is_some();
        if !self.is(at, Cue::Circa) && !abbreviated || named {
            return (false, at);
        }
        let doubled = self.joined_mark(at + 1) == Some('-') && self.is(at + 2, Cue::Circa);
        let end = if doubled { at + 3 } else { self.past_dot(at + 1) };
        (true, self.past(end, &[Cue::Neutral, Cue::Lead, Cue::Of, Cue::To]))
    }

    fn part(&self, at: usize) -> (Option<Part>, usize) {
        let part = match self.cue(at) {
            Some(Cue::Early) => Part::Early,
            Some(Cue::Mid) => Part::Mid,
            Some(Cue::Late) => Part::Late,
            Some(Cue::End) if self.is(at + 1, Cue::Of) => Part::Late,
            _ => return (None, at),
        };
        let hyphen = at + 1 + usize::from(self.joined_mark(at + 1) == Some('-'));
        (Some(part), self.past(hyphen, &[Cue::Of, Cue::Neutral]))
    }

    fn core(&self, at: usize, before: Before) -> Option<(Plain, usize, Option<usize>)> {
        let start = self.past(at, &[Cue::Date]);
        if let Some(day) = self.day(start, before) {
            return Some(day);
        }
        let without_day = |(date, end)| (date, end, None);
        if self.word(at).is_none() {
            return self.in_figures(at, before).map(without_day);
        }
        self.in_words(at).map(without_day)
    }

    /// A date to the day, and the token of the day.
    fn day(&self, at: usize, before: Before) -> Option<(Plain, usize, Option<usize>)> {
        self.iso_day(at, before)
            .or_else(|| self.figures(at, before))
            .or_else(|| self.day_then_month(at, before))
            .or_else(|| self.month_then_day(at))
            .or_else(|| self.east_asian_day(at))
    }

    /// "2024-06-19"
    fn iso_day(&self, at: usize, before: Before) -> Option<(Plain, usize, Option<usize>)> {
        let year = self.four_digits(at).filter(|year| (1000..2200).contains(year))?;
        let separator = self.joined_mark(at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let (month, day) = (self.short_number(at + 2)?, self.short_number(at + 4)?);
        let whole = self.joined_mark(at + 3) == Some(separator) && self.joined(at + 2) && self.joined(at + 4);
        let clean =
            self.begins_clean(at, before) && (self.ends_clean(at + 4) || self.joined_letters(at + 5) == Some("T"));
        let ends = !(self.joined_mark(at + 5) == Some(separator) && separator != '.');
        // "RStudio 2023.06.1" is a version.
        let version =
            separator == '.' && self.word(at.wrapping_sub(1)).is_some_and(|word| word.capital && word.cue.is_none());
        let possible = (1..=12).contains(&month) && (1..=31).contains(&day) && !version;
        let day = Plain::Day { year: Some(year), month, day };
        (whole && clean && ends && possible).then_some((day, at + 5, Some(at + 4)))
    }

    /// "19/6/2024", "19.06.2024", "12-02-2022"
    fn figures(&self, at: usize, before: Before) -> Option<(Plain, usize, Option<usize>)> {
        let (one, other) = (self.short_number(at)?, self.short_number(at + 2)?);
        let separator = self.joined_mark(at + 1).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let year = self.four_digits(at + 4).filter(|year| (1000..2200).contains(year))?;
        let whole = self.joined_mark(at + 3) == Some(separator) && self.joined(at + 2) && self.joined(at + 4);
        let clean =
            self.begins_clean(at, before) && self.ends_clean(at + 4) && self.joined_mark(at + 5) != Some(separator)
                || self.mark(at + 5) == Some('.');
        if !whole || !clean {
            return None;
        }
        let day = |day: u8, month: u8| Plain::Day { year: Some(year), month, day };
        let is_month = |number: u8| (1..=12).contains(&number);
        let is_day = |number: u8| (1..=31).contains(&number);
        let date = match (is_day(one) && is_month(other), is_month(one) && is_day(other)) {
            (true, true) if one != other && !self.language.day_first => Plain::Either { year, numbers: [one, other] },
            (true, _) => day(one, other),
            (false, true) => day(other, one),
            (false, false) => return None,
        };
        let of_day = if date == day(other, one) { at + 2 } else { at };
        Some((date, at + 5, Some(of_day)))
    }

    /// "(17/6)", which only stands behind a day of the week.
    fn day_and_month_figures(&self, at: usize) -> Option<(Plain, usize, Option<usize>)> {
        let (day, month) = (self.short_number(at)?, self.short_number(at + 2)?);
        let whole =
            self.joined_mark(at + 1) == Some('/') && self.joined(at + 2) && self.joined_mark(at + 3) == Some(')');
        let possible = (1..=31).contains(&day) && (1..=12).contains(&month);
        (whole && possible).then_some((Plain::Day { year: None, month, day }, at + 3, Some(at)))
    }

    /// "19 June 2024", "19th of June, 2024", "19 de junio de 2024", "19. Juni"; not "Article 19 of the June accords"
    fn day_then_month(&self, at: usize, before: Before) -> Option<(Plain, usize, Option<usize>)> {
        let day = self.short_number(at).filter(|day| (1..=31).contains(day) && self.begins_clean(at, before))?;
        let behind = self.past_ordinal(at + 1);
        if behind == at + 1 && self.joined(behind) {
            return None;
        }
        let of = self.past(behind, &[Cue::Of, Cue::Neutral, Cue::Month]);
        if of > behind && self.is_numbered(at) {
            return None;
        }
        let (month, end) = self.month(of)?;
        let (year, end) = self.year_of(end);
        self.is_whole(of, Some(day), year).then_some((Plain::Day { year, month, day }, end, Some(at)))
    }

    /// Behind what makes the number before a token an ordinal: "1er", "19th", "19."
    pub(super) fn past_ordinal(&self, at: usize) -> usize {
        let ordinal = self.joined_letters(at).is_some_and(|letters| ORDINALS.has(letters));
        if ordinal { at + 1 } else { self.past_dot(at) }
    }

    /// "June 19, 2024", "June 19th"
    fn month_then_day(&self, at: usize) -> Option<(Plain, usize, Option<usize>)> {
        let (month, place) = self.month(at)?;
        let day = self.short_number(place).filter(|day| (1..=31).contains(day) && !self.joined(place))?;
        let ordinal = self.joined_letters(place + 1).is_some_and(|letters| ORDINALS.has(letters));
        let behind = place + 1 + usize::from(ordinal);
        if !ordinal && !self.ends_clean(place) || self.is(behind, Cue::Counted) {
            return None;
        }
        let (year, end) = self.year_of(behind);
        self.is_whole(at, Some(day), year).then_some((Plain::Day { year, month, day }, end, Some(place)))
    }

    /// "2024年6月19日", "2024년 6월 19일"
    fn east_asian_day(&self, at: usize) -> Option<(Plain, usize, Option<usize>)> {
        let (Plain::Month { year, month }, place) = self.east_asian(at)? else { return None };
        let day = self.short_number(place).filter(|day| (1..=31).contains(day))?;
        self.is_marked(place, &DAY_MARKS).then_some((Plain::Day { year, month, day }, place + 2, Some(place)))
    }

    /// A year and, where it is told, a month.
    fn east_asian(&self, at: usize) -> Read {
        let year = self.four_digits(at).filter(|_| self.is_marked(at, &YEAR_MARKS))?;
        let month = self.short_number(at + 2).filter(|month| (1..=12).contains(month));
        let month = month.filter(|_| self.is_marked(at + 2, &MONTH_MARKS));
        Some(match month {
            Some(month) => (Plain::Month { year: Some(year), month }, at + 4),
            None => (Plain::Year(year), at + 2),
        })
    }

    /// Whether the letter for a year, a month or a day touches a number.
    fn is_marked(&self, number: usize, marks: &Vocabulary) -> bool {
        self.joined_mark(number + 1).is_some_and(|mark| !mark.is_ascii() && marks.has(self.letters(number + 1)))
    }

    /// The month that a word names, and the token behind it and its dot.
    fn month(&self, at: usize) -> Option<(u8, usize)> {
        let month = self.word(at)?.named.month?;
        let dot = self.past_dot(at + 1);
        // A dot behind a full name ends the sentence.
        let abbreviated = dot > at + 1 && self.letters(at).chars().count() <= 5 && self.tokens.get(dot).is_some();
        Some((month, if abbreviated { dot } else { at + 1 }))
    }

    /// Whether the month's name is one of the text's own languages, or stands with a day and a year; whether it is
    /// meant as a month: small letters need a figure beside them, and "may" and "march" a capital.
    fn is_whole(&self, at: usize, day: Option<u8>, year: Option<i64>) -> bool {
        let Some(word) = self.word(at) else { return false };
        let own = self.language.own.meet(word.named.full) || self.language.own.meet(word.named.short);
        let verb = MISTAKABLE.has(self.letters(at));
        let figures = usize::from(day.is_some()) + usize::from(year.is_some());
        (own || figures == 2 && word.named.full.meets_any()) && (word.capital || figures > 0 && (!verb || figures == 2))
    }

    /// The year behind a month, over a comma, "of" or "tahun".
    fn year_of(&self, at: usize) -> (Option<i64>, usize) {
        let comma = at + usize::from(self.joined_mark(at) == Some(','));
        let place = self.past(comma, &[Cue::Of, Cue::Year]);
        match self.year(place).filter(|_| !self.follows_range(place)) {
            Some(year) => (Some(year), place + 1),
            None => (None, at),
        }
    }

    /// "June 1950-53" is no June.
    fn follows_range(&self, at: usize) -> bool {
        self.joined_mark(at + 1) == Some('-') && self.joined(at + 2) && self.short_number(at + 2).is_some()
    }

    fn in_figures(&self, at: usize, before: Before) -> Read {
        self.decade(at, before)
            .or_else(|| self.numbered_century(at))
            .or_else(|| self.year_with_era(at, before))
            .or_else(|| self.east_asian(at))
            .or_else(|| self.iso_month(at, before))
            .or_else(|| Some((Plain::Year(self.bare_year(at, before)?), at + 1)))
    }

    /// "2024-06". In "2004-06" the second number may be a year too, and it is left to ranges.
    fn iso_month(&self, at: usize, before: Before) -> Read {
        let year = self.bare_year(at, before)?;
        let month =
            self.short_number(at + 2).filter(|_| self.joined_mark(at + 1) == Some('-') && self.joined(at + 2))?;
        let is_month = (1..=12).contains(&month) && self.tokens[at + 2].at.len() == 2 && i64::from(month) <= year % 100;
        let ends = self.ends_clean(at + 2) && self.joined_mark(at + 3) != Some('-');
        (is_month && ends).then_some((Plain::Month { year: Some(year), month }, at + 3))
    }

    /// "1950s", "1950's", "1950-an"
    fn decade(&self, at: usize, before: Before) -> Read {
        let year = self.four_digits(at).filter(|year| (1000..2100).contains(year) && year % 10 == 0)?;
        let mark = self.joined_mark(at + 1).map_or(0, |mark| usize::from(matches!(mark, '-' | '\'' | '’')));
        self.joined_letters(at + 1 + mark)?;
        let ending = &self.text[self.bytes(at + 1..at + 2 + mark)];
        (DECADES.has(ending) && self.begins_clean(at, before)).then_some((Plain::Decade(year), at + 2 + mark))
    }

    /// "19th century", "19th-century"
    fn numbered_century(&self, at: usize) -> Read {
        let number = self.short_number(at).filter(|number| (1..=30).contains(number))?;
        let behind = self.past_ordinal(at + 1);
        let word = behind + usize::from(self.joined_mark(behind) == Some('-'));
        (behind > at + 1 && self.is(word, Cue::Century)).then_some(())?;
        Some(self.century_of(number.into(), word + 1))
    }

    fn century_of(&self, number: i64, end: usize) -> (Plain, usize) {
        match self.cue(end) {
            Some(Cue::Bce) => (Plain::Century(100 - number * 100), end + 1),
            Some(Cue::Ce | Cue::AnnoDomini) => (Plain::Century(number * 100), end + 1),
            _ => (Plain::Century(number * 100), end),
        }
    }

    /// "44 BC", "79 CE"
    fn year_with_era(&self, at: usize, before: Before) -> Read {
        let super::tokens::Kind::Number(year @ 1..=9999, 1..=4) = self.tokens.get(at)?.kind else { return None };
        let capital = self.word(at + 1).is_some_and(|word| word.capital);
        let year = match self.cue(at + 1).filter(|_| capital && self.begins_clean(at, before))? {
            Cue::Bce => 1 - i64::from(year),
            Cue::Ce | Cue::AnnoDomini => i64::from(year),
            _ => return None,
        };
        Some((Plain::Year(year), at + 2))
    }

    fn in_words(&self, at: usize) -> Read {
        let word = self.word(at)?;
        match word.cue {
            Some(Cue::Neutral) => self.in_words(at + 1).or_else(|| self.in_figures(at + 1, Before::Lead)),
            // "entre los años de 2010 y 2022"
            Some(Cue::Year | Cue::Unit(Unit::Year)) => self.in_figures(self.past(at + 1, &[Cue::Of]), Before::Lead),
            Some(Cue::Decade) => {
                let year = self.past(at + 1, &[Cue::Of]);
                self.decade(year, Before::Lead).or_else(|| {
                    let first = self.year(year).filter(|year| year % 10 == 0)?;
                    Some((Plain::Decade(first), year + 1))
                })
            }
            Some(Cue::Century) => self.century_in_words(at + 1),
            Some(Cue::SeasonFollows) => self.season(at + 1),
            Some(Cue::Season(_)) => self.season(at),
            Some(Cue::Quarter) => self.quarter(at, at + 1),
            Some(Cue::Month) => self.month_and_year(at + 1),
            Some(Cue::AnnoDomini) if !self.letters(at).contains(char::is_lowercase) => self.anno_domini(at + 1),
            _ => self.month_and_year(at).or_else(|| self.quarter(at + 1, at)).or_else(|| self.short_quarter(at)),
        }
    }

    fn month_and_year(&self, at: usize) -> Read {
        let (month, end) = self.month(at)?;
        let (year, end) = self.year_of(end);
        let end = if year.is_none() { at + 1 } else { end };
        self.is_whole(at, None, year).then_some((Plain::Month { year, month }, end))
    }

    /// "abad ke-19", "abad XIX"
    fn century_in_words(&self, at: usize) -> Read {
        if self.word(at).is_some_and(|word| word.capital)
            && let Some(number) = ROMAN.iter().position(|roman| *roman == self.letters(at))
        {
            return Some(self.century_of(number as i64, at + 1));
        }
        let ke = self.word(at).filter(|_| ORDINAL_BEFORE.has(&self.letters(at).to_ascii_lowercase()))?;
        let number = at + 1 + usize::from(ke.cue.is_none() && self.joined_mark(at + 1) == Some('-'));
        let century = self.short_number(number).filter(|number| (1..=30).contains(number))?;
        Some(self.century_of(century.into(), number + 1))
    }

    fn season(&self, at: usize) -> Read {
        let Cue::Season(month) = self.cue(at)? else { return None };
        let (year, end) = self.year_of(at + 1);
        Some((Plain::Month { year, month }, end))
    }

    /// "first quarter of 2024", "kuartal II 2024"
    fn quarter(&self, word: usize, ordinal: usize) -> Read {
        self.is(word, Cue::Quarter).then_some(())?;
        let letters = self.word(ordinal).map(|_| self.letters(ordinal).to_lowercase())?;
        let is = |quarter: &usize| {
            let named =
                |language: &Language| words(language.calendar.quarters[*quarter - 1]).any(|name| name == letters);
            LANGUAGES.iter().any(named) || ROMAN[*quarter].to_lowercase() == letters
        };
        let quarter = (1..=4).find(is)?;
        let (year, end) = self.year_of(word.max(ordinal) + 1);
        Some((Plain::Month { year: Some(year?), month: 32 + quarter as u8 }, end))
    }

    /// "Q3 2024"
    fn short_quarter(&self, at: usize) -> Read {
        let quarter = self.short_number(at + 1).filter(|number| (1..=4).contains(number) && self.joined(at + 1))?;
        let (year, end) = self.year_of(at + 2);
        (self.letters(at) == "Q").then_some((Plain::Month { year: Some(year?), month: 32 + quarter }, end))
    }

    fn anno_domini(&self, at: usize) -> Read {
        let super::tokens::Kind::Number(year @ 1..=2999, 1..=4) = self.tokens.get(at)?.kind else { return None };
        self.ends_clean(at).then_some((Plain::Year(year.into()), at + 1))
    }
}

impl Atom {
    /// The same without the words around it that tell a part of it.
    pub(super) fn plain(tokens: Range<usize>, date: Plain) -> Self {
        Atom { tokens, date, day: None, weekday: None, part: None, circa: false }
    }

    /// Whether its year is not told.
    pub(super) fn lacks_year(&self) -> bool {
        matches!(self.date, Plain::Day { year: None, .. } | Plain::Month { year: None, .. })
    }

    /// The same in the year of `other`, where its own is not told; in that before it, if its month is a later one:
    /// "from December to May 2017".
    #[must_use]
    pub(super) fn in_year_of(mut self, other: &Atom) -> Self {
        let (Plain::Day { year: lent, month: last, .. } | Plain::Month { year: lent, month: last }) = other.date else {
            return self;
        };
        if let Plain::Day { year: year @ None, month, .. } | Plain::Month { year: year @ None, month } = &mut self.date
        {
            let runs_over = last < *month && *month <= 12;
            *year = lent.map(|lent| lent - i64::from(runs_over));
        }
        self
    }

    /// In EDTF. Seasons and the like without a year have none.
    pub(super) fn edtf(&self) -> Option<String> {
        if let Plain::Either { year, numbers: [a, b] } = self.date {
            let [first, second] = [a.min(b), a.max(b)];
            return Some(format!("[{year:04}-{first:02}-{second:02},{year:04}-{second:02}-{first:02}]"));
        }
        let (first, last) = self.ends()?;
        Some(if first == last { first } else { format!("{first}/{last}") })
    }

    /// What a range that begins or ends with it begins or ends with.
    pub(super) fn ends(&self) -> Option<(String, String)> {
        let (first, last) = match self.part {
            Some(part) => self.third(part)?,
            None => self.whole()?,
        };
        let about = |edtf: String| if self.circa && !edtf.contains('~') { format!("{edtf}~") } else { edtf };
        Some((about(first), about(last)))
    }

    fn whole(&self) -> Option<(String, String)> {
        let one = |edtf: String| Some((edtf.clone(), edtf));
        match self.date {
            Plain::Day { year, month, day } => one(format!("{}-{month:02}-{day:02}", in_full(year?))),
            Plain::Month { year, month } => one(format!("{}-{month:02}", in_full(year?))),
            Plain::Year(year) => one(in_full(year)),
            // "the 1900s" may be the hundred years as well.
            Plain::Decade(year @ ..2000) if year % 100 == 0 => one(format!("{}XX", year / 100)),
            Plain::Decade(year) => one(format!("{}X", year / 10)),
            Plain::Century(last) => Some((in_full(last - 99), in_full(last))),
            Plain::Either { .. } => None,
        }
    }

    /// The third of it that "early", "mid" and "late" name. No one means it to the day, so its inner ends are
    /// approximate.
    fn third(&self, part: Part) -> Option<(String, String)> {
        let pick = |thirds: [[String; 2]; 3]| {
            let [first, last] = thirds.into_iter().nth(part as usize)?;
            Some((first, last))
        };
        match self.date {
            Plain::Month { year, month: month @ 1..=12 } => {
                let (year, last) = (in_full(year?), days_in_month(year?, month));
                let day = |day: u8, about: &str| format!("{year}-{month:02}-{about}{day:02}");
                pick([[day(1, ""), day(10, "~")], [day(11, "~"), day(20, "~")], [day(21, "~"), day(last, "")]])
            }
            Plain::Year(year) => {
                let month = |month: &str| format!("{}-{month}", in_full(year));
                pick([[month("01"), month("~04")], [month("~05"), month("~08")], [month("~09"), month("12")]])
            }
            Plain::Decade(first) if first % 100 > 0 || first == 2000 => {
                let year = |years: i64, about: &str| format!("{}{about}", in_full(first + years));
                pick([[year(0, ""), year(3, "~")], [year(3, "~"), year(6, "~")], [year(6, "~"), year(9, "")]])
            }
            Plain::Century(last @ 100..) => {
                let decade = |years: i64| format!("{:03}X~", (last - years) / 10);
                pick([[in_full(last - 99), decade(70)], [decade(70), decade(40)], [decade(40), in_full(last)]])
            }
            Plain::Month { .. } | Plain::Decade(_) | Plain::Century(_) | Plain::Day { .. } | Plain::Either { .. } => {
                self.whole()
            }
        }
    }
}

/// An astronomical year in the four digits of EDTF.
fn in_full(year: i64) -> String {
    format!("{}{:04}", if year < 0 { "-" } else { "" }, year.abs())
}
