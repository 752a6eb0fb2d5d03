//! What a sentence says of things that the shipped record knows: who joined a body, and when something happened.
//!
//! Where it names the day on which a party joined, it states that; what it tells without a day, and by which event it
//! means one of the record's, is presumed. What is planned or told with reserve is no statement of a fact, and not
//! drafted.

use super::{Passage, Standing};
use crate::atlas;
use crate::draft::tone::Tone;
use crate::frame::{Filled, Filler, Match};
use crate::language::Says;
use crate::time::When;

/// Who joined what in a sentence, and which event lies within which; `dates` is what each of its dates comes to.
pub(super) fn standings(
    passage: &Passage<'_>,
    tone: &Tone,
    written: Option<&When>,
    dates: &[Option<String>],
) -> Vec<Standing> {
    let mut standings: Vec<Standing> = Vec::new();
    for it in facts(passage, tone) {
        match it.says {
            Says::JoinedOn => {
                if let Some(Some(from)) = it.all("on").find_map(date).map(|date| dates[date].clone()) {
                    standings.extend(joined(it, Some(&("from", from))));
                }
            }
            Says::Joined => standings.extend(joined(it, told_by(written).as_ref())),
            Says::Within => {
                let [event, era] = ["event", "era"].map(|slot| it.all(slot).find_map(known));
                let fields = event.zip(era).map(|(event, era)| vec![("event", event), ("during", era)]);
                standings.extend(fields.map(|fields| Standing { fields, link: it.link }));
            }
            _ => {}
        }
    }
    standings
}

/// The event of the record that a sentence tells to lie within one of its dates, by the number of that.
pub(super) fn dated(passage: &Passage<'_>, tone: &Tone, number: usize) -> Option<String> {
    let dated = facts(passage, tone).filter(|it| it.says == Says::Dated);
    dated.filter(|it| it.all("on").find_map(date) == Some(number)).find_map(|it| it.all("event").find_map(known))
}

/// What the frames of a sentence tell as facts.
pub(super) fn facts<'p>(passage: &'p Passage<'_>, tone: &'p Tone) -> impl Iterator<Item = &'p Match> {
    let frames = passage.worth.iter().flat_map(|worth| &worth.frames);
    frames.filter(|it| it.slots.iter().all(|slot| tone.mode(slot.at.start).is_none() && !passage.is_title(&slot.at)))
}

/// That each of those is a member of the body, from a date on or by one.
fn joined(it: &Match, date: Option<&(&'static str, String)>) -> Vec<Standing> {
    let Some(body) = it.all("body").find_map(known) else { return Vec::new() };
    let standing = |subject| {
        let mut fields = vec![("subject", subject), ("relation", "member-of".to_owned()), ("object", body.clone())];
        fields.extend(date.cloned());
        Standing { fields, link: it.link }
    };
    it.all("who").filter_map(known).map(standing).collect()
}

/// The time by which a paper tells that something has happened: one that bears no date is not younger than the record.
fn told_by(written: Option<&When>) -> Option<(&'static str, String)> {
    written.is_none().then(|| ("on", format!("../{}", atlas::COMPLETE_UNTIL)))
}

fn known(slot: &Filled) -> Option<String> {
    match slot.filler {
        Filler::Known(id) => Some(id.to_owned()),
        Filler::Amount(_) | Filler::Date(_) | Filler::Name => None,
    }
}

pub(super) fn date(slot: &Filled) -> Option<usize> {
    match slot.filler {
        Filler::Date(number) => Some(number),
        Filler::Amount(_) | Filler::Known(_) | Filler::Name => None,
    }
}
