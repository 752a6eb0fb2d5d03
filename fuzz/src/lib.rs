//! What the program does with a stranger's bytes, reader by reader: for the fuzz targets, and for the tests that cut
//! and mix what the readers give a meaning.
//!
//! Each function panics where something is wrong: where the reader does, where a place lies outside of its text, and
//! where a report shows what is hidden.

use std::io::{Cursor, Write};

use gainsay::archive::{self, Fetched};
use gainsay::atlas::Extent;
use gainsay::bibliography;
use gainsay::document::{self, By, Document, Remark, Unreadable};
use gainsay::draft::{self, Offer};
use gainsay::finding::Finding;
use gainsay::load::{self, Input};
use gainsay::model::Home;
use gainsay::passage::sentences;
use gainsay::report::{
    Colour, Detail, Github, Glyphs, Html, Json, Junit, Layout, Markdown, Outcome, Sarif, Short, Terminal,
};
use gainsay::rules::Wanted;
use gainsay::text::{Span, Texts, is_hidden};
use gainsay::{Checked, Reasoned, sheet};

/// A reader of what a stranger may send.
pub struct Reader {
    /// What its target is called.
    pub name: &'static str,
    /// What it does with any bytes.
    pub read: fn(&[u8]),
    /// What it gives a meaning, in little.
    pub sample: &'static [u8],
}

macro_rules! readers {
    ($($name:ident),*) => {
        &[$(Reader {
            name: stringify!($name),
            read: $name,
            sample: include_bytes!(concat!("../samples/", stringify!($name))),
        }),*]
    };
}

/// All readers, and what all of them is for: `records` are read alone, `check` checks them, `paper` checks what was
/// drafted from a manuscript.
pub const READERS: &[Reader] = readers![
    markdown, latex, html, plain, docx, pdf, remarks, reference, bibtex, csl, ris, csv, xlsx, records, check, paper
];

/// Parts the files that are packed into one, in a sample.
const NEXT_PART: &[u8] = b"%%%%\n";

pub fn markdown(bytes: &[u8]) {
    drafted(document::read("a.md", bytes));
}

pub fn latex(bytes: &[u8]) {
    drafted(document::read("a.tex", bytes));
}

pub fn html(bytes: &[u8]) {
    drafted(document::read("a.html", bytes));
}

pub fn plain(bytes: &[u8]) {
    drafted(document::read("a.txt", bytes));
}

/// As a package, and as the parts of one.
pub fn docx(bytes: &[u8]) {
    let names = ["document", "footnotes", "comments", "numbering", "styles", "_rels/document.xml.rels"]
        .map(|name| if name.starts_with('_') { format!("word/{name}") } else { format!("word/{name}.xml") });
    let parts = names.iter().map(String::as_str).zip(parts(bytes));
    drafted(document::read("a.docx", bytes));
    drafted(document::read("a.docx", &packed(parts)));
}

/// The layout that `pdftotext` tells.
pub fn pdf(bytes: &[u8]) {
    drafted(document::read_pdf(&String::from_utf8_lossy(bytes)));
}

/// A PDF, and the layout that `pdftotext` tells of it.
pub fn remarks(bytes: &[u8]) {
    let [file, layout, ..] = parts(bytes)[..] else { return };
    let Ok(bare) = document::unremarked("a.pdf", file) else { return };
    let remark = Remark { at: 0..9, end: 9, text: "Ten (10)?".to_owned() };
    let layout = String::from_utf8_lossy(layout);
    if let Ok(remarked) = document::remarked_pdf(&bare, &layout, &[remark], &By::default()) {
        assert!(remarked.starts_with(&bare));
    }
}

/// One entry of a list of works, a line each.
pub fn reference(bytes: &[u8]) {
    let list = [b"The bridge was opened in 1990.\n\nReferences\n\n", bytes].concat();
    let Ok(manuscript) = document::read("a.txt", &list) else { return };
    for entry in bibliography::listed_in(&manuscript.blocks).entries {
        assert!(manuscript.text.get(entry.at.clone()).is_some(), "{entry:?}");
    }
}

pub fn bibtex(bytes: &[u8]) {
    listed(bytes);
}

pub fn csl(bytes: &[u8]) {
    listed(bytes);
}

pub fn ris(bytes: &[u8]) {
    listed(bytes);
}

pub fn csv(bytes: &[u8]) {
    imported("a.csv", bytes);
}

/// As a package, and as the parts of one.
pub fn xlsx(bytes: &[u8]) {
    const FRAME: [(&str, &[u8]); 3] = [
        (
            "[Content_Types].xml",
            b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" \
              Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
              Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            b"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
              xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" \
              sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
    ];
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
    imported("a.xlsx", bytes);
    imported("a.xlsx", &packed(FRAME.into_iter().chain(names.into_iter().zip(parts(bytes)))));
}

pub fn records(bytes: &[u8]) {
    let (mut texts, files) = neighbours(bytes);
    load::read(&mut texts, &files);
}

/// Whatever stands in one file, the claim of the other is there.
pub fn check(bytes: &[u8]) {
    let (mut texts, files) = neighbours(bytes);
    let checked = gainsay::check(&mut texts, &files, &archive::nothing, None, &wanted());
    reported(&texts, &checked);
    let is_there = checked.reasoned.dossier.claims.iter().any(|claim| texts.read(claim.id) == "other");
    assert!(is_there, "the other file's claim is lost");
}

pub fn paper(bytes: &[u8]) {
    let Ok(manuscript) = document::read("a.md", bytes) else { return };
    let paper = fetched(manuscript);
    let mut texts = Texts::default();
    let mut files = Vec::new();
    for page in draft::afresh(&paper, Extent::Whole).files {
        files.push((texts.add(page.file.name, page.file.text).expect("a draft is small"), Home::Own));
    }
    let mut reasoned = Reasoned::new(&mut texts, &files, &archive::nothing, None);
    reasoned.hold_against(&mut texts, paper).expect("it is small");
    let report = reasoned.judge(&texts, &wanted());
    reported(&texts, &Checked { reasoned, report });
}

fn wanted() -> Wanted {
    Wanted { possible: true, ..Wanted::default() }
}

fn fetched(manuscript: Document) -> Fetched {
    Fetched { path: "paper".to_owned(), manuscript, lists: Vec::new() }
}

fn drafted(read: Result<Document, Unreadable>) {
    let Ok(manuscript) = read else { return };
    is_sound(&manuscript);
    draft::afresh(&fetched(manuscript), Extent::Whole);
}

/// Holds that every place lies in the text, on the bounds of letters.
pub fn is_sound(paper: &Document) {
    for block in &paper.blocks {
        assert!(paper.text.get(block.whole()).is_some(), "{block:?}");
        for mark in &block.marks {
            assert!(block.words.get(mark.range.clone()).is_some(), "{block:?}");
            assert!(paper.text.get(block.place(mark.range.clone())).is_some(), "{block:?}");
        }
        for sentence in sentences(&block.words) {
            assert!(paper.text.get(block.place(sentence.clone())).is_some(), "{block:?} {sentence:?}");
        }
    }
    for fault in &paper.faults {
        assert!(paper.text.get(fault.at.clone()).is_some(), "{fault:?}");
    }
}

fn listed(bytes: &[u8]) {
    let (text, _) = document::decoded(bytes);
    let Ok(list) = bibliography::read(&text) else { return };
    let places = list.entries.iter().map(|entry| &entry.at).chain(list.faults.iter().map(|fault| &fault.at));
    places.for_each(|at| assert!(text.get(at.clone()).is_some(), "{at:?}"));
    let list = bibliography::List { path: "a".to_owned(), text, bibliography: list };
    let _ = draft::import(&Offer { lists: &[list], ..Offer::default() });
}

fn imported(name: &str, bytes: &[u8]) {
    if let Ok(sheets) = sheet::read(name, bytes) {
        let _ = draft::import(&Offer { sheets: &sheets, ..Offer::default() });
    }
}

/// A file of records beside another one.
fn neighbours(bytes: &[u8]) -> (Texts, Vec<Input>) {
    let mut texts = Texts::default();
    let file = texts.add_bytes("a.toml", bytes.to_vec()).expect("it is small");
    let other = texts.add("other.toml", "[[claim]]\nid = \"other\"\n".to_owned()).expect("it is small");
    (texts, vec![(file, Home::Own), (other, Home::Own)])
}

/// Holds that every finding lies in its files and is shown in every form, without what is hidden.
fn reported(texts: &Texts, checked: &Checked) {
    for finding in &checked.report.findings {
        assert!(!places(finding).any(|span| is_misplaced(texts, span)), "a place is outside its file: {finding:#?}");
        assert!(!finding.message.chars().any(is_hidden), "a hidden character is printed: {finding:#?}");
    }
    let repairs = checked.repairs(texts);
    let (reasoned, report) = (&checked.reasoned, &checked.report);
    let outcomes = &[Outcome { path: "a", texts, reasoned, report, repairs: &repairs }];
    let layout = Layout { width: 80, colour: Colour::Off, glyphs: Glyphs::Unicode };
    let (detail, gone) = (Detail::Full, None);
    let told = [
        Terminal { outcomes, layout, detail, fail_on: gainsay::finding::Level::Error }.to_string(),
        Short(outcomes).to_string(),
        Json { outcomes, gone, detail }.to_string(),
        Sarif { outcomes, gone }.to_string(),
        Github(outcomes).to_string(),
        Junit { outcomes, fail_on: gainsay::finding::Level::Error }.to_string(),
        Markdown(outcomes).to_string(),
        Html { outcomes, gone }.to_string(),
    ];
    for told in told {
        assert!(!told.chars().any(|c| is_hidden(c) && !matches!(c, '\n' | '\t')), "{told}");
    }
}

/// Every place that a finding names.
fn places(finding: &Finding) -> impl Iterator<Item = Span> {
    let labels = std::iter::once(&finding.primary).chain(&finding.labels).map(|label| label.span);
    labels.chain(finding.steps.iter().map(|step| step.span))
}

/// Whether a place is outside its file, backwards, or inside a character.
fn is_misplaced(texts: &Texts, span: Span) -> bool {
    let file = texts.file(texts.file_at(span.start));
    let inside = |address: u32| {
        let offset = address.checked_sub(file.base);
        offset.is_some_and(|offset| file.text.is_char_boundary(offset as usize))
    };
    span.start > span.end() || !inside(span.start) || !inside(span.end())
}

/// The parts of a package in a sample.
fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let ends = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(NEXT_PART));
    let mut parts = Vec::new();
    let mut start = 0;
    for end in ends {
        parts.push(&bytes[start..end]);
        start = end + NEXT_PART.len();
    }
    parts.push(&bytes[start..]);
    parts
}

fn packed<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name, stored).expect("a part can be begun");
        zip.write_all(content).expect("a part can be written");
    }
    zip.finish().expect("the package can be ended").into_inner()
}
