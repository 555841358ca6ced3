//! Going from link to link of a page.

use super::LessonScreen;
use crate::ui::context::Context;

impl LessonScreen {
    /// The next link in sight, or the next one of the page, scrolled into sight.
    pub(super) fn next_link(&mut self, by: isize, context: &Context<'_>) {
        let page = self.page(context);
        let Some(last) = page.links.len().checked_sub(1) else {
            self.notice = Some("There is no term or source on this page.");
            return;
        };
        let height = context.height();
        let top = self.scroll.drawn(page.lines.len(), height);
        let first_seen = page.links.iter().position(|l| l.parts.iter().any(|(line, _)| *line >= top)).unwrap_or(last);
        let next = match self.link {
            None => first_seen,
            Some(at) if by < 0 => at.checked_sub(1).unwrap_or(last),
            Some(at) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
        };
        self.link = Some(next);
        if self.popup.is_some() {
            self.popup = Some(page.links[next].link.clone());
        }
        if let Some((line, _)) = page.links[next].parts.first() {
            self.scroll.top = top;
            self.scroll.show(*line, line + 1, height);
        }
        self.make_room(context);
    }
}
