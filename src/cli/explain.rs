//! `gainsay explain`: a rule's page.

use std::io::Write;

use super::Refusal;
use super::screen::ScreenArgs;
use crate::manual::{Piece, pieces};
use crate::report::{Layout, Paint, wrapped};
use crate::rules::{self, Rule};

/// What `gainsay explain` is asked.
#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's name, as it stands in brackets behind `error`, `warning` or `note`
    rule: String,

    #[command(flatten)]
    screen: ScreenArgs,
}

/// Prints the page of a rule.
pub(super) fn run(args: &ExplainArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let name = args.rule.trim();
    let rule = rules::named(name).ok_or_else(|| Refusal::UnknownRule { name: name.to_owned() })?;
    page(rule, args.screen.layout(), out)?;
    Ok(0)
}

fn page(rule: &Rule, layout: Layout, out: &mut impl Write) -> std::io::Result<()> {
    let what = format!(" ({}, family `{}`)", rule.level.name(), rule.family);
    writeln!(out, "{}{what}", layout.paint(Paint::Bold, rule.name))?;
    let page = rule.page();
    let mut after_row = false;
    for piece in pieces(&page) {
        let row = matches!(piece, Piece::Row(_));
        if !(row && after_row) {
            writeln!(out)?;
        }
        after_row = row;
        match piece {
            Piece::Heading(heading) => writeln!(out, "{}", layout.paint(Paint::Bold, heading))?,
            Piece::Row(row) => writeln!(out, "{row}")?,
            Piece::Prose(prose) => {
                let hang = if prose.starts_with("- ") || prose.starts_with("* ") { "  " } else { "" };
                for line in wrapped(&prose, layout.width.min(100), "", hang) {
                    writeln!(out, "{line}")?;
                }
            }
            Piece::Example { toml, .. } => {
                for line in toml.lines() {
                    writeln!(out, "{}", layout.paint(Paint::Cyan, format!("    {line}").trim_end()))?;
                }
            }
        }
    }
    Ok(())
}
