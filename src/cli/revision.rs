//! A revision of a git repository as ground for dossiers: its files are read from the repository, and nothing is
//! checked out. Links in it are not followed, and submodules are not entered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::git::{self, Missing, ObjectId, Objects, Unread};
use super::ground::{Ground, LARGEST, beside};
use super::guard::{Denied, hidden};
use super::paths::{is_dotted, is_of_records, shown, without_detours};
use crate::document::Unreadable;

/// A revision, with the files that it holds.
pub(super) struct Revision {
    /// How it was asked for: `HEAD~1`.
    name: String,
    objects: Objects,
    /// Its files by their paths from the root of the repository; of links nothing but that they are there.
    files: BTreeMap<PathBuf, Option<ObjectId>>,
    /// The way from the root of the repository to where the program runs.
    here: PathBuf,
}

impl Revision {
    /// The revision of that name in the repository around the folder in which the program runs.
    pub(super) fn open(name: &str) -> Result<Self, Refusal> {
        let neither = |why| Refusal::NeitherPathNorRevision { name: name.to_owned(), why };
        let no_git = || Refusal::NoGit { name: name.to_owned() };
        let found = git::find(name).map_err(|missing| match missing {
            Missing::Git => no_git(),
            Missing::Revision(why) => neither(why),
        })?;
        let files = git::files(&found).ok_or_else(|| neither("the git repository lacks a part of that revision"))?;
        let objects = Objects::open().map_err(|_| no_git())?;
        Ok(Self { name: name.to_owned(), objects, files: files.into_iter().collect(), here: found.here })
    }

    /// The path from the root of the repository for one from where the program runs.
    pub(super) fn path_here(&self, path: &Path) -> PathBuf {
        without_detours(&self.here.join(path))
    }

    /// Whether there is a folder.
    pub(super) fn has_folder(&self, path: &Path) -> bool {
        path.as_os_str().is_empty()
            || self
                .files
                .range(path.to_path_buf()..)
                .next()
                .is_some_and(|(file, _)| file.starts_with(path) && file != path)
    }

    /// What a file holds.
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Denied> {
        let barred = |why: &str| Denied::Barred(why.to_owned());
        let id = self.files.get(path).ok_or_else(|| barred("there is no such file in the revision"))?;
        let id = id.as_ref().ok_or_else(|| barred("it is a link, and those of a revision are not followed"))?;
        self.objects.read(id, most).map_err(|unread| match unread {
            Unread::Lacking => barred("the git repository lacks it"),
            Unread::TooLarge => Denied::TooLarge(most),
        })
    }

    fn missing(&self, path: &Path) -> Refusal {
        Refusal::Unreadable {
            path: self.shown(path),
            why: "there is no such file or folder in the revision".to_owned(),
        }
    }
}

impl Ground for Revision {
    fn is_folder(&self, path: &Path) -> Result<bool, Refusal> {
        match () {
            () if self.files.contains_key(path) => Ok(false),
            () if self.has_folder(path) => Ok(true),
            () => Err(self.missing(path)),
        }
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
        let is_seen = |path: &&PathBuf| {
            let below = path.strip_prefix(folder).is_ok_and(|rest| !rest.iter().any(is_dotted));
            below && is_of_records(path)
        };
        Ok(self.files.keys().filter(is_seen).cloned().collect())
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        self.read(path, u64::from(u32::MAX) - 1).map_err(|denied| match denied {
            Denied::TooLarge(_) => Refusal::TooLarge { path: self.shown(path) },
            denied => Refusal::Barred { path: self.shown(path), why: denied.why() },
        })
    }

    fn named(&self, from: &str, name: &str) -> Result<(PathBuf, Vec<u8>), Unreadable> {
        let from = from.strip_prefix(&self.name).and_then(|from| from.strip_prefix(':')).unwrap_or(from);
        let path = without_detours(&beside(Path::new(from), name)?);
        if let Some(why) = hidden(&path) {
            return Err(Unreadable { why });
        }
        let bytes = self.read(&path, LARGEST)?;
        Ok((path, bytes))
    }

    fn names(&self, from: &str) -> Vec<String> {
        let from = from.strip_prefix(&self.name).and_then(|from| from.strip_prefix(':')).unwrap_or(from);
        let folder = Path::new(from).parent();
        let beside = self.files.keys().filter(|path| path.parent() == folder).filter_map(|path| path.file_name());
        beside.filter(|name| !is_dotted(name)).filter_map(|name| name.to_str().map(str::to_owned)).collect()
    }

    fn real(&self, path: &Path) -> Option<PathBuf> {
        let path = without_detours(path);
        (self.files.contains_key(&path) || self.has_folder(&path)).then_some(path)
    }

    fn tidy(&self, path: &Path) -> PathBuf {
        without_detours(path)
    }

    fn shown(&self, path: &Path) -> String {
        let path = if path.as_os_str().is_empty() { String::new() } else { shown(path) };
        format!("{}:{path}", shown(Path::new(&self.name)))
    }
}
