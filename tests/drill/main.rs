//! A drill played from one keyboard: the app, a key script, the screen and the log.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod class;
mod worlds;

mod chaos;
mod lesson;
mod lines;
mod menu;
mod modes;
mod secret;
