//! What a stranger's files can make the program read and write: nothing but what lies inside, and what the user names.
#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::{MetadataExt, symlink};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::cli::{Folder, Ran};

/// What no report may show.
const SECRET: &str = "hunter2ofnobody";

/// Every format in which findings are written.
const FORMATS: [&str; 8] = ["human", "short", "json", "sarif", "github", "junit", "markdown", "html"];

/// A dossier whose one evidence quotes the secret's neighbour from `file`.
fn quoting(file: &str) -> String {
    format!(
        "[[source]]\nid = \"gazette\"\nissued = \"1998\"\n\n[[evidence]]\nsource = \"gazette\"\n\
         quote = \"the password is another one than it was\"\nfile = \"{file}\"\n\n\
         [[claim]]\nid = \"opening\"\ncites = [\"gazette\"]\n"
    )
}

fn secret() -> String {
    format!("the password is {SECRET} than it was\n")
}

fn link(folder: &Folder, to: &str, name: &str) {
    symlink(to, folder.path(name)).expect("a link can be made");
}

fn git(folder: &Folder, args: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"]).args(args);
    let done = git.current_dir(folder.path("")).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(done.expect("git can be run").success(), "git {args:?}");
}

fn fifo(folder: &Folder, name: &str) {
    let made = Command::new("mkfifo").arg(folder.path(name)).status().expect("mkfifo can be run");
    assert!(made.success());
}

/// What the program says, which may not take longer than a minute.
fn within_a_minute(folder: &Folder, args: &[&str]) -> Ran {
    let mut command = folder.command(args);
    command.stdin(Stdio::null());
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(Ran::of(&mut command)));
    receiver.recv_timeout(Duration::from_mins(1)).unwrap_or_else(|_| panic!("{args:?} does not end"))
}

/// Told in every format as `unreadable-file`, with the reason, and without a byte of the secret.
fn told(folder: &Folder, dossier: &str, why: &str) {
    for format in FORMATS {
        let ran = within_a_minute(folder, &["check", dossier, "--format", format, "--full"]);
        assert!(ran.out.contains("unreadable-file"), "{format}: {ran:?}");
        assert!(!ran.out.contains(SECRET) && !ran.err.contains(SECRET), "{format}: {ran:?}");
        if matches!(format, "short" | "json" | "sarif") {
            assert!(ran.out.contains(why), "{format}: {why}: {ran:?}");
        }
    }
}

#[test]
fn a_copy_is_read_only_inside() {
    let cases = [
        ("../../copy.txt", "lies outside of the repository"),
        ("../../../../../../../../../../etc/passwd", "lies outside of the repository"),
        ("../../../../../../../../../../proc/self/environ", "lies outside of the repository"),
        ("../.git/config", "`.git` is a hidden name"),
        ("../.env", "`.env` is a hidden name"),
        ("out.txt", "is a link that leads out of the repository"),
        ("git.txt", "`.git` is a hidden name"),
        ("folder/copy.txt", "is a link that leads out of the repository"),
        ("pipe", "it is no plain file"),
        (".", "it is a folder"),
    ];
    let folder = Folder::new(&[("copy.txt", &secret()), ("repo/.env", &secret()), ("out/copy.txt", &secret())]);
    folder.write("repo/.git/config", secret().as_bytes());
    for (number, (file, _)) in cases.iter().enumerate() {
        folder.write(&format!("repo/d{number}/a.toml"), quoting(file).as_bytes());
    }
    link(&folder, "../../copy.txt", "repo/d5/out.txt");
    link(&folder, "../.git/config", "repo/d6/git.txt");
    link(&folder, "../../out", "repo/d7/folder");
    fifo(&folder, "repo/d8/pipe");
    for (number, (_, why)) in cases.into_iter().enumerate() {
        told(&folder, &format!("repo/d{number}"), why);
    }
}

#[test]
fn where_the_root_is_the_whole_disk_what_the_system_makes_up_is_not_read() {
    let folder = Folder::new(&[("d/a.toml", &quoting("x"))]);
    let up = "../".repeat(folder.path("d").components().count() - 1);
    folder.write("d/a.toml", quoting(&format!("{up}proc/self/environ")).as_bytes());
    let mut command = folder.command(&["check", "--format", "short"]);
    let ran = Ran::of(command.arg(folder.path("d")).current_dir("/").env("TOKEN", SECRET));
    assert!(ran.out.contains("what lies in `/proc` is no file of a person"), "{ran:?}");
    assert!(!ran.out.contains(SECRET));
}

#[test]
fn records_behind_a_link_that_leads_outside_are_an_error_and_not_read() {
    let hidden = format!("[[source]]\nid = \"{SECRET}\"\nisued = \"1998\"\n");
    let folder = Folder::new(&[("out/o.toml", &hidden), ("env", &format!("TOKEN={SECRET}\n"))]);
    for dossier in ["file", "folder", "system"] {
        folder.write(&format!("repo/{dossier}/a.toml"), quoting("copy.txt").as_bytes());
        folder.write(&format!("repo/{dossier}/copy.txt"), b"the password is another one than it was\n");
    }
    folder.write("repo/.git/HEAD", b"");
    link(&folder, "../../env", "repo/file/env.toml");
    link(&folder, "../../out", "repo/folder/more");
    link(&folder, "/proc/self/environ", "repo/system/env.toml");
    for (dossier, name) in [("file", "env.toml"), ("folder", "more"), ("system", "env.toml")] {
        told(&folder, &format!("repo/{dossier}"), "is a link that leads out of the repository");
        let ran = folder.run(&["check", &format!("repo/{dossier}"), "--format", "short"]);
        let line = format!("repo/{dossier}/{name}:1:1: error[unreadable-file] `repo/{dossier}/{name}` cannot be read");
        assert!(ran.code == Some(1) && ran.out.contains(&line), "{ran:?}");
        let fixed = folder.run(&["fix", &format!("repo/{dossier}")]);
        assert!(!fixed.out.contains(SECRET), "{fixed:?}");
    }
    let kept = std::fs::read_to_string(folder.path("out/o.toml")).expect("it is there");
    assert_eq!(kept, hidden);
}

#[test]
fn what_is_named_on_the_command_line_is_read_unless_a_link_leads_it_out() {
    let folder = Folder::new(&[("out/a.toml", &quoting("copy.txt")), ("out/copy.txt", &secret())]);
    folder.write("repo/.git/HEAD", b"");
    link(&folder, "../out", "repo/claims");
    let inside = |args: &[&str]| Ran::of(folder.command(args).current_dir(folder.path("repo")));
    let ran = inside(&["check"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("cannot read `claims`: it is a link that leads out of the repository"), "{ran:?}");
    for args in [["check", "../out"].as_slice(), &["check", "--allow-outside", "../out"]] {
        let ran = inside(args);
        assert!(ran.out.contains(SECRET), "{ran:?}");
    }
}

#[test]
fn a_path_may_be_allowed_outside() {
    let folder = Folder::new(&[("repo/d/a.toml", &quoting("../../out/copy.txt")), ("out/copy.txt", &secret())]);
    folder.write("repo/.git/HEAD", b"");
    let ran = folder.run(&["check", "repo/d", "--format", "short"]);
    let hint = "and `--allow-outside out/copy.txt` lets it be read";
    assert!(ran.out.contains(hint) && !ran.out.contains(SECRET), "{ran:?}");
    for allowed in ["out/copy.txt", "out"] {
        let ran = folder.run(&["check", "repo/d", "--format", "short", "--allow-outside", allowed]);
        assert!(ran.out.contains(SECRET), "{allowed}: {ran:?}");
    }
    let ran = folder.run(&["check", "repo/d", "--allow-outside", "nowhere"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("cannot read `nowhere`: there is no such file or folder"), "{ran:?}");
}

#[test]
fn a_manuscript_its_lists_and_a_sister_folder_are_read_inside() {
    let dossier = "[dossier]\ntitle = \"P\"\nmanuscript = \"../paper.md\"\nextends = [\"../record\"]\n\n[[claim]]\nid = \"c\"\n\
                   cites = [\"gazette\"]\n";
    let folder = Folder::new(&[
        ("work/claims/a.toml", dossier),
        ("work/paper.md", "---\nbibliography: ../refs.bib\n---\n\nThe bridge was opened in May.\n"),
        ("work/record/r.toml", "[[source]]\nid = \"gazette\"\nissued = \"1998\"\n"),
        ("refs.bib", &format!("@book{{a, title = {{{SECRET}}}, year = {{1998}}}}\n")),
    ]);
    let clean = |ran: &Ran| !ran.out.contains("unreadable-file") && ran.code == Some(0);
    // From the folder that holds all, and in a repository, everything is inside.
    assert!(clean(&folder.run(&["check", "work/claims"])));
    let elsewhere = |args: &[&str]| {
        let args: Vec<String> =
            args.iter().map(|arg| arg.replace('@', &folder.path("work").to_string_lossy())).collect();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        Ran::of(folder.command(&args).current_dir("/usr"))
    };
    let ran = elsewhere(&["check", "@/claims", "--format", "short"]);
    assert_eq!(ran.code, Some(1));
    for name in ["../paper.md", "../record"] {
        let lies =
            format!("`{name}` cannot be read: it lies outside of the folder that was named, and `--allow-outside ");
        assert!(ran.out.contains(&lies), "{ran:?}");
    }
    let allowed = ["check", "@/claims", "--allow-outside", "@/paper.md", "--allow-outside", "@/record"];
    let ran = elsewhere(&[&allowed[..], &["--format", "short"]].concat());
    assert!(ran.code == Some(0) && ran.out.contains("the bibliography `../refs.bib` cannot be read"), "{ran:?}");
    folder.write("work/.git/HEAD", b"");
    let ran = elsewhere(&["check", "@/claims", "--format", "short"]);
    assert!(ran.code == Some(0) && ran.out.contains("lies outside of the repository"), "{ran:?}");
    assert!(!ran.out.contains(SECRET));
}

#[test]
fn a_revision_follows_no_link_and_shows_nothing_hidden() {
    let folder = Folder::new(&[("hidden/a.toml", &quoting("../.env")), (".env", &secret())]);
    folder.write("linked/a.toml", quoting("copy.txt").as_bytes());
    folder.write("outside/a.toml", quoting("../../../../../../etc/passwd").as_bytes());
    link(&folder, "../.env", "linked/copy.txt");
    link(&folder, "../.env", "linked/env.toml");
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-q", "-m", "one"]);
    for dossier in ["hidden", "linked", "outside"] {
        let ran = folder.run(&["diff", "HEAD", "HEAD", "--format", "json", "--", dossier]);
        assert!(!ran.out.contains(SECRET) && !ran.out.contains("root:"), "{ran:?}");
        folder.write("clean/a.toml", quoting("copy.txt").as_bytes());
        folder.write("clean/copy.txt", b"the password is another one than it was\n");
        let ran = folder.run(&["diff", "clean", &format!("HEAD:{dossier}"), "--format", "json"]);
        assert!(ran.out.contains("unreadable-file") && !ran.out.contains(SECRET), "{ran:?}");
    }
}

#[test]
fn what_never_ends_is_refused() {
    let folder = Folder::new(&[("claims/a.toml", &quoting("copy.txt")), ("paper.md", "It opened on 4 May 1998.\n")]);
    fifo(&folder, "pipe");
    let refused = |args: &[&str]| {
        let ran = within_a_minute(&folder, args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        assert!(ran.err.contains("it is no plain file"), "{args:?}: {ran:?}");
    };
    for endless in ["/dev/zero", "pipe"] {
        refused(&["check", endless]);
        refused(&["check", "--manuscript", endless]);
        refused(&["check", "--baseline", endless]);
        refused(&["draft", endless]);
        refused(&["draft", "paper.md", "--bibliography", endless]);
        refused(&["import", endless]);
        refused(&["coverage", "--manuscript", endless]);
        refused(&["fix", endless]);
    }
}

/// A record with a fault that mends itself.
const ISUED: &str = "[[source]]\nid = \"a\"\nisued = \"1998\"\n";

#[test]
fn nothing_is_written_through_a_link_out_of_what_is_named() {
    let folder = Folder::new(&[("t/a.toml", ISUED), ("out/o.toml", ISUED), ("paper.md", "It opened on 4 May 1998.\n")]);
    link(&folder, "../out", "t/d");
    assert_eq!(folder.run(&["fix", "t"]).code, Some(0));
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).expect("it is there");
    assert!(read("t/a.toml").contains("issued"));
    assert_eq!(read("out/o.toml"), ISUED);
    folder.write("repo/.git/config", b"kept");
    folder.write("repo/claims/a.toml", quoting("copy.txt").as_bytes());
    link(&folder, ".git/config", "repo/known.json");
    link(&folder, "../out", "repo/drafted");
    let inside = |args: &[&str]| Ran::of(folder.command(args).current_dir(folder.path("repo")));
    for args in [
        ["check", "--write-baseline", "known.json"].as_slice(),
        &["export", "--to", "bibtex", "--out", "known.json"],
        &["export", "--to", "bibtex", "--out", "drafted/refs.bib"],
        &["draft", "../paper.md", "--out", "drafted"],
        &["draft", "../paper.md", "--out", "drafted/new"],
    ] {
        let ran = inside(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
    }
    assert_eq!(read("repo/.git/config"), "kept");
    let left: Vec<_> = std::fs::read_dir(folder.path("out")).expect("it is there").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn leftovers_of_killed_runs_are_cleared_and_those_of_living_ones_are_not() {
    let folder = Folder::new(&[("t/a.toml", ISUED), ("t/.gainsay-dead.tmp", ""), ("t/.gainsay-live.tmp", "")]);
    folder.write("t/other.tmp", b"");
    let live = std::fs::File::open(folder.path("t/.gainsay-live.tmp")).expect("it is there");
    live.lock().expect("it can be locked");
    link(&folder, "other.tmp", "t/.gainsay-link.tmp");
    let before = std::fs::metadata(folder.path("t/a.toml")).expect("it is there");
    assert_eq!(folder.run(&["fix", "t"]).code, Some(0));
    let is_there = |name: &str| std::fs::symlink_metadata(folder.path(name)).is_ok();
    let there = [".gainsay-dead.tmp", ".gainsay-live.tmp", ".gainsay-link.tmp", "other.tmp"]
        .map(|name| is_there(&format!("t/{name}")));
    assert_eq!(there, [false, true, true, true]);
    let after = std::fs::metadata(folder.path("t/a.toml")).expect("it is there");
    assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
}

#[test]
fn a_file_keeps_its_owner_as_root_too() {
    let folder = Folder::new(&[("t/a.toml", ISUED)]);
    let path = folder.path("t/a.toml");
    if std::os::unix::fs::chown(&path, Some(12345), Some(12345)).is_err() {
        // Nobody but root gives files away.
        return;
    }
    assert_eq!(folder.run(&["fix", "t"]).code, Some(0));
    let after = std::fs::metadata(&path).expect("it is there");
    assert_eq!((after.uid(), after.gid()), (12345, 12345));
    assert!(std::fs::read_to_string(&path).expect("it is there").contains("issued"));
}

/// What opens, lists, looks at or writes files, by file: whoever adds one asks the guard first, and says so here.
const TOUCHES: &[(&str, &[&str])] = &[
    // Makes the folder of a draft, where the guard lets it.
    ("src/cli/draft.rs", &["fs::create_dir_all"]),
    // Asks the guard for every byte; lists, and looks at sizes and names.
    ("src/cli/ground.rs", &["WalkDir::new", "fs::canonicalize", "fs::metadata", "fs::read_dir"]),
    // Decides, and opens.
    ("src/cli/guard.rs", &["File::options", "fs::canonicalize", "fs::symlink_metadata"]),
    // Hands `pdftotext` a copy of the bytes that the guard gave.
    ("src/cli/local.rs", &["NamedTempFile::new"]),
    // Looks at sizes and times.
    ("src/cli/watch.rs", &["fs::metadata"]),
    // Writes where the guard lets it, and compares with what it is about to write over.
    (
        "src/cli/whole.rs",
        &["fs::metadata", "fs::read", "fs::read_dir", "fs::remove_file", "fs::symlink_metadata", "tempfile_in"],
    ),
];

#[test]
fn files_are_touched_only_where_it_is_written_down() {
    let doors = ["fs::", "File::", "OpenOptions::", "NamedTempFile::", "WalkDir::", "tempfile_in"];
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut touches: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, code) in crate::house::code() {
        for (at, _) in doors.iter().flat_map(|door| code.match_indices(door)) {
            let start = code[..at].rfind(|c| !is_part(c)).map_or(0, |before| before + 1);
            let name = code[start..].split(|c| !is_part(c) && c != ':').next().unwrap_or_default();
            let calls = name.rsplit("::").next().is_some_and(|last| last.starts_with(char::is_lowercase));
            if calls && !code[..start].ends_with("os::unix::") {
                touches.entry(file.clone()).or_default().insert(name.to_owned());
            }
        }
    }
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(touches, TOUCHES.iter().map(|(file, names)| ((*file).to_owned(), own(names))).collect());
}

/// Every reader: where it lies, its fuzz target, what writes its large input, and the command that has it read a file.
const READERS: &[(&str, &str, &str, [&str; 2])] = &[
    ("src/bibliography/bibtex.rs", "bibtex", "ring_of_crossrefs", ["import", "list.bib"]),
    ("src/bibliography/csl.rs", "csl", "items_of_csl", ["import", "list.json"]),
    ("src/bibliography/ris.rs", "ris", "records_of_ris", ["import", "list.ris"]),
    ("src/document/docx.rs", "docx", "equal_paragraphs", ["draft", "paper.docx"]),
    ("src/document/html.rs", "html", "paragraphs_of_html", ["draft", "paper.html"]),
    ("src/document/latex.rs", "latex", "citations_of_latex", ["draft", "paper.tex"]),
    ("src/document/markdown.rs", "markdown", "sentences_of_a_paragraph", ["draft", "paper.md"]),
    ("src/document/pdf.rs", "pdf", "lines_of_pdf", ["draft", "paper.pdf"]),
    ("src/document/plain.rs", "plain", "paragraphs_of_text", ["draft", "paper.txt"]),
    ("src/load.rs", "records", "records_on_a_line", ["check", "records.toml"]),
    ("src/sheet.rs", "csv", "equal_rows", ["import", "claims.csv"]),
    ("src/sheet.rs", "xlsx", "cell_of_a_workbook", ["import", "claims.xlsx"]),
];

#[test]
fn every_reader_stands_in_guard_fuzz_and_growth() {
    let rooms = ["src/document/", "src/bibliography/"];
    let is_room = |file: &str| match rooms.iter().find_map(|room| file.strip_prefix(room)) {
        // Which of the three that are written in files is the case.
        Some("files.rs") => false,
        Some(inside) => !inside.contains('/'),
        None => matches!(file, "src/load.rs" | "src/sheet.rs"),
    };
    let reads = |code: &str| code.contains("\npub(crate) fn read(") || code.contains("\npub fn read(");
    let code = crate::house::code().into_iter().filter(|(file, code)| is_room(file) && reads(code));
    let written: BTreeSet<String> = code.map(|(file, _)| file).collect();
    assert_eq!(written, READERS.iter().map(|(file, ..)| (*file).to_owned()).collect());

    // A reference in prose is read out of a manuscript, remarks are written into one, and the last two do what all
    // readers are for.
    let beside = ["reference", "remarks", "check", "paper"];
    let mut targets: Vec<&str> = READERS.iter().map(|(_, target, ..)| *target).chain(beside).collect();
    targets.sort_unstable();
    let mut fuzzed: Vec<&str> = crate::fuzz::READERS.iter().map(|reader| reader.name).collect();
    fuzzed.sort_unstable();
    assert_eq!(fuzzed, targets);
    let read = |path: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    for target in targets {
        assert!(read("fuzz/Cargo.toml").contains(&format!("path = \"targets/{target}.rs\"")), "{target}");
        assert!(read(&format!("fuzz/targets/{target}.rs")).contains(&format!("gainsay_fuzz::{target}(")));
    }
    for (.., row, command) in READERS {
        assert!(read("benches/growth.rs").contains(&format!("inputs::{row}),")), "{row}");
        let folder = Folder::new(&[]);
        fifo(&folder, command[1]);
        let ran = within_a_minute(&folder, command);
        assert!(ran.code == Some(2) && ran.err.contains("it is no plain file"), "{command:?}: {ran:?}");
    }
}
