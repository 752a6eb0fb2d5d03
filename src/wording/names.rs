//! What records are called in messages: as the paper and its readers call them, and by their ids only where they have
//! no other name, or where an id is wanted.

use super::Wording;
use crate::model::{Claim, ClaimId, Record, Relation, SourceId};
use crate::text::{Word, shown};

/// By what records are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// By names, titles, printed keys and lines, for people.
    Names,
    /// By ids, for what lasts: names and lines change from draft to draft.
    Ids,
}

impl Wording<'_> {
    /// A record as a message calls it: a source by its printed key, with its title where that is a bare number, else by
    /// its title; a thing by its name; a claim by its line, else by its words; else by its id, as code.
    pub fn name(self, record: Record) -> String {
        let told = match record {
            _ if self.calls == Calls::Ids => None,
            Record::Source(id) => {
                let source = &self.dossier[id];
                match self.plain(source.cited_as) {
                    Some(number) if is_number(&number) => {
                        let title = self.quoted(source.title).map_or_else(String::new, |title| format!(" {title}"));
                        Some(format!("[{number}]{title}"))
                    }
                    key => key.or_else(|| self.quoted(source.title)),
                }
            }
            Record::Entity(id) => self.plain(self.dossier[id].name),
            Record::Event(id) => self.quoted(self.dossier[id].name),
            Record::Quantity(id) => self.quoted(self.dossier[id].name),
            Record::Claim(id) => self.line(&self.dossier[id]).or_else(|| self.quoted(self.dossier[id].text)),
            Record::Fact(id) => self.quoted(self.dossier[id].text),
            Record::Evidence(id) => self.of(self.dossier[id].source.and_then(|of| of.target).map(Record::Source)),
            Record::Roll(id) => self.of(self.dossier[id].object.and_then(|of| of.target)),
            Record::Relation(id) => self.verb(&self.dossier[id]),
        };
        told.unwrap_or_else(|| format!("`{}`", self.id(record)))
    }

    /// A source by its printed key and its title, where others may print the same key.
    pub fn full_name(self, source: SourceId) -> String {
        let (name, source) = (self.name(Record::Source(source)), &self.dossier[source]);
        let key = self.plain(source.cited_as).filter(|key| self.calls == Calls::Names && !is_number(key));
        match self.quoted(source.title).filter(|_| key.is_some()) {
            Some(title) => format!("{name}, {title}"),
            None => name,
        }
    }

    /// A claim by its words, where lines would be taken for places.
    pub fn words(self, claim: ClaimId) -> String {
        let phrase = self.dossier[claim].at.phrase;
        let told = self.quoted(self.dossier[claim].text).or_else(|| self.quoted(phrase));
        told.unwrap_or_else(|| self.name(Record::Claim(claim)))
    }

    fn plain(self, word: Option<Word>) -> Option<String> {
        Some(shown(self.read(word?))).filter(|name| !name.is_empty())
    }

    fn quoted(self, word: Option<Word>) -> Option<String> {
        self.plain(word).map(|words| format!("“{words}”"))
    }

    fn of(self, record: Option<Record>) -> Option<String> {
        record.map(|record| self.name(record))
    }

    /// `line 12`, `line 12 of part.tex`.
    fn line(self, claim: &Claim) -> Option<String> {
        let (line, _) = claim.at.line?;
        let file = self.plain(claim.at.file).map_or_else(String::new, |file| format!(" of {file}"));
        Some(format!("line {line}{file}"))
    }

    /// What a relation says between its subject and its object: “is a member of”.
    fn verb(self, relation: &Relation) -> Option<String> {
        let reads = self.plain(relation.reads)?;
        let verb = reads.replace("{subject}", "").replace("{object}", "");
        Some(format!("“{}”", verb.split_whitespace().collect::<Vec<_>>().join(" ")))
    }
}

fn is_number(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_digit())
}
