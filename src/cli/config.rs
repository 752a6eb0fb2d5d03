//! `.gainsay.toml`: how a project is checked where the command line says nothing else; and `gainsay config`, which
//! tells it.
//!
//! Read is the nearest one, in the current folder or above it inside the repository (without a repository, in the
//! current folder alone), and no other: nothing that lies with the user decides what a project's check finds. Its paths
//! count from its own folder, and name nothing outside of the root. What is no key of it, or no value of a key, is
//! refused.

use std::fmt;
use std::io::Write;
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use clap::ValueEnum;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::choices::{FailOn, Format, Require};
use super::files::{self, Found};
use super::guard::{Guard, resolved};
use super::paths::{or_here, shown};
use super::{Refusal, similar_of};
use crate::names::one_line;
use crate::rules::{Of, Stet};
use crate::text::Span;

/// What it is called, hidden or not; of both in one folder the hidden one counts.
const NAMES: [&str; 2] = [".gainsay.toml", "gainsay.toml"];
/// The most bytes of it that are read.
const LARGEST: u64 = 1 << 20;
const KEYS: [&str; 6] = ["paths", "format", "fail-on", "require", "baseline", "allow"];
const KEYS_OF_ALLOW: [&str; 5] = ["rule", "phrase", "finding", "paper", "because"];

/// How a project is checked.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// The file, as a path from the current folder.
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) paths: Option<Given<Vec<PathBuf>>>,
    pub(super) format: Option<Given<Format>>,
    pub(super) fail_on: Option<Given<FailOn>>,
    pub(super) require: Option<Given<Vec<Require>>>,
    pub(super) baseline: Option<Given<PathBuf>>,
    pub(super) allow: Vec<Allow>,
}

/// A value that the file gives.
#[derive(Debug)]
pub(super) struct Given<T> {
    pub(super) value: T,
    line: usize,
}

/// What is let stand.
#[derive(Debug)]
pub(super) struct Allow {
    rule: String,
    of: Of,
    because: String,
    /// The paper or dossier in which it stands; everywhere where none is named.
    paper: Option<PathBuf>,
    at: Range<usize>,
}

impl Config {
    /// The configuration of the current folder, if there is one.
    pub(super) fn find() -> Result<Self, Refusal> {
        let guard = Guard::of_here()?;
        let Some(path) = places(&guard).into_iter().find(|path| path.is_file()) else { return Ok(Self::default()) };
        let bytes = guard.given(&path, LARGEST)?;
        let bad = |why: &str| Refusal::BadConfiguration { at: shown(&path), why: why.to_owned() };
        let text = String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8"))?;
        Reader { path: &path, text: &text }.config()
    }

    /// Where it lies, or is to lie where a project has none: at its top.
    pub(super) fn place(&self) -> Result<PathBuf, Refusal> {
        if self.is_there() {
            return Ok(self.path.clone());
        }
        Ok(folders(&Guard::of_here()?).pop().unwrap_or_default().join(NAMES[0]))
    }

    /// Whether there is one.
    pub(super) fn is_there(&self) -> bool {
        !self.path.as_os_str().is_empty()
    }

    /// The paths that the command line gives, else those of the file, else the usual ones.
    /// What they and the file name may be read.
    pub(super) fn paths_or(&self, given: &[PathBuf], guard: &mut Guard) -> Vec<PathBuf> {
        if self.is_there() {
            guard.open_here();
        }
        match &self.paths {
            Some(paths) if given.is_empty() => paths.value.clone(),
            _ => {
                let paths = files::or_usual(given);
                for path in &paths {
                    guard.name(path);
                }
                paths
            }
        }
    }

    /// What it lets stand in a paper or a dossier, which takes its text in among its own.
    pub(super) fn take_in(&self, found: &mut Found) -> Result<Vec<Stet>, Refusal> {
        if self.allow.is_empty() {
            return Ok(Vec::new());
        }
        let path = shown(&self.path);
        let number = found.texts.add(path.clone(), self.text.clone()).map_err(|_| Refusal::TooLarge { path })?;
        Ok(self.stets(found.own_path(), found.texts.file(number).span()))
    }

    fn stets(&self, paper: Option<&Path>, whole: Span) -> Vec<Stet> {
        let is_it = |allow: &&Allow| match (&allow.paper, paper) {
            (Some(named), Some(paper)) => resolved(named) == resolved(paper),
            (named, _) => named.is_none(),
        };
        let stet = |allow: &Allow| Stet {
            rule: allow.rule.clone(),
            because: allow.because.clone(),
            of: allow.of.clone(),
            at: whole.part(allow.at.clone()),
            may_be_elsewhere: allow.paper.is_none(),
        };
        self.allow.iter().filter(is_it).map(stet).collect()
    }
}

/// The folders in which it may lie, the nearest first.
fn folders(guard: &Guard) -> Vec<PathBuf> {
    let here = resolved(Path::new(""));
    let steps = here.strip_prefix(guard.top_of_here()).map_or(0, |below| below.components().count());
    (0..=steps).map(|up| std::iter::repeat_n("..", up).collect()).collect()
}

fn places(guard: &Guard) -> Vec<PathBuf> {
    folders(guard).iter().flat_map(|folder| NAMES.map(|name| folder.join(name))).collect()
}

/// A file being read.
struct Reader<'t> {
    path: &'t Path,
    text: &'t str,
}

type Value<'t> = Spanned<DeValue<'t>>;

impl<'t> Reader<'t> {
    fn config(&self) -> Result<Config, Refusal> {
        let table = DeTable::parse(self.text).map_err(|error| {
            self.refused(&error.span().unwrap_or_default(), format!("it is no TOML: {}", one_line(error.message())))
        })?;
        let mut config = Config { path: self.path.to_owned(), text: self.text.to_owned(), ..Config::default() };
        for (key, value) in table.get_ref() {
            let name = key.get_ref().as_ref();
            match name {
                "paths" => config.paths = Some(self.given(value, self.list(name, value, |it| self.below(name, it))?)),
                "format" => config.format = Some(self.given(value, self.word(name, value)?)),
                "fail-on" => config.fail_on = Some(self.given(value, self.word(name, value)?)),
                "require" => {
                    config.require = Some(self.given(value, self.list(name, value, |it| self.word(name, it))?));
                }
                "baseline" => config.baseline = Some(self.given(value, self.below(name, value)?)),
                "allow" => config.allow = self.list(name, value, |it| self.allow(it))?,
                _ => return Err(self.unknown(&key.span(), name, &KEYS)),
            }
        }
        Ok(config)
    }

    fn given<T>(&self, at: &Value<'t>, value: T) -> Given<T> {
        Given { value, line: self.line(&at.span()) }
    }

    fn line(&self, at: &Range<usize>) -> usize {
        1 + self.text[..self.text.floor_char_boundary(at.start)].matches('\n').count()
    }

    fn refused(&self, at: &Range<usize>, why: String) -> Refusal {
        Refusal::BadConfiguration { at: format!("{}:{}", shown(self.path), self.line(at)), why }
    }

    fn unknown(&self, at: &Range<usize>, key: &str, known: &[&str]) -> Refusal {
        let near = similar_of(key, known);
        let hint = if near.is_empty() { format!("it has {}", known.join(", ")) } else { near.join(" or ") };
        let hint = if near.is_empty() { hint } else { format!("did you mean {hint}?") };
        self.refused(at, format!("there is no key `{}`; {hint}", crate::text::shown(key)))
    }

    fn string(&self, key: &str, value: &Value<'t>) -> Result<String, Refusal> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text.as_ref().to_owned()),
            _ => Err(self.refused(&value.span(), format!("`{key}` is a text in quotes"))),
        }
    }

    fn list<T>(
        &self,
        key: &str,
        value: &Value<'t>,
        each: impl Fn(&Value<'t>) -> Result<T, Refusal>,
    ) -> Result<Vec<T>, Refusal> {
        match value.get_ref() {
            DeValue::Array(values) => values.iter().map(each).collect(),
            _ => Err(self.refused(&value.span(), format!("`{key}` is a list"))),
        }
    }

    /// One of the words that the flag of that name takes.
    fn word<T: ValueEnum>(&self, key: &str, value: &Value<'t>) -> Result<T, Refusal> {
        let word = self.string(key, value)?;
        T::from_str(&word, false).map_err(|_| {
            let words = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let words: Vec<String> = words.map(|word| word.get_name().to_owned()).collect();
            self.refused(&value.span(), format!("`{key}` is {}", words.join(", ")))
        })
    }

    /// A path that counts from the folder of the file, as one from the current folder.
    fn below(&self, key: &str, value: &Value<'t>) -> Result<PathBuf, Refusal> {
        let written = PathBuf::from(self.string(key, value)?);
        let is_relative = written.components().all(|part| !matches!(part, Component::Prefix(_) | Component::RootDir));
        if !is_relative {
            return Err(
                self.refused(&value.span(), format!("a path of `{key}` counts from this file, and is not absolute"))
            );
        }
        Ok(self.path.parent().unwrap_or(Path::new("")).join(written))
    }

    fn allow(&self, value: &Value<'t>) -> Result<Allow, Refusal> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.refused(&value.span(), "each `[[allow]]` is a table".to_owned()));
        };
        if let Some((key, _)) = table.iter().find(|(key, _)| !KEYS_OF_ALLOW.contains(&key.get_ref().as_ref())) {
            return Err(self.unknown(&key.span(), key.get_ref(), &KEYS_OF_ALLOW));
        }
        let get = |name: &str| table.iter().find(|(key, _)| key.get_ref() == name).map(|(_, value)| value);
        let text = |name: &str| get(name).map(|value| self.string(name, value)).transpose();
        let lacks = |what: &str| self.refused(&value.span(), format!("this `[[allow]]` says not {what}"));
        let rule = get("rule").ok_or_else(|| lacks("of which `rule`"))?;
        let of = match (text("phrase")?, text("finding")?) {
            (Some(phrase), None) if !one_line(&phrase).is_empty() => Of::Phrase(phrase),
            (None, Some(finding)) => Of::Fingerprint(finding.to_ascii_lowercase()),
            _ => return Err(lacks("what stands: either a `phrase` or a `finding`")),
        };
        let because =
            text("because")?.filter(|because| !because.trim().is_empty()).ok_or_else(|| lacks("`because`"))?;
        let paper = get("paper").map(|value| self.below("paper", value)).transpose()?;
        Ok(Allow { rule: self.string("rule", rule)?, of, because, paper, at: rule.span() })
    }
}

/// What `gainsay config` is asked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
`.gainsay.toml` lies at the top of a project, or in the folder that it is for; the nearest one upward counts. A flag outranks
it. For example:

  paths    = [\"paper.md\", \"claims\"]
  format   = \"short\"
  fail-on  = \"warning\"
  require  = [\"checked\"]
  baseline = \"known.json\"

  [[allow]]
  rule    = \"wrong-weekday\"
  phrase  = \"Monday, 5 June\"
  paper   = \"paper.md\"
  because = \"the old calendar\"")]
pub(super) struct ConfigArgs {}

/// Tells what `gainsay check` is to do here where the command line says nothing else, and where each value comes from.
pub(super) fn run(_: &ConfigArgs, out: &mut impl Write) -> Result<u8, Refusal> {
    let config = Config::find()?;
    let path = shown(&config.path);
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut row = |key: &str, given: Option<(String, usize)>, usual: &str| {
        let (value, from) = match given {
            Some((value, line)) => (value, format!("{path}:{line}")),
            None => (usual.to_owned(), "by default".to_owned()),
        };
        rows.push([key.to_owned(), value, from]);
    };
    let paths = |paths: &Given<Vec<PathBuf>>| list(paths.value.iter().map(|path| shown(or_here(path))));
    row("paths", config.paths.as_ref().map(|given| (paths(given), given.line)), "claims if it is there, else .");
    row("format", config.format.as_ref().map(|given| (name(&given.value), given.line)), &name(&Format::Human));
    row("fail-on", config.fail_on.as_ref().map(|given| (name(&given.value), given.line)), &name(&FailOn::Error));
    let require = |given: &Given<Vec<Require>>| list(given.value.iter().map(name));
    row("require", config.require.as_ref().map(|given| (require(given), given.line)), "nothing");
    row("baseline", config.baseline.as_ref().map(|given| (shown(&given.value), given.line)), "none");
    for allow in &config.allow {
        let line = 1 + config.text[..allow.at.start].matches('\n').count();
        row("allow", Some((allow.to_string(), line)), "");
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second) = (width(0), width(1));
    for [key, value, from] in &rows {
        writeln!(out, "{key:first$}  {value:second$}  {from}")?;
    }
    if !config.is_there() {
        writeln!(out, "\nThere is no `.gainsay.toml` here or above.")?;
    }
    Ok(0)
}

/// The word for a value on the command line.
fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

fn list(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    if values.is_empty() { "nothing".to_owned() } else { values.join(", ") }
}

impl fmt::Display for Allow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = match &self.of {
            Of::Phrase(phrase) => format!("“{}”", crate::text::shown(phrase)),
            Of::Fingerprint(fingerprint) => crate::text::shown(fingerprint),
            Of::Place(_) => String::new(),
        };
        write!(f, "{} {of}", crate::text::shown(&self.rule))
    }
}
