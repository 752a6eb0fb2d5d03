//! The report for programs: one JSON object, of which [`VERSION`] names the form. Fields may be added within a
//! version; none changes its meaning or goes.
//!
//! | field | value |
//! |---|---|
//! | `version` | the form of this report: 1 |
//! | `tool` | `{name, version}` of the program |
//! | `dossiers` | one object for each dossier, in the order in which they were checked |
//! | `gone` | with a baseline: what it knows and is no longer found, as `{rule, fingerprint, message, level}`; else null |
//!
//! A dossier:
//!
//! | field | value |
//! |---|---|
//! | `path` | its folder or file as it was given, with `/` between its parts |
//! | `as_of` | the day that counted as today, `YYYY-MM-DD`, or null |
//! | `claims`, `sources` | how many of its own it has |
//! | `complete` | false where so many statements contradict each other in time that some may not be named |
//! | `findings` | the most severe first, then by rule and by what they are about |
//! | `rules` | what each rule that ran counted, in the order of `gainsay rules` |
//!
//! A finding:
//!
//! | field | value |
//! |---|---|
//! | `rule` | the rule's name |
//! | `level` | `error`, `warning` or `note`, as the dossier sets it |
//! | `certainty` | `certain`, `nominal` (for the dates as written) or `possible` |
//! | `contradicts` | whose statements collide, in words (`contradicts the record`), or null |
//! | `message` | what is wrong, on one line |
//! | `fingerprint` | 16 hexadecimal digits that stay while rule, records and values do |
//! | `primary` | the label that the finding is about |
//! | `labels` | the labels against it |
//! | `steps` | the reasoning, as labels in order; may be empty |
//! | `help` | what to do, or null |
//! | `subjects` | the records that it is about, as `{kind, id}`, the one to look at first in front |
//! | `values` | the values that collide |
//! | `known` | whether the baseline of the run knows it |
//!
//! A label is `{path, line, column, end_line, end_column, offset, length, text}`: lines and columns count from 1,
//! columns in characters, the end is the place behind the last character; `offset` and `length` count bytes of the
//! file (of its text, where the file is not UTF-8).
//!
//! A rule's counts are `{rule, found, allowed, compatible, not_checkable}`; `not_checkable` is a list of
//! `{because, count, records}`, the most frequent reason first, with every record as `{id, path, line}`: `id` is what
//! stands at that place.

use std::fmt;

use serde::Serialize;

use super::Outcome;
use super::terminal::reasons;
use crate::finding::{Finding, NotCheckable};
use crate::revise::Known;
use crate::rules::Tally;
use crate::text::{Span, Texts, shown};

/// The form of the report.
pub const VERSION: u32 = 1;

/// The findings and counts of some dossiers as one JSON object.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    /// The dossiers.
    pub outcomes: &'a [Outcome<'a>],
    /// What the baseline knows and is no longer found, where there is a baseline.
    pub gone: Option<&'a [&'a Known]>,
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dossiers = self.outcomes.iter().map(dossier).collect();
        let tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
        let report = Whole { version: VERSION, tool, dossiers, gone: self.gone };
        let text = serde_json::to_string_pretty(&report).map_err(|_| fmt::Error)?;
        writeln!(f, "{text}")
    }
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    tool: Tool,
    dossiers: Vec<OneDossier<'a>>,
    gone: Option<&'a [&'a Known]>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct OneDossier<'a> {
    path: &'a str,
    as_of: Option<String>,
    claims: usize,
    sources: usize,
    complete: bool,
    findings: Vec<OneFinding<'a>>,
    rules: Vec<Counts<'a>>,
}

#[derive(Serialize)]
pub(super) struct OneFinding<'a> {
    rule: &'a str,
    level: &'static str,
    certainty: &'static str,
    contradicts: Option<&'static str>,
    message: &'a str,
    fingerprint: String,
    primary: Labelled<'a>,
    labels: Vec<Labelled<'a>>,
    steps: Vec<Labelled<'a>>,
    help: Option<&'a str>,
    subjects: Vec<About<'a>>,
    values: &'a [String],
    known: bool,
}

#[derive(Serialize)]
struct About<'a> {
    kind: &'static str,
    id: &'a str,
}

#[derive(Serialize)]
struct Labelled<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    offset: u32,
    length: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Counts<'a> {
    rule: &'a str,
    found: usize,
    allowed: usize,
    compatible: usize,
    not_checkable: Vec<Lacking<'a>>,
}

#[derive(Serialize)]
struct Lacking<'a> {
    because: &'static str,
    count: usize,
    records: Vec<Lack<'a>>,
}

#[derive(Serialize)]
struct Lack<'a> {
    id: String,
    path: &'a str,
    line: usize,
}

fn dossier<'a>(outcome: &Outcome<'a>) -> OneDossier<'a> {
    OneDossier {
        path: outcome.path,
        as_of: outcome.dossier.today.map(|day| day.to_string()),
        claims: outcome.dossier.claims.len(),
        sources: outcome.own_sources(),
        complete: outcome.report.complete,
        findings: outcome.report.findings.iter().map(|found| finding(outcome.texts, found)).collect(),
        rules: outcome.report.tallies.iter().map(|tally| counts(outcome.texts, tally)).collect(),
    }
}

pub(super) fn finding<'a>(texts: &'a Texts, finding: &'a Finding) -> OneFinding<'a> {
    OneFinding {
        rule: finding.rule,
        level: finding.level.name(),
        certainty: finding.certainty.name(),
        contradicts: finding.contradicts.map(crate::finding::Contradicts::name),
        message: &finding.message,
        fingerprint: finding.fingerprint(),
        primary: labelled(texts, finding.primary.span, &finding.primary.text),
        labels: finding.labels.iter().map(|label| labelled(texts, label.span, &label.text)).collect(),
        steps: finding.steps.iter().map(|step| labelled(texts, step.span, &step.text)).collect(),
        help: finding.help.as_deref(),
        subjects: finding.subjects.iter().map(|subject| About { kind: subject.kind, id: &subject.id }).collect(),
        values: &finding.values,
        known: finding.known,
    }
}

fn labelled<'a>(texts: &'a Texts, span: Span, text: &'a str) -> Labelled<'a> {
    let (start, end) = (texts.place(span), texts.place(Span::new(span.end(), span.end())));
    let offset = span.start - texts.file(texts.file_at(span.start)).base;
    Labelled {
        path: start.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        offset,
        length: span.len(),
        text,
    }
}

fn counts<'a>(texts: &'a Texts, tally: &'a Tally) -> Counts<'a> {
    let records = |because: &str| {
        let all = tally.not_checkable.iter().filter(|lacking| lacking.because == because);
        all.map(|lacking| lack(texts, lacking)).collect()
    };
    let reasons = reasons(&tally.not_checkable).into_iter();
    let not_checkable = reasons.map(|(because, count)| Lacking { because, count, records: records(because) }).collect();
    Counts { rule: tally.rule, found: tally.found, allowed: tally.allowed, compatible: tally.compatible, not_checkable }
}

fn lack<'a>(texts: &'a Texts, lacking: &NotCheckable) -> Lack<'a> {
    let place = texts.place(lacking.at);
    Lack { id: shown(texts.slice(lacking.at).trim_matches(['"', '\''])), path: place.path, line: place.line }
}
