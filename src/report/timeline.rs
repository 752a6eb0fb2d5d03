//! When things were, by all that is said, and why: for a person ([`Listing`]), for a program ([`Rows`]), as
//! [bars](super::chart::Bar) of a chart.

use std::fmt;

use serde::Serialize;

use super::chart::{Bar, Plain};
use super::{Layout, Paint, json, wrapped};
use crate::Reasoned;
use crate::model::{Date, EventId, Key, Record, Target};
use crate::reason::{Contradiction, Premise};
use crate::rules::Case;
use crate::text::{Span, Texts};
use crate::time::{Day, Stretch};
use crate::wording;

/// A thing with its dates, and the statements that force them.
#[derive(Clone, Debug)]
pub struct Thing {
    /// What it is: the name of its table.
    pub kind: &'static str,
    /// Its id.
    pub id: String,
    /// What it is called in a sentence: by its name, else by its id.
    pub called: String,
    /// Its dates.
    pub bar: Bar,
    /// Why it is not earlier, from the calendar on.
    pub not_before: Vec<Said>,
    /// Why it is not later, from the calendar on.
    pub not_after: Vec<Said>,
    /// What is said of it and cannot be.
    pub set_aside: Vec<Said>,
}

/// What somebody says, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Who says what, in words.
    pub text: String,
    /// The file.
    pub path: String,
    /// The line in it.
    pub line: usize,
}

/// The dates of some records, or where none are named of all events: those that begin first in front, what has no
/// date at the end. Of a person or a state also the events that it takes part in, of a source those it is cited for.
pub fn things(texts: &Texts, reasoned: &Reasoned, only: &[Record]) -> Vec<Thing> {
    let case = reasoned.case(texts);
    let mut records: Vec<Record> = only.to_vec();
    if only.is_empty() {
        records.extend((0..case.dossier.events.len()).map(|row| Record::Event(EventId::new(row))));
    }
    for &record in only {
        records.extend(around(&case, record).into_iter().map(Record::Event));
    }
    let mut seen = std::collections::BTreeSet::new();
    records.retain(|record| seen.insert(*record));
    let mut things: Vec<Thing> = records.into_iter().filter_map(|record| thing(&case, record)).collect();
    let asked = only.len().min(things.len());
    things[asked..].sort_by_key(|thing| {
        let bar = &thing.bar;
        let first = bar.start[0].or(bar.end[1]);
        (first.is_none(), first, bar.end[1], bar.name.clone())
    });
    things
}

/// The events that have to do with a record.
fn around(case: &Case<'_>, record: Record) -> Vec<EventId> {
    let dossier = case.dossier;
    let taking_part = dossier.statements.iter().filter(|statement| {
        dossier.clauses(statement).iter().any(|clause| match (clause.target, record) {
            (Target::Entity(name), Record::Entity(entity)) => name.target == Some(entity),
            (Target::Event(name), Record::Event(event)) => name.target == Some(event),
            _ => false,
        })
    });
    let cited = dossier.claims.iter().filter(|claim| {
        let cites = dossier.citations(claim.cites).iter();
        let mut sources = cites.flat_map(|citation| dossier.sources_meant(citation));
        sources.any(|&source| Record::Source(source) == record)
    });
    let told = cited.flat_map(|claim| dossier.says(claim.says));
    taking_part.chain(told).filter_map(|statement| dossier.event_of(statement)).collect()
}

fn thing(case: &Case<'_>, record: Record) -> Option<Thing> {
    let called = case.name(record);
    let quotes = [('`', '`'), ('“', '”')];
    let inner = quotes.into_iter().find_map(|(open, close)| called.strip_prefix(open)?.strip_suffix(close));
    let name = inner.unwrap_or(&called).to_owned();
    let mut thing = Thing {
        kind: record.kind().name(),
        id: case.id(record),
        called,
        bar: Bar { name, ..Bar::default() },
        not_before: Vec::new(),
        not_after: Vec::new(),
        set_aside: Vec::new(),
    };
    match record {
        Record::Event(event) => event_dates(case, event, &mut thing),
        Record::Entity(id) => {
            let entity = &case.dossier[id];
            thing.bar.start = stretch(case, entity.from);
            thing.bar.end = stretch(case, entity.until);
            thing.not_before.extend(entity.from.map(|date| written(case, date, "the record lets it begin")));
            thing.not_after.extend(entity.until.map(|date| written(case, date, "the record lets it end")));
        }
        Record::Source(id) => {
            let source = &case.dossier[id];
            let issued = source.original_date.or(source.issued);
            let [first, last] = stretch(case, issued);
            let [_, changed] = stretch(case, source.updated);
            thing.bar.start = [first, last];
            thing.bar.end = [first, changed.or(last)];
            let appeared = issued.map(|date| written(case, date, "the source appeared"));
            let updated = source.updated.map(|date| written(case, date, "it was last changed"));
            thing.not_after.extend(updated.or_else(|| appeared.clone()));
            thing.not_before.extend(appeared);
        }
        Record::Claim(_)
        | Record::Evidence(_)
        | Record::Fact(_)
        | Record::Roll(_)
        | Record::Relation(_)
        | Record::Quantity(_) => return None,
    }
    thing.bar.is_in_conflict = !thing.set_aside.is_empty();
    thing.bar.told = thing.told();
    Some(thing)
}

fn event_dates(case: &Case<'_>, event: EventId, thing: &mut Thing) {
    let [start, end] = case.timeline.start_and_end(event);
    let number = |day: Option<Day>| day.map(Day::number);
    thing.bar.start = [number(start.0), number(start.1)];
    thing.bar.end = [number(end.0), number(end.1)];
    let said = |premises: Vec<Premise>| premises.iter().map(|premise| said(case, premise)).collect();
    thing.not_before = said(case.timeline.why_not_before(case.dossier, event));
    thing.not_after = said(case.timeline.why_not_after(case.dossier, event));
    let is_own = |premise: &Premise| case.dossier.event_of(&case.dossier[premise.statement]) == Some(event);
    for told in case.timeline.contradictions.iter().filter(|told: &&Contradiction| is_own(&told.premises[0])) {
        let weakest = told.premises[0].statement;
        for premise in told.premises.iter().take_while(|premise| premise.statement == weakest) {
            thing.bar.refuted.extend(refuted(case, premise, &thing.bar));
            thing.set_aside.push(self::said(case, premise));
        }
    }
}

/// The days that a premise names, where they have nothing in common with those that remain.
fn refuted(case: &Case<'_>, premise: &Premise, bar: &Bar) -> Option<[Option<i64>; 2]> {
    let clause = premise.clause?;
    let days = match (clause.key, clause.target) {
        (Key::On | Key::From | Key::Until | Key::During | Key::SameTimeAs, Target::Date(date)) => {
            stretch(case, Some(date))
        }
        (Key::During | Key::SameTimeAs, Target::Event(name)) => {
            let [(first, _), (_, last)] = case.timeline.start_and_end(name.target?);
            [first.map(Day::number), last.map(Day::number)]
        }
        _ => return None,
    };
    let is_over = |last: Option<i64>, first: Option<i64>| last.zip(first).is_some_and(|(last, first)| last < first);
    (is_over(days[1], bar.start[0]) || is_over(bar.end[1], days[0])).then_some(days)
}

fn said(case: &Case<'_>, premise: &Premise) -> Said {
    placed(case, case.wording().place(premise), case.wording().told(premise))
}

fn written(case: &Case<'_>, date: Date, what: &str) -> Said {
    placed(case, date.span, format!("{what} {}", wording::at(&case.dossier[date.when])))
}

fn placed(case: &Case<'_>, span: Span, text: String) -> Said {
    let place = case.texts.place(span);
    Said { text, path: place.path.to_owned(), line: place.line }
}

/// The first and the last day of a date.
pub(super) fn stretch(case: &Case<'_>, date: Option<Date>) -> [Option<i64>; 2] {
    let days = date.map(|date| case.dossier[date.when].hard());
    let number = |end: fn(Stretch) -> crate::time::End| days.and_then(|days| end(days).day()).map(Day::number);
    [number(Stretch::earliest), number(Stretch::latest)]
}

impl Thing {
    /// When it was, on one line, with what forces it.
    fn told(&self) -> String {
        let mut told = vec![format!("{}: {}", self.bar.name, when(&self.bar))];
        for (what, reasons) in
            [("not before", &self.not_before), ("not after", &self.not_after), ("cannot be", &self.set_aside)]
        {
            let reasons: Vec<&str> = reasons.iter().map(|said| said.text.as_str()).collect();
            if !reasons.is_empty() {
                told.push(format!("{what}: {}", reasons.join("; ")));
            }
        }
        told.join("\n")
    }
}

/// When a thing was, in words.
pub(super) fn when(bar: &Bar) -> String {
    let day = |number: Option<i64>| number.map(Day::from_number);
    match (day(bar.start[0]), day(bar.end[1])) {
        (Some(first), Some(last)) => wording::days(first, last),
        (Some(first), None) => format!("not before {}", wording::since(first)),
        (None, Some(last)) => format!("over by {}", wording::by(last)),
        (None, None) => "no date".to_owned(),
    }
}

/// The dates of things for a person.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The things, in this order.
    pub things: &'a [Thing],
    /// How many of them were asked for by name; they come with all that forces them.
    pub asked: usize,
    /// How lines are laid out.
    pub layout: Layout,
}

impl fmt::Display for Listing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (asked, rest) = self.things.split_at(self.asked.min(self.things.len()));
        for thing in asked {
            self.in_full(f, thing)?;
        }
        if !asked.is_empty() {
            let bars: Vec<Bar> = self.things.iter().map(|thing| thing.bar.clone()).collect();
            writeln!(f, "{}", Plain { bars: &bars, layout: self.layout })?;
            return Ok(());
        }
        let (dated, undated): (Vec<&Thing>, Vec<&Thing>) = rest.iter().partition(|thing| thing.bar.is_dated());
        if !dated.is_empty() {
            let opposed = dated.iter().any(|thing| thing.bar.is_in_conflict);
            let key = if opposed { "  ! what is said of it cannot all be" } else { "" };
            let head = format!("{:>10}  {:>10}{key}", "earliest", "latest");
            writeln!(f, "{}", self.layout.paint(Paint::Dim, &head))?;
        }
        for thing in dated {
            self.line(f, thing)?;
        }
        if !undated.is_empty() {
            let names: Vec<String> = undated.iter().map(|thing| thing.called.clone()).collect();
            self.wrapped(f, &format!("without a date: {}", names.join(", ")), "", "  ")?;
        }
        Ok(())
    }
}

impl Listing<'_> {
    fn wrapped(&self, f: &mut fmt::Formatter<'_>, text: &str, first: &str, rest: &str) -> fmt::Result {
        for line in wrapped(&self.layout.clean(text), self.layout.width, first, rest) {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }

    /// One thing on a line, and in a second one who forces its dates.
    fn line(&self, f: &mut fmt::Formatter<'_>, thing: &Thing) -> fmt::Result {
        let day = |number: Option<i64>| number.map_or(String::new(), |number| Day::from_number(number).to_string());
        let (first, last) = (day(thing.bar.start[0]), day(thing.bar.end[1]));
        let dates = format!("{first:>10}  {last:>10}  ");
        let name = self.layout.cut(&self.layout.clean(&thing.bar.name), self.layout.width.saturating_sub(26));
        let mark = if thing.bar.is_in_conflict { self.layout.paint(Paint::Red, " !") } else { String::new() };
        writeln!(f, "{dates}{}{mark}", self.layout.paint(Paint::Bold, &name))?;
        let indent = " ".repeat(24);
        let (start, end) = (owners(&thing.not_before), owners(&thing.not_after));
        let why = match (start.is_empty(), end.is_empty()) {
            (true, true) => String::new(),
            (false, true) => format!("not before: {start}"),
            (true, false) => format!("not after: {end}"),
            (false, false) if start == end => start,
            (false, false) => format!("not before: {start}; not after: {end}"),
        };
        let aside = owners(&thing.set_aside);
        let aside = if aside.is_empty() { aside } else { format!("; against: {aside}") };
        for line in wrapped(&self.layout.clean(&format!("{why}{aside}")), self.layout.width, &indent, &indent) {
            writeln!(f, "{}", self.layout.paint(Paint::Dim, line.trim_end()))?;
        }
        Ok(())
    }

    /// A thing with every statement that forces its dates.
    fn in_full(&self, f: &mut fmt::Formatter<'_>, thing: &Thing) -> fmt::Result {
        let head = format!("{} {}: {}", thing.kind, thing.called, when(&thing.bar));
        for line in wrapped(&self.layout.clean(&head), self.layout.width, "", "  ") {
            writeln!(f, "{}", self.layout.paint(Paint::Bold, &line))?;
        }
        let day = |number: Option<i64>| number.map(Day::from_number);
        let first = day(thing.bar.start[0]).map(|day| format!("not before {}, since", wording::since(day)));
        let last = day(thing.bar.end[1]).map(|day| format!("not after {}, since", wording::by(day)));
        let aside = Some("said, and set aside, since it cannot be:".to_owned());
        let one = first.is_some() && last.is_some() && thing.not_before == thing.not_after;
        let first = if one { Some("since".to_owned()) } else { first };
        let last = last.filter(|_| !one);
        for (head, reasons) in [(first, &thing.not_before), (last, &thing.not_after), (aside, &thing.set_aside)] {
            let Some(head) = head.filter(|_| !reasons.is_empty()) else { continue };
            self.wrapped(f, &head, "  ", "  ")?;
            for (number, said) in reasons.iter().enumerate() {
                let text = format!("{} ({}:{})", said.text, said.path, said.line);
                self.wrapped(f, &text, &format!("    {}. ", number + 1), "       ")?;
            }
        }
        writeln!(f)
    }
}

/// Who says it, each once: what stands before `says`.
fn owners(said: &[Said]) -> String {
    let mut owners: Vec<&str> = said.iter().map(|said| said.text.split(" says ").next().unwrap_or_default()).collect();
    owners.dedup();
    owners.join(", ")
}

/// The dates of things for a program.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a>(pub &'a [Thing]);

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    id: &'a str,
    earliest_start: Option<String>,
    latest_start: Option<String>,
    earliest_end: Option<String>,
    latest_end: Option<String>,
    not_before: &'a [Said],
    not_after: &'a [Said],
    set_aside: &'a [Said],
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    things: Vec<Row<'a>>,
}

impl fmt::Display for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |number: Option<i64>| number.map(|number| Day::from_number(number).to_string());
        let rows = self.0.iter().map(|thing| Row {
            kind: thing.kind,
            id: &thing.id,
            earliest_start: day(thing.bar.start[0]),
            latest_start: day(thing.bar.start[1]),
            earliest_end: day(thing.bar.end[0]),
            latest_end: day(thing.bar.end[1]),
            not_before: &thing.not_before,
            not_after: &thing.not_after,
            set_aside: &thing.set_aside,
        });
        let whole = Whole { version: super::VERSION, things: rows.collect() };
        json::pretty(f, &whole)
    }
}
