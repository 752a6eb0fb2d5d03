//! BibTeX and BibLaTeX, entry by entry: one that is broken loses nothing else.

use std::ops::Range;

use biblatex::{ChunksExt, EntryType, Pair, Person, RawBibliography, RawChunk, Spanned};
use rustc_hash::FxHashMap;

use super::{Bibliography, Entry, Name, Part, Who, dates};
use crate::document::{Fault, letter_of_tex};
use crate::names::{one_line, run_together};
use crate::text::shown;
use crate::time::{When, month_named};

/// A field of more bytes is left out: no part of an entry that is read here is as long.
const FIELD: usize = 64 << 10;

/// Braces that lie in so many others are no text.
const DEPTH: usize = 32;

/// The fields of BibTeX and BibLaTeX that are read, under their names in CSL. `number` is an article's issue, and else
/// the number of a report.
const FIELDS: [(&str, &str); 29] = [
    ("title", "title"),
    ("journaltitle", "container-title"),
    ("journal", "container-title"),
    ("booktitle", "container-title"),
    ("publisher", "publisher"),
    ("institution", "publisher"),
    ("school", "publisher"),
    ("organization", "publisher"),
    ("location", "publisher-place"),
    ("address", "publisher-place"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("edition", "edition"),
    ("url", "URL"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("urldate", "accessed"),
    ("origdate", "original-date"),
    ("number", "issue"),
    ("howpublished", "URL"),
    ("label", "citation-label"),
    ("type", "genre"),
    ("langid", "language"),
    ("language", "language"),
    ("eventtitle", "event-title"),
    ("note", "note"),
    ("entrysubtype", "type"),
];

/// What else of an entry is read.
const OTHERS: [&str; 11] =
    ["author", "editor", "translator", "date", "year", "month", "day", "crossref", "subtitle", "pubstate", "extradate"];

/// The fields that are no text of TeX.
const AS_WRITTEN: [&str; 3] = ["date", "urldate", "origdate"];

/// The entries of a file.
pub(crate) fn read(text: &str) -> Bibliography {
    let mut reading =
        Reading { text, abbreviations: FxHashMap::default(), found: Bibliography::default(), parents: Vec::new() };
    for range in records(text) {
        reading.record(range);
    }
    reading.inherit();
    reading.drop_twins();
    reading.found
}

/// Where the records of a file lie: each from its `@`, at the start of a line, to the next.
fn records(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // What stands before the first record is a remark to BibTeX, a stray letter in front of its `@` as well.
        let stray = line.find('@').filter(|_| starts.is_empty()).unwrap_or(0);
        let indent = stray.max(line.len() - line.trim_start().len());
        let begins = line[indent..].strip_prefix('@').is_some_and(|rest| {
            let word = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            word.len() < rest.len() && word.trim_start().starts_with(['{', '('])
                || word.trim().is_empty() && word.len() < rest.len()
        });
        if begins {
            starts.push(at + indent);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// An entry of which nothing is read but its key.
fn key_alone(text: &str, start: usize) -> Option<Entry> {
    let (kind, rest) = text.split_once(['{', '('])?;
    let key = rest.split([',', '\n', '}', ')']).next()?;
    let at = start + kind.len() + 1 + (key.len() - key.trim_start().len());
    let (words, at) = (key.trim().to_owned(), at..at + key.trim().len());
    let entry = !words.is_empty() && !words.contains(['=', ' ', '"']) && kind != "@string";
    entry.then(|| Entry { at: at.clone(), key: Some(Part { words, at }), ..Entry::default() })
}

struct Reading<'t> {
    text: &'t str,
    abbreviations: FxHashMap<String, String>,
    found: Bibliography,
    /// The key of the entry that an entry is part of, by its number.
    parents: Vec<(usize, String)>,
}

impl<'t> Reading<'t> {
    fn record(&mut self, range: Range<usize>) {
        let text: &'t str = &self.text[range.clone()];
        let kind = text[1..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_lowercase();
        if matches!(kind.as_str(), "comment" | "preamble") {
            return;
        }
        let header = range.start..range.start + text.lines().next().map_or(0, str::len);
        if deep(text) {
            return self.fault(header, "braces lie too deep in one another here".to_owned());
        }
        let raw = match RawBibliography::parse(text) {
            Ok(raw) => raw,
            Err(error) => {
                // What cites it has its entry, even if nothing can be told of that.
                self.found.entries.extend(key_alone(text, range.start));
                // What is missing is missed far from where it belongs: then the entry's own first line is named.
                if error.span.start >= text.trim_end().len() {
                    return self.fault(header, "this entry is not closed".to_owned());
                }
                let at = floor(self.text, range.start + error.span.start);
                let end = self.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
                return self.fault(at..end, format!("this entry cannot be read from here on: {}", error.kind));
            }
        };
        for pair in &raw.abbreviations {
            let value = self.expanded(&pair.value.v);
            self.abbreviations.insert(pair.key.v.to_ascii_lowercase(), value);
        }
        for entry in raw.entries {
            self.entry(&range, entry);
        }
    }

    fn fault(&mut self, at: Range<usize>, what: String) {
        self.found.faults.push(Fault::new(at, what));
    }

    /// What a field says, abbreviations written out.
    fn expanded(&self, chunks: &[Spanned<RawChunk<'_>>]) -> String {
        let mut value = String::new();
        for chunk in chunks {
            match chunk.v {
                RawChunk::Normal(text) => value.push_str(text),
                RawChunk::Abbreviation(name) => {
                    let known = self.abbreviations.get(&name.to_ascii_lowercase());
                    value.push_str(known.map_or(name, String::as_str));
                }
            }
            if value.len() > FIELD {
                break;
            }
        }
        value
    }

    fn entry(&mut self, record: &Range<usize>, raw: Spanned<biblatex::RawEntry<'t>>) {
        let shift = |span: &Range<usize>| record.start + span.start..record.start + span.end;
        let mut entry = Entry { at: shift(&raw.span), ..Entry::default() };
        let key = raw.v.key.v.trim();
        entry.key = (!key.is_empty()).then(|| Part { words: key.to_owned(), at: shift(&raw.v.key.span) });
        entry.put("type", kind(raw.v.kind.v), shift(&raw.v.kind.span));
        let mut fields: Vec<(String, Vec<Spanned<biblatex::Chunk>>, Range<usize>)> = Vec::new();
        for pair in raw.v.fields {
            let name = pair.key.v.to_ascii_lowercase();
            if !FIELDS.iter().any(|(own, _)| *own == name) && !OTHERS.contains(&name.as_str()) {
                continue;
            }
            let at = value_at(&pair, self.text, record.start);
            let mut value = self.expanded(&pair.value.v);
            if matches!(name.as_str(), "author" | "editor" | "translator") {
                // BibTeX reads "and" in any case.
                value = value.replace(" AND ", " and ");
            } else if let Some(bare) = value.strip_prefix("\\url{").and_then(|bare| bare.strip_suffix('}')) {
                value = bare.to_owned();
            }
            match chunks(&name, &value).filter(|_| value.len() <= FIELD) {
                Some(chunks) => fields.push((name, chunks, at)),
                None => self.fault(at, format!("the field `{}` of `{}` cannot be read", shown(&name), shown(key))),
            }
        }
        for (name, csl) in FIELDS {
            if let Some((_, chunks, at)) = fields.iter().find(|(own, ..)| own == name) {
                self.text_field(&mut entry, (name, csl), &plain(chunks), at);
            }
        }
        let named = |name: &str| fields.iter().find(|(own, ..)| own == name);
        let people =
            [("author", &mut entry.author), ("editor", &mut entry.editor), ("translator", &mut entry.translator)];
        for (name, people) in people {
            if let Some((_, chunks, at)) = named(name) {
                *people = names(chunks).into_iter().map(|who| Name { who, at: at.clone() }).collect();
            }
        }
        if let Some((_, chunks, _)) = named("subtitle")
            && let Some(title) = entry.fields.iter_mut().find(|field| field.name == "title")
        {
            title.value = format!("{}: {}", title.value, plain(chunks));
        }
        self.issued(&mut entry, |name| named(name).map(|(_, chunks, at)| (plain(chunks), at.clone())));
        if let Some((_, chunks, _)) = named("crossref") {
            self.parents.push((self.found.entries.len(), plain(chunks)));
        }
        entry.fields.sort_by_key(|field| field.at.start);
        self.found.entries.push(entry);
    }

    fn text_field(&mut self, entry: &mut Entry, (name, csl): (&str, &'static str), value: &str, at: &Range<usize>) {
        let value = match csl {
            "URL" if name == "howpublished" => match value.find("http") {
                Some(start) => value[start..].split([' ', '}']).next().unwrap_or_default().to_owned(),
                None => return,
            },
            "accessed" | "original-date" => match dates::whole(value) {
                Some(date) => date,
                None => return self.fault(at.clone(), format!("`{}` is no date", shown(value))),
            },
            "type" => {
                // A type that BibLaTeX has none for.
                if entry.value("type") == Some(kind(class(value)))
                    && let Some(field) = entry.fields.iter_mut().find(|field| field.name == "type")
                {
                    value.clone_into(&mut field.value);
                }
                return;
            }
            _ => value.to_owned(),
        };
        if name == "number" && entry.value("type") != Some("article-journal") {
            return entry.put("number", value, at.clone());
        }
        entry.put(csl, value, at.clone());
    }

    /// `date`, or `year` with `month` and `day`.
    fn issued(&mut self, entry: &mut Entry, field: impl Fn(&str) -> Option<(String, Range<usize>)>) {
        if let Some((state, at)) = field("pubstate") {
            entry.put_status(&state, at);
        }
        let Some((value, at)) = field("date").or_else(|| field("year")) else { return };
        // What a program writes that knows no year.
        if value == "0000" {
            return;
        }
        let digits = value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() == 4;
        let month = field("month").filter(|_| digits).and_then(|(month, _)| {
            month
                .trim()
                .parse()
                .ok()
                .filter(|month| (1..=12).contains(month))
                .or_else(|| month_named(month.trim_end_matches('.')))
        });
        let day = field("day").and_then(|(day, _)| day.trim().parse::<u8>().ok());
        let full = month.and_then(|month: u8| day.map(|day| format!("{value}-{month:02}-{day:02}")));
        let full = full.filter(|full| When::parse(full).is_ok());
        let issued = full.or(month.map(|month| format!("{value}-{month:02}"))).or_else(|| dates::whole(&value));
        match issued {
            Some(issued) => entry.put("issued", issued, at),
            None => match dates::leading(&value) {
                Some(dated) if dated.forthcoming => entry.put("status", "forthcoming", at),
                // `2003 [1929]`, a new edition.
                Some(dates::Dated { edtf: Some(edition), end, .. })
                    if value[end..].trim_start().starts_with(['[', '(']) =>
                {
                    let original = dates::whole(value[end..].trim_matches(['[', ']', '(', ')', ' ']));
                    if let Some(original) = original {
                        entry.put("original-date", original, at.clone());
                    }
                    entry.put("issued", edition, at);
                }
                // `Siglo IV a.C.` is a date in words.
                None if value.contains(|c: char| c.is_ascii_digit()) => {
                    self.fault(at, format!("`{}` is no date", shown(&value)));
                }
                Some(_) | None => {}
            },
        }
        let letter = value.strip_prefix(|c: char| c.is_ascii_digit()).and_then(|_| dates::leading(&value)?.letter);
        if let Some(letter) = letter.map(String::from).or(field("extradate").map(|(letter, _)| letter)) {
            let at = entry.field("issued").map_or(entry.at.clone(), |field| field.at.clone());
            entry.put("year-suffix", letter, at);
        }
    }

    /// Gives a part of a book what its book says.
    fn inherit(&mut self) {
        let mut called: FxHashMap<String, usize> = FxHashMap::default();
        for (at, entry) in self.found.entries.iter().enumerate().filter(|_| !self.parents.is_empty()) {
            if let Some(key) = &entry.key {
                called.entry(key.words.clone()).or_insert(at);
            }
        }
        for (at, parent) in std::mem::take(&mut self.parents) {
            let Some(parent) = called.get(&parent).map(|&parent| self.found.entries[parent].clone()) else { continue };
            let child = &mut self.found.entries[at];
            for field in parent.fields {
                let name = if field.name == "title" { "container-title" } else { field.name };
                if !matches!(name, "type" | "DOI" | "page" | "note" | "citation-label") {
                    child.put(name, field.value, field.at);
                }
            }
            if child.editor.is_empty() {
                child.editor = parent.editor;
            }
        }
    }

    /// Of two entries with one key BibTeX and Biber print the first. The other is told where it is another work.
    fn drop_twins(&mut self) {
        let title = |entry: &Entry| entry.value("title").map(run_together);
        let mut first: FxHashMap<String, Option<String>> = FxHashMap::default();
        let faults = &mut self.found.faults;
        self.found.entries.retain(|entry| {
            let Some(key) = &entry.key else { return true };
            let Some(known) = first.get(&key.words) else {
                first.insert(key.words.clone(), title(entry));
                return true;
            };
            if *known != title(entry) {
                let what = format!("the key `{}` stands twice, for two works", shown(&key.words));
                faults.push(Fault::new(key.at.clone(), what));
            }
            false
        });
    }
}

/// Whether braces lie in one another deeper than in any text.
fn deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEPTH
    })
}

/// The last boundary between characters at or before a byte.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Where the value of a field stands, without its braces.
fn value_at(pair: &Pair<'_>, text: &str, shift: usize) -> Range<usize> {
    let range = pair.value.span.start + shift..pair.value.span.end + shift;
    let value = text.get(range.clone()).unwrap_or_default();
    let bare = value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '}' | '"'));
    let start = range.start + value.find(bare).unwrap_or(0);
    start..start + bare.len()
}

/// The text of a field with its TeX resolved.
fn chunks(name: &str, value: &str) -> Option<Vec<Spanned<biblatex::Chunk>>> {
    if AS_WRITTEN.contains(&name) {
        return Some(vec![Spanned::zero(biblatex::Chunk::Normal(value.to_owned()))]);
    }
    if matches!(name, "url" | "doi") {
        return Some(vec![Spanned::zero(biblatex::Chunk::Normal(address(value)))]);
    }
    let untied = spelt(value).replace('~', "\u{a0}").replace("\\\u{a0}", "\\~");
    let field = Pair::new(Spanned::zero(name), Spanned::zero(vec![Spanned::zero(RawChunk::Normal(&untied))]));
    let entry = biblatex::RawEntry { key: Spanned::zero("x"), kind: Spanned::zero("misc"), fields: vec![field] };
    // A reference to another entry would be followed; here it is only read.
    let own = if name == "crossref" { "note" } else { name };
    let mut entry = entry;
    entry.fields[0].key = Spanned::zero(own);
    let raw =
        RawBibliography { preamble: String::new(), entries: vec![Spanned::zero(entry)], abbreviations: Vec::new() };
    let read = biblatex::Bibliography::from_raw(raw).ok()?;
    Some(read.get("x")?.get(own)?.to_vec())
}

/// The value with the letters that TeX writes as commands: `Garc{\'\i}a`, `Str{\o}m`, `Cot\a'e`.
fn spelt(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let command = &rest[at + 1..];
        let (letters, length) = letter_of_tex(command).unwrap_or_else(|| {
            let sign = command.chars().next().map_or(0, char::len_utf8);
            (rest[at..=at + sign].to_owned(), sign)
        });
        out.push_str(&letters);
        rest = &command[length..];
    }
    out + rest
}

/// An address without what TeX needs to print it.
fn address(value: &str) -> String {
    let mut bare = value.replace("\\textasciitilde", "~").replace(['{', '}'], "");
    for mark in ['_', '%', '#', '&', '$', '~'] {
        bare = bare.replace(&format!("\\{mark}"), &mark.to_string());
    }
    bare
}

/// The words of a field, white space folded and what markup is left taken off.
fn plain(chunks: &[Spanned<biblatex::Chunk>]) -> String {
    let text = chunks.format_verbatim().replace('\u{a0}', " ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let command = &rest[at + 1..];
        let word = command.len() - command.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let behind = &command[word..];
        rest = behind.strip_prefix('{').or(behind.strip_prefix(' ')).unwrap_or(behind);
    }
    out.push_str(rest);
    one_line(&out.replace(['{', '}'], ""))
}

fn names(chunks: &[Spanned<biblatex::Chunk>]) -> Vec<Who> {
    let people: Vec<Person> = chunks.parse().unwrap_or_default();
    // A name in braces is one word.
    let whole = |person: &Person| person.given_name.is_empty() && person.prefix.is_empty();
    let named = people.into_iter().filter(|person| !matches!(person.name.as_str(), "" | "others")).map(|person| {
        let clean = |text: &str| one_line(&text.replace(['{', '}', '\u{a0}'], " "));
        if whole(&person) {
            return Who::Literal(clean(&person.name));
        }
        let family = if person.prefix.is_empty() {
            clean(&person.name)
        } else {
            clean(&format!("{} {}", person.prefix, person.name))
        };
        let given = clean(&person.given_name);
        let given = if person.suffix.is_empty() { given } else { format!("{given}, {}", clean(&person.suffix)) };
        Who::Person { family, given }
    });
    named.collect()
}

/// The type of BibLaTeX for a type of CSL, or the one that comes nearest to it.
pub(crate) fn class(kind: &str) -> &'static str {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" | "article" | "review" => "article",
        "book" => "book",
        "chapter" => "incollection",
        "paper-conference" => "inproceedings",
        "entry-encyclopedia" | "entry-dictionary" | "entry" => "inreference",
        "thesis" => "thesis",
        "report" => "report",
        "webpage" | "post" | "post-weblog" => "online",
        "pamphlet" => "booklet",
        "periodical" => "periodical",
        "patent" => "patent",
        "dataset" => "dataset",
        "software" => "software",
        "manuscript" => "unpublished",
        _ => "misc",
    }
}

/// The type of CSL that comes nearest to a type of BibLaTeX.
pub(crate) fn kind(kind: &str) -> &'static str {
    match EntryType::new(kind) {
        EntryType::Article | EntryType::SuppPeriodical => "article-journal",
        EntryType::Book
        | EntryType::MvBook
        | EntryType::Collection
        | EntryType::MvCollection
        | EntryType::Proceedings
        | EntryType::MvProceedings
        | EntryType::Reference
        | EntryType::MvReference => "book",
        EntryType::InBook
        | EntryType::InCollection
        | EntryType::BookInBook
        | EntryType::SuppBook
        | EntryType::SuppCollection => "chapter",
        EntryType::InProceedings => "paper-conference",
        EntryType::InReference => "entry-encyclopedia",
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => "thesis",
        EntryType::Report | EntryType::TechReport | EntryType::Manual => "report",
        EntryType::Online => "webpage",
        EntryType::Booklet => "pamphlet",
        EntryType::Periodical => "periodical",
        EntryType::Patent => "patent",
        EntryType::Dataset => "dataset",
        EntryType::Software => "software",
        EntryType::Unpublished => "manuscript",
        _ => "document",
    }
}
