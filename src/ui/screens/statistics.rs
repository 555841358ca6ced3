//! Statistics: what is known, how it was remembered, what was done lately, and the history of quizzes.

use std::cell::RefCell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::pages::{Passage, statistics as pages};
use crate::store::progress::Progress;
use crate::store::{Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::figures::beside;
use crate::ui::frame::{Header, Width};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACK_TAB, ENTER, TAB};
use crate::ui::pager::{self, Scrolled};
use crate::ui::passage;
use crate::ui::screens::lifecycle::Lifecycle;
use crate::ui::scroll::Scroll;
use crate::ui::theme::Theme;
use crate::ui::window;

/// From this width on there are two columns: the calendar of a year must fit one.
const TWO_COLUMNS: usize = 126;
/// Cells between them.
const GAP: usize = 4;

/// The statistics screen.
pub struct Statistics {
    progress: Progress,
    scroll: Scroll,
    /// The quiz that Tab has reached.
    quiz: Option<usize>,
    /// What was set last, and for which width and colours: setting it takes longer than a key may.
    set: RefCell<Option<SetLines>>,
}

struct SetLines {
    width: usize,
    theme: Theme,
    lines: Rc<[Line<'static>]>,
}

impl Keyed for Statistics {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        vec![
            pager::lines(),
            pager::pages(),
            Binding::<Self>::new("Tab", "quizzes", &[TAB], |s, context| s.next_quiz(1, context))
                .and(&[BACK_TAB], |s, context| s.next_quiz(-1, context))
                .when(!self.progress.quizzes.is_empty()),
            Binding::<Self>::new("⏎", "open the quiz", &[ENTER], |s, _| s.open_quiz()).when(self.quiz.is_some()),
            Binding::opens("m", "memory", &[Char('m')], Place::Memory),
            Binding::opens("r", "reports of classes", &[Char('r')], Place::Reports),
            Binding::back(),
        ]
    }
}

impl Lifecycle for Statistics {
    fn width(&self) -> Width {
        Width::List
    }

    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        self.progress = Progress::load(store, context.course, context.clock)?;
        self.set.take();
        Ok(())
    }
}

impl Scrolled for Statistics {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.set(context).len()
    }
}

impl Statistics {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            progress: Progress::load(store, course, with.clock)?,
            scroll: Scroll::default(),
            quiz: None,
            set: RefCell::default(),
        })
    }

    /// The quizzes stand last, a line each.
    fn next_quiz(&mut self, by: isize, context: &Context<'_>) {
        let of = self.progress.quizzes.len();
        let next = self.quiz.map_or(if by < 0 { of.saturating_sub(1) } else { 0 }, |at| {
            (at + of).saturating_add_signed(by) % of.max(1)
        });
        self.quiz = Some(next);
        let line = (self.total(context) + next).saturating_sub(of);
        self.scroll.show(line, line + 1, context.height());
    }

    fn open_quiz(&self) -> Option<Effect> {
        let quiz = self.progress.quizzes.get(self.quiz?)?;
        Some(Effect::Open(Place::PastResults(quiz.run)))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let days = self.progress.days_studied;
        let text = format!("{days} {} of study", if days == 1 { "day" } else { "days" });
        Header {
            place: vec![Span::styled("Statistics", context.theme.strong)],
            progress: vec![Span::styled(text, context.theme.dim)],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let mut lines = self.set(context).to_vec();
        let at = self.quiz.and_then(|at| (lines.len() + at).checked_sub(self.progress.quizzes.len()));
        if let Some(line) = at.and_then(|at| lines.get_mut(at)) {
            *line = std::mem::take(line).patch_style(context.theme.focus);
            line.spans.insert(0, Span::styled("▸", context.theme.focus));
            if let Some(front) = line.spans.get_mut(1) {
                front.content = front.content.strip_prefix(' ').unwrap_or(&front.content).to_owned().into();
            }
        }
        window::draw(frame, area, &lines, self.scroll);
        window::draw_more(frame, area, lines.len(), self.scroll, context.theme);
    }

    fn set(&self, context: &Context<'_>) -> Rc<[Line<'static>]> {
        let mut set = self.set.borrow_mut();
        if let Some(kept) = &*set
            && kept.width == context.width()
            && kept.theme == *context.theme
        {
            return Rc::clone(&kept.lines);
        }
        let lines: Rc<[Line<'static>]> = self.lines(context).into();
        *set = Some(SetLines { width: context.width(), theme: context.theme.clone(), lines: Rc::clone(&lines) });
        lines
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let passages = pages::passages(&self.progress);
        let set = |part: &[Passage], width| passage::set(part, context.theme, width).lines;
        let width = context.width();
        if width < TWO_COLUMNS {
            return set(&passages, width);
        }
        // The quizzes have long lines, and stand last.
        let quizzes = heads(&passages).last().unwrap_or(passages.len());
        let half = (width - GAP) / 2;
        let mut lines = balanced(&passages[..quizzes], |part| set(part, half), half);
        lines.extend(set(&passages[quizzes..], width));
        lines
    }
}

/// Where parts begin.
fn heads(passages: &[Passage]) -> impl DoubleEndedIterator<Item = usize> {
    passages.iter().enumerate().filter(|(_, it)| matches!(it, Passage::ListHead(_))).map(|(at, _)| at)
}

/// `passages` in two columns of `width` that end as near each other as they can.
fn balanced(passages: &[Passage], set: impl Fn(&[Passage]) -> Vec<Line<'static>>, width: usize) -> Vec<Line<'static>> {
    let columns = |at: usize| (set(&passages[..at]), set(&passages[at..]));
    let all = heads(passages).chain([passages.len()]).map(columns);
    let Some((left, right)) = all.min_by_key(|(left, right)| left.len().max(right.len())) else { return Vec::new() };
    beside(&left, width + GAP, &right)
}
