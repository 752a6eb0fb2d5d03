//! What the standard output can show: its width, its colours, its signs.

use std::io::IsTerminal;

use crate::report::{Colour, Glyphs, Layout};

/// How wide a report is where no terminal says.
const WIDTH: usize = 100;

/// How an answer is written that has no other form than these two.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
pub(super) enum Format {
    /// For a person
    Human,
    /// For programs
    Json,
}

/// The flags on how a report looks.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Appearance")]
pub(super) struct ScreenArgs {
    /// Colour the report
    #[arg(long, value_enum, default_value_t = When::Auto, value_name = "WHEN")]
    color: When,

    /// Lay the report out for so many columns [default: the terminal's, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=200), hide_default_value = true)]
    width: Option<u16>,

    /// Draw with ASCII signs only
    #[arg(long)]
    ascii: bool,

    /// Tell in words what would be drawn, for a screen reader [default: if `NO_GRAPHICS` is set]
    #[arg(long, conflicts_with = "ascii")]
    narrated: bool,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum When {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`; elsewhere if `FORCE_COLOR` or `CLICOLOR_FORCE` is
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl ScreenArgs {
    /// The layout that the flags, the environment and the terminal ask for.
    pub(super) fn layout(&self) -> Layout {
        self.laid_out(std::io::stdout().is_terminal())
    }

    /// The same for what is written to a file.
    pub(super) fn layout_of_file(&self) -> Layout {
        self.laid_out(false)
    }

    fn laid_out(&self, is_terminal: bool) -> Layout {
        let measured = || {
            let size = is_terminal.then(terminal_size::terminal_size).flatten();
            size.map_or(WIDTH, |(terminal_size::Width(columns), _)| usize::from(columns))
        };
        let coloured = match self.color {
            When::Always => true,
            When::Never => false,
            When::Auto if is_set("NO_COLOR") => false,
            When::Auto if forces("CLICOLOR_FORCE") || forces("FORCE_COLOR") => true,
            When::Auto => is_terminal && variable("TERM") != "dumb",
        };
        Layout {
            width: self.width.map_or_else(measured, usize::from).clamp(40, 200),
            colour: if coloured { Colour::On } else { Colour::Off },
            glyphs: match () {
                () if self.narrated || !self.ascii && forces("NO_GRAPHICS") => Glyphs::Words,
                () if self.ascii => Glyphs::Ascii,
                () => Glyphs::Unicode,
            },
        }
    }
}

fn variable(name: &str) -> String {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is_set(name: &str) -> bool {
    !variable(name).is_empty()
}

fn forces(name: &str) -> bool {
    is_set(name) && variable(name) != "0"
}
