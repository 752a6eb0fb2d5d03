//! The scanner: from one command, brace or stretch of words to the next, never back. Nothing is read by recursion but
//! the arguments in brackets of a citation, so depth costs no stack, and every search remembers what it found, so that
//! unclosed things cost no second look.

mod arguments;
mod citation;
mod command;
mod environment;
mod table;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

pub(super) use arguments::fellows;

use super::letters;
use crate::document::table::Grid;
use crate::document::{Block, Fault, Kind, Preface, Scribe};

/// Headings that an environment prints: as high as the highest of the text.
pub(super) const TOP: u8 = 200;

/// How many faults are told; a file with more is no LaTeX.
const MAX_FAULTS: usize = 200;

/// The longest argument in square brackets, in bytes.
const LONGEST_OPTION: usize = 2000;

/// How many environments are looked through for what a block lies in.
const DEEPEST: usize = 64;

/// What the end of a group ends.
#[derive(Debug)]
enum Then {
    Nothing,
    Mark,
    Quotation,
    Note,
    Block,
    Title,
    Author,
    Date,
}

#[derive(Debug)]
struct Environment<'a> {
    name: &'a str,
    at: usize,
    items: u32,
}

/// What was scanned.
pub(super) struct Scanned {
    pub(super) blocks: Vec<Block>,
    pub(super) preface: Preface,
    pub(super) faults: Vec<Fault>,
}

pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    scribe: Scribe,
    groups: Vec<(usize, Then)>,
    /// For each brace that opens, where its fellow stands.
    fellows: BTreeMap<usize, usize>,
    /// Where a closing sign was found last, by what it is.
    closers: BTreeMap<String, Option<usize>>,
    environments: Vec<Environment<'a>>,
    open: BTreeMap<&'a str, u32>,
    /// What was being written when a note or a title began, with the note that it was part of.
    saved: Vec<(Scribe, Option<String>)>,
    note: Option<String>,
    notes: u32,
    /// The tables that are open, each with how many rows and columns its next cell takes up.
    tables: Vec<(Grid, [u32; 2])>,
    preamble: bool,
    scanned: Scanned,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let scanned = Scanned { blocks: Vec::new(), preface: Preface::default(), faults: Vec::new() };
        Self {
            text,
            at: 0,
            end: text.len(),
            scribe: Scribe::new(Kind::Paragraph),
            groups: Vec::new(),
            fellows: fellows(text),
            closers: BTreeMap::new(),
            environments: Vec::new(),
            open: BTreeMap::new(),
            saved: Vec::new(),
            note: None,
            notes: 0,
            tables: Vec::new(),
            preamble: text.contains("\\begin{document}"),
            scanned,
        }
    }

    pub(super) fn run(&mut self) {
        while self.at < self.end {
            self.step();
        }
    }

    pub(super) fn done(mut self) -> Scanned {
        if let Some((at, _)) = self.groups.first() {
            let at = *at;
            self.fault(at..at + 1, "this brace is never closed".to_owned());
        }
        if let Some(environment) = self.environments.iter().find(|environment| environment.name != "document") {
            let (name, at) = (environment.name, environment.at);
            self.fault(at..at + "\\begin".len(), format!("`\\begin{{{name}}}` is never ended"));
        }
        self.unwind();
        self.flush();
        self.scanned
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    fn fault(&mut self, at: Range<usize>, what: String) {
        if self.scanned.faults.len() < MAX_FAULTS {
            self.scanned.faults.push(Fault::new(at, what));
        }
    }

    fn step(&mut self) {
        let (here, rest) = (self.at, self.rest());
        let first = rest.as_bytes()[0];
        match first {
            b'\\' => self.command(),
            b'%' => self.comment(),
            b'{' => {
                self.at += 1;
                self.groups.push((here, Then::Nothing));
            }
            b'}' => {
                self.at += 1;
                match self.groups.pop() {
                    Some((_, then)) => self.close(&then),
                    None => self.fault(here..here + 1, "no brace is open that this one could close".to_owned()),
                }
            }
            b'$' => self.dollar(),
            b'&' if self.in_table() => {
                self.at += 1;
                self.end_cell();
            }
            b'\n' => self.line_end(),
            b'-' | b'`' | b'\'' | b'~' | b'!' | b'?' => {
                if let Some((printed, length)) = letters::ligature(rest) {
                    self.at += length;
                    self.scribe.resolved(printed, here..self.at);
                } else {
                    self.at += 1;
                    self.scribe.plain(&rest[..1], here);
                }
            }
            _ => {
                let special = |letter: char| "\\%{}$\n-`'~!?&".contains(letter);
                let next = rest.char_indices().skip(1).find(|(_, letter)| special(*letter));
                let length = next.map_or(rest.len(), |(at, _)| at);
                self.at += length;
                self.scribe.plain(&rest[..length], here);
            }
        }
    }
}
