//! Files that the records name by their path, local copies of sources; the manuscript, and the bibliographies that it
//! names. The [ground](Ground) decides which of them may be read.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::files::{self, Found};
use super::ground::{Disk, Ground, LARGEST};
use super::guard::Guard;
use super::paths::{because, shown};
use super::poppler;
use crate::Reasoned;
use crate::archive::{self, Fetched, Retractions};
use crate::atlas::{self, Extent};
use crate::bibliography::{self, List};
use crate::document::{self, Document, Folder, Format, Unreadable};
use crate::draft;
use crate::model::Home;
use crate::text::Texts;
use crate::time::Day;

/// Whether the shipped record takes part.
#[derive(Debug, clap::Args)]
pub(super) struct AtlasArgs {
    /// Hold nothing against the record that the program brings along: states, their bodies, dated events
    #[arg(long)]
    no_atlas: bool,
}

impl AtlasArgs {
    /// How much of it does.
    pub(super) fn extent(&self) -> Extent {
        if self.no_atlas { Extent::Names } else { Extent::Whole }
    }
}

/// What fetches the file that the file at one path names as another.
pub(super) fn fetch(ground: &dyn Ground) -> impl Fn(&str, &str) -> Result<Fetched, Unreadable> {
    move |from, name| {
        let (path, bytes) = ground.named(from, name)?;
        let shown = ground.shown(&path);
        let manuscript = read(&path, &bytes, None, &Around { ground, file: &shown })?;
        Ok(with_lists(ground, shown, manuscript))
    }
}

/// What lies around a file, by its path as it is shown.
struct Around<'a> {
    ground: &'a dyn Ground,
    file: &'a str,
}

impl Folder for Around<'_> {
    fn bytes(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        self.ground.named(self.file, path).map(|(_, bytes)| bytes)
    }

    fn names(&self) -> Vec<String> {
        self.ground.names(self.file)
    }
}

/// A manuscript with the bibliographies that it names.
fn with_lists(ground: &dyn Ground, path: String, manuscript: Document) -> Fetched {
    let named = manuscript.preface.bibliographies.iter();
    let lists = named.map(|named| {
        let (list, bytes) = ground.named(&path, &named.words)?;
        list_of(ground.shown(&list), &bytes)
    });
    Fetched { lists: lists.collect(), path, manuscript }
}

/// The bibliography that a file holds, which is shown as `path`.
pub(super) fn list_of(path: String, bytes: &[u8]) -> Result<List, Unreadable> {
    let (text, _) = document::decoded(bytes);
    let bibliography = bibliography::read(&text)?;
    Ok(List { path, text, bibliography })
}

/// The bibliographies that are asked for.
pub(super) fn lists(guard: &Guard, paths: &[PathBuf]) -> Result<Vec<List>, Refusal> {
    let list = |path: &PathBuf| {
        let refused = |Unreadable { why }| Refusal::Unreadable { path: shown(path), why };
        list_of(shown(path), &guard.given(path, LARGEST)?).map_err(refused)
    };
    paths.iter().map(list).collect()
}

/// Lists of retractions that the user gives.
pub(super) fn retractions(guard: &Guard, paths: &[PathBuf]) -> Result<Vec<Retractions>, Refusal> {
    let list = |path: &PathBuf| {
        let (text, _) = document::decoded(&guard.given(path, LARGEST)?);
        let read = Retractions::read(shown(path), text);
        read.map_err(|Unreadable { why }| Refusal::Unreadable { path: shown(path), why })
    };
    paths.iter().map(list).collect()
}

/// A dossier with what follows from it, its claims held against the manuscript that was given, if one was.
pub(super) fn reasoned(
    ground: &dyn Ground,
    found: &mut Found,
    manuscript: Option<Fetched>,
    today: Option<Day>,
) -> Result<Reasoned, Refusal> {
    let mut reasoned = Reasoned::new(&mut found.texts, &found.files, &fetch(ground), today);
    if let Some(manuscript) = manuscript {
        hold_against(&mut reasoned, &mut found.texts, manuscript)?;
    }
    Ok(reasoned)
}

/// A dossier with what follows from it, or a paper with what follows from its draft, as they lie there.
pub(super) fn either(ground: &dyn Ground, found: &mut Found, today: Option<Day>) -> Result<Reasoned, Refusal> {
    match found.paper.take() {
        Some(paper) => drafted(ground, &paper, Vec::new(), found, today),
        None => reasoned(ground, found, None, today),
    }
}

/// A paper with what follows from its records, which are drafted into texts of names that no file has. What is told of
/// them is told of the paper.
pub(super) fn drafted(
    ground: &dyn Ground,
    paper: &files::Read,
    lists: Vec<List>,
    found: &mut Found,
    today: Option<Day>,
) -> Result<Reasoned, Refusal> {
    let mut paper = self::paper(ground, &paper.path, &paper.bytes, paper.format)?;
    paper.take_lists(lists);
    for page in draft::afresh(&paper, found.extent).files {
        let number = found.texts.add(format!("<drafted>/{}", page.file.name), page.file.text);
        let number = number.map_err(|_| Refusal::TooLarge { path: paper.path.clone() })?;
        found.files.push((number, Home::Own));
    }
    let pages = found.files.clone();
    atlas::take_in(&mut found.texts, &mut found.files, found.extent);
    // The paths of copies count from the folder that the paper's own path counts from.
    let (path, fetch) = (paper.path.clone(), fetch(ground));
    let folder = path.rfind('/').map_or(0, |slash| slash + 1);
    let copies = |_: &str, name: &str| match name.strip_prefix(&path[..folder]) {
        Some(name) if !name.is_empty() && name != &path[folder..] => fetch(&path, name),
        _ => archive::nothing(&path, name),
    };
    let mut reasoned = Reasoned::new(&mut found.texts, &found.files, &copies, today);
    hold_against(&mut reasoned, &mut found.texts, paper)?;
    let origins = draft::origins(&found.texts, &reasoned, &pages);
    found.texts.take_origins(origins);
    Ok(reasoned)
}

fn hold_against(reasoned: &mut Reasoned, texts: &mut Texts, manuscript: Fetched) -> Result<(), Refusal> {
    let path = manuscript.path.clone();
    let held = reasoned.hold_against(texts, manuscript);
    held.map_err(|Unreadable { why }| Refusal::Unreadable { path, why })
}

/// The dossiers and papers at or below `paths`; in a folder without records, the paper that lies there.
pub(super) fn dossiers_and_papers(
    ground: &dyn Ground,
    paths: &[PathBuf],
    extent: Extent,
) -> Result<Vec<Found>, Refusal> {
    let refused = match files::dossiers_and_papers(ground, paths, extent) {
        Err(Refusal::NoFiles { path }) => path,
        found => return found,
    };
    let is_without_records = |given: &PathBuf| ground.shown(&ground.tidy(given)) == refused;
    let at = paths.iter().position(is_without_records);
    match at.map(|at| (at, main_file(ground, &paths[at]))) {
        Some((at, Ok(paper))) if paper != paths[at] => {
            let paths = [&paths[..at], &[paper], &paths[at + 1..]].concat();
            dossiers_and_papers(ground, &paths, extent)
        }
        _ => Err(Refusal::NoFiles { path: refused }),
    }
}

/// The file that a person means by a path: of a folder, the manuscript in it.
pub(super) fn main_file(ground: &dyn Ground, path: &Path) -> Result<PathBuf, Refusal> {
    if !ground.is_folder(path).unwrap_or(false) {
        return Ok(ground.tidy(path));
    }
    let inside = ground.shown(&path.join("-"));
    let name = document::main_file(&Around { ground, file: &inside }).ok_or_else(|| Refusal::Unreadable {
        path: ground.shown(path),
        why: "it is a folder, and no one file in it is surely the manuscript: name the file".to_owned(),
    })?;
    Ok(ground.tidy(&path.join(name)))
}

/// The manuscript that the user gives.
pub(super) fn manuscript(disk: &Disk, path: &Path) -> Result<Fetched, Refusal> {
    let path = main_file(disk, path)?;
    let bytes = disk.guard.given(&path, LARGEST)?;
    paper(disk, &path, &bytes, None)
}

/// The manuscript that the bytes of a file are, in the format that somebody says, with the bibliographies that it
/// names.
pub(super) fn paper(
    ground: &dyn Ground,
    path: &Path,
    bytes: &[u8],
    format: Option<Format>,
) -> Result<Fetched, Refusal> {
    let shown = ground.shown(path);
    match read(path, bytes, format, &Around { ground, file: &shown }) {
        Ok(manuscript) => Ok(with_lists(ground, shown, manuscript)),
        Err(Unreadable { why }) => Err(Refusal::Unreadable { path: shown, why }),
    }
}

/// What the bytes of a file hold, in the format that somebody says, else whatever it is written in, with what it takes
/// in of its folder.
fn read(path: &Path, bytes: &[u8], format: Option<Format>, folder: &dyn Folder) -> Result<Document, Unreadable> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let format = format.map_or_else(|| document::recognise(&name, bytes), Ok)?;
    match format {
        Format::Pdf => document::read_pdf(&layout(bytes)?),
        format => document::read_as(format, &name, bytes, folder),
    }
}

/// The words of a PDF with their boxes.
pub(super) fn layout(bytes: &[u8]) -> Result<String, Unreadable> {
    // The program is to read what was read here, and nothing that has come into its place since.
    let failed = |error| Unreadable { why: because(&error) };
    let mut file = tempfile::NamedTempFile::new().map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    poppler::layout(file.path(), bytes.len() as u64)
}
