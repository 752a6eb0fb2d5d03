//! `gainsay check`: the main job.

use std::collections::BTreeSet;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::Refusal;
use super::baseline;
use super::choices::{FailOn, Format, Require};
use super::config::Config;
use super::files::Found;
use super::ground::{Disk, is_input};
use super::guard::{Guard, GuardArgs};
use super::local::{self, AtlasArgs};
use super::progress::Progress;
use super::screen::ScreenArgs;
use super::watch;
use super::whole;
use crate::Checked;
use crate::document;
use crate::finding::Level;
use crate::reason::Repairs;
use crate::report::{Detail, Github, Html, Json, Junit, Markdown, Outcome, Sarif, Short, Terminal};
use crate::revise::{Baseline, Known};
use crate::rules::{self, Wanted};
use crate::text::Span;
use crate::time::{Day, When};

/// What `gainsay check` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A folder whose files hold a `[dossier]` table is the root of a dossier. Each one at or below a path is checked on its \
own, with the folders that it `extends`. A path without such a table is one dossier. Hidden files are left out.

A file that is a paper (Markdown, LaTeX, DOCX, HTML, plain text, or PDF by way of `pdftotext`) is checked by itself: what \
`gainsay draft` would write of it is held in memory, and what is found is told of its own lines.

Examples:
  gainsay check paper.docx
  pandoc thesis.org -t markdown | gainsay check - --as markdown
  gainsay check
  gainsay check claims/paper --as-of 2025-05-31
  gainsay check --select source-predates-event,date-conflict
  gainsay check --ignore uncited-claim --fail-on warning
  gainsay check --require checked
  gainsay check --manuscript paper.docx
  gainsay check --watch
  gainsay check --format json | jq '.dossiers[].findings[].message'
  gainsay check --format sarif > gainsay.sarif
  gainsay check --format html -o report.html
  gainsay check --write-baseline known.json
  gainsay check --baseline known.json

What a project always wants stands in its `.gainsay.toml`: see `gainsay config`.

Exits with 0 if there is nothing at or above `--fail-on`, with 1 if there is, with 2 if nothing could be checked.")]
pub(super) struct CheckArgs {
    /// Papers, and folders and files of records [default: `claims` if it is there, else `.`]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Hold the claims against this manuscript [default: the one that the dossier names]
    #[arg(long, value_name = "FILE")]
    manuscript: Option<PathBuf>,

    /// A bibliography in a file of its own, beside what the paper names: BibTeX, CSL (JSON, YAML) or RIS (repeat it)
    #[arg(long, visible_alias = "bib", value_name = "FILE")]
    bibliography: Vec<PathBuf>,

    /// Hold the sources against a list that is right, such as an export of your library: CSL, BibTeX or RIS (repeat it)
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,

    /// Take works for retracted that a list has by their DOI: CSV as Retraction Watch gives it out (repeat it)
    #[arg(long, value_name = "FILE")]
    retractions: Vec<PathBuf>,

    /// The day that counts as today, in EDTF: of a month or a year its last [default: what the dossier states]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,

    /// Run only these rules, or families of rules (repeat it, or write commas between)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,

    /// Do not run these rules, or families of rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,

    /// Hold the paper to more: with `checked`, every claim has a verdict of a person, and a good one
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    require: Vec<Require>,

    /// Exit with 1 from this level on [default: error]
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,

    /// Show also what is merely possible: what clashes for some readings of the dates
    #[arg(long)]
    possible: bool,

    /// What was known before: a file of `--write-baseline`. Only what is new fails the run
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write all that is found to a file, as what is known from now on, and exit with 0
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,

    /// Show every finding with all its places, and everything that was counted
    #[arg(long)]
    full: bool,

    #[command(flatten)]
    atlas: AtlasArgs,

    /// Check again whenever a record or the manuscript is saved, until Ctrl-C
    #[arg(long, conflicts_with = "write_baseline")]
    watch: bool,

    /// How findings are written [default: human]
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// Take papers for what they are written in, above all that of the standard input [default: what they look like]
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    written_in: Option<WrittenIn>,

    #[command(flatten)]
    answer: AnswerArgs,

    #[command(flatten)]
    guard: GuardArgs,

    #[command(flatten)]
    screen: ScreenArgs,
}

/// Where the answer goes.
#[derive(Debug, clap::Args)]
struct AnswerArgs {
    /// Write the report to a file, whole or not at all
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Print nothing: the exit code tells
    #[arg(short, long)]
    quiet: bool,

    /// Exit with 0 whatever is found
    #[arg(long)]
    exit_zero: bool,
}

/// What a paper is written in.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum WrittenIn {
    /// With footnotes, tables and metadata as Pandoc has them
    Markdown,
    /// With commands
    Latex,
    /// What word processors write: DOCX and ODT
    Docx,
    /// For a browser
    Html,
    /// With a text layer, which `pdftotext` reads
    Pdf,
    /// Without markup
    Text,
}

impl WrittenIn {
    fn format(self) -> document::Format {
        match self {
            WrittenIn::Markdown => document::Format::Markdown,
            WrittenIn::Latex => document::Format::Latex,
            WrittenIn::Docx => document::Format::Docx,
            WrittenIn::Html => document::Format::Html,
            WrittenIn::Pdf => document::Format::Pdf,
            WrittenIn::Text => document::Format::Plain,
        }
    }
}

/// What is to be done, by the command line and else by the project's configuration.
struct Plan {
    disk: Disk,
    config: Config,
    paths: Vec<PathBuf>,
    format: Format,
    fail_on: Level,
    require: Vec<Require>,
    baseline: Option<PathBuf>,
}

impl Plan {
    fn new(args: &CheckArgs) -> Result<Self, Refusal> {
        let files = [&args.manuscript, &args.baseline, &args.write_baseline, &args.answer.output].into_iter().flatten();
        let mut guard = Guard::new(
            &args.guard,
            args.paths.iter().chain(files).chain(&args.bibliography).chain(&args.against).chain(&args.retractions),
        )?;
        let config = Config::find()?;
        let paths = config.paths_or(&args.paths, &mut guard);
        let of_file = config.require.iter().flat_map(|given| given.value.iter().copied());
        let require = if args.require.is_empty() { of_file.collect() } else { args.require.clone() };
        Ok(Self {
            format: args.format.or(config.format.as_ref().map(|given| given.value)).unwrap_or(Format::Human),
            fail_on: args.fail_on.or(config.fail_on.as_ref().map(|given| given.value)).unwrap_or(FailOn::Error).level(),
            baseline: args.baseline.clone().or(config.baseline.as_ref().map(|given| given.value.clone())),
            disk: Disk { guard },
            config,
            paths,
            require,
        })
    }
}

/// Checks the dossiers at the paths, and gives the exit code.
pub(super) fn run(args: &CheckArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    if args.watch {
        let Plan { disk, paths, .. } = Plan::new(args)?;
        if paths.iter().any(|path| is_input(path)) {
            return Err(Refusal::WatchedInput);
        }
        return watch::run(&disk, &paths, out, |out| Ok(once(args, out)?.files(args)));
    }
    // Not freed: the process ends after the report, and a million records take their time.
    let checks = ManuallyDrop::new(once(args, out)?);
    Ok(checks.code)
}

/// What was checked, and what came out.
struct Checks {
    checked: Vec<(Found, Checked)>,
    /// Freed with the rest, or not at all.
    _repairs: Vec<Repairs>,
    code: u8,
}

impl Checks {
    /// The files that were read, the manuscript that was given among them.
    fn files(&self, args: &CheckArgs) -> BTreeSet<PathBuf> {
        let texts = self.checked.iter().flat_map(|(found, _)| found.texts.files());
        // The vocabulary lies in no file.
        let files = texts.map(|file| PathBuf::from(&file.path)).filter(|path| path.is_file());
        files.chain(args.manuscript.clone()).collect()
    }
}

fn once(args: &CheckArgs, out: &mut impl Write) -> Result<Checks, Refusal> {
    let plan = Plan::new(args)?;
    let Plan { disk, config, .. } = &plan;
    let wanted = wanted(args, &plan)?;
    let today = args.as_of.as_deref().map(day).transpose()?;
    let lists = || local::lists(&disk.guard, &args.bibliography);
    let mut manuscript = args.manuscript.as_deref().map(|path| local::manuscript(disk, path)).transpose()?;
    if let Some(manuscript) = &mut manuscript {
        manuscript.take_lists(lists()?);
    }
    let against = local::lists(&disk.guard, &args.against)?;
    let retractions = local::retractions(&disk.guard, &args.retractions)?;
    let progress = Progress::start();
    progress.at("reading");
    let found = local::dossiers_and_papers(disk, &plan.paths, args.atlas.extent())?;
    if manuscript.is_some() && found.len() > 1 {
        return Err(Refusal::SeveralDossiers { count: found.len() });
    }
    if let (Some(_), Some(paper)) = (&manuscript, found.iter().find(|found| found.paper.is_some())) {
        return Err(Refusal::TwoManuscripts { path: paper.path.clone() });
    }
    // What is said of no paper in particular is said of the only one.
    let is_all = args.paths.is_empty() && found.len() == 1;
    let mut checked: Vec<(Found, Checked)> = found
        .into_iter()
        .map(|mut found| {
            progress.at(format!("checking {}", found.path));
            let mut stets = config.take_in(&mut found)?;
            for stet in &mut stets {
                stet.may_be_elsewhere &= !is_all;
            }
            let mut reasoned = match found.paper.take() {
                Some(mut paper) => {
                    paper.format = args.written_in.map(WrittenIn::format);
                    local::drafted(disk, &paper, lists()?, &mut found, today)?
                }
                None => local::reasoned(disk, &mut found, manuscript.take(), today)?,
            };
            let held = reasoned.hold_to(&mut found.texts, &against, &retractions);
            held.map_err(|_| Refusal::TooLarge { path: found.path.clone() })?;
            let report = reasoned.judge(&found.texts, &Wanted { stets, ..wanted.clone() });
            Ok((found, Checked { reasoned, report }))
        })
        .collect::<Result<_, Refusal>>()?;
    let baseline = plan.baseline.as_deref().map(|path| baseline::read(&disk.guard, path)).transpose()?;
    let gone = baseline.as_ref().map(|known| known.mark(checked.iter_mut().map(|(_, checked)| &mut checked.report)));
    progress.at("looking for what to mend first");
    let repairs: Vec<Repairs> = checked.iter().map(|(found, checked)| checked.repairs(&found.texts)).collect();
    for (found, checked) in &mut checked {
        checked.report.findings.iter_mut().for_each(|finding| finding.tell_of_origins(&found.texts));
    }
    let outcomes: Vec<Outcome> = checked
        .iter()
        .zip(repairs.iter())
        .map(|((found, checked), repairs)| outcome(found, checked, repairs))
        .collect();
    drop(progress);
    let mut report = Vec::new();
    match &args.answer.output {
        Some(_) => print(args, &plan, &outcomes, gone.as_deref(), &mut report)?,
        None if args.answer.quiet => {}
        None => print(args, &plan, &outcomes, gone.as_deref(), out)?,
    }
    anything_checked(&outcomes, &wanted)?;
    if let Some(path) = &args.answer.output {
        whole::write(&disk.guard, path, &report)?;
    }
    if let Some(path) = &args.write_baseline {
        baseline::write(&disk.guard, path, &Baseline::of(outcomes.iter().map(|outcome| outcome.report)))?;
    }
    let new = outcomes.iter().flat_map(|outcome| &outcome.report.findings).filter(|finding| !finding.known);
    let worst = new.map(|finding| finding.level).max();
    let is_judged = !args.answer.exit_zero && args.write_baseline.is_none();
    let code = u8::from(is_judged && worst.is_some_and(|worst| worst >= plan.fail_on));
    Ok(Checks { checked, _repairs: repairs, code })
}

fn print(
    args: &CheckArgs,
    plan: &Plan,
    outcomes: &[Outcome<'_>],
    gone: Option<&[&Known]>,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let detail = if args.full { Detail::Full } else { Detail::Brief };
    match plan.format {
        Format::Human => {
            let screen = &args.screen;
            let layout = if args.answer.output.is_some() { screen.layout_of_file() } else { screen.layout() };
            write!(out, "{}", Terminal { outcomes, layout, detail, fail_on: plan.fail_on })?;
        }
        Format::Short => write!(out, "{}", Short(outcomes))?,
        Format::Json => write!(out, "{}", Json { outcomes, gone, detail })?,
        Format::Sarif => write!(out, "{}", Sarif { outcomes, gone })?,
        Format::Github => write!(out, "{}", Github(outcomes))?,
        Format::Junit => write!(out, "{}", Junit { outcomes, fail_on: plan.fail_on })?,
        Format::Markdown => write!(out, "{}", Markdown(outcomes))?,
        Format::Html => write!(out, "{}", Html { outcomes, gone })?,
    }
    Ok(())
}

fn outcome<'a>(found: &'a Found, checked: &'a Checked, repairs: &'a Repairs) -> Outcome<'a> {
    Outcome { path: &found.path, texts: &found.texts, reasoned: &checked.reasoned, report: &checked.report, repairs }
}

fn wanted(args: &CheckArgs, plan: &Plan) -> Result<Wanted, Refusal> {
    let named = |list: &[String]| -> Vec<String> {
        list.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
    };
    let wanted = Wanted {
        select: named(&args.select),
        ignore: named(&args.ignore),
        require: plan.require.iter().map(|what| what.rule().to_owned()).collect(),
        stets: Vec::new(),
        possible: args.possible,
        // A page ticks whatever was found fine.
        watch: (plan.format == Format::Html).then(|| Span::new(0, u32::MAX)),
    };
    let is_known = |name: &str| rules::named(name).is_some() || rules::is_family(name);
    if let Some(name) = wanted.select.iter().chain(&wanted.ignore).find(|name| !is_known(name)) {
        return Err(Refusal::UnknownRule { name: name.clone() });
    }
    Ok(wanted)
}

pub(super) fn day(text: &str) -> Result<Day, Refusal> {
    let refusal = |why: String| Refusal::BadDay { text: text.to_owned(), why };
    let when = When::parse(text).map_err(|bad| match bad.help {
        Some(help) => refusal(format!("{}; {help}", bad.what)),
        None => refusal(bad.what),
    })?;
    when.nominal().latest().day().ok_or_else(|| refusal("it has no last day".into()))
}

/// A run that checked nothing is no pass.
fn anything_checked(outcomes: &[Outcome<'_>], wanted: &Wanted) -> Result<(), Refusal> {
    let paths = || outcomes.iter().map(|outcome| outcome.path.to_owned()).collect();
    let said = |outcome: &Outcome<'_>| {
        let dossier = &outcome.reasoned.dossier;
        !dossier.claims.is_empty() || dossier.own_sources().next().is_some() || !outcome.report.findings.is_empty()
    };
    if !outcomes.iter().any(said) {
        return Err(match outcomes.iter().find(|outcome| outcome.texts.has_origins()) {
            Some(paper) => Refusal::NothingSaid { path: paper.path.to_owned() },
            None => Refusal::NoClaims { paths: paths() },
        });
    }
    let mut tallies = outcomes.iter().flat_map(|outcome| &outcome.report.tallies).peekable();
    if tallies.peek().is_none() {
        let mut selected = rules::ALL.iter().filter(|rule| wanted.select.iter().any(|name| rule.is_called(name)));
        let needy = selected.find(|rule| rule.needs_manuscript());
        return Err(needy.map_or(Refusal::NoRules, |rule| Refusal::NoManuscript { rule: Some(rule.name) }));
    }
    let saw_something =
        |tally: &rules::Tally| tally.found + tally.allowed + tally.compatible + tally.not_checkable.len() > 0;
    if !tallies.any(saw_something) {
        return Err(Refusal::NothingSeen { paths: paths() });
    }
    Ok(())
}
