//! Draws up the text of a DOCX, one line a paragraph, and its blocks with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::numbers::Numbers;
use super::paragraphs::{Para, Piece, Role};
use super::styles::Look;
use crate::document::{Block, Document, Fault, Format, Kind, Marked, Scribe, Stated, assemble};

/// So many pieces of a remark are looked at to tell whether it names a source.
const FIRST: usize = 8;

/// A manuscript that is being drawn up.
pub(super) struct Drawing {
    manuscript: Document,
    /// Notes and remarks that were not called yet.
    notes: BTreeMap<(Role, String), Vec<Para>>,
    called: BTreeMap<Role, u32>,
    /// Where the letters of the text come from.
    origins: Vec<Origin>,
    /// Where the note is called that is drawn, in the main part.
    caller: Option<Range<usize>>,
}

/// Letters of the text, and what of the main part they are: of a note, what calls it.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    pub(super) drawn: Range<usize>,
    pub(super) main: Range<usize>,
}

/// A note or a remark that a paragraph calls, and where it does.
struct Call {
    role: Role,
    id: String,
    label: String,
    at: Range<usize>,
}

/// A heading has so many bytes at most.
const LONGEST_HEADING: usize = 240;

impl Drawing {
    pub(super) fn new(notes: BTreeMap<(Role, String), Vec<Para>>) -> Self {
        let manuscript = Document::new(Format::Docx, String::new());
        Self { manuscript, notes, called: BTreeMap::new(), origins: Vec::new(), caller: None }
    }

    /// Draws a paragraph of the body, and what it calls.
    pub(super) fn body(&mut self, para: Para, numbers: &mut Numbers) {
        let number = para.item.as_ref().and_then(|(list, level)| numbers.next(list, level));
        // Text that is set as a heading says what the paper says.
        let look = para.look.filter(|look| !matches!(look, Look::Heading(_)) || para.letters() <= LONGEST_HEADING);
        let kind = match look {
            Some(Look::Title) => Kind::Heading(1),
            Some(Look::Heading(level)) => Kind::Heading(level),
            _ if para.item.is_some() => Kind::Item,
            _ if para.cell.is_some() => Kind::Cell,
            Some(Look::Quote) => Kind::Quote,
            Some(Look::Entry) => Kind::Entry,
            _ => Kind::Paragraph,
        };
        let calls = self.paragraph(para, kind, number);
        if let Some(look) = look {
            self.state(look);
        }
        for call in calls {
            self.caller = Some(call.at.clone());
            self.note(call);
            self.caller = None;
        }
    }

    /// Where the letters that were drawn come from, in their order.
    pub(super) fn origins(self) -> Vec<Origin> {
        self.origins
    }

    /// Draws what nobody called, and gives the whole. `broken` says why the text ends early.
    pub(super) fn done(mut self, broken: Option<String>) -> Document {
        if let Some(what) = broken {
            let end = self.manuscript.text.len();
            self.manuscript.faults.push(Fault::losing(end..end, what));
        }
        while let Some((role, id)) = self.notes.keys().next().cloned() {
            let label = self.label(role);
            self.note(Call { role, id, label, at: 0..0 });
        }
        let titled = self.manuscript.preface.title.is_some();
        let (title, rest) = match self.manuscript.blocks.iter().position(|block| block.kind == Kind::Heading(1)) {
            Some(first) if titled => self.manuscript.blocks.split_at_mut(first + 1),
            _ => (Default::default(), self.manuscript.blocks.as_mut_slice()),
        };
        assemble::under_title(rest, !title.is_empty());
        self.manuscript
    }

    /// Draws a line. Gives what it calls.
    fn paragraph(&mut self, para: Para, kind: Kind, number: Option<String>) -> Vec<Call> {
        let start = self.manuscript.text.len();
        let mut scribe = Scribe::new(kind);
        if let Some(page) = para.page {
            scribe.page(page);
        }
        if let Some(number) = number {
            scribe.point(Marked::Label(number));
        }
        if let Some(cell) = para.cell {
            scribe.point(Marked::Cell(cell));
        }
        let mut calls = Vec::new();
        for piece in para.pieces {
            match piece {
                Piece::Words(words, at) => self.words(&words, at, &mut scribe),
                Piece::Open(marked) => scribe.open(marked),
                Piece::Italics => scribe.open(Marked::Emphasis),
                Piece::Close | Piece::EndItalics => scribe.close(),
                Piece::Call(role, id, at) => {
                    let label = self.label(role);
                    if role != Role::Comment || self.names_source(&id) {
                        scribe.point(Marked::Call(label.clone()));
                    }
                    calls.push(Call { role, id, label, at });
                }
                Piece::Mark(label) => scribe.point(Marked::Call(label)),
                Piece::Fault(what) => {
                    let at = self.manuscript.text.len();
                    self.manuscript.faults.push(Fault::new(at..at, what));
                }
            }
        }
        if let Some(block) = scribe.done() {
            self.manuscript.blocks.push(block);
            self.manuscript.text.push('\n');
        } else {
            // What faults and calls say of an empty line, is said of the line that takes its place.
            self.manuscript.text.truncate(start);
            self.origins.truncate(self.origins.partition_point(|origin| origin.drawn.start < start));
        }
        let end = self.manuscript.text.len();
        for fault in self.manuscript.faults.iter_mut().filter(|fault| fault.at.end > end) {
            fault.at = end..end;
        }
        calls
    }

    /// Words as they stand, on one line.
    fn words(&mut self, words: &str, from: Range<usize>, scribe: &mut Scribe) {
        let at = self.manuscript.text.len();
        let line = words.chars().map(|letter| if letter.is_control() || letter == '\u{2028}' { ' ' } else { letter });
        self.manuscript.text.extend(line);
        scribe.plain(&self.manuscript.text[at..], at);
        let drawn = at..self.manuscript.text.len();
        self.origins.push(Origin { drawn, main: self.caller.clone().unwrap_or(from) });
    }

    /// Footnotes and endnotes are counted on their own: "1", "endnote 1".
    fn label(&mut self, role: Role) -> String {
        let number = self.called.entry(role).or_insert(0);
        *number += 1;
        match role {
            Role::Footnote => number.to_string(),
            Role::Endnote => format!("endnote {number}"),
            Role::Comment => format!("remark {number}"),
        }
    }

    fn note(&mut self, call: Call) {
        let mut calls = vec![call];
        // A note may call a remark; each is taken out of the map once.
        while let Some(Call { role, id, label, .. }) = calls.pop() {
            let is_remark = role == Role::Comment && !self.names_source(&id);
            for para in self.notes.remove(&(role, id)).unwrap_or_default() {
                let kind = if is_remark { Kind::Comment } else { Kind::Note(label.clone()) };
                calls.extend(self.paragraph(para, kind, None));
            }
        }
    }

    /// Whether a remark names the source of what it is made on: "Source: Gazette, 20 June 2018".
    fn names_source(&self, id: &str) -> bool {
        let Some(paras) = self.notes.get(&(Role::Comment, id.to_owned())) else { return false };
        let words = paras.first().into_iter().flat_map(|para| &para.pieces).filter_map(|piece| match piece {
            Piece::Words(words, _) => Some(words.as_str()),
            _ => None,
        });
        let words: String = words.take(FIRST).collect();
        crate::language::names_source(words.trim_start()).is_some()
    }

    /// What the paragraph drawn last says of the paper itself.
    fn state(&mut self, look: Look) {
        let Some(block) = self.manuscript.blocks.last() else { return };
        let stated = || Stated { words: block.words.clone(), at: Block::whole(block) };
        let preface = &mut self.manuscript.preface;
        match look {
            Look::Title if preface.title.is_none() => preface.title = Some(stated()),
            Look::Author => preface.authors.push(stated()),
            Look::Date if preface.date.is_none() => preface.date = Some(stated()),
            _ => {}
        }
    }
}
