//! A finding with its whole reasoning.

use std::fmt;

use super::mend::{self, Mend};
use crate::Reasoned;
use crate::atlas;
use crate::finding::{Finding, Level};
use crate::load::record_around;
use crate::report::bars::Times;
use crate::report::chart::{Bar, Plain, apart};
use crate::report::terminal::Terminal;
use crate::report::{Detail, Layout};
use crate::rules;
use crate::text::{Span, Texts, listed, shown};
use crate::time::Day;
use crate::wording;

/// A finding with its whole reasoning.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// The texts that its places lie in.
    pub texts: &'a Texts,
    /// What it was found in.
    pub reasoned: &'a Reasoned,
    /// The finding.
    pub finding: &'a Finding,
    /// Why the dossier allows it, if it does.
    pub allowed: Option<&'a str>,
    /// What to mend to clear it; `None` for what is allowed.
    pub mend: Option<Mend<'a>>,
    /// How lines are laid out.
    pub layout: Layout,
}

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (finding, layout) = (self.finding, self.layout);
        Terminal { outcomes: &[], layout, detail: Detail::Full, fail_on: Level::Error }.finding(
            f,
            self.texts,
            self.reasoned,
            finding,
        )?;
        layout.heading(f, "who says what")?;
        let labels = std::iter::once(&finding.primary).chain(&finding.labels);
        for (number, label) in labels.enumerate() {
            let place = self.texts.place(label.span);
            let text = format!("{}: {} ({}:{})", voice(self.texts, label.span), label.text, place.path, place.line);
            layout.lines(f, &text, &format!("  {}. ", number + 1), "     ")?;
        }
        writeln!(f)?;
        let bars = self.bars();
        if bars.iter().any(Bar::is_dated) {
            layout.heading(f, "in time")?;
            writeln!(f, "{}", Plain { bars: &bars, layout })?;
        }
        if let Some(mend) = self.mend {
            write!(f, "{}", mend::Lines { mend, texts: self.texts, layout })?;
        }
        layout.lines(f, &self.in_short(&bars), "in short: ", "  ")?;
        if let Some(rule) = rules::named(finding.rule) {
            layout.lines(f, &format!("the law (`gainsay explain {}`): {}", rule.name, rule.law()), "", "  ")?;
        }
        if let Some(because) = self.allowed {
            layout.lines(f, &format!("allowed, because {}", shown(because)), "", "  ")?;
        }
        writeln!(f, "fingerprint: {}", finding.fingerprint())
    }
}

impl Found<'_> {
    /// What stands against each other, in the order of the labels.
    pub(super) fn bars(&self) -> Vec<Bar> {
        Times::new(self.texts, self.reasoned).bars(self.finding)
    }

    /// In one sentence, what cannot be.
    pub(super) fn in_short(&self, bars: &[Bar]) -> String {
        let day = Day::from_number;
        let gap = apart(bars).map(|(early, last, late, first)| {
            let (last, first) = (wording::by(day(last)), wording::since(day(first)));
            let [early, late] = [early, late].map(|bar| quoted(&bar.name));
            format!("{early} is dated no later than {last}, and {late} no earlier than {first}")
        });
        let names: Vec<String> =
            self.finding.subjects.iter().map(|subject| format!("`{}`", shown(&subject.id))).collect();
        let cannot = match (self.finding.contradicts, names.as_slice()) {
            (None, _) | (_, []) => None,
            // Whoever has no records knows no ids.
            _ if self.texts.has_origins() => None,
            (Some(_), [one]) => Some(format!("what {one} says cannot be right")),
            (Some(_), [one, other]) => Some(format!("{one} and {other} cannot both be right")),
            (Some(_), many) => Some(format!("{} cannot all be right", listed(many, "and"))),
        };
        match (cannot, gap) {
            (Some(cannot), Some(gap)) => format!("{cannot}: {gap}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => self.finding.message.clone(),
        }
    }
}

/// A name in quotes, where it has none.
fn quoted(name: &str) -> String {
    if name.starts_with('“') { name.to_owned() } else { format!("`{name}`") }
}

/// Whose word stands at a place.
fn voice(texts: &Texts, span: Span) -> &'static str {
    if texts.has_origins() && !atlas::is_file(texts.place(span).path) {
        return "the paper";
    }
    let record = texts.slice(record_around(texts, span));
    let header = record.lines().map(str::trim_start).find(|line| line.starts_with('[')).unwrap_or_default();
    let kind = header.trim_start_matches(['[', ' ']).split([']', ' ', '.']).next().unwrap_or_default();
    match kind {
        "claim" | "dossier" => "the paper",
        "source" => "the bibliography",
        "evidence" => "a source",
        _ => "the record",
    }
}
