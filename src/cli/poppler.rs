//! The words of a PDF, by way of `pdftotext`, a program of Poppler.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::paths::because;
use super::program::{self, Bounds, Failure};
use crate::document::Unreadable;

/// What `pdftotext` may take for a file of so many bytes. It writes about 40 KiB for a page of a book, five times as
/// much as the file holds where that is nothing but text, and takes some seconds for a thousand pages.
fn bounds(file: u64) -> Bounds {
    let mebibytes = file >> 20;
    Bounds {
        bytes: (128 << 20).min((8 << 20) + 128 * file),
        time: Duration::from_secs(30),
        work: 2 + 2 * mebibytes,
        memory: 1 << 30,
    }
}

fn because_of(why: &str) -> Unreadable {
    Unreadable { why: why.to_owned() }
}

/// The words with their boxes, as `pdftotext -bbox-layout` writes them of a file of `size` bytes.
pub(super) fn layout(path: &Path, size: u64) -> Result<String, Unreadable> {
    let mut command = Command::new("pdftotext");
    command.args(["-q", "-bbox-layout", "-enc", "UTF-8", "-eol", "unix"]).arg(path).arg("-");
    match program::output(&mut command, bounds(size)) {
        Ok(layout) => {
            Ok(String::from_utf8(layout).unwrap_or_else(|odd| String::from_utf8_lossy(odd.as_bytes()).into_owned()))
        }
        Err(Failure::Missing) => Err(because_of(
            "it is a PDF, and `pdftotext` is not there to read it: install poppler (Debian: poppler-utils)",
        )),
        Err(Failure::TooMuch) => Err(because_of("it swells to more words than a file of its size can hold")),
        Err(Failure::TooLong) => Err(because_of("`pdftotext` takes longer to read it than any text of its size needs")),
        Err(Failure::Unsuccessful(_)) => Err(because_of(
            "`pdftotext` cannot read it: it is damaged or locked by a password, or that is not the program of Poppler",
        )),
        Err(Failure::Io(error)) => Err(because_of(&because(&error))),
    }
}
