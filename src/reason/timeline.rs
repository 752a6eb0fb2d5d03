//! The timeline: what the statements imply about when events start and end, with why, and where they collide.
//!
//! Statements are assumed, as difference constraints in one [`network`](super::network); laws (a source is not older
//! than what it attests) are not, they are tested by rules against the bounds given here. The voices are laid one over
//! another: the paper alone, with what its sources say, with the record. A contradiction is reported at the first layer
//! at which it stands; what is assumed past it is what remains when its weakest statements are set aside.
//!
//! Two networks are solved: the *hard* one with every day that a date allows, whose contradictions are certain, and the
//! *nominal* one with the days that it names, of those events alone that a date with two readings can have an effect on.
//!
//! A statement takes part if it is about an event, is not denied, is meant as a fact or a report, and binds the paper,
//! a source or the record itself: what is attributed to a speaker binds the speaker. An owner's statement does not
//! depend on the order of files and records: events and statements are numbered by their ids.

mod constraints;
mod contradiction;

use rayon::prelude::*;

use crate::finding::{Certainty, Contradicts};
use crate::model::{Clause, Dossier, EventId, Key, Ref, StatementId, Target, Voice};
use crate::text::Texts;
use crate::time::Day;
use constraints::{Drawing, Reading, day_of, end, first_tick, start};
use contradiction::grouped;

pub use contradiction::{Contradiction, Kind, Premise, Side};

use super::network::{self, Constraint, Network, Point, Reason, Solution};

/// What the statements imply about time.
#[derive(Debug)]
pub struct Timeline {
    /// The contradictions among the statements, in canonical order.
    pub contradictions: Vec<Contradiction>,
    /// Whether every contradiction was looked for to the end. Where not, there are so many that some may be missing.
    pub complete: bool,
    hard: Layers,
    nominal: Option<Layers>,
    /// By event: beyond these no layer of either reading shows anything.
    extents: Vec<Extent>,
    /// By event, whether anything bounds it at the top layer.
    dated: Vec<bool>,
}

/// The last day that anything forces an event to start at or after, and the first that anything forces it to be over by;
/// what 32 bits do not hold is the nearest that they do.
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
    constraints: Vec<Constraint>,
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
        let (order, reasons) = rayon::join(|| Order::new(texts, dossier), || Reasons::new(texts, dossier));
        let (hard, mut contradictions, mut complete) = Layers::solve(dossier, Reading::Hard, order, reasons);
        let softened = softened(dossier, &hard.reasons);
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
        Self { contradictions, complete, hard, nominal, extents, dated }
    }

    /// Whether anything says when the event starts or ends.
    pub fn is_dated(&self, event: EventId) -> bool {
        self.dated[event.index()]
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
        let rank = self.hard.order.rank(event);
        let Some((_, top)) = self.hard.solutions.last() else { return Vec::new() };
        let mut chain = top.why_earliest(&self.hard.constraints, start(rank));
        chain.extend(top.why_latest(&self.hard.constraints, end(rank)));
        self.hard.premises(dossier, &chain)
    }

    /// The statements that force the earliest start of an event, at the top layer, from the calendar on.
    pub fn why_not_before(&self, dossier: &Dossier, event: EventId) -> Vec<Premise> {
        let point = start(self.hard.order.rank(event));
        let top = self.hard.solutions.last();
        top.map_or_else(Vec::new, |(_, top)| {
            self.hard.premises(dossier, &top.why_earliest(&self.hard.constraints, point))
        })
    }

    /// The statements that force the latest end of an event, at the top layer, from the calendar on.
    pub fn why_not_after(&self, dossier: &Dossier, event: EventId) -> Vec<Premise> {
        let point = end(self.hard.order.rank(event));
        let top = self.hard.solutions.last();
        top.map_or_else(Vec::new, |(_, top)| {
            self.hard.premises(dossier, &top.why_latest(&self.hard.constraints, point))
        })
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
            let slack = tick - first_tick(limit.number() + 1);
            Some(Forced { day: day(tick), slack, chain: solution.why_earliest(&layers.constraints, point) })
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
            let slack = first_tick(limit.number()) - 1 - tick;
            Some(Forced { day: day(tick), slack, chain: solution.why_latest(&layers.constraints, point) })
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
        let numbered = dossier.events.par_iter().enumerate();
        let mut ids: Vec<(Id<'_>, u32)> =
            numbered.map(|(index, event)| (Id::new(texts.read(event.id)), index as u32)).collect();
        ids.par_sort_unstable();
        Self::of(ids.into_iter().map(|(_, index)| index).collect(), dossier.events.len())
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
fn softened(dossier: &Dossier, reasons: &Reasons) -> Vec<bool> {
    let mut parts = Parts((0..dossier.events.len() as u32).collect());
    let mut soft = Vec::new();
    for statement in reasons.statements.iter().map(|&statement| &dossier[statement]) {
        let Some(event) = dossier.event_of(statement) else { continue };
        for clause in dossier.clauses(statement) {
            if let Target::Event(Ref { target: Some(other), .. }) = clause.target {
                parts.join(event, other);
            }
        }
        if dossier.clauses(statement).iter().any(|clause| has_two_readings(dossier, clause)) {
            soft.push(event);
        }
    }
    let mut is_soft = vec![false; dossier.events.len()];
    for event in soft {
        is_soft[parts.root(event.index() as u32) as usize] = true;
    }
    (0..dossier.events.len() as u32).map(|event| is_soft[parts.root(event) as usize]).collect()
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

/// Events in disjoint sets, each by a parent (Galler and Fischer 1964).
struct Parts(Vec<u32>);

impl Parts {
    fn root(&mut self, mut event: u32) -> u32 {
        while self.0[event as usize] != event {
            self.0[event as usize] = self.0[self.0[event as usize] as usize];
            event = self.0[event as usize];
        }
        event
    }

    fn join(&mut self, one: EventId, other: EventId) {
        let (one, other) = (self.root(one.index() as u32), self.root(other.index() as u32));
        self.0[one.max(other) as usize] = one.min(other);
    }
}

/// An id to sort by. Its first letters stand beside it, since the text of all ids is read from all over the memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Id<'t> {
    first: u128,
    id: &'t str,
}

impl<'t> Id<'t> {
    fn new(id: &'t str) -> Self {
        let mut first = [0; size_of::<u128>()];
        let length = id.len().min(first.len());
        first[..length].copy_from_slice(&id.as_bytes()[..length]);
        Self { first: u128::from_be_bytes(first), id }
    }
}

impl Reasons {
    fn new(texts: &Texts, dossier: &Dossier) -> Self {
        let takes_part = |statement: &crate::model::Statement| {
            let known = dossier.event_of(statement).is_some() && !statement.clauses.is_empty();
            known
                && dossier.stands(statement)
                && statement.denied.is_none()
                && statement.mode.asserts()
                && statement.said_by.is_none()
        };
        let numbered = dossier.statements.par_iter().enumerate();
        let mut keyed: Vec<_> = numbered
            .filter(|(_, statement)| takes_part(statement))
            .map(|(index, statement)| {
                let owner = dossier.id(texts, dossier.owner_record(statement.owner));
                (statement.owner.voice(), Id::new(owner), StatementId::new(index))
            })
            .collect();
        // Two statements of one owner keep their order; two evidences of one source are told apart by their words.
        keyed.par_sort_unstable_by(|a, b| {
            let place = |id: StatementId| {
                matches!(dossier[id].owner, crate::model::Owner::Evidence(_)).then(|| texts.slice(dossier[id].span))
            };
            (a.0, a.1, place(a.2), a.2).cmp(&(b.0, b.1, place(b.2), b.2))
        });
        Self {
            voices: keyed.iter().map(|(voice, ..)| *voice).collect(),
            statements: keyed.into_iter().map(|(.., statement)| statement).collect(),
        }
    }
}

impl Layers {
    /// Solves the network of one reading, layer by layer. Also says what contradicts what, and whether that is all.
    fn solve(dossier: &Dossier, reading: Reading, order: Order, reasons: Reasons) -> (Self, Vec<Contradiction>, bool) {
        let drawing = Drawing { dossier, order: &order, reading };
        let points = 1 + 2 * order.events.len() as u32;
        let network = Network::new(points, reasons.statements.len() as u32, constraints(&drawing, &reasons));
        let strength = strengths(&network, &reasons);
        let mut kept = vec![true; reasons.statements.len()];
        let (mut contradictions, mut complete) = (Vec::new(), true);
        let mut solutions: Vec<(Voice, Solution)> = Vec::new();
        for voice in [Voice::Paper, Voice::Source, Voice::Record] {
            if voice != Voice::Paper && !reasons.voices.contains(&voice) {
                continue;
            }
            let assumed: Vec<bool> =
                reasons.voices.iter().zip(&kept).map(|(said, kept)| *kept && *said <= voice).collect();
            let below = solutions.last().map(|(_, below)| below);
            let solution = network::solve(&network, &assumed, &strength, below);
            for reason in &solution.set_aside {
                kept[reason.0 as usize] = false;
            }
            complete &= solution.complete;
            contradictions.extend(grouped(&drawing, &reasons, &solution, &strength));
            solutions.push((voice, solution));
        }
        let constraints = network.into_constraints();
        (Self { reading, order, reasons, constraints, solutions }, contradictions, complete)
    }

    /// The statements that no layer sets aside and that are wanted.
    fn remaining(&self, wanted: impl Fn(StatementId) -> bool) -> Reasons {
        let said = self.reasons.statements.iter().zip(&self.reasons.voices).zip(0..);
        let kept = said.filter(|((statement, _), number)| !self.sets_aside(Reason(*number)) && wanted(**statement));
        let (statements, voices) = kept.map(|((statement, voice), _)| (*statement, *voice)).unzip();
        Reasons { statements, voices }
    }

    fn sets_aside(&self, reason: Reason) -> bool {
        self.solutions.iter().any(|(_, solution)| solution.set_aside.binary_search(&reason).is_ok())
    }

    /// Whether no layer sets aside a statement of the chain.
    fn stands(&self, chain: &[Constraint]) -> bool {
        !chain.iter().any(|constraint| self.sets_aside(constraint.reason))
    }

    /// For each constraint of a chain another statement that ties the same two points as closely, up to a slack: that of
    /// the strongest voice, among the first few.
    fn instead(&self, dossier: &Dossier, chain: &[Constraint], slack: i64) -> Vec<(Premise, Premise)> {
        let mut instead = Vec::new();
        for constraint in chain {
            let own = dossier[self.reasons.statements[constraint.reason.0 as usize]].owner;
            let is_other = |other: &&Constraint| {
                dossier[self.reasons.statements[other.reason.0 as usize]].owner != own && !self.sets_aside(other.reason)
            };
            let others = self.parallel(constraint, slack).iter().take(PARALLEL).filter(is_other);
            let Some(other) = others.max_by_key(|other| self.reasons.voices[other.reason.0 as usize]) else { continue };
            let [own, other] = [constraint, other].map(|constraint| self.premises(dossier, &[*constraint]));
            instead.extend(own.first().copied().zip(other.first().copied()));
        }
        instead
    }

    /// The constraints between the same two points that are as close, up to a slack.
    fn parallel(&self, constraint: &Constraint, slack: i64) -> &[Constraint] {
        // They stand in the order of these.
        let key = |other: &Constraint| (other.earlier, other.later, other.at_most);
        let (earlier, later, closest) =
            (constraint.earlier, constraint.later, constraint.at_most.saturating_add(slack));
        let from = self.constraints.partition_point(|other| key(other) < (earlier, later, i64::MIN));
        let until = self.constraints.partition_point(|other| key(other) <= (earlier, later, closest));
        &self.constraints[from..until]
    }

    fn premises(&self, dossier: &Dossier, chain: &[Constraint]) -> Vec<Premise> {
        let drawing = Drawing { dossier, order: &self.order, reading: self.reading };
        contradiction::premises(&drawing, &self.reasons, chain)
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
/// stronger than its like.
fn strengths(network: &Network, reasons: &Reasons) -> Vec<u32> {
    let base = |voice: &Voice| match voice {
        Voice::Paper => PAPER,
        Voice::Source => SOURCE,
        Voice::Record => RECORD,
    };
    let strengths: Vec<u32> = reasons.voices.iter().map(base).collect();
    if !reasons.voices.contains(&Voice::Record) || reasons.voices.last() == reasons.voices.first() {
        return strengths;
    }
    let record = solve_record(network, reasons);
    let bound = |point: Point, of: fn(&Solution, Point) -> Option<i64>| {
        if point == Point::ORIGIN { Some(0) } else { of(&record, point) }
    };
    let judged = |(number, strength): (usize, u32)| {
        let brought = || network.constraints_of(Reason(number as u32));
        let is_refuted = |constraint: Constraint| {
            let least = bound(constraint.later, Solution::earliest).zip(bound(constraint.earlier, Solution::latest));
            least.is_some_and(|(later, earlier)| later - earlier > constraint.at_most)
        };
        let is_implied = |constraint: Constraint| {
            let most = bound(constraint.later, Solution::latest).zip(bound(constraint.earlier, Solution::earliest));
            most.is_some_and(|(later, earlier)| later - earlier <= constraint.at_most)
        };
        let voice = reasons.voices[number];
        if voice != Voice::Record && brought().any(is_refuted) {
            refuted(voice)
        } else if brought().all(is_implied) {
            strength + IMPLIED
        } else {
            strength
        }
    };
    strengths.into_par_iter().enumerate().map(judged).collect()
}

/// What the record alone implies.
fn solve_record(network: &Network, reasons: &Reasons) -> Solution {
    let is_record = |reason: &Reason| reasons.voices[reason.0 as usize] == Voice::Record;
    let own = (0..network.reasons()).map(Reason).filter(is_record);
    let constraints = own.flat_map(|reason| network.constraints_of(reason)).collect();
    network::solve(&Network::new(network.points(), network.reasons(), constraints), &[], &[], None)
}

/// So many statements are looked at for one that says what another does.
const PARALLEL: usize = 64;

/// A statement brings about so many constraints: an event on a date, two bounds for its start and its end.
const CONSTRAINTS: usize = 4;

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
