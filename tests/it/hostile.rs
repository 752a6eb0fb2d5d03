//! Text that would break out of each form of output stands in every field of a dossier: each output, read by a reader
//! of its form, has the shape that it has with plain text.

use std::collections::BTreeSet;
use std::fmt::Write;

use pulldown_cmark::{Event, Options, Parser};
use quick_xml::Reader;
use quick_xml::events::Event as Xml;
use serde_json::Value;

use crate::cli::Folder;
use crate::html::Page;

const PLAIN: &str = "some plain words";

/// What would be structure somewhere: one text a form, and one of them all.
const HOSTILE: [&str; 9] = [
    "a` ![x](https://evil.example/x.png) `b @everyone #12",
    "``` \n# h\n\n- item\n\n| a | b |\n<details>",
    "<script>x</script><!-- ]]> &lt; &x; \" '",
    "\n::error file=x::y\r\n##[error]z %0A",
    "\u{1b}[31m\u{9b}2J\u{202e}\u{2066}\u{7}\u{7f}x",
    "=HYPERLINK(\"x\"),\"\n+1,-1,@x",
    "x}, year = {1}} @book{y, \\end %",
    "x\nER  - \nTY  - BOOK\n",
    "\", \"k\": [1] } \\ \u{2028} \u{0}",
];

/// A dossier with a text in each of its fields, and findings that tell most of them.
fn dossier(text: &str) -> String {
    let escaped: String = text.chars().fold(String::new(), |mut out, c| {
        let _ = write!(out, "\\U{:08X}", u32::from(c));
        out
    });
    "[dossier]
title = \"@\"
issued = \"2025\"

[[source]]
id = \"s @\"
cited-as = \"c @\"
title = \"@\"
author = [\"Family, @\"]
publisher = \"@\"
note = \"@\"
url = \"@\"
issued = \"2022\"
original-date = \"@\"

[[event]]
id = \"e @\"

[[claim]]
id = \"k @\"
text = \"@\"
note = \"@\"
at = { section = \"@\", phrase = \"@\" }
checked = { verdict = \"confirmed\", by = \"@\", on = \"2025-01-01\" }
cites = [\"s @\"]
says = { event = \"e @\", on = \"2024-05-03\" }

[[claim]]
id = \"l @\"
says = { event = \"e @\", on = \"2024-05-04\" }

[[evidence]]
id = \"v @\"
source = \"s @\"
quote = \"@\"
file = \"@\"
"
    .replace('@', &escaped)
}

/// What is said on both streams about a dossier that bears a text.
fn said(text: &str, arguments: &[&str]) -> String {
    let name = if text == PLAIN { "plain.toml" } else { "a`b#1.toml" };
    let folder = Folder::new(&[(&format!("claims/{name}"), &dossier(text))]);
    let arguments: Vec<String> = arguments.iter().map(|argument| argument.replace('@', text)).collect();
    // No argument of a program can hold a zero.
    let arguments: Vec<&str> = arguments.iter().map(|it| it.split('\0').next().unwrap_or_default()).collect();
    let ran = folder.run(&arguments);
    for said in [&ran.out, &ran.err] {
        let steers =
            |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!said.contains(steers), "{arguments:?} of {text:?}: {said:?}");
    }
    ran.out
}

/// Holds that an output has one shape whatever the text.
fn keeps_its_shape(arguments: &[&str], shape: impl Fn(&str) -> Vec<String>) {
    let plain = shape(&said(PLAIN, arguments));
    assert!(!plain.is_empty(), "{arguments:?} says nothing");
    for text in HOSTILE {
        let said = said(text, arguments);
        assert_eq!(shape(&said), plain, "{arguments:?} of {text:?}: {said}");
    }
}

/// Holds that an output has no part of a kind that it has not with plain text. How many there are hangs on what is
/// found in a text: a URL with a bracket has one more fault.
fn adds_no_structure(arguments: &[&str], shape: impl Fn(&str) -> BTreeSet<String>) {
    let plain = shape(&said(PLAIN, arguments));
    assert!(!plain.is_empty(), "{arguments:?} says nothing");
    for text in HOSTILE {
        let said = said(text, arguments);
        let added: Vec<String> = shape(&said).difference(&plain).cloned().collect();
        assert!(added.is_empty(), "{arguments:?} of {text:?}: {added:?} in {said}");
    }
}

#[test]
fn no_text_steers_a_terminal() {
    for arguments in [
        &["check", "--full"][..],
        &["check", "--format", "short"],
        &["coverage"],
        &["diff", "claims", "claims"],
        &["explain", "k @"],
        &["explain", "s @"],
        &["explain", "no @"],
        &["export", "--to", "bibtex", "no @"],
        &["impact"],
        &["impact", "s @"],
        &["impact", "no @"],
        &["timeline"],
        &["timeline", "e @"],
        &["timeline", "no @"],
    ] {
        for text in HOSTILE {
            said(text, arguments);
        }
    }
}

#[test]
fn no_text_is_structure_in_json() {
    for arguments in [
        &["check", "--format", "json", "--full"][..],
        &["check", "--format", "sarif"],
        &["impact", "--format", "json"],
        &["timeline", "--format", "json"],
        &["export", "--to", "csl-json"],
        &["export", "--to", "schema-org"],
    ] {
        adds_no_structure(arguments, |said| {
            let mut shape = BTreeSet::new();
            keys(&serde_json::from_str(said).expect("it is JSON"), "", &mut shape);
            shape
        });
    }
}

fn keys(value: &Value, at: &str, shape: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| keys(value, &format!("{at}.{key}"), shape)),
        Value::Array(values) => values.iter().for_each(|value| keys(value, &format!("{at}[]"), shape)),
        _ => {
            shape.insert(at.to_owned());
        }
    }
}

#[test]
fn no_text_is_structure_in_xml_and_html() {
    for arguments in [&["check", "--format", "junit"][..], &["timeline", "--format", "svg"]] {
        keeps_its_shape(arguments, elements);
    }
    keeps_its_shape(&["check", "--format", "html"], |said| {
        Page::read(said).findings().map(|(level, _)| level.to_owned()).collect()
    });
}

/// The elements of a document with the names of their attributes.
fn elements(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("it is well formed") {
            Xml::Eof => return elements,
            Xml::Start(tag) | Xml::Empty(tag) => {
                let mut told = tag.name().as_ref().to_owned();
                for attribute in tag.attributes() {
                    let key = attribute.expect("it is well formed").key;
                    told = format!("{told} {}", AsRef::<str>::as_ref(&key));
                }
                elements.push(told);
            }
            _ => {}
        }
    }
}

#[test]
fn no_text_is_structure_in_a_comment() {
    adds_no_structure(&["check", "--format", "markdown"], |said| {
        let events = Parser::new_ext(said, Options::all());
        let structure = events.filter(|event| !matches!(event, Event::Text(_) | Event::Code(_)));
        structure.map(|event| format!("{event:?}")).collect()
    });
}

#[test]
fn no_text_is_a_command_of_a_workflow() {
    keeps_its_shape(&["check", "--format", "github"], |said| {
        assert!(!said.contains("##["), "{said}");
        let command = |line: &str| line.split(['=', ' ']).next().unwrap_or_default().to_owned();
        said.lines().map(command).collect()
    });
}

#[test]
fn no_text_is_structure_or_a_formula_in_a_table() {
    keeps_its_shape(&["export", "--to", "csv"], |said| {
        let rows = csv::Reader::from_reader(said.as_bytes()).into_records();
        let rows: Vec<csv::StringRecord> = rows.collect::<Result<_, _>>().expect("it is a table");
        let cells = || rows.iter().flat_map(csv::StringRecord::iter);
        assert!(!cells().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{said}");
        rows.iter().map(|row| row.len().to_string()).collect()
    });
}

#[test]
fn no_text_is_structure_in_a_bibliography() {
    keeps_its_shape(&["export", "--to", "bibtex"], |said| {
        let read = biblatex::Bibliography::parse(said).expect("it is BibLaTeX");
        let fields = |entry: &biblatex::Entry| entry.fields.keys().cloned().collect::<Vec<_>>().join(" ");
        read.iter().map(|entry| format!("{} {}", entry.entry_type, fields(entry))).collect()
    });
    keeps_its_shape(&["export", "--to", "ris"], |said| {
        said.lines().map(|line| line.get(..6).unwrap_or(line).to_owned()).collect()
    });
}
