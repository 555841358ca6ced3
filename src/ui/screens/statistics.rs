//! Statistics: what is known, how it was remembered, what was done lately, and the history of quizzes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Input;
use crate::course::Course;
use crate::pages::statistics as pages;
use crate::store::progress::Progress;
use crate::store::{Store, StoreError};
use crate::ui::app::Opening;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::keys::{self, Binding, Chord, Hint};
use crate::ui::pager::Pager;
use crate::ui::passage;
use crate::ui::window;

/// The statistics screen.
pub struct Statistics {
    progress: Progress,
    pager: Pager,
}

impl Statistics {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self { progress: Progress::load(store, course, with.clock)?, pager: Pager::default() })
    }

    fn bindings() -> Vec<Binding<Place>> {
        vec![Binding::new("r", "reports of classes", &[Chord::Char('r')], Place::Reports)]
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        Pager::hints_with(Self::bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        if let Input::Key(key) = input
            && let Some(place) = keys::action(&Self::bindings(), *key)
        {
            return vec![Effect::Open(place)];
        }
        self.pager.handle(input, self.lines(context).len(), context)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let days = self.progress.days_studied;
        let text = format!("{days} {} of study", if days == 1 { "day" } else { "days" });
        Header {
            place: vec![Span::styled("Statistics", context.theme.strong)],
            progress: vec![Span::styled(text, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.pager.scroll);
        window::draw_more(frame, area, lines.len(), self.pager.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        passage::set(&pages::passages(&self.progress), context.theme, context.width()).lines
    }
}
