//! Papers without records, as a user checks them: where they come from, where the report goes.

use std::io::Write;
use std::process::Stdio;

use crate::cli::Folder;

const REFS: &str = "@book{weir, author = {Weir, Ann}, title = {Piers of the coast}, year = 1999}\n";
const CLEAN: &str = "---\nbibliography: refs.bib\n---\n\nThe pier was opened in June 1998 [@weir].\n";
const WRONG: &str = "---\nbibliography: refs.bib\n---\n\nThe quay opened on 14 May 2021 [@weir].\n";

/// What a run on the standard input prints, and what it exits with.
fn piped(folder: &Folder, arguments: &[&str], text: &str) -> (String, Option<i32>) {
    let mut command = folder.command(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("it is read");
    let ended = child.wait_with_output().expect("it ends");
    (String::from_utf8(ended.stdout).expect("reports are UTF-8"), ended.status.code())
}

#[test]
fn a_paper_comes_by_the_standard_input() {
    let folder = Folder::new(&[("refs.bib", REFS)]);
    let (told, code) = piped(&folder, &["check", "-", "--as", "markdown"], CLEAN);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!((code, lines[0]), (Some(0), "-: no findings in 1 claim (1 source)"), "{told}");
    assert!(lines[1].starts_with("read: ") && lines[2..4].concat().contains("no draft can see"), "{told}");
    // What it names is looked up in the current folder.
    let (told, code) = piped(&folder, &["check", "-", "--format", "short"], WRONG);
    assert!(code == Some(1) && told.contains("-:5:") && told.contains("error[source-predates-event]"), "{told}");
    let as_text = piped(&folder, &["check", "-", "--as", "text", "--format", "short"], WRONG);
    assert_eq!(as_text.1, Some(0), "{}", as_text.0);
    assert_eq!(
        folder.run(&["check", "-", "--watch"]).err,
        "gainsay: `-` cannot be watched: the standard input is read once\n"
    );
}

#[test]
fn a_report_goes_where_it_is_wanted() {
    let folder = Folder::new(&[("refs.bib", REFS), ("paper.md", WRONG)]);
    let check = |more: &[&str]| folder.run(&[&["check", "paper.md"], more].concat());
    let quiet = check(&["--quiet"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (Some(1), ""));
    let kept = check(&["--exit-zero", "-o", "report.txt", "--color", "auto"]);
    assert_eq!((kept.code, kept.out.as_str()), (Some(0), ""));
    let report = std::fs::read_to_string(folder.path("report.txt")).expect("it was written");
    assert!(report.starts_with("error[source-predates-event]: line 5"), "{report}");
    folder.write("empty.md", b"Nothing is said here.\n");
    assert_eq!(folder.run(&["check", "empty.md", "-o", "none.txt"]).code, Some(2));
    assert!(!folder.path("none.txt").exists());
}
