//! Which sentences are worth checking.
//!
//! A sentence is worth checking if it says something that a source can bear out or not: it has a date, a quantity or a
//! test statistic, or it cites a source for what a named party did. That is after `ClaimBuster` (Hassan, Arslan, Li and
//! Tremayne, "Toward Automated Fact-Checking", KDD 2017), which ranks sentences by features such as figures, named
//! entities and verbs in the past; here they are rules, whose answer can be read off the sentence, and no score. A
//! question is not worth checking.
//!
//! Left out: claims without figures and without a source, opinions told apart from facts, and languages other than
//! English and Indonesian for verbs.

use std::ops::Range;

use super::{estimates, statistics};
use crate::amount::prose::{self as values, Style, amounts};
use crate::frame::{Match, matches};
use crate::language::{Sentence, Vocabulary, row};
use crate::time::prose::{self as times, Language, dates};

/// What makes a sentence worth checking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Its dates.
    pub dates: Vec<times::Found>,
    /// Its quantities.
    pub amounts: Vec<values::Found>,
    /// What it ties together.
    pub(crate) frames: Vec<Match>,
    /// Its test statistics.
    pub tests: Vec<statistics::Found>,
    /// Its estimates with intervals.
    pub estimates: Vec<estimates::Found>,
    /// The verb of what a named party did, where the sentence cites a source for it.
    pub act: Option<Range<usize>>,
}

static ACTS: Vocabulary = Vocabulary::of(|language| row(language.sentences, &Sentence::Act));

impl Worth {
    /// Whether it has no numbers of research.
    pub fn has_no_statistics(&self) -> bool {
        self.tests.is_empty() && self.estimates.is_empty()
    }
}

/// Where the citations of a sentence stand, its dates and its test statistics, in order: no numbers of what it counts.
/// `F(1, 30) = 7.87` stands in no table of means.
pub(crate) fn walls(mut cited: Vec<Range<usize>>, worth: Option<&Worth>) -> Vec<Range<usize>> {
    if let Some(worth) = worth {
        cited.extend(worth.dates.iter().map(|date| date.at.clone()));
        cited.extend(worth.tests.iter().map(|test| test.at.clone()));
    }
    cited.sort_by_key(|wall| wall.start);
    cited
}

/// What leads from a heading to its page in a table of contents.
const LEADERS: [&str; 2] = [". . . . .", "......"];

/// What makes `sentence` worth checking, if anything does. `language` is the code of its language, as far as it is
/// known; `citations` are its citations, in order.
pub fn worth(sentence: &str, language: &str, citations: &[Range<usize>]) -> Option<Worth> {
    // A line of a table of contents, with its dots, says nothing.
    if is_question(sentence) || LEADERS.iter().any(|dots| sentence.contains(dots)) {
        return None;
    }
    let style = Style::of(language);
    let tests = statistics::tests(sentence, style);
    let estimates = estimates::estimates(sentence, style);
    let mut read: Vec<Range<usize>> =
        citations.iter().cloned().chain(tests.iter().map(|test| test.at.clone())).collect();
    read.extend(estimates.iter().map(|estimate| estimate.at.clone()));
    read.sort_unstable_by_key(|part| part.start);
    let mut dates = dates(sentence, Language::named(language).unwrap_or(Language::ANY), &read);
    dates.retain(|date| {
        let is_access = is_access(&sentence[..date.at.start]);
        read.extend(is_access.then(|| date.at.clone()));
        !is_access
    });
    read.sort_unstable_by_key(|part| part.start);
    let frames = matches(sentence, language, &dates, &read);
    read.extend(dates.iter().map(|date| date.at.clone()));
    read.sort_unstable_by_key(|part| part.start);
    let amounts = amounts(sentence, style, &read);
    let act = if citations.is_empty() { None } else { act(sentence, citations) };
    let worth = Worth { dates, amounts, frames, tests, estimates, act };
    (worth != Worth::default()).then_some(worth)
}

static ACCESSED: Vocabulary = Vocabulary::of(|language| language.accessed);

/// Whether words say of an address on what day it was read, which tells of nothing else: "https://… Accessed on".
/// Nor does "(accessed 3 May 2024; no login)".
fn is_access(before: &str) -> bool {
    let inside = before.rfind(['(', '[']).map(|open| before[open + 1..].trim().to_lowercase());
    if inside.is_some_and(|inside| ACCESSED.has(&inside)) {
        return true;
    }
    let Some(address) = before.rfind("://").or_else(|| before.rfind("www.")) else { return false };
    let behind = before[address..].trim_end_matches([' ', ':', ',', '(']);
    let starts = behind.rmatch_indices([' ', '(', '[']).take(4).map(|(at, _)| at + 1);
    starts.into_iter().any(|at| ACCESSED.has(&behind[at..].to_lowercase()))
}

/// Whether a sentence asks. One that tells what someone asked, in marks of quotation, does not.
fn is_question(sentence: &str) -> bool {
    let asked = sentence.trim_end().strip_suffix('?');
    asked.is_some_and(|asked| !asked.contains(['"', '“', '„', '«']))
}

/// The first verb of an act in a sentence that names someone.
fn act(sentence: &str, citations: &[Range<usize>]) -> Option<Range<usize>> {
    let cited = |at: usize| citations.iter().any(|citation| citation.contains(&at));
    let mut verb = None;
    let mut name = false;
    for (place, (at, word)) in words(sentence).filter(|(at, _)| !cited(*at)).enumerate() {
        let acronym = word.len() > 1 && word.chars().all(char::is_uppercase);
        name |= acronym || place > 0 && word.starts_with(char::is_uppercase);
        if verb.is_none() && ACTS.has(word) {
            verb = Some(at..at + word.len());
        }
    }
    // A name may open its sentence; then the verb follows within a few words.
    verb.filter(|_| name || opens_with_name(sentence))
}

/// Whether the first word is a name that the verb follows at once: "Russia invaded …".
fn opens_with_name(sentence: &str) -> bool {
    let mut first = words(sentence);
    let name = first.next().is_some_and(|(_, word)| word.len() > 3 && word.starts_with(char::is_uppercase));
    name && first.next().is_some_and(|(_, word)| ACTS.has(word))
}

/// The words of a text, each with where it begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let at = end;
        // Every separator is one character.
        end = at + word.len() + text[at + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that make a sentence worth checking.
    fn reasons<'t>(sentence: &'t str, language: &str, citation: &str) -> Vec<&'t str> {
        let cited: Vec<Range<usize>> = sentence
            .find(citation)
            .filter(|_| !citation.is_empty())
            .map(|at| at..at + citation.len())
            .into_iter()
            .collect();
        let Some(worth) = worth(sentence, language, &cited) else { return Vec::new() };
        let dates = worth.dates.iter().map(|date| date.at.clone());
        let places = dates.chain(worth.amounts.iter().map(|amount| amount.at.clone())).chain(worth.act.clone());
        places.map(|at| &sentence[at]).collect()
    }

    #[test]
    fn dates_quantities_and_cited_acts_are_worth_checking() {
        for (sentence, language, citation, expected) in [
            ("The bridge opened on 19 June 2024.", "en", "", &["19 June 2024"][..]),
            ("The ferry carried 10,000 passengers in 2024.", "en", "", &["2024", "10,000 passengers"]),
            (
                "Feri itu mengangkut lebih dari 400 penumpang sejak Mei 2024.",
                "id",
                "",
                &["sejak Mei 2024", "lebih dari 400 penumpang"],
            ),
            ("The mayor of Arden signed the treaty (Lee 2019).", "en", "(Lee 2019)", &["signed"]),
            ("Arden invaded the isle (Lee 2019).", "en", "(Lee 2019)", &["invaded"]),
            ("Menteri Arden mengecam serangan itu (Sari 2020).", "id", "(Sari 2020)", &["mengecam"]),
        ] {
            assert_eq!(reasons(sentence, language, citation), expected, "{sentence}");
        }
    }

    #[test]
    fn what_says_nothing_that_can_be_checked_is_left() {
        for (sentence, language, citation) in [
            ("The theory has many parts.", "en", ""),
            ("The mayor of Arden signed the treaty.", "en", ""),
            ("A state seeks power in the system (Lee 2019).", "en", "(Lee 2019)"),
            ("Did the bridge open in 2024?", "en", ""),
            ("Pasal 4 mengatur hal itu.", "id", ""),
            ("Fonte: http://porto.example/dados Acesso em 30 de outubro de 2014.", "pt", ""),
            ("See www.port.example (accessed: 3 May 2019).", "en", ""),
            ("1.4. Prices of 2017 . . . . . . . . . . . 14", "en", ""),
            ("Teori ini menjelaskan perilaku negara (Sari 2020).", "id", "(Sari 2020)"),
            ("", "id", ""),
        ] {
            assert_eq!(reasons(sentence, language, citation), [""; 0], "{sentence}");
        }
    }
}
