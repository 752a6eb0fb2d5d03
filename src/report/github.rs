//! The report as annotations of GitHub Actions: workflow commands (`::error file=…,line=…::…`) that a run of a workflow
//! shows beside the lines of a change.
//!
//! GitHub shows so many annotations a step and level and drops the others. The most severe come first; what is past the
//! bound, and what the baseline knows, follows as lines of the log, in one folded group, so that nothing is lost.

use std::fmt;

use super::Outcome;
use super::finding_lines::finding_lines;
use super::passages::Told;
use crate::finding::{Finding, Level};
use crate::text::{Span, bare};

/// How many annotations of a level GitHub shows for a step.
pub const SHOWN_PER_LEVEL: usize = 10;

/// The findings of some dossiers as annotations.
#[derive(Clone, Copy, Debug)]
pub struct Github<'a>(pub &'a [Outcome<'a>]);

impl fmt::Display for Github<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = Vec::new();
        for level in [Level::Error, Level::Warning, Level::Note] {
            let found = self.0.iter().flat_map(|outcome| outcome.report.findings.iter().map(move |one| (outcome, one)));
            let of_level = found.filter(|(_, finding)| finding.level == level);
            let (known, mut new): (Vec<_>, Vec<_>) = of_level.partition(|(_, finding)| finding.known);
            let past_the_bound = new.split_off(new.len().min(SHOWN_PER_LEVEL));
            for (outcome, finding) in new {
                annotation(f, outcome, finding)?;
            }
            rest.extend(past_the_bound.into_iter().chain(known));
        }
        if rest.is_empty() {
            return Ok(());
        }
        writeln!(f, "::group::{} more, not shown as annotations", rest.len())?;
        for (outcome, finding) in rest {
            let told = Told::new(outcome.texts, outcome.reasoned, finding);
            let place = outcome.texts.place(told.at(finding));
            let text = format!("{place}: {}[{}] {}", finding.level.name(), finding.rule, finding.said());
            writeln!(f, "{}", line(&text))?;
        }
        writeln!(f, "::endgroup::")
    }
}

fn annotation(f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>, finding: &Finding) -> fmt::Result {
    let texts = outcome.texts;
    let told = Told::new(texts, outcome.reasoned, finding);
    let span = told.at(finding);
    let (start, end) = (texts.place(span), texts.place(Span::new(span.end(), span.end())));
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let lines = finding_lines(outcome, finding, &told.passages);
    writeln!(
        f,
        "::{command} file={},line={},endLine={},col={},endColumn={},title={}::{}",
        property(start.path),
        start.line,
        end.line,
        start.column,
        end.column,
        property(finding.rule),
        message(&lines.join("\n")),
    )
}

/// Text as a line of the log that is no workflow command: none begins with `::`.
fn line(text: &str) -> String {
    let text = without_old_commands(&bare(text)).replace('\n', " ");
    if text.trim_start().starts_with("::") { format!("./{}", text.trim_start()) } else { text }
}

/// Text without `##[`, with which the older form of a workflow command begins, anywhere in a line.
fn without_old_commands(text: &str) -> String {
    text.replace("##[", "# #[")
}

/// Text as the message of a workflow command.
fn message(text: &str) -> String {
    without_old_commands(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as a property of a workflow command.
fn property(text: &str) -> String {
    message(&bare(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        assert_eq!(message("60 %\r\nof"), "60 %25%0D%0Aof");
        assert_eq!(property("a,b:c%.toml"), "a%2Cb%3Ac%25.toml");
    }

    #[test]
    fn a_line_of_the_log_is_no_command() {
        assert_eq!(line(" ::stop-commands::x/a.toml:1:1: note"), "./::stop-commands::x/a.toml:1:1: note");
        assert_eq!(line("a\n::error::b ##[error]c"), "a ::error::b # #[error]c");
    }
}
