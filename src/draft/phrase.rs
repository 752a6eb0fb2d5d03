//! The few words by which a passage is found again.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::Block;

/// The most words of a phrase.
const WORDS: usize = 8;

/// How often each run of [`WORDS`] words stands in a manuscript.
pub(super) struct Phrases<'m> {
    seen: FxHashMap<&'m str, u32>,
}

impl<'m> Phrases<'m> {
    pub(super) fn new(blocks: &'m [Block]) -> Self {
        let mut seen = FxHashMap::default();
        for block in blocks {
            for run in runs(&block.words, &(0..block.words.len())) {
                *seen.entry(&block.words[run]).or_default() += 1;
            }
        }
        Self { seen }
    }

    /// The words of a sentence by which it is known: those that stand nowhere else, with neither figures, which a
    /// revision may correct, nor a part of one of `except`; as far as there are such.
    pub(super) fn of(&self, words: &'m str, sentence: &Range<usize>, except: &[Range<usize>]) -> &'m str {
        let faults = |run: &Range<usize>| {
            let text = &words[run.clone()];
            let again = self.seen.get(text).is_some_and(|seen| *seen > 1);
            let cited = except.iter().any(|part| part.start < run.end && run.start < part.end);
            let figures = text.contains(|c: char| c.is_ascii_digit());
            let quoted = text.contains(['"', '\\']);
            (again, cited, figures, quoted)
        };
        let best = runs(words, sentence).min_by_key(faults).unwrap_or_else(|| sentence.clone());
        words[best].trim_end_matches(['.', ',', ';', ':'])
    }
}

/// The runs of [`WORDS`] words in a part of a text, in order; all of it where it has no more words.
fn runs(text: &str, part: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = part.start;
    let mut words: Vec<Range<usize>> = Vec::new();
    for word in text[part.clone()].split(' ') {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    let most = words.len().clamp(1, WORDS);
    let runs: Vec<Range<usize>> = words.windows(most).map(|run| run[0].start..run[most - 1].end).collect();
    runs.into_iter()
}
