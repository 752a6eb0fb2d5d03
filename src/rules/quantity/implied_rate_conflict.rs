//! A text converts money at one rate.
//!
//! # Why
//! Sums in two currencies are taken over from sources of different years, each converted at the rate of its day. Side
//! by side they say that a dollar is worth two different sums, and one of the conversions misleads.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "ticket"
//! unit = "IDR"
//!
//! [[quantity]]
//! id = "hotel"
//! unit = "IDR"
//!
//! [[claim]]
//! id = "travel"
//! cites = ["gazette"]
//! says = { quantity = "ticket", value = "12.3e6 IDR", equals = "750 USD" }
//!
//! [[claim]]
//! id = "stay"
//! cites = ["gazette"]
//! says = { quantity = "hotel", value = "938790 IDR", equals = "60 USD" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "ticket"
//! unit = "IDR"
//!
//! [[quantity]]
//! id = "hotel"
//! unit = "IDR"
//!
//! [[claim]]
//! id = "travel"
//! cites = ["gazette"]
//! says = { quantity = "ticket", value = "12.3e6 IDR", equals = "750 USD" }
//!
//! [[claim]]
//! id = "stay"
//! cites = ["gazette"]
//! says = { quantity = "hotel", value = "984000 IDR", equals = "60 USD" }
//! ```
//!
//! # When it stays silent
//! The rates meet within the rounding of the sums as they are written, or the conversions are dated (`on`) and their
//! dates lie apart: rates move. Conversions of different speakers are not compared. Since the days of two conversions
//! are rarely told, a finding is never certain unless both are of one day.

use num_traits::{CheckedDiv, CheckedMul, One, Signed};

use crate::amount::{Dimension, Exact, Interval, Reading, rounded};
use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{EntityId, Statement};
use crate::rules::Case;

use super::figures::{Figure, Figures, about_figures, amount, common_time, contradicts, id_span, owner};

pub(crate) const RULE: &str = "implied-rate-conflict";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] = ["conversion of money", "conversions of money"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let converts = |statement: &Statement| statement.counted().is_some_and(|counted| counted.equals.is_some());
    if !case.dossier.statements.iter().any(converts) {
        return;
    }
    let figures = Figures::new(case);
    let mut rates: Vec<Rate<'_, '_>> = Vec::new();
    for pair in &figures.converted {
        match Rate::new(pair) {
            Some(rate) => rates.push(rate),
            None => verdicts.not_checkable("a sum is a bound, a range or nothing", id_span(case, &pair[0])),
        }
    }
    rates.sort_by_cached_key(|rate| {
        let [one, other] = rate.sums;
        (rate.currencies, rate.speaker, case.id(owner(case, one)), one.amount.to_string(), other.amount.to_string())
    });
    for same in rates.chunk_by(|one, two| (one.currencies, one.speaker) == (two.currencies, two.speaker)) {
        match furthest_apart(same) {
            Some(apart) => verdicts.find(report(case, same, apart)),
            None if same.len() > 1 => verdicts.fine(
                || same.iter().map(|rate| rate.sums[0].value.span),
                || format!("{} conversions allow one rate", same.len()),
            ),
            None => verdicts.not_checkable("only one conversion", id_span(case, same[0].sums[0])),
        }
    }
}

/// What one unit of a currency is worth in another, by one conversion.
struct Rate<'f, 'c> {
    /// In the order of their codes.
    currencies: [[u8; 3]; 2],
    speaker: Option<EntityId>,
    /// The sums in the first currency and in the second.
    sums: [&'f Figure<'c>; 2],
    /// The first sum divided by the second: at face value, at most, and as written.
    face: Exact,
    hard: Interval,
    nominal: Interval,
}

impl<'f, 'c> Rate<'f, 'c> {
    fn new(pair: &'f [Figure<'c>; 2]) -> Option<Self> {
        let [first, second] = pair;
        let (Dimension::Money(one), Dimension::Money(two)) = (first.dimension(), second.dimension()) else {
            return None;
        };
        let (currencies, sums) =
            if one < two { ([*one, *two], [first, second]) } else { ([*two, *one], [second, first]) };
        let rate = |reading| sums[0].interval(reading).over(sums[1].interval(reading));
        let (hard, nominal) = (rate(Reading::Hard)?, rate(Reading::Nominal)?);
        let face = sums[0].amount.face()?.checked_div(&sums[1].amount.face()?).filter(Exact::is_positive)?;
        Some(Self { currencies, speaker: first.speaker(), sums, face, hard, nominal })
    }
}

/// The two rates of times that may be one that lie furthest apart, if they cannot be the same.
fn furthest_apart<'r, 'f, 'c>(rates: &'r [Rate<'f, 'c>]) -> Option<[&'r Rate<'f, 'c>; 2]> {
    let mut by_height: Vec<&Rate<'_, '_>> = rates.iter().collect();
    by_height.sort_by(|one, two| one.nominal.high().cmp(&two.nominal.high()).then_with(|| one.face.cmp(&two.face)));
    let lowest = by_height.first()?;
    if !rates.iter().any(|rate| rate.nominal.surely_above(&lowest.nominal)) {
        return None;
    }
    // From the lowest with the highest inwards: the first pair of one time is the furthest apart, or nearly.
    by_height.iter().find_map(|low| {
        let apart = |high: &&&Rate<'f, 'c>| {
            high.nominal.surely_above(&low.nominal) && common_time(low.sums[0], high.sums[0]).is_some()
        };
        by_height.iter().rev().find(apart).map(|high| [*low, *high])
    })
}

fn report(case: &Case<'_>, same: &[Rate<'_, '_>], [low, high]: [&Rate<'_, '_>; 2]) -> Finding {
    let who = |rate: &Rate<'_, '_>| case.wording().owner(rate.sums[0].statement);
    let message = message(low, high, [who(low), who(high)]);
    let one_day = low.sums[0].on.zip(high.sums[0].on).is_some_and(|(low, high)| {
        let days = [low, high].map(|date| case.dossier[date.when].hard().single_day());
        days[0].is_some() && days[0] == days[1]
    });
    let sure = one_day && high.hard.surely_above(&low.hard);
    let label = |rate: &Rate<'_, '_>| {
        let [one, other] = rate.sums;
        format!("{} converts {} into {}", who(rate), amount(case, one), amount(case, other))
    };
    let mut finding = Finding::new(RULE, LEVEL, message, low.sums[0].value.span, label(low))
        .contradicting(contradicts([low.sums[0], high.sums[0]].into_iter()))
        .help("say of what day each rate is (`on`), or convert all sums at one rate");
    // Whether the sums were rounded further matters less here than that a reader sees two rates.
    finding.certainty = if sure { Certainty::Certain } else { Certainty::Nominal };
    let beyond = |rate: &&Rate<'_, '_>| !rate.nominal.meets(&low.nominal);
    let others: Vec<&Rate<'_, '_>> = same.iter().filter(beyond).collect();
    for rate in &others {
        finding = finding.against(rate.sums[0].value.span, label(rate));
    }
    let figures: Vec<&Figure<'_>> = low.sums.into_iter().chain(others.iter().flat_map(|rate| rate.sums)).collect();
    about_figures(case, finding, &figures)
}

/// ``1 USD is worth 15,646.5 IDR in `a` and 16,400 IDR in `b`: 4.8 % apart``, in the currency of which it takes more.
fn message(low: &Rate<'_, '_>, high: &Rate<'_, '_>, [in_low, in_high]: [String; 2]) -> String {
    let [mut counted, mut unit] = low.currencies.map(|code| String::from_utf8_lossy(&code).into_owned());
    let mut faces = [low.face, high.face];
    if faces[0] < Exact::one() {
        std::mem::swap(&mut counted, &mut unit);
        faces = faces.map(|face| face.recip());
    }
    let (less, more) = (faces[0].min(faces[1]), faces[0].max(faces[1]));
    let apart = more.checked_div(&less).and_then(|ratio| (ratio - Exact::one()).checked_mul(&Exact::from(1000)));
    let apart =
        apart.map_or_else(String::new, |mille| format!(": {} % apart", rounded(mille.round() / Exact::from(10))));
    let [one, other] = faces.map(rounded);
    format!("1 {unit} is worth {one} {counted} in {in_low} and {other} {counted} in {in_high}{apart}")
}
