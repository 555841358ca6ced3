//! Home: continue where I was, what is due, and the lessons with how far I am.

mod rows;

use crossterm::event::KeyCode;
use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use self::rows::{FIGURES, activity, lesson_row, problem_row};
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, LibrarySection, Place, SetupStart};
use crate::ui::frame::{Header, Width};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{END, ENTER, ESC, HOME, PAGE_DOWN, PAGE_UP, RIGHT};
use crate::ui::overview::Overview;
use crate::ui::screens::lifecycle::{Lifecycle, OVERVIEW};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// The home screen.
pub struct Home {
    overview: Overview,
    cursor: usize,
    /// The number of a lesson as far as it is typed.
    typed: usize,
}

/// A row the cursor can stand on.
#[derive(Clone, Copy)]
enum Activity {
    Continue,
    Review,
    Quiz,
    Scenarios,
    /// As long as it is offered.
    Placement,
    Lesson(usize),
    Problems,
}

impl Keyed for Home {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let has_scenarios = !context.course.scenario_outlines().is_empty();
        let lessons = context.course.outlines().len();
        let has_wheel = context.course.wheel().is_some();
        let has_problems = !context.problems.is_empty();
        let glossary = Place::Library { shelf: LibrarySection::Glossary, entry: None };
        // The keys that stand at the ends of rows need no place in the footer.
        vec![
            Binding::up_down("move", Self::step),
            Binding::new("⏎", "open", &[ENTER, RIGHT, Char('l')], Self::open),
            Binding::opens("c", "cards", &[Char('c')], Place::Cards { lesson: None }).quiet(),
            Binding::opens("v", "browse the cards", &[Char('v')], Place::CardBrowser).quiet(),
            Binding::<Self>::new("q", "the quiz of the row", &[Char('q')], |s, context| s.start_quiz(context)).quiet(),
            Binding::new("Q", "choose a quiz", &[Char('Q')], Self::choose_quiz).quiet(),
            Binding::opens("s", "scenarios", &[Char('s')], Place::Scenarios)
                .quiet()
                .unless((!has_scenarios).then_some("This course has no scenarios.")),
            Binding::opens("p", "placement test", &[Char('p')], Place::Placement)
                .quiet()
                .unless((!context.course.has_placement()).then_some("This course has no placement test.")),
            Binding::opens("b", "library", &[Char('b')], glossary),
            Binding::opens("t", "statistics", &[Char('t')], Place::Statistics),
            Binding::opens("d", "drill", &[Char('d')], Place::DrillSetup(SetupStart::default())),
            Binding::opens("w", "wheel", &[Char('w')], Place::Wheel { at: 1 })
                .unless((!has_wheel).then_some("This course has no wheel.")),
            Binding::opens("/", "search", &[Char('/')], Place::Search),
            Binding::opens("n", "notes", &[Char('n')], Place::Notes).quiet(),
            Binding::opens("o", "courses", &[Char('o')], Place::Courses).quiet(),
            Binding::opens(",", "settings", &[Char(',')], Place::Settings),
            Binding::picks(&numbers(lessons), "go to a lesson", ('0'..='9').map(Char), Self::type_number).quiet(),
            Binding::new("g G", "first, last", &[HOME, Char('g'), PAGE_UP], Self::jump_to_first)
                .and(&[END, Char('G'), PAGE_DOWN], Self::jump_to_last)
                .quiet(),
            Binding::opens("!", "errors in the course", &[Char('!')], Place::Problems)
                .quiet()
                .unless((!has_problems).then_some("Every file of the course could be read.")),
            Binding::new("Esc", "quit", &[ESC], |_, _| Effect::Quit),
        ]
    }
}

impl Lifecycle for Home {
    fn width(&self) -> Width {
        Width::Text(OVERVIEW)
    }

    // A home that is left open overnight tells of the new day.
    fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        Some(context.clock.next_turn())
    }

    fn refresh(&mut self, store: &Store, context: &Context<'_>) -> Result<(), StoreError> {
        let rules = context.preferences.settings.review_rules();
        self.overview = Overview::load(store, context.course, context.clock, &rules)?;
        Ok(())
    }
}

impl Home {
    pub fn load(store: &Store, course: &Course, with: &Opening<'_>) -> Result<Self, StoreError> {
        Ok(Self { overview: Overview::load(store, course, with.clock, &with.rules())?, cursor: 0, typed: 0 })
    }

    fn rows(&self, context: &Context<'_>) -> Vec<Activity> {
        let course = context.course;
        let mut rows = vec![Activity::Continue, Activity::Review, Activity::Quiz];
        if !course.scenario_outlines().is_empty() {
            rows.push(Activity::Scenarios);
        }
        if self.overview.offer.is_some() {
            rows.push(Activity::Placement);
        }
        rows.extend((0..course.outlines().len()).map(Activity::Lesson));
        if !context.problems.is_empty() {
            rows.push(Activity::Problems);
        }
        rows
    }

    fn step(&mut self, by: isize, context: &Context<'_>) {
        let rows = self.rows(context).len();
        self.cursor = (self.cursor + rows).saturating_add_signed(by) % rows;
    }

    fn first_lesson(&self, context: &Context<'_>) -> usize {
        self.rows(context).iter().position(|r| matches!(r, Activity::Lesson(_))).unwrap_or(0)
    }

    /// A digit goes on with the number that is being typed, as far as there is such a lesson.
    fn type_number(&mut self, digit: usize, context: &Context<'_>) {
        let last = context.course.outlines().len();
        let longer = self.typed.saturating_mul(10).saturating_add(digit);
        let number = if (1..=last).contains(&longer) { longer } else { digit };
        if (1..=last).contains(&number) {
            self.cursor = self.first_lesson(context) + number - 1;
            self.typed = number;
        }
    }

    fn jump_to_first(&mut self, _: &Context<'_>) {
        self.cursor = 0;
    }

    fn jump_to_last(&mut self, context: &Context<'_>) {
        self.cursor = self.rows(context).len() - 1;
    }

    fn here(&self, context: &Context<'_>) -> Activity {
        let rows = self.rows(context);
        rows[self.cursor.min(rows.len() - 1)]
    }

    /// What the row of quizzes says, wherever the cursor is.
    fn start_quiz(&self, context: &Context<'_>) -> Effect {
        Effect::Open(self.overview.quiz_place(context.new_seed()))
    }

    /// The lesson under the cursor is chosen for a quiz already.
    fn choose_quiz(&mut self, context: &Context<'_>) -> Effect {
        let lessons = match self.here(context) {
            Activity::Lesson(i) => vec![context.course.outlines()[i].id.clone()],
            Activity::Continue
            | Activity::Review
            | Activity::Quiz
            | Activity::Scenarios
            | Activity::Placement
            | Activity::Problems => Vec::new(),
        };
        Effect::Open(Place::QuizSetup { lessons })
    }

    fn open(&mut self, context: &Context<'_>) -> Effect {
        Effect::Open(match self.here(context) {
            Activity::Continue => Place::Lesson { lesson: self.overview.resume.0.clone(), section: None },
            Activity::Review => Place::Cards { lesson: None },
            Activity::Quiz => return self.start_quiz(context),
            Activity::Scenarios => Place::Scenarios,
            Activity::Placement => Place::Placement,
            Activity::Lesson(i) => Place::Lesson { lesson: context.course.outlines()[i].id.clone(), section: None },
            Activity::Problems => Place::Problems,
        })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        if !matches!(key.code, KeyCode::Char('0'..='9')) {
            self.typed = 0;
        }
        self.press(*key, context).unwrap_or_default()
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place = vec![
            Span::styled("ninetracks", theme.strong),
            Span::styled(format!(" · {}", context.course.about().title), theme.text),
        ];
        let standing = self.overview.standing(context.preferences.settings.daily_goal());
        Header { place, progress: vec![Span::styled(standing, theme.dim)] }
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
        for (n, row) in self.rows(context).into_iter().enumerate() {
            if matches!(row, Activity::Lesson(0)) {
                lines.push(Line::default());
                lines.push(Line::from(vec![
                    Span::styled(
                        format!("   {:<pad$}", "Lessons", pad = width.saturating_sub(3 + FIGURES)),
                        theme.strong,
                    ),
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

    fn row(&self, context: &Context<'_>, row: Activity, here: bool, width: usize) -> Line<'static> {
        let theme = context.theme;
        let key = |action, usual| context.preferences.keys.shown(action, usual);
        match row {
            Activity::Continue => activity(
                theme,
                (self.overview.reading_verb(), "⏎"),
                &self.overview.continue_text(context.course),
                here,
                width,
            ),
            Activity::Review => {
                activity(theme, ("Review", &key("cards", "c")), &self.overview.review_text(), here, width)
            }
            Activity::Quiz => activity(
                theme,
                ("Quiz", &key("the quiz of the row", "q")),
                &self.overview.quiz_text(context.course),
                here,
                width,
            ),
            Activity::Scenarios => activity(
                theme,
                ("Scenarios", &key("scenarios", "s")),
                &self.overview.scenarios_text(context.course),
                here,
                width,
            ),
            Activity::Placement => activity(
                theme,
                ("Placement", &key("placement test", "p")),
                &self.overview.placement_text(),
                here,
                width,
            ),
            Activity::Lesson(i) => lesson_row(context, i, &self.overview.lessons[i], here, width),
            Activity::Problems => problem_row(context, here, width),
        }
    }
}

/// What to type for one of so many lessons.
fn numbers(lessons: usize) -> String {
    if lessons == 1 { "1".to_owned() } else { format!("1-{lessons}") }
}
