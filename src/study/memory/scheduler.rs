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
mod tests {
    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::*;

    fn clock(day: i32) -> Clock {
        let noon = jiff::Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
        Clock { now: noon, zone: TimeZone::UTC }
    }

    fn waits(o: &Outcomes) -> [String; 4] {
        Grade::ALL.map(|g| o.of(g).wait.to_string())
    }

    fn days(o: &Outcome) -> Option<u32> {
        if let Wait::Days(days) = o.wait { Some(days) } else { None }
    }

    #[test]
    fn a_new_card_offers_its_steps() {
        let plain = Scheduler::new(Settings { fuzz: false, ..Settings::default() });
        let first = plain.outcomes(&CardState::New, &clock(100), 0);
        assert_eq!(waits(&first), ["1 min", "6 min", "10 min", "8 d"]);
        assert_eq!(waits(&plain.outcomes(&first.good.after, &clock(100), 0)), ["1 min", "10 min", "2 d", "4 d"]);
    }

    #[test]
    fn a_lapse_goes_through_the_relearning_step() {
        let scheduler = Scheduler::default();
        let known = scheduler.outcomes(&CardState::New, &clock(100), 0).easy.after;
        let lapsed = scheduler.outcomes(&known, &clock(108), 1).again;
        assert_eq!((lapsed.wait, lapsed.after.lapses()), (Wait::Minutes(10), 1));
        let relearned = scheduler.outcomes(&lapsed.after, &clock(108), 2);
        assert_eq!((relearned.again.wait, relearned.hard.wait), (Wait::Minutes(10), Wait::Minutes(15)));
        assert!(days(&relearned.good).is_some_and(|d| d >= 1));
        assert_eq!(relearned.good.after.lapses(), 1);
    }

    #[test]
    fn without_steps_every_grade_is_a_day_or_more() {
        let scheduler =
            Scheduler::new(Settings { learning_steps: vec![], relearning_steps: vec![], ..Settings::default() });
        let first = scheduler.outcomes(&CardState::New, &clock(100), 7);
        assert!(Grade::ALL.iter().all(|g| days(first.of(*g)).is_some_and(|d| d >= 1)));
        let lapsed = scheduler.outcomes(&first.easy.after, &clock(110), 7).again;
        assert_eq!(lapsed.after.lapses(), 1);
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let scheduler = Scheduler::default();
        let known = scheduler.outcomes(&CardState::New, &clock(100), 3).easy.after;
        assert_eq!(scheduler.outcomes(&known, &clock(110), 3), scheduler.outcomes(&known, &clock(110), 3));
    }

    #[test]
    fn a_memory_that_is_no_number_starts_afresh() {
        let fresh = Scheduler::default().outcomes(&CardState::New, &clock(9), 0).good.after.memory();
        for (stability_days, difficulty) in [(f32::INFINITY, 5.0), (8.0, f32::NAN), (f32::NAN, f32::NAN)] {
            let memory = Memory { stability_days, difficulty };
            let (last, due) = (clock(1).today(), clock(9).today());
            let broken = CardState::Review { memory, last, due, lapses: 0, reviews: 1 };
            let after = Scheduler::default().outcomes(&broken, &clock(9), 0).good.after;
            assert_eq!(after.memory(), fresh, "{memory:?}");
        }
    }

    #[test]
    fn only_a_longer_interval_must_stay_longer() {
        let memory = fsrs::MemoryState { stability: 10.0, difficulty: 5.0 };
        let least = |interval| longer_than(10, &ItemState { memory, interval });
        assert_eq!([9.0, 10.4, 10.6, 30.0].map(least), [1, 1, 11, 11]);
    }

    proptest! {
        /// Whatever the history, Good and Easy on the due day or later wait as long as the last time, or longer.
        #[test]
        fn good_never_shortens_an_interval(
            history in prop::collection::vec((0usize..4, 0i32..10), 0..40), seed: u64, late in 0i32..30,
        ) {
            let scheduler = Scheduler::default();
            let (mut state, mut day) = (CardState::New, 1000);
            for (n, (grade, late_by)) in history.into_iter().chain([(2, late)]).enumerate() {
                let planned = match state {
                    CardState::Review { last, due, .. } => {
                        day = due.0 + late_by;
                        u32::try_from(due.since(last)).unwrap()
                    }
                    CardState::New | CardState::Learning { .. } => 0,
                };
                let outcomes = scheduler.outcomes(&state, &clock(day), seed ^ u64::try_from(n).unwrap());
                for grade in [Grade::Good, Grade::Easy] {
                    prop_assert!(days(outcomes.of(grade)).is_none_or(|d| d >= planned), "{grade:?} after {planned}");
                }
                state = outcomes.of(Grade::ALL[grade]).after;
            }
        }

        /// Whatever the history, a passing grade of a due card waits longer than the one below it, and never too long.
        #[test]
        fn better_grades_wait_longer(history in prop::collection::vec((0usize..4, 0i32..400), 0..30), seed: u64) {
            let scheduler = Scheduler::default();
            let (mut state, mut day) = (CardState::New, 1000);
            for (grade, gap) in history {
                day += gap;
                let outcomes = scheduler.outcomes(&state, &clock(day), seed);
                let wait = [days(&outcomes.hard), days(&outcomes.good), days(&outcomes.easy)];
                for pair in wait.iter().flatten().collect::<Vec<_>>().windows(2) {
                    prop_assert!(pair[0] < pair[1] || *pair[1] == 36_500);
                }
                prop_assert!(wait.iter().flatten().all(|d| (1..=36_500).contains(d)));
                state = outcomes.of(Grade::ALL[grade]).after;
                prop_assert!(state.stability_days().is_some_and(|s| s.is_finite() && s > 0.0));
            }
        }
    }
}
