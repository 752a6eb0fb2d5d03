//! Ids in kebab-case, each once.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::Vocabulary;
use crate::names;

/// How many letters of words an id has at most.
const LONGEST: usize = 44;

/// The ids that are taken.
pub(super) struct Ids {
    taken: FxHashSet<String>,
    /// For what was wanted more than once, the least number that may be free behind it.
    next: FxHashMap<String, usize>,
    /// Of which kind the records are that have an id, as far as that was asked or told.
    kinds: FxHashMap<String, &'static str>,
}

impl Ids {
    pub(super) fn new(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), next: FxHashMap::default(), kinds: FxHashMap::default() }
    }

    /// Gives out an id to a record of a kind as it is, unless something has it.
    pub(super) fn take(&mut self, kind: &'static str, id: &str) -> bool {
        let is_free = self.taken.insert(id.to_owned());
        if is_free {
            self.kinds.insert(id.to_owned(), kind);
        }
        is_free
    }

    /// Tells of which kind the record is that has an id.
    pub(super) fn is_of(&mut self, id: &str, kind: &'static str) {
        self.kinds.insert(id.to_owned(), kind);
    }

    /// The id of the record of a kind that is called so, and whether it is given out just then: where a record of
    /// another kind has it, the kind stands behind it.
    pub(super) fn of_kind(&mut self, kind: &'static str, wanted: &str) -> (String, bool) {
        let behind = format!("{wanted}-{kind}");
        for id in [wanted, &behind] {
            if self.kinds.get(id) == Some(&kind) {
                return (id.to_owned(), false);
            }
            if self.take(kind, id) {
                return (id.to_owned(), true);
            }
        }
        let id = self.fresh(&behind);
        self.is_of(&id, kind);
        (id, true)
    }

    /// An id that nothing has yet: `wanted`, or with a number behind it.
    pub(super) fn fresh(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let next = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let id = format!("{wanted}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

static LIGHT: Vocabulary = Vocabulary::of(|language| language.light);

/// The first words of a text as an id: those of four letters or more that carry sense, and those in capitals. `None`
/// where no letter of it is one of ASCII.
pub(super) fn of_words(text: &str, most: usize) -> Option<String> {
    let light = |word: &str| LIGHT.has(&word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase());
    let acronym = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let heavy = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3 || acronym(word);
    let has_letter = |word: &String| word.bytes().any(|byte| byte.is_ascii_lowercase());
    let heavy: Vec<String> = text
        .split_whitespace()
        .filter(heavy)
        .filter(|word| !light(word))
        .map(slug)
        .filter(has_letter)
        .take(most)
        .collect();
    let words = if heavy.is_empty() { vec![slug(text)] } else { heavy };
    let mut id = String::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + word.len() >= LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    id.truncate(LONGEST);
    let id = id.trim_end_matches('-');
    (!id.is_empty()).then(|| id.to_owned())
}

/// All words of a text in kebab-case, as far as they are written in ASCII without their diacritics.
pub(super) fn slug(text: &str) -> String {
    let words = names::words(&text.replace('.', " "));
    let ascii = words.iter().map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    ascii.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_words_that_carry_the_sense() {
        let id = |text| of_words(text, 5).unwrap_or_default();
        assert_eq!(id("On Monday, the NATO ministers of Märavel signed it"), "monday-nato-ministers-maravel-signed");
        assert_eq!(id("It is so"), "it-is-so");
        assert_eq!(of_words("Соглашение подписано", 5), None);
    }

    #[test]
    fn a_claim_and_an_event_of_one_name_both_have_an_id() {
        let mut ids = Ids::new(["opening".to_owned()]);
        ids.is_of("opening", "claim");
        let opening = |is_new| ("opening-event".to_owned(), is_new);
        assert_eq!([ids.of_kind("event", "opening"), ids.of_kind("event", "opening")], [opening(true), opening(false)]);
        assert_eq!(ids.of_kind("claim", "opening"), ("opening".to_owned(), false));
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::new(["a".to_owned()]);
        assert_eq!(["a", "a", "b"].map(|wanted| ids.fresh(wanted)), ["a-2", "a-3", "b"]);
    }
}
