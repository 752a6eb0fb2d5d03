//! What the comments of a manuscript let stand, and for which of its words each of them holds.

use super::{Manuscript, NESTED};
use crate::document::{self, Kind};
use crate::text::Span;

/// A comment that lets stand what a rule finds.
#[derive(Clone, Debug)]
pub struct Stet {
    /// The rule.
    pub rule: String,
    /// Why.
    pub because: String,
    /// The place of the comment.
    pub at: Span,
    /// The words that it holds for. Behind words of its line: their sentence, or their block where that is not told in
    /// sentences. Alone on its line: the block that it stands in, else the one that follows, of a table all of its
    /// cells.
    pub of: Span,
}

impl Manuscript {
    pub(super) fn stet(&self, stet: document::Stet) -> Stet {
        let document::Stet { rule, because, at, before } = stet;
        let (at, line) = (self.at(at), self.at(before));
        Stet { rule, because, at, of: self.held_by(at, line.start).unwrap_or(at) }
    }

    /// The words that a comment at a place holds for, on a line that begins at that address.
    fn held_by(&self, at: Span, line: u32) -> Option<Span> {
        let begun = self.places.partition_point(|(place, _)| place.start < at.start);
        let last = self.places[..begun].last();
        let mut around = self.places[begun.saturating_sub(NESTED)..begun].iter();
        let outer = last.and_then(|(last, _)| around.find(|(place, _)| place.holds(*last)));
        if let Some(&(whole, block)) = outer {
            let before = self.blocks[block].words[..self.first_from(block, at.start)].trim_end();
            let letter = before.floor_char_boundary(before.len().saturating_sub(1));
            if self.place(block, letter..letter + 1).start >= line {
                let sentence = self.sentence_at(block, letter).map(|number| self.sentences[number].range.clone());
                let words = sentence.map_or(whole, |range| self.place(block, range));
                return Some(Span::new(words.start, words.end().max(at.end())));
            }
            if whole.holds(at) {
                return Some(whole);
            }
        }
        let mut next = self.places[begun..].iter();
        let &(first, block) = next.next()?;
        let is_cell = |block: usize| self.blocks[block].kind == Kind::Cell;
        let cells = next.take_while(|(_, next)| is_cell(block) && is_cell(*next));
        Some(Span::new(first.start, cells.last().map_or(first, |(place, _)| *place).end()))
    }
}
