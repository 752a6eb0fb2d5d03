//! What rolls say of holdings: what `not-on-roll` and `roll-seats-exceeded` share.

use rustc_hash::FxHashMap;

use crate::model::{Date, Record, RelationId, RollId};
use crate::reason::{Entry, Holding, Object, Origin};
use crate::rules::Case;
use crate::text::{Span, shown};

/// All entries of the rolls of one relation to one thing.
pub(super) struct List<'c> {
    pub(super) rolls: &'c [RollId],
    pub(super) entries: Vec<(RollId, Entry<'c>)>,
    by_kin: FxHashMap<Record, Vec<usize>>,
}

impl<'c> List<'c> {
    fn new(case: &Case<'c>, rolls: &'c [RollId]) -> Self {
        let of = |&roll: &RollId| {
            let entries = case.holdings.rolls.entries(case.texts, case.dossier, roll);
            entries.into_iter().map(move |entry| (roll, entry))
        };
        let entries: Vec<(RollId, Entry<'c>)> = rolls.iter().flat_map(of).collect();
        let mut by_kin: FxHashMap<Record, Vec<usize>> = FxHashMap::default();
        for (number, (_, entry)) in entries.iter().enumerate() {
            by_kin.entry(case.holdings.rolls.kin(Record::Entity(entry.subject))).or_default().push(number);
        }
        Self { rolls, entries, by_kin }
    }

    /// The entries of a thing, and of what continues it or is continued by it.
    pub(super) fn of(&self, case: &Case<'_>, subject: Record) -> Vec<&(RollId, Entry<'c>)> {
        let numbers = self.by_kin.get(&case.holdings.rolls.kin(subject));
        numbers.into_iter().flatten().map(|&number| &self.entries[number]).collect()
    }
}

/// Asks the rolls about every statement that they can answer for: what is held to be so, by nobody but its owner.
pub(super) fn each<'c>(case: &Case<'c>, mut ask: impl FnMut(usize, &'c Holding, &List<'c>)) {
    let mut lists: FxHashMap<(RelationId, Object), List<'c>> = FxHashMap::default();
    let holdings = case.holdings;
    for (at, holding) in holdings.iter() {
        let rolls = holdings.rolls.of(holding.relation, holding.object);
        let is_stated = matches!(holding.origin, Origin::Stated(_)) && holding.speaker.is_none();
        if is_stated && !holding.is_denied && holding.mode.asserts() && !rolls.is_empty() {
            let list = lists.entry((holding.relation, holding.object)).or_insert_with(|| List::new(case, rolls));
            ask(at, holding, list);
        }
    }
}

/// An entry of a roll in words, and its place.
pub(super) fn told(case: &Case<'_>, roll: RollId, entry: &Entry<'_>) -> (Span, String) {
    let date = |date: Option<Date>, word: &str| {
        date.map_or_else(String::new, |date| format!(" {word} {}", case.dossier[date.when].spoken()))
    };
    let status = entry.member.status.map_or_else(String::new, |status| format!(" as {}", shown(case.read(status))));
    let (from, until) = (date(entry.member.from, "from"), date(entry.member.until, "until"));
    let (who, of) = (case.name(entry.subject), case.name(roll));
    (entry.member.span, format!("the roll of {of} lists {who}{status}{from}{until}"))
}
