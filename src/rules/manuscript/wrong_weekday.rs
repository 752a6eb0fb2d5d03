//! A date falls on the day of the week that stands with it.
//!
//! # Why
//! A date and its day of the week are the one thing in a text that checks itself. Where they do not agree one of them
//! is wrong, and it is as often the date.
//!
//! # Example
//! The paper says: "The bridge was opened on Monday, 4 June 1998. The ferry stopped on Monday, 7 May 2001."
//! ```toml fires
//! [dossier]
//! manuscript = "days.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened on Monday" }
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry stopped on Monday" }
//! ```
//!
//! # Instead
//! The paper says: "The bridge was opened on Thursday, 4 June 1998. The ferry stopped on Monday, 7 May 2001."
//! ```toml passes
//! [dossier]
//! manuscript = "right-days.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "opening"
//! at = { phrase = "The bridge was opened on Thursday" }
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry stopped on Monday" }
//! ```
//!
//! # When it stays silent
//! The date leaves its year or its day open. A date before 1923 may be of the Julian calendar, which Greece was the
//! last to give up: it is fine if it fits in either.

use chrono::Weekday;

use crate::archive::Passages;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::Sentence;
use crate::rules::Case;
use crate::text::shown;
use crate::time::Day;
use crate::time::prose::{Found, Said, What};

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "wrong-weekday";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["day of the week against its date", "days of the week against their dates"];

/// The first year of which no land's dates are Julian.
const GREGORIAN: i64 = 1923;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    for (number, sentence) in manuscript.text.sentences.iter().enumerate() {
        for date in sentence.worth.iter().flat_map(|worth| &worth.dates) {
            let Some(said) = &date.weekday else { continue };
            let at = manuscript.text.part(sentence, said.at.clone());
            match (&date.what, date.true_weekday()) {
                (What::Date(when), Some(weekday)) => {
                    let day = when.hard().single_day();
                    if weekday == said.day || day.is_some_and(|day| is_julian(day, said.day)) {
                        verdicts.fine(
                            || claims_of(case, manuscript, number),
                            || "the day of the week is that of the date".to_owned(),
                        );
                    } else {
                        let finding = wrong(manuscript, sentence, date, said, weekday);
                        let finding = finding.value(when.to_string()).value(said.day.to_string());
                        verdicts.find(about_claims_of(case, manuscript, number, finding));
                    }
                }
                _ => verdicts.not_checkable("the date is not one day", at),
            }
        }
    }
}

/// Whether a day has that day of the week in the Julian calendar, at a time when it was in use.
fn is_julian(day: Day, weekday: Weekday) -> bool {
    let (year, month, _) = day.year_month_day();
    // A leap day that one of the two has and the other has not lies between February and March.
    let leaps = if month > 2 { year } else { year - 1 };
    let behind = leaps.div_euclid(100) - leaps.div_euclid(400) - 2;
    year < GREGORIAN && day.plus_days(behind).weekday() == weekday
}

fn wrong(manuscript: &Passages, sentence: &Sentence, date: &Found, said: &Said, weekday: Weekday) -> Finding {
    let words = &manuscript.text.words(sentence);
    let day = match &date.what {
        What::Date(when) => when.spoken(),
        _ => shown(&words[date.at.clone()]),
    };
    let printed = shown(&words[said.at.clone()]);
    let message = format!("{day} was a {}, and the manuscript has `{printed}`", name(weekday));
    Finding::new(RULE, LEVEL, message, manuscript.text.part(sentence, said.at.clone()), "this day of the week")
        .against(manuscript.text.part(sentence, date.at.clone()), format!("{day} was a {}", name(weekday)))
        .help("look the day up in the source: either of the two may be wrong")
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::When;

    #[test]
    fn a_day_of_old_has_the_day_of_the_week_that_people_gave_it() {
        for (edtf, weekday) in [
            ("-0043-03-15", Weekday::Wed),
            ("1066-10-14", Weekday::Sat),
            ("1307-10-13", Weekday::Fri),
            ("1453-05-29", Weekday::Tue),
            ("1666-09-02", Weekday::Sun),
            ("1700-02-28", Weekday::Wed),
            ("1700-03-01", Weekday::Fri),
            ("1825-12-14", Weekday::Mon),
            ("1917-10-25", Weekday::Wed),
            ("1922-12-31", Weekday::Sat),
        ] {
            let day = When::parse(edtf).expect(edtf).hard().single_day().expect(edtf);
            assert!(is_julian(day, weekday), "{edtf}");
            assert!(!is_julian(day, weekday.succ()), "{edtf}");
        }
    }

    #[test]
    fn from_1923_on_no_date_is_julian() {
        let first = When::parse("1923-01-01").expect("EDTF").hard().single_day().expect("a day");
        assert!(!is_julian(first, Weekday::Sun));
    }
}
