//! Every form of the report carries every finding, with its severity, and what a baseline knows of them.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::cli::{Folder, Ran};
use crate::html::Page;

/// Errors, warnings and notes.
type Counts = [usize; 3];

const LEVELS: [&str; 3] = ["error", "warning", "note"];

/// What the program says of our own dossiers and of one with a fault of each kind.
fn check(args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
    command.args(["check", "claims", "tests/tutorial", "--possible", "--color", "never", "--width", "120"]).args(args);
    Ran::of(command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))).env("LC_ALL", "C.UTF-8"))
}

fn findings(json: &Value) -> Vec<Value> {
    let dossiers = json["dossiers"].as_array().expect("a list").iter();
    dossiers.flat_map(|dossier| dossier["findings"].as_array().expect("a list").clone()).collect()
}

fn count(levels: &[&str]) -> Counts {
    LEVELS.map(|level| levels.iter().filter(|one| **one == level).count())
}

fn of_json(json: &Value) -> Counts {
    let findings = findings(json);
    count(&findings.iter().filter_map(|finding| finding["level"].as_str()).collect::<Vec<_>>())
}

/// How many lines hold each of the marks that `mark` makes of a level.
fn lines(text: &str, mark: impl Fn(&str) -> String, is_there: impl Fn(&str, &str) -> bool) -> Counts {
    LEVELS.map(|level| text.lines().filter(|line| is_there(line, &mark(level))).count())
}

fn of_sarif(sarif: &Value) -> Counts {
    let results = sarif["runs"][0]["results"].as_array().expect("a list");
    let present =
        results.iter().filter(|result| result["baselineState"] != "absent" && result["suppressions"].is_null());
    count(&present.filter_map(|result| result["level"].as_str()).collect::<Vec<_>>())
}

fn of_github(text: &str) -> Counts {
    let words = [("error", "error"), ("warning", "warning"), ("notice", "note")];
    words.map(|(command, level)| {
        let command = format!("::{command} ");
        let logged = format!(": {level}[");
        text.lines()
            .filter(|line| line.starts_with(&command) || !line.starts_with("::") && line.contains(&logged))
            .count()
    })
}

/// New findings stand below a heading with their level; what is known has its level before it.
fn of_markdown(text: &str) -> Counts {
    let mut counts = Counts::default();
    let mut heading = None;
    for line in text.lines() {
        if let Some((_, summary)) = line.split_once("<summary>") {
            heading = LEVELS.iter().position(|level| summary.contains(&format!(" {level}")));
        }
        let known = LEVELS.iter().position(|level| line.starts_with(&format!("- {level} `")));
        let new = heading.filter(|_| line.starts_with("- `"));
        if let Some(level) = known.or(new) {
            counts[level] += 1;
        }
    }
    counts
}

fn of_html(text: &str) -> Counts {
    let page = Page::read(text);
    count(&page.elements.iter().filter_map(|element| element.get("data-level")).collect::<Vec<_>>())
}

/// What each form for programs and pages says.
fn everywhere(more: &[&str]) -> Vec<(&'static str, Counts)> {
    let run = |form: &str| check(&[&["--format", form][..], more].concat());
    vec![
        ("json", of_json(&run("json").json())),
        ("sarif", of_sarif(&run("sarif").json())),
        ("short", lines(&run("short").out, |level| format!(": {level}["), |line, mark| line.contains(mark))),
        ("github", of_github(&run("github").out)),
        (
            "junit",
            lines(
                &run("junit").out,
                |level| format!("name=\"level\" value=\"{level}\""),
                |line, mark| line.contains(mark),
            ),
        ),
        ("markdown", of_markdown(&run("markdown").out)),
        ("html", of_html(&run("html").out)),
    ]
}

#[test]
fn every_form_carries_every_finding_with_its_severity() {
    let everywhere = everywhere(&[]);
    let (_, expected) = everywhere[0];
    assert!(expected.iter().all(|count| *count > 5), "{expected:?}");
    for (form, counts) in &everywhere {
        assert_eq!(*counts, expected, "{form}");
    }
    let human = check(&["--full"]).out;
    assert_eq!(lines(&human, |level| format!("{level}["), |line, mark| line.starts_with(mark)), expected, "human");
}

#[test]
fn every_form_for_programs_carries_what_a_baseline_knows() {
    let folder = Folder::new(&[]);
    let baseline = folder.path("known.json").to_string_lossy().into_owned();
    let all = of_json(&check(&["--format", "json", "--write-baseline", &baseline]).json());
    // The baseline loses one finding, and knows one that is gone.
    let mut known: Value =
        serde_json::from_str(&std::fs::read_to_string(&baseline).expect("it was written")).expect("it is JSON");
    let entries = known["findings"].as_array_mut().expect("a list");
    assert_eq!(entries.len(), all.iter().sum::<usize>());
    let first = &mut entries[0];
    first["fingerprint"] = "0123456789abcdef".into();
    first["message"] = "a bridge too far".into();
    folder.write("known.json", known.to_string().as_bytes());
    let with = ["--baseline", baseline.as_str()];
    for (form, counts) in everywhere(&with) {
        assert_eq!(counts, all, "{form}");
    }
    let json = check(&[&with[..], &["--format", "json"]].concat()).json();
    let is_known = |finding: &&Value| finding["known"] == true;
    assert_eq!(findings(&json).iter().filter(is_known).count(), all.iter().sum::<usize>() - 1);
    assert_eq!(json["gone"][0]["message"], "a bridge too far");
    let page = check(&[&with[..], &["--format", "html"]].concat()).out;
    for words in ["Gone: 1 finding", "a bridge too far", "Known before: "] {
        assert!(page.contains(words), "the page lacks {words:?}");
    }
    let sarif = check(&[&with[..], &["--format", "sarif"]].concat()).json();
    let states = sarif["runs"][0]["results"].as_array().expect("a list").iter();
    let state = |name: &str| states.clone().filter(|result| result["baselineState"] == name).count();
    assert_eq!((state("new"), state("absent")), (1, 1));
}
