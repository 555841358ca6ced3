//! The wheel of the course by itself: the digits turn it.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::markdown::plain;
use crate::store::StoreError;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::Effect;
use crate::ui::figures;
use crate::ui::frame::{Header, Width};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{DOWN, LEFT, RIGHT, UP, digits, digits_of};
use crate::ui::pager::Scrolled;
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// Rows for what stands below the circle.
const TOLD: u16 = 7;

/// The wheel, turned to a spoke.
pub struct TrackWheel {
    at: u8,
    /// Number of spokes.
    of: u8,
    /// What one of them is called.
    noun: String,
    /// Only in a window too low for what stands below the wheel.
    scroll: Scroll,
}

impl Keyed for TrackWheel {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let (shown, does) = (digits_of(self.of.into()), format!("turn to {} {}", article(&self.noun), self.noun));
        vec![
            Binding::<Self>::picks(&shown, &does, digits(self.of.into()), |wheel, at, _| wheel.turn_to(at)),
            Binding::<Self>::new("←→", "turn", &[RIGHT, DOWN, Char('j')], |wheel, _| wheel.turn_by(1))
                .and(&[LEFT, UP, Char('k')], |wheel, _| wheel.turn_by(wheel.of - 1)),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            Binding::back(),
        ]
    }
}

impl Lifecycle for TrackWheel {
    fn width(&self) -> Width {
        Width::List
    }

    fn reread(&mut self, _: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        *self = Self::new(context.course, self.at());
        Ok(true)
    }
}

impl Scrolled for TrackWheel {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        Self::lines(self.at, context).len()
    }
}

/// Rows of the circle, so that what the spoke is has room below it.
fn circle_rows(context: &Context<'_>) -> u16 {
    context.body().height.saturating_sub(TOLD)
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

impl TrackWheel {
    pub fn new(course: &Course, at: u8) -> Self {
        let of = course.wheel().map_or(1, |(_, spokes)| u8::try_from(spokes.len()).unwrap_or(1));
        let scheme = course.wheel().and_then(|(wheel, _)| course.scheme(&wheel.scheme));
        let noun = scheme.map_or_else(String::new, |s| plain(s.noun.as_str()));
        Self { at: at.clamp(1, of), of, noun, scroll: Scroll::default() }
    }

    /// The spoke it is turned to, from 1.
    pub fn at(&self) -> u8 {
        self.at
    }

    /// To the spoke at this place, from 0.
    fn turn_to(&mut self, at: usize) {
        self.at = u8::try_from(at).unwrap_or(0) + 1;
    }

    fn turn_by(&mut self, spokes: u8) {
        self.at = (self.at + spokes - 1) % self.of + 1;
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    fn lines(at: u8, context: &Context<'_>) -> Vec<Line<'static>> {
        figures::wheel(context.course, context.theme, (context.width(), circle_rows(context)), at)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let Some((wheel, spokes)) = context.course.wheel() else { return Header::default() };
        let name = spokes.get(usize::from(self.at) - 1).map_or_else(String::new, |spoke| plain(spoke.name.as_str()));
        Header {
            place: vec![Span::styled(plain(wheel.title.as_str()), context.theme.strong)],
            progress: vec![Span::styled(format!("{} {name}", self.at), context.theme.track(self.at))],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = Self::lines(self.at, context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }
}
