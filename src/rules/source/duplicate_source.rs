//! A work has one entry in a bibliography.
//!
//! # Why
//! What is entered twice looks like two witnesses where there is one. A correction that reaches one entry leaves the
//! other as it was.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "harbour-survey"
//! title = "Survey of the northern harbour"
//! issued = "2021"
//! doi = "10.1000/harbour.7"
//!
//! [[source]]
//! id = "northern-harbour"
//! title = "Survey of the Northern Harbour"
//! issued = "2021-03"
//! url = "https://doi.org/10.1000/HARBOUR.7"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "harbour-survey"
//! title = "Survey of the northern harbour"
//! issued = "2021-03"
//! doi = "10.1000/harbour.7"
//! ```
//!
//! # When it stays silent
//! The entries have two dates (that is `same-work-two-dates`), or one of them is a reprint, an update or forthcoming.
//! Two chapters may have the address of their book. Two pages of one site that differ in a parameter are two pages, and
//! the front page of a site is no work. A short path may be a code, in which capitals count. Equal titles are one work
//! only with an equal author or container and without different DOIs or ISBNs.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Record, SourceId, Status};
use crate::rules::Case;
use crate::rules::dates::how_surely;

use super::same_work::{Work, works};

pub(crate) const RULE: &str = "duplicate-source";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["work with several entries", "works with several entries"];

/// So many entries of a work are pointed at.
const LABELS: usize = 8;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for work in works(case) {
        if !have_one_date(case, work) {
            verdicts.fine(
                || work.places(case),
                || format!("entries with one {}, and told apart by their dates", work.tie.name()),
            );
            continue;
        }
        let (first, second) = (work.sources[0], work.sources[1]);
        let name = |id: SourceId| case.wording().full_name(id);
        let tie = work.tie.name();
        let date = if case.dossier[first].issued.is_some() { "one date" } else { "no date" };
        let message = format!("{} and {} have one {tie} and {date}", name(first), name(second));
        let place = |id: SourceId| work.tie.place(&case.dossier[id]).unwrap_or(case.dossier[id].id).span;
        let mut finding = Finding::new(RULE, LEVEL, message, place(second), format!("the same {tie}"));
        for &id in work.sources.iter().filter(|&&id| id != second).take(LABELS) {
            finding = finding.against(place(id), format!("the {tie} of {}", name(id)));
        }
        for &id in &work.sources {
            finding = finding.about("source", case.dossier.id(case.texts, Record::Source(id)));
        }
        let help = format!("keep one entry, and let every citation of the others name it: {}", name(first));
        verdicts.find(finding.help(help).as_sure_as(work.certainty));
    }
}

/// Whether the entries of a work are all dated, or all not, and no two of them are apart.
fn have_one_date(case: &Case<'_>, work: &Work) -> bool {
    let sources = || work.sources.iter().map(|&id| &case.dossier[id]);
    let dated = sources().filter(|source| source.issued.is_some()).count();
    let forthcoming = sources().any(|source| matches!(source.status, Some((Status::Forthcoming, _))));
    let apart = how_surely(|days| {
        let stretches = || sources().filter_map(|source| Some(days(&case.dossier[source.issued?.when])));
        let first_end = stretches().filter_map(|stretch| stretch.latest().day()).min();
        let last_start = stretches().filter_map(|stretch| stretch.earliest().day()).max();
        first_end.zip(last_start).is_some_and(|(end, start)| end < start)
    });
    (dated == 0 || dated == work.sources.len()) && !forthcoming && apart.is_none()
}
