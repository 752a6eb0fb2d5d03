//! Commands: those of one sign, and those with a name.

use super::{Scanner, Then};
use crate::document::latex::{STAND_IN, cite, commands, letters};
use crate::document::{Kind, Marked, Scribe};

impl<'a> Scanner<'a> {
    pub(super) fn command(&mut self) {
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
    pub(super) fn sign(&mut self, sign: char, written: &str, start: usize) {
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
                if self.in_table() { self.end_row() } else { self.scribe.resolved(" ", start..self.at) }
            }
            '(' => self.signed_formula(start, "\\)"),
            '[' => self.signed_formula(start, "\\]"),
            ' ' | ',' | ';' | ':' | '\n' | '\t' => self.scribe.resolved(" ", start..self.at),
            _ => {}
        }
    }

    pub(super) fn signed_formula(&mut self, start: usize, closer: &str) {
        self.at = start;
        self.formula(closer.len(), closer);
    }

    /// Whether a letter follows that an accent could stand on: `\c c`, `\v{s}`; else `\c` is some other command.
    pub(super) fn takes_letter(&self) -> bool {
        let rest = self.rest();
        let next = rest.trim_start_matches(' ');
        next.starts_with('{')
            || (next.len() < rest.len() && next.starts_with(char::is_alphabetic))
            || next.starts_with('\\')
    }

    pub(super) fn accent(&mut self, mark: char, start: usize) {
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
    pub(super) fn word(&mut self, name: &'a str, start: usize) {
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
            "multicolumn" | "multirow" => self.spanning(name),
            "textsuperscript" => self.raised(start),
            "sout" | "st" | "xout" => {
                self.argument();
            }
            "caption" | "subcaption" => {
                self.options();
                self.flush();
                self.scribe.point(Marked::Caption);
                self.group(Then::Block);
            }
            "bibliography" | "addbibresource" | "addglobalbib" => self.bibliography(),
            "href" => self.href(),
            "url" | "nolinkurl" | "path" => self.url(),
            "verb" => self.verb(),
            "lstinline" => {
                self.option();
                if !self.rest().starts_with('{') {
                    self.verb();
                }
            }
            "enquote" | "mkbibquote" => {
                self.scribe.resolved("“", start..self.at);
                self.group(Then::Quotation);
            }
            _ => self.other(name, start),
        }
    }

    pub(super) fn other(&mut self, name: &'a str, start: usize) {
        if let Some(level) = commands::heading(name) {
            self.heading(level);
        } else if name == "citeproc" {
            self.citeproc();
        } else if let Some(dress) = cite::dress(name) {
            self.cite(name, dress, start);
        } else if name == "vadjust" {
            self.skip_white();
            self.at += if self.rest().starts_with("pre") { "pre".len() } else { 0 };
            self.argument();
        } else if commands::ITALIC.contains(&name) {
            if self.group(Then::Mark) {
                self.scribe.open(Marked::Emphasis);
            }
        } else if commands::COUNTED.contains(&name) {
            let keys = self
                .argument()
                .filter(|_| !matches!(name, "ensuremath" | "pageref"))
                .map_or("", |keys| &self.text[keys]);
            self.scribe.open(Marked::Dangling(keys.trim().to_owned()));
            self.scribe.resolved(STAND_IN, start..self.at);
            self.scribe.close();
        } else if commands::MEASURED.contains(&name) {
            let length = commands::measure(self.rest());
            self.at += length;
            if length == 0 && self.rest().starts_with('{') {
                self.argument();
            }
        } else if let Some(arguments) = commands::silent(name) {
            self.options();
            for _ in 0..arguments {
                self.argument();
                self.options();
            }
        } else {
            self.passed_over();
        }
    }

    /// A command that is not known: its arguments are read as words.
    pub(super) fn passed_over(&mut self) {
        self.options();
        if self.rest().starts_with("{}") {
            self.at += 2;
        } else if !self.rest().starts_with('{') {
            self.skip_white();
        }
    }

    /// Pandoc's `\citeproc{ref-osei2019}{Osei, 2019}` cites by the key what it prints.
    fn citeproc(&mut self) {
        let Some(key) = self.argument() else { return };
        let key = self.text[key].trim().to_owned();
        if self.group(Then::Mark) {
            self.scribe.open(Marked::Key(key));
        }
    }

    pub(super) fn heading(&mut self, level: u8) {
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

    pub(super) fn stating(&mut self, name: &str) {
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

    pub(super) fn next_author(&mut self) {
        if matches!(self.groups.last(), Some((_, Then::Author))) {
            self.state(&Then::Author);
        }
    }

    pub(super) fn footnote(&mut self, name: &str) {
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

    pub(super) fn begin_note(&mut self, label: String) {
        let before = std::mem::replace(&mut self.scribe, Scribe::new(Kind::Note(label.clone())));
        self.saved.push((before, self.note.replace(label)));
    }

    pub(super) fn bibliography(&mut self) {
        self.options();
        let Some(inside) = self.argument() else { return };
        let start = inside.start;
        self.scanned.preface.bibliographies.extend(cite::lists(&self.text[inside], start));
    }

    pub(super) fn href(&mut self) {
        self.options();
        let Some(inside) = self.argument() else { return };
        let address = self.text[inside].trim().replace('\\', "");
        if self.group(Then::Mark) {
            self.scribe.open(Marked::Link(address));
        }
    }

    pub(super) fn url(&mut self) {
        let Some(inside) = self.argument() else { return };
        let address = &self.text[inside.clone()];
        self.scribe.open(Marked::Link(address.trim().to_owned()));
        self.scribe.plain(address, inside.start);
        self.scribe.close();
    }

    pub(super) fn verb(&mut self) {
        let rest = self.rest();
        let Some(delimiter) = rest.chars().next() else { return };
        let inner = &rest[delimiter.len_utf8()..];
        let line = inner.find('\n').unwrap_or(inner.len());
        let Some(length) = inner[..line].find(delimiter) else { return };
        self.scribe.plain(&inner[..length], self.at + delimiter.len_utf8());
        self.at += length + 2 * delimiter.len_utf8();
    }
}
