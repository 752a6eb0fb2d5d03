//! A claim says no more than the source that it cites for it.
//!
//! # Why
//! A newspaper has a minister say that the harbour is finished; the paper that cites it writes that the harbour is
//! finished. A forecast of 3 per cent becomes one of 5, a plan becomes a deed, one speaker's words become another's:
//! the commonest faults of citation, and none of them is a contradiction between facts.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2024-06"
//!
//! [[event]]
//! id = "harbour-opens"
//!
//! [[evidence]]
//! source = "gazette"
//! says = { event = "harbour-opens", on = "2024", mode = "alleged" }
//!
//! [[claim]]
//! id = "harbour"
//! cites = ["gazette"]
//! says = { event = "harbour-opens", on = "2024" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2024-06"
//!
//! [[event]]
//! id = "harbour-opens"
//!
//! [[evidence]]
//! source = "gazette"
//! says = { event = "harbour-opens", on = "2024", mode = "alleged" }
//!
//! [[claim]]
//! id = "harbour"
//! cites = ["gazette"]
//! says = { event = "harbour-opens", on = "2024", mode = "alleged" }
//! ```
//!
//! # What is another rule's
//! Where claim and source both state a thing as a fact, in their own voice, it is found without regard to who cites
//! whom, and told once, as what *contradicts its source*: dates and orders of events by `date-conflict` and its like,
//! what is so and not so in a relation by `contradiction`, numbers of one time by `quantity-conflict`. This rule goes
//! from citation to citation, and looks at what those leave out: what is attributed, alleged, planned or forecast;
//! events and numbers that a source denies; places; since when and until when a relation holds; numbers of which only
//! one has a date.
//!
//! # When it stays silent
//! One statement of the source agrees: then its others may say what they like. The source speaks of something else
//! (`source-does-not-say`), or nobody has written down what it says. The claim is the weaker one: it tells as alleged,
//! or as somebody's word, what the source states. What was planned for one year may have been done in another. Places
//! of which one lies in the other, by any relation between them, agree.

use crate::amount::{Amount, Interval, Reading, Unit};
use crate::finding::{Certainty, Contradicts, Finding, Level, Verdicts};
use crate::model::{
    Citation, ClaimId, Clause, Date, Form, Key, Mode, Record, RelationId, SourceId, Statement, Target, Value,
};
use crate::reason::Object;
use crate::rules::Case;
use crate::text::Span;
use crate::time::{Answer, When};
use crate::wording;

use super::attested::{Testimony, witnesses};

pub(crate) const RULE: &str = "claim-against-source";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = [
    "statement of a claim against those of the sources that it cites",
    "statements of claims against those of the sources that they cite",
];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let testimony = Testimony::new(case);
    for (id, claim) in case.dossier.claims() {
        for (source, citation) in witnesses(case, claim) {
            for claimed in case.dossier.says(claim.says) {
                let told = testimony.on(case, source, claimed).into_iter();
                let compared = told.map(|told| (compare(case, claimed, told), told));
                // Of several statements the source is held to the one that agrees best.
                let Some((against, told)) = compared.min_by_key(|(against, _)| rank(against.as_ref())) else {
                    continue;
                };
                match against {
                    None => {
                        let because = || format!("what {} says does not speak against it", case.name(source));
                        verdicts.fine(|| [claimed.span, told.span], because);
                    }
                    Some(against) => verdicts.find(tell(case, (id, source), citation, (claimed, told), &against)),
                }
            }
        }
    }
}

/// What a source has against what is claimed.
enum Against {
    /// It says so with less assurance.
    Weaker(Mode),
    /// It has somebody say so.
    Attributed,
    /// It has somebody else say so.
    OtherSpeaker,
    /// It says something else: both as a person says them, and where they stand.
    Differs(Certainty, [(String, Span); 2]),
    /// It denies it, or what is denied is what it says.
    Denies(Certainty),
}

/// The grave behind the lesser; what agrees in front.
fn rank(against: Option<&Against>) -> u8 {
    match against {
        None => 0,
        Some(Against::Weaker(_)) => 1,
        Some(Against::Attributed) => 2,
        Some(Against::OtherSpeaker) => 3,
        Some(Against::Differs(..)) => 4,
        Some(Against::Denies(_)) => 5,
    }
}

fn compare(case: &Case<'_>, claimed: &Statement, told: &Statement) -> Option<Against> {
    let [speaker, theirs] = [claimed, told].map(|statement| statement.said_by.map(|name| name.target));
    let most = if claimed.mode == told.mode && speaker == theirs { Certainty::Certain } else { Certainty::Nominal };
    if claimed.denied.is_some() != told.denied.is_some() {
        return denial(case, claimed, told, speaker == theirs).then_some(Against::Denies(most));
    }
    if claimed.denied.is_some() || claimed.mode.looks_ahead() && !told.mode.looks_ahead() {
        return None;
    }
    if told.mode.looks_ahead() && !claimed.mode.looks_ahead() {
        return Some(Against::Weaker(told.mode));
    }
    if let Some((certainty, values)) = difference(case, claimed, told) {
        return Some(Against::Differs(certainty.min(most), values));
    }
    match (speaker, theirs) {
        (None, Some(_)) => return Some(Against::Attributed),
        (Some(one), Some(other)) if one != other => return Some(Against::OtherSpeaker),
        _ => {}
    }
    let weaker = claimed.mode.asserts() && !told.mode.asserts();
    weaker.then_some(Against::Weaker(told.mode))
}

/// Whether the denied one of two statements denies what the other says. What is so and not so in a relation, by the
/// word of one speaker, is another rule's.
fn denial(case: &Case<'_>, one: &Statement, other: &Statement, is_of_one_speaker: bool) -> bool {
    let is_relation = one.related().is_some();
    if one.mode.looks_ahead() != other.mode.looks_ahead() || is_relation && is_of_one_speaker {
        return false;
    }
    let (denied, stated) = if one.denied.is_some() { (one, other) } else { (other, one) };
    if let (Some(not), Some(value)) = (value(denied), value(stated)) {
        let numbers = |value: Value| case.dossier[value.amount].to_string();
        let dates = |statement| case.dossier.clauses_of(statement, Key::On).find_map(date);
        let of_one_time = match (dates(denied), dates(stated)) {
            (Some(one), Some(other)) => case.dossier[one.when] == case.dossier[other.when],
            (None, None) => true,
            _ => false,
        };
        return of_one_time && numbers(not) == numbers(value);
    }
    let implied = |clause: &Clause| case.dossier.clauses_of(stated, clause.key).any(|said| implies(case, said, clause));
    case.dossier.clauses(denied).iter().all(implied)
}

/// Whether what one clause says lies within what the other of the same key says.
fn implies(case: &Case<'_>, said: &Clause, other: &Clause) -> bool {
    match (said.target, other.target) {
        (Target::Date(one), Target::Date(two)) => {
            case.dossier[one.when].hard().within(case.dossier[two.when].hard()) == Answer::Surely
        }
        (Target::Event(one), Target::Event(two)) => one.target.is_some() && one.target == two.target,
        (Target::Entity(one), Target::Entity(two)) => one.target.is_some() && one.target == two.target,
        (Target::Gap(one, _), Target::Gap(two, _)) => case.dossier[one] == case.dossier[two],
        _ => false,
    }
}

/// What two statements about the same say differently, and how surely.
fn difference(case: &Case<'_>, one: &Statement, other: &Statement) -> Option<(Certainty, [(String, Span); 2])> {
    match (&one.form, &other.form) {
        (Form::Event(_), Form::Event(_)) => {
            let on_timeline = |statement: &Statement| statement.mode.asserts() && statement.said_by.is_none();
            let dates = || dates_apart(case, one, other, &[Key::On, Key::From, Key::Until]);
            let differs = if on_timeline(one) && on_timeline(other) { None } else { dates() };
            differs.or_else(|| places_apart(case, one, other))
        }
        (Form::Relation(_), Form::Relation(_)) => {
            // Who has left and come back has begun twice.
            let (certainty, values) = dates_apart(case, one, other, &[Key::From, Key::Until])?;
            Some((certainty.min(Certainty::Nominal), values))
        }
        (Form::Quantity(_), Form::Quantity(_)) => numbers_apart(case, one, other),
        _ => None,
    }
}

fn date(clause: &Clause) -> Option<Date> {
    match clause.target {
        Target::Date(date) => Some(date),
        _ => None,
    }
}

/// Dates of the same key that have no day in common.
fn dates_apart(
    case: &Case<'_>,
    one: &Statement,
    other: &Statement,
    keys: &[Key],
) -> Option<(Certainty, [(String, Span); 2])> {
    let apart = |ours: &When, theirs: &When| match () {
        () if ours.hard().meets(theirs.hard()) == Answer::SurelyNot => Some(Certainty::Certain),
        () if ours.nominal().meets(theirs.nominal()) == Answer::SurelyNot => Some(Certainty::Nominal),
        () => None,
    };
    let found = keys.iter().filter_map(|&key| {
        let [ours, theirs] = [one, other].map(|statement| case.dossier.clauses_of(statement, key).find_map(date));
        let (ours, theirs) = (ours?, theirs?);
        let certainty = apart(&case.dossier[ours.when], &case.dossier[theirs.when])?;
        let told = |date: Date| {
            let at = wording::at(&case.dossier[date.when]);
            (if key == Key::On { at } else { format!("{} {}", verb(key), at.trim_start_matches("in ")) }, date.span)
        };
        Some((certainty, [told(ours), told(theirs)]))
    });
    found.max_by_key(|(certainty, _)| *certainty)
}

fn verb(key: Key) -> &'static str {
    if key == Key::From { "from" } else { "until" }
}

/// Places that no relation ties to one another.
fn places_apart(case: &Case<'_>, one: &Statement, other: &Statement) -> Option<(Certainty, [(String, Span); 2])> {
    let place = |statement| {
        let mut named = case.dossier.clauses_of(statement, Key::Where).filter_map(|clause| match clause.target {
            Target::Entity(entity) => Some((entity.target?, entity.word.span)),
            _ => None,
        });
        named.next().filter(|_| named.next().is_none())
    };
    let ((ours, our_span), (theirs, their_span)) = (place(one)?, place(other)?);
    let [here, there] = [ours, theirs].map(Record::Entity);
    let related = |one, other| {
        let mut relations = (0..case.dossier.relations.len()).map(RelationId::new);
        relations.any(|relation| !case.holdings.of((relation, one, Object::Thing(other))).is_empty())
    };
    let tied = related(here, there) || related(there, here);
    let told = |place, span| (format!("in {}", case.name(place)), span);
    (ours != theirs && !tied).then(|| (Certainty::Nominal, [told(here, our_span), told(there, their_span)]))
}

/// Numbers that have none in common. Those that both state as facts of one time, by one speaker's word, are another
/// rule's.
fn numbers_apart(case: &Case<'_>, one: &Statement, other: &Statement) -> Option<(Certainty, [(String, Span); 2])> {
    let on = |statement| case.dossier.clauses_of(statement, Key::On).find_map(date);
    let days = |date: Option<Date>| date.map(|date| &case.dossier[date.when]);
    let (ours, theirs) = (days(on(one)), days(on(other)));
    let of_one_time = match (ours, theirs) {
        (Some(ours), Some(theirs)) if ours.hard().meets(theirs.hard()) == Answer::SurelyNot => return None,
        (Some(ours), Some(theirs)) => ours == theirs,
        (ours, theirs) => ours.is_none() && theirs.is_none(),
    };
    let speaker = |statement: &Statement| statement.said_by.map(|name| name.target);
    if of_one_time && one.mode.asserts() && other.mode.asserts() && speaker(one) == speaker(other) {
        return None;
    }
    let (our, their) = (value(one)?, value(other)?);
    let apart = |reading| Some(numbers(case, one, our, reading)?.meets(&numbers(case, other, their, reading)?));
    let is_alike = dimension(case, one, our) == dimension(case, other, their);
    let certainty = match (apart(Reading::Hard)?, apart(Reading::Nominal)?) {
        (false, _) if of_one_time => Certainty::Certain,
        (false, _) | (_, false) => Certainty::Nominal,
        (true, true) => return None,
    };
    let told = |statement, value: Value| {
        let at = days(on(statement)).map_or_else(String::new, |when| format!(" {}", wording::at(when)));
        (format!("as {}{at}", case.dossier[value.amount].spoken()), value.span)
    };
    is_alike.then(|| (certainty, [told(one, our), told(other, their)]))
}

fn value(statement: &Statement) -> Option<Value> {
    statement.counted()?.value
}

/// The unit that a value is given in: its own, else that of its quantity.
fn with_unit<T>(case: &Case<'_>, statement: &Statement, value: Value, then: impl FnOnce(&Unit) -> T) -> T {
    let amount = &case.dossier[value.amount];
    let Some(counted) = statement.counted() else { return then(amount.unit()) };
    let declared = counted.quantity.target.and_then(|quantity| case.dossier[quantity].unit);
    match declared.filter(|_| amount.unit().is_none()) {
        Some(unit) => then(&Unit::named(case.read(unit))),
        None => then(amount.unit()),
    }
}

fn numbers(case: &Case<'_>, statement: &Statement, value: Value, reading: Reading) -> Option<Interval> {
    let quantity = statement.counted()?.quantity.target;
    let is_share = quantity.is_some_and(|quantity| case.dossier[quantity].is_share());
    let takes = if is_share { Amount::share } else { Amount::interval };
    with_unit(case, statement, value, |unit| takes(&case.dossier[value.amount], reading, unit))
}

fn dimension(case: &Case<'_>, statement: &Statement, value: Value) -> crate::amount::Dimension {
    with_unit(case, statement, value, |unit| unit.dimension.clone())
}

fn tell(
    case: &Case<'_>,
    (claim, source): (ClaimId, SourceId),
    citation: &Citation,
    (claimed, told): (&Statement, &Statement),
    against: &Against,
) -> Finding {
    let [name, cited] = [Record::Claim(claim), Record::Source(source)].map(|record| case.name(record));
    let topic = case.wording().subject(claimed);
    let speaker =
        |statement: &Statement| statement.said_by.map_or_else(String::new, |name| case.wording().named(&name));
    let has = match against {
        Against::Weaker(mode) => format!("has it only as {}", wording::manner(*mode)),
        Against::Attributed => format!("has {} say so", speaker(told)),
        Against::OtherSpeaker => format!("has {} say it", speaker(told)),
        Against::Differs(_, [_, (theirs, _)]) => format!("has it {theirs}"),
        Against::Denies(_) if told.denied.is_some() => "denies it".to_owned(),
        Against::Denies(_) => "says so".to_owned(),
    };
    let does = match against {
        Against::Weaker(_) | Against::Attributed => format!("tells {topic} as a fact"),
        Against::OtherSpeaker => format!("has {} say {topic}", speaker(claimed)),
        Against::Differs(_, [(ours, _), _]) => format!("has {topic} {ours}"),
        Against::Denies(_) if told.denied.is_some() => format!("says {topic}"),
        Against::Denies(_) => format!("denies {topic}"),
    };
    let (ours, theirs) = match against {
        Against::Differs(_, [(_, ours), (_, theirs)]) => (*ours, *theirs),
        _ => (claimed.span, told.span),
    };
    let (level, certainty) = match against {
        Against::Weaker(_) | Against::Attributed | Against::OtherSpeaker => (Level::Warning, Certainty::Certain),
        Against::Differs(certainty, _) | Against::Denies(certainty) => (LEVEL, *certainty),
    };
    let message = format!("{name} {does}, and cites {cited}, which {has}");
    let mut finding = Finding::new(RULE, level, message, ours, format!("the claim {does}"))
        .against(theirs, format!("the source {has}"))
        .against(citation.word.span, "cited for it here")
        .help(help(case, told, against))
        .contradicting(Contradicts::Source)
        .as_sure_as(certainty)
        .value(case.in_ids().wording().subject(claimed));
    finding.values.push(has);
    for record in [Record::Claim(claim), Record::Source(source), case.dossier.owner_record(told.owner)] {
        finding.subjects.push(case.dossier.subject(case.texts, record));
    }
    finding
}

fn help(case: &Case<'_>, told: &Statement, against: &Against) -> String {
    match against {
        Against::Weaker(mode) => {
            let mode = match mode {
                Mode::Alleged => "alleged",
                Mode::Planned => "planned",
                Mode::Wished => "wished",
                Mode::Forecast => "forecast",
                Mode::Fact | Mode::Reported | Mode::Hedged => "hedged",
            };
            format!("say it as the source does (`mode = \"{mode}\"`), or cite one that states it")
        }
        Against::Attributed | Against::OtherSpeaker => {
            let name = told.said_by.map_or_else(String::new, |name| crate::text::shown(case.read(name.word)));
            format!("say whose word it is (`said-by = \"{name}\"`), or cite a source for it")
        }
        Against::Differs(..) | Against::Denies(_) => {
            "look at the passage again: correct the claim, or cite a source that says so".to_owned()
        }
    }
}
