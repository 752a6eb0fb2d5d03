//! Where the files of a dossier lie: on the disk, or in a revision of a git repository.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::Refusal;
use super::files::{or_here, shown, unreadable};

/// What the files of dossiers lie on.
pub(super) trait Ground {
    /// Whether a path is a folder; refused where nothing is there.
    fn is_folder(&self, path: &Path) -> Result<bool, Refusal>;

    /// The `*.toml` files below a folder, by name. Hidden files and folders are left out.
    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, Refusal>;

    /// What a file holds.
    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal>;

    /// The one name of what a path leads to, if it leads anywhere.
    fn real(&self, path: &Path) -> Option<PathBuf>;

    /// A path without `.` and without the `..` that take back what stands before them, if it leads to the same place.
    fn tidy(&self, path: &Path) -> PathBuf;

    /// A path as it is printed.
    fn shown(&self, path: &Path) -> String;
}

/// The disk.
pub(super) struct Disk;

impl Ground for Disk {
    fn is_folder(&self, path: &Path) -> Result<bool, Refusal> {
        Ok(fs::metadata(or_here(path)).map_err(|error| unreadable(path, &error))?.is_dir())
    }

    fn below(&self, folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
        let folder = or_here(folder);
        let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        let mut files = Vec::new();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_dotted(entry.file_name())) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_toml(entry.path()) => files.push(entry.into_path()),
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
        Ok(files)
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
        if size >= u64::from(u32::MAX) {
            return Err(Refusal::TooLarge { path: shown(path) });
        }
        fs::read(path).map_err(|error| unreadable(path, &error))
    }

    fn real(&self, path: &Path) -> Option<PathBuf> {
        fs::canonicalize(or_here(path)).ok()
    }

    fn tidy(&self, path: &Path) -> PathBuf {
        let tidy = or_here(&without_detours(path)).to_path_buf();
        let same = fs::canonicalize(&tidy).ok() == fs::canonicalize(path).ok();
        if same { tidy } else { path.to_path_buf() }
    }

    fn shown(&self, path: &Path) -> String {
        shown(path)
    }
}

/// A path by its letters alone, without `.` and without the `..` that take back what stands before them.
pub(super) fn without_detours(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            _ => tidy.push(part),
        }
    }
    tidy
}

pub(super) fn is_dotted(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

pub(super) fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}
