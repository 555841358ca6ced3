//! Results of a quiz: score, per objective, per kind, time, and what was missed.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::pages::results as pages;
use crate::pages::results::QuizEnding;
use crate::store::{RunEnd, Store, StoreError};
use crate::study::adaptive::AbilityChange;
use crate::study::event::RunId;
use crate::study::item::Item;
use crate::study::progress::about_quiz;
use crate::study::quiz::{Mode, PaperSpec, Results, Sitting};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC, LEFT, RIGHT, SPACE};
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::question::{self, View};
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A finished quiz.
pub struct ResultsScreen {
    sitting: Sitting,
    results: Results,
    ending: QuizEnding,
    /// The question on show, when they are gone through, by its place among `shown`.
    review: Option<usize>,
    /// The questions that are gone through: those missed, or `every` one, by their place on the paper.
    shown: Vec<usize>,
    every: bool,
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
                Binding::<Self>::new("f", "flag for the author", &[Char('f')], |s, _| s.flag()).quiet(),
                scroll,
                pages,
                Binding::<Self>::new("Esc", "back", &[ESC], |s, _| s.review(None)),
            ];
        }
        let none_missed = self.results.missed.is_empty().then_some("Nothing was missed.");
        let kept = (!self.is_practice()).then_some("Questions of the placement test are asked nowhere else.");
        vec![
            Binding::<Self>::new("⏎", "review missed", &[ENTER], |s, _| s.go_through(false)).unless(none_missed),
            Binding::<Self>::new("v", "all", &[Char('v')], |s, _| s.go_through(true)).unless(kept),
            Binding::<Self>::new("p", "practise missed", &[Char('p')], |s, context| s.practise(context))
                .unless(none_missed.or(kept)),
            Binding::<Self>::new("a", "new quiz", &[Char('a')], |s, context| s.choose_another(context)),
            scroll,
            pages,
            Binding::back(),
        ]
    }
}

impl Lifecycle for ResultsScreen {}

impl Scrolled for ResultsScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl ResultsScreen {
    /// The results of a quiz that ends now.
    pub fn new(course: &Course, sitting: Sitting, change: Option<AbilityChange>, with: &Opening<'_>) -> Self {
        let ending = QuizEnding {
            change,
            time_is_up: sitting.time_is_up(with.clock.now),
            pass_mark: with.pass_mark,
            certainty: with.preferences.settings.certainty(),
        };
        Self::ended(course, sitting, ending)
    }

    fn ended(course: &Course, sitting: Sitting, ending: QuizEnding) -> Self {
        let results = Results::of(course, &sitting);
        Self { sitting, results, ending, review: None, shown: Vec::new(), every: false, scroll: Scroll::default() }
    }

    /// The results of the quiz `run`, as it was answered. `None` when there is no such quiz.
    pub fn of_past(store: &Store, course: &Course, run: RunId) -> Result<Option<Self>, StoreError> {
        let Some(known) = store.run(run)? else { return Ok(None) };
        let paper = store.taken_paper(course, &known)?.paper;
        let given = store.given(run, &paper)?;
        let sitting = Sitting::resumed(paper, given, known.started);
        let all_answered = sitting.answered() == sitting.len();
        let time_is_up = matches!(known.end, RunEnd::Finished(at) if !all_answered && sitting.time_is_up(at));
        let change = store.ability_change(course, &sitting, known.started)?;
        Ok(Some(Self::ended(course, sitting, QuizEnding { time_is_up, change, ..QuizEnding::default() })))
    }

    fn every(&self) -> Vec<usize> {
        (0..self.sitting.len()).collect()
    }

    fn missed(&self) -> Vec<usize> {
        let is_missed = |at: &usize| self.results.missed.contains(&self.sitting.paper.items[*at].question);
        self.every().into_iter().filter(is_missed).collect()
    }

    fn go_through(&mut self, every: bool) {
        self.every = every;
        self.shown = if every { self.every() } else { self.missed() };
        self.review((!self.shown.is_empty()).then_some(0));
    }

    fn item(&self) -> Option<(usize, &Item)> {
        let at = *self.shown.get(self.review?)?;
        Some((at, self.sitting.paper.items.get(at)?))
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

    /// Adaptive practice goes on as it was; a paper is chosen anew.
    fn choose_another(&self, context: &Context<'_>) -> Effect {
        let spec = self.sitting.paper.spec.clone();
        Effect::Replace(match spec.mode {
            Mode::Adaptive => Place::Quiz(PaperSpec { seed: context.new_seed(), ..spec }),
            Mode::Practice | Mode::Exam | Mode::InClass | Mode::Placement(_) => {
                Place::QuizSetup { lessons: spec.lessons }
            }
        })
    }

    fn step(&mut self, by: isize) {
        let to = self.review.and_then(|at| at.checked_add_signed(by)).filter(|&to| to < self.shown.len());
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

    fn flag(&self) -> Option<Effect> {
        let (_, item) = self.item()?;
        Some(Effect::Open(Place::FlagForm { item: item.question.clone(), lesson: item.lesson.clone() }))
    }

    fn section(&self, context: &Context<'_>) -> Option<Effect> {
        let known = self.item().and_then(|(_, item)| context.course.question(&item.question));
        let place = known.map(|(lesson, q)| Place::Lesson { lesson: lesson.clone(), section: q.section.clone() });
        place.map(Effect::Open)
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let progress = match self.review {
            Some(at) if !self.every => format!("missed {} of {}", at + 1, self.shown.len()),
            Some(at) => format!("{} of {}", at + 1, self.shown.len()),
            None => format!("seed {}", self.sitting.paper.spec.seed),
        };
        let spec = &self.sitting.paper.spec;
        let name = if spec.mode == Mode::Exam { "Results of the exam" } else { "Results" };
        let about = about_quiz(context.course, spec);
        let place = vec![Span::styled(name, theme.strong), Span::styled(format!(" · {about}"), theme.dim)];
        Header { place, progress: vec![Span::styled(progress, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let Some((at, item)) = self.item() else { return self.summary_lines(context) };
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        question::draw_revealed(view, item, self.sitting.given(at), true).doc.lines
    }

    fn summary_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let passages = pages::passages(context.course, &self.sitting, &self.results, self.ending);
        passage::set(&passages, context.theme, context.width()).lines
    }
}
