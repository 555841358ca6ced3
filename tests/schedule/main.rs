//! The schedule against two other implementations of FSRS-6, and years of study through the store.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod formula;
mod month;
mod years;

use formula::{Memory, interval, reviewed};
use jiff::{Timestamp, tz::TimeZone};
use ninetracks::study::memory::{CardState, Grade, Scheduler, Settings, Wait};
use ninetracks::study::time::Clock;

/// Day, grade 1 to 4, stability, difficulty, days to wait.
type Reviewed = (i32, usize, f64, f64, u32);

/// What the Python package makes of histories by chance.
fn histories() -> Vec<Vec<Reviewed>> {
    serde_json::from_str(include_str!("../data/schedule/expected.json")).unwrap()
}

/// The program computes in 32 bits, over many reviews.
fn is_near(is: f64, must: f64) -> bool {
    (is - must).abs() <= must * 1e-3
}

#[test]
fn memories_are_those_of_another_implementation() {
    let scheduler = Scheduler::new(Settings {
        learning_steps: vec![],
        relearning_steps: vec![],
        fuzz: false,
        ..Settings::default()
    });
    for (number, history) in histories().iter().enumerate() {
        let mut state = CardState::New;
        for &(day, grade, stability, difficulty, wait) in history {
            let now = Timestamp::from_second(1_767_268_800 + i64::from(day) * 86_400).unwrap();
            let clock = Clock::new(now, TimeZone::UTC);
            let outcome = *scheduler.outcomes(&state, &clock, 0).of(Grade::ALL[grade - 1]);
            let memory = outcome.after.memory().unwrap();
            let is = (f64::from(memory.stability_days), f64::from(memory.difficulty));
            assert!(
                is_near(is.0, stability) && is_near(is.1, difficulty),
                "history {number}, day {day}: {is:?}, not {:?}",
                (stability, difficulty)
            );
            // Good and Easy wait a day more than the grade below at least, and no less than last time when it was due.
            let Wait::Days(days) = outcome.wait else { panic!("a wait of minutes without steps") };
            let (days, wait) = (f64::from(days), f64::from(wait));
            let rounding = 1.0_f64.max(wait * 1e-3);
            assert!(days >= wait - rounding, "history {number}, day {day}: {days} for {wait}");
            assert!(grade > 2 || days <= wait + rounding, "history {number}, day {day}: {days} for {wait}");
            state = outcome.after;
        }
    }
}

#[test]
fn the_published_formulas_agree_with_it_too() {
    for (number, history) in histories().iter().enumerate() {
        let (mut memory, mut before): (Option<Memory>, i32) = (None, 0);
        for &(day, grade, stability, difficulty, wait) in history {
            let (s, d) = reviewed(memory, day - before, grade);
            let near = |is: f64, must: f64| (is - must).abs() < 1e-6 * must.max(1.0);
            assert!(near(s, stability) && near(d, difficulty), "history {number}, day {day}: {:?}", (s, d));
            assert!(
                (interval(s) - f64::from(wait)).abs() < 0.5,
                "history {number}, day {day}: {} for {wait}",
                interval(s)
            );
            (memory, before) = (Some((s, d)), day);
        }
    }
}
