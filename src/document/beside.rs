//! The list of works beside a manuscript that cites by key and names no list: `MyST` takes it, and authors forget the
//! line.
//!
//! Of the BibTeX files in its folder the one that has most of the keys is taken, if it has half of them at least.

use std::collections::BTreeSet;

use super::recognise::has_ending;
use super::{Document, Folder, MAX_TEXT, Marked, Stated, decoded};

/// Takes on the list beside a manuscript that names none.
pub(super) fn take(manuscript: &mut Document, folder: &dyn Folder) {
    let marks = || manuscript.blocks.iter().flat_map(|block| block.marks.iter().map(move |mark| (block, mark)));
    let labels: BTreeSet<&str> = marks().filter_map(|(_, mark)| label(&mark.what)).collect();
    let mut first = None;
    let mut wanted: BTreeSet<&str> = BTreeSet::new();
    for (block, mark) in marks() {
        if let Marked::Key(key) = &mark.what
            && !labels.contains(key.as_str())
        {
            first.get_or_insert_with(|| block.place(mark.range.clone()));
            wanted.insert(key);
        }
    }
    let Some(at) = first else { return };
    let files = folder.names().into_iter().filter(|name| has_ending(name, "bib"));
    let known = files.filter_map(|name| {
        let bytes = folder.bytes(&name).ok().filter(|bytes| bytes.len() <= MAX_TEXT)?;
        let (text, _) = decoded(&bytes);
        let count = keys(&text).intersection(&wanted).count();
        (count * 2 >= wanted.len()).then_some((count, std::cmp::Reverse(name)))
    });
    if let Some((_, std::cmp::Reverse(words))) = known.max() {
        let list = Stated { words, at };
        manuscript.preface.bibliographies.push(list.clone());
        manuscript.preface.presumed = Some(list);
    }
}

fn label(marked: &Marked) -> Option<&str> {
    if let Marked::Label(label) = marked { Some(label) } else { None }
}

/// The keys of a BibTeX file.
fn keys(text: &str) -> BTreeSet<&str> {
    let entries = text.lines().filter(|line| line.trim_start().starts_with('@'));
    entries.filter_map(|line| Some(line.split_once(['{', '('])?.1.split(',').next()?.trim())).collect()
}
