//! The part of the page on one dossier.

use maud::{Markup, PreEscaped, Render, html};

use super::super::chart::{Bar, Extent, Inline};
use super::super::counts::{self, record, seen, unfinished};
use super::super::groups::{Group, groups};
use super::super::timeline::{Thing, when};
use super::finding::{self, Shown};
use super::section::Section;
use super::sheet::sheet;
use super::{columns, words};
use crate::finding::Level;
use crate::reason::Repair;
use crate::reason::repairs::Count;
use crate::rules::Tally;
use crate::text::{Span, counted, shown};
use crate::time::Day;

impl Render for Section<'_> {
    fn render(&self) -> Markup {
        let groups = groups(self.outcome);
        let dossier = &self.outcome.reasoned.dossier;
        let as_of = dossier.today.map(Day::spoken);
        let Count { errors, warnings, notes } = self.counts();
        html! {
            section.dossier #(self.id) aria-labelledby={ (self.id) "-title" } {
                h2 #{ (self.id) "-title" } { (self.title()) }
                p.where {
                    code { (self.outcome.path) } ": "
                    (counts::counted_levels([errors, warnings, notes])) " in "
                    (counted(dossier.claims.len(), "claim")) " and "
                    (counted(self.outcome.own_sources(), "source"))
                    @if let Some(as_of) = as_of { ", as of " (as_of) }
                }
                @if let Some(why) = unfinished(self.outcome) { p.caution { (why) } }
                (repairs(self, &groups))
                (sheet(self))
                (in_time(self))
                (found(self, &groups))
                (known(self))
                (allowed(self))
                (lacking(self))
                (coverage(self))
            }
        }
    }
}

fn article(section: &Section<'_>, at: usize, level: u8) -> Markup {
    finding::article(section, &section.findings()[at], &section.anchors[at], Shown::At(level))
}

/// What to mend first, and what each of it clears.
fn repairs(section: &Section<'_>, groups: &[Group]) -> Markup {
    let list = &section.outcome.repairs.list;
    let is_worth_a_row = |repair: &Repair| {
        let Count { errors, warnings, notes } = repair.count(section.findings());
        errors > 0 || warnings + notes > 1
    };
    let first = list.iter().take_while(|repair| is_worth_a_row(repair)).count();
    html! {
        @if !list.is_empty() {
            section {
                h3 #{ (section.id) "-mend" } { "What to mend first" }
                p.hint {
                    "What clears the findings when it is corrected or taken out, most of them in front. "
                    "A finding that two of them would clear counts for the higher one."
                }
                @if first > 0 { (repair_table(section, groups, "first", 0..first)) }
                @if first < list.len() {
                    details {
                        summary { (counted(list.len() - first, "more place")) " with one warning or note each" }
                        (repair_table(section, groups, "then", first..list.len()))
                    }
                }
            }
        }
    }
}

fn repair_table(section: &Section<'_>, groups: &[Group], name: &str, ranks: std::ops::Range<usize>) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label={ "What to mend in " (section.outcome.path) ", " (name) } {
            table.mend {
                thead { (columns(&["No.", "Mend", "At", "Errors", "Warnings", "Notes"])) }
                tbody { @for rank in ranks { (repair_row(section, groups, rank)) } }
            }
        }
    }
}

fn repair_row(section: &Section<'_>, groups: &[Group], rank: usize) -> Markup {
    let outcome = section.outcome;
    let repair = &outcome.repairs.list[rank];
    let culprit = &outcome.repairs.culprits[repair.culprit];
    let part = repair.parts.first().map(|&part| &culprit.parts[part]);
    let place = outcome.texts.place(part.map_or(culprit.span, |part| part.span));
    let Count { errors, warnings, notes } = repair.count(section.findings());
    let cell = |count: usize, class: &'static str| html! { td class=(class) { @if count > 0 { (count) } } };
    html! {
        tr {
            td { (rank + 1) }
            td {
                a href={ "#" (section.place_of(rank, groups)) } { (words(&record(outcome, repair.culprit))) }
                @if let Some(part) = part && !part.key.is_empty() && !outcome.texts.has_origins() { ", " code { (part.key) } }
                @if let Some(&other) = repair.instead.first() { ", or " (words(&record(outcome, other))) }
            }
            td { (place.path) ":" (place.line) }
            (cell(errors, "error"))
            (cell(warnings, "warning"))
            (cell(notes, "note"))
        }
    }
}

/// The dossier's events on one axis: those that are said in ways that cannot all be, and all.
fn in_time(section: &Section<'_>) -> Markup {
    let dated: Vec<&Thing> = section.things.iter().filter(|thing| thing.bar.is_dated()).collect();
    let bars = |of: &dyn Fn(&Bar) -> bool| -> Vec<Bar> {
        dated.iter().map(|thing| &thing.bar).filter(|bar| of(bar)).cloned().collect()
    };
    let (opposed, all) = (bars(&|bar| bar.is_in_conflict), bars(&|_| true));
    html! {
        @if !dated.is_empty() {
            section {
                h3 #{ (section.id) "-time" } { "In time" }
                @if !opposed.is_empty() {
                    p.hint { "Events that are said to be when they cannot be." }
                    (picture(section, "Events in conflict", &opposed))
                }
                details {
                    summary { (counted(all.len(), "event")) " on one axis" }
                    (picture(section, "All events", &all))
                    table.dates {
                        thead { (columns(&["Event", "When, by all that is said"])) }
                        tbody { @for bar in &all { tr { th scope="row" { (bar.name) } td { (when(bar)) } } } }
                    }
                }
            }
        }
    }
}

/// A chart that is scrolled where the page is narrow.
fn picture(section: &Section<'_>, name: &str, bars: &[Bar]) -> Markup {
    let name = format!("{name}: {}", section.outcome.path);
    let chart = Inline { name: &name, bars, extent: Extent::Many }.to_string();
    html! { div.scroll.picture tabindex="0" role="region" aria-label=(name) { (PreEscaped(chart)) } }
}

/// The findings that no baseline knows, each under what it is blamed on.
fn found(section: &Section<'_>, groups: &[Group]) -> Markup {
    html! {
        section {
            h3 #{ (section.id) "-findings" } { "Findings" }
            @if groups.is_empty() { p { "Nothing was found." } }
            @for group in groups { (one_group(section, group)) }
        }
    }
}

fn one_group(section: &Section<'_>, group: &Group) -> Markup {
    let (id, heading, list) = match group {
        Group::Alone(at) => return article(section, *at, 4),
        Group::Run(list) => {
            let rule = section.findings()[list[0]].rule;
            (format!("{}-{rule}", section.id), format!("`{rule}`"), list)
        }
        Group::Repair(rank, list) => {
            let repair = &section.outcome.repairs.list[*rank];
            let others = repair.instead.first().map(|&other| format!(", or {}", record(section.outcome, other)));
            let what =
                format!("{}. {}{}", rank + 1, record(section.outcome, repair.culprit), others.unwrap_or_default());
            (format!("{}-r{}", section.id, rank + 1), what, list)
        }
    };
    html! {
        section.group #(id) {
            h4 { (words(&heading)) ": " (counted(list.len(), "finding")) }
            @for &at in list { (article(section, at, 5)) }
        }
    }
}

/// What the baseline of the run knows.
fn known(section: &Section<'_>) -> Markup {
    let known: Vec<usize> = section.known().collect();
    html! {
        @if !known.is_empty() {
            section.group {
                h3 #{ (section.id) "-known" } { "Known before: " (counted(known.len(), "finding")) }
                p.hint { "The baseline of the run names them." }
                @for at in known { (article(section, at, 4)) }
            }
        }
    }
}

/// What the dossier allows, with its reasons.
fn allowed(section: &Section<'_>) -> Markup {
    let list = &section.outcome.report.allowed;
    html! {
        @if !list.is_empty() {
            section {
                h3 #{ (section.id) "-allowed" } { "Allowed: " (counted(list.len(), "finding")) }
                @for (allowed, anchor) in list.iter().zip(&section.allowed) {
                    (finding::article(section, &allowed.finding, anchor, Shown::Allowed(&allowed.because)))
                }
            }
        }
    }
}

/// What could not be judged: by rule and reason, with every record.
fn lacking(section: &Section<'_>) -> Markup {
    let tallies: Vec<&Tally> =
        section.outcome.report.tallies.iter().filter(|tally| !tally.not_checkable.is_empty()).collect();
    html! {
        @if !tallies.is_empty() {
            section {
                h3 #{ (section.id) "-lacking" } { "Not checkable: " (section.lacking()) }
                p.hint { "A rule looked at these and lacked something. They are no pass." }
                @for tally in tallies {
                    h4 { code { (tally.rule) } ": " (tally.not_checkable.len()) " of " (seen(tally)) " " (counts::counts(tally)) }
                    @for (because, places) in tally.not_checkable.reasons() { (records(section, because, places)) }
                }
            }
        }
    }
}

fn records(section: &Section<'_>, because: &str, places: &[Span]) -> Markup {
    let texts = section.outcome.texts;
    html! {
        details {
            summary { (places.len()) ": " (words(because)) }
            ul.records {
                @for &at in places {
                    @let place = texts.place(at);
                    li {
                        code { (shown(texts.slice(at).trim_matches(['"', '\'']))) }
                        " " span.place { (place.path) ":" (place.line) }
                    }
                }
            }
        }
    }
}

/// What each rule looked at.
fn coverage(section: &Section<'_>) -> Markup {
    let (busy, idle): (Vec<&Tally>, Vec<&Tally>) =
        section.outcome.report.tallies.iter().partition(|tally| seen(tally) > 0);
    html! {
        section {
            h3 #{ (section.id) "-coverage" } { "What was checked" }
            div.scroll tabindex="0" role="region" aria-label={ "What was checked in " (section.outcome.path) } {
                table.coverage {
                    thead { (columns(&["Rule", "What it looked at", "Found", "Allowed", "Compatible", "Not checkable"])) }
                    tbody {
                        @for tally in busy {
                            tr {
                                th scope="row" { code { (tally.rule) } }
                                td { (seen(tally)) " " (counts::counts(tally)) }
                                @for count in [tally.found, tally.allowed, tally.compatible, tally.not_checkable.len()] {
                                    td.number { (count) }
                                }
                            }
                        }
                    }
                }
            }
            @if !idle.is_empty() {
                p.hint {
                    "With nothing to look at: "
                    @for (at, tally) in idle.iter().enumerate() {
                        @if at > 0 { ", " }
                        code { (tally.rule) }
                    }
                }
            }
        }
    }
}

/// The levels, the worst first.
pub(super) const LEVELS: [Level; 3] = [Level::Error, Level::Warning, Level::Note];
