//! The scanner: from one command, brace or stretch of words to the next, never back. Nothing is read by recursion but
//! the arguments in brackets of a citation, so depth costs no stack, and every search remembers what it found, so that
//! unclosed things cost no second look.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cite::{self, Dress};
use super::commands;
use super::{STAND_IN, letters};
use crate::manuscript::{Block, Fault, Kind, Marked, Preface, Scribe, Stated};

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
    macros: BTreeMap<&'a str, String>,
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
            macros: BTreeMap::new(),
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
            self.scanned.faults.push(Fault { at, what });
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
                self.flush();
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

/// Words, groups, lines.
impl Scanner<'_> {
    /// A comment, with the end of its line and the white space that the next one starts with.
    fn comment(&mut self) {
        let rest = self.rest();
        let Some(line) = rest.find('\n') else {
            self.at = self.end;
            return;
        };
        let next = &rest[line + 1..];
        self.at += line + 1 + next.len() - next.trim_start_matches([' ', '\t']).len();
        if self.rest().starts_with('\n') {
            self.flush();
        }
    }

    /// One line's end is white space, two end a paragraph.
    fn line_end(&mut self) {
        let (here, rest) = (self.at, self.rest());
        let white = rest.len() - rest.trim_start().len();
        self.at += white;
        self.scribe.plain(&rest[..white], here);
        if rest[..white].matches('\n').count() > 1 {
            self.flush();
        }
    }

    fn dollar(&mut self) {
        let closer = if self.rest().starts_with("$$") { "$$" } else { "$" };
        self.formula(closer.len(), closer);
    }

    /// A formula, from its opening sign to the closing one; a mere number is read.
    fn formula(&mut self, sign: usize, closer: &str) {
        let start = self.at;
        self.at += sign;
        let close = self.find(closer).filter(|close| {
            let blank = self.find("\n\n");
            *close < self.end && blank.is_none_or(|blank| *close < blank)
        });
        let Some(close) = close else {
            self.fault(start..start + sign, "this formula is never closed".to_owned());
            return;
        };
        let inner = &self.text[self.at..close];
        let inside = self.at;
        self.at = close + closer.len();
        let number = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
        if number {
            self.scribe.plain(inner, inside);
        } else {
            self.scribe.resolved(STAND_IN, start..self.at);
        }
    }

    /// The next place of a closing sign; what was found is kept until it is passed.
    fn find(&mut self, closer: &str) -> Option<usize> {
        match self.closers.get(closer) {
            Some(None) => return None,
            Some(Some(found)) if *found >= self.at => return Some(*found),
            _ => {}
        }
        let found = self.text[self.at..].find(closer).map(|at| self.at + at);
        self.closers.insert(closer.to_owned(), found);
        found
    }

    fn close(&mut self, then: &Then) {
        match then {
            Then::Nothing => {}
            Then::Mark => self.scribe.close(),
            Then::Quotation => self.scribe.resolved("”", self.at - 1..self.at),
            Then::Block => self.flush(),
            Then::Note => {
                self.flush();
                self.restore();
            }
            Then::Title | Then::Author | Then::Date => {
                self.state(then);
                self.restore();
            }
        }
    }

    /// Ends all that is open.
    fn unwind(&mut self) {
        self.at = self.at.max(1).min(self.text.len());
        while let Some((_, then)) = self.groups.pop() {
            if !matches!(then, Then::Quotation) {
                self.close(&then);
            }
        }
    }

    fn restore(&mut self) {
        if let Some((scribe, note)) = self.saved.pop() {
            (self.scribe, self.note) = (scribe, note);
        }
    }

    /// Ends the block that is being written and begins the next.
    fn flush(&mut self) {
        let next = Scribe::new(self.kind());
        let block = std::mem::replace(&mut self.scribe, next).done();
        if !self.preamble {
            self.scanned.blocks.extend(block);
        }
    }

    /// Keeps what a `\title`, `\author` or `\date` said.
    fn state(&mut self, then: &Then) {
        let next = Scribe::new(Kind::Paragraph);
        let Some(block) = std::mem::replace(&mut self.scribe, next).done() else { return };
        let stated = Stated { words: block.words.clone(), at: block.whole() };
        let preface = &mut self.scanned.preface;
        match then {
            Then::Title => preface.title = Some(stated),
            Then::Author => preface.authors.push(stated),
            _ => preface.date = Some(stated),
        }
        self.scanned.blocks.push(block);
    }

    /// What a block that begins here is.
    fn kind(&self) -> Kind {
        if let Some(label) = &self.note {
            return Kind::Note(label.clone());
        }
        let kind = self.environments.iter().rev().take(DEEPEST).find_map(|environment| match environment.name {
            name if commands::TABLES.contains(&name) => Some(Kind::Cell),
            name if commands::LISTS.contains(&name) || name == "thebibliography" => Some(Kind::Item),
            name if commands::QUOTES.contains(&name) => Some(Kind::Quote),
            _ => None,
        });
        kind.unwrap_or(Kind::Paragraph)
    }

    fn in_table(&self) -> bool {
        self.note.is_none() && self.kind() == Kind::Cell
    }

    fn skip_white(&mut self) {
        let rest = self.rest();
        let white = rest.len() - rest.trim_start().len();
        if rest[..white].matches('\n').count() < 2 {
            self.at += white;
        }
    }

    /// An argument in braces: where its inside lies. It is passed over.
    fn argument(&mut self) -> Option<Range<usize>> {
        let before = self.at;
        self.skip_white();
        let close = self.fellows.get(&self.at).copied().filter(|close| *close < self.end);
        let Some(close) = close else {
            self.at = before;
            return None;
        };
        let inside = self.at + 1..close;
        self.at = close + 1;
        Some(inside)
    }

    /// An argument in square brackets right here.
    fn option(&mut self) -> Option<Range<usize>> {
        let rest = self.rest();
        let head = &rest[..rest.floor_char_boundary(LONGEST_OPTION)];
        if !head.starts_with('[') || !head.contains(']') {
            return None;
        }
        let mut depth = 0;
        for (at, byte) in head.bytes().enumerate().skip(1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b']' if depth <= 0 => {
                    let inside = self.at + 1..self.at + at;
                    self.at += at + 1;
                    return Some(inside);
                }
                _ => {}
            }
        }
        None
    }

    fn options(&mut self) {
        while self.option().is_some() {}
    }

    /// Begins a group here that ends as told, if a brace opens here.
    fn group(&mut self, then: Then) -> bool {
        self.skip_white();
        let opens = self.rest().starts_with('{');
        if opens {
            self.groups.push((self.at, then));
            self.at += 1;
        }
        opens
    }

    /// Scans an argument that lies elsewhere, and comes back.
    fn inner(&mut self, range: Range<usize>) {
        let back = (self.at, self.end);
        let groups = self.groups.len();
        (self.at, self.end) = (range.start, range.end);
        while self.at < self.end && self.groups.len() >= groups {
            self.step();
        }
        while self.groups.len() > groups {
            if let Some((_, then)) = self.groups.pop() {
                self.close(&then);
            }
        }
        (self.at, self.end) = back;
    }
}

/// For each brace that opens, where its fellow stands; braces that are letters or lie in comments aside.
fn fellows(text: &str) -> BTreeMap<usize, usize> {
    let (mut open, mut fellows) = (Vec::new(), BTreeMap::new());
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'%' => {
                bytes.find(|(_, byte)| *byte == b'\n');
            }
            b'{' => open.push(at),
            b'}' => {
                if let Some(opened) = open.pop() {
                    fellows.insert(opened, at);
                }
            }
            _ => {}
        }
    }
    fellows
}

/// Commands.
impl<'a> Scanner<'a> {
    fn command(&mut self) {
        let start = self.at;
        let rest = &self.rest()[1..];
        let length = rest.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '@').unwrap_or(rest.len());
        if length == 0 {
            let Some(sign) = rest.chars().next() else {
                self.at = self.end;
                return;
            };
            self.at += 1 + sign.len_utf8();
            self.sign(sign, &rest[..sign.len_utf8()], start);
            return;
        }
        let name = &rest[..length];
        self.at += 1 + length;
        if let Some(words) = self.macros.get(name).cloned() {
            self.scribe.resolved(&words, start..self.at);
            return;
        }
        if self.rest().starts_with('*') {
            self.at += 1;
        }
        if let Some(mark) = letters::accent(name).filter(|_| self.takes_letter()) {
            self.accent(mark, start);
        } else if let Some(printed) = letters::symbol(name) {
            let end = self.at;
            self.skip_white();
            self.scribe.resolved(printed, start..end);
        } else {
            self.word(name, start);
        }
    }

    /// A command of one sign: `\&`, `\'e`, `\\`.
    fn sign(&mut self, sign: char, written: &str, start: usize) {
        if let Some(mark) = letters::accent(written) {
            self.accent(mark, start);
            return;
        }
        match sign {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => self.scribe.resolved(written, start..self.at),
            '\\' => {
                if self.rest().starts_with('*') {
                    self.at += 1;
                }
                self.options();
                if self.in_table() { self.flush() } else { self.scribe.resolved(" ", start..self.at) }
            }
            '(' => self.signed_formula(start, "\\)"),
            '[' => self.signed_formula(start, "\\]"),
            ' ' | ',' | ';' | ':' | '\n' | '\t' => self.scribe.resolved(" ", start..self.at),
            _ => {}
        }
    }

    fn signed_formula(&mut self, start: usize, closer: &str) {
        self.at = start;
        self.formula(closer.len(), closer);
    }

    /// Whether a letter follows that an accent could stand on: `\c c`, `\v{s}`; else `\c` is some other command.
    fn takes_letter(&self) -> bool {
        let rest = self.rest();
        let next = rest.trim_start_matches(' ');
        next.starts_with('{')
            || (next.len() < rest.len() && next.starts_with(char::is_alphabetic))
            || next.starts_with('\\')
    }

    fn accent(&mut self, mark: char, start: usize) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(' ').len();
        let base = if let Some(inside) = self.argument() {
            &self.text[inside]
        } else {
            let rest = self.rest();
            let letter = rest.chars().next().map_or(0, char::len_utf8);
            let length = if rest.starts_with("\\i") || rest.starts_with("\\j") { 2 } else { letter };
            self.at += length;
            if length == 2 {
                self.skip_white();
            }
            &rest[..length]
        };
        let base = base.trim_start_matches('\\').trim();
        self.scribe.resolved(&letters::accented(base, mark), start..self.at);
    }

    /// A command with a name.
    fn word(&mut self, name: &'a str, start: usize) {
        match name {
            "begin" => self.begin(start),
            "end" => self.finish(start),
            "item" => self.item(),
            "bibitem" => self.entry(),
            "par" => self.flush(),
            "and" => self.next_author(),
            "title" | "author" | "date" => self.stating(name),
            "footnote" | "endnote" | "thanks" | "footnotetext" => self.footnote(name),
            "footnotemark" => {
                self.options();
                self.notes += 1;
                self.scribe.point(Marked::Call(self.notes.to_string()));
            }
            "caption" | "subcaption" => {
                self.options();
                self.flush();
                self.group(Then::Block);
            }
            "bibliography" | "addbibresource" | "addglobalbib" => self.bibliography(),
            "newcommand" | "renewcommand" | "providecommand" | "DeclareRobustCommand" | "def" | "gdef" | "edef" => {
                self.definition();
            }
            "href" => self.href(),
            "url" | "nolinkurl" | "path" => self.url(),
            "verb" => self.verb(),
            "enquote" | "mkbibquote" => {
                self.scribe.resolved("“", start..self.at);
                self.group(Then::Quotation);
            }
            _ => self.other(name, start),
        }
    }

    fn other(&mut self, name: &'a str, start: usize) {
        if let Some(level) = commands::heading(name) {
            self.heading(level);
        } else if let Some(dress) = cite::dress(name) {
            self.cite(name, dress, start);
        } else if commands::ITALIC.contains(&name) {
            if self.group(Then::Mark) {
                self.scribe.open(Marked::Emphasis);
            }
        } else if commands::COUNTED.contains(&name) {
            self.argument();
            self.scribe.resolved(STAND_IN, start..self.at);
        } else if commands::INPUTS.contains(&name) {
            let file = self.argument().map_or("", |inside| &self.text[inside]).trim();
            self.fault(start..self.at, format!("`{file}` is taken in here, and is not read with this file"));
        } else if let Some(arguments) = commands::silent(name) {
            self.options();
            for _ in 0..arguments {
                self.argument();
                self.options();
            }
        } else {
            self.options();
            if self.rest().starts_with("{}") {
                self.at += 2;
            } else if !self.rest().starts_with('{') {
                self.skip_white();
            }
        }
    }

    fn heading(&mut self, level: u8) {
        if let Some((at, _)) = self.groups.iter().find(|(_, then)| matches!(then, Then::Note)) {
            let at = *at;
            self.fault(at..at + 1, "this note is never closed".to_owned());
            self.unwind();
        }
        self.options();
        self.flush();
        if self.group(Then::Block) {
            self.scribe = Scribe::new(Kind::Heading(level));
        }
    }

    fn stating(&mut self, name: &str) {
        self.options();
        let (then, kind) = match name {
            "title" => (Then::Title, Kind::Heading(1)),
            "author" => (Then::Author, Kind::Paragraph),
            _ => (Then::Date, Kind::Paragraph),
        };
        if self.group(then) {
            let before = std::mem::replace(&mut self.scribe, Scribe::new(kind));
            self.saved.push((before, self.note.take()));
        }
    }

    fn next_author(&mut self) {
        if matches!(self.groups.last(), Some((_, Then::Author))) {
            self.state(&Then::Author);
        }
    }

    fn footnote(&mut self, name: &str) {
        let number = self.option().map(|inside| self.text[inside].trim().to_owned());
        let label = number.unwrap_or_else(|| {
            self.notes += u32::from(name != "footnotetext");
            self.notes.to_string()
        });
        let called = name != "footnotetext";
        if called {
            self.scribe.point(Marked::Call(label.clone()));
        }
        if self.group(Then::Note) {
            self.begin_note(label);
        }
    }

    fn begin_note(&mut self, label: String) {
        let before = std::mem::replace(&mut self.scribe, Scribe::new(Kind::Note(label.clone())));
        self.saved.push((before, self.note.replace(label)));
    }

    fn bibliography(&mut self) {
        self.options();
        let Some(inside) = self.argument() else { return };
        let mut at = inside.start;
        for name in self.text[inside].split(',') {
            let trimmed = name.trim();
            let start = at + name.len() - name.trim_start().len();
            at += name.len() + 1;
            if !trimmed.is_empty() {
                let words = if trimmed.contains('.') { trimmed.to_owned() } else { format!("{trimmed}.bib") };
                self.scanned.preface.bibliographies.push(Stated { words, at: start..start + trimmed.len() });
            }
        }
    }

    /// A macro that takes no argument and stands for words is kept.
    fn definition(&mut self) {
        let name = if let Some(inside) = self.argument() {
            &self.text[inside]
        } else {
            let rest = self.rest().trim_start();
            let body = rest.strip_prefix('\\').unwrap_or_default();
            let length = body.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '@').unwrap_or(body.len());
            self.skip_white();
            self.at += if rest.starts_with('\\') { 1 + length } else { 0 };
            &rest[..rest.len().min(1 + length)]
        };
        let mut takes = self.option().is_some();
        self.options();
        let rest = self.rest();
        if rest.starts_with('#') {
            takes = true;
            self.at += rest.find(['{', '\n']).unwrap_or(0);
        }
        let Some(body) = self.argument() else { return };
        let name = name.trim().trim_start_matches('\\');
        let words = self.text[body].replace("\\xspace", "");
        let plain = words.len() < 200 && !words.contains(['\\', '$', '#', '&', '%', '{', '}']);
        if !takes && plain && !name.is_empty() && !words.trim().is_empty() {
            self.macros.insert(name, words.trim().replace('~', " ").replace("--", "–"));
        }
    }

    fn href(&mut self) {
        self.options();
        let Some(inside) = self.argument() else { return };
        let address = self.text[inside].trim().replace('\\', "");
        if self.group(Then::Mark) {
            self.scribe.open(Marked::Link(address));
        }
    }

    fn url(&mut self) {
        let Some(inside) = self.argument() else { return };
        let address = &self.text[inside.clone()];
        self.scribe.open(Marked::Link(address.trim().to_owned()));
        self.scribe.plain(address, inside.start);
        self.scribe.close();
    }

    fn verb(&mut self) {
        let rest = self.rest();
        let Some(delimiter) = rest.chars().next() else { return };
        let inner = &rest[delimiter.len_utf8()..];
        let line = inner.find('\n').unwrap_or(inner.len());
        let Some(length) = inner[..line].find(delimiter) else { return };
        self.scribe.plain(&inner[..length], self.at + delimiter.len_utf8());
        self.at += length + 2 * delimiter.len_utf8();
    }
}

/// Environments.
impl Scanner<'_> {
    fn begin(&mut self, start: usize) {
        let Some(inside) = self.argument() else { return };
        let name = self.text[inside].trim();
        let bare = name.trim_end_matches('*');
        if commands::OPAQUE.contains(&bare) || commands::FORMULA.contains(&bare) {
            self.opaque(name, bare, start);
            return;
        }
        if name == "document" {
            self.scribe = Scribe::new(Kind::Paragraph);
            self.preamble = false;
        }
        self.flush();
        self.options();
        let arguments = commands::ARGUMENTS.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count);
        for _ in 0..arguments {
            self.argument();
        }
        let printed = match name {
            "abstract" => Some("Abstract"),
            "thebibliography" => Some("References"),
            _ => None,
        };
        if let Some(printed) = printed {
            self.scribe = Scribe::new(Kind::Heading(TOP));
            self.scribe.resolved(printed, start..self.at);
            self.flush();
        }
        *self.open.entry(name).or_insert(0) += 1;
        self.environments.push(Environment { name, at: start, items: 0 });
        self.scribe = Scribe::new(self.kind());
    }

    /// An environment that is no words, or one formula.
    fn opaque(&mut self, name: &str, bare: &str, start: usize) {
        let closer = format!("\\end{{{name}}}");
        let Some(close) = self.find(&closer) else {
            self.fault(start..self.at, format!("`\\begin{{{name}}}` is never ended"));
            return;
        };
        self.at = (close + closer.len()).min(self.end);
        if commands::FORMULA.contains(&bare) {
            self.scribe.resolved(STAND_IN, start..self.at);
        }
    }

    fn finish(&mut self, start: usize) {
        let Some(inside) = self.argument() else { return };
        let name = self.text[inside].trim();
        if self.open.get(name).is_none_or(|open| *open == 0) {
            self.fault(start..self.at, format!("no `\\begin{{{name}}}` stands before this `\\end`"));
            return;
        }
        self.flush();
        while let Some(environment) = self.environments.pop() {
            if let Some(open) = self.open.get_mut(environment.name) {
                *open -= 1;
            }
            if environment.name == name {
                break;
            }
            let what = format!("`\\begin{{{}}}` is never ended", environment.name);
            self.fault(environment.at..environment.at + "\\begin".len(), what);
        }
        self.scribe = Scribe::new(self.kind());
        if name == "document" {
            self.at = self.end;
        }
    }

    fn item(&mut self) {
        self.flush();
        self.skip_white();
        let label = self.option();
        if let Some(environment) = self.environments.last_mut().filter(|last| last.name == "enumerate") {
            environment.items += 1;
            if label.is_none() {
                self.scribe.point(Marked::Label(environment.items.to_string()));
            }
        }
        if let Some(label) = label {
            self.inner(label);
            self.scribe.resolved(" ", self.at..self.at);
        }
    }

    /// An entry of a bibliography that is written out.
    fn entry(&mut self) {
        self.flush();
        self.options();
        if let Some(inside) = self.argument() {
            self.scribe.point(Marked::Label(self.text[inside].trim().to_owned()));
        }
    }
}

/// Citations.
impl Scanner<'_> {
    /// `\citep[see][p.~3]{a,b}` is "(see a; b, p. 3)" with the keys marked.
    fn cite(&mut self, name: &str, dress: Dress, start: usize) {
        let several = name.ends_with("cites");
        let mut parts = Vec::new();
        loop {
            let before = self.at;
            self.skip_white();
            let (first, second) = (self.option(), self.option());
            let Some(keys) = self.argument() else {
                self.at = before;
                break;
            };
            let (see, locator) = if second.is_some() { (first, second) } else { (None, first) };
            parts.push((see, keys, locator));
            if !several {
                break;
            }
        }
        if parts.is_empty() {
            self.fault(start..self.at, format!("no key follows `\\{name}`"));
            return;
        }
        if dress == Dress::Silent {
            return;
        }
        let end = self.at;
        let word = start..start + 1 + name.len();
        if dress == Dress::Note {
            self.notes += 1;
            let label = self.notes.to_string();
            self.scribe.point(Marked::Call(label.clone()));
            self.begin_note(label);
        }
        if dress == Dress::Bracketed {
            self.scribe.resolved("(", word.clone());
        }
        for (number, (see, keys, locator)) in parts.into_iter().enumerate() {
            if number > 0 {
                self.scribe.resolved(";", word.clone());
                self.scribe.resolved(" ", word.clone());
            }
            self.part(see, keys, locator, dress, &word);
        }
        match dress {
            Dress::Bracketed => self.scribe.resolved(")", end - 1..end),
            Dress::Note => {
                self.flush();
                self.restore();
            }
            _ => {}
        }
    }

    /// The keys of one pair of braces, with what stands before and behind them.
    fn part(
        &mut self,
        see: Option<Range<usize>>,
        keys: Range<usize>,
        locator: Option<Range<usize>>,
        dress: Dress,
        word: &Range<usize>,
    ) {
        if let Some(see) = see.filter(|see| !see.is_empty()) {
            self.inner(see);
            self.scribe.resolved(" ", word.clone());
        }
        let mut at = keys.start;
        for (number, key) in self.text[keys].split(',').enumerate() {
            if number > 0 {
                self.scribe.resolved(";", at - 1..at);
                self.scribe.resolved(" ", at - 1..at);
            }
            self.scribe.open(Marked::Key(key.trim().to_owned()));
            self.scribe.plain(key.trim(), at + key.len() - key.trim_start().len());
            self.scribe.close();
            at += key.len() + 1;
        }
        let Some(locator) = locator.filter(|locator| !locator.is_empty()) else { return };
        let (before, behind) = if dress == Dress::Running { (" (", ")") } else { (", ", "") };
        self.scribe.resolved(before.trim_end(), word.clone());
        if dress != Dress::Running {
            self.scribe.resolved(" ", word.clone());
        }
        self.inner(locator);
        if !behind.is_empty() {
            self.scribe.resolved(behind, word.clone());
        }
    }
}
