//! Stretches that end before they start: `inverted-interval` reports them, and the other rules leave them alone.

use crate::finding::Certainty;
use crate::model::{Date, Key, Statement, Target};
use crate::rules::Case;
use crate::time::Answer;

/// How surely the one day lies before the other: a stretch `from` … `until` is the wrong way round.
pub(super) fn certainty(case: &Case<'_>, (from, until): (Date, Date)) -> Option<Certainty> {
    let (start, end) = (&case.dossier[from.when], &case.dossier[until.when]);
    if end.hard().before(start.hard()) == Answer::Surely {
        Some(Certainty::Certain)
    } else if end.nominal().before(start.nominal()) == Answer::Surely {
        Some(Certainty::Nominal)
    } else {
        None
    }
}

/// Whether there is a start and an end, and at face value the end comes first.
pub(super) fn is_inverted(case: &Case<'_>, from: Option<Date>, until: Option<Date>) -> bool {
    from.zip(until).is_some_and(|ends| certainty(case, ends).is_some())
}

/// The stretch of a statement that states both its ends as dates.
pub(super) fn stretch(case: &Case<'_>, statement: &Statement) -> Option<(Date, Date)> {
    let date = |key: Key| {
        case.dossier.clauses_of(statement, key).find_map(|clause| match clause.target {
            Target::Date(date) => Some(date),
            Target::Event(_) | Target::Entity(_) | Target::Gap(..) => None,
        })
    };
    date(Key::From).zip(date(Key::Until))
}
