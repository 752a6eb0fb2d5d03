//! What somebody lets stand in a text, said in a comment where it stands: `<!-- gainsay: stet RULE: reason -->` in
//! Markdown and HTML, `% gainsay: stet RULE: reason` in LaTeX.

use std::ops::Range;

use super::{Document, Fault, Format};
use crate::names::one_line;

/// What such a comment begins with.
const ADDRESS: &str = "gainsay:";

/// A comment that lets stand what a rule finds at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stet {
    /// The rule.
    pub rule: String,
    /// Why.
    pub because: String,
    /// The place of the comment, in bytes of [`Document::text`].
    pub at: Range<usize>,
    /// The part of its line that stands before it.
    pub before: Range<usize>,
}

/// Takes the comments of a document in; one that is addressed to us and says something else is a fault.
pub(super) fn read(document: &mut Document) {
    let text = &document.text;
    let comments = match document.format {
        Format::Markdown | Format::Html => of_markup(text),
        Format::Latex => of_latex(text),
        Format::Docx | Format::Pdf | Format::Plain => return,
    };
    for (at, said) in comments {
        let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        if let Some((rule, because)) = stated(said) {
            document.stets.push(Stet { rule, because, before: line..at.start, at });
        } else {
            let what = "a comment to `gainsay` is of the form `stet RULE: reason`".to_owned();
            document.faults.push(Fault::new(at, what));
        }
    }
}

/// The rule and the reason that a comment states.
fn stated(said: &str) -> Option<(String, String)> {
    let (rule, because) = said.trim_start().strip_prefix("stet")?.split_once(':')?;
    let (rule, because) = (rule.trim(), one_line(because));
    let is_name = !rule.is_empty() && !rule.contains(char::is_whitespace);
    (is_name && !because.is_empty()).then(|| (rule.to_owned(), because))
}

/// The comments of Markdown and HTML that are addressed to us, each with what it says.
fn of_markup(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut comments: Vec<(Range<usize>, &str)> = Vec::new();
    for (start, opening) in text.match_indices("<!--") {
        // What begins within a comment is part of it.
        if comments.last().is_some_and(|(last, _)| start < last.end) {
            continue;
        }
        let rest = &text[start + opening.len()..];
        let Some(said) = rest.trim_start().strip_prefix(ADDRESS) else { continue };
        // Behind a comment that ends nowhere no other ends either.
        let Some(length) = said.find("-->") else { break };
        let end = text.len() - said.len() + length + "-->".len();
        comments.push((start..end, &said[..length]));
    }
    comments
}

/// The same of LaTeX.
fn of_latex(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut comments = Vec::new();
    let mut line = 0;
    for written in text.split_inclusive('\n') {
        let is_open = |at: &usize| written[..*at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 0;
        if let Some(at) = written.match_indices('%').map(|(at, _)| at).find(is_open) {
            let said = written[at..].trim_end().trim_start_matches('%').trim_start();
            comments.extend(said.strip_prefix(ADDRESS).map(|said| (line + at..line + written.trim_end().len(), said)));
        }
        line += written.len();
    }
    comments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stets(format: Format, text: &str) -> (Vec<[String; 2]>, usize) {
        let mut document = Document::new(format, text.to_owned());
        read(&mut document);
        assert!(document.stets.iter().all(|stet| text[stet.at.clone()].contains(ADDRESS)));
        let told = document.stets.into_iter().map(|stet| [stet.rule, stet.because]);
        (told.collect(), document.faults.len())
    }

    #[test]
    fn a_comment_that_is_addressed_to_us_says_which_rule_and_why() {
        let one = |rule: &str, because: &str| (vec![[rule.to_owned(), because.to_owned()]], 0);
        let markdown =
            "Words. <!-- gainsay: stet wrong-weekday: the\n  old calendar --> <!-- another --> <!--gainsay-->";
        assert_eq!(stets(Format::Markdown, markdown), one("wrong-weekday", "the old calendar"));
        let latex =
            "A share of 5\\% % gainsay: stet share-mismatch: as the source has it\r\n100\\% gainsay: stet a: b\n";
        assert_eq!(stets(Format::Latex, latex), one("share-mismatch", "as the source has it"));
        assert_eq!(stets(Format::Plain, markdown), (Vec::new(), 0));
    }

    #[test]
    fn a_stet_without_a_rule_or_a_reason_is_a_fault() {
        for said in ["stet", "stet a-rule", "stet a-rule:", "stet : because", "stet two words: because", "ignore a: b"]
        {
            assert_eq!(stets(Format::Html, &format!("<p>x</p><!-- gainsay: {said} -->")), (Vec::new(), 1), "{said}");
        }
        assert_eq!(stets(Format::Html, "<!-- gainsay: stet a: b <!-- gainsay: stet c: d"), (Vec::new(), 0));
    }
}
