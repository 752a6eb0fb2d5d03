//! `gainsay diff`: how two drafts of a dossier or of a paper differ.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::files::{self, Found};
use super::ground::{Disk, Ground};
use super::guard::{Guard, GuardArgs};
use super::local;
use super::paths::{shown, without_detours};
use super::revision::Revision;
use super::screen::ScreenArgs;
use crate::Checked;
use crate::atlas::Extent;
use crate::model::Dossier;
use crate::report::{Revised, RevisionAsJson, RevisionAsMarkdown, RevisionForPeople};
use crate::revise::{Draft, Fate, Followed, revision};
use crate::rules::{Report, Wanted};
use crate::text::Texts;

/// What `gainsay diff` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
OLD and NEW are papers, folders or files of records, or else revisions of the git repository around this folder: `HEAD~1`, \
a branch, a commit, `HEAD~1:claims/paper`. Revisions are read from the repository; nothing is checked out.

With a manuscript on both sides (the papers themselves, `manuscript` in `[dossier]`, or `--manuscript`) sentences are compared \
with sentences: which say something else (a number, a date, a name, a citation, a negation, each with its old and its new \
value), which were put in or taken out, moved, or are worded otherwise; and where an old value still stands. How a text is \
set makes no difference.

Examples:
  gainsay diff submitted.docx revised.docx
  gainsay diff HEAD~1 -- paper.tex           the last commit of a paper with what is here
  gainsay diff drafts/1/claims drafts/2/claims
  gainsay diff HEAD~1                        the last commit with what is here
  gainsay diff v1 v2 -- claims/paper         two revisions of one dossier
  gainsay diff claims --manuscript first.docx second.docx
  gainsay diff old new --format markdown

Findings are the same if their rule, records and values are; claims and sources if their ids are. Exits with 0 if there \
is no new finding, with 1 if there is one (or one that got worse), with 2 if a draft cannot be checked.")]
pub(super) struct DiffArgs {
    /// The old draft: a folder, a file or a revision
    old: String,

    /// The new draft: a folder, a file or a revision [default: what is here]
    new: Option<String>,

    /// Where in a revision the dossier lies [default: where it lies on the other side, else `claims` if it is there,
    /// else this folder]
    #[arg(value_name = "PATH", last = true)]
    path: Option<PathBuf>,

    /// Hold the claims of both drafts against these manuscripts [default: those that the dossiers name]
    #[arg(long, value_names = ["OLD", "NEW"], num_args = 2)]
    manuscript: Vec<PathBuf>,

    /// Show also what is merely possible
    #[arg(long)]
    possible: bool,

    /// How the differences are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    guard: GuardArgs,

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
    let (old, new) = grounds(args)?;
    let given: Vec<&PathBuf> = args.manuscript.iter().collect();
    let roots = [&old, &new].into_iter().filter(|lies| lies.revision.is_none()).map(|lies| &lies.root);
    let disk = Disk { guard: Guard::new(&args.guard, roots.chain(&args.manuscript))? };
    let before = old.checked(&disk, given.first().copied(), &wanted)?;
    let after = new.checked(&disk, given.get(1).copied(), &wanted)?;
    let nothing = (Texts::default(), Dossier::default(), Report::default());
    let nothing = Draft { texts: &nothing.0, dossier: &nothing.1, report: &nothing.2, manuscript: None };
    let pairs = paired(&old.root, &before, &new.root, &after);
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
        let Checked { reasoned, report } = &self.checked;
        let manuscript = reasoned.archive.manuscript();
        Draft { texts: &self.found.texts, dossier: &reasoned.dossier, report, manuscript }
    }

    fn named(&self) -> (&str, &Texts) {
        (&self.found.path, &self.found.texts)
    }
}

/// Where a draft lies.
struct Lies {
    revision: Option<Revision>,
    /// The folder or file that was asked for, on that ground.
    root: PathBuf,
}

/// Where the two drafts lie.
fn grounds(args: &DiffArgs) -> Result<(Lies, Lies), Refusal> {
    let is_path = |name: &str| Path::new(name).exists();
    let beside = |other: Option<&String>| other.filter(|other| is_path(other)).map(PathBuf::from);
    let within = |other: Option<&String>| args.path.clone().or_else(|| beside(other));
    let lies = |name: &str, other: Option<&String>| {
        if is_path(name) {
            return Ok(Lies { revision: None, root: PathBuf::from(name) });
        }
        Lies::of_revision(name, within(other).as_deref())
    };
    let old = lies(&args.old, args.new.as_ref())?;
    let new = match &args.new {
        Some(new) => lies(new, Some(&args.old))?,
        None if old.revision.is_none() && args.manuscript.is_empty() => {
            return Err(Refusal::ComparedWithNothing { path: shown(&old.root) });
        }
        None if old.revision.is_none() => Lies { revision: None, root: old.root.clone() },
        None => {
            let here: Vec<PathBuf> = args.path.iter().cloned().collect();
            let root = files::or_usual(&here).into_iter().next().unwrap_or_default();
            Lies { revision: None, root }
        }
    };
    Ok((old, new))
}

impl Lies {
    /// A revision, or `REVISION:PATH`, whose path counts from the root of the repository.
    fn of_revision(name: &str, within: Option<&Path>) -> Result<Self, Refusal> {
        let (name, written) = name.split_once(':').map_or((name, None), |(name, path)| (name, Some(path)));
        let revision = Revision::open(name)?;
        let usual = || {
            let claims = revision.path_here(Path::new("claims"));
            if revision.has_folder(&claims) { claims } else { revision.path_here(Path::new("")) }
        };
        let root = match (written, within) {
            (Some(path), _) if path.starts_with('.') => revision.path_here(Path::new(path)),
            (Some(path), _) => without_detours(Path::new(path)),
            (None, Some(path)) => revision.path_here(path),
            (None, None) => usual(),
        };
        Ok(Self { revision: Some(revision), root })
    }

    /// The dossiers there, checked, held against a manuscript if one is given.
    fn checked(&self, disk: &Disk, manuscript: Option<&PathBuf>, wanted: &Wanted) -> Result<Vec<Side>, Refusal> {
        let ground: &dyn Ground = self.revision.as_ref().map_or(disk, |revision| revision);
        let found = local::dossiers_and_papers(ground, std::slice::from_ref(&self.root), Extent::Whole)?;
        if manuscript.is_some() && found.len() > 1 {
            return Err(Refusal::SeveralDossiers { count: found.len() });
        }
        let mut sides = Vec::new();
        for mut found in found {
            let manuscript = manuscript.map(|path| local::manuscript(disk, path)).transpose()?;
            let reasoned = match (found.paper.take(), manuscript) {
                (Some(paper), Some(_)) => return Err(Refusal::TwoManuscripts { path: ground.shown(&paper.path) }),
                (Some(paper), None) => local::drafted(ground, &paper, Vec::new(), &mut found, None)?,
                (None, manuscript) => local::reasoned(ground, &mut found, manuscript, None)?,
            };
            let mut report = reasoned.judge(&found.texts, wanted);
            report.findings.iter_mut().for_each(|finding| finding.tell_of_origins(&found.texts));
            sides.push(Side { found, checked: Checked { reasoned, report } });
        }
        if sides.iter().all(|side| !side.found.texts.has_origins() && side.checked.reasoned.dossier.claims.is_empty()) {
            return Err(Refusal::NoClaims { paths: vec![ground.shown(&self.root)] });
        }
        Ok(sides)
    }
}

/// The dossiers of the two drafts that lie at the same place in them; one alone in each is the same wherever it lies.
fn paired<'s>(
    old_root: &Path,
    old: &'s [Side],
    new_root: &Path,
    new: &'s [Side],
) -> Vec<(Option<&'s Side>, Option<&'s Side>)> {
    if let ([old], [new]) = (old, new) {
        return vec![(Some(old), Some(new))];
    }
    let place = |root: &Path, side: &Side| {
        let folder = side.found.folder.clone().unwrap_or_else(|| PathBuf::from(&side.found.path));
        folder.strip_prefix(without_detours(root)).map_or_else(|_| folder.clone(), Path::to_path_buf)
    };
    let mut left: Vec<(PathBuf, &Side)> = old.iter().map(|side| (place(old_root, side), side)).collect();
    let mut pairs = Vec::new();
    for side in new {
        let here = place(new_root, side);
        let at = left.iter().position(|(there, _)| *there == here);
        pairs.push((at.map(|at| left.remove(at).1), Some(side)));
    }
    pairs.extend(left.into_iter().map(|(_, side)| (Some(side), None)));
    pairs
}
