//! A chart as a picture: SVG 1.1, light and dark by the reader's setting, with a title for each thing that pointers
//! show. It stands on its own ([`Svg`]), or in a page ([`Inline`]) that holds the [`STYLE`] and the [`DEFS`] once for
//! all.

use std::fmt;

use super::scale::Scale;
use super::{Bar, Day, apart};

/// Pixels: the height of a line, the width of a letter, the width of the axis.
const LINE: f64 = 20.0;
const LETTER: f64 = 7.2;
const AXIS: f64 = 860.0;
/// The longest name.
const NAME: usize = 44;
/// Above the first line, with the axis' names.
const TOP: f64 = 66.0;
/// The same where no title stands above them, and the axis in a page.
const INLINE_TOP: f64 = 30.0;
const INLINE_AXIS: f64 = 420.0;
const MARGIN: f64 = 16.0;
/// So far what has no first or last day is seen to go on, on either side of the axis too.
const FADE: f64 = 56.0;
/// What is short is drawn this wide.
const LEAST: f64 = 3.0;

/// How the parts of a chart look, to stand in a page once.
pub const STYLE: &str = "\
.chart { background: #fff }
.chart text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328 }
.chart .title { font-size: 15px; font-weight: 600 }
.chart .dim { fill: #59636e }
.chart .grid { stroke: #d1d9e0; stroke-width: 1 }
.chart .band { fill: #f6f8fa }
.chart .sure { fill: #0969da }
.chart .open { fill: #0969da; fill-opacity: .28 }
.chart .from { fill: url(#fade-in) }
.chart .to { fill: url(#fade-out) }
.fade stop { stop-color: #0969da }
.chart .edge { stroke: #0969da; stroke-width: 1.2; stroke-dasharray: 3 2; fill: none }
.chart .not { fill: url(#stripes); stroke: #cf222e; stroke-width: 1.2 }
.stripe { stroke: #cf222e; stroke-width: 2.4 }
.chart .gap { fill: #cf222e; fill-opacity: .1 }
.chart .bound { stroke: #cf222e; stroke-width: 1; stroke-dasharray: 2 2 }
.chart .mark { fill: #cf222e; font-weight: 700 }
@media screen and (prefers-color-scheme: dark) {
.chart { background: #0d1117 }
.chart text { fill: #e6edf3 }
.chart .dim { fill: #9198a1 }
.chart .grid { stroke: #3d444d }
.chart .band { fill: #151b23 }
.chart .sure { fill: #4493f8 }
.chart .open { fill: #4493f8 }
.chart .edge { stroke: #4493f8 }
.fade stop { stop-color: #4493f8 }
.chart .not { stroke: #f85149 }
.stripe { stroke: #f85149 }
.chart .gap { fill: #f85149; fill-opacity: .16 }
.chart .bound { stroke: #f85149 }
.chart .mark { fill: #f85149 }
}
";

/// The patterns that charts are filled with, to stand in a page once.
pub const DEFS: &str = "\
<defs>
<pattern id=\"stripes\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<line class=\"stripe\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern>
<linearGradient id=\"fade-in\" class=\"fade\"><stop offset=\"0\" stop-opacity=\"0\"/><stop offset=\"1\" stop-opacity=\".5\"/></linearGradient>
<linearGradient id=\"fade-out\" class=\"fade\"><stop offset=\"0\" stop-opacity=\".5\"/><stop offset=\"1\" stop-opacity=\"0\"/></linearGradient>
</defs>
";

/// A chart as SVG.
#[derive(Clone, Copy, Debug)]
pub struct Svg<'a> {
    /// What it shows.
    pub title: &'a str,
    /// What is drawn, in this order.
    pub bars: &'a [Bar],
}

/// A chart as SVG in a page, with a name for screen readers and without a title of its own.
#[derive(Clone, Copy, Debug)]
pub struct Inline<'a> {
    /// What it shows.
    pub name: &'a str,
    /// What is drawn, in this order.
    pub bars: &'a [Bar],
    /// How it is drawn.
    pub extent: Extent,
}

/// How much of a page a chart takes, and what it explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A small one, of two or three things that lie apart: what lies between them is marked.
    Few,
    /// A large one, with what its colours mean.
    Many,
}

/// Where things stand on the picture.
struct Frame {
    scale: Scale,
    left: f64,
    top: f64,
    axis: f64,
    lines: usize,
}

impl Frame {
    fn new(bars: &[Bar], top: f64, axis: f64) -> Self {
        let longest = bars.iter().map(|bar| bar.name.chars().count()).max().unwrap_or_default().min(NAME);
        let left = (MARGIN + (longest + 3) as f64 * LETTER + FADE).round();
        Self { scale: Scale::new(bars, (axis / LEAST) as usize), left, top, axis, lines: bars.len() }
    }

    fn x(&self, day: i64) -> f64 {
        self.left + self.scale.position(day) * self.axis
    }

    fn width(&self) -> f64 {
        self.left + self.axis + FADE + MARGIN
    }

    fn bottom(&self) -> f64 {
        self.top + self.lines as f64 * LINE
    }
}

/// The things that have a date.
fn drawn(bars: &[Bar]) -> Vec<Bar> {
    bars.iter().filter(|bar| bar.is_dated()).cloned().collect()
}

impl fmt::Display for Svg<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drawn = drawn(self.bars);
        let frame = Frame::new(&drawn, TOP, AXIS);
        let (width, height) = (frame.width(), frame.bottom() + 40.0);
        writeln!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"chart-title\">"
        )?;
        writeln!(f, "<title id=\"chart-title\">{}</title>\n<style>\n{STYLE}</style>", escaped(self.title))?;
        f.write_str(DEFS)?;
        writeln!(f, "<text class=\"title\" x=\"{MARGIN}\" y=\"24\">{}</text>", escaped(self.title))?;
        axis(f, &frame)?;
        for (line, bar) in drawn.iter().enumerate() {
            row(f, &frame, line, bar)?;
        }
        legend(f, &frame, &drawn)?;
        writeln!(f, "</svg>")
    }
}

impl fmt::Display for Inline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let drawn = drawn(self.bars);
        let frame = Frame::new(&drawn, INLINE_TOP, if self.extent == Extent::Few { INLINE_AXIS } else { AXIS });
        let below = if self.extent == Extent::Few && frame.scale.is_linear { 4.0 } else { 30.0 };
        let (width, height) = (frame.width(), frame.bottom() + below);
        let name = escaped(self.name);
        writeln!(
            f,
            "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-label=\"{name}\">"
        )?;
        axis(f, &frame)?;
        if self.extent == Extent::Few {
            gap(f, &frame, &drawn)?;
        }
        for (line, bar) in drawn.iter().enumerate() {
            row(f, &frame, line, bar)?;
        }
        match self.extent {
            Extent::Few => not_to_scale(f, &frame, MARGIN + 2.0 * LETTER)?,
            Extent::Many => legend(f, &frame, &drawn)?,
        }
        writeln!(f, "</svg>")
    }
}

/// The time between the first thing to be over and the last to begin.
fn gap(f: &mut fmt::Formatter<'_>, frame: &Frame, bars: &[Bar]) -> fmt::Result {
    let Some((_, last, _, first)) = apart(bars) else { return Ok(()) };
    let (from, to) = (frame.x(last + 1), frame.x(first));
    let (top, height) = (frame.top - 4.0, frame.lines as f64 * LINE + 4.0);
    writeln!(
        f,
        "<rect class=\"gap\" x=\"{from:.1}\" y=\"{top}\" width=\"{:.1}\" height=\"{height}\"/>",
        (to - from).max(0.0)
    )?;
    for x in [from, to] {
        writeln!(f, "<line class=\"bound\" x1=\"{x:.1}\" y1=\"{top}\" x2=\"{x:.1}\" y2=\"{}\"/>", top + height)?;
    }
    Ok(())
}

fn axis(f: &mut fmt::Formatter<'_>, frame: &Frame) -> fmt::Result {
    for line in (1..frame.lines).step_by(2) {
        let (y, width) = (frame.top + line as f64 * LINE, frame.width());
        writeln!(f, "<rect class=\"band\" x=\"0\" y=\"{y}\" width=\"{width}\" height=\"{LINE}\"/>")?;
    }
    for (_, tick) in frame.scale.named(|name| (name.len() + 2) as f64 * LETTER / frame.axis) {
        let (x, top, bottom) = (frame.x(tick.day), frame.top - 8.0, frame.bottom());
        writeln!(f, "<line class=\"grid\" x1=\"{x:.1}\" y1=\"{top}\" x2=\"{x:.1}\" y2=\"{bottom}\"/>")?;
        writeln!(f, "<text class=\"dim\" x=\"{x:.1}\" y=\"{}\">{}</text>", frame.top - 13.0, escaped(&tick.name))?;
    }
    Ok(())
}

fn row(f: &mut fmt::Formatter<'_>, frame: &Frame, line: usize, bar: &Bar) -> fmt::Result {
    let top = frame.top + line as f64 * LINE;
    let base = top + 14.0;
    writeln!(f, "<g><title>{}</title>", escaped(&bar.told))?;
    let name: String = if bar.name.chars().count() > NAME {
        bar.name.chars().take(NAME - 1).chain(['…']).collect()
    } else {
        bar.name.clone()
    };
    if bar.is_in_conflict {
        writeln!(f, "<text class=\"mark\" x=\"{MARGIN}\" y=\"{base}\">!</text>")?;
    }
    writeln!(f, "<text x=\"{}\" y=\"{base}\">{}</text>", MARGIN + 2.0 * LETTER, escaped(&name))?;
    if bar.possible() != [None, None] {
        open(f, frame, top, bar)?;
    }
    if let Some((first, last)) = bar.certain() {
        let (x, width) = stretch(frame, [Some(first), Some(last)]);
        writeln!(
            f,
            "<rect class=\"sure\" x=\"{x:.1}\" y=\"{}\" width=\"{width:.1}\" height=\"10\" rx=\"1.5\"/>",
            top + 5.0
        )?;
    }
    for &refuted in &bar.refuted {
        let (x, width) = stretch(frame, refuted);
        writeln!(f, "<rect class=\"not\" x=\"{x:.1}\" y=\"{}\" width=\"{width:.1}\" height=\"10\"/>", top + 5.0)?;
    }
    writeln!(f, "</g>")
}

/// Where a stretch begins, and how wide it is; what has no end goes up to the edge.
fn stretch(frame: &Frame, [first, last]: [Day; 2]) -> (f64, f64) {
    let from = first.map_or(frame.left, |day| frame.x(day));
    let to = last.map_or(frame.left + frame.axis, |day| frame.x(day + 1));
    (from, (to - from).max(LEAST))
}

/// The days on which something may be: pale with a dashed edge, and fading away where there is no first or last day.
fn open(f: &mut fmt::Formatter<'_>, frame: &Frame, top: f64, bar: &Bar) -> fmt::Result {
    let y = top + 5.0;
    let inner = [bar.start[1], bar.end[0]];
    let [first, last] = bar.possible();
    let (low, high) = (inner.into_iter().flatten().min(), inner.into_iter().flatten().max());
    let known = [first.or(low).or(last), last.or(high).or(first)];
    let (x, width) = stretch(frame, known);
    if first.is_some() || known[0] != last {
        writeln!(f, "<rect class=\"open\" x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"10\"/>")?;
    }
    for (is_open, class, at) in [(first.is_none(), "from", x - FADE), (last.is_none(), "to", x + width)] {
        if is_open {
            writeln!(f, "<rect class=\"{class}\" x=\"{at:.1}\" y=\"{y}\" width=\"{FADE}\" height=\"10\"/>")?;
        }
    }
    if first.is_some() && last.is_some() {
        writeln!(f, "<rect class=\"edge\" x=\"{x:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"10\"/>")?;
    }
    Ok(())
}

/// What the colours mean.
fn legend(f: &mut fmt::Formatter<'_>, frame: &Frame, bars: &[Bar]) -> fmt::Result {
    let y = frame.bottom() + 14.0;
    let mut x = MARGIN + 2.0 * LETTER;
    let mut entry = |class: &str, words: &str| -> fmt::Result {
        writeln!(f, "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y}\" width=\"18\" height=\"10\"/>")?;
        writeln!(f, "<text class=\"dim\" x=\"{:.1}\" y=\"{}\">{words}</text>", x + 24.0, y + 9.0)?;
        x += 24.0 + (words.chars().count() + 3) as f64 * LETTER;
        Ok(())
    };
    entry("sure", "surely")?;
    entry("open", "possibly")?;
    if bars.iter().any(|bar| bar.possible().contains(&None)) {
        entry("to", "no end known")?;
    }
    if bars.iter().any(|bar| !bar.refuted.is_empty()) {
        entry("not", "said, and cannot be")?;
    }
    not_to_scale(f, frame, x)
}

/// Says so, where time is not drawn to scale.
fn not_to_scale(f: &mut fmt::Formatter<'_>, frame: &Frame, x: f64) -> fmt::Result {
    if frame.scale.is_linear {
        return Ok(());
    }
    let y = frame.bottom() + 23.0;
    writeln!(f, "<text class=\"dim\" x=\"{x:.1}\" y=\"{y}\">time is not drawn to scale</text>")
}

/// Text as XML holds it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            c if crate::text::is_hidden(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_hold_is_escaped_and_every_thing_has_its_title() {
        let bars = [
            Bar {
                name: "a<b>&\u{202E}".into(),
                start: [Some(0), None],
                told: "since \"1970\"".into(),
                ..Bar::default()
            },
            Bar { name: "n".into(), start: [Some(5), Some(5)], end: [Some(9), Some(9)], ..Bar::default() },
            Bar { name: "r".into(), refuted: vec![[Some(1), Some(2)]], is_in_conflict: true, ..Bar::default() },
            Bar { name: "undated".into(), ..Bar::default() },
        ];
        let svg = Svg { title: "a & b", bars: &bars }.to_string();
        assert!(
            svg.contains("a&lt;b&gt;&amp;\u{FFFD}") && svg.contains("<title>since &quot;1970&quot;</title>"),
            "{svg}"
        );
        for (class, count) in [("sure", 2), ("to", 2), ("from", 0), ("not", 2), ("edge", 1)] {
            // One more in the legend, but for the edge.
            assert_eq!(svg.matches(&format!("class=\"{class}\"")).count(), count, "{class}\n{svg}");
        }
        assert!(!svg.contains("undated") && svg.matches("<g>").count() == 3, "{svg}");
        assert_eq!(svg.matches('<').count(), svg.matches('>').count(), "{svg}");
    }
}
