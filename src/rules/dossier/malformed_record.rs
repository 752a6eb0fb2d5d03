//! Every record can be read.
//!
//! # Why
//! What cannot be read is not checked. A misspelt key or a date that is no date would otherwise pass for a claim that
//! nobody made.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette-1998"
//! isued = "1998-06"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//! ```
//!
//! # When it stays silent
//! A table may leave out any key but those that say what it is. Dates are EDTF (ISO 8601-2), from `2024` to
//! `2024-06-20`, or dates of TOML; lists of one may be written without brackets. CSL's fields that no rule reads are
//! known.

use crate::finding::{Finding, Level, Verdicts};
use crate::load::{edit, respelt};
use crate::rules::{Case, SEVERITIES, severity};
use crate::text::shown;

pub(crate) const RULE: &str = crate::load::MALFORMED;
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["record", "records"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    super::faults::hand_out(case, RULE, verdicts);
    for setting in &case.dossier.paper.settings {
        let (rule, written) = (crate::rules::unquoted(case.texts.slice(setting.rule)), case.read(setting.severity));
        if severity(written).is_some() {
            continue;
        }
        let message = format!("the severity of `{}` is not `{}`", shown(rule), shown(written));
        let near = crate::names::nearest(written, SEVERITIES);
        let slip = crate::names::slip(written, SEVERITIES);
        let finding = Finding::new(RULE, LEVEL, message, setting.severity.span, "not a severity")
            .help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write one of `error`, `warning`, `note`, `off`".to_owned(),
            })
            .value(rule)
            .value(written)
            .fixed_by(slip.map(|slip| respelt(setting.severity.span, slip, edit::quoted(slip.meant))));
        verdicts.find(finding);
    }
}
