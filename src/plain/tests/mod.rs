//! Scripts of input lines, and what is printed and saved. Nothing sleeps: the clock moves when it is looked at.

mod at_cards;
mod at_drills;
mod at_lessons;
mod at_questions;
mod at_quizzes;
mod at_scenarios;
mod at_sheets;

use std::cell::Cell;
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::*;
use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Learner, Store};
use crate::study::event::RunId;
use crate::study::item::Response;
use crate::study::queue::Limits;
use crate::study::quiz::{Mode, Paper, PaperSpec};
use crate::study::time::Clock;

/// A course of one lesson, with a question of each kind.
static COURSE: LazyLock<Course> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("lessons/01-a.ron", include_str!("course/lesson.ron")),
        ("quizzes/01-a.ron", include_str!("course/bank.ron")),
        ("quizzes/scenarios/bridge.ron", include_str!("course/scenario.ron")),
        ("assets/references.ron", include_str!("course/references.ron")),
        ("assets/schemes.ron", include_str!("../../../assets/schemes.ron")),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let course = Course::open(folder.path()).unwrap();
    assert_eq!(
        course.problems().iter().filter(|p| !p.message.contains("course.ron")).count(),
        0,
        "{:?}",
        course.problems()
    );
    course
});

static BUILT_IN: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());

fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

/// A learner at a terminal.
struct Bench {
    course: &'static Course,
    store: Store,
    now: Cell<Timestamp>,
    /// Seconds that pass between two looks at the clock.
    tick_s: i64,
    said: String,
    result: String,
}

impl Bench {
    /// With another course.
    fn with(course: &'static Course) -> Self {
        Self { course, ..Self::new() }
    }

    fn new() -> Self {
        let store = Store::in_memory(Learner { profile: "ada".into(), course: id("course") }).unwrap();
        Self {
            course: &COURSE,
            store,
            now: Cell::new("2026-03-10T12:00:00Z".parse().unwrap()),
            tick_s: 2,
            said: String::new(),
            result: String::new(),
        }
    }

    /// Runs an activity over `script`, whose lines are apart by `|`; it ends where the input ends.
    fn run(&mut self, script: &str, activity: impl FnOnce(Session<'_>) -> Result<Outcome, PlainError>) -> Outcome {
        let lines: String = script.split('|').map(|line| format!("{line}\n")).collect();
        let mut input = if script == END { b"".as_slice() } else { lines.as_bytes() };
        let (mut talk, mut result) = (Vec::new(), Vec::new());
        let clock = || {
            self.now.set(self.now.get() + SignedDuration::from_secs(self.tick_s));
            Clock::new(self.now.get(), TimeZone::UTC)
        };
        let console = Console::new(&mut input, &mut talk, &mut result);
        let session = Session { course: self.course, store: &mut self.store, clock: &clock, seed: None, console };
        let outcome = activity(session).unwrap();
        self.said = String::from_utf8(talk).unwrap();
        self.result = String::from_utf8(result).unwrap();
        assert!(self.said.lines().all(|line| textwrap::core::display_width(line) <= 76), "{}", self.said);
        outcome
    }

    fn clock(&self) -> Clock {
        Clock::new(self.now.get(), TimeZone::UTC)
    }

    fn quiz(&mut self, script: &str, spec: PaperSpec) -> Outcome {
        self.run(script, |session| quiz(session, spec, QuizOptions { json: true, ..QuizOptions::default() }))
    }

    fn cards(&mut self, script: &str) -> Outcome {
        self.run(script, |session| cards(session, Some(id("a")), Limits::default()))
    }

    fn cards_days_later(&mut self, days: i64, script: &str) -> Outcome {
        self.now.set(self.now.get() + SignedDuration::from_hours(24 * days));
        self.cards(script)
    }

    fn learn(&mut self, script: &str, pauses: bool) -> Outcome {
        self.run(script, |session| learn(session, &id("a"), pauses))
    }

    #[track_caller]
    fn heard(&self, words: &str) {
        let one_line = self.said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.contains(words), "{words:?} was not said:\n{}", self.said);
    }

    #[track_caller]
    fn not_heard(&self, words: &str) {
        assert!(!self.said.contains(words), "{words:?} was said:\n{}", self.said);
    }

    fn last_run(&self) -> RunId {
        self.store.runs(1).unwrap()[0].id
    }

    /// What the log holds of the last quiz: question and answer.
    fn answers(&self) -> Vec<(String, Response)> {
        let answers = self.store.answers(self.last_run()).unwrap();
        answers.into_iter().map(|a| (a.question.to_string(), a.answer)).collect()
    }
}

/// A script without a single line.
const END: &str = "<end>";

/// A practice of just these questions, in this order.
fn only(questions: &[&str]) -> PaperSpec {
    PaperSpec {
        lessons: vec![id("a")],
        length: 0,
        seed: 7,
        mode: Mode::Practice,
        limit_s: None,
        only: questions.iter().map(|q| id(q)).collect(),
    }
}

fn exam(questions: &[&str]) -> PaperSpec {
    PaperSpec { mode: Mode::Exam, ..only(questions) }
}

/// The places, from 1, at which `question` shows what the author wrote in the order `wanted`.
fn places(question: &str, wanted: &[usize]) -> Vec<usize> {
    let order = Paper::draw(&COURSE, only(&[question])).items[0].order.clone();
    wanted.iter().map(|of| order.iter().position(|o| o == of).unwrap() + 1).collect()
}
