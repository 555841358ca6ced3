//! Time studied on a day: from event to event, without breaks. And the time that a learner aims for.

use jiff::Timestamp;

/// Milliseconds between two events up to which the time between them was study, not a break.
pub const BREAK_MS: i64 = 5 * 60 * 1000;

/// The time studied on a day so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StudyTime {
    pub active_ms: i64,
    /// When the last event of the day happened, in milliseconds since 1970; `None` before the first.
    pub last_ms: Option<i64>,
}

impl StudyTime {
    /// After an event at `at` that took so long by itself: the time since the event before, unless that was a break, and at
    /// least what it took.
    #[must_use]
    pub fn then(self, at: Timestamp, took_ms: u32) -> Self {
        let at_ms = at.as_millisecond();
        let since = self.last_ms.map_or(0, |last| at_ms.saturating_sub(last));
        let since = if (0..=BREAK_MS).contains(&since) { since } else { 0 };
        let took = i64::from(took_ms).min(BREAK_MS);
        let last = self.last_ms.map_or(at_ms, |last| last.max(at_ms));
        Self { active_ms: self.active_ms.saturating_add(took.max(since)), last_ms: Some(last) }
    }

    /// In whole minutes, rounded.
    #[must_use]
    pub fn minutes(self) -> u32 {
        u32::try_from((self.active_ms + 30_000) / 60_000).unwrap_or(0)
    }
}

/// Minutes that are aimed for in a day, and those studied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalProgress {
    goal: u32,
    studied: u32,
}

impl GoalProgress {
    /// `None` where nothing is aimed for.
    #[must_use]
    pub fn new(goal: u32, studied: u32) -> Option<Self> {
        (goal > 0).then_some(Self { goal, studied })
    }

    /// For a header: `6 of 10 min`.
    #[must_use]
    pub fn short(self) -> String {
        let Self { goal, studied } = self;
        if studied >= goal { format!("{studied} min, goal met") } else { format!("{studied} of {goal} min") }
    }

    /// In a sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        let Self { goal, studied } = self;
        if studied >= goal {
            format!("{studied} min of study today: your goal of {goal} is met.")
        } else {
            format!("{studied} of the {goal} min that you aim for today.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_no_study_and_a_clock_set_back_is_none_either() {
        let at = |seconds: i64| Timestamp::from_second(1_000_000 + seconds).unwrap();
        let minutes = |events: &[(i64, u32)]| {
            events.iter().fold(StudyTime::default(), |time, &(s, took)| time.then(at(s), took)).minutes()
        };
        assert_eq!(minutes(&[(0, 0), (240, 0), (480, 0)]), 8);
        assert_eq!(minutes(&[(0, 60_000), (3600, 60_000)]), 2, "an hour's break");
        assert_eq!(minutes(&[(600, 0), (0, 90_000)]), 2, "rounded");
    }

    #[test]
    fn a_goal_is_met_when_its_minutes_are_studied() {
        let short = |goal, studied| GoalProgress::new(goal, studied).map(GoalProgress::short);
        assert_eq!(short(0, 5), None);
        assert_eq!(short(10, 9).as_deref(), Some("9 of 10 min"));
        assert_eq!(short(10, 10).as_deref(), Some("10 min, goal met"));
    }
}
