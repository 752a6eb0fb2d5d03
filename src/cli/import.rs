//! `gainsay import`: records that other programs keep, taken into a dossier.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Refusal;
use super::answers::{self, Answers};
use super::draft::{there, write};
use super::files;
use super::ground::{Disk, LARGEST, tidy};
use super::guard::{Guard, GuardArgs};
use super::paths::shown;
use crate::bibliography::{self, List};
use crate::document::{self, Lines};
use crate::draft::{self, File, Import, Offer, Unread, import};
use crate::model::Home;
use crate::sheet::{self, Sheet};
use crate::text::counted;

/// What `gainsay import` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Sources come from CSL (JSON, YAML), BibTeX, BibLaTeX and RIS; claims from a table, CSV or XLSX, whose first row names what its \
columns say, in English, German, French, Spanish or Indonesian: `id`, `claim`, `as printed`, `section`, `line`, `source` \
(keys, semicolons between), `locator`, `primary or secondary`, `backup`, `status`, `checked by`, `checked on`, `query`, \
`answer`, `note`; what the claim says as `says` in TOML, or in columns called like the keys of a statement (`event`, `on`, \
`before`, `subject`, `relation`, `object`, `quantity`, `value` …); the source that it rests on as `source title`, `source \
url`, `source date` …

From a DOCX that `gainsay annotate` wrote and somebody answered come the answers: replies to its comments, what stands \
behind the words of one, and whether one was resolved. An answer that is or begins with a mark decides: `stet`, `confirmed`, \
`changed: …`. With `--out` the claim takes answer and mark, and what stands is allowed it; else what stands is printed for \
`.gainsay.toml`. A comment that was resolved without a word decides nothing.

With `--out` the records are written behind what the dossier holds. A source that it has stays as it is. A claim that it has, \
by its `id`, takes what was changed in a table since `gainsay export` wrote it; what was changed in the record too is told and \
left. Layout and comments stay. What of a file cannot be read is told with its line or its cell, and the rest is taken in.

Examples:
  gainsay import refs.bib >> claims/sources.toml
  gainsay import zotero.json claims.xlsx --out claims/paper
  gainsay import paper.answered.docx >> .gainsay.toml

Exits with 0 if everything was read, with 1 if something was not or clashes, with 2 if nothing could be.")]
pub(super) struct ImportArgs {
    /// The files: CSL (JSON, YAML), BibTeX, RIS, CSV, XLSX, or a DOCX with answers to queries
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The folder of the dossier that takes them in [default: the records are printed]
    #[arg(long, short, value_name = "FOLDER")]
    out: Option<PathBuf>,

    #[command(flatten)]
    guard: GuardArgs,
}

/// Takes the files in, and tells what could not be read.
pub(super) fn run(args: &ImportArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let disk = Disk { guard: Guard::new(&args.guard, args.files.iter().chain(&args.out))? };
    let folder = args.out.as_deref().map(tidy);
    let mut brought = Brought::default();
    for path in &args.files {
        brought.read(&disk, &tidy(path), folder.as_deref())?;
    }
    let own = folder.as_deref().map(|folder| there(&disk, folder)).transpose()?.unwrap_or_default();
    let extended = folder.as_deref().filter(|_| !own.is_empty()).map(|folder| beside(&disk, folder));
    let beside = extended.transpose()?.unwrap_or_default();
    let offer = Offer { there: &own, beside: &beside, lists: &brought.lists, sheets: &brought.sheets };
    let mut imported = import(&offer).map_err(|broken| Refusal::Broken {
        at: format!("{}:{}", shown(&folder.as_deref().unwrap_or(Path::new("")).join(&broken.file)), broken.line),
        why: broken.why,
    })?;
    brought.unread.append(&mut imported.unread);
    let answers = &brought.answers;
    if answers.is_empty() && imported.files.is_empty() && imported.kept == [0, 0] {
        tell_unread(&mut io::stderr(), &brought.unread)?;
        return Err(Refusal::NothingToImport { paths: args.files.iter().map(|path| shown(path)).collect() });
    }
    if let Some(folder) = &folder {
        answers.iter().try_for_each(|answers| answers.tell(out))?;
        write(&disk.guard, folder, &own, &imported.files)?;
        tell(out, &imported, folder)?;
        tell_unread(out, &brought.unread)?;
    } else {
        answers.iter().try_for_each(|answers| answers.tell(&mut io::stderr()))?;
        let allowances = answers.iter().map(|answers| answers.allowances.as_str()).filter(|text| !text.is_empty());
        let texts: Vec<&str> = imported.files.iter().map(|page| page.file.text.as_str()).chain(allowances).collect();
        write!(out, "{}", texts.join("\n"))?;
        tell_unread(&mut io::stderr(), &brought.unread)?;
    }
    Ok(u8::from(!brought.unread.is_empty()))
}

/// What the files hold.
#[derive(Default)]
struct Brought {
    lists: Vec<List>,
    sheets: Vec<Sheet>,
    answers: Vec<Answers>,
    unread: Vec<Unread>,
}

impl Brought {
    /// Reads a file. Of queries in a DOCX the answers are about the records in a folder, else about its own text.
    fn read(&mut self, disk: &Disk, path: &Path, folder: Option<&Path>) -> Result<(), Refusal> {
        let bytes = disk.guard.given(path, LARGEST)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // A workbook is a zip as well.
        if sheet::is_workbook(&bytes)
            && let Ok(threads) = document::threads(&bytes)
        {
            let mut answers = answers::read(disk, path, &bytes, &threads, folder)?;
            self.sheets.extend(answers.sheet.take().filter(|sheet| sheet.rows.len() > 1));
            self.answers.push(answers);
            return Ok(());
        }
        let is_table =
            path.extension().is_some_and(|it| ["csv", "tsv", "xlsx"].iter().any(|own| it.eq_ignore_ascii_case(own)));
        if !is_table && !sheet::is_workbook(&bytes) {
            let (text, _) = document::decoded(&bytes);
            if let Ok(bibliography) = bibliography::read(&text) {
                let lines = Lines::new(&text);
                self.unread.extend(bibliography.faults.iter().map(|fault| Unread {
                    file: shown(path),
                    cell: lines.line(fault.at.start).to_string(),
                    what: fault.what.clone(),
                }));
                self.lists.push(List { path: shown(path), text, bibliography });
                return Ok(());
            }
        }
        let refused = |why: document::Unreadable| Refusal::Unreadable { path: shown(path), why: why.why };
        let mut sheets = sheet::read(&name, &bytes).map_err(refused)?;
        if !is_table && !sheets.first().is_some_and(draft::is_of_claims) {
            let why = "it is neither CSL, BibTeX or RIS nor a table of claims".to_owned();
            return Err(Refusal::Unreadable { path: shown(path), why });
        }
        // What a person keeps on further sheets is no claim.
        let mut at = 0..;
        sheets.retain(|sheet| at.next() == Some(0) || draft::is_of_records(sheet));
        self.sheets.append(&mut sheets);
        Ok(())
    }
}

/// The files of the folders that a dossier extends.
fn beside(disk: &Disk, folder: &Path) -> Result<Vec<File>, Refusal> {
    let mut beside = Vec::new();
    for found in files::dossiers(disk, &[folder.to_path_buf()])? {
        let extended = found.files.iter().filter(|(_, home)| *home == Home::Extended);
        beside.extend(extended.map(|&(file, _)| {
            let file = found.texts.file(file);
            File { name: file.path.clone(), text: file.text.clone() }
        }));
    }
    Ok(beside)
}

fn tell(out: &mut impl Write, imported: &Import, folder: &Path) -> io::Result<()> {
    let [sources, claims] = imported.kept;
    let both = |sources: usize, claims: usize| {
        let parts = [(sources, "source"), (claims, "claim")].into_iter().filter(|(count, _)| *count > 0);
        parts.map(|(count, what)| counted(count, what)).collect::<Vec<_>>().join(", ")
    };
    if imported.files.is_empty() && sources + claims == 0 {
        return writeln!(out, "Nothing is changed in {}.", shown(folder));
    }
    if imported.files.is_empty() {
        return writeln!(out, "Nothing new: {} has all of it ({}).", shown(folder), both(sources, claims));
    }
    if imported.sources + imported.claims + imported.others > 0 {
        let others = (imported.others > 0).then(|| counted(imported.others, "other record"));
        let new = both(imported.sources, imported.claims);
        let new = [new].into_iter().filter(|new| !new.is_empty()).chain(others).collect::<Vec<_>>();
        writeln!(out, "Imported: {}.", new.join(", "))?;
    }
    if imported.changed > 0 {
        writeln!(out, "Changed: {}.", counted(imported.changed, "record"))?;
    }
    if sources + claims > 0 {
        writeln!(out, "As it was: {}.", both(sources, claims))?;
    }
    writeln!(out)?;
    for page in &imported.files {
        writeln!(out, "  {}  {}", shown(&folder.join(&page.file.name)), page.gains)?;
    }
    writeln!(out, "\nNext: gainsay check {}", shown(folder))
}

fn tell_unread(out: &mut impl Write, unread: &[Unread]) -> io::Result<()> {
    for Unread { file, cell, what } in unread {
        let gap = if cell.is_empty() { "" } else { ":" };
        writeln!(out, "{}{gap}{cell}: {what}", crate::text::shown(file))?;
    }
    Ok(())
}
