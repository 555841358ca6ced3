//! A question of a quiz that several people took.

use serde::Serialize;

use super::answer::AnswerState;
use super::figure::{Figure, Unit};
use super::hints::{self, Observation};
use super::options::{Counting, OptionCount, unused};
use super::which_question::About;
use crate::course::Course;
use crate::study::item::{Item, Key, Response};
use crate::study::score::Score;
use crate::study::statistics::{ItemFigures, picks};

/// A question with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestQuestion {
    #[serde(flatten)]
    pub about: About,
    /// In words.
    pub key: String,
    /// Attempts that earned all, part and none of the points by an answer.
    pub right: usize,
    pub partly: usize,
    pub wrong: usize,
    /// Attempts that passed, which count 0.
    pub passed: usize,
    /// Attempts without anything, which count 0.
    pub blank: usize,
    /// Both together: attempts without an answer.
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
    pub item: &'a Item,
    /// The key that stands.
    pub key: &'a Key,
    /// One for each attempt; [`Response::Blank`] for none.
    pub answers: Vec<(&'a Response, Score)>,
    /// Number of questions in the quiz.
    pub items: usize,
}

impl Answered<'_> {
    pub(super) fn told(&self, figures: &ItemFigures) -> TestQuestion {
        let item = self.item;
        let picked = picks(item.form.options().len(), self.answers.iter().map(|a| a.0));
        let options = Counting { item, key: self.key }.rows(&picked.by_option, None);
        let state =
            |wanted| self.answers.iter().filter(|(said, score)| AnswerState::of(said, *score) == wanted).count();
        let idle = if self.answers.is_empty() { Vec::new() } else { unused(&options) };
        TestQuestion {
            about: About::of(self.course, self.number, item),
            key: item.key_in_words(self.key),
            right: state(AnswerState::Right),
            partly: state(AnswerState::Partly),
            wrong: state(AnswerState::Wrong),
            passed: state(AnswerState::Passed),
            blank: state(AnswerState::Blank),
            no_answer: self.answers.iter().filter(|(response, _)| !response.is_answer()).count(),
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
