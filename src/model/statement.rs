//! Statements: the atomic things that claims, evidence and facts say.

use super::{
    AmountId, ClaimId, EntityId, EventId, EvidenceId, FactId, GapId, QuantityId, Record, Ref, RelationId, Rows,
    Statistic,
};
use crate::model::Date;
use crate::text::{Span, Word};

/// Who says a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A claim of the paper.
    Claim(ClaimId),
    /// An evidence: a source's own words.
    Evidence(EvidenceId),
    /// A fact of the record.
    Fact(FactId),
    /// An event's own dates, which are the record's.
    Event(EventId),
}

/// Whose statements they are, from the voice that yields to the one that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The paper's.
    Paper,
    /// A source's.
    Source,
    /// The record's.
    Record,
}

impl Owner {
    /// Whose voice it is.
    pub fn voice(self) -> Voice {
        match self {
            Owner::Claim(_) => Voice::Paper,
            Owner::Evidence(_) => Voice::Source,
            Owner::Fact(_) | Owner::Event(_) => Voice::Record,
        }
    }
}

/// How a statement is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    /// As a fact.
    #[default]
    Fact,
    /// As reported by others and taken over.
    Reported,
    /// As an allegation.
    Alleged,
    /// As a plan.
    Planned,
    /// As a wish.
    Wished,
    /// As a forecast.
    Forecast,
    /// With a hedge.
    Hedged,
}

impl Mode {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("fact", Self::Fact),
        ("reported", Self::Reported),
        ("alleged", Self::Alleged),
        ("planned", Self::Planned),
        ("wished", Self::Wished),
        ("forecast", Self::Forecast),
        ("hedged", Self::Hedged),
    ];
}

impl Mode {
    /// Whether it can contradict with certainty.
    pub fn asserts(self) -> bool {
        matches!(self, Mode::Fact | Mode::Reported)
    }

    /// Whether it speaks of the future of its source.
    pub fn looks_ahead(self) -> bool {
        matches!(self, Mode::Planned | Mode::Wished | Mode::Forecast)
    }
}

/// How surely a statement is of the thing that it is drawn up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Link {
    /// Its words say so, or a person does.
    #[default]
    Stated,
    /// It was taken for it: what rests on that is at most a warning.
    Presumed,
}

impl Link {
    /// The words for them.
    pub const NAMED: [(&'static str, Self); 2] = [("stated", Self::Stated), ("presumed", Self::Presumed)];
}

/// One atomic thing that is said.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Who says it.
    pub owner: Owner,
    /// Its place: the inline table.
    pub span: Span,
    /// What it is about.
    pub form: Form,
    /// Its times, orders and participants: rows of [`Dossier::clauses`](super::Dossier::clauses).
    pub clauses: Rows,
    /// The place of `not = true`, where it is denied.
    pub denied: Option<Span>,
    /// The speaker, where it is attributed.
    pub said_by: Option<Ref<EntityId>>,
    /// How it is meant.
    pub mode: Mode,
    /// How surely it is of what it names.
    pub link: Link,
}

impl Statement {
    /// What it says of a relation, if it is of one.
    pub fn related(&self) -> Option<&Related> {
        if let Form::Relation(related) = &self.form { Some(related) } else { None }
    }

    /// What it says of a quantity, if it is of one.
    pub fn counted(&self) -> Option<&Counted> {
        if let Form::Quantity(counted) = &self.form { Some(counted) } else { None }
    }

    /// The number of research that it gives, if it gives one.
    pub fn statistic(&self) -> Option<&Statistic> {
        if let Form::Statistic(statistic) = &self.form { Some(statistic) } else { None }
    }
}

/// The forms of a statement. Most are of events; what the others hold lies apart, so that statements stay small.
#[derive(Clone, Debug)]
pub enum Form {
    /// Of an event.
    Event(Ref<EventId>),
    /// Of a relation; of a property where there is neither object nor value.
    Relation(Box<Related>),
    /// Of a quantity.
    Quantity(Box<Counted>),
    /// Of a number of research.
    Statistic(Box<Statistic>),
}

/// What a statement of a relation says.
#[derive(Clone, Copy, Debug)]
pub struct Related {
    /// Who stands in it.
    pub subject: Ref<Record>,
    /// The relation.
    pub relation: Ref<RelationId>,
    /// To what.
    pub object: Option<Ref<Record>>,
    /// The literal, where the object is one.
    pub value: Option<Word>,
}

/// What a statement of a quantity says.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// The quantity.
    pub quantity: Ref<QuantityId>,
    /// Its value; `None` where it cannot be read, which `malformed-record` has reported.
    pub value: Option<Value>,
    /// What the value counts, where it does not count all.
    pub scope: Option<Word>,
    /// The same value as the text converts it.
    pub equals: Option<Value>,
}

/// A value as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// Its place, quotes included.
    pub span: Span,
    /// What it says.
    pub amount: AmountId,
}

/// What a clause says of its statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// It lies within a date.
    On,
    /// It starts then.
    From,
    /// It ends then.
    Until,
    /// It is over before that starts.
    Before,
    /// It starts after that is over.
    After,
    /// It lies within that.
    During,
    /// That is its cause.
    BecauseOf,
    /// It is the cause of that.
    LeadsTo,
    /// The two share a moment.
    SameTimeAs,
    /// How far it lies from what its `before` or `after` names.
    Gap,
    /// Who takes part.
    Who,
    /// The office as which they take part.
    As,
    /// The place.
    Where,
}

impl Key {
    /// The key as it is written.
    pub fn name(self) -> &'static str {
        match self {
            Key::On => "on",
            Key::From => "from",
            Key::Until => "until",
            Key::Before => "before",
            Key::After => "after",
            Key::During => "during",
            Key::BecauseOf => "because-of",
            Key::LeadsTo => "leads-to",
            Key::SameTimeAs => "same-time-as",
            Key::Gap => "gap",
            Key::Who => "who",
            Key::As => "as",
            Key::Where => "where",
        }
    }
}

/// What a clause names.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// A date.
    Date(Date),
    /// An event.
    Event(Ref<EventId>),
    /// An entity: a participant, an office, a place.
    Entity(Ref<EntityId>),
    /// A gap, and its place.
    Gap(GapId, Span),
}

impl Target {
    /// The place of what is named.
    pub fn span(&self) -> Span {
        match self {
            Target::Date(date) => date.span,
            Target::Event(event) => event.word.span,
            Target::Entity(entity) => entity.word.span,
            Target::Gap(_, span) => *span,
        }
    }
}

/// One key of a statement with one of its values.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// The key.
    pub key: Key,
    /// What it names.
    pub target: Target,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_statements_take_no_more_room_than_they_need() {
        assert!(size_of::<Statement>() <= 72, "{}", size_of::<Statement>());
    }
}
