//! What changed: what a baseline knew of the findings, and how one draft of a dossier differs from the next.
//!
//! Findings are the same if their [identity](crate::finding::Finding::identity) is, records if their ids are. Neither
//! depends on the order of files and records, nor on how they are laid out.

mod align;
mod baseline;
mod changes;
mod drafts;
mod edits;
mod passages;
mod rewrites;
mod stated;
mod tokens;

#[cfg(test)]
mod tests;

pub use baseline::{Baseline, Known};
pub use changes::{Change, Draft, Facet};
pub use drafts::{Fate, Followed, Revision, revision};
pub use edits::{Edit, Piece, What};
pub use rewrites::{Rewrite, Rewriting, Stretch};
