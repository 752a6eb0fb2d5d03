//! Dates of a sentence that are the ends of one stretch, as its frames say.

use super::Event;
use crate::frame::{Filler, Match};
use crate::language::{Link, Says};

/// The stretches of a sentence, and which of its dates are drafted as which event.
pub(super) struct Stretches<'f> {
    frames: &'f [Match],
    drafted: Vec<(usize, usize)>,
}

impl<'f> Stretches<'f> {
    pub(super) fn new(frames: &'f [Match]) -> Self {
        Self { frames, drafted: Vec::new() }
    }

    /// Takes the event of a date, by its number, among the others: the end of a stretch is told of what began.
    pub(super) fn take(&mut self, date: usize, mut event: Event, events: &mut Vec<Event>) {
        let begun = self.begun(date).and_then(|(from, link)| Some((self.event(from)?, link)));
        if let Some((begun, link)) = begun {
            // "from" may be no more than "de".
            events[begun].clauses.iter_mut().filter(|(key, _)| *key == "on").for_each(|(key, _)| *key = "from");
            events[begun].clauses.extend(event.clauses.into_iter().map(|(_, date)| ("until", date)));
            events[begun].link = link;
            return;
        }
        let ends = event.clauses[0].1.split_once('/').filter(|(from, until)| from.len() > 2 && until.len() > 2);
        if let Some((from, until)) = ends.filter(|_| self.is_span(date)) {
            event.clauses = vec![("from", from.to_owned()), ("until", until.to_owned())];
        }
        self.drafted.push((date, events.len()));
        events.push(event);
    }

    /// The event that a date is drafted as, by its number.
    pub(super) fn event(&self, date: usize) -> Option<usize> {
        self.drafted.iter().find(|(drafted, _)| *drafted == date).map(|(_, event)| *event)
    }

    /// The date at which the stretch begins that ends at a date, and how surely it does.
    fn begun(&self, until: usize) -> Option<(usize, Link)> {
        let it = self.frames.iter().find(|it| it.says == Says::Stretch && is_date(it, "until", until))?;
        it.all("from").find_map(|slot| if let Filler::Date(from) = slot.filler { Some((from, it.link)) } else { None })
    }

    fn is_span(&self, date: usize) -> bool {
        self.frames.iter().any(|it| it.says == Says::Lasting && is_date(it, "span", date))
    }
}

/// Whether a slot is filled by a date.
fn is_date(it: &Match, slot: &str, date: usize) -> bool {
    it.all(slot).any(|slot| slot.filler == Filler::Date(date))
}
