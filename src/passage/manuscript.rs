//! A manuscript read whole: its sentences with what makes them worth checking, its citations and its bibliography, each
//! with its place among the texts of a run.

mod stets;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Worth;
use crate::bibliography::{self, Bibliography};
use crate::citation::{self, Citation};
use crate::document::{Block, Document, Fault, Format, Kind, Laid, Marked, Outline, Preface};
use crate::text::Span;
pub use stets::Stet;

/// So many blocks may stand in one another, as notes do in paragraphs, or begin behind the one that holds a place.
const NESTED: usize = 32;

/// A manuscript as rules look at it.
#[derive(Debug)]
pub struct Manuscript {
    /// What it was written in.
    pub format: Format,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What it says of itself.
    pub preface: Preface,
    /// What stands under which heading.
    pub outline: Outline,
    /// The works that it can cite: those of its lists, then those that it lists itself.
    pub bibliography: Bibliography,
    /// The files of their own that list works for it.
    pub lists: Vec<Listed>,
    /// Its citations, in the order of the text.
    pub citations: Vec<Citation>,
    /// Its sentences, in the order of the text: those of its paragraphs, items, quotations and notes, but for the
    /// bibliography and the lines of the title.
    pub sentences: Vec<Sentence>,
    /// The code of its language, as far as it is known.
    pub language: String,
    /// What could not be read of it, each with its place in its text.
    pub faults: Vec<Fault>,
    /// Parts of it, in files of their own, that could not be read: what they cite and what they list is not known.
    pub unread: Vec<Fault>,
    /// What its comments let stand, in the order of the text.
    pub stets: Vec<Stet>,
    laid: Laid,
    /// The block of each note, by its label.
    notes: FxHashMap<String, usize>,
    /// For each entry of a list, the number of the list.
    from: Vec<usize>,
    /// Where each block stands, in the order of the places.
    places: Vec<(Span, usize)>,
}

/// A list of works in a file of its own.
#[derive(Debug)]
pub struct Listed {
    /// The whole of the file.
    pub whole: Span,
    /// What could not be read of it, each with its place in the file.
    pub faults: Vec<Fault>,
}

/// A sentence of a manuscript.
#[derive(Debug)]
pub struct Sentence {
    /// The block that it stands in, by its number.
    pub block: usize,
    /// Where it stands in the block's words.
    pub range: Range<usize>,
    /// The citations that stand in it: those of [`Manuscript::citations`] with these numbers.
    pub citations: Range<usize>,
    /// What makes it worth checking, its places counted from the start of the sentence.
    pub worth: Option<Worth>,
}

/// A part of some words, counted from the start of the sentence that it stands in.
pub(crate) fn within(range: &Range<usize>, part: &Range<usize>) -> Range<usize> {
    let [start, end] = [part.start, part.end].map(|at| at.clamp(range.start, range.end) - range.start);
    start..end
}

impl Manuscript {
    /// Reads a manuscript whose text was laid among others, in `language`, else in the one that it states itself. What
    /// it cites is looked up in `lists`, each with the whole of its file, too.
    pub fn new(manuscript: Document, laid: Laid, lists: Vec<(Span, Bibliography)>, language: Option<&str>) -> Self {
        let (bibliography, from) = bibliography::of(&manuscript, lists.iter().map(|(_, list)| list));
        let Document { format, blocks, preface, faults, unread, stets, .. } = manuscript;
        let stated = preface.language.as_ref().map(|stated| stated.words.as_str());
        let language = language.or(stated).unwrap_or_default().to_owned();
        let outline = Outline::new(&blocks);
        let lists = lists.into_iter().map(|(whole, list)| Listed { whole, faults: list.faults }).collect();
        let citations = citation::citations(&blocks, &bibliography);
        let note = |(number, block): (usize, &Block)| match &block.kind {
            Kind::Note(label) => Some((label.clone(), number)),
            _ => None,
        };
        let notes = blocks.iter().enumerate().filter_map(note).collect();
        let mut reading = Self {
            format,
            blocks,
            preface,
            outline,
            bibliography,
            lists,
            citations,
            sentences: Vec::new(),
            language,
            faults,
            unread,
            stets: Vec::new(),
            laid,
            notes,
            from,
            places: Vec::new(),
        };
        let words = |(number, block): (usize, &Block)| (reading.place(number, 0..block.words.len()), number);
        let mut places: Vec<(Span, usize)> = reading.blocks.iter().enumerate().map(words).collect();
        places.sort_by_key(|(place, number)| (place.start, *number));
        reading.places = places;
        reading.sentences = (0..reading.blocks.len()).flat_map(|block| reading.sentences_of(block)).collect();
        reading.stets = stets.into_iter().map(|stet| reading.stet(stet)).collect();
        reading
    }

    fn sentences_of(&self, number: usize) -> Vec<Sentence> {
        let block = &self.blocks[number];
        let told = matches!(block.kind, Kind::Paragraph | Kind::Item | Kind::Quote | Kind::Note(_));
        if !told || self.outline.is_bibliography(number) || self.preface.holds(block) {
            return Vec::new();
        }
        let of_block = self.citations.partition_point(|citation| citation.block < number)
            ..self.citations.partition_point(|citation| citation.block <= number);
        let mut next = of_block.start;
        let mut sentences = Vec::new();
        for range in super::sentences(&block.words) {
            let first = next;
            // A raised number without words of its own stands right behind the full stop: `was so.⁵ Then`.
            let is_in = |cited: &Range<usize>| cited.start < range.end || cited.end <= range.end;
            while next < of_block.end && is_in(&self.citations[next].range) {
                next += 1;
            }
            let cited: Vec<Range<usize>> =
                self.citations[first..next].iter().map(|citation| within(&range, &citation.range)).collect();
            let worth = super::worth(&block.words[range.clone()], &self.language, &cited);
            sentences.push(Sentence { block: number, range, citations: first..next, worth });
        }
        sentences
    }

    /// The words of a sentence.
    pub fn words(&self, sentence: &Sentence) -> &str {
        &self.blocks[sentence.block].words[sentence.range.clone()]
    }

    /// The place of a part of the words of a block.
    pub fn place(&self, block: usize, part: Range<usize>) -> Span {
        self.laid.place(self.blocks[block].place(part))
    }

    /// The block that holds a place, the innermost of several, and which of its words stand there. Of a place in
    /// several blocks, as an entry is that a PDF has torn, it is the one in which the place begins.
    pub fn words_at(&self, place: Span) -> Option<(usize, Range<usize>)> {
        let before = self.places.partition_point(|(of_block, _)| of_block.start <= place.start);
        let around = || self.places[..before].iter().rev().take(NESTED);
        let whole = around().find(|(of_block, _)| of_block.holds(place));
        let (_, block) = *whole.or_else(|| around().find(|(of_block, _)| place.start < of_block.end()))?;
        let (start, end) = (self.first_from(block, place.start), self.first_from(block, place.end()));
        Some((block, start..end.max(start)))
    }

    /// Where the first of a block's words stands that does not stand before an address, in bytes of the words. They
    /// stand in the order of its text.
    fn first_from(&self, block: usize, address: u32) -> usize {
        let words = &self.blocks[block].words;
        let (mut low, mut high) = (0, words.len());
        while low < high {
            let middle = words.floor_char_boundary(low + (high - low) / 2);
            if self.place(block, middle..middle + 1).start < address {
                low = words.ceil_char_boundary(middle + 1);
            } else {
                high = middle;
            }
        }
        low
    }

    /// The place of a part of a sentence.
    pub fn part(&self, sentence: &Sentence, part: Range<usize>) -> Span {
        let start = sentence.range.start;
        self.place(sentence.block, start + part.start..start + part.end)
    }

    /// The place of what lies at some bytes of the manuscript's text.
    pub fn at(&self, bytes: Range<usize>) -> Span {
        self.laid.place(bytes)
    }

    /// The place of a part of an entry of the bibliography, by the number of the entry and the bytes of the text that
    /// lists it.
    pub fn listed(&self, entry: usize, bytes: Range<usize>) -> Span {
        match self.from.get(entry) {
            Some(list) => self.lists[*list].whole.part(bytes),
            None => self.at(bytes),
        }
    }

    /// The entries that the manuscript itself lists, by their numbers.
    pub fn printed(&self) -> Range<usize> {
        self.bibliography.kept..self.bibliography.entries.len()
    }

    /// The whole of it: of several files, the one that takes in the others.
    pub fn whole(&self) -> Span {
        self.laid.whole()
    }

    /// The sentences of a block, by their numbers.
    pub fn of_block(&self, block: usize) -> Range<usize> {
        self.sentences.partition_point(|sentence| sentence.block < block)
            ..self.sentences.partition_point(|sentence| sentence.block <= block)
    }

    /// The sentence that a byte of a block's words belongs to, by its number.
    pub fn sentence_at(&self, block: usize, at: usize) -> Option<usize> {
        let of_block = self.of_block(block);
        let before = self.sentences[of_block.clone()].partition_point(|sentence| sentence.range.end <= at);
        Some(of_block.start + before).filter(|number| *number < of_block.end)
    }

    /// The line of its file on which a byte of a block's words stands.
    pub fn line(&self, block: usize, at: usize) -> usize {
        self.laid.lines().line(self.blocks[block].place(at..at + 1).start)
    }

    /// The path of the file in which a byte of a block's words stands, from the manuscript's folder; `None` for its
    /// own.
    pub fn file(&self, block: usize, at: usize) -> Option<&str> {
        self.laid.lines().file(self.blocks[block].place(at..at + 1).start)
    }

    /// The line on which a byte of a block's words stands, counted on from file to file.
    pub fn row(&self, block: usize, at: usize) -> usize {
        self.laid.lines().row(self.blocks[block].place(at..at + 1).start)
    }

    /// The line, counted on from file to file, that a line of a file is, of the manuscript's own if none is named.
    pub fn row_of(&self, file: Option<&str>, line: u32) -> usize {
        self.laid.lines().row_of(file, line as usize)
    }

    /// What a sentence cites, by its number: in its own words and in the notes that it calls.
    pub fn cited_in(&self, sentence: usize) -> Vec<&Citation> {
        let Sentence { block, range, citations, .. } = &self.sentences[sentence];
        let marks = &self.blocks[*block].marks;
        let first = marks.partition_point(|mark| mark.range.start < range.start);
        let called = marks[first..].iter().take_while(|mark| mark.range.start <= range.end);
        let notes = called.filter_map(|mark| match &mark.what {
            Marked::Call(label) => self.notes.get(label).copied(),
            _ => None,
        });
        let of_note = |note: usize| {
            let start = self.citations.partition_point(|citation| citation.block < note);
            self.citations[start..].iter().take_while(move |citation| citation.block == note)
        };
        self.citations[citations.clone()].iter().chain(notes.flat_map(of_note)).collect()
    }

    /// The heading that a block stands under, the nearest one.
    pub fn heading(&self, block: usize) -> Option<&str> {
        self.outline.path(block).last().map(|heading| self.blocks[*heading].words.as_str())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::Texts;

    /// A manuscript in Markdown.
    pub(in crate::passage) fn read(text: &str, language: &str) -> Manuscript {
        of(crate::document::read("paper.md", text.as_bytes()).expect("it is text"), language)
    }

    /// A manuscript of the blocks that were read.
    pub(in crate::passage) fn of(mut document: Document, language: &str) -> Manuscript {
        let laid = Laid::new(&mut Texts::default(), "paper.md".to_owned(), &mut document).expect("it is small");
        Manuscript::new(document, laid, Vec::new(), Some(language))
    }
}
