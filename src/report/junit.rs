//! The report in the XML of `JUnit`, which most systems for continuous integration read: a test suite for each dossier,
//! a test case for each finding and for each rule that found nothing.
//!
//! A finding at or above the level that fails a run is a failure of that type; a milder one, and one that the baseline
//! knows, is a case that passes and says what was found. Every finding has its level as the property `level`,
//! and one that the baseline knows the property `baseline`.

use std::fmt;

use quick_xml::escape::escape;

use super::Outcome;
use super::finding_lines::finding_lines;
use super::passages::Told;
use crate::finding::{Finding, Level};
use crate::rules;
use crate::text::bare;

/// The findings of some dossiers as test cases.
#[derive(Clone, Copy, Debug)]
pub struct Junit<'a> {
    /// The dossiers.
    pub outcomes: &'a [Outcome<'a>],
    /// The level from which a finding is a failure.
    pub fail_on: Level,
}

impl fmt::Display for Junit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tests, failures) = self.outcomes.iter().fold((0, 0), |(tests, failures), outcome| {
            let (more, failed) = self.counts(outcome);
            (tests + more, failures + failed)
        });
        writeln!(f, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(f, r#"<testsuites name="gainsay" tests="{tests}" failures="{failures}">"#)?;
        for outcome in self.outcomes {
            self.suite(f, outcome)?;
        }
        writeln!(f, "</testsuites>")
    }
}

impl Junit<'_> {
    fn fails(&self, finding: &Finding) -> bool {
        finding.level >= self.fail_on && !finding.known
    }

    fn counts(&self, outcome: &Outcome<'_>) -> (usize, usize) {
        let findings = &outcome.report.findings;
        let failures = findings.iter().filter(|finding| self.fails(finding)).count();
        (findings.len() + silent(outcome).count(), failures)
    }

    fn suite(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
        let (tests, failures) = self.counts(outcome);
        let name = text(outcome.path);
        writeln!(f, r#"  <testsuite name="{name}" tests="{tests}" failures="{failures}" errors="0" skipped="0">"#)?;
        for finding in &outcome.report.findings {
            self.case(f, outcome, finding)?;
        }
        for rule in silent(outcome) {
            writeln!(f, r#"    <testcase classname="{}" name="{}"/>"#, rule.name, text(&rule.law()))?;
        }
        writeln!(f, "  </testsuite>")
    }

    fn case(&self, f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>, finding: &Finding) -> fmt::Result {
        let told = Told::new(outcome.texts, outcome.reasoned, finding);
        let place = outcome.texts.place(told.at(finding));
        let lines = finding_lines(outcome, finding, &told.passages);
        let (level, said, told) = (finding.level.name(), text(&finding.said()), text(&lines.join("\n")));
        let (path, line) = (text(place.path), place.line);
        writeln!(f, r#"    <testcase classname="{}" name="{said}" file="{path}" line="{line}">"#, finding.rule)?;
        let known = if finding.known { r#"<property name="baseline" value="known"/>"# } else { "" };
        writeln!(f, r#"      <properties><property name="level" value="{level}"/>{known}</properties>"#)?;
        if self.fails(finding) {
            writeln!(f, r#"      <failure type="{level}" message="{said}">{told}</failure>"#)?;
        } else {
            writeln!(f, "      <system-out>{level}: {told}</system-out>")?;
        }
        writeln!(f, "    </testcase>")
    }
}

/// The rules that ran and found nothing.
fn silent<'a>(outcome: &Outcome<'a>) -> impl Iterator<Item = &'static rules::Rule> + use<'a> {
    let found_nothing = outcome.report.tallies.iter().filter(|tally| tally.found == 0);
    found_nothing.filter_map(|tally| rules::named(tally.rule))
}

/// Text as content or as an attribute.
fn text(plain: &str) -> String {
    escape(bare(plain)).into_owned()
}
