//! A roll does not contradict itself.
//!
//! # Why
//! Claims are held against rolls. A roll with two holders of one seat, or with a term that ends before it starts, makes
//! findings of claims that are right, and passes claims that are wrong.
//!
//! # Example
//! ```toml fires
//! [[entity]]
//! id = "harbour-master"
//!
//! [[entity]]
//! id = "sari"
//!
//! [[entity]]
//! id = "putra"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "harbour-master"
//! seats = 1
//! members = [
//!   { subject = "sari", from = "2010-05-01", until = "2016-05-01" },
//!   { subject = "putra", from = "2015-05-01" },
//! ]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[entity]]
//! id = "harbour-master"
//!
//! [[entity]]
//! id = "sari"
//!
//! [[entity]]
//! id = "putra"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "harbour-master"
//! seats = 1
//! members = [
//!   { subject = "sari", from = "2010-05-01", until = "2015-05-01" },
//!   { subject = "putra", from = "2015-05-01" },
//! ]
//! ```
//!
//! # When it stays silent
//! Terms that touch on a boundary day do not overlap, and neither do `until = "2015"` and `from = "2015"`: they overlap
//! for some days of that year and not for others. A term without a start is not counted. One subject may come back
//! after a while, and may stand twice with two values of `status`. Who has a `status`, such as acting, takes no seat.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::finding::{Certainty, Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Date, Member, Record, Roll, RollId};
use crate::rules::Case;
use crate::rules::dates::how_surely;
use crate::text::shown;
use crate::time::{Answer, End, Stretch, When};
use crate::wording::at;

pub(crate) const RULE: &str = "bad-roll";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["roll", "rolls"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (number, roll) in case.dossier.rolls.iter().enumerate() {
        let list = List { case, id: Record::Roll(RollId::new(number)), roll };
        let before = verdicts.found.len();
        if roll.members.is_empty() {
            verdicts.find(list.empty());
        }
        list.reversed_span(verdicts);
        let span_holds = verdicts.found.len() == before;
        for member in &roll.members {
            list.reversed_term(member, verdicts);
            if span_holds {
                list.outside(member, verdicts);
            }
        }
        list.twice(verdicts);
        list.too_many(verdicts);
        if verdicts.found.len() > before {
            continue;
        }
        match roll.members.iter().find(|member| member.from.is_none()) {
            Some(member) => verdicts.not_checkable("a member without a start", member.span),
            None => verdicts
                .fine(|| [case.dossier.id_span(list.id)], || format!("its {} terms go together", roll.members.len())),
        }
    }
}

/// A roll that is being looked at.
struct List<'c> {
    case: &'c Case<'c>,
    id: Record,
    roll: &'c Roll,
}

/// The days on which a member surely stands on the roll: from a day to before another, or for good.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    from: i64,
    until: i64,
    row: usize,
}

impl List<'_> {
    fn finding(&self, message: String, span: crate::text::Span, label: impl Into<String>) -> Finding {
        let mut finding = Finding::new(RULE, LEVEL, message, span, label);
        finding.subjects.push(self.case.dossier.subject(self.case.texts, self.id));
        let relation = self.roll.relation.map_or("", |relation| self.case.read(relation.word));
        finding.value(relation)
    }

    /// The roll in words: "the roll of `nato`".
    fn name(&self) -> String {
        format!(
            "the roll of `{}`",
            self.roll.object.map_or_else(String::new, |object| shown(self.case.read(object.word)))
        )
    }

    fn subject(&self, member: &Member) -> &str {
        member.subject.map_or("", |subject| self.case.read(subject.word))
    }

    fn when(&self, date: Date) -> &When {
        &self.case.dossier[date.when]
    }

    fn spoken(&self, date: Date) -> String {
        self.when(date).spoken()
    }

    fn surely_before(&self, first: Date, second: Date) -> Option<Certainty> {
        how_surely(|days| days(self.when(first)).before(days(self.when(second))) == Answer::Surely)
    }

    fn empty(&self) -> Finding {
        let message = format!("{} is empty", self.name());
        self.finding(message, self.roll.header, "no members").help("list its members, or take the roll out")
    }

    fn reversed_span(&self, verdicts: &mut Verdicts) {
        let Some((from, until)) = self.roll.complete_from.zip(self.roll.complete_until) else { return };
        let Some(certainty) = self.surely_before(until, from) else { return };
        let message = format!("{} is complete until {}, before it begins", self.name(), self.spoken(until));
        let finding = self
            .finding(message, until.span, format!("ends {}", at(self.when(until))))
            .against(from.span, format!("begins {}", at(self.when(from))))
            .help("put the earlier date into `complete-from`")
            .value(self.when(from).to_string())
            .value(self.when(until).to_string())
            .fixed_by([self.turned_round(from, until)]);
        verdicts.find(finding.as_sure_as(certainty));
    }

    fn turned_round(&self, from: Date, until: Date) -> Fix {
        Fix::judged("put the two the other way round", edit::swapped(self.case.texts, from.span, until.span))
    }

    fn reversed_term(&self, member: &Member, verdicts: &mut Verdicts) {
        let Some((from, until)) = member.from.zip(member.until) else { return };
        let Some(certainty) = self.surely_before(until, from) else { return };
        let (name, list) = (shown(self.subject(member)), self.name());
        let message = format!("`{name}` leaves {list} before joining it");
        let finding = self
            .finding(message, until.span, format!("leaves {}", at(self.when(until))))
            .against(from.span, format!("joins {}", at(self.when(from))))
            .help("correct one of the two dates")
            .value(self.subject(member))
            .value(self.when(from).to_string())
            .value(self.when(until).to_string())
            .fixed_by([self.turned_round(from, until)]);
        verdicts.find(finding.as_sure_as(certainty));
    }

    /// A member whose whole term lies before or after the time for which the roll is complete.
    fn outside(&self, member: &Member, verdicts: &mut Verdicts) {
        let (start, end) = (self.roll.complete_from, self.roll.complete_until);
        let late =
            member.from.zip(end).and_then(|(from, end)| Some((from, end, self.surely_before(end, from)?, "until")));
        let early = member
            .until
            .zip(start)
            .and_then(|(until, start)| Some((until, start, self.surely_before(until, start)?, "from")));
        let Some((date, edge, certainty, side)) = late.or(early) else { return };
        let (name, list) = (shown(self.subject(member)), self.name());
        let message = format!("`{name}` stands on {list} outside the time for which it is complete");
        let mut finding = self
            .finding(message, date.span, self.spoken(date))
            .against(edge.span, format!("complete {side} {}", self.spoken(edge)))
            .help("widen the time for which the roll is complete, or correct the member's dates")
            .value(self.subject(member))
            .value(self.when(date).to_string())
            .value(self.when(edge).to_string());
        finding.level = LEVEL.milder();
        verdicts.find(finding.as_sure_as(certainty));
    }

    /// One subject with two terms of one status that overlap.
    fn twice(&self, verdicts: &mut Verdicts) {
        let certain = self.overlaps(When::hard);
        let nominal = if certain.is_empty() { self.overlaps(When::nominal) } else { Vec::new() };
        let certainty = if certain.is_empty() { Certainty::Nominal } else { Certainty::Certain };
        for (first, second) in certain.into_iter().chain(nominal) {
            let (first, second) = (&self.roll.members[first], &self.roll.members[second]);
            let name = self.subject(second);
            let message = format!("`{}` stands twice at one time on {}", shown(name), self.name());
            let finding = self
                .finding(message, second.span, self.term_in_words(second))
                .against(first.span, self.term_in_words(first))
                .help("make the two entries one, or correct their dates")
                .value(name)
                .value(self.term(first))
                .value(self.term(second));
            verdicts.find(finding.as_sure_as(certainty));
        }
    }

    fn overlaps(&self, days: fn(&When) -> Stretch) -> Vec<(usize, usize)> {
        let mut open: FxHashMap<(&str, Option<&str>), Term> = FxHashMap::default();
        let mut found = Vec::new();
        for term in self.terms(days) {
            let member = &self.roll.members[term.row];
            let key = (self.subject(member), member.status.map(|status| self.case.read(status)));
            match open.get(&key) {
                Some(earlier) if term.from < earlier.until => found.push((earlier.row, term.row)),
                _ => {}
            }
            let reaches_further = open.get(&key).is_none_or(|earlier| earlier.until < term.until);
            if reaches_further {
                open.insert(key, term);
            }
        }
        found
    }

    /// More members at one time than there are seats: one finding for each who comes when all seats are taken.
    fn too_many(&self, verdicts: &mut Verdicts) {
        let Some((seats, span)) = self.roll.seats else { return };
        let certain = self.crowded(seats as usize, When::hard);
        let nominal = if certain.is_empty() { self.crowded(seats as usize, When::nominal) } else { Vec::new() };
        let certainty = if certain.is_empty() { Certainty::Nominal } else { Certainty::Certain };
        for (row, sitting) in certain.into_iter().chain(nominal) {
            let member = &self.roll.members[row];
            let name = self.subject(member);
            let taken = match seats {
                1 => "when its one seat is taken".to_owned(),
                _ => format!("when its {seats} seats are taken"),
            };
            let message = format!("`{}` comes onto {} {taken}", shown(name), self.name());
            let mut finding = self
                .finding(message, member.span, self.term_in_words(member))
                .against(span, "so many at one time")
                .help("correct the dates of one of them, or the number of seats")
                .value(name);
            for row in sitting {
                let other = &self.roll.members[row];
                finding = finding.against(other.span, self.term_in_words(other)).value(self.subject(other));
            }
            verdicts.find(finding.as_sure_as(certainty));
        }
    }

    /// Who comes when all seats are taken, with some of those who sit there. Who sits there already takes no second
    /// one.
    fn crowded(&self, seats: usize, days: fn(&When) -> Stretch) -> Vec<(usize, Vec<usize>)> {
        const SHOWN: usize = 4;
        let mut sitting: BTreeSet<(i64, usize)> = BTreeSet::new();
        let mut seated: FxHashMap<&str, i64> = FxHashMap::default();
        let mut found = Vec::new();
        for term in self.terms(days).into_iter().filter(|term| self.roll.members[term.row].status.is_none()) {
            let subject = self.subject(&self.roll.members[term.row]);
            if seated.get(subject).is_some_and(|until| term.from < *until) {
                continue;
            }
            seated.insert(subject, term.until);
            while sitting.first().is_some_and(|(until, _)| *until <= term.from) {
                sitting.pop_first();
            }
            if sitting.len() >= seats {
                found.push((term.row, sitting.iter().rev().take(SHOWN).map(|(_, row)| *row).collect()));
            }
            sitting.insert((term.until, term.row));
        }
        found
    }

    /// The terms of the members in the order in which they begin.
    fn terms(&self, days: fn(&When) -> Stretch) -> Vec<Term> {
        let term = |(row, member): (usize, &Member)| {
            let from = days(self.when(member.from?)).latest().day()?.number();
            let until = match member.until.map(|until| days(self.when(until)).earliest()) {
                Some(End::Day(day)) => day.number(),
                Some(End::Open) | None => i64::MAX,
                Some(End::Unknown) => return None,
            };
            (from < until).then_some(Term { from, until, row })
        };
        let mut terms: Vec<Term> = self.roll.members.iter().enumerate().filter_map(term).collect();
        terms.sort_by_key(|term| (term.from, term.until, self.subject(&self.roll.members[term.row]), term.row));
        terms
    }

    /// The dates of a member as they were written.
    fn term(&self, member: &Member) -> String {
        let written = |date: Option<Date>| date.map(|date| self.when(date).to_string()).unwrap_or_default();
        format!("{}/{}", written(member.from), written(member.until))
    }

    fn term_in_words(&self, member: &Member) -> String {
        let name = shown(self.subject(member));
        let from = member.from.map(|date| format!(" from {}", self.spoken(date))).unwrap_or_default();
        let until = member.until.map(|date| format!(" until {}", self.spoken(date))).unwrap_or_default();
        format!("`{name}`{from}{until}")
    }
}
