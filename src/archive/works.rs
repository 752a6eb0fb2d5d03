//! Which entry of a manuscript's bibliography each source is, and which of its citations cite it.

use rustc_hash::FxHashMap;

use crate::bibliography::Entry;
use crate::citation::{self, Citation, Cited as Work, Resolved};
use crate::model::{self, Cited, Dossier, Source, SourceId};
use crate::names;
use crate::passage::Manuscript;
use crate::text::Texts;

/// The sources of a dossier among the entries of a bibliography.
#[derive(Debug)]
pub(super) struct Works {
    /// The entry of each source, by the row of the source.
    entries: Vec<Option<usize>>,
}

/// Entries by something that tells them apart; `None` where it does not.
pub(super) type By = FxHashMap<String, Option<usize>>;

impl Works {
    /// Among the entries of a manuscript, which its citations may tell, too.
    pub(super) fn new(texts: &Texts, dossier: &Dossier, text: &Manuscript) -> Self {
        let mut keys = By::default();
        for (number, entry) in text.bibliography.entries.iter().enumerate() {
            put(&mut keys, entry.key.as_ref().map(|key| names::spelling(&key.words)).unwrap_or_default(), number);
        }
        for citation in &text.citations {
            for work in &citation.works {
                if let Resolved::One(number, _) = work.resolved
                    && !work.points_back()
                {
                    put(&mut keys, names::spelling(&citation.printed(work, &text.blocks)), number);
                }
            }
        }
        Self::among(texts, dossier, &text.bibliography.entries, &keys)
    }

    /// Among entries by their addresses and titles, else by the keys.
    pub(super) fn among(texts: &Texts, dossier: &Dossier, entries: &[Entry], keys: &By) -> Self {
        let (mut addresses, mut titles, mut editions) = (By::default(), By::default(), By::default());
        for (number, entry) in entries.iter().enumerate() {
            for address in ["DOI", "URL"].into_iter().filter_map(|name| entry.value(name)) {
                put(&mut addresses, bare(address), number);
            }
            let title = entry.value("title").map(names::run_together).unwrap_or_default();
            put(&mut editions, edition(&title, entry.year().map(i64::from)), number);
            put(&mut titles, title, number);
        }
        let told = |by: &By, what: Option<String>| by.get(&what?).copied().flatten();
        let title = |source: &Source| source.title.map(|title| names::run_together(texts.read(title)));
        let year = |source: &Source| {
            let day = dossier[source.issued?.when].nominal().earliest().day()?;
            Some(day.year_month_day().0)
        };
        let entry = |source: &Source| {
            let read = |word: Option<_>| word.map(|word| texts.read(word));
            told(&addresses, read(source.doi).map(bare))
                .or_else(|| told(&addresses, read(source.url).map(bare)))
                .or_else(|| told(&editions, title(source).map(|title| edition(&title, year(source)))))
                .or_else(|| told(&titles, title(source)))
                .or_else(|| told(keys, read(source.cited_as).map(names::spelling)))
        };
        Self { entries: dossier.sources.iter().map(entry).collect() }
    }

    pub(super) fn entry(&self, source: SourceId) -> Option<usize> {
        self.entries[source.index()]
    }

    /// Whether a citation of the text cites what a claim cites: it prints the same key, or means the same entry.
    pub(super) fn is_cited(
        &self,
        texts: &Texts,
        dossier: &Dossier,
        text: &Manuscript,
        citation: &model::Citation,
        (printing, work): (&Citation, &Work),
    ) -> bool {
        let sources = match dossier.cited(citation) {
            Cited::Nothing => &[][..],
            Cited::One(one) => &[one][..],
            Cited::Several(several) => several,
        };
        let printed = names::spelling(&printing.printed(work, &text.blocks));
        let keys = sources.iter().filter_map(|source| dossier[*source].cited_as).chain([citation.word]);
        if !printed.is_empty() && keys.into_iter().any(|key| names::spelling(texts.read(key)) == printed) {
            return true;
        }
        // A work that a note describes, and no list has.
        if let citation::By::Work(described) = &work.by
            && let Some(title) = described.value("title").map(names::run_together)
        {
            let titles = sources.iter().filter_map(|source| dossier[*source].title);
            if titles.map(|own| names::run_together(texts.read(own))).any(|own| own == title) {
                return true;
            }
        }
        let entries = sources.iter().filter_map(|source| self.entry(*source));
        match &work.resolved {
            Resolved::One(number, _) => entries.into_iter().any(|entry| entry == *number),
            Resolved::Several(numbers, _) => entries.into_iter().any(|entry| numbers.binary_search(&entry).is_ok()),
            Resolved::Nothing(_) | Resolved::NotCheckable => false,
        }
    }
}

/// What tells the editions of one title apart.
fn edition(title: &str, year: Option<i64>) -> String {
    match year {
        Some(year) if !title.is_empty() => format!("{title} {year}"),
        _ => String::new(),
    }
}

fn put(by: &mut By, what: String, entry: usize) {
    if !what.is_empty() {
        by.entry(what).and_modify(|known| *known = known.filter(|known| *known == entry)).or_insert(Some(entry));
    }
}

/// An address without what differs between two ways of writing it.
pub(crate) fn bare(address: &str) -> String {
    let lower = address.trim().to_lowercase();
    let bare = lower.split("://").last().unwrap_or_default();
    let bare = bare.split('#').next().unwrap_or_default();
    let bare =
        ["www.", "dx.doi.org/", "doi.org/", "doi:"].iter().fold(bare, |bare, start| bare.trim_start_matches(start));
    bare.trim_end_matches(['/', '.']).to_owned()
}
