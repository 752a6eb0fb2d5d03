//! A manuscript as every reader gives it: blocks of plain words, each letter with its place in the original.
//!
//! Markdown, LaTeX, HTML and plain text are pointed into as they stand. A DOCX or a PDF has no lines of its own: the
//! text that its places lie in is drawn up from it, one line a paragraph (DOCX) or as the page is laid out (PDF, pages
//! parted by form feeds).

mod block;

pub use block::{Block, Kind, Mark, Marked, Scribe};

/// What a manuscript was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `CommonMark`, with footnotes, tables and the metadata block of Pandoc.
    Markdown,
    /// LaTeX.
    Latex,
    /// Office Open XML: what word processors write.
    Docx,
    /// HTML.
    Html,
    /// PDF with a text layer.
    Pdf,
    /// Text without markup.
    Plain,
}

/// A manuscript, whatever it was written in.
#[derive(Debug)]
pub struct Manuscript {
    /// What it was written in.
    pub format: Format,
    /// The text that all places lie in: the file itself, or what was drawn up from it.
    pub text: String,
    /// Its blocks in reading order; a note follows the block that it is called from where the original allows it, else
    /// it stands at the end.
    pub blocks: Vec<Block>,
    /// What could not be read on the way, each with its place.
    pub faults: Vec<Fault>,
}

/// A part of a manuscript that could not be read, or not for certain. The rest is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place, in bytes of [`Manuscript::text`].
    pub at: std::ops::Range<usize>,
    /// What is wrong there, as a finding says it.
    pub what: String,
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, as the end of "cannot read `paper.docx`: …".
    pub why: String,
}
