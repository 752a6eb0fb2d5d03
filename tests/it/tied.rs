//! Numbers and dates that the sentences of a paper tie together, held against each other without a record.

use crate::cli::Folder;

/// What is found in a paper as it is.
fn found(paper: &str) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(paper);
    let text = std::fs::read_to_string(path).expect("the paper can be read");
    Folder::new(&[("paper.md", &text)]).run(&["check", "paper.md", "--format", "short"]).told()
}

#[test]
fn what_a_sentence_says_twice_has_to_agree() {
    let of_harbour = [
        "13 error share-mismatch",
        "13 warning quantity-conflict",
        "14 warning part-exceeds-whole",
        "15 warning quantity-conflict",
        "19 warning parts-do-not-sum",
        "20 error growth-mismatch",
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
        "18 warning parts-do-not-sum",
        "19 error growth-mismatch",
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

#[test]
fn what_happens_once_has_one_date() {
    let warned = |paper: &str| {
        let folder = Folder::new(&[("paper.md", paper)]);
        let ran = folder.run(&["check", "paper.md", "--format", "short"]);
        assert_eq!(ran.code, Some(0), "what is presumed fails no run: {ran:?}");
        ran.out.matches("warning[date-conflict]").count()
    };
    for (paper, expected) in [
        ("The Sund Bridge was opened on 3 June 1968.\n\nThe Sund Bridge was opened on 5 July 1968.", 1),
        ("Ada Holt was born in Lunden on 4 May 1901. Later Ada Holt was born in 1911.", 1),
        ("Jembatan Sund diresmikan pada 3 Juni 1968.\n\nJembatan Sund diresmikan pada 5 Juli 1968.", 1),
        // A year holds its day; names differ, or tell of two; what is opened again, or hardly, is left.
        ("The Sund Bridge was opened on 3 June 1968.\n\nThe Sund Bridge was opened in 1968.", 0),
        ("Ada Holt was born in 1901. Eva Holt was born in 1911.", 0),
        ("Holt was born in 1901. Holt was born in 1911.", 0),
        ("The Sund Bridge was opened on 3 June 1968. The Sund Bridge was opened again in 1971.", 0),
        ("The Sund Bridge was opened on 3 June 1968. It is said that the Sund Bridge was opened in 1969.", 0),
    ] {
        assert_eq!(warned(paper), expected, "{paper}");
    }
}
