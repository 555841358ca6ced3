//! The only part that touches a terminal: takes it over, draws, waits for keys, and gives it back whatever happens.
//!
//! ```text
//!  mod      the loop: draw, wait, handle
//!  inbox    keys, pastes and changes of size as messages
//!  clock    the time now
//!  course_watch  a course whose files are watched
//!  answer   what the terminal answers when it is asked for its background
//!  output   the terminal's modes, and a frame as one write
//!  links    addresses in a frame that the terminal can open
//!  guard    a thread that ends or stops the program when a signal or a vanished terminal says so
//! ```

mod answer;
mod course_watch;
mod guard;
mod inbox;
mod links;
mod now;
mod output;

use std::cell::RefCell;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, Once};
use std::time::Duration;

use crossterm::event;
use crossterm::terminal::size;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use self::course_watch::CourseWatch;
use self::inbox::Inbox;
use self::links::{FrameLinks, LinkingBackend};
pub use self::now::now;
use self::output::FrameBuffer;
use super::app::{App, Flow, Message};
use crate::course::Course;
use crate::store::StoreError;

/// The largest screen that is drawn. A terminal may claim 65535 columns and rows; nobody reads them, and a buffer of that
/// size would end the program.
pub(crate) const LARGEST: (u16, u16) = (600, 250);

/// Takes the terminal over, makes the app for its size, and runs it until it ends. Addresses are links where the terminal
/// `has_links`; the files of a course in a folder, `live`, are watched.
///
/// # Errors
/// When there is no usable terminal, or the app cannot be made.
pub fn run(
    make: impl FnOnce((u16, u16)) -> Result<App, StoreError>,
    has_links: bool,
    live: Option<(PathBuf, Arc<Course>)>,
) -> anyhow::Result<()> {
    give_back_on_panic();
    // Looking for events once makes a change of size from now on one of them.
    event::poll(Duration::ZERO)?;
    let size = terminal_size()?;
    let mut app = make(size)?;
    output::take_over()?;
    let ended = guard::start().and_then(|()| {
        let watch = live.map(CourseWatch::start).transpose()?;
        turns(&mut app, Canvas::new(Rect::new(0, 0, size.0, size.1), has_links)?, watch.as_ref())
    });
    let given_back = output::give_back();
    ended?;
    Ok(given_back?)
}

/// Columns and rows of the terminal, as far as they are drawn.
///
/// # Errors
/// When there is none, or it does not tell.
pub fn terminal_size() -> io::Result<(u16, u16)> {
    size().map(clamped)
}

fn clamped((width, height): (u16, u16)) -> (u16, u16) {
    (width.clamp(1, LARGEST.0), height.clamp(1, LARGEST.1))
}

fn turns(app: &mut App, mut canvas: Canvas, watch: Option<&CourseWatch>) -> io::Result<()> {
    let mut inbox = Inbox::default();
    if app.needs_background() {
        output::ask_background()?;
        inbox.expect_background();
    }
    loop {
        output::report_wheel(app.wants_wheel())?;
        canvas.draw(app)?;
        let Some(message) = inbox.next(app.wake_at())? else { continue };
        if guard::was_taken_over_again() {
            // The screen holds what others wrote meanwhile.
            canvas = Canvas::new(canvas.area, canvas.links.is_some())?;
        }
        if let Message::Resize(width, height) = message {
            canvas.resize(Rect::new(0, 0, width, height))?;
        }
        let flow = app.handle(message, now());
        while let Some(update) = watch.and_then(CourseWatch::next) {
            let _ = app.handle(Message::Course(update), now());
        }
        if let Some(text) = app.take_copied() {
            output::copy(&text)?;
        }
        if app.take_ring() {
            output::ring()?;
        }
        match flow {
            Flow::Continue => {}
            Flow::Quit => return Ok(()),
            Flow::Suspend => guard::suspend()?,
        }
    }
}

/// What is drawn on: an area of a size that is ours to choose, flushed once a frame.
struct Canvas {
    terminal: Terminal<LinkingBackend>,
    frame: FrameBuffer,
    /// `None` where the terminal has none.
    links: Option<Rc<RefCell<FrameLinks>>>,
    area: Rect,
}

impl Canvas {
    fn new(area: Rect, has_links: bool) -> io::Result<Self> {
        let links = Rc::new(RefCell::new(FrameLinks::default()));
        let frame = FrameBuffer::default();
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let terminal = Terminal::with_options(LinkingBackend::new(frame.clone(), Rc::clone(&links)), options)?;
        Ok(Self { terminal, frame, links: has_links.then_some(links), area })
    }

    fn resize(&mut self, area: Rect) -> io::Result<()> {
        self.area = area;
        self.terminal.resize(area)
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        let links = self.links.clone();
        self.terminal.draw(|frame| {
            app.draw(frame);
            if let Some(links) = links {
                let found = app.links(frame.buffer_mut());
                links.borrow_mut().set(found, frame.buffer_mut());
            }
        })?;
        self.frame.show()
    }
}

/// A panic's message is worth nothing on the alternate screen.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let _ = output::give_back();
            before(panic);
        }));
    });
}
