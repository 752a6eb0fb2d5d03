//! Bibliographies in files of their own: BibTeX and BibLaTeX, CSL as JSON or YAML, RIS.

use super::{Bibliography, bibtex, csl, ris};
use crate::document::{Fault, Unreadable};

/// A file of more bytes is refused.
const LARGEST: usize = 256 << 20;

/// Reads a bibliography that is a file of its own, whatever it is called: what it is written in its text tells.
///
/// # Errors
/// [`Unreadable`] where the text is in none of the forms, or too large. An entry that is broken is a fault among the
/// rest.
pub fn read(text: &str) -> Result<Bibliography, Unreadable> {
    if text.len() > LARGEST {
        return Err(Unreadable { why: format!("a bibliography of more than {} MiB is not read", LARGEST >> 20) });
    }
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let is_ris = || start.lines().take(50).any(|line| line.starts_with("TY  -") || line.starts_with("TY -"));
    let is_bibtex = || {
        text.lines().map(str::trim_start).any(|line| {
            let word = line.strip_prefix('@').unwrap_or_default();
            word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.contains(['{', '('])
        })
    };
    let mut found = match () {
        () if start.starts_with(['[', '{']) => csl::read(text),
        () if is_ris() => ris::read(text),
        () if csl::is_yaml(text) => csl::read_yaml(text),
        () if is_bibtex() => bibtex::read(text),
        () => return Err(Unreadable { why: "it is neither BibTeX nor CSL (JSON, YAML) nor RIS".to_owned() }),
    };
    if found.entries.is_empty() && found.faults.is_empty() {
        found.faults.push(Fault::losing(
            0..text.ceil_char_boundary(text.len().min(1)),
            "this bibliography lists no works".to_owned(),
        ));
    }
    found.faults.sort_by_key(|fault| fault.at.start);
    Ok(found)
}
