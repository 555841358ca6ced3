//! Flashcards as lines: front, back, a grade.

use std::collections::HashMap;

use jiff::Timestamp;

use super::card_faces::Sides;
use super::card_prompt::{self, Wish};
use super::error::quietly;
use super::session::Session;
use super::wording::{count, source};
use super::{Console, Outcome, PlainError, text};
use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::{CardKey, LessonOutline};
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::{CardState, Grade, Scheduler, Settings, fuzz_seed};
use crate::study::queue::{Deck, Limits, Next, Queue};
use crate::study::time::Clock;

/// Asks the cards that are due today, of one lesson or of all.
///
/// # Errors
/// When something could not be saved, or a line not be read or written.
pub fn cards(
    course: &Course,
    store: &mut Store,
    lesson: Option<&Id>,
    limits: Limits,
    seed: Option<u64>,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    let review = Review::open(course, store, lesson, limits, seed, &clock())?;
    quietly(review.through(Session { course, store, clock, console }))
}

/// A review session.
struct Review {
    queue: Queue,
    states: HashMap<CardKey, CardState>,
    scheduler: Scheduler,
    seed: u64,
    /// What was graded in this session, so that it can be undone.
    done: Vec<Graded>,
}

struct Graded {
    key: CardKey,
    before: CardState,
    grade: Grade,
    event: EventId,
}

impl Review {
    fn open(
        course: &Course,
        store: &Store,
        lesson: Option<&Id>,
        limits: Limits,
        seed: Option<u64>,
        clock: &Clock,
    ) -> Result<Self, StoreError> {
        let states = store.card_states()?;
        let wanted = |o: &&LessonOutline| lesson.is_none_or(|l| l == &o.id);
        let keys: Vec<CardKey> = course.outlines().iter().filter(wanted).flat_map(|o| o.cards.clone()).collect();
        let deck = Deck { keys: &keys, states: &states, done: store.day_counts(clock.today())?, limits };
        let queue = Queue::new(&deck, clock, seed.unwrap_or_else(|| u64::from(clock.today().0.unsigned_abs())));
        Ok(Self {
            queue,
            states,
            scheduler: Scheduler::new(Settings::default()),
            seed: seed.unwrap_or(0),
            done: Vec::new(),
        })
    }

    fn through(mut self, mut session: Session<'_, '_>) -> Result<Outcome, PlainError> {
        loop {
            let now = (session.clock)();
            let (wish, ended) = match self.queue.next(&now) {
                Next::Card(key) => (self.card(&mut session, &key, now.now)?, Outcome::Left),
                Next::Wait(until) => (self.end(&mut session, Some(until), &now)?, Outcome::Done),
                Next::Done => (self.end(&mut session, None, &now)?, Outcome::Done),
            };
            match wish {
                Wish::Leave => return Ok(ended),
                Wish::Undo => self.undo(&mut session)?,
                Wish::Turn | Wish::Grade(_) => {}
            }
        }
    }

    /// Front, back, grade.
    fn card(&mut self, session: &mut Session<'_, '_>, key: &CardKey, since: Timestamp) -> Result<Wish, PlainError> {
        let Some((lesson, card)) = session.course.card(&key.card) else { return Ok(Wish::Leave) };
        let counts = self.queue.counts();
        session.console.gap()?;
        let title = session.course.title(lesson);
        session
            .console
            .say(&format!("Card on {title} ({} learning, {} due, {} new)", counts.learning, counts.due, counts.new))?;
        let sides = Sides::of(card, key.side);
        text::say(session.console, session.course, &sides.shown)?;
        let turned = card_prompt::ask(
            session.console,
            "Press Enter to turn the card; u takes the last grade back, q leaves.",
            card_prompt::turning,
        )?;
        if !matches!(turned, Wish::Turn) {
            return Ok(turned);
        }
        let state = self.states.get(key).copied().unwrap_or_default();
        let outcomes = self.scheduler.outcomes(&state, &(session.clock)(), fuzz_seed(key, &state) ^ self.seed);
        text::say(session.console, session.course, &sides.answer)?;
        session.console.say(&source(session.course, &card.cite, lesson, card.section.as_ref()))?;
        let wish = card_prompt::ask(session.console, &card_prompt::grades(&outcomes), card_prompt::grading)?;
        if let Wish::Grade(grade) = wish {
            self.grade(session, key, (state, outcomes.of(grade).after, grade), since)?;
        }
        Ok(wish)
    }

    fn grade(
        &mut self,
        session: &mut Session<'_, '_>,
        key: &CardKey,
        (before, after, grade): (CardState, CardState, Grade),
        since: Timestamp,
    ) -> Result<(), PlainError> {
        let now = (session.clock)();
        let event = session.save(
            &now,
            EventKind::Reviewed { card: key.clone(), grade, before, after, took_ms: now.ms_since(since) },
        )?;
        self.states.insert(key.clone(), after);
        self.queue.answered(key, &after);
        self.done.push(Graded { key: key.clone(), before, grade, event });
        Ok(())
    }

    /// Takes the last grade back; that card comes next.
    fn undo(&mut self, session: &mut Session<'_, '_>) -> Result<(), PlainError> {
        let Some(last) = self.done.pop() else { return session.console.say("There is no grade to take back.") };
        session.save(&(session.clock)(), EventKind::Undone { event: last.event })?;
        self.queue.undo(&last.key, &last.before);
        self.states.insert(last.key, last.before);
        session.console.say("The last grade was taken back.")
    }

    /// Nothing to show: the last grade can still be taken back.
    fn end(&self, session: &mut Session<'_, '_>, until: Option<Timestamp>, now: &Clock) -> Result<Wish, PlainError> {
        session.console.gap()?;
        match until {
            Some(until) => {
                let at = until.to_zoned(now.zone.clone()).strftime("%H:%M").to_string();
                session.console.say(&format!(
                    "Nothing to show just now: the next card in its learning steps comes back at {at}. Nothing is lost."
                ))?;
            }
            None if self.done.is_empty() => session.console.say("No cards are due.")?,
            None => session.console.say("All done for today.")?,
        }
        self.summary(session)?;
        if self.done.is_empty() {
            return Ok(Wish::Leave);
        }
        card_prompt::ask(session.console, "Press Enter to end; u takes the last grade back.", card_prompt::ending)
    }

    fn summary(&self, session: &mut Session<'_, '_>) -> Result<(), PlainError> {
        let remembered = self.done.iter().filter(|d| d.grade != Grade::Again).count();
        match self.done.len() {
            0 => Ok(()),
            n => session.console.say(&format!("{} reviewed, {remembered} remembered.", count(n, "card"))),
        }
    }
}
