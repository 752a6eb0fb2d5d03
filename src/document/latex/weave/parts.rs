//! Files that are taken in: `\input` and its like, packages and classes of the project, the list that BibTeX has
//! written.

use std::ops::Range;

use super::{DEEPEST, Frame, MOST, Weaver};
use crate::document::Fault;
use crate::document::parts::{Patchwork, folder_of, joined};

/// Commands that take in a file, and whether it stands in paragraphs of its own.
const TAKE_IN: &[(&str, bool)] = &[
    ("input", false),
    ("InputIfFileExists", false),
    ("include", true),
    ("subfile", true),
    ("subfileinclude", true),
    ("import", true),
    ("subimport", true),
    ("inputfrom", true),
    ("subinputfrom", true),
    ("includefrom", true),
    ("subincludefrom", true),
];

/// Endings of pictures that are drawn by commands.
const PICTURES: &[&str] = &[".pgf", ".tikz", ".pdf_tex", ".pdf_t", ".eps_tex", ".pstex_t"];

pub(super) fn takes_in(name: &str) -> bool {
    TAKE_IN.iter().any(|(known, _)| *known == name)
}

impl Weaver<'_> {
    pub(super) fn take_in(&mut self, frame: &mut Frame<'_>, name: &str, after: usize) {
        let start = frame.at;
        frame.at = after + usize::from(frame.from.text[after..frame.end].starts_with('*'));
        let from = if name.contains("import") || name.ends_with("from") {
            frame.argument().map(|inside| self.filled(frame, inside))
        } else {
            None
        };
        let named = match frame.argument() {
            Some(inside) => self.filled(frame, inside),
            None if name == "input" => bare_path(frame),
            None => String::new(),
        };
        let named = named.trim().trim_matches('"').to_owned();
        if named.is_empty() || PICTURES.iter().any(|ending| named.ends_with(ending)) {
            return;
        }
        let current = folder_of(&self.shelf.files[self.open.last().copied().unwrap_or(0)].path).to_owned();
        let folders = match from {
            Some(from) if name.starts_with("sub") => vec![joined(&frame.folder, &from), joined(&current, &from)],
            Some(from) => vec![from],
            // TeX may be run above the folder of the main file: `manuscript/sections/methods` in `manuscript/main.tex`.
            None => vec![frame.folder.clone(), String::new(), current, "..".to_owned(), "../..".to_owned()],
        };
        let endings =
            if named.rsplit('/').next().is_some_and(|last| last.contains('.')) { ["", ".tex"] } else { [".tex", ""] };
        let candidates: Vec<(String, &String)> = folders
            .iter()
            .flat_map(|folder| endings.map(|ending| (joined(folder, &format!("{named}{ending}")), folder)))
            .collect();
        let own = TAKE_IN.iter().any(|(known, own)| *known == name && *own);
        let here = self.out.text.len();
        if !frame.is_silent {
            self.out.stand_in(if own { "\n\n" } else { " " }, frame.from, start..frame.at);
        }
        let found = candidates.iter().find_map(|(path, folder)| Some((self.shelf.file(path)?, (*folder).clone())));
        let Some((file, folder)) = found else {
            // What stands before the text and is not in the project's folders comes with TeX.
            let comes_with_tex = !self.in_body && !named.contains('/');
            if !frame.is_silent && !comes_with_tex && name != "InputIfFileExists" {
                let why = self.shelf.why(&candidates[0].0);
                let what = format!("`{named}` is taken in here, and {why}");
                self.unread.push(Fault::losing(here..self.out.text.len(), what));
            }
            return;
        };
        if self.open.contains(&file) || frame.depth >= DEEPEST || self.taken >= MOST {
            let what = format!("`{named}` is taken in here, and takes in itself");
            self.unread.push(Fault::losing(here..self.out.text.len(), what));
            return;
        }
        self.part(frame, file, folder);
        if !frame.is_silent && !self.out.text.ends_with('\n') {
            // A comment may end the part.
            self.out.stand_in("\n", frame.from, start..frame.at);
        }
    }

    /// Passes through a file that is taken in; of a document of its own, what stands between its ends.
    fn part(&mut self, frame: &Frame<'_>, file: usize, folder: String) {
        let text = self.shelf.files[file].text.clone();
        let body = text.find("\\begin{document}").map_or(0, |at| at + "\\begin{document}".len());
        let end = text[body..].find("\\end{document}").map_or(text.len(), |at| body + at);
        if body > 0 {
            self.aside(frame, file, 0..body);
        }
        let from = Patchwork::file(file, &text, body..end);
        let mut within = Frame::new(&from, folder, frame.depth + 1);
        within.is_silent = frame.is_silent;
        self.through(&mut within, file);
    }

    /// Passes through a part of a file of which nothing is printed.
    fn aside(&mut self, frame: &Frame<'_>, file: usize, part: Range<usize>) {
        let text = self.shelf.files[file].text.clone();
        let from = Patchwork::file(file, &text, part);
        let mut within = Frame::new(&from, frame.folder.clone(), frame.depth + 1);
        within.is_silent = true;
        self.through(&mut within, file);
    }

    fn through(&mut self, within: &mut Frame<'_>, file: usize) {
        self.open.push(file);
        self.taken += 1;
        self.run(within);
        self.open.pop();
    }

    /// A package or a class, if the project has it; of a subfile, the document that it belongs to.
    pub(super) fn package(&mut self, frame: &mut Frame<'_>, name: &str, after: usize) {
        let start = frame.at;
        frame.at = after;
        let option = frame.option().map(|inside| frame.from.text[inside].trim().to_owned());
        let names = frame.argument().map_or("", |inside| &frame.from.text[inside]);
        let end = frame.at;
        frame.at = start;
        self.keep(frame, end);
        let ending = if name.ends_with("lass") { ".cls" } else { ".sty" };
        for package in names.split(',').map(str::trim) {
            let whole = option.as_ref().filter(|_| package == "subfiles" && ending == ".cls");
            let path = match whole {
                Some(main) => format!("{}.tex", main.trim_end_matches(".tex")),
                None => format!("{package}{ending}"),
            };
            let Some(file) = self.shelf.file(&joined(&frame.folder, &path)) else { continue };
            if !self.open.contains(&file) && frame.depth < DEEPEST && self.taken < MOST {
                let text = &self.shelf.files[file].text;
                let preamble = text.find("\\begin{document}").unwrap_or(text.len());
                self.aside(frame, file, 0..preamble);
            }
        }
    }

    /// A list of works is named, whoever names it. If it is not there, the one that BibTeX has written is taken in.
    pub(super) fn list(&mut self, frame: &mut Frame<'_>, name: &str, after: usize) {
        let start = frame.at;
        frame.at = after;
        while frame.option().is_some() {}
        let Some(inside) = frame.argument() else {
            frame.at = start;
            self.keep(frame, after);
            return;
        };
        let names = self.filled(frame, inside.clone());
        if names == frame.from.text[inside] {
            self.out.copy(frame.from, start..frame.at);
        } else {
            self.out.stand_in(&format!("\\{name}{{{names}}}"), frame.from, start..frame.at);
        }
        if name != "bibliography" || frame.is_silent {
            return;
        }
        let Some(written) = self.shelf.file(&format!("{}.bbl", self.stem)) else { return };
        let is_there = |name: &str| self.shelf.has(&format!("{}.bib", name.trim().trim_end_matches(".bib")));
        if !names.split(',').all(is_there) && !self.open.contains(&written) {
            self.part(frame, written, String::new());
        }
    }

    /// A part of a text with its macros filled in.
    fn filled(&mut self, frame: &Frame<'_>, part: Range<usize>) -> String {
        let words = &frame.from.text[part.clone()];
        if !words.contains('\\') || frame.depth >= DEEPEST {
            return words.to_owned();
        }
        let mut own = Patchwork::default();
        own.copy(frame.from, part);
        let before = std::mem::take(&mut self.out);
        self.run(&mut Frame::new(&own, frame.folder.clone(), frame.depth + 1));
        std::mem::replace(&mut self.out, before).text
    }
}

/// A path without braces: up to white space.
fn bare_path(frame: &mut Frame<'_>) -> String {
    frame.skip_white();
    let rest = frame.rest();
    let quoted = rest.strip_prefix('"').and_then(|inner| inner.find('"')).map(|end| end + 2);
    let length = quoted.or_else(|| rest.find(|letter: char| letter.is_whitespace() || "\\{}%".contains(letter)));
    let path = &rest[..length.unwrap_or(rest.len())];
    frame.at += path.len();
    path.to_owned()
}
