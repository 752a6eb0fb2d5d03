//! By what a finding of a paper without records is known again: the rule, the headings that it stands under, and what
//! clashes. The ids of drafted claims, events and quantities are made of the words of sentences, and would not outlast
//! them.

use rustc_hash::FxHashMap;

use super::Case;
use crate::finding::Finding;
use crate::model::{Home, Kind, Record};

/// The drafted records whose ids last no longer than their sentences: of claims the section that they stand in.
pub(super) struct Lasting<'a>(FxHashMap<&'a str, &'a str>);

impl<'a> Lasting<'a> {
    /// Those of a paper without records; `None` where a person keeps the records.
    pub(super) fn new(case: &Case<'a>) -> Option<Self> {
        let dossier = case.dossier;
        let is_drafted = |record: &Record| dossier.head(*record).home == Home::Own && record.kind() != Kind::Source;
        let section = |record: Record| match record {
            Record::Claim(id) => dossier[id].at.section.map_or("", |section| case.read(section)),
            _ => "",
        };
        let drafted = dossier.records().filter(is_drafted);
        let drafted = drafted.map(|record| (dossier.id(case.texts, record), section(record)));
        case.is_drafted().then(|| Self(drafted.collect()))
    }

    /// What the finding is known by.
    pub(super) fn identity(&self, finding: &Finding) -> String {
        let mut parts = vec![finding.rule.to_owned()];
        for subject in &finding.subjects {
            let part = match self.0.get(subject.id.as_str()) {
                Some(section) => format!("section:{section}"),
                None => format!("{}:{}", subject.kind, subject.id),
            };
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        let lasts = |word: &&str| !self.0.contains_key(word.trim_matches('`'));
        let values = finding.values.iter().map(|value| value.split(' ').filter(lasts).collect::<Vec<_>>().join(" "));
        parts.extend(values.filter(|value| !value.is_empty()));
        parts.join("\u{1f}")
    }
}
