//! Holdings that cannot both be so, gathered: each knot of them is one finding, whatever the number of its pairs.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Certainty, Contradicts, Finding, Level, Verdicts};
use crate::reason::Origin;
use crate::rules::Case;

use crate::rules::told;

/// Of holdings that speak of the same, so many are compared with one another.
pub(super) const COMPARED: usize = 100;

/// Whether what has no end is taken to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// It goes on until it was said.
    Lasts,
    /// It may have ended when something else began: on one and the same day, too.
    Unknown,
}

/// Two holdings that cannot both be so, and all the grounds of the knot that they belong to.
#[derive(Debug)]
pub(super) struct Clash {
    pub(super) first: usize,
    pub(super) second: usize,
    pub(super) certainty: Certainty,
    /// Whose statements the two are.
    pub(super) contradicts: Contradicts,
    removes: usize,
    /// The statements and entries of the whole knot.
    grounds: Vec<usize>,
    /// Those of each of its pairs.
    pairs: Vec<Vec<usize>>,
}

impl Clash {
    /// The finding that not all of the knot can be so, with these two in front.
    pub(super) fn finding(
        &self,
        case: &Case<'_>,
        rule: (&'static str, Level),
        message: String,
        (first, second): (usize, usize),
    ) -> Finding {
        let mut holdings = vec![first, second];
        holdings.extend(&self.grounds);
        let mut finding = told::finding(case, rule, message, &holdings, self.certainty)
            .contradicting(self.contradicts)
            .help("correct the one that is wrong, or say with `from`, `until` or `on` for which time each holds");
        finding.conflicts = self.pairs.iter().map(|pair| told::places(case, pair)).collect();
        finding
    }
}

/// Gathers pairs of holdings that cannot both be so at one time.
pub(super) struct Clashes<'c> {
    case: &'c Case<'c>,
    ending: Ending,
    pairs: Vec<Clash>,
}

impl<'c> Clashes<'c> {
    pub(super) fn new(case: &'c Case<'c>, ending: Ending) -> Self {
        Self { case, ending, pairs: Vec::new() }
    }

    /// Compares two holdings, neither of them a plan or a wish, of which one must be wrong if both hold at one time.
    pub(super) fn compare(&mut self, verdicts: &mut Verdicts, first: usize, second: usize) {
        match how_surely(self.case, first, second, self.ending) {
            Some(certainty) => self.add(first, second, certainty),
            None => verdicts.fine(
                || [first, second].map(|at| told::place(self.case, self.case.holdings.at(at))),
                || why_apart(self.case, first, second),
            ),
        }
    }

    fn add(&mut self, first: usize, second: usize, certainty: Certainty) {
        let holdings = self.case.holdings;
        let mut grounds = holdings.grounds(first);
        grounds.extend(holdings.grounds(second));
        grounds.sort_unstable();
        grounds.dedup();
        let contradicts = told::voices(self.case, &grounds);
        let removes = [first, second].map(|at| removes(self.case, at)).iter().sum();
        let pairs = vec![grounds.clone()];
        self.pairs.push(Clash { first, second, certainty, contradicts, removes, grounds, pairs });
    }

    /// The knots, each by its surest pair, and of those by the one that yields to the weakest voice.
    pub(super) fn knots(mut self) -> Vec<Clash> {
        self.pairs.sort_by_key(|pair| {
            (std::cmp::Reverse(pair.certainty), pair.contradicts, pair.removes, pair.first, pair.second)
        });
        let (sure, possible): (Vec<_>, Vec<_>) =
            self.pairs.into_iter().partition(|pair| pair.certainty > Certainty::Possible);
        let mut knots = tied(sure);
        let known: BTreeSet<usize> = knots.iter().flat_map(|knot| knot.grounds.iter().copied()).collect();
        knots.extend(tied(
            possible.into_iter().filter(|pair| !pair.grounds.iter().all(|at| known.contains(at))).collect(),
        ));
        knots
    }
}

/// Ties pairs that have a ground in common into one, the first of them in front.
fn tied(pairs: Vec<Clash>) -> Vec<Clash> {
    let mut knot_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut knots: Vec<Option<Clash>> = Vec::new();
    for pair in pairs {
        let touched: BTreeSet<usize> = pair.grounds.iter().filter_map(|at| knot_of.get(at).copied()).collect();
        let mut whole = pair;
        let mut place = knots.len();
        for &touched in &touched {
            let Some(mut knot) = knots[touched].take() else { continue };
            if place == knots.len() {
                std::mem::swap(&mut whole, &mut knot);
                place = touched;
            }
            whole.grounds.append(&mut knot.grounds);
            whole.pairs.append(&mut knot.pairs);
        }
        whole.grounds.sort_unstable();
        whole.grounds.dedup();
        for &at in &whole.grounds {
            knot_of.insert(at, place);
        }
        if place == knots.len() {
            knots.push(None);
        }
        knots[place] = Some(whole);
    }
    knots.into_iter().flatten().collect()
}

/// Why two holdings that exclude each other can both be so.
fn why_apart(case: &Case<'_>, first: usize, second: usize) -> String {
    let [one, other] = [first, second].map(|at| case.holdings.at(at));
    let because = if one.speaker == other.speaker {
        "they need not hold at one time"
    } else {
        "they are the words of two speakers"
    };
    format!("{because} ({}; {})", told::told(case, one), told::told(case, other))
}

/// How surely two holdings meet, where they may be compared at all: a speaker contradicts himself alone, and what is
/// alleged or hedged contradicts nothing for sure.
fn how_surely(case: &Case<'_>, first: usize, second: usize, ending: Ending) -> Option<Certainty> {
    let (first, second) = (case.holdings.at(first), case.holdings.at(second));
    if first.speaker != second.speaker {
        return None;
    }
    // Another relation, which excludes it, may have held before.
    let is_for_good = first.relation == second.relation && case.dossier[first.relation].permanent;
    let certainty = match ending {
        // What is so for good is so at the time of the other, too.
        Ending::Unknown if is_for_good => Some(Certainty::Certain),
        Ending::Lasts => first.times.meet_lasting(&second.times),
        Ending::Unknown => first.times.meet(&second.times),
    };
    let [one, other] = [first, second].map(|holding| holding.times.hard.throughout);
    let may_have_changed = ending == Ending::Unknown && !is_for_good && one == other && one.is_part_of_a_day();
    let most = if !first.mode.asserts() || !second.mode.asserts() {
        Certainty::Possible
    } else if may_have_changed {
        Certainty::Nominal
    } else {
        Certainty::Certain
    };
    certainty.map(|certainty| certainty.min(most))
}

/// At how many removes a holding follows.
fn removes(case: &Case<'_>, at: usize) -> usize {
    match &case.holdings.at(at).origin {
        Origin::Stated(_) | Origin::Listed(..) => 0,
        Origin::Follows(_, from) => 1 + from.iter().map(|&from| removes(case, from)).sum::<usize>(),
    }
}

/// The weaker voice's in front.
pub(super) fn weaker_first(case: &Case<'_>, first: usize, second: usize) -> (usize, usize) {
    let voice = |at: usize| case.holdings.at(at).voice;
    if voice(second) < voice(first) { (second, first) } else { (first, second) }
}
