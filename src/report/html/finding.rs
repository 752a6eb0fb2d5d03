//! A finding on the page: what is wrong, the lines it rests on side by side, the times it sets against one another.

use maud::{Markup, PreEscaped, html};

use super::super::chart::{Bar, Extent, Inline};
use super::super::excerpt::{Excerpts, Line};
use super::super::passages::{Mark, Passage, Told};
use super::super::{Colour, Glyphs, Layout};
use super::section::Section;
use super::{class, words};
use crate::finding::{Certainty, Contradicts, Finding};
use crate::model::{Dossier, Record};
use crate::rules::{self, Rule};
use crate::text::{Texts, shown};

/// Lines that are wider are cut between their labels.
const LAYOUT: Layout = Layout { width: 400, colour: Colour::Off, glyphs: Glyphs::Unicode };

/// As what a finding is shown.
#[derive(Clone, Copy)]
pub(super) enum Shown<'a> {
    /// As found, with a heading of that level.
    At(u8),
    /// As allowed, because of something.
    Allowed(&'a str),
}

/// The words by which voices are filtered.
pub(super) fn voice(finding: &Finding) -> &'static str {
    finding.contradicts.map_or("no statements collide", Contradicts::name)
}

/// The files that a finding has places in, each once, in the order of its labels.
pub(super) fn files<'t>(texts: &'t Texts, finding: &Finding) -> Vec<&'t str> {
    let mut files: Vec<&str> = Vec::new();
    for label in std::iter::once(&finding.primary).chain(&finding.labels) {
        let path = texts.place(label.span).path;
        if !files.contains(&path) {
            files.push(path);
        }
    }
    files
}

pub(super) fn article(section: &Section<'_>, finding: &Finding, anchor: &str, shown: Shown<'_>) -> Markup {
    let texts = section.outcome.texts;
    let paths = files(texts, finding);
    let paths = std::iter::once(section.outcome.path).chain(paths).collect::<Vec<_>>().join("\n");
    let counted = matches!(shown, Shown::At(_));
    let told = Told::new(texts, section.outcome.reasoned, finding);
    html! {
        article.finding.(class(finding.level)) #(anchor) aria-labelledby={ (anchor) "-title" }
            data-level=[counted.then(|| finding.level.name())] data-rule=(finding.rule)
            data-voice=(voice(finding)) data-files=(paths)
        {
            @for passage in &told.passages { (quoted(passage)) }
            (heading(finding, anchor, shown))
            (facts(finding, anchor))
            @if let Shown::Allowed(because) = shown { p.because { b { "Allowed because: " } (because) } }
            (records(texts, &told))
            (drawing(section, finding))
            (steps(texts, finding))
            @if let Some(help) = &finding.help { p.help { b { "Help: " } (words(help)) } }
            (about(section, finding))
        }
    }
}

fn heading(finding: &Finding, anchor: &str, shown: Shown<'_>) -> Markup {
    let inner = html! { span.level { (finding.level.name()) } " " (words(&finding.message)) };
    let id = format!("{anchor}-title");
    match shown {
        Shown::At(5) => html! { h5 #(id) { (inner) } },
        Shown::At(_) | Shown::Allowed(_) => html! { h4 #(id) { (inner) } },
    }
}

/// Rule, certainty and fingerprint.
fn facts(finding: &Finding, anchor: &str) -> Markup {
    let certainty = match finding.certainty {
        Certainty::Certain => "certain",
        Certainty::Nominal => "if dates and numbers are taken as written",
        Certainty::Possible => "possible: for some readings of the dates",
    };
    html! {
        p.facts {
            a.rule href={ "#rule-" (finding.rule) } title=[rules::named(finding.rule).map(Rule::law)] {
                (finding.rule)
            }
            span { (certainty) }
            @if let Some(contradicts) = finding.contradicts { span { (contradicts.name()) } }
            a.fingerprint href={ "#" (anchor) } aria-label={ "Link to finding " (finding.fingerprint()) } {
                "#" (finding.fingerprint())
            }
        }
    }
}

/// A passage, and what is said of what is marked in it.
fn quoted(passage: &Passage) -> Markup {
    let said: Vec<&Mark> = passage.marks.iter().filter(|mark| !mark.said.is_empty()).collect();
    let number = |mark: &Mark| said.iter().position(|it| it.range == mark.range).filter(|_| said.len() > 1);
    html! {
        figure.passage {
            figcaption { (passage.whereabouts()) }
            blockquote {
                @for (part, mark) in passage.parts() {
                    @if let Some(mark) = mark {
                        mark.primary[mark.is_primary] { (part) }
                        @if let Some(at) = number(mark) { sup { (at + 1) } }
                    } @else { (part) }
                }
            }
            @for mark in &said {
                @for said in &mark.said {
                    p.said { @if let Some(at) = number(mark) { b.mark { (at + 1) } " " } (words(said)) }
                }
            }
        }
    }
}

/// What the records say that no passage shows.
fn records(texts: &Texts, told: &Told<'_>) -> Markup {
    let shown = excerpts(&Excerpts::new(texts, told.rest.iter().copied(), LAYOUT));
    html! {
        @for further in &told.further { p.said { (words(further)) } }
        @if told.passages.is_empty() { (shown) }
        @else if !told.rest.is_empty() { details.records { summary { "In the records" } (shown) } }
    }
}

/// The lines of all files side by side, with the labels below them.
fn excerpts(excerpts: &Excerpts) -> Markup {
    let mut number = 0;
    let is_numbered = excerpts.marks.len() > 1;
    html! {
        div.excerpts {
            @for (path, lines) in excerpts.parts() {
                figure {
                    figcaption { (path) @if let Some(line) = lines.first() { ":" (line.number) } }
                    div.code { @for line in &lines { (one_line(line, is_numbered, &mut number)) } }
                }
            }
        }
    }
}

fn one_line(line: &Line<'_>, is_numbered: bool, number: &mut usize) -> Markup {
    let first = *number + 1;
    *number += line.marks.len();
    let starts = std::iter::once(0).chain(line.marks.iter().map(|mark| mark.at.end));
    let marked: Vec<_> = line.marks.iter().zip(starts).enumerate().collect();
    let end = line.marks.last().map_or(0, |mark| mark.at.end);
    html! {
        div.line {
            span.no { (line.number) }
            code {
                @for (at, (marking, start)) in &marked {
                    (line.text[*start..marking.at.start])
                    mark.primary[marking.is_primary] { (line.text[marking.at.clone()]) }
                    @if is_numbered { sup { (first + at) } }
                }
                (line.text[end..])
            }
        }
        @for (at, marking) in line.marks.iter().enumerate() {
            @for said in marking.said {
                p.said { @if is_numbered { b.mark { (first + at) } " " } (words(said)) }
            }
        }
    }
}

/// The times that the finding sets against one another.
fn drawing(section: &Section<'_>, finding: &Finding) -> Markup {
    let bars: Vec<Bar> = section.times.bars(finding).into_iter().filter(Bar::is_dated).collect();
    let names: Vec<String> = bars.iter().map(|bar| bar.told.clone()).collect();
    let name = format!("In time: {}", names.join("; "));
    let chart = Inline { name: &name, bars: &bars, extent: Extent::Few };
    html! { @if bars.len() > 1 { div.picture { (PreEscaped(chart.to_string())) } } }
}

fn steps(texts: &Texts, finding: &Finding) -> Markup {
    html! {
        @if !finding.steps.is_empty() {
            ol.steps {
                @for step in &finding.steps {
                    @let place = texts.place(step.span);
                    li { (words(&step.text)) " " span.place { (place.path) ":" (place.line) } }
                }
            }
        }
    }
}

/// The records that the finding is about, in their own words.
fn about(section: &Section<'_>, finding: &Finding) -> Markup {
    let (texts, dossier) = (section.outcome.texts, &section.outcome.reasoned.dossier);
    html! {
        @if !finding.subjects.is_empty() {
            ul.about {
                @for subject in &finding.subjects {
                    li {
                        (subject.kind) " " code { (shown(&subject.id)) }
                        @if let Some(&record) = section.records.get(&(subject.kind, subject.id.as_str())) {
                            @if let Some(text) = dossier.head(record).words { ": " q { (shown(texts.read(text))) } }
                            @if let Some(at) = at(texts, dossier, record) { span.place { " (" (at) ")" } }
                        }
                    }
                }
            }
        }
    }
}

/// Where the paper says it.
fn at(texts: &Texts, dossier: &Dossier, record: Record) -> Option<String> {
    let Record::Claim(id) = record else { return None };
    let locator = dossier[id].at;
    let section = locator.section.map(|section| shown(texts.read(section)));
    let line = locator.line.map(|(line, _)| format!("line {line}"));
    let parts: Vec<String> = section.into_iter().chain(line).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
