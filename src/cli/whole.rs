//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Writes a file beside its place first, and then puts it there in one step.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = behind(path);
    beside(&path, bytes)?.persist(path)?;
    Ok(())
}

/// Writes files, all of them beside their places first: where one of them cannot be written, none is put there.
///
/// # Errors
/// The file that cannot be written, and why.
pub(super) fn write_all<'f>(files: impl Iterator<Item = (PathBuf, &'f str)>) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, text) in files {
        let path = behind(&path);
        match beside(&path, text.as_bytes()) {
            Ok(file) => written.push((path, file)),
            Err(error) => return Err((path, error)),
        }
    }
    for (path, file) in written {
        file.persist(&path).map_err(|error| (path, error.error))?;
    }
    Ok(())
}

/// The file beside its place, with the permissions of the one that it replaces.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = builder().tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(replaced) = fs::metadata(path) {
        file.as_file().set_permissions(replaced.permissions())?;
    }
    Ok(file)
}

/// Where a path leads: what stands behind a link is written, and the link stays.
fn behind(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// What makes the file, with the permissions that any new file has.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
