//! The local copies of sources that `file` names, read.
//!
//! The [command line](crate::cli) fetches them: here they get their places in the [`Texts`], so that a finding can point
//! into them. A copy that cannot be read is kept with the reason.

use std::collections::BTreeMap;

use crate::manuscript::{Block, Manuscript, Unreadable};
use crate::model::{Dossier, EvidenceId};
use crate::text::{Span, Texts};

/// A file that a record names, as it was read.
#[derive(Debug)]
pub struct Fetched {
    /// Its path as it is to be shown.
    pub path: String,
    /// What is in it.
    pub manuscript: Manuscript,
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
    whole: Span,
}

impl Copied {
    /// The place of a part of the words of a block.
    pub fn place(&self, block: usize, part: std::ops::Range<usize>) -> Span {
        self.whole.part(self.blocks[block].place(part))
    }
}

/// The local copies of a dossier's sources.
#[derive(Debug, Default)]
pub struct Archive {
    copies: Vec<Result<Copied, Unreadable>>,
    of_evidence: Vec<Option<usize>>,
}

impl Archive {
    /// Fetches every file that an evidence names, each once.
    pub fn new(texts: &mut Texts, dossier: &Dossier, fetch: &Fetch<'_>) -> Self {
        let mut this = Self::default();
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

    /// The copy that an evidence names, by its number; `None` where it names none.
    pub fn of(&self, evidence: EvidenceId) -> Option<(usize, Result<&Copied, &Unreadable>)> {
        let number = self.of_evidence.get(evidence.index()).copied().flatten()?;
        Some((number, self.copies[number].as_ref()))
    }
}

fn take(texts: &mut Texts, fetched: Fetched) -> Result<Copied, Unreadable> {
    let Manuscript { text, blocks, .. } = fetched.manuscript;
    let too_large = |_| Unreadable { why: "the files of a dossier must hold less than 4 GiB together".to_owned() };
    let number = texts.add(fetched.path, text).map_err(too_large)?;
    Ok(Copied { blocks, whole: texts.file(number).span() })
}
