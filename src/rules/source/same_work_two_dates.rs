//! A work has one date in a bibliography.
//!
//! # Why
//! A work that is entered twice with two dates makes the text cite "2022" in one place and "2023" in another for the
//! same page, and every check that rests on its date judges it by the wrong one of them once.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "daily-2022"
//! title = "Ferry sinks off the northern harbour"
//! issued = "2022"
//! url = "https://www.example.com/read/ferry-sinks"
//!
//! [[source]]
//! id = "daily-2023"
//! title = "Ferry sinks off the northern harbour"
//! issued = "2023"
//! url = "https://example.com/read/ferry-sinks/?utm_source=feed"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "daily-2022"
//! title = "Ferry sinks off the northern harbour"
//! issued = "2022-11-05"
//! url = "https://www.example.com/read/ferry-sinks"
//! ```
//!
//! # When it stays silent
//! The dates differ in precision alone (`2022` and `2022-11-05`: that is `duplicate-source`). The later entry is a
//! reprint with the earlier date as its `original-date`, or the earlier one was `updated` as late as the other is
//! dated. A book with the same title and author in another year is another edition. Sources with one title but
//! different DOIs or ISBNs are different works, and so are those in reports that count their years; with different
//! addresses they are possibly one. One entry without a date is a note.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Date, Record, Source, SourceId, Status};
use crate::rules::Case;
use crate::rules::dates::how_surely;
use crate::time::{Answer, Day, Stretch, When};

use super::same_work::{Tie, Work, works};

pub(crate) const RULE: &str = "same-work-two-dates";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["work with several entries", "works with several entries"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for work in works(case) {
        if let Some((early, late, certainty)) = furthest_apart(case, work) {
            // How sure it is rests on the tie, and two dates for what looks like one work are worth the same look.
            let certainty = certainty.min(work.certainty);
            verdicts.find(Finding { certainty, ..report(case, work, early, late, LEVEL) });
        } else if let Some((undated, dated)) = half_dated(case, work) {
            verdicts.find(report(case, work, undated, dated, LEVEL.milder()).as_sure_as(work.certainty));
        } else {
            verdicts.fine(
                || work.places(case),
                || {
                    format!(
                        "entries with one {}, and their dates can be one, or the work is a new edition",
                        work.tie.name()
                    )
                },
            );
        }
    }
}

/// The entry that is surely over first and the one that surely begins last, if the one is before the other.
fn furthest_apart(case: &Case<'_>, work: &Work) -> Option<(SourceId, SourceId, Certainty)> {
    let dated: Vec<(SourceId, &When)> =
        work.sources.iter().filter_map(|&id| Some((id, &case.dossier[case.dossier[id].issued?.when]))).collect();
    let ends = |days: fn(&When) -> Stretch| {
        let last = |&(_, when): &(SourceId, &When)| days(when).latest().day();
        let first = |&(_, when): &(SourceId, &When)| days(when).earliest().day();
        let early = dated.iter().filter_map(|entry| Some((last(entry)?, entry.0)));
        let late = dated.iter().filter_map(|entry| Some((first(entry)?, entry.0)));
        // The first of equals, by id, at both ends.
        let early: (Day, SourceId) = early.reduce(|best, entry| if entry.0 < best.0 { entry } else { best })?;
        let late: (Day, SourceId) = late.reduce(|best, entry| if entry.0 > best.0 { entry } else { best })?;
        (early.0 < late.0).then_some((early.1, late.1))
    };
    let certainty = how_surely(|days| ends(days).is_some())?;
    let (early, late) = ends(if certainty == Certainty::Certain { When::hard } else { When::nominal })?;
    let is_edition = |id: &SourceId| {
        let source = &case.dossier[*id];
        source.isbn.is_some() || source.kind.is_some_and(|kind| case.read(kind) == "book")
    };
    let editions = work.tie == Tie::Title && work.sources.iter().any(is_edition);
    (!editions && !explained(case, &case.dossier[early], &case.dossier[late])).then_some((early, late, certainty))
}

/// Whether a reprint, an update or a series makes two entries of one work of two dates.
fn explained(case: &Case<'_>, early: &Source, late: &Source) -> bool {
    let may_be = |one: Option<Date>, other: Option<Date>| {
        let dates = one.zip(other).map(|(one, other)| (&case.dossier[one.when], &case.dossier[other.when]));
        dates.is_some_and(|(one, other)| one.hard().meets(other.hard()) != Answer::SurelyNot)
    };
    let numbers = |source: &Source| {
        let container = source.container_title.map_or("", |title| case.read(title));
        container.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect::<Vec<_>>()
    };
    // The same chapter of a yearly report.
    let [one, other] = [numbers(early), numbers(late)];
    let is_yearly = !one.is_empty() && !other.is_empty() && one != other;
    is_yearly || may_be(late.original_date, early.issued) || may_be(early.updated, late.issued)
}

/// An entry without a date beside one with a date.
fn half_dated(case: &Case<'_>, work: &Work) -> Option<(SourceId, SourceId)> {
    let has_date = |id: &SourceId| case.dossier[*id].issued.is_some();
    let forthcoming = |id: &SourceId| matches!(case.dossier[*id].status, Some((Status::Forthcoming, _)));
    let undated = work.sources.iter().find(|id| !has_date(id) && !forthcoming(id))?;
    let dated = work.sources.iter().find(|id| has_date(id))?;
    Some((*undated, *dated))
}

fn report(case: &Case<'_>, work: &Work, one: SourceId, other: SourceId, level: Level) -> Finding {
    let spoken = |id: SourceId| match case.dossier[id].issued {
        Some(date) => format!("dated {}", case.dossier[date.when].spoken()),
        None => "without a date".to_owned(),
    };
    let name = |id: SourceId| case.wording().full_name(id);
    let place = |id: SourceId| case.dossier[id].issued.map_or(case.dossier[id].id.span, |date| date.span);
    let tie = work.tie.name();
    let message =
        format!("{} is {} and {} is {}, and they have one {tie}", name(one), spoken(one), name(other), spoken(other));
    let mut finding = Finding::new(RULE, level, message, place(one), spoken(one)).against(place(other), spoken(other));
    for id in [one, other] {
        if let Some(word) = work.tie.place(&case.dossier[id]) {
            finding = finding.against(word.span, format!("the {tie} that they share"));
        }
    }
    for &id in &work.sources {
        finding = finding.about("source", case.dossier.id(case.texts, Record::Source(id)));
    }
    for id in [one, other] {
        let date = case.dossier[id].issued;
        finding = finding.value(date.map_or_else(|| "n.d.".to_owned(), |date| case.dossier[date.when].to_string()));
    }
    finding.help("look up the date of the work, keep one entry and let every citation name it")
}
