//! Whoever acts as an officer holds the office at the time.
//!
//! # Why
//! Titles outlive their holders in prose: "the minister said" of somebody who was appointed a year later. With a roll
//! of the office's holders the slip shows itself.
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
//! [[entity]]
//! id = "bo-lind"
//! kind = "person"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "mayor"
//! seats = 1
//! complete-from = "1990-01-01"
//! complete-until = "2020-12-31"
//! cites = ["gazette"]
//! members = [
//!   { subject = "bo-lind", from = "1990-01-01", until = "2002-06-30" },
//!   { subject = "ada-vos", from = "2002-06-30", until = "2020-12-31" },
//! ]
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "1998-05-03", who = "ada-vos", as = "mayor" }
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
//! id = "bo-lind"
//! kind = "person"
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[roll]]
//! relation = "holds-office"
//! object = "mayor"
//! seats = 1
//! complete-from = "1990-01-01"
//! complete-until = "2002-06-30"
//! cites = ["gazette"]
//! members = [{ subject = "bo-lind", from = "1990-01-01", until = "2002-06-30" }]
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { event = "bridge-opened", on = "1998-05-03", who = "bo-lind", as = "mayor" }
//! ```
//!
//! # When it stays silent
//! The event may fall on a first or last day of a term, or nothing dates it. No roll lists the office's holders, or the
//! event lies outside the time for which the roll is complete: that is not checkable. A person named without `as` may
//! have held the title at any time. Who acted in the office is on its roll, with that `status`.

use crate::finding::{Contradicts, Finding, Level, Verdicts};
use crate::model::{Date, EntityId, EventId, Key, Member, Record, Roll, Statement};
use crate::rules::Case;
use crate::time::Day;
use crate::wording;

use super::inverted::is_inverted;
use super::terms;

pub(crate) const RULE: &str = "outside-term";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["officer against the term", "officers against their terms"];

/// Up to so many holders of the time are shown.
const HOLDERS: usize = 2;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for statement in &case.dossier.statements {
        let Some(event) = case.dossier.event_of(statement) else { continue };
        let Some((office, who)) = terms::office_and_holder(case, statement) else { continue };
        if !statement.mode.asserts() || statement.denied.is_some() || statement.said_by.is_some() {
            continue;
        }
        match judge(case, event, office, who) {
            Ok(Some(acting)) => verdicts.find(tell(case, statement, &acting)),
            Ok(None) => verdicts.fine(
                || [statement.span],
                || {
                    let [office, who] = [office, who].map(|entity| case.name(entity));
                    format!("{}, and by the roll {who} may have been {office} then", case.wording().known(event))
                },
            ),
            Err(because) => verdicts.not_checkable(because, statement.span),
        }
    }
}

/// Somebody who acts as an officer in an event, and was none.
struct Acting<'c> {
    event: EventId,
    office: EntityId,
    who: EntityId,
    roll: &'c Roll,
    /// The first and the last day on which the event can have been.
    first: Day,
    last: Day,
}

impl Acting<'_> {
    /// Whether a term on the roll has nothing in common with the time of the event.
    fn is_outside(&self, case: &Case<'_>, term: &Member) -> bool {
        if is_inverted(case, term.from, term.until) {
            return false;
        }
        let starts = term.from.and_then(|date| case.dossier[date.when].hard().earliest().day());
        let ends = term.until.and_then(|date| case.dossier[date.when].hard().latest().day());
        starts.is_some_and(|starts| self.last < starts) || ends.is_some_and(|ends| ends < self.first)
    }

    /// Whether the roll is complete for the whole time of the event.
    fn is_covered(&self, case: &Case<'_>) -> bool {
        let from = self.roll.complete_from.and_then(|date| case.dossier[date.when].hard().latest().day());
        let until = self.roll.complete_until.and_then(|date| case.dossier[date.when].hard().earliest().day());
        from.is_some_and(|from| from <= self.first) && until.is_some_and(|until| self.last <= until)
    }

    fn terms(&self) -> impl Iterator<Item = &Member> {
        self.roll.members.iter().filter(|member| terms::names(member, self.who))
    }
}

fn judge<'c>(
    case: &Case<'c>,
    event: EventId,
    office: EntityId,
    who: EntityId,
) -> Result<Option<Acting<'c>>, &'static str> {
    let roll = terms::roll_of(case, office).ok_or("no roll of the office's holders")?;
    let [(first, _), (_, last)] = case.timeline.start_and_end(event);
    let (Some(first), Some(last)) = (first, last) else { return Err("no date") };
    let acting = Acting { event, office, who, roll, first, last };
    if acting.terms().any(|term| !acting.is_outside(case, term)) {
        Ok(None)
    } else if acting.is_covered(case) {
        Ok(Some(acting))
    } else {
        Err("outside the time for which the roll is complete")
    }
}

fn tell(case: &Case<'_>, statement: &Statement, acting: &Acting<'_>) -> Finding {
    let [event, office, who] = [Record::Event(acting.event), Record::Entity(acting.office), Record::Entity(acting.who)]
        .map(|id| case.name(id));
    let time = wording::days(acting.first, acting.last);
    let message = format!("{who} acts as {office} in {event} ({time}), and did not hold the office at that time");
    let place =
        case.dossier.clauses_of(statement, Key::As).next().map_or(statement.span, |clause| clause.target.span());
    let owner = case.wording().owner(statement);
    let mut finding = Finding::new(RULE, LEVEL, message, place, format!("{owner} has {who} act as {office}"));
    for premise in case.timeline.why_dated(case.dossier, acting.event) {
        finding = finding.against(case.wording().place(&premise), case.wording().told(&premise));
    }
    finding = on_the_roll(case, finding, acting);
    finding.subjects.push(case.dossier.subject(case.texts, case.dossier.owner_record(statement.owner)));
    finding.subjects.push(case.dossier.subject(case.texts, Record::Entity(acting.office)));
    finding
        .value(case.id(acting.event.into()))
        .value(case.id(acting.who.into()))
        .value(acting.first.to_string())
        .value(acting.last.to_string())
        .help("name who held the office, leave out `as`, or correct a date")
        .contradicting(Contradicts::Record)
}

/// With what the roll says: their terms, if any, and who held the office at the time.
fn on_the_roll(case: &Case<'_>, mut finding: Finding, acting: &Acting<'_>) -> Finding {
    let [office, who] = [acting.office, acting.who].map(|entity| case.name(entity));
    for term in acting.terms() {
        let side = |date: Option<Date>, word: &str| {
            date.map_or(String::new(), |date| format!(" {word} {}", case.dossier[date.when].spoken()))
        };
        let (from, until) = (side(term.from, "from"), side(term.until, "until"));
        finding = finding.against(term.span, format!("{who} held it{from}{until}"));
    }
    for holder in acting.roll.members.iter().filter(|term| !acting.is_outside(case, term)).take(HOLDERS) {
        let name = holder.subject.map_or_else(String::new, |subject| case.wording().named(&subject));
        finding = finding.beside(holder.span, format!("at that time it was {name}"));
    }
    if acting.terms().next().is_none() {
        finding = finding.against(acting.roll.header, format!("the roll of {office} does not name {who}"));
    }
    finding
}
