//! What is quoted from a source stands in it, word for word.
//!
//! # Why
//! A quotation is the one thing in a paper that can be looked up to the letter, and it is seldom looked up again: a
//! word is lost in copying, a `not` in translation, and the wrong words are quoted from then on.
//!
//! The `quote` of an evidence is looked up in the local copy (`file`) of its source. What printing changes makes no
//! difference: white space, the shape of quotation marks and dashes, hyphens inside words, ligatures. `…`, `[…]` and
//! words in square brackets stand for what was left out or put in: the parts between them have to come in order. Where
//! the words are not there, the passage that is nearest is shown, with what is different in it.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[evidence]]
//! source = "gazette"
//! quote = "The second bridge was closed to all traffic on Saturday"
//! file = "archive/gazette.html"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "1998-06"
//!
//! [[evidence]]
//! source = "gazette"
//! quote = "The second bridge was opened … on Saturday"
//! file = "archive/gazette.html"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! ```
//!
//! # When it stays silent
//! There is no local copy, or it cannot be read (`unreadable-file`): then the quotation is counted as not checkable.
//! Signs at the ends of a quoted part are those of the sentence that it is put in, and are not compared. Other capitals
//! are a warning, not an error: whoever quotes may have begun a sentence.

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;
use std::rc::Rc;

use crate::archive::Copied;
use crate::document::Kind;
use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Evidence, EvidenceId, Record};
use crate::rules::Case;
use crate::text::{Span, Word, listed, shown};

use super::wording::Wording;

pub(crate) const RULE: &str = "quote-not-in-source";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["quotation against the copy of its source", "quotations against the copies of their sources"];

/// A passage is near if it has so many percent of the words of the quotation.
const NEAR: usize = 50;
/// What stands in brackets of more bytes was not put in.
const LONGEST_BRACKET: usize = 1_000;
/// Of a longer part of a quotation so many words at a time are compared with the passage that is nearest.
const COMPARED: usize = 1_000;
/// The nearest passage is looked for around the rarest words, and in no more than so many words of the source.
const SEARCHED: usize = 4_000;
/// Up to so many differences are shown at their places.
const SHOWN: usize = 4;
/// Up to so many are named in the message.
const NAMED: usize = 2;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let mut read: FxHashMap<usize, Wording> = FxHashMap::default();
    for (row, evidence) in case.dossier.evidence.iter().enumerate() {
        let (id, Some(quote)) = (EvidenceId::new(row), evidence.quote) else { continue };
        let at = case.dossier.id_span(Record::Evidence(id));
        let (number, copy) = match case.archive.of(id) {
            None => {
                verdicts.not_checkable("no local copy of the source", at);
                continue;
            }
            Some((_, Err(_))) => {
                verdicts.not_checkable("the local copy cannot be read", at);
                continue;
            }
            Some((number, Ok(copy))) => (number, copy),
        };
        let source = read.entry(number).or_insert_with(|| wording(copy));
        let search = Search { case, evidence, id, quote, copy, source };
        match search.run() {
            None => verdicts.fine(|| [quote.span], || "it stands in the copy of the source".to_owned()),
            Some(finding) => verdicts.find(finding),
        }
    }
}

/// All words of a copy but for the remarks on it.
fn wording(copy: &Copied) -> Wording {
    let mut wording = Wording::default();
    for (number, block) in copy.blocks.iter().enumerate().filter(|(_, block)| block.kind != Kind::Comment) {
        wording.add(number, &block.words);
    }
    wording
}

/// One quotation being looked up.
struct Search<'s> {
    case: &'s Case<'s>,
    evidence: &'s Evidence,
    id: EvidenceId,
    quote: Word,
    copy: &'s Copied,
    source: &'s Wording,
}

/// A part of a quotation between what was left out.
struct Part {
    start: usize,
    wording: Rc<Wording>,
    words: Range<usize>,
}

impl Search<'_> {
    fn run(&self) -> Option<Finding> {
        let text = self.case.read(self.quote);
        let parts = parts(text).into_iter().map(|range| {
            let wording = Wording::of(&text[range.clone()]);
            Part { start: range.start, words: wording.without_signs_at_ends(), wording: Rc::new(wording) }
        });
        let parts: Vec<Part> = parts.filter(|part| !part.words.is_empty()).collect();
        let mut from = 0;
        for part in &parts {
            match self.source.find(&part.wording, &part.words, from) {
                Some(found) => from = found.end,
                None => return Some(self.missing(part)),
            }
        }
        None
    }

    /// The finding that a part does not come where it should.
    fn missing(&self, part: &Part) -> Finding {
        let source = self.evidence.source.and_then(|source| source.target).map(Record::Source);
        let cited = self.case.name(source.unwrap_or(Record::Evidence(self.id)));
        if let Some(earlier) = self.source.find(&part.wording, &part.words, 0) {
            let message = format!("the parts of the quotation from {cited} stand in another order in the source");
            let finding =
                self.finding(message, LEVEL, self.place(part, part.words.clone()), "this comes earlier there");
            let help = "quote the parts in the order of the source, or quote them one by one";
            return self.pointing(finding, earlier, "here, before what is quoted first").help(help);
        }
        let part = &self.first_missing(part);
        let Some(near) = nearest(self.source, part) else {
            let message = format!("the quotation from {cited} is not in the copy of the source");
            let words = format!("no passage of {} words is like this", self.source.len());
            let finding = self.finding(message, LEVEL, self.place(part, part.words.clone()), words);
            let finding = match self.evidence.file {
                Some(file) => finding.against(file.span, "the copy that was searched"),
                None => finding,
            };
            return finding.help("look the words up again: is it this source, and is the copy whole?");
        };
        self.different(part, &near, &cited)
    }

    /// Of a long part the first stretch that is nowhere in the source.
    fn first_missing(&self, part: &Part) -> Part {
        let starts = part.words.clone().step_by(COMPARED / 2);
        let stretches = starts.map(|start| start..(start + COMPARED).min(part.words.end));
        let missing = |words: &Range<usize>| self.source.find(&part.wording, words, 0).is_none();
        let long = part.words.len() > COMPARED;
        let words = stretches.take(if long { usize::MAX } else { 0 }).find(missing).unwrap_or(part.words.clone());
        Part { start: part.start, wording: Rc::clone(&part.wording), words }
    }

    /// The finding that the nearest passage has other words.
    fn different(&self, part: &Part, near: &[Hunk], cited: &str) -> Finding {
        let capitals = near.iter().all(|hunk| hunk.is_capitals_alone);
        let mut told: Vec<String> = near.iter().take(NAMED).map(Hunk::told).collect();
        if near.len() > NAMED {
            told.push(format!("{} more", near.len() - NAMED));
        }
        let (what, level) = if capitals { ("in capitals alone", Level::Warning) } else { ("from its source", LEVEL) };
        let message = format!("the quotation from {cited} differs {what}: {}", listed(&told, "and"));
        let label = |hunk: &Hunk| match (hunk.has.as_str(), hunk.quoted.as_str()) {
            ("", _) => "the source does not have this".to_owned(),
            (has, "") => format!("the source has `{has}` before this"),
            (has, _) => format!("the source has `{has}`"),
        };
        let place = |hunk: &Hunk| self.place(part, hunk.quote.clone());
        let mut finding = self.finding(message, level, place(&near[0]), label(&near[0]));
        for hunk in near.iter().take(SHOWN).skip(1) {
            finding = finding.against(place(hunk), label(hunk));
        }
        for hunk in near.iter().take(SHOWN) {
            let words = match (hunk.has.as_str(), hunk.quoted.as_str()) {
                (_, "") => "not in the quotation".to_owned(),
                ("", quoted) => format!("`{quoted}` does not stand before this"),
                (_, quoted) => format!("quoted as `{quoted}`"),
            };
            finding = self.pointing(finding, hunk.source.clone(), &words);
        }
        finding.help("quote word for word, and mark what is left out by `…`, what is put in by `[ ]`")
    }

    fn finding(&self, message: String, level: Level, at: Span, label: impl Into<String>) -> Finding {
        let subject = self.case.dossier.subject(self.case.texts, Record::Evidence(self.id));
        let mut finding = Finding::new(RULE, level, message, at, label)
            .about(subject.kind, subject.id)
            .value(shown(self.case.read(self.quote)));
        if let Some(source) = self.evidence.source.and_then(|source| source.target) {
            finding.subjects.push(self.case.dossier.subject(self.case.texts, Record::Source(source)));
        }
        finding
    }

    /// With a label on words of the source.
    fn pointing(&self, finding: Finding, at: Range<usize>, words: &str) -> Finding {
        match self.source.place(at) {
            Some((block, range)) => finding.against(self.copy.place(block, range), words),
            None => finding,
        }
    }

    /// The place of words of the quotation.
    fn place(&self, part: &Part, at: Range<usize>) -> Span {
        let Some((_, range)) = part.wording.place(at) else { return self.quote.span };
        self.case.part(self.quote, part.start + range.start..part.start + range.end)
    }
}

/// The parts of a quotation between what was left out or put in.
fn parts(quote: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(first) = quote[at..].chars().next() {
        let rest = &quote[at..];
        let Some(length) = left_out(rest) else {
            at += first.len_utf8();
            continue;
        };
        // `[T]he`, `walk[ed]`: the word that letters were changed of is no part of either side.
        let bracket = rest.starts_with('[');
        let before = if bracket { quote[start..at].trim_end_matches(char::is_alphanumeric).len() } else { at - start };
        parts.push(start..start + before);
        let behind = &quote[at + length..];
        let changed = if bracket { behind.len() - behind.trim_start_matches(char::is_alphanumeric).len() } else { 0 };
        at += length + changed;
        start = at;
    }
    parts.push(start..quote.len());
    parts
}

/// The length of the mark of an omission or an insertion that a text begins with.
fn left_out(text: &str) -> Option<usize> {
    if text.starts_with('[') {
        let end = text.bytes().take(LONGEST_BRACKET).position(|byte| byte == b']')?;
        return (!text[1..end].contains('[')).then_some(end + 1);
    }
    let marks = ["(…)", "(...)", "…", "....", "...", ". . . .", ". . ."];
    marks.iter().find(|mark| text.starts_with(**mark)).map(|mark| mark.len())
}

/// Words that a passage and a quotation do not have in common.
struct Hunk {
    /// Those of the passage.
    source: Range<usize>,
    /// Those of the quotation.
    quote: Range<usize>,
    /// The words of both, as they are to be shown.
    has: String,
    quoted: String,
    is_capitals_alone: bool,
}

impl Hunk {
    fn new(source: (&Wording, Range<usize>), quote: (&Wording, Range<usize>)) -> Self {
        let [has, quoted] = [&source, &quote].map(|(wording, range)| wording.words(range.clone()).join(" "));
        let is_capitals_alone = has.to_lowercase() == quoted.to_lowercase();
        Self { source: source.1, quote: quote.1, has: shown(&has), quoted: shown(&quoted), is_capitals_alone }
    }

    fn told(&self) -> String {
        match (self.has.as_str(), self.quoted.as_str()) {
            ("", quoted) => format!("`{quoted}` is not there"),
            (has, "") => format!("`{has}` is missing"),
            (has, quoted) => format!("`{quoted}` for `{has}`"),
        }
    }
}

/// What differs between a part of a quotation and the passage that has most of its words.
fn nearest(source: &Wording, part: &Part) -> Option<Vec<Hunk>> {
    let length = part.words.len();
    let (start, common) = fullest_window(source, part)?;
    if common * 100 < length * NEAR {
        return None;
    }
    // The passage may be longer than the quotation by what was left out of it.
    let margin = length / 2 + 2;
    let passage = start.saturating_sub(margin)..(start + length + margin).min(source.len());
    let folded = |words: Vec<&str>| words.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let (ours, theirs) = (folded(source.words(passage.clone())), folded(part.wording.words(part.words.clone())));
    let operations = capture_diff_slices(Algorithm::Patience, &ours, &theirs);
    let hunks = hunks(source, &part.wording, &operations, passage.start, part.words.start);
    (!hunks.is_empty()).then_some(hunks)
}

/// Where so many words of the source as the part has, have most of its words; and how many.
fn fullest_window(source: &Wording, part: &Part) -> Option<(usize, usize)> {
    let length = part.words.len();
    let mut wanted: FxHashMap<String, i64> = FxHashMap::default();
    for word in part.wording.words(part.words.clone()) {
        *wanted.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut best: Option<(usize, usize)> = None;
    for stretch in around_the_rarest(source, &wanted, length) {
        // A word counts as often as the part has it.
        let (mut left, mut common) = (wanted.clone(), 0);
        for end in stretch.clone() {
            if let Some(left) = left.get_mut(&source.word(end).to_lowercase()) {
                *left -= 1;
                common += usize::from(*left >= 0);
            }
            let gone = end.checked_sub(length).filter(|gone| *gone >= stretch.start);
            if let Some(left) = gone.and_then(|gone| left.get_mut(&source.word(gone).to_lowercase())) {
                common -= usize::from(*left >= 0);
                *left += 1;
            }
            if best.is_none_or(|(_, most)| common > most) {
                best = Some(((end + 1).saturating_sub(length), common));
            }
        }
    }
    best
}

/// The stretches of the source that have one of the rarest words of a part in their middle. A passage with half of the
/// words has one of any half of them, and no more words than that are looked for.
fn around_the_rarest(source: &Wording, wanted: &FxHashMap<String, i64>, length: usize) -> Vec<Range<usize>> {
    let mut rarest: Vec<(&[u32], &str)> = wanted.keys().map(|word| (source.stands(word), word.as_str())).collect();
    rarest.sort_unstable_by_key(|(stands, word)| (stands.len(), *word));
    let most = (SEARCHED / length).max(1);
    let (mut found, mut looked_for): (Vec<u32>, i64) = (Vec::new(), 0);
    for (stands, word) in rarest {
        let is_enough = looked_for as usize * 2 > length || found.len() + stands.len() > most && !found.is_empty();
        if is_enough {
            break;
        }
        found.extend(stands.iter().take(most));
        looked_for += wanted[word];
    }
    found.sort_unstable();
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for at in found.into_iter().map(|at| at as usize) {
        let (start, end) = ((at + 1).saturating_sub(length), (at + length).min(source.len()));
        match stretches.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = end,
            None => stretches.push(start..end),
        }
    }
    stretches
}

/// The differences of two rows of words, without what stands before and behind the passage, and with those of capitals
/// alone, which the comparison has folded.
fn hunks(source: &Wording, quote: &Wording, operations: &[DiffOp], ours: usize, theirs: usize) -> Vec<Hunk> {
    let is_outside = |operation: &DiffOp| matches!(operation, DiffOp::Delete { .. });
    let inner = match operations {
        [first, rest @ ..] if is_outside(first) => rest,
        all => all,
    };
    let inner = match inner {
        [rest @ .., last] if is_outside(last) => rest,
        all => all,
    };
    let mut hunks = Vec::new();
    for (number, operation) in inner.iter().enumerate() {
        let (mut mine, yours) = (operation.old_range(), operation.new_range());
        // What stands beside the passage is compared with it, and belongs to it no more than its own words do.
        let beside = mine.len().saturating_sub(yours.len());
        match operation {
            DiffOp::Replace { .. } if number == 0 => mine.start += beside,
            DiffOp::Replace { .. } if number + 1 == inner.len() => mine.end -= beside,
            _ => {}
        }
        let (mine, yours) = (mine.start + ours..mine.end + ours, yours.start + theirs..yours.end + theirs);
        if !matches!(operation, DiffOp::Equal { .. }) {
            hunks.push(Hunk::new((source, mine), (quote, yours)));
            continue;
        }
        for (mine, yours) in mine.zip(yours).filter(|(mine, yours)| source.word(*mine) != quote.word(*yours)) {
            hunks.push(Hunk::new((source, mine..mine + 1), (quote, yours..yours + 1)));
        }
    }
    hunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_falls_into_parts_where_something_is_left_out_or_put_in() {
        for (quote, expected) in [
            ("one two", vec!["one two"]),
            ("one … two", vec!["one ", " two"]),
            ("one [...] two.... three", vec!["one ", " two", " three"]),
            ("[T]he bridge", vec!["", " bridge"]),
            ("they walk[ed] on", vec!["they ", " on"]),
            ("a [b [c] d", vec!["a [b ", " d"]),
            ("(…)", vec!["", ""]),
        ] {
            let parts: Vec<&str> = parts(quote).into_iter().map(|range| &quote[range]).collect();
            assert_eq!(parts, expected, "{quote}");
        }
    }
}
