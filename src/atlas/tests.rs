//! The record is whole, each of its records is cited, and its index is complete.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::*;
use crate::model::{Dossier, Key, Record};
use crate::rules::Wanted;

/// All of it, as a dossier that refers to each record.
fn all() -> (Texts, Vec<Input>) {
    let mut texts = Texts::default();
    let everything = FILES.iter().map(|(path, text)| (texts.add_own(path, *text), Home::Extended));
    let files = everything.collect();
    (texts, files)
}

fn checked() -> (Texts, crate::Checked) {
    let (mut texts, files) = all();
    let checked = crate::check(&mut texts, &files, &crate::archive::nothing, None, &Wanted::default());
    (texts, checked)
}

#[test]
fn nothing_is_found_in_it() {
    let (_, checked) = checked();
    let found: Vec<&str> = checked.report.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(found, [""; 0]);
    assert_eq!(checked.reasoned.dossier.faults.len(), 0);
}

#[test]
fn each_record_is_cited_from_a_list() {
    let (texts, checked) = checked();
    let dossier = &checked.reasoned.dossier;
    for record in dossier.records() {
        let head = dossier.head(record);
        if head.home == Home::Vocabulary || matches!(record, Record::Source(_)) {
            continue;
        }
        let id = dossier.id(&texts, record);
        assert!(id.starts_with(NAMESPACE), "{id}");
        let citations = dossier.citations(head.cites);
        assert!(citations.iter().any(|citation| !dossier.sources_meant(citation).is_empty()), "{id} cites nothing");
    }
}

#[test]
fn its_rolls_are_complete_up_to_one_day() {
    let (texts, checked) = checked();
    for roll in &checked.reasoned.dossier.rolls {
        let until = roll.complete_until.expect("a roll of the record says up to when it is complete");
        assert_eq!(texts.slice(until.span).trim_matches('"'), COMPLETE_UNTIL);
    }
}

#[test]
fn every_name_stands_in_the_index() {
    let (texts, checked) = checked();
    let index = index(&texts, &checked.reasoned.dossier);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/atlas/names.tsv");
    if std::env::var_os("ATLAS_INDEX").is_some_and(|how| how == "write") {
        std::fs::write(path, &index).expect("the index can be written");
    }
    let kept = std::fs::read_to_string(path).expect("the index is there");
    assert!(kept == index, "the index is not that of the records: write it with ATLAS_INDEX=write");
}

/// The index of a record: each name once, spelt with a small letter where one of those that fold alike is; short ones
/// as they are all spelt.
fn index(texts: &Texts, dossier: &Dossier) -> String {
    let mut lines: BTreeMap<(String, &str, &str), BTreeSet<&str>> = BTreeMap::new();
    for (id, name, what) in told(texts, dossier) {
        let spelt = lines.entry((names::words(name).join(" "), id, what)).or_default();
        if letters(name) > SHORT && spelt.iter().any(|other| other.starts_with(char::is_lowercase)) {
            continue;
        }
        if letters(name) > SHORT {
            spelt.clear();
        }
        spelt.insert(name);
    }
    let mut index = String::new();
    for ((folded, id, what), spelt) in &lines {
        for name in spelt {
            let _ = writeln!(index, "{folded}\t{what}\t{id}\t{name}");
        }
    }
    index
}

/// Each thing with its names and what it is.
fn told<'t>(texts: &'t Texts, dossier: &'t Dossier) -> Vec<(&'t str, &'t str, &'static str)> {
    let mut told = Vec::new();
    for entity in &dossier.entities {
        let is_state = entity.kind.is_some_and(|kind| texts.read(kind) == "state");
        let what = if is_state { "state" } else { "body" };
        told.extend(entity.name.iter().chain(&entity.aka).map(|name| (texts.read(entity.id), texts.read(*name), what)));
    }
    for event in &dossier.events {
        let clauses = dossier.says(event.says).iter().flat_map(|statement| dossier.clauses(statement));
        let is_once = clauses.into_iter().any(|clause| clause.key == Key::On);
        let what = if is_once { "event" } else { "era" };
        told.extend(event.name.iter().chain(&event.aka).map(|name| (texts.read(event.id), texts.read(*name), what)));
    }
    told
}

#[test]
fn the_longest_name_is_read_as_it_is_spelt() {
    let read = |text: &str| named(text).map(|(length, named)| (text[..length].to_owned(), named.id));
    for (text, name, id) in [
        ("North Atlantic Treaty Organization (NATO)", "North Atlantic Treaty Organization", "atlas:nato"),
        ("Finland's border", "Finland", "atlas:finland"),
        ("Korea Utara dan", "Korea Utara", "atlas:north-korea"),
        ("U.S. forces", "U.S.", "atlas:united-states"),
        ("Perang Dunia II tahun 1945", "Perang Dunia II", "atlas:world-war-2"),
        ("Perang dunia ke-2.", "Perang dunia ke-2", "atlas:world-war-2"),
        ("Keruntuhan Uni Soviet pada", "Keruntuhan Uni Soviet", "atlas:soviet-collapse"),
        ("Turkiye", "Turkiye", "atlas:turkey"),
        ("l'OTAN", "", ""),
    ] {
        let expected = (!name.is_empty()).then(|| (name.to_owned(), id));
        assert_eq!(read(text), expected, "{text}");
    }
    for text in ["us all", "a great war", "great war", "Korea", "Eu, tu", "as", "finland"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn only_what_is_referred_to_is_taken_in() {
    let taken = |record: &str, extent| {
        let mut texts = Texts::default();
        let file = texts.add("claims.toml", record.to_owned()).expect("it is short");
        let mut files = vec![(file, Home::Own)];
        take_in(&mut texts, &mut files, extent);
        let dossier = load::read(&mut texts, &files[1..]);
        (files.len() - 1, dossier.entities.len(), dossier.rolls.len(), dossier.dates.len())
    };
    assert_eq!(taken("says = { subject = \"finland\" }", Extent::Whole), (0, 0, 0, 0));
    assert_eq!(taken("says = { subject = \"atlas:finland\" }", Extent::Whole), (2, 1, 0, 0));
    let (_, entities, rolls, _) = taken("says = { object = \"atlas:nato\" }", Extent::Whole);
    assert_eq!((entities, rolls), (35, 1), "the body, its 32 members, and the two states that some of them continue");
    assert_eq!(taken("says = { object = \"atlas:nato\" }", Extent::Names), (1, 1, 0, 0));
}
