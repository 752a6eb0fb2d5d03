//! Two drafts compared where drafts lie: in the revisions of a git repository, and in two manuscripts.

use std::process::Command;

use crate::cli::{Folder, Ran};

const DOSSIER: &str = r#"
[dossier]
issued     = "2023-05"
language   = "en"
manuscript = "../paper.md"
extends    = ["../record"]

[[source]]
id       = "observer-2019"
cited-as = "Observer 2019"
issued   = "2019"

[[claim]]
id    = "board-office"
text  = "The board opened its office in 2018"
at    = { section = "Work", phrase = "opened its office with a staff of 34" }
cites = ["Observer 2019"]
says  = { event = "office", on = "2018" }

[[claim]]
id    = "talks"
at    = { section = "Past", phrase = "Talks on a joint board began in June 2015" }
cites = ["Observer 2019"]

[[claim]]
id    = "loan"
at    = { section = "Work", phrase = "a loan of 20 million crowns" }
cites = ["Observer 2019"]
"#;

const RECORD: &str = "[dossier]\ntitle = \"R\"\n[[event]]\nid = \"office\"\n";

const PAPER: &str = "\
# Past

Talks on a joint board began in June 2015. They took four years.

# Work

In 2018 the board opened its office with a staff of 34. It was given a loan of 20 million crowns.
";

/// The same paper with the talks in another section, another number, and no loan.
const REVISED: &str = "\
# Past

Nobody knows much of it, but much has been said.

# Work

In 2018 the board opened its office with a staff of 43.

# Talks

Talks on a joint board began in June 2015. They took four years.
";

fn git(folder: &Folder, args: &[&str]) -> String {
    let ran = try_git(folder, args);
    assert_eq!(ran.code, Some(0), "{args:?}: {ran:?}");
    ran.out
}

fn try_git(folder: &Folder, args: &[&str]) -> Ran {
    let mut command = Command::new("git");
    command
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
        .args(args)
        .current_dir(folder.path(""))
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .env_remove("GIT_INDEX_FILE")
        .env("GIT_CONFIG_GLOBAL", "none")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    Ran::of(&mut command)
}

/// A repository with two commits: between them the claim says another year, its source is gone, the paper is revised.
fn repository() -> Folder {
    let folder = Folder::new(&[
        ("claims/paper.toml", DOSSIER),
        ("claims/.hidden/a.toml", "no TOML"),
        ("record/facts.toml", RECORD),
        ("paper.md", PAPER),
    ]);
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "first"]);
    let second = DOSSIER.replace("on = \"2018\"", "on = \"2020\"").replace("in 2018", "in 2020");
    folder.write("claims/paper.toml", second.as_bytes());
    folder.write("paper.md", REVISED.as_bytes());
    git(&folder, &["commit", "-qam", "second"]);
    folder
}

#[test]
fn revisions_are_compared_without_a_checkout() {
    let folder = repository();
    // What is here is neither of the two.
    folder.write("claims/paper.toml", b"[dossier]\n");
    let ran = folder.run(&["diff", "HEAD~1", "HEAD", "--width", "100"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    insta::assert_snapshot!("revisions", ran.out);
    insta::assert_snapshot!(
        "revisions_as_markdown",
        folder.run(&["diff", "HEAD~1", "HEAD", "--format", "markdown"]).out
    );
    let json = folder.run(&["diff", "HEAD~1", "HEAD", "--format", "json"]).json();
    let dossier = &json["dossiers"][0];
    assert_eq!((&dossier["old"], &dossier["new"]), (&"HEAD~1:claims".into(), &"HEAD:claims".into()));
    let passages: Vec<&str> =
        dossier["passages"].as_array().expect("a list").iter().filter_map(|passage| passage["id"].as_str()).collect();
    assert_eq!(passages, ["board-office", "loan", "talks"]);
}

#[test]
fn a_revision_is_named_in_every_way_that_git_has() {
    let folder = repository();
    let told = |args: &[&str]| {
        let ran = folder.run(&[&["diff"][..], args].concat());
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{args:?}: {ran:?}");
        ran.out.lines().last().expect("there is a last line").split_once(": ").expect("it has counts").1.to_owned()
    };
    let expected = told(&["HEAD~1", "HEAD"]);
    for args in [
        &["HEAD~1"][..],
        &["HEAD~1:claims", "main:claims"],
        &["HEAD~1:./claims", "claims"],
        &["HEAD^", "claims/paper.toml"],
        &["HEAD~1", "main", "--", "claims"],
        &["HEAD~1", "main", "--", "claims/paper.toml"],
    ] {
        assert_eq!(told(args), expected, "{args:?}");
    }
    // From a folder inside, paths count from there.
    let inside = Ran::of(folder.command(&["diff", "HEAD~1", "HEAD", "--", "."]).current_dir(folder.path("claims")));
    assert!(inside.out.ends_with(&format!("{expected}\n")), "{inside:?}");
}

/// What a repository can name for git to run; `mark` stands for the program.
const PROGRAMS: &str = r#"
[core]
fsmonitor  = mark
pager      = mark
editor     = mark
askPass    = mark
sshCommand = mark
gitProxy   = mark
hooksPath  = hooks
alternateRefsCommand = mark
[pager]
rev-parse = mark
ls-tree   = mark
cat-file  = mark
[alias]
rev-parse = !mark
ls-tree   = !mark
cat-file  = !mark
[diff]
external = mark
[diff "any"]
textconv = mark
command  = mark
[filter "any"]
smudge  = mark
clean   = mark
process = mark
[credential]
helper = !mark
[uploadpack]
packObjectsHook = mark
[protocol]
allow = always
[extensions]
partialClone = origin
[remote "origin"]
promisor = true
url      = ext::mark
"#;

#[cfg(unix)]
#[test]
fn nothing_that_a_repository_names_is_run() {
    use std::os::unix::fs::PermissionsExt;

    let folder = repository();
    let expected = folder.run(&["diff", "HEAD~1", "HEAD"]);
    // The paper of the first commit is lacking: a partial clone would fetch it.
    let paper = git(&folder, &["rev-parse", "HEAD~1:paper.md"]);
    let object = format!(".git/objects/{}/{}", &paper[..2], paper[2..].trim());
    folder.write("mark", format!("#!/bin/sh\necho x >> {}\n", folder.path("marked").display()).as_bytes());
    let mark = folder.path("mark");
    std::fs::set_permissions(&mark, std::fs::Permissions::from_mode(0o755)).expect("it is this test's own");
    let config = std::fs::read_to_string(folder.path(".git/config")).expect("git wrote it");
    let programs = PROGRAMS.replace("mark", &mark.display().to_string());
    folder.write(
        ".git/config",
        format!("{config}{programs}").replace("formatversion = 0", "formatversion = 1").as_bytes(),
    );
    folder.write(".git/info/attributes", b"* diff=any filter=any\n");

    let variables = [
        ("GIT_DIR", "nowhere"),
        ("GIT_OBJECT_DIRECTORY", "nowhere"),
        ("GIT_EXEC_PATH", "nowhere"),
        ("GIT_CONFIG_COUNT", "none"),
        ("GIT_CONFIG_PARAMETERS", "'"),
        ("GIT_TRACE", "1"),
    ];
    let diff = |folder: &Folder| Ran::of(folder.command(&["diff", "HEAD~1", "HEAD"]).envs(variables));
    assert_eq!(diff(&folder), expected);
    std::fs::remove_file(folder.path(&object)).expect("it is a loose object");
    let lacking = diff(&folder);
    assert!(lacking.out.contains("the git repository lacks it"), "{lacking:?}");
    assert!(!folder.path("marked").exists());
    // The trap is none if nothing would spring it.
    assert_ne!(try_git(&folder, &["cat-file", "-p", "HEAD~1:paper.md"]).code, Some(0));
    assert!(folder.path("marked").exists());
}

#[test]
fn without_git_a_revision_is_refused_in_a_sentence() {
    let folder = Folder::new(&[("claims/a.toml", DOSSIER)]);
    let ran = Ran::of(folder.command(&["diff", "HEAD", "claims"]).env("PATH", folder.path("")));
    let sentence = "gainsay: `HEAD` is no path, and `git` is not there to read it as a revision: install git\n";
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), sentence));
}

#[cfg(unix)]
#[test]
fn links_in_a_revision_are_not_followed() {
    let folder = Folder::new(&[("claims/paper.toml", DOSSIER), ("record/facts.toml", RECORD), ("real.md", PAPER)]);
    std::os::unix::fs::symlink("real.md", folder.path("paper.md")).expect("a link can be made");
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-qm", "first"]);
    let ran = folder.run(&["diff", "HEAD", "claims", "--format", "json"]).json();
    assert!(ran.to_string().contains("it is a link, and those of a revision are not followed"), "{ran}");
}

#[test]
fn what_is_neither_path_nor_revision_is_said_in_a_sentence() {
    let refused = |folder: &Folder, args: &[&str]| {
        let ran = folder.run(&[&["diff"][..], args].concat());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        ran.err
    };
    let folder = repository();
    let sentence = "gainsay: `HEAD~7` is neither a path nor a revision: the git repository has no such revision\n";
    assert_eq!(refused(&folder, &["HEAD~7"]), sentence);
    let sentence = "gainsay: cannot read `HEAD:nowhere`: there is no such file or folder in the revision\n";
    assert_eq!(refused(&folder, &["HEAD", "HEAD~1", "--", "nowhere"]), sentence);
    let sentence =
        "gainsay: say what `claims` is compared with: another path, a revision, or two drafts with `--manuscript`\n";
    assert_eq!(refused(&folder, &["claims"]), sentence);
    let folder = Folder::new(&[("claims/a.toml", DOSSIER)]);
    let sentence = "gainsay: `main` is neither a path nor a revision: no git repository lies around this folder\n";
    assert_eq!(refused(&folder, &["main", "claims"]), sentence);
}

#[test]
fn two_manuscripts_are_compared_under_the_same_claims() {
    let folder = Folder::new(&[
        ("claims/paper.toml", DOSSIER),
        ("record/facts.toml", RECORD),
        ("paper.md", PAPER),
        ("first.md", PAPER),
        ("second.md", REVISED),
    ]);
    let told = |args: &[&str]| {
        let json = folder.run(&[&["diff", "claims", "--format", "json", "--manuscript"][..], args].concat()).json();
        let passages = json["dossiers"][0]["passages"].as_array().expect("a list").clone();
        let facet = |facet: &serde_json::Value| {
            let text = |key: &str| facet[key].as_str().unwrap_or_default().to_owned();
            format!("{}: {} -> {}", text("what"), text("before"), text("after"))
        };
        let told = passages.iter().map(|passage| {
            let facets: Vec<String> = passage["facets"].as_array().expect("a list").iter().map(facet).collect();
            format!("{}: {}", passage["id"].as_str().unwrap_or_default(), facets.join(", "))
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told(&["first.md", "second.md"]),
        [
            "board-office: words: opened its office with a staff of 34 -> opened its office with a staff of 43",
            "loan: words: a loan of 20 million crowns -> ",
            "talks: section: Past -> Talks",
        ]
    );
    assert_eq!(told(&["first.md", "first.md"]), [""; 0]);
    assert_eq!(told(&["second.md", "first.md"])[1], "loan: words:  -> a loan of 20 million crowns");
}

#[test]
fn two_papers_without_records_are_compared() {
    let old =
        "# Abstract\n\nWe enrolled 120 patients in May 2018.\n\n# Methods\n\nIn all, 120 patients came. Nobody left.\n";
    let new = old.replace("enrolled 120", "enrolled 121").replace("Nobody left.", "Nobody left the “ward”.");
    let folder = Folder::new(&[("old.md", old), ("new.md", &new), ("same/paper.md", &old.replace(' ', "\n"))]);
    let ran = folder.run(&["diff", "old.md", "new.md", "--width", "100"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    insta::assert_snapshot!("papers", ran.out);
    let json = folder.run(&["diff", "old.md", "new.md", "--format", "json"]).json();
    let edit = &json["dossiers"][0]["text"]["passages"][0]["edits"][0];
    assert_eq!((&edit["before"]["words"], &edit["after"]["words"]), (&"120 patients".into(), &"121 patients".into()));
    assert_eq!(edit["still"], serde_json::json!(["new.md:7:9"]));
    let same = folder.run(&["diff", "old.md", "same"]);
    assert!(same.out.starts_with("what changed: nothing\nwhat broke: nothing\n"), "{}", same.out);
}
