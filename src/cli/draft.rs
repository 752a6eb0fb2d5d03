//! `gainsay draft`: from a manuscript to the records of a dossier.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Refusal;
use super::files;
use super::ground::{Disk, tidy};
use super::guard::{Guard, GuardArgs, resolved};
use super::local::{self, AtlasArgs};
use super::paths::shown;
use super::whole::{self, Before};
use crate::archive::Fetched;
use crate::bibliography::List;
use crate::document::{Preface, Spot, Unreadable, beside};
use crate::draft::{self, Brief, Draft, File, Left, Page, Remark};
use crate::text::counted;

/// What `gainsay draft` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes a source for each entry of the bibliography and a claim for each sentence that is worth checking: what it cites, \
and its dates and quantities as statements. Reads Markdown, LaTeX, DOCX, HTML, plain text, and PDF by way of `pdftotext`.

What stands in the folder already stays as it is: of a revised manuscript, what is new is written behind it. A record \
that you do not want is best put into comments: it is not drafted again.

Examples:
  gainsay draft paper.md && gainsay check
  gainsay draft paper.docx --out claims/paper
  gainsay draft paper.tex --bibliography refs.bib

Exits with 0 if it was written, with 2 if nothing could be.")]
pub(super) struct DraftArgs {
    /// The manuscript, or the folder of its project
    manuscript: PathBuf,

    /// A bibliography in a file of its own, beside what the manuscript names: BibTeX, CSL (JSON, YAML) or RIS (repeat
    /// it)
    #[arg(long, visible_alias = "bib", value_name = "FILE")]
    bibliography: Vec<PathBuf>,

    /// The folder of the dossier [default: `claims`]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,

    #[command(flatten)]
    atlas: AtlasArgs,

    #[command(flatten)]
    guard: GuardArgs,
}

/// How many of a kind are told line by line.
const TOLD: usize = 5;

/// Drafts the records of a manuscript, writes them, and tells what there is to do.
pub(super) fn run(args: &DraftArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let path = tidy(&args.manuscript);
    let folder = args.out.clone().map_or_else(|| PathBuf::from("claims"), |folder| tidy(&folder));
    let disk = Disk { guard: Guard::new(&args.guard, args.bibliography.iter().chain([&path, &folder]))? };
    let path = local::main_file(&disk, &path)?;
    let mut fetched = local::manuscript(&disk, &path)?;
    fetched.take_lists(local::lists(&disk.guard, &args.bibliography)?);
    let Fetched { manuscript, lists: named, .. } = fetched;
    let (lists, missing) = lists(&manuscript.preface, named);
    let there = there(&disk, &folder)?;
    let named = from(&folder, &path);
    let lists: Vec<&List> = lists.iter().collect();
    let record = args.atlas.extent();
    let brief = Brief { manuscript: &manuscript, path: &named, lists: &lists, there: &there, record };
    let draft = draft::draft(&brief).map_err(|broken| Refusal::Broken {
        at: format!("{}:{}", shown(&folder.join(&broken.file)), broken.line),
        why: broken.why,
    })?;
    if let (Some(manuscript), None) = (&draft.left.other_manuscript, &args.out) {
        return Err(Refusal::OtherManuscript { folder: shown(&folder), manuscript: manuscript.clone() });
    }
    if draft.sources + draft.claims + draft.kept.iter().sum::<usize>() == 0 {
        return Err(Refusal::NothingSaid { path: shown(&path) });
    }
    write(&disk.guard, &folder, &there, &draft.files)?;
    for (list, why) in missing {
        writeln!(out, "The bibliography `{list}` that the manuscript names cannot be read: {why}.")?;
    }
    if let Some(list) = &manuscript.preface.presumed {
        writeln!(
            out,
            "The manuscript names no list of works, and `{}` beside it is taken.",
            crate::text::shown(&list.words)
        )?;
    }
    tell(out, &draft, &shown(&path), &folder, args.out.is_some())?;
    Ok(0)
}

/// A bibliography that a manuscript names, and why it cannot be read.
type Missing = (String, String);

/// The bibliographies of a manuscript; and the names of those that cannot be read, with the reason.
fn lists(preface: &Preface, named: Vec<Result<List, Unreadable>>) -> (Vec<List>, Vec<Missing>) {
    let (mut lists, mut missing) = (Vec::new(), Vec::new());
    for (stated, list) in preface.bibliographies.iter().zip(named) {
        match list {
            Ok(list) => lists.push(list),
            Err(Unreadable { why }) => missing.push((crate::text::shown(&stated.words), why)),
        }
    }
    (lists, missing)
}

/// The files of the dossier in a folder that may not be there yet.
pub(super) fn there(disk: &Disk, folder: &Path) -> Result<Vec<File>, Refusal> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let file = |read: files::Read| {
        let path = shown(&read.path);
        if let Some(barred) = read.barred.into_iter().next() {
            return Err(Refusal::Unreadable { path, why: barred.why });
        }
        let name = shown(read.path.strip_prefix(folder).unwrap_or(&read.path));
        let text = String::from_utf8(read.bytes);
        let text = text.map_err(|_| Refusal::Unreadable { path, why: "it is not UTF-8".into() })?;
        Ok(File { name, text })
    };
    files::own_files(disk, folder)?.into_iter().map(file).collect()
}

/// The path that leads from a folder, which may not be there yet, to a file.
pub(super) fn from(folder: &Path, file: &Path) -> String {
    let (folder, file) = (resolved(folder), resolved(file));
    let common = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let ups = folder.components().skip(common).map(|_| "..".to_owned());
    let down = file.components().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    ups.chain(down).collect::<Vec<_>>().join("/")
}

/// Writes the files, all of them or none.
pub(super) fn write(guard: &Guard, folder: &Path, there: &[File], pages: &[Page]) -> Result<(), Refusal> {
    if !pages.is_empty() {
        guard.writable(folder).map_err(|why| Refusal::Unwritable { path: shown(folder), why })?;
        fs::create_dir_all(folder).map_err(|error| Refusal::unwritable(folder, &error))?;
    }
    let pages = pages.iter().map(|page| {
        let before = there.iter().find(|file| file.name == page.file.name);
        let before = before.map_or(Before::Nothing, |file| Before::Text(&file.text));
        whole::Page { path: folder.join(&page.file.name), before, bytes: page.file.text.as_bytes() }
    });
    whole::write_all(guard, pages)
}

fn tell(out: &mut impl Write, draft: &Draft, path: &str, folder: &Path, is_named: bool) -> io::Result<()> {
    let [sources, claims] = draft.kept;
    if draft.files.is_empty() {
        let kept = [counted(sources, "source"), counted(claims, "claim")].join(", ");
        writeln!(out, "Nothing new in {path}: {} has its records ({kept}).", shown(folder))?;
    } else {
        let gains = [counted(draft.sources, "source"), counted(draft.claims, "claim")].join(", ");
        writeln!(out, "Drafted from {path}: {gains}.")?;
        if sources + claims > 0 {
            let kept = [counted(sources, "source"), counted(claims, "claim")].join(", ");
            writeln!(out, "As it was: {kept}.")?;
        }
        writeln!(out)?;
        let names: Vec<String> = draft.files.iter().map(|page| shown(&folder.join(&page.file.name))).collect();
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
        for (page, name) in draft.files.iter().zip(&names) {
            let more = if page.is_new { "" } else { ", behind what was there" };
            writeln!(out, "  {name:width$}  {}{more}", page.gains)?;
        }
    }
    left(out, &draft.left, path)?;
    let argument = if is_named { format!(" {}", shown(folder)) } else { String::new() };
    writeln!(out, "\nNext: gainsay check{argument}")
}

fn left(out: &mut impl Write, left: &Left, path: &str) -> io::Result<()> {
    if let Some(other) = &left.other_manuscript {
        writeln!(out, "\nThe dossier names `{other}` as its manuscript, and keeps doing so.")?;
    }
    broken(out, &left.broken, path)?;
    if left.open > 0 {
        let why = "no list of works was found, or not all of one could be read";
        writeln!(out, "\n{} looked up nowhere: {why}.", citations(left.open))?;
    }
    for (list, [uncited, all]) in &left.uncited {
        let are = if *uncited == 1 { "is" } else { "are" };
        writeln!(out, "\n{uncited} of the {all} entries of {list} {are} not cited, and not drafted.")?;
    }
    let kinds: [(&str, &str, &[Remark]); 6] = [
        ("citation is in no list", "citations are in no list", &left.unresolved),
        ("citation may mean several sources", "citations may mean several sources", &left.ambiguous),
        ("date counts from one that is not told", "dates count from one that is not told", &left.open_dates),
        ("date is in no calendar", "dates are in no calendar", &left.bad_dates),
        ("line of the bibliography is no entry", "lines of the bibliography are no entries", &left.unread),
        ("claim was drafted from other words", "claims were drafted from other words", &left.changed),
    ];
    for (one, several, remarks) in kinds.into_iter().filter(|(.., remarks)| !remarks.is_empty()) {
        writeln!(out, "\n{} {}:", remarks.len(), if remarks.len() == 1 { one } else { several })?;
        for remark in remarks.iter().take(TOLD) {
            writeln!(out, "  {}: {}", place(path, &remark.at), crate::text::shown(&remark.words))?;
        }
        if remarks.len() > TOLD {
            writeln!(out, "  … and {} more", remarks.len() - TOLD)?;
        }
    }
    if !left.gone.is_empty() {
        writeln!(out, "\n{} drafted before, and no more in the text (nothing is taken away):", left.gone.len())?;
        for id in left.gone.iter().take(TOLD) {
            writeln!(out, "  {}", crate::text::shown(id))?;
        }
    }
    Ok(())
}

/// A line of the manuscript that is shown as `path`.
fn place(path: &str, at: &Spot) -> String {
    let path = at.file.as_ref().map_or(path.to_owned(), |file| beside(path, file));
    format!("{path}:{}", at.line)
}

fn citations(count: usize) -> String {
    format!("{} {}", counted(count, "citation"), if count == 1 { "is" } else { "are" })
}

/// What could not be read, each with its place.
fn broken(out: &mut impl Write, broken: &[(Option<String>, Remark)], path: &str) -> io::Result<()> {
    if broken.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{} not be read:", if broken.len() == 1 { "1 part could" } else { "Parts could" })?;
    for (list, remark) in broken.iter().take(TOLD) {
        let path = list.as_deref().unwrap_or(path);
        writeln!(out, "  {}: {}", place(path, &remark.at), crate::text::shown(&remark.words))?;
    }
    if broken.len() > TOLD {
        writeln!(out, "  … and {} more", broken.len() - TOLD)?;
    }
    Ok(())
}
