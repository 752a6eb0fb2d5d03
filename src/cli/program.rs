//! Other programs, run for what they write. It is bounded, and so are their time and, on Linux, their work and memory:
//! a file can be made to unpack without end.

use std::io::{self, Read};
#[cfg(target_os = "linux")]
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

#[cfg(target_os = "linux")]
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, prlimit};

/// The most that a program may take.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// Bytes that it writes.
    pub(super) bytes: u64,
    /// How long it runs.
    pub(super) time: Duration,
    /// Seconds of a processor.
    pub(super) work: u64,
    /// Bytes of memory.
    pub(super) memory: u64,
}

/// Why a program is of no use.
pub(super) enum Failure {
    /// It is not there.
    Missing,
    /// It wrote too much.
    TooMuch,
    /// It took too long.
    TooLong,
    /// It says that it failed, after it wrote this.
    Unsuccessful(Vec<u8>),
    /// It cannot be run or heard.
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Failure::Missing } else { Failure::Io(error) }
    }
}

/// What a program writes.
pub(super) fn output(command: &mut Command, bounds: Bounds) -> Result<Vec<u8>, Failure> {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    bound(&child, bounds);
    let written = child.stdout.take().map_or_else(|| Ok(Vec::new()), |out| within(bounds, out));
    if written.is_err() {
        // It has nobody to write to any more; that it is gone already is no matter.
        let _ = child.kill();
    }
    let ended = child.wait().map_err(Failure::Io)?;
    let written = written?;
    if has_worked_too_long(ended) {
        return Err(Failure::TooLong);
    }
    if ended.success() { Ok(written) } else { Err(Failure::Unsuccessful(written)) }
}

/// Has the system end a program that takes too much.
#[cfg(target_os = "linux")]
fn bound(child: &Child, bounds: Bounds) {
    let program = Some(Pid::from_child(child));
    for (resource, most) in [(Resource::As, bounds.memory), (Resource::Cpu, bounds.work)] {
        // A hard limit of the caller's stays; one that has ended takes no more.
        let maximum = getrlimit(resource).maximum;
        let current = Some(maximum.map_or(most, |hard| most.min(hard)));
        let _ = prlimit(program, resource, Rlimit { current, maximum });
    }
}

#[cfg(target_os = "linux")]
fn has_worked_too_long(ended: ExitStatus) -> bool {
    ended.signal() == Some(Signal::XCPU.as_raw())
}

#[cfg(not(target_os = "linux"))]
fn bound(_: &Child, _: Bounds) {}

#[cfg(not(target_os = "linux"))]
fn has_worked_too_long(_: ExitStatus) -> bool {
    false
}

fn within(bounds: Bounds, out: ChildStdout) -> Result<Vec<u8>, Failure> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut written = Vec::new();
        let read = out.take(bounds.bytes + 1).read_to_end(&mut written).map(|_| written);
        // Nobody waits for it once the time is over.
        let _ = sender.send(read);
    });
    let written = receiver.recv_timeout(bounds.time).map_err(|_| Failure::TooLong)?.map_err(Failure::Io)?;
    if written.len() as u64 > bounds.bytes { Err(Failure::TooMuch) } else { Ok(written) }
}
