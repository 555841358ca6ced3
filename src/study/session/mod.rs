//! An activity under way, whoever shows it: what comes next, what may be done, and what is to be saved. Screens turn keys
//! into its commands and lines turn words into them; both only set what it answers.
//!
//! ```text
//!  review      the cards that are due: turning, grading, taking back
//!  practice    a round of cards that leaves the schedule alone
//!  card_faces  what a card asks and what it answers
//!  card_answer an answer that is typed at it, and how it compares
//!  quiz        a paper: asking, grading, taking back, the time
//!  reading     a lesson: sections read, recall stops answered or passed
//!  scenario    a scenario: its moves
//!  drill       a class's drill: entries to the room, answers and hands being entered, the clock
//! ```
//! A session saves nothing itself: it hands out what happened, and is told the number under which that was saved.

mod card_answer;
mod card_faces;
pub mod drill;
mod practice;
mod quiz;
mod reading;
mod review;
mod review_deck;
mod review_summary;
mod scenario;

pub use card_answer::CardAnswer;
pub use card_faces::{CardFaces, ClozePart, card_words, sides_in_words};
pub use practice::CardPractice;
pub use quiz::{AnswerRefused, NoQuestions, QuizSession};
pub use reading::{ReadingRecord, RecallCount};
pub use review::{ReviewSession, Showing, from_the_future};
pub use review_deck::{Graded, ReviewDeck, ReviewRules};
pub use review_summary::ReviewSummary;
pub use scenario::{BegunPlay, ScenarioSession};
