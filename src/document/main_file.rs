//! Which file of a folder is the manuscript.

use super::markdown::project;
use super::recognise::has_ending;
use super::{Folder, decoded};

/// What a main file of LaTeX is called where there are several.
const MAIN: &[&str] = &["main", "paper", "manuscript", "thesis", "article", "book"];

/// Files that stand in many a folder and are no manuscript.
const BESIDE: &[&str] = &["readme", "changelog", "license", "contributing", "notes", "news"];

/// Endings of manuscripts, but for LaTeX.
const ENDINGS: &[&str] = &[".qmd", ".rmd", ".md", ".docx", ".odt", ".html", ".pdf"];

/// What copies of a paper with queries in them are called, and what a page of this program says of itself.
const QUERIES: &str = ".queries.";
const GENERATOR: &str = "name=\"generator\" content=\"gainsay ";

/// The file of a folder that is its manuscript, if there is one that surely is: what puts a book together, else the one
/// document of LaTeX, else the one manuscript.
pub fn main_file(folder: &dyn Folder) -> Option<String> {
    let names = folder.names();
    let text = |name: &str| folder.bytes(name).map(|bytes| decoded(&bytes).0).unwrap_or_default();
    for name in project::FILES.iter().filter(|file| names.iter().any(|name| name == *file)) {
        let chapters = project::chapters(name, &text(name), folder);
        match &chapters[..] {
            [] => {}
            [one] if folder.bytes(&one.words).is_ok() => return Some(one.words.clone()),
            _ => return Some((*name).to_owned()),
        }
    }
    let documents: Vec<&String> =
        names.iter().filter(|name| has_ending(name, "tex") && is_whole(&text(name))).collect();
    let is_main = |name: &&&String| MAIN.contains(&stem(name).as_str());
    let of_latex = match documents[..] {
        [one] => Some(one),
        _ => documents.iter().find(is_main).copied(),
    };
    let is_manuscript = |name: &&String| {
        let lower = name.to_lowercase();
        let is_own = || lower.contains(QUERIES) || has_ending(name, "html") && text(name).contains(GENERATOR);
        ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !BESIDE.contains(&stem(name).as_str()) && !is_own()
    };
    let manuscripts: Vec<&String> = names.iter().filter(is_manuscript).collect();
    let only = match manuscripts[..] {
        [one] => Some(one),
        _ => None,
    };
    of_latex.or(only.filter(|_| documents.is_empty())).cloned()
}

fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase()
}

/// Whether a text is a document of LaTeX that belongs to no other.
fn is_whole(text: &str) -> bool {
    let is_part = text.contains("{subfiles}") || text.contains("{standalone}");
    text.contains("\\documentclass") && text.contains("\\begin{document}") && !is_part
}
