//! What leads to a thing does not come of it in its turn.
//!
//! # Why
//! "The strike led to the lock-out", and ten pages on "the lock-out set off the strike": each reads well alone, and
//! together they explain nothing. No date is needed to see it.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "strike"
//!
//! [[event]]
//! id = "lock-out"
//!
//! [[claim]]
//! id = "strike-first"
//! cites = ["gazette"]
//! says = { event = "strike", leads-to = "lock-out" }
//!
//! [[claim]]
//! id = "lock-out-first"
//! cites = ["gazette"]
//! says = { event = "strike", because-of = "lock-out" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[event]]
//! id = "strike"
//!
//! [[event]]
//! id = "lock-out"
//!
//! [[event]]
//! id = "wage-cut"
//!
//! [[claim]]
//! id = "strike-first"
//! cites = ["gazette"]
//! says = { event = "strike", leads-to = "lock-out" }
//!
//! [[claim]]
//! id = "wage-cut-first"
//! cites = ["gazette"]
//! says = { event = "strike", because-of = "wage-cut" }
//! ```
//!
//! # When it stays silent
//! A link of the circle is denied, hedged, planned or attributed to a speaker (`said-by`). Two things that feed each
//! other for years are not one cause each: make an event of each stage, or allow it with that reason, which is why it
//! is no error. Of events that are entangled in several circles one is reported, a shortest one through the first of
//! them by id. What the dates of cause and effect say is for `effect-before-cause`.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Clause, EventId, Key, Record, Statement, Target};
use crate::reason::Knots;
use crate::rules::{Case, told};
use crate::text::listed;

pub(crate) const RULE: &str = "circular-cause";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["statement of what leads to what", "statements of what leads to what"];

/// So many links of a circle are pointed at.
const LABELS: usize = 8;
/// So many are named in a message.
const NAMED: usize = 4;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let causes = Causes::new(case);
    for link in &causes.links {
        if causes.knots.of[link.from] != causes.knots.of[link.to] {
            verdicts.fine(|| [link.clause.target.span()], || "no way leads back to the cause".to_owned());
        }
    }
    for knot in causes.knots.all.iter().filter(|knot| causes.knots.is_circle(knot)) {
        verdicts.find(causes.tell(case, &causes.knots.shortest_circle(knot[0])));
    }
}

/// That one event leads to another, as a statement says.
struct Link<'c> {
    from: usize,
    to: usize,
    statement: &'c Statement,
    clause: &'c Clause,
}

/// What leads to what.
struct Causes<'c> {
    /// The events that do or are led to, by id.
    events: Vec<EventId>,
    /// The paper's in front, each voice's by the ids of who says it.
    links: Vec<Link<'c>>,
    /// The first link from an event to another.
    first: FxHashMap<(usize, usize), usize>,
    knots: Knots,
}

impl<'c> Causes<'c> {
    fn new(case: &Case<'c>) -> Self {
        let asserted = |statement: &&Statement| {
            statement.denied.is_none() && statement.said_by.is_none() && statement.mode.asserts()
        };
        let stands = case.dossier.statements.iter().filter(|statement| case.dossier.stands(statement)).filter(asserted);
        let mut said: Vec<_> = stands
            .flat_map(|statement| {
                let clauses = case.dossier.clauses(statement).iter();
                clauses.filter_map(move |clause| Some((cause_and_effect(case, statement, clause)?, statement, clause)))
            })
            .collect();
        said.sort_by_cached_key(|(_, statement, clause)| {
            let owner = case.dossier.owner_record(statement.owner);
            (statement.owner.voice(), case.dossier.id(case.texts, owner), clause.target.span())
        });
        let mut events: Vec<EventId> = said.iter().flat_map(|(ends, ..)| *ends).collect();
        events.sort_by_key(|&event| case.dossier.id(case.texts, Record::Event(event)));
        events.dedup();
        let places: FxHashMap<EventId, usize> = events.iter().enumerate().map(|(at, &event)| (event, at)).collect();
        let mut leads = vec![Vec::new(); events.len()];
        let links = said.into_iter().map(|(ends, statement, clause)| {
            let [from, to] = ends.map(|event| places[&event]);
            leads[from].push(to);
            Link { from, to, statement, clause }
        });
        let links: Vec<Link<'c>> = links.collect();
        let mut first = FxHashMap::default();
        for (number, link) in links.iter().enumerate() {
            first.entry((link.from, link.to)).or_insert(number);
        }
        for led_to in &mut leads {
            led_to.sort_unstable();
            led_to.dedup();
        }
        Self { events, links, first, knots: Knots::new(leads) }
    }

    fn tell(&self, case: &Case<'_>, circle: &[usize]) -> Finding {
        let mut links: Vec<&Link<'_>> =
            (0..circle.len()).map(|at| self.link(circle[at], circle[(at + 1) % circle.len()])).collect();
        links.sort_by_key(|link| link.statement.owner.voice());
        let label = |link: &Link<'_>| {
            let [from, to] = [link.from, link.to].map(|at| case.name(self.events[at]));
            format!("{} says {from} leads to {to}", case.wording().owner(link.statement))
        };
        let message = self.message(case, circle);
        let mut finding = Finding::new(RULE, LEVEL, message, links[0].clause.target.span(), label(links[0]));
        for link in &links[1..links.len().min(LABELS)] {
            finding = finding.against(link.clause.target.span(), label(link));
        }
        let mut seen = FxHashSet::default();
        for link in &links {
            let owner = case.dossier.owner_record(link.statement.owner);
            if seen.insert(owner) {
                finding.subjects.push(case.dossier.subject(case.texts, owner));
            }
            let ends = [link.from, link.to].map(|at| case.dossier.id(case.texts, Record::Event(self.events[at])));
            finding.values.push(ends.join(" leads to "));
        }
        finding.conflicts = vec![links.iter().map(|link| link.statement.span).collect()];
        finding.contradicting(told::whose(links.iter().map(|link| link.statement.owner.voice()))).help(
            "take out or turn round the one that is wrong, or make an event of each stage of what goes to and fro",
        )
    }

    fn message(&self, case: &Case<'_>, circle: &[usize]) -> String {
        let name = |at: usize| case.name(self.events[circle[at % circle.len()]]);
        // Behind so many links one event more is named.
        let more = circle.len().saturating_sub(NAMED + 1);
        let shown = 1..if more > 0 { NAMED } else { circle.len() };
        let mut rest: Vec<String> = shown.map(|at| format!("{} to {}", name(at), name(at + 1))).collect();
        if more > 0 {
            rest.push(format!("so on, over {more} more, to {}", name(0)));
        }
        match listed(&rest, "and").as_str() {
            "" => format!("{} is said to lead to itself", name(0)),
            rest => format!("{} is said to lead to {}, and {rest}", name(0), name(1)),
        }
    }

    /// The first link from the one to the other, of which there is at least one.
    fn link(&self, from: usize, to: usize) -> &Link<'c> {
        &self.links[self.first[&(from, to)]]
    }
}

fn cause_and_effect(case: &Case<'_>, statement: &Statement, clause: &Clause) -> Option<[EventId; 2]> {
    let Target::Event(other) = clause.target else { return None };
    let (own, other) = (case.dossier.event_of(statement)?, other.target?);
    match clause.key {
        Key::LeadsTo => Some([own, other]),
        Key::BecauseOf => Some([other, own]),
        _ => None,
    }
}
