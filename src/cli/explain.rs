//! `gainsay explain`: a page, of a rule or of the program; why something was found; what the rules saw in a record.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::files;
use super::ground::Disk;
use super::guard::{Guard, GuardArgs};
use super::paths::is_toml;
use super::screen::{Format, ScreenArgs};
use super::{Refusal, check, local, similar_of};
use crate::Reasoned;
use crate::atlas::Extent;
use crate::finding::Finding;
use crate::load::record_around;
use crate::manual::{PAGES, Piece, pieces};
use crate::model::{Dossier, Record};
use crate::reason::{Repairs, repairs, support};
use crate::report::explain::{ForPrograms, Found, Mend, Seen};
use crate::report::{Layout, Paint, place_of, wrapped};
use crate::rules::{self, Report, Wanted};
use crate::text::{Span, Texts};

/// Methods that have a page, with the file whose header that is.
const METHODS: [(&str, &str); 2] = [("repairs", repairs::FILE), ("support", support::FILE)];

/// The digits of a fingerprint that are taken for one at the least.
const DIGITS: usize = 4;

/// What `gainsay explain` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
What it is asked about is looked up in this order: a rule's name, a page (`papers`, `records`, `mending`, `exchange`, `ci`,
`repairs`, `support`), a record's id, a place, a fingerprint.

Examples:
  gainsay explain source-predates-event           what the rule means, with a dossier that breaks it
  gainsay explain papers                          what is read of a manuscript, and how
  gainsay explain repairs                         how what to mend first is found
  gainsay explain paper.md:116                    why something was found on that line of a paper, or of a record
  gainsay explain 5f3a90c1                        the same by its fingerprint, as `--format json` has it
  gainsay explain bridge-opens-in-june            what each rule saw in that claim, source, fact …: what was found,
                                                  what is compatible, what was not checkable, and why")]
pub(super) struct ExplainArgs {
    /// A rule, a page, a record's id, a place (`path:line` or `path:line:column`) or a finding's fingerprint
    what: String,

    /// A folder or file of the dossier (repeat it for more) [default: `claims` if it is there, else `.`]
    #[arg(long, value_name = "PATH")]
    path: Vec<PathBuf>,

    /// The day that counts as today, in EDTF [default: what the dossier states]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,

    /// How findings and records are explained
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    guard: GuardArgs,

    #[command(flatten)]
    screen: ScreenArgs,
}

/// Explains a rule, a record or findings.
pub(super) fn run(args: &ExplainArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let name = args.what.trim();
    if let Some(rule) = rules::named(name) {
        let beside = format!(" ({}, family `{}`)", rule.level.name(), rule.family);
        page(rule.name, &beside, &rule.page(), args.screen.layout(), out)?;
        return Ok(0);
    }
    let method = METHODS.iter().find(|(method, _)| *method == name).map(|(_, file)| rules::header(file));
    let told = method.or_else(|| Some(PAGES.iter().find(|(page, _)| *page == name)?.1.to_owned()));
    if let Some(told) = told {
        page(name, "", &told, args.screen.layout(), out)?;
        return Ok(0);
    }
    let today = args.as_of.as_deref().map(check::day).transpose()?;
    let paths = match place(name) {
        Some((path, ..)) if args.path.is_empty() && !is_toml(Path::new(path)) && Path::new(path).is_file() => {
            vec![path.into()]
        }
        _ => files::or_usual(&args.path),
    };
    let disk = Disk { guard: Guard::new(&args.guard, &paths)? };
    let dossiers = match local::dossiers_and_papers(&disk, &paths, Extent::Whole) {
        // Nothing that was asked for by path: then the name may still be meant for a rule.
        Err(Refusal::NoFiles { .. }) if args.path.is_empty() => {
            return Err(Refusal::UnknownRule { name: name.to_owned() });
        }
        dossiers => dossiers?,
    };
    let dossiers: Vec<Dossiers> = dossiers
        .into_iter()
        .map(|mut found| {
            let reasoned = local::either(&disk, &mut found, today)?;
            Ok(Dossiers { texts: found.texts, reasoned })
        })
        .collect::<Result<_, Refusal>>()?;
    let asked = Asked { name, args };
    if asked.record(&dossiers, out)? || asked.place(&dossiers, out)? || asked.fingerprint(&dossiers, out)? {
        return Ok(0);
    }
    Err(asked.unknown(&dossiers))
}

/// A dossier with its texts.
struct Dossiers {
    texts: Texts,
    reasoned: Reasoned,
}

impl Dossiers {
    fn judged(&self, watch: Option<Span>) -> Report {
        self.reasoned.judge(&self.texts, &Wanted { possible: true, watch, ..Wanted::default() })
    }
}

/// A finding at the places that a person knows.
fn as_told(texts: &Texts, finding: &Finding) -> Finding {
    let mut told = finding.clone();
    told.tell_of_origins(texts);
    told
}

/// A finding, and why the dossier allows it, if it does.
type Judged<'a> = (&'a Finding, Option<&'a str>);

/// What was found, and after it what is allowed.
fn found_in(report: &Report) -> impl Iterator<Item = Judged<'_>> {
    let allowed = report.allowed.iter().map(|allowed| (&allowed.finding, Some(allowed.because.as_str())));
    report.findings.iter().map(|finding| (finding, None)).chain(allowed)
}

/// The record of that id. An evidence or a roll without an id has none.
pub(super) fn by_id(texts: &Texts, dossier: &Dossier, id: &str) -> Option<Record> {
    let has_id = |record: &Record| dossier.head(*record).id.is_some();
    dossier.records().filter(has_id).find(|record| dossier.id(texts, *record) == id)
}

/// What is to be explained.
struct Asked<'a> {
    name: &'a str,
    args: &'a ExplainArgs,
}

impl Asked<'_> {
    /// Explains the record of that id, if there is one.
    fn record(&self, dossiers: &[Dossiers], out: &mut impl Write) -> Result<bool, Refusal> {
        for dossier in dossiers {
            if let Some(record) = by_id(&dossier.texts, &dossier.reasoned.dossier, self.name) {
                self.seen(dossier, record, out)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn seen(&self, dossier: &Dossiers, record: Record, out: &mut impl Write) -> Result<(), Refusal> {
        let Dossiers { texts, reasoned } = dossier;
        let report = dossier.judged(Some(record_around(texts, reasoned.dossier.id_span(record))));
        let seen = Seen { texts, reasoned, record, report: &report, layout: self.args.screen.layout() };
        match self.args.format {
            Format::Human => write!(out, "{seen}")?,
            Format::Json => write!(out, "{}", ForPrograms::Seen(&seen))?,
        }
        Ok(())
    }

    /// Explains the findings at that place, or else the record that lies there.
    fn place(&self, dossiers: &[Dossiers], out: &mut impl Write) -> Result<bool, Refusal> {
        let Some((path, line, column)) = place(self.name) else { return Ok(false) };
        let is_file = |other: &str| other == path || other.ends_with(&format!("/{path}"));
        for dossier in dossiers {
            let Dossiers { texts, reasoned } = dossier;
            let is_there = |span: Span| {
                let place = texts.place(texts.origin(span));
                is_file(place.path) && place.line == line && column.is_none_or(|column| column == place.column)
            };
            let report = dossier.judged(None);
            let mut found: Vec<_> = found_in(&report).filter(|(finding, _)| is_there(finding.primary.span)).collect();
            if found.is_empty() {
                let is_against = |(finding, _): &Judged<'_>| {
                    let printed = place_of(texts, reasoned, &as_told(texts, finding));
                    is_there(printed) || finding.labels.iter().any(|label| is_there(label.span))
                };
                found = found_in(&report).filter(is_against).collect();
            }
            if !found.is_empty() {
                self.found(dossier, &report, &found, out)?;
                return Ok(true);
            }
            let at = texts.files().iter().find(|file| is_file(&file.path));
            let start = at.and_then(|file| Some(file.base + file.line_starts().get(line.checked_sub(1)?)?));
            let around = start.map(|start| record_around(texts, Span::new(start, start)));
            let there = |record: &Record| around.is_some_and(|around| around.holds(reasoned.dossier.id_span(*record)));
            if let Some(record) = reasoned.dossier.records().find(there) {
                self.seen(dossier, record, out)?;
                return Ok(true);
            }
            if start.is_some() {
                self.found(dossier, &report, &[], out)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Explains the finding whose fingerprint begins so, if there is one.
    fn fingerprint(&self, dossiers: &[Dossiers], out: &mut impl Write) -> Result<bool, Refusal> {
        let digits = self.name.to_ascii_lowercase();
        if digits.len() < DIGITS || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(false);
        }
        for dossier in dossiers {
            let report = dossier.judged(None);
            let begins_so = |(finding, _): &Judged<'_>| finding.fingerprint().starts_with(&digits);
            let found: Vec<Judged<'_>> = found_in(&report).filter(begins_so).collect();
            let mut prints: Vec<String> = found.iter().map(|(finding, _)| finding.fingerprint()).collect();
            prints.sort_unstable();
            prints.dedup();
            if prints.len() > 1 {
                return Err(Refusal::Ambiguous { name: digits, findings: prints });
            }
            if !found.is_empty() {
                self.found(dossier, &report, &found, out)?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn found(
        &self,
        dossier: &Dossiers,
        report: &Report,
        findings: &[Judged<'_>],
        out: &mut impl Write,
    ) -> Result<(), Refusal> {
        let Dossiers { texts, reasoned } = dossier;
        let layout = self.args.screen.layout();
        let repairs = Repairs::new(texts, &reasoned.dossier, &report.findings);
        let place = |finding: &Finding| report.findings.iter().position(|other| std::ptr::eq(other, finding));
        let mend = |finding| place(finding).map(|at| Mend { repairs: &repairs, findings: &report.findings, at });
        let told: Vec<Finding> = findings.iter().map(|(finding, _)| as_told(texts, finding)).collect();
        let explained = findings.iter().zip(&told).map(|(&(finding, allowed), told)| {
            let mend = mend(finding);
            Found { texts, reasoned, finding: told, allowed, mend, layout }
        });
        let found: Vec<Found<'_>> = explained.collect();
        if self.args.format == Format::Json {
            write!(out, "{}", ForPrograms::Found(&found))?;
            return Ok(());
        }
        if found.is_empty() {
            writeln!(out, "nothing was found there")?;
        }
        for (number, found) in found.iter().enumerate() {
            let gap = if number > 0 { "\n" } else { "" };
            write!(out, "{gap}{found}")?;
        }
        Ok(())
    }

    fn unknown(&self, dossiers: &[Dossiers]) -> Refusal {
        let pages = PAGES.iter().chain(&METHODS).map(|(page, _)| *page);
        let rules = rules::ALL.iter().map(|rule| rule.name).chain(pages);
        let ids = dossiers.iter().flat_map(|dossier| {
            let Dossiers { texts, reasoned } = dossier;
            reasoned.dossier.records().map(|record| reasoned.dossier.id(texts, record))
        });
        let mut names: Vec<&str> = rules.chain(ids).filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        let near = similar_of(self.name, &names);
        Refusal::Unknown { name: self.name.to_owned(), among: "rule, record, place or finding", near }
    }
}

/// A place as it is printed: `path:line` or `path:line:column`.
fn place(text: &str) -> Option<(&str, usize, Option<usize>)> {
    let (rest, last) = text.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    let line = rest.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    let (path, line, column) = line.map_or((rest, last, None), |(path, line)| (path, line, Some(last)));
    Some((path.strip_prefix("./").unwrap_or(path), line, column))
}

/// A page below its name, and what is said beside that.
fn page(name: &str, beside: &str, page: &str, layout: Layout, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "{}{beside}", layout.paint(Paint::Bold, name))?;
    let mut after_row = false;
    for piece in pieces(page) {
        let row = matches!(piece, Piece::Row(_));
        if !(row && after_row) {
            writeln!(out)?;
        }
        after_row = row;
        match piece {
            Piece::Heading(heading) => writeln!(out, "{}", layout.paint(Paint::Bold, heading))?,
            Piece::Row(row) => writeln!(out, "{row}")?,
            Piece::Prose(prose) => {
                let hang = if prose.starts_with("- ") || prose.starts_with("* ") { "  " } else { "" };
                for line in wrapped(&prose, layout.width.min(100), "", hang) {
                    writeln!(out, "{line}")?;
                }
            }
            Piece::Example { toml, .. } => {
                for line in toml.lines() {
                    writeln!(out, "{}", layout.paint(Paint::Cyan, format!("    {line}").trim_end()))?;
                }
            }
        }
    }
    Ok(())
}
