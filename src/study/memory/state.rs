//! Where a card stands, as plain values.

use fsrs::MemoryState;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::study::time::{Clock, StudyDay};

/// How well a card was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    Again,
    Hard,
    Good,
    Easy,
}

impl Grade {
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// 1 to 4, as FSRS and the database number it.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Again => 1,
            Self::Hard => 2,
            Self::Good => 3,
            Self::Easy => 4,
        }
    }
}

/// What FSRS keeps of a card.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days after which the chance of recall has fallen to 90 %.
    pub stability_days: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// Where a card stands. A card that was never reviewed is `New`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum CardState {
    #[default]
    New,
    /// In the learning steps: for the first time, or, when it has lapsed before, again.
    Learning { step: u8, memory: Memory, last: StudyDay, due: Timestamp, lapses: u16, reviews: u32 },
    /// Due on a day.
    Review { memory: Memory, last: StudyDay, due: StudyDay, lapses: u16, reviews: u32 },
}

/// How far a card has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    New,
    /// In the learning steps for the first time.
    Learning,
    /// In the steps again after a lapse.
    Relearning,
    Review,
}

/// Stability, in days, from which a card counts as well known.
const WELL_KNOWN_DAYS: f32 = 21.0;

/// When a card is to be shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// At a moment of the day.
    At(Timestamp),
    /// At any time of a study day.
    On(StudyDay),
}

impl CardState {
    #[must_use]
    pub fn is_new(&self) -> bool {
        matches!(self, Self::New)
    }

    #[must_use]
    pub fn stage(&self) -> Stage {
        match self {
            Self::New => Stage::New,
            // The first pass through the steps comes before the first lapse, and every later pass after one.
            Self::Learning { lapses: 0, .. } => Stage::Learning,
            Self::Learning { .. } => Stage::Relearning,
            Self::Review { .. } => Stage::Review,
        }
    }

    /// When it is due; `None` for a new card.
    #[must_use]
    pub fn due(&self) -> Option<Due> {
        match *self {
            Self::New => None,
            Self::Learning { due, .. } => Some(Due::At(due)),
            Self::Review { due, .. } => Some(Due::On(due)),
        }
    }

    /// The day of the last review, where it lies after `today`: the clock was set back since, and nobody can tell when the
    /// card is due.
    #[must_use]
    pub fn from_the_future(&self, today: StudyDay) -> Option<StudyDay> {
        self.last().filter(|last| *last > today)
    }

    /// Whether a card that was seen before is to be shown now. A new card is never due, one from the future always is.
    #[must_use]
    pub fn is_due(&self, clock: &Clock) -> bool {
        match self.due() {
            None => false,
            Some(_) if self.from_the_future(clock.today()).is_some() => true,
            Some(Due::At(moment)) => moment <= clock.now,
            Some(Due::On(day)) => day <= clock.today(),
        }
    }

    #[must_use]
    pub fn memory(&self) -> Option<Memory> {
        match *self {
            Self::New => None,
            Self::Learning { memory, .. } | Self::Review { memory, .. } => Some(memory),
        }
    }

    /// Days after which the chance of recall has fallen to 90 %.
    #[must_use]
    pub fn stability_days(&self) -> Option<f32> {
        self.memory().map(|m| m.stability_days)
    }

    /// Whether it would be remembered for three weeks (Anki's "mature" begins at an interval of 21 days).
    #[must_use]
    pub fn is_well_known(&self) -> bool {
        self.stage() == Stage::Review && self.stability_days().is_some_and(|days| days >= WELL_KNOWN_DAYS)
    }

    /// The study day of the last review.
    #[must_use]
    pub fn last(&self) -> Option<StudyDay> {
        match *self {
            Self::New => None,
            Self::Learning { last, .. } | Self::Review { last, .. } => Some(last),
        }
    }

    /// Number of reviews so far, learning steps included.
    #[must_use]
    pub fn reviews(&self) -> u32 {
        match *self {
            Self::New => 0,
            Self::Learning { reviews, .. } | Self::Review { reviews, .. } => reviews,
        }
    }

    /// Number of times it was forgotten after it had left the learning steps.
    #[must_use]
    pub fn lapses(&self) -> u16 {
        match *self {
            Self::New => 0,
            Self::Learning { lapses, .. } | Self::Review { lapses, .. } => lapses,
        }
    }
}

impl From<Memory> for MemoryState {
    fn from(memory: Memory) -> Self {
        Self { stability: memory.stability_days, difficulty: memory.difficulty }
    }
}

impl From<MemoryState> for Memory {
    fn from(state: MemoryState) -> Self {
        Self { stability_days: state.stability, difficulty: state.difficulty }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(last: StudyDay) -> CardState {
        let memory = Memory { stability_days: 10.0, difficulty: 5.0 };
        CardState::Review { memory, last, due: last.plus(10), lapses: 0, reviews: 2 }
    }

    #[test]
    fn a_card_is_due_on_its_day_at_its_moment_and_when_it_comes_from_the_future() {
        let noon = |day: i32| Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
        let clock = |day| Clock::new(noon(day), jiff::tz::TimeZone::UTC);
        let day = |day: i32| clock(day).today();
        let review = learned(day(100));
        assert_eq!([105, 109, 110, 111].map(|d| review.is_due(&clock(d))), [false, false, true, true]);
        assert_eq!([99, 100].map(|d| review.is_due(&clock(d))), [true, false]);
        assert_eq!([99, 100, 101].map(|d| review.from_the_future(day(d))), [Some(day(100)), None, None]);
        assert_eq!((review.due(), review.reviews(), review.lapses()), (Some(Due::On(day(110))), 2, 0));
        assert_eq!((review.is_new(), review.stability_days(), review.last()), (false, Some(10.0), Some(day(100))));

        let memory = Memory { stability_days: 0.5, difficulty: 7.0 };
        let steps = CardState::Learning { step: 0, memory, last: day(100), due: noon(100), lapses: 3, reviews: 9 };
        let at = |seconds: i64| Clock { now: noon(100) + jiff::SignedDuration::from_secs(seconds), ..clock(100) };
        assert_eq!([-1, 0, 1].map(|s| steps.is_due(&at(s))), [false, true, true]);
        assert_eq!((steps.due(), steps.reviews(), steps.lapses()), (Some(Due::At(noon(100))), 9, 3));
        assert_eq!((CardState::New.is_new(), CardState::New.is_due(&clock(1))), (true, false));
        assert_eq!((CardState::New.due(), CardState::New.reviews(), CardState::New.lapses()), (None, 0, 0));
    }

    #[test]
    fn a_state_comes_back_from_json_as_it_was() {
        let state = learned(StudyDay(20_000));
        let written = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<CardState>(&written).unwrap(), state);
    }
}
