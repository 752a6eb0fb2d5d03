//! `gainsay coverage`: which sentences of a manuscript claims cover.

mod annotations;

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::files::{self, Found};
use super::ground::Disk;
use super::guard::{Guard, GuardArgs};
use super::screen::{Format, ScreenArgs};
use super::{Refusal, local};
use crate::archive::{Coverage, Passages};
use crate::model::Record;
use crate::passage::Sentence;
use crate::report::{Glyphs, Layout, Paint, wrapped};
use crate::text::{bare, counted, shown};
use crate::{Reasoned, report};
use annotations::Lack;

/// What `gainsay coverage` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A sentence is worth checking if it has a date or a quantity, or cites a source for what a named party did. A claim covers \
it if the words that the claim notes (`at = { phrase = \"…\" }`) stand in it.

Examples:
  gainsay coverage
  gainsay coverage claims/paper --manuscript paper.docx --missing
  gainsay coverage --annotations
  gainsay coverage --format json | jq '.manuscripts[].sentences[] | select(.claims == [])'")]
pub(super) struct CoverageArgs {
    /// Folders and files of the dossier [default: `claims` if it is there, else `.`]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The manuscript [default: the one that the dossier names]
    #[arg(long, value_name = "FILE")]
    manuscript: Option<PathBuf>,

    /// List only the sentences that no claim covers
    #[arg(long)]
    missing: bool,

    /// List what the annotated draft lacks: sources, places in them, backups, primary sources, and what is still to
    /// come (TK)
    #[arg(long, conflicts_with = "missing")]
    annotations: bool,

    /// How the list is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,

    #[command(flatten)]
    guard: GuardArgs,

    #[command(flatten)]
    screen: ScreenArgs,
}

/// Lists the sentences of the manuscripts of the dossiers at the paths.
pub(super) fn run(args: &CoverageArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let paths = files::or_usual(&args.paths);
    let disk = Disk { guard: Guard::new(&args.guard, paths.iter().chain(&args.manuscript))? };
    let mut given = args.manuscript.as_deref().map(|path| local::manuscript(&disk, path)).transpose()?;
    let found = files::dossiers(&disk, &paths)?;
    if given.is_some() && found.len() > 1 {
        return Err(Refusal::SeveralDossiers { count: found.len() });
    }
    let mut read = Vec::new();
    for mut found in found {
        let reasoned = local::reasoned(&disk, &mut found, given.take(), None)?;
        if let Some(why) = reasoned.archive.unreadable_manuscript() {
            let path = reasoned.dossier.paper.manuscript.map(|name| shown(found.texts.read(name)));
            return Err(Refusal::Unreadable { path: path.unwrap_or_default(), why: why.why.clone() });
        }
        read.push((found, reasoned));
    }
    if args.annotations {
        return audited(args.format, &read, out);
    }
    let mut listed = read.iter().filter_map(|(found, reasoned)| Listed::new(found, reasoned, args)).peekable();
    if listed.peek().is_none() {
        return Err(Refusal::NoManuscript { rule: None });
    }
    match args.format {
        Format::Human => {
            for (number, listed) in listed.enumerate() {
                if number > 0 {
                    writeln!(out)?;
                }
                listed.write(args.screen.layout(), out)?;
            }
        }
        Format::Json => {
            let whole = Whole { version: report::VERSION, manuscripts: listed.collect() };
            write!(out, "{}", crate::text::json(&whole))?;
        }
    }
    Ok(0)
}

/// Tells what the claims of dossiers lack, kind by kind; exits with 1 where they lack anything.
fn audited(format: Format, read: &[(Found, Reasoned)], out: &mut impl Write) -> Result<u8, Refusal> {
    let lacks: Vec<Lack> = read.iter().flat_map(|(found, reasoned)| annotations::lacks(found, reasoned)).collect();
    if format == Format::Json {
        let whole = serde_json::json!({ "version": report::VERSION, "lacks": lacks });
        write!(out, "{}", crate::text::json(&whole))?;
        return Ok(u8::from(!lacks.is_empty()));
    }
    let claims: usize = read.iter().map(|(_, reasoned)| reasoned.dossier.claims.len()).sum();
    writeln!(out, "{}", counted(claims, "claim"))?;
    for what in annotations::LACKS {
        let of_kind: Vec<&Lack> = lacks.iter().filter(|lack| lack.what == what).collect();
        if !of_kind.is_empty() {
            writeln!(out, "\n{} {what}:", of_kind.len())?;
        }
        for Lack { place, words, .. } in of_kind {
            writeln!(out, "  {}: {words}", bare(place))?;
        }
    }
    Ok(u8::from(!lacks.is_empty()))
}

#[derive(Serialize)]
struct Whole {
    version: u32,
    manuscripts: Vec<Listed>,
}

/// A manuscript as it is listed.
#[derive(Serialize)]
struct Listed {
    path: String,
    worth_checking: usize,
    covered: usize,
    sentences: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    line: usize,
    section: String,
    text: String,
    claims: Vec<String>,
}

impl Listed {
    fn new(found: &Found, reasoned: &Reasoned, args: &CoverageArgs) -> Option<Self> {
        let passages = reasoned.archive.manuscript()?;
        let sentences = passages.text.sentences.iter().enumerate().filter(|(_, sentence)| sentence.worth.is_some());
        let sentences = sentences
            .filter(|(number, _)| !args.missing || passages.held(*number).is_empty())
            .map(|(number, sentence)| Row::new(found, reasoned, passages, number, sentence))
            .collect();
        let Coverage { covered, sentences: worth_checking } = passages.coverage();
        let path = found.texts.place(passages.text.whole()).path.to_owned();
        Some(Self { path, worth_checking, covered, sentences })
    }

    /// By section: what is covered on one line each, what is not in full.
    fn write(&self, layout: Layout, out: &mut impl Write) -> std::io::Result<()> {
        let share = (self.covered * 100).checked_div(self.worth_checking).unwrap_or(100);
        let (path, covered, all) = (bare(&self.path), self.covered, self.worth_checking);
        let title = format!("{path}: claims cover {covered} of {all} sentences worth checking ({share}%)");
        for line in wrapped(&title, layout.width, "", "  ") {
            writeln!(out, "{}", layout.paint(Paint::Bold, &line))?;
        }
        let digits = self.sentences.iter().map(|row| row.line.to_string().len()).max().unwrap_or_default();
        let mut section = None;
        for row in &self.sentences {
            if section != Some(&row.section) {
                section = Some(&row.section);
                writeln!(out)?;
                for line in wrapped(&row.section, layout.width, "", "  ") {
                    writeln!(out, "{}", layout.paint(Paint::Bold, &line))?;
                }
            }
            row.write(layout, digits, out)?;
        }
        Ok(())
    }
}

impl Row {
    fn new(found: &Found, reasoned: &Reasoned, passages: &Passages, number: usize, sentence: &Sentence) -> Self {
        let mut claims: Vec<String> = passages
            .held(number)
            .iter()
            .map(|claim| shown(reasoned.dossier.id(&found.texts, Record::Claim(*claim))))
            .collect();
        claims.sort_unstable();
        Self {
            line: passages.text.line(sentence.block, sentence.range.start),
            section: passages.text.heading(sentence.block).map(shown).unwrap_or_default(),
            text: visible(passages.text.words(sentence)),
            claims,
        }
    }

    fn write(&self, layout: Layout, digits: usize, out: &mut impl Write) -> std::io::Result<()> {
        let ascii = layout.glyphs == Glyphs::Ascii;
        let (mark, paint) = match (self.claims.is_empty(), layout.glyphs) {
            (true, Glyphs::Ascii) => ("-", Paint::Yellow),
            (true, Glyphs::Unicode) => ("✗", Paint::Yellow),
            (true, Glyphs::Words) => ("open", Paint::Yellow),
            (false, Glyphs::Ascii) => ("+", Paint::Green),
            (false, Glyphs::Unicode) => ("✓", Paint::Green),
            (false, Glyphs::Words) => ("held", Paint::Green),
        };
        let first = format!("  {mark} {:>digits$}  ", self.line);
        let rest = " ".repeat(digits + 5 + mark.chars().count());
        let lines = wrapped(&self.text, layout.width, &first, &rest);
        let kept = if self.claims.is_empty() { lines.len() } else { 1 };
        for (number, line) in lines.iter().take(kept).enumerate() {
            let cut = if kept < lines.len() { if ascii { " ..." } else { " …" } } else { "" };
            match line.strip_prefix(&format!("  {mark}")).filter(|_| number == 0) {
                Some(rest) => writeln!(out, "  {}{rest}{cut}", layout.paint(paint, mark))?,
                None => writeln!(out, "{line}")?,
            }
        }
        if !self.claims.is_empty() {
            let claims: Vec<String> = self.claims.iter().map(|claim| format!("`{claim}`")).collect();
            for line in wrapped(&claims.join(", "), layout.width, &rest, &rest) {
                writeln!(out, "{}", layout.paint(Paint::Dim, &line))?;
            }
        }
        Ok(())
    }
}

/// Text without characters that do not show themselves.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !crate::text::is_hidden(*c)).collect()
}
