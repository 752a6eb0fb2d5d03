//! Numbers and dates that the sentences of a paper tie together, held against each other without a record.

use crate::cli::Folder;

/// The rules that find something in a paper as it is, each as often as it does, and at which level.
fn found(paper: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(paper);
    let text = std::fs::read_to_string(path).expect("the paper can be read");
    let folder = Folder::new(&[("paper.md", &text)]);
    let ran = folder.run(&["check", "paper.md", "--format", "short"]);
    let rule = |line: &str| {
        let (place, rest) = line.split_once(": ")?;
        let line_number = place.split(':').nth(1)?;
        let (rule, _) = rest.split_once(']')?;
        (!rule.starts_with("note")).then(|| format!("{line_number} {}", rule.replace('[', " ")))
    };
    let mut found: Vec<String> = ran.out.lines().filter_map(rule).collect();
    found.sort();
    found
}

#[test]
fn what_a_sentence_says_twice_has_to_agree() {
    let of_harbour = [
        "13 error share-mismatch",
        "13 warning quantity-conflict",
        "14 warning part-exceeds-whole",
        "14 warning quantity-conflict",
        "19 error growth-mismatch",
        "19 warning parts-do-not-sum",
        "20 warning growth-mismatch",
        "21 warning parts-do-not-sum",
        "21 warning quantity-conflict",
        "22 warning implied-rate-conflict",
        "26 warning inverted-interval",
    ];
    assert_eq!(found("harbour.md"), of_harbour);
    let of_pelabuhan = [
        "13 error share-mismatch",
        "13 warning inverted-interval",
        "14 warning part-exceeds-whole",
        "18 error growth-mismatch",
        "18 warning parts-do-not-sum",
        "19 warning growth-mismatch",
        "19 warning parts-do-not-sum",
        "20 warning quantity-conflict",
        "9 warning quantity-conflict",
    ];
    assert_eq!(found("pelabuhan.md"), of_pelabuhan);
}

#[test]
fn what_agrees_is_left_alone() {
    for paper in ["harbour-mended.md", "pelabuhan-benar.md"] {
        assert_eq!(found(paper), [""; 0], "{paper}");
    }
}
