//! Numbers of different sentences that are taken for those of one thing, where they tell of it in the same words.
//!
//! Two kinds are, and nothing else: what the abstract counts and what the text counts, where each says one number of
//! "the firms", or of what was surveyed; and sums of the same digits of which one has another scale, with the same
//! words around them. Numbers that differ like that and are no slip of a digit are of two things, and so are those of
//! which the other part of the text speaks too. What is tied is presumed to be, and said so.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::Passage;
use super::statements::Told;
use crate::amount::prose::{Style, figures};
use crate::amount::{Amount, Unit};
use crate::language::{Says, Vocabulary};

pub(super) static LIGHT: Vocabulary = Vocabulary::of(|language| language.light);

/// How many words on either side of a sum are looked at, how long those are that tell what it is of, and how many have
/// to be the same.
const AROUND: usize = 8;
pub(super) const TELLING: usize = 4;
const SAME: usize = 2;

/// A quantity: the passage, and its number among those of it.
type Place = (usize, usize);

/// Ties the quantities of passages that are told to be one.
pub(super) fn tie_out(passages: &[Passage<'_>], told: &mut [Told], style: Style) {
    let mut ties = of_abstract(passages, told, style);
    ties.extend(of_other_scales(passages, told));
    tie(told, ties);
}

/// Takes each second quantity for the first, unless one of them is taken for another.
pub(super) fn tie(told: &mut [Told], ties: Vec<(Place, Place)>) {
    for (one, two) in ties {
        let (first, other) = (one.min(two), one.max(two));
        let is_free = |told: &[Told], (passage, quantity): Place| told[passage].amounts[quantity].same_as.is_none();
        if first < other && is_free(told, first) && is_free(told, other) {
            told[other.0].amounts[other.1].same_as = Some(first);
            for (passage, quantity) in [first, other] {
                told[passage].amounts[quantity].presume();
            }
        }
    }
}

/// What the abstract counts once, with what the text counts once.
fn of_abstract(passages: &[Passage<'_>], told: &[Told], style: Style) -> Vec<(Place, Place)> {
    let mut counted: BTreeMap<String, [Vec<(Place, String)>; 2]> = BTreeMap::new();
    let is_abstract: Vec<bool> =
        passages.iter().map(|passage| ABSTRACTS.has(&passage.section.to_lowercase())).collect();
    for (at, passage) in passages.iter().enumerate() {
        for it in passage.worth.iter().flat_map(|worth| &worth.frames).filter(|it| it.says == Says::Counts) {
            for (count, what) in it.all("count").zip(it.all("what")) {
                let of_place =
                    |quantity: &super::Quantity| quantity.at.start <= count.at.start && count.at.end <= quantity.at.end;
                let Some(quantity) = told[at].amounts.iter().position(of_place) else { continue };
                let number: String = passage.text()[count.at.clone()].chars().filter(char::is_ascii_digit).collect();
                let sides = counted.entry(passage.text()[what.at.clone()].to_lowercase()).or_default();
                sides[usize::from(!is_abstract[at])].push(((at, quantity), number));
            }
        }
    }
    let numbers = |side: bool| -> FxHashSet<String> {
        let of_side = passages.iter().zip(&is_abstract).filter(|(_, is_abstract)| **is_abstract == side);
        of_side.flat_map(|(passage, _)| figures(passage.text(), style)).map(|figure| figure.to_string()).collect()
    };
    let (of_abstract, of_text) = (LazyCell::new(|| numbers(true)), LazyCell::new(|| numbers(false)));
    let mut ties: Vec<(Place, Place)> = Vec::new();
    for [in_abstract, in_text] in counted.into_values() {
        let [Some(one), Some(other)] = [&in_abstract, &in_text].map(|side| only(side)) else { continue };
        let is_one = one == other || is_slip(one, other) && !of_abstract.contains(other) && !of_text.contains(one);
        if is_one {
            let (first, _) = in_abstract[0];
            ties.extend(in_abstract[1..].iter().chain(&in_text).map(|(place, _)| (first, *place)));
        }
    }
    ties.sort_unstable();
    ties
}

/// What an abstract is headed by.
pub(super) static ABSTRACTS: Vocabulary = Vocabulary::of(|language| language.abstracts);

/// The number that all of them are.
fn only(counted: &[(Place, String)]) -> Option<&String> {
    let (_, first) = counted.first()?;
    (first.len() > 1 && counted.iter().all(|(_, number)| number == first)).then_some(first)
}

/// Whether one number may be a slip for the other: one digit is another, or two stand the other way round.
fn is_slip(one: &str, other: &str) -> bool {
    let differing: Vec<(u8, u8)> = one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).collect();
    one.len() == other.len()
        && match differing[..] {
            [_] => true,
            [(a, b), (c, d)] => a == d && b == c,
            _ => false,
        }
}

/// Sums of the same digits and unit with scales that differ, and with the same words around them.
fn of_other_scales(passages: &[Passage<'_>], told: &[Told]) -> Vec<(Place, Place)> {
    let mut alike: BTreeMap<(String, String), Vec<(Place, String)>> = BTreeMap::new();
    for (passage, told) in told.iter().enumerate() {
        for (number, quantity) in told.amounts.iter().enumerate() {
            let written = quantity.values[0].written.trim_start_matches('~');
            let Ok(amount) = Amount::parse(written) else { continue };
            let scaled = written.split(' ').next().and_then(|number| number.split_once('e'));
            if let Some((digits, power)) = scaled.filter(|(digits, _)| digits.len() > 2 && digits.contains('.')) {
                let key = (digits.to_owned(), amount.unit().name().to_owned());
                alike.entry(key).or_default().push(((passage, number), power.to_owned()));
            }
        }
    }
    let mut ties: Vec<(Place, Place)> = Vec::new();
    for ((digits, unit), places) in alike {
        let (first, power) = &places[0];
        // Three digits tell more than two, and what is counted more than money.
        let is_counted = !unit.is_empty() && Unit::named(&unit).counts();
        let same = if digits.trim_matches('0').len() > "2.4".len() { usize::from(!is_counted) } else { SAME };
        let around = telling(&passages[first.0], &told[first.0].amounts[first.1].at, AROUND);
        let is_other = |(place, other): &&(Place, String)| {
            let own = || telling(&passages[place.0], &told[place.0].amounts[place.1].at, AROUND);
            place.0 != first.0 && power != other && own().intersection(&around).count() >= same
        };
        ties.extend(places.iter().filter(is_other).map(|(place, _)| (*first, *place)));
    }
    ties.sort_unstable();
    ties
}

/// The words around a part of a sentence that tell what it is of.
pub(super) fn telling(passage: &Passage<'_>, part: &Range<usize>, around: usize) -> FxHashSet<String> {
    let text = passage.text();
    let before = text[..part.start].split_whitespace().rev().take(around);
    let around = before.chain(text[part.end..].split_whitespace().take(around));
    let small = around.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    small.filter(|word| word.chars().count() >= TELLING && !LIGHT.has(word)).collect()
}
