//! Names with years in brackets: `(Kompas.com 2023)`, `(see Smith & Lee, 2020a, 2021; Park 2019, p. 4)`.

use std::ops::Range;

use super::index::Index;
use super::years::dated;
use super::{By, Citation, Cited, Form, Resolved, Year, narrative};
use crate::document::Block;
use crate::language::{Citing, INTRODUCES, JOINS, OTHERS, Vocabulary, joins, row};
use crate::names::run_together;

/// A bracket of more bytes cites nothing.
const BRACKET: usize = 800;

/// A name of more words is none.
const NAME: usize = 16;

/// Words inside a name that begin with a small letter.
static WITHIN_NAME: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::WithinName));
/// Words that say that what stands before a year is no name of an author.
static NO_AUTHOR: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::NoAuthor));
/// What stands before the part of a work that is meant.
static LOCATORS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Locator));

/// The citations in brackets of a block, and those whose year alone stands in brackets.
pub(super) fn citations(number: usize, block: &Block, index: &Index<'_>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for bracket in brackets(&block.words) {
        if found.iter().any(|inner| bracket.start <= inner.range.start && inner.range.end <= bracket.end) {
            continue;
        }
        let inner = bracket.start + 1..bracket.end - 1;
        let cited = if dated(&block.words, inner.start).is_some() {
            narrative::cited(&block.words, &inner, index).map(|cites| (Form::Running, cites))
        } else {
            cited(&block.words, &inner, index).map(|cites| (Form::Bracket, cites))
        };
        if let Some((form, cites)) = cited {
            let start = cites.iter().map(|work| work.range.start).min().unwrap_or(bracket.start).min(bracket.start);
            found.push(Citation { block: number, range: start..bracket.end, form, works: cites });
        }
    }
    found
}

/// The brackets of a text, inner ones first, with what is between them.
fn brackets(words: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' => open.push((at, c)),
            ')' | ']' => {
                let fellow = if c == ')' { '(' } else { '[' };
                if open.last().is_some_and(|(_, opened)| *opened == fellow)
                    && let Some((start, _)) = open.pop()
                    && (2..=BRACKET).contains(&(at - start))
                {
                    found.push(start..at + 1);
                }
            }
            _ => {}
        }
        // One that was never closed is no bracket of what follows.
        if open.first().is_some_and(|(start, _)| at - start > 2 * BRACKET) {
            open.remove(0);
        }
    }
    found
}

/// The works that the inside of a bracket cites; `None` where it cites none.
fn cited(words: &str, inner: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let mut cites: Vec<Cited> = Vec::new();
    let mut start = inner.start;
    for piece in words[inner.clone()].split(';') {
        let part = start..start + piece.len();
        start = part.end + 1;
        let name =
            cites.last().and_then(|work| if let By::Name { name, .. } = &work.by { Some(name.clone()) } else { None });
        let part = trimmed(words, part);
        match name.filter(|_| dated(words, part.start).is_some()) {
            Some(name) => cites.extend(more_years(words, &part, &name, index)),
            None => cites.extend(parts(words, part, index)),
        }
    }
    if cites.is_empty() {
        cites.extend(without_year(words, inner, index));
    }
    (!cites.is_empty()).then_some(cites)
}

/// The works that a text without brackets cites in the same way, if an entry has the name: `Smith 2020, 45.`
pub(super) fn named(words: &str, range: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let text = words[range.clone()].trim_end_matches(['.', ' ']);
    let (cites, _) = one(words, &(range.start..range.start + text.len()), index)?;
    let whole = cites.iter().all(|work| work.prefix.is_none() && !matches!(work.resolved, Resolved::Nothing(_)));
    whole.then_some(cites)
}

/// `2021` behind `Smith 2020;`.
fn more_years(words: &str, part: &Range<usize>, name: &Range<usize>, index: &Index<'_>) -> Vec<Cited> {
    let mut cites = Vec::new();
    let tail = years_and_tail(words, part.start, part.end);
    for year in tail.years {
        let resolved = index.named(&words[name.clone()], Some(&year));
        let range = year.range.clone();
        cites.push(Cited {
            range,
            by: By::Name { name: name.clone(), year: Some(year) },
            prefix: None,
            locator: None,
            resolved,
        });
    }
    if let Some(last) = cites.last_mut() {
        last.locator = tail.locator;
    }
    cites
}

/// The works of one part between semicolons: mostly one, several where commas part them.
fn parts(words: &str, part: Range<usize>, index: &Index<'_>) -> Vec<Cited> {
    let mut cites = Vec::new();
    let mut rest = part;
    while let Some((found, next)) = one(words, &rest, index) {
        cites.extend(found);
        match next {
            Some(next) if next > rest.start && next < rest.end => rest.start = next,
            _ => break,
        }
    }
    cites
}

/// The work that words begin with, under each of its years, and where the next one starts.
fn one(words: &str, part: &Range<usize>, index: &Index<'_>) -> Option<(Vec<Cited>, Option<usize>)> {
    let date = first_date(words, part)?;
    let tail = years_and_tail(words, date.start, part.end);
    let named = name_before(words, part.start..date.start, tail.years.first()?, index)?;
    let cites: Vec<Cited> = tail
        .years
        .iter()
        .enumerate()
        .map(|(place, year)| {
            let resolved = index.named(&words[named.name.clone()], Some(year));
            let range = if place == 0 { named.name.start..year.range.end } else { year.range.clone() };
            let prefix = named.prefix.clone().filter(|_| place == 0);
            Cited {
                range,
                by: By::Name { name: named.name.clone(), year: Some(year.clone()) },
                prefix,
                locator: None,
                resolved,
            }
        })
        .collect();
    let mut cites = cites;
    let known = cites.iter().any(|work| !matches!(work.resolved, Resolved::Nothing(None)));
    let clean = tail.clean && named.alone && !tail.full && looks_like_a_name(&words[named.name.clone()]);
    if !known && !clean {
        return None;
    }
    if let Some(locator) = &tail.locator
        && let Some(last) = cites.last_mut()
    {
        last.locator = Some(locator.clone());
        last.range.end = last.range.end.max(locator.end);
    }
    Some((cites, tail.next))
}

/// Where the first date of a part stands, behind at least one word.
fn first_date(words: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let text = &words[part.clone()];
    let starts = text.match_indices([' ', '(', ',', '’']).map(|(at, mark)| part.start + at + mark.len());
    starts.filter(|&at| at < part.end).find_map(|at| {
        let date = dated(words, at)?;
        (date.year.range.end <= part.end).then_some(date.year.range)
    })
}

/// What follows on a name.
pub(super) struct Tail {
    pub(super) years: Vec<Year>,
    pub(super) locator: Option<Range<usize>>,
    /// Where a further work starts: `Lee 2021` in `Smith 2020, Lee 2021`.
    next: Option<usize>,
    /// Whether nothing is left that was not understood.
    clean: bool,
    /// Whether the first date is more than a year.
    full: bool,
}

/// The years at byte `at`, and what stands behind them up to byte `end`.
pub(super) fn years_and_tail(words: &str, at: usize, end: usize) -> Tail {
    let mut tail = Tail { years: Vec::new(), locator: None, next: None, clean: true, full: false };
    let mut here = at;
    while let Some(date) = dated(words, here).filter(|date| date.year.range.end <= end) {
        tail.full |= date.full;
        here = date.year.range.end;
        tail.years.push(date.year);
        here = letters(words, here, end, &mut tail.years);
        let behind = &words[here..end];
        let joint = joint(behind);
        if joint == 0 || dated(words, here + joint).is_none_or(|date| date.full) {
            break;
        }
        here += joint;
    }
    let rest = trimmed(words, here..end);
    let text = words[rest.clone()].trim_start_matches([',', ':', '.', ')', ' ']);
    let start = rest.end - text.len();
    if text.is_empty() {
        return tail;
    }
    if is_locator(text, words[rest.start..start].starts_with([',', ':'])) {
        tail.locator = Some(start..rest.end);
    } else if words[rest.start..].starts_with(',') && text.starts_with(char::is_uppercase) {
        tail.next = Some(start);
    } else {
        tail.clean = false;
    }
    tail
}

/// How long that is which parts two years at the start of a text: a comma, a word, both.
fn joint(text: &str) -> usize {
    let comma = text.strip_prefix([',', '/']).unwrap_or(text);
    let rest = comma.strip_prefix(' ').unwrap_or(comma);
    let word = rest.split(' ').next().filter(|word| rest.len() < text.len() && JOINS.has(word));
    let behind = word.map_or(rest, |word| rest[word.len()..].trim_start());
    if word.is_none() && comma.len() == text.len() { 0 } else { text.len() - behind.len() }
}

/// The letters of further works behind a year: `b` in `2020a, b`.
fn letters(words: &str, at: usize, end: usize, years: &mut Vec<Year>) -> usize {
    let mut here = at;
    while let Some(Year { year, letter: Some(_), .. }) = years.last() {
        let year = *year;
        let behind = &words[here..end];
        let Some(letter) = behind.strip_prefix(", ").or(behind.strip_prefix(',')) else { break };
        let gap = behind.len() - letter.len();
        let mut chars = letter.chars();
        let (Some(letter), next) = (chars.next().filter(char::is_ascii_lowercase), chars.next()) else { break };
        if next.is_some_and(char::is_alphanumeric) || next == Some('.') {
            break;
        }
        here += gap + 1;
        years.push(Year { range: here - 1..here, year, letter: Some(letter), original: None });
    }
    here
}

/// Whether words say which part of a work is meant. `plain`: they stand behind a comma or a colon.
pub(super) fn is_locator(text: &str, plain: bool) -> bool {
    let word = text.split([' ', '.', ':']).next().unwrap_or_default().to_lowercase();
    let label = LOCATORS.has(&word) || text.starts_with(['§', '¶']);
    let number = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | ',' | ' ' | 'f' | '.' | ':' | 'i' | 'v' | 'x'))
    };
    label && text.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'i' | b'v' | b'x'))
        || plain && number(text)
}

/// The name before a year.
struct Named {
    name: Range<usize>,
    prefix: Option<Range<usize>>,
    /// Whether what stands before it, if anything, is known to introduce a name.
    alone: bool,
}

fn name_before(words: &str, range: Range<usize>, year: &Year, index: &Index<'_>) -> Option<Named> {
    let text = words[range.clone()].trim_end_matches([' ', ',', '(', ':', ';']);
    let range = trimmed(words, range.start..range.start + text.len());
    if range.is_empty() || words[range.clone()].split(' ').count() > 2 * NAME {
        return None;
    }
    let known = |name: &Range<usize>| index.known(&words[name.clone()], Some(year)).is_some();
    if known(&range) {
        return Some(Named { name: range, prefix: None, alone: true });
    }
    // The longest name that an entry has; else all words that a name may hold.
    let starts: Vec<usize> = word_starts(words, &range).collect();
    let behind = |start: usize| start..range.end;
    let introduced = starts.iter().skip(1).copied().find(|&start| {
        let before = words[range.start..start].trim_end();
        let is_name = before.ends_with(',') && !is_short_form(before);
        known(&behind(start)) && !is_name && !joins_names(before)
    });
    let run = starts.iter().rev().copied().take_while(|&start| is_name_word(word_at(words, start, range.end))).last();
    let run = run.and_then(|run| {
        starts.iter().copied().find(|&start| start >= run && opens_a_name(word_at(words, start, range.end)))
    });
    let run = run.map(|run| behind_introduction(words, run, range.end));
    let start = introduced.or(run)?;
    let prefix = trimmed(words, range.start..start);
    let alone = prefix.is_empty() || introduces(&words[prefix.clone()]);
    Some(Named { name: behind(start), prefix: (!prefix.is_empty()).then_some(prefix), alone })
}

/// What a bracket abbreviates before it cites: "language models (LM, Vaswani et al. 2017)".
fn is_short_form(before: &str) -> bool {
    let word = before.trim_end_matches(',');
    (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether words end with what stands between two names, so that the next name is not alone.
fn joins_names(before: &str) -> bool {
    let (first, last) = before.rsplit_once(' ').unwrap_or(("", before));
    let behind_a_name = first.rsplit(' ').next().is_some_and(opens_a_name);
    behind_a_name && joins(last)
}

/// `See Park` and `Sumber: Kompas` begin with a capital letter, too.
fn behind_introduction(words: &str, start: usize, end: usize) -> usize {
    let first = word_at(words, start, end);
    let next = start + first.len();
    let goes_on = words[next..end].starts_with(' ');
    if goes_on && introduces(first) { next + 1 } else { start }
}

pub(super) fn introduces(prefix: &str) -> bool {
    let first = prefix.split(' ').next().unwrap_or_default();
    INTRODUCES.has(&run_together(first))
}

pub(super) fn word_starts(words: &str, range: &Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
    let (start, text) = (range.start, &words[range.clone()]);
    std::iter::once(start).chain(text.match_indices(' ').map(move |(at, _)| start + at + 1))
}

pub(super) fn word_at(words: &str, start: usize, end: usize) -> &str {
    words[start..end].split(' ').next().unwrap_or_default()
}

/// Whether a word may stand in a name: it has a capital letter, is the name of a site, or joins two such words.
pub(super) fn is_name_word(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    opens_a_name(word) || JOINS.has(word) || WITHIN_NAME.has(bare) || OTHERS.has(bare)
}

pub(super) fn opens_a_name(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let site = bare.split('.').count() > 1 && bare.split('.').all(|part| part.len() >= 2);
    bare.chars().any(char::is_uppercase) || site
}

/// Whether words before a year are the name of an author, as far as can be told without a bibliography.
fn looks_like_a_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    // "May–September 2020" is no name either.
    let is_month = |word: &str| crate::time::month_named(word.trim_matches(['.', ','])).is_some();
    let stops = |word: &&str| {
        let folded = run_together(word);
        NO_AUTHOR.has(&folded) || word.split(['-', '–', '/']).any(is_month)
    };
    let all_names = words.iter().all(|word| is_name_word(word));
    words.len() <= NAME && !name.contains(':') && all_names && opens_a_name(words[0]) && !words.iter().any(stops)
}

/// A name without its year: `(Smith 45)`, `(Mardalis Jakarta)` where the entry begins so.
fn without_year(words: &str, inner: &Range<usize>, index: &Index<'_>) -> Option<Cited> {
    let inner = trimmed(words, inner.clone());
    let text = &words[inner.clone()];
    let capital = opens_a_name(text.split(' ').next().unwrap_or_default());
    if !capital || text.split(' ').count() > NAME || text.contains("://") {
        return None;
    }
    let mut ends: Vec<usize> = word_starts(words, &inner).skip(1).map(|start| start - 1).collect();
    ends.push(inner.end);
    ends.into_iter().rev().find_map(|end| {
        let name = trimmed(words, inner.start..end);
        let resolved = index.known(words[name.clone()].trim_end_matches(','), None)?;
        let first = *resolved.entries().first()?;
        let rest = words[end..inner.end].trim_matches([' ', ',']);
        let entry = &index.entries[first];
        let follows = |field: &str| {
            let own = entry.value(field).map(run_together).unwrap_or_default();
            !own.is_empty() && !rest.is_empty() && own.starts_with(&run_together(rest))
        };
        if follows("publisher-place") || follows("title") {
            return Some(cited_by(&inner, inner.clone(), resolved));
        }
        bare_name(words, &inner, &name).then(|| cited_by(&inner, name, resolved))
    })
}

fn cited_by(inner: &Range<usize>, name: Range<usize>, resolved: Resolved) -> Cited {
    let locator = (name.end < inner.end).then_some(name.end..inner.end);
    Cited { range: inner.clone(), by: By::Name { name, year: None }, prefix: None, locator, resolved }
}

/// Whether a name that has no year is one of an author, by itself or with a page: an abbreviation explains a word.
fn bare_name(words: &str, inner: &Range<usize>, name: &Range<usize>) -> bool {
    let rest = words[name.end..inner.end].trim_matches([' ', ',']);
    let small = words[name.clone()].chars().any(char::is_lowercase);
    small && (rest.is_empty() || is_locator(rest, true))
}

/// A place without white space at its ends.
pub(super) fn trimmed(words: &str, range: Range<usize>) -> Range<usize> {
    let text = &words[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start.max(range.start + text.trim_end().len())
}
