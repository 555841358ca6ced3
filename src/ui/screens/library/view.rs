//! What is seen of the library: where its parts stand, and what is drawn in them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::entry::{self, LinkedPage};
use super::layout::{self, Panes};
use super::{Focus, Library, shelves};
use crate::ui::context::Context;
use crate::ui::effect::LibrarySection;
use crate::ui::frame::Header;
use crate::ui::scroll::Scroll;
use crate::ui::{figures, window};

impl Library {
    /// The chosen spot, and the scroll that has it in sight as long as nobody scrolled.
    pub(super) fn view(&self, page: &LinkedPage, height: usize) -> (usize, Scroll) {
        if let Some(at) = self.spot {
            return (at, self.scroll);
        }
        let mut scroll = self.scroll;
        if let (Focus::Entry, Some(spot)) = (self.focus, page.spots.get(page.first_use)) {
            scroll.show(spot.line(), spot.line() + 1, height);
        }
        (page.first_use, scroll)
    }

    pub(super) fn layout(&self, body: Rect) -> Panes {
        layout::of(
            body,
            self.list().wide(),
            self.shelf == LibrarySection::Cases && self.has_map,
            self.focus == Focus::Entry,
        )
    }

    pub(super) fn entry_height(&self, context: &Context<'_>) -> usize {
        usize::from(self.layout(context.body()).entry.height)
    }

    pub(super) fn page(&self, context: &Context<'_>) -> LinkedPage {
        let width = usize::from(self.layout(context.body()).entry.width);
        let Some(id) = self.list().chosen_id() else { return LinkedPage::default() };
        entry::set(context.course, context.theme, width, &shelves::thing(self.shelf, id))
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let tab = |shelf: LibrarySection| {
            Span::styled(format!("{}   ", shelf.name()), if shelf == self.shelf { theme.focus } else { theme.dim })
        };
        let list = self.list();
        let found = if list.is_narrowed() { " found" } else { "" };
        let at = (list.cursor() + 1).min(list.len());
        let progress = format!("{} {at} of {}{found}", shelves::one(self.shelf), list.len());
        Header {
            place: shelves::in_use(context.course).into_iter().map(tab).collect(),
            progress: vec![Span::styled(progress, theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let layout = self.layout(area);
        if layout.list.area() > 0 {
            self.list().draw(frame, layout.list, context.theme, self.focus);
        }
        if layout.map.area() > 0 {
            let width = usize::from(layout.map.width);
            let map =
                figures::map_only(context.course, context.theme, width, &self.list().ids(), self.list().chosen_id());
            window::draw(frame, layout.map, &map, Scroll::default());
        }
        if layout.entry.area() > 0 {
            self.draw_entry(frame, layout.entry, context);
        }
    }

    fn draw_entry(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let page = self.page(context);
        let (at, scroll) = self.view(&page, usize::from(area.height));
        window::draw(frame, area, &page.lines, scroll);
        window::draw_more(frame, area, page.lines.len(), scroll, context.theme);
        if let (Focus::Entry, Some(spot)) = (self.focus, page.spots.get(at)) {
            window::mark_link(frame, area, &spot.parts, page.lines.len(), scroll);
        }
    }
}
