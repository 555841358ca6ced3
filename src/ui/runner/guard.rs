//! A thread that gives the terminal back when a signal ends or stops the program, or when the terminal is gone. The loop
//! may be waiting for keys then, or for a terminal that takes nothing; every answer is on disk already.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1,
    SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::output;

/// Signals that end a program. The terminal is given back first.
const ENDING: [i32; 14] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGSYS, SIGTRAP,
    // Also called SIGPOLL.
    SIGIO,
];

/// How long a frame that is being written is waited for.
const PATIENCE: Duration = Duration::from_millis(200);

/// Whether the screen was left and taken over again since the loop last asked.
static TAKEN_OVER_AGAIN: AtomicBool = AtomicBool::new(false);

/// Starts the thread. Signals that were ignored when the program began (`nohup`, `trap ''`) stay so.
///
/// # Errors
/// When no more threads or files can be had.
pub(super) fn start() -> io::Result<()> {
    let ignored = ignored_signals();
    let wanted = ENDING.into_iter().chain([SIGTSTP, SIGCONT]).filter(|&s| !is_in(ignored, s));
    let (read, write) = UnixStream::pair()?;
    let signals = SignalDelivery::with_pipe(read, write, SignalOnly, wanted)?;
    let terminal = input()?;
    std::thread::Builder::new().name("signals".into()).spawn(move || watch(signals, terminal))?;
    Ok(())
}

/// Stops the program as Ctrl-Z does in a shell.
///
/// # Errors
/// When the signal cannot be sent.
pub(super) fn suspend() -> io::Result<()> {
    raise(SIGTSTP)
}

/// Whether the screen must be drawn from nothing.
pub(super) fn was_taken_over_again() -> bool {
    TAKEN_OVER_AGAIN.swap(false, Ordering::AcqRel)
}

fn watch(mut signals: SignalDelivery<UnixStream, SignalOnly>, terminal: OwnedFd) {
    let mut stopped_by_us = false;
    loop {
        let gone = waited(&signals, &terminal);
        let came: Vec<i32> = signals.pending().collect();
        if let Some(&signal) = came.iter().find(|s| ENDING.contains(s)) {
            end(signal);
        } else if gone {
            end(SIGHUP);
        } else if came.contains(&SIGTSTP) {
            stop();
            stopped_by_us = true;
        } else if came.contains(&SIGCONT) && !std::mem::take(&mut stopped_by_us) {
            // Somebody stopped the program without asking it; the shell has changed the terminal since.
            take_over_again();
        }
    }
}

/// Sleeps until there is a signal or the terminal is gone: then true. No data is waited for, that is the loop's.
fn waited(signals: &SignalDelivery<UnixStream, SignalOnly>, terminal: &OwnedFd) -> bool {
    let mut both = [PollFd::new(signals.get_read(), PollFlags::IN), PollFd::new(terminal, PollFlags::empty())];
    let _ = poll(&mut both, None);
    both[1].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
}

fn end(signal: i32) {
    // Kept: nothing is to be drawn any more.
    let _drawing = output::give_back_at_once(PATIENCE);
    let _ = emulate_default_handler(signal);
    // Of some signals the library believes that they end nothing.
    let _ = emulate_default_handler(SIGTERM);
}

fn stop() {
    let drawing = output::give_back_at_once(PATIENCE);
    let _ = raise(SIGSTOP);
    drop(drawing);
    take_over_again();
}

fn take_over_again() {
    // Raw mode is asked for anew: the shell took it away while we were stopped.
    let _ = crossterm::terminal::disable_raw_mode();
    let _ = output::take_over();
    TAKEN_OVER_AGAIN.store(true, Ordering::Release);
    // Wakes the loop, with the size that the terminal has now.
    let _ = raise(SIGWINCH);
}

/// The terminal that keys come from, as a file of our own.
fn input() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(std::fs::File::options().read(true).write(true).open("/dev/tty")?.into())
}

/// The signals that this process was told to ignore, as Linux says; elsewhere none.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

fn is_in(mask: u64, signal: i32) -> bool {
    u32::try_from(signal - 1).is_ok_and(|bit| mask.checked_shr(bit).is_some_and(|m| m & 1 == 1))
}
