//! Citations that point back: `Ibid., p. 4`, `Smith, op. cit., 12`, `Loc. cit.`
//!
//! "Ibid." repeats what the note before cites, in running text what was cited last. Behind a name, "op. cit." repeats
//! the work of that author that was cited last, or the one that the bibliography has; alone it is read as "ibid.".
//! Where what is repeated cites several works, all of them may be meant.

use std::ops::Range;

use super::index::{Index, each_name};
use super::notes::signal;
use super::printed_names::trimmed;
use super::{By, Citation, Cited, Form, How, Resolved};
use crate::document::{Block, Kind};
use crate::language::{Citing, Vocabulary, row};

static IBID: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Ibid));
static OP_CIT: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::OpCit));

/// A name of more bytes is none.
const NAME: usize = 80;

/// What belongs to a sign stands within so many bytes of it.
const FAR: usize = 240;

/// So many citations are looked through for the last one of an author.
const BACK: usize = 2000;

/// The citations of a block that point back: anywhere in a note, within round brackets elsewhere. What they repeat is
/// left open.
pub(super) fn citations(number: usize, block: &Block) -> Vec<Citation> {
    let words = &block.words;
    let is_note = matches!(block.kind, Kind::Note(_));
    let lower = words.to_ascii_lowercase();
    let mut found: Vec<Citation> = Vec::new();
    let mut at = 0;
    for (sign, is_last) in signs(&lower) {
        if sign.start < at {
            continue;
        }
        let part = part(words, &sign, at);
        at = sign.end;
        let bracket = bracket(words, &part);
        if !is_note && bracket.is_none() {
            continue;
        }
        let name = if is_last { None } else { name(words, part.start..sign.start) };
        let rest = bare(words, sign.end..part.end);
        let locator = words[rest.clone()].bytes().any(|byte| byte.is_ascii_digit()).then_some(rest);
        let start = name.as_ref().map_or(sign.start, |name| name.start);
        let range = start..locator.as_ref().map_or(sign.end, |locator| locator.end);
        let whole = bracket.filter(|_| !is_note).unwrap_or_else(|| range.clone());
        let by = By::Again { name, of: None };
        let work = Cited { range, by, prefix: None, locator, resolved: Resolved::Nothing(None) };
        at = at.max(whole.end);
        let form = if is_note { Form::Note } else { Form::Bracket };
        found.push(Citation { block: number, range: whole, form, works: vec![work] });
    }
    found
}

/// The signs in a text, in its order, and whether each is of those that repeat what was cited last.
fn signs(lower: &str) -> Vec<(Range<usize>, bool)> {
    let ibid = IBID.longest_first().iter().map(|sign| (*sign, true));
    let all = ibid.chain(OP_CIT.longest_first().iter().map(|sign| (*sign, false)));
    let whole = |place: &Range<usize>| {
        !lower[..place.start].ends_with(char::is_alphanumeric) && !lower[place.end..].starts_with(char::is_alphanumeric)
    };
    let stand = all.flat_map(|(sign, is_last)| {
        let places = lower.match_indices(sign).map(|(at, _)| at..at + sign.len());
        // `idem` is a word of some languages too.
        let fits = move |place: &Range<usize>| sign != "idem" || lower[place.end..].starts_with([',', '.', ';', ')']);
        places.filter(whole).filter(fits).map(move |place| (place, is_last))
    });
    let mut signs: Vec<(Range<usize>, bool)> = stand.collect();
    signs.sort_by_key(|(place, _)| place.start);
    signs
}

/// What belongs to a sign: from the last semicolon or bracket before it, none before `from`, to the next one behind it.
fn part(words: &str, sign: &Range<usize>, from: usize) -> Range<usize> {
    let ends = |c: char| matches!(c, ';' | '(' | ')' | '[' | ']');
    let from = words.ceil_char_boundary(from.max(sign.start.saturating_sub(FAR)).min(sign.start));
    let start = words[from..sign.start].rfind(ends).map_or(from, |at| from + at + 1);
    let limit = words.floor_char_boundary((sign.end + FAR).min(words.len()));
    let end = words[sign.end..limit].find(ends).map_or(limit, |at| sign.end + at);
    // A sentence that begins behind the locator is a remark.
    let remark = words[sign.end..end].match_indices(". ").find(|(at, _)| {
        let behind = &words[sign.end + at + 2..];
        words[..sign.end + at].ends_with(|c: char| c.is_ascii_digit()) && behind.starts_with(char::is_uppercase)
    });
    start..remark.map_or(end, |(at, _)| sign.end + at)
}

/// The round bracket that holds a part and nothing else, if one does.
fn bracket(words: &str, part: &Range<usize>) -> Option<Range<usize>> {
    let opens = words[..part.start].ends_with(['(', ';']);
    let from = words.ceil_char_boundary(part.start.saturating_sub(FAR));
    let open = from + words[from..part.start].rfind('(').filter(|_| opens)?;
    let limit = words.floor_char_boundary((part.end + FAR).min(words.len()));
    let close = part.end + words[part.end..limit].find(')')?;
    (!words[open + 1..close].contains(['(', ')'])).then_some(open..close + 1)
}

/// The name that stands before "op. cit.".
fn name(words: &str, before: Range<usize>) -> Option<Range<usize>> {
    let place = trimmed(words, before);
    let lower = words[place.clone()].to_ascii_lowercase();
    let prefix = signal(&lower);
    let place = trimmed(words, place.start + prefix..place.end);
    let is_name = words[place.clone()].starts_with(char::is_uppercase) && place.len() <= NAME;
    is_name.then_some(place)
}

/// A place without marks and blanks at its ends.
fn bare(words: &str, range: Range<usize>) -> Range<usize> {
    let mark = |c: char| matches!(c, '.' | ',' | ':' | ' ');
    let text = &words[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches(mark).len();
    start..(range.start + text.trim_end_matches(mark).len()).max(start)
}

/// Resolves what points back by what was cited before it. `found` is in the order of the text.
pub(super) fn resolve(found: &mut [Citation], blocks: &[Block], index: &Index<'_>) {
    for at in 0..found.len() {
        for place in 0..found[at].works.len() {
            let By::Again { name, .. } = &found[at].works[place].by else { continue };
            let words = &blocks[found[at].block].words;
            let meant = match name {
                None => before(found, blocks, at, place),
                Some(name) => by_name(&found[..at], &words[name.clone()], index),
            };
            let Some((of, resolved)) = meant else { continue };
            let work = &mut found[at].works[place];
            work.resolved = resolved;
            if let By::Again { of: repeated, .. } = &mut work.by {
                *repeated = of;
            }
        }
    }
}

/// What is repeated, and where it is cited: its block and the place in it.
type Repeated = (Option<(usize, usize)>, Resolved);

/// What was cited last before a citation: in the same block, else in the note before, in running text before it.
fn before(found: &[Citation], blocks: &[Block], at: usize, place: usize) -> Option<Repeated> {
    if let Some(work) = place.checked_sub(1) {
        return Some(repeated(&found[at], &found[at].works[work..place]));
    }
    let is_note = |number: usize| matches!(blocks[number].kind, Kind::Note(_));
    let here = found[at].block;
    let note_before = || (0..here).rev().find(|block| is_note(*block));
    let home = |citation: &&Citation| {
        if is_note(here) {
            citation.block == here || Some(citation.block) == note_before()
        } else {
            !is_note(citation.block)
        }
    };
    let last = found[..at].iter().rev().find(home)?;
    Some(repeated(last, &last.works))
}

/// The work of an author that was cited last before, else the one that the bibliography has.
fn by_name(found: &[Citation], name: &str, index: &Index<'_>) -> Option<Repeated> {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let first = each_name(name).names.first().map(|name| name.rsplit(' ').next().unwrap_or_default().to_owned());
    let tried = [name, last, first.as_deref().unwrap_or_default()];
    let known = tried.iter().map(|name| index.named(name, None)).find(|known| !matches!(known, Resolved::Nothing(_)));
    let works = || {
        found.iter().rev().take(BACK).flat_map(|citation| citation.works.iter().rev().map(move |work| (citation, work)))
    };
    let own = match &known {
        Some(Resolved::One(one, _)) => std::slice::from_ref(one),
        Some(Resolved::Several(several, _)) => several,
        Some(Resolved::Nothing(_) | Resolved::NotCheckable) | None => {
            // A work that only a note describes.
            let described = works().find(|(_, work)| match &work.by {
                By::Work(entry) => entry.author.iter().any(|author| author.who.sorted().contains(last)),
                _ => false,
            });
            return described.map(|(citation, work)| repeated(citation, std::slice::from_ref(work)));
        }
    };
    let cited =
        works().find(|(_, work)| matches!(&work.resolved, Resolved::One(one, _) if own.binary_search(one).is_ok()));
    cited.map(|(citation, work)| repeated(citation, std::slice::from_ref(work))).or(known.map(|known| (None, known)))
}

/// Works of a citation as what is repeated.
fn repeated(citation: &Citation, works: &[Cited]) -> Repeated {
    let of = match works {
        [work] => match &work.by {
            By::Again { of, .. } => *of,
            _ => Some((citation.block, work.range.start)),
        },
        _ => None,
    };
    let mut meant: Vec<(usize, How)> = Vec::new();
    for work in works {
        match &work.resolved {
            Resolved::One(one, how) => meant.push((*one, *how)),
            Resolved::Several(several, how) => meant.extend(several.iter().map(|one| (*one, *how))),
            Resolved::Nothing(_) | Resolved::NotCheckable => {}
        }
    }
    meant.sort_unstable();
    meant.dedup_by_key(|(entry, _)| *entry);
    let resolved = match meant[..] {
        [] => Resolved::Nothing(None),
        [(one, how)] => Resolved::One(one, how),
        [(_, how), ..] => Resolved::Several(meant.iter().map(|(entry, _)| *entry).collect(), how),
    };
    (of, resolved)
}
