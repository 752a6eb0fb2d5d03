//! Which files may be read and written: those that lie inside, and what the command line names.
//!
//! Records and manuscripts may be a stranger's. What they name by a path, and what a walk comes upon, is read only
//! inside the root of what the command line names: the top of its repository; else the current folder, if it holds it;
//! else the named folder itself. A link counts as what it leads to. Names that begin with a dot keep what is private
//! (`.git`, `.env`), and what is no plain file may never end: neither is read. What is refused is refused before it is
//! opened.
//!
//! Written is only what the command line names, or what lies below it.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::Refusal;
use super::paths::{because, is_dotted, or_here, shown, unreadable, without_detours};
use crate::document::Unreadable;

/// What may be read beyond the root.
#[derive(Debug, Default, clap::Args)]
pub(super) struct GuardArgs {
    /// Read this file, or what lies in this folder, although it lies outside of the repository (repeat it for more)
    #[arg(long, value_name = "PATH")]
    allow_outside: Vec<PathBuf>,
}

/// Folders of the system that hold no files of people.
const SYSTEM: [&str; 3] = ["/dev", "/proc", "/sys"];

/// The one hidden file that may be read below a root: the configuration.
const CONFIGURATION: &str = ".gainsay.toml";

/// Decides which files may be read and written.
#[derive(Debug)]
pub(super) struct Guard {
    here: PathBuf,
    roots: Vec<Root>,
    /// What the command line names, by its one name.
    named: Vec<PathBuf>,
}

/// A folder inside which files may be read, by its one name.
#[derive(Debug)]
struct Root {
    folder: PathBuf,
    /// What it is, for a person.
    what: &'static str,
}

/// Why a file is not read.
#[derive(Debug)]
pub(super) enum Denied {
    /// It may not be.
    Barred(String),
    /// It cannot be.
    Failed(io::Error),
    /// It holds more than that many bytes.
    TooLarge(u64),
}

impl Guard {
    /// Allows what the command line names as `given`, what lies inside the roots of that, and what `args` allow.
    ///
    /// # Errors
    /// If there is nothing at a path that `args` allow.
    pub(super) fn new<P: AsRef<Path>>(args: &GuardArgs, given: impl IntoIterator<Item = P>) -> Result<Self, Refusal> {
        let here = fs::canonicalize(".").map_err(|error| unreadable(Path::new("."), &error))?;
        let mut guard = Guard { here, roots: Vec::new(), named: Vec::new() };
        for path in &args.allow_outside {
            guard.named.push(fs::canonicalize(path).map_err(|error| unreadable(path, &error))?);
        }
        for path in given {
            guard.name(path.as_ref());
        }
        Ok(guard)
    }

    /// Allows to read what lies inside the root of the current folder, and nothing else.
    ///
    /// # Errors
    /// If there is no current folder.
    pub(super) fn of_here() -> Result<Self, Refusal> {
        let mut guard = Self::new(&GuardArgs::default(), [] as [&Path; 0])?;
        guard.open_here();
        Ok(guard)
    }

    /// Allows to read what lies inside the root of the current folder.
    pub(super) fn open_here(&mut self) {
        let (top, what) = self.top(&self.here);
        self.roots.push(Root { folder: resolved(&top), what });
    }

    /// The folder that holds all that may be read for the current folder.
    pub(super) fn top_of_here(&self) -> PathBuf {
        self.top(&self.here).0
    }

    /// Allows a path that the command line names, unless a link on the way to it leads out of its root.
    pub(super) fn name(&mut self, path: &Path) {
        let real = resolved(path);
        let written = self.written(path);
        let written = if resolved(&written) == real { written } else { real.clone() };
        let (top, what) = self.top(&written);
        let folder = resolved(&top);
        let is_straight = written.strip_prefix(&top).is_ok_and(|rest| without_detours(&folder.join(rest)) == real);
        let root = Root { folder, what };
        if is_straight || root.holds(&real).is_some_and(|held| held.is_ok()) {
            self.named.push(real);
        }
        self.roots.push(root);
    }

    /// The root of a path that is written from the top of the disk, and what it is.
    fn top(&self, written: &Path) -> (PathBuf, &'static str) {
        let is_top = |folder: &&Path| fs::symlink_metadata(folder.join(".git")).is_ok();
        if let Some(top) = written.ancestors().find(is_top) {
            return (top.to_owned(), "repository");
        }
        if written.starts_with(&self.here) {
            return (self.here.clone(), "current folder");
        }
        let folder = if written.is_dir() { Some(written) } else { written.parent() };
        (folder.unwrap_or(written).to_owned(), "folder that was named")
    }

    /// A path from the top of the disk, by its letters.
    fn written(&self, path: &Path) -> PathBuf {
        without_detours(&self.here.join(path))
    }

    /// Where a path leads, if that may be read.
    pub(super) fn readable(&self, path: &Path) -> Result<PathBuf, String> {
        let real = resolved(path);
        let mut barred = None;
        let named = self.named.iter().map(|named| holds(named, &real));
        for held in named.chain(self.roots.iter().map(|root| root.holds(&real))).flatten() {
            match held {
                Ok(()) => return Ok(real),
                Err(why) => barred = Some(why),
            }
        }
        Err(barred.unwrap_or_else(|| self.outside(path)))
    }

    /// Where a path leads, if that may be written.
    pub(super) fn writable(&self, path: &Path) -> Result<PathBuf, String> {
        let real = resolved(path);
        if self.named.iter().any(|named| holds(named, &real).is_some_and(|held| held.is_ok())) {
            return Ok(real);
        }
        Err("a link leads from there out of what the command line names".to_owned())
    }

    fn outside(&self, path: &Path) -> String {
        let written = self.written(path);
        let what = self.roots.first().map_or("current folder", |root| root.what);
        let is_link = self.roots.iter().any(|root| written.starts_with(&root.folder));
        let lies = if is_link { "is a link that leads out" } else { "lies outside" };
        let path = shown(path);
        // What is pasted into a shell must be nothing but a path there.
        let is_plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
        let hint =
            if path.chars().all(is_plain) && !path.starts_with('-') { format!(" {path}") } else { String::new() };
        format!("it {lies} of the {what}, and `--allow-outside{hint}` lets it be read")
    }

    /// The bytes of a plain file that may be read.
    pub(super) fn bytes(&self, path: &Path, most: u64) -> Result<Vec<u8>, Denied> {
        let real = self.readable(path).map_err(Denied::Barred)?;
        let file = opened(&real)?;
        let length = file.metadata().map_err(Denied::Failed)?.len();
        if length > most {
            return Err(Denied::TooLarge(most));
        }
        let mut bytes = Vec::with_capacity(length as usize + 1);
        file.take(most + 1).read_to_end(&mut bytes).map_err(Denied::Failed)?;
        if bytes.len() as u64 > most { Err(Denied::TooLarge(most)) } else { Ok(bytes) }
    }

    /// The bytes of a file that the command line names.
    pub(super) fn given(&self, path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
        self.bytes(path, most).map_err(|denied| match denied {
            Denied::Failed(error) => unreadable(path, &error),
            denied => Refusal::Barred { path: shown(path), why: denied.why() },
        })
    }
}

impl Root {
    fn holds(&self, real: &Path) -> Option<Result<(), String>> {
        holds(&self.folder, real)
    }
}

impl Denied {
    /// The reason, as a message says it behind a colon.
    pub(super) fn why(&self) -> String {
        match self {
            Denied::Barred(why) => why.clone(),
            Denied::Failed(error) => because(error),
            Denied::TooLarge(most) => format!("it is larger than {} MiB", most >> 20),
        }
    }
}

impl From<Denied> for Unreadable {
    fn from(denied: Denied) -> Self {
        Unreadable { why: denied.why() }
    }
}

/// Whether what lies at or below `above` may be read there; `None` where it does not lie there.
fn holds(above: &Path, real: &Path) -> Option<Result<(), String>> {
    let rest = real.strip_prefix(above).ok()?;
    if let Some(system) = SYSTEM.iter().find(|system| real.starts_with(system) && !above.starts_with(system)) {
        return Some(Err(format!("what lies in `{system}` is no file of a person")));
    }
    Some(hidden(rest).map_or(Ok(()), Err))
}

/// Why a path below a root may not be read, if one of its names is hidden.
pub(super) fn hidden(below: &Path) -> Option<String> {
    let is_hidden = |name: &OsStr| is_dotted(name) && name != CONFIGURATION;
    let mut names = below.components().filter_map(|part| match part {
        Component::Normal(name) if is_hidden(name) => Some(crate::text::shown(&shown(Path::new(name)))),
        _ => None,
    });
    names.next().map(|name| format!("`{name}` is a hidden name, and what is hidden is not read"))
}

/// Where a path leads, links followed; what is not there would lie there.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let whole = std::path::absolute(or_here(path)).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    match there {
        Some((above, real)) => without_detours(&real.join(whole.strip_prefix(above).unwrap_or(Path::new("")))),
        None => without_detours(&whole),
    }
}

/// Opens a plain file, and nothing that could be without an end or make the program wait. `path` leads over no link:
/// where one has been put there since, it is not followed.
fn opened(path: &Path) -> Result<File, Denied> {
    let plain = |about: &fs::Metadata| match () {
        () if about.is_file() => Ok(()),
        () if about.is_dir() => Err(Denied::Barred("it is a folder".to_owned())),
        () => Err(Denied::Barred("it is no plain file".to_owned())),
    };
    plain(&fs::symlink_metadata(path).map_err(Denied::Failed)?)?;
    let file = without_waiting().open(path).map_err(Denied::Failed)?;
    plain(&file.metadata().map_err(Denied::Failed)?)?;
    Ok(file)
}

/// What opens a file for reading, follows no link at its end, and does not wait for the other end of a pipe.
pub(super) fn without_waiting() -> OpenOptions {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NOFOLLOW | libc::O_NONBLOCK);
    options
}
