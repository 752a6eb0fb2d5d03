//! `gainsay fix`: what is mechanical in findings, mended in the files.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::check::day;
use super::files::{self, Found};
use super::ground::{Disk, LARGEST};
use super::guard::{Guard, GuardArgs};
use super::whole::{Before, Page};
use super::{Refusal, local, whole};
use crate::finding::Finding;
use crate::mend::{Choice, Desk, Mended, Pick, Sheet, Tried, mend};
use crate::model::Home;
use crate::rules;
use crate::text::{File, counted, is_hidden};

/// What `gainsay fix` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Safe fixes are applied: those that write what can alone have been meant, such as a misspelt key or a date that lacks its \
quotes. A fix that may be wrong is unsafe, and waits for `--unsafe`. Where either of two things may be wrong there are \
several fixes; `gainsay check` numbers them, and `--pick` names the findings (a rule, or how a fingerprint begins) and the \
number.

A fix that would bring another finding, or would not clear its own, is left out and told. Layout and comments stay. Files \
are written all or not at all; what a dossier extends is written only where it lies at or below a path that is given.

Examples:
  gainsay fix                                          apply the safe fixes to the dossier in ./claims (or here)
  gainsay fix --diff                                   show what would be changed
  gainsay fix claims/paper --unsafe                    also those that a person has to judge
  gainsay fix --select malformed-record,unused-allow   only what these rules find
  gainsay fix --pick url-date-disagrees=1              of their several fixes the first
  gainsay fix --pick 3fa9c2d1=2                        of one finding's fixes the second

Exits with 0 if all that was chosen is applied or left out, with 1 if `--diff` would change something, with 2 if it cannot \
be done.")]
pub(super) struct FixArgs {
    /// Folders and files to mend [default: `claims` if it is there, else `.`]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Apply also fixes that may be wrong, where a finding has one
    #[arg(long = "unsafe")]
    judged: bool,

    /// Of the several fixes of some findings apply this one (repeat it, or write commas between)
    #[arg(long, value_name = "FINDINGS=NUMBER", value_delimiter = ',', value_parser = pick)]
    pick: Vec<Pick>,

    /// Show what would be changed, and write nothing
    #[arg(long)]
    diff: bool,

    /// Only what these rules find (repeat it, or write commas between)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,

    /// Not what these rules find
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,

    /// The day that counts as today, in EDTF: of a month or a year its last [default: what the dossier states]
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    as_of: Option<String>,

    #[command(flatten)]
    guard: GuardArgs,
}

fn pick(text: &str) -> Result<Pick, String> {
    let (of, number) = text.split_once('=').ok_or("write it as FINDINGS=NUMBER: `url-date-disagrees=1`")?;
    let (of, number) = (of.trim().to_owned(), number.trim().parse().unwrap_or_default());
    let is_fingerprint = of.len() >= 4 && of.len() <= 16 && of.bytes().all(|byte| byte.is_ascii_hexdigit());
    if rules::named(&of).is_none() && !is_fingerprint {
        return Err(format!("`{}` is no rule, and no fingerprint begins so", crate::text::shown(&of)));
    }
    if number == 0 { Err("fixes are numbered from 1".to_owned()) } else { Ok(Pick { of, number }) }
}

/// Mends the dossiers at the paths, and gives the exit code.
pub(super) fn run(args: &FixArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let choice = choice(args)?;
    let today = args.as_of.as_deref().map(day).transpose()?;
    let paths = files::or_usual(&args.paths);
    let ground = Disk { guard: Guard::new(&args.guard, &paths)? };
    let found = files::dossiers(&ground, &paths)?;
    let mut desk = desk(&ground.guard, &found);
    let before: Vec<String> = desk.sheets.iter().map(|sheet| sheet.text.clone()).collect();
    let mended = mend(&mut desk, &local::fetch(&ground), today, &choice);
    let changed: Vec<usize> = (0..before.len()).filter(|&at| before[at] != desk.sheets[at].text).collect();
    if args.diff {
        for &at in &changed {
            difference(&desk.sheets[at], &before[at], out)?;
        }
        told(&mended, &choice, &mut std::io::stderr().lock())?;
        return Ok(u8::from(!changed.is_empty()));
    }
    let pages = changed.iter().map(|&at| {
        let Sheet { path, text, .. } = &desk.sheets[at];
        Page { path: PathBuf::from(path), before: Before::Text(&before[at]), bytes: text.as_bytes() }
    });
    whole::write_all(&ground.guard, pages)?;
    applied(&mended, changed.len(), out)?;
    told(&mended, &choice, out)?;
    Ok(0)
}

fn choice(args: &FixArgs) -> Result<Choice, Refusal> {
    if let Some(name) = args.select.iter().chain(&args.ignore).find(|name| rules::named(name).is_none()) {
        return Err(Refusal::UnknownRule { name: name.clone() });
    }
    Ok(Choice {
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        judged: args.judged,
        picks: args.pick.clone(),
    })
}

/// The files of the dossiers, each once. Those that a dossier only extends are not open, nor are those that are no
/// text.
fn desk(guard: &Guard, found: &[Found]) -> Desk {
    let mut desk = Desk::default();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for dossier in found {
        let mut files = Vec::new();
        for &(file, home) in &dossier.files {
            let file = dossier.texts.file(file);
            let sheet = *numbers.entry(&file.path).or_insert_with(|| {
                desk.sheets.push(Sheet { path: file.path.clone(), text: file.text.clone(), is_open: false });
                desk.sheets.len() - 1
            });
            desk.sheets[sheet].is_open |= home == Home::Own && is_as_read(guard, file);
            files.push((sheet, home));
        }
        desk.dossiers.push(files);
    }
    desk
}

/// Whether a file may be written, can be found again by the name that reports give it, and holds what was read.
fn is_as_read(guard: &Guard, file: &File) -> bool {
    let path = Path::new(&file.path);
    guard.writable(path).is_ok() && guard.bytes(path, LARGEST).is_ok_and(|bytes| bytes == file.text.as_bytes())
}

/// What changes in a file, as `diff -u` writes it.
fn difference(sheet: &Sheet, before: &str, out: &mut impl Write) -> std::io::Result<()> {
    let diff = TextDiff::from_lines(before, &sheet.text);
    let text = diff.unified_diff().header(&sheet.path, &sheet.path).to_string();
    let clean = |c: char| if is_hidden(c) && !matches!(c, '\n' | '\t' | '\r') { '\u{FFFD}' } else { c };
    write!(out, "{}", text.chars().map(clean).collect::<String>())
}

/// What was written, one line a fix.
fn applied(mended: &Mended, files: usize, out: &mut impl Write) -> std::io::Result<()> {
    for tried in &mended.applied {
        writeln!(out, "{}: [{}] {}", tried.place, tried.rule, tried.title)?;
    }
    match mended.applied.len() {
        0 => writeln!(out, "nothing was changed"),
        _ => writeln!(out, "cleared {} in {}", counted(mended.cleared, "finding"), counted(files, "file")),
    }
}

/// What was left out and why, and what there is still to decide.
fn told(mended: &Mended, choice: &Choice, out: &mut impl Write) -> std::io::Result<()> {
    for (tried, why) in &mended.left_out {
        writeln!(out, "{}: [{}] not applied: {}: {why}", tried.place, tried.rule, tried.title)?;
    }
    for Tried { place, rule, title } in &mended.brought {
        writeln!(out, "{place}: [{rule}] came to light: {title}")?;
    }
    let findings = || mended.end.iter().flat_map(|(_, checked)| &checked.report.findings);
    let left = |several: bool| {
        let of = |finding: &&Finding| match finding.fixes.as_slice() {
            [] => false,
            [fix] => !several && !fix.is_safe(),
            _ => several,
        };
        findings().filter(of).count()
    };
    let (one, several) = (left(false), left(true));
    // With `--unsafe` they were tried, and stand among those that were left out.
    if one > 0 && !choice.judged {
        writeln!(
            out,
            "{} more can be fixed with `--unsafe`, after a look at `gainsay check`",
            counted(one, "finding")
        )?;
    }
    if several > 0 {
        let have = if several == 1 { "has" } else { "have" };
        writeln!(
            out,
            "{} more {have} several fixes: `gainsay check` shows them, `--pick` takes one",
            counted(several, "finding")
        )?;
    }
    Ok(())
}
