//! Notes that hold a reference: `J. Smith, *Title* (London: Press, 2020), p. 4.`, `Smith 2020, 45.`

use std::ops::Range;

use super::index::Index;
use super::printed_names::trimmed;
use super::years::is_locator;
use super::{By, Citation, Cited, Form, Resolved, brackets};
use crate::bibliography::{self, Strip};
use crate::document::Block;
use crate::language::{SIGNALS, Term, Vocabulary, joins, names_source, row};

/// How long the words are that stand in front of a reference at the head of a text in lower case: "see also ".
pub(super) fn signal(lower: &str) -> usize {
    let rest = SIGNALS.longest_first().iter().find_map(|word| {
        let rest = lower.strip_prefix(word)?;
        rest.trim_start_matches([',', ':']).strip_prefix(' ')
    });
    rest.map_or(0, |rest| lower.len() - rest.len())
}

/// What sends on may itself stand behind so many bytes: "For the reports of the time, see".
const SENDING: usize = 60;

/// Works appear over no more years than somebody lives.
const LIFE: i32 = 20;

/// Words that a note of prose opens with, but no reference; longer ones may be of a title.
static ARTICLES: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Little));
const SMALL: usize = 3;

/// How far a further work is looked for a year or an address.
const AHEAD: usize = 400;

/// How files of evidence end.
const FILES: [&str; 14] =
    [".pdf", ".html", ".htm", ".docx", ".txt", ".md", ".png", ".jpg", ".jpeg", ".csv", ".xlsx", ".eml", ".mp3", ".mp4"];

/// The parts of a note beside those that point back, each of one work as far as its marks tell.
pub(super) fn parts(words: &str, back: &[Citation]) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(back.iter().map(|citation| citation.range.end));
    let ends = back.iter().map(|citation| citation.range.start).chain([words.len()]);
    let each = starts.zip(ends).flat_map(|(start, end)| each_work(words, start..end));
    let bare = each.map(|part| {
        let text = &words[part.clone()];
        let head = text.len() - text.trim_start_matches([' ', ';', '.', ',']).len();
        part.start + head..(part.start + text.trim_end_matches([' ', ';']).len()).max(part.start + head)
    });
    bare.filter(|part| !part.is_empty()).collect()
}

/// The parts of words before and behind a semicolon, or the full stop of an address, that a further work follows on.
fn each_work(words: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = part.start;
    let text = &words[part.clone()];
    let ends = text.match_indices(['.', ';']).map(|(at, _)| part.start + at + 1);
    let ends = ends.filter(|end| words[*end..part.end].starts_with(' '));
    for end in ends {
        let last = words[start..end].rsplit(' ').next().unwrap_or_default();
        if !words[..end].ends_with(';') && !last.contains("://") {
            continue;
        }
        let behind = &words[end..words.floor_char_boundary(part.end.min(end + AHEAD))];
        let next = behind.split(';').next().unwrap_or_default();
        if next.contains("://") || bibliography::dates::years(next).next().is_some() {
            found.push(start..end - 1);
            start = end;
        }
    }
    found.push(start..part.end);
    found
}

/// The citation that a part of a note is, if it is one.
pub(super) fn citation(number: usize, block: &Block, part: &Range<usize>, index: &Index<'_>) -> Option<Citation> {
    let words = &block.words;
    let text = &words[part.clone()];
    let named = names_source(text);
    let prefix = named.unwrap_or_else(|| sending(text));
    let (whole, file) = without_file(words, part.start + prefix..part.end);
    let before = (prefix > 0).then(|| part.start..part.start + text[..prefix].trim_end().len());
    let of = |works: Vec<Cited>| Citation { block: number, range: part.clone(), form: Form::Note, works };
    if let Some(works) = brackets::named(words, &whole, index) {
        return Some(of(works));
    }
    let mut strip = Strip::default();
    strip.push(block, whole.clone());
    let mut entry = bibliography::read_reference(&strip);
    let told = entry.field("title").is_some() && !entry.author.is_empty();
    let resolved = index.described(&entry);
    let found = !matches!(resolved, Resolved::Nothing(_));
    let placed = entry.field("issued").is_some() || entry.field("URL").is_some();
    // "Osei, Ada (1911–1971), harbour master": when somebody lived.
    let lived = entry.value("issued").and_then(|issued| issued.split_once('/')).is_some_and(|(from, to)| {
        let year = |date: &str| date.get(..4)?.parse::<i32>().ok();
        year(from).zip(year(to)).is_some_and(|(from, to)| to - from > LIFE)
    });
    let first = text[prefix..].split(' ').next().unwrap_or_default();
    let prose = ARTICLES.has(&first.to_lowercase()) && first.chars().count() <= SMALL;
    let whole_reference = told && placed && entry.field("type").is_some() && !lived && !prose;
    let addressed = entry.field("URL").is_some() && part.len() <= 400;
    let surely = named.is_some() && (placed || file.is_some());
    if !(found && told || whole_reference || found && addressed || surely) {
        return None;
    }
    if named.is_some() {
        let name = whole.start..words[whole.clone()].find(',').map_or(whole.end, |comma| whole.start + comma);
        entry.put("title", &words[name.clone()], block.place(name));
        if let Some(file) = file {
            entry.put("file", &words[file.clone()], block.place(file));
        }
    }
    // What names the source of a passage sends nobody on: the passage rests on it.
    let prefix = before.filter(|_| named.is_none());
    let locator = named.and_then(|_| locator(words, &whole));
    Some(of(vec![Cited { range: whole, by: By::Work(Box::new(entry)), prefix, locator, resolved }]))
}

/// How much of a part sends on to what follows: "see", "For the reports of the time, see".
fn sending(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    let joined = lower.split_once(' ').filter(|(word, _)| joins(word)).map_or(0, |(word, _)| word.len() + 1);
    let first = signal(&lower[joined..]);
    if first > 0 {
        return joined + first;
    }
    let head = &lower[..lower.floor_char_boundary(SENDING)];
    let plain = |head: &str| !head.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '“' | '.'));
    let later = head.match_indices(", ").map(|(at, _)| at + 2).find_map(|at| {
        let length = signal(&lower[at..]);
        (length > 0 && plain(&head[..at])).then_some(at + length)
    });
    later.unwrap_or(joined)
}

/// A part without the file that it ends in, and that file: `Gazette, 20 June 2018; backup/gazette.pdf`.
fn without_file(words: &str, part: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let text = words[part.clone()].trim_end_matches(['.', ' ']);
    let start = text.rfind([';', ',']).map_or(0, |at| at + 1);
    let file = text[start..].trim();
    let lower = file.to_ascii_lowercase();
    if file.contains("://") || !FILES.iter().any(|ending| lower.ends_with(ending)) {
        return (part, None);
    }
    let at = part.start + text.len() - file.len();
    (part.start..part.start + start.saturating_sub(1), Some(at..at + file.len()))
}

/// The last part between commas that says which part of the work is meant.
fn locator(words: &str, whole: &Range<usize>) -> Option<Range<usize>> {
    let text = words[whole.clone()].trim_end_matches(['.', ' ']);
    let at = text.rfind(',')? + 1;
    let last = trimmed(words, whole.start + at..whole.start + text.len());
    is_locator(&words[last.clone()], false).then_some(last)
}
