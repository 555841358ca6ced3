//! Home: continue where I was, what is due, and the lessons with how far I am.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::Input;
use crate::course::Course;
use crate::course::outline::LessonOutline;
use crate::store::{Store, StoreError};
use crate::ui::app::Opening;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place, SetupStart, Shelf};
use crate::ui::frame::{Header, shortened};
use crate::ui::keys::{self, Binding, Chord, END, ENTER, HOME, Hint, PAGE_DOWN, PAGE_UP};
use crate::ui::overview::{LessonProgress, Overview};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The home screen.
pub struct Home {
    overview: Overview,
    cursor: usize,
    limits: crate::study::queue::Limits,
}

#[derive(Clone, Copy)]
enum Act {
    Up,
    Down,
    To(usize),
    Open,
    Cards,
    Quiz,
    Scenarios,
    Drill,
    Wheel,
    Statistics,
    Search,
    Library,
    Problems,
    Quit,
}

/// A row the cursor can stand on.
#[derive(Clone, Copy)]
enum Row {
    Continue,
    Review,
    Quiz,
    Scenarios,
    Lesson(usize),
    Problems,
}

impl Home {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self { overview: Overview::load(store, course, with.clock, with.limits)?, cursor: 0, limits: with.limits })
    }

    pub fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        self.overview = Overview::load(store, context.course, context.clock, self.limits)?;
        Ok(())
    }

    fn rows(course: &Course) -> Vec<Row> {
        let mut rows = vec![Row::Continue, Row::Review, Row::Quiz];
        if !course.scenario_outlines().is_empty() {
            rows.push(Row::Scenarios);
        }
        rows.extend((0..course.outlines().len()).map(Row::Lesson));
        if !course.problems().is_empty() {
            rows.push(Row::Problems);
        }
        rows
    }

    fn bindings(course: &Course) -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Up, Act::Down);
        let rows = Self::rows(course);
        let (first, last) = (rows.iter().position(|r| matches!(r, Row::Lesson(_))).unwrap_or(0), rows.len() - 1);
        let ends = vec![
            (HOME, Act::To(0)),
            (Chord::Char('g'), Act::To(0)),
            (END, Act::To(last)),
            (Chord::Char('G'), Act::To(last)),
            (PAGE_UP, Act::To(0)),
            (PAGE_DOWN, Act::To(last)),
        ];
        let digits = keys::picks(9, true, false, |i| Act::To(i + first));
        // The keys that stand at the ends of rows need no place in the footer.
        let mut table = vec![
            Binding::each("↑↓", "move", moves),
            Binding::new("⏎", "open", &[ENTER, keys::RIGHT, Chord::Char('l')], Act::Open),
            Binding::new("c", "cards", &[Chord::Char('c')], Act::Cards).quiet(),
            Binding::new("q", "quiz", &[Chord::Char('q')], Act::Quiz).quiet(),
            Binding::new("b", "library", &[Chord::Char('b')], Act::Library),
            Binding::new("t", "statistics", &[Chord::Char('t')], Act::Statistics),
            Binding::new("d", "drill", &[Chord::Char('d')], Act::Drill),
            Binding::new("/", "search", &[Chord::Char('/'), Chord::Ctrl('p')], Act::Search),
            Binding::each("1-9", "go to a lesson", digits).quiet(),
            Binding::each("g G", "first, last", ends).quiet(),
        ];
        if course.wheel().is_some() {
            table.insert(7, Binding::new("w", "wheel", &[Chord::Char('w')], Act::Wheel));
        }
        if first > 3 {
            table.insert(4, Binding::new("s", "scenarios", &[Chord::Char('s')], Act::Scenarios).quiet());
        }
        if !course.problems().is_empty() {
            table.push(Binding::new("!", "what could not be read", &[Chord::Char('!')], Act::Problems).quiet());
        }
        table.push(Binding::new("Esc", "quit", &[keys::ESC, Chord::Char('Q')], Act::Quit));
        table
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        let rows = Self::rows(context.course);
        let Some(act) = keys::action(&Self::bindings(context.course), *key) else { return Vec::new() };
        match act {
            Act::Up => self.cursor = self.cursor.checked_sub(1).unwrap_or(rows.len() - 1),
            Act::Down => self.cursor = (self.cursor + 1) % rows.len(),
            Act::To(row) => self.cursor = row.min(rows.len() - 1),
            Act::Open => return self.open(rows[self.cursor.min(rows.len() - 1)], context),
            Act::Cards => return vec![Effect::Open(Place::Cards { lesson: None })],
            Act::Quiz => return vec![Effect::Open(Place::QuizSetup { lessons: self.chosen(&rows, context) })],
            Act::Scenarios => return vec![Effect::Open(Place::Scenarios)],
            Act::Drill => return vec![Effect::Open(Place::DrillSetup(SetupStart::default()))],
            Act::Wheel => return vec![Effect::Open(Place::Wheel { at: 1 })],
            Act::Statistics => return vec![Effect::Open(Place::Statistics)],
            Act::Search => return vec![Effect::Open(Place::Search)],
            Act::Library => return vec![Effect::Open(Place::Library { shelf: Shelf::Glossary, entry: None })],
            Act::Problems => return vec![Effect::Open(Place::Problems)],
            Act::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// The lesson under the cursor is chosen for a quiz already.
    fn chosen(&self, rows: &[Row], context: &Context<'_>) -> Vec<crate::course::model::Id> {
        match rows.get(self.cursor) {
            Some(&Row::Lesson(i)) => vec![context.course.outlines()[i].id.clone()],
            _ => Vec::new(),
        }
    }

    fn open(&self, row: Row, context: &Context<'_>) -> Vec<Effect> {
        let place = match row {
            Row::Continue => {
                let (lesson, section) = self.overview.resume.clone();
                Place::Lesson { lesson, section }
            }
            Row::Review => Place::Cards { lesson: None },
            Row::Quiz => self.overview.quiz_place(context.new_seed()),
            Row::Scenarios => Place::Scenarios,
            Row::Lesson(i) => Place::Lesson { lesson: context.course.outlines()[i].id.clone(), section: None },
            Row::Problems => Place::Problems,
        };
        vec![Effect::Open(place)]
    }

    pub fn hints(&self, context: &Context<'_>) -> Vec<Hint> {
        keys::hints(Self::bindings(context.course))
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place = vec![
            Span::styled("ninetracks", theme.strong),
            Span::styled(format!(" · {}", context.course.about().title), theme.text),
        ];
        Header { place, progress: vec![Span::styled(self.overview.days.clone(), theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let width = usize::from(area.width);
        let (lines, at) = self.lines(context, width);
        let mut scroll = Scroll::default();
        scroll.show(at, at + 1, usize::from(area.height));
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
    }

    /// All lines, and the one the cursor is on.
    fn lines(&self, context: &Context<'_>, width: usize) -> (Vec<Line<'static>>, usize) {
        let theme = context.theme;
        let mut lines = Vec::new();
        let mut at = 0;
        for (n, row) in Self::rows(context.course).into_iter().enumerate() {
            if matches!(row, Row::Lesson(0)) {
                lines.push(Line::default());
                lines.push(Line::from(vec![
                    Span::styled(format!("   {:<pad$}", "Lessons", pad = width.saturating_sub(28)), theme.strong),
                    Span::styled("read      cards   quiz", theme.dim),
                ]));
            }
            if n == self.cursor {
                at = lines.len();
            }
            lines.push(self.row(context, row, n == self.cursor, width));
        }
        (lines, at)
    }

    fn row(&self, context: &Context<'_>, row: Row, here: bool, width: usize) -> Line<'static> {
        match row {
            Row::Continue => {
                self.activity(context, "Continue", &self.overview.continue_text(context.course), "⏎", here, width)
            }
            Row::Review => self.activity(context, "Review", &self.overview.review_text(), "c", here, width),
            Row::Quiz => self.activity(context, "Quiz", &self.overview.quiz_text(context.course), "q", here, width),
            Row::Scenarios => {
                self.activity(context, "Scenarios", &self.overview.scenarios_text(context.course), "s", here, width)
            }
            Row::Lesson(i) => {
                lesson_row(context, i, &context.course.outlines()[i], &self.overview.lessons[i], here, width)
            }
            Row::Problems => problem_row(context, here, width),
        }
    }

    fn activity(
        &self,
        context: &Context<'_>,
        name: &str,
        (what, aside): &(String, String),
        key: &str,
        here: bool,
        width: usize,
    ) -> Line<'static> {
        let theme = context.theme;
        let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
        let room = width.saturating_sub(13 + aside.width() + 4);
        let what = shortened(what, room);
        let pad = " ".repeat(width.saturating_sub(13 + what.width() + aside.width() + 3));
        Line::from(vec![
            Span::styled(format!(" {mark} {name:<10}"), style),
            Span::styled(what, if here { theme.focus } else { theme.text }),
            Span::styled(format!("{pad}{aside}"), theme.dim),
            Span::styled(format!("  {key}"), theme.focus),
        ])
    }
}

fn lesson_row(
    context: &Context<'_>,
    i: usize,
    outline: &LessonOutline,
    progress: &LessonProgress,
    here: bool,
    width: usize,
) -> Line<'static> {
    let theme = context.theme;
    let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
    let room = width.saturating_sub(6 + 26);
    let title = shortened(outline.title.as_str(), room.saturating_sub(1));
    let (read, sections) = (progress.sections_read, outline.sections.len());
    let share = |share: Option<u32>| share.map_or_else(|| "—".to_owned(), |p| format!("{p} %"));
    Line::from(vec![
        Span::styled(format!(" {mark} {:>2}  {title:<room$}", i + 1), style),
        Span::styled("●".repeat(read), theme.accent),
        Span::styled(format!("{:<pad$}", "○".repeat(sections - read), pad = 9_usize.saturating_sub(read)), theme.dim),
        Span::styled(format!("{:>6} {:>6}", share(progress.cards), share(progress.quiz)), theme.dim),
    ])
}

fn problem_row(context: &Context<'_>, here: bool, width: usize) -> Line<'static> {
    let problems = context.course.problems();
    let first = problems.first().map_or(String::new(), |p| format!("{}: {}", p.place, p.message));
    let more = if problems.len() > 1 { format!(" (and {} more)", problems.len() - 1) } else { String::new() };
    let text = format!(" {} ! could not be read: {first}{more}", if here { "▸" } else { " " });
    Line::styled(shortened(&text, width), context.theme.wrong)
}
