//! Every card of the course as a list, with the chosen one below it: which ones, in which order, and what is done with one.

mod draw;

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::backend::crossterm::EventHandler as _;
use tui_input::{Input as TextInput, InputRequest};

use super::quiz_setup::around;
use super::search::fold;
use crate::course::Course;
use crate::store::{ItemFlag, Store, StoreError};
use crate::study::card_list::{CardFilter, CardLine, CardOrder};
use crate::study::event::EventKind;
use crate::study::memory::CardState;
use crate::study::queue::Hold;
use crate::study::time::Clock;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Width;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACK_TAB, DOWN, END, ENTER, ESC, HOME, PAGE_DOWN, PAGE_UP, SPACE, TAB, UP};
use crate::ui::screens::lifecycle::{Lifecycle, OVERVIEW};

/// Cards of one round of practice.
const ROUND: usize = 50;

/// The list and the card that is chosen.
pub struct CardBrowser {
    cards: Vec<CardLine>,
    /// Places in `cards` of those that are shown, in their order.
    shown: Vec<usize>,
    filter: CardFilter,
    order: CardOrder,
    words: TextInput,
    is_typing: bool,
    cursor: usize,
    /// Making the card new was asked for once.
    is_reset_asked: bool,
    /// What learners flagged for the author.
    flags: Vec<ItemFlag>,
}

impl Keyed for CardBrowser {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        if self.is_typing { self.while_typing() } else { self.in_list(context) }
    }
}

impl Lifecycle for CardBrowser {
    fn width(&self) -> Width {
        Width::Text(OVERVIEW)
    }

    fn is_typing(&self) -> bool {
        self.is_typing
    }

    // How the cards stand after a round, or after a section was looked at.
    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        let before = self.chosen().map(|card| card.key.clone());
        self.cards = store.card_list(context.course, context.clock.today())?;
        self.flags = store.flags()?;
        self.shown.clear();
        self.look(context.clock);
        self.cursor = self.shown.iter().position(|&at| Some(&self.cards[at].key) == before.as_ref()).unwrap_or(0);
        Ok(())
    }
}

impl CardBrowser {
    fn in_list(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let chosen = self.chosen();
        let hold = if chosen.is_some_and(|card| card.hold.is_some()) { "resume" } else { "suspend" };
        let is_narrowed = !self.words.value().is_empty();
        let is_seen = chosen.is_some_and(|card| !card.state.is_new());
        let page = isize::try_from(self.list_height(context.height())).unwrap_or(1);
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.move_by(by)).quiet(),
            Binding::<Self>::new("Tab", "which", &[TAB], |s, c| s.next_filter(true, c.clock))
                .and(&[BACK_TAB], |s, c| s.next_filter(false, c.clock)),
            Binding::<Self>::new("o", "order", &[Char('o')], |s, c| s.next_order(c.clock)).quiet(),
            Binding::<Self>::new("f", "filter", &[Char('f')], |s, _| s.is_typing = true),
            Binding::new("s", hold, &[Char('s')], Self::toggle_suspended).once().when(chosen.is_some()),
            Binding::new("b", "bury", &[Char('b')], Self::bury).once().when(chosen.is_some()),
            Binding::new("x", "make new", &[Char('x')], Self::reset).once().quiet().when(is_seen),
            Binding::new("m", "practise", &[Char('m')], Self::practise).when(chosen.is_some()),
            Binding::new("F", "flag for the author", &[Char('F')], Self::flag).quiet().when(chosen.is_some()),
            Binding::new("⏎", "open the section", &[ENTER], Self::open_section).quiet().when(chosen.is_some()),
            Binding::<Self>::new("PgUp PgDn", "page", &[PAGE_UP], move |s, _| s.move_by(-page))
                .and(&[PAGE_DOWN, SPACE], move |s, _| s.move_by(page))
                .quiet(),
            Binding::<Self>::new("g G", "first, last", &[HOME, Char('g')], |s, _| s.move_by(isize::MIN))
                .and(&[END, Char('G')], |s, _| s.move_by(isize::MAX))
                .quiet(),
            Binding::<Self>::new("Esc", "show all", &[ESC], |s, c| s.widen(c.clock)).when(is_narrowed),
            Binding::back().when(!is_narrowed),
        ]
    }

    fn while_typing(&self) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("↑↓", "move", &[UP], |s, _| s.move_by(-1)).and(&[DOWN], |s, _| s.move_by(1)),
            Binding::<Self>::new("⏎", "keep filter", &[ENTER, TAB], |s, _| s.is_typing = false),
            Binding::<Self>::new("Esc", "show all", &[ESC], |s, c| s.widen(c.clock)),
        ]
    }

    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        let cards = store.card_list(course, with.clock.today())?;
        let mut browser = Self {
            cards,
            shown: Vec::new(),
            filter: CardFilter::All,
            order: CardOrder::Course,
            words: TextInput::default(),
            is_typing: false,
            cursor: 0,
            is_reset_asked: false,
            flags: store.flags()?,
        };
        browser.look(with.clock);
        Ok(browser)
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Key(key) => return self.key(*key, context),
            InputEvent::Paste(text) if self.is_typing => {
                for c in text.chars().filter(|c| !c.is_control()).take(100) {
                    self.words.handle(InputRequest::InsertChar(c));
                }
                self.look(context.clock);
            }
            InputEvent::Paste(_) | InputEvent::Keys(_) | InputEvent::Wake => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        let was_asked = std::mem::take(&mut self.is_reset_asked);
        self.is_reset_asked = was_asked && key.code == crossterm::event::KeyCode::Char('x');
        self.press(key, context).unwrap_or_else(|| {
            if self.is_typing {
                self.words.handle_event(&TerminalEvent::Key(key));
                self.look(context.clock);
            }
            Vec::new()
        })
    }

    fn chosen(&self) -> Option<&CardLine> {
        self.shown.get(self.cursor).map(|&at| &self.cards[at])
    }

    fn move_by(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(self.shown.len().saturating_sub(1));
    }

    fn next_filter(&mut self, more: bool, clock: &Clock) {
        self.filter = around(&CardFilter::ALL, &self.filter, more).unwrap_or(self.filter);
        self.look(clock);
    }

    fn next_order(&mut self, clock: &Clock) {
        self.order = around(&CardOrder::ALL, &self.order, true).unwrap_or(self.order);
        self.look(clock);
    }

    fn widen(&mut self, clock: &Clock) {
        self.words.reset();
        self.is_typing = false;
        self.look(clock);
    }

    /// Shows the cards that filter and words take; the chosen one stays chosen while it is shown.
    fn look(&mut self, clock: &Clock) {
        let before = self.chosen().map(|card| card.key.clone());
        let typed = fold(self.words.value());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let has_words = |card: &CardLine| {
            let text = fold(&format!("{} {} {}", card.front, card.back, card.key));
            words.iter().all(|word| text.contains(word))
        };
        let taken = self.cards.iter().filter(|card| self.filter.takes(card, clock));
        let mut found: Vec<&CardLine> = taken.filter(|card| words.is_empty() || has_words(card)).collect();
        self.order.sort(&mut found, clock);
        let places: std::collections::HashMap<_, _> =
            self.cards.iter().enumerate().map(|(at, c)| (&c.key, at)).collect();
        self.shown = found.iter().map(|card| places[&card.key]).collect();
        self.cursor = self.shown.iter().position(|&at| Some(&self.cards[at].key) == before.as_ref()).unwrap_or(0);
    }

    fn toggle_suspended(&mut self, context: &Context<'_>) -> Option<Effect> {
        let is_held = self.chosen()?.hold.is_some();
        self.hold((!is_held).then_some(Hold::Suspended), context)
    }

    fn bury(&mut self, context: &Context<'_>) -> Option<Effect> {
        self.hold(Some(Hold::Buried { until: context.clock.today().plus(1) }), context)
    }

    /// The row stays where it is, so that the next key finds it.
    fn hold(&mut self, hold: Option<Hold>, _: &Context<'_>) -> Option<Effect> {
        let at = *self.shown.get(self.cursor)?;
        self.cards[at].hold = hold;
        Some(Effect::Save(EventKind::CardsHeld { cards: vec![self.cards[at].key.clone()], hold }))
    }

    /// Makes the card new when it is asked for twice.
    fn reset(&mut self, _: &Context<'_>) -> Option<Effect> {
        if !std::mem::replace(&mut self.is_reset_asked, true) {
            return None;
        }
        self.is_reset_asked = false;
        let at = *self.shown.get(self.cursor)?;
        (self.cards[at].state, self.cards[at].recall) = (CardState::New, None);
        Some(Effect::Save(EventKind::CardsReset { cards: vec![self.cards[at].key.clone()] }))
    }

    /// A round of the cards shown, from the chosen one on; the schedule stays as it is.
    fn practise(&mut self, _: &Context<'_>) -> Effect {
        let round = self.shown.iter().skip(self.cursor).take(ROUND);
        Effect::Open(Place::CardPractice { cards: round.map(|&at| self.cards[at].key.clone()).collect() })
    }

    fn flag(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (lesson, card) = context.course.card(&self.chosen()?.key.card)?;
        Some(Effect::Open(Place::FlagForm { item: card.id.clone(), lesson: lesson.clone() }))
    }

    fn open_section(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (lesson, card) = context.course.card(&self.chosen()?.key.card)?;
        Some(Effect::Open(Place::Lesson { lesson: lesson.clone(), section: card.section.clone() }))
    }
}
