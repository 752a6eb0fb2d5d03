//! The house holds itself to its rules: layers, what may touch the outside, headers, tables, and how findings read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::Checked;
use gainsay::finding::Finding;
use gainsay::manual::{PAGES, Piece, pieces};
use gainsay::model::Home;
use gainsay::rules::{ALL, Wanted};
use gainsay::text::Texts;

use crate::rules::{check, toml_files};

/// The modules, each group using only those above it, and none of its own group. What `lib.rs` itself defines stands
/// where it may first be used.
const LAYERS: &[&[&str]] = &[
    &["text", "language"],
    &["time", "amount", "names", "statistics"],
    &["finding"],
    &["model"],
    &["load", "document"],
    &["bibliography", "atlas"],
    &["citation", "frame"],
    &["passage"],
    &["sheet"],
    &["archive"],
    &["reason"],
    &["wording"],
    &["rules"],
    &["check", "Checked", "Reasoned", "VOCABULARY"],
    &["manual"],
    &["export"],
    &["draft"],
    &["revise"],
    &["mend"],
    &["report"],
    &["cli"],
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files at or below `path`, by their path from the root, but for what is built, fuzzed or belongs to git.
fn files(path: &str) -> Vec<(String, PathBuf)> {
    let walk = walkdir::WalkDir::new(root().join(path)).sort_by_file_name().into_iter();
    let walk = walk
        .filter_entry(|entry| !matches!(entry.file_name().to_str(), Some("target" | ".git" | "corpus" | "artifacts")));
    let files = walk.map(|entry| entry.expect("the folder can be read")).filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let name = entry.path().strip_prefix(root()).expect("the walk starts at the root");
        (name.to_string_lossy().replace('\\', "/"), entry.path().to_owned())
    });
    named.collect()
}

fn is_rust(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "rs")
}

/// The code of `src` by file: without comments and without the modules that are compiled for tests alone.
pub(crate) fn code() -> Vec<(String, String)> {
    let sources = files("src").into_iter().filter(|(name, _)| is_rust(name) && !name.ends_with("/tests.rs"));
    let code = sources.map(|(name, path)| {
        let text = fs::read_to_string(path).expect("a source can be read");
        let own = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let lines = own.lines().filter(|line| !line.trim_start().starts_with("//"));
        (name, lines.collect::<Vec<_>>().join("\n"))
    });
    code.collect()
}

/// Where a name stands in [`LAYERS`].
fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|group| group.contains(&module))
}

/// The module at the top of the crate that a file belongs to; `None` for `lib.rs` and `main.rs`.
fn module(file: &str) -> Option<&str> {
    let name = file.strip_prefix("src/")?.split(['/', '.']).next()?;
    (name != "lib" && name != "main").then_some(name)
}

/// The names that a text uses right behind `crate::`, those in braces among them.
fn used(code: &str) -> Vec<String> {
    let name = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut used = Vec::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        let Some(braces) = rest.strip_prefix('{') else {
            used.push(name(rest));
            continue;
        };
        let mut depth = 0;
        for item in braces.split_inclusive([',', '{', '}']) {
            if depth == 0 && !name(item.trim_start()).is_empty() {
                used.push(name(item.trim_start()));
            }
            depth += i32::from(item.ends_with('{')) - i32::from(item.ends_with('}'));
            if depth < 0 {
                break;
            }
        }
    }
    used
}

#[test]
fn a_module_uses_only_what_stands_above_it() {
    let mut wrong = String::new();
    for (file, code) in code() {
        let Some(own) = module(&file) else { continue };
        let Some(layer_of_own) = layer(own) else {
            let _ = writeln!(wrong, "{file}: `{own}` has no place among the layers");
            continue;
        };
        for name in used(&code).into_iter().filter(|name| name != own) {
            if layer(&name).is_none_or(|layer| layer >= layer_of_own) {
                let _ = writeln!(wrong, "{file}: `{own}` uses `crate::{name}`");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_names_behind_crate_are_read_in_every_form() {
    let code = "use crate::text::Span;\nuse crate::{model::{Claim, Fact}, time};\nlet x = crate::load::read();";
    assert_eq!(used(code), ["text", "model", "time", "load"]);
}

#[test]
fn nothing_below_the_command_line_touches_the_outside() {
    let outside = ["std::fs", "std::env", "std::net", "std::process", "std::thread", "walkdir::"];
    let printing = ["stdin()", "stdout()", "stderr()", "println!", "eprintln!", "print!(", "eprint!("];
    let clock = ["SystemTime", "Instant", "Local::now", "Utc::now"];
    let mut wrong = String::new();
    for (file, code) in code() {
        if matches!(module(&file), Some("cli")) || file == "src/main.rs" {
            continue;
        }
        for word in outside.iter().chain(&printing).chain(&clock).filter(|word| code.contains(**word)) {
            let _ = writeln!(wrong, "{file}: {word}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The texts in quotes of a source file, but for those of its comments and its tests.
fn quoted(code: &str) -> Vec<String> {
    let joined = code.replace("\\\n", "").replace("\\\"", "").replace("'\"'", "").replace("b'\"'", "");
    let pieces = joined.split('"').skip(1).step_by(2);
    pieces.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()).collect()
}

/// Where a word of another language stands in code all the same, and why.
const WORDS_IN_CODE: [(&str, &[&str]); 7] = [
    ("src/amount/units.rs", &["min"]),                    // the sign for minutes
    ("src/document/docx/paragraphs.rs", &["del", "den"]), // elements of WordprocessingML
    ("src/document/latex/cite.rs", &["apud"]),            // a command of LaTeX
    ("src/document/latex/commands.rs", &["plus"]),        // a length of TeX: `6pt plus 1pt`
    ("src/document/recognise.rs", &["org"]),              // an ending of files
    ("src/document/html.rs", &["del"]),                   // an element of HTML
    ("src/time/url.rs", &["nomor", "tanggal", "tgl"]),    // parameters of addresses
];

#[test]
fn the_words_of_other_languages_stand_with_their_languages() {
    let all = code();
    let (of_languages, others): (Vec<_>, Vec<_>) = all.iter().partition(|(file, _)| file.starts_with("src/language"));
    let words = |english: bool| -> BTreeSet<String> {
        let files = of_languages.iter().filter(|(file, _)| file.ends_with("/english.rs") == english);
        // What frames call their slots by is no word of a language.
        let files = files.filter(|(file, _)| !file.starts_with("src/language/frames"));
        let lists = files.flat_map(|(_, code)| quoted(code));
        lists.flat_map(|list| list.split(", ").map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let (english, foreign) = (words(true), words(false));
    assert!(foreign.len() > 500, "the words of the languages are read");
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in &others {
        let texts = quoted(code).into_iter().map(|text| text.trim().to_owned());
        let told = texts.filter(|text| text.chars().count() > 2 && foreign.contains(text) && !english.contains(text));
        told.for_each(|text| _ = found.entry(file).or_default().insert(text));
    }
    let excepted = WORDS_IN_CODE.map(|(file, words)| (file, words.iter().map(|word| (*word).to_owned()).collect()));
    assert_eq!(found, BTreeMap::from(excepted), "what is read in a text belongs into `src/language`");
}

#[test]
fn nothing_but_a_broken_invariant_panics() {
    let mut wrong = String::new();
    for (file, code) in code() {
        for word in [".unwrap()", "todo!", "dbg!", "unimplemented!", ".expect(\"\")"] {
            if code.contains(word) {
                let _ = writeln!(wrong, "{file}: {word}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_file_says_first_what_it_is() {
    let ours = |name: &str| ["src/", "tests/", "benches/"].iter().any(|folder| name.starts_with(folder));
    let sources = files(".").into_iter().map(|(name, path)| (name.trim_start_matches("./").to_owned(), path));
    let sources = sources.filter(|(name, _)| ours(name) && is_rust(name));
    let silent =
        sources.filter(|(_, path)| !fs::read_to_string(path).expect("a source can be read").starts_with("//! "));
    let silent: Vec<String> = silent.map(|(name, _)| name).collect();
    assert!(silent.is_empty(), "no `//!` at the top of {}", silent.join(", "));
}

#[test]
fn the_prose_of_comments_keeps_within_the_columns_of_the_code() {
    let is_prose = |line: &str| line.starts_with("//") && !line.starts_with("//! |");
    for (name, file) in files("").into_iter().filter(|(name, _)| is_rust(name)) {
        let code = fs::read_to_string(&file).expect("a file of the project is text");
        for (number, line) in code.lines().enumerate().filter(|(_, line)| is_prose(line.trim_start())) {
            assert!(line.chars().count() <= 120, "{name}:{}: longer than 120 columns", number + 1);
        }
    }
}

#[test]
fn every_rule_that_is_written_is_in_the_list() {
    let names: Vec<&str> = ALL.iter().map(|rule| rule.name).collect();
    let written = code().into_iter().filter(|(file, _)| file.starts_with("src/rules/"));
    let written = written.filter_map(|(file, code)| {
        let (_, rest) = code.split_once("const RULE: &str = \"")?;
        Some((file, rest.split('"').next()?.to_owned()))
    });
    let mut wrong = String::new();
    for (file, rule) in written {
        if !names.contains(&rule.as_str()) {
            let _ = writeln!(wrong, "{file}: `{rule}` is not in `rules::ALL`");
        }
        if !file.ends_with(&format!("/{}.rs", rule.replace('-', "_"))) {
            let _ = writeln!(wrong, "{file}: holds `{rule}`");
        }
    }
    let twice: BTreeSet<&str> =
        names.iter().filter(|name| names.iter().filter(|other| other == name).count() > 1).copied().collect();
    assert!(wrong.is_empty() && twice.is_empty(), "{wrong}{twice:?}");
}

/// Snapshots lie beside the fixture that they show; where one bad fixture has a snapshot, all have.
#[test]
fn every_snapshot_has_its_fixture_and_every_bad_fixture_its_snapshot() {
    let names: BTreeSet<String> = files("tests/rules").into_iter().map(|(name, _)| name).collect();
    let snapshots: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(".snap")).collect();
    let orphans =
        snapshots.iter().filter(|stem| !names.contains(&format!("{stem}.toml"))).map(|stem| format!("{stem}.snap"));
    let bare = names.iter().filter_map(|name| name.strip_suffix(".toml"));
    let bare = bare.filter(|stem| stem.rsplit('/').next().is_some_and(|file| file.starts_with("bad")));
    let bare = bare.filter(|stem| !snapshots.is_empty() && !names.contains(&format!("{stem}.snap")));
    let alone: Vec<String> = orphans.chain(bare.map(|stem| format!("{stem}.toml"))).collect();
    assert!(alone.is_empty(), "alone: {}", alone.join(", "));
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("there is a README").replace("\r\n", "\n")
}

#[test]
fn the_first_dossier_of_the_page_on_records_is_read_and_clean() {
    let page = PAGES.iter().find(|(name, _)| *name == "records").expect("it is there").1;
    let shown = pieces(page).into_iter().find_map(|piece| match piece {
        Piece::Example { toml, .. } => Some(toml),
        _ => None,
    });
    let block = shown.expect("it shows a dossier");
    let (_, checked) = check("first.toml", &block);
    let messages: Vec<&str> = checked.report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages.is_empty(), "{messages:#?}");
    assert_eq!(checked.reasoned.dossier.claims.len(), 1);
    // The page says what happens when the source's year is a digit off.
    let older = block.replace("\"2024-06-20\"", "\"2023-06-20\"");
    let (_, checked) = check("first.toml", &older);
    let rules: Vec<&str> = checked.report.findings.iter().map(|finding| finding.rule).collect();
    assert!(rules.contains(&"source-predates-event"), "{rules:?}");
}

#[test]
fn the_readme_shows_a_finding_as_it_is_printed() {
    let readme = readme();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("it shows a finding");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "tests/manuscripts/ferry.md", "--full", "--color", "never"])
        .current_dir(root())
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the program can be run");
    let printed = String::from_utf8_lossy(&run.stdout);
    let first = shown.lines().next().unwrap_or_default();
    let alike: Vec<&str> = printed.split("\n\n").filter(|block| block.starts_with(first)).collect();
    assert!(printed.contains(shown), "the README's finding is printed otherwise:\n{}", alike.join("\n\n"));
}

/// All fixtures and our own dossiers, checked, with what is merely possible.
fn all_checked() -> Vec<(String, Texts, Checked)> {
    let is_toml = |name: &str| Path::new(name).extension().is_some_and(|extension| extension == "toml");
    let fixtures = files("tests/rules").into_iter().filter(|(name, _)| is_toml(name)).map(|(name, path)| {
        let (texts, checked) = check(&name, &fs::read_to_string(path).expect("a fixture can be read"));
        (name, texts, checked)
    });
    let (texts, checked) = paper();
    fixtures.chain([("claims".to_owned(), texts, checked)]).collect()
}

/// What all rules say of them.
fn all_findings() -> Vec<(String, Finding)> {
    let all = all_checked().into_iter();
    all.flat_map(|(name, _, checked)| checked.report.findings.into_iter().map(move |it| (name.clone(), it))).collect()
}

/// All that a finding says but for its fixes.
fn lines(finding: &Finding) -> Vec<&str> {
    let labels = std::iter::once(&finding.primary).chain(&finding.labels).map(|label| &label.text);
    let steps = finding.steps.iter().map(|step| &step.text);
    std::iter::once(&finding.message).chain(labels).chain(steps).chain(&finding.help).map(String::as_str).collect()
}

#[test]
fn what_has_a_name_is_not_told_by_its_id() {
    let mut wrong = String::new();
    for (place, texts, checked) in all_checked() {
        let case = checked.reasoned.case(&texts);
        let named = case.dossier.records().filter(|&record| !case.name(record).starts_with('`'));
        let named: BTreeSet<String> = named.map(|record| case.id(record)).collect();
        // Those of the family of the dossier are about the records themselves.
        let of_records = |rule: &str| ALL.iter().any(|it| it.name == rule && it.family == "dossier");
        for finding in checked.report.findings.iter().filter(|finding| !of_records(finding.rule)) {
            for line in lines(finding) {
                for id in line.split('`').skip(1).step_by(2).filter(|id| named.contains(*id)) {
                    let _ = writeln!(wrong, "{place}: {}: `{id}`: {line}", finding.rule);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Our own paper, with the record that it extends.
pub(crate) fn paper() -> (Texts, Checked) {
    let mut texts = Texts::default();
    let mut inputs = Vec::new();
    for (folder, home) in [("claims/paper", Home::Own), ("claims/record", Home::Extended)] {
        for file in toml_files(&root().join(folder)) {
            let text = fs::read_to_string(&file).expect("our own claims can be read");
            let name = file.strip_prefix(root()).expect("it lies below the root").to_string_lossy().into_owned();
            inputs.push((texts.add(name, text).expect("our own claims are small"), home));
        }
    }
    let wanted = Wanted { possible: true, ..Wanted::default() };
    let checked = gainsay::check(&mut texts, &inputs, &crate::rules::fetch, None, &wanted);
    (texts, checked)
}

/// What is wrong with how a line reads, if anything. What stands in backticks is the file's, not ours.
fn misread(line: &str) -> Option<&'static str> {
    let ours: String = line.split(['`', '“', '”']).step_by(2).collect::<Vec<_>>().join("`");
    let words: BTreeSet<&str> = ours.split(|c: char| !c.is_alphabetic()).collect();
    match () {
        () if line.chars().any(gainsay::text::is_hidden) => Some("control characters, or several lines"),
        () if line.is_empty() || line.trim() != line => Some("white space around it, or nothing"),
        () if !line.matches('`').count().is_multiple_of(2) => Some("a backtick without its fellow"),
        () if ours.ends_with('.') => Some("a full stop at the end"),
        () if ours.contains('!') => Some("an exclamation mark"),
        () if words.contains("invalid") || words.contains("error") || words.contains("please") => {
            Some("a word of machines")
        }
        () => None,
    }
}

#[test]
fn findings_read_like_the_house() {
    let mut wrong = String::new();
    let mut tell = |place: &str, rule: &str, line: &str, why: &str| {
        let _ = writeln!(wrong, "{place}: {rule}: {why}: {line}");
    };
    for (place, finding) in all_findings() {
        for line in lines(&finding) {
            if let Some(why) = misread(line) {
                tell(&place, finding.rule, line, why);
            }
        }
        if finding.message.chars().count() > 400 {
            tell(&place, finding.rule, &finding.message, "is too long for a line");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn findings_that_differ_have_different_fingerprints() {
    let (_, checked) = paper();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut wrong = String::new();
    for finding in &checked.report.findings {
        if let Some(first) = seen.insert(finding.fingerprint(), finding.message.clone()) {
            let _ = writeln!(wrong, "{}: {first}\n    {}", finding.rule, finding.message);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_file_names_a_path_of_a_machine() {
    let folders = [concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/tm", "p/"), concat!("C:", "\\")];
    let mut wrong = String::new();
    for (name, path) in files(".") {
        // What cannot be read as text names nothing; a fixture may show what a bad address looks like.
        let Ok(text) = fs::read_to_string(path) else { continue };
        if name.contains("tests/rules/") {
            continue;
        }
        for (number, line) in (1..).zip(text.lines()) {
            if folders.iter().any(|folder| line.contains(folder)) {
                let _ = writeln!(wrong, "{name}:{number}: {line}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
