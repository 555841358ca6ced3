//! Flashcards: front, then back with the four grades and the interval each would give.

mod draw;
mod face;

use std::collections::HashMap;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::{CardState, Grade, Outcomes, Scheduler, Settings, fuzz_seed};
use crate::study::queue::{Deck, Next, Queue};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, KeyHint, SPACE};

/// A review session.
pub struct Cards {
    queue: Queue,
    states: HashMap<CardKey, CardState>,
    scheduler: Scheduler,
    face: Shown,
    since: Timestamp,
    /// What was graded in this session, so that it can be undone.
    done: Vec<Done>,
    graded: usize,
    remembered: usize,
}

/// What is on show.
enum Shown {
    Front(CardKey),
    Back(CardKey, Box<Outcomes>),
    /// A card in the learning steps comes back at this time.
    Wait(Timestamp),
    Finished,
}

struct Done {
    key: CardKey,
    before: CardState,
    grade: Grade,
    event: Option<EventId>,
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
        let states = store.card_states()?;
        let of = |o: &&crate::course::outline::LessonOutline| lesson.as_ref().is_none_or(|l| l == &o.id);
        let keys: Vec<CardKey> = course.outlines().iter().filter(of).flat_map(|o| o.cards.clone()).collect();
        let deck =
            Deck { keys: &keys, states: &states, done: store.day_counts(with.clock.today())?, limits: with.limits };
        let seed = with.seed.unwrap_or_else(|| u64::from(with.clock.today().0.unsigned_abs()));
        let queue = Queue::new(&deck, with.clock, seed);
        let mut cards = Self {
            queue,
            states,
            scheduler: Scheduler::new(Settings::default()),
            face: Shown::Finished,
            since: with.clock.now,
            done: Vec::new(),
            graded: 0,
            remembered: 0,
        };
        cards.show_next(with.clock);
        Ok(cards)
    }

    fn show_next(&mut self, clock: &crate::study::time::Clock) {
        self.since = clock.now;
        self.face = match self.queue.next(clock) {
            Next::Card(key) => Shown::Front(key),
            Next::Wait(until) => Shown::Wait(until),
            Next::Done => Shown::Finished,
        };
    }

    fn state(&self, key: &CardKey) -> CardState {
        self.states.get(key).copied().unwrap_or_default()
    }

    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        if let (EventKind::Reviewed { .. }, Some(done)) = (what, self.done.last_mut()) {
            done.event = Some(id);
        }
    }

    pub fn wake_at(&self) -> Option<Timestamp> {
        if let Shown::Wait(until) = self.face { Some(until) } else { None }
    }

    fn bindings(&self) -> Vec<Binding<Act>> {
        let undo = Binding::new("u", "undo", &[Chord::Char('u'), Chord::Ctrl('_')], Act::Undo);
        let leave = Binding::new("Esc", "leave", &[ESC, Chord::Char('q')], Act::Leave);
        let mut table = match &self.face {
            Shown::Front(_) => vec![Binding::new("space", "turn the card", &[SPACE, ENTER], Act::Turn)],
            Shown::Back(..) => {
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
            Shown::Wait(_) | Shown::Finished => vec![Binding::new("⏎", "home", &[ENTER, SPACE], Act::Leave)],
        };
        if !self.done.is_empty() {
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
                if matches!(self.face, Shown::Wait(_)) {
                    self.show_next(context.clock);
                }
                return Vec::new();
            }
            InputEvent::Paste(_) | InputEvent::Keys(_) => return Vec::new(),
            InputEvent::Key(key) => key,
        };
        match keys::action(&self.bindings(), *key) {
            Some(Act::Turn) => self.turn(context),
            Some(Act::Grade(grade)) => return self.grade(grade, context),
            Some(Act::Undo) => return self.undo(context),
            Some(Act::Section) => return self.section(context),
            Some(Act::Leave) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    fn turn(&mut self, context: &Context<'_>) {
        if let Shown::Front(key) = &self.face {
            let state = self.state(key);
            let seed = fuzz_seed(key, &state) ^ context.seed.unwrap_or(0);
            let outcomes = self.scheduler.outcomes(&state, context.clock, seed);
            self.face = Shown::Back(key.clone(), Box::new(outcomes));
        }
    }

    fn grade(&mut self, grade: Grade, context: &Context<'_>) -> Vec<Effect> {
        let Shown::Back(key, outcomes) = &self.face else { return Vec::new() };
        let (key, before, after) = (key.clone(), self.state(key), outcomes.of(grade).after);
        let took_ms = context.clock.ms_since(self.since);
        self.states.insert(key.clone(), after);
        self.queue.answered(&key, &after);
        self.done.push(Done { key: key.clone(), before, grade, event: None });
        self.graded += 1;
        self.remembered += usize::from(grade != Grade::Again);
        self.show_next(context.clock);
        vec![Effect::Save(EventKind::Reviewed { card: key, grade, before, after, took_ms })]
    }

    /// Takes the last grade back and shows that card again.
    fn undo(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(done) = self.done.pop() else { return Vec::new() };
        self.queue.undo(&done.key, &done.before);
        self.states.insert(done.key.clone(), done.before);
        self.graded -= 1;
        self.remembered -= usize::from(done.grade != Grade::Again);
        self.face = Shown::Front(done.key);
        self.since = context.clock.now;
        done.event.map(|event| Effect::Save(EventKind::Undone { event })).into_iter().collect()
    }

    fn section(&self, context: &Context<'_>) -> Vec<Effect> {
        let (Shown::Front(key) | Shown::Back(key, _)) = &self.face else { return Vec::new() };
        let place = context
            .course
            .card(&key.card)
            .map(|(lesson, card)| Place::Lesson { lesson: lesson.clone(), section: Some(card.section.clone()) });
        place.map(Effect::Open).into_iter().collect()
    }
}
