//! The one test binary.

mod alone;
mod annotate;
mod annotate_pdf;
mod atlas;
mod circles;
mod citations;
mod cli;
mod draft;
mod drafts;
mod exchange;
mod explain;
mod fingerprints;
mod fix;
mod formats;
mod forms;
#[expect(unreachable_pub, reason = "it is a library of its own")]
#[path = "../../fuzz/src/lib.rs"]
mod fuzz;
mod growth;
mod guard;
mod holdings;
mod hostile;
mod house;
mod html;
mod impact;
mod load;
mod local;
mod manual;
mod minimal;
mod paper;
mod places;
mod planted;
mod projects;
mod readers;
mod repairs;
mod research;
mod revise;
mod revision;
mod robust;
mod rules;
mod schema;
mod tied;
mod timeline;
mod tutorial;

/// So many times as many cases of random values as are usual: 256, or `PROPTEST_CASES`.
fn cases(times: u64) -> u64 {
    u64::from(proptest::prelude::ProptestConfig::default().cases) * times
}
