//! The timeline against an oracle that tries every day, and its independence of order and threads.
//!
//! The oracle knows nothing of difference constraints: it puts every start and end on every day, and asks whether those
//! of one day can be put in order. So it also shows that no contradiction is *certain* which some reading removes.

mod instead;
mod laws;
mod order;
mod voices;

use std::fmt::Write;

use gainsay::finding::Certainty;
use gainsay::load;
use gainsay::model::{Dossier, Home, StatementId};
use gainsay::reason::Timeline;
use gainsay::text::Texts;
use gainsay::time::Gap;

use crate::cases;

/// A small generator of numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the
/// tests are the same in every run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    pub(super) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The first and the last day that a date may mean, in days of May 2024; `None` where it has no end that matters here.
pub(super) type Days = (Option<i32>, Option<i32>);

/// A date as it is written, with what it may mean (hard) and what it names (nominal).
#[derive(Clone, Copy)]
pub(super) struct Sample {
    pub(super) text: &'static str,
    pub(super) hard: Days,
    pub(super) nominal: Days,
}

const fn exact(text: &'static str, first: i32, last: i32) -> Sample {
    Sample { text, hard: (Some(first), Some(last)), nominal: (Some(first), Some(last)) }
}

const fn half(text: &'static str, days: Days) -> Sample {
    Sample { text, hard: days, nominal: days }
}

/// Written by hand from the standard, not asked of the program.
pub(super) const DATES: &[Sample] = &[
    exact("2024-05-01", 1, 1),
    exact("2024-05-02", 2, 2),
    exact("2024-05-03", 3, 3),
    exact("2024-05-04", 4, 4),
    exact("2024-05-05", 5, 5),
    exact("2024-05-06", 6, 6),
    exact("2024-05", 1, 31),
    exact("2024-05-0X", 1, 9),
    exact("2024-05-02/2024-05-04", 2, 4),
    exact("2024-05-04/2024-05-06", 4, 6),
    exact("[2024-05-01,2024-05-03]", 1, 3),
    exact("{2024-05-02,2024-05-03}", 2, 3),
    half("../2024-05-03", (None, Some(3))),
    half("/2024-05-04", (None, Some(4))),
    half("2024-05-03/", (Some(3), None)),
    half("2024-05-02/..", (Some(2), None)),
    Sample { text: "2024-05-03~", hard: (Some(0), Some(6)), nominal: (Some(3), Some(3)) },
    Sample { text: "2024-05-04?", hard: (None, None), nominal: (Some(4), Some(4)) },
    Sample { text: "2024-05-04%", hard: (None, None), nominal: (Some(1), Some(7)) },
];

const GAPS: &[&str] = &["P1D", "P2D", "~P1D", "P1D/P2D"];
const RELATIONS: &[&str] = &["before", "after", "during", "because-of", "leads-to", "same-time-as"];

/// What a statement names: a date of [`DATES`], or an event.
#[derive(Clone, Copy)]
enum Named {
    Date(usize),
    Event(usize),
}

/// One statement about one event.
struct Said {
    owner: &'static str,
    event: usize,
    clauses: Vec<(&'static str, Named)>,
    gap: Option<&'static str>,
}

fn dossier(random: &mut Random, voices: &[&'static str]) -> (usize, Vec<Said>) {
    let events = 2 + random.below(3);
    let mut gaps = 0;
    let said = (0..2 + random.below(5))
        .map(|_| {
            let mut said = Said { owner: random.of(voices), event: random.below(events), clauses: vec![], gap: None };
            for _ in 0..=random.below(4) / 3 {
                let clause = clause(random, events);
                if said.clauses.iter().all(|(key, _)| *key != clause.0) {
                    said.clauses.push(clause);
                }
            }
            let counted = said.clauses.iter().filter(|(key, _)| matches!(*key, "before" | "after")).count();
            let of_event =
                |(key, named): &(&str, Named)| matches!((*key, named), ("before" | "after", Named::Event(_)));
            if counted == 1 && said.clauses.iter().any(of_event) && gaps < 2 && random.below(4) == 0 {
                said.gap = Some(random.of(GAPS));
                gaps += 1;
            }
            said
        })
        .collect();
    (events, said)
}

fn clause(random: &mut Random, events: usize) -> (&'static str, Named) {
    let date = Named::Date(random.below(DATES.len()));
    match random.below(8) {
        0..=2 => ("on", date),
        3 => (random.of(&["from", "until"]), date),
        4 if random.below(2) == 0 => (random.of(RELATIONS), date),
        _ => (random.of(RELATIONS), Named::Event(random.below(events))),
    }
}

/// The records of a dossier as TOML, each text one record.
fn records(events: usize, said: &[Said]) -> Vec<String> {
    let mut records = vec!["[[source]]\nid = \"gazette\"\n".to_owned()];
    records.extend((0..events).map(|event| format!("[[event]]\nid = \"event-{event}\"\n")));
    for (number, said) in said.iter().enumerate() {
        let mut text = format!("[[{}]]\nid = \"said-{number}\"\n", said.owner);
        if said.owner == "evidence" {
            text.push_str("source = \"gazette\"\n");
        }
        let _ = write!(text, "says = {{ event = \"event-{}\"", said.event);
        for (key, named) in &said.clauses {
            let _ = match named {
                Named::Date(date) => write!(text, ", {key} = \"{}\"", DATES[*date].text),
                Named::Event(event) => write!(text, ", {key} = \"event-{event}\""),
            };
        }
        if let Some(gap) = said.gap {
            let _ = write!(text, ", gap = \"{gap}\"");
        }
        text.push_str(" }\n");
        records.push(text);
    }
    records
}

fn timeline(text: String) -> (Texts, Dossier, Timeline) {
    let mut texts = Texts::default();
    let file = texts.add("claims.toml", text).expect("a small text");
    let mut dossier = load::read(&mut texts, &[(file, Home::Own)]);
    load::link(&texts, &mut dossier);
    assert!(dossier.faults.is_empty(), "{:?}", dossier.faults);
    let timeline = Timeline::new(&texts, &dossier);
    (texts, dossier, timeline)
}

/// What must hold of two points: a start is point `2 * event`, an end the one after it.
struct Tie {
    first: usize,
    second: usize,
    /// Whether the first lies strictly before the second, not only no later.
    strictly: bool,
    /// How many days lie between them at least and at most.
    days: Option<(i32, i32)>,
}

/// The oracle's own reading of statements.
struct Reading<'s> {
    said: Vec<&'s Said>,
    certainty: Certainty,
    /// By how many days more a gap may be missed: 1 where instants are counted and not days.
    give: i32,
}

impl Reading<'_> {
    fn days(&self, date: usize) -> Days {
        if self.certainty == Certainty::Certain { DATES[date].hard } else { DATES[date].nominal }
    }

    /// Whether the starts and ends of all events can be placed so that all statements hold.
    fn is_possible(&self, events: usize) -> bool {
        let mut used: Vec<bool> = vec![false; events];
        let mut ties: Vec<Tie> = Vec::new();
        let mut bounds: Vec<Days> = vec![(None, None); 2 * events];
        let mut reach = 0;
        for said in &self.said {
            self.read(said, &mut ties, &mut bounds);
            used[said.event] = true;
            for (_, named) in &said.clauses {
                if let Named::Event(other) = named {
                    used[*other] = true;
                }
            }
            reach += said.gap.map_or(0, |gap| self.gap(gap).1);
        }
        let points: Vec<usize> = (0..2 * events).filter(|point| used[point / 2]).collect();
        ties.extend((0..events).filter(|event| used[*event]).map(|event| no_later(2 * event, 2 * event + 1)));
        // Whatever lies outside can be moved to the nearest of these days without breaking anything.
        let least_high = bounds.iter().filter_map(|(_, high)| *high).min();
        let most_low = bounds.iter().filter_map(|(low, _)| *low).max().or(least_high).unwrap_or(0);
        let range = (least_high.map_or(most_low, |high| high.min(most_low)) - reach, most_low + reach);
        place(&points, &ties, &bounds, range, &mut Vec::new())
    }

    fn gap(&self, text: &str) -> (i32, i32) {
        let gap = Gap::parse(text).expect("the test writes gaps");
        let days = if self.certainty == Certainty::Certain { gap.hard() } else { gap.nominal() };
        let days = [*days.start(), *days.end()].map(|days| i32::try_from(days).expect("the test's gaps are short"));
        (days[0] - self.give, days[1] + self.give)
    }

    fn read(&self, said: &Said, ties: &mut Vec<Tie>, bounds: &mut [Days]) {
        let (start, end) = (2 * said.event, 2 * said.event + 1);
        let gap = said.gap.map(|gap| self.gap(gap));
        for (key, named) in &said.clauses {
            match named {
                Named::Date(date) => self.read_date(key, self.days(*date), (start, end), bounds),
                Named::Event(other) => read_relation(key, (start, end), (2 * other, 2 * other + 1), gap, ties),
            }
        }
    }

    fn read_date(&self, key: &str, (first, last): Days, (start, end): (usize, usize), bounds: &mut [Days]) {
        let mut narrow = |point: usize, (low, high): Days| {
            let (was_low, was_high) = bounds[point];
            let high = [was_high, high].into_iter().flatten().min();
            bounds[point] = (was_low.max(low), high);
        };
        let hard = self.certainty == Certainty::Certain;
        match key {
            "on" | "during" => {
                narrow(start, (first, last));
                narrow(end, (first, last));
            }
            "from" => narrow(start, (first, last)),
            "until" => narrow(end, (first, last)),
            "before" => narrow(end, (None, if hard { last } else { first.map(|day| day - 1) })),
            "after" => narrow(start, (if hard { first } else { last.map(|day| day + 1) }, None)),
            "because-of" => narrow(start, (first, None)),
            "leads-to" => narrow(start, (None, last)),
            "same-time-as" => {
                narrow(start, (None, last));
                narrow(end, (first, None));
            }
            other => panic!("{other}"),
        }
    }
}

fn read_relation(
    key: &str,
    (start, end): (usize, usize),
    (other_start, other_end): (usize, usize),
    days: Option<(i32, i32)>,
    ties: &mut Vec<Tie>,
) {
    match key {
        "before" => ties.push(Tie { first: end, second: other_start, strictly: true, days }),
        "after" => ties.push(Tie { first: other_end, second: start, strictly: true, days }),
        "during" => ties.extend([no_later(other_start, start), no_later(end, other_end)]),
        "because-of" => ties.push(no_later(other_start, start)),
        "leads-to" => ties.push(no_later(start, other_start)),
        "same-time-as" => ties.extend([no_later(start, other_end), no_later(other_start, end)]),
        other => panic!("{other}"),
    }
}

fn no_later(first: usize, second: usize) -> Tie {
    Tie { first, second, strictly: false, days: None }
}

/// Puts the points on days, one after the other; `placed` holds the day of each that is placed.
fn place(points: &[usize], ties: &[Tie], bounds: &[Days], range: (i32, i32), placed: &mut Vec<i32>) -> bool {
    let Some(&point) = points.get(placed.len()) else { return can_be_ordered(points, ties, placed) };
    let day_of =
        |other: usize, placed: &[i32]| points.iter().position(|p| *p == other).and_then(|at| placed.get(at).copied());
    let (low, high) = bounds[point];
    for day in low.unwrap_or(range.0)..=high.unwrap_or(range.1) {
        placed.push(day);
        let holds = ties.iter().filter(|tie| tie.first == point || tie.second == point).all(|tie| {
            let (Some(first), Some(second)) = (day_of(tie.first, placed), day_of(tie.second, placed)) else {
                return true;
            };
            first <= second && tie.days.is_none_or(|(least, most)| (least..=most).contains(&(second - first)))
        });
        if holds && place(points, ties, bounds, range, placed) {
            return true;
        }
        placed.pop();
    }
    false
}

/// Whether the points that share a day can be put in an order within it: whether no strict tie lies on a circle of
/// ties.
fn can_be_ordered(points: &[usize], ties: &[Tie], placed: &[i32]) -> bool {
    let at = |point: usize| points.iter().position(|p| *p == point).expect("every tied point is placed");
    let same_day = |tie: &&Tie| placed[at(tie.first)] == placed[at(tie.second)];
    let mut reaches = vec![vec![false; points.len()]; points.len()];
    for tie in ties.iter().filter(same_day) {
        reaches[at(tie.first)][at(tie.second)] = true;
    }
    for via in 0..points.len() {
        for from in 0..points.len() {
            for to in 0..points.len() {
                reaches[from][to] |= reaches[from][via] && reaches[via][to];
            }
        }
    }
    ties.iter()
        .filter(same_day)
        .all(|tie| !(tie.strictly && (reaches[at(tie.second)][at(tie.first)] || tie.first == tie.second)))
}

/// The numbers of the statements that a contradiction is about.
fn numbers(texts: &Texts, dossier: &Dossier, premises: &[gainsay::reason::Premise]) -> Vec<usize> {
    let statements: Vec<StatementId> = premises.iter().map(|premise| premise.statement).collect();
    numbers_of(texts, dossier, &statements)
}

fn numbers_of(texts: &Texts, dossier: &Dossier, statements: &[StatementId]) -> Vec<usize> {
    let mut numbers: Vec<usize> = statements
        .iter()
        .map(|&statement| {
            let id = dossier.id(texts, dossier.owner_record(dossier[statement].owner));
            id.trim_start_matches("said-").parse().expect("statements are numbered")
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Whether some of the statements can all hold.
fn holds(events: usize, said: &[Said], some: &[usize], certainty: Certainty, give: i32) -> bool {
    Reading { said: some.iter().map(|number| &said[*number]).collect(), certainty, give }.is_possible(events)
}

#[test]
fn every_contradiction_is_one_and_is_minimal_and_none_is_missed() {
    let mut contradictions = 0;
    let mut impossible = 0;
    let dossiers = cases(40);
    for seed in 0..dossiers {
        let mut random = Random(seed);
        let voices: &[&str] = if seed % 2 == 0 { &["claim"] } else { &["claim", "claim", "evidence", "fact"] };
        let (events, said) = dossier(&mut random, voices);
        let text = records(events, &said).concat();
        let (texts, dossier, timeline) = timeline(text.clone());
        for found in &timeline.contradictions {
            let sets: Vec<Vec<usize>> = found.conflicts.iter().map(|set| numbers_of(&texts, &dossier, set)).collect();
            assert_eq!(sets[0], numbers(&texts, &dossier, &found.premises), "seed {seed}\n{text}");
            for all in sets {
                let all_hold = holds(events, &said, &all, found.certainty, 0);
                assert!(!all_hold, "seed {seed}: {all:?} can all hold ({:?})\n{text}", found.certainty);
                for left_out in &all {
                    let rest: Vec<usize> = all.iter().copied().filter(|number| number != left_out).collect();
                    let rest_holds = holds(events, &said, &rest, found.certainty, 1);
                    assert!(rest_holds, "seed {seed}: {all:?} is not minimal\n{text}");
                }
            }
            contradictions += 1;
        }
        let gaps = said.iter().any(|said| said.gap.is_some());
        let all: Vec<usize> = (0..said.len()).collect();
        if !gaps && !holds(events, &said, &all, Certainty::Certain, 0) {
            impossible += 1;
            let certain = timeline.contradictions.iter().any(|found| found.certainty == Certainty::Certain);
            assert!(certain, "seed {seed}: nothing certain is found\n{text}");
        }
    }
    assert!(contradictions > dossiers / 10 && impossible > dossiers / 20, "{contradictions} {impossible}");
}

#[test]
fn every_statement_of_some_contradiction_is_reported() {
    for seed in 0..cases(4) {
        let mut random = Random(seed + (1 << 32));
        let (events, mut said) = dossier(&mut random, &["claim"]);
        for said in &mut said {
            said.gap = None;
        }
        let text = records(events, &said).concat();
        let (texts, dossier, timeline) = timeline(text.clone());
        if !timeline.complete {
            continue;
        }
        let mut reported: Vec<usize> = Vec::new();
        for found in timeline.contradictions.iter().filter(|found| found.certainty == Certainty::Certain) {
            reported.extend(numbers(&texts, &dossier, &found.premises));
            reported.extend(numbers(&texts, &dossier, &found.others));
        }
        for number in in_some_minimal(events, &said) {
            assert!(reported.contains(&number), "seed {seed}: `said-{number}` is in no report\n{text}");
        }
    }
}

/// The statements that some minimal set that cannot hold has a part in.
fn in_some_minimal(events: usize, said: &[Said]) -> Vec<usize> {
    let members = |set: u32| (0..said.len()).filter(move |number| set & (1 << number) != 0);
    let mut minimal: Vec<u32> = Vec::new();
    let mut sets: Vec<u32> = (1..1_u32 << said.len()).collect();
    sets.sort_by_key(|set| set.count_ones());
    for set in sets {
        if minimal.iter().all(|smaller| set & smaller != *smaller) {
            let some: Vec<usize> = members(set).collect();
            if !holds(events, said, &some, Certainty::Certain, 0) {
                minimal.push(set);
            }
        }
    }
    let all = minimal.iter().fold(0, |all, set| all | set);
    members(all).collect()
}
