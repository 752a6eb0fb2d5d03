//! An allowance allows something.
//!
//! # Why
//! An allowance that silences nothing is left over from a fault that was mended, or names the wrong rule. Left in
//! place, it would hide the next fault of that kind without anybody having decided so.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! allow = [{ rule = "uncited-claim", because = "common knowledge" }]
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette-1998"
//! issued = "1998-06"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette-1998"]
//! ```
//!
//! # When it stays silent
//! The rule did not run (it is off, ignored or not selected), or a finding was silenced by it.
//!
//! # In a paper
//! What a rule finds in a paper is let stand by a comment behind the sentence, or alone on the line above the
//! paragraph, the entry or the table: `<!-- gainsay: stet RULE: reason -->` in Markdown and HTML, `% gainsay: stet
//! RULE: reason` in LaTeX. `[[allow]]` in `.gainsay.toml` does the same for papers of every format. One that finds
//! nothing is told here.

use crate::finding::{Finding, Fix, Level, Verdicts};
use crate::load::edit::{self, Removal};
use crate::load::respelt;
use crate::rules::Case;
use crate::text::shown;

pub(crate) const RULE: &str = "unused-allow";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["allowance", "allowances"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    stets(case, verdicts);
    for (record, rows) in case.dossier.allowing() {
        for row in rows.range() {
            if case.used[row] {
                verdicts.fine(|| [case.dossier.allows[row].span], || "it silences a finding".to_owned());
                continue;
            }
            let allow = &case.dossier.allows[row];
            let rule = case.read(allow.rule);
            let (unknown, label) = label(rule);
            let message = format!("`{}` is allowed `{}`, which finds nothing there", case.id(record), shown(rule));
            let mut finding = Finding::new(RULE, LEVEL, message, allow.rule.span, label).value(rule);
            finding.subjects.push(case.dossier.subject(case.texts, record));
            let names = || crate::rules::ALL.iter().map(|rule| rule.name);
            let near = crate::names::nearest(rule, names()).filter(|_| unknown);
            let slip = crate::names::slip(rule, names()).filter(|_| unknown);
            finding.fixes.extend(match slip {
                Some(slip) => Some(respelt(allow.rule.span, slip, edit::quoted(slip.meant))),
                None if near.is_none() => edit::without(case.texts, allow.span).map(removed),
                None => None,
            });
            verdicts.find(match near {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("remove the allowance"),
            });
        }
    }
}

/// What somebody lets stand without a record, and what no rule finds.
fn stets(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (stet, used) in case.stets.iter().zip(&case.used[case.dossier.allows.len()..]) {
        if *used {
            verdicts.fine(|| [stet.at], || "it silences a finding".to_owned());
            continue;
        }
        if stet.may_be_elsewhere {
            verdicts.not_checkable("it may be meant for a paper that was not checked with it", stet.at);
            continue;
        }
        let message = format!("what `{}` finds here is to stand, and it finds nothing", shown(&stet.rule));
        let (unknown, label) = label(&stet.rule);
        let near = crate::names::nearest(&stet.rule, crate::rules::ALL.iter().map(|rule| rule.name));
        let help =
            near.filter(|_| unknown).map_or_else(|| "remove it".to_owned(), |near| format!("did you mean `{near}`?"));
        verdicts.find(Finding::new(RULE, LEVEL, message, stet.at, label).help(help).value(&stet.rule));
    }
}

/// Whether there is no such rule, and what is said of an allowance of it.
fn label(rule: &str) -> (bool, &'static str) {
    let unknown = crate::rules::named(rule).is_none();
    (unknown, if unknown { "there is no such rule" } else { "silences nothing" })
}

/// The fix that takes an allowance out. A comment that goes with it may say more than it.
fn removed(removal: Removal) -> Fix {
    let (title, edits) = ("remove the allowance", vec![removal.edit]);
    if removal.takes_comment { Fix::judged(title, edits) } else { Fix::safe(title, edits) }
}
