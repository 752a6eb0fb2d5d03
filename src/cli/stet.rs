//! `gainsay stet`: lets a finding stand, with a reason, in the project's configuration.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::config::Config;
use super::ground::Disk;
use super::guard::{Guard, GuardArgs};
use super::paths::shown;
use super::whole::{self, Before, Page};
use super::{Refusal, draft, local};
use crate::atlas::Extent;
use crate::load::edit;
use crate::names::one_line;
use crate::rules::Wanted;

/// The digits of a fingerprint that are taken for one at the least.
const DIGITS: usize = 4;

/// What `gainsay stet` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The fingerprint of a finding stands in `gainsay check --format json`, on the HTML page, and behind `gainsay explain PLACE`. It
lasts while what clashes is the same and stands under the same heading, whatever becomes of the sentence.

In a text, a comment behind the sentence, or alone on the line above a paragraph, does the same:

  <!-- gainsay: stet wrong-weekday: the old calendar -->    in Markdown and HTML
  % gainsay: stet wrong-weekday: the old calendar           in LaTeX

What stands and is found no more is told by `unused-allow`.

Example:
  gainsay stet 5f3a90c1 --because 'the old calendar'")]
pub(super) struct StetArgs {
    /// The fingerprint of the finding, or its first digits
    finding: String,

    /// Why it stands
    #[arg(long, value_name = "REASON")]
    because: String,

    /// The paper or the dossier (repeat it for more) [default: what `gainsay check` checks here]
    #[arg(long, value_name = "PATH")]
    path: Vec<PathBuf>,

    #[command(flatten)]
    guard: GuardArgs,
}

/// Writes down that a finding stands.
pub(super) fn run(args: &StetArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let because = one_line(&args.because);
    if because.is_empty() {
        return Err(Refusal::NoReason);
    }
    let mut guard = Guard::new(&args.guard, &args.path)?;
    let config = Config::find()?;
    let paths = config.paths_or(&args.path, &mut guard);
    let path = config.place()?;
    guard.name(&path);
    let disk = Disk { guard };
    let found = found(&disk, &config, &paths, &args.finding.to_ascii_lowercase())?;
    let before = if config.is_there() { Before::Text(&config.text) } else { Before::Nothing };
    let text = format!("{}{}", config.text, found.written(&path, &config.text, &because));
    if toml::de::DeTable::parse(&text).is_err() {
        let why = "its `allow` is a list in brackets: write each as a table `[[allow]]`".to_owned();
        return Err(Refusal::BadConfiguration { at: shown(&path), why });
    }
    whole::write_all(&disk.guard, [Page { path: path.clone(), before, bytes: text.as_bytes() }])?;
    writeln!(out, "{} lets it stand: {}", shown(&path), found.message)?;
    Ok(0)
}

/// A finding that is to stand.
struct Standing {
    rule: &'static str,
    fingerprint: String,
    message: String,
    /// The paper or the dossier in which it was found.
    paper: Option<PathBuf>,
}

/// The finding whose fingerprint begins so, in all that is checked.
fn found(disk: &Disk, config: &Config, paths: &[PathBuf], digits: &str) -> Result<Standing, Refusal> {
    let mut standing: Vec<Standing> = Vec::new();
    let mut stands = None;
    for mut found in local::dossiers_and_papers(disk, paths, Extent::Whole)? {
        let stets = config.take_in(&mut found)?;
        let paper = found.own_path().map(Path::to_owned);
        let reasoned = local::either(disk, &mut found, None)?;
        let report = reasoned.judge(&found.texts, &Wanted { possible: true, stets, ..Wanted::default() });
        let begins_so = |fingerprint: &str| digits.len() >= DIGITS && fingerprint.starts_with(digits);
        for finding in report.findings.iter().filter(|finding| begins_so(&finding.fingerprint())) {
            let (rule, fingerprint, message) = (finding.rule, finding.fingerprint(), finding.message.clone());
            standing.push(Standing { rule, fingerprint, message, paper: paper.clone() });
        }
        let allowed = report.allowed.iter().find(|allowed| begins_so(&allowed.finding.fingerprint()));
        stands = stands.or(allowed.map(|allowed| allowed.because.clone()));
    }
    standing.sort_by(|one, other| (&one.fingerprint, &one.paper).cmp(&(&other.fingerprint, &other.paper)));
    standing.dedup_by(|one, other| one.fingerprint == other.fingerprint && one.paper == other.paper);
    match (standing.len(), stands) {
        (1, _) => Ok(standing.remove(0)),
        (0, Some(because)) => Err(Refusal::StandsAlready { because: crate::text::shown(&because) }),
        (0, None) => Err(Refusal::Unknown { name: digits.to_owned(), among: "finding", near: Vec::new() }),
        _ => Err(Refusal::Ambiguous {
            name: digits.to_owned(),
            findings: standing.into_iter().map(|standing| standing.fingerprint).collect(),
        }),
    }
}

impl Standing {
    /// What is written behind the configuration.
    fn written(&self, path: &Path, text: &str, because: &str) -> String {
        let gap = match text {
            "" => "",
            text if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let paper = self.paper.as_ref().map(|paper| draft::from(folder, paper));
        let paper = paper.map(|paper| if paper.is_empty() { ".".to_owned() } else { paper });
        format!("{gap}{}", allowance(self.rule, &self.fingerprint, &self.message, paper.as_deref(), because))
    }
}

/// What lets a finding stand, as the configuration has it.
pub(super) fn allowance(rule: &str, fingerprint: &str, message: &str, paper: Option<&str>, because: &str) -> String {
    let paper = paper.map_or_else(String::new, |paper| format!("paper   = {}\n", edit::quoted(paper)));
    format!(
        "# {}\n[[allow]]\nrule    = {}\nfinding = {}\n{paper}because = {}\n",
        crate::text::bare(&one_line(message)),
        edit::quoted(rule),
        edit::quoted(fingerprint),
        edit::quoted(because),
    )
}
