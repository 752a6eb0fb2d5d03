//! The lines that a finding rests on, with what is said of their parts: drawn, or told in words.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::excerpt::Excerpts;
use super::{Colour, Glyphs, Layout, wrapped};
use crate::finding::{Label, Level};
use crate::text::{Texts, counted};

/// So many labels of a finding are drawn: of 4,000 works that a citation may mean nobody reads on.
const DRAWN: usize = 30;

/// The lines of some labels of a finding of that level, the primary one in front.
pub(super) fn snippets<'l>(
    texts: &Texts,
    labels: impl IntoIterator<Item = &'l Label>,
    level: Level,
    layout: Layout,
) -> String {
    let mut labels = labels.into_iter();
    let excerpts = Excerpts::new(texts, labels.by_ref().take(DRAWN), layout);
    if excerpts.marks.is_empty() {
        return String::new();
    }
    let more = match labels.count() {
        0 => String::new(),
        more => format!("  and {}: `--format json` has all\n", counted(more, "more place")),
    };
    let theme = match (layout.glyphs, layout.colour) {
        (Glyphs::Unicode, Colour::On) => GraphicalTheme::unicode(),
        (Glyphs::Unicode, Colour::Off) => GraphicalTheme::unicode_nocolor(),
        (Glyphs::Ascii, Colour::On) => GraphicalTheme::ascii(),
        (Glyphs::Ascii, Colour::Off) => GraphicalTheme::none(),
        (Glyphs::Words, _) => return narrated(&excerpts, layout) + &more,
    };
    drawn(&Drawn { excerpts }, level, theme, layout) + &more
}

/// The lines with their labels in words: where each line stands, what it is, and what is said of which part of it.
fn narrated(excerpts: &Excerpts, layout: Layout) -> String {
    let mut text = String::new();
    for (path, lines) in excerpts.parts() {
        for line in lines.iter().filter(|line| !line.marks.is_empty()) {
            let mut tell = |told: &str, indent: &str| {
                for line in wrapped(&layout.clean(told), layout.width, indent, &format!("{indent}  ")) {
                    text.push_str(&line);
                    text.push('\n');
                }
            };
            tell(&format!("{path}, line {}: {}", line.number, line.text.trim()), "  ");
            for mark in &line.marks {
                let part = &line.text[mark.at.clone()];
                mark.said.iter().for_each(|said| tell(&format!("{part}: {said}"), "    "));
            }
        }
    }
    text
}

/// The lines with their labels as miette draws them.
fn drawn(drawn: &Drawn, level: Level, mut theme: GraphicalTheme, layout: Layout) -> String {
    let styles = &theme.styles;
    let (against, primary) = match level {
        Level::Error => (styles.highlights[0], styles.error),
        Level::Warning => (styles.highlights[0], styles.warning),
        Level::Note => (styles.highlights[0], styles.advice),
    };
    let marks = drawn.excerpts.marks.iter();
    theme.styles.highlights = marks.map(|mark| if mark.is_primary { primary } else { against }).collect();
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(layout.width)
        .with_links(false)
        .without_syntax_highlighting();
    let mut text = String::new();
    handler.render_report(&mut text, drawn).expect("a string can be written to");
    // The first line is miette's own for the message, which stands above already.
    text.split_once('\n').map(|(_, snippets)| snippets.to_owned()).unwrap_or_default()
}

/// A finding's labels as miette takes them, with no words of its own.
#[derive(Debug)]
struct Drawn {
    excerpts: Excerpts,
}

impl fmt::Display for Drawn {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawn {}

impl Diagnostic for Drawn {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpts.labels()))
    }
}
