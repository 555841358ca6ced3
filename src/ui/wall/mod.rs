//! A drill as the class sees it: drawn from [`Public`] alone, so nothing about an answer can be on it before the
//! reveal. Whoever drives the drill draws this into the body of its screen; here are no keys and no state.
//!
//! Everything is as large as it can be with the whole question in sight ([`layout()`]), and the same in every state
//! of a question.

mod answers;
pub(in crate::ui) mod big_text;
mod board;
pub(in crate::ui) mod canvas;
mod clock;
mod end;
pub(in crate::ui) mod flow;
mod foot;
mod glyph;
mod join;
mod layout;
mod lobby;
mod members;
mod options;
mod paged;
mod question;
mod reveal;
mod sign;
mod team;
mod two_columns;
mod votes;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

pub use crate::study::drill::words::Poster;
pub use layout::{Foot, Layout, layout};
pub use question::{Letters, Size};
pub use sign::sign;
pub use team::{badge, short};

use canvas::CellGrid;
use question::Look;

use super::frame::shortened;
use super::scroll::Scroll;
use super::theme::Theme;
use crate::course::Course;
use crate::course::model::text::defused;
use crate::study::drill::{Public, PublicFloor, Screen, Setup, TeamId, words};
use crate::study::item::Posed;
use crate::study::live::SeatNews;

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
    /// Pages turned of a question that is drawn on several.
    pub turned: usize,
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
    /// For how many options of how many hands were counted; never how many.
    pub counted: Option<(usize, usize)>,
    /// One line under it all: what is typed (masked by the caller where needed), or a word on a key that did nothing.
    pub line: Option<String>,
    /// The class's own devices, where it has some: who came and how many have answered.
    pub seats: Option<Arc<SeatNews>>,
}

/// What a screen is made of: rows that may scroll, and the window for them.
struct Page {
    sheet: CellGrid,
    window: Rect,
    /// What stands around a question in play.
    around: Option<(Poster, Layout)>,
}

impl Wall<'_> {
    pub fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let Page { sheet, window, around } = self.page(area);
        let (total, height) = (usize::from(sheet.height()), usize::from(window.height));
        let top = self.scroll.drawn(total, height);
        sheet.paste(buffer, window, big_text::cells(top));
        if let Some((poster, layout)) = &around {
            self.around(poster, layout, buffer, area);
        }
        self.edges(buffer, window, top, total);
        if let Some(line) = &self.pointer.line {
            let column = around.map_or(area, |(_, layout)| layout.column);
            let text = shortened(&defused(line), usize::from(column.width));
            buffer.set_stringn(column.x, area.bottom() - 1, text, usize::from(column.width), self.theme.text);
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
        let sheet = match &self.public.screen {
            _ if self.public.paused => self.paused(width, height),
            Screen::Lobby => match &self.pointer.seats {
                Some(news) => self.join(news, width, height),
                None => self.lobby(width, height),
            },
            Screen::Ask(posed) | Screen::Open { posed, .. } | Screen::Closed { posed, .. } => {
                return self.asked(posed, area);
            }
            Screen::Reveal(solution) => self.reveal(solution, width, height),
            Screen::Board => self.board(self.board_title(), width, height),
            Screen::Done { early, winners, class_percent } => {
                let result = words::result(&self.public.teams, winners, *class_percent);
                self.done(*early, &result, width, height)
            }
            // A scenario's scenes and its debrief are drawn by `ui::scenario`.
            Screen::Scene { .. } | Screen::Debrief { .. } => CellGrid::new(width),
        };
        let x = window.x + (window.width.saturating_sub(sheet.width())) / 2;
        Page { window: Rect { x, width: sheet.width().min(width), ..window }, sheet, around: None }
    }

    /// Stem and options.
    fn asked(&self, posed: &Posed, area: Rect) -> Page {
        let poster = Poster::of(posed, self.setup);
        let layout = layout(&poster, self, area);
        let mut sheets = self.sheets(&poster, &layout);
        let at = self.turned.min(sheets.len().saturating_sub(1));
        let sheet = if sheets.is_empty() { CellGrid::new(layout.column.width) } else { sheets.swap_remove(at) };
        let spare = layout.room().saturating_sub(sheet.height());
        // A little below the top on a wall; small windows have no height to give away.
        let is_wall = layout.large_foot || layout.size == Size::Paged;
        let down = 1 + layout.gaps + if is_wall { spare / 3 } else { 0 };
        let y = (area.y + down).min(area.bottom());
        let height = (layout.room() + 1 + layout.gaps).saturating_sub(down).min(area.bottom() - y);
        Page { sheet, window: Rect { y, height, ..layout.column }, around: Some((poster, layout)) }
    }

    /// What is asked, on one page or, where it is drawn on several, on those.
    fn sheets(&self, poster: &Poster, layout: &Layout) -> Vec<CellGrid> {
        let look =
            Look { theme: self.theme, size: layout.size, at: self.pointer.option, struck: self.missed_options() };
        let width = layout.column.width;
        match layout.size {
            Size::Paged => paged::sheets(poster, look, width, layout.room()).unwrap_or_default(),
            _ => question::sheet(poster, look, width).into_iter().collect(),
        }
    }

    /// Pages on which the question in play is drawn.
    #[must_use]
    pub fn pages(&self, area: Rect) -> usize {
        match &self.public.screen {
            _ if self.public.paused || !layout::is_wall(area) => 1,
            Screen::Ask(posed) | Screen::Open { posed, .. } | Screen::Closed { posed, .. } => {
                let poster = Poster::of(posed, self.setup);
                self.sheets(&poster, &layout(&poster, self, area)).len().max(1)
            }
            _ => 1,
        }
    }

    /// Places of the options that were said aloud and are wrong.
    fn missed_options(&self) -> &[usize] {
        match &self.public.screen {
            Screen::Open {
                floor:
                    PublicFloor::Buzzers { missed, .. }
                    | PublicFloor::Speaking { missed, .. }
                    | PublicFloor::Turn { missed, .. },
                ..
            } => missed,
            _ => &[],
        }
    }

    /// What stands above and below a question.
    fn around(&self, poster: &Poster, layout: &Layout, buffer: &mut Buffer, area: Rect) {
        let (number, about) = (poster.number.clone(), format!("   {}", poster.about(" · ")));
        let head = Line::from(vec![Span::styled(number, self.theme.strong), Span::styled(about, self.theme.dim)]);
        buffer.set_line(layout.column.x, area.y, &head, layout.column.width);
        let foot = self.foot(layout);
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
    fn in_the_middle(&self, sheet: &mut CellGrid, text: &str) {
        match big_text::one_line(text, sheet.width()) {
            Some(text) => {
                sheet.big((sheet.width() - big_text::width(&text)) / 2, sheet.height(), &text, self.theme.strong);
            }
            None => sheet.middle(&Line::styled(text.to_owned(), self.theme.strong)),
        }
    }
}
