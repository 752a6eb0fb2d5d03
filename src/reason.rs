//! What follows from the statements: judgement's raw material, and no judgement itself.

mod holdings;
pub mod network;
mod timeline;

pub use holdings::{Entry, Holding, Holdings, Holds, Law, Moments, Object, Origin, Rolls, Times};
pub use timeline::{Bound, Contradiction, Kind, Premise, Side, Timeline};
