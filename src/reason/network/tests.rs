//! Small random networks against the method of Floyd and Warshall, and against all sets of reasons.

use super::{Constraint, Network, Point, Reason, Solution, Solver, is_consistent, solve};
use crate::cases;

/// Marsaglia's xorshift (Journal of Statistical Software 8, 2003).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: u32) -> u32 {
        (self.next() >> 33) as u32 % bound
    }

    fn between(&mut self, least: i64, greatest: i64) -> i64 {
        least + i64::from(self.below((greatest - least + 1) as u32))
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

struct Case {
    points: u32,
    reasons: u32,
    constraints: Vec<Constraint>,
    strength: Vec<u32>,
}

fn constraint(later: u32, earlier: u32, at_most: i64, reason: u32) -> Constraint {
    Constraint { later: Point(later), earlier: Point(earlier), at_most, reason: Reason(reason) }
}

/// Points scattered over a stretch of time, and statements about them of which most are true.
fn case(random: &mut Random, most_points: u32, most_reasons: u32) -> Case {
    let points = 2 + random.below(most_points - 1);
    let reasons = 1 + random.below(most_reasons);
    let place: Vec<i64> = (0..points).map(|point| if point == 0 { 0 } else { random.between(-20, 20) }).collect();
    let false_in_ten = random.below(4);
    let dated_in_ten = random.below(8);
    let mut constraints = Vec::new();
    for reason in 0..reasons {
        for _ in 0..=random.below(3).saturating_sub(random.below(2)) {
            let a = random.below(points);
            let b = if random.below(10) < dated_in_ten { 0 } else { random.below(points) };
            let (later, earlier) = if random.below(2) == 0 { (a, b) } else { (b, a) };
            let truth = place[later as usize] - place[earlier as usize];
            let at_most =
                if random.below(10) < false_in_ten { random.between(-6, 6) } else { truth + random.between(0, 4) };
            constraints.push(constraint(later, earlier, at_most, reason));
        }
    }
    let strengths = 1 + random.below(3);
    let strength = (0..reasons).map(|_| random.below(strengths)).collect();
    Case { points, reasons, constraints, strength }
}

impl Case {
    fn network(&self) -> Network {
        Network::new(self.points, self.reasons, self.constraints.clone())
    }

    /// Shortest distances among all points, or `None` if a cycle is negative.
    fn distances(&self, holds: impl Fn(Reason) -> bool) -> Option<Vec<Vec<Option<i64>>>> {
        let points = self.points as usize;
        let mut distance = vec![vec![None; points]; points];
        for (point, row) in distance.iter_mut().enumerate() {
            row[point] = Some(0);
        }
        for constraint in self.constraints.iter().filter(|constraint| holds(constraint.reason)) {
            let entry: &mut Option<i64> = &mut distance[constraint.earlier.0 as usize][constraint.later.0 as usize];
            *entry = Some(entry.map_or(constraint.at_most, |known| known.min(constraint.at_most)));
        }
        for middle in 0..points {
            let onward = distance[middle].clone();
            for row in &mut distance {
                let Some(there) = row[middle] else { continue };
                for (entry, onward) in row.iter_mut().zip(&onward) {
                    if let Some(onward) = onward {
                        *entry = Some(entry.map_or(there + onward, |known| known.min(there + onward)));
                    }
                }
            }
            if (0..points).any(|point| distance[point][point] < Some(0)) {
                return None;
            }
        }
        Some(distance)
    }

    fn holds(&self, reasons: &[Reason]) -> bool {
        self.distances(|reason| reasons.contains(&reason)).is_some()
    }

    fn check(&self, assumed: &[bool], solution: &Solution) {
        let network = self.network();
        let is_assumed = |reason: Reason| assumed[reason.0 as usize];
        assert_eq!(self.distances(is_assumed).is_some(), solution.settled.set_aside.is_empty());
        assert_eq!(solution.settled.conflicts.is_empty(), solution.settled.set_aside.is_empty());
        for conflict in &solution.settled.conflicts {
            self.check_conflict(conflict, assumed);
        }
        assert!(solution.settled.conflicts.is_sorted_by_key(|conflict| (conflict.reasons.len(), &conflict.reasons)));
        for reason in &solution.settled.set_aside {
            assert!(solution.settled.conflicts.iter().any(|conflict| conflict.reasons.contains(reason)));
        }
        let kept = |reason: Reason| is_assumed(reason) && !solution.settled.set_aside.contains(&reason);
        let distances = self.distances(kept).expect("what is left is consistent");
        for &extra in &solution.settled.set_aside {
            assert!(self.distances(|reason| reason == extra || kept(reason)).is_none(), "set aside without need");
        }
        for point in 0..self.points {
            let latest = distances[0][point as usize];
            let earliest = distances[point as usize][0].map(|distance| -distance);
            assert_eq!(solution.latest(Point(point)), latest);
            assert_eq!(solution.earliest(Point(point)), earliest);
            let why = solution.why_latest(|id| network.constraint(id), Point(point));
            assert!(why.iter().all(|constraint| kept(constraint.reason)));
            assert_eq!(why.iter().map(|constraint| constraint.at_most).sum::<i64>(), latest.unwrap_or(0));
            let ends: Vec<(Point, Point)> =
                why.iter().map(|constraint| (constraint.earlier, constraint.later)).collect();
            check_chain(&ends, latest.is_some().then_some(Point(point)));
            let why = solution.why_earliest(|id| network.constraint(id), Point(point));
            assert!(why.iter().all(|constraint| kept(constraint.reason)));
            assert_eq!(why.iter().map(|constraint| constraint.at_most).sum::<i64>(), -earliest.unwrap_or(0));
            let ends: Vec<(Point, Point)> =
                why.iter().map(|constraint| (constraint.later, constraint.earlier)).collect();
            check_chain(&ends, earliest.is_some().then_some(Point(point)));
        }
    }

    fn check_conflict(&self, conflict: &super::Conflict, assumed: &[bool]) {
        let reasons = &conflict.reasons;
        assert!(reasons.is_sorted_by(|a, b| a < b));
        assert!(reasons.iter().all(|reason| assumed[reason.0 as usize]));
        assert!(!self.holds(reasons));
        for without in reasons {
            let others: Vec<Reason> = reasons.iter().copied().filter(|reason| reason != without).collect();
            assert!(self.holds(&others), "not minimal: {reasons:?} without {without:?}");
        }
        let cycle = &conflict.cycle;
        assert!(cycle.iter().map(|constraint| constraint.at_most).sum::<i64>() < 0);
        for (at, constraint) in cycle.iter().enumerate() {
            assert!(self.constraints.contains(constraint));
            assert_eq!(constraint.later, cycle[(at + 1) % cycle.len()].earlier);
            assert!(cycle[0].earlier <= constraint.earlier);
        }
        let mut named: Vec<Reason> = cycle.iter().map(|constraint| constraint.reason).collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(&named, reasons);
    }
}

/// Those that are assumed.
fn those(assumed: &[bool]) -> Vec<Reason> {
    (0..).zip(assumed).filter(|(_, assumed)| **assumed).map(|(number, _)| Reason(number)).collect()
}

fn check_chain(ends: &[(Point, Point)], to: Option<Point>) {
    let Some(to) = to else {
        return assert!(ends.is_empty());
    };
    let mut at = Point::ORIGIN;
    for &(from, next) in ends {
        assert_eq!(at, from);
        at = next;
    }
    assert_eq!(at, to);
}

#[test]
fn small_networks_agree_with_floyd_and_warshall() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut inconsistent = 0;
    let rounds = cases(40).cases;
    for round in 0..rounds {
        let (points, reasons) = if round % 8 == 0 { (40, 60) } else { (9, 14) };
        let case = case(&mut random, points, reasons);
        let assumed: Vec<bool> = (0..case.reasons).map(|_| random.below(12) > 0).collect();
        let network = case.network();
        let solution = Solver::new(&network).assume(&those(&assumed), &case.strength);
        case.check(&assumed, &solution);
        inconsistent += u32::from(!solution.settled.set_aside.is_empty());
    }
    assert!((rounds / 5..rounds / 5 * 4).contains(&inconsistent), "{inconsistent}");
}

#[test]
fn layers_over_one_another_agree_with_floyd_and_warshall() {
    let mut random = Random(0x1a7e);
    let mut aside = [0; 3];
    let rounds = cases(20).cases;
    for round in 0..rounds {
        let (points, reasons_at_most) = if round % 8 == 0 { (40, 60) } else { (9, 14) };
        let case = case(&mut random, points, reasons_at_most);
        let network = case.network();
        let mut solver = Solver::new(&network);
        let mut held = vec![false; case.reasons as usize];
        let mut below: Vec<Reason> = Vec::new();
        for layer in &mut aside {
            // What a layer below sets aside is sometimes assumed again.
            let again = random.below(4) == 0;
            let more: Vec<bool> = (0..case.reasons)
                .map(|number| random.below(2) == 0 && (again || !below.contains(&Reason(number))))
                .collect();
            let solution = solver.assume(&those(&more), &case.strength);
            held.iter_mut().zip(&more).for_each(|(held, more)| *held |= more);
            case.check(&held, &solution);
            for reason in &solution.settled.set_aside {
                held[reason.0 as usize] = false;
            }
            *layer += solution.settled.set_aside.len();
            below.extend(solution.settled.set_aside);
        }
    }
    assert!(aside.iter().all(|&aside| aside > rounds as usize / 5), "{aside:?}");
}

#[test]
fn the_order_of_constraints_does_not_matter() {
    let mut random = Random(77);
    for _ in 0..cases(4).cases {
        let mut case = case(&mut random, 20, 40);
        let network = case.network();
        let solution = solve(&network, &case.strength);
        random.shuffle(&mut case.constraints);
        let shuffled = case.network();
        let again = solve(&shuffled, &case.strength);
        assert_eq!(solution.settled.conflicts, again.settled.conflicts);
        assert_eq!(solution.settled.set_aside, again.settled.set_aside);
        for point in (0..case.points).map(Point) {
            assert_eq!(
                solution.why_latest(|id| network.constraint(id), point),
                again.why_latest(|id| shuffled.constraint(id), point)
            );
            assert_eq!(
                solution.why_earliest(|id| network.constraint(id), point),
                again.why_earliest(|id| shuffled.constraint(id), point)
            );
        }
    }
}

#[test]
fn a_solver_that_was_reset_is_as_new() {
    let mut random = Random(2026);
    for _ in 0..cases(4).cases {
        let case = case(&mut random, 9, 14);
        let network = case.network();
        let some: Vec<bool> = (0..case.reasons).map(|_| random.below(2) == 0).collect();
        let all = vec![true; case.reasons as usize];
        let mut solver = Solver::new(&network);
        solver.settle(&those(&some), &case.strength);
        solver.reset();
        let again = solver.assume(&those(&all), &case.strength);
        let new = solve(&network, &case.strength);
        case.check(&all, &again);
        assert_eq!(again.settled.conflicts, new.settled.conflicts);
        assert_eq!(again.settled.set_aside, new.settled.set_aside);
    }
}

#[test]
fn every_reason_in_a_conflict_of_a_tiny_network_is_named() {
    let mut random = Random(4711);
    let (mut involved, mut named) = (0_u32, 0_u32);
    let rounds = cases(10).cases;
    for _ in 0..rounds {
        let case = case(&mut random, 5, 8);
        let network = case.network();
        let solution = solve(&network, &case.strength);
        let is_named =
            |reason: Reason| solution.settled.conflicts.iter().any(|conflict| conflict.reasons.contains(&reason));
        let minimal = minimal_sets(&network, case.reasons);
        for reason in (0..case.reasons).map(Reason) {
            let mut sets = minimal.iter().filter(|set| set.contains(&reason)).peekable();
            involved += u32::from(sets.peek().is_some());
            named += u32::from(sets.peek().is_some() && is_named(reason));
            assert!(is_named(reason) || sets.all(|set| set.len() > 2), "a contradicting pair is not named");
        }
    }
    assert!(named == involved && involved > rounds / 2, "{named} of {involved}");
}

/// All minimal inconsistent sets of reasons.
fn minimal_sets(network: &Network, reasons: u32) -> Vec<Vec<Reason>> {
    let mut minimal: Vec<u32> = Vec::new();
    let mut sets: Vec<u32> = (1..1 << reasons).collect();
    sets.sort_by_key(|set| set.count_ones());
    let members =
        |set: u32| -> Vec<Reason> { (0..reasons).filter(|reason| set >> reason & 1 == 1).map(Reason).collect() };
    for set in sets {
        if minimal.iter().all(|&known| known & set != known) && !is_consistent(network, &members(set)) {
            minimal.push(set);
        }
    }
    minimal.into_iter().map(members).collect()
}

#[test]
fn a_closed_chain_is_one_conflict_of_all_its_links() {
    let links = 20_000;
    let chain: Vec<Constraint> =
        (0..links).map(|link| constraint(1 + link, 1 + (link + 1) % links, -1, link)).collect();
    let network = Network::new(links + 1, links, chain);
    let solution = solve(&network, &[]);
    assert_eq!(solution.settled.conflicts.len(), 1);
    assert_eq!(solution.settled.conflicts[0].reasons.len(), links as usize);
    assert_eq!(solution.settled.set_aside, [Reason(links - 1)]);
}

#[test]
fn a_dispute_of_many_statements_is_few_conflicts() {
    let statements = 400;
    let sides = |number: u32| {
        if number.is_multiple_of(2) { (1, 2) } else { (2, 1) }
    };
    let dispute: Vec<Constraint> = (0..statements)
        .map(|number| constraint(sides(number).0, sides(number).1, -i64::from(number) - 1, number))
        .collect();
    let network = Network::new(3, statements, dispute);
    let solution = solve(&network, &[]);
    assert!(solution.settled.conflicts.len() <= 2 * statements as usize, "{}", solution.settled.conflicts.len());
    let named =
        |reason: u32| solution.settled.conflicts.iter().any(|conflict| conflict.reasons.contains(&Reason(reason)));
    assert!((0..statements).all(named));
    assert_eq!(solution.settled.set_aside.len(), statements as usize / 2);
}

#[test]
fn a_conflict_that_names_nothing_new_is_reported_while_its_reasons_were_named_seldom() {
    // Each of the first contradicts each of the others.
    let reported = [2, 4, 6].map(|each| {
        let dispute = (0..2 * each).map(|number| if number < each { (1, 2, number) } else { (2, 1, number) });
        let dispute = dispute.map(|(one, other, number)| constraint(one, other, -1, number)).collect();
        solve(&Network::new(3, 2 * each, dispute), &[]).settled.conflicts.len()
    });
    assert_eq!(reported, [4, 12, 20]);
}

/// The fewest links from each point to a later one, by way of links between points in ascending order.
fn fewest_links(points: u32, links: &[(u32, u32)]) -> Vec<Vec<Option<usize>>> {
    let from_one = |from: u32| {
        let mut fewest = vec![None; points as usize + 1];
        fewest[from as usize] = Some(0_usize);
        for to in from + 1..=points {
            let last = links.iter().filter(|link| link.1 == to);
            fewest[to as usize] = last.filter_map(|link| fewest[link.0 as usize]).min().map(|links| links + 1);
        }
        fewest
    };
    (0..=points).map(from_one).collect()
}

#[test]
fn of_the_ways_round_a_false_statement_one_of_fewest_links_is_reported() {
    let mut random = Random(31);
    for _ in 0..cases(4).cases {
        let points = 4 + random.below(8);
        let mut links: Vec<(u32, u32)> = (1..points).map(|point| (point, point + 1)).collect();
        for _ in 0..random.below(8) {
            let from = 1 + random.below(points - 1);
            links.push((from, from + 1 + random.below(points - from)));
        }
        random.shuffle(&mut links);
        let mut day = |_| 1 + random.below(points);
        let (not_after, not_before): (Vec<u32>, Vec<u32>) =
            ((0..points / 4).map(&mut day).collect(), (0..points / 4).map(&mut day).collect());
        let before = |&(one, other): &(u32, u32)| (one, other, -1);
        let after_day = not_after.iter().map(|&point| (point, 0, 10 * i64::from(point)));
        let before_day = not_before.iter().map(|&point| (0, point, -10 * i64::from(point)));
        let said = links.iter().map(before).chain(after_day).chain(before_day).chain([(points, 1, -1)]);
        let said: Vec<Constraint> = (0..).zip(said).map(|(nth, (a, b, ticks))| constraint(a, b, ticks, nth)).collect();
        let fewest = fewest_links(points, &links);
        let over_calendar = not_after.iter().flat_map(|&b| not_before.iter().map(move |&a| (a, b)));
        let over_calendar = over_calendar
            .filter(|(a, b)| a >= b)
            .filter_map(|(a, b)| Some(2 + fewest[1][b as usize]? + fewest[a as usize][points as usize]?));
        let shortest = over_calendar.chain(fewest[1][points as usize]).min().expect("each point is linked to the next");
        let strength: Vec<u32> = (1..=said.len()).map(|nth| u32::from(nth < said.len())).collect();
        let solution = solve(&Network::new(0, 0, said.clone()), &strength);
        assert_eq!(solution.settled.conflicts[0].reasons.len(), 1 + shortest, "{points} {said:?}");
    }
}

/// So many layers of two points, each later than both of the layer before; and the first point later than the last.
fn mesh(layers: u32) -> Network {
    let (first, last, point) = (1, 2, |layer: u32, nth: u32| 3 + 2 * layer + nth);
    let ends = [0, 1].map(|nth| [(first, point(0, nth)), (point(layers - 1, nth), last)]);
    let between = (1..layers).flat_map(|layer| {
        [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(one, other)| (point(layer - 1, one), point(layer, other)))
    });
    let ordered = ends.into_iter().flatten().chain(between).chain([(last, first)]);
    let constraints = (0..).zip(ordered).map(|(reason, (one, other))| constraint(one, other, -1, reason));
    Network::new(0, 0, constraints.collect())
}

#[test]
fn of_one_statement_against_a_mesh_of_chains_few_conflicts_are_reported() {
    let told = [3, 4, 6, 10].map(|layers| {
        let network = mesh(layers);
        let solution = solve(&network, &[]);
        assert_eq!(solution.settled.set_aside, [Reason(network.reasons() - 1)]);
        let is_named =
            |reason: &Reason| solution.settled.conflicts.iter().any(|conflict| conflict.reasons.contains(reason));
        let unnamed = (0..network.reasons()).map(Reason).filter(|reason| !is_named(reason)).count();
        (solution.settled.conflicts.len(), unnamed, solution.settled.complete)
    });
    assert_eq!(told, [(5, 0, true), (6, 2, false), (6, 7, false), (6, 19, false)]);
}

/// So many times: two weak statements, each of which a strong one contradicts; and only where that is taken away, the
/// two and a third contradict each other. Gives how many statements no conflict names, and whether none is missing.
fn unnamed_behind_others(times: u32, strong_ones_are_two: bool) -> (usize, bool) {
    let copy = |nth: u32| {
        let (a, b, c) = (1 + 3 * nth, 2 + 3 * nth, 3 + 3 * nth);
        let [weak, weak_too, hidden, strong, strong_too] = [0, 1, 2, 3, 3 + u32::from(strong_ones_are_two)];
        let ordered = [(a, b, weak), (c, a, weak_too), (b, c, hidden), (b, a, strong), (a, c, strong_too)];
        ordered.map(|(one, other, reason)| constraint(one, other, -1_000, 5 * nth + reason))
    };
    let network = Network::new(0, 5 * times, (0..times).flat_map(copy).collect());
    let strength: Vec<u32> = (0..5 * times).map(|reason| u32::from(reason % 5 > 1)).collect();
    let solution = solve(&network, &strength);
    let is_named =
        |reason: &Reason| solution.settled.conflicts.iter().any(|conflict| conflict.reasons.contains(reason));
    let stated = (0..network.reasons()).map(Reason).filter(|&reason| !network.owned(reason).is_empty());
    (stated.filter(|reason| !is_named(reason)).count(), solution.settled.complete)
}

#[test]
fn what_contradicts_only_where_others_are_taken_away_is_found() {
    assert_eq!(unnamed_behind_others(1, false), (0, true));
    assert_eq!(unnamed_behind_others(12, false), (0, true));
    // Conflicts that share no reason are looked into together where they are few.
    assert_eq!(unnamed_behind_others(1, true), (0, true));
    assert_eq!(unnamed_behind_others(12, true), (12, true));
}

#[test]
fn the_weakest_reason_of_a_conflict_is_set_aside() {
    let born = [constraint(1, 0, 10, 0), constraint(0, 1, -5, 0)];
    let died = [constraint(2, 0, 3, 1), constraint(0, 2, -1, 1)];
    let lived = [constraint(1, 2, -1, 2)];
    let network = Network::new(3, 3, [born.as_slice(), &died, &lived].concat());
    for weakest in 0..3 {
        let strength: Vec<u32> = (0..3).map(|reason| u32::from(reason != weakest)).collect();
        assert_eq!(solve(&network, &strength).settled.set_aside, [Reason(weakest)]);
    }
}

#[test]
fn one_wrong_date_is_set_aside_and_not_the_many_it_contradicts() {
    let mut constraints = vec![constraint(1, 0, 10, 0), constraint(0, 1, -10, 0)];
    for other in 1..50 {
        constraints.push(constraint(1 + other, 0, 5, other));
        constraints.push(constraint(1, 1 + other, -1, 50 + other));
    }
    let network = Network::new(51, 100, constraints);
    let solution = solve(&network, &[]);
    assert_eq!(solution.settled.set_aside, [Reason(0)]);
    assert_eq!(solution.settled.conflicts.len(), 49);
    assert!(solution.settled.complete);
}

#[test]
fn extreme_bounds_do_not_overflow() {
    let constraints = [
        constraint(1, 0, i64::MIN, 0),
        constraint(2, 1, i64::MIN, 1),
        constraint(3, 4, i64::MAX, 2),
        constraint(4, 0, i64::MAX, 3),
        constraint(0, 1, i64::MAX, 4),
        constraint(5, 5, i64::MIN, 5),
    ];
    let network = Network::new(0, 0, constraints.to_vec());
    let solution = solve(&network, &[]);
    assert_eq!(solution.latest(Point(2)).or(solution.latest(Point(1))), Some(i64::MIN + 1));
    assert_eq!(solution.latest(Point(3)), Some(i64::MAX - 1));
    assert_eq!(solution.settled.set_aside.len(), 2);
    assert_eq!(solution.latest(Point(99)), None);
}
