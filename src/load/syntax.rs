//! What TOML itself cannot read, said so that a person knows what to write instead.

use super::edit;
use super::table::Part;
use crate::finding::{Edit, Finding, Fix};
use crate::model::Kind;
use crate::text::{Span, shown};
use crate::time::When;

/// So many unreadable lines of one record are reported one by one.
const SHOWN_LINES: usize = 20;

/// A fault for each line that the parser could not read. The lines are marked as broken in `part`.
pub(super) fn faults(part: &mut Part<'_>, text: &str, errors: &[toml::de::Error]) -> Vec<Finding> {
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        let (start, end) = (at.start.min(text.len()), at.end.clamp(at.start.min(text.len()), text.len()));
        let line = line_around(text, start);
        let broken = part.span(line.clone());
        if part.broken.contains(&broken) {
            continue;
        }
        part.broken.push(broken);
        if part.broken.len() > SHOWN_LINES {
            part.fault(broken, "the lines from here on cannot be read either", "and what follows");
            break;
        }
        let token = token_around(text, line.clone(), start);
        let span = if token.is_empty() { visible(text, start..end, &line) } else { token.clone() };
        let span = part.span(span);
        if let Some(date) = unquoted_date(&text[token]) {
            let message = format!("the date `{}` cannot be read without quotes", shown(date));
            let quotes = vec![Edit { span, text: edit::quoted(date) }];
            let fault = part.fault(span, message, "not a TOML date");
            fault.help = Some(format!("quote it: `\"{}\"`", shown(date)));
            fault.fixes.push(Fix::safe(format!("write `\"{}\"`", shown(date)), quotes));
        } else {
            let fault = part.fault(span, said(error.message()), "cannot be read");
            fault.fixes.extend(mended(&text[line.clone()], broken));
        }
    }
    std::mem::take(&mut part.faults)
}

/// A line as it was meant: with plain quotes for those of a word processor, with quotes around a bare word, or with
/// both brackets of a header. What is still no TOML was not meant.
fn mended(line: &str, span: Span) -> Option<Fix> {
    let line = line.strip_suffix('\r').unwrap_or(line);
    let (text, title) = plain_quotes(line).or_else(|| quoted_word(line)).or_else(|| whole_header(line))?;
    toml::de::DeTable::parse(&text).ok()?;
    Some(Fix::safe(title, vec![Edit { span: span.part(0..line.len()), text }]))
}

fn plain_quotes(line: &str) -> Option<(String, String)> {
    let curly = ['\u{201C}', '\u{201D}', '\u{201E}', '\u{201F}'];
    let fits = line.contains(curly) && !line.contains(['"', '\'', '\\']);
    fits.then(|| (line.replace(curly, "\""), "write plain quotes: `\"`".to_owned()))
}

fn quoted_word(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once('=')?;
    let word = value.split('#').next()?.trim();
    let is_word = word.starts_with(|c: char| c.is_alphabetic())
        && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let quoted = edit::quoted(word);
    is_word.then(|| (format!("{key}={}", value.replacen(word, &quoted, 1)), format!("write `{}`", shown(&quoted))))
}

fn whole_header(line: &str) -> Option<(String, String)> {
    let name = line.trim().strip_prefix('[')?.trim_matches(['[', ']', ' ', '\t']);
    let header = format!("[[{name}]]");
    Kind::named(name).map(|_| (header.clone(), format!("write `{header}`")))
}

/// The line that holds byte `at`, without its end.
fn line_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text.as_bytes()[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let end =
        text.as_bytes()[start..].iter().position(|&byte| byte == b'\n').map_or(text.len(), |length| start + length);
    start..end
}

/// The bare value around byte `at`: what stands between `=`, `[`, `,` or white space and the next of their like.
fn token_around(text: &str, line: std::ops::Range<usize>, at: usize) -> std::ops::Range<usize> {
    let bytes = text.as_bytes();
    let stops =
        |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'[' | b']' | b'{' | b'}' | b',' | b'#' | b'"');
    let mut start = at.clamp(line.start, line.end);
    while start > line.start && !stops(bytes[start - 1]) {
        start -= 1;
    }
    let mut end = start;
    while end < line.end && !stops(bytes[end]) {
        end += 1;
    }
    start..end
}

/// A token that is a date in EDTF, but none in TOML.
fn unquoted_date(token: &str) -> Option<&str> {
    let dated = token.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | 'X' | '.' | 'Y'));
    (dated && token.len() >= 4 && When::parse(token).is_ok()).then_some(token)
}

/// A span that can be underlined: at least one character, on the line.
fn visible(text: &str, span: std::ops::Range<usize>, line: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let (start, end) = (floor(span.start.min(line.end)), floor(span.end.min(line.end)));
    if start < end { start..end } else { floor(line.start)..line.end }
}

/// A message of the parser in our words: one of its own is `invalid basic string, expected` and a quote.
fn said(message: &str) -> String {
    let line = shown(&message.replace('\n', ", "));
    let Some(what) = line.strip_prefix("invalid ") else { return format!("this is not TOML: {line}") };
    match what.split_once(", expected") {
        Some((what, expected)) => format!("this is no {what} that TOML can read: expected{expected}"),
        None => format!("this is no {what} that TOML can read"),
    }
}

/// Whether a fault lies on a line that could not be read anyway.
pub(super) fn is_on_broken_line(part: &Part<'_>, span: Span) -> bool {
    part.broken.iter().any(|line| line.start <= span.start && span.start <= line.end())
}
