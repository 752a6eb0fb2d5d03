//! A consistency checker for claims and their evidence: a type checker for facts.

pub mod amount;
pub mod text;
pub mod time;
