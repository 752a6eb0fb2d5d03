//! One paper in six formats, one of them set in two columns as well: the same citations, dates and entries in each.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gainsay::bibliography::{self, Entry, List};
use gainsay::citation::Resolved;
use gainsay::document::{self, Document, Format, Kind, Laid};
use gainsay::passage::Manuscript;
use gainsay::text::Texts;
use gainsay::time::prose::{Anchor, Found, What};

use crate::fuzz::is_sound;
use crate::robust::Random;

const FORMATS: [&str; 7] =
    ["ferry.md", "ferry.docx", "ferry.html", "ferry.tex", "ferry.txt", "ferry.pdf", "ferry-columns.pdf"];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(name)
}

/// The words of a PDF with their boxes; `None` where `pdftotext` is not there to find them, which `local` tests the
/// words for.
fn layout(name: &str) -> Option<String> {
    let found =
        Command::new("pdftotext").args(["-q", "-bbox-layout", "-enc", "UTF-8"]).arg(path(name)).arg("-").output();
    let layout = found.ok().filter(|output| output.status.success())?.stdout;
    Some(String::from_utf8(layout).expect("what `pdftotext` writes is UTF-8"))
}

/// A paper; `None` for a PDF without its layout.
fn paper(name: &str) -> Option<Document> {
    let bytes = fs::read(path(name)).expect("the test paper is there");
    if document::recognise(name, &bytes) != Ok(Format::Pdf) {
        return Some(document::read(name, &bytes).expect("the test paper can be read"));
    }
    Some(document::read_pdf(&layout(name)?).expect("the test paper has a text layer"))
}

/// A paper with the lists that it names.
fn reading(name: &str) -> Option<Manuscript> {
    let mut paper = paper(name)?;
    let mut texts = Texts::default();
    let mut add = |name: &str, text: &str| {
        let number = texts.add(name, text.to_owned()).expect("a test paper is small");
        texts.file(number).span()
    };
    let list = |name: &str| {
        let text = fs::read_to_string(path(name)).expect("the list is there");
        let bibliography = bibliography::read(&text).expect("it is a list");
        List { path: name.to_owned(), text, bibliography }
    };
    let lists: Vec<List> = paper.preface.bibliographies.iter().map(|named| list(&named.words)).collect();
    let lists = lists.into_iter().map(|list| (add(&list.path, &list.text), list.bibliography)).collect();
    let laid = Laid::new(&mut texts, name.to_owned(), &mut paper).expect("a test paper is small");
    Some(Manuscript::new(paper, laid, lists, Some("en")))
}

/// All that a paper says, without its places: what of it, under which heading.
fn told(reading: &Manuscript) -> String {
    let mut told = String::from("# What it says of itself\n");
    let preface = &reading.preface;
    for stated in preface.title.iter().chain(&preface.authors).chain(&preface.date) {
        let _ = writeln!(told, "{}", stated.words);
    }
    let _ = writeln!(told, "\n# Citations");
    for citation in &reading.citations {
        let works = citation.works.iter().map(|work| {
            let block = &reading.blocks[citation.block].words;
            let locator = work.locator.as_ref().map_or(String::new(), |at| format!(", {}", &block[at.clone()]));
            format!("{}{locator}", meant(reading, &work.resolved))
        });
        let works: Vec<String> = works.collect();
        let _ = writeln!(told, "{}: {}", under(reading, citation.block), works.join("; "));
    }
    let _ = writeln!(told, "\n# Dates");
    for sentence in &reading.sentences {
        for date in sentence.worth.iter().flat_map(|worth| &worth.dates) {
            let _ = writeln!(told, "{}: {}", under(reading, sentence.block), date_told(date));
        }
    }
    let _ = writeln!(told, "\n# Entries");
    let mut entries: Vec<String> = reading.bibliography.entries.iter().map(entry_told).collect();
    entries.sort();
    told + &entries.join("\n") + "\n"
}

/// The heading that a block stands under; notes say that they are notes.
fn under(reading: &Manuscript, block: usize) -> String {
    let heading = reading.heading(block).unwrap_or("-");
    if matches!(reading.blocks[block].kind, Kind::Note(_)) { format!("{heading}, note") } else { heading.to_owned() }
}

fn meant(reading: &Manuscript, resolved: &Resolved) -> String {
    let name = |entry: &usize| {
        let entry = &reading.bibliography.entries[*entry];
        format!("{} {}", entry.author[0].who.sorted(), entry.value("title").unwrap_or_default())
    };
    match resolved {
        Resolved::One(one, _) => name(one),
        Resolved::Several(several, _) => several.iter().map(name).collect::<Vec<_>>().join(" or "),
        Resolved::Nothing(None) => "nothing".to_owned(),
        Resolved::Nothing(Some(near)) => format!("nothing, perhaps {}", name(near)),
        Resolved::NotCheckable => "nothing that could be told".to_owned(),
    }
}

fn date_told(date: &Found) -> String {
    let weekday = date.weekday.as_ref().map_or(String::new(), |said| format!(", a {}", said.day));
    let what = match &date.what {
        What::Date(when) => {
            let end = |end: gainsay::time::End| end.day().map_or("open".to_owned(), |day| day.to_string());
            let stretch = when.hard();
            format!("{when} ({} to {})", end(stretch.earliest()), end(stretch.latest()))
        }
        What::Relative(relative) if relative.from == Anchor::Told => "counts from a date told before".to_owned(),
        What::Relative(_) => "counts from the day of writing".to_owned(),
        What::Bad(bad) => bad.what.clone(),
    };
    format!("{:?} {what}{weekday}", date.side)
}

fn entry_told(entry: &Entry) -> String {
    let names: Vec<String> = entry.author.iter().map(|name| name.who.sorted()).collect();
    // The letter that tells works of one year apart is put there in print: a file of a reference manager has none.
    let fields = entry.fields.iter().filter(|field| field.name != "year-suffix");
    let mut fields: Vec<String> = fields.map(|field| format!("  {}: {}", field.name, field.value)).collect();
    fields.sort();
    let rest = entry.rest.iter().map(|part| format!("  left: {}", part.words));
    std::iter::once(names.join("; ")).chain(fields).chain(rest).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_paper_says_the_same_in_every_format() {
    let expected = told(&reading("ferry.md").expect("Markdown needs no other program"));
    insta::assert_snapshot!("formats", expected);
    let mut wrong = String::new();
    for name in FORMATS {
        let Some(reading) = reading(name) else { continue };
        let found = told(&reading);
        if found != expected {
            let lost = expected.lines().filter(|line| !found.lines().any(|other| other == *line));
            let gained = found.lines().filter(|line| !expected.lines().any(|other| other == *line));
            let (lost, gained): (Vec<_>, Vec<_>) = (lost.collect(), gained.collect());
            let _ = writeln!(wrong, "{name}\n    lost   {lost:#?}\n    gained {gained:#?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_layout_makes_the_reader_of_pdfs_panic() {
    let pieces =
        ["<page>", "</page>", "<block>", "</line>", "<word>", "0", "-", "1e38", "NaN", "•", "¹", "&#x0;", "\"", ">"];
    let mut random = Random(7);
    for original in ["ferry.pdf", "ferry-columns.pdf"].into_iter().filter_map(layout) {
        for _ in 0..60 {
            let mut layout = original.clone();
            for _ in 0..=random.below(40) {
                let at = layout.floor_char_boundary(random.below(layout.len()));
                let end = layout.ceil_char_boundary((at + random.below(30)).min(layout.len()));
                layout.replace_range(at..end, random.of(&pieces));
            }
            if let Ok(paper) = document::read_pdf(&layout) {
                is_sound(&paper);
            }
        }
    }
}
