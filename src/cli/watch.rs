//! `gainsay check --watch`: checks again whenever what was checked changes.
//!
//! Watched are the folders in which the files lie, not the files: an editor puts a new file in the place of the old.
//! What has changed is told by the sizes and times of the files, since reading them is an event too.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, SystemTime};

use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use super::Refusal;
use super::ground::{Disk, Ground};

/// How long it has to be quiet before it is checked again: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(150);

/// How coarse the times of files may be.
const COARSE: Duration = Duration::from_secs(1);

/// What the terminal is told to show nothing, from its first line on.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Runs `check` on the paths, again after every change of them and of the files that it names, until its output has no
/// reader or the program is ended.
pub(super) fn run<W: Write>(
    disk: &Disk,
    paths: &[PathBuf],
    out: &mut W,
    check: impl Fn(&mut W) -> Result<BTreeSet<PathBuf>, Refusal>,
) -> Result<u8, Refusal> {
    let is_terminal = std::io::stdout().is_terminal();
    let mut watch = Watch::new(disk)?;
    for path in paths {
        watch.path(path)?;
    }
    let mut is_first = true;
    loop {
        if is_terminal {
            write!(out, "{CLEAR}")?;
        }
        let (before, started) = (watch.stamps(), SystemTime::now());
        match check(out) {
            Ok(files) => watch.files(files),
            // What was fine a moment ago may be in the middle of an edit.
            Err(refusal) if !is_first && !matches!(refusal, Refusal::Output(_)) => writeln!(out, "gainsay: {refusal}")?,
            Err(refusal) => return Err(refusal),
        }
        is_first = false;
        if is_terminal {
            writeln!(out, "\nWatching. Ctrl-C ends it.")?;
        }
        out.flush()?;
        watch.wait(before, started);
    }
}

/// The size of a file and when it was written; `None` where there is none.
type Stamp = Option<(u64, Option<SystemTime>)>;

struct Watch<'d> {
    disk: &'d Disk,
    debouncer: Debouncer<RecommendedWatcher>,
    events: Receiver<DebounceEventResult>,
    /// The folders that were given, whose records are watched whatever they are called.
    folders: Vec<PathBuf>,
    /// The files that were given or read.
    files: BTreeSet<PathBuf>,
    /// The folders of those files that are watched.
    beside: BTreeSet<PathBuf>,
}

impl<'d> Watch<'d> {
    fn new(disk: &'d Disk) -> Result<Self, Refusal> {
        let (sender, events) = mpsc::channel();
        let debouncer = new_debouncer(QUIET, sender).map_err(|error| unwatchable(Path::new("."), &error))?;
        Ok(Self { disk, debouncer, events, folders: Vec::new(), files: BTreeSet::new(), beside: BTreeSet::new() })
    }

    /// Watches what was given.
    fn path(&mut self, path: &Path) -> Result<(), Refusal> {
        if !self.disk.is_folder(path)? {
            self.files([path.to_path_buf()]);
            return Ok(());
        }
        let watched = self.debouncer.watcher().watch(path, RecursiveMode::Recursive);
        watched.map_err(|error| unwatchable(path, &error))?;
        self.folders.push(path.to_path_buf());
        Ok(())
    }

    /// Watches files that were read. A folder that cannot be watched is left out: the others are.
    fn files(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        for file in files {
            let folder = match file.parent() {
                Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
                _ => PathBuf::from("."),
            };
            let is_watched = self.folders.iter().any(|given| folder.starts_with(given));
            if !is_watched && self.beside.insert(folder.clone()) {
                let _ = self.debouncer.watcher().watch(&folder, RecursiveMode::NonRecursive);
            }
            self.files.insert(file);
        }
    }

    fn stamps(&self) -> BTreeMap<PathBuf, Stamp> {
        let records = self.folders.iter().filter_map(|folder| self.disk.below(folder).ok()).flatten();
        let stamp = |path: PathBuf| {
            let about = std::fs::metadata(&path).ok();
            let stamp = about.map(|about| (about.len(), about.modified().ok()));
            (path, stamp)
        };
        records.chain(self.files.iter().cloned()).map(stamp).collect()
    }

    /// Waits until something is otherwise than `before`. A file that was read and not known then has changed if it was
    /// written since the check `started`.
    fn wait(&self, mut before: BTreeMap<PathBuf, Stamp>, started: SystemTime) {
        let written_since = |stamp: Stamp| {
            stamp.is_some_and(|(_, at)| at.and_then(|at| at.checked_add(COARSE)).is_none_or(|at| at >= started))
        };
        for (path, stamp) in self.stamps() {
            if self.files.contains(&path) {
                before.entry(path).or_insert(if written_since(stamp) { None } else { stamp });
            }
        }
        while self.stamps() == before {
            // To list a folder is an event of the folder: those would never end.
            let is_of_file = |batch: &DebounceEventResult| {
                batch.as_ref().map_or(true, |events| events.iter().any(|it| !it.path.is_dir()))
            };
            while !self.events.recv().is_ok_and(|batch| is_of_file(&batch)) {}
        }
    }
}

fn unwatchable(path: &Path, error: &notify_debouncer_mini::notify::Error) -> Refusal {
    Refusal::Unreadable { path: super::paths::shown(path), why: format!("it cannot be watched ({error})") }
}
