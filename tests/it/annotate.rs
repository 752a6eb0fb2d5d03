//! Copies of manuscripts with queries to the author: at the right words, nothing else touched, and gone again without a
//! trace.

use std::io::{Cursor, Read, Write};

use gainsay::document::{self, Kind};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::cli::Folder;

const HEAD: &str = "<?xml version=\"1.0\"?><w:document \
    xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

/// Three mistakes: in the middle of runs of one paragraph, in an insertion that holds an entity, and in a note.
const BODY: &str = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>\
    <w:p><w:r><w:t xml:space=\"preserve\">Of the 48 harbours, 12 (</w:t></w:r><w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr>\
    <w:t>35%) were closed in the winter of 1998</w:t></w:r><w:r><w:t>.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
    <w:p><w:ins w:id=\"7\" w:author=\"Ina\"><w:r><w:t>Ropes &amp; nets cost more: of 40 boats, 10 (35%) were laid up.</w:t>\
    </w:r></w:ins></w:p>\
    <w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>The quay stands.</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r>\
    <w:commentReference w:id=\"0\"/></w:r></w:p></w:body></w:document>";

const NOTES: &str = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:footnote w:id=\"2\"><w:p><w:r><w:t>Of 30 piers, 10 (45%) were rebuilt in 1999.</w:t></w:r></w:p></w:footnote></w:footnotes>";

const OTHERS: &str = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:comment w:id=\"0\" w:author=\"Ina\" w:initials=\"I\"><w:p><w:r><w:t>Since when?</w:t></w:r></w:p></w:comment></w:comments>";

const LINKS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" \
    Target=\"comments.xml\"/></Relationships>";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

fn package(with_others: bool) -> Vec<u8> {
    let body = format!("{HEAD}{BODY}");
    let alone = body.replace("<w:commentRangeStart w:id=\"0\"/>", "").replace("<w:commentRangeEnd w:id=\"0\"/>", "");
    let alone = alone.replace("<w:r><w:commentReference w:id=\"0\"/></w:r>", "");
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", if with_others { &body } else { &alone }),
        ("word/footnotes.xml", NOTES),
    ];
    if with_others {
        parts.extend([("word/comments.xml", OTHERS), ("word/_rels/document.xml.rels", LINKS)]);
    }
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(part.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("the package is whole").into_inner()
}

/// A part of a package, which is well-formed.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
    let mut xml = String::new();
    zip.by_name(name).expect("the part is there").read_to_string(&mut xml).expect("it is text");
    let mut reader = Reader::from_str(&xml);
    let mut open = 0_usize;
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(_) => open += 1,
            Event::End(_) => open -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{xml}");
    xml
}

/// The words that each remark is on, by its id.
fn marked(main: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String, bool)> = Vec::new();
    let mut reader = Reader::from_str(main);
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Empty(tag) => {
                let id = || {
                    String::from_utf8_lossy(tag.attributes().flatten().next().expect("an id").value.as_ref().as_bytes())
                        .into_owned()
                };
                match tag.name().as_ref() {
                    "w:commentRangeStart" => found.push((id(), String::new(), true)),
                    "w:commentRangeEnd" => {
                        let id = id();
                        found.iter_mut().filter(|(of, ..)| *of == id).for_each(|(.., open)| *open = false);
                    }
                    _ => {}
                }
            }
            Event::Text(text) => {
                found.iter_mut().filter(|(.., open)| *open).for_each(|(_, words, _)| words.push_str(&text));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
        .into_iter()
        .map(|(id, words, open)| {
            assert!(!open, "{id} ends nowhere");
            (id, words)
        })
        .collect()
}

/// The words of a manuscript, but for remarks.
fn words(name: &str, bytes: &[u8]) -> Vec<String> {
    let read = document::read(name, bytes).expect("it can be read");
    read.blocks.into_iter().filter(|block| block.kind != Kind::Comment).map(|block| block.words).collect()
}

#[test]
fn queries_stand_at_the_words_in_question_and_nothing_else_is_touched() {
    for with_others in [true, false] {
        let folder = Folder::new(&[]);
        let paper = package(with_others);
        folder.write("paper.docx", &paper);
        let ran = folder.run(&["annotate", "paper.docx", "--author", "Ina & Lu", "--date", "2024-06-19"]);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(1), "Wrote paper.queries.docx, with 3 questions to the author.\n"),
            "{ran:?}"
        );
        let copy = std::fs::read(folder.path("paper.queries.docx")).expect("it is written");
        let (main, comments) = (part(&copy, "word/document.xml"), part(&copy, "word/comments.xml"));
        let on: Vec<String> = marked(&main)
            .into_iter()
            .filter(|(_, words)| words != "The quay stands.")
            .map(|(_, words)| words)
            .collect();
        assert_eq!(on, ["35%", ".", "35%"], "{main}");
        assert_eq!(words("a.docx", &copy), words("a.docx", &paper));
        assert!(main.contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">35%</w:t>"), "{main}");
        assert_eq!(main.matches("<w:ins ").count(), 1);
        assert_eq!(
            comments.matches("w:author=\"Ina &amp; Lu\" w:date=\"2024-06-19T00:00:00Z\"").count(),
            3,
            "{comments}"
        );
        assert_eq!(comments.contains("Since when?"), with_others);
        let told = part(&copy, "word/_rels/document.xml.rels").contains("comments.xml");
        assert!(told && (with_others || part(&copy, "[Content_Types].xml").contains("/word/comments.xml")));
    }
}

#[test]
fn an_annotated_copy_is_annotated_alike_and_loses_its_queries_again() {
    let folder = Folder::new(&[]);
    let paper = package(true);
    folder.write("paper.docx", &paper);
    let read = |name: &str| std::fs::read(folder.path(name)).expect("it is written");
    folder.run(&["annotate", "paper.docx"]);
    folder.run(&["annotate", "paper.queries.docx", "-o", "again.docx"]);
    assert_eq!(read("again.docx"), read("paper.queries.docx"));
    folder.run(&["annotate", "again.docx", "--remove", "-o", "clean.docx"]);
    let clean = read("clean.docx");
    assert_eq!(words("a.docx", &clean), words("a.docx", &paper));
    assert_eq!(part(&clean, "word/comments.xml"), OTHERS);
    assert_eq!(marked(&part(&clean, "word/document.xml")).len(), 1);
}

#[test]
fn what_somebody_wrote_is_not_written_over() {
    let folder = Folder::new(&[]);
    folder.write("paper.docx", &package(true));
    folder.write("taken.docx", b"something else");
    folder.run(&["annotate", "paper.docx"]);
    assert_eq!(folder.run(&["annotate", "paper.docx"]).code, Some(1));
    let refused = folder.run(&["annotate", "paper.docx", "-o", "taken.docx"]);
    assert!(refused.code == Some(2) && refused.err.contains("holds what would be lost"), "{refused:?}");
    assert_eq!(std::fs::read(folder.path("taken.docx")).expect("it is there"), b"something else");
}

#[test]
fn text_takes_queries_behind_its_sentences() {
    let sentence = "Of 48 harbours, 12 (35%) were closed in 1998 -- all but 36.";
    let latex = sentence.replace('%', "\\%");
    for (name, text, expected) in [
        ("a.md", format!("---\ntitle: Harbours\n---\n\n{sentence} So it was.\n"), "all but 36.<!-- gainsay asks: “"),
        (
            "a.html",
            format!("<html><body><p>{sentence} So it was.</p></body></html>"),
            "all but 36.<mark class=\"gainsay\">[“",
        ),
        ("a.txt", format!("Harbours\n\n{sentence} So it was.\n"), "all but 36.[[gainsay asks: “"),
        (
            "a.tex",
            format!("\\documentclass{{article}}\n\\begin{{document}}\n{latex} So it was.\n\\end{{document}}\n"),
            "all but 36.\\gainsayremark{“",
        ),
    ] {
        let folder = Folder::new(&[(name, &text)]);
        let ran = folder.run(&["annotate", name, "-o", "copy"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let copy = std::fs::read_to_string(folder.path("copy")).expect("it is written");
        assert!(copy.contains(expected), "{copy}");
        assert_eq!(name == "a.tex", copy.contains("\\providecommand{\\gainsayremark}"));
        let again = document::unremarked(name, copy.as_bytes()).expect("it is text");
        assert_eq!(String::from_utf8(again).expect("it is text"), text);
    }
    let stands = "[[allow]]\nrule = \"share-mismatch\"\nphrase = \"Of 48 harbours\"\nbecause = \"rounded\"\n";
    let let_stand = Folder::new(&[("a.md", sentence), (".gainsay.toml", stands)]).run(&["annotate", "a.md"]);
    assert_eq!((let_stand.code, let_stand.out.contains("There is nothing to ask")), (Some(0), true), "{let_stand:?}");
    let folder = Folder::new(&[("a.md", sentence)]);
    let list = folder.run(&["annotate", "a.md", "--format", "queries"]);
    assert!(list.out.starts_with("1. Line 1: “Of 48 harbours, 12 (35%) were closed"), "{}", list.out);
    assert_eq!(folder.run(&["annotate", "a.md", "--format", "queries", "--remove"]).code, Some(2));
}
