//! A question's clock: time that was seen to pass, not the difference of two readings.

use serde::{Deserialize, Serialize};

use super::input::Moment;

/// Most that one step between two looks at the clock counts. A screen looks at least this often; whatever is longer was a
/// suspended machine, a clock set forward or a program that was killed.
pub const MOST_STEP_MS: u64 = 2_000;

/// The time a step counts, and whether it was an ordinary one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::study) struct Elapsed {
    pub ms: u64,
    pub jumped: bool,
}

impl Elapsed {
    /// From one moment to the next. Back counts nothing; far forward counts [`MOST_STEP_MS`] and ends no question.
    pub(in crate::study) fn between(last: Moment, now: Moment) -> Self {
        let raw = i128::from(now.0) - i128::from(last.0);
        let ms = u64::try_from(raw.clamp(0, i128::from(MOST_STEP_MS))).unwrap_or(0);
        Self { ms, jumped: raw < 0 || raw > i128::from(MOST_STEP_MS) }
    }
}

/// Time given and time run, in milliseconds. Without a limit it only measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    pub limit_ms: Option<u64>,
    pub ran_ms: u64,
}

impl Timer {
    #[must_use]
    pub fn of_seconds(limit: Option<u16>) -> Self {
        Self { limit_ms: limit.map(|s| u64::from(s) * 1000), ran_ms: 0 }
    }

    pub(super) fn run(&mut self, step: Elapsed) {
        self.ran_ms = self.ran_ms.saturating_add(step.ms);
    }

    /// Gives `seconds` more, counted from now when the time was up.
    pub(super) fn extend(&mut self, seconds: u16) {
        if let Some(limit) = &mut self.limit_ms {
            self.ran_ms = self.ran_ms.min(*limit);
            *limit = limit.saturating_add(u64::from(seconds) * 1000);
        }
    }

    /// `None` without a limit.
    #[must_use]
    pub fn left_ms(&self) -> Option<u64> {
        self.limit_ms.map(|limit| limit.saturating_sub(self.ran_ms))
    }

    #[must_use]
    pub fn is_up(&self) -> bool {
        self.left_ms() == Some(0)
    }
}
