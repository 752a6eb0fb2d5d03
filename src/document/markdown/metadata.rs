//! The metadata block at the head of a Markdown file: the few fields of its YAML that speak of the paper itself.
//!
//! Read line by line: scalars (plain, quoted, folded over lines), lists in both dresses, and `name:` inside a list of
//! authors. An abstract is Markdown of its own: only its place is told here. What else YAML can say is passed over.

use std::ops::Range;

use crate::document::latex::cite;
use crate::document::{Block, Kind, Preface, Scribe, Stated};

/// What the metadata block at `range` states, the blocks that it prints at the head of the paper, and the place of its
/// abstract.
pub(super) fn read(text: &str, range: Range<usize>) -> (Preface, Vec<Block>, Option<Range<usize>>) {
    let mut preface = Preface::default();
    let mut summary = None;
    for (key, values) in fields(text, range) {
        let first = values.first().cloned();
        match key.to_lowercase().as_str() {
            "title" => preface.title = joined(text, &values),
            "author" | "authors" => preface.authors = values,
            "date" => preface.date = first,
            "lang" | "language" => preface.language = first,
            "bibliography" => {
                let file = |list: Stated| Stated { words: cite::file(&list.words), ..list };
                preface.bibliographies = values.into_iter().map(file).collect();
            }
            "abstract" => summary = values.first().zip(values.last()).map(|(first, last)| first.at.start..last.at.end),
            "nocite" => preface.nocite = values.iter().flat_map(|value| nocite(&value.words)).collect(),
            _ => {}
        }
    }
    let title = preface.title.iter().map(|title| (Kind::Heading(1), title));
    let rest = preface.authors.iter().chain(&preface.date).map(|stated| (Kind::Paragraph, stated));
    let blocks = title.chain(rest).filter_map(|(kind, stated)| {
        let mut scribe = Scribe::new(kind);
        if text.get(stated.at.clone()) == Some(&stated.words) {
            scribe.plain(&stated.words, stated.at.start);
        } else {
            scribe.resolved(&stated.words, stated.at.clone());
        }
        scribe.done()
    });
    let blocks = blocks.collect();
    (preface, blocks, summary)
}

/// The keys of `@smith2020, @lee`.
fn nocite(words: &str) -> impl Iterator<Item = String> {
    words.split([',', ';', ' ']).filter_map(|key| key.trim().strip_prefix('@')).map(str::to_owned)
}

/// A scalar that is folded over several lines.
fn joined(text: &str, values: &[Stated]) -> Option<Stated> {
    let at = values.first()?.at.start..values.last()?.at.end;
    let words = values.iter().map(|value| value.words.as_str()).collect::<Vec<_>>().join(" ");
    (at.end <= text.len()).then_some(Stated { words, at })
}

/// The fields at the left margin, each with its values.
fn fields(text: &str, range: Range<usize>) -> Vec<(&str, Vec<Stated>)> {
    let mut fields: Vec<(&str, Vec<Stated>)> = Vec::new();
    let mut at = range.start;
    for line in text[range].split_inclusive('\n') {
        let here = at;
        at += line.len();
        let line = line.trim_end();
        if line.is_empty() || line.starts_with(['#', '.']) || line.starts_with("---") {
            continue;
        }
        let own =
            line.split_once(':').filter(|(key, _)| !line.starts_with([' ', '\t', '-']) && !key.contains(['"', '\'']));
        if let Some((key, value)) = own {
            fields.push((key.trim(), values(value, here + key.len() + 1)));
        } else if let Some((_, field)) = fields.last_mut() {
            let inner = line.trim_start_matches([' ', '\t', '-']);
            let inner_at = here + line.len() - inner.len();
            let name = inner.strip_prefix("name:").or_else(|| inner.strip_prefix("literal:"));
            match name {
                Some(name) => field.extend(values(name, inner_at + inner.len() - name.len())),
                None if is_pair(inner) => {}
                None => field.extend(values(inner, inner_at)),
            }
        }
    }
    fields
}

/// Whether a line of a list is another field of its entry: `affiliation: …`.
fn is_pair(line: &str) -> bool {
    let key = line.split_once(": ").map_or(line.strip_suffix(':'), |(key, _)| Some(key));
    key.is_some_and(|key| !key.is_empty() && key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'))
}

/// The scalar, or those of a list in brackets, in a value that starts at `at`.
pub(super) fn values(value: &str, at: usize) -> Vec<Stated> {
    let inner = value.trim();
    let start = at + value.len() - value.trim_start().len();
    if matches!(inner, "" | "|" | ">" | "|-" | ">-") {
        return Vec::new();
    }
    let Some(list) = inner.strip_prefix('[').and_then(|list| list.strip_suffix(']')) else {
        return vec![scalar(inner, start)];
    };
    let mut at = start + 1;
    let mut values = Vec::new();
    for item in list.split(',') {
        let trimmed = item.trim();
        if !trimmed.is_empty() {
            values.push(scalar(trimmed, at + item.len() - item.trim_start().len()));
        }
        at += item.len() + 1;
    }
    values
}

fn scalar(value: &str, at: usize) -> Stated {
    let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let inner = quote.and_then(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    match inner {
        Some(inner) => {
            let words = if quote == Some('"') { inner.replace("\\\"", "\"") } else { inner.replace("''", "'") };
            Stated { words, at: at + 1..at + 1 + inner.len() }
        }
        None => Stated { words: value.to_owned(), at: at..at + value.len() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_paper_are_read_with_their_places() {
        let text = "---\ntitle: >\n  Ferries:\n  a history\nauthor:\n- name: Nora Lindqvist\n  affiliation: \
                    Lunden\n- Rei Kanto\ndate: '2023-05'\nlang: en\nbibliography: [a, \"b.json\"]\n\
                    abstract: |\n  One: two.\n\n  Three.\n---\n";
        let (preface, blocks, summary) = read(text, 0..text.len());
        let words = |stated: &[Stated]| stated.iter().map(|stated| stated.words.clone()).collect::<Vec<_>>();
        assert_eq!(preface.title.as_ref().map(|title| title.words.as_str()), Some("Ferries: a history"));
        assert_eq!(words(&preface.authors), ["Nora Lindqvist", "Rei Kanto"]);
        assert_eq!(preface.date.as_ref().map(|date| &text[date.at.clone()]), Some("2023-05"));
        assert_eq!(words(&preface.bibliographies), ["a.bib", "b.json"]);
        assert_eq!(
            preface.bibliographies.iter().map(|stated| &text[stated.at.clone()]).collect::<Vec<_>>(),
            ["a", "b.json"]
        );
        assert_eq!(blocks.iter().map(|block| block.kind.clone()).next(), Some(Kind::Heading(1)));
        assert_eq!(summary.map(|at| &text[at]), Some("One: two.\n\n  Three."));
    }
}
