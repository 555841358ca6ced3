//! Memory of one card: FSRS-6 for days, fixed learning steps within a day.
//!
//! The model is FSRS-6 (Ye, Su & Cao 2022, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
//! Scheduling", KDD; <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>) as the `fsrs` crate
//! computes it. FSRS thinks in whole days: the steps within a day and the fuzz are ours, after Anki's.
//!
//! ```text
//!  parameters   what is known of a learner's memory: the average learner's, or fitted
//!  fit          fitting them to the learner's own reviews, and judging what came of it
//!  scheduler    what each grade leads to; `fuzz` and `day_loads` move an interval to a day with less to do
//! ```

mod day_loads;
mod easy_days;
pub mod fit;
mod fuzz;
mod history;
mod parameters;
mod scheduler;
mod state;
mod wait;

pub use day_loads::{DayLoads, Spreading};
pub use easy_days::{DayWork, EasyDays};
pub use fuzz::fuzz_seed;
pub use history::{ReviewEntry, ReviewHistory};
pub use parameters::{ForgettingCurve, InvalidParameters, MemoryParameters};
pub use scheduler::{EXAMINATION_DAYS, Outcome, Outcomes, Scheduler, Settings};
pub use state::{CardState, Due, Grade, Memory, Stage};
pub use wait::Wait;
