//! What became of a question for one person: four things that must never be taken for each other, and two that earn.

use serde::Serialize;

use crate::study::item::{Item, Response};
use crate::study::score::{Score, Verdict};

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    Right,
    Partly,
    Wrong,
    /// Somebody chose not to answer.
    Passed,
    /// Nothing was answered.
    Blank,
}

/// An answer as it is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivenAnswer {
    pub state: AnswerState,
    /// By the letters of the screen; empty without an answer.
    pub marks: String,
    /// In words; empty without an answer.
    pub said: String,
    pub points: f64,
}

impl AnswerState {
    #[must_use]
    pub fn of(response: &Response, score: Score) -> Self {
        match (response, score.verdict()) {
            (Response::Passed, _) => Self::Passed,
            (Response::Blank, _) => Self::Blank,
            (_, Verdict::Right) => Self::Right,
            (_, Verdict::Partly) => Self::Partly,
            (_, Verdict::Wrong) => Self::Wrong,
        }
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Partly => "partly right",
            Self::Wrong => "wrong",
            Self::Passed => "passed",
            Self::Blank => "blank",
        }
    }
}

impl GivenAnswer {
    #[must_use]
    pub fn new(item: &Item, response: &Response, score: Score) -> Self {
        let words = |said: String| if response.is_answer() { said } else { String::new() };
        Self {
            state: AnswerState::of(response, score),
            marks: words(item.in_marks(response)),
            said: words(item.in_words(response)),
            points: score.points,
        }
    }
}
