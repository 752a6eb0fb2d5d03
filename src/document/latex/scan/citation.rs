//! Citations by key, printed with their keys.

use std::ops::Range;

use super::Scanner;
use crate::document::Marked;
use crate::document::latex::cite::{self, Dress};

impl Scanner<'_> {
    /// `\citep[see][p.~3]{a,b}` is "(see a; b, p. 3)" with the keys marked.
    pub(super) fn cite(&mut self, name: &str, dress: Dress, start: usize) {
        let several = cite::takes_several(name);
        let behind = self.at;
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
        if !parts.iter().all(|(_, keys, _)| cite::are_keys(&self.text[keys.clone()])) {
            self.at = behind;
            self.passed_over();
            return;
        }
        // A preamble defines commands that cite, and cites nothing.
        if parts.is_empty() && self.preamble {
            return;
        }
        if parts.is_empty() {
            self.fault(start..self.at, format!("no key follows `\\{name}`"));
            return;
        }
        if dress == Dress::Silent {
            let keys = parts.into_iter().flat_map(|(_, keys, _)| cite::keys(&self.text[keys]));
            self.scanned.preface.nocite.extend(keys.map(|(_, key)| key.to_owned()));
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
    pub(super) fn part(
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
        for (number, (at, key)) in cite::keys(&self.text[keys.clone()]).into_iter().enumerate() {
            if number > 0 {
                self.scribe.resolved(";", word.clone());
                self.scribe.resolved(" ", word.clone());
            }
            self.scribe.open(Marked::Key(key.to_owned()));
            self.scribe.plain(key, keys.start + at);
            self.scribe.close();
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
