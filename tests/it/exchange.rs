//! Records that go out to other programs and come back: the same in what each form carries.

use gainsay::bibliography::{self, List};
use gainsay::draft::{File, Offer, import};
use gainsay::export::{self, Written};
use gainsay::model::Home;
use gainsay::sheet;
use gainsay::text::Texts;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::cli::Folder;

/// The records of one table in a text.
fn written(text: &str, table: &str) -> Vec<Written> {
    let mut texts = Texts::default();
    let file = texts.add("a.toml", text.to_owned()).expect("a small text");
    export::written(&texts, &[(file, Home::Own)], table)
}

/// The records of one table that come of a bibliography or a sheet.
fn imported(offer: &Offer<'_>, table: &str) -> Vec<Written> {
    let imported = import(offer).expect("there is nothing that could be broken");
    assert_eq!(imported.unread, [], "everything is read");
    written(&imported.files.iter().map(|page| page.file.text.as_str()).collect::<String>(), table)
}

fn back(bibliography: &str) -> Vec<Written> {
    let bibliography = bibliography::read(bibliography).expect("it is a bibliography");
    assert!(bibliography.faults.is_empty(), "{:?}", bibliography.faults);
    let lists = [List { path: "refs".to_owned(), text: String::new(), bibliography }];
    imported(&Offer { lists: &lists, ..Offer::default() }, "source")
}

/// Keys of sources with values of each.
type Keys = Vec<(&'static str, Vec<String>)>;

fn toml(id: usize, keys: &Keys) -> String {
    let keys = keys.iter().map(|(key, values)| {
        let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
        match &values[..] {
            [one] => format!("{key} = {one}\n"),
            several => format!("{key} = [{}]\n", several.join(", ")),
        }
    });
    format!("[[source]]\nid = \"s-{id}\"\n{}\n", keys.collect::<String>())
}

/// Words that a title may hold.
fn words() -> impl Strategy<Value = String> {
    let word = "[A-ZÉa-zñ0-9$&%#_'’:;.?!-]{1,8}|NATO|and|McDonald|„Ja“|x~y";
    vec(word, 1..6).prop_map(|words| words.join(" ")).prop_filter("two hyphens are a dash in TeX", |text| {
        !text.contains("--") && !text.contains("''") && text.chars().any(char::is_alphabetic)
    })
}

fn names() -> impl Strategy<Value = Vec<String>> {
    let person = ("[A-Z][a-zé]{1,8}( [A-Z][a-z]{2,6})?", "[A-Z]\\.( [A-Z]\\.)?|[A-Z][a-z]{1,8}(, Jr\\.)?");
    let person = person.prop_map(|(family, given)| format!("{family}, {given}"));
    let other = "(Ministry|Bank|Agency) of [A-Z][a-z]{1,8}( and [A-Z][a-z]{2,8})?";
    vec(prop_oneof![person, "de la [A-Z][a-z]{3,6}, [A-Z][a-z]{2,5}", other], 1..4)
}

fn date() -> impl Strategy<Value = String> {
    let year = 1500..2100_i32;
    prop_oneof![
        year.clone().prop_map(|year| year.to_string()),
        (year.clone(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year.clone(), 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (year.clone(), 21..=24).prop_map(|(year, season)| format!("{year}-{season}")),
        (year.clone(), prop_oneof!["~", "\\?", "%"]).prop_map(|(year, mark)| format!("{year}{mark}")),
        (year.clone(), 1..50).prop_map(|(year, more)| format!("{year}/{}", year + more)),
        (year.clone(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}/{}-01", year + 1)),
        year.clone().prop_map(|year| format!("{year}/..")),
        year.clone().prop_map(|year| format!("../{year}")),
        (150..209).prop_map(|decade| format!("{decade}X")),
        Just("-0043".to_owned()),
        Just("0800".to_owned()),
    ]
}

/// A source, with the keys that every form carries, and those that only some do.
fn source() -> impl Strategy<Value = Keys> {
    let kinds = ["article-journal", "article-newspaper", "book", "chapter", "report", "webpage", "post-weblog"];
    let kind = proptest::sample::select(kinds.to_vec());
    let text = |key: &'static str| of(words()).prop_map(move |text| text.map(|text| (key, vec![text])));
    let when = |key: &'static str| of(date()).prop_map(move |date| date.map(|date| (key, vec![date])));
    let people = |key: &'static str| of(names()).prop_map(move |names| names.map(|names| (key, names)));
    let plain =
        |key: &'static str, value: &'static str| of(value).prop_map(move |value| value.map(|value| (key, vec![value])));
    let first = (text("cited-as"), people("author"), people("editor"), people("translator"), text("container-title"));
    let times = (when("issued"), when("accessed"), when("original-date"), when("updated"));
    let numbers = (
        plain("volume", "[1-9][0-9]?"),
        plain("issue", "[1-9][0-9]?"),
        plain("page", "[1-9][0-9]|S?[1-9]-[1-9][0-9]{2}"),
        plain("edition", "[1-9]"),
        plain("number", "[1-9]{2}"),
    );
    let addresses = (
        plain("url", "https://example\\.org/~[a-z]{1,6}/[a-z0-9_%&=?#-]{1,12}"),
        plain("doi", "10\\.[0-9]{4}/[a-z]{2}\\.[0-9]{3}"),
        plain("isbn", "978[0-9]{10}"),
        plain("issn", "[0-9]{4}-[0-9]{4}"),
        plain("status", "forthcoming|retracted|published"),
    );
    let rest = (text("publisher"), text("publisher-place"), text("note"), text("event-title"), text("genre"));
    let own = (plain("language", "en|id|de"), of(vec("[a-z]{3,8}", 1..3)), of(vec("s-[0-9]", 1..3)));
    (kind, words(), first, times, numbers, addresses, rest, own).prop_map(
        |(kind, title, first, times, numbers, addresses, rest, own)| {
            let mut keys: Keys = vec![("type", vec![kind.to_owned()]), ("title", vec![title])];
            keys.extend([first.0, first.1, first.2, first.3, first.4].into_iter().flatten());
            keys.extend([times.0, times.1, times.2, times.3].into_iter().flatten());
            keys.extend([numbers.0, numbers.1, numbers.2, numbers.3, numbers.4].into_iter().flatten());
            keys.extend([addresses.0, addresses.1, addresses.2, addresses.3, addresses.4].into_iter().flatten());
            keys.extend([rest.0, rest.1, rest.2, rest.3, rest.4].into_iter().flatten());
            keys.extend(own.0);
            keys.extend(own.1.map(|about| ("about", about)));
            keys.extend(own.2.map(|from| ("derived-from", from)));
            keys
        },
    )
}

/// Sources written down, but for the keys that a form does not carry.
fn dossier(sources: &[Keys], not: &[&str]) -> String {
    let carried = |keys: &Keys| keys.iter().filter(|(key, _)| !not.contains(key)).cloned().collect();
    sources.iter().enumerate().map(|(id, keys)| toml(id, &carried(keys))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sources_come_back_from_csl_json(sources in vec(source(), 1..4)) {
        let sources = written(&dossier(&sources, &[]), "source");
        let json = export::csl_json(&sources);
        prop_assert_eq!(&back(&json), &sources, "{}", json);
    }

    #[test]
    fn sources_come_back_from_bibtex(sources in vec(source(), 1..4)) {
        // An article's issue is its number.
        let not = ["updated", "about", "derived-from", "number"];
        let all = written(&dossier(&sources, &[]), "source");
        let carried = written(&dossier(&sources, &not), "source");
        let bibtex = export::bibtex(&carried);
        prop_assert_eq!(&back(&bibtex), &carried, "{}", bibtex);
        prop_assert!(bibliography::read(&export::bibtex(&all)).is_ok_and(|read| read.faults.is_empty()));
    }

    #[test]
    fn sources_come_back_from_ris(sources in vec(source(), 1..4)) {
        let not = ["updated", "about", "derived-from", "number", "genre", "event-title", "status", "original-date"];
        let sources = written(&dossier(&sources, &not), "source");
        let ris = export::ris(&sources);
        prop_assert_eq!(&back(&ris), &sources, "{}", ris);
    }

    #[test]
    fn claims_come_back_from_a_table(claims in vec(claim(), 1..6)) {
        let text = claims.iter().enumerate().map(|(id, keys)| format!("[[claim]]\nid = \"c-{id}\"\n{keys}\n"));
        let text: String = text.collect();
        let claims = written(&text, "claim");
        prop_assert!(claims.len() == text.matches("[[claim]]").count());
        for (name, bytes) in tables(&text) {
            let sheets = sheet::read(name, &bytes).expect("it is a table");
            let back = imported(&Offer { sheets: &sheets, ..Offer::default() }, "claim");
            prop_assert_eq!(&back, &claims, "{}\n{}", name, text);
        }
    }

    #[test]
    fn edits_of_a_sheet_and_of_the_records_are_merged(edits in vec(edit(), 1..12), format in 0..2_usize) {
        let cells = |base: &Cells, side: usize, word: &str| {
            let mut cells = base.clone();
            let changed = edits.iter().filter(|edit| edit.sides[side]);
            cells.extend(changed.map(|edit| ((edit.claim, edit.column), format!("{word} {}", edit.number))));
            cells
        };
        let base = cells(&Cells::default(), 0, "was");
        let (ours, theirs) = (cells(&base, 1, "ours"), cells(&base, 2, "theirs"));
        let (name, exported) = tables(&recorded(&base)).swap_remove(format);
        let mut sheets = sheet::read(name, &exported).expect("it is a table");
        type_in(&mut sheets[0], &theirs);
        let there = [File { name: "claims.toml".to_owned(), text: recorded(&ours) }];
        let merged = import(&Offer { there: &there, sheets: &sheets, ..Offer::default() }).expect("it is TOML");
        let (mut expected, mut clashes) = (ours.clone(), 0);
        for (at, typed) in &theirs {
            let (was, has) = (base.get(at), ours.get(at));
            if Some(typed) != was && has == was {
                expected.insert(*at, typed.clone());
            }
            clashes += usize::from(Some(typed) != was && has != was && Some(typed) != has);
        }
        let text = merged.files.first().map_or(&there[0].text, |page| &page.file.text);
        prop_assert_eq!(rows(text), rows(&recorded(&expected)), "{:?}", merged.unread);
        prop_assert_eq!(merged.unread.len(), clashes, "{:?}", merged.unread);
        prop_assert_eq!(text.matches("# mine").count(), CLAIMS, "{}", text);
    }
}

/// What a fact sheet has of the records of a text.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut texts = Texts::default();
    let file = texts.add("a.toml", text.to_owned()).expect("a small text");
    export::fact_sheet(&export::all(&texts, &[(file, Home::Own)]), &[])
}

/// The records of a text in each form of a table.
fn tables(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let rows = rows(text);
    let csv = sheet::csv(&export::COLUMNS.map(|(_, column)| column.name), &rows).into_bytes();
    vec![("claims.csv", csv), ("claims.xlsx", sheet::xlsx(&[export::page(&rows)]).expect("it fits"))]
}

/// How many claims are edited.
const CLAIMS: usize = 3;

/// What is typed into a sheet: the column, and how a record says it.
const TYPED: [(&str, &str); 7] = [
    ("claim", "text"),
    ("as printed", "at.phrase"),
    ("section", "at.section"),
    ("backup", "backup"),
    ("query", "query"),
    ("answer", "answer"),
    ("note", "note"),
];

/// What stands in cells, by their claims and columns.
type Cells = std::collections::BTreeMap<(usize, usize), String>;

/// What is done to a cell: at first, and then in the records and in the sheet.
#[derive(Clone, Debug)]
struct Edit {
    claim: usize,
    column: usize,
    number: u16,
    sides: [bool; 3],
}

fn edit() -> impl Strategy<Value = Edit> {
    let cell = (0..CLAIMS, 0..TYPED.len(), any::<u16>(), any::<[bool; 3]>());
    cell.prop_map(|(claim, column, number, sides)| Edit { claim, column, number, sides })
}

/// Records that say the cells, each in a layout of its own and with a comment.
fn recorded(cells: &Cells) -> String {
    let record = |claim: usize| {
        let said = cells.range((claim, 0)..(claim + 1, 0)).map(|((_, column), value)| (TYPED[*column].1, value));
        let (at, keys): (Vec<_>, Vec<_>) = said.partition(|(key, _)| key.starts_with("at."));
        let keys = keys.iter().map(|(key, value)| format!("{key:8} = {value:?}\n")).collect::<Vec<_>>().concat();
        let part = |(key, value): &(&str, &String)| format!("{} = '{value}'", key.trim_start_matches("at."));
        let parts: Vec<String> = at.iter().map(part).collect();
        let at = match claim {
            _ if parts.is_empty() => String::new(),
            0 => format!("at.{}\n", parts.join("\nat.")),
            1 => format!("at = {{ {} }}\n", parts.join(", ")),
            _ => format!("[claim.at]\n{}\n", parts.join("\n")),
        };
        format!("[[claim]] # mine\nid = \"c-{claim}\"\n{keys}{at}\n")
    };
    (0..CLAIMS).map(record).collect()
}

/// Types into the cells of a sheet what they are to say.
fn type_in(sheet: &mut sheet::Sheet, cells: &Cells) {
    let columns = sheet.rows[0].cells.clone();
    let place = |name: &str| columns.iter().position(|column| column == name).expect("the column is there");
    for ((claim, column), value) in cells {
        let row = &mut sheet.rows[claim + 1].cells;
        let at = place(TYPED[*column].0);
        row.resize(row.len().max(at + 1), String::new());
        row[at].clone_from(value);
    }
}

/// The keys of a claim in TOML, as an import writes them.
fn claim() -> impl Strategy<Value = String> {
    let word = "[A-Za-z0-9é,;'\"=+@-]{1,9}";
    let text = || vec(word, 1..6).prop_map(|words| words.join(" "));
    let quoted = |text: String| format!("{text:?}");
    let at = (of(text()), of(1..900_u32), of(text())).prop_map(move |(section, line, phrase)| {
        let section = section.map(|text| format!("section = {}", quoted(text)));
        let line = line.map(|line| format!("line = {line}"));
        let phrase = phrase.map(|text| format!("phrase = {}", quoted(text)));
        let parts: Vec<String> = [section, line, phrase].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("at = {{ {} }}\n", parts.join(", ")) }
    });
    let cite = prop_oneof![
        text().prop_map(quoted),
        text()
            .prop_map(move |key| format!("{{ source = {}, role = \"background\", locator = \"p. 3\" }}", quoted(key))),
    ];
    let cites = vec(cite, 0..3).prop_map(|cites| match &cites[..] {
        [] => String::new(),
        cites => format!("cites = [{}]\n", cites.join(", ")),
    });
    let said = prop_oneof![
        date().prop_map(|date| format!("{{ event = \"opening\", on = \"{date}\" }}")),
        Just("{ subject = \"a\", relation = \"member-of\", object = \"b\", not = true }".to_owned()),
        Just("{ quantity = \"aid\", value = \"~11e9 USD\", mode = \"alleged\" }".to_owned()),
    ];
    let says = vec(said, 0..3).prop_map(|says| match &says[..] {
        [] => String::new(),
        [one] => format!("says = {one}\n"),
        several => format!("says = [{}]\n", several.join(", ")),
    });
    let mark = of((of(text()), of(date()))).prop_map(move |mark| {
        let Some((by, on)) = mark else { return String::new() };
        let by = by.map(|by| format!("by = {}, ", quoted(by))).unwrap_or_default();
        let on = on.map(|on| format!("on = \"{on}\", ")).unwrap_or_default();
        format!("checked = {{ {by}{on}verdict = \"disputed\" }}\n")
    });
    let note =
        of(text()).prop_map(move |note| note.map(|note| format!("note = {}\n", quoted(note))).unwrap_or_default());
    (text(), at, cites, says, mark, note).prop_map(move |(text, at, cites, says, mark, note)| {
        format!("text = {}\n{at}{cites}{says}{mark}{note}", quoted(text))
    })
}

const BIB: &str = "\
@article{petrova2017,
  author  = {Petrova, Lena},
  title   = {Closed Waters},
  journal = {Northern Review},
  year    = {2017}
}

@book{Dahl:2020,
  author = {Dahl, Erik},
  title  = {Neighbours at Sea},
  date   = {1920~}
}

@misc{broken,
  title = {Never closed
";

const TABLE: &str = "\
Claim;Section;Line;Source;Source URL;Date;Verdict;Checked by;Colour
The strait was closed;Past;12;Petrova 2017;https://example.org/strait;5 March 1951;disputed;Ann;red
A board was founded;Past;fourteen;;;June the umpteenth;perhaps;;
;;;;;;;;
The fares doubled;;;Petrova 2017;https://example.org/strait;;;;
";

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_the_rest_is_imported() {
    let folder = Folder::new(&[("refs.bib", BIB), ("claims.csv", TABLE)]);
    let ran = folder.run(&["import", "refs.bib", "claims.csv", "--out", "claims"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    let sources = std::fs::read_to_string(folder.path("claims/sources.toml")).expect("sources were written");
    let claims = std::fs::read_to_string(folder.path("claims/claims.toml")).expect("claims were written");
    insta::assert_snapshot!("imported", format!("{}\n{sources}\n{claims}", ran.out));
    let found = folder.run(&["check", "--format", "short"]);
    assert!(!found.out.contains("malformed-record") && !found.out.contains("unknown-id"), "{}", found.out);
}

#[test]
fn what_a_dossier_has_stays_as_a_person_wrote_it() {
    let folder = Folder::new(&[("refs.bib", BIB), ("claims.csv", TABLE)]);
    folder.run(&["import", "refs.bib", "claims.csv", "--out", "claims"]);
    let path = folder.path("claims/claims.toml");
    let own =
        std::fs::read_to_string(&path).expect("claims were written").replace("disputed", "confirmed") + "# mine\n";
    std::fs::write(&path, &own).expect("it can be written");
    let again = folder.run(&["import", "refs.bib", "claims.csv", "--out", "claims"]);
    assert!(again.out.starts_with("Nothing new: claims has all of it (2 sources, 3 claims).\n"), "{}", again.out);
    let left = "the record of `strait-closed` has `confirmed`, and is left as it is: the table has `disputed`";
    assert!(again.out.contains(left), "{}", again.out);
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), own);
    // A claim more is written behind them.
    folder.write("more.csv", b"id,text\nnew-fares,Fares fell again\n");
    let more = folder.run(&["import", "more.csv", "--out", "claims"]);
    assert_eq!((more.code, more.err.as_str()), (Some(0), ""), "{more:?}");
    let text = std::fs::read_to_string(&path).expect("it is there");
    assert!(text.starts_with(&own) && text.contains("id   = \"new-fares\""), "{text}");
}

/// A person has kept this record, with a layout and remarks of their own.
const KEPT: &str = "\
# The bridge.
[[source]]
id = 'gazette'
title = 'Opened'   # the headline
issued = '1998-06'

[[event]]
id = 'opening'

[[claim]]
id    = 'opened'
text  = 'It was opened in 1998' # from the lead
cites = ['gazette']  # their own
says  = { event = 'opening', on = '1998' }
at.phrase = 'opened in 1998'
allow = [{ rule = 'uncited-claim', because = 'it is known' }]
";

/// What a table shows as of one column of a row.
fn retyped(csv: &str, row: usize, typed: &[(&str, &str)]) -> String {
    let mut sheet = sheet::read("a.csv", csv.as_bytes()).expect("it is text").remove(0);
    let columns = sheet.rows[0].cells.clone();
    for (column, words) in typed {
        let at = columns.iter().position(|own| own == column).expect("the column is there");
        (*words).clone_into(&mut sheet.rows[row].cells[at]);
    }
    let rows: Vec<Vec<String>> = sheet.rows.into_iter().skip(1).map(|row| row.cells).collect();
    sheet::csv(&columns.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

#[test]
fn what_a_checker_fills_in_goes_into_the_record_and_its_layout_stays() {
    let folder = Folder::new(&[("claims/a.toml", KEPT)]);
    folder.run(&["export", "-o", "sheet.csv"]);
    let csv = std::fs::read_to_string(folder.path("sheet.csv")).expect("it was written");
    let typed = [
        ("status", "Could not verify"),
        ("checked by", "Ina"),
        ("checked on", "3 May 2024"),
        ("locator", "p. 4"),
        ("query", "Which day was it?"),
    ];
    folder.write("sheet.csv", retyped(&csv, 1, &typed).as_bytes());
    let ran = folder.run(&["import", "sheet.csv", "--out", "claims"]);
    assert!(ran.code == Some(0) && ran.out.starts_with("Changed: 1 record.\n"), "{ran:?}");
    let merged = std::fs::read_to_string(folder.path("claims/a.toml")).expect("it is there");
    let expected = KEPT.replace("cites = ['gazette']", "cites = [{ source = \"gazette\", locator = \"p. 4\" }]");
    let below = "because = 'it is known' }]\n";
    let mark = "checked = { verdict = \"unverifiable\", by = \"Ina\", on = \"2024-05-03\" }\n";
    let expected = expected.replace(below, &format!("{below}{mark}query   = \"Which day was it?\"\n"));
    assert_eq!(merged, expected);
    let again = folder.run(&["import", "sheet.csv", "--out", "claims"]);
    assert!(again.code == Some(0) && again.out.starts_with("Nothing new"), "{again:?}");
    // What both sides changed is told and left.
    folder.write("claims/a.toml", merged.replace("opened in 1998'\n", "opened in June'\n").as_bytes());
    folder.write("sheet.csv", retyped(&csv, 1, &[("as printed", "opened in May")]).as_bytes());
    let ran = folder.run(&["import", "sheet.csv", "--out", "claims"]);
    let clash = "the record of `opened` has `opened in June`, and is left as it is: the table has `opened in May`";
    assert!(ran.code == Some(1) && ran.out.contains(clash), "{ran:?}");
}

#[test]
fn what_was_exported_comes_back_whole() {
    let folder = Folder::new(&[("claims/a.toml", KEPT)]);
    for table in ["sheet.csv", "sheet.xlsx"] {
        folder.run(&["export", "-o", table]);
        let ran = folder.run(&["import", table, "--out", table.trim_start_matches("sheet.")]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        let back = ["claims.toml", "sources.toml", "records.toml"].map(|name| {
            let path = folder.path(&format!("{}/{name}", table.trim_start_matches("sheet.")));
            std::fs::read_to_string(path).expect("it was written")
        });
        for kind in ["claim", "source", "event"] {
            assert_eq!(written(&back.concat(), kind), written(KEPT, kind), "{table}");
        }
    }
}

const SHEET: &str = "\
Nummer;Behauptung;Quelle;Primär oder sekundär;Status;Geprüft am;Rückfrage;Größe;Wert;Statuss
1;Sie ist 1.412,5 m lang;Amt 2024;primär;bestätigt;4.5.2024;;Länge;1.412,5 m;
2;Sie kostete 9 Mio;Amt 2024;;nicht überprüfbar;;Woher?;;;
";

#[test]
fn a_sheet_is_read_in_the_language_of_its_first_row() {
    let folder = Folder::new(&[("blatt.csv", SHEET)]);
    let ran = folder.run(&["import", "blatt.csv"]);
    assert_eq!(
        ran.err, "blatt.csv:J1: no claim has a `Statuss`: the column is left out; did you mean `status`?\n",
        "{ran:?}"
    );
    for said in [
        "value = \"1412.5 m\"",
        "sourcing = \"primary\"",
        "checked  = { on = \"2024-05-04\", verdict = \"confirmed\" }",
        "checked = { verdict = \"unverifiable\" }",
        "query   = \"Woher?\"",
    ] {
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
}

#[test]
fn a_claim_and_an_event_of_one_name_both_come_in() {
    let folder = Folder::new(&[("a.csv", "id,claim,event,on\nopening,It was opened,opening,2024\n")]);
    folder.run(&["import", "a.csv", "--out", "claims"]);
    let found = folder.run(&["check", "--format", "short"]);
    assert!(!found.out.contains("unknown-id") && !found.out.contains("duplicate-id"), "{}", found.out);
    let again = folder.run(&["import", "a.csv", "--out", "claims"]);
    assert_eq!(again.out, "Nothing new: claims has all of it (1 claim).\n");
}

#[test]
fn what_an_annotated_draft_lacks_is_listed() {
    let records = "[dossier]\nissued = \"2024\"\nmanuscript = \"paper.md\"\n\n[[source]]\nid = \"book\"\n\n\
        [[source]]\nid = \"site\"\nurl = \"https://example.org\"\n\n\
        [[claim]]\nid = \"a\"\ntext = \"Nine sank\"\nat = { phrase = \"Nine ferries sank\" }\n\n\
        [[claim]]\nid = \"b\"\ntext = \"Ten sank\"\ncites = [\"book\"]\nbackup = \"gone.pdf\"\nsourcing = \"secondary\"\n\n\
        [[claim]]\nid = \"c\"\ncites = [\"site\", { source = \"book\", locator = \"p. 3\" }]\nbackup = \"paper.md\"\n";
    let folder =
        Folder::new(&[("a.toml", records), ("paper.md", "Nine ferries sank.\n\nThe mayor, TK, wept over TKO.\n")]);
    let ran = folder.run(&["coverage", "--annotations", "."]);
    let expected = "3 claims\n\n1 without a source:\n  paper.md:1: “Nine sank”\n\n\
        1 with a source and no page, address or time in it:\n  a.toml:18: “Ten sank”\n\n\
        1 with a backup that is not there:\n  a.toml:18: “Ten sank”\n\n\
        1 on secondary sources alone:\n  a.toml:18: “Ten sank”\n\n\
        1 still to come in the text:\n  paper.md:3: The mayor, TK, wept over TKO.\n";
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), expected), "{ran:?}");
}

#[test]
fn sources_alone_are_imported_and_checked() {
    let folder = Folder::new(&[("refs.bib", "@book{a, title = {A}, year = 2020, doi = {10.5/x y}}")]);
    folder.run(&["import", "refs.bib", "--out", "claims"]);
    let ran = folder.run(&["check", "claims"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.out.contains("malformed-identifier"), "{}", ran.out);
}

const REFERENCES: &str = "\
# Waters

The strait was closed in 1951 [1]. The fares doubled in 1962 [2].

# References

[1] Petrova, L. (2017). Closed waters. Northern Review, 4(2), 11-19. https://doi.org/10.5555/waters.1

[2] Dahl, E. (1962). Fares at sea. Northern Review, 9(1), 101-19. https://doi.org/10.5555/fares.2
";

#[test]
fn references_are_held_against_a_library_and_a_list_of_retractions() {
    let library = "@article{p, author = {Petrova, Lena}, title = {Closed Waters}, year = {2018}, pages = {11--21}, \
        doi = {10.5555/WATERS.1}}\n@article{d, author = {Dahl, Erik and Roe, Ann}, title = {Fares at Sea: A History}, \
        year = {1962}, pages = {101--119}, doi = {10.5555/fares.2}}\n";
    let retracted = "Record ID,Title,OriginalPaperDOI,RetractionNature\n\
        1,Closed Waters,10.5555/waters.1,Correction\n2,Fares at Sea,10.5555/FARES.2,Retraction\n";
    let folder = Folder::new(&[("paper.md", REFERENCES), ("lib.bib", library), ("rw.csv", retracted)]);
    let run =
        |args: &[&str]| folder.run(&[&["check", "paper.md", "--format", "short", "--exit-zero"], args].concat()).out;
    let found = run(&["--against", "lib.bib", "--select", "bibliography-drift"]);
    assert!(found.lines().count() == 1 && found.contains("`lib.bib` gives"), "{found}");
    assert!(found.contains("another date and pages"), "{found}");
    let found = run(&["--retractions", "rw.csv", "--select", "retracted-source"]);
    assert!(found.lines().count() == 1 && found.ends_with("which was retracted\n"), "{found}");
}

#[test]
fn a_wrong_manuscript_is_one_finding() {
    let claim =
        |id: usize| format!("[[claim]]\nid = \"c-{id}\"\nat = {{ phrase = \"the bridge number {id} stood\" }}\n");
    let claims: String = "[dossier]\nissued = \"2024\"\n".to_owned() + &[1, 2, 3, 4].map(claim).concat();
    let folder = Folder::new(&[("claims/a.toml", &claims), ("other.md", "# Ferries\n\nNine ferries sank in 1911.\n")]);
    let ran = folder.run(&["check", "--manuscript", "other.md", "--format", "short", "--ignore", "uncited-claim"]);
    let said = "none of the 4 passages is in the manuscript: is this the right file?\n";
    assert!(ran.out.lines().count() == 1 && ran.out.ends_with(said), "{ran:?}");
}

#[test]
fn what_the_baseline_knows_is_said_in_short_and_in_junit() {
    let folder = Folder::new(&[("claims/a.toml", "[[claim]]\nid = \"a\"\ncites = [\"nobody\"]\n")]);
    folder.run(&["check", "--write-baseline", "known.json"]);
    let run = |format| folder.run(&["check", "--baseline", "known.json", "--format", format]).out;
    assert!(run("short").ends_with(" (known before)\n"), "{}", run("short"));
    assert!(run("junit").contains("<property name=\"baseline\" value=\"known\"/>"), "{}", run("junit"));
}

#[test]
fn without_a_folder_the_records_are_printed() {
    let folder = Folder::new(&[("refs.bib", BIB), ("a.txt", "Nothing of the kind.")]);
    let ran = folder.run(&["import", "refs.bib"]);
    assert_eq!(ran.err, "refs.bib:14: this entry is not closed\n");
    assert_eq!(written(&ran.out, "source").len(), 2, "{}", ran.out);
    let ran = folder.run(&["import", "a.txt"]);
    let why = "gainsay: cannot read `a.txt`: it is neither CSL, BibTeX or RIS nor a table of claims\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), why));
}

#[test]
fn no_bytes_make_the_reader_of_tables_panic() {
    let rows = [vec!["a".to_owned(), "2024".to_owned()], vec!["=x".to_owned(), String::new()]];
    let columns = ["id", "text"].map(|name| sheet::Column::new(name, 9.0)).into();
    let book = sheet::xlsx(&[sheet::Page { name: "claims", columns, rows: &rows, printed: 2 }]).expect("it fits");
    let mut random = crate::robust::Random(7);
    for _ in 0..2_000 {
        let mut bytes = book.clone();
        for _ in 0..=random.below(4) {
            let at = random.below(bytes.len());
            bytes[at] = random.below(256) as u8;
        }
        bytes.truncate(bytes.len() - random.below(2) * random.below(200));
        // Whatever it is, it is read or refused.
        let _ = sheet::read("a.xlsx", &bytes);
        let _ = sheet::read("a.csv", &bytes);
    }
}

#[test]
fn the_paper_goes_out_in_every_form() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.arg("export").args(args).current_dir(root).output().expect("the program starts")
    };
    let text = |args: &[&str]| String::from_utf8(run(args).stdout).expect("it is text");
    let own = ["bridges.toml"].map(|name| {
        let text = std::fs::read_to_string(root.join("claims/tutorial").join(name)).expect("it is there");
        File { name: name.to_owned(), text }
    });
    let sources = written(&own[0].text, "source");
    assert!(sources.len() > 3);
    for form in ["csl-json", "bibtex", "ris"] {
        assert_eq!(back(&text(&["claims/tutorial", "--to", form])).len(), sources.len(), "{form}");
    }
    insta::assert_snapshot!("schema_org", text(&["claims/tutorial", "--to", "schema-org"]));
    insta::assert_snapshot!("csv", text(&["claims/tutorial", "--to", "csv"]));
    let several = run(&["claims", "--to", "csv"]);
    let sentence = "gainsay: 2 dossiers have a `[[claim]]`, and one is exported at a time: name one of `claims/paper`, `claims/tutorial`\n";
    assert_eq!(String::from_utf8_lossy(&several.stderr), sentence);
}
