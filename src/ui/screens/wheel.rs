//! The nine-track wheel by itself: keys 1 to 9 turn it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::figures;
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, LEFT, RIGHT, UP, digits};
use crate::ui::pager::Scrolled;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The wheel, turned to a track.
pub struct Wheel {
    at: u8,
    /// Only in a window too low for what stands below the wheel.
    scroll: Scroll,
}

impl Keyed for Wheel {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::picks("1-9", "turn to a track", digits(9), |wheel, at, _| wheel.turn_to(at)),
            Binding::<Self>::new("←→", "turn", &[RIGHT, DOWN, Char('j')], |wheel, _| wheel.turn_by(1))
                .and(&[LEFT, UP, Char('k')], |wheel, _| wheel.turn_by(8)),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            Binding::back(),
        ]
    }
}

impl Scrolled for Wheel {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        Self::lines(self.at, context).len()
    }
}

impl Wheel {
    pub fn new(at: u8) -> Self {
        Self { at: at.clamp(1, 9), scroll: Scroll::default() }
    }

    /// To the track at this place, from 0.
    fn turn_to(&mut self, at: usize) {
        self.at = u8::try_from(at).unwrap_or(0) + 1;
    }

    fn turn_by(&mut self, tracks: u8) {
        self.at = (self.at + tracks - 1) % 9 + 1;
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    fn lines(at: u8, context: &Context<'_>) -> Vec<Line<'static>> {
        figures::wheel(context.course, context.theme, context.width(), at)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let name =
            context.course.tracks().iter().find(|t| t.no == self.at).map_or_else(String::new, |t| t.name.to_string());
        Header {
            place: vec![Span::styled("The nine tracks", context.theme.strong)],
            progress: vec![Span::styled(format!("{} {name}", self.at), context.theme.track(self.at))],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = Self::lines(self.at, context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }
}
