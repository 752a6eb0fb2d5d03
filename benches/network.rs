//! Times of the constraint network on generated timelines.
//!
//! `cargo bench --bench network [points ...]`

use std::time::Instant;

use gainsay::reason::network::{Constraint, Network, Point, Reason, solve};

/// Ticks of a day.
const DAY: i64 = 1 << 22;

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
        (((self.next() >> 32) * u64::from(bound)) >> 32) as u32
    }

    fn chance(&mut self, in_hundred: u32) -> bool {
        self.below(100) < in_hundred
    }

    /// The numbers below `count`, from 1, in random order.
    fn order(&mut self, count: u32) -> Vec<u32> {
        let mut order: Vec<u32> = (1..=count).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last as u32 + 1) as usize);
        }
        order
    }
}

/// Constraints that are being written down, each reason with the next number.
#[derive(Default)]
struct Draft {
    constraints: Vec<Constraint>,
    reasons: u32,
}

impl Draft {
    /// One statement that bounds differences: `later - earlier <= at_most` days, and so many ticks.
    fn state(&mut self, differences: &[(u32, u32, i64, i64)]) {
        for &(later, earlier, days, ticks) in differences {
            self.constraints.push(Constraint {
                later: Point(later),
                earlier: Point(earlier),
                at_most: days * DAY + ticks,
                reason: Reason(self.reasons),
            });
        }
        self.reasons += 1;
    }
}

/// Events of which 60 % are dated to the day, month, year or decade, with a "before" for each and a "within n days" for
/// three of ten, mostly between neighbours in time; then false statements.
fn events(points: u32, lies: u32) -> Draft {
    let mut random = Random(0x5eed);
    let mut draft = Draft::default();
    let place: Vec<i64> = (0..=points).map(|_| i64::from(random.below(73_000))).collect();
    let mut by_time: Vec<u32> = (1..=points).collect();
    by_time.sort_by_key(|&event| (place[event as usize], event));
    for event in 1..=points {
        if random.chance(60) {
            let width = [1, 31, 366, 3_653][random.below(4) as usize];
            let from = place[event as usize] - i64::from(random.below(width));
            draft.state(&[(event, 0, from + i64::from(width), -1), (0, event, -from, 0)]);
        }
    }
    for rank in 0..points {
        let far = if random.chance(90) { 50.min(points) } else { points };
        let (a, b) = (by_time[rank as usize], by_time[((rank + 1 + random.below(far)) % points) as usize]);
        let (first, second) = if place[a as usize] <= place[b as usize] { (a, b) } else { (b, a) };
        if place[first as usize] < place[second as usize] {
            draft.state(&[(first, second, 0, -1)]);
        }
        if random.chance(30) {
            let apart = place[second as usize] - place[first as usize] + 1;
            draft.state(&[(second, first, apart, 0), (first, second, apart, 0)]);
        }
    }
    for _ in 0..lies {
        let (a, b) = (1 + random.below(points), 1 + random.below(points));
        if random.chance(50) {
            let from = i64::from(random.below(73_000));
            draft.state(&[(a, 0, from + 366, -1), (0, a, -from, 0)]);
        } else if place[a as usize] < place[b as usize] {
            draft.state(&[(b, a, 0, -1)]);
        }
    }
    draft
}

/// A square of events, neighbours within some days of each other: one part, all of it cycles.
fn grid(points: u32, lies: u32) -> Draft {
    let mut random = Random(0x9e1d);
    let mut draft = Draft::default();
    let side = points.isqrt();
    let name = random.order(side * side);
    let place: Vec<i64> = (0..side * side).map(|_| i64::from(random.below(1_000))).collect();
    let mut near = |a: u32, b: u32, slack: u32| {
        let apart = place[b as usize] - place[a as usize];
        let (a, b) = (name[a as usize], name[b as usize]);
        draft.state(&[(b, a, apart + i64::from(slack), 0), (a, b, i64::from(slack) - apart, 0)]);
    };
    for at in 0..side * side {
        if at % side + 1 < side {
            near(at, at + 1, random.below(20));
        }
        if at + side < side * side {
            near(at, at + side, random.below(20));
        }
    }
    draft.state(&[(name[0], 0, 1, 0), (0, name[0], 0, 0)]);
    for _ in 0..lies {
        let at = random.below(side * side - 1) as usize;
        draft.state(&[(name[at], name[at + 1], -1_500, 0)]);
    }
    draft
}

/// One "before" after the other, filed in random order, and perhaps one from the last to the first.
fn chain(points: u32, closed: u32) -> Draft {
    let mut random = Random(0xc4a1);
    let mut draft = Draft::default();
    let name = random.order(points);
    let mut links: Vec<u32> = random.order(points - 1);
    links.extend(std::iter::repeat_n(0, closed as usize));
    for link in links {
        let (first, second) = match link {
            0 => (name[points as usize - 1], name[0]),
            _ => (name[link as usize - 1], name[link as usize]),
        };
        draft.state(&[(first, second, 0, -1)]);
    }
    draft
}

/// The same clash stated over and over: half say that one event came first, half the other.
fn dispute(points: u32, _: u32) -> Draft {
    let mut draft = Draft::default();
    for number in 0..points {
        let (first, second) = if number % 2 == 0 { (1, 2) } else { (2, 1) };
        draft.state(&[(first, second, -i64::from(number), -1)]);
    }
    draft
}

#[expect(clippy::print_stdout, reason = "a bench reports")]
fn time(family: &str, make: fn(u32, u32) -> Draft, points: u32, lies: u32) {
    let draft = make(points, lies);
    let start = Instant::now();
    let network = Network::new(points + 1, draft.reasons, draft.constraints.clone());
    let built = start.elapsed().as_millis();
    let start = Instant::now();
    let solution = solve(&network, &[]);
    let solved = start.elapsed().as_millis();
    let cycles: usize = solution.settled.conflicts.iter().map(|conflict| conflict.cycle.len()).sum();
    println!(
        "{family:<24} n {points:>8}  m {:>8}  build {built:>5} ms  solve {solved:>6} ms  conflicts {:>6} (mean {:.2})  aside {:>6}  complete {}",
        draft.constraints.len(),
        solution.settled.conflicts.len(),
        cycles as f64 / solution.settled.conflicts.len().max(1) as f64,
        solution.settled.set_aside.len(),
        solution.settled.complete,
    );
}

fn main() {
    let mut sizes: Vec<u32> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, 1_000_000];
    }
    for points in sizes {
        time("events", events, points, 0);
        time("events, 0.1 % false", events, points, points / 1_000);
        time("events, 10 % false", events, points, points / 10);
        time("grid", grid, points, 0);
        time("grid, 100 false", grid, points, 100);
        time("chain", chain, points, 0);
        time("chain, closed", chain, points, 1);
        time("dispute", dispute, points / 100, 0);
    }
}
