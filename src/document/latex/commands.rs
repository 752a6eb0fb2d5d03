//! What the commands and environments of LaTeX do to the words, as tables.

/// The level that `\part` has while it is scanned: above it stands the title alone.
pub(super) const PART: u8 = 10;

/// Headings, by level.
pub(super) fn heading(name: &str) -> Option<u8> {
    let names = ["part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph"];
    let at = names.iter().position(|heading| *heading == name)?;
    Some(PART + at as u8)
}

/// Commands whose argument is printed in italics.
pub(super) const ITALIC: &[&str] = &["emph", "textit", "textsl", "mkbibemph", "citetitle"];

/// Commands whose arguments are no words, with how many of them there are; those in brackets come on top.
const SILENT: &[(&str, usize)] = &[
    ("documentclass", 1),
    ("documentstyle", 1),
    ("usepackage", 1),
    ("RequirePackage", 1),
    ("label", 1),
    ("index", 1),
    ("glossary", 1),
    ("vspace", 1),
    ("hspace", 1),
    ("setlength", 2),
    ("addtolength", 2),
    ("setcounter", 2),
    ("addtocounter", 2),
    ("newcounter", 1),
    ("pagestyle", 1),
    ("thispagestyle", 1),
    ("pagenumbering", 1),
    ("includegraphics", 1),
    ("bibliographystyle", 1),
    ("hypersetup", 1),
    ("geometry", 1),
    ("graphicspath", 1),
    ("color", 1),
    ("definecolor", 3),
    ("selectlanguage", 1),
    ("setmainfont", 1),
    ("setsansfont", 1),
    ("fontsize", 2),
    ("linespread", 1),
    ("addcontentsline", 3),
    ("markboth", 2),
    ("markright", 1),
    ("hyphenation", 1),
    ("newtheorem", 2),
    ("theoremstyle", 1),
    ("pgfplotsset", 1),
    ("tikzset", 1),
    ("usetikzlibrary", 1),
    ("cline", 1),
    ("cmidrule", 1),
    ("DeclareMathOperator", 2),
    ("numberwithin", 2),
    ("ExecuteBibliographyOptions", 1),
    ("rule", 2),
    ("raisebox", 1),
    ("resizebox", 2),
    ("scalebox", 1),
    ("parbox", 1),
    ("textcolor", 1),
    ("foreignlanguage", 1),
    ("hypertarget", 1),
    ("bibitemstart", 0),
    ("urlstyle", 1),
    ("setstretch", 1),
    ("todo", 1),
    ("phantomsection", 0),
    ("newenvironment", 3),
    ("renewenvironment", 3),
    ("fancyhead", 1),
    ("fancyfoot", 1),
    ("lhead", 1),
    ("rhead", 1),
    ("chead", 1),
    ("lfoot", 1),
    ("rfoot", 1),
    ("cfoot", 1),
    ("titleformat", 5),
    ("titlespacing", 4),
    ("captionsetup", 1),
    ("setlist", 1),
    ("pdfbookmark", 2),
    ("lstset", 1),
    ("sisetup", 1),
    ("printbibliography", 0),
    ("newlength", 1),
    ("bibpunct", 6),
    ("setcitestyle", 1),
    ("DeclareFieldFormat", 2),
    ("AtBeginDocument", 1),
    ("keywords", 0),
    ("footnotemark", 0),
    ("newcites", 2),
];

/// Commands of TeX itself that a length follows on or a number, with or without `=`.
pub(super) const MEASURED: &[&str] = &[
    "advance",
    "baselineskip",
    "clubpenalty",
    "hangafter",
    "hangindent",
    "hskip",
    "hyphenpenalty",
    "itemsep",
    "kern",
    "leftskip",
    "looseness",
    "parindent",
    "parsep",
    "parskip",
    "penalty",
    "rightskip",
    "tolerance",
    "vskip",
    "widowpenalty",
];

/// The length of what sets such a command: `=1.25cm`, ` 6pt plus 1pt`, `=-2`, `=\parindent`, `\leftskip by 1em`.
pub(super) fn measure(text: &str) -> usize {
    let mut rest = text;
    while let Some(behind) = measured(rest) {
        rest = behind;
        let stretched = rest.trim_start();
        // Behind a number the next word may be one of the text: `\penalty10000 plus tard`.
        let stretch = ["plus", "minus", "by"].iter().find_map(|word| stretched.strip_prefix(word));
        match stretch.filter(|stretch| measured(stretch).is_some()) {
            Some(stretch) => rest = stretch,
            None => break,
        }
    }
    text.len() - rest.len()
}

/// What stands behind a length or a number.
fn measured(text: &str) -> Option<&str> {
    let value = text.trim_start_matches([' ', '=', '-']);
    if let Some(register) = value.strip_prefix('\\') {
        return Some(register.trim_start_matches(|c: char| c.is_ascii_alphabetic()));
    }
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let units = ["pt", "cm", "mm", "em", "ex", "in", "bp", "pc", "sp", "filll", "fill", "fil"];
    (unit.len() < value.len()).then(|| units.iter().find_map(|name| unit.strip_prefix(name)).unwrap_or(unit))
}

/// How many arguments of a command are no words.
pub(super) fn silent(name: &str) -> Option<usize> {
    SILENT.iter().find(|(silent, _)| *silent == name).map(|(_, arguments)| *arguments)
}

/// Commands that TeX puts a number for.
pub(super) const COUNTED: &[&str] =
    &["ref", "pageref", "eqref", "autoref", "cref", "Cref", "nameref", "vref", "subref", "labelcref", "ensuremath"];

/// Environments that hold no words at all.
pub(super) const OPAQUE: &[&str] = &[
    "verbatim",
    "Verbatim",
    "lstlisting",
    "minted",
    "tikzpicture",
    "pgfpicture",
    "comment",
    "filecontents",
    "algorithm",
    "algorithmic",
];

/// Environments that are a formula.
pub(super) const FORMULA: &[&str] = &[
    "equation",
    "align",
    "gather",
    "multline",
    "eqnarray",
    "displaymath",
    "math",
    "alignat",
    "flalign",
    "dmath",
    "array",
];

/// Environments whose first arguments are no words, with how many there are.
pub(super) const ARGUMENTS: &[(&str, usize)] = &[
    ("tabular", 1),
    ("longtable", 1),
    ("tabular*", 2),
    ("tabularx", 2),
    ("tabulary", 2),
    ("minipage", 1),
    ("multicols", 1),
    ("thebibliography", 1),
    ("CSLReferences", 2),
    ("list", 2),
    ("adjustwidth", 2),
    ("wrapfigure", 2),
    ("wraptable", 2),
    ("spacing", 1),
];

/// Environments of cells.
pub(super) const TABLES: &[&str] = &["tabular", "longtable", "tabular*", "tabularx", "tabulary"];

/// Environments that quote.
pub(super) const QUOTES: &[&str] = &["quote", "quotation", "verse", "displayquote", "displaycquote", "quoting"];

/// Environments of items.
pub(super) const LISTS: &[&str] =
    &["itemize", "enumerate", "description", "list", "compactitem", "compactenum", "inparaenum"];
