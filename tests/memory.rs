//! Review histories as data: each file in `tests/fixtures/memory/` says what was graded and what that must lead to.
//! (Here and not in `study`, which reads no files.)

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use ninetracks::study::memory::{CardState, Grade, Scheduler, Settings, Wait};
use ninetracks::study::time::Clock;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct History {
    #[expect(dead_code, reason = "for whoever reads the file")]
    about: String,
    settings: Settings,
    #[serde(default)]
    seed: u64,
    /// The first review; in UTC.
    start: Timestamp,
    reviews: Vec<Review>,
}

/// A grade given some time after the one before, and what it must lead to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Review {
    after: Wait,
    grade: Grade,
    wait: Wait,
    stability: f32,
    difficulty: f32,
}

#[test]
fn histories_give_the_intervals_they_must() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/memory");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    assert!(!files.is_empty());
    for file in files {
        let history: History = ron::from_str(&std::fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        replay(&history, &file.file_name().unwrap().to_string_lossy());
    }
}

fn replay(history: &History, name: &str) {
    let scheduler = Scheduler::new(history.settings.clone());
    let mut clock = Clock::new(history.start, TimeZone::UTC);
    let mut state = CardState::New;
    for (n, review) in history.reviews.iter().enumerate() {
        clock.now = later(clock.now, review.after);
        let outcome = *scheduler.outcomes(&state, &clock, history.seed.wrapping_add(n as u64)).of(review.grade);
        let memory = outcome.after.memory().unwrap();
        let near = |is: f32, must: f32| (is - must).abs() <= must * 2e-4;
        assert!(
            outcome.wait == review.wait
                && near(memory.stability_days, review.stability)
                && near(memory.difficulty, review.difficulty),
            "{name}, review {}: {:?}, {memory:?}",
            n + 1,
            outcome.wait,
        );
        state = outcome.after;
    }
}

fn later(from: Timestamp, wait: Wait) -> Timestamp {
    match wait {
        Wait::Minutes(n) => from + i64::from(n).minutes(),
        Wait::Days(n) => from + (i64::from(n) * 24).hours(),
    }
}
