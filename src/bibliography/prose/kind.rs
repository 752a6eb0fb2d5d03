//! What type of work an entry describes, as far as its parts tell.

use crate::bibliography::authors::is_body;
use crate::bibliography::{Entry, Who};
use crate::language::Term;

use super::words::{phrase, terms};

/// The type, as far as the rest of the entry tells it.
pub(super) fn tell(entry: &mut Entry, words: &str) {
    let lower = words.to_lowercase();
    let has = |name: &str| entry.field(name).is_some();
    let container = entry.value("container-title").unwrap_or_default().to_lowercase();
    let written = entry.value("publisher").or(entry.value("container-title")).unwrap_or_default().to_lowercase();
    let bracketed = |text: &str| phrase(text, |terms| terms.only(Term::Thesis)).is_some();
    let thesis = publishes(&written)
        || lower.split(['(', '[']).skip(1).any(bracketed)
        || lower.split(['.', ',']).skip(1).any(|part| terms(part.trim()).has(Term::Thesis));
    let body = entry.author.first().is_some_and(|name| matches!(&name.who, Who::Literal(name) if is_body(name)));
    let full_date = entry.value("issued").is_some_and(|issued| issued.len() == 10);
    let kind = match () {
        () if thesis => "thesis",
        () if tells(&container, &[Term::Proceedings]) => "paper-conference",
        () if has("volume") && has("container-title") || has("issue") || has("ISSN") => "article-journal",
        () if has("URL") && full_date && has("container-title") && !body => "article-newspaper",
        () if has("publisher-place") && body && has("URL") => "report",
        () if has("publisher-place") || has("ISBN") => "book",
        () if has("URL") => "webpage",
        () if has("container-title") && has("page") || has("DOI") => "article-journal",
        () if has("publisher") => "book",
        () => return,
    };
    let at = entry.at.clone();
    entry.put("type", kind, at);
}

/// Whether a name is that of a university or of a part of one, which publishes theses, and no journal's.
pub(super) fn publishes(lower: &str) -> bool {
    tells(lower, &[Term::Thesis, Term::University]) && !tells(lower, &[Term::Serial, Term::Press])
}

/// Whether one of the words is one of these.
fn tells(lower: &str, wanted: &[Term]) -> bool {
    lower.split(|c: char| !c.is_alphabetic()).any(|word| wanted.iter().any(|term| terms(word).has(*term)))
}
