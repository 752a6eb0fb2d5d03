//! What a sentence cites a work for: for what it tells, or for no more than a method, an idea, or what to read on.

use super::Passage;
use super::passages::Bears;
use crate::citation::{Citation, Cited};
use crate::draft::sources::Source;
use crate::language::{Citing, Vocabulary, row};
use crate::names::one_line;
use crate::time::When;
use crate::time::prose::{Found, Side, What};

static ASIDES: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Aside));
static METHODS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Method));
static OWN: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Own));

/// What tells of a method stands in so many words before the citation.
const NEAR: usize = 8;
/// Whoever tells of an event is seldom wrong by more years.
const OLD: i64 = 10;
/// So long is an end of `2022/2023`, which is no more than a year.
const YEAR: usize = 4;

/// The role in which a sentence cites a work in these words, its own or those of its note; none for one that attests
/// all that the sentence says.
pub(super) fn role(
    passage: &Passage<'_>,
    (citation, work, bears): (&Citation, &Cited, &Bears),
    words: &str,
    source: Option<&Source>,
) -> Option<&'static str> {
    let before = words.get(..work.range.start).unwrap_or_default();
    let prefix = work.prefix.clone().and_then(|prefix| words.get(prefix));
    if prefix.is_some_and(|prefix| is_aside(&one_line(prefix))) || sends_on(before) {
        return Some("background");
    }
    let issued = source.and_then(|source| {
        let issued = source.fields.iter().find(|(key, _)| *key == "issued");
        When::parse(issued?.1.first()?).ok()
    });
    let dates = passage.worth.as_ref().map(|worth| worth.dates.as_slice()).unwrap_or_default();
    let is_late = |issued: &When| dates.iter().any(|date| later(issued, date).is_some());
    if issued.as_ref().is_some_and(is_late) && is_for_a_method(passage, citation) {
        return Some("background");
    }
    let is_presumed =
        issued.is_some_and(|issued| bears_one_alone(&issued, (citation, bears), dates) || is_old(&issued, dates));
    (!bears.reaches || is_presumed).then_some("presumed")
}

/// Whether a sentence cites for what its authors used, or tells of their own doings: "Interviews were held in March
/// 2020 and coded by the method of berths (Weir 1999)", "we analysed the census of 2010 by quays (Weir 1999)".
fn is_for_a_method(passage: &Passage<'_>, citation: &Citation) -> bool {
    let text = passage.text();
    let is_here = citation.block == passage.block;
    let end = citation.range.start.saturating_sub(passage.range.start);
    let before = text.get(..end).filter(|_| is_here).unwrap_or(text);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_method = before.split_whitespace().rev().take(NEAR).any(|word| METHODS.has(&bare(word)));
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    is_method || words.iter().any(|word| OWN.has(word)) || words.windows(2).any(|two| OWN.has(&two.join(" ")))
}

/// Whether a work is so much too early for what a sentence dates that it is cited for an idea. Of a day only events are
/// told.
fn is_old(issued: &When, dates: &[Found]) -> bool {
    let late: Vec<(i64, &Found)> = dates.iter().filter_map(|date| Some((later(issued, date)?, date))).collect();
    let are_years = |when: &When| when.to_string().split('/').all(|end| end.len() <= YEAR);
    let in_years = |date: &Found| matches!(&date.what, What::Date(when) if are_years(when));
    !late.is_empty() && late.iter().all(|(years, date)| *years > OLD && in_years(date))
}

/// How many years a date of a sentence surely lies behind a work.
fn later(issued: &When, date: &Found) -> Option<i64> {
    let What::Date(when) = &date.what else { return None };
    let last = issued.nominal().latest().day()?.number();
    let first = match date.side {
        Side::After => when.nominal().latest().day()?.number() + 1,
        _ => when.nominal().earliest().day()?.number(),
    };
    (last < first).then(|| (first - last) / 365)
}

/// Whether a work is too early for some of the dates of a sentence and not for the one beside its citation: "withdrew
/// the licence in 2010 after a warning of 2008 (Agency 2008)". Of several works in one bracket each may be for another
/// date: "wrote on it in 1992 and 1993 (Powell 1992; 1993)".
fn bears_one_alone(issued: &When, (citation, bears): (&Citation, &Bears), dates: &[Found]) -> bool {
    let is_later = |date: &Found| later(issued, date).is_some();
    let beside = bears.beside.and_then(|date| dates.get(date));
    let is_too_early = if citation.works.len() > 1 { dates.iter().all(is_later) } else { beside.is_some_and(is_later) };
    // An end may have been foreseen, a decade have begun, and what comes after is told of nothing: "headed by Hale
    // until 2012 (Ames 2008)", "grew from the 1970s to the 2020s (Levin 2009)", "the studies after 2011 (Levin 2011)".
    let is_loose = |date: &Found| {
        matches!(date.side, Side::Until | Side::After)
            || matches!(&date.what, What::Date(when) if when.to_string().ends_with('X'))
    };
    let is_foreseen = dates.iter().filter(|date| is_later(date)).all(is_loose);
    dates.iter().any(is_later) && (is_foreseen || !is_too_early)
}

/// Words before a citation that send the reader on, and claim nothing of the source.
fn is_aside(prefix: &str) -> bool {
    let words = prefix.to_lowercase();
    let words = words.trim_matches(|c: char| !c.is_alphabetic());
    ASIDES.has(words)
}

/// Whether the words before a citation end so.
fn sends_on(before: &str) -> bool {
    let last: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    matches!(last[..], [word, ..] if is_aside(word))
        || matches!(last[..], [second, first] if is_aside(&format!("{first} {second}")))
}
