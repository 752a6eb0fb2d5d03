//! Who takes part in an event at which they did not exist: what `outside-lifetime` and `anachronistic-name` share.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::finding::{Contradicts, Finding, Level, Verdicts};
use crate::model::{Clause, Date, Entity, EntityId, EventId, Key, Record, Ref, Statement, Target};
use crate::reason::Bound;
use crate::rules::Case;
use crate::text::Span;
use crate::time::Day;
use crate::wording;

use super::inverted::is_inverted;

/// Somebody who takes part, and the end of whose life that excludes it.
pub(super) struct Outside<'c> {
    pub(super) event: EventId,
    pub(super) statement: &'c Statement,
    pub(super) name: Ref<EntityId>,
    pub(super) id: EntityId,
    /// The end of the life, as the record has it.
    pub(super) end: Date,
    /// Whether the event comes before the life, not after it.
    pub(super) is_before: bool,
    pub(super) bound: Bound,
    /// Who stood there instead at that time: a predecessor or a successor.
    pub(super) instead: Option<EntityId>,
}

impl Outside<'_> {
    /// Where who takes part is named, and where the record tells of them.
    pub(super) fn places(&self, case: &Case<'_>) -> [Span; 2] {
        [self.name.word.span, case.dossier[self.id].id.span]
    }
}

/// Looks at everybody who takes part in an event; counts them, and hands on those outside their lives.
pub(super) fn each<'c>(
    case: &Case<'c>,
    lines: &Lines,
    verdicts: &mut Verdicts,
    mut found: impl FnMut(&mut Verdicts, Outside<'c>),
) {
    for statement in &case.dossier.statements {
        let Some(event) = case.dossier.event_of(statement) else { continue };
        if statement.denied.is_some() || statement.said_by.is_some() || !statement.mode.asserts() {
            continue;
        }
        for clause in case.dossier.clauses_of(statement, Key::Who) {
            let Some((name, id)) = participant(clause) else { continue };
            let entity = &case.dossier[id];
            if entity.from.is_none() && entity.until.is_none() {
                verdicts.not_checkable("no life on record", name.word.span);
                continue;
            }
            match outside(case, event, statement, name, id) {
                Some(mut outside) => match lines.stand_in(case, id, outside.is_before, days_of(case, event)) {
                    StandIn::Unknown => {
                        verdicts.left_out("more in one line of succession than are looked at", name.word.span);
                    }
                    StandIn::Nobody => found(verdicts, outside),
                    StandIn::One(instead) => {
                        outside.instead = Some(instead);
                        found(verdicts, outside);
                    }
                },
                None if case.timeline.is_dated(event) => verdicts.fine(
                    || [name.word.span, entity.id.span],
                    || format!("{}, and {}", case.wording().known(event), life(case, id)),
                ),
                None => verdicts.not_checkable("no date", name.word.span),
            }
        }
    }
}

/// The first day on which an event can have begun, and the last on which it can have ended.
fn days_of(case: &Case<'_>, event: EventId) -> [Option<Day>; 2] {
    let [(first, _), (_, last)] = case.timeline.start_and_end(event);
    [first, last]
}

fn participant(clause: &Clause) -> Option<(Ref<EntityId>, EntityId)> {
    match clause.target {
        Target::Entity(name) => Some((name, name.target?)),
        Target::Date(_) | Target::Event(_) | Target::Gap(..) => None,
    }
}

fn outside<'c>(
    case: &Case<'c>,
    event: EventId,
    statement: &'c Statement,
    name: Ref<EntityId>,
    id: EntityId,
) -> Option<Outside<'c>> {
    let entity = &case.dossier[id];
    if is_inverted(case, entity.from, entity.until) {
        return None;
    }
    let [first, last] = [entity.from, entity.until].map(|date| date.map(|date| (date, &case.dossier[date.when])));
    let before = first.and_then(|(date, when)| {
        let (hard, nominal) = (when.hard().earliest().day(), when.nominal().earliest().day());
        Some((date, case.timeline.over_before(case.dossier, event, hard, nominal)?, true))
    });
    let after = last.and_then(|(date, when)| {
        let (hard, nominal) = (when.hard().latest().day(), when.nominal().latest().day());
        Some((date, case.timeline.starts_after(case.dossier, event, hard, nominal)?, false))
    });
    let (end, bound, is_before) = before.into_iter().chain(after).max_by_key(|(_, bound, _)| bound.certainty)?;
    Some(Outside { event, statement, name, id, end, is_before, bound, instead: None })
}

/// Who stood there instead.
pub(super) enum StandIn {
    Nobody,
    One(EntityId),
    /// There are more in the line than are looked at.
    Unknown,
}

/// Up to so many predecessors or successors are looked at.
const LINE: usize = 256;

/// What continues what.
pub(super) struct Lines {
    /// What continues each entity that is continued, by id.
    after: FxHashMap<EntityId, Vec<EntityId>>,
}

impl Lines {
    pub(super) fn new(case: &Case<'_>) -> Self {
        let mut after: FxHashMap<EntityId, Vec<EntityId>> = FxHashMap::default();
        let mut all: Vec<EntityId> = (0..case.dossier.entities.len()).map(EntityId::new).collect();
        all.retain(|&id| !case.dossier[id].continues.is_empty());
        all.sort_by_key(|&id| case.dossier.id(case.texts, Record::Entity(id)));
        for id in all {
            for continued in case.dossier[id].continues.iter().filter_map(|name| name.target) {
                after.entry(continued).or_default().push(id);
            }
        }
        Self { after }
    }

    /// A predecessor (before) or successor (after), at however many removes, that may have existed between two days.
    pub(super) fn stand_in(
        &self,
        case: &Case<'_>,
        id: EntityId,
        is_before: bool,
        [first, last]: [Option<Day>; 2],
    ) -> StandIn {
        let existed = |other: &Entity| {
            let from = other.from.and_then(|date| case.dossier[date.when].hard().earliest().day());
            let until = other.until.and_then(|date| case.dossier[date.when].hard().latest().day());
            let begun = from.zip(last).is_none_or(|(from, last)| from <= last);
            begun && until.zip(first).is_none_or(|(until, first)| first <= until)
        };
        let (line, is_whole) = self.line(case, id, is_before);
        let there = line.into_iter().filter(|&other| existed(&case.dossier[other]));
        match there.min_by_key(|&other| case.id(Record::Entity(other))) {
            Some(other) => StandIn::One(other),
            None if is_whole => StandIn::Nobody,
            None => StandIn::Unknown,
        }
    }

    /// What an entity continues (before), or what continues it (after), the nearest first, and whether that is all.
    fn line(&self, case: &Case<'_>, id: EntityId, is_before: bool) -> (Vec<EntityId>, bool) {
        let mut line = vec![id];
        let mut known = FxHashSet::from_iter([id]);
        let mut at = 0;
        while let Some(&here) = line.get(at) {
            at += 1;
            let before = case.dossier[here].continues.iter().filter_map(|name| name.target).filter(|_| is_before);
            let after = self.after.get(&here).into_iter().flatten().copied().filter(|_| !is_before);
            for other in before.chain(after).filter(|&other| known.insert(other)) {
                if line.len() > LINE {
                    return (line.split_off(1), false);
                }
                line.push(other);
            }
        }
        (line.split_off(1), true)
    }
}

/// ``` `ussr` was there from 30 December 1922 to 26 December 1991 ```.
pub(super) fn life(case: &Case<'_>, id: EntityId) -> String {
    let entity = &case.dossier[id];
    let end = |date: Option<Date>, word: &str| {
        date.map_or_else(String::new, |date| format!(" {word} {}", case.dossier[date.when].spoken()))
    };
    format!("{} was there{}{}", case.name(id), end(entity.from, "from"), end(entity.until, "until"))
}

/// `began on 1 April 1990`, `died in 1960`: how the life that excludes the event begins or ends.
pub(super) fn end_of_life(case: &Case<'_>, outside: &Outside<'_>) -> String {
    ended(case, outside.id, outside.is_before, outside.end)
}

/// How a life begins or ends, at a date.
pub(super) fn ended(case: &Case<'_>, id: EntityId, is_beginning: bool, date: Date) -> String {
    let person = case.dossier[id].kind.is_some_and(|kind| case.read(kind) == "person");
    let verb = match (person, is_beginning) {
        (true, true) => "was born",
        (true, false) => "died",
        (false, true) => "began",
        (false, false) => "ended",
    };
    format!("{verb} {}", wording::at(&case.dossier[date.when]))
}

/// When the event was, as far as it matters: `dated 1974` where its own date says it, `over by the end of 1974`.
pub(super) fn time(case: &Case<'_>, outside: &Outside<'_>) -> String {
    if let Some(when) = case.wording().own_date(outside.event, &outside.bound.because) {
        return format!("dated {}", when.spoken());
    }
    if outside.is_before {
        format!("over by {}", wording::by(outside.bound.day))
    } else {
        format!("not before {}", wording::since(outside.bound.day))
    }
}

/// The finding, but for what the two rules say differently: message and help.
pub(super) fn finding(
    case: &Case<'_>,
    (rule, level): (&'static str, Level),
    message: String,
    outside: &Outside<'_>,
) -> Finding {
    let name = case.name(outside.id);
    let label = format!(
        "{} has {name} take part in {}",
        case.wording().owner(outside.statement),
        case.wording().event(outside.event)
    );
    let mut finding = Finding::new(rule, level, message, outside.name.word.span, label)
        .against(outside.end.span, format!("{name} {}", end_of_life(case, outside)));
    for premise in &outside.bound.because {
        finding = finding.against(case.wording().place(premise), case.wording().told(premise));
    }
    finding.instead = case.wording().instead(&outside.bound.instead);
    finding.subjects.push(case.dossier.subject(case.texts, case.dossier.owner_record(outside.statement.owner)));
    finding.subjects.push(case.dossier.subject(case.texts, Record::Entity(outside.id)));
    // Lives are the record's.
    finding
        .value(case.dossier.id(case.texts, Record::Event(outside.event)))
        .value(case.dossier[outside.end.when].to_string())
        .contradicting(Contradicts::Record)
        .as_sure_as(outside.bound.certainty)
}
