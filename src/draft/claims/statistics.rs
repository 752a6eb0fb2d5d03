//! The numbers of research in a sentence as what a claim says.

use rustc_hash::FxHashSet;
use toml_writer::ToTomlValue;

use super::Passage;
use crate::passage::Worth;
use crate::passage::statistics::{correction, tails};
use crate::statistics::{Correction, Measure, Printed, Tails};

/// What a manuscript says of its tests anywhere: that some are of one side, that some p-values were corrected.
pub(super) struct Customs {
    tails: Tails,
    correction: Correction,
    /// The paragraphs that speak of corrections.
    corrected: FxHashSet<usize>,
}

impl Customs {
    /// Those of a manuscript with these sentences.
    pub(super) fn of(passages: &[Passage<'_>]) -> Self {
        let mut customs = Self { tails: Tails::Two, correction: Correction::None, corrected: FxHashSet::default() };
        if passages.iter().filter_map(|passage| passage.worth.as_ref()).all(Worth::has_no_statistics) {
            return customs;
        }
        for passage in passages {
            if tails(passage.text()) == Tails::Either {
                customs.tails = Tails::Either;
            }
            if correction(passage.text()) == Correction::Applied {
                customs.correction = Correction::Possible;
                customs.corrected.insert(passage.block);
            }
        }
        customs
    }
}

impl Customs {
    /// The numbers of research of a sentence, as TOML. What it leaves open of its p-values is as its paragraph and the
    /// manuscript have it.
    pub(super) fn statistics(&self, worth: &Worth, block: usize) -> Vec<String> {
        let p_value = |p: Option<&Printed>, tails: Tails, correction: Correction| {
            let Some(p) = p else { return String::new() };
            let tails = if tails == Tails::Two { self.tails } else { tails };
            let correction = match correction {
                Correction::None if self.corrected.contains(&block) => Correction::Applied,
                Correction::None => self.correction,
                told => told,
            };
            let corrected = choice("correction", &Correction::NAMED, correction);
            format!(", p = {}{}{corrected}", quoted(p), choice("tails", &Tails::NAMED, tails))
        };
        let tests = worth.tests.iter().map(|found| {
            let p = p_value(Some(&found.p.0), found.tails, found.correction);
            format!("{{ test = {}{p} }}", quoted(&found.test.0))
        });
        let estimates = worth.estimates.iter().map(|found| {
            let [value, low, high] = [&found.value.0, &found.ends[0].0, &found.ends[1].0].map(quoted);
            let level = if found.level == 95 { String::new() } else { format!(", level = {}", found.level) };
            let measure = found.measure.and_then(|measure| word(&Measure::NAMED, measure));
            let measure = measure.map_or_else(String::new, |word| format!(", measure = \"{word}\""));
            let p = p_value(found.p.as_ref().map(|(p, _)| p), found.tails, found.correction);
            format!("{{ estimate = {value}, low = {low}, high = {high}{level}{measure}{p} }}")
        });
        tests.chain(estimates).collect()
    }
}

fn quoted(value: &impl ToString) -> String {
    value.to_string().to_toml_value()
}

/// A key with the word for its value; nothing where that is understood.
fn choice<T: Copy + Default + PartialEq>(key: &str, named: &[(&'static str, T)], value: T) -> String {
    let word = word(named, value).filter(|_| value != T::default());
    word.map_or_else(String::new, |word| format!(", {key} = \"{word}\""))
}

fn word<T: Copy + PartialEq>(named: &[(&'static str, T)], value: T) -> Option<&'static str> {
    named.iter().find(|(_, other)| *other == value).map(|(word, _)| *word)
}
