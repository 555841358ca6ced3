//! A lesson drawn: how far it is read, the page or the recall stop, and the pop-up over it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{LessonScreen, margin};
use crate::course::wording::count;
use crate::ui::context::Context;
use crate::ui::frame::{self, Header};
use crate::ui::meter;
use crate::ui::question::Drawn;
use crate::ui::window;

impl LessonScreen {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place = vec![
            Span::styled(format!("{} · ", context.course.number(&self.lesson)), theme.dim),
            Span::styled(context.course.title(&self.lesson), theme.strong),
        ];
        let sections = context.course.outline(&self.lesson).map_or(0, |o| o.sections.len());
        let progress = match self.step().section() {
            Some(section) => format!("§{} of {sections}", section + 1),
            None if self.at == 0 => count(sections, "section"),
            None => "read".to_owned(),
        };
        Header { place, progress: vec![Span::styled(progress, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        self.progress_line(frame, area, context);
        if let Some(drawn) = self.drawn_question(context) {
            self.draw_question(frame, area, context, &drawn);
        } else {
            self.draw_page(frame, area, context);
        }
        if let Some(notice) = self.notice {
            let y = area.bottom().saturating_sub(1);
            frame.buffer_mut().set_line(
                area.x,
                y,
                &Line::styled(format!("{notice:<width$}", width = usize::from(area.width)), context.theme.partly),
                area.width,
            );
        }
        self.draw_popup(frame, area, context);
    }

    fn draw_page(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let (page, scroll) = (self.page(context), self.scrolled(context));
        let total = page.lines.len();
        let foot = scroll.foot(&page.together, total, usize::from(area.height));
        window::draw_until(frame, area, &page.lines, scroll, foot);
        window::draw_more(frame, area, total, scroll, context.theme);
        if let Some(area) = context.margin() {
            margin::draw(frame, area, context, &page, &(scroll.drawn(total, usize::from(area.height))..foot));
        }
        if let Some(link) = self.link.and_then(|l| page.links.get(l)) {
            window::mark_link(frame, area, &link.parts, total, scroll);
        }
    }

    fn draw_question(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>, drawn: &Drawn) {
        window::draw(frame, area, &drawn.doc.lines, self.scroll);
        window::draw_more(frame, area, drawn.doc.lines.len(), self.scroll, context.theme);
        if let Some(caret) = drawn.caret {
            window::set_caret(frame, area, caret, drawn.doc.lines.len(), self.scroll);
        }
    }

    /// How much of the lesson lies behind, as a line under the header.
    fn progress_line(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(y) = area.y.checked_sub(1) else { return };
        let area = frame::column(context.area, context.wide);
        let width = usize::from(area.width);
        #[expect(clippy::cast_precision_loss, reason = "steps of a lesson")]
        let share = self.at as f64 / self.steps.len().saturating_sub(1).max(1) as f64;
        let filled = meter::filled(share, width);
        frame.buffer_mut().set_string(area.x, y, "━".repeat(filled), context.theme.accent);
        frame.buffer_mut().set_string(
            area.x + u16::try_from(filled).unwrap_or(0),
            y,
            "─".repeat(width - filled),
            context.theme.dim,
        );
    }
}
