//! An id names one record.
//!
//! # Why
//! Where two records have one id, whatever refers to it goes to one of them, and it is chance which one a reader has in
//! mind.
//!
//! # Example
//! ```toml fires
//! [[event]]
//! id = "bridge-opened"
//! on = "1998-06-12"
//!
//! [[event]]
//! id = "bridge-opened"
//! name = "Opening of the second bridge"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[event]]
//! id = "bridge-opened"
//! on = "1998-06-12"
//!
//! [[event]]
//! id = "second-bridge-opened"
//! name = "Opening of the second bridge"
//! ```
//!
//! # When it stays silent
//! Evidence and rolls need no id. A relation of the dossier's own may have the id of one of the standard vocabulary,
//! and goes before it. A name, another name or a printed key may be shared.

use crate::finding::{Level, Verdicts};
use crate::rules::Case;

pub(crate) const RULE: &str = crate::load::DUPLICATE;
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["record", "records"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    super::faults::hand_out(case, RULE, verdicts);
}
