//! The review session drawn: the card on show, or why there is none.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Cards;
use super::face::{card_lines, grades};
use crate::pages::review::{self, NothingShown};
use crate::study::session::{Showing, from_the_future};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::frame::Header;
use crate::ui::passage;
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
        if let Some(column) = self.caret(context) {
            // The line that is typed in is the last but one.
            window::set_caret(frame, area, (lines.len().saturating_sub(2), column), lines.len(), self.scroll);
        }
    }

    /// The column of the cursor, while an answer is typed.
    fn caret(&self, context: &Context<'_>) -> Option<usize> {
        self.session.takes_answer().then(|| self.typed.drawn(context.width(), context.theme).1)
    }

    /// The line to type in, where answers are typed.
    fn typing_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        if !self.session.takes_answer() {
            return Vec::new();
        }
        let theme = context.theme;
        let rule = format!("  {}", "─".repeat(context.width().saturating_sub(2).min(40)));
        vec![Line::default(), self.typed.drawn(context.width(), theme).0, Line::styled(rule, theme.dim)]
    }

    /// What was typed, beside what the card says.
    fn answer_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let Some(answer) = self.session.answer() else { return Vec::new() };
        let mut setter = DocBuilder::new(context.theme, context.width());
        setter.lines([Line::default()]);
        setter.plain(&answer.sentence(), if answer.is_exact() { context.theme.right } else { context.theme.partly });
        setter.finish().lines
    }

    /// What is shown, all of it.
    pub(super) fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        match self.session.showing() {
            Showing::Front(key) => {
                let mut lines = self.warned(card_lines(key, false, context), context);
                lines.extend(self.typing_lines(context));
                lines
            }
            Showing::Back(key, outcomes) => {
                let mut lines = card_lines(key, true, context);
                lines.extend(self.answer_lines(context));
                lines.extend([Line::default(), grades(outcomes, context)]);
                self.warned(lines, context)
            }
            Showing::Waiting(until) => self.summary(&NothingShown::Waiting(context.clock.time_of_day(*until)), context),
            Showing::Finished => self.summary(&NothingShown::Finished, context),
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

    fn summary(&self, why: &NothingShown, context: &Context<'_>) -> Vec<Line<'static>> {
        let day = self.session.summary(context.course, context.clock);
        let passages = review::passages(context.course, why, &day, self.limits.new_per_day, self.session.goal());
        let mut lines = vec![Line::default()];
        lines.extend(passage::set(&passages, context.theme, context.width()).lines);
        lines
    }
}
