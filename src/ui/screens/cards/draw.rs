//! The review session drawn: the card on show, or why there is none.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Cards;
use super::face::card_lines;
use crate::study::session::Showing;
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::Header;
use crate::ui::scroll::Scroll;
use crate::ui::window;

impl Cards {
    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let mut place = vec![Span::styled("Cards", theme.strong)];
        if let Some(key) = self.session.card()
            && let Some((lesson, _)) = context.course.card(&key.card)
        {
            place.push(Span::styled(format!(" · {}", context.course.title(lesson)), theme.text));
        }
        let counts = self.session.counts();
        let text = format!("{} learning  {} due  {} new", counts.learning, counts.due, counts.new);
        Header { place, progress: vec![Span::styled(text, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = match self.session.showing() {
            Showing::Front(key) => card_lines(key, None, context),
            Showing::Back(key, outcomes) => card_lines(key, Some(outcomes), context),
            Showing::Waiting(until) => self.wait_lines(*until, context),
            Showing::Finished => self.finished_lines(context),
        };
        window::draw(frame, area, &lines, Scroll::default());
    }

    fn wait_lines(&self, until: Timestamp, context: &Context<'_>) -> Vec<Line<'static>> {
        let at = until.to_zoned(context.clock.zone.clone()).strftime("%H:%M").to_string();
        let said = format!("The next learning card is due at {at}. You can leave; nothing is lost.");
        self.summary("Nothing to review just now.", &said, context)
    }

    fn finished_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let title = if self.session.can_undo() { "All done for today." } else { "No cards are due." };
        self.summary(
            title,
            "At most 20 new cards a day, in the order of the lessons; reviews when they are due.",
            context,
        )
    }

    fn summary(&self, title: &'static str, said: &str, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, context.width());
        setter.lines([Line::default(), Line::styled(title, theme.strong), Line::default()]);
        if self.session.can_undo() {
            setter.plain(
                &format!("{} reviewed, {} remembered.", self.session.reviewed(), self.session.remembered()),
                theme.text,
            );
            setter.gap();
        }
        setter.plain(said, theme.dim);
        setter.finish().lines
    }
}
