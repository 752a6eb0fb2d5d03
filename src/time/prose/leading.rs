//! The date that an entry or a citation begins with, whatever follows. A year needs no word that leads to it here.

use super::atom::{Atom, Plain};
use super::reader::{Before, Reader};
use super::{Language, Opening};
use crate::language::Cue;
use crate::time::When;
use crate::time::months::named;

/// No date is longer, in bytes.
const LONGEST: usize = 64;

/// The date that `text` begins with, and where its words end.
pub fn leading(text: &str) -> Option<(When, usize)> {
    let reader = reader(text)?;
    let (edtf, end) = match reader.range(0, Before::Lead, Opening::Other).filter(|(from, _)| from.tokens.start == 0) {
        Some((from, to)) => (format!("{}/{}", from.ends()?.0, to.ends()?.1), to.tokens.end),
        None => alone(&reader)?,
    };
    When::read(&edtf).ok().map(|when| (when, reader.bytes(0..end).end))
}

/// One date. Of a day whose order is open nothing is sure but the year.
fn alone(reader: &Reader<'_>) -> Option<(String, usize)> {
    let atom = reader.atom(0, Before::Lead).filter(|atom| atom.tokens.start == 0)?;
    let edtf = match atom.date {
        Plain::Either { year, .. } => format!("{year:04}"),
        _ => atom.edtf()?,
    };
    Some((edtf, atom.tokens.end))
}

/// The month and the day, if it is told, that `text` begins with, and where their words end. A year may follow.
pub fn month_and_day(text: &str) -> Option<(u8, Option<u8>, usize)> {
    let reader = reader(text)?;
    let Atom { date, tokens, .. } = reader.atom(0, Before::Lead)?;
    // The dot of "5 Maret. Di" ends a sentence.
    let end = text[..reader.bytes(0..tokens.end).end].trim_end_matches('.').len();
    match date {
        Plain::Day { month, day, .. } => Some((month, Some(day), end)),
        Plain::Month { month: month @ 1..=12, .. } => Some((month, None, end)),
        _ => None,
    }
}

/// A reader of the head of a text, if that may be a date at all.
fn reader(text: &str) -> Option<Reader<'_>> {
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let first = head.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let figures = head.starts_with(|c: char| c.is_ascii_digit());
    let may_be = |word: &str| named(word).is_some_and(|named| named.month.is_some()) || opens(word);
    (figures || !first.is_empty() && may_be(&first.to_lowercase())).then(|| Reader::new(head, Language::EVERY, &[]))
}

/// Whether a word in lower case may open a date that begins with no number and no month.
fn opens(word: &str) -> bool {
    use Cue::{AnnoDomini, Circa, Early, Late, Mid, Quarter, Season, SeasonFollows};
    let cue = Language::EVERY.own.cue(word);
    matches!(cue, Some(Circa | Early | Mid | Late | Season(_) | SeasonFollows | Quarter | AnnoDomini))
        || super::atom::is_circa(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_order_of_any_style() {
        for (text, edtf, rest) in [
            ("2020). On", "2020", "). On"),
            ("2000. On", "2000", ". On"),
            ("March 5th, 2020", "2020-03-05", ""),
            ("27 Januari 2024 dari", "2024-01-27", " dari"),
            ("5 de março de 2020.", "2020-03-05", "."),
            ("Desember 2013. X", "2013-12", ". X"),
            ("Mar. 2020", "2020-03", ""),
            ("März 2001.", "2001-03", "."),
            ("2024-01-27.", "2024-01-27", "."),
            ("27/12/2024", "2024-12-27", ""),
            ("3/4/2024", "2024", ""),
            ("2019–2020", "2019/2020", ""),
            ("1992/93", "1992/1993", ""),
            ("1960s.", "196X", "."),
            ("Spring 2020.", "2020-21", "."),
            ("c. 1950.", "1950~", "."),
            ("September–October 2019, 3", "2019-09/2019-10", ", 3"),
        ] {
            let read = leading(text).map(|(when, end)| (when.to_string(), &text[end..]));
            assert_eq!(read, Some((edtf.to_owned(), rest)), "{text}");
        }
        for text in ["20201", "31 February 2020", "maybe 2020", "in 2020", "", "3 million", "last year", "Can. 12"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_may_stand_apart_from_its_year() {
        assert_eq!(month_and_day("Agustus 11. Accessed"), Some((8, Some(11), 10)));
        assert_eq!(month_and_day("11 Agustus."), Some((8, Some(11), 10)));
        assert_eq!(month_and_day("Agustus 41"), Some((8, None, 7)));
        assert_eq!(month_and_day("of 2020"), None);
    }
}
