//! The sentences of a manuscript, with where they stand and the citations that bear them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::speaks;
use crate::bibliography::Bibliography;
use crate::citation::{Citation, Form};
use crate::document::{Block, Document, Kind, Lines, Marked, Outline, Spot};
use crate::draft::ids::slug;
use crate::draft::tone::Tone;
use crate::language::{Sentence, Vocabulary, row};
use crate::names::one_line;
use crate::passage::{Worth, sentences, walls, within, worth};
use crate::time::prose::Found;

/// How many paragraphs a citation may stand behind the one that it is presumed to bear.
const PARAGRAPHS: usize = 2;

/// A sentence.
#[derive(Debug)]
pub(super) struct Passage<'m> {
    /// Its block, by its number, and the words of that.
    pub(super) block: usize,
    pub(super) words: &'m str,
    /// Its place in the words of the block, and those of the citations in it.
    pub(super) range: Range<usize>,
    pub(super) cited: Vec<Range<usize>>,
    /// Where titles and foreign words are set apart in it.
    pub(super) set_apart: Vec<Range<usize>>,
    pub(super) cites: Vec<Bears>,
    pub(super) worth: Option<Worth>,
    pub(super) at: Spot,
    pub(super) file: String,
    pub(super) chapter: String,
    pub(super) section: String,
    is_note: bool,
}

/// A work that bears a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bears {
    /// The citation, and the work in it, by their numbers.
    pub(super) citation: usize,
    pub(super) work: usize,
    /// Whether all that is dated in the sentence stands on the side of the citation that it bears.
    pub(super) reaches: bool,
    /// The date that stands next to the citation, by its number among those of the sentence.
    pub(super) beside: Option<usize>,
}

impl<'m> Passage<'m> {
    /// The sentence.
    pub(super) fn text(&self) -> &'m str {
        &self.words[self.range.clone()]
    }

    /// Where its citations, dates and test statistics stand in it, in order: no numbers of what it counts.
    pub(super) fn walls(&self) -> Vec<Range<usize>> {
        walls(self.cited_within(), self.worth.as_ref())
    }

    /// Where its citations stand in it.
    fn cited_within(&self) -> Vec<Range<usize>> {
        self.cited.iter().map(|part| within(&self.range, part)).collect()
    }

    /// The sentence without its citations and dates.
    pub(super) fn bare(&self) -> String {
        let dates = self.worth.iter().flat_map(|worth| &worth.dates);
        let dates = dates.map(|date| date.at.start + self.range.start..date.at.end + self.range.start);
        let mut parts: Vec<Range<usize>> = self.cited.iter().cloned().chain(dates).collect();
        parts.sort_unstable_by_key(|part| part.start);
        let (mut bare, mut at) = (String::new(), self.range.start);
        for part in parts {
            bare.push_str(self.words.get(at..part.start).unwrap_or_default());
            at = at.max(part.end);
        }
        bare.push_str(self.words.get(at..self.range.end).unwrap_or_default());
        one_line(&bare)
    }

    /// In which modes it speaks. What a citation is called says nothing of the sentence.
    pub(super) fn tone(&self) -> Tone {
        Tone::of(self.text(), &self.cited_within())
    }

    /// Whether a place in the sentence, counted from its start, is set apart with words beside it: a title.
    pub(super) fn is_title(&self, part: &Range<usize>) -> bool {
        let part = part.start + self.range.start..part.end + self.range.start;
        self.set_apart
            .iter()
            .any(|title| title.start <= part.start && part.end <= title.end && title.len() > part.len())
    }
}

/// The sentences of a manuscript, without those of its headings, its tables, its bibliography and its remarks.
pub(super) fn passages<'m>(
    manuscript: &'m Document,
    bibliography: &Bibliography,
    citations: &[Citation],
    lines: &Lines,
    language: &str,
) -> Vec<Passage<'m>> {
    let chapters = Chapters::new(manuscript);
    let cited = Cited::new(&manuscript.blocks, citations);
    let mut passages = Vec::new();
    for (number, block) in manuscript.blocks.iter().enumerate() {
        if !speaks(&block.kind)
            || bibliography.holds(number)
            || cited.is_reference(number)
            || manuscript.preface.holds(block)
        {
            continue;
        }
        let (file, chapter, section) = chapters.of(number);
        let set_apart = block.marks.iter().filter(|mark| mark.what == Marked::Emphasis).map(|mark| mark.range.clone());
        let set_apart = Parts::new(set_apart.collect());
        for range in sentences(&block.words) {
            let parts = cited.parts(number, &range);
            let inside: Vec<Range<usize>> = parts.iter().map(|part| within(&range, part)).collect();
            let worth = worth(&block.words[range.clone()], language, &inside);
            passages.push(Passage {
                block: number,
                words: &block.words,
                cites: cited.bears(number, &range, worth.as_ref()),
                cited: parts,
                set_apart: set_apart.parts[set_apart.meeting(&range)].to_vec(),
                worth,
                at: lines.spot(block.place(range.clone()).start),
                range,
                file: file.clone(),
                chapter: chapter.clone(),
                section: section.clone(),
                is_note: matches!(block.kind, Kind::Note(_)),
            });
        }
    }
    passages
}

/// Where the next passages stand that cite, and that are not in notes.
pub(super) struct Ahead {
    citing: Vec<usize>,
    body: Vec<usize>,
}

impl Ahead {
    pub(super) fn new(passages: &[Passage<'_>]) -> Self {
        let next = |is_one: fn(&Passage<'_>) -> bool| {
            let mut next = vec![passages.len(); passages.len() + 1];
            for (at, passage) in passages.iter().enumerate().rev() {
                next[at] = if is_one(passage) { at } else { next[at + 1] };
            }
            next
        };
        Self { citing: next(|passage| !passage.cites.is_empty()), body: next(|passage| !passage.is_note) }
    }

    /// The passage whose citation presumably bears one that cites nothing: the next one of the paragraph that cites;
    /// where none of the paragraph does, the first of the next paragraphs of the section.
    pub(super) fn presumed<'p, 'm>(&self, passages: &'p [Passage<'m>], at: usize) -> Option<&'p Passage<'m>> {
        let passage = &passages[at];
        let told_before = || at.checked_sub(1).map(|before| &passages[before]).filter(|it| it.block == passage.block);
        // "The dam cracked (Soto 2010). This cost 3 million. …" goes on with what Soto says.
        let looks_back = || looks_back(passage.text()) && told_before().is_some_and(|it| !it.cites.is_empty());
        if !passage.cites.is_empty() || passage.is_note || looks_back() {
            return None;
        }
        let start = passages.partition_point(|other| other.block < passage.block);
        let end = |at: usize| passages.partition_point(|other| other.block <= passages[at].block);
        let mut next = end(at);
        if self.citing[start] < next {
            // What stands behind the last citation of its paragraph has none.
            return passages.get(self.citing[at]).filter(|other| other.block == passage.block);
        }
        for _ in 0..PARAGRAPHS {
            next = self.body[next];
            passages.get(next).filter(|other| other.section == passage.section)?;
            let behind = end(next);
            if self.citing[next] < behind {
                return passages.get(self.citing[next]);
            }
            next = behind;
        }
        None
    }
}

/// Whether a sentence opens with a word for what the one before told of.
fn looks_back(sentence: &str) -> bool {
    static LOOKS_BACK: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::LooksBack));
    let first = sentence.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    LOOKS_BACK.has(&first.to_lowercase())
}

/// Parts of a text in the order of their starts.
struct Parts {
    parts: Vec<Range<usize>>,
    /// How far each of them, and those before it, reach.
    reach: Vec<usize>,
}

impl Parts {
    fn new(parts: Vec<Range<usize>>) -> Self {
        let mut furthest = 0;
        let reach = parts.iter().map(|part| {
            furthest = furthest.max(part.end);
            furthest
        });
        Self { reach: reach.collect(), parts }
    }

    /// The parts between the first and the last that meet a range, by their places.
    fn meeting(&self, range: &Range<usize>) -> Range<usize> {
        let end = self.parts.partition_point(|part| starts_in(part, range));
        self.reach.partition_point(|reach| *reach <= range.start).min(end)..end
    }
}

/// Whether a part starts before the end of a range; a mark without words of its own may stand right behind it.
fn starts_in(part: &Range<usize>, range: &Range<usize>) -> bool {
    part.start < range.end || part.is_empty() && part.start == range.end
}

/// The citations of a manuscript by the blocks that they stand in, and the notes by their labels.
struct Cited<'c> {
    citations: &'c [Citation],
    blocks: &'c [Block],
    /// The numbers of those of a block, and where they stand.
    of_block: FxHashMap<usize, (Vec<usize>, Parts)>,
    notes: FxHashMap<&'c str, usize>,
}

impl<'c> Cited<'c> {
    fn new(blocks: &'c [Block], citations: &'c [Citation]) -> Self {
        let mut numbers: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for (number, citation) in citations.iter().enumerate() {
            numbers.entry(citation.block).or_default().push(number);
        }
        let placed = |(block, numbers): (usize, Vec<usize>)| {
            let parts = Parts::new(numbers.iter().map(|number| citations[*number].range.clone()).collect());
            (block, (numbers, parts))
        };
        let of_block = numbers.into_iter().map(placed).collect();
        let notes = blocks.iter().enumerate().filter_map(|(number, block)| match &block.kind {
            Kind::Note(label) => Some((label.as_str(), number)),
            _ => None,
        });
        Self { citations, blocks, of_block, notes: notes.collect() }
    }

    fn within(&self, block: usize, range: &Range<usize>) -> impl Iterator<Item = (usize, &'c Citation)> {
        let here = self.of_block.get(&block).map_or(&[][..], |(numbers, parts)| &numbers[parts.meeting(range)]);
        let here = here.iter().map(|number| (*number, &self.citations[*number]));
        here.filter(|(_, citation)| starts_in(&citation.range, range) && range.start < citation.range.end)
    }

    /// Whether a block is a note that holds a reference and nothing else.
    fn is_reference(&self, block: usize) -> bool {
        let whole = 0..usize::MAX;
        self.within(block, &whole).any(|(_, citation)| citation.form == Form::Note)
    }

    /// The places of the citations in a sentence, in order and apart.
    fn parts(&self, block: usize, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        for (_, citation) in self.within(block, range) {
            let part = citation.range.start.max(range.start)..citation.range.end.min(range.end);
            if parts.last().is_none_or(|last| last.end <= part.start) {
                parts.push(part);
            }
        }
        parts
    }

    /// The works that are cited in a sentence, and in the notes that it calls.
    fn bears(&self, block: usize, range: &Range<usize>, worth: Option<&Worth>) -> Vec<Bears> {
        let dates = worth.map(|worth| worth.dates.as_slice()).unwrap_or_default();
        let mut bears = Vec::new();
        let mut push = |number: usize, citation: &Citation, reaches: bool, beside: Option<usize>| {
            bears.extend((0..citation.works.len()).map(|work| Bears { citation: number, work, reaches, beside }));
        };
        let cited: Vec<(usize, &Citation)> = self.within(block, range).collect();
        let text = &self.blocks[block].words[range.clone()];
        let told = !all_aside(text, dates, &self.parts(block, range), range.start);
        let mut after = 0;
        for (at, (number, citation)) in cited.iter().enumerate() {
            // A bracket bears what stands before it; what follows the last bracket, it does not.
            let place = citation.range.start.saturating_sub(range.start)..citation.range.end - range.start;
            let is_running = citation.form == Form::Running;
            let last = at + 1 == cited.len();
            let reaches = is_running || !last || dates.last().is_none_or(|date| date.at.start < place.end);
            let reaches = reaches && told && !(is_mark(citation) && is_spoken_of(text, &place));
            let until = match cited.get(at + 1) {
                Some((_, next)) if is_running => next.range.start.saturating_sub(range.start),
                None if is_running => range.len(),
                _ => place.start,
            };
            push(*number, citation, reaches, beside(dates, &place, after..until));
            after = place.end;
        }
        let marks = &self.blocks[block].marks;
        let from = marks.partition_point(|mark| mark.range.start < range.start);
        for mark in marks[from..].iter().take_while(|mark| mark.range.start <= range.end) {
            let Marked::Call(label) = &mark.what else { continue };
            let Some(note) = self.notes.get(label.as_str()) else { continue };
            let place = mark.range.start - range.start;
            let beside = beside(dates, &(place..place), 0..place);
            for (number, citation) in self.within(*note, &(0..usize::MAX)) {
                push(number, citation, true, beside);
            }
        }
        bears
    }
}

/// Whether there are dates, and each stands in a bracket that cites nothing: "the rules (widened in 2025) ask for [3]".
fn all_aside(text: &str, dates: &[Found], cited: &[Range<usize>], start: usize) -> bool {
    let mut asides: Vec<Range<usize>> = Vec::new();
    let mut open = None;
    for (at, bracket) in text.match_indices(['(', ')']) {
        match (bracket, open) {
            ("(", _) => open = Some(at),
            (_, Some(from)) => {
                asides.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    let holds_citation = |aside: &Range<usize>| {
        let next = cited.partition_point(|part| part.end - start <= aside.start);
        cited.get(next).is_some_and(|part| part.start.saturating_sub(start) < aside.end)
    };
    let is_aside = |date: &Found| {
        let next = asides.partition_point(|aside| aside.end <= date.at.start);
        asides.get(next).is_some_and(|aside| aside.start < date.at.start && !holds_citation(aside))
    };
    !dates.is_empty() && dates.iter().all(is_aside)
}

/// What stands before a work that a sentence speaks of.
static PREPOSITIONS: Vocabulary = Vocabulary::of(|language| language.prepositions);

/// Whether a citation is a key or a number, which can stand for the work itself.
fn is_mark(citation: &Citation) -> bool {
    matches!(citation.form, Form::Marked | Form::Number)
}

/// Whether a citation in the middle of a sentence stands for the work: "the rule proposed in [3] was adopted in 2015".
/// What opens a sentence says what the rest of it rests on: "In [3] …".
fn is_spoken_of(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).unwrap_or_default().trim_end();
    let (head, word) = before.rsplit_once(' ').unwrap_or(("", before));
    let goes_on = text
        .get(place.end..)
        .is_some_and(|behind| behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_lowercase)));
    goes_on && !head.is_empty() && PREPOSITIONS.has(word)
}

/// The date that is nearest to a place, of those that lie in a part of the sentence.
fn beside(dates: &[Found], place: &Range<usize>, part: Range<usize>) -> Option<usize> {
    let first = dates.partition_point(|date| date.at.start < part.start);
    let before = dates.partition_point(|date| date.at.start < place.start);
    let distance = |number: &usize| {
        let at = &dates[*number].at;
        place.start.saturating_sub(at.end).max(at.start.saturating_sub(place.end))
    };
    // They stand in order: the nearest is the last one before the place or the first one behind it.
    let near = [before.checked_sub(1).filter(|date| *date >= first), Some(before)];
    let in_part = |number: &usize| dates.get(*number).is_some_and(|date| date.at.start < part.end);
    near.into_iter().flatten().filter(in_part).min_by_key(distance)
}

/// Under what a sentence stands.
struct Chapters<'m> {
    blocks: &'m [Block],
    outline: Outline,
    /// The heading that is the title, if one is.
    title: Option<usize>,
}

impl<'m> Chapters<'m> {
    fn new(manuscript: &'m Document) -> Self {
        let blocks = &manuscript.blocks;
        let title = blocks.iter().position(|block| matches!(block.kind, Kind::Heading(_)));
        let stated = manuscript.preface.title.as_ref().map(|title| one_line(&title.words));
        let title = title.filter(|at| stated.is_none_or(|title| title == blocks[*at].words));
        Self { blocks, outline: Outline::new(blocks), title }
    }

    /// The file of a block, the heading of it, and the heading that the block stands under.
    fn of(&self, block: usize) -> (String, String, String) {
        let path = self.outline.path(block);
        let words = |at: usize| one_line(&self.blocks[at].words);
        let chapter = match path[..] {
            [first, second, ..] if Some(first) == self.title => Some(second),
            [first, ..] => Some(first),
            [] => None,
        };
        let name = chapter.map(|at| slug(unnumbered(&self.blocks[at].words)));
        let name = name.map(|name| name.split('-').take(6).collect::<Vec<_>>().join("-")).unwrap_or_default();
        let file = match name.as_str() {
            "" => "claims".to_owned(),
            "dossier" | "sources" | "entities" => format!("{name}-claims"),
            _ => name,
        };
        (file, chapter.map(words).unwrap_or_default(), path.last().map(|at| words(*at)).unwrap_or_default())
    }
}

/// A heading without its number: "2.1 Background", "B. Preferences".
fn unnumbered(heading: &str) -> &str {
    let number = |word: &str| word.len() < 5 && word.ends_with(['.', ')']) || !word.contains(char::is_alphabetic);
    match heading.split_once(' ') {
        Some((first, rest)) if number(first) => rest,
        _ => heading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_that_a_sentence_speaks_of_bears_no_date() {
        for (text, expected) in [
            ("The rule proposed in [3] was adopted in 2015.", true),
            ("Der in [3] beschriebene Zoll wurde 2015 erhoben.", true),
            ("The rule was adopted in 2015, as told in [3].", false),
            ("In [3] the rule is said to be of 2015.", false),
            ("According to [3] the rule is of 2015.", false),
        ] {
            let at = text.find("[3]").expect("the text cites");
            assert_eq!(is_spoken_of(text, &(at..at + 3)), expected, "{text}");
        }
    }
}
