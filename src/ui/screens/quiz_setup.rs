//! Choosing a quiz: lessons, length, mode, time, seed. ⏎ starts with what is shown.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::course::Course;
use crate::course::model::Id;
use crate::study::quiz::{Mode, PaperSpec};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::{Header, cut};
use crate::ui::input::Input;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, Hint, LEFT, RIGHT, SPACE};
use crate::ui::overview::USUAL_LENGTH;
use crate::ui::scroll::Scroll;
use crate::ui::window;

const LENGTHS: [usize; 8] = [5, 10, 15, 20, 30, 40, 50, 100];
/// Minutes; 0 is no limit.
const LIMITS: [u32; 8] = [0, 2, 5, 10, 15, 20, 30, 60];

/// What is chosen so far.
pub struct QuizSetup {
    chosen: Vec<bool>,
    length: usize,
    mode: Mode,
    limit_min: u32,
    seed: Option<u64>,
    cursor: usize,
}

#[derive(Clone, Copy)]
enum Act {
    Up,
    Down,
    Less,
    More,
    Toggle,
    All,
    Digit(usize),
    Start,
    Back,
}

/// The rows above the lessons.
const OPTIONS: usize = 4;

impl QuizSetup {
    pub fn new(course: &Course, lessons: Vec<Id>) -> Self {
        let chosen = course.outlines().iter().map(|o| lessons.contains(&o.id)).collect();
        Self { chosen, length: USUAL_LENGTH, mode: Mode::Practice, limit_min: 0, seed: None, cursor: 0 }
    }

    fn bindings(&self) -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Up, Act::Down);
        let change =
            vec![(LEFT, Act::Less), (RIGHT, Act::More), (Chord::Char('h'), Act::Less), (Chord::Char('l'), Act::More)];
        let mut table = vec![
            Binding::new("⏎", "start", &[ENTER], Act::Start),
            Binding::each("↑↓", "move", moves),
            Binding::each("←→", "change", change),
            Binding::new("space", "choose", &[SPACE], Act::Toggle),
            Binding::new("a", "all lessons", &[Chord::Char('a')], Act::All),
        ];
        if self.cursor == 3 {
            let digit =
                (0..10).filter_map(|d| char::from_digit(d, 10).map(|c| (Chord::Char(c), Act::Digit(d as usize))));
            table.push(Binding::each(
                "0-9 ⌫",
                "type a seed",
                digit.chain([(keys::BACKSPACE, Act::Digit(usize::MAX))]).collect(),
            ));
        }
        table.push(Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back));
        table
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        let rows = OPTIONS + self.chosen.len();
        match keys::action(&self.bindings(), *key) {
            Some(Act::Up) => self.cursor = self.cursor.checked_sub(1).unwrap_or(rows - 1),
            Some(Act::Down) => self.cursor = (self.cursor + 1) % rows,
            Some(Act::Less) => self.change(false),
            Some(Act::More) => self.change(true),
            Some(Act::Toggle) => self.change(true),
            Some(Act::All) => {
                let all = self.chosen.iter().all(|&c| c);
                self.chosen.fill(!all);
            }
            Some(Act::Digit(d)) => self.digit(d),
            Some(Act::Start) => return vec![Effect::Replace(Place::Quiz(self.spec(context)))],
            Some(Act::Back) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    fn change(&mut self, more: bool) {
        match self.cursor {
            0 => self.length = stepped(&LENGTHS, self.length, more),
            1 => self.mode = if self.mode == Mode::Practice { Mode::Exam } else { Mode::Practice },
            2 => self.limit_min = stepped(&LIMITS, self.limit_min, more),
            3 => {}
            row => self.chosen[row - OPTIONS] = !self.chosen[row - OPTIONS],
        }
    }

    fn digit(&mut self, d: usize) {
        self.seed = match (self.seed, u64::try_from(d)) {
            (Some(seed), _) if d == usize::MAX => (seed >= 10).then_some(seed / 10),
            (None, _) if d == usize::MAX => None,
            (seed, Ok(d)) => Some(seed.unwrap_or(0).saturating_mul(10).saturating_add(d) % 1_000_000_000_000),
            (seed, Err(_)) => seed,
        };
    }

    /// No lesson chosen means the whole course.
    fn spec(&self, context: &Context<'_>) -> PaperSpec {
        let outlines = context.course.outlines().iter();
        let lessons = outlines.zip(&self.chosen).filter(|(_, c)| **c).map(|(o, _)| o.id.clone()).collect();
        let limit_s = (self.limit_min > 0).then_some(self.limit_min * 60);
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
            place: vec![Span::styled("A quiz", context.theme.strong)],
            progress: vec![Span::styled(format!("{} of {n} questions", self.length.min(n)), context.theme.dim)],
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
            Mode::Practice => "practice: the reason after each question",
            Mode::Exam => "exam: feedback at the end",
        };
        let limit = if self.limit_min == 0 { "none".to_owned() } else { format!("{} minutes", self.limit_min) };
        let seed = self.seed.or(context.seed).map_or_else(|| "new each time".to_owned(), |s| s.to_string());
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
