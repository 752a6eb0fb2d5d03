//! The words by which references say what their parts are, looked up.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::language::{LANGUAGES, Term, words};

/// A set of terms, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms(u32);

impl Terms {
    const fn of(term: Term) -> Terms {
        Terms(1 << term as u32)
    }

    pub(super) fn has(self, term: Term) -> bool {
        self.0 & Terms::of(term).0 != 0
    }

    pub(super) fn or(self, other: Terms) -> Terms {
        Terms(self.0 | other.0)
    }

    /// Whether there is no other among them.
    pub(super) fn are_within(self, wanted: &[Term]) -> bool {
        self.0 & !wanted.iter().fold(0, |all, term| all | Terms::of(*term).0) == 0
    }

    /// The first of them that stands before a number and says what it counts.
    pub(super) fn counts(self) -> Option<Term> {
        self.first(&[Term::Volume, Term::Issue, Term::Page, Term::Other])
    }

    /// The first of them that stands before a name and says what it is.
    pub(super) fn marks(self) -> Option<Term> {
        self.first(&[Term::EditedBy, Term::TranslatedBy, Term::In, Term::Editors, Term::Translators])
    }

    /// That term, if it is among them.
    pub(super) fn only(self, term: Term) -> Option<Term> {
        self.first(&[term])
    }

    fn first(self, wanted: &[Term]) -> Option<Term> {
        wanted.iter().copied().find(|term| self.has(*term))
    }
}

/// What a word or phrase in lower case tells, without the point behind it.
pub(super) fn terms(words: &str) -> Terms {
    lexicon().whole.get(words).copied().unwrap_or_default()
}

/// The longest phrase that a text in lower case begins with and that is wanted, and its length.
pub(super) fn phrase(lower: &str, wanted: impl Fn(Terms) -> Option<Term>) -> Option<(Term, usize)> {
    let first = lower.find(|c: char| !c.is_alphabetic()).unwrap_or(lower.len());
    let phrases = lexicon().by_first_word.get(&lower[..first])?;
    phrases.iter().find_map(|phrase| {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let term = lower.strip_prefix(phrase).filter(|rest| ends(rest)).and_then(|_| wanted(terms(phrase)))?;
        Some((term, phrase.len()))
    })
}

/// Whether words name where books appear, and nothing else: `New York`, `London and New York`, `Frankfurt a.M.`
pub(crate) fn names_cities(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut rest = lower.as_str();
    let mut names = false;
    loop {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let beside = names && (word <= 2 || terms(&rest[..word]).has(Term::Join));
        match phrase(rest, |terms| terms.only(Term::City)) {
            _ if rest.is_empty() => return names,
            Some((_, length)) => {
                names = true;
                rest = &rest[length..];
            }
            None if beside => rest = &rest[word..],
            None => return false,
        }
    }
}

struct Lexicon {
    whole: FxHashMap<&'static str, Terms>,
    /// The phrases that begin with a word, the longest first.
    by_first_word: FxHashMap<&'static str, Vec<&'static str>>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon { whole: FxHashMap::default(), by_first_word: FxHashMap::default() };
        let rows = LANGUAGES.iter().flat_map(|language| language.references);
        let mut all: Vec<(&str, Term)> = rows.flat_map(|(term, list)| words(list).map(|word| (word, *term))).collect();
        all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        for (word, term) in all {
            let known = lexicon.whole.entry(word).or_default();
            let fresh = *known == Terms::default();
            *known = known.or(Terms::of(term));
            let first = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
            if fresh {
                lexicon.by_first_word.entry(&word[..first]).or_default().push(word);
            }
        }
        lexicon
    })
}
