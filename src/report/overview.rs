//! The first screen of a report for a person: what is wrong with the paper in a few sentences, what to mend first, one
//! line a record, what each of them clears, and what was read.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::causes::causes;
use super::counts::{counted_levels, read, record, unknown};
use super::{Glyphs, Layout, Outcome, Paint};
use crate::reason::Repair;
use crate::reason::repairs::Count;
use crate::text::counted;
use crate::time::When;

/// Up to so many records are named: with what is wrong and what was read they fit a screen of 40 lines.
const ROWS: usize = 10;
/// So many of them are named again behind the findings.
const AGAIN: usize = 3;
/// A title is named where at least so many columns are left for it.
const FEWEST: usize = 16;
/// The columns of what a row clears.
const CLEARS: [&str; 3] = ["error", "warn", "note"];

/// What to mend first in a dossier.
#[derive(Clone, Copy)]
pub(super) struct Overview<'a> {
    pub(super) outcome: &'a Outcome<'a>,
    pub(super) layout: Layout,
}

impl fmt::Display for Overview<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.layout.line(f, Paint::Dim, &read(self.outcome))?;
        let causes = causes(self.outcome);
        if !causes.is_empty() {
            writeln!(f, "\n{}", self.layout.paint(Paint::Bold, "what is wrong, most of it first:"))?;
        }
        let mark = if self.layout.glyphs == Glyphs::Unicode { "  • " } else { "  - " };
        for cause in causes {
            let lines = super::wrapped(&self.layout.clean(&cause), self.layout.width, mark, "    ");
            lines.iter().try_for_each(|line| writeln!(f, "{line}"))?;
        }
        let repairs = &self.outcome.repairs.list;
        let shown = self.shown();
        if shown > 0 {
            let head = match self.layout.glyphs {
                Glyphs::Words => "mend first, and it clears:".to_owned(),
                _ => self.row("mend first, and it clears:", &CLEARS.map(str::to_owned)),
            };
            writeln!(f, "\n{}", self.layout.paint(Paint::Bold, &head))?;
        }
        self.rows(f, shown)?;
        let told: usize = repairs[..shown].iter().map(|repair| repair.clears.len() + repair.helps.len()).sum();
        let rest = unknown(self.outcome.report).count().saturating_sub(told);
        if shown > 0 && rest > 0 {
            self.layout.line(f, Paint::Dim, &format!("then {}", counted(rest, "more finding")))?;
        }
        Ok(())
    }
}

impl Overview<'_> {
    /// How many of the repairs have a row.
    pub(super) fn shown(&self) -> usize {
        self.outcome.repairs.list.iter().take(ROWS).take_while(|repair| self.is_worth_a_row(repair)).count()
    }

    /// What to mend first, once more.
    pub(super) fn again(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows(f, self.shown().min(AGAIN))
    }

    /// The first rows of what to mend.
    fn rows(&self, f: &mut fmt::Formatter<'_>, shown: usize) -> fmt::Result {
        for (at, repair) in self.outcome.repairs.list.iter().take(shown).enumerate() {
            let Count { errors, warnings, notes } = repair.count(&self.outcome.report.findings);
            if self.layout.glyphs == Glyphs::Words {
                self.layout.line(
                    f,
                    Paint::None,
                    &format!("{}: {}", self.told(at, repair), counted_levels([errors, warnings, notes])),
                )?;
                continue;
            }
            let counts =
                [errors, warnings, notes].map(|count| if count > 0 { count.to_string() } else { String::new() });
            writeln!(f, "{}", self.row(&self.told(at, repair), &counts).trim_end())?;
        }
        Ok(())
    }

    /// Whether a repair clears an error, or several findings.
    fn is_worth_a_row(&self, repair: &Repair) -> bool {
        let Count { errors, warnings, notes } = repair.count(&self.outcome.report.findings);
        errors > 0 || warnings + notes > 1
    }

    /// A text, and at the end of the line what it clears.
    fn row(&self, text: &str, clears: &[String; 3]) -> String {
        let width = self.text_width();
        let room = width.saturating_sub(text.width());
        let cells = clears.iter().zip(CLEARS).map(|(count, column)| format!(" {count:>0$}", column.len()));
        format!("{text}{}{}", " ".repeat(room), cells.collect::<String>())
    }

    /// How many columns a row has for its text.
    fn text_width(&self) -> usize {
        self.layout.width - CLEARS.iter().map(|column| 1 + column.len()).sum::<usize>()
    }

    /// What to mend and how: `1. Gazette 2023, “Twenty points”: 2023 should be 20 June 2024`. A title is there as far
    /// as there is room for it.
    fn told(&self, at: usize, repair: &Repair) -> String {
        let clean = |text: &str| self.layout.clean(text).into_owned();
        let (number, how) = (format!("{:>3}. ", at + 1), clean(&self.how(repair)));
        let full = clean(&record(self.outcome, repair.culprit));
        let (name, words) = full.split_once(", “").unwrap_or((&full, ""));
        let room = self.text_width().saturating_sub(number.width() + how.width());
        let named = if words.is_empty() || room < name.width() + FEWEST {
            name.to_owned()
        } else {
            self.layout.cut(&full, room)
        };
        self.layout.cut(&format!("{number}{named}{how}"), self.text_width())
    }

    /// What is wrong with a record, in a few words behind its name.
    fn how(&self, repair: &Repair) -> String {
        let findings = &self.outcome.report.findings;
        let cleared = || repair.clears.iter().chain(&repair.helps).map(|&at| &findings[at]);
        let spoken = |edtf: &str| When::parse(edtf).ok().map(|when| when.spoken());
        let address = cleared().find(|finding| finding.rule == "url-date-disagrees");
        if let Some([stated, seen]) = address.map(|finding| finding.values.as_slice()) {
            let dates = spoken(stated).zip(spoken(seen));
            return dates
                .map_or_else(String::new, |(stated, seen)| format!(": {stated} should be {seen} (its address)"));
        }
        let early = cleared().find(|finding| finding.rule == "source-predates-event");
        if let Some(stated) = early.and_then(|finding| spoken(finding.values.first()?)) {
            return format!(": {stated} is too early for what it is cited for");
        }
        let culprit = &self.outcome.repairs.culprits[repair.culprit];
        match repair.parts.first().map(|&part| culprit.parts[part].key.as_str()) {
            Some("cites") => {
                let unlisted = cleared().filter(|finding| finding.rule == "unresolved-citation");
                let mut keys = unlisted.filter_map(|finding| finding.values.first());
                match (keys.next(), keys.count()) {
                    (Some(key), 0) => format!(": {key} is no source"),
                    (Some(key), more) => format!(": {key} and {more} more are no sources"),
                    (None, _) => ": what it cites".to_owned(),
                }
            }
            Some("issued") => ": its date".to_owned(),
            _ => String::new(),
        }
    }
}
