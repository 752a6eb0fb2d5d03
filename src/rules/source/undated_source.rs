//! A source says when it appeared.
//!
//! # Why
//! Whether a source can attest what it is cited for, whether the page is still the one that was read, and which of two
//! accounts is the later one: none of it can be checked without a date.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "ministry-page"
//! title = "The northern harbour"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "ministry-page"
//! title = "The northern harbour"
//! issued = "2021~"
//! ```
//!
//! # When it stays silent
//! A source with `status = "forthcoming"`, and a source of a folder that the dossier extends. Any date will do, also
//! `201X`, `2021?` or `../2020`.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Record, Status};
use crate::rules::Case;
use crate::wording::at;

pub(crate) const RULE: &str = "undated-source";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["source of the dossier's own", "sources of the dossier's own"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.own_sources() {
        if source.issued.is_some() || matches!(source.status, Some((Status::Forthcoming, _))) {
            verdicts.fine(
                || [source.id.span],
                || match source.issued {
                    Some(issued) => format!("it is dated {}", case.dossier[issued.when].spoken()),
                    None => "it has not appeared yet".to_owned(),
                },
            );
            continue;
        }
        let name = case.name(id);
        let label = case.advice("no year was read", "no `issued`");
        let mut finding = Finding::new(RULE, LEVEL, format!("{name} has no date"), source.id.span, label)
            .help(case.advice(
                "add its year, if it can be found",
                "add `issued`; a span will do, such as `issued = \"2019/2021\"` or `issued = \"201X\"`",
            ))
            .about("source", case.dossier.id(case.texts, Record::Source(id)));
        if let Some(accessed) = source.accessed {
            let read = at(&case.dossier[accessed.when]);
            finding = finding.beside(accessed.span, format!("read {read}: it had appeared by then"));
        }
        verdicts.find(finding);
    }
}
