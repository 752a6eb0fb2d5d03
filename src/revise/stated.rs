//! What a record states, field by field, whatever its layout.

use crate::model::{
    Citation, Claim, Clause, Counted, Date, Dossier, Form, Link, Mode, Related, Role, Rows, Source, Statement, Target,
};
use crate::text::{Span, Texts, Word};

/// Reads what a dossier's records state.
#[derive(Clone, Copy)]
pub(super) struct Stated<'a> {
    /// The texts that the records lie in.
    pub(super) texts: &'a Texts,
    /// The records.
    pub(super) dossier: &'a Dossier,
}

/// What a record's statements say: without their dates, and their dates.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The statements, a slot where each date stands.
    pub(super) shapes: Vec<String>,
    /// The dates, statement by statement.
    pub(super) dates: Vec<String>,
}

impl Stated<'_> {
    /// Where a claim says that it stands: section, line, phrase.
    pub(super) fn place(&self, claim: &Claim) -> String {
        let line = claim.at.line.map(|(line, _)| format!("line {line}"));
        let parts = [self.word(claim.at.section), line, self.word(claim.at.phrase).map(|phrase| format!("“{phrase}”"))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What the fact-checker's mark on a claim says.
    pub(super) fn mark(&self, claim: &Claim) -> String {
        let Some(checked) = &claim.checked else { return String::new() };
        let verdict = checked.verdict.map(|(_, span)| self.bare(span));
        let parts = [verdict, self.word(checked.by), checked.on.map(|on| self.date(on))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// What is cited, in an order of its own.
    pub(super) fn cites(&self, rows: Rows) -> Vec<String> {
        let one = |citation: &Citation| {
            let locator = self.word(citation.locator).map(|locator| format!(", {locator}"));
            let role = match citation.role {
                Role::Attests => "",
                Role::Presumed => " (presumed)",
                Role::Predicts => " (predicts)",
                Role::Defines => " (defines)",
                Role::Background => " (background)",
                Role::Disputes => " (disputes)",
            };
            format!("{}{}{role}", self.texts.read(citation.word), locator.unwrap_or_default())
        };
        let mut cites: Vec<String> = self.dossier.citations(rows).iter().map(one).collect();
        cites.sort();
        cites
    }

    /// What is said, in an order of its own.
    pub(super) fn says(&self, rows: Rows) -> Said {
        let mut said: Vec<(String, Vec<String>)> =
            self.dossier.says(rows).iter().map(|statement| self.statement(statement)).collect();
        said.sort();
        let (shapes, dates): (Vec<String>, Vec<Vec<String>>) = said.into_iter().unzip();
        Said { shapes, dates: dates.concat() }
    }

    /// The fields of a source that are no date, by name.
    pub(super) fn fields(&self, source: &Source) -> Vec<(&'static str, String)> {
        let words = [
            ("cited-as", source.cited_as),
            ("type", source.kind),
            ("title", source.title),
            ("container-title", source.container_title),
            ("url", source.url),
            ("doi", source.doi),
            ("isbn", source.isbn),
            ("issn", source.issn),
        ];
        let mut fields: Vec<(&str, String)> =
            words.into_iter().filter_map(|(name, word)| Some((name, self.word(word)?))).collect();
        let authors: Vec<&str> = source.author.iter().map(|author| self.texts.read(*author)).collect();
        fields.push(("author", authors.join("; ")));
        if let Some((_, span)) = source.status {
            fields.push(("status", self.bare(span)));
        }
        fields
    }

    /// The dates of a source, by name.
    pub(super) fn dates(&self, source: &Source) -> Vec<(&'static str, String)> {
        let dates = [
            ("issued", source.issued),
            ("accessed", source.accessed),
            ("updated", source.updated),
            ("original-date", source.original_date),
        ];
        dates.into_iter().filter_map(|(name, date)| Some((name, self.date(date?)))).collect()
    }

    pub(super) fn word(&self, word: Option<Word>) -> Option<String> {
        word.map(|word| self.texts.read(word).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn date(&self, date: Date) -> String {
        self.bare(date.span)
    }

    fn bare(&self, span: Span) -> String {
        self.texts.slice(span).trim_matches(['"', '\'']).to_owned()
    }

    /// A statement without its dates, and its dates.
    fn statement(&self, statement: &Statement) -> (String, Vec<String>) {
        let read = |word: Word| self.texts.read(word);
        let mut parts = vec![match &statement.form {
            Form::Event(event) => format!("event {}", read(event.word)),
            Form::Relation(related) => {
                let Related { subject, relation, object, value } = **related;
                let object = object.map(|object| object.word).or(value).map(read);
                format!("{} {} {}", read(subject.word), read(relation.word), object.unwrap_or_default())
            }
            Form::Statistic(_) => crate::names::one_line(self.texts.slice(statement.span)),
            Form::Quantity(counted) => {
                let Counted { quantity, value, scope, equals } = **counted;
                let values = [value, equals].map(|value| value.map(|value| self.bare(value.span)).unwrap_or_default());
                format!("{} = {} = {} of {}", read(quantity.word), values[0], values[1], scope.map_or("", read))
            }
        }];
        let mut dates = Vec::new();
        let mut clauses: Vec<(&str, Option<String>, String)> = Vec::new();
        for Clause { key, target } in self.dossier.clauses(statement) {
            clauses.push(match target {
                Target::Date(date) => (key.name(), Some(self.date(*date)), String::new()),
                Target::Event(event) => (key.name(), None, read(event.word).into()),
                Target::Entity(entity) => (key.name(), None, read(entity.word).into()),
                Target::Gap(_, span) => (key.name(), None, self.bare(*span)),
            });
        }
        clauses.sort();
        for (key, date, name) in clauses {
            parts.push(format!("{key} {name}"));
            dates.extend(date.map(|date| format!("{key} {date}")));
        }
        parts.extend(statement.denied.map(|_| "not".to_owned()));
        parts.extend(statement.said_by.map(|speaker| format!("said-by {}", read(speaker.word))));
        parts.extend((statement.link == Link::Presumed).then(|| "presumed".to_owned()));
        parts.extend((statement.mode != Mode::Fact).then(|| format!("{:?}", statement.mode)));
        (parts.join("; "), dates)
    }
}
