//! A question of a quiz that several people took.

use serde::Serialize;

use super::about::About;
use super::answer_words;
use super::figure::{Figure, Unit};
use super::hints::{self, Observation};
use super::options::{Counting, OptionCount, unused};
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::answer::{Answer, Score, Verdict};
use crate::study::drill::{Key, options_of};
use crate::study::statistics::{ItemFigures, picks};

/// A question with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestQuestion {
    #[serde(flatten)]
    pub about: About,
    /// In words.
    pub key: String,
    /// Attempts that earned all, part and none of the points; no answer earns none.
    pub right: usize,
    pub partly: usize,
    pub wrong: usize,
    /// Attempts without an answer, which count 0.
    pub no_answer: usize,
    /// Mean mark as a share of the points.
    pub facility: Figure,
    /// Correlation of the marks here with those of the rest of the quiz.
    pub discrimination_index: Figure,
    /// The covariance with the rest as a percentage of the greatest that these marks allow.
    pub discriminative_efficiency: Figure,
    /// In the order of the screen; empty where a question has no options.
    pub options: Vec<OptionCount>,
    /// Letters of wrong options that nobody took.
    pub unused_distractors: Vec<String>,
    /// What is striking, in words.
    pub hints: Vec<Observation>,
}

/// A question as everybody answered it.
pub(super) struct Answered<'a> {
    pub course: &'a Course,
    pub number: usize,
    pub lesson: &'a Id,
    pub question: &'a Question,
    pub order: &'a [usize],
    /// One for each attempt; [`Answer::Skipped`] for none.
    pub answers: Vec<(&'a Answer, Score)>,
    /// Number of questions in the quiz.
    pub items: usize,
}

impl Answered<'_> {
    pub fn told(&self, figures: &ItemFigures) -> TestQuestion {
        let ask = &self.question.ask;
        let counting = Counting { course: self.course, question: self.question, key: &Key::Author, order: self.order };
        let options = counting.rows(&picks(options_of(ask), self.answers.iter().map(|a| a.0)).by_option, None);
        let verdict = |wanted| self.answers.iter().filter(|(_, score)| score.verdict() == wanted).count();
        let idle = if self.answers.is_empty() { Vec::new() } else { unused(&options) };
        TestQuestion {
            about: About::of(self.course, self.number, self.lesson, self.question, self.question.points.into()),
            key: answer_words::author(self.course, ask),
            right: verdict(Verdict::Right),
            partly: verdict(Verdict::Partly),
            wrong: verdict(Verdict::Wrong),
            no_answer: self.answers.iter().filter(|(answer, _)| **answer == Answer::Skipped).count(),
            facility: Figure::new(figures.facility, Unit::Share, &[(true, "nobody took the quiz")]),
            discrimination_index: self.link(figures.discrimination_index),
            discriminative_efficiency: self.link(figures.discriminative_efficiency),
            hints: hints::of_item(figures, &idle, self.answers.len()),
            options,
            unused_distractors: idle,
        }
    }

    /// A figure about this question and the rest.
    fn link(&self, value: Option<f64>) -> Figure {
        let mut marks = self.answers.iter().map(|(_, score)| score.points);
        let first = marks.next().unwrap_or(0.0);
        let same = marks.all(|mark| mark.total_cmp(&first).is_eq());
        let reasons = [
            (self.answers.len() < 2, "it takes two attempts"),
            (self.items < 2, "there is no other question to compare with"),
            (same, "everyone earned the same here"),
            (true, "everyone earned the same on the other questions"),
        ];
        Figure::new(value, Unit::Percent, &reasons)
    }
}
