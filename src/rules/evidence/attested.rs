//! What the sources say that a claim cites as its witnesses.

use rustc_hash::FxHashMap;

use crate::model::{
    Citation, Cited, Claim, EventId, Form, QuantityId, Record, RelationId, Role, SourceId, Statement, Target,
};
use crate::rules::Case;

/// What the evidence of each source states.
pub(super) struct Testimony<'c> {
    /// The statements by the row of their source, in an order that does not depend on that of the records.
    stated: Vec<Vec<&'c Statement>>,
    /// The same by what they are about.
    about: FxHashMap<(SourceId, Topic), Vec<&'c Statement>>,
    /// Whether a source has evidence, by its row.
    is_read: Vec<bool>,
}

impl<'c> Testimony<'c> {
    pub(super) fn new(case: &Case<'c>) -> Self {
        let sources = case.dossier.sources.len();
        let mut this =
            Self { stated: vec![Vec::new(); sources], about: FxHashMap::default(), is_read: vec![false; sources] };
        for evidence in &case.dossier.evidence {
            let Some(source) = evidence.source.and_then(|source| source.target) else { continue };
            this.is_read[source.index()] = true;
            this.stated[source.index()].extend(case.dossier.says(evidence.says));
        }
        for stated in &mut this.stated {
            stated.sort_by_cached_key(|statement| {
                let id = case.dossier.id(case.texts, case.dossier.owner_record(statement.owner));
                (id, case.texts.slice(statement.span), statement.span)
            });
        }
        for (row, stated) in this.stated.iter().enumerate() {
            for &statement in stated {
                if let Some(topic) = topic(statement) {
                    this.about.entry((SourceId::new(row), topic)).or_default().push(statement);
                }
            }
        }
        this
    }

    /// What a source states about the same as a statement: of one event, of one thing in one relation to one other, of
    /// one quantity counted in one scope.
    pub(super) fn on(&self, case: &Case<'_>, source: SourceId, statement: &Statement) -> Vec<&'c Statement> {
        let about = topic(statement).and_then(|topic| self.about.get(&(source, topic)));
        let about = about.into_iter().flatten().copied();
        about.filter(|other| detail(case, other) == detail(case, statement)).collect()
    }

    /// What a source states, as far as somebody has written it down.
    pub(super) fn of(&self, source: SourceId) -> &[&'c Statement] {
        &self.stated[source.index()]
    }

    /// Whether the source has any evidence.
    pub(super) fn is_read(&self, source: SourceId) -> bool {
        self.is_read[source.index()]
    }
}

/// What the sources state, by each thing that their statements name.
pub(super) struct Mentions<'t, 'c> {
    testimony: &'t Testimony<'c>,
    /// In order of the sources and things; under no thing those of which a name is unknown, which may be of anything.
    naming: Vec<((SourceId, Option<Record>), &'c Statement)>,
}

impl<'t, 'c> Mentions<'t, 'c> {
    pub(super) fn new(case: &Case<'c>, testimony: &'t Testimony<'c>) -> Self {
        let mut naming = Vec::new();
        for (row, stated) in testimony.stated.iter().enumerate() {
            for &statement in stated {
                let things = named(case, statement);
                naming.extend(things.into_iter().map(|thing| ((SourceId::new(row), thing), statement)));
            }
        }
        naming.sort_by_key(|(key, _)| *key);
        Self { testimony, naming }
    }

    /// Whether a source states anything that speaks of what a statement says.
    pub(super) fn speaks(&self, case: &Case<'_>, source: SourceId, one: &Statement) -> bool {
        let speaks = |other: &Statement| speaks_of(case, other, one);
        let about = about(one);
        if about.is_empty() {
            return self.testimony.of(source).iter().any(|other| speaks(other));
        }
        about.into_iter().map(Some).chain([None]).any(|thing| {
            let key = (source, thing);
            let first = self.naming.partition_point(|(other, _)| *other < key);
            self.naming[first..].iter().take_while(|(other, _)| *other == key).any(|(_, other)| speaks(other))
        })
    }
}

/// The things of which one has to be named by what speaks of a statement; none where any will do.
fn about(statement: &Statement) -> Vec<Record> {
    match &statement.form {
        Form::Event(event) => event.target.map(Record::Event).into_iter().collect(),
        Form::Relation(_) => related(statement)
            .map_or_else(Vec::new, |(_, subject, object)| std::iter::once(subject).chain(object).collect()),
        Form::Quantity(counted) => counted.quantity.target.map(Record::Quantity).into_iter().collect(),
        Form::Statistic(_) => Vec::new(),
    }
}

/// The things that a statement names anywhere, each once; `None` among them where it is of a relation and a name is
/// unknown.
fn named(case: &Case<'_>, statement: &Statement) -> Vec<Option<Record>> {
    let mut named: Vec<Option<Record>> = match &statement.form {
        Form::Relation(of) if related(statement).is_none() => vec![None, of.subject.target],
        _ => about(statement).into_iter().map(Some).collect(),
    };
    named.extend(case.dossier.clauses(statement).iter().filter_map(|clause| match clause.target {
        Target::Event(event) => event.target.map(|event| Some(Record::Event(event))),
        Target::Entity(entity) => entity.target.map(|entity| Some(Record::Entity(entity))),
        Target::Date(_) | Target::Gap(..) => None,
    }));
    named.sort_unstable();
    named.dedup();
    named
}

/// The sources that a claim cites as saying what it says, each once, with the first citation.
pub(super) fn witnesses<'c>(case: &Case<'c>, claim: &Claim) -> Vec<(SourceId, &'c Citation)> {
    let mut witnesses: Vec<(SourceId, &Citation)> = Vec::new();
    for citation in case.dossier.citations(claim.cites).iter().filter(|citation| citation.role == Role::Attests) {
        if let Cited::One(id) = case.dossier.cited(citation)
            && witnesses.iter().all(|(other, _)| *other != id)
        {
            witnesses.push((id, citation));
        }
    }
    witnesses
}

/// What a statement is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Topic {
    Event(EventId),
    Relation(Related),
    Quantity(QuantityId),
}

fn topic(statement: &Statement) -> Option<Topic> {
    match &statement.form {
        Form::Event(event) => event.target.map(Topic::Event),
        Form::Relation(_) => related(statement).map(Topic::Relation),
        Form::Quantity(counted) => counted.quantity.target.map(Topic::Quantity),
        Form::Statistic(_) => None,
    }
}

/// The literal of a relation, the scope of a quantity: white space and, in a scope, capitals make no difference.
fn detail(case: &Case<'_>, statement: &Statement) -> Option<String> {
    let words = |word| case.read(word).split_whitespace().collect::<Vec<_>>().join(" ");
    match &statement.form {
        Form::Event(_) | Form::Statistic(_) => None,
        Form::Relation(related) => related.value.map(words),
        Form::Quantity(counted) => {
            counted.scope.map(|scope| words(scope).to_lowercase()).filter(|scope| !scope.is_empty())
        }
    }
}

/// Whether a source that states `other` speaks of what `one` says: of its event, in whatever connection; of its things,
/// in whatever relation; of its quantity, in whatever scope.
fn speaks_of(case: &Case<'_>, other: &Statement, one: &Statement) -> bool {
    match (&one.form, &other.form) {
        (Form::Event(event), _) => event.target.is_none() || names(case, other, event.target.map(Record::Event)),
        (Form::Relation(_), Form::Relation(_)) => match (related(one), related(other)) {
            (Some(ours), Some(theirs)) => are_of_one_kind(case, ours, theirs),
            _ => true,
        },
        (Form::Relation(ours), Form::Event(_)) => names(case, other, ours.subject.target),
        (Form::Quantity(ours), Form::Quantity(theirs)) => {
            ours.quantity.target.is_none() || ours.quantity.target == theirs.quantity.target
        }
        (Form::Statistic(_), _) => true,
        _ => false,
    }
}

/// Who stands in which relation to what.
type Related = (RelationId, Record, Option<Record>);

fn related(statement: &Statement) -> Option<Related> {
    let said = statement.related()?;
    let object = match said.object {
        Some(object) => Some(object.target?),
        None => None,
    };
    Some((said.relation.target?, said.subject.target?, object))
}

fn are_of_one_kind(case: &Case<'_>, (relation, subject, object): Related, (theirs, them, to): Related) -> bool {
    let same_things = match (object, to) {
        (Some(object), Some(to)) => (subject, object) == (them, to) || (subject, object) == (to, them),
        _ => subject == them && relation == theirs,
    };
    let declared = &case.dossier[relation];
    let rival = relation == theirs
        && (declared.functional && subject == them || declared.inverse_functional && object.is_some() && object == to);
    same_things || rival
}

/// Whether a statement names a thing anywhere.
fn names(case: &Case<'_>, statement: &Statement, thing: Option<Record>) -> bool {
    let own = match &statement.form {
        Form::Event(event) => event.target.map(Record::Event) == thing,
        Form::Relation(related) => {
            related.subject.target == thing || related.object.is_some_and(|object| object.target == thing)
        }
        Form::Quantity(_) | Form::Statistic(_) => false,
    };
    let clauses = || {
        case.dossier.clauses(statement).iter().any(|clause| match clause.target {
            Target::Event(event) => event.target.map(Record::Event) == thing,
            Target::Entity(entity) => entity.target.map(Record::Entity) == thing,
            Target::Date(_) | Target::Gap(..) => false,
        })
    };
    thing.is_some() && (own || clauses())
}
