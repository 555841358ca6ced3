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

use jiff::{SignedDuration, Timestamp};

use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::event::{Event, EventId, EventKind, RunId};
use crate::study::item::Item;
use crate::study::quiz::{Mode, Paper, PaperSpec, Sitting};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::question::Draft;
use crate::ui::scroll::Scroll;

/// A quiz on the screen.
pub struct Quiz {
    run: RunId,
    sitting: Sitting,
    state: State,
    since: Timestamp,
    scroll: Scroll,
    /// Said under the question when a key did nothing.
    notice: Option<&'static str>,
    /// The event of the answer on show, so that it can be taken back.
    last: Option<EventId>,
    /// Whether the reasons of all distractors are shown.
    reasons: bool,
}

/// What the learner is at.
enum State {
    Answering(Box<Draft>),
    /// Practice: the answer was given and is explained.
    Explained,
    /// Exam: every question was seen; handing in is asked for.
    HandIn,
}

impl Quiz {
    /// Starts a quiz. `None` when its lessons have no question.
    pub fn start(
        store: &mut Store,
        course: &Course,
        spec: PaperSpec,
        with: &Opening<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(paper) = Paper::to_take(course, spec) else { return Ok(None) };
        let what = EventKind::QuizStarted { paper: paper.spec.clone(), items: paper.items.clone() };
        let started = Event { at: with.clock.now, what };
        let run = store.append(&started, with.clock.today())?;
        Ok(Some(Self::new(run, Sitting::new(paper, with.clock.now), with.clock.now)))
    }

    /// Takes up the quiz `run` where it was left.
    pub fn again(
        store: &mut Store,
        course: &Course,
        run: RunId,
        with: &Opening<'_>,
    ) -> Result<Option<Self>, StoreError> {
        let Some(known) = store.run(run)? else { return Ok(None) };
        let paper = store.taken_paper(course, &known)?.paper;
        let given = store.given(run, &paper)?;
        let sitting = Sitting::resumed(paper, given, with.clock.now);
        Ok((!sitting.is_empty()).then(|| Self::new(run, sitting, with.clock.now)))
    }

    fn new(run: RunId, sitting: Sitting, now: Timestamp) -> Self {
        let mut quiz = Self {
            run,
            sitting,
            state: State::HandIn,
            since: now,
            scroll: Scroll::default(),
            notice: None,
            last: None,
            reasons: false,
        };
        quiz.enter(now);
        quiz
    }

    fn item(&self) -> Option<&Item> {
        self.sitting.paper.items.get(self.sitting.at())
    }

    /// Shows the current question, with the answer it has already.
    fn enter(&mut self, now: Timestamp) {
        let Some(item) = self.item() else { return };
        let draft = Draft::new(item);
        self.state = match self.sitting.given(self.sitting.at()) {
            Some(_) if self.sitting.mode() == Mode::Practice => State::Explained,
            Some(given) => State::Answering(Box::new(draft.with(item, &given.answer))),
            None => State::Answering(Box::new(draft)),
        };
        (self.since, self.scroll, self.notice, self.last, self.reasons) = (now, Scroll::default(), None, None, false);
    }

    pub fn is_typing(&self) -> bool {
        matches!(&self.state, State::Answering(draft) if draft.is_typing())
    }

    pub fn saved(&mut self, what: &EventKind, id: EventId) {
        match what {
            EventKind::Answered { .. } => self.last = Some(id),
            EventKind::Undone { .. } => self.last = None,
            _ => {}
        }
    }

    pub fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        let left = self.sitting.left_s(context.clock.now)?;
        let limit_ms = i64::from(self.sitting.paper.spec.limit_s?) * 1000;
        let spent_ms = i64::try_from(self.sitting.elapsed_ms(context.clock.now)).ok()?;
        // Wake when the shown second changes.
        let until_ms = (limit_ms - spent_ms) - (i64::try_from(left).ok()? - 1) * 1000;
        context.clock.now.checked_add(SignedDuration::from_millis(until_ms.max(1))).ok()
    }

    /// The next question without an answer, from the first again after the last.
    fn next_open(&self) -> Option<usize> {
        let n = self.sitting.len();
        (1..=n).map(|d| (self.sitting.at() + d) % n).find(|&i| self.sitting.given(i).is_none())
    }

    /// Exam: to the next question without an answer, or to handing in.
    fn on(&mut self, context: &Context<'_>) {
        match self.next_open() {
            Some(next) => {
                self.sitting.go(next);
                self.enter(context.clock.now);
            }
            None => self.state = State::HandIn,
        }
    }

    fn next(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(next) = self.next_open() else { return self.finish(true) };
        self.sitting.go(next);
        self.enter(context.clock.now);
        Vec::new()
    }

    fn go(&mut self, by: isize, context: &Context<'_>) {
        let to = self.sitting.at().checked_add_signed(by);
        match to {
            Some(to) if to < self.sitting.len() => {
                self.sitting.go(to);
                self.enter(context.clock.now);
            }
            Some(_) => self.state = State::HandIn,
            None => {}
        }
    }

    fn section(&self) -> Vec<Effect> {
        let Some(item) = self.item() else { return Vec::new() };
        vec![Effect::Open(Place::Lesson { lesson: item.lesson.clone(), section: Some(item.section.clone()) })]
    }

    fn finish(&mut self, done: bool) -> Vec<Effect> {
        let results = Place::Results { run: self.run, sitting: Box::new(self.sitting.clone()) };
        vec![Effect::Save(EventKind::QuizEnded { run: self.run, done }), Effect::Replace(results)]
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(drawn) = self.drawn(context) {
            self.scroll.show(drawn.focus.start, drawn.focus.end, context.height());
        }
    }

    fn page(&mut self, down: bool, context: &Context<'_>) {
        let total = self.drawn(context).map_or(0, |d| d.doc.lines.len());
        self.scroll.page(down, total, context.height());
    }
}
