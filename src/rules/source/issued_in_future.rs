//! A source that is cited has appeared.
//!
//! # Why
//! Nobody can have read what is dated after today. The date is mistyped, or the work is announced and has to be marked
//! as forthcoming.
//!
//! # Example
//! ```toml fires
//! [dossier]
//! as-of = "2024-09-30"
//!
//! [[source]]
//! id = "port-news"
//! type = "article-newspaper"
//! issued = "2042-06-20"
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! as-of = "2024-09-30"
//!
//! [[source]]
//! id = "port-news"
//! type = "article-newspaper"
//! issued = "2024-06-20"
//! ```
//!
//! # When it stays silent
//! A source with `status = "forthcoming"`. What is printed (a book, a chapter, a journal, a magazine, anything with an
//! ISBN or ISSN) may carry the year after today's: covers are dated ahead. Tomorrow is today in another time zone, and
//! a year or a month that holds today may lie before it.

use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Date, Record, Source, Status};
use crate::rules::Case;
use crate::rules::dates::{how_surely, well_before};
use crate::time::{Day, End, Stretch, When};

pub(crate) const RULE: &str = "issued-in-future";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["date of issue against today", "dates of issue against today"];

/// Kinds of source that are printed.
const PRINTED: [&str; 6] = ["book", "chapter", "article-journal", "article-magazine", "periodical", "paper-conference"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.sources() {
        let Some(issued) = source.issued else { continue };
        let Some(today) = case.dossier.today else {
            verdicts.not_checkable("the dossier names no day as today", source.id.span);
            continue;
        };
        let when = &case.dossier[issued.when];
        let last = last_date(case, source, today);
        let certainty = how_surely(|days| well_before(last, days(when)));
        let forthcoming = matches!(source.status, Some((Status::Forthcoming, _)));
        let Some(certainty) = certainty.filter(|_| !forthcoming) else {
            let today = || format!("it is dated {}, and today is {}", when.spoken(), today.spoken());
            verdicts.fine(|| [source.id.span], today);
            continue;
        };
        let (name, date, day) = (case.name(id), when.spoken(), today.spoken());
        // The date that a paper bears is often that of an earlier version.
        let (level, than) = match (case.is_drafted(), case.dossier.paper.issued) {
            (true, Some(_)) => (LEVEL.milder(), "the paper itself, which bears the date"),
            _ => (LEVEL, "today,"),
        };
        let message = format!("{name} is dated {date}, after {than} {day}");
        let mut finding = Finding::new(RULE, level, message, issued.span, format!("later than {day}"))
            .help(case.advice(
                "correct the date, or say that it is forthcoming",
                "correct the date, or say that it has not appeared: `status = \"forthcoming\"`",
            ))
            .about("source", case.dossier.id(case.texts, Record::Source(id)))
            .value(when.to_string());
        if let Some(stated) = case.dossier.paper.as_of.or(case.dossier.paper.issued) {
            finding = finding.against(stated.span, "today, for this dossier");
        }
        let fix = forthcoming_status(case, source, issued);
        verdicts.find(finding.fixed_by(fix).as_sure_as(certainty));
    }
}

/// That the source has not appeared, said in its record.
fn forthcoming_status(case: &Case<'_>, source: &Source, issued: Date) -> Option<Fix> {
    let edit = match source.status {
        Some((_, place)) => edit::written(place, "forthcoming"),
        None => edit::with_key(case.texts, issued.span, "status", "\"forthcoming\"")?,
    };
    Some(Fix::judged("if it has not appeared, write `status = \"forthcoming\"`", vec![edit]))
}

/// What a source may be dated at the latest: today, or for what is printed the next year.
fn last_date(case: &Case<'_>, source: &Source, today: Day) -> Stretch {
    let kind = source.kind.map(|kind| case.read(kind));
    let printed = kind.is_some_and(|kind| PRINTED.contains(&kind)) || source.isbn.is_some() || source.issn.is_some();
    let (year, ..) = today.year_month_day();
    if printed {
        return When::of_year(year + 1).hard();
    }
    Stretch::new(End::Day(today), End::Day(today)).expect("a day is not after itself")
}
