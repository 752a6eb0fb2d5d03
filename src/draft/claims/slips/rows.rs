//! Numbers that stand beside the same two others twice, and of which one is a slip: "0.64 (0.31 to 1.92)", and later
//! "0.64 (0.31 to 1.29)". Read are numbers with decimals, as they are written; not the shares of a list, of which two
//! of few answers are easily the same: "27.4% for a 5, 43.1% for a 4 and 16.2% for a 3".

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::super::tie_out::TELLING;
use super::{Passage, Place, Slip, digits};
use crate::amount::prose::{Style, figures};
use crate::amount::{slips, weight};
use crate::language::Vocabulary;

static TO: Vocabulary = Vocabulary::of(|language| language.numbers.to);
static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);

/// So many digits of two numbers, and of three, tell which ones stand together.
const TWO: usize = 4;
const THREE: usize = 7;
/// Two numbers of so many digits are no list of shares.
const LONG: usize = 8;

/// The numbers of which one differs by a slip from another one that stands between, before or behind the same two.
pub(super) fn of_rows(passages: &[Passage<'_>], style: Style) -> Vec<Slip> {
    type Row = (usize, [String; 2]);
    let mut rows: BTreeMap<Row, BTreeMap<String, Vec<Place>>> = BTreeMap::new();
    let mut told: Vec<FxHashSet<String>> = Vec::with_capacity(passages.len());
    for (number, passage) in passages.iter().enumerate() {
        let walls = passage.walls();
        let is_told = |at: &Range<usize>| {
            let is_free = !walls.iter().any(|wall| wall.start < at.end && at.start < wall.end);
            is_free && figures(&passage.text()[at.clone()], style).len() == 1
        };
        let written = |at: Range<usize>| (passage.text()[at.clone()].replace(style.decimal(), "."), at);
        let found = spelt(passage.text()).filter(is_told).map(written).filter(|(written, _)| written.contains('.'));
        let found: Vec<(String, Range<usize>)> = found.collect();
        told.push(found.iter().map(|(written, _)| written.clone()).collect());
        for three in found.windows(3) {
            let is_list = are_listed(passage.text(), &[0, 1, 2].map(|at| three[at].1.clone()));
            for (hole, sides) in [[1, 2], [0, 2], [0, 1]].into_iter().enumerate() {
                let [one, two] = sides.map(|at| three[at].0.clone());
                let (written, at) = three[hole].clone();
                let beside = weight(&digits(&one)) + weight(&digits(&two));
                let tells = beside >= TWO && beside + weight(&digits(&written)) >= THREE;
                if tells && (!is_list || beside >= LONG) {
                    rows.entry((hole, [one, two])).or_default().entry(written).or_default().push((number, at));
                }
            }
        }
    }
    let two = rows.into_values().filter(|values| values.len() == 2);
    let slip = |values: BTreeMap<String, Vec<Place>>| {
        let [(one, places), (other, others)] = <[_; 2]>::try_from(values.into_iter().collect::<Vec<_>>()).ok()?;
        let shape = |written: &str| written.find('.').map(|point| (point, written.len()));
        let is_slip = shape(&one) == shape(&other) && slips(&digits(&one)).any(|it| it == digits(&other));
        // What stands beside the other is no slip for it.
        let holds = |place: &Place, written: &str| told[place.0].contains(written);
        let are_apart = !holds(&places[0], &other) && !holds(&others[0], &one);
        (is_slip && are_apart && places.len().min(others.len()) == 1).then(|| (places[0].clone(), others[0].clone()))
    };
    two.filter_map(slip).collect()
}

/// Whether a number is one of three with decimals that are a list.
pub(super) fn is_listed(text: &str, number: &Range<usize>, style: Style) -> bool {
    let decimals = |at: &Range<usize>| text[at.clone()].contains(style.decimal());
    let found: Vec<Range<usize>> = spelt(text).filter(decimals).collect();
    let is_it = |at: &Range<usize>| number.start <= at.start && at.end <= number.end;
    found.windows(3).any(|three| three.iter().any(is_it) && are_listed(text, three))
}

/// Whether numbers are a list, of what a word says behind each: shares, or whatever has a long word.
fn are_listed(text: &str, numbers: &[Range<usize>]) -> bool {
    let is_share = |at: &Range<usize>| text[at.end..].trim_start().starts_with('%');
    let most = if numbers.iter().all(is_share) { 1 } else { TELLING };
    numbers.windows(2).all(|two| {
        let mut words = text[two[0].end..two[1].start].split(|c: char| !c.is_alphabetic());
        words.any(|word| word.chars().count() >= most && !TO.has(word) && !AND.has(word))
    })
}

/// The numbers in digits, each with the points and commas that have digits behind them; not those in codes.
pub(super) fn spelt(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let starts = text.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    starts.filter_map(move |at| {
        let before = text[..at].chars().next_back();
        let is_free = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '/' | '-' | '_' | ':'));
        let end = at + text[at..].find(|c| !is_part(c)).unwrap_or(text.len() - at);
        let end = at + text[at..end].trim_end_matches(['.', ',']).len();
        (is_free && !text[end..].starts_with(char::is_alphabetic)).then_some(at..end)
    })
}
