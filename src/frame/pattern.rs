//! One frame: read from how it is written, and matched against tokens.

use num_traits::Signed;
use rustc_hash::FxHashSet;

use super::tokens::{Stands, Token, What, plain};
use super::{Filled, Filler, Match};
use crate::amount::prose::numeral;
use crate::amount::{Amount, Dimension, Exact};
use crate::atlas::{self, What as Thing};
use crate::language::{Frames, Language, Link, List, Numbers, Says, Sentence, Slot, Vocabulary, row, words};

/// Words that begin a sentence and no name.
static OPENERS: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Opener));

/// What items are marked with, in order.
const MARKS: [[&str; 8]; 3] = [
    ["1", "2", "3", "4", "5", "6", "7", "8"],
    ["a", "b", "c", "d", "e", "f", "g", "h"],
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"],
];

/// So many pieces are tried at one place of a sentence: more than any sentence takes that was written for readers.
const STEPS: usize = 4000;

/// A list of so many things at most is told with their number, and so many words are an item.
const LISTED: i128 = 12;
const ITEM: usize = 4;

/// Where so many words before a number stands another, it may be of that one: "three of the five towns: …".
const ANOTHER: usize = 8;

/// A frame that is ready to be matched.
pub(super) struct Frame {
    says: Says,
    link: Link,
    pieces: Vec<Piece>,
    /// How many numbers and how many dates it needs.
    needs: [usize; 2],
}

/// The words of a language that frames of all kinds look at.
pub(super) struct Lists {
    apart: FxHashSet<&'static str>,
    in_names: FxHashSet<&'static str>,
    and: Vec<Vec<&'static str>>,
    numbers: &'static Numbers,
}

impl Lists {
    pub(super) fn new(language: &'static Language) -> Self {
        let (frames, numbers) = (&language.frames, &language.numbers);
        let set = |list: List| words(list).collect();
        Self { apart: set(frames.apart), in_names: set(frames.in_names), and: phrases(frames.and), numbers }
    }

    pub(super) fn may_be_number(&self, token: &Token<'_>) -> bool {
        let own = || self.numbers.own_numeral(&token.small).is_some_and(|number| number > 1);
        token.may_be_number() || matches!(token.what, What::Word) && own()
    }
}

enum Piece {
    /// One of several phrases.
    Words {
        phrases: Vec<Vec<&'static str>>,
        optional: bool,
    },
    Slot {
        name: &'static str,
        kind: Slot,
        optional: bool,
    },
    /// Up to so many words.
    Gap(usize),
    Group {
        pieces: Vec<Piece>,
        optional: bool,
        again: bool,
    },
    Start,
    End,
}

/// The phrases of a list, cut as sentences are.
pub(super) fn phrases(list: List) -> Vec<Vec<&'static str>> {
    let cut = |phrase: &'static str| {
        let mut tokens = Vec::new();
        plain(phrase, 0..phrase.len(), &mut tokens);
        tokens.iter().map(|token| token.written).collect()
    };
    words(list).map(cut).collect()
}

/// Whether a phrase stands at a token.
pub(super) fn stands_at(phrase: &[&str], tokens: &[Token<'_>], at: usize) -> bool {
    let here = tokens.get(at..at + phrase.len());
    here.is_some_and(|here| {
        let same =
            |(token, word): (&Token<'_>, &&str)| matches!(token.what, What::Word | What::Sign) && token.small == **word;
        here.iter().zip(phrase).all(same)
    })
}

impl Frame {
    pub(super) fn new(frames: &'static Frames, says: Says, link: Link, reads: &'static str) -> Self {
        let mut parts = reads.split_whitespace();
        let pieces = pieces(frames, &mut parts).0;
        let needs = needs(&pieces);
        Self { says, link, pieces, needs }
    }

    /// Whether a sentence with so many numbers and dates can fill it.
    pub(super) fn is_within(&self, numbers: usize, dates: usize) -> bool {
        self.needs[0] <= numbers && self.needs[1] <= dates
    }

    /// Each place where the frame fits, from left to right and apart from each other.
    pub(super) fn matches(&self, text: &str, tokens: &[Token<'_>], lists: &Lists) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let mut trial = Trial { text, tokens, lists, slots: Vec::new(), end: at, steps: STEPS };
            if trial.fits(&self.pieces, at, &Rest::Done) {
                at = trial.end.max(at + 1);
                found.push(Match { says: self.says, link: self.link, slots: trial.slots });
            } else {
                at += 1;
            }
        }
        found
    }
}

/// How many numbers and how many dates pieces cannot do without.
fn needs(pieces: &[Piece]) -> [usize; 2] {
    let mut needs = [0, 0];
    for piece in pieces {
        match piece {
            Piece::Slot { kind: Slot::Date | Slot::Since | Slot::Span, optional: false, .. } => needs[1] += 1,
            Piece::Slot { kind, optional: false, .. } => needs[0] += usize::from(kind.is_number()),
            Piece::Group { pieces, optional: false, .. } => {
                let [numbers, dates] = self::needs(pieces);
                needs = [needs[0] + numbers, needs[1] + dates];
            }
            _ => {}
        }
    }
    needs
}

/// The pieces up to the end of the group, and the bracket that closes it.
fn pieces(frames: &'static Frames, parts: &mut impl Iterator<Item = &'static str>) -> (Vec<Piece>, &'static str) {
    let mut pieces_read = Vec::new();
    while let Some(part) = parts.next() {
        let (bare, optional) = match part.strip_suffix('?') {
            Some(bare) if !bare.is_empty() && !part.starts_with(']') => (bare, true),
            _ => (part, false),
        };
        pieces_read.push(match bare {
            "[" => {
                let (inner, close) = pieces(frames, parts);
                Piece::Group { pieces: inner, optional: close != "]+", again: close != "]?" }
            }
            "]?" | "]*" | "]+" => return (pieces_read, bare),
            "^" => Piece::Start,
            "$" => Piece::End,
            _ => piece(frames, bare, optional),
        });
    }
    (pieces_read, "")
}

fn piece(frames: &'static Frames, bare: &'static str, optional: bool) -> Piece {
    if let Some(most) = bare.strip_prefix("..").and_then(|most| most.parse().ok()) {
        return Piece::Gap(most);
    }
    let slot = bare.strip_prefix('{').and_then(|slot| slot.strip_suffix('}')).and_then(|slot| slot.split_once(':'));
    if let Some((name, kind)) = slot {
        let kind = Slot::NAMED.iter().find(|(named, _)| *named == kind).expect("the kinds of slots are named");
        return Piece::Slot { name, kind: kind.1, optional };
    }
    if let Some(name) = bare.strip_prefix('@') {
        let list = frames.lists.iter().find(|(named, _)| *named == name).expect("a frame calls lists of its language");
        return Piece::Words { phrases: phrases(list.1), optional };
    }
    let phrases = bare.split('|').map(|phrase| phrase.split('_').collect()).collect();
    Piece::Words { phrases, optional }
}

/// Whether the scale of a number behind another is not meant for that one too: "from 40 to 60 million".
fn is_told_whole(first: &Amount, behind: &Amount) -> bool {
    let has_scale = |amount: &Amount| amount.to_string().split(' ').next().is_some_and(|number| number.contains('e'));
    has_scale(first) || !has_scale(behind) || first.face().is_some_and(|number| number >= Exact::from(1000))
}

/// What is to be matched behind the pieces at hand.
enum Rest<'p> {
    Done,
    Then {
        pieces: &'p [Piece],
        rest: &'p Rest<'p>,
    },
    /// A group that may stand again: where it began the last time, and what follows it.
    Again {
        group: &'p [Piece],
        from: usize,
        pieces: &'p [Piece],
        rest: &'p Rest<'p>,
    },
}

/// One try at one place.
struct Trial<'t> {
    text: &'t str,
    tokens: &'t [Token<'t>],
    lists: &'t Lists,
    slots: Vec<Filled>,
    end: usize,
    steps: usize,
}

impl Trial<'_> {
    fn fits(&mut self, pieces: &[Piece], at: usize, rest: &Rest<'_>) -> bool {
        let Some(steps) = self.steps.checked_sub(1) else { return false };
        self.steps = steps;
        let filled = self.slots.len();
        let fits = match pieces.split_first() {
            None => self.goes_on(at, rest),
            Some((first, behind)) => self.begins(first, behind, at, rest),
        };
        if !fits {
            self.slots.truncate(filled);
        }
        fits
    }

    fn goes_on(&mut self, at: usize, rest: &Rest<'_>) -> bool {
        match *rest {
            Rest::Done => {
                self.end = at;
                true
            }
            Rest::Then { pieces, rest } => self.fits(pieces, at, rest),
            Rest::Again { group, from, pieces, rest } => {
                at > from && self.fits(group, at, &Rest::Again { group, from: at, pieces, rest })
                    || self.fits(pieces, at, rest)
            }
        }
    }

    fn begins(&mut self, first: &Piece, behind: &[Piece], at: usize, rest: &Rest<'_>) -> bool {
        match first {
            Piece::Words { phrases, optional } => {
                let tokens = self.tokens;
                let mut lengths: Vec<usize> =
                    phrases.iter().filter(|phrase| stands_at(phrase, tokens, at)).map(Vec::len).collect();
                lengths.sort_unstable_by(|one, two| two.cmp(one));
                lengths.extend(optional.then_some(0));
                lengths.into_iter().any(|length| self.fits(behind, at + length, rest))
            }
            Piece::Slot { name, kind, optional } => {
                if let Some((end, filler)) = self.filler(*kind, at) {
                    let place = self.tokens[at].at.start..self.tokens[end - 1].at.end;
                    let filled = self.slots.len();
                    self.slots.push(Filled { name, at: place, filler });
                    if self.fits(behind, end, rest) {
                        return true;
                    }
                    self.slots.truncate(filled);
                }
                *optional && self.fits(behind, at, rest)
            }
            Piece::Gap(most) => {
                let spanned = self.tokens[at..].iter().take(*most).take_while(|token| self.may_be_between(token));
                let longest = spanned.count();
                (0..=longest).any(|length| self.fits(behind, at + length, rest))
            }
            Piece::Group { pieces, optional, again } => {
                let then = Rest::Then { pieces: behind, rest };
                let repeated = Rest::Again { group: pieces, from: at, pieces: behind, rest };
                self.fits(pieces, at, if *again { &repeated } else { &then })
                    || *optional && self.fits(behind, at, rest)
            }
            Piece::Start => (at == 0 || self.parts(at - 1)) && self.fits(behind, at, rest),
            Piece::End => (at == self.tokens.len() || self.parts(at)) && self.fits(behind, at, rest),
        }
    }

    /// Whether a token ends a sentence, or its half.
    fn parts(&self, at: usize) -> bool {
        matches!(self.tokens[at].written, "." | ";" | "!")
    }

    fn may_be_between(&self, token: &Token<'_>) -> bool {
        match token.what {
            What::Word => !self.lists.apart.contains(token.small.as_str()),
            What::Date(..) => true,
            What::Sign | What::Number(_) | What::Code => false,
        }
    }

    /// What fills a slot at a token, and the token behind it.
    fn filler(&self, kind: Slot, at: usize) -> Option<(usize, Filler)> {
        let token = self.tokens.get(at)?;
        let amount = |amount: &Amount| Some((at + 1, Filler::Amount(Box::new(amount.clone()))));
        match (kind, &token.what) {
            (Slot::Date, What::Date(number, _))
            | (Slot::Since, What::Date(number, Stands::Since))
            | (Slot::Span, What::Date(number, Stands::Span)) => Some((at + 1, Filler::Date(*number))),
            (Slot::Names, _) => self.names(at),
            (Slot::Listed, _) => self.listed(at),
            (Slot::Word, What::Word) => Some((at + 1, Filler::Name)),
            (Slot::Name, What::Word) => Some((self.name(at)?, Filler::Name)),
            (Slot::State, What::Word) => self.known(Thing::State, at, &[""]),
            (Slot::OfState, What::Word) => self.known(Thing::State, at, &["'s", "’s"]),
            (Slot::Body, What::Word) => self.known(Thing::Body, at, &[""]),
            (Slot::Event, What::Word) => self.known(Thing::Event, at, &[""]),
            (Slot::Era, What::Word) => self.known(Thing::Era, at, &[""]),
            (Slot::Count, What::Word) => {
                // "dos" is no number in Portuguese.
                let numbers = &self.lists.numbers;
                let is_open = |small: &&str| numbers.own_numerals.is_empty() || small.contains('-');
                let any = || Some(token.small.as_str()).filter(is_open).and_then(numeral);
                let number = numbers.own_numeral(&token.small).or_else(any);
                let number = number.filter(|number| *number > 1)?;
                Some((at + 1, Filler::Amount(Box::new(Amount::parse(&number.to_string()).ok()?))))
            }
            (_, What::Number(number)) if self.takes(kind, number) => amount(number),
            _ => None,
        }
    }

    fn takes(&self, kind: Slot, number: &Amount) -> bool {
        let dimension = &number.unit().dimension;
        match kind {
            Slot::Count => *dimension == Dimension::Bare && number.face().as_ref().is_some_and(Exact::is_integer),
            Slot::Number => true,
            Slot::Same => {
                self.slots.iter().rev().find_map(|slot| match &slot.filler {
                    Filler::Amount(first) => {
                        let own = &first.unit().dimension;
                        // "from 12 to 15 percent"
                        let is_lent = *own == Dimension::Bare && *dimension == Dimension::Percent;
                        Some((own == dimension || is_lent) && is_told_whole(first, number))
                    }
                    Filler::Date(_) | Filler::Name | Filler::Known(_) => None,
                }) == Some(true)
            }
            Slot::Percent => *dimension == Dimension::Percent,
            Slot::Rate => matches!(dimension, Dimension::Percent | Dimension::Points),
            Slot::Money => number.is_money(),
            _ => false,
        }
    }

    /// A thing that the record knows by the name at a token, and the token behind that, whose last one has such an
    /// ending.
    fn known(&self, what: Thing, at: usize, endings: &[&str]) -> Option<(usize, Filler)> {
        let start = self.tokens[at].at.start;
        let (length, named) = atlas::named(&self.text[start..]).filter(|(_, named)| named.what == what)?;
        let end = start + length;
        let last = at + self.tokens[at..].iter().take_while(|token| token.at.end < end).count();
        let rest = self.text.get(end..self.tokens.get(last)?.at.end)?;
        endings.contains(&rest).then_some((last + 1, Filler::Known(named.id)))
    }

    /// The end of a name that begins at a token: words in capitals, with small ones between them.
    fn name(&self, at: usize) -> Option<usize> {
        // "Later Ada Holt"
        if at == 0 && self.tokens.get(at).is_some_and(|token| OPENERS.has(&token.small)) {
            return None;
        }
        let mut end = at;
        let mut next = at;
        while let Some(token) = self.tokens.get(next) {
            match token.what {
                What::Word if token.is_capital() => end = next + 1,
                What::Word if end > at && self.lists.in_names.contains(token.small.as_str()) => {}
                _ => break,
            }
            next += 1;
        }
        (end > at).then_some(end)
    }

    /// Two names or more with commas between them and one "and" before the last.
    fn names(&self, at: usize) -> Option<(usize, Filler)> {
        let (mut end, mut count, mut is_last) = (self.name(at)?, 1, false);
        while !is_last {
            let comma = usize::from(self.tokens.get(end).is_some_and(|token| token.written == ","));
            let and = self.lists.and.iter().find(|and| stands_at(and, self.tokens, end + comma));
            is_last = and.is_some();
            let next = end + comma + and.map_or(0, Vec::len);
            match self.name(next).filter(|_| next > end) {
                Some(behind) => (end, count) = (behind, count + 1),
                None if is_last => return None,
                None => break,
            }
        }
        // "Chile, Trinidad and Tobago and Aruba" cannot be counted.
        let goes_on = self.lists.and.iter().any(|and| stands_at(and, self.tokens, end));
        let amount = Amount::parse(&count.to_string()).ok()?;
        (count > 1 && !goes_on).then_some((end, Filler::Amount(Box::new(amount))))
    }

    /// The rest of a list: "(1) … and (2) …", "nets, ropes and tar". Nothing where it may be no list of
    /// what was counted before it, which it then is not by more than a slip of one.
    fn listed(&self, at: usize) -> Option<(usize, Filler)> {
        // "two ports, small, poor and cold"
        let is_apposed = at > 0 && self.tokens[at - 1].written == ",";
        let numbers = || self.numbers(at).filter(|_| !is_apposed);
        let items = || self.parallel(at).or_else(|| self.items(at, is_apposed));
        let (end, count) = self.marked(at).or_else(numbers).or_else(items)?;
        let counted = self.slots.last()?;
        let Filler::Amount(stated) = &counted.filler else { return None };
        let stated = stated.face().filter(|stated| *stated <= Exact::from(LISTED))?;
        let is_near = (stated - Exact::from(i128::try_from(count).ok()?)).abs() <= Exact::from(1);
        let place = self.tokens.iter().position(|token| token.at.start == counted.at.start)?;
        let mut beside = self.tokens[place.saturating_sub(ANOTHER)..place].iter().chain(&self.tokens[place + 1..at]);
        let is_of_another = beside.any(|it| self.lists.may_be_number(it));
        // "Phase 2 trials: …"
        let is_title = counted.at.len() < 3 && place > 0 && self.tokens[place - 1].is_capital();
        let has_noun = matches!(self.tokens[place + 1].what, What::Word);
        let amount = Amount::parse(&count.to_string()).ok()?;
        // "two laws: one of fog, ice and rain; and one of snow".
        let goes_on = self.tokens.get(end).is_some_and(|token| token.written == ";");
        let is_list = is_near && has_noun && !is_of_another && !is_title && !goes_on;
        is_list.then_some((end, Filler::Amount(Box::new(amount))))
    }

    /// The end of a list whose items have numbers or letters, the last one behind an "and", and how many they are.
    fn marked(&self, at: usize) -> Option<(usize, usize)> {
        let is_mark = |mark: &str, at: usize| {
            self.tokens[at].small == mark && self.tokens.get(at + 1).is_some_and(|behind| behind.written == ")")
        };
        let opened = at + usize::from(self.tokens[at].written == "(");
        let marks = MARKS.iter().find(|marks| opened < self.tokens.len() && is_mark(marks[0], opened))?;
        let mut last = opened;
        let mut count = 1;
        for mark in &marks[1..] {
            let Some(next) = (last + 2..self.tokens.len()).find(|next| is_mark(mark, *next)) else { break };
            (last, count) = (next, count + 1);
        }
        let before = last - usize::from(self.tokens[last - 1].written == "(");
        let is_last = |and: &Vec<&str>| before >= and.len() && stands_at(and, self.tokens, before - and.len());
        (count > 1 && self.lists.and.iter().any(is_last)).then_some((self.tokens.len(), count))
    }

    /// How many tokens the "and" at a token has.
    fn and_at(&self, at: usize) -> Option<usize> {
        self.lists.and.iter().find(|and| stands_at(and, self.tokens, at)).map(Vec::len)
    }

    /// The end of three things or more, or names if they have to be, with commas between them and one "and" before the
    /// last, and how many they are.
    fn items(&self, at: usize, are_names: bool) -> Option<(usize, usize)> {
        let (mut end, mut count, mut is_last, mut explained) = (at, 0, false, None);
        loop {
            let start = end;
            end = self.item(start)?;
            count += 1;
            // "fog (1901), ice and snow (1902)" may be two things.
            let is_explained = |end: usize| self.tokens[end - 1].written == ")";
            let is_other = *explained.get_or_insert(is_explained(end)) != is_explained(end);
            if is_other || are_names && !self.tokens[start].is_capital() {
                return None;
            }
            if is_last {
                return (count > 2).then_some((end, count));
            }
            let comma = usize::from(self.tokens.get(end).is_some_and(|token| token.written == ","));
            let and = self.and_at(end + comma);
            if comma == 0 && and.is_none() {
                return None;
            }
            is_last = and.is_some();
            end += comma + and.unwrap_or_default();
        }
    }

    /// The end of an item of a list: a few words, and what explains them in brackets.
    fn item(&self, at: usize) -> Option<usize> {
        let is_of_item = |at: &usize| match self.tokens[*at].what {
            What::Word => self.and_at(*at).is_none(),
            // "C++"
            What::Sign => self.tokens[*at].written == "+",
            What::Number(_) | What::Date(..) | What::Code => false,
        };
        let end = at + (at..self.tokens.len()).take_while(is_of_item).count();
        let length = self.tokens[at..end].iter().filter(|token| matches!(token.what, What::Word)).count();
        let written = |at: &usize| self.tokens[*at].written;
        let opens = self.tokens.get(end).is_some_and(|token| token.written == "(");
        let close =
            || (end + 1..self.tokens.len()).find(|at| matches!(written(at), "(" | ")")).filter(|at| written(at) == ")");
        let end = if opens { close()? + 1 } else { end };
        (1..=ITEM).contains(&length).then_some(end)
    }

    /// The end of three things or more that open with the same word, the last one behind an "and", and how many they
    /// are: "the cards of the store, the cards of the mill and the cards of numbers and signs".
    fn parallel(&self, at: usize) -> Option<(usize, usize)> {
        let opens = |token: &Token<'_>| matches!(token.what, What::Word) && token.small == self.tokens[at].small;
        let next = |at: usize| {
            let comma = usize::from(matches!(self.tokens[at].written, "," | ";"));
            let and = self.and_at(at + comma);
            let next = at + comma + and.unwrap_or_default();
            (next > at && self.tokens.get(next).is_some_and(opens)).then_some((next, and.is_some()))
        };
        let (mut end, mut count, mut is_last) = (at + 1, 1, !self.tokens.get(at).is_some_and(opens));
        while end < self.tokens.len() {
            match next(end).filter(|_| !is_last) {
                Some((item, last)) => (end, count, is_last) = (item + 1, count + 1, last),
                None if matches!(self.tokens[end].what, What::Word) => end += 1,
                None => break,
            }
        }
        (is_last && count > 2).then_some((end, count))
    }

    /// The end of three numbers or more that rise, with commas between them, and how many they are.
    fn numbers(&self, at: usize) -> Option<(usize, usize)> {
        let face = |token: &Token<'_>| match &token.what {
            What::Number(number) => number.face(),
            What::Date(_, Stands::Alone) => token.written.parse::<i128>().ok().map(Exact::from),
            _ => None,
        };
        let mut last = face(self.tokens.get(at)?)?;
        let (mut end, mut count) = (at + 1, 1);
        while end < self.tokens.len() {
            let comma = usize::from(matches!(self.tokens[end].written, "," | ";"));
            let next = end + comma + self.and_at(end + comma).unwrap_or_default();
            let Some(number) = self.tokens.get(next).filter(|_| next > end).and_then(face) else { break };
            if number <= last {
                return None;
            }
            (last, end, count) = (number, next + 1, count + 1);
        }
        (count > 2).then_some((end, count))
    }
}
