//! A record with what each rule saw in it.

use std::collections::BTreeSet;
use std::fmt;

use crate::Reasoned;
use crate::finding::Finding;
use crate::load::record_around;
use crate::model::{
    Citation, Cited, ClaimId, EntityId, EvidenceId, FactId, Form, Record, Ref, Roll, RollId, SourceId, Statement,
    Target,
};
use crate::report::Layout;
use crate::rules::Report;
use crate::text::{Span, Texts, shown};

/// So many lines of a record are repeated, and so many records told that name it.
const LINES: usize = 40;

/// A record with what each rule saw in it.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The texts that its place lies in.
    pub texts: &'a Texts,
    /// The dossier that it belongs to.
    pub reasoned: &'a Reasoned,
    /// The record.
    pub record: Record,
    /// What the rules saw while the record was watched.
    pub report: &'a Report,
    /// How lines are laid out.
    pub layout: Layout,
}

impl<'a> Seen<'a> {
    /// The record, from its header up to the next.
    pub(super) fn span(&self) -> Span {
        record_around(self.texts, self.reasoned.dossier.id_span(self.record))
    }

    /// The findings that have a place in the record.
    fn there<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<&'f Finding> {
        let span = self.span();
        let is_there = |finding: &&Finding| {
            let mut labels = std::iter::once(&finding.primary).chain(&finding.labels);
            labels.any(|label| span.holds(label.span))
        };
        findings.filter(is_there).collect()
    }

    /// What was found there.
    pub(super) fn found(&self) -> Vec<&'a Finding> {
        self.there(self.report.findings.iter())
    }

    /// What is allowed there, each with the reason.
    pub(super) fn allowed(&self) -> Vec<(&'a Finding, &'a str)> {
        let all =
            self.report.allowed.iter().filter(|allowed| !self.there(std::iter::once(&allowed.finding)).is_empty());
        all.map(|allowed| (&allowed.finding, allowed.because.as_str())).collect()
    }

    /// What was fine there: the rule, why, and where.
    pub(super) fn fine(&self) -> impl Iterator<Item = (&'a str, &'a str, Span)> + use<'a> {
        let tallies = self.report.tallies.iter();
        tallies.flat_map(|tally| tally.fine.iter().map(|fine| (tally.rule, fine.because.as_str(), fine.at)))
    }

    /// What could not be judged there: the rule, why, and where.
    pub(super) fn lacking(&self) -> Vec<(&'a str, &'a str, Span)> {
        let span = self.span();
        let tallies = self.report.tallies.iter();
        let reasons = tallies.flat_map(|tally| tally.not_checkable.reasons().into_iter().map(|row| (tally.rule, row)));
        let all = reasons.flat_map(|(rule, (because, places))| places.iter().map(move |&at| (rule, because, at)));
        all.filter(|(.., at)| span.holds(*at)).collect()
    }

    /// The sources that the record cites, as they were found.
    pub(super) fn cites(&self) -> Vec<String> {
        let dossier = &self.reasoned.dossier;
        let rows = dossier.head(self.record).cites;
        let name = |id: SourceId| {
            let dated = dossier[id].issued.map(|date| format!(", issued {}", dossier[date.when].spoken()));
            let title = dossier[id].title.map(|title| format!(": {}", shown(self.texts.read(title))));
            let id = shown(dossier.id(self.texts, Record::Source(id)));
            format!("`{id}`{}{}", title.unwrap_or_default(), dated.unwrap_or_default())
        };
        let told = dossier.citations(rows).iter().map(|citation| {
            let key = shown(self.texts.read(citation.word));
            match dossier.cited(citation) {
                Cited::Nothing => format!("`{key}`, which is no source"),
                Cited::One(id) => name(id),
                Cited::Several(all) => {
                    let names: Vec<String> = all.iter().map(|id| name(*id)).collect();
                    format!("`{key}`, which may mean {}", names.join(" or "))
                }
            }
        });
        told.collect()
    }

    /// The records that speak of it or cite it, in the order in which they stand, each with the first place where it
    /// does.
    pub(super) fn named_by(&self) -> Vec<(Record, Span)> {
        let dossier = &self.reasoned.dossier;
        let mut all: Vec<(Record, Span)> = Vec::new();
        for statement in dossier.statements.iter().filter(|statement| self.is_named_in(statement)) {
            all.push((dossier.owner_record(statement.owner), statement.span));
        }
        let claims = dossier.claims.iter().enumerate().map(|(n, row)| (Record::Claim(ClaimId::new(n)), row.cites));
        let facts = dossier.facts.iter().enumerate().map(|(n, row)| (Record::Fact(FactId::new(n)), row.cites));
        for (record, cites) in claims.chain(facts) {
            let may_be = |citation: &&Citation| {
                dossier.sources_meant(citation).iter().any(|source| Record::Source(*source) == self.record)
            };
            all.extend(dossier.citations(cites).iter().find(may_be).map(|citation| (record, citation.word.span)));
        }
        for (number, evidence) in dossier.evidence.iter().enumerate() {
            let source = evidence.source.filter(|name| name.target.map(Record::Source) == Some(self.record));
            all.extend(source.map(|name| (Record::Evidence(EvidenceId::new(number)), name.word.span)));
        }
        for (number, roll) in dossier.rolls.iter().enumerate() {
            all.extend(self.place_in(roll).map(|place| (Record::Roll(RollId::new(number)), place)));
        }
        let mut seen = BTreeSet::from([self.record]);
        all.sort_by_key(|(_, span)| *span);
        all.retain(|(record, _)| seen.insert(*record));
        all
    }

    /// The first place where a roll names the record.
    fn place_in(&self, roll: &Roll) -> Option<Span> {
        let relation = roll.relation.map(|name| (name.target.map(Record::Relation), name.word));
        let object = roll.object.map(|name| (name.target, name.word));
        let subjects = roll.members.iter().filter_map(|member| member.subject);
        let subjects = subjects.map(|name| (name.target.map(Record::Entity), name.word));
        let mut all = relation.into_iter().chain(object).chain(subjects);
        all.find(|(target, _)| *target == Some(self.record)).map(|(_, word)| word.span)
    }

    /// Whether a statement names the record.
    fn is_named_in(&self, statement: &Statement) -> bool {
        let entity = |name: Ref<EntityId>| name.target.map(Record::Entity);
        let form = match &statement.form {
            Form::Event(name) => [name.target.map(Record::Event), None, None],
            Form::Statistic(_) => [None; 3],
            Form::Quantity(counted) => [counted.quantity.target.map(Record::Quantity), None, None],
            Form::Relation(related) => {
                let object = related.object.and_then(|object| object.target);
                [related.subject.target, related.relation.target.map(Record::Relation), object]
            }
        };
        let clauses = self.reasoned.dossier.clauses(statement).iter().map(|clause| match clause.target {
            Target::Event(name) => name.target.map(Record::Event),
            Target::Entity(name) => entity(name),
            Target::Date(_) | Target::Gap(..) => None,
        });
        let speaker = statement.said_by.and_then(entity);
        form.into_iter().chain([speaker]).chain(clauses).flatten().any(|named| named == self.record)
    }

    /// What a record that names this one says, in a few words: a claim's text, a source's quotation.
    fn summary(&self, record: Record) -> Option<String> {
        let dossier = &self.reasoned.dossier;
        let words = dossier.head(record).words;
        words.map(|words| shown(self.texts.read(words)))
    }

    fn namers(&self, f: &mut fmt::Formatter<'_>, named_by: &[(Record, Span)]) -> fmt::Result {
        for (record, at) in named_by.iter().take(LINES) {
            let (place, id) = (self.texts.place(*at), shown(self.reasoned.dossier.id(self.texts, *record)));
            let summary = self.summary(*record).map(|words| format!(": {words}")).unwrap_or_default();
            let text = format!("{} `{id}`{summary} ({}:{})", record.kind(), place.path, place.line);
            self.layout.lines(f, &text, "  ", "      ")?;
        }
        if named_by.len() > LINES {
            writeln!(f, "  and {} more", named_by.len() - LINES)?;
        }
        writeln!(f)
    }

    /// The record as it was written, with the sources that it cites.
    fn head(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (layout, span) = (self.layout, self.span());
        let place = self.texts.place(span);
        let id = shown(self.reasoned.dossier.id(self.texts, self.record));
        layout.heading(f, &format!("{} `{id}` ({}:{})", self.record.kind(), place.path, place.line))?;
        let lines = self.texts.slice(span).lines().skip(1);
        let text: Vec<&str> = lines.filter(|line| !line.trim_start().starts_with('#')).take(LINES).collect();
        for line in text.join("\n").trim_end().lines() {
            layout.lines(f, line, "  ", "      ")?;
        }
        for cited in self.cites() {
            layout.lines(f, &format!("cites {cited}"), "  ", "      ")?;
        }
        writeln!(f)
    }

    fn rows(&self, f: &mut fmt::Formatter<'_>, rows: &[(&str, &str, Span)]) -> fmt::Result {
        for (rule, because, at) in rows {
            let place = self.texts.place(*at);
            let text = format!("{rule}: {because} ({}:{})", place.path, place.line);
            self.layout.lines(f, &text, "  ", "      ")?;
        }
        writeln!(f)
    }

    /// Findings, each with the reason for which it is allowed.
    fn findings(&self, f: &mut fmt::Formatter<'_>, findings: &[(&Finding, Option<&str>)]) -> fmt::Result {
        for (finding, allowed) in findings {
            let voice = finding.contradicts.map(|voice| format!("{}: ", voice.name())).unwrap_or_default();
            let sure = format!("{} {}", finding.certainty.name(), finding.level.name());
            let text = format!("{}: {voice}{} ({sure})", finding.rule, finding.message);
            self.layout.lines(f, &text, "  ", "      ")?;
            if let Some(because) = allowed {
                self.layout.lines(f, &format!("allowed, because {}", shown(because)), "      ", "      ")?;
            }
            self.layout.lines(f, &format!("`gainsay explain {}`", &finding.fingerprint()[..8]), "      ", "      ")?;
        }
        writeln!(f)
    }
}

impl fmt::Display for Seen<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        let named_by = self.named_by();
        if !named_by.is_empty() {
            self.layout.heading(f, "named by")?;
            self.namers(f, &named_by)?;
        }
        let found: Vec<_> = self.found().into_iter().map(|finding| (finding, None)).collect();
        let allowed: Vec<_> = self.allowed().into_iter().map(|(finding, because)| (finding, Some(because))).collect();
        let (fine, lacking) = (self.fine().collect::<Vec<_>>(), self.lacking());
        self.layout.heading(f, if found.is_empty() { "found: nothing" } else { "found" })?;
        self.findings(f, &found)?;
        if !allowed.is_empty() {
            self.layout.heading(f, "allowed")?;
            self.findings(f, &allowed)?;
        }
        if !fine.is_empty() {
            self.layout.heading(f, "compatible, because")?;
            self.rows(f, &fine)?;
        }
        if !lacking.is_empty() {
            self.layout.heading(f, "not checkable, because")?;
            self.rows(f, &lacking)?;
        }
        let named = |rule: &str| fine.iter().chain(&lacking).any(|(name, ..)| *name == rule);
        let told = |rule: &str| found.iter().chain(&allowed).any(|(finding, _)| finding.rule == rule);
        let idle = self.report.tallies.iter().filter(|tally| !named(tally.rule) && !told(tally.rule)).count();
        let rules = if idle == 1 { "rule" } else { "rules" };
        self.layout.lines(f, &format!("{idle} more {rules} had nothing to look at there"), "", "  ")
    }
}
