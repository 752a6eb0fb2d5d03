//! Nothing stands to itself in a relation between two things.
//!
//! # Why
//! "The war drove the state closer to the state": a name was put where another belongs. No date can mend it.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[claim]]
//! id = "alone-together"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "allied-with", object = "norland" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[entity]]
//! id = "southland"
//!
//! [[claim]]
//! id = "together"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "allied-with", object = "southland" }
//! ```
//!
//! # When it stays silent
//! The relation promises neither `irreflexive` nor `asymmetric`: a state may threaten itself. The claim denies it. The
//! two are different things, though the one continues the other.

use crate::finding::{Level, Verdicts};
use crate::reason::{Object, Origin};
use crate::rules::Case;

use crate::rules::told;

pub(crate) const RULE: &str = "reflexive-relation";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["statement of a relation that needs two", "statements of relations that need two"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (at, holding) in case.holdings.iter() {
        let relation = &case.dossier[holding.relation];
        let Object::Thing(object) = holding.object else { continue };
        let is_told = matches!(holding.origin, Origin::Stated(_) | Origin::Listed(..));
        if !is_told || holding.is_denied || !(relation.irreflexive || relation.asymmetric) {
            continue;
        }
        if object != holding.subject {
            verdicts.fine(
                || [told::place(case, holding)],
                || format!("{} and {} are two", told::thing(case, holding.subject), told::thing(case, object)),
            );
            continue;
        }
        let (owner, sentence) = (told::owner(case, holding), told::sentence(case, holding));
        let message = format!("{owner} says that {sentence}: nothing stands in this relation to itself");
        let finding = told::finding(case, (RULE, LEVEL), message, &[at], crate::finding::Certainty::Certain);
        verdicts.find(finding.help("name the other of the two"));
    }
}
