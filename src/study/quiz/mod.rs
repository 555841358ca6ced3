//! Quizzes: drawing a paper from its seed, going through it, and what came out.

mod choosing;
mod code;
mod paper;
mod results;
mod sitting;
#[cfg(test)]
mod tests;

pub use super::score::percent;
pub use choosing::{Choosing, QuestionFilter, WantedObjective};
pub use code::{code_of, paper_code};
pub use paper::Paper;
pub(crate) use paper::choose;
pub use results::{Results, Tally};
pub use sitting::{Given, Sitting};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::course::model::Id;

/// What makes a paper: the same spec on the same course gives the same paper everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaperSpec {
    /// The lessons to draw from; empty for the whole course.
    pub lessons: Vec<Id>,
    /// Number of questions at most.
    pub length: usize,
    pub seed: u64,
    pub mode: Mode,
    /// Seconds for the whole paper.
    pub limit_s: Option<u32>,
    /// Just these questions in this order, in place of a draw (for practising what was missed).
    #[serde(default)]
    pub only: Vec<Id>,
}

impl PaperSpec {
    /// Practice of just these questions, in this order.
    #[must_use]
    pub fn of_questions(only: Vec<Id>, seed: u64) -> Self {
        Self { lessons: Vec::new(), length: only.len(), seed, mode: Mode::Practice, limit_s: None, only }
    }
}

/// Questions in a quiz that is started without choosing.
pub const USUAL_LENGTH: usize = 10;

/// When the learner is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// After each question, with the reason.
    Practice,
    /// The same, and each question is chosen when it is asked, by the answers so far: `length` is the most that are asked.
    Adaptive,
    /// At the end.
    Exam,
    /// How many were right at the end, and no key: the other half of the test is still to come, or was.
    Placement(Half),
    /// After each question, with the reason, before a class: it counts for nobody.
    InClass,
}

/// The two placement tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Half {
    /// Before the course.
    Before,
    /// After it.
    After,
}

impl Mode {
    /// Whether each answer is explained as soon as it is given, and is final.
    #[must_use]
    pub fn tells_at_once(self) -> bool {
        match self {
            Self::Practice | Self::Adaptive | Self::InClass => true,
            Self::Exam | Self::Placement(_) => false,
        }
    }
}

impl Half {
    /// As what stands in lists: `before the course`.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Before => "before the course",
            Self::After => "after the course",
        }
    }
}

/// What the questions of a paper follow from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PaperOrigin {
    /// Named one by one.
    Chosen(Vec<Id>),
    Drawn {
        length: usize,
        seed: u64,
        /// In any order; none for the whole course.
        lessons: BTreeSet<Id>,
    },
}

impl PaperSpec {
    /// Whether the two ask the same questions, whatever the mode and the limit. Asked for with more questions than there
    /// are, a paper is as long as it can be: give lengths as drawn.
    #[must_use]
    pub fn asks_the_same_as(&self, other: &Self) -> bool {
        self.origin() == other.origin()
    }

    /// What the questions follow from: the same of two papers that ask the same.
    #[must_use]
    pub fn origin(&self) -> PaperOrigin {
        if !self.only.is_empty() {
            return PaperOrigin::Chosen(self.only.clone());
        }
        PaperOrigin::Drawn { length: self.length, seed: self.seed, lessons: self.lessons.iter().cloned().collect() }
    }
}
