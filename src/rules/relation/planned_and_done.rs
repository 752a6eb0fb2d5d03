//! What is still planned or wished for is not yet done.
//!
//! # Why
//! A paper that was put together from reports of different days calls the same thing planned here and done there. One
//! of the two passages is out of date.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[entity]]
//! id = "north-union"
//!
//! [[claim]]
//! id = "wants-to-join"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "north-union", mode = "wished", on = "2015-06-01" }
//!
//! [[claim]]
//! id = "has-joined"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "north-union", from = "2010", until = "2020" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//! issued = "2025"
//!
//! [[entity]]
//! id = "norland"
//!
//! [[entity]]
//! id = "north-union"
//!
//! [[claim]]
//! id = "wants-to-join"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "north-union", mode = "wished", on = "2008-06-01" }
//!
//! [[claim]]
//! id = "has-joined"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "member-of", object = "north-union", from = "2010", until = "2020" }
//! ```
//!
//! # When it stays silent
//! The plan is of another time than the deed, or only one of them has a date: plans come true. A plan for a single day
//! or a year that the deed is dated to as well was kept. The two are said by different voices or speakers. A forecast
//! is no plan.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Mode, Voice};
use crate::reason::Holding;
use crate::rules::Case;

use super::clash::COMPARED;
use crate::rules::told;

pub(crate) const RULE: &str = "planned-and-done";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["plan or wish against deeds", "plans and wishes against deeds"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for group in case.holdings.groups() {
        let places = || group.iter().map(|&at| at as usize).filter(|&at| !case.holdings.at(at).is_denied);
        let ahead = |at: &usize| matches!(case.holdings.at(*at).mode, Mode::Planned | Mode::Wished);
        for plan in places().filter(ahead).take(COMPARED) {
            let deeds = places().filter(|&at| case.holdings.at(at).mode.asserts()).take(COMPARED);
            let judged = deeds.filter_map(|deed| Some((how_surely(case, plan, deed)?, deed)));
            match judged.min_by_key(|(certainty, deed)| (std::cmp::Reverse(*certainty), *deed)) {
                Some((certainty, deed)) => verdicts.find(tell(case, plan, deed, certainty)),
                None => verdicts.fine(
                    || [told::place(case, case.holdings.at(plan))],
                    || "nobody who plans or wishes it says that it is done at the same time".to_owned(),
                ),
            }
        }
    }
}

fn how_surely(case: &Case<'_>, plan: usize, deed: usize) -> Option<Certainty> {
    let [plan, deed] = [plan, deed].map(|at| case.holdings.at(at));
    let same_voice = plan.voice == deed.voice && plan.voice != Voice::Source;
    let same_source = plan.voice == Voice::Source && source(case, plan) == source(case, deed);
    let is_kept = plan.times.hard == deed.times.hard && plan.times.is_dated;
    if plan.speaker != deed.speaker || !(same_voice || same_source) || is_kept {
        return None;
    }
    plan.times.meet(&deed.times)
}

fn source(case: &Case<'_>, holding: &Holding) -> Option<crate::model::SourceId> {
    match case.dossier[holding.statement()?].owner {
        crate::model::Owner::Evidence(id) => case.dossier[id].source?.target,
        _ => None,
    }
}

fn tell(case: &Case<'_>, plan: usize, deed: usize, certainty: Certainty) -> Finding {
    let [planned, done] = [plan, deed].map(|at| case.holdings.at(at));
    let word = if planned.mode == Mode::Planned { "planned" } else { "wished for" };
    let (time, same) = (told::common(case, plan, deed), told::same_time(certainty));
    let message = format!(
        "{} is {word} by {} and done by {}, {same}{time}",
        told::quoted(case, planned),
        told::owner(case, planned),
        told::owner(case, done)
    );
    told::finding(case, (RULE, LEVEL), message, &[plan, deed], certainty)
        .help("bring the passage up to date that is behind, or say with `on`, `from` or `until` when each was so")
}
