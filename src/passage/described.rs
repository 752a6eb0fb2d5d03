//! What a manuscript says in its own words of a work that it cites, and that the list of works has otherwise: who wrote
//! it ("Lindqist \citep{lindqvist}"), and when it appeared ("published in 2001 [@lindqvist]", of 1998; "Lindqvist 2001"
//! printed by a field that holds it).
//!
//! A name is held against those of the works that its paragraph cites, of which it is a slip of one letter. It stands
//! nowhere else, and in no other work of the list: else it is somebody else's. Behind the given name of an author it is
//! held against those of every work: "Ada Lindqist", of "Lindqvist, A.". Words end in other letters as they are
//! inflected, so the last two are the same.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use strsim::osa_distance;

use super::manuscript::{Manuscript, Sentence};
use super::worth;
use crate::bibliography::{Entry, Name, Who, dates};
use crate::citation::{By, Cited, Form, Resolved};
use crate::language::{Citing, Vocabulary, row};
use crate::names::run_together;

/// "published", before the year in which a work appeared.
static PUBLISHED: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Published));

/// Words that lead to a date.
static LEADS: Vocabulary = Vocabulary::of(|language| language.before_dates);

/// Names of so many letters have slips.
const LETTERS: usize = 6;

/// What is said of a cited work.
#[derive(Debug)]
pub(crate) struct Described {
    /// The sentence, by its number, and the place in it.
    pub(crate) sentence: usize,
    pub(crate) at: Range<usize>,
    /// The work, by its number in the list, and the place in that.
    pub(crate) entry: usize,
    pub(crate) listed: Range<usize>,
    /// What the list has instead.
    pub(crate) theirs: String,
}

/// What is said of works otherwise than the list has it, in the order of the text.
pub(crate) fn described(manuscript: &Manuscript) -> Vec<Described> {
    let names = Names::of(manuscript);
    let everyone = near(manuscript, 0..manuscript.bibliography.entries.len());
    let mut found = Vec::new();
    for of_block in manuscript.sentences.chunk_by(|one, other| one.block == other.block) {
        let first = manuscript.of_block(of_block[0].block).start;
        let cited = of_block[0].citations.start..of_block[of_block.len() - 1].citations.end;
        let cited = manuscript.citations[cited].iter().flat_map(|it| &it.works);
        let authors = near(manuscript, cited.filter_map(|work| one(&work.resolved)));
        for (sentence, number) in of_block.iter().zip(first..) {
            let misspelt = names.misspelt(manuscript, sentence, [&authors, &everyone]);
            found.extend(misspelt.map(|it| Described { sentence: number, ..it }));
            let dated = misdated(manuscript, sentence).into_iter().chain(printed_otherwise(manuscript, sentence));
            found.extend(dated.map(|it| Described { sentence: number, ..it }));
        }
    }
    found
}

/// The names of works, say of those that a paragraph cites, by what is left of them without one of their letters.
type Near<'m> = FxHashMap<String, Vec<(String, usize, &'m Name)>>;

/// How often words stand in a manuscript, and which of them the list of works has.
struct Names<'m> {
    told: FxHashMap<&'m str, usize>,
    listed: FxHashSet<String>,
}

impl<'m> Names<'m> {
    fn of(manuscript: &'m Manuscript) -> Self {
        let mut told: FxHashMap<&str, usize> = FxHashMap::default();
        for sentence in &manuscript.sentences {
            words(manuscript.words(sentence)).for_each(|(word, _)| *told.entry(word).or_default() += 1);
        }
        let entries = &manuscript.bibliography.entries;
        let parts = entries.iter().flat_map(|entry| {
            let names = [&entry.author, &entry.editor, &entry.translator].into_iter().flatten();
            names.map(|name| name.who.sorted()).chain(entry.fields.iter().map(|field| field.value.clone()))
        });
        let listed = parts.flat_map(|part| words(&part).map(|(word, _)| run_together(word)).collect::<Vec<_>>());
        Self { told, listed: listed.collect() }
    }

    /// The names of a sentence that are slips for those of a work that its paragraph cites, or behind the same given
    /// name for those of any work.
    fn misspelt<'n>(
        &'n self,
        manuscript: &'n Manuscript,
        sentence: &'n Sentence,
        [authors, everyone]: [&'n Near<'m>; 2],
    ) -> impl Iterator<Item = Described> + use<'n, 'm> {
        let named = if everyone.is_empty() { "" } else { manuscript.words(sentence) };
        let is_own = |word: &str| {
            let lower = word.to_lowercase();
            self.told.get(word) == Some(&1)
                && !self.told.contains_key(&*lower)
                && !self.listed.contains(&run_together(word))
        };
        let cited = &manuscript.citations[sentence.citations.clone()];
        let is_cited = move |at: &Range<usize>| {
            let (start, end) = (sentence.range.start + at.start, sentence.range.start + at.end);
            cited.iter().any(|it| it.range.start < end && start < it.range.end)
        };
        let own =
            words(named).filter(move |(word, _)| is_long(word) && word.starts_with(char::is_uppercase) && is_own(word));
        own.filter(move |(_, at)| !is_cited(at)).filter_map(move |(word, at)| {
            let alike = |near: &'n Near<'m>| {
                let alike = without_a_letter(word).into_iter().filter_map(|shorter| near.get(&shorter)).flatten();
                alike.filter(|(theirs, ..)| is_slip(word, theirs))
            };
            let is_theirs = |(_, _, name): &&(String, usize, &Name)| follows_given(&named[..at.start], name);
            let (theirs, entry, name) = alike(authors).next().or_else(|| alike(everyone).find(is_theirs))?;
            Some(Described { sentence: 0, at, entry: *entry, listed: name.at.clone(), theirs: theirs.clone() })
        })
    }
}

/// Whether a text ends in the given name of a person, of which the list may have the first letter.
fn follows_given(before: &str, name: &Name) -> bool {
    let Who::Person { given, .. } = &name.who else { return false };
    let told = before.split_whitespace().next_back().unwrap_or_default();
    let listed = given.split([' ', '.']).next().unwrap_or_default();
    let is_initial = listed.chars().count() == 1 && told.chars().count() > 1 && told.starts_with(listed);
    told.starts_with(char::is_uppercase) && (told == listed || is_initial)
}

/// The names of some works, by their numbers.
fn near(manuscript: &Manuscript, works: impl Iterator<Item = usize>) -> Near<'_> {
    let mut near = Near::default();
    let mut seen = FxHashSet::default();
    for number in works.filter(|number| seen.insert(*number)) {
        let entry = &manuscript.bibliography.entries[number];
        for name in entry.author.iter().chain(&entry.editor) {
            let Who::Person { family, .. } = &name.who else { continue };
            for (word, _) in words(family).filter(|(word, _)| is_long(word)) {
                for shorter in without_a_letter(word) {
                    near.entry(shorter).or_default().push((word.to_owned(), number, name));
                }
            }
        }
    }
    near
}

/// A year in which a work is said to have appeared right before it is cited, and did not by the list. What appeared
/// before the entry may be another edition, unless it is part of a serial.
fn misdated(manuscript: &Manuscript, sentence: &Sentence) -> Option<Described> {
    let text = manuscript.words(sentence);
    let cited = &manuscript.citations[sentence.citations.clone()];
    cited.iter().filter(|it| it.range.start > sentence.range.start).find_map(|citation| {
        let [work] = &citation.works[..] else { return None };
        let number = one(&work.resolved)?;
        let before = text[..citation.range.start - sentence.range.start].trim_end_matches([' ', '\u{a0}', '(']);
        let at = before.len().checked_sub("1998".len()).filter(|at| before.is_char_boundary(*at))?..before.len();
        let told: i32 = before[at.clone()].parse().ok()?;
        let mut lead = before[..at.start].split_whitespace().rev().map(str::to_lowercase);
        let is_published = lead.find(|word| !LEADS.has(word)).is_some_and(|word| PUBLISHED.has(&word));
        let entry = &manuscript.bibliography.entries[number];
        let (listed, year) = (entry.field("issued")?, entry.year()?);
        let differs = told > year
            || told < year && entry.value("container-title").is_some() && entry.value("original-date").is_none();
        (is_published && differs).then(|| Described {
            sentence: 0,
            at,
            entry: number,
            listed: listed.at.clone(),
            theirs: year.to_string(),
        })
    })
}

/// A year that a field of a reference manager prints, and that is none of the works it holds: somebody has typed it.
fn printed_otherwise(manuscript: &Manuscript, sentence: &Sentence) -> Option<Described> {
    let text = manuscript.words(sentence);
    let cited = &manuscript.citations[sentence.citations.clone()];
    cited.iter().find_map(|citation| {
        let numbers: Option<Vec<usize>> = citation.works.iter().map(|work| one(&work.resolved)).collect();
        let entries: Vec<&Entry> =
            numbers?.into_iter().map(|number| &manuscript.bibliography.entries[number]).collect();
        let of_field = |work: &Cited| if let By::Work(own) = &work.by { own.year() } else { None };
        let own: Option<Vec<i32>> = citation.works.iter().map(of_field).collect();
        let (own, listed) = (own?, entries.iter().map(|entry| entry.year()).collect::<Option<Vec<i32>>>()?);
        let printed = text.get(citation.range.start.checked_sub(sentence.range.start)?..)?;
        let printed = printed.get(..citation.range.len())?;
        let of = |year: i32| own.contains(&year) || listed.contains(&year) || original(&entries, year);
        let mut typed = dates::years(printed).filter(|(at, year)| !of(*year) && printed[..at.start].ends_with(' '));
        let (at, _) = typed.next().filter(|_| citation.form == Form::Marked)?;
        let missing = listed.iter().position(|year| !printed.contains(&year.to_string()))?;
        let start = citation.range.start - sentence.range.start;
        Some(Described {
            sentence: 0,
            at: start + at.start..start + at.end,
            entry: one(&citation.works[missing].resolved)?,
            listed: entries[missing].field("issued")?.at.clone(),
            theirs: listed[missing].to_string(),
        })
    })
}

fn original(entries: &[&Entry], year: i32) -> bool {
    entries.iter().any(|entry| entry.value("original-date").is_some_and(|date| date.starts_with(&year.to_string())))
}

fn one(resolved: &Resolved) -> Option<usize> {
    if let Resolved::One(entry, _) = resolved { Some(*entry) } else { None }
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= LETTERS
}

/// Whether one letter differs, stands in one alone, or has changed places with its neighbour, and it is not the first
/// one nor one of the last two.
fn is_slip(word: &str, theirs: &str) -> bool {
    let (word, theirs) = (word.to_lowercase(), theirs.to_lowercase());
    let end = |word: &str| word.chars().rev().take(2).collect::<String>();
    word.chars().next() == theirs.chars().next()
        && end(&word) == end(&theirs)
        && run_together(&word) != run_together(&theirs)
        && osa_distance(&word, &theirs) == 1
}

/// A word in small letters, and what is left of it without each of its letters.
fn without_a_letter(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let shorter = word.char_indices().map(|(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]));
    shorter.chain([word.clone()]).collect()
}

/// The words of a text, each with its place.
fn words(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    worth::words(text).map(|(at, word)| (word, at..at + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Mark, Marked};
    use crate::passage::manuscript::tests::{of, read};

    #[test]
    fn a_year_typed_into_a_field_is_told() {
        let item = r#"{"title":"Bridges","author":[{"family":"Orum"}],"issued":{"date-parts":[[2018]]}}"#;
        for (printed, expected) in
            [("(Orum, 2023)", &["2018"][..]), ("(Orum, 2018)", &[]), ("(Orum, 2018: 1999)", &[]), ("(see Orum)", &[])]
        {
            let text = format!("So it is {printed}.\n\n# References\n\nOrum. (2018). Bridges. Vell: Quay.\n");
            let mut document = crate::document::read("paper.md", text.as_bytes()).expect("it is text");
            let range = 9..9 + printed.len();
            document.blocks[0].marks.push(Mark { range, what: Marked::Item(item.to_owned()) });
            let found: Vec<String> = described(&of(document, "en")).into_iter().map(|it| it.theirs).collect();
            assert_eq!(found, expected, "{printed}");
        }
    }

    #[test]
    fn what_is_said_of_a_work_is_what_the_list_has() {
        let list = "## References\n\n- Harrington, Ada. 1999. Bridges. *Journal of Bridges* 4, 11–19.\n\
                    - Marlowe, Jon. 2004. *A history of tolls*. Vell: Sund Press.\n\
                    - Harringdon, Li. 2001. Ropes. *Journal of Ropes* 2, 5–9.\n";
        for (text, expected) in [
            ("Harington saw fog (Harrington 1999).", &["Harrington"][..]),
            ("Of fog, see Harrington (1999). Jon Malrowe saw none (Marlowe 2004).", &["Marlowe"]),
            ("The survey was published in 2002 (Harrington 1999).", &["1999"]),
            ("Die Karte ist 1989 erschienen (Harrington 1999). Sie erschien 1989 (Harrington 1999).", &["1999"]),
            // Of another work of the list; told twice; inflected; an earlier edition of a book; of something else.
            ("Harringdon saw fog (Harrington 1999).", &[]),
            ("Harington saw fog (Harrington 1999). So Harington left.", &[]),
            ("The Harringtons saw fog (Harrington 1999).", &[]),
            ("It was published in 1984 (Marlowe 2004).", &[]),
            ("The fog came in 2002 (Harrington 1999). It was published in 1999 (Harrington 1999).", &[]),
        ] {
            let manuscript = read(&format!("# Fog\n\n{text}\n\n{list}"), "en");
            let found: Vec<String> = described(&manuscript).into_iter().map(|it| it.theirs).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
