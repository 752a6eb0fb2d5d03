//! The rules that found something, with their pages.

use maud::{Markup, html};

use super::section::Section;
use super::words;
use crate::manual::{Piece, pieces};
use crate::rules::{self, Rule};

/// The pages of the rules that are named in the page, each once.
pub(super) fn rules(sections: &[Section<'_>]) -> Markup {
    let reports = || sections.iter().map(|section| section.outcome.report);
    let found = reports().flat_map(|report| &report.findings);
    let allowed = reports().flat_map(|report| &report.allowed).map(|allowed| &allowed.finding);
    let named: std::collections::BTreeSet<&str> = found.chain(allowed).map(|finding| finding.rule).collect();
    let rules: Vec<&Rule> = rules::ALL.iter().filter(|rule| named.contains(rule.name)).collect();
    html! {
        @if !rules.is_empty() {
            section aria-labelledby="rules" {
                h2 #rules { "The rules" }
                @for rule in rules { (page(rule)) }
            }
        }
    }
}

fn page(rule: &Rule) -> Markup {
    let page = rule.page();
    html! {
        details.page {
            summary { code { (rule.name) } ": " (words(&rule.law())) }
            div #{ "rule-" (rule.name) } {
                h3 { code { (rule.name) } }
                @for piece in pieces(&page) {
                    @match piece {
                        Piece::Heading(heading) => h4 { (heading) },
                        Piece::Prose(text) => p { (words(&text)) },
                        Piece::Row(row) => pre { (row) },
                        Piece::Example { toml, .. } => pre { code { (toml) } },
                    }
                }
            }
        }
    }
}
