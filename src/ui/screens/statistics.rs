//! Statistics: what is known, how it was remembered, what was done lately, and the history of quizzes.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::pages::statistics as pages;
use crate::store::progress::Progress;
use crate::store::{Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The statistics screen.
pub struct Statistics {
    progress: Progress,
    scroll: Scroll,
}

impl Keyed for Statistics {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            pager::lines(),
            pager::pages(),
            Binding::opens("r", "reports of classes", &[Char('r')], Place::Reports),
            Binding::back(),
        ]
    }
}

impl Scrolled for Statistics {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl Statistics {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self { progress: Progress::load(store, course, with.clock)?, scroll: Scroll::default() })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
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
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        passage::set(&pages::passages(&self.progress), context.theme, context.width()).lines
    }
}
