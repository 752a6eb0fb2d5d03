//! Pages: a rule's, and those about the program, split into their headings, their prose and their examples.
//!
//! A page is the `//!` header of the rule's module: Markdown of headings (`#`), paragraphs, lists, tables and fenced
//! blocks. Every fenced block of TOML is an example, and says what it does: it fires the rule, or passes it.

/// What has a page without being a rule: its name and its page.
pub const PAGES: [(&str, &str); 5] = [
    ("papers", include_str!("manual/papers.md")),
    ("records", include_str!("manual/records.md")),
    ("mending", include_str!("manual/mending.md")),
    ("exchange", include_str!("manual/exchange.md")),
    ("ci", include_str!("manual/ci.md")),
];

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'p> {
    /// A heading, without its mark.
    Heading(&'p str),
    /// A paragraph or an item of a list, on one line.
    Prose(String),
    /// A line that stands as it is: a row of a table.
    Row(&'p str),
    /// A dossier.
    Example {
        /// What it does.
        effect: Effect,
        /// Its text.
        toml: String,
    },
}

/// What an example does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It trips the rule of the page, once, and no other.
    Fires,
    /// It trips no rule.
    Passes,
    /// It is there to be read.
    Shows,
}

/// The pieces of a page, in order.
pub fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let heading = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#'));
        let item = line.starts_with("- ") || line.starts_with("* ");
        let ends = line.is_empty() || line.starts_with("```") || line.starts_with('|') || heading.is_some() || item;
        if ends && !paragraph.is_empty() {
            pieces.push(Piece::Prose(std::mem::take(&mut paragraph).join(" ")));
        }
        if let Some(heading) = heading {
            pieces.push(Piece::Heading(heading));
        } else if let Some(info) = line.strip_prefix("```") {
            let block = lines.by_ref().take_while(|line| !line.starts_with("```"));
            let toml = block.fold(String::new(), |text, line| text + line + "\n");
            pieces.push(Piece::Example { effect: effect(info), toml });
        } else if line.starts_with('|') {
            pieces.push(Piece::Row(line));
        } else if !line.is_empty() {
            paragraph.push(line);
        }
    }
    if !paragraph.is_empty() {
        pieces.push(Piece::Prose(paragraph.join(" ")));
    }
    pieces
}

fn effect(info: &str) -> Effect {
    match info {
        "toml fires" => Effect::Fires,
        "toml passes" => Effect::Passes,
        _ => Effect::Shows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_headings_prose_rows_and_examples() {
        let page = "A law\nin two lines.\n\n# Why\n- one\n  more\n- two\n| a | b |\n```toml fires\nid = 1\n```\nEnd.";
        let expected = vec![
            Piece::Prose("A law in two lines.".into()),
            Piece::Heading("Why"),
            Piece::Prose("- one   more".into()),
            Piece::Prose("- two".into()),
            Piece::Row("| a | b |"),
            Piece::Example { effect: Effect::Fires, toml: "id = 1\n".into() },
            Piece::Prose("End.".into()),
        ];
        assert_eq!(pieces(page), expected);
    }
}
