//! The file of a baseline.

use std::fs;
use std::io;
use std::path::Path;

use super::{Refusal, whole};
use crate::revise::Baseline;

/// Reads a baseline.
pub(super) fn read(path: &Path) -> Result<Baseline, Refusal> {
    let refusal = |why: String| Refusal::BadBaseline { path: path.display().to_string(), why };
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => refusal("there is no such file; `--write-baseline` writes one".into()),
        _ => refusal(error.to_string()),
    })?;
    Baseline::parse(&text).map_err(refusal)
}

/// Writes a baseline, over the one that is there.
pub(super) fn write(path: &Path, baseline: &Baseline) -> Result<(), Refusal> {
    let refusal = |error: io::Error| Refusal::Unwritable { path: path.display().to_string(), why: error.to_string() };
    whole::write(path, baseline.to_string().as_bytes()).map_err(refusal)
}
