//! What a source is told by: DOI, address, ISBN, ISSN, each brought to one form.
//!
//! Two sources whose identifiers have the same form here name the same thing, however they are written: with or
//! without a resolver, a tracking parameter, a hyphen. What the identifiers lack is said by `malformed-identifier`.

use url::Url;

/// Query parameters that say how a reader came to a page, not which page it is.
const TRACKING: [&str; 13] = [
    "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "igsh", "mc_cid", "mc_eid", "ref_src", "_ga",
    "wbraid",
];

/// A DOI without resolver and prefix, in small letters (a DOI has no case: ISO 26324). `None` where it is not of the
/// form `10.1234/…`.
pub(super) fn doi(text: &str) -> Option<String> {
    let folded = text.trim().to_lowercase().replace("%2f", "/");
    let mut bare = folded.as_str();
    for prefix in ["https://", "http://", "www.", "dx.", "doi.org/", "doi:", "doi"] {
        bare = bare.strip_prefix(prefix).unwrap_or(bare).trim_start();
    }
    let (registrant, suffix) = bare.strip_prefix("10.")?.split_once('/')?;
    let numbers = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let registered = registrant.split('.').all(numbers) && registrant.split('.').next().is_some_and(|n| n.len() >= 4);
    let given = !suffix.is_empty() && !suffix.contains(char::is_whitespace);
    (registered && given).then(|| bare.to_owned())
}

/// An address without what does not tell one page from another. `None` where it is no address on the web, and for the
/// front page of a site, which stands for whatever was on it.
pub(super) fn address(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host == "web.archive.org"
        && let Some(kept) = url.as_str().rfind("/http").filter(|&at| url.as_str()[at..].contains("://"))
    {
        return address(&url.as_str()[kept + 1..]);
    }
    let path = unescaped(url.path());
    let path = path.strip_suffix("/index.html").unwrap_or(&path).trim_end_matches('/');
    let mut query: Vec<&str> = url.query().unwrap_or_default().split('&').filter(|pair| !is_tracking(pair)).collect();
    query.sort_unstable();
    // Sites that are one program keep the name of the page behind the `#`.
    let page = url.fragment().filter(|fragment| fragment.starts_with(['!', '/'])).unwrap_or_default();
    if path.is_empty() && query.is_empty() && page.is_empty() {
        return None;
    }
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{host}{port}{path}?{}#{page}", query.join("&")))
}

fn is_tracking(pair: &str) -> bool {
    let key = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    key.is_empty() || key.starts_with("utm_") || TRACKING.contains(&key.as_str())
}

/// A path in which a letter that needs no escape has none, and escapes are in capitals (RFC 3986, section 6.2.2).
fn unescaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let length = if code.is_some() { 3 } else { 1 };
        match code {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => out.push(char::from(byte)),
            _ => out.push_str(&rest[at..at + length].to_ascii_uppercase()),
        }
        rest = &rest[at + length..];
    }
    out + rest
}

/// The numbers of a field that holds one or more ISBNs or ISSNs: digits and a last `X`, with nothing between them. A
/// remark in brackets and the name of the number are left out.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.extend(c.to_uppercase()),
            _ => {}
        }
    }
    let pieces = plain.split([',', ';', '/']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces.flat_map(each_number).collect()
}

/// One number with spaces in it, or several with spaces between them.
fn each_number(piece: &str) -> Vec<String> {
    let mut bare = piece;
    for name in ["E-", "P-", "E", "P", "ISBN", "ISSN", "-13:", "-10:", "-13 ", "-10 ", "-L", ":"] {
        bare = bare.strip_prefix(name).unwrap_or(bare).trim_start();
    }
    let compact = |part: &str| part.chars().filter(|c| !is_separator(*c)).collect::<String>();
    let whole = compact(bare);
    let parts: Vec<String> = bare.split_whitespace().map(compact).collect();
    let complete = |part: &String| matches!(part.len(), 8 | 10 | 13);
    if parts.iter().all(complete) { parts } else { vec![whole] }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.')
}

/// The part of an ISBN that its two forms, of ten and of thirteen digits, have in common.
pub(super) fn isbn_core(number: &str) -> &str {
    match number.len() {
        13 => number.get(3..12).unwrap_or(number),
        10 => number.get(..9).unwrap_or(number),
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_only_what_tells_pages_apart() {
        let page = address("https://example.com/read/1");
        for same in [
            "http://www.Example.com:80/read/1/",
            "HTTPS://example.com/read/1/index.html#top",
            "https://example.com/%72ead/1?utm_source=x&fbclid=y",
            "https://web.archive.org/web/20240620/https://example.com/read/1",
        ] {
            assert_eq!(address(same), page, "{same}");
        }
        for other in [
            "https://example.com/read/2",
            "https://example.com/Read/1",
            "https://example.com/read/1?page=2",
            "https://example.com:8080/read/1",
            "https://example.com/read/1#!/two",
            "https://example.com/read%2F1",
        ] {
            assert_ne!(address(other), page, "{other}");
        }
    }

    #[test]
    fn a_front_page_names_no_work() {
        assert_eq!(address("https://www.example.com/?utm_source=x"), None);
        assert_eq!(address("https://www.example.com/index.html"), None);
    }

    #[test]
    fn a_doi_reads_the_same_with_and_without_its_resolver() {
        let bare = doi("10.1000/ABC");
        assert_eq!(bare.as_deref(), Some("10.1000/abc"));
        for same in
            ["https://doi.org/10.1000/abc", "http://dx.doi.org/10.1000/abc", "doi: 10.1000/Abc", "DOI 10.1000/abc"]
        {
            assert_eq!(doi(same), bare, "{same}");
        }
        for no in ["10.12/abc", "10.1000/", "11.1000/abc", "10.1000/a b", "10.12b4/abc", "10.1000./abc", ""] {
            assert_eq!(doi(no), None, "{no}");
        }
    }

    #[test]
    fn numbers_are_read_without_names_remarks_and_hyphens() {
        assert_eq!(numbers("ISBN-13: 978-0-306-40615-7 (pbk.)"), ["9780306406157"]);
        assert_eq!(numbers("0-306-40615-2, 978 0 306 40615 7"), ["0306406152", "9780306406157"]);
        assert_eq!(numbers("eISSN 2049-363x"), ["2049363X"]);
        assert_eq!(numbers("0306406152 9780306406157"), ["0306406152", "9780306406157"]);
        assert_eq!(numbers("(pbk.) 0-306-40615-2"), ["0306406152"]);
        assert_eq!(numbers("0306 40615"), ["030640615"]);
        assert!(numbers("ISBN").is_empty());
    }
}
