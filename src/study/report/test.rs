//! The report of a quiz that several people took, on the screen or on paper.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::answer::GivenAnswer;
use super::headline::{ReportHead, Roster};
use super::items::{Answered, TestQuestion};
use super::summary::Whole;
use super::which_question::LessonName;
use super::{FORMAT, hints};
use crate::course::Course;
use crate::course::attribution::Attribution;
use crate::course::model::Id;
use crate::study::class::{PaperLabel, SchoolClass};
use crate::study::item::{Item, Key, Response, tamed};
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
    /// A homework, which came back as a code.
    Home,
}

impl How {
    /// As it is written in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Paper => "paper",
            Self::Home => "home",
        }
    }
}

/// Everything that is told about a quiz that several people took.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestReport {
    pub format: u8,
    pub course: Attribution,
    pub headline: ReportHead,
    /// The class it is about, and who was away.
    pub roster: Roster,
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
    /// To the nearest; 100 only of all.
    pub percent: u32,
    /// Questions answered fully right.
    pub right: usize,
    pub answered: usize,
    pub took_s: Option<u64>,
    /// Points by question, in the order of `questions`; `null` for no answer, which counts 0.
    pub earned: Vec<Option<f64>>,
    /// The same with what was answered.
    pub answers: Vec<GivenAnswer>,
}

/// How many scored from `from_percent` to `to_percent`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bin {
    pub from_percent: u32,
    pub to_percent: u32,
    pub people: usize,
}

impl TestReport {
    /// The report of `attempts` at `paper`.
    #[must_use]
    pub fn of(course: &Course, paper: &Paper, attempts: &[Attempt]) -> Self {
        Self::by_keys(course, paper, attempts, &HashMap::new())
    }

    /// The same when other keys than the authors' stand for some questions: everything is computed anew.
    #[must_use]
    pub fn by_keys(course: &Course, paper: &Paper, attempts: &[Attempt], keys: &HashMap<Id, Key>) -> Self {
        let (paper, attempts) = (&counting(paper, keys), &regraded(paper, attempts, keys)[..]);
        let Paper { spec, .. } = paper;
        let sheet = Grid { keys, ..Grid::of(course, paper, attempts) };
        let figures = sheet.figures();
        let people: Vec<Person> = attempts.iter().map(|attempt| sheet.person(attempt)).collect();
        let whole = Whole::of(&figures.whole, attempts.len(), sheet.asked.len());
        Self {
            format: FORMAT,
            course: course.attribution(),
            headline: ReportHead::of_paper(&PaperLabel::default(), None, &shares(&people)),
            roster: Roster::default(),
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

impl TestReport {
    /// The same as the report of a class: those on its list who took no part are away.
    #[must_use]
    pub fn labelled(self, label: &PaperLabel, class: Option<&SchoolClass>) -> Self {
        let present: Vec<String> = self.people.iter().map(|person| person.who.clone()).collect();
        let roster = class.map(|class| Roster::of(class).without(&present)).unwrap_or_default();
        Self { headline: ReportHead::of_paper(label, class, &shares(&self.people)), roster, ..self }
    }
}

fn shares(people: &[Person]) -> Vec<f64> {
    let share = |p: &Person| Score { points: p.points, of: p.could_earn }.share();
    people.iter().map(share).collect()
}

/// The paper without the questions that do not count.
fn counting(paper: &Paper, keys: &HashMap<Id, Key>) -> Paper {
    let counts = |item: &&Item| keys.get(&item.question) != Some(&Key::Void);
    Paper { spec: paper.spec.clone(), items: paper.items.iter().filter(counts).cloned().collect() }
}

/// What every answer earns by the keys that stand.
fn regraded(paper: &Paper, attempts: &[Attempt], keys: &HashMap<Id, Key>) -> Vec<Attempt> {
    let mut attempts = attempts.to_vec();
    for (id, answer, score) in attempts.iter_mut().flat_map(|attempt| &mut attempt.answers) {
        let item = paper.items.iter().find(|item| item.question == *id);
        if let Some((item, key)) = item.zip(keys.get(id)).filter(|(_, key)| **key != Key::Author) {
            let of = f64::from(item.points);
            *score = Score { points: key.credit(item, answer).share() * of, of };
        }
    }
    // A question that does not count is nobody's, and no stranger either.
    for attempt in &mut attempts {
        attempt.answers.retain(|(id, ..)| keys.get(id) != Some(&Key::Void));
    }
    attempts
}

/// No key but the authors'.
static AUTHORS: LazyLock<HashMap<Id, Key>> = LazyLock::new(HashMap::new);

/// Questions down, attempts across.
struct Grid<'a> {
    keys: &'a HashMap<Id, Key>,
    course: &'a Course,
    /// Those that give points.
    asked: Vec<&'a Item>,
    attempts: &'a [Attempt],
}

impl<'a> Grid<'a> {
    fn of(course: &'a Course, paper: &'a Paper, attempts: &'a [Attempt]) -> Self {
        Self { keys: &AUTHORS, course, asked: paper.items.iter().filter(|item| item.points > 0).collect(), attempts }
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
        let key = self.keys.get(&item.question).unwrap_or(&Key::Author);
        Answered { course: self.course, number: at + 1, item, key, answers, items: self.asked.len() }
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
            answers: self.asked.iter().map(|item| Self::told(attempt, item)).collect(),
        }
    }

    fn told(attempt: &'a Attempt, item: &Item) -> GivenAnswer {
        let none = (&Response::Blank, item.nothing());
        let (response, score) = Self::given(attempt, item).unwrap_or(none);
        GivenAnswer::new(item, response, score)
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
        to_percent: if from == 9 { 100 } else { from * 10 + 9 },
        people: people.iter().filter(|p| (p.percent / 10).min(9) == from).count(),
    };
    (0..10).map(bin).collect()
}
