//! The date in a source's address is the date of the source.
//!
//! # Why
//! News sites file their pages by day. Where the bibliography says 2023 and the address says 20 June 2024, the entry
//! was most likely copied from another one, and what the source is cited for may lie after its stated date.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "port-news-20-points"
//! title = "Twenty points of the harbour treaty"
//! issued = "2023"
//! url = "https://www.example.com/read/2024/06/20/162700270/20-points"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "port-news-20-points"
//! title = "Twenty points of the harbour treaty"
//! issued = "2024-06-20"
//! url = "https://www.example.com/read/2024/06/20/162700270/20-points"
//! ```
//!
//! # When it stays silent
//! The dates differ by a day (the site may keep another time zone) or in precision alone. The source was `updated` on
//! the day in the address, or is a reprint whose `original-date` it is. Numbers that are no dates, and the day on which
//! an archive kept a page, are not read. A year alone, the month of an upload and a date among the words of a title are
//! possibly its date.
//!
//! The number of a preprint is its month on arXiv, and a journal dates what it prints later, or what is deposited there
//! afterwards earlier. It counts only where the source appeared in nothing else (`container-title`), and two months
//! either way are left open.

use crate::finding::{Certainty, Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Date, Record, Source};
use crate::rules::Case;
use crate::rules::dates::{how_surely, is_before_by, well_before};
use crate::text::Word;
use crate::time::{Answer, Trust, UrlDate, When, date_in_url};

pub(crate) const RULE: &str = "url-date-disagrees";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["date of issue against the date in an address", "dates of issue against the dates in addresses"];

/// How many days a preprint may be dated before the month of its number. It may be dated any time behind it: by a later
/// version, or by what it was printed in.
const PREPRINT: i64 = 62;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.sources() {
        let Some((word, found)) = source.url.and_then(|word| Some((word, date_in_url(case.read(word))?))) else {
            continue;
        };
        let Some(issued) = source.issued else {
            verdicts.not_checkable("no date of issue", source.id.span);
            continue;
        };
        let Some(certainty) = how_far_apart(case, source, issued, &found) else {
            verdicts.fine(
                || [source.id.span],
                || {
                    let stated = case.dossier[issued.when].spoken();
                    format!("it is dated {stated}, and its address says {}", found.when.spoken())
                },
            );
            continue;
        };
        let (stated, seen) = (&case.dossier[issued.when], &found.when);
        let (name, date, day) = (case.name(id), stated.spoken(), seen.spoken());
        let place = case.part(word, found.at.clone());
        let message = format!("{name} is dated {date}, and its address says {day}");
        let finding = Finding::new(RULE, LEVEL, message, issued.span, format!("dated {date}"))
            .against(place, format!("its own address says {day}"))
            .help(format!("if the address is right, date it {day}"))
            .about("source", case.dossier.id(case.texts, Record::Source(id)))
            .value(stated.to_string())
            .value(seen.to_string())
            .fixed_by(either(case, issued, word, seen));
        verdicts.find(Finding { certainty, ..finding });
    }
}

/// Either side may be wrong: the date, or the address.
fn either(case: &Case<'_>, issued: Date, url: Word, seen: &When) -> impl Iterator<Item = Fix> {
    let dated = Fix::judged(
        format!("if the address is right, date it {}", seen.spoken()),
        vec![edit::written(issued.span, &seen.to_string())],
    );
    let without = edit::without(case.texts, url.span);
    let without =
        without.map(|removal| Fix::judged("if it is the address of another page, take it out", vec![removal.edit]));
    std::iter::once(dated).chain(without)
}

/// How sure it is that the two dates are not of one day; `None` where they may be, or where the record explains both.
fn how_far_apart(case: &Case<'_>, source: &Source, issued: Date, found: &UrlDate) -> Option<Certainty> {
    let stated = &case.dossier[issued.when];
    let is_preprint = found.trust == Trust::Preprint;
    if is_preprint && source.container_title.is_some_and(|title| !is_archive(case.read(title))) {
        return None;
    }
    let apart = how_surely(|days| {
        let (stated, seen) = (days(stated), days(&found.when));
        if is_preprint {
            is_before_by(PREPRINT, stated, seen)
        } else {
            well_before(stated, seen) || well_before(seen, stated)
        }
    })?;
    let is_seen = |date: Option<Date>| {
        let when: Option<&When> = date.map(|date| &case.dossier[date.when]);
        when.is_some_and(|when| when.hard().meets(found.when.hard()) != Answer::SurelyNot)
    };
    if is_seen(source.updated) || is_seen(source.original_date) {
        return None;
    }
    Some(match found.trust {
        Trust::Section | Trust::Upload => Certainty::Possible,
        Trust::Words => apart.min(Certainty::Nominal),
        Trust::Digits | Trust::Parameter | Trust::Path | Trust::Stamp | Trust::Preprint => apart,
    })
}

/// Whether what a work appeared in is arXiv itself, or its part for computing, as DBLP names it: `CoRR`.
fn is_archive(container: &str) -> bool {
    let container = container.to_lowercase();
    container.contains("arxiv") || container.trim() == "corr"
}
