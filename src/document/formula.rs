//! What a formula says, as far as words can tell it.

/// What stands for commands in a formula that is read.
const IN_FORMULAS: [(&str, &str); 16] = [
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
    (r"\%", "%"),
    (r"\,", " "),
    ("~", " "),
];

/// A formula that is a number or says what one is, as words: `96\%`, `t(28) = 2.20`, `p < .001`. One with indices,
/// fractions or other commands is none.
pub(super) fn told(formula: &str) -> Option<String> {
    /// The longest that is read, in bytes.
    const LONGEST: usize = 100;
    if formula.len() > LONGEST {
        return None;
    }
    let words = IN_FORMULAS.iter().fold(formula.to_owned(), |words, (command, sign)| words.replace(command, sign));
    let is_of = |letters: &str| words.chars().all(|c| c.is_ascii_digit() || letters.contains(c));
    if words.contains("10^") && is_of(".,-+×^{} ") {
        return Some(words.replace(['{', '}'], ""));
    }
    let is_number = words.contains(|c: char| c.is_ascii_digit()) && is_of(".,%-+");
    let is_plain = !words.contains(['\\', '{', '}', '^', '_', '&', '\n']);
    (is_plain && (is_number || words.contains(['=', '<', '>', '≤', '≥']))).then_some(words)
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
        ] {
            assert_eq!(told(formula).as_deref(), Some(words), "{formula}");
        }
        for formula in ["", "n", "x_1 = 2", "\\frac{1}{2}", "10^{n}", "0<P(D=k\\mid O=j)<1"] {
            assert_eq!(told(formula), None, "{formula}");
        }
    }
}
