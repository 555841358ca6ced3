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
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, KeyHint, SPACE};

/// The cards that are due.
pub struct Cards {
    session: ReviewSession,
}

#[derive(Clone, Copy)]
enum Act {
    Turn,
    Grade(Grade),
    Undo,
    Section,
    Leave,
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

    fn bindings(&self) -> Vec<Binding<Act>> {
        let undo = Binding::new("u", "undo", &[Chord::Char('u'), Chord::Ctrl('_')], Act::Undo);
        let leave = Binding::new("Esc", "leave", &[ESC, Chord::Char('q')], Act::Leave);
        let mut table = match self.session.showing() {
            Showing::Front(_) => vec![Binding::new("space", "turn the card", &[SPACE, ENTER], Act::Turn)],
            Showing::Back(..) => {
                let grade = |c, g| (Chord::Char(c), Act::Grade(g));
                let grades = vec![
                    grade('1', Grade::Again),
                    grade('2', Grade::Hard),
                    grade('3', Grade::Good),
                    grade('4', Grade::Easy),
                ];
                let good = Binding::new("space", "good", &[SPACE, ENTER], Act::Grade(Grade::Good));
                vec![
                    Binding::each("1-4", "grade", grades),
                    good,
                    Binding::new("o", "open the section", &[Chord::Char('o')], Act::Section),
                ]
            }
            Showing::Waiting(_) | Showing::Finished => vec![Binding::new("⏎", "home", &[ENTER, SPACE], Act::Leave)],
        };
        if self.session.can_undo() {
            table.push(undo);
        }
        table.push(leave);
        table
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<KeyHint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let key = match input {
            InputEvent::Wake => {
                self.session.wake(context.clock);
                return Vec::new();
            }
            InputEvent::Paste(_) | InputEvent::Keys(_) => return Vec::new(),
            InputEvent::Key(key) => key,
        };
        let saved = match keys::action(&self.bindings(), *key) {
            Some(Act::Turn) => {
                self.session.turn(context.clock);
                None
            }
            Some(Act::Grade(grade)) => self.session.grade(grade, context.clock),
            Some(Act::Undo) => self.session.undo(context.clock),
            Some(Act::Section) => return self.section(context),
            Some(Act::Leave) => return vec![Effect::Back],
            None => None,
        };
        saved.map(Effect::Save).into_iter().collect()
    }

    fn section(&self, context: &Context<'_>) -> Vec<Effect> {
        let card = self.session.card().and_then(|key| context.course.card(&key.card));
        let place = card.map(|(lesson, card)| Place::Lesson { lesson: lesson.clone(), section: card.section.clone() });
        place.map(Effect::Open).into_iter().collect()
    }
}
