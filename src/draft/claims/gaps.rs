//! How far apart a manuscript says that two of its dates are: "three years later, in 1958", "born in 1950 and aged 60
//! in 2010". Nothing is said of the two but that: which date is counted from is presumed.

use super::passages::Passage;
use super::standing::date;
use crate::frame::{Filler, Match};
use crate::language::Says;
use crate::time::prose::{Found, Side, What};
use crate::time::{Answer, When};

/// An event of a manuscript: its passage, and its number among those of that.
pub(super) type Place = (usize, usize);

/// That an event lies behind another one, and how far.
#[derive(Debug)]
pub(super) struct After {
    pub(super) event: Place,
    /// As records have it: "P3Y".
    pub(super) gap: String,
}

/// The dates that a paragraph has told so far, and those of the last one that told any, with their events.
#[derive(Debug, Default)]
pub(super) struct Told {
    own: Vec<(When, Place)>,
    last: Vec<(When, Place)>,
}

impl Told {
    /// Begins a paragraph.
    pub(super) fn begin(&mut self) {
        if !self.own.is_empty() {
            self.last = std::mem::take(&mut self.own);
        }
    }

    pub(super) fn push(&mut self, when: When, event: Place) {
        self.own.push((when, event));
    }

    /// How far a date that is told in two ways lies behind one that was told before: the last of those that it fits,
    /// else the last one.
    pub(super) fn before(&self, relative: &Found, date: &Found) -> Option<After> {
        let (What::Relative(relative), What::Date(when)) = (&relative.what, &date.what) else { return None };
        let gap = relative.gap()?;
        let fits = |told: &&(When, Place)| {
            let meant = relative.resolve(&told.0);
            meant.is_some_and(|meant| meant.hard().meets(when.hard()) != Answer::SurelyNot)
        };
        let told = if self.own.is_empty() { &self.last } else { &self.own };
        let (_, event) = told.iter().rev().find(fits).or(told.last())?;
        Some(After { event: *event, gap })
    }
}

/// Whether a date that is counted from another one is told once more right behind: "three years later, in 1958".
pub(super) fn is_told_again(text: &str, relative: &Found, date: &Found) -> bool {
    let between = text.get(relative.at.end..date.at.start).unwrap_or_default();
    let word = between.trim_start().strip_prefix([',', '(', '–', '—']);
    date.side == Side::On && word.is_some_and(|word| word.trim().chars().all(char::is_alphabetic))
}

/// The ages that a sentence tells: the dates of a birth and of a day of that life, by their numbers, and the gap.
pub(super) fn ages(passage: &Passage<'_>) -> Vec<(usize, usize, String)> {
    let frames = passage.worth.iter().flat_map(|worth| &worth.frames).filter(|it| it.says == Says::Age);
    let age = |it: &Match| {
        let [from, on] = ["from", "on"].map(|slot| it.all(slot).find_map(date));
        let years = it.all("age").find_map(|slot| match &slot.filler {
            Filler::Amount(amount) => amount.face().map(|age| age.to_integer()),
            Filler::Date(_) | Filler::Name | Filler::Known(_) => None,
        });
        Some((from?, on?, format!("P{}Y", years?)))
    };
    frames.filter_map(age).collect()
}
