//! Flashcards: front, then back with the four grades and the interval each would give.

mod draw;
mod face;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::Grade;
use crate::study::session::{ReviewDeck, ReviewSession, Showing};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::{self, Char};
use crate::ui::keys::{ENTER, ESC, SPACE, digits};

/// The cards that are due.
pub struct Cards {
    session: ReviewSession,
}

impl Keyed for Cards {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let (front, back) = match self.session.showing() {
            Showing::Front(_) => (true, false),
            Showing::Back(..) => (false, true),
            Showing::Waiting(_) | Showing::Finished => (false, false),
        };
        let undo = |s: &mut Self, context: &Context<'_>| s.session.undo(context.clock).map(Effect::Save);
        vec![
            Binding::<Self>::new("space", "turn the card", &[SPACE, ENTER], |s, context| s.session.turn(context.clock))
                .when(front),
            Binding::<Self>::picks("1-4", "grade", digits(Grade::ALL.len()), |s, at, context| {
                s.grade(Grade::ALL[at], context)
            })
            .when(back),
            Binding::<Self>::new("space", "good", &[SPACE, ENTER], |s, context| s.grade(Grade::Good, context))
                .when(back),
            Binding::new("o", "open the section", &[Char('o')], Self::open_section).when(back),
            Binding::new("⏎", "home", &[ENTER, SPACE], |_, _| Effect::Back).when(!front && !back),
            Binding::new("u", "undo", &[Char('u'), Chord::Ctrl('_')], undo).when(self.session.can_undo()),
            Binding::new("Esc", "leave", &[ESC, Char('q')], |_, _| Effect::Back),
        ]
    }
}

impl Cards {
    pub fn open(store: &Store, course: &Course, lesson: Option<Id>, with: &Opening<'_>) -> Result<Self, StoreError> {
        let (states, done) = (store.card_states()?, store.day_counts(with.clock.today())?);
        let deck = ReviewDeck { lesson, states, done, limits: with.limits, seed: with.seed };
        Ok(Self { session: ReviewSession::new(course, deck, with.clock) })
    }

    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        if matches!(what, EventKind::Reviewed { .. }) {
            self.session.saved(id);
        }
    }

    pub fn wake_at(&self) -> Option<Timestamp> {
        self.session.wakes_at()
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Wake => self.session.wake(context.clock),
            InputEvent::Paste(_) | InputEvent::Keys(_) => {}
            InputEvent::Key(key) => return self.press(*key, context).unwrap_or_default(),
        }
        Vec::new()
    }

    fn grade(&mut self, grade: Grade, context: &Context<'_>) -> Option<Effect> {
        self.session.grade(grade, context.clock).map(Effect::Save)
    }

    fn open_section(&mut self, context: &Context<'_>) -> Option<Effect> {
        let (lesson, card) = context.course.card(&self.session.card()?.card)?;
        Some(Effect::Open(Place::Lesson { lesson: lesson.clone(), section: card.section.clone() }))
    }
}
