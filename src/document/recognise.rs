//! Which format a file is in, told by its content first and by its name where the content leaves it open; and its text,
//! whatever it was encoded in.

use encoding_rs::Encoding;

use super::{Fault, Format, Unreadable};

/// The most bytes of text that are read: a book of a thousand pages is about three million.
pub const MAX_TEXT: usize = 64 << 20;

/// How much of a file is looked at to tell its format.
const HEAD: usize = 64 << 10;

/// What files begin with that are no manuscripts of ours, with what they are and what to do.
const FOREIGN: &[(&[u8], &str)] = &[
    (
        b"\xD0\xCF\x11\xE0",
        "it is an old Word document (.doc), or one that is locked by a password: save it as .docx without one",
    ),
    (b"{\\rtf", "it is Rich Text (.rtf): save it as .docx"),
    (b"\x89PNG", "it is a picture"),
    (b"\xFF\xD8\xFF", "it is a picture"),
    (b"%!PS", "it is PostScript: make a PDF of it"),
    (b"\x1F\x8B", "it is packed with gzip: unpack it first"),
    (b"7z\xBC\xAF", "it is packed with 7-Zip: unpack it first"),
    (b"Rar!", "it is packed with RAR: unpack it first"),
];

/// What text is none of ours by the ending of its name, with what it is and what to do.
const NAMED_OTHERWISE: &[(&str, &str)] = &[
    ("docx", "it is named like a Word document (.docx) and is none: it may be cut off, or saved as something else"),
    ("odt", "it is named like an OpenDocument text (.odt) and is none: it may be cut off, or saved as something else"),
    ("pdf", "it is named like a PDF (.pdf) and is none: it may be cut off, or saved as something else"),
    ("epub", "it is named like an e-book (.epub) and is none"),
    ("org", "it is an Org file (.org): export it to .tex, .md or .docx"),
];

/// The format of a file.
///
/// # Errors
/// If it is known to be something that is no manuscript, or nothing at all.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<Format, Unreadable> {
    let unreadable = |why: &str| Err(Unreadable { why: why.to_owned() });
    if bytes.iter().take(HEAD).all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        return unreadable("it holds no text");
    }
    if let Some((_, why)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return unreadable(why);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Format::Docx);
    }
    // A PDF may have some bytes before its mark (ISO 32000-1, annex H.3.4.1).
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some((_, why)) = NAMED_OTHERWISE.iter().find(|(ending, _)| has_ending(name, ending)) {
        return unreadable(why);
    }
    let (text, _) = decoded(head);
    if looks_binary(&text) {
        return unreadable("it is no text: it is full of control characters");
    }
    Ok(by_content(&text).or_else(|| by_name(name)).unwrap_or_else(|| by_look(&text)))
}

/// Whether the name of a file has an ending, in letters of either case.
pub(super) fn has_ending(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own.eq_ignore_ascii_case(ending))
}

/// Control characters that text has no use for are a sign of something else.
fn looks_binary(text: &str) -> bool {
    let odd =
        text.chars().filter(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\x0C')).count();
    odd * 20 > text.len()
}

/// What the first words of a file say beyond doubt.
fn by_content(text: &str) -> Option<Format> {
    let start = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let lower = start.get(..start.floor_char_boundary(512)).unwrap_or(start).to_ascii_lowercase();
    let html = ["<!doctype html", "<html", "<head", "<body"];
    let html = html.iter().any(|tag| lower.starts_with(tag)) || (lower.starts_with("<?xml") && lower.contains("<html"));
    let latex = text.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("\\documentclass")
            || line.starts_with("\\documentstyle")
            || line.starts_with("\\begin{document}")
    });
    match () {
        () if html || (lower.starts_with("<!--") && text.contains("<html")) => Some(Format::Html),
        () if latex => Some(Format::Latex),
        () => None,
    }
}

fn by_name(name: &str) -> Option<Format> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "md" | "markdown" | "mdown" | "mkd" | "qmd" | "rmd" | "ipynb" => Some(Format::Markdown),
        "tex" | "latex" | "ltx" => Some(Format::Latex),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "txt" | "text" => Some(Format::Plain),
        _ => None,
    }
}

/// What a text without a telling name looks like: signs of each markup, the most of them first.
fn by_look(text: &str) -> Format {
    let latex = ["\\section", "\\cite", "\\emph{", "\\footnote{", "\\begin{", "\\chapter"];
    let html = ["</p>", "</a>", "</em>", "</div>", "<h1", "<h2"];
    let count = |signs: &[&str]| signs.iter().map(|sign| text.matches(sign).count()).sum::<usize>();
    let lines = text.lines().filter(|line| {
        line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ") || line.starts_with("[^")
    });
    let markdown =
        lines.count() + text.matches("](http").count() + text.matches("[@").count() + text.matches("**").count() / 2;
    let scores = [(count(&latex), Format::Latex), (count(&html), Format::Html), (markdown, Format::Markdown)];
    let best = scores.into_iter().rev().max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0).map_or(Format::Plain, |(_, format)| format)
}

/// What `inputenc` calls encodings that WHATWG calls otherwise.
const OF_TEX: [(&str, &str); 4] =
    [("applemac", "macintosh"), ("ansinew", "windows-1252"), ("latin9", "iso-8859-15"), ("latin10", "iso-8859-16")];

/// The encoding that a text of LaTeX or HTML says it is in.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let tex = head.split_once("]{inputenc}").and_then(|(before, _)| before.rsplit(['[', ',']).next());
    let html = || head.split_once("charset=").map(|(_, behind)| behind.trim_start_matches(['"', '\'']));
    let name = tex.or_else(html)?.trim_start().split(['"', '\'', ' ', '>', ';', '/']).next()?;
    let known = OF_TEX.iter().find(|(own, _)| *own == name).map_or(name, |(_, known)| known);
    Encoding::for_label(known.as_bytes())
}

/// The text of a file: UTF-8, UTF-16 where a byte order mark says so, what it says itself, else Windows-1252, which is
/// told as a fault. No byte order mark is left in it.
pub fn decoded(bytes: &[u8]) -> (String, Option<Fault>) {
    decoded_as(bytes, declared(bytes))
}

/// The same, where the encoding may be declared elsewhere.
pub(super) fn decoded_as(bytes: &[u8], declared: Option<&'static Encoding>) -> (String, Option<Fault>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let what = format!("this text is not all {}: what cannot be read stands as \u{FFFD}", encoding.name());
        let fault = broken.then(|| fault_at(&text, what));
        return (text.into_owned(), fault);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        // Cut off in the middle of a letter.
        Err(error) if error.error_len().is_none() => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let what = "the text ends in the middle of a letter".to_owned();
            (text, Some(Fault::new(error.valid_up_to()..error.valid_up_to(), what)))
        }
        Err(error) => {
            let declared = declared.filter(|encoding| *encoding != encoding_rs::UTF_8);
            if let Some((text, false)) = declared.map(|encoding| encoding.decode_without_bom_handling(bytes)) {
                return (text.into_owned(), None);
            }
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
            let at = text.floor_char_boundary(error.valid_up_to());
            let line = 1 + text[..at].matches('\n').count();
            let what = format!("the text is not UTF-8 (line {line}), and is read as Windows-1252: save it as UTF-8");
            (text.into_owned(), Some(Fault::new(at..at, what)))
        }
    }
}

fn fault_at(text: &str, what: String) -> Fault {
    let at = text.find('\u{FFFD}').unwrap_or(0);
    Fault::new(at..at, what)
}
