//! All ratings, from the answers so far.

use std::collections::HashMap;

use jiff::Timestamp;

use super::difficulty::{guess, starting_difficulty};
use super::rating::{OF_ABILITY, OF_DIFFICULTY, OF_OBJECTIVE, Rating, chance_of_right};
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::study::quiz::Sitting;

/// An answer that was given, on the screen, in class or on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PastAnswer {
    pub at: Timestamp,
    pub by: Respondent,
    pub question: Id,
    /// Earned share, 0 to 1: half the points are half a right answer, as a draw is half a game.
    pub share: f64,
}

/// Whose answer it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Respondent {
    /// The one who practises.
    Learner,
    /// A person on paper, or a class in a drill, told apart from all others.
    Other(String),
}

/// Objective and lesson.
pub(super) type Aim = (Id, Id);

/// The ratings of the learner, of others, and of questions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ratings {
    pub ability: Rating,
    /// What the learner can do more on an objective than on all, or less.
    objectives: HashMap<Aim, Rating>,
    difficulties: HashMap<Id, Rating>,
    others: HashMap<Respondent, Rating>,
    /// How often the learner answered a question.
    times: HashMap<Id, u32>,
}

/// A question in its lesson.
#[derive(Clone, Copy)]
pub(super) struct LessonQuestion<'a> {
    pub lesson: &'a Id,
    pub question: &'a Question,
}

impl LessonQuestion<'_> {
    pub(super) fn aim(self) -> Aim {
        (self.question.aim(self.lesson).clone(), self.lesson.clone())
    }
}

impl Ratings {
    /// What follows from `answers`, in whatever order they are given. Questions that `course` has no longer tell nothing.
    pub(super) fn new(course: &Course, answers: &[PastAnswer]) -> Self {
        let mut sorted: Vec<&PastAnswer> = answers.iter().collect();
        sorted.sort_by(|a, b| {
            (a.at, &a.question, &a.by).cmp(&(b.at, &b.question, &b.by)).then_with(|| a.share.total_cmp(&b.share))
        });
        let mut ratings = Self::default();
        for answer in sorted {
            let Some((lesson, question)) = course.question(&answer.question) else { continue };
            let placed = LessonQuestion { lesson, question };
            match &answer.by {
                Respondent::Learner => ratings.learn(course, placed, answer.share),
                other @ Respondent::Other(_) => ratings.learn_of_other(course, placed, other, answer.share),
            }
        }
        ratings
    }

    /// The same after the first `n` answers of `sitting`.
    pub(super) fn after(&self, course: &Course, sitting: &Sitting, n: usize) -> Self {
        let mut ratings = self.clone();
        for (item, given) in sitting.paper.items.iter().zip(sitting.all_given()).take(n) {
            if let (Some((lesson, question)), Some(given)) = (course.question(&item.question), given) {
                ratings.learn(course, LessonQuestion { lesson, question }, given.score.share());
            }
        }
        ratings
    }

    /// An answer of the learner. A question's difficulty learns from the first alone: the others know its key.
    fn learn(&mut self, course: &Course, asked: LessonQuestion<'_>, share: f64) {
        let surprise = share - self.chance(course, asked);
        self.ability = self.ability.moved(surprise, OF_ABILITY);
        let objective = self.objectives.entry(asked.aim()).or_default();
        *objective = objective.moved(surprise, OF_OBJECTIVE);
        let times = self.times.entry(asked.question.id.clone()).or_default();
        *times += 1;
        if *times == 1 {
            self.harden(course, asked.question, -surprise);
        }
    }

    fn learn_of_other(&mut self, course: &Course, asked: LessonQuestion<'_>, who: &Respondent, share: f64) {
        let known = self.others.get(who).copied().unwrap_or_default();
        let above = known.value - self.difficulty(course, asked.question).value;
        let surprise = share - chance_of_right(above, guess(course, &asked.question.ask));
        self.others.insert(who.clone(), known.moved(surprise, OF_ABILITY));
        self.harden(course, asked.question, -surprise);
    }

    fn harden(&mut self, course: &Course, question: &Question, surprise: f64) {
        let moved = self.difficulty(course, question).moved(surprise, OF_DIFFICULTY);
        self.difficulties.insert(question.id.clone(), moved);
    }

    fn difficulty(&self, course: &Course, question: &Question) -> Rating {
        let known = self.difficulties.get(&question.id);
        known.copied().unwrap_or_else(|| Rating::starting(starting_difficulty(course, question)))
    }

    /// What the learner can do more on an objective than on all, or less.
    pub(super) fn on_objective(&self, aim: &Aim) -> f64 {
        self.objectives.get(aim).map_or(0.0, |rating| rating.value)
    }

    /// How likely the learner is right.
    pub(super) fn chance(&self, course: &Course, asked: LessonQuestion<'_>) -> f64 {
        let above =
            self.ability.value + self.on_objective(&asked.aim()) - self.difficulty(course, asked.question).value;
        chance_of_right(above, guess(course, &asked.question.ask))
    }

    /// How often the learner answered it.
    pub(super) fn times(&self, question: &Id) -> u32 {
        self.times.get(question).copied().unwrap_or(0)
    }
}
