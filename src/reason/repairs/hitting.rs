//! Lightest hitting sets: few and light elements of which every set has one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use crate::reason::sets::Sets;

/// So many sets that hang together are searched for a lightest answer; as many as one number has bits.
const EXACT: usize = 128;
/// So many trials are made for it.
const TRIALS: usize = 20_000;
/// In all of them, choices are looked at so many times at most.
const LOOKS: usize = 200_000_000;
/// Of more choices none is sought that is worth no trial.
const CHOICES: usize = 4_096;
/// What an element hits is counted in this part of its weight, so that whole numbers will do.
const WORTH: u64 = 5_040;

/// Elements of which every set has one.
#[derive(Debug)]
pub(super) struct Answer {
    /// The elements, in ascending order.
    pub(super) elements: Vec<u32>,
    /// Whether it is known that no lighter answer is there.
    pub(super) is_exact: bool,
}

/// Elements of which every set has one, together as light as can be; `weights` are by element, and none is 0. Of
/// equally light answers it is one of smaller numbers, as far as these are tried first. A set without elements is left
/// out.
pub(super) fn lightest(mut sets: Vec<Vec<u32>>, weights: &[u32]) -> Answer {
    sets.retain(|set| !set.is_empty());
    // The short ones in front: what hits them is tried first.
    sets.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    sets.dedup();
    let mut answer = Answer { elements: Vec::new(), is_exact: true };
    for part in parts(sets) {
        let solved = if part.len() <= EXACT { Search::new(&part, weights).run() } else { greedy(&part, weights) };
        answer.elements.extend(solved.elements);
        answer.is_exact &= solved.is_exact;
    }
    answer.elements.sort_unstable();
    answer
}

/// The sets that hang together by common elements, each lot on its own.
fn parts(sets: Vec<Vec<u32>>) -> Vec<Vec<Vec<u32>>> {
    let mut together = Sets::new(sets.len());
    let mut first_with: FxHashMap<u32, usize> = FxHashMap::default();
    for (at, set) in sets.iter().enumerate() {
        for &element in set {
            let first = *first_with.entry(element).or_insert(at);
            together.join(first, at);
        }
    }
    let mut parts: Vec<Vec<Vec<u32>>> = Vec::new();
    let mut part_of = vec![usize::MAX; sets.len()];
    for (at, set) in sets.into_iter().enumerate() {
        let root = together.root(at);
        if part_of[root] == usize::MAX {
            part_of[root] = parts.len();
            parts.push(Vec::new());
        }
        parts[part_of[root]].push(set);
    }
    parts
}

/// The element that hits most of what is left for its weight, time and again; then without those that are not needed.
fn greedy(sets: &[Vec<u32>], weights: &[u32]) -> Answer {
    let mut hits: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (at, set) in sets.iter().enumerate() {
        for &element in set {
            hits.entry(element).or_default().push(at);
        }
    }
    let mut elements: Vec<u32> = sets.iter().flatten().copied().collect();
    elements.sort_unstable();
    elements.dedup();
    let worth =
        |element: u32, left: usize| (WORTH * left as u64 / u64::from(weights[element as usize]), Reverse(element));
    let mut heap: BinaryHeap<_> = elements.iter().map(|&element| worth(element, hits[&element].len())).collect();
    let mut by = vec![0; sets.len()];
    let mut chosen = Vec::new();
    while let Some((known, Reverse(element))) = heap.pop() {
        let left = hits[&element].iter().filter(|&&set| by[set] == 0).count();
        let now = worth(element, left);
        if left == 0 {
            continue;
        }
        if now.0 < known {
            heap.push(now);
            continue;
        }
        for &set in &hits[&element] {
            by[set] += 1;
        }
        chosen.push(element);
    }
    let mut needed = Vec::new();
    for &element in chosen.iter().rev() {
        if hits[&element].iter().all(|&set| by[set] > 1) {
            for &set in &hits[&element] {
                by[set] -= 1;
            }
        } else {
            needed.push(element);
        }
    }
    needed.sort_unstable();
    Answer { elements: needed, is_exact: false }
}

/// An element that can be tried.
#[derive(Clone, Copy)]
struct Choice {
    element: u32,
    weight: u32,
    /// The sets that it hits, each a bit.
    hits: u128,
}

/// A search through all choices of elements (branch and bound), over up to 128 sets.
struct Search {
    /// How many sets there are.
    sets: usize,
    /// What is worth trying, by element.
    choices: Vec<Choice>,
    best: Vec<u32>,
    lightest: u32,
    trials: usize,
    looks: usize,
}

impl Search {
    fn new(sets: &[Vec<u32>], weights: &[u32]) -> Self {
        let mut pairs: Vec<(u32, usize)> = Vec::new();
        for (at, set) in sets.iter().enumerate() {
            pairs.extend(set.iter().map(|&element| (element, at)));
        }
        pairs.sort_unstable();
        let choice = |own: &[(u32, usize)]| Choice {
            element: own[0].0,
            weight: weights[own[0].0 as usize],
            hits: own.iter().fold(0, |hits, (_, set)| hits | 1 << set),
        };
        let mut all: Vec<Choice> = pairs.chunk_by(|a, b| a.0 == b.0).map(choice).collect();
        // Of those that hit the same sets one is enough.
        all.sort_unstable_by_key(|choice| (choice.hits, choice.weight, choice.element));
        all.dedup_by_key(|choice| choice.hits);
        all.sort_unstable_by_key(|choice| choice.element);
        // What another hits too, and is no lighter, is worth no trial.
        let is_beaten = |one: &&Choice| {
            let beats = |other: &Choice| one.hits & !other.hits == 0 && one.weight >= other.weight;
            all.len() <= CHOICES && all.iter().any(|other| one.element != other.element && beats(other))
        };
        let choices = all.iter().filter(|choice| !is_beaten(choice)).copied().collect();
        let best = greedy(sets, weights).elements;
        let lightest = best.iter().map(|&element| weights[element as usize]).sum();
        Self { sets: sets.len(), choices, best, lightest, trials: 0, looks: 0 }
    }

    fn run(mut self) -> Answer {
        let all = if self.sets == EXACT { u128::MAX } else { (1 << self.sets) - 1 };
        self.try_all(all, 0, &mut Vec::new());
        Answer { is_exact: !self.is_over(), elements: self.best }
    }

    fn is_over(&self) -> bool {
        self.trials >= TRIALS || self.looks >= LOOKS
    }

    /// Adds to `chosen`, which is so heavy, what hits all sets that are `left`, and keeps the best.
    fn try_all(&mut self, left: u128, weight: u32, chosen: &mut Vec<u32>) {
        if left == 0 {
            if weight < self.lightest {
                (self.best, self.lightest) = (chosen.clone(), weight);
            }
            return;
        }
        // No choice hits more for its weight than this one, so what is left weighs at least so much.
        let worth = |choice: &Choice| WORTH * u64::from((choice.hits & left).count_ones()) / u64::from(choice.weight);
        let most = self.choices.iter().map(worth).max().unwrap_or(1).max(1);
        let least = (WORTH * u64::from(left.count_ones())).div_ceil(most + 1);
        if u64::from(weight) + least >= u64::from(self.lightest) || self.is_over() {
            return;
        }
        self.trials += 1;
        self.looks += self.choices.len() * left.count_ones() as usize;
        let hitting = |set: usize| self.choices.iter().filter(move |choice| choice.hits & (1 << set) != 0);
        let open = (0..self.sets).filter(|set| left & (1 << set) != 0);
        let Some(narrowest) = open.min_by_key(|&set| hitting(set).count()) else { return };
        let choices: Vec<Choice> = hitting(narrowest).copied().collect();
        for choice in choices {
            chosen.push(choice.element);
            self.try_all(left & !choice.hits, weight + choice.weight, chosen);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small generator of numbers (Steele, Lea and Flood 2014).
    fn below(state: &mut u64, bound: u64) -> u64 {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb) % bound
    }

    fn random_sets(seed: u64, elements: u64, sets: u64) -> Vec<Vec<u32>> {
        let mut state = seed;
        let set = |state: &mut u64| {
            let mut set: Vec<u32> = (0..=below(state, 4)).map(|_| below(state, elements) as u32).collect();
            set.sort_unstable();
            set.dedup();
            set
        };
        (0..=below(&mut state.clone(), sets)).map(|_| set(&mut state)).collect()
    }

    fn hits_all(sets: &[Vec<u32>], elements: &[u32]) -> bool {
        sets.iter().all(|set| set.iter().any(|element| elements.contains(element)))
    }

    fn weight(elements: &[u32], weights: &[u32]) -> u32 {
        elements.iter().map(|&element| weights[element as usize]).sum()
    }

    /// The weight of the lightest answer, by trying every choice of elements.
    fn by_force(sets: &[Vec<u32>], weights: &[u32]) -> u32 {
        let of = |choice: u32| (0..weights.len() as u32).filter(move |element| choice & (1 << element) != 0);
        let all = (0_u32..1 << weights.len()).map(|choice| of(choice).collect::<Vec<u32>>());
        let all = all.filter(|choice| hits_all(sets, choice)).map(|choice| weight(&choice, weights));
        all.min().expect("all elements together hit every set")
    }

    #[test]
    fn no_answer_is_lighter() {
        for seed in 0..u64::from(crate::cases(4).cases) {
            let sets = random_sets(seed, 9, 14);
            let mut state = seed;
            let weights: Vec<u32> = (0..9).map(|_| 1 + below(&mut state, 1 + seed % 13) as u32).collect();
            let answer = lightest(sets.clone(), &weights);
            assert!(answer.is_exact && hits_all(&sets, &answer.elements), "{sets:?}");
            assert_eq!(weight(&answer.elements, &weights), by_force(&sets, &weights), "{sets:?} {weights:?}");
        }
    }

    #[test]
    fn of_many_sets_nothing_that_was_chosen_can_be_left_out() {
        for seed in 0..50 {
            let sets = random_sets(seed, 300, 2_000);
            let answer = lightest(sets.clone(), &[1; 300]);
            assert!(hits_all(&sets, &answer.elements));
            for left_out in &answer.elements {
                let rest: Vec<u32> = answer.elements.iter().copied().filter(|element| element != left_out).collect();
                assert!(!hits_all(&sets, &rest), "{left_out} is not needed");
            }
        }
    }

    /// So many sets that hang together, of two rows: each has its row, and a column. What hits most at first is a
    /// column, and again of what is left; all columns together are more than the two rows.
    fn rows_and_columns(sets: u32) -> Vec<Vec<u32>> {
        let column = |at: u32| 2 + [34, 50, 58, 62].partition_point(|&start| start <= at) as u32;
        let (rows, own) = (2, 10);
        (0..sets).map(|set| vec![set % rows, column(set / rows), own + set]).collect()
    }

    #[test]
    fn of_so_many_sets_that_hang_together_the_lightest_answer_is_known() {
        for sets in [EXACT as u32 - 1, EXACT as u32] {
            let answer = lightest(rows_and_columns(sets), &[1; 2 * EXACT]);
            assert_eq!((answer.elements, answer.is_exact), (vec![0, 1], true), "{sets} sets");
        }
        let more = rows_and_columns(EXACT as u32 + 1);
        let answer = lightest(more.clone(), &[1; 2 * EXACT]);
        assert!(hits_all(&more, &answer.elements) && !answer.is_exact);
        assert_eq!(answer.elements, [2, 3, 4, 5, 6]);
    }

    #[test]
    fn what_is_chosen_one_by_one_hits_most_for_its_weight() {
        let sets: Vec<Vec<u32>> = (0..2 * EXACT as u32).map(|own| vec![0, 1, 2 + own]).collect();
        let mut weights = vec![1; 2 + 2 * EXACT];
        weights[0] = 2;
        assert_eq!(lightest(sets, &weights).elements, [1]);
    }

    #[test]
    fn sets_that_have_nothing_in_common_are_searched_each_by_itself() {
        let answer = lightest((0..2 * EXACT as u32).map(|own| vec![own]).collect(), &[1; 2 * EXACT]);
        assert_eq!((answer.elements.len(), answer.is_exact), (2 * EXACT, true));
    }

    #[test]
    fn a_search_that_takes_too_long_ends_with_what_it_has() {
        let mut state = 5;
        let sets: Vec<Vec<u32>> = (0..EXACT).map(|_| (0..3).map(|_| below(&mut state, 60) as u32).collect()).collect();
        let answer = lightest(sets.clone(), &[1; 60]);
        assert!(hits_all(&sets, &answer.elements) && !answer.is_exact);
        assert!(answer.elements.len() <= greedy(&sets, &[1; 60]).elements.len());
    }

    #[test]
    fn nothing_hits_no_sets() {
        let answer = lightest(vec![Vec::new()], &[]);
        assert!(answer.elements.is_empty() && answer.is_exact);
    }
}
