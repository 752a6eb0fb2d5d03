//! `gainsay diff`: how two drafts of a dossier differ.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::files::{self, Found};
use super::local;
use super::screen::ScreenArgs;
use crate::Checked;
use crate::model::Dossier;
use crate::report::{Revised, RevisionAsJson, RevisionAsMarkdown, RevisionForPeople};
use crate::revise::{Draft, Fate, Followed, revision};
use crate::rules::{Report, Wanted};
use crate::text::Texts;

/// What `gainsay diff` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gainsay diff drafts/1/claims drafts/2/claims
  gainsay diff old new --format markdown

Findings are the same if their rule, records and values are; claims and sources if their ids are. Exits with 0 if there \
is no new finding, with 1 if there is one (or one that got worse), with 2 if a draft cannot be checked.")]
pub(super) struct DiffArgs {
    /// The old draft: a folder or a file
    old: PathBuf,

    /// The new draft: a folder or a file
    new: PathBuf,

    /// Show also what is merely possible
    #[arg(long)]
    possible: bool,

    /// How the differences are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    screen: ScreenArgs,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Format {
    /// For a person
    Human,
    /// For programs
    Json,
    /// For the comment on a change
    Markdown,
}

/// Prints how the drafts differ, and gives the exit code.
pub(super) fn run(args: &DiffArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let wanted = Wanted { possible: args.possible, ..Wanted::default() };
    let (old, new) = (checked(&args.old, &wanted)?, checked(&args.new, &wanted)?);
    let nothing = (Texts::default(), Dossier::default(), Report::default());
    let nothing = Draft { texts: &nothing.0, dossier: &nothing.1, report: &nothing.2 };
    let pairs = paired(&args.old, &old, &args.new, &new);
    let revised: Vec<Revised> = pairs.into_iter().map(|(old, new)| revised(old, new, nothing)).collect();
    match args.format {
        Format::Human => write!(out, "{}", RevisionForPeople { revised: &revised, layout: args.screen.layout() })?,
        Format::Json => write!(out, "{}", RevisionAsJson(&revised))?,
        Format::Markdown => write!(out, "{}", RevisionAsMarkdown(&revised))?,
    }
    Ok(u8::from(revised.iter().flat_map(|revised| &revised.revision.findings).any(is_worse)))
}

/// How the two drafts of a dossier differ; `nothing` stands for one that is not there.
fn revised<'s>(old: Option<&'s Side>, new: Option<&'s Side>, nothing: Draft<'s>) -> Revised<'s> {
    let [before, after] = [old, new].map(|side| side.map_or(nothing, Side::draft));
    Revised { old: old.map(Side::named), new: new.map(Side::named), revision: revision(before, after) }
}

fn is_worse(followed: &Followed<'_>) -> bool {
    match followed.fate {
        Fate::New => true,
        Fate::Changed => followed.after.map(|finding| finding.level) > followed.before.map(|finding| finding.level),
        Fate::Unchanged | Fate::Fixed => false,
    }
}

/// A dossier that was found and checked.
struct Side {
    found: Found,
    checked: Checked,
}

impl Side {
    fn draft(&self) -> Draft<'_> {
        Draft { texts: &self.found.texts, dossier: &self.checked.reasoned.dossier, report: &self.checked.report }
    }

    fn named(&self) -> (&str, &Texts) {
        (&self.found.path, &self.found.texts)
    }
}

fn checked(path: &Path, wanted: &Wanted) -> Result<Vec<Side>, Refusal> {
    let found = files::dossiers(&[path.to_path_buf()])?;
    let sides: Vec<Side> = found
        .into_iter()
        .map(|mut found| {
            let checked = crate::check(&mut found.texts, &found.files, &local::fetch, None, wanted);
            Side { found, checked }
        })
        .collect();
    if sides.iter().all(|side| side.checked.reasoned.dossier.claims.is_empty()) {
        return Err(Refusal::NoClaims { paths: vec![path.display().to_string()] });
    }
    Ok(sides)
}

/// The dossiers of the two drafts that lie at the same place in them; one alone in each is the same wherever it lies.
fn paired<'s>(
    old_path: &Path,
    old: &'s [Side],
    new_path: &Path,
    new: &'s [Side],
) -> Vec<(Option<&'s Side>, Option<&'s Side>)> {
    if let ([old], [new]) = (old, new) {
        return vec![(Some(old), Some(new))];
    }
    let place = |root: &Path, side: &Side| {
        let path = Path::new(&side.found.path);
        path.strip_prefix(root).unwrap_or(path).to_path_buf()
    };
    let mut left: Vec<(PathBuf, &Side)> = old.iter().map(|side| (place(old_path, side), side)).collect();
    let mut pairs = Vec::new();
    for side in new {
        let here = place(new_path, side);
        let at = left.iter().position(|(there, _)| *there == here);
        pairs.push((at.map(|at| left.remove(at).1), Some(side)));
    }
    pairs.extend(left.into_iter().map(|(_, side)| (Some(side), None)));
    pairs
}
