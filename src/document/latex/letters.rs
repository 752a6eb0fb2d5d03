//! Letters that LaTeX writes as commands: accents, symbols, dashes and quotation marks.

use unicode_normalization::UnicodeNormalization;

/// Symbols that are a command of their own.
const SYMBOLS: &[(&str, &str)] = &[
    ("ss", "ß"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("o", "ø"),
    ("O", "Ø"),
    ("aa", "å"),
    ("AA", "Å"),
    ("l", "ł"),
    ("L", "Ł"),
    ("i", "ı"),
    ("j", "ȷ"),
    ("dh", "ð"),
    ("DH", "Ð"),
    ("th", "þ"),
    ("TH", "Þ"),
    ("dj", "đ"),
    ("DJ", "Đ"),
    ("ng", "ŋ"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textellipsis", "…"),
    ("LaTeX", "LaTeX"),
    ("TeX", "TeX"),
    ("S", "§"),
    ("P", "¶"),
    ("copyright", "©"),
    ("pounds", "£"),
    ("textsterling", "£"),
    ("euro", "€"),
    ("texteuro", "€"),
    ("EUR", "€"),
    ("textdollar", "$"),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("textquoteleft", "‘"),
    ("textquoteright", "’"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guillemetleft", "«"),
    ("guillemetright", "»"),
    ("flqq", "«"),
    ("frqq", "»"),
    ("glqq", "„"),
    ("grqq", "“"),
    ("textbackslash", "\\"),
    ("textasciitilde", "~"),
    ("textbar", "|"),
    ("textless", "<"),
    ("textgreater", ">"),
    ("textunderscore", "_"),
    ("textdegree", "°"),
    ("textregistered", "®"),
    ("texttrademark", "™"),
    ("textbullet", "•"),
    ("textperiodcentered", "·"),
    ("slash", "/"),
    ("lq", "‘"),
    ("rq", "’"),
    ("dag", "†"),
    ("ddag", "‡"),
    ("textordfeminine", "ª"),
    ("textordmasculine", "º"),
    ("textonehalf", "½"),
    ("times", "×"),
    ("textasciicircum", "^"),
    ("percent", "%"),
    ("quad", " "),
    ("qquad", " "),
    ("space", " "),
    ("newline", " "),
    ("linebreak", " "),
    ("nobreakspace", " "),
    ("thinspace", " "),
    ("enspace", " "),
    ("textquotesingle", "'"),
    ("cprime", "'"),
];

pub(super) fn symbol(name: &str) -> Option<&'static str> {
    SYMBOLS.iter().find(|(symbol, _)| *symbol == name).map(|(_, letters)| *letters)
}

/// The mark that an accent puts on the letter behind it.
pub(super) fn accent(name: &str) -> Option<char> {
    let mark = match name {
        "`" => '\u{300}',
        "'" => '\u{301}',
        "^" => '\u{302}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "u" => '\u{306}',
        "." => '\u{307}',
        "\"" => '\u{308}',
        "r" => '\u{30A}',
        "H" => '\u{30B}',
        "v" => '\u{30C}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        _ => return None,
    };
    Some(mark)
}

/// The letter that a command spells which a text begins with, without its backslash, and the length of that.
pub(crate) fn leading(text: &str) -> Option<(String, usize)> {
    let word = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let name = &text[..word.max(text.chars().next().map_or(0, char::len_utf8))];
    let behind = &text[name.len()..];
    if let Some(letters) = symbol(name).filter(|letters| letters.chars().all(char::is_alphabetic)) {
        let end = behind.strip_prefix("{}").unwrap_or(behind.trim_start());
        return Some((letters.to_owned(), text.len() - end.len()));
    }
    // `\a'e` is `\'e` where tabs are set.
    let tabbed = name == "a" && behind.starts_with(['\'', '`', '=']);
    let (name, behind) = if tabbed { behind.split_at(1) } else { (name, behind) };
    let mark = accent(name)?;
    let letter = behind.trim_start_matches(' ');
    let spaced = letter.len() < behind.len() || word == 0 || tabbed;
    let (base, end) = match letter.strip_prefix('{') {
        Some(inside) => inside.split_once('}')?,
        None if letter.starts_with("\\i") || letter.starts_with("\\j") => letter.split_at(2),
        None if spaced => letter.split_at(letter.chars().next()?.len_utf8()),
        None => return None,
    };
    let base = base.trim().trim_start_matches('\\');
    let one = base.chars().count() == 1 && base.chars().all(char::is_alphabetic);
    one.then(|| (accented(base, mark), text.len() - end.len()))
}

/// A letter with its accent, as one letter where there is one.
pub(super) fn accented(base: &str, mark: char) -> String {
    let mut letters = base.chars();
    let first = match letters.next() {
        Some('ı') => 'i',
        Some('ȷ') => 'j',
        Some(letter) => letter,
        None => return String::new(),
    };
    [first, mark].into_iter().nfc().chain(letters).collect()
}

/// What stands for itself in two letters or more: dashes and quotation marks. With how many bytes it is written.
pub(super) fn ligature(rest: &str) -> Option<(&'static str, usize)> {
    const LIGATURES: &[(&str, &str)] = &[
        ("---", "—"),
        ("--", "–"),
        ("``", "“"),
        ("''", "”"),
        ("`", "‘"),
        ("'", "’"),
        ("~", " "),
        ("!`", "¡"),
        ("?`", "¿"),
    ];
    LIGATURES.iter().find(|(written, _)| rest.starts_with(written)).map(|(written, letters)| (*letters, written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_commands_spell_are_read_with_their_length() {
        for (written, read) in [
            ("'\\i}a", Some(("í", 3))),
            ("'{\\i}a", Some(("í", 5))),
            ("\"{o}de", Some(("ö", 4))),
            ("v{s}", Some(("š", 4))),
            ("c ca", Some(("ç", 3))),
            ("a'e}", Some(("é", 3))),
            ("o}m", Some(("ø", 1))),
            ("ss{}e", Some(("ß", 4))),
            ("emph{a}", None),
            ("cite{a}", None),
            ("'", None),
            ("", None),
        ] {
            assert_eq!(leading(written), read.map(|(letters, length)| (letters.to_owned(), length)), "{written}");
        }
    }
}
