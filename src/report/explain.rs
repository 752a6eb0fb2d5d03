//! Why something was found, and why something else was not.
//!
//! [`Found`] is a finding with its whole reasoning: every place, whose word it is, a chart of the times involved, and in
//! one sentence what cannot be. [`Seen`] is a record with what each rule saw in it.

use std::fmt;

use serde::Serialize;

use super::chart::{Bar, Plain, apart};
use super::dates::stretch;
use super::json::{OneFinding, finding};
use super::terminal::Terminal;
use super::{Layout, Paint, wrapped};
use crate::Reasoned;
use crate::finding::Finding;
use crate::load::record_around;
use crate::model::{Cited, Date, Form, Key, Record, Rows, Statement, Target};
use crate::rules::{self, Case, Report, words};
use crate::text::{Span, Texts, shown};
use crate::time::Day;

/// So many lines of a record are repeated.
const LINES: usize = 40;

/// A finding with its whole reasoning.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The texts that its places lie in.
    pub texts: &'a Texts,
    /// What it was found in.
    pub reasoned: &'a Reasoned,
    /// The finding.
    pub finding: &'a Finding,
    /// How lines are laid out.
    pub layout: Layout,
}

/// A record with what each rule saw in it.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The texts that its place lies in.
    pub texts: &'a Texts,
    /// The dossier that it belongs to.
    pub reasoned: &'a Reasoned,
    /// The record.
    pub record: Record,
    /// What the rules saw while the record was watched.
    pub report: &'a Report,
    /// How lines are laid out.
    pub layout: Layout,
}

impl Layout {
    /// Words as wrapped lines.
    fn lines(self, f: &mut fmt::Formatter<'_>, text: &str, first: &str, rest: &str) -> fmt::Result {
        for line in wrapped(&self.clean(text), self.width, first, rest) {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }

    fn heading(self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        writeln!(f, "{}", self.paint(Paint::Bold, &self.clean(text)))
    }
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (finding, layout) = (self.finding, self.layout);
        Terminal { outcomes: &[], layout }.finding(f, self.texts, finding)?;
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
        writeln!(f, "fingerprint: {}", finding.fingerprint())
    }
}

impl Found<'_> {
    /// What stands against each other, in the order of the labels.
    fn bars(&self) -> Vec<Bar> {
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
    fn in_short(&self, bars: &[Bar]) -> String {
        let day = Day::from_number;
        let gap = apart(bars).map(|(early, last, late, first)| {
            let (last, first) = (words::by(day(last)), words::since(day(first)));
            format!("`{}` is over by {last}, and `{}` does not begin before {first}", early.name, late.name)
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
    event: Option<crate::model::EventId>,
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
            let mut bar = Bar { name, start, end, ..Bar::default() };
            bar.forget_masks();
            return bar;
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
    for member in dossier.rolls.iter().flat_map(|roll| &roll.members) {
        let thing = member.subject.map_or_else(String::new, |subject| shown(case.read(subject.word)));
        let owner = format!("{thing} on the roll");
        all.push(Dated {
            span: member.span,
            dates: [member.from, member.until],
            is_within: false,
            thing,
            owner,
            event: None,
        });
    }
    for roll in &dossier.rolls {
        let dates = [roll.complete_from, roll.complete_until];
        let name = "the roll".to_owned();
        all.push(Dated { span: roll.header, dates, is_within: false, thing: name.clone(), owner: name, event: None });
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
    for name in own.into_iter().chain(others) {
        let event = name.target;
        let thing = shown(case.read(name.word));
        all.push(Dated {
            span: name.word.span,
            dates: [None; 2],
            is_within: false,
            thing,
            owner: owner.clone(),
            event,
        });
    }
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

impl<'a> Seen<'a> {
    fn span(&self) -> Span {
        record_around(self.texts, self.reasoned.dossier.id_span(self.record))
    }

    /// The findings that have a place in the record.
    fn there<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<&'f Finding> {
        let span = self.span();
        let is_there = |finding: &&Finding| {
            let mut labels = std::iter::once(&finding.primary).chain(&finding.labels);
            labels.any(|label| span.holds(label.span))
        };
        findings.filter(is_there).collect()
    }

    fn found(&self) -> Vec<&'a Finding> {
        self.there(self.report.findings.iter())
    }

    fn allowed(&self) -> Vec<&'a Finding> {
        self.there(self.report.allowed.iter().map(|allowed| &allowed.finding))
    }

    /// What was fine there: the rule, why, and where.
    fn fine(&self) -> impl Iterator<Item = (&'a str, &'a str, Span)> + use<'a> {
        let tallies = self.report.tallies.iter();
        tallies.flat_map(|tally| tally.fine.iter().map(|fine| (tally.rule, fine.because.as_str(), fine.at)))
    }

    /// What could not be judged there: the rule, why, and where.
    fn lacking(&self) -> Vec<(&'a str, &'a str, Span)> {
        let span = self.span();
        let tallies = self.report.tallies.iter();
        let all = tallies.flat_map(|tally| tally.not_checkable.iter().map(|row| (tally.rule, row.because, row.at)));
        all.filter(|(.., at)| span.holds(*at)).collect()
    }

    /// The sources that the record cites, as they were found.
    fn cites(&self) -> Vec<String> {
        let dossier = &self.reasoned.dossier;
        let rows = match self.record {
            Record::Claim(id) => dossier[id].cites,
            Record::Fact(id) => dossier[id].cites,
            Record::Entity(id) => dossier[id].cites,
            Record::Event(id) => dossier[id].cites,
            Record::Roll(id) => dossier[id].cites,
            _ => Rows::default(),
        };
        let name = |id: crate::model::SourceId| {
            let dated = dossier[id].issued.map(|date| format!(", issued {}", dossier[date.when].spoken()));
            let title = dossier[id].title.map(|title| format!(": {}", shown(self.texts.read(title))));
            let id = shown(dossier.id(self.texts, Record::Source(id)));
            format!("`{id}`{}{}", title.unwrap_or_default(), dated.unwrap_or_default())
        };
        let told = dossier.citations(rows).iter().map(|citation| {
            let key = shown(self.texts.read(citation.word));
            match dossier.cited(citation) {
                Cited::Nothing => format!("`{key}`, which is no source"),
                Cited::One(id) => name(id),
                Cited::Several(all) => {
                    let names: Vec<String> = all.iter().map(|id| name(*id)).collect();
                    format!("`{key}`, which may mean {}", names.join(" or "))
                }
            }
        });
        told.collect()
    }

    fn rows(&self, f: &mut fmt::Formatter<'_>, rows: &[(&str, &str, Span)]) -> fmt::Result {
        for (rule, because, at) in rows {
            let place = self.texts.place(*at);
            let text = format!("{rule}: {because} ({}:{})", place.path, place.line);
            self.layout.lines(f, &text, "  ", "      ")?;
        }
        writeln!(f)
    }

    fn findings(&self, f: &mut fmt::Formatter<'_>, findings: &[&Finding]) -> fmt::Result {
        for finding in findings {
            let voice = finding.contradicts.map(|voice| format!("{}: ", voice.name())).unwrap_or_default();
            let sure = format!("{} {}", finding.certainty.name(), finding.level.name());
            let text = format!("{}: {voice}{} ({sure})", finding.rule, finding.message);
            self.layout.lines(f, &text, "  ", "      ")?;
            self.layout.lines(f, &format!("`gainsay explain {}`", &finding.fingerprint()[..8]), "      ", "      ")?;
        }
        writeln!(f)
    }
}

impl fmt::Display for Seen<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (layout, span) = (self.layout, self.span());
        let place = self.texts.place(span);
        let id = shown(self.reasoned.dossier.id(self.texts, self.record));
        layout.heading(f, &format!("{} `{id}` ({}:{})", self.record.kind(), place.path, place.line))?;
        let text = self.texts.slice(span).trim_end();
        for line in text.lines().skip(1).filter(|line| !line.trim_start().starts_with('#')).take(LINES) {
            layout.lines(f, line, "  ", "      ")?;
        }
        for cited in self.cites() {
            layout.lines(f, &format!("cites {cited}"), "  ", "      ")?;
        }
        writeln!(f)?;
        let (found, allowed) = (self.found(), self.allowed());
        let (fine, lacking) = (self.fine().collect::<Vec<_>>(), self.lacking());
        layout.heading(f, if found.is_empty() { "found: nothing" } else { "found" })?;
        self.findings(f, &found)?;
        if !allowed.is_empty() {
            layout.heading(f, "allowed")?;
            self.findings(f, &allowed)?;
        }
        if !fine.is_empty() {
            layout.heading(f, "compatible, because")?;
            self.rows(f, &fine)?;
        }
        if !lacking.is_empty() {
            layout.heading(f, "not checkable, because")?;
            self.rows(f, &lacking)?;
        }
        let named = |rule: &str| fine.iter().chain(&lacking).any(|(name, ..)| *name == rule);
        let told = |rule: &str| found.iter().chain(&allowed).any(|finding| finding.rule == rule);
        let idle = self.report.tallies.iter().filter(|tally| !named(tally.rule) && !told(tally.rule)).count();
        let rules = if idle == 1 { "rule" } else { "rules" };
        layout.lines(f, &format!("{idle} more {rules} had nothing to look at there"), "", "  ")
    }
}

/// Findings or a record, explained for a program.
#[derive(Clone, Copy)]
pub enum ForPrograms<'a> {
    /// Findings.
    Found(&'a [Found<'a>]),
    /// A record.
    Seen(&'a Seen<'a>),
}

#[derive(Serialize)]
struct WholeFound<'a> {
    version: u32,
    findings: Vec<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    finding: OneFinding<'a>,
    in_short: String,
}

#[derive(Serialize)]
struct WholeSeen<'a> {
    version: u32,
    kind: &'static str,
    id: String,
    path: &'a str,
    line: usize,
    cites: Vec<String>,
    found: Vec<OneFinding<'a>>,
    allowed: Vec<OneFinding<'a>>,
    compatible: Vec<Row<'a>>,
    not_checkable: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    because: &'a str,
    path: &'a str,
    line: usize,
}

impl fmt::Display for ForPrograms<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            ForPrograms::Found(found) => {
                let explained = found.iter().map(|found| Explained {
                    finding: finding(found.texts, found.finding),
                    in_short: found.in_short(&found.bars()),
                });
                serde_json::to_string_pretty(&WholeFound { version: super::VERSION, findings: explained.collect() })
            }
            ForPrograms::Seen(seen) => serde_json::to_string_pretty(&seen.whole()),
        };
        writeln!(f, "{}", text.map_err(|_| fmt::Error)?)
    }
}

impl<'a> Seen<'a> {
    fn whole(&'a self) -> WholeSeen<'a> {
        let place = self.texts.place(self.span());
        let row = |(rule, because, at): (&'a str, &'a str, Span)| {
            let place = self.texts.place(at);
            Row { rule, because, path: place.path, line: place.line }
        };
        let findings = |list: Vec<&'a Finding>| list.into_iter().map(|found| finding(self.texts, found)).collect();
        WholeSeen {
            version: super::VERSION,
            kind: self.record.kind(),
            id: shown(self.reasoned.dossier.id(self.texts, self.record)),
            path: place.path,
            line: place.line,
            cites: self.cites(),
            found: findings(self.found()),
            allowed: findings(self.allowed()),
            compatible: self.fine().map(row).collect(),
            not_checkable: self.lacking().into_iter().map(row).collect(),
        }
    }
}
