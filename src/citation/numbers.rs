//! Numbers in brackets, where the bibliography is numbered: `[3]`, `[5-7]`, `[1, 4, p. 3]`; `(3)` in a text that cites
//! most of its list so.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::printed_names::introduces;
use super::years::is_locator;
use super::{By, Citation, Cited, Form, How, Resolved};
use crate::bibliography::Bibliography;
use crate::document::{Block, Kind, Marked};

/// So many works may be missing from a list that was read whole.
const FEW: usize = 2;

/// So many steps of an enumeration are no citations.
const MOST: usize = 4;

/// So far beyond the last entry a number may be that of one that is missing, in the shortest list.
const MARGIN: u32 = 20;

/// A span of more numbers cites nothing.
const SPAN: u32 = 200;

/// A bibliography by the numbers of its entries.
pub(super) struct Counted {
    by_number: FxHashMap<u32, Vec<usize>>,
    /// Whether the entries print their numbers.
    printed: bool,
}

impl Counted {
    /// The numbers of the entries that the manuscript itself lists: those that they print, else, in a text that cites
    /// by no `names`, their places in the list. `None` where numbers cite nothing: the order of a file numbers no
    /// entry.
    pub(super) fn of(bibliography: &Bibliography, names: bool) -> Option<Self> {
        let entries = &bibliography.entries[bibliography.kept..];
        let printed = entries.iter().any(|entry| entry.number.is_some());
        if entries.is_empty() || !printed && names {
            return None;
        }
        let mut by_number: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (at, entry) in entries.iter().enumerate() {
            let number = if printed { entry.number } else { Some(at as u32 + 1) };
            if let Some(number) = number {
                by_number.entry(number).or_default().push(bibliography.kept + at);
            }
        }
        Some(Self { by_number, printed })
    }

    /// The highest number that may be missing from the list.
    fn beyond(&self) -> u32 {
        2 * self.by_number.keys().max().copied().unwrap_or(0) + MARGIN
    }

    fn resolve(&self, number: u32) -> Resolved {
        match self.by_number.get(&number).map_or(&[][..], Vec::as_slice) {
            [] => Resolved::Nothing(None),
            [one] => Resolved::One(*one, How::Exactly),
            several => Resolved::Several(several.into(), How::Exactly),
        }
    }
}

/// The citations by number of the blocks whose numbers `in_text` takes. A number that the list leaves out, or several
/// beyond its end, say that the list was not read whole (a PDF tears it): nothing follows from them.
pub(super) fn citations(blocks: &[Block], in_text: impl Fn(&usize) -> bool, counted: &Counted) -> Vec<Citation> {
    let mut found = in_one_dress(blocks, in_text, counted);
    let missing = |work: &Cited| match work.by {
        By::Number(number) if matches!(work.resolved, Resolved::Nothing(_)) => Some(number),
        _ => None,
    };
    let all: BTreeSet<u32> = found.iter().flat_map(|citation| &citation.works).filter_map(missing).collect();
    let highest = counted.by_number.keys().max().copied().unwrap_or(0);
    for work in found.iter_mut().flat_map(|citation| &mut citation.works) {
        if missing(work).is_some_and(|number| number < highest || all.len() > FEW) {
            work.resolved = Resolved::NotCheckable;
        }
    }
    found
}

/// Those in the brackets or the raised letters that the text cites in. Numbers in round brackets count steps and
/// equations as well.
fn in_one_dress(blocks: &[Block], in_text: impl Fn(&usize) -> bool, counted: &Counted) -> Vec<Citation> {
    let square = bracketed(blocks, &in_text, counted, ['[', ']']);
    if !square.is_empty() {
        return square;
    }
    let raised = raised(blocks, &in_text, counted);
    let are_raised = raised.iter().filter(|citation| super::resolves(citation)).count() * 2 > raised.len();
    // In a cell they are a spread: "17 (10, 25)".
    let in_prose = |number: &usize| in_text(number) && blocks[*number].kind != Kind::Cell;
    let mut round = bracketed(blocks, in_prose, counted, ['(', ')']);
    round.retain(super::resolves);
    let cited = cited(&round);
    let are_round = cited > MOST && cited * 2 > counted.by_number.len();
    // Raised figures behind the names of the authors tell where those work.
    match (are_raised, are_round) {
        (true, true) if self::cited(&raised) < cited => round,
        (true, _) => raised,
        (false, true) => round,
        (false, false) => behind_stops(blocks, in_text, counted),
    }
}

/// Numbers that touch the mark before them, as what was raised does in a text without markup: `keep their habits.1 So`;
/// where they cite most of the list.
fn behind_stops(blocks: &[Block], in_text: impl Fn(&usize) -> bool, counted: &Counted) -> Vec<Citation> {
    let mut found = Vec::new();
    for (number, block) in blocks.iter().enumerate().filter(|(number, _)| counted.printed && in_text(number)) {
        for (at, _) in block.words.match_indices(['.', ',', '?', '!']) {
            let digits = block.words[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let range = at + 1..at + 1 + digits;
            let before =
                block.words[..at].chars().next_back().is_some_and(|c| c.is_alphabetic() || ")”\"]".contains(c));
            let behind = block.words[range.end..].chars().next().is_none_or(char::is_whitespace);
            if digits == 0 || !before || !behind {
                continue;
            }
            if let Some(works) = works(&block.words, &range, counted) {
                found.push(Citation { block: number, range, form: Form::Number, works });
            }
        }
    }
    found.retain(super::resolves);
    let enough = cited(&found) > 2 && cited(&found) * 2 > counted.by_number.len();
    if enough { found } else { Vec::new() }
}

/// How many works some citations cite.
fn cited(found: &[Citation]) -> usize {
    let works = found.iter().flat_map(|citation| &citation.works);
    let cited = works.filter_map(|work| if let Resolved::One(one, _) = work.resolved { Some(one) } else { None });
    cited.collect::<BTreeSet<usize>>().len()
}

/// The marks that are raised where a list prints its numbers, and that no note answers to: `closed in 2012¹,³`.
fn raised(blocks: &[Block], in_text: impl Fn(&usize) -> bool, counted: &Counted) -> Vec<Citation> {
    let notes = blocks.iter().filter_map(|block| if let Kind::Note(label) = &block.kind { Some(label) } else { None });
    let notes: BTreeSet<&String> = notes.collect();
    let mut found = Vec::new();
    for (number, block) in blocks.iter().enumerate().filter(|(number, _)| counted.printed && in_text(number)) {
        for mark in &block.marks {
            let Marked::Call(label) = &mark.what else { continue };
            let Some(works) = works(label, &(0..label.len()), counted).filter(|_| !notes.contains(label)) else {
                continue;
            };
            let placed = |work: Cited| Cited { range: mark.range.clone(), locator: None, ..work };
            let works = works.into_iter().map(placed).collect();
            found.push(Citation { block: number, range: mark.range.clone(), form: Form::Number, works });
        }
    }
    found
}

fn bracketed(
    blocks: &[Block],
    in_text: impl Fn(&usize) -> bool,
    counted: &Counted,
    [open, close]: [char; 2],
) -> Vec<Citation> {
    let mut found = Vec::new();
    for (number, block) in blocks.iter().enumerate().filter(|(number, _)| in_text(number)) {
        if block.kind == Kind::Comment {
            continue;
        }
        let marked = |range: &Range<usize>| {
            block.marks.iter().any(|mark| {
                matches!(mark.what, Marked::Key(_) | Marked::Item(_))
                    && mark.range.start < range.end
                    && range.start < mark.range.end
            })
        };
        for (open, _) in block.words.match_indices(open) {
            let within = block.words[open..].char_indices().take(120);
            let Some((length, _)) = within.into_iter().find(|(_, c)| *c == close) else { continue };
            let inner = open + 1..open + length;
            if is_spread(block, open, &inner) || is_index(&block.words, open, inner.end + 1) {
                continue;
            }
            let Some(cites) = works(&block.words, &inner, counted).filter(|_| !marked(&inner)) else { continue };
            // A number that the list does not hold may be anything, unless the list prints its numbers; two such ones
            // are the ends of an interval, as in `[80,140] bpm`.
            let known = cites.iter().any(|work| !matches!(work.resolved, Resolved::Nothing(_)));
            // "In [2019] it rose": a year that was put in.
            let near = || cites.iter().all(|work| matches!(work.by, By::Number(number) if number <= counted.beyond()));
            if known || counted.printed && cites.len() == 1 && near() {
                found.push(Citation { block: number, range: open..inner.end + 1, form: Form::Number, works: cites });
            }
        }
    }
    found
}

/// Whether a bracket holds the spread of the number before it: `48 [42-68]`, in a cell `17 [3]` as well.
fn is_spread(block: &Block, open: usize, inner: &Range<usize>) -> bool {
    let before = block.words[..open].trim_end();
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let Ok(middle) = before[before.len() - digits..].parse::<u32>() else { return false };
    let ends = span(block.words[inner.clone()].trim()).filter(|ends| ends.start() < ends.end());
    before.len() < open && (block.kind == Kind::Cell || ends.is_some_and(|ends| ends.contains(&middle)))
}

/// Whether a bracket counts in program code, and cites nothing: `float(row[7])`, `row[7] = 0`.
fn is_index(words: &str, open: usize, end: usize) -> bool {
    let name = words[..open].trim_end_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.'));
    let signs = ['=', '+', '*', '<', '>', '['];
    let before = name.trim_end().ends_with(signs) || name.ends_with('(') && words[end..].starts_with(')');
    name.len() < open && (before || words[end..].trim_start().starts_with(signs))
}

fn works(words: &str, inner: &Range<usize>, counted: &Counted) -> Option<Vec<Cited>> {
    let mut cites: Vec<Cited> = Vec::new();
    let mut start = inner.start;
    for piece in words.get(inner.clone())?.split_inclusive([',', ';']) {
        let text = piece.trim_end_matches([',', ';']).trim();
        // "[e.g. 15, 16]", "[see 3]"
        let bare = text.split_once(' ').filter(|(first, _)| introduces(first)).map_or(text, |(_, rest)| rest.trim());
        let from = start + (piece.len() - piece.trim_start().len()) + (text.len() - bare.len());
        let text = bare;
        let range = from..from + text.len();
        start += piece.len();
        let numbers = span(text);
        if numbers.is_none() {
            // "[2, S. 25]"
            let locates = text.starts_with(['p', 'h', 'c', 's', '§']) || is_locator(text, false);
            let last = cites.last_mut().filter(|_| locates)?;
            last.locator = Some(range);
            continue;
        }
        for number in numbers? {
            let resolved = counted.resolve(number);
            cites.push(Cited { range: range.clone(), by: By::Number(number), prefix: None, locator: None, resolved });
        }
    }
    (!cites.is_empty()).then_some(cites)
}

/// `5`, `5-7`, `5–7`.
pub(super) fn span(text: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let number = |text: &str| {
        text.trim().parse::<u32>().ok().filter(|number| (1..10_000).contains(number) && !text.starts_with('+'))
    };
    match text.split_once(['-', '–', '—']) {
        None => number(text).map(|one| one..=one),
        Some((first, last)) => {
            let (first, last) = (number(first)?, number(last)?);
            (first < last && last - first <= SPAN).then_some(first..=last)
        }
    }
}
