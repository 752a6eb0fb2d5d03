//! Fingerprints last: the same in every release, and wherever and in whatever words a finding stands.

use std::collections::BTreeMap;
use std::fmt::Write;

use gainsay::finding::Finding;
use gainsay::rules::ALL;

use crate::rules::{check, fixtures, records_of, toml_files};

/// The bad fixtures of a rule, by name and text.
fn bad(rule: &str) -> Vec<(String, String)> {
    let files = toml_files(&fixtures().join(rule)).into_iter();
    let named = files.map(|file| (file.file_stem().expect("it has a name").to_string_lossy().into_owned(), file));
    let bad = named.filter(|(name, _)| name.starts_with("bad"));
    bad.map(|(name, file)| (name, std::fs::read_to_string(file).expect("a fixture can be read"))).collect()
}

/// The fingerprints of what a rule finds, with the records that each is about.
fn fingerprints(rule: &str, path: &str, text: &str) -> BTreeMap<String, String> {
    let (_, checked) = check(path, text);
    let own = checked.report.findings.iter().filter(|finding| finding.rule == rule);
    let about = |finding: &Finding| {
        let subjects = finding.subjects.iter().map(|about| format!("{} {}", about.kind, about.id));
        subjects.collect::<Vec<_>>().join(", ")
    };
    own.map(|finding| (finding.fingerprint(), about(finding))).collect()
}

#[test]
fn no_release_moves_a_fingerprint() {
    let mut pinned = String::new();
    for rule in ALL {
        for (name, text) in bad(rule.name) {
            let found = fingerprints(rule.name, &format!("{}/{name}.toml", rule.name), &text);
            let mut found: Vec<_> = found.into_iter().collect();
            found.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
            for (fingerprint, about) in found {
                let _ = writeln!(pinned, "{fingerprint} {}/{name}: {about}", rule.name);
            }
        }
    }
    insta::assert_snapshot!("fingerprints", pinned);
}

#[test]
fn neither_wording_nor_place_moves_a_fingerprint() {
    let mut wrong = String::new();
    for rule in ALL {
        // What the records are in is all that these findings can be told by; the order of two of one id says which is
        // first.
        for (name, text) in bad(rule.name).into_iter().filter(|_| rule.name != "unreadable-file") {
            let path = format!("{}/{name}.toml", rule.name);
            let found = fingerprints(rule.name, &path, &text);
            let padded = format!("# another first line\n\n{}", text.replace("\n[", "\n\n\n["));
            let noted: Vec<String> = records_of(&text)
                .into_iter()
                .map(|record| record.replacen("]]\n", "]]\nnote = \"in other words\"\n", 1))
                .collect();
            let mut turned = records_of(&text);
            let start = turned.remove(0);
            turned.reverse();
            let elsewhere = format!("{}/of-another-name.toml", rule.name);
            let changed = [
                ("lines", &path, padded),
                ("order", &path, start + &turned.concat()),
                ("file", &elsewhere, text.clone()),
                ("words", &path, if text.contains("note") { text.clone() } else { noted.concat() }),
            ];
            for (what, path, text) in changed {
                let now = fingerprints(rule.name, path, &text);
                if now.keys().ne(found.keys()) {
                    let _ = writeln!(wrong, "{}/{name}: {what}: {found:?}\n    {now:?}", rule.name);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
