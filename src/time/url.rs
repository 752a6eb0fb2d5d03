//! The date that stands in a URL, if one does.
//!
//! News sites file their pages by day: `/2024/06/20/`, `/2024/jun/20/`, `20240620123456-20-1112233`. Such a date hints
//! at when the page was published, in the zone of its site. More often the digits in a URL are no date: identifiers,
//! sizes, the numbers of laws, the year of an election. Where it is not clear that they are one, nothing is found.
//!
//! The patterns are tried in an order, each over the whole path, and the first that fits the calendar is taken: a stamp
//! of fourteen digits; year, month and day; the same with the month's name; day, month and year; eight digits; a month
//! with its name; `/2024/06/`; `?date=`; and last `/2024/` alone. A day that the month does not have leaves the month,
//! a month that the year does not have leaves the year. Addresses in an archive are read for the page that they keep,
//! not for the day on which it was kept. DOIs and the pages of Wikipedia have no date; arXiv's numbers have a month.

use std::ops::Range;

use super::When;
use super::day::days_in_month;
use super::months::month_named;

/// The years that a page on the web can be of.
const YEARS: Range<i64> = 1990..2100;

/// A date found in a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlDate {
    /// A day, a month or a year.
    pub when: When,
    /// The bytes of the URL that say so, such as `2024/06/20`.
    pub at: Range<usize>,
    /// What place it has in the URL.
    pub trust: Trust,
}

/// How good a date of publication a date in a URL is, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// A year alone, as in `/2024/`: often a section of the site or an event of that year.
    Section,
    /// The folder of an uploaded file, which may be older or newer than the page that shows it.
    Upload,
    /// Among the words of a title, as in `juni-2024`: it may be the date of what the page is about.
    Words,
    /// Eight digits, `20240620`, which may be a number of another kind.
    Digits,
    /// A parameter, `?date=2024-06-20`.
    Parameter,
    /// The folders of the path, as in `/2024/06/20/`, or the same with hyphens.
    Path,
    /// A stamp to the second.
    Stamp,
    /// The number that arXiv gives to a first version.
    Preprint,
}

/// The date in a URL, with or without a scheme, or in the path of one.
pub fn date_in_url(url: &str) -> Option<UrlDate> {
    let address = Address::decode(url);
    let inner = address.inner(0..address.text.len());
    let (host, path, query) = address.parts(inner);
    if !dated_host(&address.text[host.clone()]) {
        return None;
    }
    let words = address.words(path.clone());
    let place = Place { text: &address.text, path, words: &words };
    let found = if address.text[host].ends_with(b"arxiv.org") {
        place.arxiv_number()
    } else if place.has_doi() {
        None
    } else {
        place.find().or_else(|| parameter(&address.text, query)).or_else(|| place.year_folder())
    }?;
    let trust = if place.is_upload(&found.at) { found.trust.min(Trust::Upload) } else { found.trust };
    let at = address.sources[found.at.start]..address.sources[found.at.end];
    Some(UrlDate { at, trust, ..found })
}

/// A URL with its escapes decoded and in lower case, and where in the URL each byte stands.
struct Address {
    text: Vec<u8>,
    /// One more than there are bytes: the last is the end.
    sources: Vec<usize>,
}

impl Address {
    fn decode(url: &str) -> Address {
        let bytes = url.as_bytes();
        let (mut text, mut sources) = (Vec::with_capacity(bytes.len()), Vec::with_capacity(bytes.len() + 1));
        let mut at = 0;
        while at < bytes.len() {
            let escaped = url.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
            let decoded = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            text.push(decoded.unwrap_or(bytes[at]).to_ascii_lowercase());
            sources.push(at);
            at += if decoded.is_some() { 3 } else { 1 };
        }
        sources.push(bytes.len());
        Address { text, sources }
    }

    /// The page itself, inside the archives and redirections around it.
    fn inner(&self, whole: Range<usize>) -> Range<usize> {
        const ARCHIVES: [&[u8]; 8] = [
            b"web.archive.org",
            b"archive.ph",
            b"archive.today",
            b"archive.is",
            b"archive.md",
            b"archive.li",
            b"archive.fo",
            b"archive.vn",
        ];
        let (host, path, query) = self.parts(whole.clone());
        let text = &self.text;
        if let Some(scheme) = last_scheme(&text[path.clone()]) {
            return self.inner(path.start + scheme..whole.end);
        }
        let redirects = [&b"l.facebook.com"[..], b"lm.facebook.com", b"www.google.com", b"out.reddit.com"];
        if redirects.contains(&&text[host.clone()])
            && let Some(scheme) = last_scheme(&text[query.clone()])
        {
            let start = query.start + scheme;
            let length = text[start..query.end].iter().position(|byte| *byte == b'&');
            return self.inner(start..length.map_or(query.end, |length| start + length));
        }
        if ARCHIVES.contains(&&text[host.clone()]) {
            // `/web/20240620123456id_/example.com/…`
            let begins_stamp = |at: &usize| text[*at] == b'/' && text.get(at + 1).is_some_and(u8::is_ascii_digit);
            let stamp = path.clone().find(begins_stamp).map_or(path.end, |slash| slash + 1);
            let length = text[stamp..path.end].iter().position(|byte| *byte == b'/');
            return length.map_or(whole.end, |length| stamp + length + 1)..whole.end;
        }
        whole
    }

    /// Host, path and query.
    fn parts(&self, whole: Range<usize>) -> (Range<usize>, Range<usize>, Range<usize>) {
        let text = &self.text[whole.clone()];
        let fragment = text.iter().position(|byte| *byte == b'#').unwrap_or(text.len());
        let query = text[..fragment].iter().position(|byte| *byte == b'?').unwrap_or(fragment);
        let scheme = text[..query].windows(3).position(|three| three == b"://").map_or(0, |colon| colon + 3);
        let host = text[scheme..query].iter().position(|byte| *byte == b'/').map_or(query, |slash| scheme + slash);
        let range = |part: Range<usize>| whole.start + part.start..whole.start + part.end;
        (range(scheme..host), range(host..query), range((query + 1).min(fragment)..fragment))
    }

    fn words(&self, path: Range<usize>) -> Vec<Word> {
        let mut words = Vec::new();
        let mut at = path.start;
        while at < path.end {
            let length = self.text[at..path.end].iter().take_while(|byte| is_word_byte(**byte)).count();
            if length > 0 {
                words.push(Word::new(&self.text, at..at + length));
            }
            at += length + 1;
        }
        words
    }
}

/// Where the last `http://` or `https://` begins.
fn last_scheme(text: &[u8]) -> Option<usize> {
    let begins = |at: &usize| text[*at..].starts_with(b"http://") || text[*at..].starts_with(b"https://");
    (0..text.len()).rev().find(begins)
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// DOIs and encyclopedias carry the numbers of their subjects.
fn dated_host(host: &[u8]) -> bool {
    let undated = ["doi.org", "wikipedia.org", "wikimedia.org", "wikidata.org", "wiktionary.org", "wikisource.org"];
    !undated.iter().any(|name| host.ends_with(name.as_bytes()))
}

/// A run of letters and digits in the path.
struct Word {
    at: Range<usize>,
    kind: Kind,
}

enum Kind {
    /// Digits only: their value and how many they are. Longer numbers than a stamp have the value 0.
    Number(i64, usize),
    /// The name of a month.
    Month(u8),
    /// Anything else, `cj5q4ejz9evo` among it.
    Other,
}

impl Word {
    fn new(text: &[u8], at: Range<usize>) -> Word {
        let bytes = &text[at.clone()];
        let kind = if bytes.iter().all(u8::is_ascii_digit) {
            let value =
                bytes.iter().fold(0_i64, |value, digit| value.wrapping_mul(10).wrapping_add(i64::from(digit - b'0')));
            Kind::Number(if bytes.len() > 14 { 0 } else { value }, bytes.len())
        } else {
            str::from_utf8(bytes).ok().and_then(month_named).map_or(Kind::Other, Kind::Month)
        };
        Word { at, kind }
    }

    /// The value of a number of so many digits.
    fn number(&self, digits: usize) -> Option<i64> {
        match self.kind {
            Kind::Number(value, length) if length == digits => Some(value),
            _ => None,
        }
    }

    fn year(&self) -> Option<i64> {
        self.number(4).filter(|year| YEARS.contains(year))
    }

    /// A day or month in one or two digits; whether the calendar has it is another question.
    fn short_number(&self) -> Option<i64> {
        self.number(2).or_else(|| self.number(1))
    }

    fn month_name(&self) -> Option<i64> {
        match self.kind {
            Kind::Month(month) => Some(month.into()),
            _ => None,
        }
    }
}

/// A path with its words.
struct Place<'a> {
    text: &'a [u8],
    path: Range<usize>,
    words: &'a [Word],
}

impl Place<'_> {
    fn find(&self) -> Option<UrlDate> {
        let patterns: [fn(&Self, usize) -> Option<UrlDate>; 7] = [
            Self::stamp,
            Self::year_month_day,
            Self::named_day,
            Self::day_month_year,
            Self::eight_digits,
            Self::named_month,
            Self::month_folder,
        ];
        patterns.iter().find_map(|pattern| {
            let mut found = (0..self.words.len()).filter_map(|first| pattern(self, first));
            let date = found.next()?;
            // "between-february-2019-and-august-2020" tells what the page is about.
            let is_topic = date.trust == Trust::Words && found.any(|other| other.when != date.when);
            (!is_topic).then_some(date)
        })
    }

    /// `20240620123456`
    fn stamp(&self, first: usize) -> Option<UrlDate> {
        let word = &self.words[first];
        let stamp = word.number(14)?;
        let (hour, minute, second) = (stamp / 10_000 % 100, stamp / 100 % 100, stamp % 100);
        let date = stamp / 1_000_000;
        let when = day(date / 10_000, date / 100 % 100, date % 100)?;
        let is_time = hour < 24 && minute < 60 && second < 60;
        is_time.then(|| UrlDate { when, at: word.at.clone(), trust: Trust::Stamp })
    }

    /// `/2024/06/20/`, `/2024/6/9/`, `2024-06-20`, `2024_06_20`
    fn year_month_day(&self, first: usize) -> Option<UrlDate> {
        let ([a, b, c], separator) = self.three(first, b"/-_")?;
        let (year, month, of_month) = if separator != b'/' {
            (a.year()?, b.number(2)?, c.number(2)?)
        } else if self.opens_folder(a) && self.closes_folder(c) {
            // Some sites leave out the zeros: `/2024/6/9/`.
            (a.year()?, b.short_number()?, c.short_number()?)
        } else {
            return None;
        };
        if let Some(when) = day(year, month, of_month) {
            return Some(UrlDate { when, at: a.at.start..c.at.end, trust: Trust::Path });
        }
        // Folders are left to the patterns for months and years.
        let when = if separator == b'/' { None } else { month_of(year, month) }?;
        Some(UrlDate { when, at: a.at.start..b.at.end, trust: Trust::Path })
    }

    /// `/2024/jun/20/`, `20-juni-2024`, `june-20-2024`
    fn named_day(&self, first: usize) -> Option<UrlDate> {
        let ([a, b, c], separator) = self.three(first, b"/-_ +")?;
        let when = match (a.year(), c.year()) {
            (Some(year), _) => day(year, b.month_name()?, c.short_number()?),
            // "covid-19-maret-2020" is of March 2020.
            (_, Some(_)) if b.month_name().is_some() && self.follows_word(a, &[b"covid"]) => None,
            (_, Some(year)) => match (a.month_name(), b.month_name()) {
                (None, Some(month)) => day(year, month, a.short_number()?),
                (Some(month), _) => day(year, month, b.short_number()?),
                (None, None) => None,
            },
            (None, None) => None,
        }?;
        if separator == b'/' && !(self.opens_folder(a) && self.closes_folder(c)) {
            return None;
        }
        Some(UrlDate { when, at: a.at.start..c.at.end, trust: trust_between(separator) })
    }

    /// `20-06-2024` and `06-20-2024`; of `06-07-2024` only the year is sure.
    fn day_month_year(&self, first: usize) -> Option<UrlDate> {
        let ([a, b, c], separator) = self.three(first, b"/-_.")?;
        let (one, other, year) = (a.number(2)?, b.number(2)?, c.year()?);
        let at = a.at.start..c.at.end;
        let trust = trust_between(separator);
        match (day(year, other, one), day(year, one, other)) {
            (Some(day_first), Some(month_first)) if day_first != month_first => {
                Some(UrlDate { when: When::of_year(year), at, trust: Trust::Section })
            }
            (Some(when), _) | (None, Some(when)) => Some(UrlDate { when, at, trust }),
            (None, None) => None,
        }
    }

    /// `20240620`, unless it follows a word that makes it a number of something.
    fn eight_digits(&self, first: usize) -> Option<UrlDate> {
        const NUMBERED: [&[u8]; 16] = [
            b"id",
            b"ids",
            b"sku",
            b"product",
            b"products",
            b"produk",
            b"item",
            b"items",
            b"pid",
            b"asin",
            b"isbn",
            b"issn",
            b"no",
            b"nomor",
            b"p",
            b"d",
        ];
        let word = &self.words[first];
        let date = word.number(8)?;
        // Volume and issue before the number of an article: `/content/10/81/20240620`.
        let is_short = |back: usize| {
            first.checked_sub(back).is_some_and(|at| matches!(self.words[at].kind, Kind::Number(_, 1..=3)))
        };
        if self.follows_word(word, &NUMBERED) || is_short(1) && is_short(2) {
            return None;
        }
        let when = day(date / 10_000, date / 100 % 100, date % 100)?;
        Some(UrlDate { when, at: word.at.clone(), trust: Trust::Digits })
    }

    /// `juni-2024`, `/2024/juni/`
    fn named_month(&self, first: usize) -> Option<UrlDate> {
        let ([a, b], separator) = self.two(first, b"/-_ +")?;
        let (year, month) = match (a.month_name(), b.month_name()) {
            (Some(month), _) => (b.year()?, month),
            // In "2024-may-be" and "2024-mar-a-lago" a word goes on, not a date.
            (None, Some(month)) if self.closes_folder(b) => (a.year()?, month),
            _ => return None,
        };
        let when = month_of(year, month)?;
        Some(UrlDate { when, at: a.at.start..b.at.end, trust: trust_between(separator) })
    }

    /// `/2024/06/`
    fn month_folder(&self, first: usize) -> Option<UrlDate> {
        let ([a, b], _) = self.two(first, b"/")?;
        let is_folder = self.opens_folder(a) && matches!(self.text.get(b.at.end..self.path.end), Some([] | [b'/', ..]));
        let when = month_of(a.year()?, b.number(2).filter(|_| is_folder)?)?;
        Some(UrlDate { when, at: a.at.start..b.at.end, trust: Trust::Path })
    }

    /// `/2024/`
    fn year_folder(&self) -> Option<UrlDate> {
        let is_folder = |word: &&Word| {
            self.opens_folder(word) && matches!(self.text.get(word.at.end..self.path.end), Some([] | [b'/', ..]))
        };
        let (word, year) = self.words.iter().filter(is_folder).find_map(|word| Some((word, word.year()?)))?;
        Some(UrlDate { when: When::of_year(year), at: word.at.clone(), trust: Trust::Section })
    }

    /// `/abs/2406.01234v2` is of June 2024.
    fn arxiv_number(&self) -> Option<UrlDate> {
        self.words.windows(2).find_map(|pair| {
            let number = pair[0].number(4).filter(|_| self.text[pair[0].at.end] == b'.')?;
            let is_number = self.text[pair[1].at.clone()].iter().take_while(|byte| byte.is_ascii_digit()).count() >= 4;
            let when = month_of(2000 + number / 100, number % 100).filter(|_| is_number)?;
            Some(UrlDate { when, at: pair[0].at.clone(), trust: Trust::Preprint })
        })
    }

    /// A folder `10.1000/…`, or a path that begins with one.
    fn has_doi(&self) -> bool {
        let begins = |part: &[u8]| {
            part.starts_with(b"10.") && part.get(3..7).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
        };
        self.text[..self.path.end].split(|byte| matches!(byte, b'/' | b':')).any(begins)
    }

    /// Does the date say when a file was uploaded, or belong to a picture? What stands in a document's own name is the
    /// document's.
    fn is_upload(&self, date: &Range<usize>) -> bool {
        const FOLDERS: [&[u8]; 10] = [
            b"uploads",
            b"upload",
            b"wp-content",
            b"files",
            b"media",
            b"images",
            b"image",
            b"img",
            b"thumbnail",
            b"thumbnails",
        ];
        const PICTURES: [&[u8]; 6] = [b".jpg", b".jpeg", b".png", b".gif", b".webp", b".svg"];
        let path = &self.text[self.path.clone()];
        let in_a_folder = self.text.get(date.end..self.path.end).is_some_and(|rest| rest.contains(&b'/'));
        // `ferry.files.wordpress.com/2013/04/chapter.pdf`
        let mut parts =
            path.split(|byte| *byte == b'/').chain(self.text[..self.path.start].split(|byte| b"/.".contains(byte)));
        in_a_folder && parts.any(|part| FOLDERS.contains(&part)) || PICTURES.iter().any(|ending| path.ends_with(ending))
    }

    fn two(&self, first: usize, separators: &[u8]) -> Option<([&Word; 2], u8)> {
        let [a, b] = self.words.get(first..first + 2)? else { return None };
        Some(([a, b], self.separator(a, b).filter(|found| separators.contains(found))?))
    }

    /// Three words with one and the same separator.
    fn three(&self, first: usize, separators: &[u8]) -> Option<([&Word; 3], u8)> {
        let ([a, b], separator) = self.two(first, separators)?;
        let c = self.words.get(first + 2)?;
        (self.separator(b, c) == Some(separator)).then_some(([a, b, c], separator))
    }

    /// The one byte between two words.
    fn separator(&self, a: &Word, b: &Word) -> Option<u8> {
        (a.at.end + 1 == b.at.start).then(|| self.text[a.at.end])
    }

    fn opens_folder(&self, word: &Word) -> bool {
        word.at.start == self.path.start || self.text[word.at.start - 1] == b'/'
    }

    /// In `/2017/04/10-things` the third number does not: it counts things.
    fn closes_folder(&self, word: &Word) -> bool {
        matches!(self.text.get(word.at.end..self.path.end), Some([] | [b'/' | b'.', ..]))
    }

    fn follows_word(&self, word: &Word, words: &[&[u8]]) -> bool {
        let before = self.words.iter().rfind(|before| before.at.end < word.at.start);
        before.is_some_and(|before| words.contains(&&self.text[before.at.clone()]))
    }
}

fn trust_between(separator: u8) -> Trust {
    if separator == b'/' { Trust::Path } else { Trust::Words }
}

/// `?date=2024-06-20`, with any separator and a time of day after it.
fn parameter(text: &[u8], query: Range<usize>) -> Option<UrlDate> {
    const NAMES: [&[u8]; 9] = [
        b"date",
        b"tanggal",
        b"tgl",
        b"published",
        b"pubdate",
        b"publish_date",
        b"published_at",
        b"publishdate",
        b"pub_date",
    ];
    let mut start = query.start;
    for pair in text[query].split(|byte| *byte == b'&') {
        let value = NAMES.iter().find_map(|name| pair.strip_prefix(*name)?.strip_prefix(b"="));
        if let Some(value) = value
            && let Some((when, length)) = parameter_value(value)
        {
            let first = start + pair.len() - value.len();
            return Some(UrlDate { when, at: first..first + length, trust: Trust::Parameter });
        }
        start += pair.len() + 1;
    }
    None
}

/// The date at the start of a parameter's value, and its length.
fn parameter_value(value: &[u8]) -> Option<(When, usize)> {
    let ends = |length: usize| value.get(length).is_none_or(|byte| !byte.is_ascii_digit());
    let number = |at: Range<usize>| -> Option<i64> {
        let digits = value.get(at).filter(|digits| digits.iter().all(u8::is_ascii_digit))?;
        str::from_utf8(digits).ok()?.parse().ok()
    };
    let separator = |at: usize| value.get(at).filter(|byte| matches!(byte, b'-' | b'/' | b'_' | b'.'));
    let Some(between) = separator(4) else {
        let when = day(number(0..4)?, number(4..6)?, number(6..8)?)?;
        return ends(8).then_some((when, 8));
    };
    if separator(7) == Some(between) {
        let when = day(number(0..4)?, number(5..7)?, number(8..10)?)?;
        return ends(10).then_some((when, 10));
    }
    let when = month_of(number(0..4)?, number(5..7)?)?;
    (value.len() == 7).then_some((when, 7))
}

fn day(year: i64, month: i64, of_month: i64) -> Option<When> {
    let in_calendar = YEARS.contains(&year)
        && (1..=12).contains(&month)
        && (1..=i64::from(days_in_month(year, month as u8))).contains(&of_month);
    if in_calendar { When::of_day(year, month as u8, of_month as u8) } else { None }
}

fn month_of(year: i64, month: i64) -> Option<When> {
    let in_calendar = YEARS.contains(&year) && (1..=12).contains(&month);
    in_calendar.then(|| When::parse(&format!("{year}-{month:02}")).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The date, the part of the URL that says so, and its place.
    fn found(url: &str) -> Option<(String, &str, Trust)> {
        date_in_url(url).map(|date| (date.when.to_string(), &url[date.at], date.trust))
    }

    #[track_caller]
    fn finds(url: &str, date: &str, part: &str, trust: Trust) {
        assert_eq!(found(url), Some((date.to_string(), part, trust)), "{url}");
    }

    #[test]
    fn days_are_found_in_folders_stamps_and_words() {
        for (url, day, part, trust) in [
            ("https://www.example.com/read/2024/06/20/162700270/20-points", "2024-06-20", "2024/06/20", Trust::Path),
            ("https://example.com/news/2024/6/9/title", "2024-06-09", "2024/6/9", Trust::Path),
            ("https://example.com/2024/06/20/", "2024-06-20", "2024/06/20", Trust::Path),
            ("https://example.com/2024/06/20", "2024-06-20", "2024/06/20", Trust::Path),
            ("/2024/06/20/", "2024-06-20", "2024/06/20", Trust::Path),
            ("example.com/2024/06/20.html", "2024-06-20", "2024/06/20", Trust::Path),
            ("https://example.com/news-2024-06-20-title", "2024-06-20", "2024-06-20", Trust::Path),
            ("https://example.com/a/2024_06_20_title", "2024-06-20", "2024_06_20", Trust::Path),
            ("https://example.com/world/2024/jun/19/title", "2024-06-19", "2024/jun/19", Trust::Path),
            ("https://example.com/19-Juni-2024", "2024-06-19", "19-Juni-2024", Trust::Words),
            ("https://example.com/19%20Juni%202024", "2024-06-19", "19%20Juni%202024", Trust::Words),
            ("https://example.com/june-19-2024-title", "2024-06-19", "june-19-2024", Trust::Words),
            ("https://example.com/6-NOPEMBER-2019", "2019-11-06", "6-NOPEMBER-2019", Trust::Words),
            ("https://example.com/21-06-2024-title", "2024-06-21", "21-06-2024", Trust::Words),
            ("https://example.com/06-21-2024-title", "2024-06-21", "06-21-2024", Trust::Words),
            ("https://example.com/20241031050407-4-584408/title", "2024-10-31", "20241031050407", Trust::Stamp),
            ("https://example.com/20240620123456-20-1112233/a", "2024-06-20", "20240620123456", Trust::Stamp),
            ("https://example.com/article/20240620-title", "2024-06-20", "20240620", Trust::Digits),
            ("https://example.com/a%2F2024%2F06%2F20%2Fb", "2024-06-20", "2024%2F06%2F20", Trust::Path),
            ("https://example.com/list?page=2&date=2024-06-20", "2024-06-20", "2024-06-20", Trust::Parameter),
            ("https://example.com/list?tanggal=2024%2F06%2F20#top", "2024-06-20", "2024%2F06%2F20", Trust::Parameter),
            ("https://example.com/list?date=20240620", "2024-06-20", "20240620", Trust::Parameter),
            ("https://example.com/list?date=2024-06-20T10:00", "2024-06-20", "2024-06-20", Trust::Parameter),
        ] {
            finds(url, day, part, trust);
        }
    }

    #[test]
    fn months_and_years_are_found_with_the_trust_they_deserve() {
        for (url, date, part, trust) in [
            ("https://example.com/2024/06/", "2024-06", "2024/06", Trust::Path),
            ("https://example.com/2024/06/title", "2024-06", "2024/06", Trust::Path),
            ("https://example.com/2024/06", "2024-06", "2024/06", Trust::Path),
            ("https://example.com/edisi/Juni-2024", "2024-06", "Juni-2024", Trust::Words),
            ("https://example.com/june-2024-review", "2024-06", "june-2024", Trust::Words),
            ("https://example.com/2024/juni/title", "2024-06", "2024/juni", Trust::Path),
            ("https://example.com/2024/", "2024", "2024", Trust::Section),
            ("https://example.com/06-07-2024-title", "2024", "06-07-2024", Trust::Section),
            ("https://example.com/wp-content/uploads/2020/09/report.pdf", "2020-09", "2020/09", Trust::Upload),
            ("https://ferry.files.wordpress.com/2013/04/chapter.pdf", "2013-04", "2013/04", Trust::Upload),
            ("https://example.com/files/Isu%20Sepekan---III-Juni-2024-238.pdf", "2024-06", "Juni-2024", Trust::Words),
            ("https://example.com/photo/2024/06/20/a.jpg", "2024-06-20", "2024/06/20", Trust::Upload),
            ("https://arxiv.org/abs/2406.01234v2", "2024-06", "2406", Trust::Preprint),
            ("https://example.com/list?date=2024-06", "2024-06", "2024-06", Trust::Parameter),
        ] {
            finds(url, date, part, trust);
        }
    }

    #[test]
    fn impossible_parts_leave_the_possible_ones() {
        finds("https://example.com/2024/06/31/title", "2024-06", "2024/06", Trust::Path);
        finds("https://example.com/2023/02/29/", "2023-02", "2023/02", Trust::Path);
        finds("https://example.com/2024/13/01/", "2024", "2024", Trust::Section);
        finds("https://example.com/2024-06-31-title", "2024-06", "2024-06", Trust::Path);
    }

    #[test]
    fn a_number_of_things_is_no_day() {
        finds("https://example.com/2017/04/5-coisas-que", "2017-04", "2017/04", Trust::Path);
        finds("https://example.com/2017/04/10-coisas-que", "2017-04", "2017/04", Trust::Path);
        finds("https://example.com/2018/05/180515105704.htm", "2018-05", "2018/05", Trust::Path);
        finds("https://example.com/covid-19-maret-2020", "2020-03", "maret-2020", Trust::Words);
    }

    #[test]
    fn what_only_looks_like_a_date_stays_silent() {
        for url in [
            "https://example.com/58201224-219",
            "https://example.com/advisories/mfsa2024-17/",
            "https://news.example.com/berita/d-7395104/title",
            "https://example.com/read/1881234/title",
            "https://example.com/boeing-737-2018",
            "https://example.com/photo-1920x1080",
            "https://example.com/covid-19-2020",
            "https://example.com/uu-no-11-tahun-2020",
            "https://example.com/pemilu-2024/",
            "https://doi.org/10.1000/2024.06.20",
            "https://doi.org/10.1080/2024/06/20",
            "https://publisher.example.com/doi/10.1177/20240620",
            "https://en.wikipedia.org/wiki/2024/06/20",
            "https://id.wikipedia.org/wiki/20_Juni_2024",
            "https://example.com/item/1718841600",
            "https://example.com/news/62270506bb44864c100b4d42",
            "https://example.com/world-60554780",
            "https://example.com/cj5q4ejz9evo",
            "https://example.com/product/20240620",
            "https://journal.example.com/content/10/81/20240620",
            "https://example.com/list?id=20240620",
            "https://example.com/list?page=2024-06-20",
            "https://example.com/2024-may-be-late",
            "https://example.com/2024-mar-a-lago",
            "https://example.com/timeline-between-february-2019-and-august-2020",
            "https://example.com/17-agustus-1945",
            "https://example.com/99999999999999",
            "https://example.com/20241331050407",
            "https://20240620.example.com/",
            "https://example.com/#2024/06/20",
            "https://example.com/?date=2024-+6",
            "https://example.com/",
            "",
            "%",
            "https://",
        ] {
            assert_eq!(found(url), None, "{url}");
        }
    }

    #[test]
    fn an_archived_page_has_its_own_date_and_not_the_archives() {
        let page = "https://web.archive.org/web/20240701123456/https://example.com/2024/06/20/title";
        finds(page, "2024-06-20", "2024/06/20", Trust::Path);
        finds(
            "https://web.archive.org/web/20240701123456id_/example.com/2024/06/20/",
            "2024-06-20",
            "2024/06/20",
            Trust::Path,
        );
        for silent in [
            "https://web.archive.org/web/20240701123456/https://example.com/title",
            "https://web.archive.org/web/20240701123456/example.com/title",
            "https://web.archive.org/web/20240701123456",
            "https://archive.ph/20240701123456/https://example.com/title",
            "https://web.archive.org/web/20240701123456/https://doi.org/10.1000/2024/06/20",
        ] {
            assert_eq!(found(silent), None, "{silent}");
        }
        let redirected = "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2F2024%2F06%2F20%2F&sa=D";
        finds(redirected, "2024-06-20", "2024%2F06%2F20", Trust::Path);
    }

    #[test]
    fn another_address_in_a_parameter_is_another_page() {
        let url = "https://example.com/2024/06/20/a?ref=https://other.example.com/2020/01/01/";
        finds(url, "2024-06-20", "2024/06/20", Trust::Path);
    }

    proptest! {
        #![proptest_config(crate::cases(8))]

        #[test]
        fn any_string_is_searched_and_the_place_is_in_it(url in prop_oneof![
            any::<String>(),
            "(https?://)?(web.archive.org/web/|www.google.com/url[?]q=)?[0-9a-z./%é?&=-]{0,40}",
            "/(2024|06|20|juni|-|/|%2F|%|date=|[?]|#|10[.]|é){0,10}",
        ]) {
            if let Some(date) = date_in_url(&url) {
                prop_assert!(url.get(date.at).is_some_and(|part| part.contains(|c: char| c.is_ascii_digit())));
            }
        }

        #[test]
        fn a_folder_of_a_day_is_found_among_words(
            before in "(/[a-z]{1,8}){0,3}", after in "(/[a-z]{1,6}(-[a-z]{1,6}){0,3})?/?",
            year in 1990_i64..2100, month in 1_u8..=12, of_month in 1_u8..=28,
        ) {
            let folders = format!("{year}/{month:02}/{of_month:02}");
            let url = format!("https://example.com{before}/{folders}{after}");
            let date = date_in_url(&url);
            prop_assert_eq!(date.as_ref().map(|date| &url[date.at.clone()]), Some(&folders[..]));
            prop_assert_eq!(date.map(|date| date.when), When::of_day(year, month, of_month));
        }
    }
}
