//! Findings as queries to the author: the words in question, what clashes with them and where, and what is asked.

use std::fmt;

use super::passages::Told;
use crate::Reasoned;
use crate::finding::{Finding, Level};
use crate::text::{Span, Texts, bare};

/// A query on some words of the manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Where they stand.
    pub at: Span,
    /// The sentence, or the whole, that they stand in.
    pub passage: Span,
    /// Where that is, for a person: `line 57, Results`.
    pub place: String,
    /// What is asked, without the words themselves.
    pub text: String,
    /// The passage in its own words.
    pub quote: String,
    /// Which of the findings it asks of.
    pub finding: usize,
}

/// The queries that findings give rise to, in the order of the text: errors and warnings, as far as they are about
/// words of the manuscript.
pub fn queries(texts: &Texts, reasoned: &Reasoned, findings: &[Finding]) -> Vec<Query> {
    let asked = findings.iter().enumerate().filter(|(_, finding)| finding.level >= Level::Warning && !finding.known);
    let mut queries: Vec<Query> = asked.filter_map(|(at, finding)| query(texts, reasoned, at, finding)).collect();
    queries.sort_by_key(|query| (query.at.start, query.at.end()));
    queries.dedup_by(|next, before| next.at == before.at && next.text == before.text);
    queries
}

fn query(texts: &Texts, reasoned: &Reasoned, own: usize, finding: &Finding) -> Option<Query> {
    let told = Told::new(texts, reasoned, finding);
    let at = told.at(finding);
    let (number, passage, span) =
        told.passages.iter().enumerate().find_map(|(number, passage)| {
            passage.at.filter(|span| span.holds(at)).map(|span| (number, passage, span))
        })?;
    let others = told.passages.iter().enumerate().filter(|(other, _)| *other != number);
    let others = others.map(|(_, other)| format!(" {}: {}.", capital(&other.whereabouts()), other.quote()));
    let elsewhere = others.collect::<Vec<String>>().concat();
    let ask = finding
        .help
        .as_ref()
        .map_or_else(|| "Is it right as printed?".to_owned(), |help| format!("Please check: {}", sentence(help)));
    let text = bare(&format!("{}{elsewhere} {ask}", head(finding))).replace('\n', " ");
    let (place, quote) = (passage.place.clone(), format!("“{}”", bare(&passage.words)));
    Some(Query { at, passage: span, place, text, quote, finding: own })
}

/// What every query on a finding begins with, wherever else in the text it points to.
pub fn head(finding: &Finding) -> String {
    sentence(&capital(&finding.message))
}

/// With a full stop, where it does not end as a question.
fn sentence(text: &str) -> String {
    if text.ends_with(['?', '.', '!']) { text.to_owned() } else { format!("{text}.") }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Queries as a numbered list in Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Queries<'a>(pub &'a [Query]);

impl fmt::Display for Queries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use super::markdown::escaped;
        for (number, query) in self.0.iter().enumerate() {
            let place = escaped(&capital(&query.place));
            writeln!(f, "{}. {place}: {}  \n   {}", number + 1, escaped(&query.quote), escaped(&query.text))?;
        }
        Ok(())
    }
}
