//! Work that takes longer than a frame: done beside the screen, which asks now and then whether it is ready.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use jiff::{Timestamp, ToSpan};

/// Milliseconds between two looks at a job.
const LOOK_MS: i64 = 100;

/// A job under way.
#[derive(Debug)]
pub(super) struct Job<T>(Receiver<T>);

/// How far a job is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JobState<T> {
    Running,
    Ready(T),
    /// It ended without a result, or could not be begun.
    Failed,
}

impl<T: Send + 'static> Job<T> {
    pub(super) fn start(work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        // Where no thread can be had, nothing is sent. Whoever has left the screen waits for nothing.
        let _ = thread::Builder::new().name("job".into()).spawn(move || sender.send(work()));
        Self(receiver)
    }

    /// Its result, once.
    pub(super) fn look(&self) -> JobState<T> {
        match self.0.try_recv() {
            Ok(result) => JobState::Ready(result),
            Err(TryRecvError::Empty) => JobState::Running,
            Err(TryRecvError::Disconnected) => JobState::Failed,
        }
    }
}

/// When a screen that waits for a job wants to be woken.
pub(super) fn next_look(now: Timestamp) -> Timestamp {
    now.checked_add(LOOK_MS.milliseconds()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended<T: Send + 'static>(job: &Job<T>) -> JobState<T> {
        loop {
            match job.look() {
                JobState::Running => thread::yield_now(),
                ended => return ended,
            }
        }
    }

    #[test]
    fn a_job_gives_its_result_once() {
        let job = Job::start(|| 7);
        assert_eq!((ended(&job), ended(&job)), (JobState::Ready(7), JobState::Failed));
    }
}
