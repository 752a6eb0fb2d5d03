//! Statements as difference constraints between the starts and ends of events.
//!
//! An instant is counted in ticks of 2^-22 day, and a thing dated to a day lies anywhere in it: "before" is one tick,
//! so two things of one day can be in either order. What is said of an event holds for the whole of it: `on` bounds its
//! start and its end. Every statement that relates events brings along that they start before they end, so that a set
//! of statements needs no law beside it.

use std::sync::Arc;

use crate::model::{Clause, Dossier, EventId, Form, Key, Statement, Target};
use crate::reason::network::{Constraint, Point, Reason};
use crate::time::{End, Stretch, When};

use super::{CONSTRAINTS, Order, Reasons};

/// Ticks of a day.
const DAY: i64 = 1 << 22;
/// Days further than this from 1970 bound nothing: they could not be counted in ticks.
const FURTHEST: i64 = 1 << 40;

/// Which days of a date count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Every day that its notation allows.
    Hard,
    /// The days that it names.
    Nominal,
}

impl Reading {
    pub(super) fn stretch(self, when: &When) -> Stretch {
        match self {
            Reading::Hard => when.hard(),
            Reading::Nominal => when.nominal(),
        }
    }
}

/// The points of an event, by its place in the canonical order.
pub(super) fn start(rank: u32) -> Point {
    Point(1 + 2 * rank)
}

pub(super) fn end(rank: u32) -> Point {
    Point(2 + 2 * rank)
}

/// The place of the event whose point it is.
pub(super) fn rank_of(point: Point) -> u32 {
    (point.0 - 1) / 2
}

/// The first tick of the day.
pub(super) fn first_tick(day: i64) -> i64 {
    day * DAY
}

/// The last tick of the day.
fn last_tick(day: i64) -> i64 {
    (day + 1) * DAY - 1
}

/// The day that a tick belongs to.
pub(super) fn day_of(tick: i64) -> i64 {
    tick.div_euclid(DAY)
}

fn counted(end: End) -> Option<i64> {
    end.day().map(crate::time::Day::number).filter(|number| number.abs() <= FURTHEST)
}

/// A constraint, and the clause that it comes from; `None` where it is that an event starts before it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub(super) constraint: Constraint,
    pub(super) clause: Option<Clause>,
}

/// The events at which a statement has constraints; one may come twice.
pub(super) fn events_of(dossier: &Dossier, statement: &Statement) -> impl Iterator<Item = EventId> {
    let others = dossier.clauses(statement).iter().filter_map(|clause| match clause.target {
        Target::Event(other) => other.target,
        Target::Date(_) | Target::Entity(_) | Target::Gap(..) => None,
    });
    dossier.event_of(statement).into_iter().chain(others)
}

/// Draws the constraints of statements.
pub(super) struct Drawing<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) order: &'a Order,
    pub(super) reading: Reading,
}

impl Drawing<'_> {
    /// Writes down the constraints of a statement about an event, in canonical order.
    pub(super) fn draw(&self, statement: &Statement, reason: Reason, out: &mut Vec<Drawn>) {
        out.clear();
        self.draw_clauses(statement, reason, out);
        out.sort_by_key(|drawn| drawn.constraint.place());
    }

    /// The constraints of a statement that is a reason, in canonical order.
    pub(super) fn of(&self, reasons: &Reasons, reason: Reason) -> Arc<[Drawn]> {
        let mut drawn = Vec::with_capacity(CONSTRAINTS);
        self.draw(&self.dossier[reasons.statements[reason.0 as usize]], reason, &mut drawn);
        drawn.into()
    }

    fn draw_clauses(&self, statement: &Statement, reason: Reason, out: &mut Vec<Drawn>) {
        let Form::Event(event) = statement.form else { return };
        let Some(event) = event.target else { return };
        let mut pen = Pen { reason, clause: None, out };
        let (s, t) = self.points(event);
        let clauses = self.dossier.clauses(statement);
        if clauses.iter().any(|clause| !matches!(clause.key, Key::On | Key::Who | Key::As | Key::Where | Key::Gap)) {
            pen.no_later(s, t);
        }
        for clause in clauses {
            pen.clause = Some(*clause);
            match clause.target {
                Target::Date(date) => {
                    date_bounds(&mut pen, clause.key, s, t, self.reading, &self.dossier[date.when]);
                }
                Target::Event(other) => {
                    let Some(other) = other.target else { continue };
                    self.relate(&mut pen, clause.key, (s, t), self.points(other), statement);
                }
                Target::Entity(_) | Target::Gap(..) => {}
            }
        }
    }

    fn points(&self, event: EventId) -> (Point, Point) {
        let rank = self.order.rank(event);
        (start(rank), end(rank))
    }

    fn relate(
        &self,
        pen: &mut Pen<'_>,
        key: Key,
        (s, t): (Point, Point),
        (from, to): (Point, Point),
        said: &Statement,
    ) {
        let clause = pen.clause.take();
        pen.no_later(from, to);
        pen.clause = clause;
        match key {
            Key::Before => {
                pen.earlier(t, from);
                self.gap(pen, said, from, t);
            }
            Key::After => {
                pen.earlier(to, s);
                self.gap(pen, said, s, to);
            }
            Key::During => {
                pen.no_later(from, s);
                pen.no_later(t, to);
            }
            Key::BecauseOf => pen.no_later(from, s),
            Key::LeadsTo => pen.no_later(s, from),
            Key::SameTimeAs => {
                pen.no_later(s, to);
                pen.no_later(from, t);
            }
            Key::On | Key::From | Key::Until | Key::Gap | Key::Who | Key::As | Key::Where => {}
        }
    }

    /// `later` lies the statement's gap behind `earlier`. Days are counted from day to day, instants from inside them.
    fn gap(&self, pen: &mut Pen<'_>, said: &Statement, later: Point, earlier: Point) {
        for clause in self.dossier.clauses_of(said, Key::Gap) {
            let Target::Gap(gap, _) = clause.target else { continue };
            let days = match self.reading {
                Reading::Hard => self.dossier[gap].hard(),
                Reading::Nominal => self.dossier[gap].nominal(),
            };
            let outer = pen.clause.replace(*clause);
            pen.bound(later, earlier, (days.end().min(&FURTHEST) + 1) * DAY - 1);
            pen.bound(earlier, later, -((days.start().min(&FURTHEST) - 1) * DAY + 1));
            pen.clause = outer;
        }
    }
}

fn date_bounds(pen: &mut Pen<'_>, key: Key, s: Point, t: Point, reading: Reading, when: &When) {
    let days = reading.stretch(when);
    let (first, last) = (counted(days.earliest()), counted(days.latest()));
    match key {
        Key::On | Key::During => {
            pen.not_after(s, last);
            pen.not_after(t, last);
            pen.not_before(s, first);
            pen.not_before(t, first);
        }
        Key::From => {
            pen.not_before(s, first);
            pen.not_after(s, last);
        }
        Key::Until => {
            pen.not_before(t, first);
            pen.not_after(t, last);
        }
        // "Before 2024" surely means before some day of 2024, and at face value before its first.
        Key::Before => pen.not_after(t, if reading == Reading::Hard { last } else { first.map(|day| day - 1) }),
        Key::After => pen.not_before(s, if reading == Reading::Hard { first } else { last.map(|day| day + 1) }),
        // A cause starts no later than its effect.
        Key::LeadsTo => pen.not_after(s, last),
        Key::BecauseOf => pen.not_before(s, first),
        Key::SameTimeAs => {
            pen.not_after(s, last);
            pen.not_before(t, first);
        }
        Key::Gap | Key::Who | Key::As | Key::Where => {}
    }
}

/// Writes constraints of one reason.
struct Pen<'o> {
    reason: Reason,
    clause: Option<Clause>,
    out: &'o mut Vec<Drawn>,
}

impl Pen<'_> {
    fn bound(&mut self, later: Point, earlier: Point, at_most: i64) {
        let constraint = Constraint { later, earlier, at_most, reason: self.reason };
        self.out.push(Drawn { constraint, clause: self.clause });
    }

    fn no_later(&mut self, first: Point, second: Point) {
        self.bound(first, second, 0);
    }

    fn earlier(&mut self, first: Point, second: Point) {
        self.bound(first, second, -1);
    }

    fn not_after(&mut self, point: Point, day: Option<i64>) {
        if let Some(day) = day {
            self.bound(point, Point::ORIGIN, last_tick(day));
        }
    }

    fn not_before(&mut self, point: Point, day: Option<i64>) {
        if let Some(day) = day {
            self.bound(Point::ORIGIN, point, -(day * DAY));
        }
    }
}
