//! Paths: how they are written, printed, and told apart by their letters alone; and why one cannot be read.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::Refusal;
use crate::text::is_hidden;

/// The path, or the folder in which the program runs for none.
pub(super) fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// A path as it is printed: with `/` between its parts, and without characters that steer a terminal.
pub(super) fn shown(path: &Path) -> String {
    let text = or_here(path).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    text.chars().map(|c| if is_hidden(c) { '\u{FFFD}' } else { c }).collect()
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

/// Whether a file holds records by its name: it is TOML, and not the configuration of a project.
pub(super) fn is_of_records(path: &Path) -> bool {
    is_toml(path) && path.file_name().is_none_or(|name| name != "gainsay.toml")
}

/// Why a file or folder cannot be read, for a person.
pub(super) fn because(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return "there is no such file or folder".to_owned();
    }
    let text = error.to_string().to_lowercase();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}

/// The same of a path that the command line names.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    Refusal::Unreadable { path: shown(path), why: because(error) }
}
