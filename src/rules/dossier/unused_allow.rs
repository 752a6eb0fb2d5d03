//! An allowance allows something.
//!
//! # Why
//! An allowance that silences nothing is left over from a fault that was mended, or names the wrong rule. Left in
//! place, it would hide the next fault of that kind without anybody having decided so.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! allow = [{ rule = "uncited-claim", because = "common knowledge" }]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! ```
//!
//! # When it stays silent
//! The rule did not run (it is off, ignored or not selected), or a finding was silenced by it.

use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;
use crate::text::shown;

pub(crate) const RULE: &str = "unused-allow";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: &str = "allowances";

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (record, rows) in case.dossier.allowing() {
        for row in rows.range() {
            if case.used[row] {
                verdicts.fine(|| [case.dossier.allows[row].span], || "it silences a finding".to_owned());
                continue;
            }
            let allow = &case.dossier.allows[row];
            let rule = case.read(allow.rule);
            let unknown = crate::rules::named(rule).is_none();
            let label = if unknown { "there is no such rule" } else { "silences nothing" };
            let message = format!("`{}` is allowed `{}`, which finds nothing there", case.id(record), shown(rule));
            let mut finding = Finding::new(RULE, LEVEL, message, allow.rule.span, label).value(rule);
            finding.subjects.push(case.dossier.subject(case.texts, record));
            let near = crate::names::nearest(rule, crate::rules::ALL.iter().map(|rule| rule.name));
            verdicts.find(match near.filter(|_| unknown) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("remove the allowance"),
            });
        }
    }
}
