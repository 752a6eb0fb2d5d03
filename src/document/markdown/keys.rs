//! Citations by key in Pandoc's dress (`[see @smith2020, p. 3; -@lee]`, `@smith2020 [p. 3]`), in that of LaTeX, to
//! which R Markdown hands it on (`\citep[p. 3]{smith2020,lee}`), and in the roles of `MyST`: `` {cite:p}`smith2020,lee`
//! ``.

use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::document::latex::cite;
use crate::document::{Block, Mark, Marked, Stated};

/// The longest list of keys, in bytes.
const LONGEST: usize = 2000;

/// Whether a text cites by key at all; else `@BBCWorld` is a name and no key.
pub(super) fn are_used(text: &str) -> bool {
    ["[@", "[-@", "\\cite", "{cite"].iter().any(|sign| text.contains(sign))
}

/// The files that a text names as LaTeX does, `\bibliography{refs}`, each with its place.
pub(super) fn bibliographies(text: &str) -> Vec<Stated> {
    let commands = ["\\bibliography{", "\\addbibresource{"];
    let named = commands.iter().flat_map(|command| text.match_indices(command).map(|(at, command)| at + command.len()));
    let near = |start: usize| &text[start..text.floor_char_boundary(start + LONGEST)];
    named.filter_map(|start| Some(cite::lists(near(start).split_once('}')?.0, start))).flatten().collect()
}

/// The keys of LaTeX's commands in words, each with its place: the command belongs to the first, what closes it to the
/// last.
fn commanded(words: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, _) in words.match_indices('\\') {
        let length = words[at + 1..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(0);
        let name = &words[at + 1..at + 1 + length];
        if !cite::dress(name).is_some_and(|dress| dress != cite::Dress::Silent) {
            continue;
        }
        let mut open = at + 1 + length + usize::from(words[at + 1 + length..].starts_with('*'));
        // What opens may close nowhere in a text as long as the file.
        let near = |from: usize| &words[from..words.floor_char_boundary(from + LONGEST)];
        while let Some(close) = near(open).strip_prefix('[').and_then(|inside| inside.find(']')) {
            open += close + 2;
        }
        let Some((inside, _)) = near(open).strip_prefix('{').and_then(|inside| inside.split_once('}')) else {
            continue;
        };
        let keys = cite::keys(inside);
        for (number, (from, key)) in keys.iter().enumerate() {
            let from = open + 1 + from;
            let start = if number == 0 { at } else { from };
            let end = if number + 1 == keys.len() { open + inside.len() + 2 } else { from + key.len() };
            marks.push(Mark { range: start..end, what: Marked::Key((*key).to_owned()) });
        }
    }
    marks
}

/// The keys of the roles of `MyST` in words, each with its place, as those of [`commanded`]. `text` is what the block
/// was read from: only there the keys stand between their marks.
fn in_roles(block: &Block, text: &str) -> Vec<Mark> {
    let words = &block.words;
    let mut marks = Vec::new();
    for (at, _) in words.match_indices("{cite") {
        let near = &words[at..words.floor_char_boundary(at + LONGEST)];
        let Some((role, _)) = near.split_once('}') else { continue };
        let from = block.place(at..at + 1).start + role.len() + 1;
        // A role that is itself quoted cites nothing.
        if text.get(..from - role.len() - 1).is_none_or(|before| before.ends_with('`')) {
            continue;
        }
        let quoted = text.get(from..).and_then(|text| text.strip_prefix('`')).and_then(|text| text.split_once('`'));
        let start = at + role.len() + 1;
        let Some((keys, _)) = quoted.filter(|(keys, _)| words[start..].starts_with(keys)) else { continue };
        let (mut from, mut next) = (at, start);
        for key in keys.split([',', ';']) {
            next += key.len();
            // `{see}osei{p. 3}`
            let bare = key.trim().strip_prefix('{').and_then(|key| key.split_once('}')).map_or(key, |(_, key)| key);
            let bare = bare.split('{').next().unwrap_or_default().trim();
            marks.push(Mark { range: from..next, what: Marked::Key(bare.to_owned()) });
            next += 1;
            from = next;
        }
    }
    marks
}

/// What a text calls its own figures, tables and sections: `{#fig-map}`, `#| label: fig-map`, and Pandoc's numbered
/// examples, `(@eq-line) $y = x$` at the start of a line. `@fig-map` leads there.
pub(super) fn labels(text: &str) -> FxHashSet<&str> {
    let named = text.match_indices("{#").map(|(at, open)| &text[at + open.len()..]);
    let examples = text.lines().filter_map(|line| Some(line.trim_start().strip_prefix("(@")?.split_once(')')?.0));
    let stated =
        text.match_indices("label:").map(|(at, open)| text[at + open.len()..].trim_start_matches([' ', '"', '\'']));
    let ends = |c: char| c.is_whitespace() || matches!(c, '}' | '"' | '\'' | ',');
    named
        .chain(stated)
        .chain(examples)
        .filter_map(|label| label.split(ends).next())
        .filter(|label| !label.is_empty())
        .collect()
}

/// What a cross-reference of Quarto begins with, and what stands before the key of one of LaTeX or bookdown.
const PREFIXES: [&str; 6] = ["fig-", "tbl-", "sec-", "eq-", "lst-", "thm-"];
const COMMANDS: [&str; 2] = ["ref{", "@ref("];

/// The keys of the cross-references in words, each with the place of the whole of it.
fn references(words: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let quarto = words.match_indices('@').filter_map(|(at, _)| {
        let (key, end) =
            key(&words[at + 1..]).filter(|(key, _)| PREFIXES.iter().any(|prefix| key.starts_with(prefix)))?;
        Some((key, at..at + 1 + end))
    });
    let commands =
        COMMANDS.iter().flat_map(move |command| words.match_indices(command)).filter_map(move |(at, command)| {
            let start = at + command.len();
            let near = &words[start..words.floor_char_boundary(start + LONGEST)];
            let key = near.split_once(['}', ')'])?.0;
            (!key.contains(char::is_whitespace) && !key.is_empty()).then_some((key, at..start + key.len() + 1))
        });
    quarto.chain(commands)
}

/// The keys that nothing in a text has but its cross-references, `labels` being what it calls its own. Where those are
/// more than one in four, what they lead to was not read: it stands in another file.
pub(super) fn dangling<'t>(text: &'t str, labels: &FxHashSet<&'t str>) -> FxHashSet<&'t str> {
    let mut references: Vec<(&str, Range<usize>)> = references(text).collect();
    references.sort_unstable_by_key(|(_, range)| range.start);
    let referred: FxHashSet<&str> = references.iter().map(|(key, _)| *key).collect();
    let mut outside = labels.clone();
    let mut from = 0;
    for range in references.into_iter().map(|(_, range)| range).chain(std::iter::once(text.len()..text.len())) {
        let between = text.get(from..range.start).unwrap_or_default();
        outside.extend(between.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.')));
        from = from.max(range.end);
    }
    let dangling: FxHashSet<&str> = referred.iter().copied().filter(|key| !outside.contains(name(key))).collect();
    if dangling.len() * 4 > referred.len() { FxHashSet::default() } else { dangling }
}

/// The name in a key: bookdown calls the figure of the chunk `map` by `fig:map`.
fn name(key: &str) -> &str {
    key.rsplit_once(':').map_or(key, |(_, name)| name)
}

/// Marks the cross-references in a block's words that lead nowhere.
pub(super) fn mark_dangling(block: &mut Block, dangling: &FxHashSet<&str>) {
    let found = references(&block.words).filter(|(key, _)| dangling.contains(key));
    let marks: Vec<Mark> = found.map(|(key, range)| Mark { range, what: Marked::Dangling(key.to_owned()) }).collect();
    if !marks.is_empty() {
        block.marks.extend(marks);
        block.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    }
}

/// Marks the keys in a block's words, each with its `@`. An escaped `\@` is none, as in bookdown's `\@ref(fig:map)`.
pub(super) fn mark(block: &mut Block, text: &str, labels: &FxHashSet<&str>) {
    let words = &block.words;
    let mut marks = commanded(words);
    marks.extend(in_roles(block, text));
    for (at, _) in words.match_indices('@') {
        let before = words[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '/' | '.' | '@' | '\\' | '_' | ':'))
        {
            continue;
        }
        let escaped = text.get(..block.place(at..at + 1).start).is_some_and(|before| before.ends_with('\\'));
        if let Some((key, end)) = key(&words[at + 1..]).filter(|(key, _)| !escaped && !labels.contains(key)) {
            marks.push(Mark { range: at..at + 1 + end, what: Marked::Key(key.to_owned()) });
        }
    }
    block.marks.append(&mut marks);
    block.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
}

/// The key that a text starts with, and where it ends: `smith2020`, or `{any thing}`. A key may hold single marks of
/// punctuation, and ends before any other: `@smith2020---the` (Pandoc's manual, "Citation syntax"); Manubot's
/// `@url:https://…` holds an address.
fn key(text: &str) -> Option<(&str, usize)> {
    if let Some(braced) = text.strip_prefix('{') {
        let key = braced.split_once('}')?.0;
        return (!key.is_empty()).then_some((key, key.len() + 2));
    }
    if !text.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
        return None;
    }
    let word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let inside = |letter: char| word(letter) || ":.#$%&-+?<>~/".contains(letter);
    let end = text.find(|letter| !inside(letter)).unwrap_or(text.len());
    let address = text[..end].find("://").map_or(0, |at| at + 3);
    // An address may hold what no other key does: `?page=2`.
    let longer = text[end..].find(|letter| !inside(letter) && letter != '=').map_or(text.len(), |length| end + length);
    let end = if address == 0 { end } else { longer };
    let mark = |byte: &u8| byte.is_ascii_punctuation() && *byte != b'_';
    let doubled = text.as_bytes()[address..end].windows(2).position(|pair| pair.iter().all(mark));
    let end = doubled.filter(|_| address == 0).unwrap_or(end);
    let key = text[..end].trim_end_matches(|letter| !word(letter));
    Some((key, key.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_ends_before_its_punctuation() {
        assert_eq!(key("smith2020, p. 3"), Some(("smith2020", 9)));
        assert_eq!(key("doe:2019/a."), Some(("doe:2019/a", 10)));
        assert_eq!(key("{a b} x"), Some(("a b", 5)));
        assert_eq!(key("doe_2019---the rest"), Some(("doe_2019", 8)));
        assert_eq!(key("osei_-quays_2022]"), Some(("osei_-quays_2022", 16)));
        assert_eq!(key("url:https://port.example/a/?b=1."), Some(("url:https://port.example/a/?b=1", 31)));
        assert_eq!(key("{}"), None);
        assert_eq!(key(" "), None);
    }
}
