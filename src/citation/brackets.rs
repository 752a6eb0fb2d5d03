//! Names with years in brackets: `(Kompas.com 2023)`, `(see Smith & Lee, 2020a, 2021; Park 2019, p. 4)`.

use std::ops::Range;

use super::index::Index;
use super::printed_names::{
    NAME, behind_introduction, introduces, is_name_word, is_short_form, joins_names, looks_like_a_name, opens_a_name,
    trimmed, word_at, word_starts,
};
use super::years::{dated, is_locator, reprinted, years_and_tail};
use super::{By, Citation, Cited, Form, Resolved, Year, narrative};
use crate::document::{Block, Mark, Marked};
use crate::language::{Citing, Vocabulary, row};
use crate::names::run_together;

static CITED_IN: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::CitedIn));

/// So many bytes behind a bracket are looked at for "as cited in".
const BEHIND: usize = 40;

/// A bracket of more bytes cites nothing.
const BRACKET: usize = 800;
/// So many marks may stand in one another.
const NESTED: usize = 4;

/// The citations in brackets of a block, and those whose year alone stands in brackets.
pub(super) fn citations(number: usize, block: &Block, index: &Index<'_>) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    for bracket in brackets(&block.words) {
        if found.iter().any(|inner| bracket.start <= inner.range.start && inner.range.end <= bracket.end) {
            continue;
        }
        // `([1867] 1976)`: the outer bracket has both years.
        if block.words[bracket.clone()].starts_with('[') && reprinted(&block.words, bracket.start).is_some() {
            continue;
        }
        let inner = bracket.start + 1..bracket.end - 1;
        if let Some(works) = labelled(&block.words, &bracket, index) {
            found.push(Citation { block: number, range: bracket, form: Form::Marked, works });
            continue;
        }
        let cited = if dated(&block.words, inner.start).is_some() {
            narrated(&block.words, &inner, index).map(|cites| (Form::Running, cites))
        } else {
            cited(&block.words, &inner, index).map(|cites| (Form::Bracket, cites))
        };
        // "the novel *Salt Days* (Valmont)" names the work itself.
        let is_none = |(form, cites): &(Form, Vec<Cited>)| {
            if *form == Form::Running {
                cites.iter().all(|work| need_not_be_listed(block, bracket.end, work))
            } else {
                cites.iter().all(Cited::is_undated) && is_behind_a_title(block, bracket.start)
            }
        };
        if let Some((form, cites)) = cited.filter(|cited| !is_none(cited)) {
            let start = cites.iter().map(|work| work.range.start).min().unwrap_or(bracket.start).min(bracket.start);
            found.push(Citation { block: number, range: start..bracket.end, form, works: cites });
        }
    }
    found
}

/// Whether words that are set apart, as titles are, end before a bracket.
fn is_behind_a_title(block: &Block, bracket: usize) -> bool {
    let ends = |mark: &Mark| {
        mark.what == Marked::Emphasis
            && block.words.get(mark.range.end..bracket).is_some_and(|gap| gap.trim().is_empty())
    };
    let before = block.marks.partition_point(|mark| mark.range.start < bracket);
    block.marks[..before].iter().rev().take(NESTED).any(ends)
}

/// Whether a name that no entry has is no author's, as in "*Ladder of Piers* (1972) shows", or that of one who was not
/// read, as in "Hale (2010) as cited in (Lind, 2017)".
fn need_not_be_listed(block: &Block, end: usize, work: &Cited) -> bool {
    let By::Name { name, .. } = &work.by else { return false };
    let mut set_apart = block.marks.iter().filter(|mark| mark.what == Marked::Emphasis);
    if !is_listed(work) && set_apart.any(|mark| mark.range.contains(&name.start)) {
        return true;
    }
    if work.resolved != Resolved::Nothing(None) {
        return false;
    }
    let behind = block.words[end..block.words.floor_char_boundary(end + BEHIND)].to_lowercase();
    let mut signs = CITED_IN.longest_first().iter().filter_map(|sign| behind.trim_start().strip_prefix(sign));
    signs.any(|rest| rest.trim_start_matches(',').starts_with(" ("))
}

/// The works that square brackets cite by the labels of the list (`[LR21, Par19]`), or any by the keys of a reference
/// manager (`(orum_tides_2012)`).
fn labelled(words: &str, bracket: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let square = words[bracket.clone()].starts_with('[');
    let inner = &words[bracket.start + 1..bracket.end - 1];
    let mut start = bracket.start + 1;
    let each = inner.split([',', ';']).map(|piece| {
        let range = trimmed(words, start..start + piece.len());
        start += piece.len() + 1;
        let key = words[range.clone()].to_owned();
        let is_label = square && key.contains(char::is_alphabetic) && index.has_key(&key);
        let resolved = if is_label { index.keyed(&key) } else { index.raw_key(&key)? };
        Some(Cited { range, by: By::Key(key), prefix: None, locator: None, resolved })
    });
    each.collect()
}

/// The works of a bracket that holds years alone, or the year of a work that was not read itself: `Orr (1936, cited in
/// Smith, 2020)`.
fn narrated(words: &str, inner: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let Some((unread, read)) = at_second_hand(words, inner, index) else {
        return narrative::cited(words, inner, index);
    };
    let unread = narrative::cited(words, &unread, index).unwrap_or_default();
    Some(unread.into_iter().filter(is_listed).chain(read).collect())
}

/// Where a work stands that was not read itself, and those in which it is cited, if these are listed.
fn at_second_hand(words: &str, part: &Range<usize>, index: &Index<'_>) -> Option<(Range<usize>, Vec<Cited>)> {
    let lower = words[part.clone()].to_ascii_lowercase();
    let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let sign = CITED_IN.longest_first().iter().find_map(|sign| {
        let at = lower.match_indices(sign).map(|(at, _)| at).find(|&at| {
            let (before, behind) = (&lower[..at], &lower[at + sign.len()..]);
            ends(before.chars().next_back()) && ends(behind.chars().next()) && before.ends_with([' ', ','])
        })?;
        Some(part.start + at..part.start + at + sign.len())
    })?;
    let unread = part.start..part.start + words[part.start..sign.start].trim_end_matches([' ', ',']).len();
    crate::bibliography::dates::years(&words[unread.clone()]).next()?;
    let read = parts(words, trimmed(words, sign.end..part.end), index);
    read.first().is_some_and(is_listed).then_some((unread, read))
}

fn is_listed(work: &Cited) -> bool {
    !work.resolved.entries().is_empty()
}

/// The brackets of a text, inner ones first, with what is between them.
fn brackets(words: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' => open.push((at, c)),
            ')' | ']' => {
                let (own, other) = if c == ')' { ('(', '[') } else { ('[', '(') };
                // `[Osei (2009); Lind 2006)`: of two kinds by mistake.
                let fellow = if open.iter().any(|(_, opened)| *opened == own) { own } else { other };
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
pub(super) fn cited(words: &str, inner: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let mut cites: Vec<Cited> = Vec::new();
    let mut start = inner.start;
    // Where names without a year start, which a semicolon may part from a further author of their work.
    let mut open: Option<usize> = None;
    for piece in words[inner.clone()].split(';') {
        let part = start..start + piece.len();
        start = part.end + 1;
        let name =
            cites.last().and_then(|work| if let By::Name { name, .. } = &work.by { Some(name.clone()) } else { None });
        let part = trimmed(words, part);
        // Seasons and months are names as well: `(Hale, 2008; Winter, 2020)`.
        let is_author = || parts(words, part.clone(), index).first().is_some_and(is_listed);
        if let Some(name) = name.filter(|_| dated(words, part.start).is_some() && !is_author()) {
            cites.extend(more_years(words, &part, &name, index));
        } else if first_date(words, &part).is_none() && names_an_author(&words[part.clone()]) {
            open = open.or(Some(part.start));
            continue;
        } else {
            cites.extend(joined(words, open, &part, index).unwrap_or_else(|| parts(words, part, index)));
        }
        open = None;
    }
    if cites.is_empty() {
        cites.extend(without_year(words, inner, index));
    }
    (!cites.is_empty()).then_some(cites)
}

/// Whether a part without a year may be one of several authors: `BALL` in `[BALL; NEWMAN, 2012]`.
fn names_an_author(part: &str) -> bool {
    let name = part.split_once(' ').filter(|(first, _)| introduces(first)).map_or(part, |(_, rest)| rest);
    !name.is_empty() && looks_like_a_name(name)
}

/// The works of a part whose first authors stand before semicolons (from byte `open` on), as ABNT parts the authors of
/// one work. An abbreviation stands there too: `(PCR; Lee 2019)`.
fn joined(words: &str, open: Option<usize>, part: &Range<usize>, index: &Index<'_>) -> Option<Vec<Cited>> {
    let whole = open?..part.end;
    let resolves = |cites: &[Cited]| cites.first().is_some_and(is_listed);
    let (together, alone) = (parts(words, whole.clone(), index), parts(words, part.clone(), index));
    let explains = is_short_form(words[whole.start..part.start].trim_end_matches([' ', ';']))
        && words[part.clone()].contains(char::is_lowercase);
    let all = together.first().is_some_and(|work| work.range.start < part.start);
    (all && (resolves(&together) || !resolves(&alone) && !explains)).then_some(together)
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
    if let Some((unread, read)) = at_second_hand(words, &part, index) {
        return parts(words, unread, index).into_iter().filter(is_listed).chain(read).collect();
    }
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
        let is_name = before.ends_with([',', ';']) && !is_short_form(before);
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
