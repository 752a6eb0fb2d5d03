//! Names in the running text: before a bracket that holds their year (`Smith (2020)`, `Smith et al. (2019, p. 4)`), or
//! before the bare year (`Smith 2012 argues`).

use std::ops::Range;

use super::index::{Index, each_name};
use super::printed_names::{introduces, is_name_word, is_thing, opens_a_name, trimmed, word_at, word_starts};
use super::years::{dated, years_and_tail};
use super::{By, Citation, Cited, Form, How, Resolved, Year};
use crate::bibliography::dates;
use crate::document::Block;
use crate::language::{Citing, SAID_BY, Vocabulary, row};

/// The name is looked for among so many words before the bracket.
const WORDS: usize = 14;

/// What a sentence says before or behind a name that it cites.
static TELLS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Tells));
static SPEAKS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Speaks));

/// The citations of a block whose year stands behind the name as it is: only a name that an entry has under that year,
/// or one with `et al.` that speaks, for `in Vell 2015` is a place.
pub(super) fn citations(number: usize, block: &Block, index: &Index<'_>) -> Vec<Citation> {
    let words = &block.words;
    let years = dates::years(words).filter(|(at, _)| words[..at.start].ends_with(' '));
    let found = years.filter_map(|(at, _)| {
        let year = dated(words, at.start).filter(|dated| !dated.full)?.year;
        let before = words[..at.start].trim_end();
        let until = possessive(before);
        let name = known(words, before, until, &year, index).or_else(|| others(words, before, &year))?;
        let resolved = index.named(&words[name.clone()], Some(&year));
        // "the census INE 2011", "the Harbour Act of 1947": no more than a thing of that name.
        if matches!(resolved, Resolved::Several(..) | Resolved::One(_, How::Part | How::Title)) {
            return None;
        }
        let range = name.start..year.range.end;
        let by = By::Name { name, year: Some(year) };
        let work = Cited { range: range.clone(), by, prefix: None, locator: None, resolved };
        Some(Citation { block: number, range, form: Form::Running, works: vec![work] })
    });
    found.collect()
}

/// `Osei et al.` before a year and a verb of speaking.
fn others(words: &str, before: &str, year: &Year) -> Option<Range<usize>> {
    let names = before.strip_suffix(" et al.")?;
    let start = names.rfind(' ').map_or(0, |at| at + 1);
    let behind = words[year.range.end..].trim_start().split([' ', ',', '.']).next().unwrap_or_default();
    let speaks = opens_a_name(&names[start..]) && SPEAKS.has(&behind.to_lowercase());
    speaks.then_some(start..before.len())
}

/// The longest name at the end of `before` that an entry has under a year.
fn known(words: &str, before: &str, until: usize, year: &Year, index: &Index<'_>) -> Option<Range<usize>> {
    let starts: Vec<usize> = word_starts(words, &(0..before.len())).rev().take(WORDS).collect();
    let names = starts.into_iter().rev().filter(|&start| opens_a_name(word_at(words, start, before.len())));
    let mut names = names.map(|start| start..until.max(start));
    names.find(|name| index.known(&words[name.clone()], Some(year)).is_some())
}

/// The works that a bracket cites which holds nothing but years, by the name before it.
pub(super) fn cited(words: &str, inner: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let tail = years_and_tail(words, inner.start, inner.end);
    let first = tail.years.first()?;
    let before = words[..inner.start - 1].trim_end();
    let starts: Vec<usize> = word_starts(words, &(0..before.len())).rev().take(WORDS).collect();
    let until = possessive(before);
    let name = match known(words, before, until, first, index) {
        Some(name) => name,
        None => unknown(words, inner, &starts, until, index)?,
    };
    let mut cites: Vec<Cited> = Vec::new();
    for (place, year) in tail.years.into_iter().enumerate() {
        let resolved = index.named(&words[name.clone()], Some(&year));
        let range = if place == 0 { name.start..year.range.end } else { year.range.clone() };
        let by = By::Name { name: name.clone(), year: Some(year) };
        cites.push(Cited { range, by, prefix: None, locator: None, resolved });
    }
    if let Some(last) = cites.last_mut() {
        last.locator = tail.locator;
    }
    Some(cites)
}

/// Where a name ends: before the `’s` of `Smith’s`.
fn possessive(before: &str) -> usize {
    let bare = ["’s", "'s", "’", "'"].iter().find_map(|ending| before.strip_suffix(ending)).unwrap_or(before);
    bare.len()
}

/// A name that no entry has under this year, where something else says that it is one: `et al.`, a second name, a verb
/// of speaking, an entry of another year, or one whose name is nearly the same.
fn unknown(
    words: &str,
    inner: &Range<usize>,
    starts: &[usize],
    until: usize,
    index: &Index<'_>,
) -> Option<Range<usize>> {
    let word = |start: usize| word_at(words, start, until.max(start));
    // A sentence ends a name, but for the point of an initial, and so does what it owns: "Stone's in *Title* (1972)".
    let inside = |start: &usize| {
        let word = word(*start);
        let last = *start + word.len() >= until;
        is_name_word(word)
            && (last || possessive(word) == word.len())
            && (last || !word.ends_with(['.', ':', ';', '!', '?']) || word.trim_end_matches('.').chars().count() <= 3)
    };
    let run: Vec<usize> = starts.iter().copied().take_while(inside).collect();
    // "Segundo Lima (2013)"
    let leads = |word: &str| introduces(word) || TELLS.has(&word.to_lowercase());
    let mut heads = run.into_iter().rev().filter(|&start| opens_a_name(word(start)) && !leads(word(start)));
    let start = heads.next()?;
    let name = trimmed(words, start..until);
    let parts = each_name(&words[name.clone()]);
    let mut last = words[..start].trim_end().rsplit(' ').map(str::to_lowercase);
    let (before, second) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    let behind =
        words[inner.end + 1..].trim_start_matches([' ', ',']).split([' ', ',', '.']).next().unwrap_or_default();
    let spoken =
        SAID_BY.has(&before) || SAID_BY.has(&format!("{second} {before}")) || SPEAKS.has(&behind.to_lowercase());
    let two = parts.names.len() == 2 && words[name.clone()].split(' ').count() == 3 && spoken;
    let tail = years_and_tail(words, inner.start, inner.end);
    let is_year = tail.clean && !tail.full;
    let year = tail.years.into_iter().next()?;
    let near = || {
        let single = name_tail(words, &name);
        let Resolved::Nothing(Some(near)) = index.named(&words[single.clone()], Some(&year)) else { return None };
        (index.entries[near].year() == year.year).then_some(single)
    };
    if parts.others || two || spoken && parts.names.len() <= 3 {
        return Some(name);
    }
    let told = [&before, &format!("{second} {before}"), &behind.to_lowercase()];
    let tells = told.iter().any(|words| TELLS.has(words));
    if tells && index.is_listed(&words[name.clone()]) {
        return Some(name);
    }
    let authors = || by_an_author(words, &name, heads, index).filter(|_| is_year);
    authors().or_else(near)
}

/// The authors of a listed work at the end of a run of names: "So, Lind and Roe", "Gus Lind" of `Lind, G.` A sentence
/// that ends with them is an entry: "Gus Lind. (2020)".
fn by_an_author(
    words: &str,
    run: &Range<usize>,
    heads: impl Iterator<Item = usize>,
    index: &Index<'_>,
) -> Option<Range<usize>> {
    let before = words[..run.start].trim_end();
    let opens = before.is_empty() || before.ends_with(['.', '?', '!']);
    let apart = |start: &usize| {
        let skipped = words[run.start..*start].trim_end();
        skipped.is_empty() || skipped.ends_with(',') || opens && !skipped.contains(' ')
    };
    let heads = std::iter::once(run.start).chain(heads).filter(apart);
    heads.map(|start| start..run.end).find(|name| {
        let printed = &words[name.clone()];
        let listed = || index.is_author(printed) || index.is_author(&with_initials(printed));
        !printed.ends_with('.') && !is_thing(printed) && listed()
    })
}

/// `G. Lind` for `Gus Lind`.
fn with_initials(name: &str) -> String {
    let Some((given, family)) = name.rsplit_once(' ') else { return name.to_owned() };
    let initials = given.split(' ').filter_map(|word| word.chars().next()).map(|letter| format!("{letter}. "));
    initials.chain([family.to_owned()]).collect()
}

/// The last word of a run of names.
fn name_tail(words: &str, name: &Range<usize>) -> Range<usize> {
    let start = words[name.clone()].rfind(' ').map_or(name.start, |at| name.start + at + 1);
    start..name.end
}
