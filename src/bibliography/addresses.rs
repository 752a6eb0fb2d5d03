//! The addresses and numbers that name a work: URL, DOI, ISBN, ISSN, wherever they stand in an entry.

use std::ops::Range;

use super::strip::Strip;
use crate::language::{Citing, Vocabulary, row};

/// An address or number that a work is named by.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// `URL`, `DOI`, `ISBN` or `ISSN`.
    pub(super) name: &'static str,
    pub(super) value: String,
    /// Its words, with the brackets around them and the label in front of them.
    pub(super) range: Range<usize>,
}

/// What may stand before an address and says that it is one.
static LABELS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Available));

/// All that an entry is named by, in the order of its words.
pub(super) fn named(strip: &Strip<'_>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next_start(&strip.words, from) {
        let (end, value) = match strip.links.iter().find(|(range, _)| range.start <= at && at < range.end) {
            Some((range, target)) if target.contains("://") && strip.words[at..].starts_with("http") => {
                (range.end.max(at + 1), (*target).to_owned())
            }
            _ => whole_address(&strip.words, at),
        };
        from = end.max(at + 1);
        if let Some(named) = address(&strip.words, at, end, value) {
            found.push(named);
        }
    }
    // An address may stand behind words: `[Read it here](https://…)`.
    for (range, target) in &strip.links {
        let fresh = found.iter().all(|named| named.range.end <= range.start || range.end <= named.range.start);
        if fresh && is_web(target) && !found.iter().any(|named| named.name == "URL") {
            found.push(Named { name: "URL", value: (*target).to_owned(), range: range.end..range.end });
        }
    }
    found.extend(numbered(&strip.words, "ISBN", 10));
    found.extend(numbered(&strip.words, "ISSN", 8));
    found
}

fn is_web(target: &str) -> bool {
    let start = target.get(..8).unwrap_or(target).to_ascii_lowercase();
    start.starts_with("http://") || start.starts_with("https://")
}

/// Where the next address starts.
fn next_start(words: &str, from: usize) -> Option<usize> {
    let rest = words.get(from..)?;
    let starts = ["http://", "https://", "Http://", "Https://", "HTTP://", "HTTPS://", "www.", "doi.org/", "10."];
    let candidates = starts.iter().flat_map(|start| rest.match_indices(start).map(|(at, _)| at + from));
    let apart = |at: &usize| !words[..*at].chars().next_back().is_some_and(char::is_alphanumeric);
    candidates.filter(apart).filter(|&at| !words[at..].starts_with("10.") || is_doi(&words[at..])).min()
}

/// `10.1234/…`
fn is_doi(text: &str) -> bool {
    let Some((registrant, suffix)) = text.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let digits = registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    digits && (4..=9).contains(&registrant.len()) && suffix.starts_with(|c: char| !c.is_whitespace())
}

/// The address that starts at a byte of the words, with the pieces that a line's end has torn off it.
fn whole_address(words: &str, at: usize) -> (usize, String) {
    let bracketed = words[..at].ends_with('<');
    let stops = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»');
    let piece = |from: usize| words[from..].find(stops).map_or(words.len(), |length| from + length);
    let mut end = piece(at);
    let mut value = words[at..end].to_owned();
    while words[end..].starts_with(' ') {
        let next = end + 1;
        let stop = piece(next);
        if !(bracketed && words[next..].contains('>') && stop > next
            || continues(&value, &words[next..stop], stop == words.len()))
        {
            break;
        }
        value.push_str(&words[next..stop]);
        end = stop;
    }
    let trimmed = value.trim_end_matches(['.', ',', ';', ':', '\'', '’', '*', '_', '|']);
    let trimmed = without_stray_brackets(trimmed);
    let end = end - (value.len() - trimmed.len());
    let value = trimmed.replace("\\_", "_").replace("\\&", "&").replace("\\%", "%").replace("\\#", "#");
    (end, value)
}

/// Whether the next word, which may be the last one, is the rest of an address that was torn at its end.
fn continues(value: &str, next: &str, is_last: bool) -> bool {
    let torn = value.ends_with(['/', '-', '_', '=', '?', '&', '%', '~']) && !value.ends_with("://");
    let begins = next.starts_with(['/', '?', '&', '=', '%', '_', '#']);
    let plain = next.bytes().all(|byte| byte.is_ascii_graphic() && !b"()[]{}|^`".contains(&byte));
    let bare = next.trim_end_matches(['.', ',']);
    // A page's name is in small letters or holds what words do not: `20-points`, `read.html`.
    let page = bare.contains(['-', '/', '_', '=', '.', '%']) || bare.bytes().any(|byte| byte.is_ascii_digit());
    let small = bare.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    !bare.is_empty()
        && plain
        && !next.contains("://")
        && (begins || torn && (page || small && (is_last || !next.ends_with('.'))))
        || value.ends_with("://") && plain && page
}

/// An address without a bracket at its end that was opened before it.
fn without_stray_brackets(value: &str) -> &str {
    let mut value = value;
    while let Some(rest) = value.strip_suffix([')', ']']) {
        let open = if value.ends_with(')') { '(' } else { '[' };
        if rest.contains(open) {
            break;
        }
        value = rest.trim_end_matches(['.', ',', ';', ':', '>']);
    }
    value
}

fn address(words: &str, at: usize, end: usize, value: String) -> Option<Named> {
    let lower = value.to_ascii_lowercase();
    let range = with_brackets(words, at..end);
    if let Some(start) = lower.find("10.").filter(|_| lower.starts_with("10.") || lower.contains("doi.org/10.")) {
        let doi = &value[start..];
        return is_doi(doi).then(|| Named { name: "DOI", value: doi.to_owned(), range });
    }
    let host = lower.split("://").last().unwrap_or_default();
    (host.len() > 3 && host.contains('.')).then_some(Named { name: "URL", value, range })
}

/// A place with the brackets around it, and the label before it.
fn with_brackets(words: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start;
    let mut end = range.end;
    if words[..start].ends_with('<') && words[end..].starts_with('>') {
        start -= 1;
        end += 1;
    }
    loop {
        let before = words[..start].trim_end_matches([' ', ':', '<', '[']);
        let lower = before.to_lowercase();
        let label = ["doi", "doi.org/"].iter().chain(LABELS.longest_first()).find(|label| {
            lower.ends_with(*label)
                && lower.len() == before.len()
                && !lower[..lower.len() - label.len()].ends_with(char::is_alphanumeric)
        });
        match label {
            Some(label) => start = before.len() - label.len(),
            None => return start..end,
        }
    }
}

/// Numbers that stand behind their name: `ISBN 978-0-306-40615-7`.
fn numbered(words: &str, name: &'static str, digits: usize) -> Vec<Named> {
    let upper = words.to_ascii_uppercase();
    let found = upper.match_indices(name).filter_map(|(at, _)| {
        let behind = &words[at + name.len()..];
        let label = behind.len() - behind.trim_start_matches(['-', ':', ' ', '.']).len();
        let label = label + if digits == 10 { kind_of_isbn(&behind[label..]) } else { 0 };
        let number = &behind[label..];
        let length = number.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '‐' | '–' | ' ' | 'X' | 'x')));
        let number = number[..length.unwrap_or(number.len())].trim_end_matches([' ', '-', '–']);
        let count = number.chars().filter(char::is_ascii_alphanumeric).count();
        (count >= digits).then(|| {
            let end = at + name.len() + label + number.len();
            Named { name, value: number.to_owned(), range: at..end }
        })
    });
    found.collect()
}

/// The length of the `13: ` in `ISBN-13: 978…`.
fn kind_of_isbn(text: &str) -> usize {
    let kind = ["13:", "10:", "13 :", "10 :"].iter().find(|kind| text.starts_with(**kind));
    let length = kind.map_or(0, |kind| kind.len());
    length + (text[length..].len() - text[length..].trim_start().len())
}
