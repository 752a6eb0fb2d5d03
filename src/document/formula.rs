//! What a formula says, as far as words can tell it.

/// Stands for a formula that says nothing, and for a number that TeX counts.
pub(crate) const STAND_IN: &str = "\u{25A1}";

/// What stands for commands in a formula that is read.
const IN_FORMULAS: [(&str, &str); 25] = [
    ("~", " "),
    (r"\chi^{2}", "χ²"),
    (r"\chi^2", "χ²"),
    (r"\beta", "β"),
    // `\left` and `\leqslant` begin as `\leq` and `\le` do.
    (r"\left", ""),
    (r"\right", ""),
    (r"\leqslant", "≤"),
    (r"\geqslant", "≥"),
    (r"\leq", "≤"),
    (r"\geq", "≥"),
    (r"\le", "≤"),
    (r"\ge", "≥"),
    (r"\times", "×"),
    (r"\cdot", "×"),
    (r"\div", "÷"),
    (r"\%", "%"),
    (r"\,", " "),
    (r"\;", " "),
    (r"\simeq", "≈"),
    (r"\sim", "≈"),
    (r"\approx", "≈"),
    (r"\mu", "µ"),
    (r"\pm", "±"),
    ("{,}", ","),
    ("{.}", "."),
];

/// A formula that is a number, with its unit or without, or says what one is, as words: `96\%`, `5\,\mathrm{kHz}`,
/// `t(28) = 2.20`, `p < .001`; or that is a sign for what follows it: `\sim`, `\mu`. Of one with indices or
/// other commands what is said is the numbers that are equal in it: `□ = 40 + 16 = 56`.
pub(super) fn told(formula: &str) -> Option<String> {
    /// The longest that is read, in bytes.
    const LONGEST: usize = 100;
    let is_short = formula.len() <= LONGEST;
    is_short.then(|| statement(&without_fonts(in_signs(formula)))).flatten().or_else(|| equations(formula))
}

/// A formula with signs for its commands.
fn in_signs(formula: &str) -> String {
    IN_FORMULAS.iter().fold(formula.to_owned(), |words, (command, sign)| words.replace(command, sign))
}

fn statement(words: &str) -> Option<String> {
    let is_of = |letters: &str| words.chars().all(|c| c.is_ascii_digit() || letters.contains(c));
    if words.contains("10^") && is_of(".,-+×^{} ") {
        return Some(words.replace(['{', '}'], ""));
    }
    let bare = words.trim();
    let number = bare.trim_start_matches(['≈', '±', ' ']);
    let unit = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".,%-+±".contains(c));
    // "5 kHz", and not "5 x".
    let is_unit = unit.is_empty() || unit.strip_prefix(' ').is_some_and(|unit| unit.chars().count() > 1);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || ".-+".contains(c))
        && number.contains(|c: char| c.is_ascii_digit())
        && is_unit
        && unit.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '/');
    if let "≈" | "µ" | "±" = bare {
        return Some(bare.to_owned());
    }
    let is_plain = !words.contains(['\\', '{', '}', '^', '_', '&', '\n']);
    (is_plain && (is_number || words.contains(['=', '<', '>', '≤', '≥']))).then(|| words.to_owned())
}

/// The equations of numbers alone in a formula, line by line.
pub(super) fn equations(formula: &str) -> Option<String> {
    /// The longest in which they are looked for, in bytes.
    const LONGEST: usize = 2_000;
    if formula.len() > LONGEST || !formula.contains('=') || !formula.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = without_fractions(in_signs(formula)).replace(['&', '\n'], " ");
    let is_of_numbers = |side: &str| {
        side.contains(|c: char| c.is_ascii_digit())
            && side.chars().all(|c| c.is_ascii_digit() || " .,%+-×÷/()".contains(c))
    };
    let mut told: Vec<String> = Vec::new();
    for line in words.split("\\\\") {
        let sides: Vec<&str> = line.split('=').map(str::trim).collect();
        for equation in sides.split(|side| !is_of_numbers(side)).filter(|sides| sides.len() > 1) {
            let equation = equation.join(" = ").replace('-', "−");
            if equation.contains(['+', '−', '×', '÷', '/']) {
                told.push(format!("{STAND_IN} = {equation}"));
            }
        }
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// `5 \mathrm{kHz}` as `5 kHz`.
fn without_fonts(mut words: String) -> String {
    for name in ["\\mathrm{", "\\text{", "\\textrm{", "\\mathit{", "\\rm{"] {
        while let Some((before, behind)) = words.split_once(name) {
            let Some((inside, behind)) = behind.split_once('}') else { break };
            words = format!("{before}{inside}{behind}");
        }
    }
    words
}

/// `\frac{3}{4}` as `(3)/(4)`.
fn without_fractions(mut words: String) -> String {
    for name in ["\\frac{", "\\dfrac{", "\\tfrac{"] {
        let mut from = 0;
        while let Some(start) = words[from..].find(name).map(|at| from + at) {
            from = start + name.len();
            let Some((above, below)) = words[from..].split_once("}{") else { break };
            let Some((below, behind)) = below.split_once('}') else { break };
            if !above.contains(['{', '}']) && !below.contains('{') {
                words = format!("{}({above})/({below}){behind}", &words[..start]);
                from = start;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_number_is_read_and_what_says_one_and_no_other_formula() {
        for (formula, words) in [
            ("96\\%", "96%"),
            ("-0.93", "-0.93"),
            ("5\\times 10^{6}", "5× 10^6"),
            ("t(28) = 2.20", "t(28) = 2.20"),
            ("p \\le .05", "p ≤ .05"),
            ("\\sim 6", "≈ 6"),
            ("\\sim", "≈"),
            ("\\mu", "µ"),
            ("64{,}26\\%", "64,26%"),
            ("5\\,\\mathrm{kHz}", "5 kHz"),
            ("L_p = 4 \\times 5 + 12 = 32", "□ = 4 × 5 + 12 = 32"),
            ("&= \\frac{36}{120} \\\\ x &= \\frac{36}{120} = 0{,}3 = \\alpha", "□ = (36)/(120) = 0,3"),
        ] {
            assert_eq!(told(formula).as_deref(), Some(words), "{formula}");
        }
        for formula in [
            "",
            "n",
            "5 x",
            "\\mathrm{kHz}",
            "x_1 = 2",
            "\\frac{1}{2}",
            "10^{n}",
            "x_1 = 2 = 3",
            "\\frac{1",
            "0<P(D=k\\mid O=j)<1",
        ] {
            assert_eq!(told(formula), None, "{formula}");
        }
    }
}
