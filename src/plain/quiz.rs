//! A quiz as lines: practice with feedback after each question, exam with feedback at the end.

use super::answer_line::Line;
use super::error::ended;
use super::feedback;
use super::look_up::LookUp;
use super::session::Session;
use super::{Outcome, PlainError, passage, question, report};
use crate::course::wording::count;
use crate::pages::adaptive;
use crate::pages::results::{QuizEnding, earned_percent};
use crate::study::certainty::{Certainty, CertaintyUse};
use crate::study::event::{EventKind, RunId};
use crate::study::item::{Item, Response};
use crate::study::quiz::{Mode, Paper, PaperSpec, Results};
use crate::study::session::{AnswerRefused, QuizSession};
use crate::study::time::Clock;

/// What is wanted of a quiz beside its questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuizOptions {
    /// What came out is written to the console's result, as one object.
    pub json: bool,
    /// Percent needed to pass.
    pub pass_mark: Option<u32>,
    /// What is done with certainty.
    pub certainty: CertaintyUse,
}

/// Draws the paper of `spec` and asks it.
///
/// # Errors
/// When the lessons have no question, something could not be saved, or a line not be read or written.
pub fn quiz(session: Session<'_>, spec: PaperSpec, options: QuizOptions) -> Result<Outcome, PlainError> {
    let now = session.now();
    let begun = session.store.begin_quiz(session.course, spec, now.now)?.map_err(|_| PlainError::NoQuestion)?;
    take(session, begun, &now, options)
}

/// Asks a paper that was drawn before.
///
/// # Errors
/// As [`quiz`].
pub fn quiz_of(session: Session<'_>, paper: Paper, options: QuizOptions) -> Result<Outcome, PlainError> {
    let now = session.now();
    let begun = QuizSession::start_of(paper, now.now).map_err(|_| PlainError::NoQuestion)?;
    take(session, begun, &now, options)
}

fn take(
    session: Session<'_>,
    (quiz, started): (QuizSession, EventKind),
    now: &Clock,
    options: QuizOptions,
) -> Result<Outcome, PlainError> {
    let mut taking = Taking { session, quiz, options };
    taking.save(now, started)?;
    ended(taking.run())
}

/// Takes up the quiz `run` where it was left.
///
/// # Errors
/// As [`quiz`], and when the learner has no such quiz.
pub fn resume(session: Session<'_>, run: RunId, options: QuizOptions) -> Result<Outcome, PlainError> {
    session.store.run(run)?.ok_or(PlainError::NoQuiz(run.0))?;
    let quiz = session.store.resume_quiz(session.course, run, session.now().now)?.ok_or(PlainError::NoQuestion)?;
    ended(Taking { session, quiz, options }.run())
}

/// A quiz under way.
struct Taking<'a> {
    session: Session<'a>,
    quiz: QuizSession,
    options: QuizOptions,
}

/// The time ran out before the question was answered.
struct TimeIsUp;

impl Taking<'_> {
    fn run(mut self) -> Result<Outcome, PlainError> {
        self.opening()?;
        match self.questions() {
            Ok(()) => self.finish(),
            Err(PlainError::Left) if self.quiz.sitting().mode() == Mode::Adaptive => self.finish(),
            Err(PlainError::Left) => self.leave(),
            Err(error) => Err(error),
        }
    }

    /// Asks what has no answer yet, until the time is up.
    fn questions(&mut self) -> Result<(), PlainError> {
        let is_open = |quiz: &QuizSession, at: usize| quiz.sitting().given(at).is_none();
        let mut next = (0..self.quiz.sitting().len()).find(|&at| is_open(&self.quiz, at));
        while let Some(at) = next {
            if let Err(TimeIsUp) = self.one(at)? {
                return self.session.say("Time is up; unanswered questions count as wrong.");
            }
            next = self.quiz.next_open(self.session.course).filter(|&after| after != at);
        }
        Ok(())
    }

    fn opening(&mut self) -> Result<(), PlainError> {
        let spec = &self.quiz.sitting().paper.spec;
        let told = match spec.mode {
            Mode::Practice => "Practice: feedback after each question.",
            Mode::Adaptive => {
                "Adaptive practice: each question is chosen by your answers so far. Type why to hear why; q ends it."
            }
            Mode::InClass => "Practice in class: feedback after each question; it counts for nobody.",
            Mode::Exam => "Exam: feedback at the end.",
            Mode::Placement(half) => {
                let questions = count(self.quiz.sitting().len(), "question");
                return self.session.say(&format!("Placement test {}: {questions}.", half.words()));
            }
        };
        let about = match spec.lessons.as_slice() {
            [] => "the whole course".to_owned(),
            [one] => self.session.course.title(one),
            many => count(many.len(), "lesson"),
        };
        let limit = spec.limit_s.map_or_else(String::new, |s| format!(" You have {} in total.", span(u64::from(s))));
        let said =
            format!("Quiz on {about}: {}, seed {}. {told}{limit}", count(self.quiz.length(), "question"), spec.seed);
        self.session.say(&said)
    }

    /// Asks the question at `at` and saves the answer.
    fn one(&mut self, at: usize) -> Result<Result<(), TimeIsUp>, PlainError> {
        let (course, since) = (self.session.course, self.session.now());
        self.quiz.go(at, since.now);
        let Some(item) = self.quiz.item().cloned() else { return Ok(Ok(())) };
        if self.quiz.sitting().time_is_up(since.now) {
            return Ok(Err(TimeIsUp));
        }
        self.header(&item, &since)?;
        let looking_up = if self.quiz.sitting().mode().tells_at_once() { LookUp::On } else { LookUp::Off };
        let answer = loop {
            match question::ask(&mut self.session.console, course, &item, looking_up)? {
                Line::Leave => return Err(PlainError::Left),
                Line::Answer(answer) => break answer,
                Line::Flag(note) => self.flag(&item, &note)?,
                Line::Why => self.why()?,
            }
        };
        let certainty = self.certainty(&answer)?;
        let now = self.session.now();
        match self.quiz.answer(answer, certainty, &now) {
            Ok(answered) => self.save(&now, answered)?,
            Err(AnswerRefused::TimeIsUp) => return Ok(Err(TimeIsUp)),
            Err(AnswerRefused::NotAsked) => return Ok(Ok(())),
        }
        if self.quiz.sitting().mode().tells_at_once()
            && let Some(given) = self.quiz.given()
        {
            feedback::say(&mut self.session.console, course, &item, Some(given))?;
        }
        Ok(Ok(()))
    }

    /// Why the question that is asked was chosen.
    fn why(&mut self) -> Result<(), PlainError> {
        match self.quiz.why(self.session.course) {
            Some(reason) => {
                let passages = adaptive::why(self.session.course, &reason);
                passage::say(&mut self.session.console, self.session.course, &passages)
            }
            None => self.session.say("It was drawn by chance, from the objectives in turn."),
        }
    }

    /// How certain the learner is, where that is asked and there is an answer.
    fn certainty(&mut self, answer: &Response) -> Result<Option<Certainty>, PlainError> {
        if self.options.certainty == CertaintyUse::Off || !answer.is_answer() || !self.quiz.asks_certainty() {
            return Ok(None);
        }
        let level = |(at, level): (usize, Certainty)| format!("{} {} ({})", at + 1, level.name(), level.honest_range());
        let levels = Certainty::ALL.into_iter().enumerate().map(level).collect::<Vec<_>>().join("  ");
        let at = self.session.ask_number(&format!("How certain are you? {levels}"), Certainty::ALL.len())?;
        Ok(Some(Certainty::ALL[at]))
    }

    /// Flags the question that was answered last; before the first answer the one that is asked.
    fn flag(&mut self, asked: &Item, note: &str) -> Result<(), PlainError> {
        let sitting = self.quiz.sitting();
        let before = (0..sitting.at()).rev().find(|&at| sitting.given(at).is_some());
        let item = before.and_then(|at| sitting.paper.items.get(at)).unwrap_or(asked).clone();
        self.session.flag(&item.question, &item.lesson, note)
    }

    fn header(&mut self, item: &Item, now: &Clock) -> Result<(), PlainError> {
        let sitting = self.quiz.sitting();
        let left = sitting.left_s(now.now).map_or_else(String::new, |s| format!(", {} left", span(s)));
        let (at, of, kind) = (sitting.at() + 1, self.quiz.length(), item.kind.name());
        self.session.gap()?;
        self.session.say(&format!("Question {at} of {of} ({kind}){left}"))
    }

    fn save(&mut self, now: &Clock, what: EventKind) -> Result<(), PlainError> {
        let id = self.session.save(now, what.clone())?;
        self.quiz.saved(&what, id);
        Ok(())
    }

    fn leave(mut self) -> Result<Outcome, PlainError> {
        let sitting = self.quiz.sitting();
        self.session.say(&format!(
            "Left after {} of {}. The quiz is saved: `ninetracks quiz --plain --resume` resumes it.",
            count(sitting.answered(), "answer"),
            sitting.len()
        ))?;
        Ok(Outcome::Left)
    }

    fn finish(mut self) -> Result<Outcome, PlainError> {
        for done in self.quiz.finish(self.session.course) {
            self.save(&self.session.now(), done)?;
        }
        let course = self.session.course;
        let (sitting, change) = self.quiz.handed_in(course);
        if sitting.is_empty() {
            return Ok(Outcome::Left);
        }
        let results = Results::of(course, &sitting);
        if let Mode::Placement(_) = sitting.mode() {
            return Ok(Outcome::Done);
        }
        let ending = QuizEnding {
            time_is_up: false,
            pass_mark: self.options.pass_mark,
            certainty: self.options.certainty,
            change,
        };
        report::say(&mut self.session.console, course, &sitting, &results, ending)?;
        if self.options.json {
            self.session.console.give(&report::json(&sitting, &results, change))?;
        }
        Ok(Outcome::Scored { percent: earned_percent(&sitting, &results, self.options.certainty) })
    }
}

/// A span of time in words: "1 min 30 s".
fn span(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}
