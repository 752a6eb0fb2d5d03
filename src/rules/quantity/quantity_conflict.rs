//! What is said of a quantity at one time comes to one number.
//!
//! # Why
//! Two numbers for one thing are the error that readers find first. They stand chapters apart, in two units, or one of
//! them was copied from a source that says something else.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "bridge-length"
//! unit = "m"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { quantity = "bridge-length", value = "412" }
//!
//! [[claim]]
//! id = "repair"
//! cites = ["gazette"]
//! says = { quantity = "bridge-length", value = "0.5 km" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "bridge-length"
//! unit = "m"
//!
//! [[claim]]
//! id = "opening"
//! cites = ["gazette"]
//! says = { quantity = "bridge-length", value = "412" }
//!
//! [[claim]]
//! id = "repair"
//! cites = ["gazette"]
//! says = { quantity = "bridge-length", value = "0.4 km" }
//! ```
//!
//! So are the number of a sentence and that of a cell, where one is a slip of a digit for the other and stands nowhere
//! else, and the sentence tells other numbers of the row or the column, or has the words at their heads.
//!
//! # When it stays silent
//! Figures without a date are taken to be of one time. The numbers meet within the rounding of their last digits (where
//! they are the same only by that, it is a quiet note, shown with what is possible), or one is a bound that allows the
//! other. `~` widens a number by 10 %, and by 25 % where it is to be certain; zeros at the end of a whole number may be
//! rounding. The dates (`on`) or the scopes differ: a revised figure has a later date, and "killed" is not "killed and
//! wounded". Different speakers (`said-by`) may disagree. What is denied, planned, forecast or alleged takes no part.
//! Currencies are compared only where the text itself converts them (`equals`).

use rustc_hash::FxHashSet;

use crate::amount::{Interval, Reading};
use crate::finding::{Certainty, Contradicts, Finding, Level, Verdicts};
use crate::model::Voice;
use crate::passage::cells::slipped;
use crate::rules::Case;
use crate::text::{listed, shown};
use crate::wording;

use super::figures::{
    Figure, Figures, amount, common_time, contradicts, date_certainty, fit, id_span, misreading, subject, time, told,
    unless_rounded, with_figures,
};
use super::rounding;

pub(crate) const RULE: &str = "quantity-conflict";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["quantity with several figures of one time", "quantities with several figures of one time"];

/// So many values are named in a message; of more, the lowest and the highest.
const NAMED: usize = 3;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let figures = Figures::new(case);
    for (because, at) in &figures.left_out {
        verdicts.not_checkable(because, *at);
    }
    for of_one in figures.classes().filter(|class| class.len() > 1) {
        let class: Vec<&Figure<'_>> = of_one.iter().collect();
        match clash(&class) {
            Some(found) => {
                let certainty = found.certainty.min(date_certainty(case, class[0]));
                verdicts.find(report(case, &class, Clash { certainty, ..found }));
            }
            None => match only_rounded(case, &class) {
                Some(note) => verdicts.find(note),
                None => fit(case, verdicts, &[of_one]),
            },
        }
    }
    for kind in figures.kinds() {
        if let Some(pair) = at_times_that_may_be_one(kind) {
            let contradicts = contradicts(pair.iter().copied());
            let taken = if extremes(&pair, Taken::Hard).is_some() { Taken::Hard } else { Taken::Nominal };
            verdicts.find(report(case, &pair, Clash { taken, certainty: Certainty::Possible, contradicts }));
        }
    }
    for unsure in &figures.unsure {
        match figures.classes_of(unsure.quantity).find_map(|class| belied(class, unsure)) {
            Some(other) => verdicts.find(unsure_report(case, unsure, other)),
            None => verdicts.not_checkable("not asserted", id_span(case, unsure)),
        }
    }
    check_cells(case, verdicts);
}

/// Finds numbers of the manuscript that are slips for those of its tables.
fn check_cells(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    for it in slipped(text) {
        let sentence = &text.sentences[it.sentence];
        let own = shown(&text.words(sentence)[it.at.clone()]);
        let at = text.place(sentence.block, sentence.range.start + it.at.start..sentence.range.start + it.at.end);
        let cell = &text.blocks[it.cell].words;
        let theirs = shown(cell);
        let message = format!("the text has {own}, and the table “{theirs}” where it seems to be told of the same");
        let finding = Finding::new(RULE, LEVEL.milder(), message, at, "this stands in no table")
            .against(text.place(it.cell, 0..cell.len()), "the cell")
            .help("correct the one that is a slip; else say in other words what it is of")
            .value(own)
            .value(it.theirs);
        verdicts.find(finding);
    }
}

/// The figure of a class that what is alleged or hedged may be at odds with.
fn belied<'f, 'c>(class: &'f [Figure<'c>], unsure: &Figure<'c>) -> Option<&'f Figure<'c>> {
    common_time(&class[0], unsure).filter(|_| class[0].is_of_one_kind(unsure))?;
    let numbers = unsure.interval(Reading::Nominal);
    class.iter().find(|other| !other.interval(Reading::Nominal).meets(numbers))
}

fn unsure_report(case: &Case<'_>, unsure: &Figure<'_>, other: &Figure<'_>) -> Finding {
    let owner = |figure: &Figure<'_>| case.wording().owner(figure.statement);
    let message = format!(
        "{}{} is {} in {}, and, as {}, {} in {}",
        subject(case, other),
        time(case, other),
        amount(case, other),
        owner(other),
        wording::manner(unsure.statement.mode),
        amount(case, unsure),
        owner(unsure)
    );
    let finding = Finding::new(RULE, LEVEL, message, unsure.value.span, told(case, unsure, Certainty::Possible))
        .as_sure_as(Certainty::Possible)
        .contradicting(contradicts([unsure, other].into_iter()))
        .help("look which of the two is right");
    with_figures(case, finding, &[unsure, other])
}

/// How the figures of one quantity and time are taken where they clash.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// As all that they can mean.
    Hard,
    /// As counts of one thing, as far as they are written whole.
    Counted,
    /// At face value.
    Nominal,
}

impl Taken {
    fn numbers<'f>(self, figure: &'f Figure<'_>) -> &'f Interval {
        match self {
            Taken::Hard => figure.interval(Reading::Hard),
            Taken::Counted => {
                figure.face().filter(|_| figure.count_of().is_some()).unwrap_or(figure.interval(Reading::Hard))
            }
            Taken::Nominal => figure.interval(Reading::Nominal),
        }
    }
}

/// That figures of one time disagree.
struct Clash {
    taken: Taken,
    certainty: Certainty,
    contradicts: Contradicts,
}

/// The note that two figures are the same only because one of them is rounded, if there are such.
fn only_rounded(case: &Case<'_>, class: &[&Figure<'_>]) -> Option<Finding> {
    let mut written = class.iter().copied().filter_map(|figure| Some((figure, figure.face()?)));
    let (first, face) = written.next()?;
    let (other, _) = written.find(|(_, other)| !other.meets(face))?;
    let pair = [first, other];
    let message = format!(
        "{}{} is {}: the same only after rounding",
        subject(case, first),
        time(case, first),
        listed(
            &pair.map(|figure| format!("{} in {}", amount(case, figure), case.wording().owner(figure.statement))),
            "and"
        )
    );
    Some(rounding::note(case, RULE, message, &pair))
}

/// How surely figures of one time disagree, and whose first do: the paper's, else the sources' with them, else all.
fn clash(class: &[&Figure<'_>]) -> Option<Clash> {
    let mut counted = class.iter().filter_map(|figure| figure.count_of());
    // Whoever turns days into weeks rounds them.
    let first = counted.next();
    let is_counted = counted.all(|one| Some(one) == first);
    for (taken, certainty) in
        [(Taken::Hard, Certainty::Certain), (Taken::Counted, Certainty::Certain), (Taken::Nominal, Certainty::Nominal)]
    {
        if taken == Taken::Counted && !is_counted {
            continue;
        }
        for voice in [Voice::Paper, Voice::Source, Voice::Record] {
            let heard: Vec<&Figure<'_>> = class.iter().copied().filter(|figure| figure.voice() <= voice).collect();
            if let Some([low, high]) = extremes(&heard, taken) {
                // Where a louder voice is part of the clash, it is with that one.
                let layer = heard.iter().filter(|figure| {
                    let numbers = taken.numbers(figure);
                    numbers.surely_above(taken.numbers(low)) || taken.numbers(high).surely_above(numbers)
                });
                return Some(Clash { taken, certainty, contradicts: contradicts(layer.copied()) });
            }
        }
    }
    None
}

/// The figure that ends lowest and the one that starts highest, if they have no number in common.
fn extremes<'f, 'c>(figures: &[&'f Figure<'c>], taken: Taken) -> Option<[&'f Figure<'c>; 2]> {
    let ends = ends(figures.iter().copied(), taken)?;
    let [low, high] = ends.map(|figure| taken.numbers(figure));
    high.surely_above(low).then_some(ends)
}

/// The figure that ends lowest and the one that starts highest: what meets both meets all.
fn ends<'f, 'c: 'f>(
    figures: impl Iterator<Item = &'f Figure<'c>> + Clone,
    taken: Taken,
) -> Option<[&'f Figure<'c>; 2]> {
    let of = |figure: &Figure<'c>| *taken.numbers(figure);
    let low = figures.clone().reduce(|best, next| if of(next).ends_below(&of(best)) { next } else { best })?;
    let high = figures.reduce(|best, next| if of(next).starts_above(&of(best)) { next } else { best })?;
    Some([low, high])
}

/// Two figures of different dates that may be of one time and have no number in common.
fn at_times_that_may_be_one<'f, 'c>(kind: &'f [Figure<'c>]) -> Option<Vec<&'f Figure<'c>>> {
    let classes: Vec<&[Figure<'c>]> =
        kind.chunk_by(|one, two| common_time(one, two) == Some(Certainty::Certain)).collect();
    for (place, class) in classes.iter().enumerate() {
        for other in &classes[place + 1..] {
            let Some(Certainty::Possible) = common_time(&class[0], &other[0]) else {
                // What has no date stands in front; the others are in order of their first days.
                break;
            };
            let both: Vec<&Figure<'_>> = class.iter().chain(*other).collect();
            for taken in [Taken::Hard, Taken::Nominal] {
                if let Some([low, high]) = extremes(&both, taken)
                    && common_time(low, high) == Some(Certainty::Possible)
                {
                    return Some(vec![low, high]);
                }
            }
        }
    }
    None
}

fn report(case: &Case<'_>, class: &[&Figure<'_>], Clash { taken, certainty, contradicts }: Clash) -> Finding {
    let Some([low, high]) = extremes(class, taken) else {
        return Finding::new(RULE, LEVEL, "two numbers for one quantity", class[0].value.span, "one of them");
    };
    let numbers = |figure: &Figure<'_>| *taken.numbers(figure);
    let parties: Vec<&Figure<'_>> = class
        .iter()
        .copied()
        .filter(|figure| numbers(figure).surely_above(&numbers(low)) || numbers(high).surely_above(&numbers(figure)))
        .collect();
    let first = parties[0];
    let at = if certainty == Certainty::Possible { String::new() } else { time(case, first) };
    let verb = if certainty == Certainty::Certain { "is" } else { "may be" };
    let unless = if taken == Taken::Nominal { unless_rounded(certainty) } else { "" };
    let message = format!("{}{at} {verb} {}{unless}", subject(case, first), values(case, &parties, [low, high]));
    let finding = Finding::new(RULE, LEVEL, message, first.value.span, told(case, first, certainty))
        .as_sure_as(certainty)
        .contradicting(contradicts)
        .help(help(case, class, &parties, taken));
    with_figures(case, finding, &parties)
}

/// ``412 m in `opening` and 500 m in `repair` ``; of many, from the lowest to the highest.
fn values(case: &Case<'_>, parties: &[&Figure<'_>], [low, high]: [&Figure<'_>; 2]) -> String {
    let mut told: Vec<(String, String)> = Vec::new();
    let mut seen = FxHashSet::default();
    for figure in parties {
        let amount = amount(case, figure);
        if seen.insert(amount.clone()) {
            told.push((amount, case.wording().owner(figure.statement)));
        }
    }
    if told.len() > NAMED {
        let of =
            |figure: &Figure<'_>| format!("{} in {}", amount(case, figure), case.wording().owner(figure.statement));
        return format!("{} different numbers, from {} to {}", told.len(), of(low), of(high));
    }
    listed(&told.into_iter().map(|(amount, owner)| format!("{amount} in {owner}")).collect::<Vec<_>>(), "and")
}

fn help(case: &Case<'_>, class: &[&Figure<'_>], parties: &[&Figure<'_>], taken: Taken) -> String {
    if let Some(help) = misreading(parties) {
        return help;
    }
    let record = ends(class.iter().copied().filter(|figure| figure.voice() == Voice::Record), taken);
    let fits_record = |figure: &&Figure<'_>| {
        record.is_some_and(|ends| ends.iter().all(|end| taken.numbers(end).meets(taken.numbers(figure))))
    };
    let below: Vec<&Figure<'_>> = parties.iter().copied().filter(|figure| figure.voice() < Voice::Record).collect();
    let (fit, unfit): (Vec<&Figure<'_>>, Vec<&Figure<'_>>) = below.iter().partition(|figure| fits_record(figure));
    match fit.first() {
        Some(fit) if !unfit.is_empty() => format!("the record agrees with {}", case.wording().owner(fit.statement)),
        _ => {
            let keeper = "correct what is wrong, or tell them apart by `on` or by `scope`";
            case.advice("correct what is wrong, or say in what they differ", keeper).to_owned()
        }
    }
}
