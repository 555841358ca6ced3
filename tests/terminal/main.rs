//! The real binary in a pseudo-terminal: what a learner does, and what may happen to the program meanwhile.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]
#![cfg(unix)]

mod answers;
mod background;
mod drill;
mod harness;
mod kills;
mod live_course;
mod looks;
mod signals;
mod start;
mod study;
mod survival;
mod trouble;
mod unheard;
