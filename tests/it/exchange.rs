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
        let records = claims.iter().enumerate().map(|(id, keys)| format!("[[claim]]\nid = \"c-{id}\"\n{keys}\n"));
        let text = records.collect::<Vec<_>>().concat();
        let claims = written(&text, "claim");
        prop_assert!(claims.len() == text.matches("[[claim]]").count());
        let rows = export::claims(&claims, &[]);
        let csv = sheet::csv(&export::COLUMNS.map(|(name, _)| name), &rows);
        let xlsx = sheet::xlsx("claims", &export::COLUMNS, &rows).expect("it fits");
        for (name, bytes) in [("claims.csv", csv.as_bytes()), ("claims.xlsx", &xlsx)] {
            let sheets = [sheet::read(name, bytes).expect("it is a table")];
            let back = imported(&Offer { sheets: &sheets, ..Offer::default() }, "claim");
            prop_assert_eq!(&back, &claims, "{}\n{}", name, csv);
        }
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
    let left = "has `confirmed`, and is left as it is: write `checked = { verdict = \"disputed\" }` there";
    assert!(again.out.contains(left), "{}", again.out);
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), own);
    // A claim more is written behind them.
    folder.write("more.csv", b"id,text\nnew-fares,Fares fell again\n");
    let more = folder.run(&["import", "more.csv", "--out", "claims"]);
    assert_eq!((more.code, more.err.as_str()), (Some(0), ""), "{more:?}");
    let text = std::fs::read_to_string(&path).expect("it is there");
    assert!(text.starts_with(&own) && text.contains("id   = \"new-fares\""), "{text}");
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
    let book = sheet::xlsx("claims", &[("id", 9.0), ("text", 9.0)], &rows).expect("it fits");
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
