//! Fixes: what they are offered for is gone when they are applied, nothing comes in its stead, and nothing else
//! changes.

use std::fmt::Write;
use std::path::Path;

use gainsay::finding::Finding;
use gainsay::mend::{Choice, Desk, Mended, Pick, Sheet, mend};
use gainsay::model::Home;
use gainsay::rules::ALL;

use crate::cli::Folder;
use crate::robust::Random;
use crate::rules::{every_fixture, fetch, toml_files};

/// How many broken copies of our own claims are mended.
const BROKEN: usize = 12;

fn desk(files: &[(&str, &str, Home)]) -> Desk {
    let sheets = files.iter().map(|(path, text, home)| Sheet {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
        is_open: *home == Home::Own,
    });
    let dossier = files.iter().enumerate().map(|(at, (.., home))| (at, *home)).collect();
    Desk { sheets: sheets.collect(), dossiers: vec![dossier] }
}

fn one(path: &str, text: &str) -> Desk {
    desk(&[(path, text, Home::Own)])
}

/// What a finding is about, without the values that a fix may change.
fn about(finding: &Finding) -> String {
    let subjects: Vec<String> = finding.subjects.iter().map(|about| format!("{}:{}", about.kind, about.id)).collect();
    let values = if subjects.is_empty() { finding.values.join(" ") } else { String::new() };
    format!("{} {} {values}", finding.rule, subjects.join(" "))
}

fn findings(mended: &Mended) -> Vec<String> {
    let mut all: Vec<String> = mended.end.iter().flat_map(|(_, checked)| &checked.report.findings).map(about).collect();
    all.sort();
    all
}

/// Looks and changes nothing.
fn seen(desk: &Desk) -> Mended {
    let nothing = Choice { select: vec!["none".to_owned()], ..Choice::default() };
    mend(&mut desk.clone(), &fetch, None, &nothing)
}

/// How many fixes of a desk were applied, and what is wrong with it then.
fn goes_wrong(before: &Desk, had: &[String], choice: &Choice) -> (usize, Option<String>) {
    let mut after = before.clone();
    let mended = mend(&mut after, &fetch, None, choice);
    let applied = mended.applied.len();
    let has = findings(&mended);
    let renames = mended.applied.iter().any(|tried| tried.title.starts_with("call this one"));
    let came = has.iter().find(|about| {
        let count = |list: &[String]| list.iter().filter(|other| other == about).count();
        let is_told = mended.brought.iter().any(|brought| about.starts_with(brought.rule));
        count(&has) > count(had) && !is_told
    });
    let again = mend(&mut after.clone(), &fetch, None, choice);
    let wrong = match came {
        Some(came) if !renames => Some(format!("{came} comes")),
        _ if has.len() + applied > had.len() + mended.brought.len() => {
            Some(format!("{applied} applied, {} cleared", had.len().saturating_sub(has.len())))
        }
        _ if !again.applied.is_empty() => Some(format!("applied the second time: {:?}", again.applied)),
        _ if applied == 0
            && after.sheets.iter().zip(&before.sheets).any(|(after, before)| after.text != before.text) =>
        {
            Some("changed without a fix".to_owned())
        }
        _ => None,
    };
    (applied, wrong.map(|wrong| format!("{wrong}: {:#?}", mended.applied)))
}

fn choices() -> Vec<Choice> {
    let pick = |number| Choice {
        picks: ALL.iter().map(|rule| Pick { of: rule.name.to_owned(), number }).collect(),
        ..Choice::default()
    };
    vec![Choice::default(), Choice { judged: true, ..Choice::default() }, pick(1), pick(2)]
}

#[test]
fn a_name_is_spelt_right_though_that_brings_a_contradiction_to_light() {
    let claim = |id: &str, event: &str, on: &str| {
        format!("[[claim]]\nid = \"{id}\"\nsays = {{ event = \"{event}\", on = \"{on}\" }}\n")
    };
    let text = format!(
        "[dossier.rules]\nuncited-claim = \"off\"\n[[event]]\nid = \"great-flood\"\n{}{}",
        claim("told", "great-flood", "1984"),
        claim("misspelt", "great-flod", "1985")
    );
    let mut desk = one("claims.toml", &text);
    let mended = mend(&mut desk, &fetch, None, &Choice { judged: true, ..Choice::default() });
    assert_eq!(mended.applied.iter().map(|tried| tried.rule).collect::<Vec<_>>(), ["unknown-id"]);
    assert_eq!(mended.brought.iter().map(|brought| brought.rule).collect::<Vec<_>>(), ["date-conflict"]);
    assert_eq!((mended.cleared, mended.left_out.len()), (1, 0));
    assert_eq!(desk.sheets[0].text, text.replace("great-flod", "great-flood"));
}

#[test]
fn fixes_clear_what_they_are_offered_for_and_bring_nothing() {
    let mut wrong = String::new();
    let mut applied = vec![0; choices().len()];
    for fixture in every_fixture() {
        let name = fixture.path();
        let before = one(&name, &fixture.text);
        let seen = seen(&before);
        if !seen.end.iter().flat_map(|(_, checked)| &checked.report.findings).any(|finding| !finding.fixes.is_empty()) {
            continue;
        }
        let had = findings(&seen);
        for (number, choice) in choices().iter().enumerate() {
            let (count, what) = goes_wrong(&before, &had, choice);
            applied[number] += count;
            if let Some(what) = what {
                let _ = writeln!(wrong, "{name}, choice {number}: {what}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(applied.iter().all(|count| *count > 5), "{applied:?}");
}

fn own(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(path)).expect("our own claims can be read")
}

/// Ways to break a line that can be mended: what the line becomes.
fn broken(line: &str, way: usize) -> Option<String> {
    let key = line.split([' ', '=']).next().filter(|key| key.len() > 4 && line.contains(" = "))?;
    let value = line.split_once("= ")?.1;
    match way {
        0 => Some(line.replacen(key, &(key[..2].to_owned() + &key[3..]), 1)),
        1 => Some(line.replacen(key, &key.to_uppercase(), 1)),
        2 => {
            let date = value.split('"').nth(1)?;
            let month = date.len() == 7 && date.as_bytes()[4] == b'-' && line.matches('"').count() == 2;
            month.then(|| line.replacen(&format!("\"{date}\""), date, 1))
        }
        3 if line.matches('"').count() == 2 && !line.contains(['\'', '\\', '#']) => {
            Some(line.replacen('"', "\u{201C}", 1).replacen('"', "\u{201D}", 1))
        }
        _ => None,
    }
}

#[test]
fn what_was_broken_is_mended_to_the_letter() {
    let text = own("claims/tutorial/bridges.toml");
    let (mut restored, mut wrong) = ([0; 4], String::new());
    for (number, line) in text.lines().enumerate() {
        for (way, restored) in restored.iter_mut().enumerate() {
            let Some(other) = broken(line, way) else { continue };
            let mut lines: Vec<&str> = text.lines().collect();
            lines[number] = &other;
            let mut desk = one("bridges.toml", &(lines.join("\n") + "\n"));
            let mended = mend(&mut desk, &fetch, None, &Choice::default());
            if desk.sheets[0].text == text {
                *restored += 1;
            } else if !mended.applied.is_empty() {
                let _ = writeln!(wrong, "{line}\n{other}\n{:?}", mended.applied);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(restored.iter().all(|count| *count >= 4), "{restored:?}");
}

#[test]
fn broken_copies_of_our_own_claims_are_mended_without_harm() {
    let mut random = Random(41);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files: Vec<(String, String, Home)> = [("claims/paper", Home::Own), ("claims/record", Home::Extended)]
        .iter()
        .flat_map(|(folder, home)| toml_files(&root.join(folder)).into_iter().map(move |file| (file, *home)))
        .map(|(file, home)| {
            let name = file.strip_prefix(root).expect("it lies below the root").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&file).expect("our own claims can be read"), home)
        })
        .collect();
    let (mut wrong, mut applied) = (String::new(), 0);
    for round in 0..BROKEN {
        let mut files = files.clone();
        for _ in 0..=random.below(8) {
            let at = random.below(files.len());
            let mut lines: Vec<String> = files[at].1.lines().map(str::to_owned).collect();
            let line = random.below(lines.len());
            if let Some(other) = broken(&lines[line], random.below(4)) {
                lines[line] = other;
            }
            files[at].1 = lines.join("\n") + "\n";
        }
        let files: Vec<(&str, &str, Home)> =
            files.iter().map(|(name, text, home)| (name.as_str(), text.as_str(), *home)).collect();
        let choice = &choices()[round % 2];
        let before = desk(&files);
        let (count, what) = goes_wrong(&before, &findings(&seen(&before)), choice);
        applied += count;
        if let Some(what) = what {
            let _ = writeln!(wrong, "round {round}: {what}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(applied > BROKEN / 4, "{applied}");
}

const ISUED: &str = "\
[dossier]
issued = \"2025\"

# the paper
[[source]]
id       = \"gazette\"   # of the town
isued    = 2024-06
url      = \"https://gazette.example/news/2023/05/20/bridge\"

[[claim]]
id    = \"opened\"
cites = [\"gazette\"]
allow = [
  { rule = \"uncited-claim\", because = \"common knowledge\" },
]
";

#[test]
fn the_program_shows_what_it_would_write_and_writes_it() {
    let folder = Folder::new(&[("c/a.toml", ISUED)]);
    let fix = |args: &[&str]| folder.run(&[&["fix", "c"], args].concat());
    let read = || std::fs::read_to_string(folder.path("c/a.toml")).expect("it is there");
    let diff = fix(&["--diff"]);
    assert_eq!(diff.code, Some(1), "{diff:?}");
    assert_eq!(read(), ISUED);
    insta::assert_snapshot!("fix_diff", diff.out + &diff.err);
    let told = fix(&[]);
    assert_eq!(told.code, Some(0), "{told:?}");
    insta::assert_snapshot!("fix_told", told.out);
    let mended = read();
    assert_eq!(fix(&["--diff"]).code, Some(0));
    let again = fix(&[]);
    assert!(again.out.starts_with("nothing was changed\n"), "{again:?}");
    assert_eq!(read(), mended);
}

#[test]
fn of_several_fixes_the_one_that_is_picked_is_applied() {
    let text = ISUED.replace("isued    = 2024-06", "issued   = \"2024-06\"");
    for (pick, gone, there) in [("1", "2024-06", "2023-05-20"), ("2", "https://", "2024-06")] {
        let folder = Folder::new(&[("c/a.toml", text.as_str())]);
        let ran = folder.run(&["fix", "c", "--unsafe", "--select", "url-date-disagrees"]);
        assert!(ran.out.contains("1 finding more has several fixes"), "{ran:?}");
        let found = folder.run(&["check", "c", "--format", "json"]).json();
        let finding = &found["dossiers"][0]["findings"];
        let finding = finding.as_array().expect("findings").iter().find(|one| one["rule"] == "url-date-disagrees");
        let fingerprint = finding.expect("it is found")["fingerprint"].as_str().expect("it has one").to_owned();
        let ran = folder.run(&["fix", "c", "--pick", &format!("{}={pick}", &fingerprint[..8])]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let mended = std::fs::read_to_string(folder.path("c/a.toml")).expect("it is there");
        assert!(!mended.contains(gone) && mended.contains(there), "{mended}");
        assert!(mended.contains("# of the town"), "{mended}");
    }
    let folder = Folder::new(&[("c/a.toml", text.as_str())]);
    assert_eq!(folder.run(&["fix", "c", "--pick", "no-such-rule=1"]).code, Some(2));
    assert_eq!(folder.run(&["fix", "c", "--pick", "url-date-disagrees=0"]).code, Some(2));
    assert_eq!(folder.run(&["fix", "c", "--select", "no-such-rule"]).code, Some(2));
}

#[test]
fn what_is_extended_is_written_only_where_it_is_named() {
    let record = "[dossier]\ntitle = \"Record\"\n\n[[entity]]\nid = \"harbour\"\nNAME = \"Harbour\"\n";
    let paper = "[dossier]\nextends = [\"../record\"]\n\n[[claim]]\nid = \"a\"\n";
    let folder = Folder::new(&[("paper/a.toml", paper), ("record/r.toml", record)]);
    let read = || std::fs::read_to_string(folder.path("record/r.toml")).expect("it is there");
    let alone = folder.run(&["fix", "paper"]);
    assert_eq!((alone.code, read().as_str()), (Some(0), record), "{alone:?}");
    let both = folder.run(&["fix", "paper", "record"]);
    assert_eq!(both.code, Some(0), "{both:?}");
    assert_eq!(read(), record.replace("NAME", "name"));
}

#[test]
fn a_fix_that_brings_a_finding_is_left_out_and_told() {
    let text = ISUED
        .replace("isued    = 2024-06", "isued    = \"2026\"")
        .replace("[dossier]\n", "[dossier]\nas-of = \"2025-06\"\n");
    let folder = Folder::new(&[("c/a.toml", text.as_str())]);
    let ran = folder.run(&["fix", "c", "--select", "malformed-record"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("not applied: write `issued`: it would bring "), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(folder.path("c/a.toml")).expect("it is there"), text);
}

#[test]
fn a_key_is_spelt_right_for_who_asks_and_what_comes_to_light_is_told() {
    let text = "[[source]]\nid = \"bridgeport\"\ncited-as = \"Bridgeport 2022\"\nissued = \"2022\"\n\n[[event]]\nid = \"opening\"\n\n\
                [[claim]]\nid = \"opens\"\ncites = [\"Bridgport 2022\"]\nsays = { event = \"opening\", on = \"2024\" }\n";
    let folder = Folder::new(&[("c/a.toml", text)]);
    let offer = "can be fixed with `--unsafe`";
    assert!(folder.run(&["fix", "c"]).out.contains(offer));
    let tried = folder.run(&["fix", "c", "--unsafe"]);
    assert!(
        tried.out.contains("[source-predates-event] came to light: ") && !tried.out.contains(offer),
        "{}",
        tried.out
    );
    let mended = std::fs::read_to_string(folder.path("c/a.toml")).expect("it is there");
    assert_eq!(mended, text.replace("Bridgport", "Bridgeport"));
}

#[test]
fn what_can_only_have_been_meant_is_written() {
    let record = "[[source]]\nid = \"gazette\"\n\n[[event]]\nid = \"bridge-opened\"\n\n";
    let cases = [
        ("[source]\nid = \"herald\"\nissued = \"1998\"\n", "[[source]]\nid = \"herald\"\nissued = \"1998\"\n"),
        ("[[source]\nid = \"herald\"\nissued = \"1998\"\n", "[[source]]\nid = \"herald\"\nissued = \"1998\"\n"),
        (
            "[[sorce]]\nid = \"a\"\nissued = \"1998\"\n\n[[sorce]] # two\nid = \"b\"\nissued = \"1999\"\n",
            "[[source]]\nid = \"a\"\nissued = \"1998\"\n\n[[source]] # two\nid = \"b\"\nissued = \"1999\"\n",
        ),
        ("[[entity]]\nid = \"a\"\nname = 1998 # a year\n", "[[entity]]\nid = \"a\"\nname = \"1998\" # a year\n"),
        ("[[entity]]\nid = \"a\"\nfrom = \"20 June 1998\"\n", "[[entity]]\nid = \"a\"\nfrom = \"1998-06-20\"\n"),
        ("[[entity]]\nid = \"a\"\nfrom = -20000\n", "[[entity]]\nid = \"a\"\nfrom = \"Y-20000\"\n"),
        ("[[entity]]\nid = \"a\"\nfrom = 1998-06\n", "[[entity]]\nid = \"a\"\nfrom = \"1998-06\"\n"),
        ("[[entity]]\nid = \"a\"\nform = 1998-06\n", "[[entity]]\nid = \"a\"\nfrom = \"1998-06\"\n"),
        ("[[evidence]]\nsource = gazette\n", "[[evidence]]\nsource = \"gazette\"\n"),
        ("[[evidence]]\nsource = “gazette”\n", "[[evidence]]\nsource = \"gazette\"\n"),
        (
            "[[fact]]\nid = \"a\"\nsays = { event = \"Bridge_opened\", not = \"false\" }\n",
            "[[fact]]\nid = \"a\"\nsays = { event = \"bridge-opened\", not = false }\n",
        ),
        ("[dossier.rules]\nuncited-clam = \"nota\"\n", "[dossier.rules]\nuncited-claim = \"note\"\n"),
        (
            "[[source]]\nid = \"a\"\nissued = \"1998\"\nstatus = \"publishd\"\n",
            "[[source]]\nid = \"a\"\nissued = \"1998\"\nstatus = \"published\"\n",
        ),
    ];
    for (before, after) in cases {
        let mut desk = one("a.toml", &(record.to_owned() + before));
        let mended = mend(&mut desk, &fetch, None, &Choice::default());
        assert_eq!(desk.sheets[0].text, record.to_owned() + after, "{:?}", mended.left_out);
    }
}

#[test]
fn what_may_mean_something_else_is_left_to_a_person() {
    let text = "[[entity]]\nid = \"zambia\"\n\n[[event]]\nid = \"vote\"\n\n[[fact]]\nid = \"a\"\nsays = { event = \"vote\", \
                who = [\"gambia\"] }\n";
    let mut desk = one("a.toml", text);
    let mended = mend(&mut desk, &fetch, None, &Choice::default());
    assert_eq!((desk.sheets[0].text.as_str(), mended.applied.len()), (text, 0));
    mend(&mut desk, &fetch, None, &Choice { judged: true, ..Choice::default() });
    assert_eq!(desk.sheets[0].text, text.replace("gambia", "zambia"));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("c/a.toml", ISUED), ("kept/b.toml", ISUED)]);
    let (own, kept, link) = (folder.path("c/a.toml"), folder.path("kept/b.toml"), folder.path("linked.toml"));
    std::fs::set_permissions(&own, PermissionsExt::from_mode(0o640)).expect("the mode can be set");
    symlink(&kept, &link).expect("a link can be made");
    for path in ["c", "linked.toml"] {
        assert_eq!(folder.run(&["fix", path]).code, Some(0));
    }
    let mode = std::fs::metadata(&own).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(std::fs::symlink_metadata(&link).expect("it is there").is_symlink());
    let read = |path| std::fs::read_to_string(path).expect("it is there");
    assert!(read(own).contains("issued") && read(kept).contains("issued"));
}

/// A program called `pdftotext` is run once the records are read, and here it is the person who saves them meanwhile.
#[cfg(unix)]
#[test]
fn what_is_saved_while_it_is_mended_is_not_written_over() {
    use std::os::unix::fs::PermissionsExt;
    let text = ISUED.to_owned() + "\n[[evidence]]\nsource = \"gazette\"\nfile = \"copy.pdf\"\nquote = \"opened\"\n";
    let saves = "#!/bin/sh\ngrep -q saved c/a.toml || echo '# saved' >> c/a.toml\n";
    let folder = Folder::new(&[("c/a.toml", text.as_str()), ("c/copy.pdf", "%PDF-1.4"), ("bin/pdftotext", saves)]);
    std::fs::set_permissions(folder.path("bin/pdftotext"), PermissionsExt::from_mode(0o755)).expect("it can be set");
    let path = format!("{}:{}", folder.path("bin").display(), std::env::var("PATH").unwrap_or_default());
    let fix = || crate::cli::Ran::of(folder.command(&["fix", "c"]).env("PATH", &path));
    let read = || std::fs::read_to_string(folder.path("c/a.toml")).expect("it is there");
    let ran = fix();
    assert!(ran.code == Some(2) && ran.err.contains("it has changed since it was read"), "{ran:?}");
    assert_eq!(read(), text.clone() + "# saved\n");
    assert_eq!(std::fs::read_dir(folder.path("c")).expect("it is there").count(), 2, "a temporary file stays");
    assert_eq!(fix().code, Some(0));
    assert!(!read().contains("allow") && read().ends_with("# saved\n"), "{}", read());
}
