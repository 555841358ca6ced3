//! The time that went by while a line was awaited.

use super::{Drilling, moment};
use crate::plain::PlainError;
use crate::study::drill::{Entry, Floor, Input, MOST_STEP_MS, Moment, Stage, State};

/// What the time did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// The question, or the turn, is as it was.
    Nothing,
    /// The time was up before the line came.
    Up,
}

impl Drilling<'_> {
    /// Lets the clock run on to now. It stops where the time is up: what comes then was not said yet, so its time does
    /// not run.
    pub(super) fn pass_time(&mut self) -> Result<Passed, PlainError> {
        let now = self.session.now();
        let before = self.on_the_floor();
        while let Some(at) = self.next_tick(moment(&now)) {
            self.take(&now, Entry { at, what: Input::Tick })?;
            if self.on_the_floor() != before {
                return Ok(Passed::Up);
            }
        }
        Ok(Passed::Nothing)
    }

    /// The moment of the next tick up to `now`; `None` when no clock runs, or it has run out and hands are still counted.
    fn next_tick(&self, now: Moment) -> Option<Moment> {
        let last = self.room.last().filter(|&last| last < now && self.room.needs_ticks())?;
        let votes = matches!(self.on_the_floor(), Some(Floor::Hands(_)));
        let out = self.room.left_ms(last) == Some(0);
        let step = i64::try_from(MOST_STEP_MS).unwrap_or(i64::MAX);
        (!(votes && out)).then(|| Moment(last.0.saturating_add(step).min(now.0)))
    }

    fn on_the_floor(&self) -> Option<Floor> {
        match self.room.state() {
            State::Live(Stage::Open(open)) => Some(open.floor.clone()),
            _ => None,
        }
    }

    /// "The time is up …", where it is.
    pub(super) fn say_time_is_up(&mut self) -> Result<(), PlainError> {
        let said = match self.on_the_floor() {
            Some(_) => "The time is up: the question passes on.",
            None => "The time is up: the question is closed. `more` opens it again.",
        };
        self.say(said)
    }

    /// "12 s left", when a clock runs.
    pub(super) fn left(&self) -> Option<String> {
        let ms = self.room.left_ms(moment(&self.session.now()))?;
        Some(format!("{} s left", ms.div_ceil(1000)))
    }
}
