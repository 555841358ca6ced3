//! One program in a pseudo-terminal of its own.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::Result;
use crate::process::Process;

const PATIENCE: Duration = Duration::from_secs(5);

/// A program that runs until the seat is dropped.
pub(crate) struct Seat {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    screen: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
}

impl Seat {
    /// Starts `program` in a terminal of 100 columns and 30 rows.
    pub(crate) fn start(program: &Path, args: &[&str]) -> Result<Self> {
        let pair = native_pty_system().openpty(PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 })?;
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for name in ["NO_COLOR", "NINETRACKS_COURSE", "NINETRACKS_DATA", "NINETRACKS_THEME"] {
            command.env_remove(name);
        }
        let mut reader = pair.master.try_clone_reader()?;
        let (told, screen) = channel();
        // A thread of its own stamps what comes the moment it comes.
        thread::spawn(move || {
            let mut chunk = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut chunk) {
                if told.send((Instant::now(), chunk[..n].to_vec())).is_err() {
                    break;
                }
            }
        });
        let child = pair.slave.spawn_command(command)?;
        Ok(Self { child, keyboard: pair.master.take_writer()?, screen, _master: pair.master })
    }

    pub(crate) fn process(&self) -> Process {
        Process(self.child.process_id().unwrap_or(0))
    }

    /// Waits for the end of the frame that has all of `texts` (blanks left out); gives its moment.
    pub(crate) fn frame_with(&self, texts: &[&str]) -> Result<Instant> {
        let mut seen = Vec::new();
        loop {
            let (at, chunk) = self
                .screen
                .recv_timeout(PATIENCE)
                .with_context(|| format!("no frame with {texts:?}, but: {}", plain(&seen)))?;
            seen.extend(chunk);
            if is_whole(&seen) {
                let said = plain(&seen);
                if texts.iter().all(|t| said.contains(&t.replace(' ', ""))) {
                    return Ok(at);
                }
            }
        }
    }

    /// Presses a key when the program sleeps, and waits for its frame's last byte.
    pub(crate) fn press(&mut self, key: &str) -> Result<Duration> {
        self.process().wait_asleep();
        self.bytes_shown();
        let pressed = Instant::now();
        self.keyboard.write_all(key.as_bytes())?;
        self.keyboard.flush()?;
        Ok(self.frame_with(&[])?.duration_since(pressed))
    }

    /// Leaves the program with Esc, so that it closes what it opened.
    pub(crate) fn leave(mut self) -> Result<()> {
        self.keyboard.write_all(b"\x1b")?;
        self.keyboard.flush()?;
        self.child.wait()?;
        Ok(())
    }

    /// The number of bytes that have come since the last look.
    pub(crate) fn bytes_shown(&self) -> usize {
        self.screen.try_iter().map(|(_, chunk)| chunk.len()).sum()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether a frame ends here. The app's frames are synchronised updates, which say so; the floor's end as ratatui ends
/// them: the cursor is hidden, or shown and put somewhere. The terminal is taken over in the same words, after bracketed
/// paste.
fn is_whole(seen: &[u8]) -> bool {
    let seen = String::from_utf8_lossy(seen);
    if seen.contains("\x1b[?2026h") {
        return seen.ends_with("\x1b[?2026l");
    }
    let hidden = seen.ends_with("\x1b[?25l") && !seen.ends_with("\x1b[?2004h\x1b[?25l");
    hidden || seen.rsplit_once("\x1b[?25h\x1b[").is_some_and(|(_, place)| place.find('H') == place.len().checked_sub(1))
}

/// What a terminal would show of `bytes`, without blanks.
fn plain(bytes: &[u8]) -> String {
    let mut rest = String::from_utf8_lossy(bytes).into_owned();
    let mut text = String::new();
    while let Some((before, sequence)) = rest.split_once('\x1b') {
        text.push_str(before);
        let end = sequence
            .strip_prefix('[')
            .map_or(1, |s| s.find(|c: char| ('@'..='~').contains(&c)).map_or(sequence.len(), |i| i + 2));
        rest = sequence.get(end..).unwrap_or_default().to_owned();
    }
    text.push_str(&rest);
    text.retain(|c| !c.is_whitespace());
    text
}
