//! Works that a text names without citing them: "as Lena Samson holds in *Playful Reading*", a survey by its title.

use rustc_hash::FxHashSet;

use crate::bibliography::{Bibliography, Entry, Who};
use crate::document::{Block, Kind, Marked};
use crate::names::words;

use super::index::bare_address;

/// So many words of a title are looked for, and so many alone tell a work.
const TITLE: usize = 6;
const TELLING: usize = 4;

/// The words of a text, those that stand side by side, and its addresses.
pub(crate) struct Named {
    addresses: FxHashSet<String>,
    words: FxHashSet<String>,
    pairs: FxHashSet<(String, String)>,
}

impl Named {
    /// Those of a manuscript's text without its lists of works.
    pub(crate) fn of(blocks: &[Block], bibliography: &Bibliography) -> Self {
        let mut named =
            Self { addresses: FxHashSet::default(), words: FxHashSet::default(), pairs: FxHashSet::default() };
        let in_text = |(number, block): &(usize, &Block)| !bibliography.holds(*number) && block.kind != Kind::Comment;
        for (_, block) in blocks.iter().enumerate().filter(in_text) {
            let printed = block.words.split_whitespace().filter(|word| word.contains("://"));
            let printed = printed.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '/'));
            let links = block.marks.iter().filter_map(|mark| match &mark.what {
                Marked::Link(address) => Some(address.as_str()),
                _ => None,
            });
            named.addresses.extend(printed.chain(links).map(bare_address));
            let words = words(&block.words);
            named.pairs.extend(words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
            named.words.extend(words);
        }
        named
    }

    /// Whether they name a work: by its address, its title, or the given and the family name of its first author.
    pub(crate) fn names(&self, entry: &Entry) -> bool {
        if entry.value("URL").is_some_and(|address| self.addresses.contains(&bare_address(address))) {
            return true;
        }
        let authors = entry.author.iter().chain(&entry.editor);
        let family = |who: &Who| match who {
            Who::Person { family, .. } => words(family).into_iter().last(),
            Who::Literal(name) => words(name).into_iter().next(),
        };
        let known = authors.filter_map(|name| family(&name.who)).any(|name| self.has(&name));
        let title = entry.value("title").unwrap_or_default();
        let title = words(title.split(['(', ':']).next().unwrap_or_default());
        let title = &title[..title.len().min(TITLE)];
        let titled = title.len() > 1 && title.windows(2).all(|pair| self.beside(&pair[0], &pair[1]));
        titled && (known || title.len() >= TELLING) || entry.author.first().is_some_and(|first| self.full(&first.who))
    }

    fn full(&self, who: &Who) -> bool {
        let Who::Person { family, given } = who else { return false };
        let (given, family) = (words(given), words(family));
        let (Some(given), Some(family)) = (given.first(), family.first()) else { return false };
        // "Wender's" is one word.
        given.chars().count() > 1 && (self.beside(given, family) || self.beside(given, &format!("{family}s")))
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word) || self.words.contains(&format!("{word}s"))
    }

    fn beside(&self, first: &str, second: &str) -> bool {
        self.pairs.contains(&(first.to_owned(), second.to_owned()))
    }
}
