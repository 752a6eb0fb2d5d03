//! A text put together from several files: which stretch of it stands where.
//!
//! A reader sees one text, `\input`s followed and macros filled in. What is read in it is told by the file and the line
//! that a person finds it on.

use std::collections::BTreeMap;
use std::ops::Range;

use encoding_rs::Encoding;

use super::recognise::{declared, decoded_as};
use super::{Document, Fault, Format, Preface, Stated, Unreadable};
use crate::text::{Span, Texts, TooLarge};

/// What lies beside a manuscript. Paths count from the manuscript's folder, with `/` between their parts.
pub trait Folder {
    /// What a file holds.
    ///
    /// # Errors
    /// If there is no such file, or it may not be read.
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable>;

    /// The names of the files in the manuscript's own folder, in their order.
    fn names(&self) -> Vec<String>;
}

/// Nothing lies beside: for a manuscript that is read by itself.
#[derive(Clone, Copy, Debug)]
pub struct Alone;

impl Folder for Alone {
    fn bytes(&self, _: &str) -> Result<Vec<u8>, Unreadable> {
        Err(Unreadable { why: "is not read with this file".to_owned() })
    }

    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A file of a manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its path from the manuscript's folder.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The files that the text of a manuscript is put together from, the manuscript's own first. None if it is that file as
/// it stands.
#[derive(Debug, Default)]
pub struct Parts {
    /// The files.
    pub files: Vec<Part>,
    patches: Vec<Patch>,
}

impl Parts {
    pub(super) fn new(files: Vec<Part>, patches: Vec<Patch>) -> Self {
        Self { files, patches }
    }
}

/// A stretch of a text that stands in one file.
#[derive(Clone, Debug)]
pub(super) struct Patch {
    /// Where it starts in the text; it goes up to the next one.
    start: usize,
    file: usize,
    at: Range<usize>,
    /// Whether each of its letters stands as it is written. Else the whole of it stands for the whole.
    plain: bool,
}

/// The patch that holds a byte.
fn holding(patches: &[Patch], at: usize) -> Option<&Patch> {
    patches.get(patches.partition_point(|patch| patch.start <= at).checked_sub(1)?)
}

impl Patch {
    /// Where a byte of the text stands in the file.
    fn locate(&self, at: usize) -> Range<usize> {
        if !self.plain {
            return self.at.clone();
        }
        let here = (self.at.start + (at - self.start)).min(self.at.end);
        here..(here + 1).min(self.at.end)
    }
}

/// A text as it is put together, stretch by stretch.
#[derive(Debug, Default)]
pub(super) struct Patchwork {
    pub(super) text: String,
    pub(super) patches: Vec<Patch>,
}

impl Patchwork {
    /// A part of a file as it stands.
    pub(super) fn file(file: usize, text: &str, part: Range<usize>) -> Self {
        let mut whole = Self::default();
        whole.push(&text[part.clone()], file, part, true);
        whole
    }

    fn push(&mut self, letters: &str, file: usize, at: Range<usize>, plain: bool) {
        if letters.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(letters);
        match self.patches.last_mut() {
            Some(last) if plain && last.plain && last.file == file && last.at.end == at.start => last.at.end = at.end,
            _ => self.patches.push(Patch { start, file, at, plain }),
        }
    }

    /// Takes on a part of another.
    pub(super) fn copy(&mut self, from: &Patchwork, part: Range<usize>) {
        let first = from.patches.partition_point(|patch| patch.start <= part.start).saturating_sub(1);
        for (number, patch) in from.patches.iter().enumerate().skip(first) {
            let end = from.patches.get(number + 1).map_or(from.text.len(), |next| next.start).min(part.end);
            let start = patch.start.max(part.start);
            if start >= end {
                break;
            }
            let within = patch.at.start + (start - patch.start)..patch.at.start + (end - patch.start);
            let at = if patch.plain { within } else { patch.at.clone() };
            self.push(&from.text[start..end], patch.file, at, patch.plain);
        }
    }

    /// Takes on letters for which a part of another stands.
    pub(super) fn stand_in(&mut self, letters: &str, from: &Patchwork, part: Range<usize>) {
        let Some(first) = holding(&from.patches, part.start) else { return };
        let at = first.locate(part.start);
        let last = holding(&from.patches, part.end.max(part.start + 1) - 1).filter(|last| last.file == first.file);
        let end = last.map_or(at.end, |last| last.locate(part.end.max(part.start + 1) - 1).end);
        self.push(letters, first.file, at.start..end.max(at.start), false);
    }
}

/// A line of a manuscript, as a person finds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The path of the file from the manuscript's folder; `None` for the manuscript's own.
    pub file: Option<String>,
    /// The line of the file, from 1.
    pub line: usize,
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}", self.line)?;
        self.file.as_ref().map_or(Ok(()), |file| write!(f, " of {file}"))
    }
}

/// The folder of a file.
pub(super) fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |end| &path[..end])
}

/// The files of a manuscript, as they are taken in.
pub(super) struct Shelf<'f> {
    folder: &'f dyn Folder,
    /// The encoding that the first file says it is in.
    encoding: Option<&'static Encoding>,
    pub(super) files: Vec<Part>,
    /// The numbers of the files that were asked for; `None` for one that is not there.
    known: BTreeMap<String, Option<usize>>,
}

impl<'f> Shelf<'f> {
    /// The file called `name`, which takes in the others.
    pub(super) fn new(folder: &'f dyn Folder, name: &str, text: &str) -> Self {
        let files = vec![Part { path: name.to_owned(), text: text.to_owned() }];
        let encoding = declared(text.as_bytes());
        Self { folder, encoding, files, known: BTreeMap::from([(name.to_owned(), Some(0))]) }
    }

    /// The file at a path, by its number, if it is there.
    pub(super) fn file(&mut self, path: &str) -> Option<usize> {
        if let Some(known) = self.known.get(path) {
            return *known;
        }
        let number = self.folder.bytes(path).ok().map(|bytes| {
            let (text, _) = decoded_as(&bytes, self.encoding);
            self.files.push(Part { path: path.to_owned(), text });
            self.files.len() - 1
        });
        self.known.insert(path.to_owned(), number);
        number
    }

    /// Whether there is such a file, whatever it holds.
    pub(super) fn has(&self, path: &str) -> bool {
        self.folder.bytes(path).is_ok()
    }

    /// Why there is none.
    pub(super) fn why(&self, path: &str) -> String {
        self.folder.bytes(path).err().map_or(String::new(), |unreadable| unreadable.why)
    }
}

/// A manuscript with what it takes in, in one text.
pub(super) struct Woven {
    pub(super) whole: Patchwork,
    pub(super) files: Vec<Part>,
    /// What is not there to be taken in.
    pub(super) unread: Vec<Fault>,
}

impl Woven {
    /// A manuscript without a block yet, of which `text` is the own file.
    pub(super) fn document(self, format: Format, text: String) -> Document {
        let mut document = Document::new(format, text);
        if self.whole.text != document.text {
            document.text = self.whole.text;
            document.parts = Parts::new(self.files, self.whole.patches);
        }
        document.unread = self.unread;
        document
    }
}

impl Document {
    /// Counts a further file among those of the manuscript called `name`, and gives its number.
    pub(super) fn further(&mut self, name: &str, part: Part) -> usize {
        if self.parts.files.is_empty() {
            let (path, text) = (name.to_owned(), self.text.clone());
            self.parts.patches.push(Patch { start: 0, file: 0, at: 0..text.len(), plain: true });
            self.parts.files.push(Part { path, text });
        }
        let files = &mut self.parts.files;
        let known = files.iter().position(|known| known.path == part.path);
        known.unwrap_or_else(|| {
            files.push(part);
            files.len() - 1
        })
    }

    /// Takes on a part of a file, which no block reads, so that it has a place; and gives that.
    pub(super) fn annex(&mut self, file: usize, at: Range<usize>) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(&self.parts.files[file].text[at.clone()]);
        self.text.push('\n');
        self.parts.patches.push(Patch { start, file, at: at.clone(), plain: true });
        start..start + at.len()
    }

    /// Takes on a manuscript that follows this one, which is of several files, as a chapter: the file at `path`.
    pub(super) fn append(&mut self, path: &str, mut next: Document) {
        if next.parts.files.is_empty() {
            next.further(path, Part { path: path.to_owned(), text: String::new() });
        }
        let by = self.text.len();
        let numbers: Vec<usize> = next.parts.files.into_iter().map(|part| self.further(path, part)).collect();
        self.text.push_str(&next.text);
        self.text.push('\n');
        let moved = |at: Range<usize>| at.start + by..at.end + by;
        let patches = next.parts.patches.into_iter();
        self.parts.patches.extend(patches.map(|patch| Patch {
            start: patch.start + by,
            file: numbers[patch.file],
            ..patch
        }));
        let chapter = (!self.blocks.is_empty()).then_some(numbers[0]);
        self.blocks.extend(next.blocks.into_iter().map(|block| block.moved(by, chapter)));
        let fault = |fault: Fault| Fault { at: moved(fault.at), ..fault };
        self.faults.extend(next.faults.into_iter().map(fault));
        self.unread.extend(next.unread.into_iter().map(fault));
        let stated = |stated: Stated| Stated { at: moved(stated.at), ..stated };
        let Preface { title, authors, date, language, bibliographies, presumed: _, nocite } = next.preface;
        if chapter.is_none() {
            let preface = &mut self.preface;
            preface.title = preface.title.take().or(title.map(stated));
            preface.authors = authors.into_iter().map(stated).collect();
            preface.date = date.map(stated);
            preface.language = language.map(stated);
        }
        self.preface.nocite.extend(nocite);
        for list in bibliographies {
            if self.preface.bibliographies.iter().all(|known| known.words != list.words) {
                self.preface.bibliographies.push(stated(list));
            }
        }
    }
}

/// The lines of a manuscript, each in the file that it stands in.
#[derive(Debug)]
pub struct Lines {
    /// Where the lines of the whole text start.
    rows: Vec<usize>,
    /// The paths of the files, and where their lines start.
    files: Vec<(String, Vec<usize>)>,
    patches: Vec<Patch>,
    /// The patches by the place that they have in the files.
    in_files: Vec<usize>,
}

fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

fn line(starts: &[usize], at: usize) -> usize {
    starts.partition_point(|start| *start <= at)
}

impl Lines {
    /// The lines of a text that is one file.
    pub fn new(text: &str) -> Self {
        Self { rows: line_starts(text), files: Vec::new(), patches: Vec::new(), in_files: Vec::new() }
    }

    /// The lines of a manuscript.
    pub fn of(document: &Document) -> Self {
        let Parts { files, patches } = &document.parts;
        let mut in_files: Vec<usize> = (0..patches.len()).collect();
        in_files.sort_by_key(|number| (patches[*number].file, patches[*number].at.start));
        let files = files.iter().map(|part| (part.path.clone(), line_starts(&part.text))).collect();
        Self { rows: line_starts(&document.text), files, patches: patches.clone(), in_files }
    }

    /// The line of its file that a byte of the text stands on, from 1.
    pub fn line(&self, at: usize) -> usize {
        match holding(&self.patches, at) {
            Some(patch) => line(&self.files[patch.file].1, patch.locate(at).start),
            None => line(&self.rows, at),
        }
    }

    /// The line of its file that a byte of the text stands on, with the file.
    pub fn spot(&self, at: usize) -> Spot {
        Spot { file: self.file(at).map(str::to_owned), line: self.line(at) }
    }

    /// The path of the file that a byte of the text stands in; `None` for the manuscript's own.
    pub fn file(&self, at: usize) -> Option<&str> {
        let patch = holding(&self.patches, at).filter(|patch| patch.file > 0)?;
        Some(&self.files[patch.file].0)
    }

    /// The line of the whole text that a byte of it stands on: it counts on from file to file.
    pub fn row(&self, at: usize) -> usize {
        line(&self.rows, at)
    }

    /// The line of the whole text that a line of a file is, of the manuscript's own if none is named.
    pub fn row_of(&self, file: Option<&str>, number: usize) -> usize {
        let named = |path: &str| self.files.iter().position(|(known, _)| known == path);
        let Some(file) = file.map_or(Some(0), named).filter(|file| *file < self.files.len()) else { return number };
        let starts = &self.files[file].1;
        let at = starts.get(number.saturating_sub(1)).or(starts.last()).copied().unwrap_or_default();
        let end = starts.get(number).map_or(usize::MAX, |next| next - 1);
        let before = |number: &usize| (self.patches[*number].file, self.patches[*number].at.start) <= (file, end);
        let near = &self.in_files[..self.in_files.partition_point(before)];
        let Some(&last) = near.last() else { return number };
        // Where the line stands itself, not where something that it defines is spelt out.
        let reaches = |number: &&usize| self.patches[**number].file == file && self.patches[**number].at.end >= at;
        let own = near.iter().rev().take_while(reaches).find(|number| self.patches[**number].plain);
        let patch = &self.patches[own.copied().unwrap_or(last)];
        let behind = if patch.plain { at.clamp(patch.at.start, patch.at.end) - patch.at.start } else { 0 };
        self.row(patch.start + behind)
    }
}

/// A manuscript's text among the texts of a run.
#[derive(Debug)]
pub struct Laid {
    lines: Lines,
    whole: Span,
    /// The files that it is put together from.
    files: Vec<Span>,
}

impl Laid {
    /// Takes the text of a manuscript, which is shown as `path`, into the texts of a run.
    ///
    /// # Errors
    /// If the texts are too large with it.
    pub fn new(texts: &mut Texts, path: String, document: &mut Document) -> Result<Self, TooLarge> {
        let lines = Lines::of(document);
        let text = std::mem::take(&mut document.text);
        let mut files = Vec::new();
        for part in std::mem::take(&mut document.parts.files) {
            let number = texts.add(beside(&path, &part.path), part.text)?;
            files.push(texts.file(number).span());
        }
        let whole = if let Some(own) = files.first() {
            *own
        } else {
            let number = texts.add(path, text)?;
            texts.file(number).span()
        };
        Ok(Self { lines, whole, files })
    }

    /// The place of a part of the text; of one that goes over the end of a file, up to that end.
    pub fn place(&self, part: Range<usize>) -> Span {
        let Some(first) = holding(&self.lines.patches, part.start) else { return self.whole.part(part) };
        let last = part.end.max(part.start + 1) - 1;
        let at = first.locate(part.start);
        let end = match holding(&self.lines.patches, last).filter(|patch| patch.file == first.file) {
            _ if part.is_empty() => at.start,
            Some(patch) => patch.locate(last).end,
            None => first.at.end,
        };
        self.files[first.file].part(at.start..end.max(at.start))
    }

    /// The whole of it: of several files, the manuscript's own.
    pub fn whole(&self) -> Span {
        self.whole
    }

    /// Its lines.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }
}

/// The path of what lies at `path` from the folder of `file`.
pub fn beside(file: &str, path: &str) -> String {
    let folder = file.rfind(['/', ':']).map_or("", |end| &file[..=end]);
    joined(folder, path)
}

/// A path from a folder on, without `.` and without the `..` that take back what stands before them.
pub(crate) fn joined(folder: &str, path: &str) -> String {
    let (root, folder) = match folder.find([':', '/']) {
        Some(end) if end == 0 || folder.as_bytes()[end] == b':' => folder.split_at(end + 1),
        _ => ("", folder),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_counts_from_the_folder_of_a_file() {
        for (file, path, expected) in [
            ("main.tex", "one.tex", "one.tex"),
            ("paper/main.tex", "./ch/one.tex", "paper/ch/one.tex"),
            ("paper/main.tex", "../refs.bib", "refs.bib"),
            ("main.tex", "../../refs.bib", "../../refs.bib"),
            ("/papers/one/main.tex", "../refs.bib", "/papers/refs.bib"),
            ("HEAD:main.tex", "ch/one.tex", "HEAD:ch/one.tex"),
            ("HEAD~1:paper/main.tex", "one.tex", "HEAD~1:paper/one.tex"),
        ] {
            assert_eq!(beside(file, path), expected, "{file} {path}");
        }
    }

    #[test]
    fn lines_are_counted_from_one() {
        let lines = Lines::new("a\nb\n\nc");
        assert_eq!([0, 1, 2, 4, 5, 9].map(|at| lines.line(at)), [1, 1, 2, 3, 4, 4]);
    }

    #[test]
    fn a_line_is_one_of_its_file() {
        let files = ["first\nthird\n", "in\nside\n"];
        let parts = ["main.tex", "ch/one.tex"].into_iter().zip(files);
        let parts = parts.map(|(path, text)| Part { path: path.into(), text: text.into() }).collect();
        let mut whole = Patchwork::file(0, files[0], 0..6);
        whole.copy(&Patchwork::file(1, files[1], 0..8), 0..8);
        let own = Patchwork::file(0, files[0], 0..12);
        whole.copy(&own, 6..12);
        whole.stand_in("spelt out", &own, 6..11);
        assert_eq!(whole.text, "first\nin\nside\nthird\nspelt out");
        let mut document = Document::new(super::super::Format::Latex, whole.text.clone());
        document.parts = Parts::new(parts, whole.patches);
        let lines = Lines::of(&document);
        let told = |words: &str| lines.spot(whole.text.find(words).expect("the words are there")).to_string();
        assert_eq!(
            ["first", "side", "third", "spelt"].map(told),
            ["line 1", "line 2 of ch/one.tex", "line 2", "line 2"]
        );
        assert_eq!([lines.row_of(None, 1), lines.row_of(None, 2), lines.row_of(Some("ch/one.tex"), 2)], [1, 4, 3]);
        let mut texts = Texts::default();
        let laid = Laid::new(&mut texts, "paper/main.tex".into(), &mut document).expect("small");
        let place = |words: &str| {
            let at = whole.text.find(words).expect("the words are there");
            let span = laid.place(at..at + words.len());
            (texts.place(span).to_string(), texts.slice(span).to_owned())
        };
        assert_eq!(place("side"), ("paper/ch/one.tex:2:1".into(), "side".into()));
        assert_eq!(place("out"), ("paper/main.tex:2:1".into(), "third".into()));
        assert_eq!(place("side\nthird").1, "side\n");
    }
}
