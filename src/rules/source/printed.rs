//! What a manuscript prints of sources and no record has: what the records have, the rules tell by them.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::archive::Passages;
use crate::bibliography::Entry;
use crate::citation::{By, Cited, Named, Resolved, meant};
use crate::names::spelling;
use crate::rules::Case;
use crate::text::{Span, shown};

/// A work that the text cites by a key that no record has.
pub(super) struct Printed<'c> {
    /// The key, as it is to be shown.
    pub(super) key: String,
    /// Where it stands first.
    pub(super) at: Span,
    /// How often it stands.
    pub(super) times: usize,
    /// What it resolves to in the bibliography of the manuscript.
    pub(super) resolved: &'c Resolved,
}

/// The keys that the text prints, that no record cites, and that no source prints; in the order of the text.
pub(super) fn unrecorded<'c>(case: &Case<'c>) -> Vec<Printed<'c>> {
    let Some(manuscript) = case.manuscript() else { return Vec::new() };
    let cited = case.dossier.citing().map(|(_, citation)| citation.word);
    let printed = cited.chain(case.dossier.sources.iter().filter_map(|source| source.cited_as));
    let known: FxHashSet<String> = printed.map(|word| spelling(case.read(word))).collect();
    let mut unrecorded: Vec<Printed<'_>> = Vec::new();
    for citation in &manuscript.text.citations {
        for work in citation.works.iter().filter(|work| is_key(work)) {
            let key = shown(&citation.printed(work, &manuscript.text.blocks));
            match unrecorded.iter_mut().find(|other| other.key == key) {
                Some(other) => other.times += 1,
                None if known.contains(&spelling(&key)) => {}
                None => {
                    let at = manuscript.text.place(citation.block, work.range.clone());
                    unrecorded.push(Printed { key, at, times: 1, resolved: &work.resolved });
                }
            }
        }
    }
    unrecorded
}

/// The keys that the text prints and that no entry can be told to have or to lack, folded.
pub(super) fn not_checkable(case: &Case<'_>) -> FxHashSet<String> {
    let Some(manuscript) = case.manuscript() else { return FxHashSet::default() };
    let works =
        manuscript.text.citations.iter().flat_map(|citation| citation.works.iter().map(move |work| (citation, work)));
    let open = works.filter(|(_, work)| work.resolved == Resolved::NotCheckable);
    open.map(|(citation, work)| spelling(&shown(&citation.printed(work, &manuscript.text.blocks)))).collect()
}

fn is_key(work: &Cited) -> bool {
    matches!(work.by, By::Name { .. } | By::Number(_) | By::Key(_))
}

/// The entries of the printed bibliography that are not [`used`] and that are no sources, by their numbers. Of a list
/// in a file of its own only what is cited is printed.
pub(super) fn uncited(case: &Case<'_>, manuscript: &Passages, used: &BTreeSet<usize>) -> Vec<usize> {
    let sources: BTreeSet<usize> = case.dossier.sources().filter_map(|(id, _)| manuscript.entry(id)).collect();
    manuscript.text.printed().filter(|entry| !used.contains(entry) && !sources.contains(entry)).collect()
}

/// The entries that the text cites or names, or that `\nocite` lists, by their numbers.
pub(super) fn used(manuscript: &Passages) -> BTreeSet<usize> {
    let entries = manuscript.text.bibliography.entries.iter().enumerate();
    let listed = |entry: &Entry| manuscript.text.preface.lists(entry.key.as_ref().map(|key| key.words.as_str()));
    let mut used: BTreeSet<usize> = entries.filter(|(_, entry)| listed(entry)).map(|(number, _)| number).collect();
    let resolved = || manuscript.text.citations.iter().flat_map(|citation| &citation.works).map(|work| &work.resolved);
    used.extend(meant(resolved()));
    // What may have been meant is not accused as well.
    used.extend(resolved().filter_map(|resolved| if let Resolved::Nothing(near) = resolved { *near } else { None }));
    let open: Vec<usize> = manuscript.text.printed().filter(|entry| !used.contains(entry)).collect();
    if !open.is_empty() {
        let bibliography = &manuscript.text.bibliography;
        let named = Named::of(&manuscript.text.blocks, bibliography);
        used.extend(open.into_iter().filter(|&entry| named.names(&bibliography.entries[entry])));
    }
    used
}

/// An entry as a message names it: `Osei 1998`.
pub(super) fn name(entry: &Entry) -> String {
    let who = entry.author.first().or(entry.editor.first()).map(|name| name.who.sorted());
    let name = who.or_else(|| entry.value("title").map(str::to_owned)).unwrap_or_else(|| "an entry".to_owned());
    shown(&entry.year().map_or(name.clone(), |year| format!("{name} {year}")))
}
