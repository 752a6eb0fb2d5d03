//! Papers that the shipped record answers: checked as they are, and by way of the records that are drafted from them.

use std::path::Path;

use crate::cli::{Folder, Ran};

/// What is found in a paper.
fn found(paper: &str, more: &[&str]) -> Vec<String> {
    folder(paper).run(&[&["check", paper, "--format", "short"], more].concat()).told()
}

/// A folder with nothing but a paper.
fn folder(paper: &str) -> Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(paper);
    Folder::new(&[(paper, &std::fs::read_to_string(path).expect("the paper can be read"))])
}

#[test]
fn a_paper_alone_is_held_against_the_record() {
    let expected = |last: &str| {
        let [collapse, accession] = ["9 warning date-conflict", "12 warning not-on-roll"].map(str::to_owned);
        let early = format!("{last} error source-predates-event");
        let year = "13 error not-on-roll".to_owned();
        let mut expected =
            vec![collapse, accession.clone(), accession, year, "15 error source-predates-event".to_owned(), early];
        expected.sort_unstable();
        expected
    };
    assert_eq!(found("trawlers.md", &[]), expected("15"));
    assert_eq!(found("nelayan.md", &[]), expected("16"));
}

#[test]
fn the_same_papers_cured_are_silent() {
    assert_eq!(found("trawlers-corrected.md", &[]), [""; 0]);
    assert_eq!(found("nelayan-dibetulkan.md", &[]), [""; 0]);
}

#[test]
fn without_the_record_only_the_paper_counts() {
    let early = |line: u32| format!("{line} error source-predates-event");
    assert_eq!(found("trawlers.md", &["--no-atlas"]), [early(15), early(15)]);
    assert_eq!(found("nelayan.md", &["--no-atlas"]), [early(15), early(16)]);
}

#[test]
fn what_is_drafted_says_the_same_as_the_paper_alone() {
    let rules = |told: Vec<String>| {
        let mut rules: Vec<String> = told.iter().filter_map(|it| Some(it.split_once(' ')?.1.to_owned())).collect();
        rules.sort_unstable();
        rules
    };
    for paper in ["trawlers.md", "nelayan.md"] {
        let folder = folder(paper);
        folder.run(&["draft", paper]);
        let drafted: Ran = folder.run(&["check", "--format", "short"]);
        assert_eq!(rules(drafted.told()), rules(found(paper, &[])), "{drafted:?}");
    }
}
