//! Where people work: the program that watches, its manual pages, the hook, and the test of a dossier of one's own.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use crate::cli::Folder;

/// Longer than any machine takes.
const BOUND: Duration = Duration::from_mins(4);

const CLEAN: &str = "\
[[source]]
id = \"gazette\"
issued = \"1998-06\"

[[event]]
id = \"opening\"

[[claim]]
id = \"opened\"
cites = [\"gazette\"]
says = { event = \"opening\", on = \"1998-05-04\" }
";

/// A program that is watching, and the lines that it prints.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(folder: &Folder, args: &[&str]) -> Self {
        let mut child =
            folder.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output is read"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// Waits for a line with these words.
    fn says(&self, words: &str) {
        loop {
            let line = self.lines.recv_timeout(BOUND).unwrap_or_else(|_| panic!("nobody says {words:?}"));
            if line.contains(words) {
                return;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_saved_is_checked_again() {
    let folder = Folder::new(&[("claims/a.toml", CLEAN)]);
    let watching = Watching::start(&folder, &["check", "--watch"]);
    watching.says("claims: no findings in 1 claim (1 source)");
    // An editor writes beside the file, and puts that in its place.
    folder.write("claims/a.toml~", CLEAN.replace("cites = [\"gazette\"]\n", "").as_bytes());
    std::fs::rename(folder.path("claims/a.toml~"), folder.path("claims/a.toml")).expect("it can be renamed");
    watching.says("in 1 claim (1 source)");
    // A file more, in a folder more.
    folder.write(
        "claims/more/b.toml",
        CLEAN.replace("id = \"", "id = \"more-").replace("[\"gazette", "[\"more-gazette").as_bytes(),
    );
    watching.says("in 2 claims (2 sources)");
    // What cannot be checked is said, and waited out.
    std::fs::remove_dir_all(folder.path("claims/more")).expect("it can be removed");
    std::fs::remove_file(folder.path("claims/a.toml")).expect("it can be removed");
    watching.says("gainsay: nothing to check: `claims` holds no records");
    folder.write("claims/a.toml", CLEAN.as_bytes());
    watching.says("claims: no findings in 1 claim (1 source)");
}

#[test]
fn the_manuscript_is_watched_too() {
    let dossier = "[dossier]\nmanuscript = \"../paper/draft.md\"\n[[claim]]\nid = \"toll\"\n\
        at = { phrase = \"no toll is taken\" }\nsays = []\n";
    let paper = "# Tolls\n\nSince 1998 no toll is taken.\n";
    let folder = Folder::new(&[("claims/a.toml", dossier), ("paper/draft.md", paper)]);
    let args = ["check", "--watch", "--select", "passage-not-found", "--format", "short", "--ascii"];
    let watching = Watching::start(&folder, &[&args[..], &["--full"]].concat());
    folder.write("paper/draft.md", b"# Tolls\n\nNobody knows.\n");
    watching.says("[passage-not-found]");
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let folder = Folder::new(&[]);
    let whole = folder.run(&["man"]).out;
    assert!(whole.contains(".TH gainsay 1") && whole.contains("gainsay\\-check(1)"), "{whole}");
    let commands = whole.lines().filter_map(|line| line.strip_prefix("gainsay\\-")?.strip_suffix("(1)"));
    let commands: Vec<&str> = commands.filter(|name| *name != "help").collect();
    assert!(commands.len() > 10, "{commands:?}");
    for name in commands {
        let page = folder.run(&["man", name]);
        assert_eq!((page.code, page.err.as_str()), (Some(0), ""), "{name}");
        assert!(
            page.out.contains(&format!(".TH gainsay-{name} 1")) && page.out.contains(".SH SYNOPSIS"),
            "{}",
            page.out
        );
    }
    let near = folder.run(&["man", "chekc"]);
    assert_eq!(near.err, "gainsay: there is no command `chekc`; did you mean `check`?\n");
}

/// What the page on continuous integration shows as the test of a dossier of one's own.
#[test]
fn the_dossier_says_what_it_said() {
    let ran = Command::new(env!("CARGO_BIN_EXE_gainsay"))
        .args(["check", "claims/tutorial", "tests/tutorial", "--format", "short"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    insta::assert_snapshot!(String::from_utf8_lossy(&ran.stdout));
}

#[test]
fn the_hook_and_the_action_call_the_program_as_it_is() {
    let read =
        |name: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("it is there");
    let folder = Folder::new(&[("claims/a.toml", CLEAN)]);
    let hook = read(".pre-commit-hooks.yaml");
    let entry = hook.lines().find_map(|line| line.trim().strip_prefix("entry: gainsay ")).expect("it has an entry");
    assert_eq!(folder.run(&entry.split(' ').collect::<Vec<_>>()).code, Some(0));
    // The script of the action, with a line for each argument and for each path.
    let action = read("action.yml");
    let script: Vec<&str> = action
        .lines()
        .skip_while(|line| line.trim() != "- name: Check")
        .skip_while(|line| line.trim() != "run: |")
        .skip(1)
        .take_while(|line| line.is_empty() || line.starts_with("        "))
        .collect();
    let bin = Path::new(env!("CARGO_BIN_EXE_gainsay")).parent().expect("it lies in a folder");
    let path = std::env::join_paths(
        std::iter::once(bin.to_path_buf()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let ran = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &script.join("\n")])
        .current_dir(folder.path(""))
        .env("PATH", path.expect("no folder of it has a colon"))
        .env("PATHS", "claims\n\n")
        .env("ARGS", "--fail-on\nnote\n")
        .env("AS_OF", "2024")
        .env("BUILT", folder.path("nothing"))
        .env("RUNNER_TEMP", folder.path(""))
        .env("GITHUB_OUTPUT", folder.path("output"))
        .output();
    let Ok(ran) = ran else { return };
    assert!(ran.status.success(), "{ran:?}");
    let output = std::fs::read_to_string(folder.path("output")).expect("it was written");
    assert!(output.ends_with("code=0\n"), "{output}");
    let sarif = std::fs::read_to_string(folder.path("gainsay.sarif")).expect("it was written");
    assert!(serde_json::from_str::<serde_json::Value>(&sarif).is_ok_and(|sarif| sarif["version"] == "2.1.0"));
    let page = std::fs::read_to_string(folder.path("gainsay.html")).expect("it was written");
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    assert!(Path::new(&folder.path("gainsay.md")).is_file());
}
