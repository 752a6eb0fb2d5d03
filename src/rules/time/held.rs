//! Who stands in a relation, by a statement or on a roll, at a time at which they did not exist: what
//! `outside-lifetime` and `anachronistic-name` share where a relation says who exists while it holds (`exist`).

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Date, EntityId, Exist, Named, Record};
use crate::reason::{Holding, Moments, Object, Origin, Times};
use crate::rules::{Case, told};
use crate::text::Span;
use crate::time::{Day, Stretch, When};

use super::inverted::is_inverted;
use super::life::{self, Lines, StandIn};

/// A holding, and the end of the life of one side of it that excludes it.
pub(super) struct Unborn {
    at: usize,
    pub(super) id: EntityId,
    end: Date,
    /// Whether it comes before the life, not after it.
    pub(super) is_before: bool,
    certainty: Certainty,
    /// Who stood there instead at that time: a predecessor or a successor.
    pub(super) instead: Option<EntityId>,
}

impl Unborn {
    /// Where it is held, and where the record tells of who did not exist.
    pub(super) fn places(&self, case: &Case<'_>) -> [Span; 2] {
        [told::place(case, case.holdings.at(self.at)), case.dossier[self.id].id.span]
    }
}

/// Looks at the sides of everything that is held of who exists meanwhile; counts them, and hands on those outside their
/// lives. What follows from a statement is not looked at beside it.
pub(super) fn each(
    case: &Case<'_>,
    lines: &Lines,
    verdicts: &mut Verdicts,
    mut found: impl FnMut(&mut Verdicts, Unborn),
) {
    for (at, holding) in case.holdings.iter() {
        let is_held = !holding.is_denied && holding.mode.asserts() && holding.speaker.is_none();
        if !is_held || !holding.times.is_dated || matches!(holding.origin, Origin::Follows(..)) {
            continue;
        }
        for id in existing(case, holding) {
            let (entity, place) = (&case.dossier[id], told::place(case, holding));
            if entity.from.is_none() && entity.until.is_none() {
                continue;
            }
            let Some((mut unborn, then)) = outside(case, at, id) else {
                let life = || format!("{}; {}", told::told(case, holding), life::life(case, id));
                verdicts.fine(|| [place, entity.id.span], life);
                continue;
            };
            let is_other_side = |instead: EntityId| {
                [Object::Thing(holding.subject), holding.object].contains(&Object::Thing(Record::Entity(instead)))
            };
            match lines.stand_in(case, id, unborn.is_before, then) {
                StandIn::One(instead) if is_other_side(instead) => found(verdicts, unborn),
                StandIn::Unknown => verdicts.left_out("more in one line of succession than are looked at", place),
                StandIn::Nobody => found(verdicts, unborn),
                StandIn::One(instead) => {
                    unborn.instead = Some(instead);
                    found(verdicts, unborn);
                }
            }
        }
    }
}

/// The sides of a holding that exist while it holds.
fn existing(case: &Case<'_>, holding: &Holding) -> impl Iterator<Item = EntityId> {
    let relation = &case.dossier[holding.relation];
    let implied = relation.subproperty_of.iter().find_map(|name| case.dossier[name.target?].exist);
    let exist = relation.exist.or(implied);
    let subject = Some(holding.subject).filter(|_| matches!(exist, Some(Exist::Subject | Exist::Both)));
    let object = match holding.object {
        Object::Thing(object) if matches!(exist, Some(Exist::Object | Exist::Both)) => Some(object),
        _ => None,
    };
    subject.into_iter().chain(object).filter_map(EntityId::of)
}

/// Whether a holding surely lies, or reaches, more than a day beyond a life, and the first and the last day of that
/// time.
fn outside(case: &Case<'_>, at: usize, id: EntityId) -> Option<(Unborn, [Option<Day>; 2])> {
    let (holding, entity) = (case.holdings.at(at), &case.dossier[id]);
    if is_inverted(case, entity.from, entity.until) {
        return None;
    }
    // Who has not left the roll when they cease to be is succeeded there, or leaves.
    let until = entity.until.filter(|_| !stays(case, holding));
    let ends =
        [(entity.from, true), (until, false)].into_iter().filter_map(|(date, is_before)| Some((date?, is_before)));
    [Certainty::Certain, Certainty::Nominal].into_iter().find_map(|certainty| {
        let days = if certainty == Certainty::Certain { When::hard } else { When::nominal };
        ends.clone().find_map(|(end, is_before)| {
            let beyond = beyond(days(&case.dossier[end.when]), is_before);
            let then = reaches(&holding.times, beyond, certainty)?;
            Some((Unborn { at, id, end, is_before, certainty, instead: None }, then.days().into()))
        })
    })
}

/// The instants that surely lie before a life begins, or after it has ended, but for a day: it may be evening there.
fn beyond(end: Stretch, is_before: bool) -> Moments {
    let day = if is_before { end.earliest().day() } else { end.latest().day() };
    match (day.map(Day::number), is_before) {
        (Some(day), true) => Moments::of_days(None, Some(day - 2)),
        (Some(day), false) => Moments::of_days(Some(day + 2), None),
        (None, _) => Moments::NONE,
    }
}

/// The time at which something that holds surely does so among these instants.
fn reaches(times: &Times, beyond: Moments, certainty: Certainty) -> Option<Moments> {
    let holds = if certainty == Certainty::Certain { times.hard } else { times.nominal };
    let throughout = holds.throughout.common(beyond);
    if throughout.is_empty() { beyond.holds(holds.somewhere).then_some(holds.somewhere) } else { Some(throughout) }
}

/// Whether it is an entry of a roll that says of no end.
fn stays(case: &Case<'_>, holding: &Holding) -> bool {
    matches!(holding.origin, Origin::Listed(roll, row) if case.dossier[roll].members[row].until.is_none())
}

/// The finding, but for what the two rules say differently: the end of the message, and help.
pub(super) fn finding(
    case: &Case<'_>,
    rule: (&'static str, Level),
    unborn: &Unborn,
    ending: impl FnOnce(&str) -> String,
) -> Finding {
    let holding = case.holdings.at(unborn.at);
    let (owner, sentence, when) =
        (told::owner(case, holding), told::sentence(case, holding), told::when(case, holding));
    let says = if matches!(holding.origin, Origin::Listed(..)) { "lists that" } else { "says that" };
    let life = format!("{} {}", case.name(unborn.id), life::ended(case, unborn.id, unborn.is_before, unborn.end));
    let message = format!("{owner} {says} {sentence}{when}; {}", ending(&life));
    let mut finding =
        told::finding(case, rule, message, &[unborn.at], unborn.certainty).against(unborn.end.span, life.clone());
    finding.subjects.push(case.dossier.subject(case.texts, Record::Entity(unborn.id)));
    finding.contradicting(told::with_record(holding)).value(case.dossier[unborn.end.when].to_string())
}
