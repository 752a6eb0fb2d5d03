//! A string that is nothing but a date, in the words of any language.
//!
//! Here, where nothing but a date can be meant, a year may stand first ("1990, March 3–5", "(2021, 1 de julio)"), a
//! question mark and brackets say that a date is supplied ("[1921?]"), and a day of the week may follow ("1 Oktober
//! 1965, hari Rabu", "11 March 2020, a Wednesday").

use super::reader::Reader;
use super::tokens::Kind;
use super::{Found, Language, Side, What};
use crate::language::{Cue, Unit};
use crate::time::{BadDate, When};

/// The date that the whole of `text` says; a fault where the calendar does not have it. `None` where it says none.
pub fn whole(text: &str) -> Option<Result<When, BadDate>> {
    let bare = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.', ' ']);
    if bare.len() < text.trim().len()
        && let Ok(when) = When::read(bare)
    {
        return Some(Ok(when));
    }
    read(text).or_else(|| year_last(bare).and_then(|text| read(&text)))
}

/// "1990, March 3–5" with its year behind: "March 3–5, 1990".
fn year_last(text: &str) -> Option<String> {
    let (year, rest) = text.split_once(", ")?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    // "2021, 3 May 2020" has two years.
    let has_year = rest.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 2);
    (is_year && !has_year).then(|| format!("{rest}, {year}"))
}

fn read(text: &str) -> Option<Result<When, BadDate>> {
    let reader = Reader::new(text, Language::EVERY, &[]);
    let start = reader.tokens.iter().position(|token| !matches!(token.kind, Kind::Mark('(' | '[')))?;
    let (found, end) = reader.phrase(start)?;
    let tail = end..reader.tokens.len();
    if !tail.clone().all(|at| reader.may_follow(at)) {
        return None;
    }
    let said = tail.rev().find_map(|at| reader.word(at)?.named.weekday);
    let when = match on_its_side(&found)? {
        Ok(when) => when,
        Err(bad) => return Some(Err(bad)),
    };
    let said = said.or(found.weekday.as_ref().map(|said| said.day));
    match found.true_weekday().zip(said).filter(|(fell, said)| fell != said) {
        Some((fell, said)) => {
            let name = |day: chrono::Weekday| crate::time::months::english_weekday(day);
            let what = format!("{} was a {}, not a {}", when.spoken(), name(fell), name(said));
            Some(Err(BadDate { at: found.at, what, help: None, instead: None }))
        }
        None => Some(Ok(when)),
    }
}

/// "since 1950" as `1950/..`, "before 1950" as `[..1950]`.
fn on_its_side(found: &Found) -> Option<Result<When, BadDate>> {
    let when = match &found.what {
        What::Date(when) => when,
        What::Bad(bad) => return Some(Err(bad.clone())),
        What::Relative(_) => return None,
    };
    let date = when.to_string();
    let single = !date.contains(['/', '[', '{']);
    let edtf = match found.side {
        Side::On => return Some(Ok(when.clone())),
        _ if !single => return None,
        Side::Since => format!("{date}/.."),
        Side::Until | Side::By => format!("../{date}"),
        Side::Before => format!("[..{date}]"),
        Side::After => format!("[{date}..]"),
    };
    When::read(&edtf).ok().map(Ok)
}

impl Reader<'_> {
    /// Whether a token says no more of the date before it than on which day of the week it fell.
    fn may_follow(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.named.weekday.is_some())
            || matches!(self.cue(at), Some(Cue::Neutral | Cue::Count(1) | Cue::Unit(Unit::Day)))
            || matches!(self.mark(at), Some(',' | '.' | ')' | ']' | '('))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_words_is_read_whatever_its_order_and_language() {
        for (text, edtf) in [
            ("the 1950s", "195X"),
            ("mid-1950s", "1953~/1956~"),
            ("5 de março de 2020", "2020-03-05"),
            ("the late 19th century", "186X~/1900"),
            ("2024年6月20日", "2024-06-20"),
            ("circa 1920", "1920~"),
            ("c. 1920", "1920~"),
            ("4 Oktober 1965, hari Senin", "1965-10-04"),
            ("(2021, 1 de julio)", "2021-07-01"),
            ("am 11. Januar 1923", "1923-01-11"),
            ("11 March 2020, a Wednesday", "2020-03-11"),
            ("1990, March 3–5", "1990-03-03/1990-03-05"),
            ("1991, September/October", "1991-09/1991-10"),
            ("1992/93", "1992/1993"),
            ("[1921?]", "1921?"),
            ("FY 2019/20", "2019/2020"),
            ("since 24 February 2022", "2022-02-24/.."),
            ("before 1950", "[..1950]"),
        ] {
            let read = whole(text).and_then(Result::ok).map(|when| when.to_string());
            assert_eq!(read.as_deref(), Some(edtf), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_told_and_not_moved() {
        for (text, what) in [
            ("31. Juni 1989", "June 1989 has 30 days, not 31"),
            ("11 March 2020, a Friday", "11 March 2020 was a Wednesday, not a Friday"),
        ] {
            let bad = whole(text).and_then(Result::err).expect(text);
            assert_eq!((bad.what.as_str(), bad.instead), (what, None));
        }
    }

    #[test]
    fn what_says_more_than_a_date_is_none() {
        for text in ["19-Nov-12", "RStudio 2023.06.1", "C. 1920", "2021, 3 May 2020", "May", "in 2020 and later", ""] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
