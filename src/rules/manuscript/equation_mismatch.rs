//! What an equation of numbers comes to is what it says.
//!
//! # Why
//! An equation that is printed with its numbers can be reckoned again by any reader. Where its sides differ, a number
//! was typed wrong or corrected on one side alone, and what the text builds on it is in doubt.
//!
//! Each number is as exact as it is printed: `2/3 = 0.67` is fine, and so is `0.66`, which is cut off.
//!
//! # Example
//! The paper says: "The crew of 1998 was large (12 + 19 = 41)."
//! ```toml fires
//! [dossier]
//! manuscript = "crew.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "crew"
//! at = { phrase = "The crew of 1998" }
//! ```
//!
//! # Instead
//! It says: "The crew of 1998 was large (12 + 19 = 31)."
//! ```toml passes
//! [dossier]
//! manuscript = "right-crew.md"
//! issued = "2005"
//!
//! [[claim]]
//! id = "crew"
//! at = { phrase = "The crew of 1998" }
//! ```
//!
//! A measure with the same in another unit behind it is an equation, too: in "2.4 km (240 m)" it does not hold. There
//! only the unit is judged: the number in the bracket has the same digits, or is off by the seconds of a minute.
//!
//! # When it stays silent
//! A side has letters, or numbers of two units; all that is added are single digits, as codes and figures of speech are
//! ("1 + 1 = 3"); it is an approximation (`≈`), or stands in marks of quotation.

use crate::amount::rounded;
use crate::finding::{Finding, Level, Verdicts};
use crate::passage::conversions::conversions;
use crate::passage::equations::equations;
use crate::rules::Case;
use crate::text::shown;

use super::held::{about_claims_of, claims_of};

pub(crate) const RULE: &str = "equation-mismatch";
pub(crate) const LEVEL: Level = Level::Error;
pub(crate) const COUNTS: [&str; 2] = ["equation of numbers", "equations of numbers"];

pub(crate) fn check(case: &Case<'_>, verdicts: &mut Verdicts) {
    let Some(manuscript) = case.manuscript() else { return };
    let text = &manuscript.text;
    for equation in equations(text).into_iter().chain(conversions(text)) {
        let [left, right] = [&equation.left, &equation.right].map(|side| side.start..side.end);
        let words = &text.blocks[equation.block].words;
        let [from, to] = [&words[left.clone()], &words[right.clone()]].map(shown);
        let sentence = text.sentence_at(equation.block, left.start);
        if equation.holds {
            let claims = || sentence.map(|number| claims_of(case, manuscript, number)).into_iter().flatten();
            verdicts.fine(claims, || format!("{from} is {to}"));
            continue;
        }
        let is_equation = words[left.end..right.start].contains('=');
        let unit = match to.trim_start_matches(|c: char| !c.is_alphabetic()) {
            _ if to.ends_with('%') => "%".to_owned(),
            unit if !is_equation => format!(" {unit}"),
            _ => String::new(),
        };
        let comes_to = format!("{}{unit}", rounded(equation.comes_to));
        let place = if is_equation { "equation" } else { "bracket" };
        let message = format!("{from} comes to {comes_to}, and the {place} has {to}");
        let finding =
            Finding::new(RULE, LEVEL, message, text.place(equation.block, right), "this is not what it comes to")
                .against(text.place(equation.block, left), format!("this comes to {comes_to}"))
                .help("reckon it again: a number of either side may be wrong")
                .value(from)
                .value(to);
        verdicts.find(match sentence {
            Some(number) => about_claims_of(case, manuscript, number, finding),
            None => finding,
        });
    }
}
