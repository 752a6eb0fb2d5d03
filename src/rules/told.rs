//! How holdings are told in messages.

use rustc_hash::FxHashSet;

use crate::finding::{Certainty, Contradicts, Finding, Level, Step};
use crate::model::{Clause, Date, EventId, Home, Key, Mode, Record, RelationId, Statement, Target, Voice};
use crate::reason::{Holding, Law, Moments, Object, Origin, Premise};
use crate::rules::Case;
use crate::text::{Span, listed, shown};
use crate::wording::{self, Calls};

/// Up to so many places are shown against one.
const LABELS: usize = 8;

/// What a holding says, in the words of its relation: `` `sweden` is a member of `nato` ``.
pub(super) fn sentence(case: &Case<'_>, holding: &Holding) -> String {
    let subject = thing(case, holding.subject);
    let object = object(case, holding);
    match case.dossier[holding.relation].reads {
        Some(reads) => {
            let filled = shown(case.read(reads)).replace("{subject}", &subject).replace("{object}", &object);
            filled.trim().to_owned()
        }
        None => format!("{subject} {} {object}", relation(case, holding.relation)).trim_end().to_owned(),
    }
}

/// A thing as a message names it.
pub(super) fn thing(case: &Case<'_>, record: Record) -> String {
    case.name(record)
}

/// To what something stands in a relation, as a message names it.
pub(super) fn object(case: &Case<'_>, holding: &Holding) -> String {
    match holding.object {
        Object::Thing(object) => thing(case, object),
        Object::Value(_) => value(case, holding).map_or_else(String::new, |value| match case.calls() {
            Calls::Names => format!("“{value}”"),
            Calls::Ids => format!("`{value}`"),
        }),
        Object::Nothing => String::new(),
    }
}

fn value(case: &Case<'_>, holding: &Holding) -> Option<String> {
    let place = match &holding.origin {
        Origin::Stated(id) => *id,
        Origin::Follows(_, from) => return value(case, case.holdings.at(from[0])),
        Origin::Listed(..) => return None,
    };
    case.dossier[place].related()?.value.map(|value| shown(case.read(value)))
}

/// A relation as a message names it.
pub(super) fn relation(case: &Case<'_>, relation: RelationId) -> String {
    thing(case, Record::Relation(relation))
}

/// Whose word a holding is: `` `accession` ``, ``the roll of `nato` ``, ``what follows from `accession` ``.
pub(super) fn owner(case: &Case<'_>, holding: &Holding) -> String {
    match &holding.origin {
        Origin::Stated(id) => {
            let owner = case.wording().owner(&case.dossier[*id]);
            match holding.speaker {
                Some(speaker) => format!("{} in {owner}", thing(case, Record::Entity(speaker))),
                None => owner,
            }
        }
        Origin::Listed(roll, _) => format!("the roll of {}", thing(case, Record::Roll(*roll))),
        Origin::Follows(_, from) => {
            let from: Vec<String> = from.iter().map(|&at| owner(case, case.holdings.at(at))).collect();
            let whole = listed(&from, "and");
            if whole.starts_with("what follows") { whole } else { format!("what follows from {whole}") }
        }
    }
}

/// The dates of a holding as they were written, with a space before them; nothing where there are none.
pub(super) fn when(case: &Case<'_>, holding: &Holding) -> String {
    match &holding.origin {
        Origin::Stated(id) => written(case, &case.dossier[*id]),
        Origin::Listed(roll, row) => {
            let member = &case.dossier[*roll].members[*row];
            let from = member.from.map(|date| format!(" from {}", case.dossier[date.when].spoken()));
            let until = member.until.map(|date| format!(" until {}", case.dossier[date.when].spoken()));
            format!("{}{}", from.unwrap_or_default(), until.unwrap_or_default())
        }
        Origin::Follows(_, from) if from.len() == 1 => when(case, case.holdings.at(from[0])),
        Origin::Follows(..) => String::new(),
    }
}

fn written(case: &Case<'_>, statement: &Statement) -> String {
    let told = |clause: &Clause| {
        let word = match (clause.key, &clause.target) {
            (Key::On, Target::Date(date)) => {
                let when = &case.dossier[date.when];
                // What a draft says of any time up to the last of the record is no word of the paper's.
                let is_any = case.is_drafted() && when.hard().earliest().day().is_none();
                return (!is_any).then(|| format!(" {}", wording::at(when)));
            }
            (Key::On, _) => "at",
            (Key::From, _) => "from",
            (Key::Until, _) => "until",
            _ => return None,
        };
        Some(format!(" {word} {}", case.wording().target(&clause.target)))
    };
    case.dossier.clauses(statement).iter().filter_map(told).collect()
}

/// Who says what of which time.
pub(super) fn told(case: &Case<'_>, holding: &Holding) -> String {
    let verb = match &holding.origin {
        Origin::Listed(..) => "lists it",
        Origin::Stated(_) if holding.is_denied => "denies it",
        Origin::Stated(_) | Origin::Follows(..) => "says it",
    };
    let when = when(case, holding);
    let when = if when.is_empty() { " without a date".to_owned() } else { when };
    let manner = match holding.mode {
        Mode::Fact | Mode::Reported => String::new(),
        mode => format!(", as {}", wording::manner(mode)),
    };
    format!("{}: {} {verb}{when}{manner}", sentence(case, holding), owner(case, holding))
}

/// Where a holding is said.
pub(super) fn place(case: &Case<'_>, holding: &Holding) -> Span {
    match &holding.origin {
        Origin::Stated(id) => case.dossier[*id].span,
        Origin::Listed(roll, row) => case.dossier[*roll].members[*row].span,
        Origin::Follows(_, from) => place(case, case.holdings.at(from[0])),
    }
}

/// When both surely hold: ` (20 June 2024)`, ` (since May 2020)`; nothing where that is not known.
pub(super) fn common(case: &Case<'_>, first: usize, second: usize) -> String {
    let [first, second] = [first, second].map(|at| case.holdings.at(at).times);
    let sure = days(first.common(&second));
    if !sure.is_empty() {
        return format!(" ({sure})");
    }
    match first.lasts.common(second.lasts).days() {
        (Some(day), _) if first.lasts.meets(second.lasts) => format!(" (since {})", wording::since(day)),
        _ => String::new(),
    }
}

/// When whoever says it said it: what they tell as having happened had happened by then.
pub(super) fn told_on(case: &Case<'_>, holding: &Holding) -> Option<Date> {
    crate::reason::told_on(case.dossier, case.dossier[holding.statement()?].owner)
}

/// The days of a stretch in words.
pub(super) fn days(time: Moments) -> String {
    if time.is_empty() {
        return String::new();
    }
    match time.days() {
        (Some(first), Some(last)) => wording::days(first, last),
        (Some(first), None) => format!("since {}", wording::since(first)),
        (None, Some(last)) => format!("up to {}", wording::by(last)),
        (None, None) => String::new(),
    }
}

/// `at the same time`, `at what may be the same time`.
pub(super) fn same_time(certainty: Certainty) -> &'static str {
    if certainty == Certainty::Possible { "at what may be the same time" } else { "at the same time" }
}

/// The finding that some holdings cannot all be so, the first of them in front.
pub(super) fn finding(
    case: &Case<'_>,
    (rule, level): (&'static str, Level),
    message: String,
    holdings: &[usize],
    certainty: Certainty,
) -> Finding {
    let mut grounds: Vec<usize> = holdings.iter().flat_map(|&at| case.holdings.grounds(at)).collect();
    let mut seen = std::collections::BTreeSet::new();
    grounds.retain(|&at| seen.insert(at));
    let label = |at: usize| told(case, case.holdings.at(at));
    let first = case.holdings.at(grounds[0]);
    let mut finding = Finding::new(rule, level, message, place(case, first), label(grounds[0]));
    for &at in grounds[1..].iter().take(LABELS) {
        finding = finding.against(place(case, case.holdings.at(at)), label(at));
    }
    let mut places = std::collections::BTreeSet::new();
    for premise in grounds.iter().flat_map(|&at| why_then(case, case.holdings.at(at))).take(LABELS) {
        let place = case.wording().place(&premise);
        if places.insert(place) {
            finding = finding.against(place, case.wording().told(&premise));
        }
    }
    let mut told = std::collections::BTreeSet::new();
    let events = grounds.iter().flat_map(|&at| dated_by(case, case.holdings.at(at)));
    for event in events.filter(|event| told.insert(*event)).take(LABELS) {
        finding.instead.extend(case.wording().instead(&case.timeline.dated_instead(case.dossier, event)));
    }
    for &at in holdings {
        steps(case, at, &mut finding.steps);
    }
    let mut seen = FxHashSet::default();
    for &at in &grounds {
        let holding = case.holdings.at(at);
        let record = match holding.origin {
            Origin::Listed(roll, _) => Record::Roll(roll),
            Origin::Stated(id) => case.dossier.owner_record(case.dossier[id].owner),
            Origin::Follows(..) => continue,
        };
        let subject = case.dossier.subject(case.texts, record);
        if seen.insert(subject.clone()) {
            finding.subjects.push(subject);
        }
        let denied = if holding.is_denied { "not " } else { "" };
        let case = &case.in_ids();
        finding.values.push(format!("{denied}{}{}", sentence(case, holding), when(case, holding)));
    }
    finding.contradicting(voices(case, &grounds)).as_sure_as(certainty)
}

/// Whose word collides with the record, where somebody's does.
pub(super) fn with_record(holding: &Holding) -> Contradicts {
    if holding.voice == Voice::Record { Contradicts::RecordItself } else { Contradicts::Record }
}

/// Where some statements and entries are said, and what dates the events that they name.
pub(super) fn places(case: &Case<'_>, grounds: &[usize]) -> Vec<Span> {
    let all = grounds.iter().map(|&at| case.holdings.at(at));
    all.flat_map(|holding| {
        let dated = why_then(case, holding).into_iter().map(|premise| case.wording().place(&premise));
        std::iter::once(place(case, holding)).chain(dated)
    })
    .collect()
}

/// What dates the events that a holding begins, ends or is at.
fn why_then(case: &Case<'_>, holding: &Holding) -> Vec<Premise> {
    dated_by(case, holding).flat_map(|event| case.timeline.why_dated(case.dossier, event)).collect()
}

/// The events that a holding begins, ends or is at.
fn dated_by(case: &Case<'_>, holding: &Holding) -> impl Iterator<Item = EventId> {
    let clauses = holding.statement().map(|id| case.dossier.clauses(&case.dossier[id]).iter());
    clauses.into_iter().flatten().filter_map(|clause| match clause.target {
        Target::Event(event) => event.target,
        Target::Date(_) | Target::Entity(_) | Target::Gap(..) => None,
    })
}

/// The steps by which a holding follows, if it does.
fn steps(case: &Case<'_>, at: usize, out: &mut Vec<Step>) {
    let holding = case.holdings.at(at);
    let Origin::Follows(law, from) = &holding.origin else { return };
    for &ground in from {
        if matches!(case.holdings.at(ground).origin, Origin::Follows(..)) {
            steps(case, ground, out);
        } else {
            let premise = case.holdings.at(ground);
            out.push(Step { span: place(case, premise), text: told(case, premise) });
        }
    }
    let name = |id: RelationId| relation(case, id);
    let (by, because) = match *law {
        Law::Symmetric(id) => (id, format!("{} holds both ways", name(id))),
        Law::Inverse(id, other) => (id, format!("{} is {} from the other side", name(id), name(other))),
        Law::Implies(id, other) => (id, format!("{} implies {}", name(id), name(other))),
        Law::Transitive(id) => (id, format!("{} carries over", name(id))),
    };
    let declared = &case.dossier[by];
    let span = if declared.home == Home::Vocabulary { place(case, holding) } else { declared.id.span };
    out.push(Step { span, text: format!("{because}: so {}", sentence(case, holding)) });
}

/// Whose statements collide.
pub(super) fn voices(case: &Case<'_>, grounds: &[usize]) -> Contradicts {
    whose(grounds.iter().map(|&at| case.holdings.at(at).voice))
}

/// What it is that some voices collide.
pub(super) fn whose(voices: impl Iterator<Item = Voice>) -> Contradicts {
    let mut has = [false; 3];
    voices.for_each(|voice| has[voice as usize] = true);
    let [paper, source, record] = has;
    match (paper, source, record) {
        (true, false, false) => Contradicts::Itself,
        (true, true, false) => Contradicts::Source,
        (false, _, false) => Contradicts::Sources,
        (false, false, true) => Contradicts::RecordItself,
        (_, _, true) => Contradicts::Record,
    }
}

/// What a holding says, in quotes.
pub(super) fn quoted(case: &Case<'_>, holding: &Holding) -> String {
    format!("“{}”", sentence(case, holding).replace(['“', '”'], ""))
}
