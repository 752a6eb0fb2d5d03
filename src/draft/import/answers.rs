//! What people answered to the queries in a copy of a paper, as rows of a table of its records.
//!
//! A person's words decide, and nothing else does: an answer that is a mark of a checker, or begins with one, is that
//! mark (`Confirmed: see p. 4`). Any other answer is kept to be read.

use std::collections::BTreeMap;

use toml_writer::ToTomlValue;

use super::cells::MARKS;
use crate::document::{Answer, Thread};
use crate::finding::Subject;
use crate::names::one_line;
use crate::sheet::{Row, Sheet};

/// A mark of so few letters is one by itself alone: `OK, will be changed` changes something.
const WITHIN: usize = 4;

/// The mark of who lets something stand as it is printed.
const STET: &str = "stet";

/// What becomes of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// What is printed stands.
    Stet,
    /// The claim has been looked at, with this verdict.
    Verdict(&'static str),
}

/// What was answered to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// In whose words, if they say so.
    pub(crate) by: String,
    /// The day, if it is known.
    pub(crate) on: Option<String>,
    /// The words, on one line; of several people, with their names.
    pub(crate) words: String,
    /// What the words decide.
    pub(crate) decision: Option<Decision>,
}

/// A question about a record, and what was answered.
#[derive(Clone, Debug)]
pub(crate) struct Answered<'a> {
    /// The record.
    pub(crate) about: &'a Subject,
    /// The rule that asks.
    pub(crate) rule: &'static str,
    /// The question.
    pub(crate) query: &'a str,
    /// What was answered, if anything was.
    pub(crate) reply: Option<&'a Reply>,
}

/// What was answered to a question: in replies, or behind its own words.
pub(crate) fn reply(thread: &Thread, query: &str) -> Option<Reply> {
    let text = one_line(&thread.text);
    let behind = text.strip_prefix(query).map(|rest| Answer { by: String::new(), on: None, text: rest.to_owned() });
    let said = behind.iter().chain(&thread.answers).map(|it| (one_line(&it.by), &it.on, one_line(&it.text)));
    let said: Vec<(String, &Option<String>, String)> = said.filter(|(_, _, words)| !words.is_empty()).collect();
    let decided = said.iter().rev().find_map(|it| Some((it, Some(decision(&it.2)?))));
    let ((by, on, _), decision) = decided.or_else(|| Some((said.last()?, None)))?;
    let words = match said.as_slice() {
        [(_, _, words)] => words.clone(),
        several => several.iter().map(|(by, _, words)| format!("{by}: {words}")).collect::<Vec<_>>().join("; "),
    };
    Some(Reply { by: by.clone(), on: (*on).clone(), words, decision })
}

fn decision(words: &str) -> Option<Decision> {
    let small = words.to_lowercase();
    let heads = |word: &str| {
        let Some(rest) = small.strip_prefix(word) else { return false };
        let is_alone = !rest.contains(char::is_alphanumeric);
        let is_parted = rest.starts_with(|next: char| !next.is_alphanumeric() && !next.is_whitespace());
        let is_parted = is_parted || rest.trim_start().starts_with(['–', '—', '-', '(']);
        is_alone || is_parted && word.chars().count() >= WITHIN
    };
    let (_, mark) = MARKS.longest_first().iter().find(|(word, _)| heads(word))?;
    match *mark {
        STET => Some(Decision::Stet),
        "query" | "primary" | "secondary" => None,
        verdict => Some(Decision::Verdict(verdict)),
    }
}

/// A table of the records that questions are about, a row each. What is not decided of each question of a record is
/// not decided of the record.
pub(crate) fn table(name: &str, asked: &[Answered<'_>]) -> Sheet {
    let header = ["record", "id", "query", "answer", "verdict", "checked-by", "checked-on", "rest"];
    let mut rows = vec![Row { number: 1, cells: header.map(str::to_owned).into() }];
    let mut sorted: Vec<&Answered<'_>> = asked.iter().collect();
    sorted.sort_by_key(|one| (one.about.kind, &one.about.id));
    let of_records = sorted.chunk_by(|one, next| one.about == next.about);
    for of_record in of_records.filter(|of_record| of_record.iter().any(|one| one.reply.is_some())) {
        rows.push(Row { number: rows.len() + 1, cells: row(of_record) });
    }
    Sheet { name: name.to_owned(), rows }
}

/// The row of a record, of which these are all the questions.
fn row(asked: &[&Answered<'_>]) -> Vec<String> {
    let about = asked[0].about;
    let replies: Vec<(&Answered<'_>, &Reply)> = asked.iter().filter_map(|one| Some((*one, one.reply?))).collect();
    let decision = |one: &Answered<'_>| one.reply.and_then(|reply| reply.decision);
    let agreed = match decision(asked[0]) {
        Some(Decision::Verdict(verdict)) if asked.iter().all(|one| decision(one) == decision(asked[0])) => verdict,
        _ => "",
    };
    let checked = replies.last().filter(|_| !agreed.is_empty()).map(|(_, reply)| reply);
    let of_claim = |cell: String| if about.kind == "claim" { cell } else { String::new() };
    let all =
        |of: fn(&(&Answered<'_>, &Reply)) -> String| of_claim(replies.iter().map(of).collect::<Vec<_>>().join(" / "));
    vec![
        about.kind.to_owned(),
        about.id.clone(),
        all(|(one, _)| one.query.to_owned()),
        all(|(_, reply)| reply.words.clone()),
        of_claim(agreed.to_owned()),
        of_claim(checked.map(|reply| reply.by.clone()).unwrap_or_default()),
        of_claim(checked.and_then(|reply| reply.on.clone()).unwrap_or_default()),
        allowances(asked),
    ]
}

/// What lets the findings of a record stand by rules all of whose questions were answered so, as its other keys.
fn allowances(asked: &[&Answered<'_>]) -> String {
    let mut by_rule: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for one in asked {
        let stet = one.reply.filter(|reply| reply.decision == Some(Decision::Stet)).map(|reply| reply.words.as_str());
        let because = by_rule.entry(one.rule).or_insert(stet);
        *because = because.filter(|_| stet.is_some());
    }
    let allowed = by_rule.into_iter().filter_map(|(rule, because)| {
        Some(format!("{{ rule = {}, because = {} }}", rule.to_toml_value(), because?.to_toml_value()))
    });
    let allowed: Vec<String> = allowed.collect();
    if allowed.is_empty() { String::new() } else { format!("{{ allow = [{}] }}", allowed.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_at_the_head_of_an_answer_decides_and_other_words_do_not() {
        let decided = |words: &str| decision(words);
        assert_eq!(decided("Stet: the old calendar"), Some(Decision::Stet));
        assert_eq!(decided("stet."), Some(Decision::Stet));
        assert_eq!(decided("Stet – as the minutes have it"), Some(Decision::Stet));
        assert_eq!(decided("OK"), Some(Decision::Verdict("confirmed")));
        assert_eq!(decided("Bestätigt, S. 4"), Some(Decision::Verdict("confirmed")));
        assert_eq!(decided("Changed: now 2021"), Some(Decision::Verdict("changed")));
        for open in ["OK, will be changed", "no problem", "Changed my mind", "stetson", "query", "See the annex", ""] {
            assert_eq!(decided(open), None, "{open}");
        }
    }
}
