//! A name has one spelling.
//!
//! # Why
//! One person under two names looks like two, to a reader and to every search; and of two spellings one is often a
//! slip.
//!
//! Two spellings are one name's if they are alike once the habits of those who transcribe are set aside (`Krimea`,
//! `Crimea`; `Zinoviev`, `Zinovyev`), or if one stands once and is a slip of a letter from one that stands often.
//! So are two that the same letters stand for, and that differ in one word: "Harbour Toll Council (HTC)", "Harbour Tax
//! Council (HTC)". Passages in another language are held against each other, not against the rest.
//!
//! # Example
//! The paper says: "In 2014 they took Krimea. By 2016 Crimea had two bridges, and Crimea kept them."
//! ```toml fires
//! [dossier]
//! manuscript = "names.md"
//! issued = "2018"
//!
//! [[claim]]
//! id = "taken"
//! at = { phrase = "In 2014 they took Krimea" }
//!
//! [[claim]]
//! id = "bridges"
//! at = { phrase = "By 2016 Crimea had two bridges" }
//! ```
//!
//! # Instead
//! The paper says: "In 2014 they took Crimea. By 2016 Crimea had two bridges, and Crimea kept them."
//! ```toml passes
//! [dossier]
//! manuscript = "one-name.md"
//! issued = "2018"
//!
//! [[claim]]
//! id = "taken"
//! at = { phrase = "In 2014 they took Crimea" }
//!
//! [[claim]]
//! id = "bridges"
//! at = { phrase = "By 2016 Crimea had two bridges" }
//! ```
//!
//! # When it stays silent
//! The two are entities of their own in the dossier, the spellings differ in capitals alone, the second one stands in a
//! citation, in an address or in the bibliography, where nouns have capitals and are inflected ("Schaden" beside
//! "Schäden"), or in a name that letters in brackets abbreviate ("North Atlantic Treaty
//! Organization (NATO)" beside "Atlantik").

use rustc_hash::FxHashMap;

use crate::finding::{Finding, Level, Verdicts};
use crate::language::commonest;
use crate::model::{EntityId, Record};
use crate::passage::expansions::torn;
use crate::passage::spellings::{Recurring, Spelling, recurring};
use crate::rules::Case;
use crate::text::{Span, listed, shown};

use super::held::{claims_of, without_citations};

pub(crate) const RULE: &str = "name-variant";
pub(crate) const LEVEL: Level = Level::Note;
pub(crate) const COUNTS: [&str; 2] = ["name that recurs in the manuscript", "names that recur in the manuscript"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let entities = entities(case);
    let mut by_tongue: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut number = 0;
    for paragraph in manuscript.text.sentences.chunk_by(|one, other| one.block == other.block) {
        let tongue = tongue(&manuscript.text.blocks[paragraph[0].block].words, &manuscript.text.language);
        by_tongue.entry(tongue).or_default().extend(number..number + paragraph.len());
        number += paragraph.len();
    }
    let mut tongues: Vec<(&str, Vec<usize>)> = by_tongue.into_iter().collect();
    tongues.sort_unstable();
    for (_, sentences) in &tongues {
        let texts: Vec<String> = sentences.iter().map(|number| without_citations(manuscript, *number)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for name in recurring(&texts).into_iter().chain(torn(&texts)) {
            let place = |spelling: &Spelling| {
                let (text, at) = &spelling.places[0];
                manuscript.text.part(&manuscript.text.sentences[sentences[*text]], at.clone())
            };
            let held = |name: &Recurring| -> Vec<Span> {
                let texts =
                    name.spellings.iter().flat_map(|spelling| &spelling.places).map(|(text, _)| sentences[*text]);
                texts.flat_map(|number| claims_of(case, manuscript, number)).collect()
            };
            if is_one(&name, &entities) {
                verdicts.fine(|| held(&name), || "it is spelt in one way".to_owned());
            } else {
                verdicts.find(variant(case, &name, &entities, &place));
            }
        }
    }
}

/// The entities by the folded names that they have; `None` where several have one.
fn entities(case: &Case<'_>) -> FxHashMap<String, Option<EntityId>> {
    let mut entities: FxHashMap<String, Option<EntityId>> = FxHashMap::default();
    for (row, entity) in case.dossier.entities.iter().enumerate() {
        for name in entity.name.iter().chain(&entity.aka) {
            let id = EntityId::new(row);
            let known = entities.entry(case.read(*name).to_lowercase()).or_insert(Some(id));
            *known = known.filter(|known| *known == id);
        }
    }
    entities
}

/// Whether a name has one spelling, or its spellings are names of different things.
fn is_one(name: &Recurring, entities: &FxHashMap<String, Option<EntityId>>) -> bool {
    let first = name.spellings[0].name.to_lowercase();
    if name.spellings.iter().all(|spelling| spelling.name.to_lowercase() == first) {
        return true;
    }
    let known: Vec<_> =
        name.spellings.iter().filter_map(|spelling| entities.get(&spelling.name.to_lowercase())).collect();
    known.len() == name.spellings.len() && known.iter().any(|entity| *entity != known[0])
}

fn variant(
    case: &Case<'_>,
    name: &Recurring,
    entities: &FxHashMap<String, Option<EntityId>>,
    place: &dyn Fn(&Spelling) -> Span,
) -> Finding {
    let (usual, others) = name.spellings.split_first().expect("a name has a spelling");
    let told = |spelling: &Spelling| match spelling.places.len() {
        1 => format!("`{}` once", shown(&spelling.name)),
        times => format!("`{}` {times} times", shown(&spelling.name)),
    };
    let spelt: Vec<String> = others.iter().map(told).collect();
    let message = format!("a name is spelt {}, and {}", told(usual), listed(&spelt, "and"));
    let mut finding = Finding::new(RULE, LEVEL, message, place(&others[0]), "spelt so here");
    for other in &others[1..] {
        finding = finding.against(place(other), "so here");
    }
    finding =
        finding.against(place(usual), "and so here, where it first stands in the usual spelling").help(case.advice(
            "spell it in one way, if these are not two",
            "spell it in one way; if these are two, an `[[entity]]` for each says so",
        ));
    let known = name.spellings.iter().filter_map(|spelling| entities.get(&spelling.name.to_lowercase()));
    if let Some(entity) = known.flatten().next() {
        finding.subjects.push(case.dossier.subject(case.texts, Record::Entity(*entity)));
    }
    name.spellings.iter().fold(finding, |finding, spelling| finding.value(spelling.name.clone()))
}

/// The language of a text, as far as its small words tell; else `usual`.
fn tongue<'t>(text: &str, usual: &'t str) -> &'t str {
    let lower = text.to_lowercase();
    commonest(lower.split_whitespace()).filter(|(count, _)| *count >= 3).map_or(usual, |(_, tongue)| tongue)
}
