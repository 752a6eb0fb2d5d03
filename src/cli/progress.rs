//! What is being done, for who waits: one line on the standard error, on work that takes more than a second, and only
//! on a terminal. It is gone when the work ends.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Work shorter than this says nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the time that has passed is told.
const BEAT: Duration = Duration::from_secs(1);
/// Back to the start of the line, and nothing on it.
const CLEARED: &str = "\r\x1b[K";

/// Work that tells how far it is. The line goes away with it.
pub(super) struct Progress(Option<(Sender<String>, JoinHandle<()>)>);

impl Progress {
    /// Begins to count the time.
    pub(super) fn start() -> Self {
        if !io::stderr().is_terminal() {
            return Self(None);
        }
        let (sender, steps) = mpsc::channel();
        Self(Some((sender, std::thread::spawn(move || tell(&steps, PATIENCE, &mut io::stderr())))))
    }

    /// Says what is done from here on: `reading claims`.
    pub(super) fn at(&self, step: impl Into<String>) {
        if let Some((sender, _)) = &self.0 {
            // Nobody listens where the line could not be written.
            let _ = sender.send(step.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, teller)) = self.0.take() {
            drop(sender);
            let _ = teller.join();
        }
    }
}

/// Shows the step that is being done once `patience` has run out, until there are no more, or the line cannot be
/// written.
fn tell(steps: &Receiver<String>, patience: Duration, out: &mut impl Write) {
    let start = Instant::now();
    let mut step = String::new();
    let mut is_shown = false;
    loop {
        let wait = if is_shown { BEAT } else { patience.saturating_sub(start.elapsed()) };
        match steps.recv_timeout(wait) {
            Ok(next) => step = next,
            Err(RecvTimeoutError::Timeout) => is_shown = true,
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if is_shown
            && write!(out, "{CLEARED}{step:.60} ({} s)", start.elapsed().as_secs()).and_then(|()| out.flush()).is_err()
        {
            return;
        }
    }
    if is_shown {
        let _ = write!(out, "{CLEARED}").and_then(|()| out.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A screen that another thread watches.
    struct Screen(Sender<String>);

    impl Write for Screen {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.send(String::from_utf8_lossy(bytes).into_owned()).map_err(io::Error::other)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn work_that_lasts_is_told_and_leaves_nothing_behind() {
        let ((sender, steps), (screen, shown)) = (mpsc::channel(), mpsc::channel());
        let teller = std::thread::spawn(move || tell(&steps, Duration::ZERO, &mut Screen(screen)));
        sender.send("reading claims".to_owned()).expect("the steps are listened to");
        let mut seen = String::new();
        while !seen.contains("reading claims (") {
            seen += &shown.recv().expect("the step is shown");
        }
        drop(sender);
        teller.join().expect("nothing panics");
        seen.extend(shown.iter());
        assert!(seen.ends_with(CLEARED), "{seen:?}");
    }

    #[test]
    fn short_work_says_nothing() {
        let ((sender, steps), (screen, shown)) = (mpsc::channel(), mpsc::channel());
        sender.send("reading claims".to_owned()).expect("the steps are listened to");
        drop(sender);
        tell(&steps, Duration::MAX, &mut Screen(screen));
        assert_eq!(shown.iter().collect::<String>(), "");
    }
}
