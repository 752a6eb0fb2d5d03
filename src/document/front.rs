//! What stands over a paper without markup: its title, who wrote it, the day that it bears.

use super::{Block, Kind, Preface, Stated};
use crate::language::{JOINS, PARTICLES, SAID_BY};
use crate::time::prose::{Language, Side, What, dates};

/// So many blocks at the head of a paper may say something of the paper itself.
const BLOCKS: usize = 8;
/// A title has no more letters than this, a name or a date no more than that.
const TITLE: usize = 240;
const NAME: usize = 80;

/// What the first blocks say of the paper; its title becomes a heading.
pub(super) fn preface(blocks: &mut [Block]) -> Preface {
    let mut preface = Preface::default();
    let Some((first, rest)) = blocks.split_first_mut() else { return preface };
    let is_title = match first.kind {
        Kind::Heading(1) => true,
        Kind::Paragraph => first.words.chars().count() <= TITLE && !ends(&first.words) && !is_date(&first.words),
        _ => false,
    };
    if rest.is_empty() || !is_title {
        return preface;
    }
    first.kind = Kind::Heading(1);
    preface.title = Some(stated(first));
    for block in rest.iter().take(BLOCKS) {
        let is_line = block.kind == Kind::Paragraph && block.words.chars().count() <= NAME;
        if is_line && preface.date.is_none() && is_date(&block.words) {
            preface.date = Some(stated(block));
        } else if is_line && is_names(&block.words) {
            preface.authors.push(stated(block));
        } else {
            break;
        }
    }
    preface
}

fn stated(block: &Block) -> Stated {
    Stated { words: block.words.clone(), at: block.whole() }
}

fn ends(words: &str) -> bool {
    words.ends_with(['.', ':', ';', ','])
}

/// Whether words are a date and nothing else.
pub(super) fn is_date(words: &str) -> bool {
    let words = words.trim();
    let is_short = words.len() <= NAME && words.bytes().any(|byte| byte.is_ascii_digit());
    is_short
        && dates(words, Language::ANY, &[]).first().is_some_and(|date| {
            date.at == (0..words.len()) && date.side == Side::On && !matches!(date.what, What::Relative(_))
        })
}

/// Whether words are names of people: every one of them is written with a capital, but for those between names.
fn is_names(words: &str) -> bool {
    let joins = |word: &str| JOINS.has(word) || PARTICLES.has(word) || SAID_BY.has(word);
    let mut all = words.split_whitespace().peekable();
    all.peek().is_some()
        && words.contains(' ')
        && !ends(words)
        && all.all(|word| joins(word) || word.starts_with(char::is_uppercase))
        && !words.contains(|letter: char| letter.is_ascii_digit())
}
