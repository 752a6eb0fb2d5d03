//! A consistency checker for claims and their evidence: a type checker for facts.

pub mod amount;
pub mod finding;
pub mod load;
pub mod model;
pub mod reason;
pub mod text;
pub mod time;
