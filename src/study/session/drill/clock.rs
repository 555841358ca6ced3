//! The time that went by: looked at as often as the wall shows another second, logged with what is done, when it is up, and
//! otherwise every ten seconds, so that a drill that waits for its class hardly writes.

use super::seats::LOOK_AT_SEATS_MS;
use super::{DrillHost, Taken, moment};
use crate::study::drill::{Elapsed, Entry, Floor, Input, Moment, Stage, State};
use crate::study::event::EventKind;
use crate::study::time::Clock;

/// Milliseconds until the next look when a clock has run out and waits for an ordinary one.
const LOOK_MS: u64 = 1000;

/// Most milliseconds of a clock that a killed program loses.
const MOST_UNSAVED_MS: u64 = 10_000;

/// What catching up with the clock did.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct CaughtUp {
    /// What is to be saved, in order.
    pub events: Vec<EventKind>,
    /// Whether the time of the question, or of the turn, ran out meanwhile and closed it.
    pub time_is_up: bool,
    /// Whether it ran out meanwhile, and answers are called for.
    pub is_called: bool,
}

/// What was seen of the time since the last entry of a room.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TimeSeen {
    ms: u64,
    /// When it was looked at last.
    at: Option<Moment>,
}

impl TimeSeen {
    /// Nothing yet, since `at`.
    pub(super) fn since(at: Option<Moment>) -> Self {
        Self { ms: 0, at }
    }

    /// Milliseconds that were seen.
    pub(super) fn ms(self) -> u64 {
        self.ms
    }

    /// With a look at `now`, and whether it was an ordinary one.
    fn looked(self, now: Moment) -> (Self, bool) {
        let step = Elapsed::between(self.at.unwrap_or(now), now);
        (Self { ms: self.ms.saturating_add(step.ms), at: Some(now) }, !step.jumped)
    }

    /// The same for a caller that looks when it has something to do, however long that took.
    fn caught_up(self, now: Moment) -> Self {
        let gone = u64::try_from(now.0.saturating_sub(self.at.unwrap_or(now).0)).unwrap_or(0);
        Self { ms: self.ms.saturating_add(gone), at: Some(now) }
    }
}

impl DrillHost {
    /// Looks at the clock, where one runs. What comes of it is to be saved: mostly nothing.
    pub fn tick(&mut self, clock: &Clock) -> Taken {
        if !self.room().needs_ticks() {
            return Taken::default();
        }
        let (seen, is_ordinary) = self.seen.looked(moment(clock));
        self.seen = seen;
        // A clock that jumped ends nothing; the next look does.
        if is_ordinary && (self.time_is_up() || self.is_unsaved()) { self.log_time() } else { Taken::default() }
    }

    /// Lets the clock run on to now, for a caller that does not tick. It stops where the time is up: what comes then was not
    /// said yet, so its time does not run.
    pub fn catch_up(&mut self, clock: &Clock) -> CaughtUp {
        if !self.room().needs_ticks() {
            return CaughtUp { events: Vec::new(), time_is_up: false, is_called: false };
        }
        let (before, left) = (self.floor().cloned(), self.room().left_after(self.seen.ms));
        self.seen = self.seen.caught_up(moment(clock));
        let is_called =
            self.room().calls_at_zero() && left > Some(0) && self.room().left_after(self.seen.ms) == Some(0);
        let taken = if self.time_is_up() || self.is_unsaved() { self.log_time() } else { Taken::default() };
        CaughtUp { events: taken.events, time_is_up: self.floor() != before.as_ref(), is_called }
    }

    /// Milliseconds left for the question in play; `None` without a clock.
    #[must_use]
    pub fn left_ms(&self, clock: &Clock) -> Option<u64> {
        self.room().left_after(self.seen.looked(moment(clock)).0.ms)
    }

    /// Milliseconds until the second on the clock changes, or the seats are looked at; `None` when nothing more changes by itself.
    #[must_use]
    pub fn wakes_in_ms(&self, clock: &Clock) -> Option<u64> {
        let second = self.second_changes_in_ms(clock);
        match &self.seats {
            Some(_) if !self.room().is_over() => Some(second.unwrap_or(LOOK_AT_SEATS_MS).min(LOOK_AT_SEATS_MS)),
            _ => second,
        }
    }

    fn second_changes_in_ms(&self, clock: &Clock) -> Option<u64> {
        if !self.room().needs_ticks() {
            return None;
        }
        match self.left_ms(clock)? {
            0 if self.room().calls_at_zero() => None,
            0 => Some(LOOK_MS),
            left => Some((left - 1) % 1000 + 1),
        }
    }

    /// `what` with the time that was seen to pass before it, where a clock runs.
    pub(super) fn entry(&self, at: Moment, what: Input) -> Entry {
        let seen = self.seen.looked(at).0.ms;
        Entry { at, ran_ms: self.room().needs_ticks().then_some(seen), what }
    }

    /// Logs what was seen of the time until the last look, as far as there was any left.
    fn log_time(&mut self) -> Taken {
        let left = self.room().left_after(0).unwrap_or(0);
        let entry =
            Entry { at: self.seen.at.unwrap_or_default(), ran_ms: Some(self.seen.ms.min(left)), what: Input::Tick };
        self.apply(entry)
    }

    /// Whether a look at the clock ends something.
    fn time_is_up(&self) -> bool {
        self.room().left_after(self.seen.ms) == Some(0) && !self.room().calls_at_zero()
    }

    /// Whether more of the clock ran than a kill may cost.
    fn is_unsaved(&self) -> bool {
        self.seen.ms.min(self.room().left_after(0).unwrap_or(0)) >= MOST_UNSAVED_MS
    }

    /// Who may answer; `None` unless a question is open.
    fn floor(&self) -> Option<&Floor> {
        match self.room().state() {
            State::Live(Stage::Open(open)) => Some(&open.floor),
            State::Live(_) | State::Paused(_) | State::Done(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
