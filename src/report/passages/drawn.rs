//! A passage on a terminal: its words between the margins, under them what is marked and what is said of it.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{Mark, Passage};
use crate::report::wrap::prefix_within;
use crate::report::{Glyphs, Layout, Paint, wrapped};

/// What is said of a mark has at least so many columns.
const ROOM: usize = 32;

/// A passage, laid out.
pub(in crate::report) struct Drawn<'p> {
    pub(in crate::report) passage: &'p Passage,
    pub(in crate::report) layout: Layout,
    /// The colour of what the finding is about.
    pub(in crate::report) paint: Paint,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Passage { words, marks, .. } = self.passage;
        if self.layout.glyphs == Glyphs::Words {
            return self.narrated(f);
        }
        let margin = if self.layout.glyphs == Glyphs::Ascii { "  | " } else { "  │ " };
        for line in lines(words, self.layout.width.saturating_sub(margin.width()).max(ROOM)) {
            let marks: Vec<(Range<usize>, &Mark)> = marks.iter().filter_map(|mark| on(&line, mark)).collect();
            let (mut text, mut end) = (String::new(), line.start);
            for (range, mark) in &marks {
                text.push_str(&self.layout.clean(&words[end..range.start]));
                text.push_str(&self.layout.paint(self.paint(mark), &self.layout.clean(&words[range.clone()])));
                end = range.end;
            }
            writeln!(f, "{margin}{text}{}", self.layout.clean(&words[end..line.end]))?;
            self.under(f, margin, &line, &marks)?;
        }
        Ok(())
    }
}

impl Drawn<'_> {
    fn paint(&self, mark: &Mark) -> Paint {
        if mark.is_primary { self.paint } else { Paint::Magenta }
    }

    /// The marks of a line, those of which nothing is said in one row.
    fn under(
        &self,
        f: &mut fmt::Formatter<'_>,
        margin: &str,
        line: &Range<usize>,
        marks: &[(Range<usize>, &Mark)],
    ) -> fmt::Result {
        let width = |range: Range<usize>| self.layout.clean(&self.passage.words[range]).width();
        let stroke = if self.layout.glyphs == Glyphs::Ascii { "^" } else { "─" };
        let mut row = String::new();
        for (range, mark) in marks {
            let column = width(line.start..range.start);
            row.push_str(&" ".repeat(column.saturating_sub(row.width())));
            row.push_str(&stroke.repeat(width(range.clone()).max(1)));
            if mark.said.is_empty() || range.end < mark.range.end {
                continue;
            }
            let said = self.layout.clean(&mark.said.join("; ")).into_owned();
            let first = format!("{margin}{row} ");
            let is_short = first.width() + said.width() <= self.layout.width;
            if is_short || self.layout.width.saturating_sub(first.width()) >= ROOM {
                let rest = format!("{margin}{}", " ".repeat(row.width() + 1));
                wrapped(&said, self.layout.width, &first, &rest).iter().try_for_each(|line| writeln!(f, "{line}"))?;
            } else {
                let indent = column.min(self.layout.width.saturating_sub(margin.width() + ROOM));
                let rest = format!("{margin}{}", " ".repeat(indent));
                writeln!(f, "{margin}{row}")?;
                wrapped(&said, self.layout.width, &rest, &rest).iter().try_for_each(|line| writeln!(f, "{line}"))?;
            }
            row.clear();
        }
        if row.is_empty() { Ok(()) } else { writeln!(f, "{margin}{row}") }
    }

    /// The words, then what is marked of them.
    fn narrated(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Passage { words, marks, .. } = self.passage;
        let mut tell = |told: &str, indent: &str| {
            let lines = wrapped(&self.layout.clean(told), self.layout.width, indent, &format!("{indent}  "));
            lines.iter().try_for_each(|line| writeln!(f, "{line}"))
        };
        tell(words, "  ")?;
        for mark in marks {
            let part = &words[mark.range.clone()];
            if mark.said.is_empty() {
                tell(&format!("marked: {part}"), "    ")?;
            }
            mark.said.iter().try_for_each(|said| tell(&format!("{part}: {said}"), "    "))?;
        }
        Ok(())
    }
}

/// The part of a mark that stands on a line.
fn on<'m>(line: &Range<usize>, mark: &'m Mark) -> Option<(Range<usize>, &'m Mark)> {
    let range = mark.range.start.max(line.start)..mark.range.end.min(line.end);
    let is_there = range.start < range.end || mark.range.is_empty() && line.contains(&mark.range.start);
    is_there.then_some((range, mark))
}

/// Words as lines of at most so many columns, without the spaces between them.
fn lines(words: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        // A part of a text lies within it.
        let mut start = word.as_ptr() as usize - words.as_ptr() as usize;
        let end = start + word.len();
        match lines.last_mut() {
            Some(line) if words[line.start..end].width() <= width => line.end = end,
            _ => {
                while words[start..end].width() > width {
                    let fits = start + prefix_within(&words[start..end], width);
                    lines.push(start..fits);
                    start = fits;
                }
                lines.push(start..end);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Colour;

    fn drawn(words: &str, marks: &[(&str, &str)], width: usize, glyphs: Glyphs) -> String {
        let marks = marks.iter().map(|(part, said)| {
            let start = words.find(part).expect("the part stands there");
            let said = if said.is_empty() { Vec::new() } else { vec![(*said).to_owned()] };
            Mark { range: start..start + part.len(), said, is_primary: true }
        });
        let passage =
            Passage { place: String::new(), phrase: None, at: None, words: words.to_owned(), marks: marks.collect() };
        let layout = Layout { width, colour: Colour::Off, glyphs };
        Drawn { passage: &passage, layout, paint: Paint::Red }.to_string()
    }

    #[test]
    fn what_is_marked_is_underlined_on_its_line() {
        let words = "The ferry sank in 1996, the year of the storm.";
        assert_eq!(
            drawn(words, &[("sank", ""), ("1996", "here")], 60, Glyphs::Unicode),
            "  │ The ferry sank in 1996, the year of the storm.\n  │           ────    ──── here\n"
        );
        assert_eq!(
            drawn(words, &[("1996, the year", "and so on")], 36, Glyphs::Ascii),
            "  | The ferry sank in 1996, the year\n  |                   ^^^^^^^^^^^^^^\n  | and so on\n  | of the storm.\n"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_screen() {
        let words = format!("Long {} and 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 end", "x".repeat(90));
        for width in 40..70 {
            let shown =
                drawn(&words, &[("and", "said of it in so many words that they go on")], width, Glyphs::Unicode);
            assert!(shown.lines().all(|line| line.width() <= width), "{width}:\n{shown}");
        }
    }
}
