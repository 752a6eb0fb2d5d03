//! Papers that the shipped record answers: checked as they are, and by way of the records that are drafted from them.

use std::fs;
use std::path::Path;
use std::process::Command;

/// What the program prints in a folder.
fn run(folder: &Path, arguments: &[&str]) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_gainsay")).args(arguments).current_dir(folder).output();
    String::from_utf8(program.expect("the program can be run").stdout).expect("a report is text")
}

fn manuscripts() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts")
}

/// The errors and warnings of a paper.
fn found(paper: &str, more: &[&str]) -> String {
    weighty(&run(&manuscripts(), &[&["check", paper, "--format", "short"], more].concat()))
}

/// The lines of a short report that are more than notes.
fn weighty(report: &str) -> String {
    report.split_inclusive('\n').filter(|line| !line.contains(": note[")).collect()
}

/// The rules that the lines of a short report are of, in order.
fn rules(report: &str) -> Vec<&str> {
    let mut rules: Vec<&str> = report.lines().filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    rules.sort_unstable();
    rules
}

/// The line, the level and the rule of each line of a short report, in order.
fn told(report: &str) -> Vec<String> {
    let one = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        Some(format!("{} {}", place.split(':').nth(1)?, rest.split_once(']')?.0))
    };
    let mut told: Vec<String> = report.lines().filter_map(one).collect();
    told.sort_unstable();
    told
}

#[test]
fn a_paper_alone_is_held_against_the_record() {
    let expected = |last: &str| {
        let [collapse, accession] = ["9 warning[date-conflict", "12 warning[not-on-roll"].map(str::to_owned);
        let early = format!("{last} error[source-predates-event");
        let year = "13 error[not-on-roll".to_owned();
        let mut expected =
            vec![collapse, accession.clone(), accession, year, "15 error[source-predates-event".to_owned(), early];
        expected.sort_unstable();
        expected
    };
    assert_eq!(told(&found("trawlers.md", &[])), expected("15"));
    assert_eq!(told(&found("nelayan.md", &[])), expected("16"));
}

#[test]
fn the_same_papers_cured_are_silent() {
    assert_eq!(found("trawlers-corrected.md", &[]), "");
    assert_eq!(found("nelayan-dibetulkan.md", &[]), "");
}

#[test]
fn without_the_record_only_the_paper_counts() {
    for paper in ["trawlers.md", "nelayan.md"] {
        let alone = found(paper, &["--no-atlas"]);
        assert!(rules(&alone).iter().all(|rule| *rule == "source-predates-event"), "{alone}");
    }
}

#[test]
fn what_is_drafted_says_the_same_as_the_paper_alone() {
    for paper in ["trawlers.md", "nelayan.md"] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::copy(manuscripts().join(paper), folder.path().join(paper)).expect("the paper can be copied");
        run(folder.path(), &["draft", paper]);
        let drafted = weighty(&run(folder.path(), &["check", "--format", "short"]));
        assert_eq!(rules(&drafted), rules(&found(paper, &[])), "{drafted}");
    }
}
