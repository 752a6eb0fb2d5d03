//! The program as a user runs it: what it prints, and what it exits with.

use std::fmt::Write as _;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use unicode_width::UnicodeWidthStr;

/// A claim that rests on something.
const CITED: &str = "\
[[source]]
id = \"gazette-1998\"
issued = \"1998-06\"

[[event]]
id = \"opening\"

[[claim]]
id = \"bridge-opened\"
cites = [\"gazette-1998\"]
says = { event = \"opening\", on = \"1998-05-04\" }
";

/// A claim that rests on nothing, and so gets a note.
const UNCITED: &str = "\
[[event]]
id = \"opening\"

[[claim]]
id = \"bridge-opened\"
says = { event = \"opening\", on = \"1998-05-04\" }
";

/// A folder of its own for one test, gone when the test ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = Folder(std::env::temp_dir().join(format!("gainsay-{}-{number}", std::process::id())));
        std::fs::create_dir_all(&folder.0).expect("a folder can be made");
        for (path, text) in files {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gainsay"));
        command.args(args).current_dir(&self.0);
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "NO_GRAPHICS", "TERM", "LC_ALL", "LC_CTYPE", "LANG"] {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        Ran::of(&mut self.command(args))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a run said.
#[derive(Debug, PartialEq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The errors and warnings of a short report, each by its line, its level and its rule, in order.
    pub(crate) fn told(&self) -> Vec<String> {
        assert!(matches!(self.code, Some(0 | 1)), "nothing was checked: {self:?}");
        let told = |line: &str| {
            let (place, rest) = line.split_once(": ")?;
            let (level, rule) = rest.split_once(']')?.0.split_once('[')?;
            (level != "note").then(|| Some(format!("{} {level} {rule}", place.split(':').nth(1)?)))?
        };
        let mut all: Vec<String> = self.out.lines().filter_map(told).collect();
        all.sort_unstable();
        all
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).expect("the output is JSON")
    }
}

/// Refused with this one sentence.
fn refused(ran: &Ran, sentence: &str) {
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), format!("gainsay: {sentence}\n").as_str()), "{ran:?}");
}

#[test]
fn a_clean_dossier_exits_with_zero_and_a_finding_with_one() {
    let folder = Folder::new(&[("good/a.toml", CITED), ("bad/a.toml", UNCITED)]);
    assert_eq!(folder.run(&["check", "good", "--fail-on", "note"]).code, Some(0));
    assert_eq!(folder.run(&["check", "bad"]).code, Some(0));
    let bad = folder.run(&["check", "bad", "--fail-on", "note"]);
    assert_eq!((bad.code, bad.err.as_str()), (Some(1), ""));
    assert!(bad.out.starts_with("note[uncited-claim]: `bridge-opened` cites nothing\n"), "{}", bad.out);
    assert!(bad.out.contains("─[bad/a.toml:5:6]\n"), "{}", bad.out);
    assert!(bad.out.ends_with("bad: 1 note in 1 claim (0 sources)\n"), "{}", bad.out);
}

#[test]
fn without_a_path_the_folder_claims_is_checked_and_else_this_one() {
    let folder = Folder::new(&[("claims/a.toml", CITED), ("b.toml", UNCITED)]);
    assert!(folder.run(&["check"]).out.ends_with("claims: no findings in 1 claim (1 source)\n"));
    let folder = Folder::new(&[("b.toml", UNCITED)]);
    let ran = folder.run(&["check", "--format", "short"]);
    assert_eq!(ran.out, "b.toml:5:6: note[uncited-claim] `bridge-opened` cites nothing\n");
}

#[test]
fn a_run_that_checked_nothing_is_no_pass() {
    let folder =
        Folder::new(&[("empty/readme.md", ""), ("facts/a.toml", "[[entity]]\nid = \"a\"\n"), ("a/a.toml", CITED)]);
    refused(&folder.run(&["check", "nowhere"]), "cannot read `nowhere`: there is no such file or folder");
    refused(
        &folder.run(&["check", "empty"]),
        "nothing to check: `empty` holds no records (`.toml`), and no one file in it is surely a paper: name the file",
    );
    refused(&folder.run(&["check", "facts"]), "nothing to check: `facts` holds no claims");
    refused(
        &folder.run(&["check", "a", "--select", "uncited-claim", "--ignore", "uncited-claim"]),
        "nothing to check: `--select` and `--ignore` leave no rule to run",
    );
    refused(
        &folder.run(&["check", "a", "--select", "unused-allow"]),
        "nothing was checked: no rule had anything to look at in `a`",
    );
}

#[test]
fn a_dossier_without_claims_is_fine_beside_one_that_has_some() {
    let folder = Folder::new(&[
        ("claims/paper/dossier.toml", "[dossier]\ntitle = \"P\"\nextends = [\"../record\"]\n"),
        ("claims/paper/deep/down/claims.toml", CITED),
        ("claims/record/dossier.toml", "[dossier]\ntitle = \"R\"\n"),
        ("claims/record/facts.toml", "[[entity]]\nid = \"e\"\n"),
    ]);
    let ran = folder.run(&["check", "claims"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.out.contains("══ claims/paper ══") && ran.out.contains("══ claims/record ══"), "{}", ran.out);
    assert!(ran.out.ends_with("in all: no findings in 2 dossiers\n"), "{}", ran.out);
}

#[test]
fn files_outside_every_root_are_one_more_dossier() {
    let folder = Folder::new(&[
        ("all/paper/dossier.toml", "[dossier]\n"),
        ("all/paper/claims.toml", CITED),
        ("all/one.toml", UNCITED),
        ("all/.hidden/two.toml", UNCITED),
    ]);
    let dossiers = folder.run(&["check", "all", "--format", "json"]).json()["dossiers"].clone();
    let paths: Vec<&str> = dossiers.as_array().expect("a list").iter().filter_map(|one| one["path"].as_str()).collect();
    assert_eq!(paths, ["all", "all/paper"]);
}

#[test]
fn files_given_by_name_are_one_dossier() {
    let (source, rest) = CITED.split_once("[[event]]").expect("an event");
    let folder = Folder::new(&[("s.toml", source), ("c.toml", &format!("[[event]]{rest}"))]);
    let ran = folder.run(&["check", "s.toml", "c.toml", "c.toml"]);
    assert!(ran.out.ends_with("s.toml, c.toml: no findings in 1 claim (1 source)\n"), "{}", ran.out);
}

#[test]
fn a_part_of_a_dossier_can_be_checked_alone() {
    let folder = Folder::new(&[("p/dossier.toml", "[dossier]\n"), ("p/part/a.toml", CITED)]);
    assert!(folder.run(&["check", "p/part"]).out.ends_with("p/part: no findings in 1 claim (1 source)\n"));
    assert!(
        folder.run(&["check", "./p/part/a.toml"]).out.ends_with("p/part/a.toml: no findings in 1 claim (1 source)\n")
    );
}

#[test]
fn what_is_extended_is_taken_in_but_not_its_claims() {
    let paper = "[dossier]\nextends = [\"../record\"]\n[[claim]]\nid = \"c\"\ncites = [\"gazette-1998\"]\nsays = { event = \"opening\", on = \"1998\" }\n";
    let record = format!("[dossier]\nextends = [\"base\"]\n{}", CITED.replace("[[event]]\nid = \"opening\"\n", ""));
    let folder = Folder::new(&[
        ("paper/d.toml", paper),
        ("record/d.toml", &record),
        ("record/base/d.toml", "[dossier]\nextends = []\n[[event]]\nid = \"opening\"\n"),
    ]);
    let ran = folder.run(&["check", "paper", "--format", "json"]);
    let dossier = &ran.json()["dossiers"][0];
    assert_eq!((&dossier["claims"], &dossier["sources"]), (&1.into(), &0.into()));
    assert_eq!(dossier["findings"].as_array().map(Vec::len), Some(0), "{}", ran.out);
}

#[test]
fn dossiers_that_extend_one_another_in_a_circle_are_refused_by_name() {
    let extends = |other: &str| format!("[dossier]\nextends = [\"{other}\"]\n");
    let folder = Folder::new(&[
        ("paper/d.toml", &extends("../record")),
        ("record/d.toml", &extends("../paper")),
        ("own/d.toml", &extends(".")),
    ]);
    refused(&folder.run(&["check", "paper"]), "`paper` extends `record`, which extends `paper`");
    refused(&folder.run(&["check", "own"]), "`own` extends itself");
}

#[test]
fn a_folder_to_extend_that_is_not_there_is_refused_with_its_place() {
    let folder = Folder::new(&[
        ("p/d.toml", "[[event]]\nid = \"e\"\n\n[dossier]\ntitle = \"T\"\nextends = [\n  \"../recrod\",\n]\n"),
        ("q/d.toml", "[dossier]\nextends = [\"../empty\"]\n"),
        ("empty/readme.md", ""),
    ]);
    refused(&folder.run(&["check", "p"]), "p/d.toml:7 extends `../recrod`, which is not there");
    refused(&folder.run(&["check", "q"]), "q/d.toml:2 extends `../empty`, which holds no `.toml` file");
}

#[cfg(unix)]
#[test]
fn links_are_followed_but_not_in_circles() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new(&[("real/a.toml", CITED), ("p/readme.md", ""), ("q/a.toml", CITED)]);
    symlink("../real", folder.0.join("p/linked")).expect("a link can be made");
    symlink("nowhere.md", folder.0.join("p/dangling.md")).expect("a link can be made");
    assert!(folder.run(&["check", "p"]).out.ends_with("p: no findings in 1 claim (1 source)\n"));
    symlink("..", folder.0.join("q/back")).expect("a link can be made");
    symlink(".", folder.0.join("q/again")).expect("a link can be made");
    refused(&folder.run(&["check", "q"]), "cannot read `q/again`: it is a link to a folder that it lies in");
    symlink("nowhere.toml", folder.0.join("p/dangling.toml")).expect("a link can be made");
    refused(&folder.run(&["check", "p"]), "cannot read `p/dangling.toml`: there is no such file or folder");
}

#[test]
fn bytes_that_are_no_text_stop_nothing() {
    let folder = Folder::new(&[("a/a.toml", CITED)]);
    folder.write("a/latin.toml", b"[[source]]\nid = \"cafe\"\ntitle = \"Caf\xe9\"\n");
    folder.write("a/utf16.toml", b"\xff\xfe[\0[\0c\0l\0a\0i\0m\0]\0]\0\n\0");
    folder.write("a/bom.toml", b"\xef\xbb\xbf[[source]]\nid = \"bom\"\n");
    folder.write("a/noise.toml", &(0..=255_u8).cycle().take(5000).collect::<Vec<u8>>());
    let ran = folder.run(&["check", "a", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    assert_eq!(ran.json()["dossiers"][0]["sources"], 3, "{}", ran.out);
    let short = folder.run(&["check", "a", "--format", "short"]).out;
    for (path, byte) in [("latin.toml:3:13", "E9"), ("utf16.toml:1:1", "FF"), ("noise.toml:2:118", "80")] {
        let file = path.split(':').next().unwrap_or_default();
        let line = format!("a/{path}: error[malformed-record] `a/{file}` is not UTF-8 from here on: byte 0x{byte}\n");
        assert!(short.contains(&line), "{line}{short}");
    }
    assert_eq!(short.matches(": error[").count(), 3, "{short}");
}

#[test]
fn a_rule_that_does_not_exist_is_refused_with_the_nearest() {
    let folder = Folder::new(&[("a.toml", CITED)]);
    let sentence = "there is no rule `uncited-clam`; did you mean `uncited-claim`?";
    refused(&folder.run(&["check", "--select", "unused-allow,uncited-clam"]), sentence);
    refused(&folder.run(&["check", "--ignore", "uncited-clam"]), sentence);
    let among = "there is no rule, record, place or finding `uncited-clam`; did you mean `uncited-claim`?";
    refused(&folder.run(&["explain", "uncited-clam"]), among);
    refused(&folder.run(&["explain", "zzz"]), "there is no rule, record, place or finding `zzz`");
}

#[test]
fn a_day_that_is_none_is_refused() {
    let folder = Folder::new(&[("a.toml", CITED)]);
    assert_eq!(folder.run(&["check", "--as-of", "2025-05"]).code, Some(0));
    assert_eq!(
        folder.run(&["check", "--as-of", "2025-05", "--format", "json"]).json()["dossiers"][0]["as_of"],
        "2025-05-31"
    );
    for day in ["2025-02-30", "tomorrow", "2025/..", ""] {
        let ran = folder.run(&["check", "--as-of", day]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.starts_with(&format!("gainsay: `--as-of {day}` is not a day: ")), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
}

#[test]
fn two_runs_give_the_same_bytes_in_every_form() {
    let folder = Folder::new(&[
        ("a/one.toml", CITED),
        ("a/two.toml", &UNCITED.replace("opening", "closing")),
        ("b/c.toml", UNCITED),
    ]);
    for format in ["human", "short", "json"] {
        let run = || folder.run(&["check", "a", "b", "--format", format]);
        let first = run();
        assert!(!first.out.is_empty());
        assert_eq!(first, run());
    }
}

#[test]
fn the_report_for_programs_is_json_of_version_two() {
    let folder = Folder::new(&[("a.toml", UNCITED)]);
    let json = folder.run(&["check", "--format", "json"]).json();
    assert_eq!((&json["version"], &json["tool"]["name"]), (&2.into(), &"gainsay".into()));
    let finding = &json["dossiers"][0]["findings"][0];
    assert_eq!((&finding["rule"], &finding["level"]), (&"uncited-claim".into(), &"note".into()));
    assert_eq!(finding["contradicts"], serde_json::Value::Null);
    let primary = &finding["primary"];
    let place = ["line", "column", "end_line", "end_column", "offset", "length"].map(|key| primary[key].as_u64());
    assert_eq!(place, [5, 6, 5, 21, 41, 15].map(Some));
    assert_eq!(finding["subjects"][0]["id"], "bridge-opened");
    let rows = folder.run(&["rules", "--format", "json"]).json();
    assert!(rows.as_array().expect("a list").iter().any(|row| row["name"] == "uncited-claim"), "{rows}");
}

/// Two chains of events from `first` to `last` with steps across, and one claim that `last` came before `first`: more
/// contradictions than are looked for.
fn ladder(rungs: usize) -> String {
    let mut text = String::new();
    for event in ["first".to_owned(), "last".to_owned()]
        .into_iter()
        .chain((0..rungs).flat_map(|rung| [format!("left-{rung}"), format!("right-{rung}")]))
    {
        let _ = writeln!(text, "[[event]]\nid = \"{event}\"");
    }
    let mut before = |one: &str, other: &str| {
        let says = format!("{{ event = \"{one}\", before = \"{other}\" }}");
        let _ = writeln!(text, "[[claim]]\nid = \"{one}-before-{other}\"\nsays = {says}");
    };
    before("last", "first");
    for (one, other) in [("left", "right"), ("right", "left")] {
        before("first", &format!("{one}-0"));
        for rung in 1..rungs {
            before(&format!("{one}-{}", rung - 1), &format!("{one}-{rung}"));
            before(&format!("{one}-{}", rung - 1), &format!("{other}-{rung}"));
        }
        before(&format!("{one}-{}", rungs - 1), "last");
    }
    text
}

#[test]
fn a_search_that_was_cut_short_is_told() {
    for (rungs, complete) in [(1, true), (8, false)] {
        let folder = Folder::new(&[("a.toml", &ladder(rungs))]);
        let json = folder.run(&["check", "--format", "json"]).json();
        assert_eq!(json["dossiers"][0]["complete"], complete, "{rungs}");
        let told = folder.run(&["check"]).out.contains("that some may not be named");
        assert_eq!(told, !complete, "{rungs}");
    }
}

#[test]
fn no_line_is_wider_than_asked_for() {
    let folder = Folder::new(&[("claims/a-folder-of-some-depth/claims.toml", UNCITED)]);
    for width in [40, 80, 120] {
        for args in [&["check"][..], &["rules"], &["explain", "uncited-claim"]] {
            let ran = folder.run(&[args, &["--width", &width.to_string()]].concat());
            // Examples and places are shown as they are to be written.
            for line in ran.out.lines().filter(|line| !line.starts_with("    ") && !line.contains("─[")) {
                assert!(line.width() <= width, "{args:?} {width}: {line}");
            }
        }
    }
}

#[test]
fn colour_is_for_terminals_and_for_those_who_insist() {
    let folder = Folder::new(&[("a.toml", UNCITED)]);
    let coloured = |args: &[&str], env: &[(&str, &str)]| {
        let ran = Ran::of(folder.command(&[&["check"], args].concat()).envs(env.iter().copied()));
        ran.out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&["--color", "always"], &[]));
    assert!(coloured(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(coloured(&[], &[("FORCE_COLOR", "1")]));
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(&[], &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
    assert!(!coloured(&["--color", "never"], &[("FORCE_COLOR", "1")]));
}

#[test]
fn a_report_is_the_same_in_every_locale() {
    let folder = Folder::new(&[("a.toml", UNCITED)]);
    let report = |args: &[&str], env: &[(&str, &str)]| {
        Ran::of(folder.command(&[&["check"], args].concat()).envs(env.iter().copied())).out
    };
    let usual = report(&[], &[]);
    assert!(!usual.is_ascii());
    assert!(report(&["--ascii"], &[]).is_ascii());
    assert_eq!(report(&[], &[("LANG", "C")]), usual);
    assert_eq!(report(&[], &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "POSIX")]), usual);
}

#[test]
fn what_would_be_drawn_is_told_in_words_to_who_listens() {
    let late = CITED.replace("1998-06", "1997");
    let folder = Folder::new(&[("a.toml", &late)]);
    let narrated = folder.run(&["check", "--narrated", "--width", "80"]);
    let line = "  a.toml, line 3: issued = \"1997\"\n    \"1997\": dated 1997: at least 4 months too early\n";
    assert!(narrated.out.contains(line), "{}", narrated.out);
    let is_drawn = |c: char| ('\u{2500}'..='\u{259F}').contains(&c);
    assert!(folder.run(&["check"]).out.contains(is_drawn) && !narrated.out.contains(is_drawn), "{}", narrated.out);
    let asked = Ran::of(folder.command(&["check", "--width", "80"]).env("NO_GRAPHICS", "1"));
    assert_eq!(asked.out, narrated.out);
    let explained = folder.run(&["explain", "a.toml:10", "--narrated"]);
    assert!(explained.out.contains("\nin time\n  opening: surely on 1998-05-04\n"), "{}", explained.out);
    assert!(explained.out.contains("\n  gazette-1998: possibly from 1997-01-01 to 1997-12-31\n"), "{}", explained.out);
}

#[test]
fn characters_that_steer_a_terminal_do_not_reach_it() {
    let folder = Folder::new(&[]);
    let hostile = UNCITED.replace("id = \"bridge-opened\"", "id = \"bridge\u{202E}\u{9b}31m\" # \u{1b}]0;x\u{7}");
    folder.write("a.toml", hostile.as_bytes());
    for format in ["human", "short"] {
        let out = folder.run(&["check", "--format", format]).out;
        let steers = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202E}';
        assert_eq!(out.chars().find(steers), None, "{out:?}");
    }
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let folder = Folder::new(&[]);
    let many: String = (0..5000).map(|number| UNCITED.replace("bridge", &format!("bridge-{number}"))).collect();
    folder.write("a.toml", many.as_bytes());
    let mut child = folder
        .command(&["check", "--full"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut start = [0; 10];
    child.stdout.take().expect("a pipe").read_exact(&mut start).expect("some output");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn the_help_teaches_and_names_every_command() {
    let folder = Folder::new(&[]);
    let commands = ["check", "explain", "timeline", "rules", "vocabulary", "date", "completions"];
    let help = folder.run(&["--help"]);
    assert_eq!(help.code, Some(0));
    assert!(help.out.contains("Examples:\n  gainsay check"), "{}", help.out);
    let bash = folder.run(&["completions", "bash"]);
    for command in commands {
        assert!(help.out.contains(&format!("\n  {command}")), "{}", help.out);
        assert!(bash.out.contains(command));
        assert_eq!(folder.run(&[command, "--help"]).code, Some(0));
    }
    assert!(folder.run(&["--version"]).out.starts_with("gainsay "));
    assert_eq!(folder.run(&[]).code, Some(2));
    assert_eq!(folder.run(&["chekc"]).code, Some(2));
}

#[test]
fn the_vocabulary_is_printed_in_a_form_that_a_dossier_can_take() {
    let folder = Folder::new(&[]);
    let vocabulary = folder.run(&["vocabulary"]);
    assert_eq!(vocabulary.code, Some(0));
    let claim = "[[entity]]\nid = \"norland\"\n[[claim]]\nid = \"a\"\n\
                 says = { subject = \"norland\", relation = \"member-of\", object = \"norland\" }\n";
    let folder = Folder::new(&[("relations.toml", &vocabulary.out), ("claims.toml", claim)]);
    let report = folder.run(&["check", ".", "--format", "short", "--ignore", "unused-record,uncited-claim"]);
    assert!(report.out.lines().count() == 1 && report.out.contains("reflexive-relation"), "{}", report.out);
}

#[test]
fn a_rule_is_explained_by_its_page() {
    let folder = Folder::new(&[]);
    let page = folder.run(&["explain", "uncited-claim"]).out;
    assert!(page.starts_with("uncited-claim (note, family `source`)\n\nA claim that can be checked"), "{page}");
    assert!(page.contains("\nWhy\n") && page.contains("\n    [[claim]]\n") && !page.contains("```"), "{page}");
}

#[test]
fn a_date_is_explained_through_the_same_program() {
    let folder = Folder::new(&[]);
    let ran = folder.run(&["date", "--json", "2024-06", "-0043"]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(0), 2));
    assert_eq!(folder.run(&["date", "20 June 2024"]).code, Some(1));
}

#[test]
fn paths_are_printed_as_they_were_given() {
    let folder = Folder::new(&[("x/sub/a.toml", UNCITED)]);
    let short = |path: &str| folder.run(&["check", path, "--format", "short"]).out;
    for path in ["x", "./x", "x/", "x/sub/..", "x/../x"] {
        assert!(short(path).starts_with("x/sub/a.toml:5:6: "), "{}", short(path));
    }
    let absolute = folder.0.join("x");
    let absolute = absolute.to_str().expect("a plain path");
    assert!(short(absolute).starts_with(&format!("{absolute}/sub/a.toml:5:6: ")));
    assert!(Path::new(absolute).is_absolute());
}

/// A paper that dates one event twice, and a source that is too old for it.
const QUARREL: &str = "\
[dossier]
title = \"Bridges\"
issued = \"2025\"

[[source]]
id = \"gazette-2022\"
issued = \"2022\"

[[event]]
id = \"opening\"

[[event]]
id = \"flood\"

[[claim]]
id = \"opens-in-june\"
cites = [\"gazette-2022\"]
says = { event = \"opening\", on = \"2024-06-19\" }

[[claim]]
id = \"opens-in-may\"
cites = [\"gazette-2022\"]
says = { event = \"opening\", on = \"2024-05\" }

[[claim]]
id = \"flood-follows\"
cites = [\"gazette-2022\"]
says = { event = \"flood\", after = \"opening\", mode = \"alleged\" }
";

#[test]
fn a_finding_is_explained_by_its_fingerprint_and_by_its_place_alike() {
    let folder = Folder::new(&[("claims/a.toml", QUARREL)]);
    let report = folder.run(&["check", "--format", "json"]).json();
    let found = &report["dossiers"][0]["findings"];
    let conflict = found.as_array().expect("a list").iter().find(|found| found["rule"] == "date-conflict");
    let conflict = conflict.expect("the two dates disagree");
    let print = conflict["fingerprint"].as_str().expect("a string");
    let whole = folder.run(&["explain", print, "--width", "80", "--ascii"]);
    assert_eq!(whole.code, Some(0), "{}", whole.err);
    assert!(whole.out.is_ascii() && whole.out.lines().all(|line| line.width() <= 80), "{}", whole.out);
    let place = format!("claims/a.toml:{}", conflict["primary"]["line"]);
    for other in [&print[..8], &place, &place[7..]] {
        assert_eq!(folder.run(&["explain", other, "--width", "80", "--ascii"]).out, whole.out, "{other}");
    }
    let program = folder.run(&["explain", print, "--format", "json"]).json();
    let told = program["findings"][0]["finding"].as_object().expect("an object");
    assert!(told.len() > 10 && told.iter().all(|(key, value)| conflict[key] == *value), "{told:?} {conflict}");
    let settings = insta::Settings::clone_current();
    settings.bind(|| insta::assert_snapshot!("explained_finding", whole.out));
}

#[test]
fn a_record_is_explained_by_what_each_rule_saw_in_it() {
    let folder = Folder::new(&[("claims/a.toml", QUARREL)]);
    let ran = folder.run(&["explain", "flood-follows", "--width", "80"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.lines().all(|line| line.width() <= 80), "{}", ran.out);
    // A line without a finding is explained by the record that it belongs to.
    assert_eq!(folder.run(&["explain", "a.toml:26", "--width", "80"]).out, ran.out);
    let program = folder.run(&["explain", "flood-follows", "--format", "json"]).json();
    assert_eq!((&program["kind"], &program["id"]), (&"claim".into(), &"flood-follows".into()));
    let rules = |list: &str| -> Vec<String> {
        program[list].as_array().expect("a list").iter().map(|row| row["rule"].to_string()).collect()
    };
    assert!(rules("compatible").contains(&"\"unresolved-citation\"".to_owned()), "{program}");
    assert!(rules("not_checkable").contains(&"\"order-conflict\"".to_owned()), "{program}");
    let rows = |list: &str| program[list].as_array().expect("a list").len();
    assert_eq!((rows("found"), rows("allowed")), (0, 0), "{program}");
    let program = folder.run(&["explain", "opens-in-may", "--format", "json"]).json();
    assert_eq!(program["found"][0]["rule"], "source-predates-event", "{program}");
    insta::assert_snapshot!("explained_record", ran.out);
}

#[test]
fn what_names_a_thing_is_listed_and_what_is_allowed_comes_with_its_reason() {
    let known = "[[claim]]\nid = \"known\"\nsays = { event = \"flood\", on = \"2024\" }\n\
                 allow = [{ rule = \"uncited-claim\", because = \"common knowledge\" }]\n";
    let folder = Folder::new(&[("claims/a.toml", &format!("{QUARREL}\n{known}"))]);
    let namers = |id: &str| -> Vec<String> {
        let program = folder.run(&["explain", id, "--format", "json"]).json();
        let list = program["named_by"].as_array().expect("a list").iter();
        list.map(|row| format!("{} {}", row["id"].as_str().unwrap_or_default(), row["line"])).collect()
    };
    assert_eq!(namers("opening"), ["opens-in-june 18", "opens-in-may 23", "flood-follows 28"]);
    assert_eq!(namers("gazette-2022"), ["opens-in-june 17", "opens-in-may 22", "flood-follows 27"]);
    assert!(namers("known").is_empty());
    let told = folder.run(&["explain", "opening", "--width", "80"]).out;
    assert!(told.contains("named by\n  claim `opens-in-june` (claims/a.toml:18)\n"), "{told}");
    let reason = "allowed, because common knowledge\n";
    let told = folder.run(&["explain", "known", "--width", "80"]).out;
    let (before, print) = told.split_once(reason).expect("the reason is told");
    assert!(before.contains("uncited-claim: "), "{told}");
    let print = print.trim_start().trim_start_matches("`gainsay explain ").get(..8).expect("a fingerprint");
    assert!(folder.run(&["explain", print]).out.contains(reason), "{print}");
    let program = folder.run(&["explain", "known", "--format", "json"]).json();
    assert_eq!(program["allowed"][0]["because"], "common knowledge", "{program}");
    assert_eq!(program["allowed"][0]["rule"], "uncited-claim", "{program}");
}

#[test]
fn a_date_without_a_year_bounds_nothing() {
    let recurring = "[[event]]\nid = \"fair\"\n[[claim]]\nid = \"yearly\"\n\
                     says = { event = \"fair\", on = \"XXXX-10-28\" }\n";
    let folder = Folder::new(&[("claims/a.toml", recurring)]);
    let rows = folder.run(&["timeline", "fair", "--format", "json"]).json();
    let fair = &rows["things"][0];
    assert!(fair["earliest_start"].is_null() && fair["latest_end"].is_null(), "{rows}");
}

#[test]
fn what_cannot_be_explained_is_told_with_what_is_near_it() {
    let folder = Folder::new(&[("claims/a.toml", QUARREL)]);
    let none = "there is no rule, record, place or finding";
    refused(
        &folder.run(&["explain", "opens-in-jun"]),
        &format!("{none} `opens-in-jun`; did you mean `opens-in-june`?"),
    );
    refused(&folder.run(&["explain", "claims/a.toml:999"]), &format!("{none} `claims/a.toml:999`"));
    refused(&folder.run(&["explain", "000"]), &format!("{none} `000`"));
}

#[test]
fn the_timeline_tells_the_dates_and_whose_word_they_are() {
    let folder = Folder::new(&[("claims/a.toml", QUARREL)]);
    let all = folder.run(&["timeline", "--width", "80", "--ascii"]);
    assert_eq!(all.code, Some(0), "{}", all.err);
    let one = folder.run(&["timeline", "opening", "gazette-2022", "--width", "80", "--ascii"]);
    assert!(one.out.is_ascii() && one.out.lines().all(|line| line.width() <= 80), "{}", one.out);
    insta::assert_snapshot!("timeline", format!("{}\n{}", all.out, one.out));
    let rows = folder.run(&["timeline", "opening", "--format", "json"]).json();
    let opening = &rows["things"][0];
    assert_eq!(opening["earliest_start"], opening["latest_end"].as_str().map_or("", |day| day), "{rows}");
    assert_eq!(opening["set_aside"].as_array().expect("a list").len(), 1, "{rows}");
    let picture = folder.run(&["timeline", "--format", "svg"]);
    assert!(picture.out.starts_with("<svg ") && picture.out.ends_with("</svg>\n"), "{}", picture.out);
    assert!(picture.out.contains(">opening</text>") && picture.out.contains("class=\"not\""), "{}", picture.out);
    let near = "there is no event, entity or source called `openin`; did you mean `opening`?";
    refused(&folder.run(&["timeline", "openin"]), near);
}

#[test]
fn the_vocabulary_is_printed_whole_or_in_part() {
    let folder = Folder::new(&[]);
    let whole = folder.run(&["vocabulary"]).out;
    let member = folder.run(&["vocabulary", "member-of"]).out;
    assert!(member.starts_with("[[relation]]\n") && whole.contains(&member), "{member}");
    assert_eq!(folder.run(&["vocabulary", "signed", "ratified"]).out.matches("[[relation]]").count(), 2);
    refused(
        &folder.run(&["vocabulary", "ratifies"]),
        "there is no relation in the vocabulary called `ratifies`; did you mean `ratified`?",
    );
}

#[test]
fn what_a_baseline_knows_fails_no_run_and_is_never_hidden_from_programs() {
    let folder = Folder::new(&[("c/a.toml", UNCITED)]);
    let note = ["--fail-on", "note"];
    let check = |more: &[&str]| folder.run(&[&["check", "c"], &note[..], more].concat());
    assert_eq!(check(&["--write-baseline", "known.json"]).code, Some(0));
    let known = check(&["--baseline", "known.json", "--format", "json"]);
    assert_eq!((known.code, known.err.as_str()), (Some(0), ""));
    assert_eq!(known.json()["dossiers"][0]["findings"][0]["known"], true);
    assert_eq!(known.json()["gone"], serde_json::json!([]));

    folder
        .write("c/b.toml", UNCITED.replace("opening", "closing").replace("bridge-opened", "bridge-closed").as_bytes());
    let more = check(&["--baseline", "known.json", "--format", "sarif"]);
    assert_eq!(more.code, Some(1));
    let states: Vec<String> = more.json()["runs"][0]["results"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|result| {
            format!(
                "{} {}",
                result["baselineState"], result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            )
        })
        .collect();
    assert_eq!(states, [r#""new" "c/b.toml""#, r#""unchanged" "c/a.toml""#]);

    folder.write("c/a.toml", CITED.as_bytes());
    let gone = check(&["--baseline", "known.json", "--format", "json"]).json();
    assert_eq!(gone["gone"][0]["rule"], "uncited-claim");
    assert_eq!(gone["dossiers"][0]["findings"][0]["known"], false);
    let absent = check(&["--baseline", "known.json", "--format", "sarif"]).json();
    assert_eq!(absent["runs"][0]["results"][1]["baselineState"], "absent");
    let without = check(&["--format", "json"]).json();
    assert_eq!(without["gone"], serde_json::Value::Null);
}

#[test]
fn a_baseline_that_is_none_is_refused() {
    let folder = Folder::new(&[("c/a.toml", UNCITED), ("odd.json", "{}")]);
    let none = folder.run(&["check", "c", "--baseline", "none.json"]);
    refused(&none, "cannot read the baseline `none.json`: there is no such file; `--write-baseline` writes one");
    let odd = folder.run(&["check", "c", "--baseline", "odd.json"]);
    assert_eq!(odd.code, Some(2));
    assert!(
        odd.err.starts_with("gainsay: cannot read the baseline `odd.json`: missing field `version`"),
        "{}",
        odd.err
    );
    let nowhere = folder.run(&["check", "c", "--write-baseline", "no/such/folder.json"]);
    assert_eq!(nowhere.code, Some(2));
    assert!(nowhere.err.starts_with("gainsay: cannot write `no/such/folder.json`: "), "{}", nowhere.err);
}

#[test]
fn two_drafts_are_compared_for_people_programs_and_comments() {
    let folder = Folder::new(&[
        ("old/a.toml", UNCITED),
        ("new/a.toml", CITED),
        ("new/b.toml", &UNCITED.replace("opening", "closing").replace("bridge-opened", "bridge-closed")),
    ]);
    let worse = folder.run(&["diff", "old", "new", "--width", "80"]);
    assert_eq!(worse.code, Some(1), "{worse:?}");
    insta::assert_snapshot!("revision_for_people", worse.out);
    insta::assert_snapshot!("revision_as_markdown", folder.run(&["diff", "old", "new", "--format", "markdown"]).out);
    let json = folder.run(&["diff", "old", "new", "--format", "json"]).json();
    assert_eq!(json["dossiers"][0]["counts"], serde_json::json!({"new": 1, "changed": 0, "fixed": 1, "unchanged": 0}));
    assert_eq!(folder.run(&["diff", "new", "new"]).code, Some(0));
    assert_eq!(folder.run(&["diff", "old", "none"]).code, Some(2));
}

#[test]
fn what_a_baseline_knows_is_counted_and_not_shown() {
    let folder = Folder::new(&[("claims/a.toml", UNCITED)]);
    folder.run(&["check", "--write-baseline", "known.json"]);
    folder
        .write("claims/b.toml", b"[[claim]]\nid = \"bridge-closed\"\nsays = { event = \"opening\", on = \"1998\" }\n");
    let ran = folder.run(&["check", "--baseline", "known.json"]);
    assert!(ran.out.starts_with("note[uncited-claim]: `bridge-closed` cites nothing\n"), "{}", ran.out);
    assert!(!ran.out.contains("`bridge-opened` cites"), "{}", ran.out);
    let closing = "1 finding known to the baseline, not shown\n\nclaims: 1 note in 2 claims (0 sources)\n";
    assert!(ran.out.ends_with(closing), "{}", ran.out);
}
