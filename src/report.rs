//! What was found, printed: for a person ([`Terminal`]), one line a finding ([`Short`]), for a program ([`Json`]),
//! for code scanning ([`Sarif`]), for continuous integration ([`Github`], [`Junit`]), for a browser ([`Html`]) and for
//! a comment ([`Markdown`]); how two drafts differ; and what falls with a source.
//!
//! Every format is a `Display` of the same [`Outcome`]s, so that the bytes depend on nothing but them and the
//! [`Layout`]. Control and bidirectional characters of the files never reach the output.

mod bars;
mod causes;
pub mod chart;
mod counts;
mod excerpt;
pub mod explain;
mod finding_lines;
mod github;
mod groups;
mod html;
mod impact;
mod json;
mod junit;
mod markdown;
mod overview;
mod passages;
mod queries;
mod revision;
mod rewrites;
mod sarif;
mod schema;
mod short;
mod snippets;
mod terminal;
pub mod timeline;
mod wrap;

pub use github::{Github, SHOWN_PER_LEVEL};
pub use html::Html;
pub use impact::{Falls, Impact, ImpactAsJson, ImpactForPeople};
pub use json::{Json, VERSION};
pub use junit::Junit;
pub use markdown::Markdown;
pub use queries::{Queries, Query, head, queries};
pub use revision::{RevisionAsJson, RevisionAsMarkdown, RevisionForPeople};
pub use rewrites::Revised;
pub use sarif::Sarif;
pub use schema::Schema;
pub use short::Short;
pub use terminal::Terminal;
pub use wrap::{Paint, wrapped};

use crate::Reasoned;
use crate::finding::Finding;
use crate::model::Home;
use crate::reason::Repairs;
use crate::rules::Report;
use crate::text::{Span, Texts};

/// The place by which every format that has one place a finding calls it.
pub fn place_of(texts: &Texts, reasoned: &Reasoned, finding: &Finding) -> Span {
    passages::Told::new(texts, reasoned, finding).at(finding)
}

/// One dossier and what the rules saw in it.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    /// Its folder, or its file, as it was given.
    pub path: &'a str,
    /// Its texts.
    pub texts: &'a Texts,
    /// Its records, and what follows from them.
    pub reasoned: &'a Reasoned,
    /// What the rules saw.
    pub report: &'a Report,
    /// What to mend to clear the findings.
    pub repairs: &'a Repairs,
}

impl Outcome<'_> {
    fn own_sources(&self) -> usize {
        self.reasoned.dossier.sources.iter().filter(|source| source.home == Home::Own).count()
    }
}

/// How much of a report for a person is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Of findings that are read together the first in full, the others in a line or two.
    Brief,
    /// Every finding with all its places, and everything that was counted.
    Full,
}

/// How a report for a person is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How many columns a line has.
    pub width: usize,
    /// Whether lines are coloured.
    pub colour: Colour,
    /// What frames and arrows are drawn with.
    pub glyphs: Glyphs,
}

/// Whether lines are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// With the sixteen colours of ANSI terminals.
    On,
    /// Without.
    Off,
}

/// What frames and arrows are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// The lines of Unicode.
    Unicode,
    /// The signs of ASCII, for our own words too.
    Ascii,
    /// None: what would be drawn is told in words, for who listens to it.
    Words,
}
