//! How far what follows along chains of a transitive relation is followed, and that it is said where it is not.

use std::fmt::Write;

use gainsay::model::Home;
use gainsay::reason::{Holding, Object, Origin};
use gainsay::text::Texts;
use gainsay::{Reasoned, archive};

/// The holdings of a paper that says which thing lies within which.
fn within(links: &[(usize, usize)]) -> Reasoned {
    let mut text =
        "[[relation]]\nid = \"within\"\nreads = \"{subject} lies within {object}\"\ntransitive = true\n".to_owned();
    let things = links.iter().flat_map(|&(one, other)| [one, other]).max().map_or(0, |most| most + 1);
    for thing in 0..things {
        let _ = writeln!(text, "[[entity]]\nid = \"thing-{thing}\"");
    }
    text.push_str("[[fact]]\nid = \"map\"\nsays = [\n");
    for (one, other) in links {
        let _ = writeln!(text, "{{ subject = \"thing-{one}\", relation = \"within\", object = \"thing-{other}\" }},");
    }
    text.push_str("]\n");
    let mut texts = Texts::default();
    let file = texts.add("map.toml", text).expect("a small text");
    Reasoned::new(&mut texts, &[(file, Home::Own)], &archive::nothing, None)
}

/// What follows of one thing.
fn following(reasoned: &Reasoned, thing: usize) -> Vec<&Holding> {
    let all = reasoned.holdings.iter().map(|(_, holding)| holding);
    let own = all.filter(|holding| matches!(holding.origin, Origin::Follows(..)));
    own.filter(|holding| holding.subject == entity(thing)).collect()
}

fn entity(thing: usize) -> gainsay::model::Record {
    gainsay::model::Record::Entity(gainsay::model::EntityId::new(thing))
}

#[test]
fn a_chain_is_followed_over_sixteen_links() {
    let links: Vec<(usize, usize)> = (0..20).map(|thing| (thing, thing + 1)).collect();
    let reasoned = within(&links);
    let mut ends: Vec<Object> = following(&reasoned, 0).iter().map(|holding| holding.object).collect();
    ends.sort_unstable();
    assert_eq!(ends, (2..=16).map(|end| Object::Thing(entity(end))).collect::<Vec<_>>());
    assert!(reasoned.holdings.is_complete);
}

#[test]
fn of_many_chains_between_two_things_four_are_kept() {
    for (ways, kept) in [(3, 3), (4, 4), (7, 4)] {
        let links: Vec<(usize, usize)> = (0..ways).flat_map(|way| [(0, 2 + way), (2 + way, 1)]).collect();
        assert_eq!(following(&within(&links), 0).len(), kept, "{ways} ways");
    }
}

#[test]
fn a_circle_of_links_does_not_come_back_to_where_it_began() {
    let reasoned = within(&[(0, 1), (1, 2), (2, 0)]);
    for thing in 0..3 {
        assert!(following(&reasoned, thing).iter().all(|holding| holding.object != Object::Thing(entity(thing))));
    }
}

#[test]
fn too_many_chains_to_follow_are_said_to_be() {
    let all_within_all = |things: usize| -> Vec<(usize, usize)> {
        (0..things).flat_map(|one| (one + 1..things).map(move |other| (one, other))).collect()
    };
    assert!(within(&all_within_all(20)).holdings.is_complete);
    assert!(!within(&all_within_all(80)).holdings.is_complete);
}
