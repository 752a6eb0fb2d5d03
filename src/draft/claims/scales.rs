//! How many points a scale of answers has, against the ends that the same sentence gives it: "a 5-point scale from 1
//! (never) to 7 (always)".
//!
//! Read is a sentence that tells of one such scale, and of one that begins with 1: of those from 0 on some count the 0,
//! and others do not.

use std::ops::Range;

use super::listed::{tie, words};
use super::statements::Told;
use super::{Passage, naming};
use crate::language::{Numbers, Vocabulary, of_code};

static SCALES: Vocabulary = Vocabulary::of(|language| language.research.scales);
static POINTS: Vocabulary = Vocabulary::of(|language| language.research.points);
static TO: Vocabulary = Vocabulary::of(|language| language.numbers.to);

/// A scale has so many points.
const FEWEST: u32 = 3;
const MOST: u32 = 11;
/// Its first point stands within so many bytes.
const NEAR: usize = 80;

/// Tells the last point of a scale as another value of how many it has.
pub(super) fn tie_scales(passages: &[Passage<'_>], told: &mut [Told], language: &str) {
    let Some(language) = of_code(language) else { return };
    for (at, passage) in passages.iter().enumerate() {
        let text = passage.text();
        if let Some((points, place)) = points(text, &language.numbers)
            && let Some((last, end)) = last_point(text, place.end)
            && told[at].amounts.iter().all(|it| it.at != place)
        {
            let name = naming::from_on(passage, &place);
            tie(told, &name, (at, place, points), (at, end, last));
        }
    }
}

/// How many points the only scale of a sentence has, and where that stands: "5-point", "five-point", "5 puntos".
fn points(text: &str, numbers: &Numbers) -> Option<(u32, Range<usize>)> {
    let all: Vec<Range<usize>> = words(text).collect();
    let small = |at: &Range<usize>| text[at.clone()].to_lowercase();
    if !all.iter().any(|at| small(at).split('-').any(|part| SCALES.has(part))) {
        return None;
    }
    let number = |word: &str| numbers.own_numeral(word).or_else(|| word.parse().ok());
    let mut found = all.iter().enumerate().filter_map(|(place, at)| {
        let word = small(at);
        let next = all.get(place + 1).filter(|next| text[at.end..next.start].trim().is_empty()).map(small);
        let (count, of) =
            word.split_once('-').map_or_else(|| Some((&*word, next?)), |(count, of)| Some((count, of.to_owned())))?;
        let is_of_points = of.split('-').next().is_some_and(|of| POINTS.has(of));
        number(count).filter(|it| is_of_points && (FEWEST..=MOST).contains(it)).map(|it| (it, at.clone()))
    });
    found.next().filter(|_| found.next().is_none())
}

/// The last point of a scale that is told right behind a part of a text, if it begins with 1 and ends once: "from 1
/// (never) to 7 (always)", "1 = never, 7 = always", "never (1) to always (7)".
fn last_point(text: &str, behind: usize) -> Option<(u32, Range<usize>)> {
    let all: Vec<Range<usize>> = words(&text[behind..]).map(|at| at.start + behind..at.end + behind).collect();
    let is_to = |place: usize| all.get(place).is_some_and(|at| TO.has(&text[at.clone()].to_lowercase()));
    let mut row: Vec<(u32, Range<usize>)> = Vec::new();
    let mut are_bracketed = false;
    for (place, at) in all.iter().enumerate() {
        let Some(number) = text[at.clone()].parse::<u32>().ok().filter(|number| *number <= MOST) else { continue };
        let rest = text[at.end..].trim_start();
        let is_bracketed = text[..at.start].ends_with('(') && rest.starts_with(')');
        let is_end = place.checked_sub(1).is_some_and(is_to) || is_to(place + 1);
        if is_bracketed || is_end || rest.starts_with('=') || number == 1 && rest.starts_with('(') {
            are_bracketed |= is_bracketed;
            row.push((number, at.clone()));
        }
    }
    let (first, at) = row.first()?;
    let is_near = at.start - behind <= NEAR && !text[behind..at.start].contains([';', '.']);
    let is_row = *first == 1 && row.is_sorted_by(|one, other| one.0 < other.0) && (!are_bracketed || row.len() == 2);
    row.last().filter(|last| is_near && is_row && last.0 >= FEWEST).cloned()
}
