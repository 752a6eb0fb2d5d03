//! Environments, and the items and entries in them.

use super::{Environment, Scanner, TOP};
use crate::document::formula;
use crate::document::latex::{STAND_IN, commands};
use crate::document::{Kind, Marked, Scribe};

impl Scanner<'_> {
    pub(super) fn begin(&mut self, start: usize) {
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
            "thebibliography" | "CSLReferences" => Some("References"),
            _ => None,
        };
        if let Some(printed) = printed {
            self.scribe = Scribe::new(Kind::Heading(TOP));
            self.scribe.resolved(printed, start..self.at);
            self.flush();
        }
        *self.open.entry(name).or_insert(0) += 1;
        self.environments.push(Environment { name, at: start, items: 0 });
        if commands::TABLES.contains(&name) {
            self.begin_table();
        }
        self.scribe = Scribe::new(self.kind());
    }

    /// An environment that is no words, or one formula.
    pub(super) fn opaque(&mut self, name: &str, bare: &str, start: usize) {
        let closer = format!("\\end{{{name}}}");
        let Some(close) = self.find(&closer) else {
            self.fault(start..self.at, format!("`\\begin{{{name}}}` is never ended"));
            return;
        };
        let told = formula::equations(&self.text[self.at.min(close)..close]);
        self.at = (close + closer.len()).min(self.end);
        if commands::FORMULA.contains(&bare) {
            self.scribe.resolved(told.as_deref().unwrap_or(STAND_IN), start..self.at);
        }
    }

    pub(super) fn finish(&mut self, start: usize) {
        let Some(inside) = self.argument() else { return };
        let name = self.text[inside].trim();
        if self.open.get(name).is_none_or(|open| *open == 0) {
            self.fault(start..self.at, format!("no `\\begin{{{name}}}` stands before this `\\end`"));
            return;
        }
        if commands::TABLES.contains(&name) {
            self.end_table();
        }
        self.flush();
        while let Some(environment) = self.environments.pop() {
            if let Some(open) = self.open.get_mut(environment.name) {
                *open -= 1;
            }
            if environment.name == name {
                break;
            }
            if commands::TABLES.contains(&environment.name) {
                self.tables.pop();
            }
            let what = format!("`\\begin{{{}}}` is never ended", environment.name);
            self.fault(environment.at..environment.at + "\\begin".len(), what);
        }
        self.scribe = Scribe::new(self.kind());
        if name == "document" {
            self.at = self.end;
        }
    }

    pub(super) fn item(&mut self) {
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
    pub(super) fn entry(&mut self) {
        self.flush();
        let printed = self.option();
        self.options();
        if let Some(inside) = self.argument() {
            let key = self.text[inside].trim();
            // `\bibitem[Lane, K. (2015)]{}` has no other key than what it prints.
            let printed = printed.map(|printed| self.text[printed].trim());
            for label in [Some(key), printed].into_iter().flatten().filter(|label| !label.is_empty()) {
                self.scribe.point(Marked::Label(label.to_owned()));
            }
        }
        // An empty line right behind the key ends no paragraph: the entry has not begun.
        self.at += self.rest().len() - self.rest().trim_start().len();
    }
}
