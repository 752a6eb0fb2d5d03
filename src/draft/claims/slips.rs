//! Numbers and days of different sentences that are taken for one, of which one is a slip: a digit that is another one,
//! two that stand the other way round, another month of a day, another end of a stretch of years.
//!
//! A slip stands nowhere else in the manuscript. What it is a slip for is told of the same thing: in a sentence with
//! rare words in common where one of the two stands in a part that restates others, such as the abstract; or it counts
//! what is counted so in two sentences more: "the 24 groups", "all 25 groups", in one where two digits of three have
//! changed places. Around those, fewer words in common tell enough. Of three numbers that stand together twice one may
//! be a slip: "0.64 (0.31 to 1.29)".

mod rows;

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::ops::{Deref, Range};

use rustc_hash::{FxHashMap, FxHashSet};

use super::Passage;
use super::statements::Told;
use super::tie_out::{ABSTRACTS, LIGHT, TELLING, telling, tie};
use crate::amount::prose::{Style, figures, numbers};
use crate::amount::{slips, weight};
use crate::document::{Block, Kind};
use crate::language::Vocabulary;
use crate::time::prose::What;
use rows::{is_listed, of_rows, spelt};

static RESTATING: Vocabulary = Vocabulary::of(|language| language.restating);

/// What says before a number that it counts some of several.
pub(super) static PARTS: Vocabulary = Vocabulary::of(|language| language.frames.apart);

/// What is counted differently so often is told of several things: less soon where digits have changed places.
const VALUES: usize = 3;
const SWAPPED: usize = 6;
/// So many digits of which two have changed places tell something alone.
const DIGITS: usize = 3;
/// So many rare words around two numbers tell the same of both: more around such as differ by another digit.
const TURNED: usize = 3;
const TOLD_AGAIN: usize = 5;
/// Where digits have changed places, fewer words do that are so rare together, in nats: the more so of two digits.
const SURPRISE: f64 = 7.0;
const OF_TWO: f64 = 16.0;
const OF_YEARS: f64 = 5.0;
/// So many words in a row around two numbers, however common, tell the same of both.
const ALONGSIDE: usize = 6;
/// So many days at most differ by one part.
const DAYS: usize = 4;
/// A word is rare if it stands in no more sentences than these, or in one of so many.
const FEW: usize = 3;
const ONE_IN: usize = 20;
/// Of the places where a number stands so many are looked at.
const PLACES: usize = 16;
/// One of so many words beside a number is the same, and words are known by so many letters.
const BESIDE: usize = 3;
const STEM: usize = 5;

/// Where a number or a date stands: the passage, and the part of it.
type Place = (usize, Range<usize>);

/// What differs by a slip from what stands at another place: the other place, and its own.
type Slip = (Place, Place);

/// Ties the quantities and events of passages that differ by a slip.
pub(super) fn tie_slips(passages: &[Passage<'_>], told: &mut [Told], blocks: &[Block], style: Style) {
    let words = LazyCell::new(|| Words::of(passages));
    let mut ties = Vec::new();
    let alone = of_numbers(passages, &words, blocks, style);
    for (first, other) in alone.into_iter().chain(of_rows(passages, style)) {
        ties.push([first, other].map(|(at, part)| (at, told[at].quantity_at(&passages[at], &part, style))).into());
    }
    tie(told, ties);
    for (first, other) in of_dates(passages, &words) {
        let event = |(at, part): Place| Some((at, told[at].event_at(&part)?));
        if let Some((first, other)) = event(first).zip(event(other)) {
            let (first, other) = (first.min(other), first.max(other));
            told[other.0].dates[other.1].same_as = Some(first);
            // A stretch that is told twice has two ends, and is no day within.
            for (passage, event) in [first, other] {
                let clauses = &mut told[passage].dates[event].clauses;
                let ends = clauses[0].1.split_once('/').map(|(from, until)| (from.to_owned(), until.to_owned()));
                if let Some((from, until)) = ends {
                    *clauses = vec![("from", from), ("until", until)];
                }
            }
        }
    }
}

/// The numbers of a manuscript that are told elsewhere and differ there by a slip.
fn of_numbers<'p, 'm: 'p>(
    passages: &[Passage<'_>],
    words: &impl Deref<Target = Words<'p, 'm>>,
    blocks: &[Block],
    style: Style,
) -> Vec<Slip> {
    let alike = by_shape(passages, style);
    let mut told: FxHashMap<String, usize> = FxHashMap::default();
    for figure in blocks.iter().flat_map(|block| figures(&block.words, style)) {
        *told.entry(digits(&figure.to_string())).or_default() += 1;
    }
    let told = |number: &str| told.get(number).copied().unwrap_or(0);
    let counts = LazyCell::new(|| counts(passages, &alike));
    let mut found = Vec::new();
    for of in alike.values() {
        for (number, places) in of.iter().filter(|(number, places)| places.len() == 1 && told(number) < 2) {
            for other in slips(number).filter(|other| of.contains_key(other)) {
                let is_known = told(&other) > 1;
                let own = &places[0];
                let beside = || of[&other].iter().filter(|place| place.0 == own.0);
                let stands_beside = beside().next().is_some();
                let is_one = |place: &&Place| {
                    let restates = restates(passages, own, place);
                    let is_counted =
                        || is_known && counts.are_of_one(passages, [own, place], [number, &other], restates);
                    let is_told = || words.are_of_one(own, place, weight(number));
                    // What a note numbers are paragraphs of what it cites.
                    let is_note = |place: &Place| matches!(blocks[passages[place.0].block].kind, Kind::Note(_));
                    let is_alone =
                        || !is_listed(passages[own.0].text(), &own.1, style) || words.alongside(own, place) > ALONGSIDE;
                    let is_same =
                        || !is_note(own) && is_alone() && words.tell_the_same(own, place, [number, &other], restates);
                    !stands_beside && ((restates || is_known && weight(number) > 3) && is_told() || is_same())
                        || is_counted()
                };
                // "Of the 24 ports 25 ports …", but not "the 24 ports with their 25 boats".
                let is_other = stands_beside && beside().any(|it| counts_alike(passages, it, own));
                if !is_other && (is_known || other > *number) {
                    let place = of[&other].iter().filter(|place| place.0 != own.0).take(PLACES).find(is_one);
                    found.extend(place.map(|place| (place.clone(), own.clone())));
                }
            }
        }
    }
    found
}

/// Where numbers stand, by how they are written and their digits: those of a slip differ in their digits alone.
type Alike = BTreeMap<String, BTreeMap<String, Vec<Place>>>;

fn by_shape(passages: &[Passage<'_>], style: Style) -> Alike {
    let mut alike: Alike = Alike::new();
    for (number, passage) in passages.iter().enumerate() {
        // The end of an interval is nobody else's value: "92.8% (95% CI: 90.3% to 94.6%)".
        let amounts = || passage.worth.iter().flat_map(|worth| &worth.amounts);
        let spans: Vec<&Range<usize>> = amounts().filter(|it| it.amount.face().is_none()).map(|it| &it.at).collect();
        let is_end = |at: &Range<usize>| {
            let before = spans.partition_point(|span| span.start <= at.start);
            before.checked_sub(1).is_some_and(|last| at.end <= spans[last].end)
        };
        let read = numbers(passage.text(), style, &passage.walls()).into_iter();
        let read = read.filter(|it| it.amount.face().is_some()).map(|it| (it.amount.to_string(), it.at));
        for (written, at) in read.chain(in_compounds(passage.text(), style)).filter(|(_, at)| !is_end(at)) {
            // "about 31%" is told as "31%", too.
            let shape = written.trim_start_matches('~').chars().map(|c| if c.is_ascii_digit() { '#' } else { c });
            let (shape, digits) = (shape.collect(), digits(&written));
            if digits.len() > 1 {
                alike.entry(shape).or_default().entry(digits).or_default().push((number, at));
            }
        }
    }
    alike
}

/// The numbers of compounds, as a record has them: "a 3,600-voyage log".
fn in_compounds(text: &str, style: Style) -> impl Iterator<Item = (String, Range<usize>)> + '_ {
    let is_joined =
        |at: &Range<usize>| text[at.end..].strip_prefix('-').is_some_and(|it| it.starts_with(char::is_alphabetic));
    let whole = spelt(text).filter(is_joined).filter_map(move |at| {
        let [amount] = &figures(&text[at.clone()], style)[..] else { return None };
        Some((amount.to_string(), at))
    });
    whole.filter(|(written, _)| written.bytes().all(|c| c.is_ascii_digit()))
}

/// Whether one number is the other with two digits that have changed places, side by side.
fn is_swap(one: &str, other: &str) -> bool {
    let differing: Vec<usize> = (0..one.len()).filter(|at| one.as_bytes()[*at] != other.as_bytes()[*at]).collect();
    matches!(differing[..], [a, b] if b == a + 1 && one.as_bytes()[a] != b'0' && one.as_bytes()[b] != b'0')
}

/// What whole numbers count: how often each does, by the word behind it.
struct Counts(FxHashMap<String, BTreeMap<String, usize>>);

fn counts(passages: &[Passage<'_>], alike: &Alike) -> Counts {
    let mut counts: FxHashMap<String, BTreeMap<String, usize>> = FxHashMap::default();
    for (digits, places) in alike.iter().filter(|(shape, _)| shape.bytes().all(|c| c == b'#')).flat_map(|(_, of)| of) {
        for (number, at) in places {
            if let Some(counted) = counted(&passages[*number], at) {
                *counts.entry(counted).or_default().entry(digits.clone()).or_default() += 1;
            }
        }
    }
    Counts(counts)
}

impl Counts {
    /// Whether a number counts what another one does, and few others do: in two sentences or more, or where one of the
    /// two restates the other.
    fn are_of_one(
        &self,
        passages: &[Passage<'_>],
        [one, other]: [&Place; 2],
        [number, told]: [&str; 2],
        restates: bool,
    ) -> bool {
        let of = counted(&passages[one.0], &one.1).filter(|_| counts_alike(passages, one, other));
        let of = of.and_then(|counted| self.0.get(&counted));
        let has_digits = weight(told) >= DIGITS || told.len() > DIGITS;
        let swapped = has_digits && is_swap(told, number);
        let most = if swapped { SWAPPED } else { VALUES };
        let is_told =
            |of: &BTreeMap<String, usize>| of.get(told).is_some_and(|times| restates || swapped || *times > 1);
        of.is_some_and(|of| of.len() <= most && is_told(of))
    }
}

/// Whether two numbers count the same, as far as the words behind them tell.
fn counts_alike(passages: &[Passage<'_>], one: &Place, other: &Place) -> bool {
    let [one, other] = [one, other].map(|(number, at)| counted(&passages[*number], at));
    one.is_some() && one == other
}

/// What a number counts: the word right behind it.
fn counted(passage: &Passage<'_>, at: &Range<usize>) -> Option<String> {
    let word = passage.text()[at.end..].strip_prefix([' ', '\u{a0}', '-'])?.split_whitespace().next()?;
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let before = passage.text()[..at.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let is_word = word.chars().count() >= TELLING && word.starts_with(char::is_alphabetic);
    (is_word && !LIGHT.has(&word) && !PARTS.has(&before)).then(|| word.chars().take(STEM).collect())
}

/// The same of its days.
fn of_dates<'p, 'm: 'p>(passages: &[Passage<'_>], words: &impl Deref<Target = Words<'p, 'm>>) -> Vec<Slip> {
    let mut told: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (number, passage) in passages.iter().enumerate() {
        // The day of a work whose address follows is nobody else's.
        let address = passage.text().rfind("://").unwrap_or(0);
        for date in passage.worth.iter().flat_map(|worth| &worth.dates).filter(|date| date.at.start >= address) {
            if let What::Date(when) = &date.what {
                told.entry(when.to_string()).or_default().push((number, date.at.clone()));
            }
        }
    }
    let mut near: BTreeMap<(usize, String), Vec<&String>> = BTreeMap::new();
    for date in told.keys().filter(|date| date.len() == "1931-03-14".len() && date.split('-').count() == 3) {
        for (place, part) in date.split('-').enumerate() {
            let at = part.as_ptr() as usize - date.as_ptr() as usize;
            near.entry((place, format!("{}*{}", &date[..at], &date[at + part.len()..]))).or_default().push(date);
        }
    }
    let mut found = Vec::new();
    // "1994 to 2012", and later "1994 to 2021".
    for (span, places) in told.iter().filter(|(date, places)| date.contains('/') && places.len() == 1) {
        let tells =
            |place: &Place| words.shared(&places[0], place) >= TURNED || words.surprise(&places[0], place) >= OF_YEARS;
        let is_one = |place: &&Place| place.0 != places[0].0 && tells(place);
        for others in slips(span).filter(|other| is_swap(span, other)).filter_map(|other| told.get(&other)) {
            found.extend(others.iter().take(PLACES).find(is_one).map(|place| (place.clone(), places[0].clone())));
        }
    }
    for dates in near.values().filter(|dates| dates.len() <= DAYS) {
        for (date, other) in dates.iter().flat_map(|date| dates.iter().map(move |other| (*date, *other))) {
            let (places, others) = (&told[date], &told[other]);
            if date != other && places.len() == 1 && (others.len() > 1 || other > date) {
                let is_one = |place: &&Place| {
                    let is_known = others.len() > 1 || restates(passages, &places[0], place);
                    place.0 != places[0].0 && is_known && words.shared(&places[0], place) > 1
                };
                found.extend(others.iter().take(PLACES).find(is_one).map(|place| (place.clone(), places[0].clone())));
            }
        }
    }
    found
}

fn digits(written: &str) -> String {
    written.split('e').next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
}

/// The words of the sentences of a manuscript.
struct Words<'p, 'm> {
    passages: &'p [Passage<'m>],
    /// In how many sentences each stands.
    in_sentences: FxHashMap<String, usize>,
}

impl<'p, 'm> Words<'p, 'm> {
    fn of(passages: &'p [Passage<'m>]) -> Self {
        let mut in_sentences: FxHashMap<String, usize> = FxHashMap::default();
        for passage in passages {
            let words = telling(passage, &(0..0), usize::MAX).into_iter();
            words.for_each(|word| *in_sentences.entry(word).or_default() += 1);
        }
        Self { passages, in_sentences }
    }

    /// Whether numbers of so many digits at two places are of one thing.
    fn are_of_one(&self, one: &Place, other: &Place, digits: usize) -> bool {
        let beside = [one, other].map(|(number, at)| beside(&self.passages[*number], at));
        let needed = if digits > 4 { 1 } else { 2 };
        digits > 2 && self.shared(one, other) >= needed && !beside[0].is_disjoint(&beside[1])
    }

    /// Whether the same is told around two numbers of different paragraphs. Around those of which one digit is another
    /// one, it is by more words, and where one of the two restates the other.
    fn tell_the_same(&self, one: &Place, other: &Place, [number, told]: [&str; 2], restates: bool) -> bool {
        let differing = number.bytes().zip(told.bytes()).filter(|(one, other)| one != other).count();
        let are_apart = self.passages[one.0].block != self.passages[other.0].block && weight(number) > 1;
        if differing == 2 {
            let needed = if weight(number).max(weight(told)) < DIGITS { OF_TWO } else { SURPRISE };
            let is_told = || self.shared(one, other) >= TURNED || self.alongside(one, other) >= ALONGSIDE;
            return are_apart && (is_told() || self.surprise(one, other) >= needed && self.cite_alike(one, other));
        }
        are_apart && restates && self.shared(one, other) >= TOLD_AGAIN
    }

    /// Whether two sentences cite a work in common, or one of them none: "weighing 219 g (Kent 2024)" is of another one
    /// than "weighing 291 g (Moss 2021)".
    fn cite_alike(&self, one: &Place, other: &Place) -> bool {
        let [one, other] = [one, other].map(|(number, _)| {
            let Passage { words, cited, .. } = &self.passages[*number];
            cited.iter().map(|part| words[part.clone()].trim_matches(['(', ')', '[', ']'])).collect::<Vec<_>>()
        });
        one.is_empty() || other.is_empty() || one.iter().any(|work| other.contains(work))
    }

    /// How many words right before and right behind both places are the same, as far as the next number: that may be
    /// of a row of answers, "43.1% gave a 4 and 16.2% gave a 3".
    fn alongside(&self, one: &Place, other: &Place) -> usize {
        let [(before, behind), (before_other, behind_other)] = [one, other].map(|(number, at)| {
            let text = self.passages[*number].text();
            (text[..at.start].split_whitespace().rev(), text[at.end..].split_whitespace())
        });
        let is_same = |(one, other): &(&str, &str)| one == other && !one.contains(|c: char| c.is_ascii_digit());
        before.zip(before_other).take_while(is_same).count() + behind.zip(behind_other).take_while(is_same).count()
    }

    /// How many rare words stand around both places.
    fn shared(&self, one: &Place, other: &Place) -> usize {
        let most = FEW.max(self.passages.len() / ONE_IN);
        self.around_both(one, other).into_iter().filter(|count| *count <= most).count()
    }

    /// How little the words around both places are to be expected there, in nats, if they stand there by chance.
    fn surprise(&self, one: &Place, other: &Place) -> f64 {
        let sentences = self.passages.len() as f64;
        self.around_both(one, other).into_iter().map(|count| (sentences / count as f64).ln()).sum()
    }

    /// Of the words that stand around both places, in how many sentences each does.
    fn around_both(&self, one: &Place, other: &Place) -> Vec<usize> {
        let [around, other] = [one, other].map(|(number, at)| telling(&self.passages[*number], at, AROUND));
        let count = |word: &String| self.in_sentences.get(word).copied().unwrap_or(1);
        around.intersection(&other).map(count).collect()
    }
}

/// How many words on either side are looked at.
const AROUND: usize = 10;

/// Whether one of two passages stands in another part than the other, which tells again what others tell.
fn restates(passages: &[Passage<'_>], one: &Place, other: &Place) -> bool {
    let restates = |passage: &Passage<'_>| {
        let heading = passage.section.to_lowercase();
        let bare = heading.trim_start_matches(|c: char| !c.is_alphabetic());
        ABSTRACTS.has(bare) || heading.split(|c: char| !c.is_alphabetic()).any(|word| RESTATING.has(word))
    };
    let [one, other] = [one, other].map(|(number, _)| &passages[*number]);
    one.section != other.section && (restates(one) || restates(other))
}

/// How the words begin that stand right behind a part of a sentence, or right before it where none does.
fn beside(passage: &Passage<'_>, part: &Range<usize>) -> FxHashSet<String> {
    let text = passage.text();
    let behind = text[part.end..].split_whitespace().take(BESIDE);
    let before = text[..part.start].split_whitespace().rev().take(BESIDE);
    let stem = |word: &str| -> Option<String> {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        (word.chars().count() >= STEM).then(|| word.chars().take(STEM).collect())
    };
    behind.chain(before).filter_map(stem).collect()
}
