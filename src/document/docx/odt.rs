//! ODT to the paragraphs that a DOCX is drawn up from: `OpenDocument` 1.3, part 3.
//!
//! Read are headings, paragraphs, lists, cells, notes, remarks, links, and the citations that Zotero puts into the
//! names of reference marks. What was deleted while changes were tracked is kept apart by the format, and is not read.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use super::draw::Drawing;
use super::fields;
use super::numbers::Numbers;
use super::package::{Node, Package, attribute, each, local};
use super::paragraphs::{Para, Piece, Role};
use super::styles::Look;
use crate::document::table::Grid;
use crate::document::{Cell, Document, Marked, Unreadable};

/// What is no text: changes, numbers of notes, who made a remark, and the lists that the program draws up of headings,
/// figures and terms.
const SKIPPED: [&str; 12] = [
    "tracked-changes",
    "note-citation",
    "creator",
    "date",
    "initials",
    "sender-initials",
    "table-of-content",
    "illustration-index",
    "table-index",
    "object-index",
    "user-index",
    "alphabetical-index",
];

/// Reads the text of a package.
pub(super) fn read(package: &mut Package<'_>) -> Result<Document, Unreadable> {
    let lost = || Unreadable { why: "it is an OpenDocument text without a text: there is no `content.xml`".to_owned() };
    let content = package.whole("content.xml")?.ok_or_else(lost)?;
    let mut walk = Walk::default();
    let broken = each(&content, |node, _| match node {
        Node::Start(tag) => walk.start(tag),
        Node::End(name) => walk.end(name),
        Node::Words(words) => walk.words(words),
        Node::Unknown(_) => {}
    });
    let (body, notes) = walk.done();
    let mut drawing = Drawing::new(notes);
    for para in body {
        drawing.body(para, &mut Numbers::default());
    }
    Ok(drawing.done(broken))
}

/// A note or a remark that is being read: where it stands, and its id.
type Note = (Role, String);

#[derive(Default)]
struct Walk {
    body: Vec<Para>,
    notes: BTreeMap<Note, Vec<Para>>,
    /// The paragraphs that are being read: one within the other where a note stands.
    open: Vec<Para>,
    note: Vec<Note>,
    /// How many elements deep it is in what is [no text](SKIPPED).
    skipped: usize,
    lists: usize,
    grids: Vec<Grid>,
    cell: Option<Cell>,
    /// The styles that set apart, and the parents of the others.
    italic: BTreeSet<String>,
    parents: BTreeMap<String, String>,
    style: String,
    /// For each span that is open, whether it sets apart.
    spans: Vec<bool>,
    in_body: bool,
}

impl Walk {
    fn start(&mut self, tag: &BytesStart) {
        let name = tag.name();
        let value = |name: &str| attribute(tag, name);
        match local(name.as_ref()) {
            "style" => {
                self.style = value("name").unwrap_or_default();
                if let Some(parent) = value("parent-style-name") {
                    self.parents.insert(self.style.clone(), parent);
                }
            }
            "text-properties" if value("font-style").as_deref() == Some("italic") => {
                self.italic.insert(self.style.clone());
            }
            "text" if name.as_ref().starts_with("office:") => self.in_body = true,
            name if SKIPPED.contains(&name) => self.skipped += 1,
            "h" => {
                let level = value("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.begin(Some(Look::Heading(level)));
            }
            "p" => self.begin(self.look(&value("style-name").unwrap_or_default())),
            "list" => self.lists += 1,
            "table" => self.grids.push(Grid::default()),
            "table-row" => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.row();
                }
            }
            "table-cell" => {
                let span = |name: &str| value(name).and_then(|count| count.parse().ok()).map_or(1, Grid::reach);
                let (rows, columns) = (span("number-rows-spanned"), span("number-columns-spanned"));
                // What a cell reaches over is written, too, as covered cells.
                let placed = |grid: &mut Grid| Cell { rows, columns, ..grid.cell(1, 1, grid.is_first()) };
                self.cell = self.grids.last_mut().map(placed);
            }
            "covered-table-cell" => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.cell(1, 1, false);
                }
            }
            "note" => {
                let role =
                    if value("note-class").as_deref() == Some("endnote") { Role::Endnote } else { Role::Footnote };
                self.call(role);
            }
            "annotation" => self.call(Role::Comment),
            "s" | "tab" | "line-break" => self.words(" "),
            "a" => self.push(Piece::Open(Marked::Link(value("href").unwrap_or_default()))),
            "span" => {
                let is_italic = value("style-name").is_some_and(|style| self.italic.contains(&style));
                self.spans.push(is_italic);
                if is_italic {
                    self.push(Piece::Italics);
                }
            }
            "reference-mark-start" => {
                let code = value("name").unwrap_or_default();
                let items = cited(&code);
                let count = items.len();
                for item in items {
                    self.push(Piece::Open(item));
                }
                if let Some(para) = self.open.last_mut().filter(|_| count > 0) {
                    para.marked += count;
                }
            }
            "reference-mark-end" => {
                let count = self.open.last_mut().map_or(0, |para| std::mem::take(&mut para.marked));
                for _ in 0..count {
                    self.push(Piece::Close);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            name if SKIPPED.contains(&name) => self.skipped = self.skipped.saturating_sub(1),
            "h" | "p" => self.finish(),
            "list" => self.lists = self.lists.saturating_sub(1),
            "table" => {
                self.grids.pop();
            }
            "table-cell" => self.cell = None,
            "note" | "annotation" => {
                self.note.pop();
            }
            "a" => self.push(Piece::Close),
            "span" if self.spans.pop() == Some(true) => self.push(Piece::EndItalics),
            _ => {}
        }
    }

    fn begin(&mut self, look: Option<Look>) {
        if self.skipped == 0 && self.in_body {
            let is_item = self.lists > 0 && look.is_none() && self.note.is_empty();
            let item = is_item.then(|| (String::new(), "0".to_owned()));
            let mut para = Para::default();
            (para.look, para.item, para.cell) = (look, item, self.cell);
            self.open.push(para);
        }
    }

    fn finish(&mut self) {
        if self.skipped > 0 {
            return;
        }
        let Some(para) = self.open.pop() else { return };
        match self.note.last() {
            Some(note) => self.notes.entry(note.clone()).or_default().push(para),
            None => self.body.push(para),
        }
    }

    /// A note or a remark stands here, and begins.
    fn call(&mut self, role: Role) {
        let id = self.notes.len().to_string();
        self.push(Piece::Call(role, id.clone(), 0..0));
        self.note.push((role, id.clone()));
        self.notes.entry((role, id)).or_default();
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.push(Piece::Words(words.to_owned(), 0..0));
        }
    }

    fn push(&mut self, piece: Piece) {
        if self.skipped == 0
            && let Some(para) = self.open.last_mut()
        {
            para.pieces.push(piece);
        }
    }

    /// What a style says of its paragraphs, by its own name or that of the one it is based on.
    fn look(&self, style: &str) -> Option<Look> {
        let name = self.parents.get(style).map_or(style, String::as_str);
        match name.replace("_20_", " ").to_lowercase().as_str() {
            "title" => Some(Look::Title),
            "author" => Some(Look::Author),
            "date" => Some(Look::Date),
            "quotations" | "block text" => Some(Look::Quote),
            own if own.starts_with("bibliography") && !own.ends_with("heading") => Some(Look::Entry),
            _ => None,
        }
    }

    /// What was read, as far as it was.
    fn done(mut self) -> (Vec<Para>, BTreeMap<Note, Vec<Para>>) {
        while !self.open.is_empty() {
            self.skipped = 0;
            self.finish();
        }
        (self.body, self.notes)
    }
}

/// What the name of a reference mark cites: `ZOTERO_ITEM CSL_CITATION {…} RNDa1b2`.
fn cited(name: &str) -> Vec<Marked> {
    let end = name.rfind('}').map_or(name.len(), |at| at + 1);
    let code = format!("ADDIN {}", &name[..end]);
    fields::marks(&code, &BTreeMap::new()).unwrap_or_default()
}
