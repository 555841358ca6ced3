//! The report of a quiz that several people took, on the screen or on paper.

use serde::Serialize;

use super::items::{Answered, TestQuestion};
use super::summary::Whole;
use super::which_question::LessonName;
use super::{FORMAT, hints};
use crate::course::Course;
use crate::course::attribution::Attribution;
use crate::course::model::Id;
use crate::study::item::{Item, Response, tamed};
use crate::study::quiz::{Paper, percent};
use crate::study::score::{Score, Verdict};
use crate::study::statistics::{Figures, ItemFigures, Matrix, WholeFigures};

/// One person's go at the quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    pub who: String,
    pub how: How,
    /// Of the paper, `A` to `D`; `A` on the screen.
    pub version: char,
    /// In any order. A question that is missing was not answered.
    pub answers: Vec<(Id, Response, Score)>,
    pub took_ms: Option<u64>,
}

/// Where the answers were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    Screen,
    Paper,
}

/// Everything that is told about a quiz that several people took.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestReport {
    pub format: u8,
    pub course: Attribution,
    /// The lessons the questions were drawn from; empty for the whole course.
    pub lessons: Vec<LessonName>,
    /// Draws the same questions again.
    pub seed: u64,
    /// S in the formulas.
    pub attempts: usize,
    /// Most points of the whole quiz.
    pub points: f64,
    /// Why the figures are not to be read; `null` from ten attempts on.
    pub too_few: Option<String>,
    /// What else has to be known to read the figures.
    pub notes: Vec<String>,
    /// In the order given.
    pub people: Vec<Person>,
    pub whole: Whole,
    /// What a consistency below 0 means; `null` when it is not.
    pub consistency_warning: Option<&'static str>,
    /// Scores in tenths of the points.
    pub scores: Vec<Bin>,
    /// In the order of the screen.
    pub questions: Vec<TestQuestion>,
}

/// What a person earned.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    pub who: String,
    pub how: How,
    pub version: char,
    pub points: f64,
    pub could_earn: f64,
    /// Rounded down, so that 100 means all.
    pub percent: u32,
    /// Questions answered fully right.
    pub right: usize,
    pub answered: usize,
    pub took_s: Option<u64>,
    /// Points by question, in the order of `questions`; `null` for no answer, which counts 0.
    pub earned: Vec<Option<f64>>,
}

/// How many scored from `from_percent` to under `below_percent`; the last bin holds 100 % too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bin {
    pub from_percent: u32,
    pub below_percent: u32,
    pub people: usize,
}

impl TestReport {
    /// The report of `attempts` at `paper`.
    #[must_use]
    pub fn of(course: &Course, paper: &Paper, attempts: &[Attempt]) -> Self {
        let Paper { spec, .. } = paper;
        let sheet = Grid::of(course, paper, attempts);
        let figures = sheet.figures();
        let people: Vec<Person> = attempts.iter().map(|attempt| sheet.person(attempt)).collect();
        let whole = Whole::of(&figures.whole, attempts.len(), sheet.asked.len());
        Self {
            format: FORMAT,
            course: course.attribution(),
            lessons: spec.lessons.iter().map(|id| LessonName::of(course, id)).collect(),
            seed: spec.seed,
            attempts: attempts.len(),
            points: sum(sheet.most()),
            too_few: hints::sample(attempts.len()),
            notes: sheet.notes(),
            scores: bins(&people),
            people,
            consistency_warning: whole.warning(),
            whole,
            questions: (0..sheet.asked.len()).map(|at| sheet.answered(at).told(&figures.items[at])).collect(),
        }
    }
}

/// Questions down, attempts across.
struct Grid<'a> {
    course: &'a Course,
    /// Those that give points.
    asked: Vec<&'a Item>,
    attempts: &'a [Attempt],
}

impl<'a> Grid<'a> {
    fn of(course: &'a Course, paper: &'a Paper, attempts: &'a [Attempt]) -> Self {
        Self { course, asked: paper.items.iter().filter(|item| item.points > 0).collect(), attempts }
    }

    fn most(&self) -> Vec<f64> {
        self.asked.iter().map(|item| f64::from(item.points)).collect()
    }

    /// What `attempt` has for `question`: the answer and its part of the question's points.
    fn given(attempt: &'a Attempt, item: &Item) -> Option<(&'a Response, Score)> {
        let (_, answer, score) = attempt.answers.iter().rev().find(|(id, ..)| *id == item.question)?;
        let of = f64::from(item.points);
        let points = if score.of.total_cmp(&of).is_eq() { score.points } else { score.share() * of };
        let points = if points.is_finite() { points } else { 0.0 };
        Some((answer, Score { points, of }))
    }

    fn figures(&self) -> Figures {
        let mark = |attempt, item| Self::given(attempt, item).map_or(0.0, |(_, score)| score.points);
        let rows = self.attempts.iter().map(|a| self.asked.iter().map(|item| mark(a, item)).collect()).collect();
        // Points above 0, finite marks, one for each question: this is a matrix, and nothing is lost by the fallback.
        let none = || Figures {
            attempts: 0,
            items: vec![ItemFigures::default(); self.asked.len()],
            whole: WholeFigures::default(),
        };
        Matrix::new(self.most(), rows).map_or_else(|_| none(), |matrix| Figures::of(&matrix))
    }

    fn answered(&self, at: usize) -> Answered<'_> {
        let item = self.asked[at];
        let none = (&Response::Blank, item.nothing());
        let answers = self.attempts.iter().map(|a| Self::given(a, item).unwrap_or(none)).collect();
        Answered { course: self.course, number: at + 1, item, answers, items: self.asked.len() }
    }

    fn person(&self, attempt: &'a Attempt) -> Person {
        let given: Vec<_> = self
            .asked
            .iter()
            .map(|item| Self::given(attempt, item).filter(|(response, _)| response.is_answer()))
            .collect();
        let of = sum(self.most());
        let points = sum(given.iter().flatten().map(|(_, score)| score.points));
        Person {
            who: tamed(&attempt.who),
            how: attempt.how,
            version: attempt.version,
            points,
            could_earn: of,
            percent: percent(Score { points, of }),
            right: given.iter().flatten().filter(|(_, score)| score.verdict() == Verdict::Right).count(),
            answered: given.iter().flatten().count(),
            took_s: attempt.took_ms.map(|ms| ms / 1000),
            earned: given.iter().map(|g| g.map(|(_, score)| score.points)).collect(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let silent = self
            .attempts
            .iter()
            .any(|a| self.asked.iter().any(|item| Self::given(a, item).is_none_or(|g| !g.0.is_answer())));
        let silent = silent.then(|| "A question without an answer counts 0.".to_owned());
        let on_paper = self.attempts.iter().any(|a| a.how == How::Paper || a.version != 'A');
        let on_paper = on_paper.then(|| {
            "Options carry the letters of the screen; on the sheets of paper their order may differ, so go by their words.".to_owned()
        });
        let known = |id: &Id| self.asked.iter().any(|item| item.question == *id);
        let strangers = self.attempts.iter().flat_map(|a| &a.answers).filter(|(id, ..)| !known(id)).count();
        let strangers = (strangers > 0).then(|| {
            format!("Answers left out: {strangers}. They belong to questions that this quiz no longer has, since the course has changed.")
        });
        [hints::precision(self.attempts.len()), silent, on_paper, strangers].into_iter().flatten().collect()
    }
}

/// From 0 up: an empty sum of floats is −0 otherwise, and would be told so.
fn sum(points: impl IntoIterator<Item = f64>) -> f64 {
    points.into_iter().fold(0.0, |all, one| all + one)
}

fn bins(people: &[Person]) -> Vec<Bin> {
    let bin = |from: u32| Bin {
        from_percent: from * 10,
        below_percent: from * 10 + 10,
        people: people.iter().filter(|p| (p.percent / 10).min(9) == from).count(),
    };
    (0..10).map(bin).collect()
}
