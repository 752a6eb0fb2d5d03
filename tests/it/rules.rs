//! Every fixture of every rule: what is bad is found, and the near miss is not.
//!
//! `tests/rules/<rule>/bad[-case].toml` has at least one finding of its rule, `good[-case].toml` none. All rules run on
//! every fixture.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::Checked;
use gainsay::archive::Fetched;
use gainsay::bibliography::List;
use gainsay::document::{Stated, Unreadable};
use gainsay::finding::{Certainty, Level};
use gainsay::model::Home;
use gainsay::report::{Colour, Detail, Glyphs, Layout, Outcome, Terminal};
use gainsay::rules::{Tally, Wanted};
use gainsay::text::Texts;

/// The folder that holds a folder of fixtures for each rule.
pub(crate) fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// A file beside the fixtures of a rule, by the name of the fixture that names it: `rule/bad.toml`.
pub(crate) fn fetch(from: &str, name: &str) -> Result<Fetched, Unreadable> {
    let from = Path::new(from.trim_start_matches("tests/rules/"));
    let path = from.parent().unwrap_or(from).join(name);
    let gone = |_| Unreadable { why: "there is no such file".to_owned() };
    let bytes = fs::read(fixtures().join(&path)).map_err(gone)?;
    let manuscript = gainsay::document::read(name, &bytes)?;
    let shown = |path: &Path| path.to_string_lossy().replace('\\', "/");
    let list = |named: &Stated| {
        let path = path.with_file_name(&named.words);
        let text = fs::read_to_string(fixtures().join(&path)).map_err(gone)?;
        let bibliography = gainsay::bibliography::read(&text)?;
        Ok(List { path: shown(&path), text, bibliography })
    };
    let lists = manuscript.preface.bibliographies.iter().map(list).collect();
    Ok(Fetched { path: shown(&path), manuscript, lists })
}

/// What all rules say of one file.
pub(crate) fn check(name: &str, text: &str) -> (Texts, Checked) {
    check_for(&Wanted::default(), name, text)
}

fn check_for(wanted: &Wanted, name: &str, text: &str) -> (Texts, Checked) {
    let mut texts = Texts::default();
    let file = texts.add(name, text.to_owned()).expect("a fixture is small");
    let checked = gainsay::check(&mut texts, &[(file, Home::Own)], &fetch, None, wanted);
    (texts, checked)
}

/// The files of a folder that end in `.toml`, by name.
pub(crate) fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

/// A file that shows what one rule does.
pub(crate) struct Fixture {
    /// The rule.
    pub(crate) rule: String,
    /// What the file is called: `bad-two-days`.
    pub(crate) case: String,
    /// What it says.
    pub(crate) text: String,
}

impl Fixture {
    /// Its path below the folder of all fixtures.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}.toml", self.rule, self.case)
    }

    /// Whether its rule has something to find in it.
    pub(crate) fn is_bad(&self) -> bool {
        self.case.starts_with("bad")
    }
}

/// All fixtures, by their paths.
pub(crate) fn every_fixture() -> Vec<Fixture> {
    let entries = fs::read_dir(fixtures()).expect("there are fixtures");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    folders.sort();
    let files = folders.iter().flat_map(|folder| toml_files(folder).into_iter().map(|file| (name(folder), file)));
    let read = files.map(|(rule, file)| Fixture {
        rule,
        case: name(&file),
        text: fs::read_to_string(&file).expect("a fixture can be read"),
    });
    read.collect()
}

fn name(path: &Path) -> String {
    path.file_stem().expect("a fixture has a name").to_string_lossy().into_owned()
}

#[test]
fn what_is_bad_is_found_and_the_near_miss_is_not() {
    let mut wrong = Vec::new();
    for fixture in every_fixture() {
        let (path, bad) = (fixture.path(), fixture.is_bad());
        let (texts, checked) = check(&path, &fixture.text);
        let (own, others): (Vec<_>, Vec<_>) =
            checked.report.findings.iter().partition(|finding| finding.rule == fixture.rule);
        if bad == own.is_empty() {
            wrong.push(format!("{path}: {}", if bad { "nothing is found" } else { "something is found" }));
            for finding in own.iter().chain(&others) {
                wrong.push(format!(
                    "    {}: {} ({})",
                    texts.place(finding.primary.span),
                    finding.message,
                    finding.rule
                ));
            }
        }
        if !bad && !fixture.case.starts_with("good") {
            wrong.push(format!("{path}: a fixture is called bad or good"));
        }
        if !fixture.text.starts_with("# ") {
            wrong.push(format!("{path}: the first line says what it shows"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_found_is_shown_as_the_snapshots_show_it() {
    insta::glob!("../rules", "*/bad*.toml", |file| {
        let rule = name(file.parent().expect("a fixture lies in the folder of its rule"));
        let path = format!("{rule}/{}.toml", name(file));
        let (texts, checked) = check(&path, &fs::read_to_string(file).expect("a fixture can be read"));
        let Checked { reasoned, report } = &checked;
        let repairs = checked.repairs(&texts);
        let outcome = Outcome { path: &path, texts: &texts, reasoned, report, repairs: &repairs };
        let layout = Layout { width: 100, colour: Colour::Off, glyphs: Glyphs::Unicode };
        let shown = Terminal { outcomes: &[outcome], layout, detail: Detail::Brief, fail_on: Level::Error }.to_string();
        // What rules counted changes with every new rule.
        let findings = shown.split("\nchecked").next().unwrap_or_default();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(file.parent().expect("a fixture lies in a folder"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_suffix("");
        settings.set_omit_expression(true);
        settings.remove_input_file();
        settings.bind(|| insta::assert_snapshot!(name(file), findings));
    });
}

/// What the rule of a fixture saw there, in one line.
fn counted(path: &str, tally: &Tally) -> String {
    let mut reasons = tally.not_checkable.reasons();
    reasons.sort_unstable_by_key(|(because, _)| *because);
    let reasons: Vec<String> =
        reasons.iter().map(|(because, places)| format!("{} × {because}", places.len())).collect();
    let Tally { found, allowed, compatible, .. } = tally;
    format!("{path}: found {found}, allowed {allowed}, fine {compatible}, not checkable [{}]", reasons.join("; "))
}

#[test]
fn what_a_rule_counts_on_its_fixtures_is_what_the_snapshot_says() {
    let mut lines = Vec::new();
    for fixture in every_fixture() {
        let path = fixture.path();
        let (_, checked) = check(&path, &fixture.text);
        let own = checked.report.tallies.iter().filter(|tally| tally.rule == fixture.rule);
        lines.extend(own.map(|tally| counted(path.trim_end_matches(".toml"), tally)));
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("counts", lines.join("\n")));
}

#[test]
fn what_only_may_be_wrong_is_what_the_snapshot_says() {
    let wanted = Wanted { possible: true, ..Wanted::default() };
    let mut lines = Vec::new();
    for fixture in every_fixture() {
        let path = fixture.path();
        let (_, checked) = check_for(&wanted, &path, &fixture.text);
        let possible = checked.report.findings.iter().filter(|finding| finding.certainty == Certainty::Possible);
        lines.extend(
            possible.map(|finding| format!("{path}: {}[{}]: {}", finding.level.name(), finding.rule, finding.message)),
        );
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("possible", lines.join("\n")));
}

#[test]
fn findings_do_not_depend_on_the_order_of_records() {
    let mut wrong = Vec::new();
    for fixture in every_fixture() {
        let identities = |text: &str| -> Vec<(String, String)> {
            let (_, checked) = check(&fixture.path(), text);
            let findings = checked.report.findings.iter();
            findings.map(|finding| (finding.identity(), finding.message.clone())).collect()
        };
        if identities(&fixture.text) != identities(&reversed(&fixture.text)) {
            wrong.push(fixture.path());
        }
    }
    assert!(wrong.is_empty(), "other findings with the records in reverse order: {}", wrong.join(", "));
}

/// The records of a file, what stands before the first in front. Fixtures have their headers at the start of lines.
pub(crate) fn records_of(text: &str) -> Vec<String> {
    let mut records = vec![String::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            records.push(String::new());
        }
        let last = records.last_mut().expect("there is always a record");
        last.push_str(line);
        last.push('\n');
    }
    records
}

/// The records of a file in reverse order.
fn reversed(text: &str) -> String {
    let mut records = records_of(text);
    records.reverse();
    // A subtable such as `[dossier.rules]` may stand before its table, what has no header may not stand behind one.
    let start = records.pop().expect("there is always a record");
    start + &records.concat()
}

#[test]
fn what_agrees_only_after_rounding_is_a_quiet_note() {
    let wanted = Wanted { possible: true, ..Wanted::default() };
    for (rule, case) in [("quantity-conflict", "good"), ("parts-do-not-sum", "good-rounded")] {
        let file = fixtures().join(rule).join(case).with_extension("toml");
        let text = fs::read_to_string(file).expect("the fixture can be read");
        let found = check_for(&wanted, case, &text).1.report.findings;
        let notes: Vec<_> = found.iter().filter(|finding| finding.rule == rule).collect();
        assert!(notes.len() == 1 && notes[0].level == Level::Note, "{rule}: {notes:?}");
        assert!(notes[0].message.ends_with("only after rounding"), "{}", notes[0].message);
    }
}
