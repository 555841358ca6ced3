//! A learner's progress in figures; the shape of `ninetracks stats --json`.

use jiff::civil::Date;
use serde::Serialize;

use super::certificate::Certificate;
use super::event::RunId;
use super::insight::Insight;
use super::quiz::{Mode, PaperSpec};
use crate::course::Course;

/// Progress of one learner in one course.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Progress {
    pub days_studied: usize,
    pub sections_read: usize,
    pub sections: usize,
    pub cards: CardCounts,
    /// Mean chance, in per cent, of recalling a card that was ever reviewed, today.
    pub mean_recall_percent: Option<u32>,
    /// Reviews of the last 30 days that were remembered, in per cent, and how many reviews that is.
    pub retention_percent: Option<(u32, u32)>,
    /// Whether there are enough new reviews to fit the schedule to the learner's memory.
    pub is_fit_offered: bool,
    /// Newest first.
    pub last_days: Vec<DayLine>,
    /// Newest first.
    pub quizzes: Vec<QuizLine>,
    pub certificate: Certificate,
    #[serde(flatten)]
    pub insight: Insight,
}

/// How many cards stand where. The first four are the course's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardCounts {
    pub new: usize,
    pub learning: usize,
    pub young: usize,
    pub mature: usize,
    /// With a history, and given up by the course.
    pub retired: usize,
    /// With a history, and unknown to the course.
    pub unknown: usize,
}

/// A day of study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayLine {
    pub date: Date,
    /// Cards seen for the first time and cards reviewed.
    pub done: u32,
    pub minutes: u32,
    /// Whether anything was done; reading of less than half a minute counts too.
    pub studied: bool,
}

/// A quiz of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuizLine {
    #[serde(skip)]
    pub run: RunId,
    /// The first quiz that was begun is 1.
    pub number: usize,
    /// `practice`, `exam` or `placement`.
    pub mode: &'static str,
    pub date: Date,
    pub about: String,
    pub questions: usize,
    pub answered: usize,
    pub percent: u32,
    pub finished: bool,
    pub seed: u64,
}

impl CardCounts {
    #[must_use]
    pub fn total(self) -> usize {
        self.new + self.learning + self.young + self.mature
    }

    /// The counts by name, for people. What the course holds no longer has a row when there is any.
    #[must_use]
    pub fn rows(self) -> Vec<(&'static str, usize)> {
        let rows = [
            ("not seen yet", self.new),
            ("in the learning steps", self.learning),
            ("young", self.young),
            ("well known", self.mature),
            ("retired by the course", self.retired),
            ("not in this course", self.unknown),
        ];
        let is_always_told = |at: usize| at < 4;
        rows.into_iter().enumerate().filter(|&(at, (_, n))| is_always_told(at) || n > 0).map(|(_, row)| row).collect()
    }
}

/// What a quiz is on: a lesson's title, how many lessons, or the whole course.
#[must_use]
pub fn about_quiz(course: &Course, spec: &PaperSpec) -> String {
    match (spec.mode, spec.lessons.as_slice()) {
        (Mode::Placement(_), _) => "placement test, not counted".to_owned(),
        (Mode::Practice | Mode::Adaptive | Mode::Exam | Mode::InClass, []) => "the whole course".to_owned(),
        (Mode::Practice | Mode::Adaptive | Mode::Exam | Mode::InClass, [one]) => course.title(one),
        (Mode::Practice | Mode::Adaptive | Mode::Exam | Mode::InClass, many) => format!("{} lessons", many.len()),
    }
}
