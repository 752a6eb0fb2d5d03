//! A date that is told from another one can be worked out.
//!
//! # Why
//! "Last month", "four months later", "on 28 October": such a date is as good as the one that it counts from. If a
//! reader has to know when the text was written, the date is lost with the first revision; if no date was told before,
//! it never was one.
//!
//! What counts from the day of writing is worked out from the date of the paper (`issued`, or what the manuscript says
//! of itself); what counts from a date told before, from the last one in the same section.
//!
//! # Example
//! The paper says: "The ferry was given up last month. In 2003 the keeper left, and four months later the gates were
//! shut."
//! ```toml fires
//! [dossier]
//! manuscript = "ferry.md"
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry was given up last month" }
//!
//! [[claim]]
//! id = "gates"
//! at = { phrase = "four months later the gates were shut" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "ferry.md"
//! issued = "2005-06"
//!
//! [[claim]]
//! id = "ferry"
//! at = { phrase = "The ferry was given up last month" }
//!
//! [[claim]]
//! id = "gates"
//! at = { phrase = "four months later the gates were shut" }
//! ```
//!
//! # When it stays silent
//! The date that it counts from is stated, if only roughly; or the words stand within marks of quotation.

use crate::citation::is_quoted;
use crate::finding::{Finding, Level, Verdicts};
use crate::rules::Case;
use crate::text::{Span, shown};
use crate::time::When;
use crate::time::prose::{Anchor, Found, Language, Relative, What, dates, resolve};

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "unresolved-relative-date";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["date that is told from another", "dates that are told from others"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let written = written(case);
    let (mut told, mut section) = (None, None);
    for (number, sentence) in manuscript.text.sentences.iter().enumerate() {
        let heading = manuscript.text.outline.path(sentence.block).last().copied();
        if heading != section {
            (told, section) = (None, heading);
        }
        let Some(worth) = &sentence.worth else { continue };
        let meant = resolve(&worth.dates, told.as_ref(), written.as_ref());
        for (date, meant) in worth.dates.iter().zip(&meant) {
            if let (What::Relative(_), Some(when)) = (&date.what, meant) {
                verdicts.fine(|| claims_of(case, manuscript, number), || format!("it means {}", when.spoken()));
            } else if let What::Relative(relative) = &date.what {
                let block = &manuscript.text.blocks[sentence.block].words;
                if is_quoted(block, sentence.range.start + date.at.start) {
                    continue;
                }
                let words = shown(&manuscript.text.words(sentence)[date.at.clone()]);
                let at = manuscript.text.part(sentence, date.at.clone());
                let finding = open(case, relative, &words, written.as_ref(), at);
                verdicts.find(about_claims_of(case, manuscript, number, finding));
            }
            told = meant.clone().or_else(|| stated(date)).or(told);
        }
    }
}

fn stated(date: &Found) -> Option<When> {
    match &date.what {
        What::Date(when) => Some(when.clone()),
        What::Relative(_) | What::Bad(_) => None,
    }
}

/// When the paper was written, as the dossier or the manuscript states it.
fn written(case: &Case<'_>) -> Option<When> {
    if let Some(issued) = case.dossier.paper.issued {
        return Some(case.dossier[issued.when].clone());
    }
    let reading = &case.manuscript()?.text;
    let date = reading.preface.date.as_ref()?;
    When::parse(&date.words).ok().or_else(|| in_words(&date.words, &reading.language))
}

fn in_words(date: &str, language: &str) -> Option<When> {
    dates(date, Language::named(language).unwrap_or(Language::ANY), &[]).iter().find_map(stated)
}

fn open(case: &Case<'_>, relative: &Relative, words: &str, written: Option<&When>, at: Span) -> Finding {
    let (why, label, help) = match (relative.from, written) {
        (Anchor::Writing, None) => (
            "counts from the day of writing, which is not known".to_owned(),
            "nobody can tell when that was",
            case.advice(
                "name the date, or let the paper bear its own",
                "name the date, or state when the paper appeared: `issued` in `[dossier]`",
            ),
        ),
        (Anchor::Writing, Some(written)) => (
            format!("counts from the day of writing, of which only {} is known", written.spoken()),
            "that leaves open when it was",
            case.advice(
                "name the date, or let the paper bear the day on which it appeared",
                "name the date, or state the day on which the paper appeared: `issued` in `[dossier]`",
            ),
        ),
        (Anchor::Told, _) => (
            "counts from a date that was not told before".to_owned(),
            "no date stands before this in its section",
            "name the date",
        ),
    };
    Finding::new(RULE, LEVEL, format!("`{words}` {why}"), at, label).help(help).value(words)
}
