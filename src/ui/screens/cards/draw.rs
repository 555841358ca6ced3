//! The review session drawn: the card on show, or why there is none.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Cards;
use super::face::card_lines;
use crate::course::wording::count;
use crate::study::session::{Showing, from_the_future};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::Header;
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
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    /// What is shown, all of it.
    pub(super) fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        match self.session.showing() {
            Showing::Front(key) => self.warned(card_lines(key, None, context), context),
            Showing::Back(key, outcomes) => self.warned(card_lines(key, Some(outcomes), context), context),
            Showing::Waiting(until) => self.wait_lines(*until, context),
            Showing::Finished => self.finished_lines(context),
        }
    }

    /// The card, with a word where the clock was set back since its last review.
    fn warned(&self, mut lines: Vec<Line<'static>>, context: &Context<'_>) -> Vec<Line<'static>> {
        if let Some(day) = self.session.from_the_future(context.clock) {
            let mut setter = DocBuilder::new(context.theme, context.width());
            setter.plain(&from_the_future(day), context.theme.wrong);
            lines.push(Line::default());
            lines.extend(setter.finish().lines);
        }
        lines
    }

    fn wait_lines(&self, until: Timestamp, context: &Context<'_>) -> Vec<Line<'static>> {
        let at = context.clock.time_of_day(until);
        let said = format!("The next learning card is due at {at}. You can leave; nothing is lost.");
        self.summary("Nothing to review just now.", &said, context)
    }

    fn finished_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let title = if self.session.can_undo() { "All done for today." } else { "No cards are due." };
        self.summary(
            title,
            "New cards come from the sections you have read, at most 20 a day; reviews when they are due.",
            context,
        )
    }

    fn summary(&self, title: &'static str, said: &str, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mut setter = DocBuilder::new(theme, context.width());
        setter.lines([Line::default(), Line::styled(title, theme.strong), Line::default()]);
        if self.session.can_undo() {
            setter.plain(
                &format!(
                    "{} reviewed, {} remembered.",
                    count(self.session.reviewed(), "card"),
                    self.session.remembered()
                ),
                theme.text,
            );
            setter.gap();
        }
        setter.plain(said, theme.dim);
        setter.finish().lines
    }
}
