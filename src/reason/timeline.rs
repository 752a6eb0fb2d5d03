//! The timeline: what the statements imply about when events start and end, with why, and where they collide.
//!
//! Statements are assumed, as difference constraints in one [`network`](super::network); laws (a source is not older
//! than what it attests) are not, they are tested by rules against the bounds given here. The voices are laid one over
//! another: the paper alone, with what its sources say, with the record. A contradiction is reported at the first layer
//! at which it stands; what is assumed past it is what remains when its weakest statements are set aside.
//!
//! Two networks are solved: the *hard* one with every day that a date allows, whose contradictions are certain, and the
//! *nominal* one with the days that it names, of those events alone that a date with two readings can have an effect
//! on.
//!
//! A statement takes part if it is about an event, is not denied, is meant as a fact or a report, and binds the paper,
//! a source or the record itself: what is attributed to a speaker binds the speaker. An owner's statement does not
//! depend on the order of files and records: events and statements are numbered by their ids.

mod constraints;
mod contradiction;
mod parallel;

use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::finding::{Certainty, Contradicts};
use crate::model::{Clause, Dossier, EventId, Key, Owner, Statement, StatementId, Target, Voice};
use crate::text::Texts;
use crate::time::Day;
use constraints::{Drawing, Drawn, Reading, day_of, end, events_of, first_tick, start};
use contradiction::grouped;
use parallel::Parallel;

pub use contradiction::{Contradiction, Kind, Premise, Side};

use super::network::{Constraint, Network, Point, Reason, Solution, Solver};
use super::sets::Sets;

/// What the statements imply about time.
#[derive(Debug)]
pub struct Timeline {
    /// The contradictions among the statements, in canonical order.
    pub contradictions: Vec<Contradiction>,
    /// Whether every contradiction was looked for to the end. Where not, there are so many that some may be missing.
    pub complete: bool,
    /// All statements in canonical order: by voice, and by the ids of those whose they are.
    pub(super) statements: Vec<StatementId>,
    hard: Layers,
    nominal: Option<Layers>,
    /// By event: beyond these no layer of either reading shows anything.
    extents: Vec<Extent>,
    /// By event, whether anything bounds it at the top layer.
    dated: Vec<bool>,
}

/// The last day that anything forces an event to start at or after, and the first that anything forces it to be over
/// by; what 32 bits do not hold is the nearest that they do.
#[derive(Clone, Copy, Debug)]
struct Extent {
    start: i32,
    end: i32,
}

/// The statements that take part, in canonical order: the number of a [`Reason`] is its place here.
#[derive(Debug)]
struct Reasons {
    statements: Vec<StatementId>,
    voices: Vec<Voice>,
}

/// One network, solved with one voice after the other. A layer that adds no statement is the one below it.
#[derive(Debug)]
struct Layers {
    reading: Reading,
    order: Order,
    reasons: Reasons,
    /// By reason, the number of its first constraint. They are drawn again where they are asked for.
    owned: Vec<u32>,
    parallel: Parallel,
    /// The constraints of statements with many clauses, of those that were asked for.
    crowded: Mutex<FxHashMap<Reason, Arc<[Drawn]>>>,
    solutions: Vec<(Voice, Solution)>,
}

/// Why an event surely starts after, or is surely over before, a day.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The earliest day of its start, or the latest of its end.
    pub day: Day,
    /// Certain, or nominal.
    pub certainty: Certainty,
    /// The first layer at which it is so.
    pub contradicts: Contradicts,
    /// The statements that force it, from the calendar to the event.
    pub because: Vec<Premise>,
    /// Statements that would force it as well in the stead of one of these: which, and by which.
    pub instead: Vec<(Premise, Premise)>,
}

impl Timeline {
    /// The timeline of a dossier.
    pub fn new(texts: &Texts, dossier: &Dossier) -> Self {
        let (order, statements) = rayon::join(|| Order::new(texts, dossier), || canonical(texts, dossier));
        let reasons = Reasons::new(dossier, &statements);
        let ((hard, mut contradictions, mut complete), softened) =
            rayon::join(|| Layers::solve(dossier, Reading::Hard, order, reasons), || softened(dossier));
        let nominal = softened.contains(&true).then(|| {
            let order = hard.order.part(|event| softened[event.index()]);
            let reasons = hard.remaining(|statement| {
                dossier.event_of(&dossier[statement]).is_some_and(|event| softened[event.index()])
            });
            let (nominal, more, all) = Layers::solve(dossier, Reading::Nominal, order, reasons);
            contradictions.extend(more);
            complete &= all;
            nominal
        });
        let events = (0..dossier.events.len()).into_par_iter().map(EventId::new);
        let (extents, dated) = events.map(|event| extent(event, &hard, nominal.as_ref())).unzip();
        Self { contradictions, complete, statements, hard, nominal, extents, dated }
    }

    /// Whether anything says when the event starts or ends.
    pub fn is_dated(&self, event: EventId) -> bool {
        self.dated[event.index()]
    }

    /// A day after which nothing forces the event to start, in any reading.
    pub fn latest_start(&self, event: EventId) -> Day {
        let start = self.extents[event.index()].start;
        Day::from_number(if start == i32::MAX { i64::MAX } else { start.into() })
    }

    /// The first and the last day of the event's start, and those of its end, at the top layer.
    pub fn start_and_end(&self, event: EventId) -> [(Option<Day>, Option<Day>); 2] {
        let rank = self.hard.order.rank(event);
        [start(rank), end(rank)].map(|point| match self.hard.solutions.last() {
            Some((_, top)) => (top.earliest(point).map(day), top.latest(point).map(day)),
            None => (None, None),
        })
    }

    /// The statements that give an event its earliest start and its latest end, at the top layer.
    pub fn why_dated(&self, dossier: &Dossier, event: EventId) -> Vec<Premise> {
        self.hard.premises(dossier, &self.hard.why_bounded(dossier, event).concat())
    }

    /// Statements that date an event as closely in the stead of one of those: which, and by which.
    pub fn dated_instead(&self, dossier: &Dossier, event: EventId) -> Vec<(Premise, Premise)> {
        let chain = self.hard.why_bounded(dossier, event).concat();
        self.hard.instead(dossier, &chain, 0)
    }

    /// The statements that force the earliest start of an event, at the top layer, from the calendar on.
    pub fn why_not_before(&self, dossier: &Dossier, event: EventId) -> Vec<Premise> {
        let [earliest, _] = self.hard.why_bounded(dossier, event);
        self.hard.premises(dossier, &earliest)
    }

    /// The statements that force the latest end of an event, at the top layer, from the calendar on.
    pub fn why_not_after(&self, dossier: &Dossier, event: EventId) -> Vec<Premise> {
        let [_, latest] = self.hard.why_bounded(dossier, event);
        self.hard.premises(dossier, &latest)
    }

    /// Whether the event surely starts after `limit`, and why. The nominal reading is asked of `nominal_limit`.
    pub fn starts_after(
        &self,
        dossier: &Dossier,
        event: EventId,
        limit: Option<Day>,
        nominal_limit: Option<Day>,
    ) -> Option<Bound> {
        let extent = self.extents[event.index()].start;
        if [limit, nominal_limit].into_iter().flatten().all(|limit| extent < in_32_bits(limit)) {
            return None;
        }
        self.first_layer(dossier, event, [limit, nominal_limit], |layers, solution, limit| {
            let point = start(layers.order.rank(event));
            let tick = solution.earliest(point).filter(|tick| day(*tick) > limit)?;
            let slack = tick.saturating_sub(first_tick(limit.number() + 1));
            Some(Forced { day: day(tick), slack, chain: layers.why_earliest(dossier, solution, point) })
        })
    }

    /// Whether the event is surely over before `limit`, and why. The nominal reading is asked of `nominal_limit`.
    pub fn over_before(
        &self,
        dossier: &Dossier,
        event: EventId,
        limit: Option<Day>,
        nominal_limit: Option<Day>,
    ) -> Option<Bound> {
        let extent = self.extents[event.index()].end;
        if [limit, nominal_limit].into_iter().flatten().all(|limit| in_32_bits(limit) < extent) {
            return None;
        }
        self.first_layer(dossier, event, [limit, nominal_limit], |layers, solution, limit| {
            let point = end(layers.order.rank(event));
            let tick = solution.latest(point).filter(|tick| day(*tick) < limit)?;
            let slack = (first_tick(limit.number()) - 1).saturating_sub(tick);
            Some(Forced { day: day(tick), slack, chain: layers.why_latest(dossier, solution, point) })
        })
    }

    /// A layer whose statements a later voice sets aside shows nothing: one wrong statement of the paper does not bend
    /// the bounds by which the rest is judged.
    fn first_layer(
        &self,
        dossier: &Dossier,
        event: EventId,
        [limit, nominal_limit]: [Option<Day>; 2],
        test: impl Fn(&Layers, &Solution, Day) -> Option<Forced>,
    ) -> Option<Bound> {
        let softened = self.nominal.as_ref().filter(|nominal| nominal.order.holds(event));
        let hard = limit.map(|limit| (&self.hard, limit, Certainty::Certain));
        let nominal = nominal_limit.map(|limit| (softened.unwrap_or(&self.hard), limit, Certainty::Nominal));
        hard.into_iter().chain(nominal).find_map(|(layers, limit, certainty)| {
            layers.solutions.iter().find_map(|(voice, solution)| {
                let Forced { day, slack, chain } = test(layers, solution, limit)?;
                let because = layers.stands(&chain).then(|| layers.premises(dossier, &chain))?;
                let instead = layers.instead(dossier, &chain, slack);
                Some(Bound { day, certainty, contradicts: voice_word(*voice), because, instead })
            })
        })
    }
}

/// A day that a chain of constraints forces, and by how many ticks more than it takes.
struct Forced {
    day: Day,
    slack: i64,
    chain: Vec<Constraint>,
}

fn day(tick: i64) -> Day {
    Day::from_number(day_of(tick))
}

/// The extent of an event over all layers, and whether the top one bounds it.
fn extent(event: EventId, hard: &Layers, nominal: Option<&Layers>) -> (Extent, bool) {
    let softened = nominal.filter(|nominal| nominal.order.holds(event));
    let all = std::iter::once(hard).chain(softened).flat_map(|layers| {
        let rank = layers.order.rank(event);
        layers.solutions.iter().map(move |(_, solution)| (solution.earliest(start(rank)), solution.latest(end(rank))))
    });
    let mut extent = Extent { start: i32::MIN, end: i32::MAX };
    for (first, last) in all {
        extent.start = extent.start.max(first.map_or(i32::MIN, |tick| in_32_bits(day(tick))));
        extent.end = extent.end.min(last.map_or(i32::MAX, |tick| in_32_bits(day(tick))));
    }
    let rank = hard.order.rank(event);
    let top = hard.solutions.last();
    let bounded = top.is_some_and(|(_, top)| top.earliest(start(rank)).or(top.latest(end(rank))).is_some());
    (extent, bounded)
}

/// The nearest day number of 32 bits.
fn in_32_bits(day: Day) -> i32 {
    day.number().clamp(i32::MIN.into(), i32::MAX.into()) as i32
}

fn voice_word(voice: Voice) -> Contradicts {
    match voice {
        Voice::Paper => Contradicts::Itself,
        Voice::Source => Contradicts::Source,
        Voice::Record => Contradicts::Record,
    }
}

/// Events in the order of their ids: their points are numbered so.
#[derive(Debug)]
struct Order {
    events: Vec<u32>,
    ranks: Vec<u32>,
}

impl Order {
    const ABSENT: u32 = u32::MAX;

    fn new(texts: &Texts, dossier: &Dossier) -> Self {
        let id = |index: u32| texts.read(dossier.events[index as usize].id);
        let events = 0..dossier.events.len() as u32;
        let mut keyed: Vec<(u128, u32)> = events.into_par_iter().map(|index| (prefix(id(index)), index)).collect();
        keyed.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| (id(a.1), a.1).cmp(&(id(b.1), b.1))));
        Self::of(keyed.into_iter().map(|(_, index)| index).collect(), dossier.events.len())
    }

    /// Those of the events that are wanted, in the same order.
    fn part(&self, wanted: impl Fn(EventId) -> bool) -> Self {
        let events = self.events.iter().copied().filter(|&index| wanted(EventId::new(index as usize)));
        Self::of(events.collect(), self.ranks.len())
    }

    /// So many of `all` events.
    fn of(events: Vec<u32>, all: usize) -> Self {
        let mut ranks = vec![Self::ABSENT; all];
        for (rank, &index) in (0..).zip(&events) {
            ranks[index as usize] = rank;
        }
        Self { events, ranks }
    }

    fn holds(&self, event: EventId) -> bool {
        self.rank(event) != Self::ABSENT
    }

    fn rank(&self, event: EventId) -> u32 {
        self.ranks[event.index()]
    }

    fn event(&self, rank: u32) -> EventId {
        EventId::new(self.events[rank as usize] as usize)
    }
}

/// The events that a date with two readings can have an effect on, by way of any chain of statements.
fn softened(dossier: &Dossier) -> Vec<bool> {
    let mut parts = Sets::new(dossier.events.len());
    let mut soft = Vec::new();
    for statement in dossier.statements.iter().filter(|statement| takes_part(dossier, statement)) {
        let Some(event) = dossier.event_of(statement) else { continue };
        for other in events_of(dossier, statement) {
            parts.join(event.index(), other.index());
        }
        if dossier.clauses(statement).iter().any(|clause| has_two_readings(dossier, clause)) {
            soft.push(event);
        }
    }
    let mut is_soft = vec![false; dossier.events.len()];
    for event in soft {
        is_soft[parts.root(event.index())] = true;
    }
    (0..dossier.events.len()).map(|event| is_soft[parts.root(event)]).collect()
}

fn has_two_readings(dossier: &Dossier, clause: &Clause) -> bool {
    match clause.target {
        Target::Date(date) => {
            let when = &dossier[date.when];
            when.hard() != when.nominal() || matches!(clause.key, Key::Before | Key::After)
        }
        Target::Gap(..) => true,
        Target::Event(_) | Target::Entity(_) => false,
    }
}

/// The first letters of an id, to sort by: nearly all are told apart without a look at the texts, which lie all over
/// the memory.
fn prefix(id: &str) -> u128 {
    let mut first = [0; size_of::<u128>()];
    let length = id.len().min(first.len());
    first[..length].copy_from_slice(&id.as_bytes()[..length]);
    u128::from_be_bytes(first)
}

/// Every statement: by voice, and by the ids of those whose they are. Two statements of one owner keep their order; two
/// evidences of one source are told apart by their words. What one claim, fact or event says is sorted as one.
fn canonical(texts: &Texts, dossier: &Dossier) -> Vec<StatementId> {
    let statements = &dossier.statements;
    let is_evidence = |at: usize| matches!(statements[at].owner, Owner::Evidence(_));
    let goes_on = |at: usize| at > 0 && statements[at].owner == statements[at - 1].owner && !is_evidence(at);
    let owner = |at: u32| dossier.id(texts, dossier.owner_record(statements[at as usize].owner));
    let starts = (0..statements.len()).into_par_iter().filter(|&at| !goes_on(at));
    let mut keyed: Vec<(Voice, u128, u32)> =
        starts.map(|at| (statements[at].owner.voice(), prefix(owner(at as u32)), at as u32)).collect();
    keyed.par_sort_unstable_by(|a, b| {
        let letters = |at: u32| is_evidence(at as usize).then(|| texts.slice(statements[at as usize].span));
        let whole = |at: u32| (owner(at), letters(at), at);
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| whole(a.2).cmp(&whole(b.2)))
    });
    let all = keyed.into_iter().flat_map(|(.., start)| {
        let behind = (start as usize + 1..statements.len()).take_while(|&at| goes_on(at));
        std::iter::once(start as usize).chain(behind).map(StatementId::new)
    });
    all.collect()
}

/// Whether a statement is assumed.
fn takes_part(dossier: &Dossier, statement: &Statement) -> bool {
    let known = dossier.event_of(statement).is_some() && !statement.clauses.is_empty();
    known
        && dossier.stands(statement)
        && statement.denied.is_none()
        && statement.mode.asserts()
        && statement.said_by.is_none()
}

impl Reasons {
    /// The statements that take part, of all in canonical order.
    fn new(dossier: &Dossier, statements: &[StatementId]) -> Self {
        let taking = statements.par_iter().copied().filter(|&id| takes_part(dossier, &dossier[id]));
        let (statements, voices) = taking.map(|id| (id, dossier[id].owner.voice())).unzip();
        Self { statements, voices }
    }

    /// The reasons of a voice.
    fn of(&self, voice: Voice) -> Vec<Reason> {
        let from = self.voices.partition_point(|&other| other < voice) as u32;
        let until = self.voices.partition_point(|&other| other <= voice) as u32;
        (from..until).map(Reason).collect()
    }
}

impl Layers {
    /// Solves the network of one reading, layer by layer. Also says what contradicts what, and whether that is all.
    fn solve(dossier: &Dossier, reading: Reading, order: Order, reasons: Reasons) -> (Self, Vec<Contradiction>, bool) {
        let drawing = Drawing { dossier, order: &order, reading };
        let points = 1 + 2 * order.events.len() as u32;
        let network = Network::new(points, reasons.statements.len() as u32, constraints(&drawing, &reasons));
        let mut solver = Solver::new(&network);
        let strength = strengths(&network, &mut solver, &reasons);
        let (mut contradictions, mut complete) = (Vec::new(), true);
        let mut solutions: Vec<(Voice, Solution)> = Vec::new();
        for voice in [Voice::Paper, Voice::Source, Voice::Record] {
            let said = reasons.of(voice);
            if voice != Voice::Paper && said.is_empty() {
                continue;
            }
            let solution = solver.assume(&said, &strength);
            complete &= solution.settled.complete;
            contradictions.extend(grouped(&drawing, &reasons, &solution, &strength));
            solutions.push((voice, solution));
        }
        drop(solver);
        let owned = network.into_owned();
        let (parallel, crowded) = (Parallel::default(), Mutex::default());
        (Self { reading, order, reasons, owned, parallel, crowded, solutions }, contradictions, complete)
    }

    /// The statements that no layer sets aside and that are wanted.
    fn remaining(&self, wanted: impl Fn(StatementId) -> bool + Sync) -> Reasons {
        let said = self.reasons.statements.par_iter().zip(&self.reasons.voices).enumerate();
        let kept =
            said.filter(|(number, (statement, _))| wanted(**statement) && !self.sets_aside(Reason(*number as u32)));
        let (statements, voices) = kept.map(|(_, (statement, voice))| (*statement, *voice)).unzip();
        Reasons { statements, voices }
    }

    fn sets_aside(&self, reason: Reason) -> bool {
        self.solutions.iter().any(|(_, solution)| solution.settled.set_aside.binary_search(&reason).is_ok())
    }

    /// Whether no layer sets aside a statement of the chain.
    fn stands(&self, chain: &[Constraint]) -> bool {
        !chain.iter().any(|constraint| self.sets_aside(constraint.reason))
    }

    /// The constraints that force the earliest start of an event, at the top layer, and those that force its latest
    /// end.
    fn why_bounded(&self, dossier: &Dossier, event: EventId) -> [Vec<Constraint>; 2] {
        let rank = self.order.rank(event);
        let Some((_, top)) = self.solutions.last() else { return [const { Vec::new() }; 2] };
        [self.why_earliest(dossier, top, start(rank)), self.why_latest(dossier, top, end(rank))]
    }

    fn why_earliest(&self, dossier: &Dossier, solution: &Solution, point: Point) -> Vec<Constraint> {
        solution.why_earliest(|id| self.constraint(dossier, id), point)
    }

    fn why_latest(&self, dossier: &Dossier, solution: &Solution, point: Point) -> Vec<Constraint> {
        solution.why_latest(|id| self.constraint(dossier, id), point)
    }

    fn constraint(&self, dossier: &Dossier, id: u32) -> Constraint {
        let reason = self.owned.partition_point(|&first| first <= id) - 1;
        self.drawn(dossier, Reason(reason as u32))[(id - self.owned[reason]) as usize].constraint
    }

    /// The constraints of a statement. Of one with many clauses, which each of a crowd may be asked for, they are kept.
    fn drawn(&self, dossier: &Dossier, reason: Reason) -> Arc<[Drawn]> {
        const LOCK: &str = "no thread panics while it holds the lock";
        let draw = || Drawing { dossier, order: &self.order, reading: self.reading }.of(&self.reasons, reason);
        if dossier.clauses(&dossier[self.reasons.statements[reason.0 as usize]]).len() < MANY {
            return draw();
        }
        Arc::clone(self.crowded.lock().expect(LOCK).entry(reason).or_insert_with(draw))
    }

    fn premises(&self, dossier: &Dossier, chain: &[Constraint]) -> Vec<Premise> {
        contradiction::premises(&self.reasons, chain, |reason| self.drawn(dossier, reason))
    }
}

/// The constraints of all statements, in the order of these.
fn constraints(drawing: &Drawing<'_>, reasons: &Reasons) -> Vec<Constraint> {
    let drawn = reasons.statements.par_chunks(CHUNK).enumerate().map(|(chunk, statements)| {
        let mut constraints = Vec::with_capacity(CONSTRAINTS * statements.len());
        let mut drawn = Vec::new();
        for (number, &statement) in (chunk * CHUNK..).zip(statements) {
            drawing.draw(&drawing.dossier[statement], Reason(number as u32), &mut drawn);
            constraints.extend(drawn.drain(..).map(|drawn| drawn.constraint));
        }
        constraints
    });
    drawn.collect::<Vec<_>>().concat()
}

/// So many statements are drawn at a time by one thread.
const CHUNK: usize = 1 << 12;

/// How strong each statement is. The record outranks the sources, and those the paper; of the paper's and the
/// sources' statements, one that the record alone refutes is weaker than all others, and one that it implies is
/// stronger than its like. In the solver nothing is assumed, before and after.
fn strengths<'n>(network: &'n Network, solver: &mut Solver<'n>, reasons: &Reasons) -> Vec<u32> {
    let base = |voice: &Voice| match voice {
        Voice::Paper => PAPER,
        Voice::Source => SOURCE,
        Voice::Record => RECORD,
    };
    let strengths: Vec<u32> = reasons.voices.iter().map(base).collect();
    if !reasons.voices.contains(&Voice::Record) || reasons.voices.last() == reasons.voices.first() {
        return strengths;
    }
    solver.settle(&reasons.of(Voice::Record), &[]);
    let record = &*solver;
    let points = (0..network.points()).into_par_iter().map(Point);
    let is_bounded: Vec<bool> = points
        .map(|point| point == Point::ORIGIN || record.latest(point).or(record.earliest(point)).is_some())
        .collect();
    let is_judged = |c: &Constraint| is_bounded[c.later.0 as usize] && is_bounded[c.earlier.0 as usize];
    let latest = |point: Point| if point == Point::ORIGIN { Some(0) } else { record.latest(point) };
    let earliest = |point: Point| if point == Point::ORIGIN { Some(0) } else { record.earliest(point) };
    let refutes = |c: &Constraint| {
        let least = earliest(c.later).zip(latest(c.earlier));
        least.is_some_and(|(later, earlier)| later.saturating_sub(earlier) > c.at_most)
    };
    let implies = |c: &Constraint| {
        let most = latest(c.later).zip(earliest(c.earlier));
        most.is_some_and(|(later, earlier)| later.saturating_sub(earlier) <= c.at_most)
    };
    let judged = |(number, strength): (usize, u32)| {
        let brought = network.constraints_of(Reason(number as u32));
        let voice = reasons.voices[number];
        if voice != Voice::Record && brought.iter().any(|c| is_judged(c) && refutes(c)) {
            refuted(voice)
        } else if brought.iter().all(|c| is_judged(c) && implies(c)) {
            strength + IMPLIED
        } else {
            strength
        }
    };
    let strengths = strengths.into_par_iter().enumerate().map(judged).collect();
    solver.reset();
    strengths
}

/// A statement brings about so many constraints: an event on a date, two bounds for its start and its end.
const CONSTRAINTS: usize = 4;

/// A statement of so many clauses is drawn once and kept.
const MANY: usize = 64;

/// The strengths of the voices, and what the record's verdict adds or takes.
const PAPER: u32 = 1_000_000;
const SOURCE: u32 = 2_000_000;
const RECORD: u32 = 3_000_000;
const IMPLIED: u32 = 1;

/// The strength of a statement that the record alone refutes: less than that of any that it does not.
fn refuted(voice: Voice) -> u32 {
    match voice {
        Voice::Paper => 100,
        Voice::Source | Voice::Record => 200,
    }
}
