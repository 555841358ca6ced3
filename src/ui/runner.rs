//! The only part that touches a terminal: takes it over, draws, waits for keys, and gives it back whatever happens.

use std::io::{self, Write, stdout};
use std::sync::Once;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyEvent, KeyEventKind};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size};
use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGHUP, SIGQUIT, SIGSTOP, SIGTERM};

use super::app::{App, Flow, Message};
use crate::store::StoreError;

/// Most keys taken as one read: a flood is drawn now and then.
const MOST_KEYS: usize = 64;

/// Takes the terminal over, makes the app for its size, and runs it until it ends.
///
/// # Errors
/// When there is no usable terminal, or the app cannot be made.
pub fn run(make: impl FnOnce((u16, u16)) -> Result<App, StoreError>) -> anyhow::Result<()> {
    give_back_on_panic();
    // Looking for events once makes a change of size from now on one of them.
    event::poll(Duration::ZERO)?;
    let mut app = make(size()?)?;
    take_over()?;
    let ended = give_back_on_signals().and_then(|()| turns(&mut app));
    let given_back = give_back();
    ended?;
    Ok(given_back?)
}

/// Columns and rows of the terminal.
///
/// # Errors
/// When there is none, or it does not tell.
pub fn terminal_size() -> io::Result<(u16, u16)> {
    size()
}

fn turns(app: &mut App) -> io::Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
    let mut inbox = Inbox::default();
    loop {
        terminal.draw(|frame| app.draw(frame))?;
        let Some(message) = inbox.next(app)? else { continue };
        match app.handle(message, Timestamp::now()) {
            Flow::Continue => {}
            Flow::Quit => return Ok(()),
            Flow::Suspend => {
                give_back()?;
                signal_hook::low_level::raise(SIGSTOP)?;
                take_over()?;
                // A new one draws everything; `clear` would ask the terminal where the cursor is and wait for the answer.
                terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
            }
        }
    }
}

/// What comes in from the terminal.
#[derive(Default)]
struct Inbox {
    /// What came with the keys of a read but is no key.
    waiting: Option<Event>,
}

impl Inbox {
    /// The next message. Sleeps until there is one, or until the app wants to be woken.
    fn next(&mut self, app: &App) -> io::Result<Option<Message>> {
        if self.waiting.is_none()
            && let Some(at) = app.wake_at()
        {
            let wait = Duration::try_from(at.duration_since(Timestamp::now())).unwrap_or(Duration::ZERO);
            if !event::poll(wait)? {
                return Ok(Some(Message::Wake));
            }
        }
        let event = self.waiting.take().map_or_else(event::read, Ok)?;
        Ok(match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Some(self.keys(key)?),
            Event::Paste(text) => Some(Message::Paste(text)),
            Event::Resize(width, height) => Some(Message::Resize(width, height)),
            _ => None,
        })
    }

    /// `first` with the keys that arrived with it: two buzzers pressed at once come in one read, in the order of their bytes.
    fn keys(&mut self, first: KeyEvent) -> io::Result<Message> {
        let mut keys = vec![first];
        while keys.len() < MOST_KEYS && event::poll(Duration::ZERO)? {
            match event::read()? {
                Event::Key(key) if key.kind == KeyEventKind::Release => {}
                Event::Key(key) => keys.push(key),
                other => {
                    self.waiting = Some(other);
                    break;
                }
            }
        }
        Ok(if keys.len() == 1 { Message::Key(first) } else { Message::Keys(keys) })
    }
}

fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)
}

fn give_back() -> io::Result<()> {
    let shown = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show).and_then(|()| stdout().flush());
    // Also where nothing can be written any more: a shell without echo is worse than a screen that stays.
    disable_raw_mode().and(shown)
}

/// A panic's message is worth nothing on the alternate screen.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let _ = give_back();
            before(panic);
        }));
    });
}

/// Ends the program as the signal would, but with the terminal as it was found. Every answer is on disk already.
fn give_back_on_signals() -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGQUIT])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _ = give_back();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    })?;
    Ok(())
}
