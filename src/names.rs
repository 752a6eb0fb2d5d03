//! Names, and the keys that a text prints for its sources (`Kompas Internasional 2022`: a name and a year): folded,
//! compared, the nearest known one.

mod near;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::{FORTHCOMING, UNDATED, joins};

pub use near::{Distance, Slip, nearest, slip};
pub(crate) use near::{Nearest, Slips};

/// A text with its white space folded to single spaces, none at the ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a key, its year left out, white space folded: `BBC News` of `BBC  News (2023a)`.
pub fn name(key: &str) -> String {
    let words: Vec<&str> = key.split_whitespace().collect();
    let named = words.iter().rposition(|word| !is_year(word)).map_or(0, |last| last + 1);
    words[..named].join(" ").trim_end_matches([',', '(', ';']).to_owned()
}

/// `2023`, `(2023a)`, `n.d.`, and what other languages say for it.
pub(crate) fn is_year(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() <= 5;
    let bare = bare.to_lowercase();
    year || [&UNDATED, &FORTHCOMING].iter().any(|known| known.has(&bare))
}

/// The words of a name or key in small letters, without punctuation and diacritics.
pub fn words(text: &str) -> Vec<String> {
    let bare: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    let lower = folded(&bare.to_lowercase());
    // A point or an apostrophe stands inside a word: `B.B.C.`, `Asia's`.
    let joined: String = lower.chars().filter(|c| !matches!(c, '.' | '\'' | '’')).collect();
    let words = joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A text in small letters with those that do not decompose written as their neighbours: after `Latin-ASCII` of CLDR
/// 48.
fn folded(lower: &str) -> String {
    let mut folded = String::with_capacity(lower.len());
    for letter in lower.chars() {
        match letter {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ŧ' => folded.push('t'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            _ => folded.push(letter),
        }
    }
    folded
}

/// A name without case, punctuation, diacritics and spaces.
pub fn run_together(name: &str) -> String {
    words(name).concat()
}

/// The words of a name in alphabetical order. `None` where their order says who wrote first: `Sari and Putra`.
pub fn in_any_order(name: &str) -> Option<String> {
    let mut words = words(name);
    if name.split_whitespace().any(joins) || name.contains(['&', ',']) {
        return None;
    }
    words.sort_unstable();
    Some(words.join(" "))
}

/// A whole key without case, punctuation, diacritics, spaces and the order of its words.
pub fn spelling(key: &str) -> String {
    let mut words = words(key);
    words.sort_unstable();
    words.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_key_is_what_stands_before_its_year() {
        assert_eq!(name("BBC  News 2023"), "BBC News");
        assert_eq!(name("Sari, (2023a)"), "Sari");
        assert_eq!(name("Kementerian n.d."), "Kementerian");
        assert_eq!(name("1984"), "");
        assert_eq!(name("Agenda 2030 Forum"), "Agenda 2030 Forum");
    }

    #[test]
    fn letters_that_do_not_decompose_are_folded() {
        for (one, other) in
            [("Łukasz", "Lukasz"), ("Østergård", "Ostergard"), ("Strauß", "STRAUSS"), ("Sæmundur", "Saemundur")]
        {
            assert_eq!(words(one), words(other));
        }
    }

    #[test]
    fn the_order_of_authors_is_kept() {
        assert_eq!(in_any_order("Internasional Kompas"), in_any_order("Kompas Internasional"));
        assert_eq!(in_any_order("Sari & Putra"), None);
        assert_eq!(in_any_order("Sari dan Putra"), None);
    }
}
