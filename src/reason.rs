//! What follows from the statements: judgement's raw material, and no judgement itself.

mod groups;
mod holdings;
mod knots;
pub mod network;
pub mod repairs;
pub mod sets;
pub mod support;
mod timeline;

pub use holdings::{About, Entry, Holding, Holdings, Holds, Law, Moments, Object, Origin, Rolls, Times, told_on};
pub use knots::Knots;
pub use repairs::{Repair, Repairs};
pub use support::{Fall, Gone, Support};
pub use timeline::{Bound, Contradiction, Kind, Premise, Side, Timeline};
