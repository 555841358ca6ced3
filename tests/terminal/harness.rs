//! A terminal for tests: the real binary in a pseudo-terminal, its bytes read into a screen. Nothing here sleeps: every
//! wait blocks on what the program writes, with a deadline. No question is answered (`ESC[6n`): the program asks none.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use portable_pty::{ExitStatus, MasterPty, PtySize, SlavePty};

pub(crate) use crate::start::{BINARY, Start, ninetracks, shell};

/// Longer than anything takes on a loaded machine; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A key that comes again sooner is held down: more than `ui/runner/inbox.rs` allows.
const HELD: Duration = Duration::from_millis(200);

enum Happened {
    Wrote(Vec<u8>),
    Ended(ExitStatus),
    /// Nobody holds the other side of the pseudo-terminal any more.
    HungUp,
}

/// A running program and the screen it draws.
pub(crate) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// Held open so that the settings of the terminal can be read after the program has ended.
    slave: Option<Box<dyn SlavePty + Send>>,
    keyboard: Box<dyn Write + Send>,
    happened: Receiver<Happened>,
    parser: vt100::Parser,
    /// The keys sent last, and when.
    pressed: Option<(String, Instant)>,
    /// Every byte the program wrote.
    pub written: Vec<u8>,
    pub id: u32,
    ended: Option<ExitStatus>,
    settings_before: String,
}

impl Terminal {
    pub(crate) fn run(start: Start) -> Self {
        let (columns, rows) = start.size;
        let pair = start.pair();
        let settings_before = settings(&*pair.master);
        let mut child = pair.slave.spawn_command(start.command()).expect("the program starts");
        let id = child.process_id().expect("a running program has an id");
        let (sender, happened) = channel();
        listen(pair.master.try_clone_reader().expect("a reader"), sender.clone());
        std::thread::spawn(move || sender.send(Happened::Ended(child.wait().expect("the program can be waited for"))));
        let keyboard = pair.master.take_writer().expect("a writer");
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self {
            master: pair.master,
            slave: Some(pair.slave),
            keyboard,
            happened,
            parser,
            pressed: None,
            written: Vec::new(),
            id,
            ended: None,
            settings_before,
        }
    }

    /// Types `keys` as they are. The same key twice is pressed as a person presses it: faster, it would be held.
    pub(crate) fn send(&mut self, keys: &str) -> &mut Self {
        let last = self.pressed.take();
        if let Some(wait) =
            last.filter(|(before, _)| before.ends_with(keys)).and_then(|(_, at)| HELD.checked_sub(at.elapsed()))
        {
            self.wait(wait);
        }
        self.pressed = Some((keys.to_owned(), Instant::now()));
        self.keyboard
            .write_all(keys.as_bytes())
            .and_then(|()| self.keyboard.flush())
            .expect("the program reads its keys");
        self
    }

    /// Waits until the screen shows `text`.
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        self.until(&format!("`{text}` on the screen"), |screen| screen.contents().contains(text))
    }

    /// Waits until the screen no longer shows `text`.
    pub(crate) fn shows_no_more(&mut self, text: &str) -> &mut Self {
        self.until(&format!("no `{text}` on the screen"), |screen| !screen.contents().contains(text))
    }

    /// Waits until `is` holds for the screen.
    pub(crate) fn until(&mut self, what: &str, is: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is(self.parser.screen()) {
            match self.happened.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Happened::Wrote(bytes)) => self.take(&bytes),
                Ok(Happened::Ended(status)) => self.ended = Some(status),
                Ok(Happened::HungUp) | Err(RecvTimeoutError::Disconnected) => {
                    panic!("the program hung up before there was {what}:\n{}", self.text())
                }
                Err(RecvTimeoutError::Timeout) => {
                    panic!("waited in vain for {what} (ended: {:?}):\n{}", self.ended, self.text())
                }
            }
        }
        self
    }

    /// Waits until the program has written something more.
    pub(crate) fn more(&mut self) {
        let had = self.written.len();
        let deadline = Instant::now() + PATIENCE;
        while self.written.len() == had {
            assert!(Instant::now() < deadline && self.ended.is_none(), "nothing more comes:\n{}", self.text());
            self.is_silent_for(PATIENCE);
        }
    }

    /// Whether the program writes nothing for `long`. What it wrote before the silence is taken in.
    pub(crate) fn is_silent_for(&mut self, long: Duration) -> bool {
        match self.happened.recv_timeout(long) {
            Ok(Happened::Wrote(bytes)) => self.take(&bytes),
            Ok(Happened::Ended(status)) => self.ended = Some(status),
            Ok(Happened::HungUp) | Err(RecvTimeoutError::Disconnected) => {}
            Err(RecvTimeoutError::Timeout) => return true,
        }
        false
    }

    /// Waits until the program has ended and all it wrote was read.
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.happened.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Happened::Wrote(bytes)) => self.take(&bytes),
                Ok(Happened::Ended(status)) => self.ended = Some(status),
                Ok(Happened::HungUp) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the program did not end:\n{}", self.text()),
            }
            if self.ended.is_some() {
                self.slave = None;
            }
        }
        self.ended.clone().expect("a program that hung up has ended")
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.parser.process(bytes);
    }

    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The characters of the screen.
    pub(crate) fn text(&self) -> String {
        self.parser.screen().contents()
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.parser.set_size(cells(height), cells(width));
        self.claims(width, height)
    }

    /// Tells the program a size, whatever is really shown.
    pub(crate) fn claims(&mut self, width: u16, height: u16) -> &mut Self {
        self.master
            .resize(PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 })
            .expect("a terminal of another size");
        self
    }

    /// Sends a signal by its name: `KILL`, `TERM`, `HUP`.
    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        signal(self.id, name);
        self
    }

    /// Kills the program, at once and without a word, and reads what it had written.
    pub(crate) fn kill(&mut self) {
        let id = rustix::process::Pid::from_raw(self.id.cast_signed()).expect("a process");
        rustix::process::kill_process(id, rustix::process::Signal::KILL).expect("a process that runs");
        self.ends();
    }

    /// Lets `long` pass; what is written meanwhile is taken in.
    pub(crate) fn wait(&mut self, long: Duration) {
        let until = Instant::now() + long;
        while let Some(left) = until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
            self.is_silent_for(left);
        }
    }

    /// Whether the terminal's settings (echo, line editing) are as they were before the program began.
    pub(crate) fn is_as_it_was(&self) -> bool {
        settings(&*self.master) == self.settings_before
    }

    /// That the terminal is as the program found it: no alternate screen, a cursor, lines with echo.
    pub(crate) fn is_given_back(&self) -> bool {
        let screen = self.screen();
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() && self.is_as_it_was()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.ended.is_none() {
            signal(self.id, "KILL");
        }
    }
}

/// Sends a signal to a process that a test started.
pub(crate) fn signal(id: u32, name: &str) {
    let sent = std::process::Command::new("sh").args(["-c", &format!("kill -{name} {id}")]).status().expect("a shell");
    assert!(sent.success() || std::thread::panicking(), "no process {id} to send {name} to");
}

fn listen(mut reader: Box<dyn Read + Send>, to: Sender<Happened>) {
    std::thread::spawn(move || {
        let mut bytes = [0; 16 * 1024];
        loop {
            match reader.read(&mut bytes) {
                Ok(0) | Err(_) => break,
                Ok(n) => {
                    if to.send(Happened::Wrote(bytes[..n].to_vec())).is_err() {
                        return;
                    }
                }
            }
        }
        let _ = to.send(Happened::HungUp);
    });
}

fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the terminal's settings"))
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).expect("a terminal has cells")
}
