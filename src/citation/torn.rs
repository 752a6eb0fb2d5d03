//! Citations whose entry was not read right: its names and its year stand in the list all the same.
//!
//! A page break, a converter or a style that nobody else has may tear an entry, or run two together. What is cited is
//! then looked up in the words of the list, so that no author is told of a work that stands there.

use rustc_hash::FxHashMap;

use super::index::each_name;
use super::{By, Citation, Form, How, Resolved};
use crate::bibliography::Bibliography;
use crate::document::Block;
use crate::names::{one_line, words};

/// A name of fewer letters may be anything.
const SHORTEST: usize = 3;

/// Resolves by the words of the list what has no entry by its parts: to the one entry of the block that has all its
/// names and its year, or to nothing that can be told.
pub(super) fn resolve(found: &mut [Citation], blocks: &[Block], bibliography: &Bibliography) {
    let open = |citation: &&mut Citation| matches!(citation.form, Form::Bracket | Form::Running);
    let mut list: Option<List> = None;
    for citation in found.iter_mut().filter(open) {
        let Some(text) = blocks.get(citation.block).map(|block| block.words.as_str()) else { continue };
        for work in &mut citation.works {
            let (By::Name { name, year: Some(year) }, Resolved::Nothing(near)) = (&work.by, &work.resolved) else {
                continue;
            };
            let names = each_name(&one_line(&text[name.clone()])).names;
            let Some(year) = year.year.filter(|_| near.is_none() || names.len() > 1) else { continue };
            let family = |name: &String| words(name).pop().filter(|word| word.chars().count() >= SHORTEST);
            let Some(mut wanted) = names.iter().map(family).collect::<Option<Vec<String>>>() else { continue };
            wanted.push(year.to_string());
            let list = list.get_or_insert_with(|| List::new(blocks, bibliography));
            match list.holding(&wanted) {
                None => {}
                Some([entry]) => work.resolved = Resolved::One(*entry, How::Part),
                Some(_) => work.resolved = Resolved::NotCheckable,
            }
        }
    }
}

/// The words of a list of works, block by block.
struct List {
    /// The blocks that a word stands in, by their places among those of the list.
    by_word: FxHashMap<String, Vec<usize>>,
    /// The entries of each of those blocks.
    entries: Vec<Vec<usize>>,
}

impl List {
    fn new(blocks: &[Block], bibliography: &Bibliography) -> Self {
        let numbers: Vec<usize> = bibliography.blocks.iter().cloned().flatten().collect();
        let mut by_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (place, number) in numbers.iter().enumerate() {
            for word in words(&blocks[*number].words) {
                let places = by_word.entry(word).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let starts: Vec<usize> = numbers.iter().map(|number| blocks[*number].whole().start).collect();
        let mut entries = vec![Vec::new(); numbers.len()];
        for (at, entry) in bibliography.entries.iter().enumerate().skip(bibliography.kept) {
            let before = starts.partition_point(|start| *start <= entry.at.start);
            if let Some(own) = before.checked_sub(1).and_then(|place| entries.get_mut(place)) {
                own.push(at);
            }
        }
        Self { by_word, entries }
    }

    /// The entries of the first block that has all those words.
    fn holding(&self, wanted: &[String]) -> Option<&[usize]> {
        let places: Option<Vec<&Vec<usize>>> = wanted.iter().map(|word| self.by_word.get(word)).collect();
        let places = places?;
        let fewest = places.iter().min_by_key(|places| places.len())?;
        let whole = fewest.iter().find(|place| places.iter().all(|places| places.binary_search(place).is_ok()))?;
        Some(&self.entries[*whole])
    }
}
