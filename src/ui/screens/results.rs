//! Results of a quiz: score, per objective, per kind, time, and what was missed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::model::Id;
use crate::pages::results as pages;
use crate::store::{Store, StoreError};
use crate::study::event::RunId;
use crate::study::quiz::{Mode, PaperSpec, Results, Sitting};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC, LEFT, RIGHT, SPACE};
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::question::{self, View};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A finished quiz.
pub struct ResultsScreen {
    run: RunId,
    sitting: Sitting,
    results: Results,
    /// The missed question on show, when they are gone through.
    review: Option<usize>,
    scroll: Scroll,
}

impl Keyed for ResultsScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let scroll = pager::lines();
        let pages = Binding::pages("page", Self::scroll_page).quiet();
        if self.review.is_some() {
            return vec![
                Binding::<Self>::new("←→", "other questions", &[RIGHT, ENTER, SPACE], |s, _| s.step(1))
                    .and(&[LEFT], |s, _| s.step(-1)),
                Binding::<Self>::new("o", "open the section", &[Char('o')], |s, context| s.section(context)),
                scroll,
                pages,
                Binding::<Self>::new("Esc", "back", &[ESC], |s, _| s.review(None)),
            ];
        }
        let none_missed = self.results.missed.is_empty().then_some("Nothing was missed.");
        let kept = (!self.is_practice()).then_some("Questions of the placement test are asked nowhere else.");
        vec![
            Binding::<Self>::new("⏎", "review missed", &[ENTER], |s, _| s.review(Some(0))).unless(none_missed),
            Binding::<Self>::new("p", "practise missed", &[Char('p')], |s, context| s.practise(context))
                .unless(none_missed.or(kept)),
            Binding::<Self>::new("a", "another quiz", &[Char('a')], |s, _| s.choose_another()),
            scroll,
            pages,
            Binding::back(),
        ]
    }
}

impl Scrolled for ResultsScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl ResultsScreen {
    pub fn new(course: &Course, run: RunId, sitting: Sitting) -> Self {
        let results = Results::of(course, &sitting);
        Self { run, sitting, results, review: None, scroll: Scroll::default() }
    }

    /// The results of the quiz `run`, as it was answered. `None` when there is no such quiz.
    pub fn of_past(store: &Store, course: &Course, run: RunId) -> Result<Option<Self>, StoreError> {
        let Some(known) = store.run(run)? else { return Ok(None) };
        let paper = store.taken_paper(course, &known)?.paper;
        let given = store.given(run, &paper)?;
        Ok(Some(Self::new(course, run, Sitting::resumed(paper, given, known.started))))
    }

    /// Whether its questions can be asked again: those of a placement test are not.
    fn is_practice(&self) -> bool {
        !matches!(self.sitting.mode(), Mode::Placement(_))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    fn review(&mut self, at: Option<usize>) {
        (self.review, self.scroll) = (at, Scroll::default());
    }

    fn choose_another(&self) -> Effect {
        Effect::Replace(Place::QuizSetup { lessons: self.sitting.paper.spec.lessons.clone() })
    }

    fn step(&mut self, by: isize) {
        let to = self.review.and_then(|at| at.checked_add_signed(by)).filter(|&to| to < self.results.missed.len());
        self.scroll = Scroll::default();
        if by > 0 || to.is_some() {
            self.review = to;
        }
    }

    /// A practice quiz of just the missed questions.
    fn practise(&self, context: &Context<'_>) -> Effect {
        let missed = self.results.missed.clone();
        Effect::Replace(Place::Quiz(PaperSpec {
            lessons: self.sitting.paper.spec.lessons.clone(),
            length: missed.len(),
            seed: context.new_seed(),
            mode: Mode::Practice,
            limit_s: None,
            only: missed,
        }))
    }

    fn section(&self, context: &Context<'_>) -> Option<Effect> {
        let missed = self.review.and_then(|at| self.results.missed.get(at)).and_then(|id| context.course.question(id));
        let place = missed.map(|(lesson, q)| Place::Lesson { lesson: lesson.clone(), section: q.section.clone() });
        place.map(Effect::Open)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let progress = match self.review {
            Some(at) => format!("missed {} of {}", at + 1, self.results.missed.len()),
            None => format!("seed {}", self.sitting.paper.spec.seed),
        };
        let place =
            vec![Span::styled("Results", theme.strong), Span::styled(format!(" · quiz {}", self.run.0), theme.dim)];
        Header { place, progress: vec![Span::styled(progress, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        match self.review.and_then(|at| self.results.missed.get(at)) {
            Some(missed) => self.missed_lines(missed, context),
            None => self.summary_lines(context),
        }
    }

    fn missed_lines(&self, missed: &Id, context: &Context<'_>) -> Vec<Line<'static>> {
        let at = self.sitting.paper.items.iter().position(|i| &i.question == missed);
        let Some(at) = at else { return Vec::new() };
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        question::draw_revealed(view, &self.sitting.paper.items[at], self.sitting.given(at), true).doc.lines
    }

    fn summary_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let passages = pages::passages(context.course, &self.sitting, &self.results);
        passage::set(&passages, context.theme, context.width()).lines
    }
}
