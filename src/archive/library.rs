//! Lists that somebody holds to be right: an export of a reference manager, and retractions that others have listed.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::works::{By, Works, bare};
use crate::bibliography::{Entry, List};
use crate::document::Unreadable;
use crate::model::{Dossier, SourceId, Status};
use crate::text::{Span, Texts, TooLarge};

/// A list that the sources of a dossier are held against.
#[derive(Debug)]
pub struct Library {
    whole: Span,
    entries: Vec<Entry>,
    works: Works,
}

impl Library {
    pub(super) fn new(texts: &mut Texts, dossier: &Dossier, list: &List) -> Result<Self, TooLarge> {
        let file = texts.add(list.path.as_str(), list.text.clone())?;
        let works = Works::among(texts, dossier, &list.bibliography.entries, &By::default());
        Ok(Self { whole: texts.file(file).span(), entries: list.bibliography.entries.clone(), works })
    }

    /// The entry that a source is: the one of its DOI or address, else of its title.
    pub fn entry(&self, source: SourceId) -> Option<&Entry> {
        self.entries.get(self.works.entry(source)?)
    }

    /// The place of a part of an entry.
    pub fn place(&self, part: Range<usize>) -> Span {
        self.whole.part(part)
    }
}

/// Retractions by DOI, as Retraction Watch lists them: CSV with the columns `OriginalPaperDOI` and, if it lists other
/// notices too, `RetractionNature`.
#[derive(Clone, Debug)]
pub struct Retractions {
    path: String,
    text: String,
    /// The line of each work that was retracted, by its DOI.
    rows: FxHashMap<String, Range<usize>>,
}

impl Retractions {
    /// Reads a list.
    ///
    /// # Errors
    /// If none of its columns is one of DOIs.
    pub fn read(path: String, text: String) -> Result<Self, Unreadable> {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers().cloned().unwrap_or_default();
        let column = |name: &str| header.iter().position(|own| own.trim_start_matches('\u{FEFF}') == name);
        let Some(doi) = column("OriginalPaperDOI").or_else(|| column("DOI")) else {
            return Err(Unreadable { why: "it has no column `OriginalPaperDOI` or `DOI`".to_owned() });
        };
        let (nature, mut rows) = (column("RetractionNature"), FxHashMap::default());
        for record in reader.records().map_while(Result::ok) {
            let is_retraction = nature.is_none_or(|nature| record.get(nature) == Some("Retraction"));
            let doi = bare(record.get(doi).unwrap_or_default());
            if let (true, true, Some(place)) = (is_retraction, doi.starts_with("10."), record.position()) {
                let start = place.byte() as usize;
                let end = text[start..].trim_start().find('\n').map_or(text.len(), |line| start + line);
                rows.insert(doi, start..end);
            }
        }
        Ok(Self { path, text, rows })
    }

    /// Marks the sources that it lists as retracted.
    pub(super) fn mark(&self, texts: &mut Texts, dossier: &mut Dossier) -> Result<(), TooLarge> {
        let row = |texts: &Texts, doi| self.rows.get(&bare(texts.read(doi)));
        let listed = |(at, source): (usize, &crate::model::Source)| {
            Some((at, row(texts, source.doi.filter(|_| source.status.is_none())?)?.clone()))
        };
        let marked: Vec<(usize, Range<usize>)> = dossier.sources.iter().enumerate().filter_map(listed).collect();
        if marked.is_empty() {
            return Ok(());
        }
        let file = texts.add(self.path.as_str(), self.text.clone())?;
        for (at, row) in marked {
            dossier.sources[at].status = Some((Status::Retracted, texts.file(file).span().part(row)));
        }
        Ok(())
    }
}
