//! Where the files of a dossier lie: on the disk, or in a revision of a git repository.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Refusal;
use super::guard::{Denied, Guard};
use super::paths::{is_dotted, is_of_records, is_toml, or_here, shown, unreadable, without_detours};
use crate::document::Unreadable;

/// What the files of dossiers lie on.
pub(super) trait Ground: Sync {
    /// Whether a path is a folder; refused where nothing is there.
    fn is_folder(&self, path: &Path) -> Result<bool, Refusal>;

    /// The `*.toml` files below a folder, by name, and what else there may be read records from only where it is told
    /// why they are not: links that lead outside. Hidden files and folders are left out.
    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, Refusal>;

    /// What a file of records holds.
    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal>;

    /// The file that the file at `from`, as its path is shown, names as `name`, and what it holds. A path counts from
    /// the file that names it; it may go up, as a reader of the record can see.
    fn named(&self, from: &str, name: &str) -> Result<(PathBuf, Vec<u8>), Unreadable>;

    /// The names of the files that lie beside the file at `from`, as its path is shown, in their order; none of hidden
    /// ones.
    fn names(&self, from: &str) -> Vec<String>;

    /// The one name of what a path leads to, if it leads anywhere.
    fn real(&self, path: &Path) -> Option<PathBuf>;

    /// A path without `.` and without the `..` that take back what stands before them, if it leads to the same place.
    fn tidy(&self, path: &Path) -> PathBuf;

    /// A path as it is printed.
    fn shown(&self, path: &Path) -> String;
}

/// The most bytes of a file that may hold pictures beside its text.
pub(super) const LARGEST: u64 = 256 << 20;

/// Whether a path means the standard input.
pub(super) fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

/// What the standard input holds, read once and to its end.
fn input() -> Result<Vec<u8>, Refusal> {
    let path = Path::new("-");
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST { Err(Refusal::TooLarge { path: shown(path) }) } else { Ok(bytes) }
}

/// The disk, as far as it may be read.
pub(super) struct Disk {
    pub(super) guard: Guard,
}

impl Ground for Disk {
    fn is_folder(&self, path: &Path) -> Result<bool, Refusal> {
        if is_input(path) {
            return Ok(false);
        }
        let barred = |why| Refusal::Barred { path: shown(path), why };
        let real = self.guard.readable(path).map_err(barred)?;
        let about = fs::metadata(real).map_err(|error| unreadable(path, &error))?;
        if about.is_dir() || about.is_file() { Ok(about.is_dir()) } else { Err(barred("it is no plain file".into())) }
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
        let folder = or_here(folder);
        let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        let mut files = Vec::new();
        let mut barred = Vec::new();
        let mut is_entered = |entry: &walkdir::DirEntry| {
            if entry.depth() == 0 || is_dotted(entry.file_name()) {
                return entry.depth() == 0;
            }
            let is_in = !entry.path_is_symlink() || self.guard.readable(entry.path()).is_ok();
            if !is_in && (is_toml(entry.path()) || entry.file_type().is_dir()) {
                barred.push(entry.path().to_owned());
            }
            is_in
        };
        for entry in walk.filter_entry(|entry| is_entered(entry)) {
            match entry {
                Ok(entry) if !entry.file_type().is_dir() && is_of_records(entry.path()) => {
                    files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_path_buf();
                    let leads_nowhere = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                    if path.file_name().is_some_and(is_dotted) || leads_nowhere && !is_toml(&path) {
                        continue;
                    }
                    return Err(match error.io_error() {
                        _ if error.loop_ancestor().is_some() => Refusal::LinkLoop { path: shown(&path) },
                        Some(error) => unreadable(&path, error),
                        None => Refusal::Unreadable { path: shown(&path), why: error.to_string() },
                    });
                }
            }
        }
        files.append(&mut barred);
        Ok(files)
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        if is_input(path) {
            return input();
        }
        self.guard.bytes(path, u64::from(u32::MAX)).map_err(|denied| match denied {
            Denied::Barred(why) => Refusal::Barred { path: shown(path), why },
            Denied::Failed(error) => unreadable(path, &error),
            Denied::TooLarge(_) => Refusal::TooLarge { path: shown(path) },
        })
    }

    fn named(&self, from: &str, name: &str) -> Result<(PathBuf, Vec<u8>), Unreadable> {
        let path = self.tidy(&beside(Path::new(from), name)?);
        let bytes = self.guard.bytes(&path, LARGEST)?;
        Ok((path, bytes))
    }

    fn names(&self, from: &str) -> Vec<String> {
        let folder = or_here(Path::new(from).parent().unwrap_or(Path::new("")));
        let entries = self.guard.readable(folder).ok().and_then(|folder| fs::read_dir(folder).ok());
        let entries = entries.into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
        let names = entries.map(|entry| entry.file_name()).filter(|name| !is_dotted(name));
        let mut names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
        names.sort();
        names
    }

    fn real(&self, path: &Path) -> Option<PathBuf> {
        fs::canonicalize(or_here(path)).ok()
    }

    fn tidy(&self, path: &Path) -> PathBuf {
        tidy(path)
    }

    fn shown(&self, path: &Path) -> String {
        shown(path)
    }
}

/// A path on the disk without `.` and without the `..` that take back what stands before them, if it leads to the same
/// place.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let tidy = or_here(&without_detours(path)).to_path_buf();
    let same = fs::canonicalize(&tidy).ok() == fs::canonicalize(path).ok();
    if same { tidy } else { path.to_path_buf() }
}

/// The path of what the file at `from` names as `name`.
pub(super) fn beside(from: &Path, name: &str) -> Result<PathBuf, Unreadable> {
    let written = Path::new(name);
    if written.is_absolute() || written.has_root() {
        let why = "it is an absolute path, which means nothing on another machine".to_owned();
        return Err(Unreadable { why });
    }
    Ok(from.parent().unwrap_or(Path::new("")).join(written))
}
