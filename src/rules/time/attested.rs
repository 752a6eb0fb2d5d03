//! What a source can attest: how late its content is, against how early what it is cited for.

use crate::finding::{Certainty, Contradicts};
use crate::model::{Date, Form, Key, Source, Statement, Status, Target};
use crate::reason::Premise;
use crate::rules::Case;
use crate::text::Span;
use crate::time::{Day, Stretch, When};
use crate::wording;

use super::inverted::{self, stretch};

/// The last day on which a text could have been written, and the date that says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct LatestChange {
    /// The date that decides.
    pub(super) date: Date,
    /// What the date is of.
    pub(super) of: Dated,
}

/// What a date of a source is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dated {
    Issue,
    Text,
    Update,
    Reading,
}

impl LatestChange {
    /// The last day with certainty and at face value, with the day of slack that a date of one day is given: it may be
    /// evening there and morning here.
    pub(super) fn limits(&self, case: &Case<'_>) -> [Option<Day>; 2] {
        let when = &case.dossier[self.date.when];
        [when.hard(), when.nominal()].map(|days| {
            let slack = i64::from(days.single_day().is_some());
            days.latest().day().map(|day| day.plus_days(slack))
        })
    }

    /// What the date says, after the source's name.
    pub(super) fn told(&self, case: &Case<'_>) -> String {
        let when = &case.dossier[self.date.when];
        match self.of {
            Dated::Issue => format!("is dated {}", when.spoken()),
            Dated::Text => format!("is a text of {}", when.spoken()),
            Dated::Update => format!("was last updated {}", wording::at(when)),
            Dated::Reading => format!("was read {}", wording::at(when)),
        }
    }

    /// How long before `day` it was.
    pub(super) fn too_early(&self, case: &Case<'_>, day: Day, certainty: Certainty) -> String {
        let when = &case.dossier[self.date.when];
        let days = if certainty == Certainty::Certain { when.hard() } else { when.nominal() };
        let told = self.told(case);
        let (_, told) = told.split_once(' ').unwrap_or_default();
        match days.latest().day() {
            Some(last) => format!("{told}: {} too early", wording::lag(last, day)),
            None => told.to_owned(),
        }
    }
}

/// The dates by which the content of `source` was written, each of which bounds it; none where nothing does.
///
/// A reprint keeps the date of its text. What was read on a day was written by then, whatever its own date says.
pub(super) fn latest_changes(case: &Case<'_>, source: &Source) -> impl Iterator<Item = LatestChange> {
    let own = source.updated.map(|date| LatestChange { date, of: Dated::Update }).or_else(|| first_issue(source));
    let read = source.accessed.map(|date| LatestChange { date, of: Dated::Reading });
    own.into_iter().chain(read).filter(|change| change.limits(case).iter().any(Option::is_some))
}

/// The date of a source's text before any update: of the original, or of its issue.
pub(super) fn first_issue(source: &Source) -> Option<LatestChange> {
    let forthcoming = matches!(source.status, Some((Status::Forthcoming, _)));
    let issued = source.issued.filter(|_| !forthcoming).map(|date| LatestChange { date, of: Dated::Issue });
    source.original_date.map(|date| LatestChange { date, of: Dated::Text }).or(issued)
}

/// Why what a statement says was surely not over by a day.
#[derive(Clone, Debug)]
pub(super) struct TooLate {
    /// The first day on which it can have begun.
    pub(super) day: Day,
    pub(super) certainty: Certainty,
    pub(super) contradicts: Contradicts,
    /// The statements that put it there, from the calendar on; none where the statement's own date does.
    pub(super) because: Vec<Premise>,
    /// The places of statements that would put it there as well in the stead of one of these.
    pub(super) instead: Vec<(Span, Span)>,
    /// The place that says when it is, or what it is, and what is said there.
    pub(super) at: Span,
    pub(super) label: String,
    /// What it is; nothing where the words of the paper say so.
    pub(super) subject: String,
    /// The same in ids.
    pub(super) value: String,
    /// When, as it follows what it is in the middle of a sentence: ` on 3 May 2024`, `, which ended in 2024,`.
    pub(super) when: String,
}

impl TooLate {
    /// What it is and when, at the end of a sentence.
    pub(super) fn told(&self) -> String {
        let when = self.when.trim_end_matches(',');
        match (self.subject.as_str(), when.strip_prefix(", which ")) {
            ("", Some(then)) => format!("what {then}"),
            ("", None) => format!("what was{when}"),
            (subject, _) => format!("{subject}{when}"),
        }
    }
}

/// Whether what a statement says surely begins after `limit`. Plans, wishes and forecasts never do.
pub(super) fn too_late(case: &Case<'_>, statement: &Statement, limit: &LatestChange) -> Option<TooLate> {
    if statement.mode.looks_ahead() || statement.denied.is_some() {
        return None;
    }
    let limits = limit.limits(case);
    let late = [own_date(case, statement, limits), on_the_timeline(case, statement, limits)];
    let late =
        late.into_iter().flatten().reduce(|own, derived| if derived.certainty > own.certainty { derived } else { own });
    let late = late.or_else(|| in_office(case, statement, limits))?;
    // A doubtful end that comes first takes nothing from a start that is sure.
    let inverted = stretch(case, statement).and_then(|ends| inverted::certainty(case, ends));
    if inverted.is_some_and(|inverted| inverted >= late.certainty) {
        return None;
    }
    // "around 2008" of a text is not after 2007.
    if case.is_drafted() && late.certainty < Certainty::Certain && is_about(case, statement) {
        return None;
    }
    // What is alleged or hedged contradicts nothing with certainty.
    let certainty = if statement.mode.asserts() { late.certainty } else { late.certainty.min(Certainty::Nominal) };
    Some(TooLate { certainty, ..late })
}

/// A day after which nothing that the statements say can begin, whatever limit it is held against: [`too_late`] is
/// asked only of limits up to there. A claim has one such day, and citations of many sources.
pub(super) fn latest_beginning(case: &Case<'_>, said: &[Statement]) -> Day {
    let days = said.iter().flat_map(|statement| {
        let event = case.dossier.event_of(statement).map(|event| case.timeline.latest_start(event));
        let clauses = case.dossier.clauses(statement).iter().filter_map(|clause| match (clause.key, clause.target) {
            (Key::On | Key::From | Key::Until, Target::Date(date)) => {
                let when = &case.dossier[date.when];
                when.hard().earliest().day().max(when.nominal().earliest().day())
            }
            (_, Target::Event(event)) => event.target.map(|event| case.timeline.latest_start(event)),
            // An office has its roll.
            (Key::As, _) => Some(Day::from_number(i64::MAX)),
            _ => None,
        });
        event.into_iter().chain(clauses)
    });
    days.max().unwrap_or(Day::from_number(i64::MIN))
}

/// Whether anything says when the things happen that a statement speaks of.
pub(super) fn is_dated(case: &Case<'_>, statement: &Statement) -> bool {
    let dated = |target: &Target| match target {
        Target::Date(_) => true,
        Target::Event(event) => event.target.is_some_and(|event| case.timeline.is_dated(event)),
        Target::Entity(_) | Target::Gap(..) => false,
    };
    case.dossier.event_of(statement).is_some_and(|event| case.timeline.is_dated(event))
        || case
            .dossier
            .clauses(statement)
            .iter()
            .any(|clause| matches!(clause.key, Key::On | Key::From | Key::Until) && dated(&clause.target))
}

/// Whether a date of the statement's own is approximate.
fn is_about(case: &Case<'_>, statement: &Statement) -> bool {
    case.dossier.clauses(statement).iter().any(|clause| match clause.target {
        Target::Date(date) => case.dossier[date.when].hard() != case.dossier[date.when].nominal(),
        _ => false,
    })
}

/// By the statement's own date: of its start, and of its end where it states one.
fn own_date(case: &Case<'_>, statement: &Statement, limits: [Option<Day>; 2]) -> Option<TooLate> {
    let dated = case.dossier.clauses(statement).iter().filter_map(|clause| match (clause.key, clause.target) {
        (Key::On | Key::From | Key::Until, Target::Date(date)) => Some((clause.key, date)),
        _ => None,
    });
    let late = dated.filter_map(|(key, date)| {
        let when = &case.dossier[date.when];
        let (day, certainty) = after(when, limits)?;
        let at = wording::at(when);
        let (label, when) = match key {
            Key::From => (format!("which began {at}"), format!(", which began {at},")),
            Key::Until => (format!("which ended {at}"), format!(", which ended {at},")),
            _ => (format!("which was {at}"), format!(" {at}")),
        };
        Some(TooLate {
            day,
            certainty,
            contradicts: Contradicts::Itself,
            because: Vec::new(),
            instead: Vec::new(),
            at: date.span,
            label,
            subject: subject(case, statement),
            value: case.in_ids().wording().subject(statement),
            when,
        })
    });
    late.max_by_key(|late| (late.certainty, late.day))
}

/// What a statement is about; of a draft, whose names are words of the passage itself, nothing.
fn subject(case: &Case<'_>, statement: &Statement) -> String {
    if case.is_drafted() { String::new() } else { case.wording().subject(statement) }
}

/// The first day of a date that lies wholly after a limit, and how surely it does.
fn after(when: &When, [hard, nominal]: [Option<Day>; 2]) -> Option<(Day, Certainty)> {
    let beyond =
        |days: Stretch, limit: Option<Day>| days.earliest().day().filter(|day| Some(*day) > limit && limit.is_some());
    let certain = beyond(when.hard(), hard).map(|day| (day, Certainty::Certain));
    certain.or_else(|| beyond(when.nominal(), nominal).map(|day| (day, Certainty::Nominal)))
}

/// By what all statements together say of the event, or of an event that a relation is dated by.
fn on_the_timeline(case: &Case<'_>, statement: &Statement, [hard, nominal]: [Option<Day>; 2]) -> Option<TooLate> {
    let anchors = case.dossier.clauses(statement).iter().filter_map(|clause| {
        match (&statement.form, clause.key, clause.target) {
            (Form::Relation(_), Key::On | Key::From | Key::Until, Target::Event(event)) => Some(event),
            _ => None,
        }
    });
    let own = if let Form::Event(event) = statement.form { Some(event) } else { None };
    own.into_iter().chain(anchors).find_map(|name| {
        let event = name.target?;
        let bound = case.timeline.starts_after(case.dossier, event, hard, nominal)?;
        if bound.contradicts != Contradicts::Record && is_earlier(case, statement, bound.day) {
            return None;
        }
        let dated = case.wording().own_date(event, &bound.because).map(wording::at);
        let bounded = || format!("not before {}", wording::since(bound.day));
        let when = dated.as_ref().map_or_else(|| format!(", which was {},", bounded()), |at| format!(" {at}"));
        let label = format!("which was {}", dated.unwrap_or_else(bounded));
        Some(TooLate {
            day: bound.day,
            certainty: bound.certainty,
            contradicts: bound.contradicts,
            instead: case.wording().instead(&bound.instead),
            because: bound.because,
            at: name.word.span,
            label,
            subject: if case.is_drafted() { String::new() } else { case.name(event) },
            value: case.in_ids().name(event),
            when,
        })
    })
}

/// Whether a statement itself has its event over, or begun, before a day. Then it disagrees with what puts the event
/// there, which is a finding of its own; and a source attests what the statement says, not what others say.
fn is_earlier(case: &Case<'_>, statement: &Statement, day: Day) -> bool {
    let mut clauses = case.dossier.clauses(statement).iter();
    clauses.any(|clause| match (clause.key, clause.target) {
        (Key::On | Key::From | Key::Until, Target::Date(date)) => {
            case.dossier[date.when].hard().latest().day().is_some_and(|latest| latest < day)
        }
        _ => false,
    })
}

/// By the office that somebody holds in it: nobody acts as an officer before the first term on the roll.
fn in_office(case: &Case<'_>, statement: &Statement, [limit, _]: [Option<Day>; 2]) -> Option<TooLate> {
    let (office, who) = super::terms::office_and_holder(case, statement)?;
    let roll = super::terms::roll_of(case, office)?;
    let listed = roll.members.iter().filter(|member| super::terms::names(member, who));
    let terms: Option<Vec<_>> = listed
        .map(|term| term.from.and_then(|date| Some((case.dossier[date.when].hard().earliest().day()?, date))))
        .collect();
    let (day, first) = terms?.into_iter().min_by_key(|(day, _)| *day)?;
    // Before the roll begins there may have been another term, unless what happened came later.
    let event = case.dossier.event_of(statement)?;
    let complete = case.dossier[roll.complete_from?.when].hard().latest().day()?;
    let covered = case.timeline.start_and_end(event)[0].0.is_some_and(|start| start >= complete);
    if !covered || limit.is_none_or(|limit| day <= limit) {
        return None;
    }
    let [office, who] = [office, who].map(|entity| case.name(entity));
    let when = wording::at(&case.dossier[first.when]);
    Some(TooLate {
        day,
        certainty: Certainty::Certain,
        contradicts: Contradicts::Record,
        because: Vec::new(),
        instead: Vec::new(),
        at: first.span,
        label: format!("{who} first held the office {when}"),
        subject: subject(case, statement),
        value: case.in_ids().wording().subject(statement),
        when: format!(", in which {who} acts as {office} (not before {}),", wording::since(day)),
    })
}
