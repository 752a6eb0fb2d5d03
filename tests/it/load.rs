//! Records as they are read from TOML: every fault in one run, each at its place, and the rest taken in.

use std::fmt::Write;

use gainsay::finding::{Finding, Level};
use gainsay::load;
use gainsay::model::{Dossier, Home};
use gainsay::text::Texts;

use crate::rules::{check, fixtures, toml_files};

/// The records of a text, and what was wrong with them.
fn read(text: &str) -> (Texts, Dossier) {
    let mut texts = Texts::default();
    let file = texts.add("a.toml", text.to_owned()).expect("a test is small");
    let mut dossier = load::read(&mut texts, &[(file, Home::Own)]);
    load::link(&texts, &mut dossier);
    (texts, dossier)
}

/// The faults of a text, by place, each as `line:column rule: message` and perhaps ` (help)`.
fn faults(text: &str) -> Vec<String> {
    let (texts, mut dossier) = read(text);
    dossier.faults.sort_by_key(|fault| fault.primary.span);
    let line = |fault: &Finding| {
        let place = texts.place(fault.primary.span);
        let help = fault.help.as_ref().map_or(String::new(), |help| format!(" ({help})"));
        format!("{}:{} {}: {}{help}", place.line, place.column, fault.rule, fault.message)
    };
    dossier.faults.iter().map(line).collect()
}

/// The ids of a text's claims.
fn claims(text: &str) -> Vec<String> {
    let (texts, dossier) = read(text);
    dossier.claims.iter().map(|claim| texts.read(claim.id).to_owned()).collect()
}

#[test]
fn ten_faults_of_a_file_are_ten_findings_each_at_its_place() {
    let text = r#"
[dossier]
titel = "A paper"
issued = "2024-13"

[[source]]
id = "Gazette 1998"
issued = true

[[event]]
id = "opening"

[[claim]]
id = "opened"
text = 5
at = { section = "Introduction", line = "12" }
says = [
  { event = "openng", on = "1998" },
  { event = "opening", quantity = "length" },
  { on = "1998" },
]

[[clam]]
id = "misspelt"

[[claim]]
text = "no id"
"#;
    let found = faults(text);
    let expected = [
        "3:1 malformed-record: a dossier has no key `titel` (did you mean `title`?)",
        "4:16 malformed-record: `2024-13` cannot be read",
        "7:6 malformed-record: the id `Gazette 1998` is not kebab-case",
        "8:10 malformed-record: `issued` takes a date, not a boolean",
        "15:8 malformed-record: `text` takes a string, not an integer",
        "16:41 malformed-record: `line` takes a whole number, not a string",
        "18:13 unknown-id: there is no event `openng` (did you mean `opening`?)",
        "19:3 malformed-record: a statement is of one form, not of `event` and `quantity`",
        "20:3 malformed-record: a statement is about nothing",
        "23:3 malformed-record: a dossier has no table `clam` (did you mean `claim`?)",
        "26:1 malformed-record: a claim has no `id`",
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found}\nis not {expected}");
    }
    let (_, checked) = check("a.toml", text);
    let reported = checked.report.findings.iter().filter(|finding| finding.level == Level::Error).count();
    assert!(reported >= expected.len(), "{reported} errors reach the report");
}

#[test]
fn a_gap_from_nothing_is_told_whether_or_not_it_can_be_read() {
    let told = |gap: &str| {
        let text = format!("[[claim]]\nid = \"c\"\nsays = [{{ event = \"e\", gap = \"{gap}\" }}]\n");
        faults(&text).iter().filter(|fault| fault.contains("a `gap` needs one `before` or one `after`")).count()
    };
    assert_eq!([told("P4M"), told("four months")], [1, 1]);
}

#[test]
fn an_id_that_stands_twice_is_shown_at_both_places() {
    let (texts, dossier) = read("[[claim]]\nid = \"one\"\n\n[[event]]\nid = \"one\"\n");
    let [fault] = &dossier.faults[..] else { panic!("one fault: {:#?}", dossier.faults) };
    let places = [fault.primary.span, fault.labels[0].span].map(|span| texts.place(span).to_string());
    assert_eq!(fault.rule, "duplicate-id");
    let mut places = places.to_vec();
    places.sort();
    assert_eq!(places, ["a.toml:2:6", "a.toml:5:6"]);
}

#[test]
fn a_date_is_read_in_every_form_and_what_toml_cannot_read_is_to_be_quoted() {
    let source = |date: &str| format!("[[source]]\nid = \"gazette\"\nissued = {date}\n");
    for (written, read_as) in [
        ("\"2024-06\"", "2024-06"),
        ("2024", "2024"),
        ("2024-06-19", "2024-06-19"),
        ("\"1920~\"", "1920~"),
        ("-44", "-0044"),
    ] {
        let (_, dossier) = read(&source(written));
        assert!(dossier.faults.is_empty(), "{written}: {:?}", dossier.faults);
        let date = dossier.sources[0].issued.expect("the date was read");
        assert_eq!(dossier[date.when].to_string(), read_as);
    }
    for written in ["2024-06", "201X", "1920~", "2024-06/2024-08"] {
        let found = faults(&source(written));
        assert_eq!(found.len(), 1, "{written}: {found:#?}");
        assert!(found[0].starts_with("3:10 "), "{found:?}");
        assert!(found[0].contains(&format!("quote it: `\"{written}\"`")), "{found:?}");
    }
}

#[test]
fn line_ends_and_byte_order_marks_of_other_systems_are_read() {
    let text = "[[claim]]\nid = \"one\"\ntext = \"\"\"\nfirst\nsecond\"\"\"\n\n[[claim]]\nid = \"two\"\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{FEFF}{text}"), text.trim_end().to_owned()] {
        assert_eq!(faults(&text), [] as [&str; 0], "{text:?}");
        assert_eq!(claims(&text), ["one", "two"]);
    }
}

#[test]
fn a_file_without_records_is_no_fault() {
    for text in ["", "\n", "# nothing yet\n", "\u{FEFF}", "\r\n"] {
        assert_eq!(faults(text), [] as [&str; 0]);
    }
}

#[test]
fn what_stands_outside_any_record_is_told_apart() {
    assert_eq!(
        faults("id = \"one\"\n\n[[claim]]\nid = \"two\"\n"),
        ["1:1 malformed-record: a dossier has no table `id`"]
    );
    assert_eq!(
        faults("[claim]\nid = \"one\"\n\n[[source]]\nid = \"two\"\n"),
        ["1:2 malformed-record: `claim` is a list of tables (write the header as `[[claim]]`)"]
    );
    // A plain header among good ones costs only its own record.
    assert_eq!(
        claims("[[claim]]\nid = \"one\"\n\n[claim]\nid = \"two\"\n\n[[claim]]\nid = \"three\"\n"),
        ["one", "three"]
    );
}

#[test]
fn escapes_are_read_as_what_they_mean() {
    let (texts, dossier) = read(
        "[[claim]]\nid = \"\\u006fne\"\ntext = \"a \\\"quoted\\\" word\"\ncites = [\"tw\\u006f\"]\n\n[[source]]\nid = \"two\"\n",
    );
    assert!(dossier.faults.is_empty(), "{:?}", dossier.faults);
    assert_eq!(texts.read(dossier.claims[0].id), "one");
    assert_eq!(texts.read(dossier.claims[0].text.expect("it has a text")), "a \"quoted\" word");
    assert_eq!(dossier.citations[0].cited.len(), 1);
}

#[test]
fn a_header_in_a_text_is_text() {
    let text = "[[claim]]\nid = \"one\"\ntext = '''\n[[claim]]\nid = \"no\"\n'''\n\n[[claim]]\nid = \"two\"\ntext = \"\"\"\n[[claim]]\n\"\"\"\n";
    assert_eq!(claims(text), ["one", "two"]);
    assert_eq!(faults(text), [] as [&str; 0]);
}

/// The dossier read in parts has the records that TOML sees in the whole file.
#[test]
fn the_parts_of_a_file_hold_the_records_of_the_whole() {
    let folders = std::fs::read_dir(fixtures()).expect("there are fixtures");
    let mut files: Vec<_> =
        folders.flat_map(|folder| toml_files(&folder.expect("the folder can be read").path())).collect();
    let claims = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("claims");
    files.extend(["paper", "record"].iter().flat_map(|folder| toml_files(&claims.join(folder))));
    let mut wrong = String::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a dossier can be read");
        if let Some((parts, whole)) = differs(&text) {
            let _ = writeln!(wrong, "{}: {parts:?} in parts, {whole:?} in the whole", file.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The same for files of many records with all that TOML knows in their texts.
#[test]
fn records_are_found_in_files_of_any_shape() {
    let strings = [
        "\"plain\"",
        "\"\\\"\"",
        "'''\n[[claim]]\n'''",
        "\"\"\"\n[[claim]]\n\\\"\"\"\n\"\"\"",
        "\"\"\"\"\"\"",
        "''''one'' '''",
        "\"\"\"two\"\"\"\"\"",
        "'\\'",
        "\"'''\"",
        "'\"\"\"'",
        "\"\"\"\\\n   [[claim]]\n\"\"\"",
    ];
    let between = ["", "# [[claim]]\n", "# '''\n", "# \"\"\"\n", "\n\n", "  \t\n"];
    let mut random = crate::robust::Random(7);
    for _ in 0..400 {
        let mut text = String::new();
        for number in 0..random.below(12) {
            text.push_str(random.of(&between));
            let _ =
                writeln!(text, "[[claim]]{}\nid = \"claim-{number}\"", random.of(&["", " ", " # it", "\t# [[claim]]"]));
            for key in ["text", "note"].iter().take(random.below(3)) {
                let _ = writeln!(text, "{key} = {}", random.of(&strings));
            }
            text.push_str(random.of(&between));
        }
        assert_eq!(differs(&text), None, "{text}");
    }
}

/// How many records of each table the parts of a text have, and the whole, where that differs.
fn differs(text: &str) -> Option<(Vec<usize>, Vec<usize>)> {
    let whole = toml::de::DeTable::parse(text).ok()?;
    let tables = ["source", "entity", "event", "claim", "evidence", "fact", "roll", "relation", "quantity"];
    let rows = |name: &&str| {
        whole.get_ref().get(*name).and_then(|rows| rows.get_ref().as_array()).map_or(0, |rows| rows.len())
    };
    let whole_rows: Vec<usize> = tables.iter().map(rows).collect();
    let (_, dossier) = read(text);
    let part_rows = vec![
        dossier.sources.len(),
        dossier.entities.len(),
        dossier.events.len(),
        dossier.claims.len(),
        dossier.evidence.len(),
        dossier.facts.len(),
        dossier.rolls.len(),
        dossier.relations.len(),
        dossier.quantities.len(),
    ];
    // A record that lacks what it needs is a fault, and not taken in.
    let lacking = dossier.faults.iter().any(|fault| fault.message.contains(" has no `"));
    (part_rows != whole_rows && !lacking).then_some((part_rows, whole_rows))
}

#[test]
fn a_paper_may_be_described_in_two_places_of_a_file() {
    let text =
        "[dossier]\ntitle = \"A paper\"\n\n[[claim]]\nid = \"one\"\n\n[dossier.rules]\nuncited-claim = \"off\"\n";
    for broken in ["", "\n[[claim]]\nid = \"two\"\nnote =\n"] {
        let (_, dossier) = read(&(text.to_owned() + broken));
        assert_eq!(dossier.faults.len(), usize::from(!broken.is_empty()), "{:#?}", dossier.faults);
        assert!(dossier.paper.title.is_some() && dossier.paper.settings.len() == 1);
    }
    assert_eq!(faults("[dossier]\ntitle = \"A\"\n\n[[claim]]\nid = \"one\"\n\n[dossier]\ntitle = \"B\"\n").len(), 1);
}
