//! The terms of office that a roll lists for whoever acts as an officer in a statement.

use crate::model::{EntityId, Key, Member, Record, Roll, Statement, Target};
use crate::rules::Case;

/// The office and the person of a statement that has one of each.
pub(super) fn office_and_holder(case: &Case<'_>, statement: &Statement) -> Option<(EntityId, EntityId)> {
    let entity = |key: Key| {
        case.dossier.clauses_of(statement, key).find_map(|clause| match clause.target {
            Target::Entity(name) => name.target,
            Target::Date(_) | Target::Event(_) | Target::Gap(..) => None,
        })
    };
    Some((entity(Key::As)?, entity(Key::Who)?))
}

/// The roll of an office's holders.
pub(super) fn roll_of<'c>(case: &Case<'c>, office: EntityId) -> Option<&'c Roll> {
    case.dossier.rolls.iter().find(|roll| {
        let relation = roll.relation.is_some_and(|relation| case.read(relation.word) == "holds-office");
        relation && roll.object.is_some_and(|object| object.target == Some(Record::Entity(office)))
    })
}

/// Whether an entry of a roll names them.
pub(super) fn names(member: &Member, who: EntityId) -> bool {
    member.subject.is_some_and(|subject| subject.target == Some(who))
}
