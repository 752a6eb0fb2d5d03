//! What of a passage is another: numbers, dates, names, citations and negations, each as a whole, the old and the new
//! side by side, and other words.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::Difference;
use super::tokens::{Side, Token};
use crate::amount::prose::numeral;
use crate::language::Vocabulary;
use crate::passage::{Manuscript, within, worth};
use crate::text::Span;
use crate::time::month_named;

static NEGATIONS: Vocabulary = Vocabulary::of(|language| language.negations);

/// So many words in the place of others are told as a whole.
const TOGETHER: usize = 8;

/// What of a passage is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it is.
    pub what: What,
    /// It in the old manuscript.
    pub before: Option<Piece>,
    /// It in the new one.
    pub after: Option<Piece>,
    /// Where the new manuscript has the old one all the same.
    pub still: Vec<Span>,
}

/// A part of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub at: Span,
    /// The same as they are compared.
    pub(super) keys: Vec<u32>,
    /// The numbers of their tokens.
    pub(super) tokens: Range<usize>,
    /// The same by which they are known elsewhere: one word with the next one, else the one before it.
    pub(super) sought: Vec<u32>,
}

/// What words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// How much.
    Number,
    /// When.
    Date,
    /// Who or where.
    Name,
    /// By whom it is borne out.
    Citation,
    /// That it is not so.
    Negation,
    /// What someone else has said.
    Quotation,
    /// Something else.
    Wording,
}

impl What {
    /// All of them, in the order in which they are told.
    pub const ALL: [What; 7] =
        [What::Number, What::Date, What::Name, What::Citation, What::Negation, What::Quotation, What::Wording];

    /// The word for it in every report.
    pub fn name(self) -> &'static str {
        match self {
            What::Number => "number",
            What::Date => "date",
            What::Name => "name",
            What::Citation => "citation",
            What::Negation => "negation",
            What::Quotation => "quotation",
            What::Wording => "wording",
        }
    }
}

/// What of a passage is another, in the order of the new manuscript; nothing of one that was put in or taken out.
pub(super) fn edits(old: &Side<'_>, new: &Side<'_>, difference: &Difference) -> Vec<Edit> {
    if difference.old.is_empty() || difference.new.is_empty() {
        return Vec::new();
    }
    let (ours, theirs) = (Passage::new(old, &difference.old, new), Passage::new(new, &difference.new, old));
    let mut edits = Vec::new();
    for (was, is) in changed(&ours, &theirs) {
        for (what, was, is) in paired(&ours.segments(was), &theirs.segments(is)) {
            let (before, after) = (was.map(|was| ours.piece(was)), is.map(|is| theirs.piece(is)));
            if before.as_ref().map(|it| &it.keys) != after.as_ref().map(|it| &it.keys) {
                edits.push(Edit { what, before, after, still: Vec::new() });
            }
        }
    }
    swapped(&mut edits);
    edits
}

type Segment = (What, Range<usize>);
/// What two segments say, and where they stand.
type Pair = (What, Option<Range<usize>>, Option<Range<usize>>);

/// The segments of two stretches, those side by side that are each other's: in their order where there are as many, all
/// together where there are few, else those of a kind.
fn paired(was: &[Segment], is: &[Segment]) -> Vec<Pair> {
    let all = |segments: &[Segment]| Some(segments.first()?.1.start..segments.last()?.1.end);
    if was.len() == is.len() {
        let pairs = was.iter().zip(is);
        return pairs.map(|(was, is)| (was.0.min(is.0), Some(was.1.clone()), Some(is.1.clone()))).collect();
    }
    if let (Some(one), Some(other)) = (all(was), all(is))
        && one.len().max(other.len()) <= TOGETHER
    {
        let what = was.iter().chain(is).map(|(what, _)| *what).min().unwrap_or(What::Wording);
        return vec![(what, Some(one), Some(other))];
    }
    let of = |segments: &[Segment], what: What| -> Vec<Range<usize>> {
        segments.iter().filter(|segment| segment.0 == what).map(|(_, at)| at.clone()).collect()
    };
    let pairs = What::ALL.into_iter().flat_map(|what| {
        let (was, is) = (of(was, what), of(is, what));
        (0..was.len().max(is.len())).map(move |at| (what, was.get(at).cloned(), is.get(at).cloned()))
    });
    pairs.collect()
}

/// What only stands elsewhere in the passage is a matter of wording.
fn swapped(edits: &mut [Edit]) {
    for one in 0..edits.len() {
        let (Some(gone), None, what) = (&edits[one].before, &edits[one].after, edits[one].what) else { continue };
        let comes_again = |edit: &Edit| {
            edit.what == what && edit.before.is_none() && edit.after.as_ref().is_some_and(|it| it.keys == gone.keys)
        };
        if let Some(other) = edits.iter().position(comes_again) {
            edits[one].what = What::Wording;
            edits[other].what = What::Wording;
        }
    }
}

/// The parts of two passages that are not the same, each pair widened to the things that it lies in.
fn changed(ours: &Passage<'_>, theirs: &Passage<'_>) -> Vec<(Range<usize>, Range<usize>)> {
    let ops = capture_diff_slices(Algorithm::Myers, &ours.words(), &theirs.words());
    let others: Vec<(Range<usize>, Range<usize>)> = ops
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| (op.old_range(), op.new_range()))
        .collect();
    let is_inside = |was: usize, is: usize| ours.is_inside(was) || theirs.is_inside(is);
    let mut widened: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for (at, (mut was, mut is)) in others.iter().cloned().enumerate() {
        while is_inside(was.start, is.start) {
            match widened.pop_if(|(before, _)| before.end == was.start) {
                Some((before, after)) => (was.start, is.start) = (before.start, after.start),
                None if was.start == 0 || is.start == 0 => break,
                None => (was.start, is.start) = (was.start - 1, is.start - 1),
            }
        }
        let next = others.get(at + 1).map_or(ours.tokens.len(), |(next, _)| next.start);
        while was.end < next && is_inside(was.end, is.end) {
            (was.end, is.end) = (was.end + 1, is.end + 1);
        }
        widened.push((was, is));
    }
    widened
}

/// Units of a manuscript, read for what they name.
struct Passage<'p> {
    side: &'p Side<'p>,
    tokens: Vec<usize>,
    /// What the token at each place is part of, with the number of that thing.
    parts: Vec<Option<usize>>,
    things: Vec<Segment>,
    whats: Vec<What>,
}

impl<'p> Passage<'p> {
    fn new(side: &'p Side<'p>, units: &[usize], other: &Side<'_>) -> Self {
        let mut passage = Self { side, tokens: Vec::new(), parts: Vec::new(), things: Vec::new(), whats: Vec::new() };
        for &unit in units {
            let first = passage.things.len();
            passage.things.extend(things(side.text, side, unit));
            let quotes = quotations(side.text, side, unit);
            for token in side.units[unit].tokens.clone() {
                let at = &side.tokens[token].at;
                let holds = |(_, thing): &Segment| thing.start <= at.start && at.end <= thing.end;
                let part = passage.things[first..].iter().position(holds).map(|place| first + place);
                let is_first = token == side.units[unit].tokens.start;
                let is_quoted = quotes.iter().any(|quote| quote.contains(&at.start));
                let what =
                    part.map_or_else(|| what(side, other, token, is_first, is_quoted), |part| passage.things[part].0);
                passage.tokens.push(token);
                passage.parts.push(part);
                passage.whats.push(what);
            }
        }
        passage
    }

    fn words(&self) -> Vec<u32> {
        self.tokens.iter().map(|token| self.side.tokens[*token].word).collect()
    }

    fn token(&self, place: usize) -> &Token {
        &self.side.tokens[self.tokens[place]]
    }

    /// Whether one thing stands on both sides of a bound between two tokens.
    fn is_inside(&self, bound: usize) -> bool {
        let before = bound.checked_sub(1).and_then(|before| self.parts[before]);
        before.is_some() && self.parts.get(bound).is_some_and(|part| *part == before)
    }

    /// A stretch cut into things, and runs of words of one kind within a sentence.
    fn segments(&self, stretch: Range<usize>) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        for place in stretch {
            let goes_on = |(what, at): &&mut Segment| {
                let last = at.end - 1;
                *what == self.whats[place]
                    && self.parts[last] == self.parts[place]
                    && self.token(last).unit == self.token(place).unit
            };
            match segments.last_mut().filter(goes_on) {
                Some((_, at)) => at.end = place + 1,
                None => segments.push((self.whats[place], place..place + 1)),
            }
        }
        segments
    }

    /// The words of a stretch, as far as they stand in one block.
    fn piece(&self, stretch: Range<usize>) -> Piece {
        let first = self.token(stretch.start);
        let block = |place: usize| self.side.units[self.token(place).unit].block;
        let is_here = |place: &usize| block(*place) == block(stretch.start);
        let last = stretch.clone().rev().find(is_here).unwrap_or(stretch.start);
        let place = |place: usize| match self.parts[place] {
            Some(thing) => self.things[thing].1.clone(),
            None => self.token(place).at.clone(),
        };
        let (block, at) = (block(stretch.start), place(stretch.start).start..place(last).end);
        let words = self.side.text.blocks[block].words[at.clone()].to_owned();
        let keys = |places: Range<usize>| -> Vec<u32> { places.map(|place| self.token(place).word).collect() };
        let is_of_unit = |place: usize| self.tokens.get(place).is_some_and(|_| self.token(place).unit == first.unit);
        let sought = match stretch.len() {
            1 if is_of_unit(stretch.end) => keys(stretch.start..stretch.end + 1),
            1 if stretch.start > 0 && is_of_unit(stretch.start - 1) => keys(stretch.start - 1..stretch.end),
            1 => Vec::new(),
            _ => keys(stretch.clone()),
        };
        let tokens = self.tokens[stretch.start]..self.tokens[stretch.end - 1] + 1;
        Piece { words, at: self.side.text.place(block, at), keys: keys(stretch), tokens, sought }
    }
}

/// The citations, dates and amounts of a unit, each with where it stands in the words of the block.
fn things(text: &Manuscript, side: &Side<'_>, unit: usize) -> Vec<Segment> {
    let (block, range) = (side.units[unit].block, side.units[unit].range.clone());
    let first = text.citations.partition_point(|citation| citation.block < block);
    let citations = text.citations[first..].iter().take_while(|citation| citation.block == block);
    let citations = citations.filter(|citation| range.start <= citation.range.start && citation.range.end <= range.end);
    let cited: Vec<Range<usize>> = citations.clone().map(|citation| citation.range.clone()).collect();
    let inside: Vec<Range<usize>> = cited.iter().map(|cited| within(&range, cited)).collect();
    let works = citations.flat_map(|citation| citation.works.iter().map(|work| work.range.clone()));
    let mut things: Vec<Segment> = works.map(|at| (What::Citation, at)).collect();
    things.extend(cited.into_iter().map(|at| (What::Citation, at)));
    if let Some(worth) = worth(&text.blocks[block].words[range.clone()], &text.language, &inside) {
        let moved = |at: &Range<usize>| range.start + at.start..range.start + at.end;
        things.extend(worth.dates.iter().map(|date| (What::Date, moved(&date.at))));
        things.extend(worth.amounts.iter().map(|amount| (What::Number, moved(&amount.at))));
    }
    things
}

/// What stands between quotation marks in a unit.
fn quotations(text: &Manuscript, side: &Side<'_>, unit: usize) -> Vec<Range<usize>> {
    let (block, range) = (side.units[unit].block, side.units[unit].range.clone());
    let mut quotations = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, mark) in text.blocks[block].words[range.clone()].char_indices() {
        let at = range.start + at;
        open = match (open, mark) {
            (None, '“' | '«' | '„' | '"' | '「') => Some((mark, at)),
            (Some((opened, start)), '”' | '»' | '“' | '"' | '」') if (opened == '"') == (mark == '"') => {
                quotations.push(start..at);
                None
            }
            (open, _) => open,
        };
    }
    quotations
}

/// What a word says that is part of no date, amount or citation. The first word of a sentence is a name where nobody
/// writes it small.
fn what(side: &Side<'_>, other: &Side<'_>, token: usize, is_first: bool, is_quoted: bool) -> What {
    let written = side.written(token);
    let small = written.to_lowercase();
    let is_capital = written.starts_with(char::is_uppercase) && written.chars().nth(1).is_some();
    let is_written_small = || [side, other].iter().any(|side| side.has_small(&small));
    match () {
        () if written.chars().any(char::is_numeric) || !written.chars().any(char::is_alphabetic) => What::Number,
        () if numeral(&small).is_some() => What::Number,
        () if is_capital && month_named(written).is_some() => What::Date,
        () if NEGATIONS.has(&small) || small.ends_with("n't") || small.ends_with("n’t") => What::Negation,
        () if is_capital && !(is_first && is_written_small()) => What::Name,
        () if is_quoted => What::Quotation,
        () => What::Wording,
    }
}
