//! A git repository, by way of `git`.
//!
//! A repository may come from anyone, with a configuration that names programs to run. What is asked of `git` here
//! reads objects and runs none of them: no hook, pager, filter or alias takes part in it. What could, the fetching of
//! an object that a partial clone lacks, is forbidden twice, since versions of `git` before 2.44 know only the second
//! way. The user's own configuration and the variables of the environment do not count: a revision is the same for
//! everyone.

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use super::program::{self, Bounds, Failure};

/// What `git` may write of a revision: a million files have 100 MiB of names, which take it two seconds.
const BOUNDS: Bounds = Bounds { bytes: 256 << 20, time: Duration::from_mins(1), work: 60, memory: u64::MAX };

/// The name of an object, in hexadecimal digits.
#[derive(Clone, Debug)]
pub(super) struct ObjectId(String);

impl ObjectId {
    /// `None` for what is no name, such as the `^1f2e…` by which `git` answers what it should leave out.
    fn new(digits: &[u8]) -> Option<Self> {
        let is_name = digits.len() >= 40 && digits.iter().all(u8::is_ascii_hexdigit);
        is_name.then(|| Self(String::from_utf8_lossy(digits).into_owned()))
    }
}

/// A revision in the repository around the folder in which the program runs.
pub(super) struct Found {
    /// The way from the root of the repository to that folder.
    pub(super) here: PathBuf,
    /// What the revision holds.
    tree: ObjectId,
}

/// Why a revision is not found.
pub(super) enum Missing {
    /// `git` itself.
    Git,
    /// The revision, for that reason.
    Revision(&'static str),
}

/// The revision of that name.
pub(super) fn find(name: &str) -> Result<Found, Missing> {
    let mut command = git(&["rev-parse", "--show-prefix", "--verify", "--end-of-options"]);
    // The prefix has a line of its own, and stands there also where the revision does not.
    let no_revision = Missing::Revision("the git repository has no such revision");
    let written = match program::output(command.arg(format!("{name}^{{tree}}")), BOUNDS) {
        Ok(written) => written,
        Err(Failure::Missing) => return Err(Missing::Git),
        Err(Failure::Unsuccessful(written)) if !written.is_empty() => return Err(no_revision),
        Err(_) if is_in_repository() => {
            return Err(Missing::Revision("git cannot read the repository around this folder"));
        }
        Err(_) => return Err(Missing::Revision("no git repository lies around this folder")),
    };
    let mut lines = written.strip_suffix(b"\n").unwrap_or(&written).rsplitn(2, |byte| *byte == b'\n');
    match (lines.next().and_then(ObjectId::new), lines.next()) {
        (Some(tree), Some(here)) => Ok(Found { here: path(here), tree }),
        _ => Err(no_revision),
    }
}

fn is_in_repository() -> bool {
    env::current_dir().is_ok_and(|here| here.ancestors().any(|folder| folder.join(".git").exists()))
}

/// The plain files of a revision by their paths from the root of the repository, and its links, which are not to be
/// followed; no submodules.
pub(super) fn files(found: &Found) -> Option<Vec<(PathBuf, Option<ObjectId>)>> {
    let mut command = git(&["ls-tree", "-r", "-z", "--full-tree", &found.tree.0]);
    let listed = program::output(&mut command, BOUNDS).ok()?;
    // `100644 blob 1f2e…<tab>claims/paper.toml`; the mode of a link is 120000.
    let file = |entry: &[u8]| {
        let (about, name) = entry.split_at_checked(entry.iter().position(|byte| *byte == b'\t')?)?;
        if about.starts_with(b"120") {
            return Some((path(&name[1..]), None));
        }
        let id = about.strip_prefix(b"100")?.rsplit(|byte| *byte == b' ').next()?;
        Some((path(&name[1..]), Some(ObjectId::new(id)?)))
    };
    Some(listed.split(|byte| *byte == 0).filter_map(file).collect())
}

/// What reads objects.
pub(super) struct Objects(Mutex<Reader>);

struct Reader {
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Why an object is not read.
pub(super) enum Unread {
    /// The repository lacks it, or cannot tell what it holds.
    Lacking,
    /// It has more bytes than were asked for.
    TooLarge,
}

impl Objects {
    pub(super) fn open() -> io::Result<Self> {
        let mut command = git(&["cat-file", "--batch"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (asked, answers) = pipes.expect("both ends were asked for");
        Ok(Self(Mutex::new(Reader { child, asked, answers: BufReader::new(answers) })))
    }

    /// What an object of at most so many bytes holds.
    pub(super) fn read(&self, id: &ObjectId, most: u64) -> Result<Vec<u8>, Unread> {
        self.0.lock().expect("no thread panics while it reads").read(id, most).unwrap_or(Err(Unread::Lacking))
    }
}

impl Reader {
    fn read(&mut self, id: &ObjectId, most: u64) -> io::Result<Result<Vec<u8>, Unread>> {
        writeln!(self.asked, "{}", id.0)?;
        // `1f2e… blob 1234`, the bytes and the end of a line; or `1f2e… missing`.
        let mut about = String::new();
        self.answers.read_line(&mut about)?;
        let Some(size) = about.trim_end().rsplit_once(" blob ").and_then(|(_, size)| size.parse::<u64>().ok()) else {
            return Ok(Err(Unread::Lacking));
        };
        let mut rest = self.answers.by_ref().take(size + 1);
        if size > most {
            // It has to be gone before the next answer.
            io::copy(&mut rest, &mut io::sink())?;
            return Ok(Err(Unread::TooLarge));
        }
        let mut bytes = Vec::new();
        rest.read_to_end(&mut bytes)?;
        let is_whole = bytes.len() as u64 == size + 1;
        bytes.pop();
        Ok(if is_whole { Ok(bytes) } else { Err(Unread::Lacking) })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It waits for the next question, and there is none. That it is gone already is no matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `git` with its arguments, deaf to the environment and to what a configuration could make it run.
fn git(arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().to_uppercase().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    command.envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", nothing), ("GIT_TERMINAL_PROMPT", "0")]);
    command.envs([("GIT_NO_LAZY_FETCH", "1"), ("GIT_ALLOW_PROTOCOL", "none"), ("GIT_OPTIONAL_LOCKS", "0")]);
    command.arg("--no-pager");
    // Since nothing of the repository is run, whose it is does not matter: in CI a checkout is often another user's.
    command.args(["-c", "safe.directory=*", "-c", "core.fsmonitor=false"]);
    command.args(arguments);
    command
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    Path::new(std::ffi::OsStr::from_bytes(bytes)).to_path_buf()
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    Path::new(&*String::from_utf8_lossy(bytes)).to_path_buf()
}
