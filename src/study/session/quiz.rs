//! A quiz being taken: which question is asked, what an answer earns, what is taken back, and when the time is up.

use jiff::{SignedDuration, Timestamp};

use crate::course::Course;
use crate::study::certainty::Certainty;
use crate::study::event::{EventId, EventKind, RunId};
use crate::study::item::{Item, Response};
use crate::study::missed::request_cards;
use crate::study::quiz::{Given, Mode, Paper, PaperSpec, Sitting};
use crate::study::time::Clock;

/// A quiz under way.
#[derive(Clone, Debug)]
pub struct QuizSession {
    /// `None` until its start is saved.
    run: Option<RunId>,
    sitting: Sitting,
    /// When the current question came up.
    since: Timestamp,
    just_given: JustGiven,
}

/// Whether the answer to the current question was given just now, so that it can be taken back.
#[derive(Clone, Copy, Debug)]
enum JustGiven {
    No,
    Unsaved,
    Saved(EventId),
}

/// Why no quiz can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these lessons have no questions")]
pub struct NoQuestions;

/// Why an answer was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerRefused {
    TimeIsUp,
    /// The start of the quiz is not saved yet.
    NotAsked,
}

impl QuizSession {
    /// A new quiz, and its start, which is to be saved.
    ///
    /// # Errors
    /// When the lessons have no question.
    pub fn start(course: &Course, spec: PaperSpec, now: Timestamp) -> Result<(Self, EventKind), NoQuestions> {
        Self::start_of(Paper::to_take(course, spec).ok_or(NoQuestions)?, now)
    }

    /// The same of a paper that was drawn elsewhere.
    ///
    /// # Errors
    /// When it has no question.
    pub fn start_of(paper: Paper, now: Timestamp) -> Result<(Self, EventKind), NoQuestions> {
        if paper.items.is_empty() {
            return Err(NoQuestions);
        }
        let started = EventKind::QuizStarted { paper: paper.spec.clone(), items: paper.items.clone() };
        Ok((Self { run: None, sitting: Sitting::new(paper, now), since: now, just_given: JustGiven::No }, started))
    }

    /// The quiz `run`, where it was left: with what was `given` by position.
    ///
    /// # Errors
    /// When the course has none of its questions any more.
    pub fn resume(run: RunId, paper: Paper, given: Vec<Option<Given>>, now: Timestamp) -> Result<Self, NoQuestions> {
        let sitting = Sitting::resumed(paper, given, now);
        if sitting.is_empty() {
            return Err(NoQuestions);
        }
        Ok(Self { run: Some(run), sitting, since: now, just_given: JustGiven::No })
    }

    /// `None` until its start is saved.
    #[must_use]
    pub fn run(&self) -> Option<RunId> {
        self.run
    }

    #[must_use]
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// The current item of the paper.
    #[must_use]
    pub fn item(&self) -> Option<&Item> {
        self.sitting.paper.items.get(self.sitting.at())
    }

    /// The answer that was given to the current question.
    #[must_use]
    pub fn given(&self) -> Option<&Given> {
        self.sitting.given(self.sitting.at())
    }

    /// Whether certainty can be asked for: a placement test measures, and practice before a class counts for nobody.
    #[must_use]
    pub fn asks_certainty(&self) -> bool {
        match self.sitting.mode() {
            Mode::Practice | Mode::Exam => true,
            Mode::Placement(_) | Mode::InClass => false,
        }
    }

    /// The next question without an answer, from the first again after the last; `None` when all have one.
    #[must_use]
    pub fn next_open(&self) -> Option<usize> {
        let n = self.sitting.len();
        (1..=n).map(|d| (self.sitting.at() + d) % n).find(|&i| self.sitting.given(i).is_none())
    }

    /// Puts the question at `to`, if there is one.
    pub fn go(&mut self, to: usize, now: Timestamp) {
        self.sitting.go(to);
        (self.since, self.just_given) = (now, JustGiven::No);
    }

    pub fn toggle_flag(&mut self) {
        self.sitting.toggle_flag();
    }

    /// Grades and keeps an answer to the current question, given with this certainty where that is asked. What is to be saved.
    ///
    /// # Errors
    /// When the answer does not count; nothing is kept then.
    pub fn answer(
        &mut self,
        answer: Response,
        certainty: Option<Certainty>,
        clock: &Clock,
    ) -> Result<EventKind, AnswerRefused> {
        if self.sitting.time_is_up(clock.now) {
            return Err(AnswerRefused::TimeIsUp);
        }
        let (Some(run), Some(item)) = (self.run, self.item()) else { return Err(AnswerRefused::NotAsked) };
        let given = Given { score: item.grade(&answer), answer, took_ms: clock.ms_since(self.since), certainty };
        let answered = EventKind::Answered {
            run,
            question: item.question.clone(),
            objective: item.objective.clone(),
            lesson: item.lesson.clone(),
            answer: given.answer.clone(),
            score: given.score,
            took_ms: given.took_ms,
            certainty,
        };
        self.sitting.give(given);
        self.just_given = JustGiven::Unsaved;
        Ok(answered)
    }

    /// Takes back the answer just given; its time goes on. What is to be saved; `None` when another question was shown since.
    #[must_use]
    pub fn take_back(&mut self) -> Option<EventKind> {
        let JustGiven::Saved(event) = self.just_given else { return None };
        self.just_given = JustGiven::No;
        self.sitting.take_back();
        Some(EventKind::Undone { event })
    }

    /// The end, which is to be saved, and what the missed questions ask for; nothing while the start is not saved. A
    /// placement test asks for no cards.
    #[must_use]
    pub fn finish(&self, course: &Course) -> Vec<EventKind> {
        let Some(run) = self.run else { return Vec::new() };
        let request = match self.sitting.mode() {
            Mode::Practice | Mode::Exam => request_cards(course, &self.sitting.missed()),
            Mode::Placement(_) | Mode::InClass => None,
        };
        [EventKind::QuizEnded { run, done: true }].into_iter().chain(request).collect()
    }

    /// `what` was saved under the number `id`.
    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        match (what, self.just_given) {
            (EventKind::QuizStarted { .. }, _) => self.run = Some(id),
            (EventKind::Answered { .. }, JustGiven::Unsaved) => self.just_given = JustGiven::Saved(id),
            _ => {}
        }
    }

    /// The same in steps of ten seconds until the last ten, for eyes that movement disturbs.
    #[must_use]
    pub fn wakes_seldom_at(&self, now: Timestamp) -> Option<Timestamp> {
        let left = i64::try_from(self.sitting.left_s(now)?).ok()?;
        let passed_over = if left > 10 { (left - 1) % 10 } else { 0 };
        self.wakes_at(now)?.checked_add(SignedDuration::from_secs(passed_over)).ok()
    }

    /// When the second that is shown changes; `None` without a limit.
    #[must_use]
    pub fn wakes_at(&self, now: Timestamp) -> Option<Timestamp> {
        let left = self.sitting.left_s(now)?;
        let limit_ms = i64::from(self.sitting.paper.spec.limit_s?) * 1000;
        let spent_ms = i64::try_from(self.sitting.elapsed_ms(now)).ok()?;
        let until_ms = (limit_ms - spent_ms) - (i64::try_from(left).ok()? - 1) * 1000;
        now.checked_add(SignedDuration::from_millis(until_ms.max(1))).ok()
    }
}
