//! The numbers of research in papers: read as they stand, found at their lines, and written down by a draft.

use crate::cli::Folder;

const PAPER: &str = "\
---
lang: en
---

# Results

Pilots recalled more buoys at night than by day, *t*(40) = 2.50, *p* = .17, and fewer in fog,
*F*(2, 57) = 5.10, *p* = .009, ηp² = .15. The harbours did not differ, χ²(1, *N* = 90) = 2.10, *n.s.*

Of those on watch, more fell asleep (OR = 2.45, 95% CI [1.10, 1.91], *p* = .008). Speed rose by a
mean difference of 0.30 (95% CI −0.10 to 0.70; *p* = .01).
";

/// The same in LaTeX, where a statement on a number may be a formula.
const LATEX: &str = r"\documentclass{article}
\begin{document}
Pilots recalled more buoys at night than by day, $t(40) = 2.50$, $p \geqslant .05$, and fewer in fog,
$F(2, 57) = 5.10$, $\mathit{MSE} = 1.20$, $p = .009$. The harbours did not differ, $\chi^2(1) = 2.10$, $p = .147$.
\end{document}
";

fn found(name: &str, paper: &str, args: &[&str]) -> Vec<String> {
    let folder = Folder::new(&[(name, paper)]);
    folder.run(&[&["check", name, "--format", "short"], args].concat()).told()
}

#[test]
fn what_does_not_fit_is_told_at_its_line() {
    let expected =
        ["10 error estimate-outside-interval", "11 error interval-against-p-value", "7 error p-value-mismatch"];
    assert_eq!(found("paper.md", PAPER, &["--select", "research"]), expected);
    let mended = PAPER.replace("= .17", "= .017").replace("2.45", "1.45").replace("= .01)", "= .14)");
    assert_eq!(found("paper.md", &mended, &[]), [""; 0]);
    assert_eq!(found("paper.md", PAPER, &["--ignore", "research"]), [""; 0]);
}

#[test]
fn a_formula_that_states_a_number_is_read() {
    assert_eq!(found("paper.tex", LATEX, &["--select", "p-value-mismatch"]), ["3 error p-value-mismatch"]);
    let body = LATEX.lines().nth(2).expect("it has a body");
    assert_eq!(found("paper.md", body, &["--select", "p-value-mismatch"]), ["1 error p-value-mismatch"]);
}

#[test]
fn signs_of_dollars_before_sums_are_around_no_formula() {
    let folder =
        Folder::new(&[("paper.md", "In 2019 the fare rose from $5 (A$7) in May to US$9; $96\\%$ of all paid it.\n")]);
    folder.run(&["draft", "paper.md", "--out", "claims"]);
    let drafted = std::fs::read_to_string(folder.path("claims/claims.toml")).expect("a draft is written");
    for value in ["5 dollars", "9 USD", "96%"] {
        assert!(drafted.contains(value), "{value} in\n{drafted}");
    }
}

#[test]
fn a_draft_writes_them_down() {
    let folder = Folder::new(&[("paper.md", PAPER)]);
    folder.run(&["draft", "paper.md", "--out", "claims"]);
    let drafted = std::fs::read_to_string(folder.path("claims/results.toml")).expect("a draft is written");
    for says in [
        r#"{ test = "t(40) = 2.50", p = ".17" }"#,
        r#"{ test = "χ²(1, N = 90) = 2.10", p = ">.05" }"#,
        r#"{ estimate = "2.45", low = "1.10", high = "1.91", measure = "ratio", p = ".008" }"#,
        r#"{ estimate = "0.30", low = "-0.10", high = "0.70", measure = "difference", p = ".01" }"#,
    ] {
        assert!(drafted.contains(says), "{says} in\n{drafted}");
    }
    let checked = folder.run(&["check", "claims", "--format", "short", "--select", "research"]);
    assert_eq!(checked.out.matches("error[").count(), 3, "{checked:?}");
}
