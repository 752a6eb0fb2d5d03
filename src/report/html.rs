//! The report as one page for a browser, complete in itself: what to mend first, the manuscript with its marks, the
//! findings with the lines they rest on and the times that they set against one another, what is allowed, what could
//! not be checked, and the rules.
//!
//! Nothing is fetched: the page's policy allows only its own style and script, by their hashes. Without the script
//! everything is there to be read; with it findings are filtered, and the filter stands in the address. Text of the
//! files is escaped where it is written, and what would steer a page or a terminal shows as U+FFFD.

mod dossier;
mod filter;
mod finding;
mod pages;
mod section;
mod sheet;

use std::collections::BTreeMap;
use std::fmt;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Outcome;
use super::chart;
use super::counts::all_of;
use crate::finding::Level;
use crate::reason::repairs::Count;
use crate::revise::Known;
use crate::text::{bare, counted};
use section::Section;

/// How the page looks.
const STYLE: &str = include_str!("html/page.css");
/// What filters the findings.
const SCRIPT: &str = include_str!("html/page.js");
/// What a browser may do with the page: show it, with the two styles and the script whose SHA-256 stand here.
const POLICY: &str = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; \
    style-src 'sha256-VGEByiiK309ypkjEmvZ6cDEz10DGEC4mHE7+Pai53w4=' 'sha256-tH9q5ACNU9Q3cXKDZTOjbcS4bwnEHmVV39aEtvrvuME='; script-src 'sha256-ljKLqFxPhIUzfbkrklmtqPj+TogTy1lOaCIFfkIPvN4='";

/// The report on some dossiers as a page of HTML.
#[derive(Clone, Copy, Debug)]
pub struct Html<'a> {
    /// The dossiers.
    pub outcomes: &'a [Outcome<'a>],
    /// What the baseline knows and is no longer found, where there is a baseline.
    pub gone: Option<&'a [&'a Known]>,
}

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut anchors = Anchors::default();
        let sections: Vec<Section> =
            self.outcomes.iter().enumerate().map(|(at, outcome)| Section::new(at, outcome, &mut anchors)).collect();
        f.write_str(&bare(&page(&sections, self.gone.unwrap_or_default()).into_string()))?;
        writeln!(f)
    }
}

/// The places of a page that links lead to; each has a name of its own.
#[derive(Debug, Default)]
struct Anchors(BTreeMap<String, usize>);

impl Anchors {
    /// That of a finding: `f-` and its fingerprint, and a number behind it where another has the same.
    fn of(&mut self, fingerprint: &str) -> String {
        let seen = self.0.entry(fingerprint.to_owned()).or_default();
        *seen += 1;
        if *seen == 1 { format!("f-{fingerprint}") } else { format!("f-{fingerprint}-{seen}") }
    }
}

fn page(sections: &[Section<'_>], gone: &[&Known]) -> Markup {
    let title = match sections {
        [one] => one.title(),
        many => format!("What cannot all be true in {}", all_of(many.iter().map(|section| section.outcome))),
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("gainsay ", env!("CARGO_PKG_VERSION")));
                link rel="icon" href="data:,";
                title { "gainsay: " (title) }
                style { (PreEscaped(STYLE)) }
                style { (PreEscaped(chart::STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the findings" }
                header {
                    p.kicker { "gainsay: what cannot all be true" }
                    h1 { (title) }
                    (overview(sections))
                }
                (filter::form(sections))
                main #main tabindex="-1" {
                    @for section in sections { (section) }
                    (mended(gone))
                    (pages::rules(sections))
                }
                footer {
                    p { "Written by gainsay " (env!("CARGO_PKG_VERSION")) ". The same dossier gives the same page." }
                }
                svg.patterns width="0" height="0" aria-hidden="true" focusable="false" { (PreEscaped(chart::DEFS)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

/// The names of a table's columns.
fn columns(names: &[&str]) -> Markup {
    html! { tr { @for name in names { th scope="col" { (name) } } } }
}

/// The counts of each dossier, with links into the page.
fn overview(sections: &[Section<'_>]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Overview" {
            table.counts {
                caption { "Findings by level" }
                thead { (columns(&["Checked", "Errors", "Warnings", "Notes", "Known before", "Allowed", "Not checkable", "Claims"])) }
                tbody { @for section in sections { (row(section)) } }
            }
        }
    }
}

fn row(section: &Section<'_>) -> Markup {
    let Count { errors, warnings, notes } = section.counts();
    let cell = |count: usize, class: &'static str, part: &str| {
        html! {
            td class=[(count > 0).then_some(class)] {
                @if count > 0 && !part.is_empty() { a href={ "#" (section.id) "-" (part) } { (count) } }
                @else { (count) }
            }
        }
    };
    html! {
        tr {
            th scope="row" { a href={ "#" (section.id) } { (section.outcome.path) } }
            (cell(errors, "error", "findings"))
            (cell(warnings, "warning", "findings"))
            (cell(notes, "note", "findings"))
            (cell(section.known().count(), "", "known"))
            (cell(section.outcome.report.allowed.len(), "", "allowed"))
            (cell(section.lacking(), "", "lacking"))
            (cell(section.outcome.reasoned.dossier.claims.len(), "", ""))
        }
    }
}

/// What the baseline knows and is no longer found.
fn mended(gone: &[&Known]) -> Markup {
    html! {
        @if !gone.is_empty() {
            section aria-labelledby="gone" {
                h2 #gone { "Gone: " (counted(gone.len(), "finding")) }
                p.hint { "The baseline of the run names them, and they are no longer found." }
                ul { @for known in gone { li { (known.level) " " code { (known.rule) } ": " (words(&known.message)) } } }
            }
        }
    }
}

/// Words of ours or of a file: what stands between backticks is code.
fn words(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// The class of what is of a level.
fn class(level: Level) -> &'static str {
    level.name()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_allows_the_styles_and_the_script_that_stand_in_the_page() {
        for text in [STYLE, chart::STYLE, SCRIPT] {
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
            assert!(POLICY.contains(&format!("'sha256-{hash}'")), "write 'sha256-{hash}' for\n{text}");
            assert!(!text.contains("</"), "it would end its element\n{text}");
        }
    }

    #[test]
    fn findings_of_one_fingerprint_have_places_of_their_own() {
        let mut anchors = Anchors::default();
        assert_eq!(["a", "b", "a", "a"].map(|one| anchors.of(one)), ["f-a", "f-b", "f-a-2", "f-a-3"]);
    }
}
