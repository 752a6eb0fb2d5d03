//! A manuscript written down as the records of a dossier, for a person to complete.
//!
//! Drafted are a source for each entry of its bibliography (of one in a file of its own, for each that it cites) and a
//! claim for each sentence that is worth checking, with the passage, the citations and the dates and quantities of it.
//! A citation that stands behind the sentence itself attests it; one that follows later in the paragraph, or in the
//! next ones of a section, is taken for its source presumably (`role = "presumed"`). What is planned, alleged or left
//! open by its words is drafted in that `mode`. A date belongs to an event of its own: which events are one is for the
//! person to say.
//!
//! A draft adds and never takes away: what stands in the files of a dossier stays as it is, letter for letter, and what
//! it does not hold yet is written behind it. A record that is there, or that stands there in a comment, is not drafted
//! again.
//!
//! Left out: sources that are cited and in no list, names (proposed in comments alone), relations, and what a claim
//! means.

mod claims;
mod edtf;
mod ids;
mod import;
mod known;
mod language;
mod origins;
mod page;
mod phrase;
mod sources;
mod tone;

use std::ops::Range;

use crate::archive::Fetched;
use crate::atlas::Extent;
use crate::bibliography::{self, Bibliography, List};
use crate::citation;
use crate::document::{Document, Spot};

pub(crate) use import::answers;
pub use import::{Import, Offer, Unread, import, is_of_claims, is_of_records};
pub use known::Broken;
pub use origins::origins;

/// What a draft is made from.
#[derive(Debug)]
pub struct Brief<'a> {
    /// The manuscript.
    pub manuscript: &'a Document,
    /// Its path, from the folder of the dossier.
    pub path: &'a str,
    /// Bibliographies in files of their own.
    pub lists: &'a [&'a List],
    /// The files that the dossier holds.
    pub there: &'a [File],
    /// How much of the shipped record may be referred to: of names alone, nothing.
    pub record: Extent,
}

/// A file of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path from the folder of the dossier, with `/` between its parts.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// What is to be written, and what there is to say of it.
#[derive(Debug, Default)]
pub struct Draft {
    /// The files that are new or that more was written to, whole.
    pub files: Vec<Page>,
    /// The sources that were drafted.
    pub sources: usize,
    /// The claims that were drafted.
    pub claims: usize,
    /// How many sources and claims the dossier had already.
    pub kept: [usize; 2],
    /// What a person should look at.
    pub left: Left,
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The file as it will be.
    pub file: File,
    /// What it gains: `14 claims`.
    pub gains: String,
    /// Whether it is new.
    pub is_new: bool,
}

/// What a draft could not settle, each with its line in the manuscript, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Citations that no entry has.
    pub unresolved: Vec<Remark>,
    /// How many citations have no entry because works are missing: no list was found, or not all of one was read.
    pub open: usize,
    /// Of each file that lists works, how many nothing cites, and how many there are.
    pub uncited: Vec<(String, [usize; 2])>,
    /// Citations that several entries may be.
    pub ambiguous: Vec<Remark>,
    /// Dates that are told from another that is not told.
    pub open_dates: Vec<Remark>,
    /// Dates that no calendar has.
    pub bad_dates: Vec<Remark>,
    /// Parts of the manuscript, or of a list (by its path), that could not be read, and why.
    pub broken: Vec<(Option<String>, Remark)>,
    /// Lines of the bibliography that belong to no entry.
    pub unread: Vec<Remark>,
    /// Drafted claims whose sentence reads otherwise than when they were drafted, by their ids.
    pub changed: Vec<Remark>,
    /// Drafted claims whose sentence is gone, and drafted sources whose entry is gone, by their ids.
    pub gone: Vec<String>,
    /// The manuscript that the dossier names, if it is another.
    pub other_manuscript: Option<String>,
}

/// A place in the manuscript, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line.
    pub at: Spot,
    /// What stands there.
    pub words: String,
}

/// Drafts the records of a manuscript.
///
/// # Errors
/// [`Broken`] where a file of the dossier is no TOML: what it holds could not be told from what is to be drafted.
pub fn draft(brief: &Brief<'_>) -> Result<Draft, Broken> {
    let known = known::Known::read(brief.there)?;
    let works = Works::of(brief);
    let citations = citation::citations(&brief.manuscript.blocks, &works.bibliography);
    let mut ids = ids::Ids::new(known.ids());
    let sources = sources::sources(&works, &citations, brief.manuscript, &known, &mut ids);
    let read = claims::Reading::new(brief.manuscript, &works.bibliography, &citations, &sources);
    let claims = read.claims(&known, &mut ids, brief.record);
    Ok(page::written(brief, &known, &works, &sources, &claims, &mut ids))
}

/// Drafts the records of a manuscript for which there are none.
pub fn afresh(it: &Fetched, record: Extent) -> Draft {
    let lists: Vec<&List> = it.lists.iter().flatten().collect();
    let brief = Brief { manuscript: &it.manuscript, path: &it.path, lists: &lists, there: &[], record };
    // Only a file that is there can be broken.
    draft(&brief).unwrap_or_default()
}

/// All works that a manuscript can cite: those of files, then those that it lists itself and that no file has.
struct Works<'a> {
    bibliography: Bibliography,
    /// For each entry of a file, what the file is called.
    files: Vec<&'a str>,
}

impl<'a> Works<'a> {
    fn of(brief: &'a Brief<'_>) -> Self {
        let (bibliography, from) =
            bibliography::of(brief.manuscript, brief.lists.iter().map(|list| &list.bibliography));
        let name = |list: usize| brief.lists[list].path.rsplit('/').next().unwrap_or_default();
        Works { bibliography, files: from.into_iter().map(name).collect() }
    }
}

/// A part of the text as one line of plain words.
fn part(text: &str, at: &Range<usize>) -> String {
    crate::names::one_line(text.get(at.clone()).unwrap_or_default())
}
