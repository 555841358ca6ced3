//! The time that went by, as ticks.

use super::{DrillHost, Taken, moment};
use crate::study::drill::{Entry, Floor, Input, MOST_STEP_MS, Moment, Stage, State};
use crate::study::event::EventKind;
use crate::study::time::Clock;

/// Milliseconds between two ticks when a clock has run out and waits for an ordinary one.
const TICK_MS: u64 = 1000;

/// What catching up with the clock did.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct CaughtUp {
    /// What is to be saved, in order.
    pub events: Vec<EventKind>,
    /// Whether the time of the question, or of the turn, ran out meanwhile.
    pub time_is_up: bool,
}

impl DrillHost {
    /// A tick now, where a clock runs.
    pub fn tick(&mut self, clock: &Clock) -> Taken {
        if self.room().needs_ticks() { self.take(clock, Input::Tick) } else { Taken::default() }
    }

    /// Lets the clock run on to now, for a caller that does not tick. It stops where the time is up: what comes then was not
    /// said yet, so its time does not run.
    pub fn catch_up(&mut self, clock: &Clock) -> CaughtUp {
        let (mut events, before) = (Vec::new(), self.floor().cloned());
        while let Some(at) = self.next_tick(moment(clock)) {
            events.extend(self.apply(Entry { at, what: Input::Tick }).events);
            if self.floor() != before.as_ref() {
                return CaughtUp { events, time_is_up: true };
            }
        }
        CaughtUp { events, time_is_up: false }
    }

    /// Milliseconds left for the question in play; `None` without a clock.
    #[must_use]
    pub fn left_ms(&self, clock: &Clock) -> Option<u64> {
        self.room().left_ms(moment(clock))
    }

    /// Milliseconds until the second on the clock changes; `None` when nothing more changes by itself.
    #[must_use]
    pub fn wakes_in_ms(&self, clock: &Clock) -> Option<u64> {
        if !self.room().needs_ticks() {
            return None;
        }
        match self.left_ms(clock)? {
            0 if self.counts_hands() => None,
            0 => Some(TICK_MS),
            left => Some((left - 1) % 1000 + 1),
        }
    }

    /// Who may answer; `None` unless a question is open.
    fn floor(&self) -> Option<&Floor> {
        match self.room().state() {
            State::Live(Stage::Open(open)) => Some(&open.floor),
            State::Live(_) | State::Paused(_) | State::Done(_) => None,
        }
    }

    /// Hands are still counted when the time is up.
    fn counts_hands(&self) -> bool {
        matches!(self.floor(), Some(Floor::Hands(_)))
    }

    /// The moment of the next tick up to `now`; `None` when no clock runs, or it has run out and hands are still counted.
    fn next_tick(&self, now: Moment) -> Option<Moment> {
        let last = self.room().last().filter(|&last| last < now && self.room().needs_ticks())?;
        let out = self.room().left_ms(last) == Some(0);
        let step = i64::try_from(MOST_STEP_MS).unwrap_or(i64::MAX);
        (!(self.counts_hands() && out)).then(|| Moment(last.0.saturating_add(step).min(now.0)))
    }
}
