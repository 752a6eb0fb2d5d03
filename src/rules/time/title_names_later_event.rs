//! A source whose very title names an event is not older than it.
//!
//! # Why
//! A title can be read in the bibliography alone: where it names what had not happened in the stated year, the year is
//! wrong, and so is every judgement that rests on it.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "harbour-report"
//! title = "Crowds at the opening of the new bridge"
//! issued = "2022"
//! about = ["bridge-opened"]
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = [{ source = "harbour-report", role = "background" }]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "harbour-report"
//! title = "Crowds at the opening of the new bridge"
//! issued = "2024"
//! about = ["bridge-opened"]
//!
//! [[event]]
//! id = "bridge-opened"
//!
//! [[claim]]
//! id = "opening"
//! cites = [{ source = "harbour-report", role = "background" }]
//! says = { event = "bridge-opened", on = "2024-05-03" }
//! ```
//!
//! # When it stays silent
//! Nothing dates the event, the source appeared in its year, or was updated after it. A title that announces an event
//! ("… will meet") may be allowed with that reason.

use crate::finding::{Finding, Level, Verdicts};
use crate::model::{EventId, Record, Ref, Source, SourceId};
use crate::rules::Case;
use crate::wording;

use super::attested::{LatestChange, latest_changes};

pub(crate) const RULE: &str = "title-names-later-event";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["event named by a title", "events named by titles"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (id, source) in case.dossier.own_sources() {
        let changes: Vec<LatestChange> = latest_changes(case, source).collect();
        for name in &source.about {
            let Some(event) = name.target else { continue };
            if changes.is_empty() {
                verdicts.not_checkable("no date of the source", source.id.span);
                continue;
            }
            let later = changes.iter().filter_map(|change| later(case, (id, source), name, event, change));
            match later.max_by_key(|finding| finding.certainty) {
                Some(finding) => verdicts.find(finding),
                None if case.timeline.is_dated(event) => verdicts.fine(
                    || [name.word.span],
                    || format!("it {}, and {}", changes[0].told(case), case.wording().known(event)),
                ),
                None => verdicts.not_checkable("no date of the event", name.word.span),
            }
        }
    }
}

fn later(
    case: &Case<'_>,
    (id, source): (SourceId, &Source),
    name: &Ref<EventId>,
    event: EventId,
    change: &LatestChange,
) -> Option<Finding> {
    let [hard, nominal] = change.limits(case);
    let bound = case.timeline.starts_after(case.dossier, event, hard, nominal)?;
    let (shown, named) = (case.name(id), case.wording().event(event));
    let told = change.told(case);
    let time = case
        .wording()
        .own_date(event, &bound.because)
        .map_or_else(|| format!("not before {}", wording::since(bound.day)), wording::at);
    let message = format!("{shown} {told}, and its title names {named}, which was {time}");
    let place = source.title.map_or(name.word.span, |title| title.span);
    let mut finding = Finding::new(RULE, LEVEL, message, place, format!("names {named}"))
        .against(change.date.span, change.too_early(case, bound.day, bound.certainty));
    for premise in &bound.because {
        finding = finding.against(case.wording().place(premise), case.wording().told(premise));
    }
    finding.instead = case.wording().instead(&bound.instead);
    finding.subjects.push(case.dossier.subject(case.texts, Record::Source(id)));
    let when = &case.dossier[change.date.when];
    let finding = finding
        .value(when.to_string())
        .value(case.dossier.id(case.texts, Record::Event(event)))
        .help("correct the source's date; if the title only announces the event, allow it with that reason");
    Some(finding.contradicting(bound.contradicts).as_sure_as(bound.certainty))
}
