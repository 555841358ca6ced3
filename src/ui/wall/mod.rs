//! A drill as the class sees it: drawn from [`Public`] alone, so nothing about an answer can be on it before the
//! reveal. Whoever drives the drill draws this into the body of its screen; here are no keys and no state.
//!
//! Everything is as large as it can be with the whole question in sight ([`layout()`]), and the same in every state
//! of a question.

mod big;
mod board;
mod clock;
mod end;
mod floor;
mod key;
mod layout;
mod lobby;
mod poster;
mod question;
mod reveal;
mod sheet;
mod sign;
mod team;
mod votes;

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use tui_big_text::PixelSize;

pub use layout::{Foot, Layout, layout};
pub use poster::Poster;
pub use question::Size;
pub use sign::sign;
pub use team::{badge, short};

use question::Look;
use sheet::Sheet;

use super::frame::shortened;
use super::scroll::Scroll;
use super::theme::Theme;
use crate::course::Course;
use crate::study::room::{Public, Screen, Setup, Shown, TeamId};

/// Everything the wall shows.
pub struct Wall<'a> {
    pub course: &'a Course,
    pub theme: &'a Theme,
    pub public: &'a Public,
    pub setup: &'a Setup,
    /// Milliseconds left now; `None` without a clock.
    pub left_ms: Option<u64>,
    /// What the teacher is at, as far as the class may see it.
    pub pointer: &'a Pointer,
    /// First line shown of what is too tall.
    pub scroll: Scroll,
}

/// What the teacher is at.
#[derive(Clone, Debug, Default)]
pub struct Pointer {
    /// The option (place on the screen) under the cursor, when a spoken answer is entered.
    pub option: Option<usize>,
    /// The team whose answer is being entered.
    pub team: Option<TeamId>,
    /// Teams whose answer was entered: a mark, never what.
    pub entered: Vec<TeamId>,
    /// Hands counted so far, all options together.
    pub hands: Option<u32>,
    /// One line under it all: what is typed (masked by the caller where needed), or a word on a key that did nothing.
    pub line: Option<String>,
}

/// What a screen is made of: rows that may scroll, and the window for them.
struct Page {
    sheet: Sheet,
    window: Rect,
}

impl Wall<'_> {
    pub fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let page = self.page(area);
        let (total, height) = (usize::from(page.sheet.height()), usize::from(page.window.height));
        let top = self.scroll.drawn(total, height);
        page.sheet.paste(buffer, page.window, big::cells(top));
        if let (Some(shown), false) = (self.question_in_play(), self.public.paused) {
            self.around(shown, buffer, area);
        }
        self.edges(buffer, page.window, top, total);
        if let Some(line) = &self.pointer.line {
            let text = shortened(line, usize::from(area.width));
            let x = self.question_in_play().map_or(area.x, |shown| self.layout(shown, area).column.x);
            buffer.set_stringn(x, area.bottom() - 1, text, usize::from(area.right() - x), self.theme.text);
        }
    }

    /// Lines that do not fit `area`, for scrolling: `scroll.by(1, wall.height(area), 0)` moves down one.
    #[must_use]
    pub fn height(&self, area: Rect) -> usize {
        let page = self.page(area);
        usize::from(page.sheet.height().saturating_sub(page.window.height))
    }

    /// Lines of what scrolls that are in sight at once; a page for scrolling.
    #[must_use]
    pub fn window(&self, area: Rect) -> usize {
        usize::from(self.page(area).window.height)
    }

    fn page(&self, area: Rect) -> Page {
        let window = Rect { height: area.height.saturating_sub(1), ..area };
        let (width, height) = (window.width, window.height);
        if self.public.paused {
            return Page { sheet: self.paused(width, height), window };
        }
        let sheet = match &self.public.screen {
            Screen::Lobby => self.lobby(width, height),
            Screen::Ask(shown) | Screen::Open { shown, .. } | Screen::Closed { shown, .. } => return self.asked(shown, area),
            Screen::Reveal(solution) => self.reveal(solution, width, height),
            Screen::Board => self.board("Standings", width, height),
            Screen::Done { early } => self.done(*early, width, height),
            // A scenario's scenes and its debrief are drawn by `ui::scenario`.
            Screen::Scene { .. } | Screen::Debrief { .. } => Sheet::new(width),
        };
        let x = window.x + (window.width.saturating_sub(sheet.width())) / 2;
        Page { window: Rect { x, width: sheet.width().min(width), ..window }, sheet }
    }

    fn question_in_play(&self) -> Option<&Shown> {
        match &self.public.screen {
            Screen::Ask(shown) | Screen::Open { shown, .. } | Screen::Closed { shown, .. } => Some(shown),
            _ => None,
        }
    }

    fn layout(&self, shown: &Shown, area: Rect) -> Layout {
        layout(&Poster::of(shown, self.course, self.setup), self, area)
    }

    /// Stem and options.
    fn asked(&self, shown: &Shown, area: Rect) -> Page {
        let poster = Poster::of(shown, self.course, self.setup);
        let layout = layout(&poster, self, area);
        let look = Look { theme: self.theme, size: layout.size, at: self.pointer.option };
        let sheet = question::sheet(&poster, look, layout.column.width).unwrap_or_else(|| Sheet::new(layout.column.width));
        let spare = layout.room().saturating_sub(sheet.height());
        // A little below the top on a wall; small windows have no height to give away.
        let down = 1 + layout.gaps + if layout.large_foot { spare / 3 } else { 0 };
        let y = (area.y + down).min(area.bottom());
        let height = (layout.room() + 1 + layout.gaps).saturating_sub(down).min(area.bottom() - y);
        Page { sheet, window: Rect { y, height, ..layout.column } }
    }

    /// What stands above and below a question.
    fn around(&self, shown: &Shown, buffer: &mut Buffer, area: Rect) {
        let poster = Poster::of(shown, self.course, self.setup);
        let layout = layout(&poster, self, area);
        let head =
            Line::from(vec![Span::styled(poster.number, self.theme.strong), Span::styled(format!("   {}", poster.about), self.theme.dim)]);
        buffer.set_line(layout.column.x, area.y, &head, layout.column.width);
        let foot = self.foot(layout.column.width, layout.foot, layout.large_foot);
        let y = area.bottom().saturating_sub(1 + layout.foot).max(area.y);
        foot.paste(buffer, Rect { y, height: layout.foot.min(area.bottom() - y), ..layout.column }, 0);
    }

    /// Signs that there is more above or below.
    fn edges(&self, buffer: &mut Buffer, window: Rect, top: usize, total: usize) {
        if window.is_empty() {
            return;
        }
        let right = window.right() - 1;
        if top > 0 {
            buffer.set_string(right, window.y, "▲", self.theme.focus);
        }
        if top + usize::from(window.height) < total {
            buffer.set_string(right, window.bottom() - 1, "▼", self.theme.focus);
        }
    }

    /// Big letters where they fit, else small ones, in the middle.
    fn in_the_middle(&self, sheet: &mut Sheet, text: &str) {
        match big::wrapped(text, sheet.width()).filter(|lines| lines.len() == 1) {
            Some(_) => {
                let wide = big::cells(text.chars().count()) * big::LETTER;
                sheet.big(sheet.width().saturating_sub(wide) / 2, sheet.height(), text, self.theme.strong, PixelSize::Quadrant);
            }
            None => sheet.middle(&Line::styled(text.to_owned(), self.theme.strong)),
        }
    }
}
