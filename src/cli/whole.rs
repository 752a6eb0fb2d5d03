//! Files that are written whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Writes a file beside its place first, and then puts it there in one step.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    beside(path, bytes)?.persist(path)?;
    Ok(())
}

/// Writes files, all of them beside their places first: where one of them cannot be written, none is put there.
///
/// # Errors
/// The file that cannot be written, and why.
pub(super) fn write_all<'f>(files: impl Iterator<Item = (PathBuf, &'f str)>) -> Result<(), (PathBuf, io::Error)> {
    let mut written = Vec::new();
    for (path, text) in files {
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

fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = builder().tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// What makes the file, with the permissions that any new file has.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
