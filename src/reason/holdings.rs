//! Holdings: who stands in which relation to what, and when, by the statements, the rolls, and what follows from them.
//!
//! A relation's promises (OWL's) let more follow: what is symmetric holds the other way round, what has an inverse
//! holds by that name, what implies another relation holds in it, what is transitive carries over where its links hold
//! at one time. What follows keeps what it follows from. It follows from what is said, not from what is denied.
//!
//! A statement takes part if its names are known and it does not end before it begins. Where an end is an event, the
//! [`Timeline`] bounds it. The order of holdings is that of the ids of those who state them, whatever the order of
//! files.

mod follow;
mod rolls;
mod times;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{
    Date, Dossier, EntityId, Key, Mode, Named, Owner, Record, Related, RelationId, RollId, Statement, StatementId,
    Target, Voice,
};
use crate::text::Texts;
use crate::time::{Shape, Stretch, When};

use super::Timeline;

pub use follow::Law;
pub use rolls::{Entry, Rolls};
use times::{Ends, Said};
pub use times::{Holds, Moments, Times};

/// To what something stands in a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// Another thing.
    Thing(Record),
    /// A literal: equal ones have one number.
    Value(u32),
    /// Nothing: the relation is a property.
    Nothing,
}

/// A relation, who stands in it, and to what.
pub type About = (RelationId, Record, Object);

/// Where a holding comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A statement says so.
    Stated(StatementId),
    /// A roll lists it: the roll, and the row of its members.
    Listed(RollId, usize),
    /// It follows from other holdings, by a law.
    Follows(Law, Box<[usize]>),
}

/// One thing in a relation to another for a time.
#[derive(Clone, Debug)]
pub struct Holding {
    /// Who stands in the relation.
    pub subject: Record,
    /// The relation.
    pub relation: RelationId,
    /// To what.
    pub object: Object,
    /// When.
    pub times: Times,
    /// Whether it is said not to be so.
    pub is_denied: bool,
    /// Whose word it is; of what follows from several, the one that yields first.
    pub voice: Voice,
    /// How it is meant.
    pub mode: Mode,
    /// To whom it is attributed.
    pub speaker: Option<EntityId>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Holding {
    /// What it is about: two holdings of one key speak of the same.
    pub fn key(&self) -> About {
        (self.relation, self.subject, self.object)
    }

    /// The statement, where it is one.
    pub fn statement(&self) -> Option<StatementId> {
        match self.origin {
            Origin::Stated(id) => Some(id),
            Origin::Listed(..) | Origin::Follows(..) => None,
        }
    }

    /// Whether it says that something is so, as a fact or with less assurance, not as a plan or a wish.
    pub fn is_held(&self) -> bool {
        !self.is_denied && !self.mode.looks_ahead()
    }
}

/// All holdings.
#[derive(Debug)]
pub struct Holdings {
    /// What is stated, in the order of the ids of who states it; what is listed; what follows, from what comes before.
    all: Vec<Holding>,
    /// The places in `all`, by relation, subject and object.
    sorted: Vec<u32>,
    /// The relation, the subject and the object of each of those.
    keys: Vec<About>,
    /// Who stands on which roll.
    pub rolls: Rolls,
    /// Whether everything that follows was followed. Where not, there was too much of it.
    pub is_complete: bool,
}

impl Holdings {
    /// The holdings of a dossier.
    pub fn new(texts: &Texts, dossier: &Dossier, timeline: &Timeline) -> Self {
        let reader = Reader { texts, dossier, timeline };
        let mut all = reader.stated();
        let rolls = Rolls::new(texts, dossier);
        all.extend(rolls.listed(texts, dossier));
        let is_complete = follow::follow(texts, dossier, &mut all);
        let mut keyed: Vec<(About, u32)> = (0..).zip(&all).map(|(at, holding)| (holding.key(), at)).collect();
        keyed.par_sort_unstable();
        let (keys, sorted) = keyed.into_iter().unzip();
        Self { all, sorted, keys, rolls, is_complete }
    }

    /// The holding at a place.
    pub fn at(&self, place: usize) -> &Holding {
        &self.all[place]
    }

    /// All holdings with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &Holding)> {
        self.all.iter().enumerate()
    }

    /// The places of those that speak of the same, group by group.
    pub fn groups(&self) -> impl Iterator<Item = &[u32]> {
        self.chunks(|key| *key)
    }

    /// The places of those about one subject in one relation, object by object.
    pub fn by_subject(&self) -> impl Iterator<Item = &[u32]> {
        self.chunks(|(relation, subject, _)| (*relation, *subject))
    }

    /// The places of those that are about the same by some part of their keys.
    fn chunks<K: PartialEq>(&self, part: impl Fn(&About) -> K) -> impl Iterator<Item = &[u32]> {
        let mut rest = self.sorted.as_slice();
        self.keys.chunk_by(move |one, other| part(one) == part(other)).map(move |group| {
            let (group, behind) = rest.split_at(group.len());
            rest = behind;
            group
        })
    }

    /// The places of those that speak of this.
    pub fn of(&self, key: About) -> &[u32] {
        let start = self.keys.partition_point(|other| *other < key);
        let length = self.keys[start..].partition_point(|other| *other == key);
        &self.sorted[start..start + length]
    }

    /// The statements and entries of rolls that a holding rests on, each once, by their places.
    pub fn grounds(&self, place: usize) -> Vec<usize> {
        let mut grounds = Vec::new();
        let mut open = vec![place];
        while let Some(at) = open.pop() {
            match &self.at(at).origin {
                Origin::Stated(_) | Origin::Listed(..) => grounds.push(at),
                Origin::Follows(_, from) => open.extend(from.iter().copied()),
            }
        }
        grounds.sort_unstable();
        grounds.dedup();
        grounds
    }
}

/// So many statements are read at a time by one thread.
const CHUNK: usize = 1 << 12;

/// Reads statements as holdings.
struct Reader<'a> {
    texts: &'a Texts,
    dossier: &'a Dossier,
    timeline: &'a Timeline,
}

impl Reader<'_> {
    /// Every statement about a relation, in canonical order.
    fn stated(&self) -> Vec<Holding> {
        let read = |statements: &[StatementId]| -> Vec<Holding> {
            statements.iter().filter_map(|&statement| self.holding(statement)).collect()
        };
        let parts: Vec<Vec<Holding>> = self.timeline.statements.par_chunks(CHUNK).map(read).collect();
        let mut stated = Vec::with_capacity(parts.iter().map(Vec::len).sum());
        for mut part in parts {
            stated.append(&mut part);
        }
        self.number_values(&mut stated);
        stated
    }

    fn holding(&self, id: StatementId) -> Option<Holding> {
        let statement = &self.dossier[id];
        let &Related { subject, relation, object, value } = statement.related()?;
        if !self.dossier.stands(statement) {
            return None;
        }
        let object = match (object, value) {
            (Some(object), _) => Object::Thing(object.target?),
            (None, Some(_)) => Object::Value(0),
            (None, None) => Object::Nothing,
        };
        let speaker = match statement.said_by {
            Some(name) => Some(name.target?),
            None => None,
        };
        Some(Holding {
            subject: subject.target?,
            relation: relation.target?,
            object,
            times: Times::new(&self.said(statement, When::hard), &self.said(statement, When::nominal))?,
            is_denied: statement.denied.is_some(),
            voice: statement.owner.voice(),
            mode: statement.mode,
            speaker,
            origin: Origin::Stated(id),
        })
    }

    /// Numbers literals in the order in which they come.
    fn number_values(&self, stated: &mut [Holding]) {
        let mut values = FxHashMap::default();
        for holding in stated {
            let (Object::Value(number), Origin::Stated(id)) = (&mut holding.object, &holding.origin) else { continue };
            if let Some(value) = self.dossier[*id].related().and_then(|related| related.value) {
                let next = values.len() as u32;
                *number = *values.entry(self.texts.read(value).trim()).or_insert(next);
            }
        }
    }

    /// Up to when a statement without an end is told: until it is said, and no longer than its subject and its object
    /// are.
    fn last_told(&self, statement: &Statement, days: fn(&When) -> Stretch) -> Ends {
        let spoken = spoken(self.dossier, statement.owner, days);
        let Some(&Related { subject, object, .. }) = statement.related() else { return spoken };
        let things = subject.target.into_iter().chain(object.and_then(|object| object.target));
        let ends = things.filter_map(EntityId::of).filter_map(|id| self.dossier[id].until);
        ends.map(|until| Ends::of(days(&self.dossier[until.when]))).fold(spoken, earlier)
    }

    /// The first day on which there is somebody or something of whom it is said.
    fn since(&self, statement: &Statement, days: fn(&When) -> Stretch) -> Option<i64> {
        let Some(Record::Entity(id)) = statement.related()?.subject.target else { return None };
        self.dossier[id].from.and_then(|from| Ends::of(days(&self.dossier[from.when])).earliest)
    }

    fn said(&self, statement: &Statement, days: fn(&When) -> Stretch) -> Said {
        let spoken = self.last_told(statement, days);
        let mut said = Said { spoken, since: self.since(statement, days), ..Said::default() };
        for clause in self.dossier.clauses(statement) {
            let ends = match clause.target {
                Target::Date(date) => {
                    let when = &self.dossier[date.when];
                    // What is marked, or one of several dates, is some time that is not known.
                    let is_plain = when.level() == 0 && when.shape() == Shape::Date;
                    said.on_each |= clause.key == Key::On && is_plain && statement.denied.is_some();
                    Ends::of(days(when))
                }
                Target::Event(event) => {
                    let [(start, _), (_, end)] =
                        event.target.map_or([(None, None); 2], |event| self.timeline.start_and_end(event));
                    // What somebody tells as having happened had happened when they told it.
                    let told = spoken.latest.filter(|_| !statement.mode.looks_ahead());
                    let latest = end.map(crate::time::Day::number).or(told);
                    Ends { earliest: start.map(crate::time::Day::number), latest }
                }
                Target::Entity(_) | Target::Gap(..) => continue,
            };
            match clause.key {
                Key::On => said.on = Some(ends),
                Key::From => said.from = Some(ends),
                Key::Until => said.until = Some(ends),
                _ => {}
            }
        }
        said
    }
}

/// The earlier of two ends, each of which may be unknown.
fn earlier(one: Ends, other: Ends) -> Ends {
    let first = |a: Option<i64>, b: Option<i64>| a.zip(b).map(|(a, b)| a.min(b)).or(a).or(b);
    Ends { earliest: first(one.earliest, other.earliest), latest: first(one.latest, other.latest) }
}

/// When somebody speaks: the paper and a source when they appear; the record speaks of all time.
fn spoken(dossier: &Dossier, owner: Owner, days: fn(&When) -> Stretch) -> Ends {
    told_on(dossier, owner).map_or_else(Ends::default, |date| Ends::of(days(&dossier[date.when])))
}

/// The date of what somebody says: that of the paper, or of a source.
pub fn told_on(dossier: &Dossier, owner: Owner) -> Option<Date> {
    match owner {
        Owner::Claim(_) => dossier.paper.issued,
        Owner::Evidence(id) => dossier[id].source.and_then(|source| {
            let source = &dossier[source.target?];
            source.updated.or(source.issued)
        }),
        Owner::Fact(_) | Owner::Event(_) => None,
    }
}
