//! The passages of a manuscript: its sentences and what makes them worth checking, where noted words stand in it, and
//! how names are spelt; and the manuscript read whole, with its citations and its bibliography.

pub mod anchors;
pub(crate) mod cells;
pub(crate) mod conversions;
pub(crate) mod described;
pub(crate) mod equations;
pub mod estimates;
pub(crate) mod expansions;
mod manuscript;
pub(crate) mod numbered;
pub(crate) mod portions;
pub(crate) mod quotations;
pub(crate) mod relations;
pub(crate) mod reversed;
mod sentences;
pub(crate) mod significance;
pub mod spellings;
pub mod statistics;
pub(crate) mod totals;
mod worth;

pub(crate) use manuscript::within;
pub use manuscript::{Listed, Manuscript, Sentence, Stet};
pub use sentences::sentences;
pub(crate) use worth::walls;
pub use worth::{Worth, worth};
