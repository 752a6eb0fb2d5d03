//! A baseline: the findings that were known when it was written, so that a run can tell the new ones.
//!
//! It is a JSON object: `version` (1) and `findings`, each `{fingerprint, rule, level, message}`, sorted by rule,
//! fingerprint and message, so that two baselines are compared line by line. What decides is the fingerprint; the rest
//! is for whoever reads it.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rules::Report;

/// The form of a baseline.
const VERSION: u32 = 1;

/// The findings that were known.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    version: u32,
    findings: Vec<Known>,
}

/// A finding that was known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Known {
    /// The rule's name.
    pub rule: String,
    /// What makes it the same finding: [`fingerprint`](crate::finding::Finding::fingerprint).
    pub fingerprint: String,
    /// Its message when the baseline was written.
    pub message: String,
    /// Its level when the baseline was written.
    pub level: String,
}

impl Baseline {
    /// A baseline that knows the findings of these reports.
    pub fn of<'r>(reports: impl IntoIterator<Item = &'r Report>) -> Self {
        let findings = reports.into_iter().flat_map(|report| &report.findings);
        let mut known: Vec<Known> = findings
            .map(|finding| Known {
                rule: finding.rule.into(),
                fingerprint: finding.fingerprint(),
                message: finding.message.clone(),
                level: finding.level.name().into(),
            })
            .collect();
        known.sort();
        Self { version: VERSION, findings: known }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// Says why `text` is none, as the end of a sentence.
    pub fn parse(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        match baseline.version {
            VERSION => Ok(baseline),
            other => Err(format!("it is of version {other}, and this program reads version {VERSION}")),
        }
    }

    /// Marks the findings that the baseline knows, each as often as it knows it, and gives those that it knows and that
    /// are gone. What rules would have found that did not run is not gone.
    pub fn mark<'r>(&self, reports: impl IntoIterator<Item = &'r mut Report>) -> Vec<&Known> {
        let mut left: BTreeMap<&str, Vec<&Known>> = BTreeMap::new();
        for known in self.findings.iter().rev() {
            left.entry(&known.fingerprint).or_default().push(known);
        }
        let mut ran = Vec::new();
        for report in reports {
            ran.extend(report.tallies.iter().map(|tally| tally.rule));
            for finding in &mut report.findings {
                finding.known = left.get_mut(finding.fingerprint().as_str()).and_then(Vec::pop).is_some();
            }
        }
        left.into_values().flatten().filter(|known| ran.contains(&known.rule.as_str())).collect()
    }
}

impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?;
        writeln!(f, "{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Finding, Level};
    use crate::rules::Tally;
    use crate::text::Span;

    fn report(rules: &[&'static str], found: &[(&'static str, &str)]) -> Report {
        let finding = |&(rule, id): &(&'static str, &str)| {
            Finding::new(rule, Level::Error, "m", Span::new(1, 2), "").about("claim", id)
        };
        let tally = |&rule: &&'static str| Tally { rule, ..Tally::default() };
        Report {
            findings: found.iter().map(finding).collect(),
            tallies: rules.iter().map(tally).collect(),
            ..Report::default()
        }
    }

    #[test]
    fn a_finding_is_known_as_often_as_the_baseline_has_it() {
        let before = report(&["r", "s"], &[("r", "a"), ("r", "b"), ("s", "a")]);
        let baseline = Baseline::parse(&Baseline::of([&before]).to_string()).expect("what was written can be read");
        assert_eq!(baseline, Baseline::of([&before]));
        let mut after = report(&["r"], &[("r", "a"), ("r", "a"), ("r", "c")]);
        let gone = baseline.mark([&mut after]);
        assert_eq!(after.findings.iter().map(|finding| finding.known).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(gone.iter().map(|known| known.rule.as_str()).collect::<Vec<_>>(), ["r"], "`s` did not run");
    }

    #[test]
    fn a_baseline_of_another_version_is_refused() {
        let why = Baseline::parse(r#"{"version": 7, "findings": []}"#).expect_err("version 7 is not known");
        assert_eq!(why, "it is of version 7, and this program reads version 1");
        assert!(Baseline::parse("[]").is_err() && Baseline::parse("").is_err());
    }
}
