//! A quiz being taken: which question is asked, what an answer earns, what is taken back, and when the time is up.

use jiff::{SignedDuration, Timestamp};

use crate::course::Course;
use crate::study::adaptive::{AbilityChange, AdaptivePractice, ChoiceReason};
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
    /// What chooses its questions, where they are chosen as it goes.
    adaptive: Option<AdaptivePractice>,
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
        Ok((Self::of(None, Sitting::new(paper, now), now), started))
    }

    /// The same of a paper of [`Mode::Adaptive`], whose questions `adaptive` chooses.
    ///
    /// # Errors
    /// When the lessons have no question.
    pub fn start_adaptive(
        course: &Course,
        spec: PaperSpec,
        adaptive: AdaptivePractice,
        now: Timestamp,
    ) -> Result<(Self, EventKind), NoQuestions> {
        let started = EventKind::QuizStarted { paper: spec.clone(), items: Vec::new() };
        let sitting = Sitting::new(Paper { spec, items: Vec::new() }, now);
        Self::of(None, sitting, now).adapting(course, adaptive).map(|session| (session, started))
    }

    /// The adaptive practice `run`, where it was left, as [`Self::resume`] has it of other quizzes.
    ///
    /// # Errors
    /// When nothing was answered, and the lessons have no question any more.
    pub fn resume_adaptive(
        (run, paper): (RunId, Paper),
        given: Vec<Option<Given>>,
        course: &Course,
        adaptive: AdaptivePractice,
        now: Timestamp,
    ) -> Result<Self, NoQuestions> {
        Self::of(Some(run), Sitting::resumed(paper, given, now), now).adapting(course, adaptive)
    }

    fn adapting(mut self, course: &Course, adaptive: AdaptivePractice) -> Result<Self, NoQuestions> {
        self.adaptive = Some(adaptive);
        self.extend(course);
        if self.sitting.is_empty() { Err(NoQuestions) } else { Ok(self) }
    }

    /// Adds the next question, where questions are chosen as it goes and all so far have an answer.
    fn extend(&mut self, course: &Course) {
        let Some(adaptive) = &self.adaptive else { return };
        if self.sitting.answered() == self.sitting.len()
            && let Some(item) = adaptive.next(course, &self.sitting)
        {
            self.sitting.add(item);
        }
    }

    fn of(run: Option<RunId>, sitting: Sitting, now: Timestamp) -> Self {
        Self { run, sitting, since: now, just_given: JustGiven::No, adaptive: None }
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
        Ok(Self::of(Some(run), sitting, now))
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
            Mode::Practice | Mode::Adaptive | Mode::Exam => true,
            Mode::Placement(_) | Mode::InClass => false,
        }
    }

    /// Why the current question was chosen, where questions are chosen as it goes.
    #[must_use]
    pub fn why(&self, course: &Course) -> Option<ChoiceReason> {
        self.adaptive.as_ref()?.why(course, &self.sitting)
    }

    /// How many questions there will be, as far as can be told.
    #[must_use]
    pub fn length(&self) -> usize {
        if self.adaptive.is_some() { self.sitting.paper.spec.length } else { self.sitting.len() }
    }

    /// What is to be shown at the end: all questions, or those that were answered where the learner ends it; and what that
    /// says of the learner.
    #[must_use]
    pub fn handed_in(&self, course: &Course) -> (Sitting, Option<AbilityChange>) {
        let Some(adaptive) = &self.adaptive else { return (self.sitting.clone(), None) };
        let sitting = self.sitting.clone().of_what_was_answered();
        let change = adaptive.change(course, &sitting);
        (sitting, Some(change))
    }

    /// The next question without an answer, from the first again after the last; `None` when all have one and no other is
    /// chosen.
    #[must_use]
    pub fn next_open(&mut self, course: &Course) -> Option<usize> {
        self.extend(course);
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
            items: self.adaptive.iter().map(|_| item.clone()).collect(),
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
        let (handed_in, _) = self.handed_in(course);
        let request = match self.sitting.mode() {
            Mode::Practice | Mode::Adaptive | Mode::Exam => request_cards(course, &handed_in.missed()),
            Mode::Placement(_) | Mode::InClass => None,
        };
        let done = !handed_in.is_empty();
        [EventKind::QuizEnded { run, done }].into_iter().chain(request).collect()
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
