//! Quotations that stand in a manuscript twice and differ in a word or two.
//!
//! A quotation is what stands between marks of quotation in a block, or a block that is quoted whole. Two are the same
//! where all the words of the shorter one stand in the longer one in a row, but for one or two of them within. What
//! stands there in three wordings is a form that is filled in, and what nobody is cited for may be examples: it has to
//! be long, and to differ in a single word.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::manuscript::Manuscript;
use crate::citation::{Resolved, meant};
use crate::document::Kind;

/// A quotation has so many words at least, and one that is cited from nowhere so many.
const FEWEST: usize = 6;
const UNCITED: usize = 12;
/// So many words in a row tell which quotations may be one; such as stand in more than these are a formula.
const ROW: usize = 3;
const FORMULA: usize = 8;
/// A quotation has so many bytes at most.
const FAR: usize = 1500;
/// How many words of the shorter and the longer one may differ.
const DIFFERENCES: [[usize; 2]; 6] = [[1, 1], [0, 1], [1, 0], [2, 2], [1, 2], [2, 1]];

/// Where a quotation stands that another one has otherwise, and what differs in both.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    /// The blocks, the earlier one first, and the places of the words that differ, with one on either side.
    pub(crate) places: [(usize, Range<usize>); 2],
}

/// A quotation.
struct Quoted {
    block: usize,
    /// Its words in small letters, with their places in the block.
    words: Vec<(String, Range<usize>)>,
    /// Whether anything is cited with it, and the entries that may be meant.
    is_cited: bool,
    cites: BTreeSet<usize>,
}

/// The quotations that stand in two wordings, in the order of the text.
pub(crate) fn variants(manuscript: &Manuscript) -> Vec<Variant> {
    let quoted = quotations(manuscript);
    let mut rows: FxHashMap<Vec<&str>, Vec<(usize, usize)>> = FxHashMap::default();
    for (number, it) in quoted.iter().enumerate() {
        for (at, row) in it.words.windows(ROW).enumerate() {
            rows.entry(row.iter().map(|(word, _)| word.as_str()).collect()).or_default().push((number, at));
        }
    }
    let mut found: BTreeMap<(usize, usize), Variant> = BTreeMap::new();
    let mut wordings = vec![0; quoted.len()];
    for places in rows.into_values().filter(|places| places.len() <= FORMULA) {
        for (one, other) in places.iter().flat_map(|one| places.iter().map(move |other| (*one, *other))) {
            let pair = (one.0, other.0);
            if one.0 < other.0
                && !found.contains_key(&pair)
                && let Some(variant) = variant(manuscript, &quoted, one, other)
            {
                found.insert(pair, variant);
                wordings[pair.0] += 1;
                wordings[pair.1] += 1;
            }
        }
    }
    found.retain(|(one, other), _| wordings[*one] == 1 && wordings[*other] == 1);
    found.into_values().collect()
}

fn quotations(manuscript: &Manuscript) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    for sentences in manuscript.sentences.chunk_by(|one, other| one.block == other.block) {
        let number = sentences[0].block;
        let block = &manuscript.blocks[number];
        let is_whole = block.kind == Kind::Quote && block.words.len() <= FAR;
        let whole = || std::iter::once(0..block.words.len()).collect();
        for part in if is_whole { whole() } else { between_marks(&block.words) } {
            let text = &block.words[part.clone()];
            let place = |at: usize, word: &str| part.start + at..part.start + at + word.len();
            let ends = |c: char| !c.is_alphanumeric();
            let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
            let parts = text.split(ends).filter(|word| !word.is_empty());
            let words: Vec<_> = parts.map(|word| (word.to_lowercase(), place(at(word), word))).collect();
            let holds = |it: &&super::Sentence| it.range.start < part.end && part.start < it.range.end;
            let citations = sentences.iter().filter(holds).flat_map(|it| &manuscript.citations[it.citations.clone()]);
            let cited: Vec<&Resolved> = citations.flat_map(|it| &it.works).map(|work| &work.resolved).collect();
            // Code has signs that prose does not have.
            let is_prose = !text.contains(['=', '_', '{', '<', '\\', '|']);
            if words.len() >= FEWEST && is_prose {
                quoted.push(Quoted { block: number, words, is_cited: !cited.is_empty(), cites: meant(cited) });
            }
        }
    }
    quoted
}

/// What stands between marks of quotation.
fn between_marks(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((open, mark)) = text[from..].char_indices().find(|(_, c)| matches!(c, '“' | '«' | '„' | '"')) {
        let start = from + open + mark.len_utf8();
        let closes = |c: char| match mark {
            '“' => c == '”',
            '«' => c == '»',
            '„' => matches!(c, '“' | '”'),
            _ => c == '"',
        };
        from = start;
        let near = &text[start..text.floor_char_boundary(start + FAR)];
        let end = near.find(closes).map(|end| start + end);
        if let Some(end) = end {
            parts.push(start..end);
            from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    parts
}

/// How two quotations differ that have a row of words at these places.
fn variant(manuscript: &Manuscript, quoted: &[Quoted], one: (usize, usize), other: (usize, usize)) -> Option<Variant> {
    let is_longer = quoted[one.0].words.len() > quoted[other.0].words.len();
    let [(short, at), (long, there)] = if is_longer { [other, one] } else { [one, other] };
    let [short, long] = [&quoted[short], &quoted[long]];
    let [differ, differ_there] = differing([&short.words, &long.words], at, there)?;
    // Two treaties may say the same in their own ways.
    let are_apart = !short.cites.is_empty() && !long.cites.is_empty() && short.cites.is_disjoint(&long.cites);
    let is_sure = short.is_cited || long.is_cited || short.words.len() >= UNCITED && differ.len() == 3;
    let place =
        |of: &Quoted, words: Range<usize>| (of.block, of.words[words.start].1.start..of.words[words.end - 1].1.end);
    let mut places = [place(short, differ), place(long, differ_there)];
    // "[they]" and "…" tell that the words are not those of the source.
    let text = |(block, part): &(usize, Range<usize>)| &manuscript.blocks[*block].words[part.clone()];
    let is_edited =
        places.iter().any(|place| text(place).contains(['[', ']', '…', '/']) || text(place).contains("..."));
    if is_longer {
        places.reverse();
    }
    (is_sure && !are_apart && short.block != long.block && !is_edited).then_some(Variant { places })
}

/// The words of both that differ, with one on either side, where the words from one place on are the same: all of the
/// shorter one else stand in the longer one.
fn differing(words: [&[(String, Range<usize>)]; 2], at: usize, there: usize) -> Option<[Range<usize>; 2]> {
    let [short, long] = words;
    let same = |one: usize, other: usize| matches!((short.get(one), long.get(other)), (Some(a), Some(b)) if a.0 == b.0);
    let ahead = |one: usize, other: usize| (0..short.len()).take_while(|step| same(one + step, other + step)).count();
    let back =
        |one: usize, other: usize| (1..=one.min(other)).take_while(|step| same(one - step, other - step)).count();
    let (before, behind) = (back(at, there), ahead(at, there));
    let (start, end) = (at - before, at + behind);
    let joins = |[own, theirs]: &[usize; 2]| match (start, end) {
        // They part behind the row, or before it.
        (0, end) if end < short.len() => {
            let rest = ahead(end + own, there + behind + theirs);
            rest > 0 && end + own + rest == short.len()
        }
        (start, end) if end == short.len() && start > 0 => {
            let (one, other) = (start.checked_sub(*own), (there - before).checked_sub(*theirs));
            one.zip(other).is_some_and(|(one, other)| one > 0 && back(one, other) == one)
        }
        _ => false,
    };
    let [own, theirs] = DIFFERENCES.into_iter().find(joins)?;
    if start == 0 {
        return Some([end - 1..end + own + 1, there + behind - 1..there + behind + theirs + 1]);
    }
    Some([start - own - 1..start + 1, there - before - theirs - 1..there - before + 1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passage::manuscript::tests::read;

    #[test]
    fn a_quotation_has_one_wording() {
        for (first, second, expected) in [
            (
                "She wrote that “the fog of the north is not innate to it” (Lind 1999).",
                "It says “fog of the north is not intrinsic to it”.",
                Some(["not innate to", "not intrinsic to"]),
            ),
            (
                "« Le brouillard du nord ne vient pas des ports mais de la mer, et tous le savent. »",
                "On lit que « le brouillard du nord ne vient pas des villes mais de la mer ».",
                Some(["des ports mais", "des villes mais"]),
            ),
            (
                "> The fog of the north never lifts before noon.",
                "“fog of the north lifts before noon” (Lind 1999)",
                Some(["north never lifts", "north lifts"]),
            ),
            // Of another work; the same; edited; short and from nowhere.
            (
                "“The fog of the north is dense in winter” (Lind 1999)",
                "“the fog of the north is thick in winter” (Roe 2001)\n\n# References\n\nLind, A. (1999). Fog. Quay.\n\n\
                 Roe, B. (2001). Ice. Quay.",
                None,
            ),
            ("“The fog of the north is dense” (Lind 1999)", "“the fog of the north is dense”", None),
            ("“The fog of the north is dense” (Lind 1999)", "“the fog of the [south] is dense”", None),
            ("“How often did you see fog?”", "“How often did you see ice?”", None),
        ] {
            let manuscript = read(&format!("# Fog\n\n{first}\n\nIt rained.\n\n{second}\n"), "en");
            let text = |(block, part): &(usize, Range<usize>)| manuscript.blocks[*block].words[part.clone()].to_owned();
            let found = variants(&manuscript);
            let found = found.first().map(|it| it.places.each_ref().map(text));
            assert_eq!(found, expected.map(|it| it.map(str::to_owned)), "{first} {second}");
        }
    }

    #[test]
    fn a_form_that_is_filled_in_is_no_quotation() {
        let filled =
            |what: &str| format!("“The {what} of the north is said to lie on all the ports of the coast” (Lind 1999)");
        let text = ["fog", "ice", "rain"].map(filled).join("\n\n");
        assert_eq!(variants(&read(&text, "en")), []);
    }
}
