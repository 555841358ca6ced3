//! What every activity works with.

use super::{Console, PlainError, look_up, text};
use crate::course::Course;
use crate::course::markdown::Paragraph;
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{Event, EventId, EventKind, FLAG_NOTE_LENGTH};
use crate::study::time::Clock;

/// One learner's activity under way: what is learned, where progress is kept, the time, and whom it talks to.
pub struct Session<'a> {
    pub course: &'a Course,
    pub store: &'a mut Store,
    pub clock: &'a dyn Fn() -> Clock,
    /// The seed that was given for all that is drawn by chance.
    pub seed: Option<u64>,
    pub console: Console<'a>,
}

impl Session<'_> {
    /// The same session for an activity that is a part of this one.
    pub(super) fn lent(&mut self) -> Session<'_> {
        let Self { course, clock, seed, .. } = *self;
        Session { course, store: &mut *self.store, clock, seed, console: self.console.lent() }
    }

    pub(super) fn now(&self) -> Clock {
        (self.clock)()
    }

    /// Appends `what` to the learner's log. When this returns, it is on disk; only then may a line speak of it.
    pub(super) fn save(&mut self, clock: &Clock, what: EventKind) -> Result<EventId, PlainError> {
        let event = Event { at: clock.now, what };
        match self.store.append(&event, clock.today()) {
            // What was saved is safe again; the learner is told, and nothing is left to choose.
            Err(error @ StoreError::Displaced { .. }) => {
                let id = self.store.append(&event, clock.today())?;
                self.console.say(&format!("Note: {error}."))?;
                Ok(id)
            }
            done => Ok(done?),
        }
    }

    /// Keeps a flag on a question or card for its author.
    pub(super) fn flag(&mut self, item: &Id, lesson: &Id, note: &str) -> Result<(), PlainError> {
        let note: String = note.chars().take(FLAG_NOTE_LENGTH).collect();
        let flagged = EventKind::ItemFlagged { item: item.clone(), lesson: lesson.clone(), note: Some(note) };
        self.save(&self.now(), flagged)?;
        self.say("Flagged for the author.")
    }

    /// A paragraph.
    pub(super) fn say(&mut self, words: &str) -> Result<(), PlainError> {
        self.console.say(words)
    }

    /// A paragraph behind `marker`.
    pub(super) fn say_after(&mut self, marker: &str, words: &str) -> Result<(), PlainError> {
        self.console.say_after(marker, words)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> Result<(), PlainError> {
        self.console.gap()
    }

    /// Asks for a line. The end of input leaves.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<String, PlainError> {
        self.console.ask(prompt)?.ok_or(PlainError::Left)
    }

    /// The same, where `? words` looks the words up first.
    pub(super) fn ask_or_look_up(&mut self, prompt: &str) -> Result<String, PlainError> {
        loop {
            let line = self.ask(prompt)?;
            match look_up::asked_for(&line) {
                Some(words) => look_up::answer(&mut self.console, self.course, words)?,
                None => return Ok(line),
            }
        }
    }

    /// Asks until a number from 1 to `n` is typed: its place, from 0. `q` leaves.
    pub(super) fn ask_number(&mut self, prompt: &str, n: usize) -> Result<usize, PlainError> {
        loop {
            let line = self.ask_or_look_up(prompt)?;
            if matches!(line.to_lowercase().as_str(), "q" | "quit") {
                return Err(PlainError::Left);
            }
            match number(&line, n) {
                Some(at) => return Ok(at),
                None => self.say(&format!("Type one number from 1 to {n}."))?,
            }
        }
    }

    /// Says a text that an author wrote.
    pub(super) fn say_text(&mut self, markdown: &str) -> Result<(), PlainError> {
        text::say(&mut self.console, self.course, markdown)
    }

    /// The same, read already.
    pub(super) fn say_paragraphs(&mut self, text: &[Paragraph]) -> Result<(), PlainError> {
        text::say_paragraphs(&mut self.console, self.course, text)
    }

    /// A text that an author wrote, in one line.
    pub(super) fn inline(&self, markdown: &str) -> String {
        text::inline(self.course, markdown)
    }
}

/// The place, from 0, that a typed number from 1 to `n` names.
pub(super) fn number(line: &str, n: usize) -> Option<usize> {
    line.trim_end_matches(['.', ')']).parse::<usize>().ok()?.checked_sub(1).filter(|&at| at < n)
}
