//! Every text of a run in one address space, so that a place is two numbers whatever file it lies in.
//!
//! A [`Span`] names bytes of [`Texts`]; files lie behind one another with a gap of one byte between them, so no
//! place belongs to two files. All texts of a run together hold less than 4 GiB.

mod shown;

use std::fmt;
use std::num::NonZeroU32;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use shown::{SHOWN, bare, counted, digest, is_hidden, json, listed, named, shown, steadied};

/// A stretch of bytes `start..end` in the address space of [`Texts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last. No text has address 0, so that an optional span is no larger than a span.
    end: NonZeroU32,
}

impl Span {
    /// The bytes `start..end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: NonZeroU32::new(end).unwrap_or(NonZeroU32::MIN) }
    }

    /// The byte after the last.
    pub fn end(self) -> u32 {
        self.end.get()
    }

    /// How many bytes the span covers.
    pub fn len(self) -> usize {
        (self.end() - self.start) as usize
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end()
    }

    /// Whether all of `other` lies in it.
    pub fn holds(self, other: Span) -> bool {
        self.start <= other.start && other.end() <= self.end()
    }

    /// The bytes `range` counted from this span's start, kept inside the span.
    #[must_use]
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let clamp = |offset: usize| self.start + (offset.min(self.len()) as u32);
        Self::new(clamp(range.start), clamp(range.end))
    }
}

/// A string of a file, by its place. What it says where escapes make it differ from its letters, [`Texts`] know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The place, quotes included.
    pub span: Span,
}

/// A place as a person and an editor name it: lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'t> {
    /// The file's path as it was given, with `/` between its parts.
    pub path: &'t str,
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// A file of [`Texts`].
#[derive(Debug)]
pub struct File {
    /// The path as it was given, with `/` between its parts.
    pub path: String,
    /// The contents.
    pub text: String,
    /// The address of its first byte.
    pub base: u32,
    /// The first byte that is no UTF-8, if there is one.
    pub undecodable: Option<Undecodable>,
    /// What may not be read: the file, or what it names.
    pub barred: Vec<Barred>,
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters stand before each [`STRETCH`] of bytes: of long lines.
    characters: OnceLock<Vec<u32>>,
}

/// So many bytes are gone through to count the characters of a line.
const STRETCH: usize = 1 << 12;

impl File {
    /// The whole file.
    pub fn span(&self) -> Span {
        Span::new(self.base, self.base + self.text.len() as u32)
    }

    /// The offsets in the file at which its lines start.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at as u32 + 1)).collect()
        })
    }

    /// How many characters stand before an offset.
    fn characters_before(&self, offset: usize) -> usize {
        let count = |bytes: &[u8]| bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count() as u32;
        let before = self.characters.get_or_init(|| {
            let mut sum = 0;
            let stretches = self.text.as_bytes().chunks(STRETCH);
            let sums = stretches.map(|bytes| {
                sum += count(bytes);
                sum
            });
            std::iter::once(0).chain(sums).collect()
        });
        let start = offset / STRETCH;
        (before[start] + count(&self.text.as_bytes()[start * STRETCH..offset])) as usize
    }
}

/// A byte of a file that is no UTF-8. In the text U+FFFD stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// Where it stands, from the file's start.
    pub offset: u32,
    /// The byte.
    pub byte: u8,
}

/// What may not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// The folder that the file's records name; `None` where it is the file itself.
    pub named: Option<String>,
    /// Why.
    pub why: String,
}

/// Said when a file would carry the run's texts past 4 GiB.
#[derive(Debug)]
pub struct TooLarge;

/// So many addresses at the end are kept for the texts that the program itself brings along.
const RESERVED: u32 = 1 << 20;

/// So many addresses lie on a page. Words are read all over the texts, and a page belongs to few files: no search
/// through all of them for each word.
const PAGE: usize = 1 << 16;

/// Every text of a run.
#[derive(Debug, Default)]
pub struct Texts {
    files: Vec<File>,
    end: u32,
    /// The file that the first address of each [`PAGE`] belongs to.
    pages: Vec<u32>,
    /// What strings with escapes say once they are read.
    decoded: FxHashMap<u32, Box<str>>,
    /// Parts of texts that the program drew up, each with the place that it is from; a part stands in front of those in
    /// it.
    origins: Vec<(Span, Span)>,
    /// Where the last of those parts ends.
    drawn_up: u32,
}

impl Texts {
    /// Takes a file in and gives its number.
    ///
    /// # Errors
    /// [`TooLarge`] where the texts would pass 4 GiB.
    pub fn add(&mut self, path: impl Into<String>, text: String) -> Result<usize, TooLarge> {
        self.add_below(u32::MAX - RESERVED, path.into(), text)
    }

    /// Takes a file in as it was read: what is no UTF-8 becomes U+FFFD, and where that begins is kept.
    ///
    /// # Errors
    /// [`TooLarge`] where the texts would pass 4 GiB.
    pub fn add_bytes(&mut self, path: impl Into<String>, bytes: Vec<u8>) -> Result<usize, TooLarge> {
        let undecoded = match String::from_utf8(bytes) {
            Ok(text) => return self.add(path, text),
            Err(undecoded) => undecoded,
        };
        let offset = undecoded.utf8_error().valid_up_to();
        let byte = undecoded.as_bytes()[offset];
        let index = self.add(path, String::from_utf8_lossy(undecoded.as_bytes()).into_owned())?;
        self.files[index].undecodable = Some(Undecodable { offset: offset as u32, byte });
        Ok(index)
    }

    /// Takes in a text that the program brings along.
    ///
    /// # Panics
    /// Where those texts together are longer than what is reserved for them.
    pub fn add_own(&mut self, path: &str, text: impl Into<String>) -> usize {
        self.add_below(u32::MAX, path.into(), text.into()).expect("our own texts fit into what is reserved for them")
    }

    fn add_below(&mut self, limit: u32, path: String, text: String) -> Result<usize, TooLarge> {
        let base = self.end.max(1);
        let length = u32::try_from(text.len()).map_err(|_| TooLarge)?;
        let end = base.checked_add(length).and_then(|end| end.checked_add(1)).filter(|&end| end <= limit);
        self.end = end.ok_or(TooLarge)?;
        self.pages.resize((self.end as usize).div_ceil(PAGE), self.files.len() as u32);
        self.files.push(File {
            path,
            text,
            base,
            undecodable: None,
            barred: Vec::new(),
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        });
        Ok(self.files.len() - 1)
    }

    /// Keeps what may not be read: file number `index`, or what it names.
    pub fn bar(&mut self, index: usize, barred: Barred) {
        self.files[index].barred.push(barred);
    }

    /// File number `index`, as [`Texts::add`] gave it.
    pub fn file(&self, index: usize) -> &File {
        &self.files[index]
    }

    /// All files, in the order in which they were added.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The number of the file that holds `address`.
    pub fn file_at(&self, address: u32) -> usize {
        let page = address as usize / PAGE;
        let file = |page: usize| self.pages.get(page).map(|&file| file as usize);
        let (first, last) = (file(page).unwrap_or(self.files.len()), file(page + 1).unwrap_or(self.files.len()));
        let files = &self.files[first..self.files.len().min(last + 1)];
        (first + files.partition_point(|file| file.base <= address)).saturating_sub(1)
    }

    /// The letters of `span`.
    pub fn slice(&self, span: Span) -> &str {
        let file = &self.files[self.file_at(span.start)];
        let inside = |address: u32| address.saturating_sub(file.base) as usize;
        let range = inside(span.start)..inside(span.end());
        file.text.get(range).unwrap_or_default()
    }

    /// Takes in what strings with escapes say, each by its address.
    pub fn take_decoded(&mut self, decoded: impl IntoIterator<Item = (u32, Box<str>)>) {
        self.decoded.extend(decoded);
    }

    /// What a string says: its letters without the quotes, or its decoded reading.
    pub fn read(&self, word: Word) -> &str {
        match self.decoded.get(&word.span.start) {
            Some(decoded) => decoded,
            None => unquoted(self.slice(word.span)),
        }
    }

    /// Takes in which parts of texts the program drew up, each with the place that it is from. What is told of such a
    /// part is told of that place.
    pub fn take_origins(&mut self, mut origins: Vec<(Span, Span)>) {
        origins.sort_by_key(|(part, _)| (part.start, std::cmp::Reverse(part.end())));
        self.drawn_up = origins.iter().map(|(part, _)| part.end()).max().unwrap_or(0);
        self.origins = origins;
    }

    /// Whether the program drew up some of them.
    pub fn has_origins(&self) -> bool {
        !self.origins.is_empty()
    }

    /// The place that `span` is from: that of the smallest part that holds it and that the program drew up, else
    /// itself.
    pub fn origin(&self, span: Span) -> Span {
        if span.start >= self.drawn_up {
            return span;
        }
        let before = self.origins.partition_point(|(part, _)| part.start <= span.start);
        let held = self.origins[..before].iter().rev().find(|(part, _)| part.holds(span));
        held.map_or(span, |(_, origin)| *origin)
    }

    /// The place at which `span` begins, or what it is from.
    pub fn place(&self, span: Span) -> Place<'_> {
        let span = self.origin(span);
        let file = &self.files[self.file_at(span.start)];
        let offset = span.start.saturating_sub(file.base).min(file.text.len() as u32);
        let line = file.line_starts().partition_point(|&start| start <= offset);
        let line_start = file.line_starts()[line - 1] as usize;
        let before = match file.text.get(line_start..offset as usize).unwrap_or_default() {
            long if long.len() > STRETCH => {
                file.characters_before(offset as usize) - file.characters_before(line_start)
            }
            short => short.chars().count(),
        };
        Place { path: &file.path, line, column: before + 1 }
    }
}

fn unquoted(raw: &str) -> &str {
    // Nearly all strings are of one line and not empty.
    if let [b'"', first, .., b'"'] = raw.as_bytes()
        && *first != b'"'
    {
        return &raw[1..raw.len() - 1];
    }
    for quotes in ["\"\"\"", "'''"] {
        if let Some(inner) = raw.strip_prefix(quotes).and_then(|rest| rest.strip_suffix(quotes)) {
            return inner.strip_prefix("\r\n").or_else(|| inner.strip_prefix('\n')).unwrap_or(inner);
        }
    }
    for quote in ['"', '\''] {
        if let Some(inner) = raw.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inner;
        }
    }
    raw
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let mut texts = Texts::default();
        let first = texts.add("a.toml", "é = 1\nb".into()).expect("small");
        let second = texts.add("b.toml", "x\nyß z".into()).expect("small");
        let base = texts.file(second).base;
        assert_eq!(texts.place(Span::new(base + 6, base + 7)).to_string(), "b.toml:2:4");
        assert_eq!(texts.place(texts.file(first).span().part(3..4)).to_string(), "a.toml:1:3");
        assert_eq!(texts.place(Span::new(base, base)).to_string(), "b.toml:1:1");
    }

    #[test]
    fn characters_of_a_long_line_are_counted_alike() {
        let mut texts = Texts::default();
        let line = "aé€".repeat(STRETCH);
        texts.add("a.toml", format!("x\n{line}")).expect("small");
        let base = texts.file(0).base;
        for number in [1, STRETCH / 2, STRETCH, 2 * STRETCH, 3 * STRETCH] {
            let at = line.char_indices().nth(number - 1).expect("there are so many").0 as u32 + base + 2;
            assert_eq!(texts.place(Span::new(at, at)).column, number, "character {number}");
        }
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_kept_in_mind() {
        let mut texts = Texts::default();
        let index = texts.add_bytes("a", b"caf\xe9 = 1".to_vec()).expect("small");
        assert_eq!(texts.file(index).text, "caf\u{FFFD} = 1");
        assert_eq!(texts.file(index).undecodable, Some(Undecodable { offset: 3, byte: 0xe9 }));
        let index = texts.add_bytes("b", b"tea".to_vec()).expect("small");
        assert_eq!(texts.file(index).undecodable, None);
    }

    #[test]
    fn a_word_reads_without_its_quotes() {
        let mut texts = Texts::default();
        let text = "\"one\" '''\ntwo''' 'three' 4";
        texts.add("a", text.into()).expect("small");
        let word = |range: std::ops::Range<usize>| Word { span: texts.file(0).span().part(range) };
        assert_eq!(texts.read(word(0..5)), "one");
        assert_eq!(texts.read(word(6..16)), "two");
        assert_eq!(texts.read(word(17..24)), "three");
        assert_eq!(texts.read(word(25..26)), "4");
    }
}
