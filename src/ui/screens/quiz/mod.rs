//! A quiz being taken: practice with feedback after each question, exam with feedback at the end.
//!
//! ```text
//!  keys       the keys of each state, and what they do
//!  answering  giving an answer, its reasons, taking it back
//!  draw       the question, or the page before handing in
//! ```

mod answering;
mod draw;
mod keys;

use jiff::Timestamp;

use crate::study::adaptive::ChoiceReason;
use crate::study::event::{EventId, EventKind};
use crate::study::item::Response;
use crate::study::quiz::Mode;
use crate::study::session::QuizSession;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::question::Draft;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;

/// A quiz on the screen.
pub struct Quiz {
    session: QuizSession,
    state: State,
    scroll: Scroll,
    /// Said under the question when a key did nothing.
    notice: Option<&'static str>,
    /// Whether the reasons of all distractors are shown.
    reasons: bool,
    /// Why this question was chosen, while that is told.
    choice: Option<ChoiceReason>,
}

/// What the learner is at.
enum State {
    Answering(Box<Draft>),
    /// The answer is put together; how certain the learner is of it is asked.
    Weighing(Box<Draft>, Response),
    /// Practice: the answer was given and is explained.
    Explained,
    /// Exam: every question was seen; handing in is asked for.
    HandIn,
}

impl Lifecycle for Quiz {
    fn is_typing(&self) -> bool {
        matches!(&self.state, State::Answering(draft) if draft.is_typing())
    }

    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        let now = context.clock.now;
        if context.preferences.settings.reduced_motion() {
            self.session.wakes_seldom_at(now)
        } else {
            self.session.wakes_at(now)
        }
    }

    fn off(&self) -> Option<&'static str> {
        self.is_exam().then_some("Search is off until you have handed in.")
    }

    fn saved(&mut self, what: &EventKind, id: EventId) {
        self.session.saved(what, id);
    }
}

impl Quiz {
    pub fn new(session: QuizSession) -> Self {
        let mut quiz = Self {
            session,
            state: State::HandIn,
            scroll: Scroll::default(),
            notice: None,
            reasons: false,
            choice: None,
        };
        quiz.show();
        quiz
    }

    /// Shows the current question, with the answer it has already.
    fn show(&mut self) {
        let Some(item) = self.session.item() else { return };
        let draft = Draft::new(item);
        self.state = match self.session.given() {
            Some(_) if self.session.sitting().mode().tells_at_once() => State::Explained,
            Some(given) => State::Answering(Box::new(draft.with(item, &given.answer))),
            None => State::Answering(Box::new(draft)),
        };
        (self.scroll, self.notice, self.reasons) = (Scroll::default(), None, false);
        self.choice = None;
    }

    /// Whether nothing is told before the end.
    pub fn is_exam(&self) -> bool {
        !self.session.sitting().mode().tells_at_once()
    }

    fn go_to(&mut self, to: usize, context: &Context<'_>) {
        self.session.go(to, context.clock.now);
        self.show();
    }

    /// Exam: to the next question without an answer, or to handing in.
    fn on(&mut self, context: &Context<'_>) {
        match self.session.next_open(context.course) {
            Some(next) => self.go_to(next, context),
            None => self.state = State::HandIn,
        }
    }

    fn next(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(next) = self.session.next_open(context.course) else { return self.finish(context) };
        self.go_to(next, context);
        Vec::new()
    }

    fn go(&mut self, by: isize, context: &Context<'_>) {
        match self.session.sitting().at().checked_add_signed(by) {
            Some(to) if to < self.session.sitting().len() => self.go_to(to, context),
            Some(_) => self.state = State::HandIn,
            None => {}
        }
    }

    fn open_section(&mut self, _: &Context<'_>) -> Option<Effect> {
        let item = self.session.item()?;
        Some(Effect::Open(Place::Lesson { lesson: item.lesson.clone(), section: item.section.clone() }))
    }

    fn flag_for_the_author(&mut self, _: &Context<'_>) -> Option<Effect> {
        let item = self.session.item()?;
        Some(Effect::Open(Place::FlagForm { item: item.question.clone(), lesson: item.lesson.clone() }))
    }

    fn finish(&self, context: &Context<'_>) -> Vec<Effect> {
        let ended = self.session.finish(context.course);
        if ended.is_empty() {
            return Vec::new();
        }
        let (sitting, change) = self.session.handed_in(context.course);
        let on = match sitting.mode() {
            Mode::Adaptive if sitting.is_empty() => Effect::Back,
            Mode::Practice | Mode::Adaptive | Mode::Exam | Mode::InClass => {
                Effect::Replace(Place::Results { sitting: Box::new(sitting), change })
            }
            Mode::Placement(_) => Effect::Replace(Place::Placement),
        };
        ended.into_iter().map(Effect::Save).chain([on]).collect()
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(drawn) = self.drawn(context) {
            self.scroll.show(drawn.focus.start, drawn.focus.end, context.height());
        }
    }
}
