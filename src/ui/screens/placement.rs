//! The placement test: what it is, what came of both halves, and starting the one that comes next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::wording::count;
use crate::pages::placement as pages;
use crate::store::{Store, StoreError};
use crate::study::event::EventKind;
use crate::study::placement::{NextTest, PlacementState};
use crate::study::quiz::Half;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::ENTER;
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The placement test.
pub struct Placement {
    state: PlacementState,
    next: NextTest,
    scroll: Scroll,
}

impl Keyed for Placement {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let begin = match self.next {
            NextTest::Resume(_) => "resume",
            NextTest::Take(..) => "begin",
            NextTest::Lost | NextTest::BothTaken => "",
        };
        let both = self.next == NextTest::BothTaken;
        vec![
            Binding::new("⏎", begin, &[ENTER], Self::begin).once().when(!begin.is_empty()),
            Binding::new("x", "do not offer it", &[Char('x')], Self::decline).when(self.offered().is_some()),
            Binding::new("1", "answers of the first test", &[Char('1')], |s: &mut Self, _| s.answers(Half::Before))
                .when(both),
            Binding::new("2", "of the second", &[Char('2')], |s: &mut Self, _| s.answers(Half::After)).when(both),
            pager::lines(),
            pager::pages().quiet(),
            Binding::back(),
        ]
    }
}

impl Lifecycle for Placement {
    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        self.state = store.placement(context.course, &context.clock.zone)?;
        self.next = self.state.next(context.course, context.new_seed());
        Ok(())
    }
}

impl Scrolled for Placement {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl Placement {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        let state = store.placement(course, &with.clock.zone)?;
        let next = state.next(course, with.new_seed());
        Ok(Self { state, next, scroll: Scroll::default() })
    }

    fn begin(&mut self, _: &Context<'_>) -> Option<Effect> {
        match &self.next {
            NextTest::Resume(open) => Some(Effect::Replace(Place::QuizAgain(open.run))),
            NextTest::Take(_, paper) => Some(Effect::Replace(Place::Quiz(paper.clone()))),
            NextTest::Lost | NextTest::BothTaken => None,
        }
    }

    /// The answers, which are shown once both tests are taken.
    fn answers(&self, half: Half) -> Option<Effect> {
        let test = match half {
            Half::Before => &self.state.before,
            Half::After => &self.state.after,
        };
        test.as_ref().map(|test| Effect::Open(Place::PastResults(test.run)))
    }

    /// The half that home offers, or would.
    fn offered(&self) -> Option<Half> {
        match &self.next {
            NextTest::Take(half, _) if !self.state.declined.contains(half) => Some(*half),
            NextTest::Take(..) | NextTest::Resume(_) | NextTest::Lost | NextTest::BothTaken => None,
        }
    }

    fn decline(&mut self, _: &Context<'_>) -> Vec<Effect> {
        let declined = self.offered().map(|half| Effect::Save(EventKind::PlacementDeclined { half }));
        declined.into_iter().chain([Effect::Back]).collect()
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let progress = match &self.next {
            NextTest::Take(_, paper) => format!("{} · not counted", count(paper.only.len(), "question")),
            NextTest::Resume(open) => format!("{} of {} answered", open.answered, open.of),
            NextTest::Lost | NextTest::BothTaken => String::new(),
        };
        Header {
            place: vec![Span::styled("Placement test", context.theme.strong)],
            progress: vec![Span::styled(progress, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let passages = pages::passages(context.course, &self.state, &self.next);
        passage::set(&passages, context.theme, context.width()).lines
    }
}
