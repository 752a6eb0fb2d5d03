//! Shares in brackets whose whole is told in the sentence or in the one before: "We saw 640 boats. Of these, 160 (25 %)
//! were of wood and 96 of steel (15 %)."
//!
//! That a number is their whole is presumed of one of which another share of the sentence is. One that is not is told
//! only where a slip of a digit would make it: it may be of another whole.

use std::ops::Range;

use super::statements::Told;
use super::{Passage, Quantity, Value};
use crate::amount::prose::{Style, numbers};
use crate::amount::{Amount, Dimension, Exact, slips};
use crate::language::Link;

/// So many words may stand between a part and the bracket with its share.
const BETWEEN: usize = 3;
/// In a sentence of more numbers none is looked for.
const NUMBERS: usize = 40;

/// Numbers that are larger are not reckoned with, nor those with more decimals.
const LARGEST: i128 = 1_000_000_000_000;
const DECIMALS: usize = 4;

/// A whole number, or a share.
struct Figure {
    at: Range<usize>,
    written: String,
    value: Exact,
    place: Exact,
}

/// Ties the shares of each sentence that are of no whole, but for a slip.
pub(super) fn tie_shares(passages: &[Passage<'_>], told: &mut [Told], style: Style) {
    let mut before: Vec<Figure> = Vec::new();
    for (number, passage) in passages.iter().enumerate() {
        let (counts, shares) = figures(passage, style);
        let parts: Vec<(usize, &Figure)> = shares.iter().filter_map(|share| part(passage, &counts, share)).collect();
        let is_part = |count: usize| parts.iter().any(|(part, _)| *part == count);
        let is_told = |part: &Figure| {
            let quantities = told[number].amounts.iter();
            quantities.filter(|it| !it.ties.is_empty()).any(|it| it.at.start < part.at.end && part.at.start < it.at.end)
        };
        let follows = number > 0 && passages[number - 1].block == passage.block;
        let earlier = before.iter().filter(|_| follows).map(|whole| (number.wrapping_sub(1), whole));
        let own = counts.iter().enumerate().filter(|(count, _)| !is_part(*count)).map(|(_, whole)| (number, whole));
        let wholes: Vec<(usize, &Figure)> = own.chain(earlier).collect();
        let pairs: Vec<[&Figure; 2]> = parts.iter().map(|(part, share)| [&counts[*part], *share]).collect();
        let mut ties: Vec<([&Figure; 2], usize, &Figure)> = Vec::new();
        for pair in pairs.iter().filter(|[part, _]| !is_told(part)) {
            let is_of = |whole: &Figure, of: &[&Figure; 2]| is_share(of[0], of[1], whole);
            if wholes.iter().any(|(_, whole)| is_of(whole, pair)) {
                continue;
            }
            let holds = |whole: &Figure| pairs.iter().filter(|other| is_of(whole, other)).count() * 2 >= pairs.len();
            let slip = wholes.iter().find(|(_, whole)| holds(whole) && is_slip(pair, whole));
            ties.extend(slip.map(|(passage, whole)| (*pair, *passage, *whole)));
        }
        for (pair, of, whole) in ties {
            tie(passages, told, number, pair, (of, whole), style);
        }
        before = counts;
    }
}

/// The whole numbers and the shares of a sentence.
fn figures(passage: &Passage<'_>, style: Style) -> (Vec<Figure>, Vec<Figure>) {
    let (mut counts, mut shares) = (Vec::new(), Vec::new());
    if !passage.text().contains(|c: char| c.is_ascii_digit()) {
        return (counts, shares);
    }
    let found = numbers(passage.text(), style, &passage.walls());
    for it in found.into_iter().take(NUMBERS) {
        let Some(value) = it.amount.face() else { continue };
        let written = it.amount.to_string();
        let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('%').len());
        let Some(place) = u32::try_from(decimals).ok().and_then(|places| 10_i128.checked_pow(places)) else { continue };
        if decimals > DECIMALS || value >= Exact::from(LARGEST) {
            continue;
        }
        let figure = Figure { at: it.at, written, value, place: Exact::new(1, place) };
        match it.amount.unit().dimension {
            Dimension::Percent => shares.push(figure),
            Dimension::Bare if value.is_integer() => counts.push(figure),
            _ => {}
        }
    }
    (counts, shares)
}

/// The count whose share a percentage in brackets is, by its number.
fn part<'f>(passage: &Passage<'_>, counts: &[Figure], share: &'f Figure) -> Option<(usize, &'f Figure)> {
    let text = passage.text();
    let count = counts.partition_point(|count| count.at.end <= share.at.start).checked_sub(1)?;
    let between = text[counts[count].at.end..share.at.start].strip_suffix(['(', '['])?;
    let are_words = between.split_whitespace().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
    let is_near = are_words && between.split_whitespace().count() <= BETWEEN;
    let closes = text[share.at.end..].starts_with([')', ']', ';', ',']);
    (is_near && closes).then_some((count, share))
}

/// Whether a count is that share of a whole, as it is rounded or cut off.
fn is_share(part: &Figure, share: &Figure, whole: &Figure) -> bool {
    let hundredfold = part.value * Exact::from(100);
    let [low, high] = [share.value - share.place, share.value + share.place].map(|share| share * whole.value);
    whole.value > part.value && low < hundredfold && hundredfold < high
}

/// Whether one slip of a digit keeps a count from being that share of a whole.
fn is_slip([part, share]: &[&Figure; 2], whole: &Figure) -> bool {
    let other = |written: String| Amount::parse(&written).ok()?.face();
    let of_share = slips(&share.written)
        .filter_map(other)
        .any(|value| is_share(part, &Figure { value, at: 0..0, written: String::new(), place: share.place }, whole));
    let of_part = || {
        slips(&part.written)
            .filter_map(other)
            .any(|value| is_share(&Figure { value, at: 0..0, written: String::new(), place: part.place }, share, whole))
    };
    of_share || of_part()
}

/// Tells that a count is a share of a whole.
fn tie(
    passages: &[Passage<'_>],
    told: &mut [Told],
    number: usize,
    [part, share]: [&Figure; 2],
    (of, whole): (usize, &Figure),
    style: Style,
) {
    let first = told[of].quantity_at(&passages[of], &whole.at, style);
    told[of].amounts[first].presume();
    let unit = told[of].amounts[first].unit.clone();
    let there = if of == number {
        first
    } else {
        let values = vec![Value { written: whole.written.clone(), equals: None, link: Link::Presumed }];
        let again = Quantity { values, is_dateless: true, same_as: Some((of, first)), ..Quantity::default() };
        told[number].amounts.push(again);
        told[number].amounts.len() - 1
    };
    let quantity = told[number].quantity_at(&passages[number], &part.at, style);
    let counted = &mut told[number].amounts[quantity];
    counted.presume();
    counted.unit = unit;
    counted.values.push(Value { written: share.written.clone(), equals: None, link: Link::Presumed });
    counted.ties.push(("share-of", vec![there]));
}
