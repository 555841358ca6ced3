//! Choosing a quiz: lessons, length, mode, time, seed. ⏎ starts with what is shown.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::model::Id;
use crate::course::wording::count;
use crate::store::StoreError;
use crate::study::quiz::{Mode, PaperSpec, USUAL_LENGTH};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::{Header, cut};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, ENTER, LEFT, RIGHT, SPACE};
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::scroll::Scroll;
use crate::ui::window;

const LENGTHS: [usize; 8] = [5, 10, 15, 20, 30, 40, 50, 100];
/// What can be chosen here.
const MODES: [Mode; 3] = [Mode::Practice, Mode::Exam, Mode::Adaptive];
/// Minutes; 0 is no limit.
const LIMITS: [u32; 8] = [0, 2, 5, 10, 15, 20, 30, 60];

/// What is chosen so far.
pub struct QuizSetup {
    chosen: Vec<bool>,
    length: usize,
    /// One of [`MODES`].
    mode: Mode,
    limit_min: u32,
    seed: Option<u64>,
    cursor: usize,
}

/// The rows above the lessons.
const OPTIONS: usize = 4;
/// The row of the seed.
const SEED: usize = 3;

impl Keyed for QuizSetup {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let less = [LEFT, Char('h')];
        vec![
            Binding::<Self>::new("⏎", "start", &[ENTER], |s, context| s.start(context)),
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)),
            Binding::<Self>::new("←→", "change", &less, |s, _| s.change(false))
                .and(&[RIGHT, Char('l')], |s, _| s.change(true)),
            Binding::<Self>::new("space", "choose", &[SPACE], |s, _| s.change(true)),
            Binding::<Self>::new("a", "all lessons", &[Char('a')], |s, _| s.choose_all()),
            Binding::<Self>::picks("0-9 ⌫", "type a seed", ('0'..='9').map(Char), |s, d, _| s.append_to_seed(d))
                .and(&[BACKSPACE], |s, _| s.erase_from_seed())
                .when(self.cursor == SEED),
            Binding::<Self>::new("p", "placement test", &[Char('p')], |_, _| Effect::Replace(Place::Placement))
                .unless((!context.course.has_placement()).then_some("This course has no placement test.")),
            Binding::back(),
        ]
    }
}

impl Lifecycle for QuizSetup {
    fn reread(&mut self, before: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        self.choose_again(before.course, context.course);
        Ok(true)
    }
}

impl QuizSetup {
    pub fn new(course: &Course, lessons: Vec<Id>) -> Self {
        let chosen = course.outlines().iter().map(|o| lessons.contains(&o.id)).collect();
        Self { chosen, length: USUAL_LENGTH, mode: Mode::Practice, limit_min: 0, seed: None, cursor: 0 }
    }

    /// The same lessons stay chosen.
    fn choose_again(&mut self, before: &Course, course: &Course) {
        let chosen = before.outlines().iter().zip(&self.chosen).filter(|(_, chosen)| **chosen);
        let lessons = chosen.map(|(outline, _)| outline.id.clone()).collect();
        self.chosen = Self::new(course, lessons).chosen;
        self.cursor = self.cursor.min(OPTIONS + self.chosen.len() - 1);
    }

    fn step(&mut self, by: isize) {
        let rows = OPTIONS + self.chosen.len();
        self.cursor = (self.cursor + rows).saturating_add_signed(by) % rows;
    }

    fn choose_all(&mut self) {
        let all = self.chosen.iter().all(|&c| c);
        self.chosen.fill(!all);
    }

    fn start(&self, context: &Context<'_>) -> Effect {
        Effect::Replace(Place::Quiz(self.spec(context)))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.press(*key, context).unwrap_or_default()
    }

    fn change(&mut self, more: bool) {
        match self.cursor {
            0 => self.length = stepped(&LENGTHS, self.length, more),
            1 => self.mode = around(&MODES, &self.mode, more).unwrap_or(self.mode),
            2 => self.limit_min = stepped(&LIMITS, self.limit_min, more),
            SEED => {}
            row => self.chosen[row - OPTIONS] = !self.chosen[row - OPTIONS],
        }
    }

    /// Adaptive practice ends when the learner has enough of it.
    fn can_be_limited(&self) -> bool {
        self.mode != Mode::Adaptive
    }

    fn append_to_seed(&mut self, digit: usize) {
        let digit = u64::try_from(digit).unwrap_or(0);
        self.seed = Some(self.seed.unwrap_or(0).saturating_mul(10).saturating_add(digit) % 1_000_000_000_000);
    }

    fn erase_from_seed(&mut self) {
        self.seed = self.seed.filter(|&seed| seed >= 10).map(|seed| seed / 10);
    }

    /// No lesson chosen means the whole course.
    fn spec(&self, context: &Context<'_>) -> PaperSpec {
        let outlines = context.course.outlines().iter();
        let lessons = outlines.zip(&self.chosen).filter(|(_, c)| **c).map(|(o, _)| o.id.clone()).collect();
        let limit_s = (self.limit_min > 0 && self.can_be_limited()).then_some(self.limit_min * 60);
        PaperSpec {
            lessons,
            length: self.length,
            seed: self.seed.unwrap_or_else(|| context.new_seed()),
            mode: self.mode,
            limit_s,
            only: Vec::new(),
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let n: usize = context
            .course
            .outlines()
            .iter()
            .zip(&self.chosen)
            .filter(|(_, c)| **c || self.chosen.iter().all(|c| !c))
            .map(|(o, _)| o.questions)
            .sum();
        Header {
            place: vec![Span::styled("New quiz", context.theme.strong)],
            progress: vec![Span::styled(
                // Fewer, where the rest would print one another’s answers.
                format!("up to {} of {}", self.length.min(n), count(n, "question")),
                context.theme.dim,
            )],
        }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        let at = if self.cursor < OPTIONS { self.cursor } else { self.cursor + 2 };
        let mut scroll = Scroll::default();
        scroll.show(at, at + 1, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let mode = match self.mode {
            Mode::Adaptive => "adaptive practice: each question by your answers so far",
            Mode::Exam => "exam: feedback at the end",
            Mode::Practice | Mode::InClass | Mode::Placement(_) => "practice: feedback after each question",
        };
        let limit = if self.limit_min == 0 || !self.can_be_limited() {
            "none".to_owned()
        } else {
            count(self.limit_min, "minute")
        };
        let seed = self
            .seed
            .or(context.seed)
            .map_or_else(|| "new each time".to_owned(), |s| format!("{s} (draws the same questions again)"));
        let options =
            [("Questions", self.length.to_string()), ("Mode", mode.to_owned()), ("Time limit", limit), ("Seed", seed)];
        let mut lines: Vec<Line<'static>> = Vec::new();
        for (i, (name, value)) in options.into_iter().enumerate() {
            let (mark, style) = if i == self.cursor { ("▸", theme.focus) } else { (" ", theme.text) };
            lines
                .push(Line::from(vec![Span::styled(format!(" {mark} {name:<12}"), style), Span::styled(value, style)]));
        }
        let none = self.chosen.iter().all(|c| !c);
        lines.extend([
            Line::default(),
            Line::styled(
                format!("   Lessons{}", if none { " (none chosen: the whole course)" } else { "" }),
                theme.dim,
            ),
        ]);
        for (i, outline) in context.course.outlines().iter().enumerate() {
            let here = i + OPTIONS == self.cursor;
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
            let sign = if self.chosen[i] { "■" } else { "□" };
            lines.push(Line::styled(
                cut(&format!(" {mark} {sign} {:>2}  {}", i + 1, outline.title), context.width()),
                style,
            ));
        }
        lines
    }
}

/// The next larger or smaller of `steps`.
pub(super) fn stepped<T: Copy + Ord>(steps: &[T], now: T, more: bool) -> T {
    let found = if more { steps.iter().find(|&&s| s > now) } else { steps.iter().rev().find(|&&s| s < now) };
    found.copied().unwrap_or(now)
}

/// The neighbour of `now`, beginning again at the other end.
pub(super) fn around<T: Clone + PartialEq>(all: &[T], now: &T, more: bool) -> Option<T> {
    let at = all.iter().position(|one| one == now)?;
    let step = if more { 1 } else { all.len() - 1 };
    all.get((at + step) % all.len()).cloned()
}
