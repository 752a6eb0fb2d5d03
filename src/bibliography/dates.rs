//! The dates of an entry: a year with its letter, a full date in the order of any style, `n.d.`

use std::ops::Range;

use crate::language::{FORTHCOMING, UNDATED, Vocabulary};
use crate::time::{Day, month_named};

/// A date that a text begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The date in EDTF; `None` where the text says that there is none.
    pub(crate) edtf: Option<String>,
    /// The letter that tells works of one year apart.
    pub(crate) letter: Option<char>,
    /// Whether the work has not appeared yet.
    pub(crate) forthcoming: bool,
    /// Where its words end.
    pub(crate) end: usize,
}

/// The date that `text` begins with.
pub(crate) fn leading(text: &str) -> Option<Dated> {
    worded(text).or_else(|| {
        let mut cursor = Cursor { text, at: 0 };
        let circa = ["circa ", "c. ", "ca. ", "c.", "ca.", "sekitar "].iter().any(|word| cursor.eat(word));
        let (edtf, letter) = day_first(&mut cursor)
            .or_else(|| month_first(&mut cursor))
            .map(|edtf| (edtf, None))
            .or_else(|| year_first(&mut cursor))?;
        let approximate = if circa && !edtf.contains('/') { "~" } else { "" };
        let edtf = Some(format!("{edtf}{approximate}"));
        Some(Dated { edtf, letter, forthcoming: false, end: cursor.at })
    })
}

/// `n.d.`, `forthcoming`.
fn worded(text: &str) -> Option<Dated> {
    let end = |known: &Vocabulary| {
        let word = known.longest_first().iter().find(|word| {
            let behind = text.get(word.len()..).and_then(|rest| rest.chars().next());
            text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
                && behind.is_none_or(|c| !c.is_alphanumeric())
        })?;
        // The point of "n.d." belongs to it.
        Some(word.len() + usize::from(word.contains('.') && text[word.len()..].starts_with('.')))
    };
    let dated = |end, forthcoming| Dated { edtf: None, letter: None, forthcoming, end };
    end(&UNDATED).map(|end| dated(end, false)).or_else(|| end(&FORTHCOMING).map(|end| dated(end, true)))
}

/// A month and a day without their year, as `--08-11`, with where their words end.
pub(crate) fn day_of_year(text: &str) -> Option<((u8, u8), usize)> {
    let mut cursor = Cursor { text, at: 0 };
    if let Some(day) = cursor.number(1, 2) {
        cursor.skip(" .");
        let month = cursor.month()?;
        return valid(2000, month, day).then_some(((month, day as u8), cursor.at));
    }
    let month = cursor.month()?;
    cursor.skip(" .");
    let day = cursor.number(1, 2)?;
    valid(2000, month, day).then_some(((month, day as u8), cursor.at))
}

/// Every year that stands by itself in a text, with its place.
pub(crate) fn years(text: &str) -> impl Iterator<Item = (Range<usize>, i32)> {
    let digits = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    digits.filter_map(|at| {
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let year = text.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let mut behind = text[at + 4..].chars();
        let (next, after) = (behind.next(), behind.next());
        let letter = next.is_some_and(|c| c.is_ascii_lowercase()) && !after.is_some_and(char::is_alphanumeric);
        let alone = next.is_none_or(|c| !c.is_alphanumeric()) || letter;
        let year: i32 = year.parse().ok()?;
        (alone && (1000..=2100).contains(&year)).then_some((at..at + 4, year))
    })
}

/// `5 March 2020`, `5. März 2020`, `27/12/2024`.
fn day_first(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.attempt(|cursor| {
        let first = cursor.number(1, 2)?;
        if let Some(mark) = cursor.next().filter(|mark| matches!(mark, '/' | '.'))
            && cursor.text[cursor.at + 1..].starts_with(|c: char| c.is_ascii_digit())
        {
            cursor.at += 1;
            let second = cursor.number(1, 2)?;
            (cursor.next()? == mark).then(|| cursor.at += 1)?;
            return numeric(first, second, cursor.year()?);
        }
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| cursor.eat(ending));
        cursor.skip(" .");
        let _ = ["de ", "of "].iter().any(|word| cursor.eat(word));
        let month = cursor.month()?;
        cursor.skip(" .,");
        let _ = ["de ", "of "].iter().any(|word| cursor.eat(word));
        full(cursor.year()?, month, first)
    })
}

/// A date in numbers of which one says that it is no month; else its year is all that is known for certain.
fn numeric(first: u32, second: u32, year: i32) -> Option<String> {
    match (first, second) {
        (13.., 1..=12) => full(year, second as u8, first),
        (1..=12, 13..) => full(year, first as u8, second),
        (1..=12, 1..=12) if first == second => full(year, first as u8, second),
        (1..=12, 1..=12) => Some(year.to_string()),
        _ => None,
    }
}

/// `March 5, 2020`, `Desember 2013`, `Spring 2020`.
fn month_first(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.attempt(|cursor| {
        let season = cursor.season();
        if let Some(season) = season {
            cursor.skip(" ,");
            return cursor.year().map(|year| format!("{year:04}-{season}"));
        }
        let month = cursor.month()?;
        cursor.skip(" .,");
        if let Some(year) = cursor.year() {
            return Some(format!("{year:04}-{month:02}"));
        }
        let day = cursor.number(1, 2)?;
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| cursor.eat(ending));
        cursor.skip(" ,.");
        full(cursor.year()?, month, day)
    })
}

/// `2020a`, `2020-03-05`, `2020, March 5`, `2019-2020`.
fn year_first(cursor: &mut Cursor<'_>) -> Option<(String, Option<char>)> {
    let year = cursor.year()?;
    let iso = cursor.attempt(|cursor| {
        (cursor.next()? == '-').then(|| cursor.at += 1)?;
        let month = cursor.number(2, 2).filter(|month| (1..=12).contains(month))?;
        let Some('-') = cursor.next() else { return Some(format!("{year:04}-{month:02}")) };
        cursor.at += 1;
        full(year, month as u8, cursor.number(2, 2)?)
    });
    if let Some(iso) = iso {
        return Some((iso, None));
    }
    let until = cursor.attempt(|cursor| {
        cursor.next().filter(|dash| matches!(dash, '-' | '–' | '/')).map(|dash| cursor.at += dash.len_utf8())?;
        let last = cursor.year()?;
        (last > year).then(|| format!("{year:04}/{last:04}"))
    });
    if let Some(until) = until {
        return Some((until, None));
    }
    let letter = cursor.next().filter(char::is_ascii_lowercase);
    cursor.at += usize::from(letter.is_some());
    let finer = cursor.attempt(|cursor| {
        let comma = cursor.eat(", ");
        (comma || cursor.eat(" ")).then_some(())?;
        // Without a comma the month ends what is dated: `2013 Aug;14(3)`, not `2013 March of the ducks`.
        let ends = |rest: &str| comma || !rest.trim_start().starts_with(char::is_alphanumeric);
        if let Some(((month, day), end)) = day_of_year(&cursor.text[cursor.at..]) {
            cursor.at += end;
            return full(year, month, u32::from(day)).filter(|_| ends(&cursor.text[cursor.at..]));
        }
        let month = cursor.month()?;
        ends(&cursor.text[cursor.at..]).then_some(())?;
        Some(format!("{year:04}-{month:02}"))
    });
    Some((finer.unwrap_or_else(|| format!("{year:04}")), letter))
}

fn full(year: i32, month: u8, day: u32) -> Option<String> {
    valid(year, month, day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn valid(year: i32, month: u8, day: u32) -> bool {
    u8::try_from(day).is_ok_and(|day| Day::new(i64::from(year), month, day).is_some())
}

/// A text being read from its start.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    /// Reads on, unless that comes to nothing.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let read = read(self);
        if read.is_none() {
            self.at = start;
        }
        read
    }

    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, word: &str) -> bool {
        let there = self.text.get(self.at..self.at + word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        self.at += if there { word.len() } else { 0 };
        there
    }

    fn skip(&mut self, marks: &str) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(|c| marks.contains(c)).len();
    }

    /// A number of so many digits.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number = rest[..length].parse().ok().filter(|_| (least..=most).contains(&length));
        self.at += number.map_or(0, |_| length);
        number
    }

    fn year(&mut self) -> Option<i32> {
        self.attempt(|cursor| {
            let year = cursor.number(4, 4)?;
            (1000..=2100).contains(&year).then_some(year as i32)
        })
    }

    fn word(&mut self) -> &str {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn month(&mut self) -> Option<u8> {
        self.attempt(|cursor| month_named(cursor.word()))
    }

    fn season(&mut self) -> Option<u8> {
        self.attempt(|cursor| match cursor.word().to_lowercase().as_str() {
            "spring" => Some(21),
            "summer" => Some(22),
            "autumn" | "fall" => Some(23),
            "winter" => Some(24),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(text: &str) -> Option<(String, &str)> {
        let dated = leading(text)?;
        Some((dated.edtf.unwrap_or_default(), &text[dated.end..]))
    }

    #[test]
    fn dates_are_read_in_the_order_of_any_style() {
        for (text, read, rest) in [
            ("2020", "2020", ""),
            ("2020a). On", "2020", "). On"),
            ("2020, March 5). On", "2020-03-05", "). On"),
            ("2020, 5 Maret. Di", "2020-03-05", ". Di"),
            ("2020. March of", "2020", ". March of"),
            ("March 5th, 2020", "2020-03-05", ""),
            ("27 Januari 2024 dari", "2024-01-27", " dari"),
            ("Januari 27, 2024.", "2024-01-27", "."),
            ("Desember 2013. X", "2013-12", ". X"),
            ("Mar. 2020", "2020-03", ""),
            ("2024-01-27.", "2024-01-27", "."),
            ("27/12/2024", "2024-12-27", ""),
            ("3/4/2024", "2024", ""),
            ("2019–2020", "2019/2020", ""),
            ("Spring 2020.", "2020-21", "."),
            ("c. 1950.", "1950~", "."),
            ("n.d. Title", "", " Title"),
            ("t.t. Judul", "", " Judul"),
        ] {
            assert_eq!(edtf(text), Some((read.to_owned(), rest)), "{text}");
        }
        for text in ["20201", "31 February 2020", "maybe 2020", "", "3 million"] {
            assert_eq!(edtf(text), None, "{text}");
        }
        assert_eq!(leading("2020b").and_then(|dated| dated.letter), Some('b'));
        assert!(leading("forthcoming.").is_some_and(|dated| dated.forthcoming));
    }

    #[test]
    fn a_day_may_stand_apart_from_its_year() {
        assert_eq!(day_of_year("Agustus 11. Accessed"), Some(((8, 11), 10)));
        assert_eq!(day_of_year("11 Agustus."), Some(((8, 11), 10)));
        assert_eq!(day_of_year("Agustus 41"), None);
    }

    #[test]
    fn years_stand_by_themselves() {
        let found: Vec<i32> = years("12020, 2020a; (1999) 978-2012, x2011 2010th 0999").map(|(_, year)| year).collect();
        assert_eq!(found, [2020, 1999, 2012]);
    }
}
