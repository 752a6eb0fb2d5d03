//! A printed citation means one work.
//!
//! # Why
//! Where two entries print the same key, a reader cannot tell which of them a passage rests on, and neither can a
//! check: one of the two may say it, the other not.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "port-news-march"
//! cited-as = "Port News 2022"
//! issued = "2022-03-01"
//!
//! [[source]]
//! id = "port-news-april"
//! cited-as = "Port News 2022"
//! issued = "2022-04-12"
//!
//! [[claim]]
//! id = "depth"
//! cites = ["Port News 2022"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "port-news-march"
//! cited-as = "Port News 2022a"
//! issued = "2022-03-01"
//!
//! [[source]]
//! id = "port-news-april"
//! cited-as = "Port News 2022b"
//! issued = "2022-04-12"
//!
//! [[claim]]
//! id = "depth"
//! cites = ["Port News 2022a", "Port News 2022b"]
//! ```
//!
//! # When it stays silent
//! The citation is an id. All entries with the key are one work (that is `duplicate-source`). Nothing cites the key.

use rustc_hash::FxHashMap;

use crate::citation::Resolved;
use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Citation, Cited, Record, SourceId};
use crate::names::one_line;
use crate::rules::Case;
use crate::text::shown;

use super::printed;
use super::same_work::works;

pub(crate) const RULE: &str = "ambiguous-citation";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["citation", "citations"];

/// So many of the entries of a manuscript that a key may mean are shown.
const ENTRIES: usize = 4;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut ambiguous: Vec<Vec<(Record, &Citation)>> = Vec::new();
    for (record, citation) in case.dossier.citing() {
        if let Cited::Several(_) = case.dossier.cited(citation) {
            let place = *by_key.entry(one_line(case.read(citation.word))).or_insert(ambiguous.len());
            ambiguous.resize_with(ambiguous.len().max(place + 1), Vec::new);
            ambiguous[place].push((record, citation));
        } else {
            verdicts.fine(
                || [citation.word.span],
                || format!("`{}` does not mean several sources", shown(case.read(citation.word))),
            );
        }
    }
    in_text(case, verdicts);
    if ambiguous.is_empty() {
        return;
    }
    let mut first_entry: FxHashMap<SourceId, SourceId> = FxHashMap::default();
    for work in works(case) {
        first_entry.extend(work.sources.iter().map(|&id| (id, work.sources[0])));
    }
    for citing in ambiguous {
        let first = |id: SourceId| *first_entry.get(&id).unwrap_or(&id);
        // The first entry by address may again be one of several by title.
        match report(case, &citing, |id| first(first(id))) {
            Some(finding) => verdicts.find(finding),
            None => citing.iter().for_each(|(_, citation)| {
                let one = || format!("all entries of `{}` are of one work", shown(case.read(citation.word)));
                verdicts.fine(|| [citation.word.span], one);
            }),
        }
    }
}

/// The citations of the manuscript that no record has, and that may mean several entries of its bibliography.
fn in_text(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    for printed in printed::unrecorded(case) {
        let Resolved::Several(entries, _) = printed.resolved else { continue };
        let message = format!("“{}” may mean {} entries of the bibliography", printed.key, entries.len());
        let finding = Finding::new(RULE, LEVEL, message, printed.at, "the text does not say which")
            .help("tell them apart in print, with a letter behind the year")
            .value(printed.key);
        let works = &manuscript.text.bibliography.entries;
        let places = entries.iter().take(ENTRIES).filter_map(|number| Some((*number, works.get(*number)?)));
        let places = places.map(|(number, entry)| manuscript.text.listed(number, entry.at.clone()));
        verdicts.find(places.fold(finding, |finding, place| finding.against(place, "this one fits")));
    }
}

fn report(case: &Case<'_>, citing: &[(Record, &Citation)], work: impl Fn(SourceId) -> SourceId) -> Option<Finding> {
    let name = |record: Record| case.dossier.id(case.texts, record);
    let (record, citation) = citing.iter().min_by_key(|(record, citation)| (name(*record), citation.word.span))?;
    let Cited::Several(sources) = case.dossier.cited(citation) else { return None };
    if sources.iter().all(|&id| work(id) == work(sources[0])) {
        return None;
    }
    let mut sources = sources.to_vec();
    sources.sort_by_key(|&id| name(Record::Source(id)));
    let key = one_line(case.read(citation.word));
    let named = |id: SourceId| case.wording().full_name(id);
    let others = match sources.len() - 2 {
        0 => String::new(),
        count => format!(" or {count} more"),
    };
    let message = format!("“{}” may mean {} or {}{others}", shown(&key), named(sources[0]), named(sources[1]));
    let more = match citing.len() - 1 {
        0 => String::new(),
        1 => ", and neither does one more citation".to_owned(),
        count => format!(", and neither do {count} more citations"),
    };
    let label = format!("{} does not say which{more}", case.name(*record));
    let mut finding = Finding::new(RULE, LEVEL, message, citation.word.span, label)
        .help("tell them apart in print, with a letter behind the year, or cite the id of the one that is meant")
        .value(key);
    for &id in &sources {
        let source = &case.dossier[id];
        let dated = source.issued.map(|date| format!(", issued {}", case.dossier[date.when].spoken()));
        let label = format!("{} prints this key{}", case.wording().full_name(id), dated.unwrap_or_default());
        finding = finding.against(source.cited_as.unwrap_or(source.id).span, label);
        finding = finding.about("source", name(Record::Source(id)));
        if citing.len() == 1 {
            let meant = vec![edit::written(citation.word.span, name(Record::Source(id)))];
            let title = format!("if it is the one that is meant, cite `{}`", case.id(Record::Source(id)));
            finding.fixes.push(Fix::judged(title, meant));
        }
    }
    Some(finding)
}
