//! Passages found again: where in a manuscript the words stand that a record has noted of it.
//!
//! The words of a phrase are looked up as they are, but for case, white space, diacritics, quotation marks and hyphens.
//! Where they stand several times, the section and the line that were noted decide, then capitals and signs. Where they
//! stand nowhere, the passage that has most of them in their order is taken, if it has enough: more is asked outside
//! the section that was noted. What is there in the place of each word that differs is told.
//!
//! The words of the text are indexed once; a phrase costs what its rarer words cost, not the length of the text. A
//! phrase that is looked up again, as in a text whose paragraphs are all alike, costs nothing but the line that it is
//! wanted on.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Manuscript;
use crate::document::Kind;
use crate::names;

mod folding;

use folding::words;

/// What a record has noted of where its passage stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Locator<'l> {
    /// The heading.
    pub section: Option<&'l str>,
    /// The line, counted on from file to file.
    pub row: Option<usize>,
    /// A few words of the passage.
    pub phrase: &'l str,
}

/// Where a passage stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Here.
    Found(Passage),
    /// In several places, between which nothing that was noted decides.
    Ambiguous(Arc<[Passage]>),
    /// Nowhere.
    Gone,
}

/// A passage of a manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The block that it stands in, by its number.
    pub block: usize,
    /// Where it stands in the block's words. Of a passage that a page has torn in two this is the first part.
    pub range: Range<usize>,
    /// What differs from the phrase that was noted, in order.
    pub changes: Vec<Change>,
}

/// Words of a phrase that are others in the passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where they stand in the phrase; empty where words were put in.
    pub was: Range<usize>,
    /// Where those stand that are in their place, in the words of the block; empty where words were left out.
    pub is: Range<usize>,
}

/// How many percent of the weight of its words a passage has kept, at least, in the section that was noted.
const KEPT_NEAR: f64 = 50.0;
/// How many it has kept, at least, elsewhere.
const KEPT_FAR: f64 = 75.0;
/// A word that stands more often than this is no help to find a passage that was edited.
const FREQUENT: usize = 500;
/// So many places at which an edited passage may stand are compared with it word by word.
const COMPARED: usize = 8;

/// The words of a manuscript, indexed.
#[derive(Debug)]
pub struct Index<'m> {
    reading: &'m Manuscript,
    words: Vec<Placed>,
    numbers: FxHashMap<String, u32>,
    /// Where each word stands among all.
    stands: Vec<Vec<u32>>,
    /// The headings, folded, by block.
    headings: FxHashMap<usize, String>,
    /// Where the phrases stand that were looked up.
    looked_up: RefCell<FxHashMap<Noted, Rc<Alike>>>,
}

/// A phrase, and the section that was noted with it.
type Noted = (String, Option<String>);

/// The passages that have all the words of a phrase: those of a section, where it has any.
#[derive(Debug, Default)]
struct Alike {
    /// Each with the line that it stands on, by that line.
    places: Vec<(usize, Passage)>,
    /// What was decided of those that are nearest to a line.
    decided: RefCell<FxHashMap<Range<usize>, Anchor>>,
}

impl Alike {
    /// Those nearest to a line; all of them if none was noted.
    fn nearest(&self, row: Option<usize>) -> Range<usize> {
        let Some(row) = row else { return 0..self.places.len() };
        let start = self.places.partition_point(|(other, _)| *other < row);
        let off = |at: usize| self.places.get(at).map_or(usize::MAX, |(other, _)| other.abs_diff(row));
        let least = off(start).min(off(start.wrapping_sub(1)));
        let from = self.places.partition_point(|(other, _)| *other < row.saturating_sub(least));
        from..self.places.partition_point(|(other, _)| *other <= row.saturating_add(least))
    }
}

/// A word of the manuscript.
#[derive(Debug)]
struct Placed {
    word: u32,
    block: u32,
    at: Range<u32>,
}

/// A word of a phrase: its number, if the manuscript has it, and its place.
type Wanted = (Option<u32>, Range<usize>);

impl<'m> Index<'m> {
    /// The words of the text, the remarks on it left out.
    pub fn new(reading: &'m Manuscript) -> Self {
        let mut index = Self {
            reading,
            words: Vec::new(),
            numbers: FxHashMap::default(),
            stands: Vec::new(),
            headings: FxHashMap::default(),
            looked_up: RefCell::default(),
        };
        for (number, block) in reading.blocks.iter().enumerate() {
            if block.kind == Kind::Comment {
                continue;
            }
            if let Some(heading) = reading.outline.path(number).last() {
                index.headings.entry(*heading).or_insert_with(|| folded(&reading.blocks[*heading].words));
            }
            for (word, at) in words(&block.words) {
                index.push(word, number, at);
            }
        }
        index
    }

    fn push(&mut self, word: String, block: usize, at: Range<usize>) {
        let next = self.stands.len() as u32;
        let word = *self.numbers.entry(word).or_insert(next);
        if word == next {
            self.stands.push(Vec::new());
        }
        self.stands[word as usize].push(self.words.len() as u32);
        self.words.push(Placed { word, block: block as u32, at: at.start as u32..at.end as u32 });
    }

    /// Where the passage stands of which `locator` was noted. A phrase without words stands nowhere.
    pub fn find(&self, locator: &Locator<'_>) -> Anchor {
        let anywhere = self.alike(&Locator { section: None, ..*locator });
        let near = anywhere.nearest(locator.row);
        match &anywhere.places[near] {
            [] => self.edited(&self.wanted(locator.phrase), locator),
            // What is nearest of all is nearest in its section.
            [(_, one)] if self.is_in_section(one.block, locator) => Anchor::Found(one.clone()),
            _ => {
                let alike = self.alike(locator);
                let near = alike.nearest(locator.row);
                let mut decided = alike.decided.borrow_mut();
                let anchor = decided.entry(near.clone());
                anchor.or_insert_with(|| self.chosen(&alike.places[near], locator.phrase)).clone()
            }
        }
    }

    fn wanted(&self, phrase: &str) -> Vec<Wanted> {
        words(phrase).into_iter().map(|(word, at)| (self.numbers.get(&word).copied(), at)).collect()
    }

    /// The passages that have all the words of a phrase.
    fn alike(&self, locator: &Locator<'_>) -> Rc<Alike> {
        let key = (locator.phrase.to_owned(), locator.section.map(str::to_owned));
        if let Some(known) = self.looked_up.borrow().get(&key) {
            return Rc::clone(known);
        }
        let places = match locator.section {
            None => self.by_row(self.exact(&self.wanted(locator.phrase))),
            Some(_) => self.in_section(&self.alike(&Locator { section: None, ..*locator }).places, locator),
        };
        let alike = Rc::new(Alike { places, ..Alike::default() });
        self.looked_up.borrow_mut().insert(key, Rc::clone(&alike));
        alike
    }

    /// The passages that have all the words in their order.
    fn exact(&self, wanted: &[Wanted]) -> Vec<Passage> {
        let Some(numbers) = wanted.iter().map(|(number, _)| *number).collect::<Option<Vec<u32>>>() else {
            return Vec::new();
        };
        let Some((rarest, word)) =
            numbers.iter().enumerate().min_by_key(|(_, word)| self.stands[**word as usize].len())
        else {
            return Vec::new();
        };
        let starts = self.stands[*word as usize].iter().filter_map(|at| (*at as usize).checked_sub(rarest));
        let whole = starts.filter_map(|start| {
            let here = self.words.get(start..start + numbers.len())?;
            here.iter().zip(&numbers).all(|(word, number)| word.word == *number).then_some(start)
        });
        whole.map(|start| self.passage(start..start + numbers.len(), Vec::new())).collect()
    }

    fn passage(&self, range: Range<usize>, changes: Vec<Change>) -> Passage {
        let here = &self.words[range];
        let block = here[0].block;
        let last = here.iter().take_while(|word| word.block == block).last().map_or(here[0].at.end, |word| word.at.end);
        Passage { block: block as usize, range: here[0].at.start as usize..last as usize, changes }
    }

    fn by_row(&self, passages: Vec<Passage>) -> Vec<(usize, Passage)> {
        let row = |passage: &Passage| self.reading.row(passage.block, passage.range.start);
        let mut places: Vec<_> = passages.into_iter().map(|passage| (row(&passage), passage)).collect();
        places.sort_by_key(|(row, _)| *row);
        places
    }

    /// Those of some passages that stand in the section that was noted; all if none does.
    fn in_section(&self, all: &[(usize, Passage)], locator: &Locator<'_>) -> Vec<(usize, Passage)> {
        let here = all.iter().filter(|(_, passage)| self.is_in_section(passage.block, locator));
        let here: Vec<_> = here.cloned().collect();
        if here.is_empty() { all.to_vec() } else { here }
    }

    /// The one of several passages that is to the letter what was noted.
    fn chosen(&self, near: &[(usize, Passage)], phrase: &str) -> Anchor {
        let passages = || near.iter().map(|(_, passage)| passage);
        let mut to_the_letter = passages().filter(|passage| self.is_exact(passage, phrase));
        let (exact, other) = (to_the_letter.next(), to_the_letter.next());
        match (near, exact.xor(other)) {
            ([(_, one)], _) => Anchor::Found(one.clone()),
            (_, Some(exact)) => Anchor::Found(exact.clone()),
            // Within one sentence it makes no difference.
            ([(_, first), ..], None) if passages().all(|other| self.sentence(other) == self.sentence(first)) => {
                Anchor::Found(first.clone())
            }
            _ => Anchor::Ambiguous(passages().cloned().collect()),
        }
    }

    /// Whether a passage has the letters of a phrase, capitals and signs among them.
    fn is_exact(&self, passage: &Passage, phrase: &str) -> bool {
        let words = &self.reading.blocks[passage.block].words;
        words.get(passage.range.start..).is_some_and(|here| here.starts_with(names::one_line(phrase).as_str()))
    }

    fn sentence(&self, passage: &Passage) -> Option<usize> {
        self.reading.sentence_at(passage.block, passage.range.start)
    }

    /// Whether a block stands in the section that was noted, if one was.
    fn is_in_section(&self, block: usize, locator: &Locator<'_>) -> bool {
        let Some(section) = locator.section else { return true };
        let section = folded(section);
        let above = self.reading.outline.path(block).into_iter().chain([block]);
        above.filter_map(|heading| self.headings.get(&heading)).any(|heading| is_same_heading(heading, &section))
    }

    /// The passage that has enough of the words in their order.
    fn edited(&self, wanted: &[Wanted], locator: &Locator<'_>) -> Anchor {
        let compared = self.candidates(wanted).into_iter().filter_map(|start| self.compared(start, wanted));
        let enough = compared.filter(|(kept, passage)| {
            *kept >= if self.is_in_section(passage.block, locator) { KEPT_NEAR } else { KEPT_FAR }
        });
        let mut enough: Vec<(f64, Passage)> = enough.collect();
        let best = enough.iter().map(|(kept, _)| *kept).fold(0.0, f64::max);
        enough.retain(|(kept, _)| *kept >= best);
        let mut passages: Vec<Passage> = enough.into_iter().map(|(_, passage)| passage).collect();
        passages.sort_by_key(|passage| (passage.block, passage.range.start, passage.range.end));
        passages.dedup();
        if passages.is_empty() {
            return Anchor::Gone;
        }
        let alike = Alike { places: self.in_section(&self.by_row(passages), locator), ..Alike::default() };
        self.chosen(&alike.places[alike.nearest(locator.row)], locator.phrase)
    }

    /// The places at which a passage may begin that has many of the words, by their numbers among all words.
    fn candidates(&self, wanted: &[Wanted]) -> Vec<usize> {
        let mut votes: Vec<(usize, usize)> = Vec::new();
        for (place, number) in wanted.iter().enumerate().filter_map(|(place, (number, _))| Some((place, (*number)?))) {
            let stands = &self.stands[number as usize];
            if stands.len() <= FREQUENT {
                votes.extend(stands.iter().map(|at| ((*at as usize).saturating_sub(place), place)));
            }
        }
        votes.sort_unstable();
        let slack = slack(wanted.len());
        let mut ranked: Vec<(f64, usize)> = Vec::new();
        let mut end = 0;
        for first in 0..votes.len() {
            while end < votes.len() && votes[end].0 <= votes[first].0 + slack {
                end += 1;
            }
            let mut places: Vec<usize> = votes[first..end].iter().map(|(_, place)| *place).collect();
            places.sort_unstable();
            places.dedup();
            ranked.push((places.iter().map(|place| self.weight(wanted[*place].0)).sum(), votes[first].0));
        }
        ranked.sort_by(|(one, at), (other, beside)| other.total_cmp(one).then(at.cmp(beside)));
        let mut starts: Vec<usize> = Vec::new();
        for (_, start) in ranked {
            if starts.len() < COMPARED && starts.iter().all(|other| other.abs_diff(start) > slack) {
                starts.push(start);
            }
        }
        starts
    }

    /// What a word tells of its passage: from 1, for the most frequent word, to 2, for one that stands nowhere.
    fn weight(&self, word: Option<u32>) -> f64 {
        let stands = word.map_or(0, |word| self.stands[word as usize].len());
        2.0 - (1.0 + stands as f64).ln() / (2.0 + self.words.len() as f64).ln()
    }

    /// The passage about a word, with how many percent of the weight of the wanted words it has.
    fn compared(&self, start: usize, wanted: &[Wanted]) -> Option<(f64, Passage)> {
        let around = self.around(start, wanted.len())?;
        let theirs: Vec<Option<u32>> = self.words[around.clone()].iter().map(|word| Some(word.word)).collect();
        let ours: Vec<Option<u32>> = wanted.iter().map(|(number, _)| *number).collect();
        let runs = held_together(common_runs(&ours, &theirs));
        let (first, last) = (runs.first()?, runs.last()?);
        let weight = |words: &[Option<u32>]| words.iter().map(|word| self.weight(*word)).sum::<f64>();
        let kept: f64 = runs.iter().map(|run| weight(&ours[run.ours.clone()])).sum();
        // Words that were replaced at an end of the phrase are as many there as here.
        let head = first.theirs.start.saturating_sub(first.ours.start);
        let tail = (last.theirs.end + ours.len() - last.ours.end).min(theirs.len());
        let ends = [Run { ours: 0..0, theirs: head..head }, Run { ours: ours.len()..ours.len(), theirs: tail..tail }];
        let [front, back] = &ends;
        let all = || std::iter::once(front).chain(&runs).chain([back]);
        let gaps = all().zip(all().skip(1)).map(|(run, next)| Run {
            ours: run.ours.end..next.ours.start,
            theirs: run.theirs.end + around.start..next.theirs.start + around.start,
        });
        let changes = gaps.filter(|gap| !gap.ours.is_empty() || !gap.theirs.is_empty()).map(|gap| Change {
            was: span(gap.ours.clone(), |at| wanted[at].1.clone()),
            is: span(gap.theirs.clone(), |at| self.words[at].at.start as usize..self.words[at].at.end as usize),
        });
        let changes = changes.collect();
        let passage = self.passage(around.start + head..around.start + tail, changes);
        Some((100.0 * kept / weight(&ours), passage))
    }

    /// The words of one block among which a passage of `length` words that begins at about `start` stands.
    fn around(&self, start: usize, length: usize) -> Option<Range<usize>> {
        let slack = slack(length);
        let middle = (start + length / 2).min(self.words.len().checked_sub(1)?);
        let block = self.words[middle].block;
        let here = |at: &usize| self.words[*at].block == block;
        let from = (start.saturating_sub(slack)..=middle).find(here)?;
        let to = (middle..(start + length + 2 * slack).min(self.words.len())).take_while(here).last()?;
        Some(from..to + 1)
    }
}

/// Words that a phrase and a text have in common, in one run.
struct Run {
    ours: Range<usize>,
    theirs: Range<usize>,
}

fn common_runs(ours: &[Option<u32>], theirs: &[Option<u32>]) -> Vec<Run> {
    let ops = capture_diff_slices(Algorithm::Lcs, ours, theirs).into_iter();
    let runs = ops.filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some(Run { ours: old_index..old_index + len, theirs: new_index..new_index + len })
        }
        _ => None,
    });
    runs.collect()
}

/// The runs without single ones at either end that are too far off to belong to the passage: a "the" that stands
/// somewhere.
fn held_together(mut runs: Vec<Run>) -> Vec<Run> {
    let apart = |one: &Run, next: &Run| {
        let (ours, theirs) = (next.ours.start - one.ours.end, next.theirs.start - one.theirs.end);
        theirs > ours + 1 && theirs > 2 * one.ours.len().min(next.ours.len())
    };
    while let [first, second, ..] = &runs[..]
        && apart(first, second)
        && first.ours.len() < runs.iter().skip(1).map(|run| run.ours.len()).sum()
    {
        runs.remove(0);
    }
    while let [.., before, last] = &runs[..]
        && apart(before, last)
        && last.ours.len() < runs.iter().rev().skip(1).map(|run| run.ours.len()).sum()
    {
        runs.pop();
    }
    runs
}

/// From the first of some words to the last; empty where there are none.
fn span(words: Range<usize>, place: impl Fn(usize) -> Range<usize>) -> Range<usize> {
    if words.is_empty() { 0..0 } else { place(words.start).start..place(words.end - 1).end }
}

/// By how many words a passage may be longer than its phrase, or begin beside the place that its words vote for.
fn slack(length: usize) -> usize {
    2 + length / 3
}

/// Where the words of a text stand: hyphens and apostrophes inside of one belong to it, as do the points of a number.
pub(crate) fn folded_places(text: &str) -> Vec<Range<usize>> {
    words(text).into_iter().map(|(_, at)| at).collect()
}

/// The words of a text as they are compared.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|(word, _)| word).collect()
}

/// A heading as it is compared.
pub(crate) fn folded(heading: &str) -> String {
    folded_words(heading).join(" ")
}

/// Whether two headings are one, of which either may be cut short or stand without its number.
pub(crate) fn is_same_heading(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let cut = |rest: Option<&str>| rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let number = || long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' ') && rest.len() <= 6);
    !short.is_empty() && (cut(long.strip_prefix(short)) || number())
}

/// Which of some passages, in the order in which they once stood, have left their place: as few as may be, so that the
/// others still stand in that order. Each is given by where it stands.
pub fn moved(places: &[usize]) -> Vec<bool> {
    // The longest row that does not fall (Fredman, "On computing the length of longest increasing subsequences", 1975).
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|end| places[*end] <= *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut moved = vec![true; places.len()];
    for at in std::iter::successors(ends.last().copied(), |at| before[*at]) {
        moved[at] = false;
    }
    moved
}

#[cfg(test)]
mod tests;
