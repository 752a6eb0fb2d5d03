//! Tokens asked one by one, and which numbers are years.

use std::ops::Range;

use super::Language;
use super::tokens::{Kind, Token, Word, tokens};
use crate::language::{Cue, Vocabulary};

/// A text cut into tokens, and what its language is.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) language: Language,
}

/// What stands before a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing that says that a date follows.
    Anything,
    /// A word that leads to a date: "in", "tahun".
    Lead,
    /// The date that a range begins with, and what connects the two.
    Range,
}

static PLURAL_VERBS: Vocabulary = Vocabulary::of(|language| language.calendar.plural_verbs);

/// How far back from a number the word may stand that makes it the number of something.
const FAR: usize = 12;

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, language: Language, except: &[Range<usize>]) -> Self {
        Reader { text, tokens: tokens(text, language.own, except), language }
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        match &self.tokens.get(at)?.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn cue(&self, at: usize) -> Option<Cue> {
        self.word(at)?.cue
    }

    pub(super) fn is(&self, at: usize, cue: Cue) -> bool {
        self.cue(at) == Some(cue)
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// The value of a number of one or two digits.
    pub(super) fn short_number(&self, at: usize) -> Option<u8> {
        match self.tokens.get(at)?.kind {
            Kind::Number(value, 1 | 2) => Some(value as u8),
            _ => None,
        }
    }

    pub(super) fn four_digits(&self, at: usize) -> Option<i64> {
        match self.tokens.get(at)?.kind {
            Kind::Number(value, 4) => Some(i64::from(value)),
            _ => None,
        }
    }

    pub(super) fn joined(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.joined)
    }

    /// A mark that touches what stands before it.
    pub(super) fn joined_mark(&self, at: usize) -> Option<char> {
        self.mark(at).filter(|_| self.joined(at))
    }

    /// The letters of a word that touches what stands before it.
    pub(super) fn joined_letters(&self, at: usize) -> Option<&'t str> {
        self.word(at).filter(|_| self.joined(at)).map(|_| self.letters(at))
    }

    pub(super) fn letters(&self, at: usize) -> &'t str {
        &self.text[self.tokens[at].at.clone()]
    }

    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].at.start..self.tokens[tokens.end - 1].at.end
    }

    /// The first token from `at` on that is none of these cues.
    pub(super) fn past(&self, at: usize, cues: &[Cue]) -> usize {
        let are = |at: &usize| self.cue(*at).is_some_and(|cue| cues.contains(&cue));
        at + (at..self.tokens.len()).take_while(are).count()
    }

    /// The place behind a dot that touches the token before it.
    pub(super) fn past_dot(&self, at: usize) -> usize {
        at + usize::from(self.joined_mark(at) == Some('.'))
    }

    /// A year that stands beside a month or another word that makes it one.
    pub(super) fn year(&self, at: usize) -> Option<i64> {
        let year = self.four_digits(at).filter(|year| (1000..2200).contains(year))?;
        (self.ends_clean(at) && self.begins_clean(at, Before::Anything)).then_some(year)
    }

    /// A number that is taken for a year with nothing but its surroundings to say so.
    pub(super) fn bare_year(&self, at: usize, before: Before) -> Option<i64> {
        let year = self.four_digits(at).filter(|year| (1000..2200).contains(year))?;
        if !self.ends_clean(at) || !self.begins_clean(at, before) {
            return None;
        }
        let behind = self.word(at + 1);
        let counts =
            behind.is_some_and(|word| matches!(word.cue, Some(Cue::Counted | Cue::Unit(_)))) || self.follows_money(at);
        let plural = behind.is_some_and(|word| !word.capital && word.cue.is_none()) && {
            let letters = self.letters(at + 1);
            letters.len() > 3 && letters.ends_with('s') && !self.is(at.wrapping_sub(1), Cue::Neutral)
        };
        // "a 2022-style offensive"
        let is_name = self.joined_mark(at + 1) == Some('-') && self.joined_letters(at + 2).is_some();
        if counts || is_name || self.is_numbered(at) {
            return None;
        }
        let round = year % 100 == 0;
        if before != Before::Anything {
            return (!plural || !round).then_some(year);
        }
        let enclosed = self.mark(at.wrapping_sub(1)) == Some('(') && self.joined_mark(at + 1) == Some(')');
        // "1728 were left out" counts at the head of a sentence what years do elsewhere: "the riots of 1968 were".
        let heads = at == 0 || matches!(self.mark(at - 1), Some('.' | '!' | '?' | ';'));
        let is_subject = heads && behind.is_some() && PLURAL_VERBS.has(self.letters(at + 1));
        let likely = (1500..2100).contains(&year) && (enclosed || !round) && !plural && !is_subject;
        likely.then_some(year)
    }

    /// Whether nothing that makes it part of a longer number, an id or a name touches the number's end.
    pub(super) fn ends_clean(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1).filter(|next| next.joined) else { return true };
        let digit_behind = matches!(self.tokens.get(at + 2), Some(Token { kind: Kind::Number(..), joined: true, .. }));
        match next.kind {
            Kind::Word(_) | Kind::Number(..) => false,
            Kind::Mark('.' | ',' | ':' | '\'' | '’' | '+') => !digit_behind,
            Kind::Mark(mark) => !matches!(mark, '%' | '‰' | '°' | '$' | '€' | '£' | '_' | '=' | '&' | '×' | '*' | '@'),
            Kind::Wall => true,
        }
    }

    /// The same of its start.
    pub(super) fn begins_clean(&self, at: usize, lead: Before) -> bool {
        let connects = matches!(self.mark(at.wrapping_sub(1)), Some('-' | '–' | '/'));
        if !self.joined(at) || lead == Before::Range && connects {
            return true;
        }
        let before = at.wrapping_sub(2);
        match self.tokens[at - 1].kind {
            Kind::Word(_) | Kind::Number(..) | Kind::Mark('.' | ',' | ':') => false,
            // "l’8 settembre", "d’11" against "1’000".
            Kind::Mark('\'' | '’') => self.joined(at - 1) && self.word(before).is_some(),
            // "post-1991", "ke-19" against "T-62".
            Kind::Mark('-') => self.joined(at - 1) && self.word(before).is_some_and(|word| word.cue.is_some()),
            Kind::Mark('/') => !self.joined(at - 1),
            Kind::Mark(mark) => {
                !matches!(mark, '$' | '€' | '£' | '¥' | '#' | '_' | '=' | '&' | '×' | '*' | '@' | '+' | '§')
            }
            Kind::Wall => true,
        }
    }

    fn follows_money(&self, at: usize) -> bool {
        let before = self.past_money_dots(at);
        before.is_some_and(|before| {
            self.is(before, Cue::Money) || matches!(self.mark(before), Some('$' | '€' | '£' | '¥'))
        })
    }

    fn past_money_dots(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.mark(before) == Some('.') && self.joined(before) { before.checked_sub(1) } else { Some(before) }
    }

    /// Whether it is the number of an article, a page, a resolution, or one of a list of such; or the year in which
    /// such a number was given: in "No. 34 Tahun 2004" and "1718 (2006)" it is part of the name.
    pub(super) fn is_numbered(&self, at: usize) -> bool {
        let mut names = false;
        let mut numbers = 0;
        for before in (at.saturating_sub(FAR)..at).rev() {
            match &self.tokens[before].kind {
                Kind::Number(..) => numbers += 1,
                Kind::Mark('.' | ',' | '(' | ')' | '-' | '–' | '&' | '/' | '#' | '§' | '°' | 'º') => {
                    if matches!(self.mark(before), Some('#' | '§')) && !names {
                        return true;
                    }
                }
                Kind::Word(word) => match word.cue {
                    Some(Cue::Numbered) if !names => return true,
                    Some(Cue::Act) => return numbers == 0 || !names || self.is_act_list(before, at),
                    Some(Cue::And | Cue::Year | Cue::Of | Cue::Numbered) => {}
                    None if word.capital => names = true,
                    _ => return false,
                },
                _ => return false,
            }
        }
        false
    }

    /// Whether no name stands between the first number behind the word for an act and the number at `at`.
    fn is_act_list(&self, act: usize, at: usize) -> bool {
        let first = (act..at).find(|at| matches!(self.tokens[*at].kind, Kind::Number(..)));
        first.is_some_and(|first| (first..at).all(|at| self.word(at).is_none_or(|word| word.cue.is_some())))
    }
}
