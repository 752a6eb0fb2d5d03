//! One block of a manuscript: its words, and where each of them stands.

use std::ops::Range;

use crate::language::{Sentence, Vocabulary, row};

/// A heading, a paragraph, a note …: words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its words: markup, entities and escapes resolved, white space folded to single spaces, none at the ends.
    pub words: String,
    /// What the markup says of parts of it, by where they start.
    pub marks: Vec<Mark>,
    /// The page that it starts on, from 1, where the original has pages.
    pub page: Option<u32>,
    runs: Vec<Run>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A heading; 1 is the highest level, the title's.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A paragraph that is quoted from elsewhere.
    Quote,
    /// A cell of a table.
    Cell,
    /// A footnote or an endnote, by the label that it is called by.
    Note(String),
    /// An entry of a list of works, where the markup says that it is one.
    Entry,
    /// A remark of a reviewer: not part of the text.
    Comment,
}

/// A part of a block's words that the markup says something of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The part, in bytes of [`Block::words`]. May be empty: a call of a note has no words.
    pub range: Range<usize>,
    /// What it says.
    pub what: Marked,
}

/// What markup says of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// They are set apart: italics, as titles are.
    Emphasis,
    /// They lead to this address.
    Link(String),
    /// They cite the work that has this key in the bibliography: `\cite{key}`, `[@key]`.
    Key(String),
    /// They cite a work that a reference manager has described on the spot, in CSL-JSON.
    Item(String),
    /// They call the note of this label.
    Call(String),
    /// They stand for the number of what this key labels, and nothing in the manuscript has that key: `\ref{key}`.
    Dangling(String),
    /// The block is a cell of a table, at this place. Has no words.
    Cell(Cell),
    /// The block is the caption of the table beside it. Has no words.
    Caption,
    /// The block is called by this label: the number of an item, the key of `\bibitem{key}`. Has no words.
    Label(String),
}

/// The place of a cell in its table. Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row that it begins in.
    pub row: u32,
    /// The column that it begins in.
    pub column: u32,
    /// How many rows it takes up, at least one.
    pub rows: u32,
    /// How many columns it takes up, at least one.
    pub columns: u32,
    /// Whether it heads a row or a column.
    pub is_head: bool,
}

/// Letters that follow each other in the words and in the text alike, or that stand for something else there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    /// Where it starts in the words.
    word: usize,
    /// Where it stands in the text.
    text: Range<usize>,
    /// Whether each of its letters stands as it is written. Else the whole of it stands for the whole.
    plain: bool,
}

impl Block {
    /// Where a part of the words stands, in bytes of the manuscript's text: from its first letter to its last, with
    /// the markup between them.
    pub fn place(&self, part: Range<usize>) -> Range<usize> {
        let start = self.locate(part.start).start;
        // A mark without words stands before a letter, which may be of several bytes.
        let letter = self.words.get(part.start..).and_then(|words| words.chars().next()).map_or(1, char::len_utf8);
        let last = part.end.max(part.start + letter) - 1;
        start..self.locate(last).end.max(start)
    }

    /// Where the whole of it stands.
    pub fn whole(&self) -> Range<usize> {
        self.place(0..self.words.len())
    }

    /// The block of a text that stands behind others: its places counted on by so many bytes, its notes told apart from
    /// theirs by the number of the chapter, if there is one.
    pub(super) fn moved(mut self, by: usize, chapter: Option<usize>) -> Self {
        for run in &mut self.runs {
            run.text = run.text.start + by..run.text.end + by;
        }
        let called = self.marks.iter_mut().filter_map(|mark| match &mut mark.what {
            Marked::Call(label) => Some(label),
            _ => None,
        });
        let own = match &mut self.kind {
            Kind::Note(label) => Some(label),
            _ => None,
        };
        if let Some(chapter) = chapter {
            called.chain(own).for_each(|label| *label = format!("{chapter}.{label}"));
        }
        self
    }

    /// Takes in the block that continues it: a paragraph that a page break has torn.
    pub(crate) fn join(&mut self, next: Block) {
        let gap = self.whole().end..next.whole().start;
        if !continues_word(&self.words, &next.words) {
            self.runs.push(Run { word: self.words.len(), text: gap, plain: false });
            self.words.push(' ');
        }
        let shift = self.words.len();
        self.words.push_str(&next.words);
        self.runs.extend(next.runs.into_iter().map(|run| Run { word: run.word + shift, ..run }));
        self.marks.extend(
            next.marks
                .into_iter()
                .map(|mark| Mark { range: mark.range.start + shift..mark.range.end + shift, what: mark.what }),
        );
    }

    /// The byte of the text that a byte of the words stands for, or the stretch of which it is part.
    fn locate(&self, word: usize) -> Range<usize> {
        let next = self.runs.partition_point(|run| run.word <= word);
        let Some(run) = next.checked_sub(1).map(|at| &self.runs[at]) else { return 0..0 };
        if !run.plain {
            return run.text.clone();
        }
        let at = (run.text.start + (word - run.word)).min(run.text.end);
        at..(at + 1).min(run.text.end)
    }
}

static HALF_OF_A_PAIR: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::HalfOfAPair));

/// Whether a line that ends in a hyphen goes on, in the same word, on the next line. The hyphen stays: nobody can tell
/// "co-operation" from "ope-ration" without a dictionary.
fn continues_word(line: &str, next: &str) -> bool {
    let torn = line.strip_suffix('-').is_some_and(|line| line.ends_with(char::is_alphabetic));
    let word = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    torn && next.starts_with(char::is_lowercase) && !HALF_OF_A_PAIR.has(word)
}

/// Writes a block down, word for word, as a reader comes upon them.
#[derive(Debug)]
pub struct Scribe {
    block: Block,
    open: Vec<(usize, Marked)>,
    /// White space that stands between the last letter and the next one.
    gap: Option<Range<usize>>,
    /// Whether a line ends in that white space.
    line: bool,
}

impl Scribe {
    /// An empty block of that kind.
    pub fn new(kind: Kind) -> Self {
        let block = Block { kind, words: String::new(), marks: Vec::new(), page: None, runs: Vec::new() };
        Self { block, open: Vec::new(), gap: None, line: false }
    }

    /// Letters that stand in the text as they are, from byte `at` on.
    pub fn plain(&mut self, letters: &str, at: usize) {
        let hyphen = |letter: char| matches!(letter, '\u{2010}' | '\u{2011}');
        let kind = |letter: char| (letter.is_whitespace(), letter.is_control(), hyphen(letter));
        let mut rest = letters;
        while let Some(first) = rest.chars().next() {
            let here = at + letters.len() - rest.len();
            let end = rest.find(|letter| kind(letter) != kind(first)).unwrap_or(rest.len());
            match kind(first) {
                (true, ..) => self.gap(here..here + end),
                // Fonts that do not tell their letters leave such in the text of a PDF: `p \u{1}= .03`.
                (_, true, _) => {}
                // One that a line may not break at is no other one: `1612‑18`.
                (_, _, true) => self.put(&"-".repeat(rest[..end].chars().count()), here..here + end, false),
                _ => self.put(&rest[..end], here..here + end, true),
            }
            rest = &rest[end..];
        }
    }

    /// Letters that something else stands for: an entity, an escape, a command.
    pub fn resolved(&mut self, letters: &str, from: Range<usize>) {
        if letters.chars().all(char::is_whitespace) {
            if !letters.is_empty() {
                self.gap(from);
            }
            return;
        }
        self.put(letters, from, false);
    }

    /// The end of a line that goes on in the next one; a word that it tears at a hyphen is one word.
    pub fn line(&mut self, from: Range<usize>) {
        self.line = true;
        self.gap(from);
    }

    /// What follows, up to the matching [`close`](Scribe::close), is marked so.
    pub fn open(&mut self, what: Marked) {
        self.open.push((self.next(), what));
    }

    /// Ends the mark that was opened last.
    pub fn close(&mut self) {
        let Some((start, what)) = self.open.pop() else { return };
        let end = self.block.words.len();
        self.block.marks.push(Mark { range: start.min(end)..end, what });
    }

    /// Marks the place between two words: a call of a note.
    pub fn point(&mut self, what: Marked) {
        let here = self.block.words.len();
        self.block.marks.push(Mark { range: here..here, what });
    }

    /// The page that the block starts on.
    pub fn page(&mut self, page: u32) {
        self.block.page = Some(page);
    }

    /// What was written so far.
    pub(super) fn words(&self) -> &str {
        &self.block.words
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.block.words.is_empty()
    }

    /// The block, if there is a word in it.
    pub fn done(mut self) -> Option<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.block.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        (!self.block.words.is_empty()).then_some(self.block)
    }

    fn next(&self) -> usize {
        self.block.words.len() + usize::from(self.gap.is_some() && !self.block.words.is_empty())
    }

    fn gap(&mut self, at: Range<usize>) {
        match &mut self.gap {
            Some(gap) => gap.end = at.end,
            None => self.gap = Some(at),
        }
    }

    fn put(&mut self, letters: &str, text: Range<usize>, plain: bool) {
        let torn = std::mem::take(&mut self.line) && continues_word(&self.block.words, letters);
        if let Some(gap) = self.gap.take()
            && !self.block.words.is_empty()
            && !torn
        {
            self.block.runs.push(Run { word: self.block.words.len(), text: gap, plain: false });
            self.block.words.push(' ');
        }
        let word = self.block.words.len();
        self.block.words.push_str(letters);
        if let Some(last) = self.block.runs.last_mut()
            && plain
            && last.plain
            && last.text.end == text.start
        {
            last.text.end = text.end;
            return;
        }
        self.block.runs.push(Run { word, text, plain });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let text = "A *second*\n  bridge &amp; more";
        let mut scribe = Scribe::new(Kind::Paragraph);
        scribe.plain("A ", 0);
        scribe.open(Marked::Emphasis);
        scribe.plain("second", 3);
        scribe.close();
        scribe.plain("\n  bridge ", 10);
        scribe.resolved("&", 20..25);
        scribe.plain(" more", 25);
        let block = scribe.done().expect("there are words");
        assert_eq!(block.words, "A second bridge & more");
        assert_eq!(block.marks, [Mark { range: 2..8, what: Marked::Emphasis }]);
        let place = |words: &str| {
            let at = block.words.find(words).expect("the words are in the block");
            &text[block.place(at..at + words.len())]
        };
        assert_eq!(place("second"), "second");
        assert_eq!(place("second bridge"), "second*\n  bridge");
        assert_eq!(place("bridge & more"), "bridge &amp; more");
        assert_eq!(place("&"), "&amp;");
        assert_eq!(&text[block.whole()], text);
        let mut scribe = Scribe::new(Kind::Paragraph);
        scribe.plain("p \u{1}= -\u{7}.03", 0);
        assert_eq!(scribe.done().expect("there are words").words, "p = -.03");
    }

    #[test]
    fn a_word_torn_at_the_end_of_a_line_is_one_word() {
        let lines = |first: &str, second: &str| {
            let mut scribe = Scribe::new(Kind::Paragraph);
            scribe.plain(first, 0);
            scribe.line(first.len()..first.len() + 1);
            scribe.plain(second, first.len() + 1);
            scribe.done().expect("there are words").words
        };
        assert_eq!(lines("Mari-", "tim"), "Mari-tim");
        assert_eq!(lines("two-", "and three-year plans"), "two- and three-year plans");
        assert_eq!(lines("Maravel -", "and Osterby"), "Maravel - and Osterby");
        assert_eq!(lines("Maravel-", "Osterby"), "Maravel- Osterby");
    }

    #[test]
    fn a_torn_paragraph_is_joined_with_its_places() {
        let text = "both states\n\nhave *paid*";
        let mut first = Scribe::new(Kind::Paragraph);
        first.plain("both states", 0);
        let mut second = Scribe::new(Kind::Paragraph);
        second.plain("have ", 13);
        second.open(Marked::Emphasis);
        second.plain("paid", 19);
        second.close();
        let mut block = first.done().expect("there are words");
        block.join(second.done().expect("there are words"));
        assert_eq!(block.words, "both states have paid");
        assert_eq!(block.marks, [Mark { range: 17..21, what: Marked::Emphasis }]);
        assert_eq!(&text[block.place(5..16)], "states\n\nhave");
        assert_eq!(&text[block.place(17..21)], "paid");
    }

    #[test]
    fn white_space_at_the_ends_is_no_word() {
        let mut scribe = Scribe::new(Kind::Item);
        scribe.plain(" \n", 0);
        assert!(scribe.is_empty());
        scribe.plain("x \n", 2);
        let block = scribe.done().expect("there is a word");
        assert_eq!((block.words.as_str(), block.whole()), ("x", 2..3));
        assert_eq!(Scribe::new(Kind::Paragraph).done(), None);
    }
}
