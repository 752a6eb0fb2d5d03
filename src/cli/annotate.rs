//! `gainsay annotate`: a copy of the manuscript with what was found beside the words that it is about.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::config::Config;
use super::ground::{Disk, Ground, LARGEST};
use super::guard::{Guard, GuardArgs};
use super::local::{self, AtlasArgs};
use super::paths::shown;
use super::whole::{self, Before, Page};
use crate::atlas::Extent;
use crate::document::{By, Format as Written, Remark, Unreadable, recognise, remarked, remarked_pdf, unremarked};
use crate::finding::Finding;
use crate::report::{Queries, Query, queries};
use crate::rules::{Allowed, Report, Wanted};
use crate::text::counted;
use crate::{Reasoned, document};

/// What `gainsay annotate` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each error and warning becomes a query to the author at its words: a comment of Word in a DOCX, a highlight with a note \
in a PDF, a comment behind the sentence in Markdown, marked words in HTML, a small macro in LaTeX. Nothing else of the \
file is changed; queries of an earlier run give way to new ones, but for those that somebody has answered.

Examples:
  gainsay annotate paper.docx                     writes paper.queries.docx
  gainsay annotate paper.docx --records claims    with what the records of the paper bring to light
  gainsay annotate paper.pdf -o marked.pdf --author Ina
  gainsay annotate paper.queries.docx --remove -o paper.docx
  gainsay annotate paper.tex --format queries     the numbered list alone
  gainsay import paper.answered.docx              what was answered to its comments

Exits with 0 if there is nothing to ask, with 1 if there is, with 2 if nothing could be written.")]
pub(super) struct AnnotateArgs {
    /// The manuscript, or the folder of its project
    manuscript: PathBuf,

    /// The file that is written [default: `paper.queries.docx` beside `paper.docx`]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,

    /// The records of the manuscript, a folder or file of them [default: what is drafted from it]
    #[arg(long, value_name = "PATH", conflicts_with = "remove")]
    records: Option<PathBuf>,

    /// Who asks
    #[arg(long, value_name = "NAME", default_value = "gainsay")]
    author: String,

    /// The day on which it is asked, as in 2024-06-19 [default: none is written]
    #[arg(long, value_name = "DATE", value_parser = day)]
    date: Option<String>,

    /// Take the queries out again
    #[arg(long)]
    remove: bool,

    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Copy, conflicts_with = "remove")]
    format: Format,

    #[command(flatten)]
    atlas: AtlasArgs,

    #[command(flatten)]
    guard: GuardArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A copy of the manuscript with the queries in it
    Copy,
    /// The queries alone, as a numbered list in Markdown on the standard output
    Queries,
}

fn day(text: &str) -> Result<String, String> {
    let is_day = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() && text.len() == "2024-06-19".len();
    if is_day { Ok(text.to_owned()) } else { Err("a day is written like 2024-06-19".to_owned()) }
}

/// Checks the manuscript, writes the copy, and tells how much there is to ask.
pub(super) fn run(args: &AnnotateArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let what = if args.remove { "clean" } else { "queries" };
    // Of a folder the file in it is not known yet, and what lies beside that may be written anyhow.
    let copy = args.out.clone().unwrap_or_else(|| beside(&args.manuscript, what));
    let given = [&args.manuscript, &copy].into_iter().chain(&args.records);
    let disk = Disk { guard: Guard::new(&args.guard, given)? };
    let path = local::main_file(&disk, &disk.tidy(&args.manuscript))?;
    let copy = args.out.clone().unwrap_or_else(|| beside(&path, what));
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let refused = |Unreadable { why }| Refusal::Unreadable { path: shown(&path), why };
    let bytes = disk.guard.given(&path, LARGEST)?;
    let bytes = match unremarked(&name, &bytes) {
        // The list asks nothing of a file into which nothing can be written.
        Err(_) if args.format == Format::Queries => bytes,
        bare => bare.map_err(refused)?,
    };
    if args.remove {
        write(&disk, &copy, &name, &bytes)?;
        writeln!(out, "Wrote {}, without queries.", shown(&copy))?;
        return Ok(0);
    }
    let Asked { queries, reasoned, .. } = asked(&disk, &path, &bytes, args.records.as_deref(), args.atlas.extent())?;
    if args.format == Format::Queries {
        write!(out, "{}", Queries(&queries))?;
        return Ok(u8::from(!queries.is_empty()));
    }
    if queries.is_empty() {
        writeln!(out, "There is nothing to ask of {}, and nothing was written.", shown(&path))?;
        return Ok(0);
    }
    let (remarks, elsewhere) = placed(&reasoned, &queries);
    write(&disk, &copy, &name, &marked(args, &name, &bytes, &remarks).map_err(refused)?)?;
    writeln!(out, "Wrote {}, with {} to the author.", shown(&copy), counted(remarks.len(), "question"))?;
    if elsewhere > 0 {
        let files = "stand in other files: `--format queries` lists them";
        writeln!(out, "{} {files}.", counted(elsewhere, "question"))?;
    }
    Ok(1)
}

/// What there is to ask about a manuscript.
pub(super) struct Asked {
    pub(super) queries: Vec<Query>,
    pub(super) findings: Vec<Finding>,
    /// What stands, which nobody is asked about.
    pub(super) allowed: Vec<Allowed>,
    reasoned: Reasoned,
}

/// What there is to ask about a manuscript, which has no remarks of ours, by records of it or by its draft.
pub(super) fn asked(
    disk: &Disk,
    path: &Path,
    bytes: &[u8],
    records: Option<&Path>,
    extent: Extent,
) -> Result<Asked, Refusal> {
    let paths = [records.unwrap_or(path).to_owned()];
    let mut found = local::dossiers_and_papers(disk, &paths, extent)?;
    if found.len() > 1 {
        return Err(Refusal::SeveralDossiers { count: found.len() });
    }
    let mut found = found.pop().ok_or_else(|| Refusal::NoFiles { path: shown(path) })?;
    let stets = Config::find()?.take_in(&mut found)?;
    let reasoned = if let Some(mut paper) = found.paper.take() {
        paper.bytes = bytes.to_vec();
        local::drafted(disk, &paper, Vec::new(), &mut found, None)?
    } else {
        let manuscript = local::paper(disk, path, bytes, None)?;
        local::reasoned(disk, &mut found, Some(manuscript), None)?
    };
    let Report { mut findings, allowed, .. } = reasoned.judge(&found.texts, &Wanted { stets, ..Wanted::default() });
    for finding in &mut findings {
        finding.tell_of_origins(&found.texts);
    }
    Ok(Asked { queries: queries(&found.texts, &reasoned, &findings), findings, allowed, reasoned })
}

/// Queries as remarks on the manuscript's own file, and how many stand in other files.
fn placed(reasoned: &Reasoned, queries: &[Query]) -> (Vec<Remark>, usize) {
    let Some(whole) = reasoned.archive.manuscript().map(|manuscript| manuscript.text.whole()) else {
        return (Vec::new(), queries.len());
    };
    let here = |query: &&Query| whole.holds(query.at) && whole.holds(query.passage);
    let remark = |query: &Query| {
        let within = |at: u32| (at - whole.start) as usize;
        Remark {
            at: within(query.at.start)..within(query.at.end()),
            end: within(query.passage.end()),
            text: query.text.clone(),
        }
    };
    let remarks: Vec<Remark> = queries.iter().filter(here).map(remark).collect();
    let elsewhere = queries.len() - remarks.len();
    (remarks, elsewhere)
}

/// The copy with remarks in it.
fn marked(args: &AnnotateArgs, name: &str, bytes: &[u8], remarks: &[Remark]) -> Result<Vec<u8>, Unreadable> {
    let by = By { name: args.author.clone(), date: args.date.clone() };
    if recognise(name, bytes)? == Written::Pdf {
        return remarked_pdf(bytes, &local::layout(bytes)?, remarks, &by);
    }
    remarked(name, bytes, remarks, &by)
}

/// `paper.queries.docx` beside `paper.docx`.
fn beside(path: &Path, what: &str) -> PathBuf {
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    path.with_extension(format!("{what}{ending}"))
}

/// Writes a copy where nothing stands, or one that differs from it in our own remarks alone.
fn write(disk: &Disk, copy: &Path, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let refused = |why: &str| Refusal::Unwritable { path: shown(copy), why: why.to_owned() };
    let there = disk.guard.given(copy, LARGEST).ok();
    let bare = |bytes: &[u8]| unremarked(name, bytes).ok();
    let text = |bytes: &[u8]| document::read(name, bytes).ok().map(|read| read.text);
    let is_alike = |old: &[u8], new: &[u8]| old == new || text(old).zip(text(new)).is_some_and(|(old, new)| old == new);
    if let Some(there) = &there {
        let is_ours = bare(there).zip(bare(bytes)).is_some_and(|(old, new)| is_alike(&old, &new));
        if !is_ours {
            return Err(refused("it is there already, and holds what would be lost: name another with `-o`"));
        }
    }
    let before = if there.is_some() { Before::Anything } else { Before::Nothing };
    whole::write_all(&disk.guard, [Page { path: copy.to_owned(), before, bytes }])
}
