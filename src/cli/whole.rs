//! Files that are written whole or not at all, where the [`Guard`] allows it.
//!
//! A file is written beside its place first, onto the disk, and then put there in one step. What a killed run leaves
//! behind is cleared by the next that writes into the folder: such files are known by their names, and a run that lives
//! holds its own locked.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Refusal;
use super::guard::{Guard, without_waiting};
use super::paths::shown;

/// How the names of files begin and end that wait for their places.
const NAMED: [&str; 2] = [".gainsay-", ".tmp"];

/// What has to stand in the place of a file for it to be written.
#[derive(Clone, Copy)]
pub(super) enum Before<'f> {
    /// Whatever it is.
    Anything,
    /// No file.
    Nothing,
    /// A file that holds this.
    Text(&'f str),
}

/// A file that is to be written.
pub(super) struct Page<'f> {
    pub(super) path: PathBuf,
    pub(super) before: Before<'f>,
    pub(super) bytes: &'f [u8],
}

/// Writes a file over whatever is there.
pub(super) fn write(guard: &Guard, path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    write_all(guard, [Page { path: path.to_owned(), before: Before::Anything, bytes }])
}

/// Writes files, all of them beside their places first: where one of them cannot be written, or has changed since it
/// was read, none is put there.
pub(super) fn write_all<'f>(guard: &Guard, pages: impl IntoIterator<Item = Page<'f>>) -> Result<(), Refusal> {
    let mut waiting = Vec::new();
    for page in pages {
        let refused = |why| Refusal::Unwritable { path: shown(&page.path), why };
        let real = guard.writable(&page.path).map_err(refused)?;
        let file = beside(&real, page.bytes).map_err(|error| Refusal::unwritable(&page.path, &error))?;
        waiting.push((page, real, file));
    }
    for (page, real, _) in &waiting {
        unchanged(page, real)?;
    }
    for (page, real, file) in waiting {
        unchanged(&page, &real)?;
        file.persist(&real).map_err(|error| Refusal::unwritable(&page.path, &error.error))?;
    }
    Ok(())
}

/// Refuses to write over what was saved since it was read.
fn unchanged(page: &Page<'_>, real: &Path) -> Result<(), Refusal> {
    let is_so = match page.before {
        Before::Anything => true,
        Before::Nothing => fs::symlink_metadata(real).is_err(),
        Before::Text(text) => fs::read(real).is_ok_and(|bytes| bytes == text.as_bytes()),
    };
    let why = "it has changed since it was read, and nothing is written over it: run this again".to_owned();
    if is_so { Ok(()) } else { Err(Refusal::Unwritable { path: shown(&page.path), why }) }
}

/// The file beside its place, with the permissions and the owner of the one that it replaces.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    clear(folder);
    let mut file = builder().tempfile_in(folder)?;
    // Where files cannot be locked, nothing is cleared either.
    let _ = file.as_file().try_lock();
    file.write_all(bytes)?;
    if let Ok(replaced) = fs::metadata(path) {
        keep_owner(file.as_file(), &replaced)?;
        file.as_file().set_permissions(replaced.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives a file the owner of the one that it replaces.
#[cfg(unix)]
fn keep_owner(file: &fs::File, replaced: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if (own.uid(), own.gid()) == (replaced.uid(), replaced.gid()) {
        return Ok(());
    }
    let unkept = |_| io::Error::other("its owner cannot be kept: only the owner can write it");
    fchown(file, Some(replaced.uid()), Some(replaced.gid())).map_err(unkept)
}

#[cfg(not(unix))]
fn keep_owner(_: &fs::File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Clears what killed runs have left in a folder: the plain files of such a name that nobody holds locked.
fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(NAMED[0]) && name.ends_with(NAMED[1]));
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        if let Ok(file) = without_waiting().open(entry.path())
            && file.try_lock().is_ok()
        {
            // Who may not take it away leaves it.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// What makes the file, with the permissions that any new file has.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(NAMED[0]).suffix(NAMED[1]);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::guard::GuardArgs;

    #[test]
    fn what_was_saved_meanwhile_is_not_written_over_nor_is_any_other_of_the_files() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let [one, other, new] = ["one", "other", "new"].map(|name| folder.path().join(name));
        let guard = Guard::new(&GuardArgs::default(), [folder.path()]).expect("nothing else is allowed");
        let page = |path: &PathBuf, before| Page { path: path.clone(), before, bytes: b"mended" };
        let written = |pages| write_all(&guard, pages).map_err(|refusal| refusal.to_string());
        let read = |path: &PathBuf| fs::read_to_string(path).expect("it is there");
        for path in [&one, &other] {
            fs::write(path, "as read").expect("it can be written");
        }
        fs::write(&other, "saved").expect("it can be written");
        let told = written(vec![page(&one, Before::Text("as read")), page(&other, Before::Text("as read"))]);
        assert!(told.is_err_and(|told| told.contains("it has changed since it was read")));
        assert_eq!([read(&one), read(&other)], ["as read", "saved"]);
        assert!(written(vec![page(&one, Before::Nothing)]).is_err());
        assert!(written(vec![page(&one, Before::Text("as read")), page(&new, Before::Nothing)]).is_ok());
        assert_eq!([read(&one), read(&new)], ["mended", "mended"]);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 3);
    }
}
