//! Input that is made to be slow: of twice as much twice as much is told, and not four times.
//!
//! What it costs in time and memory, the bench `growth` measures with the same input.

use std::path::Path;

use crate::cli::Folder;

#[allow(dead_code, reason = "the bench has more of them")]
#[path = "../../benches/growth/inputs.rs"]
mod inputs;

type Write = fn(usize, &Path) -> &'static [&'static str];

/// Those in which what follows, or what is found, was once the square of what is written.
const WORST: [(&str, Write); 10] = [
    ("parts of parts, each too large", inputs::chain_of_parts),
    ("ring of subproperties", inputs::ring_of_subproperties),
    ("chain of states that continue one another", inputs::chain_of_states),
    ("one event with many in it", inputs::crowded_event),
    ("values of one quantity", inputs::values_of_a_quantity),
    ("parts of one sum", inputs::parts_of_a_sum),
    ("sources of one claim", inputs::sources_of_a_claim),
    ("ring of events before one another", inputs::ring_of_events),
    ("members of a roll with one seat", inputs::members_of_a_roll),
    ("records on one line", inputs::records_on_a_line),
];

/// The bytes that are told of so much input.
fn told(write: Write, size: usize) -> f64 {
    let folder = Folder::new(&[]);
    let command = write(size, &folder.path(""));
    folder.command(command).output().expect("the program was built").stdout.len() as f64
}

#[test]
fn of_twice_as_much_twice_as_much_is_told() {
    for (name, write) in WORST {
        // What does not depend on the size falls out of the differences.
        let [small, middle, large] = [100, 200, 400].map(|size| told(write, size));
        // Some hundred bytes are no growth: numbers become longer.
        let growth = (large - middle) / (middle - small).max(500.0);
        assert!(growth < 2.3, "{name}: {small}, {middle}, {large} bytes");
    }
}

/// What is fine is counted and not listed, so that a million claims do not take a page each.
#[test]
fn a_claim_that_is_fine_takes_no_place_in_json() {
    let told = |claims: usize| {
        let claim = |number: usize| {
            format!("[[claim]]\nid = \"c{number}\"\ncites = [\"s\"]\nsays = {{ event = \"e\", on = \"1998\" }}\n")
        };
        let claims: String = (0..claims).map(claim).collect();
        let folder = Folder::new(&[("a.toml", &format!("{SOURCE}{claims}"))]);
        let ran = folder.run(&["check", "a.toml", "--format", "json"]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.out.len()
    };
    // The counts are longer by some digits.
    let more = told(2_000) - told(1_000);
    assert!(more < 100, "{more} bytes for a thousand claims");
}

const SOURCE: &str = "[[event]]\nid = \"e\"\n[[source]]\nid = \"s\"\ntitle = \"Gazette\"\nissued = \"1999\"\n";
