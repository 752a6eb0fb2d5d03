//! How statements and dates are told in the messages of several rules.

use super::Case;
use crate::model::{Clause, EventId, Form, Key, Owner, Record, Statement, Target};
use crate::reason::{Premise, Side};
use crate::text::{Span, shown};
use crate::time::{Day, Shape, Stretch, When};

/// `on 20 June 2024`, `in June 2024`, `about 1920 (1918 to 1922)`, `possibly in 1931`, `some time from 1939 to 1945`.
pub(crate) fn at(when: &When) -> String {
    let (first, last) = (when.nominal().earliest().day(), when.nominal().latest().day());
    match when.shape() {
        Shape::Interval if first.is_some() && last.is_some() => format!("some time from {}", when.spoken()),
        Shape::Interval => when.spoken(),
        Shape::Date | Shape::OneOf | Shape::AllOf => with_preposition(&when.spoken()),
    }
}

fn with_preposition(spoken: &str) -> String {
    if let Some(sure) = spoken.strip_prefix("possibly ") {
        return format!("possibly {}", with_preposition(sure));
    }
    let mut words = spoken.split(' ');
    let number = words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let month = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) && !is_era(word));
    match spoken {
        about if about.starts_with("about ") => about.to_owned(),
        day if number && month || day.starts_with("some day") || day.starts_with("day ") => format!("on {day}"),
        other => format!("in {other}"),
    }
}

fn is_era(word: &str) -> bool {
    word.starts_with("CE") || word.starts_with("BCE")
}

/// An event as a message names it.
pub(super) fn event(case: &Case<'_>, event: EventId) -> String {
    format!("`{}`", case.id(Record::Event(event)))
}

/// What a statement is about: an event, two things in a relation, or a quantity.
pub(crate) fn subject(case: &Case<'_>, statement: &Statement) -> String {
    let read = |word| shown(case.read(word));
    match &statement.form {
        Form::Event(event) => format!("`{}`", read(event.word)),
        Form::Relation(related) => {
            let object = related.object.map_or_else(String::new, |object| format!(" {}", read(object.word)));
            format!("`{} {}{object}`", read(related.subject.word), read(related.relation.word))
        }
        Form::Quantity(counted) => format!("`{}`", read(counted.quantity.word)),
    }
}

/// Whose statement it is, by its owner's id.
pub(super) fn owner(case: &Case<'_>, statement: &Statement) -> String {
    let id = case.id(case.dossier.owner_record(statement.owner));
    match statement.owner {
        Owner::Claim(_) => format!("`{id}`"),
        Owner::Evidence(_) => format!("the evidence of `{id}`"),
        Owner::Fact(_) => format!("the record's `{id}`"),
        Owner::Event(_) => format!("the record of `{id}`"),
    }
}

/// Who says what: ``` `opening` says `bridge-opened` is dated 1996 ```.
pub(crate) fn told(case: &Case<'_>, premise: &Premise) -> String {
    format!("{} says {}", owner(case, &case.dossier[premise.statement]), says(case, premise))
}

/// What a clause says of its event: ``` `soviet-collapse` lies within `world-war-2` ```.
pub(super) fn says(case: &Case<'_>, premise: &Premise) -> String {
    let statement = &case.dossier[premise.statement];
    let subject = subject(case, statement);
    match premise.clause {
        Some(clause) => format!("{subject} {}", predicate(case, statement, &clause)),
        None => format!("{subject} starts before it ends"),
    }
}

fn predicate(case: &Case<'_>, statement: &Statement, clause: &Clause) -> String {
    let what = target(case, &clause.target);
    match clause.key {
        Key::On => format!("is dated {what}"),
        Key::From => format!("starts {}", at_target(case, clause)),
        Key::Until => format!("ends {}", at_target(case, clause)),
        Key::Before => format!("comes before {what}"),
        Key::After => format!("comes after {what}"),
        Key::During => format!("lies within {what}"),
        Key::BecauseOf => format!("is caused by {what}"),
        Key::LeadsTo => format!("leads to {what}"),
        Key::SameTimeAs => format!("happens at the time of {what}"),
        Key::Gap => {
            let mut anchors =
                case.dossier.clauses(statement).iter().filter(|c| matches!(c.key, Key::Before | Key::After));
            let anchor =
                anchors.next().map_or_else(String::new, |c| format!("{} {}", c.key.name(), target(case, &c.target)));
            format!("comes {what} {anchor}")
        }
        Key::Who | Key::As | Key::Where => clause.key.name().to_owned(),
    }
}

/// What the weakest statement claims and cannot: ``` `soviet-collapse` cannot lie within `world-war-2` ```.
pub(super) fn cannot(case: &Case<'_>, premises: &[Premise]) -> String {
    let Some(first) = premises.first() else { return String::new() };
    let statement = &case.dossier[first.statement];
    let verbs: Vec<String> = premises
        .iter()
        .filter_map(|premise| premise.clause)
        .map(|clause| infinitive(case, statement, &clause))
        .collect();
    let verbs = if verbs.is_empty() { "start before it ends".to_owned() } else { verbs.join(" and ") };
    format!("{} cannot {verbs}", subject(case, statement))
}

fn infinitive(case: &Case<'_>, statement: &Statement, clause: &Clause) -> String {
    let predicate = predicate(case, statement, clause);
    let (verb, rest) = predicate.split_once(' ').unwrap_or((&predicate, ""));
    let verb = match verb {
        "is" => "be",
        "happens" => "happen",
        other => other.strip_suffix('s').unwrap_or(other),
    };
    format!("{verb} {rest}")
}

fn at_target(case: &Case<'_>, clause: &Clause) -> String {
    match &clause.target {
        Target::Date(date) => at(&case.dossier[date.when]),
        other => format!("with {}", target(case, other)),
    }
}

/// What a clause names, as a person says it.
pub(super) fn target(case: &Case<'_>, target: &Target) -> String {
    match target {
        Target::Date(date) => case.dossier[date.when].spoken(),
        Target::Event(name) => format!("`{}`", shown(case.read(name.word))),
        Target::Entity(name) => format!("`{}`", shown(case.read(name.word))),
        Target::Gap(gap, _) => case.dossier[*gap].spoken(),
    }
}

/// What a clause names, as it was written: a colliding value.
pub(super) fn value(case: &Case<'_>, target: &Target) -> String {
    match target {
        Target::Date(date) => case.dossier[date.when].to_string(),
        Target::Event(name) => case.read(name.word).to_owned(),
        Target::Entity(name) => case.read(name.word).to_owned(),
        Target::Gap(gap, _) => case.dossier[*gap].to_string(),
    }
}

/// The places of statements that would force a bound as well, beside those of the statements that do.
pub(super) fn instead(case: &Case<'_>, instead: &[(Premise, Premise)]) -> Vec<(Span, Span)> {
    instead.iter().map(|(own, other)| (place(case, own), place(case, other))).collect()
}

/// The place of what matters in a statement.
pub(crate) fn place(case: &Case<'_>, premise: &Premise) -> Span {
    premise.clause.map_or(case.dossier[premise.statement].span, |clause| clause.target.span())
}

/// Why a side lies where it does: by the date that one of the `premises` gives, in its own words, or as a bound.
///
/// ``` `flood` is dated 1996 ```, ``` `world-war-2` is over by the end of 1945 ```.
pub(super) fn side(case: &Case<'_>, side: &Side, premises: &[Premise], bound: Bound) -> String {
    let dates_it = |premise: &&Premise| {
        let Some(Clause { key, target: Target::Date(date) }) = premise.clause else { return false };
        let own = match key {
            Key::On | Key::During => true,
            Key::From | Key::After | Key::BecauseOf | Key::LeadsTo => !side.is_end,
            Key::Until | Key::Before => side.is_end,
            Key::SameTimeAs => side.is_end == (bound == Bound::NotBefore),
            Key::Gap | Key::Who | Key::As | Key::Where => false,
        };
        let days = |days: Stretch| if bound == Bound::NotBefore { days.earliest() } else { days.latest() };
        let when = &case.dossier[date.when];
        let given = [when.hard(), when.nominal()].iter().any(|stretch| days(*stretch).day() == Some(side.day));
        own && given && case.dossier.event_of(&case.dossier[premise.statement]) == Some(side.event)
    };
    if let Some(premise) = premises.iter().find(dates_it) {
        return says(case, premise);
    }
    let verb = match (bound, side.is_end) {
        (Bound::NotBefore, true) => "is not over before",
        (Bound::NotBefore, false) => "does not start before",
        (Bound::NotAfter, true) => "is over by",
        (Bound::NotAfter, false) => "has started by",
    };
    let day = if bound == Bound::NotBefore { since(side.day) } else { by(side.day) };
    format!("{} {verb} {day}", event(case, side.event))
}

/// When an event is, by all that is said: ``` `flood` was within 1996 ```, ``` `flood` was over by the end of 1996 ```.
pub(super) fn known(case: &Case<'_>, event: EventId) -> String {
    let name = self::event(case, event);
    let [(first, _), (_, last)] = case.timeline.start_and_end(event);
    match (first, last) {
        (Some(first), Some(last)) if first == last => format!("{name} was on {}", first.spoken()),
        (Some(first), Some(last)) => format!("{name} was within {}", days(first, last)),
        (Some(first), None) => format!("{name} was not before {}", since(first)),
        (None, Some(last)) => format!("{name} was over by {}", by(last)),
        (None, None) => format!("{name} has no date"),
    }
}

/// When that was of which a statement speaks: its own date, or all that is said of its event.
pub(super) fn time_of(case: &Case<'_>, statement: &Statement) -> String {
    let own = case.dossier.clauses(statement).iter().find_map(|clause| match (clause.key, clause.target) {
        (Key::On | Key::From | Key::Until, Target::Date(date)) => Some(date),
        _ => None,
    });
    match (own, case.dossier.event_of(statement)) {
        (Some(date), _) => format!("{} was {}", subject(case, statement), at(&case.dossier[date.when])),
        (None, Some(event)) => known(case, event),
        (None, None) => format!("{} has no date", subject(case, statement)),
    }
}

/// The written date of an event, where that alone is why it lies where it does.
pub(super) fn own_date<'c>(case: &Case<'c>, event: EventId, because: &[Premise]) -> Option<&'c When> {
    let [Premise { statement, clause: Some(Clause { key: Key::On, target: Target::Date(date) }) }] = *because else {
        return None;
    };
    (case.dossier.event_of(&case.dossier[statement]) == Some(event)).then(|| &case.dossier[date.when])
}

/// On which side a bound lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    NotBefore,
    NotAfter,
}

/// A first day: `1996` for its first of January, `May 1996` for its first of May.
pub(crate) fn since(day: Day) -> String {
    let spoken = day.spoken();
    match day.year_month_day() {
        (_, 1, 1) => spoken.trim_start_matches("1 January ").to_owned(),
        (_, _, 1) => spoken.trim_start_matches("1 ").to_owned(),
        _ => spoken,
    }
}

/// A last day: `the end of 1996` for its 31 December, `the end of May 1996` for its 31 May.
pub(crate) fn by(day: Day) -> String {
    let next = day.plus_days(1).year_month_day();
    let spoken = day.spoken();
    let rest = |words: usize| spoken.splitn(words + 1, ' ').last().unwrap_or_default().to_owned();
    match next {
        (_, 1, 1) => format!("the end of {}", rest(2)),
        (_, _, 1) => format!("the end of {}", rest(1)),
        _ => spoken,
    }
}

/// The days from the one to the other: `1996`, `May 1996`, `3 May 1996`, `3 May 1996 to 2 June 1997`.
pub(crate) fn days(first: Day, last: Day) -> String {
    let until = by(last);
    match until.strip_prefix("the end of ") {
        _ if first == last => first.spoken(),
        Some(whole) if since(first) == whole || first.spoken() == format!("1 {whole}") => whole.to_owned(),
        _ => format!("{} to {}", first.spoken(), last.spoken()),
    }
}

/// At least how long it is from the one day to the other: `1 day`; from two months on in months, from two years in years.
pub(super) fn lag(from: Day, to: Day) -> String {
    let days = to.number() - from.number();
    match days {
        1 => "at least 1 day".to_owned(),
        732.. => format!("at least {} years", days / 366),
        62.. => format!("at least {} months", days / 31),
        _ => format!("at least {days} days"),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        When::parse(text).expect("the test writes EDTF").hard().single_day().expect("the test writes a day")
    }

    #[test]
    fn a_date_takes_the_preposition_that_a_person_gives_it() {
        for (edtf, words) in [
            ("2024-06-20", "on 20 June 2024"),
            ("2024-06", "in June 2024"),
            ("2024", "in 2024"),
            ("0012", "in 12 CE"),
            ("195X", "in the 1950s"),
            ("2024-06-XX", "on some day in June 2024"),
            ("1920~", "about 1920 (1918 to 1922)"),
            ("1931?", "possibly in 1931"),
            ("1931-06-02?", "possibly on 2 June 1931"),
            ("1939-09-01/1945", "some time from 1 September 1939 to 1945"),
            ("1985/..", "since 1985"),
            ("[1735-01-30,1736-01-30]", "on 30 January 1735 or 30 January 1736"),
        ] {
            assert_eq!(at(&When::parse(edtf).expect(edtf)), words, "{edtf}");
        }
    }

    #[test]
    fn the_ends_of_years_and_months_are_told_as_such() {
        assert_eq!(since(day("1996-01-01")), "1996");
        assert_eq!(since(day("1996-05-01")), "May 1996");
        assert_eq!(since(day("1996-05-11")), "11 May 1996");
        assert_eq!(since(day("1996-01-11")), "11 January 1996");
        assert_eq!(by(day("1996-12-31")), "the end of 1996");
        assert_eq!(by(day("-0043-12-31")), "the end of 44 BCE");
        assert_eq!(by(day("1996-02-29")), "the end of February 1996");
        assert_eq!(by(day("1996-02-28")), "28 February 1996");
        assert_eq!(days(day("1996-01-01"), day("1996-12-31")), "1996");
        assert_eq!(days(day("1996-01-01"), day("1996-01-31")), "January 1996");
        assert_eq!(days(day("1996-05-01"), day("1996-05-31")), "May 1996");
        assert_eq!(days(day("1996-05-01"), day("1996-12-31")), "1 May 1996 to 31 December 1996");
        assert_eq!(days(day("1996-05-02"), day("1996-05-02")), "2 May 1996");
    }

    #[test]
    fn a_lag_is_never_told_longer_than_it_is() {
        assert_eq!(lag(day("2021-12-31"), day("2022-01-01")), "at least 1 day");
        assert_eq!(lag(day("2021-12-31"), day("2022-03-01")), "at least 60 days");
        assert_eq!(lag(day("2021-12-31"), day("2023-05-03")), "at least 15 months");
        assert_eq!(lag(day("2021-12-31"), day("2024-01-02")), "at least 2 years");
    }
}
