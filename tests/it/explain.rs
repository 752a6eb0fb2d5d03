//! Why something is fine, and why it is found.

use std::collections::BTreeSet;
use std::fs;

use gainsay::Reasoned;
use gainsay::load::record_around;
use gainsay::model::Home;
use gainsay::rules::Wanted;
use gainsay::text::Texts;

use crate::rules::{every_fixture, fixtures};

/// A fixture that is ready to be judged.
fn reasoned(name: &str, text: &str) -> (Texts, Reasoned) {
    let mut texts = Texts::default();
    let file = texts.add(name, text.to_owned()).expect("a fixture is small");
    let reasoned = Reasoned::new(&mut texts, &[(file, Home::Own)], &crate::rules::fetch, None);
    (texts, reasoned)
}

#[test]
fn every_rule_says_of_some_record_why_it_is_fine_whenever_it_counts_one() {
    let (mut silent, mut wrong) = (BTreeSet::new(), Vec::new());
    for fixture in every_fixture() {
        let path = fixture.path();
        let (texts, reasoned) = reasoned(&path, &fixture.text);
        let possible = Wanted { possible: true, ..Wanted::default() };
        let plain = reasoned.judge(&texts, &possible);
        let mut said = vec![0; plain.tallies.len()];
        for record in reasoned.dossier.records() {
            let watch = record_around(&texts, reasoned.dossier.id_span(record));
            let report = reasoned.judge(&texts, &Wanted { watch: Some(watch), ..possible.clone() });
            assert_eq!(report.findings, plain.findings, "{path}: watching changes nothing");
            for (tally, said) in report.tallies.iter().zip(&mut said) {
                *said += tally.fine.len();
                let bad = |because: &str| because.is_empty() || because.ends_with('.');
                wrong.extend(tally.fine.iter().filter(|fine| bad(&fine.because)).map(|fine| fine.because.clone()));
            }
        }
        // What a rule counts in the manuscript belongs to no record, unless a claim holds it.
        let of_records = |rule: &str| !gainsay::rules::named(rule).is_some_and(gainsay::rules::Rule::needs_manuscript);
        let counted = plain.tallies.iter().zip(said).filter(|(tally, _)| of_records(tally.rule));
        let counted = counted.filter(|(tally, said)| *said < tally.compatible.min(1));
        silent.extend(counted.map(|(tally, _)| format!("{} in {path}", tally.rule)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn why_something_is_fine_is_told_with_its_names_and_dates() {
    let mut lines = Vec::new();
    for name in [
        "asymmetry-broken/good-other-relation",
        "contradiction/good",
        "contradiction/good-chain-at-another-time",
        "contradiction/good-open-stretches",
        "contradiction/good-speakers",
        "event-after-paper/good-about",
        "event-after-paper/good-next-day",
        "order-conflict/good-same-day",
        "order-conflict/good-year-and-day",
        "outside-lifetime/good-last-day",
        "source-predates-event/good-next-day",
        "source-predates-event/good-same-year",
    ] {
        let text = fs::read_to_string(fixtures().join(name).with_extension("toml")).expect("a fixture can be read");
        let (texts, reasoned) = reasoned(name, &text);
        for record in reasoned.dossier.records() {
            let watch = record_around(&texts, reasoned.dossier.id_span(record));
            let report = reasoned.judge(&texts, &Wanted { watch: Some(watch), ..Wanted::default() });
            let own = report.tallies.iter().filter(|tally| name.starts_with(tally.rule)).flat_map(|tally| &tally.fine);
            let id = reasoned.dossier.id(&texts, record);
            lines.extend(own.map(|fine| format!("{name}: `{id}`: {}", fine.because)));
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("fine", lines.join("\n")));
}
