//! TOML text to model, never giving up: what cannot be read or resolved is a finding, and the rest is taken in.
//!
//! [`read`] reads files to records, part by part and side by side; [`link`] resolves the names. Each record is parsed
//! on its own ([`split`], [`tree`]), so that a broken one takes none of the others with it. TOML 1.1 is accepted.

pub mod edit;
mod inline;
pub mod keys;
mod link;
mod records;
mod split;
mod syntax;
mod table;
mod tree;

use std::ops::Range;

use rayon::prelude::*;

use crate::finding::{Finding, Level};
use crate::model::{Dossier, Home, Paper};
use crate::text::{File, Span, Texts, Word, shown};
use table::{Part, Shared};

pub use inline::inline;
pub use link::link;
pub(crate) use table::{DUPLICATE, MALFORMED, UNKNOWN, UNREADABLE, respelt};

/// How many bytes of records are parsed at a time.
const PART: usize = 1 << 16;
/// How many parts wait to be taken in.
const BATCH: usize = 16;

/// What the ids of the records begin with that the program brings along: no record of a user's has such an id.
pub const NAMESPACE: &str = "atlas:";

/// A file to read: its number in the [`Texts`], and whose records it holds.
pub type Input = (usize, Home);

/// The records of `files`, with their names unresolved.
pub fn read(texts: &mut Texts, files: &[Input]) -> Dossier {
    let shared = Shared::default();
    let mut dossier = Dossier::default();
    dossier.faults.extend(files.iter().filter_map(|&(file, _)| undecodable(texts.file(file))));
    let parts: Vec<_> = files
        .par_iter()
        .filter(|&&(file, _)| !is_binary(texts.file(file)))
        .flat_map_iter(|&(file, home)| {
            split::split(&texts.file(file).text, PART).into_iter().map(move |part| (file, part, home))
        })
        .collect();
    let read_one = |(file, range, home): &(usize, Range<usize>, Home)| {
        let file = texts.file(*file);
        read_part(&shared, &file.text[range.clone()], file.base + range.start as u32, *home)
    };
    let mut last: Vec<Dossier> = Vec::new();
    for batch in parts.chunks(BATCH) {
        // The batch before is taken in while this one is read.
        let read = || batch.par_iter().map(read_one).collect();
        (last, ()) = rayon::join(read, || last.into_iter().for_each(|part| append(&mut dossier, part)));
    }
    for part in last {
        append(&mut dossier, part);
    }
    let Shared { decoded, dates, gaps, amounts } = shared;
    texts.take_decoded(table::unlocked(decoded));
    dossier.dates = dates.into_values();
    dossier.gaps = gaps.into_values();
    dossier.amounts = amounts.into_values();
    let barred = files.iter().flat_map(|&(file, _)| barred(texts, texts.file(file), &dossier.paper));
    let barred: Vec<Finding> = barred.collect();
    dossier.faults.extend(barred);
    dossier
}

/// The files, and the folders that they extend, whose records may not be read. Without them nothing can be told to
/// hold.
fn barred<'t>(texts: &'t Texts, file: &'t File, paper: &'t Paper) -> impl Iterator<Item = Finding> + 't {
    file.barred.iter().map(move |barred| {
        let path = barred.named.as_ref().unwrap_or(&file.path);
        let names = |word: &&Word| file.span().holds(word.span) && Some(texts.read(**word)) == barred.named.as_deref();
        let word = paper.extends.iter().find(names);
        let span = word.map_or_else(|| file.span().part(0..0), |word| word.span);
        let message = format!("`{}` cannot be read: {}", shown(path), barred.why);
        let finding = Finding::new(UNREADABLE, Level::Error, message, span, "none of its records is checked");
        finding.about("file", &file.path).value(path)
    })
}

/// The place from which a file cannot be read as text.
fn undecodable(file: &File) -> Option<Finding> {
    let (at, length, byte) = match file.undecodable {
        Some(bad) => (bad.offset, '\u{FFFD}'.len_utf8() as u32, bad.byte),
        None if is_binary(file) => (file.text.bytes().position(|byte| byte == 0)? as u32, 1, 0),
        None => return None,
    };
    let span = Span::new(file.base + at, file.base + at + length);
    let message = format!("`{}` is not UTF-8 from here on: byte 0x{byte:02X}", file.path);
    let finding = Finding::new(MALFORMED, Level::Error, message, span, "the first byte that is not text in UTF-8");
    Some(finding.help("save the file as UTF-8").about("file", &file.path).value(format!("{byte:02X}")))
}

/// Whether a file holds no text, or text in UTF-16, so that reading records from it is in vain.
fn is_binary(file: &File) -> bool {
    file.text.bytes().take(1 << 13).any(|byte| byte == 0)
}

/// What the `[dossier]` table of a text says, with places counted from the text's start; `None` where it has no such
/// table. Only that table is read.
pub fn paper(path: &str, text: &str) -> Option<(Texts, Paper)> {
    let table = split::dossier_table(text)?;
    let mut texts = Texts::default();
    let above = text[..table.start].matches('\n').count();
    texts.add(path, "\n".repeat(above) + &text[table]).ok()?;
    let paper = read(&mut texts, &[(0, Home::Own)]).paper;
    Some((texts, paper))
}

/// Whether a text is TOML throughout.
///
/// # Errors
/// The first line that is none, and why.
pub fn intact(text: &str) -> Result<(), (usize, String)> {
    toml::de::DeTable::parse(text).map(drop).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        (line, crate::names::one_line(error.message()))
    })
}

/// Where the records of a text lie, each from its header up to the next; what stands before the first is one too.
pub fn records(text: &str) -> Vec<std::ops::Range<usize>> {
    split::split(text, 0)
}

/// The record that a place lies in, from its header up to the next.
pub fn record_around(texts: &Texts, place: Span) -> Span {
    let file = texts.file(texts.file_at(place.start));
    let at = (place.start - file.base) as usize;
    let records = split::split(&file.text, 0).into_iter();
    let record = records.take_while(|record| record.start <= at).last().unwrap_or(0..file.text.len());
    file.span().part(record)
}

/// What a record says under a key that no rule reads, if that is one text, and where it says it.
pub fn unread(texts: &Texts, header: Span, key: &str) -> Option<(String, Span)> {
    let record = record_around(texts, header);
    let (root, _) = toml::de::DeTable::parse_recoverable(texts.slice(record));
    let table = root.get_ref().values().find_map(|table| table.get_ref().as_array()?.first()?.get_ref().as_table())?;
    let value = table.get(key)?;
    Some((value.get_ref().as_str()?.to_owned(), record.part(value.span())))
}

/// Only parses `files` with `toml`, in the parts in which [`read`] reads them, and as well side by side: what the
/// benchmark holds the whole check against.
pub fn parse_only(texts: &Texts, files: &[Input]) -> usize {
    let parts: Vec<&str> = files
        .par_iter()
        .flat_map_iter(|&(file, _)| {
            split::split(&texts.file(file).text, PART).into_iter().map(move |part| &texts.file(file).text[part])
        })
        .collect();
    parts.par_iter().map(|part| toml::de::DeTable::parse_recoverable(part).0.get_ref().len()).sum()
}

fn read_part(shared: &Shared, text: &str, base: u32, home: Home) -> Dossier {
    let mut whole = Dossier::default();
    let mut part = Part::new(shared, text, base);
    let (mut at, mut cuts) = (0, None);
    while at < text.len() {
        if let Some((tree, end)) = tree::plain(text, at, base) {
            records::read(&mut part, &tree, home, &mut whole);
            at = end;
        } else {
            let cuts = cuts.get_or_insert_with(|| split::Cuts::new(text));
            let end = cuts.next_from(at).unwrap_or(text.len());
            append(&mut whole, read_record(shared, &text[at..end], base + at as u32, home));
            at = end;
        }
    }
    whole.faults.append(&mut part.faults);
    whole
}

/// Reads a record, of which lines may be broken, by `toml`.
fn read_record(shared: &Shared, text: &str, base: u32, home: Home) -> Dossier {
    let mut out = Dossier::default();
    let mut part = Part::new(shared, text, base);
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    let syntax = syntax::faults(&mut part, text, &errors);
    let tree = tree::of(table.into_inner(), base);
    records::read(&mut part, &tree, home, &mut out);
    let rest = std::mem::take(&mut part.faults);
    out.faults = syntax;
    out.faults.extend(rest.into_iter().filter(|fault| !syntax::is_on_broken_line(&part, fault.primary.span)));
    out
}

/// Takes the records of `part` in behind those of `whole`.
fn append(whole: &mut Dossier, mut part: Dossier) {
    take_paper(whole, &mut part);
    whole.append(&mut part);
}

/// The `[dossier]` table of a part, of which there is one in a dossier.
fn take_paper(whole: &mut Dossier, part: &mut Dossier) {
    let mut paper = std::mem::take(&mut part.paper);
    let Some(header) = paper.header else { return };
    match whole.paper.header {
        None => whole.paper = paper,
        Some(_) if is_rules_alone(&paper) => whole.paper.settings.append(&mut paper.settings),
        Some(_) if is_rules_alone(&whole.paper) => {
            paper.settings.append(&mut whole.paper.settings);
            whole.paper = paper;
        }
        Some(first) => {
            let message = "a dossier has one `[dossier]` table";
            let again = Finding::new(DUPLICATE, Level::Error, message, header, "a second one")
                .against(first, "the first one")
                .help("keep one of them")
                .value("dossier");
            part.faults.push(again);
        }
    }
}

/// Whether a table is nothing but `[dossier.rules]`, which may stand apart from the `[dossier]` that it belongs to.
fn is_rules_alone(paper: &Paper) -> bool {
    let Paper { header: _, title, issued, as_of, language, manuscript, extends, settings } = paper;
    let words = [title, language, manuscript];
    let nothing = words.iter().all(|word| word.is_none()) && issued.is_none() && as_of.is_none() && extends.is_empty();
    nothing && !settings.is_empty()
}
