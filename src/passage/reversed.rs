//! Stretches in a sentence whose ends cannot both be right: shares that run downwards, "57–51%", and years that lie
//! outside of the life in brackets behind a name.

use std::ops::Range;

use super::manuscript::{Manuscript, Sentence};
use crate::amount::Exact;
use crate::amount::prose::{Style, figures};
use crate::language::{Cue, Vocabulary, cues};
use crate::time::prose::What;

static BETWEEN: Vocabulary = Vocabulary::of(|language| language.numbers.between);
static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);

/// A life is so many years long, nobody acts before they are so many years old, and a year is the name's that stands
/// within so many bytes of it.
const LIFE: std::ops::RangeInclusive<u32> = 15..=110;
const YOUNG: u32 = 8;
const NEAR: usize = 40;

/// Shares of a sentence of which the first is larger than the one that it runs to.
pub(crate) fn reversed(text: &str, style: Style) -> Option<Range<usize>> {
    let dashed = text.match_indices(['–', '-']).filter_map(|(at, dash)| {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let start = text[..at].rfind(|c| !is_part(c)).map_or(0, |before| text.ceil_char_boundary(before + 1));
        let behind = at + dash.len();
        let end = behind + text[behind..].find(|c| !is_part(c)).unwrap_or(text.len() - behind);
        let stands_free = text[..start].chars().next_back().is_none_or(|c| matches!(c, ' ' | '(' | '\u{a0}'));
        stands_free.then_some((start..at, behind..end))
    });
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    let spelt = starts.filter_map(|at| {
        let mut words = pieces(text, at);
        let (between, low, and, high) = (words.next()?, words.next()?, words.next()?, words.next()?);
        let is = |list: &Vocabulary, at: &Range<usize>| list.has(&text[at.clone()].to_lowercase());
        (is(&BETWEEN, &between) && is(&AND, &and)).then_some((low, high))
    });
    let value = |at: &Range<usize>| -> Option<Exact> {
        let [amount] = &figures(text[at.clone()].trim_end_matches('%'), style)[..] else { return None };
        amount.face()
    };
    dashed.chain(spelt).find_map(|(low, high)| {
        let is_share = text[high.start..].split(' ').next().is_some_and(|word| word.contains('%'))
            || crate::amount::prose::amounts(&text[high.start..], style, &[])
                .first()
                .is_some_and(|found| found.at.start == 0 && found.amount.unit().name() == "%");
        (is_share && value(&low)? > value(&high)?).then_some(low.start..high.end)
    })
}

/// The pieces between the blanks of a text, from a place on.
fn pieces(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
    let mut start = from;
    text[from..].split(' ').map(move |piece| {
        let at = start..start + piece.len();
        start = at.end + 1;
        at
    })
}

/// A year of a sentence that lies outside of the life that it tells of: the life, and the year.
pub(crate) fn outside_life(manuscript: &Manuscript, sentence: &Sentence) -> Option<(Range<usize>, Range<usize>)> {
    let text = manuscript.words(sentence);
    let cited = &manuscript.citations[sentence.citations.clone()];
    let is_cited = |at: &Range<usize>| {
        let at = at.start + sentence.range.start..at.end + sentence.range.start;
        cited.iter().any(|citation| citation.range.start <= at.start && at.end <= citation.range.end)
    };
    text.match_indices(" (").find_map(|(open, _)| {
        let inside = text[open + 2..].split(')').next()?;
        let (from, until) =
            inside.split_once(['–', '-']).map(|(from, until)| (from.trim(), until.trim_start_matches('-').trim()))?;
        let (from, until) = (year(from)?, year(until)?);
        let life = names_person(&text[..open])?..open + 2 + inside.len() + 1;
        if !LIFE.contains(&until.checked_sub(from)?) || is_cited(&life) {
            return None;
        }
        let dates = sentence.worth.iter().flat_map(|worth| &worth.dates);
        dates.filter(|date| matches!(date.what, What::Date(_)) && !is_cited(&date.at)).find_map(|date| {
            let word = text[..date.at.start].split_whitespace().next_back()?.to_lowercase();
            let led = cues(&word).iter().any(|(_, cue)| matches!(cue, Cue::Lead));
            let own = text[date.at.clone()].split_whitespace().next_back().and_then(year);
            let told = own.filter(|_| led || text[date.at.clone()].contains(' '))?;
            let is_near = date.at.start >= life.end && date.at.start - life.end <= NEAR
                || date.at.end <= life.start && life.start - date.at.end <= NEAR;
            (is_near && (told < from + YOUNG || told > until)).then(|| (life.clone(), date.at.clone()))
        })
    })
}

fn year(word: &str) -> Option<u32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1000..2100).contains(year))
}

/// Where the name begins that a text ends with, if it is that of a person: two words with capitals or more.
fn names_person(text: &str) -> Option<usize> {
    let mut start = text.len();
    let mut words = 0;
    while let Some(word) =
        text[..start].trim_end().rsplit(' ').next().filter(|word| word.starts_with(char::is_uppercase))
    {
        start = text[..start].trim_end().len() - word.len();
        words += 1;
        if start == 0 {
            break;
        }
    }
    (words > 1).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Laid;
    use crate::text::Texts;

    #[test]
    fn shares_run_upwards() {
        for (text, language, expected) in [
            ("At 57–51% it is flat.", "en", Some("57–51")),
            ("Tolls vary between 89 and 38 percent.", "en", Some("89 and 38")),
            ("Tarif berkisar antara 89 dan 38 persen.", "id", Some("89 dan 38")),
            ("At 51–57% it is flat.", "en", None),
            ("It fell from 89 to 38 percent.", "en", None),
            ("They won 57–51 at home, and 936 -1% was left.", "en", None),
        ] {
            assert_eq!(reversed(text, Style::of(language)).map(|at| &text[at]), expected, "{text}");
        }
    }

    #[test]
    fn nobody_acts_outside_of_their_life() {
        for (text, expected) in [
            ("It was founded by Ada Lind (1756–1790) in 1749.", Some("1749")),
            ("What Ada Lind (1903–1946) said in 1949 was heard.", Some("1949")),
            ("What Ada Lind (1903–1956) said in 1949 was heard.", None),
            ("The field Before (1990–2006) grew after Arle in 2009.", None),
            ("Ada Lind (1903–1946) was of the port of Arle, which the war had spared, and which burnt in 1949.", None),
        ] {
            let mut document = crate::document::read("lives.md", text.as_bytes()).expect("it is text");
            let laid = Laid::new(&mut Texts::default(), "lives.md".to_owned(), &mut document).expect("it is small");
            let manuscript = Manuscript::new(document, laid, Vec::new(), Some("en"));
            let year = outside_life(&manuscript, &manuscript.sentences[0]).map(|(_, year)| text[year].to_owned());
            assert!(
                year.as_deref().map_or(expected.is_none(), |year| expected.is_some_and(|it| year.ends_with(it))),
                "{text} {year:?}"
            );
        }
    }
}
