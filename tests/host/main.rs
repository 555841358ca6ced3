//! A class on its own devices: the real program, and seats that speak as pages do.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod door;
mod lesson;
mod room;
mod taking_home;
mod ways;
