//! A chart of signs, for a terminal: one line a thing, at most twelve lines.

use std::fmt;

use unicode_width::UnicodeWidthStr;

use super::scale::Scale;
use super::{Bar, Day};
use crate::report::{Glyphs, Layout, Paint, wrapped};

/// So many things are drawn; with the axis and its words that makes twelve lines.
const BARS: usize = 8;
/// No line is longer, however wide the screen.
const WIDTH: usize = 80;

/// A chart for a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Plain<'a> {
    /// What is drawn, in this order.
    pub bars: &'a [Bar],
    /// How lines are laid out.
    pub layout: Layout,
}

/// What a chart is drawn with.
struct Signs {
    certain: char,
    possible: char,
    line: char,
    tick: char,
    to_left: char,
    to_right: char,
}

const UNICODE: Signs =
    Signs { certain: '█', possible: '░', line: '─', tick: '┬', to_left: '◂', to_right: '▸' };
const ASCII: Signs = Signs { certain: '#', possible: '.', line: '-', tick: '+', to_left: '<', to_right: '>' };

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dated: Vec<&Bar> = self.bars.iter().filter(|bar| bar.is_dated()).collect();
        let drawn: Vec<Bar> = dated.iter().take(BARS).map(|bar| (*bar).clone()).collect();
        if drawn.is_empty() {
            return Ok(());
        }
        if self.layout.glyphs == Glyphs::Words {
            return dated.into_iter().try_for_each(|bar| self.narrated(f, bar));
        }
        let signs = if self.layout.glyphs == Glyphs::Ascii { &ASCII } else { &UNICODE };
        let width = self.layout.width.min(WIDTH);
        let widest = drawn.iter().map(|bar| bar.name.width()).max().unwrap_or_default();
        let names = widest.min(width * 2 / 5);
        let cells = width.saturating_sub(names + 6);
        let scale = Scale::new(&drawn, cells);
        for bar in &drawn {
            let name = self.layout.clean(&cut(&bar.name, names)).into_owned();
            let gap = " ".repeat(names.saturating_sub(name.width()));
            let line = format!("  {name}{gap}  {}", row(bar, &scale, cells, signs));
            writeln!(f, "{}", line.trim_end())?;
        }
        let (ruler, labels) = axis(&scale, cells, signs);
        let indent = " ".repeat(names + 4);
        writeln!(f, "{indent}{}", self.layout.paint(Paint::Dim, &ruler))?;
        writeln!(f, "{indent}{}", labels.trim_end())?;
        let hidden = dated.len() - drawn.len();
        let more = if hidden > 0 { format!(", and {hidden} more") } else { String::new() };
        let to_scale = if scale.is_linear { "" } else { ", not to scale" };
        let legend = format!("  {} surely  {} possibly{to_scale}{more}", signs.certain, signs.possible);
        writeln!(f, "{}", self.layout.paint(Paint::Dim, &legend))
    }
}

impl Plain<'_> {
    /// A thing in words: ``putin-visit-2024: possibly from 2024-06-18 to 2024-06-19, surely on 2024-06-19``.
    fn narrated(&self, f: &mut fmt::Formatter<'_>, bar: &Bar) -> fmt::Result {
        let day = |day: i64| crate::time::Day::from_number(day).to_string();
        let stretch = |first: Day, last: Day| match (first, last) {
            (Some(first), Some(last)) if first == last => format!("on {}", day(first)),
            (Some(first), Some(last)) => format!("from {} to {}", day(first), day(last)),
            (Some(first), None) => format!("not before {}", day(first)),
            (None, Some(last)) => format!("not after {}", day(last)),
            (None, None) => "at some time".to_owned(),
        };
        let (possible, certain) = (bar.possible(), bar.certain().map(|(first, last)| [Some(first), Some(last)]));
        let may = (certain != Some(possible)).then(|| format!("possibly {}", stretch(possible[0], possible[1])));
        let must = certain.map(|[first, last]| format!("surely {}", stretch(first, last)));
        let told: Vec<String> = may.into_iter().chain(must).collect();
        let text = format!("{}: {}", bar.name, told.join(", "));
        wrapped(&self.layout.clean(&text), self.layout.width, "  ", "    ")
            .iter()
            .try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// The name in so many columns.
fn cut(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let mut cut = String::new();
    for c in name.chars() {
        if cut.width() + 2 > width {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}

fn row(bar: &Bar, scale: &Scale, cells: usize, signs: &Signs) -> String {
    let mut row = vec![' '; cells + 2];
    let mut fill = |[first, last]: [Day; 2], sign: char| {
        let from = first.map_or(0, |day| cell(scale, day, cells));
        // The end of a day is the beginning of the next; what has any length has a cell.
        let to = last.map_or(cells, |day| cell(scale, day + 1, cells)).max(from + 1);
        row[from + 1..=to.min(cells).max(from + 1)].fill(sign);
    };
    if bar.possible() != [None, None] {
        fill(bar.possible(), signs.possible);
    }
    if let Some((first, last)) = bar.certain() {
        fill([Some(first), Some(last)], signs.certain);
    }
    if bar.possible()[0].is_none() {
        row[0] = signs.to_left;
    }
    if bar.possible()[1].is_none() {
        row[cells + 1] = signs.to_right;
    }
    row.into_iter().collect()
}

/// The cell in which a day begins.
fn cell(scale: &Scale, day: i64, cells: usize) -> usize {
    ((scale.position(day) * cells as f64).round() as usize).min(cells.saturating_sub(1))
}

/// The line of the axis and the names under it.
fn axis(scale: &Scale, cells: usize, signs: &Signs) -> (String, String) {
    let mut ruler = vec![signs.line; cells + 2];
    let mut labels = String::new();
    for (_, tick) in scale.named(|name| (name.len() + 2) as f64 / cells.max(1) as f64) {
        let at = cell(scale, tick.day, cells) + 1;
        if at < labels.len() || at + tick.name.len() > cells + 2 {
            continue;
        }
        ruler[at] = signs.tick;
        labels.push_str(&" ".repeat(at - labels.len()));
        labels.push_str(&tick.name);
        labels.push(' ');
    }
    (ruler.into_iter().collect(), labels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Colour;
    use crate::time::When;

    fn bar(name: &str, start: &str, end: &str) -> Bar {
        let days = |text: &str| {
            let days = When::parse(text).expect("the test writes EDTF").hard();
            [days.earliest(), days.latest()].map(|end| end.day().map(crate::time::Day::number))
        };
        Bar { name: name.to_owned(), start: days(start), end: days(end), ..Bar::default() }
    }

    fn drawn(bars: &[Bar], width: usize, glyphs: Glyphs) -> String {
        Plain { bars, layout: Layout { width, colour: Colour::Off, glyphs } }.to_string()
    }

    #[test]
    fn certain_stretches_uncertain_ends_and_open_ones_look_different() {
        let bars = [
            bar("second war", "1939-09-01", "1945-09-02"),
            bar("collapse", "1991", "1991"),
            Bar { end: [None, None], ..bar("partnership", "1995", "1995") },
        ];
        let expected = "
  second war    #######
  collapse                                                                ..
  partnership                                                                 .>
               -+-----------+----------+-----------+----------+----------+------
                1940        1950       1960        1970       1980       1990
  # surely  . possibly
";
        let shown = format!("\n{}", drawn(&bars, 80, Glyphs::Ascii));
        assert_eq!(shown, expected, "{shown}");
    }

    #[test]
    fn a_chart_fits_its_screen_and_twelve_lines() {
        let many: Vec<Bar> = (0..40)
            .map(|n| {
                bar(&format!("event-{n}-of-a-long-name-{}", "x".repeat(n)), &format!("{}", 1900 + 3 * n), "2024-06")
            })
            .collect();
        for width in [40, 60, 80, 200] {
            for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
                let shown = drawn(&many, width, glyphs);
                assert!(shown.lines().count() <= 12, "{shown}");
                assert!(shown.lines().all(|line| line.width() <= width.min(80)), "{width}\n{shown}");
                assert_eq!(shown.is_ascii(), glyphs == Glyphs::Ascii, "{shown}");
            }
        }
        assert_eq!(drawn(&[Bar::default()], 80, Glyphs::Ascii), "", "what has no date is not drawn");
    }
}
