//! Statements as a message tells them: whose they are, what they are about, what they say.

use super::{Calls, Wording, at, by, days, since};
use crate::model::{Clause, EventId, Form, Key, Owner, Record, Ref, Related, Statement, Target};
use crate::reason::{Premise, Side};
use crate::text::{Span, listed, shown};
use crate::time::{Stretch, When};

/// On which side a bound lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A first day.
    NotBefore,
    /// A last day.
    NotAfter,
}

impl<'a> Wording<'a> {
    /// An event as a message names it.
    pub fn event(self, event: EventId) -> String {
        self.name(Record::Event(event))
    }

    /// What a statement is about: an event, two things in a relation, or a quantity.
    pub fn subject(self, statement: &Statement) -> String {
        match &statement.form {
            Form::Event(event) => self.named(event),
            Form::Relation(related) if self.calls == Calls::Names => self.related(related),
            Form::Relation(related) => {
                let read = |word| shown(self.read(word));
                let object = related.object.map_or_else(String::new, |object| format!(" {}", read(object.word)));
                format!("`{} {}{object}`", read(related.subject.word), read(related.relation.word))
            }
            Form::Quantity(counted) => self.named(&counted.quantity),
            Form::Statistic(statistic) => format!("“{statistic}”"),
        }
    }

    /// That something stands in a relation, in the words of the relation.
    fn related(self, related: &Related) -> String {
        let subject = self.named(&related.subject);
        let value = || related.value.map_or_else(String::new, |value| shown(self.read(value)));
        let object = related.object.map_or_else(value, |object| self.named(&object));
        let reads = related.relation.target.and_then(|relation| self.dossier[relation].reads);
        let said = match reads {
            Some(reads) => shown(self.read(reads)).replace("{subject}", &subject).replace("{object}", &object),
            None => format!("{subject} {} {object}", self.named(&related.relation)),
        };
        format!("“{}”", said.replace(['“', '”'], "").trim())
    }

    /// What a name resolved to, as a message calls it; else the name as it was written.
    pub fn named<I: Copy + Into<Record>>(self, name: &Ref<I>) -> String {
        match name.target {
            Some(target) => self.name(target.into()),
            None => format!("`{}`", shown(self.read(name.word))),
        }
    }

    /// Whose statement it is.
    pub fn owner(self, statement: &Statement) -> String {
        let name = self.name(self.dossier.owner_record(statement.owner));
        match statement.owner {
            Owner::Claim(_) => name,
            Owner::Evidence(_) => format!("the evidence of {name}"),
            Owner::Fact(_) => format!("the record's {name}"),
            Owner::Event(_) => format!("the record of {name}"),
        }
    }

    /// Who says what: ``` `opening` says `bridge-opened` is dated 1996 ```.
    pub fn told(self, premise: &Premise) -> String {
        format!("{} says {}", self.owner(&self.dossier[premise.statement]), self.says(premise))
    }

    /// What a clause says of its event: ``` `soviet-collapse` lies within `world-war-2` ```.
    pub fn says(self, premise: &Premise) -> String {
        let statement = &self.dossier[premise.statement];
        let subject = self.subject(statement);
        match premise.clause {
            Some(clause) => format!("{subject} {}", self.predicate(statement, &clause)),
            None => format!("{subject} starts before it ends"),
        }
    }

    fn predicate(self, statement: &Statement, clause: &Clause) -> String {
        let what = self.target(&clause.target);
        match clause.key {
            Key::On => format!("is dated {what}"),
            Key::From => format!("starts {}", self.at_target(clause)),
            Key::Until => format!("ends {}", self.at_target(clause)),
            Key::Before => format!("comes before {what}"),
            Key::After => format!("comes after {what}"),
            Key::During => format!("lies within {what}"),
            Key::BecauseOf => format!("is caused by {what}"),
            Key::LeadsTo => format!("leads to {what}"),
            Key::SameTimeAs => format!("happens at the time of {what}"),
            Key::Gap => {
                let mut anchors =
                    self.dossier.clauses(statement).iter().filter(|c| matches!(c.key, Key::Before | Key::After));
                let anchor =
                    anchors.next().map_or_else(String::new, |c| format!("{} {}", c.key.name(), self.target(&c.target)));
                format!("comes {what} {anchor}")
            }
            Key::Who | Key::As | Key::Where => clause.key.name().to_owned(),
        }
    }

    /// What the weakest statement claims and cannot: ``` `soviet-collapse` cannot lie within `world-war-2` ```.
    pub fn cannot(self, premises: &[Premise]) -> String {
        let Some(first) = premises.first() else { return String::new() };
        let statement = &self.dossier[first.statement];
        let verbs: Vec<String> = premises
            .iter()
            .filter_map(|premise| premise.clause)
            .map(|clause| self.infinitive(statement, &clause))
            .collect();
        let verbs = if verbs.is_empty() { "start before it ends".to_owned() } else { listed(&verbs, "and") };
        format!("{} cannot {verbs}", self.subject(statement))
    }

    fn infinitive(self, statement: &Statement, clause: &Clause) -> String {
        let predicate = self.predicate(statement, clause);
        let (verb, rest) = predicate.split_once(' ').unwrap_or((&predicate, ""));
        let verb = match verb {
            "is" => "be",
            "happens" => "happen",
            other => other.strip_suffix('s').unwrap_or(other),
        };
        format!("{verb} {rest}")
    }

    fn at_target(self, clause: &Clause) -> String {
        match &clause.target {
            Target::Date(date) => at(&self.dossier[date.when]),
            other => format!("with {}", self.target(other)),
        }
    }

    /// What a clause names, as a person says it.
    pub fn target(self, target: &Target) -> String {
        match target {
            Target::Date(date) => self.dossier[date.when].spoken(),
            Target::Event(name) => self.named(name),
            Target::Entity(name) => self.named(name),
            Target::Gap(gap, _) => self.dossier[*gap].spoken(),
        }
    }

    /// What a clause names, as it was written: a colliding value.
    pub fn value(self, target: &Target) -> String {
        match target {
            Target::Date(date) => self.dossier[date.when].to_string(),
            Target::Event(name) => self.read(name.word).to_owned(),
            Target::Entity(name) => self.read(name.word).to_owned(),
            Target::Gap(gap, _) => self.dossier[*gap].to_string(),
        }
    }

    /// The places of statements that would force a bound as well, beside those of the statements that do.
    pub fn instead(self, instead: &[(Premise, Premise)]) -> Vec<(Span, Span)> {
        instead.iter().map(|(own, other)| (self.place(own), self.place(other))).collect()
    }

    /// The place of what matters in a statement.
    pub fn place(self, premise: &Premise) -> Span {
        premise.clause.map_or(self.dossier[premise.statement].span, |clause| clause.target.span())
    }

    /// Why a side lies where it does: by the date that one of the `premises` gives, in its own words, or as a bound.
    ///
    /// ``` `flood` is dated 1996 ```, ``` `world-war-2` is over by the end of 1945 ```.
    pub fn side(self, side: &Side, premises: &[Premise], bound: Bound) -> String {
        let dates_it = |premise: &&Premise| {
            let Some(Clause { key, target: Target::Date(date) }) = premise.clause else { return false };
            let own = match key {
                Key::On | Key::During => true,
                Key::From | Key::After | Key::BecauseOf | Key::LeadsTo => !side.is_end,
                Key::Until | Key::Before => side.is_end,
                Key::SameTimeAs => side.is_end == (bound == Bound::NotBefore),
                Key::Gap | Key::Who | Key::As | Key::Where => false,
            };
            let days = |days: Stretch| if bound == Bound::NotBefore { days.earliest() } else { days.latest() };
            let when = &self.dossier[date.when];
            let given = [when.hard(), when.nominal()].iter().any(|stretch| days(*stretch).day() == Some(side.day));
            own && given && self.dossier.event_of(&self.dossier[premise.statement]) == Some(side.event)
        };
        if let Some(premise) = premises.iter().find(dates_it) {
            return self.says(premise);
        }
        let verb = match (bound, side.is_end) {
            (Bound::NotBefore, true) => "is not over before",
            (Bound::NotBefore, false) => "does not start before",
            (Bound::NotAfter, true) => "is over by",
            (Bound::NotAfter, false) => "has started by",
        };
        let day = if bound == Bound::NotBefore { since(side.day) } else { by(side.day) };
        format!("{} {verb} {day}", self.event(side.event))
    }

    /// When an event is, by all that is said: ``` `flood` was within 1996 ```, ``` `flood` was over by the end of
    /// 1996 ```.
    pub fn known(self, event: EventId) -> String {
        let name = self.event(event);
        let [(first, _), (_, last)] = self.timeline.start_and_end(event);
        match (first, last) {
            (Some(first), Some(last)) if first == last => format!("{name} was on {}", first.spoken()),
            (Some(first), Some(last)) => format!("{name} was within {}", days(first, last)),
            (Some(first), None) => format!("{name} was not before {}", since(first)),
            (None, Some(last)) => format!("{name} was over by {}", by(last)),
            (None, None) => format!("{name} has no date"),
        }
    }

    /// When that was of which a statement speaks: its own date, or all that is said of its event.
    pub fn time_of(self, statement: &Statement) -> String {
        let own = self.dossier.clauses(statement).iter().find_map(|clause| match (clause.key, clause.target) {
            (Key::On | Key::From | Key::Until, Target::Date(date)) => Some(date),
            _ => None,
        });
        match (own, self.dossier.event_of(statement)) {
            (Some(date), _) => format!("{} was {}", self.subject(statement), at(&self.dossier[date.when])),
            (None, Some(event)) => self.known(event),
            (None, None) => format!("{} has no date", self.subject(statement)),
        }
    }

    /// The written date of an event, where that alone is why it lies where it does.
    pub fn own_date(self, event: EventId, because: &[Premise]) -> Option<&'a When> {
        let [Premise { statement, clause: Some(Clause { key: Key::On, target: Target::Date(date) }) }] = *because
        else {
            return None;
        };
        (self.dossier.event_of(&self.dossier[statement]) == Some(event)).then(|| &self.dossier[date.when])
    }
}
