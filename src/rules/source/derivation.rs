//! Which sources repeat which: the graph of `derived-from`, its circles, and where it begins.
//!
//! Nothing here depends on the order of records: sources are numbered by their ids.

use crate::model::{Record, SourceId};
use crate::reason::Knots;
use crate::rules::Case;

/// The sources that repeat others or are repeated, and what they repeat, in time linear in the entries of
/// `derived-from`.
pub(super) struct Derivation {
    /// These sources, by id.
    pub(super) sources: Vec<SourceId>,
    /// The places of those that each one repeats, each once, in order, and where that comes round.
    pub(super) knots: Knots,
}

impl Derivation {
    pub(super) fn new(case: &Case<'_>) -> Self {
        let mut places = vec![0; case.dossier.sources.len()];
        let mut takes_part = vec![false; places.len()];
        for (id, source) in case.dossier.sources().filter(|(_, source)| !source.derived_from.is_empty()) {
            takes_part[id.index()] = true;
            let repeated = source.derived_from.iter().filter_map(|source| source.target);
            repeated.for_each(|id| takes_part[id.index()] = true);
        }
        let mut sources: Vec<SourceId> = case.dossier.sources().map(|(id, _)| id).collect();
        sources.retain(|id| takes_part[id.index()]);
        sources.sort_by_key(|&id| case.dossier.id(case.texts, Record::Source(id)));
        for (place, id) in sources.iter().enumerate() {
            places[id.index()] = place;
        }
        let repeats = sources.iter().map(|&id| {
            let known = case.dossier[id].derived_from.iter().filter_map(|source| source.target);
            let mut repeated: Vec<usize> = known.map(|id| places[id.index()]).collect();
            repeated.sort_unstable();
            repeated.dedup();
            repeated
        });
        let knots = Knots::new(repeats.collect());
        Self { sources, knots }
    }
}
