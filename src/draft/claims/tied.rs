//! What the frames of a sentence say, as quantities that are tied to each other.
//!
//! A number at one place is one quantity, whatever number of frames it fills: "50 of the 200 votes" and "50 (25 %)" are
//! of the same 50. What no word of the text gives, such as the hundred that shares come to, is a quantity without a
//! place.

use std::ops::Range;

use super::naming::{counted, from_on};
use super::{Passage, Quantity, Value};
use crate::amount::prose::SHARED_MONEY;
use crate::amount::{Amount, Exact, rounded};
use crate::draft::tone::Tone;
use crate::frame::{Filled, Filler, Match};
use crate::language::{Link, Says};

/// The quantities of a sentence as its frames tie them together.
pub(super) struct Tied<'p, 'm> {
    passage: &'p Passage<'m>,
    tone: &'p Tone,
    pub(super) quantities: Vec<Quantity>,
    /// Where each place that is told is, and the number of its quantity.
    places: Vec<(Range<usize>, usize)>,
}

impl<'p, 'm> Tied<'p, 'm> {
    pub(super) fn new(passage: &'p Passage<'m>, tone: &'p Tone) -> Self {
        let mut tied = Self { passage, tone, quantities: Vec::new(), places: Vec::new() };
        for it in passage.worth.iter().flat_map(|worth| &worth.frames) {
            let is_read = !it.slots.iter().any(|slot| passage.is_title(&slot.at)) && !is_of_another_whole(it);
            if is_read && (it.says != Says::Halves || are_alike(it, passage.text())) {
                tied.take(it);
            }
        }
        tied
    }

    /// Whether a part of the sentence is told.
    pub(super) fn tells(&self, part: &Range<usize>) -> bool {
        self.places.iter().any(|(place, _)| place.start < part.end && part.start < place.end)
    }

    fn take(&mut self, it: &Match) {
        match it.says {
            Says::Share => {
                let whole = self.only(it, "whole");
                for (part, share) in it.all("part").zip(it.all("share")) {
                    let part = self.quantity(part, it.link);
                    self.also(part, share, it.link);
                    self.tie(part, "share-of", whole.clone());
                }
            }
            Says::Part => {
                let whole = self.only(it, "whole");
                self.tie_each(it, "part", "part-of", &whole);
            }
            Says::Sum | Says::Halves => {
                let parts = self.every(it, "part");
                self.tie_each(it, "whole", "sum-of", &parts);
            }
            Says::Hundred | Says::WholeHundred => {
                let parts = self.every(it, "part");
                let hundred = if it.says == Says::Hundred { "<=100%" } else { "100%" };
                let whole = self.placeless(it, hundred, "%");
                self.tie(whole, "sum-of", parts);
            }
            Says::Growth | Says::Decline | Says::Rise | Says::Fall | Says::Multiplied(_) | Says::Times => self.grow(it),
            Says::Apart => self.part(it),
            Says::Equals => {
                for (quantity, equals) in self.only(it, "value").into_iter().zip(it.all("equals")) {
                    self.convert(quantity, equals, it.link);
                }
            }
            Says::Mean => self.hold(it),
            Says::Named => {
                let stated = self.only(it, "stated");
                for (quantity, named) in stated.into_iter().zip(it.all("named")) {
                    self.also(quantity, named, it.link);
                }
            }
            // What these say is no quantity: see `stretches`, `gaps`, `tie_out`, `standing` and `once`.
            Says::Stretch
            | Says::Lasting
            | Says::Age
            | Says::Counts
            | Says::Joined
            | Says::JoinedOn
            | Says::Within
            | Says::Dated
            | Says::Acted
            | Says::Once(_) => {}
        }
    }

    /// Gives a sum in another money, too. Which land's dollars are meant is presumed.
    fn convert(&mut self, quantity: usize, equals: &Filled, link: Link) {
        let Quantity { unit, values, .. } = &mut self.quantities[quantity];
        let (converted, other_unit) = value(&equals.filler);
        // "EUR 30 million (EUR 28 million)" converts nothing.
        if *unit == other_unit {
            return;
        }
        let [own, other] = [&values[0].written, &converted].map(|written| in_a_currency(written));
        let link = if own.is_some() || other.is_some() { Link::Presumed } else { link };
        let (written, code) = own.unwrap_or_else(|| (values[0].written.clone(), unit));
        let (code, other) = (code.to_owned(), other.map_or(converted, |(written, _)| written));
        values[0] = Value { written, equals: Some(other), link };
        *unit = code;
        self.places.push((equals.at.clone(), quantity));
    }

    /// Gives a mean the range that it lies in as another value.
    fn hold(&mut self, it: &Match) {
        let ends: Option<Vec<Exact>> = it.all("range").map(face).collect();
        let mut written =
            it.all("range").map(|slot| value(&slot.filler).0.split(' ').next().unwrap_or_default().to_owned());
        let written = match ends.as_deref() {
            Some([low, high]) if low < high => written.collect::<Vec<_>>().join(".."),
            None => written.next().filter(|range| range.contains("..")).unwrap_or_default(),
            Some(_) => return,
        };
        for quantity in self.only(it, "value") {
            let Quantity { unit, values, .. } = &mut self.quantities[quantity];
            values.push(Value { written: format!("{written} {unit}").trim().to_owned(), equals: None, link: it.link });
        }
    }

    /// What grew, from what, and by how much.
    fn grow(&mut self, it: &Match) {
        let names = if is_told_backwards(it) { ["to", "from"] } else { ["from", "to"] };
        let [from, to] = names.map(|name| self.only(it, name));
        self.lend_unit(&from, &to);
        let is_share = to.first().is_some_and(|to| self.quantities[*to].unit == "%");
        let unit = if is_share { "pp" } else { "%" };
        let growth = match it.says {
            Says::Rise => Some(self.placeless(it, &format!(">0 {unit}"), unit)),
            Says::Fall => Some(self.placeless(it, &format!("<0 {unit}"), unit)),
            Says::Times => times(it).map(|by| self.placeless(it, &by, "%")).filter(|_| !is_share),
            Says::Multiplied(by) if is_share => {
                let Some(by) = it
                    .all(names[0])
                    .find_map(face)
                    .filter(|from| *from <= Exact::from(SHARES))
                    .and_then(|from| in_points(by, from))
                else {
                    return;
                };
                Some(self.placeless(it, &by, "pp"))
            }
            Says::Multiplied(by) => Some(self.placeless(it, by, "%")),
            _ => self.only(it, "growth").first().copied(),
        };
        let Some(growth) = growth else { return };
        if it.says == Says::Decline {
            let written = &mut self.quantities[growth].values[0].written;
            let number = written.trim_start_matches('~');
            if !number.starts_with(|c: char| c.is_ascii_digit()) {
                // What fell by more than 5 % grew by less than -5 %: such bounds are left alone.
                return;
            }
            *written = format!("{}-{number}", &written[..written.len() - number.len()]);
        }
        self.tie(growth, "growth-of", to);
        self.tie(growth, "growth-from", from);
    }

    /// Takes the unit behind the second number for the first one, too: "from 12 to 15 percent".
    fn lend_unit(&mut self, from: &[usize], to: &[usize]) {
        let ([from], [to]) = (from, to) else { return };
        if self.quantities[*from].unit.is_empty() && self.quantities[*to].unit == "%" {
            let quantity = &mut self.quantities[*from];
            "%".clone_into(&mut quantity.unit);
            quantity.values[0].written += "%";
        }
    }

    /// How far two numbers lie apart: the larger one is the sum of the other and that.
    fn part(&mut self, it: &Match) {
        let [Some(from), Some(to)] = ["from", "to"].map(|name| it.all(name).find_map(face)) else { return };
        let names = if from < to { ["from", "by", "to"] } else { ["to", "by", "from"] };
        let [less, by, more] = names.map(|name| self.only(it, name));
        let unit = |quantity: &[usize]| quantity.first().map(|it| self.quantities[*it].unit.clone());
        match (unit(&by).as_deref(), unit(&more).as_deref()) {
            (Some("pp"), Some("%")) => {
                self.tie(by[0], "growth-of", more);
                self.tie(by[0], "growth-from", less);
            }
            (by_unit, unit) if by_unit == unit && unit != Some("%") => self.tie(more[0], "sum-of", [less, by].concat()),
            _ => {}
        }
    }

    /// The quantity of the first slot of that name.
    fn only(&mut self, it: &Match, name: &str) -> Vec<usize> {
        it.all(name).take(1).map(|slot| self.quantity(slot, it.link)).collect()
    }

    fn every(&mut self, it: &Match, name: &str) -> Vec<usize> {
        it.all(name).map(|slot| self.quantity(slot, it.link)).collect()
    }

    fn tie_each(&mut self, it: &Match, name: &str, key: &'static str, of: &[usize]) {
        for quantity in self.every(it, name) {
            self.tie(quantity, key, of.to_vec());
        }
    }

    /// Ties a quantity to others, unless it is tied so to some.
    fn tie(&mut self, quantity: usize, key: &'static str, of: Vec<usize>) {
        let ties = &mut self.quantities[quantity].ties;
        if !ties.iter().any(|(other, _)| *other == key) {
            ties.push((key, of));
        }
    }

    /// The quantity of a slot.
    fn quantity(&mut self, slot: &Filled, link: Link) -> usize {
        if let Some((_, quantity)) = self.places.iter().find(|(place, _)| *place == slot.at) {
            return *quantity;
        }
        let (written, unit) = value(&slot.filler);
        self.places.push((slot.at.clone(), self.quantities.len()));
        let (name, mode) = (from_on(self.passage, &slot.at), self.tone.mode(slot.at.start));
        let values = vec![Value { written, equals: None, link }];
        self.quantities.push(Quantity { name, unit, values, mode, at: slot.at.clone(), ..Quantity::default() });
        self.quantities.len() - 1
    }

    /// A further value of a quantity.
    fn also(&mut self, quantity: usize, slot: &Filled, link: Link) {
        let (written, _) = value(&slot.filler);
        self.places.push((slot.at.clone(), quantity));
        self.quantities[quantity].values.push(Value { written, equals: None, link });
    }

    /// A quantity that no number of the text gives, and that is presumed.
    fn placeless(&mut self, it: &Match, written: &str, unit: &str) -> usize {
        let at = it.slots.first().map_or(0..0, |slot| slot.at.clone());
        let (name, mode) = (counted(self.passage, &at), self.tone.mode(at.start));
        let values = vec![Value { written: written.to_owned(), equals: None, link: Link::Presumed }];
        self.quantities.push(Quantity { name, unit: unit.to_owned(), values, mode, ..Quantity::default() });
        self.quantities.len() - 1
    }
}

/// Whether what is told to be a multiple of another number, or more than it by so much, stands behind it in a bracket:
/// "doubles (5 vs. 9)".
fn is_told_backwards(it: &Match) -> bool {
    let number = |name: &str| it.all(name).find_map(face);
    let [from, to] = ["from", "to"].map(number);
    let place = |name: &str| it.slots.iter().position(|slot| slot.name == name);
    let is_bracket = place("to") < place("from");
    let shrinks = match it.says {
        Says::Multiplied(by) => by.contains('-'),
        Says::Decline => true,
        Says::Growth | Says::Times => false,
        _ => return false,
    };
    let is_told = !matches!(it.says, Says::Growth | Says::Decline) || place("growth") == Some(0);
    is_bracket && is_told && if shrinks { from < to } else { to < from }
}

/// Whether the word behind each part is the same.
fn are_alike(it: &Match, text: &str) -> bool {
    let mut words = it.all("part").map(|slot| text[slot.at.end..].split_whitespace().next());
    let first = words.next().flatten();
    first.is_some() && words.all(|word| word == first)
}

/// By how many percent grows what is so many times as much, or has so many times as much added.
fn times(it: &Match) -> Option<String> {
    let times = it.all("times").find_map(face).filter(|times| *times < Exact::from(MOST))?;
    let place = if times.is_integer() { Exact::from(1) } else { Exact::new(1, 10) };
    let percent = |times: Exact| ((times - Exact::from(1)) * Exact::from(100)).to_integer();
    (times > Exact::from(1))
        .then(|| format!("{}..{}%", percent(times - place), percent(times + Exact::from(1) + place)))
}

/// What is more than so many times as much is no multiple of something.
const MOST: i128 = 1000;

/// By how many points a percentage grows that grows by so many percent of itself.
fn in_points(by: &str, from: Exact) -> Option<String> {
    let (low, high) = by.strip_suffix('%')?.split_once("..")?;
    let points = |percent: &str| Some(rounded(from * Exact::from(percent.parse::<i128>().ok()?) / Exact::from(100)));
    Some(format!("{}..{} pp", points(low)?, points(high)?))
}

fn face(slot: &Filled) -> Option<Exact> {
    if let Filler::Amount(amount) = &slot.filler { amount.face() } else { None }
}

/// Shares that come to more than so many percent are of several things.
const SHARES: i128 = 150;

/// Whether a part that is only presumed to be one exceeds its whole: "3 runs: 20 dives and 15 hauls".
fn is_of_another_whole(it: &Match) -> bool {
    // "98% in training and 95% in the test" share nothing.
    if it.link == Link::Presumed && matches!(it.says, Says::Hundred | Says::WholeHundred) {
        let most = Exact::from(SHARES);
        let parts = || it.all("part").filter_map(face);
        return parts().any(|part| part > most) || parts().sum::<Exact>() > most;
    }
    let is_presumed = it.link == Link::Presumed && matches!(it.says, Says::Share | Says::Sum);
    let Some(whole) = it.all("whole").find_map(face).filter(|_| is_presumed) else { return false };
    it.all("part").filter_map(face).any(|part| part > whole)
}

/// A sum of a money that several lands have, in the currency that it most often is, and the code of that.
fn in_a_currency(written: &str) -> Option<(String, &'static str)> {
    let shared = SHARED_MONEY.iter().find_map(|(name, code)| Some((written.strip_suffix(name)?, *code)));
    shared.map(|(number, code)| (format!("{number}{code}"), code))
}

/// A value and its unit as records have them.
fn value(filler: &Filler) -> (String, String) {
    let amount = |amount: &Amount| (amount.to_string(), amount.unit().name().to_owned());
    match filler {
        Filler::Amount(value) => amount(value),
        Filler::Date(_) | Filler::Name | Filler::Known(_) => (String::new(), String::new()),
    }
}
