//! Where a day stands on the axis, and which days the axis names.

use crate::time::Day as Date;

use super::Bar;

/// Of the neighbours that lie apart, so many in a hundred must stay so for an axis to be drawn to scale.
const KEPT_APART: usize = 90;
/// How a stretch without an edge shrinks where time is not drawn to scale.
const SHRINK: f64 = 0.4;
/// So many years and months at most are candidates for a name on the axis.
const NAMED: i64 = 400;

/// Days as positions from 0 to 1.
pub(super) struct Scale {
    /// Days in order with their positions.
    knots: Vec<(i64, f64)>,
    /// Whether a year is as long everywhere.
    pub(super) is_linear: bool,
}

/// A day with a name on the axis.
pub(super) struct Tick {
    pub(super) day: i64,
    pub(super) name: String,
    /// How much it matters, 0 the most.
    rank: u8,
}

impl Scale {
    /// The scale of an axis with so many cells.
    pub(super) fn new(bars: &[Bar], cells: usize) -> Self {
        let edges = |[first, last]: [super::Day; 2]| [first, last.map(|last| last + 1)];
        let mut days: Vec<i64> = bars.iter().flat_map(Bar::stretches).flat_map(edges).flatten().collect();
        days.extend(bars.iter().filter_map(Bar::certain).flat_map(|(first, last)| [first, last + 1]));
        days.sort_unstable();
        days.dedup();
        let linear = Self { knots: spread(&days, |gap| gap as f64), is_linear: true };
        if linear.keeps_apart(bars, cells) {
            return linear;
        }
        Self { knots: spread(&days, |gap| (gap as f64).powf(SHRINK)), is_linear: false }
    }

    /// Whether what lies apart falls into cells of its own, nearly everywhere.
    fn keeps_apart(&self, bars: &[Bar], cells: usize) -> bool {
        let mut starts: Vec<i64> = bars.iter().flat_map(Bar::stretches).filter_map(|[first, _]| first).collect();
        starts.sort_unstable();
        let next = |last: i64| starts.get(starts.partition_point(|start| *start <= last)).map(|next| (last, *next));
        let pairs: Vec<(i64, i64)> = bars.iter().flat_map(Bar::stretches).filter_map(|[_, last]| next(last?)).collect();
        let cell = |day: i64| (self.position(day) * cells as f64) as usize;
        let kept = pairs.iter().filter(|(last, next)| cell(*last) < cell(*next)).count();
        kept * 100 >= pairs.len() * KEPT_APART
    }

    /// Where a day begins.
    pub(super) fn position(&self, day: i64) -> f64 {
        let after = self.knots.partition_point(|(knot, _)| *knot <= day);
        match (after.checked_sub(1).map(|at| self.knots[at]), self.knots.get(after)) {
            (Some((from, low)), Some(&(to, high))) => low + (high - low) * (day - from) as f64 / (to - from) as f64,
            (Some((_, position)), None) | (None, Some(&(_, position))) => position,
            (None, None) => 0.5,
        }
    }

    /// The days that may be named, those first that matter most: round years, years, months, and the edges themselves.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let (Some(&(first, _)), Some(&(last, _))) = (self.knots.first(), self.knots.last()) else { return Vec::new() };
        let [(from, ..), (to, ..)] = [first, last].map(|day| Date::from_number(day).year_month_day());
        let step = [1, 5, 10, 50, 100, 500, 1000].into_iter().find(|step| (to - from) / step < NAMED).unwrap_or(10_000);
        let mut ticks: Vec<Tick> =
            (from.div_euclid(step)..=to.div_euclid(step) + 1).filter_map(|number| year(number * step)).collect();
        if (to - from) * 12 < NAMED {
            ticks.extend((from..=to).flat_map(|year| (2..=12).filter_map(move |number| month(year, number))));
        }
        ticks.extend(self.knots.iter().map(|(day, _)| Tick {
            day: *day,
            name: Date::from_number(*day).to_string(),
            rank: 9,
        }));
        ticks.retain(|tick| (first..=last).contains(&tick.day));
        ticks.sort_by_key(|tick| (tick.rank, tick.day));
        ticks
    }

    /// The ticks that have room beside one another, by their place: a name takes `room` of its letters, of all of them
    /// together 1.
    pub(super) fn named(&self, room: impl Fn(&str) -> f64) -> Vec<(f64, Tick)> {
        let mut named: Vec<(f64, f64, Tick)> = Vec::new();
        for tick in self.ticks() {
            let (start, width) = (self.position(tick.day), room(&tick.name));
            let is_free = |(other, room, _): &(f64, f64, Tick)| start >= other + room || start + width <= *other;
            if start + width <= 1.0 + width / 2.0 && named.iter().all(is_free) {
                named.push((start, width, tick));
            }
        }
        named.sort_by(|one, other| one.0.total_cmp(&other.0));
        named.into_iter().map(|(start, _, tick)| (start, tick)).collect()
    }
}

fn year(year: i64) -> Option<Tick> {
    let rank = match year {
        year if year % 100 == 0 => 1,
        year if year % 10 == 0 => 2,
        _ => 3,
    };
    let name = if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) };
    Some(Tick { day: Date::new(year, 1, 1)?.number(), name, rank })
}

fn month(year: i64, month: u8) -> Option<Tick> {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let name = NAMES.get(usize::from(month) - 1)?;
    Some(Tick { day: Date::new(year, month, 1)?.number(), name: format!("{name} {year}"), rank: 5 })
}

/// Days in order at positions from 0 to 1, each as far from the last as `weight` makes the days between them.
fn spread(days: &[i64], weight: impl Fn(i64) -> f64) -> Vec<(i64, f64)> {
    let mut sum = 0.0;
    let mut knots: Vec<(i64, f64)> = Vec::with_capacity(days.len());
    for (number, &day) in days.iter().enumerate() {
        if number > 0 {
            sum += weight(day - days[number - 1]);
        }
        knots.push((day, sum));
    }
    for (_, position) in &mut knots {
        *position /= sum.max(f64::MIN_POSITIVE);
    }
    knots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(first: i64, last: i64) -> Bar {
        Bar { start: [Some(first), None], end: [None, Some(last)], ..Bar::default() }
    }

    #[test]
    fn what_lies_apart_stays_apart_and_in_order() {
        let bars = [bar(0, 25_000), bar(30_000, 30_000), bar(30_002, 30_002)];
        let scale = Scale::new(&bars, 50);
        assert!(!scale.is_linear);
        let cell = |day: i64| (scale.position(day) * 50.0) as usize;
        assert!(cell(30_000) < cell(30_002));
        let positions: Vec<f64> = (0..30_003).map(|day| scale.position(day)).collect();
        assert!(positions.is_sorted(), "a later day stands further right");
    }

    #[test]
    fn time_is_drawn_to_scale_where_it_can_be() {
        let scale = Scale::new(&[bar(0, 99), bar(200, 399)], 40);
        assert!(scale.is_linear);
        assert!((scale.position(100) - 0.25).abs() < 1e-9);
        assert!((scale.position(900) - 1.0).abs() < 1e-9, "what lies beyond the axis stands at its end");
    }
}
