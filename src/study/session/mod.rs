//! An activity under way, whoever shows it: what comes next, what may be done, and what is to be saved. Screens turn keys
//! into its commands and lines turn words into them; both only set what it answers.
//!
//! ```text
//!  review      the cards that are due: turning, grading, taking back
//!  card_faces  what a card asks and what it answers
//!  quiz        a paper: asking, grading, taking back, the time
//!  reading     a lesson: sections read, recall stops answered or passed
//!  scenario    a scenario: its moves
//!  drill       a class's drill: entries to the room, answers and hands being entered, the clock
//! ```
//! A session saves nothing itself: it hands out what happened, and is told the number under which that was saved.

mod card_faces;
pub mod drill;
mod quiz;
mod reading;
mod review;
mod scenario;

pub use card_faces::{CardFaces, ClozePart};
pub use quiz::{AnswerRefused, NoQuestions, QuizSession};
pub use reading::{ReadingRecord, RecallCount};
pub use review::{Graded, ReviewDeck, ReviewRules, ReviewSession, Showing, from_the_future};
pub use scenario::{BegunPlay, ScenarioSession};
