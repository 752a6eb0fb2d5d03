//! Which files make up which dossier.
//!
//! A folder whose files hold a `[dossier]` table is the root of a dossier, and a file belongs to the nearest root above
//! it. Of the paths that were given, the files of a folder that belong to no root are one more dossier, and so are all
//! such files that were given by name. Files and folders whose name begins with a dot are left out.
//!
//! A file that is given by name and is no TOML is a paper, and so is the standard input, `-`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Refusal;
use super::ground::Ground;
use super::paths::is_toml;
use crate::atlas::{self, Extent};
use crate::document::Format;
use crate::load::{self, Input};
use crate::model::{Home, Paper};
use crate::text::{Barred, Texts};

/// A file of more bytes holds records only if it is called `*.toml`: to read a book as TOML takes many times its size.
const SMALL: usize = 1 << 20;

/// A dossier that was found, with its texts and those that it extends.
pub(super) struct Found {
    /// Its folder, or its files, as they were given.
    pub(super) path: String,
    /// Its folder, as a path on its ground; `None` if it is files that were given by name.
    pub(super) folder: Option<PathBuf>,
    /// Its texts.
    pub(super) texts: Texts,
    /// Whose records they hold.
    pub(super) files: Vec<Input>,
    /// The paper that the records are to be drafted from, where there are none.
    pub(super) paper: Option<Read>,
    /// How much of the shipped record takes part.
    pub(super) extent: Extent,
}

impl Found {
    /// The paper, or the folder of the dossier, if it is one of either.
    pub(super) fn own_path(&self) -> Option<&Path> {
        self.paper.as_ref().map(|paper| paper.path.as_path()).or(self.folder.as_deref())
    }
}

/// The paths that were given, or where there are none `claims` if it is there, else this folder.
pub(super) fn or_usual(given: &[PathBuf]) -> Vec<PathBuf> {
    if !given.is_empty() {
        return given.to_vec();
    }
    let usual = Path::new("claims");
    vec![if usual.is_dir() { usual.into() } else { ".".into() }]
}

/// The dossiers at or below `paths`, in the order in which their first files stand.
pub(super) fn dossiers(ground: &dyn Ground, paths: &[PathBuf]) -> Result<Vec<Found>, Refusal> {
    let found = dossiers_and_papers(ground, paths, Extent::Whole)?;
    match found.iter().find(|found| found.paper.is_some()) {
        Some(paper) => Err(Refusal::NoRecords { path: paper.path.clone() }),
        None => Ok(found),
    }
}

/// The dossiers at or below `paths`, and the papers among them, without records.
pub(super) fn dossiers_and_papers(
    ground: &dyn Ground,
    paths: &[PathBuf],
    extent: Extent,
) -> Result<Vec<Found>, Refusal> {
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for given in paths {
        let given = ground.tidy(given);
        let is_folder = ground.is_folder(&given)?;
        let below = if is_folder { ground.below(&given)? } else { vec![given.clone()] };
        if below.is_empty() {
            return Err(Refusal::NoFiles { path: ground.shown(&given) });
        }
        let new = below.into_iter().map(bare).filter(|path| seen.insert(path.clone())).collect();
        let new = all(new, |path| if is_folder { walked(ground, path) } else { read(ground, path) })?;
        files.extend(new.into_iter().map(|file| (file, is_folder.then(|| bare(given.clone())))));
    }
    let roots = roots(files.iter().map(|(file, _)| file));
    let mut groups: Vec<(Place, Vec<Read>)> = Vec::new();
    for (file, given) in files {
        let place = match (root_of(&file.path, &roots), given) {
            _ if file.is_manuscript => Place::Files,
            (Some(root), _) => Place::Root(root),
            (None, Some(folder)) => Place::Folder(folder),
            (None, None) => Place::Files,
        };
        // A paper stands by itself.
        let is_apart = |group: &[Read]| file.is_manuscript || group[0].is_manuscript;
        match groups.iter_mut().find(|(other, group)| *other == place && !is_apart(group)) {
            Some((_, group)) => group.push(file),
            None => groups.push((place, vec![file])),
        }
    }
    groups.into_iter().map(|(place, files)| dossier(ground, &place, files, extent)).collect()
}

/// What holds a dossier together.
#[derive(PartialEq)]
enum Place {
    /// The folder of its `[dossier]` table.
    Root(PathBuf),
    /// A folder that was given.
    Folder(PathBuf),
    /// Nothing but that its files were given.
    Files,
}

/// A file that was read.
pub(super) struct Read {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    /// What a paper is written in, where somebody says so.
    pub(super) format: Option<Format>,
    paper: Option<(Texts, Paper)>,
    /// Whether it is a manuscript and holds no records.
    is_manuscript: bool,
    pub(super) barred: Vec<Barred>,
}

fn dossier(ground: &dyn Ground, place: &Place, files: Vec<Read>, extent: Extent) -> Result<Found, Refusal> {
    let path = match place {
        Place::Root(folder) | Place::Folder(folder) => ground.shown(folder),
        Place::Files => files.iter().map(|file| ground.shown(&file.path)).collect::<Vec<_>>().join(", "),
    };
    let folder = match place {
        Place::Root(folder) | Place::Folder(folder) => Some(folder.clone()),
        Place::Files => None,
    };
    let mut gathered = Gathered { ground, texts: Texts::default(), files: Vec::new(), known: BTreeSet::new() };
    let mut extended = Vec::new();
    let mut files = files;
    let paper = files.pop_if(|file| file.is_manuscript);
    if let Place::Root(root) = place {
        let mut trail = vec![Folder { canonical: canonical(ground, root), shown: ground.shown(root) }];
        follow(ground, root, &mut files, &mut trail, &mut BTreeSet::new(), &mut extended)?;
    }
    for file in files {
        gathered.add(file, Home::Own)?;
    }
    for file in extended {
        gathered.add(file, Home::Extended)?;
    }
    let Gathered { mut texts, mut files, .. } = gathered;
    atlas::take_in(&mut texts, &mut files, extent);
    Ok(Found { path, folder, texts, files, paper, extent })
}

struct Gathered<'g> {
    ground: &'g dyn Ground,
    texts: Texts,
    files: Vec<Input>,
    known: BTreeSet<PathBuf>,
}

impl Gathered<'_> {
    /// Takes a file in, unless it is there already by another name.
    fn add(&mut self, file: Read, home: Home) -> Result<(), Refusal> {
        if !self.known.insert(canonical(self.ground, &file.path)) {
            return Ok(());
        }
        let path = self.ground.shown(&file.path);
        let number = self.texts.add_bytes(path.clone(), file.bytes).map_err(|_| Refusal::TooLarge { path })?;
        file.barred.into_iter().for_each(|barred| self.texts.bar(number, barred));
        self.files.push((number, home));
        Ok(())
    }
}

/// A folder on the way from one `extends` to the next.
struct Folder {
    canonical: PathBuf,
    shown: String,
}

/// Adds to `out` the files of the folders that `files`, with their root at `root`, extend.
fn follow(
    ground: &dyn Ground,
    root: &Path,
    files: &mut [Read],
    trail: &mut Vec<Folder>,
    done: &mut BTreeSet<PathBuf>,
    out: &mut Vec<Read>,
) -> Result<(), Refusal> {
    for Read { path, paper, barred, .. } in files {
        let Some((texts, paper)) = paper else { continue };
        for &word in &paper.extends {
            let entry = texts.read(word);
            let line = texts.place(word.span).line;
            let bad = |why| {
                let at = format!("{}:{line}", ground.shown(path));
                Refusal::BadExtends { at, folder: crate::text::shown(entry), why }
            };
            let folder = bare(ground.tidy(&root.join(entry)));
            if let Err(Refusal::Barred { why, .. }) = ground.is_folder(&folder) {
                barred.push(Barred { named: Some(entry.to_owned()), why });
                continue;
            }
            let Some(canonical) = ground.real(&folder) else { return Err(bad("is not there")) };
            let shown = ground.shown(&folder);
            if let Some(start) = trail.iter().position(|earlier| earlier.canonical == canonical) {
                let mut folders: Vec<String> = trail[start..].iter().map(|folder| folder.shown.clone()).collect();
                folders.push(folders[0].clone());
                return Err(Refusal::Circle { folders });
            }
            if !done.insert(canonical.clone()) {
                continue;
            }
            let mut own = own_files(ground, &folder)?;
            if own.is_empty() {
                return Err(bad("holds no `.toml` file"));
            }
            trail.push(Folder { canonical, shown });
            follow(ground, &folder, &mut own, trail, done, out)?;
            trail.pop();
            out.extend(own);
        }
    }
    Ok(())
}

/// The files below `folder` that belong to no root below it.
pub(super) fn own_files(ground: &dyn Ground, folder: &Path) -> Result<Vec<Read>, Refusal> {
    let is_folder = ground.is_folder(folder)?;
    let below = if is_folder { ground.below(folder)? } else { vec![folder.to_path_buf()] };
    let read = all(below, |path| walked(ground, bare(path)))?;
    let roots = roots(read.iter());
    let is_own =
        |file: &Read| root_of(&file.path, &roots).is_none_or(|root| root == folder || !root.starts_with(folder));
    Ok(read.into_iter().filter(is_own).collect())
}

fn roots<'r>(files: impl Iterator<Item = &'r Read>) -> BTreeSet<PathBuf> {
    files.filter(|file| file.paper.is_some()).filter_map(|file| Some(file.path.parent()?.to_path_buf())).collect()
}

/// The nearest of `roots` above `file`.
fn root_of(file: &Path, roots: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    let above = file.ancestors().skip(1).find(|folder| roots.contains(*folder))?;
    // The folder in which the program runs is written as nothing, and `../x` does not lie below it.
    let goes_up = file.strip_prefix(above).is_ok_and(|rest| rest.starts_with(".."));
    (!goes_up).then(|| above.to_path_buf())
}

/// Reads files side by side. The first in order that cannot be read is told.
fn all(paths: Vec<PathBuf>, one: impl Fn(PathBuf) -> Result<Read, Refusal> + Sync) -> Result<Vec<Read>, Refusal> {
    let read: Vec<Result<Read, Refusal>> = paths.into_par_iter().map(&one).collect();
    read.into_iter().collect()
}

fn read(ground: &dyn Ground, path: PathBuf) -> Result<Read, Refusal> {
    let bytes = ground.bytes(&path)?;
    let is_manuscript = !is_toml(&path) && !holds_records(&bytes);
    let paper = if is_manuscript { None } else { load::paper(&ground.shown(&path), &String::from_utf8_lossy(&bytes)) };
    Ok(Read { path, bytes, format: None, paper, is_manuscript, barred: Vec::new() })
}

/// Whether a file that is not called so is TOML throughout.
fn holds_records(bytes: &[u8]) -> bool {
    bytes.len() <= SMALL && std::str::from_utf8(bytes).is_ok_and(|text| load::intact(text).is_ok())
}

/// Reads a file that nobody named: where it may not be read, the rest is.
fn walked(ground: &dyn Ground, path: PathBuf) -> Result<Read, Refusal> {
    match read(ground, path.clone()) {
        Err(Refusal::Barred { why, .. }) => Ok(Read {
            path,
            bytes: Vec::new(),
            format: None,
            paper: None,
            is_manuscript: false,
            barred: vec![Barred { named: None, why }],
        }),
        read => read,
    }
}

/// The one name of a path, or itself where it leads nowhere.
fn canonical(ground: &dyn Ground, path: &Path) -> PathBuf {
    ground.real(path).unwrap_or_else(|| path.to_path_buf())
}

/// The path without a leading `./`; the folder in which the program runs as nothing.
fn bare(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(bare) => bare.to_path_buf(),
        Err(_) => path,
    }
}
