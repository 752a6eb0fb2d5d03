//! `gainsay impact`: what falls if a source is withdrawn.

use std::io::Write;
use std::path::PathBuf;

use super::files::{self, Found};
use super::ground::Disk;
use super::guard::{Guard, GuardArgs};
use super::screen::{Format, ScreenArgs};
use super::{Refusal, local, similar_of};
use crate::Reasoned;
use crate::model::{Dossier, SourceId};
use crate::reason::Support;
use crate::report::{Falls, Impact, ImpactAsJson, ImpactForPeople};
use crate::text::Texts;

/// What `gainsay impact` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A claim stands while one of the sources does that attest it. A source falls with all that it repeats (`derived-from`); \
what is retracted supports nothing. A claim that cites nothing rests on the causes it gives (`because-of`), and falls when \
nothing that stands tells of one. `gainsay explain support` says it in full.

Examples:
  gainsay impact                             with which sources most claims fall, and which rest on one alone
  gainsay impact gazette-2024-bridge         what falls with one source, and why
  gainsay impact 'Gazette 2024'              the same by the key that the text prints
  gainsay impact --format json | jq '.dossiers[].single_points[0]'")]
pub(super) struct ImpactArgs {
    /// The source that is withdrawn: its id, or the key that the text prints [default: each in turn]
    source: Option<String>,

    /// A folder or file of the dossier (repeat it for more) [default: `claims` if it is there, else `.`]
    #[arg(long, value_name = "PATH")]
    path: Vec<PathBuf>,

    /// How it is told
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    guard: GuardArgs,

    #[command(flatten)]
    screen: ScreenArgs,
}

/// Tells what falls with a source, in the dossiers that have it, or with each.
pub(super) fn run(args: &ImpactArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let paths = files::or_usual(&args.path);
    let disk = Disk { guard: Guard::new(&args.guard, &paths)? };
    let found = files::dossiers(&disk, &paths)?;
    let mut read: Vec<(String, Texts, Reasoned)> = found
        .into_iter()
        .map(|Found { path, mut texts, files, .. }| {
            let reasoned = Reasoned::new(&mut texts, &files, &local::fetch(&disk), None);
            (path, texts, reasoned)
        })
        .collect();
    if read.iter().all(|(.., reasoned)| reasoned.dossier.claims.is_empty()) {
        return Err(Refusal::NoClaims { paths: read.into_iter().map(|(path, ..)| path).collect() });
    }
    // A record that others extend has nothing that could fall.
    read.retain(|(.., reasoned)| !reasoned.dossier.claims.is_empty());
    let supports: Vec<Support> = read.iter().map(|(.., reasoned)| Support::new(&reasoned.dossier)).collect();
    let mut impacts = Vec::new();
    for ((path, texts, reasoned), support) in read.iter().zip(&supports) {
        let dossier = &reasoned.dossier;
        let falls = match &args.source {
            None => Falls::Ranked(support.single_points()),
            Some(name) => match named(texts, dossier, name)? {
                Some(source) => Falls::With(support.without(source)),
                None => continue,
            },
        };
        let case = reasoned.case(texts);
        let case = if args.format == Format::Json { case.in_ids() } else { case };
        impacts.push(Impact { path, texts, dossier, wording: case.wording(), support, falls });
    }
    if let Some(name) = args.source.as_ref().filter(|_| impacts.is_empty()) {
        return Err(unknown(name, read.iter().map(|(_, texts, reasoned)| (texts, &reasoned.dossier))));
    }
    match args.format {
        Format::Human => write!(out, "{}", ImpactForPeople { impacts: &impacts, layout: args.screen.layout() })?,
        Format::Json => write!(out, "{}", ImpactAsJson(&impacts))?,
    }
    Ok(0)
}

/// The source of that id, or else the one whose key the text prints so.
fn named(texts: &Texts, dossier: &Dossier, name: &str) -> Result<Option<SourceId>, Refusal> {
    let name = name.trim();
    if let Some((id, _)) = dossier.sources().find(|(_, source)| texts.read(source.id) == name) {
        return Ok(Some(id));
    }
    let prints = |key| texts.read(key) == name;
    let printed: Vec<SourceId> =
        dossier.sources().filter(|(_, source)| source.cited_as.is_some_and(prints)).map(|(id, _)| id).collect();
    match printed[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => {
            let sources = printed.iter().map(|&id| texts.read(dossier[id].id).to_owned());
            Err(Refusal::SeveralSources { key: name.to_owned(), sources: sources.collect() })
        }
    }
}

fn unknown<'r>(name: &str, dossiers: impl Iterator<Item = (&'r Texts, &'r Dossier)>) -> Refusal {
    let mut names: Vec<&str> = Vec::new();
    for (texts, dossier) in dossiers {
        for source in &dossier.sources {
            names.push(texts.read(source.id));
            names.extend(source.cited_as.map(|key| texts.read(key)));
        }
    }
    names.sort_unstable();
    names.dedup();
    Refusal::Unknown { name: name.to_owned(), among: "source", near: similar_of(name, &names) }
}
