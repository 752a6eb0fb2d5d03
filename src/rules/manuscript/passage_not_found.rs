//! A passage stands in the manuscript where its claim says.
//!
//! # Why
//! A claim is of use as long as the paper makes it. When a revision takes a passage out, its record goes on being
//! checked, and what it finds is no longer about the paper; when a paragraph moves, nobody finds the passage by its
//! record.
//!
//! The passage of a claim is looked up by the `phrase` of its `at`, in the manuscript that `[dossier]` names or that
//! `--manuscript` gives. Case, white space, diacritics, quotation marks and hyphens make no difference, and words may
//! have changed: a passage that has half of the words in their order is taken in the section that is noted, elsewhere
//! one that has three quarters. Where it stands several times, `section` and `line` decide. Where none of several is
//! there, the file is another paper's: that is said once, and nothing else is held against it.
//!
//! # Example
//! The paper begins: "The second bridge was opened in June 1998. It is 400 metres long."
//! ```toml fires
//! [dossier]
//! manuscript = "bridges.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "toll"
//! at = { section = "Opening", phrase = "no toll has been taken since" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "bridges.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "length"
//! at = { section = "Opening", phrase = "it is 400 metres long" }
//! ```
//!
//! # When it stays silent
//! Lines have shifted because something was put in or taken out before them: that a passage has moved is said only if
//! it has changed its place among the others, and as a note. A claim without a `phrase` is counted as not checkable.

use std::collections::BTreeMap;

use crate::archive::Passages;
use crate::finding::{Edit, Finding, Fix, Level, Verdicts};
use crate::load::edit;
use crate::model::{Claim, ClaimId, Record};
use crate::passage::anchors::{Anchor, Passage};
use crate::rules::Case;
use crate::text::{Word, shown};

pub(crate) const RULE: &str = "passage-not-found";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["claim against its passage", "claims against their passages"];

/// So many of the places between which nothing decides are shown.
const SHOWN: usize = 3;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.archive.manuscript().filter(|_| !case.is_drafted()) else { return };
    if manuscript.is_of_another_paper() {
        verdicts.find(of_another_paper(case, manuscript));
        return;
    }
    let mut moved: BTreeMap<usize, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in case.dossier.claims() {
        match manuscript.anchor(id) {
            None => verdicts.not_checkable("no words of the passage are noted", claim.id.span),
            Some(Anchor::Gone) => verdicts.find(gone(case, manuscript, id)),
            Some(Anchor::Ambiguous(passages)) => verdicts.find(ambiguous(case, manuscript, id, passages)),
            Some(Anchor::Found(passage)) if manuscript.has_moved(id) => {
                moved.entry(passage.block).or_default().push(id);
            }
            Some(Anchor::Found(passage)) => verdicts
                .fine(|| [claim.id.span], || format!("its passage stands on line {}", line(manuscript, passage))),
        }
    }
    // The lines of all passages are noted at once: some alone would stand among others that are out of date.
    let mut fix = (!moved.is_empty()).then(|| lines_noted(case, manuscript));
    for claims in moved.values_mut() {
        claims.sort_by_key(|id| {
            (manuscript.passage(*id).map(|passage| passage.range.start), case.id(Record::Claim(*id)))
        });
        verdicts.find(left(case, manuscript, claims).fixed_by(fix.take()));
    }
}

/// The finding that no passage is in the manuscript, which stands for all of them, and for whatever else is not there.
fn of_another_paper(case: &Case<'_>, manuscript: &Passages) -> Finding {
    let phrases: Vec<Word> = case.dossier.claims.iter().filter_map(|claim| claim.at.phrase).collect();
    let message = format!("none of the {} passages is in the manuscript: is this the right file?", phrases.len());
    let whole = manuscript.text.whole();
    Finding::new(RULE, LEVEL, message, phrases[0].span, "it has nothing like this, for one")
        .against(whole.part(0..0), "the manuscript")
        .help("name the file that the claims are of: `--manuscript`, or `manuscript` in `[dossier]`")
        .value(case.texts.place(whole).path)
}

/// The line of every passage that was found, noted in its claim; its section, where that is another.
fn lines_noted(case: &Case<'_>, manuscript: &Passages) -> Fix {
    let mut edits = Vec::new();
    for (id, claim) in case.dossier.claims() {
        let (Some((noted, place)), Some(passage)) = (claim.at.line, manuscript.passage(id)) else { continue };
        let stands = line(manuscript, passage);
        let file = manuscript.text.file(passage.block, passage.range.start);
        if noted as usize != stands && claim.at.file.map(|file| case.read(file)) == file {
            edits.push(Edit { span: place, text: stands.to_string() });
        }
        let heading = manuscript.text.heading(passage.block).map(shown);
        if let Some((section, heading)) = claim.at.section.zip(heading)
            && manuscript.has_moved(id)
            && shown(case.read(section)) != heading
        {
            edits.push(edit::written(section.span, &heading));
        }
    }
    Fix::safe("note the lines on which all passages stand", edits)
}

fn line(manuscript: &Passages, passage: &Passage) -> usize {
    manuscript.text.line(passage.block, passage.range.start)
}

fn gone(case: &Case<'_>, manuscript: &Passages, id: ClaimId) -> Finding {
    let claim = &case.dossier[id];
    let message = format!("the passage of {} is not in the manuscript", case.wording().words(id));
    let at = claim.at.phrase.map_or(claim.id.span, |phrase| phrase.span);
    let finding = Finding::new(RULE, LEVEL, message, at, "no passage has enough of these words")
        .help("correct the phrase if the passage was rewritten; if it was taken out, so is the claim");
    let noted = claim.at.section.and_then(|section| manuscript.heading(case.read(section)));
    let finding = match noted {
        Some(heading) => finding.against(heading, "it was noted in this section"),
        None => finding,
    };
    finding.about("claim", case.id(Record::Claim(id)))
}

fn ambiguous(case: &Case<'_>, manuscript: &Passages, id: ClaimId, passages: &[Passage]) -> Finding {
    let claim = &case.dossier[id];
    let places = passages.len();
    let message = format!("the passage of {} stands in {places} places of the manuscript", case.wording().words(id));
    let at = claim.at.phrase.map_or(claim.id.span, |phrase| phrase.span);
    let finding = Finding::new(RULE, Level::Note, message, at, "each of them has these words")
        .help("note more words of it, or its `section` and `line`")
        .about("claim", case.id(Record::Claim(id)));
    passages.iter().take(SHOWN).fold(finding, |finding, passage| {
        finding.against(manuscript.text.place(passage.block, passage.range.clone()), "one of them")
    })
}

/// The finding that the passages of some claims, which stand in one paragraph, have left their place among the others.
fn left(case: &Case<'_>, manuscript: &Passages, claims: &[ClaimId]) -> Finding {
    let (first, rest) = claims.split_first().expect("a paragraph is noted with its first claim");
    let (claim, name) = (&case.dossier[*first], case.wording().words(*first));
    let passage = manuscript.passage(*first).expect("what has moved was found");
    let stands = line(manuscript, passage);
    let (noted, at) = claim.at.line.expect("only what has a line has moved");
    let others = match rest {
        [] => String::new(),
        [one] => format!(", and that of {} with it", case.wording().words(*one)),
        more => format!(", and those of {} more claims with it", more.len()),
    };
    let message = format!("the passage of {name} has moved from line {noted} to line {stands}{others}");
    let mut finding =
        Finding::new(RULE, Level::Note, message, at, format!("line {noted} stood elsewhere among the others"))
            .against(
                manuscript.text.place(passage.block, passage.range.clone()),
                format!("it stands here, on line {stands}"),
            )
            .help(where_it_stands(case, manuscript, claim, passage, stands));
    for id in claims {
        finding.subjects.push(case.dossier.subject(case.texts, Record::Claim(*id)));
    }
    finding
}

fn where_it_stands(case: &Case<'_>, manuscript: &Passages, claim: &Claim, passage: &Passage, line: usize) -> String {
    let heading = manuscript.text.heading(passage.block).map(shown);
    let noted = claim.at.section.map(|section| shown(case.read(section)));
    match heading {
        Some(heading) if noted.as_ref() != Some(&heading) => format!("note `section = \"{heading}\", line = {line}`"),
        _ => format!("note `line = {line}`"),
    }
}
