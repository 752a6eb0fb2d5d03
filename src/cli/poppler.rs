//! The words of a PDF, by way of `pdftotext`, a program of Poppler.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::paths::because;
use super::program::{self, Bounds, Failure};
use crate::document::Unreadable;

/// It takes about 40 KiB for a page of a book, and some seconds for a thousand pages.
const BOUNDS: Bounds = Bounds { bytes: 128 << 20, time: Duration::from_secs(30) };

fn because_of(why: &str) -> Unreadable {
    Unreadable { why: why.to_owned() }
}

/// The words with their boxes, as `pdftotext -bbox-layout` writes them.
pub(super) fn layout(path: &Path) -> Result<String, Unreadable> {
    let mut command = Command::new("pdftotext");
    command.args(["-q", "-bbox-layout", "-enc", "UTF-8", "-eol", "unix"]).arg(path).arg("-");
    match program::output(&mut command, BOUNDS) {
        Ok(layout) => Ok(String::from_utf8_lossy(&layout).into_owned()),
        Err(Failure::Missing) => Err(because_of(
            "it is a PDF, and `pdftotext` is not there to read it: install poppler (Debian: poppler-utils)",
        )),
        Err(Failure::TooMuch) => Err(because_of("it holds more words than any book")),
        Err(Failure::TooLong) => {
            Err(Unreadable { why: format!("`pdftotext` takes more than {} seconds to read it", BOUNDS.time.as_secs()) })
        }
        Err(Failure::Unsuccessful(_)) => Err(because_of(
            "`pdftotext` cannot read it: it is damaged or locked by a password, or that is not the program of Poppler",
        )),
        Err(Failure::Io(error)) => Err(because_of(&because(&error))),
    }
}
