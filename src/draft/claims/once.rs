//! What happens once: a birth, a death, the opening of a bridge. Two sentences that tell of the same one tell of one
//! event, so that their dates can be held against each other.
//!
//! The same is what bears the same name of two words or more: "Lind" may be two people.

use rustc_hash::FxHashMap;

use super::standing::facts;
use super::{Event, Passage};
use crate::draft::tone::Tone;
use crate::frame::Filler;
use crate::language::{Link, Says};
use crate::names::{one_line, words};

/// Of an event that happens once, which claim tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum Once {
    First,
    Again,
}

/// What happens once that a sentence tells as a fact of one of its dates, by the number of that: "birth of Ada Holt".
pub(super) fn told(passage: &Passage<'_>, tone: &Tone, date: usize) -> Option<String> {
    facts(passage, tone).find_map(|it| {
        let Says::Once(happening) = it.says else { return None };
        it.all("on").find(|slot| slot.filler == Filler::Date(date))?;
        let what = one_line(&passage.text()[it.all("what").next()?.at.clone()]);
        (words(&what).len() > 1).then(|| format!("{happening} of {what}"))
    })
}

/// Gives the events of a claim that an earlier one tells of the ids that they have there, kept in `told` by their
/// names. That they are the same is presumed.
pub(super) fn tie(events: &mut [Event], told: &mut FxHashMap<String, String>) {
    for event in events.iter_mut().filter(|event| event.once.is_some()) {
        match told.get(&event.name) {
            Some(id) => {
                event.once = Some(Once::Again);
                event.id.clone_from(id);
                event.link = Link::Presumed;
            }
            None => _ = told.insert(event.name.clone(), event.id.clone()),
        }
    }
}
