//! What a dossier describes, it speaks of.
//!
//! # Why
//! An entity, an event, a relation or a quantity that nothing refers to is left over, or the statement that should refer
//! to it names another by mistake.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[event]]
//! id = "bridge-closed"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! says = { event = "bridge-opened", on = "1998" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! says = { event = "bridge-opened", on = "1998" }
//! ```
//!
//! # When it stays silent
//! A dossier without claims: it is a record for others. Records of a folder that the dossier extends. Any reference
//! counts, also from a fact, a roll, a source's `about`, or another record of the same kind. Sources are the business of
//! `uncited-source`.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{
    Dossier, EntityId, EventId, Form, Home, Owner, Quantity, QuantityId, Record, Ref, RelationId, Target,
};
use crate::rules::Case;

pub(crate) const RULE: &str = "unused-record";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: &str = "entities, events, relations and quantities of the dossier's own";

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.claims.is_empty() {
        return;
    }
    let used = Used::new(case.dossier);
    for record in own(case.dossier) {
        if used.has(record) {
            verdicts.fine(|| [case.dossier.id_span(record)], || "another record names it".to_owned());
            continue;
        }
        let (kind, name, span) = (record.kind(), case.id(record), case.dossier.id_span(record));
        let mut finding =
            Finding::new(RULE, LEVEL, format!("nothing refers to the {kind} `{name}`"), span, "referred to nowhere")
                .help("refer to it, or take it out");
        finding.subjects.push(case.dossier.subject(case.texts, record));
        verdicts.find(finding);
    }
}

/// The dossier's own records that are there to be referred to.
fn own(dossier: &Dossier) -> impl Iterator<Item = Record> {
    let entities = dossier.entities.iter().enumerate().map(|(n, row)| (Record::Entity(EntityId::new(n)), row.home));
    let events = dossier.events.iter().enumerate().map(|(n, row)| (Record::Event(EventId::new(n)), row.home));
    let relations =
        dossier.relations.iter().enumerate().map(|(n, row)| (Record::Relation(RelationId::new(n)), row.home));
    let quantities =
        dossier.quantities.iter().enumerate().map(|(n, row)| (Record::Quantity(QuantityId::new(n)), row.home));
    let all = entities.chain(events).chain(relations).chain(quantities);
    all.filter(|(_, home)| *home == Home::Own).map(|(record, _)| record)
}

/// The quantities that a quantity names.
fn wholes_and_parts(quantity: &Quantity) -> impl Iterator<Item = &Ref<QuantityId>> {
    quantity.sum_of.iter().chain(&quantity.part_of).chain(&quantity.share_of).chain(&quantity.growth_of)
}

/// Which records something refers to, by row.
struct Used {
    entities: Vec<bool>,
    events: Vec<bool>,
    relations: Vec<bool>,
    quantities: Vec<bool>,
}

impl Used {
    fn new(dossier: &Dossier) -> Self {
        let mut used = Self {
            entities: vec![false; dossier.entities.len()],
            events: vec![false; dossier.events.len()],
            relations: vec![false; dossier.relations.len()],
            quantities: vec![false; dossier.quantities.len()],
        };
        used.by_statements(dossier);
        used.by_records(dossier);
        used
    }

    fn by_statements(&mut self, dossier: &Dossier) {
        for statement in &dossier.statements {
            self.entity(statement.said_by.and_then(|speaker| speaker.target));
            match &statement.form {
                // The dates of an event are its own.
                Form::Event(_) if matches!(statement.owner, Owner::Event(_)) => {}
                Form::Event(event) => self.mark(event.target.map(Record::Event)),
                Form::Relation(related) => {
                    self.mark(related.subject.target);
                    self.mark(related.relation.target.map(Record::Relation));
                    self.mark(related.object.and_then(|object| object.target));
                }
                Form::Quantity(counted) => self.mark(counted.quantity.target.map(Record::Quantity)),
            }
        }
        for clause in &dossier.clauses {
            match clause.target {
                Target::Event(event) => self.mark(event.target.map(Record::Event)),
                Target::Entity(entity) => self.entity(entity.target),
                Target::Date(_) | Target::Gap(..) => {}
            }
        }
    }

    fn by_records(&mut self, dossier: &Dossier) {
        for event in dossier.sources.iter().flat_map(|source| &source.about) {
            self.mark(event.target.map(Record::Event));
        }
        for entity in dossier.entities.iter().flat_map(|entity| &entity.continues) {
            self.entity(entity.target);
        }
        for roll in &dossier.rolls {
            self.mark(roll.relation.and_then(|relation| relation.target).map(Record::Relation));
            self.mark(roll.object.and_then(|object| object.target));
            roll.members.iter().for_each(|member| self.entity(member.subject.and_then(|subject| subject.target)));
        }
        for relation in &dossier.relations {
            let lists = [&relation.subproperty_of, &relation.disjoint_with, &relation.after];
            for other in lists.into_iter().flatten().chain(&relation.inverse_of) {
                self.mark(other.target.map(Record::Relation));
            }
        }
        for quantity in &dossier.quantities {
            for other in wholes_and_parts(quantity) {
                self.mark(other.target.map(Record::Quantity));
            }
        }
    }

    fn entity(&mut self, entity: Option<EntityId>) {
        self.mark(entity.map(Record::Entity));
    }

    fn mark(&mut self, record: Option<Record>) {
        let row = match record {
            Some(Record::Entity(id)) => &mut self.entities[id.index()],
            Some(Record::Event(id)) => &mut self.events[id.index()],
            Some(Record::Relation(id)) => &mut self.relations[id.index()],
            Some(Record::Quantity(id)) => &mut self.quantities[id.index()],
            _ => return,
        };
        *row = true;
    }

    fn has(&self, record: Record) -> bool {
        match record {
            Record::Entity(id) => self.entities[id.index()],
            Record::Event(id) => self.events[id.index()],
            Record::Relation(id) => self.relations[id.index()],
            Record::Quantity(id) => self.quantities[id.index()],
            _ => true,
        }
    }
}
