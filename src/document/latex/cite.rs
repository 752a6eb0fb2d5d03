//! The commands of citing: BibTeX's own, natbib's, biblatex's and apacite's.

use crate::document::Stated;

/// How a citation is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Dress {
    /// In brackets: "(Smith 2020, p. 3)".
    Bracketed,
    /// In the running text: "Smith (2020, p. 3)", "Smith 2020".
    Running,
    /// In a note of its own.
    Note,
    /// Not at all: the work is put in the bibliography.
    Silent,
}

/// Commands of the packages, the plain forms of them: they cite whatever a document makes of their looks.
const FAMILY: &[&str] = &[
    "cite",
    "citep",
    "citet",
    "citealp",
    "citealt",
    "citeauthor",
    "citeyear",
    "citeyearpar",
    "citenum",
    "citetitle",
    "citedate",
    "citeurl",
    "fullcite",
    "footcite",
    "footfullcite",
    "footcitetext",
    "parencite",
    "textcite",
    "smartcite",
    "supercite",
    "autocite",
    "nocite",
    "shortcite",
    "citea",
    "citenp",
    "citeonline",
    "onlinecite",
    "citeasnoun",
    "citefullauthor",
    "notecite",
    "volcite",
];

/// Whether a command is one of the packages.
pub(super) fn is_of_family(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    FAMILY.contains(&lower.as_str()) || lower.strip_suffix('s').is_some_and(|one| FAMILY.contains(&one))
}

/// Whether a command takes keys in several pairs of braces: `\autocites{a}{b}`, and `\apud[p. 4]{lang}{nobre}` of the
/// Brazilian standard, the one work as the other cites it.
pub(super) fn takes_several(name: &str) -> bool {
    name.ends_with("cites") || name.starts_with("apud")
}

/// Whether words can be keys: `smith2020,lee:21`, but no address and no sentence.
pub(super) fn are_keys(words: &str) -> bool {
    let keys = keys(words);
    let is_key =
        |key: &str| !key.contains(char::is_whitespace) && !key.contains(['\\', '#', '{']) && !key.contains("://");
    !keys.is_empty() && keys.into_iter().all(|(_, key)| is_key(key))
}

/// The keys of a list, and where each begins. What a `%` hides on its line is none: `kemp2019,%\nlowe2020`.
pub(in crate::document) fn keys(words: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in words.split_inclusive('\n') {
        let mut at = line_start;
        for key in line.split('%').next().unwrap_or_default().split(',') {
            let start = at + key.len() - key.trim_start().len();
            at += key.len() + 1;
            found.extend((!key.trim().is_empty()).then(|| (start, key.trim())));
        }
        line_start += line.len();
    }
    found
}

/// The files of lists of works that are named from `start` on, `refs,other.bib`, each with its place.
pub(in crate::document) fn lists(words: &str, start: usize) -> Vec<Stated> {
    let list = |(at, name): (usize, &str)| Stated { words: file(name), at: start + at..start + at + name.len() };
    keys(words).into_iter().map(list).collect()
}

/// The file of a list that is named with its ending or without it: `refs.bib` of `refs`.
pub(in crate::document) fn file(name: &str) -> String {
    let ends = name.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if ends { name.to_owned() } else { format!("{name}.bib") }
}

/// How the command of this name cites, if it is one of citing.
pub(in crate::document) fn dress(name: &str) -> Option<Dress> {
    let lower = name.trim_end_matches('*').to_ascii_lowercase();
    // biblatex's `\mancite` begins a chain of "ibid."
    let sets = ["set", "declare", "newcite", "renewcite", "cites", "mancite"];
    let sets = sets.iter().any(|start| lower.starts_with(start));
    match lower.as_str() {
        "apud" => return Some(Dress::Bracketed),
        "apudonline" => return Some(Dress::Running),
        _ => {}
    }
    if !lower.contains("cite") || lower.contains('@') || sets {
        return None;
    }
    Some(match lower.as_str() {
        "nocite" => Dress::Silent,
        _ if lower.starts_with("foot") => Dress::Note,
        "citet" | "textcite" | "textcites" | "citealp" | "citealt" | "citeauthor" | "citeyear" | "citenp" | "citea"
        | "citefullauthor" | "fullcite" | "citetitle" | "citedate" | "citeurl" | "shortcitenp" | "citeauthort" => {
            Dress::Running
        }
        _ => Dress::Bracketed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_is_known_by_its_name() {
        for (name, expected) in [
            ("cite", Some(Dress::Bracketed)),
            ("citep*", Some(Dress::Bracketed)),
            ("Parencite", Some(Dress::Bracketed)),
            ("autocites", Some(Dress::Bracketed)),
            ("citet", Some(Dress::Running)),
            ("Textcite", Some(Dress::Running)),
            ("apud", Some(Dress::Bracketed)),
            ("footcite", Some(Dress::Note)),
            ("nocite", Some(Dress::Silent)),
            ("setcitestyle", None),
            ("mancite", None),
            ("emph", None),
        ] {
            assert_eq!(dress(name), expected, "{name}");
        }
    }

    #[test]
    fn a_comment_among_keys_is_no_key() {
        assert_eq!(keys("kemp2019,%lowe2020\n  ilva2021 , %\n"), [(0, "kemp2019"), (21, "ilva2021")]);
        assert!(are_keys("kemp2019%\n") && !are_keys("%kemp2019") && !are_keys("a page, 4"));
    }
}
