//! The dossier: every table of one paper, with what it takes in from elsewhere.

use std::ops::Index;

use super::{
    Allow, AmountId, Citation, Claim, ClaimId, Clause, Date, Entity, Event, EventId, Evidence, EvidenceId, Fact,
    FactId, Form, GapId, Home, Key, Kind, Owner, Quantity, Record, Relation, Roll, Rows, Source, SourceId, Statement,
    StatementId, Status, WhenId,
};
use crate::amount::Amount;
use crate::finding::{Finding, Subject};
use crate::text::{Span, Texts, Word};
use crate::time::{Day, Gap, When};

/// What the dossier says of the paper itself.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// The `[dossier]` header.
    pub header: Option<Span>,
    /// The title.
    pub title: Option<Word>,
    /// When it appeared.
    pub issued: Option<Date>,
    /// The run's "today".
    pub as_of: Option<Date>,
    /// The language of the paper.
    pub language: Option<Word>,
    /// The manuscript's path.
    pub manuscript: Option<Word>,
    /// The folders that it extends.
    pub extends: Vec<Word>,
    /// Severities by rule.
    pub settings: Vec<Setting>,
}

/// A severity that the dossier sets for a rule.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The place of the rule's name.
    pub rule: Span,
    /// The severity as it was written.
    pub severity: Word,
}

/// The sources that a citation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited<'d> {
    /// Nothing has that id or key.
    Nothing,
    /// Exactly one source.
    One(SourceId),
    /// Several sources print the same key.
    Several(&'d [SourceId]),
}

/// Every table of one paper.
#[derive(Debug, Default)]
pub struct Dossier {
    /// The paper itself.
    pub paper: Paper,
    /// The run's "today": the last day of `as-of`, or of `issued` where there is none.
    pub today: Option<Day>,
    /// The sources.
    pub sources: Vec<Source>,
    /// The entities.
    pub entities: Vec<Entity>,
    /// The events.
    pub events: Vec<Event>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// The evidence.
    pub evidence: Vec<Evidence>,
    /// The facts.
    pub facts: Vec<Fact>,
    /// The rolls.
    pub rolls: Vec<Roll>,
    /// The relations, those of the standard vocabulary among them.
    pub relations: Vec<Relation>,
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// The statements of all claims, evidence, facts and events.
    pub statements: Vec<Statement>,
    /// The clauses of all statements.
    pub clauses: Vec<Clause>,
    /// The citations of all records.
    pub citations: Vec<Citation>,
    /// The sources that citations resolved to.
    pub cited: Vec<SourceId>,
    /// The allowances of all records.
    pub allows: Vec<Allow>,
    /// The dates, each written form once.
    pub dates: Vec<When>,
    /// The gaps, each written form once.
    pub gaps: Vec<Gap>,
    /// The values of quantities, each written form once.
    pub amounts: Vec<Amount>,
    /// What could not be read or resolved, by rule.
    pub faults: Vec<Finding>,
}

/// The kinds in the order in which a person is told of them.
const TOLD: [Kind; Kind::ALL.len()] = [
    Kind::Claim,
    Kind::Source,
    Kind::Evidence,
    Kind::Fact,
    Kind::Event,
    Kind::Entity,
    Kind::Roll,
    Kind::Quantity,
    Kind::Relation,
];

macro_rules! rows {
    ($($id:ident => $table:ident: $row:ty;)*) => {$(
        impl Index<$id> for Dossier {
            type Output = $row;

            fn index(&self, id: $id) -> &$row {
                &self.$table[id.index()]
            }
        }
    )*};
}

rows! {
    StatementId => statements: Statement;
    WhenId => dates: When;
    GapId => gaps: Gap;
    AmountId => amounts: Amount;
}

impl Dossier {
    /// The last day of `as-of`, or of `issued` where there is none.
    pub fn stated_today(&self) -> Option<Day> {
        let date = self.paper.as_of.or(self.paper.issued)?;
        self[date.when].nominal().latest().day()
    }

    /// The claims with their ids.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, &Claim)> {
        self.claims.iter().enumerate().map(|(index, claim)| (ClaimId::new(index), claim))
    }

    /// The sources with their ids.
    pub fn sources(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.sources.iter().enumerate().map(|(index, source)| (SourceId::new(index), source))
    }

    /// The dossier's own sources with their ids.
    pub fn own_sources(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.sources().filter(|(_, source)| source.home == Home::Own)
    }

    /// Every record: the paper's and the record's own, and the relations of the standard vocabulary.
    pub fn records(&self) -> impl Iterator<Item = Record> {
        TOLD.into_iter().flat_map(|kind| self.records_of(kind))
    }

    /// The records of a kind.
    pub fn records_of(&self, kind: Kind) -> impl Iterator<Item = Record> {
        (0..self.count(kind)).map(move |row| Record::new(kind, row))
    }

    /// Every citation with the record that makes it.
    pub fn citing(&self) -> impl Iterator<Item = (Record, &Citation)> {
        let citations = |record| self.citations(self.head(record).cites).iter().map(move |citation| (record, citation));
        self.records().flat_map(citations)
    }

    /// The records that have allowances, with their rows.
    pub fn allowing(&self) -> impl Iterator<Item = (Record, Rows)> {
        self.records().map(|record| (record, self.head(record).allows)).filter(|(_, rows)| !rows.is_empty())
    }

    /// Takes in the records of `part`, whose names are unresolved, behind its own, and what was wrong with them.
    pub(crate) fn append(&mut self, part: &mut Self) {
        for statement in &mut part.statements {
            statement.clauses.shift(self.clauses.len());
            statement.owner = self.behind_own(statement.owner);
        }
        self.append_records(part);
        self.statements.append(&mut part.statements);
        self.clauses.append(&mut part.clauses);
        self.citations.append(&mut part.citations);
        self.allows.append(&mut part.allows);
        self.faults.append(&mut part.faults);
    }

    /// Who says a statement, where the dossier's own records stand before.
    fn behind_own(&self, owner: Owner) -> Owner {
        match owner {
            Owner::Claim(id) => Owner::Claim(ClaimId::new(self.claims.len() + id.index())),
            Owner::Evidence(id) => Owner::Evidence(EvidenceId::new(self.evidence.len() + id.index())),
            Owner::Fact(id) => Owner::Fact(FactId::new(self.facts.len() + id.index())),
            Owner::Event(id) => Owner::Event(EventId::new(self.events.len() + id.index())),
        }
    }

    /// The record whose header is the last that stands no later than a place. The records of a table stand in the order
    /// of the texts.
    pub fn last_before(&self, place: Span) -> Option<Record> {
        let last = |&kind| self.count_up_to(kind, place).checked_sub(1).map(|row| Record::new(kind, row));
        Kind::ALL.iter().filter_map(last).max_by_key(|&record| self.head(record).header.start)
    }

    /// The record whose header is the first behind the start of a place, wherever it is.
    pub fn first_behind(&self, place: Span) -> Option<Record> {
        let row = |kind: Kind| Some(self.count_up_to(kind, place)).filter(|&row| row < self.count(kind));
        let next = |&kind: &Kind| row(kind).map(|row| Record::new(kind, row));
        Kind::ALL.iter().filter_map(next).min_by_key(|&record| self.head(record).header.start)
    }

    /// The statements with their ids.
    pub fn statements(&self) -> impl Iterator<Item = (StatementId, &Statement)> {
        self.statements.iter().enumerate().map(|(index, statement)| (StatementId::new(index), statement))
    }

    /// Whether what a statement says still stands: what a source said that was retracted does not.
    pub fn stands(&self, statement: &Statement) -> bool {
        let Owner::Evidence(id) = statement.owner else { return true };
        let source = self[id].source.and_then(|source| source.target);
        source.is_none_or(|source| !matches!(self[source].status, Some((Status::Retracted, _))))
    }

    /// The statements in `rows`.
    pub fn says(&self, rows: Rows) -> &[Statement] {
        &self.statements[rows.range()]
    }

    /// The citations in `rows`.
    pub fn citations(&self, rows: Rows) -> &[Citation] {
        &self.citations[rows.range()]
    }

    /// The allowances in `rows`.
    pub fn allows(&self, rows: Rows) -> &[Allow] {
        &self.allows[rows.range()]
    }

    /// The clauses of a statement.
    pub fn clauses(&self, statement: &Statement) -> &[Clause] {
        &self.clauses[statement.clauses.range()]
    }

    /// The clauses of a statement that have `key`.
    pub fn clauses_of<'d>(&'d self, statement: &Statement, key: Key) -> impl Iterator<Item = &'d Clause> {
        self.clauses(statement).iter().filter(move |clause| clause.key == key)
    }

    /// The event that a statement is about, if it is about one.
    pub fn event_of(&self, statement: &Statement) -> Option<EventId> {
        match &statement.form {
            Form::Event(event) => event.target,
            Form::Relation(_) | Form::Quantity(_) | Form::Statistic(_) => None,
        }
    }

    /// The sources that a citation may mean, in a list.
    pub fn sources_meant(&self, citation: &Citation) -> &[SourceId] {
        &self.cited[citation.cited.range()]
    }

    /// The sources that a citation may mean.
    pub fn cited(&self, citation: &Citation) -> Cited<'_> {
        match self.sources_meant(citation) {
            [] => Cited::Nothing,
            [one] => Cited::One(*one),
            several => Cited::Several(several),
        }
    }

    /// The id of a record, or the header of its table where it has none.
    pub fn id_span(&self, record: Record) -> Span {
        let head = self.head(record);
        head.id.map_or(head.header, |word| word.span)
    }

    /// The record that owns a statement.
    pub fn owner_record(&self, owner: Owner) -> Record {
        match owner {
            Owner::Claim(id) => Record::Claim(id),
            Owner::Evidence(id) => Record::Evidence(id),
            Owner::Fact(id) => Record::Fact(id),
            Owner::Event(id) => Record::Event(id),
        }
    }

    /// A record's id as it was written; for one without, what it is of.
    pub fn id<'t>(&self, texts: &'t Texts, record: Record) -> &'t str {
        self.called(record).map_or("", |word| texts.read(word))
    }

    /// A record as a finding names it.
    pub fn subject(&self, texts: &Texts, record: Record) -> Subject {
        Subject { kind: record.kind().name(), id: self.id(texts, record).to_owned() }
    }
}
