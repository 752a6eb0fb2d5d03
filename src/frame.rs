//! What the words of one sentence tie together: its numbers, dates and names in the slots of frames.
//!
//! Frames are data of a language ([`language::Frames`]): here they are compiled, once each, and matched against the
//! tokens of a sentence. A match says no more than its frame: which slots there are, where they stand, and what they
//! make one of [`Says`]. What that comes to in records is for the draft to write down.
//!
//! Precision comes from closed frames: a run of words between two slots is short, holds no number and no sign, and no
//! word that sets what follows apart; and one list of words for each group of frames silences it.

mod pattern;
mod tokens;

use std::ops::Range;
use std::sync::OnceLock;

use crate::amount::Amount;
use crate::amount::prose::Style;
use crate::language::{LANGUAGES, Language, Link, Says, of_code};
use crate::time::prose::Found;
use pattern::{Frame, Lists};
use tokens::{Token, tokens};

/// What a frame found in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// What it says.
    pub(crate) says: Says,
    /// How surely.
    pub(crate) link: Link,
    /// Its slots, in the order in which they were filled.
    pub(crate) slots: Vec<Filled>,
}

/// A slot that is filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filled {
    /// The slot.
    pub(crate) name: &'static str,
    /// What fills it, in bytes of the sentence.
    pub(crate) at: Range<usize>,
    /// What that is.
    pub(crate) filler: Filler,
}

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filler {
    /// A number, or how many names there are.
    Amount(Box<Amount>),
    /// A date, by its number among those of the sentence.
    Date(usize),
    /// A name, or a word.
    Name,
    /// A thing of the shipped record, by its id.
    Known(&'static str),
}

impl Match {
    /// The slots of that name.
    pub(crate) fn all<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'m Filled> {
        self.slots.iter().filter(move |slot| slot.name == name)
    }

    /// The part of the sentence from its first slot to its last.
    fn at(&self) -> Range<usize> {
        let start = self.slots.iter().map(|slot| slot.at.start).min().unwrap_or_default();
        start..self.slots.iter().map(|slot| slot.at.end).max().unwrap_or_default()
    }

    /// Whether it says more of the same: each slot of the other is one of its own.
    fn holds(&self, other: &Match) -> bool {
        self.slots.len() > other.slots.len() && other.slots.iter().all(|slot| self.slots.contains(slot))
    }

    fn meets(&self, other: &Match) -> bool {
        let (one, two) = (self.at(), other.at());
        one.start < two.end && two.start < one.end
    }
}

/// The frames that a sentence fills. Its dates and citations are given, each in order; `language` is its code. Where
/// that is not known, as of a text of two sentences, it may be any.
pub(crate) fn matches(text: &str, language: &str, dates: &[Found], citations: &[Range<usize>]) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    let framed = LANGUAGES.iter().filter(|it| language.is_empty() && !it.frames.groups.is_empty());
    for language in framed.map(|it| it.code).chain(Some(language)) {
        fill(text, language, dates, citations, &mut found);
    }
    found
}

/// Adds what the sentence fills as one of a language.
fn fill(text: &str, language: &str, dates: &[Found], citations: &[Range<usize>], found: &mut Vec<Match>) {
    let Some(compiled) = Compiled::of(language) else { return };
    let tokens = tokens(text, Style::of(language), dates, citations);
    let numbers = tokens.iter().filter(|token| compiled.lists.may_be_number(token)).count();
    let dates = tokens.iter().filter(|token| token.is_date()).count();
    for group in &compiled.groups {
        let frames = group.frames.iter().filter(|frame| frame.is_within(numbers, dates));
        let mut matches = frames.flat_map(|frame| frame.matches(text, &tokens, &compiled.lists)).peekable();
        if matches.peek().is_some() && !group.is_silent(&tokens) {
            for it in matches {
                if !found.iter().any(|other| other.says == it.says && other.meets(&it) || other.holds(&it)) {
                    found.push(it);
                }
            }
        }
    }
}

/// The frames of a language, ready to be matched.
struct Compiled {
    lists: Lists,
    groups: Vec<Group>,
}

/// Frames that one list of words silences.
struct Group {
    unless: Vec<Vec<&'static str>>,
    frames: Vec<Frame>,
}

impl Group {
    /// Whether a word stands in a sentence that silences the group.
    fn is_silent(&self, tokens: &[Token<'_>]) -> bool {
        (0..tokens.len()).any(|at| self.unless.iter().any(|phrase| pattern::stands_at(phrase, tokens, at)))
    }
}

impl Compiled {
    fn of(language: &str) -> Option<&'static Compiled> {
        static COMPILED: [OnceLock<Compiled>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
        let code = of_code(language)?.code;
        let number = LANGUAGES.iter().position(|it| it.code == code)?;
        Some(COMPILED[number].get_or_init(|| Compiled::new(&LANGUAGES[number])))
    }

    fn new(language: &'static Language) -> Self {
        let frames = &language.frames;
        let groups = frames.groups.iter().map(|group| Group {
            unless: pattern::phrases(group.unless),
            frames: group.frames.iter().map(|(says, link, reads)| Frame::new(frames, *says, *link, reads)).collect(),
        });
        Self { lists: Lists::new(language), groups: groups.collect() }
    }
}

#[cfg(test)]
mod tests;
