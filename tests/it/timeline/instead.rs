//! Which statements force a bound, and which would as well, in the stead of those that do: such as name the same end of
//! the same event, far enough to one side, and are another's, and stand.

use std::fmt::Write;

use gainsay::model::{Dossier, EventId};
use gainsay::reason::{Bound, Premise};
use gainsay::text::Texts;
use gainsay::time::{Day, When};

use crate::rules::check;

/// The day after which the event surely begins, and the one before which it is surely over.
const LIMITS: [&str; 2] = ["2000-01-01", "2000-09-01"];

fn day(text: &str) -> Day {
    When::parse(text).expect("EDTF").hard().earliest().day().expect("a day")
}

/// Claims by their ids, each with the date that it gives to an event.
fn claims(claims: &[(&str, &str, &str)]) -> String {
    let mut text = "[[event]]\nid = \"earlier\"\n[[event]]\nid = \"fair\"\n[[event]]\nid = \"later\"\n".to_owned();
    for (id, event, on) in claims {
        let _ = writeln!(text, "[[claim]]\nid = \"{id}\"\nsays = {{ event = \"{event}\", on = \"{on}\" }}");
    }
    text
}

/// The ids of whose statements force a bound, and of whose statements would as well.
fn named(texts: &Texts, dossier: &Dossier, bound: &Bound) -> [Vec<String>; 2] {
    let id = |premise: &Premise| dossier.id(texts, dossier.owner_record(dossier[premise.statement].owner)).to_owned();
    [bound.because.iter().map(id).collect(), bound.instead.iter().map(|(_, other)| id(other)).collect()]
}

/// Who says that the fair begins after the one limit, and is over before the other, and who else would.
fn who(text: &str) -> [[Vec<String>; 2]; 2] {
    let (texts, checked) = check("claims.toml", text);
    let (dossier, timeline) = (&checked.reasoned.dossier, &checked.reasoned.timeline);
    let fair = EventId::new(1);
    let [after, before] = LIMITS.map(|limit| Some(day(limit)));
    let bounds = [timeline.starts_after(dossier, fair, after, None), timeline.over_before(dossier, fair, before, None)];
    bounds.map(|bound| named(&texts, dossier, &bound.expect("it is bounded")))
}

const DATED: (&str, &str, &str) = ("dated", "fair", "2000-06-10");

#[test]
fn a_day_to_spare_is_enough_and_none_is_not() {
    let others = [("earlier", "earlier", "2000-05-01"), ("later", "later", "2000-07-01")];
    let all = |first, last| claims(&[DATED, others[0], others[1], ("early", "fair", first), ("late", "fair", last)]);
    let (dated, none) = (vec!["dated".to_owned()], Vec::new());
    let close = who(&all("2000-01-02/2000-12-31", "1999-01-01/2000-08-31"));
    assert_eq!(close, [[dated.clone(), vec!["early".into()]], [dated.clone(), vec!["late".into()]]]);
    let wide = who(&all("2000-01-01/2000-12-31", "1999-01-01/2000-09-01"));
    assert_eq!(wide, [[dated.clone(), none.clone()], [dated, none]]);
}

#[test]
fn what_the_same_one_says_again_is_no_help_nor_is_what_does_not_stand() {
    let again = "[[event]]\nid = \"earlier\"\n[[event]]\nid = \"fair\"\n[[claim]]\nid = \"dated\"\nsays = [\n\
                 { event = \"fair\", on = \"2000-06-10\" },\n{ event = \"fair\", on = \"2000-06\" },\n]\n";
    let refuted = claims(&[DATED, ("even", "fair", "2000-06-10"), ("wrong", "fair", "2000-06-12")]);
    for [because, instead] in who(again) {
        assert_eq!((because, instead), (vec!["dated".into()], Vec::new()));
    }
    for [because, instead] in who(&refuted) {
        assert_eq!((because, instead), (vec!["dated".into()], vec!["even".into()]));
    }
}

#[test]
fn what_forces_a_bound_is_told_from_the_calendar_on() {
    let text = claims(&[("first", "earlier", "2000-06-09"), ("last", "later", "2000-06-12")])
        + "[[claim]]\nid = \"between\"\nsays = { event = \"fair\", after = \"earlier\", before = \"later\" }\n";
    let (texts, checked) = check("claims.toml", &text);
    let (dossier, timeline) = (&checked.reasoned.dossier, &checked.reasoned.timeline);
    let told = |premises: Vec<Premise>| -> Vec<String> {
        let clause = |premise: &Premise| premise.clause.map_or("", |clause| clause.key.name());
        let id = |premise: &Premise| dossier.id(&texts, dossier.owner_record(dossier[premise.statement].owner));
        premises.iter().map(|premise| format!("{} {}", id(premise), clause(premise))).collect()
    };
    let fair = EventId::new(1);
    let (after, before) = (["first on", "between after"], ["last on", "between before"]);
    assert_eq!(told(timeline.why_not_before(dossier, fair)), after);
    assert_eq!(told(timeline.why_not_after(dossier, fair)), before);
    assert_eq!(told(timeline.why_dated(dossier, fair)), [after, before].concat());
}
