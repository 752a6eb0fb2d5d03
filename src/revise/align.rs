//! Which passages of one manuscript are which of another.
//!
//! Sentences that stand once in both are a spine, without those that have left their order: they have moved. Between
//! two vertebrae, words are compared with words, so that a sentence that was cut in two, or is put together otherwise
//! by a page break, is still known; passages that keep half of what they say are the same. What then has no counterpart
//! is looked for everywhere by its rarer words.
//!
//! The cost is that of sorting but for the stretches between vertebrae, which are compared word by word up to a bound.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::{Side, Unit};
use crate::document::Kind;
use crate::passage::anchors::moved;

/// Stretches are compared word by word while the numbers of their words come to no more than this, multiplied.
const COMPARED: usize = 1 << 22;
/// What is no heading and has fewer words may stand anywhere, and has not moved.
const MOVABLE: usize = 4;
/// A passage that weighs less cannot be known again elsewhere.
const KNOWN_AGAIN: u32 = 16;
/// A word that stands in more of the passages that are left does not tell which of them is meant.
const FREQUENT: usize = 32;

/// A passage that is another, or stands elsewhere: units of both manuscripts, by their numbers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// Those of the old one; none where it was put in.
    pub(super) old: Vec<usize>,
    /// Those of the new one; none where it was taken out.
    pub(super) new: Vec<usize>,
    /// Whether it stands elsewhere among the others.
    pub(super) has_moved: bool,
}

/// What differs, in the order of the new manuscript; what was taken out stands where it was.
pub(super) fn differences(old: &Side<'_>, new: &Side<'_>) -> Vec<Difference> {
    let mut same = Same { of_old: vec![None; old.units.len()], of_new: vec![None; new.units.len()] };
    let pairs = once_in_both(old, new);
    let has_moved = moved(&pairs.iter().map(|(_, new)| *new).collect::<Vec<_>>());
    let (mut spine, mut strays) = (Vec::new(), Vec::new());
    for (pair, has_moved) in pairs.into_iter().zip(has_moved) {
        if has_moved { strays.push(pair) } else { spine.push(pair) }
    }
    for &pair in &spine {
        same.take(old, new, pair);
    }
    let in_order: Vec<(usize, usize)> = same.pairs().collect();
    let is_heading = |unit: usize| matches!(old.text.blocks[old.units[unit].block].kind, Kind::Heading(_));
    strays.retain(|(unit, _)| is_heading(*unit) || old.units[*unit].tokens.len() >= MOVABLE);
    for &pair in &strays {
        same.take(old, new, pair);
    }

    let mut found = Found::default();
    let mut from = (0, 0);
    for (was, is) in in_order.iter().copied().chain([(old.units.len(), new.units.len())]) {
        let free_old = (from.0..was).filter(|unit| same.of_old[*unit].is_none()).collect();
        let free_new = (from.1..is).filter(|unit| same.of_new[*unit].is_none()).collect();
        gap(old, new, free_old, free_new, &mut found);
        from = (was + 1, is + 1);
    }
    known_again(old, new, &in_order, &mut found);
    let spine: FxHashSet<(usize, usize)> = in_order.iter().copied().collect();
    let strays = same.pairs().filter(|pair| !spine.contains(pair));
    let mut all = found.differences;
    all.extend(runs(strays));
    all.extend(found.gone.into_iter().map(|unit| Difference { old: vec![unit], new: Vec::new(), has_moved: false }));
    all.extend(found.come.into_iter().map(|unit| Difference { old: Vec::new(), new: vec![unit], has_moved: false }));
    in_order_of_the_new(all, &in_order)
}

/// The units that are the same on both sides, each with its partner.
struct Same {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Same {
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.of_old.iter().enumerate().filter_map(|(was, is)| Some((was, (*is)?)))
    }

    /// Takes in a pair, and those like it on either side of it: sentences that stand several times.
    fn take(&mut self, old: &Side<'_>, new: &Side<'_>, pair: (usize, usize)) {
        let mut behind = Some(pair);
        while let Some((was, is)) = behind.filter(|&it| self.is_free(it) && alike(old, new, it)) {
            self.of_old[was] = Some(is);
            self.of_new[is] = Some(was);
            behind = Some((was + 1, is + 1));
        }
        let mut before = pair;
        while let (Some(was), Some(is)) = (before.0.checked_sub(1), before.1.checked_sub(1))
            && self.is_free((was, is))
            && alike(old, new, (was, is))
        {
            self.of_old[was] = Some(is);
            self.of_new[is] = Some(was);
            before = (was, is);
        }
    }

    fn is_free(&self, (was, is): (usize, usize)) -> bool {
        self.of_old.get(was).is_some_and(Option::is_none) && self.of_new.get(is).is_some_and(Option::is_none)
    }
}

fn alike(old: &Side<'_>, new: &Side<'_>, (was, is): (usize, usize)) -> bool {
    old.words(was).eq(new.words(is))
}

/// The units that stand once in both manuscripts, in the order of the old one.
fn once_in_both(old: &Side<'_>, new: &Side<'_>) -> Vec<(usize, usize)> {
    let once = |side: &Side<'_>| {
        let mut by_words: FxHashMap<Vec<u32>, Option<usize>> = FxHashMap::default();
        for unit in 0..side.units.len() {
            by_words.entry(side.words(unit).collect()).and_modify(|it| *it = None).or_insert(Some(unit));
        }
        by_words
    };
    let (in_old, in_new) = (once(old), once(new));
    let pair = |unit: usize| {
        let words: Vec<u32> = old.words(unit).collect();
        (*in_old.get(&words)?)?;
        Some((unit, (*in_new.get(&words)?)?))
    };
    (0..old.units.len()).filter_map(pair).collect()
}

/// What was found between the vertebrae.
#[derive(Default)]
struct Found {
    differences: Vec<Difference>,
    /// Units of the old manuscript without a counterpart yet, and of the new one.
    gone: Vec<usize>,
    come: Vec<usize>,
}

/// Compares the units between two vertebrae.
fn gap(old: &Side<'_>, new: &Side<'_>, was: Vec<usize>, is: Vec<usize>, found: &mut Found) {
    let tokens = |side: &Side<'_>, units: &[usize]| -> Vec<usize> {
        units.iter().flat_map(|unit| side.units[*unit].tokens.clone()).collect()
    };
    let (ours, theirs) = (tokens(old, &was), tokens(new, &is));
    if was.is_empty() || is.is_empty() || ours.len().saturating_mul(theirs.len()) > COMPARED {
        found.gone.extend(was);
        found.come.extend(is);
        return;
    }
    let mut from = (0, 0);
    for (of_old, of_new) in kept(old, new, &ours, &theirs, &was, &is) {
        slots(old, new, &was[from.0..of_old.start], &is[from.1..of_new.start], found);
        let pair = (was[of_old.clone()].to_vec(), is[of_new.clone()].to_vec());
        from = (of_old.end, of_new.end);
        let words = |side: &Side<'_>, units: &[usize]| -> Vec<u32> {
            units.iter().flat_map(|unit| side.words(*unit)).collect()
        };
        if words(old, &pair.0) != words(new, &pair.1) {
            found.differences.push(Difference { old: pair.0, new: pair.1, has_moved: false });
        }
    }
    slots(old, new, &was[from.0..], &is[from.1..], found);
}

/// Which of the units `was` are which of `is`, word for word of half of the smaller one at least: stretches of both
/// lists.
fn kept(
    old: &Side<'_>,
    new: &Side<'_>,
    ours: &[usize],
    theirs: &[usize],
    was: &[usize],
    is: &[usize],
) -> Vec<(Range<usize>, Range<usize>)> {
    let words = |side: &Side<'_>, tokens: &[usize]| -> Vec<u32> {
        tokens.iter().map(|token| side.tokens[*token].word).collect()
    };
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for op in capture_diff_slices(Algorithm::Myers, &words(old, ours), &words(new, theirs)) {
        let DiffOp::Equal { old_index, new_index, len } = op else { continue };
        for at in 0..len {
            let (one, other) = (&old.tokens[ours[old_index + at]], &new.tokens[theirs[new_index + at]]);
            *shared.entry((one.unit, other.unit)).or_default() += one.weight;
        }
    }
    let mut kept: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for ((one, other), weight) in shared {
        if 2 * weight < old.weight(one).min(new.weight(other)) {
            continue;
        }
        let place = |units: &[usize], unit: usize| units.binary_search(&unit).unwrap_or_default();
        let (one, other) = (place(was, one), place(is, other));
        match kept.last_mut() {
            Some((of_old, of_new)) if one < of_old.end || other < of_new.end => {
                of_old.end = of_old.end.max(one + 1);
                of_new.end = of_new.end.max(other + 1);
            }
            _ => kept.push((one..one + 1, other..other + 1)),
        }
    }
    kept
}

/// Pairs units that stand in the same slots and have nothing in common: numbers in the cells of a table, short
/// headings.
fn slots(old: &Side<'_>, new: &Side<'_>, was: &[usize], is: &[usize], found: &mut Found) {
    let fits = |(was, is): (&usize, &usize)| {
        let (one, other) = (&old.units[*was], &new.units[*is]);
        let [one_kind, other_kind] = [(old, one), (new, other)].map(|(side, unit)| &side.text.blocks[unit.block].kind);
        let is_short = |unit: &Unit| unit.tokens.len() < MOVABLE;
        let is_slot = matches!(one_kind, Kind::Cell | Kind::Heading(_)) || is_short(one) && is_short(other);
        one_kind == other_kind && is_slot
    };
    if was.len() == is.len() && was.iter().zip(is).all(fits) {
        let pairs = was.iter().zip(is).filter(|(was, is)| !alike(old, new, (**was, **is)));
        let differences = pairs.map(|(was, is)| Difference { old: vec![*was], new: vec![*is], has_moved: false });
        found.differences.extend(differences);
        return;
    }
    found.gone.extend(was);
    found.come.extend(is);
}

/// Pairs what has no counterpart in its place with what has most of its rarer words elsewhere.
fn known_again(old: &Side<'_>, new: &Side<'_>, spine: &[(usize, usize)], found: &mut Found) {
    let rarer = |side: &Side<'_>, unit: usize| -> Vec<(u32, u32)> {
        let tokens = side.tokens[side.units[unit].tokens.clone()].iter().filter(|token| token.weight > 1);
        let mut words: Vec<(u32, u32)> = tokens.map(|token| (token.word, token.weight)).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let mut stands: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for unit in &found.come {
        for (word, _) in rarer(new, *unit) {
            stands.entry(word).or_default().push(*unit);
        }
    }
    let mut taken = FxHashSet::default();
    let mut gone = Vec::new();
    for was in std::mem::take(&mut found.gone) {
        let words = rarer(old, was);
        let mut votes: BTreeMap<usize, u32> = BTreeMap::new();
        for (word, weight) in &words {
            let places = stands.get(word).filter(|places| places.len() <= FREQUENT).into_iter().flatten();
            places.for_each(|unit| *votes.entry(*unit).or_default() += weight);
        }
        let weight = |words: &[(u32, u32)]| words.iter().map(|(_, weight)| weight).sum::<u32>();
        let ours = weight(&words);
        // Of all that both say, six tenths.
        let is_near = |is: usize, kept: u32| 20 * kept >= 6 * (ours + weight(&rarer(new, is)));
        let free = votes.into_iter().filter(|(is, _)| !taken.contains(is));
        let best = free.max_by_key(|(is, kept)| (*kept, std::cmp::Reverse(*is)));
        // Words are compared one by one only where they are few; what is alike costs nothing.
        let is_compared = |is: usize| {
            let words = [old.units[was].tokens.len(), new.units[is].tokens.len()];
            words[0].saturating_mul(words[1]) <= COMPARED || alike(old, new, (was, is))
        };
        match best.filter(|(is, kept)| ours >= KNOWN_AGAIN && is_near(*is, *kept) && is_compared(*is)) {
            Some((is, _)) => {
                taken.insert(is);
                let has_moved = crosses(spine, (was, is));
                if has_moved || !alike(old, new, (was, is)) {
                    found.differences.push(Difference { old: vec![was], new: vec![is], has_moved });
                }
            }
            None => gone.push(was),
        }
    }
    found.gone = gone;
    found.come.retain(|unit| !taken.contains(unit));
}

/// Whether a pair stands in another order than a vertebra.
fn crosses(spine: &[(usize, usize)], (was, is): (usize, usize)) -> bool {
    let behind = spine.partition_point(|(old, _)| *old < was);
    let before = behind.checked_sub(1).map(|before| spine[before].1);
    before.is_some_and(|before| before > is) || spine.get(behind).is_some_and(|(_, behind)| *behind < is)
}

/// Pairs that follow each other on both sides, as one passage each.
fn runs(pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Difference> {
    let mut runs: Vec<Difference> = Vec::new();
    for (was, is) in pairs {
        match runs.last_mut() {
            Some(run)
                if run.old.last() == Some(&was.wrapping_sub(1)) && run.new.last() == Some(&is.wrapping_sub(1)) =>
            {
                run.old.push(was);
                run.new.push(is);
            }
            _ => runs.push(Difference { old: vec![was], new: vec![is], has_moved: true }),
        }
    }
    runs
}

fn in_order_of_the_new(mut all: Vec<Difference>, spine: &[(usize, usize)]) -> Vec<Difference> {
    // What was taken out stands behind the vertebra that it stood behind.
    let stood = |unit: usize| {
        let behind = spine.partition_point(|(old, _)| *old < unit);
        behind.checked_sub(1).map_or(0, |before| spine[before].1 + 1)
    };
    all.sort_by_cached_key(|it| {
        let place = it.new.first().map_or_else(|| it.old.first().map_or(0, |unit| stood(*unit)), |unit| *unit);
        (place, !it.new.is_empty(), it.old.first().copied())
    });
    all
}
