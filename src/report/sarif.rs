//! The report in SARIF 2.1.0 (OASIS Standard, March 2020), for code scanning and for editors: one run, with every rule
//! and its page, the findings as results, and what a dossier allows as results that are suppressed.
//!
//! A result carries the places against it as related locations, its reasoning as a code flow, its fixes, its
//! [fingerprint](crate::finding::Finding::fingerprint) as the partial fingerprint `gainsay/v1`, and its certainty, its
//! records and its values as properties. With a baseline it says whether it is new or unchanged, and what the baseline
//! knows and is no longer found is there as absent. Columns count characters. The tool names no `informationUri`: it
//! has no address yet.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use super::{Outcome, json, place_of};
use crate::atlas;
use crate::finding::{Contradicts, Finding, Fix};
use crate::manual::{Piece, pieces};
use crate::revise::Known;
use crate::rules::{ALL, Rule};
use crate::text::{Span, Texts};

/// The findings of some dossiers as a SARIF log.
#[derive(Clone, Copy, Debug)]
pub struct Sarif<'a> {
    /// The dossiers.
    pub outcomes: &'a [Outcome<'a>],
    /// What the baseline knows and is no longer found, where there is a baseline.
    pub gone: Option<&'a [&'a Known]>,
}

impl fmt::Display for Sarif<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut results: Vec<Value> = self.outcomes.iter().flat_map(|outcome| self.results(outcome)).collect();
        results.extend(self.gone.into_iter().flatten().map(|known| absent(known)));
        let driver = json!({
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": ALL.iter().map(rule).collect::<Vec<_>>(),
        });
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
        });
        json::pretty(f, &log)
    }
}

fn rule(rule: &Rule) -> Value {
    let page = rule.page();
    let why =
        pieces(&page).into_iter().skip_while(|piece| *piece != Piece::Heading("Why")).find_map(|piece| match piece {
            Piece::Prose(why) => Some(why),
            _ => None,
        });
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.law() },
        "fullDescription": { "text": why.unwrap_or_else(|| rule.law()) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": rule.level.name() },
        "properties": { "tags": [rule.family] },
    })
}

impl Sarif<'_> {
    fn results(&self, outcome: &Outcome<'_>) -> Vec<Value> {
        let report = outcome.report;
        let found = report.findings.iter().map(|finding| {
            let mut result = result(outcome, finding);
            if self.gone.is_some() {
                result["baselineState"] = json!(if finding.known { "unchanged" } else { "new" });
            }
            result
        });
        let allowed = report.allowed.iter().map(|allowed| {
            let mut result = result(outcome, &allowed.finding);
            result["suppressions"] = json!([{ "kind": "inSource", "justification": allowed.because }]);
            result
        });
        found.chain(allowed).collect()
    }
}

/// What the baseline knows and is no longer found.
fn absent(known: &Known) -> Value {
    json!({
        "ruleId": known.rule,
        "level": known.level,
        "message": { "text": known.message },
        "partialFingerprints": { "gainsay/v1": known.fingerprint },
        "baselineState": "absent",
    })
}

fn result(outcome: &Outcome<'_>, finding: &Finding) -> Value {
    let texts = outcome.texts;
    // A manuscript is where a person looks; the record stands beside it.
    let at = place_of(texts, outcome.reasoned, finding);
    let is_elsewhere = at != finding.primary.span;
    let help = finding.help.iter().map(|help| format!("\n{help}"));
    let message: String = std::iter::once(finding.said()).chain(help).collect();
    let record = std::iter::once(&finding.primary).filter(|_| is_elsewhere);
    let against = record.chain(&finding.labels).enumerate();
    let subjects: Vec<String> = finding.subjects.iter().map(|about| format!("{} {}", about.kind, about.id)).collect();
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": ALL.iter().position(|rule| rule.name == finding.rule),
        "level": finding.level.name(),
        "message": { "text": message },
        "locations": [location(texts, at, &finding.primary.text)],
        "partialFingerprints": { "gainsay/v1": finding.fingerprint() },
        "properties": {
            "certainty": finding.certainty.name(),
            "contradicts": finding.contradicts.map(Contradicts::name),
            "subjects": subjects,
            "values": finding.values,
        },
    });
    if is_elsewhere || !finding.labels.is_empty() {
        result["relatedLocations"] = against
            .map(|(id, label)| {
                let mut place = location(texts, label.span, &label.text);
                place["id"] = json!(id + 1);
                place
            })
            .collect();
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(|one| fix(texts, one)).collect();
    }
    if !finding.steps.is_empty() {
        let steps: Vec<Value> =
            finding.steps.iter().map(|step| json!({ "location": location(texts, step.span, &step.text) })).collect();
        result["codeFlows"] = json!([{ "threadFlows": [{ "locations": steps }] }]);
    }
    result
}

/// A fix with its replacements by file.
fn fix(texts: &Texts, fix: &Fix) -> Value {
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        let replacement =
            json!({ "deletedRegion": region(texts, edit.span), "insertedContent": { "text": edit.text } });
        files.entry(texts.place(edit.span).path).or_default().push(replacement);
    }
    let changes = files.into_iter().map(
        |(path, replacements)| json!({ "artifactLocation": { "uri": reference(path) }, "replacements": replacements }),
    );
    json!({ "description": { "text": fix.title }, "artifactChanges": changes.collect::<Vec<_>>() })
}

fn location(texts: &Texts, span: Span, text: &str) -> Value {
    // The shipped record is no file that a viewer could open.
    if atlas::is_file(texts.place(span).path) {
        return json!({ "message": { "text": format!("the shipped record: {text}") } });
    }
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": reference(texts.place(span).path) },
            "region": region(texts, span),
        },
        "message": { "text": text },
    })
}

fn region(texts: &Texts, span: Span) -> Value {
    let (start, end) = (texts.place(span), texts.place(Span::new(span.end(), span.end())));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A path as the URI reference that leads to it (RFC 3986): what is no unreserved character or `/` is percent-encoded,
/// and an absolute one is a `file` URI.
fn reference(path: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encoded =
        path.bytes().map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    std::iter::once(scheme.to_owned()).chain(encoded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference_that_leads_to_it() {
        assert_eq!(reference("claims/paper/a b#1.toml"), "claims/paper/a%20b%231.toml");
        assert_eq!(reference("/papers/é.toml"), "file:///papers/%C3%A9.toml");
        assert_eq!(reference("../c:d.toml"), "../c%3Ad.toml");
    }
}
