//! Words as they are compared when a passage is looked for.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text, each folded and with its place.
///
/// Folded are capitals and diacritics; hyphens and apostrophes inside words are left out (`Chang Ho-jin`, `state’s`),
/// but a dash between numbers parts them. Points and commas inside a number belong to it.
pub(super) fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    let mut joins = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let next = letters.peek().map(|(_, next)| *next);
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            if !words.last().is_some_and(|(_, place)| joins || place.end == at) {
                words.push((String::new(), at..end));
            }
            let (word, place) = words.last_mut().expect("there is one by now");
            fold(letter, word);
            place.end = end;
            joins = false;
            continue;
        }
        let before = words.last().filter(|(_, place)| place.end == at);
        let Some(last) = before.and_then(|(_, place)| text[..place.end].chars().next_back()) else { continue };
        let number = last.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
        joins = match letter {
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | 'ʼ' | '\u{AD}' => {
                !number && next.is_some_and(char::is_alphanumeric)
            }
            '.' | ',' => number,
            _ => false,
        };
        if joins && number {
            words.last_mut().expect("there is a word before").0.push(letter);
        }
    }
    words.retain(|(word, _)| !word.is_empty());
    words
}

fn fold(letter: char, word: &mut String) {
    if letter.is_ascii() {
        word.push(letter.to_ascii_lowercase());
    } else {
        let bare = letter.nfkd().filter(|letter| !is_combining_mark(*letter));
        word.extend(bare.flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_keep_their_places() {
        let text = "The Lünden-based “state’s” 13.000 men, 1945-1948: T-62, 4,2.";
        let found: Vec<(String, &str)> = words(text).into_iter().map(|(word, at)| (word, &text[at])).collect();
        let expected = [
            ("the", "The"),
            ("lundenbased", "Lünden-based"),
            ("states", "state’s"),
            ("13.000", "13.000"),
            ("men", "men"),
            ("1945", "1945"),
            ("1948", "1948"),
            ("t62", "T-62"),
            ("4,2", "4,2"),
        ];
        assert_eq!(found, expected.map(|(word, written)| (word.to_owned(), written)));
    }

    #[test]
    fn what_printing_changes_makes_no_difference() {
        for (one, other) in [("Ho-jin", "hojin"), ("Mari-tim", "maritim"), ("cafe\u{301}", "café"), ("A\u{AD}b", "ab")]
        {
            let [one, other] =
                [one, other].map(|text| words(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>());
            assert_eq!(one, other);
        }
    }
}
