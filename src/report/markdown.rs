//! Markdown of the findings, for the comment on a change: the counts, then each finding with where it stands.

use std::fmt;

use super::Outcome;
use super::counts::counted_levels;
use super::finding_lines::grounds;
use super::passages::{Mark, Passage, Told};
use crate::finding::{Finding, Level};
use crate::text::{bare, counted};

/// The findings of some dossiers as Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Markdown<'a>(pub &'a [Outcome<'a>]);

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for outcome in self.0 {
            dossier(f, outcome)?;
        }
        Ok(())
    }
}

fn dossier(f: &mut fmt::Formatter<'_>, outcome: &Outcome<'_>) -> fmt::Result {
    let findings = &outcome.report.findings;
    let (known, new): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|finding| finding.known);
    let levels = [Level::Error, Level::Warning, Level::Note];
    let by_level = levels.map(|level| new.iter().filter(|finding| finding.level == level).collect::<Vec<_>>());
    let counts = counted_levels([by_level[0].len(), by_level[1].len(), by_level[2].len()]);
    writeln!(f, "### {}: {counts}\n", code(outcome.path))?;
    for (level, of_level) in levels.into_iter().zip(by_level) {
        if of_level.is_empty() {
            continue;
        }
        let open = if level == Level::Error { " open" } else { "" };
        let heading = counted(of_level.len(), level.name());
        writeln!(f, "<details{open}><summary>{heading}</summary>\n")?;
        for finding in of_level {
            let said = escaped(&finding.said());
            let passages = Told::new(outcome.texts, outcome.reasoned, finding).passages;
            let quoted = passages.iter().map(quoted).chain([said]).collect::<Vec<_>>();
            writeln!(f, "- `{}`: {}", finding.rule, quoted[0])?;
            let rest = grounds(outcome, finding).into_iter().map(|line| escaped(&line));
            for line in quoted[1..].iter().cloned().chain(rest) {
                writeln!(f, "  - {line}")?;
            }
        }
        writeln!(f, "\n</details>\n")?;
    }
    if !known.is_empty() {
        let heading = counted(known.len(), "finding");
        writeln!(f, "<details><summary>{heading} known before</summary>\n")?;
        for finding in known {
            writeln!(f, "- {} `{}`: {}", finding.level.name(), finding.rule, escaped(&finding.said()))?;
        }
        writeln!(f, "\n</details>\n")?;
    }
    Ok(())
}

/// A passage on one line, what clashes in bold.
fn quoted(passage: &Passage) -> String {
    let part = |(part, mark): (&str, Option<&Mark>)| {
        let text = escaped(part);
        // What is bold begins and ends with a letter.
        let inner = text.trim();
        let (before, after) =
            (if part.starts_with(' ') { " " } else { "" }, if part.ends_with(' ') { " " } else { "" });
        if mark.is_some() && !inner.is_empty() { format!("<b>{inner}</b>") } else { format!("{before}{inner}{after}") }
    };
    let words: String = passage.parts().map(part).collect();
    format!("{}: “{words}”", escaped(&passage.whereabouts()))
}

/// Text that reads as it is in Markdown; what stands between two backticks stays code.
///
/// GitHub looks for mentions, references and addresses in what is left after escapes are read: a character that does
/// not show itself parts them.
pub(super) fn escaped(text: &str) -> String {
    let text = bare(text).replace('\n', " ");
    let text = text.trim_start();
    let mut escaped = String::with_capacity(text.len());
    let starts_a_block = text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['-', '+', '=', '.', ')']);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == '`' {
            let span = after.split_once('`').filter(|(code, next)| !code.is_empty() && !next.starts_with('`'));
            if let Some((code, next)) = span {
                escaped.extend(["`", code, "`"]);
                rest = next;
                continue;
            }
        }
        match c {
            '-' | '+' | '=' | '.' | ')' if starts_a_block && escaped.bytes().all(|byte| byte.is_ascii_digit()) => {
                escaped.extend(['\\', c]);
            }
            '@' | '#' => escaped.extend(["\\", c.encode_utf8(&mut [0; 4]), APART]),
            ':' if after.starts_with("//") => escaped.extend([":", APART]),
            '.' if escaped.to_ascii_lowercase().ends_with("www") => escaped.extend([APART, "."]),
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '`' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
        rest = after;
    }
    escaped
}

/// A character of no width.
const APART: &str = "&#8203;";

/// Text as code, whatever backticks it holds.
pub(super) fn code(text: &str) -> String {
    let text = bare(text).replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let is_bare = !text.trim().is_empty() && !text.starts_with(['`', ' ']) && !text.ends_with(['`', ' ']);
    let pad = if is_bare { "" } else { " " };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn signs_of_markdown_are_escaped_but_not_in_code() {
        assert_eq!(escaped("a_b `c_d` *e* <f>\ng"), "a\\_b `c_d` \\*e\\* \\<f\\> g");
    }

    #[test]
    fn hostile_text_stands_as_text_or_code_and_makes_nothing_else() {
        let hostile = [
            "a` ![x](https://evil.example/x.png) `b",
            "``` \n# h",
            "# h",
            "- item",
            "1. one",
            "1) one",
            "+ x",
            "=== x",
            "---",
            "<img src=x onerror=y>",
            "@everyone",
            "see #12",
            "https://evil.example",
            "www.evil.example",
            "> q",
            "a | b",
            "[a](b)",
            "``x``",
            "`",
            "``",
            "` `",
            "a\n\n    code",
            "~~gone~~",
            "&lt;b&gt;",
            "\\`x`",
            "***",
            "$x$",
        ];
        for text in hostile {
            for line in [format!("- {}\n", escaped(text)), format!("- {}\n", code(text))] {
                for event in Parser::new_ext(&line, Options::all()) {
                    let plain = match &event {
                        Event::Text(text) => !text.contains("://") && !text.contains("@e"),
                        Event::Code(_)
                        | Event::Start(Tag::List(None) | Tag::Item)
                        | Event::End(TagEnd::List(_) | TagEnd::Item) => true,
                        _ => false,
                    };
                    assert!(plain, "{text:?} as {line:?} is {event:?}");
                }
            }
        }
    }
}
