//! Books and sites of Markdown files, as Quarto, bookdown, `MyST` and Jupyter Book put them together: their chapters,
//! and the lists of works that they name for all of them.

use super::{keys, metadata};
use crate::document::parts::{Part, Parts, folder_of, joined};
use crate::document::recognise::has_ending;
use crate::document::{Document, Fault, Folder, Format, Marked, Stated, decoded};

/// The files that say what a project is made of.
pub(in crate::document) const FILES: &[&str] =
    &["_quarto.yml", "_quarto.yaml", "_bookdown.yml", "myst.yml", "_toc.yml"];

/// Files that may name the lists of works of a project, with the key under which they do.
const LISTED_IN: &[(&str, &str)] = &[
    ("_quarto.yml", "bibliography"),
    ("_quarto.yaml", "bibliography"),
    ("index.Rmd", "bibliography"),
    ("index.qmd", "bibliography"),
    ("_bookdown.yml", "bibliography"),
    ("myst.yml", "bibliography"),
    ("_config.yml", "bibtex_bibfiles"),
];

/// How many folders further up a project may begin.
const HIGHEST: usize = 3;

/// Endings of chapters, the first ones tried first where none is written.
const CHAPTERS: &[&str] = &[".md", ".qmd", ".Rmd", ".rmd", ".ipynb"];

/// Reads the project that the file called `name` puts together.
pub(in crate::document) fn read(name: &str, text: &str, folder: &dyn Folder) -> Document {
    let mut whole = Document::new(Format::Markdown, String::new());
    let files = vec![Part { path: name.to_owned(), text: text.to_owned() }];
    whole.parts = Parts::new(files, Vec::new());
    let chapters = chapters(name, text, folder);
    let title =
        values_of(text, "title").into_iter().next().filter(|_| name.starts_with("_quarto") || name == "myst.yml");
    if let Some(title) = title {
        let at = whole.annex(0, title.at);
        whole.preface.title = Some(Stated { words: title.words, at });
    }
    for chapter in chapters {
        let Some((path, bytes)) = found(&chapter.words, folder) else {
            let at = whole.annex(0, chapter.at);
            let what = format!("the chapter `{}` cannot be read: there is no such file", chapter.words);
            whole.unread.push(Fault::losing(at, what));
            continue;
        };
        let (text, _) = decoded(&bytes);
        whole.append(&path, super::read(&path, text, folder));
    }
    // What one chapter refers to may stand in another.
    let dangling = keys::dangling(&whole.text, &keys::labels(&whole.text));
    for block in &mut whole.blocks {
        block.marks.retain(|mark| !matches!(&mark.what, Marked::Dangling(key) if !dangling.contains(key.as_str())));
    }
    for list in values_of(text, "bibliography") {
        if whole.preface.bibliographies.iter().all(|known| known.words != list.words) {
            let at = whole.annex(0, list.at);
            whole.preface.bibliographies.push(Stated { words: list.words, at });
        }
    }
    whole
}

/// The file that puts together the book which `text` is the first chapter of, and what it says: bookdown joins the
/// files beside its `index.Rmd`, Quarto those that its book names.
pub(in crate::document) fn book_of(name: &str, text: &str, folder: &dyn Folder) -> Option<(&'static str, String)> {
    let is_bookdown =
        name.eq_ignore_ascii_case("index.Rmd") && text[..super::weave::metadata_end(text)].contains("bookdown_site");
    let files: &[&'static str] = match name {
        _ if is_bookdown => &["_bookdown.yml"],
        "index.qmd" => &["_quarto.yml", "_quarto.yaml"],
        _ => return None,
    };
    let (file, book) = files.iter().find_map(|file| Some((*file, decoded(&folder.bytes(file).ok()?).0)))?;
    (chapters(file, &book, folder).len() > 1).then_some((file, book))
}

/// The file of a chapter, which may be named without its ending.
fn found(named: &str, folder: &dyn Folder) -> Option<(String, Vec<u8>)> {
    let endings = std::iter::once("").chain(CHAPTERS.iter().copied());
    let paths = endings.map(|ending| joined("", &format!("{named}{ending}")));
    paths.filter(|path| ends_like_a_chapter(path)).find_map(|path| Some((path.clone(), folder.bytes(&path).ok()?)))
}

fn ends_like_a_chapter(path: &str) -> bool {
    CHAPTERS.iter().any(|ending| path.ends_with(ending))
}

/// The chapters that a project's file names, each where it does; those of bookdown that names none are all its files.
pub(in crate::document) fn chapters(name: &str, text: &str, folder: &dyn Folder) -> Vec<Stated> {
    let mut chapters: Vec<Stated> = Vec::new();
    let (mut top, mut at) = ("", 0);
    for line in text.split_inclusive('\n') {
        let here = at;
        at += line.len();
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        let inner = line.trim_start_matches([' ', '\t', '-']);
        if inner.is_empty() || inner.starts_with('#') {
            continue;
        }
        let pair = inner.split_once(':').filter(|(key, _)| key.chars().all(|c| c.is_ascii_alphabetic() || c == '_'));
        if let Some((key, _)) = pair.filter(|_| !line.starts_with([' ', '\t', '-'])) {
            top = key;
        }
        let (key, value) = pair.unwrap_or(("", inner));
        let is_named = match (name, top, key) {
            ("_toc.yml", _, "root" | "file") | ("myst.yml", "project", "file") | ("_bookdown.yml", "rmd_files", _) => {
                true
            }
            (_, "book", "" | "part" | "file" | "href" | "chapters" | "appendices") | (_, "manuscript", "article") => {
                name.starts_with("_quarto")
            }
            _ => false,
        };
        if !is_named {
            continue;
        }
        let named = metadata::values(value, here + line.len() - value.len());
        let any = matches!(name, "_toc.yml" | "myst.yml");
        chapters.extend(named.into_iter().filter(|chapter| any || ends_like_a_chapter(&chapter.words)));
    }
    if name == "_bookdown.yml" && chapters.is_empty() {
        let mut names = folder.names();
        names.retain(|name| has_ending(name, "rmd") && !name.starts_with('_'));
        names.sort_by_key(|name| (!name.starts_with("index."), name.clone()));
        chapters = names.into_iter().map(|words| Stated { words, at: 0..0 }).collect();
    }
    chapters
}

/// The values of a key, however deep it stands: behind it, or in the items below it.
fn values_of(text: &str, key: &str) -> Vec<Stated> {
    let mut values = Vec::new();
    let (mut within, mut at) = (None, 0);
    for line in text.split_inclusive('\n') {
        let here = at;
        at += line.len();
        let line = line.split(" #").next().unwrap_or_default().trim_end();
        let inner = line.trim_start();
        let indent = line.len() - inner.len();
        if let Some(value) = inner.strip_prefix(key).and_then(|rest| rest.strip_prefix(':')) {
            within = Some(indent);
            values.extend(metadata::values(value, here + line.len() - value.len()));
        } else if let Some(item) = inner.strip_prefix("- ").filter(|_| within.is_some_and(|key| indent >= key)) {
            values.extend(metadata::values(item, here + line.len() - item.len()));
        } else if !inner.is_empty() {
            within = None;
        }
    }
    values
}

/// Takes on the lists of works that the project of the file called `name` names, for one that names none itself.
pub(super) fn take_lists(name: &str, document: &mut Document, folder: &dyn Folder) {
    let mut above = folder_of(name).to_owned();
    for _ in 0..=HIGHEST {
        for (file, key) in LISTED_IN {
            let path = joined(&above, file);
            let Ok(bytes) = folder.bytes(&path) else { continue };
            let (text, _) = decoded(&bytes);
            let head = if file.starts_with('_') || *file == "myst.yml" {
                text.len()
            } else {
                super::weave::metadata_end(&text)
            };
            let named = values_of(&text[..head], key);
            if named.is_empty() {
                continue;
            }
            let number = document.further(name, Part { path, text });
            for stated in named {
                let at = document.annex(number, stated.at);
                let words = joined(&above, &stated.words);
                document.preface.bibliographies.push(Stated { words, at });
            }
            return;
        }
        above = joined(&above, "..");
    }
}
