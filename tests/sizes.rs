//! No key and no size makes the app panic: random scripts at random sizes over the built-in course, drawn after every
//! message. (ratatui panics by itself when a widget draws outside its buffer.)
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::sync::{Arc, LazyLock};

use jiff::{SignedDuration, Timestamp};
use ninetracks::course::Course;
use ninetracks::course::model::Id;
use ninetracks::store::{Learner, Store};
use ninetracks::study::drill::Team;
use ninetracks::study::quiz::{Mode, PaperSpec};
use ninetracks::ui::app::{App, Config, Flow, Message};
use ninetracks::ui::effect::{LibrarySection, Place, SetupStart};
use ninetracks::ui::file_exchange::ExchangeRequest;
use ninetracks::ui::script;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use unicode_width::UnicodeWidthStr;

static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(Course::builtin().unwrap()));
static FIXTURE: LazyLock<Arc<Course>> = LazyLock::new(|| {
    Arc::new(Course::open(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"))).unwrap())
});

/// What may happen to an app.
#[derive(Clone, Debug)]
enum Step {
    /// A key as scripts write it.
    Key(String),
    Paste(String),
    Resize(u16, u16),
    Wake,
    /// Seconds that pass.
    Later(i64),
}

fn key() -> impl Strategy<Value = String> {
    let named = prop::sample::select(vec![
        "<enter>",
        "<enter>",
        "<enter>",
        "<esc>",
        "<tab>",
        "<backtab>",
        "<space>",
        "<space>",
        "<space>",
        "<up>",
        "<down>",
        "<left>",
        "<right>",
        "<right>",
        "<pgup>",
        "<pgdn>",
        "<home>",
        "<end>",
        "<backspace>",
        "<s-up>",
        "<s-down>",
        "<c-p>",
        "<c-n>",
        "<c-w>",
        "<lt>",
    ]);
    let plain = "[1-9a-zGKJFQ?/!é語]";
    prop_oneof![3 => named.prop_map(str::to_owned), 2 => plain]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        30 => key().prop_map(Step::Key),
        4 => (1u16..=140, 1u16..=50).prop_map(|(w, h)| Step::Resize(w, h)),
        1 => "\\PC{0,20}|\\x1b\\[31m\n".prop_map(Step::Paste),
        1 => Just(Step::Wake),
        1 => prop::sample::select(vec![0, 1, 61, 3_600, 86_400, -5]).prop_map(Step::Later),
    ]
}

fn place() -> impl Strategy<Value = Place> {
    let lesson = prop::sample::select(COURSE.outlines().iter().map(|o| o.id.clone()).collect::<Vec<Id>>());
    let quiz = (
        prop::collection::vec(lesson.clone(), 0..3),
        1usize..12,
        any::<u64>(),
        prop::sample::select(vec![Mode::Practice, Mode::Adaptive, Mode::Exam]),
        prop::option::of(1u32..120),
    );
    prop_oneof![
        2 => Just(Place::Home),
        3 => lesson.clone().prop_map(|lesson| Place::Lesson { lesson, section: None }),
        2 => prop::option::of(lesson).prop_map(|lesson| Place::Cards { lesson }),
        4 => quiz.prop_map(|(lessons, length, seed, mode, limit_s)| {
            Place::Quiz(PaperSpec { lessons, length, seed, mode, limit_s, only: Vec::new() })
        }),
        1 => Just(Place::QuizSetup { lessons: Vec::new() }),
        3 => (0usize..=8).prop_map(|n| Place::DrillSetup(SetupStart { teams: Team::line_up(n), ..SetupStart::default() })),
        1 => Just(Place::CardBrowser),
        1 => Just(Place::CardPractice { cards: COURSE.outlines()[0].cards[..3].to_vec() }),
        1 => Just(Place::Statistics),
        1 => Just(Place::Memory),
        1 => (0u8..12).prop_map(|at| Place::Wheel { at }),
        1 => Just(Place::Search),
        2 => prop::sample::select(LibrarySection::ALL.to_vec()).prop_map(|shelf| Place::Library { shelf, entry: None }),
        1 => Just(Place::Problems),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_at_any_size(place in place(), size in (1u16..=140, 1u16..=50), steps in prop::collection::vec(step(), 1..40), ascii in any::<bool>()) {
        play(&COURSE, place, size, &steps, ascii);
    }

    #[test]
    fn nothing_panics_in_a_course_with_every_kind_of_everything(size in (1u16..=140, 1u16..=50), steps in prop::collection::vec(step(), 1..60)) {
        let quiz = PaperSpec { lessons: Vec::new(), length: 9, seed: 7, mode: Mode::Practice, limit_s: None, only: Vec::new() };
        play(&FIXTURE, Place::Quiz(quiz), size, &steps, false);
        let drawn = Place::Lesson { lesson: Id::new("drawn").unwrap(), section: None };
        play(&FIXTURE, drawn, size, &steps, false);
    }
}

/// Every size of a small window, for every place.
#[test]
fn every_small_size_can_be_drawn() {
    for place in [
        Place::Home,
        Place::Cards { lesson: None },
        Place::CardBrowser,
        Place::CardPractice { cards: FIXTURE.outlines()[0].cards.clone() },
        Place::Courses,
        Place::Exchange(ExchangeRequest::ImportFrom(None)),
        Place::Statistics,
        Place::Memory,
        Place::Placement,
        Place::Wheel { at: 5 },
        Place::Search,
        Place::Library { shelf: LibrarySection::References, entry: None },
        Place::Library { shelf: LibrarySection::Cases, entry: None },
        Place::QuizSetup { lessons: Vec::new() },
        Place::DrillSetup(SetupStart { teams: Team::line_up(8), ..SetupStart::default() }),
    ] {
        let app = app(&FIXTURE, place, (1, 1), false);
        for (width, height) in (1..=70).flat_map(|w| [1, 2, 3, 4, 5, 17, 18, 19].map(|h| (w, h))) {
            draw(&app, width, height);
        }
    }
}

fn app(course: &Arc<Course>, place: Place, size: (u16, u16), ascii: bool) -> App {
    let learner = Learner { profile: "default".into(), course: course.about().id.clone() };
    let setup = Config { ascii, place, ..Config::fixed(learner.clone()) };
    App::new(Arc::clone(course), Store::in_memory(learner), setup, start(), size).unwrap()
}

fn start() -> Timestamp {
    "2026-03-10T09:00:00Z".parse().unwrap()
}

fn play(course: &Arc<Course>, place: Place, size: (u16, u16), steps: &[Step], ascii: bool) {
    let (mut app, mut size, mut now) = (app(course, place, size, ascii), size, start());
    draw(&app, size.0, size.1);
    for step in steps {
        let messages = match step {
            Step::Key(key) => script::keys(key).unwrap().into_iter().map(Message::Key).collect(),
            Step::Paste(text) => vec![Message::Paste(text.clone())],
            Step::Wake => vec![Message::Wake],
            Step::Resize(width, height) => {
                size = (*width, *height);
                vec![Message::Resize(*width, *height)]
            }
            Step::Later(seconds) => {
                now += SignedDuration::from_secs(*seconds);
                Vec::new()
            }
        };
        for message in messages {
            now += SignedDuration::from_millis(700);
            if app.handle(message, now) != Flow::Continue {
                return;
            }
            draw(&app, size.0, size.1);
        }
        draw(&app, 80, 24);
        draw(&app, 1, 1);
    }
}

/// Draws the app; every row is as wide as the window and holds no control character.
fn draw(app: &App, width: u16, height: u16) {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let buffer = terminal.backend().buffer();
    assert_eq!((buffer.area.width, buffer.area.height), (width, height));
    for cell in &buffer.content {
        assert!(!cell.symbol().chars().any(char::is_control), "{:?} at {width}x{height}", cell.symbol());
        assert!(cell.symbol().width() <= 2, "{:?} is wider than two cells", cell.symbol());
    }
}
