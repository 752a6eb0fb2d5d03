//! A later stage does not come before the earlier one.
//!
//! # Why
//! A treaty is signed, and then ratified. Prose mixes the two up ("came to ratify the treaty", of the day on which it
//! was signed or before), and the dates give it away.
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
//! id = "river-treaty"
//!
//! [[claim]]
//! id = "signing"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "signed", object = "river-treaty", on = "2011-04-02" }
//!
//! [[claim]]
//! id = "ratification"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "ratified", object = "river-treaty", on = "2010" }
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
//! id = "river-treaty"
//!
//! [[claim]]
//! id = "signing"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "signed", object = "river-treaty", on = "2011-04-02" }
//!
//! [[claim]]
//! id = "ratification"
//! cites = ["gazette"]
//! says = { subject = "norland", relation = "ratified", object = "river-treaty", on = "2011" }
//! ```
//!
//! # When it stays silent
//! The two may be of one day. The earlier stage has no date, or nothing is said of it. The later stage has none, and
//! whoever tells of it may have done so after both. Of several stages one of which must have come before, one may have.
//! Different speakers (`said-by`) may tell it differently, and plans keep no order.

use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Date, Voice};
use crate::reason::{Holding, Origin};
use crate::rules::Case;
use crate::wording;

use super::clash::COMPARED;
use crate::rules::told;

pub(crate) const RULE: &str = "stage-out-of-order";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["stage against what comes before it", "stages against what comes before them"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    for (at, holding) in case.holdings.iter() {
        let is_told = matches!(holding.origin, Origin::Stated(_) | Origin::Listed(..));
        let has_stages = !case.dossier[holding.relation].after.is_empty();
        if !is_told || !has_stages || holding.is_denied || !holding.mode.asserts() {
            continue;
        }
        match judge(case, at) {
            Ok(Some(broken)) => verdicts.find(tell(case, at, &broken)),
            Ok(None) => verdicts.fine(
                || [told::place(case, holding)],
                || "what is said of the earlier stage leaves room for it".to_owned(),
            ),
            Err(because) => verdicts.not_checkable(because, told::place(case, holding)),
        }
    }
}

/// The earlier stages that a later one comes before.
struct Broken {
    earlier: Vec<usize>,
    certainty: Certainty,
}

/// Looks at the voices from the one that yields: at what each says of the earlier stages.
fn judge(case: &Case<'_>, at: usize) -> Result<Option<Broken>, &'static str> {
    let later = case.holdings.at(at);
    let stages: Vec<Vec<usize>> = case.dossier[later.relation]
        .after
        .iter()
        .map(|name| name.target.map_or_else(Vec::new, |stage| said(case, later, stage)))
        .collect();
    if stages.iter().all(Vec::is_empty) {
        return Err("nothing is said of an earlier stage");
    }
    for voice in [Voice::Paper, Voice::Source, Voice::Record] {
        let mut broken = Broken { earlier: Vec::new(), certainty: Certainty::Certain };
        for stage in &stages {
            let of_voice = stage.iter().copied().filter(|&at| case.holdings.at(at).voice == voice);
            broken.certainty = broken.certainty.min(out_of_order(case, later, of_voice, &mut broken.earlier));
        }
        if broken.certainty > Certainty::Possible {
            return Ok(Some(broken));
        }
    }
    Ok(None)
}

/// What is said of an earlier stage by whoever may be held against the later one.
fn said(case: &Case<'_>, later: &Holding, stage: crate::model::RelationId) -> Vec<usize> {
    let of = case.holdings.of((stage, later.subject, later.object)).iter().map(|&at| at as usize);
    let comparable = |at: &usize| {
        let holding = case.holdings.at(*at);
        holding.speaker == later.speaker && holding.mode.asserts()
    };
    of.filter(comparable).take(COMPARED).collect()
}

/// How sure it is that none of what is said of an earlier stage leaves room for the later one: it is denied for a time
/// at which the later holds, or all that is said of it is later still.
fn out_of_order(
    case: &Case<'_>,
    later: &Holding,
    stage: impl Iterator<Item = usize>,
    against: &mut Vec<usize>,
) -> Certainty {
    let (denied, held): (Vec<usize>, Vec<usize>) = stage.partition(|&at| case.holdings.at(at).is_denied);
    let not_yet = denied.into_iter().filter_map(|at| Some((later.times.meet(&case.holdings.at(at).times)?, at)));
    let not_yet = not_yet.max_by_key(|(certainty, at)| (*certainty, std::cmp::Reverse(*at)));
    if let Some((certainty, at)) = not_yet.filter(|(certainty, _)| *certainty > Certainty::Possible) {
        against.push(at);
        return certainty;
    }
    let precedes = |at: &usize| {
        let earlier = &case.holdings.at(*at).times;
        if !earlier.is_dated {
            Certainty::Possible
        } else if later.times.hard.somewhere.precedes(earlier.may) {
            Certainty::Certain
        } else if later.times.nominal.somewhere.precedes(earlier.nominal.somewhere) {
            Certainty::Nominal
        } else {
            Certainty::Possible
        }
    };
    let certainty = held.iter().map(precedes).min().unwrap_or(Certainty::Possible);
    against.extend(held);
    certainty
}

fn tell(case: &Case<'_>, at: usize, broken: &Broken) -> Finding {
    let (later, earlier) = (case.holdings.at(at), case.holdings.at(broken.earlier[0]));
    let (what, before) = (told::sentence(case, later), told::sentence(case, earlier));
    let (when, then) = (told::when(case, later), told::when(case, earlier));
    let message = if earlier.is_denied {
        format!("{what}{when}, when it is denied that {before}{then}")
    } else {
        format!("{what}{when}, before {before}{then}")
    };
    let mut holdings = vec![at];
    holdings.extend(&broken.earlier);
    let finding = told::finding(case, (RULE, LEVEL), message, &holdings, broken.certainty)
        .help("correct one of the dates, or name the stage that is meant");
    match told::told_on(case, later).filter(|_| !later.times.is_dated) {
        Some(date) => finding.against(date.span, format!("what is told here had happened by {}", by(case, date))),
        None => finding,
    }
}

/// The last day of a date, as what had happened had happened by then.
fn by(case: &Case<'_>, date: Date) -> String {
    let when = &case.dossier[date.when];
    when.nominal().latest().day().map_or_else(|| when.spoken(), wording::by)
}
