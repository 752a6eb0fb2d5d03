//! The manuscript that a dossier is about, and the local copies of sources that `file` names, read.
//!
//! The [command line](crate::cli) fetches them: here they get their places in the [`Texts`], so that a finding can
//! point into them. A copy that cannot be read is kept with the reason.

use std::collections::BTreeMap;

mod library;
mod passages;
mod works;

pub use library::{Library, Retractions};
pub use passages::{Coverage, Located, Passages};
pub(crate) use works::bare;

use crate::bibliography::List;
use crate::document::{Block, Document, Kind, Laid, Stated, Unreadable};
use crate::model::{Dossier, EvidenceId};
use crate::passage::Manuscript;
use crate::text::{Span, Texts, TooLarge};

/// A file that a record names, as it was read.
#[derive(Debug)]
pub struct Fetched {
    /// Its path as it is to be shown.
    pub path: String,
    /// What is in it.
    pub manuscript: Document,
    /// The bibliographies in files of their own that it names, in their order.
    pub lists: Vec<Result<List, Unreadable>>,
}

impl Fetched {
    /// Takes in bibliographies that were asked for, beside those that it names; they stand for those of them that
    /// cannot be read, or that are the same.
    pub fn take_lists(&mut self, given: Vec<List>) {
        if given.is_empty() {
            return;
        }
        let preface = &mut self.manuscript.preface;
        let mut named = std::mem::take(&mut preface.bibliographies);
        if preface.presumed.take().is_some() {
            named.clear();
        }
        let is_other = |list: &List| given.iter().all(|given| given.text != list.text);
        let read = named.into_iter().zip(std::mem::take(&mut self.lists));
        let read: Vec<_> = read.filter(|(_, list)| list.as_ref().is_ok_and(is_other)).collect();
        let given = given.into_iter().map(|list| (Stated { words: list.path.clone(), at: 0..0 }, Ok(list)));
        (self.manuscript.preface.bibliographies, self.lists) = read.into_iter().chain(given).unzip();
    }
}

/// Fetches a file: the path of the file that names it, as [`Texts`] have it, and the path that it gives, which counts
/// from there.
pub type Fetch<'f> = dyn Fn(&str, &str) -> Result<Fetched, Unreadable> + 'f;

/// Fetches nothing: for dossiers without files beside them.
///
/// # Errors
/// Always.
pub fn nothing(_: &str, _: &str) -> Result<Fetched, Unreadable> {
    Err(Unreadable { why: "no file can be reached".to_owned() })
}

/// A local copy of a source.
#[derive(Debug)]
pub struct Copied {
    /// What stands in it.
    pub blocks: Vec<Block>,
    laid: Laid,
}

impl Copied {
    /// The place of a part of the words of a block.
    pub fn place(&self, block: usize, part: std::ops::Range<usize>) -> Span {
        self.laid.place(self.blocks[block].place(part))
    }
}

/// A bibliography that a manuscript names and that cannot be read.
#[derive(Debug)]
pub struct Unlisted {
    /// Where the manuscript names it.
    pub at: Span,
    /// Its name there.
    pub name: String,
    /// Why it cannot be read.
    pub why: Unreadable,
}

/// The manuscript of a dossier, and the local copies of its sources.
#[derive(Debug, Default)]
pub struct Archive {
    manuscript: Option<Result<Passages, Unreadable>>,
    unlisted: Vec<Unlisted>,
    copies: Vec<Result<Copied, Unreadable>>,
    of_evidence: Vec<Option<usize>>,
    libraries: Vec<Library>,
}

impl Archive {
    /// Fetches the manuscript and every file that an evidence names, each once.
    pub fn new(texts: &mut Texts, dossier: &Dossier, fetch: &Fetch<'_>) -> Self {
        let mut this = Self::default();
        if let Some(name) = dossier.paper.manuscript {
            let from = texts.file(texts.file_at(name.span.start)).path.clone();
            let fetched = fetch(&from, texts.read(name));
            this.manuscript = Some(fetched.and_then(|fetched| this.held_against(texts, dossier, fetched)));
        }
        let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
        for evidence in &dossier.evidence {
            let number = evidence.file.map(|file| {
                let from = texts.file(texts.file_at(file.span.start)).path.clone();
                let key = (from, texts.read(file).to_owned());
                *known.entry(key).or_insert_with_key(|(from, name)| {
                    let copy = fetch(from, name).and_then(|fetched| take(texts, fetched));
                    this.copies.push(copy);
                    this.copies.len() - 1
                })
            });
            this.of_evidence.push(number);
        }
        this
    }

    /// Takes another manuscript than the dossier names.
    ///
    /// # Errors
    /// If the texts of the run are too large with it.
    pub fn take_manuscript(&mut self, texts: &mut Texts, dossier: &Dossier, it: Fetched) -> Result<(), Unreadable> {
        self.unlisted.clear();
        self.manuscript = Some(Ok(self.held_against(texts, dossier, it)?));
        Ok(())
    }

    fn held_against(
        &mut self,
        texts: &mut Texts,
        dossier: &Dossier,
        mut fetched: Fetched,
    ) -> Result<Passages, Unreadable> {
        let laid = Laid::new(texts, fetched.path, &mut fetched.manuscript).map_err(too_large)?;
        let mut lists = Vec::new();
        for (named, list) in fetched.manuscript.preface.bibliographies.iter().zip(fetched.lists) {
            match list {
                Ok(list) => {
                    let file = texts.add(list.path, list.text).map_err(too_large)?;
                    lists.push((texts.file(file).span(), list.bibliography));
                }
                Err(why) => {
                    self.unlisted.push(Unlisted { at: laid.place(named.at.clone()), name: named.words.clone(), why });
                }
            }
        }
        let language = dossier.paper.language.map(|language| texts.read(language));
        let reading = Manuscript::new(fetched.manuscript, laid, lists, language);
        Ok(Passages::new(texts, dossier, reading))
    }

    /// Takes in a list that the sources are held against.
    ///
    /// # Errors
    /// If the texts of the run are too large with it.
    pub fn take_library(&mut self, texts: &mut Texts, dossier: &Dossier, list: &List) -> Result<(), Unreadable> {
        self.libraries.push(Library::new(texts, dossier, list).map_err(too_large)?);
        Ok(())
    }

    /// The lists that the sources are held against.
    pub fn libraries(&self) -> &[Library] {
        &self.libraries
    }

    /// The bibliographies that the manuscript names and that cannot be read.
    pub fn unlisted(&self) -> &[Unlisted] {
        &self.unlisted
    }

    /// The manuscript with the claims in it, if there is one that can be read.
    pub fn manuscript(&self) -> Option<&Passages> {
        self.manuscript.as_ref()?.as_ref().ok()
    }

    /// Why the manuscript that the dossier names cannot be read, if that is so.
    pub fn unreadable_manuscript(&self) -> Option<&Unreadable> {
        self.manuscript.as_ref()?.as_ref().err()
    }

    /// The copy that an evidence names, by its number; `None` where it names none.
    pub fn of(&self, evidence: EvidenceId) -> Option<(usize, Result<&Copied, &Unreadable>)> {
        let number = self.of_evidence.get(evidence.index()).copied().flatten()?;
        Some((number, self.copies[number].as_ref()))
    }
}

fn take(texts: &mut Texts, mut fetched: Fetched) -> Result<Copied, Unreadable> {
    let laid = Laid::new(texts, fetched.path, &mut fetched.manuscript).map_err(too_large)?;
    let Document { blocks, .. } = fetched.manuscript;
    // A quotation may go on over the end of a paragraph that calls a note.
    let (notes, body): (Vec<Block>, Vec<Block>) =
        blocks.into_iter().partition(|block| matches!(block.kind, Kind::Note(_)));
    let blocks = [body, notes].concat();
    Ok(Copied { blocks, laid })
}

/// Marks the sources that a list has as retracted.
///
/// # Errors
/// If the texts of the run are too large with it.
pub fn mark_retracted(texts: &mut Texts, dossier: &mut Dossier, list: &Retractions) -> Result<(), Unreadable> {
    list.mark(texts, dossier).map_err(too_large)
}

fn too_large(_: TooLarge) -> Unreadable {
    Unreadable { why: "the files of a dossier must hold less than 4 GiB together".to_owned() }
}
