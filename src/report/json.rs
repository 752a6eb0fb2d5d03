//! The report for programs: one JSON object, of which [`VERSION`] names the form. Fields may be added within a
//! version; none changes its meaning or goes.
//!
//! | field | value |
//! |---|---|
//! | `version` | the form of this report: 2 |
//! | `tool` | `{name, version}` of the program, and the day up to which its `record` was brought |
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
//! | `repairs` | what to mend to clear the findings, that which clears most in front |
//! | `repairs_are_lightest` | whether it is known that no lighter set of records clears them all |
//! | `rules` | what each rule that ran counted, in the order of `gainsay rules` |
//! | `manuscript` | how the claims cover the manuscript; not there without one |
//!
//! A manuscript's is `{path, sentences, covered, claims}`: `sentences` are those worth checking, `covered` those of
//! them that hold the passage of a claim; `claims` counts by where their passages stand, `{in_place, moved, edited,
//! ambiguous, gone, unlocated}` (the last note no words).
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
//! | `fixes` | what would clear it, where that is mechanical: one fix, or several of which a person has to pick one |
//! | `subjects` | the records that it is about, as `{kind, id}`, the one to look at first in front |
//! | `values` | the values that collide |
//! | `known` | whether the baseline of the run knows it |
//! | `culprits` | the places of which not all can be right, each with its record |
//! | `conflicts` | which of the culprits cannot all be right, as lists of their positions from 0: correcting one of each list clears the finding |
//!
//! A fix is `{title, safe, edits}`, `safe` saying whether `gainsay fix` applies it unasked. An edit is a label whose
//! `text` is put in the place of what stands there.
//!
//! A repair (`gainsay explain repairs` says how they are found):
//!
//! | field | value |
//! |---|---|
//! | `kind`, `id` | the record to be corrected or removed; `id` is empty for the `[dossier]` table |
//! | `parts` | what to look at in it, as culprits |
//! | `clears` | the fingerprints of the findings that it clears alone, and no repair before it does |
//! | `helps` | the fingerprints of those that it clears together with repairs before it |
//! | `errors`, `warnings`, `notes` | how many of each it clears |
//! | `instead` | other records that would clear the same, as `{kind, id}` |
//!
//! A culprit is `{kind, id, key, path, line, column}`: the record, the key in it (`issued`; empty for the record as a
//! whole), and the place of its value.
//!
//! A label is `{path, line, column, end_line, end_column, offset, length, text}`: lines and columns count from 1,
//! columns in characters, the end is the place behind the last character; `offset` and `length` count bytes of the
//! file (of its text, where the file is not UTF-8).
//!
//! A rule's counts are `{rule, found, allowed, compatible, not_checkable}`; `not_checkable` is a list of
//! `{because, count}`, the most frequent reason first. With `--full` each has `records` too, every record as
//! `{id, path, line}`: `id` is what stands at that place. `gainsay explain ID` says it of one record.

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use super::{Detail, Outcome};
use crate::archive::Located;
use crate::finding::{Finding, Fix};
use crate::reason::repairs::{Blame, Conflict, Count};
use crate::reason::{Repair, Repairs};
use crate::revise::Known;
use crate::rules::Tally;
use crate::text::{Span, Texts, shown};

/// The form of the report.
pub const VERSION: u32 = 2;

/// The findings and counts of some dossiers as one JSON object.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    /// The dossiers.
    pub outcomes: &'a [Outcome<'a>],
    /// What the baseline knows and is no longer found, where there is a baseline.
    pub gone: Option<&'a [&'a Known]>,
    /// Whether each record that was not checkable is listed.
    pub detail: Detail,
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dossiers = self.outcomes.iter().map(|outcome| dossier(outcome, self.detail)).collect();
        let report = Whole { version: VERSION, tool: TOOL, dossiers, gone: self.gone };
        pretty(f, &report)
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
    record: &'static str,
}

const TOOL: Tool =
    Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), record: crate::atlas::VERSION };

/// Writes a report of one object for each dossier, under its form and the program that it is of.
pub(super) fn of_dossiers(f: &mut fmt::Formatter<'_>, version: u32, dossiers: &[Value]) -> fmt::Result {
    pretty(f, &json!({ "version": version, "tool": TOOL, "dossiers": dossiers }))
}

/// Writes a whole report as JSON, with an end to its last line.
pub(super) fn pretty(f: &mut fmt::Formatter<'_>, report: &impl Serialize) -> fmt::Result {
    f.write_str(&crate::text::json(report))
}

#[derive(Serialize)]
struct OneDossier<'a> {
    path: &'a str,
    as_of: Option<String>,
    claims: usize,
    sources: usize,
    complete: bool,
    findings: Vec<Judged<'a>>,
    repairs: Vec<OneRepair<'a>>,
    repairs_are_lightest: bool,
    rules: Vec<Counts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manuscript: Option<OneManuscript<'a>>,
}

#[derive(Serialize)]
struct OneManuscript<'a> {
    path: &'a str,
    sentences: usize,
    covered: usize,
    claims: Located,
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
    fixes: Vec<OneFix<'a>>,
    subjects: Vec<About<'a>>,
    values: &'a [String],
    known: bool,
}

#[derive(Serialize)]
struct OneFix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Labelled<'a>>,
}

#[derive(Serialize)]
pub(super) struct Judged<'a> {
    #[serde(flatten)]
    finding: OneFinding<'a>,
    culprits: Vec<Blamed<'a>>,
    conflicts: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct OneRepair<'a> {
    kind: &'static str,
    id: &'a str,
    parts: Vec<Blamed<'a>>,
    clears: Vec<String>,
    helps: Vec<String>,
    errors: usize,
    warnings: usize,
    notes: usize,
    instead: Vec<About<'a>>,
}

#[derive(Serialize)]
struct Blamed<'a> {
    kind: &'static str,
    id: &'a str,
    key: &'a str,
    path: &'a str,
    line: usize,
    column: usize,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    records: Option<Vec<Lack<'a>>>,
}

#[derive(Serialize)]
struct Lack<'a> {
    id: String,
    path: &'a str,
    line: usize,
}

fn dossier<'a>(outcome: &Outcome<'a>, detail: Detail) -> OneDossier<'a> {
    OneDossier {
        path: outcome.path,
        as_of: outcome.reasoned.dossier.today.map(|day| day.to_string()),
        claims: outcome.reasoned.dossier.claims.len(),
        sources: outcome.own_sources(),
        complete: outcome.report.complete,
        findings: (outcome.report.findings.iter().enumerate())
            .map(|(at, finding)| judged(outcome.texts, finding, Some((outcome.repairs, at))))
            .collect(),
        repairs: outcome.repairs.list.iter().map(|one| repair(outcome, one)).collect(),
        repairs_are_lightest: outcome.repairs.is_lightest,
        rules: outcome.report.tallies.iter().map(|tally| counts(outcome.texts, tally, detail)).collect(),
        manuscript: outcome.report.manuscript.as_ref().map(|covered| OneManuscript {
            path: outcome.texts.place(covered.at).path,
            sentences: covered.coverage.sentences,
            covered: covered.coverage.covered,
            claims: covered.claims,
        }),
    }
}

/// A finding, with what it can be blamed on, if anything is to be mended: its place among the repaired.
pub(super) fn judged<'a>(texts: &'a Texts, found: &'a Finding, mend: Option<(&'a Repairs, usize)>) -> Judged<'a> {
    let Some((repairs, at)) = mend else {
        return Judged { finding: finding(texts, found), culprits: Vec::new(), conflicts: Vec::new() };
    };
    let conflicts = &repairs.conflicts[at];
    let mut blames: Vec<Blame> = conflicts.iter().flatten().copied().collect();
    blames.sort_unstable();
    blames.dedup();
    let places = |conflict: &Conflict| conflict.iter().filter_map(|blame| blames.binary_search(blame).ok()).collect();
    Judged {
        finding: finding(texts, found),
        culprits: blames.iter().map(|&blame| blamed(texts, repairs, blame)).collect(),
        conflicts: conflicts.iter().map(places).collect(),
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
        fixes: finding.fixes.iter().map(|one| fix(texts, one)).collect(),
        subjects: finding.subjects.iter().map(|subject| About { kind: subject.kind, id: &subject.id }).collect(),
        values: &finding.values,
        known: finding.known,
    }
}

fn fix<'a>(texts: &'a Texts, fix: &'a Fix) -> OneFix<'a> {
    let edits = fix.edits.iter().map(|edit| labelled(texts, edit.span, &edit.text));
    OneFix { title: &fix.title, safe: fix.is_safe(), edits: edits.collect() }
}

fn repair<'a>(outcome: &Outcome<'a>, repair: &'a Repair) -> OneRepair<'a> {
    let about = |culprit: usize| {
        let subject = &outcome.repairs.culprits[culprit].subject;
        About { kind: subject.kind, id: &subject.id }
    };
    let findings = |list: &[usize]| list.iter().map(|&at| outcome.report.findings[at].fingerprint()).collect();
    let Count { errors, warnings, notes } = repair.count(&outcome.report.findings);
    OneRepair {
        kind: about(repair.culprit).kind,
        id: about(repair.culprit).id,
        parts: repair
            .parts
            .iter()
            .map(|&part| blamed(outcome.texts, outcome.repairs, Blame { culprit: repair.culprit, part }))
            .collect(),
        clears: findings(&repair.clears),
        helps: findings(&repair.helps),
        errors,
        warnings,
        notes,
        instead: repair.instead.iter().map(|&culprit| about(culprit)).collect(),
    }
}

fn blamed<'a>(texts: &'a Texts, repairs: &'a Repairs, blame: Blame) -> Blamed<'a> {
    let culprit = &repairs.culprits[blame.culprit];
    let part = &culprit.parts[blame.part];
    let place = texts.place(part.span);
    Blamed {
        kind: culprit.subject.kind,
        id: &culprit.subject.id,
        key: &part.key,
        path: place.path,
        line: place.line,
        column: place.column,
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

fn counts<'a>(texts: &'a Texts, tally: &'a Tally, detail: Detail) -> Counts<'a> {
    let lacking = |(because, places): (&'static str, &[Span])| {
        let records = (detail == Detail::Full).then(|| places.iter().map(|&at| lack(texts, at)).collect());
        Lacking { because, count: places.len(), records }
    };
    let not_checkable = tally.not_checkable.reasons().into_iter().map(lacking).collect();
    Counts { rule: tally.rule, found: tally.found, allowed: tally.allowed, compatible: tally.compatible, not_checkable }
}

fn lack(texts: &Texts, at: Span) -> Lack<'_> {
    let place = texts.place(at);
    Lack { id: shown(texts.slice(at).trim_matches(['"', '\''])), path: place.path, line: place.line }
}
