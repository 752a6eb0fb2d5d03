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

/// A copy in which somebody answered its queries as Word writes it, and called others settled; without what tells of
/// replies, an answer is a remark on the same words.
fn answered(copy: &[u8], replies: &[(u32, &str)], settled: &[u32], told: bool) -> Vec<u8> {
    let (mut main, mut comments) = (part(copy, "word/document.xml"), part(copy, "word/comments.xml"));
    let mut extended = Vec::new();
    for id in 0..3_u32 {
        let tag = format!("w:id=\"{id}\" w:author");
        let own = comments.find(&tag).map(|at| at + comments[at..].find("<w:p>").expect("it has a paragraph"));
        comments.insert_str(own.expect("it is there") + "<w:p".len(), &format!(" w14:paraId=\"0000000{id}\""));
        let is_settled = u8::from(settled.contains(&id));
        extended.push(format!("<w15:commentEx w15:paraId=\"0000000{id}\" w15:done=\"{is_settled}\"/>"));
    }
    for (id, text) in replies {
        let reply = format!(
            "<w:comment w:id=\"1{id}\" w:author=\"Ina\" w:date=\"2024-06-21T10:00:00Z\" w:initials=\"I\">\
             <w:p w14:paraId=\"1000000{id}\"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>"
        );
        comments = comments.replace("</w:comments>", &reply);
        let parent = format!("w15:paraId=\"1000000{id}\" w15:paraIdParent=\"0000000{id}\"");
        extended.push(format!("<w15:commentEx {parent} w15:done=\"0\"/>"));
        for mark in ["commentRangeStart", "commentRangeEnd"] {
            let own = format!("<w:{mark} w:id=\"{id}\"/>");
            main = main.replace(&own, &format!("{own}<w:{mark} w:id=\"1{id}\"/>"));
        }
    }
    let extended = format!("<w15:commentsEx>{}</w15:commentsEx>", extended.concat());
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [("word/document.xml", &main), ("word/comments.xml", &comments)];
    let links = ["[Content_Types].xml", "word/footnotes.xml", "word/_rels/document.xml.rels"];
    let kept = links.map(|name| (name, part(copy, name)));
    let kept = kept.iter().map(|(name, part)| (*name, part)).chain(parts);
    for (name, part) in kept.chain(told.then_some(("word/commentsExtended.xml", &extended))) {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        zip.write_all(part.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("the package is whole").into_inner()
}

#[test]
fn answers_let_findings_of_a_paper_stand() {
    let folder = Folder::new(&[]);
    folder.write("paper.docx", &package(false));
    folder.run(&["annotate", "paper.docx"]);
    let copy = std::fs::read(folder.path("paper.queries.docx")).expect("it is written");
    let replies = [(0, "Stet: of all harbours, as agreed"), (1, "OK, will be changed")];
    for told in [true, false] {
        folder.write("answered.docx", &answered(&copy, &replies, &[2], told));
        let ran = folder.run(&["import", "answered.docx"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let stands = "rule    = \"share-mismatch\"\nfinding = ";
        assert_eq!((ran.out.matches("[[allow]]").count(), ran.out.contains(stands)), (1, true), "{}", ran.out);
        assert!(ran.out.ends_with("because = \"Ina: Stet: of all harbours, as agreed\"\n"), "{}", ran.out);
        assert!(ran.err.contains("It is still found, and to be decided by who reads this."), "{}", ran.err);
        assert_eq!(ran.err.contains("settled without a word: nothing is decided"), told, "{}", ran.err);
        folder.write(".gainsay.toml", ran.out.as_bytes());
        let again = folder.run(&["check", "paper.docx"]);
        assert!(again.out.contains("2 warnings") && !again.out.contains("48 harbours"), "{}", again.out);
        assert!(folder.run(&["import", "answered.docx"]).err.contains("It stands already."));
        folder.write(".gainsay.toml", b"");
    }
    // What was answered is kept, and not asked again.
    folder.run(&["annotate", "answered.docx", "-o", "next.docx"]);
    let next = part(&std::fs::read(folder.path("next.docx")).expect("it is written"), "word/comments.xml");
    assert_eq!(next.matches("<w:comment ").count(), 5, "{next}");
    folder.write("bare.docx", &package(true));
    let refused = folder.run(&["import", "bare.docx"]);
    assert!(refused.code == Some(2) && refused.err.contains("no comment in it is a query"), "{refused:?}");
}

#[test]
fn answers_become_marks_and_allowances_of_records() {
    let claim = |id: &str, phrase: &str| {
        format!(
            "\n[[claim]]\nid = \"{id}\"\ntext = \"{phrase}\"\nat = {{ phrase = \"{phrase}\" }}\ncites = \"gazette\"\n\
             says = {{ event = \"the-{id}\", on = \"1998\" }} # as printed\n\n[[event]]\nid = \"the-{id}\"\n"
        )
    };
    let source = "[dossier]\nmanuscript = \"../paper.docx\"\n\n[[source]]\nid = \"gazette\"\nissued = \"1996\"\n";
    let phrases = [("closing", "Of the 48 harbours"), ("laying-up", "of 40 boats"), ("quay", "The quay stands")];
    let records: String = phrases.map(|(id, phrase)| claim(id, phrase)).concat();
    let folder = Folder::new(&[("claims/paper.toml", &format!("{source}{records}"))]);
    folder.write("paper.docx", &package(false));
    let asks = folder.run(&["annotate", "paper.docx", "--records", "claims"]);
    assert!(asks.out.ends_with("with 3 questions to the author.\n"), "{asks:?}");
    let copy = std::fs::read(folder.path("paper.queries.docx")).expect("it is written");
    let replies = [(0, "Stet: the winter before"), (1, "Confirmed"), (2, "See the annex")];
    folder.write("answered.docx", &answered(&copy, &replies, &[], true));
    let ran = folder.run(&["import", "answered.docx", "--out", "claims"]);
    assert!(ran.code == Some(0) && ran.out.contains("\nChanged: 3 records.\n"), "{ran:?}");
    let read = || std::fs::read_to_string(folder.path("claims/paper.toml")).expect("it is there");
    let text = read();
    for expected in [
        "allow = [{ rule = \"source-predates-event\", because = \"Stet: the winter before\" }]\n",
        "checked = { verdict = \"confirmed\", by = \"Ina\", on = \"2024-06-21\" }\n",
        "answer = \"See the annex\"\n",
    ] {
        let squeezed = text.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        assert_eq!(squeezed.matches(expected).count(), 1, "{expected}\n{text}");
    }
    assert_eq!((text.matches("# as printed").count(), text.matches("query").count()), (3, 3), "{text}");
    let again = folder.run(&["import", "answered.docx", "--out", "claims"]);
    assert!(again.code == Some(0) && again.out.contains("It stands already."), "{again:?}");
    assert_eq!(read(), text);
}
