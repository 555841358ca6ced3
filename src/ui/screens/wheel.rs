//! The nine-track wheel by itself: keys 1 to 9 turn it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::figures;
use crate::ui::frame::Header;
use crate::ui::input::Input;
use crate::ui::keys::{self, Binding, Chord, DOWN, ESC, Hint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, UP};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The wheel, turned to a track.
pub struct Wheel {
    at: u8,
    /// Only in a window too low for what stands below the wheel.
    scroll: Scroll,
}

#[derive(Clone, Copy)]
enum Act {
    To(u8),
    Turn(u8),
    Page(bool),
    Back,
}

impl Wheel {
    pub fn new(at: u8) -> Self {
        Self { at: at.clamp(1, 9), scroll: Scroll::default() }
    }

    fn bindings() -> Vec<Binding<Act>> {
        let to = keys::picks(9, true, false, |i| Act::To(u8::try_from(i).unwrap_or(0) + 1));
        let turn = vec![
            (RIGHT, Act::Turn(1)),
            (DOWN, Act::Turn(1)),
            (LEFT, Act::Turn(8)),
            (UP, Act::Turn(8)),
            (Chord::Char('j'), Act::Turn(1)),
            (Chord::Char('k'), Act::Turn(8)),
        ];
        vec![
            Binding::each("1-9", "turn to a track", to),
            Binding::each("←→", "turn", turn),
            Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true))])
                .quiet(),
            Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back),
        ]
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        match keys::action(&Self::bindings(), *key) {
            Some(Act::To(at)) => self.at = at,
            Some(Act::Turn(by)) => self.at = (self.at + by - 1) % 9 + 1,
            Some(Act::Page(down)) => self.scroll.page(down, Self::lines(self.at, context).len(), context.height()),
            Some(Act::Back) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(Self::bindings())
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
