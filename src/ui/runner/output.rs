//! The terminal's modes, and frames: each reaches the terminal in one write, as one synchronised update.

use std::cell::RefCell;
use std::io::{self, Write, stdout};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use parking_lot::{Mutex, MutexGuard};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags};

use crate::course::model::text::outgoing;

/// Held by whoever writes to the terminal.
static WRITING: Mutex<()> = Mutex::new(());

/// Raw mode, and an empty screen of our own. It is cleared as well, since a terminal without an alternate screen still
/// shows what was there, and blank cells are not drawn.
pub(super) fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    let _writing = WRITING.lock();
    let mut bytes = codes(&[&EnterAlternateScreen, &EnableBracketedPaste, &Hide, &Clear(ClearType::All)]);
    if WHEEL.load(Ordering::Acquire) {
        bytes.extend_from_slice(WHEEL_ON);
    }
    write(&bytes)
}

/// Asks the terminal for its background (OSC 11). Nothing waits for the answer: it comes among the keys.
pub(super) fn ask_background() -> io::Result<()> {
    let _writing = WRITING.lock();
    write(b"\x1b]11;?\x1b\\")
}

/// Whether the terminal reports the wheel of the mouse. Only buttons and the wheel are asked for: movements would wake the
/// program.
static WHEEL: AtomicBool = AtomicBool::new(false);

const WHEEL_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const WHEEL_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Has the wheel reported, or no more.
pub(super) fn report_wheel(on: bool) -> io::Result<()> {
    if WHEEL.swap(on, Ordering::AcqRel) == on {
        return Ok(());
    }
    let _writing = WRITING.lock();
    write(if on { WHEEL_ON } else { WHEEL_OFF })
}

/// The terminal as it was found.
pub(super) fn give_back() -> io::Result<()> {
    let shown = {
        let _writing = WRITING.lock();
        write(&leaving())
    };
    // Also where nothing can be written any more: a shell without echo is worse than a screen that stays.
    disable_raw_mode().and(shown)
}

/// The same for the thread that ends the program: it never waits for a terminal that takes nothing, and whoever holds the
/// value keeps all others from drawing.
pub(super) fn give_back_at_once(patience: Duration) -> Option<MutexGuard<'static, ()>> {
    let writing = WRITING.try_lock_for(patience);
    let _ = disable_raw_mode();
    let _ = write_what_fits(&leaving());
    writing
}

/// Puts `text` on the terminal's clipboard (OSC 52), in letters and digits that steer nothing.
pub(super) fn copy(text: &str) -> io::Result<()> {
    let _writing = WRITING.lock();
    write(&codes(&[&CopyToClipboard::to_clipboard_from(outgoing(text).as_bytes())]))
}

fn leaving() -> Vec<u8> {
    // Where there is no alternate screen, the last picture must not stay under the shell's lines.
    let mut bytes = if WHEEL.load(Ordering::Acquire) { WHEEL_OFF.to_vec() } else { Vec::new() };
    bytes.extend(codes(&[&DisableBracketedPaste, &Clear(ClearType::All), &MoveTo(0, 0), &LeaveAlternateScreen, &Show]));
    bytes
}

fn codes(commands: &[&dyn Ansi]) -> Vec<u8> {
    let mut text = String::new();
    for command in commands {
        command.add_to(&mut text);
    }
    text.into_bytes()
}

/// A command of crossterm as a value among others.
trait Ansi {
    fn add_to(&self, text: &mut String);
}

impl<C: Command> Ansi for C {
    fn add_to(&self, text: &mut String) {
        // Writing to a string cannot fail.
        let _ = self.write_ansi(text);
    }
}

/// Collects a frame. What the backend calls flushing only marks parts of it.
#[derive(Clone, Default)]
pub(super) struct FrameBuffer(Rc<RefCell<Vec<u8>>>);

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl FrameBuffer {
    /// Sends the frame, so that no terminal shows half of it.
    pub(super) fn show(&self) -> io::Result<()> {
        let frame = std::mem::take(&mut *self.0.borrow_mut());
        if frame.is_empty() {
            return Ok(());
        }
        let mut whole = codes(&[&BeginSynchronizedUpdate]);
        whole.extend(frame);
        whole.extend(codes(&[&EndSynchronizedUpdate]));
        let _writing = WRITING.lock();
        write(&whole)
    }
}

/// Writes all of it, also to a terminal that another program has set not to block.
fn write(mut bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout().lock();
    while !bytes.is_empty() {
        match out.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(n) => bytes = &bytes[n..],
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) if e.kind() == io::ErrorKind::WouldBlock => wait_for_room()?,
            Err(e) => return Err(e),
        }
    }
    out.flush()
}

fn wait_for_room() -> io::Result<()> {
    let out = stdout();
    poll(&mut [PollFd::new(&out, PollFlags::OUT)], None)?;
    Ok(())
}

/// Through a description of the terminal of its own, so that the others' stays as it is; without the lock of standard
/// output, which a thread may hold that waits for the terminal.
fn write_what_fits(bytes: &[u8]) -> io::Result<()> {
    let name = rustix::termios::ttyname(stdout(), Vec::new())?;
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let mut terminal = std::fs::File::from(rustix::fs::open(name, flags, Mode::empty())?);
    terminal.write_all(bytes)
}
