//! Links over a frame: what is drawn already is written once more between the marks of a hyperlink (OSC 8), in the same
//! write. The text and its style stay as they are.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

use super::output::FrameBuffer;
use crate::ui::addresses::ScreenLink;

/// The links of the frame being drawn, and of the one before.
#[derive(Default)]
pub(super) struct FrameLinks {
    /// Each target with its cells.
    now: Vec<(String, Vec<(Position, Cell)>)>,
    /// Cells that were linked and are not any more.
    lost: Vec<(Position, Cell)>,
    /// What the terminal shows as linked.
    shown: Vec<ScreenLink>,
}

impl FrameLinks {
    /// Takes the links of the frame in `buffer`.
    pub(super) fn set(&mut self, links: Vec<ScreenLink>, buffer: &Buffer) {
        let cell = |at: &Position| buffer.cell(*at).map(|cell| (*at, cell.clone()));
        let is_linked = |at: &Position| links.iter().any(|link| link.cells.contains(at));
        let lost = self.shown.iter().flat_map(|link| &link.cells).filter(|at| !is_linked(at));
        self.lost = lost.filter_map(cell).collect();
        self.now =
            links.iter().map(|link| (link.target.clone(), link.cells.iter().filter_map(cell).collect())).collect();
        self.shown = links;
    }
}

/// A terminal that shows links.
pub(super) struct LinkingBackend {
    inner: CrosstermBackend<FrameBuffer>,
    frame: FrameBuffer,
    links: Rc<RefCell<FrameLinks>>,
}

impl LinkingBackend {
    pub(super) fn new(frame: FrameBuffer, links: Rc<RefCell<FrameLinks>>) -> Self {
        Self { inner: CrosstermBackend::new(frame.clone()), frame, links }
    }

    fn write_links(&mut self) -> io::Result<()> {
        let links = std::mem::take(&mut self.links.borrow_mut().now);
        let lost = std::mem::take(&mut self.links.borrow_mut().lost);
        if !lost.is_empty() {
            self.inner.draw(lost.iter().map(|(at, cell)| (at.x, at.y, cell)))?;
        }
        for (n, (target, cells)) in links.iter().enumerate() {
            // The number joins the parts of a link that is broken over rows.
            write!(self.frame, "\x1b]8;id={n};{target}\x1b\\")?;
            self.inner.draw(cells.iter().map(|(at, cell)| (at.x, at.y, cell)))?;
            write!(self.frame, "\x1b]8;;\x1b\\")?;
        }
        Ok(())
    }
}

impl Backend for LinkingBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.inner.draw(content)?;
        self.write_links()
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
