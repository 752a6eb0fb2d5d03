//! The form by which findings are filtered. It shows itself only where the script runs.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::dossier::LEVELS;
use super::finding::{files, voice};
use super::section::Section;
use crate::finding::Finding;
use crate::rules;

/// The form: level, rule, file, voice, and words.
pub(super) fn form(sections: &[Section<'_>]) -> Markup {
    let findings: Vec<&Finding> = sections.iter().flat_map(|section| &section.outcome.report.findings).collect();
    let found = |name: &str| findings.iter().any(|finding| finding.rule == name);
    let rules = rules::ALL.iter().map(|rule| rule.name).filter(|name| found(name));
    let voices: BTreeSet<&str> = findings.iter().map(|finding| voice(finding)).collect();
    html! {
        form #filter role="search" aria-label="Filter the findings" hidden {
            fieldset {
                legend { "Level" }
                @for level in LEVELS {
                    label {
                        input type="checkbox" name="level" value=(level.name()) checked;
                        " " (level.name()) "s ("
                        (findings.iter().filter(|finding| finding.level == level).count()) ")"
                    }
                }
            }
            (choice("rule", "Rule", rules))
            (places(sections))
            (choice("voice", "Whose statements", voices.into_iter()))
            p.field {
                label for="text" { "Words" }
                input #text type="search" name="text" autocomplete="off";
            }
            p.field { button type="reset" { "Show all" } }
            p #shown role="status" {}
        }
    }
}

fn choice<'c>(name: &str, label: &str, values: impl Iterator<Item = &'c str>) -> Markup {
    html! {
        p.field {
            label for=(name) { (label) }
            select #(name) name=(name) {
                option value="" { "any" }
                @for value in values { option value=(value) { (value) } }
            }
        }
    }
}

/// The dossiers, each with its files.
fn places(sections: &[Section<'_>]) -> Markup {
    html! {
        p.field {
            label for="file" { "Dossier or file" }
            select #file name="file" {
                option value="" { "any" }
                @for section in sections {
                    @let findings = &section.outcome.report.findings;
                    @let paths = findings.iter().flat_map(|finding| files(section.outcome.texts, finding));
                    @let paths: BTreeSet<&str> = paths.collect();
                    option value=(section.outcome.path) { (section.outcome.path) " (all)" }
                    @for path in paths { option value=(path) { (path) } }
                }
            }
        }
    }
}
