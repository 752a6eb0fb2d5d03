//! What people answered to the queries in a copy of a paper, as rows of a table of its records.
//!
//! A person's words decide, and nothing else does: an answer that is a mark of a checker, or begins with one, is that
//! mark (`Confirmed: see p. 4`). Any other answer is kept to be read.

use toml_writer::ToTomlValue;

use super::cells::MARKS;
use crate::document::Thread;
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
    let behind = one_line(&thread.text).strip_prefix(query).map(|rest| rest.trim().to_owned());
    let behind = behind.filter(|rest| !rest.is_empty()).map(|rest| (String::new(), None, rest));
    let replies = thread.answers.iter().map(|answer| (one_line(&answer.by), answer.on.clone(), one_line(&answer.text)));
    let said: Vec<(String, Option<String>, String)> =
        behind.into_iter().chain(replies).filter(|(_, _, words)| !words.is_empty()).collect();
    let of = |at: usize| said.get(at).and_then(|(_, _, words)| decision(words));
    let decided = (0..said.len()).rev().find(|at| of(*at).is_some());
    let at = decided.or(said.len().checked_sub(1))?;
    let words = match said.as_slice() {
        [(_, _, words)] => words.clone(),
        several => several.iter().map(|(by, _, words)| format!("{by}: {words}")).collect::<Vec<_>>().join("; "),
    };
    let (by, on, _) = said[at].clone();
    Some(Reply { by, on, words, decision: of(at) })
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
    let mut by_record: Vec<(&Subject, Vec<&Answered<'_>>)> = Vec::new();
    let mut sorted: Vec<&Answered<'_>> = asked.iter().collect();
    sorted.sort_by_key(|one| (one.about.kind, &one.about.id));
    for one in sorted {
        match by_record.last_mut().filter(|(about, _)| *about == one.about) {
            Some((_, of_record)) => of_record.push(one),
            None => by_record.push((one.about, vec![one])),
        }
    }
    for (about, of_record) in by_record {
        if of_record.iter().all(|one| one.reply.is_none()) {
            continue;
        }
        let cells = row(about, &of_record);
        rows.push(Row { number: rows.len() + 1, cells });
    }
    Sheet { name: name.to_owned(), rows }
}

fn row(about: &Subject, asked: &[&Answered<'_>]) -> Vec<String> {
    let replies: Vec<&Reply> = asked.iter().filter_map(|one| one.reply).collect();
    let joined = |parts: Vec<&str>| parts.join(" / ");
    let verdict = |one: &&Answered<'_>| match one.reply.and_then(|reply| reply.decision) {
        Some(Decision::Verdict(verdict)) => Some(verdict),
        _ => None,
    };
    let is_stet = |one: &Answered<'_>| one.reply.is_some_and(|reply| reply.decision == Some(Decision::Stet));
    let agreed = verdict(&asked[0]).filter(|first| asked.iter().all(|one| verdict(one) == Some(*first)));
    let checked = agreed.and_then(|_| replies.last());
    let mut allowed: Vec<&Answered<'_>> = asked.iter().copied().filter(|one| is_stet(one)).collect();
    allowed.retain(|one| asked.iter().all(|other| other.rule != one.rule || is_stet(other)));
    allowed.sort_by_key(|one| one.rule);
    allowed.dedup_by_key(|one| one.rule);
    let allowance = |one: &&Answered<'_>| {
        let because = one.reply.map(|reply| reply.words.as_str()).unwrap_or_default();
        format!("{{ rule = {}, because = {} }}", one.rule.to_toml_value(), because.to_toml_value())
    };
    let allowed: Vec<String> = allowed.iter().map(allowance).collect();
    let rest = if allowed.is_empty() { String::new() } else { format!("{{ allow = [{}] }}", allowed.join(", ")) };
    let is_claim = about.kind == "claim";
    let of_claim = |cell: String| if is_claim { cell } else { String::new() };
    vec![
        about.kind.to_owned(),
        about.id.clone(),
        of_claim(joined(asked.iter().filter(|one| one.reply.is_some()).map(|one| one.query).collect())),
        of_claim(joined(replies.iter().map(|reply| reply.words.as_str()).collect())),
        of_claim(agreed.unwrap_or_default().to_owned()),
        of_claim(checked.map(|reply| reply.by.clone()).unwrap_or_default()),
        of_claim(checked.and_then(|reply| reply.on.clone()).unwrap_or_default()),
        rest,
    ]
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
