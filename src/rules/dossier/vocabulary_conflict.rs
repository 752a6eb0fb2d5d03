//! A dossier's relations go together with the standard vocabulary.
//!
//! # Why
//! What follows from a statement, and what it excludes, is what its relation promises. A `[[relation]]` with the id of
//! a standard one takes its place. Where it promises the contrary, whoever writes claims by the manual is misread;
//! where it only gives other words and leaves the promises out, checks are gone and nobody notices.
//!
//! # Example
//! ```toml fires
//! [[relation]]
//! id = "allied-with"
//! reads = "{subject} is the protector of {object}"
//! asymmetric = true
//! irreflexive = true
//! ```
//!
//! # Instead
//! ```toml passes
//! [[relation]]
//! id = "protector-of"
//! reads = "{subject} is the protector of {object}"
//! asymmetric = true
//! irreflexive = true
//! ```
//!
//! # When it stays silent
//! A relation with an id of its own promises what it likes, as long as it does not imply two that exclude each other.
//! One that takes the place of a standard relation may promise more, take things of more kinds, and read in another
//! language. Where it promises less, that is a note.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{Home, Record, Ref, Relation, RelationId};
use crate::rules::Case;
use crate::text::{Word, listed, shown};

pub(crate) const RULE: &str = "vocabulary-conflict";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["relation against the standard vocabulary", "relations against the standard vocabulary"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let relations = &case.dossier.relations;
    let of_vocabulary = |relation: &&Relation| relation.home == Home::Vocabulary;
    for (number, own) in relations.iter().enumerate().filter(|(_, own)| !of_vocabulary(own)) {
        let record = Record::Relation(RelationId::new(number));
        let declared = Declared { case, record, own };
        let before = verdicts.found.len();
        let standard = relations.iter().filter(of_vocabulary).find(|other| case.read(other.id) == case.read(own.id));
        if let Some(standard) = standard {
            declared.contrary(standard, verdicts);
            declared.turned_round(verdicts);
            declared.missing(standard, verdicts);
        }
        declared.implying_opposites(standard, verdicts);
        if verdicts.found.len() == before {
            verdicts.fine(|| [own.id.span], || "it goes together with the standard vocabulary".to_owned());
        }
    }
}

/// A relation that the dossier declares.
struct Declared<'c> {
    case: &'c Case<'c>,
    record: Record,
    own: &'c Relation,
}

impl Declared<'_> {
    fn finding(&self, message: String, label: &str) -> Finding {
        let id = self.case.id(self.record);
        let help = format!("give it an id of its own, or what `gainsay vocabulary {id}` has");
        let mut finding = Finding::new(RULE, LEVEL, message, self.own.id.span, label).help(help);
        finding.subjects.push(self.case.dossier.subject(self.case.texts, self.record));
        finding
    }

    /// What it promises, and the standard relation promises the contrary.
    fn contrary(&self, standard: &Relation, verdicts: &mut Verdicts) {
        let (own, id) = (self.own, self.case.id(self.record));
        for (here, there, is_contrary) in [
            ("symmetric", "asymmetric", own.symmetric && standard.asymmetric),
            ("asymmetric", "symmetric", own.asymmetric && standard.symmetric),
        ] {
            if is_contrary {
                let message = format!("`{id}` is {here} here, and {there} in the standard vocabulary");
                verdicts.find(self.finding(message, &format!("declared as {here}")).value(here));
            }
        }
        for (what, here, there) in
            [("subjects", &own.domain, &standard.domain), ("objects", &own.range, &standard.range)]
        {
            let is_shared = here.iter().any(|kind| self.is_among(*kind, there));
            if !here.is_empty() && !there.is_empty() && !is_shared {
                let (here, there) = (self.kinds(here), self.kinds(there));
                let message = format!("the {what} of `{id}` are {here} here, and {there} in the standard vocabulary");
                verdicts.find(self.finding(message, &format!("declared for {what} of the kind {here}")).value(what));
            }
        }
    }

    /// It comes after what comes after it. One of several earlier stages is enough to begin.
    fn turned_round(&self, verdicts: &mut Verdicts) {
        let case = self.case;
        let is_turned = |earlier: &Ref<RelationId>| {
            let before_it = earlier.target.map_or(&[][..], |earlier| &case.dossier[earlier].after);
            !before_it.is_empty() && before_it.iter().all(|name| case.read(name.word) == case.read(self.own.id))
        };
        let Some(earlier) = self.own.after.first().filter(|_| self.own.after.iter().all(is_turned)) else { return };
        let (id, other) = (case.id(self.record), shown(case.read(earlier.word)));
        let message = format!("`{id}` comes after `{other}` here, and `{other}` after `{id}`: neither can begin");
        verdicts.find(self.finding(message, &format!("declared to come after `{other}`")).value(other));
    }

    /// What the standard relation promises and this one does not.
    fn missing(&self, standard: &Relation, verdicts: &mut Verdicts) {
        let promised = promises(self.own);
        let missing = promises(standard).into_iter().zip(promised).filter(|((_, there), (_, here))| *there && !here);
        let names: Vec<String> = missing.map(|((name, _), _)| format!("`{name}`")).collect();
        if names.is_empty() || verdicts.found.iter().any(|found| found.primary.span == self.own.id.span) {
            return;
        }
        let id = self.case.id(self.record);
        let message = format!("`{id}` promises less here than in the standard vocabulary");
        let mut finding = self.finding(message, &format!("declared without {}", listed(&names, "and")));
        finding.level = LEVEL.milder();
        finding.help = Some(format!("repeat them (`gainsay vocabulary {id}`), or give it an id of its own"));
        verdicts.find(names.into_iter().fold(finding, Finding::value));
    }

    /// Two relations that it implies, its own standard one among them, and that exclude each other.
    fn implying_opposites(&self, standard: Option<&Relation>, verdicts: &mut Verdicts) {
        let dossier = self.case.dossier;
        let named = |name: &Ref<RelationId>| name.target.map(|id| &dossier[id]);
        let implied: Vec<&Relation> =
            standard.into_iter().chain(self.own.subproperty_of.iter().filter_map(named)).collect();
        for (number, one) in implied.iter().enumerate() {
            for other in &implied[number + 1..] {
                let excludes = |one: &Relation, other: &Relation| {
                    one.disjoint_with.iter().any(|name| self.case.read(name.word) == self.case.read(other.id))
                };
                if !excludes(one, other) && !excludes(other, one) {
                    continue;
                }
                let [id, one, other] = [self.own, one, other].map(|relation| shown(self.case.read(relation.id)));
                let message = if id == one {
                    format!("`{id}` implies `{other}` here, and excludes it in the standard vocabulary")
                } else {
                    format!("`{id}` implies both `{one}` and `{other}`, which exclude each other")
                };
                let help = "take one of the two out of `subproperty-of`, or give it an id of its own";
                verdicts.find(self.finding(message, "cannot hold of anything").help(help).value(one).value(other));
            }
        }
    }

    fn is_among(&self, kind: Word, kinds: &[Word]) -> bool {
        kinds.iter().any(|other| self.case.read(*other) == self.case.read(kind))
    }

    fn kinds(&self, kinds: &[Word]) -> String {
        let names: Vec<String> = kinds.iter().map(|kind| format!("`{}`", shown(self.case.read(*kind)))).collect();
        listed(&names, "and").replace(" and ", " or ")
    }
}

/// The keys by which a relation promises something, and whether it does.
fn promises(relation: &Relation) -> [(&'static str, bool); 13] {
    [
        ("domain", !relation.domain.is_empty()),
        ("range", !relation.range.is_empty()),
        ("functional", relation.functional),
        ("inverse-functional", relation.inverse_functional),
        ("permanent", relation.permanent),
        ("symmetric", relation.symmetric),
        ("asymmetric", relation.asymmetric),
        ("transitive", relation.transitive),
        ("irreflexive", relation.irreflexive || relation.asymmetric),
        ("inverse-of", relation.inverse_of.is_some()),
        ("subproperty-of", !relation.subproperty_of.is_empty()),
        ("disjoint-with", !relation.disjoint_with.is_empty()),
        ("after", !relation.after.is_empty()),
    ]
}
