//! What a dossier holds already, in its records and in the comments between them.

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::{DeTable, DeValue};

use super::File;
use super::page::MARK;
use crate::names::{one_line, run_together};

/// A file of a dossier that is no TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The file, by its path from the folder of the dossier.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub why: String,
}

/// What a dossier holds already.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Whether it has a table `[dossier]`.
    pub(super) is_paper: bool,
    /// The manuscript that it names.
    pub(super) manuscript: Option<String>,
    pub(super) sources: Vec<Source>,
    pub(super) claims: Vec<Claim>,
    /// The ids of all records, and of those that stand in comments.
    ids: FxHashSet<String>,
    /// The phrases that stand in comments.
    set_aside: FxHashSet<String>,
    /// The sources and claims that still bear the mark of a draft.
    drafted: FxHashSet<String>,
}

/// A source that is there.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) id: String,
    pub(super) cited_as: Option<String>,
    url: String,
    title: String,
    issued: String,
}

/// A claim that is there.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) id: String,
    pub(super) phrase: String,
    pub(super) text: String,
}

impl Known {
    /// What the files of a dossier hold.
    pub(super) fn read(files: &[File]) -> Result<Self, Broken> {
        let mut known = Known::default();
        for file in files {
            let root = DeTable::parse(&file.text).map_err(|error| Broken {
                file: file.name.clone(),
                line: error.span().map_or(1, |span| file.text[..span.start].matches('\n').count() + 1),
                why: one_line(error.message()),
            })?;
            known.records(root.get_ref());
            known.comments(&file.text);
        }
        Ok(known)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        let mut ids: Vec<String> = self.ids.iter().cloned().collect();
        ids.sort_unstable();
        ids.into_iter()
    }

    /// Whether a claim with the phrase stands in a comment.
    pub(super) fn is_set_aside(&self, phrase: &str) -> bool {
        self.set_aside.contains(phrase)
    }

    /// Whether nobody has taken the mark of a draft from a record yet.
    pub(super) fn is_drafted(&self, id: &str) -> bool {
        self.drafted.contains(id)
    }

    fn records(&mut self, root: &DeTable<'_>) {
        for (name, value) in root {
            let name = name.get_ref().as_ref();
            if let (DeValue::Table(paper), "dossier") = (value.get_ref(), name) {
                self.is_paper = true;
                self.manuscript = text(paper, "manuscript");
            }
            let DeValue::Array(records) = value.get_ref() else { continue };
            for record in records {
                let DeValue::Table(record) = record.get_ref() else { continue };
                let Some(id) = text(record, "id") else { continue };
                self.ids.insert(id.clone());
                match name {
                    "source" => self.sources.push(Source::read(id, record)),
                    "claim" => self.claims.push(Claim::read(id, record)),
                    _ => {}
                }
            }
        }
    }

    /// The ids and phrases of records that a person has put into comments, and which records bear the mark of a draft.
    fn comments(&mut self, file: &str) {
        let mut marked = false;
        let mut kind = "";
        for line in file.lines() {
            let line = line.trim();
            match line.strip_prefix('#').map(str::trim_start) {
                Some(comment) => {
                    marked |= comment.starts_with(MARK);
                    if let Ok(table) = DeTable::parse(comment) {
                        self.ids.extend(text(table.get_ref(), "id"));
                        self.set_aside.extend(phrase(table.get_ref()));
                    }
                }
                None if line.starts_with("[[") => kind = line,
                None if line.starts_with("id") && matches!(kind, "[[source]]" | "[[claim]]") => {
                    if let (true, Ok(table)) = (std::mem::take(&mut marked), DeTable::parse(line)) {
                        self.drafted.extend(text(table.get_ref(), "id"));
                    }
                }
                None => {}
            }
        }
    }
}

impl Source {
    fn read(id: String, record: &DeTable<'_>) -> Self {
        let folded = |key| text(record, key).map(|text| run_together(&text)).unwrap_or_default();
        let issued = text(record, "issued").unwrap_or_default();
        let url = text(record, "doi").or_else(|| text(record, "url")).map(|url| address(&url)).unwrap_or_default();
        Source { id, cited_as: text(record, "cited-as"), url, title: folded("title"), issued }
    }
}

impl Claim {
    fn read(id: String, record: &DeTable<'_>) -> Self {
        let text = text(record, "text").map(|text| one_line(&text)).unwrap_or_default();
        Claim { id, phrase: phrase(record).unwrap_or_default(), text }
    }
}

/// The sources that are there, to be found by an entry. Each is one entry's at most.
pub(super) struct Shelf<'k> {
    sources: &'k [Source],
    taken: FxHashSet<usize>,
    by: FxHashMap<String, Vec<usize>>,
}

impl<'k> Shelf<'k> {
    pub(super) fn new(known: &'k Known) -> Self {
        let mut by: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, source) in known.sources.iter().enumerate() {
            for key in keys(&source.id, &source.title, &source.issued, &source.url) {
                by.entry(key).or_default().push(at);
            }
        }
        Shelf { sources: &known.sources, taken: FxHashSet::default(), by }
    }

    /// The source that an entry is: by the id that it would get, by title and year, by address.
    pub(super) fn take(&mut self, id: &str, title: &str, issued: &str, url: &str) -> Option<&'k Source> {
        let keys = keys(id, &run_together(title), issued, &address(url));
        let found = keys.into_iter().filter_map(|key| self.by.get(&key)).flatten();
        let free = found.copied().find(|at| !self.taken.contains(at))?;
        self.taken.insert(free);
        Some(&self.sources[free])
    }

    /// The sources that no entry was.
    pub(super) fn rest(&self) -> impl Iterator<Item = &'k Source> {
        let sources = self.sources.iter().enumerate();
        sources.filter(|(at, _)| !self.taken.contains(at)).map(|(_, source)| source)
    }
}

fn keys(id: &str, title: &str, issued: &str, url: &str) -> Vec<String> {
    let mut keys = vec![format!("id {id}")];
    if !title.is_empty() {
        keys.push(format!("title {title} {issued}"));
    }
    if !url.is_empty() {
        keys.push(format!("url {url}"));
    }
    keys
}

fn address(url: &str) -> String {
    let bare = url.trim().to_lowercase();
    bare.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/').to_owned()
}

fn text(table: &DeTable<'_>, key: &str) -> Option<String> {
    match table.get(key)?.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        _ => None,
    }
}

fn phrase(record: &DeTable<'_>) -> Option<String> {
    match record.get("at")?.get_ref() {
        DeValue::Table(at) => text(at, "phrase").map(|phrase| one_line(&phrase)),
        _ => None,
    }
}
