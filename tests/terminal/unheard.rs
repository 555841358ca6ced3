//! A terminal that nobody reads any more, or that is gone: the program ends all the same, and at once.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{ExitStatus, MasterPty};

use crate::harness::{Start, ninetracks, signal};

/// What the program may take to end on a loaded machine. It does so within a second on one with nothing else to do.
const AT_ONCE: Duration = Duration::from_secs(10);

/// The program in a pseudo-terminal whose reader can stop reading.
struct Unheard {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    id: u32,
    ended: Receiver<ExitStatus>,
}

impl Unheard {
    /// Reads until home is shown, and no byte more.
    fn run(start: &Start) -> Self {
        let pair = start.pair();
        let mut child = pair.slave.spawn_command(start.command()).expect("the program starts");
        let id = child.process_id().expect("a running program has an id");
        let (sender, ended) = channel();
        std::thread::spawn(move || sender.send(child.wait().expect("the program can be waited for")));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (mut written, mut bytes) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&written).contains("Lessons") {
            let n = reader.read(&mut bytes).expect("the program draws home");
            written.extend_from_slice(&bytes[..n]);
        }
        let keyboard = pair.master.take_writer().expect("a writer");
        Self { master: pair.master, keyboard, id, ended }
    }

    fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the program reads its keys");
    }

    /// Whether it ends in time.
    fn ends(self) -> bool {
        let ended = self.ended.recv_timeout(AT_ONCE).is_ok();
        if !ended {
            signal(self.id, "KILL");
        }
        ended
    }
}

#[test]
fn a_terminal_that_vanishes_without_a_signal_ends_the_program() {
    let home = tempfile::tempdir().unwrap();
    let Unheard { master, keyboard, id, ended } =
        Unheard::run(&ninetracks(home.path()).fixture().size(200, 60).ignoring("HUP"));
    drop((master, keyboard));
    if ended.recv_timeout(AT_ONCE).is_err() {
        signal(id, "KILL");
        panic!("it runs on without a terminal");
    }
}

#[test]
fn a_terminal_that_takes_no_more_output_does_not_keep_the_program_from_ending() {
    for name in ["TERM", "HUP", "QUIT", "INT"] {
        let home = tempfile::tempdir().unwrap();
        let mut unheard = Unheard::run(&ninetracks(home.path()).fixture().size(200, 60));
        // Each key is a frame; the pseudo-terminal holds a few kilobytes of them.
        for _ in 0..40 {
            unheard.send("t\x1b?\x1b");
        }
        signal(unheard.id, name);
        assert!(unheard.ends(), "SIG{name}");
    }
}
