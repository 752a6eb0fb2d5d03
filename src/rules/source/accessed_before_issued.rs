//! A source is read after it has appeared.
//!
//! # Why
//! An access date before the date of issue shows that one of the two is wrong, or that what was read is another page or
//! an earlier version than the one the entry names.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "ministry-page"
//! issued = "2024-06-20"
//! accessed = "2024-03-02"
//! url = "https://www.example.com/harbour-plan"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "ministry-page"
//! issued = "2024-02-20"
//! accessed = "2024-03-02"
//! url = "https://www.example.com/harbour-plan"
//! ```
//!
//! # When it stays silent
//! The dates are one day apart: the reader may have sat in another time zone. The source is forthcoming, or a reprint
//! that was read after its `original-date`. `accessed = "2024"` with `issued = "2024-11"` is possibly too early.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Date, Record, Source, Status};
use crate::rules::Case;
use crate::rules::dates::{how_surely, well_before};
use crate::wording::at;

pub(crate) const RULE: &str = "accessed-before-issued";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["access date against a date of issue", "access dates against dates of issue"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.sources() {
        let Some(accessed) = source.accessed else { continue };
        let name = case.name(id);
        let Some(issued) = appeared(source) else {
            verdicts.not_checkable("no date of issue", source.id.span);
            continue;
        };
        let forthcoming = matches!(source.status, Some((Status::Forthcoming, _)));
        let Some(certainty) = how_early(case, accessed, issued).filter(|_| !forthcoming) else {
            verdicts.fine(
                || [source.id.span],
                || {
                    let [read, out] = [accessed, issued].map(|date| case.dossier[date.when].spoken());
                    format!("read {read}, issued {out}")
                },
            );
            continue;
        };
        let (read, out) = (&case.dossier[accessed.when], &case.dossier[issued.when]);
        let verb = if certainty == Certainty::Possible { "may have been read" } else { "was read" };
        let (then, since) = (read.spoken(), out.spoken());
        let message = format!("{name} {verb} before it appeared: accessed {then}, issued {since}");
        let finding = Finding::new(RULE, LEVEL, message, accessed.span, format!("read {}", at(read)))
            .against(issued.span, format!("appeared {}", at(out)))
            .help("correct one of the dates, or name the version that was read")
            .about("source", case.dossier.id(case.texts, Record::Source(id)))
            .value(read.to_string())
            .value(out.to_string());
        verdicts.find(finding.as_sure_as(certainty));
    }
}

/// The date since which the source could be read: for a reprint that of its text.
fn appeared(source: &Source) -> Option<Date> {
    source.original_date.or(source.issued)
}

/// How sure it is that the access lies before the issue; possible where it begins before it.
fn how_early(case: &Case<'_>, accessed: Date, issued: Date) -> Option<Certainty> {
    let (read, out) = (&case.dossier[accessed.when], &case.dossier[issued.when]);
    how_surely(|days| well_before(days(read), days(out))).or_else(|| {
        let starts = read.nominal().earliest().day().zip(out.nominal().earliest().day());
        starts.filter(|(read, out)| read.plus_days(1) < *out).map(|_| Certainty::Possible)
    })
}
