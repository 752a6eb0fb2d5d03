//! An identifier is one that can be looked up.
//!
//! # Why
//! DOIs, ISBNs, ISSNs and addresses are how a reader gets from the bibliography to the work. The last digit of an ISBN
//! or an ISSN is computed from the others, so that a slip of the pen shows.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "harbour-history"
//! type = "book"
//! issued = "2001"
//! isbn = "978-0-306-40615-4"
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "harbour-history"
//! type = "book"
//! issued = "2001"
//! isbn = "978-0-306-40615-7"
//! ```
//!
//! # When it stays silent
//! A DOI with or without its resolver; an ISBN of ten digits, of nine (before 1970), or several in one field; hyphens,
//! spaces and remarks in brackets; an ISSN where reference managers put it, among the ISBNs. An address as it is
//! printed, without a scheme (`www.example.org/port`), with letters of any script, and a name such as `urn:nbn:…`. That
//! a host exists cannot be known from its name.

use std::fmt::Write;

use url::{ParseError, Url};

use super::identifier;
use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::Record;
use crate::rules::Case;
use crate::text::{Word, shown};

pub(crate) const RULE: &str = "malformed-identifier";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["identifier", "identifiers"];

/// What is wrong with an identifier, as the end of "the ISBN of … ", and what to do.
struct Fault {
    what: String,
    help: Option<String>,
    /// What to write in its place, where that is likely.
    instead: Option<String>,
}

impl Fault {
    fn new(what: impl Into<String>, help: Option<&str>) -> Self {
        Self { what: what.into(), help: help.map(str::to_owned), instead: None }
    }
}

/// What is wrong with an identifier that reads like this.
type Judge = fn(&str) -> Option<Fault>;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.sources() {
        let identifiers: [(&str, Option<Word>, Judge); 4] = [
            ("DOI", source.doi, doi_fault),
            ("ISBN", source.isbn, isbn_fault),
            ("ISSN", source.issn, issn_fault),
            ("address", source.url, url_fault),
        ];
        for (what, word, fault) in identifiers {
            let Some(word) = word else { continue };
            let Some(fault) = fault(case.read(word)) else {
                verdicts.fine(|| [word.span], || format!("the {what} `{}` is well formed", shown(case.read(word))));
                continue;
            };
            let message = format!("the {what} of {} {}", case.name(id), fault.what);
            let mut finding = Finding::new(RULE, LEVEL, message, word.span, fault.what)
                .about("source", case.dossier.id(case.texts, Record::Source(id)))
                .value(case.read(word));
            finding.help = fault.help;
            finding.fixes.extend(fault.instead.map(|instead| {
                Fix::judged(format!("write `{}`", shown(&instead)), vec![edit::written(word.span, &instead)])
            }));
            verdicts.find(finding);
        }
    }
}

fn doi_fault(text: &str) -> Option<Fault> {
    identifier::doi(text).is_none().then(|| {
        let help = "write it as `10.`, a number of four or more digits, `/` and the publisher's own name";
        Fault::new("is not of the form `10.1234/…`", Some(help))
    })
}

fn isbn_fault(text: &str) -> Option<Fault> {
    let numbers = identifier::numbers(text);
    if numbers.is_empty() {
        return Some(Fault::new("has no digits", None));
    }
    numbers.iter().find_map(|number| match number.len() {
        8 if issn_fault(number).is_none() => None,
        // Standard book numbers of 1967 to 1970 lack the first digit, 0.
        9 => check_digit(number, &format!("0{number}"), last_of_ten),
        10 => check_digit(number, number, last_of_ten),
        13 if !number.starts_with("978") && !number.starts_with("979") => {
            let help = "an ISBN of thirteen digits starts with one of them";
            Some(Fault::new("starts with neither 978 nor 979", Some(help)))
        }
        13 => check_digit(number, number, last_of_thirteen),
        length => Some(Fault::new(format!("has {length} digits, not 10 or 13"), None)),
    })
}

fn issn_fault(text: &str) -> Option<Fault> {
    let numbers = identifier::numbers(text);
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Some(Fault::new("has no digits", None));
    }
    numbers.iter().find_map(|number| match number.len() {
        8 => check_digit(number, number, last_of_eight),
        length => Some(Fault::new(format!("has {length} digits, not 8"), None)),
    })
}

/// Whether the last digit of `full` is the one that `last` computes from the others.
fn check_digit(number: &str, full: &str, last: fn(&[u32]) -> u32) -> Option<Fault> {
    let (given, others) = full.chars().next_back().zip(full.get(..full.len() - 1))?;
    let digits: Option<Vec<u32>> = others.chars().map(|c| c.to_digit(10)).collect();
    let value = if given == 'X' { Some(10) } else { given.to_digit(10) };
    let (Some(digits), Some(value)) = (digits, value) else {
        return Some(Fault::new(format!("`{}` has a letter among its digits", shown(number)), None));
    };
    let computed = last(&digits);
    let mut computed_name = String::new();
    match computed {
        10 => computed_name.push('X'),
        digit => write!(computed_name, "{digit}").expect("a string takes all that is written"),
    }
    (computed != value).then(|| {
        let help = "compare it with the work: a digit is wrong, or two have changed places";
        Fault::new(format!("ends in {given}, and its other digits ask for {computed_name}"), Some(help))
    })
}

/// ISO 2108 for ten digits: weights 10 to 2, modulo 11.
fn last_of_ten(digits: &[u32]) -> u32 {
    let sum: u32 = digits.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11
}

/// ISO 2108 for thirteen digits: weights 1 and 3 in turn, modulo 10.
fn last_of_thirteen(digits: &[u32]) -> u32 {
    let sum: u32 = digits.iter().zip([1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    (10 - sum % 10) % 10
}

/// ISO 3297: weights 8 to 2, modulo 11.
fn last_of_eight(digits: &[u32]) -> u32 {
    let sum: u32 = digits.iter().zip((2..=8).rev()).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11
}

fn url_fault(text: &str) -> Option<Fault> {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        // What a link leads to within a page is words.
        let joined = if text.contains(":~:text=") { "%20" } else { "" };
        let instead = text.split_whitespace().collect::<Vec<_>>().join(joined);
        let help = format!("write it without: `{}`", shown(&instead));
        return Some(Fault { instead: Some(instead), ..Fault::new("has a space in it", Some(&help)) });
    }
    // A browser mends what follows the scheme of a page; a reader has to see that it is not as it should be.
    let lower = text.to_ascii_lowercase();
    let page = ["https:", "http:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let slashes = page.map(|rest| rest.len() - rest.trim_start_matches('/').len());
    let what = match Url::parse(text) {
        Ok(_) if slashes.is_some_and(|count| count < 2) => "has no `//` behind its scheme",
        Ok(_) if slashes.is_some_and(|count| count > 2) => "names no host",
        Ok(url) if url.has_host() || matches!(url.scheme(), "urn" | "doi" | "hdl" | "ark" | "info") => return None,
        Ok(_) | Err(ParseError::EmptyHost) => "names no host",
        Err(ParseError::RelativeUrlWithoutBase) if begins_with_a_host(text) => return None,
        Err(ParseError::RelativeUrlWithoutBase) => "has neither scheme nor host",
        Err(ParseError::InvalidPort) => "has a port that is no number up to 65535",
        Err(ParseError::InvalidIpv4Address | ParseError::InvalidIpv6Address) => {
            "has a host of numbers that is no address"
        }
        Err(ParseError::IdnaError | ParseError::InvalidDomainCharacter) => {
            "has a host with letters that no host can have"
        }
        Err(_) => "cannot be read as a URL",
    };
    Some(Fault::new(what, None))
}

/// Whether an address names a host first: papers print `www.example.org/port`, and browsers take it.
fn begins_with_a_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    Url::parse(&format!("https://{text}")).is_ok_and(|url| url.has_host())
        && host.split_once('.').is_some_and(|(name, rest)| !name.is_empty() && rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_numbers_in_print() {
        for isbn in
            ["0-306-40615-2", "978-0-306-40615-7", "0-8044-2957-X", "979-10-90636-07-1", "340-01381-8", "0378-5955"]
        {
            assert!(isbn_fault(isbn).is_none(), "{isbn}");
        }
        for isbn in ["0-306-40615-3", "978-0-306-40615-X", "977-0-306-40615-7", "978-0-306-4061", "no number"] {
            assert!(isbn_fault(isbn).is_some(), "{isbn}");
        }
        for issn in ["0378-5955", "2434-561X", "ISSN 0378-5955 (print), 2434-561X (online)"] {
            assert!(issn_fault(issn).is_none(), "{issn}");
        }
        assert!(issn_fault("0378-5956").is_some());
    }
}
