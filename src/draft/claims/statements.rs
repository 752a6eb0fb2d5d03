//! The dates and quantities of a sentence as what a claim says.

use std::ops::Range;

use super::gaps::{self, After, ages, is_told_again};
use super::naming::{LEADS, around, counted, first_words};
use super::once::{self, Once};
use super::standing::{dated, standings};
use super::statistics::Customs;
use super::stretches::Stretches;
use super::tied::Tied;
use super::{Event, Passage, Quantity, Standing, Value};
use crate::amount::Amount;
use crate::amount::prose::{Style, figures, numbers};
use crate::atlas::Extent;
use crate::draft::edtf::{clause, doubtful};
use crate::draft::ids::{Ids, of_words, slug};
use crate::draft::tone::{Mode, Tone};
use crate::draft::{Left, Remark};
use crate::language::{Link, of_code};
use crate::names::one_line;
use crate::time::prose::{Found, Side, What, resolve};
use crate::time::{Answer, When};

/// Reads sentence by sentence, and keeps the last date of the paragraph in mind.
pub(super) struct Statements<'m> {
    written: Option<&'m When>,
    /// Whether it may refer to the shipped record.
    record: Extent,
    told: Option<When>,
    block: Option<usize>,
    /// The dates of the paragraph, and how many passages were read.
    dated: gaps::Told,
    read: usize,
    /// Whether verbs of its language say that something is past.
    is_tensed: bool,
    /// What the manuscript says somewhere of its tests.
    customs: Customs,
}

/// What a sentence says.
#[derive(Default)]
pub(super) struct Told {
    /// Its dates, and in which mode it tells what happened then: the events have no ids yet.
    pub(super) dates: Vec<Event>,
    /// Its quantities, likewise.
    pub(super) amounts: Vec<Quantity>,
    /// What it says of things of the record.
    pub(super) standings: Vec<Standing>,
    /// What is to be said in comments.
    pub(super) remarks: Vec<String>,
    /// Its numbers of research, as TOML.
    pub(super) statistics: Vec<String>,
}

impl<'m> Statements<'m> {
    pub(super) fn new(written: Option<&'m When>, language: &str, passages: &[Passage<'_>], record: Extent) -> Self {
        // Of a language whose verbs are not known here, they may say it all the same.
        let is_tensed = of_code(language).is_none_or(|it| !it.tone.past.is_empty() || it.tone.planned.is_empty());
        let customs = Customs::of(passages);
        Self { written, record, told: None, block: None, dated: gaps::Told::default(), read: 0, is_tensed, customs }
    }

    pub(super) fn read(&mut self, passage: &Passage<'_>, left: &mut Left) -> Told {
        if self.block.replace(passage.block) != Some(passage.block) {
            self.told = None;
            self.dated.begin();
        }
        let place = self.read;
        self.read += 1;
        let mut told = Told::default();
        let Some(worth) = &passage.worth else { return told };
        told.statistics = self.customs.statistics(worth, passage.block);
        let (text, tone) = (passage.text(), passage.tone());
        let meant = resolve(&worth.dates, self.told.as_ref(), self.written);
        let mut on = vec![None; worth.dates.len()];
        let mut stretches = Stretches::new(&worth.frames);
        let mut after: Option<After> = None;
        for (number, (date, meant)) in worth.dates.iter().zip(meant).enumerate() {
            if let Some(next) = worth.dates.get(number + 1).filter(|next| is_told_again(text, date, next)) {
                after = self.dated.before(date, next);
                if after.is_some() {
                    continue;
                }
            }
            let words = one_line(&text[date.at.clone()]);
            let remark = || Remark { at: passage.at.clone(), words: words.clone() };
            let when = match (&date.what, &meant) {
                (What::Date(when), _) => Some(when.clone()),
                (What::Relative(_), Some(meant)) => doubtful(meant),
                (What::Relative(_), None) => None,
                (What::Bad(bad), _) => {
                    told.remarks.push(format!("\"{words}\": {}", bad.what));
                    left.bad_dates.push(remark());
                    continue;
                }
            };
            let Some(when) = when else {
                told.remarks.push(format!("\"{words}\" counts from a date that is not told"));
                left.open_dates.push(remark());
                continue;
            };
            self.told = Some(when.clone());
            let after = after.take();
            if matches!(date.what, What::Relative(_)) {
                told.remarks.push(format!("\"{words}\" is taken for {}", when.spoken()));
            }
            if passage.is_title(&date.at) {
                continue;
            }
            let (key, written) = clause(date.side, &when);
            let mode = tone.mode(date.at.start).or_else(|| self.still_to_come(passage, date, &when, &tone));
            if key == "on" && mode.is_none() {
                on[number] = Some(written.clone());
            }
            let event = dated(passage, &tone, number).filter(|_| on[number].is_some() && self.record == Extent::Whole);
            if let Some(event) = event {
                let fields = vec![("event", event), (key, written)];
                told.standings.push(Standing { fields, link: Link::Presumed });
            } else {
                let happening = once::told(passage, &tone, number).filter(|_| on[number].is_some());
                let once = happening.as_ref().map(|_| Once::First);
                let name = happening.unwrap_or_else(|| around(passage, &date.at));
                let clauses = vec![(key, written)];
                let after = after.filter(|_| mode.is_none());
                let (at, link) = (date.at.clone(), Link::Stated);
                let who = once::acted(passage, &tone, number).filter(|_| on[number].is_some());
                let event = Event { id: String::new(), name, clauses, mode, link, at, once, who, after, same_as: None };
                stretches.take(number, event, &mut told.dates);
                if let Some(event) = stretches.event(number) {
                    self.dated.push(when, (place, event));
                }
            }
        }
        for (from, on, gap) in ages(passage) {
            if let Some((from, on)) = stretches.event(from).zip(stretches.event(on)) {
                told.dates[on].after = Some(After { event: (place, from), gap });
            }
        }
        if self.record == Extent::Whole {
            told.standings.extend(standings(passage, &tone, self.written, &on));
        }
        let mut tied = Tied::new(passage, &tone);
        told.amounts = std::mem::take(&mut tied.quantities);
        for amount in worth.amounts.iter().filter(|amount| !tied.tells(&amount.at)) {
            let (unit, written) = (amount.amount.unit(), amount.amount.to_string());
            if !unit.is_none() && Amount::parse(&written).is_ok() && !passage.is_title(&amount.at) {
                let (unit, name) = (unit.name().to_owned(), counted(passage, &amount.at));
                let mode = tone.mode(amount.at.start);
                let values = vec![Value { written, equals: None, link: Link::Stated }];
                told.amounts.push(Quantity { name, unit, values, mode, at: amount.at.clone(), ..Quantity::default() });
            }
        }
        told
    }

    /// The mode of what is dated after the paper, unless a verb says that it is past: "appropriated 3 billion through
    /// 2027", "the estimate for 2030", "is listed for 14 May".
    fn still_to_come(&self, passage: &Passage<'_>, date: &Found, when: &When, tone: &Tone) -> Option<Mode> {
        let is_later = self.written?.nominal().before(when.nominal()) == Answer::Surely;
        let text = passage.text();
        let before = text[..date.at.start].split_whitespace().next_back().unwrap_or_default();
        let is_on = date.side == Side::On && LEADS.has(&before.to_lowercase());
        let is_past = is_on && (tone.is_past(date.at.start) || !self.is_tensed);
        (is_later && !is_past).then(|| ("forecast", one_line(&text[date.at.clone()])))
    }
}

impl Told {
    /// The quantity whose number stands at a place of the sentence, made one where it was none.
    pub(super) fn quantity_at(&mut self, passage: &Passage<'_>, at: &Range<usize>, style: Style) -> usize {
        // The end of an interval is another number than the interval.
        let is_one = |written: &str| Amount::parse(written).is_ok_and(|amount| amount.face().is_some());
        let holds = |quantity: &Quantity| {
            quantity.at.start <= at.start && at.end <= quantity.at.end && is_one(&quantity.values[0].written)
        };
        self.amounts.iter().position(holds).unwrap_or_else(|| {
            let found = numbers(passage.text(), style, &passage.walls()).into_iter().find(|found| found.at == *at);
            let alone = || figures(&passage.text()[at.clone()], style).into_iter().next();
            let amount = found.map(|found| found.amount).or_else(alone).expect("the place is that of a number");
            let (written, unit) = (amount.to_string(), amount.unit().name().to_owned());
            let values = vec![Value { written, equals: None, link: Link::Presumed }];
            let (name, mode) = (counted(passage, at), passage.tone().mode(at.start));
            self.amounts.push(Quantity { name, unit, values, mode, at: at.clone(), ..Quantity::default() });
            self.amounts.len() - 1
        })
    }

    /// The event that is dated at a place of the sentence and no other, by its number.
    pub(super) fn event_at(&self, at: &Range<usize>) -> Option<usize> {
        let is_on =
            |event: &Event| event.at == *at && matches!(&event.clauses[..], [("on", _)]) && event.mode.is_none();
        self.dates.iter().position(|event| is_on(event) && event.once.is_none() && event.after.is_none())
    }

    /// Its events and quantities with ids, those of a claim that is called `claim` and says `bare`.
    pub(super) fn named(self, bare: &str, claim: &str, ids: &mut Ids) -> (Vec<Event>, Vec<Quantity>) {
        let called = |name: String| if name.is_empty() { first_words(bare) } else { name };
        let events = self.dates.into_iter().map(|event| {
            let name = called(event.name);
            let date = event.clauses[0].1.chars();
            let year: String = date.skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            let words = of_words(&name, 4).unwrap_or_else(|| claim.to_owned());
            let id = ids.fresh(format!("{words}-{year}").trim_end_matches('-'));
            Event { id, name, ..event }
        });
        let events: Vec<Event> = events.collect();
        let on = match &events[..] {
            [one] if one.clauses[0].0 == "on" => Some(one),
            _ => None,
        };
        let quantities = self.amounts.into_iter().map(|quantity| {
            let name = called(quantity.name);
            let counted = if quantity.unit == "%" { "share".to_owned() } else { slug(&quantity.unit) };
            let words = of_words(&name, 3).unwrap_or_else(|| claim.to_owned());
            let id = ids.fresh(format!("{counted}-{words}").trim_start_matches('-'));
            // What is counted on a day that is still to come is still to come, too.
            let mode = quantity.mode.or_else(|| on?.mode.clone());
            let on = on.filter(|_| !quantity.is_dateless).map(|event| event.clauses[0].1.clone());
            Quantity { id, name, on, mode, ..quantity }
        });
        let quantities = quantities.collect();
        (events, quantities)
    }
}
