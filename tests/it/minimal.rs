//! Whether every set of statements that is reported to collide in time does so, and does not without any one of them:
//! on the fixtures of all rules and on our own dossiers. On made-up ones an oracle judges (see [`timeline`]).
//!
//! [`timeline`]: crate::timeline

use gainsay::finding::Certainty;
use gainsay::model::{Dossier, Mode, StatementId};
use gainsay::reason::Timeline;
use gainsay::reason::network::MINIMISED;
use gainsay::text::Texts;

use crate::rules::{check, every_fixture};

/// Whether statements collide as surely as that, if nothing else is said.
fn collide(texts: &Texts, dossier: &mut Dossier, some: &[StatementId], certainty: Certainty) -> bool {
    let said: Vec<Mode> = dossier.statements.iter().map(|statement| statement.mode).collect();
    for (index, statement) in dossier.statements.iter_mut().enumerate() {
        if !some.contains(&StatementId::new(index)) {
            // What is only alleged takes no part.
            statement.mode = Mode::Alleged;
        }
    }
    let contradictions = Timeline::new(texts, dossier).contradictions;
    for (statement, mode) in dossier.statements.iter_mut().zip(said) {
        statement.mode = mode;
    }
    contradictions.iter().any(|found| found.certainty >= certainty)
}

/// Tries every reported set without each of its statements; gives how many sets there are.
fn try_without_each(texts: &Texts, dossier: &mut Dossier, name: &str) -> usize {
    let mut sets = 0;
    for found in Timeline::new(texts, dossier).contradictions {
        assert!(!found.conflicts.is_empty(), "{name}: a contradiction without statements");
        // Of more statements the filter makes no minimal set: see `MINIMISED`.
        for set in found.conflicts.iter().filter(|set| set.len() <= MINIMISED) {
            assert!(collide(texts, dossier, set, found.certainty), "{name}: {set:?} can all hold");
            for left_out in set {
                let rest: Vec<StatementId> = set.iter().copied().filter(|one| one != left_out).collect();
                let collides = collide(texts, dossier, &rest, found.certainty);
                assert!(!collides, "{name}: {set:?} collides without {left_out:?}");
            }
            sets += 1;
        }
    }
    sets
}

#[test]
fn without_any_one_of_its_statements_no_conflict_of_a_fixture_is_one() {
    let mut sets = 0;
    for fixture in every_fixture() {
        let name = fixture.path();
        let (texts, mut checked) = check(&name, &fixture.text);
        sets += try_without_each(&texts, &mut checked.reasoned.dossier, &name);
    }
    assert!(sets > 30, "only {sets} conflicts in all fixtures");
}

#[test]
fn without_any_one_of_its_statements_no_conflict_of_our_paper_is_one() {
    let (texts, mut checked) = crate::house::paper();
    let sets = try_without_each(&texts, &mut checked.reasoned.dossier, "claims/paper");
    assert!(sets > 10, "only {sets} conflicts in the paper");
}
