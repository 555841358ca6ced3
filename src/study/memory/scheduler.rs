//! The four outcomes of a review, all at once: the buttons show them, answering picks one.

use fsrs::{FSRS, ItemState, NextStates};
use jiff::ToSpan;

use super::{CardState, DayLoads, EasyDays, Grade, Memory, MemoryParameters, Spreading, Wait, fuzz};
use crate::study::time::{Clock, StudyDay};

/// The last days before an examination, in which what is due is chosen for it.
pub const EXAMINATION_DAYS: u32 = 7;

/// How cards are scheduled.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Wanted chance of recall when a card comes back; held between 0.7 and 0.99.
    pub retention: f32,
    /// What is known of the learner's memory.
    pub parameters: MemoryParameters,
    /// Minutes between the showings of a card on its first day. None: it is scheduled in days at once.
    pub learning_steps: Vec<u32>,
    /// The same after a lapse.
    pub relearning_steps: Vec<u32>,
    pub max_interval_days: u32,
    /// Whether intervals in days are spread a little.
    pub fuzz: bool,
    #[serde(skip)]
    pub easy_days: EasyDays,
    /// The day of an examination: up to it, no interval reaches past it.
    pub examination: Option<StudyDay>,
}

impl Default for Settings {
    /// Anki's defaults.
    fn default() -> Self {
        Self {
            retention: 0.9,
            parameters: MemoryParameters::default(),
            learning_steps: vec![1, 10],
            relearning_steps: vec![10],
            max_interval_days: 36_500,
            fuzz: true,
            easy_days: EasyDays::default(),
            examination: None,
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
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let fsrs = settings.parameters.model();
        Self { settings, fsrs }
    }

    /// What each grade given now leads to, spread over days as `spreading` says: a seed, or a seed and the load of days.
    #[must_use]
    pub fn outcomes<'a>(&self, state: &CardState, clock: &Clock, spreading: impl Into<Spreading<'a>>) -> Outcomes {
        let Spreading { seed, loads } = spreading.into();
        let review = Review {
            settings: &self.settings,
            clock,
            next: self.next_states(state, clock),
            place: self.settings.fuzz.then(|| fuzz::place(seed)),
            loads,
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
    loads: Option<&'a DayLoads>,
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
        let days = self.days(f64::from(next.interval), least.max(1));
        let (memory, last) = (Memory::from(next.memory), self.clock.today());
        let due = last.plus(i32::try_from(days).unwrap_or(i32::MAX));
        Outcome {
            after: CardState::Review { memory, last, due, lapses, reviews: self.reviews },
            wait: Wait::Days(days),
        }
    }
}

/// How many days an interval becomes.
impl Review<'_> {
    fn days(&self, interval: f64, least: u32) -> u32 {
        let longest = self.settings.max_interval_days.max(1);
        match self.days_to_examination() {
            Some(left) if interval > f64::from(left) => self.days_before_examination(left),
            Some(left) => self.days_near(interval, least, longest.min(left)),
            None => self.days_near(interval, least, longest),
        }
    }

    fn days_to_examination(&self) -> Option<u32> {
        let left = self.settings.examination?.since(self.clock.today());
        u32::try_from(left).ok().filter(|left| *left > 0)
    }

    /// A card that would be remembered on the day of the examination: seen once more in the week before it or, in that
    /// week, not before the day itself.
    fn days_before_examination(&self, left: u32) -> u32 {
        if left <= EXAMINATION_DAYS {
            return left;
        }
        let week = (left - EXAMINATION_DAYS, left - 1);
        self.place.map_or(week.1, |place| self.moved(week, place).unwrap_or(week.1))
    }

    /// A whole number of days near `interval`.
    fn days_near(&self, interval: f64, least: u32, most: u32) -> u32 {
        let (Some(place), Some(_)) = (self.place, self.loads) else {
            return fuzz::spread(interval, self.place, least, most);
        };
        let (lower, upper) = fuzz::range(interval, least, most);
        self.moved((lower, upper), place)
            // Nothing is to be done on any of these days: a day sooner or later, then.
            .or_else(|| {
                self.moved((lower.saturating_sub(1).max(least.min(most)), upper.saturating_add(1).min(most)), place)
            })
            .unwrap_or_else(|| fuzz::spread(interval, self.place, least, most))
    }

    /// The best day of a range for the load; without a load, by chance alone.
    fn moved(&self, (lower, upper): (u32, u32), place: f64) -> Option<u32> {
        match self.loads {
            Some(loads) => loads.lightest(lower..=upper, self.clock.today(), self.settings.easy_days, place),
            None => Some(fuzz::within((lower, upper), place)),
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
