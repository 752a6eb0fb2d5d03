//! `gainsay export`: the sources and claims of a dossier for other programs.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::files::{self, Found};
use super::ground::Disk;
use super::guard::{Guard, GuardArgs};
use super::paths::shown;
use super::{Refusal, check, local, whole};
use crate::export::{self, Written};
use crate::rules::Wanted;
use crate::sheet::{self, Column, Page};
use crate::text::counted;

/// What `gainsay export` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
What is exported is the dossier's own, not what it extends. A table has a row for each claim, \
in the columns of a fact sheet, with what was found in it, and behind them, or on a second sheet of a workbook, one for each \
other record. `gainsay import` merges what a person changes in it with the records.

Examples:
  gainsay export --to bibtex > refs.bib
  gainsay export claims/paper -o claims.xlsx
  gainsay export --to schema-org | jq '.\"@graph\"[] | select(.\"@type\" == \"ClaimReview\")'")]
pub(super) struct ExportArgs {
    /// Folders and files of the dossier [default: `claims` if it is there, else `.`]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// What is written [default: what the name of `--out` says]
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Option<Format>,

    /// The file that is written [default: the standard output]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,

    /// The day that counts as today for what is found, in EDTF [default: what the dossier states]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,

    #[command(flatten)]
    guard: GuardArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum Format {
    /// Sources, for Zotero, Pandoc and whatever speaks CSL
    CslJson,
    /// Sources, for LaTeX, with the fields of BibLaTeX
    Bibtex,
    /// Sources, for reference managers of every kind
    Ris,
    /// Claims with what was found in them, as text
    Csv,
    /// The same as a workbook
    Xlsx,
    /// Claims and reviews of them as linked data (JSON-LD)
    SchemaOrg,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy().to_ascii_lowercase();
        Some(match extension.as_str() {
            "json" => Format::CslJson,
            "bib" => Format::Bibtex,
            "ris" => Format::Ris,
            "csv" => Format::Csv,
            "xlsx" => Format::Xlsx,
            "jsonld" => Format::SchemaOrg,
            _ => return None,
        })
    }

    /// The table of a dossier that is written.
    fn table(self) -> &'static str {
        match self {
            Format::CslJson | Format::Bibtex | Format::Ris => "source",
            Format::Csv | Format::Xlsx | Format::SchemaOrg => "claim",
        }
    }
}

/// Writes the sources or the claims of the dossier that has any.
pub(super) fn run(args: &ExportArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let Some(format) = args.to.or_else(|| Format::of(args.out.as_deref()?)) else { return Err(Refusal::NoFormat) };
    if format == Format::Xlsx && args.out.is_none() && std::io::stdout().is_terminal() {
        return Err(Refusal::NoText);
    }
    let today = args.as_of.as_deref().map(check::day).transpose()?;
    let given = files::or_usual(&args.paths);
    let disk = Disk { guard: Guard::new(&args.guard, given.iter().chain(&args.out))? };
    let found = files::dossiers(&disk, &given)?;
    let paths: Vec<String> = found.iter().map(|found| found.path.clone()).collect();
    let mut full: Vec<(Found, Vec<Written>)> = found
        .into_iter()
        .map(|found| {
            let written = export::written(&found.texts, &found.files, format.table());
            (found, written)
        })
        .filter(|(_, written)| !written.is_empty())
        .collect();
    let (mut found, written) = match (full.pop(), full.is_empty()) {
        (Some(one), true) => one,
        (None, _) => return Err(Refusal::NothingToExport { table: format.table(), paths }),
        (Some(last), false) => {
            let paths = full.into_iter().chain([last]).map(|(found, _)| found.path).collect();
            return Err(Refusal::OneDossier { table: format.table(), paths });
        }
    };
    let bytes = match format {
        Format::CslJson => export::csl_json(&written).into_bytes(),
        Format::Bibtex => export::bibtex(&written).into_bytes(),
        Format::Ris => export::ris(&written).into_bytes(),
        Format::Csv | Format::Xlsx => {
            let reasoned = local::reasoned(&disk, &mut found, None, today)?;
            let report = reasoned.judge(&found.texts, &Wanted::default());
            let records = export::all(&found.texts, &found.files);
            table(format, written.len(), &export::fact_sheet(&records, &report.findings))?
        }
        Format::SchemaOrg => {
            let reasoned = local::reasoned(&disk, &mut found, None, today)?;
            let sources = export::written(&found.texts, &found.files, "source");
            export::schema_org(&found.texts, &reasoned.dossier, &written, &sources).into_bytes()
        }
    };
    let Some(path) = &args.out else {
        out.write_all(&bytes)?;
        return Ok(0);
    };
    whole::write(&disk.guard, path, &bytes)?;
    writeln!(out, "{}: {}", shown(path), counted(written.len(), format.table()))?;
    Ok(0)
}

/// The rows as a table, or as a workbook of two: of the claims, and of the other records.
fn table(format: Format, claims: usize, rows: &[Vec<String>]) -> Result<Vec<u8>, Refusal> {
    if format == Format::Csv {
        return Ok(sheet::csv(&export::COLUMNS.map(|(_, column)| column.name), rows).into_bytes());
    }
    let (claims, others) = rows.split_at(claims);
    let of_records = export::COLUMNS.iter().enumerate().filter(|(_, (key, _))| export::OF_RECORDS.contains(key));
    let of_records: Vec<(usize, Column)> =
        of_records.map(|(at, (_, column))| (at, Column { is_hidden: false, ..*column })).collect();
    let others: Vec<Vec<String>> =
        others.iter().map(|row| of_records.iter().map(|(at, _)| row[*at].clone()).collect()).collect();
    let columns: Vec<Column> = of_records.iter().map(|(_, column)| *column).collect();
    let pages = [export::page(claims), Page { name: "records", printed: columns.len(), columns, rows: &others }];
    sheet::xlsx(&pages).map_err(|why| Refusal::NoWorkbook { why })
}
