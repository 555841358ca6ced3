//! Every screen by a key script: its characters and, below them, its styles as readable runs. The course is the small one
//! in `tests/fixtures/course/`, the time and the seed are fixed, and progress is kept in memory.
//! It is long since it has every screen, a line each.
//!
//! `cargo insta review`, or `INSTA_UPDATE=always cargo test --test screens`, accepts what has changed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "screens/broken.rs"]
mod broken;
#[path = "screens/classes.rs"]
mod classes;
#[path = "screens/cursor.rs"]
mod cursor;
#[path = "screens/keys.rs"]
mod keys;
#[path = "screens/live_course.rs"]
mod live_course;
#[path = "screens/picture.rs"]
mod picture;
#[path = "screens/places.rs"]
mod places;
#[path = "screens/reading.rs"]
mod reading;
#[path = "screens/readme.rs"]
mod readme;
#[path = "screens/time.rs"]
mod time;
#[path = "screens/with_settings.rs"]
mod with_settings;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use broken::broken_course;
use crossterm::event::{KeyEvent, KeyEventKind};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ninetracks::course::Course;
use ninetracks::store::{Learner, Store, StoreError};
use ninetracks::study::drill::{self, Plan, Team};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::time::StudyDay;
use ninetracks::ui::app::{App, Config, Flow, Message};
use ninetracks::ui::effect::{Place, SetupStart};
use ninetracks::ui::script;
use ninetracks::ui::theme::{self, Theme};
use picture::{picture, screen_of};
use places::{adaptive, an_exam, drill, exam_spec, id, lesson, lesson_cards, people, practice, quiz, section};

/// One test a line: name, where the app opens, the keys, the size.
macro_rules! screens {
    ($($name:ident: $place:expr, $keys:expr, $width:literal x $height:literal;)*) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(stringify!($name), picture(&played(app($place), $keys), $width, $height));
            }
        )*
        /// The names of all snapshots that the table above makes.
        const TABLE: &[&str] = &[$(stringify!($name)),*];
    };
}

screens! {
    home: Place::Home, "", 80 x 24;
    home_wide: Place::Home, "jjjj", 100 x 30;
    home_smallest: Place::Home, "G", 60 x 18;
    palette: Place::Home, "<c-p>", 80 x 24;
    palette_narrowed: Place::Home, "<c-p>lib<down>", 80 x 24;
    home_too_small: Place::Home, "", 59 x 18;
    home_after_reading: lesson("ferry"), "<right><right> 2<enter> <right><right> 1991<enter> <right><right> <esc>", 80 x 24;
    home_after_cards_and_quiz: Place::Home, "1<enter>c<space>4<space>1<esc><esc>q<tab><enter><tab><esc>", 80 x 24;
    home_help: Place::Home, "?", 80 x 24;
    lesson_opening: lesson("ferry"), "", 80 x 24;
    lesson_text: lesson("ferry"), "<right>", 80 x 24;
    lesson_text_wide: lesson("ferry"), "<right>", 100 x 30;
    lesson_text_smallest: lesson("ferry"), "<right>j", 60 x 18;
    lesson_term: lesson("ferry"), "<right><tab><enter>", 80 x 24;
    lesson_source: lesson("ferry"), "<right><tab><tab><enter>", 80 x 24;
    lesson_recall: section("ferry", "doubt"), "<right>19", 80 x 24;
    lesson_recall_right: section("ferry", "doubt"), "<right>1991<enter>", 80 x 24;
    lesson_recall_wrong: section("ferry", "doubt"), "<right>1990<enter>", 80 x 24;
    lesson_recall_without_an_answer: section("ferry", "doubt"), "<right><enter>", 80 x 24;
    lesson_disagreement: section("ferry", "doubt"), "", 80 x 24;
    lesson_closing: section("ferry", "doubt"), "n", 80 x 24;
    figure_wheel: section("drawn", "wheel"), "", 80 x 24;
    figure_wheel_at_5: section("drawn", "wheel"), "5", 80 x 24;
    figure_wheel_smallest: section("drawn", "wheel"), "", 60 x 18;
    figure_spectrum: section("drawn", "spectrum"), "", 80 x 24;
    figure_timeline: section("drawn", "timeline"), "", 80 x 24;
    figure_map: section("drawn", "map"), "", 100 x 30;
    figure_flow: section("drawn", "flow"), "", 80 x 24;
    figure_tree: section("drawn", "tree"), "", 80 x 24;
    figure_pyramid: section("drawn", "pyramid"), "", 80 x 24;
    figure_bars: section("drawn", "bars"), "", 80 x 24;
    wheel: Place::Wheel { at: 1 }, "", 80 x 24;
    wheel_at_5: Place::Wheel { at: 1 }, "5", 100 x 30;
    card_front: lesson_cards("ferry"), "", 80 x 24;
    card_back: lesson_cards("ferry"), "<space>", 80 x 24;
    card_next_after_good: lesson_cards("ferry"), "<space>3", 80 x 24;
    card_undo: lesson_cards("ferry"), "<space>3u", 80 x 24;
    card_cloze: lesson_cards("ferry"), "<space>4<space>4<space>", 80 x 24;
    cards_finished: lesson_cards("drawn"), "<space>4", 80 x 24;
    cards_finished_after_misses: lesson_cards("ferry"), "<space>1<space>2<space>4<space>4<space>4", 80 x 24;
    card_browser: Place::CardBrowser, "jsjb", 80 x 24;
    card_browser_flagged: Place::CardBrowser, "Funclear<enter>", 80 x 24;
    card_browser_filtered: Place::CardBrowser, "fpilot<enter>o", 80 x 24;
    card_browser_reset: lesson_cards("ferry"), "<space>4v<tab><tab>x", 80 x 24;
    card_practice: lesson_cards("drawn"), "<space>4m<space>", 80 x 24;
    card_practice_over: lesson_cards("drawn"), "<space>4m<space>1<space>3", 80 x 24;
    quiz_choice: quiz("q-choice"), "j", 80 x 24;
    quiz_choice_wrong: quiz("q-choice"), "1<enter>w", 80 x 24;
    quiz_choice_right: quiz("q-choice"), "2<enter>", 80 x 24;
    quiz_several: quiz("q-several"), "1j", 80 x 24;
    quiz_several_partly: quiz("q-several"), "3<enter>", 80 x 24;
    quiz_truefalse: quiz("q-truefalse"), "", 80 x 24;
    quiz_truefalse_answered: quiz("q-truefalse"), "f<enter>", 80 x 24;
    quiz_match: quiz("q-match"), "ab", 80 x 24;
    quiz_match_answered: quiz("q-match"), "abcd<enter>", 80 x 24;
    quiz_order: quiz("q-order"), "j<space>", 80 x 24;
    quiz_order_untouched: quiz("q-order"), "<enter>", 80 x 24;
    quiz_order_answered: quiz("q-order"), "<space><space><enter>", 80 x 24;
    quiz_typed: quiz("q-typed"), "199", 80 x 24;
    quiz_typed_answered: quiz("q-typed"), "1990<enter>", 80 x 24;
    quiz_classify: quiz("q-classify"), "2", 80 x 24;
    quiz_classify_defensible: quiz("q-classify"), "2<enter>", 80 x 24;
    quiz_skipped: quiz("q-choice"), "s", 80 x 24;
    quiz_taken_back: quiz("q-choice"), "1<enter>uf", 80 x 24;
    quiz_nothing_picked: quiz("q-choice"), "<enter>", 80 x 24;
    quiz_smallest: quiz("q-match"), "ab", 60 x 18;
    quiz_help: quiz("q-choice"), "?", 80 x 24;
    adaptive_practice: adaptive(), "", 80 x 24;
    adaptive_practice_why: adaptive(), "sy", 100 x 30;
    adaptive_practice_ended: adaptive(), "s<enter>s<enter><esc>", 80 x 24;
    quiz_setup: Place::QuizSetup { lessons: vec![id("ferry")] }, "", 80 x 24;
    quiz_setup_changed: Place::QuizSetup { lessons: Vec::new() }, "<left>j<right>j<right><right>j42jj<space>", 80 x 24;
    drill_setup: drill(4), "", 80 x 24;
    drill_setup_smallest: drill(8), "<up>", 60 x 18;
    drill_setup_buzzer: drill(4), "<right><right>", 80 x 24;
    drill_setup_argue_with_too_few: drill(4), "<right><right><right>j25", 80 x 24;
    drill_setup_class: drill(4), "<right><right><right><right>jjjjjjj<right>", 80 x 24;
    drill_setup_lessons: drill(4), "jj<right><space>", 80 x 24;
    drill_setup_extras: drill(4), "<right>jjjjjjj<right><right>j<right><right>j<right>", 80 x 24;
    drill_setup_extras_without_speed: drill(4), "jjjjjjj<right>", 80 x 24;
    drill_setup_teams: drill(8), "t", 80 x 24;
    drill_setup_teams_with_people: people(200), "t<down>", 80 x 24;
    drill_setup_teams_smallest: people(200), "t", 60 x 18;
    drill_setup_name: drill(4), "t<enter>Grün", 80 x 24;
    drill_setup_name_refused: drill(4), "t<enter>team<space>b<enter>", 80 x 24;
    drill_setup_key: drill(4), "t<down>k", 80 x 24;
    drill_setup_key_refused: drill(4), "t<down>kq", 80 x 24;
    drill_setup_sets: drill(4), "<right>wweek<space>1<enter>jj<right><space><enter>wweek<space>2<enter>s", 80 x 24;
    drill_setup_set_kept: drill(4), "wweek<space>1<enter>", 80 x 24;
    drill_setup_keep: drill(4), "twwe", 80 x 24;
    drill_setup_no_set: drill(4), "s", 80 x 24;
    drill_setup_help: drill(4), "t?", 80 x 24;
    exam: an_exam(), "", 80 x 24;
    exam_with_time_spent: an_exam(), "F<right><right><left>t<enter>", 80 x 24;
    exam_hand_in: an_exam(), "<right><right><right>", 80 x 24;
    results: practice(), "2<enter><enter>1990<enter><enter>t<enter><enter>", 80 x 24;
    results_all_right: quiz("q-truefalse"), "f<enter><enter>", 80 x 24;
    results_of_an_exam: an_exam(), "t<enter>t<enter>t<enter><enter>", 80 x 24;
    review_of_missed: practice(), "2<enter><enter>1990<enter><enter>t<enter><enter><enter>", 80 x 24;
    statistics_empty: Place::Statistics, "", 80 x 24;
    memory_empty: Place::Memory, "", 80 x 24;
    statistics: Place::Home, "1<enter>c<space>4<space>1<esc><esc>q<tab><enter><tab><esc>t", 80 x 24;
    search_empty: Place::Search, "", 80 x 24;
    search: Place::Search, "pilot", 80 x 24;
    search_nothing: Place::Search, "xyzzy", 80 x 24;
    library_glossary: Place::Home, "b", 80 x 24;
    library_references: Place::Home, "b<tab>", 80 x 24;
    library_entry: Place::Home, "b<tab><enter>j", 80 x 24;
    library_filter: Place::Home, "b<tab>fkeel", 80 x 24;
    library_cases: Place::Home, "b<tab><tab>j", 80 x 24;
    library_cases_tall: Place::Home, "b<tab><tab>j", 100 x 40;
    library_cases_smallest: Place::Home, "b<tab><tab>j", 60 x 18;
}

/// Snapshots made outside the table.
const OTHERS: &[&str] = &[
    "problems",
    "home_with_problems",
    "trouble_at_start",
    "trouble_then_going_on",
    "lesson_contrast",
    "lesson_light",
    "lesson_colourless",
    "lesson_ascii",
    "exam_time_is_up",
    "drill_setup_after_one_was_left",
    "card_typing",
    "card_typed",
    "quiz_weighing",
    "results_by_certainty",
    "profiles",
];

#[test]
fn problems() {
    let (_folder, course) = broken_course();
    insta::assert_snapshot!(
        "home_with_problems",
        picture(&app_of(Arc::clone(&course), Place::Home, dark(), store()), 80, 24)
    );
    insta::assert_snapshot!("problems", picture(&played(app_of(course, Place::Home, dark(), store()), "!"), 80, 24));
}

#[test]
fn trouble() {
    let damaged =
        || StoreError::Damaged { place: PathBuf::from("/home/ana/progress.db"), why: "file is not a database".into() };
    let open = || app_of(fixture(), Place::Home, dark(), Err(damaged()));
    insta::assert_snapshot!("trouble_at_start", picture(&open(), 80, 24));
    insta::assert_snapshot!("trouble_then_going_on", picture(&played(open(), "g"), 80, 24));
}

#[test]
fn themes() {
    for (name, theme) in [
        ("lesson_contrast", theme::ColourScheme::Contrast),
        ("lesson_light", theme::ColourScheme::Light),
        ("lesson_colourless", theme::ColourScheme::None),
    ] {
        let setup = Config { theme: Theme::named(theme), ..dark() };
        let app = played(app_of(fixture(), section("ferry", "doubt"), setup, store()), "<right>1990<enter>");
        insta::assert_snapshot!(name, picture(&app, 80, 24));
    }
}

#[test]
fn without_unicode_only_ascii_is_drawn() {
    let app = app_of(fixture(), section("drawn", "wheel"), Config { ascii: true, ..dark() }, store());
    let drawn = script::screen(&app, 80, 24);
    let drawn = script::text(&screen_of(drawn));
    assert!(drawn.is_ascii(), "{drawn}");
    insta::assert_snapshot!("lesson_ascii", picture(&app, 80, 24));
}

#[test]
fn a_window_that_changed_is_like_one_opened_so() {
    let keys = "<right><right><right><left>G";
    let mut changed = app(lesson("ferry"));
    assert_eq!(changed.handle(Message::Resize(60, 18), start()), Flow::Continue);
    let opened = App::new(fixture(), store(), Config { place: lesson("ferry"), ..dark() }, start(), (60, 18)).unwrap();
    let whole = picture(&played(app(lesson("ferry")), keys), 60, 18);
    let changed = picture(&played(changed, keys), 60, 18);
    assert_eq!(changed, picture(&played(opened, keys), 60, 18));
    assert_ne!(changed, whole, "pages are as long as the window: these keys lead elsewhere at 80x24");
}

#[test]
fn a_drill_that_was_left_is_offered_again() {
    let (draft, _) = Plan::default().draft(&fixture(), Team::line_up(3), 7);
    let setup = Box::new(drill::Setup::new(draft).unwrap());
    let mut store = store().unwrap();
    let event = Event {
        at: start(),
        what: EventKind::DrillStarted { setup, label: ninetracks::study::class::DrillLabel::default() },
    };
    store.append(&event, StudyDay::of(start(), &TimeZone::UTC)).unwrap();
    let app = app_of(fixture(), Place::DrillSetup(SetupStart::default()), dark(), Ok(store));
    insta::assert_snapshot!("drill_setup_after_one_was_left", picture(&app, 80, 24));
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let found: BTreeSet<String> = files.filter(|f| f.starts_with("screens__")).collect();
    let known: BTreeSet<String> = TABLE.iter().chain(OTHERS).map(|name| format!("screens__{name}.snap")).collect();
    assert_eq!(
        found.difference(&known).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "snapshots that no test makes: delete them"
    );
    assert_eq!(
        known.difference(&found).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "tests without a snapshot: accept it"
    );
}

/// For parts of this test: the names of snapshots are those of the whole.
fn accepts(name: &str, app: &App) {
    insta::assert_snapshot!(name, picture(app, 80, 24));
}

fn start() -> Timestamp {
    "2026-03-10T09:00:00Z".parse().unwrap()
}

fn learner() -> Learner {
    Learner { profile: "default".into(), course: id("fixture") }
}

fn store() -> Result<Store, StoreError> {
    Store::in_memory(learner())
}

fn fixture() -> Arc<Course> {
    static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(read_fixture()));
    Arc::clone(&COURSE)
}

fn read_fixture() -> Course {
    let course = Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap();
    assert!(course.problems().is_empty(), "{:?}", course.problems());
    course
}

fn dark() -> Config {
    Config::fixed(learner())
}

fn app(place: Place) -> App {
    app_of(fixture(), place, dark(), store())
}

fn app_of(course: Arc<Course>, place: Place, setup: Config, store: Result<Store, StoreError>) -> App {
    App::new(course, store, Config { place, ..setup }, start(), (80, 24)).unwrap()
}

/// Types `keys`, one a second.
fn played(mut app: App, keys: &str) -> App {
    for (n, key) in script::keys(keys).unwrap().into_iter().enumerate() {
        let now = start() + SignedDuration::from_secs(i64::try_from(n).unwrap() + 1);
        assert_eq!(app.handle(Message::Key(key), now), Flow::Continue, "`{keys}` leaves the app at key {n}");
    }
    app
}
