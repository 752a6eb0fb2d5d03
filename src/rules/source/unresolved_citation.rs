//! A citation names a source.
//!
//! # Why
//! A reader who looks a citation up in the bibliography has to find it there. A key that is in no bibliography is
//! misspelt, or its entry was never written; either way nothing that rests on it can be checked.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "harbour-survey"
//! cited-as = "Brookings 2022"
//! issued = "2022"
//!
//! [[claim]]
//! id = "depth"
//! cites = ["Brookings 2022"]
//!
//! [[claim]]
//! id = "width"
//! cites = ["Brookngs 2022"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "harbour-survey"
//! cited-as = "Brookings 2022"
//! issued = "2022"
//!
//! [[claim]]
//! id = "depth"
//! cites = ["Brookings 2022"]
//!
//! [[claim]]
//! id = "width"
//! cites = ["harbour-survey"]
//! ```
//!
//! # When it stays silent
//! The citation is the id of a source, or the key that a source prints, whatever the white space in it. A key that
//! several sources print is `ambiguous-citation`.
//!
//! With a manuscript, what its text cites is looked up in its bibliography too, but for the keys that the records have.
//! What has no entry there is counted as not checkable where works may be missing: no list was found, one that the
//! manuscript names is not there or breaks off, a part of the manuscript was not read; and where no other citation that
//! is written in this way has an entry.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::citation::Resolved;
use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::language::OTHERS;
use crate::load::edit;
use crate::model::{Cited, Record};
use crate::names::spelling;
use crate::rules::Case;
use crate::text::{Span, counted, shown};

use super::printed;

pub(crate) const RULE: &str = "unresolved-citation";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["citation", "citations"];

/// So many places beside the first are shown of a work that has no entry.
const SHOWN: usize = 4;

/// For so many keys the nearest known one is looked up; a dossier with more has another trouble.
const SUGGESTED: usize = 32;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut unresolved = Vec::new();
    let open = printed::not_checkable(case);
    for (record, citation) in case.dossier.citing() {
        match case.dossier.cited(citation) {
            Cited::Nothing if open.contains(&spelling(&shown(case.read(citation.word)))) => {
                verdicts.not_checkable("works may be missing from the lists that were read", citation.word.span);
            }
            Cited::Nothing => unresolved.push((case.read(citation.word), record, citation)),
            Cited::One(_) | Cited::Several(_) => verdicts
                .fine(|| [citation.word.span], || format!("`{}` names a source", shown(case.read(citation.word)))),
        }
    }
    let mut keys: Vec<&str> = unresolved.iter().map(|(key, ..)| *key).collect();
    keys.sort_unstable();
    keys.dedup();
    let meant = meant(case, &keys);
    // What a note cites stands in the sentence of its mark, too, and in its own.
    let mut told = FxHashSet::default();
    unresolved.retain(|(key, _, citation)| told.insert((case.texts.origin(citation.word.span), *key)));
    // A paper without records lacks a work once, wherever it cites it.
    let mut further: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
    if case.is_drafted() {
        for (key, _, citation) in &unresolved {
            further.entry(key).or_default().push(citation.word.span);
        }
    }
    for (key, record, citation) in unresolved {
        let places = further.get(key).map_or(&[][..], Vec::as_slice);
        if places.first().is_some_and(|first| *first != citation.word.span) {
            continue;
        }
        let name = case.name(record);
        let (name, cites) = match places.len().saturating_sub(1) {
            0 => (name, "cites"),
            more => (format!("{name} and {}", counted(more, "more place")), "cite"),
        };
        let is_not = case.advice("not in its bibliography", "no source");
        let label = case.advice("no entry is this", "no source is called this");
        let message = format!("{name} {cites} “{}”, which is {is_not}", shown(key));
        let mut finding =
            Finding::new(RULE, LEVEL, message, citation.word.span, label).value(key).help(match meant.get(key) {
                Some(near) => format!("did you mean `{}`?", shown(near)),
                None if case.is_drafted() => "add it to the list of works, or correct the citation".to_owned(),
                None => format!("add `[[source]]` with `cited-as = \"{}\"`, or correct the citation", shown(key)),
            });
        finding = places.iter().skip(1).take(SHOWN).fold(finding, |finding, place| finding.beside(*place, "and here"));
        finding.subjects.push(case.dossier.subject(case.texts, record));
        finding.fixes.extend(meant.get(key).map(|near| {
            Fix::judged(format!("write `{}`", shown(near)), vec![edit::written(citation.word.span, near)])
        }));
        verdicts.find(finding);
    }
    in_text(case, verdicts);
}

/// The citations of the manuscript that no record has, and that are in no bibliography.
fn in_text(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let entries = &manuscript.text.bibliography.entries;
    for printed in printed::unrecorded(case) {
        let Resolved::Nothing(near) = printed.resolved else { continue };
        let key = &printed.key;
        let message = format!("the manuscript cites “{key}”, which is not in its bibliography");
        let label = match printed.times {
            1 => "no entry is this".to_owned(),
            times => format!("no entry is this, which is cited {times} times"),
        };
        let finding = Finding::new(RULE, LEVEL, message, printed.at, label).value(key.clone());
        let near = near.and_then(|near| Some((near, entries.get(near)?)));
        let finding = match near {
            Some((number, near)) => {
                finding.against(manuscript.text.listed(number, near.at.clone()), "perhaps this entry was meant")
            }
            None => finding,
        };
        verdicts.find(finding.help(match near {
            Some((_, near)) => format!("did you mean {}?", printed::name(near)),
            None => "add the entry, or correct the citation".to_owned(),
        }));
    }
}

/// The source that each of the keys may mean: one whose key is the same in another spelling, or else the nearest one.
fn meant<'t>(case: &Case<'t>, keys: &[&'t str]) -> FxHashMap<&'t str, &'t str> {
    let mut meant = FxHashMap::default();
    if keys.is_empty() {
        return meant;
    }
    let ids = case.dossier.sources().map(|(id, _)| case.dossier.id(case.texts, Record::Source(id)));
    let printed = case.dossier.sources.iter().filter_map(|source| Some(case.read(source.cited_as?)));
    let mut known: Vec<&str> = ids.chain(printed).collect();
    known.sort_unstable();
    known.dedup();
    let mut respelt: FxHashMap<String, &str> = FxHashMap::default();
    for name in &known {
        respelt.entry(spelling(name)).or_insert(name);
    }
    let names: Vec<(String, &str)> =
        if case.is_drafted() { known.iter().map(|known| (bare(known), *known)).collect() } else { Vec::new() };
    let mut looked_up = 0;
    for &key in keys {
        let mut near = respelt.get(&spelling(key)).copied();
        if near.is_none() && looked_up < SUGGESTED {
            looked_up += 1;
            near = if case.is_drafted() {
                nearest(key, &names)
            } else {
                let similar = |name: &&&str| name.len().abs_diff(key.len()) * 3 <= name.len().max(key.len());
                crate::names::nearest(key, known.iter().filter(similar).copied())
            };
        }
        meant.extend(near.map(|near| (key, near)));
    }
    meant
}

/// What a key calls a work, without its year and what stands for further authors: these tell nothing.
fn bare(key: &str) -> String {
    let name = crate::names::name(key);
    let whole = name.trim_end_matches('.');
    let cut = OTHERS.longest_first().iter().find_map(|others| whole.strip_suffix(others.trim_end_matches('.')));
    cut.unwrap_or(whole).trim_end().to_owned()
}

/// The key whose name, among those of all, is nearest, of the same year if one is.
fn nearest<'t>(key: &str, names: &[(String, &'t str)]) -> Option<&'t str> {
    let year = |key: &str| {
        let last = key.split(' ').next_back().unwrap_or_default();
        last.trim_matches(|c: char| !c.is_ascii_digit()).to_owned()
    };
    let own = bare(key);
    let similar = |name: &&str| name.len().abs_diff(own.len()) * 3 <= name.len().max(own.len());
    let near = crate::names::nearest(&own, names.iter().map(|(name, _)| name.as_str()).filter(similar))?;
    let alike = || names.iter().filter(|(name, _)| name == near).map(|(_, known)| *known);
    alike().find(|known| year(known) == year(key)).or_else(|| alike().next())
}
