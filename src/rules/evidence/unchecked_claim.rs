//! A claim that is published was checked by a person, and holds.
//!
//! # Why
//! What contradicts nothing may still be wrong. Before publication somebody has looked at each claim and marked it
//! (`checked`): this rule is the gate. A claim that was found wrong, or that nobody can verify, does not pass it
//! either.
//!
//! It runs where it is asked for: `gainsay check --require checked` holds every claim to it, whatever the dossier says;
//! a dossier turns it on for good by a severity in `[dossier.rules]`. The verdicts are `confirmed` and `changed`
//! (it was wrong, and the paper was changed), which pass, `on-author` (the author alone vouches for it), `query` (the
//! author is asked), `disputed`, `refuted` and `unverifiable`.
//!
//! # Example
//! ```toml fires
//! [dossier.rules]
//! unchecked-claim = "error"
//!
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier.rules]
//! unchecked-claim = "error"
//!
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! checked = { by = "N. Holm", on = "2024-02-01", verdict = "confirmed" }
//! ```
//!
//! # When it stays silent
//! Nobody asks for it. Who checked, and when, is not judged. A verdict that is no word of ours is another rule's
//! business, and no verdict.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Record, Verdict};
use crate::rules::Case;

pub(crate) const RULE: &str = "unchecked-claim";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["claim to be checked by a person", "claims to be checked by a person"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, claim) in case.dossier.claims() {
        let name = case.name(id);
        let verdict = claim.checked.as_ref().and_then(|checked| checked.verdict);
        let (message, span, label, help, value) = match verdict {
            Some((verdict @ (Verdict::Confirmed | Verdict::Changed), at)) => {
                verdicts.fine(|| [at], || format!("it was checked, and {}", verdict.status()));
                continue;
            }
            Some((Verdict::OnAuthor, at)) => {
                let help = "find a source that can be looked up, or let it stand with a reason";
                (
                    format!("{name} rests on its author's word alone"),
                    at,
                    "nobody else vouches for it",
                    help,
                    "on-author",
                )
            }
            Some((Verdict::Query, at)) => {
                let help = "read the author's answer, and mark what came of it";
                (format!("{name} is open: its author is asked"), at, "no verdict to publish on", help, "query")
            }
            None => {
                let help = "look at it, and mark it: `checked = { by = \"…\", on = \"…\", verdict = \"confirmed\" }`";
                (format!("nobody has checked {name}"), claim.id.span, "no `checked` with a verdict", help, "")
            }
            Some((Verdict::Disputed, at)) => {
                let help = "say in the paper that it is disputed, and by whom; then check it again";
                (format!("{name} is disputed, by whoever checked it"), at, "no verdict to publish on", help, "disputed")
            }
            Some((Verdict::Refuted, at)) => {
                let help = "correct it or take it out, then check it again";
                (
                    format!("{name} is refuted, by whoever checked it"),
                    at,
                    "and the paper still claims it",
                    help,
                    "refuted",
                )
            }
            Some((Verdict::Unverifiable, at)) => {
                let help = "find a source that can be looked up, hedge it, or take it out";
                let message = format!("{name} cannot be verified, says whoever checked it");
                (message, at, "no verdict to publish on", help, "unverifiable")
            }
        };
        let finding = Finding::new(RULE, LEVEL, message, span, label).help(help).value(value);
        verdicts.find(finding.about("claim", case.dossier.id(case.texts, Record::Claim(id))));
    }
}
