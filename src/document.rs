//! A manuscript as every reader gives it: blocks of plain words, each letter with its place in the original.
//!
//! Markdown, LaTeX, HTML and plain text are pointed into as they stand. A DOCX or a PDF has no lines of its own: the
//! text that its places lie in is drawn up from it, one line a paragraph (DOCX) or as the page is laid out (PDF, pages
//! parted by form feeds).

mod assemble;
mod beside;
mod block;
mod docx;
mod formula;
mod front;
mod html;
mod latex;
mod lines;
mod main_file;
mod markdown;
mod outline;
mod parts;
mod pdf;
mod plain;
mod raised;
mod recognise;
mod remarks;
mod stet;
mod table;

pub use block::{Block, Cell, Kind, Mark, Marked, Scribe};
pub(crate) use latex::letter_of_tex;
pub use main_file::main_file;
pub use outline::Outline;
pub(crate) use outline::in_statements;
pub use parts::{Alone, Folder, Laid, Lines, Part, Parts, Spot, beside};
pub use recognise::{MAX_TEXT, decoded, recognise};
pub use remarks::{Answer, By, Remark, Thread};
pub use stet::Stet;
pub use table::Table;

/// What a manuscript was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `CommonMark`, with footnotes, tables and the metadata block of Pandoc.
    Markdown,
    /// LaTeX.
    Latex,
    /// Office Open XML or `OpenDocument`: what word processors write.
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
pub struct Document {
    /// What it was written in.
    pub format: Format,
    /// The text that all places lie in: the file itself, what was drawn up from it, or what it is put together from.
    pub text: String,
    /// The files that the text is put together from.
    pub parts: Parts,
    /// Its blocks in reading order; a note follows the block that it is called from where the original allows it, else
    /// it stands at the end.
    pub blocks: Vec<Block>,
    /// What it says of itself, in a metadata block or in commands of its own.
    pub preface: Preface,
    /// What could not be read on the way, each with its place.
    pub faults: Vec<Fault>,
    /// Parts of it, in files of their own, that could not be read: what they cite and what they list is not known.
    pub unread: Vec<Fault>,
    /// What its comments let stand, in the order of the text.
    pub stets: Vec<Stet>,
}

impl Document {
    /// A manuscript without a block yet.
    pub(crate) fn new(format: Format, text: String) -> Self {
        Self {
            format,
            text,
            parts: Parts::default(),
            blocks: Vec::new(),
            preface: Preface::default(),
            faults: Vec::new(),
            unread: Vec::new(),
            stets: Vec::new(),
        }
    }

    /// Whether all of it was read, as far as that can be known.
    pub fn is_whole(&self) -> bool {
        self.unread.is_empty() && !self.faults.iter().any(|fault| fault.lost)
    }
}

/// Reads a manuscript that is one file, whatever it is written in.
///
/// # Errors
/// If nothing of it can be read.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Unreadable> {
    read_project(name, bytes, &Alone)
}

/// Reads a manuscript, whatever it is written in, with the files of its folder that it takes in. A PDF is read from the
/// layout that `pdftotext` finds in it: see [`read_pdf`].
///
/// # Errors
/// If nothing of it can be read.
pub fn read_project(name: &str, bytes: &[u8], folder: &dyn Folder) -> Result<Document, Unreadable> {
    read_as(recognise(name, bytes)?, name, bytes, folder)
}

/// Reads a manuscript as what it is known to be written in.
///
/// # Errors
/// If nothing of it can be read.
pub fn read_as(format: Format, name: &str, bytes: &[u8], folder: &dyn Folder) -> Result<Document, Unreadable> {
    if format == Format::Pdf {
        return Err(without_layout());
    }
    if format == Format::Docx {
        return docx::read(bytes);
    }
    let format = if markdown::project::FILES.contains(&name) { Format::Markdown } else { format };
    if bytes.len() > MAX_TEXT {
        let why = format!("it holds more than {} MiB of text", MAX_TEXT >> 20);
        return Err(Unreadable { why });
    }
    let (text, fault) = decoded(bytes);
    if format == Format::Latex && latex::is_context(&text) {
        return Err(Unreadable {
            why: "it is ConTeXt, and not LaTeX: export it to .html, or make a PDF of it".to_owned(),
        });
    }
    let mut manuscript = match format {
        Format::Html => html::read(&text)?,
        Format::Plain => plain::read(&text),
        Format::Latex => latex::read(name, text, folder),
        _ if markdown::project::FILES.contains(&name) => markdown::project::read(name, &text, folder),
        _ => match markdown::project::book_of(name, &text, folder) {
            Some((book, text)) => markdown::project::read(book, &text, folder),
            None => markdown::read(name, text, folder),
        },
    };
    if manuscript.preface.bibliographies.is_empty() {
        beside::take(&mut manuscript, folder);
    }
    // What macros stand for has moved what is behind them; the fault names its line itself.
    manuscript.faults.extend(fault.map(|fault| {
        let at = manuscript.text.floor_char_boundary(fault.at.start);
        Fault { at: at..at, ..fault }
    }));
    stet::read(&mut manuscript);
    manuscript.faults.sort_by_key(|fault| fault.at.start);
    Ok(manuscript)
}

/// Reads a PDF from the layout of its words that `pdftotext -bbox-layout` tells.
///
/// # Errors
/// If there is no word.
pub fn read_pdf(layout: &str) -> Result<Document, Unreadable> {
    pdf::read(layout)
}

fn without_layout() -> Unreadable {
    Unreadable { why: "its words are to be found first, with `pdftotext`".to_owned() }
}

/// A copy of a manuscript with remarks of ours in it. It has none of ours yet. For a PDF, see [`remarked_pdf`].
///
/// # Errors
/// If it cannot be read, or its format has no room for remarks.
pub fn remarked(name: &str, bytes: &[u8], remarks: &[Remark], by: &By) -> Result<Vec<u8>, Unreadable> {
    match recognise(name, bytes)? {
        Format::Docx => docx::remarks::with(bytes, remarks, by),
        format => remarks::with(format, bytes, remarks),
    }
}

/// A copy of a PDF with remarks of ours in it, as highlights with notes. It has none of ours yet.
///
/// # Errors
/// If it cannot be read, is encrypted, or the layout is not its own.
pub fn remarked_pdf(bytes: &[u8], layout: &str, remarks: &[Remark], by: &By) -> Result<Vec<u8>, Unreadable> {
    pdf::remarks::with(bytes, layout, remarks, by)
}

/// A copy of a manuscript without remarks of ours: its text as it was before they were made.
///
/// # Errors
/// If it cannot be read, or its format has no room for remarks.
pub fn unremarked(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    match recognise(name, bytes)? {
        Format::Docx => docx::remarks::without(bytes),
        Format::Pdf => pdf::remarks::without(bytes),
        format => remarks::without(format, bytes),
    }
}

/// The remarks of a DOCX that answer no other, in the order of the text, each with what was answered to it.
///
/// # Errors
/// If it cannot be read.
pub fn threads(bytes: &[u8]) -> Result<Vec<Thread>, Unreadable> {
    docx::remarks::threads(bytes)
}

/// What a manuscript says of itself. Title, authors and date are blocks too, where they are printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preface {
    /// Its title.
    pub title: Option<Stated>,
    /// Who wrote it, one by one.
    pub authors: Vec<Stated>,
    /// The day that it bears.
    pub date: Option<Stated>,
    /// Its language, as a tag ("id", "en-GB").
    pub language: Option<Stated>,
    /// The files that its bibliography lies in, as it names them.
    pub bibliographies: Vec<Stated>,
    /// The one among them that it does not name, and that lies beside it; with the first citation that asks for one.
    pub presumed: Option<Stated>,
    /// The keys of the works that it lists without citing them; `*` is all of them.
    pub nocite: Vec<String>,
}

impl Preface {
    /// Whether a work of this key is listed even if nothing cites it.
    pub fn lists(&self, key: Option<&str>) -> bool {
        self.nocite.iter().any(|listed| listed == "*" || Some(listed.as_str()) == key)
    }

    /// Whether a block is no more than the title, a name or the date that stands over the manuscript.
    pub fn holds(&self, block: &Block) -> bool {
        let whole = block.whole();
        let stated = self.title.iter().chain(&self.authors).chain(&self.date);
        stated.into_iter().any(|stated| stated.at.start <= whole.start && whole.end <= stated.at.end)
    }
}

/// Words of a manuscript on itself, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What is said.
    pub words: String,
    /// The place, in bytes of [`Document::text`].
    pub at: std::ops::Range<usize>,
}

/// A part of a manuscript that could not be read, or not for certain. The rest is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place, in bytes of [`Document::text`].
    pub at: std::ops::Range<usize>,
    /// What is wrong there, as a finding says it.
    pub what: String,
    /// Whether words or works are missing for it, so that nothing can be told from what is not there.
    pub lost: bool,
}

impl Fault {
    /// A fault that costs nothing but what stands at that place.
    pub(crate) fn new(at: std::ops::Range<usize>, what: String) -> Self {
        Self { at, what, lost: false }
    }

    /// A fault for which words or works are missing.
    pub(crate) fn losing(at: std::ops::Range<usize>, what: String) -> Self {
        Self { at, what, lost: true }
    }
}

/// Why nothing of a file could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, as the end of "cannot read `paper.docx`: …".
    pub why: String,
}
