//! Whose statements collide, who decides, and how far an error reaches.

use std::fmt::Write;

use gainsay::finding::{Contradicts, Finding};

use crate::rules::check;

const OPENING: &str = "[[source]]\nid = \"gazette\"\nissued = \"2025\"\n[[event]]\nid = \"opening\"\n";

fn findings(records: &str) -> Vec<Finding> {
    let (_, checked) = check("claims.toml", &format!("{OPENING}{records}"));
    assert!(checked.reasoned.dossier.faults.is_empty(), "{:?}", checked.reasoned.dossier.faults);
    checked.report.findings.into_iter().filter(|finding| finding.rule != "uncited-claim").collect()
}

fn claim(id: &str, on: &str) -> String {
    format!("[[claim]]\nid = \"{id}\"\ncites = [\"gazette\"]\nsays = {{ event = \"opening\", on = \"{on}\" }}\n")
}

fn evidence(id: &str, on: &str) -> String {
    format!("[[evidence]]\nid = \"{id}\"\nsource = \"gazette\"\nsays = {{ event = \"opening\", on = \"{on}\" }}\n")
}

fn fact(id: &str, on: &str) -> String {
    format!("[[fact]]\nid = \"{id}\"\nsays = {{ event = \"opening\", on = \"{on}\" }}\n")
}

fn only(records: &str) -> Finding {
    let mut findings = findings(records);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    findings.remove(0)
}

fn names(finding: &Finding) -> Vec<&str> {
    finding.subjects.iter().map(|subject| subject.id.as_str()).collect()
}

#[test]
fn each_voice_that_a_claim_contradicts_has_its_word() {
    let one = claim("told", "1996");
    assert_eq!(only(&(one.clone() + &claim("told-again", "1998"))).contradicts, Some(Contradicts::Itself));
    assert_eq!(only(&(one.clone() + &evidence("read", "1998"))).contradicts, Some(Contradicts::Source));
    assert_eq!(only(&(one + &fact("known", "1998"))).contradicts, Some(Contradicts::Record));
    let sources = evidence("read", "1996") + &evidence("read-again", "1998");
    assert_eq!(only(&sources).contradicts, Some(Contradicts::Sources));
    let facts = fact("known", "1996") + &fact("known-again", "1998");
    assert_eq!(only(&facts).contradicts, Some(Contradicts::RecordItself));
    assert_eq!(only(&(evidence("read", "1996") + &fact("known", "1998"))).contradicts, Some(Contradicts::Record));
}

#[test]
fn the_record_decides_between_two_claims() {
    let finding = only(&(claim("told", "1996") + &claim("told-again", "1998") + &fact("known", "1998-05-03")));
    assert_eq!(names(&finding), ["told", "told-again"]);
    assert_eq!(finding.help.as_deref(), Some("look at `told` first: the record agrees with `told-again`"));
    let finding = only(&(claim("told", "1996") + &claim("told-again", "1998") + &fact("known", "1996-05-03")));
    assert_eq!(names(&finding), ["told-again", "told"]);
    assert_eq!(finding.help.as_deref(), Some("look at `told-again` first: the record agrees with `told`"));
}

#[test]
fn the_record_decides_between_a_claim_and_its_source() {
    let finding = only(&(claim("told", "1996") + &evidence("read", "1998") + &fact("known", "1996-05-03")));
    assert_eq!(finding.contradicts, Some(Contradicts::Source));
    assert_eq!(names(&finding)[0], "read");
    assert_eq!(finding.help.as_deref(), Some("look at the evidence of `gazette` first: the record agrees with `told`"));
}

#[test]
fn all_that_the_record_agrees_with_are_named() {
    let others = claim("again", "1998") + &claim("in-may", "1998-05");
    let finding = only(&(claim("told", "1996") + &others + &fact("known", "1998-05-03")));
    let help = "look at `told` first: the record agrees with `again` and `in-may`";
    assert_eq!(finding.help.as_deref(), Some(help));
}

#[test]
fn what_both_sides_say_is_shown_at_its_place() {
    let finding = only(&(claim("a", "1996") + &claim("b", "1998") + &claim("c", "2001") + &claim("d", "1998-05")));
    assert_eq!(finding.message, "the dates of `opening` disagree: 1996, 1998, May 1998 and 2001");
    let mut labels: Vec<&str> = finding.labels.iter().map(|label| label.text.as_str()).collect();
    labels.push(&finding.primary.text);
    labels.sort_unstable();
    let told = ["`a` says `opening` is dated 1996", "`b` says `opening` is dated 1998"];
    let told_too = ["`c` says `opening` is dated 2001", "`d` says `opening` is dated May 1998"];
    assert_eq!(labels, [told, told_too].concat());
}

#[test]
fn many_claims_of_one_date_against_one_of_another_are_one_finding() {
    let mut records = claim("odd", "1990");
    for number in 0..12 {
        records.push_str(&claim(&format!("even-{number}"), "1998"));
    }
    let finding = only(&records);
    assert_eq!(finding.message, "the dates of `opening` disagree: 1990 and 1998");
    assert_eq!(names(&finding)[0], "odd");
    assert_eq!(finding.subjects.len(), 13);
}

#[test]
fn a_wrong_date_does_not_bend_the_bounds_of_others() {
    // The toll came after the opening; the wrong claim of 2030 must not make the source of 2010 too early for it.
    let records = claim("wrong", "2030")
        + &fact("known", "1998-05-03")
        + "[[event]]\nid = \"toll\"\n[[source]]\nid = \"register\"\nissued = \"2010\"\n[[claim]]\nid = \"tolled\"\n\
           cites = [\"register\"]\nsays = { event = \"toll\", after = \"opening\" }\n";
    let found: Vec<_> = findings(&records).into_iter().map(|finding| (finding.rule, finding.message)).collect();
    let about_toll = found.iter().filter(|(_, message)| message.contains("toll"));
    assert_eq!(about_toll.count(), 0, "{found:#?}");
    assert!(found.iter().any(|(rule, _)| *rule == "date-conflict"), "{found:#?}");
}

#[test]
fn two_early_citations_are_two_findings() {
    let records = "[[source]]\nid = \"early\"\nissued = \"1990\"\n[[claim]]\nid = \"one\"\ncites = [\"early\"]\n\
                   says = { event = \"opening\", on = \"1998\" }\n[[claim]]\nid = \"two\"\ncites = [\"early\"]\n\
                   says = { event = \"opening\", on = \"1998-05\" }\n";
    let mut found = findings(records);
    found.retain(|finding| finding.rule == "source-predates-event");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_ne!(found[0].identity(), found[1].identity());
}

#[test]
fn of_a_claim_and_its_source_that_the_record_refutes_both_the_claim_yields() {
    let found = findings(&(claim("told", "1996") + &evidence("read", "1998") + &fact("known", "2001")));
    let against_source = found.iter().find(|finding| finding.contradicts == Some(Contradicts::Source));
    assert_eq!(against_source.map(names), Some(vec!["told", "read"]), "{found:#?}");
}

#[test]
fn what_is_said_behind_thousands_of_statements_is_found() {
    let mut records = String::new();
    for number in 0..5_000 {
        let _ = writeln!(records, "[[event]]\nid = \"toll-{number}\"");
        let says = format!("{{ event = \"toll-{number}\", on = \"1990\" }}");
        let _ = writeln!(records, "[[claim]]\nid = \"claim-{number:04}\"\ncites = [\"gazette\"]\nsays = {says}");
    }
    records += &(claim("told", "1996") + &claim("told-again", "1998"));
    assert_eq!(names(&only(&records)), ["told-again", "told"]);
}

#[test]
fn a_search_for_contradictions_that_is_cut_short_says_so() {
    // Two events on each of some days, each after both of the day before: and the first after the last.
    let days = |days: usize| {
        let mut records = fact("known", "1998-05-03");
        for event in 0..2 * days {
            let _ = writeln!(records, "[[event]]\nid = \"toll-{event}\"");
        }
        let mut after = |event: usize, other: usize| {
            let says = format!("{{ event = \"toll-{event}\", after = \"toll-{other}\" }}");
            let id = format!("id = \"{event}-after-{other}\"\ncites = [\"gazette\"]");
            let _ = writeln!(records, "[[claim]]\n{id}\nsays = {says}");
        };
        for event in 2..2 * days {
            let before = 2 * (event / 2) - 2;
            (before..before + 2).for_each(|other| after(event, other));
        }
        after(0, 2 * days - 1);
        check("claims.toml", &format!("{OPENING}{records}")).1.report
    };
    assert!(days(3).complete);
    let report = days(9);
    assert!(!report.complete && report.findings.iter().any(|finding| finding.rule == "order-conflict"));
}
