//! Papers without records, as a user checks them: where they come from, where the report goes.

use std::io::Write;
use std::process::Stdio;

use crate::cli::{Folder, Ran};

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
    assert!(lines[1].starts_with("read: ") && lines[2..5].concat().contains("no draft can see"), "{told}");
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

/// What is found in a paper with a comment in the place of `HERE`.
fn found_with(paper: &str, name: &str, comment: &str) -> Vec<String> {
    let folder = Folder::new(&[("refs.bib", REFS), (name, &paper.replace("HERE", comment))]);
    folder.run(&["check", name, "--format", "short"]).told()
}

#[test]
fn a_comment_lets_stand_what_is_found_in_its_sentence_or_below_it() {
    let behind = "Monday, 14 March 2019 was fine. HERE\nThe quay opened on Monday, 15 March 2019.\n";
    let above = "It rained.\n\nHERE\nMonday, 14 March 2019 was fine. The quay opened on Monday, 15 March 2019.\n";
    let stet = "<!-- gainsay: stet wrong-weekday: the old calendar -->";
    assert_eq!(found_with(behind, "a.md", "").len(), 2);
    assert_eq!(found_with(behind, "a.md", stet), ["2 error wrong-weekday"]);
    assert_eq!(found_with(above, "a.md", stet), [] as [&str; 0]);
    let latex = |text: &str| format!("\\documentclass{{a}}\n\\begin{{document}}\n{text}\\end{{document}}\n");
    let stet = "% gainsay: stet wrong-weekday: the old calendar";
    assert_eq!(found_with(&latex(behind), "a.tex", stet), ["4 error wrong-weekday"]);
    assert_eq!(found_with(&latex(above), "a.tex", stet), [] as [&str; 0]);
}

/// Papers in which nothing is wrong, each for a form that was once taken for a fault.
const RIGHT: &[(&str, &str)] = &[
    // A film by its title and year, works by their authors' full names, and one that is cited with its page alone.
    (
        "named.md",
        "Ann Weir asks for more (47-48). We use what Lea and Tom Ford's in [_Ladder of Piers_](https://a.example) (1972) \
         shows, and the Harbour Census of the Bureau. Others agree (Osei, 2016, p. 4).\n\n## Works Cited\n\n\
         Osei, Kofi (2016) _Quays of the south_. Vell: Tower Press\n\nWeir, Ann (1999) _Piers of the coast_. Vell: \
         Tower Press\n\nBureau of Tides (BT). 2014-2024. _Harbour Census (HC)_. Vell: BT.\n",
    ),
    // Initials that look like a tome, a hyphen that does not break, a particle behind the given name.
    (
        "names.md",
        "It is so (Low, Ng, Tan, & Moor, 2013; Gupta et al. 2015; de La Noue 1623).\n\n# References\n\n\
         Gupta, Ana, Ric Gut, et Lea Man. 2015. « Quality of ports ». In *Ninth Conference on Ports*, 1612\u{2011}18. \
         Vell.\n\nLa Noue, Pierre de. 1623. *Le grand quai*. Vell: Slat.\n\nLow, R. T., Ng, T. C., Tan, C. K., & \
         Moor, C. L. (2013). The rhythm of tides. Journal of Ports, 38(10), 2337–2342.\n",
    ),
    // Pandoc's numbered examples are labels, a file of works may be named without its ending, a note may be called in
    // the metadata, and a key begins a sentence.
    (
        "pandoc.md",
        "---\nauthor:\n- Ana Lima[^1]\nbibliography: refs\n---\n\nThe pier is old [@weir], see @eq-line, @eq-line and \
         @eq-line.\n\n(@eq-line) $y = x$\n\nThe years 2021-2025 were poor ones. @weir tells of such a time.\n\n\
         [^1]: A student.\n",
    ),
    // An abbreviation of the paper's own that is called as citing is; a command that begins a chain of notes.
    (
        "own.tex",
        "\\documentclass{a}\n\\newcommand{\\CITE}{\\textsc{cite}\\xspace}\n\\begin{document}\nThe \\CITE{} model has four \
         steps \\emph{Crawl, Walk, Run} and \\emph{Jump}.\\footnote{\\mancite \\cite{weir}} Networks (Weir) are \
         old.\n\\bibliography{refs}\n\\end{document}\n",
    ),
    // Labels in brackets, a work cited by its address, one cited at second hand, numbers that touch the full stop.
    (
        "labels.md",
        "Layers are new [DFE23]. They have 5 rates [GI21]; see [https://a.example/2111].\n\n# References\n\n[DFE23] Max Dean \
         and Nora Elm. Short layers. Journal of Layers, 3, 2023.\n\n[GI21] Lee Gum and Kim Ivy. Windows. Journal of \
         Layers, 4, 2021.\n\n[Ash22] Jo Ash. Maskit: A frame, 2022. URL https://a.example/2111\n",
    ),
    (
        "second.md",
        "Menurut Hartono dan Rusdi (2010:83) dalam (Wulan & Sari, 2017), persediaan dibagi tiga. Segundo Lima (2014), são \
         4.\n\n# Daftar Pustaka\n\nWulan, S. R., & Sari, J. (2017). Analisis bahan. Jurnal Niaga, 5(3), 41–44.\n\nLIMA, \
         Ana. Livro. São Paulo: Ática, 2014.\n",
    ),
    // A pinpoint in German behind a number, a note that a comment speaks of.
    (
        "pinpoint.md",
        "Die Kosten steigen [1]. Mehr sagt das Amt [2, S. 25].\n\n<!-- notes are coded \"[^name]\".\n-->\n\n# Literatur\n\n[1] \
         M. Meyer, Kosten der Kais. Quay, 2019.\n\n[2] T. Stein, Gebühren der Häfen. Quay, 2020.\n",
    ),
    (
        "touching.md",
        "Groups keep their habits longer.1 {Primary; High}. Others do not notice.2 A later count agreed.3\n\n# Works \
         cited\n\n1. Habits in groups - Portal, accessed March 3, 2025, https://a.example/1\n2. What stops a group - \
         Blog, accessed March 3, 2025, https://a.example/2\n3. A later count - PMC, accessed March 3, 2025, \
         https://a.example/3\n",
    ),
    // A method, the authors' own doings, or an idea, of a work that is older than what is told.
    (
        "methods.md",
        "---\nbibliography: refs.bib\n---\n\nInterviews were held in March 2020 and coded by the method of berths [@weir]. \
         In 2019 we counted 40 ferries, one in three [@weir]. The crisis of 2018 reads as a slack tide [@weir].\n\nEm 2019 \
         foram contados 40 barcos, com amostragem livre [@weir]. Der Zensus 2011 leidet unter der Definition der Kais \
         [@weir]. The quay opened on 14 May 2021.[^1]\n\n[^1]: See also @weir.\n",
    ),
    // Places in other languages, a novel, a suffix that no comma parts, what the authors say of themselves.
    (
        "places.md",
        "Anna Berg (Estocolmo, 1921) lo niega (París, 1922; Londres, 1923), como dice Ruiz (2014). Le film de Roy \
         (*Marée haute*, 1931) le montre (Miller et al. 2015), comme *Les paseos* (Ruiz).\n\n## Conflicts of interest\n\nAB advised the Tide Council \
         (University of Vell, 2025).\n\n## References\n\nMiller II, A.J., Li, Q., Malla, R. 2015. Spores of ports. Plant \
         Dis. 98:504-511.\n\nRuiz, Ana (2014). Los paseos. Madrid: Alba.\n",
    ),
    // An imprint within a title, addresses in Spanish, an entry that says that it has no date.
    (
        "entries.md",
        "O cais é velho (LIMA, 1934; Pérez, 1998; Comité de Puertos, s.f.).\n\n# Referências\n\nLIMA, A. B. Canto do \
         cais, de Ana Luz.(Coleção Mar)–Lisboa: Cais, 1931. Boletim do Porto, v. 4, n. 2, p. 55–60, \
         1934.\n\nPérez, D. (4 de Mayo de 1998). Los puertos. Recuperado el 5 de Junio de 1999, de \
         http://a.example/bases/\n\nComité de Puertos. (s.f.). Normas del muelle. https://b.example/\n",
    ),
    // Parts with lists of their own, a day as Word writes it in German, a law that is told by its day.
    (
        "parts.md",
        "# Part 1\n\nIt was coded (Charm, 2014; BRASIL, 1998).\n\n## References\n\nBRASIL. *Projeto de Lei nº 31, de \
         1998*. Altera a Lei n° 12, de 4 de maio de 1931, para baixar as taxas. 1998 Disponível em: \
         <https://a.example/d?dm=12>. Acesso em 5 jun. 1999.\n\nCharm, K. (2014) Coding quays. 2nd edn. London: Tide. \
         Available at: https://b.example/716.\n\n# Part 2\n\nOne set informs the next (Charm, 2014). Das zeigt \
         (Trott, 1998).\n\n## References\n\nCharm, K. (2014) Coding quays. 2nd edn. London: Tide. Available at: \
         https://b.example/716.\n\nTrott, F. (14. 03 1998). Codes of quays. Abgerufen am 5. 06 1999 von \
         https://c.example/codes\n",
    ),
    (
        "handle.md",
        "---\nauthor: \"Ana Lima · @analima\"\nbibliography: refs.bib\n---\n\nThe pier was opened in June 1998 [@weir].\n",
    ),
    // Authors called like a season or a month, an abbreviation of small and large letters before a name.
    (
        "names.md",
        "Tides are taught first (Barr, 2017; Winter, 2020). Some are late (Barr, 2017; May, 2019), as traces show (eDNA, \
         Winter, 2020).\n\n## References\n\nBarr, L. F. (2017). How tides rise. Hill.\n\nMay, B. (2019). Late tides. \
         Tide Letters 73, 1–7.\n\nWinter, B. (2020). Tides for beginners. Routledge.\n",
    ),
    // A country in brackets where works are cited by number, one of which is by an office of that country.
    (
        "numbers.md",
        "At the port of Vell (Norland) we counted boats (1). Prices were compared (2, 3), and so it was elsewhere (4, 5). \
         Others differ (6).\n\n# References\n\n1. Humer E. Boats in general. Tide Letters (2022) 13.\n\n2. Statistik \
         Norland. Boats in figures. (2020) https://a.example/a [Accessed February 6, 2024]\n\n3. Statistik Norland. Crews \
         in figures. (2021) https://a.example/b [Accessed February 6, 2024]\n\n4. Hart A. Quays of the north. Tide \
         Letters (2017) 8.\n\n5. Lund B. Piers that fell. Tide Letters (2018) 9.\n\n6. Roe C. Ropes and their makers. \
         Tide Letters (2019) 10.\n",
    ),
    // A number that is raised behind a full stop, without words of its own.
    (
        "raised.html",
        "<html><body><p>Heights were taken from a base.<span class=\"citation\"><sup>1</sup></span> For each quay we took \
         the three lowest, respectively. This was done for 1980 and 2010.</p><div id=\"ref-karl\" class=\"csl-entry\"><div \
         class=\"csl-left-margin\">1. </div><div class=\"csl-right-inline\">Karl, D. N. <em>et al.</em> Tides of the land. \
         <em>Tide Data</em> <strong>4</strong>, 170122 (2017).</div></div></body></html>\n",
    ),
    // What comes after a work, and the years in which its authors' successors searched.
    (
        "later.md",
        "---\nbibliography: refs.bib\n---\n\nThe fall was steeper in the studies after 1999 than in those of [@weir]. We \
         searched from November 1999 to May 2010, as [@weir] had counted all before.\n",
    ),
    // Test statistics are no counts, of a table or of another sentence.
    (
        "tests.md",
        "Neither the effect of Berth (F(1, 19) = 1.34, p = .261) nor that of Berth and Tide (F(1, 19) = 0.15, p = .703) \
         was significant. Between Berth and Transition Type it was (F(1, 30) = 7.87, p = .009).\n\nNeither the effect of \
         Berth (F(1, 19) = 0.08, p = .780) nor that of Berth and Dock (F(1, 19) = 0.51, p = .484) was significant.\n\n\
         | Berth | Transition | N | Mean | SEM |\n|---|---|---|---|---|\n| Old | Type F | 11 | -14.43 | 1.87 |\n\
         | New | Type F | 11 | -19.27 | 1.30 |\n",
    ),
    // A list whose heading has its number before it without a blank, and which sends on from name to name.
    (
        "list.md",
        "# 1.Introduzione\n\nLe maree salgono (Barri, 2017), altre scendono (Perla, 2018).\n\n# 8.Bibliografia\n\nBARRI, L., \
         CANNA, F., \"Maree dei porti\", Andora, Molo, 2017.\n\nCANNA, F., vedi BARRI, L.\n\nMACCHI, D., vedi PERLA, \
         J.\n\nPERLA, J., MACCHI, D., \"Il libro dei moli\", Torino, Molo, 2018.\n",
    ),
    // A plural article that is a number in another language, and a day on which an address was read.
    (
        "articles.md",
        "---\nlang: pt\n---\n\nPara ordenar a prioridade dos cais, foram adotadas as denominações: essencial, importante e \
         desejável. Em 2019 foram contados 40 barcos.\n",
    ),
    (
        "read.md",
        "We wrześniu 2017 roku gazeta opisała trzy łodzie.[^1]\n\n[^1]: J. Kowal, *Three Boats*, \
         https://a.example/2017/09/02/three-boats.html, dostęp z dn. 05.06.2018.\n",
    ),
    // Shares of those who answered, who are fewer in one block than in the others.
    (
        "shares.md",
        "| Crew | All (N = 213), n (%) | Home (N = 181), n (%) |\n|---|---|---|\n| Old | 165 (77.5) | 146 (80.7) |\n\
         | New | 46 (21.6) | 34 (18.8) |\n| Other | 2 (0.9) | 1 (0.6) |\n| Deck | 93 (43.7) | 75 (41.4) |\n\
         | Engine | 119 (55.9) | 106 (58.6) |\n| Galley | 1 (0.5) | 0 (0) |\n| None | 1 (0.5) | 0 (0) |\n\
         | Low | 4 (1.9) | 2 (1.1) |\n| Middle | 20 (9.4) | 20 (11.1) |\n| High | 106 (50.0) | 104 (57.8) |\n\
         | Yard | 25 (11.8) | 11 (6.1) |\n| School | 56 (26.4) | 43 (23.9) |\n\nIn 2019 we counted 40 boats.\n",
    ),
    // What a page prints below the list.
    (
        "page.html",
        "<html><body><p>Tides rise (Barr, 2017). They fall (Cann, 1932).</p><section><h2>References</h2><p>Barr, L. F. \
         (2017). <em>How tides rise</em>. Hill.</p><p>Cann, W. B. (1932). <em>The low tide</em>. Norton.</p></section>\
         <p>© 2026 Mary Slate · <a href=\"a.html\">Contact</a></p></body></html>\n",
    ),
];

#[test]
fn a_wrong_year_behind_a_name_in_the_sentence_is_told_in_every_language() {
    for said in [
        "Segundo Lima (2013), são 4.",
        "Lima (2013) afirma isso.",
        "Selon Lima (2013), ils sont 4.",
        "Lima (2013) show that.",
        "Lima (2013) vond dat er 4 zijn.",
    ] {
        let text = format!(
            "{said}\n\n# References\n\nRoe, Min. 2011. *Quays*. Vell: Quay.\n\nLima, Ana. 2014. *Tides*. Vell: Quay.\n"
        );
        let folder = Folder::new(&[("paper.md", &text)]);
        let told = folder.run(&["check", "paper.md", "--format", "short"]).told();
        assert!(told.contains(&"1 error unresolved-citation".to_owned()), "{said} {told:?}");
    }
}

#[test]
fn what_real_papers_print_is_no_finding() {
    for (name, text) in RIGHT {
        let folder = Folder::new(&[("refs.bib", REFS), (name, text)]);
        let told = folder.run(&["check", name, "--format", "short"]).told();
        let worse: Vec<&String> = told.iter().filter(|line| !line.contains(" note ")).collect();
        assert!(worse.is_empty(), "{name}: {worse:?}");
    }
}

#[test]
fn a_stet_that_finds_nothing_or_says_nothing_is_told() {
    let paper = "It rained on 14 March 2019. HERE\n";
    let comment = |said: &str| format!("<!-- gainsay: {said} -->");
    assert_eq!(found_with(paper, "a.md", &comment("stet wrong-weekday: why")), ["1 warning unused-allow"]);
    assert_eq!(found_with(paper, "a.md", &comment("stet wrong-weekdy: why")), ["1 warning unused-allow"]);
    assert_eq!(found_with(paper, "a.md", &comment("stet wrong-weekday")), ["1 warning unreadable-file"]);
}

#[test]
fn a_finding_stands_by_its_fingerprint_however_its_sentence_is_reworded() {
    let folder = Folder::new(&[("refs.bib", REFS), ("paper.md", WRONG)]);
    let report = folder.run(&["check", "paper.md", "--format", "json"]).json();
    let fingerprint =
        report["dossiers"][0]["findings"][0]["fingerprint"].as_str().expect("a finding has one").to_owned();
    let stet =
        |digits: &str| folder.run(&["stet", digits, "--path", "paper.md", "--because", "as the minutes \"have\" it"]);
    let told = stet(&fingerprint[..8]);
    assert!(told.code == Some(0) && told.out.starts_with(".gainsay.toml lets it stand: "), "{told:?}");
    assert_eq!(stet(&fingerprint).err, "gainsay: it stands already, because “as the minutes \"have\" it”\n");
    assert_eq!(stet("0000").err, "gainsay: there is no finding `0000`\n");
    let check = || folder.run(&["check", "paper.md", "--format", "short"]);
    assert_eq!(check(), Ran { code: Some(0), out: String::new(), err: String::new() });
    folder
        .write("paper.md", WRONG.replace("The quay opened on", "At last the new quay was open to all from").as_bytes());
    assert_eq!(check().told(), [] as [&str; 0]);
    folder.write("paper.md", WRONG.replace("2021", "2022").as_bytes());
    assert_eq!(check().told(), ["3 warning unused-allow", "5 error source-predates-event"]);
}

#[test]
fn a_configuration_says_what_the_command_line_leaves_open() {
    let config = "paths = [\"paper.md\"]\nfail-on = \"note\"\nformat = \"short\"\n\n[[allow]]\nrule = \"source-predates-event\"\n\
                  phrase = \"quay  opened\"\nbecause = \"known\"\n";
    let folder =
        Folder::new(&[("refs.bib", REFS), ("paper.md", WRONG), (".gainsay.toml", config), ("sub/a.md", CLEAN)]);
    std::fs::create_dir(folder.path(".git")).expect("a folder can be made");
    let below = |arguments: &[&str]| Ran::of(folder.command(arguments).current_dir(folder.path("sub")));
    assert_eq!(below(&["check"]), Ran { code: Some(0), out: String::new(), err: String::new() });
    assert!(below(&["check", "--format", "human"]).out.starts_with("../paper.md: no findings"));
    // What names no paper may be meant for another one.
    let other = below(&["check", "a.md"]);
    assert!(matches!(other.code, Some(0 | 1)) && !other.out.contains("unused-allow"), "{other:?}");
    let told = below(&["config"]).out;
    for line in ["paths     ../paper.md", "fail-on   note", "../.gainsay.toml:6", "by default"] {
        assert!(told.contains(line), "{told}");
    }
    for (wrong, why) in [
        ("fale-on = \"note\"", "cannot use .gainsay.toml:1: there is no key `fale-on`; did you mean `fail-on`?"),
        ("\nfail-on = \"never\"", "cannot use .gainsay.toml:2: `fail-on` is error, warning, note"),
        (
            "paths = [\"/etc/passwd\"]",
            "cannot use .gainsay.toml:1: a path of `paths` counts from this file, and is not absolute",
        ),
        (
            "[[allow]]\nrule = \"a\"\nbecause = \"b\"",
            "cannot use .gainsay.toml:1: this `[[allow]]` says not what stands: \
          either a `phrase` or a `finding`",
        ),
        ("paths = [", "cannot use .gainsay.toml:1: it is no TOML: "),
    ] {
        folder.write(".gainsay.toml", wrong.as_bytes());
        let told = folder.run(&["check"]);
        assert!(told.code == Some(2) && told.err.starts_with(&format!("gainsay: {why}")), "{told:?}");
    }
    folder.write(".gainsay.toml", b"paths = [\"../outside.md\"]");
    let told = folder.run(&["check"]);
    assert!(told.code == Some(2) && told.err.contains("outside"), "{told:?}");
}
