//! What a check is asked for, on the command line or in `.gainsay.toml`.

use crate::finding::Level;

/// What a paper is held to before it is published.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Require {
    /// Every claim is checked, and holds
    Checked,
}

impl Require {
    /// The rule that holds it.
    pub(super) fn rule(self) -> &'static str {
        match self {
            Require::Checked => "unchecked-claim",
        }
    }
}

/// From which level on a run fails.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Note,
}

impl FailOn {
    pub(super) fn level(self) -> Level {
        match self {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
            FailOn::Note => Level::Note,
        }
    }
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
pub(super) enum Format {
    /// With the lines they rest on
    Human,
    /// One line each
    Short,
    /// For programs
    Json,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
    /// As annotations of GitHub Actions
    Github,
    /// As test cases, for continuous integration
    Junit,
    /// For the comment on a change
    Markdown,
    /// As a page for a browser, complete in itself
    Html,
}
