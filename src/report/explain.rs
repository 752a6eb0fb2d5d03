//! Why something was found, and why something else was not.
//!
//! [`Found`] is a finding with its whole reasoning: every place, whose word it is, a chart of the times involved, and
//! in one sentence what cannot be, and what to [mend](Mend). [`Seen`] is a record with what names it and what each rule
//! saw in it.

mod found;
mod mend;
mod seen;

use std::fmt;

use serde::Serialize;

use super::json::{Judged, OneFinding, finding, judged, pretty};
use super::{Layout, Paint, wrapped};
use crate::model::Record;
use crate::text::{Span, shown};

pub use found::Found;
pub use mend::Mend;
pub use seen::Seen;

impl Layout {
    /// Words as wrapped lines.
    fn lines(self, f: &mut fmt::Formatter<'_>, text: &str, first: &str, rest: &str) -> fmt::Result {
        for line in wrapped(&self.clean(text), self.width, first, rest) {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }

    fn heading(self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        writeln!(f, "{}", self.paint(Paint::Bold, &self.clean(text)))
    }
}

/// Findings or a record, explained for a program.
#[derive(Clone, Copy)]
pub enum ForPrograms<'a> {
    /// Findings.
    Found(&'a [Found<'a>]),
    /// A record.
    Seen(&'a Seen<'a>),
}

#[derive(Serialize)]
struct WholeFound<'a> {
    version: u32,
    findings: Vec<Explained<'a>>,
}

#[derive(Serialize)]
struct Explained<'a> {
    finding: Judged<'a>,
    in_short: String,
    allowed_because: Option<&'a str>,
}

#[derive(Serialize)]
struct WholeSeen<'a> {
    version: u32,
    kind: &'static str,
    id: String,
    path: &'a str,
    line: usize,
    cites: Vec<String>,
    named_by: Vec<Namer<'a>>,
    found: Vec<OneFinding<'a>>,
    allowed: Vec<Excused<'a>>,
    compatible: Vec<Row<'a>>,
    not_checkable: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Namer<'a> {
    kind: &'static str,
    id: String,
    path: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Excused<'a> {
    #[serde(flatten)]
    finding: OneFinding<'a>,
    because: &'a str,
}

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    because: &'a str,
    path: &'a str,
    line: usize,
}

impl fmt::Display for ForPrograms<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ForPrograms::Found(found) => {
                let explained = found.iter().map(|found| Explained {
                    finding: judged(found.texts, found.finding, found.mend.map(|mend| (mend.repairs, mend.at))),
                    in_short: found.in_short(&found.bars()),
                    allowed_because: found.allowed,
                });
                pretty(f, &WholeFound { version: super::VERSION, findings: explained.collect() })
            }
            ForPrograms::Seen(seen) => pretty(f, &seen.whole()),
        }
    }
}

impl<'a> Seen<'a> {
    fn whole(&'a self) -> WholeSeen<'a> {
        let place = self.texts.place(self.span());
        let row = |(rule, because, at): (&'a str, &'a str, Span)| {
            let place = self.texts.place(at);
            Row { rule, because, path: place.path, line: place.line }
        };
        let namer = |(record, at): (Record, Span)| {
            let (place, id) = (self.texts.place(at), shown(self.reasoned.dossier.id(self.texts, record)));
            Namer { kind: record.kind().name(), id, path: place.path, line: place.line }
        };
        let excused = |(found, because)| Excused { finding: finding(self.texts, found), because };
        WholeSeen {
            version: super::VERSION,
            kind: self.record.kind().name(),
            id: shown(self.reasoned.dossier.id(self.texts, self.record)),
            path: place.path,
            line: place.line,
            cites: self.cites(),
            named_by: self.named_by().into_iter().map(namer).collect(),
            found: self.found().into_iter().map(|found| finding(self.texts, found)).collect(),
            allowed: self.allowed().into_iter().map(excused).collect(),
            compatible: self.fine().map(row).collect(),
            not_checkable: self.lacking().into_iter().map(row).collect(),
        }
    }
}
