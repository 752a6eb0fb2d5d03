//! Things stand only in relations that things of their kind can stand in.
//!
//! # Why
//! A treaty holds no office and a person is no member of a mountain. Such a statement has two of its names exchanged,
//! or means another relation, and every other rule would judge what nobody meant.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "mayor"
//! kind = "office"
//!
//! [[entity]]
//! id = "ada-vos"
//! kind = "person"
//!
//! [[claim]]
//! id = "the-wrong-way-round"
//! cites = ["gazette"]
//! says = { subject = "mayor", relation = "holds-office", object = "ada-vos" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "mayor"
//! kind = "office"
//!
//! [[entity]]
//! id = "ada-vos"
//! kind = "person"
//!
//! [[claim]]
//! id = "the-right-way-round"
//! cites = ["gazette"]
//! says = { subject = "ada-vos", relation = "holds-office", object = "mayor" }
//! ```
//!
//! # When it stays silent
//! The relation does not say which kinds it takes (`domain`, `range`). The thing's kind is not stated, or is a word
//! that neither the rule nor any relation uses: that is not checkable. What is denied may be denied of anything.

use std::collections::BTreeSet;

use crate::finding::{Certainty, Level, Verdicts};
use crate::model::{Record, Relation};
use crate::reason::{Object, Origin};
use crate::rules::Case;
use crate::text::{Word, listed, shown};

use crate::rules::told;

pub(crate) const RULE: &str = "relation-kind-mismatch";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["thing in a relation against its kind", "things in relations against their kinds"];

/// Kinds of which nothing is two.
const KINDS: [&str; 8] = ["state", "organisation", "person", "office", "treaty", "work", "concept", "provision"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let named = |relation: &Relation| -> Vec<Word> { relation.domain.iter().chain(&relation.range).copied().collect() };
    let mut known: BTreeSet<&str> = case.dossier.relations.iter().flat_map(named).map(|kind| case.read(kind)).collect();
    known.extend(KINDS);
    for (at, holding) in case.holdings.iter() {
        if holding.is_denied || !matches!(holding.origin, Origin::Stated(_)) {
            continue;
        }
        let relation = &case.dossier[holding.relation];
        let object = if let Object::Thing(object) = holding.object { Some(object) } else { None };
        for (thing, kinds) in [(Some(holding.subject), &relation.domain), (object, &relation.range)] {
            let Some(thing) = thing.filter(|_| !kinds.is_empty()) else { continue };
            match mismatch(case, thing, kinds, &known) {
                Ok(None) => verdicts.fine(
                    || [told::place(case, holding)],
                    || format!("{} is of a kind that the relation takes", told::thing(case, thing)),
                ),
                Ok(Some(kind)) => verdicts.find(tell(case, at, thing, kind, kinds)),
                Err(because) => verdicts.not_checkable(because, told::place(case, holding)),
            }
        }
    }
}

/// The kind of a thing, where it is none of `kinds`.
fn mismatch(
    case: &Case<'_>,
    thing: Record,
    kinds: &[Word],
    known: &BTreeSet<&str>,
) -> Result<Option<Word>, &'static str> {
    let Record::Entity(entity) = thing else { return Err("not an entity") };
    let kind = case.dossier[entity].kind.ok_or("the kind is not stated")?;
    if kinds.iter().any(|taken| case.read(*taken) == case.read(kind)) {
        return Ok(None);
    }
    if known.contains(case.read(kind)) { Ok(Some(kind)) } else { Err("the kind is not known") }
}

fn tell(case: &Case<'_>, at: usize, thing: Record, kind: Word, kinds: &[Word]) -> crate::finding::Finding {
    let holding = case.holdings.at(at);
    let name = told::thing(case, thing);
    let taken: Vec<String> = kinds.iter().map(|kind| format!("`{}`", shown(case.read(*kind)))).collect();
    let (kind_name, taken) = (shown(case.read(kind)), listed(&taken, "and").replace(" and ", " or "));
    let message = format!("{}: {name} is of the kind `{kind_name}`, not {taken}", told::sentence(case, holding));
    let mut finding = told::finding(case, (RULE, LEVEL), message, &[at], Certainty::Certain)
        .against(kind.span, format!("{name} is of the kind `{kind_name}`"))
        .help("name the thing that is meant, put the two the other way round, or correct the `kind`")
        .value(kind_name);
    finding.subjects.push(case.dossier.subject(case.texts, thing));
    finding
}
