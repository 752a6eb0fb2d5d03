//! What to mend to clear one finding.

use std::fmt;

use crate::finding::{Certainty, Finding};
use crate::reason::Repairs;
use crate::report::Layout;
use crate::text::{Texts, counted, shown};

/// The records that clear one finding.
#[derive(Clone, Copy)]
pub struct Mend<'a> {
    /// What clears the findings.
    pub repairs: &'a Repairs,
    /// The findings.
    pub findings: &'a [Finding],
    /// The place of the one that is explained.
    pub at: usize,
}

/// A [`Mend`], as lines.
pub(super) struct Lines<'a> {
    pub(super) mend: Mend<'a>,
    pub(super) texts: &'a Texts,
    pub(super) layout: Layout,
}

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mend { repairs, at, .. } = self.mend;
        let conflicts = &repairs.conflicts[at];
        let cures = repairs.cures(at);
        if !cures.is_empty() {
            self.layout.heading(f, if cures.len() == 1 { "to mend" } else { "to mend, any one of these" })?;
            return self.list(f, &cures);
        }
        for (number, conflict) in conflicts.iter().enumerate() {
            let mut culprits: Vec<usize> = conflict.iter().map(|blame| blame.culprit).collect();
            culprits.dedup();
            let head = format!("to mend, one of these ({} of {} conflicts)", number + 1, conflicts.len());
            self.layout.heading(f, &head)?;
            self.list(f, &culprits)?;
        }
        Ok(())
    }
}

impl Lines<'_> {
    fn list(&self, f: &mut fmt::Formatter<'_>, culprits: &[usize]) -> fmt::Result {
        for (number, &culprit) in culprits.iter().enumerate() {
            self.layout.lines(f, &self.told(culprit), &format!("  {}. ", number + 1), "     ")?;
        }
        writeln!(f)
    }

    /// A record, the parts of it that the finding names, and what else it clears:
    /// ``source `gazette`: `issued` (sources.toml:88); clears 3 other findings too``.
    fn told(&self, culprit: usize) -> String {
        let Mend { repairs, findings, at } = self.mend;
        let record = &repairs.culprits[culprit];
        let mut blamed: Vec<usize> = repairs.conflicts[at]
            .iter()
            .flatten()
            .filter(|blame| blame.culprit == culprit)
            .map(|blame| blame.part)
            .collect();
        blamed.sort_unstable();
        blamed.dedup();
        let parts = blamed.into_iter().map(|part| {
            let part = &record.parts[part];
            let place = self.texts.place(part.span);
            let key = if part.key.is_empty() { String::new() } else { format!("`{}` ", part.key) };
            format!("{key}({}:{})", place.path, place.line)
        });
        let parts: Vec<String> = parts.collect();
        let is_sure = |&&other: &&usize| other != at && findings[other].certainty != Certainty::Possible;
        let more = match repairs.cleared[culprit].iter().filter(is_sure).count() {
            0 => String::new(),
            more => format!("; clears {} too", counted(more, "other finding")),
        };
        let subject = &record.subject;
        format!("{} `{}`: {}{more}", subject.kind, shown(&subject.id), parts.join(", "))
    }
}
