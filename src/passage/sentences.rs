//! The sentences of a block.
//!
//! Bounds as the Unicode Standard Annex #29 draws them, mended where it cannot know better: after abbreviations and
//! initials, inside brackets and quotations, and around a citation that follows the full stop of its sentence.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::language::{FORTHCOMING, MISTAKABLE, Sentence, Term, UNDATED, Vocabulary, is_short_month, row};
use crate::time::prose::month_and_day;

static ABBREVIATIONS: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Abbreviation));
static SHORT: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Short));
static ENDS_TOO: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::EndsToo));
static OPENERS: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Opener));

/// The longest stretch, in bytes, over which an open bracket holds a sentence together.
const LONGEST_BRACKET: usize = 600;

/// The sentences of a block's words, in order, each without the white space around it. Together they hold every word.
pub fn sentences(words: &str) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut depth = 0;
    let pieces = words.split_sentence_bound_indices();
    for (at, piece) in
        pieces.flat_map(|(at, piece)| behind_citations(piece).map(move |part| (at + part.start, &piece[part])))
    {
        let mut start = at + piece.len() - piece.trim_start().len();
        let end = at + piece.trim_end().len();
        if start >= end {
            continue;
        }
        if let Some(last) = sentences.last_mut() {
            // `costs.[@urman; @doe] However`: the bracket opens what is behind the stop.
            if last.end == start && words[last.clone()].ends_with(".[") {
                last.end -= 1;
                start -= 1;
            }
            let so_far = &words[last.clone()];
            let bracket = depth > 0 && at - last.start < LONGEST_BRACKET && closes(&words[start..end]);
            if bracket || goes_on(so_far, &words[start..end]) {
                last.end = end;
                depth += balance(&words[start..end]);
                continue;
            }
            if let Some(citation) = trailing_citation(&words[start..end]) {
                last.end = start + citation;
                let rest = &words[last.end..end];
                start = end - rest.trim_start().len();
            }
        }
        if start < end {
            depth = balance(&words[start..end]);
            sentences.push(start..end);
        }
    }
    sentences
}

/// A text cut behind the citations that touch a full stop, where another sentence follows: `costs.[@urman] However`;
/// and before a key that begins one: `costs rose. @urman2019 says`.
fn behind_citations(text: &str) -> impl Iterator<Item = Range<usize>> + use<> {
    let mut parts = Vec::new();
    let mut start = 0;
    let stops = [(".[", ']'), (".(", ')'), (". @", '@')];
    let mut stops: Vec<(usize, char)> =
        stops.into_iter().flat_map(|(sign, close)| text.match_indices(sign).map(move |(at, _)| (at, close))).collect();
    stops.sort_unstable();
    for (stop, closer) in stops {
        if closer == '@' {
            let word = text[start.min(stop)..stop].rsplit(' ').next().unwrap_or_default();
            if stop > start && word.len() > 3 && !ABBREVIATIONS.has(&word.to_lowercase()) {
                parts.push(start..stop + 2);
                start = stop + 2;
            }
            continue;
        }
        let inner = &text[stop + 2..text.floor_char_boundary(stop + LONGEST_BRACKET)];
        let Some(close) = inner.find(closer).filter(|_| stop >= start) else { continue };
        let end = stop + 2 + close + 1;
        let opens = text[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if opens && is_marked(&inner[..close]) {
            parts.push(start..end);
            start = end;
        }
    }
    parts.push(start..text.len());
    parts.into_iter()
}

/// Whether a square bracket holds numbers or keys, as citations do.
fn is_marked(inner: &str) -> bool {
    inner.chars().all(|letter| letter.is_ascii_digit() || " ,;-–".contains(letter))
        || inner.split([';', ' ', '-']).any(|word| word.starts_with('@'))
        // A key of LaTeX: "(osei:2019)".
        || !inner.contains(' ') && inner.contains(|letter: char| letter.is_ascii_digit() || letter == '_')
}

/// How many more brackets a text opens than it closes.
fn balance(text: &str) -> i32 {
    let brackets = text.bytes().map(|byte| match byte {
        b'(' => 1,
        b')' => -1,
        _ => 0,
    });
    brackets.sum()
}

/// Whether a text closes a bracket that it did not open.
fn closes(text: &str) -> bool {
    text.find(')').is_some_and(|close| text.find('(').is_none_or(|open| close < open))
}

/// Whether what follows a full stop, a question mark … is still the same sentence.
fn goes_on(so_far: &str, next: &str) -> bool {
    let bare = so_far.trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']']);
    let quoted = bare.len() < so_far.len();
    let Some(first) = next.chars().find(|letter| letter.is_alphanumeric()) else {
        return !next.starts_with(['(', '[']);
    };
    if bare.ends_with(['?', '!', '…']) {
        return quoted && first.is_lowercase() && !next.starts_with(['(', '[']);
    }
    if quoted {
        return false;
    }
    let Some(body) = so_far.strip_suffix('.') else { return false };
    let word = body.rsplit([' ', '(', '[', '"', '“', '\u{a0}', '–', '/']).next().unwrap_or_default();
    let lower = word.to_lowercase();
    let opener = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let opens = OPENERS.has(&opener);
    let list_number = body.len() == word.len() && !word.is_empty() && word.len() <= 4;
    match () {
        () if ENDS_TOO.has(&lower) => first.is_lowercase() || first.is_ascii_digit(),
        // "out. 2023" is of October.
        () if is_short_month(&lower) && MISTAKABLE.has(&lower) => first.is_ascii_digit(),
        () if ABBREVIATIONS.has(&lower) || SHORT.has(&lower) || is_short_month(&lower) => !(opens && lower == "al"),
        () if is_day_of_month(word, next) => true,
        () if is_initial(word) => !opens && (word != "I" || body.len() == 1),
        // "3. The compact at work", "a. Pressure of the system".
        () => list_number && (word.len() == 1 || word.bytes().all(|byte| byte.is_ascii_digit())),
    }
}

/// Whether a full stop between a number and a month makes it an ordinal: "am 27. November".
fn is_day_of_month(number: &str, next: &str) -> bool {
    let day = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    let month = next.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    let is_date = || month_and_day(&format!("{number}. {month}")).is_some_and(|(_, day, _)| day.is_some());
    day && !MISTAKABLE.has(&month.to_lowercase()) && is_date()
}

/// "S", "J.-P", "U.S": capitals with full stops between them.
fn is_initial(word: &str) -> bool {
    let mut letters = word.split(['.', '-']).filter(|part| !part.is_empty()).peekable();
    letters.peek().is_some()
        && letters.all(|part| {
            let mut part = part.chars();
            part.next().is_some_and(char::is_uppercase) && part.next().is_none()
        })
}

/// Where the citation ends that a text starts with, and that belongs to the sentence before: "(Park 2019).", "[3, 5]".
fn trailing_citation(text: &str) -> Option<usize> {
    let (close, numeric) = match text.chars().next()? {
        '(' => (')', false),
        '[' => (']', true),
        _ => return None,
    };
    let end = text.find(close)? + 1;
    let inner = &text[1..end - 1];
    let year = inner.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    let undated = [&UNDATED, &FORTHCOMING]
        .iter()
        .any(|known| inner.split([' ', ',', ';']).any(|word| known.has(word.trim_end_matches('.'))));
    let alone = text[end..].trim_matches(['.', ' ']).is_empty();
    let marked = numeric && is_marked(inner);
    let cites = marked || (!numeric && inner.len() < 300 && (year || undated));
    (cites && (alone || inner.len() < 120 || marked))
        .then(|| end + text[end..].bytes().take_while(|byte| *byte == b'.').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each text as it is to be cut, at the bars.
    const CUT: &[&str] = &[
        "Born c. 1412, he died in 1431.|He was old.",
        "See p. 15 and pp. 3-5 in vol. 2, ed. Dr. Smith, Fig. 2.|It shows more.",
        "Prof. S. N. Hadi et al. 2019 said so.|Nobody knew.",
        "Signed on tgl. 9 Januari 2017 (hlm. 40), gudang, dll.|Badan itu berkantor di sini.",
        "Ini dsb. dan itu.|Pasal No. 12 berlaku.",
        "\"Really?\" he asked.|\"Will it hold?\" asked the Daily on the next day.|It has held so far.",
        "Will it hold?|It has.",
        "On 3 Sept. 2019 and in Dec. 2020 it rained.|All were there.",
        "The order is multipolar. (Pusat Analisis 2023).|This worries Lunden. (BBC News 2023)",
        "It follows from expansion. (Oegroseno 2022)|ekspansi NATO ke Timur.",
        "It was sent by the U.S. Department of State.|They live in the U.S.|The rest do not.",
        "It works [3].|It does so well. [4, 5]|More is to come.",
        "It costs more.[@urman2019; @doe2020]|However, it works.[3]|More is to come.",
        "It rose.(why_do_tides_rise)|More is to come.",
        "The years 2021-2025 were poor.|@urman2019 tells of such a time, as does e.g. @doe.",
        "He left (see Smith. He says more) in May.|Then he came.",
        "1. The first point.|2. The second.",
        "The war ended in World War I.|Peace came.",
        "Prices rose by 3.5 million.|So did fares.",
        "J. R. R. Marsh wrote it.|A. B. Cole did not.",
        "Dated n.d. in the list.|The list is long.",
        "Er kam am 27. November an.|Sie nahm 15.|Maria blieb (Zugriff: 15. Juli 2014).|Dann ging er.",
        "Lido em out. 2023 e em dez. 2022.|It went out.|Then it came.",
    ];

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for cut in CUT {
            let expected: Vec<&str> = cut.split('|').collect();
            let words = cut.replace('|', " ");
            let found: Vec<&str> = sentences(&words).into_iter().map(|range| &words[range]).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn nothing_makes_no_sentence() {
        assert!(sentences("").is_empty());
        assert!(sentences(" \n ").is_empty());
    }
}
