//! The paper that comes with the program: its whole report, in every form.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::html::{Page, holds_together};

/// What `gainsay check claims` prints with these arguments, from the folder of the package.
fn report(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "claims"])
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .expect("the program can be run");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a report is text")
}

#[test]
fn the_report_for_a_person_is_as_before() {
    insta::assert_snapshot!("human", report(&["--width", "100", "--color", "never"]));
}

#[test]
fn the_report_for_an_editor_is_as_before() {
    insta::assert_snapshot!("short", report(&["--format", "short"]));
}

/// How many findings there are of each level, in the order error, warning, note.
fn levels<'l>(levels: impl Iterator<Item = &'l str>) -> [usize; 3] {
    let mut counts = [0; 3];
    for level in levels {
        let at = ["error", "warning", "note"].iter().position(|name| *name == level).expect("a level has a name");
        counts[at] += 1;
    }
    counts
}

/// The entries of a list in JSON.
fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

#[test]
fn every_form_carries_every_finding_with_its_level() {
    let json: Value = serde_json::from_str(&report(&["--format", "json"])).expect("the report is JSON");
    let findings = || list(&json["dossiers"]).flat_map(|dossier| list(&dossier["findings"]));
    let expected = levels(findings().filter_map(|finding| finding["level"].as_str()));
    assert!(expected.iter().all(|count| *count > 10), "the bound of annotations is passed: {expected:?}");

    let short = report(&["--format", "short"]);
    let of_lines = |text: &str| -> [usize; 3] {
        levels(text.lines().filter_map(|line| line.split_once(": ")?.1.split_once('[').map(|(level, _)| level)))
    };
    assert_eq!(of_lines(&short), expected);

    let sarif: Value = serde_json::from_str(&report(&["--format", "sarif"])).expect("SARIF is JSON");
    let (allowed, found): (Vec<&Value>, Vec<&Value>) =
        list(&sarif["runs"][0]["results"]).partition(|result| result.get("suppressions").is_some());
    assert_eq!(levels(found.iter().filter_map(|result| result["level"].as_str())), expected);
    let counted = list(&json["dossiers"]).flat_map(|dossier| list(&dossier["rules"]));
    assert_eq!(allowed.len() as u64, counted.filter_map(|rule| rule["allowed"].as_u64()).sum::<u64>());
    let fingerprints = |value: &Value| value["partialFingerprints"]["gainsay/v1"].as_str().map(str::to_owned);
    let same: Vec<Option<String>> = findings().map(|one| one["fingerprint"].as_str().map(str::to_owned)).collect();
    assert_eq!(found.iter().map(|result| fingerprints(result)).collect::<Vec<_>>(), same);

    let github = report(&["--format", "github"]);
    let (shown, folded) = github.split_once("::group::").expect("more than is shown as annotations");
    let commands = shown.lines().filter_map(|line| line.strip_prefix("::")?.split_once(' ').map(|(name, _)| name));
    let shown = levels(commands.map(|name| if name == "notice" { "note" } else { name }));
    assert_eq!(shown, [gainsay::report::SHOWN_PER_LEVEL; 3]);
    let folded = folded.split_once('\n').expect("the group has a title").1.trim_end_matches("::endgroup::\n");
    assert_eq!(of_lines(folded).iter().zip(shown).map(|(more, shown)| more + shown).collect::<Vec<_>>(), expected);

    let html = Page::read(&report(&["--format", "html"]));
    assert_eq!(levels(html.findings().map(|(level, _)| level)), expected);
    let places: BTreeSet<String> = html.findings().map(|(_, place)| place.replace("f-", "")).collect();
    assert_eq!(places, same.iter().flatten().cloned().collect());

    let junit = report(&["--format", "junit", "--fail-on", "warning"]);
    let of_cases =
        junit.lines().filter_map(|line| line.trim().strip_prefix("<properties><property name=\"level\" value=\""));
    assert_eq!(levels(of_cases.filter_map(|rest| rest.split_once('"').map(|(level, _)| level))), expected);
    let failures = junit.matches("<failure ").count();
    assert_eq!(failures, expected[0] + expected[1]);
    assert!(junit.contains(&format!(
        "<testsuites name=\"gainsay\" tests=\"{}\" failures=\"{failures}\">",
        junit.matches("<testcase ").count()
    )));
}

#[test]
fn the_comment_on_a_change_carries_every_finding() {
    let json: Value = serde_json::from_str(&report(&["--format", "json"])).expect("the report is JSON");
    let findings = list(&json["dossiers"]).map(|dossier| list(&dossier["findings"]).count()).sum::<usize>();
    let markdown = report(&["--format", "markdown"]);
    assert_eq!(markdown.lines().filter(|line| line.starts_with("- `")).count(), findings);
}

#[test]
fn the_page_for_a_browser_is_whole_small_and_the_same_each_time() {
    let text = report(&["--format", "html"]);
    holds_together(&Page::read(&text));
    assert!(text.len() < 2_500_000, "{} bytes", text.len());
    assert!(text == report(&["--format", "html"]), "two runs differ");
}

#[test]
fn the_test_cases_of_junit_are_well_formed_xml() {
    let text = report(&["--format", "junit"]);
    let mut reader = quick_xml::Reader::from_str(&text);
    let mut open = 0_i32;
    loop {
        match reader.read_event().expect("the XML is well formed") {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
}
