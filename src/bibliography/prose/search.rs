//! The best reading of an entry: which part each of its pieces belongs to.
//!
//! A reading gives each piece to a [label](super::labels), several in a row to one where they are one part. It is
//! built from the left; of all that have come equally far, with the same parts and the same last one, only the best is
//! kept, and of those the [`KEPT`] best. A part has at most so many pieces, so the work grows with their number alone.

use std::cmp::Reverse;

use super::labels::{LABELS, Part, Used};
use super::pieces::{Gap, Piece};
use super::weights::Weights;

/// How many readings are kept at each piece.
const KEPT: usize = 20;

/// A reading of the first pieces.
#[derive(Clone, Copy, Debug)]
struct Step {
    score: i32,
    used: Used,
    part: Part,
    /// The reading that it goes on from.
    before: Option<usize>,
}

/// The best reading of the pieces, part by part. `last` is what stands behind the last one.
pub(super) fn best(pieces: &[Piece], last: Gap, weights: &Weights<'_>) -> Vec<Part> {
    let mut readings = Readings { steps: Vec::new(), ending: vec![Vec::new(); pieces.len() + 1] };
    for from in 0..pieces.len() {
        for label in LABELS {
            for to in from + 1..=pieces.len().min(from + label.longest(from)) {
                let Some(score) = weights.part(label, from, to) else { break };
                let behind = pieces.get(to).map_or(last, |piece| piece.gap);
                readings.go_on(weights, Part { label, from, to }, score + weights.ending(label, from, to, behind));
            }
        }
    }
    let Readings { steps, mut ending } = readings;
    let finished = ending.pop().unwrap_or_default().into_iter();
    let best = finished.max_by_key(|&at| (steps[at].score + weights.whole(steps[at].used), Reverse(at)));
    traced(&steps, best)
}

struct Readings {
    steps: Vec<Step>,
    /// Those that end before each piece, by their place among all.
    ending: Vec<Vec<usize>>,
}

impl Readings {
    /// Lets each reading that ends where a part starts go on with it. `score` is what the part is worth by itself.
    fn go_on(&mut self, weights: &Weights<'_>, part: Part, score: i32) {
        if part.from == 0 {
            let edge = weights.opening(part.label);
            self.offer(Step { score: score + edge, used: weights.used(Used::default(), part), part, before: None });
            return;
        }
        for place in 0..self.ending[part.from].len() {
            let at = self.ending[part.from][place];
            let Step { score: before, used, part: last, .. } = self.steps[at];
            if used.has(part.label) && !part.label.repeats() {
                continue;
            }
            let score = before + score + weights.edge(last, used, part.label, part.from);
            self.offer(Step { score, used: weights.used(used, part), part, before: Some(at) });
        }
    }

    /// Takes in a reading, unless one that is as good has the same parts and the same last one, or enough are better.
    fn offer(&mut self, step: Step) {
        let (steps, ending) = (&mut self.steps, &mut self.ending[step.part.to]);
        let same = |at: &usize| steps[*at].used == step.used && steps[*at].part.label == step.part.label;
        let rival = ending.iter().copied().find(same).or_else(|| {
            let full = ending.len() == KEPT;
            ending.iter().copied().filter(|_| full).min_by_key(|&at| (steps[at].score, Reverse(at)))
        });
        match rival {
            Some(at) if steps[at].score >= step.score => {}
            // Nothing goes on from it yet: what ends at a piece is only gone on from once all that end there are known.
            Some(at) => steps[at] = step,
            None => {
                ending.push(steps.len());
                steps.push(step);
            }
        }
    }
}

fn traced(steps: &[Step], last: Option<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = last;
    while let Some(step) = at {
        parts.push(steps[step].part);
        at = steps[step].before;
    }
    parts.reverse();
    parts
}
