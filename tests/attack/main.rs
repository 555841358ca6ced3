//! `check --attack`: what it finds in the first edition of the course, in a course with one flaw of each kind, and in a sound one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod command;
mod first_edition;
mod flaws;
mod planted;
