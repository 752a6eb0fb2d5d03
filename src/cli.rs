//! The commands, one file each. All input and output is here.
//!
//! A command writes to a buffered standard output and gives the exit code: 0 clean, 1 something found. What makes a run
//! impossible is a [`Refusal`]: one sentence on the standard error, and 2. A closed pipe ends a run quietly.

mod annotate;
mod answers;
mod baseline;
mod check;
mod choices;
mod config;
mod coverage;
pub mod date;
mod diff;
mod draft;
mod explain;
mod export;
mod files;
mod fix;
mod git;
mod ground;
mod guard;
mod impact;
mod import;
mod local;
mod man;
mod paths;
mod poppler;
mod program;
mod progress;
mod revision;
mod rules;
mod schema;
mod screen;
mod stet;
mod timeline;
mod vocabulary;
mod watch;
mod whole;

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};

use clap::{CommandFactory, Parser};

/// The arguments of the program.
#[derive(Debug, Parser)]
#[command(
    name = "gainsay",
    version,
    about = "A type checker for facts: finds what cannot all be true in a paper's claims and their sources",
    max_term_width = 100,
    after_help = "\
Examples:
  gainsay check paper.docx               find what cannot all be true in a paper
  gainsay check                          check the dossier in ./claims (or here)
  gainsay check claims/paper --possible  also what clashes only for some readings of the dates
  gainsay check --watch                  check again whenever a file is saved
  gainsay check --format short           one line a finding: path:line:col: error[rule] message
  gainsay stet 5f3a90c1 --because 'as printed'
                                         let a finding stand, with a reason
  gainsay fix --diff                     what can be mended by itself; without `--diff` it is
  gainsay diff drafts/1 drafts/2         what a revision fixed, what it broke, which claims changed
  gainsay diff HEAD~1                    the same since the last commit
  gainsay draft paper.md                 write the records of a manuscript, for you to complete
  gainsay check --manuscript paper.docx  also whether each claim still stands in the paper
  gainsay import zotero.json claims.xlsx --out claims
                                         take in what other programs keep
  gainsay export --to bibtex > refs.bib  hand it on to them
  gainsay coverage --missing             what the paper says that no claim holds
  gainsay explain source-predates-event  what a rule means, with a dossier that breaks it
  gainsay explain paper.md:116           why something was found there
  gainsay timeline --format svg > t.svg  when everything was, as a picture
  gainsay impact 'Gazette 2024'          what falls if that source is withdrawn
  gainsay date 1920~ 'XXXX-10-28'        what a date in EDTF means
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay

Exits with 0 if nothing was found, with 1 if something was, with 2 if nothing could be checked."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Find what cannot all be true in a paper, or in a dossier of claims, sources and facts
    Check(check::CheckArgs),
    /// Write a copy of a paper with what was found as queries to the author: comments of Word, or marks in the text
    Annotate(annotate::AnnotateArgs),
    /// Let a finding stand, with a reason: it is written into `.gainsay.toml`
    Stet(stet::StetArgs),
    /// Tell what `check` does here by itself, and where each value of it comes from
    Config(config::ConfigArgs),
    /// Apply the mechanical fixes of findings, keeping the layout and the comments of the files
    Fix(fix::FixArgs),
    /// Say how two drafts of a dossier differ: findings fixed and new, claims and sources that changed
    Diff(diff::DiffArgs),
    /// Write the records of a manuscript, its sources and its claims, for a person to complete
    Draft(draft::DraftArgs),
    /// Take in sources from a reference manager, and claims from a spreadsheet
    Import(import::ImportArgs),
    /// Write the sources for a reference manager, or the claims for a spreadsheet or the web
    Export(export::ExportArgs),
    /// Show which sentences of the manuscript claims cover, and which none does
    Coverage(coverage::CoverageArgs),
    /// Say what a rule means, why something was found, or what the rules saw in a claim
    Explain(explain::ExplainArgs),
    /// Say when things were, by all that is said, and who forces it; as text or as a picture
    Timeline(timeline::TimelineArgs),
    /// Say what falls if a source is withdrawn, and with which sources most does
    Impact(impact::ImpactArgs),
    /// List the rules
    Rules(rules::RulesArgs),
    /// Print the form of a dossier as a JSON Schema, for editors
    Schema(schema::SchemaArgs),
    /// Print the standard vocabulary: the relations that every dossier may use, with what they promise
    Vocabulary(vocabulary::VocabularyArgs),
    /// Say what dates in EDTF mean, for a person or for a program
    Date(date::DateArgs),
    /// Write the completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print a page of the manual, for `man`
    Man(man::ManArgs),
}

/// Runs the program and gives its exit code.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Also how clap gives help and version. A closed pipe is no matter here either.
            let _ = answer.print();
            return u8::try_from(answer.exit_code()).unwrap_or(2);
        }
    };
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match run(&arguments.command, &mut out).and_then(|code| out.flush().map(|()| code).map_err(Refusal::Output)) {
        Ok(code) => code,
        Err(Refusal::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is still buffered has no reader, and writing it when the buffer is dropped would only fail again.
            drop(out.into_parts());
            0
        }
        Err(refusal) => {
            // What was reported up to here belongs before the reason why there is no more.
            let _ = out.flush();
            let told = crate::text::bare(&refusal.to_string()).replace('\n', " ");
            let _ = writeln!(io::stderr(), "gainsay: {told}");
            2
        }
    }
}

fn run(command: &Command, out: &mut impl Write) -> Result<u8, Refusal> {
    match command {
        Command::Check(args) => check::run(args, out),
        Command::Annotate(args) => annotate::run(args, out),
        Command::Stet(args) => stet::run(args, out),
        Command::Config(args) => config::run(args, out),
        Command::Fix(args) => fix::run(args, out),
        Command::Diff(args) => diff::run(args, out),
        Command::Draft(args) => draft::run(args, out),
        Command::Import(args) => import::run(args, out),
        Command::Export(args) => export::run(args, out),
        Command::Coverage(args) => coverage::run(args, out),
        Command::Explain(args) => explain::run(args, out),
        Command::Timeline(args) => timeline::run(args, out),
        Command::Schema(args) => schema::run(args, out),
        Command::Vocabulary(args) => vocabulary::run(args, out),
        Command::Impact(args) => impact::run(args, out),
        Command::Rules(args) => rules::run(args, out),
        Command::Date(args) => Ok(date::run(args, io::stdin().lock(), out)?),
        Command::Man(args) => man::run(args, Arguments::command(), out),
        Command::Completions { shell } => {
            // The generator panics where it cannot write.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "gainsay", &mut script);
            out.write_all(&script)?;
            Ok(0)
        }
    }
}

/// Why a run is impossible.
#[derive(Debug)]
enum Refusal {
    /// A path does not exist or cannot be read.
    Unreadable { path: String, why: String },
    /// A path may not be read.
    Barred { path: String, why: String },
    /// A folder links back to itself.
    LinkLoop { path: String },
    /// A folder holds no file to read.
    NoFiles { path: String },
    /// The files hold more than can be addressed.
    TooLarge { path: String },
    /// Dossiers extend one another in a circle: each extends the next, the last is the first.
    Circle { folders: Vec<String> },
    /// A folder that a dossier extends is not there, or holds no file to read. `at` is `path:line`.
    BadExtends { at: String, folder: String, why: &'static str },
    /// There is no claim to check.
    NoClaims { paths: Vec<String> },
    /// A file is a manuscript, and a command needs records.
    NoRecords { path: String },
    /// No rule had anything to look at.
    NothingSeen { paths: Vec<String> },
    /// What was selected leaves no rule to run.
    NoRules,
    /// A manuscript is given for more than one dossier.
    SeveralDossiers { count: usize },
    /// A manuscript is given for a file that is one itself.
    TwoManuscripts { path: String },
    /// The standard input is to be watched, which is read once.
    WatchedInput,
    /// There is no manuscript: for a rule that needs one, or for a command.
    NoManuscript { rule: Option<&'static str> },
    /// There is no such rule.
    UnknownRule { name: String },
    /// Nothing has that name; what is near it.
    Unknown { name: String, among: &'static str, near: Vec<String> },
    /// The text prints that key for several sources.
    SeveralSources { key: String, sources: Vec<String> },
    /// Several findings begin so.
    Ambiguous { name: String, findings: Vec<String> },
    /// A date is none, or has no last day.
    BadDay { text: String, why: String },
    /// The configuration says what cannot be. `at` is `path:line`.
    BadConfiguration { at: String, why: String },
    /// A finding is to stand that stands already.
    StandsAlready { because: String },
    /// Nothing says why a finding is to stand.
    NoReason,
    /// A baseline cannot be read.
    BadBaseline { path: String, why: String },
    /// The records of a dossier are no TOML, so that nothing can be written behind them. `at` is `path:line`.
    Broken { at: String, why: String },
    /// A folder holds the records of another manuscript.
    OtherManuscript { folder: String, manuscript: String },
    /// A manuscript has neither a claim nor a source to draft.
    NothingSaid { path: String },
    /// What is to be compared is neither there nor a revision of a git repository.
    NeitherPathNorRevision { name: String, why: &'static str },
    /// What is to be compared is not there, and neither is `git`, which would know it as a revision.
    NoGit { name: String },
    /// Nothing is given that a path is to be compared with.
    ComparedWithNothing { path: String },
    /// Files hold nothing that could be imported.
    NothingToImport { paths: Vec<String> },
    /// No dossier has a record of a table.
    NothingToExport { table: &'static str, paths: Vec<String> },
    /// Several dossiers have records of a table, and one is exported.
    OneDossier { table: &'static str, paths: Vec<String> },
    /// Nothing says what an export is to be written as.
    NoFormat,
    /// A workbook would be written to a terminal.
    NoText,
    /// A table does not fit into a workbook.
    NoWorkbook { why: String },
    /// A file cannot be written.
    Unwritable { path: String, why: String },
    /// The report cannot be written.
    Output(io::Error),
}

impl Refusal {
    fn unwritable(path: &std::path::Path, error: &io::Error) -> Self {
        let text = error.to_string().to_lowercase();
        let why = text.split(" (os error").next().unwrap_or_default();
        Refusal::Unwritable { path: paths::shown(path), why: why.trim().to_owned() }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::Output(error)
    }
}

impl fmt::Display for Refusal {
    #[expect(clippy::too_many_lines, reason = "a sentence for each refusal")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unreadable { path, why } | Refusal::Barred { path, why } => {
                write!(f, "cannot read `{path}`: {why}")
            }
            Refusal::LinkLoop { path } => write!(f, "cannot read `{path}`: it is a link to a folder that it lies in"),
            Refusal::NoFiles { path } => write!(
                f,
                "nothing to check: `{path}` holds no records (`.toml`), and no one file in it is surely a paper: name \
                 the file"
            ),
            Refusal::TooLarge { path } => {
                write!(f, "cannot take in `{path}`: the files of a dossier must hold less than 4 GiB together")
            }
            Refusal::Circle { folders } if folders.len() == 2 => write!(f, "`{}` extends itself", folders[0]),
            Refusal::Circle { folders } => {
                let steps: Vec<String> = folders.windows(2).map(|two| format!("extends `{}`", two[1])).collect();
                write!(f, "`{}` {}", folders[0], steps.join(", which "))
            }
            Refusal::BadExtends { at, folder, why } => write!(f, "{at} extends `{folder}`, which {why}"),
            Refusal::NoClaims { paths } => write!(f, "nothing to check: {} holds no claims", quoted(paths)),
            Refusal::NoRecords { path } => {
                write!(f, "`{path}` holds no records: `gainsay draft` writes those of a paper")
            }
            Refusal::NothingSeen { paths } => {
                write!(f, "nothing was checked: no rule had anything to look at in {}", quoted(paths))
            }
            Refusal::NoRules => write!(f, "nothing to check: `--select` and `--ignore` leave no rule to run"),
            Refusal::SeveralDossiers { count } => {
                write!(f, "`--manuscript` is of one dossier, and these paths hold {count}")
            }
            Refusal::TwoManuscripts { path } => {
                write!(f, "`--manuscript` is of a dossier, and `{path}` is a manuscript itself")
            }
            Refusal::WatchedInput => write!(f, "`-` cannot be watched: the standard input is read once"),
            Refusal::NoManuscript { rule } => {
                let needs = rule
                    .map_or_else(|| "there is no manuscript".to_owned(), |rule| format!("`{rule}` needs a manuscript"));
                write!(f, "{needs}: give one with `--manuscript`, or name it as `manuscript` in `[dossier]`")
            }
            Refusal::UnknownRule { name } => {
                write!(f, "there is no rule `{}`", crate::text::shown(name))?;
                match similar(name) {
                    similar if similar.is_empty() => write!(f, "; `gainsay rules` lists them"),
                    similar => write!(f, "; did you mean {}?", similar.join(" or ")),
                }
            }
            Refusal::Unknown { name, among, near } => {
                write!(f, "there is no {among} `{}`", crate::text::shown(name))?;
                match near.as_slice() {
                    [] => Ok(()),
                    near => write!(f, "; did you mean {}?", near.join(" or ")),
                }
            }
            Refusal::SeveralSources { key, sources } => {
                write!(f, "`{}` may mean {}: name one by its id", crate::text::shown(key), quoted(sources))
            }
            Refusal::Ambiguous { name, findings } => {
                write!(f, "`{name}` begins the fingerprints of {}: write more of it", quoted(findings))
            }
            Refusal::BadDay { text, why } => write!(f, "`--as-of {}` is not a day: {why}", crate::text::shown(text)),
            Refusal::BadConfiguration { at, why } => write!(f, "cannot use {at}: {why}"),
            Refusal::StandsAlready { because } => write!(f, "it stands already, because “{because}”"),
            Refusal::NoReason => write!(f, "say with `--because` why the finding is to stand"),
            Refusal::BadBaseline { path, why } => {
                write!(f, "cannot read the baseline `{path}`: {why}")
            }
            Refusal::Broken { at, why } => write!(f, "cannot write behind {at}: it is no TOML: {why}"),
            Refusal::OtherManuscript { folder, manuscript } => write!(
                f,
                "`{folder}` holds the records of `{manuscript}`; if this is a revision of it, say `--out {folder}`, \
                 else name another folder"
            ),
            Refusal::NothingSaid { path } => {
                let why = "has no sentence worth checking, and lists no source that it cites";
                write!(f, "there is nothing to check: `{path}` {why}")
            }
            Refusal::NeitherPathNorRevision { name, why } => {
                write!(f, "`{}` is neither a path nor a revision: {why}", crate::text::shown(name))
            }
            Refusal::NoGit { name } => {
                let name = crate::text::shown(name);
                write!(f, "`{name}` is no path, and `git` is not there to read it as a revision: install git")
            }
            Refusal::ComparedWithNothing { path } => {
                write!(
                    f,
                    "say what `{path}` is compared with: another path, a revision, or two drafts with `--manuscript`"
                )
            }
            Refusal::NothingToImport { paths } => {
                write!(f, "nothing to import: there is neither a source nor a claim in {}", quoted(paths))
            }
            Refusal::NothingToExport { table, paths } => {
                write!(f, "nothing to export: no `[[{table}]]` in {}", quoted(paths))
            }
            Refusal::OneDossier { table, paths } => write!(
                f,
                "{} dossiers have a `[[{table}]]`, and one is exported at a time: name one of {}",
                paths.len(),
                quoted(paths)
            ),
            Refusal::NoFormat => {
                write!(f, "say what to write with `--to`, or name a file whose ending says it: `--out refs.bib`")
            }
            Refusal::NoText => write!(f, "a workbook is nothing for a terminal: write it to a file with `--out`"),
            Refusal::NoWorkbook { why } => write!(f, "the claims do not fit into a workbook, write CSV: {why}"),
            Refusal::Unwritable { path, why } => write!(f, "cannot write `{path}`: {why}"),
            Refusal::Output(error) => write!(f, "cannot write the report: {error}"),
        }
    }
}

/// The rule whose name is nearest, else those that have the name in theirs.
fn similar(name: &str) -> Vec<String> {
    similar_of(name, &crate::rules::ALL.iter().map(|rule| rule.name).collect::<Vec<_>>())
}

/// The name that is nearest, else those that have it in theirs.
fn similar_of(name: &str, names: &[&str]) -> Vec<String> {
    let names = || names.iter().copied();
    let near: Vec<&str> = match crate::names::nearest(name, names()) {
        Some(near) => vec![near],
        None => names().filter(|rule| !name.is_empty() && rule.contains(name)).take(3).collect(),
    };
    near.iter().map(|rule| format!("`{rule}`")).collect()
}

fn quoted(paths: &[String]) -> String {
    let names: Vec<String> = paths.iter().take(3).map(|path| format!("`{path}`")).collect();
    let more = paths.len().saturating_sub(3);
    if more > 0 { format!("{} and {more} more", names.join(", ")) } else { names.join(", ") }
}
