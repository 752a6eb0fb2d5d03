//! A claim that can be checked names what it rests on.
//!
//! # Why
//! What no source is named for, no reader can look up. Such a claim may be common knowledge, or the author's own
//! finding; where it is neither, a citation was forgotten or lost in a revision.
//!
//! # Example
//! ```toml fires
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! says = { event = "bridge-opened", on = "1998" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! says = { event = "bridge-opened", on = "1998" }
//! ```
//!
//! # When it stays silent
//! A claim that says nothing checkable (no `says`), and a claim that cites anything at all: whether the citation
//! resolves is another rule's business.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::Record;
use crate::rules::Case;

pub(crate) const RULE: &str = "uncited-claim";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["claim that says something checkable", "claims that say something checkable"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, claim) in case.dossier.claims() {
        if claim.says.is_empty() {
            continue;
        }
        if !claim.cites.is_empty() {
            verdicts.fine(|| [claim.id.span], || format!("it cites {}", claim.cites.len()));
            continue;
        }
        let name = case.name(id);
        let finding = Finding::new(RULE, LEVEL, format!("{name} cites nothing"), claim.id.span, "no `cites`")
            .help("cite what it rests on, or allow it with a reason: `allow = [{ rule = \"uncited-claim\", because = \"…\" }]`")
            .about("claim", case.dossier.id(case.texts, Record::Claim(id)));
        verdicts.find(finding);
    }
}
