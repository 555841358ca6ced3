//! Guessing at the room's code gets slower with every wrong guess, from wherever it comes: a school is one address. Who has a
//! seat, or the right code, never waits.

use std::time::{Duration, Instant};

use parking_lot::Mutex;

/// The first wait, and the longest.
const FIRST: Duration = Duration::from_millis(100);
const LONGEST: Duration = Duration::from_secs(5);
/// A wrong guess is forgotten after this long.
const FORGOTTEN: Duration = Duration::from_secs(4);

/// Wrong guesses of late.
#[derive(Debug)]
pub(super) struct WrongGuesses(Mutex<(u32, Instant)>);

impl WrongGuesses {
    pub(super) fn new(now: Instant) -> Self {
        Self(Mutex::new((0, now)))
    }

    /// Counts a wrong guess at `now`; gives how long its answer has to wait.
    pub(super) fn wait(&self, now: Instant) -> Duration {
        let mut state = self.0.lock();
        let (guesses, last) = *state;
        let forgotten = now.saturating_duration_since(last).as_millis() / FORGOTTEN.as_millis();
        let guesses = guesses.saturating_sub(u32::try_from(forgotten).unwrap_or(u32::MAX)).saturating_add(1);
        *state = (guesses, now);
        FIRST.saturating_mul(1 << (guesses - 1).min(10)).min(LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_guess_waits_longer_and_time_forgets_them() {
        let start = Instant::now();
        let guesses = WrongGuesses::new(start);
        let waits: Vec<u128> = (0..8).map(|_| guesses.wait(start).as_millis()).collect();
        assert_eq!(waits, [100, 200, 400, 800, 1600, 3200, 5000, 5000]);
        assert_eq!(guesses.wait(start + FORGOTTEN * 20).as_millis(), 100);
    }
}
