//! A value is of a unit that its quantity can have.
//!
//! # Why
//! "Rose by 2 %" and "rose by 2 percentage points" are different claims, and so are dollars and euros. A value in
//! another unit than its quantity's is compared with nothing, so that what is wrong with it would not be seen.
//!
//! # Example
//! ```toml fires
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "rise-of-turnout"
//! unit = "pp"
//!
//! [[claim]]
//! id = "turnout"
//! cites = ["gazette"]
//! says = { quantity = "rise-of-turnout", value = "2.1%" }
//! ```
//!
//! # Instead
//! ```toml passes
//! [[source]]
//! id = "gazette"
//!
//! [[quantity]]
//! id = "rise-of-turnout"
//! unit = "pp"
//!
//! [[claim]]
//! id = "turnout"
//! cites = ["gazette"]
//! says = { quantity = "rise-of-turnout", value = "2.1 pp" }
//! ```
//!
//! # When it stays silent
//! The value has no unit: it is taken to be of the quantity's. The quantity has none. The units measure the same (`km`
//! and `miles`), or the text itself converts (`equals`) into the unit of the quantity. A share may be given in percent
//! and in the unit of its whole. Two words for what is counted may mean the same, so that they are a note.

use crate::amount::{Dimension, Unit};
use crate::finding::{Certainty, Finding, Level, Verdicts};
use crate::model::{Counted, Quantity, Ref, Statement, Value};
use crate::rules::Case;
use crate::text::shown;

use super::figures::unit;

pub(crate) const RULE: &str = "unit-mismatch";
pub(crate) const LEVEL: Level = Level::Warning;
pub(crate) const COUNTS: [&str; 2] =
    ["value against the unit of its quantity", "values against the units of their quantities"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let units: Vec<Unit> = case.dossier.quantities.iter().map(|quantity| unit(case, quantity)).collect();
    for statement in &case.dossier.statements {
        let Some(&Counted { quantity: Ref { target: Some(id), .. }, value: Some(value), equals, .. }) =
            statement.counted()
        else {
            continue;
        };
        let (quantity, wanted) = (&case.dossier[id], &units[id.index()]);
        let fits = |value: Value| may_have(case, quantity, wanted, case.dossier[value.amount].unit());
        if fits(value) || equals.is_some_and(fits) {
            verdicts.fine(
                || [value.span],
                || {
                    format!(
                        "{} is in a unit that `{}` can have",
                        case.dossier[value.amount].spoken(),
                        shown(case.read(quantity.id))
                    )
                },
            );
        } else {
            verdicts.find(report(case, statement, quantity, value));
        }
    }
}

/// Whether a value of the quantity may have the unit.
fn may_have(case: &Case<'_>, quantity: &Quantity, wanted: &Unit, unit: &Unit) -> bool {
    let whole = quantity.share_of.or(quantity.part_of).and_then(|name| name.target);
    let of_whole = whole.map(|whole| super::figures::unit(case, &case.dossier[whole]));
    let as_share = unit.dimension == Dimension::Percent && whole.is_some();
    let as_part = of_whole.is_some_and(|of_whole| of_whole.is_none() || of_whole.dimension == unit.dimension);
    unit.is_none() || wanted.is_none() || unit.dimension == wanted.dimension || as_share || as_part
}

fn report(case: &Case<'_>, statement: &Statement, quantity: &Quantity, value: Value) -> Finding {
    let amount = &case.dossier[value.amount];
    let unit = quantity.unit.map_or("", |unit| case.read(unit));
    let name = statement.counted().map_or_else(String::new, |counted| case.wording().named(&counted.quantity));
    let message = format!(
        "{name} is counted in “{}”, and {} gives it as {}",
        shown(unit),
        case.wording().owner(statement),
        amount.spoken()
    );
    let money = |unit: &Unit| matches!(unit.dimension, Dimension::Money(_));
    let counted = |unit: &Unit| matches!(unit.dimension, Dimension::Counted(_));
    let both = |is: &dyn Fn(&Unit) -> bool| is(amount.unit()) && is(&Unit::named(unit));
    let help = if both(&money) {
        format!("add what the text itself converts it into: `equals = \"… {}\"`", shown(unit))
    } else {
        "correct the unit, or give the value a quantity of its own".to_owned()
    };
    let mut finding = Finding::new(RULE, LEVEL, message, value.span, format!("in “{}”", shown(amount.unit().name())))
        .as_sure_as(if both(&counted) { Certainty::Nominal } else { Certainty::Certain })
        .help(help)
        .value(case.read(quantity.id))
        .value(amount.to_string());
    if let Some(word) = quantity.unit {
        finding = finding.against(word.span, format!("the unit of {name}"));
    }
    finding.subjects.push(case.dossier.subject(case.texts, case.dossier.owner_record(statement.owner)));
    finding
}
