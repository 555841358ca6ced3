//! A round of cards for practice: nothing is graded, and the schedule stays as it is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cards::face::card_lines;
use crate::course::outline::CardKey;
use crate::study::session::CardPractice;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::doc::DocBuilder;
use crate::ui::effect::Effect;
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC, SPACE};
use crate::ui::pager::{self, Scrolled};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A round under way.
pub struct PracticeRound {
    round: CardPractice,
    scroll: Scroll,
}

impl Keyed for PracticeRound {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let (over, back) = (self.round.card().is_none(), self.round.is_turned());
        vec![
            Binding::<Self>::new("space", "turn the card", &[SPACE, ENTER], Self::turn).once().when(!over && !back),
            Binding::<Self>::new("1", "not remembered", &[Char('1')], |s, _| s.answer(false)).once().when(back),
            Binding::<Self>::new("space", "remembered", &[SPACE, ENTER, Char('3')], |s, _| s.answer(true))
                .once()
                .when(back),
            Binding::new("⏎", "back", &[ENTER, SPACE], |_, _| Effect::Back).once().when(over),
            pager::lines().quiet(),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            Binding::new("Esc", "leave", &[ESC], |_, _| Effect::Back),
        ]
    }
}

impl Lifecycle for PracticeRound {}

impl PracticeRound {
    pub fn new(cards: Vec<CardKey>) -> Self {
        Self { round: CardPractice::new(cards), scroll: Scroll::default() }
    }

    fn turn(&mut self, _: &Context<'_>) {
        self.scroll = Scroll::default();
        self.round.turn();
    }

    fn answer(&mut self, remembered: bool) {
        self.scroll = Scroll::default();
        self.round.answer(remembered);
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => self.press(*key, context).unwrap_or_default(),
            InputEvent::Wake | InputEvent::Paste(_) | InputEvent::Keys(_) => Vec::new(),
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place =
            vec![Span::styled("Practice", theme.strong), Span::styled(" · leaves the schedule alone", theme.dim)];
        Header { place, progress: vec![Span::styled(format!("{} left", self.round.left()), theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        if let Some(key) = self.round.card() {
            return card_lines(key, self.round.is_turned(), context);
        }
        let mut setter = DocBuilder::new(context.theme, context.width());
        setter.lines([Line::default(), Line::styled("That was the round.", context.theme.focus), Line::default()]);
        setter.plain(&self.round.words(), context.theme.text);
        setter.finish().lines
    }
}

impl Scrolled for PracticeRound {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}
