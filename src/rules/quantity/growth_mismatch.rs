//! Growth is what lies between two values.
//!
//! # Why
//! "Trade doubled", with the figures of both years a page later, is checked by nobody. The usual slips are percent for
//! percentage points, and growth reckoned from the later year.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "trade"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "trade-growth"
//! unit = "%"
//! growth-of = "trade"
//!
//! [[claim]]
//! id = "trade-of-two-years"
//! cites = ["gazette"]
//! says = [
//!   { quantity = "trade", value = "2.0e6 USD", on = "2022" },
//!   { quantity = "trade", value = "3.0e6 USD", on = "2023" },
//! ]
//!
//! [[claim]]
//! id = "trade-grows"
//! cites = ["gazette"]
//! says = { quantity = "trade-growth", value = "33%", on = "2023" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "trade"
//! unit = "USD"
//!
//! [[quantity]]
//! id = "trade-growth"
//! unit = "%"
//! growth-of = "trade"
//!
//! [[claim]]
//! id = "trade-of-two-years"
//! cites = ["gazette"]
//! says = [
//!   { quantity = "trade", value = "2.0e6 USD", on = "2022" },
//!   { quantity = "trade", value = "3.0e6 USD", on = "2023" },
//! ]
//!
//! [[claim]]
//! id = "trade-grows"
//! cites = ["gazette"]
//! says = { quantity = "trade-growth", value = "50%", on = "2023" }
//! ```
//!
//! # When it stays silent
//! Growth is of the date of the later value (`on`); the earlier value is the last one that is dated before it, by the
//! same speaker and in the same scope, or that of another quantity (`growth-from`). Where either is not told, or the
//! earlier value may be nothing or less, growth cannot be reckoned. It is certain only from one year to the next:
//! growth over some months may be against the year before. Growth in percentage points is the difference of two
//! percentages. Growth of a percentage in percent may be meant so, too: it is judged only from another quantity
//! (`growth-from`), it fits as either, growth the other way is of something else, and it is never certain.

use num_traits::Signed;

use crate::amount::{Dimension, Exact, Interval};
use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::QuantityId;
use crate::rules::Case;

use super::figures::{
    Figure, Figures, Outcome, against, amount, date_certainty, fit, id_span, is_before, misreading, subject, time,
    told, unless_rounded, with_figures,
};

pub(crate) const RULE: &str = "growth-mismatch";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] =
    ["growth against the values that it lies between", "growth against the values that it lies between"];

/// So many days has a year at least: over less, growth may be against the year before.
const YEAR: i64 = 365;

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    if case.dossier.quantities.iter().all(|quantity| quantity.growth_of.is_none()) {
        return;
    }
    let figures = Figures::new(case);
    for (number, quantity) in case.dossier.quantities.iter().enumerate() {
        let Some(of) = quantity.growth_of.and_then(|name| name.target) else { continue };
        // What grows from a quantity that nothing defines cannot be reckoned from another.
        let from = match quantity.growth_from {
            Some(name) if name.target.is_none() => continue,
            from => from.and_then(|name| name.target),
        };
        for growth in figures.classes_of(QuantityId::new(number)) {
            let Some((earlier, sides)) = with_both_values(case, &figures, of, from, growth) else {
                verdicts.not_checkable("not both values are told", id_span(case, &growth[0]));
                continue;
            };
            let in_points = *growth[0].dimension() == Dimension::Points;
            let of_shares = !in_points && *sides[1][0].dimension() == Dimension::Percent;
            let clashes = |numbers: &[Interval]| {
                if of_shares { is_no_growth_of_shares(numbers) } else { is_no_growth(numbers, in_points) }
            };
            match against(&sides, clashes) {
                Outcome::Clash(certainty, contradicts, sides) => {
                    let certainty = if of_shares { certainty.min(Certainty::Nominal) } else { certainty };
                    let unless = unless_rounded(certainty);
                    let lapse = from.map_or_else(|| lapse_certainty(case, &sides), |_| Certainty::Certain);
                    let certainty = certainty.min(earlier).min(lapse).min(date_certainty(case, &growth[0]));
                    let finding = report(case, &sides, certainty, unless).contradicting(contradicts);
                    verdicts.find(with_figures(case, finding, &sides.concat()));
                }
                Outcome::Fine => fit(case, verdicts, &sides),
                Outcome::Unknown(because) => verdicts.not_checkable(because, id_span(case, &growth[0])),
            }
        }
    }
}

/// The figures of growth, of the value at its time and of the last value before; and how surely that is the one.
fn with_both_values<'f, 'c>(
    case: &Case<'c>,
    figures: &'f Figures<'c>,
    of: QuantityId,
    from: Option<QuantityId>,
    growth: &'f [Figure<'c>],
) -> Option<(Certainty, [&'f [Figure<'c>]; 3])> {
    let fits = |dimension: &Dimension| match growth[0].dimension() {
        Dimension::Points => *dimension == Dimension::Percent,
        Dimension::Percent => from.is_some() || *dimension != Dimension::Percent,
        _ => false,
    };
    if from.is_none() {
        growth[0].on?;
    }
    let dimensions = figures.classes_of(of).map(|class| class[0].dimension()).filter(|dimension| fits(dimension));
    dimensions.into_iter().find_map(|dimension| {
        let (Certainty::Certain, later) = figures.beside(&growth[0], of, dimension)? else { return None };
        if let Some(from) = from {
            return figures.beside(&growth[0], from, dimension).map(|(sure, earlier)| (sure, [growth, later, earlier]));
        }
        let earlier = figures
            .classes_of(of)
            .filter(|class| class[0].is_of_one_kind(&later[0]) && is_before(case, &class[0], &later[0]));
        let earlier = earlier.reduce(|best, next| if is_before(case, &next[0], &best[0]) { best } else { next })?;
        Some((Certainty::Certain, [growth, later, earlier]))
    })
}

/// Whether no two of the values lie so far apart; `None` where the earlier one may be nothing or less.
fn is_no_growth(numbers: &[Interval], in_points: bool) -> Option<bool> {
    let [growth, later, earlier] = numbers else { return None };
    let reckoned = if in_points {
        later.minus(earlier)?
    } else {
        later.over(earlier)?.converted(Exact::from(-1), Exact::from(100))?
    };
    Some(!reckoned.meets(growth))
}

/// The same of percentages that grow by so many percent, or points. Growth that goes the other way is of something
/// else: "from 80% to 90%, 50% fewer errors".
fn is_no_growth_of_shares(numbers: &[Interval]) -> Option<bool> {
    let [growth, later, earlier] = numbers else { return None };
    let rises = |change: &Interval| change.low().map(|low| low.is_positive());
    let is_of_them = rises(growth) == rises(&later.minus(earlier)?);
    Some(is_of_them && is_no_growth(numbers, true)? && is_no_growth(numbers, false)?)
}

/// How surely growth is from the one value to the other: where the later one is of a year, and the earlier one of the
/// year before, nothing lies between them; where either is of less than a year, the growth may be against another time.
fn lapse_certainty(case: &Case<'_>, sides: &[Vec<&Figure<'_>>]) -> Certainty {
    let days = |figure: &Figure<'_>| {
        let stretch = case.dossier[figure.on?.when].hard();
        Some((stretch.earliest().day()?.number(), stretch.latest().day()?.number()))
    };
    let (Some((first, last)), Some((base_first, base_last))) = (days(sides[1][0]), days(sides[2][0])) else {
        return Certainty::Possible;
    };
    let of_years = last - first + 1 >= YEAR && base_last - base_first + 1 >= YEAR;
    match (of_years, base_last + 1 == first) {
        (true, true) => Certainty::Certain,
        (true, false) => Certainty::Possible,
        (false, _) => Certainty::Nominal,
    }
}

fn report(case: &Case<'_>, sides: &[Vec<&Figure<'_>>], certainty: Certainty, unless: &str) -> Finding {
    let [growth, later, earlier] = [0, 1, 2].map(|side| sides[side][0]);
    let message = format!(
        "{} is {}{}, but {} goes from {}{} to {}{unless}",
        subject(case, growth),
        amount(case, growth),
        time(case, growth),
        subject(case, later),
        amount(case, earlier),
        time(case, earlier),
        amount(case, later)
    );
    let help = "correct the growth or one of the values, and mind percent (`%`) and percentage points (`pp`)";
    Finding::new(RULE, LEVEL, message, growth.value.span, told(case, growth, certainty))
        .as_sure_as(certainty)
        .help(misreading(&sides.concat()).unwrap_or_else(|| help.to_owned()))
}
