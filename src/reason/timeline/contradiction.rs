//! Contradictions among the statements: conflicts of the network, told in terms of what was said.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::constraints::{Drawing, Drawn, Reading, rank_of};
use super::{IMPLIED, PAPER, Reasons, day};
use crate::finding::{Certainty, Contradicts};
use crate::model::{Clause, Dossier, EventId, Key, StatementId, Target, Voice};
use crate::reason::network::{Conflict, Constraint, Point, Reason, Solution};
use crate::time::Day;

/// What a contradiction is about, by the strongest tie among its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One statement, by `from` and `until` alone, ends what it is about before it starts.
    Inverted,
    /// Dates, and what lies within or beside what.
    Date,
    /// What comes before what.
    Order,
    /// How far apart.
    Gap,
    /// What causes what.
    Cause,
}

/// What a statement brings to a contradiction.
#[derive(Clone, Copy, Debug)]
pub struct Premise {
    /// The statement.
    pub statement: StatementId,
    /// The part of it that matters; `None` where all that matters is that an event starts before it ends.
    pub clause: Option<Clause>,
}

/// An end of an event, and the first or last day on which it can be.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// The event.
    pub event: EventId,
    /// Whether it is the end, not the start.
    pub is_end: bool,
    /// The day.
    pub day: Day,
}

/// Statements that cannot all hold.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// What it is about.
    pub kind: Kind,
    /// Certain, or nominal.
    pub certainty: Certainty,
    /// Whose statements collide.
    pub contradicts: Contradicts,
    /// A minimal set of statements that cannot all hold, along the chain that shows it; the weakest in front. A
    /// statement of which several clauses matter is there once for each.
    pub premises: Vec<Premise>,
    /// What the others force, against the weakest: this lies no earlier …
    pub not_before: Option<Side>,
    /// … and this no later. Without either the premises are a circle without a date.
    pub not_after: Option<Side>,
    /// Further statements that stand against the weakest, or against one another on the same matter.
    pub others: Vec<Premise>,
    /// Every minimal set of statements that was found to collide over this matter, that of the premises in front.
    pub conflicts: Vec<Vec<StatementId>>,
    /// Whether the record alone refutes the weakest.
    pub refuted: bool,
    /// The statements that the record implies, where it refutes the weakest.
    pub confirmed: Vec<StatementId>,
}

/// The conflicts of one layer as contradictions; conflicts over one matter are one contradiction.
pub(super) fn grouped(
    drawing: &Drawing<'_>,
    reasons: &Reasons,
    solution: &Solution,
    strengths: &[u32],
) -> Vec<Contradiction> {
    let mut groups: BTreeMap<Matter, (usize, Contradiction)> = BTreeMap::new();
    for (place, conflict) in solution.settled.conflicts.iter().enumerate() {
        let told = tell(drawing, reasons, conflict, solution, strengths);
        let matter = matter(drawing.dossier, &told, conflict, solution);
        match groups.get_mut(&matter) {
            Some((_, first)) => first.join(&told),
            None => {
                groups.insert(matter, (place, told));
            }
        }
    }
    let mut contradictions: Vec<_> = groups.into_values().collect();
    contradictions.sort_by_key(|(place, _)| *place);
    contradictions.into_iter().map(|(_, contradiction)| contradiction).collect()
}

/// What conflicts are grouped by: the event whose dates disagree, or the statement that was set aside.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Dates(EventId),
    Against(Kind, Option<Reason>),
}

fn matter(dossier: &Dossier, told: &Contradiction, conflict: &Conflict, solution: &Solution) -> Matter {
    let event = |premise: &Premise| {
        let dated = premise.clause.is_none_or(|clause| matches!(clause.target, Target::Date(_)));
        dated.then(|| dossier.event_of(&dossier[premise.statement])).flatten()
    };
    let first = told.premises.first().and_then(event);
    match first {
        Some(first) if told.kind == Kind::Date && told.premises.iter().all(|premise| event(premise) == Some(first)) => {
            Matter::Dates(first)
        }
        _ => Matter::Against(told.kind, accused(conflict, solution, &[])),
    }
}

/// The weakest of the reasons that were set aside.
fn accused(conflict: &Conflict, solution: &Solution, strengths: &[u32]) -> Option<Reason> {
    let aside = conflict.reasons.iter().filter(|reason| solution.settled.set_aside.binary_search(reason).is_ok());
    aside.copied().min_by_key(|reason| strengths.get(reason.0 as usize).copied().unwrap_or(0))
}

fn tell(
    drawing: &Drawing<'_>,
    reasons: &Reasons,
    conflict: &Conflict,
    solution: &Solution,
    strengths: &[u32],
) -> Contradiction {
    let weakest = accused(conflict, solution, strengths).or(conflict.reasons.first().copied());
    let mut cycle = conflict.cycle.clone();
    // The weakest statement's constraints go in front; the rest follows along the cycle.
    let own = |constraint: &Constraint| Some(constraint.reason) == weakest;
    let before = |at: usize| &conflict.cycle[(at + conflict.cycle.len() - 1) % conflict.cycle.len()];
    if let Some(at) = (0..cycle.len()).find(|&at| own(&cycle[at]) && !own(before(at))) {
        cycle.rotate_left(at);
    }
    let own = cycle.iter().take_while(|constraint| Some(constraint.reason) == weakest).count();
    let premises = premises(reasons, &cycle, |reason| drawing.of(reasons, reason));
    let (not_before, not_after) = sides(drawing, &cycle, own);
    let refuted = weakest.is_some_and(|weakest| strengths[weakest.0 as usize] < PAPER);
    let confirmed = conflict.reasons.iter().filter(|reason| refuted && strengths[reason.0 as usize] % 10 == IMPLIED);
    let said = |voice: Voice| conflict.reasons.iter().any(|reason| reasons.voices[reason.0 as usize] == voice);
    Contradiction {
        kind: kind(&premises, conflict.reasons.len()),
        certainty: if drawing.reading == Reading::Hard { Certainty::Certain } else { Certainty::Nominal },
        contradicts: match (said(Voice::Paper), said(Voice::Source), said(Voice::Record)) {
            (true, false, false) => Contradicts::Itself,
            (true, true, false) => Contradicts::Source,
            (false, true, false) => Contradicts::Sources,
            (false, false, _) => Contradicts::RecordItself,
            (_, _, true) => Contradicts::Record,
        },
        confirmed: confirmed.map(|reason| reasons.statements[reason.0 as usize]).collect(),
        premises,
        not_before,
        not_after,
        others: Vec::new(),
        conflicts: vec![conflict.reasons.iter().map(|reason| reasons.statements[reason.0 as usize]).collect()],
        refuted,
    }
}

/// What the rest of the cycle forces on the two ends of its first `own` constraints.
fn sides(drawing: &Drawing<'_>, cycle: &[Constraint], own: usize) -> (Option<Side>, Option<Side>) {
    let (mine, rest) = cycle.split_at(own.min(cycle.len()));
    let (Some(first), Some(last)) = (mine.first(), mine.last()) else { return (None, None) };
    let sum = |part: &[Constraint]| part.iter().fold(0_i64, |sum, constraint| sum.saturating_add(constraint.at_most));
    // From the end of the weakest's own stretch the rest leads to the calendar, and from there back to its beginning.
    let Some(origin) = rest
        .iter()
        .position(|constraint| constraint.earlier == Point::ORIGIN)
        .or_else(|| (first.earlier == Point::ORIGIN).then_some(rest.len()))
    else {
        return (None, None);
    };
    let (down, up) = rest.split_at(origin);
    let not_before = (last.later != Point::ORIGIN).then(|| side(drawing, last.later, sum(down).saturating_neg()));
    let not_after = (first.earlier != Point::ORIGIN).then(|| side(drawing, first.earlier, sum(up)));
    (not_before, not_after)
}

fn side(drawing: &Drawing<'_>, point: Point, tick: i64) -> Side {
    Side { event: drawing.order.event(rank_of(point)), is_end: point.0.is_multiple_of(2), day: day(tick) }
}

/// The statements of a chain of constraints with the clauses that matter, each once.
pub(super) fn premises(
    reasons: &Reasons,
    chain: &[Constraint],
    drawn: impl Fn(Reason) -> Arc<[Drawn]>,
) -> Vec<Premise> {
    let mut premises: Vec<Premise> = Vec::new();
    let mut seen = FxHashSet::default();
    for constraint in chain {
        let statement = reasons.statements[constraint.reason.0 as usize];
        let drawn = drawn(constraint.reason);
        let here = drawn.binary_search_by(|drawn| drawn.constraint.place().cmp(&constraint.place()));
        let clause = here.ok().and_then(|here| drawn[here].clause);
        if seen.insert((statement, clause.map(|clause| (clause.key, clause.target.span())))) {
            premises.push(Premise { statement, clause });
        }
    }
    // That an event starts before it ends goes without saying.
    let says: FxHashSet<StatementId> =
        premises.iter().filter(|premise| premise.clause.is_some()).map(|premise| premise.statement).collect();
    premises.retain(|premise| premise.clause.is_some() || !says.contains(&premise.statement));
    premises
}

fn kind(premises: &[Premise], statements: usize) -> Kind {
    let has =
        |keys: &[Key]| premises.iter().any(|premise| premise.clause.is_some_and(|clause| keys.contains(&clause.key)));
    if has(&[Key::BecauseOf, Key::LeadsTo]) {
        Kind::Cause
    } else if has(&[Key::Gap]) {
        Kind::Gap
    } else if has(&[Key::Before, Key::After]) {
        Kind::Order
    } else if statements == 1 && !has(&[Key::On, Key::During, Key::SameTimeAs]) {
        Kind::Inverted
    } else {
        Kind::Date
    }
}

impl Contradiction {
    /// Takes in what another contradiction over the same matter says.
    fn join(&mut self, other: &Contradiction) {
        self.conflicts.extend(other.conflicts.iter().cloned());
        for premise in &other.premises {
            let known = self.premises.iter().chain(&self.others).any(|known| known.statement == premise.statement);
            if !known {
                self.others.push(*premise);
            }
        }
        for statement in &other.confirmed {
            if !self.confirmed.contains(statement) {
                self.confirmed.push(*statement);
            }
        }
    }
}
