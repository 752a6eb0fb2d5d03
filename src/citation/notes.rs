//! Notes that hold a reference: `J. Smith, *Title* (London: Press, 2020), p. 4.`, `Smith 2020, 45.`

use std::ops::Range;

use super::index::Index;
use super::{By, Citation, Cited, Form, Resolved, brackets};
use crate::bibliography::{self, Strip};
use crate::document::Block;
use crate::language::SIGNALS;

/// How long the words are that stand in front of a reference at the head of a text in lower case: "see also ".
pub(super) fn signal(lower: &str) -> usize {
    let rest = SIGNALS.longest_first().iter().find_map(|word| lower.strip_prefix(word)?.strip_prefix(' '));
    rest.map_or(0, |rest| lower.len() - rest.len())
}

/// The parts of a note beside those that point back.
pub(super) fn parts(words: &str, back: &[Citation]) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(back.iter().map(|citation| citation.range.end));
    let ends = back.iter().map(|citation| citation.range.start).chain([words.len()]);
    let gaps = starts.zip(ends).map(|(start, end)| {
        let text = &words[start..end];
        let head = text.len() - text.trim_start_matches([' ', ';', '.', ',']).len();
        start + head..(start + text.trim_end_matches([' ', ';']).len()).max(start + head)
    });
    gaps.filter(|gap| !gap.is_empty()).collect()
}

/// The citation that a part of a note is, if it is one.
pub(super) fn citation(number: usize, block: &Block, part: &Range<usize>, index: &Index<'_>) -> Option<Citation> {
    let words = &block.words;
    let lower = words[part.clone()].to_ascii_lowercase();
    let prefix = signal(&lower);
    let whole = part.start + prefix..part.end;
    let before = (prefix > 0).then(|| part.start..part.start + prefix - 1);
    let of = |works: Vec<Cited>| Citation { block: number, range: part.clone(), form: Form::Note, works };
    if let Some(works) = brackets::named(words, &whole, index) {
        return Some(of(works));
    }
    let mut strip = Strip::default();
    strip.push(block, whole.clone());
    let entry = bibliography::read_reference(&strip);
    let told = entry.field("title").is_some() && !entry.author.is_empty();
    let resolved = index.described(&entry);
    let found = !matches!(resolved, Resolved::Nothing(_));
    let whole_reference =
        told && (entry.field("issued").is_some() || entry.field("URL").is_some()) && entry.field("type").is_some();
    let addressed = entry.field("URL").is_some() && part.len() <= 400;
    if !(found && told || whole_reference || found && addressed) {
        return None;
    }
    Some(of(vec![Cited { range: whole, by: By::Work(Box::new(entry)), prefix: before, locator: None, resolved }]))
}
