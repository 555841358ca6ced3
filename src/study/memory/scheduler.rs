//! The four outcomes of a review, all at once: the buttons show them, answering picks one.

use fsrs::{FSRS, ItemState, NextStates};
use jiff::ToSpan;

use super::{CardState, Grade, Memory, Wait, fuzz};
use crate::study::time::Clock;

/// How cards are scheduled.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Wanted chance of recall when a card comes back; held between 0.7 and 0.99.
    pub retention: f32,
    /// Minutes between the showings of a card on its first day. None: it is scheduled in days at once.
    pub learning_steps: Vec<u32>,
    /// The same after a lapse.
    pub relearning_steps: Vec<u32>,
    pub max_interval_days: u32,
    /// Whether intervals in days are spread a little.
    pub fuzz: bool,
}

impl Default for Settings {
    /// Anki's defaults.
    fn default() -> Self {
        Self {
            retention: 0.9,
            learning_steps: vec![1, 10],
            relearning_steps: vec![10],
            max_interval_days: 36_500,
            fuzz: true,
        }
    }
}

/// Gives the outcomes of reviews.
#[derive(Clone, Debug)]
pub struct Scheduler {
    settings: Settings,
    fsrs: FSRS,
}

/// What one grade leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    pub after: CardState,
    pub wait: Wait,
}

/// What each grade leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcomes {
    pub again: Outcome,
    pub hard: Outcome,
    pub good: Outcome,
    pub easy: Outcome,
}

impl Outcomes {
    #[must_use]
    pub fn of(&self, grade: Grade) -> &Outcome {
        match grade {
            Grade::Again => &self.again,
            Grade::Hard => &self.hard,
            Grade::Good => &self.good,
            Grade::Easy => &self.easy,
        }
    }
}

impl Default for Scheduler {
    fn default() -> Self {
        Self::new(Settings::default())
    }
}

impl Scheduler {
    /// FSRS-6 with its default parameters; building it is a matter of copying 21 numbers.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings, fsrs: FSRS::default() }
    }

    /// What each grade given now leads to. `fuzz_seed`: see [`super::fuzz_seed`].
    #[must_use]
    pub fn outcomes(&self, state: &CardState, clock: &Clock, fuzz_seed: u64) -> Outcomes {
        let review = Review {
            settings: &self.settings,
            clock,
            next: self.next_states(state, clock),
            place: self.settings.fuzz.then(|| fuzz::place(fuzz_seed)),
            reviews: state.reviews().saturating_add(1),
        };
        match *state {
            CardState::New => review.of_steps(&self.settings.learning_steps, 0, 0),
            CardState::Learning { step, lapses: 0, .. } => review.of_steps(&self.settings.learning_steps, step, 0),
            CardState::Learning { step, lapses, .. } => review.of_steps(&self.settings.relearning_steps, step, lapses),
            CardState::Review { last, due, lapses, .. } => {
                let interval = u32::try_from(due.since(last)).unwrap_or(0);
                review.of_days(interval, due <= clock.today(), lapses)
            }
        }
    }

    fn next_states(&self, state: &CardState, clock: &Clock) -> NextStates {
        // A memory that is no number (a log edited by hand) starts afresh.
        let memory = state.memory().filter(|m| m.stability_days.is_finite() && m.difficulty.is_finite());
        let days = state.last().and_then(|last| u32::try_from(clock.today().since(last)).ok()).unwrap_or(0);
        let retention =
            if self.settings.retention.is_finite() { self.settings.retention.clamp(0.7, 0.99) } else { 0.9 };
        #[expect(clippy::expect_used, reason = "FSRS refuses only what is not finite, and that was filtered out above")]
        self.fsrs
            .next_states(memory.map(Into::into), retention, days)
            .expect("finite memories stay finite: FSRS clamps them")
    }
}

/// One review about to be graded.
struct Review<'a> {
    settings: &'a Settings,
    clock: &'a Clock,
    next: NextStates,
    /// Where in its fuzz range an interval falls; `None` without fuzz.
    place: Option<f64>,
    reviews: u32,
}

impl Review<'_> {
    /// A card in the steps. As in Anki, "hard" at the first of several steps waits the mean of it and the second.
    fn of_steps(&self, steps: &[u32], step: u8, lapses: u16) -> Outcomes {
        let at = usize::from(step).min(steps.len().saturating_sub(1));
        let again = match steps.first() {
            Some(&minutes) => self.in_minutes(&self.next.again, 0, minutes, lapses),
            None => self.in_days(&self.next.again, 1, lapses),
        };
        let hard = match hard_minutes(steps, at) {
            Some(minutes) => self.in_minutes(&self.next.hard, at, minutes, lapses),
            None => self.in_days(&self.next.hard, 1, lapses),
        };
        let good = match steps.get(at + 1) {
            Some(&minutes) => self.in_minutes(&self.next.good, at + 1, minutes, lapses),
            None => self.in_days(&self.next.good, day_after(&hard), lapses),
        };
        let easy = self.in_days(&self.next.easy, day_after(&good), lapses);
        Outcomes { again, hard, good, easy }
    }

    /// A card that comes back on a day, after `interval` days of planned waiting; `is_due` when they are over.
    fn of_days(&self, interval: u32, is_due: bool, lapses: u16) -> Outcomes {
        let forgotten = lapses.saturating_add(1);
        let again = match self.settings.relearning_steps.first() {
            Some(&minutes) => self.in_minutes(&self.next.again, 0, minutes, forgotten),
            None => self.in_days(&self.next.again, 1, forgotten),
        };
        let hard = self.in_days(&self.next.hard, longer_than(interval, &self.next.hard), lapses);
        // Fuzz may have made the last interval longer than FSRS gives now: remembered when it was due, it is not taken back.
        let kept = if is_due { interval } else { 1 };
        let least = longer_than(interval, &self.next.good).max(day_after(&hard)).max(kept);
        let good = self.in_days(&self.next.good, least, lapses);
        let easy = self.in_days(&self.next.easy, longer_than(interval, &self.next.easy).max(day_after(&good)), lapses);
        Outcomes { again, hard, good, easy }
    }

    fn in_minutes(&self, next: &ItemState, step: usize, minutes: u32, lapses: u16) -> Outcome {
        let due = self.clock.now.checked_add(i64::from(minutes).minutes()).unwrap_or(self.clock.now);
        let step = u8::try_from(step).unwrap_or(u8::MAX);
        let (memory, last) = (Memory::from(next.memory), self.clock.today());
        Outcome {
            after: CardState::Learning { step, memory, last, due, lapses, reviews: self.reviews },
            wait: Wait::Minutes(minutes),
        }
    }

    fn in_days(&self, next: &ItemState, least: u32, lapses: u16) -> Outcome {
        let most = self.settings.max_interval_days.max(1);
        let days = fuzz::spread(f64::from(next.interval), self.place, least.max(1), most);
        let (memory, last) = (Memory::from(next.memory), self.clock.today());
        let due = last.plus(i32::try_from(days).unwrap_or(i32::MAX));
        Outcome {
            after: CardState::Review { memory, last, due, lapses, reviews: self.reviews },
            wait: Wait::Days(days),
        }
    }
}

fn hard_minutes(steps: &[u32], at: usize) -> Option<u32> {
    match (at, steps) {
        (_, []) => None,
        (0, [only]) => Some(only.saturating_add(only.div_ceil(2))),
        (0, [first, second, ..]) => Some(first.saturating_add(*second).div_ceil(2)),
        _ => steps.get(at).copied(),
    }
}

/// The least days of a better grade: a day more than `worse`, when that is counted in days.
fn day_after(worse: &Outcome) -> u32 {
    match worse.wait {
        Wait::Minutes(_) => 1,
        Wait::Days(days) => days.saturating_add(1),
    }
}

/// The least days of a passing grade: when FSRS gives more than last time, fuzz must not take that back.
fn longer_than(interval: u32, next: &ItemState) -> u32 {
    if f64::from(next.interval.round()) > f64::from(interval) { interval.saturating_add(1) } else { 1 }
}

#[cfg(test)]
mod tests;
