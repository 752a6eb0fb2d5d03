//! A sentence as frames read it: words, signs, numbers and dates, without its citations.

use std::ops::Range;

use crate::amount::Amount;
use crate::amount::prose::{Style, numbers, numeral};
use crate::time::prose::{self, Found, Side};

/// A word, a sign, or a part that is read as a whole.
#[derive(Debug)]
pub(super) struct Token<'t> {
    /// Where it stands, in bytes of the sentence.
    pub(super) at: Range<usize>,
    /// It as it is written.
    pub(super) written: &'t str,
    /// The same in small letters.
    pub(super) small: String,
    pub(super) what: What,
}

/// What a token is.
#[derive(Debug)]
pub(super) enum What {
    Word,
    /// A sign, each of its own.
    Sign,
    Number(Box<Amount>),
    /// A date, by its number.
    Date(usize, Stands),
    /// Digits that are no number: a code, a number of a page.
    Code,
}

/// What a date in a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    Alone,
    /// Something begins at it.
    Since,
    /// It leads from one date to another.
    Span,
}

impl Stands {
    fn of(date: &Found) -> Self {
        match &date.what {
            prose::What::Date(when) if when.to_string().contains('/') => Stands::Span,
            _ if date.side == Side::Since => Stands::Since,
            _ => Stands::Alone,
        }
    }
}

impl Token<'_> {
    pub(super) fn is_date(&self) -> bool {
        matches!(self.what, What::Date(..))
    }

    pub(super) fn may_be_number(&self) -> bool {
        matches!(self.what, What::Number(_)) || matches!(self.what, What::Word) && numeral(&self.small).is_some()
    }

    pub(super) fn is_capital(&self) -> bool {
        matches!(self.what, What::Word) && self.written.starts_with(char::is_uppercase)
    }
}

/// The tokens of a sentence with these dates and citations.
pub(super) fn tokens<'t>(text: &'t str, style: Style, dates: &[Found], citations: &[Range<usize>]) -> Vec<Token<'t>> {
    let mut walls: Vec<Range<usize>> = dates.iter().map(|date| &date.at).chain(citations).cloned().collect();
    walls.sort_unstable_by_key(|wall| wall.start);
    let numbers =
        numbers(text, style, &walls).into_iter().map(|number| (number.at, Some(What::Number(Box::new(number.amount)))));
    let dates = dates.iter().enumerate();
    let dates = dates.map(|(number, date)| (date.at.clone(), Some(What::Date(number, Stands::of(date)))));
    let mut parts: Vec<(Range<usize>, Option<What>)> =
        numbers.chain(dates).chain(citations.iter().map(|at| (at.clone(), None))).collect();
    parts.sort_by_key(|(at, _)| at.start);
    let mut tokens = Vec::new();
    let mut from = 0;
    for (at, what) in parts.into_iter().chain([(text.len()..text.len(), None)]) {
        if at.start < from {
            continue;
        }
        plain(text, from..at.start, &mut tokens);
        from = at.end.min(text.len());
        tokens.extend(what.and_then(|what| token(text, at, what)));
    }
    tokens
}

fn token(text: &str, at: Range<usize>, what: What) -> Option<Token<'_>> {
    let written = text.get(at.clone())?;
    Some(Token { at, written, small: written.to_lowercase(), what })
}

/// The words, signs and codes in a part of a text.
pub(super) fn plain<'t>(text: &'t str, part: Range<usize>, tokens: &mut Vec<Token<'t>>) {
    let Some(inside) = text.get(part.clone()) else { return };
    let mut at = 0;
    while let Some(first) = inside[at..].chars().next() {
        let rest = &inside[at..];
        let end = |within: fn(char) -> bool| rest.find(|c| !within(c)).unwrap_or(rest.len());
        let (length, what) = match first {
            _ if first.is_whitespace() => (first.len_utf8(), None),
            _ if first.is_alphabetic() => {
                // "NATO–Russia" is one word.
                let length = rest[..end(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '\'' | '’'))]
                    .trim_end_matches(['-', '–', '\'', '’'])
                    .len();
                (length, Some(What::Word))
            }
            _ if first.is_numeric() => (end(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/')), Some(What::Code)),
            _ => (first.len_utf8(), Some(What::Sign)),
        };
        let place = part.start + at..part.start + at + length;
        tokens.extend(what.and_then(|what| token(text, place, what)));
        at += length;
    }
}
