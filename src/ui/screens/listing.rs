//! A list with a cursor, a line that may be typed in it, and a word below it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::course::wording::sentence;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A line under the rows.
pub(super) enum Notice {
    Said(String),
    Refused(String),
}

/// The rows.
#[derive(Default)]
pub(super) struct Listing {
    pub lines: Vec<Line<'static>>,
    /// The line of the cursor.
    pub at: usize,
    /// The line of the last row that it can stand on.
    pub last: usize,
    /// Line and column of the text cursor.
    pub caret: Option<(usize, usize)>,
}

impl Listing {
    pub(super) fn with(lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// Adds a row, on which the cursor stands when it is `here`.
    pub(super) fn push(&mut self, line: Line<'static>, here: bool) {
        self.last = self.lines.len();
        if here {
            self.at = self.lines.len();
        }
        self.lines.push(line);
    }

    /// Draws the rows, scrolled to the cursor, and `notice` below them.
    pub(super) fn draw(mut self, frame: &mut Frame<'_>, area: Rect, notice: Option<&Notice>, context: &Context<'_>) {
        let foot = notice.map_or_else(Vec::new, |notice| notice.lines(context));
        let height = usize::from(area.height).saturating_sub(foot.len());
        if self.lines.len() + 1 < height && !foot.is_empty() {
            self.lines.push(Line::default());
        }
        let mut scroll = Scroll::default();
        // What stands below the last row comes into sight with it.
        let to = if self.at == self.last { self.lines.len().min(self.at + height) } else { self.at + 1 };
        scroll.show(self.at, to, height);
        let window = Rect { height: u16::try_from(height).unwrap_or(area.height), ..area };
        window::draw(frame, window, &self.lines, scroll);
        window::draw_more(frame, window, self.lines.len(), scroll, context.theme);
        let below =
            Rect { y: area.y + u16::try_from(self.lines.len().min(height)).unwrap_or(0), ..area }.intersection(area);
        window::draw(frame, below, &foot, Scroll::default());
        self.set_caret(frame, window, scroll);
    }

    fn set_caret(&self, frame: &mut Frame<'_>, area: Rect, scroll: Scroll) {
        let Some((line, column)) = self.caret else { return };
        let row = line.saturating_sub(scroll.drawn(self.lines.len(), usize::from(area.height)));
        let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
        frame.set_cursor_position((area.x + column, area.y + u16::try_from(row).unwrap_or(0)));
    }
}

impl Notice {
    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        match self {
            Self::Said(text) => wrapped(text, context.theme.text, context),
            Self::Refused(text) => wrapped(&sentence(text), context.theme.wrong, context),
        }
    }
}

/// Text indented as the rows are.
pub(super) fn wrapped(text: &str, style: Style, context: &Context<'_>) -> Vec<Line<'static>> {
    indented(3, text, style, context)
}

pub(super) fn indented(columns: usize, text: &str, style: Style, context: &Context<'_>) -> Vec<Line<'static>> {
    let mut setter = DocBuilder::new(context.theme, context.width());
    setter.item((&" ".repeat(columns), style), text, style);
    setter.finish().lines
}
