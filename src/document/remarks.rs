//! Remarks of our own in a copy of a manuscript: of Word in a DOCX, and what each other format has for them.
//!
//! In a DOCX and a PDF they stand at the words themselves. In text they stand behind the sentence, where no command,
//! citation or link is torn by them: comments of Markdown, marked words of HTML, a macro of our own in LaTeX. Taking
//! them out again gives the text as it was.

use std::ops::Range;

use super::{Format, Unreadable, without_layout};
use crate::text::bare;

/// A remark on some words of a manuscript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where they stand in the manuscript's text, as it is read.
    pub at: Range<usize>,
    /// Where their sentence ends there.
    pub end: usize,
    /// What is said of them.
    pub text: String,
}

/// Who remarks, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct By {
    /// The name.
    pub name: String,
    /// The day, `2024-06-19`.
    pub date: Option<String>,
}

/// A remark in a manuscript, with what was answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// What it says, a paragraph a line.
    pub text: String,
    /// Whether it is of our own.
    pub is_ours: bool,
    /// What was answered to it, the first first.
    pub answers: Vec<Answer>,
    /// Whether somebody called it settled.
    pub is_settled: bool,
}

/// What somebody answered to a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The name.
    pub by: String,
    /// The day, `2024-06-19`, if it is known.
    pub on: Option<String>,
    /// What is said, a paragraph a line.
    pub text: String,
}

/// What stands around a remark in a text, and what has to be said of it beforehand.
struct Form {
    open: &'static str,
    close: &'static str,
    /// What the text itself begins behind.
    body: &'static str,
    head: &'static str,
}

impl Form {
    fn of(format: Format) -> Option<Self> {
        let form = |open, close, body, head| Some(Self { open, close, body, head });
        match format {
            Format::Markdown => form("<!-- gainsay asks: ", " -->", "", ""),
            Format::Html => form("<mark class=\"gainsay\">[", "]</mark>", "<body", ""),
            Format::Latex => form(
                "\\gainsayremark{",
                "}",
                "\\begin{document}",
                "\\providecommand{\\gainsayremark}[1]{\\textbf{[#1]}}\n",
            ),
            Format::Plain => form("[[gainsay asks: ", "]]", "", ""),
            Format::Docx | Format::Pdf => None,
        }
    }

    /// What is said, so that nothing in it ends the remark or means anything in the format.
    fn escaped(format: Format, text: &str) -> String {
        let text = bare(text).replace(char::is_whitespace, " ");
        match format {
            Format::Html => quick_xml::escape::escape(text).into_owned(),
            Format::Latex => text.chars().map(in_latex).collect(),
            // No comment holds two hyphens. Of three the last two are left by the first look.
            Format::Markdown => text.replace("--", "- -").replace("--", "- -").replace('>', "›"),
            _ => text.replace("]]", "] ]").replace("]]", "] ]"),
        }
    }
}

/// A letter as LaTeX prints it, without braces: the next one would end the remark.
fn in_latex(letter: char) -> String {
    match letter {
        '\\' => "\\textbackslash ".to_owned(),
        '{' => "(".to_owned(),
        '}' => ")".to_owned(),
        '^' => "\\textasciicircum ".to_owned(),
        '~' => "\\textasciitilde ".to_owned(),
        '$' | '&' | '#' | '_' | '%' => format!("\\{letter}"),
        _ => letter.to_string(),
    }
}

/// A text with remarks in it, which has none of ours yet.
pub(super) fn with(format: Format, bytes: &[u8], remarks: &[Remark]) -> Result<Vec<u8>, Unreadable> {
    let (form, text) = (Form::of(format).ok_or_else(without_layout)?, text(bytes)?);
    if remarks.is_empty() {
        return Ok(bytes.to_vec());
    }
    let start = body(text, &form);
    let mut remarks: Vec<&Remark> = remarks.iter().collect();
    remarks.sort_by_key(|remark| remark.end);
    let mut out = String::with_capacity(text.len());
    let mut done = start.saturating_sub(form.body.len());
    out.push_str(&text[..done]);
    out.push_str(if start > 0 { form.head } else { "" });
    for remark in remarks {
        let end = text.floor_char_boundary(remark.end.clamp(start, text.len().max(start)));
        let end = if format == Format::Markdown { past_link(text, end) } else { end }.max(done);
        out.push_str(&text[done..end]);
        out.extend([form.open, &Form::escaped(format, &remark.text), form.close]);
        done = end;
    }
    out.push_str(&text[done..]);
    Ok(out.into_bytes())
}

/// Behind the link in whose words a place lies, if it lies in one: `[https://…pdf](https://…)` may end a sentence.
fn past_link(text: &str, at: usize) -> usize {
    let line = text[at..].lines().next().unwrap_or_default();
    let close = line.find("](").filter(|close| !line[..*close].contains('['));
    let end = close.and_then(|close| Some(close + line[close..].find(')')? + 1));
    at + end.unwrap_or(0)
}

/// A text without our own remarks.
pub(super) fn without(format: Format, bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let (form, text) = (Form::of(format).ok_or_else(without_layout)?, text(bytes)?);
    let text = if form.head.is_empty() { text.to_owned() } else { text.replacen(form.head, "", 1) };
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once(form.open) {
        let Some((_, after)) = behind.split_once(form.close) else { break };
        out.push_str(before);
        rest = after;
    }
    out.push_str(rest);
    Ok(out.into_bytes())
}

/// Where the words begin that a remark may stand behind: after a head that says something of the text.
fn body(text: &str, form: &Form) -> usize {
    if !form.body.is_empty() {
        return text.find(form.body).map_or(0, |at| at + form.body.len());
    }
    let mut end = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        end += line.len();
        match (number, line.trim_end()) {
            (0, "---") => {}
            (0, _) => break,
            (_, "---" | "...") => return end,
            _ => {}
        }
    }
    0
}

fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    let why = "remarks are written into text in UTF-8 without a mark at its head: save it so".to_owned();
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable { why: why.clone() })?;
    if text.starts_with('\u{FEFF}') { Err(Unreadable { why }) } else { Ok(text) }
}
