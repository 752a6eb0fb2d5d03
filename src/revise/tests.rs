//! Two manuscripts: what says something else is told with both values, and how a text is set is told by nothing.

use proptest::prelude::*;

use super::align::differences;
use super::edits::{What, edits};
use super::tokens::{Side, Words};
use crate::document::{Laid, read};
use crate::passage::Manuscript;
use crate::text::Texts;

const PAPER: &str = "\
# A strait

## Signing

On Monday, 14 March 2019, the ministers signed the compact in Lunden (Harbour Daily 2019). The compact placed all
traffic under one board, and the board met in June. It was signed by 12 of 14 states.

## Work

The board opened its office on 1 October 2019 with a staff of 34. The board met in June.
A storm at Osterby sank no ferry, said “the oldest captain” of Lunden (Petrova 2017). It rests on Article 12 of the
text, which lets either side leave after twelve months, at a rate of 4.2% (p < .05).

| port   | ships |
|--------|-------|
| Lunden | 12    |
| Arden  | 12    |
";

fn reading(text: &str) -> Manuscript {
    let mut manuscript = read("paper.md", text.as_bytes()).expect("the test writes Markdown");
    let laid = Laid::new(&mut Texts::default(), "paper.md".to_owned(), &mut manuscript).expect("it is small");
    Manuscript::new(manuscript, laid, Vec::new(), Some("en"))
}

/// What is told of another text: what of a passage is another, or what became of it.
fn told(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (reading(old), reading(new));
    let mut words = Words::default();
    let (was, is) = (Side::new(&old, &mut words), Side::new(&new, &mut words));
    let mut told = Vec::new();
    for difference in differences(&was, &is) {
        let turn = match () {
            () if difference.has_moved => "moved",
            () if difference.old.is_empty() => "added",
            () if difference.new.is_empty() => "removed",
            () => "",
        };
        if !turn.is_empty() {
            told.push(format!("{turn} {}", difference.old.len().max(difference.new.len())));
        }
        for edit in edits(&was, &is, &difference) {
            let [before, after] = [edit.before, edit.after].map(|it| it.map(|it| it.words).unwrap_or_default());
            told.push(format!("{}: {before} -> {after}", edit.what.name()));
        }
    }
    told
}

fn edited(old: &str, new: &str) -> String {
    assert!(PAPER.contains(old), "{old}");
    PAPER.replacen(old, new, 1)
}

#[test]
fn what_says_something_else_is_told_with_both_values() {
    for (old, new, expected) in [
        ("staff of 34", "staff of 43", &["number: 34 -> 43"][..]),
        ("14 March 2019", "14 May 2019", &["date: 14 March 2019 -> 14 May 2019"]),
        ("1 October 2019", "1 October 2091", &["date: 1 October 2019 -> 1 October 2091"]),
        ("storm at Osterby", "storm at Maravel", &["name: Osterby -> Maravel"]),
        ("(Petrova 2017)", "(Petrova 2018)", &["citation: Petrova 2017 -> Petrova 2018"]),
        ("It was signed", "It was not signed", &["negation:  -> not"]),
        ("oldest captain", "youngest captain", &["quotation: oldest -> youngest"]),
        ("p < .05", "p > .05", &["number: < -> >"]),
        ("4.2%", "2.4%", &["number: 4.2% -> 2.4%"]),
        ("placed all\ntraffic", "laid all\ntraffic", &["wording: placed -> laid"]),
        ("| Arden  | 12 ", "| Arden  | 21 ", &["number: 12 -> 21"]),
        ("It was signed by 12 of 14 states.", "", &["removed 1"]),
        ("states.", "states. Nobody objected.", &["added 1"]),
    ] {
        assert_eq!(told(PAPER, &edited(old, new)), expected, "{old} -> {new}");
    }
}

#[test]
fn what_moved_is_told_as_moved() {
    let moved = "The board opened its office on 1 October 2019 with a staff of 34. ";
    let text = edited(moved, "").replacen("On Monday", &format!("{moved}On Monday"), 1);
    assert_eq!(told(PAPER, &text), ["moved 1"]);
    let text = text.replacen("staff of 34", "staff of 35", 1);
    assert_eq!(told(PAPER, &text), ["moved 1", "number: 34 -> 35"]);
}

#[test]
fn a_sentence_that_was_cut_in_two_says_the_same() {
    let text = edited(
        "traffic under one board, and the board met in June.",
        "traffic under one board. The board met in June.",
    );
    assert_eq!(told(PAPER, &text), ["wording: and the -> The"]);
}

proptest! {
    #[test]
    fn a_digit_that_is_another_is_told_where_it_stands(number in 0..100_usize, digit in 1..10_u8) {
        let digits: Vec<usize> = PAPER.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let (at, digit) = (digits[number % digits.len()], char::from(b'0' + digit));
        let mut text = PAPER.to_owned();
        text.replace_range(at..=at, &digit.to_string());
        prop_assume!(text != PAPER);
        let told = told(PAPER, &text);
        prop_assert_eq!(told.len(), 1, "{:?}", told);
        prop_assert!(!told[0].starts_with(What::Wording.name()) && told[0].contains(digit), "{:?}", told);
    }

    #[test]
    fn how_a_text_is_set_is_told_by_nothing(at in proptest::collection::vec(0..PAPER.len(), 1..8), how in 0..4_usize) {
        let mut text = PAPER.to_owned();
        for at in at {
            let is_between = text.get(at..).is_some_and(|rest| rest.starts_with(' '))
                && text[..at].ends_with(|c: char| c.is_ascii_lowercase())
                && text[at + 1..].starts_with(|c: char| c.is_ascii_lowercase());
            if is_between {
                text.replace_range(at..=at, ["\n", "\u{a0}", "  ", "\u{ad} "][how]);
            }
        }
        let text = text.replace(['“', '”'], "\"");
        prop_assert_eq!(told(PAPER, &text), Vec::<String>::new());
    }
}
