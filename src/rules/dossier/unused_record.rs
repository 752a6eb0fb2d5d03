//! What a dossier describes, it speaks of.
//!
//! # Why
//! An entity, an event, a relation or a quantity that nothing refers to is left over, or the statement that should
//! refer to it names another by mistake.
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
//! counts, also from a fact, a roll, a source's `about`, or another record of the same kind. Sources are the business
//! of `uncited-source`.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Dossier, EntityId, Form, Home, Kind, Owner, Quantity, QuantityId, Record, Ref, Target};
use crate::rules::Case;

pub(crate) const RULE: &str = "unused-record";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = [
    "entity, event, relation or quantity of the dossier's own",
    "entities, events, relations and quantities of the dossier's own",
];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.claims.is_empty() {
        return;
    }
    let used = Used::new(case.dossier);
    for record in own(case.dossier) {
        if used.0[record.kind() as usize][record.row()] {
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
    let own = dossier.records().filter(|&record| dossier.head(record).home == Home::Own);
    own.filter(|record| matches!(record.kind(), Kind::Entity | Kind::Event | Kind::Relation | Kind::Quantity))
}

/// The quantities that a quantity names.
fn wholes_and_parts(quantity: &Quantity) -> impl Iterator<Item = &Ref<QuantityId>> {
    let growth = quantity.growth_of.iter().chain(&quantity.growth_from);
    quantity.sum_of.iter().chain(&quantity.part_of).chain(&quantity.share_of).chain(growth)
}

/// Which records something refers to, by kind and row.
struct Used(Vec<Vec<bool>>);

impl Used {
    fn new(dossier: &Dossier) -> Self {
        let mut used = Self(Kind::ALL.iter().map(|&kind| vec![false; dossier.count(kind)]).collect());
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
                Form::Statistic(_) => {}
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
        if let Some(record) = record {
            self.0[record.kind() as usize][record.row()] = true;
        }
    }
}
