//! How many things a text announces, against the list that follows: "four limits: (1) …, (2) …", "five limits. First, …
//! Second, …", "four waves (1, 3, 4 and 7)", and the items, paragraphs and parts below a line that tells their number.
//!
//! Read are lists that show how far they go. Items may hold lists of their own, so that more of them than announced
//! tell something only where they are numbered. That the list is what was announced is presumed.

use std::ops::Range;

use super::slips::PARTS;
use super::statements::Told;
use super::{Passage, Quantity, Value, naming};
use crate::amount::prose::{Style, numbers};
use crate::document::{Block, Kind, Marked};
use crate::language::{Cue, Link, List, Numbers, Sentence, Vocabulary, cues, of_code, row};

static PREPOSITIONS: Vocabulary = Vocabulary::of(|language| language.prepositions);
static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);
/// What says of a sentence that it tells of what stands below.
static ANNOUNCING: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Announces));
static SUPERLATIVES: Vocabulary = Vocabulary::of(|language| language.superlatives);
/// What the last things of a list may be told with in the place of their number.
static CLOSING: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Closes));

/// A list of so many things at most is announced, and so many words at most stand behind their number: fewer above
/// items, where no mark says that the list is what the words before it lead to.
const MOST: u32 = 12;
const BEHIND: usize = 4;
const ABOVE_ITEMS: usize = 2;
/// Sentences that open with ordinals are a list from so many on, if fewer than announced.
const ROW: u32 = 3;
/// What opens an item has so many words at most before its colon.
const LEAD: usize = 8;
/// Behind a list of items so many blocks hold none that may belong to it.
const APART: usize = 4;

/// A bracket of numbers has so many bytes at most.
const BRACKET: usize = 120;
/// Numbers from here on are years and sums.
const YEARS: u32 = 100;

/// How items are marked, in order.
const MARKS: [[&str; 12]; 3] = [
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
];

/// Where the last thing of a list stands, by the number of its passage, and how many there are.
type Last = (usize, Range<usize>, u32);

/// Tells the number of things that a list has as another value of the one that is announced.
pub(super) fn tie_lists(passages: &[Passage<'_>], told: &mut [Told], blocks: &[Block], language: &str, style: Style) {
    let Some(language) = of_code(language) else { return };
    let (words, apart) = (&language.numbers, language.frames.apart);
    let lists = Lists { passages, blocks, words, apart, style };
    for at in 0..passages.len() {
        let Some((announced, stated, (passage, part, listed))) = lists.announced(at) else { continue };
        let holds = |it: &Quantity| it.at.start <= announced.start && announced.end <= it.at.end && it.values.len() > 1;
        if told[at].amounts.iter().any(holds) {
            continue;
        }
        let name = naming::from_on(&passages[at], &announced);
        tie(told, &name, (at, announced, stated), (passage, part, listed));
    }
}

/// Tells how many things there are as another value of their number, which stands at a place of a sentence and is of
/// what is called so.
pub(super) fn tie(
    told: &mut [Told],
    name: &str,
    (at, announced, stated): (usize, Range<usize>, u32),
    (passage, part, listed): Last,
) {
    // A plan has a list as a fact has.
    let quantity = |number: u32, part: Range<usize>, same_as| Quantity {
        name: name.to_owned(),
        values: vec![Value { written: number.to_string(), equals: None, link: Link::Presumed }],
        is_dateless: true,
        at: part,
        same_as,
        ..Quantity::default()
    };
    let mut both = [(at, announced, stated), (passage, part, listed)];
    both.sort_by_key(|(passage, part, _)| (*passage, part.start));
    let [(first, part, number), (other, other_part, other_number)] = both;
    told[first].amounts.push(quantity(number, part, None));
    let first = (first, told[first].amounts.len() - 1);
    told[other].amounts.push(quantity(other_number, other_part, Some(first)));
}

struct Lists<'p, 'm> {
    passages: &'p [Passage<'m>],
    blocks: &'m [Block],
    words: &'static Numbers,
    /// Words that say that some of several are told.
    apart: List,
    style: Style,
}

impl Lists<'_, '_> {
    /// The number that a passage announces: where it stands, what it is, and what the list has.
    fn announced(&self, at: usize) -> Option<(Range<usize>, u32, Last)> {
        let text = self.passages[at].text();
        if let Some((first, last)) = self.marked(at) {
            let before = &text[..first];
            let opening = || self.stated(at, before, usize::MAX).filter(|(_, place)| is_first(before, place));
            let (stated, place) = self.stated(at, before, BEHIND).or_else(opening)?;
            return Some((place, stated, last));
        }
        if let Some((open, last)) = self.bracketed(at) {
            let (stated, place) = self.stated_of(&text[..open])?;
            return Some((place, stated, last));
        }
        if let Some((last, is_whole)) = self.in_sentences(at) {
            let (stated, place) = self.stated(at, text, BEHIND)?;
            // A plan of chapters need not go on to the last.
            let tells = last.2 > stated || is_whole && (last.2 >= ROW && last.2 + 1 == stated || last.2 == stated);
            return tells.then_some((place, stated, last));
        }
        let (last, is_flat) = self.below(at)?;
        let tells = |(stated, _): &(u32, Range<usize>)| last.2 <= *stated || is_flat;
        let lead = text.trim_end().strip_suffix(':');
        let near = lead.and_then(|lead| self.stated(at, lead, ABOVE_ITEMS)).filter(tells);
        let far = || self.foretold(at).filter(|found| tells(found) && found.0.abs_diff(last.2) < 2);
        let (stated, place) = near.or_else(far)?;
        Some((place, stated, last))
    }

    /// The only number of a sentence that leads to what stands below: one near the colon that it ends in, or of "the
    /// following".
    fn foretold(&self, at: usize) -> Option<(u32, Range<usize>)> {
        let text = self.passages[at].text();
        let small = text.to_lowercase();
        let all = || words(&small).map(|at| &small[at]);
        let is_number = |word: &&str| {
            word.starts_with(|c: char| c.is_ascii_digit()) || self.words.own_numeral(word).is_some_and(|it| it > 1)
        };
        let is_part = || all().any(|word| crate::language::words(self.apart).any(|it| it == word));
        if all().filter(is_number).count() != 1 || is_part() {
            return None;
        }
        if all().any(|word| ANNOUNCING.has(word)) {
            return self.stated(at, text, usize::MAX);
        }
        let lead = text.trim_end().strip_suffix(':')?;
        let (stated, place) = self.stated(at, lead, BEHIND + 1)?;
        // "our study of five ports shows:"
        let before = lead[..place.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
        let is_of = cues(&before).iter().any(|(_, cue)| *cue == Cue::Of);
        (!is_of && !lead[place.end..].contains(',')).then_some((stated, place))
    }

    /// "four limits: (1) fog, (2) ice …": where the first mark stands, and the last one of the row.
    fn marked(&self, at: usize) -> Option<(usize, Last)> {
        let passage = &self.passages[at];
        let text = &passage.words[passage.range.start..];
        let opens = |marks: &&[&str; 12]| mark_at(passage.text(), 0, marks[0]).is_some();
        let row = MARKS.iter().filter(opens).map(|marks| marked(text, marks)).find(|row| row.len() > 1)?;
        let first = row[0].start;
        let last = row.last()?.clone();
        // It goes on in the next block.
        let next = MARKS.iter().filter_map(|marks| marks.get(row.len()));
        let behind = self.blocks.get(passage.block + 1).map_or("", |block| block.words.trim_start_matches('('));
        let goes_on =
            next.into_iter().any(|mark| behind.strip_prefix(mark).is_some_and(|it| it.starts_with([')', '.'])));
        let last_at = passage.range.start + last.start;
        let of = self.passages[at..].iter().position(|it| it.block != passage.block || last_at < it.range.end)?;
        let holder = &self.passages[at + of];
        let place = last_at.checked_sub(holder.range.start)?;
        let is_here = !goes_on && holder.block == passage.block;
        is_here.then(|| (first, (at + of, place..place + last.len(), row.len() as u32)))
    }

    /// "in four of the waves (1, 3, 4 and 7)": where the bracket opens, and the last number of it.
    fn bracketed(&self, at: usize) -> Option<(usize, Last)> {
        let passage = &self.passages[at];
        let (text, walls) = (passage.text(), passage.walls());
        text.match_indices('(').find_map(|(open, _)| {
            let behind = &text[open + 1..text.floor_char_boundary(open + 1 + BRACKET)];
            let inside = open + 1..open + 1 + behind.find(')')?;
            let is_cited = walls.iter().any(|wall| wall.start < inside.end && inside.start < wall.end);
            let parts: Vec<Range<usize>> = words(&text[inside.clone()]).collect();
            let part = |at: &Range<usize>| &text[inside.start + at.start..inside.start + at.end];
            // "Time 2, 4, 5": what they are numbers of may stand before the first one.
            let is_kind = parts.first().is_some_and(|first| part(first).starts_with(char::is_alphabetic));
            let numbers = parts.iter().skip(usize::from(is_kind)).filter(|at| !AND.has(&part(at).to_lowercase()));
            let numbers: Vec<(u32, &Range<usize>)> =
                numbers.map(|at| Some((part(at).parse().ok().filter(|it| *it < YEARS)?, at))).collect::<Option<_>>()?;
            let (_, last) = numbers.last().filter(|_| numbers.len() > 2 && !is_cited)?;
            let is_row = numbers.is_sorted_by(|one, other| one.0 < other.0)
                && !text[inside.clone()].contains(['.', ';', ':', '%', '=', '–', '-', '/']);
            let last = inside.start + last.start..inside.start + last.end;
            is_row.then_some((open, (at, last, numbers.len() as u32)))
        })
    }

    /// The number that stands before what a bracket numbers: of "11 of the 18 waves" the first.
    fn stated_of(&self, text: &str) -> Option<(u32, Range<usize>)> {
        let all: Vec<Range<usize>> = words(text).collect();
        let number = |at: usize| {
            let word = &text[all[at].clone()];
            self.words
                .own_numeral(&word.to_lowercase())
                .or_else(|| word.parse().ok())
                .filter(|it| (2..YEARS).contains(it))
        };
        let tail = all.len().saturating_sub(BEHIND);
        let whole = (tail..all.len().checked_sub(1)?).rev().find(|at| number(*at).is_some())?;
        let is_of = |at: usize| cues(&text[all[at].clone()].to_lowercase()).iter().any(|(_, cue)| *cue == Cue::Of);
        let part = (2..=3).filter_map(|back| whole.checked_sub(back)).find(|at| is_of(at + 1) && number(*at).is_some());
        let at = part.unwrap_or(whole);
        let behind = &text[all[whole].end..];
        let is_noun =
            behind.trim_start().starts_with(char::is_lowercase) && !behind.contains(['(', ')', ',', ';', '.', '%']);
        number(at).filter(|_| is_noun).map(|number| (number, all[at].clone()))
    }

    /// "five limits. First, … Second, …": the last one, and whether nothing behind it may be one more.
    fn in_sentences(&self, at: usize) -> Option<(Last, bool)> {
        let passage = &self.passages[at];
        let behind = (at + 1..).zip(&self.passages[at + 1..]);
        let mut rest = behind.take_while(|(_, it)| it.block == passage.block);
        let (first, it) = rest.next()?;
        let mut last = (first, self.ordinal(it.text()).filter(|(number, _)| *number == 1)?.1, 1);
        for (number, it) in rest {
            match self.ordinal(it.text()) {
                Some((1, _)) => break,
                Some((ordinal, place)) if ordinal == last.2 + 1 => last = (number, place, ordinal),
                _ => {}
            }
        }
        let rest = self.passages[last.0 + 1..].iter().take_while(|it| it.section == passage.section);
        let closes = |text: &str| {
            let text = text.to_lowercase();
            CLOSING.longest_first().iter().any(|word| text.starts_with(word)) || self.ordinal(&text).is_some()
        };
        let behind = &self.passages[last.0].text()[last.1.end..];
        let goes_on = words(behind).any(|at| self.words.ordinal(&behind[at].to_lowercase()) == Some(last.2 + 1));
        let is_whole = !goes_on && !rest.map(Passage::text).any(closes);
        (last.2 > 1).then_some((last, is_whole))
    }

    /// The ordinal that a sentence opens with, as its first word or behind an article.
    fn ordinal(&self, text: &str) -> Option<(u32, Range<usize>)> {
        words(text).take(2).find_map(|at| Some((self.words.ordinal(&text[at.clone()].to_lowercase())?, at)))
    }

    /// What stands right below a line: items, paragraphs that each open with a lead, or parts with headings of their
    /// own; and whether none of them may lie within another.
    fn below(&self, at: usize) -> Option<(Last, bool)> {
        let passage = &self.passages[at];
        let block = &self.blocks[passage.block];
        let is_last = block.kind == Kind::Paragraph && passage.range.end >= block.words.trim_end().len();
        let below = self.blocks.get(passage.block + 1..).filter(|_| is_last)?;
        // The number of a part may stand above its heading.
        let first = below.iter().take(2).find(|block| block.words.contains(char::is_alphabetic))?;
        let (listed, end, is_flat) = match first.kind {
            Kind::Item => items(below),
            Kind::Paragraph => leads(below),
            Kind::Heading(level) => self.parts(passage.block, level),
            _ => None,
        }?;
        let listed = u32::try_from(listed).ok().filter(|listed| (2..=MOST).contains(listed))?;
        let last = self.passages[at..].iter().position(|it| it.block > passage.block + end)?;
        Some(((at + last, 0..self.passages[at + last].range.len(), listed), is_flat))
    }

    /// The headings of a level below a block, up to one of its own level: how many, and where the last one is.
    fn parts(&self, block: usize, level: u8) -> Option<(usize, usize, bool)> {
        let heading = |block: &Block| if let Kind::Heading(level) = block.kind { Some(level) } else { None };
        let own = self.blocks[..block].iter().rev().find_map(heading).unwrap_or_default();
        if own >= level {
            return None;
        }
        let within = self.blocks[block + 1..].iter().map(heading).take_while(|it| it.is_none_or(|it| it >= level));
        let parts: Vec<usize> = within.enumerate().filter(|(_, it)| *it == Some(level)).map(|(at, _)| at).collect();
        Some((parts.len(), *parts.last()?, false))
    }

    /// How many things a text says that follow it: its last words are their number and what they are.
    fn stated(&self, passage: usize, text: &str, behind: usize) -> Option<(u32, Range<usize>)> {
        let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        let tail: Vec<Range<usize>> = words(text).collect();
        let tail = &tail[tail.len().saturating_sub(behind.saturating_add(1))..];
        let of = |at: &Range<usize>| {
            let word = &text[at.clone()];
            let number = self.words.own_numeral(&word.to_lowercase()).or_else(|| word.parse().ok());
            number.filter(|number| (2..=MOST).contains(number))
        };
        let place = tail.iter().rposition(|at| of(at).is_some())?;
        let (at, noun) = (&tail[place], tail.get(place + 1)?);
        let number = of(at)?;
        let is_cut = text[at.end..].contains(['.', ';', '(', ')', '[', '%', '/', '–']);
        let noun = text[noun.clone()].to_lowercase();
        let leads = cues(&noun).iter().any(|(_, cue)| matches!(cue, Cue::Of | Cue::Lead | Cue::And | Cue::To));
        let is_noun = noun.starts_with(char::is_alphabetic) && !PREPOSITIONS.has(&noun) && !leads;
        let before = text[..at.start].split([' ', '\u{a0}', '(']).rfind(|word| !word.is_empty()).unwrap_or_default();
        // "Study 4" is one of several, "the first two" and "two to three" are some of them.
        let is_digit = text[at.clone()].starts_with(|c: char| c.is_ascii_digit());
        let is_named = is_digit && before.starts_with(char::is_uppercase);
        let small = before.to_lowercase();
        let is_part = [&PARTS, &SUPERLATIVES].iter().any(|words| words.has(&small))
            || self.words.ordinal(&small).is_some()
            || small.parse::<u32>().is_ok();
        let stands_free = text[..at.start].chars().next_back().is_none_or(|c| matches!(c, ' ' | '\u{a0}' | '('));
        // "at least three".
        let read = numbers(self.passages[passage].text(), self.style, &self.passages[passage].walls());
        let is_bound = read.iter().any(|it| {
            it.at.start < at.end && at.start < it.at.end && it.amount.face() != Some(i128::from(number).into())
        });
        let is_free = is_noun && !is_cut && stands_free && !is_named && !is_part && !is_bound;
        is_free.then(|| (number, at.clone()))
    }
}

/// The items that blocks open with: how many, where the last one is, and whether each is numbered or has a lead.
fn items(below: &[Block]) -> Option<(usize, usize, bool)> {
    let items = below.iter().take_while(|block| block.kind == Kind::Item).count();
    let goes_on = below[items..].iter().take(APART).take_while(|it| !matches!(it.kind, Kind::Heading(_)));
    if goes_on.into_iter().any(|block| block.kind == Kind::Item) {
        return None;
    }
    let is_own = |(item, number): (&Block, u32)| {
        item.marks.iter().any(|mark| matches!(&mark.what, Marked::Label(label) if *label == number.to_string()))
    };
    // "… and" ends the last item but one.
    let joins = |item: &Block| item.words.split_whitespace().next_back().is_some_and(|word| AND.has(word));
    let is_flat = below[..items].iter().zip(1..).all(is_own)
        || below[..items].iter().all(has_lead)
        || items > 2 && below[..items].iter().position(joins) == Some(items - 2);
    Some((items, items.checked_sub(1)?, is_flat))
}

/// The same of paragraphs that each open with a lead: "Nets: …".
fn leads(below: &[Block]) -> Option<(usize, usize, bool)> {
    let is_lead = |block: &&Block| block.kind == Kind::Paragraph && has_lead(block);
    let leads = below.iter().take_while(is_lead).count();
    let goes_on = below[leads..].iter().take(APART).take_while(|it| !matches!(it.kind, Kind::Heading(_)));
    (leads > 2 && !goes_on.into_iter().any(|it| is_lead(&it))).then(|| (leads, leads - 1, true))
}

/// Whether a few words stand before a colon where a block opens.
fn has_lead(block: &Block) -> bool {
    let lead = block.words.split_once(": ").map(|(lead, _)| lead);
    lead.is_some_and(|lead| lead.split_whitespace().count() <= LEAD && !lead.contains(['.', '?', '!']))
}

/// Whether a number opens a sentence and the list stands behind a colon: "Four models were made: (1) …"
fn is_first(before: &str, place: &Range<usize>) -> bool {
    place.start == 0 && before.trim_end_matches(['(', ' ']).ends_with(':')
}

/// Where the marks of a row stand, from the first on, up to where another row begins.
fn marked(text: &str, marks: &[&str]) -> Vec<Range<usize>> {
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut text_end = text.len();
    let mut from = 0;
    for mark in marks {
        let Some(at) = mark_at(&text[..text_end], from, mark) else { break };
        from = at.end;
        if row.is_empty() {
            text_end = mark_at(text, from, mark).map_or(text.len(), |next| next.start);
        }
        row.push(at);
    }
    row
}

/// Where a mark stands, from a place on: "(2) ", " b) ".
fn mark_at(text: &str, from: usize, mark: &str) -> Option<Range<usize>> {
    let closed = format!("{mark})");
    let opens = |at: usize| text[..at].chars().next_back().is_none_or(|c| matches!(c, ' ' | '(' | '\u{a0}'));
    let goes_on = |at: usize| text[at + closed.len()..].starts_with([' ', '\u{a0}']);
    let mut places = text[from..].match_indices(&closed).map(|(at, _)| from + at);
    places.find(|at| opens(*at) && goes_on(*at)).map(|at| at..at + closed.len())
}

/// The words and numbers of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text[end..].find(char::is_alphanumeric)?;
        let is_within = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        end = start + text[start..].find(|c| !is_within(c)).unwrap_or(text.len() - start);
        Some(start..end)
    })
}
