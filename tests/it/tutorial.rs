//! The small paper to learn from: nothing is found in it, and in its twin all the faults that the twin says it has.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gainsay::Checked;

use crate::rules::check;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file can be read")
}

fn mended() -> String {
    read("claims/tutorial/bridges.toml")
}

fn broken() -> String {
    read("tests/tutorial/bridges.toml")
}

fn rules(checked: &Checked) -> BTreeSet<&str> {
    checked.report.findings.iter().map(|finding| finding.rule).collect()
}

/// The lines that begin a record or name it.
fn records(text: &str) -> Vec<String> {
    let lines =
        text.lines().filter(|line| line.starts_with("[[") || line.starts_with("id ") || line.starts_with("source "));
    lines.map(|line| line.split('#').next().unwrap_or_default().split_whitespace().collect()).collect()
}

#[test]
fn nothing_is_found_in_the_paper_to_learn_from() {
    let (_, checked) = check("bridges.toml", &mended());
    assert!(rules(&checked).is_empty(), "{:?}", rules(&checked));
}

#[test]
fn in_its_twin_the_faults_are_found_that_it_names_and_no_others() {
    let text = broken();
    let named: BTreeSet<&str> =
        text.lines().filter_map(|line| line.strip_prefix("# FAULT ")?.split_once(": ").map(|(rule, _)| rule)).collect();
    let (_, checked) = check("bridges.toml", &text);
    assert_eq!(rules(&checked), named);
    assert!(named.len() > 15, "one of each kind");
}

#[test]
fn the_two_have_the_same_records() {
    assert_eq!(records(&mended()), records(&broken()));
}
