//! A quiz as lines: practice with feedback after each question, exam with feedback at the end.

use super::answer_line::Line;
use super::error::quietly;
use super::feedback;
use super::session::Session;
use super::wording::count;
use super::{Console, Outcome, PlainError, question, report};
use crate::course::Course;
use crate::store::Store;
use crate::study::event::{EventKind, RunId};
use crate::study::item::Item;
use crate::study::quiz::{Given, Mode, Paper, PaperSpec, Results, Sitting};
use crate::study::time::Clock;

/// Draws the paper of `spec` and asks it. With `json`, what came out is written to the console's result as one object.
///
/// # Errors
/// When the lessons have no question, something could not be saved, or a line not be read or written.
pub fn quiz(
    course: &Course,
    store: &mut Store,
    spec: PaperSpec,
    json: bool,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    let paper = Paper::to_take(course, spec).ok_or(PlainError::NoQuestion)?;
    let mut session = Session { course, store, clock, console };
    let now = clock();
    let what = EventKind::QuizStarted { paper: paper.spec.clone(), items: paper.items.clone() };
    let run = session.save(&now, what)?;
    quietly(Taking { session, run, sitting: Sitting::new(paper, now.now), json }.through())
}

/// Takes up the quiz `run` where it was left.
///
/// # Errors
/// As [`quiz`], and when the learner has no such quiz.
pub fn resume(
    course: &Course,
    store: &mut Store,
    run: RunId,
    json: bool,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    let known = store.run(run)?.ok_or(PlainError::NoQuiz(run.0))?;
    let paper = store.taken_paper(course, &known)?.paper;
    if paper.items.is_empty() {
        return Err(PlainError::NoQuestion);
    }
    let given = store.given(run, &paper)?;
    let sitting = Sitting::resumed(paper, given, clock().now);
    quietly(Taking { session: Session { course, store, clock, console }, run, sitting, json }.through())
}

/// A quiz under way.
struct Taking<'a, 'c> {
    session: Session<'a, 'c>,
    run: RunId,
    sitting: Sitting,
    json: bool,
}

impl Taking<'_, '_> {
    fn through(mut self) -> Result<Outcome, PlainError> {
        self.opening()?;
        for at in 0..self.sitting.len() {
            if self.sitting.given(at).is_some() {
                continue;
            }
            self.sitting.go(at);
            match self.one()? {
                Step::On => {}
                Step::TimeIsUp => {
                    self.session.console.say("The time is up; what was not answered before counts as wrong.")?;
                    break;
                }
                Step::Leave => return self.leave(),
            }
        }
        self.finish()
    }

    fn opening(&mut self) -> Result<(), PlainError> {
        let spec = &self.sitting.paper.spec;
        let about = match spec.lessons.as_slice() {
            [] => "the whole course".to_owned(),
            [one] => self.session.course.title(one),
            many => count(many.len(), "lesson"),
        };
        let told = match spec.mode {
            Mode::Practice => "Practice: you are told after each question.",
            Mode::Exam => "Exam: you are told at the end.",
        };
        let limit =
            spec.limit_s.map_or_else(String::new, |s| format!(" You have {} for all of it.", span(u64::from(s))));
        let said =
            format!("Quiz on {about}: {}, seed {}. {told}{limit}", count(self.sitting.len(), "question"), spec.seed);
        self.session.console.say(&said)
    }

    /// Asks the current question and saves the answer.
    fn one(&mut self) -> Result<Step, PlainError> {
        let item = self.sitting.paper.items[self.sitting.at()].clone();
        let since = (self.session.clock)();
        if self.sitting.time_is_up(since.now) {
            return Ok(Step::TimeIsUp);
        }
        self.header(&item, &since)?;
        let answer = match question::ask(self.session.console, self.session.course, &item)? {
            Line::Leave => return Ok(Step::Leave),
            Line::Answer(answer) => answer,
        };
        let now = (self.session.clock)();
        if self.sitting.time_is_up(now.now) {
            return Ok(Step::TimeIsUp);
        }
        let score = item.grade(&answer);
        let given = Given { answer, score, took_ms: now.ms_since(since.now) };
        self.save(&now, &item, &given)?;
        if self.sitting.mode() == Mode::Practice {
            feedback::say(self.session.console, self.session.course, &item, Some(&given))?;
        }
        self.sitting.give(given);
        Ok(Step::On)
    }

    fn header(&mut self, item: &Item, now: &Clock) -> Result<(), PlainError> {
        let left = self.sitting.left_s(now.now).map_or_else(String::new, |s| format!(", {} left", span(s)));
        let place =
            format!("Question {} of {} ({}){left}", self.sitting.at() + 1, self.sitting.len(), item.kind.name());
        self.session.console.gap()?;
        self.session.console.say(&place)
    }

    fn save(&mut self, now: &Clock, item: &Item, given: &Given) -> Result<(), PlainError> {
        let what = EventKind::Answered {
            run: self.run,
            question: item.question.clone(),
            objective: item.objective.clone(),
            lesson: item.lesson.clone(),
            answer: given.answer.clone(),
            score: given.score,
            took_ms: given.took_ms,
        };
        self.session.save(now, what).map(|_| ())
    }

    fn leave(self) -> Result<Outcome, PlainError> {
        let left = format!(
            "Left after {} of {}. The quiz is kept and can be taken up again.",
            count(self.sitting.answered(), "answer"),
            self.sitting.len()
        );
        self.session.console.say(&left)?;
        Ok(Outcome::Left)
    }

    fn finish(mut self) -> Result<Outcome, PlainError> {
        let now = (self.session.clock)();
        self.session.save(&now, EventKind::QuizEnded { run: self.run, done: true })?;
        let course = self.session.course;
        let results = Results::of(course, &self.sitting);
        report::say(self.session.console, course, &self.sitting, &results)?;
        if self.json {
            self.session.console.give(&report::json(&self.sitting, &results))?;
        }
        Ok(Outcome::Scored { percent: results.percent() })
    }
}

/// What a question led to.
enum Step {
    On,
    TimeIsUp,
    Leave,
}

/// A span of time in words: "1 min 30 s".
fn span(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}
