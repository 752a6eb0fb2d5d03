//! What a dossier holds already, in its records and in the comments between them.

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::{DeTable, DeValue};

use super::File;
use crate::load;
use crate::model::{self, Home};
use crate::names::{one_line, run_together};
use crate::text::{Texts, Word};

/// How the comment over a drafted record begins.
pub(super) const MARK: &str = "drafted from";

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
    /// The ids of all records with their kinds, and of those that stand in comments without.
    ids: FxHashMap<String, Option<&'static str>>,
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
        let mut texts = Texts::default();
        let mut inputs = Vec::new();
        for File { name, text } in files {
            let broken = |line: usize, why: String| Broken { file: name.clone(), line, why };
            load::intact(text).map_err(|(line, why)| broken(line, why))?;
            let too_large = |_| broken(1, "with the files before it, it passes 4 GiB".to_owned());
            let number = texts.add(name, text.clone()).map_err(too_large)?;
            inputs.push((number, Home::Own));
        }
        let dossier = load::read(&mut texts, &inputs);
        let ids = dossier.records().filter_map(|record| Some((dossier.head(record).id?, record.kind().name())));
        let mut known = Known {
            is_paper: dossier.paper.header.is_some(),
            manuscript: dossier.paper.manuscript.map(|path| texts.read(path).to_owned()),
            sources: dossier.sources.iter().map(|source| Source::of(&texts, source)).collect(),
            claims: dossier.claims.iter().map(|claim| Claim::of(&texts, claim)).collect(),
            ids: ids.map(|(id, kind)| (texts.read(id).to_owned(), Some(kind))).collect(),
            ..Known::default()
        };
        for file in files {
            known.comments(&file.text);
        }
        Ok(known)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        self.kinds().map(|(id, _)| id)
    }

    /// The ids with the kinds of their records; of those that stand in comments without.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (String, Option<&'static str>)> {
        let mut ids: Vec<_> = self.ids.iter().map(|(id, kind)| (id.clone(), *kind)).collect();
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
                        if let Some(id) = text(table.get_ref(), "id") {
                            self.ids.entry(id).or_default();
                        }
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
    fn of(texts: &Texts, source: &model::Source) -> Self {
        let text = |word: Option<Word>| word.map(|word| texts.read(word).to_owned());
        let issued = source.issued.map(|date| texts.slice(date.span).trim_matches(['"', '\'']).to_owned());
        Source {
            id: texts.read(source.id).to_owned(),
            cited_as: text(source.cited_as),
            url: text(source.doi.or(source.url)).map(|url| address(&url)).unwrap_or_default(),
            title: text(source.title).map(|title| run_together(&title)).unwrap_or_default(),
            issued: issued.unwrap_or_default(),
        }
    }
}

impl Claim {
    fn of(texts: &Texts, claim: &model::Claim) -> Self {
        let line = |word: Option<Word>| word.map(|word| one_line(texts.read(word))).unwrap_or_default();
        Claim { id: texts.read(claim.id).to_owned(), phrase: line(claim.at.phrase), text: line(claim.text) }
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
