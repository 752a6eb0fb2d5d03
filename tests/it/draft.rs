//! Manuscripts drafted into dossiers, as a user does it: the files that are written, what is told, what a check finds.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own for a test, with a paper in it.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("draft").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("what an earlier run left can be removed");
        }
        fs::create_dir_all(&folder).expect("a folder can be made");
        Desk { folder }
    }

    /// Puts a manuscript of `tests/manuscripts` on the desk.
    fn take(&self, name: &str) -> String {
        let paper = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/manuscripts").join(name);
        fs::copy(paper, self.folder.join(name)).expect("the paper can be copied");
        name.to_owned()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).expect("a file can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).expect("a file can be read")
    }

    /// What the program prints, and its exit code.
    fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let output = Command::new(env!("CARGO_BIN_EXE_gainsay"))
            .args(arguments)
            .current_dir(&self.folder)
            .output()
            .expect("the program can be run");
        let printed = [output.stdout, output.stderr].concat();
        (String::from_utf8(printed).expect("a report is text"), output.status.code())
    }

    /// All files of the dossier, one behind the other.
    fn dossier(&self) -> String {
        let mut all = String::new();
        let mut names: Vec<PathBuf> = fs::read_dir(self.folder.join("claims"))
            .expect("there is a dossier")
            .map(|entry| entry.expect("the folder can be read").path())
            .collect();
        names.sort();
        for path in names {
            let text = fs::read_to_string(&path).expect("a file can be read");
            let name = path.file_name().expect("a file has a name").to_string_lossy();
            let _ = write!(all, "##### {name}\n{text}\n");
        }
        all
    }
}

/// What two commands bring forth: the summary, the records, the findings.
fn two_commands(paper: &str) -> String {
    let desk = Desk::new(&paper.replace('.', "-"));
    let (told, code) = desk.run(&["draft", &desk.take(paper)]);
    assert_eq!(code, Some(0), "{told}");
    let (found, code) = desk.run(&["check", "--format", "short"]);
    assert_eq!(code, Some(1), "{found}");
    format!("$ gainsay draft {paper}\n{told}\n$ gainsay check --format short\n{found}\n{}", desk.dossier())
}

#[test]
fn an_english_paper_is_drafted_and_its_faults_are_found() {
    insta::assert_snapshot!("ferry", two_commands("ferry.md"));
}

#[test]
fn an_indonesian_paper_is_drafted_and_its_faults_are_found() {
    insta::assert_snapshot!("feri", two_commands("feri.md"));
}

/// What a check says of a draft of a paper of 2025 with these paragraphs.
fn checked(name: &str, paragraphs: &str) -> String {
    let desk = Desk::new(name);
    let list = "Doe, J. (2008). *A warning*. Vell: Quay.\n\nRoe, R. (1998). *Old ports*. Vell: Quay.\n";
    desk.write(
        "paper.md",
        &format!("---\ntitle: Ports\ndate: 2025-02-10\n---\n\n{paragraphs}\n# References\n\n{list}"),
    );
    desk.run(&["draft", "paper.md"]);
    desk.run(&["check", "--format", "short"]).0
}

#[test]
fn what_a_quotation_cites_is_its_author_s_and_what_a_note_cites_is_told_once() {
    let desk = Desk::new("quoted");
    let paper = "Doe (2008) says that \"breaking with it was hard (Bahn, 1926; Cohn, 2000)\" in her study.\n\n\
         The plan failed.[^1] Half of them read (Northland, 2021b), and few (Northland, 2021a).\n\n\
         [^1]: On this see more fully (Hahn, 2000, p. 11), who doubts it.\n\n# References\n\n\
         Doe, J. (2008). *A warning*. Vell: Quay.\n\n\
         Northland Institute of Statistics and Surveys. (2021a). *Survey of ports*. Vell: Quay.\n\n\
         Northland Institute of Statistics and Surveys. (2021b). *Summary of ports*. Vell: Quay.\n";
    desk.write("paper.md", paper);
    let (found, _) = desk.run(&["check", "paper.md", "--format", "short"]);
    assert_eq!(found.matches("error[").count(), 1, "{found}");
    assert!(found.contains("“Hahn 2000”"), "{found}");
}

#[test]
fn a_torn_line_of_the_list_is_not_blamed_for_being_cited_nowhere_and_an_entry_is_once() {
    let found = checked(
        "torn",
        "In 2009 the ports had 40 quays (Doe 2008).\n\n# References/Referenties\n\n%20Guidelines%20v1.2.pdf\n\n\
         Lind, A. (2001). *New ports*. Vell: Quay.\n\n",
    );
    assert_eq!(found.matches("[uncited-source]").count(), 2, "{found}");
    assert!(found.contains("nothing cites Lind 2001") && found.contains("nothing cites Roe 1998"), "{found}");
}

#[test]
fn what_a_draft_presumes_accuses_nobody_and_what_is_to_come_is_no_past() {
    let found = checked(
        "presumed",
        "In 2009 the ministers closed 40 ports. In 2012 they opened two. The word is old (Roe 1998).\n\n\
         The board withdrew the licence in 2010 after a warning of 2008 (Doe 2008).\n\n\
         The Harbour Act appropriated 3 billion dollars through FY 2027. The estimate for 2030 is 157,000 tons per year. \
         The pier is listed for 14 May 2026. The quay is to be topped up in May 2026. The board exempted ferries until \
         2027.\n",
    );
    assert!(!found.contains("error[") && !found.contains("warning["), "{found}");
    assert_eq!(found.matches("source-predates-event").count(), 0, "{found}");
}

#[test]
fn what_is_told_aside_of_a_work_or_of_what_is_to_come_accuses_no_source() {
    let found = checked(
        "aside",
        "The rules of the quay (widened in 2019 to ferries) ask for a toll (Doe 2008).\n\n\
         They go back to the board, headed by Hale until 2012 (Doe 2008).\n\n\
         The board wrote on tolls in 1997 and again in 2007 (Roe 1998; Doe 2008).\n\n\
         Die Kammer prognostiziert für 2016 einen Anstieg der Zölle (Doe 2008). Der Kai wird 2019 erweitert (Doe 2008).\n\n\
         La chambre prévoit une hausse des droits en 2016 (Doe 2008). El puerto será ampliado en 2019 (Doe 2008).\n",
    );
    assert!(!found.contains("error[") && !found.contains("warning[source"), "{found}");
}

#[test]
fn what_a_sentence_tells_as_past_is_held_against_its_own_citation_and_the_paper() {
    let found = checked("told", "The pier was closed in June 2026, and the quay was sold in 2031 (Doe 2008).\n");
    assert_eq!(found.matches("error[event-after-paper]").count(), 2, "{found}");
    assert_eq!(found.matches("error[source-predates-event]").count(), 1, "{found}");
}

#[test]
fn the_same_paper_in_other_formats_has_the_same_findings() {
    let found = |paper: &str| {
        let desk = Desk::new(&format!("formats-{}", paper.replace('.', "-")));
        desk.take("ferry.bib");
        let (told, code) = desk.run(&["draft", &desk.take(paper)]);
        if told.contains("`pdftotext` is not there") {
            return None;
        }
        assert_eq!(code, Some(0), "{told}");
        let (found, _) = desk.run(&["check", "--format", "short"]);
        let without_place = |line: &str| {
            let said = line.splitn(4, ':').nth(3).unwrap_or(line).replace("line ", "line");
            // A passage has the citations of its format.
            let quoted = said.split_once(" “").and_then(|(head, rest)| Some((head, rest.split_once("”: ")?.1)));
            let said = quoted.map_or_else(|| said.clone(), |(head, message)| format!("{head} {message}"));
            let words = said.split(' ').map(|word| if word.starts_with("line") { "line" } else { word });
            words.collect::<Vec<_>>().join(" ")
        };
        let mut lines: Vec<String> = found.lines().map(without_place).collect();
        // They stand in the order of their files, which follows that of the entries.
        lines.sort();
        Some(lines)
    };
    let expected = found("ferry.md").expect("Markdown needs no other program");
    assert_eq!(expected.len(), 14, "{expected:#?}");
    for paper in ["ferry.html", "ferry.docx", "ferry.txt", "ferry.pdf", "ferry-columns.pdf"] {
        assert_eq!(found(paper).unwrap_or_else(|| expected.clone()), expected, "{paper}");
    }
    // There the works are cited by their keys.
    let by_key = [
        ("brant2018", "Brant and Weiss 2018"),
        ("hollis2020", "Hollis 2020"),
        ("zorin2023", "Zorin 2023"),
        ("ministry2020", "Ministry of Transport 2020"),
        ("harbour2018", "Harbour Daily 2018"),
        ("observer2019b", "Coastal Observer 2019b"),
        ("kanto", "Kanto n.d."),
        ("board2022", "Maritime Board 2022"),
    ];
    let printed = |line: &String| by_key.iter().fold(line.clone(), |line, (key, printed)| line.replace(key, printed));
    // Of a file, what nothing cites is not drafted.
    let expected: Vec<String> = expected.into_iter().filter(|line| !line.contains("uncited-source")).collect();
    let mut latex: Vec<String> = found("ferry.tex").iter().flatten().map(printed).collect();
    latex.sort();
    assert_eq!(latex, expected);
}

/// The findings of a report, without their places and fingerprints: those are the paper's in one, the records' in the
/// other.
fn findings(json: &str) -> Vec<[serde_json::Value; 5]> {
    let report: serde_json::Value = serde_json::from_str(json).expect("the report is JSON");
    let found = report["dossiers"][0]["findings"].as_array().expect("findings are a list").clone();
    let keys = ["rule", "level", "certainty", "subjects", "values"];
    found.iter().map(|finding| keys.map(|key| finding[key].clone())).collect()
}

/// All paths that a report names.
fn paths(value: &serde_json::Value, into: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(parts) => parts.iter().for_each(|(key, part)| match part.as_str() {
            Some(path) if key == "path" => into.push(path.to_owned()),
            _ => paths(part, into),
        }),
        serde_json::Value::Array(parts) => parts.iter().for_each(|part| paths(part, into)),
        _ => {}
    }
}

const PAPERS: [&str; 8] =
    ["feri.md", "ferry.md", "ferry.html", "ferry.docx", "ferry.tex", "ferry.txt", "ferry.pdf", "ferry-columns.pdf"];

#[test]
fn in_a_paper_the_same_is_found_as_in_its_draft_and_nothing_is_written() {
    for paper in PAPERS {
        let desk = Desk::new(&format!("alone-{}", paper.replace('.', "-")));
        desk.take("ferry.bib");
        desk.take(paper);
        let (alone, code) = desk.run(&["check", paper, "--format", "json"]);
        if alone.contains("`pdftotext` is not there") {
            continue;
        }
        assert_eq!(code, Some(1), "{alone}");
        let report: serde_json::Value = serde_json::from_str(&alone).expect("the report is JSON");
        let mut named = Vec::new();
        paths(&report, &mut named);
        assert!(
            !named.is_empty() && named.iter().all(|path| path == paper || path == "ferry.bib"),
            "{paper}: {named:?}"
        );
        assert!(!desk.folder.join("claims").exists() && fs::read_dir(&desk.folder).expect("it is there").count() == 2);
        desk.run(&["draft", paper]);
        let (drafted, _) = desk.run(&["check", "--format", "json"]);
        assert_eq!(findings(&alone), findings(&drafted), "{paper}");
    }
}

#[test]
fn what_is_found_in_a_paper_is_told_of_its_own_lines() {
    let desk = Desk::new("own-lines");
    let paper = desk.take("ferry.md");
    let (found, code) = desk.run(&["check", &paper, "--width", "100"]);
    assert_eq!(code, Some(1));
    insta::assert_snapshot!("ferry_alone", found);
    for format in ["short", "json", "sarif", "github", "junit", "markdown", "html"] {
        let (found, _) = desk.run(&["check", &paper, "--format", format]);
        assert!(!found.contains("drafted&gt;") && !found.contains("<drafted>") && !found.contains("sources.toml"));
        assert!(found.contains("ferry.md"), "{format}");
    }
}

#[test]
fn papers_are_checked_each_by_itself_and_beside_dossiers() {
    let desk = Desk::new("several");
    let (one, other) = (desk.take("ferry.md"), desk.take("feri.md"));
    desk.write("plain.md", "The pier was opened in June 1998.\n");
    desk.write("empty.md", "Nothing is said here.\n");
    desk.write("records.toml", "[[claim]]\nid = \"a\"\ntext = \"The pier was opened\"\n");
    let (json, code) = desk.run(&["check", &one, "records.toml", &other, "--format", "json"]);
    assert_eq!(code, Some(1), "{json}");
    let report: serde_json::Value = serde_json::from_str(&json).expect("the report is JSON");
    let dossiers = report["dossiers"].as_array().expect("dossiers are a list");
    let paths: Vec<&str> = dossiers.iter().filter_map(|dossier| dossier["path"].as_str()).collect();
    assert_eq!(paths, [&one, "records.toml", &other]);
    assert_eq!(desk.run(&["check", "plain.md"]).1, Some(0));
    assert_eq!(desk.run(&["check", &one, "--write-baseline", "known.json"]).1, Some(0));
    assert_eq!(desk.run(&["check", &one, "--baseline", "known.json"]).1, Some(0));
    for (arguments, why) in [
        (&["check", "empty.md"][..], "nothing to check: `empty.md` has no sentence worth checking"),
        (&["check", "plain.md", "--manuscript", "ferry.md"], "`plain.md` is a manuscript itself"),
        (&["fix", "plain.md"], "`plain.md` holds no records: `gainsay draft` writes those of a paper"),
    ] {
        let (told, code) = desk.run(arguments);
        assert!(code == Some(2) && told.contains(why), "{told}");
    }
}

#[test]
fn what_of_a_paper_or_its_list_cannot_be_read_is_told() {
    let desk = Desk::new("broken-parts");
    desk.write(
        "paper.tex",
        "\\documentclass{article}\n\\begin{document}\nThe pier was opened in June 1998 \\cite{a}.\n\\input{part-2}\n\
         \\bibliography{refs,missing}\n\\end{document}\n",
    );
    desk.write("refs.bib", "@book{a, title = {Piers}, year = 1998}\n@book{b, title = {Gates\n");
    let (told, code) = desk.run(&["draft", "paper.tex"]);
    assert_eq!(code, Some(0), "{told}");
    for line in [
        "The bibliography `missing.bib` that the manuscript names cannot be read: there is no such file or folder.",
        "  paper.tex:4: `part-2` is taken in here, and there is no such file or folder",
        "  refs.bib:2: this entry is not closed",
    ] {
        assert!(told.lines().any(|other| other == line), "{line}\n{told}");
    }
}

#[test]
fn a_gigabyte_of_nothing_is_refused() {
    let desk = Desk::new("gigabyte");
    for (name, arguments) in [
        ("paper.md", &["draft", "paper.md"][..]),
        ("paper.docx", &["draft", "paper.docx"]),
        ("refs.bib", &["draft", "ferry.md", "--bibliography", "refs.bib"]),
    ] {
        let file = fs::File::create(desk.folder.join(name)).expect("a file can be made");
        file.set_len(1 << 30).expect("a file can have a hole");
        desk.take("ferry.md");
        let (told, code) = desk.run(arguments);
        assert_eq!((told, code), (format!("gainsay: cannot read `{name}`: it is larger than 256 MiB\n"), Some(2)));
        fs::remove_file(desk.folder.join(name)).expect("the file is there");
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let desk = Desk::new("second-run");
    let paper = desk.take("ferry.md");
    desk.run(&["draft", &paper]);
    let first = desk.dossier();
    let (told, code) = desk.run(&["draft", &paper]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.starts_with("Nothing new in ferry.md"), "{told}");
    assert_eq!(desk.dossier(), first);
}

#[test]
fn what_a_person_wrote_survives_a_revision_of_the_paper() {
    let desk = Desk::new("revision");
    let paper = desk.take("ferry.md");
    desk.run(&["draft", &paper]);
    let claims = desk.read("claims/introduction.toml");
    // A person paraphrases the first claim, takes its mark away, and puts the second into comments.
    let mut records: Vec<String> = claims.split("\n# drafted ").map(str::to_owned).collect();
    let (_, unmarked) = records[1].split_once('\n').expect("a mark is a line");
    let own = |line: &str| {
        if line.starts_with("text ") { "text  = \"In my words\"  # mine".to_owned() } else { line.to_owned() }
    };
    records[1] = ["\n# Looked at by me"]
        .into_iter()
        .map(str::to_owned)
        .chain(unmarked.lines().map(own))
        .collect::<Vec<_>>()
        .join("\n");
    records[2] = records[2].lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n");
    records[3] = format!("\n# drafted {}", records[3..].join("\n# drafted "));
    desk.write("claims/introduction.toml", &records[..4].join("\n"));
    let before = desk.read("claims/introduction.toml");
    // The paper loses a sentence, changes one in a word, and gains one.
    let text = desk.read("ferry.md").replace("Nobody was hurt.", "Nobody was hurt. On 3 May 2020 a pier burned down.");
    let text = text.replace("was dropped last\nmonth", "was given up last\nmonth");
    let text = text.replace(" (Zorin\n2023)", "").replace("and critics had given it two years at most", "");
    desk.write("ferry.md", &text);
    let (told, _) = desk.run(&["draft", &paper]);
    assert_eq!(desk.read("claims/introduction.toml"), before, "what is there stays");
    let work = desk.read("claims/the-compact-at-work.toml");
    assert!(work.contains("On 3 May 2020 a pier burned down."), "what is new is drafted: {work}");
    insta::assert_snapshot!("revision", told);
    let (again, _) = desk.run(&["draft", &paper]);
    assert!(again.starts_with("Nothing new"), "{again}");
}

#[test]
fn a_dossier_that_cannot_be_read_is_left_alone() {
    let desk = Desk::new("broken");
    let paper = desk.take("ferry.md");
    desk.run(&["draft", &paper]);
    desk.write("claims/background.toml", "[[claim]]\nid = \"half\n");
    let before = desk.dossier();
    let (told, code) = desk.run(&["draft", &paper]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("cannot write behind claims/background.toml:2"), "{told}");
    assert_eq!(desk.dossier(), before);
}

#[test]
fn the_records_of_one_paper_are_not_mixed_with_those_of_another() {
    let desk = Desk::new("other");
    desk.run(&["draft", &desk.take("ferry.md")]);
    let before = desk.dossier();
    let (told, code) = desk.run(&["draft", &desk.take("feri.md")]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("`claims` holds the records of `../ferry.md`"), "{told}");
    assert_eq!(desk.dossier(), before);
}

/// A paper with these words, drafted and checked beside a library of three works: what both tell.
fn with_library(name: &str, paper: &str, words: &str) -> (Desk, String, String) {
    let desk = Desk::new(name);
    let book =
        |key: &str| format!("@book{{{key}, author = {{{key}, Ann}}, title = {{Quays of {key}}}, year = 2019}}\n");
    desk.write("refs.bib", &["Osei", "Lind", "Roe"].map(book).concat());
    desk.write(paper, words);
    let (told, code) = desk.run(&["draft", paper]);
    assert_eq!(code, Some(0), "{told}");
    let (found, _) = desk.run(&["check", "--format", "short"]);
    (desk, told, found)
}

#[test]
fn of_a_library_what_is_cited_is_drafted() {
    let paper = "---\nbibliography: refs.bib\n---\n\nThe quay was opened in June 2018 [@Osei].\n";
    let (desk, told, found) = with_library("library", "paper.md", paper);
    assert!(told.contains("2 of the 3 entries of refs.bib are not cited, and not drafted."), "{told}");
    assert_eq!(desk.read("claims/sources.toml").matches("[[source]]").count(), 1);
    assert!(!found.contains("uncited-source"), "{found}");
    let (again, _) = desk.run(&["draft", "paper.md"]);
    assert!(again.starts_with("Nothing new"), "{again}");
    let cell = paper.replace(".\n", ".\n\n| Port | Source |\n|--|--|\n| Vell | @Lind |\n");
    let (desk, _, found) = with_library("library-cell", "paper.md", &cell);
    assert_eq!(desk.read("claims/sources.toml").matches("[[source]]").count(), 2, "a cell of a table cites too");
    assert!(!found.contains("uncited-source"), "{found}");
}

#[test]
fn what_is_listed_without_being_cited_is_drafted_and_not_accused() {
    let paper = "\\documentclass{article}\\begin{document}\nThe quay was opened in June 2018 \\cite{Osei}.\n\
                 \\nocite{*}\\bibliography{refs}\n\\end{document}\n";
    let (desk, told, found) = with_library("nocite", "paper.tex", paper);
    assert!(!told.contains("not cited"), "{told}");
    assert_eq!(desk.read("claims/sources.toml").matches("[[source]]").count(), 3);
    assert!(!found.contains("uncited-source"), "{found}");
    let paper = "---\nbibliography: refs.bib\nnocite: |\n  @Lind\n---\n\nThe quay was opened in June 2018 [@Osei].\n";
    let (desk, _, found) = with_library("nocite-yaml", "paper.md", paper);
    assert_eq!(desk.read("claims/sources.toml").matches("[[source]]").count(), 2);
    assert!(!found.contains("uncited-source"), "{found}");
}

#[test]
fn what_is_looked_up_in_no_list_is_told_once() {
    for (name, head) in [("no-list", ""), ("lost-list", "---\nbibliography: gone.bib\n---\n\n")] {
        let paper = format!("{head}The quay was opened in June 2018 [@Osei]. It burned down in 2020 [@Vane; @Holt].\n");
        let (_, told, found) = with_library(name, "paper.md", &paper);
        assert!(told.contains("\n3 citations are looked up nowhere: "), "{told}");
        assert!(!found.contains(": error["), "{found}");
        assert_eq!(found.matches("unreadable-file").count(), 1, "{found}");
    }
}

#[test]
fn a_list_of_works_may_be_given_beside_the_paper() {
    let desk = Desk::new("given-list");
    desk.write("paper.md", "The quay was closed in June 2018 [@Osei].\n");
    let list = "@book{Osei, author = {Osei, Ada}, title = {Quays}, date = {2015}}\n";
    desk.write("works.txt", list);
    let check = |more: &[&str]| desk.run(&[&["check", "paper.md", "--format", "short"], more].concat()).0;
    assert!(check(&[]).contains("no list of works was found"));
    let found = check(&["--bib", "works.txt"]);
    assert!(found.contains("error[source-predates-event]"), "{found}");
    // One that lies beside the paper and has its keys is taken, and that is told.
    desk.write("others.bib", "@book{Roe, title = {Tides}}\n");
    desk.write("refs.bib", list);
    let beside = "the manuscript names no list of works, and `refs.bib` beside it is taken";
    let found = check(&[]);
    assert!(found.contains("error[source-predates-event]") && found.matches(beside).count() == 1, "{found}");
    assert!(!check(&["--bib", "works.txt"]).contains(beside));
    let (told, _) = desk.run(&["draft", "paper.md"]);
    assert!(told.starts_with("The manuscript names no list of works, and `refs.bib` beside it is taken.\n"), "{told}");
}

#[test]
fn a_note_that_names_a_source_and_its_copy_is_evidence() {
    let desk = Desk::new("annotated");
    fs::create_dir_all(desk.folder.join("backup")).expect("a folder can be made");
    desk.write("backup/gazette.txt", "The quay was closed in June 2018.\n");
    let note = "[^1]: Source: Gazette, 20 May 2018, p. 4; backup/gazette.txt\n";
    desk.write("paper.md", &format!("The quay was closed in June 2018.[^1]\n\n{note}"));
    let (found, _) = desk.run(&["check", "paper.md", "--format", "short"]);
    assert!(found.contains("error[source-predates-event]") && !found.contains("unreadable-file"), "{found}");
    desk.run(&["draft", "paper.md"]);
    let sources = desk.read("claims/sources.toml");
    assert!(sources.contains("[[evidence]]") && sources.contains("\"../backup/gazette.txt\""), "{sources}");
    let claims = desk.read("claims/claims.toml");
    assert!(claims.contains("locator = \"p. 4\""), "{claims}");
}
