//! The words of one entry in a line, though they may lie in several blocks, or share one with another entry.

use std::ops::Range;

use super::Part;
use crate::document::{Block, Marked};

/// What reference managers put around all that they print in Google's documents: it leads to no work.
const MANAGERS: [&str; 3] = ["://www.zotero.org/google-docs/", "://paperpile.com/c/", "://paperpile.com/b/"];

/// Words in a line, with the places that they come from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Strip<'b> {
    /// The words.
    pub(crate) words: String,
    /// What is set apart in them.
    pub(super) emphasis: Vec<Range<usize>>,
    /// What leads somewhere, and where it leads.
    pub(super) links: Vec<(Range<usize>, &'b str)>,
    pieces: Vec<Piece<'b>>,
}

#[derive(Clone, Debug)]
struct Piece<'b> {
    /// Where it starts in the strip.
    start: usize,
    block: &'b Block,
    /// What it is of the block's words.
    part: Range<usize>,
}

impl<'b> Strip<'b> {
    /// Takes in a part of a block's words, behind a space.
    pub(crate) fn push(&mut self, block: &'b Block, part: Range<usize>) {
        let text = &block.words[part.clone()];
        let part = part.start + (text.len() - text.trim_start().len())..part.end - (text.len() - text.trim_end().len());
        if part.is_empty() || part.start > part.end {
            return;
        }
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        let start = self.words.len();
        self.words.push_str(&block.words[part.clone()]);
        let inside = |range: &Range<usize>| {
            let (from, to) = (range.start.max(part.start), range.end.min(part.end));
            (from < to).then(|| from - part.start + start..to - part.start + start)
        };
        for mark in &block.marks {
            let Some(range) = inside(&mark.range) else { continue };
            match &mark.what {
                Marked::Emphasis => self.emphasis.push(range),
                Marked::Link(target) if !MANAGERS.iter().any(|link| target.contains(link)) => {
                    self.links.push((range, target));
                }
                _ => {}
            }
        }
        self.pieces.push(Piece { start, block, part });
    }

    /// What its first block is called by: the number of an item, the key of `\bibitem{key}`.
    pub(super) fn label(&self) -> Option<Part> {
        self.labels().next()
    }

    /// The same, and what the list prints for it: `\bibitem[Lane (2015)]{lane}`.
    pub(super) fn labels(&self) -> impl Iterator<Item = Part> {
        let first = self.pieces.first().filter(|piece| piece.part.start == 0);
        first.into_iter().flat_map(|Piece { block, part, .. }| {
            block.marks.iter().filter_map(|mark| match &mark.what {
                Marked::Label(label) => {
                    Some(Part { words: label.clone(), at: block.place(part.start..part.start + 1) })
                }
                _ => None,
            })
        })
    }

    /// Takes in what another strip holds.
    pub(crate) fn append(&mut self, other: &Strip<'b>) {
        for piece in &other.pieces {
            self.push(piece.block, piece.part.clone());
        }
    }

    /// The strip in two, the second part from a byte of the words on.
    pub(crate) fn split(&self, at: usize) -> (Strip<'b>, Strip<'b>) {
        let (mut first, mut second) = (Strip::default(), Strip::default());
        for piece in &self.pieces {
            let cut = (piece.part.start + at.saturating_sub(piece.start)).min(piece.part.end);
            first.push(piece.block, piece.part.start..cut);
            second.push(piece.block, cut..piece.part.end);
        }
        (first, second)
    }

    /// Where a part of the words stands in the text. Of a part that lies in several blocks, what lies in the first.
    pub(super) fn place(&self, part: Range<usize>) -> Range<usize> {
        let next = self.pieces.partition_point(|piece| piece.start <= part.start);
        let Some(piece) = next.checked_sub(1).map(|at| &self.pieces[at]) else { return 0..0 };
        let inside = |at: usize| (piece.part.start + at.saturating_sub(piece.start)).min(piece.part.end);
        piece.block.place(inside(part.start)..inside(part.end))
    }

    /// Where the whole of it stands; of one that is torn apart, where its first part does.
    pub(super) fn whole(&self) -> Range<usize> {
        let mut whole = self.place(0..self.words.len());
        for piece in self.pieces.iter().skip(1) {
            let place = piece.block.place(piece.part.clone());
            // A part that stands further up, or behind other entries, does not widen it.
            if place.start >= whole.end && place.start - whole.end <= 2 {
                whole.end = place.end;
            }
        }
        whole
    }
}
