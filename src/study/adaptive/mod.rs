//! Adaptive practice: the next question is near what the learner can do, on what is known worst.
//!
//! An answer is a match between a learner and a question, and both are rated by the Elo method (Pelánek 2016, *Applications
//! of the Elo rating system in adaptive educational systems*, doi 10.1016/j.compedu.2016.03.017). Nothing of it is kept:
//! ratings follow from the answers in the log, whose order is by time, so that every copy of a log gives the same.
//!
//! ```text
//!  rating      a rating, how far an answer moves it, how likely a right answer is
//!  difficulty  where a question starts: by its level and its form
//!  ratings     all ratings, from the answers so far
//!  practice    the next question, why it is asked, and what the practice changed
//! ```
//! `docs/adaptive.md` has what a simulation says of it.

mod difficulty;
mod practice;
mod rating;
mod ratings;
#[cfg(test)]
mod tests;

pub use practice::{AbilityChange, AdaptivePractice, ChoiceReason};
pub use ratings::{PastAnswer, Respondent};
