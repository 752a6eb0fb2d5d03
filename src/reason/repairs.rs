//! Which records to mend first: few of them, whose correction or removal clears the findings.
//!
//! # Why
//! One wrong year in a bibliography makes ten findings. Who corrects the year is rid of all ten; who works through the
//! findings one by one changes ten claims that were right.
//!
//! # How it is found
//! Every finding names the places that cannot all be right: a source's date, what a claim says, what it cites for it.
//! Such a *conflict* is gone as soon as one of its places is corrected. A finding over several conflicts (one date
//! against twelve others) is gone when each of them is.
//!
//! A *repair* is a record to be corrected or removed. Of all sets of records that hit every conflict a lightest is
//! taken: the fewest and likeliest mistakes that explain everything (diagnoses as minimal hitting sets of conflicts:
//! Reiter, "A theory of diagnosis from first principles", 1987; de Kleer and Williams, "Diagnosing multiple faults",
//! 1987; for minimal unsatisfiable and minimal correction sets Liffiton and Sakallah 2008). A mistake in a source of
//! the paper, a claim or a definition weighs 1, one in evidence 3, one in the record 9: facts outrank evidence, and
//! evidence claims.
//!
//! What is said by others too is not cleared by correcting one of them. So where another statement ties the same two
//! ends of events as closely, the finding is a conflict with that one as well.
//!
//! # What ranks first
//! 1. The record that alone clears more errors, then more warnings, then more notes.
//! 2. Of equals, one that does so by a single mistake, before one that would have to be wrong in several places.
//! 3. Of equals, the lighter, and then the one that is trusted less: an entry of the paper's own bibliography, a claim,
//!    a definition, evidence, and last the record: facts, events, lives, rolls and their sources.
//! 4. Of equals, the first by kind and id.
//!
//! What a repair clears is counted once: a finding that two of the repairs would clear counts for the higher one.
//!
//! # What it cannot know
//! Which side of a contradiction is wrong, where nothing else speaks for either. Then `or` names what would clear the
//! same. The lightest set is searched for among up to 128 conflicts that hang together, in up to 20,000 trials; beyond,
//! it is chosen record by record, each time that which hits most for its weight, and none of them can be left out.

mod culprits;
mod hitting;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::finding::{Finding, Level};
use crate::model::Dossier;
use crate::text::Texts;

pub use culprits::{Culprit, Part};

use culprits::Blamed;

/// The file whose header is the page on how repairs are found.
pub const FILE: &str = include_str!("repairs.rs");

/// What to mend to clear the findings of a dossier.
#[derive(Debug, Default)]
pub struct Repairs {
    /// Every record that a finding may be blamed on, by kind and id.
    pub culprits: Vec<Culprit>,
    /// The conflicts of each finding. One that lies in no record, or that a baseline knows, has none.
    pub conflicts: Vec<Vec<Conflict>>,
    /// The findings that each culprit clears alone, ascending: those of which every conflict has a part of it.
    pub cleared: Vec<Vec<usize>>,
    /// The culprits that clear some finding alone, each judged by itself, in the order in which they rank.
    pub ranking: Vec<usize>,
    /// What to mend, that which clears most in front. Together they clear all findings that have conflicts.
    pub list: Vec<Repair>,
    /// Whether it is known that no lighter set of records clears all findings.
    pub is_lightest: bool,
}

/// Places that cannot all be right, in order and each once: each is the place of a part among those of a culprit.
pub type Conflict = Vec<Blame>;

/// Those of them that lie in a culprit.
fn of(conflict: &Conflict, culprit: usize) -> &[Blame] {
    let start = conflict.partition_point(|blame| blame.culprit < culprit);
    let length = conflict[start..].partition_point(|blame| blame.culprit == culprit);
    &conflict[start..start + length]
}

/// A part of a culprit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Blame {
    /// The place of the record in [`Repairs::culprits`].
    pub culprit: usize,
    /// The place of the part in [`Culprit::parts`].
    pub part: usize,
}

/// One record to mend.
#[derive(Debug)]
pub struct Repair {
    /// The place of the record in [`Repairs::culprits`].
    pub culprit: usize,
    /// The places of the parts to look at, in [`Culprit::parts`]: that which clears most in front.
    pub parts: Vec<usize>,
    /// The findings that it clears alone, and that no repair before it clears: their places among the findings.
    pub clears: Vec<usize>,
    /// The findings that it clears together with repairs before it.
    pub helps: Vec<usize>,
    /// Other records that would clear the same findings alone.
    pub instead: Vec<usize>,
}

/// How many errors, warnings and notes a record clears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Count {
    /// How many there are of each level.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut count = Self::default();
        for finding in findings {
            match finding.level {
                Level::Error => count.errors += 1,
                Level::Warning => count.warnings += 1,
                Level::Note => count.notes += 1,
            }
        }
        count
    }
}

impl Repair {
    /// How many of `findings` it clears, alone or together with repairs before it.
    pub fn count(&self, findings: &[Finding]) -> Count {
        Count::of(self.clears.iter().chain(&self.helps).map(|&finding| &findings[finding]))
    }
}

impl Repairs {
    /// What to mend to clear those of `findings` that no baseline knows.
    pub fn new(texts: &Texts, dossier: &Dossier, findings: &[Finding]) -> Self {
        let Blamed { culprits, conflicts } = culprits::blamed(texts, dossier, findings);
        let cleared = cleared(culprits.len(), &conflicts);
        let order = order(&culprits, &conflicts, &cleared, findings);
        let mut place = vec![0; order.len()];
        for (at, &culprit) in order.iter().enumerate() {
            place[culprit] = at as u32;
        }
        let sets = conflicts.iter().flatten().map(|conflict| {
            let mut set: Vec<u32> = conflict.iter().map(|blame| place[blame.culprit]).collect();
            set.sort_unstable();
            set.dedup();
            set
        });
        let weights: Vec<u32> = order.iter().map(|&at| culprits[at].weight).collect();
        let answer = hitting::lightest(sets.collect(), &weights);
        let chosen: Vec<usize> = answer.elements.iter().map(|&at| order[at as usize]).collect();
        let ranking = order.into_iter().filter(|&at| !cleared[at].is_empty()).collect();
        let mut this = Self { culprits, conflicts, cleared, ranking, list: Vec::new(), is_lightest: answer.is_exact };
        this.rank(findings, &chosen);
        this
    }

    /// The records that clear a finding alone, in the order in which they rank.
    pub fn cures(&self, finding: usize) -> Vec<usize> {
        let clears = |culprit: &usize| self.cleared[*culprit].binary_search(&finding).is_ok();
        self.ranking.iter().copied().filter(clears).collect()
    }

    /// The repairs, each time that which clears most of what is left.
    fn rank(&mut self, findings: &[Finding], chosen: &[usize]) {
        let mut left: Vec<bool> = self.conflicts.iter().map(|conflicts| !conflicts.is_empty()).collect();
        let still = |left: &[bool], culprit: usize| -> Vec<usize> {
            self.cleared[culprit].iter().copied().filter(|&finding| left[finding]).collect()
        };
        let count = |list: &[usize]| Count::of(list.iter().map(|&finding| &findings[finding]));
        let tie = |at: usize| (self.culprits[chosen[at]].weight, self.culprits[chosen[at]].trust, at);
        let mut heap: BinaryHeap<_> =
            chosen.iter().enumerate().map(|(at, &culprit)| (count(&self.cleared[culprit]), Reverse(tie(at)))).collect();
        let mut rank_of = vec![usize::MAX; self.culprits.len()];
        while let Some((counted, Reverse(tie))) = heap.pop() {
            let at = tie.2;
            let clears = still(&left, chosen[at]);
            let now = count(&clears);
            if now < counted {
                heap.push((now, Reverse(tie)));
                continue;
            }
            for &finding in &clears {
                left[finding] = false;
            }
            rank_of[chosen[at]] = self.list.len();
            self.list.push(Repair {
                culprit: chosen[at],
                parts: self.parts(chosen[at], &clears),
                instead: self.instead(chosen[at], &clears),
                clears,
                helps: Vec::new(),
            });
        }
        for finding in (0..left.len()).filter(|&finding| left[finding]) {
            let last = self.conflicts[finding].iter().flatten().map(|blame| rank_of[blame.culprit]);
            if let Some(last) = last.filter(|&rank| rank != usize::MAX).max() {
                self.list[last].helps.push(finding);
            }
        }
        for at in 0..self.list.len() {
            if self.list[at].parts.is_empty() {
                self.list[at].parts = self.parts(self.list[at].culprit, &self.list[at].helps);
            }
        }
    }

    /// The parts of a culprit that the findings are blamed on, each time that which most of the rest are blamed on.
    fn parts(&self, culprit: usize, findings: &[usize]) -> Vec<usize> {
        let mut blamed: Vec<Vec<usize>> = findings
            .iter()
            .map(|&finding| {
                self.conflicts[finding]
                    .iter()
                    .flat_map(|conflict| of(conflict, culprit))
                    .map(|blame| blame.part)
                    .collect()
            })
            .collect();
        let mut of = vec![Vec::new(); self.culprits[culprit].parts.len()];
        for (at, &part) in blamed.iter().enumerate().flat_map(|(at, own)| own.iter().map(move |part| (at, part))) {
            of[part].push(at);
        }
        let mut counts: Vec<usize> = of.iter().map(Vec::len).collect();
        let mut heap: BinaryHeap<_> = (counts.iter().enumerate())
            .filter(|(_, count)| **count > 0)
            .map(|(part, &count)| (count, Reverse(part)))
            .collect();
        let mut parts = Vec::new();
        while let Some((count, Reverse(part))) = heap.pop() {
            if counts[part] < count {
                heap.extend((counts[part] > 0).then_some((counts[part], Reverse(part))));
                continue;
            }
            parts.push(part);
            for other in of[part].iter().flat_map(|&at| std::mem::take(&mut blamed[at])) {
                counts[other] -= 1;
            }
        }
        parts
    }

    /// The other records that clear these findings alone.
    fn instead(&self, culprit: usize, findings: &[usize]) -> Vec<usize> {
        let mut conflicts = findings.iter().flat_map(|&finding| &self.conflicts[finding]);
        let Some(first) = conflicts.next() else { return Vec::new() };
        let mut others: Vec<usize> =
            first.iter().map(|blame| blame.culprit).filter(|&other| other != culprit).collect();
        others.sort_unstable();
        others.dedup();
        for conflict in conflicts {
            others.retain(|&other| !of(conflict, other).is_empty());
        }
        others
    }
}

/// The findings that each culprit clears alone: those of which every conflict has a part of it.
fn cleared(culprits: usize, conflicts: &[Vec<Conflict>]) -> Vec<Vec<usize>> {
    let mut cleared = vec![Vec::new(); culprits];
    for (finding, conflicts) in conflicts.iter().enumerate() {
        let Some((first, rest)) = conflicts.split_first() else { continue };
        let mut all: Vec<usize> = first.iter().map(|blame| blame.culprit).collect();
        all.sort_unstable();
        all.dedup();
        for conflict in rest {
            all.retain(|&culprit| !of(conflict, culprit).is_empty());
        }
        for culprit in all {
            cleared[culprit].push(finding);
        }
    }
    cleared
}

/// The culprits in the order in which they rank.
fn order(
    culprits: &[Culprit],
    conflicts: &[Vec<Conflict>],
    cleared: &[Vec<usize>],
    findings: &[Finding],
) -> Vec<usize> {
    let key = |&at: &usize| {
        let count = Count::of(cleared[at].iter().map(|&finding| &findings[finding]));
        let slips = has_one_slip(at, culprits[at].parts.len(), conflicts, &cleared[at]);
        (Reverse(count), !slips, culprits[at].weight, culprits[at].trust, at)
    };
    let mut order: Vec<usize> = (0..culprits.len()).collect();
    order.sort_by_cached_key(key);
    order
}

/// Whether one part of a culprit has a part in all conflicts of the findings.
fn has_one_slip(culprit: usize, parts: usize, conflicts: &[Vec<Conflict>], findings: &[usize]) -> bool {
    let mut hits = vec![0; parts];
    let all = findings.iter().flat_map(|&finding| &conflicts[finding]);
    for conflict in all.clone() {
        for blame in of(conflict, culprit) {
            hits[blame.part] += 1;
        }
    }
    hits.iter().max().is_some_and(|&most| most == all.count())
}
