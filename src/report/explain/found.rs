//! A finding with its whole reasoning.

use std::fmt;

use crate::Reasoned;
use crate::finding::Finding;
use crate::load::record_around;
use crate::model::{Date, EventId, Form, Key, Record, Statement, Target};
use crate::report::chart::{Bar, Plain, apart};
use crate::report::dates::stretch;
use crate::report::terminal::Terminal;
use crate::report::{Detail, Layout};
use crate::rules::{self, Case, words};
use crate::text::{Span, Texts, shown};
use crate::time::Day;

/// A finding with its whole reasoning.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The texts that its places lie in.
    pub texts: &'a Texts,
    /// What it was found in.
    pub reasoned: &'a Reasoned,
    /// The finding.
    pub finding: &'a Finding,
    /// Why the dossier allows it, if it does.
    pub allowed: Option<&'a str>,
    /// How lines are laid out.
    pub layout: Layout,
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (finding, layout) = (self.finding, self.layout);
        Terminal { outcomes: &[], layout, detail: Detail::Full }.finding(f, self.texts, finding)?;
        layout.heading(f, "who says what")?;
        let labels = std::iter::once(&finding.primary).chain(&finding.labels);
        for (number, label) in labels.enumerate() {
            let place = self.texts.place(label.span);
            let text = format!("{}: {} ({}:{})", voice(self.texts, label.span), label.text, place.path, place.line);
            layout.lines(f, &text, &format!("  {}. ", number + 1), "     ")?;
        }
        writeln!(f)?;
        let bars = self.bars();
        if bars.iter().any(Bar::is_dated) {
            layout.heading(f, "in time")?;
            writeln!(f, "{}", Plain { bars: &bars, layout })?;
        }
        layout.lines(f, &self.in_short(&bars), "in short: ", "  ")?;
        if let Some(rule) = rules::named(finding.rule) {
            layout.lines(f, &format!("the law (`gainsay explain {}`): {}", rule.name, rule.law()), "", "  ")?;
        }
        if let Some(because) = self.allowed {
            layout.lines(f, &format!("allowed, because {}", shown(because)), "", "  ")?;
        }
        writeln!(f, "fingerprint: {}", finding.fingerprint())
    }
}

impl Found<'_> {
    /// What stands against each other, in the order of the labels.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let case = self.reasoned.case(self.texts);
        let dated = dated(&case);
        let mut bars: Vec<(Bar, String)> = Vec::new();
        for label in std::iter::once(&self.finding.primary).chain(&self.finding.labels) {
            for dated in dated.iter().filter(|dated| dated.is_at(label.span)) {
                let bar = dated.bar(&case);
                if bars.iter().all(|(other, _)| *other != bar) {
                    bars.push((bar, dated.owner.clone()));
                }
            }
        }
        let names: Vec<String> = bars.iter().map(|(bar, _)| bar.name.clone()).collect();
        let told_apart = |(bar, owner): (Bar, String)| {
            let is_shared = names.iter().filter(|name| **name == bar.name).count() > 1;
            Bar { name: if is_shared { owner } else { bar.name }, ..bar }
        };
        bars.into_iter().map(told_apart).collect()
    }

    /// In one sentence, what cannot be.
    pub(super) fn in_short(&self, bars: &[Bar]) -> String {
        let day = Day::from_number;
        let gap = apart(bars).map(|(early, last, late, first)| {
            let (last, first) = (words::by(day(last)), words::since(day(first)));
            format!("`{}` is dated no later than {last}, and `{}` no earlier than {first}", early.name, late.name)
        });
        let names: Vec<String> =
            self.finding.subjects.iter().map(|subject| format!("`{}`", shown(&subject.id))).collect();
        let cannot = match (self.finding.contradicts, names.as_slice()) {
            (None, _) | (_, []) => None,
            (Some(_), [one]) => Some(format!("what {one} says cannot be right")),
            (Some(_), [one, other]) => Some(format!("{one} and {other} cannot both be right")),
            (Some(_), many) => Some(format!("{} cannot all be right", words::listed(many))),
        };
        match (cannot, gap) {
            (Some(cannot), Some(gap)) => format!("{cannot}: {gap}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => self.finding.message.clone(),
        }
    }
}

/// Something that stands in the dossier with a date.
struct Dated {
    /// The whole of what says it.
    span: Span,
    /// The date of its start and of its end; of what lies within one date both are that one.
    dates: [Option<Date>; 2],
    is_within: bool,
    thing: String,
    owner: String,
    /// Where the thing is named that the dates are of, if its dates are those of the timeline.
    event: Option<EventId>,
}

impl Dated {
    fn is_at(&self, label: Span) -> bool {
        let mut dates = self.dates.iter().flatten();
        label == self.span || dates.any(|date| label.holds(date.span) || date.span.holds(label))
    }

    fn bar(&self, case: &Case<'_>) -> Bar {
        let name = self.thing.clone();
        if let Some(event) = self.event {
            let [start, end] = case.timeline.start_and_end(event);
            let number = |day: Option<Day>| day.map(Day::number);
            let (start, end) = ([number(start.0), number(start.1)], [number(end.0), number(end.1)]);
            return Bar { name, start, end, ..Bar::default() };
        }
        let [from, until] = self.dates.map(|date| stretch(case, date));
        if !self.is_within {
            return Bar { name, start: from, end: until, ..Bar::default() };
        }
        let day = from[0].filter(|first| from[1] == Some(*first));
        Bar { name, start: [from[0], day], end: [day, from[1]], ..Bar::default() }
    }
}

/// Everything with a date: what statements say, the dates of sources, lives, terms, the paper's own.
fn dated(case: &Case<'_>) -> Vec<Dated> {
    let dossier = case.dossier;
    let mut all = Vec::new();
    for statement in &dossier.statements {
        all.extend(of_statement(case, statement));
    }
    for (id, source) in dossier.sources() {
        let dates = [source.issued, source.original_date, source.updated, source.accessed];
        for date in dates.into_iter().flatten() {
            all.push(within(date, case.id(Record::Source(id)), "the bibliography"));
        }
    }
    for entity in &dossier.entities {
        let dates = [entity.from, entity.until];
        let thing = shown(case.read(entity.id));
        all.push(Dated { span: entity.id.span, dates, is_within: false, owner: thing.clone(), thing, event: None });
    }
    for roll in &dossier.rolls {
        let dates = [roll.complete_from, roll.complete_until];
        let name = "the roll".to_owned();
        all.push(Dated { span: roll.header, dates, is_within: false, thing: name.clone(), owner: name, event: None });
        for member in &roll.members {
            let thing = member.subject.map_or_else(String::new, |subject| shown(case.read(subject.word)));
            let (dates, owner) = ([member.from, member.until], format!("{thing} on the roll"));
            all.push(Dated { span: member.span, dates, is_within: false, thing, owner, event: None });
        }
    }
    all.extend(dossier.paper.issued.map(|date| within(date, "the paper".to_owned(), "the paper")));
    all
}

fn within(date: Date, thing: String, owner: &str) -> Dated {
    Dated { span: date.span, dates: [Some(date); 2], is_within: true, thing, owner: owner.to_owned(), event: None }
}

/// What a statement dates, and the events that it names.
fn of_statement(case: &Case<'_>, statement: &Statement) -> Vec<Dated> {
    let owner = case.id(case.dossier.owner_record(statement.owner));
    let thing = words::subject(case, statement).trim_matches('`').to_owned();
    let date = |key: Key| {
        case.dossier.clauses_of(statement, key).find_map(|clause| match clause.target {
            Target::Date(date) => Some(date),
            _ => None,
        })
    };
    let new = |dates, is_within| Dated {
        span: statement.span,
        dates,
        is_within,
        thing: thing.clone(),
        owner: owner.clone(),
        event: None,
    };
    let mut all = Vec::new();
    all.extend(date(Key::On).map(|date| new([Some(date); 2], true)));
    if date(Key::From).or(date(Key::Until)).is_some() {
        all.push(new([date(Key::From), date(Key::Until)], false));
    }
    let own = if let Form::Event(name) = statement.form { Some(name) } else { None };
    let others = case.dossier.clauses(statement).iter().filter_map(|clause| match clause.target {
        Target::Event(name) => Some(name),
        _ => None,
    });
    all.extend(own.into_iter().chain(others).map(|name| Dated {
        span: name.word.span,
        thing: shown(case.read(name.word)),
        event: name.target,
        ..new([None; 2], false)
    }));
    all
}

/// Whose word stands at a place.
fn voice(texts: &Texts, span: Span) -> &'static str {
    let record = texts.slice(record_around(texts, span));
    let header = record.lines().map(str::trim_start).find(|line| line.starts_with('[')).unwrap_or_default();
    let kind = header.trim_start_matches(['[', ' ']).split([']', ' ', '.']).next().unwrap_or_default();
    match kind {
        "claim" | "dossier" => "the paper",
        "source" => "the bibliography",
        "evidence" => "a source",
        _ => "the record",
    }
}
