//! One line a finding: `path:line:col: severity[rule] message`, and nothing else.

use std::fmt;

use super::Outcome;
use crate::text::is_hidden;

/// The findings of some dossiers, one a line.
#[derive(Clone, Copy, Debug)]
pub struct Short<'a>(pub &'a [Outcome<'a>]);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for outcome in self.0 {
            for finding in &outcome.report.findings {
                let place = outcome.texts.place(finding.primary.span);
                let message: String =
                    finding.message.chars().map(|c| if is_hidden(c) { '\u{FFFD}' } else { c }).collect();
                writeln!(f, "{place}: {}[{}] {message}", finding.level.name(), finding.rule)?;
            }
        }
        Ok(())
    }
}
