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
        let [first, last] = [it.all("what").next()?, it.all("what").last()?];
        let what = one_line(&passage.text()[first.at.start..last.at.end]);
        (words(&what).len() > 1).then(|| format!("{happening} of {what}"))
    })
}

/// Who did something in a sentence on one of its dates, by the number of that.
pub(super) fn acted(passage: &Passage<'_>, tone: &Tone, date: usize) -> Option<String> {
    let acts = facts(passage, tone).filter(|it| it.says == Says::Acted);
    let mut on_date = acts.filter(|it| it.all("on").any(|slot| slot.filler == Filler::Date(date)));
    let who = one_line(&passage.text()[on_date.next()?.all("who").next()?.at.clone()]);
    (words(&who).len() > 1).then_some(who)
}

/// What a manuscript has told of lives so far: the events of the first thing they did and of their deaths.
#[derive(Debug, Default)]
pub(super) struct Lives(FxHashMap<String, [Option<String>; 2]>);

impl Lives {
    /// Sets what someone did before their death, which of the two may be told first.
    pub(super) fn tie(&mut self, events: &mut [Event]) {
        for event in events {
            let (who, is_death) = match (&event.who, event.name.strip_prefix("death of ")) {
                (_, Some(who)) if event.once.is_some() => (who.to_owned(), true),
                (Some(who), _) => (who.clone(), false),
                _ => continue,
            };
            let told = self.0.entry(who).or_default();
            let (key, other) = if is_death { ("after", &told[0]) } else { ("before", &told[1]) };
            if let (Some(other), [(_, _)]) = (other, &event.clauses[..]) {
                event.clauses.push((key, other.clone()));
                event.link = Link::Presumed;
            }
            told[usize::from(is_death)].get_or_insert_with(|| event.id.clone());
        }
    }
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
