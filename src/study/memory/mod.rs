//! Memory of one card: FSRS-6 for days, fixed learning steps within a day.
//!
//! The model is FSRS-6 (Ye, Su & Cao 2022, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
//! Scheduling", KDD; <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>) as the `fsrs` crate
//! computes it. FSRS thinks in whole days: the steps within a day and the fuzz are ours, after Anki's.

mod fuzz;
mod scheduler;
mod state;
mod wait;

pub use fuzz::fuzz_seed;
pub use scheduler::{Outcome, Outcomes, Scheduler, Settings};
pub use state::{CardState, Due, Grade, Memory, Stage, retrievability};
pub use wait::Wait;
