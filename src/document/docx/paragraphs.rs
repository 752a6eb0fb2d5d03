//! The paragraphs of a part, piece by piece, as its markup tells them.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::BytesStart;

use super::fields;
use super::package::{Node, attribute, each, is_own, local};
use super::styles::{Look, Styles};
use crate::document::raised::Raised;
use crate::document::table::Grid;
use crate::document::{Cell, Marked};

/// So many faults of a part are told; one with more is no document.
const FAULTS: usize = 200;

/// Which part of the package a note stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Footnote,
    Endnote,
    Comment,
}

/// A piece of a paragraph.
#[derive(Debug)]
pub(super) enum Piece {
    /// Words, and where they stand in the part.
    Words(String, Range<usize>),
    Open(Marked),
    Close,
    Italics,
    EndItalics,
    /// A note or a remark is called, at a place of the part.
    Call(Role, String, Range<usize>),
    /// What is raised to call a note or a work.
    Mark(String),
    Fault(String),
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Para {
    pub(super) pieces: Vec<Piece>,
    pub(super) look: Option<Look>,
    /// The list that it is an item of, and the level in it.
    pub(super) item: Option<(String, String)>,
    /// The place that it has in a table, if it is in one.
    pub(super) cell: Option<Cell>,
    /// The note or remark that it is part of, by its id in the part.
    pub(super) note: Option<String>,
    /// The page that it starts on, where the file says so.
    pub(super) page: Option<u32>,
    /// How many marks of a citation are open in it.
    pub(super) marked: usize,
    /// The level that it has in its list.
    level: Option<String>,
    /// Whether its properties are being read.
    properties: bool,
    /// Its end was deleted: the next paragraph goes on in it.
    unended: bool,
}

impl Para {
    /// How many bytes its words have.
    pub(super) fn letters(&self) -> usize {
        self.pieces.iter().map(|piece| if let Piece::Words(words, _) = piece { words.len() } else { 0 }).sum()
    }
}

/// What a part holds, and why it could not be read to its end.
pub(super) struct Read {
    pub(super) paras: Vec<Para>,
    pub(super) broken: Option<String>,
}

/// Reads a part. `works` are those that Word keeps, as CSL-JSON by their tags.
pub(super) fn read(
    xml: &str,
    styles: &Styles,
    links: &BTreeMap<String, String>,
    works: &BTreeMap<String, String>,
) -> Read {
    let mut walk = Walk::new(styles, links, works);
    let broken = each(xml, |node, at| {
        walk.at = at;
        match node {
            Node::Start(tag) => walk.start(tag),
            Node::End(name) => walk.end(name),
            Node::Words(text) => walk.text(text),
            Node::Unknown(name) => walk.fault(format!("the entity `{name}` is not known")),
        }
    });
    walk.done(broken)
}

/// A field whose end is not yet reached.
struct Field {
    code: String,
    /// Whether its code is over, and what is shown for it has begun.
    shown: bool,
    /// The paragraph that its marks were opened in, and how many there are.
    marked: Option<(usize, usize)>,
}

/// Where the letters of an element go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    Nowhere,
    Words,
    Code,
}

#[allow(clippy::struct_excessive_bools, reason = "states that hold side by side")]
struct Walk<'a> {
    styles: &'a Styles,
    links: &'a BTreeMap<String, String>,
    works: &'a BTreeMap<String, String>,
    paras: Vec<Para>,
    /// The paragraphs that are being read, with their numbers: one within the other in text boxes.
    open: Vec<(usize, Para)>,
    begun: usize,
    fields: Vec<Field>,
    /// For each link that is being read, the paragraph that its mark was opened in.
    linked: Vec<Option<usize>>,
    note: Option<String>,
    letters: Letters,
    /// How many elements deep it is in what is deleted or shown otherwise.
    skipped: usize,
    /// The tables that are open, and how many columns a cell takes up that has no paragraph yet.
    grids: Vec<Grid>,
    fresh: Option<u32>,
    cell: Option<Cell>,
    run: bool,
    italic: bool,
    hidden: bool,
    /// Whether what is read is raised, and what was raised right before it, with its place.
    is_raised: bool,
    raised: (String, Range<usize>),
    /// The place of what is read.
    at: Range<usize>,
    page: u32,
    paged: bool,
    faults: usize,
}

impl<'a> Walk<'a> {
    fn new(styles: &'a Styles, links: &'a BTreeMap<String, String>, works: &'a BTreeMap<String, String>) -> Self {
        Self {
            styles,
            links,
            works,
            paras: Vec::new(),
            open: Vec::new(),
            begun: 0,
            fields: Vec::new(),
            linked: Vec::new(),
            note: None,
            letters: Letters::Nowhere,
            skipped: 0,
            grids: Vec::new(),
            fresh: None,
            cell: None,
            run: false,
            italic: false,
            hidden: false,
            is_raised: false,
            raised: (String::new(), 0..0),
            at: 0..0,
            page: 1,
            paged: false,
            faults: 0,
        }
    }

    fn start(&mut self, tag: &BytesStart) {
        let name = tag.name();
        match local(name.as_ref()) {
            "p" => self.begin(),
            "pPr" => self.properties(true),
            "tbl" => self.grids.push(Grid::default()),
            "tr" => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.row();
                }
            }
            "tc" => self.fresh = Some(1),
            "gridSpan" => {
                let columns = attribute(tag, "val").and_then(|count| count.parse().ok());
                self.fresh = self.fresh.and(columns.or(Some(1)));
            }
            "del" | "moveFrom" if !self.in_properties() => self.skipped += 1,
            "Fallback" => self.skipped += 1,
            "r" => (self.run, self.italic, self.hidden, self.is_raised) = (true, false, false, false),
            "t" => self.letters = Letters::Words,
            "instrText" => self.letters = Letters::Code,
            "tab" | "br" | "cr" if self.run => self.words(" "),
            "noBreakHyphen" => self.words("-"),
            // A formula: what stands above and below the line of a fraction, within brackets or a root.
            "num" | "den" | "d" => self.words("("),
            "rad" => self.words("√("),
            "sup" => self.words("^"),
            "sub" => self.words("_"),
            "lastRenderedPageBreak" => self.turn_page(),
            "hyperlink" => self.hyperlink(tag),
            "fldChar" => self.field(&attribute(tag, "fldCharType").unwrap_or_default()),
            "fldSimple" => {
                self.fields.push(Field {
                    code: attribute(tag, "instr").unwrap_or_default(),
                    shown: false,
                    marked: None,
                });
                self.field("separate");
            }
            "footnoteReference" => self.call(Role::Footnote, tag),
            "endnoteReference" => self.call(Role::Endnote, tag),
            "commentReference" => self.call(Role::Comment, tag),
            "footnote" | "endnote" | "comment" => self.note = note_id(tag).filter(|_| !is_own(tag)),
            other => self.property(other, tag),
        }
    }

    /// Properties of a run or of a paragraph.
    fn property(&mut self, name: &str, tag: &BytesStart) {
        let value = attribute(tag, "val");
        let off = matches!(value.as_deref(), Some("0" | "false" | "off" | "none"));
        match name {
            "i" if self.run => self.italic = !off,
            "vanish" | "strike" | "dstrike" if self.run => self.hidden |= !off,
            "vertAlign" if self.run => self.is_raised = value.as_deref() == Some("superscript"),
            _ => {}
        }
        let styles = self.styles;
        let Some((_, para)) = self.open.last_mut() else { return };
        let value = value.unwrap_or_default();
        match name {
            "pStyle" => {
                para.look = styles.look(&value).or(para.look);
                if let Some(list) = styles.numbering(&value) {
                    para.item = Some((list.to_owned(), "0".to_owned()));
                }
            }
            "outlineLvl" => {
                let level = value.parse().ok().filter(|level: &u8| *level < 9);
                para.look = level.map(|level| Look::Heading(level + 1)).or(para.look);
            }
            "ilvl" => para.level = Some(value),
            "numId" => para.item = (value != "0").then(|| (value, "0".to_owned())),
            _ => {}
        }
    }

    /// Whether a `w:del` here says that the end of the paragraph was deleted: an element without content.
    fn in_properties(&mut self) -> bool {
        let Some((_, para)) = self.open.last_mut().filter(|(_, para)| para.properties) else { return false };
        para.unended = true;
        true
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.finish(),
            "tc" => {
                self.place();
                self.cell = None;
            }
            "tbl" => {
                self.grids.pop();
            }
            "pPr" => self.properties(false),
            "del" | "moveFrom" if !self.open.last().is_some_and(|(_, para)| para.properties) => {
                self.skipped = self.skipped.saturating_sub(1);
            }
            "Fallback" => self.skipped = self.skipped.saturating_sub(1),
            "r" => self.run = false,
            "num" => self.words(")/"),
            "den" | "d" | "rad" => self.words(")"),
            "t" | "instrText" => self.letters = Letters::Nowhere,
            "hyperlink" => {
                let linked = self.linked.pop().flatten();
                self.close(linked, 1);
            }
            "fldSimple" => self.field("end"),
            "footnote" | "endnote" | "comment" => self.note = None,
            _ => {}
        }
    }
}

impl Walk<'_> {
    fn begin(&mut self) {
        self.begun += 1;
        if let Some(last) = self.paras.last_mut().filter(|last| last.unended && last.note == self.note)
            && self.open.is_empty()
        {
            last.unended = false;
            let torn = self.paras.pop().unwrap_or_default();
            self.open.push((self.begun, torn));
            return;
        }
        self.place();
        let (note, cell) = (self.note.clone(), self.cell);
        self.open.push((self.begun, Para { note, cell, page: Some(self.page), ..Para::default() }));
    }

    /// Gives a cell its place, if it has none yet.
    fn place(&mut self) {
        if let (Some(columns), Some(grid)) = (self.fresh.take(), self.grids.last_mut()) {
            self.cell = Some(grid.cell(1, columns, grid.is_first()));
        }
    }

    /// Writes down what was raised, now that all of it is there.
    fn settle(&mut self) {
        let (raised, at) = std::mem::take(&mut self.raised);
        let Some((_, para)) = self.open.last_mut().filter(|_| !raised.trim().is_empty()) else { return };
        let last = para.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Words(words, _) => Some(words.as_str()),
            _ => None,
        });
        match Raised::of(&raised, last.unwrap_or_default()) {
            Raised::Call => para.pieces.push(Piece::Mark(raised.trim().to_owned())),
            Raised::Power => para.pieces.push(Piece::Words(format!("^{}", raised.trim()), at)),
            Raised::Letters => para.pieces.push(Piece::Words(raised, at)),
        }
    }

    fn finish(&mut self) {
        self.settle();
        let Some((_, mut para)) = self.open.pop() else { return };
        if let Some(level) = para.level.take()
            && let Some((_, item)) = &mut para.item
        {
            *item = level;
        }
        // Of empty ones there may be millions.
        let says_nothing = para.pieces.is_empty() && para.look.is_none() && para.item.is_none();
        if !says_nothing || para.unended || para.note.is_some() {
            self.paras.push(para);
        }
    }

    fn done(mut self, broken: Option<String>) -> Read {
        while !self.open.is_empty() {
            self.finish();
        }
        if !self.paged {
            self.paras.iter_mut().for_each(|para| para.page = None);
        }
        Read { paras: self.paras, broken }
    }

    fn properties(&mut self, begun: bool) {
        if let Some((_, para)) = self.open.last_mut() {
            para.properties = begun;
        }
    }

    fn turn_page(&mut self) {
        self.page += 1;
        self.paged = true;
        if let Some((_, para)) = self.open.last_mut()
            && para.pieces.is_empty()
        {
            para.page = Some(self.page);
        }
    }

    fn text(&mut self, text: &str) {
        match self.letters {
            Letters::Nowhere => {}
            Letters::Words => self.words(text),
            Letters::Code => {
                if let Some(field) = self.fields.last_mut().filter(|field| !field.shown) {
                    field.code.push_str(text);
                }
            }
        }
    }

    fn words(&mut self, words: &str) {
        if self.skipped > 0 || self.hidden || self.fields.iter().any(|field| !field.shown) {
            return;
        }
        if self.is_raised {
            let (raised, at) = &mut self.raised;
            let start = if raised.is_empty() { self.at.start } else { at.start };
            raised.push_str(words);
            *at = start..self.at.end;
            return;
        }
        self.settle();
        let italic = self.italic;
        let Some((_, para)) = self.open.last_mut() else { return };
        match para.pieces.last() {
            // The italics of the run before go on.
            Some(Piece::EndItalics) if italic => {
                para.pieces.pop();
            }
            _ if italic => para.pieces.push(Piece::Italics),
            _ => {}
        }
        para.pieces.push(Piece::Words(words.to_owned(), self.at.clone()));
        if italic {
            para.pieces.push(Piece::EndItalics);
        }
    }

    fn fault(&mut self, what: String) {
        self.faults += 1;
        if self.faults <= FAULTS {
            self.push(Piece::Fault(what));
        }
    }

    fn push(&mut self, piece: Piece) {
        self.settle();
        if self.skipped == 0
            && let Some((_, para)) = self.open.last_mut()
        {
            para.pieces.push(piece);
        }
    }

    fn call(&mut self, role: Role, tag: &BytesStart) {
        if let Some(id) = attribute(tag, "id") {
            self.push(Piece::Call(role, id, self.at.clone()));
        }
    }

    fn hyperlink(&mut self, tag: &BytesStart) {
        let link = attribute(tag, "id").and_then(|id| self.links.get(&id).cloned());
        let opened = link.map(|link| self.open(vec![Marked::Link(link)])).and_then(|opened| opened);
        self.linked.push(opened.map(|(para, _)| para));
    }

    /// Opens marks in the paragraph that is being read; gives its number and theirs.
    fn open(&mut self, marks: Vec<Marked>) -> Option<(usize, usize)> {
        let (number, para) = self.open.last_mut()?;
        let count = marks.len();
        para.pieces.extend(marks.into_iter().map(Piece::Open));
        Some((*number, count))
    }

    /// Closes marks, if the paragraph that they were opened in is still being read.
    fn close(&mut self, opened_in: Option<usize>, count: usize) {
        if let Some((number, para)) = self.open.last_mut()
            && Some(*number) == opened_in
        {
            para.pieces.extend((0..count).map(|_| Piece::Close));
        }
    }

    fn field(&mut self, step: &str) {
        match step {
            "begin" => self.fields.push(Field { code: String::new(), shown: false, marked: None }),
            "separate" => {
                let Some(field) = self.fields.last_mut() else { return };
                field.shown = true;
                match fields::marks(&field.code, self.works) {
                    Ok(marks) => {
                        let marked = self.open(marks);
                        if let Some(field) = self.fields.last_mut() {
                            field.marked = marked;
                        }
                    }
                    Err(what) => self.fault(what),
                }
            }
            "end" => {
                if let Some((number, count)) = self.fields.pop().and_then(|field| field.marked) {
                    self.close(Some(number), count);
                }
            }
            _ => {}
        }
    }
}

/// The id of a note, but for the lines that part notes from the text.
fn note_id(tag: &BytesStart) -> Option<String> {
    attribute(tag, "id").filter(|_| attribute(tag, "type").is_none_or(|kind| kind == "normal"))
}
