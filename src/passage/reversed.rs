//! Stretches in a sentence whose ends cannot both be right: shares that run downwards, "57–51%".

use std::ops::Range;

use num_traits::CheckedAdd;

use crate::amount::Exact;
use crate::amount::prose::{Style, amounts, figures};
use crate::language::Vocabulary;

static BETWEEN: Vocabulary = Vocabulary::of(|language| language.numbers.between);
static AND: Vocabulary = Vocabulary::of(|language| language.numbers.and);

/// The unit of a range stands within so many bytes of its second end.
const NEAR: usize = 24;

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
        let (first, last) = (value(&low)?, value(&high)?);
        // "They voted 52–48% to leave."
        let is_split = || first.checked_add(&last).is_some_and(|sum| sum == Exact::from(100));
        let behind = &text[high.start..text.ceil_char_boundary((high.end + NEAR).min(text.len()))];
        let is_share = || {
            let unit = amounts(behind, style, &[]).into_iter().next().filter(|found| found.at.start == 0);
            behind.split(' ').next().is_some_and(|word| word.contains('%'))
                || unit.is_some_and(|found| found.amount.unit().name() == "%")
        };
        (first > last && !is_split() && is_share()).then_some(low.start..high.end)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_run_upwards() {
        for (text, language, expected) in [
            ("At 57–51% it is flat.", "en", Some("57–51")),
            ("Tolls vary between 89 and 38 percent.", "en", Some("89 and 38")),
            ("Tarif berkisar antara 89 dan 38 persen.", "id", Some("89 dan 38")),
            ("At 51–57% it is flat.", "en", None),
            ("It fell from 89 to 38 percent.", "en", None),
            ("They voted 52–48% to leave.", "en", None),
            ("They won 57–51 at home, and 936 -1% was left.", "en", None),
        ] {
            assert_eq!(reversed(text, Style::of(language)).map(|at| &text[at]), expected, "{text}");
        }
    }
}
