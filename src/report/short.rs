//! One line a finding: `path:line:col: severity[rule] “passage”: message`, and nothing else. The place is the
//! manuscript's where there is one; behind what the baseline knows that is said.

use std::fmt;

use super::Outcome;
use super::passages::Told;
use crate::text::is_hidden;

/// The findings of some dossiers, one a line.
#[derive(Clone, Copy, Debug)]
pub struct Short<'a>(pub &'a [Outcome<'a>]);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for outcome in self.0 {
            for finding in &outcome.report.findings {
                let told = Told::new(outcome.texts, outcome.reasoned, finding);
                let place = outcome.texts.place(told.at(finding));
                let quote = told.passages.first().map_or_else(String::new, |passage| format!("{}: ", passage.quote()));
                let said: String = format!("{quote}{}", finding.message)
                    .chars()
                    .map(|c| if is_hidden(c) { '\u{FFFD}' } else { c })
                    .collect();
                let known = if finding.known { " (known before)" } else { "" };
                writeln!(f, "{place}: {}[{}] {said}{known}", finding.level.name(), finding.rule)?;
            }
        }
        Ok(())
    }
}
