//! The records of a dossier, with names resolved and every value's place kept. No judgement.
//!
//! Tables are plain vectors in the order of the files; ids are newtypes over their index, and `dossier[id]` reads a
//! row. A [`Ref`] keeps the name as it was written beside what it resolved to, so that a rule can point at it.

mod dossier;
mod ids;
mod kinds;
mod record;
mod statement;
mod statistic;
mod tables;

pub use dossier::{Cited, Dossier, Paper, Setting};
pub use ids::{AmountId, GapId, Rows, StatementId, WhenId};
pub use kinds::*;
pub use record::*;
pub use statement::{Clause, Counted, Form, Key, Link, Mode, Owner, Related, Statement, Target, Value, Voice};
pub use statistic::{Averaged, Estimated, Share, Statistic, Tested, Written};
