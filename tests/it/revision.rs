//! A paper that was revised under its claims: what moved, what changed, what is gone is told, and nothing else.

use serde_json::Value;

use crate::cli::Folder;

/// Claims of `tests/manuscripts/ferry.md` as it stands.
const FERRY: &str = r#"
[dossier]
issued     = "2023-05"
language   = "en"
manuscript = "paper.md"

[[source]]
id       = "observer-2019a"
cited-as = "Coastal Observer 2019a"
issued   = "2019"

[[source]]
id       = "harbour-2018"
cited-as = "Harbour Daily 2018"
issued   = "2018"

[[claim]]
id    = "compact-signed"
at    = { section = "1. Introduction", line = 15, phrase = "signed the Ferry Compact in Lunden" }
cites = ["Coastal Observer 2019a"]

[[claim]]
id    = "compact-ratified"
at    = { section = "1. Introduction", line = 21, phrase = "ratified the compact on 2 September 2019 by 112 votes to 67" }
cites = ["Harbour Daily 2018"]

[[claim]]
id    = "strait-closed"
at    = { section = "2.1 A closed strait", line = 31, phrase = "The strait was closed to foreign ships from 1951 to 1964" }
cites = ["Petrova 2017", "Dahl 2020"]

[[claim]]
id    = "bridge-planned"
at    = { section = "2.1 A closed strait", line = 32, phrase = "a bridge was planned twice, in 1978" }
cites = ["Ilves 2021"]

[[claim]]
id    = "talks-begin"
at    = { section = "2.1 A closed strait", line = 37, phrase = "Talks on a joint board began in June 2015" }
cites = ["Brandt and Weiss 2018"]

[[claim]]
id = "loan"
at = { section = "2.2 What the literature says", line = 48, phrase = "a loan of 20 million crowns, granted on 30 June 2018" }

[[claim]]
id = "board-office"
at = { section = "3. The compact at work", line = 53, phrase = "opened its office in Lünden on 1 October 2019 with a staff of 34" }

[[claim]]
id    = "storm"
at    = { section = "3. The compact at work", line = 56, phrase = "a storm sank the ferry Queen Maud at her pier" }
cites = ["Coastal Observer 2019b"]

[[claim]]
id    = "damages"
cites = ["Maritime Board 2022"]
at    = { section = "3. The compact at work", line = 58, phrase = "paid 3.5 million crowns in damages within four months" }
"#;

/// Claims of `tests/manuscripts/feri.md` as it stands.
const FERI: &str = r#"
[dossier]
issued     = "2023"
language   = "id"
manuscript = "paper.md"

[[source]]
id       = "pesisir-2019"
cited-as = "Pesisir.com 2019"
issued   = "2019"

[[claim]]
id    = "compact-signed"
at    = { section = "PENDAHULUAN", line = 18, phrase = "menandatangani Perjanjian Feri di Lunden" }
cites = ["Pesisir.com 2019"]

[[claim]]
id    = "passengers"
cites = ["Badan Maritim 2022"]
at    = { section = "PENDAHULUAN", line = 26, phrase = "Badan Maritim mengangkut 4,2 juta penumpang setiap tahun" }

[[claim]]
id    = "talks-begin"
cites = ["Brandt dan Weiss 2018"]
at    = { section = "a. Selat yang tertutup", line = 36, phrase = "Perundingan dimulai pada Juni 2015" }

[[claim]]
id = "loan"
at = { section = "b. Ujian pada tahun 2021", line = 48, phrase = "Pinjaman sebesar Rp 20 miliar diberikan pada 30 Juni 2018" }
"#;

fn paper(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(name);
    std::fs::read_to_string(path).expect("the paper is there")
}

/// `text` with `old`, which stands in it once, replaced.
fn edited(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old}");
    text.replace(old, new)
}

/// What the rules that hold claims against their passages say: rule, claim, message.
fn told(dossier: &str, paper: &str) -> Vec<String> {
    let folder = Folder::new(&[("a.toml", dossier), ("paper.md", paper)]);
    let rules = "passage-not-found,passage-changed,citation-differs-from-passage";
    let ran = folder.run(&["check", ".", "--format", "json", "--select", rules]);
    let report: Value = serde_json::from_str(&ran.out).expect("the report is JSON");
    let findings = report["dossiers"][0]["findings"].as_array().expect("there are findings").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    findings.map(|finding| format!("{}: {}", text(&finding["rule"]), text(&finding["message"]))).collect()
}

#[test]
fn a_paper_as_it_was_noted_says_nothing() {
    assert_eq!(told(FERRY, &paper("ferry.md")), [""; 0]);
    assert_eq!(told(FERI, &paper("feri.md")), [""; 0]);
}

#[test]
fn what_was_edited_is_told_and_nothing_else() {
    let mut text = paper("ferry.md");
    // Lines shift.
    text =
        edited(&text, "## Abstract\n", "## Acknowledgements\n\nMany have helped.\n\nThanks to all.\n\n## Abstract\n");
    // A paragraph moves to the end of the section before.
    let talks = "Talks on a joint board began in June 2015 (Brandt and Weiss 2018). They were broken off in\n2016, taken up again on 9 January 2017, and concluded in February 2019. \"Will it hold?\" asked\nthe Harbour Daily on the next day. It has held so far.\n\n";
    text = edited(&text, talks, "");
    text = edited(&text, "## 2. Background\n", &format!("{talks}## 2. Background\n"));
    // A number, a sentence, a citation; and words that change nothing.
    text = edited(&text, "with a staff of 34", "with a staff of 43");
    text = edited(
        &text,
        "Nobody was hurt. The\nboard paid 3.5 million crowns in damages within four months, and traffic was back to normal\nby March 2022 (Maritime Board 2022).",
        "Nobody was hurt.",
    );
    text = edited(&text, "(Harbour Daily 2018)", "(Petrova 2017)");
    text = edited(
        &text,
        "a storm sank the ferry *Queen Maud* at her\npier",
        "a heavy storm sank the old ferry *Queen\nMaud* at her pier",
    );
    assert_eq!(
        told(FERRY, &text),
        [
            "passage-not-found: the passage of “paid 3.5 million crowns in damages within four months” is not in the manuscript",
            "passage-changed: the passage of “opened its office in Lünden on 1 October 2019 with a staff of 34” has changed: `43` for `34`",
            "citation-differs-from-passage: the claim “ratified the compact on 2 September 2019 by 112 votes to 67” cites “Harbour Daily 2018”, and its passage cites “Petrova 2017”",
            "passage-not-found: the passage of “Talks on a joint board began in June 2015” has moved from line 37 to line 33",
        ]
    );
}

#[test]
fn an_indonesian_paper_is_held_against_its_claims_alike() {
    let mut text = paper("feri.md");
    text = edited(&text, "mengangkut 4,2 juta penumpang", "mengangkut 4,6 juta penumpang");
    text = edited(&text, "(Pesisir.com 2019)", "(Aldous 2016)");
    text = edited(&text, "- b. Pinjaman sebesar Rp 20 miliar diberikan pada 30 Juni 2018.\n", "");
    assert_eq!(
        told(FERI, &text),
        [
            "passage-not-found: the passage of “Pinjaman sebesar Rp 20 miliar diberikan pada 30 Juni 2018” is not in the manuscript",
            "passage-changed: the passage of “Badan Maritim mengangkut 4,2 juta penumpang setiap tahun” has changed: `4,6` for `4,2`",
            "citation-differs-from-passage: the claim “menandatangani Perjanjian Feri di Lunden” cites “Pesisir.com 2019”, and its passage cites “Aldous 2016”",
        ]
    );
}

#[test]
fn a_manuscript_on_the_command_line_wins() {
    let folder = Folder::new(&[
        ("a.toml", &FERRY.replace("paper.md", "gone.md")),
        ("draft/paper.md", &paper("ferry.md")),
        ("other.toml", ""),
    ]);
    let select = ["--select", "unreadable-file,passage-not-found", "--format", "short"];
    let without = folder.run(&[&["check", "."], &select[..]].concat());
    assert!(without.out.contains("the manuscript `gone.md` cannot be read: there is no such file"), "{without:?}");
    let with = folder.run(&[&["check", ".", "--manuscript", "draft/paper.md"], &select[..]].concat());
    assert_eq!((with.code, with.out.as_str()), (Some(0), ""), "{with:?}");
    let missing = folder.run(&["check", ".", "--manuscript", "draft/none.md"]);
    assert_eq!(missing.err, "gainsay: cannot read `draft/none.md`: there is no such file or folder\n");
    assert_eq!(missing.code, Some(2));
}

#[test]
fn a_rule_that_needs_a_manuscript_says_so() {
    let folder = Folder::new(&[("a.toml", "[[claim]]\nid = \"x\"\n")]);
    let ran = folder.run(&["check", ".", "--select", "passage-changed"]);
    let sentence = "gainsay: `passage-changed` needs a manuscript: give one with `--manuscript`, or name it as `manuscript` in `[dossier]`\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), sentence));
    assert_eq!(folder.run(&["coverage"]).code, Some(2));
}

#[test]
fn coverage_is_counted_and_listed() {
    let folder = Folder::new(&[("a.toml", FERRY), ("paper.md", &paper("ferry.md"))]);
    let report: Value = serde_json::from_str(&folder.run(&["check", ".", "--format", "json"]).out).expect("JSON");
    let counted = &report["dossiers"][0]["manuscript"];
    assert_eq!(counted["path"], "paper.md");
    assert_eq!(counted["claims"]["in_place"], 9);
    let listed: Value = serde_json::from_str(&folder.run(&["coverage", "--format", "json"]).out).expect("JSON");
    let listed = &listed["manuscripts"][0];
    assert_eq!((&listed["covered"], &listed["worth_checking"]), (&counted["covered"], &counted["sentences"]));
    let sentences = listed["sentences"].as_array().expect("a list");
    let covered = sentences.iter().filter(|sentence| sentence["claims"] != serde_json::json!([])).count();
    assert_eq!(Some(covered as u64), counted["covered"].as_u64());
    let shown = folder.run(&["coverage", "--width", "80", "--ascii", "--missing"]);
    assert!(shown.out.contains("  - 60  The tunnel that some had demanded was dropped last month.\n"), "{}", shown.out);
    assert!(!shown.out.contains("+ "), "{}", shown.out);
    assert_eq!(shown.code, Some(0));
}
