//! Two drafts of a dossier: what is the same is called the same however it is laid out, and what was planted is told.

use gainsay::model::Home;
use gainsay::revise::{Draft, Fate, Revision, revision};
use gainsay::rules::Wanted;
use gainsay::text::Texts;

use crate::robust::Random;
use crate::rules::{Fixture, every_fixture, records_of};

/// In how many other layouts dossiers are compared with themselves.
const LAYOUTS: usize = 1_000;

/// A draft in some files, checked.
fn checked(files: &[(String, String)]) -> (Texts, gainsay::Checked) {
    let mut texts = Texts::default();
    let inputs: Vec<_> = files
        .iter()
        .map(|(name, text)| (texts.add(name.as_str(), text.clone()).expect("a small text"), Home::Own))
        .collect();
    let checked = gainsay::check(
        &mut texts,
        &inputs,
        &gainsay::archive::nothing,
        None,
        &Wanted { possible: true, ..Wanted::default() },
    );
    (texts, checked)
}

fn draft((texts, checked): &(Texts, gainsay::Checked)) -> Draft<'_> {
    let manuscript = checked.reasoned.archive.manuscript();
    Draft { texts, dossier: &checked.reasoned.dossier, report: &checked.report, manuscript }
}

/// A dossier with its records in another order, in other files, with other white space and comments.
fn laid_out_again(random: &mut Random, text: &str) -> Vec<(String, String)> {
    let (own, mut rest): (Vec<_>, Vec<_>) = records_of(text).into_iter().partition(|part| part.starts_with("[dossier"));
    for last in (1..rest.len()).rev() {
        rest.swap(last, random.below(last + 1));
    }
    let mut files = vec![(format!("{}.toml", random.below(1_000)), own.concat())];
    for record in rest {
        if random.below(3) == 0 {
            files.push((format!("{}-{}.toml", random.below(1_000), files.len()), String::new()));
        }
        let file = &mut files.last_mut().expect("there is a file").1;
        if !record.starts_with('[') && !file.is_empty() {
            // What stands before the first header cannot stand behind one.
            continue;
        }
        for line in record.lines() {
            let wide =
                line.split_once(" = ").filter(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
            match wide {
                Some((key, value)) if random.below(2) == 0 => file.extend([key, "   =  ", value, "\n"]),
                _ => file.extend([line, "\n"]),
            }
        }
        file.push_str(random.of(&["", "\n\n", "# a remark\n", "\n# another\n\n"]));
    }
    files
}

fn bad_fixtures() -> Vec<String> {
    every_fixture().into_iter().filter(Fixture::is_bad).map(|fixture| fixture.text).collect()
}

/// What a revision says has changed.
fn told(revision: &Revision<'_>) -> Vec<String> {
    let findings = revision.findings.iter().filter(|followed| followed.fate != Fate::Unchanged);
    let findings =
        findings.map(|followed| format!("{} {:?}", followed.fate.name(), followed.after.or(followed.before)));
    let records = revision.claims.iter().chain(&revision.sources).map(|change| format!("{change:?}"));
    findings.chain(records).collect()
}

#[test]
fn another_layout_is_no_change() {
    let mut random = Random(11);
    // Faults of the file itself lie where they stand: two records of one id, text that is no TOML.
    let readable = |text: &String| checked(&[("a.toml".into(), text.clone())]).1.reasoned.dossier.faults.is_empty();
    let fixtures: Vec<String> = bad_fixtures().into_iter().filter(readable).collect();
    assert!(fixtures.len() > 100, "{}", fixtures.len());
    for round in 0..LAYOUTS {
        let text = &fixtures[round % fixtures.len()];
        let old = checked(&[("claims.toml".into(), text.clone())]);
        let new = checked(&laid_out_again(&mut random, text));
        let revision = revision(draft(&old), draft(&new));
        assert_eq!(told(&revision), Vec::<String>::new(), "{text}");
        assert_eq!(revision.count(Fate::Unchanged), old.1.report.findings.len());
    }
}

const OLD: &str = r#"
[[source]]
id = "gazette"
issued = "1998"

[[source]]
id = "herald"
issued = "1999"

[[event]]
id = "opening"

[[claim]]
id = "opened"
text = "The bridge was opened in May"
cites = ["gazette"]
says = { event = "opening", on = "1998-05" }

[[claim]]
id = "opened-late"
text = "It was opened in 2003"
at = { section = "One", line = 7 }
cites = ["herald"]
says = { event = "opening", on = "2003" }
"#;

/// What `from` changed to `to` in [`OLD`] is said to have changed: fates of findings, then records with what of them.
fn after(from: &str, to: &str) -> Vec<String> {
    assert!(OLD.contains(from), "{from}");
    let old = checked(&[("a.toml".into(), OLD.into())]);
    let new = checked(&[("b.toml".into(), OLD.replacen(from, to, 1))]);
    let revision = revision(draft(&old), draft(&new));
    let fates = [Fate::New, Fate::Changed, Fate::Fixed];
    let counts = fates.iter().filter(|fate| revision.count(**fate) > 0);
    let mut told: Vec<String> = counts.map(|fate| format!("{} {}", revision.count(*fate), fate.name())).collect();
    for change in revision.claims.iter().chain(&revision.sources) {
        let facets: Vec<String> =
            change.facets.iter().map(|facet| format!("{}: {} -> {}", facet.what, facet.before, facet.after)).collect();
        let turn = match (change.before, change.after) {
            (None, _) => "added".to_owned(),
            (_, None) => "removed".to_owned(),
            _ => facets.join("; "),
        };
        told.push(format!("{} {}: {turn}", change.record.kind, change.record.id));
    }
    told
}

#[test]
fn every_planted_change_is_told() {
    let says = "says = { event = \"opening\", on = \"2003\" }\n";
    let cases: [(&str, &str, &[&str]); 9] = [
        (
            "in May",
            "in spring",
            &["claim opened: text: The bridge was opened in May -> The bridge was opened in spring"],
        ),
        ("line = 7", "line = 9", &["claim opened-late: place: One, line 7 -> One, line 9"]),
        ("issued = \"1999\"", "issued = \"2004\"", &["1 fixed", "source herald: issued: 1999 -> 2004"]),
        ("on = \"2003\"", "on = \"1998\"", &["2 fixed", "claim opened-late: dates: on 2003 -> on 1998"]),
        ("on = \"2003\"", "on = \"2004\"", &["2 changed", "claim opened-late: dates: on 2003 -> on 2004"]),
        ("[\"gazette\"]", "[\"herald\"]", &["1 new", "claim opened: citations: gazette -> herald"]),
        (says, "", &["2 fixed", "claim opened-late: statements: event opening; on  -> ; dates: on 2003 -> "]),
        (
            "id = \"opened-late\"",
            "id = \"opened-twice\"",
            &["2 new", "2 fixed", "claim opened-late: removed", "claim opened-twice: added"],
        ),
        ("[[event]]", "[[source]]\nid = \"post\"\nissued = \"2001\"\n[[event]]", &["1 new", "source post: added"]),
    ];
    let mut wrong = Vec::new();
    for (from, to, expected) in cases {
        let told = after(from, to);
        if told != expected {
            wrong.push(format!("{from} -> {to}\n  told     {told:?}\n  expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
