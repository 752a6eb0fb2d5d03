//! In which mode a sentence speaks of what it dates, by its words.
//!
//! A word sets the mode of the clause that it stands in. A clause without a verb in the past may hang on a verb
//! elsewhere ("by 2030, the port will be closed"), and takes the mode of the sentence: to take a fact for a plan hides
//! a finding, to take a plan for a fact invents one. Words in quotation marks set no mode, those in a relative clause
//! that of this clause alone, and those behind an article ("the plan") none of a clause that has a verb in the past.

use std::ops::Range;

use crate::language::Vocabulary;
use crate::time::month_named;

/// Modes by the words that tell, in the order in which they are looked for.
static MODES: [(&str, Vocabulary); 4] = [
    ("planned", Vocabulary::of(|language| language.tone.planned)),
    ("forecast", Vocabulary::of(|language| language.tone.forecast)),
    ("alleged", Vocabulary::of(|language| language.tone.alleged)),
    ("hedged", Vocabulary::of(|language| language.tone.hedged)),
];

static FUTURE: Vocabulary = Vocabulary::of(|language| language.tone.future_endings);
static COMPARED: Vocabulary = Vocabulary::of(|language| language.tone.compared);
static CONDITIONS: Vocabulary = Vocabulary::of(|language| language.tone.conditions);
static PAST: Vocabulary = Vocabulary::of(|language| language.tone.past);
static PARTICIPLES: Vocabulary = Vocabulary::of(|language| language.tone.participles);
static ENDINGS: Vocabulary = Vocabulary::of(|language| language.tone.participle_endings);
static BEFORE_PARTICIPLES: Vocabulary = Vocabulary::of(|language| language.tone.before_participles);
static NO_PARTICIPLES: Vocabulary = Vocabulary::of(|language| language.tone.no_participles);
static RELATIVES: Vocabulary = Vocabulary::of(|language| language.tone.relatives);
static JOINING: Vocabulary = Vocabulary::of(|language| language.tone.joining);
static BEFORE_NOUNS: Vocabulary = Vocabulary::of(|language| language.tone.before_nouns);

/// A mode, and the word that tells.
pub(super) type Mode = (&'static str, String);

/// The tone of a sentence, clause by clause.
pub(super) struct Tone {
    clauses: Vec<Clause>,
    /// The mode of all of them that are not relative, and the place and word of the first condition.
    mode: Option<Mode>,
    condition: Option<(usize, String)>,
}

/// Words between two that end a clause.
struct Clause {
    start: usize,
    mode: Option<Mode>,
    is_past: bool,
}

impl Tone {
    /// Reads a sentence. What stands in `silent` parts of it, in order and apart, sets no mode.
    pub(super) fn of(sentence: &str, silent: &[Range<usize>]) -> Self {
        let spoken = without_quotations(sentence);
        let mut tone = Tone { clauses: Vec::new(), mode: None, condition: None };
        let mut told: [Option<Mode>; MODES.len()] = [const { None }; MODES.len()];
        for range in clauses(&spoken) {
            let is_silent = |at: usize| {
                let part = silent.partition_point(|part| part.end <= at);
                silent.get(part).is_some_and(|part| part.contains(&at))
            };
            let words: Vec<(usize, &str)> = words(&spoken, range.clone()).filter(|(at, _)| !is_silent(*at)).collect();
            let is_relative = words.first().is_some_and(|(_, word)| RELATIVES.has(&word.to_lowercase()));
            if let Some((rank, word)) = cue(&words).filter(|_| !is_relative) {
                told[rank].get_or_insert_with(|| (MODES[rank].0, word.to_owned()));
            }
            let condition = words.iter().find(|(_, word)| CONDITIONS.has(&word.to_lowercase()));
            tone.condition = tone.condition.or(condition.map(|(at, word)| (*at, word.to_lowercase())));
            let verbs: Vec<(usize, &str)> =
                (0..words.len()).filter(|place| !is_noun(&words, *place)).map(|place| words[place]).collect();
            let mode = cue(&verbs).map(|(rank, word)| (MODES[rank].0, word.to_owned()));
            tone.clauses.push(Clause { start: range.start, mode, is_past: is_past(&words) });
        }
        tone.mode = told.into_iter().flatten().next();
        tone
    }

    /// The mode of what stands at a byte of the sentence.
    pub(super) fn mode(&self, at: usize) -> Option<Mode> {
        let clause = self.clause(at)?;
        let condition = || self.condition.clone().filter(|(place, _)| *place < at).map(|(_, word)| ("hedged", word));
        match &clause.mode {
            Some(mode) => Some(mode.clone()),
            None if clause.is_past => None,
            None => self.mode.clone().or_else(condition),
        }
    }

    /// Whether the clause at a byte of the sentence has a verb in the past.
    pub(super) fn is_past(&self, at: usize) -> bool {
        self.clause(at).is_some_and(|clause| clause.is_past)
    }

    fn clause(&self, at: usize) -> Option<&Clause> {
        let behind = self.clauses.partition_point(|clause| clause.start <= at);
        self.clauses[..behind].last()
    }
}

/// A text with each byte of its quotations blotted out, and as long.
fn without_quotations(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '"') => open = Some((at, "\"")),
            (None, '“') => open = Some((at, "”")),
            (None, '„') => open = Some((at, "“”")),
            (None, '«') => open = Some((at, "»")),
            (Some((start, closing)), _) if closing.contains(c) => {
                bytes[start..at + c.len_utf8()].fill(b'"');
                open = None;
            }
            _ => {}
        }
    }
    String::from_utf8(bytes).expect("quotations are blotted out by whole characters")
}

/// The clauses of a text: parted by punctuation, but for that of numbers, and before words that join them.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let joins = |word: &str| JOINING.has(word) || RELATIVES.has(word);
    let joined = words(text, 0..text.len()).filter(|(_, word)| joins(&word.to_lowercase())).map(|(at, _)| at);
    let parted = text.char_indices().filter_map(|(at, c)| {
        let end = at + c.len_utf8();
        let is_in_number = || text[end..].starts_with(|c: char| c.is_ascii_digit());
        let parts =
            matches!(c, ';' | '(' | ')' | '[' | ']' | '"' | '—' | '–') || matches!(c, ',' | ':') && !is_in_number();
        parts.then_some(end)
    });
    let mut starts: Vec<usize> = std::iter::once(0).chain(joined).chain(parted).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts[1..].iter().copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The words in a part of a text, each with its place.
fn words(text: &str, part: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let mut next = part.start;
    let words = text[part].split_inclusive(|c: char| !c.is_alphabetic()).map(move |piece| {
        let at = next;
        next += piece.len();
        (at, piece.trim_end_matches(|c: char| !c.is_alphabetic()))
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// The word that sets the mode of a clause, by the place of the mode among [`MODES`].
fn cue<'t>(words: &[(usize, &'t str)]) -> Option<(usize, &'t str)> {
    // "May" with a capital is a month, and "Will" a name, unless it opens the sentence.
    let small = |at: usize, word: &str| if at == 0 { word.to_lowercase() } else { word.to_owned() };
    let is_month = |word: &str| word.starts_with(char::is_uppercase) && month_named(word).is_some();
    MODES.iter().enumerate().find_map(|(rank, (_, cues))| {
        let tells = |place: &usize| {
            let (at, word) = words[*place];
            let sets = cues.has(&small(at, word)) && !is_month(word) || rank == 0 && is_future(word);
            // "13% more likely to sink" was counted.
            sets && !(*place > 0 && COMPARED.has(&words[*place - 1].1.to_lowercase()))
        };
        (0..words.len()).find(tells).map(|place| (rank, words[place].1))
    })
}

/// `rendra`, `abrirá`: by its ending, of a word that has more than that.
fn is_future(word: &str) -> bool {
    let ends = |ending: &&str| word.len() > ending.len() + 2 && word.ends_with(ending);
    word.starts_with(char::is_lowercase) && FUTURE.longest_first().iter().any(ends)
}

/// Whether a word stands behind an article or the like.
fn is_noun(words: &[(usize, &str)], place: usize) -> bool {
    place > 0 && BEFORE_NOUNS.has(&words[place - 1].1.to_lowercase())
}

/// Whether a clause has a verb in the past. What opens it may be a participle that hangs on another verb: "will be
/// built and opened in 2030".
fn is_past(words: &[(usize, &str)]) -> bool {
    let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let is_before = |place: usize| small.get(place).is_some_and(|word| BEFORE_PARTICIPLES.has(word));
    (0..small.len()).any(|place| {
        let own = small[place].as_str();
        let ends = |ending: &&str| own.len() > 2 * ending.len() && own.ends_with(ending);
        let is_form = || PARTICIPLES.has(own) || ENDINGS.longest_first().iter().any(ends) && !NO_PARTICIPLES.has(own);
        let opens = place == 0 || JOINING.has(&small[place - 1]);
        let is_told = || !opens && !is_before(place - 1) && !is_noun(words, place) && is_form();
        PAST.has(own) && !is_before(place + 1) || is_told()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode_of(sentence: &str, date: &str) -> Option<&'static str> {
        let at = sentence.find(date).expect("the sentence has the date");
        Tone::of(sentence, &[]).mode(at).map(|(mode, _)| mode)
    }

    #[test]
    fn plans_and_guesses_are_no_facts() {
        for (sentence, expected) in [
            ("The bridge was opened in May 2024.", None),
            ("The bridge will be opened in 2030.", Some("planned")),
            ("Jembatan itu akan dibuka pada 2030.", Some("planned")),
            ("Le pont ouvrira en 2030.", Some("planned")),
            ("It is expected to open in 2030.", Some("forecast")),
            ("Seoul menuding Pyongyang sejak 2023.", Some("alleged")),
            ("If it opens in 2030, fares fall.", Some("hedged")),
            ("If the vote fails, the pier closes in 2030.", Some("hedged")),
            ("In 2024 they agreed to help if one is attacked.", None),
            ("May 2024 was warm.", None),
            ("By the end of 2030, the old harbour will be closed.", Some("planned")),
            ("The hall will be built, furnished and opened in 2030.", Some("planned")),
            ("The planned opening in 2030 costs more.", Some("planned")),
            ("Jembatan itu akan dibangun dan dibuka pada 2030.", Some("planned")),
        ] {
            assert_eq!(mode_of(sentence, "20"), expected, "{sentence}");
        }
    }

    #[test]
    fn only_the_clause_of_the_date_sets_its_mode() {
        for (sentence, date, expected) in [
            ("The bridge, promised in 2013, was opened in June 2024.", "June 2024", None),
            ("The harbour, which will be sold, was deepened in 2019.", "2019", None),
            ("The ministry closed the pier in 2019 and will sell it in 2031.", "2019", None),
            ("The ministry closed the pier in 2019 and will sell it in 2031.", "2031", Some("planned")),
            ("He wrote in 2015 that the tunnel “would cost less”.", "2015", None),
            ("She said in 2015 that it \"may never open\".", "2015", None),
            ("The strike of 2012 put an end to the plan.", "2012", None),
            ("Their promised reform failed in 2016.", "2016", None),
            ("Jembatan yang akan dijual itu dibangun, menurut koran, pada 1990.", "1990", None),
            ("Jembatan, yang akan dijual, dibangun pada 1990.", "1990", None),
        ] {
            assert_eq!(mode_of(sentence, date), expected, "{sentence}");
        }
    }
}
