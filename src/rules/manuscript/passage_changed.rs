//! What a passage says is what was noted of it.
//!
//! # Why
//! A revision changes a number, a date or a name, and the record still has the old one: what is checked from then on is
//! what the paper said before. This is where the two are held side by side.
//!
//! The `phrase` of a claim is held against the passage that it is found in. Of the words that are others there,
//! numbers, months, names and negations count; a sentence may be polished. The dates that a claim states (`on`, `from`,
//! `until`) are held against those of its sentence: where it has dates, and neither it nor its paragraph has one that
//! fits, that is told. So it is with its quantities (`value`, `equals`), as far as the sentence has amounts of the same
//! unit: "4.2 million", `"4.2e6"` and `"4187000"` fit each other, as do "1,500", "1.500" in an Indonesian paper and
//! `"1500"`.
//!
//! # Example
//! The paper begins: "The second bridge was opened in June 1998. It is 400 metres long."
//! ```toml fires
//! [dossier]
//! manuscript = "bridges.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "opening"
//! at = { section = "Opening", phrase = "The second bridge was opened in May 1998" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [dossier]
//! manuscript = "bridges.md"
//! issued = "1999"
//!
//! [[claim]]
//! id = "opening"
//! at = { section = "Opening", phrase = "The second bridge was then opened in June 1998" }
//! ```
//!
//! # When it stays silent
//! Other words have changed than those. The passage was not found at all: that is `passage-not-found`. The paragraph
//! tells a date from another one ("four months later"), which may be the one that the claim states. The amounts of the
//! sentence are of other units than the claim's, or it writes small numbers in words.

use crate::archive::Passages;
use crate::finding::{Finding, Level, Verdicts};
use crate::language::Vocabulary;
use crate::model::{ClaimId, Record};
use crate::passage::anchors::{Change, Passage};
use crate::rules::Case;
use crate::text::{Word, listed, shown};
use crate::time::month_named;

use super::stated;

pub(crate) const RULE: &str = "passage-changed";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["passage against what was noted of it", "passages against what was noted of them"];

static NEGATIONS: Vocabulary = Vocabulary::of(|language| language.negations);

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.recorded_manuscript() else { return };
    for (id, claim) in case.dossier.claims() {
        let (Some(passage), Some(phrase)) = (manuscript.passage(id), claim.at.phrase) else { continue };
        let told: Vec<Told<'_>> =
            passage.changes.iter().filter_map(|change| Told::of(case, manuscript, phrase, passage, change)).collect();
        if !told.is_empty() {
            verdicts.find(changed(case, manuscript, id, phrase, passage, &told));
            continue;
        }
        let mut stated = stated::redated(case, manuscript, id, passage).into_iter().collect::<Vec<_>>();
        stated.extend(stated::recounted(case, manuscript, id, passage));
        if stated.is_empty() {
            verdicts.fine(|| [claim.id.span], || "its passage has the numbers and names that were noted".to_owned());
        }
        verdicts.found.extend(stated.into_iter().map(|stated| stated.finding(RULE, LEVEL)));
    }
}

/// A change of words that matter, and those words on both sides.
struct Told<'c> {
    change: &'c Change,
    was: Vec<&'c str>,
    is: Vec<&'c str>,
}

impl<'c> Told<'c> {
    fn of(
        case: &Case<'c>,
        manuscript: &'c Passages,
        phrase: Word,
        passage: &Passage,
        change: &'c Change,
    ) -> Option<Self> {
        let (noted, block) = (case.read(phrase), manuscript.text.blocks[passage.block].words.as_str());
        let was = telling(noted.get(change.was.clone())?, &noted[..change.was.start]);
        let is = telling(block.get(change.is.clone())?, &block[..change.is.start]);
        let folded = |words: &[&str]| {
            let mut folded: Vec<String> = words.iter().map(|word| crate::names::run_together(word)).collect();
            folded.sort_unstable();
            folded
        };
        (folded(&was) != folded(&is)).then_some(Self { change, was, is })
    }

    fn said(&self) -> String {
        let [was, is] = [&self.was, &self.is].map(|words| shown(&words.join(" ")));
        match (was.as_str(), is.as_str()) {
            (was, "") => format!("`{was}` is gone"),
            ("", is) => format!("`{is}` was put in"),
            (was, is) => format!("`{is}` for `{was}`"),
        }
    }
}

/// The words of a text that make a difference to what it says, `before` being what stands before it.
fn telling<'t>(text: &'t str, before: &str) -> Vec<&'t str> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let opens =
        before.trim_end().chars().next_back().is_none_or(|last| matches!(last, '.' | '!' | '?' | ':' | '“' | '"'));
    let tells = |(place, word): &(usize, &str)| {
        let name = word.starts_with(char::is_uppercase) && !(opens && *place == 0);
        let negates = NEGATIONS.has(&word.to_lowercase());
        name || negates || word.contains(|c: char| c.is_ascii_digit()) || month_named(word).is_some()
    };
    bare.enumerate().filter(|(_, word)| !word.is_empty()).filter(tells).map(|(_, word)| word).collect()
}

fn changed(
    case: &Case<'_>,
    manuscript: &Passages,
    id: ClaimId,
    phrase: Word,
    passage: &Passage,
    told: &[Told<'_>],
) -> Finding {
    let name = case.wording().words(id);
    let said: Vec<String> = told.iter().map(Told::said).collect();
    let message = format!("the passage of {name} has changed: {}", listed(&said, "and"));
    let noted = |told: &Told<'_>| match &told.change.was {
        was if was.is_empty() => phrase.span,
        was => case.part(phrase, was.clone()),
    };
    let mut finding = Finding::new(RULE, LEVEL, message, noted(&told[0]), "noted so")
        .help("read the passage again, and correct what the claim notes and says of it")
        .about("claim", case.id(Record::Claim(id)));
    for told in told {
        let (range, label) = match &told.change.is {
            is if is.is_empty() => (passage.range.clone(), format!("`{}` no longer stands here", told.was.join(" "))),
            is => (is.clone(), "the passage has this".to_owned()),
        };
        finding = finding.against(manuscript.text.place(passage.block, range), label);
        finding.values.extend(told.was.iter().chain(&told.is).map(|word| shown(word)));
    }
    finding
}
