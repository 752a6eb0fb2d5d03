//! The records of a dossier, with names resolved and every value's place kept. No judgement.
//!
//! Tables are plain vectors in the order of the files; ids are newtypes over their index, and `dossier[id]` reads a
//! row. A [`Ref`] keeps the name as it was written beside what it resolved to, so that a rule can point at it.

mod dossier;
mod ids;
mod record;
mod statement;

pub use dossier::{Cited, Dossier, Paper, Setting};
pub use ids::{
    AmountId, ClaimId, EntityId, EventId, EvidenceId, FactId, GapId, QuantityId, RelationId, RollId, Rows, SourceId,
    StatementId, WhenId,
};
pub use record::{
    Allow, Checked, Citation, Claim, Date, Entity, Event, Evidence, Fact, Home, Locator, Member, Quantity, Record, Ref,
    Relation, Role, Roll, Source, Status, Verdict,
};
pub use statement::{Clause, Counted, Form, Key, Mode, Owner, Related, Statement, Target, Value, Voice};
