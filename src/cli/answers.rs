//! Answers to the queries in a DOCX, for `gainsay import`: what was answered to which finding, and what becomes of it.

use std::io::{self, Write};
use std::path::Path;

use super::Refusal;
use super::annotate::{Asked, asked};
use super::ground::Disk;
use super::paths::shown;
use super::stet::allowance;
use crate::atlas::Extent;
use crate::document::{self, Thread};
use crate::draft::answers::{self, Answered, Decision, Reply};
use crate::finding::{Finding, Subject};
use crate::names::one_line;
use crate::report::{Query, head};
use crate::sheet::Sheet;
use crate::text::counted;

/// What was answered in a copy of a manuscript.
pub(super) struct Answers {
    path: String,
    told: Vec<Told>,
    open: usize,
    /// What lets findings stand, for the configuration.
    pub(super) allowances: String,
    /// What becomes of the records, if there are any.
    pub(super) sheet: Option<Sheet>,
}

/// An answer, and what becomes of it.
struct Told {
    /// The place and the words that were asked about, where they are found yet.
    about: String,
    said: String,
    outcome: &'static str,
}

/// A question of ours, with the finding that it is about, if that is found yet.
struct Question<'a> {
    thread: &'a Thread,
    text: String,
    reply: Option<Reply>,
    /// The place and the words that it asks about, where they are found yet.
    about: String,
    finding: Option<&'a Finding>,
    stands: bool,
}

/// Reads the answers in a DOCX.
pub(super) fn read(
    disk: &Disk,
    path: &Path,
    bytes: &[u8],
    threads: &[Thread],
    records: Option<&Path>,
) -> Result<Answers, Refusal> {
    let refused = |why: String| Refusal::Unreadable { path: shown(path), why };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bare = document::unremarked(&name, bytes).map_err(|it| refused(it.why))?;
    let asked = asked(disk, path, &bare, records, Extent::Whole)?;
    let questions = questions(threads, &asked);
    if questions.is_empty() {
        return Err(refused("no comment in it is a query of `gainsay annotate`".to_owned()));
    }
    let about: Vec<Answered<'_>> = questions.iter().filter_map(answered).collect();
    let sheet = records.map(|_| answers::table(&shown(path), &about));
    let told: Vec<Told> = questions.iter().filter_map(|question| told(question, sheet.is_some())).collect();
    let allowances = questions.iter().filter(|_| sheet.is_none()).filter_map(lets_stand).collect::<Vec<_>>().join("\n");
    Ok(Answers { path: shown(path), open: questions.len() - told.len(), told, allowances, sheet })
}

/// The threads that a query of ours began. Of several queries in the same words, each is of one thread.
fn questions<'a>(threads: &'a [Thread], asked: &'a Asked) -> Vec<Question<'a>> {
    let of = |query: &'a Query| (query, one_line(&query.text), unplaced(&head(&asked.findings[query.finding])));
    let mut open: Vec<(&Query, String, String)> = asked.queries.iter().map(of).collect();
    let allowed = asked.allowed.iter().map(|allowed| &allowed.finding);
    let allowed: Vec<(&Finding, String)> = allowed.map(|finding| (finding, unplaced(&head(finding)))).collect();
    let mut questions = Vec::new();
    for thread in threads {
        let text = one_line(&thread.text);
        let anywhere = unplaced(&text);
        let whole = open.iter().position(|(_, whole, _)| text.starts_with(whole));
        let alike = || open.iter().position(|(.., head)| anywhere.starts_with(head));
        let query = whole.or_else(alike).map(|at| open.remove(at).0);
        let standing = || allowed.iter().find(|(_, head)| anywhere.starts_with(head)).map(|(finding, _)| *finding);
        let stands = if query.is_none() { standing() } else { None };
        if query.is_none() && stands.is_none() && !thread.is_ours {
            continue;
        }
        let about = query.map_or_else(|| text.clone(), |query| format!("{}: {}", query.place, query.quote));
        let text = query.map_or(text, |query| one_line(&query.text));
        questions.push(Question {
            thread,
            reply: answers::reply(thread, &text),
            text,
            about,
            finding: query.map(|query| &asked.findings[query.finding]).or(stands),
            stands: stands.is_some(),
        });
    }
    questions
}

/// What is said without the numbers of lines and pages, which are others once more was written above.
fn unplaced(text: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let is_place = words.last().is_some_and(|before| {
            let before = before.trim_start_matches('(').to_ascii_lowercase();
            matches!(before.as_str(), "line" | "lines" | "page" | "pages")
        });
        if !(is_place && word.starts_with(|first: char| first.is_ascii_digit())) {
            words.push(word);
        }
    }
    words.join(" ")
}

/// What is asked of a record, a claim before all others.
fn answered<'a>(question: &'a Question<'a>) -> Option<Answered<'a>> {
    let finding = question.finding.filter(|_| !question.stands)?;
    let is_claim = |subject: &&Subject| subject.kind == "claim";
    let about = finding.subjects.iter().find(is_claim).or(finding.subjects.first())?;
    Some(Answered { about, rule: finding.rule, query: &question.text, reply: question.reply.as_ref() })
}

/// What lets the finding stand in a paper without records.
fn lets_stand(question: &Question<'_>) -> Option<String> {
    let finding = question.finding.filter(|_| !question.stands)?;
    let reply = question.reply.as_ref()?;
    let stands = matches!(reply.decision?, Decision::Stet | Decision::Verdict("confirmed"));
    stands.then(|| allowance(finding.rule, &finding.fingerprint(), &finding.message, None, &with_name(reply)))
}

/// `Ina: stet, the old calendar`.
fn with_name(reply: &Reply) -> String {
    if reply.by.is_empty() || reply.words.starts_with(&reply.by) {
        return reply.words.clone();
    }
    format!("{}: {}", reply.by, reply.words)
}

fn told(question: &Question<'_>, has_records: bool) -> Option<Told> {
    let about = question.about.clone();
    let Some(reply) = &question.reply else {
        let outcome = "It is called settled without a word: nothing is decided.";
        return question.thread.is_settled.then(|| Told { about, said: String::new(), outcome });
    };
    let is_of_claim = answered(question).is_some_and(|answered| answered.about.kind == "claim");
    let outcome = match (question.finding, reply.decision) {
        (None, _) if has_records => "These records ask nothing of the kind: was the copy written with `--records`?",
        (None, _) => "It is found no more in this copy.",
        _ if question.stands => "It stands already.",
        (_, Some(Decision::Stet)) => "It stands.",
        (_, Some(Decision::Verdict("confirmed"))) if !has_records => "It stands.",
        (_, Some(Decision::Verdict(_))) if has_records && is_of_claim => "The claim is marked so.",
        (_, Some(Decision::Verdict("changed"))) => "It is still found: look again.",
        _ => "It is still found, and to be decided by who reads this.",
    };
    Some(Told { about, said: with_name(reply), outcome })
}

impl Answers {
    /// Tells what was answered, and what becomes of it.
    pub(super) fn tell(&self, out: &mut impl Write) -> io::Result<()> {
        let Self { path, told, open, .. } = self;
        writeln!(out, "{path}: {} of {} answered.", told.len(), counted(told.len() + open, "question"))?;
        for Told { about, said, outcome } in told {
            writeln!(out, "\n  {}", crate::text::shown(about))?;
            if !said.is_empty() {
                writeln!(out, "    “{}”", crate::text::shown(said))?;
            }
            writeln!(out, "    {outcome}")?;
        }
        writeln!(out)
    }
}
