//! Citations that the markup says are some: keys of a bibliography, and what reference managers leave in a file.

use std::ops::Range;

use super::index::Index;
use super::{By, Citation, Cited, Form, Resolved, brackets, numbers};
use crate::bibliography::{Entry, csl};
use crate::document::{Block, Mark, Marked};

/// The marked citations of a block. Keys that share a bracket, or stand with nothing but marks between them, are one
/// citation.
pub(super) fn citations(number: usize, block: &Block, index: &Index<'_>) -> Vec<Citation> {
    let mut works: Vec<Cited> = Vec::new();
    for (at, mark) in block.marks.iter().enumerate() {
        let range = item_range(block, at).unwrap_or_else(|| mark.range.clone());
        let cited = |by: By, resolved| Cited { range: range.clone(), by, prefix: None, locator: None, resolved };
        match &mark.what {
            Marked::Key(key) => match index.keyed(key) {
                Resolved::Nothing(_) if is_cross_reference(key) => {}
                Resolved::Nothing(_) if is_address(key) => {
                    works.push(cited(By::Key(key.clone()), self_told(key, index)));
                }
                resolved => works.push(cited(By::Key(key.clone()), resolved)),
            },
            Marked::Item(json) => works.extend(csl::described(json).into_iter().map(|work| {
                let resolved = index.described(&work);
                cited(By::Work(Box::new(work)), resolved)
            })),
            _ => {}
        }
    }
    let mut found: Vec<Citation> = Vec::new();
    for work in works {
        let bracket = bracket_around(&block.words, &work.range);
        let before = found.last_mut().filter(|last| belongs(&block.words, last, &work.range, bracket.as_ref()));
        if let Some(last) = before {
            last.range.end = last.range.end.max(work.range.end);
            last.works.push(work);
        } else {
            let range = bracket.unwrap_or_else(|| work.range.clone());
            found.push(Citation { block: number, range, form: Form::Marked, works: vec![work] });
        }
    }
    for citation in &mut found {
        around(&block.words, citation);
        by_print(&block.words, citation, index);
    }
    found
}

/// Lets the number or the name that is printed say which entries the works are that their descriptions do not find.
fn by_print(words: &str, citation: &mut Citation, index: &Index<'_>) {
    let is_open = |work: &Cited| matches!((&work.by, &work.resolved), (By::Work(_), Resolved::Nothing(_)));
    let open = citation.works.iter().filter(|work| is_open(work)).count();
    let place = &citation.range;
    let bare = words[place.clone()].trim_matches(['[', ']', '(', ')', ' ']);
    if open == 0 || bare.is_empty() {
        return;
    }
    let start = place.start + words[place.clone()].find(bare).unwrap_or(0);
    let numbers: Option<Vec<_>> = bare.split([',', ';']).map(|part| numbers::span(part.trim())).collect();
    let meant: Vec<Resolved> = if let Some(numbers) = numbers {
        let own = citation.works.iter().flat_map(|work| work.resolved.entries());
        let told: Vec<u32> = own.filter_map(|entry| index.entries[*entry].number).collect();
        let left = numbers.into_iter().flatten().filter(|number| !told.contains(number));
        left.map(|number| index.keyed(&number.to_string())).collect()
    } else {
        let named = brackets::cited(words, &(start..start + bare.len()), index).unwrap_or_default();
        named.into_iter().map(|work| work.resolved).collect()
    };
    let all = meant.len() == open && meant.iter().all(|resolved| matches!(resolved, Resolved::One(..)));
    for (work, resolved) in citation.works.iter_mut().filter(|work| is_open(work)).zip(meant).filter(|_| all) {
        // What Word printed before works were put in is another number now.
        let year = if let By::Work(work) = &work.by { work.year() } else { None };
        let is_other = |&entry: &usize| year.zip(index.entries[entry].year()).is_some_and(|(one, other)| one != other);
        if !resolved.entries().iter().any(is_other) {
            work.resolved = resolved;
        }
    }
}

/// A field of more works is not taken apart.
const TOGETHER: usize = 64;

/// The part of a field's words that is of one of its works: "Roe, 2020" of "(Doe, 2019; Roe, 2020)".
fn item_range(block: &Block, at: usize) -> Option<Range<usize>> {
    let mark = &block.marks[at];
    let is_fellow = |other: &&Mark| other.range == mark.range && matches!(other.what, Marked::Item(_));
    let before = block.marks[..at].iter().rev().take(TOGETHER).take_while(is_fellow).count();
    let count = before + block.marks[at..].iter().take(TOGETHER).take_while(is_fellow).count();
    let words = block.words.get(mark.range.clone())?;
    if count < 2 || words.split(';').count() != count {
        return None;
    }
    let start: usize = words.split(';').take(before).map(|part| part.len() + 1).sum();
    let part = words.split(';').nth(before)?;
    let bare = part.trim_matches([' ', '(', ')', '[', ']']);
    let from = mark.range.start + start + part.find(bare)?;
    Some(from..from + bare.len())
}

/// What Quarto and pandoc-crossref number, by the words that its labels begin with; `supp…` is such a kind of a paper's
/// own.
const NUMBERED: [&str; 27] = [
    "alg", "app", "cau", "cnj", "cor", "def", "eq", "exm", "exr", "fig", "imp", "lem", "lst", "nte", "prp", "rem",
    "sec", "sol", "supp", "suppfig", "supptab", "supptbl", "tab", "tbl", "thm", "tip", "wrn",
];

/// Whether a key that no list has leads to a figure, a table or a section: `@fig-map`, `@sec:harbours`.
fn is_cross_reference(key: &str) -> bool {
    key.split_once(['-', ':']).is_some_and(|(kind, _)| NUMBERED.binary_search(&kind).is_ok())
}

/// The registers that Manubot looks works up in.
const REGISTERS: [&str; 8] = ["arxiv", "doi", "isbn", "pmcid", "pmid", "tag", "url", "wikidata"];

/// Whether a key says itself where the work lies: `@doi:10.1000/harbour`; `MyST` takes the DOI alone, or its
/// address.
pub(super) fn is_address(key: &str) -> bool {
    key.split_once(':').is_some_and(|(register, _)| REGISTERS.binary_search(&register).is_ok()) || doi(key).is_some()
}

/// The DOI that a key is.
fn doi(key: &str) -> Option<&str> {
    let bare = key.split_once("doi.org/").map_or(key, |(_, doi)| doi);
    let (prefix, _) = bare.strip_prefix("10.")?.split_once('/')?;
    (prefix.len() >= 4 && prefix.bytes().all(|byte| byte.is_ascii_digit())).then_some(bare)
}

/// What such a key resolves to: the entry that has the address, else nothing that could be missed.
fn self_told(key: &str, index: &Index<'_>) -> Resolved {
    let mut work = Entry::default();
    let (register, address) = match doi(key) {
        Some(doi) => ("doi", doi),
        None => key.split_once(':').unwrap_or_default(),
    };
    work.put(if register == "doi" { "DOI" } else { "URL" }, address, 0..0);
    match index.described(&work) {
        Resolved::Nothing(_) => Resolved::NotCheckable,
        found => found,
    }
}

/// The bracket that a key stands in, if only words without brackets stand between.
fn bracket_around(words: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let open = words[..range.start].rfind(['[', '(', ']', ')']).filter(|&at| words[at..].starts_with(['[', '(']))?;
    let inside = words[range.clone()].starts_with(['[', '(']);
    let close = range.end + words[range.end..].find([']', ')', '[', '('])?;
    (!inside && words[close..].starts_with([']', ')']) && close - open <= 800).then_some(open..close + 1)
}

fn belongs(words: &str, last: &Citation, range: &Range<usize>, bracket: Option<&Range<usize>>) -> bool {
    if bracket.is_some_and(|bracket| *bracket == last.range) || range.start < last.range.end {
        return true;
    }
    let between = words.get(last.range.end..range.start).unwrap_or("x");
    between.chars().all(|c| matches!(c, ',' | ';' | ' ')) && bracket.is_none()
}

/// Takes the words around the keys of a bracket as what stands before a work and which part of it is meant.
fn around(words: &str, citation: &mut Citation) {
    let inner = citation.range.start + 1..citation.range.end.max(citation.range.start + 2) - 1;
    let bracketed = words[citation.range.clone()].starts_with(['[', '(']);
    let Some(_) = words.get(inner.clone()).filter(|_| bracketed) else { return };
    let mut from = inner.start;
    for at in 0..citation.works.len() {
        let until = citation.works.get(at + 1).map_or(inner.end, |next| next.range.start);
        let work = &mut citation.works[at];
        let prefix = bare(words, from..work.range.start);
        work.prefix = prefix;
        let behind = work.range.end.max(from)..until.max(work.range.end.max(from));
        let Some(text) = words.get(behind.clone()) else { return };
        let stop = text.find(';').unwrap_or(text.len());
        work.locator = bare(words, behind.start..behind.start + stop);
        from = behind.start + stop;
    }
}

/// A place without marks at its ends; `None` where nothing is left.
fn bare(words: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = words.get(range.clone())?;
    let mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '@' | '-');
    let start = range.start + (text.len() - text.trim_start_matches(mark).len());
    let end = range.start + text.trim_end_matches(mark).len();
    (start < end).then_some(start..end)
}
