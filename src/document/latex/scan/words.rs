//! Words, formulas, lines, and what ends with a brace.

use super::{DEEPEST, Scanner, Then};
use crate::document::latex::{STAND_IN, commands};
use crate::document::{Kind, Scribe, Stated, formula};

impl Scanner<'_> {
    /// A comment, with the end of its line and the white space that the next one starts with.
    pub(super) fn comment(&mut self) {
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
    pub(super) fn line_end(&mut self) {
        let (here, rest) = (self.at, self.rest());
        let white = rest.len() - rest.trim_start().len();
        self.at += white;
        self.scribe.plain(&rest[..white], here);
        if rest[..white].matches('\n').count() > 1 {
            self.flush();
        }
    }

    pub(super) fn dollar(&mut self) {
        let closer = if self.rest().starts_with("$$") { "$$" } else { "$" };
        self.formula(closer.len(), closer);
    }

    /// A formula, from its opening sign to the closing one; a mere number is read, and a short statement on one.
    pub(super) fn formula(&mut self, sign: usize, closer: &str) {
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
        match formula::told(inner) {
            Some(same) if same == inner => self.scribe.plain(inner, inside),
            told => self.scribe.resolved(told.as_deref().unwrap_or(STAND_IN), start..self.at),
        }
    }

    /// The next place of a closing sign; what was found is kept until it is passed.
    pub(super) fn find(&mut self, closer: &str) -> Option<usize> {
        match self.closers.get(closer) {
            Some(None) => return None,
            Some(Some(found)) if *found >= self.at => return Some(*found),
            _ => {}
        }
        let found = self.text[self.at..].find(closer).map(|at| self.at + at);
        self.closers.insert(closer.to_owned(), found);
        found
    }

    pub(super) fn close(&mut self, then: &Then) {
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
    pub(super) fn unwind(&mut self) {
        self.at = self.at.max(1).min(self.text.len());
        while let Some((_, then)) = self.groups.pop() {
            if !matches!(then, Then::Quotation) {
                self.close(&then);
            }
        }
    }

    pub(super) fn restore(&mut self) {
        if let Some((scribe, note)) = self.saved.pop() {
            (self.scribe, self.note) = (scribe, note);
        }
    }

    /// Ends the block that is being written and begins the next.
    pub(super) fn flush(&mut self) {
        let next = Scribe::new(self.kind());
        let block = std::mem::replace(&mut self.scribe, next).done();
        if !self.preamble {
            self.scanned.blocks.extend(block);
        }
    }

    /// Keeps what a `\title`, `\author` or `\date` said.
    pub(super) fn state(&mut self, then: &Then) {
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
    pub(super) fn kind(&self) -> Kind {
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

    pub(super) fn in_table(&self) -> bool {
        self.note.is_none() && self.kind() == Kind::Cell
    }
}
