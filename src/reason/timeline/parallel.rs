//! Which statements tie two points as closely as another does: what else would force a bound.

use std::sync::{Arc, Mutex, OnceLock};

use rustc_hash::FxHashMap;

use super::constraints::{events_of, rank_of};
use super::{Layers, Premise};
use crate::model::Dossier;
use crate::reason::groups::Groups;
use crate::reason::network::{Constraint, Point, Reason};

/// So many statements are looked at for one that says what another does.
const LOOKED_AT: usize = 64;

/// What was asked for.
#[derive(Debug, Default)]
pub(super) struct Parallel {
    /// By the rank of an event, the reasons that have constraints at it.
    mentioning: OnceLock<Groups>,
    /// The constraints from one point to another, the closest in front.
    between: Mutex<FxHashMap<[Point; 2], Arc<[Constraint]>>>,
}

impl Layers {
    /// For each constraint of a chain another statement that ties the same two points as closely, up to a slack: that
    /// of the strongest voice, among the first few.
    pub(super) fn instead(&self, dossier: &Dossier, chain: &[Constraint], slack: i64) -> Vec<(Premise, Premise)> {
        let mut instead = Vec::new();
        for constraint in chain {
            let own = dossier[self.reasons.statements[constraint.reason.0 as usize]].owner;
            let is_other = |other: &&Constraint| {
                dossier[self.reasons.statements[other.reason.0 as usize]].owner != own && !self.sets_aside(other.reason)
            };
            let closest = constraint.at_most.saturating_add(slack);
            let between = self.between(dossier, constraint);
            let others = between.iter().take_while(|other| other.at_most <= closest).take(LOOKED_AT).filter(is_other);
            let Some(other) = others.max_by_key(|other| self.reasons.voices[other.reason.0 as usize]) else { continue };
            let [own, other] = [constraint, other].map(|constraint| self.premises(dossier, &[*constraint]));
            instead.extend(own.first().copied().zip(other.first().copied()));
        }
        instead
    }

    /// All constraints between the two points of one.
    fn between(&self, dossier: &Dossier, one: &Constraint) -> Arc<[Constraint]> {
        const LOCK: &str = "no thread panics while it holds the lock";
        let ends = |constraint: &Constraint| [constraint.earlier, constraint.later];
        if let Some(known) = self.parallel.between.lock().expect(LOCK).get(&ends(one)) {
            return Arc::clone(known);
        }
        let mentioning = self.parallel.mentioning.get_or_init(|| self.mentions(dossier));
        let points = ends(one).into_iter().filter(|&point| point != Point::ORIGIN);
        let mentions = points.map(rank_of).map(|rank| mentioning.of(rank as usize..rank as usize + 1));
        let fewest = mentions.min_by_key(|mentions| mentions.len()).unwrap_or_default();
        let mut between: Vec<Constraint> = Vec::new();
        for &reason in fewest {
            let drawn = self.drawn(dossier, Reason(reason));
            between.extend(drawn.iter().map(|drawn| drawn.constraint).filter(|other| ends(other) == ends(one)));
        }
        between.sort_unstable_by_key(|other| (other.at_most, other.reason));
        // A statement that mentions an event twice was drawn twice.
        between.dedup();
        let between: Arc<[Constraint]> = between.into();
        self.parallel.between.lock().expect(LOCK).insert(ends(one), Arc::clone(&between));
        between
    }

    fn mentions(&self, dossier: &Dossier) -> Groups {
        let mentions = (0..).zip(&self.reasons.statements).flat_map(|(reason, &statement)| {
            events_of(dossier, &dossier[statement]).map(move |event| (self.order.rank(event), reason))
        });
        let mentions: Vec<(u32, u32)> = mentions.collect();
        Groups::new(self.order.events.len(), || mentions.iter().map(|&(rank, reason)| (rank as usize, reason)))
    }
}
