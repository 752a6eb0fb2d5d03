//! The paper that comes with the program: its whole report, in every form.

use std::path::Path;
use std::process::Command;

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

#[test]
fn the_report_for_a_program_is_as_before() {
    insta::assert_snapshot!("json", report(&["--format", "json"]));
}
